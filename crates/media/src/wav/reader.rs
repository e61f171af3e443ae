//! Reads a file's sound as one channel of 16 bit samples.

use super::format::Format;
use super::riff::{self, Head};
use super::{Container, Error};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::time::Duration;

/// Reads the sound of a WAV or AVI file: PCM of 8, 16, 24 or 32 bits, A-law, mu-law, floating point
/// of 32 or 64 bits, any number of channels up to [`super::MAX_CHANNELS`], which are mixed evenly.
///
/// It is patient with what is common: unknown chunks in any order, sizes that a program left at 0 or
/// at the largest number because it did not know them, and files that were cut off, whose sound
/// ends where they do. It allocates nothing.
#[derive(Debug)]
pub struct Reader<R> {
    file: R,
    head: Head,
    frames: Option<u64>,
    /// How many bytes of the piece that is being read are still in the file.
    left: u64,
    /// Where the piece ends, for the next one of an AVI file.
    end: u64,
    buffer: [u8; 4096],
    /// Which part of the buffer is still to be read.
    from: usize,
    to: usize,
}

impl<R: Read + Seek> Reader<R> {
    /// Looks into a file, wherever in it the reader stands, and goes to its sound.
    ///
    /// # Errors
    /// [`Error`] says why it cannot be played.
    pub fn new(mut file: R) -> Result<Self, Error> {
        let head = riff::open(&mut file)?;
        let mut reader = Self {
            file,
            head,
            frames: None,
            left: 0,
            end: 0,
            buffer: [0; 4096],
            from: 0,
            to: 0,
        };
        reader.frames = match head.container {
            Container::Wave => Some(head.length / reader.frame_bytes()),
            Container::Avi => reader.count_frames()?,
        };
        reader.rewind()?;
        Ok(reader)
    }

    fn frame_bytes(&self) -> u64 {
        self.head.format.frame_bytes() as u64
    }

    /// How the sound lies in the file.
    #[must_use]
    pub fn format(&self) -> &Format {
        &self.head.format
    }

    /// What the file is.
    #[must_use]
    pub fn container(&self) -> Container {
        self.head.container
    }

    /// Samples a second of what is read.
    #[must_use]
    pub fn rate(&self) -> u32 {
        self.head.format.rate
    }

    /// How many samples can be read in all; `None` where only reading would tell (an AVI file of
    /// very many pieces that was not finished).
    #[must_use]
    pub fn frames(&self) -> Option<u64> {
        self.frames
    }

    /// How long it plays.
    #[must_use]
    pub fn duration(&self) -> Option<Duration> {
        let rate = u64::from(self.rate().max(1));
        let frames = self.frames?;
        let rest = frames % rate * 1_000_000_000 / rate;
        Some(Duration::from_secs(frames / rate) + Duration::from_nanos(rest))
    }

    /// Whether the file says that it has more sound than there is in it. It plays what there is.
    #[must_use]
    pub fn is_cut_short(&self) -> bool {
        self.head.cut_short
    }

    /// Reads the next samples, at [`Self::rate`]. Returns how many there are: fewer than asked for
    /// at the end of the sound, and 0 from then on.
    ///
    /// # Errors
    /// [`Error::Io`] if the file cannot be read. What was read before is lost; it may be tried again.
    pub fn read(&mut self, out: &mut [i16]) -> Result<usize, Error> {
        let size = self.head.format.frame_bytes();
        let mut made = 0;
        loop {
            let bytes = self.buffer.get(self.from..self.to).unwrap_or(&[]);
            let frames = bytes.chunks_exact(size.max(1));
            let slots = out.get_mut(made..).unwrap_or(&mut []);
            let mut count = 0;
            for (slot, frame) in slots.iter_mut().zip(frames) {
                *slot = self.head.format.mixed(frame);
                count += 1;
            }
            made += count;
            self.from += count * size;
            if made >= out.len() || !self.refill()? {
                return Ok(made);
            }
        }
    }

    /// Begins anew.
    ///
    /// # Errors
    /// [`Error::Io`] if the file cannot be sought in.
    pub fn rewind(&mut self) -> Result<(), Error> {
        (self.from, self.to) = (0, 0);
        (self.left, self.end) = match self.head.container {
            Container::Wave => (self.head.length, 0),
            Container::Avi => (0, self.head.start),
        };
        self.file.seek(SeekFrom::Start(self.head.start))?;
        Ok(())
    }

    /// Gives the file back.
    pub fn into_inner(self) -> R {
        self.file
    }

    /// Reads more behind what is left in the buffer, which is less than a frame. Returns whether
    /// there was more.
    fn refill(&mut self) -> Result<bool, Error> {
        if self.left == 0 && !self.next_piece()? {
            return Ok(false);
        }
        self.buffer.copy_within(self.from..self.to, 0);
        (self.from, self.to) = (0, self.to - self.from);
        let room = self.buffer.get_mut(self.to..).unwrap_or(&mut []);
        let wanted = usize::try_from(self.left).map_or(room.len(), |left| left.min(room.len()));
        let room = room.get_mut(..wanted).unwrap_or(&mut []);
        loop {
            match self.file.read(room) {
                Ok(0) => {
                    // It has become shorter than it was.
                    self.left = 0;
                    return Ok(false);
                }
                Ok(count) => {
                    self.to += count;
                    self.left = self.left.saturating_sub(count as u64);
                    return Ok(true);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Goes to the next piece of an AVI file's sound.
    fn next_piece(&mut self) -> Result<bool, Error> {
        if self.head.container == Container::Wave {
            return Ok(false);
        }
        let Some((start, length, cut)) = riff::next_piece(&mut self.file, &self.head, self.end)?
        else {
            return Ok(false);
        };
        self.head.cut_short |= cut;
        self.left = length;
        self.end = start + length + length % 2;
        Ok(length > 0)
    }

    /// Counts the frames of an AVI file, where it does not say how many there are.
    fn count_frames(&mut self) -> Result<Option<u64>, Error> {
        /// Some half an hour of the smallest pieces that are common.
        const MOST: usize = 100_000;
        let told = u64::from(self.head.told_frames);
        if told > 0 && told * self.frame_bytes() <= self.head.length {
            return Ok(Some(told));
        }
        let (mut at, mut bytes) = (self.head.start, 0);
        for _ in 0..MOST {
            match riff::next_piece(&mut self.file, &self.head, at)? {
                None => return Ok(Some(bytes / self.frame_bytes())),
                Some((start, length, _)) => {
                    bytes += length;
                    at = start + length + length % 2;
                }
            }
        }
        Ok(None)
    }
}
