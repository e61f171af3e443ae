//! Digits of a call: ITLegacyCallMediaControl2, with its tones in `tone`.
//!
//! Lines here carry DTMF; pulses cannot exist on them. Source: the ITLegacyCallMediaControl and
//! ITLegacyCallMediaControl2 pages (tapi3if.h), and the lineGenerateDigits, lineGatherDigits and
//! lineMonitorDigits pages (tapi.h) that they rest on.

use super::{CallMedia, devices, sounding, tone};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    BStr, ComPtr, Elements, Error, In, OK, Object, Result, Success, TaskMem, Variant,
};
use crate::engine::{Gather, Number};
use crate::objects::media_types;
use std::time::Duration;

/// What can be detected and gathered.
pub(in crate::objects) const DIGIT_MODES: LONG = LINEDIGITMODE_DTMF | LINEDIGITMODE_DTMFEND;

/// What can be sent: the end of a digit cannot be sent without its beginning.
pub(in crate::objects) const SENDABLE_MODES: LONG = LINEDIGITMODE_DTMF;

/// The shortest digit that is sent, in milliseconds.
pub(in crate::objects) const SHORTEST_DIGIT: LONG = 40;

/// The longest digit that is sent, in milliseconds: what one telephone event of RFC 4733 can tell.
pub(in crate::objects) const LONGEST_DIGIT: LONG = 8000;

/// The length of a digit of which nothing is said, in milliseconds.
pub(in crate::objects) const DEFAULT_DIGIT: LONG = 100;

/// So many digits can be gathered at once.
const MOST_DIGITS: usize = 0xffff;

/// Media types that a program may look for: TAPIMEDIATYPE_ bits, and interactive voice.
const KNOWN_MEDIA: u32 = 0x8 | 0x4 | 0x10 | 0x20 | 0x8000;

fn bad_mode() -> Error {
    Error::with(
        TAPI_E_INVALMODE,
        "The call carries digits as DTMF only (LINEDIGITMODE_DTMF, LINEDIGITMODE_DTMFEND).",
    )
}

/// The bits of a mode, if all of them are `possible`.
fn modes(mode: TAPI_DIGITMODE, possible: LONG) -> Result<u32> {
    match u32::try_from(mode) {
        Ok(bits) if mode & !possible == 0 => Ok(bits),
        _ => Err(bad_mode()),
    }
}

/// A key of a telephone; the letters in either case.
fn key(unit: u16) -> Option<u8> {
    let key = u8::try_from(unit).ok()?.to_ascii_uppercase();
    matches!(key, b'0'..=b'9' | b'A'..=b'D' | b'*' | b'#').then_some(key)
}

/// What is sent of a text: keys, pauses and flashes. Other characters are skipped, as TAPI does.
fn sendable(digits: BStr<'_>) -> Result<Vec<u8>> {
    let mut keys = Vec::new();
    keys.try_reserve_exact(digits.units().count())?;
    keys.extend(digits.units().filter_map(|unit| match unit {
        0x2c => Some(b','),
        0x21 => Some(b'!'),
        unit => key(unit),
    }));
    Ok(keys)
}

fn terminators(digits: BStr<'_>) -> Result<Vec<u8>> {
    let mut keys = Vec::new();
    keys.try_reserve_exact(digits.units().count())?;
    for unit in digits.units() {
        keys.push(key(unit).ok_or(Error::with(
            TAPI_E_INVALDIGITS,
            "A digit that ends the gathering is 0 to 9, A to D, * or #.",
        ))?);
    }
    Ok(keys)
}

/// A timeout; none for 0.
fn timeout(milliseconds: LONG) -> Result<Option<Duration>> {
    match u64::try_from(milliseconds) {
        Ok(0) => Ok(None),
        Ok(milliseconds) => Ok(Some(Duration::from_millis(milliseconds))),
        Err(_) => Err(Error::with(
            TAPI_E_INVALTIMEOUT,
            "A timeout is a number of milliseconds, or 0 for none.",
        )),
    }
}

impl CallMedia {
    fn send(&self, digits: BStr<'_>, mode: TAPI_DIGITMODE, duration: LONG) -> Result<Success> {
        let call = self.call()?;
        let handle = call.handle();
        // Nothing to send ends what is being sent.
        if digits.is_empty() {
            handle.stop_generation()?;
            return Ok(OK);
        }
        if modes(mode, SENDABLE_MODES)?.count_ones() != 1 {
            return Err(bad_mode());
        }
        let usual = handle.call.number(Number::DigitDuration);
        let wanted = match duration {
            0 => usual.filter(|usual| *usual > 0).unwrap_or(DEFAULT_DIGIT),
            wanted => wanted,
        };
        let wanted = wanted.clamp(SHORTEST_DIGIT, LONGEST_DIGIT);
        let each = Duration::from_millis(u64::from(wanted.unsigned_abs()));
        handle.send_digits(sendable(digits)?, each, each)?;
        Ok(OK)
    }
}

