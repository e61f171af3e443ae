//! The calls that clients have started: each belongs to a user, is found by an identifier that
//! nobody can guess, and is remembered for a while after its end.

use super::accounts::UserId;
use super::current::Current;
use super::ledger::{CallRecord, EndedBy, Ledger, Moment, Origin};
use super::mapping;
use super::random::CallId;
use crate::engine::{Call, CallHandle, Cause, DropReason, Error, State};
use crate::soap::PhoneCallInformation;
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;
use tokio::sync::watch;

/// All calls of all users.
pub(super) struct Calls {
    start: Instant,
    known: Mutex<HashMap<CallId, Arc<Entry>>>,
    /// The live ones by their numbers in the engine.
    numbered: Mutex<HashMap<u64, Arc<Entry>>>,
    ledger: Ledger,
    /// The node that the identifiers name.
    home: Option<Arc<str>>,
    /// The ended ones with the time of their end, oldest first.
    ended: Mutex<VecDeque<(Instant, CallId)>>,
    live: AtomicUsize,
    /// For each user, how many of the live ones.
    live_of: Current<Vec<Arc<AtomicUsize>>>,
    max_live: usize,
    max_remembered: usize,
}

/// One call.
pub(super) struct Entry {
    pub id: CallId,
    /// The identifier as clients have it.
    pub name: Arc<str>,
    pub user: UserId,
    /// What is to be played on it.
    pub item: Arc<str>,
    pub origin: Origin,
    pub begun: Moment,
    /// When somebody last asked about it, in milliseconds after [`Calls::start`].
    asked: AtomicU64,
    /// Whether it was handed to its line.
    placed: AtomicBool,
    /// Who was the first on this side to want it to end: an [`EndedBy`], or 0.
    ending: AtomicU8,
    /// Whether a client was told that it is over because that client wanted it.
    ended: AtomicBool,
    stage: Mutex<Stage>,
    /// When it was answered, and whether that is entered in the account.
    answered: OnceLock<Moment>,
    answer_entered: AtomicBool,
    /// A hang-up that is waited for.
    hang_up: Mutex<Option<HangUp>>,
}

/// What became of a hang-up; `None` until that is known.
pub(super) type HangUp = watch::Receiver<Option<Result<(), Error>>>;

enum Stage {
    Live(CallHandle),
    Over(Box<CallRecord>),
}

/// Why a call was not admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Full {
    /// The user has as many calls as the user may have.
    User,
    /// The server carries as many calls as it can.
    Server,
}

impl Entry {
    /// The call, while it lives.
    pub fn live(&self) -> Option<CallHandle> {
        match &*lock(&self.stage) {
            Stage::Live(handle) => Some(handle.clone()),
            Stage::Over(_) => None,
        }
    }

    /// Whether it lives.
    pub fn is_live(&self) -> bool {
        matches!(&*lock(&self.stage), Stage::Live(_))
    }

    /// Notes that somebody on this side wants the call to end. Returns whether that is new.
    pub fn begin_end(&self, by: EndedBy) -> bool {
        let ending = &self.ending;
        ending
            .compare_exchange(0, by as u8, Ordering::Relaxed, Ordering::Relaxed)
            .is_ok()
    }

    /// Notes that a client has ended the call. Returns whether that is new.
    pub fn ended_for_client(&self) -> bool {
        !self.ended.swap(true, Ordering::Relaxed)
    }

    fn asked_to_end(&self) -> Option<EndedBy> {
        let asked = self.ending.load(Ordering::Relaxed);
        EndedBy::ALL.into_iter().find(|by| *by as u8 == asked)
    }

    /// Waits for the end of the call, on one thread for all who want to know.
    pub fn wait_for_end(&self, handle: CallHandle) -> HangUp {
        let mut hang_up = lock(&self.hang_up);
        if let Some(known) = &*hang_up {
            let under_way = known.has_changed().is_ok() && known.borrow().is_none();
            if under_way {
                return known.clone();
            }
        }
        let (sender, receiver) = watch::channel(None);
        *hang_up = Some(receiver.clone());
        tokio::task::spawn_blocking(move || {
            let ended = handle.disconnect(DropReason::Normal).map(|_| ());
            sender.send_replace(Some(ended));
        });
        receiver
    }

    /// When the call was answered, if it was: the moment at which that was first seen, by whoever
    /// sees it first.
    pub fn answered(&self, call: &Call) -> Option<Moment> {
        let was_connected = call.was_connected();
        was_connected.then(|| *self.answered.get_or_init(Moment::now))
    }

    /// How the call is, or how it was.
    pub fn look<T>(&self, live: impl FnOnce(&Call) -> T, over: impl FnOnce(&CallRecord) -> T) -> T {
        match &*lock(&self.stage) {
            Stage::Live(handle) => live(&handle.call),
            Stage::Over(record) => over(record),
        }
    }

    /// Whether somebody on this side wants it to end.
    pub fn is_ending(&self) -> bool {
        self.asked_to_end().is_some()
    }

