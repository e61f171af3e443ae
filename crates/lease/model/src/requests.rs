//! What a client asks for is done at most once, whatever is lost, late, said again or recorded.

use stateright::{Model, Property};
use std::collections::BTreeMap;
use tapi3_bus::{Operations, Seen};

/// What is tried: one client that asks for so many things, of a node that may begin another life.
#[derive(Debug, Clone)]
pub struct Requests {
    /// How many operations there are.
    pub operations: u64,
    /// How many of them the node remembers.
    pub room: usize,
    /// How often the client asks for each, at most.
    pub asks: u8,
    /// How often the node begins anew, at most.
    pub lives: u8,
}

/// What a node was told, in order; its memory is made of that again whenever it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Told {
    Asked(u64),
    Finished(u64),
}

/// A moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    /// The token of the node's session: another one in every life.
    token: u8,
    /// What the node was told in this life.
    told: Vec<Told>,
    /// What is being carried out.
    under_way: Vec<u64>,
    /// How often each was begun, by any life.
    begun: BTreeMap<u64, u8>,
    /// Questions on their way, or recorded by somebody: the token, and the operation. Each may arrive
    /// any number of times, or never.
    sent: Vec<(u8, u64)>,
    asked: BTreeMap<u64, u8>,
    /// The session that the client has, and what it hopes for there.
    session: u8,
    open: Vec<u64>,
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// The client asks, perhaps once more.
    Ask(u64),
    /// A question arrives: `Operations::begin`.
    Arrive(u8, u64),
    /// What was asked for is done: `Operations::finish`.
    Finish(u64),
    /// An answer arrives at the client.
    Answer(u64),
    /// The node's process ends, and another begins.
    Restart,
    /// The client hears that its session is over: what it asked for there is not asked for again.
    NoSession,
}

impl Requests {
    fn memory(&self, state: &State) -> Operations<()> {
        let mut memory = Operations::new(self.room);
        for told in &state.told {
            match told {
                Told::Asked(op) => {
                    let _ = memory.begin(*op);
                }
                Told::Finished(op) => memory.finish(*op, ()),
            }
        }
        memory
    }
}

impl Model for Requests {
    type State = State;
    type Action = Step;

    fn init_states(&self) -> Vec<State> {
        vec![State {
            token: 0,
            told: Vec::new(),
            under_way: Vec::new(),
            begun: BTreeMap::new(),
            sent: Vec::new(),
            asked: BTreeMap::new(),
            session: 0,
            open: (1..=self.operations).collect(),
        }]
    }

    fn actions(&self, state: &State, steps: &mut Vec<Step>) {
        for op in &state.open {
            if state.asked.get(op).copied().unwrap_or_default() < self.asks {
                steps.push(Step::Ask(*op));
            }
            let mut memory = self.memory(state);
            if state.session == state.token && memory.begin(*op) == Seen::Done(&()) {
                steps.push(Step::Answer(*op));
            }
        }
        steps.extend(
            state
                .sent
                .iter()
                .map(|(token, op)| Step::Arrive(*token, *op)),
        );
        steps.extend(state.under_way.iter().map(|op| Step::Finish(*op)));
        if state.token < self.lives {
            steps.push(Step::Restart);
        }
        if state.session != state.token {
            steps.push(Step::NoSession);
        }
    }

    fn next_state(&self, last: &State, step: Step) -> Option<State> {
        let mut state = last.clone();
        match step {
            Step::Ask(op) => {
                *state.asked.entry(op).or_default() += 1;
                let question = (state.session, op);
                if !state.sent.contains(&question) {
                    state.sent.push(question);
                    state.sent.sort_unstable();
                }
            }
            Step::Arrive(token, op) => {
                // The node answers `NoSession` to a token that is not its own, and does nothing.
                if token != state.token {
                    return None;
                }
                let is_new = self.memory(&state).begin(op) == Seen::New;
                if !is_new {
                    return None;
                }
                state.told.push(Told::Asked(op));
                state.under_way.push(op);
                *state.begun.entry(op).or_default() += 1;
            }
            Step::Finish(op) => {
                state.under_way.retain(|other| *other != op);
                state.told.push(Told::Finished(op));
            }
            Step::Answer(op) => state.open.retain(|other| *other != op),
            Step::Restart => {
                state.token += 1;
                state.told.clear();
                state.under_way.clear();
            }
            Step::NoSession => {
                state.session = state.token;
                // What was not asked for in the old session goes on in the new one.
                let asked = state.asked.clone();
                state.open.retain(|op| !asked.contains_key(op));
            }
        }
        Some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("nothing is done twice", |_, state: &State| {
                state.begun.values().all(|count| *count <= 1)
            }),
            Property::sometimes("all is done", |model: &Requests, state: &State| {
                state.begun.len() as u64 == model.operations && state.open.is_empty()
            }),
        ]
    }
}
