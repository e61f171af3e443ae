//! Who asks: the client's own address, also behind proxies that are known. What any other peer says
//! of itself counts for nothing.

use crate::config::{ClientAddress, Network};
use hyper::header::{self, HeaderMap, HeaderName};
use std::fmt;
use std::net::{IpAddr, SocketAddr};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// A client, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Peer {
    pub ip: IpAddr,
    /// Its port, if that is known.
    port: Option<u16>,
    /// Whether it is a proxy whose requests say who sends them.
    pub is_proxy: bool,
}

impl Peer {
    /// Whoever has opened a connection.
    pub fn new(address: SocketAddr, proxies: &Proxies) -> Self {
        let ip = address.ip().to_canonical();
        Peer {
            ip,
            port: Some(address.port()),
            is_proxy: proxies.has(ip),
        }
    }

    /// Whoever a proxy names, by its own protocol.
    pub fn named(address: SocketAddr) -> Self {
        Peer {
            ip: address.ip().to_canonical(),
            port: Some(address.port()),
            is_proxy: false,
        }
    }

    /// Whether a proxy named it in a header, so that its connection is not its own.
    pub fn of_a_header(self) -> bool {
        self.port.is_none()
    }

    /// The client that a request with these headers comes from.
    pub fn client(self, headers: &HeaderMap, proxies: &Proxies) -> Peer {
        let named = match proxies.says {
            _ if !self.is_proxy => None,
            Some(ClientAddress::Forwarded) => proxies.first_unknown(forwarded(headers)),
            Some(ClientAddress::XForwardedFor) => proxies.first_unknown(x_forwarded_for(headers)),
            Some(ClientAddress::ProxyProtocol) | None => None,
        };
        match named {
            Some(ip) => Peer {
                ip,
                port: None,
                is_proxy: false,
            },
            None => self,
        }
    }
}

impl fmt::Display for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.port {
            Some(port) => SocketAddr::new(self.ip, port).fmt(f),
            None => self.ip.fmt(f),
        }
    }
}

/// The proxies in front of the server.
#[derive(Debug, Clone, Default)]
pub(super) struct Proxies {
    networks: Vec<Network>,
    says: Option<ClientAddress>,
}

impl Proxies {
    pub fn new(networks: &[Network], says: Option<ClientAddress>) -> Self {
        Proxies {
            networks: networks.to_vec(),
            says,
        }
    }

    fn has(&self, ip: IpAddr) -> bool {
        self.networks.iter().any(|network| network.contains(ip))
    }

    /// Whether this peer begins its connections with the PROXY protocol.
    pub fn speaks_first(&self, peer: Peer) -> bool {
        peer.is_proxy && self.says == Some(ClientAddress::ProxyProtocol)
    }

    /// Of the hops that a request took, the nearest first, the first that is none of ours: what lies
    /// behind it is what that one says. One that cannot be read, or hides, ends the search, and the
    /// last of our own that is known stands for it.
    fn first_unknown(&self, hops: Vec<Option<IpAddr>>) -> Option<IpAddr> {
        let mut last = None;
        for hop in hops {
            let ip = hop?;
            if !self.has(ip) {
                return Some(ip);
            }
            last = Some(ip);
        }
        last
    }
}

/// The addresses of `X-Forwarded-For`, the nearest first.
fn x_forwarded_for(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let mut hops = Vec::new();
    for line in headers.get_all(X_FORWARDED_FOR) {
        let line = line.to_str().unwrap_or("?");
        hops.extend(line.split(',').map(|hop| node(hop.trim())));
    }
    hops.reverse();
    hops
}

/// The addresses of `Forwarded` (RFC 7239), the nearest first.
fn forwarded(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let mut hops = Vec::new();
    for line in headers.get_all(header::FORWARDED) {
        let line = line.to_str().unwrap_or("?");
        for element in outside_quotes(line, ',') {
            let mut pairs = outside_quotes(element, ';').into_iter();
            let hop = pairs.find_map(|pair| {
                let (name, value) = pair.split_once('=')?;
                name.trim().eq_ignore_ascii_case("for").then_some(value)
            });
            hops.push(hop.and_then(|hop| node(hop.trim().trim_matches('"'))));
        }
    }
    hops.reverse();
    hops
}

/// The parts of a text between separators that are in no quoted string.
fn outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(|c| {
        let is_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if quoted && !is_escaped => escaped = true,
            '"' if !is_escaped => quoted = !quoted,
            _ => {}
        }
        !quoted && c == separator
    })
    .collect()
}

