//! Translation of addresses.

use super::ignoring;
use crate::tapi2::abi::*;
use crate::tapi2::translation;
use core::ffi::c_char;

#[unsafe(no_mangle)]
pub extern "C" fn lineTranslateAddress(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    lpszAddressIn: *const c_char,
    dwCard: DWORD,
    dwTranslateOptions: DWORD,
    lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
) -> LONG {
    ignoring(
        (
            dwDeviceID,
            dwAPIVersion,
            lpszAddressIn,
            dwCard,
            dwTranslateOptions,
            lpTranslateOutput,
        ),
        || translation::of_app(hLineApp),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineTranslateAddressA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    lpszAddressIn: *const c_char,
    dwCard: DWORD,
    dwTranslateOptions: DWORD,
    lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
) -> LONG {
    ignoring(
        (
            dwDeviceID,
            dwAPIVersion,
            lpszAddressIn,
            dwCard,
            dwTranslateOptions,
            lpTranslateOutput,
        ),
        || translation::of_app(hLineApp),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineTranslateAddressW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    lpszAddressIn: *const u16,
    dwCard: DWORD,
    dwTranslateOptions: DWORD,
    lpTranslateOutput: *mut LINETRANSLATEOUTPUT,
) -> LONG {
    ignoring(
        (
            dwDeviceID,
            dwAPIVersion,
            lpszAddressIn,
            dwCard,
            dwTranslateOptions,
            lpTranslateOutput,
        ),
        || translation::of_app(hLineApp),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineTranslateDialog(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    hwndOwner: HWND,
    lpszAddressIn: *const c_char,
) -> LONG {
    ignoring((dwDeviceID, dwAPIVersion, hwndOwner, lpszAddressIn), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineTranslateDialogA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    hwndOwner: HWND,
    lpszAddressIn: *const c_char,
) -> LONG {
    ignoring((dwDeviceID, dwAPIVersion, hwndOwner, lpszAddressIn), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineTranslateDialogW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    hwndOwner: HWND,
    lpszAddressIn: *const u16,
) -> LONG {
    ignoring((dwDeviceID, dwAPIVersion, hwndOwner, lpszAddressIn), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetTranslateCaps(
    hLineApp: HLINEAPP,
    dwAPIVersion: DWORD,
    lpTranslateCaps: *mut LINETRANSLATECAPS,
) -> LONG {
    ignoring((dwAPIVersion, lpTranslateCaps), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetTranslateCapsA(
    hLineApp: HLINEAPP,
    dwAPIVersion: DWORD,
    lpTranslateCaps: *mut LINETRANSLATECAPS,
) -> LONG {
    ignoring((dwAPIVersion, lpTranslateCaps), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetTranslateCapsW(
    hLineApp: HLINEAPP,
    dwAPIVersion: DWORD,
    lpTranslateCaps: *mut LINETRANSLATECAPS,
) -> LONG {
    ignoring((dwAPIVersion, lpTranslateCaps), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetCountry(
    dwCountryID: DWORD,
    dwAPIVersion: DWORD,
    lpLineCountryList: *mut LINECOUNTRYLIST,
) -> LONG {
    ignoring(
        (dwCountryID, dwAPIVersion, lpLineCountryList),
        translation::of_nobody,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetCountryA(
    dwCountryID: DWORD,
    dwAPIVersion: DWORD,
    lpLineCountryList: *mut LINECOUNTRYLIST,
) -> LONG {
    ignoring(
        (dwCountryID, dwAPIVersion, lpLineCountryList),
        translation::of_nobody,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineGetCountryW(
    dwCountryID: DWORD,
    dwAPIVersion: DWORD,
    lpLineCountryList: *mut LINECOUNTRYLIST,
) -> LONG {
    ignoring(
        (dwCountryID, dwAPIVersion, lpLineCountryList),
        translation::of_nobody,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetCurrentLocation(hLineApp: HLINEAPP, dwLocation: DWORD) -> LONG {
    ignoring(dwLocation, || translation::of_app(hLineApp))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetTollList(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lpszAddressIn: *const c_char,
    dwTollListOption: DWORD,
) -> LONG {
    ignoring((dwDeviceID, lpszAddressIn, dwTollListOption), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetTollListA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lpszAddressIn: *const c_char,
    dwTollListOption: DWORD,
) -> LONG {
    ignoring((dwDeviceID, lpszAddressIn, dwTollListOption), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetTollListW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lpszAddressIn: *const u16,
    dwTollListOption: DWORD,
) -> LONG {
    ignoring((dwDeviceID, lpszAddressIn, dwTollListOption), || {
        translation::of_app(hLineApp)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiGetLocationInfo(
    lpszCountryCode: *mut c_char,
    lpszCityCode: *mut c_char,
) -> LONG {
    ignoring((lpszCountryCode, lpszCityCode), translation::of_location)
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiGetLocationInfoA(
    lpszCountryCode: *mut c_char,
    lpszCityCode: *mut c_char,
) -> LONG {
    ignoring((lpszCountryCode, lpszCityCode), translation::of_location)
}

#[unsafe(no_mangle)]
pub extern "C" fn tapiGetLocationInfoW(lpszCountryCode: *mut u16, lpszCityCode: *mut u16) -> LONG {
    ignoring((lpszCountryCode, lpszCityCode), translation::of_location)
}
