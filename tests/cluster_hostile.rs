//! Whoever may speak on the bus and has no right to a line can neither stop a node nor control a
//! call, and whoever has may ask as often as they like: a thing is done once.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/fake_node.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod fake_node;
#[path = "support/raw_session.rs"]
mod raw_session;

use cluster::{Bus, Node, Program, Stranger, all_lines, child, file_for, until, with_file};
use fake_node::FakeNode;
use raw_session::{CLIENT, Raw, incarnation, make, patient_node};
use tapi3::engine::{Disconnected, DropReason, ErrorKind, State};
use tapi3_bus::seal::{Key, seal};
use tapi3_bus::{
    Ask, Beginning, MAX_MESSAGE, Notice, NoticeKind, Tell, ToNode, VERSION, read, subject, write,
};

#[test]
fn a_call_is_placed_once_however_often_it_is_asked_for() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let incarnation = incarnation(&bus, "n1");
    let mut raw = Raw::new(&bus, "alice", "n1");
    let open_it = raw.bytes(1, Ask::Open { incarnation });
    raw.open(incarnation);
    let make_it = raw.bytes(2, make(1, "n1 a"));
    for _ in 0..5 {
        raw.bus.say(&subject::ask("n1", "alice"), &make_it);
        assert_eq!(raw.answer(2), Tell::done(2));
    }
    assert_eq!(raw.count_calls(3), 1);
    // The same number for another call is not one.
    raw.ask(4, make(1, "n1 b"));
    assert!(matches!(raw.answer(4), Tell::Failed { .. }));
    // A hang-up that comes before its call: that is not placed any more.
    raw.ask(6, Ask::Drop { call: 3, reason: 0 });
    assert_eq!(raw.answer(6), Tell::done(6));
    raw.ask(5, make(3, "n1 a"));
    assert!(matches!(raw.answer(5), Tell::Failed { .. }));
    assert_eq!(raw.count_calls(7), 1);
    // What was recorded is of no use once the session is over, nor to begin it anew.
    raw.ask(8, Ask::Close {});
    assert_eq!(raw.answer(8), Tell::done(8));
    raw.bus.say(&subject::ask("n1", "alice"), &make_it);
    assert_eq!(raw.answer(2), Tell::NoSession { op: 2 });
    raw.bus.say(&subject::ask("n1", "alice"), &open_it);
    assert!(matches!(raw.answer(1), Tell::Opened { .. }));
    raw.bus.say(&subject::ask("n1", "alice"), &make_it);
    assert_eq!(raw.answer(2), Tell::NoSession { op: 2 });
    let other_life = incarnation.wrapping_add(1);
    raw.ask(
        1,
        Ask::Open {
            incarnation: other_life,
        },
    );
    assert_eq!(raw.answer(1), Tell::NoSession { op: 1 });
}

#[test]
fn what_is_told_is_numbered_and_told_again_when_it_is_asked_for() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation(&bus, "n1"));
    raw.ask(2, make(1, "n1 a"));
    let mut last = 1;
    let mut connected = false;
    while !connected {
        let told = raw.hear();
        assert_eq!(told.seq, last + 1);
        last = told.seq;
        connected = matches!(&told.tell, Tell::Call(news) if news.state == 2);
    }
    raw.ask(3, Ask::Resync {});
    let mut states = Vec::new();
    loop {
        match raw.hear().tell {
            Tell::Call(news) => states.push((news.call, news.state)),
            Tell::Done { op: 3, .. } => break,
            _ => {}
        }
    }
    assert_eq!(states, [(1, 2)]);
    // Something that this version does not know is refused, and not a reason to stop.
    let later = br#"{"v":2,"client":"0123456789abcdef0123456789abcdef.1","op":4,"ask":{"kind":"levitate"}}"#;
    let message: ToNode = read(later).unwrap();
    raw.ask(4, message.ask);
    let Tell::Failed { error, .. } = raw.answer(4) else {
        panic!("it was not refused");
    };
    assert_eq!(error, "not_supported");
}

#[test]
fn who_answers_too_late_takes_no_call_away_when_they_go() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let (caller, called) = (Program::start(&bus, "alice"), Program::start(&bus, "bob"));
    called.register("n1 b");
    let mut late = Raw::new(&bus, "bob", "n1");
    late.open(incarnation(&bus, "n1"));
    let call = caller.call("n1 a", "2002");
    call.connect(false).unwrap();
    let offered = called.offered();
    let number = loop {
        if let Tell::Offer(offer) = late.hear().tell {
            break offer.call;
        }
    };
    offered.answer().unwrap();
    late.ask(2, Ask::Answer { call: number });
    assert!(matches!(late.answer(2), Tell::Failed { .. }));
    late.ask(3, Ask::Close {});
    assert_eq!(late.answer(3), Tell::done(3));
    // The answer to this comes behind whatever the end of that session has brought about.
    call.hold().unwrap();
    call.unhold().unwrap();
    assert_eq!(offered.call.state(), State::Connected);
    let end = offered.disconnect(DropReason::Normal);
    assert_eq!(end, Ok(Disconnected::Over));
}

