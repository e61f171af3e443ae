//! Those settings of a line that are about sockets and name servers, and how they fit together.

use super::settings::Settings;
use crate::settings::Wrong;
use serde::de::{Error, Unexpected};
use serde::{Deserialize, Deserializer};
use std::net::{IpAddr, SocketAddr};

/// Reads an address to listen at.
pub(super) fn listen<'de, D: Deserializer<'de>>(from: D) -> Result<Option<SocketAddr>, D::Error> {
    let text = String::deserialize(from)?;
    let expected = "an address with a port, such as \"0.0.0.0:5061\" or \"[::]:5061\"";
    match text.parse() {
        Ok(address) => Ok(Some(address)),
        Err(_) => Err(D::Error::invalid_value(Unexpected::Str(&text), &expected)),
    }
}

/// Reads the address of a name server, whose port is 53 if none is given.
pub(super) fn name_server<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<SocketAddr>, D::Error> {
    /// Where name servers listen.
    const PORT: u16 = 53;
    let text = String::deserialize(from)?;
    let alone = || Some(SocketAddr::new(text.parse::<IpAddr>().ok()?, PORT));
    match text.parse().ok().or_else(alone) {
        Some(address) => Ok(Some(address)),
        None => {
            let expected = "an address such as \"127.0.0.1\" or \"127.0.0.1:5353\"";
            Err(D::Error::invalid_value(Unexpected::Str(&text), &expected))
        }
    }
}

/// Checks what can be checked without looking at any file.
pub(super) fn check(settings: &Settings) -> Result<(), Wrong> {
    let (certificate, key) = (&settings.tls_cert_file, &settings.tls_key_file);
    match (certificate, key) {
        (Some(_), None) => return Err(Wrong::new("tls_cert_file", "needs tls_key_file")),
        (None, Some(_)) => return Err(Wrong::new("tls_key_file", "needs tls_cert_file")),
        _ => {}
    }
    let Some(tls) = settings.tls_listen else {
        return Ok(());
    };
    if certificate.is_none() {
        let what = "needs tls_cert_file and tls_key_file";
        return Err(Wrong::new("tls_listen", what));
    }
    if overlap(tls, settings.listen) {
        let what = "must have another port than listen, where TCP is spoken without TLS";
        return Err(Wrong::new("tls_listen", what));
    }
    Ok(())
}

/// Whether two sockets at these addresses would want the same port.
fn overlap(one: SocketAddr, other: SocketAddr) -> bool {
    let (ip, other_ip) = (one.ip(), other.ip());
    let all = |ip: IpAddr| ip.is_ipv6() && ip.is_unspecified();
    let same_family = ip.is_ipv4() == other_ip.is_ipv4();
    let meet = same_family && (ip.is_unspecified() || other_ip.is_unspecified());
    let same_port = one.port() == other.port() && one.port() != 0;
    same_port && (ip == other_ip || meet || all(ip) || all(other_ip))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_addresses_that_would_want_one_port_are_found() {
        for (one, other, overlaps) in [
            ("10.0.0.1:5060", "10.0.0.1:5060", true),
            ("10.0.0.1:5060", "10.0.0.1:5061", false),
            ("10.0.0.1:5060", "10.0.0.2:5060", false),
            ("0.0.0.0:5060", "10.0.0.2:5060", true),
            ("0.0.0.0:0", "0.0.0.0:0", false),
            ("[::]:5060", "10.0.0.2:5060", true),
            ("[::1]:5060", "[::]:5060", true),
            ("[::1]:5060", "0.0.0.0:5060", false),
        ] {
            let (one, other) = (one.parse().unwrap(), other.parse().unwrap());
            assert_eq!(overlap(one, other), overlaps, "{one} {other}");
            assert_eq!(overlap(other, one), overlaps, "{other} {one}");
        }
    }
}
