//! Cancellation of threads. `pthread_cancel` unwinds the thread from within the next system call that is
//! a cancellation point, through frames of Rust, where that ends the process. So what may make such
//! a call runs with cancellation held off.

use core::ffi::c_int;
use core::marker::PhantomData;

use super::object::{Class, same};
use super::pointer::Interface;

/// PTHREAD_CANCEL_DISABLE, as the C library has it.
const DISABLE: c_int = 1;

// Not in the crate `libc`.
#[cfg(not(miri))]
unsafe extern "C" {
    /// POSIX: it fails for another state only.
    safe fn pthread_setcancelstate(state: c_int, before: &mut c_int) -> c_int;
}

#[cfg(miri)]
fn pthread_setcancelstate(_: c_int, _: &mut c_int) -> c_int {
    0
}

/// While it lives, the thread is not cancelled. A cancellation that comes meanwhile is for the next
/// cancellation point after it.
#[derive(Debug)]
pub struct Uncancelled {
    before: c_int,
    /// It belongs to the thread that made it.
    _thread: PhantomData<*mut ()>,
}

impl Uncancelled {
    /// Holds cancellation off.
    #[must_use]
    pub fn begin() -> Self {
        let mut before = DISABLE;
        pthread_setcancelstate(DISABLE, &mut before);
        Self {
            before,
            _thread: PhantomData,
        }
    }

    /// Holds cancellation off for a method of interface `D` of an object of class `T`, if it may come
    /// to a cancellation point.
    #[inline(always)]
    pub(super) fn within<D: Interface, T: Class>() -> Option<Self> {
        let without = const {
            let (list, mut at) = (T::WITHOUT_CANCELLATION_POINTS, 0);
            while at < list.len() && !same(&list[at], &D::IID) {
                at += 1;
            }
            at < list.len()
        };
        (!without).then(Self::begin)
    }
}

impl Drop for Uncancelled {
    fn drop(&mut self) {
        pthread_setcancelstate(self.before, &mut DISABLE.clone());
    }
}
