//! URIs (RFC 3261 §19.1): borrowed from a message, or kept.

use super::bytes::Bytes;
use super::value::{Params, cut, split_at_first, split_before};

pub use super::same::same_uri;
pub use super::sip_uri::{SipUri, destination, escape_user, is_destination, unescape};

/// The kinds of URI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Sip,
    Sips,
    /// A telephone number (RFC 3966).
    Tel,
    /// Anything else: well-formed, and not for us.
    Other,
}

/// A URI in a message. One that is neither `sip:` nor `sips:` has no other parts than
/// [`Uri::opaque`], but a `tel:` its number as user, and its parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uri<'a> {
    pub scheme: Scheme,
    /// Escaped, with the password if somebody writes one; empty if there is none.
    pub user: &'a str,
    /// A name or an address; IPv6 in brackets.
    pub host: &'a str,
    pub port: Option<u16>,
    /// The parameters, from the first semicolon on.
    pub params: &'a str,
    /// The headers, without the question mark.
    pub headers: &'a str,
    /// All that follows the scheme.
    pub opaque: &'a str,
}

impl<'a> Uri<'a> {
    /// Reads a URI that names its scheme; `None` if it is malformed.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (scheme, rest) = cut(text, b':')?;
        let scheme = match scheme {
            s if s.eq_ignore_ascii_case("sip") => Scheme::Sip,
            s if s.eq_ignore_ascii_case("sips") => Scheme::Sips,
            s if s.eq_ignore_ascii_case("tel") => Scheme::Tel,
            s if is_scheme(s) => Scheme::Other,
            _ => return None,
        };
        if !is_clean(rest) {
            return None;
        }
        let mut uri = Uri::empty(scheme, rest);
        match scheme {
            Scheme::Sip | Scheme::Sips => return uri.read(rest),
            Scheme::Tel => {
                let at = memchr::memchr(b';', rest.as_bytes()).unwrap_or(rest.len());
                (uri.user, uri.params) = split_before(rest, at);
                if uri.user.is_empty() {
                    return None;
                }
            }
            Scheme::Other => {}
        }
        Some(uri)
    }

    fn empty(scheme: Scheme, opaque: &'a str) -> Self {
        Uri {
            opaque,
            scheme,
            user: "",
            host: "",
            port: None,
            params: "",
            headers: "",
        }
    }

    /// Reads what follows `sip:`.
    pub fn parse_rest(rest: &'a str) -> Option<Self> {
        is_clean(rest).then(|| Uri::empty(Scheme::Sip, rest).read(rest))?
    }

    fn read(mut self, rest: &'a str) -> Option<Self> {
        // Neither host nor parameters may hold a bare `@`, but a user may hold `;` and `?`.
        let rest = match memchr::memrchr(b'@', rest.as_bytes()) {
            Some(0) => return None,
            Some(at) => {
                let (user, rest) = split_before(rest, at);
                self.user = user;
                rest.get(1..)?
            }
            None => rest,
        };
        let (rest, headers) = split_at_first(rest, b'?');
        self.headers = headers.get(1..).unwrap_or_default();
        let (host, params) = split_at_first(rest, b';');
        (self.host, self.port) = host_and_port(host)?;
        self.params = params;
        good_params(params).then_some(self)
    }

    /// Whether this is `sips:`.
    pub fn is_secure(&self) -> bool {
        self.scheme == Scheme::Sips
    }

    /// Whether this is `sip:` or `sips:`.
    pub fn is_sip(&self) -> bool {
        matches!(self.scheme, Scheme::Sip | Scheme::Sips)
    }

    /// The value of a parameter; empty if it has none.
    pub fn param(&self, name: &str) -> Option<&'a str> {
        Params::get(self.params, name)
    }

    /// Whether the URI has this parameter.
    pub fn has_param(&self, name: &str) -> bool {
        self.param(name).is_some()
    }
}

