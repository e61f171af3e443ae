//! Between the threads of applications and the one thread on which a provider runs its calls: who
//! lives, which new calls wait to be placed, and whose wishes wait to be read.
//!
//! Handshakes between threads stand here and not in the providers, so that every order of events can
//! be tried (`tests/loom.rs`). The wishes themselves (to hang up, to answer) are kept by the
//! provider's side of a call, the *control* `C`; a new call on its way to the provider's thread is an
//! `N`; the [`Bell`] wakes that thread.
//!
//! What an application's thread does here takes no memory, except for placing a call, where it may
//! be refused, and then nothing has changed. It uses nothing that belongs to the provider's runtime.

use std::collections::VecDeque;
use std::sync::Arc;
use tapi3_common::numbers::Numbered;
use tapi3_common::shared::{OutOfMemory, Shared};
use tapi3_common::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use tapi3_common::sync::{Mutex, MutexGuard, lock};

/// What wakes the provider's thread.
pub trait Bell: Send + Sync {
    /// Wakes the provider's thread, now or as soon as it waits. Takes no memory and no lock.
    fn ring(&self);
}

/// What the switchboard has to know of a call as the engine sees it.
pub trait Party {
    /// The number by which the switchboard knows it; 0 if it does not.
    fn tag(&self) -> u64;

    /// Sets that number.
    fn set_tag(&self, tag: u64);

    /// Whether the call is over for the application.
    fn is_over(&self) -> bool;
}

/// Why a call is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The provider closes, or has closed.
    Closed,
    /// There is no memory.
    OutOfMemory,
    /// The application has hung up meanwhile.
    Over,
}

impl From<std::collections::TryReserveError> for Refusal {
    fn from(_: std::collections::TryReserveError) -> Self {
        Refusal::OutOfMemory
    }
}

impl From<OutOfMemory> for Refusal {
    fn from(_: OutOfMemory) -> Self {
        Refusal::OutOfMemory
    }
}

/// How the provider's work is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// It goes on.
    None = 0,
    /// The lines are closed: calls are ended, with some patience.
    Closing = 1,
    /// The process ends: calls are ended in a hurry.
    Leaving = 2,
}

/// One thing for the provider's thread to do.
#[derive(Debug)]
pub enum Work<C, N> {
    /// A wish was left with this call.
    Asked(Shared<C>),
    /// This call is to be placed.
    New(N),
}

struct Entry<C> {
    control: Shared<C>,
    /// Whether its number waits in `asked`.
    asked: bool,
}

struct Calls<C, N> {
    /// By the number that the engine keeps as the call's tag.
    live: Numbered<u64, Entry<C>>,
    new: VecDeque<N>,
    /// Whose wishes wait to be read; there is always room for everybody in `live`.
    asked: VecDeque<u64>,
    last: u64,
    closed: bool,
}

/// All calls of a provider.
pub struct Switchboard<C, N, B> {
    calls: Mutex<Calls<C, N>>,
    /// An [`Ending`]; outside the lock, because the process may end while a thread holds that.
    ending: AtomicU8,
    /// Whether somebody rings of whom the provider's thread has not heard: who comes then is heard
    /// with that.
    rung: AtomicBool,
    bell: B,
}

impl<C, N, B: Bell> Switchboard<C, N, B> {
    /// A switchboard without calls.
    pub fn new(bell: B) -> Self {
        Switchboard {
            calls: Mutex::new(Calls {
                live: Numbered::default(),
                new: VecDeque::new(),
                asked: VecDeque::new(),
                last: 0,
                closed: false,
            }),
            ending: AtomicU8::new(Ending::None as u8),
            rung: AtomicBool::new(false),
            bell,
        }
    }

