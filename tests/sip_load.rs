//! Many SIP calls at once, from several threads, and over a network that loses one datagram in ten.

mod support;

use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;
use support::baresip::Baresip;
use support::phone::Phone;
use support::sipp::Sipp;
use tapi3::engine::{DropReason, State};

const CALLS: usize = 200;
const THREADS: usize = 4;

#[test]
fn calls_from_many_threads_all_end_and_leave_nothing_behind() {
    let phone = Phone::open(&format!("max_calls = {THREADS}"));
    let count = CALLS.to_string();
    let peer = Sipp::called_with("answers", &[], &["-m", &count]);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for _ in 0..CALLS / THREADS {
                    let call = phone.call(&format!("sip:bob@127.0.0.1:{}", peer.port));
                    // Every call finds its place free: a hang-up frees it at once.
                    call.connect(true).unwrap();
                    call.disconnect(DropReason::Normal).unwrap();
                    assert_eq!(call.call.state(), State::Disconnected);
                    call.detach();
                }
            });
        }
    });
    peer.passed();
    assert!(phone.line.calls().unwrap().is_empty());
    assert!(phone.close() < support::DEADLINE);
}

/// Carries datagrams between a line and its peer, and loses some.
struct Lossy {
    port: u16,
    lost: Arc<AtomicU32>,
    end: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Lossy {
    fn start(peer: u16) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket
            .set_read_timeout(Some(Duration::from_millis(50)))
            .unwrap();
        let port = socket.local_addr().unwrap().port();
        let (lost, end) = (Arc::<AtomicU32>::default(), Arc::<AtomicBool>::default());
        let (counted, ended) = (lost.clone(), end.clone());
        let thread = std::thread::spawn(move || carry(&socket, peer, &counted, &ended));
        Lossy {
            port,
            lost,
            end,
            thread: Some(thread),
        }
    }
}

fn carry(socket: &UdpSocket, peer: u16, lost: &AtomicU32, end: &AtomicBool) {
    let port = socket.local_addr().unwrap().port();
    let peer = SocketAddr::from(([127, 0, 0, 1], peer));
    let mut line = None;
    let mut buffer = [0; 8192];
    // A linear congruential generator: the same losses each time.
    let mut random: u32 = 1;
    while !end.load(Ordering::Relaxed) {
        let Ok((length, from)) = socket.recv_from(&mut buffer) else {
            continue;
        };
        if from != peer {
            line = Some(from);
        }
        let to = if from == peer { line } else { Some(peer) };
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if (random >> 16) % 10 == 0 {
            lost.fetch_add(1, Ordering::Relaxed);
        } else if let Some(to) = to {
            socket
                .send_to(&recorded(&buffer[..length], port), to)
                .unwrap();
        }
    }
}

impl Drop for Lossy {
    fn drop(&mut self) {
        self.end.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A message with the carrier in its route, so that it carries all of the call.
fn recorded(message: &[u8], port: u16) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(message) else {
        return message.to_vec();
    };
    match text.split_once("\r\n") {
        Some((line, rest)) if line.starts_with("INVITE ") => {
            format!("{line}\r\nRecord-Route: <sip:127.0.0.1:{port};lr>\r\n{rest}").into_bytes()
        }
        _ => message.to_vec(),
    }
}

#[test]
fn calls_end_although_datagrams_are_lost() {
    const LOSSY_CALLS: usize = 20;
    let mut peer = Baresip::start(";answermode=auto");
    let lossy = Lossy::start(peer.port);
    let phone = Phone::quick(&format!(
        "outbound_proxy = '127.0.0.1:{}'\nmax_calls = {LOSSY_CALLS}",
        lossy.port
    ));
    let calls: Vec<_> = (0..LOSSY_CALLS).map(|_| phone.dial(peer.port)).collect();
    for call in &calls {
        support::until("the call is answered", || {
            call.call.state() == State::Connected
        });
    }
    for call in &calls {
        call.disconnect(DropReason::Normal).unwrap();
    }
    for _ in &calls {
        peer.expect("CALL_CLOSED");
    }
    // A lost answer to a BYE may take until its last copy.
    assert!(phone.close() < support::DEADLINE);
    assert!(lossy.lost.load(Ordering::Relaxed) > 5, "nothing was lost");
}
