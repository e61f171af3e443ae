//! A station: the lines that share an address, with the agent that speaks for them. It is one task on
//! the runtime's thread; whatever happens to any of its calls happens here.

use super::control::{Asked, Census, NewCall, Switchboard};
use super::forward::Unanswered;
use super::last_words::is_end_of_call;
use super::leg::{Leg, Line};
use super::lookup::{Lookups, Purpose};
use super::outside::Outside;
use super::ports::Pool;
use super::resolve::Resolver;
use super::sound::Sound;
use super::transport::{Input, Transports};
use crate::engine::DropReason;
use crate::providers::guard::Guard;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;
use tapi3_common::numbers::Numbered;
use tapi3_sip::agent::{Agent, CallId, LineId};
use tapi3_sip::flow::{Transmit, Transport};
use tapi3_sip::stun::is_stun;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio_util::sync::CancellationToken;

/// What a station is told by the rest of the provider.
pub(super) enum Order {
    /// Place a call on the line of this number (its place in the station's list).
    Place(usize, Box<NewCall>),
    /// Our addresses may be others by now.
    Readdress,
    /// Take the registrations back; no call is placed any more.
    Close,
    /// There is no time left to wait for the far ends' words.
    Hurry,
}

/// How many messages are taken in before what they led to is sent.
const BATCH: usize = 32;

pub(super) struct Station {
    pub agent: Agent,
    pub transports: Transports,
    pub lookups: Lookups,
    pub lines: Vec<Line>,
    pub legs: Numbered<CallId, Leg>,
    /// New calls of a transfer or replacement, each with the one in whose place it shall stand.
    pub moves: Numbered<CallId, CallId>,
    /// Calls that are to be joined with another by a transfer under way, each with that one.
    pub consults: Numbered<CallId, CallId>,
    /// Calls that ring and are sent on when nobody answers, by the time when that is.
    pub unanswered: BTreeMap<(Instant, u64), Unanswered>,
    /// Our address as those outside see it, if somebody is asked for it.
    pub outside: Option<Outside>,
    pub pool: Pool,
    pub sound: Sound,
    pub asked: Arc<Asked>,
    /// Until when anything may be sent, if there is an end to that.
    pub guard: Option<Guard>,
    pub switchboard: Arc<Switchboard>,
    pub orders: UnboundedReceiver<Order>,
    pub closing: bool,
    /// There is no time left to wait for answers.
    pub hurried: bool,
}

impl Station {
    /// Runs until `end`, or until it was told to close and nothing is owed to anybody.
    pub async fn run(mut self, end: CancellationToken) {
        let mut sleep = Box::pin(tokio::time::sleep(std::time::Duration::ZERO));
        self.asked.begin_counting();
        self.begin();
        loop {
            if self.is_over() {
                // Another machine may have the lines.
                self.say_last_words(&end).await;
                self.transports.abandon();
                return self.asked.end_counting();
            }
            self.flush();
            if self.closing && !self.owes() {
                break;
            }
            let asks = self.outside.as_ref().and_then(Outside::next);
            let over = self.guard.as_ref().map(Guard::left);
            let over = over.and_then(|left| Instant::now().checked_add(left));
            let all = [
                self.agent.next_timeout(),
                self.next_unanswered(),
                asks,
                over,
            ];
            let due = all.into_iter().flatten().min();
            if let Some(due) = due {
                let due = tokio::time::Instant::from_std(due);
                // A timer that comes too early costs less than one that is set anew each time.
                if due < sleep.deadline() || sleep.is_elapsed() {
                    sleep.as_mut().reset(due);
                }
            }
            tokio::select! {
                input = self.transports.next() => {
                    take(&mut self.agent, &self.lookups.resolver, self.outside.as_mut(), input);
                    self.more();
                    self.outside_heard();
                }
                () = self.asked.wait() => self.heed(),
                order = self.orders.recv() => match order {
                    Some(order) => self.obey(order),
                    None => break,
                },
                found = self.lookups.next() => self.looked_up(found),
                () = &mut sleep, if due.is_some() => {
                    self.agent.timeout(Instant::now());
                    self.forward_unanswered();
                    self.outside_due();
                }
                () = end.cancelled() => break,
            }
        }
        self.asked.end_counting();
        if self.is_over() {
            return self.transports.abandon();
        }
        self.flush();
        let limit = std::time::Duration::from_millis(200);
        self.transports.finish(limit).await;
    }

    fn is_over(&self) -> bool {
        self.guard.as_ref().is_some_and(Guard::is_over)
    }

    /// Takes in what is there already, so that one waking serves many messages.
    fn more(&mut self) {
        for _ in 0..BATCH {
            let Some(input) = self.transports.try_next() else {
                return;
            };
            take(
                &mut self.agent,
                &self.lookups.resolver,
                self.outside.as_mut(),
                input,
            );
        }
    }

    /// Gives the wire a message, if it may be sent still.
    pub fn send(&mut self, transmit: Transmit) {
        if !self.is_over() || is_end_of_call(&transmit.bytes) {
            self.transports.send(transmit);
        }
    }

