//! Identity, lifetime, and what the thunks do around a method.

use super::*;
use core::ptr;

#[test]
fn the_header_of_an_object_with_two_interfaces_takes_40_bytes() {
    struct Empty;
    com_class!(Empty: IErrorInfo, ICreateErrorInfo);
    impl IErrorInfoImpl for Object<Empty> {}
    impl ICreateErrorInfoImpl for Object<Empty> {}
    assert_eq!(size_of::<Object<Empty>>(), 3 * size_of::<usize>() + 16);
}

#[test]
fn every_interface_keeps_its_pointer_and_leads_to_every_other() {
    let probe = Probe::new();
    let iids = [
        IUnknown::IID,
        IDispatch::IID,
        ITCallInfo::IID,
        ITCallInfo2::IID,
        ITBasicCallControl::IID,
        ISupportErrorInfo::IID,
    ];
    let identity = probe.interface::<IUnknown>();
    let expected: Vec<_> = iids
        .iter()
        .map(|iid| identity.as_in().query_for(iid).unwrap())
        .collect();
    for from in &expected {
        for (iid, to) in iids.iter().zip(&expected) {
            assert_eq!(from.as_in().query_for(iid).unwrap().as_raw(), to.as_raw());
        }
        assert!(from.query::<ITAddress>().is_err());
        assert!(from.same_object(&identity));
    }
    assert_eq!(
        probe.interface::<ITCallInfo>().as_raw().cast(),
        expected[3].as_raw()
    );
    assert_eq!(
        probe.interface::<ITBasicCallControl>().as_raw().cast(),
        expected[4].as_raw()
    );
    assert!(!identity.same_object(&Probe::new().interface::<IUnknown>()));
}

#[test]
fn counts_go_up_and_down_and_the_last_release_drops_the_value() {
    let witness = Arc::new(());
    let probe = Probe::make(&witness);
    let raw = probe.into_interface::<ITBasicCallControl>().into_raw();
    // SAFETY: the reference is ours until the last Release.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!((vtable.AddRef)(raw), 2);
        assert_eq!((vtable.Release)(raw), 1);
        assert_eq!(Arc::strong_count(&witness), 2);
        assert_eq!((vtable.Release)(raw), 0);
    }
    assert_eq!(Arc::strong_count(&witness), 1);
}

#[test]
fn a_weak_reference_does_not_keep_the_value() {
    let witness = Arc::new(());
    let probe = Probe::make(&witness);
    let weak = probe.downgrade();
    assert!(weak.upgrade().unwrap().is(&probe));
    drop(probe);
    assert_eq!(Arc::strong_count(&witness), 1);
    assert!(weak.is_dead() && weak.clone().upgrade().is_none());
}

#[test]
fn only_our_own_objects_are_recognised() {
    struct Other;
    com_class!(Other: ITBasicCallControl);
    impl ITBasicCallControlImpl for Object<Other> {}
    let probe = Probe::new();
    let pointer = probe.interface::<ITBasicCallControl>();
    assert!(pointer.downcast::<Probe>().unwrap().is(&probe));
    assert!(pointer.downcast::<Other>().is_none());
    let other = Object::new(Other)
        .unwrap()
        .into_interface::<ITBasicCallControl>();
    assert!(other.downcast::<Probe>().is_none());
}

#[test]
fn an_object_that_answers_for_everything_is_not_taken_for_ours() {
    unsafe extern "C" fn agree(
        this: *mut ITBasicCallControl,
        _: REFIID,
        found: *mut *mut core::ffi::c_void,
    ) -> HRESULT {
        // SAFETY: the caller gives room for the pointer.
        unsafe { found.write(this.cast()) };
        S_OK
    }
    unsafe extern "C" fn count(_: *mut ITBasicCallControl) -> ULONG {
        1
    }
    let probe = Probe::new();
    let ours = probe.interface::<ITBasicCallControl>();
    // SAFETY: the vtable is copied from a live object, and its function pointers are `Copy`.
    let vtable = unsafe {
        ITBasicCallControlVtbl {
            QueryInterface: agree,
            AddRef: count,
            Release: count,
            ..ptr::read((*ours.as_raw()).lpVtbl)
        }
    };
    let mut foreign = ITBasicCallControl {
        lpVtbl: &raw const vtable,
    };
    // SAFETY: the foreign object lives until the end of the test.
    let foreign = unsafe { In::from_raw(&raw mut foreign) }.unwrap();
    assert!(foreign.downcast::<Probe>().is_none());
}

