//! Things that nobody can guess: the identifiers of calls and the tokens of users.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A call's identifier: 128 random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct CallId([u8; 16]);

impl CallId {
    /// A new one. Fails only if the system has no randomness to give.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes)?;
        Ok(CallId(bytes))
    }

    /// The identifier that a client sends; `None` if none of ours looks like this.
    pub fn read(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        match URL_SAFE_NO_PAD.decode_slice(text, &mut bytes) {
            Ok(16) => Some(CallId(bytes)),
            _ => None,
        }
    }

    /// As it goes to the client: 22 letters, digits, `-` and `_`.
    pub fn text(self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }
}

/// A new bearer token: 256 random bits.
pub(super) fn token() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(format!("tapi3_{}", URL_SAFE_NO_PAD.encode(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back_and_nothing_else_reads_at_all() {
        let id = CallId::new().unwrap();
        assert_eq!(CallId::read(&id.text()), Some(id));
        assert_ne!(CallId::new().unwrap(), id);
        let mut longer = id.text();
        longer.push('A');
        for text in ["", "OWVl4NWb3N29t", "=", "é", &longer, &"A".repeat(1000)] {
            assert_eq!(CallId::read(text), None, "{text}");
        }
    }

    #[test]
    fn one_identifier_has_one_spelling() {
        // 22 characters carry 132 bits; the four that are too many must be zero.
        assert_eq!(CallId::read("AAAAAAAAAAAAAAAAAAAAAB"), None);
        assert!(CallId::read("AAAAAAAAAAAAAAAAAAAAAA").is_some());
    }
}
