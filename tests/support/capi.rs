//! The exported functions as a C program declares them, for tests that call the library from
//! outside.

#![allow(dead_code, non_snake_case, reason = "each test uses some of them")]

use core::ffi::{c_char, c_void};
use tapi3::com::abi::*;

unsafe extern "C" {
    pub fn CoInitialize(reserved: *mut c_void) -> HRESULT;
    pub fn CoInitializeEx(reserved: *mut c_void, mode: DWORD) -> HRESULT;
    pub fn CoUninitialize();
    pub fn CoCreateInstance(
        class: *const GUID,
        outer: *mut IUnknown,
        context: DWORD,
        iid: *const GUID,
        object: *mut *mut c_void,
    ) -> HRESULT;
    pub fn CoGetClassObject(
        class: *const GUID,
        context: DWORD,
        reserved: *mut c_void,
        iid: *const GUID,
        object: *mut *mut c_void,
    ) -> HRESULT;
    pub fn DllGetClassObject(
        class: *const GUID,
        iid: *const GUID,
        object: *mut *mut c_void,
    ) -> HRESULT;
    pub fn DllCanUnloadNow() -> HRESULT;
    pub fn CLSIDFromProgID(text: *const u16, class: *mut GUID) -> HRESULT;
    pub fn CLSIDFromString(text: *const u16, class: *mut GUID) -> HRESULT;
    pub fn IIDFromString(text: *const u16, iid: *mut GUID) -> HRESULT;
    pub fn StringFromCLSID(class: *const GUID, text: *mut *mut u16) -> HRESULT;
    pub fn StringFromIID(iid: *const GUID, text: *mut *mut u16) -> HRESULT;
    pub fn StringFromGUID2(guid: *const GUID, text: *mut u16, room: INT) -> INT;
    pub fn CoTaskMemAlloc(bytes: usize) -> *mut c_void;
    pub fn CoTaskMemRealloc(block: *mut c_void, bytes: usize) -> *mut c_void;
    pub fn CoTaskMemFree(block: *mut c_void);
    pub fn SysAllocString(text: *const u16) -> BSTR;
    pub fn SysAllocStringLen(text: *const u16, length: UINT) -> BSTR;
    pub fn SysAllocStringByteLen(bytes: *const c_char, length: UINT) -> BSTR;
    pub fn SysReAllocString(text: *mut BSTR, new: *const u16) -> INT;
    pub fn SysReAllocStringLen(text: *mut BSTR, new: *const u16, length: UINT) -> INT;
    pub fn SysFreeString(text: BSTR);
    pub fn SysStringLen(text: BSTR) -> UINT;
    pub fn SysStringByteLen(text: BSTR) -> UINT;
    pub fn VariantInit(value: *mut VARIANT);
    pub fn VariantClear(value: *mut VARIANT) -> HRESULT;
    pub fn VariantCopy(to: *mut VARIANT, from: *const VARIANT) -> HRESULT;
    pub fn VariantCopyInd(to: *mut VARIANT, from: *const VARIANT) -> HRESULT;
    pub fn VariantChangeType(
        to: *mut VARIANT,
        from: *const VARIANT,
        flags: WORD,
        vt: VARTYPE,
    ) -> HRESULT;
    pub fn SafeArrayCreate(
        vt: VARTYPE,
        dimensions: UINT,
        bounds: *mut SAFEARRAYBOUND,
    ) -> *mut SAFEARRAY;
    pub fn SafeArrayCreateVector(vt: VARTYPE, first: LONG, count: ULONG) -> *mut SAFEARRAY;
    pub fn SafeArrayDestroy(array: *mut SAFEARRAY) -> HRESULT;
    pub fn SafeArrayGetDim(array: *mut SAFEARRAY) -> UINT;
    pub fn SafeArrayGetVartype(array: *mut SAFEARRAY, vt: *mut VARTYPE) -> HRESULT;
    pub fn SafeArrayGetLBound(array: *mut SAFEARRAY, dimension: UINT, index: *mut LONG) -> HRESULT;
    pub fn SafeArrayGetUBound(array: *mut SAFEARRAY, dimension: UINT, index: *mut LONG) -> HRESULT;
    pub fn SafeArrayPutElement(
        array: *mut SAFEARRAY,
        indexes: *mut LONG,
        value: *mut c_void,
    ) -> HRESULT;
    pub fn SafeArrayGetElement(
        array: *mut SAFEARRAY,
        indexes: *mut LONG,
        value: *mut c_void,
    ) -> HRESULT;
    pub fn SafeArrayAccessData(array: *mut SAFEARRAY, data: *mut *mut c_void) -> HRESULT;
    pub fn SafeArrayUnaccessData(array: *mut SAFEARRAY) -> HRESULT;
    pub fn CreateErrorInfo(info: *mut *mut ICreateErrorInfo) -> HRESULT;
    pub fn GetErrorInfo(reserved: ULONG, info: *mut *mut IErrorInfo) -> HRESULT;
    pub fn SetErrorInfo(reserved: ULONG, info: *mut IErrorInfo) -> HRESULT;
    pub fn tapi3_version() -> *const c_char;
    pub fn tapi3_utf8_to_bstr(text: *const c_char) -> BSTR;
    pub fn tapi3_bstr_to_utf8(text: BSTR) -> *mut c_char;
    pub fn tapi3_hresult_name(code: HRESULT) -> *const c_char;
    pub fn tapi3_hresult_message(code: HRESULT) -> *const c_char;
    pub fn tapi3_last_error_message() -> *mut c_char;
    pub fn tapi3_set_configuration(toml: *const c_char) -> HRESULT;
    pub fn tapi3_clock_advance(milliseconds: ULONG) -> HRESULT;
}

/// UTF-16 text that ends with a zero.
pub fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

/// Takes a BSTR over as Rust text.
pub fn take(text: BSTR) -> String {
    // SAFETY: the caller gives a live BSTR up.
    unsafe {
        let units = match text.is_null() {
            true => &[],
            false => core::slice::from_raw_parts(text, SysStringLen(text) as usize),
        };
        let copy = String::from_utf16(units).unwrap();
        SysFreeString(text);
        copy
    }
}
