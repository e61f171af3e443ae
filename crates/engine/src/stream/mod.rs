//! Sound: the two streams of a call, and who is on them.
//!
//! A call whose line streams media has a stream towards the far end ([`Flow::Capture`]) and one from
//! it ([`Flow::Render`]). The program puts terminals on them (`program`); whoever has the clock of the
//! call, its provider, pulls a frame of what they play every 20 ms and gives them a frame of what the
//! far end says (`network`). What of this a call needs is made when it is first asked for, so a call
//! without terminals costs nothing.
//!
//! # Locks
//!
//! Who is on a stream, and whether it runs, changes under the lock of the call and under that of its
//! streams, which comes after it. The latter alone is enough to look, and is never held while a
//! terminal is called.

mod network;
mod news;
mod program;
mod terminal;

pub use network::Transport;
pub(super) use news::Ending;
pub use news::{FileCause, FileState, MediaEvent, MediaNews, StreamCause, StreamEvent};
pub use terminal::{Kind, Role, Terminal, TerminalRef};

use crate::call::Call;
use crate::digits::{Digits, Turn};
use crate::error::{Error, ErrorKind, Result};
use crate::inner::Inner;
use crate::mix::Seat;
use crate::state::State;
use tapi3_common::shared::Shared;
use tapi3_common::sync::atomic::{AtomicU8, Ordering};
use tapi3_common::sync::{Mutex, MutexGuard, lock};

/// Samples in the longest frame: 20 ms at 48 kHz.
pub const LONGEST_FRAME: usize = 960;

/// So many terminals fit on a stream.
pub const MAX_TERMINALS: usize = 8;

/// The way of a stream, as the computer sees it; the numbers are those of TERMINAL_DIRECTION.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Towards the far end: what a microphone says, what a file player plays.
    Capture = 0,
    /// From the far end: what loudspeakers say, what is recorded.
    Render = 1,
}

impl Flow {
    /// Both.
    pub const ALL: [Flow; 2] = [Flow::Capture, Flow::Render];

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What the program wishes of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wish {
    /// It is to run as soon as it can.
    #[default]
    Run,
    /// It is to wait.
    Pause,
    /// It is to stop.
    Stop,
}

struct Selected {
    terminal: TerminalRef,
    role: Role,
    kind: Kind,
}

#[derive(Default)]
struct Stream {
    wish: Wish,
    transport: Transport,
    /// Whether sound can pass.
    open: bool,
    /// Whether it was told that the stream is active.
    active: bool,
    selected: Vec<Selected>,
}

impl Stream {
    fn shown(&self) -> impl Iterator<Item = &Selected> {
        self.selected.iter().filter(|one| one.kind == Kind::Shown)
    }

    /// Who takes part in a frame now.
    fn takes_part(&self, one: &Selected) -> bool {
        self.open && (one.kind == Kind::Hidden || self.wish == Wish::Run)
    }

    fn should_be_active(&self) -> bool {
        self.open && self.wish == Wish::Run && self.shown().next().is_some()
    }
}

#[derive(Default)]
struct Streams {
    capture: Stream,
    render: Stream,
    /// The call's part in a mix with others.
    seat: Option<Seat>,
    /// Terminals that were on the streams when the call ended. There is room for all of them.
    ended: Vec<Selected>,
}

impl Streams {
    fn get(&self, flow: Flow) -> &Stream {
        match flow {
            Flow::Capture => &self.capture,
            Flow::Render => &self.render,
        }
    }

    fn get_mut(&mut self, flow: Flow) -> &mut Stream {
        match flow {
            Flow::Capture => &mut self.capture,
            Flow::Render => &mut self.render,
        }
    }

