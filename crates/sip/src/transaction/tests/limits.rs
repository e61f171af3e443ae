//! How much is kept, and where responses go.

use super::requests::request;
use super::*;

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
        bench
            .layer
            .broken(now, &Gone::of(gone), random, &mut bench.out);
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
