//! URIs that are kept, and what a user may dial.
//!
//! The user part is kept in its escaped form from end to end, so that the codes of a telephone
//! (`*21#`) reach the far end as they were dialled.

use super::uri::{Uri, host_and_port};
use super::value::Params;
use std::fmt;

/// A `sip:` or `sips:` URI (RFC 3261 §19.1.1) without its headers part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SipUri {
    pub secure: bool,
    /// Escaped; empty if there is none.
    pub user: String,
    /// A name or an address; IPv6 in brackets.
    pub host: String,
    pub port: Option<u16>,
    pub params: Vec<(String, Option<String>)>,
}

impl SipUri {
    /// A URI without port and parameters.
    pub fn new(user: &str, host: &str) -> Self {
        SipUri {
            user: user.to_owned(),
            host: host.to_owned(),
            ..SipUri::default()
        }
    }

    /// Reads a URI that names its scheme.
    pub fn parse(text: &str) -> Option<Self> {
        SipUri::of(&Uri::parse(text)?)
    }

    /// Reads what follows the scheme.
    pub fn parse_rest(rest: &str) -> Option<Self> {
        SipUri::of(&Uri::parse_rest(rest)?)
    }

    /// Keeps a URI; `None` if it is neither `sip:` nor `sips:`, or has a user that no address has.
    pub fn of(uri: &Uri<'_>) -> Option<Self> {
        let user = match uri.user {
            "" => String::new(),
            user => escape_user(user)?,
        };
        let param = |(name, value): (&str, Option<&str>)| (name.into(), value.map(Into::into));
        uri.is_sip().then(|| SipUri {
            secure: uri.is_secure(),
            user,
            host: uri.host.to_owned(),
            port: uri.port,
            params: Params::of(uri.params).map(param).collect(),
        })
    }

    /// Whether the URI has this parameter.
    pub fn has_param(&self, name: &str) -> bool {
        self.params
            .iter()
            .any(|(n, _)| n.eq_ignore_ascii_case(name))
    }

    /// The value of a parameter, empty if it has none; `None` if it is not there.
    pub fn param(&self, name: &str) -> Option<&str> {
        let mut params = self.params.iter();
        let (_, value) = params.find(|(n, _)| n.eq_ignore_ascii_case(name))?;
        Some(value.as_deref().unwrap_or_default())
    }

    /// The URI as From and To have it: who it is, not how to get there (§19.1.1, table 1).
    pub fn identity(&self) -> SipUri {
        let mut params = self.params.clone();
        params.retain(|(name, _)| name.eq_ignore_ascii_case("user"));
        SipUri {
            port: None,
            params,
            ..self.clone()
        }
    }
}

impl fmt::Display for SipUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.secure { "sips:" } else { "sip:" })?;
        if !self.user.is_empty() {
            write!(f, "{}@", self.user)?;
        }
        f.write_str(&self.host)?;
        if let Some(port) = self.port {
            write!(f, ":{port}")?;
        }
        for (name, value) in &self.params {
            match value {
                Some(value) => write!(f, ";{name}={value}")?,
                None => write!(f, ";{name}")?,
            }
        }
        Ok(())
    }
}

/// Brings a user part into its escaped form. Escapes that are there already stay; `None` if the
/// text holds what no address can.
pub fn escape_user(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    escape(text, |c| out.push(c))?;
    Some(out)
}

fn escape(text: &str, mut put: impl FnMut(char)) -> Option<()> {
    const PLAIN: &[u8] = b"-_.!~*'()&=+$,;?/:";
    let bytes = text.as_bytes();
    for (index, byte) in bytes.iter().copied().enumerate() {
        let escape = |at| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        match byte {
            b'%' if escape(index + 1) && escape(index + 2) => put('%'),
            _ if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) => put(byte.into()),
            b' ' | b'<' | b'>' | b'"' | b'@' => return None,
            _ if byte.is_ascii_control() => return None,
            _ => {
                let digit = |half| char::from_digit(half, 16).map(|d| d.to_ascii_uppercase());
                put('%');
                put(digit(u32::from(byte >> 4))?);
                put(digit(u32::from(byte & 15))?);
            }
        }
    }
    (!text.is_empty()).then_some(())
}

