use super::progress::{Country, Progress, beep, billing, progress};
use super::*;
use std::f64::consts::TAU;

fn fill(tone: &mut Tone, rate: u32, ms: u32) -> Vec<i16> {
    let mut out = vec![0x55; samples_in(ms, rate) as usize];
    let made = tone.fill(rate, &mut out);
    out.truncate(made);
    out
}

/// The amplitude of a frequency.
fn amplitude(samples: &[i16], hertz: f64, rate: u32) -> f64 {
    let (mut re, mut im, mut weight) = (0.0, 0.0, 0.0);
    for (at, &sample) in samples.iter().enumerate() {
        let window = 1.0 - (TAU * (at as f64 + 0.5) / samples.len() as f64).cos();
        let angle = TAU * hertz * at as f64 / f64::from(rate);
        re += window * f64::from(sample) * angle.cos();
        im += window * f64::from(sample) * angle.sin();
        weight += window;
    }
    2.0 * f64::hypot(re, im) / weight
}

fn loud(samples: &[i16]) -> bool {
    samples.iter().any(|sample| sample.unsigned_abs() > 500)
}

#[test]
fn a_custom_tone_has_its_frequencies_at_their_volumes() {
    let voices = [
        Custom {
            frequency: 700,
            on: 500,
            off: 0,
            volume: 0xffff,
        },
        Custom {
            frequency: 1_100,
            on: 500,
            off: 0,
            volume: 0xf000,
        },
    ];
    for rate in [8_000, 11_025, 16_000, 48_000] {
        let mut tone = Tone::custom(&voices, Some(500)).unwrap();
        let samples = fill(&mut tone, rate, 500);
        assert_eq!(samples.len() as u64, samples_in(500, rate));
        let full = amplitude(&samples, 700.0, rate);
        assert!((full / 8_192.0 - 1.0).abs() < 0.01, "{rate}: {full}");
        let expected = 8_192.0 * f64::from(Gain::factor_of(0xf000));
        let softer = amplitude(&samples, 1_100.0, rate);
        assert!((softer / expected - 1.0).abs() < 0.02, "{rate}: {softer}");
        assert!(amplitude(&samples, 900.0, rate) < 20.0);
    }
}

#[test]
fn each_voice_has_its_own_cadence() {
    let voices = [
        Custom {
            frequency: 400,
            on: 100,
            off: 200,
            volume: 0xffff,
        },
        Custom {
            frequency: 1_000,
            on: 50,
            off: 50,
            volume: 0xffff,
        },
        Custom {
            frequency: 0,
            on: 100,
            off: 0,
            volume: 0xffff,
        },
        Custom {
            frequency: 2_000,
            on: 0,
            off: 10,
            volume: 0xffff,
        },
    ];
    let samples = fill(&mut Tone::custom(&voices, None).unwrap(), 8_000, 900);
    for (at, piece) in samples.chunks(400).enumerate() {
        let first = amplitude(piece, 400.0, 8_000) > 6_000.0;
        let second = amplitude(piece, 1_000.0, 8_000) > 6_000.0;
        assert_eq!((first, second), (at % 6 < 2, at % 2 == 0), "{at}");
        assert!(amplitude(piece, 2_000.0, 8_000) < 200.0);
    }
}

#[test]
fn a_tone_ends_when_it_should_and_not_before() {
    let voice = Custom {
        frequency: 440,
        on: 1,
        off: 0,
        volume: 0xffff,
    };
    let mut tone = Tone::custom(&[voice], Some(45)).unwrap();
    let mut frame = [0; 160];
    let lengths = [(); 4].map(|()| tone.fill(8_000, &mut frame));
    assert_eq!(lengths, [160, 160, 40, 0]);
    assert_eq!(tone.again().fill(8_000, &mut frame), 160);
    let mut endless = Tone::custom(&[voice], None).unwrap();
    for _ in 0..1_000 {
        assert_eq!(endless.fill(8_000, &mut frame), 160);
    }
    assert!(loud(&frame));
}

