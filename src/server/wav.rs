//! The WAV files of the configured items, looked into once at the start: a wrong file is to be
//! found by whoever configures it, not by whoever calls.

use crate::settings::open_file;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::time::Duration;

/// Looks into a WAV file. Returns how long it plays.
///
/// # Errors
/// What is wrong with the file, to be put behind its name.
pub(super) fn check(path: &Path) -> Result<Duration, String> {
    let mut file = open_file(path)?;
    read(&mut file).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidData => error.to_string(),
        io::ErrorKind::UnexpectedEof => "is cut short".to_owned(),
        _ => format!("cannot be read: {error}"),
    })
}

fn wrong<T>(what: &str) -> io::Result<T> {
    Err(io::Error::new(io::ErrorKind::InvalidData, what))
}

fn array<const N: usize>(file: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn number(file: &mut impl Read) -> io::Result<u32> {
    Ok(u32::from_le_bytes(array(file)?))
}

fn read(file: &mut (impl Read + Seek)) -> io::Result<Duration> {
    let length = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    if &array::<4>(file)? != b"RIFF" {
        return wrong("is not a WAV file");
    }
    number(file)?;
    if &array::<4>(file)? != b"WAVE" {
        return wrong("is not a WAV file");
    }
    let mut bytes_per_second = None;
    loop {
        let name = array::<4>(file)?;
        let size = number(file)?;
        let start = file.stream_position()?;
        match &name {
            b"fmt " => bytes_per_second = Some(format(file, size)?),
            b"data" => {
                let Some(rate) = bytes_per_second else {
                    return wrong("has its sound before its format");
                };
                if size == 0 {
                    return wrong("has no sound in it");
                }
                if start + u64::from(size) > length {
                    return wrong("is cut short");
                }
                return Ok(Duration::from_secs_f64(f64::from(size) / f64::from(rate)));
            }
            _ => {}
        }
        // Chunks are padded to an even length.
        file.seek(SeekFrom::Start(
            start + u64::from(size) + u64::from(size % 2),
        ))?;
    }
}

/// Reads the format chunk. Returns the bytes per second.
fn format(file: &mut impl Read, size: u32) -> io::Result<u32> {
    if size < 16 {
        return wrong("has a broken format");
    }
    let kind = u16::from_le_bytes(array(file)?);
    let channels = u16::from_le_bytes(array(file)?);
    let samples_per_second = number(file)?;
    let bytes_per_second = number(file)?;
    // PCM, A-law and µ-law: what telephones play without a codec of their own.
    if !matches!(kind, 1 | 6 | 7) {
        return wrong("is neither PCM, A-law nor µ-law");
    }
    if !matches!(channels, 1 | 2) || !(8_000..=48_000).contains(&samples_per_second) {
        return wrong("must have one or two channels of 8,000 to 48,000 samples a second");
    }
    if bytes_per_second == 0 {
        return wrong("has a broken format");
    }
    Ok(bytes_per_second)
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
        read(&mut Cursor::new(bytes)).map_err(|error| error.to_string())
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
