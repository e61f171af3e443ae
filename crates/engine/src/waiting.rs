//! Asking a provider and waiting for its answer: what all operations but the hang-up share.

use super::asking::{Asker, Askers};
use super::call::{Call, CallHandle};
use super::error::{Error, ErrorKind, Result};
use super::inner::Inner;
use super::provider::Provider;
use super::request::{Answer, Reply, Request};
use super::state::State;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;
use std::time::Duration;
use tapi3_common::sync::{MutexGuard, lock};

pub(super) const TIMEOUT: Error = Error::new(
    ErrorKind::Timeout,
    "The provider has not answered in time; a late answer still takes effect.",
);

pub(super) const DROPPED: Error = Error::new(
    ErrorKind::Dropped,
    "The call was disconnected before the operation ended.",
);

impl Call {
    /// Sleeps until something changes or `deadline` passes; false once it has.
    pub(super) fn sleep<'a>(
        &'a self,
        mut inner: MutexGuard<'a, Inner>,
        deadline: Duration,
    ) -> (MutexGuard<'a, Inner>, bool) {
        let clock = self.line().engine.clock();
        let Some(left) = deadline.checked_sub(clock.now()).filter(|d| !d.is_zero()) else {
            return (inner, false);
        };
        inner.sleepers += 1;
        inner.unwoken = true;
        let changed = &self.core().changed;
        let (mut inner, _) = changed
            .wait_timeout(inner, clock.nap(left))
            .unwrap_or_else(PoisonError::into_inner);
        inner.sleepers -= 1;
        (inner, true)
    }

    /// How many threads wait for something to happen to it.
    pub fn sleepers(&self) -> u32 {
        lock(&self.core().inner).sleepers
    }

    pub(super) fn deadline_from_now(&self) -> Duration {
        let engine = &self.line().engine;
        engine.clock().now() + engine.settings().operation_timeout
    }

    /// The provider knows the call now, or has refused it: a hang-up that came meanwhile is passed
    /// on. Whoever asked to end a call may rely on this even if the provider has panicked.
    pub(super) fn provider_knows(&self) -> MutexGuard<'_, Inner> {
        let mut inner = lock(&self.core().inner);
        inner.asking = false;
        let Some((reason, serial)) = inner.wish.take() else {
            return inner;
        };
        if inner.state == State::Idle && !inner.is_up() {
            // The call was not placed at all, so there is nothing to hang up.
            inner.hang_up.tell(self, serial, &mut Ok(None));
            inner.hang_up.finish(serial, Ok(None));
            self.wake(&mut inner);
            return inner;
        }
        inner.dropped = true;
        inner.drop_cause = reason.cause_in(inner.state);
        drop(inner);
        let reply = Reply::new(self.clone(), Request::Drop, serial);
        self.line().provider().drop_call(self, reason, reply);
        lock(&self.core().inner)
    }

    /// Wakes everybody who waits for the call.
    pub(super) fn wake(&self, inner: &mut Inner) {
        if std::mem::take(&mut inner.unwoken) {
            self.core().changed.notify_all();
        }
    }
}

impl Inner {
    /// Makes room for an operation. Returns whether there is any.
    fn make_room(&mut self) -> bool {
        let slot = &mut self.operation;
        if slot.busy || (slot.result.is_some() && self.untaken.is_some()) {
            return false;
        }
        if let Some(result) = slot.result.take() {
            self.untaken = Some((slot.serial, result));
        }
        true
    }

    /// The result of operation `serial`, for the one who asked.
    pub(super) fn take_result(&mut self, serial: u32) -> Option<Result<Answer>> {
        if self.operation.serial == serial {
            return self.operation.result.take();
        }
        let untaken = self.untaken.take_if(|(of, _)| *of == serial);
        untaken.map(|(_, result)| result)
    }

    /// Whoever asked for operation `serial` waits for it no longer.
    pub(super) fn give_up(&mut self, serial: u32) {
        if self.operation.serial == serial {
            self.operation.busy = false;
        }
    }
}

