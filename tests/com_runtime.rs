//! The C functions and the objects that need no telephony, called as a C program calls them.

#[path = "support/capi.rs"]
mod capi;

use capi::*;
use core::ffi::{CStr, c_void};
use core::ptr;
use tapi3::com::abi::*;

/// Creates an object, or tells why not.
fn create(class: &GUID, iid: &GUID) -> Result<*mut c_void, HRESULT> {
    let mut object = ptr::dangling_mut();
    // SAFETY: all pointers are to statics and locals.
    unsafe {
        CoInitializeEx(ptr::null_mut(), COINIT_MULTITHREADED);
        let null = ptr::null_mut();
        match CoCreateInstance(class, null, CLSCTX_ALL, iid, &raw mut object) {
            S_OK => Ok(object),
            failed => {
                assert!(object.is_null());
                Err(failed)
            }
        }
    }
}

/// Calls a method: `call!(object, Method, arguments…)`.
macro_rules! call {
    ($object:expr, $method:ident $(, $argument:expr)*) => {
        ((*(*$object).lpVtbl).$method)($object $(, $argument)*)
    };
}

fn last_message() -> Option<String> {
    // SAFETY: the text is ours to free.
    unsafe {
        let text = tapi3_last_error_message();
        let copy = (!text.is_null()).then(|| CStr::from_ptr(text).to_str().unwrap().to_owned());
        CoTaskMemFree(text.cast());
        copy
    }
}

#[test]
fn objects_are_created_by_class_id_or_through_a_factory() {
    let mapper: *mut ITDispatchMapper = create(&CLSID_DispatchMapper, &IID_ITDispatchMapper)
        .unwrap()
        .cast();
    assert_eq!(
        create(&CLSID_DispatchMapper, &IID_ITTAPI),
        Err(E_NOINTERFACE)
    );
    assert_eq!(create(&IID_ITTAPI, &IID_IUnknown), Err(REGDB_E_CLASSNOTREG));
    let mut found = ptr::null_mut();
    // SAFETY: all pointers are to statics, locals and live objects.
    unsafe {
        let null = ptr::null_mut();
        let (class, unknown) = (&raw const CLSID_DispatchMapper, &raw const IID_IUnknown);
        assert_eq!(
            CoCreateInstance(class, mapper.cast(), CLSCTX_ALL, unknown, &raw mut found),
            CLASS_E_NOAGGREGATION
        );
        assert_eq!(
            CoCreateInstance(class, null, CLSCTX_LOCAL_SERVER, unknown, &raw mut found),
            REGDB_E_CLASSNOTREG
        );
        assert_eq!(
            CoCreateInstance(ptr::null(), null, CLSCTX_ALL, unknown, &raw mut found),
            E_INVALIDARG
        );
        assert_eq!(
            CoCreateInstance(class, null, CLSCTX_ALL, ptr::null(), &raw mut found),
            E_INVALIDARG
        );
        assert_eq!(
            CoCreateInstance(class, null, CLSCTX_ALL, unknown, ptr::null_mut()),
            E_POINTER
        );
        assert_eq!(call!(mapper, Release), 0);

        let iid = &raw const IID_IClassFactory;
        assert_eq!(
            DllGetClassObject(&IID_ITTAPI, iid, &raw mut found),
            CLASS_E_CLASSNOTAVAILABLE
        );
        assert_eq!(
            CoGetClassObject(class, CLSCTX_ALL, ptr::null_mut(), iid, &raw mut found),
            S_OK
        );
        let factory: *mut IClassFactory = found.cast();
        assert_eq!(call!(factory, LockServer, 1), S_OK);
        assert_eq!(
            call!(
                factory,
                CreateInstance,
                factory.cast(),
                unknown,
                &raw mut found
            ),
            CLASS_E_NOAGGREGATION
        );
        assert_eq!(
            call!(factory, CreateInstance, null, ptr::null(), &raw mut found),
            E_POINTER
        );
        assert_eq!(
            call!(factory, CreateInstance, null, unknown, &raw mut found),
            S_OK
        );
        assert_eq!(call!(found.cast::<IUnknown>(), Release), 0);
        assert_eq!(call!(factory, Release), 0);
    }
}

