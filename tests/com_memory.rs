//! When memory runs short, the runtime answers `E_OUTOFMEMORY`, changes nothing, and works again.

#[path = "support/capi.rs"]
mod capi;
#[path = "support/failing_malloc.rs"]
mod failing_malloc;

use capi::*;
use core::ffi::c_void;
use core::ptr;
use failing_malloc::with_each_allocation_failing;
use tapi3::com::abi::*;

/// Calls a method: `call!(object, Method, arguments…)`.
macro_rules! call {
    ($object:expr, $method:ident $(, $argument:expr)*) => {
        ((*(*$object).lpVtbl).$method)($object $(, $argument)*)
    };
}

fn create(class: &GUID, iid: &GUID) -> (HRESULT, *mut c_void) {
    let mut object = ptr::dangling_mut();
    // SAFETY: all pointers are to statics and locals.
    unsafe {
        CoInitializeEx(ptr::null_mut(), COINIT_MULTITHREADED);
        let null = ptr::null_mut();
        let hresult = CoCreateInstance(class, null, CLSCTX_ALL, iid, &raw mut object);
        (hresult, object)
    }
}

/// Whether a call succeeded; it may only have failed for want of memory.
fn passed(hresult: HRESULT) -> bool {
    assert!(matches!(hresult, S_OK | E_OUTOFMEMORY), "{hresult:#x}");
    hresult == S_OK
}

#[test]
fn creating_an_object() {
    for class in [&CLSID_TAPI, &CLSID_DispatchMapper] {
        let failures = with_each_allocation_failing(|| {
            let (hresult, object) = create(class, &IID_IDispatch);
            assert_eq!(object.is_null(), hresult != S_OK);
            if !object.is_null() {
                // SAFETY: the reference is ours.
                assert_eq!(unsafe { call!(object.cast::<IUnknown>(), Release) }, 0);
            }
            passed(hresult)
        });
        assert!(failures > 0);
    }
}

#[test]
fn texts_and_variants() {
    let long = wide(&"1".repeat(100));
    let failures = with_each_allocation_failing(|| {
        // SAFETY: every text and VARIANT is valid, and freed once.
        unsafe {
            let mut text = SysAllocString(long.as_ptr());
            if text.is_null() {
                return false;
            }
            let replaced = SysReAllocStringLen(&raw mut text, long.as_ptr(), 5) == 1;
            assert_eq!(SysStringLen(text), if replaced { 5 } else { 100 });
            let mut value: VARIANT = core::mem::zeroed();
            value.vt = VT_BSTR;
            value.value.bstrVal = text;
            let mut copy: VARIANT = core::mem::zeroed();
            copy.vt = VT_I4;
            let copied = passed(VariantCopy(&raw mut copy, &raw const value));
            assert_eq!(copy.vt, if copied { VT_BSTR } else { VT_I4 });
            let mut bytes: VARIANT = core::mem::zeroed();
            let converted = passed(VariantChangeType(
                &raw mut bytes,
                &raw const value,
                0,
                VT_ARRAY | VT_UI1,
            ));
            assert_eq!(
                bytes.vt,
                if converted {
                    VT_ARRAY | VT_UI1
                } else {
                    VT_EMPTY
                }
            );
            for owned in [&raw mut value, &raw mut copy, &raw mut bytes] {
                assert_eq!(VariantClear(owned), S_OK);
            }
            replaced && copied && converted
        }
    });
    assert!(failures >= 4);
}

#[test]
fn a_collection_keeps_its_elements() {
    let (hresult, tapi) = create(&CLSID_TAPI, &IID_ITTAPI2);
    assert_eq!(hresult, S_OK);
    let (tapi, mut list): (*mut ITTAPI2, *mut ITCollection2) = (tapi.cast(), ptr::null_mut());
    // SAFETY: all pointers are to live objects and locals.
    unsafe {
        assert_eq!(
            call!(tapi, CreateEmptyCollectionObject, &raw mut list),
            S_OK
        );
        let mut text: VARIANT = core::mem::zeroed();
        text.vt = VT_BSTR;
        text.value.bstrVal = SysAllocString(wide("line").as_ptr());
        let mut expected = 0;
        let failures = with_each_allocation_failing(|| {
            let added = passed(call!(list, Add, 1, &raw mut text));
            expected += i32::from(added);
            let mut count = 0;
            assert_eq!(call!(list, get_Count, &raw mut count), S_OK);
            assert_eq!(count, expected);
            added
        });
        assert!(failures > 0);
        let failures = with_each_allocation_failing(|| {
            let mut walk = ptr::dangling_mut();
            let made = passed(call!(list, get__NewEnum, &raw mut walk));
            if made {
                assert_eq!(call!(walk, Release), 0);
            } else {
                assert!(walk.is_null());
            }
            made
        });
        assert!(failures >= 3);
        assert_eq!(VariantClear(&raw mut text), S_OK);
        assert_eq!(call!(list, Release), 0);
        call!(tapi, Release);
    }
}

