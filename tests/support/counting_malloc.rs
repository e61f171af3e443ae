//! A C allocator that counts the blocks that are in use. It stands in front of the C library's for
//! the whole test program: the library's own `malloc` and Rust's allocator both come through here.

use core::ffi::{c_int, c_void};
use core::sync::atomic::{AtomicIsize, Ordering};

unsafe extern "C" {
    fn __libc_malloc(size: usize) -> *mut c_void;
    fn __libc_calloc(count: usize, size: usize) -> *mut c_void;
    fn __libc_realloc(block: *mut c_void, size: usize) -> *mut c_void;
    fn __libc_memalign(alignment: usize, size: usize) -> *mut c_void;
    fn __libc_free(block: *mut c_void);
    fn malloc_usable_size(block: *mut c_void) -> usize;
}

static BLOCKS: AtomicIsize = AtomicIsize::new(0);
static BYTES: AtomicIsize = AtomicIsize::new(0);

/// How many blocks are in use now, and how many bytes they take.
pub fn in_use() -> (isize, isize) {
    (
        BLOCKS.load(Ordering::Relaxed),
        BYTES.load(Ordering::Relaxed),
    )
}

/// Counts a block in.
fn taken(block: *mut c_void) -> *mut c_void {
    if !block.is_null() {
        BLOCKS.fetch_add(1, Ordering::Relaxed);
        BYTES.fetch_add(size(block), Ordering::Relaxed);
    }
    block
}

/// Counts a block out.
fn given(block: *mut c_void) {
    if !block.is_null() {
        BLOCKS.fetch_sub(1, Ordering::Relaxed);
        BYTES.fetch_sub(size(block), Ordering::Relaxed);
    }
}

fn size(block: *mut c_void) -> isize {
    // SAFETY: the block came from the C library.
    let size = unsafe { malloc_usable_size(block) };
    isize::try_from(size).unwrap_or(0)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn malloc(size: usize) -> *mut c_void {
    // SAFETY: the C library's own function.
    taken(unsafe { __libc_malloc(size) })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn calloc(count: usize, size: usize) -> *mut c_void {
    // SAFETY: as above.
    taken(unsafe { __libc_calloc(count, size) })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn realloc(block: *mut c_void, size: usize) -> *mut c_void {
    given(block);
    // SAFETY: as above; a block that is refused stays as it was.
    let moved = unsafe { __libc_realloc(block, size) };
    if moved.is_null() && size != 0 {
        taken(block);
    }
    taken(moved)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn posix_memalign(
    block: *mut *mut c_void,
    alignment: usize,
    size: usize,
) -> c_int {
    const ENOMEM: c_int = 12;
    // SAFETY: as above; the caller gives room for the pointer.
    unsafe {
        block.write(taken(__libc_memalign(alignment, size)));
        if (*block).is_null() { ENOMEM } else { 0 }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn free(block: *mut c_void) {
    given(block);
    // SAFETY: as above.
    unsafe { __libc_free(block) }
}
