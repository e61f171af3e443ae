//! What callers hand in need not lie where a compiler would have put it, and a text need not be a
//! BSTR. Debug assertions are on in tests: they stop at a misaligned access.

use super::*;
use core::ffi::c_void;
use core::ptr;

const BLIND_TRANSFER: DISPID = 0x2000b;
const CONNECT: DISPID = 0x20003;
const PARK_INDIRECT: DISPID = 0x2000e;

/// A copy of values at an odd address.
struct Misaligned {
    bytes: Vec<u8>,
    start: usize,
}

impl Misaligned {
    fn new<T: Copy>(values: &[T]) -> Self {
        let size = size_of_val(values);
        let mut bytes = vec![0; size + 2];
        let start = 1 + bytes.as_ptr().addr() % 2;
        // SAFETY: the room is large enough; bytes may be copied anywhere.
        unsafe {
            let room = bytes.as_mut_ptr().add(start);
            room.copy_from_nonoverlapping(values.as_ptr().cast(), size);
        }
        Self { bytes, start }
    }

    fn at<T>(&mut self) -> *mut T {
        let place: *mut T = self.bytes[self.start..].as_mut_ptr().cast();
        assert_eq!(place.addr() % 2, 1);
        place
    }

    fn read<T: Copy>(&mut self) -> T {
        // SAFETY: the room holds a value of this size.
        unsafe { self.at::<T>().read_unaligned() }
    }
}

fn wide(text: &str) -> Vec<u16> {
    text.encode_utf16().chain([0]).collect()
}

/// A VARIANT with a text that is no BSTR.
fn plain_text(text: &mut [u16]) -> VARIANT {
    let value = VARIANT_VALUE {
        bstrVal: text.as_mut_ptr(),
    };
    variant::raw(VT_BSTR, value)
}

/// Calls a member with everything at odd addresses; the arguments are as in `rgvarg`.
fn invoke(id: DISPID, flags: WORD, arguments: &[VARIANT], names: &[DISPID]) -> (HRESULT, VARIANT) {
    let object: ComPtr<IDispatch> = Probe::new().into_interface();
    let mut arguments = Misaligned::new(arguments);
    let mut names = Misaligned::new(names);
    let parameters = DISPPARAMS {
        rgvarg: arguments.at(),
        rgdispidNamedArgs: names.at(),
        cArgs: ((arguments.bytes.len() - 2) / size_of::<VARIANT>()) as UINT,
        cNamedArgs: ((names.bytes.len() - 2) / size_of::<DISPID>()) as UINT,
    };
    let mut parameters = Misaligned::new(&[parameters]);
    let mut result = Misaligned::new(&[variant::EMPTY]);
    let mut exception = Misaligned::new(&[[0_u8; size_of::<EXCEPINFO>()]]);
    let mut at_fault = Misaligned::new(&[0_u32]);
    let mut iid = Misaligned::new(&[guid::NO_GUID]);
    let raw = object.as_raw();
    // SAFETY: the interface is alive, and all pointers are to locals.
    let hresult = unsafe {
        ((*(*raw).lpVtbl).Invoke)(
            raw,
            id,
            iid.at(),
            0,
            flags,
            parameters.at(),
            result.at(),
            exception.at(),
            at_fault.at(),
        )
    };
    let exception: EXCEPINFO = exception.read();
    // SAFETY: the texts are ours.
    drop(unsafe {
        [exception.bstrSource, exception.bstrDescription].map(|text| Bstr::from_raw(text))
    });
    (hresult, result.read())
}

#[test]
fn invoke_takes_everything_at_odd_addresses() {
    let truth = *Variant::bool(true).as_raw();
    assert_eq!(invoke(CONNECT, DISPATCH_METHOD, &[truth], &[]).0, S_OK);
    assert_eq!(invoke(CONNECT, DISPATCH_METHOD, &[truth], &[0]).0, S_OK);
    let (hresult, place) = invoke(PARK_INDIRECT, DISPATCH_METHOD, &[], &[]);
    assert_eq!((hresult, place.vt), (S_OK, VT_BSTR));
    // SAFETY: the result is ours.
    let place = unsafe { Variant::from_raw(place) };
    assert_eq!(place.as_bstr().unwrap().to_string_lossy().unwrap(), "lot 7");
}