    /// What is to be told of the call.
    pub fn information(&self) -> PhoneCallInformation {
        match &*lock(&self.stage) {
            Stage::Live(handle) => mapping::information(&handle.call),
            Stage::Over(record) => record.information.clone(),
        }
    }

    fn record(&self, call: &Call) -> CallRecord {
        // A call without a cause was not taken by its line, or is given up.
        let given_up = call.cause() == Cause::None && call.state() != State::Idle;
        let cause = match given_up {
            true => Cause::Failed,
            false => call.cause(),
        };
        let asked = self.asked_to_end();
        // Whoever sees the end may come before the one who hears of the answer.
        let answered = self.answered(call);
        CallRecord {
            id: self.id,
            name: self.name.clone(),
            call: call.id(),
            origin: self.origin.clone(),
            item: self.item.clone(),
            destination: call.destination().to_owned(),
            line: call.line().info().name.clone(),
            begun: self.begun,
            answered,
            ended: Moment::now(),
            cause,
            information: match cause {
                Cause::None => mapping::not_placed(),
                _ if given_up => mapping::not_placed(),
                _ => mapping::information(call),
            },
            ended_by: match asked {
                Some(asked) if given_up => asked,
                _ => EndedBy::of(cause, asked),
            },
        }
    }
}

impl Calls {
    pub fn new(users: usize, max_live: usize, max_remembered: usize, ledger: Ledger) -> Self {
        Calls {
            start: Instant::now(),
            known: Mutex::default(),
            numbered: Mutex::default(),
            ledger,
            home: None,
            ended: Mutex::default(),
            live: AtomicUsize::new(0),
            live_of: Current::new((0..users).map(|_| Arc::default()).collect()),
            max_live,
            max_remembered,
        }
    }

    /// Its identifiers name this node.
    #[cfg(feature = "cluster")]
    pub fn at(mut self, node: Option<&str>) -> Self {
        self.home = node.map(Arc::from);
        self
    }

    /// Makes room for more users: those with a number below `users`.
    pub fn make_room(&self, users: usize) {
        let mut live_of = Vec::clone(&self.live_of.get());
        if live_of.len() < users {
            live_of.resize_with(users, Arc::default);
            self.live_of.set(live_of);
        }
    }

    /// Takes a call in, before it is dialled. `limit` is how many the user may have.
    pub fn admit(
        &self,
        id: CallId,
        user: UserId,
        limit: usize,
        item: Arc<str>,
        origin: Origin,
        handle: CallHandle,
    ) -> Result<Arc<Entry>, Full> {
        self.reserve(user, limit).or_else(|_| {
            // Some may have ended since they were last looked at.
            self.settle();
            self.reserve(user, limit)
        })?;
        let begun = Moment::now();
        let number = handle.call.id();
        let entry = Arc::new(Entry {
            id,
            name: Arc::from(self.name_of(id)),
            user,
            item,
            origin,
            begun,
            asked: AtomicU64::new(self.milliseconds(begun.clock)),
            placed: AtomicBool::new(false),
            ending: AtomicU8::new(0),
            ended: AtomicBool::new(false),
            stage: Mutex::new(Stage::Live(handle)),
            answered: OnceLock::new(),
            answer_entered: AtomicBool::new(false),
            hang_up: Mutex::default(),
        });
        lock(&self.known).insert(id, entry.clone());
        lock(&self.numbered).insert(number, entry.clone());
        Ok(entry)
    }

    /// Notes that a call is handed to its line.
    pub fn placed(&self, entry: &Entry) {
        if !entry.placed.swap(true, Ordering::Relaxed) {
            self.ledger.placed();
            self.ledger.changed(entry);
        }
    }

    /// Something happened to a call.
    pub fn changed(&self, call: &Call) {
        let entry = lock(&self.numbered).get(&call.id()).cloned();
        let Some(entry) = entry else {
            return;
        };
        self.note_answer(&entry);
        self.note_end(&entry);
        self.ledger.changed(&entry);
    }

    fn note_answer(&self, entry: &Entry) {
        let stage = lock(&entry.stage);
        if let Stage::Live(handle) = &*stage {
            if entry.answered(&handle.call).is_some() {
                self.enter_answer(entry);
            }
        }
    }

    fn enter_answer(&self, entry: &Entry) {
        if !entry.answer_entered.swap(true, Ordering::Relaxed) {
            self.ledger.answered();
        }
    }

    fn reserve(&self, user: UserId, limit: usize) -> Result<(), Full> {
        let below = |limit: usize| move |count: usize| (count < limit).then(|| count + 1);
        let take = |counter: &AtomicUsize, limit| {
            counter.fetch_update(Ordering::Relaxed, Ordering::Relaxed, below(limit))
        };
        let live_of = self.live_of.get();
        let own = live_of.get(user).ok_or(Full::User)?;
        take(own, limit).map_err(|_| Full::User)?;
        take(&self.live, self.max_live).map_err(|_| {
            own.fetch_sub(1, Ordering::Relaxed);
            Full::Server
        })?;
        Ok(())
    }

    fn release(&self, user: UserId) {
        self.live.fetch_sub(1, Ordering::Relaxed);
        if let Some(own) = self.live_of.get().get(user) {
            own.fetch_sub(1, Ordering::Relaxed);
        }
    }

