//! The ports at which a call's media arrive: a pair of UDP ports, taken from a pool and given back to
//! it when nobody has them any more. Until there is sound nobody reads.

use super::runtime::fill;
use crate::engine::{Error, ErrorKind};
use rustix::net::{RecvFlags, recv, sockopt};
use std::collections::VecDeque;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::os::fd::AsRawFd;
use std::sync::{Arc, Mutex};
use std::{fmt, io};
use tapi3_common::process::{self, KeptBack};
use tapi3_common::sync::unmodelled::lock;
use tapi3_common::{descriptors, words};

/// How many pairs of ports are tried before the machine counts as full.
const ATTEMPTS: usize = 32;

/// The same of a range: those of one that is full are not all tried while other calls wait.
const MOST_TRIED: usize = 1024;

/// How many pairs wait for the next call.
const KEPT: usize = 128;

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

/// The ports that sound may arrive at: an even one and the next, so many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    first: u16,
    pairs: u16,
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}-{}",
            self.first,
            self.first + (self.pairs - 1) * 2 + 1
        )
    }
}

impl Range {
    /// Reads `"10000-20000"`, both ends included.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        let ends = text.split_once('-').and_then(|(first, last)| {
            let number = |text: &str| text.trim().parse::<u16>().ok().filter(|port| *port != 0);
            Some((number(first)?, number(last)?))
        });
        let (first, last) = ends.ok_or("is no range of ports, such as \"10000-20000\"")?;
        // Port 65535 is odd, so the even one before it has its next.
        let first = first.checked_next_multiple_of(2);
        let pairs = first.and_then(|first| Some((first, last.checked_sub(first)?.div_ceil(2))));
        match pairs {
            Some((first, pairs)) if pairs != 0 => Ok(Range { first, pairs }),
            _ => Err("has no even port and the next one, which a call needs"),
        }
    }

    fn has(self, port: u16) -> bool {
        let last = self.first + (self.pairs - 1) * 2;
        (self.first..=last).contains(&port)
    }

    /// All of them, beginning anywhere, or as many as are tried.
    fn ports(self) -> impl Iterator<Item = u16> {
        let mut luck = [0; 2];
        fill(&mut luck);
        let begin = u16::from_ne_bytes(luck) % self.pairs;
        let order = (begin..self.pairs).chain(0..begin);
        let ports = order.map(move |pair| self.first + pair * 2);
        ports.take(MOST_TRIED)
    }
}

#[derive(Debug)]
struct Pair {
    rtp: SocketAddr,
    sockets: [Socket; 2],
}

impl Pair {
    /// Binds a pair at `ip`: RTP on an even port, RTCP on the next (RFC 3550 §11).
    fn bind(ip: IpAddr, range: Option<Range>) -> io::Result<Self> {
        match range {
            Some(range) => Self::bind_within(ip, range),
            None => Self::bind_anywhere(ip),
        }
    }

