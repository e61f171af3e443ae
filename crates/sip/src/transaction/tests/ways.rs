//! The ways of our requests, and what belongs to them.

use super::*;

#[test]
fn a_cancel_goes_the_way_of_its_invite() {
    let mut bench = Bench::new(Transport::Tcp);
    let id = bench.send(Method::Invite, false, 0);
    let invite = bench.last().to_vec();
    bench.receive(&answer(&invite, 180, "b"));
    let now = bench.now;
    let lines = b"Reason: SIP;cause=200\r\n";
    bench.layer.cancel(now, id, lines, &mut bench.out);
    bench.look();
    let sent = bench.wire.last().unwrap();
    assert_eq!(sent.flow, bench.flow);
    let text = std::str::from_utf8(&sent.bytes).unwrap();
    let via = |bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).unwrap();
        text.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(via(&invite), via(&sent.bytes));
    assert!(text.contains("\r\nReason: SIP;cause=200\r\n"));
    assert!(text.contains("\r\nCSeq: 1 CANCEL\r\n"));
    assert!(text.ends_with("Content-Length: 0\r\n\r\n"));
}

#[test]
fn only_the_right_response_is_taken() {
    let mut bench = Bench::new(Transport::Udp);
    bench.send(Method::Options, false, 0);
    let request = String::from_utf8(bench.last().to_vec()).unwrap();
    let good = String::from_utf8(answer(request.as_bytes(), 200, "b").to_vec()).unwrap();
    let branch = request.split("branch=").nth(1).unwrap();
    let branch = &branch[..23];
    let other = "z9hG4bKaaaaaaaaaaaaaaaa";
    for bad in [
        good.replace(branch, other),
        good.replace(branch, &branch[..20]),
        good.replace(branch, "z9hG4bK"),
        good.replace("1 OPTIONS", "1 BYE"),
        good.replace("1 OPTIONS", "1 INVITE"),
        good.replace(
            "\r\nFrom",
            "\r\nVia: SIP/2.0/UDP 192.0.2.3;branch=z9hG4bKx\r\nFrom",
        ),
    ] {
        assert_eq!(bench.receive(bad.as_bytes()), Received::Stray, "{bad}");
    }
    let cancel = good.replace("1 OPTIONS", "1 CANCEL");
    assert_eq!(bench.receive(cancel.as_bytes()), Received::Absorbed);
    assert!(matches!(
        bench.receive(good.as_bytes()),
        Received::Response(_, 7)
    ));
}

