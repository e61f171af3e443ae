//! The configuration from a program instead of a file, and the clock of tests.

use super::answer;
use crate::com::abi::{HRESULT, ULONG};
use crate::com::{Error, OK};
use crate::system;
use core::ffi::{CStr, c_char};
use std::time::Duration;

/// Sets the configuration instead of a file. It is read when the lines open next: at the first
/// ITTAPI::Initialize, or the first after every TAPI object was shut down. Initialize reads files and starts
/// threads, and so does not promise to survive a lack of memory; neither does this.
///
/// `toml`: UTF-8 text in the form of the configuration file; it is copied. NULL goes back to the file.
///
/// Returns TAPI_E_OPERATIONFAILED while a TAPI object is initialised and for text that is no valid configuration
/// (tapi3_last_error_message names the line and the key); the configuration is as it was then.
/// E_INVALIDARG for text that is not UTF-8. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapi3_set_configuration(toml: *const c_char) -> HRESULT {
    answer(|| {
        let text = if toml.is_null() {
            None
        } else {
            // SAFETY: the caller vouches for the text.
            let text = unsafe { CStr::from_ptr(toml) }.to_str();
            Some(text.map_err(|_| Error::invalid_argument("The configuration is not UTF-8."))?)
        };
        system::set_configuration(text)?;
        Ok(OK)
    })
}

/// Moves a manual clock on (`clock = "manual"` in the configuration), for tests: everything that comes due,
/// such as the answer of a simulated extension, happens on the calling thread before this returns.
///
/// `milliseconds`: how far.
///
/// Returns TAPI_E_NOTSUPPORTED when the configuration has no manual clock, TAPI_E_NOT_INITIALIZED when no TAPI object is
/// initialised. May be called from any thread.
#[unsafe(no_mangle)]
pub extern "C" fn tapi3_clock_advance(milliseconds: ULONG) -> HRESULT {
    answer(|| {
        system::advance_clock(Duration::from_millis(u64::from(milliseconds)))?;
        Ok(OK)
    })
}
