//! Requests of the far end.

use super::*;

#[derive(Clone, Copy)]
enum Do {
    /// The request comes again.
    Again,
    Ack,
    Cancel,
    /// We answer; whether that is taken.
    Answer(u16, bool),
    Acknowledged,
}

use Do::{Ack, Acknowledged, Again, Answer, Cancel};

struct Case {
    what: &'static str,
    transport: Transport,
    method: &'static str,
    script: &'static [(u64, Do)],
    sent: &'static [(u64, &'static str)],
    /// What is told after the request itself.
    told: &'static [(u64, &'static str)],
    /// When nothing is left.
    over: u64,
}

fn request(method: &str, branch: &str) -> String {
    format!(
        "{method} sip:bob@192.0.2.1 SIP/2.0\r\n\
         Via: SIP/2.0/UDP Host.example:5071{branch}\r\n\
         Record-Route: <sip:proxy.example;lr>\r\n\
         From: <sip:alice@example.org>;tag=a\r\n\
         To: <sip:bob@example.org>\r\n\
         Call-ID: c\r\n\
         CSeq: 5 {method}\r\n\
         Content-Length: 0\r\n\r\n"
    )
}

const BRANCH: &str = ";branch=z9hG4bKabc";

/// The same request with another method, as its ACK and CANCEL have it.
fn of_it(request: &str, method: &str, other: &str) -> String {
    let line = request.replacen(method, other, 1);
    line.replace(&format!("5 {method}"), &format!("5 {other}"))
}

fn play(cases: &[Case]) {
    // By the branch, and without one as in RFC 2543.
    for (case, branch) in cases.iter().flat_map(|case| [(case, BRANCH), (case, "")]) {
        let what = format!("{}{}", case.what, branch);
        let mut bench = Bench::new(case.transport);
        let request = request(case.method, branch);
        let Received::Request(id) = bench.receive(request.as_bytes()) else {
            panic!("{what}");
        };
        for (ms, action) in case.script {
            bench.until(*ms);
            match action {
                Again => {
                    bench.receive(request.as_bytes());
                }
                Ack => {
                    let ack = of_it(&request, case.method, "ACK");
                    let ack = ack.replace(
                        "To: <sip:bob@example.org>",
                        "To: <sip:bob@example.org>;tag=mine",
                    );
                    bench.receive(ack.as_bytes());
                }
                Cancel => {
                    bench.receive(of_it(&request, case.method, "CANCEL").as_bytes());
                }
                Answer(code, taken) => {
                    let done = bench.respond(id, *code, request.as_bytes());
                    assert_eq!(done, *taken, "{what}: {code}");
                }
                Acknowledged => bench.layer.acknowledged(id),
            }
            bench.look();
        }
        bench.until(1_000_000);
        assert_eq!(bench.sent, words(case.sent), "{what}: sent");
        assert_eq!(bench.told.remove(0).1, "Request");
        assert_eq!(bench.told, words(case.told), "{what}: told");
        assert_eq!(bench.over, Some(case.over), "{what}: over");
        assert!(
            !bench
                .layer
                .respond(bench.now, id, 200, Bytes::new(), &mut bench.out)
        );
    }
}

