//! What changes a call: the one place where states change and events arise.

use super::call::Call;
use super::error::{Error, ErrorKind, Result};
use super::info::NetworkResponse;
use super::inner::Consultation;
use super::inner::Inner;
use super::mix;
use super::request::{Answer, Reply, Request};
use super::state::{Cause, State};
use std::iter;
use tapi3_common::sync::{MutexGuard, lock};

/// One thing that a provider says of a call.
#[derive(Debug)]
pub enum News {
    /// The call changed its state; with the network's word that led to it, if there was one.
    State(State, Cause, Option<NetworkResponse>),
    /// The network's word on the placing of the call.
    Response(NetworkResponse),
}

impl Call {
    /// The call is on its way.
    pub fn progressing(&self) {
        self.move_to(State::InProgress, Cause::None);
    }

    /// The far end answered.
    pub fn connected(&self) {
        self.move_to(State::Connected, Cause::None);
    }

    /// The provider says that the call is in a conference, whoever has made it.
    pub fn conferenced(&self) {
        let mut inner = lock(&self.core().inner);
        inner.in_conference |= matches!(inner.state, State::Connected | State::Hold);
    }

    /// Whether the call is in a conference.
    pub fn is_conferenced(&self) -> bool {
        lock(&self.core().inner).in_conference
    }

    pub(super) fn line_conference(&self) -> u64 {
        #[cfg(all(test, not(loom)))]
        crate::tests::mix_sizes::count_step();
        lock(&self.core().inner).line_conference
    }

    pub(super) fn set_line_conference(&self, number: u64) {
        lock(&self.core().inner).line_conference = number;
    }

    /// The call is over.
    pub fn disconnected(&self, cause: Cause) {
        self.move_to(State::Disconnected, cause);
    }

    /// The call changed its state, if the table of states allows it; otherwise this says nothing
    /// new, and nothing happens.
    pub fn move_to(&self, state: State, cause: Cause) {
        self.tell(iter::once(News::State(state, cause, None)));
    }

    /// Several things happened to the call, in this order; see [`Call::move_to`].
    pub fn tell(&self, news: impl IntoIterator<Item = News>) {
        let mut inner = lock(&self.core().inner);
        let mut end = End::default();
        self.apply(&mut inner, &mut end, news);
        self.unlock_and_settle(inner, end);
    }

    fn apply(&self, inner: &mut Inner, end: &mut End, news: impl IntoIterator<Item = News>) {
        for news in news {
            match news {
                News::State(state, cause, response) => {
                    if let Some(response) = response {
                        inner.set_network_response(self, response);
                    }
                    end.add(self.transition(inner, state, cause));
                }
                News::Response(response) => inner.set_network_response(self, response),
            }
        }
    }

    /// An operation was completed by the provider, and then this happened to the call.
    pub(super) fn completed(
        &self,
        request: Request,
        serial: u32,
        mut result: Result<Answer>,
        news: impl IntoIterator<Item = News>,
    ) {
        match &request {
            Request::TakeBack(joining) => {
                mix::taken_back(joining, self, result);
                return self.tell(news);
            }
            Request::PutBack(joining) => {
                mix::put_back(joining, self, result);
                return self.tell(news);
            }
            _ => {}
        }
        let done = result.is_ok();
        let hang_up = matches!(request, Request::Drop);
        if let (true, Err(error)) = (hang_up, &result) {
            if lock(&self.core().inner).hang_up.has_another(serial) {
                return self.tell(news);
            }
            self.say_not_ended(error);
        }
        // Numbers of hang-ups are counted apart from those of other requests.
        let serial_of_placing = if hang_up { 0 } else { serial };
        let mut swapped = None;
        if done {
            self.finish_consultation(&request);
        }
        let mut inner = lock(&self.core().inner);
        // Before the state that follows from it.
        let slot = if hang_up {
            &mut inner.hang_up
        } else {
            &mut inner.operation
        };
        slot.tell(self, serial, &mut result);
        let mut end = End::default();
        if done {
            let next = match request {
                Request::Make | Request::Dial => None,
                // They were seen to above.
                Request::TakeBack(_) | Request::PutBack(_) => None,
                Request::Drop => Some((State::Disconnected, inner.drop_cause)),
                Request::Hold => Some((State::Hold, Cause::None)),
                Request::Swap(held) => {
                    swapped = Some(held);
                    Some((State::Hold, Cause::None))
                }
                Request::Answer
                | Request::Unhold
                | Request::Take
                | Request::Join(_)
                | Request::Mix(_) => Some((State::Connected, Cause::None)),
                Request::Leave(cause) => Some((State::Disconnected, cause)),
                Request::CompleteTransfer(_) => Some((State::Disconnected, Cause::Normal)),
            };
            if let Some((state, cause)) = next {
                end = self.transition(&mut inner, state, cause);
            }
        }
        if let Some(held) = &swapped {
            // One lock at a time: the other call moves before anybody hears of the result.
            drop(inner);
            held.move_to(State::Connected, Cause::None);
            inner = lock(&self.core().inner);
        }
        if result.as_ref().is_err_and(leaves_call_alone)
            && serial_of_placing != 0
            && inner.placing == serial_of_placing
        {
            // Under the lock under which the result becomes known: whoever places the call next
            // must not be taken for this request.
            self.set_placing(&mut inner, 0);
            // A provider may fail the request for a call that it has moved already.
            if inner.released && !inner.is_up() {
                end.place = inner.place.take();
            }
        }
        let slot = if hang_up {
            &mut inner.hang_up
        } else {
            &mut inner.operation
        };
        slot.finish(serial, result);
        self.wake(&mut inner);
        self.apply(&mut inner, &mut end, news);
        self.unlock_and_settle(inner, end);
    }

