//! Both ways, packet by packet.

use std::time::Duration;

use proptest::prelude::*;

use super::receiver::TIMEOUT;
use super::*;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

#[test]
fn digits_are_events_and_back() {
    for (event_number, character) in (0..=16).zip("0123456789*#ABCD!".chars()) {
        assert_eq!(event(character), Some(event_number));
        assert_eq!(digit(event_number), Some(character));
    }
    assert_eq!(
        (event('d'), event('x'), event('E'), digit(17)),
        (Some(15), None, None, None)
    );
}

/// What is sent: the interval's number, timestamp, marker and block.
fn all(
    sender: &mut Sender,
    step: u32,
    rates: (u32, u32),
    turns: u32,
) -> Vec<(u32, u32, bool, Block)> {
    let mut sent = Vec::new();
    for turn in 0..turns {
        if let Turn::Packet {
            timestamp,
            marker,
            payload,
            ..
        } = sender.turn(turn * step, step, rates.0, rates.1)
        {
            let block = Block::all(&payload).next().unwrap();
            sent.push((turn, timestamp, marker, block));
        }
    }
    sent
}

#[test]
fn a_digit_is_updated_each_interval_and_ends_three_times() {
    let mut sender = Sender::default();
    sender.push(5, ms(100)).unwrap();
    let sent = all(&mut sender, 160, (8000, 8000), 20);
    let seen: Vec<_> = sent
        .iter()
        .map(|(turn, timestamp, marker, b)| (*turn, *timestamp, *marker, b.end, b.duration))
        .collect();
    assert_eq!(
        seen,
        [
            (0, 0, true, false, 160),
            (1, 0, false, false, 320),
            (2, 0, false, false, 480),
            (3, 0, false, false, 640),
            (4, 0, false, true, 800),
            (5, 0, false, true, 800),
            (6, 0, false, true, 800),
        ]
    );
    assert_eq!(sent[0].3.octets(), [5, 10, 0, 160]);
    assert_eq!(sent[6].3.octets(), [5, 0x8A, 3, 0x20]);
    assert!(sender.is_idle());
}

#[test]
fn two_digits_are_40_ms_apart_at_every_interval_and_clock() {
    for (rate, events) in [
        (8000, 8000),
        (16_000, 16_000),
        (48_000, 48_000),
        (48_000, 8000),
    ] {
        for interval in [10, 20, 30, 40, 60] {
            let step = rate / 1000 * interval;
            let mut sender = Sender::default();
            for digit in [1, 1, 2] {
                sender.push(digit, ms(80)).unwrap();
            }
            let sent = all(&mut sender, step, (rate, events), 200);
            let begun: Vec<u32> = sent
                .iter()
                .filter(|sent| sent.2)
                .map(|sent| sent.1)
                .collect();
            assert_eq!(begun.len(), 3, "{rate} {interval}");
            for two in begun.windows(2) {
                let gap = (two[1] - two[0]) * 1000 / rate - 80;
                assert!(
                    (40..=40 + 3 * interval).contains(&gap),
                    "{rate} {interval}: {gap} ms"
                );
            }
            let ends: Vec<_> = sent.iter().filter(|sent| sent.3.end).collect();
            assert_eq!(ends.len(), 9);
            assert!(
                ends.iter()
                    .all(|sent| u32::from(sent.3.duration) == events * 80 / 1000)
            );
        }
    }
}

#[test]
fn a_long_digit_is_sent_in_segments_and_heard_whole() {
    let mut sender = Sender::default();
    sender.push(9, ms(20_000)).unwrap();
    let sent = all(&mut sender, 160, (8000, 8000), 1100);
    let timestamps: Vec<u32> = sent.iter().map(|sent| sent.1).collect();
    assert_eq!(sent.iter().filter(|sent| sent.2).count(), 1);
    assert!(timestamps.contains(&0xFFFF) && timestamps.contains(&(2 * 0xFFFF)));
    assert_eq!(sent.iter().filter(|sent| sent.3.end).count(), 3);
    let mut receiver = Receiver::default();
    let mut told = Vec::new();
    for (turn, timestamp, _, block) in sent {
        let now = ms(u64::from(turn) * 20);
        receiver.receive(now, timestamp, 8000, &block.octets(), &mut |t| told.push(t));
        receiver.poll(now, &mut |t| told.push(t));
    }
    assert_eq!(told[0], Told::Begun(9));
    let [_, Told::Ended(9, length)] = told[..] else {
        panic!("{told:?}")
    };
    assert!(length.abs_diff(ms(20_000)) <= ms(40), "{length:?}");
}

