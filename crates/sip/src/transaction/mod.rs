//! Transactions (RFC 3261 §17 as corrected by RFC 6026; RFC 4320): what was sent is sent again until
//! it is answered, and what comes again is not seen twice.
//!
//! `O` is whoever started a transaction, given back with everything that happens to it.

mod client;
mod key;
mod server;
#[cfg(test)]
mod tests;
mod wire;

use crate::flow::{Flow, Gone, Transmit, Transport};
use crate::message::value::Via;
use crate::message::{Draft, Echo, Message, Method, Name, reason_phrase};
use crate::random::Random;
use crate::slab::Place;
use crate::timer::Timers;
use bytes::Bytes;
use client::{Clients, Start};
use key::Keys;
use server::Servers;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use wire::Vias;

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
    /// Server transactions. Beyond it those that only wait for copies of what is answered make room,
    /// the oldest first; where there is none, new requests are answered 503 without state. With a
    /// T1 of half a second a call leaves two of them for 32 seconds over UDP.
    pub servers: usize,
}

/// A request of ours under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientId(Place);

/// A request of the far end under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ServerId(Place);

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
    /// The request could not be sent: its connection was not to be had, or broke before. As if a 503
    /// had come.
    NotSent(ClientId, O),
    /// The connection broke that it was sent over, or its copies come back, and nobody knows whether one
    /// arrived. As if a 503 had come.
    Lost(ClientId, O),
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

/// Whose timer came due. Nobody has more than one at a time.
#[derive(Debug, Clone, Copy)]
enum Due {
    Client(Place),
    Server(Place),
}

/// What the transactions share.
struct Common<O> {
    times: Times,
    timers: Timers<Due>,
    happened: VecDeque<Happened<O>>,
    silent: VecDeque<(Transport, SocketAddr)>,
}

impl<O> Common<O> {
    fn at<'a>(&'a mut self, now: Instant, out: &'a mut VecDeque<Transmit>) -> Env<'a, O> {
        Env {
            now,
            times: self.times,
            timers: &mut self.timers,
            happened: &mut self.happened,
            silent: &mut self.silent,
            out,
        }
    }
}

/// What a transaction works with.
struct Env<'a, O> {
    now: Instant,
    times: Times,
    timers: &'a mut Timers<Due>,
    happened: &'a mut VecDeque<Happened<O>>,
    silent: &'a mut VecDeque<(Transport, SocketAddr)>,
    out: &'a mut VecDeque<Transmit>,
}

/// After how many seconds to come again when there is no room for a request.
const RETRY_AFTER: u64 = 5;

/// All transactions of one agent.
pub struct Layer<O> {
    common: Common<O>,
    limits: Limits,
    clients: Clients<O>,
    servers: Servers<O>,
    keys: Keys,
    vias: Vias,
    /// Whether several users are called here, each of whom is a user agent.
    several: bool,
}

impl<O: Copy> Layer<O> {
    pub fn new(times: Times, limits: Limits) -> Self {
        Layer {
            common: Common {
                times,
                timers: Timers::default(),
                happened: VecDeque::new(),
                silent: VecDeque::new(),
            },
            limits,
            clients: Clients::new(),
            servers: Servers::new(),
            keys: Keys::new(),
            vias: Vias::default(),
            several: false,
        }
    }

    /// Several users are called here, each a user agent of its own: a request that is forked to two of
    /// them is one for each.
    pub fn has_several_users(&mut self) {
        self.several = true;
    }

    /// Sends a request of ours, with a Via that has a new branch (the cookie, then random text) and
    /// `rport`. A request too large for UDP (more than 1,300 bytes, §18.1.1) goes over TCP when
    /// `may_grow` is set, and back over UDP if no TCP connection is to be had.
    ///
    /// An ACK (that of a 2xx; every other one is sent from here) has no transaction: it is sent once,
    /// and its id is that of nothing. It does not grow, since nobody would know that it has to come
    /// back.
    #[allow(clippy::too_many_arguments)]
    pub fn send(
        &mut self,
        now: Instant,
        draft: Draft,
        flow: &Flow,
        may_grow: bool,
        owner: O,
        random: &mut Random,
        out: &mut VecDeque<Transmit>,
    ) -> ClientId {
        let mut flow = flow.clone();
        let size = draft.bytes.len() + self.vias.len(flow.transport, flow.local);
        let comes_back = draft.method != Method::Ack;
        let large = flow.transport == Transport::Udp && size > wire::LARGE;
        let grown = may_grow && comes_back && large;
        if grown {
            flow.transport = Transport::Tcp;
        }
        let (bytes, branch) = self
            .vias
            .put(&draft.bytes, flow.transport, flow.local, random);
        if draft.method == Method::Ack {
            out.push_back(Transmit { flow, bytes });
            return ClientId(Place::NOWHERE);
        }
        let start = Start {
            owner: Some(owner),
            branch,
            method: draft.method,
            flow,
            bytes,
            grown,
        };
        self.clients.start(&mut self.common.at(now, out), start)
    }

