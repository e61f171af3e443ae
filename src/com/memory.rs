//! Task memory: what crosses the boundary and is freed by the other side.
//!
//! Everything here comes from the C allocator, so that C can own it (`CoTaskMemAlloc` is
//! `malloc`), and every allocation can fail.

use core::ffi::c_void;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;
use core::slice;

use super::error::{Error, Result};

/// Allocates `bytes` bytes of task memory, uninitialised; at least one byte, so that an empty
/// buffer has an address of its own. Null when memory is short.
#[must_use]
pub fn task_alloc(bytes: usize) -> *mut c_void {
    // SAFETY: malloc takes any size.
    unsafe { libc::malloc(bytes.max(1)) }
}

/// Changes the size of a block of task memory as `CoTaskMemRealloc` does: null allocates, zero
/// bytes frees and answers null, and on failure the block stays as it was.
///
/// # Safety
/// `block` is null or a live block of task memory, which the caller gives up unless the answer is
/// null and `bytes` is not zero.
#[must_use]
pub unsafe fn task_realloc(block: *mut c_void, bytes: usize) -> *mut c_void {
    if block.is_null() {
        return task_alloc(bytes);
    }
    if bytes == 0 {
        // SAFETY: the caller gives the block up.
        unsafe { libc::free(block) };
        return core::ptr::null_mut();
    }
    // SAFETY: the caller vouches for the block.
    unsafe { libc::realloc(block, bytes) }
}

/// Frees a block of task memory; null is fine.
///
/// # Safety
/// `block` is null or a live block of task memory that nobody uses any more.
pub unsafe fn task_free(block: *mut c_void) {
    // SAFETY: the caller vouches for the block.
    unsafe { libc::free(block) }
}

/// A byte buffer in task memory, for methods that hand bytes to the caller.
#[derive(Debug)]
pub struct TaskMem {
    start: NonNull<u8>,
    length: usize,
}

// SAFETY: the buffer is plain bytes with one owner.
unsafe impl Send for TaskMem {}
// SAFETY: as above; shared access only reads.
unsafe impl Sync for TaskMem {}

impl TaskMem {
    /// Copies `bytes` into task memory. `E_OUTOFMEMORY` when memory is short.
    pub fn copy_from(bytes: &[u8]) -> Result<Self> {
        let Some(start) = NonNull::new(task_alloc(bytes.len()).cast::<u8>()) else {
            return Err(Error::out_of_memory());
        };
        // SAFETY: the new block holds at least `bytes.len()` bytes and cannot overlap `bytes`.
        unsafe {
            start
                .as_ptr()
                .copy_from_nonoverlapping(bytes.as_ptr(), bytes.len())
        };
        Ok(Self {
            start,
            length: bytes.len(),
        })
    }

    /// The bytes.
    #[must_use]
    pub fn as_slice(&self) -> &[u8] {
        // SAFETY: the block is live and holds `length` initialised bytes.
        unsafe { slice::from_raw_parts(self.start.as_ptr(), self.length) }
    }

    /// Gives the block up: its address, for the caller to free with `CoTaskMemFree`.
    #[must_use]
    pub fn into_raw(self) -> *mut u8 {
        ManuallyDrop::new(self).start.as_ptr()
    }
}

impl Drop for TaskMem {
    fn drop(&mut self) {
        // SAFETY: this value owns the block.
        unsafe { task_free(self.start.as_ptr().cast()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_buffer_has_an_address() {
        let empty = TaskMem::copy_from(&[]).unwrap();
        assert!(empty.as_slice().is_empty());
        let raw = empty.into_raw();
        assert!(!raw.is_null());
        // SAFETY: the block was just given up to us.
        unsafe { task_free(raw.cast()) };
    }

    #[test]
    fn realloc_keeps_the_bytes_and_zero_frees() {
        let raw = TaskMem::copy_from(b"abc").unwrap().into_raw();
        // SAFETY: the block is ours throughout.
        unsafe {
            let grown = task_realloc(raw.cast(), 4096);
            assert_eq!(slice::from_raw_parts(grown.cast::<u8>(), 3), b"abc");
            assert!(task_realloc(grown, 0).is_null());
        }
    }
}
