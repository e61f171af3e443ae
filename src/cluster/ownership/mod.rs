//! This node's part in sharing the lines that are configured in the bus: what `tapi3_lease::Member`
//! decides is done here, with the store, the clock and the engine.
//!
//! One thread keeps all of it, and never waits: lines are opened and closed on threads of their own.
//! Whatever breaks off there is told, so that nothing is kept for a line that nobody has.

mod lines;
#[cfg(test)]
mod tests;

use super::opening::OpenLine;
use super::store::Store;
use super::threads::Threads;
use super::{MOST_WAITING, failed};
use crate::engine::{Engine, Error, ErrorKind, Result};
use crate::pool::{ClusterSettings, Link, draw, whole};
use crate::providers::guard::{Guard, now};
use crate::providers::sim::Simulation;
use async_nats::jetstream::kv;
use futures_util::StreamExt;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use tapi3_bus::seal::Key as Secret;
use tapi3_common::{descriptors, thread, words};
use tapi3_lease::{Action, Answer, Key, Member, Settings, Snapshot, Ticket};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior};

/// How many times within a lease time is looked at, and how often at most.
const TICKS: u32 = 40;
const SHORTEST_TICK: Duration = Duration::from_millis(25);

/// How often it is asked whether there are lines in the bus, while there are none.
const LOOK: Duration = Duration::from_secs(2);

/// How many writes are on their way at a time.
const MOST_WRITES: usize = 64;

/// How long the end may take.
const FAREWELL: Duration = Duration::from_secs(6);

/// Something for the thread to do.
enum Word {
    /// What came of a write.
    Answered(Ticket, Answer),
    /// The store, if there is one, and all that it has.
    Read(Box<Result<Option<(Store, Snapshot, kv::Watch)>>>),
    /// The store is no longer what it was.
    Changed,
    /// What came of opening a line.
    Opened(String, Result<OpenLine>),
    Closed(String),
    /// Closing a line has broken off, and nobody knows what of it still acts.
    Broken(String),
    Stop,
}

/// A node's part in the lines of the bus, until it is dropped.
pub struct Ownership {
    words: UnboundedSender<Word>,
    thread: Option<JoinHandle<()>>,
}

impl Ownership {
    /// Takes a share of the bus's lines, and opens those in the engine. Nothing happens as long as
    /// there are none.
    ///
    /// # Errors
    /// If a setting is wrong, a secret is not to be had, or the system gives no thread.
    pub fn start(
        settings: &ClusterSettings,
        simulation: &Simulation,
        engine: &Arc<Engine>,
    ) -> Result<Self> {
        let (access, secret) = (settings.access()?, settings.lines_secret()?);
        let (Some(node), Some(weight)) = (settings.name.clone(), settings.weight) else {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "A node that takes lines of the bus needs a name and a weight: [cluster].",
            ));
        };
        let build = || {
            let mut builder = tokio::runtime::Builder::new_current_thread();
            builder.enable_all().thread_name("tapi3-lines-open");
            builder.max_blocking_threads(MOST_WAITING).build()
        };
        let runtime = descriptors::with_enough(build).map_err(|error| {
            let error = words::of(&error);
            failed("The lines of the bus are not taken", &error)
        })?;
        let lot = draw()?;
        let link = runtime.block_on(Link::open(access, settings.lease, true))?;
        let (words, to_do) = unbounded_channel();
        let member = Member::new(Settings {
            node,
            lot: u64::from_be_bytes(lot),
            weight,
            lease: settings.lease,
        });
        let keeper = Keeper::new(
            member,
            settings.lease,
            (link, secret),
            (engine.clone(), simulation.clone()),
            words.clone(),
        );
        let run = move || {
            runtime.block_on(keeper.run(to_do));
            runtime.shutdown_background();
        };
        let thread = thread::start("tapi3-lines", run)
            .map_err(|error| failed("The lines of the bus are not taken", &error))?;
        Ok(Ownership {
            words,
            thread: Some(thread),
        })
    }

    /// Ends the calls, closes the lines and gives them back.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let _ = self.words.send(Word::Stop);
        if let Some(thread) = self.thread.take() {
            if thread.join().is_err() {
                tracing::error!("the thread of the bus's lines panicked");
            }
        }
    }
}

impl Drop for Ownership {
    fn drop(&mut self) {
        self.end();
    }
}

/// A write that waits for its turn.
struct Write {
    ticket: Ticket,
    epoch: String,
    key: Key,
    expect: Option<u64>,
    record: Option<tapi3_lease::Record>,
}

/// How a line is opened: as [`OpenLine::open`].
type Open = fn(&Arc<Engine>, &Simulation, &Guard, (&str, &str)) -> Result<OpenLine>;

