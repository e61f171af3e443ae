//! Objects can be created only while COM is initialised. A test program of its own, since the
//! whole process counts.

#[path = "support/capi.rs"]
mod capi;

use capi::*;
use core::ptr;
use tapi3::com::abi::*;

fn create() -> HRESULT {
    let mut object = ptr::dangling_mut();
    // SAFETY: all pointers are to statics and locals.
    unsafe {
        let hresult = CoCreateInstance(
            &CLSID_DispatchMapper,
            ptr::null_mut(),
            CLSCTX_INPROC_SERVER,
            &IID_IUnknown,
            &raw mut object,
        );
        if hresult == S_OK {
            let unknown: *mut IUnknown = object.cast();
            ((*(*unknown).lpVtbl).Release)(unknown);
        } else {
            assert!(object.is_null());
        }
        hresult
    }
}

#[test]
fn initialisations_are_counted_per_thread_and_count_for_all_threads() {
    // SAFETY: the functions take nothing that could be wrong.
    unsafe {
        assert_eq!(DllCanUnloadNow(), S_OK);
        assert_eq!(create(), CO_E_NOTINITIALIZED);
        assert_eq!(
            CoInitializeEx(ptr::dangling_mut(), COINIT_MULTITHREADED),
            E_INVALIDARG
        );
        assert_eq!(create(), CO_E_NOTINITIALIZED);
        assert_eq!(CoInitializeEx(ptr::null_mut(), COINIT_MULTITHREADED), S_OK);
        assert_eq!(
            CoInitialize(ptr::null_mut()),
            S_FALSE,
            "the other apartment is fine too"
        );
        assert_eq!(create(), S_OK);
        assert_eq!(DllCanUnloadNow(), S_FALSE);
        std::thread::spawn(|| {
            assert_eq!(
                create(),
                S_OK,
                "another thread counts as part of the apartment"
            );
            CoUninitialize();
            assert_eq!(CoInitialize(ptr::null_mut()), S_OK);
            CoUninitialize();
            CoUninitialize();
        })
        .join()
        .unwrap();
        CoUninitialize();
        assert_eq!(create(), S_OK);
        CoUninitialize();
        assert_eq!(create(), CO_E_NOTINITIALIZED);
        CoUninitialize();
        assert_eq!(CoInitialize(ptr::null_mut()), S_OK);
        CoUninitialize();
    }
}
