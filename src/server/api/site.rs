//! Requests that a browser sends for another site than this server. A browser adds the credentials
//! that it remembers to them, so whoever is logged in here would act for that site.

use hyper::HeaderMap;
use hyper::header::{self, HeaderName};

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Whether the request comes from another site: by what the browser says of it (Fetch Metadata), or
/// by its `Origin` (RFC 6454), if it has them. Programs send neither.
///
/// `public_url` is where browsers reach the server, if that is another place than the `Host` that
/// they ask for it; `scheme` is how the server is spoken to.
pub(super) fn is_foreign(headers: &HeaderMap, scheme: &str, public_url: Option<&str>) -> bool {
    for value in headers.get_all(SITE) {
        // "none" is an address that somebody typed.
        if !matches!(value.as_bytes(), b"same-origin" | b"none") {
            return true;
        }
    }
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let is_own = |origin: &str| {
        let public = public_url.and_then(origin_of);
        if public.is_some_and(|public| public.eq_ignore_ascii_case(origin)) {
            return true;
        }
        let Some((origin_scheme, origin_host)) = origin.split_once("://") else {
            return false;
        };
        // A proxy may do TLS for a server that does none; never the other way round.
        let scheme_fits = origin_scheme.eq_ignore_ascii_case("https")
            || (scheme == "http" && origin_scheme.eq_ignore_ascii_case("http"));
        let port = match origin_scheme.eq_ignore_ascii_case("https") {
            true => ":443",
            false => ":80",
        };
        let host = host.map(|host| host.strip_suffix(port).unwrap_or(host));
        scheme_fits && host.is_some_and(|host| host.eq_ignore_ascii_case(origin_host))
    };
    let mut origins = headers.get_all(header::ORIGIN).iter();
    origins.any(|origin| !origin.to_str().is_ok_and(is_own))
}

/// Scheme, host and port of an address.
fn origin_of(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let origin = url.get(..scheme.len() + 3 + host.len())?;
    let usual = match scheme.eq_ignore_ascii_case("https") {
        true => ":443",
        false => ":80",
    };
    Some(origin.strip_suffix(usual).unwrap_or(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_server_and_programs_are_not_foreign() {
        let host = Some("calls.example.com:8080");
        let own = "http://calls.example.com:8080";
        for (site, origin, host, foreign) in [
            (None, None, host, false),
            (Some("same-origin"), Some(own), host, false),
            (Some("none"), None, host, false),
            (Some("cross-site"), None, host, true),
            (Some("same-site"), Some(own), host, true),
            (Some(""), None, host, true),
            (Some("same-origin"), Some("http://evil.example"), host, true),
            (None, Some("http://evil.example"), host, true),
            (None, Some("null"), host, true),
            (None, Some(""), host, true),
            (None, Some("http://calls.example.com"), host, true),
            (
                None,
                Some("http://calls.example.com:8080.evil.example"),
                host,
                true,
            ),
            (None, Some("http://CALLS.example.com:8080"), host, false),
            (None, Some("https://calls.example.com:8080"), host, false),
            (
                None,
                Some("https://calls.example.com"),
                Some("calls.example.com"),
                false,
            ),
            (
                None,
                Some("http://calls.example.com"),
                Some("calls.example.com:80"),
                false,
            ),
            (None, Some("file://"), host, true),
            (None, Some(own), None, true),
        ] {
            let mut headers = HeaderMap::new();
            let mut add = |name: HeaderName, value: Option<&str>| {
                if let Some(value) = value {
                    headers.insert(name, value.parse().unwrap());
                }
            };
            add(SITE, site);
            add(header::ORIGIN, origin);
            add(header::HOST, host);
            assert_eq!(
                is_foreign(&headers, "http", None),
                foreign,
                "{site:?} {origin:?} {host:?}"
            );
        }
    }

    #[test]
    fn one_foreign_word_among_several_is_enough() {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "a".parse().unwrap());
        headers.append(header::ORIGIN, "http://a".parse().unwrap());
        assert!(!is_foreign(&headers, "http", None));
        headers.append(header::ORIGIN, "http://b".parse().unwrap());
        assert!(is_foreign(&headers, "http", None));
        let mut headers = HeaderMap::new();
        headers.append(SITE, "same-origin".parse().unwrap());
        headers.append(SITE, "cross-site".parse().unwrap());
        assert!(is_foreign(&headers, "http", None));
    }

    #[test]
    fn with_tls_an_origin_without_it_is_foreign_and_a_public_url_counts() {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "10.0.0.1:8080".parse().unwrap());
        headers.insert(header::ORIGIN, "http://10.0.0.1:8080".parse().unwrap());
        assert!(is_foreign(&headers, "https", None));
        let public = Some("https://calls.example.com:443/EWS/Exchange.asmx");
        let origin = "https://calls.example.com";
        headers.insert(header::ORIGIN, origin.parse().unwrap());
        assert!(is_foreign(&headers, "http", None));
        assert!(!is_foreign(&headers, "http", public));
        headers.insert(header::ORIGIN, "https://calls.example.co".parse().unwrap());
        assert!(is_foreign(&headers, "http", public));
    }
}
