//! The file that `credentials` of `[cluster]` names: who we are for the NATS server.

use crate::settings::{Wrong, read_text_file};
use async_nats::ConnectOptions;
use std::io;
use std::path::Path;

/// The longest file, in bytes.
const LONGEST: u64 = 64 * 1024;

/// What stands before a JWT.
const JWT: &str = "-----BEGIN NATS USER JWT-----";

/// What is shown to a NATS server.
#[derive(Clone)]
pub(super) enum Credentials {
    /// A file with a JWT and the seed of its NKey, as `nsc` writes it.
    Jwt(String),
    /// The seed of an NKey that the server knows.
    Nkey(String),
}

impl Credentials {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, Wrong> {
        let wrong = |what: String| {
            let what = format!("the file that it names {what}");
            Wrong::new("credentials", what)
        };
        let text = read_text_file(path, LONGEST).map_err(wrong)?;
        let unusable = |error: io::Error| wrong(format!("cannot be used: {error}"));
        if text.contains(JWT) {
            // Its last line may lack its end.
            let text = text + "\n";
            check(&text).map_err(unusable)?;
            return Ok(Credentials::Jwt(text));
        }
        // SU: the seed of a user.
        let mut lines = text.lines().map(str::trim);
        let seed = lines.find(|line| line.starts_with("SU"));
        let seed = seed.ok_or_else(|| {
            wrong("has neither a JWT and its NKey nor the seed of a user's NKey".to_owned())
        })?;
        check(&around(seed)).map_err(unusable)?;
        Ok(Credentials::Nkey(seed.to_owned()))
    }

    /// Shows it to the servers that are connected to.
    pub fn give(&self, options: ConnectOptions) -> io::Result<ConnectOptions> {
        match self {
            Credentials::Jwt(text) => options.credentials(text),
            Credentials::Nkey(seed) => Ok(options.nkey(seed.clone())),
        }
    }
}

/// Fails if the seed in the text is none.
fn check(text: &str) -> io::Result<()> {
    ConnectOptions::new().credentials(text).map(drop)
}

/// A seed as it stands behind a JWT.
fn around(seed: &str) -> String {
    format!(
        "{JWT}\nnone\n------END NATS USER JWT------\n\n\
         -----BEGIN USER NKEY SEED-----\n{seed}\n------END USER NKEY SEED------\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Drawn for this test, and known to no server.
    const SEED: &str = "SUAFDI6VBYYWYI4QVZULMGZIQMDCCMWIZMQJXLHVBOCKRTMGLOK44OZUSU";

    fn read(text: &str) -> Result<Credentials, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Credentials::read(file.path()).map_err(|wrong| format!("{wrong:?}"))
    }

    #[test]
    fn a_seed_alone_is_an_nkey_and_behind_a_jwt_it_is_the_jwts() {
        let bare = [
            format!("{SEED}\n"),
            format!("  {SEED}"),
            // As `nk -gen user -pubout` prints it.
            format!("{SEED}\nUDXU4RCSJNZOIQHZNWXHXORDPRTGNJAHAHFRGZNEEJCPQTT2M7NLCNF4\n"),
        ];
        for text in bare {
            assert!(matches!(read(&text), Ok(Credentials::Nkey(seed)) if seed == SEED));
        }
        for text in [around(SEED), around(SEED).trim_end().to_owned()] {
            let is_given = match read(&text) {
                Ok(read @ Credentials::Jwt(_)) => read.give(ConnectOptions::new()).is_ok(),
                _ => false,
            };
            assert!(is_given, "{text}");
        }
    }

    #[test]
    fn what_is_no_key_is_said_without_it() {
        let (last, rest) = (SEED.len() - 1, &SEED[..SEED.len() - 1]);
        let other = if SEED.ends_with('A') { 'B' } else { 'A' };
        for (text, why) in [
            (String::new(), "neither a JWT"),
            ("hunter2".to_owned(), "neither a JWT"),
            ("SUhunter2".to_owned(), "cannot be used"),
            (rest.to_owned(), "cannot be used"),
            (format!("{rest}{other}"), "cannot be used"),
            (around(&SEED[..last]), "cannot be used"),
            (format!("{JWT}\nnone\n"), "cannot be used"),
        ] {
            let said = read(&text).map(drop).unwrap_err();
            assert!(said.contains("credentials") && said.contains(why), "{said}");
            assert!(!said.contains("hunter2") && !said.contains(rest), "{said}");
        }
    }
}
