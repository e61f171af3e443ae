//! Transfers and conferences after consultation.

use super::*;
use std::thread::spawn;

#[test]
fn the_original_waits_on_hold_for_the_consultation() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.idle());
    original.transfer(&consult, false).unwrap();
    assert_eq!(original.call.state(), State::Hold);
    assert!(original.call.related().unwrap().same(&consult.call));
    assert_eq!(rig.fake.count(Ask::Make), 2, "the consultation was placed");
}

#[test]
fn a_finished_transfer_ends_both_calls() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.idle());
    original.transfer(&consult, false).unwrap();
    assert_eq!(
        kind(consult.finish(FinishMode::Transfer)),
        ErrorKind::InvalidCallState,
        "the consultation is not connected yet"
    );
    consult.call.connected();
    consult.finish(FinishMode::Transfer).unwrap();
    assert_eq!(end(&original), over(Cause::Normal));
    assert_eq!(end(&consult), over(Cause::Normal));
    assert_eq!(rig.fake.count(Ask::Unhold), 0);
}

#[test]
fn whoever_waits_for_a_transfer_hears_of_its_success() {
    // The reply comes from another thread; the caller must not take the end of the call, which
    // comes with it, for a call that was lost.
    for _ in 0..200 {
        let rig = Rig::new();
        rig.fake.on(Ask::CompleteTransfer, Act::Keep);
        let (original, consult) = (rig.connected(), rig.idle());
        original.transfer(&consult, false).unwrap();
        consult.call.connected();
        let finishing = {
            let consult = consult.clone();
            spawn(move || consult.finish(FinishMode::Transfer))
        };
        wait_for_sleepers(&consult.call, 1);
        rig.fake.kept(Ask::CompleteTransfer).ok();
        assert_eq!(finishing.join().unwrap(), Ok(()));
        assert_eq!(end(&original), over(Cause::Normal));
    }
}

#[test]
fn a_finished_conference_connects_both_calls_in_one_hub() {
    let rig = Rig::new();
    for held in [false, true] {
        let (original, consult) = (rig.connected(), rig.connected());
        original.conference(&consult, false).unwrap();
        assert_eq!(original.call.state(), State::Hold);
        if held {
            consult.hold().unwrap();
        }
        consult.finish(FinishMode::Conference).unwrap();
        assert_eq!(original.call.state(), State::Connected);
        assert_eq!(consult.call.state(), State::Connected);
        assert_eq!(original.call.hub(), consult.call.hub());
        consult.leave_conference().unwrap();
        assert_eq!(end(&consult), over(Cause::Normal));
        assert_eq!(original.call.state(), State::Connected);
    }
}

#[test]
fn a_failed_finish_changes_nothing() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.connected());
    original.transfer(&consult, false).unwrap();
    for (ask, mode) in [
        (Ask::CompleteTransfer, FinishMode::Transfer),
        (Ask::Join, FinishMode::Conference),
    ] {
        rig.fake.on(ask, Act::Fail);
        assert_eq!(kind(consult.finish(mode)), ErrorKind::OperationFailed);
        assert_eq!(original.call.state(), State::Hold);
        assert_eq!(consult.call.state(), State::Connected);
        rig.fake.on(ask, Act::Succeed);
    }
    consult.finish(FinishMode::Transfer).unwrap();
}

#[test]
fn the_original_comes_back_however_the_consultation_ends() {
    type Ending = fn(&CallHandle);
    let endings: &[(&str, Ending)] = &[
        ("we hang up", |c| drop(c.disconnect(DropReason::Normal))),
        ("the far end hangs up", |c| {
            c.call.disconnected(Cause::Normal)
        }),
        ("the far end is busy", |c| c.call.disconnected(Cause::Busy)),
    ];
    for (name, ending) in endings {
        let rig = Rig::new();
        let (original, consult) = (rig.connected(), rig.idle());
        original.transfer(&consult, false).unwrap();
        ending(&consult);
        assert_eq!(original.call.state(), State::Connected, "{name}");
        assert_eq!(rig.fake.count(Ask::Unhold), 1, "{name}");
        assert!(original.call.related().is_none());
        // It can be transferred once more.
        original.transfer(&rig.idle(), false).unwrap();
    }
}

