//! One node: what it says to the store, and which lines it starts and stops.

mod lease;
mod lines;
mod seeing;

use crate::Time;
use crate::record::{Beat, Claim, Key, Life, MAX_UNFIT, Record};

use crate::view::{Entry, Snapshot, View};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tapi3_bus::VERSION;

/// How many times within a lease a node beats.
const BEATS: u32 = 5;

/// How many times as often it does until it knows what became of a beat.
const RETRIES: u32 = 4;

/// Which part of the lease, at its end, is for stopping what is to stop.
const GRACE: u32 = 4;

/// Which part of the lease others wait beyond it: clocks may differ in their pace by so much.
const DRIFT: u32 = 16;

/// How many leases a node does not try again to open a line that it could not.
const UNFIT: u32 = 30;

/// For how many lines a look at all of them takes a breath, and which part of the lease that is.
const MANY: usize = 256;
const BREATHS: u32 = 80;

/// Which part of its lines a node that has too many gives back at a time, at most.
const MOVES: usize = 8;

/// Who a node is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Settings {
    /// Its name.
    pub node: String,
    /// Drawn by lot when the process begins.
    pub lot: u64,
    /// How much of the lines it shall have, relative to others.
    pub weight: u32,
    /// Its lease.
    pub lease: Duration,
}

/// What a write is known by, until it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(u64);

/// Why a line is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Another node shall have it, or none: it has no calls. If it has some after all, leave it and
    /// say [`Member::kept`].
    GivenBack,
    /// It is configured otherwise now, and is started again; it has no calls, and likewise.
    Changed,
    /// This node ends, whether the line has calls or not.
    Leaving,
    /// It is no longer configured.
    Removed,
    /// The lease ends, or somebody else has the line.
    Lost,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Action {
    /// Write this, if what stands there still has that revision; then say what came of it with
    /// [`Member::answered`], in any case and soon: [`Answer::Unknown`] when nobody answers.
    Write {
        /// To answer with.
        ticket: Ticket,
        /// The store that it is meant for; see [`Key::text`].
        epoch: String,
        /// Where.
        key: Key,
        /// The revision that must stand there; none if nothing ever did.
        expect: Option<u64>,
        /// What to write; nothing to delete it.
        record: Option<Record>,
    },
    /// Open the line; then say [`Member::opened`] or [`Member::failed`].
    Start {
        /// The line's name.
        line: String,
        /// The number of this taking.
        fence: u64,
        /// How the line is configured.
        text: String,
    },
    /// Close the line: end its calls, take registrations back. Then say [`Member::closed`].
    Stop {
        /// The line's name.
        line: String,
        /// Why.
        why: Why,
    },
    /// What is known does not agree with the store: read it anew ([`Member::snapshot`]).
    Reread,
    /// All was given back: this node may go.
    Left,
}

/// What came of a write.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It was written, under this revision.
    Done(u64),
    /// Another revision stands there; this one, or nothing.
    Stands(Option<Entry>),
    /// It may have been written or not.
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Stage {
    Living,
    /// Over: what is still open closes.
    Over,
    Left,
}

/// The lease of this life.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Lease {
    /// Until when it acts; nothing before the store has taken a beat.
    until: Option<Time>,
    /// When each beat was sent that may still count.
    sent: BTreeMap<u64, Time>,
    last_sent: Option<Time>,
    /// Whether nobody knows what became of that one.
    unknown: bool,
    next: u64,
    /// What the last beat said of us.
    said: Option<(bool, Vec<String>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum State {
    Opening,
    Open,
    Busy,
    Closing,
}

/// A line that is open here, or is about to be or was.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Held {
    fence: u64,
    /// How it was configured when it was opened.
    text: String,
    state: State,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Pending {
    /// The store that it was meant for.
    epoch: String,
    key: Key,
    record: Option<Record>,
}

/// One node of those that share lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Member {
    settings: Settings,
    life: Life,
    stage: Stage,
    lease: Lease,
    view: View,
    /// Since when the store is watched without a break.
    watching: Option<Time>,
    /// What was written while it was not.
    unwatched: BTreeMap<Key, Entry>,
    held: BTreeMap<String, Held>,
    /// Lines that are ours and shall not be, until they are not.
    release: BTreeSet<String>,
    pending: BTreeMap<Ticket, Pending>,
    /// The keys of those.
    awaited: BTreeSet<Key>,
    next_ticket: u64,
    /// Lines that could not be opened: with which configuration, and until when.
    unfit: BTreeMap<String, (String, Time)>,
    /// Lines to be written again, since the store has lost them.
    restore: BTreeMap<String, String>,
    /// When a node or line last came or went.
    settled: Time,
    /// Whether anything has changed since `planned`.
    changed: bool,
    planned: Time,
    draining: bool,
    leaving: bool,
}

