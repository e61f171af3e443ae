//! How loud a stream is, for those who show it.

use crate::engine::{Call, CallHandle, Flow, Result, Terminal};
use crate::shared::Shared;
use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::mix;
pub use tapi3_media::mix::Level;

/// Listens to a stream, without being seen there, and knows how loud it was.
#[derive(Default)]
pub struct LevelMeter {
    meter: Mutex<mix::Meter>,
}

impl LevelMeter {
    /// A meter that has heard nothing.
    ///
    /// # Errors
    /// No memory.
    pub fn try_new() -> Result<Shared<Self>> {
        Ok(Shared::try_new(LevelMeter::default())?)
    }

    /// How loud it was since the last time that somebody asked; `None` if nothing was heard since.
    pub fn take(&self) -> Option<Level> {
        lock(&self.meter).take()
    }
}

impl Terminal for LevelMeter {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn hear(&self, _call: &Call, _rate: u32, frame: &[i16]) {
        lock(&self.meter).hear(frame);
    }
}
