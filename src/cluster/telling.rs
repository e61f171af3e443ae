//! What clients are told, in the words of the bus.

use super::node::Hub;
use super::session::{Live, Part};
use crate::engine::{Call, Cause, Direction, Line, Number, PartyId, Result, State};
use crate::pool::meaning;
use std::sync::Arc;
use tapi3_bus::{CallNews, LineEntry, LivingCall, Offer, Tell, page};

impl Hub {
    pub async fn tell_lines(&mut self, client: &str, op: u64, from: u64) {
        let lines = self.client.engine().lines().unwrap_or_default();
        let allowed = lines.iter().filter(|line| self.may_use(client, line));
        let rest = allowed.skip(usize::try_from(from).unwrap_or(usize::MAX));
        let mut rest = rest.map(entry).peekable();
        let page = page(&mut rest);
        let tell = Tell::Lines {
            op,
            revision: self.revision,
            from,
            more: rest.peek().is_some(),
            lines: page,
        };
        self.tell(client, tell).await;
    }

    pub async fn tell_calls(&mut self, client: &str, op: u64, from: u64) {
        let calls = self.client.engine().calls().unwrap_or_default();
        let allowed = calls
            .iter()
            .filter(|call| call.state() != State::Idle && self.may_use(client, call.line()));
        let rest = allowed.skip(usize::try_from(from).unwrap_or(usize::MAX));
        let mut rest = rest.map(living).peekable();
        let page = page(&mut rest);
        let tell = Tell::Calls {
            op,
            from,
            more: rest.peek().is_some(),
            calls: page,
        };
        self.tell(client, tell).await;
    }

    /// Tells of every call of a session as it is now.
    pub async fn resync(&mut self, client: &str, op: u64) {
        let Some(session) = self.sessions.get(client) else {
            return;
        };
        let mut tells = Vec::new();
        for (number, part) in &session.calls {
            match part {
                Part::Over(news) => tells.push(Tell::Call(news.clone())),
                Part::Live(Live { handle, .. }) => {
                    let call = &handle.call;
                    let held = self.held.get(&call.id());
                    let is_left = held.is_some_and(|held| held.leaving.is_some());
                    if call.direction() == Direction::Incoming {
                        tells.push(Tell::Offer(offer_of(call, *number)));
                    }
                    let state = match call.state() {
                        // That it is over is told behind the answer that is to come.
                        State::Disconnected if is_left => State::Connected,
                        state => state,
                    };
                    tells.push(Tell::Call(news(call, *number, state, call.cause())));
                }
            }
        }
        tells.push(Tell::done(op));
        for tell in tells {
            self.tell(client, tell).await;
        }
    }
}

/// What came of an operation, in the words of the bus; of a success, what it has found out.
pub(super) fn outcome(op: u64, result: Result<String>) -> Tell {
    match result {
        Ok(text) => Tell::Done {
            op,
            text: meaning::clip(&text),
        },
        Err(error) => Tell::Failed {
            op,
            error: meaning::word(error.kind()).to_owned(),
            text: meaning::clip(error.message()),
        },
    }
}

/// How a call is, in the words of the bus.
pub(super) fn news(call: &Call, number: u64, state: State, cause: Cause) -> CallNews {
    let response = call.network_response();
    let (code, phrase) = response.map_or((0, String::new()), |response| {
        (response.code, meaning::clip(&response.text))
    });
    let connected = match state {
        State::Connected | State::Hold => call.party(PartyId::Connected).unwrap_or_default(),
        _ => Default::default(),
    };
    let caller = match call.direction() {
        Direction::Outgoing => call.party(PartyId::Caller).unwrap_or_default(),
        Direction::Incoming => Default::default(),
    };
    // Who places a call is the line itself, and who takes one finds somebody else there.
    let is_line = caller.name.is_empty() && caller.number == call.line().info().address;
    CallNews {
        call: number,
        state: state as u32,
        cause: match state {
            State::Disconnected => cause as u32,
            _ => 0,
        },
        code,
        phrase,
        connected: meaning::entry(&connected),
        caller: match is_line {
            true => Default::default(),
            false => meaning::entry(&caller),
        },
        conference: call.is_conferenced(),
        lacks_word: call.lacks_word(),
    }
}

/// A call that came in, in the words of the bus.
pub(super) fn offer_of(call: &Call, number: u64) -> Offer {
    let party = |id| meaning::entry(&call.party(id).unwrap_or_default());
    let reason = call.number(Number::Reason).unwrap_or_default();
    Offer {
        call: number,
        line: call.line().info().name.clone(),
        caller: party(PartyId::Caller),
        called: party(PartyId::Called),
        redirecting: party(PartyId::Redirecting),
        reason: reason.try_into().unwrap_or_default(),
        media: call.media(),
        address_type: call.address_type(),
    }
}

fn entry(line: &Arc<Line>) -> LineEntry {
    let info = line.info();
    let (message_waiting, do_not_disturb, forwards) = line.with_status(|status| {
        // The rest of the entry takes memory that cannot be refused.
        let forwards = meaning::forwards(&status.forwards).unwrap_or_default();
        (status.message_waiting, status.do_not_disturb, forwards)
    });
    LineEntry {
        name: info.name.clone(),
        address: meaning::clip(&info.address),
        provider: info.provider.clone(),
        in_service: line.in_service(),
        media: info.media,
        address_types: info.address_types,
        offers: meaning::offers(info.features),
        max_active: info.max_active,
        max_held: info.max_held,
        max_conference: info.max_conference,
        message_waiting,
        do_not_disturb,
        forwards,
    }
}

fn living(call: &Call) -> LivingCall {
    let incoming = call.direction() == Direction::Incoming;
    let party = match incoming {
        true => call.party(PartyId::Caller).unwrap_or_default().number,
        false => call.destination().to_owned(),
    };
    LivingCall {
        line: call.line().info().name.clone(),
        state: call.state() as u32,
        party: meaning::clip(&party),
        incoming,
    }
}
