//! Writing messages.

use super::{Method, Name};

/// A request without its Via, which the transaction layer puts in when it knows the way.
#[derive(Debug, Clone)]
pub struct Draft {
    pub method: Method,
    /// The message from its first line to the end of its body; the Via goes after the first line.
    pub bytes: Vec<u8>,
}

/// Writes a message, header by header. What it is given must not have line breaks in it: they
/// become spaces, so that no text from outside makes a header.
#[derive(Debug)]
pub struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Begins a request.
    pub fn request(_method: Method, _uri: &str) -> Self {
        todo!()
    }

    /// Begins a response.
    pub fn response(_code: u16, _reason: &str) -> Self {
        todo!()
    }

    /// Writes a header.
    pub fn header(&mut self, _name: Name, _value: &str) -> &mut Self {
        todo!()
    }

    /// Writes a header whose value is these parts, one after the other.
    pub fn parts(&mut self, _name: Name, _parts: &[&str]) -> &mut Self {
        todo!()
    }

    /// Writes a header whose value is a number.
    pub fn number(&mut self, _name: Name, _value: u64) -> &mut Self {
        todo!()
    }

    /// `CSeq: number METHOD`.
    pub fn cseq(&mut self, _number: u32, _method: Method) -> &mut Self {
        todo!()
    }

    /// Whole lines, each with its CR LF, such as those of an [`super::Echo`].
    pub fn lines(&mut self, _lines: &[u8]) -> &mut Self {
        todo!()
    }

    /// Ends a message without a body.
    pub fn end(self) -> Vec<u8> {
        todo!()
    }

    /// Ends a message with a body of this type.
    pub fn end_with(self, _content_type: &str, _body: &[u8]) -> Vec<u8> {
        todo!()
    }
}
