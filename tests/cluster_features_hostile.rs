//! What a line of another machine does, where messages are lost or come in another order, somebody asks
//! for what is not theirs, or for the opposite of what was asked before.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/fake_node.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod fake_node;
#[path = "support/raw_session.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod raw_session;
#[path = "support/talking.rs"]
mod talking;

use cluster::{Bus, Node, Program, all_lines, until};
use fake_node::FakeNode;
use raw_session::{Raw, incarnation, patient_node};
use talking::Pair;
use tapi3::engine::{DropReason, ErrorKind, Forward, State};
use tapi3_bus::{Ask, Beginning, CallNews, ForwardEntry, Tell};

/// Whoever is parked must not come to somebody who has hung up already, however close the two are.
#[test]
fn a_hang_up_right_behind_an_unpark_counts() {
    let Some(bus) = Bus::start() else { return };
    let node = patient_node(&bus);
    let pair = Pair::on(bus, node);
    let mut raw = Raw::new(&pair.bus, "alice", "n1");
    raw.open(incarnation(&pair.bus, "n1"));
    for round in 0..30 {
        let (call, bobs) = pair.talk();
        call.park(Some("71")).unwrap();
        let (op, number) = (10 * (round + 1), 2 * round + 1);
        raw.ask(op, Ask::Unpark(beginning(number, "71")));
        let call = number;
        raw.ask(op + 1, Ask::Drop { call, reason: 0 });
        raw.answer(op + 1);
        // Whatever came first: nobody has the call any more who was hung up on.
        let mut next = op + 1;
        until("no call is up but bob's", || {
            next += 1;
            raw.count_calls(next) <= usize::from(bobs.call.state() == State::Connected)
        });
        bobs.disconnect(DropReason::Normal).unwrap();
    }
}

fn beginning(call: u64, destination: &str) -> Beginning {
    Beginning {
        call,
        line: "n1 a".to_owned(),
        destination: destination.to_owned(),
        media: 8,
        address_type: 1,
        group: None,
    }
}

#[test]
fn who_was_only_offered_a_call_has_no_say_in_it_once_another_user_has_answered() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let mut bob = Raw::new(&bus, "bob", "n1");
    bob.open(incarnation(&bus, "n1"));
    let alice = Program::start(&bus, "alice");
    alice.register("n1 b");
    let caller = alice.call("n1 a", "2002");
    caller.connect(false).unwrap();
    let Tell::Offer(offer) = bob.find(|tell| matches!(tell, Tell::Offer(_))) else {
        unreachable!()
    };
    let call = offer.call;
    let answered = alice.offered();
    answered.answer().unwrap();
    until("they are connected", || {
        caller.call.state() == State::Connected
    });
    let destination = "1001".to_owned();
    let asks = [
        Ask::Hold { call },
        Ask::BlindTransfer { call, destination },
        Ask::Leave { call },
        Ask::Park {
            call,
            address: None,
        },
        Ask::Join {
            call,
            consult: call,
        },
        Ask::CompleteTransfer {
            call,
            consult: call,
        },
    ];
    for (op, ask) in (10..).zip(asks) {
        bob.ask(op, ask.clone());
        let answer = bob.answer(op);
        let refused = matches!(&answer, Tell::Failed { error, .. } if error == "access_denied");
        assert!(refused, "{ask:?}: {answer:?}");
    }
    // Who answers too late is told just that, and has no part in the call meanwhile.
    for op in (20..60).step_by(2) {
        bob.ask(op, Ask::Answer { call });
        bob.ask(op + 1, Ask::Hold { call });
        let mut told = [bob.find(is_failed), bob.find(is_failed)].map(|tell| match tell {
            Tell::Failed { op, error, .. } => (op, error),
            _ => unreachable!(),
        });
        told.sort();
        let expected = [(op, "not_offering"), (op + 1, "access_denied")];
        assert_eq!(told, expected.map(|(op, error)| (op, error.to_owned())));
    }
    // Hanging up ends it for him, and for nobody else.
    bob.ask(60, Ask::Drop { call, reason: 0 });
    let over = State::Disconnected as u32;
    bob.find(|tell| matches!(tell, Tell::Call(news) if news.call == call && news.state == over));
    assert_eq!(bob.answer(60), Tell::done(60));
    assert_eq!(answered.call.state(), State::Connected);
    caller.disconnect(DropReason::Normal).unwrap();
}

fn is_failed(tell: &Tell) -> bool {
    matches!(tell, Tell::Failed { .. })
}

