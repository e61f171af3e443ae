//! RTCP of a session: what is reported when, and what the other side's reports say.

use std::net::SocketAddr;
use std::time::Duration;

use super::agreement::{Agreement, NAME, Seeds};
use super::peer::Peer;
use super::{Datagram, Event, Port, Received, Refused, Session, Statistics};
use crate::rtcp::{self, Ntp, Part, Random, Report, Schedule, Sending, Summary};
use crate::source::{Reception, duration};

/// Octets a second that a session may use, of which RTCP takes a twentieth: 64 kbit/s of sound in
/// 50 packets with 40 octets of headers each.
const BANDWIDTH: u32 = 10_000;

#[derive(Debug)]
pub(super) struct Control {
    schedule: Schedule,
    name: [u8; NAME],
    /// Where RTCP goes if it has a port of its own.
    peer: Peer,
    /// The middle of the wall time in the other side's last sender report, and when it came.
    last_report: Option<(u32, Duration)>,
    /// The middle of the wall time in our last sender reports, and when they went.
    sent_reports: [Option<(u32, Duration)>; 4],
    /// When sound was sent last, and how many reports have gone since.
    sent: Option<(Duration, u8)>,
    ever_sent: bool,
    round_trip: Option<Duration>,
    far: Reception,
    /// A number that we had, of which BYE is still to be said.
    former: Option<u32>,
}

impl Control {
    pub(super) fn new(now: Duration, seeds: &Seeds, agreement: &Agreement) -> Control {
        Control {
            schedule: Schedule::new(now, BANDWIDTH, Random::new(seeds.times)),
            name: seeds.name,
            peer: Peer::new(agreement.remote_control),
            last_report: None,
            sent_reports: [None; 4],
            sent: None,
            ever_sent: false,
            round_trip: None,
            far: Reception::default(),
            former: None,
        }
    }

    pub(super) fn says(&mut self, agreement: &Agreement) {
        self.peer.says(agreement.remote_control);
    }

    pub(super) fn heard(&mut self, now: Duration) {
        self.schedule.heard(now);
    }

    pub(super) fn sent(&mut self, now: Duration) {
        self.sent = Some((now, 0));
        self.ever_sent = true;
    }

    pub(super) fn another_source(&mut self) {
        self.last_report = None;
    }

    /// We have another number: of the former one BYE is said at once (RFC 3550 §8.2).
    pub(super) fn renumbered(&mut self, former: u32) {
        self.sent_reports = [None; 4];
        if self.ever_sent {
            self.former = Some(former);
        }
    }

    /// A number by chance; not for keys.
    pub(super) fn draw(&mut self) -> u64 {
        self.schedule.draw()
    }

    pub(super) fn measured(&self, counts: Statistics, rate: u32) -> Statistics {
        Statistics {
            round_trip: self.round_trip,
            far_fraction_lost: self.far.fraction_lost,
            far_lost: self.far.lost,
            far_jitter: duration(i64::from(self.far.jitter), rate),
            ..counts
        }
    }

    /// What a report says of us: it came at `now`.
    fn learn(&mut self, now: Duration, report: &Report) {
        self.far = report.reception;
        let ours = self.sent_reports.iter().flatten();
        // RFC 3550 §6.4.1: A − LSR − DLSR, where LSR stands for when we sent it.
        let sent = ours
            .filter(|(middle, _)| *middle == report.last_report)
            .map(|&(_, at)| at)
            .next_back();
        if let Some(sent) = sent.filter(|_| report.last_report != 0) {
            let away = now.saturating_sub(sent);
            self.round_trip = Some(away.saturating_sub(rtcp::from_short(report.since_then)));
        }
    }
}

impl Session {
    /// Takes a datagram that came from `from` at `now` to the port of RTCP. It is changed in place
    /// where it was encrypted.
    ///
    /// # Errors
    ///
    /// [`Refused`] says why it is as if it had not come.
    pub fn receive_control(
        &mut self,
        now: Duration,
        from: SocketAddr,
        datagram: &mut [u8],
    ) -> Result<Received, Refused> {
        let result = self.take_control(now, from, datagram);
        self.counts.refused += u64::from(result.is_err());
        result
    }

    fn take_control(
        &mut self,
        now: Duration,
        from: SocketAddr,
        datagram: &mut [u8],
    ) -> Result<Received, Refused> {
        // From the host of the other side, whatever its port: translators give each its own.
        let known = [
            self.peer.address(),
            self.control.peer.address(),
            self.agreement.remote,
        ];
        if !known.iter().any(|address| address.ip() == from.ip()) {
            return Err(Refused::Foreign);
        }
        let octets = datagram.len();
        let datagram = self.crypto.open_control(datagram)?;
        let parts = rtcp::parse(datagram)?;
        self.control.schedule.received(now, octets);
        if !self.agreement.shared_port {
            self.control.peer.found(now, from);
        }
        for part in parts {
            self.take_part(now, &part);
        }
        Ok(Received::Control)
    }

