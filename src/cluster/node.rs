//! The node's thread: who asks, what is told, who is gone.

use super::acts::unbroken;
use super::carrying::Sound;
use super::is_own;
use super::recalling::{Recalled, Recalling};
use super::rights::User;
use super::session::Session;
use super::telling::outcome;
use super::threads::Threads;
use crate::engine::{CallHandle, Client, Error, ErrorKind, Event, Line, Result};
use crate::pool::{Access, Link, draw};
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tapi3_bus::seal::{open, seal};
use tapi3_bus::{
    Ask, Notice, NoticeKind, ReadError, Tell, ToClient, ToNode, VERSION, read, subject,
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::time::Instant;

/// How often time is looked at.
const TICK: Duration = Duration::from_millis(200);

/// How many times within a lease the node says that it is there.
const BEATS: u32 = 4;

/// How often it is said at most that a question is sealed with another secret.
const DISTRUST_PAUSE: Duration = Duration::from_secs(60);

/// How often it is told at most that something was set on lines, which every client then asks for.
const CHANGES_PAUSE: Duration = Duration::from_secs(1);

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
        about: About,
        /// Of a success, what it has found out.
        result: Result<String>,
    },
    /// What came of looking for records.
    Recalled(Recalled),
    /// Something has been changed about a line.
    LineChanged,
    /// The thread for sound hears clients.
    Hears,
    /// It has ended by itself.
    Deaf,
    /// A call that nobody has was to be ended.
    Orphan(CallHandle),
    /// Counts, and breaks off.
    #[cfg(test)]
    Break(std::sync::Arc<std::sync::atomic::AtomicUsize>),
    Stop,
}

/// What an operation was about.
pub(super) enum About {
    /// A call that is up.
    Call(CallHandle),
    /// A call that was to begin, and the session's number for it.
    Beginning(CallHandle, u64),
    /// A line.
    Line,
}

/// A call that is up, and who is told of it: sessions, each with its number for the call.
pub(super) struct Held {
    pub handle: CallHandle,
    pub parts: Vec<(String, u64)>,
    /// The operation by which it is being left, if there is one, and its session: what came of that is
    /// told before that the call is over.
    pub leaving: Option<(String, u64)>,
    /// Whether it was told that the network has said nothing of the call yet.
    pub lacks_word: bool,
    /// Digits that are being sent, in order: the session that asked for them, and its operation.
    pub sending: VecDeque<(String, u64)>,
}

impl Held {
    /// A call that nobody is told of yet.
    pub fn new(handle: CallHandle) -> Self {
        Held {
            handle,
            parts: Vec::new(),
            leaving: None,
            lacks_word: false,
            sending: VecDeque::new(),
        }
    }
}

/// All that the node's thread keeps.
pub(super) struct Hub {
    pub name: String,
    /// Which life of the node this is.
    incarnation: u64,
    pub lease: Duration,
    link: Link,
    /// For the connection that sound has of its own.
    pub access: Access,
    pub sound: Option<Sound>,
    /// What the node is for the engine.
    pub client: Client,
    pub users: HashMap<String, User>,
    pub recalling: Recalling,
    pub words: UnboundedSender<Word>,
    pub sessions: HashMap<String, Session>,
    /// By the engine's number of the call.
    pub held: HashMap<u64, Held>,
    /// Calls whose session is gone, until they are over.
    pub orphans: Vec<CallHandle>,
    pub revision: u64,
    /// Whether something else has changed about a line since that was last told, and when that was.
    pub has_changed: bool,
    changes_told: Instant,
    /// Whether somebody else was heard under our name.
    has_namesake: bool,
    /// Whether a client was refused since the last one came.
    has_refused: bool,
    /// By user, when it was last said that a question was sealed with another secret.
    distrusted: HashMap<String, Instant>,
    pub threads: Threads,
    /// When it was last said that the node is there; none if that is to be said now.
    said: Option<Instant>,
}

