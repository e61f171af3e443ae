//! All nodes, sessions and calls, on one thread: what is wished here goes to the node that has the
//! call, and what the node says of the call happens to it here.

use super::RemoteProvider;
use super::control::{Asked, Control, NewCall, Switchboard, Wish};
use super::lines::{Lines, Wanted};
use super::link::Link;
use super::meaning;
use super::session::{NOT_REACHED, Session, Then};
use super::settings::Identity;
use crate::engine::{Call, Cause, Engine, Incoming, NetworkResponse, News, PartyId, State};
use crate::providers::switchboard;
use crate::shared::Shared;
use std::collections::{HashMap, HashSet};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tapi3_bus::seal::open;
use tapi3_bus::{
    Ask, CallNews, LineEntry, Notice, NoticeKind, Offer, Tell, ToClient, Took, VERSION, read,
    subject, write,
};
use tokio::time::Instant;

/// How many nodes there can be: whoever may speak on the bus can make names up.
const MAX_NODES: usize = 1000;

/// How many lines one node can have for us.
const MAX_LINES: usize = 10_000;

/// Within how long nodes answer who are asked which there are, as a rule.
const ANSWERS: Duration = Duration::from_millis(600);

/// How many times within a lease a client says that it is there.
const KEEPS: u32 = 4;

/// A call that a node has for us.
pub(super) struct Leg {
    call: Call,
    control: Shared<Control>,
    /// The session's name.
    session: String,
    /// The call's number in it.
    number: u64,
    _admitted: super::control::Admitted,
}

pub(super) struct Pool {
    pub engine: Arc<Engine>,
    pub provider: Weak<RemoteProvider>,
    pub board: Arc<Switchboard>,
    pub asked: Arc<Asked>,
    pub link: Link,
    pub who: Identity,
    /// Drawn by lot; the first word of each session's name.
    pub lot: String,
    pub wanted: Wanted,
    pub lines: Lines,
    /// By name.
    pub sessions: HashMap<String, Session>,
    /// The session with each node.
    pub nodes: HashMap<String, String>,
    pub legs: HashMap<u64, Leg>,
    pub last_session: u64,
    /// When the bus was lost.
    pub lost: Option<Instant>,
    pub begun: Instant,
    /// Who waits for the lines to be known.
    pub ready: Option<SyncSender<()>>,
}

impl Pool {
    /// Asks which nodes there are.
    pub async fn look_around(&self) {
        let who = Notice {
            v: VERSION,
            notice: NoticeKind::Who {},
        };
        if let Ok(bytes) = write(&who) {
            self.link.send(subject::NOTICES, bytes).await;
        }
    }

    /// Somebody says something to everybody. It is not sealed: it may be a reason to ask a node, and
    /// none to believe that anything has happened to a call.
    pub async fn noticed(&mut self, bytes: &[u8]) {
        let Ok(Notice { notice, .. }) = read(bytes) else {
            return;
        };
        let NoticeKind::Alive {
            node,
            incarnation,
            revision,
            ..
        } = notice
        else {
            return;
        };
        if !subject::is_name(&node) || !self.wanted.concerns(&node) {
            return;
        }
        let known = self.nodes.get(&node);
        match known.and_then(|name| self.sessions.get_mut(name)) {
            None => self.begin(node, incarnation).await,
            Some(session) if session.lease.is_none() => {}
            // Another life of the node, as it seems: it says so itself when it is asked.
            Some(session) if session.incarnation != incarnation => {
                session.keep(&self.link, &self.who).await;
            }
            Some(session) => {
                if session.revision != Some(revision) && session.listing.is_none() {
                    list(session, &self.link, &self.who).await;
                }
            }
        }
    }

    async fn begin(&mut self, node: String, incarnation: u64) {
        if self.sessions.len() >= MAX_NODES {
            return;
        }
        self.last_session += 1;
        let name = format!("{}.{}", self.lot, self.last_session);
        let mut session = Session::new(node.clone(), incarnation, name.clone(), &self.who.user);
        let ask = Ask::Open { incarnation };
        session.ask(&self.link, &self.who, ask, Then::Open).await;
        self.nodes.insert(node, name.clone());
        self.sessions.insert(name, session);
    }

