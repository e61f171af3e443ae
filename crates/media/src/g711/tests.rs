//! The laws against the tables of G.711, which are made here from the ends of the segments that the
//! Recommendation prints, not from arithmetic on bits.

use super::*;

/// A segment as G.711 prints it: where it ends, how many steps it has, how wide they are.
type Segment = (u32, u32, u32);

/// G.711 table 2a, in units of a 14 bit sample. The very first step is half as wide.
const MU_LAW_SEGMENTS: [Segment; 8] = [
    (31, 16, 2),
    (95, 16, 4),
    (223, 16, 8),
    (479, 16, 16),
    (991, 16, 32),
    (2015, 16, 64),
    (4063, 16, 128),
    (8159, 16, 256),
];

/// G.711 table 1a, in units of a 13 bit sample (4096 is its overload point; one is 8 of ours).
const A_LAW_SEGMENTS: [Segment; 7] = [
    (64, 32, 2),
    (128, 16, 4),
    (256, 16, 8),
    (512, 16, 16),
    (1024, 16, 32),
    (2048, 16, 64),
    (4096, 16, 128),
];

/// Where each of the 128 steps of one sign begins, and the value in its middle, doubled so that
/// halves are whole.
fn steps(segments: &[Segment], first_is_half: bool) -> Vec<(u32, u32)> {
    let mut steps = Vec::new();
    let mut start = 0;
    for &(end, count, width) in segments {
        for step in 0..count {
            let half = first_is_half && start == 0 && step == 0;
            let next = start + if half { width / 2 } else { width };
            let middle = if half { 0 } else { start + next };
            steps.push((start, middle));
            start = next;
        }
        assert_eq!(start, end);
    }
    assert_eq!(steps.len(), 128);
    steps
}

/// The number of the step that a magnitude lies in: the last that begins at or below it.
fn step_of(steps: &[(u32, u32)], magnitude: u32) -> u8 {
    steps
        .iter()
        .rposition(|&(start, _)| start <= magnitude)
        .unwrap() as u8
}

/// G.191 takes a negative number's complement.
fn magnitude_of(sample: i16, bits_dropped: u32) -> u32 {
    let sample = i32::from(sample);
    (if sample < 0 { -sample - 1 } else { sample }) as u32 >> bits_dropped
}

#[test]
fn every_sample_gets_the_mu_law_code_of_the_table() {
    let steps = steps(&MU_LAW_SEGMENTS, true);
    for sample in i16::MIN..=i16::MAX {
        let sign = if sample < 0 { 0 } else { 0x80 };
        let expected = sign | (0x7f - step_of(&steps, magnitude_of(sample, 2)));
        assert_eq!(to_mu_law(sample), expected, "{sample}");
    }
}

#[test]
fn every_sample_gets_the_a_law_code_of_the_table() {
    let steps = steps(&A_LAW_SEGMENTS, false);
    for sample in i16::MIN..=i16::MAX {
        let sign = if sample < 0 { 0 } else { 0x80 };
        let expected = (sign | step_of(&steps, magnitude_of(sample, 3))) ^ 0x55;
        assert_eq!(to_a_law(sample), expected, "{sample}");
    }
}

#[test]
fn every_code_stands_for_the_value_of_the_table() {
    let mu_law = steps(&MU_LAW_SEGMENTS, true);
    let a_law = steps(&A_LAW_SEGMENTS, false);
    for code in 0..=255_u8 {
        let sign = if code < 0x80 { -1 } else { 1 };
        let (_, twice) = mu_law[usize::from(!code & 0x7f)];
        // A 14 bit sample is four of ours, and the value stands doubled.
        assert_eq!(
            i32::from(from_mu_law(code)),
            sign * twice as i32 * 2,
            "{code}"
        );
        let (_, twice) = a_law[usize::from((code ^ 0x55) & 0x7f)];
        assert_eq!(
            i32::from(from_a_law(code)),
            sign * twice as i32 * 4,
            "{code}"
        );
    }
}

#[test]
fn a_code_survives_its_sample() {
    for code in 0..=255 {
        // mu-law has two zeros, and says the positive one.
        let expected = if code == 0x7f { MU_LAW_SILENCE } else { code };
        assert_eq!(to_mu_law(from_mu_law(code)), expected);
        assert_eq!(to_a_law(from_a_law(code)), code);
    }
}

#[test]
fn silence_has_the_codes_that_it_is_known_by() {
    assert_eq!(to_mu_law(0), MU_LAW_SILENCE);
    assert_eq!(from_mu_law(MU_LAW_SILENCE), 0);
    assert_eq!(to_a_law(0), A_LAW_SILENCE);
    assert_eq!(from_a_law(A_LAW_SILENCE), 8);
    assert_eq!(from_mu_law(0), -32124);
    assert_eq!(from_a_law(0x2a), -32256);
}
