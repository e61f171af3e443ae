//! A session asks for memory when it is made, when it is protected, and when more waits than before; and
//! a call that goes well for none.

#![allow(unsafe_code, reason = "the meter is an allocator")]

use std::net::SocketAddr;
use std::time::Duration;

use tapi3_media::rtcp::Ntp;
use tapi3_media::session::{
    Agreement, Events, Format, Frame, Outgoing, Protection, Received, Seeds, Session, Sizing,
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
    let mut out = [0; 400];
    let mut minute = |minute: u64| {
        let mut played = 0;
        for count in minute * 3000..(minute + 1) * 3000 {
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
            while one.next_event().or_else(|| other.next_event()).is_some() {}
            let _ = other.receive(now, to, &mut [0x80; 100]);
        }
        played
    };
    // The first brings what is to wait in each of the others.
    minute(0);
    let (taken, played) = meter::taken(|| minute(1));
    assert!(played > 2500, "{played}");
    assert_eq!(taken, 0);
    let end = Duration::from_secs(120);
    let left = meter::taken(|| one.leave(end, Ntp::from_unix(end), &mut out).is_some());
    assert_eq!(left, (0, true));
    let keys = 4_100;
    let whole = size_of::<Session>() + other.heap();
    assert!(whole < 4_300 + keys, "{whole}");
}

#[test]
fn a_session_takes_less_than_3_kb_until_sound_comes_and_7_with_its_keys() {
    let mut session = session(4000).unwrap();
    let plain = size_of::<Session>() + session.heap();
    assert!(plain < 2_600, "{plain}");
    session.protect(protection(1, 2)).unwrap();
    let protected = size_of::<Session>() + session.heap();
    assert!(protected < 6_700, "{protected}");
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
    // Without memory for it, sound is as if it had been lost, and comes when there is some again.
    let from = SocketAddr::from(([127, 0, 0, 1], 4000));
    let packet = |number: u8, session: &mut Session| {
        let mut packet = [0x55; 12 + 160];
        packet[..4].copy_from_slice(&[0x80, 0, 0, number]);
        packet[4..8].copy_from_slice(&(u32::from(number) * 160).to_be_bytes());
        session.receive(
            Duration::from_millis(u64::from(number) * 20),
            from,
            &mut packet,
        )
    };
    let _ = (packet(1, &mut session), packet(2, &mut session));
    // Held, it has given its memory back.
    for receives in [false, true] {
        let agreement = Agreement {
            receives,
            ..*session.agreement()
        };
        session.agree(Duration::ZERO, agreement);
    }
    let (failed, lost) = meter::failing_for_good(|| packet(3, &mut session));
    assert!(failed && lost.is_err(), "{lost:?}");
    assert_eq!(packet(4, &mut session), Ok(Received::Sound));
    let (failed, made) = meter::failing(0, || session.protect(protection(1, 2)));
    assert!(failed && made.is_err() && !session.is_protected());
}
