//! G.711: mu-law and A-law, exactly as ITU-T G.191's reference has them.
//!
//! Both laws cut a sample's magnitude into segments, each twice as wide as the one before, and each
//! segment into sixteen steps. The magnitude of a negative sample is its complement (−1 is
//! as loud as 0), as in G.191.

/// The mu-law code of silence.
pub const MU_LAW_SILENCE: u8 = 0xff;

/// The A-law code of silence, which decodes to 8: A-law has no zero.
pub const A_LAW_SILENCE: u8 = 0xd5;

/// What G.711 adds to a 14 bit magnitude, so that segments begin at powers of two.
const BIAS: u16 = 33;

/// The loudest biased magnitude of mu-law.
const MU_LAW_MOST: u16 = 0x1fff;

/// A sample's mu-law code.
#[must_use]
pub fn to_mu_law(sample: i16) -> u8 {
    let biased = ((magnitude(sample) >> 2) + BIAS).min(MU_LAW_MOST);
    // 33 has six bits: the first segment.
    let segment = (15 - biased.leading_zeros()).saturating_sub(5);
    let step = (biased >> (segment + 1)) & 0xf;
    let code = low_byte((low_bits(segment) << 4) | step);
    // All bits are sent inverted, but the sign is one for what is not negative.
    !code & if sample < 0 { 0x7f } else { 0xff }
}

/// A sample's A-law code.
#[must_use]
pub fn to_a_law(sample: i16) -> u8 {
    let magnitude = magnitude(sample) >> 4;
    // The first two segments are equally wide.
    let segment = (16 - magnitude.leading_zeros()).saturating_sub(4);
    let step = (magnitude >> segment.saturating_sub(1)) & 0xf;
    let code = low_byte((low_bits(segment) << 4) | step);
    // Every other bit is sent inverted.
    (code | if sample < 0 { 0 } else { 0x80 }) ^ 0x55
}

/// The sample that a mu-law code stands for.
#[must_use]
pub fn from_mu_law(code: u8) -> i16 {
    // A byte is always within 256 entries.
    MU_LAW[usize::from(code)]
}

/// The sample that an A-law code stands for.
#[must_use]
pub fn from_a_law(code: u8) -> i16 {
    A_LAW[usize::from(code)]
}

fn magnitude(sample: i16) -> u16 {
    (if sample < 0 { !sample } else { sample }).unsigned_abs()
}

/// A segment's number, which is at most seven.
fn low_bits(segment: u32) -> u16 {
    (segment & 7) as u16
}

fn low_byte(code: u16) -> u8 {
    (code & 0xff) as u8
}

static MU_LAW: [i16; 256] = {
    let mut table = [0; 256];
    let mut code = 0;
    while code < 256 {
        let bits = !code as i16;
        let (segment, step) = ((bits >> 4) & 7, bits & 0xf);
        let value = (((2 * step + BIAS as i16) << segment) - BIAS as i16) * 4;
        table[code] = if code < 0x80 { -value } else { value };
        code += 1;
    }
    table
};

static A_LAW: [i16; 256] = {
    let mut table = [0; 256];
    let mut code = 0;
    while code < 256 {
        let bits = (code ^ 0x55) as i16;
        let (segment, step) = ((bits >> 4) & 7, bits & 0xf);
        // The middle of the step.
        let value = match segment {
            0 => (step << 4) + 8,
            _ => ((step << 4) + 0x108) << (segment - 1),
        };
        table[code] = if code < 0x80 { -value } else { value };
        code += 1;
    }
    table
};

#[cfg(test)]
mod tests;
