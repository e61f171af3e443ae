//! Operations for those who must not wait: what TAPI 2 has of them. The answer comes as an event, in
//! order with the states of the call, exactly once and before the state that it leads to.
//!
//! Whoever asks keeps the time: see [`CallHandle::stop_asking`].

use super::call::{Call, CallHandle};
use super::client::Client;
use super::control::Ask;
use super::disconnect::{Disconnected, Wish};
use super::error::{Error, ErrorKind, Result};
use super::event::Event;
use super::inner::Inner;
use super::request::Answer;
use super::state::{DropReason, State};
use super::waiting::{DROPPED, TIMEOUT};
use tapi3_common::sync::lock;

/// Room for one answer in a client's queue, so that asking for it takes no memory.
#[derive(Debug)]
pub struct AnswerRoom {
    client: Client,
    /// Whether it is still kept.
    kept: bool,
}

impl AnswerRoom {
    /// Keeps room for one answer to `client`.
    pub fn new(client: &Client) -> Result<Self> {
        client.events().reserve(1)?;
        Ok(AnswerRoom {
            client: client.clone(),
            kept: true,
        })
    }
}

impl Drop for AnswerRoom {
    fn drop(&mut self) {
        if self.kept {
            self.client.events().unreserve(1);
        }
    }
}

/// One who is to be told the answer, with room for it in its queue.
#[derive(Debug)]
pub(super) struct Asker {
    room: AnswerRoom,
    id: u32,
}

impl Asker {
    fn new(client: &Client, id: u32) -> Result<Self> {
        let room = AnswerRoom::new(client)?;
        Ok(Asker { room, id })
    }

    fn is(&self, client: &Client, id: u32) -> bool {
        self.id == id && self.room.client.same(client)
    }

    fn tell(mut self, call: &Call, result: Result<Answer>) {
        self.room.kept = false;
        let event = Event::Answer {
            call: call.clone(),
            id: self.id,
            result,
        };
        self.room.client.events().push(event, true);
    }
}

/// Those who are to be told the answer to one request. Nearly always there is one at most, which
/// needs no memory of its own.
#[derive(Debug, Default)]
pub(super) struct Askers {
    first: Option<Asker>,
    others: Vec<Asker>,
}

impl Askers {
    /// One, or none: that needs no memory.
    pub fn of(asker: Option<Asker>) -> Self {
        Askers {
            first: asker,
            others: Vec::new(),
        }
    }

    fn add(&mut self, asker: Asker) -> Result<()> {
        if self.first.is_some() {
            self.others.try_reserve(1)?;
            self.others.push(asker);
        } else {
            self.first = Some(asker);
        }
        Ok(())
    }

    /// Whether nobody is to be told.
    pub fn is_empty(&self) -> bool {
        self.first.is_none() && self.others.is_empty()
    }

    /// Tells all of them; a text that the answer brings goes to the first.
    pub fn tell(&mut self, call: &Call, result: &mut Result<Answer>) {
        for asker in self.first.take().into_iter().chain(self.others.drain(..)) {
            let told = match result {
                Ok(text) => Ok(text.take()),
                Err(error) => Err(error.clone()),
            };
            asker.tell(call, told);
        }
    }

    fn remove(&mut self, client: &Client, id: u32) -> Option<Asker> {
        let first = self.first.take_if(|asker| asker.is(client, id));
        first.or_else(|| {
            let index = self.others.iter().position(|asker| asker.is(client, id))?;
            Some(self.others.remove(index))
        })
    }
}

fn wrong_state(sentence: &'static str) -> Error {
    Error::new(ErrorKind::InvalidCallState, sentence)
}

impl CallHandle {
    /// Asks for something other than a hang-up and returns at once. Success means that the request
    /// is under way, and that an [`Event::Answer`] with this number will come; after a failure none
    /// comes, and nothing has changed.
    pub fn ask_for(&self, what: Ask<'_>, id: u32) -> Result<()> {
        let asker = Asker::new(&self.client, id)?;
        let request = self.check(what)?;
        let original = request.original();
        let serial = self.begin_to(what, original.as_ref(), Some(asker))?;
        drop(self.ask_only(serial, request, |provider, reply| {
            self.pass_on(what, original.as_ref(), provider, reply);
        }));
        Ok(())
    }

    /// Hangs up and returns at once, as [`CallHandle::hang_up`] does; the first who asks takes no memory
    /// for it. `None` if the request is under way, and an [`Event::Answer`] with this number will come;
    /// otherwise what was found, and none comes.
    pub fn ask_to_hang_up(
        &self,
        reason: DropReason,
        id: u32,
        room: AnswerRoom,
    ) -> Result<Option<Disconnected>> {
        let asker = Asker { room, id };
        let note = |inner: &mut Inner| inner.hang_up.askers.add(asker);
        Ok(match self.ask_to_end_and(reason, note)? {
            Wish::Nothing(found) => Some(found),
            Wish::Under(_) => None,
        })
    }

    /// Nobody waits for the answer with this number any more: it will not be told, and does not
    /// stand in the way of the next request. A late answer still moves the call.
    pub fn stop_asking(&self, id: u32) {
        let mut inner = lock(&self.call.core().inner);
        if let Some(asker) = inner.operation.askers.remove(&self.client, id) {
            inner.operation.busy = false;
            drop(inner);
            drop(asker);
            return;
        }
        let Some(asker) = inner.hang_up.askers.remove(&self.client, id) else {
            return;
        };
        let unanswered = inner.hang_up.busy && inner.state != State::Disconnected;
        if unanswered {
            inner.hang_up.abandon(TIMEOUT);
            self.call.wake(&mut inner);
        }
        drop(inner);
        drop(asker);
        if unanswered {
            self.call.say_not_ended(&TIMEOUT);
        }
    }

    /// Makes `consult`, which is idle, ask about this call, which is on hold: if it ends, this one
    /// comes back, and [`Ask::Finish`] on it joins the two. For the rest as [`CallHandle::ask_for`]
    /// with [`Ask::Place`].
    pub fn ask_to_consult(&self, consult: &CallHandle, id: u32) -> Result<()> {
        self.check_line(consult)?;
        self.check_partner(consult)?;
        if self.call.state() != State::Hold {
            return Err(wrong_state("The call does not wait for a consultation."));
        }
        self.call.promise_one()?;
        if !self.tie(consult) {
            return Err(wrong_state("One of the two calls has ended meanwhile."));
        }
        let asked = consult.ask_for(Ask::Place, id);
        if asked.is_err() {
            self.untie(consult);
        }
        asked
    }
}

impl Inner {
    /// The call is over: whoever waits for an operation on it waits in vain, and whoever waits for
    /// its end has it.
    pub(super) fn tell_askers_of_end(&mut self, call: &Call) {
        if !self.operation.askers.is_empty() {
            self.operation.busy = false;
            self.operation.askers.tell(call, &mut Err(DROPPED));
        }
        self.hang_up.askers.tell(call, &mut Ok(None));
    }
}