/// An address with or without a port, as RFC 7239 §6 and the habits around `X-Forwarded-For` have
/// it: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
fn node(text: &str) -> Option<IpAddr> {
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let with_port = || text.parse().ok().map(|address: SocketAddr| address.ip());
    let found = text.parse().ok().or_else(with_port).or_else(bracketed);
    found.map(|ip: IpAddr| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    fn proxies(says: ClientAddress) -> Proxies {
        let networks = ["10.0.0.0/8", "127.0.0.1", "fd00::/8"];
        let networks: Vec<Network> = networks.iter().map(|n| n.parse().unwrap()).collect();
        Proxies::new(&networks, Some(says))
    }

    fn client(says: ClientAddress, peer: &str, lines: &[(&'static str, &'static str)]) -> String {
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, HeaderValue::from_static(value));
        }
        let proxies = proxies(says);
        let peer = Peer::new(peer.parse().unwrap(), &proxies);
        peer.client(&headers, &proxies).to_string()
    }

    #[test]
    fn x_forwarded_for_is_read_from_the_near_end_and_of_known_proxies_only() {
        for (peer, lines, shown) in [
            ("10.0.0.1:9", &["203.0.113.7"][..], "203.0.113.7"),
            // Whoever sends the header itself has its own address added behind.
            ("10.0.0.1:9", &["192.0.2.66, 203.0.113.7"], "203.0.113.7"),
            ("10.0.0.1:9", &["192.0.2.66", "203.0.113.7"], "203.0.113.7"),
            ("10.0.0.1:9", &["203.0.113.7, 10.1.1.1"], "203.0.113.7"),
            ("10.0.0.1:9", &["203.0.113.7:4711"], "203.0.113.7"),
            ("10.0.0.1:9", &["2001:db8::1"], "2001:db8::1"),
            ("10.0.0.1:9", &["[2001:db8::1]:80"], "2001:db8::1"),
            ("10.0.0.1:9", &["::ffff:203.0.113.7"], "203.0.113.7"),
            ("[::ffff:10.0.0.1]:9", &["203.0.113.7"], "203.0.113.7"),
            ("[fd00::1]:9", &["203.0.113.7"], "203.0.113.7"),
            // Only proxies: the one farthest away.
            ("10.0.0.1:9", &["10.3.3.3, 10.2.2.2"], "10.3.3.3"),
            ("10.0.0.1:9", &["203.0.113.7, unknown"], "10.0.0.1:9"),
            ("10.0.0.1:9", &[""], "10.0.0.1:9"),
            ("10.0.0.1:9", &[], "10.0.0.1:9"),
            ("192.0.2.1:9", &["203.0.113.7"], "192.0.2.1:9"),
        ] {
            let lines: Vec<_> = lines.iter().map(|l| ("x-forwarded-for", *l)).collect();
            let found = client(ClientAddress::XForwardedFor, peer, &lines);
            assert_eq!(found, shown, "{peer} {lines:?}");
            // The one header that is not asked for says nothing.
            let other = client(ClientAddress::Forwarded, peer, &lines);
            assert_ne!(other, "203.0.113.7");
        }
    }

    #[test]
    fn forwarded_is_read_as_rfc_7239_has_it() {
        for (line, shown) in [
            ("for=203.0.113.7", "203.0.113.7"),
            (
                "For=\"203.0.113.7:4711\";proto=https;by=10.0.0.1",
                "203.0.113.7",
            ),
            (
                "proto=http; FOR = \"[2001:db8:cafe::17]:4711\"",
                "2001:db8:cafe::17",
            ),
            ("for=192.0.2.66, for=203.0.113.7", "203.0.113.7"),
            ("for=203.0.113.7, for=10.2.2.2", "203.0.113.7"),
            ("for=\"_hidden\", for=10.2.2.2", "10.0.0.1:9"),
            ("for=_gazonk", "10.0.0.1:9"),
            ("for=\"a,b;for=192.0.2.66\", for=203.0.113.7", "203.0.113.7"),
            ("by=203.0.113.7", "10.0.0.1:9"),
            ("for=192.0.2.66\\", "10.0.0.1:9"),
        ] {
            let found = client(
                ClientAddress::Forwarded,
                "10.0.0.1:9",
                &[("forwarded", line)],
            );
            assert_eq!(found, shown, "{line}");
            let found = client(
                ClientAddress::Forwarded,
                "192.0.2.1:9",
                &[("forwarded", line)],
            );
            assert_eq!(found, "192.0.2.1:9");
        }
    }
}
