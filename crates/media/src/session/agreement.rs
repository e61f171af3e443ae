//! What signalling has agreed on for a session, as plain numbers.

use std::net::SocketAddr;
use std::time::Duration;

/// Payload types of sound that are accepted at the same time.
pub const FORMATS: usize = 6;

/// How long a payload lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// So many octets make a tick: G.711 and G.722 one (RFC 3551 §4.5.2: G.722's clock says 8000),
    /// L16 two. Payloads may be cut between any two ticks. 0 is taken as 1.
    OctetsPerTick(u8),
    /// Opus: its first octet says it (RFC 6716 §3.1); the clock is 48000 (RFC 7587 §4.1).
    Opus,
    /// Every payload lasts so many ticks.
    Ticks(u32),
}

impl Sizing {
    /// The ticks that a payload lasts, at most a second's at 48 kHz; 0 for a payload that is none.
    #[must_use]
    pub fn ticks(self, payload: &[u8]) -> u32 {
        let ticks = match self {
            Sizing::OctetsPerTick(octets) => {
                u32::try_from(payload.len()).unwrap_or(u32::MAX) / u32::from(octets.max(1))
            }
            Sizing::Opus => opus_ticks(payload),
            Sizing::Ticks(ticks) if !payload.is_empty() => ticks,
            Sizing::Ticks(_) => 0,
        };
        ticks.min(48_000)
    }

    pub(super) fn octets_per_tick(self) -> u8 {
        match self {
            Sizing::OctetsPerTick(octets) => octets.max(1),
            Sizing::Opus | Sizing::Ticks(_) => 0,
        }
    }
}

/// RFC 6716 §3.1 and §3.2: the configuration gives a frame's length, the code how many there are.
/// No packet lasts longer than 120 ms.
fn opus_ticks(payload: &[u8]) -> u32 {
    let Some(&first) = payload.first() else {
        return 0;
    };
    let configuration = first >> 3;
    let frame = match configuration {
        0..=11 => [480, 960, 1920, 2880][usize::from(configuration & 3)],
        12..=15 => [480, 960][usize::from(configuration & 1)],
        _ => [120, 240, 480, 960][usize::from(configuration & 3)],
    };
    let frames = match first & 3 {
        0 => 1,
        1 | 2 => 2,
        _ => u32::from(payload.get(1).copied().unwrap_or(0) & 0x3F),
    };
    let ticks = frame * frames;
    if ticks <= 5760 { ticks } else { 0 }
}

/// Sound with this payload type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// 0..=127.
    pub payload_type: u8,
    /// The clock of its timestamps, a second.
    pub clock_rate: u32,
    /// How long a payload lasts.
    pub sizing: Sizing,
}

/// Telephone events with this payload type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Events {
    /// 0..=127.
    pub payload_type: u8,
    /// The clock of their durations, a second.
    pub clock_rate: u32,
}

/// What goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Send {
    /// The payload type of sound, as the other side named it.
    pub payload_type: u8,
    /// The clock of its timestamps, a second.
    pub clock_rate: u32,
    /// The ticks of a packet: 160 for 20 ms of G.711.
    pub step: u32,
    /// Telephone events, if the other side takes them.
    pub events: Option<Events>,
    /// The payload type of comfort noise (RFC 3389), if the other side takes it.
    pub noise: Option<u8>,
}

/// What is accepted. Payload types are as we named them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Receive {
    /// Sound.
    pub sound: [Option<Format>; FORMATS],
    /// Telephone events, at several clocks perhaps.
    pub events: [Option<Events>; 3],
    /// The payload type of comfort noise.
    pub noise: Option<u8>,
}