impl ITLegacyCallMediaControlImpl for Object<CallMedia> {
    fn detect_digits(&self, mode: TAPI_DIGITMODE) -> Result<Success> {
        let modes = modes(mode, DIGIT_MODES)?;
        self.call()?.handle().detect_digits(modes)?;
        Ok(OK)
    }

    /// NULL or the empty text ends what is being sent.
    fn generate_digits(&self, digits: BStr<'_>, mode: TAPI_DIGITMODE) -> Result<Success> {
        self.send(digits, mode, 0)
    }

    fn get_id(&self, class: BStr<'_>) -> Result<TaskMem> {
        let call = self.call()?;
        TaskMem::copy_from(&devices::id_of(call.handle().call.line(), class)?)
    }

    /// The media type of a call is known from the beginning: naming it changes nothing.
    fn set_media_type(&self, media: LONG) -> Result<Success> {
        let call = self.call()?;
        let available = call.handle().call.media();
        let bits = media_types::meant(media, available);
        if media == 0 || bits.count_ones() != 1 || !media_types::has(available, bits) {
            return Err(Error::invalid_argument(
                "Not one media type that the call has.",
            ));
        }
        Ok(OK)
    }

    /// The media type of a call is known from the beginning: there is nothing to look for.
    fn monitor_media(&self, media: LONG) -> Result<Success> {
        self.call()?;
        let bits = u32::from_ne_bytes(media.to_ne_bytes());
        if bits & !KNOWN_MEDIA != 0 {
            return Err(Error::invalid_argument(
                "Not media types (TAPIMEDIATYPE_ bits).",
            ));
        }
        Ok(OK)
    }
}

impl ITLegacyCallMediaControl2Impl for Object<CallMedia> {
    /// NULL or the empty text ends what is being sent. A duration that is too short or too long
    /// becomes the nearest that is not; see AC_GENERATEDIGITMINDURATION.
    fn generate_digits2(
        &self,
        digits: BStr<'_>,
        mode: TAPI_DIGITMODE,
        duration: LONG,
    ) -> Result<Success> {
        if duration < 0 {
            return Err(Error::invalid_argument("The duration is negative."));
        }
        self.send(digits, mode, duration)
    }

    fn gather_digits(
        &self,
        mode: TAPI_DIGITMODE,
        count: LONG,
        terminating: BStr<'_>,
        first: LONG,
        inter: LONG,
    ) -> Result<Success> {
        let call = self.call()?;
        let count = usize::try_from(count)
            .ok()
            .filter(|count| *count <= MOST_DIGITS);
        let count = count.ok_or(Error::invalid_argument(
            "So many digits cannot be gathered.",
        ))?;
        if count == 0 {
            call.handle().cancel_gathering()?;
            return Ok(OK);
        }
        let modes = modes(mode, DIGIT_MODES)?;
        if modes == 0 {
            return Err(bad_mode());
        }
        let terminators = terminators(terminating)?;
        call.handle().gather_digits(&Gather {
            id: 0,
            modes,
            count,
            terminators: &terminators,
            first: timeout(first)?,
            inter: timeout(inter)?,
        })?;
        Ok(OK)
    }

    /// NULL, or no tones, ends the detection.
    fn detect_tones(&self, tones: Elements<'_, TAPI_DETECTTONE>) -> Result<Success> {
        sounding::detect(self, tones)
    }

    /// NULL, or the empty collection, ends the detection.
    fn detect_tones_by_collection(&self, tones: Option<In<'_, ITCollection2>>) -> Result<Success> {
        let tones = tone::detect_tones_of(tones)?;
        sounding::detect(self, Elements::of(&tones))
    }

    /// 0 for the mode ends what is being sent.
    fn generate_tone(&self, mode: TAPI_TONEMODE, duration: LONG) -> Result<Success> {
        let call = self.call()?;
        sounding::generate(&call, mode, duration)
    }

    /// The parts sound at the same time, each with its own rhythm.
    fn generate_custom_tones(
        &self,
        tones: Elements<'_, TAPI_CUSTOMTONE>,
        duration: LONG,
    ) -> Result<Success> {
        let call = self.call()?;
        sounding::generate_custom(&call, tones, duration)
    }

    /// The parts sound at the same time, each with its own rhythm.
    fn generate_custom_tones_by_collection(
        &self,
        tones: Option<In<'_, ITCollection2>>,
        duration: LONG,
    ) -> Result<Success> {
        let tones = tone::custom_tones_of(tones)?;
        let call = self.call()?;
        sounding::generate_custom(&call, Elements::of(&tones), duration)
    }

    fn create_detect_tone_object(&self) -> Result<ComPtr<ITDetectTone>> {
        Ok(tone::DetectTone::create()?.into_interface())
    }

    fn create_custom_tone_object(&self) -> Result<ComPtr<ITCustomTone>> {
        Ok(tone::CustomTone::create()?.into_interface())
    }

    fn get_id_as_variant(&self, class: BStr<'_>) -> Result<Variant> {
        let call = self.call()?;
        Variant::bytes(&devices::id_of(call.handle().call.line(), class)?)
    }
}
