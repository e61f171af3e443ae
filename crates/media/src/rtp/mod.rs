//! RTP packets, read and written (RFC 3550 §5). What a packet means to a call is not decided here.

use thiserror::Error;

/// The octets of a header without contributing sources and extension (RFC 3550 §5.1).
pub const HEADER: usize = 12;

/// Why a datagram is no RTP packet.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Malformed {
    /// It ends within its header, its contributing sources or its extension.
    #[error("the packet is shorter than its header says")]
    Short,
    /// Its version is not 2.
    #[error("the packet is of another version")]
    Version,
    /// Its padding is empty, or longer than what follows the header (RFC 3550 §5.1).
    #[error("the packet's padding is longer than the packet")]
    Padding,
}

/// The fixed part of a header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// What the payload is, 0..=127.
    pub payload_type: u8,
    /// In sound: the first packet after a silence (RFC 3551 §4.1); of an event: its first packet
    /// (RFC 4733 §2.5.1.2).
    pub marker: bool,
    /// Counts packets.
    pub sequence: u16,
    /// When the first sample was taken, in ticks of the payload's clock.
    pub timestamp: u32,
    /// Who sends.
    pub ssrc: u32,
}

impl Header {
    /// Writes the header to the beginning of `out`: version 2, no padding, no extension, no
    /// contributing sources. Gives what follows it in `out`, or `None` if there is no room for 12
    /// octets; nothing is written then. Of the payload type the lower 7 bits are written.
    pub fn write<'a>(&self, out: &'a mut [u8]) -> Option<&'a mut [u8]> {
        let (header, rest) = out.split_first_chunk_mut::<HEADER>()?;
        let [s0, s1] = self.sequence.to_be_bytes();
        let [t0, t1, t2, t3] = self.timestamp.to_be_bytes();
        let [c0, c1, c2, c3] = self.ssrc.to_be_bytes();
        let kind = (u8::from(self.marker) << 7) | (self.payload_type & 0x7F);
        *header = [0x80, kind, s0, s1, t0, t1, t2, t3, c0, c1, c2, c3];
        Some(rest)
    }
}

/// A header extension (RFC 3550 §5.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension<'a> {
    /// The 16 bits that the profile defines; 0xBEDE for the one-byte form of RFC 8285.
    pub profile: u16,
    /// Its data, a multiple of four octets.
    pub data: &'a [u8],
}

/// A packet that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packet<'a> {
    /// The fixed part of the header.
    pub header: Header,
    /// The contributing sources, four octets each, at most 15 of them.
    pub contributors: &'a [u8],
    /// The header extension, if there is one.
    pub extension: Option<Extension<'a>>,
    /// The payload without its padding; may be empty.
    pub payload: &'a [u8],
}

