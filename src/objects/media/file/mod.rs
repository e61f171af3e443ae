//! File terminals: ITTerminal, ITMultiTrackTerminal and ITMediaControl of those that play
//! (`playback`) and those that record (`record`), and their tracks (`track`).
//!
//! A file belongs to one call at a time: the one on whose streams its tracks are. Its events go to
//! whoever selected it there.

mod playback;
mod record;
mod track;

pub(super) use playback::Playing;
pub(super) use record::Recorded;
pub(super) use track::Track;

use super::format::Wave;
use super::terminal::{Single, Tracks};
use super::{class, direction_of, flow_of, terminal_collection};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    Bstr, Class, ComPtr, Error, In, OK, Object, Ref, Result, Success, Variant, enumerate,
};
use crate::engine::{
    self, Call, CallHandle, ErrorKind, FileState, Flow, MediaNews, Role, Terminal, TerminalRef,
};
use crate::shared::Shared;
use crate::terminals::{Change, Fault, Recorder};
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// What is done with a file.
pub(super) trait FileKind: Send + Sync + Sized + 'static {
    /// The class of its terminals.
    const CLASS: GUID;
    /// The name of its terminals.
    const NAME: &'static str;
    /// What its tracks do on a stream.
    const ROLE: Role;

    /// It as a terminal.
    fn terminal(file: &Ref<File<Self>>) -> ComPtr<ITTerminal>
    where
        File<Self>: Class,
        Track<Self>: Class;
    /// The way that it was made for.
    fn direction(&self) -> TERMINAL_DIRECTION;
    /// Whether a track of a direction can be made by programs.
    fn takes_tracks(&self) -> bool;
    /// A track is about to be put on a stream.
    fn prepare(&self, key: u64) -> Result<(), Fault>;
    /// The track is off that stream.
    fn release(&self, key: u64);
    fn start(&self) -> Result<Option<Change>, Fault>;
    fn pause(&self) -> Result<Option<Change>, Fault>;
    fn stop(&self) -> Option<Change>;
    fn state(&self) -> FileState;
    /// Adds sound to a frame. Returns whether there was any, and whether the file has ended.
    fn play(&self, _key: u64, _rate: u32, _frame: &mut [i16]) -> (bool, Option<Change>) {
        (false, None)
    }
    /// Hears a frame. Returns whether the file has ended.
    fn hear(&self, _key: u64, _rate: u32, _frame: &[i16]) -> Option<Change> {
        None
    }
    /// What of it must be complete once its call has ended.
    fn recorder(&self) -> Option<Shared<Recorder>> {
        None
    }
    /// How its sound is written.
    fn format(&self) -> Wave;
    /// Says how its sound is to be written.
    fn set_format(&self, wave: &Wave) -> Result<()>;
}

/// A terminal that is a file.
pub(super) struct File<K: FileKind>
where
    File<K>: Class,
    Track<K>: Class,
{
    kind: K,
    tracks: Mutex<Vec<Ref<Track<K>>>>,
    home: Mutex<Home>,
}

impl<K: FileKind> Drop for File<K>
where
    File<K>: Class,
    Track<K>: Class,
{
    /// What still plays or records ends with the terminal.
    fn drop(&mut self) {
        self.kind.stop();
    }
}

/// The call that a file belongs to, and what is told of it.
#[derive(Default)]
struct Home {
    handle: Option<CallHandle>,
    /// How many of its tracks are on streams of the call.
    on_streams: usize,
    /// How many threads are starting it.
    starting: usize,
    /// What happened meanwhile: it is told after the start.
    late: Option<Change>,
}

