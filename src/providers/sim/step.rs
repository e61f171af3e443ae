//! One step of the exchange, under its lock: finding, adding and removing legs, and what is due.
//! What the steps are for stands in the modules beside this one.

use super::exchange::{LineState, State, nanoseconds};
use super::legs::{Far, Leg, Next, Phase};
use super::outbox::{Item, Outbox};
use super::plan::{Plan, Target};
use crate::engine::{
    Call, Cause, Clock, Error, ErrorKind, Line, Reply, Result, State as CallState,
};
use std::time::Duration;

pub(super) const CLOSED: Error =
    Error::new(ErrorKind::OutOfService, "The simulated exchange is closed.");

pub(super) const WRONG_STATE: Error = Error::new(
    ErrorKind::InvalidCallState,
    "The simulated exchange has no such call in this state.",
);

const NOBODY_THERE: Error = Error::new(
    ErrorKind::InvalidCallState,
    "Nobody is at the far end now: the call was parked there, or is being transferred.",
);

/// One step: the exchange while it is locked.
pub(super) struct Step<'a> {
    pub plan: &'a Plan,
    pub state: &'a mut State,
    pub out: &'a mut Outbox,
    pub clock: &'a dyn Clock,
}

impl Step<'_> {
    pub fn now(&self) -> u64 {
        nanoseconds(self.clock.now())
    }

    pub fn check_open(&self) -> Result<()> {
        if self.state.closed {
            Err(CLOSED)
        } else {
            Ok(())
        }
    }

    /// The leg of `call`, which becomes known with this if the engine has only just made it.
    pub fn find(&mut self, call: &Call) -> Option<u32> {
        let index = self.state.legs.find(call.tag())?;
        let leg = self.state.legs.get_mut(index)?;
        if leg.call.is_none() {
            leg.call = Some(call.clone());
        }
        Some(index)
    }

    /// The leg of `call`, if it is connected.
    pub fn find_talking(&mut self, call: &Call) -> Result<u32> {
        self.take_up(call)?;
        let index = self.find(call).ok_or(WRONG_STATE)?;
        match self.phase(index) {
            Some(Phase::Talking) => Ok(index),
            _ => Err(WRONG_STATE),
        }
    }

    /// The leg of `call`, if it is connected and somebody is at its far end: neither is that parked,
    /// nor does it still ring after a transfer.
    pub fn find_with_far(&mut self, call: &Call) -> Result<u32> {
        let index = self.find_talking(call)?;
        let there = match self.far(index) {
            Far::Extension(_) => true,
            Far::Leg(other) => self.phase(other) == Some(Phase::Talking),
            Far::Nobody | Far::Park(_) => false,
        };
        if there { Ok(index) } else { Err(NOBODY_THERE) }
    }

    /// The line of `call` in the plan.
    pub fn line_of(&self, call: &Call) -> Result<u32> {
        self.line_index(call.line()).ok_or(CLOSED)
    }

    pub fn line_index(&self, line: &Line) -> Option<u32> {
        // The engine numbers lines in the order of their opening.
        let lines = &self.state.lines;
        let found = lines.binary_search_by_key(&line.id(), |known| known.line.id());
        found.ok().map(|index| index as u32)
    }

    pub fn line(&mut self, index: u32) -> Option<&mut LineState> {
        self.state.lines.get_mut(index as usize)
    }

    pub fn phase(&self, index: u32) -> Option<Phase> {
        self.state.legs.get(index).map(|leg| leg.phase)
    }

    pub fn far(&self, index: u32) -> Far {
        self.state
            .legs
            .get(index)
            .map_or(Far::Nobody, |leg| leg.far)
    }

    pub fn set_far(&mut self, index: u32, far: Far) {
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.far = far;
        }
    }

    pub fn set_phase(&mut self, index: u32, phase: Phase) {
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.phase = phase;
        }
    }

    pub fn call(&self, index: u32) -> Option<&Call> {
        self.state.legs.get(index)?.call.as_ref()
    }

    /// Adds a leg to a line.
    pub fn add(&mut self, line: u32, call: Option<Call>, phase: Phase) -> Result<u32> {
        // Where there are streams, there may be sound.
        let sounds = call.as_ref().is_some_and(Call::has_streams);
        if sounds {
            self.state.mouths.reserve()?;
        }
        let index = self.state.legs.add(Leg {
            call,
            owed: None,
            digits: String::new(),
            far: Far::Nobody,
            target: Target::Unknown,
            line,
            ring: 0,
            phase,
            next: Next::Reach,
        })?;
        if let Some(line) = self.line(line) {
            line.live += 1;
        }
        if sounds {
            self.state.mouths.add(index);
        }
        Ok(index)
    }

    /// Takes a leg out, and what belongs to it. Nobody is told.
    pub fn remove(&mut self, index: u32) -> Option<Leg> {
        self.leave_ring(index);
        self.state.alarms.release(index);
        self.state.mouths.remove(index);
        let leg = self.state.legs.remove(index)?;
        if let Far::Park(number) = leg.far {
            self.state.parks.retain(|park| park.number != number);
        }
        if let Some(line) = self.line(leg.line) {
            line.live = line.live.saturating_sub(1);
        }
        Some(leg)
    }

    /// Something is to happen to the leg, `after` from now; a place for it was reserved.
    pub fn later(&mut self, index: u32, after: Duration, next: Next) -> Result<()> {
        let due = self.now().saturating_add(nanoseconds(after));
        self.state.alarms.set(index, due)?;
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.next = next;
        }
        Ok(())
    }

    /// Whose number a far end has.
    pub fn identity(&self, far: Far) -> Target {
        match far {
            Far::Extension(extension) => Target::Extension(extension),
            Far::Leg(index) => match self.state.legs.get(index) {
                Some(leg) => Target::Line(leg.line),
                None => Target::Unknown,
            },
            Far::Nobody | Far::Park(_) => Target::Unknown,
        }
    }

    pub fn done(&mut self, reply: Reply) {
        self.out.push(Item::Done(reply));
    }

    pub fn fail(&mut self, reply: Reply, error: Error) {
        self.out.push(Item::Failed(reply, error));
    }

    /// Answers a request that either succeeded or changed nothing.
    pub fn finish(&mut self, reply: Reply, result: Result<()>) {
        match result {
            Ok(()) => self.done(reply),
            Err(error) => self.fail(reply, error),
        }
    }

    /// The far end of a leg is there: both talk.
    pub fn talk(&mut self, index: u32) {
        self.state.alarms.cancel(index);
        let Some(leg) = self.state.legs.get_mut(index) else {
            return;
        };
        leg.phase = Phase::Talking;
        let call = leg.call.as_ref();
        self.out.state(call, CallState::Connected, Cause::None);
    }

    /// Does the first thing that is due. Returns whether there was one.
    pub fn on_time(&mut self, now: u64) -> bool {
        if let Some(leg) = self.state.alarms.pop(now) {
            self.leg_is_due(leg);
            return true;
        }
        let parks = &self.state.parks;
        if let Some(place) = parks.iter().position(|p| p.due.is_some_and(|d| d <= now)) {
            self.remind(place);
            return true;
        }
        let calls = &self.state.appointments;
        if let Some(place) = calls.iter().position(|call| call.due <= now) {
            self.keep_appointment(place);
            return true;
        }
        false
    }

    fn leg_is_due(&mut self, index: u32) {
        let Some(leg) = self.state.legs.get(index) else {
            return;
        };
        let ended = match leg.next {
            Next::Reach => self.reach_later(index),
            Next::Ring => self.ring(index),
            Next::Act => self.act(index),
            Next::Answer => self.answered_by_extension(index),
            Next::Forward => self.forward_unanswered(index),
            Next::GiveUp => Err(Cause::NoAnswer),
            Next::HangUp => Err(Cause::Normal),
            Next::LineDrops => Err(Cause::Failed),
            Next::Confirm => {
                self.confirm(index);
                Ok(())
            }
        };
        if let Err(cause) = ended {
            self.end(index, cause);
        }
    }
}
