use super::*;
use std::f64::consts::TAU;

const COMMON: [u32; 9] = [
    8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000,
];

fn sine(hertz: f64, rate: u32, count: usize) -> Vec<i16> {
    let sample = |at: usize| 16_000.0 * (TAU * hertz * at as f64 / f64::from(rate)).sin();
    (0..count).map(|at| sample(at).round() as i16).collect()
}

fn all(resampler: &mut Resampler, input: &[i16]) -> Vec<i16> {
    let mut out = vec![0; resampler.most_out(input.len())];
    let done = resampler.process(input, &mut out);
    assert_eq!(done.taken, input.len());
    out.truncate(done.given);
    out
}

/// The power of one frequency, and of everything, as amplitudes of a sine.
fn measure(samples: &[i16], hertz: f64, rate: u32) -> (f64, f64) {
    let (mut re, mut im, mut power, mut weight) = (0.0, 0.0, 0.0, 0.0);
    let count = samples.len() as f64;
    for (at, &sample) in samples.iter().enumerate() {
        let window = 1.0 - (TAU * at as f64 / count).cos();
        let angle = TAU * hertz * at as f64 / f64::from(rate);
        re += window * f64::from(sample) * angle.cos();
        im += window * f64::from(sample) * angle.sin();
        power += window * f64::from(sample).powi(2);
        weight += window;
    }
    (2.0 * re.hypot(im) / weight, (2.0 * power / weight).sqrt())
}

fn decibels(ratio: f64) -> f64 {
    20.0 * ratio.log10()
}

fn pairs() -> Vec<(u32, u32)> {
    let mut pairs: Vec<_> = COMMON
        .iter()
        .flat_map(|&from| COMMON.iter().map(move |&to| (from, to)))
        .filter(|(from, to)| from != to)
        .collect();
    pairs.extend([
        (7_919, 8_000),
        (192_000, 8_000),
        (8_000, 96_000),
        (5_512, 16_000),
        (4_001, 191_999),
    ]);
    pairs
}

#[test]
fn what_is_in_the_band_passes_unchanged() {
    for (from, to) in pairs() {
        for part in [0.03, 0.2, 0.35, 0.42] {
            let hertz = part * f64::from(from.min(to));
            let mut resampler = Resampler::try_new(from, to).unwrap();
            let input = sine(hertz, from, from as usize / 4);
            let output = all(&mut resampler, &input);
            let settled = &output[output.len() / 4..];
            let (tone, whole) = measure(settled, hertz, to);
            let change = decibels(tone / 16_000.0);
            assert!(
                change.abs() < 0.3,
                "{from} to {to}, {hertz} Hz: {change} dB"
            );
            let rest = decibels((whole * whole - tone * tone).max(0.0).sqrt() / tone);
            assert!(
                rest < -50.0,
                "{from} to {to}, {hertz} Hz: {rest} dB beside it"
            );
        }
    }
}

#[test]
fn what_the_slower_rate_cannot_carry_is_gone() {
    for (from, to) in pairs().into_iter().filter(|(from, to)| from > to) {
        for part in [0.5, 0.55, 0.7, 1.0] {
            let hertz = part * f64::from(to);
            if hertz >= f64::from(from) / 2.0 {
                continue;
            }
            let mut resampler = Resampler::try_new(from, to).unwrap();
            let output = all(&mut resampler, &sine(hertz, from, from as usize / 4));
            let (_, whole) = measure(&output[output.len() / 4..], 0.0, to);
            let left = decibels(whole / 16_000.0);
            assert!(left < -50.0, "{from} to {to}, {hertz} Hz: {left} dB");
        }
    }
}

#[test]
fn equal_rates_change_no_bit() {
    let mut resampler = Resampler::try_new(11_025, 11_025).unwrap();
    let input: Vec<i16> = (i16::MIN..i16::MAX).collect();
    assert_eq!(all(&mut resampler, &input), input);
    assert_eq!(resampler.delay(), 0);
}

