//! Time, as the engine and the providers see it: a clock that tests own.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Work to be done when its time has come.
pub type Task = Box<dyn FnOnce() + Send>;

/// A source of time and timers. Times count from the clock's start.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Duration;

    /// Runs `task` at `when`, on a thread of the clock's choice with no lock held. A time that has
    /// passed already means as soon as possible, still not within this call.
    fn at(&self, when: Duration, task: Task);

    /// How long a waiting thread may sleep before it looks at [`Clock::now`] again, when the time
    /// it waits for is `left` away.
    fn nap(&self, left: Duration) -> Duration;
}

/// Takes a lock whether or not a panic once left it behind: the state under our locks is changed
/// in single steps, so it is whole at any moment.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Default)]
struct Timers {
    /// Ordered by time, then by the order of asking.
    due: BTreeMap<(Duration, u64), Task>,
    next: u64,
    closed: bool,
    running: bool,
}

impl Timers {
    fn add(&mut self, when: Duration, task: Task) {
        self.next += 1;
        self.due.insert((when, self.next), task);
    }

    fn pop_due(&mut self, now: Duration) -> Option<(Duration, Task)> {
        let first = self.due.first_entry()?;
        if first.key().0 > now {
            return None;
        }
        let (key, task) = first.remove_entry();
        Some((key.0, task))
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
        let (mutex, wake) = &*self.timers;
        let mut timers = lock(mutex);
        timers.add(when, task);
        if !timers.running {
            let shared = self.timers.clone();
            let start = self.start;
            let thread = std::thread::Builder::new().name("tapi3-timer".into());
            timers.running = thread.spawn(move || run_timers(&shared, start)).is_ok();
        }
        drop(timers);
        wake.notify_one();
    }

    fn nap(&self, left: Duration) -> Duration {
        left
    }
}

impl Drop for SystemClock {
    fn drop(&mut self) {
        let (mutex, wake) = &*self.timers;
        let mut timers = lock(mutex);
        timers.closed = true;
        let left = std::mem::take(&mut timers.due);
        drop(timers);
        wake.notify_one();
        // Tasks may own the last reference to something with a lock of its own: drop them unlocked.
        drop(left);
    }
}

fn run_timers(shared: &(Mutex<Timers>, Condvar), start: Instant) {
    let (mutex, wake) = shared;
    let mut timers = lock(mutex);
    while !timers.closed {
        if let Some((_, task)) = timers.pop_due(start.elapsed()) {
            drop(timers);
            run_guarded(task);
            timers = lock(mutex);
            continue;
        }
        let next = timers.due.keys().next().map(|key| key.0);
        timers = match next {
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
fn run_guarded(task: Task) {
    if std::panic::catch_unwind(std::panic::AssertUnwindSafe(task)).is_err() {
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
                Some((when, task)) => {
                    state.0 = state.0.max(when);
                    drop(state);
                    run_guarded(task);
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

    fn nap(&self, left: Duration) -> Duration {
        left.min(Duration::from_millis(1))
    }
}

#[cfg(test)]
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

    #[test]
    fn the_system_clock_survives_a_panicking_task() {
        let clock = SystemClock::new();
        let (tx, rx) = mpsc::channel();
        clock.at(Duration::ZERO, Box::new(|| panic!("on purpose")));
        clock.at(clock.now(), Box::new(move || tx.send(()).unwrap()));
        rx.recv_timeout(Duration::from_secs(10)).unwrap();
    }
}
