//! The C functions of the library. Each checks its pointers and hands on to `com`; no logic here.
//!
//! Nothing unwinds into C: every function that runs more than a few instructions goes through
//! `answer`, `silent` or `or_else`.

mod bstr;
mod com;
mod configuration;
mod log;
mod safearray;
mod tapi3;
mod variant;

use crate::com::abi::{E_UNEXPECTED, HRESULT, S_FALSE, S_OK};
use crate::com::{Error, Result, Success, discard_panic, guard, guid::NO_GUID};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `work` and answers its HRESULT; a failure leaves its sentence in the thread's error info.
fn answer(work: impl FnOnce() -> Result<Success>) -> HRESULT {
    guard(&NO_GUID, work)
}

/// As [`answer`], for the functions that handle error info themselves: what is there stays.
fn silent(work: impl FnOnce() -> Result<Success>) -> HRESULT {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(Success::Ok)) => S_OK,
        Ok(Ok(Success::False)) => S_FALSE,
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

/// A pointer that Windows demands: `E_INVALIDARG` for null.
///
/// # Safety
/// `pointer` is null, or what it points to lives and stays unchanged for `'a`.
unsafe fn valid<'a, T>(pointer: *const T) -> Result<&'a T> {
    // SAFETY: the caller vouches for the pointer.
    unsafe { pointer.as_ref() }.ok_or(Error::invalid_argument("A pointer argument is NULL."))
}

/// A pointer to be written to, set to `nothing` beforehand: `E_POINTER` for null.
///
/// # Safety
/// `pointer` is null or may be written.
unsafe fn target<T>(pointer: *mut T, nothing: T) -> Result<*mut T> {
    if pointer.is_null() {
        return Err(Error::pointer());
    }
    // SAFETY: the caller vouches for the pointer; what was there is not ours to drop.
    unsafe { pointer.write(nothing) };
    Ok(pointer)
}
