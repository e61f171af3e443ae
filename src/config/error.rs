//! What is wrong with a configuration, in one sentence that names the file, the line and the key.

use super::Source;
use crate::engine::{Error, ErrorKind};
use std::ops::Range;

impl Source {
    /// An error at a place in the text.
    pub(super) fn error_at(&self, place: Option<Range<usize>>, message: &str) -> Error {
        let file = &self.name;
        let start = place.map(|place| place.start);
        let text = match start.and_then(|start| self.line_before(start)) {
            Some((number, before)) => match key_of(before) {
                Some(key) => format!("{file}, line {number}, key {key}: {message}."),
                None => format!("{file}, line {number}: {message}."),
            },
            None => format!("{file}: {message}."),
        };
        Error::with_text(ErrorKind::OperationFailed, text)
    }

    /// What the TOML reader complains about.
    pub(super) fn error_of(&self, error: &toml::de::Error) -> Error {
        self.error_at(error.span(), &error.message().replace('\n', "; "))
    }

    /// The number of the line in which `start` stands.
    pub(super) fn line_of(&self, start: usize) -> usize {
        self.line_before(start).map_or(1, |(number, _)| number)
    }

    /// The number of the line in which `start` stands, and what stands before it there.
    fn line_before(&self, start: usize) -> Option<(usize, &str)> {
        let before = self.text.get(..start)?;
        let line = before.rsplit('\n').next().unwrap_or(before);
        Some((before.matches('\n').count() + 1, line))
    }
}

/// The key whose value begins where `before` ends.
fn key_of(before: &str) -> Option<&str> {
    let (key, _) = before.rsplit_once('=')?;
    let key = key.trim_end();
    let start = key
        .rfind([' ', '{', ',', '\t'])
        .map_or(0, |place| place + 1);
    key.get(start..).filter(|key| !key.is_empty())
}
