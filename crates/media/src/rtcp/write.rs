//! Writes compound packets: a report, the description with the name, and at the end BYE
//! (RFC 3550 §6.1).

use super::{BYE, DESCRIPTION, Ntp, RECEIVER_REPORT, Report, SENDER_REPORT};

/// What a sender tells of what it sent (RFC 3550 §6.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sending {
    /// When this is told.
    pub at: Ntp,
    /// The same moment in the clock of the timestamps.
    pub timestamp: u32,
    /// Packets since the beginning.
    pub packets: u32,
    /// Octets of payload since the beginning.
    pub octets: u32,
}

/// What a compound packet says.
#[derive(Clone, Copy, Debug)]
pub struct Summary<'a> {
    /// Who says it.
    pub ssrc: u32,
    /// Somebody who has sent since the last two reports says so (§6.4).
    pub sending: Option<Sending>,
    /// What is told of the other side.
    pub report: Option<Report>,
    /// The CNAME, of which 255 octets are written.
    pub name: &'a [u8],
    /// Whether this is the last that is said.
    pub bye: bool,
}

/// Writes a compound to the beginning of `out`: SR or RR, SDES with CNAME, and BYE if it is to say
/// so. Gives its length, or `None` if there is no room.
#[must_use]
pub fn write(summary: &Summary<'_>, out: &mut [u8]) -> Option<usize> {
    let mut writer = Writer { out, at: 0 };
    let count = u8::from(summary.report.is_some());
    let kind = if summary.sending.is_some() {
        SENDER_REPORT
    } else {
        RECEIVER_REPORT
    };
    writer.packet(count, kind, |writer| {
        writer.long(summary.ssrc)?;
        if let Some(sending) = summary.sending {
            writer.long((sending.at.0 >> 32) as u32)?;
            writer.long(sending.at.0 as u32)?;
            writer.long(sending.timestamp)?;
            writer.long(sending.packets)?;
            writer.long(sending.octets)?;
        }
        summary
            .report
            .map_or(Some(()), |report| writer.report(&report))
    })?;
    writer.packet(1, DESCRIPTION, |writer| {
        let name = summary.name.get(..255).unwrap_or(summary.name);
        writer.long(summary.ssrc)?;
        writer.octets(&[1, u8::try_from(name.len()).ok()?])?;
        writer.octets(name)?;
        // At least one zero ends the items, and the chunk fills its last word (§6.5).
        let filled = 4 - (2 + name.len()) % 4;
        writer.octets([0; 4].get(..filled)?)
    })?;
    if summary.bye {
        writer.packet(1, BYE, |writer| writer.long(summary.ssrc))?;
    }
    Some(writer.at)
}

struct Writer<'a> {
    out: &'a mut [u8],
    at: usize,
}

impl Writer<'_> {
    /// A packet of this kind, whose length is that of what `body` writes.
    fn packet(
        &mut self,
        count: u8,
        kind: u8,
        body: impl FnOnce(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let begin = self.at;
        self.octets(&[0x80 | count, kind, 0, 0])?;
        body(self)?;
        let words = u16::try_from((self.at - begin) / 4 - 1).ok()?;
        self.out
            .get_mut(begin + 2..begin + 4)?
            .copy_from_slice(&words.to_be_bytes());
        Some(())
    }

    fn report(&mut self, report: &Report) -> Option<()> {
        let reception = report.reception;
        self.long(report.ssrc)?;
        let lost = reception.lost.clamp(-0x80_0000, 0x7F_FFFF) as u32 & 0xFF_FFFF;
        self.long((u32::from(reception.fraction_lost) << 24) | lost)?;
        self.long(reception.highest)?;
        self.long(reception.jitter)?;
        self.long(report.last_report)?;
        self.long(report.since_then)
    }

    fn long(&mut self, value: u32) -> Option<()> {
        self.octets(&value.to_be_bytes())
    }

    fn octets(&mut self, octets: &[u8]) -> Option<()> {
        let end = self.at.checked_add(octets.len())?;
        self.out.get_mut(self.at..end)?.copy_from_slice(octets);
        self.at = end;
        Some(())
    }
}
