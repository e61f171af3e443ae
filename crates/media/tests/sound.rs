//! Sound over a network that does what networks do, in virtual time.

mod network;

use std::time::Duration;

use network::{Faults, Heard, Network, Side, ms};
use tapi3_media::session::{Agreement, Event, Protection, Session};
use tapi3_media::srtp::{MasterKey, Suite};

fn pair(faults: Faults, seed: u64) -> Network {
    Network::new(
        [Side::new(4000, 5000, 1), Side::new(5000, 4000, 2)],
        faults,
        seed,
    )
}

/// The frames in a thousand that were concealed after the first second.
fn concealed(heard: &[Heard]) -> usize {
    let heard = &heard[50..];
    heard
        .iter()
        .filter(|heard| !matches!(heard, Heard::Frame(..)))
        .count()
        * 1000
        / heard.len()
}

fn in_order_and_once(frames: &[(u32, Duration)]) {
    assert!(
        frames.windows(2).all(|two| two[0].0 < two[1].0),
        "out of order, or twice"
    );
}

#[test]
fn a_good_network_loses_nothing_and_keeps_nothing_back() {
    let mut network = pair(
        Faults {
            delay: ms(5),
            ..Faults::default()
        },
        1,
    );
    network.run(ms(60_000));
    for index in [0, 1] {
        let delays = network.delays(index);
        in_order_and_once(&delays);
        assert!(concealed(&network.sides[index].heard) <= 1);
        // With 5 ms of network and 20 ms of packet: not more than 60 ms from mouth to ear.
        let worst = delays
            .iter()
            .skip(1500)
            .map(|(_, delay)| *delay)
            .max()
            .unwrap();
        assert!(worst + ms(20) <= ms(5) + ms(60), "{worst:?}");
        let worst = delays.iter().map(|(_, delay)| *delay).max().unwrap();
        assert!(worst + ms(20) <= ms(5) + ms(80), "{worst:?}");
        let counts = network.sides[index].session.statistics(ms(60_000));
        assert_eq!((counts.lost, counts.late, counts.refused), (0, 0, 0));
    }
}

#[test]
fn a_twentieth_lost_is_a_twentieth_concealed() {
    let mut network = pair(
        Faults {
            lost: 50,
            ..Faults::default()
        },
        2,
    );
    network.run(ms(60_000));
    for side in &network.sides {
        let share = concealed(&side.heard);
        assert!((35..=70).contains(&share), "{share} in 1000");
        let lost = side.session.statistics(ms(60_000)).lost;
        assert!((100..=200).contains(&lost), "{lost} of 3000");
    }
    for index in [0, 1] {
        in_order_and_once(&network.delays(index));
    }
}

#[test]
fn packets_that_overtake_each_other_are_heard_in_order() {
    let faults = Faults {
        jitter: ms(60),
        delay: ms(30),
        ..Faults::default()
    };
    let mut network = pair(faults, 3);
    network.run(ms(120_000));
    for index in [0, 1] {
        let delays = network.delays(index);
        in_order_and_once(&delays);
        let share = concealed(&network.sides[index].heard);
        assert!(share <= 30, "{share} in 1000");
        let worst = delays.iter().map(|(_, delay)| *delay).max().unwrap();
        assert!(worst <= ms(30) + ms(140), "{worst:?}");
    }
}

#[test]
fn packets_that_come_twice_are_heard_once() {
    let faults = Faults {
        doubled: 300,
        jitter: ms(15),
        ..Faults::default()
    };
    let mut network = pair(faults, 4);
    network.run(ms(30_000));
    for index in [0, 1] {
        in_order_and_once(&network.delays(index));
        let counts = network.sides[index].session.statistics(ms(30_000));
        assert!(
            (350..=550).contains(&counts.repeated),
            "{}",
            counts.repeated
        );
        assert!(counts.packets_received < 1500);
    }
}

#[test]
fn clocks_that_go_apart_for_an_hour_change_no_delay() {
    let mut network = pair(
        Faults {
            delay: ms(10),
            jitter: ms(10),
            ..Faults::default()
        },
        5,
    );
    network.sides[0].ppm = 200;
    network.run(Duration::from_secs(3600));
    for index in [0, 1] {
        let delays = network.delays(index);
        in_order_and_once(&delays);
        for minute in [1, 5, 30, 59] {
            let of_it: Vec<_> = delays
                .iter()
                .filter(|(number, _)| *number / 3000 == minute)
                .map(|(_, delay)| *delay)
                .collect();
            let (least, most) = (of_it.iter().min().unwrap(), of_it.iter().max().unwrap());
            assert!(*least >= ms(10), "minute {minute}: {least:?}");
            assert!(*most <= ms(20) + ms(60), "minute {minute}: {most:?}");
        }
        let share = concealed(&network.sides[index].heard);
        assert!(share <= 3, "{share} in 1000");
        let waiting: &Session = &network.sides[index].session;
        assert!(waiting.heap() < 2_000);
    }
}

