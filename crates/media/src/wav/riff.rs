//! What stands before the sound of a file: the chunks of RIFF, walked until the sound is found.

use super::format::{Format, number};
use super::{Container, Error};
use std::io::{ErrorKind, Read, Seek, SeekFrom};

/// How many chunks may stand before the sound, or between two pieces of it. A file made to be walked
/// through for ever has more.
const MOST_CHUNKS: usize = 100_000;

/// The sizes that stand for "to the end" in a file that was written as it came. Some programs leave
/// a little room below two gigabytes.
const ENDLESS: u32 = u32::MAX;
const NEARLY_ENDLESS: u32 = 0x7fff_f000;

/// What is known of a file before its sound is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub container: Container,
    pub format: Format,
    /// Where the sound begins: of AVI, the first chunk that may have some.
    pub start: u64,
    /// How many bytes of sound there are in a WAV file; of an AVI file, where it ends.
    pub length: u64,
    /// Whether there should have been more.
    pub cut_short: bool,
    /// The name of the chunks that an AVI file's sound lies in.
    pub name: [u8; 4],
    /// How many frames an AVI file says that it has; 0 where it does not.
    pub told_frames: u32,
}

/// A chunk's name and size.
#[derive(Clone, Copy, Debug)]
struct Chunk {
    name: [u8; 4],
    size: u32,
    /// Where its content begins.
    start: u64,
}

impl Chunk {
    /// Where the next one begins: chunks are padded to an even length.
    fn next(&self) -> u64 {
        self.start + u64::from(self.size) + u64::from(self.size % 2)
    }

    /// Reads the chunk that begins at a place; `None` where there is none any more.
    fn read(file: &mut (impl Read + Seek), at: u64) -> Result<Option<Self>, Error> {
        file.seek(SeekFrom::Start(at))?;
        let mut head = [0; 8];
        if fill(file, &mut head)? < head.len() {
            return Ok(None);
        }
        Ok(Some(Self {
            name: number(&head, 0)?,
            size: u32::from_le_bytes(number(&head, 4)?),
            start: at + 8,
        }))
    }

    /// The beginning of its content, as far as there is some and it fits.
    fn content<'a>(
        &self,
        file: &mut impl Read,
        buffer: &'a mut [u8; 64],
    ) -> Result<&'a [u8], Error> {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let wanted = buffer.len().min(size);
        let filled = fill(file, buffer.get_mut(..wanted).unwrap_or(&mut []))?;
        Ok(buffer.get(..filled).unwrap_or(&[]))
    }
}

/// Reads until the buffer is full or there is no more.
pub(super) fn fill(file: &mut impl Read, buffer: &mut [u8]) -> Result<usize, Error> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(filled)
}

/// Looks for the sound.
pub(super) fn open(file: &mut (impl Read + Seek)) -> Result<Head, Error> {
    let end = file.seek(SeekFrom::End(0))?;
    let first = Chunk::read(file, 0)?.ok_or(Error::NotWave)?;
    let mut kind = [0; 4];
    fill(file, &mut kind)?;
    match (&first.name, &kind) {
        (b"RIFF" | b"RF64" | b"BW64", b"WAVE") => wave(file, first.size, end),
        (b"RIFF", b"AVI ") => avi(file, end),
        _ => Err(Error::NotWave),
    }
}

fn wave(file: &mut (impl Read + Seek), whole: u32, end: u64) -> Result<Head, Error> {
    let (mut format, mut data, mut large) = (None, None, None);
    let mut at = 12;
    for _ in 0..MOST_CHUNKS {
        let Some(chunk) = Chunk::read(file, at)? else {
            break;
        };
        let mut buffer = [0; 64];
        match &chunk.name {
            b"fmt " => format = Some(Format::parse(chunk.content(file, &mut buffer)?)?),
            // The sizes of a file beyond four gigabytes (EBU Tech 3306).
            b"ds64" => {
                let content = chunk.content(file, &mut buffer)?;
                large = Some(u64::from_le_bytes(number(content, 8)?));
            }
            b"data" if data.is_none() => data = Some(chunk),
            _ => {}
        }
        if format.is_some() && data.is_some() {
            break;
        }
        at = chunk.next();
    }
    let (Some(format), Some(data)) = (format, data) else {
        return Err(Error::NoSound);
    };
    let there = end.saturating_sub(data.start);
    // Whoever wrote it never came to say how much it is.
    let unfinished = data.size == 0 && (whole == ENDLESS || u64::from(whole) + 8 <= data.start);
    let told = match data.size {
        ENDLESS => large.unwrap_or(there),
        NEARLY_ENDLESS.. if u64::from(data.size) > there => there,
        _ if unfinished => there,
        size => u64::from(size),
    };
    Ok(Head {
        container: Container::Wave,
        format,
        start: data.start,
        length: told.min(there),
        cut_short: told > there,
        name: data.name,
        told_frames: 0,
    })
}

/// Walks through an AVI file as if its lists were not there, so that their sizes, which are right
/// only when a file was finished, do not matter.
fn avi(file: &mut (impl Read + Seek), end: u64) -> Result<Head, Error> {
    let (mut streams, mut is_sound, mut told_frames, mut found) = (0_u8, false, 0, None);
    let mut at = 12;
    for _ in 0..MOST_CHUNKS {
        let Some(chunk) = Chunk::read(file, at)? else {
            break;
        };
        let mut buffer = [0; 64];
        let content = chunk.content(file, &mut buffer)?;
        at = chunk.next();
        match &chunk.name {
            b"LIST" | b"RIFF" => {
                at = chunk.start + 4;
                if content.starts_with(b"movi") {
                    break;
                }
            }
            b"strh" => {
                is_sound = content.starts_with(b"auds") && found.is_none();
                if is_sound {
                    told_frames = u32::from_le_bytes(number(content, 32)?);
                }
                streams = streams.saturating_add(1);
            }
            b"strf" if is_sound => {
                is_sound = false;
                found = Some((Format::parse(content)?, streams.saturating_sub(1)));
            }
            _ => {}
        }
    }
    let (format, stream) = found.ok_or(Error::NoSound)?;
    Ok(Head {
        container: Container::Avi,
        format,
        start: at,
        length: end,
        cut_short: false,
        name: [b'0' + stream / 10 % 10, b'0' + stream % 10, b'w', b'b'],
        told_frames,
    })
}

/// The next piece of an AVI file's sound from a place on: where it begins and how long it is, and
/// whether there should have been more of it. Leaves the file at its beginning.
pub(super) fn next_piece(
    file: &mut (impl Read + Seek),
    head: &Head,
    mut at: u64,
) -> Result<Option<(u64, u64, bool)>, Error> {
    for _ in 0..MOST_CHUNKS {
        let Some(chunk) = Chunk::read(file, at)? else {
            break;
        };
        if chunk.name == head.name && chunk.size > 0 {
            let there = head.length.saturating_sub(chunk.start);
            let size = u64::from(chunk.size);
            return Ok(Some((chunk.start, size.min(there), size > there)));
        }
        at = match &chunk.name {
            b"LIST" | b"RIFF" => chunk.start + 4,
            _ => chunk.next(),
        };
    }
    Ok(None)
}
