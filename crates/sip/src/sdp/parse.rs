//! Reading descriptions. Lines that say nothing to us (times, bandwidth, keys, unknown attributes)
//! are passed over whatever is in them.

use super::keys::Key;
use super::{
    Codec, Direction, Events, EventsList, Format, Formats, Media, Remote, Security, Unacceptable,
};
use smallvec::SmallVec;
use std::net::{IpAddr, SocketAddr};

/// The longest description that is read, in bytes, and how many streams it may have.
const LONGEST: usize = 64 * 1024;
const MAX_STREAMS: usize = 64;
/// How many formats of ours a stream may list; more say the same thing again and again.
const MAX_FORMATS: usize = 6;
/// How many clocks of telephone events a stream may list.
const MAX_EVENTS: usize = 3;
/// How many keys a stream may list.
const MAX_KEYS: usize = 4;
/// The longest word of an `m=` line that is repeated in an answer.
const LONGEST_WORD: usize = 64;

/// The static payload type of comfort noise (RFC 3389 §4).
pub(super) const NOISE: u8 = 13;

/// The address of an `a=rtcp` line (RFC 3605 §2.1): a port, and an address if it is another one.
fn control_address(value: &str, sound: Option<IpAddr>) -> Option<SocketAddr> {
    let (port, elsewhere) = match value.trim_ascii().split_once(' ') {
        Some((port, elsewhere)) => (port, Some(elsewhere)),
        None => (value.trim_ascii(), None),
    };
    let port = number::<u16>(port).filter(|port| *port != 0)?;
    let ip = match elsewhere {
        Some(elsewhere) => connection(elsewhere.as_bytes()).filter(|ip| !ip.is_unspecified())?,
        None => sound?,
    };
    Some(SocketAddr::new(ip, port))
}

/// A description, as far as it concerns us.
#[derive(Debug)]
pub struct Description<'a> {
    /// In the order of the `m=` lines.
    pub streams: SmallVec<[Stream<'a>; 2]>,
}

/// One `m=` line and what belongs to it.
#[derive(Debug)]
pub struct Stream<'a> {
    /// `audio`, `video`, …
    pub kind: &'a str,
    /// 0 if the stream is refused or given up.
    pub port: u16,
    /// `RTP/AVP`, …
    pub transport: &'a str,
    /// The formats as they are listed.
    pub formats: &'a str,
    /// Where the media go to; none if that is a name, or not said.
    pub address: Option<IpAddr>,
    pub direction: Direction,
    /// The lines below the `m=` line.
    lines: &'a [u8],
}

/// The lines of a description, each as its letter and its value. Ends with CR LF or LF only.
struct Lines<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Lines<'a> {
    type Item = (u8, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let end = self.rest.iter().position(|byte| *byte == b'\n');
            let (line, rest) = match end.and_then(|end| self.rest.split_at_checked(end + 1)) {
                Some((line, rest)) => (line, rest),
                None => (self.rest, Default::default()),
            };
            self.rest = rest;
            if let [kind, b'=', value @ ..] = line.trim_ascii() {
                return Some((*kind, value));
            }
        }
    }
}

fn text(value: &[u8]) -> Option<&str> {
    std::str::from_utf8(value).ok()
}

/// A number in digits only.
fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// The address of a `c=` line, if it is one.
fn connection(value: &[u8]) -> Option<IpAddr> {
    let mut words = text(value)?.split_ascii_whitespace();
    let (net, family, address) = (words.next()?, words.next()?, words.next()?);
    // A multicast address has a lifetime and a number of addresses behind it.
    let address = address.split('/').next()?;
    if !net.eq_ignore_ascii_case("IN") {
        return None;
    }
    match family {
        "IP4" => address.parse().ok().map(IpAddr::V4),
        "IP6" => address.parse().ok().map(IpAddr::V6),
        _ => None,
    }
}

impl<'a> Description<'a> {
    /// Reads a description.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Unacceptable> {
        if bytes.len() > LONGEST {
            return Err(Unacceptable::TooLarge);
        }
        let mut lines = Lines { rest: bytes };
        if !matches!(lines.next(), Some((b'v', b"0"))) {
            return Err(Unacceptable::Unreadable);
        }
        let mut streams: SmallVec<[Stream<'a>; 2]> = SmallVec::new();
        let (mut address, mut direction) = (None, Direction::SendRecv);
        while let Some((kind, value)) = lines.next() {
            if kind == b'm' && streams.len() >= MAX_STREAMS {
                return Err(Unacceptable::TooLarge);
            }
            match (kind, streams.last_mut()) {
                (b'm', _) => {
                    let mut stream = Stream::parse(value).ok_or(Unacceptable::Unreadable)?;
                    // What is said for the session holds for the streams that do not say otherwise.
                    (stream.address, stream.direction) = (address, direction);
                    stream.lines = lines.rest;
                    streams.push(stream);
                }
                (b'c', None) => address = connection(value),
                (b'c', Some(stream)) => stream.address = connection(value),
                (b'a', last) => {
                    if let Some(said) = text(value).and_then(Direction::of) {
                        *last.map_or(&mut direction, |stream| &mut stream.direction) = said;
                    }
                }
                // What a letter says that is not known is passed over; this is no description.
                (kind, _) if !kind.is_ascii_alphabetic() => return Err(Unacceptable::Unreadable),
                _ => {}
            }
        }
        Ok(Description { streams })
    }

    /// The first stream that we can take, and its place among the others.
    pub fn usable(&self, media: &Media) -> Option<(usize, Remote)> {
        let mut streams = self.streams.iter().enumerate();
        streams.find_map(|(index, stream)| Some((index, stream.remote(media)?)))
    }
}

