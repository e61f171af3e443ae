//! The sockets that wait for others: bound when the lines are opened, used on the provider's thread.

use super::security::Security;
use crate::settings::Wrong;
use rustix::net::{AddressFamily, SocketFlags, SocketType, sockopt};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::os::fd::{AsRawFd, OwnedFd};
use std::sync::Arc;
use tapi3_common::process::{self, KeptBack};
use tapi3_common::words;

/// Where to listen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::providers::sip) struct Listen {
    /// For UDP and TCP. `[::]` stands for both families, with a socket for each; every other address
    /// for its own family alone.
    pub address: SocketAddr,
    /// Whether TCP listens there too.
    pub tcp: bool,
    /// Where TLS listens, if it does.
    pub tls: Option<SocketAddr>,
}

/// Sockets that are bound. A forked child does not get them: the ports would stay taken for as long
/// as the child lives.
#[derive(Debug)]
pub(in crate::providers::sip) struct Bound {
    /// With the port that the system chose if it was to choose one.
    pub(super) address: SocketAddr,
    pub(super) tls_address: Option<SocketAddr>,
    pub(super) udp: Vec<(KeptBack, UdpSocket)>,
    pub(super) tcp: Vec<(KeptBack, TcpListener)>,
    pub(super) tls: Vec<(KeptBack, TcpListener)>,
    pub(super) security: Arc<Security>,
}

/// How often the system is asked for a port that is free for all sockets that shall have it.
const TRIES: usize = 16;

/// How many bytes of datagrams wait until they are read.
const RECEIVED: usize = 1 << 20;

/// How many connections wait to be accepted.
const BACKLOG: i32 = 128;

impl Bound {
    /// Binds everything. The key of an error is `listen` or `tls_listen`.
    pub fn at(listen: &Listen, security: Arc<Security>) -> Result<Self, Wrong> {
        let wrong = |key, address: SocketAddr, what: &str, error: &io::Error| {
            let error = words::of(error);
            Wrong::new(key, format!("{address} cannot be used{what}: {error}"))
        };
        let mut bound = Bound {
            address: listen.address,
            tls_address: None,
            udp: Vec::new(),
            tcp: Vec::new(),
            tls: Vec::new(),
            security,
        };
        let mut tried = 1;
        loop {
            bound.udp.clear();
            bound.tcp.clear();
            let (what, error) = match bound.bind(listen) {
                Ok(()) => break,
                Err(failed) => failed,
            };
            let again = listen.address.port() == 0 && error.kind() == io::ErrorKind::AddrInUse;
            if !again || tried >= TRIES {
                return Err(wrong("listen", listen.address, what, &error));
            }
            tried += 1;
        }
        if let Some(address) = listen.tls {
            if !bound.security.can_accept() {
                let what = "needs tls_cert_file and tls_key_file";
                return Err(Wrong::new("tls_listen", what));
            }
            let (listeners, address) = everywhere(address, stream)
                .map_err(|error| wrong("tls_listen", address, "", &error))?;
            (bound.tls, bound.tls_address) = (listeners, Some(address));
        }
        Ok(bound)
    }

    fn bind(&mut self, listen: &Listen) -> Result<(), (&'static str, io::Error)> {
        (self.udp, self.address) =
            everywhere(listen.address, datagrams).map_err(|error| ("", error))?;
        if listen.tcp {
            (self.tcp, _) =
                everywhere(self.address, stream).map_err(|error| (" over TCP", error))?;
        }
        Ok(())
    }

    /// Whether TLS connections can be made, for a line that wants to. The key of an error is
    /// `tls_ca_file`.
    pub fn check_connecting(&self) -> Result<(), Wrong> {
        let checked = self.security.connector().map(drop);
        checked.map_err(|what| Wrong::new("tls_ca_file", what.to_owned()))
    }

