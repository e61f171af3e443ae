//! What no line here offers.

use super::ignoring;
use crate::tapi2::abi::*;
use crate::tapi2::unavailable;
use core::ffi::c_void;

#[unsafe(no_mangle)]
pub extern "C" fn lineDevSpecific(
    hLine: HLINE,
    dwAddressID: DWORD,
    hCall: HCALL,
    lpParams: *mut c_void,
    dwSize: DWORD,
) -> LONG {
    ignoring((dwAddressID, hCall, lpParams, dwSize), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineDevSpecificFeature(
    hLine: HLINE,
    dwFeature: DWORD,
    lpParams: *mut c_void,
    dwSize: DWORD,
) -> LONG {
    ignoring((dwFeature, lpParams, dwSize), || {
        unavailable::of_line(hLine)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineUncompleteCall(hLine: HLINE, dwCompletionID: DWORD) -> LONG {
    ignoring(dwCompletionID, || unavailable::of_line(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetTerminal(
    hLine: HLINE,
    dwAddressID: DWORD,
    hCall: HCALL,
    dwSelect: DWORD,
    dwTerminalModes: DWORD,
    dwTerminalID: DWORD,
    bEnable: DWORD,
) -> LONG {
    ignoring(
        (
            dwAddressID,
            hCall,
            dwSelect,
            dwTerminalModes,
            dwTerminalID,
            bEnable,
        ),
        || unavailable::of_line(hLine),
    )
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetMediaControl(
    hLine: HLINE,
    dwAddressID: DWORD,
    hCall: HCALL,
    dwSelect: DWORD,
    lpDigitList: *mut LINEMEDIACONTROLDIGIT,
    dwDigitNumEntries: DWORD,
    lpMediaList: *mut LINEMEDIACONTROLMEDIA,
    dwMediaNumEntries: DWORD,
    lpToneList: *mut LINEMEDIACONTROLTONE,
    dwToneNumEntries: DWORD,
    lpCallStateList: *mut LINEMEDIACONTROLCALLSTATE,
    dwCallStateNumEntries: DWORD,
) -> LONG {
    ignoring(
        (
            (
                dwAddressID,
                hCall,
                dwSelect,
                lpDigitList,
                dwDigitNumEntries,
                lpMediaList,
            ),
            (
                dwMediaNumEntries,
                lpToneList,
                dwToneNumEntries,
                lpCallStateList,
                dwCallStateNumEntries,
            ),
        ),
        || unavailable::of_line(hLine),
    )
}
