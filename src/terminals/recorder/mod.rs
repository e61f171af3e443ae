//! Records what streams carry into a file: one track for each stream that it hears, all of them
//! mixed into one channel, or in two.
//!
//! Whoever has a call's clock only lays samples down; the file thread writes them. The file's
//! sizes are kept up while it grows, so that it can be read at any moment, whatever becomes of the
//! process.

mod claim;
mod lane;
mod reel;
mod tape;

use tape::Paused;
pub(super) use tape::Tape;

use super::fault::{Change, Fault, Result};
use super::files::{self, Job};
use super::path::FilePath;
use crate::engine::{FileCause, FileState};
use crate::shared::Shared;
use std::path::Path;
use std::sync::Mutex;
use std::time::Duration;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::resample;
pub use tapi3_media::wav::Coding;

/// So many streams can be recorded into one file.
pub const MAX_TRACKS: usize = 4;

/// How several tracks share a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// They are added to each other, in one channel.
    #[default]
    Mixed,
    /// The first is left, the second right, and so on in turn. With one track the right is silent.
    Stereo,
}

/// What is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recording {
    /// How samples are written; 16 bit PCM at first.
    pub coding: Coding,
    /// Samples a second; 0 for those of the first frame that is heard.
    pub rate: u32,
    /// How several tracks share the file.
    pub layout: Layout,
}

/// A recorder into a file.
pub struct Recorder {
    /// One at a time may start and arrange it; a disk may be waited for. Whatever a hang-up does
    /// (stop it, give a track up) needs no turn.
    turn: Mutex<()>,
    tape: Shared<Tape>,
}

impl Recorder {
    /// A recorder without a file and without tracks.
    pub fn try_new() -> Result<Shared<Self>> {
        Ok(Shared::try_new(Recorder {
            turn: Mutex::new(()),
            tape: Shared::try_new(Tape::default())?,
        })?)
    }

    /// Says which file is recorded into; a relative name is relative to the working directory of
    /// now. It is made at once if it is not there; what was in it stays until the start. A name that
    /// ends with .avi makes an AVI file with one stream of sound, any other a WAV file.
    ///
    /// # Errors
    /// It cannot be made or written, or the recorder is not idle.
    pub fn set_file(&self, path: &Path) -> Result<()> {
        let _turn = lock(&self.turn);
        self.check_idle()?;
        let path = FilePath::try_new(path)?;
        drop(path.open_to_write()?);
        let path = Shared::try_new(path)?;
        self.tape.set_path(path);
        Ok(())
    }

    /// Whether it has a file.
    pub fn has_file(&self) -> bool {
        self.tape.has_path()
    }

    /// Says how it is written.
    ///
    /// # Errors
    /// The rate is not between 4,000 and 192,000, or the recorder is not idle.
    pub fn set_recording(&self, recording: Recording) -> Result<()> {
        let _turn = lock(&self.turn);
        self.check_idle()?;
        if recording.rate != 0 && !resample::RATES.contains(&recording.rate) {
            return Err(Fault::invalid(
                "A recording has between 4,000 and 192,000 samples a second.",
            ));
        }
        self.tape.set_recording(recording);
        Ok(())
    }

    /// How it is written. The rate is the file's, once that is known.
    pub fn recording(&self) -> Recording {
        self.tape.recording()
    }

    fn check_idle(&self) -> Result<()> {
        match self.state() {
            FileState::Idle => Ok(()),
            _ => Err(Fault::wrong_state("The recorder must be stopped first.")),
        }
    }

    /// Makes a track for a stream: reserves what it needs. `key` is whatever tells the stream from
    /// others; `rate` is what it will probably have, or 0.
    ///
    /// # Errors
    /// No memory; too many tracks.
    pub fn prepare(&self, key: u64, rate: u32) -> Result<()> {
        let _turn = lock(&self.turn);
        self.tape.add(key, rate)
    }

    /// Gives a track up. What it has heard is still written. Waits for no disk.
    pub fn release(&self, key: u64) {
        self.tape.remove(key);
    }

    /// What it does.
    pub fn state(&self) -> FileState {
        self.tape.state()
    }