/// Hang-ups of numbers that calls which come in will have stop neither those nor the node.
#[test]
fn a_client_has_no_say_in_the_numbers_of_calls_that_come_in() {
    let Some(bus) = Bus::start() else { return };
    let mut node = patient_node(&bus);
    let caller = Program::start(&bus, "alice");
    let mut raw = Raw::new(&bus, "bob", "n1");
    raw.open(incarnation(&bus, "n1"));
    let drop = |call| Ask::Drop { call, reason: 0 };
    for (op, call) in [(2, 2), (3, 4), (4, 0)] {
        raw.ask(op, drop(call));
        assert_eq!(raw.answer(op), Tell::done(op));
    }
    for number in [2, 4] {
        let call = caller.call("n1 a", "2002");
        call.connect(false).unwrap();
        let offered = raw.find(|tell| matches!(tell, Tell::Offer(_)));
        assert!(matches!(offered, Tell::Offer(offer) if offer.call == number));
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
        let over = State::Disconnected as u32;
        raw.find(|tell| matches!(tell, Tell::Call(news) if news.state == over));
    }
    raw.ask(5, make(1, "n1 b"));
    assert_eq!(raw.answer(5), Tell::done(5));
    assert!(node.lives());
}

/// 1006 never confirms that it was hung up on.
#[test]
fn a_call_that_nobody_has_is_ended_again_and_again() {
    let Some(bus) = Bus::start() else { return };
    let node = Node::with(&bus, "n1", "");
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation(&bus, "n1"));
    let mut make_it = make(1, "n1 a");
    if let Ask::Make(Beginning { destination, .. }) = &mut make_it {
        "1006".clone_into(destination);
    }
    raw.ask(2, make_it);
    loop {
        if let Tell::Call(news) = raw.hear().tell {
            if news.state == State::Connected as u32 {
                break;
            }
        }
    }
    raw.ask(3, Ask::Close {});
    for _ in 0..2 {
        node.says("a call that nobody owns is not ended yet");
    }
}

#[test]
fn a_user_has_their_own_lines_calls_and_sessions_only() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let incarnation = incarnation(&bus, "n1");
    let mut alice = Raw::new(&bus, "alice", "n1");
    alice.open(incarnation);
    alice.ask(2, make(1, "n1 a"));
    assert_eq!(alice.answer(2), Tell::done(2));
    // Under the same session's name, with a secret that is right: it is not bob's.
    let mut bob = Raw::new(&bus, "bob", "n1");
    bob.ask(3, Ask::Drop { call: 1, reason: 0 });
    assert_eq!(bob.answer(3), Tell::NoSession { op: 3 });
    bob.ask(4, Ask::Open { incarnation });
    assert_eq!(bob.answer(4), Tell::NoSession { op: 4 });
    assert_eq!(alice.count_calls(5), 1);
    alice.ask(6, Ask::Close {});
    assert_eq!(alice.answer(6), Tell::done(6));
    bob.open(incarnation);
    bob.ask(5, make(1, "n1 a"));
    let Tell::Failed { error, .. } = bob.answer(5) else {
        panic!("bob has called on a line of alice's");
    };
    assert_eq!(error, "access_denied");
    bob.ask(6, Ask::Lines { from: 0 });
    let Tell::Lines { lines, .. } = bob.answer(6) else {
        panic!("no lines");
    };
    let names: Vec<&str> = lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["n1 b"]);
    // He sees no call on alice's line either.
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    assert_eq!(bob.count_calls(7), 0);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_client_that_is_refused_says_so_and_does_not_wait() {
    let Some(bus) = Bus::start() else { return };
    let mut node = FakeNode::come(&bus);
    node.refuses = true;
    let mut log_of = |words: &'static [&str]| {
        let file = file_for(&bus, "alice");
        let command = std::thread::spawn(move || {
            with_file(child::command(env!("CARGO_BIN_EXE_tapi3")), &file)
                .args(words)
                .env("TAPI3_LOG", "warn")
                .output()
                .unwrap()
        });
        assert_eq!(node.asked().1, Ask::Close {});
        String::from_utf8(command.join().unwrap().stderr).unwrap()
    };
    let log = log_of(&["calls", "--live"]);
    assert!(log.contains("node n1 does not answer"), "{log}");
    let log = log_of(&["lines"]);
    assert!(log.contains("the node refuses us: No."), "{log}");
    assert!(!log.contains("not all remote lines are there"), "{log}");
}

/// A program with a line of a node that is none.
fn program_and_fake_node(bus: &Bus) -> (Program, FakeNode) {
    FakeNode::with_program(bus, all_lines(bus, "alice"), ("n1 a", &[]))
}

