//! How calls end when something goes wrong on the way, datagram by datagram: lost messages, silent
//! peers, second answers, malformed ones.

mod support;

use std::time::{Duration, Instant};
use support::phone::{Phone, T1};
use support::script::{SDP, Script};
use tapi3::engine::{CallHandle, Cause, DropReason, State};

/// 64·T1 and a little more.
const GIVE_UP: Duration = Duration::from_millis(64 * 50 + 2000);

/// Before anything is given up, with T1 as short as it is here or longer.
const SOON: Duration = Duration::from_millis(60 * 50);

/// When a request other than INVITE, or an answer to one, is sent: Timers E and G, in T1.
const E: [u32; 11] = [0, 1, 3, 7, 15, 23, 31, 39, 47, 55, 63];

/// When an INVITE is sent: Timer A, in T1.
const A: [u32; 7] = [0, 1, 3, 7, 15, 31, 63];

/// A call that the script has answered with tag 1.
fn connected(phone: &Phone, script: &Script) -> (CallHandle, support::script::Message) {
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    script.accept(&invite, "1");
    script.expect("ACK");
    phone.expect(&call, State::Connected);
    (call, invite)
}

#[test]
fn a_bye_that_is_lost_is_sent_again_until_it_is_given_up() {
    let phone = Phone::quick("");
    let script = Script::new();
    let (call, _) = connected(&phone, &script);
    call.disconnect(DropReason::Normal).unwrap();
    // The call is over at once, whatever the wire does.
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    let byes = script.all_within(GIVE_UP);
    assert!(byes.iter().all(|m| m.kind() == "BYE"));
    Script::check_times(&byes, T1, &E);
    assert!(phone.close() < SOON, "the BYE was not given up");
}

#[test]
fn closing_waits_for_a_bye_but_not_for_ever() {
    let phone = Phone::quick("");
    let script = Script::new();
    let (_call, _) = connected(&phone, &script);
    let closing = std::thread::spawn(move || phone.close());
    let bye = script.expect("BYE");
    let again = script.find_again("BYE");
    assert_eq!(bye.text, again.text);
    script.answer(&again, "200 OK", "", "", "");
    assert!(closing.join().unwrap() < SOON);
}

#[test]
fn a_provisional_answer_to_a_bye_slows_it_down() {
    // Longer, so that the 100 is in time for the first copy.
    let t1 = Duration::from_millis(200);
    let phone = Phone::open("t1 = '200ms'");
    let script = Script::new();
    let (call, _) = connected(&phone, &script);
    call.disconnect(DropReason::Normal).unwrap();
    let first = script.find_again("BYE");
    script.answer(&first, "100 Trying", "", "", "");
    // Where the 100 was late, one or two copies come at the usual times before.
    let end = Instant::now() + t1 * 60;
    let mut before = first.at;
    let slow = loop {
        assert!(Instant::now() < end, "none comes at T2");
        let copy = script.find_again("BYE");
        if copy.at - before > t1 * 6 {
            break copy;
        }
        before = copy.at;
    };
    script.answer(&slow, "200 OK", "", "", "");
    assert!(phone.close() < SOON);
}

#[test]
fn an_error_in_answer_to_a_bye_is_an_answer() {
    for status in [
        "481 Gone",
        "408 Request Timeout",
        "500 Server Internal Error",
    ] {
        let phone = Phone::quick("");
        let script = Script::new();
        let (call, _) = connected(&phone, &script);
        call.disconnect(DropReason::Normal).unwrap();
        script.answer(&script.expect("BYE"), status, "", "", "");
        assert!(phone.close() < SOON, "{status}");
    }
}

#[test]
fn byes_that_cross_are_both_answered() {
    let phone = Phone::quick("");
    let script = Script::new();
    let (call, invite) = connected(&phone, &script);
    call.disconnect(DropReason::Normal).unwrap();
    let bye = script.expect("BYE");
    // Its number leaves a gap, which is no mistake.
    script.request(&invite, "1", "BYE", 4711);
    script.find_again("200");
    script.answer(&bye, "200 OK", "", "", "");
    assert!(phone.close() < SOON);
}

