//! What a step of the exchange has to tell the engine. It is collected under the exchange's lock
//! and told without it, in order; collecting takes no memory.

use super::legs::Phase;
use super::plan::Target;
use crate::engine::{Call, Cause, Error, Line, PartyId, Reply, State};
use arrayvec::ArrayVec;
use std::sync::Arc;

/// One thing to tell.
#[derive(Debug)]
pub(super) enum Item {
    /// The request succeeded.
    Done(Reply),
    /// The request succeeded and found this out.
    DoneWith(Reply, String),
    /// The request failed.
    Failed(Reply, Error),
    /// The call changed its state.
    Move(Call, State, Cause),
    /// The far end of the call rings.
    Rings(Call),
    /// The first call joins the hub of the second.
    Hub(Call, Call),
    /// A party of the call is known, or is another one now.
    Party(Call, PartyId, Target),
    /// Why the call came to be, a LINECALLREASON_* bit.
    Reason(Call, i32),
    /// Nothing to tell: the leg with this tag can go.
    Release(u64),
    /// Told already.
    Told,
    /// Nothing to tell: something that must not be dropped under the lock.
    Forget(#[allow(dead_code, reason = "kept only to be dropped later")] Reply),
}

/// A call to announce on a line. It is the first thing told, for it can fail.
#[derive(Debug)]
pub(super) struct Offer {
    pub line: Arc<Line>,
    /// The tag of the new leg.
    pub tag: u64,
    pub caller: Target,
    /// The number that was dialled, if it is not the line's own.
    pub called: Target,
    pub redirecting: Target,
    pub reason: i32,
    /// The call that is at the other end, whose hub the new one joins.
    pub partner: Option<Call>,
    /// How things were, for when the line cannot take the call.
    pub undo: Undo,
}

/// How to take back what a failed offer was part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Undo {
    /// It cannot be taken back: the caller's call ends as failed.
    Nothing,
    /// The leg with this tag was never made.
    Make(u64),
    /// The leg with this tag waits for digits again, and has so many.
    Dial(u64, usize),
    /// The leg with this tag has not left: it stands so again, and with whoever was to be sent on.
    Leave(u64, Phase),
}

const ROOM: usize = 10;

/// Things to tell, in order.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    pub offer: Option<Offer>,
    pub items: ArrayVec<Item, ROOM>,
    /// Whether an extension began to say or to hear something.
    pub sounds: bool,
}

impl Outbox {
    /// Adds something to tell. No step has more to tell than there is room for.
    pub fn push(&mut self, item: Item) {
        if let Err(full) = self.items.try_push(item) {
            debug_assert!(false, "no room for {full:?}");
            tracing::error!("the simulated exchange could not tell {:?}", full.element());
        }
    }

    pub fn state(&mut self, call: Option<&Call>, state: State, cause: Cause) {
        if let Some(call) = call {
            self.push(Item::Move(call.clone(), state, cause));
        }
    }
}
