//! What a program wants of a new call: LINECALLPARAMS.

use super::abi::*;
use super::fault::{Fault, Result};
use super::image::{number_in, part_of};
use super::line::OpenLine;
use super::media;
use super::text::Form;
use crate::engine::{Buffer, Call, Line, Number, Text};
use crate::shared::Shared;
use std::mem::{offset_of, size_of};
use std::time::Duration;

/// LINECALLPARAMS, checked for a line.
pub(super) struct Parameters<'a> {
    bytes: Option<&'a [u8]>,
    /// The version of the line that they are for.
    version: u32,
    form: Form,
    /// Media types as the engine has them.
    pub media: u32,
    /// How long the call may wait for an answer, if not for ever.
    pub answer_within: Option<Duration>,
}

/// LINECALLPARAMS, checked, of a call that waits for its digits.
pub(super) struct Kept {
    bytes: Vec<u8>,
    form: Form,
}

impl Kept {
    /// What they say, for the line that they were checked for.
    pub fn read(&self, line: &OpenLine) -> Result<Parameters<'_>> {
        Parameters::read(line, Some(&self.bytes), self.form)
    }
}

fn fixed_size(version: u32) -> usize {
    match version {
        0..=0x0001_ffff => 112,
        0x0002_0000..=0x0002_ffff => 176,
        _ => size_of::<LINECALLPARAMS>(),
    }
}

/// The sizes of all variable parts, each with the offset behind it; the last is there from version 2.0
/// on.
const PARTS: [usize; 11] = [
    offset_of!(LINECALLPARAMS, dwOrigAddressSize),
    offset_of!(LINECALLPARAMS, dwDisplayableAddressSize),
    offset_of!(LINECALLPARAMS, dwCalledPartySize),
    offset_of!(LINECALLPARAMS, dwCommentSize),
    offset_of!(LINECALLPARAMS, dwUserUserInfoSize),
    offset_of!(LINECALLPARAMS, dwHighLevelCompSize),
    offset_of!(LINECALLPARAMS, dwLowLevelCompSize),
    offset_of!(LINECALLPARAMS, dwDevSpecificSize),
    offset_of!(LINECALLPARAMS, dwTargetAddressSize),
    offset_of!(LINECALLPARAMS, dwDeviceClassSize),
    offset_of!(LINECALLPARAMS, dwCallDataSize),
];

/// All LINECALLPARAMFLAGS_ bits that there are.
const ALL_FLAGS: u32 = LINECALLPARAMFLAGS_SECURE
    | LINECALLPARAMFLAGS_IDLE
    | LINECALLPARAMFLAGS_BLOCKID
    | LINECALLPARAMFLAGS_ORIGOFFHOOK
    | LINECALLPARAMFLAGS_DESTOFFHOOK
    | LINECALLPARAMFLAGS_NOHOLDCONFERENCE
    | LINECALLPARAMFLAGS_PREDICTIVEDIAL
    | LINECALLPARAMFLAGS_ONESTEPTRANSFER;

/// Checks what holds for every line.
fn check(bytes: &[u8], version: u32) -> Result<()> {
    if bytes.len() < fixed_size(version) {
        return Err(Fault::TOO_SMALL);
    }
    let number = |member| number_in(bytes, member).unwrap_or(0);
    let is_lost = |member: &usize| {
        let is_there = *member < fixed_size(version) && number(*member) != 0;
        is_there && part_of(bytes, *member).is_none()
    };
    let flags = number(offset_of!(LINECALLPARAMS, dwCallParamFlags));
    if PARTS.iter().any(is_lost) || flags & !ALL_FLAGS != 0 {
        return Err(Fault(LINEERR_INVALCALLPARAMS));
    }
    Ok(())
}

impl<'a> Parameters<'a> {
    /// Reads and checks them; none are those of a call by voice.
    pub fn read(line: &OpenLine, bytes: Option<&'a [u8]>, form: Form) -> Result<Self> {
        Self::for_line(&line.line, line.version, bytes, form)
    }

