//! What is told of the sound of a call.

use super::{Flow, TerminalRef};
use crate::call::{Call, CallHandle};
use crate::digits::{GatherEnd, GenerateEnd};
use crate::error::Result;
use crate::event::{Event, bits};
use crate::holder::{Holder, Room};
use crate::inner::Inner;
use tapi3_common::shared::Shared;
use tapi3_common::sync::atomic::{AtomicU32, Ordering};
use tapi3_common::sync::{Mutex, lock};

/// What happened to a stream; the numbers are those of CALL_MEDIA_EVENT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamEvent {
    /// It carries sound.
    Active = 4,
    /// It carries no sound any more.
    Inactive = 5,
}

/// Why something happened to a stream; the numbers are those of CALL_MEDIA_EVENT_CAUSE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamCause {
    /// We wanted it so.
    LocalRequest = 3,
    /// The far end wanted it so.
    RemoteRequest = 4,
    /// Nothing came from the far end for too long.
    MediaTimeout = 5,
    /// Something comes from the far end again.
    MediaRecovered = 6,
}

/// The state of a file; the numbers are those of TERMINAL_MEDIA_STATE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It stands at its beginning.
    Idle = 0,
    /// It runs.
    Active = 1,
    /// It stands.
    Paused = 2,
}

/// Why a file changed its state; the numbers are those of FT_STATE_EVENT_CAUSE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileCause {
    /// It was asked to.
    Normal = 0,
    /// Everything was played.
    EndOfFile = 1,
    /// It could not be read.
    ReadError = 2,
    /// It could not be written.
    WriteError = 3,
}

/// One thing to tell of the sound of a call.
#[derive(Debug)]
pub enum MediaNews {
    /// A stream changed.
    Stream {
        event: StreamEvent,
        cause: StreamCause,
        flow: Flow,
        /// A terminal on it, if there is any.
        terminal: Option<TerminalRef>,
        /// What failed, as an HRESULT; 0 if nothing did.
        error: u32,
    },
    /// A file began, paused, or came to its end.
    File {
        /// The file.
        terminal: TerminalRef,
        /// The track of it, if it is one track's.
        track: Option<TerminalRef>,
        state: FileState,
        cause: FileCause,
        /// What failed, as an HRESULT; 0 if nothing did.
        error: u32,
    },
    /// The far end pressed a key, or let it go.
    Digit {
        /// `0` to `9`, `A` to `D`, `*` or `#`.
        key: u8,
        /// One LINEDIGITMODE_* bit.
        mode: u32,
        tick: u32,
    },
    /// Digits or a tone were sent, or given up.
    Generated(Ending<GenerateEnd>),
    /// A gathering of digits ended.
    Gathered {
        /// The number that was given with it.
        id: u32,
        ending: Ending<GatherEnd>,
        /// The digits, terminator included.
        digits: Mutex<Vec<u8>>,
    },
    /// A tone was heard that one listened for.
    Tone {
        /// The number that was given with it.
        app_specific: u32,
        tick: u32,
    },
}

/// An end of which an event will tell that is made beforehand, so that telling it takes no memory.
#[derive(Debug)]
pub struct Ending<T> {
    how: AtomicU32,
    tick: AtomicU32,
    of: std::marker::PhantomData<T>,
}

impl<T> Ending<T> {
    pub(crate) fn new() -> Self {
        Ending {
            how: AtomicU32::new(0),
            tick: AtomicU32::new(0),
            of: std::marker::PhantomData,
        }
    }

    /// The end has come.
    pub(crate) fn set(&self, how: u32, tick: u32) {
        self.how.store(how, Ordering::Relaxed);
        self.tick.store(tick, Ordering::Relaxed);
    }

    /// How it ended, TAPI's number.
    pub fn how(&self) -> u32 {
        self.how.load(Ordering::Relaxed)
    }

    /// When it ended; see [`MediaEvent::tick`].
    pub fn tick(&self) -> u32 {
        self.tick.load(Ordering::Relaxed)
    }
}

/// Something to tell of the sound of a call.
#[derive(Debug)]
pub struct MediaEvent {
    /// The call.
    pub call: Call,
    /// What.
    pub news: MediaNews,
    /// The number of the registration through which the client knows the call.
    pub instance: i32,
}

impl MediaEvent {
    /// The event's TAPI_EVENT bit and the number of its sub-event.
    pub(crate) fn kind(&self) -> (u32, u32) {
        match &self.news {
            MediaNews::Stream { event, .. } => (bits::CALL_MEDIA, *event as u32),
            MediaNews::File { state, .. } => (bits::FILE_TERMINAL, *state as u32),
            MediaNews::Digit { .. } => (bits::DIGIT, 0),
            MediaNews::Generated(_) => (bits::GENERATE, 0),
            MediaNews::Gathered { .. } => (bits::GATHER_DIGITS, 0),
            MediaNews::Tone { .. } => (bits::TONE, 0),
        }
    }

    /// The digits of a gathering that has ended.
    pub fn gathered(&self) -> Result<Vec<u8>> {
        let mut copy = Vec::new();
        if let MediaNews::Gathered { digits, .. } = &self.news {
            let digits = lock(digits);
            copy.try_reserve_exact(digits.len())?;
            copy.extend_from_slice(&digits);
        }
        Ok(copy)
    }
}

/// Events that are ready to be told, each for the holder with this place.
pub(super) type Prepared = Vec<(usize, Shared<MediaEvent>)>;

impl Call {
    /// Makes ready to tell everybody who holds the call, or fails.
    pub(super) fn prepare_media(
        &self,
        inner: &mut Inner,
        prepared: &mut Prepared,
        news: impl Fn() -> MediaNews,
    ) -> Result<()> {
        for (index, holder) in inner.holders.iter_mut().enumerate() {
            if let Some(event) = holder.media_event(self, news())? {
                prepared.try_reserve(1)?;
                prepared.push((index, event));
            }
        }
        Ok(())
    }

    /// Tells what was prepared.
    pub(super) fn tell_prepared(&self, inner: &mut Inner, prepared: Prepared) {
        for (index, event) in prepared {
            if let Some(holder) = inner.holders.get_mut(index) {
                holder.push_media(event);
            }
        }
    }
}

impl CallHandle {
    /// Tells this client of something that happened to a terminal of its own. What there is no memory
    /// for is lost, and the log says so.
    pub fn tell_media(&self, news: MediaNews) {
        let mut inner = lock(&self.call.core().inner);
        if let Some(holder) = inner.holder_mut(&self.client) {
            holder.post_media(&self.call, news);
        }
    }
}

impl Holder {
    /// The event that tells this client, unless a filter stops it.
    fn media_event(&mut self, call: &Call, news: MediaNews) -> Result<Option<Shared<MediaEvent>>> {
        let event = MediaEvent {
            call: call.clone(),
            news,
            instance: self.instance,
        };
        let (kind, sub) = event.kind();
        if !self.wants(call, kind, sub) {
            return Ok(None);
        }
        Ok(Some(Shared::try_new(event)?))
    }

    /// Tells this client, unless a filter stops it or there is no memory; then the log says so.
    pub(crate) fn post_media(&mut self, call: &Call, news: MediaNews) {
        match self.media_event(call, news) {
            Ok(Some(event)) => self.push_media(event),
            Ok(None) => {}
            Err(error) => tracing::error!("an event of sound was lost: {error}"),
        }
    }

    fn push_media(&mut self, event: Shared<MediaEvent>) {
        self.push(Event::Media(event), Room::Media);
    }
}
