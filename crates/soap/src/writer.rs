//! Writes XML: escaping, and elements with attributes. Small on purpose; the messages have a fixed
//! shape, so the callers are the schema.

use super::error::WriteError;
use std::fmt::Write as _;

/// The XML declaration that opens every message. Two known clients fail without it.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

/// A message being written.
pub(super) struct Writer {
    out: String,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self::after(DECLARATION)
    }

    /// A message that begins like this.
    pub(super) fn after(beginning: &str) -> Self {
        let mut out = String::with_capacity(1024);
        out.push_str(beginning);
        Self { out }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// `<name a="v" …>`
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.out.push('>');
        self
    }

    /// `</name>`
    pub(super) fn close(&mut self, name: &str) -> &mut Self {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        self
    }

    /// `<name n="1" … a="v" …/>`
    pub(super) fn empty_with_numbers(
        &mut self,
        name: &str,
        numbers: &[(&str, i32)],
        attributes: &[(&str, &str)],
    ) {
        self.tag(name, &[]);
        for (key, number) in numbers {
            self.attribute(key, |out| {
                // Writing to a string cannot fail.
                let _ = write!(out, "{number}");
            });
        }
        for (key, value) in attributes {
            self.attribute(key, |out| escape_into(out, value, true));
        }
        self.out.push_str("/>");
    }

    /// `<name a="v" …/>`
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.out.push_str("/>");
        self
    }

    /// `<name a="v" …>text</name>`
    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        text: &str,
    ) -> &mut Self {
        self.open(name, attributes);
        escape_into(&mut self.out, text, false);
        self.close(name)
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.attribute(key, |out| escape_into(out, value, true));
        }
    }

    fn attribute(&mut self, key: &str, value: impl FnOnce(&mut String)) {
        self.out.push(' ');
        self.out.push_str(key);
        self.out.push_str("=\"");
        value(&mut self.out);
        self.out.push('"');
    }
}

/// Appends `text` so that a parser gives back the same characters. What XML cannot carry becomes
/// U+FFFD: the texts that a server sends (a SIP reason phrase, say) come from elsewhere, and a
/// spoilt sentence is better than an unreadable answer. Requests are checked first: [`carriable`].
pub(super) fn escape_into(out: &mut String, text: &str, attribute: bool) {
    // Nearly all texts stay as they are. All bytes are looked at, many at a time.
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !is_plain(byte)) {
        let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut chars = special.chars();
        match chars.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') if attribute => out.push_str("&quot;"),
            // Line ends and, in attributes, all white space are normalised unless written so.
            Some('\r') => out.push_str("&#xD;"),
            Some('\n') if attribute => out.push_str("&#xA;"),
            Some('\t') if attribute => out.push_str("&#x9;"),
            Some(c) if is_xml_char(c) => out.push(c),
            Some(_) => out.push('\u{FFFD}'),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// Whether a byte is a whole character that is written as it is.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"')
}

/// The production `Char` of XML 1.0.
fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether XML can carry `value` unchanged.
///
/// # Errors
/// [`WriteError`] with the name of the field that holds the character.
pub(super) fn carriable(field: &'static str, value: &str) -> Result<(), WriteError> {
    match value.chars().find(|&c| !is_xml_char(c)) {
        None => Ok(()),
        Some(character) => Err(WriteError { field, character }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_white_space_are_escaped() {
        let mut w = Writer::new();
        w.element("a", &[("b", "<&>\"'\r\n\t")], "<&>\"'\r\n\t]]>");
        assert_eq!(
            w.finish(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
             <a b=\"&lt;&amp;&gt;&quot;'&#xD;&#xA;&#x9;\">&lt;&amp;&gt;\"'&#xD;\n\t]]&gt;</a>"
        );
    }

    #[test]
    fn what_xml_cannot_carry_is_replaced_or_reported() {
        let mut out = String::new();
        escape_into(&mut out, "a\0b\u{1b}\u{FFFE}c", false);
        assert_eq!(out, "a\u{FFFD}b\u{FFFD}\u{FFFD}c");
        out.clear();
        escape_into(&mut out, "\"é\u{7f}\u{1F4DE}&", false);
        assert_eq!(out, "\"é\u{7f}\u{1F4DE}&amp;");
        let error = carriable("DialString", "1\u{7}").unwrap_err();
        assert_eq!((error.field, error.character), ("DialString", '\u{7}'));
        assert_eq!(carriable("DialString", "tel:+1\t\u{1F4DE}"), Ok(()));
    }
}
