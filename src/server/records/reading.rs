//! Records as they are read again.

use super::RecordLine;
use std::io::{self, BufRead, Read};

/// The longest line that is looked into, in bytes; no record is longer.
const LONGEST_LINE: u64 = 1024 * 1024;

/// Which records are of interest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordChoice {
    /// Only those of calls of this user, in whatever case of letters.
    pub user: Option<String>,
    /// Only those of calls that began at this time or later: the beginning of how records say it.
    pub since: Option<String>,
    /// Only those of calls that began before this time.
    pub until: Option<String>,
}

impl RecordChoice {
    /// Whether a record is one of them.
    pub fn takes(&self, record: &RecordLine) -> bool {
        let is_same = |user: &String| user.to_lowercase() == record.user.to_lowercase();
        self.user.as_ref().is_none_or(is_same)
            && self.since.as_ref().is_none_or(|time| record.begin >= *time)
            && self.until.as_ref().is_none_or(|time| record.begin < *time)
    }
}

/// Reads lines, and hands on the records among them. Returns how many lines are none; of those that
/// look like nothing of the kind, as what else `tapi3 serve` prints, nobody needs to hear.
///
/// # Errors
/// They cannot be read to their end.
pub fn read_records(
    mut lines: impl BufRead,
    mut take: impl FnMut(RecordLine),
) -> io::Result<usize> {
    let mut others = 0;
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut limited = Read::take(&mut lines, LONGEST_LINE);
        if limited.read_until(b'\n', &mut line)? == 0 {
            return Ok(others);
        }
        match RecordLine::read(String::from_utf8_lossy(&line).trim()) {
            Some(record) => take(record),
            None if line.starts_with(b"{") => others += 1,
            None => {}
        }
    }
}
