//! IDispatch as scripts use it.

use super::*;
use crate::com::dispatch_arguments::MOST_PARAMETERS;
use core::ptr;

const CONNECT: DISPID = 0x20003;
const DISCONNECT: DISPID = 0x20005;
const SWAP_HOLD: DISPID = 0x2000c;
const BLIND_TRANSFER: DISPID = 0x2000b;
const PARK_INDIRECT: DISPID = 0x2000e;
const CALL_INFO_LONG: DISPID = 0x10005;
const CALL_INFO_BUFFER: DISPID = 0x10007;
const RAW_BUFFER: DISPID = 0x10008;

fn object() -> ComPtr<IDispatch> {
    Probe::new().into_interface()
}

fn ids(object: &ComPtr<IDispatch>, names: &[&str]) -> (HRESULT, Vec<DISPID>) {
    let wide: Vec<Vec<u16>> = names
        .iter()
        .map(|n| n.encode_utf16().chain([0]).collect())
        .collect();
    let mut pointers: Vec<LPOLESTR> = wide.iter().map(|name| name.as_ptr().cast_mut()).collect();
    let mut found = vec![99; names.len()];
    let raw = object.as_raw();
    // SAFETY: the interface is alive, and the arrays have as many entries as is said.
    let hresult = unsafe {
        let count = names.len() as UINT;
        ((*(*raw).lpVtbl).GetIDsOfNames)(
            raw,
            &guid::NO_GUID,
            pointers.as_mut_ptr(),
            count,
            0,
            found.as_mut_ptr(),
        )
    };
    (hresult, found)
}

/// What a call came to.
#[derive(Debug)]
struct Outcome {
    hresult: HRESULT,
    result: Variant,
    at_fault: UINT,
    scode: SCODE,
    description: String,
    source: String,
}

/// Calls a member; the arguments are as in `rgvarg`, the last one first.
fn invoke(
    object: &ComPtr<IDispatch>,
    id: DISPID,
    flags: WORD,
    arguments: &[Variant],
    names: &[DISPID],
) -> Outcome {
    let mut arguments: Vec<VARIANT> = arguments.iter().map(|a| *a.as_raw()).collect();
    let mut names = names.to_vec();
    let mut parameters = DISPPARAMS {
        rgvarg: arguments.as_mut_ptr(),
        rgdispidNamedArgs: names.as_mut_ptr(),
        cArgs: arguments.len() as UINT,
        cNamedArgs: names.len() as UINT,
    };
    let mut result = variant::EMPTY;
    let mut at_fault = 99;
    let raw = object.as_raw();
    // SAFETY: the interface is alive, and all pointers are to locals. An EXCEPINFO of zeros is valid.
    unsafe {
        let mut exception: EXCEPINFO = core::mem::zeroed();
        let hresult = ((*(*raw).lpVtbl).Invoke)(
            raw,
            id,
            &guid::NO_GUID,
            0,
            flags,
            &raw mut parameters,
            &raw mut result,
            &raw mut exception,
            &raw mut at_fault,
        );
        let text = |raw| Bstr::from_raw(raw).to_string_lossy().unwrap();
        Outcome {
            hresult,
            result: Variant::from_raw(result),
            at_fault,
            scode: exception.scode,
            description: text(exception.bstrDescription),
            source: text(exception.bstrSource),
        }
    }
}

fn text(text: &str) -> Variant {
    Variant::bstr(Bstr::new(text).unwrap())
}

#[test]
fn every_member_fits_the_arrays_of_a_call() {
    let tables = [
        ITTAPI2::MEMBERS,
        ITAddress2::MEMBERS,
        ITCallInfo2::MEMBERS,
        ITPhone::MEMBERS,
    ];
    let tables = tables.iter().chain([
        &ITBasicCallControl2::MEMBERS,
        &ITLegacyCallMediaControl2::MEMBERS,
    ]);
    for member in tables
        .flat_map(|lists| lists.iter())
        .flat_map(|list| list.iter())
    {
        assert!(member.parameters.len() < MOST_PARAMETERS, "{}", member.name);
    }
}

#[test]
fn names_of_all_interfaces_are_found_in_any_case() {
    let object = object();
    for (name, id) in [
        ("Disconnect", DISCONNECT),
        ("DISCONNECT", DISCONNECT),
        ("calliNFOlong", CALL_INFO_LONG),
        ("EventFilter", 0x1000b),
    ] {
        assert_eq!(ids(&object, &[name]), (S_OK, vec![id]), "{name}");
    }
    assert_eq!(
        ids(&object, &["Disconnects"]),
        (DISP_E_UNKNOWNNAME, vec![DISPID_UNKNOWN])
    );
    assert_eq!(ids(&object, &["get_CallInfoLong"]).0, DISP_E_UNKNOWNNAME);
    assert_eq!(ids(&object, &[]).0, E_INVALIDARG);
}

