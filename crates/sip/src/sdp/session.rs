//! What two descriptions together mean for sound.

use super::keys::Protection;
use super::local::EVENTS_CLOCK;
use super::{Codec, Direction, Events, EventsList, Format, Formats, Local};
use std::net::SocketAddr;

/// What is agreed on, as we see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Where sound goes to; none if the far end has named no address.
    pub remote: Option<SocketAddr>,
    /// Where RTCP goes to, unless the port is shared.
    pub control: Option<SocketAddr>,
    /// Whether RTCP goes over the port of sound, both ways.
    pub shares_port: bool,
    /// Who sends.
    pub direction: Direction,
    /// Whether the far end has us on hold.
    pub holds: bool,
    /// What is sent, under the far end's number.
    pub send: Format,
    /// The telephone events that go with it.
    pub send_events: Option<Events>,
    /// The payload type of the comfort noise that goes with it.
    pub send_noise: Option<u8>,
    /// Milliseconds of sound in a packet that is sent.
    pub ptime: u16,
    /// What is received, under our numbers.
    pub receive: Formats,
    /// The telephone events that are received.
    pub receive_events: EventsList,
    /// The payload type of the comfort noise that is received.
    pub receive_noise: Option<u8>,
    /// The keys of SRTP, if it is that.
    pub protection: Option<Protection>,
}

impl Local {
    /// What is agreed on; none before there was an answer.
    pub fn session(&self) -> Option<Session> {
        let remote = self.remote()?;
        let send = *remote.formats.first()?;
        let clock = send.codec.clock();
        let events = |clock| remote.events.iter().find(|one| one.clock == clock).copied();
        // RFC 4733 §2.5.1.2 wants the same clock; whoever has none with Opus understands the other.
        let other = (send.codec == Codec::Opus).then_some(EVENTS_CLOCK);
        let port_above = |address: SocketAddr| {
            let port = address.port().checked_add(1)?;
            Some(SocketAddr::new(address.ip(), port))
        };
        let longest = remote.longest.unwrap_or(u16::MAX);
        let ptime = remote.ptime.unwrap_or(self.usual_ptime());
        Some(Session {
            remote: remote.address,
            control: remote
                .control
                .or_else(|| remote.address.and_then(port_above)),
            shares_port: remote.shares_port && self.shares_port(),
            direction: self.direction(),
            holds: remote.holds,
            send,
            send_events: events(clock).or_else(|| events(other?)),
            // It is of the clock of 8,000 (RFC 3551 §6).
            send_noise: remote.noise.filter(|_| clock == 8_000),
            ptime: ptime.min(longest),
            receive: self.ours().formats.clone(),
            receive_events: self.ours().events.clone(),
            receive_noise: self.ours().noise,
            protection: self.protection().cloned(),
        })
    }
}
