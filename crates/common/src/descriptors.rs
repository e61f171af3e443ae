//! What to say when the process has no descriptor left: the system's words name neither the limit
//! nor its number.

use rustix::event::{EventfdFlags, eventfd};
use rustix::io::Errno;
use rustix::process::{Resource, getrlimit};
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

/// An error in words, without a full stop; for want of descriptors with the limit that was met.
pub fn in_words(error: &io::Error) -> String {
    match Errno::from_io_error(error) {
        Some(Errno::MFILE) => match getrlimit(Resource::Nofile).current {
            Some(limit) => {
                format!("too many open files; this process may have {limit} (RLIMIT_NOFILE)")
            }
            None => "too many open files (RLIMIT_NOFILE)".to_owned(),
        },
        Some(Errno::NFILE) => "too many open files in the whole system (fs.file-max)".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg_attr(miri, ignore = "it asks the system")]
    fn the_limit_that_was_met_is_named() {
        let words = in_words(&Errno::MFILE.into());
        assert!(words.starts_with("too many open files"), "{words}");
        assert!(words.contains("RLIMIT_NOFILE"), "{words}");
        let words = in_words(&Errno::NFILE.into());
        assert!(words.contains("fs.file-max"), "{words}");
        let other = io::Error::from(Errno::ADDRINUSE);
        assert_eq!(in_words(&other), other.to_string());
        assert!(!are_out(&other));
    }
}
