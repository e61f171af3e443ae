//! What there is at a moment, and what can happen then.

use crate::shared::Shared;
use crate::store::{Store, Write};
use std::collections::BTreeSet;
use tapi3_lease::{Answer, Member, Ticket, Time};

/// An answer on its way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reply {
    pub(crate) node: usize,
    pub(crate) ticket: Ticket,
    pub(crate) answer: Answer,
}

/// A node with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Node {
    /// The code that is tried.
    pub member: Member,
    /// Lines that are open.
    pub open: BTreeSet<String>,
    pub(crate) closing: BTreeSet<String>,
    /// Up to where in the log it has seen, and of which epoch; none if it does not watch.
    pub(crate) watches: Option<(u32, usize)>,
    pub(crate) stalls: bool,
    pub(crate) stopped: bool,
    /// Whether its lines take long to close.
    pub(crate) slow: bool,
    /// Whether it has seen what time it is.
    pub(crate) awake: bool,
    /// Until when it acts with [`crate::lines::Broken::Sent`].
    pub(crate) counted: Time,
}

/// A moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    /// How many steps of time have gone by.
    pub time: u64,
    /// The nodes.
    pub nodes: Vec<Shared<Node>>,
    pub(crate) store: Shared<Store>,
    pub(crate) writes: Vec<Write>,
    pub(crate) answers: Vec<Reply>,
    pub(crate) faults: u8,
    pub(crate) wiped: bool,
    /// Who had each line at first.
    pub(crate) first: Vec<usize>,
}

impl State {
    /// Forgets what everybody has seen.
    pub(crate) fn forget(&mut self) {
        let now = self.store.epoch;
        let seen = self.nodes.iter().filter_map(|node| node.watches);
        let of_epoch = seen.filter(|(epoch, _)| *epoch == now);
        let all = of_epoch.map(|(_, seen)| seen).min();
        let all = all.unwrap_or(self.store.log.len());
        if all == 0 {
            return;
        }
        self.store.log.drain(..all);
        for node in &mut self.nodes {
            if let Some((epoch, seen)) = node.watches.filter(|(epoch, _)| *epoch == now) {
                node.watches = Some((epoch, seen - all));
            }
        }
    }
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// Time goes on.
    Time,
    /// A node sees what time it is.
    Wake(usize),
    /// The store takes a write that was on its way, and the answer arrives.
    Take(usize),
    /// A late answer arrives.
    Answer(usize),
    /// A node's watch shows what has changed.
    Watch(usize),
    /// A node reads the store and watches it from then on.
    Read(usize),
    /// A line that was to be closed is.
    Close(usize, String),
    /// A fault: a node stands still.
    Stop(usize),
    /// It goes on.
    GoOn(usize),
    /// A fault: a write is on its way for longer.
    Late(usize),
    /// A fault: the store takes a write, and the answer is on its way for longer.
    TakeOnly(usize),
    /// A fault: a write is lost.
    Lose(usize),
    /// A fault: a node does not wait any longer for an answer; the write may still arrive.
    GiveUp(usize),
    /// A fault: a watch stalls, until it shows something again.
    Stall(usize),
    /// A fault: a node's lines take as long as they like to close.
    Slow(usize),
    /// A fault: a watch breaks.
    Break(usize),
    /// The store loses everything, and is set up again.
    Wipe,
}

impl Step {
    /// Whether it is one that need not happen.
    pub fn is_fault(&self) -> bool {
        use Step::{Break, GiveUp, Late, Lose, Slow, Stall, Stop, TakeOnly};
        matches!(
            self,
            Stop(_) | Late(_) | TakeOnly(_) | Lose(_) | GiveUp(_) | Stall(_) | Slow(_) | Break(_)
        )
    }

    /// Whether a node stands still.
    pub fn is_stop(&self) -> bool {
        matches!(self, Step::Stop(_))
    }
}
