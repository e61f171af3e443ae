//! Tones heard in sound: each of up to three frequencies, or silence, that last for a time
//! (TAPI_DETECTTONE).

use super::ZERO_DBM0;
use crate::goertzel::{Bin, RATE, Window, Windows};
use crate::resample::{self, Resampler};

/// How many tones are listened for at once at most.
pub const MAX_TONES: usize = 16;

/// How many frequencies a tone has at most.
pub const MAX_FREQUENCIES: usize = 3;

/// The lowest and the highest frequency, in hertz: what a telephone carries.
pub const FREQUENCIES: std::ops::RangeInclusive<u32> = 100..=3_800;

/// 32 ms, looked at every 8: two frequencies are told apart from about 60 Hz on.
const WIDTH: usize = 256;
const HOP: usize = 64;
const HOP_MS: u32 = 8;

/// The power of 0 dBm0.
const UNIT: f32 = ZERO_DBM0 * ZERO_DBM0 / 2.0;

/// Below −38 dBm0 a tone is not there.
const LEAST: f32 = UNIT * 1.584_9e-4;

/// Below −48 dBm0 a sound is silence.
const SILENT: f32 = UNIT * 1.584_9e-5;

/// How much of the power must be in the frequencies of a tone. The window leaves as much of one that
/// is 20 Hz beside where it should be.
const PURE: f32 = 0.6;

/// How much of its even part each frequency must have: 10 dB less.
const PART: f32 = 0.1;

/// For how many hops a tone may be away and still be the same.
const BRIDGED: u32 = 1;

/// What is listened for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// How long it must last, in milliseconds, within some 16 ms; what is shorter than 32 ms may be
    /// missed.
    pub duration: u32,
    /// Its frequencies in hertz; 0 is none, and nothing but zeros is silence. A frequency is heard up
    /// to 15 Hz beside where it should be, and not from 30 Hz on; two that are to be told apart lie
    /// 60 Hz apart at least.
    pub frequencies: [u32; MAX_FREQUENCIES],
}

/// Why a tone cannot be listened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// More than [`MAX_TONES`].
    #[error("more than {MAX_TONES} tones cannot be listened for at once")]
    TooMany,
    /// A frequency outside [`FREQUENCIES`].
    #[error("a tone of {0} Hz cannot be heard: it must have 100 to 3,800")]
    Frequency(u32),
    /// A rate that nothing can be heard at, or no memory.
    #[error(transparent)]
    Resample(#[from] resample::Error),
}

/// Listens for some tones. Reserves its memory when it is made.
#[derive(Debug)]
pub struct Detector {
    resampler: Resampler,
    windows: Windows<WIDTH, HOP>,
    tones: [Listening; MAX_TONES],
    count: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Listening {
    bins: [Bin; MAX_FREQUENCIES],
    frequencies: usize,
    /// How many hops it must last.
    lasts: u32,
    /// How many it has lasted, and for how many it has been away.
    present: u32,
    away: u32,
}

impl Detector {
    /// A detector in a sound with so many samples a second.
    ///
    /// # Errors
    /// [`Error`] says which tone, rate or lack of memory is in the way.
    pub fn try_new(rate: u32, tones: impl IntoIterator<Item = Sought>) -> Result<Self, Error> {
        let mut all = [Listening::default(); MAX_TONES];
        let mut places = all.iter_mut();
        let mut count = 0;
        for sought in tones {
            let listening = places.next().ok_or(Error::TooMany)?;
            count += 1;
            for &hertz in sought.frequencies.iter().filter(|&&hertz| hertz != 0) {
                if !FREQUENCIES.contains(&hertz) {
                    return Err(Error::Frequency(hertz));
                }
                if let Some(bin) = listening.bins.get_mut(listening.frequencies) {
                    *bin = Bin::new(hertz as f32);
                }
                listening.frequencies += 1;
            }
            // A tone is seen as soon as most of a window is it, so it looks half a window shorter
            // or longer at most.
            listening.lasts = sought.duration.div_ceil(HOP_MS).max(1);
        }
        Ok(Self {
            resampler: Resampler::try_new(rate, RATE)?,
            windows: Windows::new(),
            tones: all,
            count,
        })
    }

    /// Listens. Tells the place in the list of each tone that has lasted long enough, once each time
    /// that it sounds.
    pub fn hear(&mut self, samples: &[i16], mut told: impl FnMut(usize)) {
        let mut left = samples;
        let mut buffer = [0; 160];
        loop {
            let done = self.resampler.process(left, &mut buffer);
            left = left.get(done.taken..).unwrap_or(&[]);
            for &sample in buffer.iter().take(done.given) {
                let Some(window) = self.windows.push(sample) else {
                    continue;
                };
                for (at, tone) in self.tones.iter_mut().take(self.count).enumerate() {
                    if tone.hop(&window) {
                        told(at);
                    }
                }
            }
            if done.given < buffer.len() && left.is_empty() {
                return;
            }
        }
    }
}

impl Listening {
    /// Goes on by a window. Returns whether the tone has just lasted long enough.
    fn hop(&mut self, window: &Window<WIDTH>) -> bool {
        if !self.is_in(window) {
            self.away = self.away.saturating_add(1);
            if self.away > BRIDGED {
                self.present = 0;
            }
            return false;
        }
        let before = self.present;
        self.present = match before {
            0 => 1,
            // Also the hops that it was away for.
            _ => before.saturating_add(1 + self.away),
        };
        self.away = 0;
        before < self.lasts && self.present >= self.lasts
    }

