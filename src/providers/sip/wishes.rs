//! What applications want of calls that are up: it is asked of the far end, and what that says is their
//! answer.

use super::calls::{BAD_ADDRESS, is_anonymous};
use super::conferences::Join;
use super::control::Wish;
use super::station::Station;
use super::{causes, codes};
use crate::engine::{DropReason, Error, ErrorKind, Reply};
use std::time::Instant;
use tapi3_sip::agent::{CallId, End, Refusal, target_with};
use tapi3_sip::message::uri::destination;

pub(super) const BUSY_WITH_OTHERS: Error = Error::new(
    ErrorKind::OperationFailed,
    "Another change of the call is under way.",
);

const NO_SUCH_CALL: Error = Error::new(
    ErrorKind::OperationFailed,
    "The other call is not in a state for it.",
);

/// An operation of the application's that the far end has to agree to.
pub(super) enum Pending {
    Hold(Reply),
    Unhold(Reply),
    /// The first half of a swap; the other call is taken back next.
    SwapHold(Reply, CallId),
    /// The second half. The first call is put back if it fails.
    SwapUnhold(Reply, CallId),
    /// Back on hold, or off it, after half of a swap failed.
    Back,
    BlindTransfer(Reply),
    Transfer(Reply, CallId),
    Park(Reply, String),
    /// The call is taken back from hold, to be joined with another. The application may want it back
    /// meanwhile, as the engine does when the other has ended.
    Join(Box<Join>, Option<Reply>),
    /// A call that takes another is not answered yet.
    Take(Reply),
    /// A call is answered as soon as the caller has acknowledged what it was told of our sound.
    Answer(Reply),
}

impl Station {
    /// Does what the application of a call wants.
    pub fn grant(&mut self, id: CallId, wish: Wish, reply: Reply) {
        let now = Instant::now();
        let pending = self.legs.get_mut(&id).and_then(|leg| leg.pending.as_mut());
        if let (Wish::Unhold, Some(Pending::Join(_, unhold))) = (&wish, pending) {
            *unhold = Some(reply);
            return;
        }
        if matches!(wish, Wish::Unhold) && self.is_back_already(id) {
            return reply.ok();
        }
        // Whoever ends a call does not wait for what else was wanted of it.
        if self.is_busy(id) && !matches!(wish, Wish::Answer | Wish::Leave) {
            return reply.fail(BUSY_WITH_OTHERS);
        }
        let (asked, pending) = match wish {
            Wish::Answer => return self.answer(id, reply),
            Wish::Redirect(to) => return self.redirect(id, &to, reply),
            Wish::Leave => return self.leave_conference(id, reply),
            Wish::Join(original) => match original.id() {
                Some(original) => return self.join(id, original, reply),
                None => return reply.fail(NO_SUCH_CALL),
            },
            Wish::Hold => (self.ask_to_hold(id), Pending::Hold(reply)),
            Wish::Unhold => (self.ask_to_resume(id), Pending::Unhold(reply)),
            Wish::Swap(held) => match held.id() {
                Some(held) if self.is_busy(held) => return reply.fail(BUSY_WITH_OTHERS),
                Some(held) => (self.ask_to_hold(id), Pending::SwapHold(reply, held)),
                None => return reply.fail(NO_SUCH_CALL),
            },
            Wish::BlindTransfer(to) => match self.transfer_target(id, &to) {
                Some(target) => {
                    let by = self.own_uri(id);
                    let asked = self.agent.transfer(now, id, &target, &by);
                    (asked, Pending::BlindTransfer(reply))
                }
                None => return reply.fail(BAD_ADDRESS),
            },
            Wish::Park(code, address) => {
                let line = self.line_of(id);
                let target =
                    line.and_then(|line| codes::dialled(&code, &address, &line.config.uri));
                let Some(target) = target else {
                    return reply.fail(BAD_ADDRESS);
                };
                let by = self.own_uri(id);
                let asked = self.agent.transfer(now, id, &target.to_string(), &by);
                (asked, Pending::Park(reply, address))
            }
            Wish::Transfer(other) => {
                let other = other.id().and_then(|other| {
                    let replaces = self.agent.replaces(other)?;
                    Some((other, target_with(&self.agent.far_uri(other)?, &replaces)))
                });
                let Some((other, target)) = other else {
                    return reply.fail(NO_SUCH_CALL);
                };
                let by = self.own_uri(id);
                let asked = self.agent.transfer(now, id, &target, &by);
                (asked, Pending::Transfer(reply, other))
            }
        };
        match asked {
            Ok(()) => {
                if let Pending::Transfer(_, other) = &pending {
                    self.consults.insert(*other, id);
                }
                if let Some(leg) = self.legs.get_mut(&id) {
                    leg.pending = Some(pending);
                }
            }
            Err(refusal) => self.fail(pending, &refusal),
        }
    }

    /// Asks the far end of a call to be on hold.
    pub(super) fn ask_to_hold(&mut self, id: CallId) -> Result<(), Refusal> {
        self.is_as_told(id);
        self.agent.hold(Instant::now(), id)
    }

    /// Asks the far end of a call to come back from hold.
    pub(super) fn ask_to_resume(&mut self, id: CallId) -> Result<(), Refusal> {
        self.is_as_told(id);
        self.agent.resume(Instant::now(), id)
    }

    /// Whether something is under way in a call that the far end has to agree to.
    pub(super) fn is_busy(&self, id: CallId) -> bool {
        self.legs.get(&id).is_some_and(|leg| leg.pending.is_some())
    }

