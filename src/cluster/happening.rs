//! What happens to lines and calls, and to what was asked for: who is told of it.

use super::is_own;
use super::node::{About, Held, Hub};
use super::session::{Live, Part};
use super::telling::{news, offer_of, outcome};
use crate::engine::{
    Call, CallHandle, Cause, Direction, Error, ErrorKind, Event, Line, LineEvent, LinesEvent,
    Privilege, Result, State,
};
use crate::pool::meaning::OVER;
use std::collections::VecDeque;
use std::sync::Arc;
use tapi3_bus::Tell;
use tapi3_common::media::AUDIO;

impl Hub {
    /// Wants to be told of the calls that come in on a line.
    pub fn watch(&self, line: &Arc<Line>) {
        if !is_own(&line.info().protocol) {
            return;
        }
        if let Err(error) = self.client.register(line, false, true, AUDIO, 0) {
            let line = &line.info().name;
            tracing::warn!(line, "calls that come in are not told to others: {error}");
        }
    }

    pub async fn happened(&mut self, event: Event) {
        match event {
            Event::CallState {
                call, state, cause, ..
            } => self.changed(&call, state, cause).await,
            // Also of what the network has said meanwhile.
            Event::CallInfo { call, .. } | Event::Alerted(call) => {
                let (state, cause) = (call.state(), call.cause());
                // Its end is an event of its own.
                if !matches!(state, State::Disconnected | State::Idle) {
                    self.changed(&call, state, cause).await;
                }
            }
            Event::Media(event) => self.media_happened(&event).await,
            Event::Notification {
                call,
                privilege: Privilege::Owner,
                ..
            } => self.came_in(&call).await,
            Event::Line { line, event } if is_own(&line.info().protocol) => match event {
                LineEvent::State => self.lines_changed(),
                LineEvent::Forward | LineEvent::MessageWaitingOn | LineEvent::MessageWaitingOff => {
                    self.has_changed = true
                }
                // It stands in no list.
                LineEvent::Ringing => {}
            },
            Event::Lines { line, event } if is_own(&line.info().protocol) => {
                if event == LinesEvent::Created {
                    self.watch(&line);
                }
                self.lines_changed();
            }
            _ => {}
        }
    }

    /// A call changed its state: everybody who has a part in it is told.
    pub async fn changed(&mut self, call: &Call, state: State, cause: Cause) {
        let is_over = state == State::Disconnected;
        let mut sending = VecDeque::new();
        let parts = if is_over {
            let held = self.held.get(&call.id());
            if held.is_some_and(|held| held.leaving.is_some()) {
                return;
            }
            let Some(held) = self.held.remove(&call.id()) else {
                return;
            };
            held.handle.detach();
            sending = held.sending;
            held.parts
        } else {
            let held = self.held.get_mut(&call.id());
            held.map_or_else(Vec::new, |held| {
                held.lacks_word = call.lacks_word();
                held.parts.clone()
            })
        };
        for (client, number) in parts {
            let news = news(call, number, state, cause);
            if is_over {
                if let Some(session) = self.sessions.get_mut(&client) {
                    session.end(news.clone());
                }
            }
            self.tell(&client, Tell::Call(news)).await;
        }
        for (client, op) in sending {
            self.answer(&client, op, Err(OVER)).await;
        }
    }

    async fn came_in(&mut self, call: &Call) {
        let Some(handle) = call.handle_for(&self.client) else {
            return;
        };
        if let Err(error) = handle.attach() {
            return tracing::warn!("a call that came in is not told to others: {error}");
        }
        self.held.insert(call.id(), Held::new(handle));
        let clients: Vec<String> = self.sessions.keys().cloned().collect();
        for client in clients {
            self.offer(call.id(), &client).await;
        }
    }

    /// Tells a session of a call that came in, if its user may use the line.
    async fn offer(&mut self, id: u64, client: &str) {
        let Some(call) = self.held.get(&id).map(|held| held.handle.call.clone()) else {
            return;
        };
        if !self.may_use(client, call.line()) {
            return;
        }
        let (Some(held), Some(session)) = (self.held.get_mut(&id), self.sessions.get_mut(client))
        else {
            return;
        };
        let number = session.offer_number();
        held.parts.push((client.to_owned(), number));
        let live = Live::new(held.handle.clone(), false);
        session.calls.insert(number, Part::Live(live));
        let offer = Tell::Offer(offer_of(&call, number));
        self.tell(client, offer).await;
    }

