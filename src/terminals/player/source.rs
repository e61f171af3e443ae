//! The sound of a play list, at the rate that is wanted: file after file, opened when its turn comes.

use super::super::fault::{Fault, Result};
use super::super::files::UNKNOWN;
use super::super::path::{FilePath, disk_of};
use crate::shared::Shared;
use std::fs::File;
use tapi3_media::resample::{self, Resampler};
use tapi3_media::wav::{self, Container, Reader};

/// How many samples of a file are converted at once.
const PIECE: usize = 160;

/// A play list.
#[derive(Debug, Default)]
pub(in super::super) struct List {
    pub files: Vec<FilePath>,
}

/// Looks whether a file can be played.
pub(super) fn look_into(path: &FilePath) -> Result<()> {
    Open::try_new(path, 0).map(drop)
}

/// A place in a sound at another rate.
pub(super) fn convert(samples: u64, from: u32, to: u32) -> u64 {
    let samples = u128::from(samples) * u128::from(to) / u128::from(from.max(1));
    u64::try_from(samples).unwrap_or(u64::MAX)
}

/// Where samples come from.
#[derive(Default)]
pub(super) struct Source {
    /// Which order of things it follows; none if it was closed.
    pub number: Option<u64>,
    list: Option<Shared<List>>,
    /// The rate that is wanted.
    rate: u32,
    /// Which file is being read, or is next if none is open.
    at: usize,
    open: Option<Open>,
}

impl Source {
    /// Goes to a place in the list: so many samples at `rate` from its beginning.
    pub fn go_to(
        &mut self,
        number: u64,
        list: Shared<List>,
        rate: u32,
        mut place: u64,
    ) -> Result<()> {
        self.close();
        (self.number, self.list, self.rate) = (Some(number), Some(list), rate);
        while place > 0 {
            let Some(mut open) = self.open_next()? else {
                break;
            };
            let own_rate = open.reader.rate();
            let wanted = convert(place, rate, own_rate);
            let skipped = open.skip(wanted).map_err(|trouble| self.tell(trouble))?;
            if skipped == wanted {
                self.open = Some(open);
                break;
            }
            self.at += 1;
            place = place.saturating_sub(convert(skipped, own_rate, rate));
        }
        Ok(())
    }

    /// Closes what is open.
    pub fn close(&mut self) {
        *self = Source::default();
    }

    /// Reads the next samples. Returns how many there are: perhaps less than asked for, and 0 at the
    /// end of the list.
    pub fn read(&mut self, out: &mut [i16]) -> Result<usize> {
        loop {
            if let Some(open) = &mut self.open {
                match open.read(out) {
                    Ok(0) => {
                        self.open = None;
                        self.at += 1;
                    }
                    Ok(count) => return Ok(count),
                    Err(trouble) => return Err(self.tell(trouble)),
                }
            }
            self.open = self.open_next()?;
            if self.open.is_none() {
                return Ok(0);
            }
        }
    }

    /// The number of the disk that what is open is on.
    pub fn disk(&self) -> u64 {
        self.open.as_ref().map_or(UNKNOWN, |open| open.disk)
    }

    fn path(&self) -> Option<&FilePath> {
        self.list.as_ref()?.files.get(self.at)
    }

    fn open_next(&self) -> Result<Option<Open>> {
        let path = self.path();
        path.map(|path| Open::try_new(path, self.rate)).transpose()
    }

    fn tell(&self, trouble: Trouble) -> Fault {
        match self.path() {
            Some(path) => trouble.told(path),
            None => Fault::invalid("The play list is at its end."),
        }
    }
}

/// What is wrong with a file.
enum Trouble {
    Sound(wav::Error),
    Rate(resample::Error),
    Shorter,
}

impl Trouble {
    fn told(self, path: &FilePath) -> Fault {
        let path = path.as_path();
        match self {
            Trouble::Sound(error) => Fault::sound(path, &error),
            Trouble::Rate(resample::Error::OutOfMemory) => crate::shared::OutOfMemory.into(),
            Trouble::Rate(resample::Error::Rate(_)) => {
                Fault::content(path, "cannot be played at the rate of the call")
            }
            Trouble::Shorter => Fault::content(path, "became shorter while it was played"),
        }
    }
}

/// A file that is being read.
struct Open {
    reader: Reader<File>,
    disk: u64,
    /// How many of its own samples were read, and how many there must be.
    read: u64,
    expected: u64,
    converter: Option<Converter>,
}