#[test]
fn parameters_have_their_positions_as_ids() {
    let object = object();
    assert_eq!(
        ids(&object, &["Transfer", "fSync", "PCALL"]),
        (S_OK, vec![0x2000a, 1, 0])
    );
    assert_eq!(
        ids(
            &object,
            &["CallInfoLong", "lCallInfoLongVal", "CallInfoLong"]
        ),
        (S_OK, vec![CALL_INFO_LONG, 1, 0])
    );
    assert_eq!(
        ids(&object, &["Transfer", "who", "fSync"]),
        (DISP_E_UNKNOWNNAME, vec![0x2000a, DISPID_UNKNOWN, 1])
    );
}

#[test]
fn there_is_no_type_info() {
    let object = object();
    let raw = object.as_raw();
    let (mut count, mut info) = (7, ptr::dangling_mut());
    // SAFETY: the interface is alive, and the pointers are to locals.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!((vtable.GetTypeInfoCount)(raw, &raw mut count), S_OK);
        assert_eq!(count, 0);
        assert_eq!((vtable.GetTypeInfo)(raw, 0, 0, &raw mut info), E_NOTIMPL);
        assert!(info.is_null());
        assert_eq!(
            (vtable.GetTypeInfo)(raw, 1, 0, &raw mut info),
            DISP_E_BADINDEX
        );
    }
}

#[test]
fn methods_convert_their_arguments() {
    let object = object();
    let probe = object.downcast::<Probe>().unwrap();
    for (argument, expected) in [
        (Variant::bool(true), 1),
        (Variant::i4(0), 0),
        (text("True"), 1),
        (text("0"), 0),
        (Variant::empty(), 0),
        (text("-1"), 1),
    ] {
        let outcome = invoke(&object, CONNECT, DISPATCH_METHOD, &[argument], &[]);
        assert_eq!(outcome.hresult, S_OK);
        assert_eq!(outcome.result.vt(), VT_EMPTY);
        assert_eq!(probe.value.load(Ordering::Relaxed), expected);
    }
    assert_eq!(
        invoke(
            &object,
            BLIND_TRANSFER,
            DISPATCH_METHOD,
            &[Variant::i4(1001)],
            &[]
        )
        .hresult,
        S_OK
    );
    let parked = invoke(&object, PARK_INDIRECT, DISPATCH_METHOD, &[], &[]);
    assert_eq!(format!("{:?}", parked.result), "\"lot 7\"");
}

#[test]
fn properties_are_read_and_written() {
    let object = object();
    let (get, put) = (DISPATCH_PROPERTYGET, DISPATCH_PROPERTYPUT);
    let value = DISPID_PROPERTYPUT;
    let outcome = invoke(
        &object,
        CALL_INFO_LONG,
        put,
        &[text("42"), Variant::i4(2)],
        &[value],
    );
    assert_eq!(outcome.hresult, S_OK);
    for flags in [get, get | DISPATCH_METHOD] {
        let outcome = invoke(&object, CALL_INFO_LONG, flags, &[Variant::i4(2)], &[]);
        assert_eq!(format!("{:?}", outcome.result), "I4(42)");
    }
    let named = invoke(
        &object,
        CALL_INFO_LONG,
        put,
        &[Variant::i4(7), Variant::i4(0)],
        &[value, 0],
    );
    assert_eq!(named.hresult, S_OK);
    let buffer = invoke(
        &object,
        CALL_INFO_BUFFER,
        put,
        &[Variant::bytes(b"abc").unwrap(), Variant::i4(0)],
        &[value],
    );
    assert_eq!(buffer.hresult, S_OK);
    let length = invoke(&object, CALL_INFO_LONG, get, &[Variant::i4(0)], &[]);
    assert_eq!(format!("{:?}", length.result), "I4(3)");
    let buffer = invoke(&object, CALL_INFO_BUFFER, get, &[Variant::i4(9)], &[]);
    assert_eq!(buffer.result.as_array().unwrap().as_bytes(), Some(&[9][..]));
}

