//! What a client wants to dial: dial strings in the form of RFC 3966 (or a SIP URI) brought to one
//! spelling. What is checked against the patterns is, character for character, what is dialled.

use crate::soap::ErrorCode;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// LINEADDRESSTYPE_PHONENUMBER and _DOMAINNAME.
pub(super) const PHONE_NUMBER: u32 = 0x1;
pub(super) const DOMAIN_NAME: u32 = 0x8;

/// Longest dial string looked into, in bytes, and longest number, in characters.
const MAX_DIAL_STRING: usize = 256;
const MAX_NUMBER: usize = 40;

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Destination {
    /// The number without separators, or the SIP URI with scheme and host in small letters.
    pub text: String,
    /// LINEADDRESSTYPE_* bit.
    pub address_type: u32,
    /// The parts of a SIP URI.
    pub uri: Option<Uri>,
}

/// The parts of a SIP URI, each in its one spelling. There are no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Uri {
    /// `sip` or `sips`.
    pub scheme: String,
    pub user: String,
    pub host: String,
    /// The usual one of the scheme if the URI names none.
    pub port: u16,
}

impl Destination {
    /// Reads a dial string.
    ///
    /// # Errors
    /// `ErrorInvalidPhoneNumber` or `ErrorInvalidSIPUri` for what is neither, and
    /// `ErrorPhoneNumberNotDialable` for parameters that would make the call go elsewhere than
    /// the patterns see (`;ext=`, `;maddr=`, headers), since leaving them out would be a guess.
    pub fn read(dial_string: &str) -> Result<Self, ErrorCode> {
        let text = dial_string.trim();
        if text.len() > MAX_DIAL_STRING {
            return Err(ErrorCode::InvalidPhoneNumber);
        }
        match text.split_once(':') {
            None => Self::number(text),
            Some((scheme, rest)) => match scheme.to_ascii_lowercase().as_str() {
                "tel" => Self::tel(rest),
                scheme @ ("sip" | "sips") => Self::sip(scheme, rest),
                _ => Err(ErrorCode::InvalidPhoneNumber),
            },
        }
    }

    /// RFC 3966 §3: a number and parameters. Only `phone-context` changes nothing for a line that
    /// has its own numbering plan.
    fn tel(text: &str) -> Result<Self, ErrorCode> {
        let (number, parameters) = text.split_once(';').unwrap_or((text, ""));
        let destination = Self::number(number)?;
        let known = parameters.split(';').all(|parameter| {
            let name = parameter.split('=').next().unwrap_or_default();
            name.is_empty() || name.eq_ignore_ascii_case("phone-context")
        });
        if known {
            Ok(destination)
        } else {
            Err(ErrorCode::PhoneNumberNotDialable)
        }
    }

    fn number(text: &str) -> Result<Self, ErrorCode> {
        let number = text.replace(is_separator, "");
        let digits = number.strip_prefix('+').unwrap_or(&number);
        let global_has_only_digits =
            !number.starts_with('+') || digits.chars().all(|c| c.is_ascii_digit());
        if digits.is_empty()
            || number.len() > MAX_NUMBER
            || !digits.chars().all(is_dialable)
            || !global_has_only_digits
        {
            return Err(ErrorCode::InvalidPhoneNumber);
        }
        Ok(Destination {
            text: number,
            address_type: PHONE_NUMBER,
            uri: None,
        })
    }

    /// RFC 3261 §19.1, without what patterns could not see through: escapes, passwords, parameters
    /// and headers.
    fn sip(scheme: &str, rest: &str) -> Result<Self, ErrorCode> {
        if rest.contains([';', '?', '%']) {
            return Err(ErrorCode::PhoneNumberNotDialable);
        }
        let (user, host) = rest.split_once('@').ok_or(ErrorCode::InvalidSipUri)?;
        if user.is_empty() || !user.chars().all(may_stand_in_user) {
            return Err(ErrorCode::InvalidSipUri);
        }
        let (host, port) = split_port(host);
        let host = read_host(host).ok_or(ErrorCode::InvalidSipUri)?;
        let usual = usual_port(scheme);
        let port = match port {
            Some(port) => read_port(port).ok_or(ErrorCode::InvalidSipUri)?,
            None => usual,
        };
        let text = match port {
            port if port == usual => format!("{scheme}:{user}@{host}"),
            port => format!("{scheme}:{user}@{host}:{port}"),
        };
        Ok(Destination {
            text,
            address_type: DOMAIN_NAME,
            uri: Some(Uri {
                scheme: scheme.to_owned(),
                user: user.to_owned(),
                host,
                port,
            }),
        })
    }
}

/// The user part of a SIP URI, without escapes (RFC 3261 §25.1), and `#`, which is often sent so.
pub(super) fn may_stand_in_user(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-_.!~*'()&=+$,/#".contains(c)
}

pub(super) fn is_dialable(c: char) -> bool {
    matches!(c, '0'..='9' | '*' | '#' | 'A'..='D')
}

/// What RFC 3966 §3 calls visual separators, and blanks: they stand in numbers for the eye alone.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '(' | ')')
}

pub(super) fn split_port(host: &str) -> (&str, Option<&str>) {
    match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (host, None),
    }
}

