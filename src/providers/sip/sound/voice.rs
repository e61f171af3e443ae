//! One call's sound, as the thread has it: a session of RTP between two sockets and the engine.

use super::clock::{self, FRAME};
use super::conference::Seated;
use super::digits::Dialling;
use super::heard::Heard;
use super::hearing::Hearing;
use super::manners::Digits;
use super::talk::{Said, Talk, Wanted};
use super::terms::Terms;
use crate::engine::{DTMF, DTMF_END, Flow, StreamCause, Transport};
use crate::providers::sip::ports::Ports;
use crate::providers::sip::runtime::fill;
use std::collections::TryReserveError;
use std::net::UdpSocket;
use std::sync::Arc;
use std::time::Duration;
use tapi3_media::codec::Encoder;
use tapi3_media::session::{Agreement, Datagram, Event, Outgoing, Port, Seeds, Session};
use tapi3_sip::random::Random;

/// The longest datagram that is sent: 60 ms of the widest codec, with what goes round it.
pub(super) const LONGEST: usize = 2048;

/// The samples of the longest piece that is decoded, or played, at once: 120 ms at 16 kHz.
const LONGEST_PIECE: usize = 1_920;

/// How often a silent call with comfort noise sends sound nevertheless, so that what stands on the way
/// keeps it open (RFC 6263 §4.3).
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

/// The thread's buffers, for whichever call it is at.
#[derive(Debug)]
pub(super) struct Scratch {
    pub datagram: [u8; LONGEST],
    frame: [i16; LONGEST_PIECE],
    encoded: [u8; LONGEST],
}

impl Default for Scratch {
    fn default() -> Self {
        Scratch {
            datagram: [0; LONGEST],
            frame: [0; LONGEST_PIECE],
            encoded: [0; LONGEST],
        }
    }
}

/// Whether nothing comes from the far end, for longer than the line's patience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lost {
    No,
    /// It is known, and the call's streams are not told, if it has any.
    Known,
    Told,
}

/// A call's sound.
#[derive(Debug)]
pub(super) struct Voice {
    pub talk: Arc<Talk>,
    /// Where the far end's sound arrives.
    pub ports: Arc<Ports>,
    /// Where it is to arrive from the next tick on.
    moves_to: Option<Arc<Ports>>,
    terms: Terms,
    session: Session,
    encoder: Encoder,
    /// What is said and not sent yet, where packets are no frame long.
    said: Vec<i16>,
    hearing: Hearing,
    dialling: Option<Dialling>,
    heard: Heard,
    /// The conference that the call is in.
    place: Seated,
    lost: Lost,
    /// When the call was answered: nobody has to say anything before.
    answered: Option<Duration>,
    /// Where the music on hold is.
    music: usize,
    /// Ticks since the beginning.
    ticks: u64,
    /// When sound was sent last.
    sent: Duration,
}

impl Voice {
    /// The sound of a call begins.
    ///
    /// # Errors
    ///
    /// There is no memory for it.
    pub fn new(
        talk: Arc<Talk>,
        terms: Terms,
        now: Duration,
        random: &mut Random,
    ) -> Result<Box<Voice>, TryReserveError> {
        let seeds = Seeds::new(&std::array::from_fn(|_| random.byte()));
        let mut session = Session::new(now, &seeds, terms.agreement)?;
        if let Some(protection) = &terms.protection {
            session.protect(protection.clone())?;
        }
        let mut said = Vec::new();
        said.try_reserve_exact(room(&terms))?;
        Ok(Box::new(Voice {
            ports: talk.ports.clone(),
            moves_to: None,
            talk,
            session,
            encoder: Encoder::new(terms.codec),
            said,
            hearing: Hearing::new(terms.codec),
            terms,
            dialling: None,
            heard: Heard::default(),
            place: Seated::default(),
            lost: Lost::No,
            answered: None,
            music: 0,
            ticks: 0,
            sent: now,
        }))
    }

    /// From one tick to the next.
    pub fn tick_length(&self) -> Duration {
        match self.terms.packet.as_millis() % 20 {
            0 => FRAME,
            _ => FRAME / 2,
        }
    }

