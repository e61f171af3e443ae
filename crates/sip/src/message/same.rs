//! Whether two URIs that were read are the same (RFC 3261 §19.1.4).

use super::uri::{Scheme, Uri};
use super::value::Params;
use std::net::Ipv6Addr;

/// Parameters that make a difference when only one side has them.
const TELLING: [&str; 5] = ["user", "ttl", "method", "maddr", "transport"];

/// Whether two texts are URIs that are the same; what is no URI is compared as it stands.
pub fn same_uri(first: &str, second: &str) -> bool {
    match (Uri::parse(first), Uri::parse(second)) {
        (Some(first), Some(second)) => first.is_same(&second),
        _ => first == second,
    }
}

impl Uri<'_> {
    /// Whether both name the same, by the rules for `sip:` and `sips:`. Others are the same when all
    /// their parts are, without regard to case.
    pub fn is_same(&self, other: &Uri<'_>) -> bool {
        let (rest, its) = (self.opaque, other.opaque);
        self.scheme == other.scheme
            && (self.scheme != Scheme::Other || rest.eq_ignore_ascii_case(its))
            && same_text(self.user, other.user, false)
            && same_host(self.host, other.host)
            && self.port == other.port
            && same_params(self.params, other.params)
            && same_params(other.params, self.params)
            && same_headers(self.headers, other.headers)
            && same_headers(other.headers, self.headers)
    }
}

/// Whether two hosts are the same; an IPv6 address may be written in several ways.
fn same_host(first: &str, second: &str) -> bool {
    let v6 = |host: &str| -> Option<Ipv6Addr> {
        host.strip_prefix('[')?.strip_suffix(']')?.parse().ok()
    };
    match (v6(first), v6(second)) {
        (Some(first), Some(second)) => first == second,
        _ => same_text(first, second, true),
    }
}

/// Whether the parameters of the first do not contradict those of the second.
fn same_params(first: &str, second: &str) -> bool {
    Params::of(first).all(|(name, value)| {
        let value = value.unwrap_or_default();
        // No parameter may stand there twice; if one does, each of its values counts.
        let mut same = Params::of(second)
            .filter(|(other, _)| same_text(name, other, true))
            .map(|(_, other)| same_text(value, other.unwrap_or_default(), true))
            .peekable();
        match same.peek() {
            Some(_) => same.any(|same| same),
            None => !TELLING
                .iter()
                .any(|telling| name.eq_ignore_ascii_case(telling)),
        }
    })
}

/// Whether the second has every header of the first.
fn same_headers(first: &str, second: &str) -> bool {
    let split = |text| {
        let parts = str::split(text, '&').filter(|part: &&str| !part.is_empty());
        parts.map(|part| part.split_once('=').unwrap_or((part, "")))
    };
    split(first).all(|(name, value)| {
        split(second)
            .any(|(other, its)| same_text(name, other, true) && same_text(value, its, false))
    })
}

/// Whether two texts are the same when an escaped character is as good as itself, unless it is a
/// reserved one.
fn same_text(first: &str, second: &str, any_case: bool) -> bool {
    let fold = |unit: (bool, u8)| match any_case {
        true => (unit.0, unit.1.to_ascii_lowercase()),
        false => unit,
    };
    units(first).map(fold).eq(units(second).map(fold))
}

/// The bytes of a text, and whether each one stays escaped.
fn units(text: &str) -> impl Iterator<Item = (bool, u8)> {
    let mut rest = text.as_bytes();
    std::iter::from_fn(move || {
        let digit = |at: usize| char::from(*rest.get(at)?).to_digit(16);
        let (unit, length) = match (rest.first()?, digit(1), digit(2)) {
            (b'%', Some(high), Some(low)) => {
                let byte = (high * 16 + low) as u8;
                ((b";/?:@&=+$,%".contains(&byte), byte), 3)
            }
            (byte, _, _) => ((false, *byte), 1),
        };
        rest = rest.get(length..)?;
        Some(unit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(first: &str, second: &str) -> bool {
        let (first, second) = (Uri::parse(first).unwrap(), Uri::parse(second).unwrap());
        assert_eq!(first.is_same(&second), second.is_same(&first));
        first.is_same(&second)
    }

    #[test]
    fn uris_that_are_the_same() {
        for (first, second) in [
            ("sip:%62ob@Example.com", "sip:bob@example.COM"),
            ("sip:bob@h;transport=TCP", "SIP:bob@h;Transport=tcp"),
            ("sip:bob@h;a=1;lr", "sip:bob@h;lr;b=2"),
            ("sip:bob@h?x=1&Y=2", "sip:bob@h?y=2&X=1"),
            ("sip:b%3bob@h", "sip:b%3Bob@h"),
            ("tel:+123;phone-context=x", "tel:+123;phone-context=X"),
            ("urn:service:sos", "URN:Service:sos"),
            ("sip:bob@h;a=1;a=2", "sip:bob@h;a=1;a=2"),
        ] {
            assert!(same(first, second), "{first} {second}");
        }
    }

    #[test]
    fn uris_that_are_not() {
        for (first, second) in [
            ("sip:Bob@h", "sip:bob@h"),
            ("sip:bob@h", "sips:bob@h"),
            ("sip:bob@h", "sip:bob@h:5060"),
            ("sip:bob@h", "sip:bob@h;transport=udp"),
            ("sip:bob@h;maddr=1.2.3.4", "sip:bob@h"),
            ("sip:bob@h;a=1", "sip:bob@h;a=2"),
            ("sip:bob@h", "sip:bob@h?subject=x"),
            ("sip:bob@h?x=1", "sip:bob@h?x=2"),
            ("sip:b%3Bob@h", "sip:b;ob@h"),
            ("sip:h", "sip:bob@h"),
            ("tel:+123", "tel:+124"),
            ("urn:service:sos", "urn:service:fire"),
        ] {
            assert!(!same(first, second), "{first} {second}");
        }
    }

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
