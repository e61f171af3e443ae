//! What every generated thunk does around the method itself: null checks, out-parameters, the
//! panic guard, and turning an error into an HRESULT and the thread's error info.
//!
//! Success costs a null check and nothing else: no lock, no thread-local access.

use core::any::Any;
use core::slice;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::abi::{
    ALLOCATOR_PROPERTIES, E_POINTER, E_UNEXPECTED, GUID, HRESULT, S_FALSE, S_OK, WAVEFORMATEX,
};
use super::error::{Error, Result, Success};
use super::failure;
use super::lent::{Elements, referred};
use super::memory::TaskMem;
use super::object::{Class, Object};
use super::panic::discard_panic;
use super::pointer::{DerivesFrom, Interface};
use super::uncancelled::Uncancelled;

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
    let _uncancelled = Uncancelled::within::<D, T>();
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
        Ok(Ok(Success::Code(code))) => code,
        Ok(Err(error)) => fail(error, iid),
        Err(panic) => fail(panic_to_error(panic), iid),
    }
}

#[cold]
fn fail(error: Error, iid: &'static GUID) -> HRESULT {
    let hresult = error.hresult();
    failure::report(error, iid);
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
    WAVEFORMATEX => WAVEFORMATEX {
        wFormatTag: 0, nChannels: 0, nSamplesPerSec: 0, nAvgBytesPerSec: 0, nBlockAlign: 0,
        wBitsPerSample: 0, cbSize: 0,
    },
    ALLOCATOR_PROPERTIES => ALLOCATOR_PROPERTIES {
        cBuffers: 0, cbBuffer: 0, cbAlign: 0, cbPrefix: 0,
    },
}

impl<T> Nothing for *mut T {
    const NOTHING: Self = core::ptr::null_mut();
}

/// An out-parameter, set to nothing, which is what the caller finds there if the method fails.
pub(super) struct Out<T>(*mut T);

impl<T: Nothing> Out<T> {
    /// Sets the target to nothing, at any address. A thunk does that to all its out-parameters
    /// before it looks at anything else, so that no failure leaves one as it was.
    ///
    /// # Safety
    /// `target` is null or may be written until the thunk returns.
    pub(super) unsafe fn clear(target: *mut T) -> Self {
        if !target.is_null() {
            // SAFETY: the caller vouches for the target; what it held before is not ours to drop.
            unsafe { target.write_unaligned(T::NOTHING) };
        }
        Self(target)
    }

    /// Refuses null: `E_POINTER`.
    pub(super) fn check(&self) -> Result<()> {
        if self.0.is_null() {
            return Err(Error::with(E_POINTER, "A pointer for a result is NULL."));
        }
        Ok(())
    }

    /// Stores the result. [`check`](Self::check) has passed.
    pub(super) fn set(&self, value: T) {
        if !self.0.is_null() {
            // SAFETY: `clear` demanded a target that may be written.
            unsafe { self.0.write_unaligned(value) };
        }
    }
}

/// An in-parameter that must not be null, copied from wherever it lies.
///
/// # Safety
/// `pointer` is null or points to a `T`.
pub(super) unsafe fn required<T: Copy>(pointer: *const T) -> Result<T> {
    // SAFETY: the caller vouches for the pointer.
    unsafe { referred(pointer) }.ok_or(Error::with(E_POINTER, "A pointer argument is NULL."))
}

/// An array and its length; null only with the length 0.
///
/// # Safety
/// `start` is null, or points to `length` elements that live and stay unchanged for `'a`.
pub(super) unsafe fn counted<'a, T: Copy, N>(start: *const T, length: N) -> Result<Elements<'a, T>>
where
    usize: TryFrom<N>,
{
    let Ok(length) = usize::try_from(length) else {
        return Err(Error::invalid_argument(
            "The number of elements is negative.",
        ));
    };
    if start.is_null() && length > 0 {
        return Err(Error::with(E_POINTER, "A pointer to an array is NULL."));
    }
    // SAFETY: the caller vouches for the array.
    unsafe { Elements::new(start, length) }
}

/// As [`counted`], of bytes.
///
/// # Safety
/// As for [`counted`].
pub(super) unsafe fn counted_bytes<'a, N>(start: *const u8, length: N) -> Result<&'a [u8]>
where
    usize: TryFrom<N>,
{
    // SAFETY: the caller vouches for the array; a byte may lie anywhere.
    unsafe {
        let bytes = counted(start, length)?;
        Ok(match bytes.len() {
            0 => &[],
            length => slice::from_raw_parts(start, length),
        })
    }
}

/// The length of a buffer that goes to the caller, as a DWORD.
pub(super) fn length_of(buffer: &TaskMem) -> Result<u32> {
    u32::try_from(buffer.as_slice().len())
        .map_err(|_| Error::unexpected("The buffer is longer than its length can say."))
}
