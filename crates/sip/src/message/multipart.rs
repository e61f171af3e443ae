//! Bodies of several parts (RFC 2046 §5.1, RFC 5621): the one that is wanted is found where it lies.

use super::Name;
use super::value::{Params, token_before, unquote};
use std::borrow::Cow;

/// So many parts are looked at; what follows them is left alone.
const MAX_PARTS: usize = 16;

/// A body, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part<'a> {
    /// Its type with the parameters; empty if it does not tell, which means plain text.
    pub content_type: &'a str,
    /// Its Content-Disposition; empty if there is none.
    pub disposition: &'a str,
    /// Its Content-Transfer-Encoding; empty if there is none.
    pub encoding: &'a str,
    pub body: &'a [u8],
}

impl<'a> Part<'a> {
    /// A whole body of this type.
    pub fn new(content_type: &'a str, body: &'a [u8]) -> Self {
        Part {
            content_type,
            disposition: "",
            encoding: "",
            body,
        }
    }

    /// Whether this is of a type, `application/sdp` for instance, whatever its parameters.
    pub fn is(&self, media_type: &str) -> bool {
        token_before(self.content_type, b';').eq_ignore_ascii_case(media_type)
    }

    /// Whether the body can be read as it lies there.
    pub fn is_plain(&self) -> bool {
        ["", "binary", "8bit", "7bit"]
            .iter()
            .any(|plain| self.encoding.eq_ignore_ascii_case(plain))
    }

    /// Whether who does not understand this part may pass it over (RFC 5621 §5).
    pub fn is_optional(&self) -> bool {
        Params::after(self.disposition).any(|(name, value)| {
            let value = value.unwrap_or_default();
            name.eq_ignore_ascii_case("handling") && value.eq_ignore_ascii_case("optional")
        })
    }

    /// The first part of this type: the body itself, a part of it, or a part of such a part. One that
    /// is encoded (Base64, for instance) is not taken.
    pub fn find(self, media_type: &str) -> Option<Part<'a>> {
        let good = |part: &Part<'_>| part.is(media_type) && part.is_plain();
        if good(&self) {
            return Some(self);
        }
        self.parts().find_map(|part| match good(&part) {
            true => Some(part),
            false => part.parts().find(good),
        })
    }

    /// The parts of a `multipart` body; none of any other.
    pub fn parts(self) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let mut rest = self.boundary().and_then(|boundary| {
            // What stands before the first delimiter is for readers without MIME.
            let (_, rest) = to_delimiter(self.body, &boundary)?;
            Some((boundary, rest))
        });
        std::iter::from_fn(move || {
            let (boundary, text) = rest.take()?;
            // The delimiter that closes the last part ends with two more dashes.
            if text.starts_with(b"--") {
                return None;
            }
            let text = text.get(memchr::memchr(b'\n', text)? + 1..)?;
            // One that is not closed is cut off.
            let (part, after) = to_delimiter(text, &boundary)?;
            rest = Some((boundary, after));
            Some(read(part))
        })
        .take(MAX_PARTS)
    }

    fn boundary(&self) -> Option<Cow<'a, str>> {
        let kind = self.content_type.get(.."multipart/".len())?;
        if !kind.eq_ignore_ascii_case("multipart/") || !self.is_plain() {
            return None;
        }
        let mut params = Params::after(self.content_type);
        let (_, value) = params.find(|(name, _)| name.eq_ignore_ascii_case("boundary"))?;
        Some(unquote(value?)).filter(|boundary| (1..=70).contains(&boundary.len()))
    }
}

/// The text up to the line end before the next delimiter, and what follows the delimiter.
fn to_delimiter<'a>(text: &'a [u8], boundary: &str) -> Option<(&'a [u8], &'a [u8])> {
    let mut at = 0;
    loop {
        let line = text.get(at..)?;
        let after = line
            .strip_prefix(b"--")
            .and_then(|l| l.strip_prefix(boundary.as_bytes()));
        // A longer boundary may begin like this one.
        let ends =
            |after: &[u8]| after.starts_with(b"--") || after.trim_ascii_start().len() < after.len();
        if let Some(after) = after.filter(|after| after.is_empty() || ends(after)) {
            let before = text.get(..at)?;
            let before = before.strip_suffix(b"\n").unwrap_or(before);
            return Some((before.strip_suffix(b"\r").unwrap_or(before), after));
        }
        at += memchr::memchr(b'\n', line)? + 1;
    }
}

