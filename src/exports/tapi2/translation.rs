//! Translation of addresses.

use super::{done, fill, given, text, wide, write_bytes};
use crate::tapi2::abi::*;
use crate::tapi2::text::Form;
use crate::tapi2::{Fault, Result, translation};
use core::ffi::c_char;

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineTranslateAddress(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    lpszAddressIn: *const c_char,
    dwCard: DWORD,
    dwTranslateOptions: DWORD,
    lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineTranslateAddressA(
            hLineApp,
            dwDeviceID,
            dwAPIVersion,
            lpszAddressIn,
            dwCard,
            dwTranslateOptions,
            lpTranslateOutput,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineTranslateAddressA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    lpszAddressIn: *const c_char,
    dwCard: DWORD,
    dwTranslateOptions: DWORD,
    lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpTranslateOutput, |total| {
            translation::translate(
                (hLineApp, dwDeviceID, dwAPIVersion),
                text(lpszAddressIn),
                (dwCard, dwTranslateOptions),
                total,
                Form::Bytes,
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineTranslateAddressW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    lpszAddressIn: *const u16,
    dwCard: DWORD,
    dwTranslateOptions: DWORD,
    lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpTranslateOutput, |total| {
            translation::translate(
                (hLineApp, dwDeviceID, dwAPIVersion),
                wide(lpszAddressIn),
                (dwCard, dwTranslateOptions),
                total,
                Form::Wide,
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineTranslateDialog(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    hwndOwner: HWND,
    lpszAddressIn: *const c_char,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineTranslateDialogA(hLineApp, dwDeviceID, dwAPIVersion, hwndOwner, lpszAddressIn) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineTranslateDialogA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    hwndOwner: HWND,
    lpszAddressIn: *const c_char,
) -> LONG {
    let _ = hwndOwner;
    // SAFETY: the caller vouches for its pointers.
    done(|| {
        translation::dialog((hLineApp, dwDeviceID, dwAPIVersion), unsafe {
            text(lpszAddressIn)
        })
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineTranslateDialogW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    hwndOwner: HWND,
    lpszAddressIn: *const u16,
) -> LONG {
    let _ = hwndOwner;
    // SAFETY: the caller vouches for its pointers.
    done(|| {
        translation::dialog((hLineApp, dwDeviceID, dwAPIVersion), unsafe {
            wide(lpszAddressIn)
        })
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetTranslateCaps(
    hLineApp: HLINEAPP,
    dwAPIVersion: DWORD,
    lpTranslateCaps: *mut LINETRANSLATECAPS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetTranslateCapsA(hLineApp, dwAPIVersion, lpTranslateCaps) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetTranslateCapsA(
    hLineApp: HLINEAPP,
    dwAPIVersion: DWORD,
    lpTranslateCaps: *mut LINETRANSLATECAPS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpTranslateCaps, |total| {
            translation::caps(hLineApp, dwAPIVersion, total, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetTranslateCapsW(
    hLineApp: HLINEAPP,
    dwAPIVersion: DWORD,
    lpTranslateCaps: *mut LINETRANSLATECAPS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpTranslateCaps, |total| {
            translation::caps(hLineApp, dwAPIVersion, total, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCountry(
    dwCountryID: DWORD,
    dwAPIVersion: DWORD,
    lpLineCountryList: *mut LINECOUNTRYLIST,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetCountryA(dwCountryID, dwAPIVersion, lpLineCountryList) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCountryA(
    dwCountryID: DWORD,
    dwAPIVersion: DWORD,
    lpLineCountryList: *mut LINECOUNTRYLIST,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpLineCountryList, |total| {
            translation::country(dwCountryID, dwAPIVersion, total, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCountryW(
    dwCountryID: DWORD,
    dwAPIVersion: DWORD,
    lpLineCountryList: *mut LINECOUNTRYLIST,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpLineCountryList, |total| {
            translation::country(dwCountryID, dwAPIVersion, total, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetCurrentLocation(hLineApp: HLINEAPP, dwLocation: DWORD) -> LONG {
    done(|| translation::set_location(hLineApp, dwLocation))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetTollList(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lpszAddressIn: *const c_char,
    dwTollListOption: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineSetTollListA(hLineApp, dwDeviceID, lpszAddressIn, dwTollListOption) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetTollListA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lpszAddressIn: *const c_char,
    dwTollListOption: DWORD,
) -> LONG {
    done(|| {
        if !matches!(
            dwTollListOption,
            LINETOLLLISTOPTION_ADD | LINETOLLLISTOPTION_REMOVE
        ) {
            return Err(Fault::PARAMETER);
        }
        // SAFETY: the caller vouches for its pointers.
        translation::set_toll_list(hLineApp, dwDeviceID, unsafe { text(lpszAddressIn) })
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetTollListW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lpszAddressIn: *const u16,
    dwTollListOption: DWORD,
) -> LONG {
    done(|| {
        if !matches!(
            dwTollListOption,
            LINETOLLLISTOPTION_ADD | LINETOLLLISTOPTION_REMOVE
        ) {
            return Err(Fault::PARAMETER);
        }
        // SAFETY: the caller vouches for its pointers.
        translation::set_toll_list(hLineApp, dwDeviceID, unsafe { wide(lpszAddressIn) })
    })
}

/// # Safety
/// Both are null or have room for `translation::LOCATION_INFO` units.
unsafe fn location_info<T>(country: *mut T, area: *mut T, form: Form) -> Result<()> {
    given(country)?;
    given(area)?;
    let [code, city] = translation::location_info(form)?;
    // SAFETY: as demanded; the texts are no longer than that.
    unsafe {
        write_bytes(country.cast(), &code);
        write_bytes(area.cast(), &city);
    }
    Ok(())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapiGetLocationInfo(
    lpszCountryCode: *mut c_char,
    lpszCityCode: *mut c_char,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { tapiGetLocationInfoA(lpszCountryCode, lpszCityCode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapiGetLocationInfoA(
    lpszCountryCode: *mut c_char,
    lpszCityCode: *mut c_char,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    done(|| unsafe { location_info(lpszCountryCode, lpszCityCode, Form::Bytes) })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tapiGetLocationInfoW(
    lpszCountryCode: *mut u16,
    lpszCityCode: *mut u16,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    done(|| unsafe { location_info(lpszCountryCode, lpszCityCode, Form::Wide) })
}
