use super::*;
use crate::session::Sizing;

fn tone(hertz: f64, from: usize, count: usize) -> Vec<i16> {
    let step = std::f64::consts::TAU * hertz / f64::from(RATE);
    (from..from + count)
        .map(|at| ((at as f64 * step).sin() * 8_000.0) as i16)
        .collect()
}

fn power(samples: &[i16]) -> f64 {
    samples.iter().map(|&s| f64::from(s).powi(2)).sum::<f64>() / samples.len().max(1) as f64
}

/// The part of the power that is this tone.
fn purity(samples: &[i16], hertz: f64) -> f64 {
    let step = std::f64::consts::TAU * hertz / f64::from(RATE);
    let (mut real, mut imaginary) = (0.0, 0.0);
    for (at, &sample) in samples.iter().enumerate() {
        real += f64::from(sample) * (at as f64 * step).cos();
        imaginary += f64::from(sample) * (at as f64 * step).sin();
    }
    let count = samples.len() as f64;
    2.0 * (real * real + imaginary * imaginary) / (count * count) / power(samples).max(1.0)
}

fn packets(encoder: &mut Encoder, samples: &[i16], length: usize) -> Vec<Vec<u8>> {
    let each = samples.chunks_exact(length);
    each.map(|samples| {
        let mut bytes = [0; 1_500];
        let made = encoder.encode(samples, &mut bytes);
        bytes[..made].to_vec()
    })
    .collect()
}

#[test]
fn a_tone_survives_in_packets_of_every_length() {
    for length in [160, 320, 640, 960] {
        let (mut encoder, mut decoder) = (Encoder::new(), Decoder::new());
        let mut heard = Vec::new();
        for packet in packets(&mut encoder, &tone(440.0, 0, 19_200), length) {
            assert_eq!(Sizing::Opus.ticks(&packet) as usize, 3 * length);
            // 32 kbit/s, and some more where it begins.
            assert!(packet.len() <= length, "{}", packet.len());
            let mut out = [0; 1_920];
            assert_eq!(decoder.decode(&packet, &mut out), length);
            heard.extend_from_slice(&out[..length]);
        }
        let found = purity(&heard[3_200..], 440.0);
        assert!(found > 0.97, "{length}: {found}");
        let level = power(&heard[3_200..]) / power(&tone(440.0, 0, 16_000));
        assert!((0.8..1.25).contains(&level), "{length}: {level}");
    }
}

#[test]
fn other_lengths_are_no_packets() {
    let mut encoder = Encoder::new();
    for length in [0, 1, 159, 161, 480, 800, 1_920] {
        assert_eq!(encoder.encode(&vec![1; length], &mut [0; 1_500]), 0);
    }
    assert_eq!(encoder.encode(&[1; 320], &mut []), 0);
    let mut decoder = Decoder::new();
    assert_eq!(decoder.decode(&[], &mut [0; 320]), 0);
    // Two frames of different lengths, the second longer than the packet.
    assert_eq!(decoder.decode(&[0x4A, 200, 1], &mut [0; 640]), 0);
    let packet = &packets(&mut encoder, &tone(440.0, 0, 320), 320)[0];
    assert_eq!(decoder.decode(packet, &mut [0; 319]), 0);
    assert_eq!(decoder.decode(packet, &mut [0; 320]), 320);
}

#[test]
fn silence_takes_a_byte_and_no_memory() {
    let mut encoder = Encoder::new();
    for packet in packets(&mut encoder, &[0; 32_000], 320) {
        assert_eq!(packet, [0x48]);
    }
    assert!(encoder.state.is_none());
    let mut decoder = Decoder::new();
    let mut said = packets(&mut encoder, &tone(440.0, 0, 16_000), 320);
    said.extend(packets(&mut encoder, &[0; 16_000], 320));
    assert_eq!(said.iter().filter(|packet| packet.len() == 1).count(), 30);
    said.extend(packets(&mut encoder, &tone(700.0, 0, 16_000), 320));
    let mut heard = Vec::new();
    for packet in &said {
        let mut out = [0; 320];
        assert_eq!(decoder.decode(packet, &mut out), 320);
        heard.extend_from_slice(&out);
    }
    let silence = &heard[24_000..32_000];
    assert!(power(silence) < 4.0, "{}", power(silence));
    let after = purity(&heard[36_000..], 700.0);
    assert!(after > 0.97, "{after}");
}

#[test]
fn what_is_missing_goes_on_and_fades() {
    let (mut encoder, mut decoder) = (Encoder::new(), Decoder::new());
    let mut nothing = [7; 320];
    decoder.conceal(&mut nothing);
    assert_eq!(nothing, [0; 320]);
    let said = packets(&mut encoder, &tone(440.0, 0, 16_000), 320);
    let mut out = [0; 320];
    for packet in &said[..25] {
        decoder.decode(packet, &mut out);
    }
    let whole = power(&out);
    let powers: Vec<f64> = (0..4)
        .map(|_| {
            decoder.conceal(&mut out);
            power(&out) / whole
        })
        .collect();
    assert!(powers[0] > 0.05, "{powers:?}");
    assert!(powers[2] < powers[0] && powers[3] == 0.0, "{powers:?}");
    // Any length may be missing.
    for length in [1, 39, 41, 300, 1_000] {
        decoder.conceal(&mut vec![0; length]);
    }
    // And it is heard again as before.
    let mut heard = Vec::new();
    for packet in &said[29..] {
        decoder.decode(packet, &mut out);
        heard.extend_from_slice(&out);
    }
    let found = purity(&heard[1_600..], 440.0);
    assert!(found > 0.95, "{found}");
}

/// Streams that libopus 1.3.1 has made of 440 Hz, a second each: at 16,000 samples a second in SILK,
/// at 48,000 in the hybrid mode and in CELT, the last in stereo with frames of 10 ms, two to a packet.
#[test]
fn what_another_encoder_made_is_read() {
    for stream in [
        &include_bytes!("streams/silk")[..],
        &include_bytes!("streams/hybrid")[..],
        &include_bytes!("streams/celt")[..],
    ] {
        let (mut rest, mut heard) = (stream, Vec::new());
        let mut decoder = Decoder::new();
        while let Some((&[high, low], more)) = rest.split_first_chunk() {
            let (packet, more) = more.split_at(usize::from(u16::from_be_bytes([high, low])));
            rest = more;
            let length = Sizing::Opus.ticks(packet) as usize / 3;
            let mut out = [0; 1_920];
            assert_eq!(decoder.decode(packet, &mut out), length);
            heard.extend_from_slice(&out[..length]);
        }
        assert!(heard.len() >= 15_840);
        let found = purity(&heard[3_200..], 440.0);
        assert!(found > 0.97, "{found}");
        let level = power(&heard[3_200..]) / power(&tone(440.0, 0, 16_000));
        assert!((0.8..1.25).contains(&level), "{level}");
    }
}
