//! UDP.

use super::*;

#[tokio::test]
async fn datagrams_come_with_the_way_back() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    let to_b = a.to(Transport::Udp, b.at(Transport::Udp));
    a.say(&to_b, b"hello");
    let (back, bytes) = b.hear().await;
    assert_eq!(bytes, b"hello");
    assert_eq!(
        back,
        Flow::udp(b.at(Transport::Udp), a.at(Transport::Udp)),
        "both have one address, which the other sees"
    );
    b.say(&back, b"you too");
    let (flow, bytes) = a.hear().await;
    assert_eq!((flow, &bytes[..]), (to_b, &b"you too"[..]));
}

#[tokio::test]
async fn none_is_lost_when_the_waiting_is_given_up_again_and_again() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    let to_b = a.to(Transport::Udp, b.at(Transport::Udp));
    for n in 0..100u8 {
        a.say(&to_b, &[b'A', n, b'x', b'x', b'x']);
    }
    let mut heard = 0;
    let all = async {
        while heard < 100 {
            tokio::select! {
                biased;
                input = b.next() => {
                    let Input::Message { bytes, .. } = input else { panic!() };
                    assert_eq!(bytes[1], heard);
                    heard += 1;
                }
                () = tokio::task::yield_now() => {}
            }
        }
    };
    timeout(DEADLINE, all).await.unwrap();
}

#[tokio::test]
async fn what_is_there_already_needs_no_waiting() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    let to_b = a.to(Transport::Udp, b.at(Transport::Udp));
    assert!(b.try_next().is_none());
    for _ in 0..3 {
        a.say(&to_b, b"hello");
    }
    b.hear().await;
    for _ in 0..2 {
        let Some(Input::Message { bytes, .. }) = b.try_next() else {
            panic!()
        };
        assert_eq!(bytes, b"hello");
    }
    assert!(b.try_next().is_none());
    a.say(&to_b, b"again");
    assert_eq!(b.hear().await.1, b"again");
}

#[tokio::test]
async fn a_socket_at_every_address_tells_each_peer_the_one_that_it_sees() {
    let listen = |address: &str| Listen {
        address: address.parse().unwrap(),
        tcp: true,
        tls: None,
    };
    let bind = |address: &str| Bound::at(&listen(address), Arc::default()).unwrap();
    let bound = vec![bind("0.0.0.0:0"), bind("127.0.0.1:0")];
    let ports = [bound[0].address().port(), bound[1].address().port()];
    let mut all = Transports::new(bound, options()).unwrap();
    let peer = "127.0.0.7:5060".parse().unwrap();
    for (place, port) in ports.into_iter().enumerate() {
        for transport in [Transport::Udp, Transport::Tcp, Transport::Tls] {
            let local = all.local(place, transport, peer).unwrap();
            assert!(local.ip().is_loopback() && local.port() == port, "{local}");
        }
        let other = all.local(place, Transport::Udp, "[2001:db8::1]:5060".parse().unwrap());
        assert!(other.is_err(), "{other:?}");
        assert_eq!(all.families(place), (true, false));
    }
    // Two sockets: the flow's own address says which it leaves from.
    let mut peer = sockets(options());
    for place in [0, 1] {
        let flow = Flow {
            local: all
                .local(place, Transport::Udp, peer.at(Transport::Udp))
                .unwrap(),
            ..all.to(Transport::Udp, peer.at(Transport::Udp))
        };
        all.say(&flow, b"hello");
        assert_eq!(peer.hear().await.0.peer.port(), ports[place]);
    }
}

#[tokio::test]
async fn both_families_are_reached_from_every_address_of_ipv6() {
    let listen = Listen {
        address: "[::]:0".parse().unwrap(),
        tcp: true,
        tls: None,
    };
    if std::net::UdpSocket::bind("[::1]:0").is_err() {
        eprintln!("left out: there is no IPv6 here");
        return;
    }
    let bound = Bound::at(&listen, Arc::default()).unwrap();
    let mut a = Transports::new(vec![bound], options()).unwrap();
    assert_eq!(a.families(0), (true, true));
    let port = a.at(Transport::Udp).port();
    let mut streams = Vec::new();
    for ip in ["127.0.0.1", "::1"] {
        let peer = std::net::UdpSocket::bind(SocketAddr::new(ip.parse().unwrap(), 0)).unwrap();
        let own = SocketAddr::new(ip.parse().unwrap(), port);
        peer.send_to(b"hello", own).unwrap();
        let (flow, _) = a.hear().await;
        assert_eq!(flow, Flow::udp(own, peer.local_addr().unwrap()));
        a.say(&flow, b"hello");
        let mut bytes = [0; 8];
        assert_eq!(peer.recv_from(&mut bytes).unwrap(), (5, own));
        let stream = std::net::TcpStream::connect(own).unwrap();
        std::io::Write::write_all(&mut &stream, &message(1, 200)).unwrap();
        let (flow, _) = a.hear().await;
        assert_eq!((flow.peer, flow.local), (stream.local_addr().unwrap(), own));
        streams.push(stream);
    }
}

#[tokio::test]
async fn what_nobody_received_comes_back_and_takes_nothing_else_with_it() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    // Of all loopback addresses nobody listens at this one.
    let to_nobody = a.to(Transport::Udp, "127.0.0.77:9".parse().unwrap());
    let to_b = a.to(Transport::Udp, b.at(Transport::Udp));
    assert!(a.try_next().is_none());
    for round in 0..3 {
        a.say(&to_nobody, format!("{round}").as_bytes());
        // The system tells when something is sent the next time; that is sent all the same.
        let all = async {
            let mut said = 1;
            a.say(&to_b, b"hello");
            loop {
                match a.try_next() {
                    Some(Input::Bounced { bytes }) => {
                        assert_eq!(bytes, format!("{round}").as_bytes());
                        return said;
                    }
                    None => tokio::time::sleep(Duration::from_millis(1)).await,
                    other => panic!("{other:?}"),
                }
                said += 1;
                a.say(&to_b, b"hello");
            }
        };
        for _ in 0..timeout(DEADLINE, all).await.unwrap() {
            assert_eq!(b.hear().await.1, b"hello");
        }
        assert!(a.try_next().is_none());
    }
}
