//! Who may use which lines.

use crate::pool::Grant;
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

/// Whether a name fits a pattern in which `*` stands for any run of characters.
fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| name.strip_prefix(first)) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(place) => rest = rest.get(place + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_is_any_run_of_characters() {
        for (pattern, name) in [
            ("*", ""),
            ("*", "Front desk"),
            ("Front*", "Front desk"),
            ("*desk", "Front desk"),
            ("F*t*k", "Front desk"),
            ("a*a", "aa"),
            ("Front desk", "Front desk"),
            ("**", "x"),
        ] {
            assert!(fits(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("", "x"),
            ("Front", "Front desk"),
            ("desk*", "Front desk"),
            ("a*a", "a"),
            ("F*x*k", "Front desk"),
            ("front*", "Front desk"),
        ] {
            assert!(!fits(pattern, name), "{pattern} {name}");
        }
    }
}
