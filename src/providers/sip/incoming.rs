//! Calls that come in, until they are answered.

use super::control::Control;
use super::forward::Caller;
use super::leg::Leg;
use super::ports::Ports;
use super::sound_settings::EarlyMedia;
use super::station::{Station, place_of};
use super::wishes::Pending;
use super::{ADDRESS_TYPES, NOT_OFFERING};
use crate::engine::{Call, Flow, Incoming, Party, PartyId, Reply, Result, StreamCause, Transport};
use crate::providers::forwarding::Family;
use crate::providers::switchboard;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;
use tapi3_common::media::AUDIO;
use tapi3_sip::agent::{CallId, LineId, Offer};

impl Station {
    /// A call comes in.
    pub(super) fn offered(&mut self, id: CallId, line: LineId, offer: &Offer) {
        let now = Instant::now();
        if let Some(old) = offer.replaces.filter(|old| self.legs.contains_key(old)) {
            return self.replaced(old, id, offer);
        }
        let place = place_of(line);
        let Some(known) = self.lines.get(place) else {
            return self.agent.refuse(now, id, 404);
        };
        if self.closing || known.line.is_withheld() {
            return self.agent.refuse(now, id, 480);
        }
        let calling = Caller {
            named: &offer.caller,
            is_anonymous: offer.anonymous,
        };
        if self.forwards(id, place, Family::Unconditional, calling) {
            return;
        }
        let Some(known) = self.lines.get(place) else {
            return self.agent.refuse(now, id, 404);
        };
        let quiet = known.line.with_status(|status| status.do_not_disturb);
        let control = match Control::new(&known.appearances, &self.asked) {
            Ok(control) if !quiet => control,
            busy => {
                if self.forwards(id, place, Family::Busy, calling) {
                    return;
                }
                if let (Err(error), Some(known)) = (busy, self.lines.get(place)) {
                    let name = &known.line.info().name;
                    tracing::info!("line {name:?}: a call was refused as busy: {error}");
                }
                return self.agent.refuse(now, id, 486);
            }
        };
        let name = &known.line.info().name;
        let admitted = match self.switchboard.enter(&control, |_| {}) {
            Ok(admitted) => admitted,
            Err(refusal) => {
                let error = switchboard::refused(refusal);
                tracing::warn!("line {name:?}: a call was refused: {error}");
                return self.agent.refuse(now, id, 480);
            }
        };
        control.set_id(id);
        let caller = match offer.anonymous {
            true => Party::default(),
            false => known.config.party(&offer.caller),
        };
        let announced = known.line.incoming(Incoming {
            caller,
            called: Party::default(),
            media: AUDIO,
            address_type: ADDRESS_TYPES,
            tag: admitted.tag(),
            ..Incoming::default()
        });
        let call = match announced {
            Ok(call) => call,
            Err(error) => {
                tracing::error!("a call was not announced: {error}");
                return self.agent.refuse(now, id, 500);
            }
        };
        if let Some(by) = &offer.diverted_by {
            let told = call.set_party(PartyId::Redirecting, known.config.party(by));
            if let Err(error) = told {
                tracing::warn!("who redirected a call is not kept: {error}");
            }
        }
        let early = match offer.described || offer.wants_ours {
            true => known.config.early_media,
            false => EarlyMedia::Off,
        };
        if early != EarlyMedia::Off {
            // Who is on the stream towards the caller is heard: see `speak_early`.
            carries_early(&call, Transport::Early);
        }
        let leg = Leg {
            call,
            control,
            line: place,
            _admitted: admitted,
            ports: None,
            sound: None,
            sound_said: String::new(),
            conference: None,
            is_back: false,
            rings: true,
            is_heard_early: false,
            waits_for_move: false,
            pending: None,
            ended: None,
            gone: false,
        };
        self.legs.insert(id, leg);
        match early {
            EarlyMedia::AtOnce => self.speak_early(id),
            _ if offer.wants_ours => self.describe(id),
            _ => {}
        }
        self.agent.ring(now, id);
        self.may_go_unanswered(id, place, calling);
        self.heed_one(id);
    }

    pub(super) fn answer(&mut self, id: CallId, reply: Reply) {
        match (self.accept(id), self.legs.get_mut(&id)) {
            (Ok(false), Some(leg)) => leg.pending = Some(Pending::Answer(reply)),
            (Ok(_), _) => reply.ok(),
            (Err(error), _) => reply.fail(error),
        }
    }

