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
fn reports_go_on_while_we_hold_and_over_one_port_if_agreed() {
    for shared_port in [false, true] {
        let held = Agreement {
            shared_port,
            sends: false,
            receives: false,
            ..agreement()
        };
        let mut session = Session::new(ms(0), &Seeds::new(&[3; 32]), held).unwrap();
        for count in 0..3 {
            let received = give(&mut session, u64::from(count) * 20, 4000, THEIR_SSRC, count);
            assert_eq!(received == Received::Unwanted, count > 0);
        }
        assert_eq!(sent(&mut session, 60, Outgoing::Sound(&[0; 160])), None);
        assert_eq!(session.next_frame(ms(60), false), Frame::Silence(ms(20)));
        assert_eq!(session.silent_since(), None);
        let reports: Vec<_> = (3..3000)
            .filter_map(|n| polled(&mut session, n * 20))
            .collect();
        assert!((9..=20).contains(&reports.len()), "{}", reports.len());
        let expected = if shared_port {
            (at(4000), Port::Sound)
        } else {
            (at(4001), Port::Control)
        };
        for (octets, to, port) in &reports {
            assert_eq!((*to, *port), expected);
            let first = crate::rtcp::parse(octets).unwrap().next();
            let Some(crate::rtcp::Part::ReceiverReport { mut reports, .. }) = first else {
                panic!("{first:?}")
            };
            assert_eq!(reports.next().map(|report| report.ssrc), Some(THEIR_SSRC));
        }
        let mut out = [0; 200];
        let bye = session.leave(ms(60_000), crate::rtcp::Ntp(0), &mut out);
        assert_eq!(bye, None, "who never sent anything says no BYE");
    }
}

#[test]
fn a_shared_port_takes_reports_and_a_bye_is_told() {
    let shared = Agreement {
        shared_port: true,
        ..agreement()
    };
    let mut session = Session::new(ms(0), &Seeds::new(&[3; 32]), shared).unwrap();
    for count in 0..2 {
        give(&mut session, 0, 4000, THEIR_SSRC, count);
    }
    sent(&mut session, 0, Outgoing::Sound(&[0; 160]));
    events(&mut session);
    let mut bye = [0; 200];
    let summary = crate::rtcp::Summary {
        ssrc: THEIR_SSRC,
        sending: None,
        report: None,
        name: b"them",
        bye: true,
    };
    let length = crate::rtcp::write(&summary, &mut bye).unwrap();
    let received = session.receive(ms(20), at(4000), &mut bye[..length]);
    assert_eq!(received, Ok(Received::Control));
    assert_eq!(events(&mut session), [Event::Left]);
    let leaving = session
        .leave(ms(40), crate::rtcp::Ntp(0), &mut bye)
        .unwrap();
    assert_eq!((leaving.to, leaving.port), (at(4000), Port::Sound));
    let ours = 0x0303_0303;
    assert!(
        crate::rtcp::parse(leaving.octets)
            .unwrap()
            .any(|part| part.says_bye_of(ours))
    );
}

#[test]
fn another_agreement_counts_from_the_next_packet_on() {
    let mut session = session();
    for count in 0..10 {
        give(&mut session, u64::from(count) * 20, 4000, THEIR_SSRC, count);
    }
    let before = sent(&mut session, 0, Outgoing::Sound(&[0; 160])).unwrap().0;
    let wide = Format {
        payload_type: 96,
        clock_rate: 48_000,
        sizing: Sizing::Opus,
    };
    let events = Events {
        payload_type: 97,
        clock_rate: 48_000,
    };
    session.agree(
        ms(200),
        Agreement::simple(at(6000), wide, ms(20), Some(events)),
    );
    assert_eq!(session.remote(), at(6000));
    let first = sent(&mut session, 200, Outgoing::Sound(&[0; 40]))
        .unwrap()
        .0;
    let second = sent(&mut session, 220, Outgoing::Sound(&[0; 40]))
        .unwrap()
        .0;
    assert_eq!((first.payload_type, first.marker), (96, true));
    assert_eq!(first.sequence, before.sequence.wrapping_add(1));
    assert_eq!(first.ssrc, before.ssrc);
    assert_eq!(second.timestamp, first.timestamp.wrapping_add(960));
    let stale = session.receive(ms(220), at(6000), &mut packet(THEIR_SSRC, 10));
    assert_eq!(stale, Err(Refused::Payload));
    for count in 0..4u16 {
        // 20 ms of Opus.
        let mut opus = packet(THEIR_SSRC, 10 + count);
        opus[1] = 96;
        opus[4..8].copy_from_slice(&(u32::from(count) * 960).to_be_bytes());
        opus[12] = 0x78 | 0x08;
        opus.truncate(60);
        let now = ms(240 + u64::from(count) * 20);
        session.receive(now, at(6000), &mut opus).unwrap();
        if count == 3 {
            let Frame::Sound {
                payload_type: 96,
                payload,
                length,
                ..
            } = session.next_frame(now, false)
            else {
                panic!("no sound")
            };
            assert_eq!((payload.len(), length), (48, ms(20)));
        }
    }
}