    /// Passes on what the agent has to say, to the wire and to the engine.
    pub fn flush(&mut self) {
        loop {
            while let Some(transmit) = self.agent.transmit() {
                self.send(transmit);
            }
            match self.agent.event() {
                Some(event) => self.event(event),
                None => return,
            }
        }
    }

    /// How messages for a purpose travel when the URI does not say.
    pub fn usual_transport(&self, purpose: &Purpose) -> Transport {
        let line = match purpose {
            Purpose::Place { line, .. } | Purpose::Move { line, .. } => self.lines.get(*line),
            Purpose::Way(id, _) | Purpose::Redirect { id, .. } => self.line_of(*id),
            Purpose::Watch(_, id) | Purpose::Register(id) | Purpose::Servers(id) => self.line(*id),
            Purpose::Stun => return Transport::Udp,
        };
        line.map_or(Transport::Udp, |line| line.config.transport)
    }

    /// The line that the agent knows by this number.
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.get(place_of(id))
    }

    /// Whether somebody is owed something still.
    fn owes(&self) -> bool {
        self.agent.owes() || !self.legs.is_empty()
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::Place(line, new) => self.place(line, *new),
            Order::Readdress => self.readdress(),
            Order::Close => {
                self.closing = true;
                self.lookups.clear();
                self.unregister();
            }
            Order::Hurry => {
                let ids: Vec<CallId> = self.legs.keys().copied().collect();
                ids.into_iter().for_each(|id| self.hurry(id));
            }
        }
    }

    /// Does what was asked of calls since.
    fn heed(&mut self) {
        for counter in self.asked.counters() {
            let connections = self.transports.counts();
            // Whoever asked may have lost patience.
            let _ = counter.try_send(Census {
                agent: self.agent.counts(),
                connections: connections.incoming + connections.outgoing,
            });
        }
        for id in self.asked.take() {
            self.heed_one(id);
            self.flush();
        }
    }

    /// Does what was asked of this call since.
    pub fn heed_one(&mut self, id: CallId) {
        let Some(leg) = self.legs.get(&id) else {
            return;
        };
        let control = leg.control.clone();
        if let Some(reason) = control.hung_up() {
            // Nobody waits for it any more, and it may know the other call.
            drop(control.take_wish());
            self.hang_up(id, reason);
        } else if let Some((wish, reply)) = control.take_wish() {
            self.grant(id, wish, reply);
        }
        if control.is_to_speak_early() {
            self.speak_early(id);
        }
        self.heed_sound(id);
        if control.is_hurried() {
            self.hurry(id);
        }
    }

    /// A call's far end is told its end by every way there is.
    fn hurry(&mut self, id: CallId) {
        if !std::mem::replace(&mut self.hurried, true) {
            self.transports.pass_over_silent();
        }
        self.agent.hurry(Instant::now(), id);
    }

    /// Ends a call for the wire; the engine knows already.
    fn hang_up(&mut self, id: CallId, reason: DropReason) {
        let now = Instant::now();
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.sound = None;
        }
        self.agent.hang_up(now, id, super::causes::hang_up(reason));
        // A call that was to stand in its place has no place any more.
        let moves: Vec<CallId> = self.moves_to(id);
        for new in moves {
            self.moves.remove(&new);
            self.agent.hang_up(now, new, super::causes::hang_up(reason));
        }
        if self.legs.get(&id).is_some_and(|leg| leg.waits_for_move) {
            // The agent has told its end already.
            self.legs.remove(&id);
        }
    }

    pub fn moves_to(&self, id: CallId) -> Vec<CallId> {
        let moves = self.moves.iter();
        moves
            .filter(|(_, old)| **old == id)
            .map(|(new, _)| *new)
            .collect()
    }
}

/// A line's place in the station: the agent counts them as they are added, and so does the station.
pub(super) fn place_of(id: LineId) -> usize {
    id.0 as usize
}

pub(super) fn take(
    agent: &mut Agent,
    resolver: &Resolver,
    outside: Option<&mut Outside>,
    input: Input<'_>,
) {
    let now = Instant::now();
    match input {
        Input::Message { flow, bytes } if flow.transport == Transport::Udp && is_stun(bytes) => {
            if let Some(outside) = outside {
                outside.hear(&flow, bytes);
            }
        }
        Input::Message { flow, bytes } => {
            if bytes.starts_with(b"SIP/2.0 ") {
                resolver.worked(flow.transport, flow.peer);
            }
            agent.receive(now, &flow, bytes);
        }
        Input::Bounced { bytes } => agent.refused(now, bytes),
        Input::Broken { gone, error } => {
            let flow = &gone.flow;
            let waited = agent.broken(now, &gone);
            match waited || !gone.unsent.is_empty() {
                // One that ended with nothing left to say has done its work.
                false => tracing::debug!("{flow}: {error}"),
                true => tracing::warn!("{flow}: {error}"),
            }
            if !gone.unsent.is_empty() {
                resolver.failed(flow.transport, flow.peer);
            }
        }
    }
}
