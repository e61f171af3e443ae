//! A node whose provider panics: whoever asked is told so, and everybody else is served as before.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;

use cluster::{Bus, Program, SECRET, until};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tapi3::cluster::Node;
use tapi3::config::{Configuration, Source};
use tapi3::engine::{
    Call, DropReason, Engine, Error, ErrorKind, Features, Line, LineInfo, Provider, Reply, Result,
    Settings, State, SystemClock,
};

/// A provider that connects each call, and breaks off where its destination says.
#[derive(Default)]
struct Breaking {
    has_dropped: AtomicBool,
}

impl Provider for Breaking {
    fn make(&self, call: &Call, reply: Reply) {
        assert_ne!(call.destination(), "make", "of the test");
        reply.ok();
        call.progressing();
        call.connected();
    }

    fn answer(&self, _call: &Call, reply: Reply) {
        reply.ok();
    }

    fn drop_call(&self, call: &Call, _reason: DropReason, reply: Reply) {
        let is_first = !self.has_dropped.swap(true, Ordering::Relaxed);
        assert!(call.destination() != "drop" || !is_first, "of the test");
        reply.ok();
    }

    fn hold(&self, _call: &Call, _reply: Reply) {
        panic!("of the test");
    }

    fn set_message_waiting(&self, _line: &Line, _on: bool) -> Result<()> {
        panic!("of the test");
    }

    fn close(&self) {}
}

fn start(bus: &Bus) -> (Node, Arc<Engine>) {
    let engine = Engine::new(Arc::new(SystemClock::new()), Settings::default());
    let info = LineInfo {
        name: "Line".to_owned(),
        address: "1".to_owned(),
        provider: "test".to_owned(),
        protocol: String::new(),
        media: 8,
        address_types: 1,
        features: Features {
            hold: true,
            message_waiting: true,
            ..Features::default()
        },
        max_active: 9,
        max_held: 9,
        max_conference: 0,
    };
    let line = engine.add_line(info, Arc::new(Breaking::default()));
    line.set_in_service(true);
    let text = format!(
        "[cluster]\n{}name = \"n1\"\nlease = \"2s\"\n\
         [[cluster.grant]]\nuser = \"alice\"\nsecret = \"{SECRET}\"\nlines = [\"*\"]\n",
        bus.access("n1")
    );
    let configuration = Configuration::read(&Source::text(&text)).unwrap();
    let settings = configuration.cluster.unwrap();
    (Node::start(&settings, &engine, None).unwrap(), engine)
}

#[track_caller]
fn is_told(error: &Error) {
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    let why = "The line's provider has broken off; the node's log says where.";
    assert_eq!(error.message(), why);
}

#[test]
fn who_asks_a_provider_that_panics_is_told_so_and_the_node_goes_on() {
    let Some(bus) = Bus::start() else { return };
    let (node, engine) = start(&bus);
    let program = Program::start(&bus, "alice");
    let other = program.connected("Line", "other");
    is_told(&program.call("Line", "make").connect(true).unwrap_err());
    is_told(&other.hold().unwrap_err());
    is_told(&other.call.line().set_message_waiting(true).unwrap_err());
    assert_eq!(other.call.state(), State::Connected);
    let call = program.connected("Line", "drop");
    is_told(&call.disconnect(DropReason::Normal).unwrap_err());
    call.disconnect(DropReason::Normal).unwrap();
    // What was up stays so until it is hung up, and others are placed.
    let another = program.connected("Line", "another");
    for call in [&other, &another] {
        assert_eq!(call.call.state(), State::Connected);
        call.disconnect(DropReason::Normal).unwrap();
    }
    until("nothing is left", || {
        let calls = engine.calls().unwrap();
        let mut calls = calls.iter();
        calls.all(|call| matches!(call.state(), State::Disconnected | State::Idle))
    });
    node.stop();
    engine.close();
}

/// Those of a client that is gone are ended by the node itself.
#[test]
fn the_calls_of_a_client_that_is_gone_are_ended_though_the_provider_panics_at_first() {
    let Some(bus) = Bus::start() else { return };
    let (node, engine) = start(&bus);
    let program = Program::start(&bus, "alice");
    let _call = program.connected("Line", "drop");
    drop(program);
    let late = Program::start(&bus, "alice");
    let another = late.connected("Line", "another");
    until("the other one is over", || {
        let calls = engine.calls().unwrap();
        let up = calls
            .iter()
            .filter(|call| matches!(call.state(), State::Connected));
        up.count() == 1
    });
    another.disconnect(DropReason::Normal).unwrap();
    node.stop();
    engine.close();
}
