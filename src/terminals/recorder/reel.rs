//! The file thread's side of a recording: takes what was heard, brings it to the file's rate and
//! beside what others said at the time, and writes it.

use super::super::fault::{Fault, Result};
use super::super::path::FilePath;
use super::claim::Claim;
use super::lane::{Mark, Popped, microseconds};
use super::tape::Desk;
use super::{Layout, MAX_TRACKS, Recording};
use crate::shared::Shared;
use std::fs::File;
use std::sync::Mutex;
use std::time::Instant;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::mix;
use tapi3_media::resample::Resampler;
use tapi3_media::wav::{self, Container, Spec, Writer};

/// The rate of a file in which nothing was heard.
const USUAL_RATE: u32 = 8_000;
/// A stream that is silent for so long is not waited for, in microseconds.
const PATIENCE: u64 = 100_000;
/// How many samples wait of each track, at the file's rate.
const QUEUE: usize = 320;

#[derive(Default)]
pub(super) struct Reel {
    path: Option<Shared<FilePath>>,
    recording: Recording,
    /// Until it is known at which rate is written.
    file: Option<File>,
    writer: Option<Writer<File>>,
    /// Nobody else records into the file.
    claim: Option<Claim>,
    /// As many as there were lanes so far.
    tracks: Vec<Track>,
    next: Option<Instant>,
    /// The file tells less than is in it.
    dirty: bool,
}

/// A track's samples at the file's rate.
pub(super) struct Track {
    /// Whose they are.
    key: u64,
    rate: u32,
    resampler: Option<Resampler>,
    /// Silence that comes next, in samples.
    gap: u64,
    queue: [i16; QUEUE],
    length: usize,
}

impl Default for Track {
    fn default() -> Self {
        Track {
            key: 0,
            rate: 0,
            resampler: None,
            gap: 0,
            queue: [0; QUEUE],
            length: 0,
        }
    }
}

impl Reel {
    /// Begins with a file, which is emptied at the latest when it is written.
    pub fn begin(
        &mut self,
        path: Shared<FilePath>,
        (file, claim): (File, Option<Claim>),
        recording: Recording,
    ) {
        *self = Reel {
            path: Some(path),
            recording,
            file: Some(file),
            claim,
            ..Reel::default()
        };
    }

    /// The rate of the file, if it is known.
    pub fn rate(&self) -> Option<u32> {
        Some(self.writer.as_ref()?.spec().rate)
    }

    /// Writes what was heard, as far as it is known what others said at the same time; or `all`.
    pub fn write(&mut self, desk: &Mutex<Desk>, all: bool) -> Result<()> {
        let written = self.write_what_is_there(desk, all);
        if written.is_err() {
            // What is in the file is to be found at least.
            if let Some(Err(error)) = self.writer.as_mut().map(Writer::sync) {
                tracing::debug!("a broken recording keeps the sizes it had: {error}");
            }
        }
        written
    }

    fn write_what_is_there(&mut self, desk: &Mutex<Desk>, all: bool) -> Result<()> {
        loop {
            for place in 0..MAX_TRACKS {
                self.fill(place, desk)?;
            }
            let count = match self.how_many(&mut lock(desk), all) {
                Some(0) => return Ok(()),
                Some(count) => count,
                // Something has come meanwhile.
                None => continue,
            };
            self.write_mixed(count)?;
        }
    }

