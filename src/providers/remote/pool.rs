//! All nodes, sessions and calls, on one thread: what is wished here goes to the node that has the
//! call, and what the node says of the call happens to it here.

use super::RemoteProvider;
use super::control::{Asked, Control, NewCall, Switchboard, Way};
use super::lines::{Lines, Wanted};
use super::session::{NOT_REACHED, Session, Then};
use super::sound::{Sound, Sounding};
use crate::engine::{Call, Cause, Engine, Error};
use crate::pool::{Access, Identity, Link, Place, Room, whole};
use crate::shared::Shared;
use std::collections::{HashMap, HashSet};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Weak};
use std::time::Duration;
use tapi3_bus::{Ask, Beginning, Notice, NoticeKind, read, subject};
use tokio::time::Instant;

/// How many nodes are spoken with: whoever may speak on the bus can make names up.
pub(super) const MAX_NODES: usize = 1000;

/// Within how long nodes answer who are asked which there are, as a rule.
const ANSWERS: Duration = Duration::from_millis(600);

/// How long a node may take to begin a session until that is said.
const LONGEST_SILENCE: Duration = Duration::from_secs(2);

/// As many nodes that do not answer are named at once.
const MOST_NAMED: usize = 5;

/// How soon a node is asked again for sound or digits that it has refused: what it lacked may be there
/// then.
pub(super) const ANOTHER_TRY: Duration = Duration::from_secs(2);

/// A call that a node has for us.
pub(super) struct Leg {
    pub call: Call,
    pub control: Shared<Control>,
    /// The session's name.
    pub session: String,
    /// The call's number in it.
    pub number: u64,
    /// Whether the node was asked to tell of digits.
    pub hears_digits: bool,
    /// Its sound, from when it first had any.
    pub sound: Option<Sounding>,
    /// When the node is asked again for what it has refused, and whether that was said.
    pub again: Option<Instant>,
    pub complained: bool,
    pub _admitted: super::control::Admitted,
}

pub(super) struct Pool {
    pub engine: Arc<Engine>,
    pub provider: Weak<RemoteProvider>,
    pub board: Arc<Switchboard>,
    pub asked: Arc<Asked>,
    pub link: Link,
    /// For the connection that sound has of its own.
    pub access: Access,
    pub lease: Duration,
    pub sound: Option<Sound>,
    pub who: Identity,
    /// Drawn by lot; the first word of each session's name.
    pub lot: String,
    pub wanted: Wanted,
    pub lines: Lines,
    /// By name.
    pub sessions: HashMap<String, Session>,
    /// The session with each node.
    pub nodes: HashMap<String, String>,
    pub room: Room,
    pub legs: HashMap<u64, Leg>,
    /// The nodes that do not begin a session with us, as they have said.
    pub refusing: HashSet<String>,
    pub last_session: u64,
    /// When the bus was lost.
    pub lost: Option<Instant>,
    /// Whether a node is gone, and nobody has looked for another since.
    pub has_lost: bool,
    pub begun: Instant,
    /// Who waits for the lines to be known.
    pub ready: Option<SyncSender<()>>,
    /// How many times to break off.
    #[cfg(test)]
    pub breaks: usize,
}

