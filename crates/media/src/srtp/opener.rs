//! Opens what the other side protected.

use super::Rejected;
use super::keys::{CONTROL_TAG, Kind, MasterKey, SessionKeys, Suite};
use super::window::Window;
use crate::rtp::Packet;

/// Sources that are known at the same time.
const SOURCES: usize = 4;

/// One source. Only a packet that was authentic makes one.
#[derive(Clone, Debug)]
struct Stream {
    ssrc: u32,
    window: Window,
}

/// Opens the packets of one direction.
#[derive(Debug)]
pub struct Opener {
    suite: Suite,
    sound: SessionKeys,
    control: SessionKeys,
    /// The one that was heard last is the first.
    sound_of: [Option<Stream>; SOURCES],
    control_of: [Option<Stream>; SOURCES],
}

impl Opener {
    /// With the key that the other side sends with.
    #[must_use]
    pub fn new(suite: Suite, master: &MasterKey) -> Opener {
        Opener {
            suite,
            sound: SessionKeys::derive(master, Kind::Sound),
            control: SessionKeys::derive(master, Kind::Control),
            sound_of: [const { None }; SOURCES],
            control_of: [const { None }; SOURCES],
        }
    }

    /// Opens an RTP packet in place (RFC 3711 §3.3) and gives its length without the tag.
    ///
    /// # Errors
    ///
    /// [`Rejected`]; the datagram is as it was then.
    pub fn sound(&mut self, datagram: &mut [u8]) -> Result<usize, Rejected> {
        let length = datagram
            .len()
            .checked_sub(self.suite.tag())
            .ok_or(Rejected::Malformed)?;
        let (packet, tag) = datagram
            .split_at_mut_checked(length)
            .ok_or(Rejected::Malformed)?;
        let header = Packet::header_length(packet).map_err(|_| Rejected::Malformed)?;
        let &[_, _, s0, s1, _, _, _, _, c0, c1, c2, c3, ..] = &*packet else {
            return Err(Rejected::Malformed);
        };
        let ssrc = u32::from_be_bytes([c0, c1, c2, c3]);
        let window = window(&self.sound_of, ssrc);
        let highest = window.and_then(Window::highest);
        let index = guess(highest, u16::from_be_bytes([s0, s1]));
        if window.is_some_and(|window| !window.is_new(index)) {
            return Err(Rejected::Replayed);
        }
        let overflows = ((index >> 16) as u32).to_be_bytes();
        if !self.sound.verify(packet, &overflows, tag) {
            return Err(Rejected::Forged);
        }
        self.sound
            .cipher(ssrc, index, packet.get_mut(header..).unwrap_or_default());
        note(&mut self.sound_of, ssrc, index);
        Ok(length)
    }

    /// Opens an RTCP compound in place (RFC 3711 §3.4) and gives its length without index and tag.
    /// One that is authentic but not encrypted is taken too.
    ///
    /// # Errors
    ///
    /// [`Rejected`]; the datagram is as it was then.
    pub fn control(&mut self, datagram: &mut [u8]) -> Result<usize, Rejected> {
        const HEADER: usize = 8;
        let signed = datagram
            .len()
            .checked_sub(CONTROL_TAG)
            .ok_or(Rejected::Malformed)?;
        let length = signed.checked_sub(4).filter(|length| *length >= HEADER);
        let length = length.ok_or(Rejected::Malformed)?;
        let (packet, tag) = datagram
            .split_at_mut_checked(signed)
            .ok_or(Rejected::Malformed)?;
        let field = |at: usize| {
            packet
                .get(at..)
                .and_then(|rest| rest.first_chunk().copied())
        };
        let ssrc = u32::from_be_bytes(field(4).ok_or(Rejected::Malformed)?);
        let index = u32::from_be_bytes(field(length).ok_or(Rejected::Malformed)?);
        let (encrypted, index) = (index >> 31 == 1, u64::from(index & 0x7FFF_FFFF));
        if window(&self.control_of, ssrc).is_some_and(|window| !window.is_new(index)) {
            return Err(Rejected::Replayed);
        }
        if !self.control.verify(packet, &[], tag) {
            return Err(Rejected::Forged);
        }
        if encrypted {
            self.control.cipher(
                ssrc,
                index,
                packet.get_mut(HEADER..length).unwrap_or_default(),
            );
        }
        note(&mut self.control_of, ssrc, index);
        Ok(length)
    }
}

fn window(streams: &[Option<Stream>; SOURCES], ssrc: u32) -> Option<&Window> {
    streams
        .iter()
        .flatten()
        .find(|stream| stream.ssrc == ssrc)
        .map(|stream| &stream.window)
}

/// An authentic packet of this source: it becomes the first, and the one that was heard longest ago
/// is forgotten for a new one.
fn note(streams: &mut [Option<Stream>; SOURCES], ssrc: u32, number: u64) {
    let is_it = |stream: &Option<Stream>| stream.as_ref().is_some_and(|stream| stream.ssrc == ssrc);
    let at = streams.iter().position(is_it).unwrap_or(SOURCES - 1);
    if let Some(before) = streams.get_mut(..=at) {
        before.rotate_right(1);
    }
    let [first, ..] = streams;
    if !is_it(first) {
        *first = Some(Stream {
            ssrc,
            window: Window::default(),
        });
    }
    if let Some(stream) = first {
        stream.window.note(number);
    }
}

/// The index that is nearest to the highest so far (RFC 3711 §3.3.1, appendix A). Of a source that
/// was not heard before, the sequence number has not overflowed.
fn guess(highest: Option<u64>, sequence: u16) -> u64 {
    let Some(highest) = highest else {
        return u64::from(sequence);
    };
    let ahead = sequence.wrapping_sub(highest as u16);
    if ahead < 0x8000 {
        return highest + u64::from(ahead);
    }
    // Before the beginning there is nothing: it is far ahead then.
    let behind = u64::from(ahead.wrapping_neg());
    highest
        .checked_sub(behind)
        .unwrap_or(highest + u64::from(ahead))
}