    /// A call that could not be ended goes on costing somebody, so the log has it too, whoever asked.
    pub(super) fn say_not_ended(&self, error: &Error) {
        let (call, state) = (self.id(), self.state());
        if state == State::Disconnected {
            // It has ended all the same: by the far end, or by another request.
            return;
        }
        let line = &self.line().info().name;
        tracing::warn!(line, call, ?state, "the call was not ended: {error}");
    }

    /// A transfer or conference has come about: the original call moves first, so that whoever
    /// sees this one move, or waits for the result, finds both moved.
    fn finish_consultation(&self, request: &Request) {
        let (original, state, cause) = match request {
            Request::CompleteTransfer(original) => (original, State::Disconnected, Cause::Normal),
            Request::Join(original) | Request::Mix(original) => {
                (original, State::Connected, Cause::None)
            }
            _ => return,
        };
        self.end_consultation();
        original.end_consultation();
        if state == State::Connected {
            lock(&original.core().inner).in_conference = true;
            lock(&self.core().inner).in_conference = true;
            self.set_hub(original.hub());
        }
        if matches!(request, Request::Join(_)) {
            self.is_joined_with(original);
        }
        original.move_to(state, cause);
    }

    pub(super) fn end_consultation(&self) {
        let ended = lock(&self.core().inner).consultation.take();
        drop(ended);
    }

    /// The one place where a state changes. Returns what is left to do without the lock.
    #[must_use]
    pub(super) fn transition(&self, inner: &mut Inner, state: State, cause: Cause) -> End {
        if !inner.state.may_become(state) {
            return End::default();
        }
        let was_idle = inner.state == State::Idle;
        let holders = inner.holders.len();
        inner.state = state;
        inner.cause = match cause {
            Cause::Cancelled if inner.given_up => Cause::NoAnswer,
            cause => cause,
        };
        inner.was_connected |= matches!(state, State::Connected | State::Hold);
        self.set_phase(state);
        if state == State::Disconnected {
            inner.tell_askers_of_end(self);
        }
        if was_idle && state != State::Disconnected {
            self.admit_monitors(inner);
            self.join_hub(inner);
        }
        self.raise_state(inner);
        self.tell_admitted(inner, holders);
        self.wake(inner);
        let mut end = End {
            media: self.media_follows(inner),
            ..End::default()
        };
        if state == State::Disconnected {
            self.leave_hub(inner);
            inner.in_conference = false;
            end.consultation = inner.consultation.take();
            end.place = inner.take_place_if_unused();
        }
        end
    }

    fn unlock_and_settle(&self, inner: MutexGuard<'_, Inner>, end: End) {
        drop(inner);
        self.settle(end);
    }

    /// Does what a transition left to be done, with no lock held.
    pub(super) fn settle(&self, end: End) {
        if end.media {
            self.settle_media();
        }
        if let Some(place) = end.place {
            self.core().line.remove(place);
        }
        let Some(consultation) = end.consultation else {
            return;
        };
        let original = consultation.partner;
        // It may have gone on to another consultation, which this end is nothing to.
        let tied = lock(&original.core().inner)
            .consultation
            .take_if(|tie| tie.partner.same(self));
        let was_tied = tied.is_some();
        drop(tied);
        // The original waited on hold for its consultation, which is over: take it back.
        if was_tied && consultation.is_consult && original.state() == State::Hold {
            let reply = Reply::new(original.clone(), Request::Unhold, 0);
            original.core().line.provider().unhold(&original, reply);
        }
    }
}

/// What is left to do after a transition.
#[derive(Default)]
pub(super) struct End {
    place: Option<usize>,
    consultation: Option<Consultation>,
    media: bool,
}

impl End {
    /// A call ends once, so at most one of the two has anything to do.
    fn add(&mut self, other: End) {
        self.place = self.place.take().or(other.place);
        self.consultation = self.consultation.take().or(other.consultation);
        self.media |= other.media;
    }
}

/// Whether a request that failed so has changed nothing: of one that took too long nobody knows.
fn leaves_call_alone(error: &Error) -> bool {
    error.kind() != ErrorKind::Timeout
}