    fn bind_within(ip: IpAddr, range: Range) -> io::Result<Self> {
        for port in range.ports() {
            let rtp = SocketAddr::new(ip, port);
            let both = Socket::bind(rtp)
                .and_then(|first| Ok([first, Socket::bind(SocketAddr::new(ip, port + 1))?]));
            match both {
                Ok(sockets) => return Ok(Pair { rtp, sockets }),
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AddrInUse.into())
    }

    fn bind_anywhere(ip: IpAddr) -> io::Result<Self> {
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
    /// Takes a pair at `ip`, of these ports if not of all.
    pub fn take(&self, ip: IpAddr, range: Option<Range>) -> io::Result<Ports> {
        let kept = {
            let mut pairs = lock(&self.0);
            let has = |pair: &Pair| range.is_none_or(|range| range.has(pair.rtp.port()));
            let fits = |pair: &Pair| pair.rtp.ip() == ip && has(pair);
            let at = pairs.iter().position(fits);
            at.and_then(|at| pairs.remove(at))
        };
        let pair = match kept {
            Some(pair) => pair,
            None => Pair::bind(ip, range)?,
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
        pairs.extend(self.pair.take());
        // At an address that is gone they would wait for ever.
        let oldest = (pairs.len() > KEPT).then(|| pairs.pop_front());
        drop(pairs);
        drop(oldest);
    }
}

/// Why a call has no media ports, of these if not of all, for the application.
pub(super) fn no_ports(error: &io::Error, range: Option<Range>) -> Error {
    const NONE_FREE: &str = "No pair of UDP ports is free for the call's media";
    let text = match range {
        _ if descriptors::are_out(error) => {
            format!("{NONE_FREE}: {}.", words::of(error))
        }
        Some(range) => format!("{NONE_FREE} within rtp_ports ({range})."),
        None => format!("{NONE_FREE}."),
    };
    Error::with_text(ErrorKind::OperationFailed, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_ports_hears_which_were_wanted() {
        let taken = io::ErrorKind::AddrInUse.into();
        let range = Range::read("30001-30007").ok();
        let text = |range| no_ports(&taken, range).to_string();
        assert!(text(range).ends_with("within rtp_ports (30002-30007)."));
        assert!(!text(None).contains("rtp_ports"));
    }

    #[test]
    fn a_pair_is_even_and_odd_and_used_again() {
        let ip: IpAddr = "127.0.0.1".parse().unwrap();
        let pool = Pool::default();
        let ports = pool.take(ip, None).unwrap();
        let rtp = ports.rtp().unwrap();
        assert_eq!(rtp.port() % 2, 0);
        assert!(UdpSocket::bind(rtp).is_err());
        let rtcp = SocketAddr::new(ip, rtp.port() + 1);
        assert!(UdpSocket::bind(rtcp).is_err());
        let other = pool.take(ip, None).unwrap();
        assert_ne!(other.rtp(), Some(rtp));
        drop(ports);
        assert_eq!(pool.take(ip, None).unwrap().rtp(), Some(rtp));
        drop(pool);
        drop(other);
        assert!(UdpSocket::bind(rtp).is_ok());
    }

    #[test]
    fn what_came_for_an_earlier_call_is_gone() {
        let ip: IpAddr = "127.0.0.1".parse().unwrap();
        let pool = Pool::default();
        let ports = pool.take(ip, None).unwrap();
        let rtp = ports.rtp().unwrap();
        UdpSocket::bind("127.0.0.1:0")
            .unwrap()
            .send_to(b"x", rtp)
            .unwrap();
        drop(ports);
        let again = pool.take(ip, None).unwrap();
        again.listen();
        let pair = again.pair.as_ref().unwrap();
        let [even, odd] = &pair.sockets;
        for socket in [even, odd] {
            assert!(socket.socket.recv(&mut [0; 8]).is_err());
        }
    }

    #[test]
    fn a_range_is_used_to_its_end_and_no_further() {
        let ip: IpAddr = "127.0.0.1".parse().unwrap();
        for bad in [
            "",
            "-",
            "7",
            "0-9",
            "9-8",
            "8-8",
            "7-8",
            "1-65536",
            "65535-65535",
            "a-b",
        ] {
            assert!(Range::read(bad).is_err(), "{bad}");
        }
        for (good, first, pairs) in [
            ("10000-10001", 10_000, 1),
            ("9999 - 10004", 10_000, 2),
            ("1-65535", 2, 32_767),
            ("65534-65535", 65_534, 1),
        ] {
            assert_eq!(Range::read(good), Ok(Range { first, pairs }), "{good}");
            let shown = Range { first, pairs }.to_string();
            assert_eq!(Range::read(&shown), Ok(Range { first, pairs }), "{shown}");
        }
        // Somewhere three pairs are free.
        let free = || {
            Pool::default()
                .take(ip, None)
                .unwrap()
                .rtp()
                .unwrap()
                .port()
        };
        let found = (0..100).find_map(|_| {
            let first = free();
            let range = Range::read(&format!("{first}-{}", first.checked_add(5)?)).unwrap();
            let pool = Pool::default();
            let all: io::Result<Vec<Ports>> = (0..3).map(|_| pool.take(ip, Some(range))).collect();
            Some((first, range, all.ok()?, pool))
        });
        let (first, range, mut all, pool) = found.unwrap();
        let mut ports: Vec<u16> = all.iter().map(|it| it.rtp().unwrap().port()).collect();
        ports.sort_unstable();
        assert_eq!(ports, [first, first + 2, first + 4]);
        let none = pool.take(ip, Some(range)).unwrap_err();
        assert_eq!(none.kind(), io::ErrorKind::AddrInUse);
        // What comes back is for who may have it.
        let back = all.pop().unwrap().rtp().unwrap();
        let other = Range::read(match back.port() {
            ..40_000 => "50000-50999",
            _ => "20000-20999",
        });
        assert_ne!(pool.take(ip, other.ok()).unwrap().rtp(), Some(back));
        assert_eq!(pool.take(ip, Some(range)).unwrap().rtp(), Some(back));
        let wider = Range::read("1024-65535").unwrap();
        for range in [Some(wider), None] {
            let first = pool.take(ip, range).unwrap();
            let second = pool.take(ip, range).unwrap();
            assert!([first.rtp(), second.rtp()].contains(&Some(back)));
        }
    }
}
