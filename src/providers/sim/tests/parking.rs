//! Park, unpark, its reminder, and pickup.

use super::*;
use crate::engine::{DropReason, ErrorKind, Number, PartyId};

fn lines(count: u32) -> Rig {
    Rig::with_lines(Simulation::default(), count)
}

#[test]
fn a_parked_call_is_taken_by_another_line() {
    let rig = lines(3);
    let (caller, called) = rig.talk(1, 2);
    caller.park(Some("701")).unwrap();
    assert_eq!(end(&caller), over(Cause::Normal));
    assert_eq!(called.call.state(), State::Connected, "it waits");
    let taker = rig.idle(3, "701");
    taker.unpark().unwrap();
    assert_eq!(taker.call.state(), State::Connected);
    assert_eq!(taker.call.number(Number::Reason), Some(0x20));
    assert_eq!(taker.call.party(PartyId::Caller).unwrap().number, "2002");
    assert_eq!(taker.call.hub(), called.call.hub());
    assert_eq!(
        called.call.party(PartyId::Connected).unwrap().number,
        "2003"
    );
    taker.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&called), over(Cause::Normal));
}

#[test]
fn the_exchange_chooses_a_place_that_is_free() {
    let rig = lines(2);
    let places: Vec<String> = (0..3)
        .map(|_| rig.dial(1, "1001").park(None).unwrap())
        .collect();
    assert_eq!(places, ["7001", "7002", "7003"]);
    rig.idle(2, "7002").unpark().unwrap();
    assert_eq!(rig.dial(1, "1001").park(None).unwrap(), "7002");
}

#[test]
fn a_place_is_a_free_number() {
    let rig = lines(2);
    rig.dial(1, "1001").park(Some("55")).unwrap();
    let call = rig.dial(1, "1001");
    for place in ["55", "1001", "2002", "", "here"] {
        let refused = call.park(Some(place)).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::InvalidParkId, "{place}");
    }
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn a_parked_party_that_hangs_up_leaves_the_place_empty() {
    let rig = lines(3);
    let (caller, called) = rig.talk(1, 2);
    caller.park(Some("701")).unwrap();
    called.disconnect(DropReason::Normal).unwrap();
    let taker = rig.idle(3, "701");
    assert_eq!(taker.unpark().unwrap_err().kind(), ErrorKind::InvalidParkId);
    assert_eq!(taker.call.state(), State::Idle);
    let (caller, _) = rig.talk(1, 2);
    caller.park(Some("701")).unwrap();
    taker.unpark().unwrap();
    assert_eq!(taker.call.state(), State::Connected);
}

#[test]
fn a_call_parked_too_long_comes_back() {
    let simulation = Simulation {
        park_reminder: Some(Duration::from_secs(60)),
        ..Simulation::default()
    };
    let rig = Rig::with_lines(simulation, 2);
    let (caller, called) = rig.talk(1, 2);
    caller.park(None).unwrap();
    rig.advance(59_999);
    assert!(rig.is_quiet(1));
    rig.advance(1);
    let reminder = rig.offered(1);
    assert_eq!(reminder.call.number(Number::Reason), Some(0x200));
    assert_eq!(reminder.call.party(PartyId::Caller).unwrap().number, "2002");
    assert_eq!(
        rig.idle(2, "7001").unpark().unwrap_err().kind(),
        ErrorKind::InvalidParkId
    );
    reminder.answer().unwrap();
    called.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&reminder), over(Cause::Normal));
}

#[test]
fn a_parked_extension_comes_back_and_its_refusal_harms_nobody() {
    let simulation = Simulation {
        park_reminder: Some(Duration::from_secs(60)),
        ..Simulation::default()
    };
    let rig = Rig::with_lines(simulation, 1);
    rig.dial(1, "1001").park(None).unwrap();
    rig.advance(60_000);
    let reminder = rig.offered(1);
    reminder.disconnect(DropReason::Rejected).unwrap();
    assert_eq!(end(&reminder), over(Cause::Rejected));
}

#[test]
fn a_ringing_call_is_picked_up() {
    // By number, by the name of the group, and in the line's own group.
    for (number, group) in [("2002", None), ("", Some("1")), ("", None)] {
        let rig = lines(3);
        let caller = rig.dial(1, "2002");
        let ringing = rig.offered(2);
        let taker = rig.idle(3, number);
        taker.pickup(group).unwrap();
        assert_eq!(taker.call.state(), State::Connected);
        assert_eq!(taker.call.number(Number::Reason), Some(0x10));
        assert_eq!(taker.call.party(PartyId::Caller).unwrap().number, "2001");
        assert_eq!(taker.call.hub(), caller.call.hub());
        assert_eq!(caller.call.state(), State::Connected);
        assert_eq!(end(&ringing), over(Cause::Normal));
        taker.disconnect(DropReason::Normal).unwrap();
        assert_eq!(end(&caller), over(Cause::Normal));
    }
}

#[test]
fn the_call_that_rang_first_is_picked_up_first() {
    let rig = lines(4);
    let first = rig.dial(1, "2002");
    let second = rig.dial(1, "2003");
    rig.idle(4, "").pickup(None).unwrap();
    assert_eq!(first.call.state(), State::Connected);
    assert_eq!(second.call.state(), State::InProgress);
}

#[test]
fn there_must_be_something_to_pick_up() {
    let lonely = vec![(
        "Alone".to_owned(),
        Settings {
            address: "2001".to_owned(),
            ..Settings::default()
        },
    )];
    let rig = Rig::with(Simulation::default(), lonely);
    for (number, group, kind) in [
        ("", None, ErrorKind::InvalidGroupId),
        ("", Some("9"), ErrorKind::InvalidGroupId),
        ("2001", None, ErrorKind::OperationFailed),
        ("9999", None, ErrorKind::OperationFailed),
    ] {
        let call = rig.idle(1, number);
        assert_eq!(call.pickup(group).unwrap_err().kind(), kind);
        assert_eq!(call.call.state(), State::Idle);
    }
}
