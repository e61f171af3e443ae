//! From one rate of samples to another: a windowed sinc in phases, for any two rates.
//!
//! Rates are taken in lowest terms. Where these have few phases, each has its coefficients; where
//! they have many (44,100 to 48,000 has 160), coefficients are made between those of a few, so
//! that a table stays small whatever the rates are.

use std::f64::consts::PI;

/// The lowest and the highest rate, in samples a second.
pub const RATES: std::ops::RangeInclusive<u32> = 4_000..=192_000;

/// How many samples of the slower side a filter sees. With [`KAISER`] this puts 0.42 of the slower
/// rate into the band that passes, and its half into the one that does not.
const TAPS: u32 = 48;

/// Where the filter's edge lies, in parts of the slower rate.
const EDGE: f64 = 0.46;

/// The shape of the window: 60 dB.
const KAISER: f64 = 5.65;

/// With how many phases coefficients between them are exact enough: an error of −80 dB.
const PHASES: u64 = 64;

/// How many coefficients a table may have without that. Two thirds of what it then has at most.
const EXACT: u64 = 2_048;

/// Why there is no resampler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A rate outside [`RATES`].
    #[error("a rate of {0} samples a second is not between 4,000 and 192,000")]
    Rate(u32),
    /// No memory.
    #[error("there is no memory for the filter")]
    OutOfMemory,
}

/// How much was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Samples taken from the input.
    pub taken: usize,
    /// Samples written to the output.
    pub given: usize,
}

/// The state between two pieces of one sound.
#[derive(Debug)]
pub struct Resampler {
    /// Both rates in lowest terms.
    from: u64,
    to: u64,
    /// `None` where the rates are equal.
    filter: Option<Filter>,
}

#[derive(Debug)]
struct Filter {
    /// The rows of coefficients, oldest sample first: one a phase, and one more for the end of the
    /// last.
    table: Vec<f32>,
    phases: u64,
    taps: usize,
    /// The last `taps` samples, twice one behind the other, so that they always lie in a row.
    history: Vec<f32>,
    /// Where the next sample goes, which is also where the oldest lies.
    next: usize,
    /// How far the next output lies behind the newest input, in parts of `1 / to`.
    phase: u64,
}

impl Resampler {
    /// Makes the filter between two rates in samples a second, and reserves all memory that it will
    /// ever have: about 16 kB for most rates, at most 64 kB. Equal rates need none.
    ///
    /// # Errors
    /// [`Error::Rate`] for a rate outside [`RATES`]; [`Error::OutOfMemory`].
    pub fn try_new(from: u32, to: u32) -> Result<Self, Error> {
        for rate in [from, to] {
            if !RATES.contains(&rate) {
                return Err(Error::Rate(rate));
            }
        }
        let common = u64::from(greatest_common_divisor(from, to));
        let (from, to) = (u64::from(from) / common, u64::from(to) / common);
        let filter = match from == to {
            true => None,
            false => Some(Filter::try_new(from, to)?),
        };
        Ok(Self { from, to, filter })
    }

    /// Goes on with a sound until the input is used up or the output is full. What was not taken is
    /// to be given again. Between equal rates samples are copied, bit by bit.
    pub fn process(&mut self, input: &[i16], out: &mut [i16]) -> Done {
        let Some(filter) = &mut self.filter else {
            let count = input.len().min(out.len());
            for (to, from) in out.iter_mut().zip(input) {
                *to = *from;
            }
            return Done {
                taken: count,
                given: count,
            };
        };
        let mut done = Done::default();
        let (mut input, mut out) = (input.iter(), out.iter_mut());
        loop {
            while filter.phase >= self.to {
                let Some(&sample) = input.next() else {
                    return done;
                };
                filter.push(sample);
                filter.phase -= self.to;
                done.taken += 1;
            }
            let Some(slot) = out.next() else {
                return done;
            };
            *slot = filter.output(self.to);
            filter.phase += self.from;
            done.given += 1;
        }
    }

    /// How many samples of the input a sound is late in the output: a sound is whole when so many
    /// zeros were put behind it.
    #[must_use]
    pub fn delay(&self) -> usize {
        self.filter.as_ref().map_or(0, |filter| filter.taps / 2)
    }