#[test]
fn another_source_is_heard_at_once() {
    let mut network = pair(
        Faults {
            delay: ms(10),
            ..Faults::default()
        },
        6,
    );
    network.run(ms(5_000));
    // The far end starts anew, with another number, another timestamp, the same address.
    let fresh = Side::new(5000, 4000, 99);
    let said = network.sides[1].said;
    network.sides[1].session = fresh.session;
    network.run(ms(10_000));
    let frames: Vec<u32> = network.sides[0]
        .frames()
        .map(|(number, _)| number)
        .collect();
    let missing = frames
        .windows(2)
        .map(|two| two[1] - two[0] - 1)
        .max()
        .unwrap();
    assert!(frames.contains(&(said + 10)) && missing <= 5, "{missing}");
    let sources = network.sides[0].events.iter();
    assert_eq!(
        sources
            .filter(|(_, event)| matches!(event, Event::Source(_)))
            .count(),
        2
    );
}

/// Digits 0 to 9, * and # of 100 ms each; every one of them is told once, in order, with its length.
#[test]
fn digits_survive_a_twentieth_lost() {
    for seed in 0..20 {
        let faults = Faults {
            lost: 50,
            jitter: ms(30),
            doubled: 20,
            ..Faults::default()
        };
        let mut network = pair(faults, 100 + seed);
        network.run(ms(1_000));
        let digits: Vec<u8> = (0..12).collect();
        network.sides[0]
            .session
            .send_digits(&digits, ms(100))
            .unwrap();
        network.sides[1]
            .session
            .send_digits(&[1, 1, 1, 1, 5], ms(60))
            .unwrap();
        network.run(ms(6_000));
        for (index, expected, length) in [(1, &digits[..], 100), (0, &[1, 1, 1, 1, 5], 60)] {
            let told = network.sides[index].digits();
            let events: Vec<u8> = told.iter().map(|(event, _)| *event).collect();
            assert_eq!(events, expected, "seed {seed}");
            // Only a digit whose last packets were all lost is told shorter than it was.
            let short = told.iter().filter(|(_, told)| *told != ms(length)).count();
            assert!(short <= 1, "seed {seed}: {told:?}");
        }
        for side in &network.sides {
            let sent = |(_, event): &&(_, Event)| *event == Event::DigitsSent;
            assert_eq!(side.events.iter().filter(sent).count(), 1);
        }
    }
}

#[test]
fn sound_stops_for_digits_and_goes_on_after_them_without_a_loss() {
    let mut network = pair(Faults::default(), 7);
    network.run(ms(2_000));
    let said = network.sides[0].said;
    network.sides[0]
        .session
        .send_digits(&[5, 5], ms(100))
        .unwrap();
    network.run(ms(4_000));
    // Five intervals sound, the end is repeated twice, and that again.
    let missing = network.sides[1]
        .frames()
        .map(|(number, _)| number)
        .collect::<Vec<_>>();
    let gap = missing.windows(2).find(|two| two[1] != two[0] + 1).unwrap();
    assert_eq!((gap[0], gap[1]), (said - 1, said + 14));
    let counts = network.sides[1].session.statistics(ms(4_000));
    assert_eq!(
        (counts.lost, counts.concealed),
        (0, 0),
        "what carries digits is no lost sound"
    );
}

/// Both suites, with faults, and with keys that change in the middle.
#[test]
fn protected_sound_is_heard_and_unprotected_is_not() {
    for suite in [Suite::Tag80, Suite::Tag32] {
        let faults = Faults {
            lost: 20,
            doubled: 20,
            jitter: ms(20),
            ..Faults::default()
        };
        let mut network = pair(faults, 8);
        let key = |octet| (suite, MasterKey::new(&[octet; 30]));
        let protect = |network: &mut Network, one: u8, other: u8| {
            for (side, (ours, theirs)) in network.sides.iter_mut().zip([(one, other), (other, one)])
            {
                side.session
                    .protect(Protection {
                        ours: key(ours),
                        theirs: key(theirs),
                    })
                    .unwrap();
            }
        };
        protect(&mut network, 1, 2);
        network.run(ms(20_000));
        let numbers = [
            network.sides[0].session.ssrc(),
            network.sides[1].session.ssrc(),
        ];
        protect(&mut network, 1, 3);
        network.run(ms(40_000));
        assert_eq!(network.sides[0].session.ssrc(), numbers[0]);
        assert_ne!(
            network.sides[1].session.ssrc(),
            numbers[1],
            "another key, another source"
        );
        for side in &network.sides {
            let share = concealed(&side.heard);
            assert!((10..=45).contains(&share), "{share} in 1000");
            assert!(side.session.statistics(ms(40_000)).round_trip.is_some());
        }
        network.sides[0] = Side::new(4000, 5000, 77);
        let deaf = Agreement {
            receives: false,
            ..*network.sides[0].session.agreement()
        };
        network.sides[0].session.agree(ms(40_000), deaf);
        let before = network.sides[1].heard.len();
        network.run(ms(45_000));
        let heard = &network.sides[1].heard[before + 20..];
        assert!(
            heard.iter().all(|heard| *heard == Heard::Silence),
            "unprotected"
        );
    }
}

