//! Whoever may speak on the bus can make names up, and send what they have recorded: neither keeps those
//! out who are there.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/endpoint_nodes.rs"]
mod endpoint_nodes;
#[path = "support/ews/mod.rs"]
mod ews;
#[path = "support/raw_session.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod raw_session;

use cluster::{Bus, Node, Program, SECRET, Stranger, child, file_for, until, with_file};
use endpoint_nodes::node;
use raw_session::{CLIENT, Raw, incarnation, patient_node};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tapi3::engine::{Disconnected, DropReason, State};
use tapi3_bus::seal::{Key, open};
use tapi3_bus::{Ask, Notice, NoticeKind, Tell, ToClient, VERSION, read, subject, write};

/// As many nodes are spoken with, and as many clients of one user.
const MOST: usize = 1_000;

fn alive(number: usize) -> Vec<u8> {
    let notice = NoticeKind::Alive {
        node: format!("m{number}"),
        incarnation: 1,
        revision: 1,
    };
    write(&Notice { v: VERSION, notice }).unwrap()
}

/// Tells its threads that they are to end, if a test fails too.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What comes of `act` while names of nodes are made up, two thousand a second.
fn crowded<T>(bus: &Bus, act: impl FnOnce() -> T) -> T {
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let _ending = Ending(&is_over);
        let mut stranger = Stranger::come(bus);
        let mut say = move |first: usize| {
            for number in first..first + MOST / 2 {
                stranger.say(subject::NOTICES, &alive(number % (8 * MOST)));
            }
            stranger.settle();
        };
        (0..4).for_each(|turn| say(turn * MOST / 2));
        let is_over = &is_over;
        scope.spawn(move || {
            let mut turn = 4;
            while !is_over.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(250));
                say(turn * MOST / 2);
                turn += 1;
            }
        });
        act()
    })
}

#[test]
fn a_node_that_comes_among_names_that_are_made_up_is_heard_and_keeps_its_place() {
    let Some(bus) = Bus::start() else { return };
    let _first = Node::leased(&bus, "n1", "4s", "");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    crowded(&bus, || {
        let _second = Node::leased(&bus, "n2", "4s", "");
        let other = program.connected("n2 a", "1001");
        // Longer than a lease: a node that had lost its place would be gone.
        std::thread::sleep(Duration::from_secs(6));
        for call in [&call, &other] {
            assert_eq!(call.call.state(), State::Connected);
            assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
        }
    });
}

#[test]
fn the_calls_of_nodes_are_shown_among_names_that_are_made_up() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::leased(&bus, "n1", "10s", "");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    let (mut ears, mut mouth) = (Stranger::come(&bus), Stranger::come(&bus));
    ears.listen(subject::NOTICES);
    ears.settle();
    // It answers when those names were said.
    node.signal("STOP");
    let file = file_for(&bus, "alice");
    let output = std::thread::scope(|scope| {
        let command = scope.spawn(|| {
            with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
                .args(["calls", "--live"])
                .output()
                .unwrap()
        });
        let is_who = |bytes: &[u8]| {
            let notice = read::<Notice>(bytes).map(|notice| notice.notice);
            matches!(notice, Ok(NoticeKind::Who {}))
        };
        while !is_who(&ears.hear().1) {}
        (0..MOST).for_each(|number| mouth.say(subject::NOTICES, &alive(number)));
        mouth.settle();
        std::thread::sleep(Duration::from_secs(1));
        node.signal("CONT");
        command.join().unwrap()
    });
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("n1 a"), "{text}");
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn the_calls_of_a_node_that_is_gone_are_unknown_among_names_that_are_made_up() {
    let Some(bus) = Bus::start() else { return };
    let mut first = node(&bus, "n1", 9, "");
    let second = node(&bus, "n2", 9, "[server.limits]\nanswer_timeout = \"20s\"");
    let id = first.client().play("1001").call_id();
    let mut two = second.client();
    // The endpoints have met.
    assert_eq!(two.information(&id).code(), "NoError");
    crowded(&bus, || {
        std::thread::sleep(Duration::from_secs(3));
        assert_eq!(two.information(&id).code(), "NoError");
        first.kill();
        // And not ErrorTimeoutExpired, as of one that does not answer.
        assert_eq!(two.information(&id).code(), "ErrorInvalidPhoneCallId");
    });
}

/// A thousand sessions that somebody has opened, and where what is told in them is heard.
fn open_many(raw: &mut Raw, incarnation: u64) {
    let ask = subject::ask("n1", "alice");
    for number in 0..MOST {
        let client = format!("{CLIENT}{number}");
        let open_it = raw.bytes_of(&client, 1, Ask::Open { incarnation });
        raw.bus.say(&ask, &open_it);
    }
}

#[test]
fn questions_that_were_recorded_keep_no_client_out() {
    let Some(bus) = Bus::start() else { return };
    let mut node = patient_node(&bus);
    let incarnation = incarnation(&bus, "n1");
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation);
    assert_eq!(raw.count_calls(2), 0);
    open_many(&mut raw, incarnation);
    // It was there before, and is known by what it has asked.
    assert_eq!(raw.count_calls(3), 0);
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    assert_eq!(raw.count_calls(4), 1);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert!(node.lives());
}

#[test]
fn a_client_more_than_a_node_takes_is_refused_and_comes_later() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::leased(&bus, "n1", "10s", "");
    let incarnation = incarnation(&bus, "n1");
    let mut ears = Stranger::come(&bus);
    ears.listen(&subject::to_all("alice", CLIENT.split('.').next().unwrap()));
    ears.settle();
    let mut raw = Raw::new(&bus, "alice", "n1");
    open_many(&mut raw, incarnation);
    // Each asks for something.
    let (key, mut asked) = (Key::new(SECRET), 0);
    while asked < MOST {
        let (subject, bytes) = ears.hear();
        let ToClient { tell, .. } = open(&key, &subject, &bytes).unwrap();
        if let Tell::Opened { token, .. } = tell {
            raw.token = token;
            let client = subject.strip_prefix("tapi3.to.alice.").unwrap();
            let keep = raw.bytes_of(client, 2, Ask::Keep {});
            raw.bus.say(&subject::ask("n1", "alice"), &keep);
            asked += 1;
        }
    }
    raw.ask(1, Ask::Open { incarnation });
    let refused = raw.hear();
    assert_eq!(refused.seq, 0);
    assert!(
        matches!(refused.tell, Tell::Failed { op: 1, .. }),
        "{refused:?}"
    );
    node.says("a client is refused");
    // It is asked for until there is room, as there is when those have been silent for a lease.
    let program = Program::start(&bus, "alice");
    until("the line is there", || {
        program.names().contains(&"n1 a".to_owned())
    });
}