/// What an rtpmap says about a payload type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Unsaid,
    Codec(Codec),
    /// Telephone events, with their clock.
    Events(u32),
    Noise,
    Foreign,
}

impl Meaning {
    fn of(encoding: &str) -> Self {
        let mono = encoding.strip_suffix("/1").unwrap_or(encoding);
        if let Some(codec) = Codec::of(mono) {
            return Meaning::Codec(codec);
        }
        let Some((name, clock)) = mono.split_once('/') else {
            return Meaning::Foreign;
        };
        let is = |text: &str| name.eq_ignore_ascii_case(text);
        match number::<u32>(clock) {
            Some(clock @ 1_000..=192_000) if is("telephone-event") => Meaning::Events(clock),
            Some(8_000) if is("CN") => Meaning::Noise,
            _ => Meaning::Foreign,
        }
    }
}

impl<'a> Stream<'a> {
    /// Reads the value of an `m=` line; the rest is to be filled in.
    fn parse(value: &'a [u8]) -> Option<Self> {
        let value = text(value)?;
        let word = |text: &'a str| -> Option<(&'a str, &'a str)> {
            let text = text.trim_ascii_start();
            let end = text.find(|c: char| c.is_ascii_whitespace());
            let (word, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
            let clean = word.len() <= LONGEST_WORD && word.bytes().all(|b| b.is_ascii_graphic());
            (clean && !word.is_empty()).then_some((word, rest))
        };
        let (kind, rest) = word(value)?;
        let (port, rest) = word(rest)?;
        let (transport, formats) = word(rest)?;
        let port = port.split('/').next()?;
        Some(Stream {
            kind,
            port: number(port)?,
            transport,
            formats: formats.trim_ascii(),
            address: None,
            direction: Direction::SendRecv,
            lines: &[],
        })
    }

    /// The first format, if it is one that an answer may repeat.
    pub(super) fn first_format(&self) -> Option<&'a str> {
        let first = self.formats.split_ascii_whitespace().next()?;
        let clean = first.len() <= LONGEST_WORD && first.bytes().all(|b| b.is_ascii_graphic());
        clean.then_some(first)
    }

    /// The far end's side of this stream; `None` if the stream has no codec of `media`.
    pub fn remote(&self, media: &Media) -> Option<Remote> {
        let protected = match self.transport {
            "RTP/AVP" => false,
            "RTP/SAVP" => true,
            _ => return None,
        };
        if self.kind != "audio" || self.port == 0 {
            return None;
        }
        let mut meanings = [Meaning::Unsaid; 128];
        let (mut ptime, mut longest, mut control, mut shares_port) = (None, None, None, false);
        let mut keys = Vec::new();
        let below = Lines { rest: self.lines };
        for (_, value) in below
            .take_while(|(kind, _)| *kind != b'm')
            .filter(|(kind, _)| *kind == b'a')
        {
            let Some(value) = text(value) else { continue };
            let (name, value) = value.split_once(':').unwrap_or((value, ""));
            match name {
                "rtpmap" => {
                    let mut words = value.split_ascii_whitespace();
                    let payload = words.next().and_then(number::<usize>);
                    let place = payload.and_then(|payload| meanings.get_mut(payload));
                    if let (Some(place @ Meaning::Unsaid), Some(encoding)) = (place, words.next()) {
                        *place = Meaning::of(encoding);
                    }
                }
                "ptime" => ptime = number(value.trim_ascii()),
                "maxptime" => longest = number(value.trim_ascii()),
                "rtcp" => control = Some(value),
                "rtcp-mux" => shares_port = true,
                "crypto" if media.security != Security::Off && keys.len() < MAX_KEYS => {
                    keys.extend(Key::read(value));
                }
                _ => {}
            }
        }
        let (mut formats, mut events) = (Formats::new(), EventsList::new());
        let mut noise = None;
        for word in self.formats.split_ascii_whitespace() {
            let Some(payload) = number::<u8>(word) else {
                continue;
            };
            let Some(place) = meanings.get_mut(usize::from(payload)) else {
                continue;
            };
            // Each payload type counts once.
            let codec = match std::mem::replace(place, Meaning::Foreign) {
                Meaning::Codec(codec) => codec,
                Meaning::Events(clock) => {
                    let is_new = events.iter().all(|known: &Events| known.clock != clock);
                    if is_new && events.len() < MAX_EVENTS {
                        events.push(Events { payload, clock });
                    }
                    continue;
                }
                Meaning::Noise => {
                    noise.get_or_insert(payload);
                    continue;
                }
                // The static types need no rtpmap (RFC 3551 §6).
                Meaning::Unsaid if payload == NOISE => {
                    noise.get_or_insert(payload);
                    continue;
                }
                Meaning::Unsaid => match Codec::of_payload(payload) {
                    Some(codec) => codec,
                    None => continue,
                },
                Meaning::Foreign => continue,
            };
            if formats.len() < MAX_FORMATS && media.codecs.place(codec).is_some() {
                formats.push(Format { payload, codec });
            }
        }
        if media.prefers {
            formats.sort_by_key(|format| media.codecs.place(format.codec));
        }
        if formats.is_empty() {
            return None;
        }
        media.security.allows(protected, keys.len()).ok()?;
        let nowhere = self.address.is_some_and(|ip| ip.is_unspecified());
        let direction = match nowhere {
            true => self.direction.and(Direction::SendOnly),
            false => self.direction,
        };
        let address = self.address.filter(|_| !nowhere);
        let control = control.and_then(|value| control_address(value, address));
        Some(Remote {
            address: address.map(|ip| SocketAddr::new(ip, self.port)),
            direction,
            holds: !direction.receives(),
            formats,
            events,
            noise,
            ptime,
            longest,
            control,
            shares_port,
            protected,
            keys,
        })
    }
}