    /// Takes back a call that has not come about.
    pub fn withdraw(&self, entry: &Entry) {
        if let Some(handle) = self.let_go(entry, |_| true) {
            handle.detach();
        }
        lock(&self.known).remove(&entry.id);
    }

    /// Moves a call that `is_over` from the living to the others. Whoever does it gets the handle,
    /// so each call gives its places back, and is told to be over, exactly once; and whoever sees
    /// that it is over sees that it is counted, too.
    fn let_go(&self, entry: &Entry, is_over: impl FnOnce(&Call) -> bool) -> Option<CallHandle> {
        let mut stage = lock(&entry.stage);
        let Stage::Live(handle) = &*stage else {
            return None;
        };
        if !is_over(&handle.call) {
            return None;
        }
        let record = Box::new(entry.record(&handle.call));
        let before = std::mem::replace(&mut *stage, Stage::Over(record));
        let (Stage::Live(handle), Stage::Over(record)) = (before, &*stage) else {
            return None;
        };
        lock(&self.numbered).remove(&record.call);
        self.release(entry.user);
        if entry.placed.load(Ordering::Relaxed) {
            if record.answered.is_some() {
                self.enter_answer(entry);
            }
            self.ledger.over(record);
        }
        if record.cause != Cause::None {
            lock(&self.ended).push_back((record.ended.clock, entry.id));
        }
        Some(handle)
    }

    /// Finds a call of a user by what the client sent as its identifier, and notes that somebody
    /// asked about it. Another user's call is not found.
    pub fn find(&self, id: &str, user: UserId) -> Option<Arc<Entry>> {
        let entry = self.get(self.read(id)?)?;
        if entry.user != user {
            return None;
        }
        self.note_asked(&entry);
        Some(entry)
    }

    /// An identifier, as clients have it.
    pub fn name_of(&self, id: CallId) -> String {
        id.text(self.home.as_deref())
    }

    /// The identifier that a client sends, if it can be one of ours.
    pub fn read(&self, text: &str) -> Option<CallId> {
        let (id, node) = CallId::read(text)?;
        (node.as_deref() == self.home.as_deref()).then_some(id)
    }

    /// The call with this identifier, whosever it is.
    pub fn get(&self, id: CallId) -> Option<Arc<Entry>> {
        lock(&self.known).get(&id).cloned()
    }

    /// All that are known, in no order.
    pub fn all(&self) -> Vec<Arc<Entry>> {
        lock(&self.known).values().cloned().collect()
    }

    /// Notes that somebody asked about a call.
    pub fn note_asked(&self, entry: &Entry) {
        let now = self.milliseconds(Instant::now());
        entry.asked.fetch_max(now, Ordering::Relaxed);
    }

    /// Notes the end of a call, if it has ended, so that it holds nothing of the engine any more.
    pub fn note_end(&self, entry: &Entry) {
        self.let_go(entry, |call| call.state() == State::Disconnected);
    }

    /// Looks at every live call and notes which have ended. Returns those that have not.
    pub fn settle(&self) -> Vec<Arc<Entry>> {
        let mut all: Vec<Arc<Entry>> = lock(&self.known).values().cloned().collect();
        all.retain(|entry| {
            self.note_end(entry);
            matches!(&*lock(&entry.stage), Stage::Live(_))
        });
        all
    }

    /// Closes the account of the calls that are still up, since nobody will hear of their end.
    /// Returns how many they are.
    pub fn give_up(&self) -> usize {
        let given_up = self
            .settle()
            .into_iter()
            .filter_map(|entry| self.let_go(&entry, |_| true));
        let warn = |handle: CallHandle| {
            tracing::warn!(call = handle.call.id(), "its end is not confirmed");
        };
        given_up.map(warn).count()
    }

    /// Forgets ended calls that are older than `age` or too many.
    pub fn forget(&self, age: Duration) {
        let now = Instant::now();
        let mut ended = lock(&self.ended);
        let mut gone = Vec::new();
        while let Some((since, id)) = ended.front().copied() {
            if now.duration_since(since) < age && ended.len() <= self.max_remembered {
                break;
            }
            ended.pop_front();
            gone.push(id);
        }
        drop(ended);
        let mut known = lock(&self.known);
        for id in gone {
            known.remove(&id);
        }
    }

    /// How long nobody has asked about a call.
    pub fn unasked_for(&self, entry: &Entry) -> Duration {
        let asked = entry.asked.load(Ordering::Relaxed);
        let now = self.milliseconds(Instant::now());
        Duration::from_millis(now.saturating_sub(asked))
    }

    fn milliseconds(&self, now: Instant) -> u64 {
        let since = now.saturating_duration_since(self.start).as_millis();
        u64::try_from(since).unwrap_or(u64::MAX)
    }

    /// How many calls are up.
    #[cfg(test)]
    pub fn live(&self) -> usize {
        self.live.load(Ordering::Relaxed)
    }

    /// How many calls can be asked about that are over.
    pub fn remembered(&self) -> usize {
        lock(&self.ended).len()
    }
}

#[cfg(test)]
mod tests;
