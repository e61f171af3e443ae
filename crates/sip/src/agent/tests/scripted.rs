//! The teardown of calls against a peer that is written by hand: every row of the tables of cases, as
//! the caller.

use super::peer::{OFFER, Solo, accepted, field, kind, placing, response, ringing};
use super::*;

const SECOND: Duration = Duration::from_secs(1);

/// The times, in milliseconds since the first, at which a request of this kind was sent.
fn times(sent: &[(u64, String)], what: &str) -> Vec<u64> {
    let mut times = sent
        .iter()
        .filter(|(_, text)| kind(text) == what)
        .map(|(at, _)| *at);
    let Some(first) = times.next() else {
        return Vec::new();
    };
    [0].into_iter().chain(times.map(|at| at - first)).collect()
}

#[test]
fn a_hang_up_after_a_provisional_response_is_a_cancel() {
    for status in ["100 Trying", "180 Ringing", "183 Session Progress"] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&response(&invite, status, "b", "", ""));
        solo.hang_up(call);
        let cancel = solo.one();
        assert_eq!(kind(&cancel), "CANCEL");
        for name in ["Via", "From", "To", "Call-ID"] {
            assert_eq!(field(&cancel, name), field(&invite, name), "{status}");
        }
        solo.receive(&response(&cancel, "200 OK", "b", "", ""));
        let refused = response(&invite, "487 Request Terminated", "b", "", "");
        solo.receive(&refused);
        let ack = solo.one();
        assert_eq!(
            (kind(&ack).as_str(), field(&ack, "Via")),
            ("ACK", field(&invite, "Via"))
        );
        // A copy is acknowledged again.
        solo.receive(&refused);
        assert_eq!(solo.kinds(), ["ACK"]);
        assert!(solo.ends().is_empty());
        solo.is_over();
    }
}

#[test]
fn a_hang_up_before_any_response_waits_with_its_cancel() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    solo.hang_up(call);
    solo.pass(SECOND * 2);
    assert_eq!(solo.kinds(), ["INVITE", "INVITE"]);
    solo.receive(&response(&invite, "100 Trying", "", "", ""));
    let cancel = solo.one();
    assert_eq!(kind(&cancel), "CANCEL");
    solo.receive(&response(&cancel, "200 OK", "b", "", ""));
    solo.receive(&response(&invite, "487 Request Terminated", "b", "", ""));
    assert_eq!(solo.kinds(), ["ACK"]);
    solo.is_over();

    let mut solo = Solo::alice();
    let (call, _) = solo.place();
    solo.hang_up(call);
    solo.pass(SECOND * 33);
    let sent = solo.timed();
    let times: Vec<u64> = sent.iter().map(|(at, _)| *at).collect();
    assert_eq!(times, [500, 1500, 3500, 7500, 15500, 31500]);
    solo.is_over();
    assert!(solo.sent().is_empty());
}

#[test]
fn a_2xx_that_crosses_the_cancel_is_acknowledged_and_ended() {
    for to_cancel in ["200 OK", "481 Call/Transaction Does Not Exist", ""] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&ringing(&invite, "b"));
        solo.hang_up(call);
        let cancel = solo.one();
        solo.receive(&accepted(&invite, "b"));
        let sent = solo.sent();
        let kinds: Vec<String> = sent.iter().map(|text| kind(text)).collect();
        assert_eq!(kinds, ["ACK", "BYE"]);
        if !to_cancel.is_empty() {
            solo.receive(&response(&cancel, to_cancel, "b", "", ""));
        }
        solo.receive(&response(&sent[1], "200 OK", "", "", ""));
        // Copies are acknowledged, and that is all.
        solo.receive(&accepted(&invite, "b"));
        assert_eq!(solo.kinds(), ["ACK"]);
        assert!(solo.ends().is_empty());
        solo.is_over();
    }
}

#[test]
fn a_cancel_without_consequence_ends_after_64_t1() {
    for answered in [true, false] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&ringing(&invite, "b"));
        solo.hang_up(call);
        let cancel = solo.one();
        if answered {
            solo.receive(&response(&cancel, "200 OK", "b", "", ""));
        }
        solo.pass(SECOND * 31);
        assert!(solo.agent.owes());
        solo.pass(SECOND * 2);
        assert!(!solo.agent.owes());
        // Whoever answers even later is told that nobody is there.
        solo.sent();
        solo.receive(&accepted(&invite, "b"));
        assert_eq!(solo.kinds(), ["ACK", "BYE"]);
        solo.is_over();
    }
}

