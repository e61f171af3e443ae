//! Placing a call, and the waiting that all operations share.

use super::call::{Call, CallHandle, Inner};
use super::error::{Error, ErrorKind, Result};
use super::operation::{Answer, Reply, Request};
use super::provider::Provider;
use super::state::{Cause, Direction, State};
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;
use tapi3_common::sync::lock;

pub(super) const TIMEOUT: Error = Error::new(
    ErrorKind::Timeout,
    "The provider has not answered in time; a late answer still takes effect.",
);

const NO_ANSWER_YET: Error = Error::new(
    ErrorKind::Timeout,
    "The called party has not answered in time; the call is still on its way.",
);

const DROPPED: Error = Error::new(
    ErrorKind::Dropped,
    "The call was disconnected before the operation ended.",
);

impl Call {
    /// Sleeps until something changes or `deadline` passes; `None` once it has.
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
    fn take_result(&mut self, serial: u32) -> Option<Result<Answer>> {
        if self.operation.serial == serial {
            return self.operation.result.take();
        }
        let untaken = self.untaken.take_if(|(of, _)| *of == serial);
        untaken.map(|(_, result)| result)
    }
}

/// A provider that is being asked. Should it panic, nobody takes the result.
struct Asked<'a> {
    call: &'a Call,
    serial: u32,
}

impl Drop for Asked<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            lock(&self.call.core().inner).take_result(self.serial);
        }
    }
}

impl CallHandle {
    /// Starts an operation other than a hang-up: checks that nothing forbids it, promises room for
    /// `events` events, and takes the call's place for it. Returns the request's serial number.
    pub(super) fn begin(&self, inner: &mut Inner, events: u32) -> Result<u32> {
        self.client.check_open()?;
        self.check_owner(inner)?;
        if !inner.make_room() {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "Another operation on this call is still under way.",
            ));
        }
        self.call.promise_all(inner, events)?;
        Ok(inner.operation.begin())
    }

    /// As [`CallHandle::begin`], for an operation with which an idle call begins to live.
    pub(super) fn begin_placing(&self, inner: &mut Inner, events: u32) -> Result<u32> {
        self.client.check_open()?;
        self.check_owner(inner)?;
        self.call.invite_monitors(inner)?;
        self.begin(inner, events)
    }

    /// Asks the provider and waits for its answer.
    pub(super) fn ask(
        &self,
        serial: u32,
        request: Request,
        ask: impl FnOnce(&dyn Provider, Reply),
    ) -> Result<Answer> {
        let reply = Reply::new(self.call.clone(), request, serial);
        let asked = Asked {
            call: &self.call,
            serial,
        };
        ask(&**self.call.line().provider(), reply);
        drop(asked);
        let mut inner = lock(&self.call.core().inner);
        loop {
            if let Some(result) = inner.take_result(serial) {
                return result;
            }
            if inner.state == State::Disconnected {
                inner.operation.busy = false;
                return Err(DROPPED);
            }
            let deadline = match inner.operation.deadline {
                Some(deadline) => deadline,
                None => *inner
                    .operation
                    .deadline
                    .insert(self.call.deadline_from_now()),
            };
            let (guard, in_time) = self.call.sleep(inner, deadline);
            inner = guard;
            if !in_time {
                inner.operation.abandon(TIMEOUT);
            }
        }
    }

    /// Places the call. With `wait` it returns when the call is connected or has failed, otherwise
    /// as soon as the call is on its way.
    pub fn connect(&self, wait: bool) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        if inner.state != State::Idle || self.call.direction() != Direction::Outgoing {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "Connect needs an idle call that CreateCall made.",
            ));
        }
        self.call.line().check_in_service()?;
        let serial = self.begin_placing(&mut inner, 2)?;
        self.call.set_placing(&inner, true);
        drop(inner);
        let placed = self.ask(serial, Request::Make, |provider, reply| {
            provider.make(&self.call, reply);
        });
        match placed {
            Ok(_) if wait => self.wait_for_answer(),
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::Dropped => Err(self.failure()),
            Err(error) => {
                // Nobody knows what a silent provider does; a call that failed is idle again.
                if error.kind() != ErrorKind::Timeout {
                    self.call.set_placing(&lock(&self.call.core().inner), false);
                }
                Err(error)
            }
        }
    }

    fn wait_for_answer(&self) -> Result<()> {
        let mut deadline = None;
        let mut inner = lock(&self.call.core().inner);
        loop {
            match inner.state {
                State::Connected | State::Hold => return Ok(()),
                State::Disconnected => {
                    drop(inner);
                    return Err(self.failure());
                }
                _ => {}
            }
            let until = *deadline.get_or_insert_with(|| self.call.deadline_from_now());
            let (guard, in_time) = self.call.sleep(inner, until);
            inner = guard;
            if !in_time {
                return Err(NO_ANSWER_YET);
            }
        }
    }

    /// Why a call that was being placed has ended.
    fn failure(&self) -> Error {
        match self.call.cause() {
            Cause::Busy => Error::new(ErrorKind::DestinationBusy, "The called party is busy."),
            Cause::NoAnswer => Error::new(
                ErrorKind::DestinationNoAnswer,
                "The called party did not answer.",
            ),
            Cause::BadAddress => Error::new(
                ErrorKind::InvalidAddress,
                "Nobody can be reached under this destination.",
            ),
            Cause::Rejected => Error::new(
                ErrorKind::DestinationUnavailable,
                "The called party refused the call.",
            ),
            Cause::Blocked => Error::new(
                ErrorKind::AddressBlocked,
                "The network or the called party blocks calls from this line.",
            ),
            Cause::Failed => Error::new(
                ErrorKind::OperationFailed,
                "The call failed on its way to the called party.",
            ),
            Cause::None | Cause::Normal | Cause::Cancelled => DROPPED,
        }
    }
}