#[test]
fn a_method_answers_success_failure_and_panic_as_hresults() {
    let probe = Probe::new();
    let pointer = probe.interface::<ITBasicCallControl>();
    let raw = pointer.as_raw();
    // SAFETY: the interface is alive.
    let disconnect = |code| unsafe { ((*(*raw).lpVtbl).Disconnect)(raw, code) };
    error_info::set(None);
    assert_eq!(disconnect(0), S_OK);
    assert_eq!(disconnect(1), S_FALSE);
    assert_eq!(taken_message(), None);
    assert_eq!(disconnect(2), TAPI_E_TIMEOUT);
    assert_eq!(taken_message().unwrap(), "The far end does not answer.");
    assert_eq!(disconnect(3), E_UNEXPECTED);
    assert_eq!(taken_message().unwrap(), "number 3");
    assert_eq!(disconnect(4), E_INVALIDARG);
    assert_eq!(
        taken_message(),
        hresult::message(E_INVALIDARG).map(str::to_owned)
    );
    assert_eq!(disconnect(0), S_OK);
    assert_eq!(probe.calls.load(Ordering::Relaxed), 6);
    // SAFETY: a null `This` is answered, not followed.
    let on_null = unsafe { ((*(*raw).lpVtbl).Disconnect)(ptr::null_mut(), 0) };
    assert_eq!(on_null, E_POINTER);
    // SAFETY: the interface is alive.
    let unknown = unsafe { ((*(*raw).lpVtbl).Unpark)(raw) };
    assert_eq!(unknown, E_NOTIMPL);
    assert!(
        taken_message()
            .unwrap()
            .contains("ITBasicCallControl::Unpark")
    );
}

#[test]
fn out_parameters_are_checked_and_set_to_nothing_on_failure() {
    let info = Probe::new().into_interface::<ITCallInfo2>();
    let raw = info.as_raw();
    let mut size = 9;
    let mut buffer: *mut u8 = ptr::dangling_mut();
    let mut address: *mut ITAddress = ptr::dangling_mut();
    let mut value = 5;
    // SAFETY: the interface is alive, and all pointers are to locals or null.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!(
            (vtable.GetCallInfoBuffer)(raw, 1, ptr::null_mut(), &raw mut buffer),
            E_POINTER
        );
        assert_eq!(
            (vtable.GetCallInfoBuffer)(raw, 1, &raw mut size, ptr::null_mut()),
            E_POINTER
        );
        assert_eq!(
            (vtable.GetCallInfoBuffer)(raw, -1, &raw mut size, &raw mut buffer),
            E_INVALIDARG
        );
        assert!(buffer.is_null() && size == 0);
        assert_eq!(
            (vtable.GetCallInfoBuffer)(raw, 3, &raw mut size, &raw mut buffer),
            S_OK
        );
        assert_eq!(
            core::slice::from_raw_parts(buffer, size as usize),
            [7, 7, 7]
        );
        task_free(buffer.cast());
        assert_eq!((vtable.get_Address)(raw, &raw mut address), E_NOTIMPL);
        assert!(address.is_null());
        assert_eq!(
            (vtable.get_CallInfoLong)(raw, 2, ptr::null_mut()),
            E_POINTER
        );
        assert_eq!((vtable.get_CallInfoLong)(raw, 2, &raw mut value), S_OK);
        assert_eq!(value, 2);
        assert_eq!(
            (vtable.SetCallInfoBuffer)(raw, 0, 2, ptr::null_mut()),
            E_POINTER
        );
        assert_eq!((vtable.SetCallInfoBuffer)(raw, 0, 0, ptr::null_mut()), S_OK);
        assert_eq!(
            (vtable.SetCallInfoBuffer)(raw, 0, 2, [4_u8, 5].as_mut_ptr()),
            S_OK
        );
        assert_eq!((vtable.get_CallInfoLong)(raw, 0, &raw mut value), S_OK);
        assert_eq!(value, 9);
        let mut flag = 77;
        assert_eq!((vtable.get_EventFilter)(raw, 8, 8, &raw mut flag), S_OK);
        assert_eq!(flag, VARIANT_TRUE);
    }
}

