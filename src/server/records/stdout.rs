//! Call records on standard output.

use super::writer::Output;
use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;

/// Standard output, without the lock that others take who write to it: a pipe that nobody reads
/// would keep it for ever.
pub(super) struct Stdout(File);

impl Stdout {
    /// # Errors
    /// There is no standard output, or no descriptor is left.
    pub fn open() -> io::Result<Self> {
        let own = io::stdout().as_fd().try_clone_to_owned()?;
        Ok(Stdout(File::from(own)))
    }
}

impl Output for Stdout {
    fn prepare(&mut self, _: usize, _: bool) -> io::Result<bool> {
        Ok(true)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }
}
