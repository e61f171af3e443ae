//! A user agent (RFC 3261): lines, their calls, and everything that comes in on the addresses that
//! they share.
//!
//! Whoever has the sockets calls [`Agent::receive`], [`Agent::timeout`] and [`Agent::broken`], and
//! after each of these, and after each command, takes what [`Agent::transmit`] and [`Agent::event`]
//! have.

mod address;
mod alive;
mod answered;
mod call;
mod change;
mod dialog;
mod early;
mod established;
mod event;
mod guard;
mod identity;
mod incoming;
mod keys;
mod late;
mod line;
mod methods;
mod outgoing;
mod outside;
mod probe;
mod reason;
mod redirect;
mod refer_to;
mod refresh;
mod registering;
mod reinvites;
mod reliable;
mod subscriptions;
#[cfg(test)]
mod tests;
mod transfer;
mod undescribed;
mod values;

pub use alive::{KeepAlive, KeepAliveBy};
pub use call::HangUp;
pub use dialog::transport_of;
pub use event::{CallId, Counts, End, Event, LineId, Named, Offer, Refusal};
pub use guard::Guard;
pub use identity::{DivertReason, Diverted};
pub use line::{LineSettings, Reliable, SessionTimer};
pub use outgoing::Placing;
pub use probe::{ProbeId, Probed};
pub use reason::Because;
pub use refer_to::{split_target, target_with};
pub use subscriptions::{Direction, WatchId, WatchSettings, WatchedDialog, WatchedState};

use crate::flow::{Flow, Gone, Transmit};
use crate::message::{Message, Writer};
use crate::random::Random;
use crate::registration::Why;
use crate::slab::Slab;
use crate::timer::Timers;
use crate::transaction::{ClientId, Happened, Layer, Limits, Received, ServerId, Times};
use bytes::Bytes;
use call::Call;
use line::Line;
use std::collections::{HashMap, VecDeque};
use std::time::Instant;

/// The methods that we take.
pub(crate) const ALLOWED: &str =
    "INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, INFO, REFER, NOTIFY";

/// The event packages that we take news of.
pub(crate) const EVENTS: &str = "refer, message-summary, dialog";

/// The media type of session descriptions.
pub(crate) const SDP: &str = "application/sdp";

/// Room for as many calls is kept when the last one is gone.
const KEPT: usize = 2048;

/// What an agent is.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What we call ourselves.
    pub user_agent: String,
    pub times: Times,
    pub limits: Limits,
    /// Calls that may live at a time; further ones are refused without being offered.
    pub max_calls: usize,
}

/// What a transaction of ours is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A call's.
    Call(CallId),
    /// A line's, for its registration.
    Line(LineId),
    /// A subscription's.
    Watch(WatchId),
    /// A question's whether somebody is there.
    Probe(ProbeId),
    /// A sign of life's.
    Alive,
}

/// How a request of a call's came to nothing without a final answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// None came in time.
    TimedOut,
    /// It did not leave.
    NotSent,
    /// It left over a connection that broke then, or was refused by the far end's machine: a copy may
    /// have arrived.
    Lost,
}

impl Failure {
    /// The code that it counts as (§8.1.3.1).
    pub fn code(self) -> u16 {
        match self {
            Failure::TimedOut => 408,
            Failure::NotSent | Failure::Lost => 503,
        }
    }
}

/// What a timer of a call is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// The called side says nothing more (Timer C), to a call or to a change within it.
    Silence,
    /// A ringing call says that it still rings (§13.3.1.1).
    StillRinging,
    /// The caller waits no longer (Expires, §13.3.1).
    Expiry,
    /// It has rung for as long as the line wants.
    RangEnough,
    /// A reliable provisional response is sent again (RFC 3262 §3).
    Reliable,
    /// A trace has waited long enough.
    Linger,
    /// The session is to be refreshed, or ends for want of it (RFC 4028).
    Refresh,
    /// A re-INVITE that met another is tried again (§14.1).
    Glare,
    /// A transfer that was accepted is heard of no more.
    News,
    /// The far end is to have described its sound.
    Description,
    /// The only one that has spoken so far has described media that we do not have.
    Foreign,
}

