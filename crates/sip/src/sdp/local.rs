//! Our side of a session: its address and direction, and the descriptions that say them, as offers and
//! as answers.

use super::keys::{Key, Keys, Protection};
use super::parse::Description;
use super::parse::NOISE;
use super::write::{push_address, push_map, push_number, push_parameters};
use super::{
    Agreed, Codec, Codecs, Direction, Events, EventsList, Format, Formats, Remote, Unacceptable,
};
use crate::flow::{Flow, Transport};
use crate::random::Random;
use std::hash::{DefaultHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

/// Whether sound is protected (SRTP, RFC 3711).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Security {
    /// Never.
    #[default]
    Off,
    /// If the far end can.
    Offered,
    /// Always: who cannot gets no call.
    Required,
    /// Always, where it cannot be: nobody gets a call.
    Impossible,
}

/// What our side does with sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// Whether it sends. Otherwise it only listens, whatever is wanted.
    pub sends: bool,
    /// Whether offers of ours have telephone events (RFC 4733). Answers have them if the offer has.
    pub events: bool,
    /// What it can do, the preferred one first.
    pub codecs: Codecs,
    /// How many of them, from the first, are in offers of ours; answers have all of them.
    pub offered: usize,
    /// Whether answers are in our order instead of the far end's.
    pub prefers: bool,
    /// Whether offers of ours have comfort noise (RFC 3389). Answers have it if the offer has.
    pub noise: bool,
    /// Whether offers of ours have RTCP at the port of sound (RFC 5761). Answers have it if the offer
    /// has.
    pub shares_port: bool,
    /// How many milliseconds our side wants in a packet; 0 if it does not say, which is 20.
    pub ptime: u8,
    /// Whether it is protected. Only for calls whose signalling is: the keys stand in it.
    pub security: Security,
    /// Whether it is protected in other calls too, though whoever reads their signalling has the keys.
    pub in_clear: bool,
}

impl Media {
    /// G.711, and nothing beside it.
    pub const PLAIN: Media = Media {
        sends: true,
        events: false,
        codecs: Codecs::G711,
        offered: 2,
        prefers: false,
        noise: false,
        shares_port: false,
        ptime: 0,
        security: Security::Off,
        in_clear: false,
    };
}

impl Default for Media {
    fn default() -> Self {
        Media::PLAIN
    }
}

/// What a description of ours lists.
#[derive(Debug, Clone, Default)]
pub(super) struct Listed {
    pub formats: Formats,
    pub events: EventsList,
    pub noise: Option<u8>,
    shares_port: bool,
    protected: bool,
    keys: Vec<Key>,
}

impl Listed {
    fn has(&self, payload: u8) -> bool {
        self.formats.iter().any(|format| format.payload == payload)
            || self.events.iter().any(|events| events.payload == payload)
            || self.noise == Some(payload)
    }

    fn has_opus(&self) -> bool {
        self.formats.iter().any(|one| one.codec == Codec::Opus)
    }

    fn free(&self) -> Option<u8> {
        DYNAMIC.into_iter().find(|payload| !self.has(*payload))
    }

    /// The clocks of its codecs, each once. With Opus many have events of 8,000 alone.
    fn clocks(&self) -> EventsClocks {
        let mut clocks = EventsClocks::new();
        for format in &self.formats {
            if !clocks.contains(&format.codec.clock()) {
                clocks.push(format.codec.clock());
            }
        }
        if self.has_opus() && !clocks.contains(&EVENTS_CLOCK) {
            clocks.push(EVENTS_CLOCK);
        }
        clocks
    }
}

type EventsClocks = smallvec::SmallVec<[u32; 2]>;

/// The events that we take: the sixteen keys (RFC 4733 §3.2).
const EVENTS: &str = "0-15";
/// The clock of events that is understood with Opus, too.
pub(super) const EVENTS_CLOCK: u32 = 8_000;
/// The payload types from which those that have none of their own are taken: the first that is free.
const DYNAMIC: std::ops::RangeInclusive<u8> = 101..=127;
/// How many milliseconds are in a packet when nobody says anything (RFC 3551 §4.2).
const PTIME: u16 = 20;

