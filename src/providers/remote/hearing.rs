//! What nodes say in our sessions: answers, states of calls, calls that come in.

use super::control::{Control, Way};
use super::pool::{Leg, Pool, list, resync};
use super::session::Then;
use crate::engine::{
    Cause, DTMF, DTMF_END, DropReason, Error, Incoming, NetworkResponse, News, PartyId, Reply,
    State,
};
use crate::pool::meaning;
use crate::providers::switchboard::{self, Control as _};
use std::collections::HashSet;
use std::time::Duration;
use tapi3_bus::seal::open;
use tapi3_bus::{Ask, CallNews, LineEntry, Offer, Tell, ToClient, Took, subject};
use tokio::time::Instant;

/// How many lines one node can have for us.
const MAX_LINES: usize = 10_000;

impl Pool {
    /// A node says something to one of our sessions.
    pub async fn told(&mut self, subject: &str, bytes: &[u8]) {
        let Some(name) = subject::session_of(subject).map(str::to_owned) else {
            return;
        };
        let Some(session) = self.sessions.get_mut(&name) else {
            return;
        };
        let message: ToClient = match open(&self.who.key, subject, bytes) {
            Ok(message) => message,
            Err(error) => {
                return tracing::debug!(node = session.node, "a message is ignored: {error}");
            }
        };
        if message.seq == 0 {
            match message.tell {
                Tell::NoSession { op } if session.pending.contains_key(&op) => self.lose(&name),
                Tell::Failed { op, error, text } if session.pending.contains_key(&op) => {
                    let node = session.node.clone();
                    self.refused(node, &meaning::error(&error, &text));
                }
                _ => {}
            }
            return;
        }
        let took = session.order.take(message.seq);
        if took == Took::Old {
            return;
        }
        session.heard = Instant::now();
        if took == Took::Gap {
            tracing::debug!(node = session.node, "something was missed");
            // First what was asked for: of a call that is left, the answer may be among what was missed.
            self.try_again(true).await;
            if let Some(session) = self.sessions.get_mut(&name) {
                resync(session, &self.link, &self.who).await;
            }
            if matches!(message.tell, Tell::Call(_)) {
                // That is told again behind it.
                return;
            }
        }
        match message.tell {
            Tell::Call(news) => self.changed(&name, news),
            Tell::Offer(offer) => self.offered(&name, offer),
            Tell::Digit { call, key, mode } => self.digit(&name, call, key, mode),
            Tell::NoSession { .. } => self.lose(&name),
            Tell::Opened {
                op,
                lease_ms,
                token,
            } => self.opened(&name, op, lease_ms, token).await,
            Tell::Done { op, text } => self.done(&name, op, text),
            Tell::Failed { op, error, text } => self.failed(&name, op, &error, &text).await,
            Tell::Lines {
                op,
                revision,
                from,
                more,
                lines,
            } => {
                self.hear_lines(&name, op, revision, (from, more), lines)
                    .await;
            }
            Tell::Calls { .. } | Tell::Records(_) | Tell::Unknown => {}
        }
    }

    /// A node begins no session with us. It is asked again as if it had said nothing.
    fn refused(&mut self, node: String, error: &Error) {
        if self.refusing.insert(node.clone()) {
            tracing::warn!(node, "the node refuses us: {error}");
        }
    }

