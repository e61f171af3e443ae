//! BSTR: UTF-16 text with its length, which either side may free.

use crate::com::abi::{BSTR, INT, LPCOLESTR, UINT};
use crate::com::{BStr, bstr_alloc, bstr_byte_len, bstr_free};
use core::ffi::c_char;
use core::ptr;

/// Copies text that ends with a zero into a BSTR.
///
/// `psz`: UTF-16 text; NULL gives NULL.
///
/// Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysAllocString(psz: LPCOLESTR) -> BSTR {
    if psz.is_null() {
        return ptr::null_mut();
    }
    // SAFETY: the caller vouches for the text.
    let text = unsafe { BStr::from_raw(psz) };
    // SAFETY: the text has as many units.
    unsafe { copy(psz.cast(), text.units().count().checked_mul(2)) }
}

/// Copies text of a given length into a BSTR.
///
/// `strIn`: UTF-16 text, which may hold zeros; NULL gives a BSTR of zeros.
/// `ui`: its length in units.
///
/// Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysAllocStringLen(strIn: LPCOLESTR, ui: UINT) -> BSTR {
    // SAFETY: the caller vouches for the text.
    unsafe { copy(strIn.cast(), (ui as usize).checked_mul(2)) }
}

/// Copies bytes into a BSTR.
///
/// `psz`: the bytes, which may be zeros; NULL gives a BSTR of zeros.
/// `len`: how many.
///
/// Returns the BSTR, to be freed with SysFreeString; NULL when memory is short. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysAllocStringByteLen(psz: *const c_char, len: UINT) -> BSTR {
    // SAFETY: the caller vouches for the bytes.
    unsafe { copy(psz.cast(), Some(len as usize)) }
}

/// Replaces a BSTR by a copy of text that ends with a zero.
///
/// `pbstr`: the BSTR to replace, which is freed; not NULL itself.
/// `psz`: UTF-16 text, which may be part of the BSTR; NULL makes the BSTR NULL.
///
/// Returns 1; 0 when memory is short or `pbstr` is NULL, and the BSTR stays then. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysReAllocString(pbstr: *mut BSTR, psz: LPCOLESTR) -> INT {
    // SAFETY: the caller vouches for both; the copy is made before the old text is freed.
    unsafe {
        if pbstr.is_null() {
            return 0;
        }
        let new = SysAllocString(psz);
        if new.is_null() && !psz.is_null() {
            return 0;
        }
        let old = pbstr.read_unaligned();
        pbstr.write_unaligned(new);
        bstr_free(old);
    }
    1
}

/// Replaces a BSTR by a copy of text of a given length.
///
/// `pbstr`: the BSTR to replace, which is freed; not NULL itself.
/// `psz`: UTF-16 text, which may be part of the BSTR; NULL keeps as much of the old text as fits.
/// `len`: the new length in units.
///
/// Returns 1; 0 when memory is short or `pbstr` is NULL, and the BSTR stays then. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysReAllocStringLen(pbstr: *mut BSTR, psz: LPCOLESTR, len: UINT) -> INT {
    // SAFETY: the caller vouches for both; the copy is made before the old text is freed. At most
    // the old text's length is read of it.
    unsafe {
        if pbstr.is_null() {
            return 0;
        }
        let new = SysAllocStringLen(psz, len);
        if new.is_null() {
            return 0;
        }
        let old = pbstr.read_unaligned();
        if psz.is_null() && !old.is_null() {
            let kept = bstr_byte_len(old).min(bstr_byte_len(new));
            new.cast::<u8>().copy_from_nonoverlapping(old.cast(), kept);
        }
        pbstr.write_unaligned(new);
        bstr_free(old);
    }
    1
}

/// Frees a BSTR.
///
/// `bstrString`: the BSTR; NULL is fine. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysFreeString(bstrString: BSTR) {
    // SAFETY: the caller gives the BSTR up.
    unsafe { bstr_free(bstrString) }
}

/// Tells how long a BSTR is, in UTF-16 units, the zero at the end not counted.
///
/// `pbstr`: the BSTR; NULL has the length 0. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysStringLen(pbstr: BSTR) -> UINT {
    // SAFETY: the caller vouches for the BSTR.
    unsafe { SysStringByteLen(pbstr) / 2 }
}

/// Tells how long a BSTR is, in bytes, the zero at the end not counted.
///
/// `bstr`: the BSTR; NULL has the length 0. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SysStringByteLen(bstr: BSTR) -> UINT {
    // SAFETY: the caller vouches for the BSTR. Its prefix has 32 bits.
    unsafe { bstr_byte_len(bstr) as UINT }
}

/// A BSTR with a copy of `bytes` bytes; of zeros for null. Null for a length that does not fit.
///
/// # Safety
/// `start` is null or points to as many bytes.
unsafe fn copy(start: *const u8, bytes: Option<usize>) -> BSTR {
    let Some(bytes) = bytes else {
        return ptr::null_mut();
    };
    let new = bstr_alloc(bytes);
    if !new.is_null() {
        // SAFETY: the new BSTR has room for the bytes, and cannot overlap them.
        unsafe {
            if start.is_null() {
                new.cast::<u8>().write_bytes(0, bytes);
            } else {
                new.cast::<u8>().copy_from_nonoverlapping(start, bytes);
            }
        }
    }
    new
}
