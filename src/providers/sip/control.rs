//! What an application's thread leaves for a call on the runtime's thread: answers, hang-ups, holds.
//!
//! A hang-up sets a flag that is made with the call, so it needs no memory; and it is seen even by a
//! call that is not on its way yet. Whoever leaves something rouses the runtime's thread through the
//! switchboard, and that thread tells the station whose call it is.

use super::sound::Talk;
use crate::engine::{DropReason, Error, ErrorKind, Reply, Result};
use crate::providers::switchboard::{self, Control as _};
use crate::shared::Shared;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, OnceLock};
use tapi3_common::sync::unmodelled::lock;
use tapi3_sip::agent::CallId;
use tokio::sync::Notify;

pub(super) type Switchboard = switchboard::Switchboard<Control>;
pub(super) type NewCall = switchboard::NewCall<Control>;

/// Admits no further calls and hangs up those that live. For the runtime's thread.
pub(super) fn close(switchboard: &Switchboard) {
    for control in switchboard.close() {
        control.hang_up(DropReason::Normal);
        control.wake();
    }
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

/// The calls of a station that something is asked of.
#[derive(Debug, Default)]
pub(super) struct Asked {
    calls: Mutex<Vec<CallId>>,
    /// Those who want to know what lives; none once the station has ended.
    counters: Mutex<Option<Vec<SyncSender<Census>>>>,
    bell: Notify,
}

/// What lives at a station.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Census {
    pub agent: tapi3_sip::agent::Counts,
    pub connections: usize,
}

impl Asked {
    /// The calls that something was asked of since.
    pub fn take(&self) -> Vec<CallId> {
        std::mem::take(&mut *lock(&self.calls))
    }

    /// The station counts from now on.
    pub fn begin_counting(&self) {
        lock(&self.counters).get_or_insert_default();
    }

    /// Nobody counts any more.
    pub fn end_counting(&self) {
        *lock(&self.counters) = None;
    }

    /// Asks what lives; whoever waits at the other end hears at once if nobody counts.
    pub fn count(&self, sender: SyncSender<Census>) {
        if let Some(counters) = &mut *lock(&self.counters) {
            counters.push(sender);
        }
        self.bell.notify_one();
    }

    /// Those who want to know what lives.
    pub fn counters(&self) -> Vec<SyncSender<Census>> {
        lock(&self.counters)
            .as_mut()
            .map(std::mem::take)
            .unwrap_or_default()
    }

    /// Waits until something is asked for.
    pub async fn wait(&self) {
        self.bell.notified().await;
    }
}

/// What an application may want of a call that is up.
pub(super) enum Wish {
    Answer,
    /// A call that rings is to go there instead.
    Redirect(String),
    Hold,
    Unhold,
    /// The other call, which is on hold, is to be taken back at the same time.
    Swap(Shared<Control>),
    BlindTransfer(String),
    /// A code and an address, at which the call is to be parked.
    Park(Arc<str>, String),
    /// The other call, to whose far end this one's is to be sent.
    Transfer(Shared<Control>),
    /// The other call, to whose conference this one is to be joined, or with which it is to be one.
    Join(Shared<Control>),
    /// The call is to leave its conference, and to end.
    Leave,
}

/// The runtime's side of one call.
pub(super) struct Control {
    appearances: Arc<Appearances>,
    station: Arc<Asked>,
    /// The call's number at its station; 0 until it has one.
    id: AtomicU64,
    /// Whether the call still counts in `appearances`.
    counts: AtomicBool,
    /// 0, or 1 more than the reason's DISCONNECT_CODE.
    hang_up: AtomicU8,
    /// Whether there is no time left to wait for the far end's word.
    hurried: AtomicBool,
    /// Whether something is to be said before the call is answered.
    speaks_early: AtomicBool,
    wish: Mutex<Option<(Wish, Reply)>>,
    /// For a call that takes another: the code that is dialled, and what stands behind it. Without a
    /// code it takes one that rings there and is watched.
    taken_by: OnceLock<(Arc<str>, String)>,
    /// The call's sound, while it has some.
    talk: Mutex<Option<Arc<Talk>>>,
}

impl switchboard::Control for Control {
    fn wake(&self) {
        if let Some(id) = self.id() {
            lock(&self.station.calls).push(id);
            self.station.bell.notify_one();
        }
    }
}

impl Control {
    /// For a new call; fails if the line has no place for it.
    pub fn new(appearances: &Arc<Appearances>, station: &Arc<Asked>) -> Result<Shared<Self>> {
        if !appearances.take() {
            return Err(Error::new(
                ErrorKind::CallUnavailable,
                "The line has as many calls as its settings allow.",
            ));
        }
        // From here on the count goes back when the value is dropped.
        Ok(Shared::try_new(Control {
            appearances: appearances.clone(),
            station: station.clone(),
            id: AtomicU64::new(0),
            counts: AtomicBool::new(true),
            hang_up: AtomicU8::new(0),
            hurried: AtomicBool::new(false),
            speaks_early: AtomicBool::new(false),
            wish: Mutex::new(None),
            taken_by: OnceLock::new(),
            talk: Mutex::new(None),
        })?)
    }