#[test]
fn an_older_wish_of_a_line_does_not_come_behind_a_newer_one() {
    let Some(bus) = Bus::start() else { return };
    let _node = patient_node(&bus);
    let mut raw = Raw::new(&bus, "alice", "n1");
    raw.open(incarnation(&bus, "n1"));
    let disturb = |on| Ask::DoNotDisturb {
        line: "n1 a".to_owned(),
        on,
    };
    raw.ask(3, disturb(false));
    assert_eq!(raw.answer(3), Tell::done(3));
    raw.ask(2, disturb(true));
    assert!(matches!(raw.answer(2), Tell::Failed { .. }));
    // More than could be told to others is refused as a whole.
    let rule = ForwardEntry {
        mode: 1,
        destination: "1".repeat(600),
        ..ForwardEntry::default()
    };
    let line = "n1 a".to_owned();
    let forwards = vec![rule; 3];
    raw.ask(4, Ask::Forward { line, forwards });
    let answer = raw.answer(4);
    assert!(matches!(&answer, Tell::Failed { error, .. } if error == "invalid_argument"));
    let line = "n2 a".to_owned();
    raw.ask(5, Ask::MessageWaiting { line, on: true });
    let answer = raw.answer(5);
    assert!(matches!(&answer, Tell::Failed { error, .. } if error == "access_denied"));
}

/// Each change is told to all who have lines of the node, and each of them asks for all of its lines.
#[test]
fn who_comes_while_lines_change_all_the_time_learns_them() {
    let Some(bus) = Bus::start() else { return };
    let more: String = (0..60)
        .map(|n| {
            let (name, address) = (format!("n1 more {n}"), 3000 + n);
            format!("[[line]]\nname = \"{name}\"\nprovider = \"sim\"\naddress = \"{address}\"\n")
        })
        .collect();
    let _node = Node::leased(&bus, "n1", "60s", &more);
    let mut raw = Raw::new(&bus, "bob", "n1");
    raw.open(incarnation(&bus, "n1"));
    let over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for op in 10.. {
                let line = "n1 b".to_owned();
                let on = op % 2 == 0;
                raw.ask(op, Ask::MessageWaiting { line, on });
                raw.answer(op);
                if over.load(std::sync::atomic::Ordering::Relaxed) {
                    return;
                }
            }
        });
        let program = Program::start(&bus, "alice");
        let knows = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            until("all lines are known", || program.names().len() == 62);
        }));
        over.store(true, std::sync::atomic::Ordering::Relaxed);
        knows.unwrap();
    });
}

/// A node whose lines change between one page and the next is asked again after a while, not at once.
#[test]
fn lines_that_change_while_they_are_told_are_asked_for_once_in_a_while() {
    let Some(bus) = Bus::start() else { return };
    let (_program, mut node) = program_and_fake_node(&bus);
    node.revision += 1;
    node.say_alive();
    let mut begun = None;
    for _ in 0..2 {
        assert_eq!(node.asked().1, Ask::Lines { from: 0 });
        let now = std::time::Instant::now();
        let pause = begun.replace(now).map(|begun| now - begun);
        assert!(
            pause.is_none_or(|pause| pause.as_millis() > 500),
            "{pause:?}"
        );
        node.list_part(0, &["L"], true);
        assert_eq!(node.asked().1, Ask::Lines { from: 1 });
        node.revision += 1;
        node.list_part(1, &["M"], false);
        node.say_alive();
    }
}

const OFFERS: &[&str] = &[
    "hold",
    "park_indirect",
    "pickup",
    "conference",
    "do_not_disturb",
];

/// A program, and a node that is none.
fn program_and_fake_node(bus: &Bus) -> (Program, FakeNode) {
    let text = all_lines(bus, "alice").replace("\"30s\"", "\"3s\"");
    FakeNode::with_program(bus, text, ("L", OFFERS))
}

#[test]
fn where_a_call_is_parked_is_known_although_the_answer_was_lost() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let (call, number) = node.connected(&program, "L");
    std::thread::scope(|scope| {
        let parked = scope.spawn(|| call.park(None));
        let (op, ask) = node.asked();
        assert!(matches!(ask, Ask::Park { address: None, .. }), "{ask:?}");
        // The answer is lost, and the end that follows it is not.
        node.lose_one();
        node.tell_state(number, State::Disconnected as u32, 1);
        let again = node.asked();
        assert_eq!(again, (op, ask));
        let text = "71".to_owned();
        node.tell(Tell::Done { op, text });
        let (resync, ask) = node.asked();
        assert_eq!(ask, Ask::Resync {});
        node.tell_state(number, State::Disconnected as u32, 1);
        node.tell(Tell::done(resync));
        assert_eq!(parked.join().unwrap(), Ok("71".to_owned()));
    });
    assert_eq!(call.call.state(), State::Disconnected);
}

