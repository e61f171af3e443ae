//! A pointer-sized value of a type that only its owner knows.
//!
//! What keeps it need not know the type, and keeping it takes no memory of its own, as that of a
//! `Box<dyn Any>` would.

#![allow(unsafe_code, reason = "a value is kept as the bytes that it is")]

use std::any::TypeId;
use std::fmt;
use std::mem::MaybeUninit;

type Word = MaybeUninit<*mut ()>;

/// A value whose type is known to whoever asks for it.
pub struct Slip {
    word: Word,
    kind: &'static Kind,
}

struct Kind {
    id: fn() -> TypeId,
    drop: unsafe fn(*mut Word),
}

struct Of<T>(T);

impl<T: Send + Sync + 'static> Of<T> {
    const KIND: Kind = Kind {
        id: TypeId::of::<T>,
        drop: drop_word::<T>,
    };
}

/// # Safety
/// `word` holds a `T`, which is used no more.
unsafe fn drop_word<T>(word: *mut Word) {
    // SAFETY: the caller vouches for the value; `Slip::new` has made sure of size and alignment.
    unsafe { word.cast::<T>().drop_in_place() }
}

// SAFETY: what is inside is `Send` and `Sync`, which `Slip::new` demands.
unsafe impl Send for Slip {}
// SAFETY: as above.
unsafe impl Sync for Slip {}

impl Slip {
    /// Keeps `value`, which must not be larger than a pointer: that is checked while compiling.
    pub fn new<T: Send + Sync + 'static>(value: T) -> Self {
        const {
            assert!(size_of::<T>() <= size_of::<Word>());
            assert!(align_of::<T>() <= align_of::<Word>());
        }
        let mut word = Word::uninit();
        // SAFETY: the word is ours, and has room for a `T` at an address that fits.
        unsafe { word.as_mut_ptr().cast::<T>().write(value) };
        Slip {
            word,
            kind: &Of::<T>::KIND,
        }
    }

    /// The value, if it is a `T`.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        if (self.kind.id)() != TypeId::of::<T>() {
            return None;
        }
        // SAFETY: `new` has put a value of this very type there, and it stays for as long as `self`.
        Some(unsafe { &*self.word.as_ptr().cast::<T>() })
    }
}

impl Drop for Slip {
    fn drop(&mut self) {
        // SAFETY: `new` has put a value of this kind there, and nothing uses it after this.
        unsafe { (self.kind.drop)(&raw mut self.word) }
    }
}

impl fmt::Debug for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Slip").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_value_is_found_as_what_it_is_and_dropped_once() {
        let witness = Arc::new(5_u8);
        let slip = Slip::new(witness.clone());
        assert_eq!(slip.get::<Arc<u8>>().map(|value| **value), Some(5));
        assert!(slip.get::<Arc<u16>>().is_none());
        assert_eq!(Arc::strong_count(&witness), 2);
        drop(slip);
        assert_eq!(Arc::strong_count(&witness), 1);
    }

    #[test]
    fn a_value_may_be_smaller_than_a_pointer() {
        assert_eq!(Slip::new(7_u8).get(), Some(&7_u8));
        assert_eq!(Slip::new(()).get(), Some(&()));
    }
}