    /// Gives an INVITE up (§9.1): a CANCEL with these further header lines leaves at once if a
    /// provisional response is there, otherwise as soon as one comes; without one the INVITE goes on
    /// by Timer A to its end. 64·T1 after the CANCEL it counts as timed out. What becomes of the
    /// CANCEL itself says nothing and is not told.
    pub fn cancel(
        &mut self,
        now: Instant,
        id: ClientId,
        lines: &[u8],
        out: &mut VecDeque<Transmit>,
    ) {
        self.clients
            .cancel(&mut self.common.at(now, out), id.0, lines);
    }

    /// Nobody waits for this any more: nothing is sent again, nothing told. An INVITE's final
    /// response is still acknowledged while it lives (a 2xx is a [`Received::Stray`] then), and a
    /// CANCEL that waits for a provisional response still leaves.
    pub fn forget(&mut self, id: ClientId) {
        self.clients
            .forget(self.common.times, &mut self.common.timers, id.0);
    }

    /// Takes a message that came over `flow`. CANCEL is answered here (200 or 481), and so are a
    /// request that came by another way before (482, §8.2.2.2), an INVITE with the branch of another
    /// one (400) and a request too many (503).
    pub fn receive(
        &mut self,
        now: Instant,
        message: &Message<'_>,
        flow: &Flow,
        out: &mut VecDeque<Transmit>,
    ) -> Received<O> {
        let Some(via) = message.via() else {
            return Received::Absorbed;
        };
        let Some(code) = message.code() else {
            return self.request(now, message, via, flow, out);
        };
        // What went out in private is answered in private.
        if via.transport.eq_ignore_ascii_case("TLS") && flow.transport != Transport::Tls {
            return Received::Absorbed;
        }
        // With a second hop it is not for us (§8.1.3.3).
        if message.list(Name::Via).nth(1).is_some() {
            return Received::Stray;
        }
        let env = &mut self.common.at(now, out);
        self.clients.response(env, message, code, via.branch())
    }

    fn request(
        &mut self,
        now: Instant,
        request: &Message<'_>,
        via: &Via<'_>,
        flow: &Flow,
        out: &mut VecDeque<Transmit>,
    ) -> Received<O> {
        let mut key = self.keys.request(request, via);
        let mut known = self.servers.find(key);
        let (number, mut reused) = (request.cseq(), false);
        let is_other = known.is_some_and(|place| self.servers.has_other_number(place, number));
        if is_other || known.is_none() && self.servers.has_apart() {
            // No copy: somebody uses a branch twice, which nobody should (§8.1.1.7).
            let apart = self.keys.numbered(key, number);
            let other = self.servers.find(apart);
            // An ACK or CANCEL of neither number is of the request that the branch is known by.
            let follows = matches!(request.method(), Method::Ack | Method::Cancel);
            let invites = request.method() == Method::Invite;
            let refused = known.filter(|place| self.servers.is_refused(*place, number));
            match (other, refused) {
                (Some(_), _) => (key, known) = (apart, other),
                // Whoever asks anew has the refusal: what ends this one can mean nothing else.
                (None, Some(place)) if invites => {
                    self.servers.end(&mut self.common.timers, place);
                    known = None;
                }
                (None, _) if is_other => {
                    if !follows {
                        (key, known) = (apart, other);
                    }
                    reused = true;
                }
                (None, _) => {}
            }
        }
        let env = &mut self.common.at(now, out);
        match (request.method(), known) {
            (Method::Cancel, Some(place)) => {
                // Its copies find the same, so it needs no transaction of its own.
                let (received, last) = self.servers.cancel(place);
                let given = wire::to_tag(&last).map(str::to_owned);
                let tag = given.unwrap_or_else(|| self.keys.tag(key));
                answer(request, via, flow, 200, &tag, out);
                return received;
            }
            (Method::Cancel, None) => {
                answer(request, via, flow, 481, &self.keys.tag(key), out);
                return Received::Absorbed;
            }
            (Method::Ack, Some(place)) => {
                let tag = (!key::has_cookie(via)).then(|| request.to_tag());
                return self.servers.ack(env, place, tag);
            }
            (Method::Ack, None) => return Received::Ack,
            (_, Some(place)) => {
                self.servers.copy(env, place);
                return Received::Absorbed;
            }
            (_, None) => {}
        }
        if !self.servers.make_room(env.timers, self.limits.servers) {
            answer(request, via, flow, 503, &self.keys.tag(key), out);
            return Received::Absorbed;
        }
        let merged = self.keys.merged(request, self.several);
        if merged.is_some_and(|merged| self.servers.is_merged(merged)) {
            let place = self.servers.start(env, request, via, flow, key, None);
            let bytes = response(request, flow, 482, &self.keys.tag(key));
            self.servers.respond(env, place, 482, bytes);
            return Received::Absorbed;
        }
        let place = self.servers.start(env, request, via, flow, key, merged);
        if reused {
            self.servers.is_apart(place);
        }
        if reused && request.method() == Method::Invite {
            // What ends it would not say which of the two it means.
            let bytes = response(request, flow, 400, &self.keys.tag(key));
            self.servers.respond(env, place, 400, bytes);
            return Received::Absorbed;
        }
        Received::Request(ServerId(place))
    }