#[test]
fn the_mapper_finds_another_interface_of_an_object_for_a_script() {
    let mapper: *mut ITDispatchMapper = create(&CLSID_DispatchMapper, &IID_ITDispatchMapper)
        .unwrap()
        .cast();
    let query = |iid: &str, object: *mut IDispatch| {
        let mut found = ptr::dangling_mut();
        // SAFETY: all pointers are to live objects, texts and locals.
        unsafe {
            let iid = SysAllocString(wide(iid).as_ptr());
            let hresult = call!(mapper, QueryDispatchInterface, iid, object, &raw mut found);
            SysFreeString(iid);
            if hresult == S_OK {
                call!(found, Release);
            } else {
                assert!(found.is_null());
            }
            hresult
        }
    };
    assert_eq!(
        query("{E9225295-C759-11D1-A02B-00C04FB6809F}", mapper.cast()),
        S_OK
    );
    assert_eq!(
        query("{B1EFC382-9355-11D0-835C-00AA003CCABD}", mapper.cast()),
        E_NOINTERFACE
    );
    assert_eq!(query("ITDispatchMapper", mapper.cast()), E_INVALIDARG);
    assert!(last_message().unwrap().contains("interface id"));
    assert_eq!(
        query("{E9225295-C759-11D1-A02B-00C04FB6809F}", ptr::null_mut()),
        E_POINTER
    );
    // SAFETY: the reference is ours.
    assert_eq!(unsafe { call!(mapper, Release) }, 0);
}

#[test]
fn a_collection_counts_from_one() {
    let tapi: *mut ITTAPI2 = create(&CLSID_TAPI, &IID_ITTAPI2).unwrap().cast();
    let mut list: *mut ITCollection2 = ptr::null_mut();
    // SAFETY: all pointers are to live objects and locals.
    unsafe {
        assert_eq!(
            call!(tapi, CreateEmptyCollectionObject, &raw mut list),
            S_OK
        );
        let mut value = VARIANT {
            vt: VT_I4,
            wReserved1: 0,
            wReserved2: 0,
            wReserved3: 0,
            value: VARIANT_VALUE { llVal: 0 },
        };
        for (index, number, expected) in [
            (1, 10, S_OK),
            (1, 5, S_OK),
            (3, 20, S_OK),
            (5, 0, E_INVALIDARG),
            (0, 0, E_INVALIDARG),
        ] {
            value.value.lVal = number;
            assert_eq!(call!(list, Add, index, &raw mut value), expected);
        }
        assert_eq!(call!(list, Add, 1, ptr::null_mut()), E_POINTER);
        let mut count = 0;
        assert_eq!(call!(list, get_Count, &raw mut count), S_OK);
        assert_eq!(count, 3);
        let item = |index| {
            let mut value = value;
            let hresult = call!(list, get_Item, index, &raw mut value);
            (hresult, value.vt, value.value.lVal)
        };
        assert_eq!(
            [item(1), item(2), item(3)],
            [(S_OK, VT_I4, 5), (S_OK, VT_I4, 10), (S_OK, VT_I4, 20)]
        );
        for bad in [0, 4, -1] {
            assert_eq!(item(bad).0, E_INVALIDARG);
        }
        let mut found: *mut IUnknown = ptr::null_mut();
        assert_eq!(call!(list, get__NewEnum, &raw mut found), S_OK);
        assert_eq!(call!(list, Remove, 2), S_OK);
        assert_eq!(call!(list, Remove, 3), E_INVALIDARG);
        assert_eq!(item(2), (S_OK, VT_I4, 20));

        let mut walk = ptr::null_mut();
        assert_eq!(
            call!(found, QueryInterface, &IID_IEnumVARIANT, &raw mut walk),
            S_OK
        );
        let (walk, mut all, mut fetched) = (walk.cast::<IEnumVARIANT>(), [value; 4], 0);
        assert_eq!(
            call!(walk, Next, 4, all.as_mut_ptr(), &raw mut fetched),
            S_FALSE
        );
        let numbers: Vec<i32> = all
            .iter()
            .take(fetched as usize)
            .map(|v| v.value.lVal)
            .collect();
        assert_eq!(
            numbers,
            [5, 10, 20],
            "an enumerator keeps what was there when it was made"
        );
        call!(found, Release);
        assert_eq!(call!(walk, Release), 0);
        assert_eq!(call!(list, Release), 0);
        assert_eq!(call!(tapi, Release), 0);
    }
}

