//! A tone for the far end: what [`CallHandle::send_tone`](crate::engine::CallHandle::send_tone)
//! puts on the stream.

use crate::engine::{Call, CallHandle, Flow, Result, Terminal, TerminalRef};
use crate::shared::Shared;
use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::mix;
pub use tapi3_media::tone::progress::Country;
use tapi3_media::tone::progress::{self, Progress};
pub use tapi3_media::tone::{Custom, MAX_VOICES, Tone};

/// A ready-made tone; the numbers are those of TAPI_TONEMODE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToneMode {
    /// The telephone there rings.
    Ringback = 2,
    /// The other is busy.
    Busy = 4,
    /// What is said from here on is recorded.
    Beep = 8,
    /// "Bong": a calling card's number, please.
    Billing = 16,
}

impl ToneMode {
    /// The mode with this number.
    pub fn from_number(number: u32) -> Option<Self> {
        let all = [Self::Ringback, Self::Busy, Self::Beep, Self::Billing];
        all.into_iter().find(|mode| *mode as u32 == number)
    }

    /// How it sounds in this country, for so many milliseconds. With 0 it is endless, but the tone for
    /// billing sounds once.
    pub fn tone(self, country: Country, milliseconds: u32) -> Tone {
        let duration = (milliseconds > 0).then_some(milliseconds);
        match self {
            Self::Ringback => progress::progress(country, Progress::Ringback, duration),
            Self::Busy => progress::progress(country, Progress::Busy, duration),
            Self::Beep => progress::beep(duration),
            Self::Billing => progress::billing(duration),
        }
    }
}

/// A tone that is being sent. When it has ended, it says so to the call
/// ([`Call::generated`]), which takes it off the stream.
pub struct ToneSource {
    serial: u32,
    /// None once its end was told.
    tone: Mutex<Option<Tone>>,
}

impl ToneSource {
    /// The tone with the number that `send_tone` gave.
    ///
    /// # Errors
    /// No memory.
    pub fn try_new(serial: u32, tone: Tone) -> Result<TerminalRef> {
        let source = Shared::try_new(ToneSource {
            serial,
            tone: Mutex::new(Some(tone)),
        })?;
        Ok(TerminalRef::new(source))
    }

    /// Adds the next samples. Returns how many there were; none if there are no more, for the first
    /// time with `true`.
    fn next(&self, rate: u32, frame: &mut [i16]) -> (usize, bool) {
        let mut playing = lock(&self.tone);
        let Some(tone) = &mut *playing else {
            return (0, false);
        };
        let mut sound = [0; crate::engine::LONGEST_FRAME];
        let wanted = frame.len().min(sound.len());
        let made = tone.fill(rate, sound.get_mut(..wanted).unwrap_or(&mut []));
        mix::add(frame, sound.get(..made).unwrap_or(&[]));
        if made == 0 {
            *playing = None;
        }
        (made, made == 0)
    }
}

impl Terminal for ToneSource {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn play(&self, call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let (made, ended) = self.next(rate, frame);
        if ended {
            call.generated(self.serial);
        }
        made > 0
    }
}
