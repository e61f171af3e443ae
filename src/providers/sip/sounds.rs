//! The sound of a station's calls: what their signalling has agreed on goes to those who carry it, and
//! to the streams of the engine.

use super::causes;
use super::sound::{Conference, Sounding, Talk, Terms, Wanted};
use super::station::Station;
use crate::engine::{Cause, DropReason, Flow, StreamCause, Transport};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tapi3_sip::agent::CallId;

impl Station {
    /// What is agreed on for a call's sound may have changed; `early` if it is not answered yet.
    pub(super) fn sounds(&mut self, id: CallId, early: bool) {
        let Some(session) = self.agent.session(id) else {
            return;
        };
        let takes_info = self.agent.takes_info(id);
        let Some(leg) = self.legs.get_mut(&id).filter(|leg| !leg.is_over()) else {
            return;
        };
        if early && leg.rings && !leg.is_heard_early {
            return;
        }
        let terms = Terms {
            takes_info,
            answered: !early,
            ..Terms::new(&session)
        };
        let cause = match session.holds {
            true => StreamCause::RemoteRequest,
            false => StreamCause::LocalRequest,
        };
        let ways = [
            (Flow::Capture, terms.agreement.sends),
            (Flow::Render, terms.agreement.receives),
        ];
        for (flow, passes) in ways {
            let transport = match (passes, early) {
                (true, true) => Transport::Early,
                (true, false) => Transport::WithTheCall,
                (false, _) => Transport::Closed,
            };
            if let Err(error) = leg.call.set_transport(flow, transport, cause) {
                tracing::warn!("call {}: {error}", leg.call.id());
            }
        }
        if tracing::event_enabled!(tracing::Level::DEBUG) {
            let agreed = terms.to_string();
            if agreed != leg.sound_said {
                tracing::debug!("call {}: {agreed}", leg.call.id());
                leg.sound_said = agreed;
            }
        }
        if let Some(sounding) = &leg.sound {
            return sounding.talk().agree(terms);
        }
        let Some(ports) = leg.ports.clone() else {
            return;
        };
        let Some(line) = self.lines.get(leg.line) else {
            return;
        };
        let (call, control) = (leg.call.clone(), leg.control.clone());
        let manners = line.config.manners.clone();
        let guard = self.guard.clone();
        let talk = Arc::new(Talk::new(call, control, ports, manners, terms, guard));
        match leg.conference.as_ref().map(Conference::place) {
            Some(Ok(place)) => talk.join(place),
            Some(Err(_)) => {
                tracing::error!("call {}: no memory for its conference", leg.call.id());
            }
            None => {}
        }
        self.sound.begin(&talk);
        leg.sound = Some(Sounding::new(talk));
    }

    /// The far end has told of a key.
    pub(super) fn key_told(&mut self, id: CallId, key: u8, length: Duration) {
        let leg = self.legs.get(&id);
        if let Some(sounding) = leg.and_then(|leg| leg.sound.as_ref()) {
            sounding.talk().hear_key(key, length);
        }
    }

    /// Does what a call's sound wants of its signalling.
    pub(super) fn heed_sound(&mut self, id: CallId) {
        let leg = self.legs.get(&id);
        let Some(sounding) = leg.and_then(|leg| leg.sound.as_ref()) else {
            return;
        };
        let now = Instant::now();
        for wanted in sounding.talk().take_wanted() {
            match wanted {
                Wanted::Key(key, length) => {
                    if let Err(refusal) = self.agent.press(now, id, key, length) {
                        tracing::warn!("a digit was not sent: {refusal:?}");
                    }
                }
                Wanted::End => self.sound_lost(id),
            }
        }
    }

    /// Nothing comes from the far end any more, and the line does not put up with that.
    fn sound_lost(&mut self, id: CallId) {
        let Some(leg) = self.legs.get_mut(&id).filter(|leg| !leg.is_over()) else {
            return;
        };
        leg.sound = None;
        leg.over(Cause::Failed);
        let why = causes::hang_up(DropReason::Normal);
        self.agent.hang_up(Instant::now(), id, why);
    }
}
