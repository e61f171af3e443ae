//! How much of a frequency there is in a piece of sound, and with which phase: Goertzel's filter
//! under a Hann window, over windows that overlap.

use std::f32::consts::{PI, TAU};

/// Samples a second of everything that is heard here: what a telephone carries.
pub(crate) const RATE: u32 = 8_000;

/// One frequency.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bin {
    cos: f32,
    sin: f32,
}

/// A complex amplitude: a sine's peak and phase.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Phasor {
    re: f32,
    im: f32,
}

impl Bin {
    pub(crate) fn new(hertz: f32) -> Self {
        let angle = TAU * hertz / RATE as f32;
        Self {
            cos: angle.cos(),
            sin: angle.sin(),
        }
    }

    /// Measures under a window whose weights add up to `weight`.
    pub(crate) fn measure(self, windowed: &[f32], weight: f32) -> Phasor {
        let (mut last, mut before) = (0.0, 0.0);
        for sample in windowed {
            (last, before) = (sample + 2.0 * self.cos * last - before, last);
        }
        Phasor {
            re: 2.0 * (last - before * self.cos) / weight,
            im: 2.0 * before * self.sin / weight,
        }
    }
}

impl Phasor {
    /// The mean power of such a sine.
    pub(crate) fn power(self) -> f32 {
        (self.re * self.re + self.im * self.im) / 2.0
    }

    /// How many hertz the sine lies beside the frequency that both were measured at, the other a
    /// number of samples earlier. Right within half a turn over those samples.
    pub(crate) fn beside(self, earlier: Self, samples: usize, hertz: f32) -> f32 {
        let re = self.re * earlier.re + self.im * earlier.im;
        let im = self.im * earlier.re - self.re * earlier.im;
        let seconds = samples as f32 / RATE as f32;
        let turns = im.atan2(re) / TAU - hertz * seconds;
        (turns - turns.round()) / seconds
    }
}

/// The last `WIDTH` samples, looked at every `HOP`.
#[derive(Clone, Debug)]
pub(crate) struct Windows<const WIDTH: usize, const HOP: usize> {
    weights: [f32; WIDTH],
    weight: f32,
    samples: [f32; WIDTH],
    filled: usize,
}

/// A window that is full.
#[derive(Debug)]
pub(crate) struct Window<const WIDTH: usize> {
    /// The samples with their weights.
    pub windowed: [f32; WIDTH],
    /// What the weights add up to.
    pub weight: f32,
    /// The mean power of the samples, with the same weights.
    pub power: f32,
}

impl<const WIDTH: usize, const HOP: usize> Windows<WIDTH, HOP> {
    pub(crate) fn new() -> Self {
        let mut weights = [0.0; WIDTH];
        for (at, weight) in weights.iter_mut().enumerate() {
            *weight = (PI * (at as f32 + 0.5) / WIDTH as f32).sin().powi(2);
        }
        Self {
            weight: weights.iter().sum(),
            weights,
            samples: [0.0; WIDTH],
            // As if there had been silence before.
            filled: WIDTH - HOP,
        }
    }

    /// Takes a sample. Gives a window every `HOP` samples.
    pub(crate) fn push(&mut self, sample: i16) -> Option<Window<WIDTH>> {
        if let Some(slot) = self.samples.get_mut(self.filled) {
            *slot = f32::from(sample);
        }
        self.filled += 1;
        if self.filled < WIDTH {
            return None;
        }
        let mut windowed = [0.0; WIDTH];
        let mut power = 0.0;
        let pairs = self.samples.iter().zip(&self.weights);
        for (slot, (sample, weight)) in windowed.iter_mut().zip(pairs) {
            *slot = sample * weight;
            power += *slot * sample;
        }
        self.samples.copy_within(HOP.., 0);
        self.filled = WIDTH - HOP;
        Some(Window {
            windowed,
            weight: self.weight,
            power: power / self.weight,
        })
    }
}
