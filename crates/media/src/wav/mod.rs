//! WAV files, and AVI files with nothing but sound: [`Reader`] and [`Writer`] over whatever can be
//! read, written and sought in. Files are opened, named and given up elsewhere.

mod format;
mod reader;
mod riff;
mod writer;

pub use format::{Encoding, Format};
pub use reader::Reader;
pub use writer::{Coding, Spec, Writer};

use std::io;

/// The most channels that are mixed.
pub const MAX_CHANNELS: u16 = 64;

/// What a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Container {
    /// RIFF/WAVE.
    #[default]
    Wave,
    /// RIFF/AVI with one stream of sound, as TAPI's file terminals have it.
    Avi,
}

/// Why a file cannot be read or written. The texts are to be put behind a file's name.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not begin as a WAV or AVI file does.
    #[error("is not a WAV file")]
    NotWave,
    /// It has no format, or its sound is nowhere.
    #[error("has no sound in it")]
    NoSound,
    /// Its format contradicts itself.
    #[error("has a broken format")]
    BrokenFormat,
    /// A kind of sound that we do not know, by its number (WAVE_FORMAT_…).
    #[error(
        "has sound of a kind that cannot be read ({0}): PCM, A-law, \u{b5}-law or float is needed"
    )]
    Kind(u16),
    /// More than [`MAX_CHANNELS`], or for a writer more than two; or none.
    #[error("has {0} channels, which are too many or none")]
    Channels(u16),
    /// A rate that nothing can be made of (see [`crate::resample::RATES`]).
    #[error("has {0} samples a second, which is not between 4,000 and 192,000")]
    Rate(u32),
    /// The four gigabytes that a file can tell of are full.
    #[error("is full: it cannot hold more than 4 GB")]
    Full,
    /// What is below it failed.
    #[error("cannot be read or written: {0}")]
    Io(#[from] io::Error),
}

#[cfg(test)]
mod tests;
