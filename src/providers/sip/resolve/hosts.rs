//! Names that this machine knows by itself: `/etc/hosts`, and itself.

use super::records::{Kind, Records};
use crate::settings::read_file;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::Path;

/// The longest file, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// The addresses of a name in the file, and of `localhost` in any case (RFC 6761 §6.3). `None` if
/// the name does not stand there. A name that does has no services that anybody else knows of.
pub(super) fn look_up(file: &Path, name: &str, kind: Kind) -> Option<Records> {
    let is_kind = |ip: &IpAddr| match kind {
        Kind::A => ip.is_ipv4(),
        Kind::Aaaa => ip.is_ipv6(),
        Kind::Srv | Kind::Naptr => false,
    };
    let host = match kind {
        Kind::Srv => host_of(name),
        _ => name,
    };
    let text = read_file(file, LONGEST).unwrap_or_default();
    let mut known = addresses(&String::from_utf8_lossy(&text), host);
    if known.is_empty() && (host == "localhost" || host.ends_with(".localhost")) {
        known = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    }
    if known.is_empty() {
        return None;
    }
    Some(Records {
        addresses: known.into_iter().filter(is_kind).collect(),
        ..Records::default()
    })
}

/// The host that a service belongs to: `_sip._udp.example.com` to `example.com`.
fn host_of(service: &str) -> &str {
    let mut rest = service;
    while let Some((_, host)) = rest.split_once('.').filter(|_| rest.starts_with('_')) {
        rest = host;
    }
    rest
}

fn addresses(text: &str, name: &str) -> Vec<IpAddr> {
    let of_line = |line: &str| {
        let line = line.split('#').next()?;
        let mut words = line.split_whitespace();
        let address: IpAddr = words.next()?.parse().ok()?;
        let mut names = words.map(|word| word.strip_suffix('.').unwrap_or(word));
        names
            .any(|word| word.eq_ignore_ascii_case(name))
            .then_some(address)
    };
    text.lines().filter_map(of_line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_addresses_of_both_kinds_and_names_beside_it() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text =
            "# 10.0.0.9 pbx\n10.0.0.1\tPBX.example pbx # us\n::1 pbx\nx pbx\n10.0.0.2 other\n";
        std::fs::write(file.path(), text).unwrap();
        let found = |name, kind| Some(look_up(file.path(), name, kind)?.addresses);
        let ip = |text: &str| vec![text.parse::<IpAddr>().unwrap()];
        assert_eq!(found("pbx", Kind::A), Some(ip("10.0.0.1")));
        assert_eq!(found("pbx", Kind::Aaaa), Some(ip("::1")));
        assert_eq!(found("pbx.example", Kind::A), Some(ip("10.0.0.1")));
        assert_eq!(
            found("other", Kind::Aaaa),
            Some(vec![]),
            "it has no such address"
        );
        assert_eq!(found("nobody", Kind::A), None);
        for (name, kind) in [("_sip._udp.pbx", Kind::Srv), ("pbx", Kind::Naptr)] {
            assert_eq!(found(name, kind), Some(vec![]), "{name}");
        }
        assert_eq!(found("_sip._udp.nobody", Kind::Srv), None);
        assert_eq!(found("localhost", Kind::A), Some(ip("127.0.0.1")));
        assert_eq!(found("a.localhost", Kind::Aaaa), Some(ip("::1")));
    }
}
