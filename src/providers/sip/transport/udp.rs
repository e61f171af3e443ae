//! A UDP socket: it sends without waiting, and keeps a little when the system takes no more.

use super::bounces;
use bytes::Bytes;
use rustix::io::Errno;
use rustix::net::SendFlags;
use std::collections::VecDeque;
use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tapi3_common::process::KeptBack;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::time::{Instant, Sleep, sleep};

/// How many datagrams wait for the system at most; beyond them they are lost, as UDP may lose them.
const MOST_WAITING: usize = 1024;

/// After how long the system is asked again that takes no more.
const AGAIN: Duration = Duration::from_millis(2);

/// The longest datagram that is read: there are none that are longer.
pub(super) const LONGEST: usize = 64 * 1024;

/// How the system is asked to send a datagram; tests have a system of their own.
type SendTo = fn(&UdpSocket, &[u8], SendFlags, &SocketAddr) -> Result<usize, Errno>;

/// A socket of one family.
#[derive(Debug)]
pub(super) struct Udp {
    /// Let go of before the socket is closed.
    _kept_back: KeptBack,
    socket: AsyncFd<UdpSocket>,
    sendto: SendTo,
    is_ipv6: bool,
    waiting: VecDeque<(SocketAddr, Bytes)>,
    /// When the system is asked again whether it takes what waits.
    again: Option<Pin<Box<Sleep>>>,
    /// Whether the system has told of datagrams that came back.
    told: bool,
}

impl Udp {
    /// Must be called within the runtime.
    #[allow(
        deprecated,
        reason = "what the newer constructor asks for holds: nobody else closes the socket"
    )]
    pub fn new(kept_back: KeptBack, socket: UdpSocket) -> io::Result<Self> {
        let is_ipv6 = socket.local_addr()?.is_ipv6();
        bounces::wanted(&socket, is_ipv6);
        Ok(Udp {
            _kept_back: kept_back,
            // Nobody waits for room to send: to be told of it whenever a peer has read a datagram of ours
            // would wake the thread for nothing.
            socket: AsyncFd::with_interest(socket, Interest::READABLE)?,
            sendto: |socket, bytes, flags, peer| rustix::net::sendto(socket, bytes, flags, peer),
            is_ipv6,
            waiting: VecDeque::new(),
            again: None,
            told: false,
        })
    }

    /// Whether it reaches this peer's family.
    pub fn reaches(&self, peer: SocketAddr) -> bool {
        self.is_ipv6 == peer.is_ipv6()
    }

    /// Sends a datagram, now or when the system takes it. What cannot be sent is lost: timers bring
    /// it again.
    pub fn send(&mut self, peer: SocketAddr, bytes: Bytes) {
        // None overtakes another. The system is asked itself, since the runtime may not know yet
        // that it has room.
        if self.waiting.is_empty() {
            let sent = self.try_send(peer, &bytes);
            if is_done(peer, sent) {
                return;
            }
        }
        if self.waiting.len() < MOST_WAITING {
            self.waiting.push_back((peer, bytes));
        } else {
            tracing::debug!("a datagram to {peer} is lost: the system takes no more");
        }
    }

    /// Sends what waits, as far as it goes. The system does not say when there is room again: once it has
    /// told of a datagram that came back, the runtime takes it for ready at all times.
    pub fn poll_flush(&mut self, cx: &mut Context<'_>) {
        while let Some((peer, bytes)) = self.waiting.pop_front() {
            let sent = self.try_send(peer, &bytes);
            if !is_done(peer, sent) {
                self.waiting.push_front((peer, bytes));
                return self.wait(cx);
            }
        }
        self.again = None;
    }

    fn wait(&mut self, cx: &mut Context<'_>) {
        let again = self.again.get_or_insert_with(|| Box::pin(sleep(AGAIN)));
        while again.as_mut().poll(cx).is_ready() {
            again.as_mut().reset(Instant::now() + AGAIN);
        }
    }

    /// Sends a datagram without waiting. What the system tells instead of earlier datagrams, it tells
    /// once each: `told` notes it, and this one goes all the same.
    fn try_send(&mut self, peer: SocketAddr, bytes: &[u8]) -> io::Result<usize> {
        let send = || (self.sendto)(self.socket.get_ref(), bytes, SendFlags::DONTWAIT, &peer);
        for _ in 0..2 {
            match send() {
                Err(Errno::CONNREFUSED | Errno::HOSTUNREACH | Errno::NETUNREACH) => {
                    self.told = true;
                }
                sent => return Ok(sent?),
            }
        }
        Ok(send()?)
    }

    /// How many datagrams wait.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// The next datagram. After so many in a row tokio lets others go first.
    pub fn poll_receive(
        &mut self,
        cx: &mut Context<'_>,
        buffer: &mut [u8],
    ) -> Poll<(usize, SocketAddr)> {
        loop {
            let Ok(mut ready) = ready!(self.socket.poll_read_ready(cx)) else {
                // The runtime shuts down.
                return Poll::Pending;
            };
            match ready.try_io(|socket| socket.get_ref().recv_from(buffer)) {
                // There is no more: the next look asks to be woken.
                Err(_) => {}
                Ok(Ok((length, from))) => {
                    if !is_keep_alive(buffer.get(..length).unwrap_or_default()) {
                        return Poll::Ready((length, from));
                    }
                }
                // It tells of an earlier datagram, or of memory that was short for a moment.
                Ok(Err(error)) => {
                    self.told = true;
                    tracing::debug!("reading the SIP socket: {error}");
                }
            }
        }
    }

    /// A datagram of ours that came back since nobody was there, as far as it came, and whom it was for.
    pub fn bounced(&mut self, buffer: &mut [u8]) -> Option<(usize, SocketAddr)> {
        if !self.told {
            return None;
        }
        let next = bounces::next(&self.socket, buffer);
        self.told = next.is_some();
        next
    }
}

