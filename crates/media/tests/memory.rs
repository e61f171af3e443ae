//! A session asks for memory when it is made and when it is protected, and never again.

#![allow(unsafe_code, reason = "the meter is an allocator")]

use std::net::SocketAddr;
use std::time::Duration;

use tapi3_media::rtcp::Ntp;
use tapi3_media::session::{
    Agreement, Events, Format, Frame, Outgoing, Protection, Seeds, Session, Sizing,
};
use tapi3_media::srtp::{MasterKey, Suite};

#[path = "../../../tests/support/meter.rs"]
#[allow(dead_code, reason = "each test file uses its part")]
mod meter;

const PCMU: Format = Format {
    payload_type: 0,
    clock_rate: 8000,
    sizing: Sizing::OctetsPerTick(1),
};
const EVENTS: Events = Events {
    payload_type: 101,
    clock_rate: 8000,
};

fn session(port: u16) -> Result<Session, std::collections::TryReserveError> {
    let remote = SocketAddr::from(([127, 0, 0, 1], port));
    let agreement = Agreement::simple(remote, PCMU, Duration::from_millis(20), Some(EVENTS));
    Session::new(Duration::ZERO, &Seeds::new(&[port as u8; 32]), agreement)
}

fn protection(ours: u8, theirs: u8) -> Protection {
    let key = |octet| (Suite::Tag80, MasterKey::new(&[octet; 30]));
    Protection {
        ours: key(ours),
        theirs: key(theirs),
    }
}

#[test]
fn nothing_is_taken_while_a_call_lasts() {
    let (from, to) = (
        SocketAddr::from(([127, 0, 0, 1], 5000)),
        SocketAddr::from(([127, 0, 0, 1], 4000)),
    );
    let (mut one, mut other) = (session(4000).unwrap(), session(5000).unwrap());
    one.protect(protection(1, 2)).unwrap();
    other.protect(protection(2, 1)).unwrap();
    let (taken, played) = meter::taken(|| {
        let mut played = 0;
        let mut out = [0; 400];
        for count in 0..3000u64 {
            let now = Duration::from_millis(count * 20);
            if count % 500 == 100 {
                one.send_digits(&[1, 2, 3], Duration::from_millis(80))
                    .unwrap();
            }
            let sent = one.send(now, Outgoing::Sound(&[7; 160]), false, &mut out);
            let length = sent.map(|datagram| datagram.octets.len());
            if let Some(length) = length.filter(|_| count % 17 != 0) {
                let _ = other.receive(now, from, &mut out[..length]);
            }
            let report = one.poll(now, Ntp::from_unix(now), &mut out);
            if let Some(length) = report.map(|datagram| datagram.octets.len()) {
                let _ = other.receive_control(now, from, &mut out[..length]);
            }
            played += u32::from(matches!(other.next_frame(now, false), Frame::Sound { .. }));
            while other.next_event().is_some() {}
            let _ = other.receive(now, to, &mut [0x80; 100]);
        }
        one.leave(
            Duration::from_secs(60),
            Ntp::from_unix(Duration::ZERO),
            &mut out,
        )
        .unwrap();
        played
    });
    assert!(played > 2500, "{played}");
    assert_eq!(taken, 0);
}

#[test]
fn a_session_takes_less_than_12_kb_and_16_with_its_keys() {
    let mut session = session(4000).unwrap();
    let plain = size_of::<Session>() + session.heap();
    assert!(plain < 12_000, "{plain}");
    session.protect(protection(1, 2)).unwrap();
    let protected = size_of::<Session>() + session.heap();
    assert!(protected < 16_000, "{protected}");
    assert_eq!(
        meter::taken(|| session.protect(protection(1, 2)).unwrap()).0,
        0
    );
}

#[test]
fn a_session_that_cannot_be_made_is_an_error() {
    for n in 0.. {
        let (failed, made) = meter::failing(n, || session(4000));
        assert_eq!(made.is_err(), failed, "allocation {n}");
        if !failed {
            break;
        }
    }
    let mut session = session(4000).unwrap();
    let (failed, made) = meter::failing(0, || session.protect(protection(1, 2)));
    assert!(failed && made.is_err() && !session.is_protected());
}
