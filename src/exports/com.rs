//! COM itself: initialisation, creating objects, task memory, GUIDs as text, error info.

use super::{answer, silent, target, valid};
use crate::com::abi::*;
use crate::com::guid::{GUID_TEXT_LEN, NO_GUID, guid_from_text, guid_to_text};
use crate::com::{
    BStr, Error, In, OK, Result, Success, activation, error_info, task_alloc, task_free,
    task_realloc,
};
use crate::objects::CLASSES;
use core::ffi::c_void;
use core::ptr;

/// Readies COM for the calling thread; the same as CoInitializeEx with COINIT_APARTMENTTHREADED.
///
/// `pvReserved`: NULL.
///
/// Returns S_OK; S_FALSE when the thread is ready already; E_INVALIDARG when `pvReserved` is not NULL;
/// E_OUTOFMEMORY.
/// Each success wants a CoUninitialize on the same thread. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CoInitialize(pvReserved: LPVOID) -> HRESULT {
    // SAFETY: the pointer is only compared with NULL.
    unsafe { CoInitializeEx(pvReserved, COINIT_APARTMENTTHREADED) }
}

/// Readies COM for the calling thread. All objects of this library can be called from any thread, so
/// both kinds of apartment are the same here and can be mixed: RPC_E_CHANGED_MODE is never returned.
///
/// `pvReserved`: NULL.
/// `dwCoInit`: COINIT_* bits; ignored.
///
/// Returns S_OK; S_FALSE when the thread is ready already; E_INVALIDARG when `pvReserved` is not NULL;
/// E_OUTOFMEMORY.
/// Each success wants a CoUninitialize on the same thread. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CoInitializeEx(pvReserved: LPVOID, dwCoInit: DWORD) -> HRESULT {
    let _ = dwCoInit;
    answer(|| {
        if !pvReserved.is_null() {
            return Err(Error::invalid_argument(
                "The reserved pointer must be NULL.",
            ));
        }
        activation::initialize()
    })
}

/// Takes one CoInitialize or CoInitializeEx of the calling thread back. Objects stay alive until
/// they are released. Without one it does nothing.
#[unsafe(no_mangle)]
pub extern "C" fn CoUninitialize() {
    activation::uninitialize();
}

/// Creates an object.
///
/// `rclsid`: the class, such as CLSID_TAPI; not NULL.
/// `pUnkOuter`: NULL: aggregation is not offered.
/// `dwClsContext`: must include CLSCTX_INPROC_SERVER.
/// `riid`: the interface wanted; not NULL.
/// `ppv`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
///
/// Returns S_OK; REGDB_E_CLASSNOTREG when there is no such class; E_NOINTERFACE when it does not have the
/// interface; CLASS_E_NOAGGREGATION; CO_E_NOTINITIALIZED when no thread has called CoInitializeEx;
/// E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CoCreateInstance(
    rclsid: REFCLSID,
    pUnkOuter: *mut IUnknown,
    dwClsContext: DWORD,
    riid: REFIID,
    ppv: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let ppv = target(ppv, ptr::null_mut())?;
        let (class, outer) = (valid(rclsid)?, In::from_raw(pUnkOuter));
        let object =
            activation::create_instance(CLASSES, &class, outer, dwClsContext, &valid(riid)?)?;
        ppv.write(object.as_ptr());
        Ok(OK)
    })
}

/// Gives the factory of a class, for creating several objects.
///
/// `rclsid`: the class; not NULL.
/// `dwClsContext`: must include CLSCTX_INPROC_SERVER.
/// `pvReserved`: NULL.
/// `riid`: the interface wanted, such as IID_IClassFactory; not NULL.
/// `ppv`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
///
/// Returns S_OK; REGDB_E_CLASSNOTREG; E_NOINTERFACE; CO_E_NOTINITIALIZED; E_OUTOFMEMORY; E_INVALIDARG or
/// E_POINTER for a NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CoGetClassObject(
    rclsid: REFCLSID,
    dwClsContext: DWORD,
    pvReserved: LPVOID,
    riid: REFIID,
    ppv: *mut *mut c_void,
) -> HRESULT {
    let _ = pvReserved;
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let ppv = target(ppv, ptr::null_mut())?;
        let found =
            activation::class_object(CLASSES, &valid(rclsid)?, dwClsContext, &valid(riid)?)?;
        ppv.write(found.as_ptr());
        Ok(OK)
    })
}

/// Gives the factory of a class, as a loader of COM servers asks for it; needs no CoInitializeEx.
///
/// `rclsid`: the class; not NULL.
/// `riid`: the interface wanted, such as IID_IClassFactory; not NULL.
/// `ppv`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
///
/// Returns S_OK; CLASS_E_CLASSNOTAVAILABLE; E_NOINTERFACE; E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a
/// NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn DllGetClassObject(
    rclsid: REFCLSID,
    riid: REFIID,
    ppv: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let ppv = target(ppv, ptr::null_mut())?;
        let found = activation::dll_class_object(CLASSES, &valid(rclsid)?, &valid(riid)?)?;
        ppv.write(found.as_ptr());
        Ok(OK)
    })
}

