//! A program that uses the lines of the pool.

use super::{Bus, DEADLINE, all_lines, until};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tapi3::config::{Configuration, Source};
use tapi3::engine::{Call, CallHandle, Cause, Client, Event, Line, State, bits};
use tapi3::system::System;

/// A program that uses the lines of the pool: in this process, but on an engine of its own.
pub struct Program {
    pub system: System,
    pub client: Client,
    events: Receiver<Event>,
}

impl Program {
    pub fn start(bus: &Bus, user: &str) -> Self {
        Self::with(&all_lines(bus, user))
    }

    pub fn with(text: &str) -> Self {
        let system = System::new(Configuration::read(&Source::text(text)).unwrap()).unwrap();
        let client = system.engine().add_client("test".to_owned()).unwrap();
        client.set_event_mask(bits::CALL_STATE | bits::CALL_NOTIFICATION);
        client.set_listening(true).unwrap();
        let (sender, events) = channel();
        client
            .deliver_to(move |event| {
                let _ = sender.send(event);
            })
            .unwrap();
        Program {
            system,
            client,
            events,
        }
    }

    /// The names of the lines, in order.
    pub fn names(&self) -> Vec<String> {
        let lines = self.system.engine().lines().unwrap();
        let mut names: Vec<String> = lines.iter().map(|l| l.info().name.clone()).collect();
        names.sort();
        names
    }

    /// The line of this name, once it is there and in service.
    #[track_caller]
    pub fn line(&self, name: &str) -> Arc<Line> {
        let find = || {
            let lines = self.system.engine().lines().unwrap();
            let mut named = lines.into_iter().filter(|line| line.info().name == name);
            named.find(|line| line.in_service())
        };
        until(&format!("{name} is in service"), || find().is_some());
        find().unwrap()
    }

    /// The line has come to this node, for this program as well: it learns so after the bus.
    #[track_caller]
    pub fn sees(&self, name: &str, node: &str) {
        let at = format!("@{node}");
        until(&format!("{name} is seen at {node}"), || {
            let is_there = |line: Arc<Line>| line.with_provider_name(|name| name.ends_with(&at));
            is_there(self.line(name))
        });
    }

    /// A call that was not placed yet.
    pub fn call(&self, line: &str, destination: &str) -> CallHandle {
        let line = self.line(line);
        let call = Call::outgoing(&self.client, &line, destination.to_owned(), 8, 1).unwrap();
        call.attach().unwrap();
        call
    }

    /// A call that is connected.
    #[track_caller]
    pub fn connected(&self, line: &str, destination: &str) -> CallHandle {
        let call = self.call(line, destination);
        call.connect(true).unwrap();
        assert_eq!(call.call.state(), State::Connected);
        call
    }

    /// Owns the calls that come in on a line from now on.
    pub fn register(&self, line: &str) {
        let line = self.line(line);
        self.client.register(&line, false, true, 8, 0).unwrap();
    }

    /// The next call that comes in.
    #[track_caller]
    pub fn offered(&self) -> CallHandle {
        loop {
            let event = self.events.recv_timeout(DEADLINE);
            if let Event::Notification { call, .. } = event.expect("a call that comes in") {
                let handle = call.handle_for(&self.client).unwrap();
                handle.attach().unwrap();
                return handle;
            }
        }
    }

    /// The next event that is this.
    #[track_caller]
    pub fn told<T>(&self, what: &str, mut is_it: impl FnMut(&Event) -> Option<T>) -> T {
        loop {
            let event = self.events.recv_timeout(DEADLINE);
            let event = event.unwrap_or_else(|_| panic!("it is not told: {what}"));
            if let Some(it) = is_it(&event) {
                return it;
            }
        }
    }

    /// The states that this call is told to come to, until it is over; each as often as told.
    #[track_caller]
    pub fn states_of(&self, of: &CallHandle) -> Vec<(State, Cause)> {
        let mut states = Vec::new();
        loop {
            let event = self.events.recv_timeout(DEADLINE);
            let event = event.unwrap_or_else(|_| panic!("the call is not over after {states:?}"));
            match event {
                Event::CallState {
                    call, state, cause, ..
                } if call.same(&of.call) => {
                    states.push((state, cause));
                    if state == State::Disconnected {
                        break;
                    }
                }
                _ => {}
            }
        }
        // Once.
        while let Ok(event) = self.events.recv_timeout(Duration::from_millis(300)) {
            if let Event::CallState { call, state, .. } = event {
                assert!(!call.same(&of.call), "told once more: {state:?}");
            }
        }
        states
    }
}