/// What all calls share.
pub(crate) struct Core {
    pub layer: Layer<Owner>,
    lines: Vec<Line>,
    pub due: Timers<(CallId, What)>,
    /// When lines register.
    pub line_due: Timers<LineId>,
    pub out: VecDeque<Transmit>,
    pub events: VecDeque<Event>,
    pub random: Random,
    pub settings: Settings,
    pub now: Instant,
    /// What the calls that somebody was sent to have come to, for those who sent them.
    news: VecDeque<(CallId, u16)>,
}

impl Core {
    fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.get(id.0 as usize)
    }

    pub fn tell(&mut self, event: Event) {
        self.events.push_back(event);
    }

    /// A call that the far end of another wanted has come this far.
    pub fn tell_of(&mut self, for_transfer: Option<CallId>, code: u16) {
        self.news.extend(for_transfer.map(|id| (id, code)));
    }

    /// Sends a request on a transaction of its own.
    pub fn send(&mut self, draft: crate::message::Draft, flow: &Flow, owner: Owner) -> ClientId {
        let (random, out) = (&mut self.random, &mut self.out);
        self.layer
            .send(self.now, draft, flow, true, owner, random, out)
    }

    /// Sends a response.
    pub fn respond(&mut self, id: ServerId, code: u16, bytes: Vec<u8>) -> bool {
        let bytes = Bytes::from(bytes);
        self.layer.respond(self.now, id, code, bytes, &mut self.out)
    }

    /// What every message of ours says about us.
    pub fn sign(&self, writer: &mut Writer) {
        writer.header(crate::message::Name::UserAgent, &self.settings.user_agent);
    }
}

/// A user agent.
pub struct Agent {
    core: Core,
    calls: Slab<Call>,
    /// Calls by our own tag in them.
    by_tag: HashMap<Box<str>, CallId>,
    by_user: HashMap<String, LineId>,
    strangers: guard::Strangers,
    watches: subscriptions::Watches,
    probes: Slab<probe::Probe>,
    alive: alive::Alive,
    /// Whether a line takes requests from known sources only.
    guarded: bool,
}

impl Agent {
    /// An agent without lines. `now` is any instant that is not later than the first to come.
    pub fn new(settings: Settings, random: Random, now: Instant) -> Self {
        Agent {
            core: Core {
                layer: Layer::new(settings.times, settings.limits),
                lines: Vec::new(),
                due: Timers::default(),
                line_due: Timers::default(),
                out: VecDeque::new(),
                events: VecDeque::new(),
                random,
                settings,
                now,
                news: VecDeque::new(),
            },
            calls: Slab::new(),
            by_tag: HashMap::new(),
            by_user: HashMap::new(),
            strangers: guard::Strangers::new(),
            watches: subscriptions::Watches::new(),
            probes: Slab::new(),
            alive: alive::Alive::new(),
            guarded: false,
        }
    }

    /// Adds a line.
    pub fn add_line(&mut self, settings: LineSettings) -> LineId {
        let id = LineId(self.core.lines.len() as u32);
        let user = crate::message::uri::unescape(&settings.user);
        self.by_user.entry(user).or_insert(id);
        self.guarded |= settings.known_sources.is_some();
        self.core.lines.push(Line::new(settings));
        if self.by_user.len() > 1 {
            self.core.layer.has_several_users();
        }
        id
    }

    /// The servers of a line are at these addresses: its registrar's are known from its registering,
    /// others (an outbound proxy without a registrar, a trunk) only from here. They are not counted
    /// as strangers.
    pub fn add_servers(&mut self, line: LineId, addresses: &[std::net::IpAddr]) {
        if let Some(line) = self.core.lines.get_mut(line.0 as usize) {
            line.learn_servers(addresses.iter().copied());
        }
    }

    /// The next message to be sent.
    pub fn transmit(&mut self) -> Option<Transmit> {
        self.core.out.pop_front()
    }

    /// The next thing that happened.
    pub fn event(&mut self) -> Option<Event> {
        self.core.events.pop_front()
    }

