//! The log of the library: who hears it, and lines of the program's own.

use super::{answer, silent};
use crate::com::abi::{HRESULT, LONG, TAPI3_LOG_ERROR, TAPI3_LOG_TRACE};
use crate::com::{Error, OK};
use crate::log::{self, Listener};
use core::ffi::{CStr, c_char, c_void};
use core::ptr;

/// A function of the program that hears the library's log.
///
/// `level`: one of TAPI3_LOG_ERROR to TAPI3_LOG_TRACE.
/// `target`: which part of the library the line comes from, such as "tapi3::sip"; UTF-8, never NULL.
/// `text`: the line, UTF-8, without a line break at its end; never NULL.
/// `context`: what was given to tapi3_set_log_callback.
///
/// Both texts are good until the function returns. It is called on a thread of the library's own, for one line after
/// the other, with no lock held: it may call any method or function. Lines that come from it itself are left out.
/// It must return, and no exception may leave it.
pub type TAPI3_LOG_CALLBACK = Option<
    unsafe extern "C" fn(
        level: LONG,
        target: *const c_char,
        text: *const c_char,
        context: *mut c_void,
    ),
>;

/// Says which function hears the library's log, in place of the one before. While there is one, the environment
/// variable TAPI3_LOG has no effect. When this returns, the function before has got all lines so far and does not run
/// any more, so that what its context points to can be freed; called from within that function, or from a sink or a
/// callback whose end that function waits for, this returns at once.
/// A program that has a callback at its end takes it away before it leaves main.
///
/// `callback`: the function; NULL for none.
/// `max_level`: the finest level it is called for, TAPI3_LOG_ERROR to TAPI3_LOG_TRACE; ignored without a callback.
/// `context`: handed to the function; may be NULL.
///
/// Returns S_OK; E_INVALIDARG for a level that there is none of; E_OUTOFMEMORY when the log's thread does not start;
/// TAPI_E_OPERATIONFAILED in a Rust program that has a tracing subscriber of its own, which gets the log then.
/// Nothing has changed on failure. May be called from any thread, but not with a lock held that the callback takes.
/// It starts a thread, and so does not promise to survive a lack of memory; the lines themselves need none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapi3_set_log_callback(
    callback: TAPI3_LOG_CALLBACK,
    max_level: LONG,
    context: *mut c_void,
) -> HRESULT {
    answer(|| {
        let Some(function) = callback else {
            log::set_listener(None)?;
            return Ok(OK);
        };
        if !(TAPI3_LOG_ERROR..=TAPI3_LOG_TRACE).contains(&max_level) {
            return Err(Error::invalid_argument(
                "The level of a log callback is one of TAPI3_LOG_ERROR to TAPI3_LOG_TRACE.",
            ));
        }
        log::set_listener(Some(Listener {
            level: log::level(max_level),
            function,
            context: context.expose_provenance(),
            call,
        }))?;
        Ok(OK)
    })
}

/// Writes a line into the library's log, where the callback or standard error gets it as it gets the library's own.
///
/// `level`: TAPI3_LOG_ERROR to TAPI3_LOG_TRACE; of another number, the nearest.
/// `target`: where the line comes from, for filters, such as "myprogram"; UTF-8 text that ends with a zero; NULL is
/// "program". More than 100 bytes are cut.
/// `text`: the line, UTF-8 text that ends with a zero; NULL writes none. More than 2,000 bytes are cut.
///
/// Both are copied. May be called from any thread; it takes no memory. From within the log callback it does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapi3_log(level: LONG, target: *const c_char, text: *const c_char) {
    silent(|| {
        log::from_environment();
        if !text.is_null() {
            // SAFETY: the caller vouches for the texts.
            let (target, text) = unsafe {
                let named = (!target.is_null()).then(|| CStr::from_ptr(target));
                (named.unwrap_or(c"program"), CStr::from_ptr(text))
            };
            log::write(log::level(level), target.to_bytes(), text.to_bytes());
        }
        Ok(OK)
    });
}

/// Calls the program's function.
fn call(listener: &Listener, level: LONG, target: &CStr, text: &CStr) {
    let context = ptr::with_exposed_provenance_mut(listener.context);
    // SAFETY: whoever set the function vouches for it and its context until another is set, which
    // waits for this call; the texts live until it returns.
    unsafe { (listener.function)(level, target.as_ptr(), text.as_ptr(), context) };
}
