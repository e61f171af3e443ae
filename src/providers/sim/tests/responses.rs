//! The SIP responses that go with the exchange's states, and hanging up without waiting.

use super::*;
use crate::engine::{Disconnected, DropReason};

fn response(call: &CallHandle) -> (u16, String) {
    let said = call.call.network_response().unwrap();
    (said.code, said.text.into_owned())
}

#[test]
fn each_built_in_extension_has_its_response() {
    for (number, code, text) in [
        ("1001", 200, "OK"),
        ("1002", 486, "Busy Here"),
        ("1003", 180, "Ringing"),
        ("1004", 603, "Decline"),
        ("1008", 607, "Unwanted"),
        ("1009", 503, "Service Unavailable"),
        ("1010", 180, "Ringing"),
        ("1012", 182, "Queued"),
        ("9999", 404, "Not Found"),
    ] {
        let rig = Rig::new();
        let call = rig.dial(1, number);
        assert_eq!(response(&call), (code, text.to_owned()), "{number}");
    }
}

#[test]
fn a_line_that_rings_says_so_until_it_answers() {
    let rig = Rig::new();
    let caller = rig.dial(1, "2002");
    assert_eq!(response(&caller).0, 180);
    rig.offered(2).answer().unwrap();
    assert_eq!(response(&caller).0, 200);
}

#[test]
fn nothing_that_comes_after_the_answer_changes_the_response() {
    let rig = Rig::new();
    let call = rig.dial(1, "1007");
    call.call.set_network_response(180, "Ringing");
    rig.advance(1000);
    assert_eq!(end(&call), over(Cause::Failed));
    assert_eq!(response(&call), (200, "OK".to_owned()));
}

#[test]
fn a_call_nobody_answers_says_so() {
    let rig = Rig::new();
    let call = rig.dial(1, "1010");
    rig.advance(20_000);
    assert_eq!(response(&call).0, 480);
}

#[test]
fn a_hang_up_that_is_done_at_once_needs_no_waiting() {
    let rig = Rig::new();
    let call = rig.dial(1, "1001");
    let over_now = Ok(Some(Disconnected::Over));
    assert_eq!(call.hang_up(DropReason::Normal), over_now);
    assert_eq!(call.hang_up(DropReason::Normal), over_now);
    let idle = rig.idle(1, "1001");
    assert_eq!(
        idle.hang_up(DropReason::Normal),
        Ok(Some(Disconnected::Nothing))
    );
}

#[test]
fn a_hang_up_that_nobody_confirms_is_under_way() {
    let rig = Rig::new();
    let call = rig.dial(1, "1006");
    assert_eq!(call.hang_up(DropReason::Normal), Ok(None));
    assert_eq!(call.hang_up(DropReason::Normal), Ok(None));
    assert_eq!(call.call.state(), State::Connected);
}