/// A part with its headers.
fn read(part: &[u8]) -> Part<'_> {
    let mut read = Part::new("", part);
    let mut at = 0;
    while let Some(line) = part.get(at..) {
        // A header goes on in the lines that begin with white space.
        let mut end = 0;
        loop {
            let Some(found) = memchr::memchr(b'\n', line.get(end..).unwrap_or_default()) else {
                end = line.len();
                break;
            };
            end += found + 1;
            if end == 1 || !matches!(line.get(end), Some(b' ' | b'\t')) {
                break;
            }
        }
        let header = line.get(..end).unwrap_or_default();
        at += end;
        if header.trim_ascii().is_empty() {
            break;
        }
        let Some((name, value)) = std::str::from_utf8(header)
            .ok()
            .and_then(|h| h.split_once(':'))
        else {
            continue;
        };
        let (name, value) = (name.trim_ascii(), value.trim_ascii());
        match Name::of(name) {
            Name::ContentType => read.content_type = value,
            Name::ContentDisposition => read.disposition = value,
            Name::Other if name.eq_ignore_ascii_case("Content-Transfer-Encoding") => {
                read.encoding = value;
            }
            _ => {}
        }
    }
    read.body = part.get(at..).unwrap_or_default();
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: &str = "multipart/mixed; boundary=\"b 1\"";

    fn sdp<'a>(content_type: &'a str, body: &'a str) -> Option<&'a str> {
        let part = Part::new(content_type, body.as_bytes()).find("application/sdp")?;
        std::str::from_utf8(part.body).ok()
    }

    #[test]
    fn a_body_is_its_own_first_part() {
        assert_eq!(
            sdp("Application/SDP ;charset=x", "v=0\r\n"),
            Some("v=0\r\n")
        );
        assert_eq!(sdp("text/plain", "v=0\r\n"), None);
        assert_eq!(sdp("", "v=0\r\n"), None);
    }

    #[test]
    fn a_part_is_found_among_others() {
        let body = "For others.\r\n--b 1 \r\n\
            content-type : text/plain\r\n\r\nNot --b 1\r\n--b 12\r\n--b 1\r\n\
            C: application/sdp;\r\n charset=x\r\nContent-Disposition: session;\r\n handling=Optional\r\n\
            \r\nv=0\r\ns=-\r\n\r\n--b 1\r\n\r\n--b 1--\r\nrest\r\n";
        assert_eq!(sdp(MIXED, body), Some("v=0\r\ns=-\r\n"));
        let parts: Vec<_> = Part::new(MIXED, body.as_bytes()).parts().collect();
        assert_eq!(parts.len(), 3);
        assert_eq!(parts[0].body, b"Not --b 1\r\n--b 12");
        assert!(parts[1].is_optional() && !parts[0].is_optional());
        assert_eq!((parts[2].content_type, parts[2].body), ("", &b""[..]));
    }

    #[test]
    fn a_part_may_have_parts_but_no_deeper() {
        let nested = |inner: &str, sub: &str| {
            format!("--{inner}\nContent-Type: multipart/alternative;boundary={sub}\n\n")
        };
        let sdp_part = "Content-Type: application/sdp\n\nv=0\n";
        let two = format!("{}--y\n{sdp_part}--y--\n--x--\n", nested("x", "y"));
        assert_eq!(sdp("multipart/mixed;boundary=x", &two), Some("v=0"));
        let three = format!(
            "{}{}--z\n{sdp_part}--z--\n--y--\n--x--",
            nested("x", "y"),
            nested("y", "z")
        );
        assert_eq!(sdp("multipart/mixed;boundary=x", &three), None);
    }

    #[test]
    fn encoded_and_unclosed_parts_are_not_taken() {
        let part = |encoding: &str, end: &str| {
            format!(
                "--x\r\nContent-Type: application/sdp\r\nContent-Transfer-Encoding: {encoding}\r\n\r\nv=0\r\n{end}"
            )
        };
        let mixed = "multipart/mixed;boundary=x";
        assert_eq!(sdp(mixed, &part("Binary", "--x--")), Some("v=0"));
        assert_eq!(sdp(mixed, &part("base64", "--x--")), None);
        assert_eq!(sdp(mixed, &part("binary", "")), None);
        assert_eq!(sdp("multipart/mixed", &part("binary", "--x--")), None);
        assert_eq!(sdp("multipart/mixed;boundary=\"\"", "--\r\n\r\n--"), None);
    }

    #[test]
    fn there_are_only_so_many_parts() {
        let many = "--x\n\n".repeat(1_000) + "--x--";
        let parts = Part::new("multipart/mixed;boundary=x", many.as_bytes()).parts();
        assert_eq!(parts.count(), MAX_PARTS);
    }
}
