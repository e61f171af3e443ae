//! What is wrong with a request before anything in it is looked at: RFC 9112 says to refuse such
//! ones, since others on the way may have read them as something else.

use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Request, StatusCode, Version};

/// The status and words with which a request is to be refused, and its connection closed; `None`
/// for one that is as it should be.
pub(super) fn wrong<B>(request: &Request<B>) -> Option<(StatusCode, &'static str)> {
    host(request.headers(), request.version()).or_else(|| length(request.headers()))
}

/// §3.2: one Host, and one that can be one.
fn host(headers: &HeaderMap, version: Version) -> Option<(StatusCode, &'static str)> {
    let refused = |what| Some((StatusCode::BAD_REQUEST, what));
    let mut hosts = headers.get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (None, _) if version >= Version::HTTP_11 => refused("A request needs a Host."),
        (None, _) => None,
        (Some(_), Some(_)) => refused("A request has one Host."),
        (Some(host), None) if !is_host(host.as_bytes()) => refused("The Host is none."),
        (Some(_), None) => None,
    }
}

/// RFC 3986 §3.2.2 and §3.2.3, or empty.
fn is_host(host: &[u8]) -> bool {
    let (name, port) = match host.strip_prefix(b"[") {
        Some(rest) => match rest.iter().position(|b| *b == b']') {
            Some(end) => {
                let (name, rest) = rest.split_at(end);
                let literal = |b: &u8| b.is_ascii_alphanumeric() || b".:%-_~".contains(b);
                if name.is_empty() || !name.iter().all(literal) {
                    return false;
                }
                (&b""[..], rest.get(1..).unwrap_or_default())
            }
            None => return false,
        },
        None => host.split_at(host.iter().position(|b| *b == b':').unwrap_or(host.len())),
    };
    let in_name = |b: &u8| b.is_ascii_alphanumeric() || b"-._~%!$&'()*+,;=".contains(b);
    let is_port = match port {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    name.iter().all(in_name) && is_port
}

/// §6.1: the body's length is said once, in a way that we know.
fn length(headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    let mut codings = headers.get_all(header::TRANSFER_ENCODING).iter();
    let coding = codings.next()?;
    if headers.contains_key(header::CONTENT_LENGTH) {
        let what = "A body has a Content-Length or a Transfer-Encoding, not both.";
        return Some((StatusCode::BAD_REQUEST, what));
    }
    let is_chunked = |coding: &HeaderValue| {
        let coding = coding.as_bytes().trim_ascii();
        coding.eq_ignore_ascii_case(b"chunked")
    };
    if !is_chunked(coding) || codings.next().is_some() {
        let what = "The only Transfer-Encoding here is chunked.";
        return Some((StatusCode::BAD_REQUEST, what));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(version: Version, lines: &[(&'static str, &'static str)]) -> Option<u16> {
        let mut request = Request::builder().version(version);
        for (name, value) in lines {
            request = request.header(*name, *value);
        }
        let request = request.body(()).unwrap();
        wrong(&request).map(|(status, _)| status.as_u16())
    }

    #[test]
    fn a_request_has_one_host() {
        let of = |hosts: &[&'static str]| {
            let lines: Vec<_> = hosts.iter().map(|host| ("host", *host)).collect();
            refused(Version::HTTP_11, &lines)
        };
        for good in [
            "pbx.example",
            "pbx.example:8080",
            "pbx.example:",
            "192.0.2.1:80",
            "[::1]",
            "[2001:db8::1]:8080",
            "",
            "xn--bcher-kva.example",
        ] {
            assert_eq!(of(&[good]), None, "{good}");
        }
        for bad in [
            "a b",
            "a/b",
            "user@pbx.example",
            "pbx.example:80x",
            "[::1",
            "[]",
            "[::1]x",
            "a,b:1:2",
            "pbx.example?x",
            "<pbx>",
            "::1",
        ] {
            assert_eq!(of(&[bad]), Some(400), "{bad}");
        }
        assert_eq!(of(&[]), Some(400));
        assert_eq!(of(&["a", "a"]), Some(400));
        assert_eq!(refused(Version::HTTP_10, &[]), None);
        assert_eq!(
            refused(Version::HTTP_10, &[("host", "a"), ("host", "b")]),
            Some(400)
        );
    }

    #[test]
    fn a_body_has_one_length() {
        for (lines, status) in [
            (&[("transfer-encoding", "chunked")][..], None),
            (&[("transfer-encoding", "Chunked ")], None),
            (&[("content-length", "3")], None),
            (&[("transfer-encoding", "gzip, chunked")], Some(400)),
            (&[("transfer-encoding", "chunked, chunked")], Some(400)),
            (&[("transfer-encoding", "identity, chunked")], Some(400)),
            (&[("transfer-encoding", "chunked;x=y")], Some(400)),
            (&[("transfer-encoding", ",chunked")], Some(400)),
            (
                &[
                    ("transfer-encoding", "gzip"),
                    ("transfer-encoding", "chunked"),
                ],
                Some(400),
            ),
            (
                &[
                    ("transfer-encoding", "chunked"),
                    ("transfer-encoding", "chunked"),
                ],
                Some(400),
            ),
            (
                &[("content-length", "3"), ("transfer-encoding", "chunked")],
                Some(400),
            ),
        ] {
            let mut all = vec![("host", "a")];
            all.extend(lines);
            assert_eq!(refused(Version::HTTP_11, &all), status, "{lines:?}");
        }
    }
}
