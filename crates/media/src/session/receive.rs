//! What comes in: whose it is, whether it is believed, and when it is played.

use std::net::SocketAddr;
use std::time::Duration;

use thiserror::Error;

use super::agreement::{Format, Kind};
use super::{Event, Session};
use crate::jitter::{Content, Incoming, Kept, Next};
use crate::rtp::{Header, Malformed, Packet, is_control};
use crate::source::{Arrival, Source, duration};
use crate::srtp::Rejected;

/// What a datagram was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Received {
    /// Sound or noise, which waits for its time.
    Sound,
    /// Sound whose time is over.
    Late,
    /// A part of a digit.
    Digit,
    /// A report.
    Control,
    /// It came before.
    Repeated,
    /// The first of a source, or of another place: the next one decides (RFC 3550 §A.1).
    Unproven,
    /// Sound while we hold: nobody wants it.
    Unwanted,
}

/// Why a datagram was refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum Refused {
    /// It came from somebody else.
    #[error("it comes from elsewhere")]
    Foreign,
    /// It is neither RTP nor RTCP.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// Its payload type was not agreed on.
    #[error("its payload type was not agreed on")]
    Payload,
    /// It is not protected as it was agreed on.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// It belongs to no time near, or is longer than sound is.
    #[error("it fits nowhere")]
    Unfit,
}

/// What is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame<'a> {
    /// A payload to decode.
    Sound {
        /// Which decoder it is for.
        payload_type: u8,
        /// Its octets: those of a packet, or 20 ms of them.
        payload: &'a [u8],
        /// How long it is, as far as could be told without decoding it.
        length: Duration,
        /// Something is left out before it: the joint is to be smoothed.
        joint: bool,
    },
    /// Sound is missing, or time is to be gained: what was heard goes on for so long.
    Conceal(Duration),
    /// Comfort noise for so long, of this level in −dBov, 0..=127 (RFC 3389 §3.1).
    ComfortNoise(Duration, u8),
    /// Silence for so long.
    Silence(Duration),
}

/// Somebody who may be the other side.
#[derive(Debug)]
struct Candidate {
    from: SocketAddr,
    source: Source,
}

/// Those who may be: two in the place that is known, and two elsewhere, so that whoever sends from
/// elsewhere does not keep out who is awaited.
///
/// They take memory only for as long as there are any.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    known: Vec<Candidate>,
    elsewhere: Vec<Candidate>,
}

/// So many may be in the place that is known, and so many elsewhere.
const CANDIDATES: usize = 2;

impl Candidates {
    /// The candidate with this number, which is a new one instead of the oldest if there is none; no
    /// one if there is no memory.
    fn of(&mut self, known: bool, from: SocketAddr, header: &Header) -> Option<&mut Source> {
        let candidates = if known {
            &mut self.known
        } else {
            &mut self.elsewhere
        };
        let is_it = |candidate: &Candidate| {
            candidate.from == from && candidate.source.ssrc() == header.ssrc
        };
        // The one who came last is the first.
        match candidates.iter().position(is_it) {
            Some(place) => candidates.rotate_right(place),
            None => {
                candidates.truncate(CANDIDATES - 1);
                candidates
                    .try_reserve_exact(CANDIDATES - candidates.len())
                    .ok()?;
                let source = Source::new(header.ssrc, header.sequence);
                candidates.insert(0, Candidate { from, source });
            }
        }
        candidates
            .first_mut()
            .map(|candidate| &mut candidate.source)
    }

    pub(super) fn heap(&self) -> usize {
        (self.known.capacity() + self.elsewhere.capacity()) * size_of::<Candidate>()
    }
}

impl Session {
    /// Takes a datagram that came from `from` at `now` to the port of sound, and if the ports are
    /// shared, RTCP too. It is changed in place where it was encrypted.
    ///
    /// # Errors
    ///
    /// [`Refused`] says why it is as if it had not come.
    pub fn receive(
        &mut self,
        now: Duration,
        from: SocketAddr,
        datagram: &mut [u8],
    ) -> Result<Received, Refused> {
        if self.agreement.shared_port && is_control(datagram) {
            return self.receive_control(now, from, datagram);
        }
        let result = self.receive_sound(now, from, datagram);
        self.counts.refused += u64::from(result.is_err());
        result
    }

