//! Protects what we send.

use super::keys::{CONTROL_TAG, Kind, MasterKey, SessionKeys, Suite};
use crate::rtp::Packet;

/// A key may protect so many packets of RTP and of RTCP (RFC 3711 §9.2).
const MOST_SOUND: u64 = 1 << 48;
const MOST_CONTROL: u32 = 1 << 31;

/// The RTP of one source.
#[derive(Clone, Copy, Debug)]
struct Stream {
    ssrc: u32,
    /// The highest index: 2^16 times the overflows of the sequence number, and that.
    index: u64,
}

/// Protects the packets of one direction.
#[derive(Debug)]
pub struct Protector {
    suite: Suite,
    sound: SessionKeys,
    control: SessionKeys,
    stream: Option<Stream>,
    control_index: u32,
}

impl Protector {
    /// With this key, which nobody else uses: it is of the direction that we send in.
    #[must_use]
    pub fn new(suite: Suite, master: &MasterKey) -> Protector {
        Protector {
            suite,
            sound: SessionKeys::derive(master, Kind::Sound),
            control: SessionKeys::derive(master, Kind::Control),
            stream: None,
            control_index: 0,
        }
    }

    /// How often the sequence number has overflowed (ROC).
    #[must_use]
    pub fn overflows(&self) -> u32 {
        self.stream.map_or(0, |stream| (stream.index >> 16) as u32)
    }

    /// Protects the RTP packet of `length` octets at the beginning of `buffer` (RFC 3711 §3.1) and
    /// gives its new length, which is larger by the tag. Packets of a source go up by their numbers;
    /// a source that is another than the last begins anew.
    ///
    /// `None` if it is no RTP packet, there is no room for the tag, or the key has been used up
    /// (after 2^48 packets). What is in `buffer` must not be sent then.
    pub fn sound(&mut self, buffer: &mut [u8], length: usize) -> Option<usize> {
        let packet = buffer.get(..length)?;
        let header = Packet::header_length(packet).ok()?;
        let [_, _, s0, s1, _, _, _, _, c0, c1, c2, c3, ..] = *packet else {
            return None;
        };
        let ssrc = u32::from_be_bytes([c0, c1, c2, c3]);
        let index = self.index(ssrc, u16::from_be_bytes([s0, s1]));
        if index >= MOST_SOUND || buffer.len() < length + self.suite.tag() {
            return None;
        }
        self.stream = Some(Stream { ssrc, index });
        self.sound
            .cipher(ssrc, index, buffer.get_mut(header..length)?);
        let overflows = (index >> 16) as u32;
        let tag = self
            .sound
            .tag(buffer.get(..length)?, &overflows.to_be_bytes());
        put(buffer, length, tag.get(..self.suite.tag())?)
    }

    fn index(&self, ssrc: u32, sequence: u16) -> u64 {
        match self.stream {
            Some(stream) if stream.ssrc == ssrc => {
                let ahead = sequence.wrapping_sub(stream.index as u16);
                // A number behind the last is sent again, not after an overflow.
                if ahead < 0x8000 {
                    stream.index + u64::from(ahead)
                } else {
                    stream.index.saturating_sub(u64::from(ahead.wrapping_neg()))
                }
            }
            _ => u64::from(sequence),
        }
    }

    /// Protects the RTCP compound of `length` octets at the beginning of `buffer` (RFC 3711 §3.4)
    /// and gives its new length, which is larger by 14. `None` as with [`Protector::sound`]; the key
    /// is used up after 2^31 packets.
    pub fn control(&mut self, buffer: &mut [u8], length: usize) -> Option<usize> {
        const HEADER: usize = 8;
        const ENCRYPTED: u32 = 1 << 31;
        let ssrc = buffer.get(..length)?.get(4..)?.first_chunk().copied()?;
        let index = self.control_index;
        if index >= MOST_CONTROL || buffer.len() < length + 4 + CONTROL_TAG {
            return None;
        }
        self.control_index += 1;
        let ssrc = u32::from_be_bytes(ssrc);
        self.control
            .cipher(ssrc, u64::from(index), buffer.get_mut(HEADER..length)?);
        let length = put(buffer, length, &(index | ENCRYPTED).to_be_bytes())?;
        let tag = self.control.tag(buffer.get(..length)?, &[]);
        put(buffer, length, tag.get(..CONTROL_TAG)?)
    }
}

fn put(buffer: &mut [u8], at: usize, octets: &[u8]) -> Option<usize> {
    let end = at + octets.len();
    buffer.get_mut(at..end)?.copy_from_slice(octets);
    Some(end)
}