    fn calls(&self) -> MutexGuard<'_, Calls<C, N>> {
        lock(&self.calls)
    }

    /// What wakes the provider's thread.
    pub fn bell(&self) -> &B {
        &self.bell
    }

    // For the threads of applications.

    /// Admits an outgoing call, for as long as the result lives. A hang-up at any moment of this is
    /// either seen here ([`Refusal::Over`]) or finds the call by its tag: both sides look at the tag
    /// under one lock, and at the other's word after it.
    ///
    /// # Errors
    /// When the call is not let in; then nothing has changed, but that its tag may be one that nobody
    /// has.
    pub fn place(
        self: &Arc<Self>,
        call: &impl Party,
        control: &Shared<C>,
    ) -> Result<Admitted<C, N, B>, Refusal> {
        let admitted = self.enter(control, |tag| call.set_tag(tag))?;
        if call.is_over() {
            return Err(Refusal::Over);
        }
        Ok(admitted)
    }

    /// Tells a call's control that the application wants the call to end, by `wish`, which takes the
    /// reply over. When there is no such call here, `over` has the reply and says that the call is
    /// over for the application; another thread may have placed the call meanwhile, and then the
    /// control hears of it by `late`.
    pub fn hang_up<T>(
        &self,
        call: &impl Party,
        reply: T,
        wish: impl FnOnce(&C, T),
        over: impl FnOnce(T),
        late: impl FnOnce(&C),
    ) {
        if let Some((tag, control)) = self.find(call) {
            wish(&control, reply);
            return self.rouse(tag);
        }
        over(reply);
        if let Some((tag, control)) = self.find(call) {
            late(&control);
            self.rouse(tag);
        }
    }

    /// The control of a call, with the call's number, if it lives here.
    pub fn find(&self, call: &impl Party) -> Option<(u64, Shared<C>)> {
        let calls = self.calls();
        let tag = call.tag();
        let entry = calls.live.get(&tag)?;
        Some((tag, entry.control.clone()))
    }

    /// A wish was left with the control of the call with this number: the provider's thread is to
    /// look at it.
    pub fn rouse(&self, tag: u64) {
        let mut calls = self.calls();
        let calls_now = &mut *calls;
        let Some(entry) = calls_now.live.get_mut(&tag) else {
            return;
        };
        if !std::mem::replace(&mut entry.asked, true) {
            // `enter` has made the room.
            calls_now.asked.push_back(tag);
        }
        drop(calls);
        self.ring();
    }

    /// Hands a new outgoing call to the provider's thread.
    ///
    /// # Errors
    /// Gives the call back when it is not let in.
    pub fn hand_over(&self, new: N) -> Result<(), (N, Refusal)> {
        let mut calls = self.calls();
        let room = match calls.closed {
            true => Err(Refusal::Closed),
            false => calls.new.try_reserve(1).map_err(Refusal::from),
        };
        if let Err(refusal) = room {
            return Err((new, refusal));
        }
        calls.new.push_back(new);
        drop(calls);
        self.ring();
        Ok(())
    }

    /// Rings for what is on the board now.
    fn ring(&self) {
        if !self.rung.swap(true, Ordering::AcqRel) {
            self.bell.ring();
        }
    }

    /// Asks the provider's thread to end its work. Takes no lock, and relies on nobody else to ring: the
    /// process may be ending while a thread that no longer runs holds the one or was to do the other.
    /// What was asked for in a hurry stays so.
    pub fn end(&self, ending: Ending) {
        self.ending.fetch_max(ending as u8, Ordering::AcqRel);
        self.bell.ring();
    }

    // For the provider's thread, and for whoever brings calls from the network.

    /// Admits a call, for as long as the result lives; `name` hears its number first.
    ///
    /// # Errors
    /// When the call is not let in; then nothing has changed.
    pub fn enter(
        self: &Arc<Self>,
        control: &Shared<C>,
        name: impl FnOnce(u64),
    ) -> Result<Admitted<C, N, B>, Refusal> {
        let mut calls = self.calls();
        if calls.closed {
            return Err(Refusal::Closed);
        }
        calls.live.try_reserve(1)?;
        let everybody = calls.live.len() + 1;
        // Beside those who are gone and whose numbers still wait.
        calls.asked.try_reserve(everybody)?;
        calls.last += 1;
        let tag = calls.last;
        let entry = Entry {
            control: control.clone(),
            asked: false,
        };
        calls.live.insert(tag, entry);
        name(tag);
        Ok(Admitted {
            switchboard: self.clone(),
            tag,
        })
    }

    /// The bell was heard: what comes on the board from now on rings anew. To be called each time before
    /// what is on the board is taken.
    pub fn hear(&self) {
        self.rung.swap(false, Ordering::AcqRel);
    }

    /// The next thing to do, wishes first. When there is none, the bell rings for the next.
    pub fn take(&self) -> Option<Work<C, N>> {
        let mut calls = self.calls();
        let calls = &mut *calls;
        while let Some(tag) = calls.asked.pop_front() {
            // Those who are gone have no wishes.
            if let Some(entry) = calls.live.get_mut(&tag) {
                entry.asked = false;
                return Some(Work::Asked(entry.control.clone()));
            }
        }
        calls.new.pop_front().map(Work::New)
    }

    /// Whether the work is to end.
    pub fn ending(&self) -> Ending {
        match self.ending.load(Ordering::Acquire) {
            0 => Ending::None,
            1 => Ending::Closing,
            _ => Ending::Leaving,
        }
    }

    /// Admits no further calls, gives up those that wait, and returns those that live.
    pub fn close(&self) -> Vec<Shared<C>> {
        let mut calls = self.calls();
        calls.closed = true;
        let new = std::mem::take(&mut calls.new);
        let live = calls.live.values().map(|entry| entry.control.clone());
        let live = live.collect();
        drop(calls);
        // Dropping the requests completes their replies, which calls the engine: unlocked.
        drop(new);
        live
    }
}

