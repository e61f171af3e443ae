//! Whether the process has no descriptor left. [`crate::words`] says so.

use rustix::event::{EventfdFlags, eventfd};
use rustix::io::Errno;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Whether an error means that the process, or the whole system, has too many files open.
pub fn are_out(error: &io::Error) -> bool {
    matches!(
        Errno::from_io_error(error),
        Some(Errno::MFILE | Errno::NFILE)
    )
}

/// Builds a runtime, or something else that panics when it finds no descriptor for all that it needs.
///
/// # Errors
/// Those of `build`, and the one that it would have panicked for.
pub fn with_enough<T>(build: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    /// How many descriptors a runtime takes, and some to spare.
    const ENOUGH: usize = 8;
    let tried: Result<Vec<_>, _> = (0..ENOUGH)
        .map(|_| eventfd(0, EventfdFlags::CLOEXEC))
        .collect();
    drop(tried?);
    // Another thread may have been quicker.
    let built = catch_unwind(AssertUnwindSafe(build));
    built.unwrap_or_else(|_| Err(Errno::MFILE.into()))
}
