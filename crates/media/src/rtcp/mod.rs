//! RTCP: reports about what is sent and received (RFC 3550 §6).

mod read;
mod schedule;
mod write;

pub use read::{Part, Parts, Reports, parse};
pub use schedule::{Random, Schedule};
pub use write::{Sending, Summary, write};

use std::time::Duration;

use crate::source::Reception;

pub(crate) const SENDER_REPORT: u8 = 200;
pub(crate) const RECEIVER_REPORT: u8 = 201;
pub(crate) const DESCRIPTION: u8 = 202;
pub(crate) const BYE: u8 = 203;

/// A wall time as NTP has it: seconds since 1900 in the upper 32 bits, their fraction in the lower
/// (RFC 3550 §4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ntp(pub u64);

impl Ntp {
    /// The wall time so long after the beginning of 1970 UTC. It overflows in 2036, as NTP does.
    #[must_use]
    pub fn from_unix(since_1970: Duration) -> Ntp {
        const FROM_1900: u64 = 2_208_988_800;
        let seconds = since_1970.as_secs().wrapping_add(FROM_1900) << 32;
        let fraction = (u64::from(since_1970.subsec_nanos()) << 32) / 1_000_000_000;
        Ntp(seconds | fraction)
    }

    /// Its middle 32 bits: what a report gives back to whom it is about (LSR, RFC 3550 §6.4.1).
    #[must_use]
    pub fn middle(self) -> u32 {
        (self.0 >> 16) as u32
    }
}

/// What one participant tells about another's packets (RFC 3550 §6.4.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Whose packets.
    pub ssrc: u32,
    /// How they came.
    pub reception: Reception,
    /// The middle of the wall time in that source's last sender report, 0 if there was none.
    pub last_report: u32,
    /// How long ago that report came, in 65536ths of a second.
    pub since_then: u32,
}

/// A time in 65536ths of a second, as RTCP has delays.
#[must_use]
pub fn short(time: Duration) -> u32 {
    u32::try_from(time.as_nanos() * 65536 / 1_000_000_000).unwrap_or(u32::MAX)
}

/// The time that so many 65536ths of a second are.
#[must_use]
pub fn from_short(short: u32) -> Duration {
    Duration::from_nanos(u64::from(short) * 1_000_000_000 / 65536)
}

#[cfg(test)]
mod tests;