    /// A datagram came to one of the sockets.
    pub fn receive(
        &mut self,
        now: Duration,
        port: Port,
        from: std::net::SocketAddr,
        datagram: &mut [u8],
    ) {
        let received = match port {
            Port::Sound => self.session.receive(now, from, datagram),
            Port::Control => self.session.receive_control(now, from, datagram),
        };
        if let Err(refused) = received {
            tracing::trace!("call {}: {from}: {refused}", self.talk.call.id());
        }
        self.tell();
    }

    /// A tick is due. Returns whether there will be more.
    pub fn tick(&mut self, due: Duration, now: Duration, scratch: &mut Scratch) -> bool {
        if self.talk.is_over() {
            self.leave(now, scratch);
            return false;
        }
        if let Some(said) = self.talk.news() {
            self.is_told(now, said);
        }
        let in_ms = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(20).max(1);
        let length = in_ms(self.tick_length());
        if self.ticks % (in_ms(FRAME) / length) == 0 {
            self.hear(due, now, scratch);
        }
        if self.ticks % (in_ms(self.terms.packet) / length) == 0 {
            self.say(due, scratch);
        }
        self.ticks += 1;
        self.tell();
        self.go_on(now);
        if self.session.poll_at() <= now {
            let wall = clock::wall();
            let report = self.session.poll(now, wall, &mut scratch.datagram);
            send(&self.talk, &self.ports, report);
        }
        true
    }

    /// The call is over: the far end is told so.
    pub fn leave(&mut self, now: Duration, scratch: &mut Scratch) {
        let report = self
            .session
            .leave(now, clock::wall(), &mut scratch.datagram);
        send(&self.talk, &self.ports, report);
    }

    /// The ports that the far end's sound is to arrive at, if they are others than before.
    pub fn takes_ports(&mut self) -> Option<Arc<Ports>> {
        self.moves_to.take()
    }

    /// Something was said of the call.
    pub fn is_told(&mut self, now: Duration, said: Said) {
        if said.ports.is_some() {
            self.moves_to = said.ports;
        }
        if let Some(terms) = said.terms {
            if !terms.takes_info {
                if let Some(dialling) = &mut self.dialling {
                    dialling.info_refused(self.talk.manners.digits);
                }
            }
            self.agree(now, terms);
        }
        if let Some(digits) = said.digits {
            self.stop_digits();
            let wish = self.talk.manners.digits;
            self.dialling = digits.map(|digits| Dialling::new(digits, wish, &self.terms, now));
        }
        if said.place.is_some() {
            self.place = said.place;
        }
        self.heard.keys(said.keys);
    }

    fn agree(&mut self, now: Duration, terms: Terms) {
        if self.encoder.codec() != terms.codec {
            self.encoder = Encoder::new(terms.codec);
        }
        if self.terms.packet != terms.packet || self.terms.codec != terms.codec {
            self.said.clear();
            if self.said.try_reserve_exact(room(&terms)).is_err() {
                tracing::error!("no memory for the packets of call {}", self.talk.call.id());
            }
        }
        let silent_since = self.session.silent_since();
        self.session.agree(now, terms.agreement);
        if let Err(error) = self.protect(now, &terms) {
            // What is to be protected is not sent otherwise.
            tracing::error!("call {} is silent: {error}", self.talk.call.id());
            let silent = Agreement {
                sends: false,
                receives: false,
                ..terms.agreement
            };
            self.session.agree(now, silent);
            self.terms = Terms {
                agreement: silent,
                ..terms
            };
            return;
        }
        // Whoever agrees says to the streams what passes: they are told anew of what still does not
        // come, and the log is not.
        self.lost = match self.lost {
            Lost::Known | Lost::Told if self.session.silent_since() == silent_since => Lost::Known,
            _ => Lost::No,
        };
        self.terms = terms;
    }