/// Tells whether the library can be unloaded.
///
/// Returns S_OK when no object was made yet; S_FALSE afterwards, since the library may have threads then.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub extern "C" fn DllCanUnloadNow() -> HRESULT {
    silent(|| Ok(activation::can_unload()))
}

/// Finds a class by its programmatic id, such as "TAPI.TAPI", in any case of letters.
///
/// `lpszProgID`: UTF-16 text that ends with a zero; not NULL.
/// `lpclsid`: receives the class id; all zeros on failure. Not NULL.
///
/// Returns S_OK; CO_E_CLASSSTRING when there is no such class; E_INVALIDARG or E_POINTER for a NULL.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CLSIDFromProgID(lpszProgID: LPCOLESTR, lpclsid: *mut CLSID) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let lpclsid = target(lpclsid, NO_GUID)?;
        valid(lpszProgID)?;
        let text = BStr::from_raw(lpszProgID);
        let class = activation::clsid_from_progid(CLASSES, text);
        lpclsid.write(class.ok_or(Error::new(CO_E_CLASSSTRING))?);
        Ok(OK)
    })
}

/// Reads a class id: `{21D6D48E-A88B-11D0-83DD-00AA003CCABD}`, or a programmatic id.
///
/// `lpsz`: UTF-16 text that ends with a zero; NULL gives all zeros.
/// `pclsid`: receives the class id; all zeros on failure. Not NULL.
///
/// Returns S_OK; CO_E_CLASSSTRING when the text is neither; E_POINTER. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CLSIDFromString(lpsz: LPCOLESTR, pclsid: *mut CLSID) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let pclsid = target(pclsid, NO_GUID)?;
        if !lpsz.is_null() {
            let class = activation::clsid_from_text(CLASSES, BStr::from_raw(lpsz));
            pclsid.write(class.ok_or(Error::new(CO_E_CLASSSTRING))?);
        }
        Ok(OK)
    })
}

/// Reads an interface id: `{B1EFC382-9355-11D0-835C-00AA003CCABD}`.
///
/// `lpsz`: UTF-16 text that ends with a zero; NULL gives all zeros.
/// `lpiid`: receives the interface id; all zeros on failure. Not NULL.
///
/// Returns S_OK; E_INVALIDARG when the text is not 38 units long; CO_E_IIDSTRING when it is no id;
/// E_POINTER. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn IIDFromString(lpsz: LPCOLESTR, lpiid: *mut IID) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe {
        let lpiid = target(lpiid, NO_GUID)?;
        if lpsz.is_null() {
            return Ok(OK);
        }
        let text = BStr::from_raw(lpsz).units();
        if text.clone().count() != GUID_TEXT_LEN {
            return Err(Error::invalid_argument(
                "An interface id in braces has 38 characters.",
            ));
        }
        lpiid.write(guid_from_text(text).ok_or(Error::new(CO_E_IIDSTRING))?);
        Ok(OK)
    })
}

/// Writes a class id as `{21D6D48E-A88B-11D0-83DD-00AA003CCABD}`.
///
/// `rclsid`: the class id; not NULL.
/// `lplpsz`: receives UTF-16 text, which the caller frees with CoTaskMemFree; NULL on failure. Not NULL itself.
///
/// Returns S_OK; E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn StringFromCLSID(rclsid: REFCLSID, lplpsz: *mut LPOLESTR) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe { guid_to_task_memory(rclsid, lplpsz) })
}

/// Writes an interface id as `{B1EFC382-9355-11D0-835C-00AA003CCABD}`.
///
/// `rclsid`: the interface id; not NULL.
/// `lplpsz`: receives UTF-16 text, which the caller frees with CoTaskMemFree; NULL on failure. Not NULL itself.
///
/// Returns S_OK; E_OUTOFMEMORY; E_INVALIDARG or E_POINTER for a NULL. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn StringFromIID(rclsid: REFIID, lplpsz: *mut LPOLESTR) -> HRESULT {
    // SAFETY: the caller vouches for the pointers.
    answer(|| unsafe { guid_to_task_memory(rclsid, lplpsz) })
}

/// Writes a GUID as `{21D6D48E-A88B-11D0-83DD-00AA003CCABD}` into the caller's buffer.
///
/// `rguid`: the GUID; not NULL.
/// `lpsz`: the buffer; not NULL.
/// `cchMax`: its room in units; 39 are needed.
///
/// Returns 39, the units written with the zero at the end; 0 when the buffer is too small or a pointer is NULL.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn StringFromGUID2(rguid: REFGUID, lpsz: LPOLESTR, cchMax: INT) -> INT {
    const WITH_ZERO: usize = GUID_TEXT_LEN + 1;
    // SAFETY: the caller vouches for the pointers and the room.
    unsafe {
        match valid(rguid) {
            Ok(guid) if !lpsz.is_null() && cchMax >= WITH_ZERO as INT => {
                write_guid(&guid, lpsz);
                WITH_ZERO as INT
            }
            _ => 0,
        }
    }
}

