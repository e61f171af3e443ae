//! What lives on a line can be counted, and nothing of it stays.

mod support;

use std::net::UdpSocket;
use support::phone::Phone;
use support::script::Script;
use tapi3::engine::{DropReason, Gauge, State};

fn value(gauges: &[Gauge], name: &str) -> u64 {
    let found = gauges.iter().find(|gauge| gauge.name == name);
    found
        .unwrap_or_else(|| panic!("no {name} in {gauges:?}"))
        .value
}

fn are_back(phone: &Phone) -> bool {
    let gauges = phone.line.provider().gauges();
    assert_eq!(gauges.len(), 6);
    gauges.iter().all(|gauge| gauge.value == 0)
}

/// How much memory this process has, in kB.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_ascii_whitespace()
        .nth(1)
        .unwrap()
        .parse()
        .unwrap()
}

#[test]
fn after_calls_and_refusals_nothing_is_left() {
    let phone = Phone::quick("");
    assert!(are_back(&phone));
    let peer = Script::new();
    let call = phone.dial(peer.port);
    let invite = peer.expect("INVITE");
    let gauges = phone.line.provider().gauges();
    assert_eq!(value(&gauges, "tapi3_sip_calls"), 1);
    assert!(value(&gauges, "tapi3_sip_transactions") > 0);
    assert!(value(&gauges, "tapi3_sip_timers") > 0);
    peer.accept(&invite, "a");
    phone.expect(&call, State::Connected);
    support::until("the dialog counts", || {
        value(&phone.line.provider().gauges(), "tapi3_sip_dialogs") == 1
    });
    call.disconnect(DropReason::Normal).unwrap();
    let bye = peer.find("BYE");
    peer.answer(&bye, "200 OK", "", "", "");
    let refused = phone.dial(peer.port);
    let invite = peer.find("INVITE");
    peer.answer(&invite, "486 Busy Here", "b", "", "");
    phone.expect_end(&refused);
    let caller = Script::new();
    caller.invite(phone.port, "");
    let offered = phone.incoming();
    offered.disconnect(DropReason::Rejected).unwrap();
    caller.ack_refusal(&caller.find("603"));
    support::until("all is over", || are_back(&phone));
    phone.engine.close();
    // Whoever asks when nobody counts any more is not kept waiting, and hears of nothing.
    assert!(
        phone
            .line
            .provider()
            .gauges()
            .iter()
            .all(|gauge| gauge.value == 0)
    );
}

#[test]
fn twenty_thousand_odd_datagrams_leave_nothing_behind() {
    let phone = Phone::quick("");
    let stranger = UdpSocket::bind("127.0.0.1:0").unwrap();
    let own = stranger.local_addr().unwrap();
    let port = phone.port;
    let whole = |method: &str, number: usize| {
        format!(
            "{method} sip:alice@127.0.0.1:{port} SIP/2.0\r\nVia: SIP/2.0/UDP {own};\
             branch=z9hG4bK{number}\r\nFrom: <sip:x@{own}>;tag={number}\r\n\
             To: <sip:alice@127.0.0.1>\r\nCall-ID: {number}\r\nCSeq: {number} {method}\r\n\
             Contact: <sip:x@{own}>\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n"
        )
    };
    const METHODS: [&str; 8] = [
        "OPTIONS",
        "BYE",
        "CANCEL",
        "REGISTER",
        "NOTIFY",
        "REFER",
        "SUBSCRIBE",
        "INFO",
    ];
    let mut luck = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = move |below: usize| {
        luck ^= luck << 13;
        luck ^= luck >> 7;
        luck ^= luck << 17;
        (luck % below.max(1) as u64) as usize
    };
    let mut flood = |from: usize, to: usize| {
        for number in from..to {
            let mut bytes = whole(METHODS[random(METHODS.len())], number).into_bytes();
            for _ in 0..random(4) {
                let at = random(bytes.len());
                match random(3) {
                    0 => bytes[at] = random(256) as u8,
                    1 => bytes.truncate(at),
                    _ => {
                        bytes.insert(at, random(256) as u8);
                    }
                }
                if bytes.is_empty() {
                    bytes.push(0);
                }
            }
            stranger.send_to(&bytes, ("127.0.0.1", port)).unwrap();
            if number % 64 == 0 {
                // The socket's queue is no place to lose them.
                phone.line.provider().gauges();
            }
        }
    };
    // What is kept for later, such as buffers, has its size after the first ones.
    // As many at once as later: a fast machine has all of them at a time.
    flood(0, 10_000);
    support::until("all is over", || are_back(&phone));
    let before = memory();
    flood(10_000, 20_000);
    support::until("all is over", || are_back(&phone));
    flood(20_000, 30_000);
    support::until("all is over", || are_back(&phone));
    let after = memory();
    assert!(
        after < before + 4096,
        "{before} kB before, {after} kB after"
    );
}
