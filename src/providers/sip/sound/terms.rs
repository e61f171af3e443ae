//! What was agreed on for a call's sound, in the words of those who carry it.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;
use tapi3_media::codec::Codec;
use tapi3_media::sdes;
use tapi3_media::session::{Agreement, Events, Format, Protection, Receive, Send, Sizing};
use tapi3_media::srtp::Suite;
use tapi3_sip::sdp;

/// What was agreed on.
#[derive(Debug, Clone)]
pub(in super::super) struct Terms {
    pub agreement: Agreement,
    /// What is sent.
    pub codec: Codec,
    /// How long a packet is.
    pub packet: Duration,
    /// What it is protected with.
    pub protection: Option<Protection>,
    /// Whether the far end has said that it takes INFO.
    pub takes_info: bool,
    /// Whether the call is answered.
    pub answered: bool,
    /// What each payload type that is received stands for.
    pub decoded: [Option<(u8, Codec)>; tapi3_media::session::FORMATS],
}

impl Terms {
    /// In the words of the sound's side. Without an address of the far end's nothing is sent.
    pub fn new(session: &sdp::Session) -> Self {
        let codec = codec_of(session.send.codec);
        let packet = Duration::from_millis(u64::from(codec.packet_ms(session.ptime)));
        let nowhere = SocketAddr::from(([0, 0, 0, 0], 0));
        let events = |events: &sdp::Events| Events {
            payload_type: events.payload,
            clock_rate: events.clock,
        };
        let mut receive = Receive {
            noise: session.receive_noise,
            ..Receive::default()
        };
        let mut decoded = [None; tapi3_media::session::FORMATS];
        let places = receive.sound.iter_mut().zip(&mut decoded);
        for ((place, decoded), format) in places.zip(&session.receive) {
            let codec = codec_of(format.codec);
            *place = Some(format_of(format.payload, codec));
            *decoded = Some((format.payload, codec));
        }
        for (place, known) in receive.events.iter_mut().zip(&session.receive_events) {
            *place = Some(events(known));
        }
        let milliseconds = u32::try_from(packet.as_millis()).unwrap_or(20);
        Terms {
            agreement: Agreement {
                remote: session.remote.unwrap_or(nowhere),
                remote_control: session.control.or(session.remote).unwrap_or(nowhere),
                shared_port: session.shares_port,
                sends: session.direction.sends() && session.remote.is_some(),
                receives: session.direction.receives(),
                send: Send {
                    payload_type: session.send.payload,
                    clock_rate: codec.clock_rate(),
                    step: codec.clock_rate() / 1_000 * milliseconds,
                    events: session.send_events.as_ref().map(events),
                    noise: session.send_noise,
                },
                receive,
            },
            codec,
            protection: session.protection.as_ref().and_then(protection),
            takes_info: false,
            answered: true,
            packet,
            decoded,
        }
    }

    /// Whether digits come as events.
    pub fn has_events(&self) -> bool {
        self.agreement
            .receive
            .events
            .iter()
            .flatten()
            .next()
            .is_some()
    }

    /// What a payload type stands for.
    pub fn decodes(&self, payload_type: u8) -> Option<Codec> {
        let mut known = self.decoded.iter().flatten();
        let (_, codec) = known.find(|(payload, _)| *payload == payload_type)?;
        Some(*codec)
    }
}

/// What is agreed on, for the log: no key, and no address.
impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (codec, packet) = (self.codec, self.packet.as_millis());
        let (name, clock) = (codec.name(), codec.clock_rate());
        write!(f, "sound is {name}/{clock} in packets of {packet} ms, ")?;
        match self.protection.as_ref().map(|it| (it.ours.0, it.theirs.0)) {
            None => f.write_str("in clear")?,
            Some((ours, theirs)) if ours == theirs => write!(f, "by SRTP ({})", suite(ours))?,
            Some((ours, theirs)) => {
                write!(f, "by SRTP ({}, theirs {})", suite(ours), suite(theirs))?;
            }
        }
        f.write_str(match (self.agreement.sends, self.agreement.receives) {
            (true, true) => ", both ways",
            (true, false) => ", only sent",
            (false, true) => ", only received",
            (false, false) => ", on hold",
        })?;
        match self.answered {
            true => Ok(()),
            false => f.write_str(", before the answer"),
        }
    }
}

fn suite(suite: Suite) -> &'static str {
    match suite {
        Suite::Tag80 => "AES_CM_128_HMAC_SHA1_80",
        Suite::Tag32 => "AES_CM_128_HMAC_SHA1_32",
    }
}

/// What was agreed on to protect with. What signalling has taken, `sdes` reads too.
fn protection(agreed: &sdp::Protection) -> Option<Protection> {
    let read = |key: &sdp::Key| {
        let crypto = sdes::Crypto::parse(&key.text()).ok()?;
        Some((crypto.suite, crypto.key))
    };
    Some(Protection {
        ours: read(&agreed.ours)?,
        theirs: read(&agreed.theirs)?,
    })
}

fn format_of(payload_type: u8, codec: Codec) -> Format {
    Format {
        payload_type,
        clock_rate: codec.clock_rate(),
        sizing: match codec {
            Codec::L16Narrow | Codec::L16Wide => Sizing::OctetsPerTick(2),
            Codec::Pcmu | Codec::Pcma | Codec::G722 => Sizing::OctetsPerTick(1),
            #[cfg(feature = "opus")]
            Codec::Opus => Sizing::Opus,
        },
    }
}

fn codec_of(codec: sdp::Codec) -> Codec {
    match codec {
        sdp::Codec::Pcmu => Codec::Pcmu,
        sdp::Codec::Pcma => Codec::Pcma,
        sdp::Codec::G722 => Codec::G722,
        sdp::Codec::L16 => Codec::L16Narrow,
        sdp::Codec::L16Wide => Codec::L16Wide,
        #[cfg(feature = "opus")]
        sdp::Codec::Opus => Codec::Opus,
        // No line has it in such a build.
        #[cfg(not(feature = "opus"))]
        sdp::Codec::Opus => Codec::Pcmu,
    }
}
