//! What is written is read, what is malformed is not, and reports have their times.

use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::rtp::Malformed;

fn report() -> Report {
    let reception = Reception {
        fraction_lost: 13,
        lost: -7,
        highest: 0x1_0003,
        jitter: 44,
    };
    Report {
        ssrc: 2,
        reception,
        last_report: 0xAABB_CCDD,
        since_then: 65536,
    }
}

fn written(sending: bool, reported: bool, bye: bool) -> Vec<u8> {
    let at = Ntp::from_unix(Duration::from_millis(1500));
    let sending = sending.then_some(Sending {
        at,
        timestamp: 160,
        packets: 5,
        octets: 800,
    });
    let report = reported.then(report);
    let mut out = vec![0; 200];
    let length = write(
        &Summary {
            ssrc: 1,
            sending,
            report,
            name: b"me@here",
            bye,
        },
        &mut out,
    )
    .unwrap();
    assert_eq!(length % 4, 0);
    out.truncate(length);
    out
}

#[test]
fn compounds_are_read_as_they_were_written() {
    let octets = written(true, true, true);
    let parts: Vec<Part<'_>> = parse(&octets).unwrap().collect();
    let [
        Part::SenderReport {
            ssrc: 1,
            at,
            timestamp: 160,
            packets: 5,
            octets: 800,
            mut reports,
        },
        described,
        bye,
    ] = parts[..]
    else {
        panic!("{parts:?}")
    };
    assert_eq!(at, Ntp::from_unix(Duration::from_millis(1500)));
    assert_eq!((reports.next(), reports.next()), (Some(report()), None));
    assert_eq!(
        described,
        Part::Description {
            ssrc: 1,
            name: b"me@here"
        }
    );
    assert!(bye.says_bye_of(1) && !bye.says_bye_of(2));
    let octets = written(false, false, false);
    let parts: Vec<Part<'_>> = parse(&octets).unwrap().collect();
    assert!(matches!(
        parts[..],
        [
            Part::ReceiverReport { ssrc: 1, .. },
            Part::Description { .. }
        ]
    ));
}

#[test]
fn every_length_of_name_fills_its_words() {
    for length in 0..=255 {
        let name = vec![b'x'; length];
        let mut out = [0; 300];
        let summary = Summary {
            ssrc: 1,
            sending: None,
            report: None,
            name: &name,
            bye: false,
        };
        let length = write(&summary, &mut out).unwrap();
        let description = parse(&out[..length]).unwrap().nth(1);
        assert_eq!(
            description,
            Some(Part::Description {
                ssrc: 1,
                name: &name
            })
        );
        assert_eq!(out[length - 1], 0, "a zero ends the items");
        assert_eq!(write(&summary, &mut out[..length - 1]), None);
    }
}

#[test]
fn what_is_no_compound_is_refused() {
    let whole = written(true, true, false);
    let changed = |at: usize, octet: u8| {
        let mut octets = whole.clone();
        octets[at] = octet;
        parse(&octets).map(Iterator::count)
    };
    assert_eq!(parse(&whole[..3]).err(), Some(Malformed::Short));
    assert_eq!(
        parse(&whole[..whole.len() - 1]).err(),
        Some(Malformed::Short)
    );
    assert_eq!(
        changed(1, 202),
        Err(Malformed::Version),
        "it begins with a report"
    );
    assert_eq!(changed(0, 0x41), Err(Malformed::Version));
    assert_eq!(changed(0, 0xA1), Err(Malformed::Padding));
    assert_eq!(changed(3, 200), Err(Malformed::Short));
    assert_eq!(
        changed(0, 0x82),
        Err(Malformed::Short),
        "two reports where one is"
    );
    assert_eq!(
        changed(52, 0xA1),
        Err(Malformed::Padding),
        "its last octet is a zero"
    );
    assert_eq!(changed(52, 0x80), Ok(2), "nobody described");
}

#[test]
fn wall_times_are_ntps() {
    // The beginning of 1970 is 2208988800 s after that of 1900 (RFC 868).
    let time = Ntp::from_unix(Duration::from_millis(250));
    assert_eq!(time.0, (2_208_988_800 << 32) | 0x4000_0000);
    assert_eq!(time.middle(), 0x7E80_4000);
    assert_eq!(
        from_short(short(Duration::from_millis(125))),
        Duration::from_millis(125)
    );
    assert_eq!(short(Duration::from_secs(100_000)), u32::MAX);
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}

#[test]
fn reports_come_every_few_seconds_by_chance_and_the_first_sooner() {
    let mut intervals = Vec::new();
    for seed in 0..40 {
        let mut schedule = Schedule::new(seconds(100.0), 10_000, Random::new(seed));
        let first = schedule.next() - seconds(100.0);
        assert!((seconds(1.0)..=seconds(3.1)).contains(&first), "{first:?}");
        let mut now = schedule.next();
        let mut last = now;
        let mut count = 0;
        while count < 30 {
            schedule.received(now, 100);
            assert!(!schedule.expired(now - Duration::from_millis(1)) || now <= schedule.next());
            if schedule.expired(now) {
                schedule.sent(now, 100);
                if count > 0 {
                    intervals.push((now - last).as_secs_f64());
                }
                last = now;
                count += 1;
            }
            now = schedule.next();
        }
    }
    let (least, most) = intervals
        .iter()
        .fold((f64::MAX, 0f64), |(l, m), &i| (l.min(i), m.max(i)));
    let mean = intervals.iter().sum::<f64>() / intervals.len() as f64;
    // 0.5 to 1.5 times 5 s, over 1.21828; reconsideration brings the mean back to 5 s or so.
    assert!(least >= 2.05 && most <= 6.2, "{least} {most}");
    assert!((4.5..=5.5).contains(&mean), "{mean}");
}

#[test]
fn a_narrow_session_reports_less_often() {
    let mut schedule = Schedule::new(Duration::ZERO, 400, Random::new(1));
    schedule.sent(Duration::ZERO, 100);
    schedule.received(Duration::ZERO, 100);
    schedule.sent(Duration::ZERO, 100);
    // 2 × some 130 octets by 20 octets a second are 13 s.
    assert!(schedule.next() >= seconds(4.0) && schedule.next() <= seconds(17.0));
    schedule.sent(Duration::ZERO, 100);
    let planned = schedule.next();
    schedule.left(Duration::ZERO);
    assert_eq!(schedule.next(), planned / 2, "who is alone reports sooner");
}

proptest! {
    #[test]
    fn no_datagram_makes_it_panic(mut octets in proptest::collection::vec(any::<u8>(), 0..120), kinds: [u8; 4]) {
        let mut at = 0;
        for kind in kinds {
            if let Some([first, second, l0, l1]) = octets.get_mut(at..).and_then(|o| o.first_chunk_mut()) {
                *first = 0x80 | (*first & 0x3F);
                *second = 200 + kind % 5;
                *l0 = 0;
                *l1 %= 12;
                at += usize::from(*l1) * 4 + 4;
            }
        }
        octets.truncate(at);
        if let Ok(parts) = parse(&octets) {
            for part in parts {
                if let Part::SenderReport { reports, .. } | Part::ReceiverReport { reports, .. } = part {
                    prop_assert!(reports.count() <= 31);
                }
            }
        }
    }
}
