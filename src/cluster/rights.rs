//! Who may use which lines.

use crate::pool::Grant;
use crate::settings::fits;
use std::collections::HashMap;
use tapi3_bus::seal::Key;

/// A user of the node's lines.
pub(super) struct User {
    /// The key of what they say.
    pub key: Key,
    /// Patterns of lines' names.
    lines: Vec<String>,
}

impl User {
    /// Whether they may use the line of this name.
    pub fn may_use(&self, line: &str) -> bool {
        self.lines.iter().any(|pattern| fits(pattern, line))
    }
}

/// All users, by name.
pub(super) fn users(grants: Vec<Grant>) -> HashMap<String, User> {
    let user = |grant: Grant| {
        let user = User {
            key: grant.identity.key,
            lines: grant.lines,
        };
        (grant.identity.user, user)
    };
    grants.into_iter().map(user).collect()
}
