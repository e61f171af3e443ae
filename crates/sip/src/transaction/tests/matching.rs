//! Which requests belong together.

use super::requests::{BRANCH, of_it, request};
use super::*;

#[test]
fn requests_are_matched_by_branch_and_sent_by() {
    let first = request("INVITE", BRANCH);
    for (other, same) in [
        (first.replace("Host.example", "hOST.EXAMPLE"), true),
        (
            first
                .replace("tag=a", "tag=b")
                .replace("Call-ID: c", "Call-ID: d"),
            true,
        ),
        (first.replace(BRANCH, &format!("{BRANCH};rport;x=y")), true),
        (first.replace("z9hG4bKabc", "z9hG4bKabd"), false),
        (first.replace("Host.example", "Host.example.net"), false),
        (first.replace("5071", "5072"), false),
        (first.replace("INVITE", "INFO"), false),
    ] {
        let mut bench = Bench::new(Transport::Udp);
        assert!(matches!(
            bench.receive(first.as_bytes()),
            Received::Request(_)
        ));
        // With another Call-ID, so that it is no merged request.
        let other = match same {
            true => other,
            false => other.replace("Call-ID: c", "Call-ID: e"),
        };
        let received = bench.receive(other.as_bytes());
        assert_eq!(received == Received::Absorbed, same, "{other}");
        assert_eq!(bench.layer.counts().servers == 1, same, "{other}");
        assert_eq!(matches!(received, Received::Request(_)), !same, "{other}");
    }
    // No port is the default port.
    let mut bench = Bench::new(Transport::Udp);
    let with = first.replace("5071", "5060");
    assert!(matches!(
        bench.receive(with.as_bytes()),
        Received::Request(_)
    ));
    let without = first.replace(":5071", "");
    assert_eq!(bench.receive(without.as_bytes()), Received::Absorbed);
    assert_eq!(bench.layer.counts().servers, 1);
}

#[test]
fn without_the_cookie_requests_are_matched_as_in_rfc_2543() {
    for branch in ["", ";branch=1", ";branch=z9hG4bK"] {
        let first = request("BYE", branch);
        for (other, same) in [
            (first.clone(), true),
            (first.replace("bob@192", "rob@192"), false),
            (first.replace("tag=a", "tag=b"), false),
            (first.replace("Call-ID: c", "Call-ID: d"), false),
            (first.replace("5 BYE", "6 BYE"), false),
            (first.replace("5071", "5072"), false),
            (
                first.replace("bob@example.org>", "bob@example.org>;tag=t"),
                false,
            ),
        ] {
            let mut bench = Bench::new(Transport::Udp);
            assert!(matches!(
                bench.receive(first.as_bytes()),
                Received::Request(_)
            ));
            let received = bench.receive(other.as_bytes());
            let known = bench.layer.counts().servers == 1;
            assert_eq!(known, same, "{other}");
            assert_eq!(received == Received::Absorbed && known, same, "{other}");
        }
    }
}

#[test]
fn a_request_that_came_another_way_is_answered_482() {
    for method in ["INVITE", "OPTIONS"] {
        let mut bench = Bench::new(Transport::Udp);
        let first = request(method, BRANCH);
        let Received::Request(id) = bench.receive(first.as_bytes()) else {
            panic!("not taken");
        };
        let second = first.replace("z9hG4bKabc", "z9hG4bKxyz");
        assert_eq!(bench.receive(second.as_bytes()), Received::Absorbed);
        bench.until(100);
        assert_eq!(bench.receive(second.as_bytes()), Received::Absorbed);
        assert_eq!(bench.sent, words(&[(0, "482"), (100, "482")]));
        assert_eq!(bench.wire[0].bytes.as_ptr(), bench.wire[1].bytes.as_ptr());
        if method == "INVITE" {
            let ack = of_it(&second, method, "ACK");
            assert_eq!(bench.receive(ack.as_bytes()), Received::Absorbed);
        }
        // Another CSeq, another caller and a request inside a dialog are none.
        for other in [
            second.replace("CSeq: 5", "CSeq: 6"),
            second.replace("tag=a", "tag=b"),
            second.replace("Call-ID: c", "Call-ID: d"),
            second.replace("bob@example.org>", "bob@example.org>;tag=t"),
        ] {
            let other = other.replace("z9hG4bKxyz", "z9hG4bKother");
            let mut bench = Bench::new(Transport::Udp);
            bench.receive(first.as_bytes());
            assert!(
                matches!(bench.receive(other.as_bytes()), Received::Request(_)),
                "{other}"
            );
        }
        // The first one is as it was, and when it is gone nothing is merged.
        assert!(bench.respond(id, 404, first.as_bytes()));
        bench.until(64_000);
        assert_eq!(bench.layer.counts(), Counts::default());
        assert!(matches!(
            bench.receive(second.as_bytes()),
            Received::Request(_)
        ));
    }
}

