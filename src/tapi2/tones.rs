//! Tones: generated, and listened for.

use super::abi::*;
use super::call::CallPart;
use super::digits::sounding;
use super::fault::{Fault, Result};
use super::image::number_in;
use crate::engine::{CallHandle, Flow, Kind, Role, State, TerminalRef};
use crate::shared::Shared;
use crate::terminals::{
    Country, Custom, MAX_FREQUENCIES, MAX_TONES, MAX_VOICES, Sought, Tone, ToneError, ToneListener,
    ToneMode, ToneSource,
};
use std::mem::offset_of;

/// LINETONEMODE_ bits of what can be sent.
pub(super) const MODES: u32 = LINETONEMODE_CUSTOM
    | LINETONEMODE_RINGBACK
    | LINETONEMODE_BUSY
    | LINETONEMODE_BEEP
    | LINETONEMODE_BILLING;

/// So many frequencies sound at once at most.
pub const MOST_VOICES: u32 = MAX_VOICES as u32;

/// So many tones are listened for at once at most, of so many frequencies each.
pub const MOST_TONES: u32 = MAX_TONES as u32;
pub(super) const MOST_FREQUENCIES: u32 = MAX_FREQUENCIES as u32;

const INVALID: Fault = Fault(LINEERR_INVALTONE);

/// So many structures, one after the other.
pub struct Entries<'a> {
    pub count: u32,
    /// Their bytes, none where there are more than can be used; a fault where there is no list at all.
    pub bytes: Result<&'a [u8]>,
}

impl Entries<'_> {
    /// No list.
    pub const NONE: Self = Entries {
        count: 0,
        bytes: Err(Fault::POINTER),
    };
}

/// A number of a structure that was read whole.
fn number(structure: &[u8], member: usize) -> u32 {
    number_in(structure, member).unwrap_or(0)
}

/// lineGenerateTone.
pub fn generate(call: u32, mode: u32, duration: u32, voices: &Entries<'_>) -> Result<()> {
    let (call, handle) = sounding(call, true)?;
    let tone = match mode {
        0 => None,
        LINETONEMODE_CUSTOM => Some(custom(duration, voices)?),
        known => {
            let mode = ToneMode::from_number(known).ok_or(Fault(LINEERR_INVALTONEMODE))?;
            Some(mode.tone(Country::default(), duration))
        }
    };
    call.check_now(LINECALLSTATE_CONNECTED)?;
    match tone {
        None => Ok(handle.stop_generation()?),
        Some(tone) => Ok(handle.send_tone(|serial| ToneSource::try_new(serial, tone))?),
    }
}

/// Frequencies that sound together, each with a cadence of its own.
fn custom(duration: u32, entries: &Entries<'_>) -> Result<Tone> {
    let bytes = entries.bytes?;
    let mut voices = [Custom::default(); MAX_VOICES];
    let voices = voices.get_mut(..entries.count as usize).ok_or(INVALID)?;
    let parts = bytes.chunks_exact(size_of::<LINEGENERATETONE>());
    for (voice, part) in voices.iter_mut().zip(parts) {
        let volume = number(part, offset_of!(LINEGENERATETONE, dwVolume));
        *voice = Custom {
            frequency: number(part, offset_of!(LINEGENERATETONE, dwFrequency)),
            on: number(part, offset_of!(LINEGENERATETONE, dwCadenceOn)),
            off: number(part, offset_of!(LINEGENERATETONE, dwCadenceOff)),
            volume: u16::try_from(volume).map_err(|_| INVALID)?,
        };
    }
    Tone::custom(voices, (duration > 0).then_some(duration)).map_err(|_| INVALID)
}

/// lineMonitorTones: what is listened for takes the place of what was before; no list ends it.
pub fn monitor(call: u32, tones: &Entries<'_>) -> Result<()> {
    let (call, handle) = sounding(call, false)?;
    if matches!(handle.call.state(), State::Idle | State::Disconnected) {
        return Err(Fault::CALL_STATE);
    }
    let listener = match tones.bytes {
        // In an empty list there is nothing to listen for.
        Ok(bytes) if tones.count > 0 => {
            let listener = listener_for(tones.count, bytes)?;
            let kept = listener.another();
            handle.select(Flow::Render, listener, Role::Hears, Kind::Hidden)?;
            kept
        }
        _ => None,
    };
    replace(&call, &handle, listener)
}

/// Notes who listens from now on; whoever did before is taken off the stream.
fn replace(
    call: &Shared<CallPart>,
    handle: &CallHandle,
    listener: Option<TerminalRef>,
) -> Result<()> {
    let (old, is_gone) = {
        let mut part = call.lock();
        match part.gone {
            // Nobody would take it off any more.
            true => (listener, true),
            false => (std::mem::replace(&mut part.listener, listener), false),
        }
    };
    if let Some(old) = old {
        stop(handle, &old);
    }
    match is_gone {
        true => Err(Fault::CALL),
        false => Ok(()),
    }
}

/// Takes a listener off the stream.
pub(super) fn stop(handle: &CallHandle, listener: &TerminalRef) {
    // If it is not there any more, the call has ended.
    let _ = handle.unselect(Flow::Render, listener);
}

fn listener_for(count: u32, bytes: &[u8]) -> Result<TerminalRef> {
    if count > MOST_TONES {
        return Err(FULL);
    }
    let tones = bytes.chunks_exact(size_of::<LINEMONITORTONE>());
    let sought = tones.map(|tone| {
        let member = |member| number(tone, member);
        let sought = Sought {
            duration: member(offset_of!(LINEMONITORTONE, dwDuration)),
            frequencies: [
                member(offset_of!(LINEMONITORTONE, dwFrequency1)),
                member(offset_of!(LINEMONITORTONE, dwFrequency2)),
                member(offset_of!(LINEMONITORTONE, dwFrequency3)),
            ],
        };
        (sought, member(offset_of!(LINEMONITORTONE, dwAppSpecific)))
    });
    match ToneListener::try_new(sought) {
        Ok(listener) => Ok(TerminalRef::new(listener)),
        Err(ToneError::TooMany) => Err(FULL),
        Err(ToneError::Frequency(_)) => Err(INVALID),
        Err(_) => Err(Fault::MEMORY),
    }
}

/// So many tones cannot be listened for.
const FULL: Fault = Fault(LINEERR_RESOURCEUNAVAIL);
