//! Time, as the engine and the providers see it: a clock that tests own.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::time::{Duration, Instant};
use tapi3_common::sync::thread::JoinHandle;
use tapi3_common::sync::unmodelled::lock;
use tapi3_common::thread::{self, current_id};
use tapi3_common::words;

/// Work to be done when its time has come.
pub type Task = Box<dyn FnOnce() + Send>;

/// Somebody who keeps the times of many things and is woken for the earliest.
pub trait Alarm: Send + Sync {
    /// The time that was set has come. Runs with no lock held; `now` is the clock's time.
    fn ring(&self, now: Duration);
}

/// A source of time and timers. Times count from the clock's start.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Duration;

    /// Runs `task` at `when`, on a thread of the clock's choice with no lock held. A time that has
    /// passed already means as soon as possible, still not within this call.
    fn at(&self, when: Duration, task: Task);

    /// Keeps a place for `alarm`, which rings at no time yet. Returns the place.
    fn add_alarm(&self, alarm: Weak<dyn Alarm>) -> AlarmId;

    /// Sets the one time at which the alarm rings next, or none. Needs no memory, so a hang-up can
    /// do it. The clock takes no lock but its own.
    fn set_alarm(&self, alarm: AlarmId, when: Option<Duration>);

    /// Gives an alarm's place to whoever comes next: its owner sets it no more.
    fn remove_alarm(&self, alarm: AlarmId);

    /// Nothing is due any more: tasks are dropped, alarms do not ring, and the clock's thread ends,
    /// though somebody may hold the clock for longer.
    fn close(&self);

    /// How long a waiting thread may sleep before it looks at [`Clock::now`] again, when the time
    /// it waits for is `left` away.
    fn nap(&self, left: Duration) -> Duration;
}

/// An alarm's place at its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlarmId(pub(super) usize);

/// An alarm, if the place has one, and the time that it is set to.
type AlarmPlace = (Option<Duration>, Option<Weak<dyn Alarm>>);

#[derive(Default)]
struct Timers {
    /// Ordered by time, then by the order of asking.
    due: BTreeMap<(Duration, u64), Task>,
    next: u64,
    alarms: Vec<AlarmPlace>,
    closed: bool,
    /// The thread that runs them, once there is one. A manual clock has none.
    thread: Option<JoinHandle<()>>,
    /// That thread's number, once it runs.
    runs_on: i32,
}

/// What a clock does when a time has come.
enum Due {
    Task(Task),
    Alarm(Weak<dyn Alarm>),
}

impl Timers {
    fn add(&mut self, when: Duration, task: Task) {
        self.next += 1;
        self.due.insert((when, self.next), task);
    }

    fn add_alarm(&mut self, alarm: Weak<dyn Alarm>) -> AlarmId {
        let free = self.alarms.iter().position(|(_, alarm)| alarm.is_none());
        let place = free.unwrap_or(self.alarms.len());
        match self.alarms.get_mut(place) {
            Some(free) => *free = (None, Some(alarm)),
            None => self.alarms.push((None, Some(alarm))),
        }
        AlarmId(place)
    }

    fn remove_alarm(&mut self, alarm: AlarmId) -> Option<Weak<dyn Alarm>> {
        let place = self.alarms.get_mut(alarm.0)?;
        std::mem::take(place).1
    }

    fn set_alarm(&mut self, alarm: AlarmId, when: Option<Duration>) {
        if let Some((place, Some(_))) = self.alarms.get_mut(alarm.0) {
            *place = when;
        }
    }

    /// When the next thing is due.
    fn next(&self) -> Option<Duration> {
        let task = self.due.keys().next().map(|key| key.0);
        let alarm = self.alarms.iter().filter_map(|alarm| alarm.0).min();
        task.into_iter().chain(alarm).min()
    }

    fn pop_due(&mut self, now: Duration) -> Option<(Duration, Due)> {
        let when = self.next().filter(|when| *when <= now)?;
        if let Some(alarm) = self.alarms.iter_mut().find(|alarm| alarm.0 == Some(when)) {
            alarm.0 = None;
            return Some((when, Due::Alarm(alarm.1.clone()?)));
        }
        let (_, task) = self.due.pop_first()?;
        Some((when, Due::Task(task)))
    }
}

/// The machine's monotonic clock. Its timer thread starts with the first timer.
pub struct SystemClock {
    start: Instant,
    timers: Arc<(Mutex<Timers>, Condvar)>,
}

