//! Hold, transfer, conference, parking.

use super::{begun, fill, place, started, structure, text, wide};
use crate::tapi2::abi::*;
use crate::tapi2::text::Form;
use crate::tapi2::{calls, conference, placing, transfer};
use core::ffi::c_char;

#[unsafe(no_mangle)]
pub extern "C" fn lineHold(hCall: HCALL) -> LONG {
    started(|| calls::hold(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineUnhold(hCall: HCALL) -> LONG {
    started(|| calls::unhold(hCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSwapHold(hActiveCall: HCALL, hHeldCall: HCALL) -> LONG {
    started(|| calls::swap_hold(hActiveCall, hHeldCall))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetupTransfer(
    hCall: HCALL,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineSetupTransferA(hCall, lphConsultCall, lpCallParams) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetupTransferA(
    hCall: HCALL,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConsultCall], |fill| {
            let parameters = structure(lpCallParams);
            transfer::set_up(hCall, fill, parameters, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetupTransferW(
    hCall: HCALL,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConsultCall], |fill| {
            let parameters = structure(lpCallParams);
            transfer::set_up(hCall, fill, parameters, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineCompleteTransfer(
    hCall: HCALL,
    hConsultCall: HCALL,
    lphConfCall: *mut HCALL,
    dwTransferMode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConfCall], |fill| {
            transfer::complete(hCall, hConsultCall, fill, dwTransferMode)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineBlindTransfer(
    hCall: HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineBlindTransferA(hCall, lpszDestAddress, dwCountryCode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineBlindTransferA(
    hCall: HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let _ = dwCountryCode;
            calls::blind_transfer(hCall, text(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineBlindTransferW(
    hCall: HCALL,
    lpszDestAddress: *const u16,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let _ = dwCountryCode;
            calls::blind_transfer(hCall, wide(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineRedirect(
    hCall: HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineRedirectA(hCall, lpszDestAddress, dwCountryCode) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineRedirectA(
    hCall: HCALL,
    lpszDestAddress: *const c_char,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let _ = dwCountryCode;
            calls::redirect(hCall, text(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineRedirectW(
    hCall: HCALL,
    lpszDestAddress: *const u16,
    dwCountryCode: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let _ = dwCountryCode;
            calls::redirect(hCall, wide(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetupConference(
    hCall: HCALL,
    hLine: HLINE,
    lphConfCall: *mut HCALL,
    lphConsultCall: *mut HCALL,
    dwNumParties: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineSetupConferenceA(
            hCall,
            hLine,
            lphConfCall,
            lphConsultCall,
            dwNumParties,
            lpCallParams,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetupConferenceA(
    hCall: HCALL,
    hLine: HLINE,
    lphConfCall: *mut HCALL,
    lphConsultCall: *mut HCALL,
    dwNumParties: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConfCall, lphConsultCall], |fill| {
            let _ = dwNumParties;
            let parameters = structure(lpCallParams);
            conference::set_up((hCall, hLine), fill, parameters, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineSetupConferenceW(
    hCall: HCALL,
    hLine: HLINE,
    lphConfCall: *mut HCALL,
    lphConsultCall: *mut HCALL,
    dwNumParties: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConfCall, lphConsultCall], |fill| {
            let _ = dwNumParties;
            let parameters = structure(lpCallParams);
            conference::set_up((hCall, hLine), fill, parameters, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePrepareAddToConference(
    hConfCall: HCALL,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { linePrepareAddToConferenceA(hConfCall, lphConsultCall, lpCallParams) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePrepareAddToConferenceA(
    hConfCall: HCALL,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConsultCall], |fill| {
            let parameters = structure(lpCallParams);
            conference::prepare_add(hConfCall, fill, parameters, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePrepareAddToConferenceW(
    hConfCall: HCALL,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphConsultCall], |fill| {
            let parameters = structure(lpCallParams);
            conference::prepare_add(hConfCall, fill, parameters, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineAddToConference(hConfCall: HCALL, hConsultCall: HCALL) -> LONG {
    started(|| conference::add(hConfCall, hConsultCall))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineRemoveFromConference(hCall: HCALL) -> LONG {
    started(|| conference::remove(hCall))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetConfRelatedCalls(
    hCall: HCALL,
    lpCallList: *mut LINECALLLIST,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe { fill(lpCallList, |total| conference::related(hCall, total)) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePark(
    hCall: HCALL,
    dwParkMode: DWORD,
    lpszDirAddress: *const c_char,
    lpNonDirAddress: *mut VARSTRING,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineParkA(hCall, dwParkMode, lpszDirAddress, lpNonDirAddress) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineParkA(
    hCall: HCALL,
    dwParkMode: DWORD,
    lpszDirAddress: *const c_char,
    lpNonDirAddress: *mut VARSTRING,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            calls::park(
                hCall,
                dwParkMode,
                || text(lpszDirAddress),
                || place(lpNonDirAddress, Form::Bytes),
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineParkW(
    hCall: HCALL,
    dwParkMode: DWORD,
    lpszDirAddress: *const u16,
    lpNonDirAddress: *mut VARSTRING,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            calls::park(
                hCall,
                dwParkMode,
                || wide(lpszDirAddress),
                || place(lpNonDirAddress, Form::Wide),
            )
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineUnpark(
    hLine: HLINE,
    dwAddressID: DWORD,
    lphCall: *mut HCALL,
    lpszDestAddress: *const c_char,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineUnparkA(hLine, dwAddressID, lphCall, lpszDestAddress) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineUnparkA(
    hLine: HLINE,
    dwAddressID: DWORD,
    lphCall: *mut HCALL,
    lpszDestAddress: *const c_char,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphCall], |fill| {
            placing::unpark(hLine, dwAddressID, fill, text(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineUnparkW(
    hLine: HLINE,
    dwAddressID: DWORD,
    lphCall: *mut HCALL,
    lpszDestAddress: *const u16,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphCall], |fill| {
            placing::unpark(hLine, dwAddressID, fill, wide(lpszDestAddress))
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePickup(
    hLine: HLINE,
    dwAddressID: DWORD,
    lphCall: *mut HCALL,
    lpszDestAddress: *const c_char,
    lpszGroupID: *const c_char,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { linePickupA(hLine, dwAddressID, lphCall, lpszDestAddress, lpszGroupID) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePickupA(
    hLine: HLINE,
    dwAddressID: DWORD,
    lphCall: *mut HCALL,
    lpszDestAddress: *const c_char,
    lpszGroupID: *const c_char,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphCall], |fill| {
            let (from, group) = (text(lpszDestAddress), text(lpszGroupID));
            placing::pickup(hLine, dwAddressID, fill, from, group)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn linePickupW(
    hLine: HLINE,
    dwAddressID: DWORD,
    lphCall: *mut HCALL,
    lpszDestAddress: *const u16,
    lpszGroupID: *const u16,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        begun([lphCall], |fill| {
            let (from, group) = (wide(lpszDestAddress), wide(lpszGroupID));
            placing::pickup(hLine, dwAddressID, fill, from, group)
        })
    }
}
