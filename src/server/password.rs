//! Hashes of passwords and tokens, as `tapi3 passwd` prints them and `[[server.user]]` has them.

use super::accounts::{Hash, hash_of};
use super::random;
use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use std::fmt::Write;

/// 19 MiB, two passes, one lane: OWASP's recommendation for Argon2id, and the crate's default.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default())
}

/// The Argon2id hash of a password, in PHC form.
///
/// # Errors
/// A sentence, if the system gives no randomness or the password is longer than Argon2 takes.
pub fn hash(password: &str) -> Result<String, String> {
    hash_with(&argon2(), password)
}

fn hash_with(argon2: &Argon2<'_>, password: &str) -> Result<String, String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| format!("no randomness: {error}"))?;
    let hash = argon2.hash_password_with_salt(password.as_bytes(), &salt);
    let hash = hash.map_err(|error| format!("the password cannot be hashed: {error}"))?;
    Ok(hash.to_string())
}

#[cfg(test)]
pub(super) fn hash_cheaply(password: &str) -> String {
    let params = Params::new(8, 1, 1, None).unwrap();
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    hash_with(&argon2, password).unwrap()
}

/// Whether `text` is a hash that [`hash`] or another Argon2 tool has made, and one that does not
/// take minutes or gigabytes to check.
pub(super) fn is_hash(text: &str) -> bool {
    let Ok(hash) = PasswordHash::new(text) else {
        return false;
    };
    let bounded = Params::try_from(&hash).is_ok_and(|params| {
        params.m_cost() <= 1 << 20 && params.t_cost() <= 100 && params.p_cost() <= 64
    });
    let version = hash
        .version
        .is_none_or(|version| Version::try_from(version).is_ok());
    let known = Algorithm::new(hash.algorithm.as_str()).is_ok() && version;
    known && bounded && hash.hash.is_some()
}

/// Whether `password` has this hash. Takes tens of milliseconds. No memory means no.
pub(super) fn verify(password: &[u8], hash: &str) -> bool {
    has_hash(password, hash).unwrap_or(false)
}

/// So many blocks at least (of 1 KiB) are asked for, so that glibc maps them and gives them back to
/// the system. What is smaller than 32 MiB it may keep in the heap of each thread, for ever.
const MAPPED: usize = 33 * 1024;

fn has_hash(password: &[u8], hash: &str) -> Option<bool> {
    let hash = PasswordHash::new(hash).ok()?;
    let (salt, expected) = (hash.salt?, hash.hash?);
    let algorithm = Algorithm::new(hash.algorithm.as_str()).ok()?;
    let version = match hash.version {
        Some(version) => Version::try_from(version).ok()?,
        None => Version::default(),
    };
    let params = Params::try_from(&hash).ok()?;
    let mut memory = Vec::new();
    let count = params.block_count();
    memory.try_reserve_exact(count.max(MAPPED)).ok()?;
    memory.resize(count, Block::new());
    let mut found = [0; Output::MAX_LENGTH];
    let found = found.get_mut(..expected.len())?;
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(password, &salt, found, &mut memory)
        .ok()?;
    // Compares in constant time.
    Some(Output::new(found).ok()? == expected)
}

/// A new bearer token, and its hash for the configuration.
///
/// # Errors
/// A sentence, if the system gives no randomness.
pub fn new_token() -> Result<(String, String), String> {
    let token = random::token().map_err(|error| format!("no randomness: {error}"))?;
    let mut hash = "sha256:".to_owned();
    for byte in hash_of(token.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    Ok((token, hash))
}

/// Reads a token's hash as [`new_token`] prints it.
pub(super) fn read_token_hash(text: &str) -> Option<Hash> {
    let digits = text.strip_prefix("sha256:")?;
    if digits.len() != 64 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let mut hash = Hash::default();
    for (byte, place) in hash.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(digits.get(place..place + 2)?, 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_hash_only() {
        let hash = hash("correct horse").unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(is_hash(&hash));
        assert!(verify(b"correct horse", &hash));
        assert!(!verify(b"correct hors", &hash));
        assert_ne!(super::hash("correct horse").unwrap(), hash);
    }

    #[test]
    fn a_hash_of_the_reference_implementation_is_understood() {
        let hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$\
                    CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assert!(is_hash(hash));
        assert!(verify(b"password", hash));
        assert!(!verify(b"Password", hash));
    }

    #[test]
    fn what_is_no_hash_is_known_as_such() {
        let costly = hash_cheaply("x").replace("m=8,", "m=4294967295,");
        for text in [
            "",
            "secret",
            "$argon2id$",
            "$2b$12$abc",
            "$argon2id$v=19$m=8,t=1,p=1",
            "$argon2id$v=18$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            &costly,
        ] {
            assert!(!is_hash(text), "{text}");
            assert!(!verify(b"x", text), "{text}");
        }
    }

    #[test]
    fn a_tokens_hash_reads_back() {
        let (token, hash) = new_token().unwrap();
        assert_eq!(read_token_hash(&hash), Some(hash_of(token.as_bytes())));
        assert_eq!(read_token_hash(&hash[..hash.len() - 1]), None);
        assert_eq!(read_token_hash(&token), None);
        assert_eq!(
            read_token_hash(&format!("sha256:{}", "+1".repeat(32))),
            None
        );
    }
}