#[test]
fn beginnings_and_ends_are_soft() {
    let voice = Custom {
        frequency: 1_000,
        on: 60,
        off: 40,
        volume: 0xffff,
    };
    let samples = fill(&mut Tone::custom(&[voice], Some(150)).unwrap(), 8_000, 150);
    for edge in [0, 480, 800, 1_200] {
        for distance in 0..8 {
            for at in [edge + distance, edge.max(distance + 1) - distance - 1] {
                let sample = samples.get(at).copied().unwrap_or(0);
                assert!(sample.unsigned_abs() < 900, "{at}: {sample}");
            }
        }
    }
    assert!(loud(&samples[32..448]) && loud(&samples[832..1_168]));
}

#[test]
fn frames_make_the_same_sound_as_the_whole() {
    let mut tone = progress(Country::UnitedKingdom, Progress::Ringback, Some(5_000));
    let whole = fill(&mut tone.clone(), 16_000, 5_000);
    let (mut pieces, mut frame) = (Vec::<i16>::new(), [0; 333]);
    loop {
        let made = tone.fill(16_000, &mut frame);
        pieces.extend(&frame[..made]);
        if made < frame.len() {
            break;
        }
    }
    assert_eq!(pieces, whole);
}

/// The list of ITU-T: frequencies, and on and off in milliseconds.
#[rustfmt::skip]
const LIST: &[(Country, Progress, &[u32], &[u32])] = &[
    (Country::UnitedStates, Progress::Dial, &[350, 440], &[]),
    (Country::UnitedStates, Progress::Ringback, &[440, 480], &[2_000, 4_000]),
    (Country::UnitedStates, Progress::Busy, &[480, 620], &[500, 500]),
    (Country::UnitedStates, Progress::Congestion, &[480, 620], &[250, 250]),
    (Country::UnitedKingdom, Progress::Dial, &[350, 440], &[]),
    (Country::UnitedKingdom, Progress::Ringback, &[400, 450], &[400, 200, 400, 2_000]),
    (Country::UnitedKingdom, Progress::Busy, &[400], &[375, 375]),
    (Country::UnitedKingdom, Progress::Congestion, &[400], &[400, 350, 225, 525]),
    (Country::Germany, Progress::Dial, &[425], &[]),
    (Country::Germany, Progress::Ringback, &[425], &[1_000, 4_000]),
    (Country::Germany, Progress::Busy, &[425], &[480, 480]),
    (Country::Germany, Progress::Congestion, &[425], &[240, 240]),
    (Country::France, Progress::Dial, &[440], &[]),
    (Country::France, Progress::Ringback, &[440], &[1_500, 3_500]),
    (Country::France, Progress::Busy, &[440], &[500, 500]),
    (Country::France, Progress::Congestion, &[440], &[250, 250]),
    (Country::Italy, Progress::Dial, &[425], &[200, 200, 600, 1_000]),
    (Country::Italy, Progress::Ringback, &[425], &[1_000, 4_000]),
    (Country::Italy, Progress::Busy, &[425], &[500, 500]),
    (Country::Italy, Progress::Congestion, &[425], &[200, 200]),
    (Country::Japan, Progress::Dial, &[400], &[]),
    (Country::Japan, Progress::Ringback, &[400], &[1_000, 2_000]),
    (Country::Japan, Progress::Busy, &[400], &[500, 500]),
    (Country::Japan, Progress::Congestion, &[400], &[500, 500]),
    (Country::Australia, Progress::Dial, &[413, 438], &[]),
    (Country::Australia, Progress::Ringback, &[413, 438], &[400, 200, 400, 2_000]),
    (Country::Australia, Progress::Busy, &[425], &[375, 375]),
    (Country::Australia, Progress::Congestion, &[425], &[375, 375]),
    (Country::China, Progress::Dial, &[450], &[]),
    (Country::China, Progress::Ringback, &[450], &[1_000, 4_000]),
    (Country::China, Progress::Busy, &[450], &[350, 350]),
    (Country::China, Progress::Congestion, &[450], &[700, 700]),
];

