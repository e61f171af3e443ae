//! A value for each thread, and a number for each, whose making can fail.
//!
//! `thread_local!` will not do for a value that owns something: to have it dropped when the thread
//! ends takes memory, and the C library ends the process when there is none. Here the value is
//! simply not kept then. The library asks the loader never to unload it (see `build.rs`), so that
//! a thread may end later than the program's use of it.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::num::NonZeroUsize;
use core::ptr::NonNull;
use once_cell::race::OnceNonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::error::{Error, Result};
use super::panic::discard_panic;

/// A key of the C library's, made when it is first asked for.
struct Key {
    /// One more than the key, once there is one. A cell at which nobody waits: waiting takes memory.
    known: OnceNonZeroUsize,
    /// What becomes of a thread's value when the thread ends.
    end: Option<unsafe extern "C" fn(*mut c_void)>,
}

impl Key {
    /// The key; none if the process has none left.
    fn get(&self) -> Option<libc::pthread_key_t> {
        let known = match self.known.get() {
            Some(known) => known,
            None => self.make()?,
        };
        libc::pthread_key_t::try_from(known.get() - 1).ok()
    }

    fn make(&self) -> Option<NonZeroUsize> {
        let mut key = 0;
        // SAFETY: the pointer is to a local; whoever made us vouches for `end`.
        if unsafe { libc::pthread_key_create(&raw mut key, self.end) } != 0 {
            return None;
        }
        let new = usize::try_from(key).ok().and_then(|key| key.checked_add(1));
        let new = new.and_then(NonZeroUsize::new)?;
        if self.known.set(new).is_err() {
            // Another thread was faster. SAFETY: nobody else knows this key.
            unsafe { libc::pthread_key_delete(key) };
        }
        self.known.get()
    }
}

/// A number for each thread; zero at first. It stands in the place of a pointer.
///
/// Not a thread-local: in a library that is loaded late, the first use of one takes memory, and the
/// C library ends the process when there is none.
pub(super) struct ThreadNumber {
    key: Key,
}

impl ThreadNumber {
    pub const fn new() -> Self {
        ThreadNumber {
            key: Key {
                known: OnceNonZeroUsize::new(),
                end: None,
            },
        }
    }

    pub fn get(&self) -> usize {
        // SAFETY: the key is never deleted. What it holds is no pointer.
        let place = self
            .key
            .get()
            .map(|key| unsafe { libc::pthread_getspecific(key) });
        place.map_or(0, |place| place.addr())
    }

    /// # Errors
    /// `E_OUTOFMEMORY`; the number is as it was.
    pub fn set(&self, number: usize) -> Result<()> {
        let key = self.key.get().ok_or(Error::out_of_memory())?;
        let place = core::ptr::without_provenance::<c_void>(number);
        // SAFETY: the key is never deleted, and nobody takes what it holds for a pointer.
        match unsafe { libc::pthread_setspecific(key, place) } {
            0 => Ok(()),
            _ => Err(Error::out_of_memory()),
        }
    }
}

/// A place for a `T` in each thread; empty at first.
pub(super) struct ThreadValue<T> {
    key: Key,
    values: PhantomData<fn() -> T>,
}

impl<T: 'static> ThreadValue<T> {
    pub const fn new() -> Self {
        ThreadValue {
            key: Key {
                known: OnceNonZeroUsize::new(),
                // Fits what `make` stores.
                end: Some(end::<T>),
            },
            values: PhantomData,
        }
    }

    /// Puts `new` into the thread's place, and gives back what was there. A value for which there
    /// is no memory is dropped.
    pub fn replace(&self, new: Option<T>) -> Option<T> {
        match (self.place(), new) {
            // SAFETY: the place is this thread's alone, and nobody else runs meanwhile.
            (Some(place), new) => unsafe { place.replace(new) },
            (None, None) => None,
            (None, Some(new)) => {
                self.make(new);
                None
            }
        }
    }

    /// The thread's place, if it was made.
    fn place(&self) -> Option<NonNull<Option<T>>> {
        // SAFETY: the key is never deleted.
        NonNull::new(unsafe { libc::pthread_getspecific(self.key.get()?) }.cast())
    }

    fn make(&self, value: T) {
        const {
            assert!(align_of::<Option<T>>() <= align_of::<libc::max_align_t>());
        }
        let Some(key) = self.key.get() else {
            return;
        };
        // SAFETY: malloc takes any size, and what it gives is aligned for `Option<T>`, as the
        // assertion shows. It is this function's until the key has it.
        unsafe {
            let place = libc::malloc(size_of::<Option<T>>()).cast::<Option<T>>();
            if place.is_null() {
                return;
            }
            place.write(Some(value));
            if libc::pthread_setspecific(key, place.cast()) != 0 {
                drop(place.read());
                libc::free(place.cast());
            }
        }
    }
}

/// The thread ends: drops its value. The value's destructor may be anybody's, and make a new one:
/// the C library comes back for that, a few times over.
unsafe extern "C" fn end<T>(place: *mut c_void) {
    // SAFETY: the place is from `make`; the key has forgotten it already.
    let value = unsafe {
        let value = place.cast::<Option<T>>().read();
        libc::free(place);
        value
    };
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(value))) {
        discard_panic(panic);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn each_thread_has_its_own_and_it_ends_with_the_thread() {
        static VALUE: ThreadValue<Arc<u32>> = ThreadValue::new();
        let mine = Arc::new(1);
        assert_eq!(VALUE.replace(Some(mine.clone())), None);
        let other = Arc::new(2);
        let theirs = other.clone();
        std::thread::spawn(move || {
            assert_eq!(VALUE.replace(None), None);
            assert_eq!(VALUE.replace(Some(theirs.clone())), None);
            assert_eq!(VALUE.replace(Some(theirs)).as_deref(), Some(&2));
        })
        .join()
        .unwrap();
        assert_eq!(Arc::strong_count(&other), 1);
        assert_eq!(VALUE.replace(None), Some(mine));
        assert_eq!(VALUE.replace(None), None);
    }

    #[test]
    fn each_thread_has_its_own_number() {
        static NUMBER: ThreadNumber = ThreadNumber::new();
        assert_eq!(NUMBER.get(), 0);
        NUMBER.set(7).unwrap();
        let other = std::thread::spawn(|| NUMBER.get());
        assert_eq!(other.join().unwrap(), 0);
        assert_eq!(NUMBER.get(), 7);
    }

    #[test]
    fn a_destructor_may_leave_a_new_value() {
        struct Again(Arc<()>, u32);
        static VALUE: ThreadValue<Again> = ThreadValue::new();
        impl Drop for Again {
            fn drop(&mut self) {
                if self.1 > 0 {
                    drop(VALUE.replace(Some(Again(self.0.clone(), self.1 - 1))));
                }
            }
        }
        let witness = Arc::new(());
        let inside = witness.clone();
        std::thread::spawn(move || drop(VALUE.replace(Some(Again(inside, 1)))))
            .join()
            .unwrap();
        assert_eq!(Arc::strong_count(&witness), 1);
    }
}