/// From the file's rate to the one that is wanted.
struct Converter {
    resampler: Resampler,
    piece: [i16; PIECE],
    /// Which part of the piece is still to be converted.
    from: usize,
    to: usize,
    /// How many samples of the output are the filter's delay, and are left out.
    early: usize,
    /// How many zeros the filter needs behind the file, so that its end comes out.
    late: usize,
}

impl Open {
    /// Opens a file, to be read at this rate; 0 is its own.
    fn try_new(path: &FilePath, rate: u32) -> Result<Self> {
        let file = path.open()?;
        let disk = disk_of(&file);
        let reader = match Reader::new(file) {
            Ok(reader) => reader,
            Err(error) => return Err(Trouble::Sound(error).told(path)),
        };
        let own_rate = reader.rate();
        let converter = match rate == 0 || rate == own_rate {
            true => None,
            false => match Converter::try_new(own_rate, rate) {
                Ok(converter) => Some(converter),
                Err(error) => return Err(Trouble::Rate(error).told(path)),
            },
        };
        let expected = match reader.container() {
            Container::Wave => reader.frames().unwrap_or(0),
            // What such a file tells of its length is no promise.
            Container::Avi => 0,
        };
        Ok(Open {
            reader,
            disk,
            read: 0,
            expected,
            converter,
        })
    }

    /// Reads samples at the file's rate.
    fn read_own(&mut self, out: &mut [i16]) -> std::result::Result<usize, Trouble> {
        let count = self.reader.read(out).map_err(Trouble::Sound)?;
        self.read += count as u64;
        if count < out.len() && self.read < self.expected {
            return Err(Trouble::Shorter);
        }
        Ok(count)
    }

    /// Goes on by so many of the file's samples, or to its end. Returns how many there were.
    fn skip(&mut self, count: u64) -> std::result::Result<u64, Trouble> {
        let mut piece = [0; PIECE];
        let mut skipped = 0;
        while skipped < count {
            let wanted = usize::try_from(count - skipped).map_or(PIECE, |left| left.min(PIECE));
            match self.read_own(piece.get_mut(..wanted).unwrap_or(&mut []))? {
                0 => break,
                read => skipped += read as u64,
            }
        }
        Ok(skipped)
    }

    /// Reads samples at the rate that is wanted. Returns how many, and 0 at the end.
    fn read(&mut self, out: &mut [i16]) -> std::result::Result<usize, Trouble> {
        let Some(mut converter) = self.converter.take() else {
            return self.read_own(out);
        };
        let mut made = 0;
        loop {
            let room = out.get_mut(made..).unwrap_or(&mut []);
            if room.is_empty() {
                break;
            }
            made += converter.convert(room);
            if converter.from < converter.to || made == out.len() {
                continue;
            }
            let count = self.read_own(&mut converter.piece)?;
            if !converter.refilled(count) {
                break;
            }
        }
        self.converter = Some(converter);
        Ok(made)
    }
}

impl Converter {
    fn try_new(from: u32, to: u32) -> std::result::Result<Self, resample::Error> {
        let resampler = Resampler::try_new(from, to)?;
        let late = resampler.delay();
        // Rounded, so that files follow each other without a gap.
        let early = convert(2 * late as u64, from, to).div_ceil(2);
        Ok(Converter {
            resampler,
            piece: [0; PIECE],
            from: 0,
            to: 0,
            early: usize::try_from(early).unwrap_or(0),
            late,
        })
    }

    /// Converts what is left of the piece, as far as there is room. Returns how much it made.
    fn convert(&mut self, out: &mut [i16]) -> usize {
        loop {
            let piece = self.piece.get(self.from..self.to).unwrap_or(&[]);
            let early = self.early.min(out.len());
            let room = match early {
                0 => &mut *out,
                _ => out.get_mut(..early).unwrap_or(&mut []),
            };
            let done = self.resampler.process(piece, room);
            self.from += done.taken;
            if early == 0 {
                return done.given;
            }
            self.early -= done.given;
            if self.early > 0 && done.given == 0 {
                return 0;
            }
        }
    }

    /// So many samples are in the piece now; none is the end of the file. Returns whether there is
    /// anything to convert.
    fn refilled(&mut self, count: usize) -> bool {
        (self.from, self.to) = (0, count);
        if count == 0 {
            self.to = self.late.min(PIECE);
            self.late -= self.to;
            self.piece.fill(0);
        }
        self.to > 0
    }
}