    /// The call's place in a mix, if anything passes there now. Whom the others do not reach they do not
    /// hear either: what a far end plays to those whom it holds is not for them.
    fn place(&self, flow: Flow) -> Option<&TerminalRef> {
        let passes = self.capture.open && self.get(flow).open;
        let seat = self.seat.as_ref().filter(|_| passes);
        seat.map(|seat| &seat.place)
    }
}

/// What of sound a call has.
#[derive(Default)]
pub(super) struct Media {
    streams: Mutex<Streams>,
    /// [`Flow::bit`] of each stream on which anybody takes part, to be read without the lock.
    busy: AtomicU8,
    /// What is under way with digits and tones; changes under the lock of the call.
    pub(crate) digits: Mutex<Digits>,
    /// Taken before all other locks; see [`Turn`].
    pub(crate) turn: Mutex<Turn>,
}

/// Terminals that are to be called once no lock is held.
type Some8 = [Option<TerminalRef>; MAX_TERMINALS];

impl Media {
    fn streams(&self) -> MutexGuard<'_, Streams> {
        lock(&self.streams)
    }

    /// Whether anybody takes part in a stream now.
    fn is_busy(&self, flow: Flow) -> bool {
        self.busy.load(Ordering::Acquire) & flow.bit() != 0
    }

    fn note_busy(&self, streams: &Streams) {
        let mut busy = 0;
        for flow in Flow::ALL {
            let stream = streams.get(flow);
            let mixed = streams.place(flow).is_some();
            if mixed || stream.selected.iter().any(|one| stream.takes_part(one)) {
                busy |= flow.bit();
            }
        }
        self.busy.store(busy, Ordering::Release);
    }

    /// Opens and closes the streams as befits a call in this state. Returns which of them should be
    /// active: capture and render.
    fn open_for(&self, state: State) -> [bool; 2] {
        let mut streams = self.streams();
        for flow in Flow::ALL {
            let stream = streams.get_mut(flow);
            stream.open = stream.transport.lets_pass(state);
        }
        self.note_busy(&streams);
        Flow::ALL.map(|flow| streams.get(flow).should_be_active())
    }

    /// Looks at the call's part in a mix.
    pub(super) fn with_seat<T>(&self, look: impl FnOnce(Option<&Seat>) -> T) -> T {
        look(self.streams().seat.as_ref())
    }

    /// The call gets a part in a mix, or has none any more. Returns the one that it had. With the call
    /// locked.
    pub(super) fn replace_seat(&self, seat: Option<Seat>) -> Option<Seat> {
        let mut streams = self.streams();
        let before = std::mem::replace(&mut streams.seat, seat);
        self.note_busy(&streams);
        before
    }

    /// References to the terminals of a stream that `fit`.
    fn some(&self, flow: Flow, fits: impl Fn(&Stream, &Selected) -> bool) -> Some8 {
        let mut found: Some8 = [const { None }; MAX_TERMINALS];
        let streams = self.streams();
        let stream = streams.get(flow);
        let fitting = stream.selected.iter().filter(|one| fits(stream, one));
        for (place, one) in found.iter_mut().zip(fitting) {
            *place = one.terminal.another();
        }
        found
    }
}

impl Call {
    /// What of sound the call has, if anybody has asked for it.
    pub(super) fn known_media(&self) -> Option<&Media> {
        self.core().sound.get().map(|media| &**media)
    }

    /// What of sound the call has; made now, if it is the first time.
    pub(super) fn media_or_new(&self) -> Result<&Media> {
        if let Some(media) = self.known_media() {
            return Ok(media);
        }
        if !self.line().info().features.streams {
            return Err(Error::new(
                ErrorKind::NotSupported,
                "The line streams no media.",
            ));
        }
        // Under the lock under which states change, so that none is missed.
        let inner = lock(&self.core().inner);
        let media = Shared::try_new(Media::default())?;
        media.open_for(inner.state);
        // Another thread may have been faster.
        let _ = self.core().sound.set(media);
        drop(inner);
        self.known_media().ok_or(Error::new(
            ErrorKind::OperationFailed,
            "The call has no streams.",
        ))
    }

    /// The streams follow the state of the call. Returns whether anything is left to do without the
    /// lock: [`Call::settle_media`].
    pub(super) fn media_follows(&self, inner: &mut Inner) -> bool {
        let Some(media) = self.known_media() else {
            return false;
        };
        let cause = match inner.state {
            State::Disconnected if !inner.dropped => StreamCause::RemoteRequest,
            _ => StreamCause::LocalRequest,
        };
        self.refresh_anyway(inner, media, cause);
        if inner.state == State::Disconnected {
            self.end_digits(inner, media);
        }
        true
    }

