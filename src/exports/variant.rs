//! VARIANT: a value of any Automation type.

use super::{answer, valid};
use crate::com::abi::{HRESULT, VARIANT, VARTYPE, WORD};
use crate::com::variant::Texts;
use crate::com::{OK, Result, Success, Variant, variant, variant_convert};

/// Makes a VARIANT empty without looking at what is there.
///
/// `pvarg`: the VARIANT; NULL does nothing. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn VariantInit(pvarg: *mut VARIANT) {
    if !pvarg.is_null() {
        // SAFETY: the caller vouches for the pointer; what was there is not looked at.
        unsafe { pvarg.write_unaligned(variant::EMPTY) };
    }
}

/// Frees what a VARIANT holds and makes it empty. A VT_BYREF holds nothing.
///
/// `pvarg`: the VARIANT; not NULL.
///
/// Returns S_OK; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_INVALIDARG when `pvarg` is NULL.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn VariantClear(pvarg: *mut VARIANT) -> HRESULT {
    // SAFETY: the caller vouches for the VARIANT.
    answer(|| unsafe {
        let mut value = valid(pvarg)?;
        variant::clear(&mut value)?;
        pvarg.write_unaligned(value);
        Ok(OK)
    })
}

/// Copies a VARIANT: texts and arrays are copied, objects get a reference, a VT_BYREF stays one.
///
/// `pvargDest`: receives the copy, after what it holds was freed; an initialised VARIANT, not NULL.
/// `pvargSrc`: the VARIANT to copy; not NULL. May be the same.
///
/// Returns S_OK; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_OUTOFMEMORY; E_INVALIDARG for a NULL. On failure
/// both stay as they were. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn VariantCopy(pvargDest: *mut VARIANT, pvargSrc: *const VARIANT) -> HRESULT {
    // SAFETY: the caller vouches for both.
    answer(|| unsafe {
        if pvargDest.cast_const() == pvargSrc && !pvargSrc.is_null() {
            return Ok(OK);
        }
        let copy = variant::copy(&valid(pvargSrc)?, Texts::Counted)?;
        replace(pvargDest, copy)
    })
}

/// Copies a VARIANT, and the value itself where it is a VT_BYREF.
///
/// `pvarDest`: receives the copy, after what it holds was freed; an initialised VARIANT, not NULL.
/// `pvargSrc`: the VARIANT to copy; not NULL. May be the same.
///
/// Returns S_OK; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_OUTOFMEMORY; E_INVALIDARG for a NULL or a reference
/// to nothing. On failure both stay as they were. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn VariantCopyInd(
    pvarDest: *mut VARIANT,
    pvargSrc: *const VARIANT,
) -> HRESULT {
    // SAFETY: the caller vouches for both.
    answer(|| unsafe {
        let copy = variant_convert::copy_ind(&valid(pvargSrc)?, Texts::Counted)?;
        replace(pvarDest, copy)
    })
}

/// Converts a VARIANT to another type. A VT_BYREF is followed. Dates convert to and from numbers only.
///
/// `pvargDest`: receives the result, after what it holds was freed; an initialised VARIANT, not NULL.
/// `pvarSrc`: the VARIANT to convert; not NULL. May be the same.
/// `wFlags`: VARIANT_* bits.
/// `vt`: the type wanted, VT_*.
///
/// Returns S_OK; DISP_E_TYPEMISMATCH; DISP_E_OVERFLOW; DISP_E_BADVARTYPE; DISP_E_ARRAYISLOCKED; E_OUTOFMEMORY;
/// E_INVALIDARG for a NULL. On failure both stay as they were. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn VariantChangeType(
    pvargDest: *mut VARIANT,
    pvarSrc: *const VARIANT,
    wFlags: WORD,
    vt: VARTYPE,
) -> HRESULT {
    // SAFETY: the caller vouches for both.
    answer(|| unsafe {
        let converted = variant_convert::change_type(&valid(pvarSrc)?, vt, wFlags)?;
        replace(pvargDest, converted)
    })
}

/// Stores a result in place of what is there.
///
/// # Safety
/// `target` is null or a valid VARIANT that may be written.
unsafe fn replace(target: *mut VARIANT, new: Variant) -> Result<Success> {
    // SAFETY: the caller vouches for the target.
    unsafe {
        variant::clear(&mut valid(target)?)?;
        target.write_unaligned(new.into_raw());
    }
    Ok(OK)
}
