use super::*;
use std::f64::consts::TAU;

fn tones(count: usize, tones: &[(f64, f64)]) -> Vec<i16> {
    let value = |at: usize| -> f64 {
        tones
            .iter()
            .map(|(hertz, peak)| peak * (TAU * hertz * at as f64 / 16_000.0).sin())
            .sum()
    };
    (0..count).map(|at| value(at).round() as i16).collect()
}

fn through(samples: &[i16]) -> Vec<i16> {
    let mut bytes = vec![0; samples.len() / 2];
    assert_eq!(Encoder::new().encode(samples, &mut bytes), bytes.len());
    let mut out = vec![0; samples.len()];
    assert_eq!(Decoder::new().decode(&bytes, &mut out), out.len());
    out
}

/// The signal-to-noise ratio, if what comes out is `delay` samples late.
fn ratio(before: &[i16], after: &[i16], delay: usize) -> f64 {
    let pairs = before.iter().zip(&after[delay..]).skip(800);
    let (mut signal, mut noise) = (0.0, 0.0);
    for (&before, &after) in pairs {
        signal += f64::from(before).powi(2);
        noise += (f64::from(before) - f64::from(after)).powi(2);
    }
    10.0 * (signal / noise).log10()
}

#[test]
fn what_comes_out_is_what_went_in() {
    for (what, input, least) in [
        ("low", tones(16_000, &[(1_000.0, 8_000.0)]), 30.0),
        (
            "both halves",
            tones(16_000, &[(1_000.0, 8_000.0), (3_000.0, 4_000.0)]),
            30.0,
        ),
        ("high", tones(16_000, &[(6_000.0, 8_000.0)]), 12.0),
        ("soft", tones(16_000, &[(700.0, 200.0)]), 20.0),
    ] {
        let output = through(&input);
        let ratio = ratio(&input, &output, DELAY);
        assert!(ratio >= least, "{what}: {ratio}");
    }
}

#[test]
fn the_delay_is_the_one_that_we_tell() {
    let input = tones(
        16_000,
        &[(900.0, 6_000.0), (1_700.0, 3_000.0), (2_900.0, 2_000.0)],
    );
    let output = through(&input);
    let best =
        (0..60).max_by(|&a, &b| ratio(&input, &output, a).total_cmp(&ratio(&input, &output, b)));
    assert_eq!(best, Some(DELAY));
}

#[test]
fn silence_stays_silent() {
    assert!(through(&[0; 3_200]).iter().all(|sample| sample.abs() < 16));
}

/// A hash of bytes (FNV-1a).
fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Numbers without a pattern.
fn random() -> impl FnMut() -> u32 {
    let mut seed = 1_u32;
    move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed
    }
}

/// The hashes are of what an independent coder (FFmpeg's) made of the same.
#[test]
fn every_bit_is_that_of_an_independent_coder() {
    // Noise that becomes softer from one sixteenth of a second to the next, down to nothing.
    let mut random_sample = random();
    let noise: Vec<i16> = (0..16_000)
        .map(|at| ((random_sample() >> 16) as i16) >> (at / 1_000).min(15))
        .collect();
    let mut bytes = vec![0; 8_000];
    Encoder::new().encode(&noise, &mut bytes);
    assert_eq!(hash(bytes.iter().copied()), 0xcf65_8c77_09a7_b698);
    let decoded = |bytes: &[u8]| {
        let mut samples = vec![0; 2 * bytes.len()];
        Decoder::new().decode(bytes, &mut samples);
        hash(samples.into_iter().flat_map(i16::to_le_bytes))
    };
    assert_eq!(decoded(&bytes), 0xd267_e347_8aaf_c59c);
    // A square wave that becomes slower, and a sine, both as loud as can be.
    let extreme = |at: i32| [i16::MIN, i16::MAX][(at * 200 / (at + 800) % 2) as usize];
    let eighths = [0, 23_170, 32_767, 23_170, 0, -23_170, -32_768, -23_170];
    let sine = |at: i32| eighths[at as usize % 8];
    let encoded = |sound: &dyn Fn(i32) -> i16| {
        let samples: Vec<i16> = (0..16_000).map(sound).collect();
        let mut bytes = [0; 8_000];
        Encoder::new().encode(&samples, &mut bytes);
        hash(bytes)
    };
    assert_eq!(encoded(&extreme), 0x1818_b2cc_bad6_5c21);
    assert_eq!(encoded(&sine), 0x23d1_c53c_5264_d120);
    // And bytes that no coder would send.
    let mut random_byte = random();
    let hostile: Vec<u8> = (0..8_000).map(|_| (random_byte() >> 24) as u8).collect();
    assert_eq!(decoded(&hostile), 0x819c_1213_10bd_b951);
}

#[test]
fn cutting_a_sound_into_frames_changes_nothing() {
    let input = tones(3_200, &[(440.0, 9_000.0), (5_100.0, 5_000.0)]);
    let whole = through(&input);
    let (mut encoder, mut decoder) = (Encoder::new(), Decoder::new());
    let mut pieces = Vec::new();
    for frame in input.chunks(160) {
        let (mut bytes, mut out) = ([0; 80], [0; 160]);
        encoder.encode(frame, &mut bytes);
        decoder.decode(&bytes, &mut out);
        pieces.extend(out);
    }
    assert_eq!(pieces, whole);
}

#[test]
fn the_shorter_side_counts() {
    let mut encoder = Encoder::new();
    assert_eq!(encoder.encode(&[1, 2, 3], &mut [0; 9]), 1);
    assert_eq!(encoder.encode(&[0; 100], &mut [0; 7]), 7);
    let mut decoder = Decoder::new();
    assert_eq!(decoder.decode(&[0; 9], &mut [0; 5]), 4);
    assert_eq!(decoder.decode(&[], &mut [0; 5]), 0);
}

#[test]
fn noise_and_extremes_break_nothing() {
    let mut random = random();
    let mut random = move || random() >> 16;
    let (mut decoder, mut encoder) = (Decoder::new(), Encoder::new());
    for round in 0..500 {
        let mut bytes = [0; 160];
        bytes.fill_with(|| random() as u8);
        if round % 3 == 0 {
            bytes = [bytes[0]; 160];
        }
        decoder.decode(&bytes, &mut [0; 320]);
        let mut samples = [0; 320];
        samples.fill_with(|| match round % 3 {
            0 => random() as i16,
            1 => [i16::MIN, i16::MAX][random() as usize % 2],
            _ => i16::MIN,
        });
        encoder.encode(&samples, &mut bytes);
    }
}
