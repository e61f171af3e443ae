//! A message in its buffer.

use super::{Method, Name};

/// The first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start<'a> {
    Request {
        method: Method,
        /// The method's text, which matters for [`Method::Other`].
        text: &'a str,
        uri: &'a str,
    },
    Response {
        code: u16,
        reason: &'a str,
    },
}

/// A message that is well-formed as far as everybody has to rely on: it has one each of From, To,
/// Call-ID and CSeq, at least one Via, and what it says about its own length and method is true.
#[derive(Debug)]
pub struct Message<'a> {
    // Helper M: start line, an index of the fields (SmallVec of name and offsets), the head, the body.
    start: Start<'a>,
    body: &'a [u8],
}

/// A message that cannot be taken.
#[derive(Debug)]
pub struct Malformed<'a> {
    /// What to answer if it is a request that can be answered: 400, 505, 416, ….
    pub code: u16,
    /// Why, in the words of the answer's reason phrase.
    pub why: &'static str,
    /// The parts that an answer repeats, if the message is a request other than ACK that has them.
    pub request: Option<Message<'a>>,
}

impl<'a> Message<'a> {
    /// Parses a whole message: a datagram, or what a [`super::Framer`] cut out of a stream. The
    /// buffer is changed where the message may be written in several ways (folded lines become one).
    pub fn parse(_bytes: &'a mut [u8]) -> Result<Self, Malformed<'a>> {
        todo!()
    }

    pub fn start(&self) -> &Start<'a> {
        &self.start
    }

    /// The method of a request, or the one that the CSeq of a response names.
    pub fn method(&self) -> Method {
        todo!()
    }

    pub fn method_text(&self) -> &'a str {
        todo!()
    }

    /// The status code; `None` for a request.
    pub fn code(&self) -> Option<u16> {
        todo!()
    }

    /// The Request-URI; `None` for a response.
    pub fn request_uri(&self) -> Option<&'a str> {
        todo!()
    }

    /// The value of the first header of this name, without white space around it.
    pub fn header(&self, _name: Name) -> Option<&'a str> {
        todo!()
    }

    /// The values of all headers of this name, one for each line.
    pub fn headers(&self, _name: Name) -> impl Iterator<Item = &'a str> {
        std::iter::empty()
    }

    /// The elements of all headers of this name: lines cut at their commas (outside quotes and
    /// brackets).
    pub fn list(&self, _name: Name) -> impl Iterator<Item = &'a str> {
        std::iter::empty()
    }

    /// The value of the first header with a name that [`Name`] does not know.
    pub fn other(&self, _name: &str) -> Option<&'a str> {
        todo!()
    }

    /// The tag of From; empty if there is none.
    pub fn from_tag(&self) -> &'a str {
        todo!()
    }

    /// The tag of To; empty if there is none.
    pub fn to_tag(&self) -> &'a str {
        todo!()
    }

    pub fn call_id(&self) -> &'a str {
        todo!()
    }

    /// The number in CSeq.
    pub fn cseq(&self) -> u32 {
        todo!()
    }

    /// Whether a list of tokens (Require, Supported, Allow, …) has this one, in any case.
    pub fn has_token(&self, _name: Name, _token: &str) -> bool {
        todo!()
    }

    pub fn body(&self) -> &'a [u8] {
        self.body
    }
}
