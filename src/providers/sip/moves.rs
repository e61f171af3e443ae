//! Calls that go on elsewhere: redirections, transfers that the far end wants, and calls that take the
//! place of others.

use super::calls::{is_anonymous, printable};
use super::causes;
use super::lookup::Purpose;
use super::station::Station;
use super::wishes::Pending;
use crate::engine::{DropReason, PartyId};
use std::time::Instant;
use tapi3_sip::agent::{CallId, End, Named, Offer, Placing, Refusal, split_target};
use tapi3_sip::flow::Flow;
use tapi3_sip::message::uri::{SipUri, destination};

impl Station {
    /// A call that is being placed is sent elsewhere (RFC 3261 §8.1.3.4): there, if the line follows.
    pub(super) fn redirected(&mut self, id: CallId, code: u16, reason: String, targets: &[String]) {
        let Some(leg) = self.legs.get(&id) else {
            return self.agent.refuse_redirection(Instant::now(), id, code);
        };
        leg.call.set_network_response(code, reason);
        let line = self.lines.get(leg.line);
        let target = targets.iter().find_map(|target| SipUri::parse(target));
        let follow = line.filter(|line| line.config.follow_redirects).zip(target);
        let Some((line, target)) = follow else {
            leg.over(causes::of(&End::Refused {
                code,
                rang: false,
                q850: None,
            }));
            return self.agent.refuse_redirection(Instant::now(), id, code);
        };
        let party = |uri: &SipUri| {
            line.config.party(&Named {
                name: String::new(),
                uri: uri.to_string(),
            })
        };
        let told = leg.call.set_party(PartyId::Redirection, party(&target));
        let dialled = destination(leg.call.destination(), &line.config.uri, false);
        let told = told.and_then(|()| match dialled {
            Some(dialled) => leg.call.set_party(PartyId::Redirecting, party(&dialled)),
            None => Ok(()),
        });
        if let Err(error) = told {
            tracing::warn!("who redirected a call is not kept: {error}");
        }
        let hop = line.config.next_hop(&target);
        let purpose = Purpose::Redirect {
            id,
            target: target.to_string(),
            code,
        };
        self.look_up(purpose, &hop);
    }

    /// The far end wants the application's call to go on with somebody else (RFC 3515).
    pub(super) fn transfer_wanted(&mut self, id: CallId, target: &str, referred_by: Option<Named>) {
        let now = Instant::now();
        let (uri, replaces) = split_target(target);
        // One that is on its way to somebody already goes there first.
        let free = self.moves_to(id).is_empty();
        let leg = self.legs.get(&id).filter(|leg| free && !leg.is_over());
        let line = leg.map(|leg| leg.line);
        let known = line.and_then(|line| self.lines.get(line));
        let target = SipUri::parse(&uri);
        let allowed = known.filter(|known| known.config.follow_transfers);
        let Some(((line, known), target)) = line.zip(allowed).zip(target) else {
            return self.agent.refuse_transfer(now, id, 603);
        };
        let mut lines = String::new();
        if let Some(replaces) = replaces {
            lines.push_str(&format!("Replaces: {}\r\n", printable(&replaces)));
        }
        if let Some(by) = referred_by {
            lines.push_str(&format!("Referred-By: <{}>\r\n", printable(&by.uri)));
        }
        let hop = known.config.next_hop(&target);
        let purpose = Purpose::Move {
            old: id,
            line,
            target: target.to_string(),
            lines: lines.into_bytes(),
        };
        self.look_up(purpose, &hop);
    }

    /// The host that a call is to go on at was found.
    pub(super) fn moved(
        &mut self,
        old: CallId,
        line: usize,
        target: String,
        lines: Vec<u8>,
        flows: Vec<Flow>,
    ) {
        let now = Instant::now();
        // It may have ended while the host was looked up.
        let leg = self.legs.get(&old).filter(|leg| !leg.is_over());
        let known = leg.zip(self.lines.get(line));
        let new = known.and_then(|(leg, known)| {
            let placing = Placing {
                line: known.id,
                target,
                flows,
                // The new call's sound arrives where the old one's does: there is one at a time.
                media: leg.media_address(known)?,
                session: leg.call.id(),
                lines,
                anonymous: is_anonymous(&leg.call),
            };
            self.agent.place(now, placing)
        });
        match new {
            Some(new) => {
                self.moves.insert(new, old);
                self.agent.accept_transfer(now, old, new);
            }
            None => self.agent.refuse_transfer(now, old, 480),
        }
    }

