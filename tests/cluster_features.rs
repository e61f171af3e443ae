//! What a line of another machine does besides placing, answering and ending calls: consultations,
//! conferences, redirection, parking and picking up, and what is set on the line itself.
#![cfg(feature = "cluster")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/talking.rs"]
mod talking;

use cluster::{Bus, Node, Program, until};
use talking::Pair;
use tapi3::engine::{
    CallHandle, Cause, Disconnected, DropReason, ErrorKind, Event, FinishMode, Forward, LineEvent,
    PartyId, State, bits,
};

/// LINEFORWARDMODE_UNCOND.
const UNCONDITIONAL: u32 = 1;

fn is_in(call: &CallHandle, state: State) {
    until(&format!("the call is {state:?}"), || {
        call.call.state() == state
    });
}

#[test]
fn a_call_is_transferred_after_a_consultation() {
    let Some(pool) = Pair::start() else { return };
    let (first, bobs) = pool.talk();
    let consult = pool.alice.call("n1 a", "1001");
    first.transfer(&consult, true).unwrap();
    assert_eq!(first.call.state(), State::Hold);
    assert_eq!(consult.call.state(), State::Connected);
    consult.finish(FinishMode::Transfer).unwrap();
    for call in [&first, &consult] {
        assert_eq!(call.call.state(), State::Disconnected);
        assert_eq!(call.call.cause(), Cause::Normal);
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    }
    let states = pool.alice.states_of(&first);
    assert_eq!(states.last(), Some(&(State::Disconnected, Cause::Normal)));
    // Bob talks to whom alice has asked, and ends that.
    assert_eq!(bobs.call.state(), State::Connected);
    bobs.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_consultation_that_comes_to_nothing_gives_the_call_back() {
    let Some(pool) = Pair::start() else { return };
    let (first, bobs) = pool.talk();
    // Busy.
    let consult = pool.alice.call("n1 a", "1002");
    let busy = first.transfer(&consult, true).unwrap_err();
    assert_eq!(busy.kind(), ErrorKind::DestinationBusy);
    is_in(&first, State::Connected);
    // Given up by her.
    let consult = pool.alice.call("n1 a", "1001");
    first.transfer(&consult, true).unwrap();
    consult.disconnect(DropReason::Normal).unwrap();
    is_in(&first, State::Connected);
    // Whoever waits is gone before the two are joined.
    let consult = pool.alice.call("n1 a", "1001");
    first.transfer(&consult, true).unwrap();
    bobs.disconnect(DropReason::Normal).unwrap();
    is_in(&first, State::Disconnected);
    consult.finish(FinishMode::Transfer).unwrap_err();
    assert_eq!(consult.call.state(), State::Connected);
    consult.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn three_talk_together_until_they_leave() {
    let Some(pool) = Pair::start() else { return };
    let (first, bobs) = pool.talk();
    let alone = first.leave_conference().unwrap_err();
    assert_eq!(alone.kind(), ErrorKind::NoConference);
    let members: Vec<CallHandle> = (0..2)
        .map(|_| {
            let consult = pool.alice.call("n1 a", "1001");
            first.conference(&consult, true).unwrap();
            consult.finish(FinishMode::Conference).unwrap();
            assert_eq!(consult.call.state(), State::Connected);
            is_in(&first, State::Connected);
            consult
        })
        .collect();
    members[0].leave_conference().unwrap();
    assert_eq!(members[0].call.state(), State::Disconnected);
    assert_eq!(first.call.state(), State::Connected);
    assert_eq!(members[1].call.state(), State::Connected);
    // A member that hangs up leaves the others.
    bobs.disconnect(DropReason::Normal).unwrap();
    is_in(&first, State::Disconnected);
    members[1].disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_conference_that_is_full_leaves_the_calls_as_they_are() {
    let Some(bus) = Bus::start() else { return };
    let _node = Node::with(&bus, "n1", "[simulation]\nmax_conference = 3\n");
    let alice = Program::start(&bus, "alice");
    let first = alice.connected("n1 a", "1001");
    let info = first.call.line().info();
    assert_eq!(info.max_conference, 3);
    let second = alice.call("n1 a", "1001");
    first.conference(&second, true).unwrap();
    second.finish(FinishMode::Conference).unwrap();
    let third = alice.call("n1 a", "1001");
    first.conference(&third, true).unwrap();
    let full = third.finish(FinishMode::Conference).unwrap_err();
    assert_eq!(full.kind(), ErrorKind::ConferenceFull);
    assert_eq!(third.call.state(), State::Connected);
    for call in [&third, &second, &first] {
        call.disconnect(DropReason::Normal).unwrap();
    }
}

#[test]
fn a_call_that_rings_is_sent_elsewhere() {
    let Some(pool) = Pair::start() else { return };
    let (call, offered) = pool.ring();
    let nobody = offered.redirect("555").unwrap_err();
    assert_eq!(nobody.kind(), ErrorKind::InvalidAddress);
    assert_eq!(offered.call.state(), State::Offering);
    offered.redirect("1001").unwrap();
    assert_eq!(offered.call.state(), State::Disconnected);
    is_in(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_call_is_parked_and_taken_and_one_that_rings_is_picked_up() {
    let Some(pool) = Pair::start() else { return };
    for address in [Some("71"), None] {
        let (call, bobs) = pool.talk();
        let place = call.park(address).unwrap();
        assert!(address.is_none_or(|address| address == place), "{place:?}");
        assert!(!place.is_empty());
        assert_eq!(call.call.state(), State::Disconnected);
        assert_eq!(bobs.call.state(), State::Connected);
        let nowhere = pool.alice.call("n1 a", "72").unpark().unwrap_err();
        assert_eq!(nowhere.kind(), ErrorKind::InvalidParkId);
        let taken = pool.alice.call("n1 a", &place);
        taken.unpark().unwrap();
        assert_eq!(taken.call.state(), State::Connected);
        until("who was parked is named", || {
            taken.call.party(PartyId::Caller).unwrap().number == "2002"
        });
        taken.disconnect(DropReason::Normal).unwrap();
        is_in(&bobs, State::Disconnected);
    }
    let (call, offered) = pool.ring();
    let picked = pool.alice.call("n1 a", "2002");
    picked.pickup(None).unwrap();
    assert_eq!(picked.call.state(), State::Connected);
    until("who called is named", || {
        picked.call.party(PartyId::Caller).unwrap().number == "2001"
    });
    is_in(&call, State::Connected);
    is_in(&offered, State::Disconnected);
    picked.disconnect(DropReason::Normal).unwrap();
    let nothing = pool.alice.call("n1 a", "").pickup(Some("nobody's"));
    assert_eq!(nothing.unwrap_err().kind(), ErrorKind::InvalidGroupId);
}

#[test]
fn what_is_set_on_a_line_is_in_force_and_everybody_sees_it() {
    let Some(pool) = Pair::start() else { return };
    let (hers, his) = (pool.alice.line("n1 b"), pool.bob.line("n1 b"));
    pool.bob.client.set_event_mask(bits::ADDRESS);
    let told = |wanted: fn(&LineEvent) -> bool| {
        pool.bob.told("the line has changed", |event| match event {
            Event::Line { event, .. } if wanted(event) => Some(()),
            _ => None,
        });
    };
    let fails = |kind| {
        let call = pool.alice.call("n1 a", "2002");
        assert_eq!(call.connect(true).unwrap_err().kind(), kind);
    };
    hers.set_do_not_disturb(true).unwrap();
    fails(ErrorKind::DestinationBusy);
    until("bob sees it", || his.with_status(|now| now.do_not_disturb));
    hers.set_do_not_disturb(false).unwrap();
    until("bob sees it", || !his.with_status(|now| now.do_not_disturb));
    let rule = Forward {
        mode: UNCONDITIONAL,
        destination: "1001".to_owned(),
        caller: None,
        rings: 0,
    };
    hers.set_forwarding(vec![rule.clone()]).unwrap();
    told(|event| matches!(event, LineEvent::Forward));
    assert_eq!(his.with_status(|now| now.forwards.clone()), [rule]);
    let call = pool.alice.connected("n1 a", "2002");
    call.disconnect(DropReason::Normal).unwrap();
    hers.set_forwarding(Vec::new()).unwrap();
    told(|event| matches!(event, LineEvent::Forward));
    assert!(his.with_status(|now| now.forwards.is_empty()));
    hers.set_message_waiting(true).unwrap();
    told(|event| matches!(event, LineEvent::MessageWaitingOn));
    assert!(his.with_status(|now| now.message_waiting));
    // What the node does not take is said, and changes nothing.
    let wrong = Forward {
        mode: 3,
        destination: "1001".to_owned(),
        caller: None,
        rings: 0,
    };
    hers.set_forwarding(vec![wrong]).unwrap_err();
    let long = Forward {
        mode: UNCONDITIONAL,
        destination: "1".repeat(2000),
        caller: None,
        rings: 0,
    };
    let refused = hers.set_forwarding(vec![long]).unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidArgument);
    assert!(hers.with_status(|now| now.forwards.is_empty()));
}

#[test]
fn a_line_that_cannot_be_reached_is_not_set() {
    let Some(mut pool) = Pair::start() else {
        return;
    };
    let line = pool.alice.line("n1 b");
    pool.bus.end();
    let failed = line.set_do_not_disturb(true).unwrap_err();
    assert!(
        matches!(failed.kind(), ErrorKind::OutOfService | ErrorKind::Timeout),
        "{failed}"
    );
    assert!(!line.with_status(|now| now.do_not_disturb));
    pool.bus.begin();
    until("it can be set again", || {
        line.set_do_not_disturb(true).is_ok()
    });
    until("it is in service", || line.in_service());
    pool.node.kill();
    until("the node is gone", || !line.in_service());
    let gone = line.set_do_not_disturb(false).unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::OutOfService);
}

#[test]
fn what_waits_for_a_node_that_is_killed_comes_back() {
    let Some(pool) = Pair::start() else {
        return;
    };
    let (first, _bobs) = pool.talk();
    let consult = pool.alice.call("n1 a", "1001");
    first.transfer(&consult, true).unwrap();
    pool.node.signal("STOP");
    let lost = std::thread::scope(|scope| {
        let waiting = scope.spawn(|| consult.finish(FinishMode::Transfer));
        pool.node.signal("KILL");
        waiting.join().unwrap()
    });
    assert!(lost.is_err());
    for call in [&first, &consult] {
        is_in(call, State::Disconnected);
        assert_eq!(call.call.cause(), Cause::Failed);
    }
}
