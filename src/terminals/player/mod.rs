//! Plays files into streams: a play list, one file after another without a gap.
//!
//! Several streams may hear one player, as when a file is played to both sides of a call. Each has
//! a *seat* of its own, with its own place in the sound, so that none depends on when another is
//! pulled. All of them begin together, and the end is told when all have had everything.

mod feed;
mod source;

pub(super) use feed::Feed;

use super::fault::{Change, Fault, Result};
use super::files::{self, Job};
use super::path::FilePath;
use crate::engine::{FileCause, FileState, LONGEST_FRAME};
use crate::shared::Shared;
use source::List;
use std::path::PathBuf;
use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::mix::{self, Gain};

/// So many streams can hear one player.
pub const MAX_SEATS: usize = 8;

/// Those that have not had everything may go on for so many frames after the first that has. A
/// stream that nobody pulls any more would hold up the end for ever.
const STRAGGLING: u32 = 10;

/// What became of a frame.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Played {
    /// Whether there was any sound for it. If not, the frame is as it was.
    pub sounded: bool,
    /// The player has come to its end, or to something that it cannot read.
    pub ended: Option<Change>,
}

/// A player of files.
pub struct Player {
    /// One at a time may start and arrange it; a disk may be waited for. Whatever a hang-up does
    /// (stop it, give a seat up) needs no turn.
    turn: Mutex<()>,
    /// Nothing is waited for while it is held.
    inside: Mutex<Inside>,
}

struct Inside {
    state: FileState,
    list: Option<Shared<List>>,
    gain: Gain,
    seats: [Option<Seat>; MAX_SEATS],
}

#[derive(Clone)]
struct Seat {
    key: u64,
    feed: Shared<Feed>,
    /// Whether it was pulled since the start.
    pulled: bool,
    /// How many frames were asked for after everything was played.
    after: u32,
}

impl Player {
    /// A player without files and without seats.
    pub fn try_new() -> Result<Shared<Self>> {
        Ok(Shared::try_new(Player {
            turn: Mutex::new(()),
            inside: Mutex::new(Inside {
                state: FileState::Idle,
                list: None,
                gain: Gain::default(),
                seats: [const { None }; MAX_SEATS],
            }),
        })?)
    }

    /// Says what is to be played. Each file is looked into at once; a relative name is relative to the
    /// working directory of now. Without any file there is nothing to play.
    ///
    /// # Errors
    /// The first file that is missing, cannot be read, or holds no sound that can be played; or the
    /// player runs or is paused.
    pub fn set_files(&self, files: &[PathBuf]) -> Result<()> {
        let _turn = lock(&self.turn);
        self.check_idle()?;
        let mut list = List::default();
        list.files.try_reserve_exact(files.len())?;
        for file in files {
            let file = FilePath::try_new(file)?;
            source::look_into(&file)?;
            list.files.push(file);
        }
        let list = match list.files.is_empty() {
            true => None,
            false => Some(Shared::try_new(list)?),
        };
        let before = std::mem::replace(&mut lock(&self.inside).list, list);
        drop(before);
        Ok(())
    }

    fn check_idle(&self) -> Result<()> {
        match self.state() {
            FileState::Idle => Ok(()),
            _ => Err(Fault::wrong_state("The player must be stopped first.")),
        }
    }

    /// Whether there is anything to play.
    pub fn has_files(&self) -> bool {
        lock(&self.inside).list.is_some()
    }

    /// How loud: 0 to 0xFFFF, as ITBasicAudioTerminal::put_Volume has it; the latter at first.
    pub fn set_volume(&self, volume: u16) {
        let gain = Gain::new(volume);
        lock(&self.inside).gain = gain;
    }

    /// What was set.
    pub fn volume(&self) -> u16 {
        lock(&self.inside).gain.volume()
    }

    /// Makes a seat for a stream: reserves what it needs. `key` is whatever tells the stream from
    /// others; `rate` is what it will probably be pulled at, or 0. A seat that is made while the
    /// player runs begins where the others are.
    ///
    /// # Errors
    /// No memory; too many seats.
    pub fn prepare(&self, key: u64, rate: u32) -> Result<()> {
        let _turn = lock(&self.turn);
        if lock(&self.inside)
            .seats
            .iter()
            .flatten()
            .any(|seat| seat.key == key)
        {
            return Ok(());
        }
        let feed = Feed::try_new(rate)?;
        let mut inside = lock(&self.inside);
        let (state, list) = (inside.state, inside.list.clone());
        let others = inside.seats.iter().flatten().next();
        let place = others.map_or((0, 1), |seat| seat.feed.place());
        let Some(free) = inside.seats.iter_mut().find(|seat| seat.is_none()) else {
            return Err(Fault::too_many(
                "The player plays to as many streams as it can.",
            ));
        };
        *free = Some(Seat {
            key,
            feed: feed.clone(),
            pulled: false,
            after: 0,
        });
        let runs = matches!(state, FileState::Active | FileState::Paused);
        let Some(list) = list.filter(|_| runs) else {
            return Ok(());
        };
        feed.begin(list, place);
        drop(inside);
        let added = files::add(Job::Plays(feed));
        if added.is_err() {
            self.release(key);
        }
        added
    }

