//! Messages as they come: what is let pass, what is refused, and what is answered where.

use std::net::SocketAddr;
use tapi3_sip::message::{
    Draft, Echo, Malformed, Message, Method, Name, Start, Writer, reason_phrase,
};

const VIA: &str = "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKa\r\n";
const REST: &str = "From: <sip:a@h>;tag=1\r\nTo: <sip:b@h>\r\nCall-ID: c\r\nCSeq: 5 OPTIONS\r\n";

fn request(lines: &str, body: &str) -> String {
    format!("OPTIONS sip:b@h SIP/2.0\r\n{VIA}{REST}{lines}\r\n{body}")
}

fn with<R>(text: impl AsRef<[u8]>, look: impl FnOnce(Message<'_>) -> R) -> R {
    let mut bytes = text.as_ref().to_vec();
    look(Message::parse(&mut bytes).expect("well-formed"))
}

fn refusal<R>(text: impl AsRef<[u8]>, look: impl FnOnce(Malformed<'_>) -> R) -> R {
    let mut bytes = text.as_ref().to_vec();
    look(Message::parse(&mut bytes).expect_err("malformed"))
}

#[test]
fn lines_may_end_with_lf_alone_and_begin_after_empty_ones() {
    let text = request("Content-Length: 2\r\n", "x\r\n").replace("\r\n", "\n");
    with(text.clone() + "y", |message| {
        assert_eq!(message.body(), b"x\n")
    });
    with("\r\n\n\r\n".to_owned() + &text, |message| {
        assert_eq!(message.cseq(), 5)
    });
}

#[test]
fn folded_lines_become_one_where_they_lie() {
    let text = request("Subject: a\r\n \tb\n\tc\r\nSubject:\r\n d\r\n", "");
    let mut bytes = text.clone().into_bytes();
    Message::parse(&mut bytes).unwrap();
    assert_eq!(bytes.len(), text.len());
    with(bytes, |message| {
        let subjects: Vec<_> = message.headers(Name::Subject).collect();
        assert_eq!(subjects, ["a   \tb \tc", "d"]);
    });
}

#[test]
fn what_is_no_text_becomes_text() {
    let mut bytes = request("Subject: REPLACE\r\nX-Lone: a\rVia: x\r\r\n", "").into_bytes();
    let at = bytes
        .windows(7)
        .position(|window| window == b"REPLACE")
        .unwrap();
    bytes[at..at + 7].copy_from_slice(b"\xC3\xA9\xFFa\xC3\xE2\x82");
    with(bytes, |message| {
        assert_eq!(message.header(Name::Subject), Some("\u{e9}?a???"));
        assert_eq!(message.other("X-LONE"), Some("a Via: x"));
        assert_eq!(message.headers(Name::Via).count(), 1);
    });
    // Before and after it has been made text, a line is a line.
    let mut bytes = request("Subject: a\n\rX-Odd: b\r\n", "").into_bytes();
    for _ in 0..2 {
        let message = Message::parse(&mut bytes).unwrap();
        assert_eq!(message.header(Name::Subject), Some("a"));
    }
}

#[test]
fn what_is_no_header_is_passed_over() {
    with(
        request(
            "Nothing here\r\n: x\r\nTwo Words: x\r\nOdd\u{e9}: x\r\n",
            "",
        ),
        |message| {
            assert_eq!(message.header(Name::Other), None);
        },
    );
}

#[test]
fn a_body_without_a_length_goes_to_the_end() {
    with(request("", "v=0\r\n"), |message| {
        assert_eq!(message.body(), b"v=0\r\n")
    });
    with(request("Content-Length: 3\r\n", "v=0\r\n"), |message| {
        assert_eq!(message.body(), b"v=0")
    });
    for length in [
        "6",
        "+5",
        "-1",
        "5x",
        "",
        "99999999999999999999",
        "5\r\nl: 4",
        "5, 5",
    ] {
        let text = request(&format!("Content-Length: {length}\r\n"), "v=0\r\n");
        refusal(text, |malformed| {
            assert!(malformed.request.is_some(), "{length}")
        });
    }
}

#[test]
fn what_does_not_end_is_refused() {
    let text = request("", "");
    for length in 0..text.len() {
        let mut bytes = text.as_bytes()[..length].to_vec();
        assert!(Message::parse(&mut bytes).is_err(), "{length}");
    }
}

#[test]
fn there_is_a_limit_to_everything() {
    let hops = |count| request(&VIA.repeat(count), "");
    with(hops(69), |message| {
        assert_eq!(message.headers(Name::Via).count(), 70)
    });
    refusal(hops(70), |malformed| assert_eq!(malformed.code, 483));
    let list = format!("Via: {}\r\n", ["SIP/2.0/UDP h"; 70].join(","));
    refusal(request(&list, ""), |malformed| {
        assert_eq!(malformed.code, 483)
    });
    with(request(&"X: y\r\n".repeat(200), ""), |_| ());
    refusal(request(&"X: y\r\n".repeat(400), ""), |malformed| {
        assert!(malformed.request.is_none())
    });
    let long = |length| request(&format!("X: {}\r\n", "y".repeat(length)), "");
    with(long(65_000), |_| ());
    refusal(long(66_000), |malformed| assert_eq!(malformed.code, 513));
    with(request("", &"b".repeat(100_000)), |message| {
        assert_eq!(message.body().len(), 100_000)
    });
}

#[test]
fn only_requests_that_say_where_the_answer_goes_are_refused_aloud() {
    let bad = "CSeq: x\r\n";
    refusal(request(bad, ""), |malformed| {
        assert!(malformed.request.is_some())
    });
    for silent in [
        request(bad, "").replace("OPTIONS", "ACK"),
        request(bad, "").replace(VIA, ""),
        request(bad, "").replace(VIA, "Via: nonsense\r\n"),
        request(bad, "").replace("OPTIONS sip:b@h SIP/2.0", "SIP/2.0 200 OK"),
        request(bad, "").replace("OPTIONS sip:b@h SIP/2.0", "OPTIONS"),
        request(bad, "").replace("OPTIONS sip:b@h SIP/2.0", "OPTIONS sip:b@h RTSP/1.0"),
        "\r\n\r\n".to_owned(),
        String::new(),
    ] {
        refusal(&silent, |malformed| {
            assert!(malformed.request.is_none(), "{silent}")
        });
    }
}

#[test]
fn a_malformed_request_keeps_the_tag_that_it_has() {
    for to in [
        "To: \"B <sip:b@h>;tag=9\r\n",
        "To: B, C <sip:b@h>; tag=9\r\n",
    ] {
        refusal(
            request("", "").replace("To: <sip:b@h>\r\n", to),
            |malformed| {
                let request = malformed.request.unwrap();
                assert_eq!(request.to_tag(), "9");
                let answer = Echo::of(&request, source())
                    .response(400, malformed.why, "new")
                    .end();
                assert!(!String::from_utf8(answer).unwrap().contains("new"));
            },
        );
    }
}

#[test]
fn a_tag_may_be_missing_but_not_be_empty() {
    with(request("", "").replace(";tag=1", ""), |message| {
        assert_eq!(message.from_tag(), "")
    });
    for tag in [";tag", ";tag=", ";tag=\"\"x"] {
        refusal(request("", "").replace(";tag=1", tag), |malformed| {
            assert_eq!(malformed.code, 400)
        });
    }
}

#[test]
fn methods_are_told_by_their_case_and_headers_are_not() {
    with(request("", "").replace("OPTIONS", "Options"), |message| {
        assert_eq!(
            (message.method(), message.method_text()),
            (Method::Other, "Options")
        );
    });
    for (text, name) in [
        ("via", Name::Via),
        ("V", Name::Via),
        ("call-id", Name::CallId),
        ("I", Name::CallId),
        ("CONTENT-LENGTH", Name::ContentLength),
        ("l", Name::ContentLength),
        ("x", Name::SessionExpires),
        ("refer-TO", Name::ReferTo),
        ("R", Name::ReferTo),
        ("min-se", Name::MinSe),
        ("", Name::Other),
        ("Viaa", Name::Other),
        ("z", Name::Other),
        ("p-associated-uri", Name::PAssociatedUri),
    ] {
        assert_eq!(Name::of(text), name, "{text}");
    }
}

#[test]
fn nothing_from_outside_makes_a_header() {
    let mut writer = Writer::request(Method::Info, "sip:b@h SIP/2.0\r\nX: y");
    writer
        .header(Name::Subject, "a\r\nVia: b\0c\rd\ne")
        .other("X-A\r\nB", "c\r\n\r\nd");
    writer
        .header(Name::Other, "x")
        .number(Name::Expires, u64::MAX)
        .number(Name::MinSe, 0);
    writer
        .cseq(7, Method::Info)
        .parts(Name::Server, &["a", "\n", "b"]);
    let bytes = writer.end_with("text/plain\r\n", b"body");
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "INFO sip:b@h%20SIP/2.0%0D%0AX:%20y SIP/2.0\r\n\
         Subject: a  Via: b c d e\r\nX-A%0D%0AB: c    d\r\nExpires: 18446744073709551615\r\n\
         Min-SE: 0\r\nCSeq: 7 INFO\r\nServer: a b\r\nContent-Type: text/plain  \r\n\
         Content-Length: 4\r\n\r\nbody"
    );
}

#[test]
fn a_draft_takes_its_via_after_the_first_line() {
    let mut writer = Writer::request(Method::Bye, "sip:b@h");
    writer.lines(REST.replace("OPTIONS", "BYE").as_bytes());
    let draft = Draft {
        method: Method::Bye,
        bytes: writer.end(),
    };
    let bytes = draft.with_via(VIA.as_bytes());
    with(bytes, |message| {
        assert_eq!(message.method(), draft.method);
        assert_eq!(message.via().unwrap().branch(), "z9hG4bKa");
        assert_eq!(message.header(Name::ContentLength), Some("0"));
    });
}

#[test]
fn codes_have_phrases() {
    assert_eq!(
        (reason_phrase(200), reason_phrase(481)),
        ("OK", "Call/Transaction Does Not Exist")
    );
    assert_eq!(
        (reason_phrase(199), reason_phrase(499)),
        ("Early Dialog Terminated", "Request Failure")
    );
}

fn source() -> SocketAddr {
    "198.51.100.7:6000".parse().unwrap()
}

/// The Via lines of an answer to a request with these, that came from there.
fn echoed(vias: &str, source: &str) -> String {
    with(request("", "").replace(VIA, vias), |message| {
        let answer = Echo::of(&message, source.parse().unwrap())
            .response(100, "Trying", "none")
            .end();
        let text = String::from_utf8(answer).unwrap();
        assert!(text.contains("\r\nTo: <sip:b@h>\r\n"));
        let lines = text
            .split_inclusive("\r\n")
            .filter(|line| line.starts_with("Via: "));
        lines.collect()
    })
}

#[test]
fn the_first_via_says_where_the_request_came_from() {
    for (via, source, expected) in [
        ("192.0.2.1;branch=z", "192.0.2.1:5060", "192.0.2.1;branch=z"),
        (
            "192.0.2.1;branch=z",
            "[::ffff:192.0.2.1]:5060",
            "192.0.2.1;branch=z",
        ),
        (
            "192.0.2.1;branch=z",
            "192.0.2.2:5060",
            "192.0.2.1;branch=z;received=192.0.2.2",
        ),
        (
            "h.example.com;branch=z",
            "192.0.2.2:5060",
            "h.example.com;branch=z;received=192.0.2.2",
        ),
        ("[::1]:5070;branch=z", "[::1]:9", "[::1]:5070;branch=z"),
        ("[::1];branch=z", "[::2]:9", "[::1];branch=z;received=::2"),
        (
            "192.0.2.1;RPORT;branch=z",
            "192.0.2.1:9",
            "192.0.2.1;RPORT=9;branch=z;received=192.0.2.1",
        ),
        (
            "192.0.2.1;rport=7;branch=z",
            "192.0.2.1:9",
            "192.0.2.1;rport=9;branch=z;received=192.0.2.1",
        ),
        (
            "h;received=1.1.1.1;branch=z;x",
            "192.0.2.2:9",
            "h;branch=z;x;received=192.0.2.2",
        ),
    ] {
        let line = format!("Via: SIP/2.0/UDP {via}\r\n");
        assert_eq!(
            echoed(&line, source),
            format!("Via: SIP/2.0/UDP {expected}\r\n")
        );
    }
}

#[test]
fn the_other_vias_stay_as_they_are() {
    let vias = "Via:\r\nVia: ,SIP/2.0/UDP a;rport;branch=1 , SIP/2.0/TCP b;rport;branch=2\r\n\
        v: SIP/2.0/UDP c;branch=3\r\n";
    let expected = "Via: SIP/2.0/UDP a;rport=9;branch=1;received=192.0.2.2 , SIP/2.0/TCP b;rport;branch=2\r\n\
        Via: SIP/2.0/UDP c;branch=3\r\n";
    assert_eq!(echoed(vias, "192.0.2.2:9"), expected);
}

#[test]
fn an_answer_may_make_a_dialog() {
    let text = request(
        "Record-Route: <sip:p1;lr>\r\nRecord-Route: <sip:p2;lr>, <sip:p3;lr>\r\n",
        "",
    );
    let answer = with(text, |message| {
        let echo = Echo::of(&message, source());
        let mut writer = echo.response(200, "OK", "t");
        writer.lines(echo.routes());
        writer.end()
    });
    with(answer, |message| {
        assert_eq!(
            *message.start(),
            Start::Response {
                code: 200,
                reason: "OK"
            }
        );
        assert_eq!(message.to_tag(), "t");
        assert_eq!(
            message.list(Name::RecordRoute).collect::<Vec<_>>(),
            ["<sip:p1;lr>", "<sip:p2;lr>", "<sip:p3;lr>"]
        );
    });
}

#[test]
fn an_answer_goes_where_the_via_wants_it() {
    for (via, to) in [
        ("192.0.2.1", "198.51.100.7:5060"),
        ("192.0.2.1:5080", "198.51.100.7:5080"),
        ("192.0.2.1:5080;rport", "198.51.100.7:6000"),
        ("192.0.2.1:5080;maddr=203.0.113.5", "198.51.100.7:5080"),
        (
            "192.0.2.1:5080;rport;maddr=203.0.113.5",
            "198.51.100.7:6000",
        ),
        ("192.0.2.1;maddr=239.255.255.1", "198.51.100.7:5060"),
        ("192.0.2.1:5080;maddr=[ff02::1]", "198.51.100.7:5080"),
        ("192.0.2.1;rport;maddr=224.0.1.75", "198.51.100.7:6000"),
    ] {
        let text = request("", "").replace("192.0.2.1", via);
        let found = with(text, |message| Echo::destination(&message, source()));
        assert_eq!(found, to.parse().unwrap(), "{via}");
    }
}