impl<K: FileKind> Object<File<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    /// A track is about to go on a stream of this call.
    fn settle_in(&self, handle: &CallHandle) -> engine::Result<()> {
        let mut home = lock(&self.home);
        if let Some(own) = &home.handle {
            if !own.call.same(&handle.call) {
                return Err(engine::Error::new(
                    ErrorKind::TerminalInUse,
                    "The file is in use on another call.",
                ));
            }
        }
        home.handle = Some(handle.clone());
        home.on_streams += 1;
        Ok(())
    }

    /// A track has left its stream. The last one stops the file.
    fn move_out(&self) {
        let mut home = lock(&self.home);
        home.on_streams = home.on_streams.saturating_sub(1);
        if home.on_streams > 0 {
            return;
        }
        let handle = home.handle.take();
        drop(home);
        drop(handle);
        self.kind.stop();
    }

    /// Tells what has become of the file.
    fn tell(&self, track: Option<Ref<Track<K>>>, change: &Change) {
        // Not under the lock: the engine has its own.
        let handle = lock(&self.home).handle.clone();
        if let Some(handle) = handle {
            handle.tell_media(MediaNews::File {
                terminal: TerminalRef::new(self.this()),
                track: track.map(TerminalRef::new),
                state: change.state,
                cause: change.cause,
                error: change.error(),
            });
        }
    }

    /// Something has happened to it. If somebody is starting the file and has not told that yet, this
    /// waits.
    fn happened(&self, change: Change) {
        let mut home = lock(&self.home);
        if home.starting > 0 {
            home.late = Some(change);
            return;
        }
        drop(home);
        self.tell(self.only_track(), &change);
    }

    /// Starts it, and tells of it before what happens then.
    fn begin(&self) -> Result<()> {
        lock(&self.home).starting += 1;
        let started = self.kind.start();
        if let Ok(Some(change)) = &started {
            self.tell(self.only_track(), change);
        }
        let mut home = lock(&self.home);
        home.starting -= 1;
        let late = match home.starting {
            0 => home.late.take(),
            _ => None,
        };
        let alone = home.on_streams == 0;
        drop(home);
        if let Some(late) = late {
            self.tell(self.only_track(), &late);
        }
        // It was taken off its last stream meanwhile: nobody would end what nobody hears.
        if alone {
            self.kind.stop();
        }
        Ok(started.map(drop)?)
    }

    /// The track that an event is about, if there is only one.
    fn only_track(&self) -> Option<Ref<Track<K>>> {
        match lock(&self.tracks).as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        }
    }

    fn is_selected(&self) -> bool {
        lock(&self.home).on_streams > 0
    }

    /// The tracks as programs see them.
    fn shown_tracks(&self) -> Result<Vec<ComPtr<ITTerminal>>> {
        // Declared first, so that on failure the references go after the lock does.
        let mut shown = Vec::new();
        let tracks = lock(&self.tracks);
        shown.try_reserve_exact(tracks.len())?;
        shown.extend(tracks.iter().map(|track| track.interface::<ITTerminal>()));
        Ok(shown)
    }

    /// Adds a track.
    fn add_track(&self, direction: TERMINAL_DIRECTION) -> Result<Ref<Track<K>>> {
        let track = Track::create(self, direction)?;
        let mut tracks = lock(&self.tracks);
        tracks.try_reserve(1)?;
        tracks.push(track.clone());
        Ok(track)
    }

    /// Takes a track away; whether there was such a one.
    fn remove_track(&self, track: &Ref<Track<K>>) -> bool {
        let mut tracks = lock(&self.tracks);
        let place = tracks.iter().position(|own| own.is(track));
        let gone = place.map(|place| tracks.remove(place));
        drop(tracks);
        gone.is_some()
    }
}

impl<K: FileKind> Tracks for Object<File<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn serves(&self, flow: Flow) -> bool {
        let own = self.kind.direction();
        own == direction_of(flow) || own == TD_BIDIRECTIONAL
    }

    fn tracks(&self) -> Result<Vec<Single>> {
        let mut found = Vec::new();
        let tracks = lock(&self.tracks);
        found.try_reserve_exact(tracks.len())?;
        found.extend(tracks.iter().map(Track::single));
        Ok(found)
    }

    fn is_free(&self, track: &TerminalRef) -> bool {
        let track = track.get::<Ref<Track<K>>>();
        track.is_some_and(|track| !track.is_selected())
    }

    fn add(&self, flow: Flow) -> Result<Single> {
        if !self.kind.takes_tracks() {
            return Err(Error::with(
                TAPI_E_INVALIDTERMINAL,
                "The terminal has no track yet: say first what it plays (ITMediaPlayback::put_PlayList).",
            ));
        }
        Ok(Track::single(&self.add_track(direction_of(flow))?))
    }

    fn remove(&self, track: &TerminalRef) {
        if let Some(track) = track.get::<Ref<Track<K>>>() {
            self.remove_track(track);
        }
    }
}

/// A file is no terminal for a stream: its tracks are. This is for what is told of it.
impl<K: FileKind> Terminal for Object<File<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> engine::Result<()> {
        Err(engine::Error::new(
            ErrorKind::InvalidTerminal,
            "The tracks of the file go on streams, not the file.",
        ))
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}
}

