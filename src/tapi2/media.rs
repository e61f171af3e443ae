//! Kinds of media: what TAPI 2 and the engine call them.

use super::abi::*;
use super::fault::{Fault, Result};
use crate::engine::Line;
use tapi3_common::media::AUDIO;

/// Two of TAPI 2's stand for what TAPI 3 calls sound.
const VOICE: u32 = LINEMEDIAMODE_INTERACTIVEVOICE | LINEMEDIAMODE_AUTOMATEDVOICE;

/// The LINEMEDIAMODE_ bits of what the engine has.
pub fn of_engine(media: u32) -> u32 {
    let others = media & !VOICE;
    if media & AUDIO != 0 {
        others | VOICE
    } else {
        others
    }
}

/// What the engine has for LINEMEDIAMODE_ bits.
pub fn for_engine(modes: u32) -> u32 {
    let others = modes & !(VOICE | LINEMEDIAMODE_UNKNOWN);
    let voice = modes & (VOICE | LINEMEDIAMODE_UNKNOWN) != 0;
    if voice { others | AUDIO } else { others }
}

/// Fails unless `line` has all these kinds, and there is one.
pub fn check(modes: u32, line: &Line) -> Result<()> {
    let offered = of_engine(line.info().media) | LINEMEDIAMODE_UNKNOWN;
    if modes == 0 || modes & !offered != 0 {
        return Err(Fault(LINEERR_INVALMEDIAMODE));
    }
    Ok(())
}
