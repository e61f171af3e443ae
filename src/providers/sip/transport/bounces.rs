//! Datagrams that come back since nobody received them: the system keeps what ICMP brings in a queue
//! beside the socket (ip(7), `IP_RECVERR`).

use nix::libc;
use nix::sys::socket::{
    ControlMessageOwned, MsgFlags, SockaddrStorage, recvmsg, setsockopt, sockopt,
};
use std::io::IoSliceMut;
use std::net::{SocketAddr, SocketAddrV4, SocketAddrV6};
use std::os::fd::{AsFd, AsRawFd};

/// What comes back is kept from now on.
pub(super) fn wanted(socket: &impl AsFd, is_ipv6: bool) {
    let asked = match is_ipv6 {
        true => setsockopt(&socket, sockopt::Ipv6RecvErr, &true),
        false => setsockopt(&socket, sockopt::Ipv4RecvErr, &true),
    };
    // Without it a server that is not there is found out by time alone.
    if let Err(error) = asked {
        tracing::debug!("the system does not tell of datagrams that come back: {error}");
    }
}

/// The next one that says that nobody is there: as much of it as came back, and whom it was for.
pub(super) fn next(socket: &impl AsRawFd, buffer: &mut [u8]) -> Option<(usize, SocketAddr)> {
    let mut control = nix::cmsg_space!(libc::sock_extended_err, libc::sockaddr_in6);
    loop {
        let mut parts = [IoSliceMut::new(buffer)];
        let flags = MsgFlags::MSG_ERRQUEUE | MsgFlags::MSG_DONTWAIT;
        let told =
            recvmsg::<SockaddrStorage>(socket.as_raw_fd(), &mut parts, Some(&mut control), flags)
                .ok()?;
        let is_gone = told.cmsgs().ok()?.any(|message| match message {
            ControlMessageOwned::Ipv4RecvErr(error, _)
            | ControlMessageOwned::Ipv6RecvErr(error, _) => nobody_is_there(error),
            _ => false,
        });
        let peer = told.address.and_then(address);
        if let Some(peer) = peer.filter(|_| is_gone) {
            return Some((told.bytes, peer));
        }
    }
}

/// A machine says that the port, the host or the network is not there. That a datagram is too long for
/// the way, and what else there is, the system deals with.
fn nobody_is_there(error: libc::sock_extended_err) -> bool {
    let by_icmp = matches!(
        error.ee_origin,
        libc::SO_EE_ORIGIN_ICMP | libc::SO_EE_ORIGIN_ICMP6
    );
    let errno = i32::try_from(error.ee_errno).unwrap_or_default();
    let gone = [libc::ECONNREFUSED, libc::EHOSTUNREACH, libc::ENETUNREACH];
    by_icmp && gone.contains(&errno)
}

fn address(of: SockaddrStorage) -> Option<SocketAddr> {
    if let Some(v4) = of.as_sockaddr_in() {
        return Some(SocketAddrV4::from(*v4).into());
    }
    of.as_sockaddr_in6()
        .map(|v6| SocketAddrV6::from(*v6).into())
}
