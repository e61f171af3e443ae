//! What name servers know, as far as SIP asks for it: the kinds of records, and who can be asked for
//! them.

use super::Failure;
use std::net::IpAddr;
use std::sync::Arc;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses.
    Aaaa,
    /// Servers of a service (RFC 2782).
    Srv,
    /// Services of a domain (RFC 3403).
    Naptr,
}

/// A server of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Srv {
    pub priority: u16,
    pub weight: u16,
    pub port: u16,
    /// Empty if the service is decidedly not there.
    pub target: String,
}

/// A service of a domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Naptr {
    pub order: u16,
    pub preference: u16,
    pub flags: String,
    pub service: String,
    pub replacement: String,
}

/// The records of one kind under one name; none if the name does not have any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Records {
    pub addresses: Vec<IpAddr>,
    pub srv: Vec<Srv>,
    pub naptr: Vec<Naptr>,
}

impl Records {
    pub fn are_none(&self) -> bool {
        self.addresses.is_empty() && self.srv.is_empty() && self.naptr.is_empty()
    }
}

/// Whoever knows names.
pub(super) trait Names {
    /// The records of a name. An error means that nobody has answered.
    fn ask(
        &self,
        name: &str,
        kind: Kind,
    ) -> impl Future<Output = Result<Arc<Records>, Failure>> + Send;
}

/// A name as it is asked for and kept: in small letters, without the dot at its end. `None` if it is
/// none that a name server could know.
pub(super) fn canonical(name: &str) -> Option<String> {
    /// The longest name and label (RFC 1035 §2.3.4).
    const LONGEST: usize = 253;
    const LONGEST_LABEL: usize = 63;
    let bare = name.strip_suffix('.').unwrap_or(name);
    let fits = |label: &str| {
        let byte = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        !label.is_empty() && label.len() <= LONGEST_LABEL && label.bytes().all(byte)
    };
    let good = bare.len() <= LONGEST && bare.split('.').all(fits);
    good.then(|| bare.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_what_is_none() {
        for (name, canonical_name) in [
            ("example.com", Some("example.com")),
            ("Example.COM.", Some("example.com")),
            ("_sip._udp.x-y", Some("_sip._udp.x-y")),
            ("", None),
            (".", None),
            ("a..b", None),
            ("a b", None),
            ("bücher.example", None),
            ("a\0b", None),
        ] {
            assert_eq!(canonical(name).as_deref(), canonical_name, "{name:?}");
        }
        assert!(canonical(&"a".repeat(64)).is_none());
        assert!(canonical(&"a.".repeat(128)).is_none());
    }
}
