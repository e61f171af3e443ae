//! What an application does with a call besides placing and ending it.

use super::call::CallHandle;
use super::error::{Error, ErrorKind, Result};
use super::inner::Inner;
use super::provider::NOT_SUPPORTED;
use super::request::Request;
use super::state::{Cause, State};
use tapi3_common::sync::MutexGuard;
use tapi3_common::sync::lock;

/// How a consultation ends; the numbers are those of FINISH_MODE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinishMode {
    /// The far ends are joined and we leave.
    Transfer = 0,
    /// All stay together.
    Conference = 1,
}

fn wrong_state(sentence: &'static str) -> Error {
    Error::new(ErrorKind::InvalidCallState, sentence)
}

fn offered(feature: bool) -> Result<()> {
    if feature { Ok(()) } else { Err(NOT_SUPPORTED) }
}

impl CallHandle {
    fn locked_in(&self, state: State, sentence: &'static str) -> Result<MutexGuard<'_, Inner>> {
        let inner = lock(&self.call.core().inner);
        if inner.state == state {
            return Ok(inner);
        }
        Err(wrong_state(sentence))
    }

    fn features(&self) -> super::Features {
        self.call.line().info().features
    }

    /// Answers an offered call.
    pub fn answer(&self) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        if inner.state != State::Offering {
            return Err(Error::new(
                ErrorKind::NotOffering,
                "Only a call that is offering can be answered.",
            ));
        }
        let serial = self.begin(&mut inner, 1)?;
        drop(inner);
        self.ask(serial, Request::Answer, |provider, reply| {
            provider.answer(&self.call, reply);
        })?;
        Ok(())
    }

    /// Puts a connected call on hold.
    pub fn hold(&self) -> Result<()> {
        offered(self.features().hold)?;
        let mut inner = self.locked_in(State::Connected, "Only a connected call can be held.")?;
        let serial = self.begin(&mut inner, 2)?;
        drop(inner);
        self.ask(serial, Request::Hold, |provider, reply| {
            provider.hold(&self.call, reply);
        })?;
        Ok(())
    }

    /// Takes a held call back.
    pub fn unhold(&self) -> Result<()> {
        offered(self.features().hold)?;
        let mut inner = self.locked_in(State::Hold, "Only a held call can be taken back.")?;
        let serial = self.begin(&mut inner, 1)?;
        drop(inner);
        self.ask(serial, Request::Unhold, |provider, reply| {
            provider.unhold(&self.call, reply);
        })?;
        Ok(())
    }

    /// Holds this connected call and takes the held one back.
    pub fn swap(&self, held: &CallHandle) -> Result<()> {
        offered(self.features().swap)?;
        self.promise_swap(held)?;
        let mut inner =
            self.locked_in(State::Connected, "Only a connected call can be swapped.")?;
        let serial = self.begin(&mut inner, 1)?;
        drop(inner);
        self.ask(
            serial,
            Request::Swap(held.call.clone()),
            |provider, reply| {
                provider.swap(&self.call, &held.call, reply);
            },
        )?;
        Ok(())
    }

    /// Makes sure that this call can be swapped with `held`, and that it can be told of.
    pub(super) fn promise_swap(&self, held: &CallHandle) -> Result<()> {
        if held.call.line().id() != self.call.line().id() || held.call.same(&self.call) {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "SwapHold needs another call of the same address.",
            ));
        }
        let mut other = held.locked_in(State::Hold, "The other call is not on hold.")?;
        held.check_owner(&other)?;
        held.call.promise_all(&mut other, 1)
    }

    /// Sends the far end to `destination` and leaves.
    pub fn blind_transfer(&self, destination: &str) -> Result<()> {
        offered(self.features().blind_transfer)?;
        if destination.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidAddress,
                "A transfer needs a destination.",
            ));
        }
        let sentence = "Only a connected call can be transferred.";
        let mut inner = self.locked_in(State::Connected, sentence)?;
        let serial = self.begin(&mut inner, 0)?;
        drop(inner);
        self.ask(serial, Request::Leave(Cause::Normal), |provider, reply| {
            provider.blind_transfer(&self.call, destination, reply);
        })?;
        Ok(())
    }

    /// Parks the call, at `address` or where the switch chooses. Returns where.
    pub fn park(&self, address: Option<&str>) -> Result<String> {
        let features = self.features();
        offered(match address {
            Some(_) => features.park_direct,
            None => features.park_indirect,
        })?;
        let mut inner = self.locked_in(State::Connected, "Only a connected call can be parked.")?;
        let serial = self.begin(&mut inner, 0)?;
        drop(inner);
        let answer = self.ask(serial, Request::Leave(Cause::Normal), |provider, reply| {
            provider.park(&self.call, address, reply);
        })?;
        Ok(answer.unwrap_or_default())
    }

    /// Connects this idle call to the one parked at its destination.
    pub fn unpark(&self) -> Result<()> {
        offered(self.features().unpark)?;
        let serial = self.begin_taking()?;
        self.ask(serial, Request::Take, |provider, reply| {
            provider.unpark(&self.call, reply);
        })?;
        Ok(())
    }

    /// Connects this idle call to one that rings, in `group` if given.
    pub fn pickup(&self, group: Option<&str>) -> Result<()> {
        offered(self.features().pickup)?;
        let serial = self.begin_taking()?;
        self.ask(serial, Request::Take, |provider, reply| {
            provider.pickup(&self.call, group, reply);
        })?;
        Ok(())
    }

    pub(super) fn begin_taking(&self) -> Result<u32> {
        let mut inner = lock(&self.call.core().inner);
        if !inner.can_be_placed() {
            return Err(wrong_state("Only an idle call can take a waiting one."));
        }
        self.begin_placing(&mut inner, 3)
    }

    /// Dials digits on a call that is on its way.
    pub fn dial(&self, digits: &str) -> Result<()> {
        offered(self.features().dial)?;
        let sentence = "Digits are dialled while a call is on its way.";
        let mut inner = self.locked_in(State::InProgress, sentence)?;
        let serial = self.begin(&mut inner, 1)?;
        drop(inner);
        self.ask(serial, Request::Dial, |provider, reply| {
            provider.dial(&self.call, digits, reply);
        })?;
        Ok(())
    }

    /// Takes the call out of its conference and ends it.
    pub fn leave_conference(&self) -> Result<()> {
        offered(self.features().conference)?;
        let mut inner = lock(&self.call.core().inner);
        if !inner.in_conference {
            return Err(Error::new(
                ErrorKind::NoConference,
                "The call is in no conference.",
            ));
        }
        let serial = self.begin(&mut inner, 0)?;
        drop(inner);
        self.ask(serial, Request::Leave(Cause::Normal), |provider, reply| {
            provider.leave(&self.call, reply);
        })?;
        Ok(())
    }

    /// Asks for a quality of service; the provider says beforehand whether it cares.
    pub fn set_quality_of_service(&self, media: u32) -> Result<()> {
        if media == 0 || media & !self.call.line().info().media != 0 {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "The address does not have this media type.",
            ));
        }
        offered(self.features().quality_of_service)
    }
}