#[test]
fn invoke_follows_references_to_odd_addresses() {
    let mut text = wide("1001");
    let mut pointer = Misaligned::new(&[text.as_mut_ptr()]);
    let byref = pointer.at::<c_void>();
    let to_text = variant::raw(VT_BYREF | VT_BSTR, VARIANT_VALUE { byref });
    let mut within = wide("1001");
    let mut inner = Misaligned::new(&[plain_text(&mut within)]);
    let byref = inner.at::<c_void>();
    let to_variant = variant::raw(VT_BYREF | VT_VARIANT, VARIANT_VALUE { byref });
    for argument in [to_text, to_variant] {
        let (hresult, _) = invoke(BLIND_TRANSFER, DISPATCH_METHOD, &[argument], &[]);
        assert_eq!(hresult, S_OK);
    }
    let mut bad = wide("1001 ");
    let (hresult, _) = invoke(
        BLIND_TRANSFER,
        DISPATCH_METHOD,
        &[plain_text(&mut bad)],
        &[],
    );
    assert_eq!(hresult, DISP_E_EXCEPTION);
}

#[test]
fn names_and_ids_may_lie_at_odd_addresses() {
    let object: ComPtr<IDispatch> = Probe::new().into_interface();
    let names = [wide("connect"), wide("fSync")].map(|name| Misaligned::new(&name));
    let pointers = names.map(|mut name| (name.at::<u16>(), name));
    let mut table = Misaligned::new(&[pointers[0].0, pointers[1].0]);
    let mut ids = Misaligned::new(&[0_i32; 2]);
    let mut iid = Misaligned::new(&[guid::NO_GUID]);
    let raw = object.as_raw();
    // SAFETY: the interface is alive, and all pointers are to locals.
    let hresult =
        unsafe { ((*(*raw).lpVtbl).GetIDsOfNames)(raw, iid.at(), table.at(), 2, 0, ids.at()) };
    assert_eq!((hresult, ids.read()), (S_OK, [CONNECT, 0]));
}

#[test]
fn methods_take_what_they_point_to_at_odd_addresses() {
    let probe = Probe::new();
    let info: ComPtr<ITCallInfo> = probe.interface();
    let raw = info.as_raw();
    let array = SafeArray::from_bytes(b"abc").unwrap().into_raw();
    let mut array = Misaligned::new(&[array]);
    let byref = array.at::<c_void>();
    let buffer = variant::raw(VT_BYREF | VT_ARRAY | VT_UI1, VARIANT_VALUE { byref });
    let mut long = Misaligned::new(&[7_i32]);
    let mut result = Misaligned::new(&[variant::EMPTY]);
    // SAFETY: the interface is alive, and all pointers are to locals.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!((vtable.put_CallInfoBuffer)(raw, 0, buffer), S_OK);
        assert_eq!((vtable.get_CallInfoLong)(raw, 0, long.at()), S_OK);
        assert_eq!(long.read::<i32>(), 3);
        assert_eq!((vtable.get_CallInfoBuffer)(raw, 9, result.at()), S_OK);
        drop(Variant::from_raw(result.read()));
        drop(SafeArray::from_raw(array.read()));
        let mut iid = Misaligned::new(&[ITBasicCallControl::IID]);
        let mut found = Misaligned::new(&[ptr::null_mut::<ITBasicCallControl>()]);
        assert_eq!((vtable.QueryInterface)(raw, iid.at(), found.at()), S_OK);
        drop(ComPtr::from_raw(found.read::<*mut ITBasicCallControl>()));
    }
}

