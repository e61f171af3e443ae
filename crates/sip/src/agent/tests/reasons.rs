//! Why calls end, as messages say it.

use super::solo::*;
use super::*;

fn hang_up(net: &mut Net, of: usize, call: CallId, why: Because) {
    net.agents[of].hang_up(net.now, call, HangUp::because(why));
    net.settle();
    net.pass(Duration::from_millis(100));
}

/// The Reason of the last message of this kind.
fn reason(net: &Net, wanted: &str) -> String {
    let mut sent = net.sent.iter().rev();
    let found = sent.find(|(_, _, text)| kind(text) == wanted);
    header(&found.unwrap().2, "Reason").to_owned()
}

#[test]
fn refusals_say_why_in_both_languages() {
    for (why, code, q850, text) in [
        (Because::Normal, 486, None, ""),
        (
            Because::Busy,
            486,
            Some(17),
            "Q.850;cause=17;text=\"User busy\"",
        ),
        (
            Because::NoAnswer,
            480,
            Some(19),
            "Q.850;cause=19;text=\"No answer from user\"",
        ),
        (
            Because::Rejected,
            603,
            Some(21),
            "Q.850;cause=21;text=\"Call rejected\"",
        ),
        (
            Because::Unwanted,
            607,
            Some(21),
            "Q.850;cause=21;text=\"Call rejected\"",
        ),
        (
            Because::Elsewhere,
            480,
            Some(26),
            "SIP;cause=200;text=\"Call completed elsewhere\"",
        ),
        (
            Because::NoSuchNumber,
            404,
            Some(1),
            "Q.850;cause=1;text=\"Unallocated (unassigned) number\"",
        ),
        (
            Because::Unavailable,
            480,
            Some(20),
            "Q.850;cause=20;text=\"Subscriber absent\"",
        ),
        (
            Because::Incompatible,
            488,
            Some(88),
            "Q.850;cause=88;text=\"Incompatible destination\"",
        ),
        (
            Because::Failed,
            500,
            Some(41),
            "Q.850;cause=41;text=\"Temporary failure\"",
        ),
    ] {
        let mut net = Net::pair();
        net.place(0);
        net.pass(Duration::from_millis(100));
        let bob = net.offered(1);
        hang_up(&mut net, 1, bob, why);
        let told = net.told(0);
        let want = End::Refused {
            code,
            rang: true,
            q850,
        };
        assert_eq!(ends(&told), [&want], "{why:?}");
        assert_eq!(reason(&net, &code.to_string()), text);
    }
}

#[test]
fn a_refusal_by_its_code_says_the_cause_that_goes_with_it() {
    for (code, want) in [
        (486, Some(17)),
        (404, Some(1)),
        (603, Some(21)),
        (415, None),
    ] {
        let mut net = Net::pair();
        net.place(0);
        net.pass(Duration::from_millis(100));
        let bob = net.offered(1);
        net.agents[1].refuse(net.now, bob, code);
        net.pass(Duration::from_millis(100));
        let told = net.told(0);
        assert!(
            matches!(ends(&told)[..], [End::Refused { code: c, q850, .. }] if *c == code && *q850 == want),
            "{told:?}"
        );
    }
}

#[test]
fn a_hang_up_says_why() {
    let mut net = Net::pair();
    let (alice, _) = net.connected();
    hang_up(&mut net, 0, alice, Because::Failed);
    let told = net.told(1);
    let want = End::Bye {
        q850: Some(41),
        sip: None,
    };
    assert_eq!(ends(&told), [&want]);
    net.until_over();
}

#[test]
fn a_call_that_is_given_up_says_that_another_place_has_it() {
    for (why, want) in [(Because::Elsewhere, true), (Because::Normal, false)] {
        let mut net = Net::pair();
        let alice = net.place(0);
        net.pass(Duration::from_millis(100));
        net.told(1);
        hang_up(&mut net, 0, alice, why);
        let told = net.told(1);
        let want = End::Cancelled {
            answered_elsewhere: want,
        };
        assert_eq!(ends(&told), [&want]);
    }
}

#[test]
fn reasons_are_read_however_they_are_written() {
    let of = |lines: &str| {
        let text = outside("BYE", "sip:alice@10.0.0.1", "r", lines);
        let mut bytes = text.into_bytes();
        let message = Message::parse(&mut bytes).unwrap();
        let reasons = reason::reasons(&message);
        (reasons.q850, reasons.sip, reasons.elsewhere)
    };
    for (lines, want) in [
        ("", (None, None, false)),
        ("Reason: Q.850;cause=16\r\n", (Some(16), None, false)),
        (
            "reason: q.850 ; Cause=\"16\" ; text=\"a;cause=1, b\"\r\n",
            (Some(16), None, false),
        ),
        (
            "Reason: SIP;cause=600;text=\"x\", Q.850;cause=17\r\n",
            (Some(17), Some(600), false),
        ),
        (
            "Reason: SIP;cause=200\r\nReason: Q.850;cause=16\r\n",
            (Some(16), Some(200), true),
        ),
        (
            "Reason: SIP;text=\"Call Completed Elsewhere\"\r\n",
            (None, None, true),
        ),
        ("Reason: Q.850;cause=26\r\n", (Some(26), None, true)),
        ("Reason: SIP;cause=99999999\r\n", (None, None, false)),
        ("Reason: other;cause=200\r\n", (None, None, false)),
        (
            "Reason: SIP\r\nReason:\r\nReason: ;;;\r\n",
            (None, None, false),
        ),
    ] {
        assert_eq!(of(lines), want, "{lines}");
    }
}
