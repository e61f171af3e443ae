//! Calls that a SIP line places, against SIPp: how they end.

mod support;

use support::phone::Phone;
use support::sipp::Sipp;
use tapi3::engine::{Cause, DropReason, ErrorKind, State};

#[test]
fn a_call_is_placed_answered_and_hung_up() {
    let phone = Phone::open("");
    let peer = Sipp::called("answers", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::InProgress);
    phone.expect(&call, State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.passed();
}

#[test]
fn connect_waits_for_the_answer_when_asked_to() {
    let phone = Phone::open("");
    let peer = Sipp::called("answers", &[]);
    let call = phone.call(&format!("bob@127.0.0.1:{}", peer.port));
    call.connect(true).unwrap();
    assert_eq!(call.call.state(), State::Connected);
    drop(phone);
    // Closing the engine hangs up what is up.
    peer.passed();
}

#[test]
fn the_far_end_hangs_up() {
    let phone = Phone::open("");
    let peer = Sipp::called("answers_and_hangs_up", &[]);
    let call = phone.dial(peer.port);
    phone.expect(&call, State::Connected);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    peer.passed();
}

#[test]
fn final_responses_become_causes() {
    use Cause::*;
    for (status, cause, rung) in [
        ("486 Busy Here", Busy, Busy),
        ("600 Busy Everywhere", Busy, Busy),
        ("404 Not Found", BadAddress, BadAddress),
        ("410 Gone", BadAddress, BadAddress),
        ("484 Address Incomplete", BadAddress, BadAddress),
        ("604 Does Not Exist Anywhere", BadAddress, BadAddress),
        ("603 Decline", Rejected, Rejected),
        ("403 Forbidden", Rejected, Rejected),
        ("607 Unwanted", Blocked, Blocked),
        ("608 Rejected", Blocked, Blocked),
        ("480 Temporarily Unavailable", Failed, NoAnswer),
        ("408 Request Timeout", Failed, NoAnswer),
        ("487 Request Terminated", Cancelled, Cancelled),
        ("488 Not Acceptable Here", Failed, Failed),
        ("503 Service Unavailable", Failed, Failed),
        ("500 Server Internal Error", Failed, Failed),
        ("302 Moved Temporarily", Failed, Failed),
    ] {
        for (scenario, wanted) in [("refuses", cause), ("rings_and_refuses", rung)] {
            let phone = Phone::open("");
            let peer = Sipp::called(scenario, &[("status", status)]);
            let call = phone.dial(peer.port);
            let got = phone.expect(&call, State::Disconnected);
            assert_eq!(got, wanted, "{scenario} {status}");
            peer.passed();
        }
    }
}

#[test]
fn a_call_that_rings_or_is_only_tried_is_cancelled() {
    for provisional in ["100 Trying", "180 Ringing", "183 Session Progress"] {
        let phone = Phone::open("");
        let peer = Sipp::called("is_cancelled", &[("provisional", provisional)]);
        let call = phone.dial(peer.port);
        support::until("the provisional response", || {
            peer.messages().contains(provisional)
        });
        call.disconnect(DropReason::Normal).unwrap();
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
        let messages = peer.passed();
        assert_eq!(
            branch_of(&messages, "CANCEL"),
            branch_of(&messages, "INVITE")
        );
        assert_eq!(branch_of(&messages, "ACK"), branch_of(&messages, "INVITE"));
    }
}

/// The branch of the first request with this method that SIPp received.
fn branch_of(messages: &str, method: &str) -> String {
    let start = messages.find(&format!("\n{method} sip:")).expect(method);
    let rest = &messages[start..];
    let rest = &rest[rest.find("branch=").unwrap()..];
    rest[..rest.find(['\r', '\n', ';']).unwrap()].to_owned()
}

#[test]
fn a_call_without_an_answer_of_any_kind_is_cancelled_at_the_first_sign_of_life() {
    let phone = Phone::quick("");
    let peer = Sipp::called("is_cancelled_late", &[]);
    let call = phone.dial(peer.port);
    support::until("the INVITE", || peer.messages().contains("\nINVITE "));
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    let messages = peer.passed();
    let rings = messages.find("SIP/2.0 180").unwrap();
    assert!(
        messages.find("\nCANCEL ").unwrap() > rings,
        "CANCEL before a 1xx"
    );
    let again = messages[..rings].matches("\nINVITE ").count();
    assert!(again > 1, "the INVITE did not go on by Timer A");
}

#[test]
fn a_200_instead_of_any_provisional_is_acknowledged_and_ended() {
    // No copy of the INVITE comes before the answer.
    let phone = Phone::open("t1 = '3s'");
    let peer = Sipp::called("answers_late", &[]);
    let call = phone.dial(peer.port);
    support::until("the INVITE", || peer.messages().contains("\nINVITE "));
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    assert!(!peer.passed().contains("CANCEL sip:"));
}

#[test]
fn a_200_that_crosses_the_cancel_is_acknowledged_and_ended() {
    for status in ["200 OK", "481 Call/Transaction Does Not Exist"] {
        let phone = Phone::open("");
        let peer = Sipp::called("crosses_cancel", &[("status", status)]);
        let call = phone.dial(peer.port);
        support::until("it rings", || peer.messages().contains("SIP/2.0 180"));
        call.disconnect(DropReason::Normal).unwrap();
        assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
        peer.passed();
    }
}

#[test]
fn a_cancelled_call_without_end_is_given_up_and_a_late_200_still_ended() {
    let phone = Phone::quick("");
    let peer = Sipp::called("ends_nothing", &[]);
    let call = phone.dial(peer.port);
    support::until("it rings", || peer.messages().contains("SIP/2.0 180"));
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
    assert!(phone.close().as_secs() < 3, "the call was not given up");
}

#[test]
fn a_code_reaches_the_far_end_as_it_was_dialled() {
    let phone = Phone::open("");
    let peer = Sipp::called("answers_code", &[]);
    let call = phone.call(&format!("sip:*21*0301234#@127.0.0.1:{}", peer.port));
    call.connect(true).unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    peer.passed();
}

#[test]
fn a_number_is_looked_for_where_the_line_is_at_home() {
    let peer = Sipp::called("answers", &[]);
    let phone = Phone::open(&format!("registrar = '127.0.0.1:{}'", peer.port));
    let call = phone.call("+1 (425) 555-0100");
    call.connect(true).unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    let messages = peer.passed();
    assert!(
        messages.contains("\nINVITE sip:+14255550100@127.0.0.1 SIP/2.0"),
        "{messages}"
    );
}

#[test]
fn a_proxy_gets_every_call_with_a_route() {
    let peer = Sipp::called("answers", &[]);
    let phone = Phone::open(&format!("outbound_proxy = '127.0.0.1:{}'", peer.port));
    let call = phone.call("sip:bob@example.invalid");
    call.connect(true).unwrap();
    call.disconnect(DropReason::Normal).unwrap();
    let messages = peer.passed();
    assert!(
        messages.contains("\nINVITE sip:bob@example.invalid SIP/2.0"),
        "{messages}"
    );
    let route = format!("Route: <sip:127.0.0.1:{};lr>", phone_port(&messages));
    assert!(messages.contains(&route), "{messages}");
}

/// The port that the Route of the INVITE names.
fn phone_port(messages: &str) -> &str {
    let start = messages.find("Route: <sip:127.0.0.1:").unwrap() + "Route: <sip:127.0.0.1:".len();
    let rest = &messages[start..];
    &rest[..rest.find(';').unwrap()]
}

#[test]
fn a_malformed_destination_leaves_the_call_idle() {
    let phone = Phone::open("");
    for destination in ["", "sip:", "sip:bob@", "two words", "sip:b@h\r\nX: y"] {
        let call = phone.call(destination);
        let error = call.connect(true).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidAddress, "{destination}");
        assert_eq!(call.call.state(), State::Idle);
    }
}

