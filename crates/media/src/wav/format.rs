//! The format of a file's sound (WAVEFORMATEX and WAVEFORMATEXTENSIBLE), and its samples.

use super::{Error, MAX_CHANNELS};
use crate::{g711, resample};

pub(super) const PCM: u16 = 1;
pub(super) const FLOAT: u16 = 3;
pub(super) const A_LAW: u16 = 6;
pub(super) const MU_LAW: u16 = 7;
const EXTENSIBLE: u16 = 0xfffe;

/// What a format's number has behind it in WAVE_FORMAT_EXTENSIBLE.
const KNOWN_TAIL: [u8; 14] = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

/// How one sample of one channel lies in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Whole numbers; one byte is unsigned, two to four are signed and little-endian.
    Pcm {
        /// One to four.
        bytes: u8,
    },
    /// Little-endian floating point, 1.0 being full scale.
    Float {
        /// Four or eight.
        bytes: u8,
    },
    /// G.711 A-law.
    ALaw,
    /// G.711 mu-law.
    MuLaw,
}

/// What a file's sound is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// How samples lie.
    pub encoding: Encoding,
    /// Channels, 1 to [`MAX_CHANNELS`].
    pub channels: u16,
    /// Frames a second, within [`resample::RATES`].
    pub rate: u32,
}

impl Encoding {
    /// How many bytes a sample of one channel takes.
    #[must_use]
    pub const fn bytes(self) -> usize {
        match self {
            Self::Pcm { bytes } | Self::Float { bytes } => bytes as usize,
            Self::ALaw | Self::MuLaw => 1,
        }
    }

    /// The sample that so many bytes mean.
    fn sample(self, bytes: &[u8]) -> i16 {
        match (self, bytes) {
            (Self::ALaw, &[code]) => g711::from_a_law(code),
            (Self::MuLaw, &[code]) => g711::from_mu_law(code),
            (Self::Pcm { .. }, &[byte]) => (i16::from(byte) - 128) << 8,
            // The upper two bytes of as many as there are.
            (Self::Pcm { .. }, &[.., low, high]) => i16::from_le_bytes([low, high]),
            (Self::Float { .. }, &[a, b, c, d]) => {
                // Saturates, and what is no number is silent.
                (f32::from_le_bytes([a, b, c, d]) * 32_768.0).round() as i16
            }
            (Self::Float { .. }, &[a, b, c, d, e, f, g, h]) => {
                (f64::from_le_bytes([a, b, c, d, e, f, g, h]) * 32_768.0).round() as i16
            }
            _ => 0,
        }
    }
}

impl Format {
    /// How many bytes a frame takes: a sample of each channel.
    #[must_use]
    pub const fn frame_bytes(&self) -> usize {
        self.encoding.bytes() * self.channels as usize
    }

    /// A frame as one sample: the mean of its channels.
    pub(super) fn mixed(&self, frame: &[u8]) -> i16 {
        let samples = frame.chunks_exact(self.encoding.bytes());
        let sum: i32 = samples
            .map(|bytes| i32::from(self.encoding.sample(bytes)))
            .sum();
        // The mean of such numbers is one.
        (sum / i32::from(self.channels.max(1))) as i16
    }

    /// Reads a format chunk.
    pub(super) fn parse(chunk: &[u8]) -> Result<Self, Error> {
        let short = |at| number::<2>(chunk, at).map(u16::from_le_bytes);
        let (mut kind, channels) = (short(0)?, short(2)?);
        let rate = u32::from_le_bytes(number(chunk, 4)?);
        let (frame, bits) = (short(12)?, short(14)?);
        if kind == EXTENSIBLE {
            kind = short(24)?;
            if number::<14>(chunk, 26)? != KNOWN_TAIL {
                return Err(Error::Kind(EXTENSIBLE));
            }
        }
        if channels == 0 || channels > MAX_CHANNELS {
            return Err(Error::Channels(channels));
        }
        if !resample::RATES.contains(&rate) {
            return Err(Error::Rate(rate));
        }
        // A frame may be larger than its bits ask for: 20 bits in four bytes lie at their upper end.
        let told = bits.div_ceil(8);
        let bytes = match frame % channels == 0 && frame / channels >= told {
            true => frame / channels,
            false => told,
        };
        let encoding = match (kind, bytes) {
            (PCM, 1..=4) => Encoding::Pcm { bytes: bytes as u8 },
            (FLOAT, 4 | 8) => Encoding::Float { bytes: bytes as u8 },
            // Some say nothing of the bits of these.
            (A_LAW, 0 | 1) => Encoding::ALaw,
            (MU_LAW, 0 | 1) => Encoding::MuLaw,
            (PCM | FLOAT | A_LAW | MU_LAW, _) => return Err(Error::BrokenFormat),
            _ => return Err(Error::Kind(kind)),
        };
        Ok(Self {
            encoding,
            channels,
            rate,
        })
    }
}

/// Some bytes of a chunk.
pub(super) fn number<const N: usize>(chunk: &[u8], at: usize) -> Result<[u8; N], Error> {
    let bytes = chunk
        .get(at..at + N)
        .and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or(Error::BrokenFormat)
}
