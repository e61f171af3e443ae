//! A node that runs out of descriptors or of memory: nothing is up that nobody owns, everybody is told
//! the end of a call once, and the node, or whoever takes its lines over, goes on.
#![cfg(feature = "cluster")]
#![allow(
    clippy::duplicate_mod,
    reason = "nodes and terminals are both waited for, and both children"
)]

#[path = "support/answering.rs"]
mod answering;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endings.rs"]
mod endings;
#[path = "support/limits.rs"]
mod limits;
#[path = "support/shared_lines.rs"]
mod shared_lines;
#[path = "support/terminals.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod terminals;

use answering::Answering;
use cluster::{Bus, Node, Program, until, waiting::free_port};
use endings::each_is_over_once;
use limits::Limited;
use shared_lines::{import, lines, owners, shares, until_fair};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tapi3::engine::{CallHandle, DropReason};
use terminals::{listen, say, seconds_of};

const HERTZ: f64 = 1_000.0;

/// Longer than any caller may wait: `operation_timeout` of the programs, and some.
const LONGEST: Duration = Duration::from_secs(35);

#[test]
fn calls_have_sound_once_there_are_descriptors_for_it() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1013");
    let limited = Limited::descriptors(node.id(), 0);
    let memory = listen(&call);
    let _tone = say(&call, HERTZ);
    node.says("there is no sound over the bus");
    drop(limited);
    until("the echo is heard", || {
        let (rate, heard) = memory.heard();
        seconds_of(&heard, rate, HERTZ) >= 0.5
    });
    call.disconnect(DropReason::Normal).unwrap();
}

/// Places calls until one is refused, or so many are up. Returns those that are up.
fn place_until_refused(program: &Program, places: &[(&str, &str)], most: usize) -> Vec<CallHandle> {
    let mut up = Vec::new();
    for (line, destination) in places.iter().cycle().take(most) {
        let call = program.call(line, destination);
        let begun = Instant::now();
        let placed = call.connect(true);
        assert!(begun.elapsed() < LONGEST, "waited {:?}", begun.elapsed());
        if let Err(error) = placed {
            eprintln!("refused after {}: {error}", up.len());
            break;
        }
        up.push(call);
    }
    up
}

/// Hangs up those that are up, and nobody waits too long.
fn hang_up(calls: &[CallHandle]) {
    for call in calls {
        let begun = Instant::now();
        // One that is over already needs no hanging up.
        let _ = call.disconnect(DropReason::Normal);
        assert!(begun.elapsed() < LONGEST, "waited {:?}", begun.elapsed());
    }
}

/// A SIP line.
fn trunk() -> String {
    format!(
        "[[line]]\nname = \"trunk\"\nprovider = \"sip\"\nuri = \"sip:alice@127.0.0.1\"\n\
         listen = \"127.0.0.1:{}\"\nmax_calls = 200\n",
        free_port()
    )
}

#[test]
fn a_node_without_descriptors_refuses_calls_ends_those_that_it_has_and_goes_on_with_some() {
    let Some(mut bus) = Bus::start() else { return };
    let mut node = Node::with(&bus, "n1", &trunk());
    let _other = Node::start(&bus, "n2");
    let far = Answering::at("127.0.0.1", free_port(), "max_calls = 200");
    let program = Program::start(&bus, "alice");
    program.line("trunk");
    let to_far = format!("sip:bob@127.0.0.1:{}", far.port);
    let limited = Limited::descriptors(node.id(), 12);
    let calls = place_until_refused(&program, &[("trunk", &to_far)], 100);
    assert!((1..100).contains(&calls.len()), "{} calls", calls.len());
    until("the far end has those that are up", || {
        far.up() == calls.len()
    });
    // Now it lacks those that it had, too: for clients of its endpoint, and for its own way to the bus.
    let connect = |_| TcpStream::connect(&node.endpoint).unwrap();
    let many: Vec<TcpStream> = (0..30).map(connect).collect();
    node.says("no connection accepted");
    bus.end();
    bus.begin();
    // It may have got one for the bus, or the endpoint has taken that: then it is not there.
    std::thread::sleep(Duration::from_secs(5));
    drop(many);
    drop(limited);
    assert!(node.lives());
    program.line("trunk");
    hang_up(&calls);
    each_is_over_once(&program, &calls, "n2 a");
    until("nothing is up at the far end", || far.up() == 0);
    let offered = far.offered();
    let another = program.connected("trunk", &to_far);
    assert_eq!((far.up(), far.offered()), (1, offered + 1));
    another.disconnect(DropReason::Normal).unwrap();
    until("nothing is up at the far end", || far.up() == 0);
}

#[test]
fn what_a_node_without_memory_has_promised_is_kept_or_its_end_is_told() {
    let Some(bus) = Bus::with_store() else { return };
    import(&bus, &lines(4), &[]);
    let mut node = Node::taking(&bus, "n1");
    let _other = Node::taking(&bus, "n2");
    until_fair(&bus, 4, &["n1", "n2"]);
    let program = Program::start(&bus, "alice");
    let places = owners(&bus);
    let places = places.iter().filter(|(_, owner)| *owner == "n1");
    let places: Vec<(&str, &str)> = places.map(|(line, _)| (line.as_str(), "1001")).collect();
    let limited = Limited::memory(node.id(), 0);
    let calls = place_until_refused(&program, &places, 3_000);
    assert!(calls.len() < 3_000);
    drop(limited);
    hang_up(&calls);
    each_is_over_once(&program, &calls, "n2 own");
    // Whether it has survived, and with what of it, is chance.
    node.kill();
    assert_eq!(shares(&bus, 4, &["n2"])["n2"], 4);
    for line in ["L1", "L2", "L3", "L4"] {
        program.sees(line, "n2");
        let call = program.connected(line, "1001");
        call.disconnect(DropReason::Normal).unwrap();
    }
}
