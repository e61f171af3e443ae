//! Calls that come in, until they are answered.

use super::control::Control;
use super::forward::Caller;
use super::leg::Leg;
use super::station::{Station, place_of};
use super::{ADDRESS_TYPES, NOT_OFFERING};
use crate::engine::{Incoming, Party, PartyId, Reply, Result};
use crate::providers::forwarding::Family;
use crate::providers::switchboard;
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
        if self.closing {
            return self.agent.refuse(now, id, 480);
        }
        let calling = Caller::of(&known.config, &offer.caller, offer.anonymous);
        if self.forwards(id, place, Family::Unconditional, &calling) {
            return;
        }
        let Some(known) = self.lines.get(place) else {
            return self.agent.refuse(now, id, 404);
        };
        let quiet = known.line.with_status(|status| status.do_not_disturb);
        let control = match Control::new(&known.appearances, &self.asked) {
            Ok(control) if !quiet => control,
            busy => {
                if self.forwards(id, place, Family::Busy, &calling) {
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
        let leg = Leg {
            call,
            control,
            line: place,
            _admitted: admitted,
            ports: None,
            sound: None,
            conference: None,
            is_back: false,
            rings: true,
            waits_for_move: false,
            pending: None,
            ended: None,
            gone: false,
        };
        self.legs.insert(id, leg);
        self.agent.ring(now, id);
        self.may_go_unanswered(id, place, calling);
        self.heed_one(id);
    }

    pub(super) fn answer(&mut self, id: CallId, reply: Reply) {
        match self.accept(id) {
            Ok(()) => reply.ok(),
            Err(error) => reply.fail(error),
        }
    }

    fn accept(&mut self, id: CallId) -> Result<()> {
        let ip = self.agent.local_ip(id).ok_or(NOT_OFFERING)?;
        let ports = self.ports(ip)?;
        let line = self.legs.get(&id).map(|leg| leg.line).ok_or(NOT_OFFERING)?;
        let session = self.legs.get(&id).map_or(0, |leg| leg.call.id());
        let media = self.media_address(line, &ports).ok_or(NOT_OFFERING)?;
        let answered = self.agent.answer(Instant::now(), id, media, session);
        answered.map_err(|_| NOT_OFFERING)?;
        // The news of what is agreed on comes to a leg that has them.
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.ports = Some(ports);
            leg.rings = false;
        }
        self.rings_no_more(id);
        Ok(())
    }
}