    /// The address, with the port that the system chose if it was to choose one.
    #[cfg(test)]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// Binds a socket for each family that an address stands for, all on one port.
fn everywhere<S: AsRawFd + From<OwnedFd>>(
    address: SocketAddr,
    bind: impl Fn(SocketAddr) -> io::Result<OwnedFd>,
) -> io::Result<(Vec<(KeptBack, S)>, SocketAddr)> {
    let keep = |socket: OwnedFd| {
        let socket = S::from(socket);
        (process::keep_back(socket.as_raw_fd()), socket)
    };
    let first = bind(address)?;
    let mut bound = address;
    bound.set_port(port_of(&first)?);
    let mut sockets = vec![keep(first)];
    if address.is_ipv6() && address.ip().is_unspecified() {
        let other = SocketAddr::from((Ipv4Addr::UNSPECIFIED, bound.port()));
        sockets.push(keep(bind(other)?));
    }
    Ok((sockets, bound))
}

fn port_of(socket: &OwnedFd) -> io::Result<u16> {
    let address = SocketAddr::try_from(rustix::net::getsockname(socket)?);
    Ok(address.map_err(io::Error::from)?.port())
}

fn datagrams(address: SocketAddr) -> io::Result<OwnedFd> {
    let socket = socket(address, SocketType::DGRAM)?;
    // Many messages may come at once. The system gives what it allows, and that is good enough.
    let _ = sockopt::set_socket_recv_buffer_size(&socket, RECEIVED);
    Ok(socket)
}

fn stream(address: SocketAddr) -> io::Result<OwnedFd> {
    let socket = socket(address, SocketType::STREAM)?;
    rustix::net::listen(&socket, BACKLOG)?;
    Ok(socket)
}

fn socket(address: SocketAddr, kind: SocketType) -> io::Result<OwnedFd> {
    let family = match address {
        SocketAddr::V4(_) => AddressFamily::INET,
        SocketAddr::V6(_) => AddressFamily::INET6,
    };
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    let socket = rustix::net::socket_with(family, kind, flags, None)?;
    if address.is_ipv6() {
        // Each family has its own socket: an IPv4 peer never looks like an IPv6 one.
        sockopt::set_ipv6_v6only(&socket, true)?;
    }
    if kind == SocketType::STREAM {
        // Connections of an earlier process that are still fading do not keep the port.
        sockopt::set_socket_reuseaddr(&socket, true)?;
    }
    rustix::net::bind(&socket, &address)?;
    Ok(socket)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str, tcp: bool) -> Result<Bound, Wrong> {
        let listen = Listen {
            address: address.parse().unwrap(),
            tcp,
            tls: None,
        };
        Bound::at(&listen, Arc::default())
    }

    #[test]
    fn one_port_serves_udp_and_tcp() {
        let bound = at("127.0.0.1:0", true).unwrap();
        assert_ne!(bound.address().port(), 0);
        assert_eq!(bound.udp[0].1.local_addr().unwrap(), bound.address());
        assert_eq!(bound.tcp[0].1.local_addr().unwrap(), bound.address());
        let taken = at(&bound.address().to_string(), false).unwrap_err();
        assert_eq!(taken.key, "listen");
        assert!(taken.what.contains("in use"), "{}", taken.what);
    }

    #[test]
    fn a_port_that_only_tcp_lacks_is_told_as_that() {
        let other = TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = at(&other.local_addr().unwrap().to_string(), true).unwrap_err();
        assert!(taken.what.contains("over TCP"), "{}", taken.what);
    }

    #[test]
    fn every_address_of_ipv6_serves_ipv4_too_with_a_socket_of_its_own() {
        if UdpSocket::bind("[::1]:0").is_err() {
            eprintln!("left out: there is no IPv6 here");
            return;
        }
        let bound = at("[::]:0", true).unwrap();
        let port = bound.address().port();
        for sockets in [bound.udp.len(), bound.tcp.len()] {
            assert_eq!(sockets, 2);
        }
        let four = SocketAddr::from((Ipv4Addr::UNSPECIFIED, port));
        assert_eq!(bound.udp[1].1.local_addr().unwrap(), four);
        assert_eq!(at("[::1]:0", true).unwrap().udp.len(), 1);
    }

    #[test]
    fn tls_does_not_listen_without_a_certificate() {
        let listen = Listen {
            address: "127.0.0.1:0".parse().unwrap(),
            tcp: false,
            tls: Some("127.0.0.1:0".parse().unwrap()),
        };
        let wrong = Bound::at(&listen, Arc::default()).unwrap_err();
        assert_eq!(wrong.key, "tls_listen");
    }
}
