//! STUN (RFC 8489), as much of it as a client needs that asks how others see its address: Binding
//! requests and their responses. Sockets and time belong to whoever asks.
//!
//! A request goes out of the socket whose address is wanted, and its copies after each of
//! [`PAUSES`], until a response comes (§6.2.1).

use crate::random::Random;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// The pauses after a request and each of its copies; after the last one nobody answers any more.
pub const PAUSES: [Duration; 7] = [
    Duration::from_millis(500),
    Duration::from_millis(1000),
    Duration::from_millis(2000),
    Duration::from_millis(4000),
    Duration::from_millis(8000),
    Duration::from_millis(16_000),
    Duration::from_millis(8000),
];

/// The port of servers that name none.
pub const PORT: u16 = 3478;

const COOKIE: [u8; 4] = 0x2112_A442_u32.to_be_bytes();
const HEADER: usize = 20;

/// What messages are (§5): a request and what answers it.
const REQUEST: u16 = 0x0001;
const SUCCESS: u16 = 0x0101;

const MAPPED_ADDRESS: u16 = 0x0001;
const XOR_MAPPED_ADDRESS: u16 = 0x0020;
const FINGERPRINT: u16 = 0x8028;

/// Whether this cannot be SIP but may be STUN (§5, §6.3): for whoever has both on one socket.
pub fn is_stun(datagram: &[u8]) -> bool {
    let zeros = datagram.first().is_some_and(|byte| byte & 0xC0 == 0);
    zeros && datagram.len() >= HEADER && datagram.get(4..8) == Some(&COOKIE)
}

/// A question for our own address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    id: [u8; 12],
}

impl Binding {
    /// A question with an id that nobody guesses: only who reads it can answer it.
    pub fn new(random: &mut Random) -> Self {
        let mut id = [0; 12];
        id.fill_with(|| random.byte());
        Binding { id }
    }

    /// The datagram to be sent, and to be sent again.
    pub fn request(&self) -> [u8; HEADER + 8] {
        let mut out = [0; HEADER + 8];
        let mut at = out.iter_mut();
        let mut put = |bytes: &[u8]| {
            // In this order: nothing is taken that is not filled.
            for (given, byte) in bytes.iter().zip(at.by_ref()) {
                *byte = *given;
            }
        };
        put(&REQUEST.to_be_bytes());
        put(&8_u16.to_be_bytes());
        put(&COOKIE);
        put(&self.id);
        put(&FINGERPRINT.to_be_bytes());
        put(&4_u16.to_be_bytes());
        let sum = fingerprint(out.get(..HEADER).unwrap_or_default());
        if let Some(place) = out.last_chunk_mut() {
            *place = sum.to_be_bytes();
        }
        out
    }

    /// Our address as a response to this question says; `None` if the datagram is no response to it,
    /// or is broken, or an error.
    pub fn response(&self, datagram: &[u8]) -> Option<SocketAddr> {
        let (header, body) = datagram.split_at_checked(HEADER)?;
        let told = usize::from(number(header.get(2..4)?)?);
        let ours = number(header.get(..2)?)? == SUCCESS
            && header.get(4..8) == Some(&COOKIE)
            && header.get(8..) == Some(&self.id)
            && told == body.len();
        if !ours {
            return None;
        }
        let (mut plain, mut hidden) = (None, None);
        for attribute in attributes(body) {
            let (kind, value, at) = attribute?;
            match kind {
                XOR_MAPPED_ADDRESS => hidden = hidden.or(Some(self.reveal(address(value)?))),
                MAPPED_ADDRESS => plain = plain.or(Some(address(value)?)),
                FINGERPRINT => {
                    let before = datagram.get(..HEADER + at)?;
                    let last = at + 8 == body.len();
                    if !last || value != fingerprint(before).to_be_bytes() {
                        return None;
                    }
                }
                // The others of RFC 3489 and RFC 8489; with any other that has to be understood
                // the response is of no use (§6.3.3).
                0x0002..=0x000B | 0x0014 | 0x0015 | 0x001C..=0x001E | 0x8000.. => {}
                _ => return None,
            }
        }
        let address = hidden.or(plain)?;
        let usable = address.port() != 0 && !address.ip().is_unspecified();
        usable.then_some(address)
    }