#[test]
fn a_cancels_answer_has_the_tag_of_the_invites() {
    let mut bench = Bench::new(Transport::Udp);
    let invite = request("INVITE", BRANCH);
    let Received::Request(id) = bench.receive(invite.as_bytes()) else {
        panic!("not taken");
    };
    bench.layer.set_owner(id, 9);
    bench.respond(id, 180, invite.as_bytes());
    let cancel = of_it(&invite, "INVITE", "CANCEL");
    assert_eq!(
        bench.receive(cancel.as_bytes()),
        Received::Cancel(id, Some(9))
    );
    assert_eq!(wire::to_tag(bench.last()), Some("mine"));

    // One that finds nothing is answered the same way each time, and keeps nothing.
    let mut bench = Bench::new(Transport::Udp);
    bench.receive(cancel.as_bytes());
    bench.receive(cancel.as_bytes());
    assert_eq!(bench.sent, words(&[(0, "481"), (0, "481")]));
    assert_eq!(bench.wire[0].bytes, bench.wire[1].bytes);
    assert!(wire::to_tag(bench.last()).is_some_and(|tag| tag.len() == 12));
    assert_eq!(bench.layer.counts(), Counts::default());
}

#[test]
fn an_ack_of_nothing_goes_up() {
    let mut bench = Bench::new(Transport::Udp);
    let ack = request("ACK", BRANCH);
    assert_eq!(bench.receive(ack.as_bytes()), Received::Ack);
    assert_eq!(bench.layer.counts(), Counts::default());
}

#[test]
fn without_the_cookie_an_ack_has_to_have_our_tag() {
    for (tag, ours) in [("mine", true), ("other", false), ("", false)] {
        let mut bench = Bench::new(Transport::Udp);
        let invite = request("INVITE", "");
        let Received::Request(id) = bench.receive(invite.as_bytes()) else {
            panic!("not taken");
        };
        bench.respond(id, 486, invite.as_bytes());
        let to = format!("To: <sip:bob@example.org>;tag={tag}\r\n");
        let to = to.replace(";tag=\r", "\r");
        let ack = of_it(&invite, "INVITE", "ACK");
        let ack = ack.replace("To: <sip:bob@example.org>\r\n", &to);
        let expected = match ours {
            true => Received::Absorbed,
            false => Received::Ack,
        };
        assert_eq!(bench.receive(ack.as_bytes()), expected, "{tag}");
        // Only the right one ends the copies of the refusal.
        bench.until(500);
        assert_eq!(bench.sent.len() == 1, ours, "{tag}");
    }
}

#[test]
fn a_request_of_another_number_is_no_copy_whatever_its_branch() {
    let mut bench = Bench::new(Transport::Udp);
    let first = request("INFO", BRANCH);
    let second = first.replace("CSeq: 5", "CSeq: 6");
    let mut ids = Vec::new();
    for (info, code) in [(&first, 200), (&second, 415)] {
        let Received::Request(id) = bench.receive(info.as_bytes()) else {
            panic!("not taken");
        };
        bench.respond(id, code, info.as_bytes());
        ids.push(id);
    }
    assert_ne!(ids[0], ids[1]);
    // Each has its own copies.
    bench.receive(second.as_bytes());
    bench.receive(first.as_bytes());
    assert_eq!(
        bench.sent,
        words(&[(0, "200"), (0, "415"), (0, "415"), (0, "200")])
    );
    bench.until(64_000);
    assert_eq!(bench.layer.counts(), Counts::default());
}

/// Its ACK and its CANCEL would be those of either.
#[test]
fn an_invite_with_the_branch_of_another_is_refused() {
    let mut bench = Bench::new(Transport::Udp);
    let first = request("INVITE", BRANCH);
    let Received::Request(id) = bench.receive(first.as_bytes()) else {
        panic!("not taken");
    };
    bench.respond(id, 200, first.as_bytes());
    let second = first.replace("CSeq: 5", "CSeq: 6");
    assert_eq!(bench.receive(second.as_bytes()), Received::Absorbed);
    assert_eq!(bench.receive(second.as_bytes()), Received::Absorbed);
    assert_eq!(bench.sent, words(&[(0, "200"), (0, "400"), (0, "400")]));
    let ack = of_it(&first, "INVITE", "ACK");
    let other = ack.replace("5 ACK", "6 ACK");
    assert_eq!(bench.receive(other.as_bytes()), Received::Absorbed);
    assert_eq!(bench.receive(ack.as_bytes()), Received::Ack);
    bench.layer.acknowledged(id);
    bench.sent.clear();
    bench.until(64_000);
    assert!(bench.sent.is_empty(), "{:?}", bench.sent);
    assert_eq!(bench.layer.counts(), Counts::default());
}