    /// When to call [`Agent::timeout`].
    pub fn next_timeout(&self) -> Option<Instant> {
        let core = &self.core;
        let all = [
            core.layer.next_timeout(),
            core.due.next(),
            core.line_due.next(),
        ];
        let all = all
            .into_iter()
            .chain([self.watches.next(), self.alive.next()]);
        all.flatten().min()
    }

    /// Does what is due by now.
    pub fn timeout(&mut self, now: Instant) {
        self.core.now = now;
        self.core.layer.timeout(now, &mut self.core.out);
        self.settle();
        while let Some(((id, what), ticket)) = self.core.due.take(now) {
            self.with(id, |call, core| call.due(core, what, ticket));
            self.settle();
        }
        while let Some((line, ticket)) = self.core.line_due.take(now) {
            self.core.line_is_due(line, ticket);
        }
        self.watches_due(now);
        self.alive_due(now);
    }

    /// A connection is gone, or could not be opened. Returns whether a request of ours waited for it.
    pub fn broken(&mut self, now: Instant, gone: &Gone) -> bool {
        self.core.now = now;
        let (layer, random) = (&mut self.core.layer, &mut self.core.random);
        let waited = layer.broken(now, gone, random, &mut self.core.out);
        self.settle();
        for (_, call) in self.calls.iter_mut() {
            call.lose(gone);
        }
        self.renew_over(&gone.flow);
        waited
    }

    /// A datagram of ours has come back, or its beginning: ICMP says that nobody received it.
    pub fn refused(&mut self, now: Instant, sent: &[u8]) {
        self.core.now = now;
        self.core.layer.refused(now, sent, &mut self.core.out);
        self.settle();
    }

    /// Takes one whole message that came over `flow`. Its buffer may be changed.
    pub fn receive(&mut self, now: Instant, flow: &Flow, bytes: &mut [u8]) {
        self.core.now = now;
        match Message::parse(bytes) {
            Ok(message) => self.message(&message, flow),
            Err(_) if self.admits_nobody(flow) => {}
            Err(malformed) => self.core.refuse_malformed(malformed, flow),
        }
        self.settle();
    }

    fn message(&mut self, message: &Message<'_>, flow: &Flow) {
        if message.code().is_none() && self.is_unwelcome(message, flow) {
            return;
        }
        let core = &mut self.core;
        let received = core.layer.receive(core.now, message, flow, &mut core.out);
        match received {
            Received::Request(id) => {
                let calls = self.calls.len();
                self.request(message, flow, id);
                if message.to_tag().is_empty() && self.calls.len() == calls {
                    self.came_to_nothing(flow, id);
                }
            }
            Received::Ack => {
                if let Some(id) = self.call_of(message) {
                    self.with(id, |call, core| call.ack(core, message));
                }
            }
            Received::Cancel(_, Some(Owner::Call(id))) => {
                self.with(id, |call, core| call.cancelled(core, message));
            }
            Received::Response(client, Owner::Call(id)) => {
                self.with(id, |call, core| call.response(core, client, message, flow));
            }
            Received::Response(client, Owner::Line(id)) => {
                core.register_answered(id, client, message, flow);
                self.tell_as_seen(id);
                self.watches_can_go_on(id);
            }
            Received::Response(client, Owner::Watch(id)) => {
                self.watch_answered(id, client, message, flow);
            }
            Received::Response(client, Owner::Probe(id)) => {
                self.probe_answered(id, client, message);
            }
            Received::Response(client, Owner::Alive) => self.is_alive(client),
            Received::Stray => self.stray(message, flow),
            Received::Cancel(..) | Received::Absorbed => {}
        }
    }

    /// A response to a transaction that is over: a late 2xx to an INVITE wants an ACK all the same.
    fn stray(&mut self, message: &Message<'_>, flow: &Flow) {
        let found = self.by_tag.get(message.from_tag()).copied();
        if let Some(id) = found {
            self.with(id, |call, core| call.late_answer(core, message, flow));
        }
    }

    /// The call whose dialog a request of the far end names.
    fn call_of(&self, message: &Message<'_>) -> Option<CallId> {
        let id = self.by_tag.get(message.to_tag()).copied()?;
        let call = self.calls.get(id.0)?;
        call.is_known_as(message.call_id()).then_some(id)
    }

