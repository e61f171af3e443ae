//! The devices behind an address or a call: ITLegacyAddressMediaControl2, and ITLegacyWaveSupport.
//!
//! A line is the device `tapi/line`, whose id is its number. It has no wave devices: its sound
//! passes through terminals.

use super::CallMedia;
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, Error, Object, Result, Success, TaskMem};
use crate::engine::Line;
use crate::objects::address::Address;

/// The device classes that every line has.
pub(in crate::objects) const DEVICE_CLASSES: &[&str] = &[LINE];

/// The line itself.
const LINE: &str = "tapi/line";

/// Classes that a line could have, and ours do not.
const MISSING: &[&str] = &[
    "wave/in",
    "wave/out",
    "wave/in/out",
    "midi/in",
    "midi/out",
    "tapi/phone",
    "tapi/terminal",
    "comm",
    "comm/datamodem",
    "comm/datamodem/portname",
    "ndis",
];

/// The id of the line's device of a class.
pub(super) fn id_of(line: &Line, class: BStr<'_>) -> Result<[u8; 4]> {
    check_class(class)?;
    Ok(line.id().to_ne_bytes())
}

fn check_class(class: BStr<'_>) -> Result<()> {
    if class.is_null() {
        return Err(Error::pointer());
    }
    if class.is_word(LINE) {
        return Ok(());
    }
    Err(if MISSING.iter().any(|known| class.is_word(known)) {
        Error::with(TAPI_E_NODEVICE, "The line has no device of this class.")
    } else {
        Error::with(
            TAPI_E_INVALDEVICECLASS,
            "Not a device class; see ITAddressCapabilities::EnumerateDeviceClasses.",
        )
    })
}

fn nothing_to_set<T>(class: BStr<'_>) -> Result<T> {
    check_class(class)?;
    Err(Error::with(
        TAPI_E_NOTSUPPORTED,
        "The line has no settings of its own; see the configuration.",
    ))
}

impl ITLegacyAddressMediaControlImpl for Object<Address> {
    fn get_id(&self, class: BStr<'_>) -> Result<TaskMem> {
        TaskMem::copy_from(&id_of(self.line(), class)?)
    }

    /// Lines have no settings for programs: TAPI_E_NOTSUPPORTED.
    fn get_dev_config(&self, class: BStr<'_>) -> Result<TaskMem> {
        nothing_to_set(class)
    }

    /// Lines have no settings for programs: TAPI_E_NOTSUPPORTED.
    fn set_dev_config(&self, class: BStr<'_>, _config: &[BYTE]) -> Result<Success> {
        nothing_to_set(class)
    }
}

impl ITLegacyAddressMediaControl2Impl for Object<Address> {
    /// Lines have no dialogs: TAPI_E_NOTSUPPORTED.
    fn config_dialog(&self, _owner: HWND, class: BStr<'_>) -> Result<Success> {
        nothing_to_set(class)
    }

    /// Lines have no dialogs: TAPI_E_NOTSUPPORTED.
    fn config_dialog_edit(
        &self,
        _owner: HWND,
        class: BStr<'_>,
        _config: &[BYTE],
    ) -> Result<TaskMem> {
        nothing_to_set(class)
    }
}

impl ITLegacyWaveSupportImpl for Object<CallMedia> {
    /// Both directions at once, always.
    fn is_full_duplex(&self) -> Result<FULLDUPLEX_SUPPORT> {
        Ok(FDS_SUPPORTED)
    }
}