#[test]
fn stopping_ends_what_sounds_and_forgets_what_waits() {
    let mut sender = Sender::default();
    for digit in 0..10 {
        sender.push(digit, ms(100)).unwrap();
    }
    let mut sent = all(&mut sender, 160, (8000, 8000), 2);
    sender.stop();
    sent.extend(all(&mut sender, 160, (8000, 8000), 30));
    assert_eq!(sent.iter().filter(|sent| sent.2).count(), 1);
    assert_eq!(
        sent.iter()
            .filter(|sent| sent.3.end)
            .map(|sent| sent.3.duration)
            .collect::<Vec<_>>(),
        [320; 3]
    );
    assert!(sender.is_idle());
}

#[test]
fn pauses_take_their_time_and_the_queue_its_room() {
    let mut sender = Sender::default();
    sender.push(1, ms(40)).unwrap();
    sender.push_pause(ms(500)).unwrap();
    sender.push(2, ms(40)).unwrap();
    let sent = all(&mut sender, 160, (8000, 8000), 60);
    let begun: Vec<u32> = sent
        .iter()
        .filter(|sent| sent.2)
        .map(|sent| sent.0)
        .collect();
    assert!((26..=31).contains(&(begun[1] - 2)), "{begun:?}");
    for _ in 0..64 {
        sender.push(3, ms(1)).unwrap();
    }
    assert_eq!(sender.push(3, ms(1)), Err(Full));
    assert_eq!(sender.room(), 0);
}

/// Blocks as they come: time, timestamp, event, end, duration.
fn heard(blocks: &[(u64, u32, u8, bool, u16)], until: u64) -> Vec<Told> {
    let mut receiver = Receiver::default();
    let mut told = Vec::new();
    for &(now, timestamp, event, end, duration) in blocks {
        receiver.poll(ms(now), &mut |t| told.push(t));
        let block = Block {
            event,
            end,
            volume: 10,
            duration,
        };
        receiver.receive(ms(now), timestamp, 8000, &block.octets(), &mut |t| {
            told.push(t)
        });
    }
    receiver.poll(ms(until), &mut |t| told.push(t));
    told
}

#[test]
fn a_digit_is_told_once_however_it_comes() {
    use Told::{Begun, Ended};
    let whole = [Begun(5), Ended(5, ms(100))];
    let blocks = [
        (0, 0, 5, false, 160),
        (20, 0, 5, false, 320),
        (100, 0, 5, true, 800),
        (120, 0, 5, true, 800),
        (140, 0, 5, true, 800),
    ];
    assert_eq!(heard(&blocks, 1000), whole);
    assert_eq!(heard(&blocks[3..], 1000), whole, "only its end");
    assert_eq!(
        heard(&[blocks[2], blocks[0], blocks[3]], 1000),
        whole,
        "overtaken"
    );
    let unended = [Begun(5), Ended(5, ms(40))];
    assert_eq!(heard(&blocks[..2], 1000), unended, "without an end");
    assert_eq!(heard(&blocks[..2], 100), unended[..1], "not over yet");
    let resumed = [blocks[0], (300, 0, 5, true, 800)];
    assert_eq!(
        heard(&resumed, 1000),
        [Begun(5), Ended(5, ms(20))],
        "heard again too late"
    );
    assert_eq!(TIMEOUT, ms(150));
}

#[test]
fn the_same_digit_twice_is_two() {
    use Told::{Begun, Ended};
    let blocks = [
        (0, 0, 5, false, 160),
        (200, 1600, 5, false, 160),
        (220, 0, 5, true, 800),
        (240, 1600, 5, true, 320),
    ];
    let told = [Begun(5), Ended(5, ms(20)), Begun(5), Ended(5, ms(40))];
    assert_eq!(heard(&blocks, 1000), told);
}

