//! Session timers (RFC 4028) on a SIP line, against SIPp: calls that are refreshed, and calls whose
//! far end is not there any more.

mod support;

use support::phone::Phone;
use support::sipp::{Sipp, requests};
use tapi3::engine::{Cause, DropReason, State};

/// Sessions of four seconds, which are half over after two.
const SHORT: &str = "session_expires = '4s'\nmin_se = '1s'";

#[test]
fn a_session_is_refreshed_in_the_way_that_the_far_end_knows() {
    for (scenario, method, least) in [
        ("is_refreshed_by_update", "UPDATE", 1),
        ("is_refreshed_by_invite", "INVITE", 2),
    ] {
        let phone = Phone::open(SHORT);
        let peer = Sipp::called(scenario, &[]);
        let call = phone.dial(peer.port);
        phone.expect(&call, State::Connected);
        let cause = phone.expect(&call, State::Disconnected);
        assert_eq!(cause, Cause::Normal, "{scenario}");
        assert_eq!(requests(&peer.passed(), method), least, "{scenario}");
    }
}

#[test]
fn a_far_end_that_does_not_refresh_as_agreed_is_dead() {
    let phone = Phone::open(SHORT);
    let peer = Sipp::called("does_not_refresh", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
    peer.passed();
}

#[test]
fn a_caller_that_does_not_refresh_as_agreed_is_dead() {
    let phone = Phone::open(SHORT);
    let peer = Sipp::caller("calls_and_does_not_refresh", phone.port, &[]);
    let call = phone.incoming();
    call.answer().unwrap();
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
    peer.passed();
}

#[test]
fn a_far_end_that_has_vanished_ends_the_call() {
    let phone = Phone::quick(SHORT);
    let peer = Sipp::called("answers_and_goes", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    peer.passed();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
}

#[test]
fn a_server_that_wants_longer_sessions_gets_them() {
    let phone = Phone::open(SHORT);
    let peer = Sipp::called("wants_longer_sessions", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.passed();
}

#[test]
fn a_caller_with_too_short_sessions_is_told_how_long_they_are_to_be() {
    let phone = Phone::open("");
    Sipp::caller("calls_with_a_short_session", phone.port, &[]).passed();
}
