//! What Windows has no function for: the version, UTF-8, and result codes in words.

use super::{or_else, silent};
use crate::com::abi::{BSTR, HRESULT};
use crate::com::{BStr, Bstr, OK, TaskMem, error_info, hresult};
use core::ffi::{CStr, c_char};
use core::ptr;

/// Tells the version of the library that is loaded, such as "0.2.0".
///
/// Returns text that is never freed. May be called from any thread.
#[unsafe(no_mangle)]
pub extern "C" fn tapi3_version() -> *const c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// Converts UTF-8 text to a BSTR. What is not UTF-8 becomes U+FFFD.
///
/// `text`: UTF-8 text that ends with a zero; NULL gives NULL.
///
/// Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapi3_utf8_to_bstr(text: *const c_char) -> BSTR {
    if text.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: the caller vouches for the text.
    let bytes = unsafe { CStr::from_ptr(text) }.to_bytes();
    or_else(ptr::null_mut(), || {
        Ok(Bstr::from_utf8_lossy(bytes)?.into_raw())
    })
}

/// Converts UTF-16 text to UTF-8 text that ends with a zero. A lone surrogate becomes U+FFFD.
///
/// `text`: a BSTR, or any UTF-16 text that ends with a zero, such as u"1001"; it is read to its first zero and
/// stays the caller's. NULL gives empty text.
///
/// Returns the text, to be freed with CoTaskMemFree; NULL when memory is short. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapi3_bstr_to_utf8(text: BSTR) -> *mut c_char {
    or_else(ptr::null_mut(), || {
        // SAFETY: the caller vouches for the BSTR.
        let text = unsafe { BStr::from_raw(text) }.to_string_lossy()?;
        to_c(text)
    })
}

/// Tells the name of a result code, such as "TAPI_E_TIMEOUT".
///
/// `code`: the result code.
///
/// Returns text that is never freed; NULL for a code that has no name here. May be called from any thread.
#[unsafe(no_mangle)]
pub extern "C" fn tapi3_hresult_name(code: HRESULT) -> *const c_char {
    hresult::find(code).map_or(ptr::null(), |known| known.name.as_ptr())
}

/// Tells in a sentence what a result code means.
///
/// `code`: the result code.
///
/// Returns text that is never freed, a general sentence for a code that has no name here; never NULL.
/// May be called from any thread. For what went wrong in the last call see tapi3_last_error_message.
#[unsafe(no_mangle)]
pub extern "C" fn tapi3_hresult_message(code: HRESULT) -> *const c_char {
    let unknown = if code < 0x8000_0000 {
        c"The operation succeeded."
    } else {
        c"The operation failed."
    };
    hresult::find(code)
        .map_or(unknown, |known| known.sentence)
        .as_ptr()
}

/// Tells in a sentence what went wrong in the last method or function that failed on the calling thread. It
/// stays there for GetErrorInfo, which takes it.
///
/// Returns UTF-8 text, to be freed with CoTaskMemFree; NULL when there is none or memory is short.
#[unsafe(no_mangle)]
pub extern "C" fn tapi3_last_error_message() -> *mut c_char {
    let mut text = ptr::null_mut();
    silent(|| {
        if let Some(message) = error_info::last_message()? {
            text = to_c(message)?;
        }
        Ok(OK)
    });
    text
}

/// Text with a zero behind it, in task memory.
fn to_c(mut text: String) -> crate::com::Result<*mut c_char> {
    text.try_reserve_exact(1)?;
    text.push('\0');
    Ok(TaskMem::copy_from(text.as_bytes())?.into_raw().cast())
}