#[test]
fn the_original_comes_back_when_the_consultation_cannot_be_placed() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.idle());
    rig.fake.on(Ask::Make, Act::Fail);
    assert_eq!(
        kind(original.transfer(&consult, false)),
        ErrorKind::OperationFailed
    );
    assert_eq!(original.call.state(), State::Connected);
    assert_eq!(
        kind(consult.finish(FinishMode::Transfer)),
        ErrorKind::InvalidCallState
    );
}

#[test]
fn a_consultation_is_cancelled_when_nobody_wants_to_hold() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.idle());
    rig.fake.on(Ask::Hold, Act::Fail);
    assert_eq!(
        kind(original.transfer(&consult, false)),
        ErrorKind::OperationFailed
    );
    assert_eq!(consult.call.state(), State::Idle);
    assert_eq!(original.call.state(), State::Connected);
}

#[test]
fn the_end_of_the_original_leaves_the_consultation_alone() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.idle());
    original.transfer(&consult, false).unwrap();
    consult.call.connected();
    original.call.disconnected(Cause::Normal);
    assert_eq!(consult.call.state(), State::Connected);
    assert_eq!(
        kind(consult.finish(FinishMode::Transfer)),
        ErrorKind::InvalidCallState
    );
}

#[test]
fn a_consultation_is_another_call_of_the_line() {
    let rig = Rig::owning();
    let original = rig.connected();
    let elsewhere = add_line(&rig.engine, &rig.fake, EVERYTHING);
    let nowhere = outgoing(&rig.client, &rig.line, "");
    let bad = [
        original.clone(),
        outgoing(&rig.client, &elsewhere, "1"),
        nowhere,
        rig.dialling(),
        rig.offered(),
    ];
    for consult in &bad {
        assert_eq!(
            kind(original.transfer(consult, false)),
            ErrorKind::InvalidArgument
        );
    }
    for consultable in [rig.idle(), rig.offered()] {
        assert_eq!(
            kind(consultable.transfer(&rig.idle(), false)),
            ErrorKind::InvalidCallState
        );
    }
}

#[test]
fn only_a_member_leaves_a_conference() {
    let rig = Rig::new();
    let call = rig.connected();
    assert_eq!(kind(call.leave_conference()), ErrorKind::NoConference);
}

#[test]
fn a_consultation_that_ends_before_it_is_tied_is_none() {
    let rig = Rig::new();
    let (original, consult) = (rig.connected(), rig.connected());
    rig.fake.on(Ask::Hold, Act::Keep);
    let asks = (original.clone(), consult.clone());
    let transfer = std::thread::spawn(move || asks.0.transfer(&asks.1, false));
    let reply = rig.fake.kept(Ask::Hold);
    consult.call.disconnected(Cause::Normal);
    reply.ok();
    let error = transfer.join().unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidCallState);
    assert!(original.call.related().is_none() && consult.call.related().is_none());
    assert_eq!(original.call.state(), State::Connected, "it came back");
}

#[test]
fn the_end_of_an_earlier_consultation_leaves_the_next_alone() {
    let rig = Rig::new();
    let (original, first, second) = (rig.connected(), rig.idle(), rig.idle());
    original.transfer(&first, false).unwrap();
    original.transfer(&second, false).unwrap();
    first.disconnect(DropReason::Normal).unwrap();
    assert!(original.call.related().unwrap().same(&second.call));
    assert_eq!(original.call.state(), State::Hold);
    second.disconnect(DropReason::Normal).unwrap();
    assert_eq!(original.call.state(), State::Connected);
}

#[test]
fn untying_an_earlier_consultation_leaves_the_next_alone() {
    let rig = Rig::new();
    let (original, first, second) = (rig.connected(), rig.idle(), rig.idle());
    original.transfer(&first, false).unwrap();
    original.transfer(&second, false).unwrap();
    assert!(!original.untie(&first));
    assert!(original.call.related().unwrap().same(&second.call));
}
