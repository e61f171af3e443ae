//! SAFEARRAY: arrays that know their extent and the type of their elements.

use super::{answer, or_else, target, valid};
use crate::com::abi::*;
use crate::com::{Elements, Error, Lent, OK, Result, SafeArray, safearray};
use core::ffi::c_void;
use core::ptr;

/// Makes an array of zeros.
///
/// `vt`: the type of the elements, VT_*.
/// `cDims`: the number of dimensions; at least 1.
/// `rgsabound`: the extent of each, the first (leftmost) dimension first; not NULL.
///
/// Returns the array, to be freed with SafeArrayDestroy; NULL when memory is short or an argument is wrong.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayCreate(
    vt: VARTYPE,
    cDims: UINT,
    rgsabound: *mut SAFEARRAYBOUND,
) -> *mut SAFEARRAY {
    // SAFETY: the caller vouches for the bounds.
    or_else(ptr::null_mut(), || unsafe {
        valid(rgsabound)?;
        let bounds = Elements::new(rgsabound, cDims as usize)?;
        Ok(SafeArray::new(vt, bounds)?.into_raw())
    })
}

/// Makes an array of zeros with one dimension.
///
/// `vt`: the type of the elements, VT_*.
/// `lLbound`: the index of the first element.
/// `cElements`: the number of elements.
///
/// Returns the array, to be freed with SafeArrayDestroy; NULL when memory is short or the type is wrong.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub extern "C" fn SafeArrayCreateVector(
    vt: VARTYPE,
    lLbound: LONG,
    cElements: ULONG,
) -> *mut SAFEARRAY {
    or_else(ptr::null_mut(), || {
        let bounds = [SAFEARRAYBOUND { cElements, lLbound }];
        Ok(SafeArray::new(vt, Elements::of(&bounds))?.into_raw())
    })
}

/// Frees an array and everything its elements hold.
///
/// `psa`: the array; NULL is fine.
///
/// Returns S_OK; DISP_E_ARRAYISLOCKED, and nothing is freed then. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayDestroy(psa: *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the caller gives the array up.
    answer(|| unsafe { safearray::destroy(psa).map(|()| OK) })
}

/// Tells how many dimensions an array has.
///
/// `psa`: the array; NULL has none. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayGetDim(psa: *mut SAFEARRAY) -> UINT {
    // SAFETY: the caller vouches for the array.
    or_else(0, || unsafe { Ok(view(psa)?.dimensions() as UINT) })
}

/// Tells which type the elements of an array have.
///
/// `psa`: the array; not NULL.
/// `pvt`: receives VT_*; not NULL.
///
/// Returns S_OK; E_INVALIDARG when `psa` is NULL or does not say; E_POINTER. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayGetVartype(psa: *mut SAFEARRAY, pvt: *mut VARTYPE) -> HRESULT {
    // SAFETY: the caller vouches for both.
    answer(|| unsafe {
        let pvt = target(pvt, VT_EMPTY)?;
        match view(psa)?.vartype() {
            VT_EMPTY => Err(Error::invalid_argument(
                "The array does not say what it holds.",
            )),
            vt => {
                pvt.write(vt);
                Ok(OK)
            }
        }
    })
}

/// Tells the index of the first element in one dimension.
///
/// `psa`: the array; not NULL.
/// `nDim`: the dimension; 1 is the first (leftmost) one.
/// `plLbound`: receives the index; not NULL.
///
/// Returns S_OK; DISP_E_BADINDEX when there is no such dimension; E_INVALIDARG or E_POINTER for a NULL.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayGetLBound(
    psa: *mut SAFEARRAY,
    nDim: UINT,
    plLbound: *mut LONG,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let plLbound = target(plLbound, 0)?;
        plLbound.write(view(psa)?.bound(nDim)?.lLbound);
        Ok(OK)
    })
}

