//! Q.24's limits, one by one.

mod dialling;
mod voices;

use super::*;
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