/// All that the thread keeps.
struct Keeper {
    member: Member,
    /// Until when the lines may act.
    guard: Guard,
    lease: Duration,
    link: Link,
    secret: Secret,
    engine: Arc<Engine>,
    simulation: Simulation,
    words: UnboundedSender<Word>,
    store: Option<Store>,
    /// Whether the store is being read anew.
    is_reading: bool,
    /// When it was last tried to.
    looked: Option<Instant>,
    opens: Open,
    open: BTreeMap<String, OpenLine>,
    threads: Threads,
    /// Lines that are being opened; true for those that are to be closed at once.
    opening: BTreeMap<String, bool>,
    /// Those that had calls when we last looked.
    busy: BTreeSet<String>,
    queue: VecDeque<Write>,
    writing: usize,
    /// The revision of our latest beat that the watch has not shown yet, and since when.
    unseen: Option<(u64, Instant)>,
    /// What was last said to be wrong with the store.
    complained: String,
    /// Whether the lines take no new calls, since this node hands them on.
    is_draining: bool,
    has_left: bool,
}

impl Keeper {
    fn new(
        member: Member,
        lease: Duration,
        (link, secret): (Link, Secret),
        (engine, simulation): (Arc<Engine>, Simulation),
        words: UnboundedSender<Word>,
    ) -> Self {
        Keeper {
            member,
            guard: Guard::default(),
            lease,
            link,
            secret,
            engine,
            simulation,
            words,
            store: None,
            is_reading: false,
            looked: None,
            opens: OpenLine::open,
            open: BTreeMap::new(),
            threads: Threads::default(),
            opening: BTreeMap::new(),
            busy: BTreeSet::new(),
            queue: VecDeque::new(),
            writing: 0,
            unseen: None,
            complained: String::new(),
            is_draining: false,
            has_left: false,
        }
    }

    async fn run(mut self, mut words: UnboundedReceiver<Word>) {
        let mut connected = self.link.connected();
        let mut ticks = tokio::time::interval((self.lease / TICKS).max(SHORTEST_TICK));
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut watch: Option<kv::Watch> = None;
        let mut patience: Option<Instant> = None;
        while !self.has_left {
            if patience.is_some_and(|until| Instant::now() >= until) {
                break;
            }
            tokio::select! {
                biased;
                _ = ticks.tick() => {
                    self.threads.try_again();
                    self.look_at_calls();
                    let actions = self.member.tick(now());
                    self.carry_out(actions);
                    if self.is_stalled() {
                        watch = None;
                        self.lose();
                    }
                    if watch.is_none() {
                        self.look();
                    }
                }
                word = words.recv() => match word {
                    Some(Word::Stop) | None => {
                        patience.get_or_insert_with(|| Instant::now() + FAREWELL);
                        let actions = self.member.leave(now());
                        self.carry_out(actions);
                    }
                    // Nothing acts any more, and when the lease is over others take all of them.
                    Some(Word::Broken(line)) => {
                        tracing::error!(
                            line,
                            "a line of the bus cannot be closed: this node takes none any more \
                             before it is started anew"
                        );
                        break;
                    }
                    Some(Word::Read(read)) => watch = self.read(*read),
                    Some(Word::Changed) => {
                        watch = None;
                        self.lose();
                    }
                    Some(word) => self.heed(word),
                },
                Ok(()) = connected.changed() => {
                    // What was missed is read when the bus is back.
                    watch = None;
                    self.lose();
                    self.looked = None;
                }
                seen = next(&mut watch) => match seen {
                    Some(entry) => self.saw(&entry),
                    None => {
                        watch = None;
                        self.lose();
                    }
                },
            }
        }
        // What is left has no time any more.
        self.guard.set(Duration::ZERO);
        self.open.clear();
    }

    // The store.

    /// Reads the store, unless that is being done or was just tried.
    fn look(&mut self) {
        let pause = LOOK.min(self.lease / 4);
        if self.is_reading || !self.link.is_connected() {
            return;
        }
        if self.looked.is_some_and(|looked| looked.elapsed() < pause) {
            return;
        }
        self.looked = Some(Instant::now());
        self.is_reading = true;
        let (client, secret) = (self.link.client(), self.secret.clone());
        let (words, connected) = (self.words.clone(), self.link.connected());
        // Those who had lines of it make it anew, as it was.
        let copies = self.store.as_ref().map(Store::copies);
        tokio::spawn(async move {
            let read = async {
                let store = match copies {
                    Some(copies) => Some(Store::make(&client, &secret, copies).await?),
                    None => Store::find(&client, &secret).await?,
                };
                match store {
                    None => Ok(None),
                    Some(store) => {
                        let (snapshot, watch) = store.read().await?;
                        Ok(Some((store, snapshot, watch)))
                    }
                }
            };
            let unread = |why: &str| Err(failed("The lines of the bus cannot be read", &why));
            let read = tokio::select! {
                biased;
                () = broken(connected) => unread("it was lost"),
                read = whole(read) => read.unwrap_or_else(|| unread("reading has broken off")),
            };
            // If nobody takes it, nobody needs it.
            let _ = words.send(Word::Read(Box::new(read)));
        });
    }

