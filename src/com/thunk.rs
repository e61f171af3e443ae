//! What every generated thunk does around the method itself: null checks, out-parameters, the
//! panic guard, and turning an error into an HRESULT and the thread's error info.
//!
//! Success costs a null check and nothing else: no lock, no thread-local access.

use core::any::Any;
use core::slice;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::abi::{E_POINTER, E_UNEXPECTED, GUID, HRESULT, S_FALSE, S_OK};
use super::error::{Error, Result, Success};
use super::error_info;
use super::memory::TaskMem;
use super::object::{Class, Object};
use super::pointer::{DerivesFrom, Interface};

/// Runs a method of interface `D` on the object behind `this`, a pointer of slot `SLOT`.
///
/// # Safety
/// `this` is null or such a pointer to a live `Object<T>`.
#[inline(always)]
pub(super) unsafe fn enter<'a, D, I, T, const SLOT: usize>(
    this: *mut I,
    method: impl FnOnce(&'a Object<T>) -> Result<Success>,
) -> HRESULT
where
    D: Interface,
    I: DerivesFrom<D>,
    T: Class,
{
    if this.is_null() {
        return fail(
            Error::with(E_POINTER, "The object pointer is NULL."),
            &D::IID,
        );
    }
    // SAFETY: the caller vouches for `this`.
    let object = unsafe { Object::<T>::from_slot::<I, SLOT>(this) };
    guard(&D::IID, || method(object))
}

/// Runs `work` and answers its HRESULT; nothing unwinds out of it.
#[inline(always)]
pub fn guard(iid: &'static GUID, work: impl FnOnce() -> Result<Success>) -> HRESULT {
    // A method that panics leaves its object as a failed method would: locks recover from
    // poisoning, and no method keeps half-done work in the object.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(Success::Ok)) => S_OK,
        Ok(Ok(Success::False)) => S_FALSE,
        Ok(Err(error)) => fail(error, iid),
        Err(panic) => fail(panic_to_error(panic), iid),
    }
}

#[cold]
fn fail(error: Error, iid: &'static GUID) -> HRESULT {
    let hresult = error.hresult();
    error_info::report(error, iid);
    hresult
}

/// `E_UNEXPECTED` with the panic's message.
#[cold]
pub fn panic_to_error(panic: Box<dyn Any + Send>) -> Error {
    let other = match panic.downcast::<&'static str>() {
        Ok(text) => return Error::unexpected(*text),
        Err(other) => other,
    };
    match other.downcast::<String>() {
        Ok(text) => Error::with_text(E_UNEXPECTED, *text),
        Err(other) => {
            discard_panic(other);
            Error::unexpected("The library met an error of its own.")
        }
    }
}

/// Drops what a panic carried. Its destructor may panic in turn; what that carries is left.
#[cold]
pub fn discard_panic(panic: Box<dyn Any + Send>) {
    if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
        core::mem::forget(again);
    }
}

/// What an out-parameter points to before the method has anything to say.
pub(super) trait Nothing {
    const NOTHING: Self;
}

macro_rules! nothing {
    ($($ty:ty => $value:expr),+ $(,)?) => {
        $(impl Nothing for $ty { const NOTHING: Self = $value; })+
    };
}

nothing! {
    u8 => 0, i8 => 0, u16 => 0, i16 => 0, u32 => 0, i32 => 0, u64 => 0, i64 => 0, isize => 0,
    GUID => super::guid::NO_GUID,
    super::abi::VARIANT => super::variant::EMPTY,
}

impl<T> Nothing for *mut T {
    const NOTHING: Self = core::ptr::null_mut();
}

/// An out-parameter that is not null, set to nothing.
pub(super) struct Out<T>(*mut T);

impl<T: Nothing> Out<T> {
    /// Refuses null (`E_POINTER`) and sets the target to nothing, which is what the caller finds
    /// there if the method fails.
    ///
    /// # Safety
    /// `target` is null or may be written until the thunk returns.
    pub(super) unsafe fn new(target: *mut T) -> Result<Self> {
        if target.is_null() {
            return Err(Error::with(E_POINTER, "A pointer for a result is NULL."));
        }
        // SAFETY: the caller vouches for the target; what it held before is not ours to drop.
        unsafe { target.write(T::NOTHING) };
        Ok(Self(target))
    }

    /// Stores the result.
    pub(super) fn set(&self, value: T) {
        // SAFETY: `new` demanded a target that may be written.
        unsafe { self.0.write(value) };
    }
}

/// An in-parameter that must not be null.
///
/// # Safety
/// `pointer` is null, or what it points to lives and stays unchanged for `'a`.
pub(super) unsafe fn required<'a, T>(pointer: *const T) -> Result<&'a T> {
    // SAFETY: the caller vouches for the pointer.
    unsafe { pointer.as_ref() }.ok_or(Error::with(E_POINTER, "A pointer argument is NULL."))
}

/// An array and its length; null only with the length 0.
///
/// # Safety
/// `start` is null, or points to `length` elements that live and stay unchanged for `'a`.
pub(super) unsafe fn counted<'a, T, N>(start: *const T, length: N) -> Result<&'a [T]>
where
    usize: TryFrom<N>,
{
    let Ok(length) = usize::try_from(length) else {
        return Err(Error::invalid_argument(
            "The number of elements is negative.",
        ));
    };
    match (start.is_null(), length) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(Error::with(E_POINTER, "A pointer to an array is NULL.")),
        // SAFETY: the caller vouches for the array.
        (false, _) => Ok(unsafe { slice::from_raw_parts(start, length) }),
    }
}

/// The length of a buffer that goes to the caller, as a DWORD.
pub(super) fn length_of(buffer: &TaskMem) -> Result<u32> {
    u32::try_from(buffer.as_slice().len())
        .map_err(|_| Error::unexpected("The buffer is longer than its length can say."))
}