#[test]
fn the_number_of_an_enumerator_and_its_elements_may_lie_at_odd_addresses() {
    let texts = vec![Bstr::new("a").unwrap(), Bstr::new("b").unwrap()];
    let all = enumerate::<IEnumBstr>(texts).unwrap();
    let mut found = Misaligned::new(&[ptr::null_mut::<u16>(); 2]);
    let mut count = Misaligned::new(&[0_u32]);
    let raw = all.as_raw();
    // SAFETY: the interface is alive, and there is room for two texts.
    unsafe {
        assert_eq!(
            ((*(*raw).lpVtbl).Next)(raw, 2, found.at(), count.at()),
            S_OK
        );
        assert_eq!(count.read::<u32>(), 2);
        for text in found.read::<[BSTR; 2]>() {
            drop(Bstr::from_raw(text));
        }
    }
}

#[test]
fn an_argument_that_is_kept_is_read_to_its_zeros() {
    let mut text = wide("1001\0rest");
    let kept = |value: &VARIANT| {
        // SAFETY: the VARIANT is valid for an argument.
        unsafe { Variant::lend(value).unwrap().keep().unwrap() }
    };
    let copy = kept(&plain_text(&mut text));
    assert_eq!(copy.as_bstr().unwrap().to_string_lossy().unwrap(), "1001");
    // An array of texts, whose elements the program has set itself.
    let array = SafeArray::vector(VT_BSTR, 1).unwrap();
    let element = array.element_at(Elements::of(&[0])).unwrap();
    // SAFETY: the element is a text's; it is taken out again before the array goes.
    unsafe { element.cast::<BSTR>().write(text.as_mut_ptr()) };
    let parray = array.into_raw();
    let copy = kept(&variant::raw(VT_ARRAY | VT_BSTR, VARIANT_VALUE { parray }));
    let first = copy.as_array().unwrap().elements().next().unwrap().unwrap();
    assert_eq!(first.as_bstr().unwrap().to_string_lossy().unwrap(), "1001");
    // SAFETY: as above.
    unsafe {
        element.cast::<BSTR>().write(ptr::null_mut());
        drop(SafeArray::from_raw(parray));
    }
    // An Automation function keeps a BSTR as it is.
    let whole = Variant::bstr(Bstr::new("a\0b").unwrap());
    let copy = whole.try_clone().unwrap();
    assert_eq!(copy.as_bstr().unwrap().to_string_lossy().unwrap(), "a\0b");
    assert_eq!(
        kept(whole.as_raw())
            .as_bstr()
            .unwrap()
            .to_string_lossy()
            .unwrap(),
        "a"
    );
}

#[test]
fn an_array_and_its_elements_may_lie_at_odd_addresses() {
    let array = SafeArray::new(
        VT_I4,
        Elements::of(&[SAFEARRAYBOUND {
            cElements: 3,
            lLbound: 5,
        }]),
    )
    .unwrap();
    for (index, value) in (5..8).zip([10, 20, 30]) {
        let mut value = Misaligned::new(&[value]);
        let mut index = Misaligned::new(&[index]);
        // SAFETY: the value is an I4, and the index a LONG.
        unsafe {
            let index = Elements::new(index.at(), 1).unwrap();
            crate::com::safearray::put_element(&array, index, value.at()).unwrap();
        }
    }
    let raw = array.into_raw();
    // SAFETY: an array that does not own its memory may be described anywhere.
    let mut descriptor = Misaligned::new(&[unsafe { raw.read() }]);
    // SAFETY: as above; the type of the elements is not asked for.
    let view = unsafe { SafeArray::lend(descriptor.at()).unwrap() };
    assert_eq!((view.len(), view.dimensions()), (3, 1));
    assert_eq!(view.bound(1).unwrap().lLbound, 5);
    // SAFETY: the array is ours.
    unsafe { drop(SafeArray::from_raw(raw)) };
}
