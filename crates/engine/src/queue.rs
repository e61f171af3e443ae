//! The queue in which events wait for one client.

use super::call::{Call, Telling};
use super::event::Event;
use super::patience::Patience;
use std::collections::VecDeque;
use std::sync::PoisonError;
use std::time::Duration;
use tapi3_common::shared::OutOfMemory;
use tapi3_common::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use tapi3_common::sync::{Condvar, Mutex, MutexGuard, lock};

/// So many events wait for a sink before any are thrown away; see [`EventQueue::push`].
pub(super) const MANY: usize = 4096;

/// So many events wake the thread that takes them from a nap.
const ENOUGH: usize = 512;

/// Events on their way to one client, in order. Room can be reserved, so that a hang-up never
/// lacks the memory to be reported.
#[derive(Default)]
pub struct EventQueue {
    state: Mutex<State>,
    ready: Condvar,
    /// Events that wait, and places promised to events still to come. Whoever adds to it makes sure
    /// that the capacity covers the sum before the promise counts as given.
    claimed: AtomicUsize,
    /// The capacity of [`State::events`], which only grows.
    capacity: AtomicUsize,
    /// Whether events wait, for a look without the lock.
    filled: AtomicBool,
}

/// How the thread that takes events sleeps.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Sleep {
    /// Not at all: it looks for more by itself.
    #[default]
    Awake,
    /// It wakes by itself in a moment.
    Nap,
    /// Until it is woken.
    Sound,
}

#[derive(Default)]
struct State {
    events: VecDeque<Event>,
    sleep: Sleep,
    closed: bool,
    /// How many events wait when the queue is looked through next for those that nobody wants.
    sweep_at: usize,
    /// Whether events about the dead were thrown away while others waited.
    thrown: bool,
    /// Whether it was said that events pile up.
    complained: bool,
}

/// An event on its way to the application.
pub(super) struct Taken {
    pub event: Event,
    /// Whether it is to be told: not where others about the same call may have been thrown away, so
    /// that nobody hears of half a call.
    pub wanted: bool,
    /// Until this goes, nothing about its call is thrown away: whoever is told may come to hold it.
    pub telling: Option<Telling>,
}

impl EventQueue {
    /// Promises room for `count` more events.
    pub(super) fn reserve(&self, count: usize) -> Result<(), OutOfMemory> {
        let claimed = self.claimed.fetch_add(count, Ordering::Relaxed) + count;
        if claimed <= self.capacity.load(Ordering::Relaxed) {
            return Ok(());
        }
        let grown = self.grow();
        if grown.is_err() {
            self.unreserve(count);
        }
        grown
    }

    #[cold]
    fn grow(&self) -> Result<(), OutOfMemory> {
        let mut state = lock(&self.state);
        let wanted = self.claimed.load(Ordering::Relaxed);
        let more = wanted.saturating_sub(state.events.len());
        state.events.try_reserve(more)?;
        let capacity = state.events.capacity();
        self.capacity.store(capacity, Ordering::Relaxed);
        Ok(())
    }

    /// Gives `count` promises back. Takes no lock: it happens wherever a call comes to its end.
    pub(super) fn unreserve(&self, count: usize) {
        self.claimed.fetch_sub(count, Ordering::Relaxed);
    }

    /// Adds an event; `promised` if room was reserved for it.
    ///
    /// An event without a promise tells something that the application can also ask for. If there
    /// is no memory for it, it is lost; the promised ones are not.
    ///
    /// A sink that does not come back lets events pile up. Once [`MANY`] wait, those that can be
    /// asked for, and keys and tones that are heard, are not kept any more, and those about calls
    /// that are over and that nobody holds are thrown away; all others stay. The log says so, once.
    pub(super) fn push(&self, event: Event, promised: bool) {
        if !promised && self.reserve(1).is_err() {
            tracing::error!("no memory for an event of kind {:?}", event.kind());
            return;
        }
        let mut state = lock(&self.state);
        let crowded = state.events.len() >= MANY;
        let dead = crowded && event.is_about_the_dead();
        if state.closed || dead || crowded && event.is_left_out_of_many() {
            state.thrown |= dead;
            let complain = state.complains();
            drop(state);
            self.unreserve(1);
            say_that_events_pile_up(complain);
            // The event may hold the last reference to a call.
            drop(event);
            return;
        }
        debug_assert!(
            state.events.len() < state.events.capacity(),
            "a broken promise"
        );
        state.events.push_back(event);
        self.filled.store(true, Ordering::Relaxed);
        let swept = state.sweep();
        let complain = swept.is_some() && state.complains();
        let wake = state.wakes();
        drop(state);
        if let Some(swept) = &swept {
            self.unreserve(swept.len());
            say_that_events_pile_up(complain);
        }
        if wake {
            self.ready.notify_one();
        }
    }

