//! Records of calls that are over, as a node tells them to those who may use the calls' lines.

use crate::codec::{self, MAX_TEXT, ReadError};
use crate::elsewhere::{MAX_CALLS, MAX_PARTS};
use serde::{Deserialize, Serialize};
use std::iter::Peekable;

/// Which records are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordsWanted {
    /// Only those of calls of this user, by the name of their account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// Only those of calls that began at this time or later: the beginning of how
    /// [`RecordEntry::begin`] says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Only those of calls that began before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// At most so many: those of the calls that ended last.
    pub last: u32,
}

/// A part of the records that are wanted. They go out in parts, one after the other, those of the
/// calls that ended last before the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordsPart {
    /// The number of what was asked for.
    pub op: u64,
    /// How many parts come before this one; below [`MAX_PARTS`].
    pub part: u32,
    /// Whether another part comes.
    pub more: bool,
    /// Whether older ones were left out, for want of room.
    #[serde(default)]
    pub cut: bool,
    /// At most [`MAX_CALLS`].
    pub records: Vec<RecordEntry>,
}

/// What was kept of a call that is over, with the keys of a call record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordEntry {
    /// The call's identifier.
    pub id: String,
    /// Whose call it was, by the name of their account.
    pub user: String,
    /// The address of the client that asked for it.
    pub from: String,
    /// By which way it was asked for.
    pub through: String,
    /// What was to be played on it.
    pub item: String,
    /// What was dialled, as far as it was kept.
    pub number: String,
    /// The name of its line.
    pub line: String,
    /// When it was placed: UTC by the clock of its node, `2026-11-26T08:30:00.250Z`.
    pub begin: String,
    /// When it was answered, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// When it was over.
    pub end: String,
    /// Milliseconds from the answer to the end.
    pub duration: u64,
    /// Why it ended.
    pub cause: String,
    /// The network's last response, a status code of SIP.
    pub code: i32,
    /// Its phrase.
    pub text: String,
    /// Who ended it.
    pub ended_by: String,
}

impl RecordEntry {
    fn texts(&self) -> impl Iterator<Item = &String> {
        let RecordEntry {
            id,
            user,
            from,
            through,
            item,
            number,
            line,
            begin,
            answer,
            end,
            cause,
            text,
            ended_by,
            duration: _,
            code: _,
        } = self;
        [
            id, user, from, through, item, number, line, begin, end, cause, text, ended_by,
        ]
        .into_iter()
        .chain(answer)
    }

    /// How many bytes its texts have.
    pub fn size(&self) -> usize {
        self.texts().map(String::len).sum()
    }
}

/// As many of `records` as one part carries, at most [`MAX_CALLS`] and, unless `records` is empty, at
/// least one.
pub fn record_part(records: &mut Peekable<impl Iterator<Item = RecordEntry>>) -> Vec<RecordEntry> {
    codec::fill(records, MAX_CALLS)
}

impl RecordsWanted {
    pub(crate) fn check(&self) -> Result<(), ReadError> {
        let texts = [&self.user, &self.since, &self.until];
        match texts
            .into_iter()
            .flatten()
            .any(|text| text.len() > MAX_TEXT)
        {
            true => Err(ReadError::TooMuch("which records are wanted")),
            false => Ok(()),
        }
    }
}

impl RecordsPart {
    pub(crate) fn check(&self) -> Result<(), ReadError> {
        let parts = usize::try_from(self.part).unwrap_or(usize::MAX);
        if self.records.len() > MAX_CALLS || parts >= MAX_PARTS {
            return Err(ReadError::TooMuch("the list of records"));
        }
        let mut texts = self.records.iter().flat_map(RecordEntry::texts);
        match texts.any(|text| text.len() > MAX_TEXT) {
            true => Err(ReadError::TooMuch("a record's text")),
            false => Ok(()),
        }
    }
}
