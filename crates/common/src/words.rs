//! An error of the system in words.

#![allow(unsafe_code, reason = "the C library writes its words into a buffer")]

use rustix::io::Errno;
use rustix::process::{Resource, getrlimit};
use std::ffi::{CStr, c_char};
use std::fmt;
use std::io;

/// More than the longest of glibc's and musl's sentences takes.
const LONGEST: usize = 128;

/// An error as [`of`] shows it.
pub struct Words<'a>(&'a io::Error);

/// An error in the system's words, without its number for it and without a full stop; for want of
/// descriptors with the limit that was met, which the system's words do not name.
///
/// Showing it takes no memory. An [`io::Error`] takes some to show itself, and ends the process where
/// there is none.
pub fn of(error: &io::Error) -> Words<'_> {
    Words(error)
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(errno) = Errno::from_io_error(self.0) else {
            return self.0.fmt(to);
        };
        match errno {
            Errno::MFILE => match getrlimit(Resource::Nofile).current {
                Some(limit) => write!(
                    to,
                    "too many open files; this process may have {limit} (RLIMIT_NOFILE)"
                ),
                None => to.write_str("too many open files (RLIMIT_NOFILE)"),
            },
            Errno::NFILE => to.write_str("too many open files in the whole system (fs.file-max)"),
            _ => of_the_system(errno, to),
        }
    }
}

fn of_the_system(errno: Errno, to: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut words = [0_u8; LONGEST];
    let into = words.as_mut_ptr().cast::<c_char>();
    // SAFETY: it writes at most as many bytes as the buffer has, a NUL among them.
    let told = unsafe { libc::strerror_r(errno.raw_os_error(), into, words.len()) };
    let words = CStr::from_bytes_until_nul(&words).ok();
    match words.and_then(|words| words.to_str().ok()) {
        Some(words) if told == 0 => to.write_str(words),
        _ => write!(to, "error {}", errno.raw_os_error()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_left_out() {
        let error = io::Error::from(Errno::ADDRINUSE);
        assert_eq!(of(&error).to_string(), "Address already in use");
        assert_eq!(of(&io::Error::other("no frame")).to_string(), "no frame");
        let unknown = io::Error::from_raw_os_error(3_999);
        assert!(of(&unknown).to_string().contains("3999"));
    }

    #[test]
    #[cfg_attr(miri, ignore = "it asks the system")]
    fn the_limit_that_was_met_is_named() {
        let words = of(&Errno::MFILE.into()).to_string();
        assert!(words.starts_with("too many open files"), "{words}");
        assert!(words.contains("RLIMIT_NOFILE"), "{words}");
        let words = of(&Errno::NFILE.into()).to_string();
        assert!(words.contains("fs.file-max"), "{words}");
    }
}