    /// Whether both calls are of one station.
    pub fn shares_station(&self, other: &Control) -> bool {
        Arc::ptr_eq(&self.station, &other.station)
    }

    /// The call's number at its station. Only the runtime's thread gives it.
    pub fn id(&self) -> Option<CallId> {
        match self.id.load(Ordering::Relaxed) {
            0 => None,
            id => Some(CallId::from_bits(id)),
        }
    }

    /// Gives the call its number. For the runtime's thread.
    pub fn set_id(&self, id: CallId) {
        self.id.store(id.to_bits(), Ordering::Relaxed);
    }

    /// The call is to take another, before it is placed.
    pub fn take_by(&self, dialled: (Arc<str>, String)) {
        // Only who has made it says so, once.
        let _ = self.taken_by.set(dialled);
    }

    /// What is dialled by a call that takes another: a code, and what stands behind it.
    pub fn taken_by(&self) -> Option<(&str, &str)> {
        let (code, number) = self.taken_by.get()?;
        Some((code, number))
    }

    /// The call's sound begins, or ends. For the runtime's thread.
    pub fn sounds(&self, talk: Option<Arc<Talk>>) {
        let before = std::mem::replace(&mut *lock(&self.talk), talk);
        drop(before);
    }

    /// The call's sound, while it has some.
    pub fn talk(&self) -> Option<Arc<Talk>> {
        lock(&self.talk).clone()
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
        }
    }

    /// Why the application wants the call to end, if it does.
    pub fn hung_up(&self) -> Option<DropReason> {
        let code = self.hang_up.load(Ordering::Acquire).checked_sub(1)?;
        DropReason::from_code(code.into())
    }

    /// There is no time left to wait for the far end's word. For the runtime's thread.
    pub fn hurry(&self) {
        self.hurried.store(true, Ordering::Release);
        self.wake();
    }

    /// Whether there is no such time left.
    pub fn is_hurried(&self) -> bool {
        self.hurried.load(Ordering::Acquire)
    }

    /// Something is to be said before the call is answered.
    pub fn speak_early(&self) {
        self.speaks_early.store(true, Ordering::Release);
    }

    /// Whether anything is, since the last look.
    pub fn is_to_speak_early(&self) -> bool {
        self.speaks_early.swap(false, Ordering::AcqRel)
    }

    /// Leaves a wish. The engine has one operation at a time for a call; an older one fails.
    pub fn ask(&self, wish: Wish, reply: Reply) {
        let earlier = lock(&self.wish).replace((wish, reply));
        drop(earlier);
    }

    /// The wish, if there is one.
    pub fn take_wish(&self) -> Option<(Wish, Reply)> {
        lock(&self.wish).take()
    }
}

impl Drop for Control {
    fn drop(&mut self) {
        self.free_appearance();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(appearances: &Arc<Appearances>) -> Result<Shared<Control>> {
        Control::new(appearances, &Arc::default())
    }

    #[test]
    fn a_line_has_no_more_calls_than_it_may() {
        let appearances = Arc::new(Appearances::new(1));
        let first = new(&appearances).unwrap();
        let refused = new(&appearances).err().unwrap();
        assert_eq!(refused.kind(), ErrorKind::CallUnavailable);
        // The place is free as soon as the application has hung up, not only when the wire is done.
        first.hang_up(DropReason::Normal);
        let second = new(&appearances).unwrap();
        drop(first);
        assert!(new(&appearances).is_err());
        drop(second);
        assert!(new(&appearances).is_ok());
    }

    #[test]
    fn the_first_reason_counts() {
        let control = new(&Arc::new(Appearances::new(1))).unwrap();
        assert_eq!(control.hung_up(), None);
        control.hang_up(DropReason::Rejected);
        control.hang_up(DropReason::Normal);
        assert_eq!(control.hung_up(), Some(DropReason::Rejected));
    }

    #[tokio::test]
    async fn a_wish_before_the_waiting_is_not_lost() {
        let asked = Arc::new(Asked::default());
        let control = Control::new(&Arc::new(Appearances::new(1)), &asked).unwrap();
        // A call without a number is not on its way: whoever places it looks for itself.
        control.wake();
        assert!(asked.take().is_empty());
        control.set_id(CallId::from_bits(1 << 32));
        control.wake();
        asked.wait().await;
        assert_eq!(asked.take().len(), 1);
    }
}