/// Allocates memory that either side may free.
///
/// `cb`: bytes; 0 gives a block of its own all the same.
///
/// Returns the memory, to be freed with CoTaskMemFree; NULL when memory is short. May be called from any thread.
#[unsafe(no_mangle)]
pub extern "C" fn CoTaskMemAlloc(cb: usize) -> LPVOID {
    task_alloc(cb)
}

/// Changes the size of a block from CoTaskMemAlloc.
///
/// `pv`: the block, which the call gives up; NULL allocates one.
/// `cb`: the new size in bytes; 0 frees the block and gives NULL.
///
/// Returns the block, perhaps at another address; NULL when memory is short, and the old block stays then.
/// May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CoTaskMemRealloc(pv: LPVOID, cb: usize) -> LPVOID {
    // SAFETY: the caller vouches for the block.
    unsafe { task_realloc(pv, cb) }
}

/// Frees memory from CoTaskMemAlloc, or that a function or method said to free so.
///
/// `pv`: the block; NULL is fine. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CoTaskMemFree(pv: LPVOID) {
    // SAFETY: the caller gives the block up.
    unsafe { task_free(pv) }
}

/// Makes an error info to be filled in, asked for IErrorInfo, and given to SetErrorInfo.
///
/// `pperrinfo`: receives the interface pointer, which the caller must release; NULL on failure. Not NULL itself.
///
/// Returns S_OK; E_OUTOFMEMORY; E_POINTER. May be called from any thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn CreateErrorInfo(pperrinfo: *mut *mut ICreateErrorInfo) -> HRESULT {
    // SAFETY: the caller vouches for the pointer.
    silent(|| unsafe {
        let pperrinfo = target(pperrinfo, ptr::null_mut())?;
        pperrinfo.write(error_info::create()?.into_raw());
        Ok(OK)
    })
}

/// Takes the error info of the calling thread, which has none afterwards. Every failing method leaves one.
///
/// `dwReserved`: 0.
/// `pperrinfo`: receives the interface pointer, which the caller must release; NULL when there is none. Not NULL itself.
///
/// Returns S_OK; S_FALSE when there is none; E_OUTOFMEMORY, and the info stays then; E_INVALIDARG when
/// `dwReserved` is not 0; E_POINTER.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn GetErrorInfo(
    dwReserved: ULONG,
    pperrinfo: *mut *mut IErrorInfo,
) -> HRESULT {
    // SAFETY: the caller vouches for the pointer.
    silent(|| unsafe {
        let pperrinfo = target(pperrinfo, ptr::null_mut())?;
        check_zero(dwReserved)?;
        match error_info::take()? {
            Some(info) => {
                pperrinfo.write(info.into_raw());
                Ok(OK)
            }
            None => Ok(Success::False),
        }
    })
}

/// Sets the error info of the calling thread in place of what is there.
///
/// `dwReserved`: 0.
/// `perrinfo`: the error info, which is kept with a reference; NULL clears it.
///
/// Returns S_OK; E_INVALIDARG when `dwReserved` is not 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn SetErrorInfo(dwReserved: ULONG, perrinfo: *mut IErrorInfo) -> HRESULT {
    // SAFETY: the caller vouches for the pointer.
    silent(|| unsafe {
        check_zero(dwReserved)?;
        error_info::set(In::from_raw(perrinfo).map(In::to_owned));
        Ok(OK)
    })
}

fn check_zero(reserved: ULONG) -> Result<()> {
    if reserved == 0 {
        Ok(())
    } else {
        Err(Error::invalid_argument("A reserved argument must be 0."))
    }
}

/// # Safety
/// `room` has room for the text and the zero.
unsafe fn write_guid(guid: &GUID, room: LPOLESTR) {
    let text = guid_to_text(guid);
    // SAFETY: the caller vouches for the room.
    unsafe {
        for (index, unit) in text.into_iter().chain([0]).enumerate() {
            room.add(index).write_unaligned(unit);
        }
    }
}

/// # Safety
/// The pointers are null or valid.
unsafe fn guid_to_task_memory(guid: REFGUID, result: *mut LPOLESTR) -> Result<Success> {
    // SAFETY: the caller vouches for the pointers.
    unsafe {
        let result = target(result, ptr::null_mut())?;
        let guid = valid(guid)?;
        let room = task_alloc((GUID_TEXT_LEN + 1) * size_of::<OLECHAR>()).cast::<OLECHAR>();
        if room.is_null() {
            return Err(Error::out_of_memory());
        }
        write_guid(&guid, room);
        result.write(room);
    }
    Ok(OK)
}
