//! SIP addresses: URIs, header values that carry them, and what a user may dial.
//!
//! The user part is kept in its escaped form from end to end, so that the codes of a telephone
//! (`*21#`) reach the far end as they were dialled, whatever the SIP stack does in between.

use rsipstack::sip;
use std::fmt;

/// A `sip:` or `sips:` URI (RFC 3261 §19.1.1) without its headers part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SipUri {
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
        let (scheme, rest) = text.split_once(':')?;
        let secure = match scheme {
            s if s.eq_ignore_ascii_case("sip") => false,
            s if s.eq_ignore_ascii_case("sips") => true,
            _ => return None,
        };
        let mut uri = SipUri::parse_rest(rest)?;
        uri.secure = secure;
        Some(uri)
    }

    /// Reads what follows the scheme.
    pub fn parse_rest(rest: &str) -> Option<Self> {
        // Neither host nor parameters may hold a bare `@`, but a user may hold `;` and `?`.
        let (user, rest) = match rest.rsplit_once('@') {
            Some(("", _)) => return None,
            Some((user, rest)) => (escape_user(user)?, rest),
            None => (String::new(), rest),
        };
        let rest = rest.split_once('?').map_or(rest, |(before, _)| before);
        let mut parts = rest.split(';');
        let (host, port) = host_and_port(parts.next()?)?;
        let mut params = Vec::new();
        for part in parts {
            let (name, value) = match part.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (part, None),
            };
            let clean = |t: &str| {
                t.bytes()
                    .all(|b| b.is_ascii_graphic() && !b"<>\",".contains(&b))
            };
            if name.is_empty() || !clean(part) {
                return None;
            }
            params.push((name.to_owned(), value.map(str::to_owned)));
        }
        Some(SipUri {
            secure: false,
            user,
            host,
            port,
            params,
        })
    }

    /// Whether the URI has this parameter.
    pub fn has_param(&self, name: &str) -> bool {
        self.params
            .iter()
            .any(|(n, _)| n.eq_ignore_ascii_case(name))
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

    /// The same URI as the SIP stack knows it. The stack escapes the user part once more; the wire
    /// takes that back (see `wire`).
    pub fn to_stack(&self) -> sip::Uri {
        let auth = (!self.user.is_empty()).then(|| {
            let (user, password) = match self.user.split_once(':') {
                Some((user, password)) => (user, Some(password.to_owned())),
                None => (self.user.as_str(), None),
            };
            sip::Auth {
                user: user.to_owned(),
                password,
            }
        });
        let param = |(name, value): &(String, Option<String>)| {
            let value = value.as_deref().map(sip::param::OtherParamValue::new);
            sip::Param::Other(sip::param::OtherParam::new(name.as_str()), value)
        };
        sip::Uri {
            scheme: Some(if self.secure {
                sip::Scheme::Sips
            } else {
                sip::Scheme::Sip
            }),
            auth,
            host_with_port: sip::HostWithPort {
                host: sip::Host::Domain(sip::Domain(self.host.clone())),
                port: self.port.map(sip::Port),
            },
            params: self.params.iter().map(param).collect(),
            headers: Vec::new(),
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

/// Reads `host` or `host:port`; an IPv6 address stands in brackets.
pub(super) fn host_and_port(text: &str) -> Option<(String, Option<u16>)> {
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (address, after) = rest.split_once(']')?;
            address.parse::<std::net::Ipv6Addr>().ok()?;
            let port = match after {
                "" => None,
                _ => Some(after.strip_prefix(':')?),
            };
            (format!("[{address}]"), port)
        }
        None => {
            let (host, port) = match text.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (text, None),
            };
            let label = |b: u8| b.is_ascii_alphanumeric() || b"-._".contains(&b);
            let clean = !host.is_empty() && host.bytes().all(label);
            (clean.then(|| host.to_owned())?, port)
        }
    };
    match port {
        None => Some((host, None)),
        Some(port) if port.bytes().all(|b| b.is_ascii_digit()) => {
            let port = port.parse().ok().filter(|port| *port != 0)?;
            Some((host, Some(port)))
        }
        Some(_) => None,
    }
}

