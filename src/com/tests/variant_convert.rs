//! Conversions between the types of a VARIANT.

use super::*;
use crate::com::variant_convert::{change_type, copy_ind};
use core::ptr;

fn r8(value: f64) -> Variant {
    // SAFETY: a number owns nothing.
    unsafe { Variant::from_raw(variant::raw(VT_R8, VARIANT_VALUE { dblVal: value })) }
}

fn text(text: &str) -> Variant {
    Variant::bstr(Bstr::new(text).unwrap())
}

fn to_text(value: &Variant) -> String {
    let converted = value.change_type(VT_BSTR, 0).unwrap();
    converted.as_bstr().unwrap().to_string_lossy().unwrap()
}

fn to_i4(value: &Variant) -> Result<i32> {
    // SAFETY: the conversion gave a VT_I4.
    value
        .change_type(VT_I4, 0)
        .map(|v| unsafe { v.as_raw().value.lVal })
}

#[test]
fn numbers_text_and_truth_convert_into_each_other() {
    assert_eq!(to_i4(&text(" 42 ")).unwrap(), 42);
    assert_eq!(to_i4(&text("2.5")).unwrap(), 2);
    assert_eq!(to_i4(&Variant::bool(true)).unwrap(), -1);
    assert_eq!(to_i4(&Variant::empty()).unwrap(), 0);
    assert_eq!(to_i4(&r8(-1.5)).unwrap(), -2);
    assert_eq!(
        to_i4(&text("forty")).unwrap_err().hresult(),
        DISP_E_TYPEMISMATCH
    );
    assert_eq!(to_i4(&r8(3e9)).unwrap_err().hresult(), DISP_E_OVERFLOW);
    assert_eq!(
        to_i4(&Variant::null()).unwrap_err().hresult(),
        DISP_E_TYPEMISMATCH
    );
    assert_eq!(
        to_i4(&Variant::error(E_FAIL)).unwrap_err().hresult(),
        DISP_E_TYPEMISMATCH
    );
    assert_eq!(to_text(&Variant::i4(-7)), "-7");
    assert_eq!(to_text(&r8(0.1)), "0.1");
    assert_eq!(to_text(&Variant::bool(true)), "-1");
    assert_eq!(to_text(&Variant::empty()), "");
}

#[test]
fn truth_reads_words_and_writes_them_on_request() {
    for (word, truth) in [
        ("True", true),
        ("FALSE", false),
        ("#true#", true),
        ("0", false),
        ("-3", true),
    ] {
        let converted = text(word).change_type(VT_BOOL, 0).unwrap();
        assert_eq!(format!("{converted:?}"), format!("Bool({truth})"), "{word}");
    }
    let word = Variant::bool(false)
        .change_type(VT_BSTR, VARIANT_ALPHABOOL)
        .unwrap();
    assert_eq!(format!("{word:?}"), "\"False\"");
    assert!(text("yes").change_type(VT_BOOL, 0).is_err());
}

#[test]
fn truth_has_all_bits_in_unsigned_types() {
    for (vt, bits) in [
        (VT_UI1, 0xFF),
        (VT_UI2, 0xFFFF),
        (VT_UI4, 0xFFFF_FFFF),
        (VT_UI8, u64::MAX),
    ] {
        let converted = Variant::bool(true).change_type(vt, 0).unwrap();
        // SAFETY: the conversion set all eight bytes.
        assert_eq!(unsafe { converted.as_raw().value.ullVal }, bits);
    }
}

#[test]
fn references_are_followed() {
    let mut number = 5_i32;
    let by_ref = variant::raw(
        VT_BYREF | VT_I4,
        VARIANT_VALUE {
            plVal: &raw mut number,
        },
    );
    let mut outer = variant::raw(VT_BYREF | VT_VARIANT, VARIANT_VALUE { llVal: 0 });
    let mut inner = by_ref;
    outer.value = VARIANT_VALUE {
        pvarVal: &raw mut inner,
    };
    // SAFETY: the references lead to live locals.
    unsafe {
        assert_eq!(
            format!("{:?}", change_type(&by_ref, VT_BSTR, 0).unwrap()),
            "\"5\""
        );
        assert_eq!(
            format!("{:?}", change_type(&outer, VT_I4, 0).unwrap()),
            "I4(5)"
        );
        assert_eq!(
            format!("{:?}", copy_ind(&outer, variant::Texts::Counted).unwrap()),
            "I4(5)"
        );
        let nothing = variant::raw(
            VT_BYREF | VT_I4,
            VARIANT_VALUE {
                plVal: ptr::null_mut(),
            },
        );
        assert_eq!(
            change_type(&nothing, VT_I4, 0).unwrap_err().hresult(),
            E_INVALIDARG
        );
    }
}

#[test]
fn money_and_decimals_survive_the_round_trip() {
    for vt in [VT_CY, VT_DECIMAL] {
        let converted = text("-1234.5").change_type(vt, 0).unwrap();
        assert_eq!(converted.vt(), vt);
        assert_eq!(to_text(&converted), "-1234.5");
        assert_eq!(to_i4(&converted).unwrap(), -1234);
    }
}

#[test]
fn arrays_convert_only_between_bytes_and_text() {
    let bytes = Variant::bytes(b"a\0b\0").unwrap();
    assert_eq!(to_text(&bytes), "ab");
    let back = text("ab").change_type(VT_ARRAY | VT_UI1, 0).unwrap();
    assert_eq!(back.as_array().unwrap().as_bytes(), Some(&b"a\0b\0"[..]));
    assert!(bytes.change_type(VT_I4, 0).is_err());
    assert!(bytes.change_type(VT_ARRAY | VT_I4, 0).is_err());
    assert_eq!(
        bytes.change_type(99, 0).unwrap_err().hresult(),
        DISP_E_BADVARTYPE
    );
}
