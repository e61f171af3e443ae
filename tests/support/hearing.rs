//! A sink that hands every event to a closure.

use super::counted::*;
use core::ffi::c_void;
use core::ptr;
use std::sync::Arc;
use tapi3::com::abi::*;

/// What hears an event.
type Hear = Box<dyn Fn(TAPI_EVENT, &Com<IDispatch>) + Send + Sync>;

/// The sink. Each reference that the library takes is one of its `Arc`.
#[repr(C)]
pub struct Ear {
    vtable: *const ITTAPIEventNotificationVtbl,
    hear: Hear,
}

// SAFETY: the vtable is a static, the closure can be shared.
unsafe impl Send for Ear {}
// SAFETY: as for `Send`.
unsafe impl Sync for Ear {}

static VTABLE: ITTAPIEventNotificationVtbl = ITTAPIEventNotificationVtbl {
    QueryInterface: query,
    AddRef: add_ref,
    Release: release,
    Event: event,
};

/// Ties a sink to a TAPI object, which keeps it, and lets `events` pass.
pub fn hear(
    tapi: &Com<ITTAPI>,
    events: LONG,
    hear: impl Fn(TAPI_EVENT, &Com<IDispatch>) + Send + Sync + 'static,
) {
    let ear = Arc::new(Ear {
        vtable: &raw const VTABLE,
        hear: Box::new(hear),
    });
    let point = event_point(tapi).unwrap();
    let mut cookie = 0;
    let sink = Arc::as_ptr(&ear).cast_mut().cast::<IUnknown>();
    assert_eq!(call!(point, Advise, sink, &raw mut cookie), S_OK);
    assert_eq!(call!(tapi, put_EventFilter, events), S_OK);
}

unsafe extern "C" fn query(
    this: *mut ITTAPIEventNotification,
    iid: *const GUID,
    found: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the library passes valid pointers.
    unsafe {
        if *iid == IID_IUnknown || *iid == IID_ITTAPIEventNotification {
            add_ref(this);
            *found = this.cast();
            return S_OK;
        }
        *found = ptr::null_mut();
    }
    E_NOINTERFACE
}

unsafe extern "C" fn add_ref(this: *mut ITTAPIEventNotification) -> ULONG {
    // SAFETY: the pointer came from `Arc::as_ptr`, and a reference is alive.
    unsafe { Arc::increment_strong_count(this.cast::<Ear>()) };
    2
}

unsafe extern "C" fn release(this: *mut ITTAPIEventNotification) -> ULONG {
    // SAFETY: as for `add_ref`; the library gives one reference back.
    unsafe { Arc::decrement_strong_count(this.cast::<Ear>()) };
    1
}

unsafe extern "C" fn event(
    this: *mut ITTAPIEventNotification,
    kind: TAPI_EVENT,
    object: *mut IDispatch,
) -> HRESULT {
    // SAFETY: the library calls with the pointer that it was given, which it keeps alive.
    let ear = unsafe { &*this.cast::<Ear>() };
    if let Some(object) = Com::lent(object) {
        (ear.hear)(kind, &object);
    }
    S_OK
}
