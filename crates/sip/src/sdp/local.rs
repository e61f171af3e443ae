//! Our side of a session: its address and direction, and the descriptions that say them, as offers and
//! as answers.

use super::parse::Description;
use super::{Agreed, Codec, Direction, Format, Formats, Remote, Unacceptable};
use std::hash::{DefaultHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

/// What our side does with sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Media {
    /// Whether it sends. Otherwise it only listens, whatever is wanted.
    pub sends: bool,
    /// Whether offers of ours have telephone events (RFC 4733). Answers have them if the offer has.
    pub events: bool,
}

/// The events that we take: the sixteen keys (RFC 4733 §3.2).
const EVENTS: &str = "0-15";
/// The payload types from which one for telephone events is taken: the first that is free.
const DYNAMIC: std::ops::RangeInclusive<u8> = 101..=127;

/// Our side of a session: who describes it, and how often it was described.
#[derive(Debug, Clone)]
pub struct Local {
    address: SocketAddr,
    /// The address of the first description, which every later one repeats (RFC 3264 §8).
    origin: IpAddr,
    id: u64,
    /// Grows when a description differs from the one before it.
    version: u64,
    /// The hash of the last description without its version.
    last: Option<u64>,
    media: Media,
    wanted: Direction,
    /// What the last description of ours said.
    described: Direction,
    /// What is agreed on now.
    direction: Direction,
    agreed: Agreed,
}

impl Local {
    /// For sound that arrives at `address`; `id` is a number that no other session of ours has.
    pub fn new(address: SocketAddr, id: u64, media: Media) -> Self {
        Local {
            address,
            origin: address.ip(),
            id,
            version: 0,
            last: None,
            media,
            wanted: Direction::SendRecv,
            described: Direction::Inactive,
            direction: Direction::Inactive,
            agreed: Agreed::default(),
        }
    }

