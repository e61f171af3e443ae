//! What every tone is made of: a sine, and the soft beginning and end of a sound.

use std::f32::consts::PI;

/// How long a sound takes to become as loud as it is, and to end, in milliseconds: shorter, and it
/// clicks.
const RAMP: u32 = 4;

/// How many samples so many milliseconds are, rounded.
pub(crate) fn samples_in(ms: u32, rate: u32) -> u64 {
    (u64::from(ms) * u64::from(rate) + 500) / 1_000
}

/// Where a sine is. A turn has 2³² parts, so it never becomes inexact.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sine(u32);

impl Sine {
    /// The next value. What the rate cannot carry is silent.
    pub(crate) fn next(&mut self, frequency: f32, rate: u32) -> f32 {
        let part = f64::from(frequency) / f64::from(rate.max(1));
        if part >= 0.5 {
            return 0.0;
        }
        let value = (self.0 as i32 as f32 * (PI / 2_147_483_648.0)).sin();
        self.0 = self.0.wrapping_add((part * 4_294_967_296.0) as u32);
        value
    }
}

/// How loud a sound is at its beginning, its end, and between them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ramp {
    /// How many samples it takes.
    length: f32,
    /// How many there have been.
    position: f32,
    /// How loud it is without its ends.
    level: f32,
    /// By what that is multiplied each time.
    fade: f32,
}

impl Ramp {
    pub(crate) fn new(rate: u32, fade: f32) -> Self {
        Self {
            length: samples_in(RAMP, rate).max(1) as f32,
            position: 0.0,
            level: 1.0,
            fade,
        }
    }

    /// The next value, 0 to 1, where `left` samples are left, this one included.
    pub(crate) fn next(&mut self, left: u64) -> f32 {
        let level = self.level;
        self.level *= self.fade;
        let near = self.position.min(left as f32 - 1.0);
        if self.position < self.length {
            self.position += 1.0;
        }
        match near < self.length {
            // Half a cosine.
            true => level * 0.5 * (1.0 - (PI * (near + 0.5) / self.length).cos()),
            false => level,
        }
    }
}