#[test]
fn an_object_argument_is_asked_for_the_interface() {
    let object = object();
    let outcome = invoke(
        &object,
        SWAP_HOLD,
        DISPATCH_METHOD,
        &[Variant::dispatch(Some(object.clone()))],
        &[],
    );
    assert_eq!((outcome.hresult, outcome.scode), (S_OK, 0));
    let unknown: ComPtr<IUnknown> = object.query().unwrap();
    let outcome = invoke(
        &object,
        SWAP_HOLD,
        DISPATCH_METHOD,
        &[Variant::unknown(Some(unknown))],
        &[],
    );
    assert_eq!(outcome.hresult, S_OK);
    let nothing = invoke(
        &object,
        SWAP_HOLD,
        DISPATCH_METHOD,
        &[Variant::dispatch::<IDispatch>(None)],
        &[],
    );
    assert_eq!(
        (nothing.hresult, nothing.scode),
        (DISP_E_EXCEPTION, E_POINTER as SCODE)
    );
    for wrong in [Variant::i4(1), Variant::null(), Variant::empty(), text("x")] {
        let outcome = invoke(&object, SWAP_HOLD, DISPATCH_METHOD, &[wrong], &[]);
        assert_eq!(
            (outcome.hresult, outcome.at_fault),
            (DISP_E_TYPEMISMATCH, 0)
        );
    }
    let stranger = enumerate::<IEnumBstr>(Vec::new()).unwrap();
    let outcome = invoke(
        &object,
        SWAP_HOLD,
        DISPATCH_METHOD,
        &[Variant::unknown(Some(stranger))],
        &[],
    );
    assert_eq!(outcome.hresult, DISP_E_TYPEMISMATCH);
}

#[test]
fn mistakes_of_the_caller_have_their_codes() {
    let object = object();
    let missing = || Variant::error(DISP_E_PARAMNOTFOUND);
    let (method, get, put) = (DISPATCH_METHOD, DISPATCH_PROPERTYGET, DISPATCH_PROPERTYPUT);
    type Case<'a> = (DISPID, WORD, Vec<Variant>, &'a [DISPID], HRESULT, UINT);
    let cases: &[Case<'_>] = &[
        (12345, method, vec![], &[], DISP_E_MEMBERNOTFOUND, 99),
        (
            DISCONNECT,
            get,
            vec![Variant::i4(0)],
            &[],
            DISP_E_MEMBERNOTFOUND,
            99,
        ),
        (
            DISCONNECT,
            put,
            vec![Variant::i4(0)],
            &[],
            DISP_E_MEMBERNOTFOUND,
            99,
        ),
        (DISCONNECT, 0, vec![Variant::i4(0)], &[], E_INVALIDARG, 99),
        (DISCONNECT, method, vec![], &[], DISP_E_BADPARAMCOUNT, 99),
        (
            DISCONNECT,
            method,
            vec![Variant::i4(0), Variant::i4(0)],
            &[],
            DISP_E_BADPARAMCOUNT,
            99,
        ),
        (
            DISCONNECT,
            method,
            vec![missing()],
            &[],
            DISP_E_PARAMNOTOPTIONAL,
            0,
        ),
        (
            DISCONNECT,
            method,
            vec![text("soon")],
            &[],
            DISP_E_TYPEMISMATCH,
            0,
        ),
        (
            DISCONNECT,
            method,
            vec![text("1e99")],
            &[],
            DISP_E_OVERFLOW,
            0,
        ),
        (
            DISCONNECT,
            method,
            vec![Variant::i4(0)],
            &[5],
            DISP_E_PARAMNOTFOUND,
            0,
        ),
        (
            CALL_INFO_LONG,
            put,
            vec![Variant::i4(0), text("x")],
            &[DISPID_PROPERTYPUT],
            DISP_E_TYPEMISMATCH,
            1,
        ),
        (
            CALL_INFO_LONG,
            put,
            vec![Variant::i4(0), Variant::i4(0)],
            &[0, 0],
            DISP_E_BADPARAMCOUNT,
            99,
        ),
        (RAW_BUFFER, method, vec![], &[], DISP_E_TYPEMISMATCH, 99),
    ];
    for (id, flags, arguments, names, hresult, at_fault) in cases {
        let outcome = invoke(&object, *id, *flags, arguments, names);
        assert_eq!(
            (outcome.hresult, outcome.at_fault),
            (*hresult, *at_fault),
            "{id:#x} {arguments:?}"
        );
        assert!(outcome.description.is_empty());
    }
    let raw = object.as_raw();
    // SAFETY: the interface is alive; nulls are answered.
    unsafe {
        let call = |iid: &GUID| {
            let nothing = ptr::null_mut();
            ((*(*raw).lpVtbl).Invoke)(
                raw,
                CONNECT,
                iid,
                0,
                method,
                ptr::null_mut(),
                ptr::null_mut(),
                nothing,
                ptr::null_mut(),
            )
        };
        assert_eq!(call(&ITAddress::IID), DISP_E_UNKNOWNINTERFACE);
        assert_eq!(call(&guid::NO_GUID), E_INVALIDARG);
    }
}

