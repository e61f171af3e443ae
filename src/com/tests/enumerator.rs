//! Enumerators, through the vtable.

use super::*;
use core::ptr;

fn texts(words: &[&str]) -> ComPtr<IEnumBstr> {
    enumerate(words.iter().map(|word| Bstr::new(word).unwrap()).collect()).unwrap()
}

/// What Next answers, and what it gave.
fn next(list: &ComPtr<IEnumBstr>, wanted: u32) -> (HRESULT, Vec<String>) {
    let mut given = [ptr::null_mut(); 8];
    let mut fetched = 99;
    let raw = list.as_raw();
    // SAFETY: the interface is alive, and there is room for `wanted` elements.
    let hresult =
        unsafe { ((*(*raw).lpVtbl).Next)(raw, wanted, given.as_mut_ptr(), &raw mut fetched) };
    let texts = given.iter().take(fetched as usize);
    // SAFETY: the elements fetched are ours to free.
    let texts = texts.map(|&text| unsafe { Bstr::from_raw(text) }.to_string_lossy().unwrap());
    (hresult, texts.collect())
}

#[test]
fn next_skip_reset_and_clone_walk_over_the_elements() {
    let list = texts(&["a", "b", "c"]);
    let raw = list.as_raw();
    assert_eq!(next(&list, 2), (S_OK, vec!["a".to_owned(), "b".to_owned()]));
    let mut clone = ptr::null_mut();
    // SAFETY: the interface is alive, and the pointer is to a local.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!((vtable.Clone)(raw, &raw mut clone), S_OK);
        assert_eq!((vtable.Skip)(raw, 1), S_OK);
        assert_eq!(next(&list, 1), (S_FALSE, vec![]));
        assert_eq!((vtable.Skip)(raw, 1), S_FALSE);
        assert_eq!((vtable.Reset)(raw), S_OK);
        assert_eq!((vtable.Skip)(raw, 4), S_FALSE);
        assert_eq!((vtable.Skip)(raw, 0), S_OK);
        let clone = ComPtr::from_raw(clone).unwrap();
        assert_eq!(next(&clone, 5), (S_FALSE, vec!["c".to_owned()]));
    }
}

#[test]
fn the_count_may_be_null_for_one_element_only() {
    let list = texts(&["a", "b"]);
    let raw = list.as_raw();
    let mut text = ptr::null_mut();
    // SAFETY: the interface is alive, and the pointers are to locals.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!(
            (vtable.Next)(raw, 2, &raw mut text, ptr::null_mut()),
            E_POINTER
        );
        assert_eq!(
            (vtable.Next)(raw, 1, ptr::null_mut(), ptr::null_mut()),
            E_POINTER
        );
        assert_eq!((vtable.Next)(raw, 1, &raw mut text, ptr::null_mut()), S_OK);
        assert_eq!(format!("{:?}", Bstr::from_raw(text)), "\"a\"");
    }
    let values = enumerate::<IEnumVARIANT>(vec![Variant::i4(1), Variant::i4(2)]).unwrap();
    let raw = values.as_raw();
    let mut two = [variant::EMPTY; 2];
    // SAFETY: as above; the values are numbers.
    unsafe {
        assert_eq!(
            ((*(*raw).lpVtbl).Next)(raw, 2, two.as_mut_ptr(), ptr::null_mut()),
            S_OK
        );
        assert_eq!((two[0].value.lVal, two[1].value.lVal), (1, 2));
    }
}

#[test]
fn each_element_comes_with_a_reference() {
    let witness = Arc::new(());
    let call = Probe::make(&witness).into_interface::<ITCallInfo>();
    let list = enumerate::<IEnumCall>(vec![call]).unwrap();
    let raw = list.as_raw();
    let mut found = ptr::null_mut();
    // SAFETY: the interface is alive, and the pointer is to a local.
    let found = unsafe {
        assert_eq!(
            ((*(*raw).lpVtbl).Next)(raw, 1, &raw mut found, ptr::null_mut()),
            S_OK
        );
        ComPtr::from_raw(found).unwrap()
    };
    drop(list);
    assert!(found.downcast::<Probe>().is_some());
    drop(found);
    assert_eq!(Arc::strong_count(&witness), 1);
}
