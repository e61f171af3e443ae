//! Ending a call: in every state, under every fault, without hanging and without losing it.

use super::call::{Call, CallHandle};
use super::client::Client;
use super::connect::TIMEOUT;
use super::error::Result;
use super::operation::{Reply, Request};
use super::state::{Cause, DropReason, Privilege, State};
use tapi3_common::sync::lock;

/// What a successful Disconnect found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disconnected {
    /// The call is over (S_OK).
    Over,
    /// The call was idle: there was nothing to end (S_FALSE).
    Nothing,
}

/// What became of the wish to end a call.
enum Asked {
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
            Asked::Nothing(found) => Ok(found),
            Asked::Under(serial) => self.wait_for_end(serial),
        }
    }

    /// As [`CallHandle::disconnect`] without the waiting, for those who must not block: `None` if
    /// the provider is still at work. [`CallHandle::disconnect`] then joins the same request.
    pub fn hang_up(&self, reason: DropReason) -> Result<Option<Disconnected>> {
        let serial = match self.ask_to_end(reason)? {
            Asked::Nothing(found) => return Ok(Some(found)),
            Asked::Under(serial) => serial,
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

    fn ask_to_end(&self, reason: DropReason) -> Result<Asked> {
        let call = &self.call;
        if let Some(nothing_to_do) = call.at_rest() {
            return Ok(Asked::Nothing(nothing_to_do));
        }
        let mut inner = lock(&call.core().inner);
        self.check_owner(&inner)?;
        if inner.hang_up.busy {
            return Ok(Asked::Under(inner.hang_up.serial));
        }
        // The call may have failed and be idle again by now.
        if let Some(nothing_to_do) = call.at_rest() {
            return Ok(Asked::Nothing(nothing_to_do));
        }
        // Room for the end itself was promised when the client joined the call.
        let serial = inner.hang_up.begin();
        inner.drop_cause = reason.cause_in(inner.state);
        drop(inner);
        let reply = Reply::new(call.clone(), Request::Drop, serial);
        call.line().provider().drop_call(call, reason, reply);
        Ok(Asked::Under(serial))
    }

    fn wait_for_end(&self, mut serial: u32) -> Result<Disconnected> {
        let mut inner = lock(&self.call.core().inner);
        loop {
            if inner.state == State::Disconnected {
                inner.hang_up.busy = false;
                return Ok(Disconnected::Over);
            }
            if inner.hang_up.serial != serial {
                // Somebody asked again after ours had failed: that answer is as good.
                serial = inner.hang_up.serial;
            }
            if let Some(Err(error)) = &inner.hang_up.result {
                return Err(error.clone());
            }
            let deadline = match inner.hang_up.deadline {
                Some(deadline) => deadline,
                None => *inner.hang_up.deadline.insert(self.call.deadline_from_now()),
            };
            let (guard, in_time) = self.call.sleep(inner, deadline);
            inner = guard;
            if !in_time && inner.state != State::Disconnected && inner.hang_up.busy {
                inner.hang_up.abandon(TIMEOUT);
                if inner.sleepers > 0 {
                    self.call.core().changed.notify_all();
                }
            }
        }
    }
}

impl Call {
    /// Whether there is anything to end: the call is neither idle nor over.
    pub fn is_up(&self) -> bool {
        self.at_rest().is_none()
    }

    /// What a hang-up finds that has nothing to do.
    fn at_rest(&self) -> Option<Disconnected> {
        match self.state() {
            State::Idle if !self.is_placing() => Some(Disconnected::Nothing),
            State::Disconnected => Some(Disconnected::Over),
            _ => None,
        }
    }

    /// The call's line is taken away: the call fails, and its provider lets go of it.
    pub(super) fn lose_line(&self) {
        if !self.is_up() {
            return;
        }
        self.disconnected(Cause::Failed);
        let reply = Reply::new(self.clone(), Request::Drop, 0);
        // Whoever rings here finds that nobody answers.
        let provider = self.line().provider();
        provider.drop_call(self, DropReason::NoAnswer, reply);
    }

    /// `client` shuts down: a call that it owns alone is hung up, waiting for nobody.
    pub(super) fn abandon(&self, client: &Client) {
        let inner = lock(&self.core().inner);
        let owners = |h: &&super::holder::Holder| h.privilege == Privilege::Owner;
        let owns = inner.holder(client).as_ref().is_some_and(owners);
        let alone = inner.holders.iter().filter(owners).count() == 1;
        let live =
            inner.state != State::Disconnected && (inner.state != State::Idle || self.is_placing());
        let cause = DropReason::Normal.cause_in(inner.state);
        drop(inner);
        if !(owns && alone && live) {
            return;
        }
        let reply = Reply::new(self.clone(), Request::Drop, 0);
        self.line()
            .provider()
            .drop_call(self, DropReason::Normal, reply);
        self.disconnected(cause);
    }
}