    /// How many samples can be written now. None if it is to be looked again.
    fn how_many(&self, desk: &mut Desk, all: bool) -> Option<usize> {
        let rate = self.rate().unwrap_or(USUAL_RATE);
        let (mut shortest, mut longest, mut waiting) = (usize::MAX, 0, 0);
        for (track, place) in self.tracks.iter().zip(&mut desk.lanes) {
            let Some(lane) = place else { continue };
            lane.taken = microseconds(track.length, rate) + track.gap_microseconds(rate);
            if lane.closed && lane.is_empty() && track.length == 0 {
                continue;
            }
            shortest = shortest.min(track.length);
            longest = longest.max(track.length);
            waiting = waiting.max(lane.backlog());
        }
        if longest == 0 {
            return Some(0);
        }
        if shortest > 0 {
            return Some(shortest);
        }
        if !all && waiting <= PATIENCE {
            return Some(0);
        }
        for (track, place) in self.tracks.iter().zip(&mut desk.lanes) {
            let Some(lane) = place else { continue };
            if track.length == 0 && !lane.is_empty() {
                return None;
            }
            lane.starved |= track.length == 0;
        }
        Some(longest)
    }

    /// Takes as much from a lane as its track has room for.
    fn fill(&mut self, place: usize, desk: &Mutex<Desk>) -> Result<()> {
        let mut piece = [0; QUEUE];
        loop {
            let rate = self.rate().unwrap_or(USUAL_RATE);
            let Some(track) = self.tracks.get_mut(place) else {
                // Nothing was taken of it yet, so nothing is lost.
                if lock(desk).lanes.get(place).is_none_or(Option::is_none) {
                    return Ok(());
                }
                self.tracks
                    .try_reserve_exact(place + 1 - self.tracks.len())?;
                self.tracks.resize_with(place + 1, Track::default);
                continue;
            };
            let wanted = track.wants(rate);
            let popped = {
                let mut desk = lock(desk);
                let Some(lane) = desk.lanes.get_mut(place).and_then(Option::as_mut) else {
                    return Ok(());
                };
                if track.key != lane.key {
                    *track = Track {
                        key: lane.key,
                        ..Track::default()
                    };
                }
                // Behind silence that has no room yet nothing has.
                match track.gap {
                    0 => lane.pop(piece.get_mut(..wanted).unwrap_or(&mut [])),
                    _ => Popped::Nothing,
                }
            };
            match popped {
                Popped::Nothing => return Ok(()),
                Popped::Mark(Mark::Rate(from)) => self.change_rate(place, from)?,
                Popped::Mark(Mark::Gap(time)) => {
                    let gap = u128::from(time) * u128::from(rate) / 1_000_000;
                    track.gap = u64::try_from(gap).unwrap_or(u64::MAX);
                    track.fill_gap();
                }
                Popped::Samples(count) => track.put(piece.get(..count).unwrap_or(&[])),
            }
        }
    }

    /// A track has another rate from here on. The first that any has may be the file's.
    fn change_rate(&mut self, place: usize, from: u32) -> Result<()> {
        if self.writer.is_none() {
            self.open(from)?;
        }
        let to = self.rate().unwrap_or(from);
        let Some(track) = self.tracks.get_mut(place) else {
            return Ok(());
        };
        track.rate = from;
        track.resampler = match from == to {
            true => None,
            false => match Resampler::try_new(from, to) {
                Ok(resampler) => Some(resampler),
                Err(_) => return Err(crate::shared::OutOfMemory.into()),
            },
        };
        Ok(())
    }

    fn open(&mut self, heard: u32) -> Result<()> {
        let Some((path, file)) = self.path.clone().zip(self.file.take()) else {
            return Err(Fault::wrong_state("There is no file to record into."));
        };
        let spec = Spec {
            container: match path.has_extension("avi") {
                true => Container::Avi,
                false => Container::Wave,
            },
            coding: self.recording.coding,
            rate: match self.recording.rate {
                0 => heard,
                rate => rate,
            },
            channels: match self.recording.layout {
                Layout::Mixed => 1,
                Layout::Stereo => 2,
            },
        };
        if self.claim.is_some() {
            let emptied = file.set_len(0);
            emptied.map_err(|error| Fault::system(path.as_path(), &error))?;
        }
        match Writer::new(file, spec) {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => return Err(Fault::sound(path.as_path(), &error)),
        }
        Ok(())
    }

