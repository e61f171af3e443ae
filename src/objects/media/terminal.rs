//! What the streams need of a terminal object, whatever its class. A new class has its place here
//! and in `class`.

use super::device::StaticTerminal;
use super::direction_of;
use super::file::{File, Playing, Recorded, Track};
use super::streaming::Streamer;
use crate::com::abi::*;
use crate::com::{ComPtr, In, Ref, Result};
use crate::engine::{Flow, Role, TerminalRef};

/// A terminal that goes on a stream by itself.
pub(super) struct Single {
    pub(super) terminal: TerminalRef,
    pub(super) direction: TERMINAL_DIRECTION,
    pub(super) role: Role,
}

impl Single {
    /// Whether it fits a stream.
    pub(super) fn goes_on(&self, flow: Flow) -> bool {
        self.direction == direction_of(flow) || self.direction == TD_BIDIRECTIONAL
    }

    /// Another reference to it.
    pub(super) fn another(&self) -> Option<Single> {
        Some(Single {
            terminal: self.terminal.another()?,
            direction: self.direction,
            role: self.role,
        })
    }
}

/// A terminal that goes on streams with its tracks.
pub(super) trait Tracks {
    /// Whether a stream is one for it.
    fn serves(&self, flow: Flow) -> bool;
    /// The tracks that it has.
    fn tracks(&self) -> Result<Vec<Single>>;
    /// Whether a track of it is on no stream.
    fn is_free(&self, track: &TerminalRef) -> bool;
    /// Makes a track for a stream, if it can have more.
    fn add(&self, flow: Flow) -> Result<Single>;
    /// Takes away a track that `add` made.
    fn remove(&self, track: &TerminalRef);
}

/// A file.
pub(super) enum AnyFile {
    Player(Ref<File<Playing>>),
    Recorder(Ref<File<Recorded>>),
}

impl AnyFile {
    pub(super) fn tracks(&self) -> &dyn Tracks {
        match self {
            AnyFile::Player(file) => &**file,
            AnyFile::Recorder(file) => &**file,
        }
    }
}

/// A terminal that a program gave us.
pub(super) enum Found {
    Single(Single),
    File(AnyFile),
}

/// What a terminal of a program is, if it is one of ours.
pub(super) fn find(given: In<'_, ITTerminal>) -> Option<Found> {
    if let Some(track) = given.downcast::<Track<Playing>>() {
        return Some(Found::Single(Track::single(&track)));
    }
    if let Some(track) = given.downcast::<Track<Recorded>>() {
        return Some(Found::Single(Track::single(&track)));
    }
    if let Some(streamer) = given.downcast::<Streamer>() {
        return Some(Found::Single(Streamer::single(&streamer)));
    }
    if let Some(device) = given.downcast::<StaticTerminal>() {
        return Some(Found::Single(StaticTerminal::single(&device)));
    }
    if let Some(file) = given.downcast::<File<Playing>>() {
        return Some(Found::File(AnyFile::Player(file)));
    }
    let file = given.downcast::<File<Recorded>>()?;
    Some(Found::File(AnyFile::Recorder(file)))
}

/// A terminal as a program sees it.
pub(super) fn shown(terminal: &TerminalRef) -> Option<ComPtr<ITTerminal>> {
    if let Some(track) = terminal.get::<Ref<Track<Playing>>>() {
        return Some(track.interface());
    }
    if let Some(track) = terminal.get::<Ref<Track<Recorded>>>() {
        return Some(track.interface());
    }
    if let Some(streamer) = terminal.get::<Ref<Streamer>>() {
        return Some(streamer.interface());
    }
    if let Some(device) = terminal.get::<Ref<StaticTerminal>>() {
        return Some(device.interface());
    }
    if let Some(file) = terminal.get::<Ref<File<Playing>>>() {
        return Some(file.interface());
    }
    Some(terminal.get::<Ref<File<Recorded>>>()?.interface())
}

/// A track of a file as a program sees it.
pub(super) fn track_shown(terminal: &TerminalRef) -> Option<ComPtr<ITFileTrack>> {
    if let Some(track) = terminal.get::<Ref<Track<Playing>>>() {
        return Some(track.interface());
    }
    Some(terminal.get::<Ref<Track<Recorded>>>()?.interface())
}
