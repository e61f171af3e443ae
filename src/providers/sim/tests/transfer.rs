//! Transfers and conferences.

use super::*;
use crate::engine::{DropReason, ErrorKind, FinishMode, Number, PartyId};

fn lines(count: u32) -> Rig {
    Rig::with_lines(Simulation::default(), count)
}

#[test]
fn a_blind_transfer_rings_at_the_new_line() {
    let rig = lines(3);
    let (caller, called) = rig.talk(1, 2);
    caller.blind_transfer("2003").unwrap();
    assert_eq!(end(&caller), over(Cause::Normal));
    assert_eq!(called.call.state(), State::Connected, "it hears ringing");
    let new = rig.offered(3);
    assert_eq!(new.call.number(Number::Reason), Some(0x100));
    let number = |role| new.call.party(role).unwrap().number;
    assert_eq!(number(PartyId::Caller), "2002");
    assert_eq!(number(PartyId::Redirecting), "2001");
    assert_eq!(new.call.hub(), called.call.hub());
    new.answer().unwrap();
    called.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&new), over(Cause::Normal));
}

#[test]
fn what_a_transferred_party_reaches_decides_its_call() {
    for (number, expected) in [
        ("1001", (State::Connected, Cause::None)),
        ("1002", over(Cause::Busy)),
        ("1004", over(Cause::Rejected)),
        ("2002", over(Cause::Busy)),
    ] {
        let rig = lines(2);
        let (caller, called) = rig.talk(1, 2);
        caller.blind_transfer(number).unwrap();
        assert_eq!(end(&caller), over(Cause::Normal), "{number}");
        assert_eq!(end(&called), expected, "{number}");
    }
}

#[test]
fn an_extension_can_be_transferred_to_a_line() {
    let rig = lines(2);
    let call = rig.dial(1, "1005");
    call.blind_transfer("2002").unwrap();
    let new = rig.offered(2);
    assert_eq!(new.call.party(PartyId::Caller).unwrap().number, "1005");
    rig.advance(60_000);
    new.answer().unwrap();
    rig.advance(2000);
    assert_eq!(end(&new), over(Cause::Normal), "it hangs up as ever");
}

#[test]
fn a_transfer_to_nobody_changes_nothing() {
    let rig = lines(2);
    let (caller, called) = rig.talk(1, 2);
    let refused = caller.blind_transfer("9999").unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidAddress);
    caller.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&called), over(Cause::Normal));
}

#[test]
fn a_consultation_joins_the_far_ends() {
    let rig = lines(3);
    let (original, first) = rig.talk(1, 2);
    let consult = rig.idle(1, "2003");
    original.transfer(&consult, false).unwrap();
    assert_eq!(original.call.state(), State::Hold);
    let second = rig.offered(3);
    second.answer().unwrap();
    consult.finish(FinishMode::Transfer).unwrap();
    assert_eq!(end(&original), over(Cause::Normal));
    assert_eq!(end(&consult), over(Cause::Normal));
    assert_eq!(first.call.state(), State::Connected);
    assert_eq!(second.call.state(), State::Connected);
    assert_eq!(first.call.hub(), second.call.hub());
    let other = |call: &CallHandle| call.call.party(PartyId::Connected).unwrap().number;
    assert_eq!(other(&first), "2003");
    assert_eq!(other(&second), "2002");
    assert_eq!(second.call.number(Number::Reason), Some(0x100));
    second.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&first), over(Cause::Normal));
}

#[test]
fn a_transfer_may_end_at_an_extension() {
    let rig = lines(2);
    let (original, first) = rig.talk(1, 2);
    let consult = rig.idle(1, "1005");
    original.transfer(&consult, true).unwrap();
    consult.finish(FinishMode::Transfer).unwrap();
    assert_eq!(first.call.state(), State::Connected);
    rig.advance(2000);
    assert_eq!(end(&first), over(Cause::Normal));
}

#[test]
fn the_original_comes_back_when_the_consultation_fails() {
    let rig = lines(2);
    let (original, first) = rig.talk(1, 2);
    for (number, hang_up) in [("1002", false), ("1001", true)] {
        let consult = rig.idle(1, number);
        original.transfer(&consult, false).unwrap();
        if hang_up {
            consult.disconnect(DropReason::Normal).unwrap();
        }
        assert_eq!(original.call.state(), State::Connected, "{number}");
    }
    assert_eq!(first.call.state(), State::Connected);
}

/// A conference of line 1 with the other lines. The calls of line 1, then theirs.
fn conference(rig: &Rig, parties: usize) -> (Vec<CallHandle>, Vec<CallHandle>) {
    let (original, first) = rig.talk(1, 2);
    let (mut ours, mut theirs) = (vec![original], vec![first]);
    for n in 3..=parties {
        let consult = rig.idle(1, &format!("{}", 2000 + n));
        ours[0].conference(&consult, false).unwrap();
        let other = rig.offered(n);
        other.answer().unwrap();
        consult.finish(FinishMode::Conference).unwrap();
        ours.push(consult);
        theirs.push(other);
    }
    (ours, theirs)
}

#[test]
fn a_conference_connects_all_in_one_hub() {
    let rig = lines(4);
    let (ours, theirs) = conference(&rig, 4);
    let hub = ours[0].call.hub();
    for call in ours.iter().chain(&theirs) {
        assert_eq!(call.call.state(), State::Connected);
        assert_eq!(call.call.hub(), hub);
    }
}

#[test]
fn whoever_leaves_a_conference_leaves_the_others_alone() {
    let rig = lines(4);
    let (ours, theirs) = conference(&rig, 4);
    // A far end hangs up, one is taken out, and one call is disconnected.
    theirs[0].disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&ours[0]), over(Cause::Normal));
    ours[1].leave_conference().unwrap();
    assert_eq!(end(&ours[1]), over(Cause::Normal));
    assert_eq!(end(&theirs[1]), over(Cause::Normal));
    assert_eq!(ours[2].call.state(), State::Connected);
    let alone = ours[2].leave_conference().unwrap_err();
    assert_eq!(alone.kind(), ErrorKind::NoConference);
    ours[2].disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&theirs[2]), over(Cause::Normal));
}

#[test]
fn a_full_conference_takes_nobody_in() {
    let simulation = Simulation {
        max_conference: 3,
        ..Simulation::default()
    };
    let rig = Rig::with_lines(simulation, 4);
    let (ours, _) = conference(&rig, 3);
    let consult = rig.idle(1, "2004");
    ours[0].conference(&consult, false).unwrap();
    rig.offered(4).answer().unwrap();
    let full = consult.finish(FinishMode::Conference).unwrap_err();
    assert_eq!(full.kind(), ErrorKind::ConferenceFull);
    assert_eq!(consult.call.state(), State::Connected);
    consult.disconnect(DropReason::Normal).unwrap();
    assert_eq!(ours[0].call.state(), State::Connected, "back from hold");
}
