//! Parts: interfaces of an object that few ask for, in a block of their own which is made when the
//! first does.
//!
//! To the outside a part and its whole are one object: QueryInterface of either finds the
//! interfaces of both, and they share one count. A whole declares itself with
//! `com_class!(Call: …; has part)` and [`HasPart`], a part with `com_class!(CallMedia: …; is part)`
//! and [`IsPart`].

use core::ffi::c_void;
use core::mem::ManuallyDrop;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicPtr, Ordering};

use super::abi::{DISP_E_MEMBERNOTFOUND, GUID};
use super::error::{Error, Result};
use super::object::{Class, Object, Ref};
use super::weak::Weak;

/// A class whose objects have a part.
pub trait HasPart: Class {
    /// The part.
    type Part: IsPart<Whole = Self>;
    /// Where the object keeps it.
    fn place(&self) -> &Once<Self::Part>;
    /// Whether this very object has one: an interface that nobody is offered needs none.
    fn offers_part(&self) -> bool;
    /// Makes what becomes the part.
    fn make_part(whole: &Object<Self>) -> Result<Self::Part>;
}

/// A class whose objects are parts.
pub trait IsPart: Class {
    /// What it is a part of.
    type Whole: HasPart<Part = Self>;
    /// The object that it is a part of.
    fn whole(&self) -> &Weak<Self::Whole>;
}

/// An object that is made when it is first asked for, and then kept. As large as a pointer.
pub struct Once<T: Class> {
    /// Null, or from a `Ref` that is taken back when this is dropped.
    object: AtomicPtr<Object<T>>,
}

impl<T: Class> Once<T> {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            object: AtomicPtr::new(ptr::null_mut()),
        }
    }

    /// The object, if it was made.
    #[must_use]
    pub fn get(&self) -> Option<&Object<T>> {
        // SAFETY: the reference that was given up for the pointer keeps the object alive until
        // this is dropped.
        unsafe { self.object.load(Ordering::Acquire).as_ref() }
    }

    /// The object, made of what `make` answers if there is none. Of two threads that make one at
    /// the same time, one finds that of the other, and its own is dropped.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`, or what `make` answers.
    pub fn get_or_make(&self, make: impl FnOnce() -> Result<T>) -> Result<&Object<T>> {
        if let Some(made) = self.get() {
            return Ok(made);
        }
        let made = Object::new(make()?)?;
        let raw = NonNull::from(&*made);
        let before = self.object.compare_exchange(
            ptr::null_mut(),
            raw.as_ptr(),
            Ordering::AcqRel,
            Ordering::Acquire,
        );
        if before.is_ok() {
            let _kept = ManuallyDrop::new(made);
        }
        self.get().ok_or(Error::unexpected("An object is gone."))
    }
}

impl<T: Class> Default for Once<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Class> Drop for Once<T> {
    fn drop(&mut self) {
        if let Some(object) = NonNull::new(*self.object.get_mut()) {
            // SAFETY: `get_or_make` gave one reference up for the pointer.
            drop(unsafe { Ref::from_raw(object) });
        }
    }
}

impl<T: HasPart> Object<T> {
    /// The part, made if this is the first time that somebody asks for it.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn part(&self) -> Result<&Object<T::Part>> {
        self.place().get_or_make(|| T::make_part(self))
    }
}

/// `QueryInterface` for what the whole does not have itself: an owned pointer of the part's.
pub fn query<T: HasPart>(whole: &Object<T>, iid: &GUID) -> Result<NonNull<c_void>> {
    match Object::<T::Part>::find(iid) {
        Some(slot) if whole.offers_part() => {
            let found = whole.part()?.slot(slot);
            whole.add_ref();
            Ok(found)
        }
        _ => Err(Error::no_interface()),
    }
}

/// One of the part's pointers, for Automation.
pub fn slot<T: HasPart>(whole: &Object<T>, slot: usize) -> Result<*mut c_void> {
    if !whole.offers_part() {
        return Err(Error::new(DISP_E_MEMBERNOTFOUND));
    }
    Ok(whole.part()?.slot(slot).as_ptr())
}

/// `QueryInterface` of a part: that of its whole.
pub fn query_whole<P: IsPart>(part: &Object<P>, iid: &GUID) -> Result<NonNull<c_void>> {
    part.whole().object().query(iid)
}

/// `AddRef` of a part: that of its whole.
pub fn add_ref<P: IsPart>(part: &Object<P>) -> u32 {
    part.whole().object().add_ref()
}

/// `Release` of a part: that of its whole, with which the part may go.
///
/// # Safety
/// The caller owns a reference to the whole, and uses neither any more.
pub unsafe fn release<P: IsPart>(part: NonNull<Object<P>>) -> u32 {
    // SAFETY: the caller's reference keeps the whole alive, and that the part. The pointer to the
    // whole is taken out of the part before the part can go.
    unsafe {
        let whole = NonNull::from(part.as_ref().whole().object());
        Object::release(whole)
    }
}
