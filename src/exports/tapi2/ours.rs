//! What Windows has no function for: a program's callback, and result codes in words.

use super::{done, finish, settle};
use crate::tapi2::abi::*;
use crate::tapi2::{Result, app, names};
use core::ffi::c_char;

/// Calls a program back with the next message, if one comes in time. Whether one came.
fn pump_one(application: HLINEAPP, wait: DWORD) -> Result<bool> {
    let Some((callback, mut message)) = app::next_for_callback(application, wait)? else {
        return Ok(false);
    };
    // SAFETY: the program keeps what a message fills until it has the message, or has let go of the
    // call, the line or the application, each of which waits for this.
    unsafe { settle(&mut message) };
    let [first, second, third] = message.parameters;
    let (device, id, instance) = (message.device, message.id, message.instance);
    drop(message);
    callback(device, id, instance, first, second, third);
    Ok(true)
}

#[unsafe(no_mangle)]
pub extern "C" fn tapi3_line_pump(hLineApp: HLINEAPP, dwTimeout: DWORD) -> LONG {
    finish(|| {
        let mut count: LONG = 0;
        let mut wait = dwTimeout;
        while pump_one(hLineApp, wait)? {
            count = count.saturating_add(1);
            wait = 0;
        }
        Ok(count)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn tapi3_line_use_thread(hLineApp: HLINEAPP) -> LONG {
    done(|| {
        app::use_thread(hLineApp, move || {
            pump_one(hLineApp, u32::MAX).unwrap_or(false)
        })
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn tapi3_line_error_name(code: LONG) -> *const c_char {
    names::of(code).map_or(core::ptr::null(), core::ffi::CStr::as_ptr)
}
