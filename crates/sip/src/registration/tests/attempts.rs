//! Attempts that fail, and those that go on.

use super::*;

#[test]
fn a_challenge_is_answered_at_once_and_the_next_request_needs_none() {
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.registers("");
    assert_eq!(line.sent("Authorization").len(), 1);
    assert!(line.sent("Authorization")[0].contains("uri=\"sip:example.com\""));
    line.registers("");
    assert_eq!(line.sent("Authorization").len(), 1);
    assert_eq!(line.sent("CSeq"), ["3 REGISTER"]);
    // A registrar may want a new nonce for each request, and a proxy an answer of its own.
    let other = "Proxy-Authenticate: Digest realm=\"p\", nonce=\"b\"\r\n";
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(
        line.exchange("407 Proxy Authentication Required", other),
        Step::Again
    );
    line.registers("");
    assert_eq!(line.sent("Proxy-Authorization").len(), 1);
}

#[test]
fn a_wrong_password_is_told_and_not_hammered() {
    let mut line = Line::plain();
    for _ in 0..3 {
        assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
        let refused = (401, Why::WrongPassword, 300, false);
        assert_eq!(line.is_refused("401 Unauthorized", CHALLENGE), refused);
    }
    // Each attempt begins without the answer that was not taken.
    line.ask();
    assert!(line.sent("Authorization").is_empty());
    // Nor does it help to say when to come again.
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    let soon = format!("{CHALLENGE}Retry-After: 0\r\n");
    assert_eq!(line.is_refused("401 Unauthorized", &soon).2, 300);
}

#[test]
fn a_password_that_was_right_is_tried_once_more_soon() {
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.registers("");
    for seconds in [2, 300, 300] {
        assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
        let refused = (401, Why::WrongPassword, seconds, false);
        assert_eq!(line.is_refused("401 Unauthorized", CHALLENGE), refused);
    }
}

#[test]
fn challenges_that_lead_nowhere_end() {
    let mut line = Line::new(Settings {
        credentials: None,
        ..settings()
    });
    let refused = (401, Why::NoPassword, 300, false);
    assert_eq!(line.is_refused("401 Unauthorized", CHALLENGE), refused);

    for challenge in [
        "",
        "WWW-Authenticate: Basic realm=\"r\"\r\n",
        "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\", algorithm=TURBO\r\n",
    ] {
        let refused = (401, Why::UnknownChallenge, 300, false);
        assert_eq!(
            Line::plain().is_refused("401 Unauthorized", challenge),
            refused
        );
    }

    let mut line = Line::plain();
    let stale = "WWW-Authenticate: Digest realm=\"r\", nonce=\"a\", stale=true\r\n";
    let mut asked = 0;
    let step = loop {
        match line.exchange("401 Unauthorized", stale) {
            Step::Again => asked += 1,
            step => break step,
        }
        assert!(asked < 10);
    };
    assert_eq!(
        line.refusal(step),
        (401, Why::EndlessChallenges, 300, false)
    );

    // A realm of its own each time, and now and then another interval.
    let mut line = Line::plain();
    for (asked, round) in (0..).zip("cc3c3cc3cc".chars()) {
        let challenge = format!("WWW-Authenticate: Digest realm=\"{asked}\", nonce=\"a\"\r\n");
        let step = match round {
            'c' => line.exchange("401 Unauthorized", &challenge),
            _ => line.exchange("423 Interval Too Brief", "Min-Expires: 4000\r\n"),
        };
        if step != Step::Again {
            return assert!(asked >= 3);
        }
    }
    panic!("it goes on for ever");
}

#[test]
fn an_attempt_that_died_halfway_does_not_count_against_the_password() {
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.ask();
    line.registration.failed(line.start, Why::NoAnswer);
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.is_refused("503 Service Unavailable", "");
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.ask();
    // Nobody waits for its answer any more.
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    line.registers("");
}

