//! The names of a request: ours, and the client's own.
//!
//! Of the client's: "Instrumenting client requests for EWS and REST in Exchange", learn.microsoft.com.

use super::http_answer::Answer;
use crate::log::RequestId;
use arrayvec::ArrayString;
use hyper::header::{HeaderMap, HeaderName, HeaderValue};
use std::fmt::Write;

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
const RETURN_CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("return-client-request-id");

/// Most clients send a GUID of 36 characters.
const MAX_LENGTH: usize = 128;

/// What a client calls its request.
pub(super) struct ClientId {
    name: HeaderValue,
    /// Whether the answer is to say it, too.
    is_returned: bool,
}

impl ClientId {
    /// Reads it from a request's head. One that is long, or more than visible characters of ASCII, is
    /// nobody's name, and so are two of them.
    pub fn read(headers: &HeaderMap) -> Option<Self> {
        let only = |name| {
            let mut all = headers.get_all(name).iter();
            all.next().filter(|_| all.next().is_none())
        };
        let name = only(CLIENT_REQUEST_ID)?;
        let is_name = (1..=MAX_LENGTH).contains(&name.len())
            && name.as_bytes().iter().all(u8::is_ascii_graphic);
        let asked = only(RETURN_CLIENT_REQUEST_ID).map(HeaderValue::as_bytes);
        is_name.then(|| ClientId {
            name: name.clone(),
            is_returned: asked.is_some_and(|asked| asked.eq_ignore_ascii_case(b"true")),
        })
    }

    /// For the log.
    pub fn as_str(&self) -> &str {
        self.name.to_str().unwrap_or_default()
    }
}

/// Says in an answer whose request it belongs to.
pub(super) fn name(answer: &mut Answer, id: RequestId, client: Option<ClientId>) {
    let mut text = ArrayString::<32>::new();
    // It is shorter.
    let written = write!(text, "{id}").is_ok();
    if let Some(id) = HeaderValue::from_str(&text).ok().filter(|_| written) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    if let Some(client) = client.filter(|client| client.is_returned) {
        answer.headers_mut().insert(CLIENT_REQUEST_ID, client.name);
    }
}
