//! The folder that the program runs in.

#![allow(unsafe_code, reason = "the C library writes its name into a buffer")]

use std::ffi::{CStr, c_char};
use std::io;

/// Room for a name as long as the system gives.
pub const LONGEST: usize = 4096;

/// The name of the working directory, written into `room`.
///
/// It takes no memory. [`std::env::current_dir`] and its kin take some, and end the process where there
/// is none.
///
/// # Errors
///
/// Those of `getcwd`: the folder is gone, its name is longer than `room`, or cannot be read.
pub fn current(room: &mut [u8; LONGEST]) -> io::Result<&CStr> {
    let into = room.as_mut_ptr().cast::<c_char>();
    // SAFETY: it writes at most as many bytes as the buffer has, a NUL among them.
    let found = unsafe { libc::getcwd(into, room.len()) };
    if found.is_null() {
        return Err(io::Error::last_os_error());
    }
    CStr::from_bytes_until_nul(room).map_err(|_| io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::ffi::OsStrExt;

    #[test]
    #[cfg_attr(miri, ignore = "it asks the system")]
    fn it_is_the_one_that_the_system_tells() {
        let mut room = [0; LONGEST];
        let expected = std::env::current_dir().unwrap();
        assert_eq!(
            current(&mut room).unwrap().to_bytes(),
            expected.as_os_str().as_bytes()
        );
    }
}
