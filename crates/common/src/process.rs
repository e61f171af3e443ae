//! What becomes of the process: whether it is the child of one that used the library before it
//! forked, and whether it is about to end. Set by the C face, which hears of both.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

static GENERATION: AtomicU32 = AtomicU32::new(0);
static LEAVING: AtomicBool = AtomicBool::new(false);

/// How many times this process and its ancestors have forked since the library was loaded. What was
/// made in an earlier generation belongs to another process: its threads are not here, and its locks
/// may be held for ever.
#[inline(always)]
pub fn generation() -> u32 {
    GENERATION.load(Ordering::Relaxed)
}

/// The process was forked. Called in the child, on its only thread; async-signal-safe.
pub fn forked() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
}

/// Whether the process is about to end: its destructors have run, so what it gave us to call is not
/// called any more.
pub fn is_leaving() -> bool {
    LEAVING.load(Ordering::Relaxed)
}

/// The process is about to end.
pub fn leave() {
    LEAVING.store(true, Ordering::Relaxed);
}
