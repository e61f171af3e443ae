//! A shared pointer whose allocation can fail.
//!
//! `Arc::new` aborts the process when memory runs out; a hang-up library may not. `Shared` is the
//! part of `Arc` that the engine needs, with a fallible constructor. It knows no weak references.

#![allow(unsafe_code, reason = "the only such code of the ground floor")]

use std::alloc::{Layout, alloc, dealloc};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering, fence};

/// The allocator had no memory left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfMemory;

impl From<std::collections::TryReserveError> for OutOfMemory {
    fn from(_: std::collections::TryReserveError) -> Self {
        OutOfMemory
    }
}

struct Block<T> {
    count: AtomicUsize,
    value: T,
}

/// A counted pointer to a `T`, as `std::sync::Arc`, made by [`Shared::try_new`].
pub struct Shared<T> {
    block: NonNull<Block<T>>,
    owns: PhantomData<Block<T>>,
}

// SAFETY: as for `Arc`: several threads may read the value (`Sync`), and whichever drops the last
// pointer drops the value (`Send`).
unsafe impl<T: Send + Sync> Send for Shared<T> {}
// SAFETY: as above; `&Shared<T>` gives `&T` and clones, nothing else.
unsafe impl<T: Send + Sync> Sync for Shared<T> {}

impl<T> Shared<T> {
    /// Moves `value` to the heap. On failure the value is dropped.
    pub fn try_new(value: T) -> Result<Self, OutOfMemory> {
        let layout = Layout::new::<Block<T>>();
        // SAFETY: a `Block` holds a counter, so its size is not zero.
        let raw = unsafe { alloc(layout) }.cast::<Block<T>>();
        let block = NonNull::new(raw).ok_or(OutOfMemory)?;
        // SAFETY: `block` is fresh memory of the right size and alignment, owned by us alone.
        unsafe {
            block.write(Block {
                count: AtomicUsize::new(1),
                value,
            })
        };
        Ok(Shared {
            block,
            owns: PhantomData,
        })
    }

    /// Whether two pointers share one value.
    pub fn ptr_eq(a: &Self, b: &Self) -> bool {
        a.block == b.block
    }

    fn block(&self) -> &Block<T> {
        // SAFETY: our own count keeps the block alive for as long as `self` lives.
        unsafe { self.block.as_ref() }
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.block().value
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        // Relaxed is enough: a new pointer is made from one that is alive.
        self.block().count.fetch_add(1, Ordering::Relaxed);
        Shared {
            block: self.block,
            owns: PhantomData,
        }
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        let count = &self.block().count;
        // The only pointer stays the only one: to make another takes one. It need not be counted.
        if count.load(Ordering::Acquire) != 1 {
            if count.fetch_sub(1, Ordering::Release) != 1 {
                return;
            }
            fence(Ordering::Acquire);
        }
        // SAFETY: no other pointer exists, and the acquiring load or fence makes every other
        // owner's last use visible. The layout is that of `try_new`.
        unsafe {
            std::ptr::drop_in_place(self.block.as_ptr());
            dealloc(self.block.as_ptr().cast(), Layout::new::<Block<T>>());
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn the_value_lives_until_the_last_pointer_goes() {
        let witness = Arc::new(());
        let first = Shared::try_new(witness.clone()).unwrap();
        let second = first.clone();
        assert!(Shared::ptr_eq(&first, &second));
        drop(first);
        assert_eq!(Arc::strong_count(&witness), 2);
        drop(second);
        assert_eq!(Arc::strong_count(&witness), 1);
    }

    #[test]
    fn threads_count_together() {
        let witness = Arc::new(());
        let shared = Shared::try_new(witness.clone()).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                let mine = shared.clone();
                scope.spawn(move || {
                    for _ in 0..100 {
                        drop(mine.clone());
                    }
                });
            }
        });
        drop(shared);
        assert_eq!(Arc::strong_count(&witness), 1);
    }
}
