//! Which files are being recorded into: two recordings in one file would be none.

use super::super::fault::{Fault, Result};
use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Mutex;
use tapi3_common::process::Own;
use tapi3_common::sync::unmodelled::lock;

/// A file's device and its number there, which it has under every name.
type Identity = (u64, u64);

/// Each process has its own: a forked child records nothing that its parent does.
static CLAIMED: Own<Mutex<Vec<Identity>>> = Own::new(Mutex::new(Vec::new()));

fn claimed() -> &'static Mutex<Vec<Identity>> {
    CLAIMED.get(|_| Mutex::new(Vec::new()))
}

/// A recorder's right to a file, until it is dropped.
#[derive(Debug)]
pub(super) struct Claim(Identity);

impl Claim {
    /// Takes a file for one recorder. A device, which keeps nothing, is everybody's: None.
    ///
    /// # Errors
    /// Another recorder of this process is at it; no memory.
    pub fn of(file: &File, path: &Path) -> Result<Option<Self>> {
        let known = file
            .metadata()
            .map_err(|error| Fault::system(path, &error))?;
        if !known.is_file() {
            return Ok(None);
        }
        let identity = (known.dev(), known.ino());
        let mut claimed = lock(claimed());
        if claimed.contains(&identity) {
            return Err(Fault::shared(path));
        }
        claimed.try_reserve(1)?;
        claimed.push(identity);
        Ok(Some(Claim(identity)))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut claimed = lock(claimed());
        if let Some(at) = claimed.iter().position(|claimed| *claimed == self.0) {
            claimed.swap_remove(at);
        }
    }
}
