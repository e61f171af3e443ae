//! The PROXY protocol, versions 1 and 2, as HAProxy's specification of it has it: before anything
//! else a proxy says whose connection it passes on.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use tokio::io::{AsyncRead, AsyncReadExt};

const SIGNATURE: [u8; 12] = *b"\r\n\r\n\0\r\nQUIT\n";

/// The longest header of version 1, its end of line included.
const LONGEST_LINE: usize = 107;

/// Reads the header, and nothing behind it. `None`: the proxy speaks for itself, or does not know
/// for whom.
///
/// # Errors
/// `InvalidData` for what is no such header, and what reading gives.
pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<SocketAddr>> {
    let mut start = [0; SIGNATURE.len()];
    stream.read_exact(&mut start).await?;
    if start == SIGNATURE {
        return version_2(stream).await;
    }
    let mut line = start.to_vec();
    // Byte by byte: what follows is not ours.
    while !line.ends_with(b"\r\n") {
        if line.len() >= LONGEST_LINE || !line.starts_with(b"PROXY ") {
            return Err(wrong());
        }
        line.push(stream.read_u8().await?);
    }
    let line = std::str::from_utf8(&line).map_err(|_| wrong())?;
    version_1(line.trim_end_matches("\r\n"))
}

fn wrong() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "no header of the PROXY protocol")
}

fn version_1(line: &str) -> io::Result<Option<SocketAddr>> {
    let parts: Vec<&str> = line.split(' ').collect();
    match parts.as_slice() {
        ["PROXY", "UNKNOWN", ..] => Ok(None),
        [
            "PROXY",
            kind @ ("TCP4" | "TCP6"),
            source,
            destination,
            port,
            to_port,
        ] => {
            let address = |text: &str| text.parse::<IpAddr>().ok();
            let source = address(source).filter(|ip| ip.is_ipv4() == (*kind == "TCP4"));
            let all_there = address(destination).is_some() && to_port.parse::<u16>().is_ok();
            let port = port.parse().ok().filter(|_| all_there);
            let (ip, port) = source.zip(port).ok_or_else(wrong)?;
            Ok(Some(SocketAddr::new(ip, port)))
        }
        _ => Err(wrong()),
    }
}

async fn version_2(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<SocketAddr>> {
    let [version_and_command, family] = stream.read_u16().await?.to_be_bytes();
    let length = stream.read_u16().await?;
    let mut rest = vec![0; usize::from(length)];
    stream.read_exact(&mut rest).await?;
    match version_and_command {
        // LOCAL: the proxy looks after us.
        0x20 => return Ok(None),
        0x21 => {}
        _ => return Err(wrong()),
    }
    // Addresses and then ports, each the source's first; what follows are the proxy's remarks.
    match family >> 4 {
        1 => {
            let addresses = rest.first_chunk::<12>().ok_or_else(wrong)?;
            let [a, b, c, d, _, _, _, _, high, low, ..] = *addresses;
            let ip = Ipv4Addr::new(a, b, c, d);
            Ok(Some(SocketAddr::from((
                ip,
                u16::from_be_bytes([high, low]),
            ))))
        }
        2 => {
            let addresses = rest.first_chunk::<36>().ok_or_else(wrong)?;
            let ip: [u8; 16] = *addresses.first_chunk().ok_or_else(wrong)?;
            let [.., high, low, _, _] = *addresses;
            let ip = Ipv6Addr::from(ip);
            Ok(Some(SocketAddr::from((
                ip,
                u16::from_be_bytes([high, low]),
            ))))
        }
        // A socket of the system's, or nothing that is told.
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn of(bytes: &[u8]) -> Result<Option<String>, ErrorKind> {
        let mut all = bytes.to_vec();
        all.extend(b"GET / HTTP/1.1\r\n");
        let mut stream = all.as_slice();
        let found = read(&mut stream).await;
        if found.is_ok() {
            assert_eq!(stream, b"GET / HTTP/1.1\r\n", "nothing more is read");
        }
        found
            .map(|address| address.map(|address| address.to_string()))
            .map_err(|error| error.kind())
    }

    fn second(command: u8, family: u8, rest: &[u8]) -> Vec<u8> {
        let mut bytes = SIGNATURE.to_vec();
        bytes.extend([command, family]);
        bytes.extend(u16::try_from(rest.len()).unwrap().to_be_bytes());
        bytes.extend(rest);
        bytes
    }

    #[tokio::test]
    async fn both_versions_name_the_source() {
        let of_v4: Vec<u8> = [203, 0, 113, 7, 10, 0, 0, 1, 0x12, 0x67, 0, 80].into();
        let mut of_v6 = vec![0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        of_v6.extend([0; 16]);
        of_v6.extend([0x12, 0x67, 0, 80]);
        let remarked = [of_v4.clone(), vec![4, 0, 1, 0]].concat();
        for (bytes, address) in [
            (
                b"PROXY TCP4 203.0.113.7 10.0.0.1 4711 80\r\n".to_vec(),
                Some("203.0.113.7:4711"),
            ),
            (
                b"PROXY TCP6 2001:db8::1 ::1 4711 80\r\n".to_vec(),
                Some("[2001:db8::1]:4711"),
            ),
            (b"PROXY UNKNOWN\r\n".to_vec(), None),
            (b"PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n".to_vec(), None),
            (second(0x21, 0x11, &of_v4), Some("203.0.113.7:4711")),
            (second(0x21, 0x11, &remarked), Some("203.0.113.7:4711")),
            (second(0x21, 0x21, &of_v6), Some("[2001:db8::1]:4711")),
            (second(0x20, 0x11, &of_v4), None),
            (second(0x20, 0x00, &[]), None),
            (second(0x21, 0x00, &[]), None),
            (second(0x21, 0x31, &[0; 216]), None),
        ] {
            assert_eq!(
                of(&bytes).await,
                Ok(address.map(str::to_owned)),
                "{bytes:?}"
            );
        }
    }

    #[tokio::test]
    async fn anything_else_is_none() {
        for bytes in [
            b"GET / HTTP/1.1\r\nHost: x\r\n\r\n".to_vec(),
            b"PROXY TCP4 203.0.113.7 10.0.0.1 4711\r\n".to_vec(),
            b"PROXY TCP4 2001:db8::1 ::1 4711 80\r\n".to_vec(),
            b"PROXY TCP4 203.0.113.7 10.0.0.1 4711 99999\r\n".to_vec(),
            b"PROXY TCP4 203.0.113.7 here 4711 80\r\n".to_vec(),
            b"PROXY UDP4 203.0.113.7 10.0.0.1 4711 80\r\n".to_vec(),
            [
                b"PROXY UNKNOWN ".to_vec(),
                vec![b'x'; 200],
                b"\r\n".to_vec(),
            ]
            .concat(),
            second(0x11, 0x11, &[0; 12]),
            second(0x22, 0x11, &[0; 12]),
            second(0x21, 0x11, &[0; 11]),
            second(0x21, 0x21, &[0; 12]),
        ] {
            assert_eq!(of(&bytes).await, Err(ErrorKind::InvalidData), "{bytes:?}");
        }
        let mut short: &[u8] = b"PROXY TCP4 203";
        let found = read(&mut short).await.map_err(|error| error.kind());
        assert_eq!(found, Err(ErrorKind::UnexpectedEof));
    }
}
