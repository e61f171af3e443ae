//! Writing messages, from the first line to the body, into one buffer. Whoever writes passes the
//! headers in their order; Content-Length is written at the end.

use super::bytes::Bytes;
use super::{Method, Name};

/// A request without its Via, which the transaction layer puts in when it knows the way.
#[derive(Debug, Clone)]
pub struct Draft {
    pub method: Method,
    /// The message from its first line to the end of its body; the Via goes after the first line.
    pub bytes: Vec<u8>,
}

impl Draft {
    /// The message with these lines, each with its CR LF, after its first one.
    pub fn with_via(&self, via: &[u8]) -> Vec<u8> {
        let first = memchr::memchr(b'\n', &self.bytes).map_or(0, |at| at + 1);
        let (first, rest) = self.bytes.split_at_checked(first).unwrap_or_default();
        [first, via, rest].concat()
    }
}

/// Writes a message, header by header. What it is given must not have line breaks in it: they
/// become spaces, so that no text from outside makes a header.
#[derive(Debug)]
pub struct Writer {
    bytes: Vec<u8>,
}

/// Room for a usual message with its body.
const USUAL: usize = 1024;

impl Writer {
    /// Begins a request. One with a method that [`Method`] does not know begins with
    /// [`Writer::other_request`].
    pub fn request(method: Method, uri: &str) -> Self {
        Writer::other_request(method.text(), uri)
    }

    /// Begins a request whose method is this text.
    pub fn other_request(method: &str, uri: &str) -> Self {
        let mut writer = Writer {
            bytes: Vec::with_capacity(USUAL),
        };
        writer.word(method);
        writer.bytes.push(b' ');
        writer.word(uri);
        writer.bytes.extend_from_slice(b" SIP/2.0\r\n");
        writer
    }

    /// Begins a response.
    pub fn response(code: u16, reason: &str) -> Self {
        let mut writer = Writer {
            bytes: Vec::with_capacity(USUAL),
        };
        writer.bytes.extend_from_slice(b"SIP/2.0 ");
        writer.digits(code.into());
        writer.bytes.push(b' ');
        writer.text(reason);
        writer.line_end();
        writer
    }

    /// Writes a header. One with a name that [`Name`] does not know is written by
    /// [`Writer::other`]; [`Name::Other`] writes nothing.
    pub fn header(&mut self, name: Name, value: &str) -> &mut Self {
        self.parts(name, &[value])
    }

    /// Writes a header whose value is these parts, one after the other.
    pub fn parts(&mut self, name: Name, parts: &[&str]) -> &mut Self {
        if name == Name::Other {
            return self;
        }
        self.name(name.text());
        for part in parts {
            self.text(part);
        }
        self.line_end();
        self
    }

    /// Writes a header that [`Name`] does not know.
    pub fn other(&mut self, name: &str, value: &str) -> &mut Self {
        self.word(name);
        self.bytes.extend_from_slice(b": ");
        self.text(value);
        self.line_end();
        self
    }

    /// Writes a header whose value is a number.
    pub fn number(&mut self, name: Name, value: u64) -> &mut Self {
        self.name(name.text());
        self.digits(value);
        self.line_end();
        self
    }

    /// `CSeq: number METHOD`.
    pub fn cseq(&mut self, number: u32, method: Method) -> &mut Self {
        self.name(Name::CSeq.text());
        self.digits(number.into());
        self.bytes.push(b' ');
        self.text(method.text());
        self.line_end();
        self
    }

    /// Whole lines, each with its CR LF, such as those of an [`super::Echo`].
    pub fn lines(&mut self, lines: &[u8]) -> &mut Self {
        self.bytes.extend_from_slice(lines);
        self
    }

    /// Ends a message without a body.
    pub fn end(mut self) -> Vec<u8> {
        self.bytes.extend_from_slice(b"Content-Length: 0\r\n\r\n");
        self.bytes
    }

    /// Ends a message with a body of this type.
    pub fn end_with(mut self, content_type: &str, body: &[u8]) -> Vec<u8> {
        self.header(Name::ContentType, content_type);
        self.number(Name::ContentLength, body.len() as u64);
        self.line_end();
        self.bytes.extend_from_slice(body);
        self.bytes
    }

    /// What is written so far, for lines that are written piece by piece.
    pub(super) fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    fn name(&mut self, name: &str) {
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(b": ");
    }

    fn line_end(&mut self) {
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// A text that stays within its line.
    fn text(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        while let Some(at) = memchr::memchr3(b'\r', b'\n', 0, rest) {
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, &[]));
            self.bytes.extend_from_slice(before);
            self.bytes.push(b' ');
            rest = after.get(1..).unwrap_or_default();
        }
        self.bytes.extend_from_slice(rest);
    }

    /// A text that has to stay one word: what would end it is escaped as in a URI.
    fn word(&mut self, text: &str) {
        const HEX: &[u8; 16] = b"0123456789ABCDEF";
        if !Bytes::BLANK.are_in(text) {
            self.bytes.extend_from_slice(text.as_bytes());
            return;
        }
        for byte in text.bytes() {
            if byte > b' ' && byte != 0x7F {
                self.bytes.push(byte);
            } else {
                self.bytes.push(b'%');
                self.bytes.extend(HEX.get(usize::from(byte >> 4)));
                self.bytes.extend(HEX.get(usize::from(byte & 15)));
            }
        }
    }

    fn digits(&mut self, mut value: u64) {
        let mut digits = [0; 20];
        let mut used = 0;
        for place in digits.iter_mut().rev() {
            *place = b'0' + (value % 10) as u8;
            value /= 10;
            used += 1;
            if value == 0 {
                break;
            }
        }
        let from = digits.len() - used;
        self.bytes
            .extend_from_slice(digits.get(from..).unwrap_or_default());
    }
}
