//! Assisted telephony and priorities.

use super::{done, given, ignoring, no_media_calls, number, text, wide, write_bytes};
use crate::tapi2::abi::*;
use crate::tapi2::request;
use crate::tapi2::text::Form;
use core::ffi::{c_char, c_void};

#[unsafe(no_mangle)]
pub extern "C" fn lineRegisterRequestRecipient(
    hLineApp: HLINEAPP,
    dwRegistrationInstance: DWORD,
    dwRequestMode: DWORD,
    bEnable: DWORD,
) -> LONG {
    done(|| {
        request::register(
            hLineApp,
            dwRegistrationInstance,
            dwRequestMode,
            bEnable != 0,
        )
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetRequest(
    hLineApp: HLINEAPP,
    dwRequestMode: DWORD,
    lpRequestBuffer: *mut c_void,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetRequestA(hLineApp, dwRequestMode, lpRequestBuffer) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetRequestA(
    hLineApp: HLINEAPP,
    dwRequestMode: DWORD,
    lpRequestBuffer: *mut c_void,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let bytes = request::get(hLineApp, dwRequestMode, given(lpRequestBuffer), Form::Bytes)?;
            write_bytes(lpRequestBuffer, &bytes);
            Ok(())
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetRequestW(
    hLineApp: HLINEAPP,
    dwRequestMode: DWORD,
    lpRequestBuffer: *mut c_void,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let bytes = request::get(hLineApp, dwRequestMode, given(lpRequestBuffer), Form::Wide)?;
            write_bytes(lpRequestBuffer, &bytes);
            Ok(())
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetAppPriority(
    lpszAppFilename: *const c_char,
    dwMediaMode: DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
    dwRequestMode: DWORD,
    lpszExtensionName: *const c_char,
    dwPriority: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineSetAppPriorityA(
            lpszAppFilename,
            dwMediaMode,
            lpExtensionID,
            dwRequestMode,
            lpszExtensionName,
            dwPriority,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetAppPriorityA(
    lpszAppFilename: *const c_char,
    dwMediaMode: DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
    dwRequestMode: DWORD,
    lpszExtensionName: *const c_char,
    dwPriority: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        ignoring((lpExtensionID, lpszExtensionName), || {
            let name = text(lpszAppFilename);
            request::set_priority(name, dwMediaMode, dwRequestMode, dwPriority).map(|()| 0)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetAppPriorityW(
    lpszAppFilename: *const u16,
    dwMediaMode: DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
    dwRequestMode: DWORD,
    lpszExtensionName: *const u16,
    dwPriority: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        ignoring((lpExtensionID, lpszExtensionName), || {
            let name = wide(lpszAppFilename);
            request::set_priority(name, dwMediaMode, dwRequestMode, dwPriority).map(|()| 0)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAppPriority(
    lpszAppFilename: *const c_char,
    dwMediaMode: DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
    dwRequestMode: DWORD,
    lpExtensionName: *mut VARSTRING,
    lpdwPriority: *mut DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineGetAppPriorityA(
            lpszAppFilename,
            dwMediaMode,
            lpExtensionID,
            dwRequestMode,
            lpExtensionName,
            lpdwPriority,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAppPriorityA(
    lpszAppFilename: *const c_char,
    dwMediaMode: DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
    dwRequestMode: DWORD,
    lpExtensionName: *mut VARSTRING,
    lpdwPriority: *mut DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lpdwPriority, |given| {
            let _ = (lpExtensionID, lpExtensionName);
            let name = text(lpszAppFilename);
            given?;
            request::get_priority(name, dwMediaMode, dwRequestMode)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAppPriorityW(
    lpszAppFilename: *const u16,
    dwMediaMode: DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
    dwRequestMode: DWORD,
    lpExtensionName: *mut VARSTRING,
    lpdwPriority: *mut DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lpdwPriority, |given| {
            let _ = (lpExtensionID, lpExtensionName);
            let name = wide(lpszAppFilename);
            given?;
            request::get_priority(name, dwMediaMode, dwRequestMode)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapiRequestMakeCall(
    lpszDestAddress: *const c_char,
    lpszAppName: *const c_char,
    lpszCalledParty: *const c_char,
    lpszComment: *const c_char,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { tapiRequestMakeCallA(lpszDestAddress, lpszAppName, lpszCalledParty, lpszComment) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapiRequestMakeCallA(
    lpszDestAddress: *const c_char,
    lpszAppName: *const c_char,
    lpszCalledParty: *const c_char,
    lpszComment: *const c_char,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let (destination, application) = (text(lpszDestAddress), text(lpszAppName));
            let (called_party, comment) = (text(lpszCalledParty), text(lpszComment));
            request::make_call(destination, application, called_party, comment)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapiRequestMakeCallW(
    lpszDestAddress: *const u16,
    lpszAppName: *const u16,
    lpszCalledParty: *const u16,
    lpszComment: *const u16,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let (destination, application) = (wide(lpszDestAddress), wide(lpszAppName));
            let (called_party, comment) = (wide(lpszCalledParty), wide(lpszComment));
            request::make_call(destination, application, called_party, comment)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiRequestMediaCall(
    hwnd: HWND,
    wRequestID: WPARAM,
    lpszDeviceClass: *const c_char,
    lpDeviceID: *const c_char,
    dwSize: DWORD,
    dwSecure: DWORD,
    lpszDestAddress: *const c_char,
    lpszAppName: *const c_char,
    lpszCalledParty: *const c_char,
    lpszComment: *const c_char,
) -> LONG {
    tapiRequestMediaCallA(
        hwnd,
        wRequestID,
        lpszDeviceClass,
        lpDeviceID,
        dwSize,
        dwSecure,
        lpszDestAddress,
        lpszAppName,
        lpszCalledParty,
        lpszComment,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiRequestMediaCallA(
    hwnd: HWND,
    wRequestID: WPARAM,
    lpszDeviceClass: *const c_char,
    lpDeviceID: *const c_char,
    dwSize: DWORD,
    dwSecure: DWORD,
    lpszDestAddress: *const c_char,
    lpszAppName: *const c_char,
    lpszCalledParty: *const c_char,
    lpszComment: *const c_char,
) -> LONG {
    ignoring(
        (
            (
                hwnd,
                wRequestID,
                lpszDeviceClass,
                lpDeviceID,
                dwSize,
                dwSecure,
            ),
            (lpszDestAddress, lpszAppName, lpszCalledParty, lpszComment),
        ),
        no_media_calls,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiRequestMediaCallW(
    hwnd: HWND,
    wRequestID: WPARAM,
    lpszDeviceClass: *const u16,
    lpDeviceID: *const u16,
    dwSize: DWORD,
    dwSecure: DWORD,
    lpszDestAddress: *const u16,
    lpszAppName: *const u16,
    lpszCalledParty: *const u16,
    lpszComment: *const u16,
) -> LONG {
    ignoring(
        (
            (
                hwnd,
                wRequestID,
                lpszDeviceClass,
                lpDeviceID,
                dwSize,
                dwSecure,
            ),
            (lpszDestAddress, lpszAppName, lpszCalledParty, lpszComment),
        ),
        no_media_calls,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiRequestDrop(hwnd: HWND, wRequestID: WPARAM) -> LONG {
    ignoring((hwnd, wRequestID), no_media_calls)
}