#[test]
fn a_large_request_goes_over_tcp_and_comes_back() {
    let size = |bench: &Bench| bench.last().len();
    let mut bench = Bench::new(Transport::Udp);
    bench.send(Method::Invite, false, 1000);
    // The largest that stays, and the smallest that does not.
    let fits = 1000 + 1300 - size(&bench);
    for (body, transport) in [(fits, Transport::Udp), (fits + 1, Transport::Tcp)] {
        let mut bench = Bench::new(Transport::Udp);
        bench.send(Method::Invite, true, body);
        let sent = bench.wire.last().unwrap();
        assert_eq!(sent.flow.transport, transport);
        assert_eq!(sent.flow.peer, bench.flow.peer);
        let via = format!("\r\nVia: SIP/2.0/{transport} 192.0.2.1:5060;rport;branch=z9hG4bK");
        assert!(std::str::from_utf8(&sent.bytes).unwrap().contains(&via));
        assert_eq!(
            size(&bench),
            1300 + usize::from(transport == Transport::Tcp)
        );
    }
    // Not everything may grow.
    bench.send(Method::Invite, false, 5000);
    assert_eq!(bench.wire.last().unwrap().flow.transport, Transport::Udp);

    let mut bench = Bench::new(Transport::Udp);
    bench.send(Method::Invite, true, 5000);
    let first = bench.wire.last().unwrap().clone();
    let break_at = |bench: &mut Bench, ms, flow: &Flow| {
        bench.until(ms);
        let (now, random) = (bench.now, &mut bench.random);
        let gone = Gone {
            unsent: Vec::from_iter(bench.wire.last().map(|t| t.bytes.clone())),
            ..Gone::of(flow.clone())
        };
        bench.layer.broken(now, &gone, random, &mut bench.out);
        bench.look();
    };
    break_at(&mut bench, 5000, &first.flow);
    let second = bench.wire.last().unwrap().clone();
    assert_eq!(second.flow, bench.flow);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (tcp, udp) = (text(&first.bytes), text(&second.bytes));
    let branch = |text: &str| text.split("branch=").nth(1).unwrap()[..23].to_owned();
    assert_ne!(branch(&tcp), branch(&udp));
    let as_udp = tcp.replace("SIP/2.0/TCP", "SIP/2.0/UDP");
    assert_eq!(as_udp.replace(&branch(&tcp), &branch(&udp)), udp);
    // Its timers begin anew; what answers the first is unknown now, what answers the second known.
    bench.until(6000);
    assert_eq!(
        bench.sent,
        words(&[(0, "INVITE"), (5000, "INVITE"), (5500, "INVITE")])
    );
    assert_eq!(
        bench.receive(&answer(&first.bytes, 180, "b")),
        Received::Stray
    );
    assert!(matches!(
        bench.receive(&answer(&second.bytes, 100, "b")),
        Received::Response(_, 7)
    ));

    // There is no third way.
    let mut bench = Bench::new(Transport::Udp);
    bench.send(Method::Invite, true, 5000);
    let first = bench.wire.last().unwrap().clone();
    break_at(&mut bench, 100, &first.flow);
    let udp = bench.flow.clone();
    break_at(&mut bench, 200, &udp);
    assert_eq!(bench.told, words(&[(200, "NotSent")]));
    assert_eq!(bench.layer.counts(), Counts::default());

    // Nobody wants an INVITE that was given up, or that has an answer already, to begin anew.
    for answered in [true, false] {
        let mut bench = Bench::new(Transport::Udp);
        let id = bench.send(Method::Invite, true, 5000);
        let first = bench.wire.last().unwrap().clone();
        if answered {
            bench.receive(&answer(&first.bytes, 100, "b"));
        } else {
            bench.layer.cancel(bench.now, id, b"", &mut bench.out);
        }
        break_at(&mut bench, 500, &first.flow);
        // One that has left is given up.
        let (told, sent) = match answered {
            true => ("Lost", &[(0, "INVITE"), (500, "CANCEL")][..]),
            false => ("NotSent", &[(0, "INVITE")][..]),
        };
        assert_eq!(bench.told.last().unwrap(), &(500, told.to_owned()));
        assert_eq!(bench.sent, words(sent));
        bench.until(40_000);
        assert_eq!(bench.layer.counts(), Counts::default());
    }
}

#[test]
fn a_broken_way_ends_only_what_goes_there() {
    use crate::flow::ConnectionId;
    let with = |connection: Option<u64>, peer: &str, transport| Flow {
        connection: connection.map(ConnectionId),
        peer: peer.parse().unwrap(),
        transport,
        ..Bench::new(Transport::Tcp).flow
    };
    let (a, b) = ("192.0.2.2:5070", "192.0.2.3:5070");
    let tcp = Transport::Tcp;
    for (sent, gone, ends) in [
        (with(Some(1), a, tcp), with(Some(1), b, tcp), true),
        (with(Some(1), a, tcp), with(Some(2), a, tcp), false),
        (with(None, a, tcp), with(Some(2), a, tcp), true),
        (with(None, a, tcp), with(None, a, tcp), true),
        (with(Some(1), a, tcp), with(None, a, tcp), true),
        (with(None, a, tcp), with(Some(2), b, tcp), false),
        (with(None, a, tcp), with(None, a, Transport::Udp), false),
    ] {
        let mut bench = Bench::new(tcp);
        bench.flow = sent.clone();
        bench.send(Method::Bye, false, 0);
        let (now, random) = (bench.now, &mut bench.random);
        bench
            .layer
            .broken(now, &Gone::of(gone.clone()), random, &mut bench.out);
        bench.look();
        assert_eq!(bench.layer.counts().clients == 0, ends, "{sent:?} {gone:?}");
    }
}

#[test]
fn an_ack_is_sent_without_a_transaction() {
    let mut bench = Bench::new(Transport::Udp);
    let id = bench.send(Method::Ack, true, 0);
    assert_eq!(bench.sent, words(&[(0, "ACK")]));
    assert_eq!(bench.layer.counts(), Counts::default());
    bench.layer.forget(id);
    let other = bench.send(Method::Bye, false, 0);
    assert_ne!(id, other);
    // However large it is, it goes where its INVITE went.
    bench.send(Method::Ack, true, 5000);
    assert_eq!(bench.wire.last().unwrap().flow, bench.flow);
}

