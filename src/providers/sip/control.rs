//! What an application's thread leaves for the runtime's thread: new calls, answers, hang-ups.
//!
//! A hang-up sets a flag and wakes a task, both made with the call, so it needs no memory; and it is
//! seen even by a call that is not on its way yet.

use crate::engine::{Call, DropReason, Error, ErrorKind, Reply, Result};
use crate::shared::Shared;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many calls a line has, and may have.
#[derive(Debug)]
pub(super) struct Appearances {
    used: AtomicU32,
    max: u32,
}

impl Appearances {
    pub fn new(max: u32) -> Self {
        Appearances {
            used: AtomicU32::new(0),
            max,
        }
    }

    fn take(&self) -> bool {
        let more = |used| (used < self.max).then_some(used + 1);
        let taken = self
            .used
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, more);
        taken.is_ok()
    }
}

/// The runtime's side of one call.
pub(super) struct Control {
    appearances: Arc<Appearances>,
    /// Whether the call still counts in `appearances`.
    counts: AtomicBool,
    /// 0, or 1 more than the reason's DISCONNECT_CODE.
    hang_up: AtomicU8,
    answer: Mutex<Option<Reply>>,
    wake: Notify,
}

impl Control {
    /// For a new call; fails if the line has no place for it.
    pub fn new(appearances: &Arc<Appearances>) -> Result<Shared<Self>> {
        if !appearances.take() {
            return Err(Error::new(
                ErrorKind::CallUnavailable,
                "The line has as many calls as its settings allow.",
            ));
        }
        // From here on the count goes back when the value is dropped.
        Ok(Shared::try_new(Control {
            appearances: appearances.clone(),
            counts: AtomicBool::new(true),
            hang_up: AtomicU8::new(0),
            answer: Mutex::new(None),
            wake: Notify::new(),
        })?)
    }

    /// The call is over for the application: its place on the line is free.
    pub fn free_appearance(&self) {
        if self.counts.swap(false, Ordering::AcqRel) {
            self.appearances.used.fetch_sub(1, Ordering::AcqRel);
        }
    }

    /// Asks for the end of the call. The first reason counts.
    pub fn hang_up(&self, reason: DropReason) {
        let code = 1 + reason as u8;
        let first = self
            .hang_up
            .compare_exchange(0, code, Ordering::AcqRel, Ordering::Acquire);
        if first.is_ok() {
            self.free_appearance();
            self.wake.notify_one();
        }
    }

    /// Why the application wants the call to end, if it does.
    pub fn hung_up(&self) -> Option<DropReason> {
        let code = self.hang_up.load(Ordering::Acquire).checked_sub(1)?;
        DropReason::from_code(code.into())
    }

    /// Asks for the call to be answered.
    pub fn answer(&self, reply: Reply) {
        let earlier = lock(&self.answer).replace(reply);
        drop(earlier);
        self.wake.notify_one();
    }

    /// The request to answer, if there is one.
    pub fn take_answer(&self) -> Option<Reply> {
        lock(&self.answer).take()
    }

    /// Waits until something was asked for. May return without a reason.
    pub async fn woken(&self) {
        self.wake.notified().await;
    }

    /// Waits until the call was hung up.
    pub async fn until_hung_up(&self) {
        while self.hung_up().is_none() {
            self.woken().await;
        }
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        self.free_appearance();
    }
}

/// An outgoing call on its way from the application to the runtime.
pub(super) struct NewCall {
    pub call: Call,
    pub control: Shared<Control>,
    pub reply: Reply,
    pub admitted: Admitted,
}

#[derive(Default)]
struct Calls {
    /// By the number that the engine keeps as the call's tag.
    live: HashMap<u64, Shared<Control>>,
    new: VecDeque<NewCall>,
    last: u64,
    closed: bool,
}

/// All calls of the provider.
#[derive(Default)]
pub(super) struct Switchboard {
    calls: Mutex<Calls>,
    wake: Notify,
}

const CLOSED: Error = Error::new(ErrorKind::OutOfService, "The SIP lines were closed.");

impl Switchboard {
    /// Admits a call and gives it the number to be known by.
    pub fn admit(&self, control: &Shared<Control>) -> Result<u64> {
        let mut calls = lock(&self.calls);
        if calls.closed {
            return Err(CLOSED);
        }
        calls.live.try_reserve(1)?;
        calls.last += 1;
        let tag = calls.last;
        calls.live.insert(tag, control.clone());
        Ok(tag)
    }

    /// The call with this number, if it lives.
    pub fn find(&self, tag: u64) -> Option<Shared<Control>> {
        lock(&self.calls).live.get(&tag).cloned()
    }

    /// Forgets a call.
    fn remove(&self, tag: u64) {
        let gone = lock(&self.calls).live.remove(&tag);
        drop(gone);
    }

    /// Hands a new outgoing call to the runtime; tells the application if that fails.
    pub fn hand_over(&self, new: NewCall) {
        let mut calls = lock(&self.calls);
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
    pub async fn next(&self) -> NewCall {
        loop {
            let next = lock(&self.calls).new.pop_front();
            match next {
                Some(new) => return new,
                None => self.wake.notified().await,
            }
        }
    }

    /// Admits no further calls and hangs up those that live.
    pub fn close(&self) {
        let mut calls = lock(&self.calls);
        calls.closed = true;
        let new = std::mem::take(&mut calls.new);
        let live: Vec<Shared<Control>> = calls.live.values().cloned().collect();
        drop(calls);
        // Dropping the requests completes their replies, which calls the engine: unlocked.
        drop(new);
        for control in live {
            control.hang_up(DropReason::Normal);
        }
    }
}

/// A call's place on the switchboard, until this is dropped.
pub(super) struct Admitted {
    switchboard: Arc<Switchboard>,
    tag: u64,
}

impl Admitted {
    /// The place of the call that was admitted with this number.
    pub fn new(switchboard: &Arc<Switchboard>, tag: u64) -> Self {
        Admitted {
            switchboard: switchboard.clone(),
            tag,
        }
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        self.switchboard.remove(self.tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_more_calls_than_it_may() {
        let appearances = Arc::new(Appearances::new(1));
        let first = Control::new(&appearances).unwrap();
        let refused = Control::new(&appearances).err().unwrap();
        assert_eq!(refused.kind(), ErrorKind::CallUnavailable);
        // The place is free as soon as the application has hung up, not only when the wire is done.
        first.hang_up(DropReason::Normal);
        let second = Control::new(&appearances).unwrap();
        drop(first);
        assert!(Control::new(&appearances).is_err());
        drop(second);
        assert!(Control::new(&appearances).is_ok());
    }

    #[test]
    fn the_first_reason_counts() {
        let control = Control::new(&Arc::new(Appearances::new(1))).unwrap();
        assert_eq!(control.hung_up(), None);
        control.hang_up(DropReason::Rejected);
        control.hang_up(DropReason::Normal);
        assert_eq!(control.hung_up(), Some(DropReason::Rejected));
    }

    #[tokio::test]
    async fn a_hang_up_before_the_waiting_is_not_lost() {
        let control = Control::new(&Arc::new(Appearances::new(1))).unwrap();
        control.hang_up(DropReason::Normal);
        control.until_hung_up().await;
    }

    #[test]
    fn a_closed_switchboard_hangs_up_and_admits_nobody() {
        let board = Switchboard::default();
        let control = Control::new(&Arc::new(Appearances::new(2))).unwrap();
        let tag = board.admit(&control).unwrap();
        board.close();
        assert!(board.find(tag).unwrap().hung_up().is_some());
        assert!(board.admit(&control).is_err());
    }
}