/// Takes the escapes out of a user part, for people to read.
pub fn unescape(text: &str) -> String {
    if memchr::memchr(b'%', text.as_bytes()).is_none() {
        return text.to_owned();
    }
    let digit = |b: Option<&u8>| b.and_then(|b| char::from(*b).to_digit(16));
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        match (
            byte,
            digit(bytes.get(index + 1)),
            digit(bytes.get(index + 2)),
        ) {
            (b'%', Some(high), Some(low)) => {
                out.extend(u8::try_from(high * 16 + low));
                index += 3;
            }
            _ => {
                out.push(byte);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// What a user dials, by its form.
enum Dialled<'a> {
    /// A SIP URI.
    Uri(&'a str),
    /// The number of a `tel:` URI.
    Number(&'a str),
    /// `user@host`.
    Address(&'a str),
    /// A number or a name.
    Bare(&'a str),
}

impl<'a> Dialled<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.trim();
        let behind = |prefix: &str| {
            let head = text.get(..prefix.len())?;
            head.eq_ignore_ascii_case(prefix)
                .then(|| text.get(prefix.len()..))?
        };
        if behind("sip:").is_some() || behind("sips:").is_some() {
            return Dialled::Uri(text);
        }
        match behind("tel:") {
            Some(number) => {
                Dialled::Number(number.split_once(';').map_or(number, |(before, _)| before))
            }
            None if text.contains('@') => Dialled::Address(text),
            None => Dialled::Bare(text),
        }
    }
}

/// Reads what a user dials: a SIP URI, `user@host`, a `tel:` URI, or a bare number or name, which
/// is looked for in `domain`. With `as_host` a bare name is a host. `None` if it is none of these.
pub fn destination(text: &str, domain: &SipUri, as_host: bool) -> Option<SipUri> {
    match Dialled::of(text) {
        Dialled::Uri(text) => SipUri::parse(text),
        Dialled::Number(number) => Some(in_domain(&telephone_number(number)?, domain)),
        Dialled::Address(text) => SipUri::parse_rest(text),
        Dialled::Bare(text) if as_host => {
            let (host, port) = host_and_port(text)?;
            let uri = SipUri::new("", host);
            Some(SipUri { port, ..uri })
        }
        Dialled::Bare(text) => {
            let user = match telephone_number(text) {
                Some(number) => number,
                None => escape_user(text)?,
            };
            Some(in_domain(&user, domain))
        }
    }
}

/// Whether [`destination`] reads this, a bare name not as a host. Takes no memory.
pub fn is_destination(text: &str) -> bool {
    let nothing = |_| {};
    let is_kept =
        |uri: Uri<'_>| uri.is_sip() && (uri.user.is_empty() || escape(uri.user, nothing).is_some());
    match Dialled::of(text) {
        Dialled::Uri(text) => Uri::parse(text).is_some_and(is_kept),
        Dialled::Number(number) => digits(number, nothing).is_some(),
        Dialled::Address(text) => Uri::parse_rest(text).is_some_and(is_kept),
        Dialled::Bare(text) => digits(text, nothing).is_some() || escape(text, nothing).is_some(),
    }
}

fn in_domain(user: &str, domain: &SipUri) -> SipUri {
    SipUri {
        secure: domain.secure,
        user: user.to_owned(),
        host: domain.host.clone(),
        port: domain.port,
        params: Vec::new(),
    }
}

/// A number without its visual separators (RFC 3966 §5.1.1), escaped; `None` if it is not one.
fn telephone_number(text: &str) -> Option<String> {
    let mut number = String::with_capacity(text.len());
    digits(text, |digit| match digit {
        '#' => number.push_str("%23"),
        digit => number.push(digit),
    })?;
    Some(number)
}

/// The digits of a number; `None` if it is not one, or has none.
fn digits(text: &str, mut put: impl FnMut(char)) -> Option<()> {
    let mut any = false;
    for c in text.chars() {
        match c {
            '0'..='9' | '+' | '*' | '#' => {
                put(c);
                any = true;
            }
            ' ' | '-' | '.' | '(' | ')' => {}
            _ => return None,
        }
    }
    any.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dial(text: &str) -> Option<String> {
        let domain = SipUri::parse("sip:alice@example.com").unwrap();
        let read = destination(text, &domain, false);
        assert_eq!(is_destination(text), read.is_some(), "{text}");
        read.map(|uri| uri.to_string())
    }

    #[test]
    fn destinations_in_every_form() {
        for (text, uri) in [
            ("sip:bob@example.org", "sip:bob@example.org"),
            ("SIPS:bob@example.org:5071", "sips:bob@example.org:5071"),
            (
                "sip:bob@[::1]:5070;transport=udp",
                "sip:bob@[::1]:5070;transport=udp",
            ),
            ("bob@10.0.0.1:5070", "sip:bob@10.0.0.1:5070"),
            ("sip:10.0.0.1", "sip:10.0.0.1"),
            ("1001", "sip:1001@example.com"),
            ("+1 (425) 555-0100", "sip:+14255550100@example.com"),
            ("*21*0301234#", "sip:*21*0301234%23@example.com"),
            ("sip:*67#@example.org", "sip:*67%23@example.org"),
            ("sip:*67%23@example.org", "sip:*67%23@example.org"),
            (
                "tel:+1-425-555-0100;phone-context=x",
                "sip:+14255550100@example.com",
            ),
            ("mary-jane", "sip:mary-jane@example.com"),
            (
                "sip:+1555;phone-context=x@example.org",
                "sip:+1555;phone-context=x@example.org",
            ),
        ] {
            assert_eq!(dial(text).as_deref(), Some(uri), "{text}");
        }
    }

    #[test]
    fn malformed_destinations_are_refused() {
        for text in [
            "",
            " ",
            "sip:",
            "sip:@example.org",
            "sip:bob@",
            "sip:bob@host:99999",
            "sip:bob@host:0",
            "sip:bob@ho st",
            "bob\r\nVia: x@example.org",
            "two words",
            "sip:bob@[::1",
            "tel:",
            "sip:bob@host;=x",
            "sip:<bob>@host",
            "sip:bob@host;x=1,2",
            "sip:b\u{1}ob@host",
        ] {
            assert_eq!(dial(text), None, "{text}");
        }
    }

    #[test]
    fn an_identity_is_without_directions() {
        let uri = SipUri::parse("sip:1@h:5070;transport=udp;user=phone;lr").unwrap();
        assert_eq!(uri.identity().to_string(), "sip:1@h;user=phone");
    }

    #[test]
    fn a_name_alone_may_be_a_host() {
        let domain = SipUri::parse("sip:alice@example.com").unwrap();
        let uri = destination("10.0.0.7:5070", &domain, true).unwrap();
        assert_eq!(uri.to_string(), "sip:10.0.0.7:5070");
    }

    #[test]
    fn escapes_are_read_back() {
        assert_eq!(unescape("*67%23"), "*67#");
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%C3%A9t%C3%A9"), "été");
    }
}