/// Whether the system has taken a datagram, or refused it for good.
fn is_done(peer: SocketAddr, sent: io::Result<usize>) -> bool {
    match sent {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => return false,
        Err(error) => tracing::debug!("a datagram to {peer} was not sent: {error}"),
        Ok(_) => {}
    }
    true
}

/// Whether somebody only keeps a NAT open: line ends, zero bytes, or nothing at all.
fn is_keep_alive(bytes: &[u8]) -> bool {
    bytes.len() <= 4 && bytes.iter().all(|byte| b"\r\n\0 ".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::os::fd::AsRawFd;

    #[test]
    fn keep_alives_are_told_from_messages() {
        for bytes in [&b""[..], b"\r\n", b"\r\n\r\n", b"\0\0\0\0"] {
            assert!(is_keep_alive(bytes), "{bytes:?}");
        }
        assert!(!is_keep_alive(b"\r\n\r\nBYE"));
        assert!(!is_keep_alive(b"x"));
    }

    thread_local! {
        /// What the system says to the next datagrams, before it takes any.
        static SAYS: RefCell<VecDeque<Errno>> = const { RefCell::new(VecDeque::new()) };
    }

    fn scripted(
        socket: &UdpSocket,
        bytes: &[u8],
        flags: SendFlags,
        peer: &SocketAddr,
    ) -> Result<usize, Errno> {
        match SAYS.with_borrow_mut(VecDeque::pop_front) {
            Some(errno) => Err(errno),
            None => rustix::net::sendto(socket, bytes, flags, peer),
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_full_buffer_behind_what_icmp_has_told_loses_nothing() {
        let bind = || std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let (ours, theirs) = (bind(), bind());
        let peer = theirs.local_addr().unwrap();
        ours.set_nonblocking(true).unwrap();
        let mut udp = Udp::new(tapi3_common::process::keep_back(-1), ours).unwrap();
        udp.sendto = scripted;
        let says = [
            // To the first datagram: two that ICMP has told of, then no room.
            Errno::CONNREFUSED,
            Errno::HOSTUNREACH,
            Errno::AGAIN,
            // When it is asked again: no room, and once more something of an earlier one.
            Errno::AGAIN,
            Errno::CONNREFUSED,
            Errno::AGAIN,
            Errno::CONNREFUSED,
        ];
        SAYS.set(VecDeque::from(says));
        udp.send(peer, Bytes::from_static(b"BYE"));
        udp.send(peer, Bytes::from_static(b"ACK"));
        assert_eq!(udp.waiting(), 2);
        assert!(udp.told);
        std::future::poll_fn(|cx| {
            udp.poll_flush(cx);
            match udp.waiting() {
                0 => Poll::Ready(()),
                _ => Poll::Pending,
            }
        })
        .await;
        assert!(SAYS.with_borrow(VecDeque::is_empty));
        let mut bytes = [0; 8];
        for wanted in [b"BYE", b"ACK"] {
            let length = theirs.recv(&mut bytes).unwrap();
            assert_eq!(&bytes[..length], wanted);
        }
    }

    #[tokio::test]
    async fn what_a_peer_reads_wakes_nobody() {
        let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.set_nonblocking(true).unwrap();
        let udp = Udp::new(tapi3_common::process::keep_back(-1), socket).unwrap();
        let known = format!("tfd: {:8} events: ", udp.socket.get_ref().as_raw_fd());
        // What the system tells of it, of all that are waited for in this process.
        let all = std::fs::read_dir("/proc/self/fdinfo").unwrap();
        let told = all
            .filter_map(|info| std::fs::read_to_string(info.ok()?.path()).ok())
            .find_map(|info| {
                let rest = info.lines().find_map(|line| line.strip_prefix(&known))?;
                u32::from_str_radix(rest.split_whitespace().next()?, 16).ok()
            });
        let told = told.expect("it is waited for");
        let (to_read, to_send) = (libc::EPOLLIN as u32, libc::EPOLLOUT as u32);
        assert_eq!(told & (to_read | to_send), to_read);
    }

    #[tokio::test]
    async fn what_waits_is_bounded_and_goes_out_in_its_order() {
        let bind = || std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let (ours, theirs) = (bind(), bind());
        let peer = theirs.local_addr().unwrap();
        theirs.set_nonblocking(true).unwrap();
        ours.set_nonblocking(true).unwrap();
        let mut udp = Udp::new(tapi3_common::process::keep_back(-1), ours).unwrap();
        udp.waiting.push_back((peer, Bytes::from_static(b"0")));
        for n in 1..MOST_WAITING + 5 {
            udp.send(peer, Bytes::from(n.to_string()));
        }
        assert_eq!(udp.waiting(), MOST_WAITING);
        udp.waiting.truncate(20);
        std::future::poll_fn(|cx| {
            udp.poll_flush(cx);
            if udp.waiting() == 0 {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        })
        .await;
        let theirs = tokio::net::UdpSocket::from_std(theirs).unwrap();
        let mut bytes = [0; 8];
        for n in 0..20 {
            let length = theirs.recv(&mut bytes).await.unwrap();
            assert_eq!(&bytes[..length], n.to_string().as_bytes());
        }
    }
}