impl<K: FileKind> ITTerminalImpl for Object<File<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn get_name(&self) -> Result<Bstr> {
        Bstr::new(K::NAME)
    }

    fn get_state(&self) -> Result<TERMINAL_STATE> {
        Ok(state_of(self.is_selected()))
    }

    fn get_terminal_type(&self) -> Result<TERMINAL_TYPE> {
        Ok(TT_DYNAMIC)
    }

    fn get_terminal_class(&self) -> Result<Bstr> {
        class::text(&K::CLASS)
    }

    fn get_media_type(&self) -> Result<LONG> {
        Ok(TAPIMEDIATYPE_MULTITRACK)
    }

    fn get_direction(&self) -> Result<TERMINAL_DIRECTION> {
        Ok(self.kind.direction())
    }
}

/// Whether a terminal is in use.
fn state_of(selected: bool) -> TERMINAL_STATE {
    if selected { TS_INUSE } else { TS_NOTINUSE }
}

impl<K: FileKind> ITMultiTrackTerminalImpl for Object<File<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn get_track_terminals(&self) -> Result<Variant> {
        terminal_collection(self.shown_tracks()?)
    }

    fn enumerate_track_terminals(&self) -> Result<ComPtr<IEnumTerminal>> {
        enumerate(self.shown_tracks()?)
    }

    /// A player has the track of what it plays: TAPI_E_NOTSUPPORTED.
    fn create_track_terminal(
        &self,
        media: LONG,
        direction: TERMINAL_DIRECTION,
    ) -> Result<ComPtr<ITTerminal>> {
        if media != TAPIMEDIATYPE_AUDIO {
            return Err(Error::with(
                TAPI_E_INVALIDMEDIATYPE,
                "A track of a file carries audio (TAPIMEDIATYPE_AUDIO).",
            ));
        }
        if flow_of(direction).is_none() {
            return Err(Error::with(
                TAPI_E_INVALIDDIRECTION,
                "A track's direction is TD_CAPTURE or TD_RENDER.",
            ));
        }
        if !self.kind.takes_tracks() {
            return Err(fixed_tracks());
        }
        Ok(self.add_track(direction)?.into_interface())
    }

    fn get_media_types_in_use(&self) -> Result<LONG> {
        Ok(match lock(&self.tracks).is_empty() {
            true => 0,
            false => TAPIMEDIATYPE_AUDIO,
        })
    }

    fn get_directions_in_use(&self) -> Result<TERMINAL_DIRECTION> {
        let tracks = lock(&self.tracks);
        let Some(first) = tracks.first() else {
            return Ok(TD_NONE);
        };
        let same = tracks
            .iter()
            .all(|track| track.direction() == first.direction());
        Ok(if same {
            first.direction()
        } else {
            TD_MULTITRACK_MIXED
        })
    }

    /// A player keeps its track: TAPI_E_NOTSUPPORTED.
    fn remove_track_terminal(&self, track: Option<In<'_, ITTerminal>>) -> Result<Success> {
        let track = track.ok_or(Error::pointer())?;
        let own = track.downcast::<Track<K>>();
        let own = own.filter(|track| lock(&self.tracks).iter().any(|own| own.is(track)));
        let own = own.ok_or(Error::invalid_argument("Not a track of this file."))?;
        if !self.kind.takes_tracks() {
            return Err(fixed_tracks());
        }
        if own.is_selected() {
            return Err(Error::with(
                TAPI_E_TERMINALINUSE,
                "The track must be taken off its stream first.",
            ));
        }
        self.remove_track(&own);
        Ok(OK)
    }
}

fn fixed_tracks() -> Error {
    Error::with(
        TAPI_E_NOTSUPPORTED,
        "A file that is played has the tracks that are in it.",
    )
}

impl<K: FileKind> ITMediaControlImpl for Object<File<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn start(&self) -> Result<Success> {
        if !self.is_selected() {
            return Err(Error::with(
                TAPI_E_NOTERMINALSELECTED,
                "The file must be put on a call first (ITBasicCallControl2::SelectTerminalOnCall).",
            ));
        }
        self.begin()?;
        Ok(OK)
    }

    /// What is stopped already stays so.
    fn stop(&self) -> Result<Success> {
        if let Some(change) = self.kind.stop() {
            self.happened(change);
        }
        Ok(OK)
    }

    fn pause(&self) -> Result<Success> {
        let paused = self.kind.pause().map_err(Error::from)?;
        if let Some(change) = paused {
            self.happened(change);
        }
        Ok(OK)
    }

    fn get_media_state(&self) -> Result<TERMINAL_MEDIA_STATE> {
        Ok(self.kind.state() as TERMINAL_MEDIA_STATE)
    }
}
