//! The allocator of a test program that counts what each thread takes, and fails what a test chose.

use std::alloc::{GlobalAlloc, Layout, System as Malloc};
use std::cell::Cell;

/// Counts the allocations of each thread, and fails the ones that a test chose.
struct Meter;

thread_local! {
    static TAKEN: Cell<usize> = const { Cell::new(0) };
    /// How many more allocations succeed before one fails.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
    /// Whether all that follow the first failure fail, too.
    static FOR_GOOD: Cell<bool> = const { Cell::new(false) };
}

impl Meter {
    fn allows() -> bool {
        TAKEN.with(|taken| taken.set(taken.get() + 1));
        LEFT.with(|left| match left.get() {
            Some(0) => {
                if !FOR_GOOD.get() {
                    left.set(None);
                }
                false
            }
            Some(more) => {
                left.set(Some(more - 1));
                true
            }
            None => true,
        })
    }
}

// SAFETY: memory comes from the system's allocator alone; failing is always allowed.
unsafe impl GlobalAlloc for Meter {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !Meter::allows() {
            return std::ptr::null_mut();
        }
        // SAFETY: as our caller promised.
        unsafe { Malloc.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as our caller promised.
        unsafe { Malloc.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !Meter::allows() {
            return std::ptr::null_mut();
        }
        // SAFETY: as our caller promised.
        unsafe { Malloc.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static METER: Meter = Meter;

/// How many allocations `work` makes on this thread.
#[allow(dead_code, reason = "each test file uses its part")]
pub fn taken<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = TAKEN.with(Cell::get);
    let result = work();
    (TAKEN.with(Cell::get) - before, result)
}

/// Runs `work` without any memory. Returns whether it asked for some.
#[allow(dead_code, reason = "each test file uses its part")]
pub fn failing_for_good<T>(work: impl FnOnce() -> T) -> (bool, T) {
    let before = TAKEN.get();
    FOR_GOOD.set(true);
    LEFT.set(Some(0));
    let result = work();
    LEFT.set(None);
    FOR_GOOD.set(false);
    (TAKEN.get() > before, result)
}

/// Runs `work` with its n-th allocation failing. Returns whether one did.
#[allow(dead_code, reason = "each test file uses its part")]
pub fn failing<T>(n: usize, work: impl FnOnce() -> T) -> (bool, T) {
    LEFT.with(|left| left.set(Some(n)));
    let result = work();
    let failed = LEFT.with(|left| left.take().is_none());
    (failed, result)
}