    /// At most how many samples come out for so many that go in.
    #[must_use]
    pub fn most_out(&self, input: usize) -> usize {
        let most = (input as u128 * u128::from(self.to)).div_ceil(u128::from(self.from));
        usize::try_from(most).unwrap_or(usize::MAX)
    }

    /// Forgets what it has heard: another sound begins.
    pub fn reset(&mut self) {
        if let Some(filter) = &mut self.filter {
            filter.history.fill(0.0);
            filter.next = 0;
            filter.phase = self.to;
        }
    }
}

impl Filter {
    fn try_new(from: u64, to: u64) -> Result<Self, Error> {
        // How much wider than at the input's own rate the filter must be.
        let widening = (from as f64 / to as f64).max(1.0);
        // Whole groups of eight, for the sum.
        let taps = ((f64::from(TAPS) * widening / 8.0).ceil() * 8.0) as usize;
        let phases = match to * taps as u64 <= EXACT {
            true => to,
            // The wider the filter, the less it changes from one phase to the next.
            false => (PHASES as f64 / widening).ceil() as u64,
        };
        let mut table = zeros((phases as usize + 1) * taps)?;
        for (phase, row) in table.chunks_exact_mut(taps).enumerate() {
            design(row, phase as f64 / phases as f64, EDGE / widening);
        }
        Ok(Self {
            table,
            phases,
            taps,
            history: zeros(2 * taps)?,
            next: 0,
            phase: to,
        })
    }

    fn push(&mut self, sample: i16) {
        for at in [self.next, self.next + self.taps] {
            if let Some(slot) = self.history.get_mut(at) {
                *slot = f32::from(sample);
            }
        }
        self.next = (self.next + 1) % self.taps;
    }

    fn output(&self, to: u64) -> i16 {
        let window = self.history.get(self.next..).unwrap_or(&[]);
        let at = self.phase * self.phases;
        let row = (at / to) as usize * self.taps;
        let rest = at % to;
        let rows = self.table.get(row..).unwrap_or(&[]);
        let value = match rest {
            0 => dot(rows, window, self.taps),
            _ => {
                let next = rows.get(self.taps..).unwrap_or(&[]);
                let here = dot(rows, window, self.taps);
                let there = dot(next, window, self.taps);
                here + (there - here) * (rest as f32 / to as f32)
            }
        };
        // Saturates.
        value.round() as i16
    }
}

/// The coefficients for an output that lies `phase` of a sample behind the middle of the taps.
fn design(row: &mut [f32], phase: f64, edge: f64) {
    let half = row.len() as f64 / 2.0;
    let mut sum = 0.0;
    for (at, coefficient) in row.iter_mut().enumerate() {
        let time = at as f64 + 1.0 - half - phase;
        let inside = (1.0 - (time / half).powi(2)).max(0.0);
        let value = sinc(2.0 * edge * time) * bessel(KAISER * inside.sqrt());
        *coefficient = value as f32;
        sum += value;
    }
    // What is constant stays exactly as it is.
    for coefficient in row {
        *coefficient = (f64::from(*coefficient) / sum) as f32;
    }
}

fn sinc(value: f64) -> f64 {
    match value == 0.0 {
        true => 1.0,
        false => (PI * value).sin() / (PI * value),
    }
}

/// The modified Bessel function of order zero, by its series.
fn bessel(value: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for at in 1..30 {
        term *= (value / (2.0 * f64::from(at))).powi(2);
        sum += term;
    }
    sum
}

/// The sum of products of the first `count` of each; eight sums side by side, which a processor
/// does at once.
fn dot(coefficients: &[f32], samples: &[f32], count: usize) -> f32 {
    let mut sums = [0.0; 8];
    let groups = coefficients.chunks_exact(8).zip(samples.chunks_exact(8));
    for (coefficients, samples) in groups.take(count / 8) {
        for ((sum, coefficient), sample) in sums.iter_mut().zip(coefficients).zip(samples) {
            *sum += coefficient * sample;
        }
    }
    sums.iter().sum()
}

fn zeros(count: usize) -> Result<Vec<f32>, Error> {
    let mut all = Vec::new();
    all.try_reserve_exact(count)
        .map_err(|_| Error::OutOfMemory)?;
    all.resize(count, 0.0);
    Ok(all)
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests;