#[test]
fn a_digit_that_was_overtaken_by_the_next_is_told_whole() {
    use Told::{Begun, Ended};
    let blocks = [
        (200, 1600, 6, false, 160),
        (210, 0, 5, true, 800),
        (220, 1600, 6, true, 320),
    ];
    assert_eq!(
        heard(&blocks, 1000),
        [Begun(6), Ended(6, ms(40)), Begun(5), Ended(5, ms(100))]
    );
}

#[test]
fn several_digits_in_a_packet_follow_each_other() {
    let mut receiver = Receiver::default();
    let mut told = Vec::new();
    let payload = [1, 0x8A, 3, 0x20, 2, 0x8A, 3, 0x20, 3, 0x0A, 0, 160, 9, 9];
    receiver.receive(ms(0), 500, 8000, &payload, &mut |t| told.push(t));
    // The third goes on by itself, at the time at which it began.
    receiver.receive(ms(20), 500 + 1600, 8000, &[3, 0x8A, 1, 0x40], &mut |t| {
        told.push(t)
    });
    let expected = [(1, 100), (2, 100), (3, 40)]
        .map(|(event, length)| [Told::Begun(event), Told::Ended(event, ms(length))]);
    assert_eq!(told, expected.as_flattened());
}

#[test]
fn what_is_no_digit_is_passed_over() {
    assert_eq!(
        heard(
            &[
                (0, 0, 17, true, 160),
                (0, 160, 66, false, 1),
                (0, 300, 255, true, 9)
            ],
            900
        ),
        []
    );
    let mut receiver = Receiver::default();
    receiver.receive(ms(0), 0, 0, &[1, 2, 3], &mut |told| panic!("{told:?}"));
}

proptest! {
    /// Any digits, each packet lost or not, delayed so that some overtake: each digit of which
    /// anything came is told once.
    #[test]
    fn each_digit_is_told_once(
        digits in proptest::collection::vec(0..17u8, 1..12),
        chance in proptest::collection::vec(any::<(u8, u8)>(), 400),
    ) {
        let mut sender = Sender::default();
        for &digit in &digits {
            sender.push(digit, ms(90)).unwrap();
        }
        let sent = all(&mut sender, 160, (8000, 8000), 400);
        let mut arriving: Vec<_> = sent
            .iter()
            .zip(&chance)
            .filter(|(_, (lost, _))| *lost > 60)
            .map(|(sent, (_, late))| (u64::from(sent.0) * 20 + u64::from(late % 30), sent))
            .collect();
        arriving.sort_by_key(|(now, sent)| (*now, sent.0));
        let mut receiver = Receiver::default();
        let (mut begun, mut ended) = (Vec::new(), 0);
        let mut tell = |told| match told {
            Told::Begun(event) => begun.push(event),
            Told::Ended(..) => ended += 1,
        };
        for (now, sent) in &arriving {
            receiver.poll(ms(*now), &mut tell);
            receiver.receive(ms(*now), sent.1, 8000, &sent.3.octets(), &mut tell);
        }
        receiver.poll(ms(100_000), &mut tell);
        // One of which nothing came before the next had begun comes behind that.
        let mut starts = Vec::new();
        for (_, sent) in &arriving {
            let start = (sent.1, sent.3.event);
            if !starts.contains(&start) {
                starts.push(start);
            }
        }
        let expected: Vec<u8> = starts.iter().map(|(_, event)| *event).collect();
        prop_assert_eq!(&begun, &expected);
        prop_assert_eq!(ended, expected.len());
    }

    #[test]
    fn no_payload_makes_it_panic(
        packets in proptest::collection::vec(
            (any::<u16>(), any::<u32>(), any::<u32>(), proptest::collection::vec(any::<u8>(), 0..40)),
            0..40,
        ),
    ) {
        let mut receiver = Receiver::default();
        let mut open = 0i32;
        let mut tell = |told| open += if matches!(told, Told::Begun(_)) { 1 } else { -1 };
        let mut now = Duration::ZERO;
        for (time, timestamp, rate, payload) in packets {
            now += ms(u64::from(time % 200));
            receiver.receive(now, timestamp, rate, &payload, &mut tell);
            receiver.poll(now, &mut tell);
        }
        receiver.reset(&mut tell);
        prop_assert_eq!(open, 0, "each beginning has its end");
    }
}
