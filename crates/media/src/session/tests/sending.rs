//! What goes out of a session: packets of sound and noise, and reports.

use super::*;

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
