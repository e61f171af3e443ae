//! Arrays, down to where their elements lie.

use super::*;
use crate::com::safearray::{destroy, lock, put_element};
use core::slice;

fn bounds(extent: &[(u32, i32)]) -> Vec<SAFEARRAYBOUND> {
    extent
        .iter()
        .map(|&(count, first)| SAFEARRAYBOUND {
            cElements: count,
            lLbound: first,
        })
        .collect()
}

#[test]
fn bytes_round_trip() {
    let array = SafeArray::from_bytes(b"\0\x01\xFF").unwrap();
    assert_eq!(array.as_bytes(), Some(&b"\0\x01\xFF"[..]));
    assert_eq!(array.try_clone().unwrap().as_bytes(), array.as_bytes());
    assert_eq!(
        (array.vartype(), array.len(), array.dimensions()),
        (VT_UI1, 3, 1)
    );
}

#[test]
fn the_first_dimension_varies_fastest_and_bounds_are_kept() {
    let array = SafeArray::new(VT_I4, Elements::of(&bounds(&[(2, 1), (3, -1)]))).unwrap();
    assert_eq!(
        array.bound(1).unwrap(),
        SAFEARRAYBOUND {
            cElements: 2,
            lLbound: 1
        }
    );
    assert_eq!(
        array.bound(2).unwrap(),
        SAFEARRAYBOUND {
            cElements: 3,
            lLbound: -1
        }
    );
    assert_eq!(array.bound(3).unwrap_err().hresult(), DISP_E_BADINDEX);
    assert_eq!(array.bound(0).unwrap_err().hresult(), DISP_E_BADINDEX);
    let mut value = 7_i32;
    // SAFETY: the value fits the array's type.
    unsafe { put_element(&array, Elements::of(&[2, 0]), (&raw mut value).cast()).unwrap() };
    // SAFETY: the data are six LONGs.
    let data = unsafe {
        slice::from_raw_parts(
            array
                .element_at(Elements::of(&[1, -1]))
                .unwrap()
                .cast::<i32>(),
            6,
        )
    };
    assert_eq!(data, [0, 0, 0, 7, 0, 0]);
    assert_eq!(
        array
            .element_at(Elements::of(&[0, 0]))
            .unwrap_err()
            .hresult(),
        DISP_E_BADINDEX
    );
    assert_eq!(
        array
            .element_at(Elements::of(&[3, 0]))
            .unwrap_err()
            .hresult(),
        DISP_E_BADINDEX
    );
}

#[test]
fn texts_are_copied_in_and_freed() {
    let array = SafeArray::vector(VT_BSTR, 2).unwrap();
    let text = Bstr::new("one").unwrap();
    // SAFETY: a BSTR is passed itself.
    unsafe {
        put_element(&array, Elements::of(&[0]), text.as_raw().cast()).unwrap();
        put_element(&array, Elements::of(&[0]), text.as_raw().cast()).unwrap();
    }
    let read: Vec<Variant> = array.elements().map(Result::unwrap).collect();
    assert_eq!(read[0].as_bstr().unwrap().to_string_lossy().unwrap(), "one");
    assert!(read[1].as_bstr().unwrap().is_null());
    let copy = array.try_clone().unwrap();
    drop(array);
    assert_eq!(
        format!("{:?}", copy.elements().next().unwrap().unwrap()),
        "\"one\""
    );
}

#[test]
fn a_locked_array_cannot_be_destroyed() {
    let raw = SafeArray::vector(VT_I4, 1).unwrap().into_raw();
    // SAFETY: the array is ours until it is destroyed.
    unsafe {
        lock(raw, true).unwrap();
        assert_eq!(destroy(raw).unwrap_err().hresult(), DISP_E_ARRAYISLOCKED);
        lock(raw, false).unwrap();
        assert!(lock(raw, false).is_err());
        destroy(raw).unwrap();
    }
}

#[test]
fn impossible_arrays_are_refused() {
    assert!(SafeArray::new(VT_I4, Elements::of(&[])).is_err());
    assert!(SafeArray::vector(VT_EMPTY, 1).is_err());
    assert!(
        SafeArray::new(
            VT_I4,
            Elements::of(&bounds(&[(u32::MAX, 0), (u32::MAX, 0), (u32::MAX, 0)]))
        )
        .is_err()
    );
}
