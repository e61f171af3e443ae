//! Events of the program's: what a HANDLE leads to.
//!
//! A HANDLE is the address of a TAPI3_EVENT. Its descriptor is copied, so that a program may close the
//! event while somebody still means to signal it.

use super::abi::{E_OUTOFMEMORY, HANDLE, TAPI3_EVENT};
use super::error::{Error, Result};
use super::lent::referred;
use rustix::fd::{BorrowedFd, OwnedFd};
use rustix::io;

/// An event of the program's.
#[derive(Debug)]
pub struct Event {
    descriptor: OwnedFd,
}

/// INVALID_HANDLE_VALUE.
const INVALID: usize = usize::MAX;

impl Event {
    /// The event of a HANDLE; none for NULL.
    ///
    /// # Errors
    /// `E_INVALIDARG` for what is no event, `E_OUTOFMEMORY` if the process has no descriptor left.
    ///
    /// # Safety
    /// `handle` is null, INVALID_HANDLE_VALUE, or leads to an event.
    pub(super) unsafe fn from_raw(handle: HANDLE) -> Result<Option<Self>> {
        const NO_EVENT: Error = Error::invalid_argument("The HANDLE is not that of an event.");
        if handle.addr() == INVALID {
            return Err(NO_EVENT);
        }
        // SAFETY: the caller vouches for the handle.
        let Some(event) = (unsafe { referred(handle.cast::<TAPI3_EVENT>()) }) else {
            return Ok(None);
        };
        if event.descriptor < 0 {
            return Err(NO_EVENT);
        }
        // SAFETY: the descriptor is not -1; should it be closed, the system says so.
        let own = unsafe { BorrowedFd::borrow_raw(event.descriptor) };
        match io::fcntl_dupfd_cloexec(own, 0) {
            Ok(descriptor) => Ok(Some(Self { descriptor })),
            Err(io::Errno::BADF) => Err(NO_EVENT),
            Err(_) => Err(Error::with(
                E_OUTOFMEMORY,
                "The process has too many open files to keep the event.",
            )),
        }
    }

    /// Signals it. Waits for nobody and takes no memory.
    pub fn signal(&self) {
        // A counter that is full is signalled already.
        let _ = io::write(&self.descriptor, &1_u64.to_ne_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr;
    use rustix::event::{EventfdFlags, eventfd};
    use std::os::fd::AsRawFd;

    fn signals(descriptor: &OwnedFd) -> Option<u64> {
        let mut count = [0; 8];
        io::read(descriptor, &mut count).ok()?;
        Some(u64::from_ne_bytes(count))
    }

    #[test]
    fn an_event_can_be_signalled_after_the_program_has_closed_it() {
        let own = eventfd(0, EventfdFlags::NONBLOCK | EventfdFlags::CLOEXEC).unwrap();
        let other = own.try_clone().unwrap();
        let mut event = TAPI3_EVENT {
            descriptor: own.as_raw_fd(),
            manual: 0,
        };
        // SAFETY: the event lives.
        let found = unsafe { Event::from_raw((&raw mut event).cast()) };
        let found = found.unwrap().unwrap();
        drop(own);
        assert_eq!(signals(&other), None);
        found.signal();
        found.signal();
        assert_eq!(signals(&other), Some(2));
    }

    #[test]
    fn what_is_no_event_is_refused() {
        // SAFETY: null and INVALID_HANDLE_VALUE are allowed, and the events live.
        unsafe {
            assert!(Event::from_raw(ptr::null_mut()).unwrap().is_none());
            assert!(Event::from_raw(ptr::without_provenance_mut(INVALID)).is_err());
            for descriptor in [-1, -2, i32::MAX] {
                let mut event = TAPI3_EVENT {
                    descriptor,
                    manual: 0,
                };
                assert!(Event::from_raw((&raw mut event).cast()).is_err());
            }
        }
    }
}
