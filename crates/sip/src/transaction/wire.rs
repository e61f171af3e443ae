//! The parts of a message that the transactions themselves write: Via, ACK and CANCEL.

use super::key::{BRANCH, Branch, COOKIE};
use crate::flow::Transport;
use crate::message::value::NameAddr;
use crate::message::{Method, Name};
use crate::random::Random;
use bytes::Bytes;
use std::io::Write;
use std::net::SocketAddr;

/// Above this size a request does not go over UDP if it need not (§18.1.1).
pub(super) const LARGE: usize = 1300;

/// Writes our Vias.
#[derive(Default)]
pub(super) struct Vias {
    /// The start of a Via up to the branch's cookie, and where it is for: most are the same.
    start: Vec<u8>,
    of: Option<(Transport, SocketAddr)>,
}

impl Vias {
    /// How long a Via line for there is.
    pub fn len(&mut self, transport: Transport, local: SocketAddr) -> usize {
        self.prepare(transport, local);
        self.start.len() + BRANCH + 2
    }

    /// A request with a Via of a new branch after its first line.
    pub fn put(
        &mut self,
        request: &[u8],
        transport: Transport,
        local: SocketAddr,
        random: &mut Random,
    ) -> (Bytes, Branch) {
        self.prepare(transport, local);
        let (first, rest) = cut_line(request);
        let mut bytes = Vec::with_capacity(request.len() + self.start.len() + BRANCH + 2);
        bytes.extend_from_slice(first);
        bytes.extend_from_slice(&self.start);
        random.text_into(&mut bytes, BRANCH);
        let branch = Branch::at_end(&bytes);
        bytes.extend_from_slice(b"\r\n");
        bytes.extend_from_slice(rest);
        (Bytes::from(bytes), branch)
    }

    fn prepare(&mut self, transport: Transport, local: SocketAddr) {
        if self.of == Some((transport, local)) {
            return;
        }
        self.of = Some((transport, local));
        self.start.clear();
        let (ip, port) = (local.ip(), local.port());
        let start = &mut self.start;
        // Writing to memory does not fail.
        let _ = match local {
            SocketAddr::V4(_) => write!(start, "Via: SIP/2.0/{transport} {ip}:{port}"),
            SocketAddr::V6(_) => write!(start, "Via: SIP/2.0/{transport} [{ip}]:{port}"),
        };
        start.extend_from_slice(b";rport;branch=");
        start.extend_from_slice(COOKIE.as_bytes());
    }
}

/// A request as it was before its Via was put in.
pub(super) fn without_via(request: &[u8]) -> Vec<u8> {
    let (first, rest) = cut_line(request);
    let (_, rest) = cut_line(rest);
    [first, rest].concat()
}

/// The ACK of a refusal (§17.1.1.3): the INVITE's line, Via and route, the response's To.
pub(super) fn ack(invite: &[u8], to: &str) -> Bytes {
    companion(invite, Method::Ack, Some(to), &[])
}

/// The CANCEL of an INVITE (§9.1), with further header lines.
pub(super) fn cancel(invite: &[u8], lines: &[u8]) -> Bytes {
    companion(invite, Method::Cancel, None, lines)
}

fn companion(invite: &[u8], method: Method, to: Option<&str>, lines: &[u8]) -> Bytes {
    let mut bytes = Vec::with_capacity(invite.len().min(1024) + lines.len());
    let (first, rest) = cut_line(invite);
    let uri = memchr_space(first).map_or(first, |at| first.get(at..).unwrap_or_default());
    bytes.extend_from_slice(method.text().as_bytes());
    bytes.extend_from_slice(uri);
    let mut via = false;
    for (name, line) in Lines(rest) {
        match name {
            Name::Via if !via => {
                via = true;
                bytes.extend_from_slice(line);
            }
            Name::Route | Name::From | Name::CallId => bytes.extend_from_slice(line),
            Name::To => match to {
                None => bytes.extend_from_slice(line),
                Some(to) => {
                    bytes.extend_from_slice(b"To: ");
                    bytes.extend(to.bytes().map(|b| if b < b' ' { b' ' } else { b }));
                    bytes.extend_from_slice(b"\r\n");
                }
            },
            Name::CSeq => {
                bytes.extend_from_slice(b"CSeq: ");
                bytes.extend(line.iter().filter(|byte| byte.is_ascii_digit()));
                bytes.push(b' ');
                bytes.extend_from_slice(method.text().as_bytes());
                bytes.extend_from_slice(b"\r\n");
            }
            Name::MaxForwards => bytes.extend_from_slice(b"Max-Forwards: 70\r\n"),
            _ => {}
        }
    }
    bytes.extend_from_slice(lines);
    bytes.extend_from_slice(b"Content-Length: 0\r\n\r\n");
    // An ACK is kept for half a minute.
    bytes.shrink_to_fit();
    Bytes::from(bytes)
}

/// The tag of To in a message of ours, if it has one.
pub(super) fn to_tag(message: &[u8]) -> Option<&str> {
    let (_, rest) = cut_line(message);
    let (_, line) = Lines(rest).find(|(name, _)| *name == Name::To)?;
    let (_, value) = std::str::from_utf8(line).ok()?.split_once(':')?;
    NameAddr::parse(value)?.param("tag")
}