#[test]
fn a_lost_bye_is_sent_eleven_times() {
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.hang_up(call);
    solo.pass(SECOND * 40);
    let sent = solo.timed();
    let wanted = [
        0, 500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500,
    ];
    assert_eq!(times(&sent, "BYE"), wanted);
    assert!(solo.agent.counts().calls == 0);
    solo.is_over();
}

#[test]
fn a_bye_ends_by_every_final_answer() {
    for status in [
        "200 OK",
        "481 Gone",
        "408 Timeout",
        "500 Oops",
        "403 Forbidden",
        "301 Moved",
    ] {
        let mut solo = Solo::alice();
        let call = solo.up();
        solo.hang_up(call);
        let bye = solo.one();
        solo.receive(&response(&bye, "100 Trying", "", "", ""));
        solo.pass(SECOND * 5);
        // After a provisional response it goes on, at T2.
        assert_eq!(solo.kinds(), ["BYE", "BYE"], "{status}");
        solo.pass(SECOND * 3);
        assert!(solo.sent().is_empty());
        solo.receive(&response(&bye, status, "", "", ""));
        assert_eq!(solo.agent.counts().calls, 0, "{status}");
        assert!(solo.ends().is_empty());
        solo.is_over();
        assert!(solo.sent().is_empty());
    }
}

fn with_password() -> LineSettings {
    LineSettings {
        credentials: Some(crate::digest::Credentials {
            user: "alice".to_owned(),
            password: "secret".into(),
        }),
        ..line_settings("alice")
    }
}

const CHALLENGE: &str = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\", qop=\"auth\"\n";
const AGAIN: &str = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n2\", qop=\"auth\"\n";

#[test]
fn a_challenged_bye_is_sent_once_more() {
    for wrong in [false, true] {
        let mut solo = Solo::new(with_password());
        let call = solo.up();
        solo.hang_up(call);
        let bye = solo.one();
        solo.receive(&response(&bye, "401 Unauthorized", "", CHALLENGE, ""));
        let second = solo.one();
        assert_eq!(kind(&second), "BYE");
        assert!(field(&second, "Authorization").contains("nonce=\"n1\""));
        assert_eq!(field(&second, "CSeq"), "3 BYE");
        let status = if wrong { "401 Unauthorized" } else { "200 OK" };
        solo.receive(&response(&second, status, "", AGAIN, ""));
        assert!(solo.sent().is_empty());
        solo.is_over();
    }
}

/// A server that gives a nonce for one request only challenges a BYE while it has yet to answer a
/// request before that it has challenged, too.
#[test]
fn a_bye_is_challenged_for_itself() {
    let mut solo = Solo::new(with_password());
    let call = solo.up();
    solo.agent.hold(solo.now, call).unwrap();
    let change = solo.one();
    solo.receive(&response(&change, "401 Unauthorized", "", CHALLENGE, ""));
    let sent = solo.kinds();
    assert_eq!(sent, ["ACK", "INVITE"]);
    solo.hang_up(call);
    let bye = solo.one();
    assert_eq!(kind(&bye), "BYE");
    solo.receive(&response(&bye, "401 Unauthorized", "", AGAIN, ""));
    let second = solo.one();
    assert!(field(&second, "Authorization").contains("nonce=\"n2\""));
    solo.receive(&response(&second, "200 OK", "", "", ""));
    let unconfirmed = |e: &Event| matches!(e, Event::Unconfirmed { .. });
    assert!(!solo.told.iter().any(unconfirmed), "{:?}", solo.told);
    solo.is_over();
}