impl SystemClock {
    /// A clock that starts now.
    pub fn new() -> Self {
        SystemClock {
            start: Instant::now(),
            timers: Arc::default(),
        }
    }
}

impl SystemClock {
    fn change<T>(&self, change: impl FnOnce(&mut Timers) -> T) -> T {
        let (mutex, wake) = &*self.timers;
        let mut timers = lock(mutex);
        let done = change(&mut timers);
        if timers.thread.is_none() && !timers.closed {
            let shared = self.timers.clone();
            let start = self.start;
            match thread::start("tapi3-timer", move || run_timers(&shared, start)) {
                Ok(thread) => timers.thread = Some(thread),
                Err(error) => {
                    tracing::error!("the timer thread did not start: {}", words::of(&error))
                }
            }
        }
        drop(timers);
        wake.notify_one();
        done
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn at(&self, when: Duration, task: Task) {
        let mut task = Some(task);
        self.change(|timers| {
            if let (false, Some(task)) = (timers.closed, task.take()) {
                timers.add(when, task);
            }
        });
        // One that comes too late is dropped here, with no lock held.
        drop(task);
    }

    fn add_alarm(&self, alarm: Weak<dyn Alarm>) -> AlarmId {
        // The thread starts here, so that setting the alarm needs no memory later.
        self.change(|timers| timers.add_alarm(alarm))
    }

    fn set_alarm(&self, alarm: AlarmId, when: Option<Duration>) {
        self.change(|timers| timers.set_alarm(alarm, when));
    }

    fn remove_alarm(&self, alarm: AlarmId) {
        let (mutex, _) = &*self.timers;
        let gone = lock(mutex).remove_alarm(alarm);
        drop(gone);
    }

    fn close(&self) {
        let (mutex, wake) = &*self.timers;
        let mut timers = lock(mutex);
        timers.closed = true;
        let left = std::mem::take(&mut timers.due);
        let thread = timers.thread.take();
        let within = timers.runs_on == current_id();
        drop(timers);
        wake.notify_one();
        // Tasks may own the last reference to something with a lock of its own: drop them unlocked.
        drop(left);
        // No thread of ours is left running, unless a task of the clock's own ends it.
        if let Some(thread) = thread.filter(|_| !within) {
            if thread.join().is_err() {
                tracing::error!("the timer thread panicked");
            }
        }
    }

    fn nap(&self, left: Duration) -> Duration {
        left
    }
}

impl Drop for SystemClock {
    fn drop(&mut self) {
        self.close();
    }
}

fn run_timers(shared: &(Mutex<Timers>, Condvar), start: Instant) {
    let (mutex, wake) = shared;
    let mut timers = lock(mutex);
    timers.runs_on = current_id();
    while !timers.closed {
        if let Some((_, due)) = timers.pop_due(start.elapsed()) {
            drop(timers);
            run_guarded(due, start.elapsed());
            timers = lock(mutex);
            continue;
        }
        timers = match timers.next() {
            Some(when) => {
                let left = when.saturating_sub(start.elapsed());
                wake.wait_timeout(timers, left)
                    .unwrap_or_else(PoisonError::into_inner)
                    .0
            }
            None => wake.wait(timers).unwrap_or_else(PoisonError::into_inner),
        };
    }
}

/// One broken task must not stop every later timer.
fn run_guarded(due: Due, now: Duration) {
    let run = move || match due {
        Due::Task(task) => task(),
        Due::Alarm(alarm) => {
            if let Some(alarm) = alarm.upgrade() {
                alarm.ring(now);
            }
        }
    };
    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err() {
        tracing::error!("a timer's task panicked");
    }
}

/// A clock that stands still until told to advance: whatever runs on it is deterministic.
#[derive(Default)]
pub struct ManualClock {
    state: Mutex<(Duration, Timers)>,
}

impl ManualClock {
    /// A clock that stands at zero.
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves time on, running each timer that comes due, in order, on the calling thread.
    pub fn advance(&self, by: Duration) {
        let target = {
            let state = lock(&self.state);
            state.0 + by
        };
        loop {
            let mut state = lock(&self.state);
            match state.1.pop_due(target) {
                Some((when, due)) => {
                    state.0 = state.0.max(when);
                    let now = state.0;
                    drop(state);
                    run_guarded(due, now);
                }
                None => {
                    state.0 = state.0.max(target);
                    return;
                }
            }
        }
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Duration {
        lock(&self.state).0
    }

    fn at(&self, when: Duration, task: Task) {
        lock(&self.state).1.add(when, task);
    }

    fn add_alarm(&self, alarm: Weak<dyn Alarm>) -> AlarmId {
        lock(&self.state).1.add_alarm(alarm)
    }

    fn set_alarm(&self, alarm: AlarmId, when: Option<Duration>) {
        lock(&self.state).1.set_alarm(alarm, when);
    }

    fn remove_alarm(&self, alarm: AlarmId) {
        let gone = lock(&self.state).1.remove_alarm(alarm);
        drop(gone);
    }

    /// Time stands still already, unless a test moves it on.
    fn close(&self) {}

    fn nap(&self, left: Duration) -> Duration {
        left.min(Duration::from_millis(1))
    }
}

impl std::fmt::Debug for ManualClock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("ManualClock").field(&self.now()).finish()
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;
    use std::sync::mpsc;

