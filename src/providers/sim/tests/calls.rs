//! Plain calls: to the built-in extensions and from line to line.

use super::*;
use crate::engine::Incoming;
use crate::engine::{Disconnected, DropReason, ErrorKind, PartyId};

#[test]
fn each_built_in_extension_does_what_the_table_says() {
    for (number, state, cause) in [
        ("1001", State::Connected, Cause::None),
        ("1002", State::Disconnected, Cause::Busy),
        ("1003", State::InProgress, Cause::None),
        ("1004", State::Disconnected, Cause::Rejected),
        ("1005", State::Connected, Cause::None),
        ("1006", State::Connected, Cause::None),
        ("1007", State::Connected, Cause::None),
        ("1008", State::Disconnected, Cause::Blocked),
        ("1009", State::Disconnected, Cause::Failed),
        ("1010", State::InProgress, Cause::None),
        ("1011", State::Connected, Cause::None),
        ("1012", State::Queued, Cause::None),
        ("9999", State::Disconnected, Cause::BadAddress),
        ("not a number", State::Disconnected, Cause::BadAddress),
    ] {
        let rig = Rig::new();
        let call = rig.dial(1, number);
        assert_eq!(end(&call), (state, cause), "{number}");
    }
}

#[test]
fn what_follows_the_answer_follows_in_its_time() {
    for (number, milliseconds, state, cause) in [
        ("1005", 2000, State::Disconnected, Cause::Normal),
        ("1007", 1000, State::Disconnected, Cause::Failed),
        ("1010", 20_000, State::Disconnected, Cause::NoAnswer),
        ("1011", 1000, State::Disconnected, Cause::Normal),
        ("1012", 5000, State::Connected, Cause::None),
    ] {
        let rig = Rig::new();
        let call = rig.dial(1, number);
        let before = end(&call);
        rig.advance(milliseconds - 1);
        assert_eq!(end(&call), before, "{number}");
        rig.advance(1);
        assert_eq!(end(&call), (state, cause), "{number}");
    }
}

#[test]
fn a_hang_up_ends_a_connected_call() {
    let rig = Rig::new();
    let call = rig.dial(1, "1001");
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(end(&call), over(Cause::Normal));
    assert_eq!(
        rig.states(&call),
        [State::InProgress, State::Connected, State::Disconnected]
    );
}

#[test]
fn a_line_reaches_another_by_its_number() {
    let rig = Rig::new();
    let caller = rig.dial(1, "2002");
    assert_eq!(caller.call.state(), State::InProgress);
    let called = rig.offered(2);
    let party = called.call.party(PartyId::Caller).unwrap();
    assert_eq!(party.number, "2001");
    assert_eq!(party.name, "Simulated line 1");
    assert_eq!(called.call.party(PartyId::Called).unwrap().number, "2002");
    assert_eq!(called.call.hub(), caller.call.hub());
    called.answer().unwrap();
    assert_eq!(caller.call.state(), State::Connected);
    assert_eq!(called.call.state(), State::Connected);
}

#[test]
fn either_side_can_hang_up() {
    for caller_hangs_up in [true, false] {
        let rig = Rig::new();
        let (caller, called) = rig.talk(1, 2);
        let side = if caller_hangs_up { &caller } else { &called };
        side.disconnect(DropReason::Normal).unwrap();
        assert_eq!(end(&caller), over(Cause::Normal));
        assert_eq!(end(&called), over(Cause::Normal));
    }
}

#[test]
fn a_caller_who_gives_up_cancels_both_sides() {
    let rig = Rig::new();
    let caller = rig.dial(1, "2002");
    let called = rig.offered(2);
    caller.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&caller), over(Cause::Cancelled));
    assert_eq!(end(&called), over(Cause::Cancelled));
}

#[test]
fn a_refusal_reaches_the_caller_with_its_reason() {
    for (reason, for_called, for_caller) in [
        (DropReason::Normal, Cause::Normal, Cause::Busy),
        (DropReason::NoAnswer, Cause::NoAnswer, Cause::NoAnswer),
        (DropReason::Rejected, Cause::Rejected, Cause::Rejected),
    ] {
        let rig = Rig::new();
        let caller = rig.dial(1, "2002");
        let called = rig.offered(2);
        called.disconnect(reason).unwrap();
        assert_eq!(end(&called), over(for_called), "{reason:?}");
        assert_eq!(end(&caller), over(for_caller), "{reason:?}");
    }
}

#[test]
fn a_line_that_calls_itself_is_busy() {
    let rig = Rig::new();
    let call = rig.dial(1, "2001");
    assert_eq!(end(&call), over(Cause::Busy));
}

#[test]
fn connecting_and_waiting_returns_the_failure() {
    let rig = Rig::new();
    for (number, kind) in [
        ("1002", ErrorKind::DestinationBusy),
        ("1004", ErrorKind::DestinationUnavailable),
        ("1008", ErrorKind::AddressBlocked),
        ("1009", ErrorKind::OperationFailed),
        ("9999", ErrorKind::InvalidAddress),
    ] {
        let call = rig.idle(1, number);
        assert_eq!(call.connect(true).unwrap_err().kind(), kind, "{number}");
    }
    rig.idle(1, "1001").connect(true).unwrap();
}

#[test]
fn a_call_that_was_announced_while_the_exchange_closed_is_over() {
    let rig = Rig::new();
    let line = rig.line(2);
    // The exchange has announced it, and is closed before it hears of the engine's call.
    let call = line.incoming(Incoming::default()).unwrap();
    rig.exchange.close();
    rig.exchange.step(|step| step.adopt(77, call.clone()));
    assert_eq!(call.state(), State::Disconnected);
    assert!(line.calls().unwrap().is_empty());
}