#[test]
fn opus_says_how_long_it_is() {
    for (payload, ticks) in [
        (&[][..], 0),
        (&[0x00], 480),
        (&[0x18], 2880),
        (&[0x60], 480),
        (&[0x80], 120),
        (&[0xF8], 960),
        (&[0xF9], 1920),
        (&[0xFB, 3], 2880),
        (&[0xFB, 0x83], 2880),
        (&[0xFB, 7], 0),
        (&[0xFB], 0),
    ] {
        assert_eq!(Sizing::Opus.ticks(payload), ticks, "{payload:X?}");
    }
    assert_eq!(Sizing::OctetsPerTick(2).ticks(&[0; 320]), 160);
    assert_eq!(Sizing::Ticks(240).ticks(&[0; 24]), 240);
}

#[test]
fn noise_is_sent_when_it_begins_and_when_it_changes() {
    let mut noisy = agreement();
    noisy.send.noise = Some(13);
    let mut session = Session::new(ms(0), &Seeds::new(&[3; 32]), noisy).unwrap();
    let mut seen = Vec::new();
    for (count, outgoing) in [
        Outgoing::Sound(&[1; 160]),
        Outgoing::Noise(50),
        Outgoing::Noise(51),
        Outgoing::Noise(60),
        Outgoing::Noise(60),
        Outgoing::Sound(&[1; 160]),
        Outgoing::Sound(&[1; 160]),
    ]
    .into_iter()
    .enumerate()
    {
        if let Some((header, payload)) = sent(&mut session, count as u64 * 20, outgoing) {
            seen.push((count, header.payload_type, header.marker, payload[0]));
        }
    }
    let expected = [
        (0, 0, true, 1),
        (1, 13, false, 50),
        (3, 13, false, 60),
        (5, 0, true, 1),
        (6, 0, false, 1),
    ];
    assert_eq!(seen, expected);
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
fn a_buffer_without_room_takes_nothing() {
    let mut session = session();
    let mut out = [0; 160 + OVERHEAD];
    let payload = Outgoing::Sound(&[0; 160]);
    assert_eq!(
        session.send(ms(0), payload, false, &mut out[..160 + OVERHEAD - 1]),
        None
    );
    assert!(session.send(ms(20), payload, false, &mut out).is_some());
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

/// RFC 3550 §6.4: whoever has sent since the last two reports tells of what it sent.
#[test]
fn who_sends_no_more_tells_no_more_of_what_was_sent() {
    let mut session = session();
    sent(&mut session, 0, Outgoing::Sound(&[0; 160])).unwrap();
    let reports: Vec<_> = (1..3000)
        .filter_map(|n| polled(&mut session, n * 20))
        .collect();
    let sends = |octets: &[u8]| {
        let first = crate::rtcp::parse(octets).unwrap().next();
        matches!(
            first,
            Some(crate::rtcp::Part::SenderReport {
                packets: 1,
                octets: 160,
                ..
            })
        )
    };
    let told: Vec<bool> = reports.iter().map(|(octets, ..)| sends(octets)).collect();
    assert_eq!(told[..4], [true, true, false, false]);
}