#[test]
fn a_bye_sent_again_hears_the_same_and_a_request_out_of_order_is_refused() {
    let phone = Phone::quick("");
    let script = Script::new();
    let (call, invite) = connected(&phone, &script);
    script.request(&invite, "1", "OPTIONS", 20);
    script.expect("200");
    script.request(&invite, "1", "BYE", 10);
    script.expect("500");
    script.request(&invite, "somebody-else", "BYE", 21);
    script.expect("481");
    assert_eq!(call.call.state(), State::Connected);
    script.request(&invite, "1", "BYE", 30);
    let first = script.expect("200");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Normal);
    script.request(&invite, "1", "BYE", 30);
    assert_eq!(script.find_again("200").text, first.text);
}

#[test]
fn a_call_to_nobody_ends_with_the_timers_of_its_invite() {
    let phone = Phone::quick("");
    let script = Script::new();
    let call = phone.dial(script.port);
    let invites = script.all_within(GIVE_UP);
    Script::check_times(&invites, T1, &A);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
}

#[test]
fn a_call_to_nobody_that_was_hung_up_is_not_cancelled() {
    let phone = Phone::quick("");
    let script = Script::new();
    let call = phone.dial(script.port);
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
    let messages = script.all_within(GIVE_UP);
    assert!(messages.iter().all(|m| m.kind() == "INVITE"));
    Script::check_times(&messages, T1, &A);
    assert!(phone.close() < SOON, "the INVITE was not given up");
}

#[test]
fn a_cancel_without_an_answer_is_given_up() {
    let phone = Phone::quick("");
    let script = Script::new();
    let call = phone.dial(script.port);
    script.ring(&script.expect("INVITE"));
    // A copy of the INVITE may be on its way; the CANCEL comes in any case after the 180.
    call.disconnect(DropReason::Normal).unwrap();
    let mut cancels = script.all_within(GIVE_UP);
    cancels.retain(|m| m.kind() != "INVITE");
    assert!(cancels.iter().all(|m| m.kind() == "CANCEL"));
    Script::check_times(&cancels, T1, &E);
    assert!(phone.close() < SOON, "the INVITE was not given up");
}

#[test]
fn a_peer_that_falls_silent_after_its_100_is_given_up() {
    // Six minutes of T1 are 7.2 seconds here.
    let phone = Phone::open("t1 = '20ms'");
    let script = Script::new();
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    script.answer(&invite, "100 Trying", "", "", "");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::NoAnswer);
    let cancel = script.find_again("CANCEL");
    script.answer(&cancel, "200 OK", "1", "", "");
    script.answer(&invite, "487 Request Terminated", "1", "", "");
    script.find_again("ACK");
}

#[test]
fn every_copy_of_an_answer_is_acknowledged() {
    let phone = Phone::quick("");
    let script = Script::new();
    let (call, invite) = connected(&phone, &script);
    for _ in 0..3 {
        script.accept(&invite, "1");
        script.expect("ACK");
    }
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    script.answer(&script.expect("BYE"), "200 OK", "", "", "");
    let refused = phone.dial(script.port);
    let invite = script.expect("INVITE");
    for _ in 0..3 {
        script.answer(&invite, "486 Busy Here", "1", "", "");
        script.find_again("ACK");
    }
    assert_eq!(phone.expect(&refused, State::Disconnected), Cause::Busy);
}

#[test]
fn a_second_branch_that_answers_is_acknowledged_and_ended() {
    let phone = Phone::quick("");
    let script = Script::new();
    let (call, invite) = connected(&phone, &script);
    script.accept(&invite, "2");
    assert!(script.expect("ACK").header("To").ends_with(";tag=2"));
    let bye = script.expect("BYE");
    assert!(bye.header("To").ends_with(";tag=2"));
    script.answer(&bye, "200 OK", "", "", "");
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    let bye = script.expect("BYE");
    assert!(bye.header("To").ends_with(";tag=1"));
    script.answer(&bye, "200 OK", "", "", "");
    // Even when the call is over, for as long as an answer may be on its way.
    support::until("the call is forgotten", || script.all_within(T1).is_empty());
    script.accept(&invite, "3");
    assert!(script.expect("ACK").header("To").ends_with(";tag=3"));
    let bye = script.expect("BYE");
    assert!(bye.header("To").ends_with(";tag=3"));
    script.answer(&bye, "200 OK", "", "", "");
}