    fn read(&mut self, read: Result<Option<(Store, Snapshot, kv::Watch)>>) -> Option<kv::Watch> {
        self.is_reading = false;
        match read {
            Ok(None) => None,
            // What is written now gets nowhere, and what was read is old when the bus is back.
            Ok(Some(_)) if !self.link.is_connected() => None,
            Ok(Some((store, snapshot, watch))) => {
                self.complained.clear();
                let lines = snapshot.entries.keys();
                let lines = lines.filter(|key| matches!(key, Key::Line(_))).count();
                tracing::info!(lines, "the lines of the bus are known");
                self.unseen = None;
                self.store = Some(store);
                let actions = self.member.snapshot(now(), snapshot);
                self.carry_out(actions);
                Some(watch)
            }
            Err(error) => {
                let said = error.message().to_owned();
                if said != self.complained {
                    tracing::warn!("{said}");
                    self.complained = said;
                }
                None
            }
        }
    }

    fn lose(&mut self) {
        let actions = self.member.lost(now());
        self.carry_out(actions);
    }

    /// Whether the watch does not show what was written.
    fn is_stalled(&self) -> bool {
        self.unseen
            .is_some_and(|(_, since)| since.elapsed() > self.lease / 2)
    }

    fn saw(&mut self, entry: &std::result::Result<kv::Entry, kv::WatcherError>) {
        let Some(store) = &self.store else { return };
        let Ok(entry) = entry else { return };
        if let Some((key, entry)) = store.understand(entry) {
            if self
                .unseen
                .is_some_and(|(revision, _)| revision <= entry.revision)
            {
                self.unseen = None;
            }
            let actions = self.member.saw(now(), &key, &entry);
            self.carry_out(actions);
        }
    }

    fn write_next(&mut self) {
        let Some(store) = &self.store else { return };
        while self.writing < MOST_WRITES {
            let Some(write) = self.queue.pop_front() else {
                return;
            };
            self.writing += 1;
            let (store, words) = (store.clone(), self.words.clone());
            let patience = self.lease / 5;
            let connected = self.link.connected();
            tokio::spawn(async move {
                let place = (write.epoch.as_str(), &write.key);
                let record = write.record.as_ref();
                let written = whole(store.write(place, write.expect, record, patience));
                let answer = tokio::select! {
                    biased;
                    answer = written => answer.unwrap_or(Answer::Unknown),
                    // No answer comes, and until this write is over no other says that this node lives.
                    () = broken(connected) => Answer::Unknown,
                };
                let is_uncertain = answer == Answer::Unknown && write.record.is_some();
                let _ = words.send(Word::Answered(write.ticket, answer));
                if is_uncertain && matches!(write.key, Key::Life(_)) && !store.is_same().await {
                    let _ = words.send(Word::Changed);
                }
            });
        }
    }

    // What is to be done.

    fn heed(&mut self, word: Word) {
        let actions = match word {
            Word::Answered(ticket, answer) => {
                self.writing = self.writing.saturating_sub(1);
                if let Answer::Done(revision) = answer {
                    self.unseen.get_or_insert((revision, Instant::now()));
                }
                self.member.answered(now(), ticket, answer)
            }
            Word::Opened(name, opened) => self.opened(name, opened),
            Word::Closed(name) => self.member.closed(now(), &name),
            _ => return,
        };
        self.carry_out(actions);
        self.write_next();
    }

    fn carry_out(&mut self, actions: Vec<Action>) {
        // Before anything is begun or ended: it may have come to an end.
        self.guard.set(self.member.acting_until());
        self.heed_draining();
        for action in actions {
            match action {
                Action::Write {
                    ticket,
                    epoch,
                    key,
                    expect,
                    record,
                } => {
                    let is_beat = matches!(key, Key::Life(_));
                    let write = Write {
                        ticket,
                        epoch,
                        key,
                        expect,
                        record,
                    };
                    // Whoever is to live first says so.
                    match is_beat {
                        true => self.queue.push_front(write),
                        false => self.queue.push_back(write),
                    }
                }
                Action::Start { line, fence, text } => self.start(line, fence, text),
                Action::Stop { line, why } => self.stop_line(line, why),
                Action::Reread => {
                    let _ = self.words.send(Word::Changed);
                }
                Action::Left => self.has_left = true,
            }
        }
        self.write_next();
    }
}

/// Returns as soon as what was asked before is lost with its connection.
async fn broken(mut connected: watch::Receiver<bool>) {
    if *connected.borrow_and_update() {
        // It is up again already, or the link is closed: either way it was lost.
        let _ = connected.changed().await;
    }
}

/// What a watch shows next; for ever nothing if there is none.
async fn next(
    watch: &mut Option<kv::Watch>,
) -> Option<std::result::Result<kv::Entry, kv::WatcherError>> {
    match watch {
        Some(watch) => watch.next().await,
        None => std::future::pending().await,
    }
}