/// Each proxy on the way has a realm of its own.
#[test]
fn three_proxies_ask_for_a_password_each() {
    let mut solo = Solo::new(with_password());
    let (call, mut invite) = solo.place();
    for realm in ["a", "b", "c"] {
        let challenge = format!("Proxy-Authenticate: Digest realm=\"{realm}\", nonce=\"n\"\n");
        let challenged = response(
            &invite,
            "407 Proxy Authentication Required",
            "",
            &challenge,
            "",
        );
        solo.receive(&challenged);
        invite = solo.sent().pop().unwrap();
        assert_eq!(kind(&invite), "INVITE");
    }
    solo.accept(&invite);
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn byes_that_cross_are_both_answered() {
    let mut solo = Solo::alice();
    let call = solo.up();
    solo.hang_up(call);
    let bye = solo.one();
    // A gap in the numbers is nothing.
    solo.number = 40;
    assert_eq!(solo.ask("BYE", "", ""), "200");
    assert!(solo.agent.owes());
    solo.receive(&response(&bye, "481 Gone", "", "", ""));
    assert!(solo.ends().is_empty());
    solo.is_over();
}

#[test]
fn copies_of_final_answers_are_acknowledged_each() {
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    let busy = response(&invite, "486 Busy Here", "b", "", "");
    for _ in 0..3 {
        solo.receive(&busy);
        assert_eq!(solo.kinds(), ["ACK"]);
    }
    assert!(matches!(
        solo.ends()[..],
        [End::Refused {
            code: 486,
            rang: false,
            ..
        }]
    ));
    solo.is_over();

    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let ack = solo.accept(&invite);
    solo.receive(&accepted(&invite, "b"));
    let again = solo.one();
    assert_eq!(field(&again, "CSeq"), field(&ack, "CSeq"));
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn every_other_branch_that_answers_is_ended() {
    let mut solo = Solo::new(with_password());
    let (call, invite) = solo.place();
    solo.accept(&invite);
    solo.receive(&accepted(&invite, "c"));
    let sent = solo.sent();
    assert_eq!([kind(&sent[0]), kind(&sent[1])], ["ACK", "BYE"]);
    assert!(sent.iter().all(|text| field(text, "To").ends_with("tag=c")));
    solo.receive(&accepted(&invite, "c"));
    assert_eq!(solo.kinds(), ["ACK"]);
    // Its BYE may be challenged.
    solo.receive(&response(&sent[1], "401 Unauthorized", "", CHALLENGE, ""));
    let second = solo.one();
    assert!(field(&second, "Authorization").contains("nonce=\"n1\""));
    solo.receive(&response(&second, "200 OK", "", "", ""));
    assert!(solo.ends().is_empty());
    // A flood of branches is not followed for ever.
    for tag in 0..100 {
        solo.receive(&accepted(&invite, &format!("f{tag}")));
    }
    assert!(solo.sent().len() <= 32);
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn a_2xx_without_contact_or_with_another_code_makes_a_call_that_ends_properly() {
    for (status, lines) in [
        ("200 OK", ""),
        ("200 OK", "Contact: <tel:+1>\n"),
        ("202 Accepted", "Contact: <sip:bob@192.0.2.9:5070>\n"),
        ("299 Odd", "Contact: <sip:bob@192.0.2.9:5070>\n"),
    ] {
        let mut solo = Solo::alice();
        let (call, invite) = solo.place();
        solo.receive(&response(&invite, status, "b", lines, OFFER));
        assert_eq!(solo.kinds(), ["ACK"], "{status} {lines}");
        solo.hang_up(call);
        let bye = solo.one();
        assert!(
            bye.starts_with("BYE sip:bob@192.0.2.9:5070 SIP/2.0\r\n"),
            "{bye}"
        );
        solo.receive(&response(&bye, "200 OK", "", "", ""));
        solo.is_over();
    }
}

/// Fault B: the far end's requests within the dialog that its 180 made.
#[test]
fn an_early_dialog_answers_and_can_be_ended() {
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&ringing(&invite, "b"));
    assert_eq!(solo.ask("OPTIONS", "", ""), "200");
    assert_eq!(solo.ask("INFO", "", ""), "200");
    assert_eq!(
        solo.ask("UPDATE", "Contact: <sip:bob@192.0.2.9:5071>\n", ""),
        "200"
    );
    assert_eq!(
        solo.ask("INVITE", "Contact: <sip:bob@192.0.2.9:5070>\n", OFFER),
        "491"
    );
    assert_eq!(solo.ask("PRACK", "RAck: 1 1 INVITE\n", ""), "481");
    solo.number = 1;
    assert_eq!(solo.ask("OPTIONS", "", ""), "500");
    solo.number = 20;
    let ack = solo.request("ACK", "", "");
    solo.receive(&ack);
    solo.number += 1;
    let bye = solo.request("BYE", "", "");
    solo.receive(&bye);
    assert_eq!(solo.kinds(), ["200", "CANCEL"]);
    assert!(matches!(solo.ends()[..], [End::Bye { .. }]));
    // The 200 that was lost comes again.
    solo.receive(&accepted(&invite, "b"));
    assert_eq!(solo.kinds(), ["ACK", "BYE"]);
    solo.is_over();
}

#[test]
fn a_bye_whose_dialog_was_never_seen_ends_the_call_too() {
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&response(&invite, "100 Trying", "", "", ""));
    assert_eq!(solo.ask("OPTIONS", "", ""), "481");
    solo.number += 1;
    let bye = solo.request("BYE", "", "");
    solo.receive(&bye);
    assert_eq!(solo.kinds(), ["200", "CANCEL"]);
    assert!(matches!(solo.ends()[..], [End::Bye { .. }]));
    solo.is_over();
}

/// Fault C: a 2xx without a To tag, and requests with one.
#[test]
fn a_far_end_without_a_tag_may_get_one_later() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    let answer = accepted(&invite, "");
    solo.receive(&answer);
    assert_eq!(solo.kinds(), ["ACK"]);
    assert_eq!(solo.ask("OPTIONS", "", ""), "200");
    // A copy of its answer is one still, and no other branch.
    solo.receive(&answer);
    assert_eq!(solo.kinds(), ["ACK"]);
    solo.hang_up(call);
    let bye = solo.one();
    assert!(field(&bye, "To").ends_with(";tag=b"), "{bye}");
    solo.receive(&response(&bye, "200 OK", "", "", ""));
    solo.receive(&answer);
    assert_eq!(solo.kinds(), ["ACK"]);
    solo.is_over();

    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.receive(&accepted(&invite, ""));
    solo.sent();
    assert_eq!(solo.ask("BYE", "", ""), "200");
    assert!(matches!(solo.ends()[..], [End::Bye { .. }]));
    solo.is_over();
}

