//! The bits that programs give and get; named as tapi.h names them.

use crate::Error;

/// LINETRANSLATEOPTION_ bits, checked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options(u32);

impl Options {
    /// Use the card that is named, for this translation alone.
    pub const CARD_OVERRIDE: u32 = 0x1;
    /// Put the code that switches call waiting off in front.
    pub const CANCEL_CALL_WAITING: u32 = 0x2;
    /// Dial it as a local call, whatever its area and the toll list say.
    pub const FORCE_LOCAL: u32 = 0x4;
    /// Dial it as a long-distance call, even if it is a local one.
    pub const FORCE_LONG_DISTANCE: u32 = 0x8;

    /// The options that these bits are.
    ///
    /// # Errors
    /// [`Error::InvalidOptions`] for unknown bits, and for both that force.
    pub fn new(bits: u32) -> Result<Self, Error> {
        let forced = Self::FORCE_LOCAL | Self::FORCE_LONG_DISTANCE;
        if bits > 0xf || bits & forced == forced {
            return Err(Error::InvalidOptions);
        }
        Ok(Options(bits))
    }

    /// Whether this one is chosen.
    pub fn has(self, bit: u32) -> bool {
        self.0 & bit != 0
    }
}

/// LINETRANSLATERESULT_ bits.
pub mod result {
    /// The address was canonical.
    pub const CANONICAL: u32 = 0x1;
    /// It is in another country.
    pub const INTERNATIONAL: u32 = 0x2;
    /// It is in the same country, and dialled with its area.
    pub const LONG_DISTANCE: u32 = 0x4;
    /// It is in the same area.
    pub const LOCAL: u32 = 0x8;
    /// It is in the same area, and is dialled as long distance because of the toll list.
    pub const IN_TOLL_LIST: u32 = 0x10;
    /// It is in the same area, there is a toll list, and it is not on it.
    pub const NOT_IN_TOLL_LIST: u32 = 0x20;
    /// The dialable string waits for a billing tone (`$`).
    pub const DIAL_BILLING: u32 = 0x40;
    /// The dialable string waits for silence (`@`).
    pub const DIAL_QUIET: u32 = 0x80;
    /// The dialable string waits for a dial tone (`W`).
    pub const DIAL_DIAL_TONE: u32 = 0x100;
    /// The dialable string asks the user (`?`).
    pub const DIAL_PROMPT: u32 = 0x200;
    /// The dialable string waits for a voice (`:`). Only from version 2.0 on.
    pub const VOICE_DETECT: u32 = 0x400;
    /// There is no location, so nothing was translated. Only from version 3.0 on.
    pub const NO_TRANSLATION: u32 = 0x800;
}

/// LINELOCATIONOPTION_ bits.
pub mod location_option {
    /// The line dials with pulses.
    pub const PULSE_DIAL: u32 = 0x1;
}

/// LINECARDOPTION_ bits.
pub mod card_option {
    /// It is built in.
    pub const PREDEFINED: u32 = 0x1;
    /// It is not to be shown.
    pub const HIDDEN: u32 = 0x2;
}
