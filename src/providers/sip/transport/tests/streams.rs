//! TCP: connections that are opened, cut into messages, kept alive and lost.

use super::*;
use tokio::net::TcpListener;

/// A peer that is a bare socket.
async fn bare() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address)
}

#[tokio::test]
async fn a_connection_is_opened_once_and_used_both_ways() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    let to_b = a.to(Transport::Tcp, b.at(Transport::Tcp));
    assert_eq!(
        to_b.local,
        a.at(Transport::Tcp),
        "not the port of the connection"
    );
    let mut numbers = Vec::new();
    for n in 0..3 {
        a.say(&to_b, &message(n, 300));
        let (back, bytes) = a.beside(b.hear()).await;
        assert_eq!(bytes, message(n, 300));
        assert_eq!(
            (back.transport, back.local),
            (Transport::Tcp, b.at(Transport::Tcp))
        );
        b.say(&back, &message(n, 400));
        let (flow, bytes) = b.beside(a.hear()).await;
        assert_eq!(bytes, message(n, 400));
        numbers.extend([flow.connection.unwrap(), back.connection.unwrap()]);
    }
    assert_eq!(numbers[..2], numbers[4..]);
    let counts = |s: &Transports| (s.counts().incoming, s.counts().outgoing);
    assert_eq!((counts(&a), counts(&b)), ((0, 1), (1, 0)));
}

#[tokio::test]
async fn many_messages_come_whole_and_in_their_order() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    let to_b = a.to(Transport::Tcp, b.at(Transport::Tcp));
    // More than the queue of events holds, each in several pieces.
    for n in 0..600 {
        a.say(&to_b, &message(n, 200 + n * 2));
    }
    let all = async {
        for n in 0..600 {
            assert_eq!(b.hear().await.1, message(n, 200 + n * 2));
        }
    };
    a.beside(all).await;
    a.until(|counts| counts.unsent == 0).await;
}

#[tokio::test]
async fn a_ping_is_answered_and_stray_line_ends_are_nothing() {
    let mut a = sockets(options());
    let mut peer = TcpStream::connect(a.at(Transport::Tcp)).await.unwrap();
    peer.write_all(b"\r\n\r\n").await.unwrap();
    let mut pong = [0; 2];
    a.beside(peer.read_exact(&mut pong)).await.unwrap();
    assert_eq!(&pong, b"\r\n");
    peer.write_all(b"\r\n").await.unwrap();
    peer.write_all(&message(1, 300)).await.unwrap();
    assert_eq!(a.hear().await.1, message(1, 300));
}

#[tokio::test]
async fn a_connection_that_cannot_be_had_is_told_with_what_waited_for_it() {
    let mut a = sockets(options());
    let (listener, peer) = bare().await;
    drop(listener);
    let flow = a.to(Transport::Tcp, peer);
    a.say(&flow, b"one");
    a.say(&flow, b"two");
    let (broken, error, unsent) = a.lose().await;
    assert_eq!((broken.transport, broken.peer), (Transport::Tcp, peer));
    assert!(broken.connection.is_some());
    assert!(error.to_lowercase().contains("refused"), "{error}");
    assert_eq!(unsent, ["one", "two"]);
    assert_eq!(a.counts(), Counts::default());
    // The next message opens one anew.
    let listener = TcpListener::bind(peer).await.unwrap();
    a.say(&flow, b"three");
    let (mut stream, _) = a.beside(listener.accept()).await.unwrap();
    let mut bytes = [0; 5];
    a.beside(stream.read_exact(&mut bytes)).await.unwrap();
    assert_eq!(&bytes, b"three");
}

#[tokio::test]
async fn a_connection_that_ends_is_told_under_each_of_its_numbers() {
    let mut a = sockets(options());
    let (listener, peer) = bare().await;
    let plain = a.to(Transport::Tcp, peer);
    let mut old: Option<Flow> = None;
    for round in 0..2 {
        a.say(old.as_ref().unwrap_or(&plain), b"x");
        let (mut stream, _) = a.beside(listener.accept()).await.unwrap();
        a.beside(stream.read_u8()).await.unwrap();
        drop(stream);
        let (gone, error) = a.lose_all().await;
        assert!(error.contains("closed"), "{error}");
        assert!(gone.unsent.is_empty());
        let before = old.as_ref().and_then(|old| old.connection);
        assert_eq!(gone.others, Vec::from_iter(before), "round {round}");
        assert!(!gone.others.contains(&gone.flow.connection.unwrap()));
        old = Some(gone.flow);
    }
    assert_eq!(a.counts(), Counts::default());
}

#[tokio::test]
async fn what_is_not_sip_ends_the_connection_at_once() {
    let mut a = sockets(options());
    let mut peer = TcpStream::connect(a.at(Transport::Tcp)).await.unwrap();
    peer.write_all(b"\x16\x03\x01 TLS on the wrong port")
        .await
        .unwrap();
    let mut bytes = [0; 8];
    // Nobody has heard of it, so its end is not told either.
    assert!(matches!(
        a.beside(peer.read(&mut bytes)).await,
        Ok(0) | Err(_)
    ));
    a.until(|counts| counts.incoming == 0).await;
}

#[tokio::test]
async fn a_peer_that_answers_pings_has_to() {
    let mut a = sockets(Options {
        ping_every: Duration::from_millis(30),
        pong_within: Duration::from_millis(20),
        ..options()
    });
    let (listener, peer) = bare().await;
    let flow = a.to(Transport::Tcp, peer);
    a.say(&flow, b"x");
    let (mut stream, _) = a.beside(listener.accept()).await.unwrap();
    a.beside(stream.read_u8()).await.unwrap();
    let mut ping = [0; 4];
    // One that never does is left alone.
    for _ in 0..3 {
        a.beside(stream.read_exact(&mut ping)).await.unwrap();
        assert_eq!(&ping, b"\r\n\r\n");
    }
    stream.write_all(b"\r\n").await.unwrap();
    let (broken, error, _) = a.lose().await;
    assert_eq!(broken.peer, peer);
    assert!(error.contains("does not answer"), "{error}");
}

#[tokio::test]
async fn what_is_still_to_be_sent_goes_out_at_the_end() {
    let (mut a, mut b) = (sockets(options()), sockets(options()));
    let to_b = a.to(Transport::Tcp, b.at(Transport::Tcp));
    for n in 0..50 {
        a.say(&to_b, &message(n, 2000));
    }
    let last = a.to(Transport::Udp, b.at(Transport::Udp));
    a.say(&last, b"last word");
    let heard = async {
        let mut heard = Vec::new();
        while heard.len() < 51 {
            heard.push(b.hear().await.1);
        }
        heard
    };
    let (heard, ()) = tokio::join!(heard, a.finish(DEADLINE));
    assert!(heard.contains(&message(49, 2000)) && heard.contains(&b"last word".to_vec()));
    assert!(b.lose().await.1.contains("closed"));
}
