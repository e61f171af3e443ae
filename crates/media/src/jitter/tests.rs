//! The buffer by itself, packet by packet.

use proptest::prelude::*;

use super::*;

const AUDIO: Content = Content::Audio { octets_per_tick: 1 };

/// What it has on the heap at most: all blocks and all places.
const MOST: usize = 48 * 128 + PACKETS * size_of::<Entry>();

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// The packet with this number of a sender whose packets last `length` ticks.
fn packet<'a>(number: u64, length: u32, payload: &'a [u8]) -> Incoming<'a> {
    Incoming {
        number: 1000 + number,
        timestamp: (number as u32).wrapping_mul(length).wrapping_sub(500),
        marker: false,
        payload_type: 0,
        content: AUDIO,
        length,
        payload,
    }
}

fn buffer() -> JitterBuffer {
    JitterBuffer::new(8000)
}

/// What a frame was: the first octet of a payload with its ticks, or a sign.
fn next(buffer: &mut JitterBuffer, now: u64, quiet: bool) -> (char, u32, u8) {
    match buffer.next(ms(now), quiet) {
        Next::Audio {
            payload, length, ..
        } => {
            assert_eq!(payload.len() as u32, length);
            ('a', length, payload[0])
        }
        Next::Conceal(length) => ('c', length, 0),
        Next::Noise(length, level) => ('n', length, level),
        Next::Silence(length) => ('s', length, 0),
    }
}

/// Packets of 20 ms arrive on time until `count`, and are played.
fn playing(count: u64) -> JitterBuffer {
    let mut buffer = buffer();
    for number in 0..count {
        let payload = [number as u8; 160];
        assert_eq!(
            buffer.insert(ms(number * 20), &packet(number, 160, &payload)),
            Kept::Kept
        );
        next(&mut buffer, number * 20, false);
    }
    buffer
}

#[test]
fn long_packets_are_played_in_pieces_of_20_ms() {
    let mut buffer = buffer();
    let mut played = Vec::new();
    for frame in 0..11u64 {
        if frame % 3 == 0 && frame < 9 {
            let octets = (0..480).map(|octet| (octet / 160) as u8 + 10 * (frame / 3) as u8);
            let payload: Vec<u8> = octets.collect();
            buffer.insert(ms(frame * 20), &packet(frame / 3, 480, &payload));
        }
        played.push(next(&mut buffer, frame * 20, false));
    }
    let expected = [0, 1, 2, 10, 11, 12, 20, 21, 22].map(|octet| ('a', 160, octet));
    assert_eq!(played[2..], expected);
}

#[test]
fn what_cannot_be_cut_is_played_whole() {
    let mut buffer = buffer();
    let whole = Incoming {
        content: Content::Audio { octets_per_tick: 0 },
        ..packet(0, 480, &[7; 33])
    };
    buffer.insert(ms(0), &whole);
    let Next::Audio {
        payload, length, ..
    } = buffer.next(ms(40), false)
    else {
        panic!("no sound")
    };
    assert_eq!((payload, length), (&[7; 33][..], 480));
}

#[test]
fn a_packet_that_comes_while_it_is_concealed_is_still_played() {
    let mut buffer = playing(10);
    let frames: Vec<_> = (10..15)
        .map(|frame| next(&mut buffer, frame * 20, false).0)
        .collect();
    assert_eq!(frames, ['a', 'a', 'c', 'c', 'c']);
    let payload = [10; 160];
    assert_eq!(
        buffer.insert(ms(299), &packet(10, 160, &payload)),
        Kept::Kept
    );
    assert_eq!(next(&mut buffer, 300, false), ('a', 160, 10));
}

#[test]
fn a_packet_whose_time_was_filled_otherwise_is_late() {
    let mut buffer = playing(10);
    for number in [11, 12] {
        buffer.insert(ms(number * 20), &packet(number, 160, &[number as u8; 160]));
    }
    for frame in 10..13 {
        next(&mut buffer, frame * 20, false);
    }
    assert_eq!(next(&mut buffer, 260, false).2, 11);
    assert_eq!(
        buffer.insert(ms(261), &packet(10, 160, &[10; 160])),
        Kept::Late
    );
    assert_eq!(buffer.counts().late, 1);
    assert_eq!(buffer.counts().concealed, 1);
}

