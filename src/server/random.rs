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

/// A new bearer token: 264 random bits, in three parts with dots between them as a JSON Web Token
/// has (RFC 7519 §3), since clients of EWS refuse to send what does not look like one. It begins
/// with a word that whoever looks for secrets lying about can look for.
pub(super) fn token() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 33];
    getrandom::fill(&mut bytes)?;
    let parts: Vec<String> = bytes
        .chunks(11)
        .map(|part| URL_SAFE_NO_PAD.encode(part))
        .collect();
    Ok(format!("tapi3_{}", parts.join(".")))
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
    fn a_token_looks_like_a_web_token() {
        let token = token().unwrap();
        let parts: Vec<&str> = token.split('.').collect();
        assert_eq!(parts.len(), 3);
        for part in parts {
            let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            assert!(!part.is_empty() && part.chars().all(fits), "{token}");
        }
        assert!(token.starts_with("tapi3_") && token.len() == "tapi3_".len() + 3 * 15 + 2);
        assert_ne!(super::token().unwrap(), token);
    }

    #[test]
    fn one_identifier_has_one_spelling() {
        // 22 characters carry 132 bits; the four that are too many must be zero.
        assert_eq!(CallId::read("AAAAAAAAAAAAAAAAAAAAAB"), None);
        assert!(CallId::read("AAAAAAAAAAAAAAAAAAAAAA").is_some());
    }
}