/// Brings a user part into its escaped form. Escapes that are there already stay; `None` if the
/// text holds what no address can.
pub(super) fn escape_user(text: &str) -> Option<String> {
    const PLAIN: &[u8] = b"-_.!~*'()&=+$,;?/:";
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    for (index, byte) in bytes.iter().copied().enumerate() {
        let escape = |at| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
        match byte {
            b'%' if escape(index + 1) && escape(index + 2) => out.push('%'),
            _ if byte.is_ascii_alphanumeric() || PLAIN.contains(&byte) => out.push(byte.into()),
            b' ' | b'<' | b'>' | b'"' | b'@' => return None,
            _ if byte.is_ascii_control() => return None,
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Takes the escapes out of a user part, for people to read.
pub(super) fn unescape(text: &str) -> String {
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

/// A header value that carries an address: `"Name" <uri>;params` or `uri;params` (RFC 3261 §20.10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameAddr<'a> {
    pub name: String,
    pub uri: &'a str,
    pub params: &'a str,
}

impl<'a> NameAddr<'a> {
    /// Reads one value.
    pub fn parse(value: &'a str) -> Option<Self> {
        let value = value.trim();
        let (name, rest) = match value.strip_prefix('"') {
            Some(quoted) => {
                let end = end_of_quotes(quoted)?;
                (unquote(quoted.get(..end)?), quoted.get(end + 1..)?)
            }
            None => match value.find('<') {
                Some(at) => (value.get(..at)?.trim().to_owned(), value.get(at..)?),
                None => {
                    // Without brackets the parameters belong to the header.
                    let (uri, params) = value.split_once(';').unwrap_or((value, ""));
                    return Some(NameAddr {
                        name: String::new(),
                        uri: uri.trim(),
                        params,
                    });
                }
            },
        };
        let inside = rest.trim_start().strip_prefix('<')?;
        let (uri, params) = inside.split_once('>')?;
        Some(NameAddr {
            name,
            uri: uri.trim(),
            params: params.trim_start().trim_start_matches(';'),
        })
    }

    /// The value of a header parameter, such as `tag`.
    pub fn param(&self, name: &str) -> Option<&'a str> {
        self.params.split(';').find_map(|part| {
            let (key, value) = part.split_once('=')?;
            key.trim()
                .eq_ignore_ascii_case(name)
                .then_some(value.trim())
        })
    }
}

/// Where a quoted string ends, given what follows its first quote.
fn end_of_quotes(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(index),
            _ => {}
        }
    }
    None
}

fn unquote(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    for c in text.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            out.push(c);
            escaped = false;
        }
    }
    out
}

/// A text as a quoted string; control characters become spaces.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Cuts a header value into its elements: at commas outside quotes and brackets.
pub(super) fn split_list(value: &str) -> Vec<&str> {
    let (mut quoted, mut escaped, mut angle, mut start) = (false, false, false, 0);
    let mut parts = Vec::new();
    for (index, byte) in value.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'<' if !quoted => angle = true,
            b'>' if !quoted => angle = false,
            b',' if !quoted && !angle => {
                parts.extend(value.get(start..index));
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.extend(value.get(start..));
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Reads what a user dials: a SIP URI, `user@host`, a `tel:` URI, or a bare number or name, which
/// is looked for in `domain`. With `as_host` a bare name is a host. `None` if it is none of these.
pub(super) fn destination(text: &str, domain: &SipUri, as_host: bool) -> Option<SipUri> {
    let text = text.trim();
    let lower = |prefix: &str| {
        let head = text.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix)
            .then(|| text.get(prefix.len()..))?
    };
    if lower("sip:").is_some() || lower("sips:").is_some() {
        return SipUri::parse(text);
    }
    if let Some(number) = lower("tel:") {
        let number = number.split_once(';').map_or(number, |(before, _)| before);
        return Some(in_domain(&telephone_number(number)?, domain));
    }
    if text.contains('@') {
        return SipUri::parse_rest(text);
    }
    if as_host {
        let (host, port) = host_and_port(text)?;
        let uri = SipUri::new("", &host);
        return Some(SipUri { port, ..uri });
    }
    let user = match telephone_number(text) {
        Some(number) => number,
        None => escape_user(text)?,
    };
    Some(in_domain(&user, domain))
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
    for c in text.chars() {
        match c {
            '0'..='9' | '+' | '*' => number.push(c),
            '#' => number.push_str("%23"),
            ' ' | '-' | '.' | '(' | ')' => {}
            _ => return None,
        }
    }
    (!number.is_empty()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dial(text: &str) -> Option<String> {
        let domain = SipUri::parse("sip:alice@example.com").unwrap();
        destination(text, &domain, false).map(|uri| uri.to_string())
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
    fn addresses_in_headers() {
        let value = r#""Bob \"B\" <x>" <sip:bob@h;lr>;tag=77;x"#;
        let parsed = NameAddr::parse(value).unwrap();
        assert_eq!(parsed.name, r#"Bob "B" <x>"#);
        assert_eq!(parsed.uri, "sip:bob@h;lr");
        assert_eq!(parsed.param("TAG"), Some("77"));
        let bare = NameAddr::parse("sip:bob@h;tag=5").unwrap();
        assert_eq!((bare.uri, bare.param("tag")), ("sip:bob@h", Some("5")));
        let token = NameAddr::parse("Bob <sip:bob@h>").unwrap();
        assert_eq!((token.name.as_str(), token.param("tag")), ("Bob", None));
    }

    #[test]
    fn lists_are_cut_at_their_own_commas_only() {
        let parts = split_list(r#"<sip:a,b@h;lr>, "x, y" <sip:c@h>,<sip:d@h>"#);
        assert_eq!(parts.len(), 3);
        assert_eq!(NameAddr::parse(parts[1]).unwrap().uri, "sip:c@h");
    }

    #[test]
    fn escapes_are_read_back() {
        assert_eq!(unescape("*67%23"), "*67#");
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%C3%A9t%C3%A9"), "été");
    }
}