#[test]
fn a_pause_of_the_sender_is_no_loss() {
    let mut buffer = playing(10);
    let paused = Incoming {
        number: 1010,
        timestamp: packet(60, 160, &[]).timestamp,
        ..packet(0, 160, &[60; 160])
    };
    buffer.insert(ms(1200), &paused);
    for frame in 10..13 {
        next(&mut buffer, frame * 20, false);
    }
    let before = buffer.counts().concealed;
    let heard: Vec<_> = (13..70)
        .map(|frame| next(&mut buffer, frame * 20, false))
        .collect();
    let spoken = heard.iter().position(|(kind, ..)| *kind == 'a').unwrap();
    assert!(
        heard[..spoken].iter().all(|(kind, ..)| *kind == 's'),
        "{heard:?}"
    );
    assert!(spoken >= 45 && buffer.counts().concealed <= before + 3);
}

#[test]
fn comfort_noise_lasts_until_sound_comes() {
    let mut buffer = playing(10);
    let noise = Incoming {
        content: Content::Noise(55),
        length: 0,
        ..packet(10, 160, &[55])
    };
    assert_eq!(buffer.insert(ms(200), &noise), Kept::Kept);
    let heard: Vec<_> = (10..40)
        .map(|frame| next(&mut buffer, frame * 20, false))
        .collect();
    assert_eq!(heard[..2], [('a', 160, 8), ('a', 160, 9)]);
    assert!(
        heard[2..].iter().all(|frame| *frame == ('n', 160, 55)),
        "{heard:?}"
    );
    let sound = Incoming {
        number: 1011,
        ..packet(40, 160, &[40; 160])
    };
    buffer.insert(ms(800), &sound);
    let heard: Vec<_> = (40..60)
        .map(|frame| next(&mut buffer, frame * 20, false).0)
        .collect();
    let spoken = heard.iter().position(|kind| *kind == 'a').unwrap();
    assert!(heard[..spoken].iter().all(|kind| *kind == 'n'), "{heard:?}");
}

#[test]
fn where_there_was_no_sound_nothing_is_concealed() {
    let mut buffer = playing(10);
    for number in 10..20 {
        buffer.pass(1000 + number);
        let (kind, ..) = next(&mut buffer, number * 20, false);
        assert_ne!(kind, 'c', "{number}");
    }
}

#[test]
fn a_marked_jump_of_time_is_followed_at_once_and_an_unmarked_one_soon() {
    for (marker, ahead) in [(true, 1), (false, 3)] {
        for jump in [
            0x4000_0000,
            0x8000_0000,
            60_000,
            0u32.wrapping_sub(60_000),
            0u32.wrapping_sub(2400),
        ] {
            let mut buffer = playing(100);
            let mut kept = 0;
            for number in 100..150u64 {
                let payload = [number as u8; 160];
                let plain = packet(number, 160, &payload);
                let timestamp = plain.timestamp.wrapping_add(jump);
                let marker = marker && number == 100;
                let jumped = Incoming {
                    timestamp,
                    marker,
                    ..plain
                };
                if buffer.insert(ms(number * 20), &jumped) == Kept::Kept && kept == 0 {
                    kept = number;
                }
                next(&mut buffer, number * 20, false);
            }
            assert!(kept < 100 + ahead + 2, "{jump:X} {marker}: {kept}");
            let heard = next(&mut buffer, 3000, false);
            assert!(
                heard.0 == 'a' && heard.2 >= 138,
                "{jump:X} {marker}: {heard:?}"
            );
        }
    }
}

#[test]
fn one_stray_packet_from_another_time_changes_nothing() {
    let mut buffer = playing(100);
    let stray = Incoming {
        timestamp: 0x7000_0000,
        ..packet(100, 160, &[1; 160])
    };
    assert_eq!(buffer.insert(ms(2000), &stray), Kept::Refused);
    assert_eq!(
        buffer.insert(ms(2000), &packet(101, 160, &[101; 160])),
        Kept::Kept
    );
    assert_eq!(next(&mut buffer, 2000, false).2, 98);
}

#[test]
fn more_than_there_is_room_for_leaves_out_the_oldest() {
    let mut buffer = buffer();
    for number in 0..200 {
        assert_eq!(
            buffer.insert(ms(0), &packet(number, 160, &[number as u8; 160])),
            Kept::Kept
        );
    }
    assert!(buffer.len() <= PACKETS);
    assert!(buffer.heap() <= MOST, "{}", buffer.heap());
    assert_eq!(buffer.counts().discarded, 200 - 24);
    let refused = packet(200, 160, &[0; 1501]);
    assert_eq!(buffer.insert(ms(0), &refused), Kept::Refused);
    assert_eq!(buffer.len(), 24, "what is refused costs nothing");
}

