//! Calls of which the exchange keeps no record, and their becoming legs.

use super::*;
use crate::engine::{DropReason, ErrorKind, FinishMode};

fn legs(rig: &Rig) -> usize {
    rig.exchange.step(|step| step.state.legs.iter().count())
}

fn live(rig: &Rig) -> u32 {
    rig.exchange
        .step(|step| step.state.lines.iter().map(|line| line.live).sum())
}

#[test]
fn a_call_that_only_begins_and_ends_needs_no_record() {
    let rig = Rig::new();
    let call = rig.dial(1, "1001");
    assert_eq!(rig.states(&call), [State::InProgress, State::Connected]);
    call.hold().unwrap();
    call.unhold().unwrap();
    assert_eq!(legs(&rig), 0);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&call), over(Cause::Normal));
    assert_eq!(call.hold().unwrap_err().kind(), ErrorKind::InvalidCallState);
    assert_eq!(legs(&rig), 0);
}

#[test]
fn a_call_of_which_more_is_asked_becomes_a_leg_and_ends_as_one() {
    let rig = Rig::new();
    let (first, second) = (rig.dial(1, "1001"), rig.dial(1, "1001"));
    first.conference(&second, true).unwrap();
    second.finish(FinishMode::Conference).unwrap();
    assert_eq!((legs(&rig), live(&rig)), (2, 2));
    for call in [&first, &second] {
        call.disconnect(DropReason::Normal).unwrap();
        assert_eq!(end(call), over(Cause::Normal));
    }
    assert_eq!((legs(&rig), live(&rig)), (0, 0));
}

#[test]
fn a_line_that_carries_so_many_calls_counts_them() {
    let line = |address: &str| Settings {
        address: address.to_owned(),
        max_calls: Some(1),
        ..Settings::default()
    };
    let lines = vec![("one".to_owned(), line("2001"))];
    let rig = Rig::with(Simulation::default(), lines);
    let call = rig.dial(1, "1001");
    assert_eq!(live(&rig), 1);
    assert!(rig.idle(1, "1001").connect(false).is_err());
    call.disconnect(DropReason::Normal).unwrap();
    rig.dial(1, "1001");
}

#[test]
fn an_end_and_a_parking_that_meet_leave_no_leg_of_a_call_that_is_over() {
    let rig = Rig::new();
    for _ in 0..500 {
        let call = rig.dial(1, "1001");
        std::thread::scope(|scope| {
            scope.spawn(|| drop(call.park(None)));
            scope.spawn(|| call.disconnect(DropReason::Normal).unwrap());
        });
        assert_eq!(call.call.state(), State::Disconnected);
        call.detach();
    }
    // Whom our line has parked waits there without a leg of ours.
    assert_eq!((legs(&rig), live(&rig)), (0, 0));
}
