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

/// Whether a session can be called so: 32 hexadecimal digits that its client drew by lot, a point,
/// and up to 20 digits that tell the client's sessions apart.
pub fn is_session(client: &str) -> bool {
    let Some((lot, number)) = client.split_once('.') else {
        return false;
    };
    let is_hex = |c: u8| matches!(c, b'0'..=b'9' | b'a'..=b'f');
    let numbered = (1..=20).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
    lot.len() == 32 && lot.bytes().all(is_hex) && numbered
}

/// Where all sessions of a client hear their nodes; `lot` is the first word of their names.
pub fn to_all(user: &str, lot: &str) -> String {
    format!("tapi3.to.{user}.{lot}.*")
}

/// The session that hears on a subject of [`to_all`].
pub fn session_of(subject: &str) -> Option<&str> {
    let client = subject.strip_prefix("tapi3.to.")?.split_once('.')?.1;
    is_session(client).then_some(client)
}

/// Where a session of `user` hears its node.
pub fn to(user: &str, client: &str) -> String {
    format!("tapi3.to.{user}.{client}")
}

/// Where `user` sends a node the sound of calls. No node has such a name; whoever may ask nodes may
/// send there, too.
pub fn ask_sound(node: &str, user: &str) -> String {
    format!("tapi3.ask.{node}~sound.{user}")
}

/// Where `node` hears the sound of everybody; [`user_of`] tells whose.
pub fn asks_sound(node: &str) -> String {
    format!("tapi3.ask.{node}~sound.*")
}

/// Where a session of `user` hears the sound of its calls.
pub fn to_sound(user: &str, client: &str) -> String {
    format!("tapi3.to.{user}.{client}.sound")
}

/// Where all sessions of a client hear the sound of their calls, as with [`to_all`].
pub fn to_all_sound(user: &str, lot: &str) -> String {
    format!("tapi3.to.{user}.{lot}.*.sound")
}

/// The session that hears on a subject of [`to_all_sound`].
pub fn sound_session_of(subject: &str) -> Option<&str> {
    session_of(subject.strip_suffix(".sound")?)
}

/// Where the endpoint of `node` is asked about its calls by those of others.
pub fn owner_asks(node: &str) -> String {
    format!("tapi3.calls.ask.{node}")
}

/// Where the endpoint of `node` hears what came of its own questions about the calls of others.
pub fn owner_answers(node: &str) -> String {
    format!("tapi3.calls.to.{node}")
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
    fn a_session_is_read_from_where_it_hears() {
        let lot = "0123456789abcdef0123456789abcdef";
        let client = format!("{lot}.7");
        assert_eq!(session_of(&to("alice", &client)), Some(client.as_str()));
        for other in [
            "*",
            ">",
            lot,
            &format!("{lot}."),
            &format!("{lot}.7.8"),
            &format!("{lot}.x"),
        ] {
            assert!(!is_session(other), "{other}");
            assert_eq!(session_of(&to("alice", other)), None, "{other}");
        }
    }

    #[test]
    fn sound_has_subjects_of_its_own() {
        let client = format!("{}.7", "0123456789abcdef".repeat(2));
        let subject = to_sound("alice", &client);
        assert_eq!(sound_session_of(&subject), Some(client.as_str()));
        assert_eq!(session_of(&subject), None);
        assert_eq!(sound_session_of(&to("alice", &client)), None);
        assert_eq!(user_of(&ask_sound("n1", "alice")), Some("alice"));
        assert!(!is_name("n1~sound"));
    }

    #[test]
    fn a_user_is_read_from_where_they_ask() {
        assert_eq!(user_of(&ask("n1", "alice")), Some("alice"));
        for other in ["tapi3.ask.n1", "tapi3.to.n1.alice", "tapi3.ask.n1.a.b", ""] {
            assert_eq!(user_of(other), None, "{other}");
        }
    }
}
