//! A message in its buffer: its first line and where its headers and its body are, found once. What a
//! header means is looked at when somebody asks for it; what is malformed is told with the answer that
//! is due to it.

use super::head::{self, Field, Fields, MAX_HEAD};
use super::multipart::Part;
use super::value::{Params, Via, cut, is_token, split_list, token_before};
use super::{Method, Name, check};
use std::fmt;

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
#[derive(Clone)]
pub struct Message<'a> {
    pub(super) start: Start<'a>,
    pub(super) head: &'a str,
    pub(super) fields: Fields,
    pub(super) body: &'a [u8],
    pub(super) via: Option<Via<'a>>,
    pub(super) from_tag: &'a str,
    pub(super) to_tag: &'a str,
    pub(super) call_id: &'a str,
    pub(super) cseq: u32,
    pub(super) method: Method,
    pub(super) method_text: &'a str,
}

/// A message that cannot be taken.
#[derive(Debug)]
pub struct Malformed<'a> {
    /// What to answer if it is a request that can be answered: 400, 505, 416, ….
    pub code: u16,
    /// Why, in the words of the answer's reason phrase.
    pub why: &'static str,
    /// The parts that an answer repeats, as far as they are there, if the message is a request other
    /// than ACK that says where its answer goes. Nothing else of it is to be relied on.
    pub request: Option<Box<Message<'a>>>,
}

/// As many headers a message may have, one for each line.
const MAX_FIELDS: usize = 300;

impl<'a> Message<'a> {
    /// Parses a whole message: a datagram, or what a [`super::Framer`] cut out of a stream. The
    /// buffer is changed where the message may be written in several ways (folded lines become one).
    pub fn parse(bytes: &'a mut [u8]) -> Result<Self, Malformed<'a>> {
        // Line ends may stand before the start line (RFC 3261 §7.5).
        let lead = bytes
            .iter()
            .take_while(|b| matches!(**b, b'\r' | b'\n'))
            .count();
        let bytes = bytes.get_mut(lead..).unwrap_or_default();
        let (large, length) = (bytes.len() > MAX_HEAD, bytes.len().min(MAX_HEAD));
        let top = bytes.get_mut(..length).unwrap_or_default();
        let Some(found) = head::scan(top, MAX_FIELDS) else {
            return Err(Malformed::plain(400, "Too Many Header Fields"));
        };
        if large && found.body_at.is_none() {
            return Err(Malformed::plain(513, "Message Too Large"));
        }
        let body_at = found.body_at.unwrap_or(length);
        let Some((head, body)) = bytes.split_at_mut_checked(body_at) else {
            return Err(Malformed::plain(400, "Bad Request"));
        };
        let head: &'a str = head::text(head);
        let Some((start, fault)) = start(head.get(..found.start_end).unwrap_or_default()) else {
            return Err(Malformed::plain(400, "Not a SIP Message"));
        };
        let (method, method_text) = match start {
            Start::Request { method, text, .. } => (method, text),
            Start::Response { .. } => (Method::Other, ""),
        };
        let mut message = Message {
            start,
            head,
            fields: found.fields,
            body,
            via: None,
            from_tag: "",
            to_tag: "",
            call_id: "",
            cseq: 0,
            method,
            method_text,
        };
        let checked = match (fault, found.body_at) {
            (Some(fault), _) => Err(fault),
            (None, None) => Err((400, "No End of Header Fields")),
            (None, Some(_)) => Ok(()),
        };
        match checked.and_then(|()| check::all(&mut message)) {
            Ok(()) => Ok(message),
            Err((code, why)) => Err(message.refused(code, why)),
        }
    }

    #[cold]
    fn refused(mut self, code: u16, why: &'static str) -> Malformed<'a> {
        let via = self.list(Name::Via).next();
        self.via = via.and_then(Via::read).map(|(via, _)| via);
        self.from_tag = self.header(Name::From).map_or("", loose_tag);
        self.to_tag = self.header(Name::To).map_or("", loose_tag);
        self.call_id = self.header(Name::CallId).unwrap_or_default();
        let answerable = self.code().is_none() && self.method != Method::Ack && self.via.is_some();
        Malformed {
            code,
            why,
            request: answerable.then(|| Box::new(self)),
        }
    }

    pub fn start(&self) -> &Start<'a> {
        &self.start
    }

    /// The method of a request, or the one that the CSeq of a response names.
    pub fn method(&self) -> Method {
        self.method
    }

    pub fn method_text(&self) -> &'a str {
        self.method_text
    }

