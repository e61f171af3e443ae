//! Calls that come in on a SIP line, from SIPp: how they are offered, answered, refused and ended.

mod support;

use support::phone::Phone;
use support::sipp::Sipp;
use tapi3::engine::{Cause, DropReason, ErrorKind, PartyId, State};

#[test]
fn a_call_is_offered_answered_and_ended_by_the_caller() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls_and_hangs_up", phone.port, &[]);
    let call = phone.incoming();
    phone.expect(&call, State::Offering);
    let caller = call.call.party(PartyId::Caller).unwrap();
    assert_eq!(
        (caller.name.as_str(), caller.number.as_str()),
        ("Bob B.", "bob")
    );
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.passed();
}

#[test]
fn an_answered_call_is_ended_by_us() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.passed();
}

#[test]
fn the_reason_for_a_refusal_is_the_answer() {
    for (reason, status, cause) in [
        (DropReason::Normal, "486", Cause::Normal),
        (DropReason::Rejected, "603", Cause::Rejected),
        (DropReason::NoAnswer, "480", Cause::NoAnswer),
    ] {
        let phone = Phone::open("");
        let peer = Sipp::caller("calls_and_is_refused", phone.port, &[("status", status)]);
        let call = phone.incoming();
        call.disconnect(reason).unwrap();
        assert_eq!(phone.expect(&call, State::Disconnected), cause);
        assert_eq!(call.answer().unwrap_err().kind(), ErrorKind::NotOffering);
        peer.passed();
        // Acknowledged, so nothing is left to be said.
        assert!(phone.close() < support::DEADLINE);
    }
}

#[test]
fn the_caller_gives_up() {
    for scenario in ["calls_and_cancels", "calls_and_says_bye_early"] {
        let phone = Phone::open("");
        let peer = Sipp::caller(scenario, phone.port, &[]);
        let call = phone.incoming();
        assert_eq!(
            phone.expect(&call, State::Disconnected),
            Cause::Cancelled,
            "{scenario}"
        );
        call.answer().unwrap_err();
        peer.passed();
    }
}

#[test]
fn an_answered_call_survives_a_late_cancel() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls_and_cancels_late", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    support::until("the CANCEL is answered", || {
        peer.messages().contains("\nACK ")
    });
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
}

#[test]
fn a_bye_without_an_ack_ends_the_call_and_a_second_one_finds_nothing() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls_and_says_bye_unacknowledged", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    assert_eq!(phone.expect_end(&call), Cause::Normal);
    peer.passed();
}

#[test]
fn an_answer_that_is_never_acknowledged_ends_with_a_bye() {
    let phone = Phone::quick("");
    let peer = Sipp::caller("calls_and_never_acknowledges", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
    let messages = peer.passed();
    // Sent at 0, T1, 3·T1, 7·T1 and then every 8·T1 = T2, until 64·T1; on a busy machine each may be
    // late, and the last ones are missing. One more is SIPp's own, for the BYE.
    let copies = messages.matches("SIP/2.0 200 OK\r\n").count() - 1;
    assert!((5..=11).contains(&copies), "{copies}: {messages}");
}

#[test]
fn a_line_that_closes_says_bye_though_the_answer_was_never_acknowledged() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls_and_never_acknowledges", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    // Long before the 32 seconds are over in which the answer is sent again.
    phone.close();
    peer.passed();
}

#[test]
fn the_far_end_may_change_the_session() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls_and_changes", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.passed();
}

#[test]
fn a_call_without_an_offer_gets_ours() {
    let phone = Phone::open("");
    let peer = Sipp::caller("calls_without_offer", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    phone.expect(&call, State::Disconnected);
    peer.passed();
}

#[test]
fn what_cannot_be_a_call_is_never_offered() {
    let phone = Phone::open("");
    for scenario in ["calls_with_other_codecs", "calls_with_demands", "asks"] {
        Sipp::caller(scenario, phone.port, &[]).passed();
    }
    assert!(phone.line.calls().unwrap().is_empty());
}

#[test]
fn a_full_line_is_busy() {
    let phone = Phone::open("max_calls = 1");
    let first = Sipp::caller("calls", phone.port, &[]);
    let call = phone.incoming();
    Sipp::caller("calls_and_is_refused", phone.port, &[("status", "486")]).passed();
    call.answer().unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    first.passed();
    // The place is free again.
    let next = Sipp::caller("calls_and_hangs_up", phone.port, &[]);
    phone.incoming().answer().unwrap();
    next.passed();
}
