//! Creating objects by class id: the classes of the library, their factories, and whether COM has
//! been initialised.
//!
//! Source: the CoInitializeEx, CoCreateInstance and CoGetClassObject pages of the Windows SDK
//! documentation (combaseapi.h).

use core::ffi::c_void;
use core::ptr::NonNull;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::abi::*;
use super::bstr::BStr;
use super::error::{Error, OK, Result, Success};
use super::guid::guid_from_text;
use super::interfaces::IClassFactoryImpl;
use super::object::Object;
use super::pointer::{ComPtr, In};
use super::thread_value::ThreadNumber;

/// A class that programs can create.
pub struct ClassEntry {
    /// Its class id.
    pub clsid: &'static GUID,
    /// Its programmatic ids, such as `TAPI.TAPI`.
    pub progids: &'static [&'static str],
    /// Makes an object.
    pub create: fn() -> Result<ComPtr<IUnknown>>,
}

/// Initialisations on all threads together.
static INITIALIZATIONS: AtomicUsize = AtomicUsize::new(0);

/// Whether an object was ever made.
static IN_USE: AtomicBool = AtomicBool::new(false);

/// Initialisations on each thread.
static ON_THREAD: ThreadNumber = ThreadNumber::new();

/// `CoInitializeEx`: either apartment is fine, since every object here is free-threaded. Answers
/// `S_FALSE` when the thread is initialised already; each call wants its [`uninitialize`].
///
/// # Errors
/// `E_OUTOFMEMORY`.
pub fn initialize() -> Result<Success> {
    let before = ON_THREAD.get();
    ON_THREAD.set(before.saturating_add(1))?;
    INITIALIZATIONS.fetch_add(1, Ordering::Relaxed);
    Ok(if before == 0 { OK } else { Success::False })
}

/// `CoUninitialize`: takes one initialisation of this thread back; nothing if there is none.
pub fn uninitialize() {
    let before = ON_THREAD.get();
    if before > 0 && ON_THREAD.set(before - 1).is_ok() {
        INITIALIZATIONS.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Whether any thread is initialised: a thread that is not counts as part of the multithreaded
/// apartment then.
fn is_initialized() -> bool {
    INITIALIZATIONS.load(Ordering::Relaxed) > 0
}

fn check_context(classes: DWORD) -> Result<()> {
    if !is_initialized() {
        return Err(Error::with(
            CO_E_NOTINITIALIZED,
            "Call CoInitializeEx first.",
        ));
    }
    if classes & CLSCTX_INPROC_SERVER == 0 {
        return Err(Error::with(
            REGDB_E_CLASSNOTREG,
            "All classes here run in the process: ask for CLSCTX_INPROC_SERVER.",
        ));
    }
    Ok(())
}

fn find(classes: &'static [ClassEntry], clsid: &GUID) -> Option<&'static ClassEntry> {
    classes.iter().find(|class| class.clsid == clsid)
}

fn make(
    class: &ClassEntry,
    outer: Option<In<'_, IUnknown>>,
    iid: &GUID,
) -> Result<NonNull<c_void>> {
    if outer.is_some() {
        return Err(Error::new(CLASS_E_NOAGGREGATION));
    }
    let object = (class.create)()?;
    IN_USE.store(true, Ordering::Relaxed);
    object.as_in().query_raw(iid)
}

/// `CoCreateInstance`: an object of class `clsid`, as interface `iid`.
///
/// # Errors
/// `CO_E_NOTINITIALIZED`, `REGDB_E_CLASSNOTREG`, `CLASS_E_NOAGGREGATION`, `E_NOINTERFACE`,
/// `E_OUTOFMEMORY`, or what making the object answers.
pub fn create_instance(
    classes: &'static [ClassEntry],
    clsid: &GUID,
    outer: Option<In<'_, IUnknown>>,
    context: DWORD,
    iid: &GUID,
) -> Result<NonNull<c_void>> {
    check_context(context)?;
    let class = find(classes, clsid).ok_or(Error::new(REGDB_E_CLASSNOTREG))?;
    make(class, outer, iid)
}

/// `CoGetClassObject`: the factory of class `clsid`, as interface `iid`.
///
/// # Errors
/// `CO_E_NOTINITIALIZED`, `REGDB_E_CLASSNOTREG`, `E_NOINTERFACE`, `E_OUTOFMEMORY`.
pub fn class_object(
    classes: &'static [ClassEntry],
    clsid: &GUID,
    context: DWORD,
    iid: &GUID,
) -> Result<NonNull<c_void>> {
    check_context(context)?;
    factory(
        find(classes, clsid).ok_or(Error::new(REGDB_E_CLASSNOTREG))?,
        iid,
    )
}

/// `DllGetClassObject`: as [`class_object`], whether COM is initialised or not.
///
/// # Errors
/// `CLASS_E_CLASSNOTAVAILABLE`, `E_NOINTERFACE`, `E_OUTOFMEMORY`.
pub fn dll_class_object(
    classes: &'static [ClassEntry],
    clsid: &GUID,
    iid: &GUID,
) -> Result<NonNull<c_void>> {
    factory(
        find(classes, clsid).ok_or(Error::new(CLASS_E_CLASSNOTAVAILABLE))?,
        iid,
    )
}

fn factory(class: &'static ClassEntry, iid: &GUID) -> Result<NonNull<c_void>> {
    let factory: ComPtr<IUnknown> = Object::new(ClassFactory { class })?.into_interface();
    factory.as_in().query_raw(iid)
}

/// `DllCanUnloadNow`: `S_FALSE` once an object was made. The library may have threads by then, and
/// functions to run when a thread ends; neither can be waited for.
#[must_use]
pub fn can_unload() -> Success {
    if IN_USE.load(Ordering::Relaxed) {
        Success::False
    } else {
        OK
    }
}

/// `CLSIDFromProgID`, in any case of letters.
#[must_use]
pub fn clsid_from_progid(classes: &'static [ClassEntry], text: BStr<'_>) -> Option<GUID> {
    let is = |progid: &&str| text.is_word(progid);
    (classes.iter().find(|class| class.progids.iter().any(is))).map(|class| *class.clsid)
}

/// `CLSIDFromString`: a class id in braces, or a programmatic id.
#[must_use]
pub fn clsid_from_text(classes: &'static [ClassEntry], text: BStr<'_>) -> Option<GUID> {
    guid_from_text(text.units()).or_else(|| clsid_from_progid(classes, text))
}

/// Makes objects of one class.
struct ClassFactory {
    class: &'static ClassEntry,
}

com_class!(ClassFactory: IClassFactory);

impl IClassFactoryImpl for Object<ClassFactory> {
    fn create_instance(
        &self,
        outer: Option<In<'_, IUnknown>>,
        iid: &GUID,
    ) -> Result<NonNull<c_void>> {
        make(self.class, outer, iid)
    }

    /// The library stays loaded anyway, so there is nothing to count.
    fn lock_server(&self, _: bool) -> Result<Success> {
        IN_USE.store(true, Ordering::Relaxed);
        Ok(OK)
    }
}
