//! Comfort noise (RFC 3389), and how loud sound is: what both need is a level.
//!
//! Levels are in −dBov, 0..=127: 0 is the loudest that there is, 127 silence (RFC 3389 §3.1).

/// The level of some samples: 127 of none, and of such as are all zero.
#[must_use]
pub fn level(samples: &[i16]) -> u8 {
    if samples.is_empty() {
        return 127;
    }
    let energy: u64 = samples
        .iter()
        .map(|&s| u64::from(s.unsigned_abs()).pow(2))
        .sum();
    let mean = energy as f64 / samples.len() as f64;
    // The overload point is a square wave of the greatest amplitude.
    let level = -10.0 * (mean / (32768.0 * 32768.0)).log10();
    if level.is_finite() {
        level.round().clamp(0.0, 127.0) as u8
    } else {
        127
    }
}

/// Makes noise.
#[derive(Clone, Debug)]
pub struct Generator {
    state: u32,
    /// The amplitude that was reached.
    amplitude: f32,
}

impl Default for Generator {
    fn default() -> Generator {
        Generator {
            state: 0x2545_F491,
            amplitude: 0.0,
        }
    }
}

impl Generator {
    /// Fills `out` with white noise of this level in −dBov. A change of the level is gradual within
    /// it; 127 is silence. Spectral information, which RFC 3389 §3.2 allows to ignore, is not used.
    pub fn fill(&mut self, out: &mut [i16], level: u8) {
        // Even noise of amplitude a has the mean square a²/3.
        let amplitude = match level {
            0..=126 => 32768.0 * 3f32.sqrt() * 10f32.powf(-f32::from(level) / 20.0),
            _ => 0.0,
        };
        let step = (amplitude - self.amplitude) / out.len().max(1) as f32;
        for sample in out {
            self.amplitude += step;
            self.state ^= self.state << 13;
            self.state ^= self.state >> 17;
            self.state ^= self.state << 5;
            let even = f32::from((self.state >> 16) as u16 as i16) / 32768.0;
            *sample = (even * self.amplitude) as i16;
        }
        self.amplitude = amplitude;
    }

    /// What comes next does not go over from what was made last.
    pub fn restart(&mut self) {
        self.amplitude = 0.0;
    }
}

/// Knows how loud it is when nobody speaks, and so when nobody does.
#[derive(Clone, Debug)]
pub struct Background {
    /// In hundredths of a dB below overload.
    floor: u32,
}

impl Default for Background {
    fn default() -> Background {
        Background {
            floor: Background::LEAST * 100,
        }
    }
}

impl Background {
    /// Below this it is quiet whatever the background, and no background is believed to be louder
    /// than [`Background::MOST`].
    const LEAST: u32 = 65;
    const MOST: u32 = 30;
    /// Above the background by so many dB is no background.
    const NEAR: u32 = 6;

    /// Takes 20 ms of sound, and says whether it is no louder than the background: the least of
    /// late, which is forgotten at 2 dB a second.
    pub fn is_quiet(&mut self, samples: &[i16]) -> bool {
        let now = u32::from(level(samples)) * 100;
        let risen = self.floor.saturating_sub(4).max(Background::MOST * 100);
        self.floor = risen.max(now.min(Background::LEAST * 100));
        now + Background::NEAR * 100 >= self.floor
    }

    /// The level of the background.
    #[must_use]
    pub fn level(&self) -> u8 {
        u8::try_from(self.floor / 100).unwrap_or(127)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_has_the_level_that_it_is_to_have() {
        let mut generator = Generator::default();
        let mut out = [0; 1600];
        for wanted in [10, 30, 45, 60, 70] {
            generator.fill(&mut out, wanted);
            generator.fill(&mut out, wanted);
            assert!(
                level(&out).abs_diff(wanted) <= 1,
                "{wanted}: {}",
                level(&out)
            );
        }
        generator.fill(&mut out, 127);
        generator.fill(&mut out, 127);
        assert_eq!(out, [0; 1600]);
    }

    #[test]
    fn levels_are_below_a_full_square_wave() {
        assert_eq!(level(&[i16::MIN; 160]), 0);
        assert_eq!(level(&[0; 160]), 127);
        assert_eq!(level(&[]), 127);
        let sine: Vec<i16> = (0..800)
            .map(|n| ((f64::from(n) * 0.2).sin() * 32767.0) as i16)
            .collect();
        assert_eq!(level(&sine), 3);
    }

    #[test]
    fn speech_is_not_quiet_and_its_pauses_are_whatever_the_background() {
        for background in [70, 50, 40] {
            let (mut noise, mut judge) = (Generator::default(), Background::default());
            let mut frame = [0; 160];
            let mut quiet = [0, 0];
            for second in 0..20 {
                let speaks = second % 2 == 0;
                for _ in 0..50 {
                    noise.fill(&mut frame, if speaks { 20 } else { background });
                    let judged = judge.is_quiet(&frame);
                    if second > 15 {
                        quiet[usize::from(speaks)] += u32::from(judged);
                    }
                }
            }
            assert!(quiet[0] >= 95 && quiet[1] <= 3, "{background}: {quiet:?}");
        }
    }
}
