//! Calls to an extension that answers at once, confirms a hang-up at once and never acts by itself.
//!
//! Nothing happens to such a call but what our line does, so the exchange keeps no record of it and
//! takes no lock for it: the call's tag says all. Threads that make such calls on different lines
//! share nothing here. As soon as more is asked of the call than its end, it becomes a leg like any
//! other. Whoever changes the tag has the call: its end and its becoming a leg exclude each other.

use super::exchange::Exchange;
use super::legs::{Far, Phase};
use super::plan::{Dialled, Target};
use super::responses::response_to;
use super::step::{CLOSED, Step, WRONG_STATE};
use crate::engine::{Call, Cause, News, Reply, Result, State};

/// The tag of a call to `extension`. No leg has one whose lower half is zero.
const fn tag_of(extension: u32) -> u64 {
    (extension as u64 + 1) << 32
}

/// The extension that the call with this tag is connected to, if it is a direct one.
const fn extension_of(tag: u64) -> Option<u32> {
    if tag as u32 != 0 {
        return None;
    }
    ((tag >> 32) as u32).checked_sub(1)
}

fn news(state: State) -> News {
    News::State(state, Cause::None, response_to(state, Cause::None))
}

impl Exchange {
    /// The extension that a call of this kind reaches directly.
    pub(super) fn direct(&self, call: &Call, dialled: Dialled) -> Option<u32> {
        let Dialled::All(Target::Extension(extension)) = dialled else {
            return None;
        };
        // The calls of a line that carries only so many are counted, and sound wants a record.
        let uncounted = call.line().info().max_active == u32::MAX && !call.has_streams();
        let direct = uncounted && self.plan.extension(extension)?.answers_directly();
        direct.then_some(extension)
    }

    /// Places a call to an extension that it reaches directly.
    pub(super) fn make_directly(&self, call: &Call, extension: u32, reply: Reply) {
        // Either this sees that the exchange is closed, or its closing sees the tag.
        call.set_tag(tag_of(extension));
        if self.is_closed() {
            call.set_tag(0);
            return reply.fail(CLOSED);
        }
        reply.ok_and([State::InProgress, State::Connected].into_iter().map(news));
    }

    /// Ends a call, if it is a direct one. Whoever gets false ends it as a leg.
    pub(super) fn end_directly(&self, call: &Call) -> bool {
        let tag = call.tag();
        extension_of(tag).is_some() && call.change_tag(tag, 0)
    }
}

impl Step<'_> {
    /// Whether the call is connected, without making a leg of a direct one.
    pub fn is_talking(&self, call: &Call) -> bool {
        let tag = call.tag();
        let legs = &self.state.legs;
        extension_of(tag).is_some()
            || legs.find(tag).and_then(|index| self.phase(index)) == Some(Phase::Talking)
    }

    /// Makes a leg of a direct call, so that more can happen to it than its end.
    pub fn take_up(&mut self, call: &Call) -> Result<()> {
        let tag = call.tag();
        let Some(extension) = extension_of(tag) else {
            return Ok(());
        };
        self.check_open()?;
        let line = self.line_of(call)?;
        let index = self.add(line, Some(call.clone()), Phase::Talking)?;
        self.set_far(index, Far::Extension(extension));
        if !call.change_tag(tag, self.state.legs.tag(index)) {
            // It has ended meanwhile. The caller holds the call, so this is not its last reference.
            self.remove(index);
            return Err(WRONG_STATE);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_of_a_direct_call_is_that_of_no_other() {
        assert_eq!(extension_of(0), None);
        assert_eq!(extension_of(tag_of(0)), Some(0));
        assert_eq!(extension_of(tag_of(u32::MAX - 1)), Some(u32::MAX - 1));
        let leg = |generation: u64, index: u64| generation << 32 | (index + 1);
        assert_eq!(extension_of(leg(0, 0)), None);
        assert_eq!(extension_of(leg(7, 12)), None);
    }
}
