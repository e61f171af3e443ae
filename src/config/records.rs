//! The table `[server.records]`: what is written of each call that is over, and where.

use crate::settings::{Place, Wrong, check_range};
use serde::Deserialize;
use std::path::PathBuf;

/// The most digits that can be masked; no number has more.
const MOST_DIGITS: usize = 256;

/// All keys of `[server.records]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RecordsSettings {
    /// The file for the records.
    pub file: Option<PathBuf>,
    /// Write the records to standard output.
    pub stdout: bool,
    /// The file is put aside before it has more bytes than this; 0: it may have any number.
    pub rotate_size: u64,
    /// The file is put aside at the first record of another day (UTC).
    pub rotate_daily: bool,
    /// How many files that were put aside stay; 0: all.
    pub keep: usize,
    /// How many of the last digits of a number become an `x`.
    pub mask_digits: usize,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

impl Default for RecordsSettings {
    fn default() -> Self {
        RecordsSettings {
            file: None,
            stdout: false,
            rotate_size: 10_000_000,
            rotate_daily: true,
            keep: 100,
            mask_digits: 0,
            place: Place::default(),
        }
    }
}

impl RecordsSettings {
    /// Checks what can be checked without looking at files. An error is a whole sentence.
    pub(super) fn check(&self) -> Result<(), String> {
        let told = |wrong: Wrong| self.told(&wrong);
        check_range("mask_digits", self.mask_digits, 0, MOST_DIGITS).map_err(told)?;
        check_range("keep", self.keep, 0, 1_000_000).map_err(told)?;
        check_range("rotate_size", self.rotate_size, 0, 1 << 40).map_err(told)?;
        if self
            .file
            .as_ref()
            .is_some_and(|path| path.file_name().is_none())
        {
            return Err(told(Wrong::new("file", "is not the name of a file")));
        }
        Ok(())
    }

    /// A sentence on what is wrong with these settings.
    pub(crate) fn told(&self, wrong: &Wrong) -> String {
        self.place.tell("[server] records", wrong)
    }
}