    /// A call has left us for somebody else: it is over for the application.
    pub(super) fn leave(&mut self, id: CallId) {
        if let Some(leg) = self.legs.get(&id) {
            leg.control.free_appearance();
        }
        let why = causes::hang_up(DropReason::Normal);
        self.agent.hang_up(Instant::now(), id, why);
    }

    /// Who sends the far end on, as it knows us (RFC 3892).
    fn own_uri(&self, id: CallId) -> String {
        let leg = self.legs.get(&id);
        let hidden = leg.is_some_and(|leg| is_anonymous(&leg.call));
        match self.line_of(id).filter(|_| !hidden) {
            Some(line) => format!("<{}>", line.config.uri.identity()),
            None => "<sip:anonymous@anonymous.invalid>".to_owned(),
        }
    }

    fn transfer_target(&self, id: CallId, to: &str) -> Option<String> {
        let line = self.line_of(id)?;
        destination(to, &line.config.uri, false).map(|uri| uri.to_string())
    }

    pub(super) fn done(&mut self, id: CallId, result: Result<(), Refusal>) {
        let pending = self.legs.get_mut(&id).and_then(|leg| leg.pending.take());
        let Some(pending) = pending else { return };
        match (pending, result) {
            (Pending::Back, _) => {}
            (Pending::SwapHold(reply, held), Ok(())) => self.swap_on(reply, id, held),
            (Pending::SwapUnhold(reply, first), Err(refusal)) => {
                self.swap_back(reply, first, &refusal);
            }
            (pending, Err(refusal)) => self.fail(pending, &refusal),
            (Pending::Join(join, unhold), Ok(())) => {
                if let Some(unhold) = unhold {
                    unhold.ok();
                }
                self.taken_back(*join, id);
            }
            (Pending::Take(reply) | Pending::Answer(reply), Ok(())) => reply.ok(),
            (Pending::Park(reply, address), Ok(())) => {
                reply.ok_with(address);
                self.leave(id);
            }
            (Pending::BlindTransfer(reply), Ok(())) => {
                reply.ok();
                self.leave(id);
            }
            (Pending::Transfer(reply, other), Ok(())) => {
                reply.ok();
                self.leave(id);
                self.leave(other);
                self.decided(other);
            }
            (
                Pending::Hold(reply) | Pending::Unhold(reply) | Pending::SwapUnhold(reply, _),
                Ok(()),
            ) => reply.ok(),
        }
    }

    /// The first half of a swap is done: the other call comes back.
    fn swap_on(&mut self, reply: Reply, first: CallId, held: CallId) {
        let resumed = match self.is_busy(held) {
            true => Err(Refusal::WrongState),
            false => self.ask_to_resume(held),
        };
        match (resumed, self.legs.get_mut(&held)) {
            (Ok(()), Some(leg)) => leg.pending = Some(Pending::SwapUnhold(reply, first)),
            (Ok(()), None) => reply.fail(failed(&Refusal::Over)),
            (Err(refusal), _) => self.swap_back(reply, first, &refusal),
        }
    }

    /// Half of a swap is undone, so that the calls are as they were.
    fn swap_back(&mut self, reply: Reply, first: CallId, refusal: &Refusal) {
        if !self.is_busy(first) && self.ask_to_resume(first).is_ok() {
            if let Some(leg) = self.legs.get_mut(&first) {
                leg.pending = Some(Pending::Back);
            }
        }
        reply.fail(failed(refusal));
    }

    /// A transfer is decided in which this call was to be joined with another: what became of the
    /// call meanwhile is told now. Whoever it was joined with may have ended it before the news came.
    pub(super) fn decided(&mut self, other: CallId) {
        self.consults.remove(&other);
        let Some(leg) = self.legs.get_mut(&other) else {
            return;
        };
        let gone = leg.gone;
        if let Some(cause) = leg.ended.take() {
            leg.over(cause);
        }
        if gone {
            self.legs.remove(&other);
        }
    }

    /// An operation fails.
    pub(super) fn fail(&mut self, pending: Pending, refusal: &Refusal) {
        match pending {
            Pending::Join(join, unhold) => {
                if let Some(unhold) = unhold {
                    unhold.fail(failed(refusal));
                }
                self.not_joined(*join, failed(refusal));
            }
            Pending::Transfer(reply, other) => {
                reply.fail(failed(refusal));
                self.decided(other);
            }
            Pending::Hold(reply)
            | Pending::Unhold(reply)
            | Pending::SwapHold(reply, _)
            | Pending::SwapUnhold(reply, _)
            | Pending::BlindTransfer(reply)
            | Pending::Park(reply, _)
            | Pending::Take(reply)
            | Pending::Answer(reply) => reply.fail(failed(refusal)),
            // Nobody waits for it.
            Pending::Back => {}
        }
    }
}

impl Pending {
    pub fn is_take(&mut self) -> bool {
        matches!(self, Pending::Take(_))
    }
}

/// What the end of a call means for an operation under way.
pub(super) fn refusal_of(end: &End, reason: Option<&(u16, String)>) -> Refusal {
    match (end, reason) {
        (_, Some((code, text))) => Refusal::Answer(*code, text.clone()),
        (End::Silent, None) => Refusal::TimedOut,
        _ => Refusal::Over,
    }
}

/// Why the far end did not agree, for the application.
pub(super) fn failed(refusal: &Refusal) -> Error {
    let text = match refusal {
        Refusal::Answer(code, reason) => format!("The far end answered {code} {reason}."),
        Refusal::TimedOut => "The far end did not answer.".to_owned(),
        Refusal::NotSent => "The far end is not reached.".to_owned(),
        Refusal::WrongState => "The call is not in a state for it.".to_owned(),
        Refusal::Over => "The call ended meanwhile.".to_owned(),
    };
    Error::with_text(ErrorKind::OperationFailed, text)
}
