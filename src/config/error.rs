//! What is wrong with a configuration, in one sentence that names the file, the line and the key.

use super::Source;
use super::value::Mistake;
use crate::engine::{Error, ErrorKind};
use crate::settings::Place;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

impl Source {
    /// An error at a place in the text.
    pub(super) fn error_at(&self, place: &Range<usize>, key: Option<&str>, what: &str) -> Error {
        let (file, line) = (&self.name, self.line_of(place.start));
        let text = match key {
            Some(key) => format!("{file}, line {line}, key {key}: {what}."),
            None => format!("{file}, line {line}: {what}."),
        };
        Error::with_text(ErrorKind::OperationFailed, text)
    }

    /// What is no TOML. The reader's words stop before what it would have liked instead, and never
    /// show what stands there.
    pub(super) fn error_of(&self, error: &toml::de::Error) -> Error {
        let words = error.message().lines().next().unwrap_or_default();
        let words = words.split(", expected").next().unwrap_or_default();
        let place = error.span().unwrap_or(0..0);
        self.error_at(&place, None, &format!("this is not TOML: {words}"))
    }

    /// A setting that cannot be read.
    pub(super) fn error_in(&self, mistake: &Mistake, table: &Range<usize>) -> Error {
        let place = mistake.place.as_ref().unwrap_or(table);
        self.error_at(place, mistake.key.as_deref(), &mistake.message())
    }

    /// A setting that was read and makes no sense.
    pub(super) fn error(&self, text: String) -> Error {
        Error::with_text(ErrorKind::OperationFailed, text)
    }

    /// The number of the line in which `start` stands.
    pub(super) fn line_of(&self, start: usize) -> usize {
        self.line_ends.partition_point(|end| *end < start) + 1
    }

    /// Where a table and its keys stand.
    pub(super) fn place_of(&self, table: &DeTable, place: &Range<usize>) -> Place {
        let keys = table.keys();
        let keys = keys.map(|key: &Spanned<_>| {
            let name: &std::borrow::Cow<str> = key.get_ref();
            (name.clone().into_owned(), self.line_of(key.span().start))
        });
        Place::new(&self.name, self.line_of(place.start), keys.collect())
    }
}
