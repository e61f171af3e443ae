//! The tracks of file terminals: what of a file goes on a stream.

use super::{File, FileKind, state_of};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    Bstr, Class, ComPtr, Error, In, MediaType, OK, Object, Ref, Result, Success, TaskMediaType,
    Weak, com_class,
};
use crate::engine::{self, Call, CallHandle, ErrorKind, Flow, Terminal, TerminalRef};
use crate::objects::media::file::{Playing, Recorded};
use crate::objects::media::format::{AudioFormat, Wave};
use crate::objects::media::terminal::Single;
use crate::objects::media::{class, flow_of};
use crate::shared::Shared;
use crate::terminals::Recorder;
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// A track of a file. While it is on a stream it keeps the file, so that a program may let go of
/// that; otherwise the file keeps it.
pub(in crate::objects::media) struct Track<K: FileKind>
where
    File<K>: Class,
    Track<K>: Class,
{
    file: Weak<File<K>>,
    direction: TERMINAL_DIRECTION,
    on_stream: Mutex<Option<Ref<File<K>>>>,
    /// For the end of the call, when nobody may have the file any more.
    recorder: Option<Shared<Recorder>>,
}

com_class!(Track<Playing>: ITTerminal, ITFileTrack);
com_class!(Track<Recorded>: ITTerminal, ITFileTrack);

/// What tells a stream from all others.
fn key(call: &Call, flow: Flow) -> u64 {
    call.id() << 1 | flow as u64
}

impl<K: FileKind> Track<K>
where
    File<K>: Class,
    Track<K>: Class,
{
    pub(super) fn create(
        file: &Object<File<K>>,
        direction: TERMINAL_DIRECTION,
    ) -> Result<Ref<Self>> {
        Object::new(Track {
            file: file.downgrade(),
            direction,
            on_stream: Mutex::new(None),
            recorder: file.kind.recorder(),
        })
    }

    pub(super) fn direction(&self) -> TERMINAL_DIRECTION {
        self.direction
    }

    pub(super) fn is_selected(&self) -> bool {
        lock(&self.on_stream).is_some()
    }

    /// What the streams need of it.
    pub(in crate::objects::media) fn single(track: &Ref<Self>) -> Single {
        Single {
            terminal: TerminalRef::new(track.clone()),
            direction: track.direction,
            role: K::ROLE,
        }
    }

    fn with_file<T>(
        &self,
        call: &Call,
        work: impl FnOnce(&Object<File<K>>, u64) -> T,
    ) -> Option<T> {
        let file = self.file.upgrade()?;
        let flow = flow_of(self.direction)?;
        Some(work(&file, key(call, flow)))
    }
}

impl<K: FileKind> Terminal for Object<Track<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn selected(&self, handle: &CallHandle, flow: Flow) -> engine::Result<()> {
        let file = self.file.upgrade().ok_or(engine::Error::new(
            ErrorKind::InvalidTerminal,
            "The file of the track has been released.",
        ))?;
        file.settle_in(handle)?;
        let prepared = self.take_place(&file).and_then(|()| {
            let prepared = file.kind.prepare(key(&handle.call, flow));
            if prepared.is_err() {
                lock(&self.on_stream).take();
            }
            prepared.map_err(engine::Error::from)
        });
        if prepared.is_err() {
            file.move_out();
        }
        prepared
    }

    fn unselected(&self, call: &Call, flow: Flow) {
        let file = lock(&self.on_stream).clone();
        if let Some(file) = file {
            // Before it can go on a stream again, perhaps on this one.
            file.kind.release(key(call, flow));
            lock(&self.on_stream).take();
            file.move_out();
        }
    }

    fn play(&self, call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let played = self.with_file(call, |file, key| {
            let (sounded, ended) = file.kind.play(key, rate, frame);
            if let Some(change) = ended {
                file.happened(change);
            }
            sounded
        });
        played.unwrap_or(false)
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        self.with_file(call, |file, key| {
            if let Some(change) = file.kind.hear(key, rate, frame) {
                file.happened(change);
            }
        });
    }

    fn finish(&self) {
        if let Some(recorder) = &self.recorder {
            recorder.complete();
        }
    }
}

impl<K: FileKind> Track<K>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn file(&self) -> Result<Ref<File<K>>> {
        self.file.upgrade().ok_or(Error::with(
            TAPI_E_NOFORMAT,
            "The file of the track has been released.",
        ))
    }

    fn wave(&self) -> Result<Wave> {
        Ok(self.file()?.kind.format())
    }

    fn set_wave(&self, wave: &Wave) -> Result<Success> {
        self.file()?.kind.set_format(wave)?;
        Ok(OK)
    }

    /// A track is on one stream at a time.
    fn take_place(&self, file: &Ref<File<K>>) -> engine::Result<()> {
        let mut on_stream = lock(&self.on_stream);
        if on_stream.is_some() {
            return Err(engine::Error::new(
                ErrorKind::TerminalInUse,
                "The track is on a stream already.",
            ));
        }
        *on_stream = Some(file.clone());
        Ok(())
    }
}

impl<K: FileKind> ITTerminalImpl for Object<Track<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn get_name(&self) -> Result<Bstr> {
        Bstr::new("Audio track")
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
        Ok(TAPIMEDIATYPE_AUDIO)
    }

    fn get_direction(&self) -> Result<TERMINAL_DIRECTION> {
        Ok(self.direction)
    }
}

impl<K: FileKind> ITFileTrackImpl for Object<Track<K>>
where
    File<K>: Class,
    Track<K>: Class,
{
    fn get_format(&self) -> Result<TaskMediaType> {
        self.wave()?.to_media_type()
    }

    /// Of a recording, before it starts: PCM of 8 or 16 bits, A-law or mu-law, in one channel or
    /// two. All tracks of a file share it.
    fn put_format(&self, media: &MediaType<'_>) -> Result<Success> {
        self.set_wave(&Wave::from_media_type(media)?)
    }

    fn get_audio_format_for_scripting(&self) -> Result<ComPtr<ITScriptableAudioFormat>> {
        Ok(AudioFormat::create(self.wave()?)?.into_interface())
    }

    /// As put_Format.
    fn put_audio_format_for_scripting(
        &self,
        format: Option<In<'_, ITScriptableAudioFormat>>,
    ) -> Result<Success> {
        let format = format.ok_or(Error::pointer())?;
        let format = format.downcast::<AudioFormat>();
        let format = format.ok_or(Error::invalid_argument(
            "The format must come from EmptyAudioFormatForScripting.",
        ))?;
        self.set_wave(&format.wave())
    }

    fn get_empty_audio_format_for_scripting(&self) -> Result<ComPtr<ITScriptableAudioFormat>> {
        Ok(AudioFormat::create(Wave::default())?.into_interface())
    }

    fn get_controlling_terminal(&self) -> Result<Option<ComPtr<ITTerminal>>> {
        Ok(self.file.upgrade().map(|file| K::terminal(&file)))
    }
}