    /// A node says something to one of our sessions.
    pub async fn told(&mut self, subject: &str, bytes: &[u8]) {
        let Some(name) = subject::session_of(subject).map(str::to_owned) else {
            return;
        };
        let Some(session) = self.sessions.get_mut(&name) else {
            return;
        };
        let message: ToClient = match open(&self.who.key, subject, bytes) {
            Ok(message) => message,
            Err(error) => {
                return tracing::debug!(node = session.node, "a message is ignored: {error}");
            }
        };
        if message.seq == 0 {
            let Tell::NoSession { op } = message.tell else {
                return;
            };
            if session.pending.contains_key(&op) {
                self.lose(&name).await;
            }
            return;
        }
        let took = session.order.take(message.seq);
        if took == Took::Old {
            return;
        }
        session.heard = Instant::now();
        if took == Took::Gap {
            tracing::debug!(node = session.node, "something was missed");
            resync(session, &self.link, &self.who).await;
        }
        match message.tell {
            Tell::Call(news) => self.changed(&name, news),
            Tell::Offer(offer) => self.offered(&name, offer),
            Tell::NoSession { .. } => self.lose(&name).await,
            Tell::Opened { op, lease_ms } => self.opened(&name, op, lease_ms).await,
            Tell::Done { op } => self.done(&name, op),
            Tell::Failed { op, error, text } => self.failed(&name, op, &error, &text),
            Tell::Lines {
                op,
                revision,
                more,
                lines,
                ..
            } => self.hear_lines(&name, op, revision, more, lines).await,
            Tell::Calls { .. } | Tell::Unknown => {}
        }
    }

