//! What is dialled, and what a codec makes of it.

use super::*;
use crate::codec::{Codec, Decoder, Encoder};

#[test]
fn what_is_dialled_is_heard() {
    for rate in [8_000, 16_000, 44_100, 48_000] {
        for (on, off) in [(40, 40), (65, 65), (100, 100), (50, 300)] {
            let timing = Timing {
                on,
                off,
                pause: 500,
            };
            let mut dial = Dial::try_new("0123456789,abcd*#xyz", timing).unwrap();
            let mut detector = Detector::try_new(rate).unwrap();
            let mut events = Vec::new();
            let (mut frame, mut total) = ([0; 441], 0);
            loop {
                let made = dial.fill(rate, &mut frame);
                detector.hear(&frame[..made], |event| events.push(event));
                total += made as u64;
                if made < frame.len() {
                    break;
                }
            }
            detector.hear(&[0; 4_410], |event| events.push(event));
            assert_eq!(digits(&events), "0123456789ABCD*#", "{rate} {on} {off}");
            let ms = total * 1_000 / u64::from(rate);
            assert!(ms.abs_diff(dial.duration()) < 20, "{ms}");
        }
    }
}

#[test]
fn digits_survive_every_codec() {
    for &codec in Codec::ALL {
        let rate = codec.sample_rate();
        for level in [[-3.0, -3.0], [-25.0, -25.0], [-18.0, -26.0]] {
            let mut sound = Sound::new();
            sound.rate = rate as f32;
            sound = sound.pause(50.0);
            for key in ALL.chars() {
                let pressed = Pressed {
                    key,
                    level,
                    ms: 45.0,
                    ..PLAIN
                };
                sound = sound.press(pressed).pause(45.0);
            }
            let sound = sound.pause(60.0);
            let samples: Vec<i16> = sound.samples.iter().map(|&sample| sample as i16).collect();
            let (mut encoder, mut decoder) = (Encoder::new(codec), Decoder::new(codec));
            let mut detector = Detector::try_new(rate).unwrap();
            let mut events = Vec::new();
            for frame in samples.chunks(20 * codec.samples_per_ms()) {
                let (mut bytes, mut out) = ([0; 640], [0; 320]);
                let count = encoder.encode(frame, &mut bytes);
                let count = decoder.decode(&bytes[..count], &mut out);
                detector.hear(&out[..count], |event| events.push(event));
            }
            assert_eq!(digits(&events), ALL, "{codec:?} {level:?}");
        }
    }
}

#[test]
fn nothing_to_dial_is_over_at_once() {
    let mut out = [7; 10];
    for (text, timing) in [
        ("", Timing::default()),
        ("xyz!", Timing::default()),
        (
            "123,",
            Timing {
                on: 0,
                off: 0,
                pause: 0,
            },
        ),
    ] {
        assert_eq!(
            Dial::try_new(text, timing).unwrap().fill(8_000, &mut out),
            0,
            "{text}"
        );
    }
    let silly = Timing {
        on: u32::MAX,
        off: u32::MAX,
        pause: u32::MAX,
    };
    for rate in [0, 1, u32::MAX] {
        Dial::try_new("1,2", silly).unwrap().fill(rate, &mut out);
    }
    assert!(Detector::try_new(100).is_err());
}

#[test]
fn a_digit_begins_and_ends_softly() {
    let mut samples = [0; 1_600];
    assert_eq!(
        Dial::try_new("D", Timing::default())
            .unwrap()
            .fill(8_000, &mut samples),
        1_600
    );
    for at in (0..6).chain(794..800) {
        assert!(samples[at].unsigned_abs() < 1_500, "{at}: {}", samples[at]);
    }
    assert!(samples[32..768].iter().any(|sample| *sample > 12_000));
    assert!(samples[800..].iter().all(|&sample| sample == 0));
}

#[test]
fn levels_are_those_of_the_plan() {
    let mut dial = Dial::try_new(
        "5",
        Timing {
            on: 1_000,
            ..Timing::default()
        },
    )
    .unwrap();
    let mut samples = [0; 8_000];
    dial.fill(8_000, &mut samples);
    let weight = samples.len() as f32;
    let floats = samples.map(f32::from);
    for (hertz, level) in [(770.0, -11.0), (1_336.0, -9.0)] {
        let power = crate::goertzel::Bin::new(hertz)
            .measure(&floats, weight)
            .power();
        let found = 10.0 * (power / (ZERO_DBM0 * ZERO_DBM0 / 2.0)).log10();
        assert!((found - level).abs() < 0.2, "{hertz}: {found}");
    }
}
