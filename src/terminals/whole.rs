//! Players and recorders as terminals, for whoever has no COM objects around them.

use super::fault::{Change, Result};
use super::{Player, Recorder};
use crate::engine::{Call, CallHandle, Error, Flow, Result as EngineResult, State, Terminal};
use crate::shared::Shared;
use std::path::{Path, PathBuf};

/// What tells the streams of calls apart.
fn key(call: &Call, flow: Flow) -> u64 {
    call.id().wrapping_mul(2).wrapping_add(flow as u64)
}

/// A file that is played once, from the moment on at which its call is connected: not into the ringing,
/// though a stream may carry sound before the answer.
pub struct FileSource<F> {
    player: Shared<Player>,
    ended: F,
}

impl<F: Fn(&Call, &Change) + Send + Sync + 'static> FileSource<F> {
    /// Opens the file. `ended` is called once when it was played, or can be read no further: on the
    /// thread that has the call's clock, so it must not wait.
    ///
    /// # Errors
    /// The file cannot be played, or there is no memory.
    pub fn try_new(file: PathBuf, ended: F) -> Result<Shared<Self>> {
        let player = Player::try_new()?;
        player.set_files(&[file])?;
        Ok(Shared::try_new(FileSource { player, ended })?)
    }
}

impl<F: Fn(&Call, &Change) + Send + Sync + 'static> Terminal for FileSource<F> {
    fn selected(&self, handle: &CallHandle, flow: Flow) -> EngineResult<()> {
        self.player
            .prepare(key(&handle.call, flow), 0)
            .and_then(|()| self.player.start())
            .map(drop)
            .map_err(Error::from)
    }

    fn unselected(&self, call: &Call, flow: Flow) {
        self.player.release(key(call, flow));
    }

    fn play(&self, call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        if call.state() != State::Connected {
            return false;
        }
        let played = self.player.play(key(call, Flow::Capture), rate, frame);
        if let Some(change) = &played.ended {
            (self.ended)(call, change);
        }
        played.sounded
    }
}

/// A file into which a stream is recorded, from the moment on at which its call is connected. What was
/// in it stays if the call never is.
pub struct FileDrain<F> {
    recorder: Shared<Recorder>,
    ended: F,
}

impl<F: Fn(&Change) + Send + Sync + 'static> FileDrain<F> {
    /// Makes the file if it is not there. `ended` is called once if it can be written no further: on the
    /// thread that has the call's clock, so it must not wait; or at the end of the call, before that
    /// is told.
    ///
    /// # Errors
    /// The file cannot be written, or there is no memory.
    pub fn try_new(file: &Path, ended: F) -> Result<Shared<Self>> {
        let recorder = Recorder::try_new()?;
        recorder.set_file(file)?;
        Ok(Shared::try_new(FileDrain { recorder, ended })?)
    }
}

impl<F: Fn(&Change) + Send + Sync + 'static> Terminal for FileDrain<F> {
    fn selected(&self, handle: &CallHandle, flow: Flow) -> EngineResult<()> {
        self.recorder
            .prepare(key(&handle.call, flow), 0)
            .and_then(|()| self.recorder.start_keeping())
            .map(drop)
            .map_err(Error::from)
    }

    fn unselected(&self, call: &Call, flow: Flow) {
        if call.was_connected() {
            self.recorder.replace();
        }
        self.recorder.release(key(call, flow));
        self.recorder.stop();
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        if !call.was_connected() {
            return;
        }
        let change = self.recorder.hear(key(call, Flow::Render), rate, frame);
        if let Some(change) = change {
            (self.ended)(&change);
        }
    }

    fn finish(&self) {
        self.recorder.complete();
        if let Some(change) = self.recorder.failed() {
            (self.ended)(&change);
        }
    }
}

#[cfg(test)]
mod tests;
