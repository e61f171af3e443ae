//! Applications of TAPI 2 and what devices can do.

use super::{done, fill, given, ignoring, message, no_extension, number, put};
use crate::tapi2::abi::*;
use crate::tapi2::text::Form;
use crate::tapi2::{app, caps, status, unavailable};
use core::ffi::c_char;

#[unsafe(no_mangle)]
pub extern "C" fn lineShutdown(hLineApp: HLINEAPP) -> LONG {
    done(|| app::shutdown(hLineApp))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetMessage(
    hLineApp: HLINEAPP,
    lpMessage: *mut LINEMESSAGE,
    dwTimeout: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        message(lpMessage, |given| {
            app::get_message(hLineApp, given, dwTimeout)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineNegotiateAPIVersion(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPILowVersion: DWORD,
    dwAPIHighVersion: DWORD,
    lpdwAPIVersion: *mut DWORD,
    lpExtensionID: *mut LINEEXTENSIONID,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let version = caps::negotiate(
                hLineApp,
                dwDeviceID,
                dwAPILowVersion,
                dwAPIHighVersion,
                given(lpdwAPIVersion),
            )?;
            put(lpdwAPIVersion, version);
            no_extension(lpExtensionID);
            Ok(())
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineNegotiateExtVersion(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtLowVersion: DWORD,
    dwExtHighVersion: DWORD,
    lpdwExtVersion: *mut DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lpdwExtVersion, |given| {
            let _ = (dwAPIVersion, dwExtLowVersion, dwExtHighVersion);
            caps::negotiate_ext(hLineApp, dwDeviceID, given)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetDevCaps(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpLineDevCaps: *mut LINEDEVCAPS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineGetDevCapsA(
            hLineApp,
            dwDeviceID,
            dwAPIVersion,
            dwExtVersion,
            lpLineDevCaps,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetDevCapsA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpLineDevCaps: *mut LINEDEVCAPS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpLineDevCaps, |total| {
            caps::line(
                hLineApp,
                dwDeviceID,
                dwAPIVersion,
                dwExtVersion,
                total,
                Form::Bytes,
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetDevCapsW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpLineDevCaps: *mut LINEDEVCAPS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpLineDevCaps, |total| {
            caps::line(
                hLineApp,
                dwDeviceID,
                dwAPIVersion,
                dwExtVersion,
                total,
                Form::Wide,
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressCaps(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAddressID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpAddressCaps: *mut LINEADDRESSCAPS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineGetAddressCapsA(
            hLineApp,
            dwDeviceID,
            dwAddressID,
            dwAPIVersion,
            dwExtVersion,
            lpAddressCaps,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressCapsA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAddressID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpAddressCaps: *mut LINEADDRESSCAPS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpAddressCaps, |total| {
            caps::address(
                hLineApp,
                (dwDeviceID, dwAddressID),
                dwAPIVersion,
                dwExtVersion,
                total,
                Form::Bytes,
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressCapsW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAddressID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpAddressCaps: *mut LINEADDRESSCAPS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpAddressCaps, |total| {
            caps::address(
                hLineApp,
                (dwDeviceID, dwAddressID),
                dwAPIVersion,
                dwExtVersion,
                total,
                Form::Wide,
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetProviderList(
    dwAPIVersion: DWORD,
    lpProviderList: *mut LINEPROVIDERLIST,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetProviderListA(dwAPIVersion, lpProviderList) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetProviderListA(
    dwAPIVersion: DWORD,
    lpProviderList: *mut LINEPROVIDERLIST,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpProviderList, |total| {
            status::providers(dwAPIVersion, total, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetProviderListW(
    dwAPIVersion: DWORD,
    lpProviderList: *mut LINEPROVIDERLIST,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpProviderList, |total| {
            status::providers(dwAPIVersion, total, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineAddProvider(
    lpszProviderFilename: *const c_char,
    hwndOwner: HWND,
    lpdwPermanentProviderID: *mut DWORD,
) -> LONG {
    lineAddProviderA(lpszProviderFilename, hwndOwner, lpdwPermanentProviderID)
}

#[unsafe(no_mangle)]
pub extern "C" fn lineAddProviderA(
    lpszProviderFilename: *const c_char,
    hwndOwner: HWND,
    lpdwPermanentProviderID: *mut DWORD,
) -> LONG {
    ignoring(
        (lpszProviderFilename, hwndOwner, lpdwPermanentProviderID),
        unavailable::of_all,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineAddProviderW(
    lpszProviderFilename: *const u16,
    hwndOwner: HWND,
    lpdwPermanentProviderID: *mut DWORD,
) -> LONG {
    ignoring(
        (lpszProviderFilename, hwndOwner, lpdwPermanentProviderID),
        unavailable::of_all,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineConfigProvider(hwndOwner: HWND, dwPermanentProviderID: DWORD) -> LONG {
    ignoring((hwndOwner, dwPermanentProviderID), unavailable::of_all)
}

#[unsafe(no_mangle)]
pub extern "C" fn lineRemoveProvider(dwPermanentProviderID: DWORD, hwndOwner: HWND) -> LONG {
    ignoring((dwPermanentProviderID, hwndOwner), unavailable::of_all)
}
