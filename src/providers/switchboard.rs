//! Between the threads of applications and the one thread on which a provider runs its calls: who
//! lives, and which new calls wait to be placed. What an application's thread does here takes
//! memory that may be refused, and then nothing has changed; finding a call takes none.

use crate::engine::{Call, Error, ErrorKind, Reply, Result};
use crate::shared::Shared;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// An outgoing call on its way to the provider's thread. `C` is the provider's side of a call, for
/// wishes such as the one to hang up.
pub(super) struct NewCall<C> {
    pub call: Call,
    pub control: Shared<C>,
    pub reply: Reply,
    pub admitted: Admitted<C>,
}

struct Calls<C> {
    /// By the number that the engine keeps as the call's tag.
    live: HashMap<u64, Shared<C>>,
    new: VecDeque<NewCall<C>>,
    last: u64,
    closed: bool,
}

/// All calls of a provider.
pub(super) struct Switchboard<C> {
    calls: Mutex<Calls<C>>,
    wake: Notify,
}

const CLOSED: Error = Error::new(ErrorKind::OutOfService, "The line was closed.");

impl<C> Default for Switchboard<C> {
    fn default() -> Self {
        Switchboard {
            calls: Mutex::new(Calls {
                live: HashMap::new(),
                new: VecDeque::new(),
                last: 0,
                closed: false,
            }),
            wake: Notify::new(),
        }
    }
}

impl<C> Switchboard<C> {
    fn calls(&self) -> MutexGuard<'_, Calls<C>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Admits a call, for as long as the result lives.
    pub fn admit(self: &Arc<Self>, control: &Shared<C>) -> Result<Admitted<C>> {
        let mut calls = self.calls();
        if calls.closed {
            return Err(CLOSED);
        }
        calls.live.try_reserve(1)?;
        calls.last += 1;
        let tag = calls.last;
        calls.live.insert(tag, control.clone());
        Ok(Admitted {
            switchboard: self.clone(),
            tag,
        })
    }

    /// The call with this number, if it lives.
    pub fn find(&self, tag: u64) -> Option<Shared<C>> {
        self.calls().live.get(&tag).cloned()
    }

    /// Hands a new outgoing call to the provider's thread; tells the application if that fails.
    pub fn hand_over(&self, new: NewCall<C>) {
        let mut calls = self.calls();
        let room = match calls.closed {
            true => Err(CLOSED),
            false => calls.new.try_reserve(1).map_err(Error::from),
        };
        if let Err(error) = room {
            drop(calls);
            return new.reply.fail(error);
        }
        calls.new.push_back(new);
        drop(calls);
        self.wake.notify_one();
    }

    /// The next call to be placed.
    pub async fn next(&self) -> NewCall<C> {
        loop {
            let next = self.calls().new.pop_front();
            match next {
                Some(new) => return new,
                None => self.wake.notified().await,
            }
        }
    }

    /// Admits no further calls, gives up those that wait, and returns those that live.
    pub fn close(&self) -> Vec<Shared<C>> {
        let mut calls = self.calls();
        calls.closed = true;
        let new = std::mem::take(&mut calls.new);
        let live = calls.live.values().cloned().collect();
        drop(calls);
        // Dropping the requests completes their replies, which calls the engine: unlocked.
        drop(new);
        live
    }
}

/// A call's place on the switchboard, until this is dropped.
pub(super) struct Admitted<C> {
    switchboard: Arc<Switchboard<C>>,
    tag: u64,
}

impl<C> Admitted<C> {
    /// The number by which the call is found.
    pub fn tag(&self) -> u64 {
        self.tag
    }
}

impl<C> Drop for Admitted<C> {
    fn drop(&mut self) {
        let gone = self.switchboard.calls().live.remove(&self.tag);
        // The control may call the engine when it goes: unlocked.
        drop(gone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_found_for_as_long_as_it_has_its_place() {
        let board: Arc<Switchboard<&str>> = Arc::default();
        let (first, second) = (
            Shared::try_new("first").unwrap(),
            Shared::try_new("second").unwrap(),
        );
        let admitted = board.admit(&first).unwrap();
        let other = board.admit(&second).unwrap();
        assert_eq!(*board.find(admitted.tag()).unwrap(), "first");
        assert_eq!(*board.find(other.tag()).unwrap(), "second");
        let tag = admitted.tag();
        drop(admitted);
        assert!(board.find(tag).is_none() && board.find(other.tag()).is_some());
        assert!(board.find(0).is_none(), "no call has the number 0");
    }

    #[test]
    fn a_closed_switchboard_tells_who_lives_and_admits_nobody() {
        let board: Arc<Switchboard<&str>> = Arc::default();
        let control = Shared::try_new("up").unwrap();
        let admitted = board.admit(&control).unwrap();
        assert_eq!(board.close().len(), 1);
        assert!(board.find(admitted.tag()).is_some());
        assert!(board.admit(&control).is_err());
    }
}
