//! Q.24's limits as a table, and sounds that are no digits.

use super::*;
use crate::codec::{Codec, Decoder, Encoder};
use crate::tone::ZERO_DBM0;
use std::f32::consts::TAU;

const ALL: &str = "0123456789ABCD*#";

/// Two tones as they may come from a line.
#[derive(Clone, Copy)]
struct Pressed {
    key: char,
    /// By how much row and column are off.
    off: [f32; 2],
    /// In dBm0.
    level: [f32; 2],
    ms: f32,
}

const PLAIN: Pressed = Pressed {
    key: '5',
    off: [0.0; 2],
    level: [-10.0; 2],
    ms: 60.0,
};

struct Sound {
    rate: f32,
    samples: Vec<f32>,
    seed: u32,
}

impl Sound {
    fn new() -> Self {
        Self {
            rate: 8_000.0,
            samples: Vec::new(),
            seed: 7,
        }
    }

    fn pause(mut self, ms: f32) -> Self {
        let count = self.samples.len() + (ms * self.rate / 1_000.0) as usize;
        self.samples.resize(count, 0.0);
        self
    }

    fn press(mut self, pressed: Pressed) -> Self {
        let key = Key::from_char(pressed.key).unwrap();
        let peaks = pressed
            .level
            .map(|level| ZERO_DBM0 * 10_f32.powf(level / 20.0));
        for at in 0..(pressed.ms * self.rate / 1_000.0) as usize {
            let mut value = 0.0;
            for ((hertz, off), peak) in key.frequencies().iter().zip(pressed.off).zip(peaks) {
                let turns = hertz * (1.0 + off) * at as f32 / self.rate;
                value += peak * (TAU * turns + off).sin();
            }
            self.samples.push(value);
        }
        self
    }

    fn random(&mut self) -> f32 {
        self.seed = self
            .seed
            .wrapping_mul(1_664_525)
            .wrapping_add(1_013_904_223);
        (self.seed >> 8) as f32 / (1 << 23) as f32 - 1.0
    }

    /// White noise of a power in dBm0, over everything.
    fn noisy(mut self, level: f32) -> Self {
        // The sum of twelve evenly spread values is nearly normal; each has a variance of a third.
        let deviation = ZERO_DBM0 * 10_f32.powf(level / 20.0) / 2_f32.sqrt();
        for at in 0..self.samples.len() {
            let sum: f32 = (0..12).map(|_| self.random()).sum();
            self.samples[at] += sum / 2.0 * deviation;
        }
        self
    }

    fn events(&self) -> Vec<Event> {
        let mut detector = Detector::try_new(self.rate as u32).unwrap();
        let samples: Vec<i16> = self.samples.iter().map(|&sample| sample as i16).collect();
        let mut events = Vec::new();
        for frame in samples.chunks(160) {
            detector.hear(frame, |event| events.push(event));
        }
        events
    }

    /// The digits of this sound, wherever in a window it begins; the same for all of them.
    fn heard(&self) -> String {
        let mut all = None;
        for lead in 0..8 {
            let mut shifted = Sound::new().pause(60.0 + lead as f32 * 0.625);
            shifted.rate = self.rate;
            shifted.samples.extend(&self.samples);
            let events = shifted.pause(80.0).events();
            let heard = digits(&events);
            assert_eq!(
                *all.get_or_insert(heard.clone()),
                heard,
                "shifted by {lead}"
            );
        }
        all.unwrap()
    }
}

/// The digits that begin; each must end, in order.
fn digits(events: &[Event]) -> String {
    let mut all = String::new();
    for pair in events.chunks(2) {
        let [
            Event::Start { key, at },
            Event::End {
                key: ended,
                at: end,
                length,
            },
        ] = pair
        else {
            panic!("{events:?}");
        };
        assert_eq!((key, *length), (ended, end - at));
        all.push(key.as_char());
    }
    all
}

#[test]
fn each_digit_is_heard() {
    for key in ALL.chars() {
        let sound = Sound::new().press(Pressed { key, ..PLAIN });
        assert_eq!(sound.heard(), key.to_string());
    }
}

#[test]
fn frequencies_within_one_and_a_half_percent_are_heard_and_beyond_three_and_a_half_are_not() {
    for key in ALL.chars() {
        for off in [
            [0.015, 0.015],
            [-0.015, -0.015],
            [0.015, -0.015],
            [-0.015, 0.015],
        ] {
            for ms in [40.0, 80.0] {
                let sound = Sound::new().press(Pressed {
                    key,
                    off,
                    ms,
                    ..PLAIN
                });
                assert_eq!(sound.heard(), key.to_string(), "{off:?} {ms}");
            }
        }
        for off in [
            [0.035, 0.0],
            [-0.035, 0.0],
            [0.0, 0.035],
            [0.0, -0.035],
            [0.05, 0.05],
        ] {
            for ms in [40.0, 80.0, 500.0] {
                let sound = Sound::new().press(Pressed {
                    key,
                    off,
                    ms,
                    ..PLAIN
                });
                assert_eq!(sound.heard(), "", "{key} {off:?} {ms}");
            }
        }
    }
}