    /// The call that was to stand in the place of this one has come to nothing.
    pub(super) fn moved_nowhere(&mut self, old: CallId, end: &End) {
        // One whose far end is still there goes on with that.
        if self.legs.get(&old).is_some_and(|leg| leg.waits_for_move) {
            if let Some(leg) = self.legs.remove(&old) {
                if leg.control.hung_up().is_none() {
                    leg.over(causes::of(end));
                }
            }
        }
    }

    /// The call of the engine's goes on at another call of the agent's, and the old one ends. `who` is
    /// there now, if it is known by more than its address.
    pub(super) fn take_the_place_of(&mut self, old: CallId, new: CallId, who: Option<Named>) {
        let now = Instant::now();
        let why = causes::hang_up(DropReason::Normal);
        // It may be over for the application, and on the wire still.
        let leg = match self.legs.get(&old).is_some_and(|leg| !leg.is_over()) {
            true => self.legs.remove(&old),
            false => None,
        };
        let Some(mut leg) = leg else {
            return self.agent.hang_up(now, new, why);
        };
        leg.control.set_id(new);
        let by_address = |uri| Named {
            name: String::new(),
            uri,
        };
        let who = who.or_else(|| self.agent.far_uri(new).map(by_address));
        if let (Some(named), Some(line)) = (who, self.lines.get(leg.line)) {
            let party = line.config.party(&named);
            if let Err(error) = leg.call.set_party(PartyId::Connected, party) {
                tracing::warn!("who is connected now is not kept: {error}");
            }
        }
        let pending = leg.pending.take();
        leg.waits_for_move = false;
        self.legs.insert(new, leg);
        self.sounds(new, false);
        self.is_known_as(old, new);
        match pending {
            // Whoever takes its place answers it.
            Some(Pending::Take(reply)) => reply.ok(),
            Some(pending) => self.fail(pending, &Refusal::Over),
            None => {}
        }
        // Others that were to stand there come too late.
        for other in self.moves_to(old) {
            self.moves.remove(&other);
            self.agent
                .hang_up(now, other, causes::hang_up(DropReason::Normal));
        }
        self.agent.hang_up(now, old, why);
        self.heed_one(new);
    }

    /// A call has another number from now on: whoever is on the way with it knows it by that.
    fn is_known_as(&mut self, old: CallId, new: CallId) {
        for leg in self.legs.values_mut() {
            match &mut leg.pending {
                Some(
                    Pending::SwapHold(_, other)
                    | Pending::SwapUnhold(_, other)
                    | Pending::Transfer(_, other),
                ) if *other == old => *other = new,
                Some(Pending::Join(join, _)) => join.is_known_as(old, new),
                _ => {}
            }
        }
        if let Some(original) = self.consults.remove(&old) {
            self.consults.insert(new, original);
        }
    }

    /// A call that somebody sent here takes the place of one of ours (RFC 3891): it is answered at
    /// once, and for the application it is the same call.
    pub(super) fn replaced(&mut self, old: CallId, new: CallId, offer: &Offer) {
        let now = Instant::now();
        let leg = self.legs.get(&old).filter(|leg| !leg.is_over());
        let Some(leg) = leg else {
            return self.agent.refuse(now, new, 603);
        };
        let session = leg.call.id();
        let known = self.lines.get(leg.line);
        let Some(media) = known.and_then(|known| leg.media_address(known)) else {
            return self.agent.refuse(now, new, 481);
        };
        match self.agent.answer(now, new, media, session) {
            Ok(_) => {
                let who = match offer.anonymous {
                    true => Named::default(),
                    false => offer.caller.clone(),
                };
                self.take_the_place_of(old, new, Some(who));
                // A call that was being placed is up by this.
                if let Some(leg) = self.legs.get(&new) {
                    leg.call.connected();
                }
            }
            Err(_) => self.agent.refuse(now, new, 480),
        }
    }
}
