//! Calls that are up although their far end has not said how it is to be heard.

use super::call::{Call, Stage};
use super::{Core, What};
use std::time::Duration;

/// How long a far end that left its description out has to say one after all.
const PATIENCE: Duration = Duration::from_secs(20);

impl Call {
    fn is_undescribed(&self) -> bool {
        let media = self.media.as_ref();
        !self.over && media.is_some_and(|media| media.remote().is_none())
    }

    /// The call is up. A far end whose answer or ACK has no description (§13.2.1) can still change the
    /// session.
    pub(super) fn wait_for_description(&mut self, core: &mut Core) {
        if self.is_undescribed() {
            self.after(core, PATIENCE, What::Description);
        }
    }

    /// It has not done so: neither side will ever hear the other.
    pub(super) fn description_is_due(&mut self, core: &mut Core) {
        let Stage::Up(up) = &self.stage else {
            return;
        };
        if !self.is_undescribed() {
            return;
        }
        // A change that is under way, theirs or ours, may bring it.
        let offered = up.unacknowledged.as_ref().is_some_and(|it| it.offered);
        if offered || up.change.is_under_way() {
            return self.after(core, PATIENCE, What::Description);
        }
        self.fail(core, "The far end has described no sound.");
    }
}