#[test]
fn ids_are_read_and_written_as_text() {
    let mut guid = CLSID_TAPI;
    let tapi = "{21D6D48E-A88B-11D0-83DD-00AA003CCABD}";
    // SAFETY: all texts end with a zero, and the pointers are to locals.
    unsafe {
        for (text, expected, hresult) in [
            (tapi, CLSID_TAPI, S_OK),
            ("TAPI.TAPI", CLSID_TAPI, S_OK),
            ("tapi.tapi.1", CLSID_TAPI, S_OK),
            ("DispatchMapper.DispatchMapper", CLSID_DispatchMapper, S_OK),
            ("No.Such.Class", GUID_NULL, CO_E_CLASSSTRING),
            ("", GUID_NULL, CO_E_CLASSSTRING),
        ] {
            assert_eq!(
                (CLSIDFromString(wide(text).as_ptr(), &raw mut guid), guid),
                (hresult, expected),
                "{text}"
            );
        }
        assert_eq!(
            (CLSIDFromString(ptr::null(), &raw mut guid), guid),
            (S_OK, GUID_NULL)
        );
        assert_eq!(
            (
                CLSIDFromProgID(wide("TAPI.TAPI").as_ptr(), &raw mut guid),
                guid
            ),
            (S_OK, CLSID_TAPI)
        );
        assert_eq!(
            (CLSIDFromProgID(wide(tapi).as_ptr(), &raw mut guid), guid),
            (CO_E_CLASSSTRING, GUID_NULL)
        );
        assert_eq!(CLSIDFromProgID(ptr::null(), &raw mut guid), E_INVALIDARG);
        assert_eq!(
            (IIDFromString(wide(tapi).as_ptr(), &raw mut guid), guid),
            (S_OK, CLSID_TAPI)
        );
        assert_eq!(
            IIDFromString(wide("TAPI.TAPI").as_ptr(), &raw mut guid),
            E_INVALIDARG
        );
        assert_eq!(
            IIDFromString(wide(&tapi.replace('4', "x")).as_ptr(), &raw mut guid),
            CO_E_IIDSTRING
        );
        assert_eq!(
            IIDFromString(wide(tapi).as_ptr(), ptr::null_mut()),
            E_POINTER
        );

        let mut text = ptr::null_mut();
        for write in [StringFromCLSID, StringFromIID] {
            assert_eq!(write(&CLSID_TAPI, &raw mut text), S_OK);
            assert_eq!(core::slice::from_raw_parts(text, 39), wide(tapi));
            CoTaskMemFree(text.cast());
        }
        assert_eq!(StringFromCLSID(ptr::null(), &raw mut text), E_INVALIDARG);
        assert!(text.is_null());
        let mut room = [0xFFFF; 39];
        assert_eq!(StringFromGUID2(&CLSID_TAPI, room.as_mut_ptr(), 38), 0);
        assert_eq!(room, [0xFFFF; 39]);
        assert_eq!(StringFromGUID2(&CLSID_TAPI, room.as_mut_ptr(), 39), 39);
        assert_eq!(room.as_slice(), wide(tapi));
    }
}