    /// Takes the disguise off that keeps translators from touching an address (§14.2).
    fn reveal(&self, address: SocketAddr) -> SocketAddr {
        let [a, b, ..] = COOKIE;
        let port = address.port() ^ u16::from_be_bytes([a, b]);
        let mut key = COOKIE.iter().chain(&self.id);
        let mut plain = |bytes: &mut [u8]| {
            for (byte, key) in bytes.iter_mut().zip(key.by_ref()) {
                *byte ^= key;
            }
        };
        let ip = match address.ip() {
            IpAddr::V4(ip) => {
                let mut bytes = ip.octets();
                plain(&mut bytes);
                IpAddr::from(bytes)
            }
            IpAddr::V6(ip) => {
                let mut bytes = ip.octets();
                plain(&mut bytes);
                IpAddr::from(bytes)
            }
        };
        SocketAddr::new(ip.to_canonical(), port)
    }
}

/// An attribute: its kind, its value, and where it begins in the body.
type Attribute<'a> = (u16, &'a [u8], usize);

/// The attributes of a body (§14). What is left at the end and is none comes as `None`.
fn attributes(body: &[u8]) -> impl Iterator<Item = Option<Attribute<'_>>> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let begin = at.filter(|at| *at < body.len())?;
        let read = || {
            let rest = body.get(begin..)?;
            let kind = number(rest.get(..2)?)?;
            let length = usize::from(number(rest.get(2..4)?)?);
            let value = rest.get(4..4 + length)?;
            // Each is filled up to a multiple of four bytes.
            let end = begin + 4 + length.next_multiple_of(4);
            Some(((kind, value, begin), end))
        };
        let attribute = read();
        at = attribute.as_ref().map(|(_, end)| *end);
        Some(attribute.map(|(attribute, _)| attribute))
    })
}

fn number(bytes: &[u8]) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

/// An address as MAPPED-ADDRESS writes it (§14.1).
fn address(value: &[u8]) -> Option<SocketAddr> {
    let (head, ip) = value.split_at_checked(4)?;
    let port = number(head.get(2..)?)?;
    let ip = match head.get(1)? {
        1 => IpAddr::from(<[u8; 4]>::try_from(ip).ok()?),
        2 => IpAddr::from(<[u8; 16]>::try_from(ip).ok()?),
        _ => return None,
    };
    Some(SocketAddr::new(ip, port))
}

