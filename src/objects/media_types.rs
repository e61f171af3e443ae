//! The media types that programs name, as the lines count them.
//!
//! TAPI 3 has one bit for speech. TAPI 2, whose constants programs still use, has two: a person who
//! talks (LINEMEDIAMODE_INTERACTIVEVOICE) and a machine that does (LINEMEDIAMODE_AUTOMATEDVOICE,
//! the value of TAPIMEDIATYPE_AUDIO). Both mean audio here.

use crate::com::abi::{LONG, TAPI_E_INVALIDMEDIATYPE};
use crate::com::{Error, Result};

/// LINEMEDIAMODE_INTERACTIVEVOICE.
const INTERACTIVE_VOICE: u32 = 0x4;

/// The bits that are meant; `available` if none is named.
pub(super) fn meant(media: LONG, available: u32) -> u32 {
    let bits = u32::from_ne_bytes(media.to_ne_bytes());
    match bits {
        0 => available,
        _ if bits & INTERACTIVE_VOICE != 0 => {
            bits & !INTERACTIVE_VOICE | tapi3_common::media::AUDIO
        }
        _ => bits,
    }
}

/// Whether each of the bits is one that is available, and there is one at all.
pub(super) fn has(available: u32, bits: u32) -> bool {
    bits != 0 && bits & !available == 0
}

/// The bits that are meant, if all are `available`.
pub(super) fn checked(media: LONG, available: u32) -> Result<u32> {
    let bits = meant(media, available);
    if has(available, bits) {
        return Ok(bits);
    }
    Err(Error::with(
        TAPI_E_INVALIDMEDIATYPE,
        "The address does not have all of these media types; see ITMediaSupport.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUDIO: u32 = 8;
    const FAX: u32 = 0x20;

    #[test]
    fn both_kinds_of_voice_are_audio_and_none_is_what_there_is() {
        for (media, available, expected) in [
            (0x8, AUDIO, Some(AUDIO)),
            (0x4, AUDIO, Some(AUDIO)),
            (0xc, AUDIO, Some(AUDIO)),
            (0x0, AUDIO, Some(AUDIO)),
            (0x0, AUDIO | FAX, Some(AUDIO | FAX)),
            (0x24, AUDIO | FAX, Some(AUDIO | FAX)),
            (0x20, AUDIO, None),
            (0x24, AUDIO, None),
            (0x8008, AUDIO, None),
            (0x0, 0, None),
            (-1, AUDIO, None),
        ] {
            let found = checked(media, available).ok();
            assert_eq!(found, expected, "{media:#x} of {available:#x}");
        }
    }
}
