//! One call's sound on the network: what its sender and its receiver share, without sockets and
//! clocks. It is told of each datagram and asked for each frame.
//!
//! The caller has a thread with absolute deadlines, 20 ms apart as a rule. At each it
//!
//! 1. gives [`Session::receive`] what came to the two sockets (as it comes, if it can);
//! 2. takes [`Session::next_frame`] until it has 20 ms to play, and decodes it. A
//!    [`Concealer`](crate::conceal::Concealer) makes up what is missing and smooths joints, a
//!    [`Generator`](crate::comfort::Generator) makes comfort noise, and a
//!    [`Background`](crate::comfort::Background) says what is quiet;
//! 3. gives [`Session::send`] what it encoded, and sends the datagram;
//! 4. takes [`Session::next_event`] until there is none;
//! 5. asks [`Session::poll`] for a report, and sends it.
//!
//! ```
//! use std::time::Duration;
//! use tapi3_media::session::{
//!     Agreement, Events, Format, Frame, OVERHEAD, Outgoing, Seeds, Session, Sizing,
//! };
//!
//! let pcmu = Format { payload_type: 0, clock_rate: 8000, sizing: Sizing::OctetsPerTick(1) };
//! let events = Events { payload_type: 101, clock_rate: 8000 };
//! let packet = Duration::from_millis(20);
//! let remote = "192.0.2.1:4000".parse().unwrap();
//! let agreement = Agreement::simple(remote, pcmu, packet, Some(events));
//! # let random = [7; 32];
//! let mut session = Session::new(Duration::ZERO, &Seeds::new(&random), agreement)?;
//!
//! let mut out = [0; 160 + OVERHEAD];
//! let mut now = Duration::ZERO;
//! while now < Duration::from_secs(1) {
//!     // What came: session.receive(now, from, &mut datagram)
//!     match session.next_frame(now, false) {
//!         Frame::Sound { payload, .. } => { /* decode and play it */ }
//!         Frame::Conceal(length) | Frame::ComfortNoise(length, _) | Frame::Silence(length) => {}
//!     }
//!     if let Some(datagram) = session.send(now, Outgoing::Sound(&[0xFF; 160]), false, &mut out) {
//!         // socket.send_to(datagram.octets, datagram.to)
//!     }
//!     now += packet;
//! }
//! assert_eq!(session.statistics(now).packets_sent, 50);
//! # Ok::<(), std::collections::TryReserveError>(())
//! ```
//!
//! Times are since some moment of the caller's choice, and go up. Memory is taken by
//! [`Session::new`] and [`Session::protect`], and by [`Session::receive`] when more waits than ever did;
//! where there is none, a datagram is as if it had been lost.

mod agreement;
mod clock;
mod control;
mod crypto;
mod events;
mod peer;
mod receive;
mod send;

use std::collections::TryReserveError;
use std::net::SocketAddr;
use std::time::Duration;

pub use agreement::{Agreement, Events, FORMATS, Format, Receive, Seeds, Send, Sizing};
pub use crypto::Protection;
pub use events::Event;
pub use receive::{Frame, Received, Refused};
pub use send::Outgoing;

use crate::jitter::JitterBuffer;
use crate::telephone_event;
use clock::Clock;
use control::Control;
use crypto::Crypto;
use events::Queue;
use peer::Peer;
use receive::Candidates;
use send::Stream;

use crate::source::Source;

/// The room that a datagram needs beside its payload: a header of RTP and the tag of SRTP. A
/// compound of RTCP needs 150 octets at most.
pub const OVERHEAD: usize = 12 + 10;

/// Which of the two sockets a datagram goes out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// The one of sound.
    Sound,
    /// The one of RTCP, a port above.
    Control,
}

/// What is to be sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Datagram<'a> {
    /// The octets, at the beginning of the buffer that was given.
    pub octets: &'a [u8],
    /// Where to.
    pub to: SocketAddr,
    /// Out of which socket.
    pub port: Port,
}

/// What has been so far. Counts go up for as long as the session lasts, over changes of sources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Packets sent.
    pub packets_sent: u64,
    /// Octets of payload sent.
    pub octets_sent: u64,
    /// Packets of the other side that were used or came too late.
    pub packets_received: u64,
    /// Octets of payload in them.
    pub octets_received: u64,
    /// Packets of the other side that did not come; late duplicates count against it.
    pub lost: i64,
    /// Packets that came after their time.
    pub late: u64,
    /// Packets that were left out for want of room, or to play sooner.
    pub discarded: u64,
    /// Packets that came twice.
    pub repeated: u64,
    /// Datagrams that were refused.
    pub refused: u64,
    /// Frames for which sound was missing.
    pub concealed: u64,
    /// How unevenly packets come (RFC 3550 §A.8).
    pub jitter: Duration,
    /// How long sound waits in the jitter buffer.
    pub delay: Duration,
    /// There and back, as the other side's last report lets it be measured.
    pub round_trip: Option<Duration>,
    /// Of our packets, the part that was lost by the other side's last report, in 256ths.
    pub far_fraction_lost: u8,
    /// Of our packets, how many were lost by that report.
    pub far_lost: i32,
    /// How unevenly our packets come there, by that report.
    pub far_jitter: Duration,
    /// Our packets came back to us: somewhere is a loop, or an echo.
    pub looped: bool,
}

