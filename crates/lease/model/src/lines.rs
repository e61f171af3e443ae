//! Leases, claims and their fencing.
//!
//! Time goes on in steps of a quarter of the lease. Each node has a clock of its own, which begins
//! anywhere and goes faster or slower than others.
//!
//! Within a step everything happens in every order. Before time goes on each node has woken, what it
//! writes has arrived and was answered, and what has changed was seen; except for faults, of which
//! there are as many as [`Lines::faults`] says, of every kind and at every moment: a node stands still
//! until it goes on or for ever, a write or an answer is late, for as long as it likes, or lost, a
//! node does not wait for an answer, a watch stalls or breaks, a
//! line takes long to close. And once, where [`Lines::wipe`] says so, the store loses everything.

use crate::shared::Shared;
use crate::state::Reply;
pub use crate::state::{Node, State, Step};
use crate::store::{Store, Write};
use stateright::{Model, Property};
use std::collections::BTreeSet;
use std::time::Duration;
use tapi3_lease::{Action, Answer, LineText, Member, Record, Settings, Ticket, Time};

/// The lease of all nodes.
pub const LEASE: Duration = Duration::from_secs(32);

/// What is tried.
#[derive(Debug, Clone)]
pub struct Lines {
    /// For how much of real time each node's clock goes on in a step, in milliseconds; 8000 is right.
    pub paces: Vec<u64>,
    /// The lines.
    pub lines: usize,
    /// How many steps of time are looked at.
    pub time: u64,
    /// How many faults there are, of any kind.
    pub faults: u8,
    /// Which they may be; with fewer kinds one can look further.
    pub kinds: fn(&Step) -> bool,
    /// Whether what must happen within a step of time happens in turn, and only what is late or
    /// faulty at any moment: then one can look at more faults together.
    pub in_turn: bool,
    /// Whether the store may lose everything, once, besides.
    pub wipe: bool,
    /// A rule that is broken, to see that it is found out.
    pub broken: Option<Broken>,
}

/// A rule of the crate that nodes or the store do not keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// What is open acts until it is closed, not only for the lease (rule 1).
    Guard,
    /// A lease counts from when its beat was confirmed, not from before it was sent (rule 1).
    Sent,
    /// Others wait for half of the lease (rule 2).
    Patience,
    /// The store takes a write whatever stands there (rules 2 and 3).
    Compare,
    /// A node takes lines of a new store at once, as if it had watched that for long (rule 4).
    Watched,
    /// A store that has lost everything has the name that it had (rule 4).
    Epoch,
}

/// The name of a line.
pub fn line(number: usize) -> String {
    format!("line {number}")
}

impl Lines {
    fn now(&self, node: usize, time: u64) -> Time {
        // Each clock began at some other time.
        let begin = 1_000_000 * (node as u64 + 1);
        Duration::from_millis(begin + time * self.paces[node])
    }

    fn apply(&self, state: &mut State, node: usize, actions: Vec<Action>) {
        let mut all = std::collections::VecDeque::from(actions);
        while let Some(action) = all.pop_front() {
            match action {
                Action::Write {
                    ticket,
                    epoch,
                    key,
                    expect,
                    mut record,
                } => {
                    if let (Some(Broken::Patience), Some(Record::Beat(beat))) =
                        (self.broken, &mut record)
                    {
                        beat.lease_ms /= 2;
                    }
                    state.writes.push(Write {
                        node,
                        ticket,
                        epoch,
                        key,
                        expect,
                        record,
                        awaited: true,
                        late: false,
                    });
                }
                Action::Start { line, .. } => {
                    let now = self.now(node, state.time);
                    let it = &mut state.nodes[node];
                    assert!(it.open.insert(line.clone()), "{line} is open already");
                    all.extend(it.member.opened(now, &line));
                }
                Action::Stop { line, .. } => {
                    let it = &mut state.nodes[node];
                    assert!(it.open.contains(&line) && it.closing.insert(line));
                }
                Action::Reread => state.nodes[node].watches = None,
                Action::Left => {}
            }
        }
    }

