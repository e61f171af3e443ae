//! Lists of entries within a structure.

use super::fault::Result;
use super::text::Form;

/// A list of entries of one size, and behind them their texts, whose places count from the start of
/// the whole.
pub struct List {
    bytes: Vec<u8>,
    start: usize,
    form: Form,
}

impl List {
    /// One of `count` entries of this size that begins at `start`. Zero all over.
    pub fn new(start: usize, count: usize, size: usize, form: Form) -> Result<Self> {
        let length = count.saturating_mul(size);
        let mut bytes = Vec::new();
        bytes.try_reserve(length)?;
        bytes.resize(length, 0);
        Ok(List { bytes, start, form })
    }

    /// Sets a number in an entry.
    pub fn put(&mut self, at: usize, number: u32) {
        if let Some(place) = self.bytes.get_mut(at..at + 4) {
            place.copy_from_slice(&number.to_le_bytes());
        }
    }

    /// Adds a text; its size stands at `at`, and its place behind that. Nothing of an empty one.
    pub fn text(&mut self, at: usize, text: &str) -> Result<()> {
        self.text_of(at, std::iter::once(text))
    }

    /// As [`List::text`], of a text in pieces.
    pub fn text_of<'a>(&mut self, at: usize, pieces: impl Iterator<Item = &'a str>) -> Result<()> {
        let begin = self.bytes.len();
        for piece in pieces {
            self.form.append(piece, &mut self.bytes)?;
            // Only the last of them ends the text.
            self.bytes.truncate(self.bytes.len() - self.form.unit());
        }
        if self.bytes.len() == begin {
            return Ok(());
        }
        self.form.append("", &mut self.bytes)?;
        self.put(at, (self.bytes.len() - begin) as u32);
        self.put(at + 4, (self.start + begin) as u32);
        Ok(())
    }

    /// The entries and their texts.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
