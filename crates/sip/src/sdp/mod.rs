//! Session descriptions (RFC 8866) and the offer/answer rules (RFC 3264, RFC 6337) for one audio
//! stream, with the telephone events of RFC 4733 and the comfort noise of RFC 3389 beside it.
//!
//! [`Agreed`] is what an offer of the far end leads to: it is read once, when a call comes in, and
//! the answer is made of it later, by [`Local`], when there are ports. `Local` is our side of a
//! session: it makes offers and answers, and reads the answers to its offers.

mod agreed;
mod codec;
mod keys;
mod local;
mod parse;
mod session;
#[cfg(test)]
mod tests;
mod write;

pub use agreed::{Agreed, is_usable};
pub use codec::{Codec, Codecs, Events, EventsList, Format, Formats};
pub use keys::{Key, Protection, Suite};
pub use local::{Local, Media, Security};
pub use parse::{Description, Stream};
pub use session::Session;

use std::net::SocketAddr;
use thiserror::Error;

/// The media type of a session description.
pub const CONTENT_TYPE: &str = "application/sdp";

/// Where the media of a description go, seen from whoever describes (RFC 8866 §6.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    #[default]
    SendRecv,
    SendOnly,
    RecvOnly,
    Inactive,
}

impl Direction {
    /// The direction of an attribute, if it is one.
    fn of(attribute: &str) -> Option<Self> {
        match attribute {
            "sendrecv" => Some(Direction::SendRecv),
            "sendonly" => Some(Direction::SendOnly),
            "recvonly" => Some(Direction::RecvOnly),
            "inactive" => Some(Direction::Inactive),
            _ => None,
        }
    }

    /// As an attribute spells it.
    pub fn text(self) -> &'static str {
        match self {
            Direction::SendRecv => "sendrecv",
            Direction::SendOnly => "sendonly",
            Direction::RecvOnly => "recvonly",
            Direction::Inactive => "inactive",
        }
    }

    /// The direction that sends and receives so.
    pub fn new(sends: bool, receives: bool) -> Self {
        match (sends, receives) {
            (true, true) => Direction::SendRecv,
            (true, false) => Direction::SendOnly,
            (false, true) => Direction::RecvOnly,
            (false, false) => Direction::Inactive,
        }
    }

    /// Whether whoever describes sends.
    pub fn sends(self) -> bool {
        matches!(self, Direction::SendRecv | Direction::SendOnly)
    }

    /// Whether whoever describes receives.
    pub fn receives(self) -> bool {
        matches!(self, Direction::SendRecv | Direction::RecvOnly)
    }

    /// The same, seen from the other side.
    pub fn reversed(self) -> Self {
        Direction::new(self.receives(), self.sends())
    }

    /// What both allow.
    pub fn and(self, other: Self) -> Self {
        Direction::new(
            self.sends() && other.sends(),
            self.receives() && other.receives(),
        )
    }
}

/// What the far end described as its side of our audio stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// Where it receives; none if it names a host instead of an address, or none at all.
    pub address: Option<SocketAddr>,
    /// As the far end sees it. The old way to hold, an address of zeros (RFC 3264 §8.4), is a
    /// direction that does not receive.
    pub direction: Direction,
    /// Whether it has us on hold: it wants nothing from us. An answer tells only if our offer would
    /// have sent something; otherwise it is as before.
    pub holds: bool,
    /// The codecs that we use of its list, the preferred one first; never empty.
    pub formats: Formats,
    /// Its telephone events, in its order.
    pub events: EventsList,
    /// The payload type of its comfort noise.
    pub noise: Option<u8>,
    /// How many milliseconds it wants in a packet.
    pub ptime: Option<u16>,
    /// How many milliseconds it takes in a packet at most.
    pub longest: Option<u16>,
    /// Where it receives RTCP, if it says so (RFC 3605); otherwise it is a port above.
    pub control: Option<SocketAddr>,
    /// Whether it takes RTCP at the port of sound (RFC 5761).
    pub shares_port: bool,
    /// Whether its stream is one of SRTP (`RTP/SAVP`).
    pub protected: bool,
    /// Its keys that we know how to use, in its order (RFC 4568); none if we protect nothing.
    pub keys: Vec<Key>,
}

/// Why a description cannot be used. All are answered 488 (RFC 3261 §21.4.26).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unacceptable {
    /// It is none, or breaks the rules of RFC 8866 where they matter.
    #[error("The session description cannot be read")]
    Unreadable,
    /// More than 64 kB, or more than 64 streams.
    #[error("The session description is too large")]
    TooLarge,
    /// No audio stream with a codec of ours, or none that is protected as we want it.
    #[error("The session description has no audio in a codec of ours")]
    NothingInCommon,
}

impl Unacceptable {
    /// The code of a Warning header that says why (RFC 3261 §20.43).
    pub fn warning(self) -> u16 {
        match self {
            Unacceptable::NothingInCommon => 305,
            Unacceptable::Unreadable | Unacceptable::TooLarge => 399,
        }
    }
}