    /// The status code; `None` for a request.
    pub fn code(&self) -> Option<u16> {
        match self.start {
            Start::Request { .. } => None,
            Start::Response { code, .. } => Some(code),
        }
    }

    /// The Request-URI; `None` for a response.
    pub fn request_uri(&self) -> Option<&'a str> {
        match self.start {
            Start::Request { uri, .. } => Some(uri),
            Start::Response { .. } => None,
        }
    }

    /// The value of the first header of this name, without white space around it.
    pub fn header(&self, name: Name) -> Option<&'a str> {
        self.headers(name).next()
    }

    /// The values of all headers of this name, one for each line.
    pub fn headers(&self, name: Name) -> impl Iterator<Item = &'a str> {
        let fields = self.fields.iter().filter(move |field| field.name == name);
        fields.map(|field| self.value(field))
    }

    pub(super) fn value(&self, field: &Field) -> &'a str {
        let value = self.head.get(field.value_at.into()..field.value_end.into());
        value.unwrap_or_default()
    }

    /// The elements of all headers of this name: lines cut at their commas (outside quotes and
    /// brackets).
    pub fn list(&self, name: Name) -> impl Iterator<Item = &'a str> {
        self.headers(name).flat_map(split_list)
    }

    /// The value of the first header with a name that [`Name`] does not know.
    pub fn other(&self, name: &str) -> Option<&'a str> {
        let field = self.fields.iter().find(|field| {
            let text = self.head.get(field.name_at.into()..field.name_end.into());
            field.name == Name::Other && text.is_some_and(|text| text.eq_ignore_ascii_case(name))
        })?;
        Some(self.value(field))
    }

    /// The first Via: who sent the message here. Always there unless the message is malformed.
    pub fn via(&self) -> Option<&Via<'a>> {
        self.via.as_ref()
    }

    /// The tag of From; empty if there is none.
    pub fn from_tag(&self) -> &'a str {
        self.from_tag
    }

    /// The tag of To; empty if there is none.
    pub fn to_tag(&self) -> &'a str {
        self.to_tag
    }

    pub fn call_id(&self) -> &'a str {
        self.call_id
    }

    /// The number in CSeq.
    pub fn cseq(&self) -> u32 {
        self.cseq
    }

    /// Whether a list of tokens (Require, Supported, Allow, …) has this one, in any case.
    pub fn has_token(&self, name: Name, token: &str) -> bool {
        self.list(name)
            .any(|element| token_before(element, b';').eq_ignore_ascii_case(token))
    }

    pub fn body(&self) -> &'a [u8] {
        self.body
    }

    /// The body, or the first part of it, that is of this type.
    pub fn part(&self, media_type: &str) -> Option<&'a [u8]> {
        let content_type = self.header(Name::ContentType).unwrap_or_default();
        let part = Part::new(content_type, self.body).find(media_type)?;
        Some(part.body)
    }
}

/// Which message it is, not what it says: that is nobody's business.
impl fmt::Debug for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fields = f.debug_struct("Message");
        if let Some(code) = self.code() {
            fields.field("code", &code);
        }
        fields
            .field("method", &self.method_text)
            .field("cseq", &self.cseq);
        fields
            .field("call_id", &self.call_id)
            .finish_non_exhaustive()
    }
}

impl Malformed<'_> {
    fn plain(code: u16, why: &'static str) -> Self {
        Malformed {
            code,
            why,
            request: None,
        }
    }
}

/// The tag of an address that may be malformed.
fn loose_tag(value: &str) -> &str {
    let after = value.rsplit_once('>').map_or(value, |(_, after)| after);
    Params::get(after, "tag").unwrap_or_default()
}

