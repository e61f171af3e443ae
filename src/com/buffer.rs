//! Memory that a program and the library use in turns: a sample's buffer. It is the library's own, or
//! the program's.
//!
//! The two have a contract instead of a lock: a program leaves the bytes alone while the library has
//! them, and the other way round. One that does not gets bytes of its own mixture, nothing worse.

use super::error::{Error, Result};
use super::lent::Place;
use super::memory::{task_alloc, task_free};
use core::ptr::{self, NonNull};

/// The longest buffer, in bytes.
pub const LONGEST_BUFFER: usize = 1 << 20;

/// So many bytes somewhere.
#[derive(Debug)]
pub struct Buffer {
    start: NonNull<u8>,
    length: usize,
    /// The block that is to be freed.
    block: *mut u8,
}

// SAFETY: the bytes may be used on any thread; whose turn it is the interface tells.
unsafe impl Send for Buffer {}
// SAFETY: as above.
unsafe impl Sync for Buffer {}

impl Buffer {
    /// Memory of the library's, silent. Its address is a multiple of `align`, and `prefix` bytes in
    /// front of it are the program's too.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn try_new(length: usize, align: usize, prefix: usize) -> Result<Self> {
        let align = align.max(1);
        let whole = (length.checked_add(prefix)).and_then(|sum| sum.checked_add(align));
        let whole = whole.ok_or(Error::out_of_memory())?;
        let block = task_alloc(whole).cast::<u8>();
        if block.is_null() {
            return Err(Error::out_of_memory());
        }
        let unaligned = block.addr().wrapping_add(prefix);
        let skip = prefix + unaligned.next_multiple_of(align).wrapping_sub(unaligned);
        // SAFETY: the block has `whole` bytes, and `skip` is at most `prefix + align - 1`.
        let start = unsafe {
            block.write_bytes(0, whole);
            NonNull::new_unchecked(block.add(skip))
        };
        Ok(Self {
            start,
            length,
            block,
        })
    }

    /// Memory of the program's, which lives as the interface demands.
    ///
    /// # Errors
    /// `E_INVALIDARG` for none.
    pub fn given(place: Place, length: usize) -> Result<Self> {
        match NonNull::new(place.into_raw()) {
            Some(start) if length > 0 => Ok(Self {
                start,
                length,
                block: ptr::null_mut(),
            }),
            _ => Err(Error::invalid_argument(
                "The memory for a sample must not be NULL or empty.",
            )),
        }
    }

    /// How many bytes there are.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether the memory is the library's.
    #[must_use]
    pub fn is_own(&self) -> bool {
        !self.block.is_null()
    }

    /// Where they are.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::inside(self.start.as_ptr())
    }

    /// Copies bytes out of it, from `at` on. Returns how many there were.
    pub fn read(&self, at: usize, out: &mut [u8]) -> usize {
        let count = self.length.saturating_sub(at).min(out.len());
        if count > 0 {
            // SAFETY: so many bytes are there from `at` on, and `out` is nobody else's.
            unsafe { ptr::copy(self.start.as_ptr().add(at), out.as_mut_ptr(), count) };
        }
        count
    }

    /// Copies bytes into it, from `at` on. Returns how many there was room for.
    pub fn write(&self, at: usize, bytes: &[u8]) -> usize {
        let count = self.length.saturating_sub(at).min(bytes.len());
        if count > 0 {
            // SAFETY: there is room for so many bytes from `at` on.
            unsafe { ptr::copy(bytes.as_ptr(), self.start.as_ptr().add(at), count) };
        }
        count
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        // SAFETY: the block is this value's own, or null.
        unsafe { task_free(self.block.cast()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_lies_where_it_is_wanted_and_takes_what_fits() {
        for (align, prefix) in [(0, 0), (1, 3), (64, 0), (64, 5), (4096, 8)] {
            let buffer = Buffer::try_new(10, align, prefix).unwrap();
            let start = buffer.place().into_raw();
            assert_eq!(start.addr() % align.max(1), 0);
            for at in 1..=prefix {
                // SAFETY: the bytes in front are part of the block.
                unsafe { start.sub(at).write(7) };
            }
            assert_eq!(buffer.write(8, &[1, 2, 3]), 2);
            assert_eq!(buffer.write(11, &[1]), 0);
            let mut out = [9; 4];
            assert_eq!(buffer.read(7, &mut out), 3);
            assert_eq!(out, [0, 1, 2, 9]);
            assert_eq!(buffer.read(usize::MAX, &mut out), 0);
        }
        assert!(Buffer::try_new(usize::MAX, 1, 0).is_err());
    }

    #[test]
    fn memory_of_the_program_is_used_and_left_alone_afterwards() {
        let mut own = [0_u8; 4];
        // SAFETY: the bytes live throughout.
        let place = unsafe { Place::from_raw(own.as_mut_ptr()) };
        let buffer = Buffer::given(place, 4).unwrap();
        assert_eq!(buffer.write(1, &[5, 6]), 2);
        drop(buffer);
        assert_eq!(own, [0, 5, 6, 0]);
        assert!(Buffer::given(place, 0).is_err());
        assert!(Buffer::given(Place::NOWHERE, 4).is_err());
    }
}