    /// As [`Call::refresh`], where what there is no memory to tell is lost.
    fn refresh_anyway(&self, inner: &mut Inner, media: &Media, cause: StreamCause) {
        if let Err(error) = self.refresh(inner, media, cause, None) {
            tracing::error!("a change of a stream was not told: {error}");
            for (flow, active) in Flow::ALL.into_iter().zip(media.open_for(inner.state)) {
                media.streams().get_mut(flow).active = active;
            }
        }
    }

    /// Looks whether each stream can run now, and tells of what has changed; `gone` is a terminal
    /// that was just taken off. Fails, with nothing told, if there is no memory to tell it.
    fn refresh(
        &self,
        inner: &mut Inner,
        media: &Media,
        cause: StreamCause,
        gone: Option<&TerminalRef>,
    ) -> Result<()> {
        let now = media.open_for(inner.state);
        let mut told = Vec::new();
        for (flow, active) in Flow::ALL.into_iter().zip(now) {
            let streams = media.streams();
            let stream = streams.get(flow);
            if stream.active == active {
                continue;
            }
            let first = stream.shown().next().map(|one| &one.terminal);
            let terminal = first.or(gone).and_then(TerminalRef::another);
            drop(streams);
            let event = match active {
                true => StreamEvent::Active,
                false => StreamEvent::Inactive,
            };
            let news = || MediaNews::Stream {
                event,
                cause,
                flow,
                terminal: terminal.as_ref().and_then(TerminalRef::another),
                error: 0,
            };
            self.prepare_media(inner, &mut told, news)?;
        }
        for (flow, active) in Flow::ALL.into_iter().zip(now) {
            media.streams().get_mut(flow).active = active;
        }
        self.tell_prepared(inner, told);
        Ok(())
    }

    /// Does what a change of the streams left to be done, with no lock held: the terminals of a call
    /// that is over go, and a provider hears that there is something to carry.
    pub(super) fn settle_media(&self) {
        let Some(media) = self.known_media() else {
            return;
        };
        if self.state() == State::Disconnected {
            self.end_media(media);
        } else if media.busy.load(Ordering::Acquire) != 0 {
            self.line().provider().sound(self);
        }
    }

    /// Takes every terminal off its stream. Those of a call that is over stay known to
    /// [`Call::finish_sound`].
    fn end_media(&self, media: &Media) {
        let over = self.state() == State::Disconnected;
        if over {
            self.leave_mix();
        }
        for flow in Flow::ALL {
            loop {
                let mut streams = media.streams();
                // The one that came last goes first.
                let Some(gone) = streams.get_mut(flow).selected.pop() else {
                    break;
                };
                let terminal = gone.terminal.another();
                if over && streams.ended.len() < streams.ended.capacity() {
                    streams.ended.push(gone);
                }
                media.note_busy(&streams);
                drop(streams);
                if let Some(terminal) = &terminal {
                    tell_unselected(terminal, self, flow);
                }
            }
        }
    }

    /// Every object of the call was released: its terminals go.
    pub(super) fn release_media(&self) {
        if let Some(media) = self.known_media() {
            self.end_media(media);
        }
    }

    /// Waits until what the terminals of an ended call have heard is where it belongs, such as in a
    /// file. Not for a thread that has anything else to do.
    pub fn finish_sound(&self) {
        let Some(media) = self.known_media() else {
            return;
        };
        self.end_media(media);
        for index in 0.. {
            let ended = {
                let streams = media.streams();
                let Some(one) = streams.ended.get(index) else {
                    return;
                };
                one.terminal.another()
            };
            if let Some(terminal) = ended.as_ref().and_then(TerminalRef::terminal) {
                terminal.finish();
            }
        }
    }
}

fn tell_unselected(terminal: &TerminalRef, call: &Call, flow: Flow) {
    if let Some(terminal) = terminal.terminal() {
        terminal.unselected(call, flow);
    }
}