impl Hub {
    pub fn new(
        name: String,
        incarnation: u64,
        lease: Duration,
        (link, access): (Link, Access),
        client: Client,
        (users, recalling): (HashMap<String, User>, Recalling),
        words: UnboundedSender<Word>,
    ) -> Self {
        Hub {
            name,
            incarnation,
            lease,
            link,
            access,
            sound: None,
            client,
            users,
            recalling,
            words,
            sessions: HashMap::new(),
            held: HashMap::new(),
            orphans: Vec::new(),
            revision: 1,
            has_changed: false,
            changes_told: Instant::now(),
            has_namesake: false,
            has_refused: false,
            distrusted: HashMap::new(),
            threads: Threads::default(),
            said: None,
        }
    }

    /// Works until it is told to stop.
    pub async fn run(mut self, words: &mut UnboundedReceiver<Word>) {
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
                    Some(Word::Outcome { client, op, about, result }) => {
                        self.came_out(&client, op, about, result).await;
                    }
                    Some(Word::Recalled(recalled)) => self.recalled(recalled).await,
                    Some(Word::LineChanged) => self.has_changed = true,
                    Some(Word::Hears) => self.hears().await,
                    Some(Word::Deaf) => self.deaf(),
                    // Looked at with the next sign of life, which is pause enough.
                    Some(Word::Orphan(handle)) => self.orphans.push(handle),
                    #[cfg(test)]
                    Some(Word::Break(count)) => {
                        count.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                        panic!("of the test");
                    }
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

    pub fn lines_changed(&mut self) {
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
        self.look_after_sound().await;
        self.tell_missed_words().await;
        let now = Instant::now();
        if self.has_changed && now.duration_since(self.changes_told) >= CHANGES_PAUSE {
            self.has_changed = false;
            self.changes_told = now;
            self.lines_changed();
        }
        let due = |said: Instant| now.duration_since(said) >= self.lease / BEATS;
        if self.said.is_none_or(due) {
            self.said = Some(now);
            self.threads.try_again();
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
            Err(ReadError::Seal) => return self.distrust(name),
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
        session.is_proven = true;
        let is_new = session.hear(op);
        if matches!(ask, Ask::Resync {}) && !session.may_resync(is_new) {
            return;
        }
        match ask {
            // What was sent once more shows nothing.
            Ask::Keep {} | Ask::Records(_) if !is_new => {}
            Ask::Records(wanted) => self.recall(&client, op, wanted).await,
            Ask::Keep {} => self.tell(&client, Tell::done(op)).await,
            Ask::Close {} => {
                self.tell(&client, Tell::done(op)).await;
                self.end_session(&client);
            }
            Ask::Lines { from } => self.tell_lines(&client, op, from).await,
            Ask::Calls { from } => self.tell_calls(&client, op, from).await,
            Ask::Resync {} => self.resync(&client, op).await,
            ask => self.carry_out(&client, op, ask).await,
        }
    }

    /// What somebody asks in a user's name is not sealed with that user's secret. Whoever may speak on the
    /// bus can do that; the log says so once in a while.
    fn distrust(&mut self, user: &str) {
        let last = self.distrusted.get(user);
        if last.is_some_and(|at| at.elapsed() < DISTRUST_PAUSE) {
            return;
        }
        // There are as many as this node knows users.
        self.distrusted.insert(user.to_owned(), Instant::now());
        tracing::warn!(
            user,
            "questions are ignored: the secret of whoever asks is another"
        );
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
            if !self.has_room_for(user) {
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
            self.offer_ringing(&client).await;
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

    async fn leave(&mut self) {
        let clients: Vec<String> = self.sessions.keys().cloned().collect();
        for client in clients {
            self.tell(&client, Tell::NoSession { op: 0 }).await;
        }
        self.link.flush(FAREWELL).await;
        // A provider that panics at one of the calls leaves the others to the end of the engine.
        let _ = unbroken(|| Ok(self.client.close()));
    }
}
