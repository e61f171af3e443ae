//! The terminal that records to a file: ITMediaRecord.

use super::{File, FileKind, Home};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, Bstr, ComPtr, Error, OK, Object, Ref, Result, Success, com_class};
use crate::engine::{FileState, Role};
use crate::objects::media::class;
use crate::objects::media::format::{A_LAW, MU_LAW, PCM, Wave};
use crate::shared::Shared;
use crate::terminals::{Change, Coding, Fault, Layout, Recorder, Recording};
use std::path::Path;
use std::sync::Mutex;
use tapi3_common::sync::lock;

/// Samples a second that a stream has if nothing else is known.
const STREAM_RATE: u32 = 8_000;

/// It is recorded into.
pub(in crate::objects::media) struct Recorded {
    recorder: Shared<Recorder>,
    direction: TERMINAL_DIRECTION,
    name: Mutex<Bstr>,
}

com_class!(File<Recorded>: ITTerminal, ITMultiTrackTerminal, ITMediaControl, ITMediaRecord);

impl FileKind for Recorded {
    const CLASS: GUID = class::FILE_RECORDING;
    const NAME: &'static str = "File recorder";
    const ROLE: Role = Role::Hears;

    fn direction(&self) -> TERMINAL_DIRECTION {
        self.direction
    }

    fn takes_tracks(&self) -> bool {
        true
    }

    fn terminal(file: &Ref<File<Self>>) -> ComPtr<ITTerminal> {
        file.interface()
    }

    fn prepare(&self, key: u64) -> Result<(), Fault> {
        self.recorder.prepare(key, 0)
    }

    fn release(&self, key: u64) {
        self.recorder.release(key);
    }

    fn start(&self) -> Result<Option<Change>, Fault> {
        self.recorder.start()
    }

    fn pause(&self) -> Result<Option<Change>, Fault> {
        self.recorder.pause()
    }

    fn stop(&self) -> Option<Change> {
        self.recorder.stop()
    }

    fn state(&self) -> FileState {
        self.recorder.state()
    }

    fn hear(&self, key: u64, rate: u32, frame: &[i16]) -> Option<Change> {
        self.recorder.hear(key, rate, frame)
    }

    /// That of the file; of the stream, as long as nothing else was said.
    fn format(&self) -> Wave {
        let recording = self.recorder.recording();
        let (tag, bits) = match recording.coding {
            Coding::Pcm16 => (PCM, 16),
            Coding::Pcm8 => (PCM, 8),
            Coding::ALaw => (A_LAW, 8),
            Coding::MuLaw => (MU_LAW, 8),
        };
        let channels = match recording.layout {
            Layout::Mixed => 1,
            Layout::Stereo => 2,
        };
        let rate = match recording.rate {
            0 => STREAM_RATE,
            rate => rate,
        };
        Wave::new(tag, channels, rate, bits)
    }

    fn set_format(&self, wave: &Wave) -> Result<()> {
        let coding = match (wave.tag, wave.bits) {
            (PCM, 16) => Coding::Pcm16,
            (PCM, 8) => Coding::Pcm8,
            (A_LAW, 8) => Coding::ALaw,
            (MU_LAW, 8) => Coding::MuLaw,
            _ => {
                return Err(Error::invalid_argument(
                    "A recording is PCM of 8 or 16 bits, A-law or mu-law.",
                ));
            }
        };
        let layout = match wave.channels {
            1 => Layout::Mixed,
            2 => Layout::Stereo,
            _ => {
                return Err(Error::invalid_argument(
                    "A recording has one channel or two.",
                ));
            }
        };
        let rate = wave.rate;
        let recording = Recording {
            coding,
            rate,
            layout,
        };
        let set = self.recorder.set_recording(recording);
        set.map_err(Error::from)
    }

    fn recorder(&self) -> Option<Shared<Recorder>> {
        Some(self.recorder.clone())
    }
}

impl File<Recorded> {
    /// A recorder without a file.
    pub(in crate::objects::media) fn recorder(direction: TERMINAL_DIRECTION) -> Result<Ref<Self>> {
        let recorder = Recorder::try_new().map_err(Error::from)?;
        Object::new(File {
            kind: Recorded {
                recorder,
                direction,
                name: Mutex::new(Bstr::null()),
            },
            tracks: Mutex::new(Vec::new()),
            home: Mutex::new(Home::default()),
        })
    }
}

impl ITMediaRecordImpl for Object<File<Recorded>> {
    /// The file is made at once if it is not there; what was in it stays until the start.
    fn put_file_name(&self, name: BStr<'_>) -> Result<Success> {
        if name.is_null() {
            return Err(Error::pointer());
        }
        let text = name.to_string_lossy()?;
        let kept = name.to_bstr()?;
        let taken = self.kind.recorder.set_file(Path::new(&text));
        taken.map_err(Error::from)?;
        let before = std::mem::replace(&mut *lock(&self.kind.name), kept);
        drop(before);
        Ok(OK)
    }

    /// Empty if nothing was put.
    fn get_file_name(&self) -> Result<Bstr> {
        lock(&self.kind.name).try_clone()
    }
}
