//! The library as C sees it: every call goes through a vtable, every reference is counted by hand.

#![allow(dead_code, reason = "each test uses its part")]

use std::ffi::c_void;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tapi3::com::abi::*;

unsafe extern "C" {
    fn CoInitializeEx(reserved: *mut c_void, kind: u32) -> HRESULT;
    fn CoCreateInstance(
        class: *const GUID,
        outer: *mut IUnknown,
        context: u32,
        iid: *const GUID,
        object: *mut *mut c_void,
    ) -> HRESULT;
    fn SysAllocStringLen(text: *const u16, length: u32) -> BSTR;
    fn SysFreeString(text: BSTR);
}

/// Panics with the code's name unless `hresult` is a success.
#[track_caller]
fn check(hresult: HRESULT) {
    assert!(hresult < 0x8000_0000, "failed with {hresult:#010x}");
}

/// Calls a slot of a vtable.
macro_rules! slot {
    ($pointer:expr, $method:ident $(, $argument:expr)*) => {
        // SAFETY: the pointer is alive, and the arguments are those of the method.
        unsafe { ((*(*$pointer).lpVtbl).$method)($pointer $(, $argument)*) }
    };
}

macro_rules! owned {
    ($(#[$doc:meta])* $name:ident: $interface:ident) => {
        $(#[$doc])*
        pub struct $name(pub *mut $interface);

        // SAFETY: the library's objects are free-threaded.
        unsafe impl Send for $name {}
        // SAFETY: as for `Send`.
        unsafe impl Sync for $name {}

        impl Drop for $name {
            fn drop(&mut self) {
                slot!(self.0, Release);
            }
        }
    };
}

owned!(
    /// An address.
    Address: ITAddress
);
owned!(
    /// A call.
    Call: ITBasicCallControl
);

/// An initialised TAPI object; dropped, it is shut down.
pub struct Tapi(pub *mut ITTAPI);

impl Drop for Tapi {
    fn drop(&mut self) {
        slot!(self.0, Shutdown);
        slot!(self.0, Release);
    }
}

// SAFETY: the library's objects are free-threaded.
unsafe impl Send for Tapi {}
// SAFETY: as for `Send`.
unsafe impl Sync for Tapi {}

impl Tapi {
    /// Makes and initialises one.
    pub fn open() -> Self {
        let mut tapi: *mut c_void = ptr::null_mut();
        // SAFETY: both functions take any thread; the out-pointer is a local.
        unsafe {
            check(CoInitializeEx(ptr::null_mut(), 0));
            check(CoCreateInstance(
                &CLSID_TAPI,
                ptr::null_mut(),
                CLSCTX_INPROC_SERVER,
                &IID_ITTAPI,
                &raw mut tapi,
            ));
        }
        let tapi = Tapi(tapi.cast());
        check(slot!(tapi.0, Initialize));
        tapi
    }

    /// Its first address.
    pub fn first_address(&self) -> Address {
        self.address(0)
    }

    /// The address at this place.
    pub fn address(&self, place: u32) -> Address {
        let mut all: *mut IEnumAddress = ptr::null_mut();
        check(slot!(self.0, EnumerateAddresses, &raw mut all));
        check(slot!(all, Skip, place));
        let mut address: *mut ITAddress = ptr::null_mut();
        check(slot!(all, Next, 1, &raw mut address, ptr::null_mut()));
        slot!(all, Release);
        Address(address)
    }

    /// Chooses the events.
    pub fn put_event_filter(&self, mask: i32) {
        check(slot!(self.0, put_EventFilter, mask));
    }

    /// Ties a sink to the vtable event source.
    pub fn advise(&self, sink: &CountingSink) {
        let mut container: *mut c_void = ptr::null_mut();
        let iid = &raw const IID_IConnectionPointContainer;
        check(slot!(self.0, QueryInterface, iid, &raw mut container));
        let container: *mut IConnectionPointContainer = container.cast();
        let mut point: *mut IConnectionPoint = ptr::null_mut();
        let iid = &raw const IID_ITTAPIEventNotification;
        check(slot!(container, FindConnectionPoint, iid, &raw mut point));
        let mut cookie = 0;
        let sink = Arc::as_ptr(&sink.0).cast_mut().cast::<IUnknown>();
        check(slot!(point, Advise, sink, &raw mut cookie));
        slot!(point, Release);
        slot!(container, Release);
    }
}

impl Address {
    /// A new idle call.
    pub fn create_call(&self, destination: &str) -> Call {
        let units: Vec<u16> = destination.encode_utf16().collect();
        let length = u32::try_from(units.len()).unwrap();
        // SAFETY: the text has that many units.
        let text = unsafe { SysAllocStringLen(units.as_ptr(), length) };
        let mut call: *mut ITBasicCallControl = ptr::null_mut();
        let phone = LINEADDRESSTYPE_PHONENUMBER;
        let audio = TAPIMEDIATYPE_AUDIO;
        check(slot!(self.0, CreateCall, text, phone, audio, &raw mut call));
        // SAFETY: the text is ours and no longer used.
        unsafe { SysFreeString(text) };
        Call(call)
    }
}

impl Call {
    /// ITBasicCallControl::Connect.
    pub fn connect(&self, wait: bool) -> HRESULT {
        let wait = if wait { VARIANT_TRUE } else { VARIANT_FALSE };
        slot!(self.0, Connect, wait)
    }

    /// ITBasicCallControl::Disconnect.
    #[inline]
    pub fn disconnect(&self, code: i32) -> HRESULT {
        slot!(self.0, Disconnect, code)
    }
}

/// A sink that counts. Each reference that the library takes is one of the `Arc`.
pub struct CountingSink(Arc<SinkBlock>);

#[repr(C)]
struct SinkBlock {
    vtable: *const ITTAPIEventNotificationVtbl,
    events: AtomicU64,
}

// SAFETY: the vtable is a static, the rest is atomic.
unsafe impl Send for SinkBlock {}
// SAFETY: as for `Send`.
unsafe impl Sync for SinkBlock {}

impl CountingSink {
    /// A sink that has seen nothing.
    pub fn new() -> Self {
        CountingSink(Arc::new(SinkBlock {
            vtable: &raw const SINK,
            events: AtomicU64::new(0),
        }))
    }

    /// How many events it has seen.
    pub fn events(&self) -> u64 {
        self.0.events.load(Ordering::SeqCst)
    }
}

static SINK: ITTAPIEventNotificationVtbl = ITTAPIEventNotificationVtbl {
    QueryInterface: sink_query,
    AddRef: sink_add_ref,
    Release: sink_release,
    Event: sink_event,
};

fn block<'a>(this: *mut ITTAPIEventNotification) -> &'a SinkBlock {
    // SAFETY: the library only calls with the pointer that it was given, which is kept alive.
    unsafe { &*this.cast::<SinkBlock>() }
}

unsafe extern "C" fn sink_query(
    this: *mut ITTAPIEventNotification,
    iid: *const GUID,
    found: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the library passes valid pointers.
    unsafe {
        if *iid == IID_IUnknown || *iid == IID_ITTAPIEventNotification {
            sink_add_ref(this);
            *found = this.cast();
            return S_OK;
        }
        *found = ptr::null_mut();
    }
    E_NOINTERFACE
}

unsafe extern "C" fn sink_add_ref(this: *mut ITTAPIEventNotification) -> ULONG {
    // SAFETY: the pointer came from `Arc::as_ptr`, and a reference is alive.
    unsafe { Arc::increment_strong_count(this.cast::<SinkBlock>()) };
    2
}

unsafe extern "C" fn sink_release(this: *mut ITTAPIEventNotification) -> ULONG {
    // SAFETY: as for `sink_add_ref`; the library gives one reference back.
    unsafe { Arc::decrement_strong_count(this.cast::<SinkBlock>()) };
    1
}

unsafe extern "C" fn sink_event(
    this: *mut ITTAPIEventNotification,
    _event: TAPI_EVENT,
    _object: *mut IDispatch,
) -> HRESULT {
    block(this).events.fetch_add(1, Ordering::SeqCst);
    S_OK
}
