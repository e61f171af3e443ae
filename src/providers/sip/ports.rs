//! The ports at which a call's media arrive: a pair of UDP ports, taken from a pool and given back to
//! it when nobody has them any more. Until there is sound nobody reads.

use crate::engine::{Error, ErrorKind};
use rustix::net::{RecvFlags, recv, sockopt};
use std::collections::VecDeque;
use std::io;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::os::fd::AsRawFd;
use std::sync::{Arc, Mutex};
use tapi3_common::descriptors;
use tapi3_common::process::{self, KeptBack};
use tapi3_common::sync::unmodelled::lock;

/// How many pairs of ports are tried before the machine counts as full.
const ATTEMPTS: usize = 32;

/// How many pairs wait for the next call.
const KEPT: usize = 64;

/// How many bytes the system keeps of what nobody has read yet: half a second of sound with all that
/// the system adds to a datagram.
const ROOM: usize = 32 * 1024;

/// More datagrams than find room in that.
const MOST_LEFT: usize = 256;

#[derive(Debug)]
struct Socket {
    /// Let go of before the socket is closed.
    _kept_back: KeptBack,
    socket: UdpSocket,
}

impl Socket {
    fn bind(address: SocketAddr) -> io::Result<Self> {
        let socket = UdpSocket::bind(address)?;
        socket.set_nonblocking(true)?;
        sockopt::set_socket_recv_buffer_size(&socket, ROOM)?;
        Ok(Socket {
            _kept_back: process::keep_back(socket.as_raw_fd()),
            socket,
        })
    }

    /// Throws away what came for an earlier call. Who sends faster than that is not waited for.
    fn empty(&self) {
        let mut byte = [0_u8; 1];
        for _ in 0..MOST_LEFT {
            if recv(&self.socket, &mut byte[..], RecvFlags::DONTWAIT).is_err() {
                return;
            }
        }
    }
}

#[derive(Debug)]
struct Pair {
    rtp: SocketAddr,
    sockets: [Socket; 2],
}

impl Pair {
    /// Binds a pair at `ip`: RTP on an even port, RTCP on the next (RFC 3550 §11).
    fn bind(ip: IpAddr) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let first = Socket::bind(SocketAddr::new(ip, 0))?;
            let address = first.socket.local_addr()?;
            let even = address.port() % 2 == 0;
            let other = match even {
                true => address.port().checked_add(1),
                false => address.port().checked_sub(1),
            };
            let Some(other) = other.filter(|port| *port != 0) else {
                continue;
            };
            let second = match Socket::bind(SocketAddr::new(ip, other)) {
                Ok(second) => second,
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => continue,
                Err(error) => return Err(error),
            };
            let rtp = SocketAddr::new(ip, address.port().min(other));
            let sockets = match even {
                true => [first, second],
                false => [second, first],
            };
            return Ok(Pair { rtp, sockets });
        }
        Err(io::ErrorKind::AddrInUse.into())
    }
}

/// The pairs that wait for the next call, the one that waits for the longest time first.
#[derive(Debug, Default)]
pub(super) struct Pool(Arc<Mutex<VecDeque<Pair>>>);

impl Pool {
    /// Takes a pair at `ip`.
    pub fn take(&self, ip: IpAddr) -> io::Result<Ports> {
        let kept = {
            let mut pairs = lock(&self.0);
            let at = pairs.iter().position(|pair| pair.rtp.ip() == ip);
            at.and_then(|at| pairs.remove(at))
        };
        let pair = match kept {
            Some(pair) => pair,
            None => Pair::bind(ip)?,
        };
        Ok(Ports {
            pair: Some(pair),
            pool: self.0.clone(),
        })
    }
}

/// A pair of a call.
#[derive(Debug)]
pub(super) struct Ports {
    pair: Option<Pair>,
    pool: Arc<Mutex<VecDeque<Pair>>>,
}

impl Ports {
    /// Where RTP arrives.
    pub fn rtp(&self) -> Option<SocketAddr> {
        self.pair.as_ref().map(|pair| pair.rtp)
    }

    /// The sockets of RTP and RTCP. Neither waits for anything.
    pub fn sockets(&self) -> Option<(&UdpSocket, &UdpSocket)> {
        let [sound, control] = &self.pair.as_ref()?.sockets;
        Some((&sound.socket, &control.socket))
    }

    /// What comes from now on is for this call: what came before, perhaps for an earlier one, is gone.
    pub fn listen(&self) {
        if let Some(pair) = &self.pair {
            pair.sockets.iter().for_each(Socket::empty);
        }
    }
}

impl Drop for Ports {
    fn drop(&mut self) {
        let mut pairs = lock(&self.pool);
        if pairs.len() < KEPT {
            pairs.extend(self.pair.take());
        }
    }
}

/// Why a call has no media ports, for the application.
pub(super) fn no_ports(error: &io::Error) -> Error {
    const NONE_FREE: &str = "No pair of UDP ports is free for the call's media";
    let text = match descriptors::are_out(error) {
        true => format!("{NONE_FREE}: {}.", descriptors::in_words(error)),
        false => format!("{NONE_FREE}."),
    };
    Error::with_text(ErrorKind::OperationFailed, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_even_and_odd_and_used_again() {
        let ip: IpAddr = "127.0.0.1".parse().unwrap();
        let pool = Pool::default();
        let ports = pool.take(ip).unwrap();
        let rtp = ports.rtp().unwrap();
        assert_eq!(rtp.port() % 2, 0);
        assert!(UdpSocket::bind(rtp).is_err());
        let rtcp = SocketAddr::new(ip, rtp.port() + 1);
        assert!(UdpSocket::bind(rtcp).is_err());
        let other = pool.take(ip).unwrap();
        assert_ne!(other.rtp(), Some(rtp));
        drop(ports);
        assert_eq!(pool.take(ip).unwrap().rtp(), Some(rtp));
        drop(pool);
        drop(other);
        assert!(UdpSocket::bind(rtp).is_ok());
    }

    #[test]
    fn what_came_for_an_earlier_call_is_gone() {
        let ip: IpAddr = "127.0.0.1".parse().unwrap();
        let pool = Pool::default();
        let ports = pool.take(ip).unwrap();
        let rtp = ports.rtp().unwrap();
        UdpSocket::bind("127.0.0.1:0")
            .unwrap()
            .send_to(b"x", rtp)
            .unwrap();
        drop(ports);
        let again = pool.take(ip).unwrap();
        again.listen();
        let pair = again.pair.as_ref().unwrap();
        let [even, odd] = &pair.sockets;
        for socket in [even, odd] {
            assert!(socket.socket.recv(&mut [0; 8]).is_err());
        }
    }
}
