//! The C functions of the library. Each checks its pointers and hands on to `com`; no logic here.
//!
//! Nothing unwinds into C, and no thread is cancelled within: every function that runs more than a few
//! instructions goes through `answer`, `silent` or `or_else`.

mod bstr;
mod com;
mod configuration;
mod log;
mod process;
mod safearray;
mod tapi2;
mod tapi3;
mod variant;

use crate::com::abi::{E_UNEXPECTED, HRESULT, S_FALSE, S_OK};
use crate::com::{Error, Result, Success, Uncancelled, discard_panic, guard, guid::NO_GUID};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work` and answers its HRESULT; a failure leaves its sentence in the thread's error info.
fn answer(work: impl FnOnce() -> Result<Success>) -> HRESULT {
    let _uncancelled = Uncancelled::begin();
    guard(&NO_GUID, work)
}

/// As [`answer`], for the functions that handle error info themselves: what is there stays.
fn silent(work: impl FnOnce() -> Result<Success>) -> HRESULT {
    let _uncancelled = Uncancelled::begin();
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(Success::Ok)) => S_OK,
        Ok(Ok(Success::False)) => S_FALSE,
        Ok(Ok(Success::Code(code))) => code,
        Ok(Err(error)) => error.hresult(),
        Err(panic) => {
            discard_panic(panic);
            E_UNEXPECTED
        }
    }
}

/// Runs `work`; `failed` on any failure, which leaves its sentence in the thread's error info.
fn or_else<T>(failed: T, work: impl FnOnce() -> Result<T>) -> T {
    let mut value = None;
    answer(|| {
        value = Some(work()?);
        Ok(Success::Ok)
    });
    value.unwrap_or(failed)
}

/// A copy of what a pointer that Windows demands leads to, at any address: `E_INVALIDARG` for null.
///
/// # Safety
/// `pointer` is null or points to a `T`.
unsafe fn valid<T: Copy>(pointer: *const T) -> Result<T> {
    if pointer.is_null() {
        return Err(Error::invalid_argument("A pointer argument is NULL."));
    }
    // SAFETY: the caller vouches for the pointer.
    Ok(unsafe { pointer.read_unaligned() })
}

/// Where a result goes, at any address.
struct Target<T>(*mut T);

impl<T> Target<T> {
    fn write(&self, value: T) {
        // SAFETY: `target` demanded a pointer that may be written.
        unsafe { self.0.write_unaligned(value) };
    }
}

/// A pointer to be written to, set to `nothing` beforehand: `E_POINTER` for null.
///
/// # Safety
/// `pointer` is null or may be written.
unsafe fn target<T>(pointer: *mut T, nothing: T) -> Result<Target<T>> {
    if pointer.is_null() {
        return Err(Error::pointer());
    }
    let target = Target(pointer);
    // What was there is not ours to drop.
    target.write(nothing);
    Ok(target)
}
