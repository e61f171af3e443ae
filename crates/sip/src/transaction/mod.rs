//! Transactions (RFC 3261 §17 as corrected by RFC 6026; RFC 4320): what was sent is sent again until
//! it is answered, and what comes again is not seen twice.
//!
//! `O` is whoever started a transaction, given back with everything that happens to it.

use crate::flow::{Flow, Transmit};
use crate::message::{Draft, Message};
use crate::random::Random;
use bytes::Bytes;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::time::{Duration, Instant};

/// The protocol's times (RFC 3261 §17.1.1.1, table 4), all from T1.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub t1: Duration,
    pub t2: Duration,
    pub t4: Duration,
}

impl Times {
    /// From the estimate of a round trip: T2 is 8·T1, T4 10·T1.
    pub fn of(t1: Duration) -> Self {
        Times {
            t1,
            t2: t1 * 8,
            t4: t1 * 10,
        }
    }

    /// 64·T1: the longest that anything is sent again.
    pub fn give_up(&self) -> Duration {
        self.t1 * 64
    }
}

/// How much strangers can make us keep.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Server transactions; beyond it new requests are answered 503 without state.
    pub servers: usize,
}

/// A request of ours under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientId {
    slot: u32,
    serial: u32,
}

/// A request of the far end under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ServerId {
    slot: u32,
    serial: u32,
}

/// What a message is to those above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Received<O> {
    /// A new request, to be answered through its transaction.
    Request(ServerId),
    /// The ACK of a 2xx: it has no transaction and is never answered.
    Ack,
    /// The caller gave an INVITE up; the CANCEL itself is answered already.
    Cancel(ServerId, Option<O>),
    /// A response to a request of ours. Every 2xx to an INVITE comes up, copies too.
    Response(ClientId, O),
    /// A response to nothing that is known here: of an INVITE that is over, for instance.
    Stray,
    /// Nothing for those above: a copy, or an ACK of a refusal.
    Absorbed,
}

/// What happens without a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened<O> {
    /// No final response came in time (Timer B or F, or 64·T1 after a CANCEL): as if a 408 had come.
    TimedOut(ClientId, O),
    /// The request could not be sent: its connection broke or was not to be had. As if a 503 had come.
    NotSent(ClientId, O),
    /// Our 2xx to an INVITE was not acknowledged within 64·T1.
    NotAcknowledged(ServerId, Option<O>),
}

/// What lives, for those who count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub clients: usize,
    pub servers: usize,
    pub timers: usize,
}

/// All transactions of one agent.
pub struct Layer<O> {
    owners: PhantomData<O>,
}

impl<O: Copy> Layer<O> {
    pub fn new(_times: Times, _limits: Limits) -> Self {
        todo!()
    }

    /// Sends a request of ours, with a Via that has a new branch (the cookie, then random text) and
    /// `rport`. A request too large for UDP (more than 1,300 bytes, §18.1.1) goes over TCP when
    /// `may_grow` is set, and back over UDP if no TCP connection is to be had.
    #[allow(clippy::too_many_arguments)]
    pub fn send(
        &mut self,
        _now: Instant,
        _draft: Draft,
        _flow: &Flow,
        _may_grow: bool,
        _owner: O,
        _random: &mut Random,
        _out: &mut VecDeque<Transmit>,
    ) -> ClientId {
        todo!()
    }

    /// Gives an INVITE up (§9.1): a CANCEL with these further header lines leaves at once if a
    /// provisional response is there, otherwise as soon as one comes; without one the INVITE goes on
    /// by Timer A to its end. 64·T1 after the CANCEL it counts as timed out. What becomes of the
    /// CANCEL itself says nothing and is not told.
    pub fn cancel(
        &mut self,
        _now: Instant,
        _id: ClientId,
        _lines: &[u8],
        _out: &mut VecDeque<Transmit>,
    ) {
        todo!()
    }

    /// Nobody waits for this any more: nothing is sent again, nothing told. An INVITE's final
    /// response is still acknowledged while it lives.
    pub fn forget(&mut self, _id: ClientId) {
        todo!()
    }

    /// Takes a message that came over `flow`. CANCEL is answered here (200 or 481).
    pub fn receive(
        &mut self,
        _now: Instant,
        _message: &Message<'_>,
        _flow: &Flow,
        _out: &mut VecDeque<Transmit>,
    ) -> Received<O> {
        todo!()
    }

    /// Whom later events of this request are told with.
    pub fn set_owner(&mut self, _id: ServerId, _owner: O) {
        todo!()
    }

    /// Sends a response. A provisional one may be followed by others, a final one ends it: a refusal
    /// of an INVITE is sent again until it is acknowledged (Timer G), a 2xx to an INVITE at T1, 2·T1,
    /// … up to T2 until [`Layer::acknowledged`] (§13.3.1.4), over every transport. Returns false if
    /// there was a final response already, or the transaction is gone; nothing is sent then.
    pub fn respond(
        &mut self,
        _now: Instant,
        _id: ServerId,
        _code: u16,
        _bytes: Bytes,
        _out: &mut VecDeque<Transmit>,
    ) -> bool {
        todo!()
    }

    /// The 2xx to this INVITE has arrived, by its ACK or by what else only its receiver can send.
    pub fn acknowledged(&mut self, _id: ServerId) {
        todo!()
    }

    /// A connection is gone, or a message could not be sent on its way to there: the requests that
    /// wait for it end with [`Happened::NotSent`], unless they have another way (see `send`).
    pub fn broken(
        &mut self,
        _now: Instant,
        _flow: &Flow,
        _random: &mut Random,
        _out: &mut VecDeque<Transmit>,
    ) {
        todo!()
    }

    /// A request that has no transaction, the ACK of a 2xx, with a Via for `flow`.
    pub fn with_via(&mut self, _draft: &Draft, _flow: &Flow, _random: &mut Random) -> Bytes {
        todo!()
    }

    /// When to call [`Layer::timeout`].
    pub fn next_timeout(&self) -> Option<Instant> {
        todo!()
    }

    /// Does what is due by now.
    pub fn timeout(&mut self, _now: Instant, _out: &mut VecDeque<Transmit>) {
        todo!()
    }

    /// What has happened; to be asked until there is nothing more.
    pub fn happened(&mut self) -> Option<Happened<O>> {
        todo!()
    }

    /// Whether a request of ours waits for its final response, or a refusal or acceptance of ours for
    /// its ACK.
    pub fn owes(&self) -> bool {
        todo!()
    }

    pub fn counts(&self) -> Counts {
        todo!()
    }
}
