//! To wait for what must happen, and ports for those who are waited for.

use std::net::{TcpListener, UdpSocket};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A port for a peer, UDP and TCP, that nobody else gets: below those that the system hands out,
/// which another test may be given before the peer has bound it, or whoever tries to reach a peer
/// that is away. Some peers take the next one too.
pub fn free_port() -> u16 {
    const FIRST: u32 = 20_000;
    const COUNT: u32 = 12_000;
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NEXT.fetch_add(2, Ordering::Relaxed);
        assert!(number < COUNT, "no port is free");
        // Other test programs may run at the same time, and this file may be in one of them twice.
        let copy = module_path!().bytes().fold(0_u32, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(byte.into())
        });
        let begin = std::process::id().wrapping_mul(101).wrapping_add(copy & !1);
        let place = begin.wrapping_add(number) % COUNT;
        let port = u16::try_from(FIRST + place).unwrap();
        let address = ("127.0.0.1", port);
        if UdpSocket::bind(address).is_ok() && TcpListener::bind(address).is_ok() {
            return port;
        }
    }
}

/// Looks again and again until `done` says so; fails the test after `patience`.
#[track_caller]
pub fn until_within(patience: Duration, what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + patience;
    while !done() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}
