//! SRTP and SRTCP (RFC 3711) with the transforms of SDES: AES in counter mode with 128 bits and
//! HMAC-SHA1, whose tag is 80 or 32 bits long.
//!
//! What protects and what opens are apart: each direction has a master key of its own (RFC 4568
//! §5.1). Whatever a packet claims, nothing changes before its tag was found right (RFC 3711 §3.3).

mod keys;
mod opener;
mod protector;
mod window;

pub use keys::{MasterKey, Suite};
pub use opener::Opener;
pub use protector::Protector;

use thiserror::Error;

/// Why a packet is not opened.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Rejected {
    /// It is too short for what it should be, or is no RTP or RTCP at all.
    #[error("the packet is no protected packet")]
    Malformed,
    /// It was opened before, or is older than 128 packets (RFC 3711 §3.3.2).
    #[error("the packet was there before")]
    Replayed,
    /// Its tag is wrong: it was changed on its way, or is of somebody who does not have the key.
    #[error("the packet is not authentic")]
    Forged,
}

#[cfg(test)]
mod tests;