/// The least time that a life's beat must be unchanged until others say that it is over.
fn patience(lease: Duration) -> Duration {
    lease.saturating_add(lease / DRIFT)
}

impl Member {
    /// A node that knows nothing of the store yet.
    pub fn new(settings: Settings) -> Self {
        let life = Life {
            node: settings.node.clone(),
            lot: settings.lot,
            turn: 1,
        };
        Member {
            settings,
            life,
            stage: Stage::Living,
            lease: Lease::default(),
            view: View::default(),
            watching: None,
            unwatched: BTreeMap::new(),
            held: BTreeMap::new(),
            release: BTreeSet::new(),
            pending: BTreeMap::new(),
            awaited: BTreeSet::new(),
            next_ticket: 0,
            unfit: BTreeMap::new(),
            restore: BTreeMap::new(),
            settled: Time::ZERO,
            changed: true,
            planned: Time::ZERO,
            draining: false,
            leaving: false,
        }
    }

    /// Until when what is open here may act, on this node's clock. It is asked anew after every call:
    /// it moves on with every beat that the store takes, and can also end at once.
    pub fn acting_until(&self) -> Time {
        self.lease.until.unwrap_or(Time::ZERO)
    }

    /// Whether a line is open here, may be opening, or is being closed.
    pub fn holds(&self, line: &str) -> bool {
        self.held.contains_key(line)
    }

    /// The life that it has.
    pub fn life(&self) -> &Life {
        &self.life
    }

    /// Time has passed. To be said several times within a lease; a twentieth of it is a good pause.
    pub fn tick(&mut self, now: Time) -> Vec<Action> {
        self.act(now, |_, _| {})
    }

    /// The store is watched from now on, and has this. Also after a break.
    pub fn snapshot(&mut self, now: Time, snapshot: Snapshot) -> Vec<Action> {
        self.act(now, |member, out| member.take_snapshot(now, snapshot, out))
    }

    /// Something has changed in the store.
    pub fn saw(&mut self, now: Time, key: &Key, entry: &Entry) -> Vec<Action> {
        self.act(now, |member, out| member.take_in(now, key, entry, out))
    }

    /// The store is not watched any more: it is away, or the watch has broken off.
    pub fn lost(&mut self, now: Time) -> Vec<Action> {
        self.act(now, |member, _| member.watching = None)
    }

    /// What came of a write.
    pub fn answered(&mut self, now: Time, ticket: Ticket, answer: Answer) -> Vec<Action> {
        self.act(now, |member, out| {
            member.take_answer(now, ticket, answer, out)
        })
    }

    /// A line that was to be started is open.
    pub fn opened(&mut self, now: Time, line: &str) -> Vec<Action> {
        self.act(now, |member, _| {
            if let Some(held) = member.held.get_mut(line) {
                if held.state == State::Opening {
                    held.state = State::Open;
                }
            }
            member.changed = true;
        })
    }

    /// A line that was to be started cannot be opened here.
    pub fn failed(&mut self, now: Time, line: &str) -> Vec<Action> {
        self.act(now, |member, _| {
            if let Some(held) = member.held.remove(line) {
                let until = now.saturating_add(member.settings.lease.saturating_mul(UNFIT));
                member.unfit.insert(line.to_owned(), (held.text, until));
                member.release.insert(line.to_owned());
            }
            member.changed = true;
        })
    }

    /// Whether a line has calls.
    pub fn busy(&mut self, now: Time, line: &str, is_busy: bool) -> Vec<Action> {
        self.act(now, |member, _| {
            let Some(held) = member.held.get_mut(line) else {
                return;
            };
            let state = match (held.state, is_busy) {
                (State::Open, true) => State::Busy,
                (State::Busy, false) => State::Open,
                _ => return,
            };
            held.state = state;
            member.changed = true;
        })
    }

