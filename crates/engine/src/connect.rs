//! Placing a call.

use super::call::CallHandle;
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

impl CallHandle {
    /// Places the call. With `wait` it returns when the call is connected or has failed, otherwise
    /// as soon as the call is on its way.
    pub fn connect(&self, wait: bool) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        if !inner.can_be_placed() || self.call.direction() != Direction::Outgoing {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "Connect needs an idle call that CreateCall made and nobody has hung up.",
            ));
        }
        let serial = self.begin_placing(&mut inner, 2)?;
        drop(inner);
        let placed = self.ask_then(
            serial,
            Request::Make,
            |provider, reply| provider.make(&self.call, reply),
            |inner, _| match wait {
                true => self.wait_for_answer(inner),
                false => Ok(()),
            },
        );
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
            Cause::Failed => Error::new(
                ErrorKind::OperationFailed,
                "The call failed on its way to the called party.",
            ),
            Cause::None | Cause::Normal | Cause::Cancelled => DROPPED,
        }
    }
}