#[test]
fn bstr_functions_follow_windows() {
    // SAFETY: every BSTR is freed once, by the functions under test.
    unsafe {
        assert!(SysAllocString(ptr::null()).is_null());
        assert_eq!(
            (
                SysStringLen(ptr::null_mut()),
                SysStringByteLen(ptr::null_mut())
            ),
            (0, 0)
        );
        SysFreeString(ptr::null_mut());
        let mut text = SysAllocString(wide("hang up").as_ptr());
        assert_eq!((SysStringLen(text), SysStringByteLen(text)), (7, 14));
        assert_eq!(
            SysReAllocString(&raw mut text, text.add(5)),
            1,
            "from a part of itself"
        );
        assert_eq!(
            SysReAllocStringLen(&raw mut text, ptr::null(), 4),
            1,
            "keeps what fits"
        );
        assert_eq!(take(text), "up\0\0");
        let mut text = SysAllocStringLen(wide("a\0b").as_ptr(), 3);
        assert_eq!(SysStringLen(text), 3);
        assert_eq!(SysReAllocString(&raw mut text, ptr::null()), 1);
        assert!(text.is_null());
        assert_eq!(SysReAllocString(ptr::null_mut(), ptr::null()), 0);
        assert_eq!(take(SysAllocStringLen(ptr::null(), 2)), "\0\0");
        let bytes = SysAllocStringByteLen(c"abc".as_ptr(), 3);
        assert_eq!((SysStringByteLen(bytes), SysStringLen(bytes)), (3, 1));
        SysFreeString(bytes);
    }
}

#[test]
fn variant_functions_follow_windows() {
    // SAFETY: every VARIANT is valid, and cleared once.
    unsafe {
        let null = ptr::null_mut();
        VariantInit(null);
        assert_eq!(VariantClear(null), E_INVALIDARG);
        assert_eq!(VariantCopy(null, null), E_INVALIDARG);
        let mut value: VARIANT = core::mem::zeroed();
        value.vt = 0x7777;
        assert_eq!(VariantClear(&raw mut value), DISP_E_BADVARTYPE);
        VariantInit(&raw mut value);
        assert_eq!(VariantClear(&raw mut value), S_OK);
        value.vt = VT_BSTR;
        value.value.bstrVal = SysAllocString(wide("42").as_ptr());
        let mut copy: VARIANT = core::mem::zeroed();
        assert_eq!(VariantCopy(&raw mut copy, &raw const value), S_OK);
        assert_ne!(copy.value.bstrVal, value.value.bstrVal);
        assert_eq!(VariantCopy(&raw mut value, &raw const value), S_OK);
        assert_eq!(
            VariantChangeType(&raw mut value, &raw const value, 0, VT_I4),
            S_OK,
            "in place"
        );
        assert_eq!((value.vt, value.value.lVal), (VT_I4, 42));
        assert_eq!(
            VariantChangeType(&raw mut copy, &raw const copy, 0, VT_DISPATCH),
            DISP_E_TYPEMISMATCH
        );
        assert_eq!(copy.vt, VT_BSTR, "stays as it was");
        let mut reference = value;
        reference.vt = VT_BYREF | VT_I4;
        reference.value.plVal = &raw mut value.value.lVal;
        assert_eq!(VariantCopyInd(&raw mut copy, &raw const reference), S_OK);
        assert_eq!((copy.vt, copy.value.lVal), (VT_I4, 42));
        assert_eq!(VariantCopy(&raw mut copy, &raw const reference), S_OK);
        assert_eq!(copy.vt, VT_BYREF | VT_I4);
        assert_eq!(VariantClear(&raw mut copy), S_OK);
    }
}

