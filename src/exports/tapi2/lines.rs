//! Open lines.

use super::{
    counted, counted_wide, done, fill, given, number, put, started, structure, text, wide,
};
use crate::tapi2::abi::*;
use crate::tapi2::fault::Result;
use crate::tapi2::text::Form;
use crate::tapi2::{forward, line, rights, status};
use core::ffi::c_char;

/// The LINECALLPARAMS by which the mapper is to find a line; nothing is read for any other device.
///
/// # Safety
/// As `structure`.
unsafe fn wanted<'a>(device: DWORD, parameters: *const LINECALLPARAMS) -> Result<Option<&'a [u8]>> {
    match device {
        // SAFETY: as demanded.
        LINEMAPPER => unsafe { structure(parameters) },
        _ => Ok(None),
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineOpen(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lphLine: *mut HLINE,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    dwCallbackInstance: DWORD_PTR,
    dwPrivileges: DWORD,
    dwMediaModes: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineOpenA(
            hLineApp,
            dwDeviceID,
            lphLine,
            dwAPIVersion,
            dwExtVersion,
            dwCallbackInstance,
            dwPrivileges,
            dwMediaModes,
            lpCallParams,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineOpenA(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lphLine: *mut HLINE,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    dwCallbackInstance: DWORD_PTR,
    dwPrivileges: DWORD,
    dwMediaModes: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lphLine, |given| {
            let opening = line::Opening {
                device: dwDeviceID,
                version: dwAPIVersion,
                ext_version: dwExtVersion,
                instance: dwCallbackInstance,
                privileges: dwPrivileges,
                media: dwMediaModes,
            };
            let wanted = wanted(dwDeviceID, lpCallParams);
            line::open(hLineApp, given, &opening, wanted, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineOpenW(
    hLineApp: HLINEAPP,
    dwDeviceID: DWORD,
    lphLine: *mut HLINE,
    dwAPIVersion: DWORD,
    dwExtVersion: DWORD,
    dwCallbackInstance: DWORD_PTR,
    dwPrivileges: DWORD,
    dwMediaModes: DWORD,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lphLine, |given| {
            let opening = line::Opening {
                device: dwDeviceID,
                version: dwAPIVersion,
                ext_version: dwExtVersion,
                instance: dwCallbackInstance,
                privileges: dwPrivileges,
                media: dwMediaModes,
            };
            let wanted = wanted(dwDeviceID, lpCallParams);
            line::open(hLineApp, given, &opening, wanted, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineClose(hLine: HLINE) -> LONG {
    done(|| line::close(hLine))
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetStatusMessages(
    hLine: HLINE,
    dwLineStates: DWORD,
    dwAddressStates: DWORD,
) -> LONG {
    done(|| status::set_messages(hLine, dwLineStates, dwAddressStates))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetStatusMessages(
    hLine: HLINE,
    lpdwLineStates: *mut DWORD,
    lpdwAddressStates: *mut DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        done(|| {
            let pointers = given(lpdwLineStates).and(given(lpdwAddressStates));
            let (line_states, address_states) = status::messages(hLine, pointers)?;
            put(lpdwLineStates, line_states);
            put(lpdwAddressStates, address_states);
            Ok(())
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetLineDevStatus(
    hLine: HLINE,
    lpLineDevStatus: *mut LINEDEVSTATUS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetLineDevStatusA(hLine, lpLineDevStatus) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetLineDevStatusA(
    hLine: HLINE,
    lpLineDevStatus: *mut LINEDEVSTATUS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpLineDevStatus, |total| {
            status::of_line(hLine, total, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetLineDevStatusW(
    hLine: HLINE,
    lpLineDevStatus: *mut LINEDEVSTATUS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpLineDevStatus, |total| {
            status::of_line(hLine, total, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetLineDevStatus(
    hLine: HLINE,
    dwStatusToChange: DWORD,
    fStatus: DWORD,
) -> LONG {
    started(|| status::set_of_line(hLine, dwStatusToChange, fStatus != 0))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressStatus(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAddressStatus: *mut LINEADDRESSSTATUS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetAddressStatusA(hLine, dwAddressID, lpAddressStatus) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressStatusA(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAddressStatus: *mut LINEADDRESSSTATUS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpAddressStatus, |total| {
            status::of_address(hLine, dwAddressID, total, Form::Bytes)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressStatusW(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpAddressStatus: *mut LINEADDRESSSTATUS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpAddressStatus, |total| {
            status::of_address(hLine, dwAddressID, total, Form::Wide)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressID(
    hLine: HLINE,
    lpdwAddressID: *mut DWORD,
    dwAddressMode: DWORD,
    lpsAddress: *const c_char,
    dwSize: DWORD,
) -> LONG {
    // SAFETY: as demanded.
    unsafe { lineGetAddressIDA(hLine, lpdwAddressID, dwAddressMode, lpsAddress, dwSize) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressIDA(
    hLine: HLINE,
    lpdwAddressID: *mut DWORD,
    dwAddressMode: DWORD,
    lpsAddress: *const c_char,
    dwSize: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lpdwAddressID, |given| {
            let address = counted(lpsAddress, dwSize);
            status::address_id(hLine, given, dwAddressMode, address)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetAddressIDW(
    hLine: HLINE,
    lpdwAddressID: *mut DWORD,
    dwAddressMode: DWORD,
    lpsAddress: *const u16,
    dwSize: DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lpdwAddressID, |given| {
            let address = counted_wide(lpsAddress, dwSize);
            status::address_id(hLine, given, dwAddressMode, address)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetID(
    hLine: HLINE,
    dwAddressID: DWORD,
    hCall: HCALL,
    dwSelect: DWORD,
    lpDeviceID: *mut VARSTRING,
    lpszDeviceClass: *const c_char,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineGetIDA(
            hLine,
            dwAddressID,
            hCall,
            dwSelect,
            lpDeviceID,
            lpszDeviceClass,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetIDA(
    hLine: HLINE,
    dwAddressID: DWORD,
    hCall: HCALL,
    dwSelect: DWORD,
    lpDeviceID: *mut VARSTRING,
    lpszDeviceClass: *const c_char,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpDeviceID, |total| {
            let class = text(lpszDeviceClass);
            status::id((hLine, dwAddressID, hCall), dwSelect, total, class)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetIDW(
    hLine: HLINE,
    dwAddressID: DWORD,
    hCall: HCALL,
    dwSelect: DWORD,
    lpDeviceID: *mut VARSTRING,
    lpszDeviceClass: *const u16,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpDeviceID, |total| {
            let class = wide(lpszDeviceClass);
            status::id((hLine, dwAddressID, hCall), dwSelect, total, class)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetNumRings(
    hLine: HLINE,
    dwAddressID: DWORD,
    lpdwNumRings: *mut DWORD,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        number(lpdwNumRings, |given| {
            status::num_rings(hLine, dwAddressID, given)
        })
    }
}

#[unsafe(no_mangle)]
pub extern "C" fn lineSetNumRings(hLine: HLINE, dwAddressID: DWORD, dwNumRings: DWORD) -> LONG {
    done(|| status::set_num_rings(hLine, dwAddressID, dwNumRings))
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineGetNewCalls(
    hLine: HLINE,
    dwAddressID: DWORD,
    dwSelect: DWORD,
    lpCallList: *mut LINECALLLIST,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        fill(lpCallList, |total| {
            rights::new_calls(hLine, dwAddressID, dwSelect, total)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineForward(
    hLine: HLINE,
    bAllAddresses: DWORD,
    dwAddressID: DWORD,
    lpForwardList: *mut LINEFORWARDLIST,
    dwNumRingsNoAnswer: DWORD,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: as demanded.
    unsafe {
        lineForwardA(
            hLine,
            bAllAddresses,
            dwAddressID,
            lpForwardList,
            dwNumRingsNoAnswer,
            lphConsultCall,
            lpCallParams,
        )
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineForwardA(
    hLine: HLINE,
    bAllAddresses: DWORD,
    dwAddressID: DWORD,
    lpForwardList: *mut LINEFORWARDLIST,
    dwNumRingsNoAnswer: DWORD,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let list = structure(lpForwardList);
            let _ = lpCallParams;
            let which = (bAllAddresses != 0, dwAddressID);
            let there = given(lphConsultCall);
            let rings = dwNumRingsNoAnswer;
            let id = forward::forward(hLine, which, list, rings, there, Form::Bytes)?;
            put(lphConsultCall, 0);
            Ok(id)
        })
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn lineForwardW(
    hLine: HLINE,
    bAllAddresses: DWORD,
    dwAddressID: DWORD,
    lpForwardList: *mut LINEFORWARDLIST,
    dwNumRingsNoAnswer: DWORD,
    lphConsultCall: *mut HCALL,
    lpCallParams: *mut LINECALLPARAMS,
) -> LONG {
    // SAFETY: the caller vouches for its pointers.
    unsafe {
        started(|| {
            let list = structure(lpForwardList);
            let _ = lpCallParams;
            let which = (bAllAddresses != 0, dwAddressID);
            let there = given(lphConsultCall);
            let rings = dwNumRingsNoAnswer;
            let id = forward::forward(hLine, which, list, rings, there, Form::Wide)?;
            put(lphConsultCall, 0);
            Ok(id)
        })
    }
}