    /// A line that was to be stopped is closed: nothing of it acts any more.
    pub fn closed(&mut self, now: Time, line: &str) -> Vec<Action> {
        self.act(now, |member, _| {
            member.held.remove(line);
            member.changed = true;
        })
    }

    /// A line that was to be stopped since it had no calls has one after all: it was not closed.
    pub fn kept(&mut self, now: Time, line: &str) -> Vec<Action> {
        self.act(now, |member, _| {
            let closing = |held: &&mut Held| held.state == State::Closing;
            if let Some(held) = member.held.get_mut(line).filter(closing) {
                held.state = State::Busy;
                member.release.remove(line);
            }
            member.changed = true;
        })
    }

    /// Whether it takes no lines any more, and no new calls on those that it has: they go when their
    /// calls are over.
    pub fn is_draining(&self) -> bool {
        self.draining
    }

    /// All lines are closed, calls or not, and given back; then [`Action::Left`] comes, once the
    /// store has taken it.
    pub fn leave(&mut self, now: Time) -> Vec<Action> {
        self.act(now, |member, out| {
            member.draining = true;
            member.leaving = true;
            member.changed = true;
            member.stop_all(Why::Leaving, out);
        })
    }

    fn act(&mut self, now: Time, what: impl FnOnce(&mut Self, &mut Vec<Action>)) -> Vec<Action> {
        let mut out = Vec::new();
        // Before anything else: whoever wakes up too late has nothing any more.
        self.expire(now, &mut out);
        what(self, &mut out);
        self.advance(now, &mut out);
        out
    }

    fn advance(&mut self, now: Time, out: &mut Vec<Action>) {
        if self.stage == Stage::Over && self.held.is_empty() {
            match self.leaving {
                // What it had is void when its lease is over.
                true => self.stage = Stage::Left,
                false => self.begin_life(),
            }
        }
        let is_alone = self.watching.is_none() || self.lease.until.is_none();
        if self.leaving && self.held.is_empty() && is_alone {
            self.stage = Stage::Left;
        }
        if self.stage == Stage::Left {
            self.lease.until = None;
            return out.push(Action::Left);
        }
        if self.watching.is_none() {
            return;
        }
        self.beat(now, out);
        self.say_over(now, out);
        self.write_lines(out);
        let pause = match self.changed {
            true => self.breath(),
            false => self.settings.lease / BEATS,
        };
        if self.is_sure(now) && now >= self.planned.saturating_add(pause) {
            self.changed = false;
            self.planned = now;
            let view = &self.view;
            self.unfit.retain(|line, (text, until)| {
                now < *until && view.line(line).is_some_and(|(_, line)| line.text == *text)
            });
            self.run_lines(out);
            if !self.leaving {
                self.share(now, out);
            }
            self.tidy(now, out);
        }
    }

    /// How long passes at least between two looks at all lines. A look takes its time when they are
    /// many, and when many are taken each brings news.
    fn breath(&self) -> Duration {
        let many = u32::try_from(self.view.lines.len() / MANY).unwrap_or(u32::MAX);
        let lease = self.settings.lease;
        (lease / BREATHS)
            .saturating_mul(many)
            .min(lease / BEATS / 2)
    }

    fn is_pending(&self, key: &Key) -> bool {
        self.awaited.contains(key)
    }

    fn write(&mut self, key: Key, record: Option<Record>, out: &mut Vec<Action>) {
        if self.is_pending(&key) {
            return;
        }
        let ticket = Ticket(self.next_ticket);
        self.next_ticket += 1;
        out.push(Action::Write {
            ticket,
            epoch: self.view.epoch.clone(),
            expect: self.view.revision(&key),
            key: key.clone(),
            record: record.clone(),
        });
        self.awaited.insert(key.clone());
        let epoch = self.view.epoch.clone();
        self.pending.insert(ticket, Pending { epoch, key, record });
    }

    fn stop(&mut self, line: &str, why: Why, out: &mut Vec<Action>) {
        let Some(held) = self.held.get_mut(line) else {
            return;
        };
        if held.state != State::Closing {
            held.state = State::Closing;
            let line = line.to_owned();
            out.push(Action::Stop { line, why });
        }
    }

    fn stop_all(&mut self, why: Why, out: &mut Vec<Action>) {
        let names: Vec<String> = self.held.keys().cloned().collect();
        names.iter().for_each(|line| self.stop(line, why, out));
    }
}
