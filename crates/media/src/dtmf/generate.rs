//! Digits as sound.

use super::Key;
use crate::tone::{Ramp, Sine, ZERO_DBM0, samples_in};

/// The peaks of the row and of the column: −11 and −9 dBm0.
const PEAKS: [f32; 2] = [ZERO_DBM0 * 0.281_84, ZERO_DBM0 * 0.354_81];

/// There is no memory for the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no memory for the digits")]
pub struct OutOfMemory;

/// How long digits are, in milliseconds. What is shorter than Q.24 asks for is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Each digit.
    pub on: u32,
    /// The silence behind each digit, the last one too.
    pub off: u32,
    /// Each comma.
    pub pause: u32,
}

impl Default for Timing {
    /// A tenth of a second on, a tenth off, two seconds for a comma.
    fn default() -> Self {
        Self {
            on: 100,
            off: 100,
            pause: 2_000,
        }
    }
}

/// Digits that are being dialled, as sound.
#[derive(Debug)]
pub struct Dial {
    keys: Vec<Option<Key>>,
    next: usize,
    timing: Timing,
    now: Option<Now>,
}

/// What sounds just now.
#[derive(Clone, Copy, Debug)]
struct Now {
    key: Option<Key>,
    sines: [Sine; 2],
    ramp: Ramp,
    /// Samples left of the tone, and of the silence behind it.
    on: u64,
    off: u64,
}

impl Dial {
    /// Digits to dial: 0 to 9, A to D in either case, * and #; a comma is a pause. Other characters
    /// mean nothing (as in ITLegacyCallMediaControl::GenerateDigits). The low tone has −11 dBm0,
    /// the high one −9.
    ///
    /// # Errors
    /// [`OutOfMemory`]. Nothing is allocated later.
    pub fn try_new(digits: &str, timing: Timing) -> Result<Self, OutOfMemory> {
        let meant = digits.chars().filter_map(|character| match character {
            ',' => Some(None),
            _ => Key::from_char(character).map(Some),
        });
        let mut keys = Vec::new();
        keys.try_reserve_exact(meant.clone().count())
            .map_err(|_| OutOfMemory)?;
        keys.extend(meant);
        Ok(Self {
            keys,
            next: 0,
            timing,
            now: None,
        })
    }

    /// How long it takes from the beginning, in milliseconds.
    #[must_use]
    pub fn duration(&self) -> u64 {
        let Timing { on, off, pause } = self.timing;
        let one = |key: &Option<Key>| match key {
            Some(_) => u64::from(on) + u64::from(off),
            None => u64::from(pause),
        };
        self.keys.iter().map(one).fold(0, u64::saturating_add)
    }

    /// Makes the next samples, at so many a second; the rate stays the same to the end. Returns how
    /// many there are: fewer than asked for when all digits are dialled, and 0 from then on. The
    /// rest of `out` is left as it is.
    pub fn fill(&mut self, rate: u32, out: &mut [i16]) -> usize {
        let mut made = 0;
        for slot in out {
            let Some(sample) = self.sample(rate) else {
                break;
            };
            *slot = sample;
            made += 1;
        }
        made
    }

    fn sample(&mut self, rate: u32) -> Option<i16> {
        loop {
            match &mut self.now {
                Some(now) if now.on + now.off > 0 => return Some(now.sample(rate)),
                _ => {
                    let key = *self.keys.get(self.next)?;
                    self.next += 1;
                    self.now = Some(Now::new(key, self.timing, rate));
                }
            }
        }
    }
}

impl Now {
    fn new(key: Option<Key>, timing: Timing, rate: u32) -> Self {
        let (on, off) = match key {
            Some(_) => (timing.on, timing.off),
            None => (0, timing.pause),
        };
        Self {
            key,
            sines: [Sine::default(); 2],
            ramp: Ramp::new(rate, 1.0),
            on: samples_in(on, rate),
            off: samples_in(off, rate),
        }
    }

    fn sample(&mut self, rate: u32) -> i16 {
        let (Some(key), true) = (self.key, self.on > 0) else {
            self.off = self.off.saturating_sub(1);
            return 0;
        };
        let level = self.ramp.next(self.on);
        self.on -= 1;
        let parts = self.sines.iter_mut().zip(key.frequencies()).zip(PEAKS);
        let sum: f32 = parts
            .map(|((sine, hertz), peak)| peak * sine.next(hertz, rate))
            .sum();
        (level * sum).round() as i16
    }
}