fn memchr_space(line: &[u8]) -> Option<usize> {
    line.iter().position(|byte| *byte == b' ')
}

/// The first line with its end, and what follows it.
fn cut_line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let end = end.map_or(bytes.len(), |end| end + 1);
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}

/// The header lines of a message of ours, which are not folded.
struct Lines<'a>(&'a [u8]);

impl<'a> Iterator for Lines<'a> {
    type Item = (Name, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (line, rest) = cut_line(self.0);
        self.0 = rest;
        let colon = line.iter().position(|byte| *byte == b':')?;
        let name = std::str::from_utf8(line.get(..colon)?).unwrap_or_default();
        Some((Name::of(name.trim_ascii()), line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INVITE: &str = "INVITE sip:bob@example.org;x=y SIP/2.0\r\n\
        Via: SIP/2.0/UDP 192.0.2.1;rport;branch=z9hG4bKq\r\n\
        Max-Forwards: 12\r\n\
        Route: <sip:one.example;lr>, <sip:two.example;lr>\r\n\
        Route: <sip:three.example;lr>\r\n\
        From: \"A:1\" <sip:alice@example.org>;tag=1\r\n\
        To: <sip:bob@example.org>\r\n\
        Call-ID: 5\r\n\
        CSeq: 4711 INVITE\r\n\
        Contact: <sip:alice@192.0.2.1>\r\n\
        Authorization: Digest a=\"b\"\r\n\
        Content-Type: application/sdp\r\n\
        Content-Length: 11\r\n\r\nTo: nobody\n";

    #[test]
    fn an_ack_has_the_invites_route_and_the_responses_to() {
        let ack = ack(INVITE.as_bytes(), "<sip:bob@example.org>;tag=b\r\nX: y");
        let want = "ACK sip:bob@example.org;x=y SIP/2.0\r\n\
            Via: SIP/2.0/UDP 192.0.2.1;rport;branch=z9hG4bKq\r\n\
            Max-Forwards: 70\r\n\
            Route: <sip:one.example;lr>, <sip:two.example;lr>\r\n\
            Route: <sip:three.example;lr>\r\n\
            From: \"A:1\" <sip:alice@example.org>;tag=1\r\n\
            To: <sip:bob@example.org>;tag=b  X: y\r\n\
            Call-ID: 5\r\n\
            CSeq: 4711 ACK\r\n\
            Content-Length: 0\r\n\r\n";
        assert_eq!(std::str::from_utf8(&ack), Ok(want));
    }

    #[test]
    fn a_cancel_repeats_what_the_invite_said() {
        let cancel = cancel(INVITE.as_bytes(), b"Reason: SIP;cause=200\r\n");
        let want = "CANCEL sip:bob@example.org;x=y SIP/2.0\r\n\
            Via: SIP/2.0/UDP 192.0.2.1;rport;branch=z9hG4bKq\r\n\
            Max-Forwards: 70\r\n\
            Route: <sip:one.example;lr>, <sip:two.example;lr>\r\n\
            Route: <sip:three.example;lr>\r\n\
            From: \"A:1\" <sip:alice@example.org>;tag=1\r\n\
            To: <sip:bob@example.org>\r\n\
            Call-ID: 5\r\n\
            CSeq: 4711 CANCEL\r\n\
            Reason: SIP;cause=200\r\n\
            Content-Length: 0\r\n\r\n";
        assert_eq!(std::str::from_utf8(&cancel), Ok(want));
    }

    #[test]
    fn a_via_is_the_second_line_and_can_be_taken_out_again() {
        let mut vias = Vias::default();
        let mut random = Random::seeded(1);
        let bare = without_via(INVITE.as_bytes());
        assert_eq!(bare.len() + 50, INVITE.len());
        for local in ["192.0.2.7:5062", "[2001:db8::1%7]:5060"] {
            let local: SocketAddr = local.parse().unwrap();
            let (bytes, branch) = vias.put(&bare, Transport::Tls, local, &mut random);
            let text = std::str::from_utf8(&bytes).unwrap();
            let via = text.lines().nth(1).unwrap();
            let host = if local.is_ipv4() {
                "192.0.2.7:5062"
            } else {
                "[2001:db8::1]:5060"
            };
            let start = format!("Via: SIP/2.0/TLS {host};rport;branch=");
            let given = via.strip_prefix(&start).unwrap();
            assert_eq!(Branch::of(given), Some(branch));
            assert_eq!(vias.len(Transport::Tls, local), via.len() + 2);
            assert_eq!(without_via(&bytes), bare);
        }
    }

    #[test]
    fn the_to_tag_is_found_in_the_head_only() {
        assert_eq!(to_tag(INVITE.as_bytes()), None);
        let answer = b"SIP/2.0 180 Ringing\r\nt: \"a;tag=b\" <sip:c;tag=d>;x;tag=e\r\n\r\n";
        assert_eq!(to_tag(answer), Some("e"));
        assert_eq!(
            to_tag(b"SIP/2.0 200 OK\r\nCall-ID: 1\r\n\r\nTo: <a:b>;tag=c\r\n"),
            None
        );
        assert_eq!(to_tag(b""), None);
    }
}
