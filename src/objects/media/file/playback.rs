//! The terminal that plays files: ITMediaPlayback.

use super::{File, FileKind, Home, Track};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{ComPtr, Error, OK, Object, Ref, Result, Success, Variant, com_class};
use crate::engine::{FileState, Role};
use crate::objects::media::class;
use crate::objects::media::format::{PCM, Wave};
use crate::shared::Shared;
use crate::terminals::{Change, Fault, Player};
use std::path::PathBuf;
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// It is played.
pub(in crate::objects::media) struct Playing {
    player: Shared<Player>,
    /// What the program gave us as the play list.
    list: Mutex<Option<Variant>>,
}

com_class!(File<Playing>: ITTerminal, ITMultiTrackTerminal, ITMediaControl, ITMediaPlayback);

impl FileKind for Playing {
    const CLASS: GUID = class::FILE_PLAYBACK;
    const NAME: &'static str = "File player";
    const ROLE: Role = Role::Plays;

    fn direction(&self) -> TERMINAL_DIRECTION {
        TD_CAPTURE
    }

    fn takes_tracks(&self) -> bool {
        false
    }

    fn terminal(file: &Ref<File<Self>>) -> ComPtr<ITTerminal> {
        file.interface()
    }

    fn prepare(&self, key: u64) -> Result<(), Fault> {
        self.player.prepare(key, 0)
    }

    fn release(&self, key: u64) {
        self.player.release(key);
    }

    fn start(&self) -> Result<Option<Change>, Fault> {
        self.player.start()
    }

    fn pause(&self) -> Result<Option<Change>, Fault> {
        self.player.pause()
    }

    fn stop(&self) -> Option<Change> {
        self.player.stop()
    }

    fn state(&self) -> FileState {
        self.player.state()
    }

    /// That of the stream: whatever is in the files becomes it.
    fn format(&self) -> Wave {
        Wave::new(PCM, 1, 8_000, 16)
    }

    fn set_format(&self, _wave: &Wave) -> Result<()> {
        Err(Error::with(
            TAPI_E_NOTSUPPORTED,
            "The format of what is played is that of its files.",
        ))
    }

    fn play(&self, key: u64, rate: u32, frame: &mut [i16]) -> (bool, Option<Change>) {
        let played = self.player.play(key, rate, frame);
        (played.sounded, played.ended)
    }
}

impl File<Playing> {
    /// A player without anything to play.
    pub(in crate::objects::media) fn player() -> Result<Ref<Self>> {
        let player = Player::try_new().map_err(Error::from)?;
        Object::new(File {
            kind: Playing {
                player,
                list: Mutex::new(None),
            },
            tracks: Mutex::new(Vec::new()),
            home: Mutex::new(Home::default()),
        })
    }
}

/// The names of the files of a play list.
fn files_of(list: &Variant) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if let Some(text) = list.as_bstr() {
        files.try_reserve_exact(1)?;
        files.push(PathBuf::from(text.to_string_lossy()?));
        return Ok(files);
    }
    let array = list.as_array().filter(|array| array.dimensions() == 1);
    let array = array.ok_or(Error::invalid_argument(
        "A play list is a one-dimensional array of file names.",
    ))?;
    files.try_reserve_exact(array.len())?;
    for element in array.elements() {
        let element = element?;
        if element.as_object().is_some() {
            return Err(Error::with(
                TAPI_E_NOTSUPPORTED,
                "Only the names of files can be played, not objects.",
            ));
        }
        let name = element.as_bstr().ok_or(Error::invalid_argument(
            "An element of the play list is not the name of a file (VT_BSTR).",
        ))?;
        files.push(PathBuf::from(name.to_string_lossy()?));
    }
    Ok(files)
}

impl ITMediaPlaybackImpl for Object<File<Playing>> {
    /// Each file is looked into at once, so that one that is missing or cannot be played is told
    /// here.
    fn put_play_list(&self, list: &Variant) -> Result<Success> {
        let kept = list.keep()?;
        let files = files_of(&kept)?;
        // The track comes first: what follows cannot fail once the files are taken.
        let added = match lock(&self.tracks).is_empty() {
            true => Some(Track::create(self, TD_CAPTURE)?),
            false => None,
        };
        if added.is_some() {
            lock(&self.tracks).try_reserve(1)?;
        }
        let taken = self.kind.player.set_files(&files);
        taken.map_err(Error::from)?;
        let before = lock(&self.kind.list).replace(kept);
        drop(before);
        let mut tracks = lock(&self.tracks);
        if files.is_empty() {
            // One that is on a stream stays until it is taken off there.
            let gone = match tracks.first() {
                Some(track) if !track.is_selected() => tracks.pop(),
                _ => None,
            };
            drop(tracks);
            drop(gone);
        } else if let (true, Some(added)) = (tracks.is_empty(), added) {
            tracks.push(added);
        }
        Ok(OK)
    }

    /// What was put, as it was put. TAPI_E_NOITEMS if nothing was.
    fn get_play_list(&self) -> Result<Variant> {
        match &*lock(&self.kind.list) {
            Some(list) => list.try_clone(),
            None => Err(Error::with(
                TAPI_E_NOITEMS,
                "Nothing was said yet of what is to be played.",
            )),
        }
    }
}