    fn write_mixed(&mut self, count: usize) -> Result<()> {
        let mut frames = [0_i16; 2 * QUEUE];
        let stereo = self.recording.layout == Layout::Stereo;
        for (place, track) in self.tracks.iter_mut().enumerate() {
            let count = count.min(track.length);
            let samples = track.queue.get(..count).unwrap_or(&[]);
            match stereo {
                true => {
                    for (frame, &sample) in frames.chunks_exact_mut(2).zip(samples) {
                        if let Some(side) = frame.get_mut(place % 2) {
                            *side = side.saturating_add(sample);
                        }
                    }
                }
                false => mix::add(&mut frames, samples),
            }
            track.drop(count);
        }
        let samples = match stereo {
            true => frames.get(..2 * count),
            false => frames.get(..count),
        };
        self.dirty = true;
        let writer = self.writer.as_mut();
        let written = writer.map(|writer| writer.write(samples.unwrap_or(&[])));
        self.tell(written.unwrap_or(Ok(())))
    }

    /// When it is to be written again at the latest.
    pub fn next(&self) -> Option<Instant> {
        self.next
    }

    /// Brings the sizes in the file up to date, until the next time.
    pub fn sync(&mut self, next: Instant) -> Result<()> {
        self.next = Some(next);
        match std::mem::replace(&mut self.dirty, false) {
            true => {
                let synced = self.writer.as_mut().map_or(Ok(()), Writer::sync);
                self.tell(synced)
            }
            false => Ok(()),
        }
    }

    /// Completes the file; one that `keeps` what was in it is left alone if nothing was heard.
    pub fn finish(&mut self, keeps: bool) -> Result<()> {
        if self.writer.is_none() {
            if keeps {
                return Ok(());
            }
            self.open(USUAL_RATE)?;
        }
        let finished = self.writer.take().map(Writer::finish);
        self.tell(finished.map_or(Ok(()), |finished| finished.map(drop)))
    }

    fn tell(&self, done: std::result::Result<(), wav::Error>) -> Result<()> {
        match (done, &self.path) {
            (Err(error), Some(path)) => Err(Fault::sound(path.as_path(), &error)),
            _ => Ok(()),
        }
    }
}

impl Track {
    fn room(&self) -> usize {
        QUEUE - self.length
    }

    /// How many samples have room when they are converted to this rate.
    fn wants(&self, to: u32) -> usize {
        let wanted = self.room() as u64 * u64::from(self.rate) / u64::from(to.max(1));
        // None of them can wait outside, so one is given away for the conversion's sake.
        let wanted = match self.resampler {
            Some(_) => wanted.saturating_sub(1),
            None => wanted,
        };
        usize::try_from(wanted).map_or(QUEUE, |wanted| wanted.min(QUEUE))
    }

    fn put(&mut self, samples: &[i16]) {
        let room = self.queue.get_mut(self.length..).unwrap_or(&mut []);
        self.length += match &mut self.resampler {
            Some(resampler) => resampler.process(samples, room).given,
            None => {
                let count = samples.len().min(room.len());
                for (to, from) in room.iter_mut().zip(samples) {
                    *to = *from;
                }
                count
            }
        };
    }

    fn fill_gap(&mut self) {
        let room = self.queue.get_mut(self.length..).unwrap_or(&mut []);
        let count = usize::try_from(self.gap).map_or(room.len(), |gap| gap.min(room.len()));
        if let Some(room) = room.get_mut(..count) {
            room.fill(0);
        }
        self.length += count;
        self.gap -= count as u64;
    }

    fn gap_microseconds(&self, rate: u32) -> u64 {
        self.gap.saturating_mul(1_000_000) / u64::from(rate.max(1))
    }

    /// The first samples were written.
    fn drop(&mut self, count: usize) {
        self.queue.copy_within(count..self.length, 0);
        self.length -= count;
        self.fill_gap();
    }
}