#[test]
fn a_client_asks_again_and_notices_what_it_missed() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let call = program.call("n1 a", "1001");
    let number = std::thread::scope(|scope| {
        let placed = scope.spawn(|| call.connect(false));
        let first = node.asked();
        assert_eq!(node.asked(), first);
        let (op, Ask::Make(Beginning { call, .. })) = first else {
            panic!("{first:?}");
        };
        node.tell(Tell::done(op));
        assert_eq!(placed.join().unwrap(), Ok(()));
        call
    });
    // Nothing else was told of it yet.
    assert_eq!(call.call.state(), State::InProgress);
    node.tell_state(number, State::InProgress as u32, 0);
    // That it was answered is lost.
    node.lose_one();
    node.tell_state(77, State::Connected as u32, 0);
    let (op, ask) = node.asked();
    assert_eq!(ask, Ask::Resync {});
    node.tell_state(number, State::Connected as u32, 0);
    node.tell(Tell::done(op));
    until("it is connected", || call.call.state() == State::Connected);
    // That it is over is lost, and the node knows nothing of it any more.
    node.lose_one();
    node.tell_state(77, State::Connected as u32, 0);
    let (op, ask) = node.asked();
    assert_eq!(ask, Ask::Resync {});
    assert_eq!(call.call.state(), State::Connected);
    node.tell(Tell::done(op));
    until("it is over", || call.call.state() == State::Disconnected);
}

#[test]
fn a_client_that_is_told_of_a_failure_ends_what_may_have_come_about() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let call = program.call("n1 a", "1001");
    std::thread::scope(|scope| {
        let placed = scope.spawn(|| call.connect(false));
        let (op, ask) = node.asked();
        let Ask::Make(Beginning { call, .. }) = ask else {
            panic!("{ask:?}");
        };
        let (error, text) = ("timeout".to_owned(), "Too late.".to_owned());
        node.tell(Tell::Failed { op, error, text });
        assert_eq!(node.asked().1, Ask::Drop { call, reason: 0 });
        let failed = placed.join().unwrap().unwrap_err();
        assert_eq!(failed.kind(), ErrorKind::Timeout);
    });
}

#[test]
fn a_line_is_there_once_and_no_answer_to_something_else_is_taken_for_the_list() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    node.revision += 1;
    node.say_alive();
    node.list(0, &["n1 a", "n1 b", "n1 b"]);
    until("b is there", || program.names() == ["n1 a", "n1 b"]);
    node.revision += 1;
    node.say_alive();
    node.list(5, &["n1 c"]);
    // It is asked again with the next sign of life.
    node.say_alive();
    node.list(0, &["n1 a"]);
    until("b is gone", || program.names() == ["n1 a"]);
}

#[test]
fn a_stranger_on_the_bus_changes_nothing() {
    let Some(bus) = Bus::start() else { return };
    let mut node = Node::start(&bus, "n1");
    let program = Program::start(&bus, "alice");
    let call = program.connected("n1 a", "1001");
    let incarnation = incarnation(&bus, "n1");
    let mut stranger = Stranger::come(&bus);
    let wrong = Key::new("another secret, a wrong one");
    for user in ["alice", "bob", "nobody"] {
        let to = subject::ask("n1", user);
        for ask in [Ask::Close {}, Ask::Open { incarnation }, make(1, "n1 a")] {
            let message = ToNode {
                v: VERSION,
                client: CLIENT.to_owned(),
                op: 1,
                token: 0,
                ask,
            };
            stranger.say(&to, &write(&message).unwrap());
            stranger.say(&to, &seal(&wrong, &to, &message).unwrap());
        }
        stranger.say(&to, b"");
        stranger.say(&to, &vec![b'['; MAX_MESSAGE + 100]);
        stranger.say(&to, &vec![0xff; 1000]);
    }
    // Nodes that are not there, and lives of the node that it does not have.
    let alive = |node: String, incarnation| {
        let notice = NoticeKind::Alive {
            node,
            incarnation,
            revision: 77,
        };
        let v = VERSION;
        write(&Notice { v, notice }).unwrap()
    };
    for number in 0..1500 {
        stranger.say(subject::NOTICES, &alive(format!("x{number}"), 1));
        stranger.say(subject::NOTICES, &alive("n1".to_owned(), number));
    }
    stranger.say(subject::NOTICES, &alive("a.*.>".to_owned(), 1));
    stranger.say(subject::NOTICES, b"{\"v\":1,\"notice\":{\"kind\":[[[[");
    stranger.settle();
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation);
    assert_eq!(raw.count_calls(2), 1, "the stranger has placed calls");
    // Longer than a lease: whoever believed any of it would have ended the call by now.
    std::thread::sleep(std::time::Duration::from_secs(4));
    assert_eq!(call.call.state(), State::Connected);
    assert!(node.lives());
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    let next = program.connected("n1 a", "1001");
    assert_eq!(next.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}
