//! Header values that have a form: addresses, Via, lists and parameters.

use super::uri::{host_and_port, is_scheme};
use std::borrow::Cow;

/// Cuts a text in two before this byte.
pub(super) fn split_before(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// Where the first of this byte stands outside of quotes.
fn find_unquoted(text: &str, stop: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = memchr::memchr2(stop, b'"', bytes)?;
    if bytes.get(first) == Some(&stop) {
        return Some(first);
    }
    let (mut quoted, mut escaped) = (false, false);
    for (index, byte) in bytes.iter().enumerate().skip(first) {
        match *byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            byte if byte == stop && !quoted => return Some(index),
            _ => {}
        }
    }
    None
}

/// Whether this byte may stand in a token (RFC 3261 §25.1).
pub(super) const fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.' | b'!' | b'%' | b'*' | b'_' | b'+' | b'`' | b'\'' | b'~'
        )
}

/// Whether a text is a token.
pub fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(is_token_byte)
}

/// What stands before the first of this byte outside quotes, without white space around it: the type
/// of `type;params`, for instance.
pub fn token_before(text: &str, stop: u8) -> &str {
    let at = find_unquoted(text, stop).unwrap_or(text.len());
    split_before(text, at).0.trim_ascii()
}

/// The parameters of a value: `;name=value;name`, with or without the first semicolon. Names compare
/// without regard to case.
#[derive(Debug, Clone)]
pub struct Params<'a> {
    rest: &'a str,
}

impl<'a> Params<'a> {
    pub fn of(text: &'a str) -> Self {
        Params { rest: text }
    }

    /// The parameters of a whole value, such as that of Content-Type: what follows its first `;`.
    pub fn after(value: &'a str) -> Self {
        let at = find_unquoted(value, b';').unwrap_or(value.len());
        Params::of(split_before(value, at).1)
    }

    /// The value of this parameter, empty if it has none; `None` if it is not there.
    pub fn get(text: &'a str, name: &str) -> Option<&'a str> {
        Params::of(text)
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.unwrap_or_default())
    }

    /// Whether every parameter has the form of one: a token, and a value that is one word or quoted.
    pub(super) fn well_formed(text: &str) -> bool {
        let mut rest = text.trim_ascii();
        while let Some(after) = rest.strip_prefix(';') {
            let at = find_unquoted(after, b';').unwrap_or(after.len());
            let (part, next) = split_before(after, at);
            let good = match part.split_once('=') {
                None => is_token(part.trim_ascii()),
                Some((name, value)) => is_token(name.trim_ascii()) && is_value(value.trim_ascii()),
            };
            if !good {
                return false;
            }
            rest = next;
        }
        rest.is_empty()
    }
}

/// Whether this is a word or a quoted string. An address in brackets, `[::1]`, is a word here, and
/// so is what is not ASCII.
fn is_value(text: &str) -> bool {
    match text.strip_prefix('"') {
        Some(quoted) => end_of_quotes(quoted) == Some(quoted.len().wrapping_sub(1)),
        None => {
            let odd = |byte: u8| matches!(byte, 0..=b' ' | 0x7F | b'"' | b'<' | b'>' | b',' | b';');
            !text.is_empty() && !text.bytes().any(odd)
        }
    }
}

impl<'a> Iterator for Params<'a> {
    type Item = (&'a str, Option<&'a str>);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let at = find_unquoted(self.rest, b';').unwrap_or(self.rest.len());
            let (part, rest) = split_before(self.rest, at);
            self.rest = rest.strip_prefix(';').unwrap_or_default();
            let part = part.trim_ascii();
            if part.is_empty() {
                continue;
            }
            return Some(match part.split_once('=') {
                Some((name, value)) => (name.trim_ascii_end(), Some(value.trim_ascii_start())),
                None => (part, None),
            });
        }
    }
}

/// A header value that carries an address: `"Name" <uri>;params` or `uri;params` (RFC 3261 §20.10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameAddr<'a> {
    /// The display name, read; empty if there is none.
    pub name: Cow<'a, str>,
    pub uri: &'a str,
    /// The header's parameters, from the first semicolon on.
    pub params: &'a str,
}

impl<'a> NameAddr<'a> {
    /// Reads one value; `None` if it is malformed.
    pub fn parse(value: &'a str) -> Option<Self> {
        let value = value.trim_ascii();
        let (name, rest) = match value.strip_prefix('"') {
            Some(quoted) => {
                let (name, rest) = split_before(quoted, end_of_quotes(quoted)?);
                (unquote(name), rest.strip_prefix('"')?.trim_ascii_start())
            }
            None => match memchr::memchr2(b'<', b';', value.as_bytes()) {
                Some(at) if value.as_bytes().get(at) == Some(&b'<') => {
                    let (name, rest) = split_before(value, at);
                    (Cow::Borrowed(display_name(name)?), rest)
                }
                _ => return NameAddr::without_brackets(value),
            },
        };
        let (uri, params) = rest.strip_prefix('<')?.split_once('>')?;
        let (uri, params) = (uri.trim_ascii(), params.trim_ascii());
        let good = has_scheme(uri) && Params::well_formed(params);
        good.then_some(NameAddr { name, uri, params })
    }

    /// Without brackets the parameters belong to the header, and the URI has neither those nor
    /// headers (RFC 3261 §20.10).
    fn without_brackets(value: &'a str) -> Option<Self> {
        let at = memchr::memchr(b';', value.as_bytes()).unwrap_or(value.len());
        let (uri, params) = split_before(value, at);
        let uri = uri.trim_ascii();
        let odd = |byte: u8| matches!(byte, b'?' | b',' | b'>');
        let good = has_scheme(uri) && !uri.bytes().any(odd) && Params::well_formed(params);
        good.then_some(NameAddr {
            name: Cow::Borrowed(""),
            uri,
            params,
        })
    }

    /// The value of a header parameter, such as `tag`; empty if it has none.
    pub fn param(&self, name: &str) -> Option<&'a str> {
        Params::get(self.params, name)
    }
}

/// A display name without quotes: tokens by the rules, here everything that is not taken for
/// something else.
fn display_name(text: &str) -> Option<&str> {
    let text = text.trim_ascii();
    let odd = |byte: u8| b",;\"\\>".contains(&byte) || byte.is_ascii_control() && byte != b'\t';
    (!text.bytes().any(odd)).then_some(text)
}

/// Whether this may be a URI: what the rest of it means is for those who need it.
fn has_scheme(uri: &str) -> bool {
    let odd = |byte: u8| matches!(byte, 0..=b' ' | 0x7F | b'<' | b'"');
    let clean = !uri.bytes().any(odd);
    uri.split_once(':')
        .filter(|_| clean)
        .is_some_and(|(scheme, rest)| !rest.is_empty() && is_scheme(scheme))
}

/// One hop of a Via (RFC 3261 §20.42).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Via<'a> {
    /// `UDP`, `TCP`, `TLS`, ….
    pub transport: &'a str,
    /// A name or an address; IPv6 in brackets.
    pub host: &'a str,
    pub port: Option<u16>,
    /// The parameters, from the first semicolon on.
    pub params: &'a str,
}

impl<'a> Via<'a> {
    /// Reads one element; `None` if it is malformed.
    pub fn parse(value: &'a str) -> Option<Self> {
        let (via, version) = Via::read(value)?;
        (version == "2.0" && Params::well_formed(via.params)).then_some(via)
    }

    /// The same with its version, whatever that and the parameters look like.
    pub(super) fn read(value: &'a str) -> Option<(Self, &'a str)> {
        let at = memchr::memchr(b';', value.as_bytes()).unwrap_or(value.len());
        let (sent, params) = split_before(value, at);
        // `SIP / 2.0 / UDP host : port`, with white space wherever somebody likes it.
        let (name, rest) = sent.trim_ascii().split_once('/')?;
        let (version, rest) = rest.split_once('/')?;
        let good = name.trim_ascii_end().eq_ignore_ascii_case("SIP");
        let rest = rest.trim_ascii_start();
        let at = rest.bytes().position(|byte| byte.is_ascii_whitespace())?;
        let (transport, by) = split_before(rest, at);
        let (host, port) = sent_by(by.trim_ascii())?;
        let via = Via {
            transport,
            host,
            port,
            params,
        };
        (good && is_token(transport)).then_some((via, version.trim_ascii()))
    }

    /// The value of a parameter; empty if it has none.
    pub fn param(&self, name: &str) -> Option<&'a str> {
        Params::get(self.params, name)
    }

    /// The transaction's name; empty if there is none.
    pub fn branch(&self) -> &'a str {
        self.param("branch").unwrap_or_default()
    }

    /// Where the request came from, as the far end saw it.
    pub fn received(&self) -> Option<std::net::IpAddr> {
        let text = self.param("received")?;
        text.trim_matches(['[', ']']).parse().ok()
    }

    /// Whether responses shall go to the port that the request came from (RFC 3581 §4).
    pub fn asks_rport(&self) -> bool {
        self.param("rport").is_some()
    }

    /// The port that the request came from, as the far end saw it.
    pub fn rport(&self) -> Option<u16> {
        self.param("rport")?.parse().ok().filter(|port| *port != 0)
    }

    pub fn maddr(&self) -> Option<&'a str> {
        self.param("maddr")
    }

    pub fn ttl(&self) -> Option<u8> {
        self.param("ttl")?.parse().ok()
    }
}

/// Host and port of a Via, with white space around the colon.
fn sent_by(text: &str) -> Option<(&str, Option<u16>)> {
    if !text.contains(|c: char| c.is_ascii_whitespace()) {
        return host_and_port(text);
    }
    let (host, port) = text.rsplit_once(':')?;
    let (host, none) = host_and_port(host.trim_ascii_end())?;
    let port = super::uri::port(port.trim_ascii_start())?;
    none.is_none().then_some((host, Some(port)))
}

/// The elements of a list: a value cut at its commas, outside quotes and brackets. Empty ones are
/// left out.
#[derive(Debug, Clone)]
pub struct List<'a> {
    rest: &'a str,
}

/// Cuts a header value into its elements.
pub fn split_list(value: &str) -> List<'_> {
    List { rest: value }
}

impl<'a> Iterator for List<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        while !self.rest.is_empty() {
            let at = end_of_element(self.rest);
            let (part, rest) = split_before(self.rest, at);
            self.rest = rest.strip_prefix(',').unwrap_or_default();
            let part = part.trim_ascii();
            if !part.is_empty() {
                return Some(part);
            }
        }
        None
    }
}

fn end_of_element(text: &str) -> usize {
    // Most values are no lists.
    if memchr::memchr(b',', text.as_bytes()).is_none() {
        return text.len();
    }
    let (mut quoted, mut escaped, mut angle) = (false, false, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' if !angle => quoted = !quoted,
            b'<' if !quoted => angle = true,
            b'>' if !quoted => angle = false,
            b',' if !quoted && !angle => return index,
            _ => {}
        }
    }
    text.len()
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

/// What stood between quotes, without the backslashes that protected it there. Quotes around it, if
/// they are still there, go too.
pub fn unquote(text: &str) -> Cow<'_, str> {
    let inner = text.strip_prefix('"').and_then(|t| t.strip_suffix('"'));
    let text = inner.unwrap_or(text);
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
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
    Cow::Owned(out)
}

/// A text as a quoted string; control characters become spaces.
pub fn quote(text: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_headers() {
        let value = r#""Bob \"B\" <x>, y" <sip:bob@h;lr>;tag=77;x"#;
        let parsed = NameAddr::parse(value).unwrap();
        assert_eq!(parsed.name, r#"Bob "B" <x>, y"#);
        assert_eq!(parsed.uri, "sip:bob@h;lr");
        assert_eq!(
            (parsed.param("TAG"), parsed.param("x")),
            (Some("77"), Some(""))
        );
        let bare = NameAddr::parse("sip:bob@h ; tag = 5").unwrap();
        assert_eq!((bare.uri, bare.param("tag")), ("sip:bob@h", Some("5")));
        let words = NameAddr::parse("Bob the B. <sip:bob@h>").unwrap();
        assert_eq!((&*words.name, words.param("tag")), ("Bob the B.", None));
        let near = NameAddr::parse("caller<sip:c@h>;tag=323").unwrap();
        assert_eq!((&*near.name, near.param("tag")), ("caller", Some("323")));
        let odd = NameAddr::parse(r#"sip:bob@h;x="<;tag=1>";tag=2"#).unwrap();
        assert_eq!(odd.param("tag"), Some("2"));
    }

    #[test]
    fn what_is_no_address() {
        for value in [
            "",
            "\"",
            "\"Bob <sip:bob@h>",
            "Bob\" <sip:bob@h>",
            "\"Bob\" x <sip:bob@h>",
            "<sip:bob@h",
            "sip:bob@h>",
            "<>",
            "<bob>",
            "Bob, B <sip:bob@h>",
            "<sip:bob@h>tag=1",
            "<sip:bob@h>;;tag=1",
            "<sip:bob@h>;",
            "<sip:bob@h>;tag=",
            "<sip:bob@h>;tag=a b",
            "<sip:bob@h>;tag=\"a",
            "sip:bob@h?Route=x",
            "sip:a b@h",
            "<sip:bob@h>, <sip:c@h>",
        ] {
            assert_eq!(NameAddr::parse(value), None, "{value}");
        }
    }

    #[test]
    fn lists_are_cut_at_their_own_commas_only() {
        let parts: Vec<_> =
            split_list(r#" <sip:a,b@h;lr>, "x, \"y" <sip:c@h>,,<sip:d"@h> ,<sip:e"@h>,"#).collect();
        assert_eq!(
            parts,
            [
                r"<sip:a,b@h;lr>",
                r#""x, \"y" <sip:c@h>"#,
                r#"<sip:d"@h>"#,
                r#"<sip:e"@h>"#
            ]
        );
        assert_eq!(split_list(" ").count(), 0);
    }

    #[test]
    fn hops() {
        let via =
            Via::parse("SIP/2.0/UDP 192.0.2.1:5070;rport=6000;received=[::1];branch=z9hG4bK;ttl=3");
        let via = via.unwrap();
        assert_eq!(
            (via.transport, via.host, via.port),
            ("UDP", "192.0.2.1", Some(5070))
        );
        assert_eq!(
            (via.branch(), via.rport(), via.ttl()),
            ("z9hG4bK", Some(6000), Some(3))
        );
        assert_eq!(via.received(), Some("::1".parse().unwrap()));
        assert!(via.asks_rport());
        let wide = Via::parse("SIP  /   2.0 /UDP   [2001:db8::1] : 5060 ; branch = x").unwrap();
        assert_eq!(
            (wide.host, wide.port, wide.branch()),
            ("[2001:db8::1]", Some(5060), "x")
        );
        let spaced = Via::parse("SIP/2.0/ TLS-SCTP h").unwrap();
        assert_eq!(
            (spaced.transport, spaced.port, spaced.asks_rport()),
            ("TLS-SCTP", None, false)
        );
        for text in [
            "",
            "SIP/2.0/UDP",
            "SIP/3.0/UDP h",
            "SIP/2.0 h",
            "SIP/2.0/UDP h:99999",
            "SIP/2.0/UDP h:0",
            "SIP/2.0/UDP h;;branch=x",
            "SIP/2.0/UDP h;,",
            "SIP/2.0/UDP a b",
            "SIP/2.0/UDP ;branch=x",
        ] {
            assert_eq!(Via::parse(text), None, "{text}");
        }
    }

    #[test]
    fn types_and_quotes() {
        let value = r#"Multipart/mixed ; boundary="a;b=c"; charset=x"#;
        assert_eq!(token_before(value, b';'), "Multipart/mixed");
        let boundary = Params::after(value).find(|(name, _)| *name == "boundary");
        assert_eq!(unquote(boundary.unwrap().1.unwrap()), "a;b=c");
        assert_eq!(quote("a\"b\\c\r\nd"), r#""a\"b\\c  d""#);
        assert_eq!(unquote(&quote("a\"b\\c")), "a\"b\\c");
    }
}
