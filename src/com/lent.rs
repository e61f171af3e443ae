//! Values and arrays of the caller's, looked at for the time of a call.
//!
//! A value is copied bit by bit, because what a caller hands in by pointer may lie at any address,
//! and the copy owns nothing: what the value owns stays the caller's.

use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;

use super::error::{Error, Result};

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

/// What a reference leads to, at any address; none for null.
///
/// # Safety
/// `place` is null or points to a `T`.
pub(super) unsafe fn referred<T: Copy>(place: *const T) -> Option<T> {
    // SAFETY: the caller vouches for the place.
    (!place.is_null()).then(|| unsafe { place.read_unaligned() })
}

/// An array of the caller's, at any address.
pub struct Elements<'a, T> {
    start: *const T,
    length: usize,
    owner: PhantomData<&'a [T]>,
}

impl<T> Clone for Elements<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Elements<'_, T> {}

impl<'a, T: Copy> Elements<'a, T> {
    /// Looks at an array; null only with the length 0, otherwise `E_INVALIDARG`.
    ///
    /// # Safety
    /// `start` is null, or points to `length` elements that live and stay unchanged for `'a`.
    pub unsafe fn new(start: *const T, length: usize) -> Result<Self> {
        if start.is_null() && length > 0 {
            return Err(Error::invalid_argument("A pointer to an array is NULL."));
        }
        Ok(Self {
            start,
            length,
            owner: PhantomData,
        })
    }

    /// An array of our own.
    #[must_use]
    pub const fn of(elements: &'a [T]) -> Self {
        Self {
            start: elements.as_ptr(),
            length: elements.len(),
            owner: PhantomData,
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.length
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.length == 0
    }

    /// A copy of one; none behind the end.
    #[must_use]
    pub fn get(self, index: usize) -> Option<T> {
        // SAFETY: `new` demanded as many elements.
        (index < self.length).then(|| unsafe { self.start.add(index).read_unaligned() })
    }

    /// Copies of all.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = T> + use<'a, T> {
        (0..self.length).filter_map(move |index| self.get(index))
    }
}

/// Where bytes of the caller's lie; nothing is said of how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(*mut u8);

impl Place {
    /// # Safety
    /// `start` is null, or the bytes there are as the interface demands of its callers.
    pub(super) unsafe fn from_raw(start: *mut u8) -> Self {
        Self(start)
    }

    /// The same place inside of this room.
    pub(super) fn inside(start: *mut u8) -> Self {
        Self(start)
    }

    /// Nowhere.
    pub const NOWHERE: Self = Self(core::ptr::null_mut());

    /// The address.
    #[must_use]
    pub fn into_raw(self) -> *mut u8 {
        self.0
    }
}