/// A call's sound.
#[derive(Debug)]
pub struct Session {
    agreement: Agreement,
    peer: Peer,
    jitter: JitterBuffer,
    source: Option<Source>,
    clock: Clock,
    candidates: Candidates,
    stream: Stream,
    digits: telephone_event::Sender,
    heard_digits: telephone_event::Receiver,
    events: Queue,
    control: Control,
    crypto: Crypto,
    counts: Statistics,
    began: Duration,
}

impl Session {
    /// A session that begins at `now`. It takes little on the heap, some 1.3 kB more when
    /// sound comes, and less than 10 kB at most.
    ///
    /// # Errors
    ///
    /// There is no memory for it.
    pub fn new(
        now: Duration,
        seeds: &Seeds,
        agreement: Agreement,
    ) -> Result<Session, TryReserveError> {
        let rate = agreement
            .receive
            .sound
            .iter()
            .flatten()
            .next()
            .map_or(8000, |f| f.clock_rate);
        Ok(Session {
            peer: Peer::new(agreement.remote),
            jitter: JitterBuffer::new(rate),
            source: None,
            clock: Clock::default(),
            candidates: Candidates::default(),
            stream: Stream::new(seeds),
            digits: telephone_event::Sender::default(),
            heard_digits: telephone_event::Receiver::default(),
            events: Queue::new()?,
            control: Control::new(now, seeds, &agreement),
            crypto: Crypto::default(),
            counts: Statistics::default(),
            began: now,
            agreement,
        })
    }

    /// What is agreed on.
    #[must_use]
    pub fn agreement(&self) -> &Agreement {
        &self.agreement
    }

    /// Something else was agreed on at `now`: other payload types, another address, another
    /// direction. Sound that waits is played if it is still wanted; a new address counts at once,
    /// and what was found of the old one no more.
    pub fn agree(&mut self, now: Duration, agreement: Agreement) {
        if self.agreement.remote != agreement.remote {
            self.began = now;
        }
        self.peer.says(agreement.remote);
        self.control.says(&agreement);
        if self.agreement.receives != agreement.receives {
            self.jitter.rest();
            self.began = now;
        }
        if self.agreement.send.clock_rate != agreement.send.clock_rate {
            self.stream.change_clock();
        }
        self.agreement = agreement;
    }

    /// Where sound is sent to.
    #[must_use]
    pub fn remote(&self) -> SocketAddr {
        self.peer.address()
    }

    /// Our source's number.
    #[must_use]
    pub fn ssrc(&self) -> u32 {
        self.stream.ssrc()
    }

    /// The next thing that happened, in their order, until there is none. At most 32 are kept: who
    /// does not ask loses the beginnings of digits first, and never an end of one that was told.
    pub fn next_event(&mut self) -> Option<Event> {
        self.events.take()
    }

    /// Since when nothing valid has come, or since the beginning if nothing has; `None` if nothing
    /// needs to come, because we hold. RTCP does not count.
    #[must_use]
    pub fn silent_since(&self) -> Option<Duration> {
        let heard = self.peer.heard().unwrap_or(self.began).max(self.began);
        self.agreement.receives.then_some(heard)
    }

    /// What has been so far.
    #[must_use]
    pub fn statistics(&self, now: Duration) -> Statistics {
        let buffer = self.jitter.counts();
        let source = self.source.as_ref();
        let rate = self.jitter.rate();
        Statistics {
            lost: self.counts.lost + source.map_or(0, Source::lost),
            late: buffer.late,
            discarded: buffer.discarded,
            concealed: buffer.concealed,
            jitter: source.map_or(Duration::ZERO, |source| {
                crate::source::duration(i64::from(source.jitter()), rate)
            }),
            delay: self.jitter.delay(now),
            ..self
                .control
                .measured(self.counts, self.agreement.send.clock_rate)
        }
    }

    /// The octets that the session has on the heap.
    #[must_use]
    pub fn heap(&self) -> usize {
        self.jitter.heap() + self.candidates.heap() + self.events.heap() + self.crypto.heap()
    }
}

#[cfg(test)]
mod tests;
