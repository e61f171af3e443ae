//! Objects with a part, and objects that hide interfaces of their class.

use super::super::abi::*;
use super::super::interfaces::*;
use super::super::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// It has digits as a part, unless it is told to have none.
struct Phone {
    witness: Arc<()>,
    deaf: AtomicBool,
    made: AtomicUsize,
    part: Once<Keys>,
}

com_class!(Phone: ITBasicCallControl2, ITCallInfo2; has part; may hide);

struct Keys {
    _witness: Arc<()>,
    phone: Weak<Phone>,
}

com_class!(Keys: ITLegacyCallMediaControl2, ITStreamControl; is part);

impl HasPart for Phone {
    type Part = Keys;

    fn place(&self) -> &Once<Keys> {
        &self.part
    }

    fn offers_part(&self) -> bool {
        !self.deaf.load(Ordering::Relaxed)
    }

    fn make_part(whole: &Object<Phone>) -> Result<Keys> {
        whole.made.fetch_add(1, Ordering::Relaxed);
        Ok(Keys {
            _witness: whole.witness.clone(),
            phone: whole.downgrade(),
        })
    }
}

impl IsPart for Keys {
    type Whole = Phone;

    fn whole(&self) -> &Weak<Phone> {
        &self.phone
    }
}

impl MayHide for Phone {
    fn hides(&self, iid: &GUID) -> bool {
        *iid == ITBasicCallControl2::IID && !self.offers_part()
    }
}

impl ITBasicCallControlImpl for Object<Phone> {}
impl ITBasicCallControl2Impl for Object<Phone> {}
impl ITCallInfoImpl for Object<Phone> {}
impl ITCallInfo2Impl for Object<Phone> {}
impl ITLegacyCallMediaControlImpl for Object<Keys> {
    fn detect_digits(&self, mode: TAPI_DIGITMODE) -> Result<Success> {
        if self.phone.upgrade().is_none() {
            return Err(Error::unexpected("The whole is gone."));
        }
        Ok(if mode == 0 { Success::False } else { OK })
    }
}
impl ITLegacyCallMediaControl2Impl for Object<Keys> {}
impl ITStreamControlImpl for Object<Keys> {}

fn phone(witness: &Arc<()>, deaf: bool) -> Ref<Phone> {
    let value = Phone {
        witness: witness.clone(),
        deaf: AtomicBool::new(deaf),
        made: AtomicUsize::new(0),
        part: Once::new(),
    };
    Object::new(value).unwrap()
}

#[test]
fn a_part_is_made_once_and_is_one_object_with_its_whole() {
    let phone = phone(&Arc::new(()), false);
    assert_eq!(phone.made.load(Ordering::Relaxed), 0);
    let info = phone.interface::<ITCallInfo2>();
    let keys = info.query::<ITLegacyCallMediaControl2>().unwrap();
    let streams = keys.query::<ITStreamControl>().unwrap();
    let again = streams.query::<ITLegacyCallMediaControl2>().unwrap();
    assert_eq!(keys.as_raw(), again.as_raw());
    assert_eq!(phone.made.load(Ordering::Relaxed), 1);
    let back = streams.query::<ITCallInfo2>().unwrap();
    assert_eq!(back.as_raw(), info.as_raw());
    assert!(keys.same_object(&info));
    assert!(keys.downcast::<Phone>().unwrap().is(&phone));
    assert!(keys.query::<ITAddress>().is_err());
}

#[test]
fn the_last_reference_may_be_one_to_the_part() {
    let witness = Arc::new(());
    let phone = phone(&witness, false);
    let info = phone.interface::<ITCallInfo2>();
    let keys = info.query::<ITLegacyCallMediaControl2>().unwrap();
    drop(info);
    drop(phone);
    let raw = keys.as_raw();
    // SAFETY: the reference is alive.
    let answer = unsafe { ((*(*raw).lpVtbl).DetectDigits)(raw, 0) };
    assert_eq!(answer, S_FALSE);
    assert_eq!(Arc::strong_count(&witness), 3);
    drop(keys);
    assert_eq!(Arc::strong_count(&witness), 1);
}

#[test]
fn references_are_counted_together() {
    let phone = phone(&Arc::new(()), false);
    let info = phone.interface::<ITCallInfo2>();
    let keys = info.query::<ITLegacyCallMediaControl2>().unwrap();
    drop(info);
    let raw: *mut ITLegacyCallMediaControl2 = keys.as_raw();
    // SAFETY: the reference is alive, and each one taken is given back.
    unsafe {
        assert_eq!(((*(*raw).lpVtbl).AddRef)(raw), 3);
        assert_eq!(((*(*raw).lpVtbl).Release)(raw), 2);
    }
}

#[test]
fn an_object_may_have_no_part_and_hide_an_interface() {
    let phone = phone(&Arc::new(()), true);
    let info = phone.interface::<ITCallInfo2>();
    assert!(info.query::<ITLegacyCallMediaControl>().is_err());
    assert!(info.query::<ITBasicCallControl2>().is_err());
    assert!(info.query::<ITBasicCallControl>().is_ok());
    assert_eq!(phone.made.load(Ordering::Relaxed), 0);
}

#[test]
fn members_of_a_part_are_found_by_name() {
    for deaf in [false, true] {
        let phone = phone(&Arc::new(()), deaf);
        let dispatch = phone
            .interface::<ITCallInfo2>()
            .query::<IDispatch>()
            .unwrap();
        let name: Vec<u16> = "DetectDigits\0".encode_utf16().collect();
        let mut names = [name.as_ptr().cast_mut()];
        let mut id = 0;
        let mut argument = Variant::i4(2).into_raw();
        let mut arguments = DISPPARAMS {
            rgvarg: &raw mut argument,
            rgdispidNamedArgs: core::ptr::null_mut(),
            cArgs: 1,
            cNamedArgs: 0,
        };
        let raw = dispatch.as_raw();
        let nothing = core::ptr::null_mut();
        // SAFETY: the object is alive, and the pointers are to locals.
        let answer = unsafe {
            let vtable = &*(*raw).lpVtbl;
            let found =
                (vtable.GetIDsOfNames)(raw, &GUID_NULL, names.as_mut_ptr(), 1, 0, &raw mut id);
            assert_eq!(found, S_OK);
            (vtable.Invoke)(
                raw,
                id,
                &GUID_NULL,
                0,
                DISPATCH_METHOD,
                &raw mut arguments,
                core::ptr::null_mut(),
                core::ptr::null_mut(),
                nothing,
            )
        };
        let expected = if deaf { DISP_E_MEMBERNOTFOUND } else { S_OK };
        assert_eq!(answer, expected);
    }
}

#[test]
fn of_two_that_are_made_at_once_one_stays() {
    let once = Once::<Keys>::new();
    let witness = Arc::new(());
    let phone = phone(&witness, false);
    let make = || {
        // Somebody else comes in between.
        let _ = once.get_or_make(|| Phone::make_part(&phone));
        Phone::make_part(&phone)
    };
    let made = once.get_or_make(make).unwrap();
    assert!(core::ptr::eq(made, once.get().unwrap()));
    assert_eq!(Arc::strong_count(&witness), 3);
    drop(once);
    assert_eq!(Arc::strong_count(&witness), 2);
}
