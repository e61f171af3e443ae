//! A C allocator whose n-th call on a thread fails. It stands in front of the C library's for the
//! whole test program: the library's own `malloc` and Rust's allocator both come through here.

use core::cell::Cell;
use core::ffi::{c_int, c_void};
use core::ptr;

unsafe extern "C" {
    fn __libc_malloc(size: usize) -> *mut c_void;
    fn __libc_calloc(count: usize, size: usize) -> *mut c_void;
    fn __libc_realloc(block: *mut c_void, size: usize) -> *mut c_void;
    fn __libc_memalign(alignment: usize, size: usize) -> *mut c_void;
}

const NEVER: usize = usize::MAX;

thread_local! {
    /// How many allocations of this thread succeed before one fails.
    static LEFT: Cell<usize> = const { Cell::new(NEVER) };
}

fn is_refused() -> bool {
    let refuse = |left: &Cell<usize>| match left.get() {
        NEVER => false,
        0 => {
            left.set(NEVER);
            true
        }
        more => {
            left.set(more - 1);
            false
        }
    };
    LEFT.try_with(refuse).unwrap_or(false)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn malloc(size: usize) -> *mut c_void {
    // SAFETY: the C library's own function.
    if is_refused() {
        ptr::null_mut()
    } else {
        unsafe { __libc_malloc(size) }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn calloc(count: usize, size: usize) -> *mut c_void {
    // SAFETY: as above.
    if is_refused() {
        ptr::null_mut()
    } else {
        unsafe { __libc_calloc(count, size) }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn realloc(block: *mut c_void, size: usize) -> *mut c_void {
    // SAFETY: as above; a block that is refused stays as it was.
    if is_refused() {
        ptr::null_mut()
    } else {
        unsafe { __libc_realloc(block, size) }
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn posix_memalign(
    block: *mut *mut c_void,
    alignment: usize,
    size: usize,
) -> c_int {
    const ENOMEM: c_int = 12;
    if is_refused() {
        return ENOMEM;
    }
    // SAFETY: as above; the caller gives room for the pointer.
    unsafe {
        block.write(__libc_memalign(alignment, size));
        if (*block).is_null() { ENOMEM } else { 0 }
    }
}

/// Runs `work` with its first allocation failing, then with its second, and so on, until it gets
/// through. `work` answers whether it succeeded; what it must leave as it was it checks itself.
///
/// Answers how many allocations were made to fail.
pub fn with_each_allocation_failing(mut work: impl FnMut() -> bool) -> usize {
    for survived in 0..10_000 {
        LEFT.set(survived);
        let succeeded = work();
        let is_spent = LEFT.replace(NEVER) == NEVER;
        assert!(succeeded || is_spent, "failed although no allocation did");
        if !is_spent {
            return survived;
        }
    }
    panic!("no end of allocations");
}