    fn tell(
        &self,
        state: &mut State,
        node: usize,
        what: impl FnOnce(&mut Member, Time) -> Vec<Action>,
    ) {
        // Whatever a node does, it looks at its clock first.
        state.nodes[node].awake = true;
        let now = self.now(node, state.time);
        let it = &mut *state.nodes[node];
        let before = it.member.acting_until();
        let actions = what(&mut it.member, now);
        if self.broken == Some(Broken::Sent) && it.member.acting_until() > before {
            it.counted = now + LEASE;
        }
        self.apply(state, node, actions);
    }

    fn read(&self, state: &mut State, node: usize) {
        let snapshot = state.store.snapshot();
        state.nodes[node].watches = Some((state.store.epoch, state.store.log.len()));
        let wiped = state.wiped;
        self.tell(state, node, |member, now| {
            let mut actions = member.lost(now);
            let since = match self.broken {
                Some(Broken::Watched) if wiped => now - 2 * LEASE,
                _ => now,
            };
            actions.extend(member.snapshot(since, snapshot));
            actions
        });
    }

    fn watch(&self, state: &mut State, node: usize) {
        let Some((epoch, from)) = state.nodes[node].watches else {
            return;
        };
        if epoch != state.store.epoch {
            return;
        }
        let news: Vec<_> = state.store.log[from..].to_vec();
        state.nodes[node].watches = Some((epoch, from + news.len()));
        for (key, entry) in news {
            self.tell(state, node, |member, now| member.saw(now, &key, &entry));
        }
    }

    fn take(&self, state: &mut State, write: usize) {
        let mut write = state.writes.remove(write);
        if self.broken == Some(Broken::Compare) {
            let stands = state.store.entries.get(&write.key);
            write.expect = stands.map(|entry| entry.revision);
        }
        let answer = state.store.write(&write);
        if write.awaited {
            reply(state, write.node, write.ticket, answer);
        }
    }

    /// Everything goes well for so many steps of time, at the nodes that live.
    pub fn go_well(&self, state: &mut State, steps: u64, lives: impl Fn(usize) -> bool) {
        for _ in 0..steps {
            for node in (0..state.nodes.len()).filter(|node| lives(*node)) {
                let watches = state.nodes[node].watches;
                if watches.is_none_or(|(epoch, _)| epoch != state.store.epoch) {
                    self.read(state, node);
                }
                self.tell(state, node, |member, now| member.tick(now));
            }
            // Until nothing is on its way.
            for round in 0.. {
                assert!(round < 100, "it never ends: {state:?}");
                let before = state.clone();
                while !state.writes.is_empty() {
                    self.take(state, 0);
                }
                while !state.answers.is_empty() {
                    match lives(state.answers[0].node) {
                        true => self.answer(state, 0),
                        false => drop(state.answers.remove(0)),
                    }
                }
                for node in (0..state.nodes.len()).filter(|node| lives(*node)) {
                    self.watch(state, node);
                    for line in state.nodes[node].closing.clone() {
                        self.close(state, node, &line);
                    }
                }
                if *state == before {
                    break;
                }
            }
            self.tick(state);
        }
    }

    fn answer(&self, state: &mut State, number: usize) {
        let Reply {
            node,
            ticket,
            answer,
            ..
        } = state.answers.remove(number);
        self.tell(state, node, |member, now| {
            member.answered(now, ticket, answer)
        });
    }

    fn tick(&self, state: &mut State) {
        state.time += 1;
        for node in state.nodes.iter_mut().filter(|node| node.awake) {
            node.awake = false;
        }
    }

    fn close(&self, state: &mut State, node: usize, line: &str) {
        let it = &mut state.nodes[node];
        it.open.remove(line);
        it.closing.remove(line);
        self.tell(state, node, |member, now| member.closed(now, line));
    }

