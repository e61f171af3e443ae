//! Tests of the simulated exchange, under a clock that stands still until it is moved.

mod calls;
mod direct;
mod features;
mod forwarding;
mod parking;
mod random;
mod redirect;
mod responses;
mod sound;
mod timing;
mod transfer;

use super::exchange::Exchange;
use super::{ExtensionSettings, IncomingSettings, Settings, Simulation};
use crate::engine::{
    Call, CallHandle, Cause, Client, Engine, Event, Line, ManualClock, Settings as EngineSettings,
    State, bits,
};
use std::sync::Arc;
use std::time::Duration;
use tapi3_common::media::AUDIO;

/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;

/// An exchange, and one application that owns whatever comes in on any line.
struct Rig {
    clock: Arc<ManualClock>,
    engine: Arc<Engine>,
    client: Client,
    exchange: Arc<Exchange>,
}

impl Rig {
    /// With the built-in extensions and lines.
    fn new() -> Self {
        Self::with(Simulation::default(), super::default_lines())
    }

    fn with_extension(extension: ExtensionSettings) -> Self {
        let simulation = Simulation {
            extension: vec![extension],
            ..Simulation::default()
        };
        Self::with(simulation, super::default_lines())
    }

    /// With this many lines: 2001, 2002 and so on, all in one group.
    fn with_lines(simulation: Simulation, count: u32) -> Self {
        let lines = (1..=count).map(|n| {
            let settings = Settings {
                address: format!("{}", 2000 + n),
                group: Some("1".to_owned()),
                ..Settings::default()
            };
            (format!("Simulated line {n}"), settings)
        });
        Self::with(simulation, lines.collect())
    }

    /// Three lines; a call from +49 comes in on line 2 after a second.
    fn with_a_caller() -> Self {
        let simulation = Simulation {
            ring_interval: Duration::from_secs(5),
            call: vec![IncomingSettings {
                from: "+49".to_owned(),
                name: String::new(),
                to: "2002".to_owned(),
                after: Duration::from_secs(1),
                every: None,
                place: Default::default(),
            }],
            ..Simulation::default()
        };
        Self::with_lines(simulation, 3)
    }

    fn with(simulation: Simulation, lines: Vec<(String, Settings)>) -> Self {
        let clock = Arc::new(ManualClock::new());
        let engine = Engine::new(clock.clone(), EngineSettings::default());
        let exchange = super::open_exchange(&engine, &simulation, lines).unwrap();
        let client = engine.add_client("test".to_owned()).unwrap();
        client.set_event_mask(bits::CALL_STATE | bits::CALL_NOTIFICATION | bits::CALL_HUB);
        client.set_listening(true).unwrap();
        for line in engine.lines().unwrap() {
            client.register(&line, true, true, AUDIO, 0).unwrap();
        }
        Rig {
            clock,
            engine,
            client,
            exchange,
        }
    }

    /// The n-th line, from 1.
    fn line(&self, n: usize) -> Arc<Line> {
        self.engine.lines().unwrap()[n - 1].clone()
    }

    /// A call from the n-th line that is not placed yet.
    fn idle(&self, n: usize, destination: &str) -> CallHandle {
        let line = self.line(n);
        let call = Call::outgoing(&self.client, &line, destination.to_owned(), AUDIO, NUMBER);
        let call = call.unwrap();
        call.attach().unwrap();
        call
    }

    /// A call from the n-th line that was placed.
    fn dial(&self, n: usize, destination: &str) -> CallHandle {
        let call = self.idle(n, destination);
        call.connect(false).unwrap();
        call
    }

    /// A call from one line to another, answered there: both sides of it.
    fn talk(&self, from: usize, to: usize) -> (CallHandle, CallHandle) {
        let caller = self.dial(from, &format!("{}", 2000 + to));
        let called = self.offered(to);
        called.answer().unwrap();
        assert_eq!(caller.call.state(), State::Connected);
        (caller, called)
    }

    /// The one call that is offered on the n-th line.
    fn offered(&self, n: usize) -> CallHandle {
        let mut calls = self.line(n).calls().unwrap();
        calls.retain(|call| call.state() == State::Offering);
        assert_eq!(calls.len(), 1, "calls offered on line {n}");
        let handle = CallHandle {
            call: calls.remove(0),
            client: self.client.clone(),
        };
        handle.attach().unwrap();
        handle
    }

    /// Whether nothing is offered on the n-th line.
    fn is_quiet(&self, n: usize) -> bool {
        let calls = self.line(n).calls().unwrap();
        calls.iter().all(|call| call.state() != State::Offering)
    }

    fn advance(&self, milliseconds: u64) {
        self.clock.advance(Duration::from_millis(milliseconds));
    }

    /// The states that the application was told of for this call, oldest first.
    fn states(&self, call: &CallHandle) -> Vec<State> {
        std::iter::from_fn(|| self.client.events().try_next())
            .filter_map(|event| match event {
                Event::CallState {
                    call: of, state, ..
                } if of.same(&call.call) => Some(state),
                _ => None,
            })
            .collect()
    }
}

/// The state and the cause of a call.
fn end(call: &CallHandle) -> (State, Cause) {
    (call.call.state(), call.call.cause())
}

/// How a call ended that did.
fn over(cause: Cause) -> (State, Cause) {
    (State::Disconnected, cause)
}