/// A host in its one spelling: a name in small letters, an address as RFC 5952 writes it, and one
/// of IPv4 that is dressed up as one of IPv6 as itself. What stands for no host but leads to this
/// one (`0.0.0.0`) is none.
pub(super) fn read_host(name: &str) -> Option<String> {
    if let Some(inner) = name.strip_prefix('[').and_then(|n| n.strip_suffix(']')) {
        let address: Ipv6Addr = inner.parse().ok()?;
        let address = IpAddr::from(address).to_canonical();
        return (!address.is_unspecified()).then(|| match address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("[{address}]"),
        });
    }
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    // What ends in a number is an address, and resolvers know more spellings of those than one.
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_name = !last.starts_with(|c: char| c.is_ascii_digit());
    let address = name.parse::<Ipv4Addr>();
    let is_address = address.is_ok_and(|address| !address.is_unspecified());
    (name.split('.').all(label) && (is_name || is_address)).then(|| name.to_ascii_lowercase())
}

/// RFC 3261 §19.1.2
fn usual_port(scheme: &str) -> u16 {
    match scheme {
        "sips" => 5061,
        _ => 5060,
    }
}

pub(super) fn read_port(port: &str) -> Option<u16> {
    let digits = port.chars().all(|c| c.is_ascii_digit());
    port.parse().ok().filter(|port| digits && *port != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_brought_to_one_spelling() {
        for (dial_string, text) in [
            ("1001", "1001"),
            (" +49 (30) 1234-56 ", "+4930123456"),
            ("tel:+1-425-555-0100", "+14255550100"),
            ("TEL:1001;phone-context=example.com", "1001"),
            ("*21#", "*21#"),
            ("sip:Alice@Example.COM:5080", "sip:Alice@example.com:5080"),
            ("SIPS:bob@[2001:db8::1]", "sips:bob@[2001:db8::1]"),
            ("sip:+4930@[0:0::1]:05070", "sip:+4930@[::1]:5070"),
            ("sip:a@host:5060", "sip:a@host"),
            ("sips:a@host:5061", "sips:a@host"),
            ("sip:a@host:5061", "sip:a@host:5061"),
            ("sip:a@192.0.2.1", "sip:a@192.0.2.1"),
            ("sip:john.smith@a", "sip:john.smith@a"),
            ("sip:a@[::FFFF:192.0.2.1]", "sip:a@192.0.2.1"),
            ("sip:a@[::ffff:c000:201]:5070", "sip:a@192.0.2.1:5070"),
        ] {
            assert_eq!(Destination::read(dial_string).unwrap().text, text);
        }
    }

    #[test]
    fn what_is_no_destination_is_refused_with_its_code() {
        use ErrorCode::{InvalidPhoneNumber, InvalidSipUri, PhoneNumberNotDialable};
        for (dial_string, code) in [
            ("", InvalidPhoneNumber),
            ("+", InvalidPhoneNumber),
            ("++49", InvalidPhoneNumber),
            ("+49*1", InvalidPhoneNumber),
            ("alice", InvalidPhoneNumber),
            ("alice@example.com", InvalidPhoneNumber),
            ("1001\n1002", InvalidPhoneNumber),
            ("１００１", InvalidPhoneNumber),
            ("mailto:a@b", InvalidPhoneNumber),
            (
                "12345678901234567890123456789012345678901",
                InvalidPhoneNumber,
            ),
            ("sip:", InvalidSipUri),
            ("sip:example.com", InvalidSipUri),
            ("sip:@example.com", InvalidSipUri),
            ("sip:a b@example.com", InvalidSipUri),
            ("sip:a@", InvalidSipUri),
            ("sip:a@b c", InvalidSipUri),
            ("sip:a@host:0", InvalidSipUri),
            ("sip:a@host:+5060", InvalidSipUri),
            ("sip:a@host:", InvalidSipUri),
            ("sip:a@host.", InvalidSipUri),
            ("sip:a@127.1", InvalidSipUri),
            ("sip:a@2130706433", InvalidSipUri),
            ("sip:a@0x7f000001", InvalidSipUri),
            ("sip:a@192.0.2.010", InvalidSipUri),
            ("sip:a@ho..st", InvalidSipUri),
            ("sip:a@127.0.0.0x1", InvalidSipUri),
            ("sip:a@0x7f.0.0.1", InvalidSipUri),
            ("sip:a@0.0.0.0", InvalidSipUri),
            ("sip:a@[::]", InvalidSipUri),
            ("sip:a@[::ffff:0.0.0.0]", InvalidSipUri),
            ("sip:a@[fe80::1%eth0]", PhoneNumberNotDialable),
            ("sip:a@ex\u{e4}mple.com", InvalidSipUri),
            ("sip:a@localhost\u{3002}", InvalidSipUri),
            ("sip:\u{ff11}@host", InvalidSipUri),
            ("\u{661}\u{660}\u{660}\u{661}", InvalidPhoneNumber),
            ("sip:a@host:99999", InvalidSipUri),
            ("sip:a:secret@host", InvalidSipUri),
            ("sip:a@[::g]", InvalidSipUri),
            ("sip:a@\r\nVia: x", InvalidSipUri),
            ("tel:+4930;ext=12", PhoneNumberNotDialable),
            ("sip:a@host;maddr=10.0.0.1", PhoneNumberNotDialable),
            ("sip:a@host?Route=x", PhoneNumberNotDialable),
            ("sip:%2B49900@host", PhoneNumberNotDialable),
        ] {
            assert_eq!(Destination::read(dial_string), Err(code), "{dial_string:?}");
        }
        let long = "1".repeat(MAX_DIAL_STRING + 1);
        assert_eq!(Destination::read(&long), Err(InvalidPhoneNumber));
    }
}
