//! Calls.

use super::{begun, bytes, done, fill, ignoring, started, structure, text, wide};
use crate::tapi2::abi::*;
use crate::tapi2::text::Form;
use crate::tapi2::{calls, ending, info, placing, rights, unavailable};
use core::ffi::{c_char, c_void};

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineMakeCall(
    hLine: HLINE,
    lphCall: *mut HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineMakeCallA(hLine, lphCall, lpszDestAddress, dwCountryCode, lpCallParams) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineMakeCallA(
    hLine: HLINE,
    lphCall: *mut HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphCall], |fill| {
            let (destination, parameters) = (text(lpszDestAddress), structure(lpCallParams));
            let _ = dwCountryCode;
            placing::make(hLine, fill, destination, parameters, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineMakeCallW(
    hLine: HLINE,
    lphCall: *mut HCALL,
    lpszDestAddress: *const u16,
    dwCountryCode: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphCall], |fill| {
            let (destination, parameters) = (wide(lpszDestAddress), structure(lpCallParams));
            let _ = dwCountryCode;
            placing::make(hLine, fill, destination, parameters, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineDial(
    hCall: HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineDialA(hCall, lpszDestAddress, dwCountryCode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineDialA(
    hCall: HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let _ = dwCountryCode;
            placing::dial(hCall, text(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineDialW(
    hCall: HCALL,
    lpszDestAddress: *const u16,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let _ = dwCountryCode;
            placing::dial(hCall, wide(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineAnswer(hCall: HCALL, lpsUserUserInfo: *const c_char, dwSize: DWORD) -> LONG {
    ignoring((lpsUserUserInfo, dwSize), || calls::answer(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineAccept(hCall: HCALL, lpsUserUserInfo: *const c_char, dwSize: DWORD) -> LONG {
    ignoring((lpsUserUserInfo, dwSize), || calls::accept(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineDrop(hCall: HCALL, lpsUserUserInfo: *const c_char, dwSize: DWORD) -> LONG {
    ignoring((lpsUserUserInfo, dwSize), || ending::drop_call(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineDeallocateCall(hCall: HCALL) -> LONG {
    done(|| ending::deallocate(hCall))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCallInfo(hCall: HCALL, lpCallInfo: *mut LINECALLINFO) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetCallInfoA(hCall, lpCallInfo) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCallInfoA(hCall: HCALL, lpCallInfo: *mut LINECALLINFO) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpCallInfo, |total| {
            info::get_info(hCall, total, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCallInfoW(hCall: HCALL, lpCallInfo: *mut LINECALLINFO) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { fill(lpCallInfo, |total| info::get_info(hCall, total, Form::Wide)) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetCallStatus(
    hCall: HCALL,
    lpCallStatus: *mut LINECALLSTATUS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { fill(lpCallStatus, |total| info::get_status(hCall, total)) }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetAppSpecific(hCall: HCALL, dwAppSpecific: DWORD) -> LONG {
    done(|| info::set_app_specific(hCall, dwAppSpecific))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetCallData(
    hCall: HCALL,
    lpCallData: *mut c_void,
    dwSize: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { started(|| info::set_call_data(hCall, bytes(lpCallData, dwSize))) }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetCallPrivilege(hCall: HCALL, dwCallPrivilege: DWORD) -> LONG {
    done(|| rights::set_privilege(hCall, dwCallPrivilege))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineHandoff(
    hCall: HCALL,
    lpszFileName: *const c_char,
    dwMediaMode: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineHandoffA(hCall, lpszFileName, dwMediaMode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineHandoffA(
    hCall: HCALL,
    lpszFileName: *const c_char,
    dwMediaMode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { done(|| rights::hand_off(hCall, text(lpszFileName), dwMediaMode)) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineHandoffW(
    hCall: HCALL,
    lpszFileName: *const u16,
    dwMediaMode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { done(|| rights::hand_off(hCall, wide(lpszFileName), dwMediaMode)) }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetMediaMode(hCall: HCALL, dwMediaModes: DWORD) -> LONG {
    done(|| info::set_media_mode(hCall, dwMediaModes))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineMonitorMedia(hCall: HCALL, dwMediaModes: DWORD) -> LONG {
    done(|| info::monitor_media(hCall, dwMediaModes))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineCompleteCall(
    hCall: HCALL,
    lpdwCompletionID: *mut DWORD,
    dwCompletionMode: DWORD,
    dwMessageID: DWORD,
) -> LONG {
    ignoring((lpdwCompletionID, dwCompletionMode, dwMessageID), || {
        unavailable::of_call(hCall)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineReleaseUserUserInfo(hCall: HCALL) -> LONG {
    ignoring((), || unavailable::of_call(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSecureCall(hCall: HCALL) -> LONG {
    ignoring((), || unavailable::of_call(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSendUserUserInfo(
    hCall: HCALL,
    lpsUserUserInfo: *const c_char,
    dwSize: DWORD,
) -> LONG {
    ignoring((lpsUserUserInfo, dwSize), || unavailable::of_call(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetCallParams(
    hCall: HCALL,
    dwBearerMode: DWORD,
    dwMinRate: DWORD,
    dwMaxRate: DWORD,
    lpDialParams: *mut LINEDIALPARAMS,
) -> LONG {
    ignoring((dwBearerMode, dwMinRate, dwMaxRate, lpDialParams), || {
        unavailable::of_call(hCall)
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetCallTreatment(hCall: HCALL, dwTreatment: DWORD) -> LONG {
    ignoring(dwTreatment, || unavailable::of_call(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetCallQualityOfService(
    hCall: HCALL,
    lpSendingFlowspec: *mut c_void,
    dwSendingFlowspecSize: DWORD,
    lpReceivingFlowspec: *mut c_void,
    dwReceivingFlowspecSize: DWORD,
) -> LONG {
    ignoring(
        (
            lpSendingFlowspec,
            dwSendingFlowspecSize,
            lpReceivingFlowspec,
            dwReceivingFlowspecSize,
        ),
        || unavailable::of_call(hCall),
    )
}
