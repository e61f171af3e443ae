//! What peers of connections may take of us.

use super::*;

/// Whether the far side closes a connection.
async fn is_closed(stream: &mut TcpStream) -> bool {
    let mut bytes = [0; 64];
    loop {
        match stream.read(&mut bytes).await {
            Ok(0) | Err(_) => return true,
            Ok(_) => {}
        }
    }
}

#[tokio::test]
async fn one_peer_has_so_many_connections_and_all_together_too() {
    let mut a = sockets(Options {
        most_from_one: 2,
        most_incoming: 3,
        ..options()
    });
    let at = a.at(Transport::Tcp);
    let connect = async |from: &str| {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        let from: SocketAddr = from.parse().unwrap();
        socket.bind(from).unwrap();
        socket.connect(at).await.unwrap()
    };
    let mut open = Vec::new();
    for (from, is_let_in) in [
        ("127.0.0.1:0", true),
        ("127.0.0.1:0", true),
        ("127.0.0.1:0", false),
        ("127.0.0.2:0", true),
        ("127.0.0.3:0", false),
    ] {
        let mut stream = a.beside(connect(from)).await;
        if is_let_in {
            stream.write_all(&message(1, 200)).await.unwrap();
            a.hear().await;
            open.push(stream);
        } else {
            assert!(a.beside(is_closed(&mut stream)).await, "{from}");
        }
    }
    assert_eq!(a.counts().incoming, 3);
    // There is room again when one of them goes.
    drop(open.remove(0));
    a.lose().await;
    let mut stream = a.beside(connect("127.0.0.1:0")).await;
    stream.write_all(&message(1, 200)).await.unwrap();
    a.hear().await;
    drop((open, stream));
    for _ in 0..3 {
        a.lose().await;
    }
    assert_eq!(a.counts(), Counts::default());
    assert!(a.table.is_empty());
}

#[tokio::test]
async fn whoever_says_nothing_or_half_of_it_is_not_waited_for() {
    let short = Duration::from_millis(50);
    let mut a = sockets(Options {
        first_message_within: short,
        whole_message_within: short,
        idle_for: short,
        longest_message: 1000,
        ..options()
    });
    let at = a.at(Transport::Tcp);
    let half = &message(1, 500)[..400];
    let long = message(1, 1001);
    for (said, comes_through) in [
        (vec![], false),
        (b"\r\n".to_vec(), false),
        (half.to_vec(), false),
        ([&message(0, 300)[..], half].concat(), true),
        (message(0, 1000), true),
        (long, false),
        (b"OPTIONS sip:h SIP/2.0\r\n".repeat(50), false),
    ] {
        let mut stream = TcpStream::connect(at).await.unwrap();
        stream.write_all(&said).await.unwrap();
        if comes_through {
            a.hear().await;
            a.lose().await;
            assert!(is_closed(&mut stream).await);
        } else {
            assert!(a.beside(is_closed(&mut stream)).await);
        }
        a.until(|counts| counts.incoming == 0).await;
    }
}

