//! The media ports of a call: an RTP port and the RTCP port above it, really ours for as long as
//! the call lasts. What arrives is taken off the ports and thrown away; nothing is sent.

use crate::engine::{Error, ErrorKind};
use std::io;
use std::net::{IpAddr, SocketAddr};
use tapi3_common::descriptors;
use tokio::net::UdpSocket;
use tokio_util::task::AbortOnDropHandle;

/// How many pairs of ports are tried before the machine counts as full.
const ATTEMPTS: usize = 32;

/// A bound pair of ports.
#[derive(Debug)]
pub(super) struct MediaPorts {
    pub rtp: SocketAddr,
    _drain: AbortOnDropHandle<()>,
}

impl MediaPorts {
    /// Binds a pair at `ip`: RTP on an even port, RTCP on the next (RFC 3550 §11).
    pub async fn bind(ip: IpAddr) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let first = UdpSocket::bind((ip, 0)).await?;
            let address = first.local_addr()?;
            let even = address.port() % 2 == 0;
            let other = if even {
                address.port().checked_add(1)
            } else {
                address.port().checked_sub(1)
            };
            let Some(other) = other.filter(|port| *port != 0) else {
                continue;
            };
            let second = match UdpSocket::bind((ip, other)).await {
                Ok(second) => second,
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => continue,
                Err(error) => return Err(error),
            };
            let rtp = if even { address } else { second.local_addr()? };
            let drain = tokio::spawn(async move {
                tokio::join!(drain(first), drain(second));
            });
            return Ok(MediaPorts {
                rtp,
                _drain: AbortOnDropHandle::new(drain),
            });
        }
        Err(io::ErrorKind::AddrInUse.into())
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

async fn drain(socket: UdpSocket) {
    let mut buffer = [0_u8; 2048];
    loop {
        // An error tells of an earlier datagram, never of the next one; but do not spin on it.
        if socket.recv_from(&mut buffer).await.is_err() {
            tokio::task::yield_now().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_pair_is_even_and_odd_and_free_again_afterwards() {
        let ip: IpAddr = "127.0.0.1".parse().unwrap();
        let ports = MediaPorts::bind(ip).await.unwrap();
        let rtp = ports.rtp;
        assert_eq!(rtp.port() % 2, 0);
        assert!(std::net::UdpSocket::bind(rtp).is_err());
        let rtcp = SocketAddr::new(ip, rtp.port() + 1);
        assert!(std::net::UdpSocket::bind(rtcp).is_err());
        drop(ports);
        // The task goes with its handle, at its next turn.
        tokio::time::timeout(std::time::Duration::from_secs(5), async {
            while std::net::UdpSocket::bind(rtp).is_err() {
                tokio::task::yield_now().await;
            }
        })
        .await
        .unwrap();
    }
}
