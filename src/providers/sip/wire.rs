//! The UDP socket below the SIP stack. It puts right on the datagrams what the stack cannot: the
//! user part of a Request-URI, which the stack escapes twice, and requests with a method that the
//! stack does not know, which must be answered and not dropped (RFC 3261 §8.2.1).

use rsipstack::platform::net::UdpSocket as StackSocket;
use rsipstack::sip::Method;
use rsipstack::transaction::random_text;
use std::borrow::Cow;
use std::io;
use std::net::SocketAddr;
use std::os::fd::AsRawFd;
use tapi3_common::process::{self, KeptBack};
use tokio::net::UdpSocket;

/// A socket that is bound. A forked child does not get it: the port would stay taken for as long as
/// the child lives.
#[derive(Debug)]
pub(super) struct Bound {
    /// Let go of before the socket is closed.
    kept_back: KeptBack,
    socket: std::net::UdpSocket,
}

impl Bound {
    /// Binds a socket.
    pub fn at(address: SocketAddr) -> io::Result<Self> {
        let socket = std::net::UdpSocket::bind(address)?;
        socket.set_nonblocking(true)?;
        Ok(Bound {
            kept_back: process::keep_back(socket.as_raw_fd()),
            socket,
        })
    }
}

/// The socket, as the stack sees it.
pub(super) struct Wire {
    /// Let go of before the socket is closed.
    _kept_back: KeptBack,
    socket: UdpSocket,
}

impl Wire {
    /// Must be called within the runtime.
    pub fn new(bound: Bound) -> io::Result<Self> {
        Ok(Wire {
            _kept_back: bound.kept_back,
            socket: UdpSocket::from_std(bound.socket)?,
        })
    }

    /// Its own address.
    pub fn bound_to(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }
}

#[async_trait::async_trait]
impl StackSocket for Wire {
    async fn recv_from(&self, buffer: &mut [u8]) -> rsipstack::Result<(usize, SocketAddr)> {
        loop {
            let (length, from) = match self.socket.recv_from(buffer).await {
                Ok(received) => received,
                // It tells of an earlier datagram, or of memory that was short for a moment; the
                // stack would ask again at once.
                Err(error) => {
                    tracing::debug!("reading the SIP socket: {error}");
                    tokio::task::yield_now().await;
                    continue;
                }
            };
            match buffer
                .get(..length)
                .and_then(|data| refuse_unknown(data, from))
            {
                None => return Ok((length, from)),
                Some(refusal) => {
                    if let Err(error) = self.socket.send_to(&refusal, from).await {
                        tracing::debug!("a 501 to {from} was not sent: {error}");
                    }
                }
            }
        }
    }

    async fn send_to(&self, data: &[u8], to: SocketAddr) -> rsipstack::Result<usize> {
        self.socket.send_to(&escape_once(data), to).await?;
        Ok(data.len())
    }

    fn local_addr(&self) -> rsipstack::Result<SocketAddr> {
        Ok(self.socket.local_addr()?)
    }
}

/// Takes back the second escaping of a Request-URI's user part. We hand user parts to the stack in
/// their escaped form, so every `%25` in them is a `%` of ours.
fn escape_once(data: &[u8]) -> Cow<'_, [u8]> {
    let end = data.iter().position(|b| *b == b'\r').unwrap_or(0);
    let line = data.get(..end).and_then(|l| std::str::from_utf8(l).ok());
    let fixed = line.and_then(|line| {
        let (method, rest) = line.split_once(' ')?;
        let (uri, version) = rest.rsplit_once(' ')?;
        let (user, host) = uri.rsplit_once('@')?;
        if method.starts_with("SIP/") || !version.starts_with("SIP/") || !user.contains("%25") {
            return None;
        }
        Some(format!(
            "{method} {}@{host} {version}",
            user.replace("%25", "%")
        ))
    });
    match (fixed, data.get(end..)) {
        (Some(line), Some(rest)) => Cow::Owned([line.as_bytes(), rest].concat()),
        _ => Cow::Borrowed(data),
    }
}