/// What follows an INVITE of this number.
fn after(number: u32, method: &str) -> String {
    let first = of_it(&request("INVITE", BRANCH), "INVITE", method);
    first.replace("CSeq: 5", &format!("CSeq: {number}"))
}

/// Whoever asks anew has the refusal, whether its ACK has arrived or not.
#[test]
fn after_a_refusal_its_branch_may_be_used_again() {
    for acknowledged in [true, false] {
        let mut bench = Bench::new(Transport::Udp);
        let invite = |number| after(number, "INVITE");
        for number in 5..8 {
            let last = invite(number);
            let Received::Request(id) = bench.receive(last.as_bytes()) else {
                panic!("not taken: {:?}", bench.sent);
            };
            bench.respond(id, 422, last.as_bytes());
            let ack = after(number, "ACK");
            if acknowledged {
                assert_eq!(bench.receive(ack.as_bytes()), Received::Absorbed);
            }
        }
        let last = invite(8);
        let Received::Request(id) = bench.receive(last.as_bytes()) else {
            panic!("not taken: {:?}", bench.sent);
        };
        bench.layer.set_owner(id, 9);
        // An ACK that was late ends nothing, a CANCEL means the one that is left.
        let late = after(7, "ACK");
        assert_eq!(bench.receive(late.as_bytes()), Received::Absorbed);
        let cancel = after(8, "CANCEL");
        let cancelled = Received::Cancel(id, Some(9));
        assert_eq!(bench.receive(cancel.as_bytes()), cancelled);
        bench.respond(id, 487, last.as_bytes());
        let ack = after(8, "ACK");
        assert_eq!(bench.receive(ack.as_bytes()), Received::Absorbed);
        // One from before is none that comes later.
        let old = invite(5);
        assert_eq!(bench.receive(old.as_bytes()), Received::Absorbed);
        bench.until(64_000);
        assert_eq!(bench.layer.counts(), Counts::default());
    }
}

/// It is known by its branch and number for as long as it lives, and not only for as long as the one
/// before it.
#[test]
fn a_request_with_the_branch_of_another_outlives_it() {
    let mut bench = Bench::new(Transport::Udp);
    let first = request("INFO", BRANCH);
    let second = first.replace("CSeq: 5", "CSeq: 6");
    for (info, at) in [(&first, 0), (&second, 20_000)] {
        bench.until(at);
        let Received::Request(id) = bench.receive(info.as_bytes()) else {
            panic!("not taken");
        };
        bench.respond(id, 200, info.as_bytes());
    }
    // The first has gone.
    bench.until(40_000);
    assert_eq!(bench.layer.counts().servers, 1);
    assert_eq!(bench.receive(second.as_bytes()), Received::Absorbed);
    assert_eq!(bench.sent.len(), 3);

    // The same for the ACK of a refusal.
    let mut bench = Bench::new(Transport::Udp);
    let first = request("INVITE", BRANCH);
    let Received::Request(id) = bench.receive(first.as_bytes()) else {
        panic!("not taken");
    };
    bench.respond(id, 200, first.as_bytes());
    bench.layer.acknowledged(id);
    bench.until(31_000);
    let second = first.replace("CSeq: 5", "CSeq: 6");
    assert_eq!(bench.receive(second.as_bytes()), Received::Absorbed);
    bench.until(33_000);
    assert_eq!(bench.layer.counts().servers, 1);
    let ack = after(6, "ACK");
    assert_eq!(bench.receive(ack.as_bytes()), Received::Absorbed);
    bench.sent.clear();
    bench.until(64_000);
    assert!(bench.sent.is_empty(), "{:?}", bench.sent);
    assert_eq!(bench.layer.counts(), Counts::default());
}

#[test]
fn a_cancel_of_another_number_is_of_its_branch() {
    let mut bench = Bench::new(Transport::Udp);
    let invite = request("INVITE", BRANCH);
    let Received::Request(id) = bench.receive(invite.as_bytes()) else {
        panic!("not taken");
    };
    bench.layer.set_owner(id, 9);
    let cancel = of_it(&invite, "INVITE", "CANCEL").replace("5 CANCEL", "6 CANCEL");
    assert_eq!(
        bench.receive(cancel.as_bytes()),
        Received::Cancel(id, Some(9))
    );
}