    /// Where sound arrives.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sound arrives elsewhere from the next description on.
    pub fn move_to(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// What the next descriptions want, as far as [`Media`] allows.
    pub fn want(&mut self, direction: Direction) {
        self.wanted = direction;
    }

    /// Puts the far end on hold or takes it back, from the next description on. On hold it hears us
    /// if we send, and we do not hear it.
    pub fn hold(&mut self, on: bool) {
        self.want(match on {
            true => Direction::SendOnly,
            false => Direction::SendRecv,
        });
    }

    /// Whether the far end is on hold by our will.
    pub fn holds(&self) -> bool {
        !self.wanted.receives()
    }

    /// The direction that both sides agreed on last, as we see it.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The far end's side, as it was described last.
    pub fn remote(&self) -> Option<&Remote> {
        self.agreed.remote()
    }

    fn limited(&self) -> Direction {
        self.wanted.and(Direction::new(self.media.sends, true))
    }

    /// Offers both forms of G.711: those that are agreed on first, under the numbers that they have.
    /// The streams that were refused stay (RFC 3264 §8).
    pub fn offer(&mut self) -> Vec<u8> {
        let remote = self.agreed.remote.as_ref();
        let mut formats = remote.map_or_else(Formats::new, |remote| remote.formats.clone());
        let mut events = remote.and_then(|remote| remote.events);
        let is_free = |formats: &Formats, events: Option<u8>, payload: u8| {
            events != Some(payload) && formats.iter().all(|format| format.payload != payload)
        };
        for codec in Codec::ALL {
            let payload = codec.payload();
            let is_new = formats.iter().all(|format| format.codec != codec);
            if is_new && is_free(&formats, events, payload) {
                formats.push(Format { payload, codec });
            }
        }
        if self.media.events && events.is_none() {
            events = DYNAMIC.into_iter().find(|p| is_free(&formats, None, *p));
        }
        self.write(self.limited(), &formats, events)
    }

    /// Answers an offer, or makes one of ours if nothing was offered.
    pub fn describe(&mut self, agreed: &Agreed) -> Vec<u8> {
        let Some(remote) = &agreed.remote else {
            return self.offer();
        };
        // RFC 3264 §6.1: no more than was offered.
        let direction = self.limited().and(remote.direction.reversed());
        self.agreed.clone_from(agreed);
        self.direction = direction;
        self.write(direction, &remote.formats, remote.events)
    }

    /// Answers an offer: [`Agreed::to`] and [`Local::describe`] in one.
    ///
    /// # Errors
    ///
    /// If the offer cannot be accepted; the session is then as before.
    pub fn answer(&mut self, offer: &[u8]) -> Result<Vec<u8>, Unacceptable> {
        let agreed = Agreed::to(offer)?;
        Ok(self.describe(&agreed))
    }

    /// Takes in the answer to our last offer.
    ///
    /// # Errors
    ///
    /// If the answer refuses our stream or is none; the session is then as before.
    pub fn answered(&mut self, answer: &[u8]) -> Result<&Remote, Unacceptable> {
        let description = Description::parse(answer)?;
        // The streams of an answer stand where they stood in the offer (RFC 3264 §6); whoever does
        // not keep to that has one of audio at least.
        let ours = description.streams.get(self.agreed.index);
        let remote = ours.and_then(|stream| stream.remote());
        let remote = remote.or_else(|| Some(description.usable()?.1));
        let mut remote = remote.ok_or(Unacceptable::NothingInCommon)?;
        self.direction = self.described.and(remote.direction.reversed());
        if !self.described.sends() {
            let before = self.agreed.remote.as_ref();
            remote.holds = before.is_some_and(|before| before.holds);
        }
        Ok(self.agreed.remote.insert(remote))
    }

    fn write(&mut self, direction: Direction, formats: &Formats, events: Option<u8>) -> Vec<u8> {
        self.described = direction;
        let mut rest = Vec::with_capacity(320);
        push_address(&mut rest, self.origin);
        rest.extend_from_slice(b"\r\ns=-\r\nc=");
        push_address(&mut rest, self.address.ip());
        rest.extend_from_slice(b"\r\nt=0 0\r\n");
        rest.extend_from_slice(self.agreed.before.as_bytes());
        rest.extend_from_slice(b"m=audio ");
        push_number(&mut rest, self.address.port().into());
        rest.extend_from_slice(b" RTP/AVP");
        let events = events.map(|payload| (payload, "telephone-event/8000"));
        let formats = formats.iter().map(|f| (f.payload, f.codec.text()));
        let all = || formats.clone().chain(events);
        for (payload, _) in all() {
            rest.push(b' ');
            push_number(&mut rest, payload.into());
        }
        rest.extend_from_slice(b"\r\n");
        for (payload, encoding) in all() {
            rest.extend_from_slice(b"a=rtpmap:");
            push_number(&mut rest, payload.into());
            rest.push(b' ');
            rest.extend_from_slice(encoding.as_bytes());
            rest.extend_from_slice(b"\r\n");
        }
        if let Some((payload, _)) = events {
            rest.extend_from_slice(b"a=fmtp:");
            push_number(&mut rest, payload.into());
            rest.push(b' ');
            rest.extend_from_slice(EVENTS.as_bytes());
            rest.extend_from_slice(b"\r\n");
        }
        rest.extend_from_slice(b"a=");
        rest.extend_from_slice(direction.text().as_bytes());
        rest.extend_from_slice(b"\r\n");
        rest.extend_from_slice(self.agreed.after.as_bytes());

        let mut hash = DefaultHasher::new();
        hash.write(&rest);
        let hash = Some(hash.finish());
        if self.last != hash {
            self.last = hash;
            self.version += 1;
        }
        let mut out = Vec::with_capacity(rest.len() + 48);
        out.extend_from_slice(b"v=0\r\no=- ");
        push_number(&mut out, self.id);
        out.push(b' ');
        push_number(&mut out, self.version);
        out.push(b' ');
        out.append(&mut rest);
        out
    }
}

fn push_number(out: &mut Vec<u8>, number: u64) {
    let mut digits = [0_u8; 20];
    let (mut rest, mut used) = (number, 0);
    for digit in digits.iter_mut().rev() {
        // Below ten, so it fits.
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        used += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(digits.len() - used..).unwrap_or_default());
}

/// Writes an address as the `o=` and `c=` lines have it.
fn push_address(out: &mut Vec<u8>, address: IpAddr) {
    match address {
        IpAddr::V4(ip) => {
            out.extend_from_slice(b"IN IP4");
            for (index, byte) in ip.octets().into_iter().enumerate() {
                out.push(if index == 0 { b' ' } else { b'.' });
                push_number(out, byte.into());
            }
        }
        IpAddr::V6(ip) => {
            out.extend_from_slice(b"IN IP6 ");
            out.extend_from_slice(ip.to_string().as_bytes());
        }
    }
}