#[test]
fn array_functions_follow_windows() {
    let mut bounds = [
        SAFEARRAYBOUND {
            cElements: 2,
            lLbound: 5,
        },
        SAFEARRAYBOUND {
            cElements: 3,
            lLbound: 0,
        },
    ];
    // SAFETY: every array is valid until it is destroyed.
    unsafe {
        assert!(SafeArrayCreate(VT_I4, 0, bounds.as_mut_ptr()).is_null());
        assert!(SafeArrayCreate(VT_I4, 1, ptr::null_mut()).is_null());
        assert!(SafeArrayCreateVector(0x77, 0, 1).is_null());
        assert_eq!(SafeArrayDestroy(ptr::null_mut()), S_OK);
        assert_eq!(SafeArrayGetDim(ptr::null_mut()), 0);
        let array = SafeArrayCreate(VT_I4, 2, bounds.as_mut_ptr());
        assert_eq!(SafeArrayGetDim(array), 2);
        let (mut vt, mut low, mut high, mut data) = (0, 9, 9, ptr::null_mut());
        assert_eq!((SafeArrayGetVartype(array, &raw mut vt), vt), (S_OK, VT_I4));
        assert_eq!((SafeArrayGetLBound(array, 1, &raw mut low), low), (S_OK, 5));
        assert_eq!(
            (SafeArrayGetUBound(array, 1, &raw mut high), high),
            (S_OK, 6)
        );
        assert_eq!(
            (SafeArrayGetUBound(array, 2, &raw mut high), high),
            (S_OK, 2)
        );
        assert_eq!(
            (SafeArrayGetUBound(array, 3, &raw mut high), high),
            (DISP_E_BADINDEX, 0)
        );
        let (mut at, mut value) = ([6, 2], 77);
        assert_eq!(
            SafeArrayPutElement(array, at.as_mut_ptr(), (&raw mut value).cast()),
            S_OK
        );
        assert_eq!(
            SafeArrayPutElement(array, at.as_mut_ptr(), ptr::null_mut()),
            E_INVALIDARG
        );
        value = 0;
        assert_eq!(
            SafeArrayGetElement(array, at.as_mut_ptr(), (&raw mut value).cast()),
            S_OK
        );
        assert_eq!(value, 77);
        assert_eq!(SafeArrayAccessData(array, &raw mut data), S_OK);
        assert_eq!(*data.cast::<i32>().add(5), 77);
        assert_eq!(SafeArrayDestroy(array), DISP_E_ARRAYISLOCKED);
        assert_eq!(SafeArrayUnaccessData(array), S_OK);
        assert_eq!(SafeArrayUnaccessData(array), E_UNEXPECTED);
        at = [4, 0];
        assert_eq!(
            SafeArrayPutElement(array, at.as_mut_ptr(), (&raw mut value).cast()),
            DISP_E_BADINDEX
        );
        assert_eq!(SafeArrayDestroy(array), S_OK);

        let mapper = create(&CLSID_DispatchMapper, &IID_IDispatch).unwrap();
        let array = SafeArrayCreateVector(VT_DISPATCH, 1, 1);
        let (mut first, mut read) = ([1], ptr::null_mut::<IDispatch>());
        assert_eq!(SafeArrayPutElement(array, first.as_mut_ptr(), mapper), S_OK);
        assert_eq!(
            SafeArrayGetElement(array, first.as_mut_ptr(), (&raw mut read).cast()),
            S_OK
        );
        assert_eq!(read.cast(), mapper);
        assert_eq!(call!(read, Release), 2);
        assert_eq!(SafeArrayDestroy(array), S_OK);
        assert_eq!(call!(read, Release), 0);
    }
}

#[test]
fn error_info_is_made_set_and_taken() {
    // SAFETY: all pointers are to live objects, texts and locals.
    unsafe {
        assert_eq!(SetErrorInfo(0, ptr::null_mut()), S_OK);
        let (mut made, mut found, mut taken) =
            (ptr::null_mut(), ptr::null_mut(), ptr::dangling_mut());
        assert_eq!(GetErrorInfo(0, &raw mut taken), S_FALSE);
        assert!(taken.is_null());
        assert_eq!(GetErrorInfo(0, ptr::null_mut()), E_POINTER);
        assert_eq!(GetErrorInfo(1, &raw mut taken), E_INVALIDARG);
        assert_eq!(CreateErrorInfo(&raw mut made), S_OK);
        assert_eq!(
            call!(made, SetDescription, wide("The line is cut.").as_ptr()),
            S_OK
        );
        assert_eq!(call!(made, SetSource, wide("exchange").as_ptr()), S_OK);
        assert_eq!(call!(made, SetHelpFile, ptr::null()), S_OK);
        assert_eq!(call!(made, SetHelpContext, 7), S_OK);
        assert_eq!(call!(made, SetGUID, &IID_ITTAPI), S_OK);
        assert_eq!(
            call!(made, QueryInterface, &IID_IErrorInfo, &raw mut found),
            S_OK
        );
        let info: *mut IErrorInfo = found.cast();
        assert_eq!(SetErrorInfo(0, info), S_OK);
        assert_eq!(last_message().unwrap(), "The line is cut.");
        assert_eq!(GetErrorInfo(0, &raw mut taken), S_OK);
        assert_eq!(taken, info);
        assert_eq!(last_message(), None);
        let (mut text, mut context, mut guid) = (ptr::null_mut(), 0, GUID_NULL);
        assert_eq!(call!(info, GetSource, &raw mut text), S_OK);
        assert_eq!(take(text), "exchange");
        assert_eq!(call!(info, GetHelpFile, &raw mut text), S_OK);
        assert!(text.is_null());
        assert_eq!(
            (call!(info, GetHelpContext, &raw mut context), context),
            (S_OK, 7)
        );
        assert_eq!(
            (call!(info, GetGUID, &raw mut guid), guid),
            (S_OK, IID_ITTAPI)
        );
        call!(taken, Release);
        call!(made, Release);
        assert_eq!(call!(info, Release), 0);
    }
}