/// A call's place on the switchboard, until this is dropped.
pub struct Admitted<C, N, B> {
    switchboard: Arc<Switchboard<C, N, B>>,
    tag: u64,
}

impl<C, N, B> Admitted<C, N, B> {
    /// The number by which the call is found.
    pub fn tag(&self) -> u64 {
        self.tag
    }
}

impl<C, N, B> Drop for Admitted<C, N, B> {
    fn drop(&mut self) {
        let gone = lock(&self.switchboard.calls).live.remove(&self.tag);
        // The control may call the engine when it goes: unlocked.
        drop(gone);
    }
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize};

    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl Bell for Counting {
        fn ring(&self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[derive(Default)]
    struct Call {
        tag: AtomicU64,
        over: AtomicBool,
    }

    impl Party for Call {
        fn tag(&self) -> u64 {
            self.tag.load(Ordering::Relaxed)
        }

        fn set_tag(&self, tag: u64) {
            self.tag.store(tag, Ordering::Relaxed);
        }

        fn is_over(&self) -> bool {
            self.over.load(Ordering::Relaxed)
        }
    }

    type Board = Switchboard<&'static str, &'static str, Counting>;

    fn board() -> Arc<Board> {
        Arc::new(Switchboard::new(Counting::default()))
    }

    fn control(name: &'static str) -> Shared<&'static str> {
        Shared::try_new(name).unwrap()
    }

    #[test]
    fn a_call_is_found_for_as_long_as_it_has_its_place() {
        let (board, first, second) = (board(), Call::default(), Call::default());
        let admitted = board.place(&first, &control("first")).ok().unwrap();
        let other = board.place(&second, &control("second")).ok().unwrap();
        assert_eq!(*board.find(&first).unwrap().1, "first");
        assert_eq!(*board.find(&second).unwrap().1, "second");
        assert_ne!(admitted.tag(), other.tag());
        drop(admitted);
        assert!(board.find(&first).is_none() && board.find(&second).is_some());
        assert!(board.find(&Call::default()).is_none(), "nobody has 0");
    }

    #[test]
    fn a_call_that_is_over_gets_no_place() {
        let (board, call) = (board(), Call::default());
        call.over.store(true, Ordering::Relaxed);
        let refused = board.place(&call, &control("late")).err();
        assert_eq!(refused, Some(Refusal::Over));
        assert!(board.find(&call).is_none());
    }

    #[test]
    fn wishes_are_read_once_each_and_before_new_calls() {
        let (board, call) = (board(), Call::default());
        let admitted = board.place(&call, &control("up")).ok().unwrap();
        board.hand_over("new").unwrap();
        board.rouse(admitted.tag());
        board.rouse(admitted.tag());
        assert!(matches!(board.take(), Some(Work::Asked(c)) if *c == "up"));
        assert!(matches!(board.take(), Some(Work::New("new"))));
        assert!(board.take().is_none());
        board.rouse(admitted.tag());
        assert!(
            board.take().is_some(),
            "a wish after the reading is a new one"
        );
        board.rouse(admitted.tag());
        drop(admitted);
        assert!(board.take().is_none(), "who is gone has no wishes");
    }

    #[test]
    fn a_bell_that_is_not_heard_yet_is_not_rung_again() {
        let (board, call) = (board(), Call::default());
        let rings = || board.bell().0.load(Ordering::Relaxed);
        let admitted = board.place(&call, &control("up")).ok().unwrap();
        board.rouse(admitted.tag());
        board.hand_over("new").unwrap();
        assert_eq!(rings(), 1);
        board.hear();
        assert!(board.take().is_some() && board.take().is_some());
        board.rouse(admitted.tag());
        assert_eq!(rings(), 2);
        // Who rang before may never come to it.
        board.end(Ending::Leaving);
        assert_eq!(rings(), 3);
    }

    #[test]
    fn a_closed_switchboard_tells_who_lives_and_admits_nobody() {
        let (board, call) = (board(), Call::default());
        let _admitted = board.place(&call, &control("up")).ok().unwrap();
        board.hand_over("waits").unwrap();
        assert_eq!(board.close().len(), 1);
        assert!(board.find(&call).is_some());
        let refused = board.place(&Call::default(), &control("late")).err();
        assert_eq!(refused, Some(Refusal::Closed));
        assert!(board.hand_over("later").is_err() && board.take().is_none());
    }

    #[test]
    fn a_hurry_is_not_taken_back() {
        let board = board();
        assert_eq!(board.ending(), Ending::None);
        board.end(Ending::Leaving);
        board.end(Ending::Closing);
        assert_eq!(board.ending(), Ending::Leaving);
    }
}