    /// Who acts on a line at this moment, or might: what is open acts unless the lease that its node
    /// counts is over, whether the node has noticed or not.
    pub fn acting(&self, state: &State, line: &str) -> Vec<usize> {
        let acts = |node: &usize| {
            let it = &state.nodes[*node];
            let until = match self.broken {
                Some(Broken::Guard) => Time::MAX,
                Some(Broken::Sent) => it.counted.max(it.member.acting_until()),
                _ => it.member.acting_until(),
            };
            it.open.contains(line) && self.now(*node, state.time) < until
        };
        (0..state.nodes.len()).filter(acts).collect()
    }

    /// All lines are up, with the shares that the nodes settle on.
    pub fn begin(&self) -> State {
        let node = |number: usize| Node {
            member: Member::new(Settings {
                node: format!("n{number}"),
                lot: number as u64,
                weight: 1,
                lease: LEASE,
            }),
            open: BTreeSet::new(),
            closing: BTreeSet::new(),
            watches: None,
            stalls: false,
            stopped: false,
            slow: false,
            awake: false,
            counted: Time::ZERO,
        };
        let mut state = State {
            time: 0,
            nodes: (0..self.paces.len()).map(node).map(Shared::new).collect(),
            store: Shared::new(Store::new(1)),
            writes: Vec::new(),
            answers: Vec::new(),
            faults: 0,
            wiped: false,
            first: Vec::new(),
        };
        for number in 0..self.lines {
            let text = LineText::new(line(number), "text".to_owned());
            let record = Record::Line(text);
            state.store.put(record.key(), Some(record));
        }
        self.go_well(&mut state, 12, |_| true);
        for number in 0..self.lines {
            let acting = self.acting(&state, &line(number));
            assert_eq!(acting.len(), 1, "{state:?}");
            state.first.extend(acting);
        }
        // What was long ago is not needed any more.
        for node in &mut state.nodes {
            node.watches = Some((1, 0));
        }
        state.store.log.clear();
        state
    }

    /// The time when `begin` ends.
    fn begun(&self) -> u64 {
        12
    }
}

impl Lines {
    fn fail(&self, state: &mut State, fault: Step) -> Option<()> {
        match fault {
            Step::Stop(node) => state.nodes[node].stopped = true,
            Step::Late(write) => state.writes.get_mut(write)?.late = true,
            Step::TakeOnly(write) => self.take(state, write),
            Step::Lose(write) => {
                let write = state.writes.remove(write);
                if write.awaited {
                    reply(state, write.node, write.ticket, Answer::Unknown);
                }
            }
            Step::GiveUp(write) => {
                let write = state.writes.get_mut(write)?;
                write.awaited = false;
                write.late = true;
                let (node, ticket) = (write.node, write.ticket);
                reply(state, node, ticket, Answer::Unknown);
            }
            Step::Stall(node) => state.nodes[node].stalls = true,
            Step::Slow(node) => state.nodes[node].slow = true,
            Step::Break(node) => {
                state.nodes[node].watches = None;
                self.tell(state, node, |member, now| member.lost(now));
            }
            _ => return None,
        }
        Some(())
    }
}

fn reply(state: &mut State, node: usize, ticket: Ticket, answer: Answer) {
    state.answers.push(Reply {
        node,
        ticket,
        answer,
    });
}

