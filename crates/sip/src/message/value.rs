//! What header values are made of (RFC 3261 §25.1): tokens, quoted strings, parameters and lists, cut
//! out of their text without copying. Addresses and Via, which have files of their own, are to be had
//! here as well.

use super::bytes::Bytes;
use std::borrow::Cow;

pub use super::address::NameAddr;
pub use super::via::Via;

/// Cuts a text in two before this byte.
pub(super) fn split_before(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Cuts a text in two before the first of this ASCII byte.
pub(super) fn split_at_first(text: &str, byte: u8) -> (&str, &str) {
    let at = text.bytes().position(|other| other == byte);
    split_before(text, at.unwrap_or(text.len()))
}

/// What stands before the first of this ASCII byte, and what behind it. In texts as short as those of
/// headers looking at each byte costs half of what a search for a character does.
pub(super) fn cut(text: &str, by: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == by)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// Where the first of this byte stands outside of quotes.
fn find_unquoted(text: &str, stop: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = memchr::memchr2(stop, b'"', bytes)?;
    if bytes.get(first) == Some(&stop) {
        return Some(first);
    }
    let (mut quoted, mut escaped) = (false, false);
    for (index, byte) in bytes.iter().enumerate().skip(first) {
        match *byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            byte if byte == stop && !quoted => return Some(index),
            _ => {}
        }
    }
    None
}

/// What may stand in a token (RFC 3261 §25.1).
static TOKEN: Bytes = Bytes::WORD.and(b"-.!%*_+`'~");
/// What ends a word that is the value of a parameter.
static NOT_IN_VALUE: Bytes = Bytes::BLANK.and(b"\"<>,;");

/// Whether this byte may stand in a token.
pub(super) fn is_token_byte(byte: u8) -> bool {
    TOKEN.has(byte)
}

/// Whether a text is a token.
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && TOKEN.are_all_of(text)
}

/// What stands before the first of this byte outside quotes, without white space around it: the type
/// of `type;params`, for instance.
pub fn token_before(text: &str, stop: u8) -> &str {
    let at = find_unquoted(text, stop).unwrap_or(text.len());
    split_before(text, at).0.trim_ascii()
}

/// The parameters of a value: `;name=value;name`, with or without the first semicolon. Names compare
/// without regard to case.
#[derive(Debug, Clone)]
pub struct Params<'a> {
    rest: &'a str,
}

impl<'a> Params<'a> {
    pub fn of(text: &'a str) -> Self {
        Params { rest: text }
    }

    /// The parameters of a whole value, such as that of Content-Type: what follows its first `;`.
    pub fn after(value: &'a str) -> Self {
        let at = find_unquoted(value, b';').unwrap_or(value.len());
        Params::of(split_before(value, at).1)
    }

    /// The value of this parameter, empty if it has none; `None` if it is not there. Of several the
    /// last one counts, though there should be one (RFC 3261 §7.3.1): whoever answers a message, or
    /// passes it on, puts its own to the end.
    pub fn get(text: &'a str, name: &str) -> Option<&'a str> {
        Params::of(text)
            .filter(|(key, _)| key.eq_ignore_ascii_case(name))
            .last()
            .map(|(_, value)| value.unwrap_or_default())
    }

    /// Whether every parameter has the form of one: a token, and a value that is one word or quoted.
    pub(super) fn well_formed(text: &str) -> bool {
        let mut rest = text.trim_ascii();
        while let Some(after) = rest.strip_prefix(';') {
            let at = find_unquoted(after, b';').unwrap_or(after.len());
            let (part, next) = split_before(after, at);
            let good = match cut(part, b'=') {
                None => is_token(part.trim_ascii()),
                Some((name, value)) => is_token(name.trim_ascii()) && is_value(value.trim_ascii()),
            };
            if !good {
                return false;
            }
            rest = next;
        }
        rest.is_empty()
    }
}

/// Whether this is a word or a quoted string. An address in brackets, `[::1]`, is a word here, and
/// so is what is not ASCII.
fn is_value(text: &str) -> bool {
    match text.strip_prefix('"') {
        Some(quoted) => end_of_quotes(quoted) == Some(quoted.len().wrapping_sub(1)),
        None => !text.is_empty() && !NOT_IN_VALUE.are_in(text),
    }
}

impl<'a> Iterator for Params<'a> {
    type Item = (&'a str, Option<&'a str>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let at = find_unquoted(self.rest, b';').unwrap_or(self.rest.len());
            let (part, rest) = split_before(self.rest, at);
            self.rest = rest.strip_prefix(';').unwrap_or_default();
            let part = part.trim_ascii();
            if part.is_empty() {
                continue;
            }
            return Some(match cut(part, b'=') {
                Some((name, value)) => (name.trim_ascii_end(), Some(value.trim_ascii_start())),
                None => (part, None),
            });
        }
    }
}

