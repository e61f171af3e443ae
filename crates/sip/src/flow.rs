//! Where messages come from and go to: a transport, two addresses, and the connection between them if
//! there is one. A socket is never seen here.

use bytes::Bytes;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

/// How messages travel (RFC 3261 §18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Transport {
    /// UDP: each message a datagram.
    Udp,
    /// TCP.
    Tcp,
    /// TLS over TCP.
    Tls,
}

impl Transport {
    /// Whether what was sent arrives, or the connection breaks.
    pub fn is_reliable(self) -> bool {
        self != Transport::Udp
    }

    /// As a Via spells it.
    pub fn token(self) -> &'static str {
        match self {
            Transport::Udp => "UDP",
            Transport::Tcp => "TCP",
            Transport::Tls => "TLS",
        }
    }

    /// As the `transport` parameter of a URI spells it; TLS is told by `sips:` or spelled out.
    pub fn param(self) -> &'static str {
        match self {
            Transport::Udp => "udp",
            Transport::Tcp => "tcp",
            Transport::Tls => "tls",
        }
    }

    /// The port of servers that name none (RFC 3261 §19.1.2).
    pub fn default_port(self) -> u16 {
        match self {
            Transport::Udp | Transport::Tcp => 5060,
            Transport::Tls => 5061,
        }
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.token())
    }
}

/// The number of a connection, given by whoever has the sockets; never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ConnectionId(pub u64);

/// A way between us and a peer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    pub transport: Transport,
    /// The peer's address.
    pub peer: SocketAddr,
    /// Our address as that peer sees it when nothing stands between: Via, Contact and SDP say it.
    pub local: SocketAddr,
    /// The connection to use as long as it stands. With none, or when it is gone, whoever has the
    /// sockets takes one to `peer` that stands, or opens one.
    pub connection: Option<ConnectionId>,
    /// Whom a TLS certificate has to name: the host that was looked up (RFC 5922 §4).
    pub server_name: Option<Arc<str>>,
}

impl Flow {
    /// A way over UDP.
    pub fn udp(local: SocketAddr, peer: SocketAddr) -> Self {
        Flow {
            transport: Transport::Udp,
            peer,
            local,
            connection: None,
            server_name: None,
        }
    }

    /// Our address may be another one by now, as `local` says. Returns whether it is.
    pub(crate) fn readdress(
        &mut self,
        local: &mut impl FnMut(&Flow) -> Option<SocketAddr>,
    ) -> bool {
        let new = local(self).filter(|new| *new != self.local);
        self.local = new.unwrap_or(self.local);
        new.is_some()
    }
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} over {}", self.peer, self.transport)
    }
}

/// A connection that has ended, or could not be opened.
#[derive(Debug, Clone)]
pub struct Gone {
    /// Its way, with its number if it has one.
    pub flow: Flow,
    /// Older connections in whose place it was used since they had gone before.
    pub others: Vec<ConnectionId>,
    /// What was to be sent over it and was not given to the system, or only in part: nobody can have
    /// read it. Of everything else nothing is known.
    pub unsent: Vec<Bytes>,
}

impl Gone {
    /// One that had nothing more to send.
    pub fn of(flow: Flow) -> Self {
        Gone {
            flow,
            others: Vec::new(),
            unsent: Vec::new(),
        }
    }

    /// Whether this was its number, or is that of one it stood for.
    pub fn was(&self, connection: ConnectionId) -> bool {
        self.flow.connection == Some(connection) || self.others.contains(&connection)
    }

    /// Whether what was sent this way went over it.
    pub fn took(&self, sent: &Flow) -> bool {
        if sent.transport != self.flow.transport {
            return false;
        }
        match (sent.connection, self.flow.connection) {
            (Some(sent), Some(_)) => self.was(sent),
            _ => sent.peer == self.flow.peer,
        }
    }
}

/// A message to be sent.
#[derive(Debug, Clone)]
pub struct Transmit {
    pub flow: Flow,
    pub bytes: Bytes,
}