    fn receive_sound(
        &mut self,
        now: Duration,
        from: SocketAddr,
        datagram: &mut [u8],
    ) -> Result<Received, Refused> {
        if !self.peer.allows(now, from, self.agreement.receives) {
            return Err(Refused::Foreign);
        }
        let datagram = self.crypto.open(datagram)?;
        let packet = Packet::parse(datagram)?;
        let header = packet.header;
        let kind = self
            .agreement
            .kind(header.payload_type)
            .ok_or(Refused::Payload)?;
        self.look_for_ourselves(&header);
        let number = match self.arrival(now, from, &header) {
            Arrival::Unproven => return Ok(Received::Unproven),
            Arrival::Repeated => {
                self.counts.repeated += 1;
                return Ok(Received::Repeated);
            }
            Arrival::New(number) => number,
            Arrival::Restarted(number) => {
                self.jitter.reset(self.jitter.rate());
                number
            }
        };
        self.counts.packets_received += 1;
        self.counts.octets_received += packet.payload.len() as u64;
        match kind {
            Kind::Sound(format) => self.sound(now, number, &packet, &format),
            Kind::Noise => self.noise(now, number, &packet),
            Kind::Events(rate) => {
                self.jitter.pass(number);
                let events = &mut self.events;
                self.heard_digits.receive(
                    now,
                    header.timestamp,
                    rate,
                    packet.payload,
                    &mut |told| events.told(told),
                );
                Ok(Received::Digit)
            }
        }
    }

    /// What the packet is to its source; who is not yet believed is a candidate.
    fn arrival(&mut self, now: Duration, from: SocketAddr, header: &Header) -> Arrival {
        let current = self
            .source
            .as_mut()
            .filter(|source| source.ssrc() == header.ssrc);
        if let Some(source) = current {
            if self.peer.heard().is_some() && self.peer.address() == from {
                let arrival = source.arrived(header.sequence);
                if arrival != Arrival::Unproven {
                    self.peer.found(now, from);
                    self.control.heard(now);
                    self.candidates = Candidates::default();
                }
                return arrival;
            }
        }
        let known = self.peer.knows(from);
        let Some(candidate) = self.candidates.of(known, from, header) else {
            return Arrival::Unproven;
        };
        if self.crypto.is_on() {
            // Its tag proves more than its numbers could.
            candidate.believe();
        }
        match candidate.arrived(header.sequence) {
            Arrival::New(number) => {
                let found = candidate.clone();
                self.candidates = Candidates::default();
                self.believe(now, from, header, found, number)
            }
            _ => Arrival::Unproven,
        }
    }

    /// The candidate is the other side.
    fn believe(
        &mut self,
        now: Duration,
        from: SocketAddr,
        header: &Header,
        found: Source,
        number: u64,
    ) -> Arrival {
        self.control.heard(now);
        if self.peer.found(now, from) {
            self.events.put_if_room(Event::Moved(from));
        }
        if let Some(source) = self
            .source
            .as_mut()
            .filter(|source| source.ssrc() == header.ssrc)
        {
            // The same source from another place.
            return source.arrived(header.sequence);
        }
        if let Some(before) = self.source.replace(found) {
            self.counts.lost += before.lost();
            self.jitter.reset(self.jitter.rate());
            self.clock.reset();
            let events = &mut self.events;
            self.heard_digits.reset(&mut |told| events.told(told));
        }
        self.control.another_source();
        self.events.put_if_room(Event::Source(header.ssrc));
        Arrival::New(number)
    }

