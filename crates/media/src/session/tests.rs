//! A session by itself; two of them with a network in between are in `tests/`.

use super::*;
use crate::rtp::{Header, Packet};

const PCMU: Format = Format {
    payload_type: 0,
    clock_rate: 8000,
    sizing: Sizing::OctetsPerTick(1),
};
const EVENTS: Events = Events {
    payload_type: 101,
    clock_rate: 8000,
};
const THEIR_SSRC: u32 = 0x1234_5678;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

fn at(port: u16) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1], port))
}

fn agreement() -> Agreement {
    Agreement::simple(at(4000), PCMU, ms(20), Some(EVENTS))
}

fn session() -> Session {
    Session::new(ms(0), &Seeds::new(&[0x5A; 32]), agreement()).unwrap()
}

/// The packet with this number of a source that sends every 20 ms from number 100 on.
fn packet(ssrc: u32, count: u16) -> Vec<u8> {
    let header = Header {
        payload_type: 0,
        marker: count == 0,
        sequence: 100 + count,
        timestamp: 70_000 + u32::from(count) * 160,
        ssrc,
    };
    let mut out = vec![0; 172];
    header.write(&mut out).unwrap().fill(count as u8);
    out
}

fn give(session: &mut Session, now: u64, port: u16, ssrc: u32, count: u16) -> Received {
    session
        .receive(ms(now), at(port), &mut packet(ssrc, count))
        .unwrap()
}

fn events(session: &mut Session) -> Vec<Event> {
    std::iter::from_fn(|| session.next_event()).collect()
}

#[test]
fn sound_is_played_in_order_after_its_delay() {
    let mut session = session();
    let mut played = Vec::new();
    for count in 0..50 {
        let now = u64::from(count) * 20;
        give(&mut session, now, 4000, THEIR_SSRC, count);
        if let Frame::Sound {
            payload,
            payload_type: 0,
            ..
        } = session.next_frame(ms(now), false)
        {
            played.push((count, payload[0]));
        }
    }
    assert_eq!(
        played[0],
        (3, 1),
        "40 ms after it came; the first is the probation's"
    );
    assert!(
        played.windows(2).all(|two| two[1].1 == two[0].1 + 1),
        "{played:?}"
    );
    assert_eq!(session.statistics(ms(1000)).lost, 0);
    assert_eq!(events(&mut session), [Event::Source(THEIR_SSRC)]);
}

#[test]
fn what_is_sent_counts_on_and_is_marked_after_a_pause() {
    let mut session = session();
    let mut out = [0; 200];
    let mut sent = Vec::new();
    for (due, outgoing) in [
        (0, Outgoing::Sound(&[1; 160])),
        (20, Outgoing::Sound(&[2; 160])),
        (40, Outgoing::Nothing),
        (60, Outgoing::Sound(&[3; 160])),
        (500, Outgoing::Sound(&[4; 160])),
    ] {
        if let Some(datagram) = session.send(ms(due), outgoing, false, &mut out) {
            assert_eq!((datagram.to, datagram.port), (at(4000), Port::Sound));
            let packet = Packet::parse(datagram.octets).unwrap();
            assert_eq!(packet.payload.len(), 160);
            sent.push(packet.header);
        }
    }
    let (sequence, timestamp) = (sent[0].sequence, sent[0].timestamp);
    let seen: Vec<_> = sent
        .iter()
        .map(|h| {
            (
                h.sequence - sequence,
                h.timestamp.wrapping_sub(timestamp),
                h.marker,
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (0, 0, true),
            (1, 160, false),
            (2, 480, true),
            (3, 4000, true)
        ]
    );
    assert!(sequence < 0x8000);
}

#[test]
fn a_session_is_small_and_takes_nothing_more() {
    let session = session();
    let whole = size_of::<Session>() + session.heap();
    assert!(
        whole < 12_000,
        "{} + {}",
        size_of::<Session>(),
        session.heap()
    );
}
