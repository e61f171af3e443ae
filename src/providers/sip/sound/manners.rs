//! How a line's calls sound: what its settings say beyond what is negotiated.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tapi3_media::resample::Resampler;
use tapi3_media::wav::Reader;

/// How digits travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum Digits {
    /// As events where the far end takes them, else by INFO where it takes that, else as sound.
    #[default]
    Auto,
    /// As events (RFC 4733).
    Events,
    /// By INFO.
    Info,
    /// As sound.
    Sound,
}

/// How a line's calls sound.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Manners {
    pub digits: Digits,
    /// How long nothing may come before it is told; for ever if none.
    pub patience: Option<Duration>,
    /// Whether the call is then ended.
    pub hangs_up: bool,
    /// What a far end on hold hears; silence if none.
    pub music: Option<Arc<Music>>,
}

/// What a far end on hold hears, at the rates of our codecs.
pub(in super::super) struct Music {
    narrow: Vec<i16>,
    wide: Vec<i16>,
}

impl std::fmt::Debug for Music {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Music").finish_non_exhaustive()
    }
}

/// The longest piece, in seconds: it lies in memory.
const LONGEST: usize = 600;

impl Music {
    /// Reads a piece from a file.
    ///
    /// # Errors
    ///
    /// What is wrong with it, to be put behind its name.
    pub fn read(path: &Path) -> Result<Arc<Music>, String> {
        let file = File::open(path).map_err(|error| format!("cannot be read: {error}"))?;
        let mut reader = Reader::new(BufReader::new(file)).map_err(|error| error.to_string())?;
        let rate = reader.rate();
        let most = usize::try_from(rate).unwrap_or(usize::MAX) * LONGEST;
        let (mut samples, mut piece) = (Vec::new(), [0; 4096]);
        loop {
            let read = reader.read(&mut piece).map_err(|error| error.to_string())?;
            if read == 0 {
                break;
            }
            if samples.len() + read > most {
                return Err("is longer than ten minutes".to_owned());
            }
            samples.extend_from_slice(piece.get(..read).unwrap_or_default());
        }
        if samples.is_empty() {
            return Err("has no sound in it".to_owned());
        }
        let at = |wanted| at_rate(&samples, rate, wanted);
        Ok(Arc::new(Music {
            narrow: at(8_000)?,
            wide: at(16_000)?,
        }))
    }

    /// Fills a frame with what is played at a place, and goes on there. At its end it begins anew.
    pub fn play(&self, rate: u32, place: &mut usize, frame: &mut [i16]) {
        let samples = match rate {
            16_000 => &self.wide,
            _ => &self.narrow,
        };
        for sample in frame {
            *sample = match samples.get(*place) {
                Some(sample) => *sample,
                None => {
                    *place = 0;
                    samples.first().copied().unwrap_or(0)
                }
            };
            *place += 1;
        }
    }
}

fn at_rate(samples: &[i16], from: u32, to: u32) -> Result<Vec<i16>, String> {
    if from == to {
        return Ok(samples.to_vec());
    }
    let mut resampler = Resampler::try_new(from, to).map_err(|error| error.to_string())?;
    let mut out = vec![0; resampler.most_out(samples.len())];
    let done = resampler.process(samples, &mut out);
    out.truncate(done.given);
    Ok(out)
}