    /// Lets one call do something, and forgets it if nothing of it is left.
    fn with<T>(&mut self, id: CallId, act: impl FnOnce(&mut Call, &mut Core) -> T) -> Option<T> {
        let call = self.calls.get_mut(id.0)?;
        let done = act(call, &mut self.core);
        if let Some(source) = call.no_more_offered() {
            self.strangers.offers_no_more(source);
        }
        let (gone, trace) = (call.is_gone(), call.is_trace());
        // A trace is nobody's business but the agent's.
        if (gone || trace) && !std::mem::replace(&mut call.told_gone, true) {
            self.core.tell(Event::Gone { call: id });
        }
        if gone {
            call.stop_all(&mut self.core);
            if let Some(call) = self.calls.remove(id.0) {
                self.by_tag.remove(call.tag());
                if self.by_tag.is_empty() && self.by_tag.capacity() > KEPT {
                    self.by_tag = HashMap::new();
                }
            }
        }
        Some(done)
    }

    /// Passes on what has happened to transactions.
    fn settle(&mut self) {
        // Whoever chooses between servers knows it before there is a choice again.
        while let Some((transport, peer)) = self.core.layer.silent() {
            self.core.tell(Event::Silent { transport, peer });
        }
        while let Some(happened) = self.core.layer.happened() {
            match happened {
                Happened::TimedOut(client, Owner::Call(id)) => {
                    self.with(id, |call, core| {
                        call.unanswered(core, client, Failure::TimedOut)
                    });
                }
                Happened::NotSent(client, Owner::Call(id)) => {
                    self.with(id, |call, core| {
                        call.unanswered(core, client, Failure::NotSent)
                    });
                }
                Happened::Lost(client, Owner::Call(id)) => {
                    self.with(id, |call, core| {
                        call.unanswered(core, client, Failure::Lost)
                    });
                }
                Happened::NotAcknowledged(server, Some(Owner::Call(id))) => {
                    self.with(id, |call, core| call.not_acknowledged(core, server));
                }
                Happened::TimedOut(client, Owner::Line(id)) => {
                    self.core.register_unanswered(id, client, Why::NoAnswer);
                }
                Happened::NotSent(client, Owner::Line(id))
                | Happened::Lost(client, Owner::Line(id)) => {
                    self.core.register_unanswered(id, client, Why::NotSent);
                }
                Happened::TimedOut(client, Owner::Watch(id))
                | Happened::NotSent(client, Owner::Watch(id))
                | Happened::Lost(client, Owner::Watch(id)) => {
                    self.watch_unanswered(id, client);
                }
                Happened::TimedOut(client, Owner::Probe(id)) => {
                    self.probe_unanswered(id, client, Refusal::TimedOut);
                }
                Happened::NotSent(client, Owner::Probe(id))
                | Happened::Lost(client, Owner::Probe(id)) => {
                    self.probe_unanswered(id, client, Refusal::NotSent);
                }
                Happened::TimedOut(client, Owner::Alive)
                | Happened::NotSent(client, Owner::Alive)
                | Happened::Lost(client, Owner::Alive) => self.is_not_alive(client),
                Happened::NotAcknowledged(..) => {}
            }
        }
        while let Some((id, code)) = self.core.news.pop_front() {
            self.with(id, |call, core| call.tell_referrer(core, code));
        }
    }

    /// Whether somebody is owed a message still: a call is not over for both sides, an answer not
    /// acknowledged, a registration not taken back.
    pub fn owes(&self) -> bool {
        let mut calls = self.calls.iter();
        calls.any(Call::owes) || self.is_unregistering() || self.core.layer.owes()
    }

    /// What lives.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for call in self.calls.iter() {
            match call.is_trace() {
                true => counts.traces += 1,
                false => counts.calls += 1,
            }
            counts.dialogs += call.dialogs();
        }
        let (dialogs, timers) = self.watches.counts();
        counts.dialogs += dialogs;
        let layer = self.core.layer.counts();
        counts.transactions = layer.clients + layer.servers;
        counts.timers = layer.timers + self.core.due.len() + timers;
        counts
    }
}