#[test]
fn texts_are_converted_and_codes_are_named() {
    // SAFETY: all texts are valid, and freed once.
    unsafe {
        assert_eq!(
            CStr::from_ptr(tapi3_version()).to_str().unwrap(),
            env!("CARGO_PKG_VERSION")
        );
        assert!(tapi3_utf8_to_bstr(ptr::null()).is_null());
        let text = tapi3_utf8_to_bstr(c"Grüße 📞".as_ptr());
        let back = tapi3_bstr_to_utf8(text);
        assert_eq!(CStr::from_ptr(back), c"Grüße 📞");
        CoTaskMemFree(back.cast());
        assert_eq!(take(text), "Grüße 📞");
        let empty = tapi3_bstr_to_utf8(ptr::null_mut());
        assert_eq!(CStr::from_ptr(empty), c"");
        CoTaskMemFree(empty.cast());
        assert_eq!(
            CStr::from_ptr(tapi3_hresult_name(TAPI_E_TIMEOUT)),
            c"TAPI_E_TIMEOUT"
        );
        assert!(tapi3_hresult_name(0x8999_9999).is_null());
        for code in [TAPI_E_TIMEOUT, S_OK, 0x8999_9999, 7] {
            assert!(!CStr::from_ptr(tapi3_hresult_message(code)).is_empty());
        }
        let block = CoTaskMemRealloc(CoTaskMemAlloc(0), 64);
        assert!(!block.is_null());
        CoTaskMemFree(block);
        CoTaskMemFree(ptr::null_mut());
    }
}

#[test]
fn a_script_calls_the_mapper_by_name() {
    let mapper: *mut IDispatch = create(&CLSID_DispatchMapper, &IID_IDispatch)
        .unwrap()
        .cast();
    let name = wide("queryDISPATCHinterface");
    let (mut names, mut id) = ([name.as_ptr().cast_mut()], 0);
    // SAFETY: all pointers are to live objects, texts and locals.
    unsafe {
        assert_eq!(
            call!(
                mapper,
                GetIDsOfNames,
                &GUID_NULL,
                names.as_mut_ptr(),
                1,
                0,
                &raw mut id
            ),
            S_OK
        );
        let mut arguments: [VARIANT; 2] = core::mem::zeroed();
        arguments[0].vt = VT_DISPATCH;
        arguments[0].value.pdispVal = mapper;
        arguments[1].vt = VT_BSTR;
        arguments[1].value.bstrVal =
            SysAllocString(wide("{E9225295-C759-11D1-A02B-00C04FB6809F}").as_ptr());
        let mut parameters = DISPPARAMS {
            rgvarg: arguments.as_mut_ptr(),
            rgdispidNamedArgs: ptr::null_mut(),
            cArgs: 2,
            cNamedArgs: 0,
        };
        let mut result: VARIANT = core::mem::zeroed();
        let null = ptr::null_mut();
        let hresult = call!(
            mapper,
            Invoke,
            id,
            &GUID_NULL,
            0,
            DISPATCH_METHOD,
            &raw mut parameters,
            &raw mut result,
            null,
            ptr::null_mut()
        );
        assert_eq!((hresult, result.vt), (S_OK, VT_DISPATCH));
        assert_eq!(result.value.pdispVal, mapper);
        assert_eq!(VariantClear(&raw mut result), S_OK);
        SysFreeString(arguments[1].value.bstrVal);
        assert_eq!(call!(mapper, Release), 0);
    }
}