#[test]
fn a_full_line_places_no_further_call() {
    let phone = Phone::open("max_calls = 1");
    let peer = Sipp::called("answers", &[]);
    let first = phone.dial(peer.port);
    phone.expect(&first, State::Connected);
    let second = phone.call("sip:carol@127.0.0.1:9");
    let error = second.connect(false).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CallUnavailable);
    first.disconnect(DropReason::Normal).unwrap();
    peer.passed();
    let next = Sipp::called("refuses", &[("status", "486 Busy Here")]);
    let third = phone.dial(next.port);
    assert_eq!(phone.expect(&third, State::Disconnected), Cause::Busy);
}

#[test]
fn challenges_are_answered() {
    for (scenario, qop) in [
        ("wants_a_password", ", qop=\"auth\""),
        ("wants_a_password", ""),
        ("wants_a_proxy_password", ""),
    ] {
        let phone = Phone::open("user = 'alice'\npassword = 'secret'");
        let peer = Sipp::called(scenario, &[("qop", qop)]);
        let call = phone.dial(peer.port);
        phone.expect(&call, State::Connected);
        call.disconnect(DropReason::Normal).unwrap();
        peer.passed();
    }
}

#[test]
fn a_wrong_password_is_sent_once() {
    let phone = Phone::open("password = 'wrong'");
    let peer = Sipp::called("knows_no_password", &[]);
    let call = phone.dial(peer.port);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
    peer.passed();
}

#[test]
fn without_a_password_a_challenge_ends_the_call() {
    let phone = Phone::open("");
    let peer = Sipp::called("refuses", &[("status", "401 Unauthorized")]);
    let call = phone.dial(peer.port);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
    peer.passed();
}

#[test]
fn what_a_call_was_answered_is_in_the_sentence() {
    let phone = Phone::open("password = 'wrong'");
    let peer = Sipp::called("knows_no_password", &[]);
    let destination = format!("sip:bob@127.0.0.1:{}", peer.port);
    let call = phone.call(&destination);
    let error = call.connect(true).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert_eq!(
        error.to_string(),
        "The call failed on its way to the called party. The answer was 401."
    );
    peer.passed();
}
