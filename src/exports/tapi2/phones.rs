//! Phone devices.

use super::{done, given, ignoring, no_phone};
use crate::tapi2::Fault;
use crate::tapi2::abi::*;
use crate::tapi2::phones;
use core::ffi::{c_char, c_void};

#[unsafe(no_mangle)]
pub extern "C" fn phoneClose(hPhone: HPHONE) -> LONG {
    no_phone(hPhone)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneDevSpecific(hPhone: HPHONE, lpParams: *mut c_void, dwSize: DWORD) -> LONG {
    no_phone((hPhone, lpParams, dwSize))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetButtonInfo(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpButtonInfo: *mut PHONEBUTTONINFO,
) -> LONG {
    phoneGetButtonInfoA(hPhone, dwButtonLampID, lpButtonInfo)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetButtonInfoA(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpButtonInfo: *mut PHONEBUTTONINFO,
) -> LONG {
    no_phone((hPhone, dwButtonLampID, lpButtonInfo))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetButtonInfoW(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpButtonInfo: *mut PHONEBUTTONINFO,
) -> LONG {
    no_phone((hPhone, dwButtonLampID, lpButtonInfo))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetData(
    hPhone: HPHONE,
    dwDataID: DWORD,
    lpData: *mut c_void,
    dwSize: DWORD,
) -> LONG {
    no_phone((hPhone, dwDataID, lpData, dwSize))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetDisplay(hPhone: HPHONE, lpDisplay: *mut VARSTRING) -> LONG {
    no_phone((hPhone, lpDisplay))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetGain(
    hPhone: HPHONE,
    dwHookSwitchDev: DWORD,
    lpdwGain: *mut DWORD,
) -> LONG {
    no_phone((hPhone, dwHookSwitchDev, lpdwGain))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetHookSwitch(hPhone: HPHONE, lpdwHookSwitchDevs: *mut DWORD) -> LONG {
    no_phone((hPhone, lpdwHookSwitchDevs))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetID(
    hPhone: HPHONE,
    lpDeviceID: *mut VARSTRING,
    lpszDeviceClass: *const c_char,
) -> LONG {
    phoneGetIDA(hPhone, lpDeviceID, lpszDeviceClass)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetIDA(
    hPhone: HPHONE,
    lpDeviceID: *mut VARSTRING,
    lpszDeviceClass: *const c_char,
) -> LONG {
    no_phone((hPhone, lpDeviceID, lpszDeviceClass))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetIDW(
    hPhone: HPHONE,
    lpDeviceID: *mut VARSTRING,
    lpszDeviceClass: *const u16,
) -> LONG {
    no_phone((hPhone, lpDeviceID, lpszDeviceClass))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetLamp(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpdwLampMode: *mut DWORD,
) -> LONG {
    no_phone((hPhone, dwButtonLampID, lpdwLampMode))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetRing(
    hPhone: HPHONE,
    lpdwRingMode: *mut DWORD,
    lpdwVolume: *mut DWORD,
) -> LONG {
    no_phone((hPhone, lpdwRingMode, lpdwVolume))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetStatus(hPhone: HPHONE, lpPhoneStatus: *mut PHONESTATUS) -> LONG {
    phoneGetStatusA(hPhone, lpPhoneStatus)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetStatusA(hPhone: HPHONE, lpPhoneStatus: *mut PHONESTATUS) -> LONG {
    no_phone((hPhone, lpPhoneStatus))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetStatusW(hPhone: HPHONE, lpPhoneStatus: *mut PHONESTATUS) -> LONG {
    no_phone((hPhone, lpPhoneStatus))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetStatusMessages(
    hPhone: HPHONE,
    lpdwPhoneStates: *mut DWORD,
    lpdwButtonModes: *mut DWORD,
    lpdwButtonStates: *mut DWORD,
) -> LONG {
    no_phone((hPhone, lpdwPhoneStates, lpdwButtonModes, lpdwButtonStates))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetVolume(
    hPhone: HPHONE,
    dwHookSwitchDev: DWORD,
    lpdwVolume: *mut DWORD,
) -> LONG {
    no_phone((hPhone, dwHookSwitchDev, lpdwVolume))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetButtonInfo(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpButtonInfo: *mut PHONEBUTTONINFO,
) -> LONG {
    phoneSetButtonInfoA(hPhone, dwButtonLampID, lpButtonInfo)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetButtonInfoA(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpButtonInfo: *mut PHONEBUTTONINFO,
) -> LONG {
    no_phone((hPhone, dwButtonLampID, lpButtonInfo))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetButtonInfoW(
    hPhone: HPHONE,
    dwButtonLampID: DWORD,
    lpButtonInfo: *mut PHONEBUTTONINFO,
) -> LONG {
    no_phone((hPhone, dwButtonLampID, lpButtonInfo))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetData(
    hPhone: HPHONE,
    dwDataID: DWORD,
    lpData: *mut c_void,
    dwSize: DWORD,
) -> LONG {
    no_phone((hPhone, dwDataID, lpData, dwSize))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetDisplay(
    hPhone: HPHONE,
    dwRow: DWORD,
    dwColumn: DWORD,
    lpsDisplay: *const c_char,
    dwSize: DWORD,
) -> LONG {
    no_phone((hPhone, dwRow, dwColumn, lpsDisplay, dwSize))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetGain(hPhone: HPHONE, dwHookSwitchDev: DWORD, dwGain: DWORD) -> LONG {
    no_phone((hPhone, dwHookSwitchDev, dwGain))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetHookSwitch(
    hPhone: HPHONE,
    dwHookSwitchDevs: DWORD,
    dwHookSwitchMode: DWORD,
) -> LONG {
    no_phone((hPhone, dwHookSwitchDevs, dwHookSwitchMode))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetLamp(hPhone: HPHONE, dwButtonLampID: DWORD, dwLampMode: DWORD) -> LONG {
    no_phone((hPhone, dwButtonLampID, dwLampMode))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetRing(hPhone: HPHONE, dwRingMode: DWORD, dwVolume: DWORD) -> LONG {
    no_phone((hPhone, dwRingMode, dwVolume))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetStatusMessages(
    hPhone: HPHONE,
    dwPhoneStates: DWORD,
    dwButtonModes: DWORD,
    dwButtonStates: DWORD,
) -> LONG {
    no_phone((hPhone, dwPhoneStates, dwButtonModes, dwButtonStates))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneSetVolume(hPhone: HPHONE, dwHookSwitchDev: DWORD, dwVolume: DWORD) -> LONG {
    no_phone((hPhone, dwHookSwitchDev, dwVolume))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneShutdown(hPhoneApp: HPHONEAPP) -> LONG {
    done(|| phones::shutdown(hPhoneApp))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetMessage(
    hPhoneApp: HPHONEAPP,
    lpMessage: *mut PHONEMESSAGE,
    dwTimeout: DWORD,
) -> LONG {
    done(|| phones::get_message(hPhoneApp, given(lpMessage), dwTimeout))
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneNegotiateAPIVersion(
    hPhoneApp: HPHONEAPP,
    dwDeviceID: DWORD,
    dwAPILowVersion: DWORD,
    dwAPIHighVersion: DWORD,
    lpdwAPIVersion: *mut DWORD,
    lpExtensionID: *mut PHONEEXTENSIONID,
) -> LONG {
    ignoring(
        (
            dwDeviceID,
            dwAPILowVersion,
            dwAPIHighVersion,
            lpdwAPIVersion,
            lpExtensionID,
        ),
        || Err(phones::device(hPhoneApp)),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneNegotiateExtVersion(
    hPhoneApp: HPHONEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtLowVersion: DWORD,
    dwExtHighVersion: DWORD,
    lpdwExtVersion: *mut DWORD,
) -> LONG {
    ignoring(
        (
            dwDeviceID,
            dwAPIVersion,
            dwExtLowVersion,
            dwExtHighVersion,
            lpdwExtVersion,
        ),
        || Err(phones::device(hPhoneApp)),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneOpen(
    hPhoneApp: HPHONEAPP,
    dwDeviceID: DWORD,
    lphPhone: *mut HPHONE,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    dwCallbackInstance: DWORD_PTR,
    dwPrivilege: DWORD,
) -> LONG {
    ignoring(
        (
            dwDeviceID,
            lphPhone,
            dwAPIVersion,
            dwExtVersion,
            dwCallbackInstance,
            dwPrivilege,
        ),
        || Err(phones::device(hPhoneApp)),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetDevCaps(
    hPhoneApp: HPHONEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpPhoneCaps: *mut PHONECAPS,
) -> LONG {
    phoneGetDevCapsA(
        hPhoneApp,
        dwDeviceID,
        dwAPIVersion,
        dwExtVersion,
        lpPhoneCaps,
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetDevCapsA(
    hPhoneApp: HPHONEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpPhoneCaps: *mut PHONECAPS,
) -> LONG {
    ignoring(
        (dwDeviceID, dwAPIVersion, dwExtVersion, lpPhoneCaps),
        || Err(phones::device(hPhoneApp)),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetDevCapsW(
    hPhoneApp: HPHONEAPP,
    dwDeviceID: DWORD,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    lpPhoneCaps: *mut PHONECAPS,
) -> LONG {
    ignoring(
        (dwDeviceID, dwAPIVersion, dwExtVersion, lpPhoneCaps),
        || Err(phones::device(hPhoneApp)),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetIcon(
    dwDeviceID: DWORD,
    lpszDeviceClass: *const c_char,
    lphIcon: *mut HICON,
) -> LONG {
    phoneGetIconA(dwDeviceID, lpszDeviceClass, lphIcon)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetIconA(
    dwDeviceID: DWORD,
    lpszDeviceClass: *const c_char,
    lphIcon: *mut HICON,
) -> LONG {
    ignoring((dwDeviceID, lpszDeviceClass, lphIcon), || {
        Err(Fault(PHONEERR_BADDEVICEID))
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneGetIconW(
    dwDeviceID: DWORD,
    lpszDeviceClass: *const u16,
    lphIcon: *mut HICON,
) -> LONG {
    ignoring((dwDeviceID, lpszDeviceClass, lphIcon), || {
        Err(Fault(PHONEERR_BADDEVICEID))
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneConfigDialog(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const c_char,
) -> LONG {
    phoneConfigDialogA(dwDeviceID, hwndOwner, lpszDeviceClass)
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneConfigDialogA(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const c_char,
) -> LONG {
    ignoring((dwDeviceID, hwndOwner, lpszDeviceClass), || {
        Err(Fault(PHONEERR_BADDEVICEID))
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn phoneConfigDialogW(
    dwDeviceID: DWORD,
    hwndOwner: HWND,
    lpszDeviceClass: *const u16,
) -> LONG {
    ignoring((dwDeviceID, hwndOwner, lpszDeviceClass), || {
        Err(Fault(PHONEERR_BADDEVICEID))
    })
}
