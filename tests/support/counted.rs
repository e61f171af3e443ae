//! References that count themselves: COM pointers as values of Rust, and the few functions that
//! tests over the vtables need around them.

#![allow(dead_code, unused_macros, reason = "each test uses its part")]

use super::capi::*;
use core::ffi::c_void;
use core::ptr::{self, NonNull};
use std::sync::Once;
use tapi3::com::abi::*;

/// Calls a slot of the vtable behind a [`Com`].
macro_rules! call {
    ($object:expr, $method:ident $(, $argument:expr)*) => {{
        let this = $object.raw();
        // SAFETY: the reference is alive, and the arguments are those of the method.
        unsafe { ((*(*this).lpVtbl).$method)(this $(, $argument)*) }
    }};
}

/// One reference to an object, by one of its interfaces.
pub struct Com<I>(NonNull<I>);

impl<I> core::fmt::Debug for Com<I> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(f)
    }
}

/// The same interface of the same object.
impl<I> PartialEq for Com<I> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

// SAFETY: the library's objects are free-threaded.
unsafe impl<I> Send for Com<I> {}
// SAFETY: as for `Send`.
unsafe impl<I> Sync for Com<I> {}

impl<I> Com<I> {
    /// Takes over the reference behind a pointer that a method gave; none if it is NULL.
    pub fn new(raw: *mut I) -> Option<Self> {
        NonNull::new(raw).map(Com)
    }

    /// Adds a reference to a pointer that is only lent.
    pub fn lent(raw: *mut I) -> Option<Self> {
        let lent = core::mem::ManuallyDrop::new(Com::new(raw)?);
        Some((*lent).clone())
    }

    pub fn raw(&self) -> *mut I {
        self.0.as_ptr()
    }

    fn unknown(&self) -> *mut IUnknown {
        self.raw().cast()
    }

    /// Another interface of the same object.
    pub fn query<J>(&self, iid: &GUID) -> Option<Com<J>> {
        let mut found: *mut c_void = ptr::null_mut();
        let this = self.unknown();
        // SAFETY: every interface begins with IUnknown; the out-pointer is a local.
        unsafe { ((*(*this).lpVtbl).QueryInterface)(this, iid, &raw mut found) };
        Com::new(found.cast())
    }

    /// Gives the reference back. Returns how many there are still.
    pub fn release(self) -> u32 {
        let this = self.unknown();
        core::mem::forget(self);
        // SAFETY: every interface begins with IUnknown; the reference is not used any more.
        unsafe { ((*(*this).lpVtbl).Release)(this) }
    }
}

impl<I> Clone for Com<I> {
    fn clone(&self) -> Self {
        let this = self.unknown();
        // SAFETY: every interface begins with IUnknown; the reference is alive.
        unsafe { ((*(*this).lpVtbl).AddRef)(this) };
        Com(self.0)
    }
}

impl<I> Drop for Com<I> {
    fn drop(&mut self) {
        let this = self.unknown();
        // SAFETY: as in `release`.
        unsafe { ((*(*this).lpVtbl).Release)(this) };
    }
}

/// What a method answers through its last parameter; none if it fails.
pub fn out<I>(method: impl FnOnce(*mut *mut I) -> HRESULT) -> Option<Com<I>> {
    let mut given = ptr::null_mut();
    method(&raw mut given);
    Com::new(given)
}

/// A BSTR that frees itself.
pub struct Text(pub BSTR);

impl Text {
    pub fn new(text: &str) -> Self {
        // SAFETY: the text ends with a zero.
        Text(unsafe { SysAllocString(wide(text).as_ptr()) })
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        // SAFETY: it is ours.
        unsafe { SysFreeString(self.0) }
    }
}

pub fn bool_of(value: bool) -> VARIANT_BOOL {
    if value { VARIANT_TRUE } else { VARIANT_FALSE }
}