#[test]
fn an_invite_by_its_machine() {
    let (udp, tcp) = (Transport::Udp, Transport::Tcp);
    let case = |what, transport, script, sent, told, over| Case {
        what,
        transport,
        method: "INVITE",
        script,
        sent,
        told,
        over,
    };
    play(&[
        case(
            "100 after 200 ms; copies get the last provisional response; Timers G and H",
            udp,
            &[
                (100, Again),
                (500, Again),
                (600, Answer(180, true)),
                (1500, Again),
                (2000, Answer(183, true)),
                (3500, Again),
                (4000, Answer(486, true)),
                (4100, Again),
                (4200, Answer(200, false)),
                (4200, Answer(180, false)),
            ],
            &[
                (200, "100"),
                (500, "100"),
                (600, "180"),
                (1500, "180"),
                (2000, "183"),
                (3500, "183"),
                (4000, "486"),
                (4100, "486"),
                (4500, "486"),
                (5500, "486"),
                (7500, "486"),
                (11_500, "486"),
                (15_500, "486"),
                (19_500, "486"),
                (23_500, "486"),
                (27_500, "486"),
                (31_500, "486"),
                (35_500, "486"),
            ],
            &[],
            36_000,
        ),
        case(
            "no 100 after an answer; the ACK ends a refusal, its copies are absorbed until Timer I",
            udp,
            &[
                (0, Answer(180, true)),
                (300, Answer(603, true)),
                (900, Ack),
                (1000, Ack),
                (1100, Again),
            ],
            &[(0, "180"), (300, "603"), (800, "603")],
            &[],
            5900,
        ),
        case(
            "over TCP: no Timer G, but Timer H",
            tcp,
            &[(0, Answer(486, true)), (100, Again)],
            &[(0, "486"), (100, "486")],
            &[],
            32_000,
        ),
        case(
            "over TCP: Timer I is zero",
            tcp,
            &[(0, Answer(486, true)), (100, Ack)],
            &[(0, "486")],
            &[],
            100,
        ),
        case(
            "a 2xx is sent again until its ACK; copies of the INVITE are absorbed until Timer L",
            udp,
            &[
                (0, Answer(200, true)),
                (600, Again),
                (1600, Ack),
                (1600, Acknowledged),
                (1700, Again),
                (1800, Ack),
            ],
            &[(0, "200"), (500, "200"), (1500, "200")],
            &[(1600, "Ack"), (1800, "Ack")],
            32_000,
        ),
        case(
            "a 2xx that is never acknowledged",
            tcp,
            &[(0, Answer(180, true)), (1000, Answer(202, true))],
            &[
                (0, "180"),
                (1000, "202"),
                (1500, "202"),
                (2500, "202"),
                (4500, "202"),
                (8500, "202"),
                (12_500, "202"),
                (16_500, "202"),
                (20_500, "202"),
                (24_500, "202"),
                (28_500, "202"),
                (32_500, "202"),
            ],
            &[(33_000, "NotAcknowledged")],
            33_000,
        ),
        case(
            "a CANCEL is told once, and answered each time",
            udp,
            &[
                (0, Answer(180, true)),
                (100, Cancel),
                (150, Cancel),
                (200, Answer(487, true)),
                (300, Cancel),
                (400, Ack),
            ],
            &[
                (0, "180"),
                (100, "200"),
                (150, "200"),
                (200, "487"),
                (300, "200"),
            ],
            &[(100, "Cancel")],
            5400,
        ),
        case(
            "a CANCEL after the answer changes nothing",
            udp,
            &[
                (0, Answer(200, true)),
                (100, Cancel),
                (200, Ack),
                (200, Acknowledged),
            ],
            &[(0, "200"), (100, "200")],
            &[(200, "Ack")],
            32_000,
        ),
        case(
            "an ACK before the answer is nobody's",
            udp,
            &[
                (0, Answer(180, true)),
                (100, Ack),
                (200, Acknowledged),
                (300, Answer(408, true)),
                (400, Ack),
            ],
            &[(0, "180"), (300, "408")],
            &[],
            5400,
        ),
    ]);
}

#[test]
fn any_other_request_by_its_machine() {
    let (udp, tcp) = (Transport::Udp, Transport::Tcp);
    let case = |what, transport, script, sent, told, over| Case {
        what,
        transport,
        method: "OPTIONS",
        script,
        sent,
        told,
        over,
    };
    play(&[
        case(
            "copies get the last response, until Timer J",
            udp,
            &[
                (100, Again),
                (300, Answer(100, true)),
                (500, Again),
                (600, Answer(200, true)),
                (1500, Again),
                (1600, Answer(500, false)),
                (32_599, Again),
            ],
            &[
                (300, "100"),
                (500, "100"),
                (600, "200"),
                (1500, "200"),
                (32_599, "200"),
            ],
            &[],
            32_600,
        ),
        case(
            "Timer J over TCP is zero",
            tcp,
            &[(600, Answer(200, true)), (700, Answer(200, false))],
            &[(600, "200")],
            &[],
            600,
        ),
        case(
            "without an answer it ends, and nothing is sent",
            udp,
            &[(500, Again)],
            &[],
            &[],
            32_000,
        ),
        case(
            "without a final answer it ends, too",
            udp,
            &[(100, Answer(100, true)), (500, Again)],
            &[(100, "100"), (500, "100")],
            &[],
            32_000,
        ),
        case(
            "a 408 is never sent",
            udp,
            &[(10_000, Answer(408, true))],
            &[],
            &[],
            10_000,
        ),
        case(
            "a CANCEL of it finds no INVITE",
            udp,
            &[(100, Cancel), (200, Answer(200, true))],
            &[(100, "481"), (200, "200")],
            &[],
            32_200,
        ),
    ]);
}

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
fn beyond_the_limit_a_request_is_answered_503_and_nothing_kept() {
    let mut bench = Bench::new(Transport::Udp);
    bench.layer = Layer::new(Times::of(Duration::from_millis(500)), Limits { servers: 2 });
    let nth = |method, n| {
        request(method, &format!(";branch=z9hG4bK{n}"))
            .replace("Call-ID: c", &format!("Call-ID: {n}"))
    };
    assert!(matches!(
        bench.receive(nth("INVITE", 1).as_bytes()),
        Received::Request(_)
    ));
    assert!(matches!(
        bench.receive(nth("BYE", 2).as_bytes()),
        Received::Request(_)
    ));
    for n in 3..100 {
        assert_eq!(
            bench.receive(nth("INVITE", n).as_bytes()),
            Received::Absorbed
        );
        assert_eq!(bench.sent.pop().unwrap().1, "503");
        let text = std::str::from_utf8(bench.last()).unwrap();
        assert!(text.contains("\r\nRetry-After: 5\r\n") && text.contains(";tag="));
    }
    assert_eq!(bench.layer.counts().servers, 2);
    // What is known still works.
    assert_eq!(bench.receive(nth("BYE", 2).as_bytes()), Received::Absorbed);
    assert!(matches!(
        bench.receive(nth("CANCEL", 1).as_bytes()),
        Received::Cancel(_, None)
    ));
    assert_eq!(bench.receive(nth("ACK", 9).as_bytes()), Received::Ack);
    bench.until(32_000);
    assert!(matches!(
        bench.receive(nth("BYE", 3).as_bytes()),
        Received::Request(_)
    ));
}