/// The server that did not answer in time answers after all: nobody waits for it.
#[test]
fn a_server_that_was_too_slow_has_no_call() {
    let mut solo = Solo::alice();
    let second = Flow::udp(address(0), "192.0.2.10:5070".parse().unwrap());
    let placing = placing("sip:bob@example.org", &[solo.flow.clone(), second]);
    let call = solo.agent.place(solo.now, placing).unwrap();
    let first = solo.one();
    solo.pass(SECOND * 33);
    let (flow, next) = solo.routed().pop().unwrap();
    assert_eq!(
        (flow.peer.ip(), kind(&next).as_str()),
        ("192.0.2.10".parse().unwrap(), "INVITE")
    );
    solo.receive(&accepted(&first, "slow"));
    assert_eq!(solo.kinds(), ["ACK", "BYE"]);
    solo.receive(&accepted(&next, "b"));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert!(solo.ends().is_empty());
    solo.hang_up(call);
    solo.is_over();
}

/// The 2xx comes with another branch than that of the INVITE, which then has no end of its own.
#[test]
fn a_2xx_that_comes_beside_its_transaction_is_the_answer_too() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    solo.receive(&ringing(&invite, "b"));
    solo.receive(&accepted(&invite, "b").replace("branch=z9hG4bK", "branch=z9hG4bKx"));
    assert_eq!(solo.kinds(), ["ACK"]);
    assert!(
        solo.told
            .iter()
            .any(|event| matches!(event, Event::Answered { .. }))
    );
    solo.hang_up(call);
    solo.is_over();
}

#[test]
fn whoever_answers_after_64_t1_has_no_call() {
    let mut solo = Solo::alice();
    let (_, invite) = solo.place();
    solo.pass(SECOND * 33);
    assert!(matches!(solo.ends()[..], [End::Refused { code: 408, .. }]));
    solo.sent();
    solo.receive(&accepted(&invite, "b"));
    assert_eq!(solo.kinds(), ["ACK", "BYE"]);
    solo.is_over();
}

#[test]
fn one_of_two_who_ring_leaves_and_then_answers() {
    let mut solo = Solo::alice();
    let (call, invite) = solo.place();
    solo.receive(&ringing(&invite, "b"));
    solo.receive(&ringing(&invite, "c"));
    assert_eq!(solo.ask("BYE", "", ""), "200");
    assert!(solo.ends().is_empty(), "the other one rings still");
    solo.receive(&accepted(&invite, "b"));
    assert_eq!(solo.kinds(), ["ACK", "BYE"]);
    assert!(matches!(solo.ends()[..], [End::Bye { .. }]));
    solo.hang_up(call);
    solo.is_over();
}