#[tokio::test]
async fn a_peer_that_does_not_read_is_given_up() {
    let mut a = sockets(Options {
        most_unsent: 100_000,
        ..options()
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let flow = a.to(Transport::Tcp, listener.local_addr().unwrap());
    a.say(&flow, b"x");
    let (_stream, _) = a.beside(listener.accept()).await.unwrap();
    let filled = async {
        // The system takes some megabytes, and then no more.
        loop {
            a.say(&flow, &[b'x'; 50_000]);
            if let Ok(input) = timeout(Duration::from_millis(1), a.next()).await {
                let Input::Broken { error, .. } = input else {
                    panic!("{input:?}")
                };
                return error;
            }
        }
    };
    let error = timeout(DEADLINE, filled).await.unwrap();
    assert!(error.contains("does not take"), "{error}");
    assert_eq!(a.counts(), Counts::default());
}

#[tokio::test]
async fn the_connection_that_was_silent_longest_makes_room() {
    let mut a = sockets(Options {
        most_outgoing: 2,
        ..options()
    });
    let mut peers = [(); 3].map(|()| sockets(options()));
    let mut flows = Vec::new();
    for peer in &mut peers[..2] {
        let flow = a.to(Transport::Tcp, peer.at(Transport::Tcp));
        a.say(&flow, &message(1, 200));
        a.beside(peer.hear()).await;
        flows.push(flow);
    }
    a.say(&flows[0], &message(2, 200));
    a.beside(peers[0].hear()).await;
    let flow = a.to(Transport::Tcp, peers[2].at(Transport::Tcp));
    a.say(&flow, &message(1, 200));
    let (broken, error, _) = a.lose().await;
    assert_eq!(broken.peer, flows[1].peer, "{error}");
    a.beside(peers[2].hear()).await;
    assert_eq!(a.counts().outgoing, 2);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_given_up_in_time() {
    // A queue of connections that is full: the system lets nobody else in, and answers nothing.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let peer = listener.local_addr().unwrap();
    let mut filling = Vec::new();
    for _ in 0..8 {
        let connect = timeout(Duration::from_millis(50), TcpStream::connect(peer));
        filling.extend(connect.await);
    }
    let mut a = sockets(Options {
        connect_within: Duration::from_millis(100),
        ..options()
    });
    let flow = a.to(Transport::Tcp, peer);
    a.say(&flow, b"x");
    let (_, error, unsent) = a.lose().await;
    assert!(error.contains("no answer within"), "{error}");
    assert_eq!(unsent, ["x"]);
}

/// The beginning of a response.
const ANSWER: &[u8] = b"SIP/2.0 200 OK\r\n";

#[tokio::test]
async fn what_is_opened_for_answers_counts_as_the_peers_own() {
    let mut a = sockets(Options {
        most_from_one: 2,
        most_incoming: 3,
        ..options()
    });
    let mut peers = Vec::new();
    for place in ["127.0.0.1:0", "127.0.0.1:0", "127.0.0.1:0", "127.0.0.2:0"] {
        let listener = tokio::net::TcpListener::bind(place).await.unwrap();
        let flow = a.to(Transport::Tcp, listener.local_addr().unwrap());
        peers.push((listener, flow));
    }
    // A peer that names one port after the other gets so many answers, and no more.
    let mut open = Vec::new();
    for (peer, opened) in [(0, 1), (1, 2), (2, 2), (3, 3)] {
        let (listener, flow) = &peers[peer];
        a.say(flow, ANSWER);
        assert_eq!(a.counts().outgoing, opened);
        if open.len() < opened {
            open.push(a.beside(listener.accept()).await.unwrap().0);
        }
    }
    // Nor may it open more itself. Others may: what is for answers makes room for them.
    let at = a.at(Transport::Tcp);
    let mut stream = a.beside(TcpStream::connect(at)).await.unwrap();
    assert!(a.beside(is_closed(&mut stream)).await);
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.3:0".parse().unwrap()).unwrap();
    let mut stream = socket.connect(at).await.unwrap();
    let (broken, error, _) = a.lose().await;
    assert_eq!(broken.peer, peers[0].1.peer, "{error}");
    stream.write_all(&message(1, 200)).await.unwrap();
    a.hear().await;
    // A request of ours has one of its own, which is not the peer's, and which answers take as well.
    a.say(&peers[1].1, b"REGISTER");
    open.push(a.beside(peers[1].0.accept()).await.unwrap().0);
    a.say(&peers[1].1, ANSWER);
    let counts = a.counts();
    assert_eq!((counts.incoming, counts.outgoing), (1, 3));
    a.say(&peers[2].1, ANSWER);
    let (broken, error, _) = a.lose().await;
    assert_eq!(broken.peer, peers[1].1.peer, "{error}");
    let counts = a.counts();
    assert_eq!((counts.incoming, counts.outgoing), (1, 3));
    drop((open, stream, peers));
    for _ in 0..4 {
        a.lose().await;
    }
    assert_eq!(a.counts(), Counts::default());
    assert!(a.table.is_empty());
}

#[tokio::test]
async fn what_is_opened_for_answers_goes_first() {
    let mut a = sockets(Options {
        most_outgoing: 2,
        idle_for: Duration::from_millis(100),
        ..options()
    });
    let mut peers = Vec::new();
    for _ in 0..3 {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let flow = a.to(Transport::Tcp, listener.local_addr().unwrap());
        peers.push((listener, flow));
    }
    let said: [&[u8]; 3] = [b"REGISTER", ANSWER, ANSWER];
    for ((_, flow), said) in peers.iter().zip(said) {
        a.say(flow, said);
    }
    // The registrar's has been silent for longer, and is needed.
    let (broken, error, _) = a.lose().await;
    assert_eq!(broken.peer, peers[1].1.peer, "{error}");
    // And only what is for answers ends when nobody says anything.
    let (_registrar, _) = peers[0].0.accept().await.unwrap();
    let (_stream, _) = peers[2].0.accept().await.unwrap();
    let (broken, error, _) = a.lose().await;
    assert_eq!(broken.peer, peers[2].1.peer);
    assert!(error.contains("too long"), "{error}");
    assert_eq!(a.counts().outgoing, 1);
}

/// A registration wants a connection that is kept alive, whatever was opened for an answer before.
#[tokio::test]
async fn a_request_takes_what_was_opened_for_answers_only_if_it_says_so() {
    let mut a = sockets(Options {
        ping_every: Duration::from_millis(30),
        ..options()
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let flow = a.to(Transport::Tcp, listener.local_addr().unwrap());
    a.say(&flow, ANSWER);
    let (mut answers, _) = a.beside(listener.accept()).await.unwrap();
    a.say(&flow, b"REGISTER");
    let (mut registers, _) = a.beside(listener.accept()).await.unwrap();
    let mut come = [0; b"REGISTER\r\n\r\n".len()];
    a.beside(registers.read_exact(&mut come)).await.unwrap();
    assert_eq!(&come, b"REGISTER\r\n\r\n", "and a ping");
    // What came over the other goes on over it.
    answers.write_all(&message(1, 200)).await.unwrap();
    let (named, _) = a.hear().await;
    a.say(&named, b"BYE");
    let mut come = [0; b"SIP/2.0 200 OK\r\nBYE".len()];
    a.beside(answers.read_exact(&mut come)).await.unwrap();
    assert!(come.ends_with(b"\r\nBYE"));
    assert_eq!(a.counts().outgoing, 2);
}

#[tokio::test]
async fn a_request_whose_length_nobody_knows_is_answered_before_its_connection_ends() {
    let mut a = sockets(options());
    let mut stream = TcpStream::connect(a.at(Transport::Tcp)).await.unwrap();
    let asked = b"OPTIONS sip:h SIP/2.0\r\nContent-Length: -1\r\n\r\nbody";
    stream.write_all(asked).await.unwrap();
    let (flow, _) = a.hear().await;
    let answer = b"SIP/2.0 400 Malformed Content-Length\r\n\r\n";
    a.say(&flow, answer);
    let (lost, error, _) = a.lose().await;
    assert_eq!(
        (&lost, error.as_str()),
        (&flow, "what came is not SIP, or too long")
    );
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.unwrap();
    assert_eq!(heard, answer);
}

#[tokio::test]
async fn a_connection_that_brings_no_answers_is_passed_over_by_what_does_not_name_it() {
    let mut a = sockets(options());
    let mut peer = sockets(options());
    let flow = a.to(Transport::Tcp, peer.at(Transport::Tcp));
    a.say(&flow, &message(1, 200));
    let (back, _) = a.beside(peer.hear()).await;
    // As long as it has said nothing it may only be slow, and so it may when it was asked nothing.
    a.pass_over_silent();
    peer.say(&back, &message(2, 200));
    let (named, _) = peer.beside(a.hear()).await;
    a.pass_over_silent();
    a.say(&flow, &message(3, 200));
    let (third, _) = a.beside(peer.hear()).await;
    assert_eq!(third, back);
    // What it asks itself is no answer.
    peer.say(&back, &message(7, 200));
    peer.beside(a.hear()).await;
    a.pass_over_silent();
    a.say(&flow, &message(4, 200));
    let (fourth, _) = a.beside(peer.hear()).await;
    assert_ne!(fourth, back);
    // What comes by it still is heard, and answered.
    peer.say(&back, &message(5, 200));
    assert_eq!(peer.beside(a.hear()).await.0, named);
    a.say(&named, &message(6, 200));
    assert_eq!(a.beside(peer.hear()).await.0, back);
}
