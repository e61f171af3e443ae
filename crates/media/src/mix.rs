//! What is done with samples on their way: added, made softer, measured.

/// Adds a sound to another, sample by sample, as far as both go; what is too loud is cut at the
/// largest value.
pub fn add(to: &mut [i16], sound: &[i16]) {
    for (to, &sample) in to.iter_mut().zip(sound) {
        *to = to.saturating_add(sample);
    }
}

/// A volume as TAPI has it (ITBasicAudioTerminal::put_Volume): 0 is silence, 0xFFFF leaves a sound
/// as it is, and between them the steps are equal in decibels, from −96.4 dB on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    volume: u16,
    /// By what samples are multiplied; 65,536 is one.
    factor: i32,
}

impl Default for Gain {
    /// As it is.
    fn default() -> Self {
        Self {
            volume: u16::MAX,
            factor: 1 << 16,
        }
    }
}

impl Gain {
    /// What the volume 1 would be, and 0 is not.
    const SOFTEST: f32 = -96.4;

    /// The gain of a volume. Calculates a power: for when a volume is set, not for each frame.
    #[must_use]
    pub fn new(volume: u16) -> Self {
        let factor = (Self::factor_of(volume) * 65_536.0).round() as i32;
        Self { volume, factor }
    }

    /// The volume that it was made of.
    #[must_use]
    pub const fn volume(self) -> u16 {
        self.volume
    }

    /// By what a volume multiplies: from 0 to 1.
    #[must_use]
    pub fn factor_of(volume: u16) -> f32 {
        match volume {
            0 => 0.0,
            u16::MAX => 1.0,
            _ => {
                let rest = 1.0 - f32::from(volume) / f32::from(u16::MAX);
                10_f32.powf(Self::SOFTEST * rest / 20.0)
            }
        }
    }

    /// Makes samples softer.
    pub fn apply(self, samples: &mut [i16]) {
        match self.volume {
            0 => samples.fill(0),
            u16::MAX => {}
            _ => {
                for sample in samples {
                    // Less than one, so it fits.
                    *sample = ((i32::from(*sample) * self.factor + 0x8000) >> 16) as i16;
                }
            }
        }
    }
}

/// How loud a piece of sound was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The largest sample, in decibels below full scale (32,768): at most 0, and
    /// [`f32::NEG_INFINITY`] for silence.
    pub peak: f32,
    /// The mean power likewise: a sine of full scale has −3.01.
    pub rms: f32,
}

/// Measures how loud a sound is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Meter {
    peak: u16,
    squares: u64,
    samples: u64,
}

impl Meter {
    /// Listens.
    pub fn hear(&mut self, samples: &[i16]) {
        for sample in samples {
            let magnitude = sample.unsigned_abs();
            self.peak = self.peak.max(magnitude);
            self.squares = self.squares.saturating_add(u64::from(magnitude).pow(2));
        }
        self.samples = self.samples.saturating_add(samples.len() as u64);
    }

    /// How loud it was since the last time that somebody asked; `None` if nothing was heard since.
    pub fn take(&mut self) -> Option<Level> {
        let heard = std::mem::take(self);
        if heard.samples == 0 {
            return None;
        }
        let mean = heard.squares as f64 / heard.samples as f64;
        Some(Level {
            peak: decibels(f64::from(heard.peak)),
            rms: decibels(mean.sqrt()),
        })
    }
}

fn decibels(value: f64) -> f32 {
    (20.0 * (value / 32_768.0).log10()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_loud_a_sum_is_cut() {
        let mut frame = [30_000, -30_000, 5, 7];
        add(&mut frame, &[10_000, -10_000, -6]);
        assert_eq!(frame, [i16::MAX, i16::MIN, -1, 7]);
    }

    #[test]
    fn full_volume_changes_no_bit_and_none_is_silence() {
        let samples = [i16::MIN, -1, 0, 1, 12_345, i16::MAX];
        let mut frame = samples;
        Gain::new(u16::MAX).apply(&mut frame);
        assert_eq!(frame, samples);
        Gain::default().apply(&mut frame);
        assert_eq!(frame, samples);
        assert_eq!(Gain::default(), Gain::new(u16::MAX));
        Gain::new(0).apply(&mut frame);
        assert_eq!(frame, [0; 6]);
    }

    #[test]
    fn equal_steps_are_equal_in_decibels() {
        for quarter in 1..4 {
            let volume = 0x4000 * quarter;
            let mut frame = [32_000; 10];
            Gain::new(volume).apply(&mut frame);
            let expected =
                32_000.0 * 10_f64.powf(-96.4 * (1.0 - f64::from(volume) / 65_535.0) / 20.0);
            assert!(
                (f64::from(frame[0]) - expected).abs() < 1.0,
                "{volume}: {frame:?}"
            );
        }
    }

    #[test]
    fn no_volume_is_softer_than_a_smaller_one() {
        let of = |volume: u16| {
            let mut frame = [20_000];
            Gain::new(volume).apply(&mut frame);
            frame[0]
        };
        let all: Vec<i16> = (0..=u16::MAX).step_by(255).map(of).collect();
        assert!(all.is_sorted());
    }

    #[test]
    fn a_meter_knows_sines_and_silence() {
        let mut meter = Meter::default();
        assert_eq!(meter.take(), None);
        let sine = |at: i32| ((f64::from(at) * 0.1).sin() * 16_384.0) as i16;
        let samples: Vec<i16> = (0..62_800).map(sine).collect();
        for frame in samples.chunks(160) {
            meter.hear(frame);
        }
        let level = meter.take().unwrap();
        assert!((level.peak + 6.02).abs() < 0.01, "{level:?}");
        assert!((level.rms + 9.03).abs() < 0.01, "{level:?}");
        meter.hear(&[0; 160]);
        let silence = meter.take().unwrap();
        assert_eq!(
            (silence.peak, silence.rms),
            (f32::NEG_INFINITY, f32::NEG_INFINITY)
        );
        meter.hear(&[i16::MIN]);
        assert_eq!(meter.take().unwrap().peak, 0.0);
    }
}