#[test]
fn pieces_make_the_same_sound_as_the_whole() {
    for (from, to) in [
        (8_000, 44_100),
        (44_100, 8_000),
        (16_000, 8_000),
        (7_919, 8_000),
    ] {
        let input = sine(440.0, from, 5_000);
        let whole = all(&mut Resampler::try_new(from, to).unwrap(), &input);
        let mut resampler = Resampler::try_new(from, to).unwrap();
        let mut pieces: Vec<i16> = Vec::new();
        let (mut left, mut out) = (&input[..], [0; 33]);
        while !left.is_empty() {
            let piece = &left[..left.len().min(50)];
            let done = resampler.process(piece, &mut out);
            pieces.extend(&out[..done.given]);
            left = &left[done.taken..];
        }
        loop {
            let done = resampler.process(&[], &mut out);
            pieces.extend(&out[..done.given]);
            if done.given == 0 {
                break;
            }
        }
        assert_eq!(pieces, whole, "{from} to {to}");
        // And again after a reset.
        resampler.reset();
        assert_eq!(all(&mut resampler, &input), whole);
    }
}

#[test]
fn a_second_stays_a_second() {
    for (from, to) in pairs() {
        let mut resampler = Resampler::try_new(from, to).unwrap();
        let out = all(&mut resampler, &vec![0; from as usize]);
        assert_eq!(out.len(), to as usize, "{from} to {to}");
    }
}

#[test]
fn a_sound_comes_as_late_as_told() {
    for (from, to) in pairs() {
        let mut resampler = Resampler::try_new(from, to).unwrap();
        let mut input = vec![0; from as usize / 4];
        // A hump of five milliseconds.
        let middle = input.len() / 2;
        let width = f64::from(from) / 200.0;
        for (at, sample) in input.iter_mut().enumerate() {
            let distance = (at as f64 - middle as f64) / width;
            *sample = (20_000.0 * (-distance * distance).exp()) as i16;
        }
        let out = all(&mut resampler, &input);
        let (mut moment, mut mass) = (0.0, 0.0);
        for (at, &sample) in out.iter().enumerate() {
            moment += at as f64 * f64::from(sample);
            mass += f64::from(sample);
        }
        let arrived = moment / mass * f64::from(from) / f64::from(to);
        let expected = (middle + resampler.delay()) as f64;
        assert!(
            (arrived - expected).abs() < 1.0,
            "{from} to {to}: {arrived}, {expected}"
        );
    }
}

#[test]
fn full_scale_is_cut_and_a_constant_is_kept() {
    for (from, to) in pairs() {
        let mut resampler = Resampler::try_new(from, to).unwrap();
        let square: Vec<i16> = (0..4_000)
            .map(|at| if at % 16 < 8 { i16::MIN } else { i16::MAX })
            .collect();
        all(&mut resampler, &square);
        resampler.reset();
        let out = all(&mut resampler, &vec![12_345; from as usize / 4]);
        let settled = &out[out.len() / 2..];
        assert!(
            settled.iter().all(|&sample| sample.abs_diff(12_345) <= 6),
            "{from} to {to}"
        );
    }
}

#[test]
fn rates_out_of_reason_are_refused_and_tables_stay_small() {
    for (from, to, wrong) in [
        (0, 8_000, 0),
        (8_000, 3_999, 3_999),
        (192_001, 8_000, 192_001),
    ] {
        assert_eq!(
            Resampler::try_new(from, to).unwrap_err(),
            Error::Rate(wrong)
        );
    }
    for (from, to) in
        pairs()
            .into_iter()
            .chain([(192_000, 4_000), (4_000, 192_000), (191_999, 4_001)])
    {
        let resampler = Resampler::try_new(from, to).unwrap();
        let filter = resampler.filter.unwrap();
        let bytes = 4 * (filter.table.len() + filter.history.len());
        assert!(bytes <= 64 * 1024, "{from} to {to}: {bytes}");
        if from <= 48_000 {
            assert!(bytes <= 18 * 1024, "{from} to {to}: {bytes}");
        }
    }
}