/// The checksum of §14.7: CRC-32, changed so that it is not taken for another protocol's.
fn fingerprint(bytes: &[u8]) -> u32 {
    crc32(bytes) ^ 0x5354_554E
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let odd = sum & 1 == 1;
            sum >>= 1;
            if odd {
                sum ^= 0xEDB8_8320;
            }
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binding() -> Binding {
        Binding::new(&mut Random::seeded(3))
    }

    fn attribute(kind: u16, value: &[u8]) -> Vec<u8> {
        let mut out = kind.to_be_bytes().to_vec();
        out.extend((value.len() as u16).to_be_bytes());
        out.extend(value);
        out.resize(out.len().next_multiple_of(4), 0);
        out
    }

    fn mapped(address: &str) -> Vec<u8> {
        let address: SocketAddr = address.parse().unwrap();
        let mut out = vec![0, if address.is_ipv4() { 1 } else { 2 }];
        out.extend(address.port().to_be_bytes());
        match address.ip() {
            IpAddr::V4(ip) => out.extend(ip.octets()),
            IpAddr::V6(ip) => out.extend(ip.octets()),
        }
        out
    }

    /// The same in disguise, by the words of the RFC.
    fn disguised(binding: &Binding, address: &str) -> Vec<u8> {
        let mut out = mapped(address);
        let key = [&COOKIE[..], &binding.id].concat();
        out[2] ^= 0x21;
        out[3] ^= 0x12;
        for (byte, key) in out[4..].iter_mut().zip(&key) {
            *byte ^= key;
        }
        out
    }

    fn response(binding: &Binding, kind: u16, attributes: &[Vec<u8>]) -> Vec<u8> {
        let body = attributes.concat();
        let mut out = kind.to_be_bytes().to_vec();
        out.extend((body.len() as u16).to_be_bytes());
        out.extend(COOKIE);
        out.extend(binding.id);
        out.extend(body);
        out
    }

    fn with_fingerprint(mut message: Vec<u8>) -> Vec<u8> {
        let length = (message.len() - HEADER + 8) as u16;
        message[2..4].copy_from_slice(&length.to_be_bytes());
        let sum = fingerprint(&message);
        message.extend(attribute(FINGERPRINT, &sum.to_be_bytes()));
        message
    }

    #[test]
    fn a_request_is_one_that_every_server_reads() {
        let request = binding().request();
        assert!(is_stun(&request));
        assert_eq!(request[..8], [0, 1, 0, 8, 0x21, 0x12, 0xA4, 0x42]);
        assert_eq!(request[8..20], binding().id);
        assert_eq!(request[20..24], [0x80, 0x28, 0, 4]);
        let sum = fingerprint(&request[..20]).to_be_bytes();
        assert_eq!(request[24..], sum);
        // The sum by which everybody knows this polynomial.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        let mut random = Random::seeded(3);
        assert_ne!(Binding::new(&mut random), Binding::new(&mut random));
    }

    #[test]
    fn a_response_tells_our_address() {
        let binding = binding();
        for address in ["203.0.113.7:40001", "[2001:db8::7]:5060"] {
            let hidden = attribute(XOR_MAPPED_ADDRESS, &disguised(&binding, address));
            let plain = attribute(MAPPED_ADDRESS, &mapped("192.0.2.1:9"));
            let software = attribute(0x8022, b"some words");
            let source = attribute(0x0004, &mapped("198.51.100.1:3478"));
            let whole = response(
                &binding,
                SUCCESS,
                &[software, plain, hidden.clone(), source],
            );
            let want = Some(address.parse().unwrap());
            assert_eq!(binding.response(&whole), want);
            let signed = with_fingerprint(response(&binding, SUCCESS, &[hidden]));
            assert_eq!(binding.response(&signed), want);
            let mut broken = signed.clone();
            *broken.last_mut().unwrap() ^= 1;
            assert_eq!(binding.response(&broken), None);
        }
        let plain = attribute(MAPPED_ADDRESS, &mapped("192.0.2.1:9"));
        let old = response(&binding, SUCCESS, &[plain]);
        assert_eq!(binding.response(&old), Some("192.0.2.1:9".parse().unwrap()));
    }

    #[test]
    fn what_is_no_answer_tells_nothing() {
        let binding = binding();
        let good = attribute(MAPPED_ADDRESS, &mapped("192.0.2.1:9"));
        let of = |kind, attributes: &[Vec<u8>]| response(&binding, kind, attributes);
        let whole = of(SUCCESS, std::slice::from_ref(&good));
        assert!(binding.response(&whole).is_some());
        let mut other = whole.clone();
        other[19] ^= 1;
        let mut longer = whole.clone();
        longer.push(0);
        let late = [attribute(FINGERPRINT, &[0; 4]), good.clone()];
        for datagram in [
            other,
            longer,
            of(0x0111, std::slice::from_ref(&good)),
            of(REQUEST, std::slice::from_ref(&good)),
            of(SUCCESS, &[]),
            of(SUCCESS, &late),
            of(SUCCESS, &[attribute(0x7777, b""), good.clone()]),
            of(
                SUCCESS,
                &[attribute(MAPPED_ADDRESS, &mapped("192.0.2.1:0"))],
            ),
            of(SUCCESS, &[attribute(MAPPED_ADDRESS, &mapped("0.0.0.0:9"))]),
            of(
                SUCCESS,
                &[attribute(MAPPED_ADDRESS, &[0, 3, 0, 9, 1, 2, 3, 4])],
            ),
            of(
                SUCCESS,
                &[attribute(MAPPED_ADDRESS, &[0, 1, 0, 9, 1, 2, 3])],
            ),
            of(SUCCESS, &[vec![0, 1, 0, 200, 1, 2, 3, 4]]),
            b"OPTIONS sip:a SIP/2.0\r\n\r\n".to_vec(),
        ] {
            assert_eq!(binding.response(&datagram), None, "{datagram:x?}");
        }
        for length in 0..whole.len() {
            assert_eq!(binding.response(&whole[..length]), None);
        }
        assert!(!is_stun(b"OPTIONS sip:a SIP/2.0\r\n\r\n"));
        assert!(!is_stun(b"\r\n\r\n"));
    }

    #[test]
    fn whatever_comes_does_no_harm() {
        let binding = binding();
        let mut random = Random::seeded(11);
        let hidden = attribute(XOR_MAPPED_ADDRESS, &disguised(&binding, "192.0.2.1:9"));
        let whole = with_fingerprint(response(&binding, SUCCESS, &[hidden]));
        for _ in 0..50_000 {
            let mut odd = whole.clone();
            for _ in 0..1 + random.byte() % 3 {
                let at = 20 + usize::from(random.byte()) % (odd.len() - 20);
                odd[at] = random.byte();
            }
            odd.truncate(odd.len() - usize::from(random.byte() % 4));
            binding.response(&odd);
        }
    }
}
