//! A session by itself; two of them with a network in between are in `tests/`.

mod sending;

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

fn sent(session: &mut Session, due: u64, outgoing: Outgoing<'_>) -> Option<(Header, Vec<u8>)> {
    let mut out = [0; 400];
    let datagram = session.send(ms(due), outgoing, false, &mut out)?;
    let packet = Packet::parse(datagram.octets).unwrap();
    Some((packet.header, packet.payload.to_vec()))
}

fn polled(session: &mut Session, now: u64) -> Option<(Vec<u8>, SocketAddr, Port)> {
    let mut out = [0; 200];
    let wall = crate::rtcp::Ntp::from_unix(ms(1_000_000 + now));
    let datagram = session.poll(ms(now), wall, &mut out)?;
    Some((datagram.octets.to_vec(), datagram.to, datagram.port))
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
fn a_session_is_small() {
    let session = session();
    let whole = size_of::<Session>() + session.heap();
    assert!(
        whole < 2_600,
        "{} + {}",
        size_of::<Session>(),
        session.heap()
    );
}

#[test]
fn nobody_else_talks_into_a_call() {
    let mut session = session();
    for count in 0..10 {
        give(&mut session, u64::from(count) * 20, 4000, THEIR_SSRC, count);
    }
    for (port, ssrc) in [(666, THEIR_SSRC), (666, 1)] {
        let result = session.receive(ms(200), at(port), &mut packet(ssrc, 11));
        assert_eq!(result, Err(Refused::Foreign));
    }
    assert_eq!(session.statistics(ms(200)).refused, 2);
    let mut report = [0x80, 201, 0, 1, 0, 0, 0, 9];
    let elsewhere = SocketAddr::from(([192, 0, 2, 9], 4001));
    assert_eq!(
        session.receive_control(ms(200), elsewhere, &mut report),
        Err(Refused::Foreign)
    );
    assert_eq!(
        session.receive_control(ms(200), at(9999), &mut report),
        Ok(Received::Control)
    );
}

#[test]
fn sound_goes_where_it_comes_from() {
    let mut session = session();
    assert_eq!(
        give(&mut session, 0, 5555, THEIR_SSRC, 0),
        Received::Unproven
    );
    assert_eq!(session.remote(), at(4000), "one packet proves nothing");
    assert_eq!(give(&mut session, 20, 5555, THEIR_SSRC, 1), Received::Sound);
    assert_eq!(session.remote(), at(5555));
    assert_eq!(
        events(&mut session),
        [Event::Moved(at(5555)), Event::Source(THEIR_SSRC)]
    );
    // What signalling named is heard still, and the same source goes on from there.
    assert_eq!(
        give(&mut session, 40, 4000, THEIR_SSRC, 2),
        Received::Unproven
    );
    assert_eq!(give(&mut session, 60, 4000, THEIR_SSRC, 3), Received::Sound);
    assert_eq!(events(&mut session), [Event::Moved(at(4000))]);
    assert_eq!(session.statistics(ms(60)).lost, 1);
}

#[test]
fn another_source_between_the_packets_of_one_changes_nothing() {
    let mut session = session();
    for count in 0..50 {
        give(&mut session, u64::from(count) * 20, 4000, THEIR_SSRC, count);
        let other = give(&mut session, u64::from(count) * 20 + 1, 4000, 99, count);
        assert!(
            count == 0 || other == Received::Unproven,
            "{count}: {other:?}"
        );
    }
    assert_eq!(events(&mut session), [Event::Source(THEIR_SSRC)]);
}

#[test]
fn payload_types_that_were_not_agreed_on_are_refused() {
    let mut session = session();
    let mut strange = packet(THEIR_SSRC, 0);
    strange[1] = 18;
    assert_eq!(
        session.receive(ms(0), at(4000), &mut strange),
        Err(Refused::Payload)
    );
    let mut nothing = [1, 2, 3];
    let refused = session.receive(ms(0), at(4000), &mut nothing);
    assert_eq!(
        refused,
        Err(Refused::Malformed(crate::rtp::Malformed::Short))
    );
}

/// RFC 3550 §8.2: another number and BYE of the former, once; then it is an echo, and is heard.
#[test]
fn our_own_number_from_the_other_side_is_given_up_once() {
    let mut session = session();
    let ours = sent(&mut session, 0, Outgoing::Sound(&[0; 160]))
        .unwrap()
        .0
        .ssrc;
    give(&mut session, 0, 4000, ours, 0);
    let other = session.ssrc();
    assert_ne!(other, ours);
    assert_eq!(events(&mut session), [Event::Renumbered(other)]);
    assert_eq!(session.poll_at(), ms(0));
    let (octets, to, _) = polled(&mut session, 1).unwrap();
    assert_eq!(to, at(4001));
    assert!(
        crate::rtcp::parse(&octets)
            .unwrap()
            .any(|part| part.says_bye_of(ours))
    );
    assert_eq!(
        sent(&mut session, 20, Outgoing::Sound(&[0; 160]))
            .unwrap()
            .0
            .ssrc,
        other
    );
    let heard: Vec<_> = (1..4)
        .map(|count| give(&mut session, 20, 4000, other, count))
        .collect();
    assert_eq!(
        heard,
        [Received::Unproven, Received::Sound, Received::Sound]
    );
    assert_eq!(session.ssrc(), other);
    assert!(session.statistics(ms(20)).looped);
}

#[test]
fn received_noise_is_played_until_sound_comes() {
    let mut noisy = agreement();
    noisy.receive.noise = Some(13);
    let mut session = Session::new(ms(0), &Seeds::new(&[3; 32]), noisy).unwrap();
    for count in 0..5 {
        give(&mut session, u64::from(count) * 20, 4000, THEIR_SSRC, count);
        session.next_frame(ms(u64::from(count) * 20), false);
    }
    let mut noise = packet(THEIR_SSRC, 5);
    noise[1] = 13;
    noise[12] = 0x80 | 47;
    noise.truncate(20);
    session.receive(ms(100), at(4000), &mut noise).unwrap();
    let frames: Vec<_> = (5..30)
        .map(|n| matches!(session.next_frame(ms(n * 20), false), Frame::ComfortNoise(l, 47) if l == ms(20)))
        .collect();
    assert!(frames[4..].iter().all(|noise| *noise), "{frames:?}");
}

#[test]
fn a_flood_of_digits_loses_beginnings_with_their_ends() {
    let mut session = session();
    let digits = |session: &mut Session, from: u16, to: u16| {
        for count in from..to {
            let mut digit = packet(THEIR_SSRC, count);
            digit[1] = 101;
            digit[12..16].copy_from_slice(&[5, 0x80, 1, 0]);
            digit.truncate(16);
            session
                .receive(ms(u64::from(count)), at(4000), &mut digit)
                .unwrap();
        }
    };
    digits(&mut session, 0, 100);
    let first = events(&mut session);
    assert!(first.len() <= 32);
    digits(&mut session, 100, 103);
    for told in [first, events(&mut session)] {
        let (mut begun, mut ended) = (0, 0);
        for event in told {
            match event {
                Event::DigitBegan(_) => begun += 1,
                Event::DigitEnded(..) => ended += 1,
                _ => continue,
            }
            assert!(begun - ended <= 1 && ended <= begun);
        }
        assert!(begun == ended && begun >= 3, "{begun} {ended}");
    }
}

#[test]
fn silence_is_counted_from_the_last_packet() {
    let mut session = session();
    assert_eq!(session.silent_since(), Some(ms(0)));
    for count in 0..3 {
        give(
            &mut session,
            1000 + u64::from(count) * 20,
            4000,
            THEIR_SSRC,
            count,
        );
    }
    assert_eq!(session.silent_since(), Some(ms(1040)));
    session.agree(
        ms(5000),
        Agreement {
            receives: false,
            ..agreement()
        },
    );
    assert_eq!(session.silent_since(), None);
    session.agree(ms(9000), agreement());
    assert_eq!(
        session.silent_since(),
        Some(ms(9000)),
        "it had no reason to send"
    );
}

#[test]
fn the_silence_of_who_is_held_invites_nobody() {
    for receives in [true, false] {
        let mut session = session();
        for count in 0..10 {
            give(&mut session, u64::from(count) * 20, 4000, THEIR_SSRC, count);
        }
        session.agree(
            ms(200),
            Agreement {
                receives,
                ..agreement()
            },
        );
        let other = session.receive(ms(60_000), at(666), &mut packet(99, 0));
        let expected = if receives {
            Ok(Received::Unproven)
        } else {
            Err(Refused::Foreign)
        };
        assert_eq!(other, expected);
    }
}

/// As G.722 is sent by those who count its samples.
#[test]
fn a_sender_whose_timestamps_go_twice_as_fast_is_heard_evenly() {
    let mut session = session();
    let mut played = Vec::new();
    for count in 0..200u16 {
        let now = u64::from(count) * 20;
        let mut fast = packet(THEIR_SSRC, count);
        fast[4..8].copy_from_slice(&(u32::from(count) * 320).to_be_bytes());
        session.receive(ms(now), at(4000), &mut fast).unwrap();
        if let Frame::Sound { payload, .. } = session.next_frame(ms(now), false) {
            played.push(payload[0]);
        }
    }
    assert!(played.len() > 185, "{}", played.len());
    assert!(session.statistics(ms(4000)).jitter < ms(5));
}