    /// Begins the file anew, or goes on after a pause. Returns what has changed, which is nothing if
    /// it runs already.
    ///
    /// # Errors
    /// There is no file, it cannot be written, another recorder of this process writes it, or no
    /// memory.
    pub fn start(&self) -> Result<Option<Change>> {
        self.start_with(false)
    }

    /// As [`Recorder::start`], but what is in the file stays until there is something to record, or
    /// [`Recorder::replace`] is called.
    ///
    /// # Errors
    /// As for [`Recorder::start`].
    pub fn start_keeping(&self) -> Result<Option<Change>> {
        self.start_with(true)
    }

    /// What was in the file does not stay, even if nothing was heard. Waits for no disk.
    pub fn replace(&self) {
        self.tape.replace();
    }

    fn start_with(&self, keeps: bool) -> Result<Option<Change>> {
        let _turn = lock(&self.turn);
        match self.tape.pause(false) {
            Paused::Changed => return Ok(Some(Change::normal(FileState::Active))),
            Paused::Already => return Ok(None),
            Paused::Idle => {}
        }
        // What is still being written of the recording before would be lost.
        self.finish(PATIENCE);
        self.begin(keeps)?;
        if let Err(fault) = files::add(Job::Records(self.tape.clone())) {
            self.tape.give_up();
            return Err(fault);
        }
        Ok(Some(Change::normal(FileState::Active)))
    }

    /// Begins, as soon as another recorder that has ended is done with the file: that one may be
    /// gone, and nobody else knows what to wait for.
    fn begin(&self, keeps: bool) -> Result<()> {
        let begun = self.tape.begin(keeps);
        let is_shared = begun.as_ref().is_err_and(Fault::is_shared);
        if is_shared && !files::is_stuck(files::UNKNOWN) && files::settle(PATIENCE) {
            return self.tape.begin(keeps);
        }
        begun
    }

    /// Leaves out what comes, until it is started again. Returns what has changed.
    ///
    /// # Errors
    /// It does not run.
    pub fn pause(&self) -> Result<Option<Change>> {
        match self.tape.pause(true) {
            Paused::Changed => Ok(Some(Change::normal(FileState::Paused))),
            Paused::Already => Ok(None),
            Paused::Idle => Err(Fault::wrong_state("The recorder does not run.")),
        }
    }

    /// Ends the recording. The file is complete a moment later: see [`Recorder::finish`]. Waits for no
    /// disk. Returns what has changed.
    pub fn stop(&self) -> Option<Change> {
        self.tape.stop().then(|| Change::normal(FileState::Idle))
    }

    /// Waits until the file of an ended recording is complete, for `patience` at most; not at all if
    /// somebody has waited in vain and no file has come on since. Returns whether it is, which it also
    /// is if there was none.
    pub fn finish(&self, patience: Duration) -> bool {
        self.tape.finish(patience)
    }

    /// Waits, at the end of a call, until the file is complete. Says in the log if that takes too long.
    pub fn complete(&self) {
        if !self.finish(PATIENCE) {
            tracing::error!("a recording was not complete when its call had ended");
        }
    }

    /// What went wrong with the file and was not told yet: if no more frames come, nobody else would
    /// tell it.
    pub fn failed(&self) -> Option<Change> {
        self.tape.failed().map(failure)
    }

    /// Lays down a frame of the stream with this track. Takes no memory and waits for nobody. Returns
    /// what has changed: the file could not be written, and the recording has ended.
    pub fn hear(&self, key: u64, rate: u32, frame: &[i16]) -> Option<Change> {
        self.tape.hear(key, rate, frame).map(failure)
    }
}

impl Drop for Recorder {
    /// What was recorded is completed; nobody waits for it.
    fn drop(&mut self) {
        self.stop();
    }
}

/// How long the end of a call, or a new recording, waits for a recording to be complete.
const PATIENCE: Duration = Duration::from_secs(3);

fn failure(fault: Fault) -> Change {
    Change {
        state: FileState::Idle,
        cause: FileCause::WriteError,
        fault: Some(fault),
    }
}

#[cfg(test)]
mod tests;