    /// Our own number in the other side's packets (RFC 3550 §8.2): a collision, for which we take
    /// another number, once. If that comes back too it is no chance: what we send is sent back to
    /// us. Since it comes from where the other side is, it is what the other side lets us hear.
    fn look_for_ourselves(&mut self, header: &Header) {
        if header.ssrc != self.stream.ssrc() {
            return;
        }
        if self.stream.renumber() {
            self.control.renumbered(header.ssrc);
            self.events
                .put_if_room(Event::Renumbered(self.stream.ssrc()));
        } else {
            self.counts.looped = true;
        }
    }

    fn sound(
        &mut self,
        now: Duration,
        number: u64,
        packet: &Packet<'_>,
        format: &Format,
    ) -> Result<Received, Refused> {
        if format.clock_rate != self.jitter.rate() {
            // Timestamps of two clocks have nothing to do with each other (RFC 7160 §3).
            self.jitter.reset(format.clock_rate);
            if let Some(source) = &mut self.source {
                source.forget_transit();
            }
        }
        let length = format.sizing.ticks(packet.payload);
        if length == 0 {
            self.jitter.pass(number);
            return Err(Refused::Unfit);
        }
        let octets_per_tick = format.sizing.octets_per_tick();
        let timestamp = packet.header.timestamp;
        let timestamp = match octets_per_tick {
            0 => timestamp,
            _ => {
                let (timestamp, turns) = self.clock.straighten(number, timestamp, length);
                if turns {
                    self.jitter.reset(format.clock_rate);
                }
                timestamp
            }
        };
        if let Some(source) = &mut self.source {
            source.measure(now, timestamp, format.clock_rate);
        }
        let header = Header {
            timestamp,
            ..packet.header
        };
        let packet = Packet { header, ..*packet };
        self.keep(
            now,
            number,
            &packet,
            Content::Audio { octets_per_tick },
            length,
        )
    }

    fn noise(
        &mut self,
        now: Duration,
        number: u64,
        packet: &Packet<'_>,
    ) -> Result<Received, Refused> {
        // RFC 3389 §3.1: the highest bit is 0; what follows the level need not be used (§3).
        let &level = packet.payload.first().ok_or(Refused::Unfit)?;
        self.keep(now, number, packet, Content::Noise(level & 0x7F), 0)
    }

    fn keep(
        &mut self,
        now: Duration,
        number: u64,
        packet: &Packet<'_>,
        content: Content,
        length: u32,
    ) -> Result<Received, Refused> {
        if !self.agreement.receives {
            return Ok(Received::Unwanted);
        }
        let Header {
            payload_type,
            marker,
            timestamp,
            ..
        } = packet.header;
        let payload = packet.payload;
        let incoming = Incoming {
            number,
            timestamp,
            marker,
            payload_type,
            content,
            length,
            payload,
        };
        match self.jitter.insert(now, &incoming) {
            Kept::Kept => Ok(Received::Sound),
            Kept::Late => Ok(Received::Late),
            Kept::Refused => Err(Refused::Unfit),
        }
    }

    /// What is played at `now`: 20 ms, or what was sent in one piece. Who has less than 20 ms then
    /// asks again.
    ///
    /// `quiet` says that what was played last was so quiet that nobody notices when some of it is
    /// missing or comes twice: there the delay is brought to what it should be.
    pub fn next_frame(&mut self, now: Duration, quiet: bool) -> Frame<'_> {
        let events = &mut self.events;
        self.heard_digits.poll(now, &mut |told| events.told(told));
        if !self.agreement.receives {
            return Frame::Silence(Duration::from_millis(20));
        }
        let rate = self.jitter.rate();
        let time = |ticks: u32| duration(i64::from(ticks), rate);
        match self.jitter.next(now, quiet) {
            Next::Audio {
                payload_type,
                payload,
                length,
                joint,
            } => Frame::Sound {
                payload_type,
                payload,
                length: time(length),
                joint,
            },
            Next::Conceal(ticks) => Frame::Conceal(time(ticks)),
            Next::Noise(ticks, level) => Frame::ComfortNoise(time(ticks), level),
            Next::Silence(ticks) => Frame::Silence(time(ticks)),
        }
    }
}
