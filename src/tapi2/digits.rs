//! Digits: generated, told and gathered; and what is told of them and of tones.

use super::abi::*;
use super::call::CallPart;
use super::events;
use super::fault::{Fault, Result};
use super::queue::{Effect, Late, Place};
use super::registry;
use super::text::Form;
use crate::engine::{CallHandle, Gather, MediaNews};
use crate::shared::Shared;
use std::time::Duration;
use tapi3_common::sync::lock;

/// How long a digit lasts of which nothing is said, at least and at most, in milliseconds.
const DIGIT: u32 = 100;
const SHORTEST: u32 = 40;
const LONGEST: u32 = 8000;

/// How long a call may be silent between digits that are gathered, at most.
const MOST_DIGITS: u32 = 0xffff;

/// LINEDIGITMODE_ bits of what is told of a call now.
pub(super) fn modes(handle: &CallHandle) -> u32 {
    handle.digit_modes()
}

/// What of a call can be heard needs a line that carries sound, and a call that is up.
pub(super) fn sounding(call: u32, owner: bool) -> Result<(Shared<CallPart>, CallHandle)> {
    let call = registry::call(call)?;
    if owner {
        call.check_owner()?;
    }
    if !call.line.line.info().features.streams {
        return Err(Fault::UNAVAILABLE);
    }
    let handle = call.engine()?;
    Ok((call, handle))
}

/// lineGenerateDigits.
pub fn generate(call: u32, mode: u32, digits: Result<Option<String>>, duration: u32) -> Result<()> {
    let (call, handle) = sounding(call, true)?;
    let digits = digits?.unwrap_or_default();
    if mode != LINEDIGITMODE_DTMF {
        return Err(Fault(LINEERR_INVALDIGITMODE));
    }
    call.check_now(LINECALLSTATE_CONNECTED)?;
    if digits.is_empty() {
        return Ok(handle.stop_generation()?);
    }
    let mut keys = Vec::new();
    keys.try_reserve_exact(digits.len())?;
    keys.extend(
        digits
            .bytes()
            .filter_map(|byte| match byte.to_ascii_uppercase() {
                key @ (b'0'..=b'9' | b'A'..=b'D' | b'*' | b'#' | b',' | b'!') => Some(key),
                _ => None,
            }),
    );
    let each = match duration {
        0 => DIGIT,
        some => some.clamp(SHORTEST, LONGEST),
    };
    let each = Duration::from_millis(each.into());
    Ok(handle.send_digits(keys, each, each)?)
}

/// lineMonitorDigits.
pub fn monitor(call: u32, modes: u32) -> Result<()> {
    let (_, handle) = sounding(call, false)?;
    if modes & !(LINEDIGITMODE_DTMF | LINEDIGITMODE_DTMFEND) != 0 {
        return Err(Fault(LINEERR_INVALDIGITMODE));
    }
    Ok(handle.detect_digits(modes)?)
}

/// What lineGatherDigits was told.
pub struct Gathered {
    pub modes: u32,
    /// Where the digits go; `None` gives up a gathering, and nothing else of this means anything.
    pub place: Option<Place>,
    pub count: u32,
    pub terminators: Result<Option<String>>,
    pub first: u32,
    pub inter: u32,
}

/// lineGatherDigits.
pub fn gather(call: u32, wanted: &Gathered) -> Result<()> {
    let (call, handle) = sounding(call, true)?;
    let Some(place) = wanted.place else {
        return Ok(handle.cancel_gathering()?);
    };
    let known = LINEDIGITMODE_DTMF | LINEDIGITMODE_DTMFEND;
    if wanted.modes & !known != 0 || wanted.modes == 0 {
        return Err(Fault(LINEERR_INVALDIGITMODE));
    }
    if wanted.count == 0 || wanted.count > MOST_DIGITS {
        return Err(Fault::PARAMETER);
    }
    let terminators = wanted.terminators.as_ref().map_err(|fault| *fault)?;
    let terminators = terminators.as_deref().unwrap_or_default();
    let is_key = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'D' | b'*' | b'#');
    if !terminators.bytes().all(is_key) {
        return Err(Fault(LINEERR_INVALDIGITS));
    }
    call.check_now(LINECALLSTATE_CONNECTED)?;
    let timeout = |milliseconds: u32| match milliseconds {
        0 => None,
        some => Some(Duration::from_millis(some.into())),
    };
    // One that is under way is given up by this, and told of: each has a buffer of its own.
    let id = call.lock().begin_gathering(place)?;
    let begun = handle.gather_digits(&Gather {
        id,
        modes: wanted.modes,
        count: wanted.count as usize,
        terminators: terminators.as_bytes(),
        first: timeout(wanted.first),
        inter: timeout(wanted.inter),
    });
    if begun.is_err() {
        call.lock().end_gathering(id);
    }
    Ok(begun?)
}

/// Something was heard or sent.
pub(super) fn told(call: &Shared<CallPart>, news: &MediaNews) {
    let line = &call.line;
    match news {
        MediaNews::Digit { key, mode, tick } => {
            let parameters = [*key as usize, *mode as usize, *tick as usize];
            events::tell(
                call,
                line.message(call.handle, LINE_MONITORDIGITS, parameters),
                |_| false,
            );
        }
        MediaNews::Generated(ending) => {
            let (how, tick) = (ending.how(), ending.tick());
            let parameters = [how as usize, 0, tick as usize];
            events::tell(
                call,
                line.message(call.handle, LINE_GENERATE, parameters),
                |_| false,
            );
        }
        MediaNews::Gathered { id, ending, digits } => {
            let (how, tick) = (ending.how(), ending.tick());
            let parameters = [how as usize, 0, tick as usize];
            let mut message = line.message(call.handle, LINE_GATHERDIGITS, parameters);
            let place = call.lock().end_gathering(*id);
            if !call.is_usable() {
                // The program has let go of it, and may have freed the buffer.
                return;
            }
            if let Some(place) = place {
                let filled = events::insist(line, || buffer(call, place, &lock(digits)));
                message.effect = filled.map_or(Effect::Nothing, Effect::Late);
            }
            events::tell(call, message, |_| false);
        }
        MediaNews::Tone { app_specific, tick } => {
            let parameters = [*app_specific as usize, 0, *tick as usize];
            events::tell(
                call,
                line.message(call.handle, LINE_MONITORTONE, parameters),
                |_| false,
            );
        }
        MediaNews::Stream { .. } | MediaNews::File { .. } => {}
    }
}

/// The digits as the program's buffer gets them: a zero behind them where there is room.
fn buffer(call: &Shared<CallPart>, place: Place, digits: &[u8]) -> Result<Late> {
    let mut bytes = Vec::new();
    bytes.try_reserve_exact((digits.len() + 1) * 2)?;
    let units = digits.iter().copied().chain([0]).take(place.total as usize);
    for digit in units {
        bytes.push(digit);
        if place.form == Form::Wide {
            bytes.push(0);
        }
    }
    Ok(Late {
        address: place.address,
        bytes,
        call: call.clone(),
        filling: None,
    })
}
