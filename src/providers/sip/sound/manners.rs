//! How a line's calls sound: what its settings say beyond what is negotiated.

use crate::providers::sound_file;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

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

impl Music {
    /// Reads a piece from a file, ten minutes at most.
    ///
    /// # Errors
    ///
    /// What is wrong with it, to be put behind its name.
    pub fn read(path: &Path) -> Result<Arc<Music>, String> {
        let music = Music {
            narrow: sound_file::read(path, 8_000)?,
            wide: sound_file::read(path, 16_000)?,
        };
        match music.narrow.is_empty() || music.wide.is_empty() {
            true => Err("has no sound in it".to_owned()),
            false => Ok(Arc::new(music)),
        }
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