/// Music knows no pauses, and a fast clock fills the buffer: the delay stays bounded all the same.
#[test]
fn clocks_that_go_apart_are_followed_where_nothing_is_quiet() {
    for ppm in [200, -200] {
        let mut network = pair(
            Faults {
                delay: ms(10),
                ..Faults::default()
            },
            9,
        );
        network.sides[0].ppm = ppm;
        for side in &mut network.sides {
            side.quiet = |_| false;
        }
        network.run(Duration::from_secs(1800));
        for index in [0, 1] {
            let delays = network.delays(index);
            in_order_and_once(&delays);
            let late = delays
                .iter()
                .skip(500)
                .map(|(_, delay)| *delay)
                .max()
                .unwrap();
            assert!(late <= ms(10) + ms(110), "{ppm}: {late:?}");
            let share = concealed(&network.sides[index].heard);
            assert!(share <= 2, "{ppm}: {share} in 1000");
        }
    }
}

#[test]
fn both_sides_learn_of_loss_and_of_the_round_trip() {
    let mut network = pair(
        Faults {
            lost: 50,
            delay: ms(45),
            ..Faults::default()
        },
        10,
    );
    network.run(ms(60_000));
    assert!(network.reports >= 12, "{}", network.reports);
    for index in [0, 1] {
        let counts = network.sides[index].session.statistics(ms(60_000));
        let round_trip = counts.round_trip.unwrap();
        // A datagram that came between two deadlines was looked at when it came.
        assert!(round_trip.abs_diff(ms(90)) <= ms(1), "{round_trip:?}");
        let other = network.sides[1 - index].session.statistics(ms(60_000));
        assert!(counts.far_lost > 50 && i64::from(counts.far_lost) <= other.lost);
        assert!(
            (5..=25).contains(&counts.far_fraction_lost),
            "{}",
            counts.far_fraction_lost
        );
        let sent = 3001 - index as u64;
        assert_eq!(
            (counts.packets_sent, counts.octets_sent),
            (sent, sent * 160)
        );
    }
}

#[test]
fn sound_stops_while_one_side_holds_and_comes_back_as_it_was() {
    let mut network = pair(
        Faults {
            delay: ms(10),
            jitter: ms(5),
            ..Faults::default()
        },
        11,
    );
    let hold = |network: &mut Network, held: bool| {
        let now = network.now;
        let [one, other] = &mut network.sides;
        let plain = *one.session.agreement();
        one.session.agree(
            now,
            Agreement {
                receives: !held,
                ..plain
            },
        );
        let plain = *other.session.agreement();
        other.session.agree(
            now,
            Agreement {
                sends: !held,
                ..plain
            },
        );
    };
    network.run(ms(5_000));
    hold(&mut network, true);
    network.run(ms(5_100));
    let (one, other) = (network.sides[0].heard.len(), network.sides[1].heard.len());
    let reports = network.reports;
    network.run(ms(65_000));
    assert!(
        network.sides[0].heard[one..]
            .iter()
            .all(|heard| *heard == Heard::Silence)
    );
    let other = &network.sides[1].heard[other..];
    assert!(
        other.iter().all(|heard| matches!(heard, Heard::Frame(..))),
        "it hears us"
    );
    assert!(network.reports >= reports + 12, "reports go on");
    hold(&mut network, false);
    let one = network.sides[0].heard.len();
    network.run(ms(70_000));
    let heard = &network.sides[0].heard[one..];
    let first = heard
        .iter()
        .position(|heard| matches!(heard, Heard::Frame(..)))
        .unwrap();
    assert!(first <= 4, "{first}");
    assert!(
        heard[first..]
            .iter()
            .all(|heard| matches!(heard, Heard::Frame(..)))
    );
    let counts = network.sides[0].session.statistics(ms(70_000));
    assert_eq!(counts.lost, 0, "what was not sent is not lost");
}

#[test]
fn a_network_that_stands_still_for_a_second_is_caught_up_with() {
    let mut network = pair(
        Faults {
            delay: ms(10),
            ..Faults::default()
        },
        12,
    );
    network.run(ms(5_000));
    network.faults.delay = ms(1_010);
    network.run(ms(5_020));
    for late in (0..=1000u64).rev().step_by(20) {
        network.faults.delay = ms(late + 10);
        let now = network.now;
        network.run(now + ms(20));
    }
    network.run(ms(40_000));
    for index in [0, 1] {
        let delays = network.delays(index);
        in_order_and_once(&delays);
        let last = delays
            .iter()
            .rev()
            .take(200)
            .map(|(_, delay)| *delay)
            .max()
            .unwrap();
        assert!(last <= ms(100), "{last:?}");
    }
}