#[test]
fn levels_from_0_to_minus_25_are_heard_and_minus_55_is_not() {
    for key in ALL.chars() {
        for level in [0.0, -3.0, -10.0, -20.0, -25.0] {
            let level = [level - 3.0 * f32::from(level == 0.0); 2];
            let sound = Sound::new().press(Pressed {
                key,
                level,
                ms: 40.0,
                ..PLAIN
            });
            assert_eq!(sound.heard(), key.to_string(), "{level:?}");
        }
        let level = [-55.0; 2];
        let sound = Sound::new().press(Pressed {
            key,
            level,
            ms: 400.0,
            ..PLAIN
        });
        assert_eq!(sound.heard(), "");
    }
    // 0 dBm each is more than G.711 can carry: it arrives cut.
    let mut sound = Sound::new().press(Pressed {
        level: [0.0; 2],
        ..PLAIN
    });
    for sample in &mut sound.samples {
        *sample = sample.clamp(-32_124.0, 32_124.0);
    }
    assert_eq!(sound.heard(), "5");
}

#[test]
fn twist_within_the_limits_is_heard() {
    for key in ALL.chars() {
        for level in [
            [-14.0, -10.0],
            [-10.0, -18.0],
            [-18.0, -10.0],
            [-10.0, -20.0],
        ] {
            for off in [[0.0; 2], [0.015; 2]] {
                let sound = Sound::new().press(Pressed {
                    key,
                    level,
                    off,
                    ms: 40.0,
                });
                assert_eq!(sound.heard(), key.to_string(), "{level:?} {off:?}");
            }
        }
        let level = [-5.0, -25.0];
        assert_eq!(
            Sound::new()
                .press(Pressed {
                    key,
                    level,
                    ..PLAIN
                })
                .heard(),
            ""
        );
    }
}

#[test]
fn forty_milliseconds_are_a_digit_and_twenty_three_are_none() {
    for key in ALL.chars() {
        for level in [[0.0 - 3.0; 2], [-25.0; 2]] {
            let sound = Sound::new().press(Pressed {
                key,
                level,
                ms: 40.0,
                ..PLAIN
            });
            assert_eq!(sound.heard(), key.to_string(), "{level:?}");
            let sound = Sound::new().press(Pressed {
                key,
                level,
                ms: 23.0,
                ..PLAIN
            });
            assert_eq!(sound.heard(), "", "{key} {level:?}");
        }
    }
}

#[test]
fn a_pause_of_forty_milliseconds_parts_two_digits() {
    let pressed = Pressed { ms: 40.0, ..PLAIN };
    let mut sound = Sound::new();
    for key in "11229966**D".chars() {
        sound = sound.press(Pressed { key, ..pressed }).pause(40.0);
    }
    assert_eq!(sound.heard(), "11229966**D");
}

#[test]
fn ninety_three_milliseconds_a_digit_are_slow_enough() {
    let pressed = Pressed {
        ms: 48.0,
        level: [-25.0; 2],
        ..PLAIN
    };
    let mut sound = Sound::new();
    for key in ALL.chars() {
        sound = sound.press(Pressed { key, ..pressed }).pause(45.0);
    }
    assert_eq!(sound.heard(), ALL);
}

#[test]
fn an_interruption_of_ten_milliseconds_makes_no_second_digit() {
    for key in ALL.chars() {
        for before in [20.0, 30.0, 40.0, 50.0, 60.0] {
            let pressed = Pressed {
                key,
                ms: before,
                ..PLAIN
            };
            let sound = Sound::new().press(pressed).pause(10.0).press(Pressed {
                ms: 50.0,
                ..pressed
            });
            assert_eq!(sound.heard(), key.to_string(), "{before}");
        }
    }
}

#[test]
fn digits_are_heard_in_noise_fifteen_decibels_below() {
    for level in [-6.0, -25.0] {
        let mut sound = Sound::new().pause(60.0);
        let mut dialled = String::new();
        for _ in 0..6 {
            for key in ALL.chars() {
                let level = [level; 2];
                sound = sound
                    .press(Pressed {
                        key,
                        level,
                        ms: 50.0,
                        ..PLAIN
                    })
                    .pause(50.0);
                dialled.push(key);
            }
        }
        // The two together are 3 dB more than one.
        let events = sound.noisy(level + 3.0 - 15.0).pause(100.0).events();
        assert_eq!(digits(&events), dialled, "{level}");
    }
}

#[test]
fn places_and_lengths_are_right_within_two_milliseconds() {
    for rate in [8_000.0, 11_025.0, 16_000.0, 48_000.0] {
        for (lead, ms) in [(100.0, 40.0), (117.0, 100.0), (43.0, 1_000.0)] {
            let mut sound = Sound::new();
            sound.rate = rate;
            let sound = sound
                .pause(lead)
                .press(Pressed { ms, ..PLAIN })
                .pause(100.0);
            let [Event::Start { at: start, .. }, Event::End { length, .. }] = sound.events()[..]
            else {
                panic!("{rate} {ms}");
            };
            let milliseconds = |samples: u64| samples as f32 * 1_000.0 / rate;
            assert!(
                (milliseconds(start) - lead).abs() < 2.0,
                "{rate} {lead} {start}"
            );
            assert!(
                (milliseconds(length) - ms).abs() < 2.0,
                "{rate} {ms} {length}"
            );
        }
    }
}

