//! Hold, swap, overlap dialling, do-not-disturb, the message lamp, and what a line can carry.

use super::*;
use crate::engine::{DropReason, ErrorKind, PartyId};

#[test]
fn a_call_is_held_and_taken_back() {
    let rig = Rig::new();
    let call = rig.dial(1, "1001");
    call.hold().unwrap();
    assert_eq!(call.call.state(), State::Hold);
    assert_eq!(call.hold().unwrap_err().kind(), ErrorKind::InvalidCallState);
    call.unhold().unwrap();
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn a_held_call_can_be_hung_up_from_either_side() {
    for holder_hangs_up in [true, false] {
        let rig = Rig::new();
        let (caller, called) = rig.talk(1, 2);
        caller.hold().unwrap();
        let side = if holder_hangs_up { &caller } else { &called };
        side.disconnect(DropReason::Normal).unwrap();
        assert_eq!(end(&caller), over(Cause::Normal));
        assert_eq!(end(&called), over(Cause::Normal));
    }
}

#[test]
fn two_calls_change_places() {
    let rig = Rig::new();
    let first = rig.dial(1, "1001");
    first.hold().unwrap();
    let second = rig.dial(1, "1001");
    second.swap(&first).unwrap();
    assert_eq!(first.call.state(), State::Connected);
    assert_eq!(second.call.state(), State::Hold);
}

#[test]
fn digits_are_dialled_piece_by_piece() {
    let rig = Rig::new();
    for pieces in [&["1001"][..], &["10;", "01"], &["1;", "0;", "0;", "1;", ""]] {
        let call = rig.dial(1, "");
        for piece in pieces {
            assert_eq!(call.call.state(), State::InProgress);
            call.dial(piece).unwrap();
        }
        assert_eq!(call.call.state(), State::Connected, "{pieces:?}");
        assert_eq!(call.call.party(PartyId::Called).unwrap().number, "1001");
    }
}

#[test]
fn a_destination_that_ends_in_a_semicolon_waits_for_the_rest() {
    let rig = Rig::new();
    let call = rig.dial(1, "20;");
    call.dial("02").unwrap();
    let called = rig.offered(2);
    called.answer().unwrap();
    assert_eq!(call.call.state(), State::Connected);
    assert_eq!(
        call.dial("1").unwrap_err().kind(),
        ErrorKind::InvalidCallState
    );
}

#[test]
fn wrong_digits_leave_the_call_as_it_is() {
    let rig = Rig::new();
    let call = rig.dial(1, "");
    for digits in ["10x", "", "é"] {
        assert_eq!(
            call.dial(digits).unwrap_err().kind(),
            ErrorKind::InvalidDigits
        );
    }
    call.dial("1001").unwrap();
    assert_eq!(call.call.state(), State::Connected);
    let ringing = rig.dial(1, "1003");
    assert_eq!(
        ringing.dial("1").unwrap_err().kind(),
        ErrorKind::InvalidCallState
    );
    let nobody = rig.dial(1, "");
    nobody.dial("99").unwrap();
    assert_eq!(end(&nobody), over(Cause::BadAddress));
}

#[test]
fn a_line_that_must_not_be_disturbed_is_busy() {
    let rig = Rig::new();
    rig.line(2).set_do_not_disturb(true).unwrap();
    assert_eq!(end(&rig.dial(1, "2002")), over(Cause::Busy));
    rig.line(2).set_do_not_disturb(false).unwrap();
    assert_eq!(rig.dial(1, "2002").call.state(), State::InProgress);
}

#[test]
fn the_message_lamp_goes_on_and_off() {
    let rig = Rig::new();
    for on in [true, false] {
        rig.line(1).set_message_waiting(on).unwrap();
        let lit = rig.line(1).with_status(|status| status.message_waiting);
        assert_eq!(lit, on);
    }
}

#[test]
fn a_line_carries_no_more_than_its_calls() {
    let lines = super::super::default_lines()
        .into_iter()
        .map(|(name, mut settings)| {
            settings.max_calls = Some(1);
            (name, settings)
        });
    let rig = Rig::with(Simulation::default(), lines.collect());
    let call = rig.dial(2, "1001");
    let second = rig.idle(2, "1001");
    assert_eq!(
        second.connect(false).unwrap_err().kind(),
        ErrorKind::CallUnavailable
    );
    assert_eq!(end(&rig.dial(1, "2002")), over(Cause::Busy));
    call.disconnect(DropReason::Normal).unwrap();
    second.connect(false).unwrap();
    assert_eq!(second.call.state(), State::Connected);
}