/// Whether a text has nothing in it that ends a URI.
fn is_clean(text: &str) -> bool {
    static END: Bytes = Bytes::BLANK.and(b"<>\"");
    !text.is_empty() && !END.are_in(text)
}

/// Whether the parameters of a URI have names (RFC 3261 §19.1.1).
fn good_params(params: &str) -> bool {
    params.is_empty()
        || params.split(';').skip(1).all(|part| {
            let name = part.split_once('=').map_or(part, |(name, _)| name);
            !name.is_empty() && !part.contains(',')
        })
}

pub(super) fn is_scheme(text: &str) -> bool {
    static SCHEME: Bytes = Bytes::WORD.and(b"+-.");
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && SCHEME.are_all_of(text)
}

/// Reads `host` or `host:port`; an IPv6 address stands in brackets, and keeps them.
pub fn host_and_port(text: &str) -> Option<(&str, Option<u16>)> {
    static LABEL: Bytes = Bytes::WORD.and(b"-._");
    let (host, after) = if text.starts_with('[') {
        let end = memchr::memchr(b']', text.as_bytes())?;
        let (host, after) = split_before(text, end + 1);
        host.get(1..end)?.parse::<std::net::Ipv6Addr>().ok()?;
        (host, after)
    } else {
        let (host, after) = split_at_first(text, b':');
        if host.is_empty() || !LABEL.are_all_of(host) {
            return None;
        }
        (host, after)
    };
    match after.strip_prefix(':') {
        None if after.is_empty() => Some((host, None)),
        None => None,
        Some(digits) => Some((host, Some(port(digits)?))),
    }
}

/// A port; 0 is none.
pub(super) fn port(text: &str) -> Option<u16> {
    let number = text.bytes().try_fold(0_u32, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        Some(number * 10 + digit).filter(|number| *number <= u32::from(u16::MAX))
    })?;
    u16::try_from(number).ok().filter(|port| *port != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_has_parts() {
        let uri =
            Uri::parse("sips:a;b?c:pw@[::1]:5071;transport=tls;lr?Route=%3Csip:x%3E").unwrap();
        assert!(uri.is_secure() && uri.is_sip());
        assert_eq!(
            (uri.user, uri.host, uri.port),
            ("a;b?c:pw", "[::1]", Some(5071))
        );
        assert_eq!(uri.param("Transport"), Some("tls"));
        assert_eq!(uri.param("lr"), Some(""));
        assert!(uri.has_param("LR") && !uri.has_param("maddr"));
        assert_eq!(uri.headers, "Route=%3Csip:x%3E");
        let tel = Uri::parse("tel:+1-425;phone-context=x").unwrap();
        assert_eq!(
            (tel.scheme, tel.user, tel.is_sip()),
            (Scheme::Tel, "+1-425", false)
        );
        assert_eq!(tel.param("phone-context"), Some("x"));
        let other = Uri::parse("soap.beep://192.0.2.1/x").unwrap();
        assert_eq!(
            (other.scheme, other.opaque),
            (Scheme::Other, "//192.0.2.1/x")
        );
        // An escaped zero is a character like any other.
        assert_eq!(
            Uri::parse("sip:null-%00-null@h").unwrap().user,
            "null-%00-null"
        );
    }

    #[test]
    fn what_is_no_uri() {
        for text in [
            "",
            "sip:",
            "bob",
            "bob@h",
            "<sip:bob@h>",
            "sip:@h",
            "sip:bob@",
            "sip:bob@h:0",
            "sip:bob@h:65536",
            "sip:bob@h:+5",
            "sip:bob@h:",
            "sip:bob@h ",
            "sip:b ob@h",
            "sip:[::1",
            "sip:[::1]x",
            "sip:[g::]",
            "sip:bob@h;;lr",
            "sip:h;=x",
            "sip:h\u{e9}",
            "1x:y",
            "tel:",
            "tel:;x",
        ] {
            assert_eq!(Uri::parse(text), None, "{text}");
        }
    }
}