#[test]
fn tones_of_countries_are_those_of_the_list() {
    for &(country, said, frequencies, cadence) in LIST {
        let mut tone = progress(country, said, None);
        let samples = fill(&mut tone, 8_000, 13_000);
        let what = format!("{country:?} {said:?}");
        // Once round, and half of it again.
        let round: u32 = cadence.iter().sum();
        let mut start = 0;
        for (step, &ms) in cadence.iter().cycle().enumerate() {
            if start > round + round / 2 {
                break;
            }
            let inside = ((start + 5) * 8) as usize..((start + ms - 5) * 8) as usize;
            let piece = &samples[inside.clone()];
            match step % 2 {
                0 => assert!(
                    piece.chunks(200).take(piece.len() / 200).all(loud),
                    "{what} {start}"
                ),
                _ => assert!(!loud(piece), "{what} {start}"),
            }
            start += ms;
        }
        let piece = &samples[..cadence.first().map_or(8_000, |&ms| ms as usize * 8)];
        for &hertz in frequencies {
            let found = amplitude(piece, f64::from(hertz), 8_000);
            assert!(found > 4_000.0, "{what} {hertz}: {found}");
        }
        assert!(amplitude(piece, 1_200.0, 8_000) < 50.0);
    }
}

#[test]
fn special_information_rises_three_times_and_pauses() {
    for &country in Country::ALL {
        let samples = fill(
            &mut progress(country, Progress::SpecialInformation, None),
            8_000,
            4_000,
        );
        for round in [0, 15_920] {
            for (at, hertz) in [950.0, 1_400.0, 1_800.0].into_iter().enumerate() {
                let piece = &samples[round + at * 2_640..][..2_640];
                assert!(amplitude(piece, hertz, 8_000) > 4_000.0, "{round} {hertz}");
            }
            assert!(!loud(&samples[round + 7_920..][..7_900]));
        }
    }
}

#[test]
fn beep_and_billing_sound_as_told() {
    let samples = fill(&mut beep(Some(500)), 8_000, 1_000);
    assert_eq!(samples.len(), 4_000);
    assert!(amplitude(&samples, 1_000.0, 8_000) > 7_000.0);
    let samples = fill(&mut billing(None), 8_000, 5_000);
    assert_eq!(samples.len(), 8_000);
    assert!(amplitude(&samples[..480], 1_477.0, 8_000) > 3_000.0);
    let early = amplitude(&samples[480..1_680], 350.0, 8_000);
    let late = amplitude(&samples[6_480..7_680], 350.0, 8_000);
    assert!(early > 3_000.0 && late < early / 10.0, "{early} {late}");
}

#[test]
fn countries_have_their_letters() {
    for &country in Country::ALL {
        assert_eq!(
            Country::from_code(&country.code().to_uppercase()),
            Some(country)
        );
    }
    assert_eq!(Country::from_code("uk"), Some(Country::UnitedKingdom));
    assert_eq!(Country::from_code("xx"), None);
}

#[test]
fn nonsense_is_silent_or_refused_and_never_hangs() {
    let silly = Custom {
        frequency: u32::MAX,
        on: u32::MAX,
        off: u32::MAX,
        volume: 0xffff,
    };
    assert_eq!(Tone::custom(&[], None).unwrap_err(), WrongCount);
    assert_eq!(Tone::custom(&[silly; 5], None).unwrap_err(), WrongCount);
    let mut out = [1; 100];
    for rate in [0, 1, 8_000, u32::MAX] {
        let short = Custom {
            frequency: 1,
            on: 1,
            off: 1,
            volume: 1,
        };
        let mut tone = Tone::custom(&[silly, short, silly, silly], None).unwrap();
        assert_eq!(tone.fill(rate, &mut out), 100);
        for &said in Progress::ALL {
            progress(Country::Italy, said, None).fill(rate, &mut out);
        }
        billing(Some(u32::MAX)).fill(rate, &mut out);
    }
    let full = Custom {
        frequency: 0,
        on: 1,
        off: 0,
        volume: 0xffff,
    };
    let mut tone = Tone::custom(&[full], Some(100)).unwrap();
    assert_eq!(tone.fill(8_000, &mut out), 100);
    assert_eq!(out, [0; 100]);
}
