//! What an agent answers to messages as in RFC 4475: those that can be understood, and are wanted
//! otherwise.

use super::peer::{OFFER, PEER, Solo, field, kind};
use super::*;

const CONTACT: &str = "Contact: <sip:peer@192.0.2.9:5070>\n";

#[test]
fn odd_requests_have_the_answers_that_they_deserve() {
    let plain = "sip:alice@10.0.0.1:5060";
    for (method, uri, lines, body, code, header, value) in [
        // unkscm, novelsc
        (
            "INVITE",
            "nobodyKnowsThis:opaque",
            CONTACT,
            OFFER,
            "416",
            "",
            "",
        ),
        (
            "OPTIONS",
            "soap.beep://192.0.2.103:3002",
            "",
            "",
            "416",
            "",
            "",
        ),
        // bext01: every one that is not known, wherever it stands
        (
            "OPTIONS",
            plain,
            "Require: nothingHere, timer\nProxy-Require: a, b\nRequire: norThis\n",
            "",
            "420",
            "Unsupported",
            "nothingHere norThis",
        ),
        (
            "BYE",
            plain,
            "Require: odd\n",
            "",
            "420",
            "Unsupported",
            "odd",
        ),
        // unkmeth
        ("NEWMETHOD", plain, "", "", "501", "", ""),
        // sdp01: an answer that we cannot give
        (
            "INVITE",
            plain,
            "Accept: text/nobodyKnowsThis\n",
            OFFER,
            "406",
            "Accept",
            SDP,
        ),
        (
            "INVITE",
            plain,
            "Accept: text/plain, application/*;q=0.1\n",
            OFFER,
            "180",
            "",
            "",
        ),
        // inv2543 and others without a tag or Contact
        ("INVITE", plain, "-Contact", OFFER, "400", "", ""),
        // bodies
        (
            "INVITE",
            plain,
            "Content-Encoding: gzip\n",
            OFFER,
            "415",
            "Accept-Encoding",
            "identity",
        ),
        ("INVITE", plain, "", "v=0\n", "488", "", ""),
        // a telephone number, a secure address, an escaped user
        ("INVITE", "tel:alice", "", OFFER, "180", "", ""),
        ("INVITE", "sips:alice@10.0.0.1", "", OFFER, "180", "", ""),
        ("INVITE", "sip:%61lice@10.0.0.1", "", OFFER, "180", "", ""),
        // badvers, and what breaks the rules of form
        ("OPTIONS", plain, "Max-Forwards: 5\n", "", "400", "", ""),
        (
            "OPTIONS",
            "sip:alice@10.0.0.1 SIP/7.0 x",
            "",
            "",
            "400",
            "",
            "",
        ),
        ("CANCEL", plain, "", "", "481", "", ""),
    ] {
        let mut solo = Solo::alice();
        solo.agent.add_line(line_settings("other"));
        let lines = match lines {
            "-Contact" => String::new(),
            lines if method == "INVITE" && !lines.contains("Contact:") => {
                format!("{CONTACT}{lines}")
            }
            lines => lines.to_owned(),
        };
        let text = solo.request(method, &lines, body).replacen(plain, uri, 1);
        solo.receive(&text);
        let offered = solo.offered();
        if let Some(call) = offered {
            solo.agent.ring(solo.now, call);
        }
        let answer = solo.one();
        assert_eq!(kind(&answer), code, "{method} {uri} {lines}");
        let all: Vec<&str> = answer
            .lines()
            .filter_map(|line| line.strip_prefix(header)?.strip_prefix(": "))
            .collect();
        assert_eq!(
            all.join(" "),
            if header.is_empty() { "" } else { value },
            "{answer}"
        );
        if let Some(call) = offered {
            solo.hang_up(call);
        }
        solo.pass(Duration::from_secs(300));
        assert_eq!(solo.agent.counts(), Counts::default());
    }
}

#[test]
fn another_version_is_told_so() {
    let mut solo = Solo::alice();
    let text = solo.request("OPTIONS", "", "");
    solo.receive(&text.replacen(" SIP/2.0\n", " SIP/7.0\n", 1));
    assert_eq!(solo.kinds(), ["505"]);
}

/// Faults G and I: where answers go, and senders with their own idea of line ends and tags.
#[test]
fn answers_go_where_they_are_wanted_whoever_asks() {
    let mut solo = Solo::alice();
    let text = solo.request("OPTIONS", "", "");
    for (text, to) in [
        (text.clone(), PEER),
        (
            text.replace(";rport", "").replace(":5070;", ":5090;"),
            "192.0.2.9:5090",
        ),
        (
            text.replace(";rport", "").replace(":5070;", ";"),
            "192.0.2.9:5060",
        ),
        (format!("\n\n{text}"), PEER),
        (text.replace(";tag=far", ""), PEER),
    ] {
        let text = text.replace("z9hG4bKp1", &format!("z9hG4bK{}", text.len()));
        let text = text.replace("call@", &format!("{}@", text.len()));
        solo.receive(&text);
        let (flow, answer) = solo.routed().remove(0);
        assert_eq!(
            (kind(&answer).as_str(), flow.peer.to_string().as_str()),
            ("200", to),
            "{text}"
        );
        assert!(!field(&answer, "To").is_empty());
    }
    // Lines that end in LF alone.
    let text = solo.request("OPTIONS", "", "").replace("call@", "lf@");
    let flow = solo.flow.clone();
    solo.agent.receive(solo.now, &flow, &mut text.into_bytes());
    assert_eq!(solo.kinds(), ["200"]);
}

/// Fault A: refusals that nobody acknowledges are forgotten.
#[test]
fn refusals_that_are_never_acknowledged_leave_nothing() {
    let mut solo = Solo::alice();
    let g729 = OFFER.replace("RTP/AVP 0 8", "RTP/AVP 18");
    for number in 0..3000 {
        solo.call_id = format!("{number}@192.0.2.9");
        let invite = solo.request("INVITE", CONTACT, &g729);
        solo.receive(&invite);
        assert_eq!(kind(&solo.sent().pop().unwrap()), "488");
    }
    solo.pass(Duration::from_secs(40));
    assert_eq!(solo.agent.counts(), Counts::default());
}