/// A provider that is being asked. Should it panic, nobody takes the result, and hang-ups must get
/// through all the same.
struct PanicGuard<'a> {
    call: &'a Call,
    serial: u32,
}

impl Drop for PanicGuard<'_> {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        // Should it panic once more, over a hang-up, that must stay here: the process would end.
        let knows = AssertUnwindSafe(|| drop(self.call.provider_knows()));
        if catch_unwind(knows).is_err() {
            tracing::error!("the provider of call {} panicked again", self.call.id());
        }
        lock(&self.call.core().inner).take_result(self.serial);
    }
}

impl CallHandle {
    /// Starts an operation other than a hang-up: checks that nothing forbids it, promises room for
    /// `events` events, and takes the call's place for it. Returns the request's serial number.
    /// `asker`, if there is one, is told of the outcome.
    pub(super) fn begin(
        &self,
        inner: &mut Inner,
        events: u32,
        asker: Option<Asker>,
    ) -> Result<u32> {
        self.client.check_open()?;
        self.check_owner(inner)?;
        if !inner.make_room() {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "Another operation on this call is still under way.",
            ));
        }
        self.call.promise_all(inner, events)?;
        let serial = inner.operation.begin();
        inner.operation.asked = asker.is_some();
        inner.operation.askers = Askers::of(asker);
        Ok(serial)
    }

    /// As [`CallHandle::begin`], for an operation with which an idle call begins to live.
    pub(super) fn begin_placing(
        &self,
        inner: &mut Inner,
        events: u32,
        asker: Option<Asker>,
    ) -> Result<u32> {
        self.client.check_open()?;
        self.check_owner(inner)?;
        self.call.line().check_in_service()?;
        self.call.invite_monitors(inner)?;
        let serial = self.begin(inner, events, asker)?;
        self.call.set_placing(inner, serial);
        inner.asking = true;
        Ok(serial)
    }

    /// Asks the provider and waits for its answer.
    pub(super) fn ask(
        &self,
        serial: u32,
        request: Request,
        ask: impl FnOnce(&dyn Provider, Reply),
    ) -> Result<Answer> {
        self.ask_then(serial, request, ask, |_, answer| Ok(answer))
    }

    /// As [`CallHandle::ask`]; with the answer, and the call still locked, goes on to `then`.
    pub(super) fn ask_then<'a, T>(
        &'a self,
        serial: u32,
        request: Request,
        ask: impl FnOnce(&dyn Provider, Reply),
        then: impl FnOnce(MutexGuard<'a, Inner>, Answer) -> Result<T>,
    ) -> Result<T> {
        let inner = self.ask_only(serial, request, ask);
        self.wait_then(serial, inner, then)
    }

    /// Has the provider asked, and returns with the call locked, whether or not it has answered.
    pub(super) fn ask_only(
        &self,
        serial: u32,
        request: Request,
        ask: impl FnOnce(&dyn Provider, Reply),
    ) -> MutexGuard<'_, Inner> {
        let call = &self.call;
        let placing = request.places();
        let reply = Reply::new(call.clone(), request, serial);
        let guard = PanicGuard { call, serial };
        ask(&**call.line().provider(), reply);
        drop(guard);
        if placing {
            call.provider_knows()
        } else {
            lock(&call.core().inner)
        }
    }

    /// Waits for the answer to a request; with it, and the call still locked, goes on to `then`.
    pub(super) fn wait_then<'a, T>(
        &'a self,
        serial: u32,
        mut inner: MutexGuard<'a, Inner>,
        then: impl FnOnce(MutexGuard<'a, Inner>, Answer) -> Result<T>,
    ) -> Result<T> {
        let call = &self.call;
        let mut deadline = None;
        loop {
            if let Some(result) = inner.take_result(serial) {
                return then(inner, result?);
            }
            if inner.state == State::Disconnected {
                inner.give_up(serial);
                return Err(DROPPED);
            }
            let until = *deadline.get_or_insert_with(|| call.deadline_from_now());
            let (guard, in_time) = call.sleep(inner, until);
            inner = guard;
            if !in_time {
                inner.give_up(serial);
                return Err(TIMEOUT);
            }
        }
    }
}
