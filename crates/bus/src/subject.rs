//! Where messages go.

/// Where [`crate::Notice`]s go.
pub const NOTICES: &str = "tapi3.nodes";

/// The longest name of a node or user, in bytes.
pub const MAX_NAME: usize = 64;

/// Whether a node or user can be called so: 1 to [`MAX_NAME`] of ASCII letters, digits, `-` and `_`,
/// so that a name is always one word of a subject.
pub fn is_name(name: &str) -> bool {
    let is_plain = |c: u8| c.is_ascii_alphanumeric() || c == b'-' || c == b'_';
    (1..=MAX_NAME).contains(&name.len()) && name.bytes().all(is_plain)
}

/// Where `user` asks `node`.
pub fn ask(node: &str, user: &str) -> String {
    format!("tapi3.ask.{node}.{user}")
}

/// Where `node` hears everybody; the user is the last word of each subject.
pub fn asks(node: &str) -> String {
    format!("tapi3.ask.{node}.*")
}

/// Who asks on a subject of [`asks`].
pub fn user_of(subject: &str) -> Option<&str> {
    let user = subject.strip_prefix("tapi3.ask.")?.split_once('.')?.1;
    is_name(user).then_some(user)
}

/// Where a session of `user` hears its node.
pub fn to(user: &str, client: &str) -> String {
    format!("tapi3.to.{user}.{client}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_of_subjects() {
        for good in ["node1", "A-b_c", "x"] {
            assert!(is_name(good), "{good}");
        }
        let long = "x".repeat(MAX_NAME + 1);
        for bad in ["", "a.b", "*", ">", "a b", "\u{e9}", &long] {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn a_user_is_read_from_where_they_ask() {
        assert_eq!(user_of(&ask("n1", "alice")), Some("alice"));
        for other in ["tapi3.ask.n1", "tapi3.to.n1.alice", "tapi3.ask.n1.a.b", ""] {
            assert_eq!(user_of(other), None, "{other}");
        }
    }
}
