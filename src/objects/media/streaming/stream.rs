//! IMediaStream and IAudioMediaStream of the terminal.

use super::sample::Sample;
use super::{Streamer, check_flags, check_format, wave_format};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{ComPtr, Error, In, OK, Object, Result, Success};
use crate::engine::Flow;

/// MSPID_PrimaryAudio.
const PRIMARY_AUDIO: GUID = GUID {
    Data1: 0xA35F_F56B,
    Data2: 0x9FDA,
    Data3: 0x11D0,
    Data4: [0x8F, 0xDF, 0x00, 0xC0, 0x4F, 0xD9, 0x18, 0x9D],
};

const NOT_OURS: Error = Error::with(
    MS_E_INCOMPATIBLE,
    "It does not come from this library, so it cannot be used together with this stream.",
);

impl IMediaStreamImpl for Object<Streamer> {
    /// A terminal is part of none: MS_E_NOSTREAM.
    fn get_multi_media_stream(&self) -> Result<ComPtr<IMultiMediaStream>> {
        Err(Error::with(
            MS_E_NOSTREAM,
            "A terminal is part of no multimedia stream.",
        ))
    }

    fn get_information(&self) -> Result<(GUID, STREAM_TYPE)> {
        let kind = match self.flow {
            Flow::Capture => STREAMTYPE_WRITE,
            Flow::Render => STREAMTYPE_READ,
        };
        Ok((PRIMARY_AUDIO, kind))
    }

    fn set_same_format(
        &self,
        other: Option<In<'_, IMediaStream>>,
        flags: DWORD,
    ) -> Result<Success> {
        let other = other.ok_or(Error::pointer())?;
        check_flags(flags)?;
        match other.downcast::<Streamer>() {
            Some(_) => Ok(OK),
            None => Err(NOT_OURS),
        }
    }

    fn allocate_sample(&self, flags: DWORD) -> Result<ComPtr<IStreamSample>> {
        check_flags(flags)?;
        let found = self.line.room()?;
        let settings = self.line.lock().settings;
        let sample = match found {
            Some(sample) => {
                sample.fit(&settings)?;
                sample
            }
            None => {
                let made = Sample::own(self, &settings);
                if made.is_err() {
                    self.line.unmade();
                }
                made?
            }
        };
        Ok(sample.into_interface())
    }

    fn create_shared_sample(
        &self,
        existing: Option<In<'_, IStreamSample>>,
        flags: DWORD,
    ) -> Result<ComPtr<IStreamSample>> {
        let existing = existing.ok_or(Error::pointer())?;
        check_flags(flags)?;
        let existing = existing.downcast::<Sample>().ok_or(NOT_OURS)?;
        Ok(Sample::sharing(self, &existing)?.into_interface())
    }

    fn send_end_of_stream(&self, flags: DWORD) -> Result<Success> {
        check_flags(flags)?;
        if self.flow == Flow::Render {
            return Err(Error::with(
                MS_E_INVALIDSTREAMTYPE,
                "The program reads from this stream; the far end ends it.",
            ));
        }
        self.line.end()?;
        Ok(OK)
    }
}

impl IAudioMediaStreamImpl for Object<Streamer> {
    fn get_format(&self) -> Result<WAVEFORMATEX> {
        Ok(wave_format())
    }

    /// The format that there is, and no other: VFW_E_TYPE_NOT_ACCEPTED.
    fn set_format(&self, format: &WAVEFORMATEX) -> Result<Success> {
        check_format(format)?;
        Ok(OK)
    }

    fn create_sample(
        &self,
        memory: Option<In<'_, IAudioData>>,
        flags: DWORD,
    ) -> Result<ComPtr<IAudioStreamSample>> {
        let memory = memory.ok_or(Error::pointer())?;
        check_flags(flags)?;
        let existing = memory.downcast::<Sample>().ok_or(NOT_OURS)?;
        Ok(Sample::sharing(self, &existing)?.into_interface())
    }
}
