//! Which of our addresses a peer sees: what the routing table says, kept for a few seconds.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::time::Duration;
use tapi3_common::descriptors;
use tokio::time::Instant;

/// How long an answer is kept: addresses change while the process runs.
const KEPT: Duration = Duration::from_secs(5);

/// How many answers are kept.
const MOST: usize = 1024;

/// Answers of the routing table.
#[derive(Debug, Default)]
pub(super) struct Routes {
    known: HashMap<IpAddr, (IpAddr, Instant)>,
}

impl Routes {
    /// The address that we have towards this peer.
    ///
    /// # Errors
    /// The system's, if no way leads there.
    pub fn source(&mut self, peer: IpAddr) -> io::Result<IpAddr> {
        let now = Instant::now();
        if let Some((source, until)) = self.known.get(&peer) {
            if now < *until {
                return Ok(*source);
            }
        }
        let source = ask(peer)?;
        if self.known.len() >= MOST {
            self.known.retain(|_, (_, until)| now < *until);
        }
        // Strangers can come from many addresses at once.
        if self.known.len() >= MOST {
            self.known.clear();
        }
        self.known.insert(peer, (source, now + KEPT));
        Ok(source)
    }

    /// The table may say something else by now.
    pub fn forget(&mut self) {
        self.known.clear();
    }
}

/// Whether this machine has the address no longer.
pub(super) fn is_gone(ip: IpAddr) -> bool {
    let bound = UdpSocket::bind(SocketAddr::new(ip, 0));
    bound.is_err_and(|error| error.kind() == io::ErrorKind::AddrNotAvailable)
}

/// Whether any way leads to a peer. Who cannot ask, for want of a descriptor, will hear of that where
/// it matters.
pub(in crate::providers::sip) fn is_routable(peer: IpAddr) -> bool {
    ask(peer).map_or_else(|error| descriptors::are_out(&error), |_| true)
}

/// A UDP socket that is connected sends nothing, but has the source address of what it would send.
fn ask(peer: IpAddr) -> io::Result<IpAddr> {
    let any: IpAddr = match peer {
        IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let socket = UdpSocket::bind(SocketAddr::new(any, 0))?;
    // Any port does, other than 0.
    socket.connect(SocketAddr::new(peer, 5060))?;
    Ok(socket.local_addr()?.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peer_on_this_machine_sees_its_own_address() {
        let mut routes = Routes::default();
        for text in ["127.0.0.1", "127.0.0.9"] {
            let source = routes.source(text.parse().unwrap()).unwrap();
            assert!(source.is_loopback(), "{text}: {source}");
        }
        assert!(is_routable("127.0.0.1".parse().unwrap()));
    }

    #[test]
    fn many_peers_take_no_more_room_than_some() {
        let mut routes = Routes::default();
        for n in 0..=MOST {
            let [a, b] = u16::try_from(n).unwrap().to_be_bytes();
            routes.source([127, 1, a, b].into()).unwrap();
        }
        assert!(routes.known.len() <= MOST);
    }
}
