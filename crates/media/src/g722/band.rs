//! One half of the spectrum: its predictor and the width of its steps, the same for both halves and
//! for both directions.

use super::tables::{LOWER_IN_48, LOWER_WIDENS, POWERS, UPPER, UPPER_WIDENS};

/// What makes one half different from the other.
#[derive(Debug)]
pub(super) struct Half {
    /// What a code says, for a step width of 32768.
    values: &'static [i32],
    /// How a code changes the logarithm of the width.
    widens: &'static [i32],
    /// The largest logarithm.
    widest: i32,
    /// How far the width is shifted down, after the logarithm.
    shift: i32,
    /// The width at the beginning.
    width: i32,
}

pub(super) const LOW: Half = Half {
    values: &LOWER_IN_48,
    widens: &LOWER_WIDENS,
    widest: 18432,
    shift: 8,
    width: 32,
};

pub(super) const HIGH: Half = Half {
    values: &UPPER,
    widens: &UPPER_WIDENS,
    widest: 22528,
    shift: 10,
    width: 8,
};

/// The state of a half.
#[derive(Clone, Debug)]
pub(super) struct Band {
    half: &'static Half,
    /// s: what the next sample is expected to be.
    estimate: i32,
    /// sz: the part of it that comes from differences.
    from_differences: i32,
    /// r: the last two samples as the decoder has them.
    rebuilt: [i32; 2],
    /// p: the signs of the last two, without the part that samples predict.
    signs: [bool; 2],
    /// a: the two coefficients for samples.
    poles: [i32; 2],
    /// d: the last six differences.
    differences: [i32; 6],
    /// b: the six coefficients for differences.
    zeros: [i32; 6],
    /// nb: the logarithm of the width.
    log_width: i32,
    /// det: the width of a step.
    width: i32,
}

impl Band {
    pub(super) const fn new(half: &'static Half) -> Self {
        Self {
            half,
            estimate: 0,
            from_differences: 0,
            rebuilt: [0; 2],
            signs: [false; 2],
            poles: [0; 2],
            differences: [0; 6],
            zeros: [0; 6],
            log_width: 0,
            width: half.width,
        }
    }

    pub(super) fn estimate(&self) -> i32 {
        self.estimate
    }

    pub(super) fn width(&self) -> i32 {
        self.width
    }

    /// Goes on by one code. Returns the difference that the code says.
    pub(super) fn adapt(&mut self, code: usize) -> i32 {
        // Codes have two or four bits, as the tables have entries.
        let value = self.half.values.get(code).copied().unwrap_or(0);
        let widens = self.half.widens.get(code).copied().unwrap_or(0);
        let difference = (self.width * value) >> 15;
        self.widen(widens);
        self.predict(difference);
        difference
    }

    /// LOGSCL, SCALEL and their like for the upper half.
    fn widen(&mut self, by: i32) {
        self.log_width = (((self.log_width * 127) >> 7) + by).clamp(0, self.half.widest);
        let power = POWERS[((self.log_width >> 6) & 31) as usize];
        let down = self.half.shift - (self.log_width >> 11);
        let width = if down < 0 {
            power << -down
        } else {
            power >> down
        };
        self.width = width << 2;
    }

    /// Block 4: learns from the difference, and expects the next sample.
    fn predict(&mut self, difference: i32) {
        let rebuilt = saturate(self.estimate + difference);
        let partial = saturate(self.from_differences + difference);
        let sign = partial < 0;
        self.adapt_poles([sign == self.signs[0], sign == self.signs[1]]);
        self.adapt_zeros(difference);

        self.signs = [sign, self.signs[0]];
        self.rebuilt = [rebuilt, self.rebuilt[0]];
        self.differences.copy_within(..5, 1);
        self.differences[0] = difference;

        // FILTEP, FILTEZ and PREDIC.
        let samples = saturate(
            ((self.poles[0] * saturate(2 * self.rebuilt[0])) >> 15)
                + ((self.poles[1] * saturate(2 * self.rebuilt[1])) >> 15),
        );
        let terms = self.zeros.iter().zip(&self.differences);
        let differences = terms.map(|(zero, &value)| (zero * saturate(2 * value)) >> 15);
        self.from_differences = saturate(differences.sum());
        self.estimate = saturate(samples + self.from_differences);
    }

    /// UPPOL2 and UPPOL1: with the signs of the last two samples, same or not.
    fn adapt_poles(&mut self, same: [bool; 2]) {
        let [first, second] = self.poles;
        let lean = saturate(4 * first);
        let lean = saturate(if same[0] { -lean } else { lean });
        let step = if same[1] { 128 } else { -128 };
        let second = ((lean >> 7) + step + ((second * 32512) >> 15)).clamp(-12288, 12288);
        let step = if same[0] { 192 } else { -192 };
        let bound = saturate(15360 - second);
        let first = saturate(step + ((first * 32640) >> 15)).clamp(-bound, bound);
        self.poles = [first, second];
    }

    /// UPZERO.
    fn adapt_zeros(&mut self, difference: i32) {
        let step = if difference == 0 { 0 } else { 128 };
        for (zero, &before) in self.zeros.iter_mut().zip(&self.differences) {
            let same = (before < 0) == (difference < 0);
            *zero = saturate(if same { step } else { -step } + ((*zero * 32640) >> 15));
        }
    }
}

/// What sixteen bits can hold.
pub(super) fn saturate(value: i32) -> i32 {
    value.clamp(-32768, 32767)
}