impl Pool {
    /// Asks which nodes there are.
    pub async fn look_around(&self) {
        self.link.notify(NoticeKind::Who {}).await;
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
                session.doubted = true;
                ask_what_is_due(session, &self.link, &self.who).await;
            }
            Some(session) => {
                session.noticed = Some(revision);
                ask_what_is_due(session, &self.link, &self.who).await;
            }
        }
    }

    async fn begin(&mut self, node: String, incarnation: u64) {
        if !self.has_room_for(&node) {
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

    /// Whether there is room for a session with a node: one with a node that has not answered goes for
    /// it, if need be, unless that is of a node that is known.
    fn has_room_for(&mut self, node: &str) -> bool {
        let is_known = |node: &str| self.wanted.names_node(node) || self.lines.knows(node);
        let sessions = self.sessions.iter();
        let strangers = sessions
            .filter(|(_, session)| session.lease.is_none() && !is_known(&session.node))
            .map(|(name, session)| (name, session.begun));
        let place = (self.room).find(self.sessions.len(), is_known(node), strangers);
        match place.cloned() {
            Place::Free => true,
            Place::None => false,
            Place::Of(name) => {
                if let Some(session) = self.sessions.remove(&name) {
                    self.nodes.remove(&session.node);
                }
                true
            }
        }
    }

    /// Says to whom it concerns that the lines are known, if they are: those that are wanted by name,
    /// and where all are wanted, those of every node that has answered for a while.
    pub fn say_ready(&mut self) {
        let are_known = self.lines.satisfy(&self.wanted);
        let mut sessions = self.sessions.values();
        let is_asking = sessions.any(|s| s.revision.is_none() && !self.refusing.contains(&s.node));
        let waits = self.wanted.all && (is_asking || self.begun.elapsed() < ANSWERS);
        if are_known && !waits && !self.sessions.is_empty() {
            if let Some(ready) = self.ready.take() {
                // Nobody may wait any longer.
                let _ = ready.try_send(());
            }
        }
    }

    /// Places a call.
    pub async fn place(&mut self, new: NewCall) {
        let NewCall {
            call,
            control,
            reply,
            admitted,
        } = new;
        let place = self.session_of(call.line().id());
        let session = place.and_then(|(name, line)| {
            let session = self.sessions.get_mut(&name)?;
            Some((name, session, line))
        });
        let Some((name, session, line)) = session else {
            control.over();
            return reply.fail(NOT_REACHED);
        };
        let (tag, number) = (admitted.tag(), session.number());
        let begin = Beginning {
            call: number,
            line,
            destination: call.destination().to_owned(),
            media: call.media(),
            address_type: call.address_type(),
            group: match &control.way {
                Way::PickedUp(group) => group.clone(),
                Way::Placed | Way::Unparked => None,
            },
        };
        let ask = match control.way {
            Way::Placed => Ask::Make(begin),
            Way::Unparked => Ask::Unpark(begin),
            Way::PickedUp(_) => Ask::Pickup(begin),
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
            hears_digits: false,
            sound: None,
            again: None,
            complained: false,
            _admitted: admitted,
        };
        self.legs.insert(tag, leg);
        // What was wished before the call had its number.
        self.heed_one(tag).await;
    }

    /// The name of the open session with the node that has a line, and the line's name there.
    pub fn session_of(&self, line: u32) -> Option<(String, String)> {
        let (node, line) = self.lines.place(line)?;
        let name = self.nodes.get(node)?;
        let session = self.sessions.get(name)?;
        session
            .lease
            .is_some()
            .then(|| (name.clone(), line.to_owned()))
    }

    /// The node does not give a call something that belongs to it. It is asked again after a while.
    pub fn refused_by_node(&mut self, tag: u64, what: &str, error: &Error) {
        if let Some(leg) = self.legs.get_mut(&tag) {
            leg.again = Some(Instant::now() + ANOTHER_TRY);
            if !std::mem::replace(&mut leg.complained, true) {
                tracing::warn!("a call has no {what} yet: {error}");
            }
        }
    }

    async fn ask_for_what_was_refused(&mut self) {
        let now = Instant::now();
        let mut due = Vec::new();
        for (tag, leg) in &mut self.legs {
            if leg.again.take_if(|at| *at <= now).is_some() {
                leg.control.sound();
                due.push(*tag);
            }
        }
        for tag in due {
            self.heed_one(tag).await;
        }
    }

    /// These nodes do not begin a session with us. Whoever may speak on the bus can make them up.
    fn are_mute(&mut self, mut nodes: Vec<String>) {
        nodes.retain(|node| {
            let has_room = self.refusing.len() < MAX_NODES;
            has_room && self.refusing.insert(node.clone())
        });
        if nodes.is_empty() {
            return;
        }
        nodes.sort();
        let (count, user) = (nodes.len(), &self.who.user);
        nodes.truncate(MOST_NAMED);
        tracing::warn!(
            count,
            user,
            "nodes do not answer ({}): our user's secret may be another there, or have no grant",
            nodes.join(", ")
        );
    }

    /// A call is over, here and for its node.
    pub fn finish(&mut self, tag: u64) {
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
    pub fn lose(&mut self, name: &str) {
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
        // It may have begun another life. Many that go at once are looked for once.
        self.has_lost = true;
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
            if session.lease.is_some() {
                session.begin_listing();
            }
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

    pub async fn try_again(&mut self, all: bool) {
        let mut late = Vec::new();
        for session in self.sessions.values_mut() {
            late.extend(session.try_again(&self.link, &self.who, all).await);
        }
        for then in late {
            match then {
                Then::Make(tag, reply) => {
                    reply.fail(NOT_REACHED);
                    self.finish(tag);
                }
                Then::Digits(tag, serial) => {
                    if let Some(leg) = self.legs.get(&tag) {
                        leg.call.not_generated(serial);
                    }
                }
                _ => {}
            }
        }
    }

    /// Looks after what time brings.
    pub async fn tick(&mut self) {
        #[cfg(test)]
        self.break_if_asked();
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
        let mute = self.sessions.values();
        let mute = mute.filter(|s| s.lease.is_none() && s.heard.elapsed() > LONGEST_SILENCE);
        let mute: Vec<String> = mute.map(|s| s.node.clone()).collect();
        self.are_mute(mute);
        let sessions = self.sessions.iter();
        let silent = sessions.filter(|(_, s)| now.duration_since(s.heard) > s.lease());
        let silent: Vec<String> = silent.map(|(name, _)| name.clone()).collect();
        for name in silent {
            self.lose(&name);
        }
        self.ask_for_what_was_refused().await;
        for session in self.sessions.values_mut() {
            if session.lease.is_some() {
                ask_what_is_due(session, &self.link, &self.who).await;
            }
        }
        self.try_again(false).await;
        if std::mem::take(&mut self.has_lost) || self.room.is_to_ask() {
            self.look_around().await;
        }
    }

    /// Something was not done to its end: all sessions are over here, and so are their calls. Each step
    /// may break off as well, and the others are taken all the same.
    pub async fn break_off(&mut self) {
        // So that the nodes need not wait for us to be silent for a lease.
        for session in self.sessions.values_mut() {
            let close = session.ask(&self.link, &self.who, Ask::Close {}, Then::Nothing);
            let _ = whole(close).await;
        }
        let sessions: Vec<String> = self.sessions.keys().cloned().collect();
        for name in sessions {
            let _ = whole(async { self.lose(&name) }).await;
        }
        for leg in std::mem::take(&mut self.legs).into_values() {
            let end = async {
                leg.call.disconnected(Cause::Failed);
                leg.control.over();
            };
            let _ = whole(end).await;
        }
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

pub(super) async fn resync(session: &mut Session, link: &Link, who: &Identity) {
    let op = session.ask(link, who, Ask::Resync {}, Then::Resync).await;
    session.resync = Some((op, HashSet::new()));
}

async fn ask_what_is_due(session: &mut Session, link: &Link, who: &Identity) {
    if session.is_to_keep() {
        session.keep(link, who).await;
    }
    if session.is_to_list() {
        list(session, link, who).await;
    }
}

pub(super) async fn list(session: &mut Session, link: &Link, who: &Identity) {
    session.begin_listing();
    let ask = Ask::Lines { from: 0 };
    session.ask(link, who, ask, Then::Lines).await;
}