    /// Protects the session as was agreed on. One that is protected no more is another one.
    fn protect(&mut self, now: Duration, terms: &Terms) -> Result<(), TryReserveError> {
        match &terms.protection {
            Some(protection) => self.session.protect(protection.clone()),
            None if self.session.is_protected() => {
                let mut random = [0; 32];
                fill(&mut random);
                self.session = Session::new(now, &Seeds::new(&random), terms.agreement)?;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Sends what the engine plays, for the packet that is due.
    fn say(&mut self, due: Duration, scratch: &mut Scratch) {
        if !self.terms.agreement.sends {
            self.said.clear();
            return;
        }
        let rate = self.terms.codec.sample_rate();
        let whole = self.terms.codec.samples_per_ms() * 20;
        let Some(frame) = scratch.frame.get_mut(..whole) else {
            return;
        };
        let packet = usize::try_from(self.terms.packet.as_millis()).unwrap_or(20);
        let mut sounded = false;
        let length = if self.terms.packet == FRAME {
            sounded |= self.playout(due, rate, frame);
            self.encoder.encode(frame, &mut scratch.encoded)
        } else {
            let needed = packet * self.terms.codec.samples_per_ms();
            while self.said.len() < needed {
                sounded |= self.playout(due, rate, frame);
                if self.said.capacity() - self.said.len() < frame.len() {
                    return;
                }
                self.said.extend_from_slice(frame);
            }
            let samples = self.said.get(..needed).unwrap_or_default();
            let length = self.encoder.encode(samples, &mut scratch.encoded);
            self.said.drain(..needed);
            length
        };
        let payload = scratch.encoded.get(..length).unwrap_or_default();
        let silent = !sounded
            && self.terms.agreement.send.noise.is_some()
            && due.saturating_sub(self.sent) < SIGN_OF_LIFE;
        let outgoing = match silent {
            // Silence is what nobody hears (RFC 3389 §3.1).
            true => Outgoing::Noise(127),
            false => {
                self.sent = due;
                Outgoing::Sound(payload)
            }
        };
        let datagram = self
            .session
            .send(due, outgoing, false, &mut scratch.datagram);
        send(&self.talk, &self.ports, datagram);
    }

    /// What is said in the next 20 ms. Returns whether it is anything.
    fn playout(&mut self, due: Duration, rate: u32, frame: &mut [i16]) -> bool {
        let mut sounded = self.talk.call.playout(rate, frame);
        if let Some(dialling) = &mut self.dialling {
            sounded |= dialling.sound(rate, frame);
        }
        if let Some(place) = self.place.as_mut().filter(|_| takes_part(&self.terms)) {
            sounded |= place.hear(due, rate, self.terms.packet, frame);
        }
        if sounded {
            return true;
        }
        let holds = !self.terms.agreement.receives;
        match self.talk.manners.music.as_ref().filter(|_| holds) {
            Some(music) => {
                music.play(rate, &mut self.music, frame);
                true
            }
            None => false,
        }
    }

    /// Lets the engine hear 20 ms.
    fn hear(&mut self, due: Duration, now: Duration, scratch: &mut Scratch) {
        // Asking takes a lock, and a tenth of a second is soon enough.
        if self.ticks % 5 == 0 {
            let in_sound = match self.talk.manners.digits {
                Digits::Sound => true,
                Digits::Auto => !self.terms.has_events(),
                Digits::Events | Digits::Info => false,
            };
            let wants = in_sound && self.talk.call.wants_digits();
            self.heard.listens(wants, self.hearing.rate());
        }
        let (session, heard) = (&mut self.session, &mut self.heard);
        let of = (&*self.talk, &self.terms);
        let place = self.place.as_mut().filter(|_| takes_part(&self.terms));
        let place = place.map(|place| (due, place));
        self.hearing
            .hear(now, of, session, (heard, place), &mut scratch.frame);
    }

    /// Tells the engine what has happened.
    fn tell(&mut self) {
        let call = &self.talk.call;
        while let Some(event) = self.session.next_event() {
            match event {
                Event::DigitBegan(event) => {
                    self.heard.event(call, event, DTMF);
                }
                Event::DigitEnded(event, _) => {
                    self.heard.event(call, event, DTMF_END);
                }
                Event::DigitsSent => {
                    if let Some(dialling) = &mut self.dialling {
                        dialling.events_sent();
                    }
                }
                Event::Moved(to) => {
                    tracing::debug!("call {}: sound goes to {to}", call.id());
                }
                Event::Source(_) | Event::Left | Event::Renumbered(_) => {}
            }
        }
    }

    /// Goes on with what takes its time.
    fn go_on(&mut self, now: Duration) {
        if let Some(dialling) = &mut self.dialling {
            if let Some(serial) = dialling.go_on(now, &self.talk, &mut self.session) {
                self.dialling = None;
                self.talk.call.generated(serial);
            }
        }
        self.heard.go_on(now, &self.talk.call);
        self.watch(now);
    }

    /// Looks whether anything still comes.
    fn watch(&mut self, now: Duration) {
        let Some(patience) = self.talk.manners.patience.filter(|_| self.terms.answered) else {
            return;
        };
        let answered = *self.answered.get_or_insert(now);
        let since = self.session.silent_since().map(|since| since.max(answered));
        let lost = since.is_some_and(|since| now.saturating_sub(since) > patience);
        let call = &self.talk.call;
        if !lost {
            if let (Some(_), Lost::Known | Lost::Told) = (since, self.lost) {
                tracing::info!("call {}: sound comes again", call.id());
            }
            // While we hold, nothing is to come, and the streams know.
            if let (Some(_), Lost::Told) = (since, self.lost) {
                self.render(Transport::WithTheCall, StreamCause::MediaRecovered);
            }
            self.lost = Lost::No;
            return;
        }
        if self.lost == Lost::No {
            tracing::warn!(
                "call {}: no sound has come for {} s",
                call.id(),
                patience.as_secs()
            );
            self.lost = Lost::Known;
            if self.talk.manners.hangs_up {
                self.talk.want(Wanted::End);
            }
        }
        // Of a call that nobody listens to nobody is told.
        if self.lost == Lost::Known && call.has_streams() {
            self.lost = Lost::Told;
            self.render(Transport::Closed, StreamCause::MediaTimeout);
        }
    }

    fn render(&self, transport: Transport, cause: StreamCause) {
        let call = &self.talk.call;
        if let Err(error) = call.set_transport(Flow::Render, transport, cause) {
            tracing::warn!("call {}: {error}", call.id());
        }
    }

    fn stop_digits(&mut self) {
        if self.dialling.take().is_some() {
            self.session.stop_digits();
        }
    }
}

/// Whether a call has a part in its conference: one that either side holds neither hears nor is heard.
fn takes_part(terms: &Terms) -> bool {
    terms.agreement.sends && terms.agreement.receives
}

/// How many samples wait at most where packets are no frame long.
fn room(terms: &Terms) -> usize {
    if terms.packet == FRAME {
        return 0;
    }
    let packet = usize::try_from(terms.packet.as_millis()).unwrap_or(20);
    (packet + 20) * terms.codec.samples_per_ms()
}

/// Sends a datagram, if there is one. What does not leave is lost, as others are on the way.
fn send(talk: &Talk, ports: &Ports, datagram: Option<Datagram<'_>>) {
    let (Some(datagram), Some(sockets)) = (datagram, ports.sockets()) else {
        return;
    };
    if !talk.may_send() {
        return;
    }
    let socket: &UdpSocket = match datagram.port {
        Port::Sound => sockets.0,
        Port::Control => sockets.1,
    };
    if let Err(error) = socket.send_to(datagram.octets, datagram.to) {
        tracing::trace!("call {}: to {}: {error}", talk.call.id(), datagram.to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tapi3_media::codec::Codec;
    use tapi3_media::session::{Events, Format, Sizing};

    #[test]
    fn a_call_with_sound_takes_little_more_than_4_kilobytes_until_it_is_heard() {
        let format = Format {
            payload_type: 9,
            clock_rate: 8_000,
            sizing: Sizing::OctetsPerTick(1),
        };
        let events = Events {
            payload_type: 101,
            clock_rate: 8_000,
        };
        let remote = "192.0.2.1:4000".parse().unwrap();
        let agreement = Agreement::simple(remote, format, FRAME, Some(events));
        let session = Session::new(Duration::ZERO, &Seeds::new(&[7; 32]), agreement).unwrap();
        let ours = size_of::<Voice>() + size_of::<Talk>();
        for &codec in Codec::ALL {
            let heard = Hearing::heap(codec);
            let all = ours + session.heap() + heard;
            let parts = [size_of::<Voice>(), size_of::<Talk>(), session.heap(), heard];
            assert!(all < 11_000, "{parts:?}");
            assert!(all - heard < 4_200, "{parts:?}");
        }
    }
}
