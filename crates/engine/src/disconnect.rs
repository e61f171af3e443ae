//! Ending a call: in every state, under every fault, without hanging and without losing it.

use super::call::{Call, CallHandle};
use super::client::Client;
use super::error::Result;
use super::inner::Inner;
use super::request::{Reply, Request};
use super::state::{Cause, DropReason, State};
use super::waiting::TIMEOUT;
use std::panic::{AssertUnwindSafe, catch_unwind};
use tapi3_common::sync::{MutexGuard, lock};

/// What a successful Disconnect found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disconnected {
    /// The call is over (S_OK).
    Over,
    /// The call was idle: there was nothing to end (S_FALSE).
    Nothing,
}

/// What became of the wish to end a call.
pub(super) enum Wish {
    /// There is nothing left to end.
    Nothing(Disconnected),
    /// The request with this serial number is on its way, or answered already.
    Under(u32),
}

impl CallHandle {
    /// Ends the call in whatever state it is.
    ///
    /// Returns when the provider has taken the hang-up over, or with an error when it cannot or
    /// stays silent. Callers on several threads share one request. An unanswered request does not
    /// stand in the way of the next: calling again asks again.
    pub fn disconnect(&self, reason: DropReason) -> Result<Disconnected> {
        match self.ask_to_end(reason)? {
            Wish::Nothing(found) => Ok(found),
            Wish::Under(serial) => self.wait_for_end(serial),
        }
    }

    /// As [`CallHandle::disconnect`] without the waiting, for those who must not block: `None` if
    /// the provider is still at work. [`CallHandle::disconnect`] then joins the same request.
    pub fn hang_up(&self, reason: DropReason) -> Result<Option<Disconnected>> {
        let serial = match self.ask_to_end(reason)? {
            Wish::Nothing(found) => return Ok(Some(found)),
            Wish::Under(serial) => serial,
        };
        let inner = lock(&self.call.core().inner);
        if inner.state == State::Disconnected {
            return Ok(Some(Disconnected::Over));
        }
        match &inner.hang_up.result {
            Some(Err(error)) if inner.hang_up.serial == serial => Err(error.clone()),
            _ => Ok(None),
        }
    }

    fn ask_to_end(&self, reason: DropReason) -> Result<Wish> {
        self.ask_to_end_and(reason, |_| Ok(()))
    }

    /// Asks the provider to end the call; `note` is done with the call locked before that.
    pub(super) fn ask_to_end_and(
        &self,
        reason: DropReason,
        note: impl FnOnce(&mut Inner) -> Result<()>,
    ) -> Result<Wish> {
        let call = &self.call;
        if let Some(nothing_to_do) = call.at_rest() {
            return Ok(Wish::Nothing(nothing_to_do));
        }
        let mut inner = lock(&call.core().inner);
        self.check_owner(&inner)?;
        if inner.hang_up.busy {
            note(&mut inner)?;
            return Ok(Wish::Under(inner.hang_up.serial));
        }
        // The call may have failed and be idle again by now, or over.
        if let Some(nothing_to_do) = call.at_rest() {
            return Ok(Wish::Nothing(nothing_to_do));
        }
        // Room for the end itself was kept when the client joined the call.
        note(&mut inner)?;
        let serial = inner.hang_up.begin();
        call.drop_it(inner, reason, serial);
        Ok(Wish::Under(serial))
    }