impl Model for Lines {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![self.begin()]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        let may_fail = state.faults < self.faults;
        // What must happen before time goes on.
        let mut due = Vec::new();
        for (node, it) in state.nodes.iter().enumerate() {
            if it.stopped {
                steps.push(Step::GoOn(node));
                continue;
            }
            if may_fail {
                steps.push(Step::Stop(node));
            }
            if !it.awake {
                due.push(Step::Wake(node));
            }
            let is_new = match it.watches {
                Some((epoch, seen)) if epoch == state.store.epoch => {
                    if may_fail {
                        steps.push(Step::Break(node));
                    }
                    (seen < state.store.log.len()).then_some(Step::Watch(node))
                }
                _ => Some(Step::Read(node)),
            };
            if let Some(step) = is_new {
                match it.stalls {
                    true => steps.push(step),
                    false => due.push(step),
                }
                if may_fail && !it.stalls {
                    steps.push(Step::Stall(node));
                }
            }
            let closing = it
                .closing
                .iter()
                .map(|line| Step::Close(node, line.clone()));
            match it.slow {
                true => steps.extend(closing),
                false => due.extend(closing),
            }
            if may_fail && !it.slow {
                steps.push(Step::Slow(node));
            }
        }
        for (number, write) in state.writes.iter().enumerate() {
            match write.late {
                true => steps.push(Step::Take(number)),
                false => due.push(Step::Take(number)),
            }
            if may_fail {
                steps.push(Step::Lose(number));
                steps.push(Step::TakeOnly(number));
                if !write.late {
                    steps.push(Step::Late(number));
                }
                if write.awaited {
                    steps.push(Step::GiveUp(number));
                }
            }
        }
        for (number, reply) in state.answers.iter().enumerate() {
            if !state.nodes[reply.node].stopped {
                steps.push(Step::Answer(number));
            }
        }
        if self.wipe && !state.wiped {
            steps.push(Step::Wipe);
        }
        if due.is_empty() && state.time < self.begun() + self.time {
            steps.push(Step::Time);
        }
        let count = match self.in_turn {
            true => 1,
            false => due.len(),
        };
        steps.extend(due.into_iter().take(count));
        steps.retain(|step| !step.is_fault() || (self.kinds)(step));
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        match step {
            Step::Time => self.tick(&mut state),
            Step::Wake(node) => self.tell(&mut state, node, |member, now| member.tick(now)),
            Step::Take(write) => {
                let node = state.writes[write].node;
                self.take(&mut state, write);
                let is_new = state.answers.len() > last.answers.len();
                if is_new && !state.nodes[node].stopped {
                    self.answer(&mut state, last.answers.len());
                }
            }
            Step::Answer(answer) => self.answer(&mut state, answer),
            Step::Watch(node) => {
                state.nodes[node].stalls = false;
                self.watch(&mut state, node);
            }
            Step::Read(node) => {
                state.nodes[node].stalls = false;
                self.read(&mut state, node);
            }
            Step::Close(node, line) => self.close(&mut state, node, &line),
            Step::GoOn(node) => state.nodes[node].stopped = false,
            Step::Wipe => {
                state.wiped = true;
                let mut store = Store::new(state.store.epoch + 1);
                if self.broken == Some(Broken::Epoch) {
                    store.name = state.store.name.clone();
                }
                state.store = Shared::new(store);
            }
            fault => {
                state.faults += 1;
                self.fail(&mut state, fault)?;
            }
        }
        // What is on its way has no order.
        state.writes.sort_by_key(|write| (write.node, write.ticket));
        state
            .answers
            .sort_by_key(|reply| (reply.node, reply.ticket));
        state.forget();
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(
                "no two nodes act on one line",
                |model: &Lines, state: &State| {
                    (0..model.lines).all(|number| model.acting(state, &line(number)).len() <= 1)
                },
            ),
            // Where the time that is looked at ends, as everywhere between: from then on all goes well,
            // for all nodes, or for all but one that is gone.
            Property::always(
                "every line comes up again",
                |model: &Lines, state: &State| {
                    if state.time < model.begun() + model.time
                        || state.nodes.iter().any(|n| n.awake)
                    {
                        return true;
                    }
                    (0..=state.nodes.len()).all(|gone| {
                        let mut state = state.clone();
                        state.nodes.iter_mut().for_each(|node| node.stopped = false);
                        model.go_well(&mut state, 20, |node| node != gone);
                        (0..model.lines).all(|number| {
                            let acting = model.acting(&state, &line(number));
                            acting.len() == 1 && acting != [gone]
                        })
                    })
                },
            ),
            Property::sometimes("a line moves", |model: &Lines, state: &State| {
                let lines = state.first.iter().enumerate();
                lines.into_iter().any(|(number, first)| {
                    let now = model.acting(state, &line(number));
                    now.first().is_some_and(|now| now != first)
                })
            }),
        ]
    }
}
