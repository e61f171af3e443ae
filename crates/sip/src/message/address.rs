//! Addresses in headers such as From, Contact and Route: a display name, a URI in brackets or without,
//! and parameters (RFC 3261 §20.10).

use super::bytes::Bytes;
use super::uri::is_scheme;
use super::value::{Params, cut, end_of_quotes, split_before, unquote};
use std::borrow::Cow;

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
        let (uri, params) = cut(rest.strip_prefix('<')?, b'>')?;
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
    static ODD: Bytes = Bytes::BLANK.and(b"<\"");
    cut(uri, b':')
        .filter(|_| !ODD.are_in(uri))
        .is_some_and(|(scheme, rest)| !rest.is_empty() && is_scheme(scheme))
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
}
