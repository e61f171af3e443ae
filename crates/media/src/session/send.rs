//! What goes out: sound, noise and digits, in one sequence of packets.

use std::time::Duration;

use super::agreement::Seeds;
use super::{Datagram, Event, Port, Session};
use crate::rtp::Header;
use crate::source::ticks;
use crate::telephone_event::{Full, Turn};

/// What the caller has for an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outgoing<'a> {
    /// An encoded payload of the agreed length.
    Sound(&'a [u8]),
    /// Nothing but noise of this level in −dBov, 0..=127. If comfort noise was agreed on, a packet
    /// goes out when it begins and when the level changes (RFC 3389 §5), otherwise none.
    Noise(u8),
    /// Nothing. Digits go out all the same.
    Nothing,
}

/// A change of the noise's level below this many dB is not worth a packet.
const NOTICED: u8 = 3;

/// The packets that we send.
#[derive(Debug)]
pub(super) struct Stream {
    ssrc: u32,
    other_ssrc: Option<u32>,
    sequence: u16,
    /// Of the first packet, or of the last change of clock.
    timestamp: u32,
    /// Where `timestamp` stands in time.
    origin: Option<Duration>,
    /// Ticks from there to the next packet.
    next: i64,
    /// When the last packet was due, and its ticks.
    last: Option<(Duration, i64)>,
    noise: Option<u8>,
    /// The next packet of sound begins a stretch of it.
    begins: bool,
    /// Of this source number.
    pub(super) packets: u32,
    /// Of this source number.
    pub(super) octets: u32,
}

impl Stream {
    pub(super) fn new(seeds: &Seeds) -> Stream {
        Stream {
            ssrc: seeds.ssrc,
            other_ssrc: Some(seeds.other_ssrc),
            sequence: seeds.sequence,
            timestamp: seeds.timestamp,
            origin: None,
            next: 0,
            last: None,
            noise: None,
            begins: true,
            packets: 0,
            octets: 0,
        }
    }

    pub(super) fn ssrc(&self) -> u32 {
        self.ssrc
    }

    /// Takes another number, if it has not done so before.
    pub(super) fn renumber(&mut self) -> bool {
        let Some(other) = self.other_ssrc.take() else {
            return false;
        };
        self.ssrc = other;
        self.packets = 0;
        self.octets = 0;
        true
    }

    /// Goes on as another source with this number. Its sequence number is one that does not
    /// overflow soon.
    pub(super) fn become_another(&mut self, ssrc: u32) {
        self.ssrc = ssrc;
        self.sequence &= 0x7FFF;
        self.packets = 0;
        self.octets = 0;
        self.begins = true;
    }

    /// From the next packet on ticks are of another clock.
    pub(super) fn change_clock(&mut self) {
        self.timestamp = self.at(self.next);
        self.origin = None;
        self.next = 0;
        self.last = None;
        self.begins = true;
    }

    fn at(&self, ticks: i64) -> u32 {
        self.timestamp.wrapping_add(ticks as u32)
    }

    /// The timestamp of `now`, as a report needs it; `None` before the first packet.
    pub(super) fn timestamp_at(&self, now: Duration, rate: u32) -> Option<u32> {
        let (due, stamped) = self.last?;
        let since = ticks(now.saturating_sub(due), rate) - ticks(due.saturating_sub(now), rate);
        Some(self.at(stamped + since))
    }

    /// The ticks of the interval that begins at `due`. Intervals that follow each other have ticks
    /// that do; over a pause the ticks go on with the time.
    fn interval(&mut self, due: Duration, step: u32, rate: u32) -> i64 {
        let origin = *self.origin.get_or_insert(due);
        let step = i64::from(step.max(1));
        let ahead = ticks(due.saturating_sub(origin), rate) - self.next;
        if ahead >= 2 * step {
            self.next += ahead - ahead % step;
            self.begins = true;
        }
        let interval = self.next;
        self.next += step;
        interval
    }

    fn packet(&mut self, payload_type: u8, marker: bool, timestamp: u32, octets: usize) -> Header {
        let header = Header {
            payload_type,
            marker,
            sequence: self.sequence,
            timestamp,
            ssrc: self.ssrc,
        };
        self.sequence = self.sequence.wrapping_add(1);
        self.packets = self.packets.wrapping_add(1);
        self.octets = self.octets.wrapping_add(octets as u32);
        header
    }
}

