//! The WAV files of the configured items, looked into once at the start: a wrong file is to be
//! found by whoever configures it, not by whoever calls.

use crate::settings::open_file;
use std::io::{BufReader, Read, Seek};
use std::path::Path;
use std::time::Duration;
use tapi3_media::wav::{Container, Encoding, Reader};

/// Looks into a WAV file. Returns how long it plays.
///
/// # Errors
/// What is wrong with the file, to be put behind its name.
pub(super) fn check(path: &Path) -> Result<Duration, String> {
    look(BufReader::new(open_file(path)?))
}

fn look(file: impl Read + Seek) -> Result<Duration, String> {
    let reader = Reader::new(file).map_err(|error| error.to_string())?;
    let format = reader.format();
    let wrong = match format.encoding {
        _ if reader.container() != Container::Wave => "is not a WAV file",
        // What telephones play without a codec of their own.
        Encoding::Float { .. } => "is neither PCM, A-law nor \u{b5}-law",
        _ if format.channels > 2 || !(8_000..=48_000).contains(&format.rate) => {
            "must have one or two channels of 8,000 to 48,000 samples a second"
        }
        _ if reader.is_cut_short() => "is cut short",
        _ if reader.frames().is_none_or(|frames| frames == 0) => "has no sound in it",
        _ => return Ok(reader.duration().unwrap_or_default()),
    };
    Err(wrong.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn wav(kind: u16, channels: u16, rate: u32, samples: &[u8]) -> Vec<u8> {
        let mut file = b"RIFF\0\0\0\0WAVELIST\x03\0\0\0abc\0fmt \x10\0\0\0".to_vec();
        file.extend(kind.to_le_bytes());
        file.extend(channels.to_le_bytes());
        file.extend(rate.to_le_bytes());
        file.extend((rate * u32::from(channels)).to_le_bytes());
        file.extend([1, 0, 8, 0]);
        file.extend(b"data");
        file.extend((samples.len() as u32).to_le_bytes());
        file.extend(samples);
        file
    }

    fn look(bytes: Vec<u8>) -> Result<Duration, String> {
        super::look(Cursor::new(bytes))
    }

    #[test]
    fn the_length_of_a_sound_is_known() {
        let second = look(wav(7, 1, 8_000, &[0; 8_000]));
        assert_eq!(second, Ok(Duration::from_secs(1)));
    }

    #[test]
    fn files_that_cannot_be_played_are_refused() {
        let good = wav(1, 1, 8_000, &[0; 100]);
        for (what, bytes) in [
            ("empty", Vec::new()),
            ("another kind", b"OggS0000WAVE00000000".to_vec()),
            ("a compressed one", wav(85, 1, 8_000, &[0; 100])),
            ("too many channels", wav(1, 6, 8_000, &[0; 100])),
            ("too slow", wav(1, 1, 100, &[0; 100])),
            ("silent", wav(1, 1, 8_000, &[])),
            ("cut short", good[..good.len() - 1].to_vec()),
            ("headless", good[..30].to_vec()),
        ] {
            assert!(look(bytes).is_err(), "{what}");
        }
        assert!(look(good).is_ok());
    }
}
