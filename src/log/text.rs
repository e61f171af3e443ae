//! A line's text, made without memory from the heap: a line often tells that there is none.

use std::ffi::CStr;
use std::fmt;

/// The longest text, in bytes; what is longer is cut.
const LONGEST: usize = 2000;
/// Stands at the end of a text that was cut.
const CUT: &str = "…";

/// A text that is being made. What does not fit is cut.
pub(super) struct Text {
    /// The text, and at least one zero.
    bytes: [u8; LONGEST + 1],
    length: usize,
    /// How long it may become, its mark of being cut not counted; 0 once it is cut.
    room: usize,
    cut: bool,
    /// Whether characters that would break the line are written out.
    one_line: bool,
}

impl Text {
    /// An empty text of one line: a line break that is written to it becomes `\n`.
    pub(super) fn line() -> Self {
        Text {
            bytes: [0; LONGEST + 1],
            length: 0,
            room: LONGEST - CUT.len(),
            cut: false,
            one_line: true,
        }
    }

    /// An empty text that keeps line breaks.
    pub(super) fn lines() -> Self {
        Text {
            one_line: false,
            ..Text::line()
        }
    }

    /// An empty text of one line that is cut after `room` bytes.
    pub(super) fn short(room: usize) -> Self {
        let line = Text::line();
        Text {
            room: room.min(line.room),
            ..line
        }
    }

    /// How many bytes were written.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// What was written.
    pub(super) fn as_str(&self) -> &str {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }

    /// What was written, for C.
    pub(super) fn as_c_str(&self) -> &CStr {
        CStr::from_bytes_until_nul(&self.bytes).unwrap_or_default()
    }

    /// Adds all of `text`, or, if it does not fit, the mark of a cut and nothing any more.
    fn add(&mut self, text: &str) {
        if self.fits(text.len()) {
            self.put(text);
        } else if !self.cut {
            self.put(CUT);
            self.cut = true;
            self.room = 0;
        }
    }

    fn fits(&self, length: usize) -> bool {
        length <= self.room.saturating_sub(self.length)
    }

    fn put(&mut self, text: &str) {
        let end = self.length + text.len();
        if let Some(place) = self.bytes.get_mut(self.length..end) {
            place.copy_from_slice(text.as_bytes());
            self.length = end;
        }
    }

    fn add_char(&mut self, c: char) {
        let mut utf8 = [0; 4];
        match c {
            // The text goes to C.
            '\0' => self.add("\\0"),
            '\n' | '\t' if !self.one_line => self.add(c.encode_utf8(&mut utf8)),
            '\n' => self.add("\\n"),
            '\r' => self.add("\\r"),
            '\t' => self.add("\\t"),
            // Those of a terminal, and those that turn the direction of reading.
            c if c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                self.add("\u{fffd}");
            }
            c => self.add(c.encode_utf8(&mut utf8)),
        }
    }

    /// Adds text of characters from the blank to the tilde, as far as it fits.
    pub(super) fn add_plain(&mut self, text: &str) {
        if self.fits(text.len()) {
            self.put(text);
        } else if !self.cut {
            text.chars().for_each(|c| self.add_char(c));
        }
    }

    /// Adds a character from the blank to the tilde, if it fits.
    pub(super) fn add_mark(&mut self, mark: u8) {
        match self.bytes.get_mut(self.length) {
            Some(place) if self.length < self.room => {
                *place = mark;
                self.length += 1;
            }
            _ => self.add_char(char::from(mark)),
        }
    }

    /// Adds text that may not be UTF-8; what is not becomes U+FFFD.
    pub(super) fn add_bytes(&mut self, bytes: &[u8]) {
        for chunk in bytes.utf8_chunks() {
            if self.cut {
                return;
            }
            chunk.valid().chars().for_each(|c| self.add_char(c));
            if !chunk.invalid().is_empty() {
                self.add("\u{fffd}");
            }
        }
    }
}

impl fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // A plain text, as nearly all are, goes in as a whole.
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            self.add_plain(text);
        } else if !self.cut {
            text.chars().for_each(|c| self.add_char(c));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    #[test]
    fn what_would_break_the_line_is_written_out() {
        let mut text = Text::line();
        write!(text, "a\r\nb\0c\td\u{1b}[31m\u{202e}é").unwrap();
        assert_eq!(text.as_str(), "a\\r\\nb\\0c\\td\u{fffd}[31m\u{fffd}é");
        let mut text = Text::lines();
        text.add_bytes(b"a\nb\tc\0\xffd");
        assert_eq!(text.as_str(), "a\nb\tc\\0\u{fffd}d");
        assert_eq!(text.as_c_str().to_bytes(), text.as_str().as_bytes());
        assert!(text.len() > 0 && Text::line().len() == 0);
    }

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        let long = "é".repeat(LONGEST);
        let mut text = Text::line();
        write!(text, "{long}").unwrap();
        write!(text, "more").unwrap();
        assert!(text.as_str().ends_with("é…"), "{}", text.as_str());
        assert!(text.as_str().len() <= LONGEST);
        let mut text = Text::short(3);
        write!(text, "abcdef").unwrap();
        assert_eq!(text.as_str(), "abc…");
        let mut bytes = Text::short(3);
        bytes.add_bytes(b"abcdef");
        assert_eq!(bytes.as_str(), "abc…");
        let mut marks = Text::short(3);
        (0..5).for_each(|_| marks.add_mark(b'='));
        marks.add_plain("x");
        assert_eq!(marks.as_str(), "===…");
    }
}