#[test]
fn a_longer_interval_is_asked_for_once() {
    let mut line = Line::plain();
    let brief = "Min-Expires: 7200\r\n";
    assert_eq!(line.exchange("423 Interval Too Brief", brief), Step::Again);
    line.ask();
    assert_eq!(line.sent("Expires"), ["7200"]);
    // Whoever has its credentials challenged again after that has not refused them.
    assert_eq!(line.hear("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(line.registers("").lasts.as_secs(), 7200);
    // It is remembered, but not for taking the registration back.
    line.ask();
    assert_eq!(line.sent("Expires"), ["7200"]);
    line.ask_as(CONTACT, 0);
    assert_eq!(line.sent("Expires"), ["0"]);
    // The registrar may change its mind, in another attempt.
    let longer = "Min-Expires: 9000\r\n";
    assert_eq!(line.exchange("423 Interval Too Brief", longer), Step::Again);
    assert_eq!(line.registers("").lasts.as_secs(), 9000);

    for second in ["Min-Expires: 9000\r\n", brief] {
        let mut line = Line::plain();
        assert_eq!(line.exchange("423 Interval Too Brief", brief), Step::Again);
        let refused = (423, Why::TooBrief, 2, false);
        assert_eq!(line.is_refused("423 Interval Too Brief", second), refused);
    }
    for odd in [
        "",
        "Min-Expires: 60\r\n",
        "Min-Expires: 3600\r\n",
        "Min-Expires: 604801\r\n",
        "Min-Expires: -1\r\n",
        "Min-Expires: much\r\n",
    ] {
        let refused = Line::plain().is_refused("423 Interval Too Brief", odd);
        assert_eq!(refused, (423, Why::TooBrief, 2, false), "{odd}");
    }
    let mut line = Line::plain();
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
    assert_eq!(line.exchange("423 Interval Too Brief", brief), Step::Again);
    assert_eq!(line.exchange("401 Unauthorized", CHALLENGE), Step::Again);
}

#[test]
fn refusals_say_why_and_when_to_come_again() {
    for (status, lines, why, seconds, next_server) in [
        ("403 Forbidden", "", Why::Forbidden, 30, false),
        ("404 Not Found", "", Why::Unknown, 30, false),
        (
            "302 Moved Temporarily",
            "Contact: <sip:b@192.0.2.3>\r\n",
            Why::Moved,
            30,
            false,
        ),
        (
            "305 Use Proxy",
            "Contact: <sip:192.0.2.3>\r\n",
            Why::Moved,
            30,
            false,
        ),
        (
            "420 Bad Extension",
            "Unsupported: path\r\n",
            Why::Extension,
            30,
            false,
        ),
        (
            "421 Extension Required",
            "Require: x\r\n",
            Why::Extension,
            30,
            false,
        ),
        ("408 Request Timeout", "", Why::NoAnswer, 2, true),
        ("430 Flow Failed", "", Why::Unavailable, 2, true),
        (
            "439 First Hop Lacks Outbound Support",
            "",
            Why::Refused,
            2,
            false,
        ),
        ("480 Temporarily Unavailable", "", Why::Refused, 2, false),
        ("500 Server Internal Error", "", Why::Unavailable, 2, true),
        ("503 Service Unavailable", "", Why::Unavailable, 2, true),
        (
            "503 Service Unavailable",
            "Retry-After: 17\r\n",
            Why::Unavailable,
            17,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: 120 (busy);duration=9\r\n",
            Why::Unavailable,
            120,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: 99999999999\r\n",
            Why::Unavailable,
            3600,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: 0\r\n",
            Why::Unavailable,
            2,
            true,
        ),
        (
            "503 Service Unavailable",
            "Retry-After: soon\r\n",
            Why::Unavailable,
            2,
            true,
        ),
        ("603 Decline", "", Why::Refused, 2, false),
        (
            "699 Odd",
            "Retry-After: 60;x=y\r\n",
            Why::Refused,
            60,
            false,
        ),
    ] {
        let code = status.split(' ').next().unwrap().parse().unwrap();
        let refused = Line::plain().is_refused(status, lines);
        assert_eq!(
            refused,
            (code, why, seconds, next_server),
            "{status} {lines}"
        );
    }
    let mut line = Line::plain();
    assert_eq!(line.exchange("100 Trying", ""), Step::Wait);
}

#[test]
fn pauses_grow_up_to_five_minutes_and_begin_anew_after_a_success() {
    let mut line = Line::plain();
    let fail = |line: &mut Line| {
        line.ask();
        let step = line.registration.failed(line.start, Why::NoAnswer);
        let (code, why, seconds, next_server) = line.refusal(step);
        assert_eq!((code, why, next_server), (0, Why::NoAnswer, true));
        seconds
    };
    let pauses: Vec<u64> = (0..10).map(|_| fail(&mut line)).collect();
    assert_eq!(pauses, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    for _ in 0..40 {
        assert_eq!(fail(&mut line), 300);
    }
    line.registers("");
    assert_eq!(fail(&mut line), 2);
    let step = line.registration.failed(line.start, Why::NotSent);
    assert_eq!(line.refusal(step), (0, Why::NotSent, 4, true));
}

#[test]
fn pauses_of_a_kept_flow_are_those_of_its_rfc() {
    let mut line = Line::new(Settings {
        instance: Some("urn:uuid:0".to_owned()),
        reg_id: Some(1),
        ..settings()
    });
    let mut bound = 60;
    let mut seen = Vec::new();
    for _ in 0..12 {
        line.ask();
        let step = line.registration.failed(line.start, Why::NoAnswer);
        let (.., seconds, _) = line.refusal(step);
        assert!(
            (bound / 2..=bound).contains(&seconds),
            "{seconds} of {bound}"
        );
        seen.push(seconds * 1000 / bound);
        bound = (bound * 2).min(1800);
    }
    seen.dedup();
    assert!(seen.len() > 3, "they differ");
}
