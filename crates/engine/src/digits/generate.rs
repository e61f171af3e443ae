//! Generation: digits and tones for the far end, one at a time.

use super::Promise;
use crate::call::{Call, CallHandle};
use crate::error::Result;
use crate::inner::Inner;
use crate::state::State;
use crate::stream::{Ending, Flow, Kind, MediaNews, Role, TerminalRef};
use std::time::Duration;
use tapi3_common::sync::lock;

/// How a generation ends; the numbers are those of LINEGENERATETERM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GenerateEnd {
    /// Everything was sent.
    Done = 1,
    /// It was given up, another took its place, or the call ended.
    Cancel = 2,
}

/// Digits for a provider to send.
#[derive(Debug)]
pub struct SendDigits {
    /// The number by which [`Call::generated`] tells that they are sent.
    pub serial: u32,
    /// `0` to `9`, `A` to `D`, `*`, `#`; `,` is a pause of two seconds, `!` a flash of the hook.
    pub keys: Vec<u8>,
    /// How long each lasts.
    pub each: Duration,
    /// How long it is silent after each.
    pub gap: Duration,
}

/// A generation under way.
pub(super) struct Generation {
    serial: u32,
    promise: Promise,
    /// What sounds; digits do so at the provider's.
    tone: Option<TerminalRef>,
}

impl Generation {
    pub fn end(self, call: &Call, inner: &mut Inner, how: GenerateEnd) {
        if let Some(MediaNews::Generated(ending)) = self.promise.news() {
            ending.set(how as u32, call.tick());
        }
        self.promise.tell(call, inner);
    }
}

impl Call {
    /// The digits or the tone with this number were sent. A number that another has followed is
    /// nothing any more.
    pub fn generated(&self, serial: u32) {
        self.end_generation(serial, GenerateEnd::Done);
    }

    /// The digits with this number, which the provider has begun to send, cannot be sent: they are
    /// told as given up. A number that another has followed is nothing any more.
    pub fn not_generated(&self, serial: u32) {
        self.end_generation(serial, GenerateEnd::Cancel);
    }

    fn end_generation(&self, serial: u32, how: GenerateEnd) {
        let Some(media) = self.known_media() else {
            return;
        };
        let mut inner = lock(&self.core().inner);
        let done = lock(&media.digits)
            .generation
            .take_if(|generation| generation.serial == serial);
        let Some(mut done) = done else {
            return;
        };
        let tone = done.tone.take();
        done.end(self, &mut inner, how);
        drop(inner);
        if let Some(tone) = tone {
            self.take_off(Flow::Capture, &tone);
        }
    }
}

impl CallHandle {
    /// Begins to send digits. Whatever is being sent is given up.
    pub fn send_digits(&self, keys: Vec<u8>, each: Duration, gap: Duration) -> Result<()> {
        let _turn = lock(&self.call.media_or_new()?.turn);
        self.call.line().provider().prepare_sound(&self.call)?;
        let serial = self.begin_generation()?;
        let digits = SendDigits {
            serial,
            keys,
            each,
            gap,
        };
        let started = self.call.line().provider().send_digits(&self.call, digits);
        if started.is_err() {
            self.forget_generation(serial);
        }
        started
    }

    /// Begins to send a tone: a terminal that plays and, when it has ended, tells the number that it
    /// is made with by [`Call::generated`]. Whatever is being sent is given up.
    pub fn send_tone(&self, make: impl FnOnce(u32) -> Result<TerminalRef>) -> Result<()> {
        let _turn = lock(&self.call.media_or_new()?.turn);
        let serial = self.begin_generation()?;
        let started = make(serial).and_then(|tone| self.start_tone(serial, tone));
        if started.is_err() {
            self.forget_generation(serial);
        }
        started
    }

    fn start_tone(&self, serial: u32, tone: TerminalRef) -> Result<()> {
        let media = self.call.media_or_new()?;
        if let Some(generation) = &mut lock(&media.digits).generation {
            if generation.serial == serial {
                generation.tone = tone.another();
            }
        }
        self.select(Flow::Capture, tone, Role::Plays, Kind::Hidden)
    }

    /// Gives up what is being sent, if anything is.
    pub fn stop_generation(&self) -> Result<()> {
        let turn = self.call.known_media().map(|media| lock(&media.turn));
        let inner = lock(&self.call.core().inner);
        self.check_owner(&inner)?;
        self.check_connected(&inner)?;
        drop(inner);
        // Without its turn it may only find what began after it.
        if turn.is_some() {
            self.replace_generation(None);
        }
        Ok(())
    }

    fn begin_generation(&self) -> Result<u32> {
        let media = self.call.media_or_new()?;
        let mut inner = lock(&self.call.core().inner);
        self.check_owner(&inner)?;
        self.check_connected(&inner)?;
        let news = MediaNews::Generated(Ending::new());
        let promise = Promise::new(self, &mut inner, news)?;
        let serial = lock(&media.digits).next_serial();
        drop(inner);
        self.replace_generation(Some(Generation {
            serial,
            promise,
            tone: None,
        }));
        Ok(serial)
    }

    /// The new generation takes the place of the old one, which ends.
    fn replace_generation(&self, new: Option<Generation>) {
        let Some(media) = self.call.known_media() else {
            return;
        };
        let mut inner = lock(&self.call.core().inner);
        let mut digits = lock(&media.digits);
        let before = std::mem::replace(&mut digits.generation, new);
        let late = match inner.state {
            State::Disconnected => digits.generation.take(),
            _ => None,
        };
        drop(digits);
        if let Some(late) = late {
            late.end(&self.call, &mut inner, GenerateEnd::Cancel);
        }
        let Some(mut before) = before else {
            return;
        };
        let tone = before.tone.take();
        before.end(&self.call, &mut inner, GenerateEnd::Cancel);
        drop(inner);
        match tone {
            Some(tone) => self.call.take_off(Flow::Capture, &tone),
            None => self.call.line().provider().stop_digits(&self.call),
        }
    }

    /// It did not begin: nothing is told of it.
    fn forget_generation(&self, serial: u32) {
        let Some(media) = self.call.known_media() else {
            return;
        };
        let _inner = lock(&self.call.core().inner);
        let failed = lock(&media.digits)
            .generation
            .take_if(|generation| generation.serial == serial);
        drop(failed);
    }
}
