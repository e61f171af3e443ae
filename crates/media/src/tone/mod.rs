//! Tones: up to four frequencies at once, each with a cadence of its own, for a time or endlessly.
//!
//! [`Tone::custom`] makes what a program asks for; [`progress`] knows the tones that telephone
//! networks answer with; [`detect`] hears tones.

pub mod detect;
mod oscillator;
pub mod progress;

use crate::mix::Gain;
pub(crate) use oscillator::{Ramp, Sine, samples_in};

/// How many frequencies sound at once at most.
pub const MAX_VOICES: usize = 4;

/// The peak of a custom tone's frequency at full volume: a quarter of full scale (−12 dB, which is
/// about −9 dBm0), so that [`MAX_VOICES`] of them never have to be cut.
pub const FULL_VOLUME: f32 = 8_192.0;

/// The largest sample of a sine of 0 dBm0: full scale is 3.14 dBm0 (ITU-T G.711).
pub(crate) const ZERO_DBM0: f32 = 22_827.0;

/// One frequency of a custom tone, as TAPI_CUSTOMTONE has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Custom {
    /// Hertz; 0 is silence. What the rate of samples cannot carry is silent too.
    pub frequency: u32,
    /// How long it sounds each time, in milliseconds; 0: never.
    pub on: u32,
    /// How long it then pauses, in milliseconds; 0: never, it is steady.
    pub off: u32,
    /// 0 is silence, 0xFFFF is [`FULL_VOLUME`], with equal steps in decibels between them (see
    /// [`Gain`]).
    pub volume: u16,
}

/// More voices were asked for than [`MAX_VOICES`], or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a tone has one to four frequencies")]
pub struct WrongCount;

/// A tone that sounds: what there is between two frames of it. Allocates nothing, ever.
#[derive(Clone, Copy, Debug)]
pub struct Tone {
    voices: [Voice; MAX_VOICES],
    /// In milliseconds; `None`: endless.
    duration: Option<u32>,
    /// How many samples have been made.
    position: u64,
}

/// On and off in turn, in milliseconds, for ever.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cadence {
    steps: [u32; 4],
    /// How many of the steps there are: 0 or an even number.
    count: usize,
    /// A silence before the first.
    delay: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Voice {
    frequency: f32,
    /// The largest sample.
    peak: f32,
    cadence: Cadence,
    /// In how many milliseconds it becomes softer by 8.7 dB; 0: not at all.
    fades: u32,
    sine: Sine,
    ramp: Ramp,
    /// Which step of the cadence it is in; `None` before the beginning.
    step: Option<usize>,
    /// How many samples are left of the step.
    left: u64,
}

impl Cadence {
    /// Sounds without a pause.
    pub(crate) const STEADY: Self = Self {
        steps: [0; 4],
        count: 0,
        delay: 0,
    };

    pub(crate) const fn new(on: u32, off: u32) -> Self {
        Self {
            steps: [on, off, 0, 0],
            count: 2,
            delay: 0,
        }
    }

    pub(crate) const fn twice(steps: [u32; 4]) -> Self {
        Self {
            steps,
            count: 4,
            delay: 0,
        }
    }

    pub(crate) const fn after(self, delay: u32) -> Self {
        Self { delay, ..self }
    }
}

impl Voice {
    /// Makes the next sample. `left` is how many samples the whole tone has, this one included.
    fn next(&mut self, rate: u32, left: u64) -> f32 {
        while self.left == 0 {
            if !self.step_on(rate) {
                return 0.0;
            }
        }
        let sounds = self.step.is_some_and(|step| step % 2 == 0);
        let rest = self.left.min(left);
        if self.left != u64::MAX {
            self.left -= 1;
        }
        match sounds {
            true => self.peak * self.ramp.next(rest) * self.sine.next(self.frequency, rate),
            false => 0.0,
        }
    }

