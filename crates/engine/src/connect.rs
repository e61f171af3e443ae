//! Placing a call.

use super::asking::Asker;
use super::call::CallHandle;
use super::control::Ask;
use super::error::{Error, ErrorKind, Result};
use super::inner::Inner;
use super::request::Request;
use super::state::{Cause, Direction, State};
use super::waiting::DROPPED;
use tapi3_common::sync::{MutexGuard, lock};

const NO_ANSWER_YET: Error = Error::new(
    ErrorKind::Timeout,
    "The called party has not answered in time; the call is still on its way.",
);

/// A call that its provider is still to say of whether it is on its way.
#[derive(Debug)]
pub struct Placing {
    handle: CallHandle,
    /// The request's number; 0 once nobody waits for it.
    serial: u32,
}

impl Placing {
    /// Waits for that, as [`CallHandle::connect`] does.
    pub fn wait(mut self) -> Result<()> {
        let serial = std::mem::take(&mut self.serial);
        let handle = &self.handle;
        let inner = lock(&handle.call.core().inner);
        handle.told_why(handle.wait_then(serial, inner, |_, _| Ok(())))
    }
}

impl Drop for Placing {
    /// Nobody waits for the answer any more: it is not kept.
    fn drop(&mut self) {
        if self.serial != 0 {
            lock(&self.handle.call.core().inner).give_up(self.serial);
        }
    }
}

impl CallHandle {
    /// Places the call. With `wait` it returns when the call is connected or has failed, otherwise
    /// as soon as the call is on its way.
    pub fn connect(&self, wait: bool) -> Result<()> {
        let serial = self.begin_connecting(None)?;
        let placed = self.ask_then(
            serial,
            Request::Make,
            |provider, reply| provider.make(&self.call, reply),
            |inner, _| match wait {
                true => self.wait_for_answer(inner),
                false => Ok(()),
            },
        );
        self.told_why(placed)
    }

    /// As [`CallHandle::connect`] without the waiting, for those who must not block: what is still to
    /// be waited for if the provider has not answered at once, `None` if the call is on its way.
    pub fn place(&self) -> Result<Option<Placing>> {
        self.begin_by(Ask::Place)
    }

    /// As [`CallHandle::place`], for a call that takes one which waits: [`CallHandle::unpark`].
    pub fn begin_unparking(&self) -> Result<Option<Placing>> {
        self.begin_by(Ask::Unpark)
    }

    /// As [`CallHandle::begin_unparking`] for [`CallHandle::pickup`].
    pub fn begin_picking_up(&self, group: Option<&str>) -> Result<Option<Placing>> {
        self.begin_by(Ask::Pickup(group))
    }

    fn begin_by(&self, what: Ask<'_>) -> Result<Option<Placing>> {
        let request = self.check(what)?;
        let serial = self.begin_to(what, None, None)?;
        let mut inner = self.ask_only(serial, request, |provider, reply| {
            self.pass_on(what, None, provider, reply);
        });
        if let Some(result) = inner.take_result(serial) {
            drop(inner);
            return self.told_why(result.map(|_| None));
        }
        drop(inner);
        Ok(Some(Placing {
            handle: self.clone(),
            serial,
        }))
    }

    pub(super) fn begin_connecting(&self, asker: Option<Asker>) -> Result<u32> {
        let mut inner = lock(&self.call.core().inner);
        if !inner.can_be_placed() || self.call.direction() != Direction::Outgoing {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "Connect needs an idle call that CreateCall made and nobody has hung up.",
            ));
        }
        self.begin_placing(&mut inner, 2, asker)
    }

    /// Says of a call that has ended while it was placed why it has.
    fn told_why<T>(&self, placed: Result<T>) -> Result<T> {
        match placed {
            Err(error) if error.kind() == ErrorKind::Dropped => Err(self.failure()),
            placed => placed,
        }
    }

    fn wait_for_answer<'a>(&'a self, mut inner: MutexGuard<'a, Inner>) -> Result<()> {
        let mut deadline = None;
        loop {
            match inner.state {
                State::Connected | State::Hold => return Ok(()),
                State::Disconnected => return Err(DROPPED),
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
            Cause::Failed => {
                const FAILED: &str = "The call failed on its way to the called party.";
                match self.call.refused_with() {
                    Some(code) => Error::answered(ErrorKind::OperationFailed, FAILED, code),
                    None => Error::new(ErrorKind::OperationFailed, FAILED),
                }
            }
            Cause::None | Cause::Normal | Cause::Cancelled => DROPPED,
        }
    }
}
