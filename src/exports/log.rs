//! The library's log, for the program to write to.

use super::silent;
use crate::com::OK;
use crate::com::abi::{LONG, TAPI3_LOG_DEBUG, TAPI3_LOG_ERROR, TAPI3_LOG_INFO, TAPI3_LOG_WARN};
use core::ffi::{CStr, c_char};

/// Writes a line into the library's log.
///
/// `level`: TAPI3_LOG_ERROR to TAPI3_LOG_TRACE; of another number, the nearest.
/// `target`: where the line comes from, UTF-8 text that ends with a zero; NULL is "program".
/// `text`: the line, UTF-8 text that ends with a zero; NULL writes none.
///
/// Both are copied. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapi3_log(level: LONG, target: *const c_char, text: *const c_char) {
    silent(|| {
        if !text.is_null() {
            // SAFETY: the caller vouches for the texts.
            let (target, text) = unsafe {
                let named = (!target.is_null()).then(|| CStr::from_ptr(target));
                (named.unwrap_or(c"program"), CStr::from_ptr(text))
            };
            let (target, text) = (target.to_string_lossy(), text.to_string_lossy());
            match level {
                ..=TAPI3_LOG_ERROR => tracing::error!("{target}: {text}"),
                TAPI3_LOG_WARN => tracing::warn!("{target}: {text}"),
                TAPI3_LOG_INFO => tracing::info!("{target}: {text}"),
                TAPI3_LOG_DEBUG => tracing::debug!("{target}: {text}"),
                _ => tracing::trace!("{target}: {text}"),
            }
        }
        Ok(OK)
    });
}
