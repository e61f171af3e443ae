//! Digits of the far end, and digits and tones for it.
//!
//! Whoever detects digits is told of each ([`Call::digit`]); one gathering collects them (`gather`);
//! one generation at a time sends digits or a tone (`generate`). What tells of an end is made and
//! its room reserved when the work begins, so that each end is told, whatever memory there is.

mod gather;
mod generate;

pub use gather::{Gather, GatherEnd};
pub(super) use gather::{Gathering, Gatherings};
use generate::Generation;
pub use generate::{GenerateEnd, SendDigits};

use crate::call::{Call, CallHandle};
use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::event::Event;
use crate::inner::Inner;
use crate::state::State;
use crate::stream::{Media, MediaEvent, MediaNews};
use tapi3_common::shared::Shared;
use tapi3_common::sync::lock;

/// LINEDIGITMODE_DTMF: a digit is told when its key is pressed.
pub const DTMF: u32 = 2;

/// LINEDIGITMODE_DTMFEND: a digit is told when its key is let go.
pub const DTMF_END: u32 = 4;

const NOT_CONNECTED: Error = Error::new(
    ErrorKind::InvalidCallState,
    "Digits and tones need a connected call.",
);

/// Whose turn it is to begin or to stop a generation: between what the engine notes of it and what
/// the provider or a stream is asked, no other may come. Held while these are called, so nobody takes
/// it who tells of an end.
#[derive(Default)]
pub(super) struct Turn;

/// What is under way on a call.
#[derive(Default)]
pub(super) struct Digits {
    gathering: Option<Gathering>,
    generation: Option<Generation>,
    /// The number of the latest piece of work.
    serial: u32,
}

impl Digits {
    fn next_serial(&mut self) -> u32 {
        self.serial = self.serial.wrapping_add(1);
        self.serial
    }
}

/// An event that is made beforehand, with room for it in its client's queue.
struct Promise {
    client: Client,
    /// None once it is told, or if nobody would hear it.
    event: Option<Shared<MediaEvent>>,
}

impl Promise {
    fn new(handle: &CallHandle, inner: &mut Inner, news: MediaNews) -> Result<Self> {
        let client = handle.client.clone();
        let instance = inner.holder(&client).map_or(0, |holder| holder.instance);
        let event = MediaEvent {
            call: handle.call.clone(),
            news,
            instance,
        };
        client.events().reserve(1)?;
        // From here on the room is given back when this is dropped.
        let mut promise = Promise {
            client,
            event: None,
        };
        match Shared::try_new(event) {
            Ok(event) => promise.event = Some(event),
            Err(error) => {
                promise.client.events().unreserve(1);
                return Err(error.into());
            }
        }
        Ok(promise)
    }

    fn news(&self) -> Option<&MediaNews> {
        self.event.as_ref().map(|event| &event.news)
    }

    /// Tells it, unless a filter stops it.
    fn tell(mut self, call: &Call, inner: &mut Inner) {
        let Some(event) = self.event.take() else {
            return;
        };
        let (kind, sub) = event.kind();
        let holder = inner.holder_mut(&self.client);
        if holder.is_some_and(|holder| holder.wants(call, kind, sub)) {
            self.client.events().push(Event::Media(event), true);
        } else {
            self.client.events().unreserve(1);
        }
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        if self.event.is_some() {
            self.client.events().unreserve(1);
        }
    }
}

impl Call {
    /// Milliseconds on a clock that only goes on, of which the lower 32 bits are told.
    pub(super) fn tick(&self) -> u32 {
        self.line().engine().clock().now().as_millis() as u32
    }

    /// The far end pressed a key (`DTMF`) or let it go (`DTMF_END`): `0` to `9`, `A` to `D`, `*`, `#`.
    pub fn digit(&self, key: u8, mode: u32) {
        let tick = self.tick();
        let mut inner = lock(&self.core().inner);
        for holder in inner.holders.iter_mut() {
            if u32::from(holder.digit_modes) & mode != 0 {
                holder.post_media(self, MediaNews::Digit { key, mode, tick });
            }
        }
        if let Some(media) = self.known_media() {
            self.gather(&mut inner, media, key, mode);
        }
    }

    /// Everything under way ends with the call.
    pub(super) fn end_digits(&self, inner: &mut Inner, media: &Media) {
        let mut digits = lock(&media.digits);
        let gathering = digits.gathering.take();
        let generation = digits.generation.take();
        drop(digits);
        if let Some(gathering) = gathering {
            gathering.end(self, inner, GatherEnd::Cancel);
        }
        if let Some(generation) = generation {
            generation.end(self, inner, GenerateEnd::Cancel);
        }
    }
}

impl CallHandle {
    /// Asks to be told of digits: `DTMF`, `DTMF_END`, both, or 0 to be told no more.
    pub fn detect_digits(&self, modes: u32) -> Result<()> {
        self.call.media_or_new()?;
        let mut inner = lock(&self.call.core().inner);
        // Locked: the closing hangs up, or leaves, call by call.
        self.client.check_open()?;
        if matches!(inner.state, State::Idle | State::Disconnected) {
            return Err(NOT_CONNECTED);
        }
        inner.keep_room_for_media()?;
        match inner.holder_mut(&self.client) {
            Some(holder) => holder.digit_modes = modes as u8,
            None => return Err(NOT_CONNECTED),
        }
        drop(inner);
        if modes != 0 {
            self.call.line().provider().hear_digits(&self.call);
        }
        Ok(())
    }

    /// How the client asked to be told of digits: see [`CallHandle::detect_digits`].
    pub fn digit_modes(&self) -> u32 {
        let inner = lock(&self.call.core().inner);
        let holder = inner.holder(&self.client);
        holder.map_or(0, |holder| holder.digit_modes.into())
    }

    /// Fails unless the call is connected, and the client open.
    fn check_connected(&self, inner: &Inner) -> Result<()> {
        self.client.check_open()?;
        match inner.state {
            State::Connected => Ok(()),
            _ => Err(NOT_CONNECTED),
        }
    }
}

impl Call {
    /// Whether anybody wants to be told of digits: if not, sound need not be searched for them.
    pub fn wants_digits(&self) -> bool {
        let Some(media) = self.known_media() else {
            return false;
        };
        let inner = lock(&self.core().inner);
        let detected = inner.holders.iter().any(|holder| holder.digit_modes != 0);
        detected || lock(&media.digits).gathering.is_some()
    }
}