/// What was agreed on. It may change in a call, with a new offer and answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Where the other side says that it receives sound.
    pub remote: SocketAddr,
    /// Where it says that it receives RTCP: a port above, unless `a=rtcp` says otherwise
    /// (RFC 3605). Not used with `shared_port`.
    pub remote_control: SocketAddr,
    /// RTCP goes over the port of sound (`a=rtcp-mux`, RFC 5761).
    pub shared_port: bool,
    /// Whether sound may be sent: not if the other side holds (RFC 3264 §8.4).
    pub sends: bool,
    /// Whether sound is taken: not if we hold.
    pub receives: bool,
    /// What goes out.
    pub send: Send,
    /// What is accepted.
    pub receive: Receive,
}

impl Agreement {
    /// The usual session: one kind of sound both ways with the same payload type, and telephone
    /// events if they were agreed on. RTCP is a port above; everything else can be changed in what
    /// is returned.
    #[must_use]
    pub fn simple(
        remote: SocketAddr,
        format: Format,
        packet: Duration,
        events: Option<Events>,
    ) -> Agreement {
        let step = crate::source::ticks(packet, format.clock_rate);
        let mut remote_control = remote;
        remote_control.set_port(remote.port().wrapping_add(1));
        Agreement {
            remote,
            remote_control,
            shared_port: false,
            sends: true,
            receives: true,
            send: Send {
                payload_type: format.payload_type,
                clock_rate: format.clock_rate,
                step: u32::try_from(step).unwrap_or(0).max(1),
                events,
                noise: None,
            },
            receive: Receive {
                sound: [Some(format), None, None, None, None, None],
                events: [events, None, None],
                noise: None,
            },
        }
    }

    pub(super) fn kind(&self, payload_type: u8) -> Option<Kind> {
        let receive = &self.receive;
        let sound = receive
            .sound
            .iter()
            .flatten()
            .find(|format| format.payload_type == payload_type);
        if let Some(format) = sound {
            return Some(Kind::Sound(*format));
        }
        let mut events = receive.events.iter().flatten();
        if let Some(events) = events.find(|events| events.payload_type == payload_type) {
            return Some(Kind::Events(events.clock_rate));
        }
        (receive.noise == Some(payload_type)).then_some(Kind::Noise)
    }
}

/// What a payload type stands for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Sound(Format),
    Events(u32),
    Noise,
}

/// What nobody may guess of a session (RFC 3550 §5.1, RFC 7022).
#[derive(Clone)]
pub struct Seeds {
    pub(super) ssrc: u32,
    pub(super) other_ssrc: u32,
    pub(super) sequence: u16,
    pub(super) timestamp: u32,
    pub(super) times: u64,
    pub(super) name: [u8; NAME],
}

/// The octets of a CNAME.
pub(super) const NAME: usize = 16;

impl Seeds {
    /// From 32 random octets: of the operating system's, for each session others.
    ///
    /// The first sequence number is below 2^15, so that no packet that is lost or overtaken at the
    /// beginning leaves SRTP's counter in doubt.
    #[must_use]
    pub fn new(random: &[u8; 32]) -> Seeds {
        let mut at = 0;
        let mut draw = || {
            let octets = random.get(at..).and_then(|rest| rest.first_chunk::<4>());
            at += 4;
            octets.copied().map_or(0, u32::from_be_bytes)
        };
        let ssrc = draw();
        let other = draw();
        let sequence = (draw() & 0x7FFF) as u16;
        let timestamp = draw();
        let times = (u64::from(draw()) << 32) | u64::from(draw());
        let mut name = [0; NAME];
        for (place, octet) in name.chunks_exact_mut(2).zip(random.iter().rev()) {
            const DIGITS: &[u8; 16] = b"0123456789abcdef";
            for (place, half) in place.iter_mut().zip([octet >> 4, octet & 15]) {
                *place = DIGITS.get(usize::from(half)).copied().unwrap_or(b'0');
            }
        }
        let other_ssrc = if other == ssrc { !other } else { other };
        Seeds {
            ssrc,
            other_ssrc,
            sequence,
            timestamp,
            times,
            name,
        }
    }
}