    fn is_in(&self, window: &Window<WIDTH>) -> bool {
        if self.frequencies == 0 {
            return window.power < SILENT;
        }
        let mut powers = [0.0; MAX_FREQUENCIES];
        let bins = self.bins.iter().take(self.frequencies);
        for (power, bin) in powers.iter_mut().zip(bins) {
            *power = bin.measure(&window.windowed, window.weight).power();
        }
        let sum: f32 = powers.iter().sum();
        let least = LEAST.max(PART * sum / self.frequencies as f32);
        let all = powers.iter().take(self.frequencies);
        sum >= PURE * window.power && all.into_iter().all(|&power| power >= least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tone::progress::{Country, Progress, progress};
    use crate::tone::{Custom, Tone};

    fn play(detector: &mut Detector, rate: u32, tone: &mut Tone) -> Vec<usize> {
        let (mut heard, mut frame) = (Vec::new(), [0; 160]);
        loop {
            let made = tone.fill(rate, &mut frame);
            detector.hear(&frame[..made], |at| heard.push(at));
            if made < frame.len() {
                return heard;
            }
        }
    }

    fn single(frequency: u32, ms: u32) -> Tone {
        let voice = Custom {
            frequency,
            on: 1,
            off: 0,
            volume: if frequency == 0 { 0 } else { 0xffff },
        };
        Tone::custom(&[voice], Some(ms)).unwrap()
    }

    fn sought(duration: u32, frequencies: [u32; 3]) -> Sought {
        Sought {
            duration,
            frequencies,
        }
    }

    #[test]
    fn a_tone_is_told_once_each_time_that_it_lasts() {
        for rate in [8_000, 16_000, 48_000] {
            let mut detector = Detector::try_new(rate, [sought(200, [1_000, 0, 0])]).unwrap();
            for (hertz, ms, expected) in [
                (1_000, 150, &[][..]),
                (0, 100, &[]),
                (1_000, 1_000, &[0]),
                (0, 100, &[]),
                (1_010, 300, &[0]),
                (0, 100, &[]),
                (1_015, 300, &[0]),
                (0, 100, &[]),
                (985, 300, &[0]),
                (0, 100, &[]),
                (1_030, 300, &[]),
                (970, 300, &[]),
            ] {
                let heard = play(&mut detector, rate, &mut single(hertz, ms));
                assert_eq!(heard, expected, "{rate} {hertz} {ms}");
            }
        }
    }

    #[test]
    fn tones_are_told_apart() {
        let tones = [
            sought(300, [480, 620, 0]),
            sought(300, [440, 0, 480]),
            sought(300, [350, 440, 0]),
            sought(300, [425, 0, 0]),
            sought(300, [413, 438, 0]),
            sought(300, [0, 0, 0]),
        ];
        for (country, said, expected) in [
            (Country::UnitedStates, Progress::Busy, 0),
            (Country::UnitedStates, Progress::Ringback, 1),
            (Country::UnitedStates, Progress::Dial, 2),
            (Country::Germany, Progress::Busy, 3),
        ] {
            let mut detector = Detector::try_new(8_000, tones).unwrap();
            let mut tone = progress(country, said, Some(490));
            let heard = play(&mut detector, 8_000, &mut tone);
            assert!(heard.contains(&expected), "{said:?} {heard:?}");
            assert!(
                heard.iter().all(|&at| at == expected || at == 4),
                "{said:?} {heard:?}"
            );
            let heard = play(&mut detector, 8_000, &mut single(0, 400));
            assert_eq!(heard, [5]);
        }
    }

    #[test]
    fn noise_is_neither_a_tone_nor_silence() {
        let mut detector =
            Detector::try_new(8_000, [sought(100, [1_000, 0, 0]), sought(100, [0; 3])]).unwrap();
        let mut seed = 1_u32;
        for _ in 0..3_000 {
            let mut frame = [0; 160];
            for sample in &mut frame {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *sample = ((seed >> 16) as i16) / 8;
            }
            detector.hear(&frame, |at| panic!("{at}"));
        }
    }

    #[test]
    fn what_cannot_be_heard_is_refused() {
        let fine = sought(0, [1_000, 0, 0]);
        assert_eq!(
            Detector::try_new(8_000, [fine; 17]).unwrap_err(),
            Error::TooMany
        );
        for hertz in [1, 99, 3_801, u32::MAX] {
            let error = Detector::try_new(8_000, [sought(0, [0, hertz, 0])]).unwrap_err();
            assert_eq!(error, Error::Frequency(hertz));
        }
        assert!(Detector::try_new(1, [fine]).is_err());
        assert!(Detector::try_new(8_000, [sought(u32::MAX, [1_000; 3]); 16]).is_ok());
        assert!(Detector::try_new(8_000, []).is_ok());
    }
}