#[test]
fn a_start_is_told_while_the_key_is_held_and_an_end_soon_after() {
    let sound = Sound::new()
        .press(Pressed { ms: 400.0, ..PLAIN })
        .pause(100.0);
    let mut detector = Detector::try_new(8_000).unwrap();
    let mut told = Vec::new();
    for (at, sample) in sound.samples.iter().enumerate() {
        detector.hear(&[*sample as i16], |event| told.push((at / 8, event)));
        if at == 2_400 {
            assert_eq!(detector.sounding(), Key::from_char('5'));
        }
    }
    assert!(
        matches!(told[0], (30..=50, Event::Start { .. })),
        "{told:?}"
    );
    assert!(
        matches!(told[1], (400..=440, Event::End { .. })),
        "{told:?}"
    );
    assert_eq!(told.len(), 2);
    assert_eq!(detector.sounding(), None);
}

#[test]
fn a_digit_may_follow_another_at_once_or_become_softer() {
    let sound = Sound::new()
        .press(PLAIN)
        .press(Pressed { key: '6', ..PLAIN });
    assert_eq!(sound.heard(), "56");
    let soft = Pressed {
        level: [-19.0; 2],
        ..PLAIN
    };
    assert_eq!(Sound::new().press(PLAIN).press(soft).heard(), "5");
}

/// A voice: a pulse at a pitch that glides, through the resonances of a vowel.
fn vowel(sound: &mut Sound, pitch: [f32; 2], formants: [f32; 3], ms: f32) {
    let count = (ms * 8.0) as usize;
    let mut phase = 0.0;
    for at in 0..count {
        let part = at as f32 / count as f32;
        let pitch = pitch[0] + (pitch[1] - pitch[0]) * part;
        phase += TAU * pitch / 8_000.0;
        let mut value = 0.0;
        let mut harmonic = 1.0;
        while harmonic * pitch < 3_900.0 {
            let hertz = harmonic * pitch;
            let gain: f32 = formants
                .iter()
                .map(|formant| 1.0 / (1.0 + ((hertz - formant) / 70.0).powi(2)))
                .sum();
            value += gain * (phase * harmonic + harmonic).sin();
            harmonic += 1.0;
        }
        sound.samples.push(6_000.0 * value);
    }
}

#[test]
fn a_voice_is_no_digit() {
    let mut sound = Sound::new();
    // The vowels of ah, eh, ee, oh, oo, and resonances right at the frequencies of keys.
    let mut formants = vec![
        [730.0, 1_090.0, 2_440.0],
        [530.0, 1_840.0, 2_480.0],
        [270.0, 2_290.0, 3_010.0],
        [570.0, 840.0, 2_410.0],
        [300.0, 870.0, 2_240.0],
    ];
    for row in ROWS {
        formants.extend(COLUMNS.map(|column| [row, column, 2_600.0]));
    }
    for formants in formants {
        for pitch in (80..=320).step_by(10) {
            let pitch = pitch as f32;
            for glide in [0.9, 1.0, 1.12] {
                vowel(&mut sound, [pitch, pitch * glide], formants, 120.0);
            }
        }
    }
    // Three and a half minutes, and a consonant now and then.
    let minutes = sound.samples.len() as f32 / 8_000.0 / 60.0;
    assert!(minutes > 3.0, "{minutes}");
    for (at, sample) in sound.samples.iter_mut().enumerate() {
        *sample *= (at as f32 * 0.002).sin().abs();
    }
    assert_eq!(digits(&sound.noisy(-45.0).pause(100.0).events()), "");
}

#[test]
fn noise_and_single_tones_are_no_digits() {
    let noise = Sound::new().pause(60_000.0).noisy(-10.0);
    assert_eq!(digits(&noise.events()), "");
    let mut sweep = Sound::new();
    let mut phase = 0.0_f32;
    for at in 0..80_000 {
        phase = (phase + TAU * (300.0 + at as f32 * 0.04) / 8_000.0) % TAU;
        sweep.samples.push(10_000.0 * phase.sin());
    }
    assert_eq!(digits(&sweep.events()), "");
    for [low, high] in [
        [350.0, 440.0],
        [440.0, 480.0],
        [480.0, 620.0],
        [697.0, 941.0],
        [1_209.0, 1_477.0],
    ] {
        let mut tones = Sound::new();
        for at in 0..8_000 {
            let wave = |hertz: f32| (TAU * hertz * at as f32 / 8_000.0).sin();
            tones.samples.push(5_000.0 * (wave(low) + wave(high)));
        }
        assert_eq!(digits(&tones.events()), "", "{low} {high}");
    }
}

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