    async fn opened(&mut self, name: &str, op: u64, lease_ms: u64, token: u64) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if session.pending.remove(&op).is_none() {
            return;
        }
        let lease = Duration::from_millis(lease_ms.clamp(2000, 600_000));
        session.lease = Some(lease);
        session.token = token;
        self.refusing.remove(&session.node);
        tracing::info!(node = session.node, "the node is there");
        list(session, &self.link, &self.who).await;
    }

    fn done(&mut self, name: &str, op: u64, text: String) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        let Some(pending) = session.pending.remove(&op) else {
            return;
        };
        match pending.then {
            Then::Make(_, reply) => placed(reply),
            Then::Do(_, reply) if text.is_empty() => reply.ok(),
            Then::Do(_, reply) => reply.ok_with(text),
            Then::Line(outcome, _) => {
                outcome.tell(Ok(()));
                // How it is now, should somebody else have changed it, too.
                session.revision = None;
            }
            Then::Digits(tag, serial) => {
                if let Some(leg) = self.legs.get(&tag) {
                    leg.call.generated(serial);
                }
            }
            Then::Sound(tag) => self.sound_is_carried(tag, true),
            Then::End(tag, reply) => {
                if let Some(reply) = reply {
                    reply.ok();
                }
                self.finish(tag);
            }
            Then::Resync => {
                let heard = match session.resync.take() {
                    Some((of, heard)) if of == op => heard,
                    other => {
                        session.resync = other;
                        return;
                    }
                };
                self.resynced(name, &heard);
            }
            Then::Nothing | Then::Open | Then::Lines | Then::Close | Then::HearDigits(_) => {}
        }
    }

    /// The node has told of every call that it has for us: the others are over.
    fn resynced(&mut self, name: &str, heard: &HashSet<u64>) {
        let Some(session) = self.sessions.get(name) else {
            return;
        };
        let calls = session.calls.iter();
        let gone: Vec<u64> = calls
            .filter(|(number, tag)| !heard.contains(number) && !session.may_be_placed(**tag))
            .map(|(_, tag)| *tag)
            .collect();
        for tag in gone {
            if let Some(leg) = self.legs.get(&tag) {
                leg.call.disconnected(Cause::Failed);
            }
            self.finish(tag);
        }
    }

    async fn failed(&mut self, name: &str, op: u64, word: &str, text: &str) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        let Some(pending) = session.pending.remove(&op) else {
            return;
        };
        let error = meaning::error(word, text);
        match pending.then {
            Then::Do(_, reply) | Then::End(_, Some(reply)) => reply.fail(error),
            Then::End(_, None) => tracing::warn!("a call was not ended: {error}"),
            Then::Make(tag, reply) => {
                reply.fail(error);
                if let Some(leg) = self.legs.get(&tag) {
                    // Whatever has become of it there: nobody here has it any more.
                    let (call, reason) = (leg.number, DropReason::Normal as u32);
                    let ask = Ask::Drop { call, reason };
                    session.ask(&self.link, &self.who, ask, Then::Nothing).await;
                }
                self.finish(tag);
            }
            Then::Line(outcome, _) => outcome.tell(Err(error)),
            Then::Lines => session.listing = None,
            Then::Digits(tag, serial) => {
                tracing::debug!("digits were not sent: {error}");
                if let Some(leg) = self.legs.get(&tag) {
                    leg.call.not_generated(serial);
                }
            }
            Then::Sound(tag) => {
                self.sound_is_carried(tag, false);
                self.refused_by_node(tag, "sound", &error);
            }
            Then::HearDigits(tag) => {
                if let Some(leg) = self.legs.get_mut(&tag) {
                    leg.hears_digits = false;
                }
                self.refused_by_node(tag, "digits", &error);
            }
            Then::Nothing | Then::Open | Then::Resync | Then::Close => {}
        }
    }

    async fn hear_lines(
        &mut self,
        name: &str,
        op: u64,
        revision: u64,
        (from, more): (u64, bool),
        lines: Vec<LineEntry>,
    ) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if session.pending.remove(&op).is_none() {
            return;
        }
        let mut listing = session.listing.take().unwrap_or_default();
        if from != listing.len() as u64 {
            // Not what was asked for: begun anew with the node's next sign of life.
            session.revision = None;
            return;
        }
        if listing.is_empty() {
            session.listed = Some(revision);
        }
        let has_some = !lines.is_empty();
        listing.extend(lines);
        if more && has_some && listing.len() < MAX_LINES {
            let from = listing.len() as u64;
            session.listing = Some(listing);
            let ask = Ask::Lines { from };
            session.ask(&self.link, &self.who, ask, Then::Lines).await;
            return;
        }
        if session.listed != Some(revision) {
            // They changed between one page and the next: begun anew after a while, as they may again.
            session.noticed = Some(revision);
            return;
        }
        session.revision = Some(revision);
        let node = session.node.clone();
        let missed = std::mem::take(&mut session.missed);
        self.listed(&node, listing);
        self.say_ready();
        if let (true, Some(session)) = (missed, self.sessions.get_mut(name)) {
            resync(session, &self.link, &self.who).await;
        }
    }

    /// What a node says of a call.
    fn changed(&mut self, name: &str, news: CallNews) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if let Some((_, heard)) = &mut session.resync {
            heard.insert(news.call);
        }
        let Some(tag) = session.calls.get(&news.call).copied() else {
            return;
        };
        let Some(leg) = self.legs.get(&tag) else {
            return;
        };
        let Some(state) = meaning::state(news.state) else {
            return;
        };
        let call = leg.call.clone();
        if news.lacks_word {
            call.expect_word();
        }
        let is_over = state == State::Disconnected;
        if !is_over && state != State::Idle {
            // It is on its way, whether or not that was said.
            let making = session.pending.iter();
            let made = making.filter(|(_, p)| matches!(p.then, Then::Make(of, _) if of == tag));
            let made: Vec<u64> = made.map(|(op, _)| *op).collect();
            for op in made {
                if let Some(pending) = session.pending.remove(&op) {
                    if let Then::Make(_, reply) = pending.then {
                        placed(reply);
                    }
                }
            }
        }
        let parties = [
            (PartyId::Connected, news.connected),
            (PartyId::Caller, news.caller),
        ];
        for (role, party) in parties.map(|(role, entry)| (role, meaning::party(entry))) {
            if party.number.is_empty() && party.name.is_empty() {
                continue;
            }
            if let Err(error) = call.set_party(role, party) {
                tracing::warn!("who is at the other end of a call is not kept: {error}");
            }
        }
        let response = (news.code != 0).then(|| NetworkResponse {
            code: news.code,
            text: news.phrase.into(),
        });
        if state == State::Idle {
            return;
        }
        if state == State::Connected {
            // For what the node may have refused before.
            leg.control.sound();
            leg.control.wake();
        }
        call.tell([News::State(state, meaning::cause(news.cause), response)]);
        if news.conference {
            call.conferenced();
        }
        if is_over {
            self.finish(tag);
        }
    }

    /// The far end of a call has pressed a key, or let it go.
    fn digit(&self, name: &str, call: u64, key: char, mode: u32) {
        let tag = self.sessions.get(name).and_then(|s| s.calls.get(&call));
        let Some(leg) = tag.and_then(|tag| self.legs.get(tag)) else {
            return;
        };
        if let (Some(key), DTMF | DTMF_END) = (meaning::key(key), mode) {
            leg.call.digit(key, mode);
        }
    }

    fn offered(&mut self, name: &str, offer: Offer) {
        let Some(session) = self.sessions.get_mut(name) else {
            return;
        };
        if let Some((_, heard)) = &mut session.resync {
            heard.insert(offer.call);
        }
        if session.calls.contains_key(&offer.call) {
            return;
        }
        let Some(line) = self.lines.find(&session.node, &offer.line) else {
            // A node tells of what rings before it is asked for its lines: asked for again then.
            session.missed |= self.wanted.wants(&session.node, &offer.line);
            return;
        };
        let admitted = Control::new(&self.asked, Way::Placed).and_then(|control| {
            let admitted = self.board.enter(&control, |tag| control.set_tag(tag));
            Ok((control, admitted.map_err(switchboard::refused)?))
        });
        let (control, admitted) = match admitted {
            Ok(admitted) => admitted,
            Err(error) => return tracing::warn!("a call is not announced: {error}"),
        };
        let tag = admitted.tag();
        let announced = line.incoming(Incoming {
            caller: meaning::party(offer.caller),
            called: meaning::party(offer.called),
            redirecting: meaning::party(offer.redirecting),
            reason: offer.reason.try_into().unwrap_or_default(),
            media: offer.media,
            address_type: offer.address_type,
            hub: None,
            tag,
        });
        let call = match announced {
            Ok(call) => call,
            Err(error) => return tracing::warn!("a call is not announced: {error}"),
        };
        session.calls.insert(offer.call, tag);
        let leg = Leg {
            call,
            control,
            session: name.to_owned(),
            number: offer.call,
            hears_digits: false,
            sound: None,
            again: None,
            complained: false,
            _admitted: admitted,
        };
        self.legs.insert(tag, leg);
    }
}

/// A call is on its way: so whoever has placed it finds it, although the node tells that apart.
fn placed(reply: Reply) {
    reply.ok_and([News::State(State::InProgress, Cause::None, None)]);
}