impl Session {
    /// What goes out in the interval that begins at `due`, written to `out`: to be asked once for
    /// every interval of the agreed length, with the time for which it is due, not the time at which
    /// a late thread comes round to it. `None` if nothing goes out: we may not send, there is
    /// nothing to send, or `out` has no room for the payload and [`super::OVERHEAD`].
    ///
    /// While digits are sent they go instead of sound (RFC 4733 §2.5.1.1). The first packet after a
    /// pause is marked (RFC 3551 §4.1); `marker` marks one that the caller knows to be such.
    pub fn send<'a>(
        &mut self,
        due: Duration,
        outgoing: Outgoing<'_>,
        marker: bool,
        out: &'a mut [u8],
    ) -> Option<Datagram<'a>> {
        let send = self.agreement.send;
        if !self.agreement.sends {
            self.stream.begins = true;
            return None;
        }
        let interval = self.stream.interval(due, send.step, send.clock_rate);
        let timestamp = self.stream.at(interval);
        if let Some(events) = send.events {
            let rate = (send.clock_rate, events.clock_rate);
            match self.digits.turn(timestamp, send.step, rate.0, rate.1) {
                Turn::Idle => {}
                Turn::Pause => {
                    self.stream.begins = true;
                    return None;
                }
                Turn::Packet {
                    timestamp,
                    marker,
                    payload,
                    last,
                } => {
                    self.stream.begins = true;
                    self.stream.noise = None;
                    let kind = (events.payload_type, marker, timestamp);
                    let datagram = self.write(due, interval, kind, &payload, out);
                    if last {
                        self.events.put(Event::DigitsSent);
                    }
                    return datagram;
                }
            }
        }
        match outgoing {
            Outgoing::Sound(payload) => {
                let marker = std::mem::take(&mut self.stream.begins) || marker;
                self.stream.noise = None;
                self.write(
                    due,
                    interval,
                    (send.payload_type, marker, timestamp),
                    payload,
                    out,
                )
            }
            Outgoing::Noise(level) => {
                self.stream.begins = true;
                let payload_type = send.noise?;
                let level = level.min(127);
                if self
                    .stream
                    .noise
                    .is_some_and(|before| before.abs_diff(level) < NOTICED)
                {
                    return None;
                }
                self.stream.noise = Some(level);
                self.write(
                    due,
                    interval,
                    (payload_type, false, timestamp),
                    &[level],
                    out,
                )
            }
            Outgoing::Nothing => {
                self.stream.begins = true;
                None
            }
        }
    }

    fn write<'a>(
        &mut self,
        due: Duration,
        interval: i64,
        (payload_type, marker, timestamp): (u8, bool, u32),
        payload: &[u8],
        out: &'a mut [u8],
    ) -> Option<Datagram<'a>> {
        let length = crate::rtp::HEADER + payload.len();
        if out.len() < payload.len() + super::OVERHEAD {
            return None;
        }
        let header = self
            .stream
            .packet(payload_type, marker, timestamp, payload.len());
        header
            .write(out)?
            .get_mut(..payload.len())?
            .copy_from_slice(payload);
        let length = self.crypto.seal(out, length)?;
        self.stream.last = Some((due, interval));
        self.control.sent(due);
        self.counts.packets_sent += 1;
        self.counts.octets_sent += payload.len() as u64;
        let octets = out.get(..length)?;
        Some(Datagram {
            octets,
            to: self.peer.address(),
            port: Port::Sound,
        })
    }

    /// Queues digits, as events ([`crate::telephone_event::event`] has them), each for so long:
    /// 40 ms to a minute. Between two of them is a pause of 40 ms at least. When all have been sent
    /// there is an [`Event::DigitsSent`].
    ///
    /// # Errors
    ///
    /// [`Full`] if not all of them have room; none of them is sent then.
    pub fn send_digits(&mut self, events: &[u8], length: Duration) -> Result<(), Full> {
        if events.len() > self.digits.room() {
            return Err(Full);
        }
        for &event in events {
            self.digits.push(event, length)?;
        }
        Ok(())
    }

    /// Queues a pause before the digits that are queued after it, a minute at most.
    ///
    /// # Errors
    ///
    /// [`Full`] if it has no room.
    pub fn pause_digits(&mut self, length: Duration) -> Result<(), Full> {
        self.digits.push_pause(length)
    }

    /// Sends no more digits: what sounds ends now, what waits is forgotten.
    pub fn stop_digits(&mut self) {
        self.digits.stop();
    }

    /// Whether digits can be sent as events: the other side has agreed to it.
    #[must_use]
    pub fn sends_events(&self) -> bool {
        self.agreement.send.events.is_some()
    }

    /// Whether digits are being sent, or wait.
    #[must_use]
    pub fn is_sending_digits(&self) -> bool {
        !self.digits.is_idle()
    }
}