/// Our side of a session: who describes it, and how often it was described.
#[derive(Debug, Clone)]
pub struct Local {
    address: SocketAddr,
    /// The address of the first description, which every later one repeats (RFC 3264 §8).
    origin: IpAddr,
    id: u64,
    /// Grows when a description differs from the one before it.
    version: u64,
    /// The hash of the last description without its version.
    last: Option<u64>,
    media: Media,
    wanted: Direction,
    /// What the last description of ours said.
    described: Direction,
    /// What is agreed on now.
    direction: Direction,
    agreed: Agreed,
    /// What the last description of ours listed.
    ours: Listed,
    /// The keys of a session that may be protected.
    keys: Option<Box<Keys>>,
}

impl Local {
    /// For sound that arrives at `address`; `id` is a number that no other session of ours has.
    pub fn new(address: SocketAddr, id: u64, media: Media) -> Self {
        Local {
            address,
            origin: address.ip(),
            id,
            version: 0,
            last: None,
            media,
            wanted: Direction::SendRecv,
            described: Direction::Inactive,
            direction: Direction::Inactive,
            agreed: Agreed::default(),
            ours: Listed::default(),
            keys: None,
        }
    }

    /// Has keys of its own if [`Security`] wants some.
    #[must_use]
    pub fn with_keys(mut self, random: &mut Random) -> Self {
        self.secure(self.media.security, random);
        self
    }

    /// The session is to be as secure as this, before anything of it is agreed on: has keys if it needs
    /// some, and none otherwise.
    pub fn secure(&mut self, security: Security, random: &mut Random) {
        self.media.security = security;
        match security {
            Security::Off | Security::Impossible => self.keys = None,
            Security::Offered | Security::Required if self.keys.is_none() => {
                self.keys = Some(Box::new(Keys::new(random)));
            }
            Security::Offered | Security::Required => {}
        }
    }

    /// Whether its descriptions may go this way: keys are only told where nobody reads them
    /// (RFC 4568 §9.3), unless the settings want it otherwise.
    pub fn may_be_told_over(&self, flow: &Flow) -> bool {
        self.keys.is_none() || self.media.in_clear || flow.transport == Transport::Tls
    }

    /// What sound is protected with, as it is agreed on.
    pub fn protection(&self) -> Option<&Protection> {
        self.keys.as_ref()?.agreed.as_ref()
    }