    /// Tells a session that has just begun of the calls that ring.
    pub async fn offer_ringing(&mut self, client: &str) {
        let ringing = self.held.iter().filter(|(_, held)| {
            let call = &held.handle.call;
            call.direction() == Direction::Incoming && call.state() == State::Offering
        });
        let ringing: Vec<u64> = ringing.map(|(id, _)| *id).collect();
        for id in ringing {
            self.offer(id, client).await;
        }
    }

    /// An operation was carried out, or was not. How a call has ended is told before what came of
    /// that, except where its end is what was asked for in another way.
    pub async fn came_out(&mut self, client: &str, op: u64, about: About, result: Result<String>) {
        let handle = match about {
            About::Call(handle) => handle,
            About::Beginning(handle, number) => {
                return self.has_begun(client, op, (handle, number), result).await;
            }
            About::Line => return self.answer(client, op, result).await,
        };
        self.has_answered(client, op, &handle, &result);
        if self.was_left(client, op, &handle) {
            self.answer(client, op, result).await;
            return self.settle(&handle).await;
        }
        self.settle(&handle).await;
        self.answer(client, op, result).await;
    }

    /// Whether this operation was to leave the call, which is over from here on.
    fn was_left(&mut self, client: &str, op: u64, handle: &CallHandle) -> bool {
        let Some(held) = self.held.get_mut(&handle.call.id()) else {
            return false;
        };
        let is_it = |(by, number): &mut (String, u64)| by == client && *number == op;
        held.leaving.take_if(is_it).is_some()
    }

    /// A call has begun, or has not.
    async fn has_begun(
        &mut self,
        client: &str,
        op: u64,
        (handle, number): (CallHandle, u64),
        result: Result<String>,
    ) {
        if let (true, Err(error)) = (self.was_left(client, op, &handle), &result) {
            // Of a call that takes another, why it has not is told before that it is over.
            self.answer(client, op, result.clone()).await;
            return self.not_placed(client, number, error).await;
        }
        self.tell_lack(&handle).await;
        if let Err(error) = &result {
            self.not_placed(client, number, error).await;
        }
        self.settle(&handle).await;
        self.answer(client, op, result).await;
    }

    /// Where the network is to say at once that it has a call, and has not, whoever placed the call is
    /// told before what came of that: they may wait for it, or want to know that it did not come.
    pub async fn tell_lack(&mut self, handle: &CallHandle) {
        let state = handle.call.state();
        if state != State::Disconnected && handle.call.lacks_word() {
            self.changed(&handle.call, state, Cause::None).await;
        }
    }

    /// That it has may have found no room as an event.
    pub async fn tell_missed_words(&mut self) {
        let held = self.held.values();
        let held = held.filter(|held| held.lacks_word && !held.handle.call.lacks_word());
        let heard: Vec<Call> = held.map(|held| held.handle.call.clone()).collect();
        for call in heard {
            let (state, cause) = (call.state(), call.cause());
            // Its end is an event of its own.
            if state != State::Disconnected {
                self.changed(&call, state, cause).await;
            }
        }
    }

    /// Whether a session has answered a call, if that was the operation, is known.
    fn has_answered(
        &mut self,
        client: &str,
        op: u64,
        handle: &CallHandle,
        result: &Result<String>,
    ) {
        let held = self.held.get(&handle.call.id());
        let part = held.and_then(|held| held.parts.iter().find(|(of, _)| of == client));
        if let (Some((_, number)), Some(session)) = (part, self.sessions.get_mut(client)) {
            // One that was not in time may still come about.
            let is_late = |error: &Error| error.kind() == ErrorKind::Timeout;
            let done = result.as_ref().err().is_none_or(is_late);
            session.has_answered(*number, op, done);
        }
    }

    /// Answers an operation, and remembers the answer.
    pub async fn answer(&mut self, client: &str, op: u64, result: Result<String>) {
        let Some(session) = self.sessions.get_mut(client) else {
            return;
        };
        let tell = outcome(op, result);
        session.operations.finish(op, tell.clone());
        self.tell(client, tell).await;
    }
}
