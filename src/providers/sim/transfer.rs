//! Transfers and redirections: the far ends of our line's calls are joined or sent elsewhere, and our
//! line leaves.

use super::legs::{Far, Phase};
use super::outbox::{Item, Undo};
use super::placing::{Route, Way, reason};
use super::plan::Target;
use super::step::{Step, WRONG_STATE};
use crate::engine::{Call, Cause, Error, ErrorKind, PartyId, Reply, Result};

impl Step<'_> {
    /// Sends the far end of `call` to `target`.
    pub fn blind_transfer(&mut self, call: &Call, target: Target, reply: Reply) {
        if let Err(error) = self.try_blind_transfer(call, target) {
            return self.fail(reply, error);
        }
        self.out.push(Item::Release(call.tag()));
        self.done(reply);
    }

    fn try_blind_transfer(&mut self, call: &Call, target: Target) -> Result<()> {
        let index = self.find_with_far(call)?;
        if target == Target::Unknown {
            return Err(Error::new(
                ErrorKind::InvalidAddress,
                "Nobody can be reached under the destination of the transfer.",
            ));
        }
        let mut route = Route::new(target, reason::TRANSFER);
        let way = self.resolve(self.far(index), &mut route)?;
        if route.redirecting == Target::Unknown {
            route.redirecting = self.identity(Far::Leg(index));
        }
        self.pass_on(index, route, way);
        Ok(())
    }

    /// Our line leaves this call, and its far end goes another way.
    pub fn pass_on(&mut self, index: u32, route: Route, way: Way) {
        let seeker = self.far(index);
        let phase = self.phase(index).unwrap_or(Phase::Leaving);
        let undo = Undo::Leave(self.state.legs.tag(index), phase);
        self.set_far(index, Far::Nobody);
        self.set_phase(index, Phase::Leaving);
        if let Far::Leg(other) = seeker {
            self.set_far(other, Far::Nobody);
        }
        self.go(seeker, route, way, undo);
    }

    /// Sends whoever calls in `call`, which rings here, to `target`.
    pub fn redirect(&mut self, call: &Call, target: Target, reply: Reply) {
        if let Err(error) = self.try_redirect(call, target) {
            return self.fail(reply, error);
        }
        self.out.push(Item::Release(call.tag()));
        self.done(reply);
    }

    /// Where it is known at once that nobody is reached, this changes nothing and the call rings on here.
    /// What an extension does with it is seen only when the call is there.
    fn try_redirect(&mut self, call: &Call, target: Target) -> Result<()> {
        let index = self.find(call).ok_or(WRONG_STATE)?;
        let seeker = self.far(index);
        let rings = self.phase(index) == Some(Phase::Offering);
        if !rings || !matches!(seeker, Far::Leg(_) | Far::Extension(_)) {
            return Err(WRONG_STATE);
        }
        let mut route = Route::new(self.identity(Far::Leg(index)), reason::DIRECT);
        route.redirect(target, reason::REDIRECT);
        match self.resolve(seeker, &mut route)? {
            Way::Ended(Cause::BadAddress) => Err(Error::new(
                ErrorKind::InvalidAddress,
                "Nobody can be reached under the destination of the redirection.",
            )),
            Way::Ended(Cause::Busy) => Err(Error::new(
                ErrorKind::OperationFailed,
                "The destination of the redirection is busy, or wants no calls.",
            )),
            Way::Ended(_) => Err(Error::new(
                ErrorKind::OperationFailed,
                "The destination of the redirection leads through too many forwardings.",
            )),
            way => {
                self.pass_on(index, route, way);
                Ok(())
            }
        }
    }

    /// Joins the far ends of two calls.
    pub fn complete_transfer(&mut self, original: &Call, consult: &Call, reply: Reply) {
        if let Err(error) = self.try_complete_transfer(original, consult) {
            return self.fail(reply, error);
        }
        self.done(reply);
    }

    fn try_complete_transfer(&mut self, original: &Call, consult: &Call) -> Result<()> {
        let first = self.find_with_far(original)?;
        let second = self.find_with_far(consult)?;
        let (stays, new) = (self.far(first), self.far(second));
        self.reserve_far(stays, new)?;
        self.reserve_far(new, stays)?;
        let by = self.identity(Far::Leg(first));
        self.forget_leg(first);
        self.forget_leg(second);
        self.link(stays, new);
        if let Far::Leg(index) = new {
            if let Some(call) = self.call(index).cloned() {
                self.out.push(Item::Reason(call.clone(), reason::TRANSFER));
                self.out.push(Item::Party(call, PartyId::Redirecting, by));
            }
        }
        Ok(())
    }

    /// Reserves what `far` needs to talk to `new`.
    pub fn reserve_far(&mut self, far: Far, new: Far) -> Result<()> {
        match (far, new) {
            (Far::Leg(index), Far::Extension(extension)) => self.reserve_for(index, extension),
            _ => Ok(()),
        }
    }

    /// Our line leaves this call; the engine knows.
    pub fn forget_leg(&mut self, index: u32) {
        if let Some(leg) = self.remove(index) {
            debug_assert!(leg.owed.is_none());
        }
    }

    /// Connects two far ends with each other. One that still rings goes on ringing, now for the
    /// other.
    pub fn link(&mut self, one: Far, other: Far) {
        for (far, new) in [(one, other), (other, one)] {
            let Far::Leg(index) = far else {
                continue;
            };
            self.set_far(index, new);
            let who = self.identity(new);
            if let Some(call) = self.call(index).cloned() {
                self.out.push(Item::Party(call, PartyId::Connected, who));
            }
            let rings = self.phase(index) == Some(Phase::Offering);
            if matches!(new, Far::Extension(_)) && !rings {
                if let Err(cause) = self.answered_by_extension(index) {
                    self.end(index, cause);
                }
            }
        }
        if let (Far::Leg(one), Far::Leg(other)) = (one, other) {
            let calls = (self.call(one).cloned(), self.call(other).cloned());
            if let (Some(one), Some(other)) = calls {
                self.out.push(Item::Hub(other, one));
            }
            let rings = |index| self.phase(index) == Some(Phase::Offering);
            if !rings(one) && !rings(other) {
                self.talk(one);
                self.talk(other);
            }
        }
    }
}