#[test]
fn an_answer_without_a_contact_is_a_call_that_can_be_ended() {
    for status in ["200 OK", "202 Accepted", "299 Why Not"] {
        let phone = Phone::quick("");
        let script = Script::new();
        let call = phone.dial(script.port);
        let invite = script.expect("INVITE");
        script.answer(&invite, status, "1", "", SDP);
        let uri = invite.text.split(' ').nth(1).unwrap();
        assert_eq!(script.expect("ACK").text.split(' ').nth(1), Some(uri));
        phone.expect(&call, State::Connected);
        call.disconnect(DropReason::Normal).unwrap();
        let bye = script.expect("BYE");
        assert_eq!(bye.text.split(' ').nth(1), Some(uri));
        script.answer(&bye, "200 OK", "", "", "");
    }
}

#[test]
fn an_answer_with_other_media_is_ended_and_the_call_failed() {
    let phone = Phone::quick("");
    let script = Script::new();
    let call = phone.dial(script.port);
    let invite = script.expect("INVITE");
    let contact = format!("Contact: <sip:script@127.0.0.1:{}>\r\n", script.port);
    let body = SDP.replace("RTP/AVP 0", "RTP/AVP 18");
    script.answer(&invite, "200 OK", "1", &contact, &body);
    script.expect("ACK");
    let bye = script.expect("BYE");
    script.answer(&bye, "200 OK", "", "", "");
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Failed);
}

#[test]
fn a_refusal_is_sent_until_it_is_given_up() {
    let phone = Phone::quick("");
    let script = Script::new();
    script.invite(phone.port, "");
    let call = phone.incoming();
    script.expect("180");
    call.disconnect(DropReason::Rejected).unwrap();
    let refusals = script.all_within(GIVE_UP);
    assert!(refusals.iter().all(|m| m.kind() == "603"));
    assert!(refusals[0].header("Reason").starts_with("Q.850;cause=21"));
    Script::check_times(&refusals, T1, &E);
    assert!(phone.close() < SOON, "the refusal was not given up");
}

#[test]
fn a_hang_up_before_the_ack_waits_for_it() {
    let phone = Phone::quick("");
    let script = Script::new();
    script.invite(phone.port, "");
    let call = phone.incoming();
    script.expect("180");
    call.answer().unwrap();
    let answer = script.expect("200");
    call.disconnect(DropReason::Normal).unwrap();
    let meanwhile = script.all_within(T1 * 4);
    assert!(
        meanwhile.iter().all(|m| m.kind() == "200"),
        "a BYE before the ACK"
    );
    script.ack(&answer);
    let bye = script.find_again("BYE");
    script.answer(&bye, "200 OK", "", "", "");
}

#[test]
fn a_call_that_its_caller_lets_expire_ends() {
    let phone = Phone::quick("");
    let script = Script::new();
    script.invite(phone.port, "Expires: 1\r\n");
    let call = phone.incoming();
    script.expect("180");
    let end = script.expect("487");
    script.ack_refusal(&end);
    assert_eq!(phone.expect(&call, State::Disconnected), Cause::Cancelled);
}

#[test]
fn sha_256_is_answered() {
    let phone = Phone::quick("password = 'secret'");
    let script = Script::new();
    phone.dial(script.port);
    let challenge = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256\r\n\
                     WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"\r\n\
                     WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=MD5\r\n";
    let invite = script.expect("INVITE");
    script.answer(&invite, "401 Unauthorized", "1", challenge, "");
    script.expect("ACK");
    let again = script.expect("INVITE");
    let answer = again.header("Authorization");
    assert!(answer.contains("algorithm=SHA-256, "), "{answer}");
    assert_eq!(again.header("CSeq"), "2 INVITE");
    assert_eq!(again.header("Call-ID"), invite.header("Call-ID"));
    script.answer(&again, "486 Busy Here", "1", "", "");
}