impl<'a> Packet<'a> {
    /// Reads a datagram (RFC 3550 §5.1).
    ///
    /// # Errors
    ///
    /// [`Malformed`] says what is wrong. Nothing outside the datagram is believed.
    pub fn parse(datagram: &'a [u8]) -> Result<Packet<'a>, Malformed> {
        let (fixed, rest) = datagram
            .split_first_chunk::<HEADER>()
            .ok_or(Malformed::Short)?;
        let [first, kind, s0, s1, t0, t1, t2, t3, c0, c1, c2, c3] = *fixed;
        if first >> 6 != 2 {
            return Err(Malformed::Version);
        }
        let contributors = usize::from(first & 0x0F) * 4;
        let (contributors, rest) = rest
            .split_at_checked(contributors)
            .ok_or(Malformed::Short)?;
        let (extension, rest) = match first & 0x10 {
            0 => (None, rest),
            _ => {
                let (extension, rest) = extension(rest).ok_or(Malformed::Short)?;
                (Some(extension), rest)
            }
        };
        let payload = match first & 0x20 {
            0 => rest,
            _ => without_padding(rest).ok_or(Malformed::Padding)?,
        };
        let header = Header {
            payload_type: kind & 0x7F,
            marker: kind & 0x80 != 0,
            sequence: u16::from_be_bytes([s0, s1]),
            timestamp: u32::from_be_bytes([t0, t1, t2, t3]),
            ssrc: u32::from_be_bytes([c0, c1, c2, c3]),
        };
        Ok(Packet {
            header,
            contributors,
            extension,
            payload,
        })
    }

    /// The octets before payload and padding in a datagram: what SRTP leaves readable
    /// (RFC 3711 §3.1).
    ///
    /// # Errors
    ///
    /// [`Malformed::Short`] and [`Malformed::Version`], as [`Packet::parse`]; padding is not looked
    /// at, since it may be encrypted.
    pub fn header_length(datagram: &[u8]) -> Result<usize, Malformed> {
        let (fixed, rest) = datagram
            .split_first_chunk::<HEADER>()
            .ok_or(Malformed::Short)?;
        let [first, ..] = *fixed;
        if first >> 6 != 2 {
            return Err(Malformed::Version);
        }
        let contributors = usize::from(first & 0x0F) * 4;
        let (_, mut rest) = rest
            .split_at_checked(contributors)
            .ok_or(Malformed::Short)?;
        if first & 0x10 != 0 {
            (_, rest) = extension(rest).ok_or(Malformed::Short)?;
        }
        Ok(datagram.len() - rest.len())
    }
}

fn extension(rest: &[u8]) -> Option<(Extension<'_>, &[u8])> {
    let (&[p0, p1, l0, l1], rest) = rest.split_first_chunk::<4>()?;
    let words = usize::from(u16::from_be_bytes([l0, l1]));
    let (data, rest) = rest.split_at_checked(words * 4)?;
    Some((
        Extension {
            profile: u16::from_be_bytes([p0, p1]),
            data,
        },
        rest,
    ))
}

/// "The last octet of the padding contains a count of how many padding octets should be ignored,
/// including itself" (RFC 3550 §5.1).
fn without_padding(payload: &[u8]) -> Option<&[u8]> {
    let padding = usize::from(*payload.last()?);
    if padding == 0 {
        return None;
    }
    payload.get(..payload.len().checked_sub(padding)?)
}

/// Whether a datagram that came to a port which RTP and RTCP share is RTCP: by its second octet,
/// 192..=223, which no payload type with or without marker uses (RFC 5761 §4).
#[must_use]
pub fn is_control(datagram: &[u8]) -> bool {
    matches!(datagram, [first, 192..=223, ..] if first >> 6 == 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn contributors_extension_and_padding_are_no_payload() {
        let datagram = [
            0xB2, 0x80, 0x12, 0x34, 0, 0, 0, 160, 0xDE, 0xAD, 0xBE, 0xEF, // P, X, CC 2, M
            0, 0, 0, 1, 0, 0, 0, 2, // contributors
            0xBE, 0xDE, 0, 1, 0x10, 0xFF, 0, 0, // extension
            7, 8, 9, // payload
            0, 0, 3, // padding
        ];
        let packet = Packet::parse(&datagram).unwrap();
        assert_eq!(
            packet.header,
            Header {
                payload_type: 0,
                marker: true,
                sequence: 0x1234,
                timestamp: 160,
                ssrc: 0xDEAD_BEEF
            }
        );
        assert_eq!(packet.contributors, [0, 0, 0, 1, 0, 0, 0, 2]);
        let extension = packet.extension.unwrap();
        assert_eq!(
            (extension.profile, extension.data),
            (0xBEDE, &[0x10, 0xFF, 0, 0][..])
        );
        assert_eq!(packet.payload, [7, 8, 9]);
        assert_eq!(Packet::header_length(&datagram), Ok(28));
    }

    #[test]
    fn what_says_more_than_it_has_is_refused() {
        let whole = [0x80, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1];
        assert!(Packet::parse(&whole).unwrap().payload.is_empty());
        assert_eq!(Packet::parse(&whole[..11]), Err(Malformed::Short));
        let with = |first: u8, tail: &[u8]| {
            let mut datagram = whole.to_vec();
            datagram[0] = first;
            datagram.extend_from_slice(tail);
            Packet::parse(&datagram).map(|packet| packet.payload.len())
        };
        assert_eq!(with(0x40, &[]), Err(Malformed::Version));
        assert_eq!(with(0x81, &[0; 3]), Err(Malformed::Short));
        assert_eq!(with(0x90, &[0xBE, 0xDE, 0]), Err(Malformed::Short));
        assert_eq!(
            with(0x90, &[0xBE, 0xDE, 0, 2, 0, 0, 0, 0]),
            Err(Malformed::Short)
        );
        assert_eq!(with(0xA0, &[]), Err(Malformed::Padding));
        assert_eq!(with(0xA0, &[1, 0]), Err(Malformed::Padding));
        assert_eq!(with(0xA0, &[1, 3]), Err(Malformed::Padding));
        assert_eq!(with(0xA0, &[1, 2]), Ok(0));
    }

    #[test]
    fn a_shared_port_tells_rtcp_by_its_second_octet() {
        assert!(is_control(&[0x80, 200, 0, 0]));
        assert!(is_control(&[0x81, 207]));
        assert!(!is_control(&[0x80, 0x80 | 13]));
        assert!(!is_control(&[0x80, 0]));
        assert!(!is_control(&[0x00, 200]));
        assert!(!is_control(&[0x80]));
    }

    proptest! {
        #[test]
        fn no_datagram_makes_it_panic(datagram in proptest::collection::vec(any::<u8>(), 0..80)) {
            if let Ok(packet) = Packet::parse(&datagram) {
                let length = Packet::header_length(&datagram).unwrap();
                prop_assert!(length + packet.payload.len() <= datagram.len());
            }
        }

        #[test]
        fn what_is_written_is_read(
            payload_type in 0..=127u8, marker: bool, sequence: u16, timestamp: u32, ssrc: u32,
        ) {
            let header = Header { payload_type, marker, sequence, timestamp, ssrc };
            let mut out = [0; 15];
            header.write(&mut out).unwrap().copy_from_slice(&[1, 2, 3]);
            let packet = Packet::parse(&out).unwrap();
            prop_assert_eq!(packet.header, header);
            prop_assert_eq!(packet.payload, [1, 2, 3]);
        }
    }
}