    /// Returns whether the call is answered now; otherwise the agent says when it is.
    fn accept(&mut self, id: CallId) -> Result<bool> {
        let (ports, media, session) = self.sound_of_ringing(id)?;
        let answered = self.agent.answer(Instant::now(), id, media, session);
        let answered = answered.map_err(|_| NOT_OFFERING)?;
        // The news of what is agreed on comes to a leg that has them.
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.ports = Some(ports);
            leg.rings = false;
        }
        self.rings_no_more(id);
        Ok(answered)
    }

    /// The ports of a call that rings, where the caller is to send its sound, and the session's number.
    fn sound_of_ringing(&self, id: CallId) -> Result<(Arc<Ports>, SocketAddr, u64)> {
        let leg = self.legs.get(&id).ok_or(NOT_OFFERING)?;
        let ports = match &leg.ports {
            Some(ports) => ports.clone(),
            None => self.ports(leg.line, self.agent.local_ip(id).ok_or(NOT_OFFERING)?)?,
        };
        let media = self.media_address(leg.line, &ports).ok_or(NOT_OFFERING)?;
        Ok((ports, media, leg.call.id()))
    }

    /// The caller of a call that rings hears us from now on, and is told of our sound before, if it does
    /// not know.
    pub(super) fn speak_early(&mut self, id: CallId) {
        let Some(leg) = self.legs.get_mut(&id).filter(|leg| leg.rings()) else {
            return;
        };
        leg.is_heard_early = true;
        if leg.ports.is_some() {
            // What the caller has answered is heeded, as far as it has.
            self.sounds(id, true);
        } else {
            self.describe(id);
        }
    }

    /// The caller of a call that rings is told of our sound.
    fn describe(&mut self, id: CallId) {
        let described = self
            .sound_of_ringing(id)
            .and_then(|(ports, media, session)| {
                let described = self.agent.describe(Instant::now(), id, media, session);
                described.map_err(|_| NOT_OFFERING)?;
                Ok(ports)
            });
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        match described {
            Ok(ports) => leg.ports = Some(ports),
            Err(error) => {
                tracing::warn!("call {}: it has no early sound: {error}", leg.call.id());
                carries_early(&leg.call, Transport::default());
            }
        }
    }
}

/// Whether the stream towards the caller is there before the answer.
fn carries_early(call: &Call, transport: Transport) {
    let cause = StreamCause::LocalRequest;
    if let Err(error) = call.set_transport(Flow::Capture, transport, cause) {
        tracing::warn!("call {}: {error}", call.id());
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Engine, ManualClock, Settings};
    use std::net::UdpSocket;
    use std::sync::Arc;
    use std::time::Duration;

    /// What a line answers first to a call that comes in, after "100 Trying".
    fn answer(peer: &UdpSocket, port: u16, number: u32) -> String {
        let own = peer.local_addr().unwrap();
        let invite = format!(
            "INVITE sip:desk@127.0.0.1:{port} SIP/2.0\r\n\
             Via: SIP/2.0/UDP {own};branch=z9hG4bK{number}\r\nMax-Forwards: 70\r\n\
             From: <sip:caller@{own}>;tag=1\r\nTo: <sip:desk@127.0.0.1>\r\n\
             Call-ID: {number}\r\nCSeq: 1 INVITE\r\nContact: <sip:caller@{own}>\r\n\
             Content-Length: 0\r\n\r\n"
        );
        let mut buffer = [0; 8192];
        // What came before the line was there is lost.
        loop {
            peer.send_to(invite.as_bytes(), ("127.0.0.1", port))
                .unwrap();
            while let Ok(length) = peer.recv(&mut buffer) {
                let text = String::from_utf8_lossy(&buffer[..length]);
                let is_ours = text.contains(&format!("Call-ID: {number}\r\n"));
                if is_ours && !text.starts_with("SIP/2.0 100") {
                    return text.lines().next().unwrap().to_owned();
                }
            }
        }
    }

    #[test]
    fn a_line_that_is_withheld_takes_no_call() {
        let peer = UdpSocket::bind("127.0.0.1:0").unwrap();
        peer.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
        let place = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = place.local_addr().unwrap().port();
        drop(place);
        let engine = Engine::new(Arc::new(ManualClock::new()), Settings::default());
        let text = format!("uri = 'sip:desk@127.0.0.1'\nlisten = '127.0.0.1:{port}'");
        let lines = vec![("desk".to_owned(), toml::from_str(&text).unwrap())];
        crate::providers::sip::open(&engine, lines).unwrap();
        let line = engine.lines().unwrap().pop().unwrap();
        line.withhold(true);
        let first = answer(&peer, port, 1);
        line.withhold(false);
        let second = answer(&peer, port, 2);
        line.provider().close();
        let (first, second) = (first.as_str(), second.as_str());
        assert!(first.starts_with("SIP/2.0 480"), "{first}");
        assert!(second.starts_with("SIP/2.0 180"), "{second}");
    }
}