    /// What every response to an INVITE repeats, so that it need not be made twice; only until the
    /// first response.
    pub fn echo(&self, id: ServerId) -> Option<Arc<Echo>> {
        self.servers.echo(id.0)
    }

    /// Whom later events of this request are told with.
    pub fn set_owner(&mut self, id: ServerId, owner: O) {
        self.servers.set_owner(id.0, owner);
    }

    /// Sends a response. A provisional one may be followed by others, a final one ends it: a refusal
    /// of an INVITE is sent again until it is acknowledged (Timer G), a 2xx to an INVITE at T1, 2·T1,
    /// … up to T2 until [`Layer::acknowledged`] (§13.3.1.4), over every transport. A 408 to anything
    /// but an INVITE ends it without being sent (RFC 4320 §4.2). Returns false if there was a final
    /// response already, or the transaction is gone; nothing is sent then.
    pub fn respond(
        &mut self,
        now: Instant,
        id: ServerId,
        code: u16,
        bytes: Bytes,
        out: &mut VecDeque<Transmit>,
    ) -> bool {
        self.servers
            .respond(&mut self.common.at(now, out), id.0, code, bytes)
    }

    /// Forgets a request that was answered: a copy of it is a new one (§8.2.7).
    pub fn forget_request(&mut self, id: ServerId) {
        self.servers.end(&mut self.common.timers, id.0);
    }

    /// The 2xx to this INVITE has arrived, by its ACK or by what else only its receiver can send.
    pub fn acknowledged(&mut self, id: ServerId) {
        self.servers.acknowledged(&mut self.common.timers, id.0);
    }

    /// A connection is gone, or could not be had: the requests that wait for it end with
    /// [`Happened::NotSent`] or [`Happened::Lost`], unless they have another way (see `send`).
    /// Responses take their other way from now on (§18.2.2). Looks at every transaction. Returns whether
    /// a request of ours waited for it.
    pub fn broken(
        &mut self,
        now: Instant,
        gone: &Gone,
        random: &mut Random,
        out: &mut VecDeque<Transmit>,
    ) -> bool {
        let env = &mut self.common.at(now, out);
        let waited = self.clients.broken(env, gone, &mut self.vias, random);
        self.servers.broken(gone);
        waited
    }

    /// A datagram of ours has come back, or its beginning: ICMP says that nobody received it. What was
    /// sent again and has come back again ends with [`Happened::Lost`].
    pub fn refused(&mut self, now: Instant, sent: &[u8], out: &mut VecDeque<Transmit>) {
        self.clients.refused(&mut self.common.at(now, out), sent);
    }

    /// When to call [`Layer::timeout`].
    pub fn next_timeout(&self) -> Option<Instant> {
        self.common.timers.next()
    }

    /// Does what is due by now.
    pub fn timeout(&mut self, now: Instant, out: &mut VecDeque<Transmit>) {
        while let Some((due, ticket)) = self.common.timers.take(now) {
            let env = &mut self.common.at(now, out);
            match due {
                Due::Client(place) => self.clients.due(env, place, ticket),
                Due::Server(place) => self.servers.due(env, place, ticket),
            }
        }
    }

    /// What has happened; to be asked until there is nothing more.
    pub fn happened(&mut self) -> Option<Happened<O>> {
        self.common.happened.pop_front()
    }

    /// Who has said nothing at all to a request, until its time was over; to be asked until there is
    /// nobody more.
    pub fn silent(&mut self) -> Option<(Transport, SocketAddr)> {
        self.common.silent.pop_front()
    }

    /// Whether a request of ours waits for its final response, or a final response of ours to an
    /// INVITE for its ACK. Looks at every transaction.
    pub fn owes(&self) -> bool {
        self.clients.owes() || self.servers.owes()
    }

    /// What lives. All are zero when every transaction is over.
    pub fn counts(&self) -> Counts {
        Counts {
            clients: self.clients.len(),
            servers: self.servers.len(),
            timers: self.common.timers.len(),
        }
    }
}

/// A response from here.
fn response(request: &Message<'_>, flow: &Flow, code: u16, tag: &str) -> Bytes {
    let mut writer = Echo::answer(request, flow.peer, code, reason_phrase(code), tag);
    if code == 503 {
        writer.number(Name::RetryAfter, RETRY_AFTER);
    }
    Bytes::from(writer.end())
}

/// Answers a request without a transaction.
fn answer(
    request: &Message<'_>,
    via: &Via<'_>,
    flow: &Flow,
    code: u16,
    tag: &str,
    out: &mut VecDeque<Transmit>,
) {
    out.push_back(Transmit {
        flow: server::way_back(request, via, flow),
        bytes: response(request, flow, code, tag),
    });
}