    #[test]
    fn a_manual_clock_runs_timers_in_order_of_time() {
        let clock = ManualClock::new();
        let (tx, rx) = mpsc::channel();
        for ms in [30_u64, 10, 20] {
            let tx = tx.clone();
            clock.at(
                Duration::from_millis(ms),
                Box::new(move || tx.send(ms).unwrap()),
            );
        }
        clock.advance(Duration::from_millis(25));
        assert_eq!(rx.try_iter().collect::<Vec<_>>(), [10, 20]);
        clock.advance(Duration::from_millis(5));
        assert_eq!(rx.try_iter().collect::<Vec<_>>(), [30]);
    }

    struct Recorder(Mutex<Vec<Duration>>);

    impl Alarm for Recorder {
        fn ring(&self, now: Duration) {
            lock(&self.0).push(now);
        }
    }

    #[test]
    fn an_alarm_rings_once_at_the_time_set_last() {
        let clock = ManualClock::new();
        let recorder = Arc::new(Recorder(Mutex::default()));
        let weak = Arc::downgrade(&recorder);
        let alarm = clock.add_alarm(weak);
        clock.set_alarm(alarm, Some(Duration::from_secs(1)));
        clock.set_alarm(alarm, Some(Duration::from_secs(2)));
        clock.advance(Duration::from_secs(5));
        assert_eq!(*lock(&recorder.0), [Duration::from_secs(2)]);
    }

    #[test]
    fn a_place_is_the_next_alarms_once_its_owner_is_gone() {
        let clock = ManualClock::new();
        let recorder = || Arc::new(Recorder(Mutex::default()));
        let [first, second, third] = [recorder(), recorder(), recorder()];
        let add = |recorder: &Arc<Recorder>| {
            let weak = Arc::downgrade(recorder);
            clock.add_alarm(weak)
        };
        let (one, two) = (add(&first), add(&second));
        clock.set_alarm(one, Some(Duration::from_secs(1)));
        clock.set_alarm(two, Some(Duration::from_secs(2)));
        clock.remove_alarm(one);
        clock.set_alarm(one, Some(Duration::from_secs(3)));
        assert_eq!(add(&third), one);
        clock.advance(Duration::from_secs(5));
        assert!(lock(&first.0).is_empty() && lock(&third.0).is_empty());
        assert_eq!(*lock(&second.0), [Duration::from_secs(2)]);
    }

    #[test]
    fn the_system_clock_survives_a_panicking_task() {
        let clock = SystemClock::new();
        let (tx, rx) = mpsc::channel();
        clock.at(Duration::ZERO, Box::new(|| panic!("on purpose")));
        clock.at(clock.now(), Box::new(move || tx.send(()).unwrap()));
        rx.recv_timeout(Duration::from_secs(10)).unwrap();
    }

    #[test]
    fn a_clock_that_is_closed_has_no_thread_and_keeps_nothing() {
        let clock = SystemClock::new();
        let (tx, rx) = mpsc::channel::<()>();
        let task = || {
            let tx = tx.clone();
            Box::new(move || drop(tx))
        };
        clock.at(Duration::from_secs(3600), task());
        assert!(lock(&clock.timers.0).thread.is_some());
        clock.close();
        clock.at(Duration::ZERO, task());
        clock.close();
        assert!(lock(&clock.timers.0).thread.is_none());
        drop(tx);
        assert_eq!(rx.recv(), Err(mpsc::RecvError));
    }
}