/// The elements of a list: a value cut at its commas, outside quotes and brackets. Empty ones are
/// left out.
#[derive(Debug, Clone)]
pub struct List<'a> {
    rest: &'a str,
}

/// Cuts a header value into its elements.
pub fn split_list(value: &str) -> List<'_> {
    List { rest: value }
}

impl<'a> Iterator for List<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        while !self.rest.is_empty() {
            let at = end_of_element(self.rest);
            let (part, rest) = split_before(self.rest, at);
            self.rest = rest.strip_prefix(',').unwrap_or_default();
            let part = part.trim_ascii();
            if !part.is_empty() {
                return Some(part);
            }
        }
        None
    }
}

fn end_of_element(text: &str) -> usize {
    // Most values are no lists.
    if memchr::memchr(b',', text.as_bytes()).is_none() {
        return text.len();
    }
    let (mut quoted, mut escaped, mut angle) = (false, false, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if !angle => quoted = !quoted,
            b'<' if !quoted => angle = true,
            b'>' if !quoted => angle = false,
            b',' if !quoted && !angle => return index,
            _ => {}
        }
    }
    text.len()
}

/// Where a quoted string ends, given what follows its first quote.
pub(super) fn end_of_quotes(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(index),
            _ => {}
        }
    }
    None
}

/// What stood between quotes, without the backslashes that protected it there. Quotes around it, if
/// they are still there, go too.
pub fn unquote(text: &str) -> Cow<'_, str> {
    let inner = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
    let text = inner.unwrap_or(text);
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    for c in text.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            out.push(c);
            escaped = false;
        }
    }
    Cow::Owned(out)
}

/// A text as a quoted string; control characters become spaces.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_cut_at_their_own_commas_only() {
        let parts: Vec<_> =
            split_list(r#" <sip:a,b@h;lr>, "x, \"y" <sip:c@h>,,<sip:d"@h> ,<sip:e"@h>,"#).collect();
        assert_eq!(
            parts,
            [
                r"<sip:a,b@h;lr>",
                r#""x, \"y" <sip:c@h>"#,
                r#"<sip:d"@h>"#,
                r#"<sip:e"@h>"#
            ]
        );
        assert_eq!(split_list(" ").count(), 0);
    }

    #[test]
    fn of_parameters_with_one_name_the_last_counts() {
        let params = ";tag=a;x;Tag=b";
        assert_eq!(Params::get(params, "tag"), Some("b"));
        assert_eq!(Params::get(params, "x"), Some(""));
        assert_eq!(Params::get(params, "y"), None);
    }

    #[test]
    fn types_and_quotes() {
        let value = r#"Multipart/mixed ; boundary="a;b=c"; charset=x"#;
        assert_eq!(token_before(value, b';'), "Multipart/mixed");
        let boundary = Params::after(value).find(|(name, _)| *name == "boundary");
        assert_eq!(unquote(boundary.unwrap().1.unwrap()), "a;b=c");
        assert_eq!(quote("a\"b\\c\r\nd"), r#""a\"b\\c  d""#);
        assert_eq!(unquote(&quote("a\"b\\c")), "a\"b\\c");
    }
}
