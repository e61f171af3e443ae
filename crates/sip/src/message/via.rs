//! The way that a message has come (RFC 3261 §20.42), and by which its response goes back (§18.2.2,
//! RFC 3581).

use super::uri::{host_and_port, port};
use super::value::{Params, cut, is_token, split_before};
use std::net::IpAddr;

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
        let (name, rest) = cut(sent.trim_ascii(), b'/')?;
        let (version, rest) = cut(rest, b'/')?;
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
    pub fn received(&self) -> Option<IpAddr> {
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
    let port = self::port(port.trim_ascii_start())?;
    none.is_none().then_some((host, Some(port)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
