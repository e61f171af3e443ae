//! The node's thread: who asks, what is told, who is gone.

use super::is_own;
use super::rights::User;
use super::session::{Live, Part, Session};
use super::telling::{news, offer_of, outcome};
use crate::engine::{
    Call, CallHandle, Cause, Client, Direction, Error, ErrorKind, Event, Line, LineEvent,
    LinesEvent, Privilege, Result, State,
};
use crate::pool::{Link, draw};
use futures_util::StreamExt;
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tapi3_bus::seal::{open, seal};
use tapi3_bus::{Ask, Notice, NoticeKind, Tell, ToClient, ToNode, VERSION, read, subject};
use tapi3_common::media::AUDIO;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::Instant;

/// How often time is looked at.
const TICK: Duration = Duration::from_millis(200);

/// How many times within a lease the node says that it is there.
const BEATS: u32 = 4;

/// How many sessions there can be, of all users and of one.
const MAX_SESSIONS: usize = 10_000;
const MAX_SESSIONS_OF_USER: usize = 1000;

const TOO_MANY_CLIENTS: Error = Error::new(
    ErrorKind::OperationFailed,
    "The node has as many clients as it takes.",
);

/// How long the farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// Something for the node's thread to do.
pub(super) enum Word {
    Event(Event),
    /// What came of an operation of a session.
    Outcome {
        client: String,
        op: u64,
        /// The call that it was about.
        handle: CallHandle,
        /// The session's number for it, if it was to be placed.
        placed: Option<u64>,
        result: Result<()>,
    },
    /// A call that nobody has was to be ended.
    Orphan(CallHandle),
    Stop,
}

/// A call that is up, and who is told of it: sessions, each with its number for the call.
pub(super) struct Held {
    pub handle: CallHandle,
    pub parts: Vec<(String, u64)>,
    /// Whether it is being left: that this was done is told before that it is over.
    pub leaving: bool,
}

/// All that the node's thread keeps.
pub(super) struct Hub {
    name: String,
    /// Which life of the node this is.
    incarnation: u64,
    lease: Duration,
    link: Link,
    /// What the node is for the engine.
    pub client: Client,
    users: HashMap<String, User>,
    pub words: UnboundedSender<Word>,
    pub sessions: HashMap<String, Session>,
    /// By the engine's number of the call.
    pub held: HashMap<u64, Held>,
    /// Calls whose session is gone, until they are over.
    pub orphans: Vec<CallHandle>,
    pub revision: u64,
    /// Whether somebody else was heard under our name.
    has_namesake: bool,
    /// Whether a client was refused since the last one came.
    has_refused: bool,
    /// Whether something waits for a thread that the system does not give.
    pub lacks_threads: Cell<bool>,
    /// When it was last said that the node is there; none if that is to be said now.
    said: Option<Instant>,
}

impl Hub {
    pub fn new(
        name: String,
        incarnation: u64,
        lease: Duration,
        link: Link,
        client: Client,
        users: HashMap<String, User>,
        words: UnboundedSender<Word>,
    ) -> Self {
        Hub {
            name,
            incarnation,
            lease,
            link,
            client,
            users,
            words,
            sessions: HashMap::new(),
            held: HashMap::new(),
            orphans: Vec::new(),
            revision: 1,
            has_namesake: false,
            has_refused: false,
            lacks_threads: Cell::new(false),
            said: None,
        }
    }

