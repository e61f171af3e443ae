//! What an application does with a call besides ending it.

use super::asking::Asker;
use super::call::{Call, CallHandle};
use super::error::{Error, ErrorKind, Result};
use super::provider::{NOT_SUPPORTED, Provider};
use super::request::{Answer, Reply, Request};
use super::state::{Cause, State};
use tapi3_common::sync::lock;

/// How a consultation ends; the numbers are those of FINISH_MODE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FinishMode {
    /// The far ends are joined and we leave.
    Transfer = 0,
    /// All stay together.
    Conference = 1,
}

/// An operation on a call: what it wants and does stands in `check`, `begin_to` and `pass_on`.
#[derive(Debug, Clone, Copy)]
pub enum Ask<'a> {
    /// As [`CallHandle::connect`] without waiting for the called party.
    Place,
    /// As [`CallHandle::answer`].
    Answer,
    /// As [`CallHandle::hold`].
    Hold,
    /// As [`CallHandle::unhold`].
    Unhold,
    /// As [`CallHandle::swap`].
    Swap(&'a CallHandle),
    /// As [`CallHandle::redirect`].
    Redirect(&'a str),
    /// As [`CallHandle::blind_transfer`].
    Transfer(&'a str),
    /// As [`CallHandle::park`]; the answer is where.
    Park(Option<&'a str>),
    /// As [`CallHandle::unpark`].
    Unpark,
    /// As [`CallHandle::pickup`].
    Pickup(Option<&'a str>),
    /// As [`CallHandle::dial`].
    Dial(&'a str),
    /// As [`CallHandle::leave_conference`].
    Leave,
    /// As [`CallHandle::finish`].
    Finish(FinishMode),
}

const FAR_APART: Error = Error::new(
    ErrorKind::NotSupported,
    "Calls of different lines can be brought together in a conference, but not transferred to each other.",
);

fn wrong_state(sentence: &'static str) -> Error {
    Error::new(ErrorKind::InvalidCallState, sentence)
}

fn offered(feature: bool) -> Result<()> {
    if feature { Ok(()) } else { Err(NOT_SUPPORTED) }
}

/// Fails unless there is a destination.
fn named(destination: &str) -> Result<()> {
    if destination.is_empty() {
        return Err(Error::new(
            ErrorKind::InvalidAddress,
            "The call needs a destination to go to.",
        ));
    }
    Ok(())
}

impl CallHandle {
    /// Answers an offered call.
    pub fn answer(&self) -> Result<()> {
        self.wait_for(Ask::Answer).map(drop)
    }

    /// Puts a connected call on hold.
    pub fn hold(&self) -> Result<()> {
        self.wait_for(Ask::Hold).map(drop)
    }

    /// Takes a held call back.
    pub fn unhold(&self) -> Result<()> {
        self.wait_for(Ask::Unhold).map(drop)
    }

    /// Holds this connected call and takes the held one back.
    pub fn swap(&self, held: &CallHandle) -> Result<()> {
        self.wait_for(Ask::Swap(held)).map(drop)
    }

    /// Sends an offered call to `destination` instead: it rings here no more.
    pub fn redirect(&self, destination: &str) -> Result<()> {
        self.wait_for(Ask::Redirect(destination)).map(drop)
    }

    /// Sends the far end to `destination` and leaves.
    pub fn blind_transfer(&self, destination: &str) -> Result<()> {
        self.wait_for(Ask::Transfer(destination)).map(drop)
    }

    /// Parks the call, at `address` or where the switch chooses. Returns where.
    pub fn park(&self, address: Option<&str>) -> Result<String> {
        let answer = self.wait_for(Ask::Park(address))?;
        Ok(answer.unwrap_or_default())
    }

    /// Connects this idle call to the one parked at its destination.
    pub fn unpark(&self) -> Result<()> {
        self.wait_for(Ask::Unpark).map(drop)
    }

    /// Connects this idle call to one that rings, in `group` if given.
    pub fn pickup(&self, group: Option<&str>) -> Result<()> {
        self.wait_for(Ask::Pickup(group)).map(drop)
    }

    /// Dials digits on a call that is on its way.
    pub fn dial(&self, digits: &str) -> Result<()> {
        self.wait_for(Ask::Dial(digits)).map(drop)
    }

    /// Takes the call out of its conference and ends it.
    pub fn leave_conference(&self) -> Result<()> {
        self.wait_for(Ask::Leave).map(drop)
    }

    /// Ends the transfer or conference of which this call is the consultation.
    pub fn finish(&self, mode: FinishMode) -> Result<()> {
        self.wait_for(Ask::Finish(mode)).map(drop)
    }

    fn wait_for(&self, what: Ask<'_>) -> Result<Answer> {
        let request = self.check(what)?;
        let original = request.original();
        let serial = self.begin_to(what, original.as_ref(), None)?;
        self.ask(serial, request, |provider, reply| {
            self.pass_on(what, original.as_ref(), provider, reply);
        })
    }

    /// The request for an operation, if the line offers it.
    pub(super) fn check(&self, what: Ask<'_>) -> Result<Request> {
        let features = self.call.line().info().features;
        Ok(match what {
            Ask::Place => Request::Make,
            Ask::Answer => Request::Answer,
            Ask::Hold => {
                offered(features.hold)?;
                Request::Hold
            }
            Ask::Unhold => {
                offered(features.hold)?;
                Request::Unhold
            }
            Ask::Swap(held) => {
                offered(features.swap)?;
                Request::Swap(held.call.clone())
            }
            Ask::Redirect(destination) => {
                offered(features.redirect)?;
                named(destination)?;
                Request::Leave(Cause::Normal)
            }
            Ask::Transfer(destination) => {
                offered(features.blind_transfer)?;
                named(destination)?;
                Request::Leave(Cause::Normal)
            }
            Ask::Park(address) => {
                offered(match address {
                    Some(_) => features.park_direct,
                    None => features.park_indirect,
                })?;
                Request::Leave(Cause::Normal)
            }
            Ask::Unpark => {
                offered(features.unpark)?;
                Request::Take
            }
            Ask::Pickup(_) => {
                offered(features.pickup)?;
                Request::Take
            }
            Ask::Dial(_) => {
                offered(features.dial)?;
                Request::Dial
            }
            Ask::Leave => {
                offered(features.conference)?;
                Request::Leave(Cause::Normal)
            }
            Ask::Finish(mode) => {
                let original = self.original()?;
                match mode {
                    FinishMode::Transfer => {
                        offered(features.transfer)?;
                        if original.line().id() != self.call.line().id() {
                            return Err(FAR_APART);
                        }
                        Request::CompleteTransfer(original)
                    }
                    FinishMode::Conference => {
                        original.check_conference_with(&self.call)?;
                        Request::Join(original)
                    }
                }
            }
        })
    }

    /// Begins an operation where the call's state allows it, with room for all that it will tell.
    /// Returns its number. `original` is the request's: the call that a consultation is for now need not
    /// be that of a moment ago. `asker` is told of the outcome, whatever happens to the call from here on;
    /// without one somebody waits for it.
    pub(super) fn begin_to(
        &self,
        what: Ask<'_>,
        original: Option<&Call>,
        asker: Option<Asker>,
    ) -> Result<u32> {
        let (states, sentence, events): (&[State], _, _) = match what {
            Ask::Place => return self.begin_connecting(asker),
            Ask::Unpark | Ask::Pickup(_) => return self.begin_taking(asker),
            Ask::Answer => (
                &[State::Offering],
                "Only a call that is offering can be answered.",
                1,
            ),
            Ask::Hold => (&[State::Connected], "Only a connected call can be held.", 2),
            Ask::Unhold => (&[State::Hold], "Only a held call can be taken back.", 1),
            Ask::Swap(held) => {
                self.promise_swap(held)?;
                (
                    &[State::Connected],
                    "Only a connected call can be swapped.",
                    1,
                )
            }
            Ask::Redirect(_) => (
                &[State::Offering],
                "Only a call that is offering can be redirected.",
                0,
            ),
            Ask::Transfer(_) => (
                &[State::Connected],
                "Only a connected call can be transferred.",
                0,
            ),
            Ask::Park(_) => (
                &[State::Connected],
                "Only a connected call can be parked.",
                0,
            ),
            Ask::Dial(_) => (
                &[State::InProgress],
                "Digits are dialled while a call is on its way.",
                1,
            ),
            Ask::Leave => (
                &[State::Connected, State::Hold],
                "Only a connected or held call can leave its conference.",
                0,
            ),
            Ask::Finish(_) => {
                // Before this call's place for an operation is taken, for it may fail.
                original.map_or(Ok(()), Call::promise_one)?;
                (
                    &[State::Connected, State::Hold],
                    "The consultation call is not connected yet.",
                    1,
                )
            }
        };
        let mut inner = lock(&self.call.core().inner);
        if matches!(what, Ask::Leave) && !inner.in_conference {
            return Err(Error::new(
                ErrorKind::NoConference,
                "The call is in no conference.",
            ));
        }
        if !states.contains(&inner.state) {
            return Err(match what {
                Ask::Answer => Error::new(ErrorKind::NotOffering, sentence),
                _ => wrong_state(sentence),
            });
        }
        self.begin(&mut inner, events, asker)
    }

    /// Makes sure that this call can be swapped with `held`, and that it can be told of.
    fn promise_swap(&self, held: &CallHandle) -> Result<()> {
        if held.call.line().id() != self.call.line().id() || held.call.same(&self.call) {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "SwapHold needs another call of the same address.",
            ));
        }
        let mut other = lock(&held.call.core().inner);
        if other.state != State::Hold {
            return Err(wrong_state("The other call is not on hold."));
        }
        held.check_owner(&other)?;
        held.call.promise_all(&mut other, 1)
    }

    fn begin_taking(&self, asker: Option<Asker>) -> Result<u32> {
        let mut inner = lock(&self.call.core().inner);
        if !inner.can_be_placed() {
            return Err(wrong_state("Only an idle call can take a waiting one."));
        }
        self.begin_placing(&mut inner, 3, asker)
    }

    /// Has the provider do it, to the request's original if it has one.
    pub(super) fn pass_on(
        &self,
        what: Ask<'_>,
        original: Option<&Call>,
        provider: &dyn Provider,
        reply: Reply,
    ) {
        let call = &self.call;
        match what {
            Ask::Place => provider.make(call, reply),
            Ask::Answer => provider.answer(call, reply),
            Ask::Hold => provider.hold(call, reply),
            Ask::Unhold => provider.unhold(call, reply),
            Ask::Swap(held) => provider.swap(call, &held.call, reply),
            Ask::Redirect(destination) => provider.redirect(call, destination, reply),
            Ask::Transfer(destination) => provider.blind_transfer(call, destination, reply),
            Ask::Park(address) => provider.park(call, address, reply),
            Ask::Unpark => provider.unpark(call, reply),
            Ask::Pickup(group) => provider.pickup(call, group, reply),
            Ask::Dial(digits) => provider.dial(call, digits, reply),
            Ask::Leave => call.leave(provider, reply),
            Ask::Finish(mode) => {
                // Such a request always has one.
                let Some(original) = original else {
                    return reply.fail(NOT_SUPPORTED);
                };
                match mode {
                    FinishMode::Transfer => provider.complete_transfer(original, call, reply),
                    FinishMode::Conference => {
                        original.bring_together(call, provider, reply);
                    }
                }
            }
        }
    }

    /// Asks for a quality of service; the provider says beforehand whether it cares.
    pub fn set_quality_of_service(&self, media: u32) -> Result<()> {
        if media == 0 || media & !self.call.line().info().media != 0 {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "The address does not have this media type.",
            ));
        }
        offered(self.call.line().info().features.quality_of_service)
    }
}
