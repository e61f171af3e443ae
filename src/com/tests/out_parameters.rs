//! Whatever the failure, a caller finds nothing where a result would be: every method of every
//! interface that gives something back, through its vtable, wherever the results lie.

use super::*;
use core::ffi::c_void;
use core::ptr;

/// A method that gives something back.
struct Case {
    name: &'static str,
    /// The size of each result.
    sizes: &'static [usize],
    /// Whether a result may be left out.
    optional: &'static [bool],
    /// An object whose class leaves every method out.
    object: fn() -> ComPtr<IUnknown>,
    /// Calls it through a vtable, with zeros for what it takes.
    call: fn(vtable: *const c_void, this: *mut c_void, outs: &[*mut c_void]) -> HRESULT,
}

macro_rules! empty_classes {
    ($($class:ident: $interface:ident, [$($methods:ident),*];)*) => {$(
        struct $class;
        com_class!($class: $interface);
        $(impl $methods for Object<$class> {})*
        impl $class {
            fn make() -> ComPtr<IUnknown> {
                Object::new($class).unwrap().interface::<$interface>().upcast()
            }
        }
    )*};
}

include!(concat!(env!("OUT_DIR"), "/out_cases.rs"));

/// Room for the results, each at an odd address and full of what is nobody's.
struct Room {
    bytes: [[u8; 65]; 8],
}

impl Room {
    const JUNK: u8 = 0xA5;

    fn new() -> Self {
        Self {
            bytes: [[Self::JUNK; 65]; 8],
        }
    }

    fn places(&mut self, count: usize) -> Vec<*mut c_void> {
        let places = (self.bytes.iter_mut()).map(|bytes| {
            let misaligned = bytes.as_ptr().addr() % 2 == 0;
            (&raw mut bytes[usize::from(misaligned)]).cast()
        });
        places.take(count).collect()
    }
}

/// Whether the result there is nothing: zeros. Of a VARIANT only its kind counts.
fn is_nothing(place: *mut c_void, size: usize) -> bool {
    let size = if size == size_of::<VARIANT>() {
        2
    } else {
        size
    };
    // SAFETY: the place is in a `Room`, which is larger than any result.
    (0..size).all(|index| unsafe { place.cast::<u8>().add(index).read() } == 0)
}

#[track_caller]
fn check(case: &Case, this: *mut c_void, null: Option<usize>, expected: HRESULT) {
    let object = (case.object)();
    // SAFETY: every interface pointer leads to its vtable.
    let vtable = unsafe { (*object.as_raw()).lpVtbl }.cast();
    let mut room = Room::new();
    let mut outs = room.places(case.sizes.len());
    if let Some(index) = null {
        outs[index] = ptr::null_mut();
    }
    let this = if this.is_null() {
        this
    } else {
        object.as_raw().cast()
    };
    let hresult = (case.call)(vtable, this, &outs);
    assert_eq!(hresult, expected, "{}", case.name);
    for (index, (&out, &size)) in outs.iter().zip(case.sizes).enumerate() {
        let nothing = out.is_null() || is_nothing(out, size);
        assert!(nothing, "{}: result {index}, NULL: {null:?}", case.name);
    }
}

#[test]
fn a_method_that_fails_leaves_nothing_in_its_results() {
    for case in CASES {
        let refused = match case.name {
            // These take an interface id, an element or a VARIANT by pointer, all NULL here.
            "IClassFactory::CreateInstance"
            | "IConnectionPointContainer::FindConnectionPoint"
            | "IMultiMediaStream::GetMediaStream" => E_POINTER,
            _ => E_NOTIMPL,
        };
        check(case, ptr::dangling_mut(), None, refused);
    }
}

#[test]
fn a_result_pointer_that_is_null_leaves_nothing_in_the_others() {
    let several: Vec<&Case> = CASES.iter().filter(|case| case.sizes.len() > 1).collect();
    assert!(several.len() >= 8, "the description has such methods");
    for case in several {
        for index in 0..case.sizes.len() {
            let refused = match case.optional[index] {
                true => E_NOTIMPL,
                false => E_POINTER,
            };
            check(case, ptr::dangling_mut(), Some(index), refused);
        }
    }
}

#[test]
fn an_object_pointer_that_is_null_leaves_nothing_in_the_results() {
    for case in CASES {
        check(case, ptr::null_mut(), None, E_POINTER);
    }
}

#[test]
fn what_idispatch_answers_is_nothing_on_failure() {
    let object: ComPtr<IDispatch> = Probe::new().into_interface();
    let raw = object.as_raw();
    for this in [raw, ptr::null_mut()] {
        // SAFETY: the interface is alive, and the pointers are to locals.
        unsafe {
            let vtable = &*(*raw).lpVtbl;
            let mut id = 7;
            let null = ptr::null_mut();
            let hresult = (vtable.GetIDsOfNames)(this, &guid::NO_GUID, null, 1, 0, &raw mut id);
            assert_eq!((hresult, id), (E_POINTER, DISPID_UNKNOWN));
            let mut info = ptr::dangling_mut();
            assert!((vtable.GetTypeInfo)(this, 0, 0, &raw mut info) >= 0x8000_0000);
            assert!(info.is_null());
            // An interface id that is not IID_NULL is refused before anything is read.
            let mut result = variant::raw(VT_I4, VARIANT_VALUE { lVal: 7 });
            let hresult = (vtable.Invoke)(
                this,
                1,
                &IDispatch::IID,
                0,
                DISPATCH_METHOD,
                ptr::null_mut(),
                &raw mut result,
                ptr::null_mut(),
                ptr::null_mut(),
            );
            assert!(hresult >= 0x8000_0000);
            assert_eq!(result.vt, VT_EMPTY);
        }
    }
}