    /// Waits for events and puts the first of them into `batch`, as many as have room there. False
    /// once the queue is closed.
    ///
    /// Where there are none it looks out, naps or sleeps, as `patience` has it.
    pub(super) fn next_few(&self, batch: &mut VecDeque<Taken>, patience: &mut Patience) -> bool {
        let room = batch.capacity() - batch.len();
        let mut looked_out = false;
        let mut state = lock(&self.state);
        loop {
            if state.closed {
                return false;
            }
            let few = state.events.len().min(room);
            if few > 0 {
                let thrown = state.thrown;
                batch.extend(state.events.drain(..few).map(|event| Taken {
                    wanted: !(thrown && event.call().is_some_and(Call::is_left)),
                    telling: event.call().map(Telling::of),
                    event,
                }));
                state.thrown &= !state.events.is_empty();
                self.filled
                    .store(!state.events.is_empty(), Ordering::Relaxed);
                drop(state);
                self.unreserve(few);
                patience.took(few);
                return true;
            }
            if !looked_out {
                looked_out = true;
                drop(state);
                patience.looked(self.look_out(patience.looks()));
                state = lock(&self.state);
                continue;
            }
            state = match patience.nap() {
                Some(moment) => self.nap(state, moment),
                None => {
                    state.sleep = Sleep::Sound;
                    let woken = self.ready.wait(state);
                    woken.unwrap_or_else(PoisonError::into_inner)
                }
            };
        }
    }

    /// Sleeps for a moment, or until so many events wait that it must not sleep on.
    fn nap<'a>(&self, mut state: MutexGuard<'a, State>, moment: Duration) -> MutexGuard<'a, State> {
        state.sleep = Sleep::Nap;
        let woken = self.ready.wait_timeout(state, moment);
        let (mut state, _) = woken.unwrap_or_else(PoisonError::into_inner);
        state.sleep = Sleep::Awake;
        state
    }

    /// Waits for an event without sleeping, for a few microseconds at most. Whether one came.
    fn look_out(&self, looks: u32) -> bool {
        for _ in 0..looks {
            if self.filled.load(Ordering::Relaxed) {
                return true;
            }
            std::hint::spin_loop();
        }
        false
    }

    /// How many events wait.
    pub(super) fn waiting(&self) -> usize {
        lock(&self.state).events.len()
    }

    /// The next event, if one waits already.
    pub fn try_next(&self) -> Option<Event> {
        let event = lock(&self.state).events.pop_front()?;
        self.unreserve(1);
        Some(event)
    }

    /// Ends the queue: what waits in it is thrown away, and [`EventQueue::next_few`] returns.
    pub(super) fn close(&self) {
        let mut state = lock(&self.state);
        state.closed = true;
        let waiting = std::mem::take(&mut state.events);
        drop(state);
        self.ready.notify_all();
        self.unreserve(waiting.len());
        // The events may hold the last reference to a call.
        drop(waiting);
    }
}

impl State {
    /// Whether the thread that takes events is to be woken now: once.
    fn wakes(&mut self) -> bool {
        let wakes = match self.sleep {
            Sleep::Awake => false,
            Sleep::Nap => self.events.len() >= ENOUGH,
            Sleep::Sound => true,
        };
        if wakes {
            self.sleep = Sleep::Awake;
        }
        wakes
    }

    /// Takes out what nobody wants, if it is time to look, to be dropped without the lock: an event
    /// may hold the last reference to a call, and that the last to its line. The next look comes
    /// when as many wait again, so that an event costs the same however many wait.
    fn sweep(&mut self) -> Option<Vec<Event>> {
        let waiting = self.events.len();
        if waiting < self.sweep_at.max(MANY) {
            return None;
        }
        let dead = self.events.iter().filter(|e| e.is_about_the_dead()).count();
        let mut swept = Vec::new();
        // Without memory they go another time.
        swept.try_reserve_exact(dead).ok()?;
        for _ in 0..waiting {
            // Those that stay keep their order, and find their places again.
            match self.events.pop_front() {
                Some(event) if swept.len() < dead && event.is_about_the_dead() => swept.push(event),
                Some(event) => self.events.push_back(event),
                None => break,
            }
        }
        self.sweep_at = self.events.len().saturating_mul(2);
        self.thrown |= !swept.is_empty();
        Some(swept)
    }

    /// Whether it is still to be said that events pile up.
    fn complains(&mut self) -> bool {
        !self.closed && !std::mem::replace(&mut self.complained, true)
    }
}

fn say_that_events_pile_up(say: bool) {
    if say {
        tracing::warn!(
            "{MANY} events wait for a sink that has not returned: those of calls that are over and \
             released are thrown away, and changes that can be asked for are not kept"
        );
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;
    use crate::tests::Rig;

    #[test]
    fn a_nap_goes_on_until_enough_wait_and_a_sound_sleep_until_one_does() {
        let rig = Rig::new();
        let queue = rig.client.events();
        let sleep = || lock(&queue.state).sleep;
        let mut on = false;
        let mut happens = || {
            on = !on;
            rig.line.message_waiting_changed(on);
        };
        lock(&queue.state).sleep = Sleep::Nap;
        (1..ENOUGH).for_each(|_| happens());
        assert_eq!((queue.waiting(), sleep()), (ENOUGH - 1, Sleep::Nap));
        happens();
        assert_eq!(sleep(), Sleep::Awake);
        lock(&queue.state).sleep = Sleep::Sound;
        happens();
        assert_eq!(sleep(), Sleep::Awake);
    }
}