    /// Works until it is told to stop.
    pub async fn run(mut self, mut words: UnboundedReceiver<Word>) {
        for line in self.client.engine().lines().unwrap_or_default() {
            self.watch(&line);
        }
        let heard = (
            self.link.hear(subject::asks(&self.name)).await,
            self.link.hear(subject::NOTICES.to_owned()).await,
        );
        let (mut asks, mut notices) = match heard {
            (Ok(asks), Ok(notices)) => (asks, notices),
            (Err(error), _) | (_, Err(error)) => {
                self.client.close();
                return tracing::error!("the lines are not shared: {error}");
            }
        };
        let mut connected = self.link.connected();
        let mut ticks = tokio::time::interval(TICK);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                // What has happened is told before anything else is asked.
                biased;
                word = words.recv() => match word {
                    Some(Word::Event(event)) => self.happened(event).await,
                    Some(Word::Outcome { client, op, handle, placed, result }) => {
                        if let (Some(number), Err(error)) = (placed, &result) {
                            self.not_placed(&client, number, error).await;
                        }
                        self.came_out(&client, op, &handle, result).await;
                    }
                    // Looked at with the next sign of life, which is pause enough.
                    Some(Word::Orphan(handle)) => self.orphans.push(handle),
                    Some(Word::Stop) | None => break,
                },
                _ = ticks.tick() => self.tick().await,
                Ok(()) = connected.changed() => self.connection_changed(),
                Some(message) = asks.next() => {
                    self.asked(&message.subject, &message.payload).await;
                }
                Some(message) = notices.next() => self.noticed(&message.payload),
            }
        }
        self.leave().await;
    }

    fn watch(&self, line: &Arc<Line>) {
        if !is_own(&line.info().protocol) {
            return;
        }
        if let Err(error) = self.client.register(line, false, true, AUDIO, 0) {
            let line = &line.info().name;
            tracing::warn!(line, "calls that come in are not told to others: {error}");
        }
    }

    fn lines_changed(&mut self) {
        self.revision += 1;
        self.said = None;
    }

    fn noticed(&mut self, bytes: &[u8]) {
        match read(bytes) {
            // At the next tick: many who ask at once are answered once.
            Ok(Notice {
                notice: NoticeKind::Who {},
                ..
            }) => self.said = None,
            Ok(Notice {
                notice:
                    NoticeKind::Alive {
                        node, incarnation, ..
                    },
                ..
            }) if node == self.name && incarnation != self.incarnation && !self.has_namesake => {
                // It is not sealed, so that it is a reason to say so and for nothing else.
                self.has_namesake = true;
                tracing::error!(
                    node,
                    "another node seems to have this one's name: each needs a name of its own, or \
                     clients lose their calls"
                );
            }
            _ => {}
        }
    }

    fn connection_changed(&mut self) {
        if self.link.is_connected() {
            // Nobody could be heard: every lease begins anew.
            let now = Instant::now();
            self.sessions.values_mut().for_each(|s| s.heard = now);
            self.said = None;
        }
    }

    async fn tick(&mut self) {
        let now = Instant::now();
        let due = |said: Instant| now.duration_since(said) >= self.lease / BEATS;
        if self.said.is_none_or(due) {
            self.said = Some(now);
            if self.lacks_threads.get() {
                self.on_a_thread(|| {});
            }
            self.say_alive().await;
            // Asked for again, should the provider have refused it.
            for handle in std::mem::take(&mut self.orphans) {
                self.end_orphan(handle);
            }
        }
        if !self.link.is_connected() {
            // Nobody can be heard, so nobody is taken for gone.
            return;
        }
        let gone = self.sessions.values();
        let gone = gone.filter(|session| now.duration_since(session.heard) > self.lease);
        let gone: Vec<String> = gone.map(|session| session.client.clone()).collect();
        for client in gone {
            tracing::warn!(client, "a client is gone, and its calls are ended");
            self.end_session(&client);
        }
    }

    async fn say_alive(&self) {
        let notice = NoticeKind::Alive {
            node: self.name.clone(),
            incarnation: self.incarnation,
            revision: self.revision,
        };
        self.link.notify(notice).await;
    }

    /// Tells a session something; nobody if it is gone.
    pub async fn tell(&mut self, client: &str, tell: Tell) {
        let Some(session) = self.sessions.get_mut(client) else {
            return;
        };
        let seq = session.next_seq();
        let Some(user) = self.users.get(&session.user) else {
            return;
        };
        let message = ToClient {
            v: VERSION,
            seq,
            tell,
        };
        match seal(&user.key, &session.subject, &message) {
            Ok(bytes) => {
                session.has_told(seq);
                self.link.send(&session.subject, bytes).await;
            }
            // The number goes to the next: nothing is missing for good.
            Err(error) => tracing::error!("a client is not told something: {error}"),
        }
    }

    async fn no_session(&self, user: &str, client: &str, op: u64) {
        self.tell_outside(user, client, Tell::NoSession { op })
            .await;
    }

    /// Says something outside of any session.
    async fn tell_outside(&self, user: &str, client: &str, tell: Tell) {
        let Some(key) = self.users.get(user).map(|user| &user.key) else {
            return;
        };
        let subject = subject::to(user, client);
        let message = ToClient {
            v: VERSION,
            seq: 0,
            tell,
        };
        if let Ok(bytes) = seal(key, &subject, &message) {
            self.link.send(&subject, bytes).await;
        }
    }

    /// Somebody asks for something. Nothing is believed before the seal is.
    async fn asked(&mut self, subject: &str, bytes: &[u8]) {
        let name = subject::user_of(subject);
        let Some((name, user)) = name.and_then(|name| Some((name, self.users.get(name)?))) else {
            return;
        };
        let message: ToNode = match open(&user.key, subject, bytes) {
            Ok(message) => message,
            Err(error) => return tracing::debug!(user = name, "a question is ignored: {error}"),
        };
        let ToNode {
            client,
            op,
            token,
            ask,
            ..
        } = message;
        if !subject::is_session(&client) {
            return;
        }
        if let Ask::Open { incarnation } = ask {
            return self.open(name, client, op, incarnation).await;
        }
        let session = self.sessions.get_mut(&client);
        // A session that somebody has opened once more is another one.
        let is_it = |session: &&mut Session| session.user == name && session.token == token;
        let Some(session) = session.filter(is_it) else {
            return self.no_session(name, &client, op).await;
        };
        let is_new = session.hear(op);
        if matches!(ask, Ask::Resync {}) && !session.may_resync(is_new) {
            return;
        }
        match ask {
            // What was sent once more shows nothing.
            Ask::Keep {} if !is_new => {}
            Ask::Keep {} => self.tell(&client, Tell::Done { op }).await,
            Ask::Close {} => {
                self.tell(&client, Tell::Done { op }).await;
                self.end_session(&client);
            }
            Ask::Lines { from } => self.tell_lines(&client, op, from).await,
            Ask::Calls { from } => self.tell_calls(&client, op, from).await,
            Ask::Resync {} => self.resync(&client, op).await,
            ask => self.carry_out(&client, op, ask).await,
        }
    }

    async fn open(&mut self, user: &str, client: String, op: u64, incarnation: u64) {
        let known = self
            .sessions
            .get(&client)
            .map(|session| session.user == user);
        if known == Some(false) || incarnation != self.incarnation {
            return self.no_session(user, &client, op).await;
        }
        if known.is_none() {
            let own = self
                .sessions
                .values()
                .filter(|session| session.user == user);
            if self.sessions.len() >= MAX_SESSIONS || own.count() >= MAX_SESSIONS_OF_USER {
                return self.refuse(user, &client, op, &TOO_MANY_CLIENTS).await;
            }
            let token = match draw() {
                Ok(lot) => u64::from_be_bytes(lot),
                Err(error) => return self.refuse(user, &client, op, &error).await,
            };
            let mut session = Session::new(user.to_owned(), client.clone(), token);
            session.hear(op);
            self.has_refused = false;
            tracing::info!(user, client, "a client has come");
            self.sessions.insert(client.clone(), session);
        }
        let lease_ms = self.lease.as_millis().try_into().unwrap_or(u64::MAX);
        let token = self
            .sessions
            .get(&client)
            .map_or(0, |session| session.token);
        let opened = Tell::Opened {
            op,
            lease_ms,
            token,
        };
        self.tell(&client, opened).await;
        if known.is_none() {
            let ringing = self.held.iter().filter(|(_, held)| {
                let call = &held.handle.call;
                call.direction() == Direction::Incoming && call.state() == State::Offering
            });
            let ringing: Vec<u64> = ringing.map(|(id, _)| *id).collect();
            for id in ringing {
                self.offer(id, &client).await;
            }
        }
    }

    /// Begins no session with a client, which asks again; the log says so once.
    async fn refuse(&mut self, user: &str, client: &str, op: u64, error: &Error) {
        if !std::mem::replace(&mut self.has_refused, true) {
            tracing::warn!(user, "a client is refused: {error}");
        }
        let refused = outcome(op, Err(error.clone()));
        self.tell_outside(user, client, refused).await;
    }

    pub fn may_use(&self, client: &str, line: &Line) -> bool {
        let user = (self.sessions.get(client)).and_then(|session| self.users.get(&session.user));
        let info = line.info();
        is_own(&info.protocol) && user.is_some_and(|user| user.may_use(&info.name))
    }

    /// The line of this name, if the session's user may use it.
    pub fn line(&self, client: &str, name: &str) -> Option<Arc<Line>> {
        let lines = self.client.engine().lines().ok()?;
        let mut named = lines.into_iter().filter(|line| line.info().name == name);
        named.find(|line| self.may_use(client, line))
    }

    async fn happened(&mut self, event: Event) {
        match event {
            Event::CallState {
                call, state, cause, ..
            } => self.changed(&call, state, cause).await,
            Event::CallInfo { call, .. } => {
                let (state, cause) = (call.state(), call.cause());
                // Its end is an event of its own.
                if !matches!(state, State::Disconnected | State::Idle) {
                    self.changed(&call, state, cause).await;
                }
            }
            Event::Notification {
                call,
                privilege: Privilege::Owner,
                ..
            } => self.came_in(&call).await,
            // Nothing else that happens to a line stands in the list.
            Event::Line {
                line,
                event: LineEvent::State,
            } if is_own(&line.info().protocol) => self.lines_changed(),
            Event::Lines { line, event } if is_own(&line.info().protocol) => {
                if event == LinesEvent::Created {
                    self.watch(&line);
                }
                self.lines_changed();
            }
            _ => {}
        }
    }

    /// A call changed its state: everybody who has a part in it is told.
    pub async fn changed(&mut self, call: &Call, state: State, cause: Cause) {
        let is_over = state == State::Disconnected;
        let parts = if is_over {
            if self.held.get(&call.id()).is_some_and(|held| held.leaving) {
                return;
            }
            let Some(held) = self.held.remove(&call.id()) else {
                return;
            };
            held.handle.detach();
            held.parts
        } else {
            (self.held.get(&call.id())).map_or_else(Vec::new, |held| held.parts.clone())
        };
        for (client, number) in parts {
            let news = news(call, number, state, cause);
            if is_over {
                if let Some(session) = self.sessions.get_mut(&client) {
                    session.end(news.clone());
                }
            }
            self.tell(&client, Tell::Call(news)).await;
        }
    }

    async fn came_in(&mut self, call: &Call) {
        let Some(handle) = call.handle_for(&self.client) else {
            return;
        };
        if let Err(error) = handle.attach() {
            return tracing::warn!("a call that came in is not told to others: {error}");
        }
        let held = Held {
            handle,
            parts: Vec::new(),
            leaving: false,
        };
        self.held.insert(call.id(), held);
        let clients: Vec<String> = self.sessions.keys().cloned().collect();
        for client in clients {
            self.offer(call.id(), &client).await;
        }
    }

    /// Tells a session of a call that came in, if its user may use the line.
    async fn offer(&mut self, id: u64, client: &str) {
        let Some(call) = self.held.get(&id).map(|held| held.handle.call.clone()) else {
            return;
        };
        if !self.may_use(client, call.line()) {
            return;
        }
        let (Some(held), Some(session)) = (self.held.get_mut(&id), self.sessions.get_mut(client))
        else {
            return;
        };
        let number = session.offer_number();
        held.parts.push((client.to_owned(), number));
        let live = Live {
            handle: held.handle.clone(),
            owned: false,
            answering: None,
        };
        session.calls.insert(number, Part::Live(live));
        let offer = Tell::Offer(offer_of(&call, number));
        self.tell(client, offer).await;
    }

    async fn leave(&mut self) {
        let clients: Vec<String> = self.sessions.keys().cloned().collect();
        for client in clients {
            self.tell(&client, Tell::NoSession { op: 0 }).await;
        }
        self.link.flush(FAREWELL).await;
        self.client.close();
    }

    /// An operation was carried out, or was not. How a call has ended is told before what came of
    /// that, except where its end is what was asked for in another way.
    async fn came_out(&mut self, client: &str, op: u64, handle: &CallHandle, result: Result<()>) {
        let held = self.held.get_mut(&handle.call.id());
        let part = (held.as_ref()).and_then(|held| held.parts.iter().find(|(of, _)| of == client));
        if let (Some((_, number)), Some(session)) = (part, self.sessions.get_mut(client)) {
            // One that was not in time may still come about.
            let is_late = |error: &Error| error.kind() == ErrorKind::Timeout;
            let done = result.as_ref().err().is_none_or(is_late);
            session.has_answered(*number, op, done);
        }
        if held.is_some_and(|held| std::mem::take(&mut held.leaving)) {
            self.answer(client, op, result).await;
            return self.settle(handle).await;
        }
        self.settle(handle).await;
        self.answer(client, op, result).await;
    }

    /// Answers an operation, and remembers the answer.
    pub async fn answer(&mut self, client: &str, op: u64, result: Result<()>) {
        let Some(session) = self.sessions.get_mut(client) else {
            return;
        };
        let tell = outcome(op, result);
        session.operations.finish(op, tell.clone());
        self.tell(client, tell).await;
    }
}