    /// Gives a seat up, with all that was reserved for it. Waits for no disk.
    pub fn release(&self, key: u64) {
        let mut inside = lock(&self.inside);
        let mut seats = inside.seats.iter_mut();
        let seat = seats.find(|seat| seat.as_ref().is_some_and(|seat| seat.key == key));
        let gone = seat.and_then(Option::take);
        drop(inside);
        if let Some(gone) = gone {
            gone.feed.end();
        }
    }

    /// What it does.
    pub fn state(&self) -> FileState {
        lock(&self.inside).state
    }

    /// Begins at the beginning, or goes on after a pause. The beginning is read before this returns;
    /// what fits into a quarter of a second needs no disk later. Returns what has changed, which is
    /// nothing if it runs already.
    ///
    /// # Errors
    /// There is nothing to play, the first file cannot be read, or no memory. Nothing was begun then.
    pub fn start(&self) -> Result<Option<Change>> {
        let _turn = lock(&self.turn);
        let mut inside = lock(&self.inside);
        match inside.state {
            FileState::Active => return Ok(None),
            FileState::Paused => {
                inside.state = FileState::Active;
                return Ok(Some(Change::normal(FileState::Active)));
            }
            FileState::Idle => {}
        }
        let Some(list) = inside.list.clone() else {
            return Err(Fault::wrong_state("There is no file to play."));
        };
        for seat in inside.seats.iter_mut().flatten() {
            (seat.pulled, seat.after) = (false, 0);
        }
        let feeds: [Option<Shared<Feed>>; MAX_SEATS] =
            std::array::from_fn(|at| Some(inside.seats.get(at)?.as_ref()?.feed.clone()));
        // While the seats are locked: one that is given up from here on ends what is begun.
        for feed in feeds.iter().flatten() {
            feed.begin(list.clone(), (0, 1));
        }
        drop(inside);
        if let Err(fault) = read_ahead(feeds.iter().flatten()) {
            feeds.iter().flatten().for_each(|feed| feed.end());
            return Err(fault);
        }
        lock(&self.inside).state = FileState::Active;
        Ok(Some(Change::normal(FileState::Active)))
    }

    /// Stands still, and keeps its place. Returns what has changed.
    ///
    /// # Errors
    /// It does not run.
    pub fn pause(&self) -> Result<Option<Change>> {
        let mut inside = lock(&self.inside);
        match inside.state {
            FileState::Active => {
                inside.state = FileState::Paused;
                Ok(Some(Change::normal(FileState::Paused)))
            }
            FileState::Paused => Ok(None),
            FileState::Idle => Err(Fault::wrong_state("The player does not run.")),
        }
    }

    /// Ends, and goes back to the beginning. Waits for no disk. Returns what has changed.
    pub fn stop(&self) -> Option<Change> {
        let mut inside = lock(&self.inside);
        if inside.state == FileState::Idle {
            return None;
        }
        inside.become_idle();
        Some(Change::normal(FileState::Idle))
    }

    /// Adds the next 20 ms of sound to a frame, for the stream with this seat. Takes no memory and
    /// waits for nobody: what was not read in time is left out, and what was left out is said later.
    ///
    /// The end is told when the last sample was sent: by the frame after the one that took it.
    pub fn play(&self, key: u64, rate: u32, frame: &mut [i16]) -> Played {
        let mut inside = lock(&self.inside);
        let (state, gain) = (inside.state, inside.gain);
        let mut seats = inside.seats.iter_mut().flatten();
        let Some(seat) = seats.find(|seat| seat.key == key) else {
            return Played::default();
        };
        if state != FileState::Active {
            // So that the beginning is read at the right rate.
            seat.feed.expect(rate);
            return Played::default();
        }
        seat.pulled = true;
        let mut sound = [0; LONGEST_FRAME];
        let wanted = frame.len().min(sound.len());
        let sound = sound.get_mut(..wanted).unwrap_or(&mut []);
        let taken = seat.feed.take(rate, sound);
        let sound = sound.get_mut(..taken.count).unwrap_or(&mut []);
        gain.apply(sound);
        mix::add(frame, sound);
        let mut ended = None;
        if taken.over && taken.count == 0 {
            seat.after += 1;
            let waits = |seat: &Seat| seat.pulled && seat.after == 0;
            if seat.after > STRAGGLING || !inside.seats.iter().flatten().any(waits) {
                ended = Some(inside.end());
            }
        }
        Played {
            sounded: taken.count > 0,
            ended,
        }
    }
}

/// Reads the beginning for each of them, and has the rest read in time.
fn read_ahead<'a>(feeds: impl Iterator<Item = &'a Shared<Feed>>) -> Result<()> {
    for feed in feeds {
        feed.fill();
        if let Some(fault) = feed.failed_at_once() {
            return Err(fault);
        }
        files::add(Job::Plays(feed.clone()))?;
    }
    Ok(())
}

impl Drop for Player {
    /// Whoever let go of it does not want to hear the rest.
    fn drop(&mut self) {
        self.stop();
    }
}

impl Inside {
    fn become_idle(&mut self) {
        self.state = FileState::Idle;
        for seat in self.seats.iter().flatten() {
            seat.feed.end();
        }
    }

    /// All was played, or nothing more can be read.
    fn end(&mut self) -> Change {
        let fault = (self.seats.iter().flatten()).find_map(|seat| seat.feed.fault());
        self.become_idle();
        Change {
            state: FileState::Idle,
            cause: match fault {
                Some(_) => FileCause::ReadError,
                None => FileCause::EndOfFile,
            },
            fault,
        }
    }
}

#[cfg(test)]
mod tests;