#[test]
fn why_a_call_was_not_picked_up_is_told() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let call = program.call("L", "");
    let failed = std::thread::scope(|scope| {
        let picked = scope.spawn(|| call.pickup(Some("sales")));
        let (op, Ask::Pickup(begin)) = node.asked() else {
            panic!("it is not asked for");
        };
        assert_eq!(begin.group.as_deref(), Some("sales"));
        let (error, text) = ("invalid_group_id".to_owned(), "No such group.".to_owned());
        node.tell(Tell::Failed { op, error, text });
        picked.join().unwrap().unwrap_err()
    });
    assert_eq!(failed.kind(), ErrorKind::InvalidGroupId);
    assert_eq!(failed.message(), "No such group.");
}

#[test]
fn a_conference_that_somebody_else_has_made_can_be_left() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let (call, number) = node.connected(&program, "L");
    let alone = call.leave_conference().unwrap_err();
    assert_eq!(alone.kind(), ErrorKind::NoConference);
    node.tell(Tell::Call(CallNews {
        call: number,
        state: State::Connected as u32,
        conference: true,
        ..CallNews::default()
    }));
    until("it is one of several", || call.call.is_conferenced());
    std::thread::scope(|scope| {
        let left = scope.spawn(|| call.leave_conference());
        let (op, ask) = node.asked();
        assert_eq!(ask, Ask::Leave { call: number });
        node.tell(Tell::done(op));
        left.join().unwrap().unwrap();
    });
    assert_eq!(call.call.state(), State::Disconnected);
}

#[test]
fn a_line_is_not_changed_once_its_program_was_told_that_it_may_not_have_been() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let line = program.line("L");
    let late = line.set_do_not_disturb(true).unwrap_err();
    assert_eq!(late.kind(), ErrorKind::Timeout);
    let (first, wish) = node.asked();
    assert!(
        matches!(wish, Ask::DoNotDisturb { on: true, .. }),
        "{wish:?}"
    );
    // Longer than the pause before a question is asked once more.
    std::thread::sleep(std::time::Duration::from_secs(5));
    std::thread::scope(|scope| {
        let set = scope.spawn(|| line.set_message_waiting(true));
        // It was asked for again as long as the program waited, and not since.
        let mut copies = 0;
        let (op, ask) = loop {
            match node.asked() {
                (op, _) if op == first => copies += 1,
                other => break other,
            }
        };
        assert!(copies <= 2, "asked for {copies} times more");
        assert!(
            matches!(ask, Ask::MessageWaiting { on: true, .. }),
            "{ask:?}"
        );
        node.tell(Tell::done(op));
        set.join().unwrap().unwrap();
    });
}

/// The next question, but for those for lines, which stay without an answer.
fn asked_for(node: &mut FakeNode) -> (u64, Ask) {
    loop {
        match node.asked() {
            (_, Ask::Lines { .. }) => {}
            other => return other,
        }
    }
}

#[test]
fn calls_that_are_taken_again_undo_no_forwarding_that_somebody_else_has_set_meanwhile() {
    let Some(bus) = Bus::start() else { return };
    let (program, mut node) = program_and_fake_node(&bus);
    let line = program.line("L");
    let rules = |destination: &str| {
        let destination = destination.to_owned();
        vec![Forward {
            mode: 1,
            destination,
            caller: None,
            rings: 0,
        }]
    };
    std::thread::scope(|scope| {
        let set = scope.spawn(|| line.set_forwarding(rules("1")));
        let (op, ask) = asked_for(&mut node);
        assert!(matches!(ask, Ask::Forward { .. }), "{ask:?}");
        node.tell(Tell::done(op));
        set.join().unwrap().unwrap();
        let set = scope.spawn(|| line.set_do_not_disturb(false));
        let (op, ask) = asked_for(&mut node);
        assert!(
            matches!(ask, Ask::DoNotDisturb { on: false, .. }),
            "{ask:?}"
        );
        // The node has cancelled the forwarding with it, and somebody else has set another since.
        node.tell(Tell::done(op));
        node.forwards = vec![ForwardEntry {
            mode: 1,
            destination: "2".to_owned(),
            ..Default::default()
        }];
        node.revision += 1;
        node.say_alive();
        node.list(0, &["L"]);
        set.join().unwrap().unwrap();
    });
    until("it is in force", || {
        line.with_status(|status| status.forwards == rules("2"))
    });
}
