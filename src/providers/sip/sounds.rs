//! The sound of a station's calls: what their signalling has agreed on goes to those who carry it, and
//! to the streams of the engine.

use super::sound::{Sounding, Talk, Terms};
use super::station::Station;
use crate::engine::{Flow, StreamCause, Transport};
use std::sync::Arc;
use tapi3_sip::agent::CallId;

impl Station {
    /// What is agreed on for a call's sound may have changed; `early` if it is not answered yet.
    pub(super) fn sounds(&mut self, id: CallId, early: bool) {
        let Some(session) = self.agent.session(id) else {
            return;
        };
        let Some(leg) = self.legs.get_mut(&id).filter(|leg| !leg.is_over()) else {
            return;
        };
        let terms = Terms::new(&session);
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
        if let Some(sounding) = &leg.sound {
            return sounding.talk().agree(terms);
        }
        let Some(ports) = leg.ports.clone() else {
            return;
        };
        let talk = Arc::new(Talk::new(leg.call.clone(), ports, terms));
        self.sound.begin(talk.clone());
        leg.sound = Some(Sounding::new(talk, leg.control.clone()));
    }
}
