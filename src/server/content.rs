//! What a request's body is said to be, before it is read.

use super::http_answer::{Answer, plain};
use crate::soap::CONTENT_TYPE;
use hyper::StatusCode;
use hyper::header::{self, HeaderMap, HeaderValue};

/// Refuses what is not plain XML. A browser sends no such type to another site without asking,
/// so this also keeps other sites from using a password that a browser remembers.
pub(super) fn unreadable_kind(headers: &HeaderMap) -> Option<Answer> {
    let kind = headers.get(header::CONTENT_TYPE);
    let is_readable = kind.is_some_and(|kind| {
        // As most clients write it.
        kind == CONTENT_TYPE || kind.to_str().is_ok_and(is_plain_xml)
    });
    if !is_readable {
        let what = "Send SOAP 1.1 as \"Content-Type: text/xml; charset=utf-8\".";
        return Some(plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, what));
    }
    let encoding = headers.get(header::CONTENT_ENCODING);
    if encoding.is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        let what = "Send the request without compression.";
        let mut answer = plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, what);
        let identity = HeaderValue::from_static("identity");
        answer
            .headers_mut()
            .insert(header::ACCEPT_ENCODING, identity);
        return Some(answer);
    }
    None
}

fn is_plain_xml(kind: &str) -> bool {
    let mut parts = kind.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let xml = ["text/xml", "application/xml"];
    let is_xml = xml.iter().any(|known| essence.eq_ignore_ascii_case(known));
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case("charset").then_some(value)
    });
    let known = ["utf-8", "utf8", "us-ascii"];
    is_xml && charset.is_none_or(|c| known.iter().any(|known| c.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_xml_is_read() {
        let answer = |kind: Option<&'static str>, encoding: Option<&'static str>| {
            let mut headers = HeaderMap::new();
            let values = [
                (header::CONTENT_TYPE, kind),
                (header::CONTENT_ENCODING, encoding),
            ];
            for (name, value) in values {
                if let Some(value) = value {
                    headers.insert(name, HeaderValue::from_static(value));
                }
            }
            unreadable_kind(&headers).map(|answer| answer.status().as_u16())
        };
        for kind in [
            "text/xml",
            "text/xml; charset=utf-8",
            "Text/XML;Charset=\"UTF-8\"",
            "application/xml; x=y; charset=us-ascii",
        ] {
            assert_eq!(answer(Some(kind), None), None, "{kind}");
            assert_eq!(answer(Some(kind), Some("identity")), None);
            assert_eq!(answer(Some(kind), Some("gzip")), Some(415));
        }
        for kind in [
            None,
            Some("text/plain"),
            Some("application/x-www-form-urlencoded"),
            Some("application/soap+xml; charset=utf-8"),
            Some("text/xml; charset=utf-16"),
            Some("text/xmlfoo"),
        ] {
            assert_eq!(answer(kind, None), Some(415), "{kind:?}");
        }
    }
}