#[test]
fn memory_is_taken_by_what_waits_and_given_back_in_a_rest() {
    assert_eq!(buffer().heap(), 0);
    let mut buffer = playing(500);
    let usual = buffer.heap();
    assert!(usual < 1_300, "{usual}");
    buffer.rest();
    assert_eq!((buffer.heap(), buffer.len()), (0, 0));
    let again = packet(0, 160, &[1; 160]);
    assert_eq!(buffer.insert(ms(20_000), &again), Kept::Kept);
}

#[test]
fn a_longer_way_makes_a_longer_delay_and_a_shorter_one_comes_back() {
    let mut buffer = playing(200);
    assert_eq!(buffer.target(), ms(20));
    for number in 200..600u64 {
        // Every fifth packet takes 90 ms longer.
        let late = if number % 5 == 0 { 90 } else { 0 };
        let now = number * 20;
        if number % 5 == 4 {
            let held = number - 4;
            buffer.insert(ms(now + 9), &packet(held, 160, &[held as u8; 160]));
        }
        if late == 0 {
            buffer.insert(ms(now), &packet(number, 160, &[number as u8; 160]));
        }
        next(&mut buffer, now + 10, number % 50 > 40);
    }
    assert!(buffer.target() >= ms(90), "{:?}", buffer.target());
    assert!(
        buffer.delay(ms(12_000)) >= ms(80),
        "{:?}",
        buffer.delay(ms(12_000))
    );
    let before = buffer.counts();
    for number in 600..3000u64 {
        buffer.insert(ms(number * 20), &packet(number, 160, &[number as u8; 160]));
        next(&mut buffer, number * 20 + 10, number % 50 > 40);
    }
    let after = buffer.counts();
    assert!(
        buffer.delay(ms(60_000)) <= ms(40),
        "{:?}",
        buffer.delay(ms(60_000))
    );
    assert!(
        (2..8).contains(&(after.discarded - before.discarded)),
        "{before:?} {after:?}"
    );
    assert_eq!(after.late, before.late);
}

#[test]
fn a_longer_delay_is_made_where_it_is_quiet_and_elsewhere_only_if_it_must() {
    for (late, quiet, inserted) in [
        (75, true, 2),
        (75, false, 0),
        (135, true, 5),
        (135, false, 3),
    ] {
        let mut buffer = playing(200);
        for _ in 0..300 {
            buffer.lateness.note(ms(late));
        }
        assert_eq!(buffer.target(), ms(late + 5));
        let before = buffer.counts();
        for number in 200..220u64 {
            buffer.insert(ms(number * 20), &packet(number, 160, &[1; 160]));
            next(&mut buffer, number * 20, quiet);
        }
        let after = buffer.counts();
        assert_eq!(after.inserted - before.inserted, inserted, "{quiet}");
        assert_eq!(
            (after.concealed, after.late),
            (before.concealed, before.late)
        );
    }
}

#[test]
fn what_comes_after_a_long_silence_has_a_time_of_its_own() {
    let mut buffer = playing(100);
    let later = Incoming {
        timestamp: 0x3000_0000,
        ..packet(100, 160, &[1; 160])
    };
    assert_eq!(buffer.insert(ms(60_000), &later), Kept::Kept);
    assert!(buffer.delay(ms(60_000)) < ms(100));
    assert_eq!(next(&mut buffer, 60_040, false), ('a', 160, 1));
}

proptest! {
    #[test]
    fn nothing_that_comes_makes_it_panic_or_grow(
        rate in prop_oneof![Just(8000u32), Just(48_000), any::<u32>()],
        steps in proptest::collection::vec(
            (any::<u8>(), any::<u16>(), any::<u64>(), any::<u32>(), 0..2000usize), 0..120,
        ),
    ) {
        let payload = [0; 2000];
        let mut buffer = JitterBuffer::new(rate);
        let mut now = Duration::ZERO;
        for (what, time, number, timestamp, octets) in steps {
            now += Duration::from_millis(u64::from(time % 100) * u64::from(what % 40));
            let near = what & 0x40 != 0;
            let incoming = Incoming {
                number: if near { 1000 + number % 100 } else { number },
                timestamp: if near { timestamp % 20_000 } else { timestamp },
                marker: what & 0x80 != 0,
                payload_type: 0,
                content: if what & 1 == 0 { AUDIO } else { Content::Noise(what) },
                length: timestamp % 6000,
                payload: &payload[..octets],
            };
            match what % 3 {
                0 => { buffer.insert(now, &incoming); }
                1 => { buffer.next(now, what & 8 != 0); }
                _ => buffer.pass(incoming.number),
            }
            prop_assert!(buffer.len() <= PACKETS);
            prop_assert!(buffer.delay(now) < Duration::MAX);
        }
        prop_assert!(buffer.heap() <= MOST);
    }
}