    /// Begins the next step. Returns whether there is one.
    fn step_on(&mut self, rate: u32) -> bool {
        let Cadence {
            steps,
            count,
            delay,
        } = self.cadence;
        match self.step {
            // An odd step, in which a voice is silent.
            None if delay > 0 => {
                self.step = Some(usize::MAX);
                self.left = samples_in(delay, rate);
                return true;
            }
            None | Some(usize::MAX) => self.step = Some(0),
            Some(step) if step + 1 < count => self.step = Some(step + 1),
            // A cadence without any length would go round for ever.
            Some(_) if steps.iter().all(|&step| samples_in(step, rate) == 0) => return false,
            Some(_) => self.step = Some(0),
        }
        self.left = match count {
            0 => u64::MAX,
            _ => {
                let step = self.step.and_then(|step| steps.get(step));
                samples_in(step.copied().unwrap_or(0), rate)
            }
        };
        let fade = match self.fades {
            0 => 1.0,
            ms => (-1_000.0 / (ms as f32 * rate.max(1) as f32)).exp(),
        };
        self.ramp = Ramp::new(rate, fade);
        true
    }
}

impl Tone {
    /// The frequencies of a tone together, for so many milliseconds or, with `None`, endlessly.
    ///
    /// # Errors
    /// [`WrongCount`] if there are more than [`MAX_VOICES`] or none.
    pub fn custom(voices: &[Custom], duration: Option<u32>) -> Result<Self, WrongCount> {
        if voices.is_empty() || voices.len() > MAX_VOICES {
            return Err(WrongCount);
        }
        let mut tone = Self::silent(duration);
        for custom in voices {
            if custom.on == 0 {
                continue;
            }
            let cadence = match custom.off {
                0 => Cadence::STEADY,
                off => Cadence::new(custom.on, off),
            };
            let peak = FULL_VOLUME * Gain::factor_of(custom.volume);
            tone.add(custom.frequency as f32, peak, cadence, 0);
        }
        Ok(tone)
    }

    pub(crate) fn silent(duration: Option<u32>) -> Self {
        Self {
            voices: [Voice::default(); MAX_VOICES],
            duration,
            position: 0,
        }
    }

    /// Puts a frequency into a voice that is still silent.
    pub(crate) fn add(&mut self, frequency: f32, peak: f32, cadence: Cadence, fades: u32) {
        if let Some(voice) = self.voices.iter_mut().find(|voice| voice.peak == 0.0) {
            *voice = Voice {
                frequency,
                peak,
                cadence,
                fades,
                ..Voice::default()
            };
        }
    }

    /// How long it sounds, in milliseconds; `None`: endlessly.
    #[must_use]
    pub const fn duration(&self) -> Option<u32> {
        self.duration
    }

    /// The same from its beginning.
    #[must_use]
    pub fn again(mut self) -> Self {
        for voice in &mut self.voices {
            *voice = Voice {
                frequency: voice.frequency,
                peak: voice.peak,
                cadence: voice.cadence,
                fades: voice.fades,
                ..Voice::default()
            };
        }
        self.position = 0;
        self
    }

    /// Makes the next samples, at so many a second; the rate stays the same for the whole of a tone.
    /// Returns how many there are: fewer than asked for when the tone ended, and 0 from then on. The
    /// rest of `out` is left as it is.
    pub fn fill(&mut self, rate: u32, out: &mut [i16]) -> usize {
        let total = self.duration.map_or(u64::MAX, |ms| samples_in(ms, rate));
        let left = total.saturating_sub(self.position);
        let count = usize::try_from(left).map_or(out.len(), |left| left.min(out.len()));
        for (made, slot) in (0..).zip(out.iter_mut().take(count)) {
            let left = left.saturating_sub(made);
            let voices = self.voices.iter_mut().filter(|voice| voice.peak > 0.0);
            let sum: f32 = voices.map(|voice| voice.next(rate, left)).sum();
            // Saturates.
            *slot = sum.round() as i16;
        }
        self.position = self.position.saturating_add(count as u64);
        count
    }
}

#[cfg(test)]
mod tests;