    /// Where sound arrives.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sound arrives elsewhere from the next description on.
    pub fn move_to(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// What the next descriptions want, as far as [`Media`] allows.
    pub fn want(&mut self, direction: Direction) {
        self.wanted = direction;
    }

    /// Puts the far end on hold or takes it back, from the next description on. On hold it hears us
    /// if we send, and we do not hear it.
    pub fn hold(&mut self, on: bool) {
        self.want(match on {
            true => Direction::SendOnly,
            false => Direction::SendRecv,
        });
    }

    /// Whether the far end is on hold by our will.
    pub fn holds(&self) -> bool {
        !self.wanted.receives()
    }

    /// The direction that both sides agreed on last, as we see it.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The far end's side, as it was described last.
    pub fn remote(&self) -> Option<&Remote> {
        self.agreed.remote()
    }

    /// What our side does with sound.
    pub fn media(&self) -> &Media {
        &self.media
    }

    pub(super) fn ours(&self) -> &Listed {
        &self.ours
    }

    /// Whether the last description of ours had RTCP at the port of sound.
    pub(super) fn shares_port(&self) -> bool {
        self.ours.shares_port
    }

    /// How many milliseconds are in a packet if the far end does not say.
    pub(super) fn usual_ptime(&self) -> u16 {
        match self.media.ptime {
            0 => PTIME,
            ptime => ptime.into(),
        }
    }

    fn limited(&self) -> Direction {
        self.wanted.and(Direction::new(self.media.sends, true))
    }

    /// Offers our codecs: those that are agreed on first, under the numbers that they have. The streams
    /// that were refused stay (RFC 3264 §8).
    pub fn offer(&mut self) -> Vec<u8> {
        let mut listed = match &self.agreed.remote {
            Some(remote) => Listed {
                formats: remote.formats.clone(),
                events: remote.events.clone(),
                noise: remote.noise,
                ..Listed::default()
            },
            None => Listed::default(),
        };
        for codec in self.media.codecs.iter().take(self.media.offered) {
            if listed.formats.iter().any(|format| format.codec == codec) {
                continue;
            }
            let payload = match codec.payload() {
                Some(payload) => Some(payload).filter(|payload| !listed.has(*payload)),
                None => listed.free(),
            };
            if let Some(payload) = payload {
                listed.formats.push(Format { payload, codec });
            }
        }
        if self.media.events {
            for clock in listed.clocks() {
                let known = listed.events.iter().any(|events| events.clock == clock);
                if let (false, Some(payload)) = (known, listed.free()) {
                    listed.events.push(Events { payload, clock });
                }
            }
        }
        if self.media.noise && listed.noise.is_none() && !listed.has(NOISE) {
            listed.noise = Some(NOISE);
        }
        listed.shares_port = self.media.shares_port;
        let known = self.agreed.remote.as_ref();
        let protected = self.media.security == Security::Required
            || known.is_some_and(|remote| remote.protected);
        let keys = self.keys.as_ref().map(|keys| keys.offered().to_vec());
        listed.protected = protected;
        listed.keys = keys.unwrap_or_default();
        let ptime = (self.media.ptime != 0).then(|| self.usual_ptime());
        self.write(self.limited(), listed, ptime)
    }

    /// Answers an offer, or makes one of ours if nothing was offered.
    pub fn describe(&mut self, agreed: &Agreed) -> Vec<u8> {
        let Some(remote) = &agreed.remote else {
            return self.offer();
        };
        // RFC 3264 §6.1: no more than was offered.
        let direction = self.limited().and(remote.direction.reversed());
        let mut listed = Listed {
            formats: remote.formats.clone(),
            events: remote.events.clone(),
            noise: remote.noise,
            shares_port: remote.shares_port && self.media.sends,
            ..Listed::default()
        };
        // Those of a clock that no codec of ours has are of no use (RFC 4733 §2.5.1.2).
        let clocks = listed.clocks();
        listed
            .events
            .retain(|events| clocks.contains(&events.clock));
        let ptime = (self.media.ptime != 0).then(|| remote.ptime.unwrap_or(self.usual_ptime()));
        if let Some(keys) = &mut self.keys {
            keys.answer(&remote.keys);
        }
        listed.protected = remote.protected;
        let ours = self.protection().map(|agreed| agreed.ours.clone());
        listed.keys = ours.into_iter().collect();
        self.agreed.clone_from(agreed);
        self.direction = direction;
        self.write(direction, listed, ptime)
    }

    /// Answers an offer: [`Agreed::to`] and [`Local::describe`] in one.
    ///
    /// # Errors
    ///
    /// If the offer cannot be accepted; the session is then as before.
    pub fn answer(&mut self, offer: &[u8]) -> Result<Vec<u8>, Unacceptable> {
        let agreed = Agreed::to(offer, &self.media)?;
        Ok(self.describe(&agreed))
    }

    /// Answers an offer that cannot be accepted, and that cannot be left without an answer: each of its
    /// streams is refused (RFC 3264 §6).
    ///
    /// # Errors
    ///
    /// If it is no description.
    pub fn refuse(&mut self, offer: &[u8]) -> Result<Vec<u8>, Unacceptable> {
        let lines = super::agreed::refusals(offer)?;
        self.version += 1;
        self.last = None;
        let mut out = Vec::with_capacity(lines.len() + 80);
        out.extend_from_slice(b"v=0\r\no=- ");
        push_number(&mut out, self.id);
        out.push(b' ');
        push_number(&mut out, self.version);
        out.push(b' ');
        push_address(&mut out, self.origin);
        out.extend_from_slice(b"\r\ns=-\r\nc=");
        push_address(&mut out, self.address.ip());
        out.extend_from_slice(b"\r\nt=0 0\r\n");
        out.extend_from_slice(lines.as_bytes());
        Ok(out)
    }

    /// Takes in the answer to our last offer.
    ///
    /// # Errors
    ///
    /// If the answer refuses our stream or is none; the session is then as before.
    pub fn answered(&mut self, answer: &[u8]) -> Result<&Remote, Unacceptable> {
        let description = Description::parse(answer)?;
        // The streams of an answer stand where they stood in the offer (RFC 3264 §6); whoever does
        // not keep to that has one of audio at least.
        let ours = description.streams.get(self.agreed.index);
        let remote = ours.and_then(|stream| stream.remote(&self.media));
        let remote = remote.or_else(|| Some(description.usable(&self.media)?.1));
        let mut remote = remote.ok_or(Unacceptable::NothingInCommon)?;
        if let Some(keys) = &mut self.keys {
            let protection = keys.answered(&remote.keys);
            // It must be one that we have offered.
            self.media
                .security
                .allows(remote.protected, usize::from(protection.is_some()))?;
            keys.agreed = protection;
        }
        self.direction = self.described.and(remote.direction.reversed());
        if !self.described.sends() {
            let before = self.agreed.remote.as_ref();
            remote.holds = before.is_some_and(|before| before.holds);
        }
        Ok(self.agreed.remote.insert(remote))
    }

    fn write(&mut self, direction: Direction, mut listed: Listed, ptime: Option<u16>) -> Vec<u8> {
        self.described = direction;
        let mut rest = Vec::with_capacity(480);
        push_address(&mut rest, self.origin);
        rest.extend_from_slice(b"\r\ns=-\r\nc=");
        push_address(&mut rest, self.address.ip());
        rest.extend_from_slice(b"\r\nt=0 0\r\n");
        rest.extend_from_slice(self.agreed.before.as_bytes());
        rest.extend_from_slice(b"m=audio ");
        push_number(&mut rest, self.address.port().into());
        rest.extend_from_slice(match listed.protected {
            true => b" RTP/SAVP",
            false => &b" RTP/AVP"[..],
        });
        let formats = listed.formats.iter().map(|format| format.payload);
        let others = listed.events.iter().map(|events| events.payload);
        for payload in formats.chain(listed.noise).chain(others) {
            rest.push(b' ');
            push_number(&mut rest, payload.into());
        }
        rest.extend_from_slice(b"\r\n");
        for format in &listed.formats {
            push_map(&mut rest, format.payload, format.codec.text(), None);
            if let Some(parameters) = format.codec.parameters() {
                push_parameters(&mut rest, format.payload, parameters);
            }
        }
        if let Some(payload) = listed.noise {
            push_map(&mut rest, payload, "CN/8000", None);
        }
        for events in &listed.events {
            push_map(
                &mut rest,
                events.payload,
                "telephone-event/",
                Some(events.clock),
            );
            push_parameters(&mut rest, events.payload, EVENTS);
        }
        let ptime = ptime.map(|ptime| match ptime {
            // Opus has no such packet, and some then make none.
            30 | 50 if listed.has_opus() => ptime - 10,
            _ => ptime,
        });
        if let Some(ptime) = ptime {
            rest.extend_from_slice(b"a=ptime:");
            push_number(&mut rest, ptime.into());
            rest.extend_from_slice(b"\r\n");
        }
        if listed.shares_port {
            rest.extend_from_slice(b"a=rtcp-mux\r\n");
        }
        for key in &listed.keys {
            for part in ["a=crypto:", &key.text(), "\r\n"] {
                rest.extend_from_slice(part.as_bytes());
            }
        }
        // The keys have a place of their own.
        listed.keys = Vec::new();
        self.ours = listed;
        rest.extend_from_slice(b"a=");
        rest.extend_from_slice(direction.text().as_bytes());
        rest.extend_from_slice(b"\r\n");
        rest.extend_from_slice(self.agreed.after.as_bytes());

        let mut hash = DefaultHasher::new();
        hash.write(&rest);
        let hash = Some(hash.finish());
        if self.last != hash {
            self.last = hash;
            self.version += 1;
        }
        let mut out = Vec::with_capacity(rest.len() + 48);
        out.extend_from_slice(b"v=0\r\no=- ");
        push_number(&mut out, self.id);
        out.push(b' ');
        push_number(&mut out, self.version);
        out.push(b' ');
        out.append(&mut rest);
        out
    }
}
