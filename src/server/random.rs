//! Things that nobody can guess: the identifiers of calls and the tokens of users.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// What the identifier of a call that names its node begins with: the version of its form.
const WITH_NODE: u8 = 1;

/// The longest name of a node, in bytes.
const LONGEST_NODE: usize = 64;

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

    /// The identifier that a client sends, and the node that it names; `None` if none of ours looks
    /// like this.
    pub fn read(text: &str) -> Option<(Self, Option<String>)> {
        let mut bytes = [0; 1 + 16 + LONGEST_NODE];
        let length = URL_SAFE_NO_PAD.decode_slice(text, &mut bytes).ok()?;
        let bytes = bytes.get(..length)?;
        if let Ok(lot) = bytes.try_into() {
            return Some((CallId(lot), None));
        }
        let (lot, node) = bytes.strip_prefix(&[WITH_NODE])?.split_first_chunk()?;
        let is_plain = |c: &u8| c.is_ascii_alphanumeric() || *c == b'-' || *c == b'_';
        if node.is_empty() || !node.iter().all(is_plain) {
            return None;
        }
        let node = std::str::from_utf8(node).ok()?;
        Some((CallId(*lot), Some(node.to_owned())))
    }

    /// As it goes to the client: letters, digits, `-` and `_`; 22 of them if it names no node.
    pub fn text(self, node: Option<&str>) -> String {
        match node {
            None => URL_SAFE_NO_PAD.encode(self.0),
            Some(node) => {
                let bytes = [&[WITH_NODE], &self.0[..], node.as_bytes()].concat();
                URL_SAFE_NO_PAD.encode(bytes)
            }
        }
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
        assert_eq!(CallId::read(&id.text(None)), Some((id, None)));
        assert_eq!(id.text(None).len(), 22);
        for node in ["n", "node-1_A", &"x".repeat(LONGEST_NODE)] {
            let text = id.text(Some(node));
            assert_eq!(CallId::read(&text), Some((id, Some(node.to_owned()))));
        }
        for node in ["", "a.b", "*", "\u{e9}", &"x".repeat(LONGEST_NODE + 1)] {
            assert_eq!(CallId::read(&id.text(Some(node))), None, "{node}");
        }
        // Of a form that is not known.
        let later = URL_SAFE_NO_PAD.encode([&[2], &id.0[..], b"n"].concat());
        assert_eq!(CallId::read(&later), None);
        assert_ne!(CallId::new().unwrap(), id);
        let mut longer = id.text(None);
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
