//! Answering, holding and conferences: what happens to calls that stay on their line.

use super::legs::{Far, Phase};
use super::outbox::Item;
use super::step::{Step, WRONG_STATE};
use crate::engine::{Call, Error, ErrorKind, Reply, Result};

const FULL: Error = Error::new(
    ErrorKind::ConferenceFull,
    "The conference has as many parties as it may have (max_conference).",
);
const NO_CONFERENCE: Error = Error::new(ErrorKind::NoConference, "The call is in no conference.");

impl Step<'_> {
    /// Our line answers an offered call.
    pub fn answer(&mut self, call: &Call, reply: Reply) {
        let index = self.find(call);
        let Some(index) = index.filter(|i| self.phase(*i) == Some(Phase::Offering)) else {
            return self.fail(reply, WRONG_STATE);
        };
        self.set_phase(index, Phase::Talking);
        self.state.alarms.cancel(index);
        self.done(reply);
        self.connect(index);
    }

    /// Both ends of an answered leg talk; whoever waited for the answer is told.
    pub fn connect(&mut self, index: u32) {
        match self.far(index) {
            Far::Leg(other) => self.talk(other),
            Far::Extension(_) => {
                if let Err(cause) = self.answered_by_extension(index) {
                    self.end(index, cause);
                }
            }
            Far::Nobody | Far::Park(_) => {}
        }
    }

    /// Holding is between our line and its telephone: the exchange only sees to it that there is
    /// a call to hold.
    pub fn hold(&mut self, calls: &[&Call], reply: Reply) {
        let all = calls.iter().all(|call| self.is_talking(call));
        self.finish(reply, if all { Ok(()) } else { Err(WRONG_STATE) });
    }

    /// Joins two calls of our line, or their conferences.
    pub fn join(&mut self, original: &Call, consult: &Call, reply: Reply) {
        match self.try_join(original, consult) {
            Ok(index) => {
                self.done(reply);
                // The far end hears the others now, so it is in their hub.
                if let Far::Leg(other) = self.far(index) {
                    if let Some(call) = self.call(other).cloned() {
                        self.out.push(Item::Hub(call, original.clone()));
                    }
                }
            }
            Err(error) => self.fail(reply, error),
        }
    }

    fn try_join(&mut self, original: &Call, consult: &Call) -> Result<u32> {
        let first = self.find_with_far(original)?;
        let second = self.find_with_far(consult)?;
        let members = self.ring_size(first);
        if self.in_ring(first, second) {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "The two calls are in one conference already.",
            ));
        }
        // We are a party ourselves.
        let parties = members + self.ring_size(second) + 1;
        if parties > self.plan.max_conference as usize {
            return Err(FULL);
        }
        let next = self.ring_after(first);
        let other = self.ring_after(second);
        self.set_ring(first, other);
        self.set_ring(second, next);
        Ok(second)
    }

    /// Takes a call out of its conference and ends it.
    pub fn leave(&mut self, call: &Call, reply: Reply) {
        match self.find_talking(call) {
            Ok(index) if self.ring_after(index) != index => {
                self.drop_call(call, crate::engine::DropReason::Normal, reply);
            }
            Ok(_) => self.fail(reply, NO_CONFERENCE),
            Err(error) => self.fail(reply, error),
        }
    }

    fn ring_after(&self, index: u32) -> u32 {
        self.state.legs.get(index).map_or(index, |leg| leg.ring)
    }

    fn set_ring(&mut self, index: u32, next: u32) {
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.ring = next;
        }
    }

    pub fn ring_members(&self, index: u32) -> impl Iterator<Item = u32> {
        let mut next = Some(index);
        std::iter::from_fn(move || {
            let this = next?;
            next = Some(self.ring_after(this)).filter(|after| *after != index);
            Some(this)
        })
    }

    fn ring_size(&self, index: u32) -> usize {
        self.ring_members(index).count()
    }

    fn in_ring(&self, index: u32, other: u32) -> bool {
        self.ring_members(index).any(|member| member == other)
    }

    /// Takes a leg out of its conference, if it is in one.
    pub fn leave_ring(&mut self, index: u32) {
        let after = self.ring_after(index);
        if after == index {
            return;
        }
        let before = self.ring_members(index).last();
        if let Some(before) = before {
            self.set_ring(before, after);
        }
        self.set_ring(index, index);
    }
}
