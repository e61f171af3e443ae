//! Tones: sent to the far end, and listened for.
//!
//! Source: the lineGenerateTone and lineMonitorTones pages (tapi.h), on which the methods of
//! ITLegacyCallMediaControl2 rest.

use super::CallMedia;
use crate::com::abi::*;
use crate::com::{Elements, Error, OK, Result, Success};
use crate::engine::{Flow, Kind, Role, State, TerminalRef};
use crate::objects::call::Call;
use crate::terminals::{
    Country, Custom, MAX_FREQUENCIES, MAX_TONES, MAX_VOICES, Sought, Tone, ToneError, ToneListener,
    ToneMode, ToneSource,
};
use tapi3_common::sync::lock;

/// LINETONEMODE_CUSTOM and what GenerateTone takes.
pub(in crate::objects) const TONE_MODES: LONG =
    0x1 | TTM_RINGBACK | TTM_BUSY | TTM_BEEP | TTM_BILLING;

/// So many frequencies sound at once.
pub(in crate::objects) const MOST_VOICES: LONG = MAX_VOICES as LONG;

/// So many frequencies can a tone have that is listened for.
pub(in crate::objects) const MOST_FREQUENCIES: LONG = MAX_FREQUENCIES as LONG;

/// So many tones can be listened for at once.
pub(in crate::objects) const MOST_TONES: LONG = MAX_TONES as LONG;

/// A duration; 0 is the usual one, mostly without end.
fn milliseconds(duration: LONG) -> Result<u32> {
    u32::try_from(duration).map_err(|_| Error::invalid_argument("The duration is negative."))
}

fn send(call: &Call, tone: Tone) -> Result<Success> {
    (call.handle()).send_tone(|serial| ToneSource::try_new(serial, tone))?;
    Ok(OK)
}

/// ITLegacyCallMediaControl2::GenerateTone.
pub(super) fn generate(call: &Call, mode: TAPI_TONEMODE, duration: LONG) -> Result<Success> {
    if mode == 0 {
        call.handle().stop_generation()?;
        return Ok(OK);
    }
    let known = u32::try_from(mode).ok().and_then(ToneMode::from_number);
    let known = known.ok_or(Error::invalid_argument("Not a value of TAPI_TONEMODE."))?;
    send(
        call,
        known.tone(Country::default(), milliseconds(duration)?),
    )
}

/// ITLegacyCallMediaControl2::GenerateCustomTones.
pub(super) fn generate_custom(
    call: &Call,
    parts: Elements<'_, TAPI_CUSTOMTONE>,
    duration: LONG,
) -> Result<Success> {
    let duration = Some(milliseconds(duration)?).filter(|duration| *duration > 0);
    let mut voices = [const {
        Custom {
            frequency: 0,
            on: 0,
            off: 0,
            volume: 0,
        }
    }; MAX_VOICES];
    for (index, part) in parts.iter().enumerate() {
        let volume =
            u16::try_from(part.dwVolume).map_err(|_| bad_tone("A volume is at most 0xFFFF."))?;
        let voice = voices.get_mut(index);
        *voice.ok_or(bad_tone(
            "So many frequencies cannot sound at once; see AC_GENERATETONEMAXNUMFREQ.",
        ))? = Custom {
            frequency: part.dwFrequency,
            on: part.dwCadenceOn,
            off: part.dwCadenceOff,
            volume,
        };
    }
    let voices = voices.get(..parts.len()).unwrap_or(&[]);
    let tone =
        Tone::custom(voices, duration).map_err(|_| bad_tone("A tone has at least one part."))?;
    send(call, tone)
}

fn bad_tone(why: &'static str) -> Error {
    Error::with(TAPI_E_INVALTONE, why)
}

/// ITLegacyCallMediaControl2::DetectTones: what is listened for takes the place of what was before.
pub(super) fn detect(media: &CallMedia, tones: Elements<'_, TAPI_DETECTTONE>) -> Result<Success> {
    let call = media.call()?;
    let handle = call.handle();
    if matches!(handle.call.state(), State::Idle | State::Disconnected) {
        return Err(Error::with(
            TAPI_E_INVALCALLSTATE,
            "Tones are listened for on a call that is under way.",
        ));
    }
    let listener = match tones.is_empty() {
        true => None,
        false => Some(listener_for(tones)?),
    };
    let kept = match listener {
        None => None,
        Some(listener) => {
            let kept = listener.another();
            handle.select(Flow::Render, listener, Role::Hears, Kind::Hidden)?;
            kept
        }
    };
    let before = std::mem::replace(&mut *lock(&media.listener), kept);
    if let Some(before) = before {
        // If it is not there any more, the call has ended.
        let _ = handle.unselect(Flow::Render, &before);
    }
    Ok(OK)
}

fn listener_for(tones: Elements<'_, TAPI_DETECTTONE>) -> Result<TerminalRef> {
    let sought = tones.iter().map(|tone| {
        let frequencies = [tone.dwFrequency1, tone.dwFrequency2, tone.dwFrequency3];
        let duration = tone.dwDuration;
        let wanted = Sought {
            duration,
            frequencies,
        };
        (wanted, tone.dwAppSpecific)
    });
    match ToneListener::try_new(sought) {
        Ok(listener) => Ok(TerminalRef::new(listener)),
        Err(ToneError::TooMany) => Err(Error::with(
            TAPI_E_RESOURCEUNAVAIL,
            "So many tones cannot be listened for; see AC_MONITORTONEMAXNUMENTRIES.",
        )),
        Err(ToneError::Frequency(_)) => {
            Err(bad_tone("A tone that is listened for has 100 to 3,800 Hz."))
        }
        Err(_) => Err(Error::out_of_memory()),
    }
}
