//! What the far end says, on its way to the engine: decoded where somebody listens, and otherwise only
//! counted.

use super::aside::Aside;
use super::conference::Place;
use super::heard::Heard;
use super::talk::Talk;
use super::terms::Terms;
use std::time::Duration;
use tapi3_media::codec::{Codec, Decoder};
use tapi3_media::comfort::{Background, Generator};
use tapi3_media::conceal::Concealer;
use tapi3_media::session::{Frame, Session};

/// What the far end says.
#[derive(Debug)]
pub(super) struct Hearing {
    codec: Codec,
    /// There while somebody listens.
    decoder: Aside<Decoder>,
    concealer: Option<Concealer>,
    noise: Generator,
    background: Background,
    /// What is decoded and not heard yet: less than a frame, and one while it is being filled.
    samples: Vec<i16>,
    /// How many samples that would be if nobody listens.
    owed: usize,
    quiet: bool,
}

impl Hearing {
    /// Of somebody who begins in this codec. Takes no memory until somebody listens.
    pub fn new(codec: Codec) -> Self {
        Hearing {
            codec,
            decoder: Aside::default(),
            concealer: None,
            noise: Generator::default(),
            background: Background::default(),
            samples: Vec::new(),
            owed: 0,
            quiet: true,
        }
    }

    /// What it takes on the heap when somebody listens.
    #[cfg(test)]
    pub fn heap(codec: Codec) -> usize {
        let concealer = 864 * codec.sample_rate() as usize / 8_000;
        room(codec) * size_of::<i16>() + concealer + size_of::<Decoder>()
    }

    /// Samples a second.
    pub fn rate(&self) -> u32 {
        self.codec.sample_rate()
    }

    /// Samples in 20 ms.
    fn whole(&self) -> usize {
        self.codec.samples_per_ms() * 20
    }

    /// Lets the engine hear 20 ms, whoever listens for digits, and the others of a conference, for whom
    /// it is the time that is told.
    pub fn hear(
        &mut self,
        now: Duration,
        (talk, terms): (&Talk, &Terms),
        session: &mut Session,
        (heard, place): (&mut Heard, Option<(Duration, &mut Place)>),
        buffer: &mut [i16],
    ) {
        let is_heard = talk.call.is_heard();
        let place = place.filter(|(_, place)| place.has_others());
        if !is_heard && !heard.is_listening() && place.is_none() {
            return self.pass(now, terms, session);
        }
        if !self.has_room() {
            return;
        }
        if self.concealer.is_none() {
            self.concealer = Concealer::new(self.rate()).ok();
        }
        self.owed = 0;
        while self.samples.len() < self.whole() {
            let frame = session.next_frame(now, self.quiet);
            if self.goes_on_in(&frame, terms) {
                heard.forget_sound();
            }
            if !self.has_room() {
                break;
            }
            let length = self.length_of(&frame);
            let Some(out) = buffer.get_mut(..length).filter(|out| !out.is_empty()) else {
                break;
            };
            self.make(&frame, out);
            if self.samples.capacity() - self.samples.len() < out.len() {
                break;
            }
            self.samples.extend_from_slice(out);
        }
        let ready = self.samples.len().min(self.whole());
        let rate = self.rate();
        if let Some(frame) = self.samples.get_mut(..ready) {
            self.quiet = self.background.is_quiet(frame);
            heard.sound(talk, frame);
            // Before the program adds to it what it wants to hear itself.
            if let Some((due, place)) = place {
                place.say(due, rate, frame);
            }
            if is_heard {
                talk.call.capture(rate, frame);
            }
        }
        self.samples.drain(..ready);
    }

    /// Whether there is a decoder of this codec and room for what it may give; they are made if they can
    /// be.
    fn has_room(&mut self) -> bool {
        if !self.decoder.is_some() {
            let Ok(decoder) = Aside::try_new(Decoder::new(self.codec)) else {
                return false;
            };
            self.decoder = decoder;
        }
        let room = room(self.codec);
        let more = room.saturating_sub(self.samples.len());
        self.samples.capacity() >= room || self.samples.try_reserve_exact(more).is_ok()
    }

    /// Nobody listens: time goes on.
    fn pass(&mut self, now: Duration, terms: &Terms, session: &mut Session) {
        self.samples.clear();
        self.quiet = true;
        while self.owed < self.whole() {
            let frame = session.next_frame(now, true);
            self.goes_on_in(&frame, terms);
            let length = self.length_of(&frame);
            if length == 0 {
                break;
            }
            self.owed += length;
        }
        self.owed = self.owed.saturating_sub(self.whole());
    }

    /// A frame may be in another codec than the one before. Returns whether it has another rate.
    fn goes_on_in(&mut self, frame: &Frame<'_>, terms: &Terms) -> bool {
        let Frame::Sound { payload_type, .. } = *frame else {
            return false;
        };
        let before = self.codec;
        let Some(codec) = terms.decodes(payload_type).filter(|codec| *codec != before) else {
            return false;
        };
        self.codec = codec;
        self.decoder = Aside::default();
        if before.sample_rate() == codec.sample_rate() {
            return false;
        }
        self.samples.clear();
        self.owed = 0;
        if self.concealer.is_some() {
            self.concealer = Concealer::new(codec.sample_rate()).ok();
        }
        true
    }

    /// How many samples a frame is.
    fn length_of(&self, frame: &Frame<'_>) -> usize {
        let length = match *frame {
            Frame::Sound { length, .. }
            | Frame::Conceal(length)
            | Frame::ComfortNoise(length, _)
            | Frame::Silence(length) => length,
        };
        let samples = length.as_micros() * u128::from(self.rate()) / 1_000_000;
        usize::try_from(samples).unwrap_or(0)
    }

    /// Makes the samples of a frame.
    fn make(&mut self, frame: &Frame<'_>, out: &mut [i16]) {
        match *frame {
            Frame::Sound { payload, joint, .. } => {
                let decoder = self.decoder.as_mut();
                let made = decoder.map_or(0, |decoder| decoder.decode(payload, out));
                if let Some(rest) = out.get_mut(made..) {
                    rest.fill(0);
                }
                if let Some(concealer) = &mut self.concealer {
                    concealer.heard(out, joint);
                }
            }
            Frame::Conceal(_) => {
                let decoder = self.decoder.as_mut();
                let by_codec = decoder.is_some_and(|decoder| decoder.conceal(out));
                match &mut self.concealer {
                    Some(concealer) if by_codec => concealer.heard(out, false),
                    Some(concealer) => concealer.conceal(out),
                    None if by_codec => {}
                    None => out.fill(0),
                }
            }
            Frame::ComfortNoise(_, level) => self.noise.fill(out, level),
            Frame::Silence(_) => out.fill(0),
        }
    }
}

/// How many samples wait at most: less than a frame, and the longest piece.
fn room(codec: Codec) -> usize {
    codec.samples_per_ms() * 20 + codec.longest_piece()
}
