//! Reads compound packets (RFC 3550 §6.1, §A.2).

use super::{BYE, DESCRIPTION, Ntp, RECEIVER_REPORT, Report, SENDER_REPORT};
use crate::rtp::Malformed;
use crate::source::Reception;

/// The octets of a report block.
const REPORT: usize = 24;

/// One packet of a compound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// What somebody who sends has sent, and has received (§6.4.1).
    SenderReport {
        /// Who.
        ssrc: u32,
        /// When, by the sender's wall clock.
        at: Ntp,
        /// When, by the clock of its timestamps.
        timestamp: u32,
        /// Packets that it has sent.
        packets: u32,
        /// Octets of payload that it has sent.
        octets: u32,
        /// What it tells of others.
        reports: Reports<'a>,
    },
    /// What somebody who does not send has received (§6.4.2).
    ReceiverReport {
        /// Who.
        ssrc: u32,
        /// What it tells of others.
        reports: Reports<'a>,
    },
    /// The name that stays when the source's number changes (CNAME, §6.5.1), of the first source
    /// that is described; empty if there is none.
    Description {
        /// Whose; 0 if nobody is described.
        ssrc: u32,
        /// UTF-8 as a rule.
        name: &'a [u8],
    },
    /// Sources that leave (§6.6), four octets each.
    Bye(&'a [u8]),
    /// Another kind of packet.
    Other(u8),
}

impl Part<'_> {
    /// Whether it says that this source leaves.
    #[must_use]
    pub fn says_bye_of(&self, ssrc: u32) -> bool {
        match self {
            Part::Bye(sources) => sources
                .chunks_exact(4)
                .any(|source| source == ssrc.to_be_bytes()),
            _ => false,
        }
    }
}

/// The report blocks of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reports<'a>(&'a [u8]);

impl Iterator for Reports<'_> {
    type Item = Report;

    fn next(&mut self) -> Option<Report> {
        let (block, rest) = self.0.split_first_chunk::<REPORT>()?;
        self.0 = rest;
        let word = |index: usize| long(block, index * 4).unwrap_or(0);
        let lost = word(1);
        Some(Report {
            ssrc: word(0),
            reception: Reception {
                fraction_lost: (lost >> 24) as u8,
                // 24 bits with a sign.
                lost: ((lost << 8) as i32) >> 8,
                highest: word(2),
                jitter: word(3),
            },
            last_report: word(4),
            since_then: word(5),
        })
    }
}

/// The packets of a compound that was found to be one.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a>(&'a [u8]);

/// Looks whether a datagram is a compound packet: all versions are 2, the first is a report without
/// padding, and the lengths add up (RFC 3550 §A.2).
///
/// # Errors
///
/// [`Malformed`] says what is wrong; [`Malformed::Short`] also stands for a report that has less in
/// it than it says.
pub fn parse(datagram: &[u8]) -> Result<Parts<'_>, Malformed> {
    let &[first, kind, ..] = datagram else {
        return Err(Malformed::Short);
    };
    if first & 0x20 != 0 {
        return Err(Malformed::Padding);
    }
    if !matches!(kind, SENDER_REPORT | RECEIVER_REPORT) {
        return Err(Malformed::Version);
    }
    let mut rest = datagram;
    while !rest.is_empty() {
        let raw = Raw::split(rest)?;
        // Only the last of a compound may have padding (§6.4.1).
        if raw.padded && !raw.rest.is_empty() {
            return Err(Malformed::Padding);
        }
        raw.part().ok_or(Malformed::Short)?;
        rest = raw.rest;
    }
    Ok(Parts(datagram))
}

/// A packet of a compound by its common header (§6.4.1).
struct Raw<'a> {
    count: usize,
    padded: bool,
    kind: u8,
    /// Without header and padding.
    body: &'a [u8],
    /// What follows the packet.
    rest: &'a [u8],
}

impl<'a> Raw<'a> {
    fn split(octets: &'a [u8]) -> Result<Raw<'a>, Malformed> {
        let (&[first, kind, l0, l1], rest) =
            octets.split_first_chunk::<4>().ok_or(Malformed::Short)?;
        if first >> 6 != 2 {
            return Err(Malformed::Version);
        }
        let words = usize::from(u16::from_be_bytes([l0, l1]));
        let (mut body, rest) = rest.split_at_checked(words * 4).ok_or(Malformed::Short)?;
        let padded = first & 0x20 != 0;
        if padded {
            let padding = usize::from(*body.last().ok_or(Malformed::Padding)?);
            let left = body.len().checked_sub(padding).filter(|_| padding > 0);
            body = body
                .get(..left.ok_or(Malformed::Padding)?)
                .unwrap_or_default();
        }
        Ok(Raw {
            count: usize::from(first & 0x1F),
            padded,
            kind,
            body,
            rest,
        })
    }

    /// What it says; `None` if it is too short for it.
    fn part(&self) -> Option<Part<'a>> {
        let &Raw {
            count, kind, body, ..
        } = self;
        match kind {
            SENDER_REPORT => Some(Part::SenderReport {
                ssrc: long(body, 0)?,
                at: Ntp((u64::from(long(body, 4)?) << 32) | u64::from(long(body, 8)?)),
                timestamp: long(body, 12)?,
                packets: long(body, 16)?,
                octets: long(body, 20)?,
                reports: Reports(body.get(24..24 + count * REPORT)?),
            }),
            RECEIVER_REPORT => Some(Part::ReceiverReport {
                ssrc: long(body, 0)?,
                reports: Reports(body.get(4..4 + count * REPORT)?),
            }),
            DESCRIPTION if count == 0 => Some(Part::Description { ssrc: 0, name: &[] }),
            DESCRIPTION => Some(Part::Description {
                ssrc: long(body, 0)?,
                name: name(body.get(4..)?),
            }),
            BYE => Some(Part::Bye(body.get(..count * 4)?)),
            other => Some(Part::Other(other)),
        }
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        let raw = Raw::split(self.0).ok()?;
        self.0 = raw.rest;
        raw.part()
    }
}

/// The CNAME among the items of a chunk (§6.5): each is a kind, a length and a text.
fn name(mut items: &[u8]) -> &[u8] {
    const END: u8 = 0;
    const CNAME: u8 = 1;
    while let &[kind, length, ref rest @ ..] = items {
        let Some((text, after)) = rest.split_at_checked(usize::from(length)) else {
            break;
        };
        match kind {
            END => break,
            CNAME => return text,
            _ => items = after,
        }
    }
    &[]
}

fn long(octets: &[u8], at: usize) -> Option<u32> {
    octets
        .get(at..)?
        .first_chunk()
        .copied()
        .map(u32::from_be_bytes)
}
