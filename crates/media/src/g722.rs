//! G.722 at 64 kbit/s: 16,000 samples a second, two of them in a byte, after ITU-T G.722.
//!
//! A pair of mirror filters parts the sound at 4 kHz. Each half is predicted from what went before,
//! and the error of the prediction is sent, in six bits for the lower half and two for the
//! upper, in steps as wide as the recent errors ask for. Names of blocks are the Recommendation's.

mod band;
mod tables;

use band::{Band, HIGH, LOW, saturate};
use tables::{DECISIONS, LOWER_IN_64, MIRROR};

/// How many samples later a sound comes out of a decoder than it went into the encoder.
pub const DELAY: usize = 22;

/// Turns samples into bytes.
#[derive(Clone, Debug)]
pub struct Encoder {
    low: Band,
    high: Band,
    /// The last 24 samples, newest at the end.
    history: [i32; 24],
}

/// Turns bytes into samples.
#[derive(Clone, Debug)]
pub struct Decoder {
    low: Band,
    high: Band,
    /// The last twelve sums and differences of the two halves, in turn, newest at the end.
    history: [i32; 24],
}

impl Default for Encoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Encoder {
    /// An encoder that has heard nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            low: Band::new(&LOW),
            high: Band::new(&HIGH),
            history: [0; 24],
        }
    }

    /// Encodes pairs of samples at 16,000 a second into a byte each, until either side is used up.
    /// An odd sample at the end is left out. Returns the number of bytes written.
    pub fn encode(&mut self, samples: &[i16], out: &mut [u8]) -> usize {
        let pairs = samples.chunks_exact(2);
        let mut written = 0;
        for (pair, byte) in pairs.zip(out) {
            self.history.copy_within(2.., 0);
            for (slot, &sample) in self.history[22..].iter_mut().zip(pair) {
                *slot = i32::from(sample);
            }
            *byte = self.pair();
            written += 1;
        }
        written
    }

    fn pair(&mut self) -> u8 {
        let (mut odd, mut even) = (0, 0);
        for (at, pair) in self.history.chunks_exact(2).enumerate() {
            let &[first, second] = pair else { continue };
            odd += first * MIRROR[at];
            even += second * MIRROR[11 - at];
        }
        let low = (even + odd) >> 14;
        let high = (even - odd) >> 14;

        let lower = self.quantise_low(saturate(low - self.low.estimate()));
        self.low.adapt(usize::from(lower >> 2));
        let upper = self.quantise_high(saturate(high - self.high.estimate()));
        self.high.adapt(usize::from(upper));
        (upper << 6) | lower
    }

    /// QUANTL: which of sixty steps the error is in.
    fn quantise_low(&self, error: i32) -> u8 {
        let magnitude = if error < 0 { -(error + 1) } else { error };
        let width = self.low.width();
        let step = DECISIONS
            .iter()
            .take_while(|&&decision| magnitude >= (decision * width) >> 12);
        // Codes count downwards from the smallest error; zero to three are no codes of 64 kbit/s.
        let step = step.count() as u8;
        match (error < 0, step) {
            (true, 0) => 63,
            (true, 1) => 62,
            (true, _) => 33 - step,
            (false, _) => 61 - step,
        }
    }

    /// QUANTH: near or far, above or below.
    fn quantise_high(&self, error: i32) -> u8 {
        let magnitude = if error < 0 { -(error + 1) } else { error };
        let far = magnitude >= (564 * self.high.width()) >> 12;
        match (error < 0, far) {
            (true, false) => 1,
            (true, true) => 0,
            (false, false) => 3,
            (false, true) => 2,
        }
    }
}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// A decoder that has heard nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            low: Band::new(&LOW),
            high: Band::new(&HIGH),
            history: [0; 24],
        }
    }

    /// Decodes each byte into two samples at 16,000 a second, until either side is used up. Every
    /// byte means something. Returns the number of samples written.
    pub fn decode(&mut self, bytes: &[u8], out: &mut [i16]) -> usize {
        let mut written = 0;
        for (&byte, pair) in bytes.iter().zip(out.chunks_exact_mut(2)) {
            pair.copy_from_slice(&self.byte(byte));
            written += 2;
        }
        written
    }

    fn byte(&mut self, byte: u8) -> [i16; 2] {
        let (upper, lower) = (usize::from(byte >> 6), usize::from(byte & 0x3f));
        let fine = (self.low.width() * LOWER_IN_64[lower]) >> 15;
        let low = limit(self.low.estimate() + fine);
        self.low.adapt(lower >> 2);
        let high = self.high.estimate();
        let high = limit(high + self.high.adapt(upper));

        self.history.copy_within(2.., 0);
        self.history[22] = low + high;
        self.history[23] = low - high;
        let (mut first, mut second) = (0, 0);
        for (at, pair) in self.history.chunks_exact(2).enumerate() {
            let &[sum, difference] = pair else { continue };
            second += sum * MIRROR[at];
            first += difference * MIRROR[11 - at];
        }
        [sample(first >> 11), sample(second >> 11)]
    }
}

/// LIMIT: what a half may be at most.
fn limit(value: i32) -> i32 {
    value.clamp(-16384, 16383)
}

fn sample(value: i32) -> i16 {
    saturate(value) as i16
}

#[cfg(test)]
mod tests;