#[test]
fn arguments_arrive_in_their_safe_form() {
    let probe = Probe::new();
    let call = probe.interface::<ITBasicCallControl>();
    let raw = call.as_raw();
    let transfer = |text: &Bstr| {
        // SAFETY: the interface and the text are alive.
        unsafe { ((*(*raw).lpVtbl).BlindTransfer)(raw, text.as_raw()) }
    };
    assert_eq!(transfer(&Bstr::new("1001").unwrap()), S_OK);
    assert_eq!(transfer(&Bstr::new("").unwrap()), S_FALSE);
    assert_eq!(transfer(&Bstr::null()), E_POINTER);
    assert_eq!(transfer(&Bstr::new("ü").unwrap()), E_INVALIDARG);
    assert_eq!(taken_message().unwrap(), "ü is no number");
    let other = Probe::new().into_interface::<ITBasicCallControl>();
    let mut text = ptr::null_mut();
    // SAFETY: the interfaces are alive; the pointer is to a local.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!((vtable.SwapHold)(raw, raw), S_OK);
        assert_eq!((vtable.SwapHold)(raw, other.as_raw()), S_FALSE);
        assert_eq!((vtable.SwapHold)(raw, ptr::null_mut()), E_POINTER);
        assert_eq!((vtable.Connect)(raw, 1), S_OK);
        assert_eq!(probe.value.load(Ordering::Relaxed), 1);
        assert_eq!((vtable.ParkIndirect)(raw, &raw mut text), S_OK);
        assert_eq!(format!("{:?}", Bstr::from_raw(text)), "\"lot 7\"");
    }
}

#[test]
fn a_buffer_travels_in_a_variant_that_stays_the_callers() {
    let info = Probe::new().into_interface::<ITCallInfo>();
    let raw = info.as_raw();
    let mut result = variant::EMPTY;
    let given = Variant::bytes(b"four").unwrap();
    let mut length = 0;
    // SAFETY: the interface is alive, and the pointers are to locals.
    unsafe {
        let vtable = &*(*raw).lpVtbl;
        assert_eq!((vtable.put_CallInfoBuffer)(raw, 0, *given.as_raw()), S_OK);
        assert_eq!((vtable.get_CallInfoLong)(raw, 0, &raw mut length), S_OK);
        assert_eq!(length, 4);
        assert_eq!((vtable.get_CallInfoBuffer)(raw, 200, &raw mut result), S_OK);
        let result = Variant::from_raw(result);
        assert_eq!(result.as_array().unwrap().as_bytes(), Some(&[200][..]));
    }
}

#[test]
fn error_info_says_for_which_interfaces_it_is_kept() {
    let support = Probe::new()
        .interface::<IUnknown>()
        .query::<ISupportErrorInfo>()
        .unwrap();
    let raw = support.as_raw();
    // SAFETY: the interface is alive.
    let supports = |iid: &GUID| unsafe { ((*(*raw).lpVtbl).InterfaceSupportsErrorInfo)(raw, iid) };
    assert_eq!(supports(&ITBasicCallControl::IID), S_OK);
    assert_eq!(supports(&ITCallInfo::IID), S_OK);
    assert_eq!(supports(&ITAddress::IID), S_FALSE);
}

#[test]
fn an_error_tells_its_interface_and_can_be_looked_at_before_it_is_taken() {
    crate::com::failure::report(Error::new(E_FAIL), &ITAddress::IID);
    assert_eq!(
        error_info::last_message().unwrap().as_deref(),
        hresult::message(E_FAIL)
    );
    let info = error_info::take().unwrap().unwrap();
    assert!(error_info::take().unwrap().is_none());
    let mut guid = guid::NO_GUID;
    let raw = info.as_raw();
    // SAFETY: the interface is alive, and the pointer is to a local.
    assert_eq!(
        unsafe { ((*(*raw).lpVtbl).GetGUID)(raw, &raw mut guid) },
        S_OK
    );
    assert_eq!(guid, ITAddress::IID);
    error_info::set(Some(info));
    assert_eq!(
        error_info::last_message().unwrap().as_deref(),
        hresult::message(E_FAIL)
    );
    error_info::set(None);
    assert_eq!(error_info::last_message().unwrap(), None);
}

#[test]
fn a_destructor_that_panics_does_not_reach_the_caller() {
    struct Bomb;
    com_class!(Bomb: IUnknown);
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("boom");
        }
    }
    drop(Object::new(Bomb).unwrap());
}