#[test]
fn a_failing_member_fills_the_exception_in() {
    let object = object();
    let outcome = invoke(&object, DISCONNECT, DISPATCH_METHOD, &[Variant::i4(2)], &[]);
    assert_eq!(outcome.hresult, DISP_E_EXCEPTION);
    assert_eq!(outcome.scode, TAPI_E_TIMEOUT as SCODE);
    assert_eq!(outcome.description, "The far end does not answer.");
    assert_eq!(outcome.source, "tapi3");
    assert_eq!(taken_message().unwrap(), "The far end does not answer.");
    let panicked = invoke(&object, DISCONNECT, DISPATCH_METHOD, &[Variant::i4(3)], &[]);
    assert_eq!(
        (panicked.hresult, panicked.scode),
        (DISP_E_EXCEPTION, E_UNEXPECTED as SCODE)
    );
}

/// Two out-parameters and no return value, through references of both kinds.
struct Forwarding;
com_class!(Forwarding: ITForwardInformation);
impl ITForwardInformationImpl for Object<Forwarding> {
    fn get_forward_type(&self, kind: LONG) -> Result<(Bstr, Bstr)> {
        if kind == 0 {
            return Err(Error::new(E_INVALIDARG));
        }
        Ok((Bstr::new("to")?, Bstr::new("from")?))
    }
}

#[test]
fn out_parameters_come_back_through_references() {
    let object = Object::new(Forwarding)
        .unwrap()
        .into_interface::<IDispatch>();
    let mut plain = Bstr::new("old").unwrap().into_raw();
    let mut any = Variant::i4(5).into_raw();
    let by_ref = |vt, value| {
        // SAFETY: a reference owns nothing.
        unsafe { Variant::from_raw(variant::raw(VT_BYREF | vt, value)) }
    };
    let arguments = [
        by_ref(
            VT_VARIANT,
            VARIANT_VALUE {
                pvarVal: &raw mut any,
            },
        ),
        by_ref(
            VT_BSTR,
            VARIANT_VALUE {
                pbstrVal: &raw mut plain,
            },
        ),
        Variant::i4(0),
    ];
    let failed = invoke(&object, 5, DISPATCH_METHOD, &arguments, &[]);
    assert_eq!(
        (failed.hresult, failed.scode),
        (DISP_E_EXCEPTION, E_INVALIDARG as SCODE)
    );
    let [any_ref, plain_ref, _] = arguments;
    let arguments = [any_ref, plain_ref, Variant::i4(1)];
    assert_eq!(
        invoke(&object, 5, DISPATCH_METHOD, &arguments, &[]).hresult,
        S_OK
    );
    // SAFETY: the call left both valid and ours.
    unsafe {
        assert_eq!(format!("{:?}", Bstr::from_raw(plain)), "\"to\"");
        assert_eq!(format!("{:?}", Variant::from_raw(any)), "\"from\"");
    }
    let wrong = [Variant::i4(0), Variant::i4(0), Variant::i4(1)];
    let outcome = invoke(&object, 5, DISPATCH_METHOD, &wrong, &[]);
    assert_eq!(
        (outcome.hresult, outcome.at_fault),
        (DISP_E_TYPEMISMATCH, 1)
    );
}

/// A property that gives a list, which scripts index in one step.
struct Exchange;
com_class!(Exchange: ITTAPI);
impl ITTAPIImpl for Object<Exchange> {
    fn get_addresses(&self) -> Result<Variant> {
        Ok(Variant::dispatch(Some(
            Object::new(Shelf)?.into_interface::<ITCollection>(),
        )))
    }
}
struct Shelf;
com_class!(Shelf: ITCollection);
impl ITCollectionImpl for Object<Shelf> {
    fn get_item(&self, index: LONG) -> Result<Variant> {
        Ok(Variant::i4(index * 10))
    }
    fn get_count(&self) -> Result<LONG> {
        Ok(3)
    }
}

#[test]
fn arguments_of_a_plain_property_are_meant_for_what_it_gives() {
    let object = Object::new(Exchange).unwrap().into_interface::<IDispatch>();
    let flags = DISPATCH_METHOD | DISPATCH_PROPERTYGET;
    let outcome = invoke(&object, 0x10001, flags, &[Variant::i4(2)], &[]);
    assert_eq!(outcome.hresult, S_OK);
    assert_eq!(format!("{:?}", outcome.result), "I4(20)");
}

#[test]
fn an_object_stands_for_its_default_property() {
    let shelf = Object::new(Shelf).unwrap().into_interface::<IDispatch>();
    let object = Variant::dispatch(Some(shelf));
    // Item wants an index, so this object has no value of its own.
    assert_eq!(
        object.change_type(VT_I4, 0).unwrap_err().hresult(),
        DISP_E_TYPEMISMATCH
    );
    assert!(
        object
            .change_type(VT_UNKNOWN, 0)
            .unwrap()
            .as_object()
            .is_some()
    );
}