#[test]
fn responses_go_back_the_way_that_the_request_says() {
    let addr = |text: &str| text.parse::<std::net::SocketAddr>().unwrap();
    // From 192.0.2.2:5070, with sent-by port 5071.
    for (transport, branch, peer) in [
        (Transport::Udp, ";branch=z9hG4bKa", "192.0.2.2:5071"),
        (Transport::Udp, ";branch=z9hG4bKa;rport", "192.0.2.2:5070"),
        (Transport::Tcp, ";branch=z9hG4bKa;rport", "192.0.2.2:5071"),
        (Transport::Tls, ";branch=z9hG4bKa", "192.0.2.2:5071"),
    ] {
        let mut bench = Bench::new(transport);
        let text = request("INVITE", branch);
        let Received::Request(id) = bench.receive(text.as_bytes()) else {
            panic!("not taken");
        };
        bench.respond(id, 180, text.as_bytes());
        let way = bench.wire.last().unwrap().flow.clone();
        assert_eq!(
            way,
            Flow {
                peer: addr(peer),
                ..bench.flow.clone()
            }
        );
        // When the connection is gone, so are its uses.
        let gone = bench.flow.clone();
        let (now, random) = (bench.now, &mut bench.random);
        bench.layer.broken(now, &gone, random, &mut bench.out);
        bench.respond(id, 200, text.as_bytes());
        let later = bench.wire.last().unwrap().flow.clone();
        assert_eq!(
            later,
            Flow {
                connection: None,
                ..way
            }
        );
        assert!(bench.told.iter().all(|(_, what)| what == "Request"));
    }
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
fn what_only_waits_for_copies_makes_room_the_oldest_first() {
    let mut bench = Bench::new(Transport::Udp);
    bench.layer = Layer::new(Times::of(Duration::from_millis(500)), Limits { servers: 3 });
    let nth = |method, n| {
        request(method, &format!(";branch=z9hG4bK{n}"))
            .replace("Call-ID: c", &format!("Call-ID: {n}"))
    };
    let take = |bench: &mut Bench, text: &str| match bench.receive(text.as_bytes()) {
        Received::Request(id) => Some(id),
        _ => None,
    };
    let (options, accepted) = (nth("OPTIONS", 1), nth("INVITE", 2));
    let (refused, bye) = (nth("INVITE", 3), nth("BYE", 4));
    let first = take(&mut bench, &options).unwrap();
    let second = take(&mut bench, &accepted).unwrap();
    let third = take(&mut bench, &refused).unwrap();
    bench.respond(second, 200, accepted.as_bytes());
    bench.respond(third, 486, refused.as_bytes());
    bench.respond(first, 200, options.as_bytes());
    // The refusal is older than the answer to OPTIONS; a 2xx without its ACK does not go.
    assert!(take(&mut bench, &bye).is_some());
    assert!(take(&mut bench, &options).is_none());
    assert!(take(&mut bench, &nth("BYE", 5)).is_some());
    assert_eq!(bench.sent.last().unwrap().1, "200");
    assert!(take(&mut bench, &nth("BYE", 6)).is_none());
    assert_eq!(bench.sent.last().unwrap().1, "503");
    bench.layer.acknowledged(second);
    bench.layer.acknowledged(second);
    assert!(take(&mut bench, &nth("BYE", 6)).is_some());
    assert_eq!(bench.layer.counts().servers, 3);

    // What notes them does not grow with all that ever were.
    bench.until(40_000);
    for n in 10..10_000 {
        bench.until(bench.ms() + 20_000);
        let text = nth("OPTIONS", n);
        let id = take(&mut bench, &text).unwrap();
        bench.respond(id, 200, text.as_bytes());
        assert!(bench.layer.servers.keys() < 100);
        bench.wire.clear();
        bench.sent.clear();
    }
    bench.until(bench.ms() + 32_000);
    assert_eq!(bench.layer.servers.keys(), 0);
}