    /// As [`Parameters::read`], for a line that need not be open.
    pub fn for_line(
        line: &Line,
        version: u32,
        bytes: Option<&'a [u8]>,
        form: Form,
    ) -> Result<Self> {
        let mut parameters = Parameters {
            bytes,
            version,
            form,
            media: line.info().media & media::for_engine(LINEMEDIAMODE_INTERACTIVEVOICE),
            answer_within: None,
        };
        if parameters.media == 0 {
            parameters.media = line.info().media;
        }
        let Some(bytes) = bytes else {
            return Ok(parameters);
        };
        check(bytes, version)?;
        let number = |member| number_in(bytes, member).unwrap_or(0);
        match number(offset_of!(LINECALLPARAMS, dwBearerMode)) {
            0 | LINEBEARERMODE_VOICE | LINEBEARERMODE_SPEECH => {}
            known if known.is_power_of_two() && known <= LINEBEARERMODE_RESTRICTEDDATA => {
                return Err(Fault(LINEERR_BEARERMODEUNAVAIL));
            }
            _ => return Err(Fault(LINEERR_INVALBEARERMODE)),
        }
        let modes = number(offset_of!(LINECALLPARAMS, dwMediaMode));
        if modes != 0 {
            media::check(modes, line)?;
            parameters.media = media::for_engine(modes);
        }
        let seconds = offset_of!(LINECALLPARAMS, dwNoAnswerTimeout);
        match number(seconds) {
            some if some != 0 && seconds < fixed_size(version) => {
                parameters.answer_within = Some(Duration::from_secs(some.into()));
            }
            _ => {}
        }
        match number(offset_of!(LINECALLPARAMS, dwAddressMode)) {
            0 | LINEADDRESSMODE_ADDRESSID => {
                if number(offset_of!(LINECALLPARAMS, dwAddressID)) != 0 {
                    return Err(Fault::ADDRESS_ID);
                }
            }
            LINEADDRESSMODE_DIALABLEADDR => {
                let own = parameters.text(offset_of!(LINECALLPARAMS, dwOrigAddressSize))?;
                if own != line.info().address {
                    return Err(Fault(LINEERR_INVALADDRESS));
                }
            }
            _ => return Err(Fault(LINEERR_INVALADDRESSMODE)),
        }
        Ok(parameters)
    }

    /// What they say, for a call that is placed later; nothing if nothing is said.
    pub fn keep(&self) -> Result<Option<Shared<Kept>>> {
        let Some(bytes) = self.bytes else {
            return Ok(None);
        };
        let bytes = copy_bytes(bytes)?;
        let form = self.form;
        Ok(Some(Shared::try_new(Kept { bytes, form })?))
    }

    fn text(&self, member: usize) -> Result<String> {
        match self.bytes.and_then(|bytes| part_of(bytes, member)) {
            Some(part) => self.form.decode(part),
            None => Ok(String::new()),
        }
    }

    /// Keeps with the call what is to be kept.
    pub fn apply(&self, call: &Call) -> Result<()> {
        let Some(bytes) = self.bytes else {
            return Ok(());
        };
        let texts = [
            (
                offset_of!(LINECALLPARAMS, dwDisplayableAddressSize),
                Text::DisplayableAddress,
            ),
            (
                offset_of!(LINECALLPARAMS, dwCalledPartySize),
                Text::CalledPartyName,
            ),
            (offset_of!(LINECALLPARAMS, dwCommentSize), Text::Comment),
        ];
        for (member, which) in texts {
            let text = self.text(member)?;
            if !text.is_empty() {
                call.change_info(|info| info.set_text(which, text))?;
            }
        }
        let buffers = [
            (
                offset_of!(LINECALLPARAMS, dwUserUserInfoSize),
                Buffer::UserUserInfo,
            ),
            (
                offset_of!(LINECALLPARAMS, dwHighLevelCompSize),
                Buffer::HighLevelCompatibility,
            ),
            (
                offset_of!(LINECALLPARAMS, dwLowLevelCompSize),
                Buffer::LowLevelCompatibility,
            ),
            (
                offset_of!(LINECALLPARAMS, dwDevSpecificSize),
                Buffer::DeviceSpecific,
            ),
            (offset_of!(LINECALLPARAMS, dwCallDataSize), Buffer::CallData),
        ];
        for (member, which) in buffers {
            // The last is unknown to programs of versions before 2.0.
            let later = member >= fixed_size(self.version);
            if let (false, Some(part)) = (later, part_of(bytes, member)) {
                call.set_buffer(which, copy_bytes(part)?)?;
            }
        }
        let number = |member| number_in(bytes, member).unwrap_or(0);
        let flags = number(offset_of!(LINECALLPARAMS, dwCallParamFlags));
        if flags != 0 {
            call.set_number(Number::CallParamsFlags, flags as i32)?;
        }
        let bearer = number(offset_of!(LINECALLPARAMS, dwBearerMode));
        if bearer != 0 {
            call.set_number(Number::BearerMode, bearer as i32)?;
        }
        Ok(())
    }
}

/// A copy of bytes.
pub(super) fn copy_bytes(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut copy = Vec::new();
    copy.try_reserve_exact(bytes.len())?;
    copy.extend_from_slice(bytes);
    Ok(copy)
}
