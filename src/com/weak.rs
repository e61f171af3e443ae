//! References that do not keep their object alive.

use core::ffi::c_void;
use core::fmt;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU32, Ordering};

use super::object::{Class, MOST_REFERENCES, Object, PINNED, Ref};

/// Remembers an object without keeping it alive; it does keep the object's memory.
pub struct Weak<T: Class> {
    object: NonNull<Object<T>>,
}

// SAFETY: as for `Ref`; the counts are atomic.
unsafe impl<T: Class> Send for Weak<T> {}
// SAFETY: as for `Send`.
unsafe impl<T: Class> Sync for Weak<T> {}

impl<T: Class> Weak<T> {
    /// One that remembers this object.
    pub(super) fn of(object: &Object<T>) -> Self {
        add_weak(object.weak());
        Self {
            object: NonNull::from(object),
        }
    }

    /// The object, if somebody still owns it.
    #[must_use]
    pub fn upgrade(&self) -> Option<Ref<T>> {
        let strong = self.object().strong();
        let mut count = strong.load(Ordering::Relaxed);
        loop {
            if count == 0 {
                return None;
            }
            // Acquire: what the object's maker wrote must be visible to who finds it here.
            match strong.compare_exchange_weak(
                count,
                count + 1,
                Ordering::Acquire,
                Ordering::Relaxed,
            ) {
                Ok(_) if count >= MOST_REFERENCES => strong.store(PINNED, Ordering::Relaxed),
                Ok(_) => {}
                Err(found) => {
                    count = found;
                    continue;
                }
            }
            // SAFETY: the reference that was just counted.
            return Some(unsafe { Ref::from_raw(self.object) });
        }
    }

    /// Gives the share of the block up, to come back through [`from_raw`](Self::from_raw).
    pub(super) fn into_raw(self) -> NonNull<c_void> {
        ManuallyDrop::new(self).object.cast()
    }

    /// Takes back what [`into_raw`](Self::into_raw) gave up.
    ///
    /// # Safety
    /// `object` is from `into_raw` of the same type, and is taken back once.
    pub(super) const unsafe fn from_raw(object: NonNull<c_void>) -> Self {
        Self {
            object: object.cast(),
        }
    }

    /// Whether nobody owns the object any more; once true, it stays so.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        self.object().strong().load(Ordering::Relaxed) == 0
    }

    /// Whether both remember the same object.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.object == other.object
    }

    /// The block; its value may be gone.
    pub(super) fn object(&self) -> &Object<T> {
        // SAFETY: this value's share keeps the block, and only the counts are used through it.
        unsafe { self.object.as_ref() }
    }
}

impl<T: Class> Clone for Weak<T> {
    fn clone(&self) -> Self {
        Self::of(self.object())
    }
}

impl<T: Class> Drop for Weak<T> {
    fn drop(&mut self) {
        // SAFETY: this value owns a share of the block.
        unsafe { Object::release_block(self.object) };
    }
}

impl<T: Class> fmt::Debug for Weak<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Weak<{}>({:p})", T::NAME, self.object)
    }
}

fn add_weak(count: &AtomicU32) {
    if count.fetch_add(1, Ordering::Relaxed) >= MOST_REFERENCES {
        count.store(PINNED, Ordering::Relaxed);
    }
}
