//! What is asked of devices by their ids: nothing that they do here.

use super::ignoring;
use crate::tapi2::abi::*;
use crate::tapi2::unavailable;
use core::ffi::{c_char, c_void};

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigDialog(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const c_char,
) -> LONG {
    lineConfigDialogA(dwDeviceID, hwndOwner, lpszDeviceClass)
}

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigDialogA(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const c_char,
) -> LONG {
    ignoring((hwndOwner, lpszDeviceClass), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigDialogW(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const u16,
) -> LONG {
    ignoring((hwndOwner, lpszDeviceClass), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigDialogEdit(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const c_char,
    lpDeviceConfigIn: *mut c_void,
    dwSize: DWORD,
    lpDeviceConfigOut: *mut VARSTRING,
) -> LONG {
    lineConfigDialogEditA(
        dwDeviceID,
        hwndOwner,
        lpszDeviceClass,
        lpDeviceConfigIn,
        dwSize,
        lpDeviceConfigOut,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigDialogEditA(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const c_char,
    lpDeviceConfigIn: *mut c_void,
    dwSize: DWORD,
    lpDeviceConfigOut: *mut VARSTRING,
) -> LONG {
    ignoring(
        (
            hwndOwner,
            lpszDeviceClass,
            lpDeviceConfigIn,
            dwSize,
            lpDeviceConfigOut,
        ),
        || unavailable::of_device(dwDeviceID),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigDialogEditW(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const u16,
    lpDeviceConfigIn: *mut c_void,
    dwSize: DWORD,
    lpDeviceConfigOut: *mut VARSTRING,
) -> LONG {
    ignoring(
        (
            hwndOwner,
            lpszDeviceClass,
            lpDeviceConfigIn,
            dwSize,
            lpDeviceConfigOut,
        ),
        || unavailable::of_device(dwDeviceID),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetDevConfig(
    dwDeviceID: DWORD,
    lpDeviceConfig: *mut VARSTRING,
    lpszDeviceClass: *const c_char,
) -> LONG {
    lineGetDevConfigA(dwDeviceID, lpDeviceConfig, lpszDeviceClass)
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetDevConfigA(
    dwDeviceID: DWORD,
    lpDeviceConfig: *mut VARSTRING,
    lpszDeviceClass: *const c_char,
) -> LONG {
    ignoring((lpDeviceConfig, lpszDeviceClass), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetDevConfigW(
    dwDeviceID: DWORD,
    lpDeviceConfig: *mut VARSTRING,
    lpszDeviceClass: *const u16,
) -> LONG {
    ignoring((lpDeviceConfig, lpszDeviceClass), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetDevConfig(
    dwDeviceID: DWORD,
    lpDeviceConfig: *mut c_void,
    dwSize: DWORD,
    lpszDeviceClass: *const c_char,
) -> LONG {
    lineSetDevConfigA(dwDeviceID, lpDeviceConfig, dwSize, lpszDeviceClass)
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetDevConfigA(
    dwDeviceID: DWORD,
    lpDeviceConfig: *mut c_void,
    dwSize: DWORD,
    lpszDeviceClass: *const c_char,
) -> LONG {
    ignoring((lpDeviceConfig, dwSize, lpszDeviceClass), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetDevConfigW(
    dwDeviceID: DWORD,
    lpDeviceConfig: *mut c_void,
    dwSize: DWORD,
    lpszDeviceClass: *const u16,
) -> LONG {
    ignoring((lpDeviceConfig, dwSize, lpszDeviceClass), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetIcon(
    dwDeviceID: DWORD,
    lpszDeviceClass: *const c_char,
    lphIcon: *mut HICON,
) -> LONG {
    lineGetIconA(dwDeviceID, lpszDeviceClass, lphIcon)
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetIconA(
    dwDeviceID: DWORD,
    lpszDeviceClass: *const c_char,
    lphIcon: *mut HICON,
) -> LONG {
    ignoring((lpszDeviceClass, lphIcon), || {
        unavailable::of_device(dwDeviceID)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetIconW(
    dwDeviceID: DWORD,
    lpszDeviceClass: *const u16,
    lphIcon: *mut HICON,
) -> LONG {
    ignoring((lpszDeviceClass, lphIcon), || {
        unavailable::of_device(dwDeviceID)
    })
}
