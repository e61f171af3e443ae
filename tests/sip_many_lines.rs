//! A thousand lines on one socket.

mod support;

use std::net::UdpSocket;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use support::script::Script;
use tapi3::engine::{Engine, PartyId, Settings as EngineSettings, State, SystemClock};
use tapi3::providers::sip;

const LINES: usize = 1000;

/// How long all of them may take: they register one after the other.
const LONG: Duration = Duration::from_secs(120);

fn wait(what: &str, mut done: impl FnMut() -> bool) {
    let end = Instant::now() + LONG;
    while !done() {
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Grants every registration until it is told to end; returns how many came, and in what time.
fn grant(socket: &UdpSocket, granted: &AtomicUsize, ended: &AtomicBool) -> Duration {
    socket
        .set_read_timeout(Some(Duration::from_millis(50)))
        .unwrap();
    let mut datagram = [0; 8192];
    let (mut first, mut last) = (None, Instant::now());
    while !ended.load(Ordering::Relaxed) {
        let Ok((length, from)) = socket.recv_from(&mut datagram) else {
            continue;
        };
        let Ok(text) = std::str::from_utf8(&datagram[..length]) else {
            continue;
        };
        if !text.starts_with("REGISTER ") {
            continue;
        }
        let mut answer = "SIP/2.0 200 OK\r\n".to_owned();
        for line in text.split("\r\n") {
            let copied = ["Via:", "From:", "To:", "Call-ID:", "CSeq:"];
            if copied.iter().any(|name| line.starts_with(name)) {
                answer.push_str(&format!("{line}\r\n"));
            } else if let Some(contact) = line.strip_prefix("Contact:") {
                let contact = contact.split(";expires").next().unwrap();
                answer.push_str(&format!("Contact:{contact};expires=3600\r\n"));
            }
        }
        answer.push_str("Content-Length: 0\r\n\r\n");
        socket.send_to(answer.as_bytes(), from).unwrap();
        granted.fetch_add(1, Ordering::Relaxed);
        last = Instant::now();
        first.get_or_insert(last);
    }
    last.duration_since(first.unwrap_or(last))
}

#[test]
fn a_thousand_lines_register_one_after_the_other_and_each_is_found() {
    let registrar = UdpSocket::bind("127.0.0.1:0").unwrap();
    let (port, server) = (support::free_port(), registrar.local_addr().unwrap());
    let granted = Arc::<AtomicUsize>::default();
    let ended = Arc::<AtomicBool>::default();
    let engine = Engine::new(Arc::new(SystemClock::new()), EngineSettings::default());
    let lines = (0..LINES).map(|number| {
        let text = format!(
            "uri = 'sip:u{number}@127.0.0.1'\nlisten = '127.0.0.1:{port}'\nregistrar = '{server}'\n\
             register = true\nkeep_alive = '0s'"
        );
        (format!("line {number}"), toml::from_str(&text).unwrap())
    });
    let counting = {
        let (granted, ended) = (granted.clone(), ended.clone());
        std::thread::spawn(move || grant(&registrar, &granted, &ended))
    };
    sip::open(&engine, lines.collect()).unwrap();
    let lines = engine.lines().unwrap();
    assert_eq!(lines.len(), LINES);
    // They do not come all at once, so the first is called while the last is not registered yet.
    wait("the first registrations", || {
        granted.load(Ordering::Relaxed) > 0
    });
    wait("all registrations", || {
        granted.load(Ordering::Relaxed) >= LINES
    });
    // What was granted may still be on its way.
    wait("all are in service", || {
        lines.iter().all(|line| line.in_service())
    });
    // Each is found by its own name, and by no other.
    for number in [0, 1, 499, LINES - 1] {
        let peer = Script::new();
        peer.invite_user(&format!("u{number}"), port, "");
        peer.find("180");
        wait("the call is there", || {
            !lines[number].calls().unwrap().is_empty()
        });
        let calls = lines[number].calls().unwrap();
        assert_eq!(calls.len(), 1, "line {number}");
        assert_eq!(calls[0].state(), State::Offering);
        assert_eq!(calls[0].party(PartyId::Caller).unwrap().number, "script");
    }
    let peer = Script::new();
    peer.invite_user("u1000", port, "");
    peer.find("404");
    ended.store(true, Ordering::Relaxed);
    let took = counting.join().unwrap();
    engine.close();
    // One each 20 ms, and not earlier; the machine may be late.
    assert!(
        took > Duration::from_millis(20) * (LINES as u32 - 1) / 2,
        "{took:?}"
    );
}