/// Tells the index of the last element in one dimension; one less than the first for none.
///
/// `psa`: the array; not NULL.
/// `nDim`: the dimension; 1 is the first (leftmost) one.
/// `plUbound`: receives the index; not NULL.
///
/// Returns S_OK; DISP_E_BADINDEX when there is no such dimension; DISP_E_OVERFLOW; E_INVALIDARG or E_POINTER for
/// a NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayGetUBound(
    psa: *mut SAFEARRAY,
    nDim: UINT,
    plUbound: *mut LONG,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let plUbound = target(plUbound, 0)?;
        let bound = view(psa)?.bound(nDim)?;
        let last = i64::from(bound.lLbound) + i64::from(bound.cElements) - 1;
        plUbound.write(LONG::try_from(last).map_err(|_| Error::new(DISP_E_OVERFLOW))?);
        Ok(OK)
    })
}

/// Stores an element: texts are copied, objects get a reference, and what was there is freed.
///
/// `psa`: the array; not NULL.
/// `rgIndices`: an index for each dimension, the first (leftmost) one first; not NULL.
/// `pv`: for VT_BSTR, VT_DISPATCH and VT_UNKNOWN the value itself, which may be NULL; for all others its address,
/// not NULL.
///
/// Returns S_OK; DISP_E_BADINDEX; E_OUTOFMEMORY; E_INVALIDARG for a NULL. On failure the element stays.
/// May be called from any thread, from one at a time for an array.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayPutElement(
    psa: *mut SAFEARRAY,
    rgIndices: *mut LONG,
    pv: *mut c_void,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let array = view(psa)?;
        if pv.is_null() && !matches!(array.vartype(), VT_BSTR | VT_DISPATCH | VT_UNKNOWN) {
            return Err(Error::invalid_argument("The element's address is NULL."));
        }
        safearray::put_element(&array, indexes(&array, rgIndices)?, pv)?;
        Ok(OK)
    })
}

/// Copies an element: texts are copied, objects get a reference.
///
/// `psa`: the array; not NULL.
/// `rgIndices`: an index for each dimension, the first (leftmost) one first; not NULL.
/// `pv`: room for the element, whose content is not looked at; the caller frees what it receives. Not NULL.
///
/// Returns S_OK; DISP_E_BADINDEX; E_OUTOFMEMORY; E_INVALIDARG for a NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayGetElement(
    psa: *mut SAFEARRAY,
    rgIndices: *mut LONG,
    pv: *mut c_void,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let array = view(psa)?;
        if pv.is_null() {
            return Err(Error::invalid_argument("The room for the element is NULL."));
        }
        safearray::get_element(&array, indexes(&array, rgIndices)?, pv)?;
        Ok(OK)
    })
}

/// Locks an array and gives the address of its elements, the first dimension varying fastest.
///
/// `psa`: the array; not NULL.
/// `ppvData`: receives the address, which counts until SafeArrayUnaccessData; NULL on failure. Not NULL itself.
///
/// Returns S_OK; E_UNEXPECTED when there are too many locks; E_INVALIDARG or E_POINTER for a NULL.
/// May be called from any thread, from one at a time for an array.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayAccessData(
    psa: *mut SAFEARRAY,
    ppvData: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the caller vouches for both.
    answer(|| unsafe {
        let ppvData = target(ppvData, ptr::null_mut())?;
        valid(psa)?;
        ppvData.write(safearray::lock(psa, true)?);
        Ok(OK)
    })
}

/// Gives a lock of SafeArrayAccessData back.
///
/// `psa`: the array; not NULL.
///
/// Returns S_OK; E_UNEXPECTED when there is no lock; E_INVALIDARG when `psa` is NULL.
/// May be called from any thread, from one at a time for an array.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SafeArrayUnaccessData(psa: *mut SAFEARRAY) -> HRESULT {
    // SAFETY: the caller vouches for the array.
    answer(|| unsafe {
        valid(psa)?;
        safearray::lock(psa, false)?;
        Ok(OK)
    })
}

/// # Safety
/// The pointer is null or a valid array, which stays so for the lifetime chosen.
unsafe fn view<'a>(array: *mut SAFEARRAY) -> Result<Lent<'a, SafeArray>> {
    // SAFETY: the caller vouches for the array.
    unsafe { SafeArray::lend(array) }.ok_or(Error::invalid_argument("The array is NULL."))
}

/// # Safety
/// `start` is null or points to an index for each dimension.
unsafe fn indexes<'a>(array: &SafeArray, start: *const LONG) -> Result<Elements<'a, LONG>> {
    // SAFETY: the caller vouches for the indexes.
    unsafe { Elements::new(start, array.dimensions()) }
}
