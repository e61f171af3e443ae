//! A value of the caller's, looked at for the time of a call.
//!
//! It is copied bit by bit, because what a caller hands in by pointer may lie at any address, and
//! it owns nothing: what the value owns stays the caller's.

use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;

/// A value that somebody else owns for `'a`.
pub struct Lent<'a, T> {
    value: ManuallyDrop<T>,
    owner: PhantomData<&'a T>,
}

impl<T> Lent<'_, T> {
    /// Looks at a value of which this is a bitwise copy.
    ///
    /// # Safety
    /// What the value owns lives and stays unchanged for the lifetime chosen.
    #[must_use]
    pub const unsafe fn new(value: T) -> Self {
        Self {
            value: ManuallyDrop::new(value),
            owner: PhantomData,
        }
    }
}

impl<T> Deref for Lent<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
