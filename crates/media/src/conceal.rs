//! What is played where sound is missing: what was heard last goes on by its pitch and fades to
//! silence within 60 ms, in the way of G.711 Appendix I, at any rate from 8 to 48 kHz.
//!
//! Appendix I keeps 3.75 ms back so that it can mend the end of what was heard. We do not: the
//! repetition begins a whole period before the end, where the wave continues by itself.

use std::collections::TryReserveError;

/// Samples remembered, in 8000ths of a second: three periods of the lowest pitch and the template.
const HISTORY: usize = 400;
/// The shortest and the longest period, in 8000ths of a second: 200 Hz and 66 Hz.
const SHORTEST: usize = 40;
const LONGEST: usize = 120;
/// What periods are compared over, in 8000ths of a second.
const TEMPLATE: usize = 160;
/// Sound joins over so many 8000ths of a second: 4 ms.
const JOINT: usize = 32;
/// Sound that was missing fades from 10 to 60 ms.
const FADES_AT: usize = 80;
const FADED_AT: usize = 480;

/// Conceals the losses of one stream of samples.
#[derive(Debug)]
pub struct Concealer {
    /// Samples of an 8000th of a second.
    scale: usize,
    /// The newest is the last.
    history: Vec<i16>,
    /// What joins the next sound: the repetition as it would have gone on.
    tail: Vec<i16>,
    /// Samples that have been made up since sound was heard; 0 while it is.
    made: usize,
    period: usize,
    /// Where the repetition reads next, before the end of what was heard.
    behind: usize,
}

impl Concealer {
    /// For samples at `rate` a second, which is brought to a multiple of 8000, 48000 at most. It
    /// takes 864 octets at 8 kHz, in proportion at others.
    ///
    /// # Errors
    ///
    /// There is no memory for it.
    pub fn new(rate: u32) -> Result<Concealer, TryReserveError> {
        let scale = usize::try_from(rate / 8000).unwrap_or(1).clamp(1, 6);
        Ok(Concealer {
            scale,
            history: zeros(HISTORY * scale)?,
            tail: zeros(JOINT * scale)?,
            made: 0,
            period: 0,
            behind: 0,
        })
    }

    /// Takes sound that is to be played, and smooths its beginning if it follows what was made up,
    /// or if it does not follow what was played before (`joint`).
    pub fn heard(&mut self, samples: &mut [i16], joint: bool) {
        if joint && self.made == 0 {
            self.begin();
        }
        if joint || self.made > 0 {
            let mut tail = std::mem::take(&mut self.tail);
            self.repeat(&mut tail);
            let length = tail.len().min(samples.len());
            for (index, (sample, old)) in samples.iter_mut().zip(&tail).enumerate() {
                *sample = blend(*old, *sample, index, length);
            }
            self.tail = tail;
        }
        self.made = 0;
        self.remember(samples);
    }

    /// Makes up `out`, which is missing.
    pub fn conceal(&mut self, out: &mut [i16]) {
        if self.made == 0 {
            self.begin();
        }
        self.repeat(out);
    }

    fn begin(&mut self) {
        self.period = self.pitch();
        self.behind = self.period;
    }

    fn remember(&mut self, samples: &[i16]) {
        let kept = self.history.len();
        let newest = samples
            .get(samples.len().saturating_sub(kept)..)
            .unwrap_or_default();
        self.history.copy_within(newest.len().., 0);
        if let Some(place) = self.history.get_mut(kept - newest.len()..) {
            place.copy_from_slice(newest);
        }
    }

    fn repeat(&mut self, out: &mut [i16]) {
        let (fades, faded) = (FADES_AT * self.scale, FADED_AT * self.scale);
        for sample in out {
            let value = i32::from(self.repeated());
            let left = faded.saturating_sub(self.made.max(fades));
            *sample = clamp(value * left as i32 / (faded - fades) as i32);
            self.made = self.made.saturating_add(1);
        }
    }

    /// The next sample of the repetition. After 10 ms two periods are repeated and after 20 ms
    /// three, since one alone sounds like a buzz (Appendix I). A quarter of a period before it
    /// begins anew, it goes over into what comes before its beginning.
    fn repeated(&mut self) -> i16 {
        let ten = FADES_AT * self.scale;
        let longest = self.history.len();
        let periods = (self.made / ten + 1).min(3);
        let length = (self.period * periods).min(longest - self.period / 4);
        if self.behind == 0 {
            self.behind = length;
        }
        let quarter = self.period / 4;
        let at = |behind: usize| {
            longest
                .checked_sub(behind)
                .and_then(|at| self.history.get(at))
        };
        let here = at(self.behind).copied().unwrap_or(0);
        let sample = match at(self.behind + length) {
            Some(&before) if self.behind <= quarter => {
                blend(here, before, quarter - self.behind, quarter.max(1))
            }
            _ => here,
        };
        self.behind -= 1;
        sample
    }

    /// The period in samples: where what was heard last is most like what was before it, by the
    /// normalised correlation, at an 8000th of a second first and then to the sample.
    fn pitch(&self) -> usize {
        let scale = self.scale;
        let coarse = self.best(SHORTEST * scale..=LONGEST * scale, scale, scale);
        if scale == 1 {
            return coarse;
        }
        let (low, high) = (coarse - scale + 1, coarse + scale - 1);
        self.best(low.max(SHORTEST * scale)..=high.min(LONGEST * scale), 1, 2)
    }

    fn best(&self, lags: std::ops::RangeInclusive<usize>, lag_step: usize, step: usize) -> usize {
        let first = *lags.start();
        let mut best = (first, f32::MIN);
        for lag in lags.step_by(lag_step) {
            let likeness = self.likeness(lag, step);
            if likeness > best.1 {
                best = (lag, likeness);
            }
        }
        best.0
    }