/// Sends a request, and lets so many of its copies come back, each cut off as routers do.
fn refused(bench: &mut Bench, method: Method, copies: usize) {
    bench.send(method, false, 1000);
    for copy in 0..copies {
        let sent = bench.last()[..500].to_vec();
        bench.layer.refused(bench.now, &sent, &mut bench.out);
        bench.look();
        bench.until([500, 1500, 3500][copy]);
    }
}

#[test]
fn a_request_that_comes_back_twice_is_lost() {
    for method in [Method::Invite, Method::Register, Method::Options] {
        let mut bench = Bench::new(Transport::Udp);
        refused(&mut bench, method, 1);
        assert_eq!(bench.told, []);
        let mut bench = Bench::new(Transport::Udp);
        refused(&mut bench, method, 2);
        assert_eq!(bench.told, words(&[(500, "Lost")]), "{method:?}");
        let silent = bench.layer.silent();
        assert_eq!(silent, Some((Transport::Udp, bench.flow.peer)));
        // Nothing is sent any more. A copy of an INVITE may still arrive: see below.
        let sent = bench.sent.len();
        bench.until(40_000);
        assert_eq!(bench.sent.len(), sent);
        let over = if method == Method::Invite {
            32_000
        } else {
            500
        };
        assert_eq!(bench.over, Some(over));
        assert_eq!(bench.told.len(), 1);
    }
}

#[test]
fn one_that_rings_after_it_came_back_is_given_up() {
    for hung_up in [false, true] {
        let mut bench = Bench::new(Transport::Udp);
        let id = bench.send(Method::Invite, false, 0);
        let invite = bench.last().to_vec();
        if hung_up {
            bench.layer.cancel(bench.now, id, b"", &mut bench.out);
        }
        for _ in 0..3 {
            bench.layer.refused(bench.now, &invite, &mut bench.out);
        }
        bench.look();
        assert_eq!(bench.told, words(&[(0, "Lost")]));
        bench.receive(&answer(&invite, 180, "b"));
        assert_eq!(word(bench.last()), "CANCEL");
        bench.receive(&answer(&invite, 487, "b"));
        assert_eq!(word(bench.last()), "ACK");
    }
}

#[test]
fn who_was_heard_or_is_in_a_dialog_is_asked_until_the_time_is_over() {
    let mut bench = Bench::new(Transport::Udp);
    bench.send(Method::Invite, false, 0);
    let invite = bench.last().to_vec();
    bench.receive(&answer(&invite, 100, ""));
    for _ in 0..3 {
        bench.layer.refused(bench.now, &invite, &mut bench.out);
    }
    assert_eq!(bench.layer.counts().clients, 1);

    let mut bench = Bench::new(Transport::Udp);
    let mut within = draft(Method::Bye, 0);
    let text = String::from_utf8(within.bytes.to_vec()).unwrap();
    let text = text.replace(
        "To: <sip:bob@example.org>",
        "To: <sip:bob@example.org>;tag=b",
    );
    within.bytes = text.into_bytes();
    let flow = bench.flow.clone();
    let (random, out) = (&mut bench.random, &mut bench.out);
    bench
        .layer
        .send(bench.now, within, &flow, false, 7, random, out);
    bench.look();
    let bye = bench.last().to_vec();
    for _ in 0..3 {
        bench.layer.refused(bench.now, &bye, &mut bench.out);
    }
    bench.until(40_000);
    assert_eq!(bench.told, words(&[(32_000, "TimedOut")]));
}

#[test]
fn what_comes_back_and_is_nothing_of_ours_changes_nothing() {
    let mut bench = Bench::new(Transport::Udp);
    bench.send(Method::Invite, false, 0);
    let other = "INVITE sip:b SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKaaaaaaaaaaaaaaaa\r\n";
    let own = bench.last().to_vec();
    let cut = own.windows(8).position(|part| part == b";branch=").unwrap() + 20;
    for _ in 0..3 {
        for sent in [&b""[..], b"\0", b";branch=", other.as_bytes(), &own[..cut]] {
            bench.layer.refused(bench.now, sent, &mut bench.out);
        }
    }
    bench.look();
    assert_eq!((bench.told.len(), bench.layer.counts().clients), (0, 1));
}