    fn wait_for_end(&self, mut serial: u32) -> Result<Disconnected> {
        // Most providers have ended the call by now, so this is all there is to do.
        if self.call.state() == State::Disconnected {
            return Ok(Disconnected::Over);
        }
        let mut inner = lock(&self.call.core().inner);
        loop {
            if inner.state == State::Disconnected {
                return Ok(Disconnected::Over);
            }
            if inner.hang_up.serial != serial {
                // Somebody asked again after ours had failed: that answer is as good.
                serial = inner.hang_up.serial;
            }
            match &inner.hang_up.result {
                Some(Err(error)) => return Err(error.clone()),
                // The call came to nothing before its provider had taken it.
                Some(Ok(_)) => return Ok(Disconnected::Nothing),
                None => {}
            }
            let deadline = match inner.hang_up.deadline {
                Some(deadline) => deadline,
                None => *inner.hang_up.deadline.insert(self.call.deadline_from_now()),
            };
            let (guard, in_time) = self.call.sleep(inner, deadline);
            inner = guard;
            if !in_time && inner.state != State::Disconnected && inner.hang_up.busy {
                inner.hang_up.abandon(TIMEOUT);
                self.call.wake(&mut inner);
                drop(inner);
                self.call.say_not_ended(&TIMEOUT);
                // Whoever asks again meanwhile waits for that alone.
                return Err(TIMEOUT);
            }
        }
    }
}

impl Call {
    /// Whether there is anything to end: the call is neither idle nor over.
    pub fn is_up(&self) -> bool {
        self.at_rest().is_none()
    }

    /// Has the provider end the call; the answer goes to the request `serial`, or to nobody. While
    /// the provider is just being asked to place the call, the thread that asks it passes the wish
    /// on: so a provider is never told to end a call that it does not know.
    fn drop_it(&self, mut inner: MutexGuard<'_, Inner>, reason: DropReason, serial: u32) {
        if inner.asking {
            if serial != 0 || inner.wish.is_none() {
                inner.wish = Some((reason, serial));
            }
            return;
        }
        inner.dropped = true;
        inner.drop_cause = reason.cause_in(inner.state);
        drop(inner);
        let reply = Reply::new(self.clone(), Request::Drop, serial);
        self.line().provider().drop_call(self, reason, reply);
    }

    /// As [`Call::drop_it`], for the end of many calls: a provider that panics over one of them does
    /// not keep the others from theirs. Whoever waits for an earlier wish waits for this one too.
    pub(super) fn drop_for_nobody(&self, mut inner: MutexGuard<'_, Inner>, reason: DropReason) {
        // Where the wish has not reached the provider, it does so once.
        let serial = match inner.asking {
            true => 0,
            false => inner.hang_up.again(),
        };
        let ask = AssertUnwindSafe(|| self.drop_it(inner, reason, serial));
        if catch_unwind(ask).is_err() {
            tracing::error!("the provider of call {} panicked over its end", self.id());
        }
    }

    /// Nobody has answered for as long as the call was to be tried: unless it was answered meanwhile,
    /// is over or just being hung up, it ends with [`Cause::NoAnswer`], whoever owns it.
    pub fn give_up(&self) {
        let mut inner = lock(&self.core().inner);
        let on_its_way = matches!(inner.state, State::Idle | State::InProgress);
        if !on_its_way || !inner.is_up() || inner.hang_up.busy {
            return;
        }
        inner.given_up = true;
        self.drop_for_nobody(inner, DropReason::NoAnswer);
    }

    /// The call's line is taken away: the call fails, and its provider lets go of it.
    pub(super) fn lose_line(&self) {
        // The lock, not a look at the phase: whoever places a call asks under it whether the line
        // is in service.
        let inner = lock(&self.core().inner);
        if !inner.is_up() {
            return;
        }
        drop(inner);
        self.disconnected(Cause::Failed);
        // Whoever rings here finds that nobody answers.
        self.drop_for_nobody(lock(&self.core().inner), DropReason::NoAnswer);
    }

    /// `client` has shut down: a call that it owned, and that nobody else owns who is still there,
    /// is hung up, waiting for nobody.
    pub(super) fn abandon(&self, client: &Client) {
        let mut inner = lock(&self.core().inner);
        if !(inner.is_up() && (inner.is_orphan_of(client) || inner.is_left())) {
            self.tell_closed(&mut inner, client);
            return;
        }
        let cause = DropReason::Normal.cause_in(inner.state);
        self.drop_for_nobody(inner, DropReason::Normal);
        self.disconnected(cause);
    }
}