/// A fault: what to answer, and why.
pub(super) type Fault = (u16, &'static str);

/// Reads the start line (RFC 3261 §7.1, §7.2), strictly but for what cannot be mistaken. A request
/// that is one but written wrongly comes with its fault; `None` if this is no SIP at all.
fn start(line: &str) -> Option<(Start<'_>, Option<Fault>)> {
    if line
        .get(..4)
        .is_some_and(|head| head.eq_ignore_ascii_case("SIP/"))
    {
        return response(line).map(|start| (start, None));
    }
    let (text, rest) = cut(line, b' ')?;
    let (uri, version) = rest.trim_ascii_end().rsplit_once([' ', '\t'])?;
    let (protocol, number) = cut(version, b'/')?;
    if !protocol.eq_ignore_ascii_case("SIP") || !is_token(text) {
        return None;
    }
    let method = Method::of(text);
    let start = Start::Request { method, text, uri };
    let fault = if number != "2.0" {
        Some((505, "Version Not Supported"))
    } else if uri.is_empty()
        || uri
            .bytes()
            .any(|byte| matches!(byte, 0..=b' ' | b'<' | b'>' | b'"'))
    {
        Some((400, "Malformed Request-URI"))
    } else {
        None
    };
    Some((start, fault))
}

fn response(line: &str) -> Option<Start<'_>> {
    let (version, rest) = cut(line, b' ')?;
    let (code, reason) = cut(rest, b' ').unwrap_or((rest, ""));
    let good = version.eq_ignore_ascii_case("SIP/2.0")
        && code.len() == 3
        && code.bytes().all(|byte| byte.is_ascii_digit());
    let code = code
        .parse()
        .ok()
        .filter(|code| good && (100..700).contains(code))?;
    Some(Start::Response { code, reason })
}

#[cfg(test)]
mod tests {
    use super::super::{Echo, Writer};
    use super::*;

    const INVITE: &str = "INVITE sip:bob@example.com SIP/2.0\r\n\
        Via: SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bKa;rport\r\n\
        Max-Forwards: 70\r\n\
        f : \"Alice, A.\" <sip:alice@example.com>;tag=1\r\n\
        t: <sip:bob@example.com>\r\n\
        i: x@y\r\n\
        CSEQ: 7 INVITE\r\n\
        Subject: one\r\n  two\r\n\
        X-Odd: 5\r\n\
        Supported: 100rel, timer\r\n\
        k: Replaces\r\n\
        Content-Length: 4\r\n\
        \r\n\
        v=0\n";

    #[test]
    fn a_message_is_read_where_it_lies() {
        let mut bytes = INVITE.to_owned().into_bytes();
        let message = Message::parse(&mut bytes).unwrap();
        assert_eq!(message.method(), Method::Invite);
        assert_eq!(message.request_uri(), Some("sip:bob@example.com"));
        assert_eq!((message.from_tag(), message.to_tag()), ("1", ""));
        assert_eq!((message.call_id(), message.cseq()), ("x@y", 7));
        assert_eq!(message.header(Name::Subject), Some("one    two"));
        assert_eq!(message.other("x-odd"), Some("5"));
        assert!(message.has_token(Name::Supported, "replaces"));
        assert_eq!(message.list(Name::Supported).count(), 3);
        assert_eq!(message.body(), b"v=0\n");
        assert!(!message.fields.spilled());
    }

    #[test]
    fn an_answer_repeats_what_it_must() {
        let mut bytes = INVITE.to_owned().into_bytes();
        let message = Message::parse(&mut bytes).unwrap();
        let source = "198.51.100.7:6000".parse().unwrap();
        let writer: Writer = Echo::of(&message, source).response(180, "Ringing", "z");
        let text = String::from_utf8(writer.end()).unwrap();
        assert_eq!(
            text,
            "SIP/2.0 180 Ringing\r\n\
             Via: SIP/2.0/UDP 192.0.2.1:5070;branch=z9hG4bKa;rport=6000;received=198.51.100.7\r\n\
             From: \"Alice, A.\" <sip:alice@example.com>;tag=1\r\n\
             Call-ID: x@y\r\n\
             CSeq: 7 INVITE\r\n\
             To: <sip:bob@example.com>;tag=z\r\n\
             Content-Length: 0\r\n\r\n"
        );
        let mut bytes = text.into_bytes();
        let response = Message::parse(&mut bytes).unwrap();
        assert_eq!(
            (response.code(), response.method()),
            (Some(180), Method::Invite)
        );
        assert_eq!(response.to_tag(), "z");
    }
}