/// The answer to a request whose method nobody here has heard of; `None` for all other datagrams.
fn refuse_unknown(data: &[u8], from: SocketAddr) -> Option<Vec<u8>> {
    let head_end = data.windows(4).position(|w| w == b"\r\n\r\n")?;
    let head = std::str::from_utf8(data.get(..head_end)?).ok()?;
    let mut lines = head.split("\r\n").peekable();
    let (method, rest) = lines.next()?.split_once(' ')?;
    let token = |b: u8| b.is_ascii_alphanumeric() || b"-.!%*_+`'~".contains(&b);
    let is_request = rest.ends_with(" SIP/2.0") && method.bytes().all(token);
    if !is_request || method.is_empty() || Method::try_from(method).is_ok() {
        return None;
    }
    let mut answer = String::from("SIP/2.0 501 Not Implemented\r\n");
    let (mut vias, mut others) = (0, 0);
    while let Some(line) = lines.next() {
        let mut value = line.split_once(':')?.1.to_owned();
        while let Some(more) = lines.next_if(|l| l.starts_with([' ', '\t'])) {
            value.push_str(more);
        }
        let name = line.split_once(':')?.0.trim();
        let is = |long: &str, short: &str| {
            name.eq_ignore_ascii_case(long) || name.eq_ignore_ascii_case(short)
        };
        if is("Via", "v") {
            vias += 1;
            let value = if vias == 1 {
                stamped(&value, from)
            } else {
                value
            };
            answer.push_str(&format!("Via:{value}\r\n"));
        } else if is("To", "t") {
            others += 1;
            let tagged = value.to_ascii_lowercase().contains(";tag=");
            let tag = if tagged {
                String::new()
            } else {
                format!(";tag={}", random_text(8))
            };
            answer.push_str(&format!("To:{value}{tag}\r\n"));
        } else if is("From", "f") || is("Call-ID", "i") || is("CSeq", "CSeq") {
            others += 1;
            answer.push_str(&format!("{name}:{value}\r\n"));
        }
    }
    if vias == 0 || others != 4 {
        return None;
    }
    answer.push_str(&format!(
        "Allow: {}\r\nContent-Length: 0\r\n\r\n",
        super::ALLOWED
    ));
    Some(answer.into_bytes())
}

/// Notes in a Via where the request came from, as its sender may have asked (RFC 3581 §4).
fn stamped(via: &str, from: SocketAddr) -> String {
    let (first, rest) = match via.split_once(',') {
        Some((first, rest)) => (first, format!(",{rest}")),
        None => (via, String::new()),
    };
    let params = first.split(';').map(|part| {
        if part.trim().eq_ignore_ascii_case("rport") {
            format!("rport={}", from.port())
        } else {
            part.to_owned()
        }
    });
    let params: Vec<String> = params.collect();
    format!("{};received={}{rest}", params.join(";"), from.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_uri_is_escaped_once() {
        for (before, after) in [
            (
                "INVITE sip:*67%2523@h SIP/2.0\r\nX: %2523@h\r\n",
                "INVITE sip:*67%23@h SIP/2.0\r\nX: %2523@h\r\n",
            ),
            (
                "INVITE sip:1001@h SIP/2.0\r\n",
                "INVITE sip:1001@h SIP/2.0\r\n",
            ),
            (
                "SIP/2.0 200 %25@ SIP/2.0\r\n",
                "SIP/2.0 200 %25@ SIP/2.0\r\n",
            ),
            ("\r\n\r\n", "\r\n\r\n"),
        ] {
            assert_eq!(escape_once(before.as_bytes()), after.as_bytes(), "{before}");
        }
    }

    fn request(method: &str) -> Vec<u8> {
        format!(
            "{method} sip:a@h SIP/2.0\r\nv: SIP/2.0/UDP h:5060;rport;branch=z9hG4bK1\r\n\
             Via: SIP/2.0/UDP proxy\r\nFrom: <sip:b@h>\r\n ;tag=1\r\nt: <sip:a@h>\r\n\
             i: 77\r\nCSeq: 1 {method}\r\nContent-Length: 0\r\n\r\n"
        )
        .into_bytes()
    }

    #[test]
    fn an_unknown_method_is_refused_to_its_sender() {
        let from = "192.0.2.5:4444".parse().unwrap();
        let answer = refuse_unknown(&request("FROBNICATE"), from).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        assert!(
            answer.starts_with("SIP/2.0 501 Not Implemented\r\n"),
            "{answer}"
        );
        assert!(
            answer.contains(
                "Via: SIP/2.0/UDP h:5060;rport=4444;branch=z9hG4bK1;received=192.0.2.5\r\n"
            ),
            "{answer}"
        );
        assert!(answer.contains("Via: SIP/2.0/UDP proxy\r\n"), "{answer}");
        assert!(answer.contains("From: <sip:b@h> ;tag=1\r\n"), "{answer}");
        assert!(answer.contains("To: <sip:a@h>;tag="), "{answer}");
        assert!(
            answer.contains("i: 77\r\nCSeq: 1 FROBNICATE\r\n"),
            "{answer}"
        );
    }

    #[test]
    fn everything_else_goes_to_the_stack() {
        let from = "192.0.2.5:4444".parse().unwrap();
        for data in [
            request("INVITE"),
            request("options"),
            b"SIP/2.0 200 OK\r\n\r\n".to_vec(),
        ] {
            assert_eq!(refuse_unknown(&data, from), None);
        }
        for data in [
            &b"\r\n\r\n"[..],
            b"",
            b"\xff\xff SIP/2.0\r\n\r\n",
            b"X y SIP/2.0\r\nVia: z\r\n\r\n",
        ] {
            assert_eq!(refuse_unknown(data, from), None);
        }
    }
}
