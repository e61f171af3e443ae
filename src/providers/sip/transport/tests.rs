//! The sockets against each other, against bare sockets, and against openssl.

mod datagrams;
mod limits;
mod streams;
mod tls;

use super::*;
use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;

/// How long a test waits for what must happen.
const DEADLINE: Duration = Duration::from_secs(60);

fn options() -> Options {
    Options::with_t1(Duration::from_millis(500))
}

/// Sockets on loopback.
fn sockets(options: Options) -> Transports {
    secured(options, Arc::default())
}

/// With TLS, if there is a certificate.
fn secured(options: Options, security: Arc<Security>) -> Transports {
    let address = "127.0.0.1:0".parse().unwrap();
    let listen = Listen {
        address,
        tcp: true,
        tls: security.can_accept().then_some(address),
    };
    let bound = Bound::at(&listen, security).unwrap();
    Transports::new(vec![bound], options).unwrap()
}

impl Transports {
    /// Where it is reached.
    fn at(&self, transport: Transport) -> SocketAddr {
        match transport {
            Transport::Tls => self.places[0].tls_address.unwrap(),
            _ => self.places[0].address,
        }
    }

    /// A way to a peer, as an agent would make it.
    fn to(&mut self, transport: Transport, peer: SocketAddr) -> Flow {
        Flow {
            transport,
            peer,
            local: self.local(0, transport, peer).unwrap(),
            connection: None,
            server_name: None,
        }
    }

    fn say(&mut self, flow: &Flow, bytes: &[u8]) {
        let flow = flow.clone();
        let bytes = Bytes::copy_from_slice(bytes);
        self.send(Transmit { flow, bytes });
    }

    /// The next message, in the deadline.
    async fn hear(&mut self) -> (Flow, Vec<u8>) {
        match timeout(DEADLINE, self.next()).await.unwrap() {
            Input::Message { flow, bytes } => (flow, bytes.to_vec()),
            broken => panic!("{broken:?}"),
        }
    }

    /// The next end of a connection, in the deadline.
    async fn lose(&mut self) -> (Flow, String, Vec<Bytes>) {
        let (gone, error) = self.lose_all().await;
        (gone.flow, error, gone.unsent)
    }

    /// The same with all its numbers.
    async fn lose_all(&mut self) -> (Gone, String) {
        match timeout(DEADLINE, self.next()).await.unwrap() {
            Input::Broken { gone, error } => (gone, error),
            message => panic!("{message:?}"),
        }
    }

    /// Runs until `done` says so, and takes no message.
    async fn until(&mut self, mut done: impl FnMut(&Counts) -> bool) {
        let mut wait = async || {
            while !done(&self.counts()) {
                let input = timeout(Duration::from_millis(5), self.next()).await;
                assert!(input.is_err(), "{input:?}");
            }
        };
        timeout(DEADLINE, wait()).await.unwrap();
    }

    /// Runs beside something else, and takes no message.
    async fn beside<T>(&mut self, other: impl Future<Output = T>) -> T {
        let both = async {
            tokio::select! {
                done = other => done,
                input = self.next() => panic!("{input:?}"),
            }
        };
        timeout(DEADLINE, both).await.unwrap()
    }
}

/// A message of so many bytes in all, with a number that it can be known by.
fn message(number: usize, length: usize) -> Vec<u8> {
    let head = |body: usize, space: &str| {
        format!(
            "OPTIONS sip:{number}@h SIP/2.0\r\nVia: SIP/2.0/TCP h;branch=z9hG4bK{number}\r\n\
             Content-Length:{space}{body}\r\n\r\n"
        )
    };
    let mut body = length;
    while head(body, " ").len() + body > length {
        body -= 1;
    }
    // One digit more in the length may be one too many.
    let space = match head(body, " ").len() + body {
        whole if whole == length => " ",
        _ => "  ",
    };
    let mut bytes = head(body, space).into_bytes();
    bytes.resize(bytes.len() + body, b'x');
    assert_eq!(bytes.len(), length);
    bytes
}
