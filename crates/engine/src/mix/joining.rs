//! The joining of two calls in a mix, from the first question to the answer.

use super::{OVER, SAME, check_size, seat};
use crate::call::Call;
use crate::error::{Error, Result};
use crate::request::{Answer, Reply, Request};
use crate::state::{Cause, State};
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use tapi3_common::shared::Shared;
use tapi3_common::sync::{Mutex, lock};

/// Two calls that are to be mixed, and what was done for it.
pub(crate) struct Joining {
    original: Call,
    consult: Call,
    /// The consultation's, until it is answered.
    reply: Mutex<Option<Reply>>,
    /// Whether the consultation, and the original, were on hold and are no more, which the engine's
    /// calls do not know yet.
    taken_back: [AtomicBool; 2],
}

impl fmt::Debug for Joining {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let both = (self.original.id(), self.consult.id());
        f.debug_tuple("Joining").field(&both).finish()
    }
}

/// What is asked of a provider for a joining, besides what an application asks for.
pub(crate) type Part = Shared<Joining>;

impl Joining {
    /// Joins `consult` to the conference of `original`; the reply is the consultation's.
    pub(super) fn begin(original: &Call, consult: &Call, reply: Reply) {
        let joining = Shared::try_new(Joining {
            original: original.clone(),
            consult: consult.clone(),
            reply: Mutex::new(None),
            taken_back: [(); 2].map(|()| AtomicBool::new(false)),
        });
        match joining {
            Ok(joining) => {
                *lock(&joining.reply) = Some(reply.for_mix());
                go_on(&joining);
            }
            Err(error) => reply.fail(error.into()),
        }
    }

    fn both(&self) -> [&Call; 2] {
        [&self.consult, &self.original]
    }

    fn check(&self) -> Result<()> {
        if self.both().iter().any(|call| !is_talking(call)) {
            return Err(OVER);
        }
        if self.original.hub() == self.consult.hub() {
            return Err(SAME);
        }
        check_size(&self.original, &self.consult)
    }

    /// Both get their places, and whoever belongs to the consultation comes into the original's hub.
    fn seat(&self) -> Result<()> {
        let (original, consult) = (&self.original, &self.consult);
        let together = original.line().engine.hub_calls(consult.hub())?;
        seat(original, consult, true)?;
        for call in together.iter().filter(|call| !call.same(consult)) {
            call.set_hub(original.hub());
        }
        Ok(())
    }

    fn answer(&self, result: Result<()>) {
        let reply = lock(&self.reply).take();
        match (reply, result) {
            (Some(reply), Ok(())) => reply.ok(),
            (Some(reply), Err(error)) => reply.fail(error),
            (None, _) => {}
        }
    }
}

/// Takes back who is still on hold, or joins the two.
fn go_on(joining: &Part) {
    if let Err(error) = joining.check() {
        return fail(joining, error);
    }
    for (call, taken_back) in joining.both().into_iter().zip(&joining.taken_back) {
        if call.state() == State::Hold && !taken_back.load(Ordering::Acquire) {
            let reply = Reply::new(call.clone(), Request::TakeBack(joining.clone()), 0);
            return call.line().provider().unhold(call, reply);
        }
    }
    match joining.seat() {
        Ok(()) => joining.answer(Ok(())),
        Err(error) => fail(joining, error),
    }
}

/// One of the two was asked to come back from hold, and this is the answer.
pub(crate) fn taken_back(joining: &Part, call: &Call, result: Result<Answer>) {
    if let Err(error) = result {
        return fail(joining, error);
    }
    for (mine, taken_back) in joining.both().into_iter().zip(&joining.taken_back) {
        if mine.same(call) {
            taken_back.store(true, Ordering::Release);
        }
    }
    go_on(joining);
}

/// Nothing comes of it: who was taken back goes back on hold. But an original whose consultation is
/// over stays, as after every consultation.
fn fail(joining: &Part, error: Error) {
    for (call, taken_back) in joining.both().into_iter().zip(&joining.taken_back) {
        if call.state() != State::Hold || !taken_back.load(Ordering::Acquire) {
            continue;
        }
        if is_left_alone(joining, call) {
            call.move_to(State::Connected, Cause::None);
            continue;
        }
        let reply = Reply::new(call.clone(), Request::PutBack(joining.clone()), 0);
        call.line().provider().hold(call, reply);
    }
    joining.answer(Err(error));
}

/// A call was put back on hold. If its consultation has ended meanwhile, which could not take it back,
/// that is done now.
pub(crate) fn put_back(joining: &Joining, call: &Call, result: Result<Answer>) {
    if let Err(error) = result {
        tracing::warn!(
            "call {} is on hold for its program only: its line does not put it back: {error}",
            call.id()
        );
    }
    if is_left_alone(joining, call) && call.state() == State::Hold {
        let reply = Reply::new(call.clone(), Request::Unhold, 0);
        call.line().provider().unhold(call, reply);
    }
}

fn is_left_alone(joining: &Joining, call: &Call) -> bool {
    call.same(&joining.original) && !joining.consult.is_up()
}

fn is_talking(call: &Call) -> bool {
    matches!(call.state(), State::Connected | State::Hold)
}