    fn take_part(&mut self, now: Duration, part: &Part<'_>) {
        let theirs = self.source.as_ref().map(crate::source::Source::ssrc);
        match *part {
            Part::SenderReport {
                ssrc, at, reports, ..
            } => {
                if theirs == Some(ssrc) {
                    self.control.last_report = Some((at.middle(), now));
                }
                self.learn_of_us(now, reports);
            }
            Part::ReceiverReport { reports, .. } => self.learn_of_us(now, reports),
            Part::Bye(_) => {
                if theirs.is_some_and(|ssrc| part.says_bye_of(ssrc)) {
                    self.control.schedule.left(now);
                    self.events.put_if_room(Event::Left);
                }
            }
            Part::Description { .. } | Part::Other(_) => {}
        }
    }

    fn learn_of_us(&mut self, now: Duration, reports: rtcp::Reports<'_>) {
        let ssrc = self.stream.ssrc();
        for report in reports.filter(|report| report.ssrc == ssrc) {
            self.control.learn(now, &report);
        }
    }

    /// When [`Session::poll`] is to be asked next.
    #[must_use]
    pub fn poll_at(&self) -> Duration {
        match self.control.former {
            Some(_) => Duration::ZERO,
            None => self.control.schedule.next(),
        }
    }

    /// The report that is due at `now`, written to `out`, or `None` if none is (or `out` is shorter
    /// than 150 octets). `wall` is the wall time at `now`. It goes on while either side holds.
    pub fn poll<'a>(
        &mut self,
        now: Duration,
        wall: Ntp,
        out: &'a mut [u8],
    ) -> Option<Datagram<'a>> {
        if let Some(ssrc) = self.control.former.take() {
            let name = &self.control.name;
            let last = Summary {
                ssrc,
                sending: None,
                report: None,
                name,
                bye: true,
            };
            let length = rtcp::write(&last, out)?;
            return self.control_datagram(length, out);
        }
        if !self.control.schedule.expired(now) {
            return None;
        }
        let length = self.report(now, wall, false, out);
        // Also if there was no room: the next time is not now.
        self.control.schedule.sent(now, length.unwrap_or(0));
        self.control_datagram(length?, out)
    }

    /// The last report, which says that we leave (RFC 3550 §6.3.7, §6.6), written to `out` as in
    /// [`Session::poll`]; `None` if nothing was ever sent, since then nobody knows us.
    pub fn leave<'a>(
        &mut self,
        now: Duration,
        wall: Ntp,
        out: &'a mut [u8],
    ) -> Option<Datagram<'a>> {
        if !self.control.ever_sent {
            return None;
        }
        let length = self.report(now, wall, true, out)?;
        self.control_datagram(length, out)
    }

    fn control_datagram<'a>(&mut self, length: usize, out: &'a mut [u8]) -> Option<Datagram<'a>> {
        let length = self.crypto.seal_control(out, length)?;
        let octets = out.get(..length)?;
        Some(if self.agreement.shared_port {
            Datagram {
                octets,
                to: self.peer.address(),
                port: Port::Sound,
            }
        } else {
            Datagram {
                octets,
                to: self.control.peer.address(),
                port: Port::Control,
            }
        })
    }

    fn report(&mut self, now: Duration, wall: Ntp, bye: bool, out: &mut [u8]) -> Option<usize> {
        let rate = self.agreement.send.clock_rate;
        // §6.4: a sender report from whoever has sent since the last two reports.
        let sending = self.control.sent.filter(|(_, reports)| *reports < 2);
        let sending = sending
            .and_then(|_| self.stream.timestamp_at(now, rate))
            .map(|timestamp| Sending {
                at: wall,
                timestamp,
                packets: self.stream.packets,
                octets: self.stream.octets,
            });
        if let Some((_, reports)) = &mut self.control.sent {
            *reports = reports.saturating_add(1);
        }
        if sending.is_some() {
            self.control.sent_reports.rotate_left(1);
            if let Some(place) = self.control.sent_reports.last_mut() {
                *place = Some((wall.middle(), now));
            }
        }
        let ours = self.stream.ssrc();
        let source = self.source.as_mut().filter(|source| source.ssrc() != ours);
        let last = self.control.last_report;
        let report = source.map(|source| Report {
            ssrc: source.ssrc(),
            reception: source.report(),
            last_report: last.map_or(0, |(middle, _)| middle),
            since_then: last.map_or(0, |(_, came)| rtcp::short(now.saturating_sub(came))),
        });
        let name = &self.control.name;
        rtcp::write(
            &Summary {
                ssrc: ours,
                sending,
                report,
                name,
                bye,
            },
            out,
        )
    }
}