    async fn opened(&mut self, name: &str, op: u64, lease_ms: u64) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if session.pending.remove(&op).is_none() {
            return;
        }
        let lease = Duration::from_millis(lease_ms.clamp(1000, 600_000));
        session.lease = Some(lease);
        tracing::info!(node = session.node, "the node is there");
        list(session, &self.link, &self.who).await;
    }

    fn done(&mut self, name: &str, op: u64) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        let Some(pending) = session.pending.remove(&op) else {
            return;
        };
        match pending.then {
            Then::Make(_, reply) | Then::Do(_, reply) => reply.ok(),
            Then::End(tag, reply) => {
                if let Some(reply) = reply {
                    reply.ok();
                }
                self.finish(tag);
            }
            Then::Resync => {
                let heard = match session.resync.take() {
                    Some((of, heard)) if of == op => heard,
                    other => {
                        session.resync = other;
                        return;
                    }
                };
                self.resynced(name, &heard);
            }
            Then::Nothing | Then::Open | Then::Lines | Then::Close => {}
        }
    }

    /// The node has told of every call that it has for us: the others are over.
    fn resynced(&mut self, name: &str, heard: &HashSet<u64>) {
        let Some(session) = self.sessions.get(name) else {
            return;
        };
        let calls = session.calls.iter();
        let gone: Vec<u64> = calls
            .filter(|(number, tag)| !heard.contains(number) && !session.may_be_placed(**tag))
            .map(|(_, tag)| *tag)
            .collect();
        for tag in gone {
            if let Some(leg) = self.legs.get(&tag) {
                leg.call.disconnected(Cause::Failed);
            }
            self.finish(tag);
        }
    }

    fn failed(&mut self, name: &str, op: u64, word: &str, text: &str) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        let Some(pending) = session.pending.remove(&op) else {
            return;
        };
        let error = meaning::error(word, text);
        match pending.then {
            Then::Do(_, reply) | Then::End(_, Some(reply)) => reply.fail(error),
            Then::End(_, None) => tracing::warn!("a call was not ended: {error}"),
            Then::Make(tag, reply) => {
                reply.fail(error);
                self.finish(tag);
            }
            Then::Open => {
                tracing::warn!(node = session.node, "the node refuses us: {error}");
                let node = session.node.clone();
                self.sessions.remove(name);
                self.nodes.remove(&node);
            }
            Then::Lines => session.listing = None,
            Then::Nothing | Then::Resync | Then::Close => {}
        }
    }

    async fn hear_lines(
        &mut self,
        name: &str,
        op: u64,
        revision: u64,
        more: bool,
        lines: Vec<LineEntry>,
    ) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if session.pending.remove(&op).is_none() {
            return;
        }
        let mut listing = session.listing.take().unwrap_or_default();
        let has_some = !lines.is_empty();
        listing.extend(lines);
        if more && has_some && listing.len() < MAX_LINES {
            let from = listing.len() as u64;
            session.listing = Some(listing);
            let ask = Ask::Lines { from };
            session.ask(&self.link, &self.who, ask, Then::Lines).await;
            return;
        }
        session.revision = Some(revision);
        let node = session.node.clone();
        self.listed(&node, listing);
        self.say_ready();
    }

    /// Says to whom it concerns that the lines are known, if they are: those that are wanted by name,
    /// and where all are wanted, those of every node that has answered for a while.
    fn say_ready(&mut self) {
        let are_known = self.lines.satisfy(&self.wanted);
        let mut sessions = self.sessions.values();
        let is_asking = sessions.any(|session| session.revision.is_none());
        let waits = self.wanted.all && (is_asking || self.begun.elapsed() < ANSWERS);
        if are_known && !waits && !self.sessions.is_empty() {
            if let Some(ready) = self.ready.take() {
                // Nobody may wait any longer.
                let _ = ready.try_send(());
            }
        }
    }

    /// What a node says of a call.
    fn changed(&mut self, name: &str, news: CallNews) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if let Some((_, heard)) = &mut session.resync {
            heard.insert(news.call);
        }
        let Some(tag) = session.calls.get(&news.call).copied() else {
            return;
        };
        let Some(leg) = self.legs.get(&tag) else {
            return;
        };
        let Some(state) = meaning::state(news.state) else {
            return;
        };
        let call = leg.call.clone();
        let is_over = state == State::Disconnected;
        if !is_over && state != State::Idle {
            // It is on its way, whether or not that was said.
            let making = session.pending.iter();
            let made = making.filter(|(_, p)| matches!(p.then, Then::Make(of, _) if of == tag));
            let made: Vec<u64> = made.map(|(op, _)| *op).collect();
            for op in made {
                if let Some(pending) = session.pending.remove(&op) {
                    if let Then::Make(_, reply) = pending.then {
                        reply.ok();
                    }
                }
            }
        }
        let party = meaning::party(news.connected);
        if !(party.number.is_empty() && party.name.is_empty()) {
            if let Err(error) = call.set_party(PartyId::Connected, party) {
                tracing::warn!("who is at the other end of a call is not kept: {error}");
            }
        }
        let response = (news.code != 0).then(|| NetworkResponse {
            code: news.code,
            text: news.phrase.into(),
        });
        if state == State::Idle {
            return;
        }
        call.tell([News::State(state, meaning::cause(news.cause), response)]);
        if is_over {
            self.finish(tag);
        }
    }

    fn offered(&mut self, name: &str, offer: Offer) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if let Some((_, heard)) = &mut session.resync {
            heard.insert(offer.call);
        }
        if session.calls.contains_key(&offer.call) {
            return;
        }
        let Some(line) = self.lines.find(&session.node, &offer.line) else {
            return;
        };
        let admitted = Control::new(&self.asked).and_then(|control| {
            let admitted = self.board.enter(&control, |tag| control.set_tag(tag));
            Ok((control, admitted.map_err(switchboard::refused)?))
        });
        let (control, admitted) = match admitted {
            Ok(admitted) => admitted,
            Err(error) => return tracing::warn!("a call is not announced: {error}"),
        };
        let tag = admitted.tag();
        let announced = line.incoming(Incoming {
            caller: meaning::party(offer.caller),
            called: meaning::party(offer.called),
            redirecting: meaning::party(offer.redirecting),
            reason: offer.reason.try_into().unwrap_or_default(),
            media: offer.media,
            address_type: offer.address_type,
            hub: None,
            tag,
        });
        let call = match announced {
            Ok(call) => call,
            Err(error) => return tracing::warn!("a call is not announced: {error}"),
        };
        session.calls.insert(offer.call, tag);
        let leg = Leg {
            call,
            control,
            session: name.to_owned(),
            number: offer.call,
            _admitted: admitted,
        };
        self.legs.insert(tag, leg);
    }

    /// Places a call.
    pub async fn place(&mut self, new: NewCall) {
        let NewCall {
            call,
            control,
            reply,
            admitted,
        } = new;
        let place = self.lines.place(call.line().id());
        let place = place.map(|(node, line)| (node.to_owned(), line.to_owned()));
        let session = place.and_then(|(node, line)| {
            let name = self.nodes.get(&node)?;
            let session = self.sessions.get_mut(name)?;
            session
                .lease
                .is_some()
                .then(|| (name.clone(), session, line))
        });
        let Some((name, session, line)) = session else {
            control.over();
            return reply.fail(NOT_REACHED);
        };
        let (tag, number) = (admitted.tag(), session.number());
        let ask = Ask::Make {
            call: number,
            line,
            destination: call.destination().to_owned(),
            media: call.media(),
            address_type: call.address_type(),
        };
        control.set_tag(tag);
        session.calls.insert(number, tag);
        let then = Then::Make(tag, reply);
        session.ask(&self.link, &self.who, ask, then).await;
        let leg = Leg {
            call,
            control,
            session: name,
            number,
            _admitted: admitted,
        };
        self.legs.insert(tag, leg);
        // What was wished before the call had its number.
        self.heed_one(tag).await;
    }

    /// Passes on what was wished of calls.
    pub async fn heed(&mut self) {
        for tag in self.asked.take() {
            self.heed_one(tag).await;
        }
    }

    async fn heed_one(&mut self, tag: u64) {
        let Some(leg) = self.legs.get(&tag) else {
            return;
        };
        let (call, wishes) = (leg.number, leg.control.take());
        let Some(session) = self.sessions.get_mut(&leg.session) else {
            return;
        };
        for wish in wishes {
            let (ask, then) = match wish {
                Wish::Drop(reason, reply) => {
                    let reason = reason as u32;
                    (Ask::Drop { call, reason }, Then::End(tag, reply))
                }
                Wish::Answer(reply) => (Ask::Answer { call }, Then::Do(tag, reply)),
                Wish::Hold(reply) => (Ask::Hold { call }, Then::Do(tag, reply)),
                Wish::Unhold(reply) => (Ask::Unhold { call }, Then::Do(tag, reply)),
                Wish::Swap(other, reply) => {
                    let other = self.legs.get(&other.tag());
                    match other.filter(|other| other.session == leg.session) {
                        Some(other) => {
                            let held = other.number;
                            (Ask::Swap { call, held }, Then::Do(tag, reply))
                        }
                        None => {
                            reply.fail(super::control::OVER);
                            continue;
                        }
                    }
                }
                Wish::BlindTransfer(destination, reply) => (
                    Ask::BlindTransfer { call, destination },
                    Then::Do(tag, reply),
                ),
                Wish::Dial(digits, reply) => (Ask::Dial { call, digits }, Then::Do(tag, reply)),
            };
            session.ask(&self.link, &self.who, ask, then).await;
        }
    }

    /// A call is over, here and for its node.
    fn finish(&mut self, tag: u64) {
        let Some(leg) = self.legs.remove(&tag) else {
            return;
        };
        if let Some(session) = self.sessions.get_mut(&leg.session) {
            session.calls.remove(&leg.number);
            session
                .take_pending_of(tag)
                .into_iter()
                .for_each(Then::over);
        }
        leg.control.over();
    }

    /// A node is gone, or has forgotten us: what it had for us is over.
    async fn lose(&mut self, name: &str) {
        let Some(mut session) = self.sessions.remove(name) else {
            return;
        };
        if session.lease.is_some() {
            let calls = session.calls.len();
            tracing::warn!(
                node = session.node,
                calls,
                "the node is gone, and its calls are over"
            );
        }
        self.nodes.remove(&session.node);
        self.lines.rest(&session.node);
        for tag in std::mem::take(&mut session.calls).into_values() {
            let Some(leg) = self.legs.remove(&tag) else {
                continue;
            };
            leg.call.disconnected(Cause::Failed);
            session
                .take_pending_of(tag)
                .into_iter()
                .for_each(Then::over);
            leg.control.over();
        }
        // It may have begun another life.
        self.look_around().await;
    }

    /// The connection to the bus came or went.
    pub async fn connection_changed(&mut self) {
        if !self.link.is_connected() {
            self.lost.get_or_insert_with(Instant::now);
            return;
        }
        self.lost = None;
        self.look_around().await;
        for session in self.sessions.values_mut() {
            // Nobody could be heard: the lease begins anew.
            session.heard = Instant::now();
            session.revision = None;
            session.listing = None;
        }
        self.try_again(true).await;
        for session in self.sessions.values_mut() {
            if session.lease.is_some() {
                // What was said meanwhile is lost, and the last word may not be followed by another.
                resync(session, &self.link, &self.who).await;
                list(session, &self.link, &self.who).await;
            }
        }
    }

    async fn try_again(&mut self, all: bool) {
        let mut late = Vec::new();
        for session in self.sessions.values_mut() {
            late.extend(session.try_again(&self.link, &self.who, all).await);
        }
        for then in late {
            if let Then::Make(tag, reply) = then {
                reply.fail(NOT_REACHED);
                self.finish(tag);
            }
        }
    }

    /// Looks after what time brings.
    pub async fn tick(&mut self) {
        self.say_ready();
        let now = Instant::now();
        if !self.link.is_connected() {
            // The calls may go on: nobody knows. No new ones are begun.
            let lost = *self.lost.get_or_insert(now);
            for session in self.sessions.values() {
                if now.duration_since(lost) > session.lease() {
                    self.lines.rest(&session.node);
                }
            }
            return self.try_again(false).await;
        }
        let sessions = self.sessions.iter();
        let silent = sessions.filter(|(_, s)| now.duration_since(s.heard) > s.lease());
        let silent: Vec<String> = silent.map(|(name, _)| name.clone()).collect();
        for name in silent {
            self.lose(&name).await;
        }
        for session in self.sessions.values_mut() {
            let pause = session.lease() / KEEPS;
            if session.lease.is_some() && now.duration_since(session.kept) >= pause {
                session.keep(&self.link, &self.who).await;
            }
        }
        self.try_again(false).await;
    }

    /// Ends all calls and sessions.
    pub async fn close(&mut self) {
        self.heed().await;
        self.board.close();
        for session in self.sessions.values_mut() {
            session
                .ask(&self.link, &self.who, Ask::Close {}, Then::Close)
                .await;
        }
    }

    /// Whether no node is to say anything more.
    pub fn is_closed(&self) -> bool {
        !self.sessions.values().any(Session::is_closing)
    }

    /// Nobody is waited for any longer.
    pub fn give_up(&mut self) {
        for leg in std::mem::take(&mut self.legs).into_values() {
            leg.call.disconnected(Cause::Normal);
            leg.control.over();
        }
        let sessions = std::mem::take(&mut self.sessions);
        let pending = sessions.into_values().flat_map(|session| session.pending);
        pending.for_each(|(_, pending)| pending.then.over());
    }
}

async fn resync(session: &mut Session, link: &Link, who: &Identity) {
    let op = session.ask(link, who, Ask::Resync {}, Then::Resync).await;
    session.resync = Some((op, HashSet::new()));
}

async fn list(session: &mut Session, link: &Link, who: &Identity) {
    session.listing = Some(Vec::new());
    let ask = Ask::Lines { from: 0 };
    session.ask(link, who, ask, Then::Lines).await;
}
