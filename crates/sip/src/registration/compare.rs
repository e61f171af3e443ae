//! Whether two URIs are the same (RFC 3261 §19.1.4), as a registrar compares those of its bindings
//! (§10.3).

use crate::message::uri::Uri;
use crate::message::value::Params;
use std::net::Ipv6Addr;

/// Whether two `sip:` or `sips:` URIs are the same; what is neither is compared as text.
pub fn same_uri(one: &str, other: &str) -> bool {
    let (Some(a), Some(b)) = (Uri::parse(one), Uri::parse(other)) else {
        return one == other;
    };
    if !a.is_sip() || !b.is_sip() {
        return one == other;
    }
    // A port that is left out is not the usual one: it may be looked up.
    a.scheme == b.scheme
        && same_text(a.user, b.user)
        && same_host(a.host, b.host)
        && a.port == b.port
        && same_params(a.params, b.params)
        && same_params(b.params, a.params)
        && same_text(a.headers, b.headers)
}

fn same_host(one: &str, other: &str) -> bool {
    let v6 = |host: &str| -> Option<Ipv6Addr> {
        host.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
    };
    match (v6(one), v6(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one.eq_ignore_ascii_case(other),
    }
}

/// Whether what `one` says is said by `other` too, as far as it has to be.
fn same_params(one: &str, other: &str) -> bool {
    Params::of(one).all(|(name, value)| match Params::get(other, name) {
        Some(found) => found.eq_ignore_ascii_case(value.unwrap_or_default()),
        None => !["transport", "user", "ttl", "method", "maddr"]
            .iter()
            .any(|needed| name.eq_ignore_ascii_case(needed)),
    })
}

/// Whether two texts are the same, with their escapes.
fn same_text(one: &str, other: &str) -> bool {
    one == other || Characters(one.as_bytes()).eq(Characters(other.as_bytes()))
}

/// The characters of a text, and whether each is escaped where that makes a difference: a reserved
/// character is not the same as its escape.
struct Characters<'a>(&'a [u8]);

impl Iterator for Characters<'_> {
    type Item = (u8, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let digit = |byte: u8| Some(char::from(byte).to_digit(16)? as u8);
        if let [b'%', high, low, rest @ ..] = self.0 {
            if let (Some(high), Some(low)) = (digit(*high), digit(*low)) {
                self.0 = rest;
                let byte = high * 16 + low;
                return Some((byte, b";/?:@&=+$,".contains(&byte)));
            }
        }
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some((*byte, false))
    }
}

#[cfg(test)]
mod tests {
    use super::same_uri;

    #[test]
    fn uris_are_compared_as_the_rfc_says() {
        for (one, other, same) in [
            ("sip:alice@h", "sip:alice@h", true),
            ("SIP:alice@Example.COM", "sip:alice@example.com", true),
            ("sip:Alice@h", "sip:alice@h", false),
            ("sip:alice@h", "sips:alice@h", false),
            (
                "sip:%61lice@h;Transport=TCP",
                "sip:alice@h;transport=tcp",
                true,
            ),
            ("sip:*67%23@h", "sip:*67%23@h", true),
            ("sip:a%2fb@h", "sip:a%2Fb@h", true),
            ("sip:a%3Bb@h", "sip:a;b@h", false),
            ("sip:alice@h", "sip:alice@h:5060", false),
            ("sip:alice@h:5062", "sip:alice@h:5060", false),
            ("sip:alice@h", "sip:h", false),
            ("sip:alice@h;x=1", "sip:alice@h", true),
            ("sip:alice@h;x=1", "sip:alice@h;x=2", false),
            ("sip:alice@h;x=1;y=2", "sip:alice@h;y=2;x=1", true),
            ("sip:alice@h;transport=udp", "sip:alice@h", false),
            ("sip:alice@h", "sip:alice@h;maddr=h", false),
            ("sip:alice@h?a=b", "sip:alice@h", false),
            ("sip:alice@[2001:db8::1]", "sip:alice@[2001:DB8:0::1]", true),
            ("tel:1", "tel:1", true),
            ("tel:1", "sip:1@h", false),
            ("nonsense", "nonsense", true),
        ] {
            assert_eq!(same_uri(one, other), same, "{one} {other}");
            assert_eq!(same_uri(other, one), same, "{other} {one}");
        }
    }
}
