//! Who may use which lines.

use crate::pool::Grant;
use crate::settings::fits;
use std::collections::HashMap;
use std::sync::Arc;
use tapi3_bus::seal::Key;

/// A user of the node's lines.
pub(super) struct User {
    /// The key of what they say.
    pub key: Key,
    lines: Patterns,
}

/// Patterns of lines' names.
#[derive(Clone)]
pub(super) struct Patterns(Arc<[String]>);

impl Patterns {
    /// Whether one of them fits.
    pub fn fit(&self, line: &str) -> bool {
        self.0.iter().any(|pattern| fits(pattern, line))
    }
}

impl User {
    /// Whether they may use the line of this name.
    pub fn may_use(&self, line: &str) -> bool {
        self.lines.fit(line)
    }

    /// Which lines they may use.
    pub fn lines(&self) -> Patterns {
        self.lines.clone()
    }
}

/// All users, by name.
pub(super) fn users(grants: Vec<Grant>) -> HashMap<String, User> {
    let user = |grant: Grant| {
        let user = User {
            key: grant.identity.key,
            lines: Patterns(grant.lines.into()),
        };
        (grant.identity.user, user)
    };
    grants.into_iter().map(user).collect()
}