/// The configuration for the next Initialize. Fails while any TAPI object is initialised.
pub fn configure(toml: &str) -> HRESULT {
    let text = std::ffi::CString::new(toml).unwrap();
    // SAFETY: the text lives for the call.
    unsafe { tapi3_set_configuration(text.as_ptr()) }
}

/// The process has the simulated exchange from now on, whatever the shell's variables say. For tests
/// that have no configuration of their own, before any TAPI object is initialised.
pub fn use_the_exchange() {
    static CONFIGURED: Once = Once::new();
    CONFIGURED.call_once(|| assert_eq!(configure(""), S_OK));
}

/// A TAPI object that waits for Initialize.
pub fn new_tapi() -> Com<ITTAPI> {
    // SAFETY: both functions take any thread; the out-pointer is a local.
    let tapi = unsafe {
        CoInitializeEx(ptr::null_mut(), 0);
        out(|tapi: *mut *mut ITTAPI| {
            let context = CLSCTX_INPROC_SERVER;
            let outer = ptr::null_mut();
            CoCreateInstance(&CLSID_TAPI, outer, context, &IID_ITTAPI, tapi.cast())
        })
    };
    tapi.expect("a TAPI object")
}

/// The addresses of an initialised TAPI object, in their order.
pub fn addresses(tapi: &Com<ITTAPI>) -> Vec<Com<ITAddress>> {
    let all = out(|all| call!(tapi, EnumerateAddresses, all));
    let next = || {
        let all = all.as_ref()?;
        out(|address| call!(all, Next, 1, address, ptr::null_mut()))
    };
    std::iter::from_fn(next).collect()
}

/// The point where sinks are tied.
pub fn event_point(tapi: &Com<ITTAPI>) -> Option<Com<IConnectionPoint>> {
    let container: Com<IConnectionPointContainer> = tapi.query(&IID_IConnectionPointContainer)?;
    let iid = &raw const IID_ITTAPIEventNotification;
    out(|point| call!(container, FindConnectionPoint, iid, point))
}

/// A new idle call.
pub fn create_call(address: &Com<ITAddress>, destination: &str) -> Option<Com<ITBasicCallControl>> {
    let text = Text::new(destination);
    let (kind, media) = (LINEADDRESSTYPE_PHONENUMBER, TAPIMEDIATYPE_AUDIO);
    out(|made| call!(address, CreateCall, text.0, kind, media, made))
}

/// The calls that an enumeration finds.
pub fn calls_of(list: Option<Com<IEnumCall>>) -> Vec<Com<ITBasicCallControl>> {
    let next = || {
        let list = list.as_ref()?;
        let found = out(|found| call!(list, Next, 1, found, ptr::null_mut()))?;
        found.query(&IID_ITBasicCallControl)
    };
    std::iter::from_fn(next).collect()
}

/// The calls that ITAddress::EnumerateCalls finds; none if the method fails.
pub fn listed(address: &Com<ITAddress>) -> Option<Vec<Com<ITBasicCallControl>>> {
    let list = out(|list| call!(address, EnumerateCalls, list))?;
    Some(calls_of(Some(list)))
}

pub fn info_of(call: &Com<ITBasicCallControl>) -> Com<ITCallInfo> {
    call.query(&IID_ITCallInfo).expect("a call has ITCallInfo")
}

pub fn state_of(call: &Com<ITBasicCallControl>) -> CALL_STATE {
    let mut state = -1;
    assert_eq!(call!(info_of(call), get_CallState, &raw mut state), S_OK);
    state
}

/// A CALLINFO_LONG of a call; -1 where the method fails.
pub fn number_of(call: &Com<ITBasicCallControl>, which: CALLINFO_LONG) -> LONG {
    let mut value = -1;
    call!(info_of(call), get_CallInfoLong, which, &raw mut value);
    value
}

/// Whether a call in this state is under way.
pub fn is_up(state: CALL_STATE) -> bool {
    !matches!(state, CS_IDLE | CS_DISCONNECTED)
}
