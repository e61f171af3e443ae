//! Ending calls, by our line or by the other end. Nothing here needs memory.

use super::legs::{Far, Leg, Next, Phase};
use super::outbox::Item;
use super::step::Step;
use crate::engine::{Call, Cause, DropReason, Reply, State};

impl Step<'_> {
    /// Our line ends a call.
    pub fn drop_call(&mut self, call: &Call, reason: DropReason, reply: Reply) {
        let Some(index) = self.find(call) else {
            return self.done(reply);
        };
        if let Some(extension) = self.unconfirming(index) {
            return self.wait_for_confirmation(index, extension, reply);
        }
        let Some(mut leg) = self.remove(index) else {
            return self.done(reply);
        };
        if let Some(owed) = leg.owed.take() {
            self.done(owed);
        }
        self.done(reply);
        self.end_far(&leg, reason);
    }

    /// The extension at the far end, if it does not confirm a hang-up at once.
    fn unconfirming(&self, index: u32) -> Option<u32> {
        match self.far(index) {
            Far::Extension(extension) => self
                .plan
                .extension(extension)
                .is_some_and(|known| !known.confirms_at_once())
                .then_some(extension),
            _ => None,
        }
    }

    fn wait_for_confirmation(&mut self, index: u32, extension: u32, reply: Reply) {
        let Some(leg) = self.state.legs.get_mut(index) else {
            return;
        };
        let waits = leg.phase == Phase::Unconfirmed;
        leg.phase = Phase::Unconfirmed;
        if let Some(earlier) = leg.owed.replace(reply) {
            // Its caller has given up, or it would not have asked again.
            self.out.push(Item::Forget(earlier));
        }
        if waits {
            return;
        }
        self.state.alarms.cancel(index);
        let after = self
            .plan
            .extension(extension)
            .and_then(|extension| extension.settings.confirms_after);
        if let Some(after) = after {
            if self.later(index, after, Next::Confirm).is_err() {
                self.confirm(index);
            }
        }
    }

    /// The far end confirms that our line has hung up.
    pub fn confirm(&mut self, index: u32) {
        let Some(mut leg) = self.remove(index) else {
            return;
        };
        if let Some(reply) = leg.owed.take() {
            self.done(reply);
        }
        self.tell_over(leg, Cause::Normal);
    }

    /// Ends the other end of a leg that our line has ended.
    fn end_far(&mut self, leg: &Leg, reason: DropReason) {
        match leg.far {
            Far::Leg(other) => {
                let cause = match (leg.phase, self.phase(other)) {
                    // The caller gave up while the other line was ringing.
                    (_, Some(Phase::Offering)) => Cause::Cancelled,
                    // The called line refuses; as a SIP line does, it says why.
                    (Phase::Offering, _) => match reason {
                        DropReason::Normal => Cause::Busy,
                        DropReason::NoAnswer => Cause::NoAnswer,
                        DropReason::Rejected => Cause::Rejected,
                    },
                    _ => Cause::Normal,
                };
                self.end(other, cause);
            }
            Far::Nobody | Far::Extension(_) | Far::Park(_) => {}
        }
    }

    /// A call ends by itself. The other end knows, or there is none.
    pub fn end(&mut self, index: u32, cause: Cause) {
        let Some(leg) = self.state.legs.get_mut(index) else {
            return;
        };
        if leg.call.is_none() {
            // The engine is just making the call; it hears of the end when it has it.
            leg.phase = Phase::Over(cause);
            leg.far = Far::Nobody;
            self.state.alarms.cancel(index);
            return;
        }
        if let Some(mut leg) = self.remove(index) {
            let owed = leg.owed.take();
            self.tell_over(leg, cause);
            if let Some(reply) = owed {
                self.done(reply);
            }
        }
    }

    fn tell_over(&mut self, leg: Leg, cause: Cause) {
        if let Some(call) = leg.call {
            self.out.push(Item::Move(call, State::Disconnected, cause));
        }
    }
}