#[test]
fn a_call_by_name_and_its_error_info() {
    let (_, mapper) = create(&CLSID_DispatchMapper, &IID_IDispatch);
    let mapper: *mut IDispatch = mapper.cast();
    let wrong = wide("no id");
    // SAFETY: all pointers are to live objects, texts and locals; the member copies nothing.
    unsafe {
        let mut arguments: [VARIANT; 2] = core::mem::zeroed();
        arguments[0].vt = VT_UNKNOWN;
        arguments[0].value.pdispVal = mapper;
        arguments[1].vt = VT_BSTR;
        arguments[1].value.bstrVal = SysAllocString(wrong.as_ptr());
        let mut parameters = DISPPARAMS {
            rgvarg: arguments.as_mut_ptr(),
            rgdispidNamedArgs: ptr::null_mut(),
            cArgs: 2,
            cNamedArgs: 0,
        };
        let failures = with_each_allocation_failing(|| {
            let mut exception: EXCEPINFO = core::mem::zeroed();
            let (null, none) = (ptr::null_mut(), ptr::null_mut());
            let arguments = &raw mut parameters;
            let hresult = call!(
                mapper,
                Invoke,
                1,
                &GUID_NULL,
                0,
                DISPATCH_METHOD,
                arguments,
                null,
                &raw mut exception,
                none
            );
            // The failure of the member is reported even where its description is lost.
            let called = hresult == DISP_E_EXCEPTION;
            assert!(called || hresult == E_OUTOFMEMORY, "{hresult:#x}");
            assert!(!called || exception.scode == E_INVALIDARG as SCODE);
            let complete =
                called && !exception.bstrDescription.is_null() && !exception.bstrSource.is_null();
            SysFreeString(exception.bstrDescription);
            SysFreeString(exception.bstrSource);
            complete
        });
        assert!(failures > 0);
        let failures = with_each_allocation_failing(|| {
            let (mut found, mut info) = (ptr::null_mut(), ptr::null_mut());
            let null = ptr::null_mut::<IDispatch>();
            let text = arguments[1].value.bstrVal;
            let mapper: *mut ITDispatchMapper = {
                assert_eq!(
                    call!(
                        mapper,
                        QueryInterface,
                        &IID_ITDispatchMapper,
                        &raw mut found
                    ),
                    S_OK
                );
                found.cast()
            };
            let mut result = null;
            assert_eq!(
                call!(mapper, QueryDispatchInterface, text, null, &raw mut result),
                E_POINTER
            );
            call!(mapper, Release);
            let taken = passed(GetErrorInfo(0, &raw mut info));
            if taken {
                assert_eq!(call!(info, Release), 0);
            } else {
                assert!(info.is_null(), "the info stays for another try");
            }
            taken
        });
        assert!(failures > 0);
        SysFreeString(arguments[1].value.bstrVal);
        assert_eq!(call!(mapper, Release), 0);
    }
}

#[test]
fn tying_a_sink() {
    let (_, tapi) = create(&CLSID_TAPI, &IID_IConnectionPointContainer);
    let container: *mut IConnectionPointContainer = tapi.cast();
    let (hresult, sink) = create(&CLSID_DispatchMapper, &IID_IUnknown);
    assert_eq!(hresult, S_OK);
    // SAFETY: all pointers are to live objects and locals. Any IDispatch passes for a sink.
    unsafe {
        let mut point = ptr::null_mut();
        assert_eq!(
            call!(
                container,
                FindConnectionPoint,
                &IID_IDispatch,
                &raw mut point
            ),
            S_OK
        );
        let mut cookies = 0;
        let failures = with_each_allocation_failing(|| {
            let mut cookie = 77;
            let tied = passed(call!(point, Advise, sink.cast(), &raw mut cookie));
            assert_eq!(cookie != 0, tied);
            cookies = cookies.max(cookie);
            tied
        });
        assert!(failures > 0);
        let failures = with_each_allocation_failing(|| {
            let mut list = ptr::null_mut();
            let listed = passed(call!(point, EnumConnections, &raw mut list));
            if listed {
                assert_eq!(call!(list, Release), 0);
            }
            listed
        });
        assert!(failures >= 2);
        assert_eq!(call!(point, Unadvise, cookies), S_OK);
        assert_eq!(call!(sink.cast::<IUnknown>(), Release), 0);
        call!(point, Release);
        call!(container, Release);
    }
}
