//! The classes of terminals, and the one place where a terminal of a class is made.

use super::file::File;
use super::streaming::Streamer;
use crate::com::abi::*;
use crate::com::guid::guid_to_text;
use crate::com::{Bstr, ComPtr, Error, Result};

/// FilePlaybackTerminal: plays files to the far end.
pub(super) const FILE_PLAYBACK: GUID = GUID {
    Data1: 0x0CB9_914C,
    Data2: 0x79CD,
    Data3: 0x47DC,
    Data4: [0xAD, 0xB0, 0x32, 0x7F, 0x47, 0xCE, 0xFB, 0x20],
};

/// FileRecordingTerminal: records to a file.
pub(super) const FILE_RECORDING: GUID = GUID {
    Data1: 0x521F_3D06,
    Data2: 0xC3D0,
    Data3: 0x4511,
    Data4: [0x86, 0x17, 0x86, 0xB9, 0xA7, 0x83, 0xDA, 0x77],
};

/// MediaStreamTerminal: the program itself, sample by sample.
pub(super) const MEDIA_STREAM: GUID = GUID {
    Data1: 0xE2F7_AEF7,
    Data2: 0x4971,
    Data3: 0x11D1,
    Data4: [0xA6, 0x71, 0x00, 0x60, 0x97, 0xC9, 0xA2, 0xE8],
};

/// MicrophoneTerminal: a device that is spoken into.
pub(super) const MICROPHONE: GUID = GUID {
    Data1: 0xAAF5_78EF,
    Data2: 0xDC70,
    Data3: 0x11D0,
    Data4: [0x8E, 0xD3, 0x00, 0xC0, 0x4F, 0xB6, 0x80, 0x9F],
};

/// SpeakersTerminal: a device that is heard.
pub(super) const SPEAKERS: GUID = GUID {
    Data1: 0xAAF5_78F0,
    Data2: 0xDC70,
    Data3: 0x11D0,
    Data4: [0x8E, 0xD3, 0x00, 0xC0, 0x4F, 0xB6, 0x80, 0x9F],
};

/// The classes that [`make`] makes, as programs see them listed.
pub(super) const DYNAMIC: &[GUID] = &[FILE_PLAYBACK, FILE_RECORDING, MEDIA_STREAM];

/// A class as programs name it.
pub(super) fn text(class: &GUID) -> Result<Bstr> {
    Bstr::from_utf16(&guid_to_text(class))
}

/// Makes a terminal. `media` has at least one bit, and none that is no TAPIMEDIATYPE_.
pub(super) fn make(
    class: &GUID,
    media: LONG,
    direction: TERMINAL_DIRECTION,
) -> Result<ComPtr<ITTerminal>> {
    let audio = match *class {
        MEDIA_STREAM => TAPIMEDIATYPE_AUDIO,
        _ => TAPIMEDIATYPE_AUDIO | TAPIMEDIATYPE_MULTITRACK,
    };
    let check = |directions: &[TERMINAL_DIRECTION]| {
        if media & !audio != 0 {
            return Err(Error::with(
                TAPI_E_INVALIDMEDIATYPE,
                "Terminals of this class carry audio only.",
            ));
        }
        if !directions.contains(&direction) {
            return Err(Error::with(
                TAPI_E_INVALIDDIRECTION,
                "Terminals of this class do not go in this direction.",
            ));
        }
        Ok(())
    };
    match *class {
        FILE_PLAYBACK => {
            check(&[TD_CAPTURE])?;
            Ok(File::player()?.into_interface())
        }
        FILE_RECORDING => {
            check(&[TD_RENDER, TD_BIDIRECTIONAL])?;
            Ok(File::recorder(direction)?.into_interface())
        }
        MEDIA_STREAM => {
            check(&[TD_CAPTURE, TD_RENDER])?;
            Ok(Streamer::create(direction)?.into_interface())
        }
        _ => Err(Error::with(
            TAPI_E_INVALIDTERMINALCLASS,
            "Not a class of terminals that can be made; see EnumerateDynamicTerminalClasses.",
        )),
    }
}