    fn likeness(&self, lag: usize, step: usize) -> f32 {
        let end = self.history.len();
        let template = TEMPLATE * self.scale;
        let (now, before) = (end.checked_sub(template), end.checked_sub(template + lag));
        let now = now
            .and_then(|from| self.history.get(from..))
            .unwrap_or_default();
        let before = before
            .and_then(|from| self.history.get(from..))
            .unwrap_or_default();
        let (mut product, mut energy) = (0.0, 1.0);
        for (&now, &before) in now.iter().zip(before).step_by(step) {
            product += f32::from(now) * f32::from(before);
            energy += f32::from(before) * f32::from(before);
        }
        product / energy.sqrt()
    }
}

fn zeros(count: usize) -> Result<Vec<i16>, TryReserveError> {
    let mut samples = Vec::new();
    samples.try_reserve_exact(count)?;
    samples.resize(count, 0);
    Ok(samples)
}

/// From `old` to `new` in `length` steps.
fn blend(old: i16, new: i16, index: usize, length: usize) -> i16 {
    let (index, length) = (index as i32, (length as i32).max(1));
    if index >= length {
        return new;
    }
    clamp((i32::from(old) * (length - index) + i32::from(new) * index) / length)
}

fn clamp(value: i32) -> i16 {
    i16::try_from(value).unwrap_or(if value < 0 { i16::MIN } else { i16::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tone(rate: u32, frequency: f64, from: usize, count: usize) -> Vec<i16> {
        let step = std::f64::consts::TAU * frequency / f64::from(rate);
        (from..from + count)
            .map(|n| ((n as f64 * step).sin() * 8000.0) as i16)
            .collect()
    }

    fn power(samples: &[i16]) -> f64 {
        samples.iter().map(|&s| f64::from(s).powi(2)).sum::<f64>() / samples.len() as f64
    }

    /// A tone with 20 ms missing after 100 ms: what is made up is nearly what was missing.
    #[test]
    fn a_period_goes_on_where_sound_is_missing() {
        for rate in [8000, 16_000, 48_000] {
            let frame = rate as usize / 50;
            for frequency in [100.0, 150.0, 400.0, 1000.0] {
                let whole = tone(rate, frequency, 0, frame * 7);
                let mut concealer = Concealer::new(rate).unwrap();
                for heard in whole[..frame * 5].chunks(frame) {
                    concealer.heard(&mut heard.to_vec(), false);
                }
                let mut made = vec![0; frame];
                concealer.conceal(&mut made);
                let missing = &whole[frame * 5..frame * 6];
                let error: Vec<i16> = made[..frame / 2]
                    .iter()
                    .zip(missing)
                    .map(|(made, missing)| made.saturating_sub(*missing))
                    .collect();
                let ratio = power(&error) / power(&missing[..frame / 2]);
                assert!(ratio < 0.1, "{frequency} Hz at {rate}: {ratio}");
                let mut next = whole[frame * 6..].to_vec();
                concealer.heard(&mut next, false);
                let steps = made.iter().chain(&next).copied().collect::<Vec<_>>();
                let most = whole
                    .windows(2)
                    .map(|two| (two[1] - two[0]).abs())
                    .max()
                    .unwrap();
                let jump = steps
                    .windows(2)
                    .map(|two| i32::from(two[1]) - i32::from(two[0]))
                    .max()
                    .unwrap();
                assert!(
                    jump <= i32::from(most) * 3,
                    "{frequency} Hz at {rate}: {jump} of {most}"
                );
            }
        }
    }

    #[test]
    fn what_stays_away_fades_to_silence_within_60_ms() {
        let mut concealer = Concealer::new(8000).unwrap();
        concealer.heard(&mut tone(8000, 200.0, 0, 800), false);
        let powers: Vec<f64> = (0..4)
            .map(|_| {
                let mut made = [0; 160];
                concealer.conceal(&mut made);
                power(&made)
            })
            .collect();
        assert!(
            powers[0] > 1e7 && powers[0] > powers[1] && powers[1] > powers[2],
            "{powers:?}"
        );
        assert_eq!(powers[3], 0.0);
    }

    #[test]
    fn a_joint_makes_no_click() {
        let mut concealer = Concealer::new(8000).unwrap();
        concealer.heard(&mut tone(8000, 200.0, 0, 800), false);
        // 5 ms of it left out: the wave jumps from its top to its bottom.
        let mut next = tone(8000, 200.0, 810 + 20, 160);
        let last = tone(8000, 200.0, 799, 1)[0];
        concealer.heard(&mut next, true);
        let jump = (i32::from(next[0]) - i32::from(last)).abs();
        assert!(jump < 2600, "{jump}");
        assert_eq!(next[32..], tone(8000, 200.0, 830, 160)[32..]);
    }

    #[test]
    fn sound_without_a_loss_is_left_as_it_is() {
        let mut concealer = Concealer::new(16_000).unwrap();
        let mut sound = tone(16_000, 440.0, 0, 320);
        concealer.heard(&mut sound, false);
        assert_eq!(sound, tone(16_000, 440.0, 0, 320));
    }

    proptest! {
        #[test]
        fn no_samples_make_it_panic(
            rate: u32,
            calls in proptest::collection::vec(
                (any::<bool>(), any::<bool>(), proptest::collection::vec(any::<i16>(), 0..700)),
                0..12,
            ),
        ) {
            let mut concealer = Concealer::new(rate).unwrap();
            for (lost, joint, mut samples) in calls {
                if lost {
                    concealer.conceal(&mut samples);
                } else {
                    concealer.heard(&mut samples, joint);
                }
            }
        }
    }
}
