//! A password or token. It may stand elsewhere than in the configuration file, and is never shown.

use super::place::Wrong;
use super::read::read_text_file;
use serde::Deserialize;
use std::fmt;
use std::path::Path;

/// A text that must not be seen: `Debug` shows asterisks.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The secret itself, for those who send it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The one secret that the three keys of a line's settings give, if any: one has the secret
    /// itself, one names an environment variable, and one a file, whose last line end is not part
    /// of the secret.
    pub fn choose(
        key: Keys,
        text: Option<&Secret>,
        variable: Option<&str>,
        file: Option<&Path>,
    ) -> Result<Option<Secret>, Wrong> {
        let (source, secret) = match (text, variable, file) {
            (None, None, None) => return Ok(None),
            (Some(secret), None, None) => (key.text, secret.clone()),
            // Neither name is shown: the secret itself may stand there by mistake.
            (None, Some(name), None) => match std::env::var(name) {
                Ok(value) => (key.variable, Secret(value)),
                Err(_) => {
                    return Err(Wrong::new(
                        key.variable,
                        "the environment variable that it names is not set, or not UTF-8",
                    ));
                }
            },
            (None, None, Some(path)) => match read_text_file(path, LONGEST) {
                Ok(mut value) => {
                    let end = value.trim_end_matches(['\r', '\n']).len();
                    value.truncate(end);
                    (key.file, Secret(value))
                }
                Err(what) => {
                    return Err(Wrong::new(
                        key.file,
                        format!("the file that it names {what}"),
                    ));
                }
            },
            _ => {
                let Keys {
                    text,
                    variable,
                    file,
                } = key;
                return Err(Wrong::new(
                    text,
                    format!("only one of {text}, {variable} and {file} may be given"),
                ));
            }
        };
        if secret.0.is_empty() {
            return Err(Wrong::new(source, "gives an empty text"));
        }
        if secret.0.chars().any(char::is_control) {
            let what = "gives more than one line, or control characters";
            return Err(Wrong::new(source, what));
        }
        Ok(Some(secret))
    }
}

/// The three keys that may give a secret.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// Has the secret itself.
    pub text: &'static str,
    /// Names an environment variable.
    pub variable: &'static str,
    /// Names a file.
    pub file: &'static str,
}

/// The keys of a password.
pub const PASSWORD: Keys = Keys {
    text: "password",
    variable: "password_env",
    file: "password_file",
};

/// The keys of a bearer token.
pub const TOKEN: Keys = Keys {
    text: "token",
    variable: "token_env",
    file: "token_file",
};

/// The longest secret in a file, in bytes.
const LONGEST: u64 = 64 * 1024;

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Secret(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let shown = format!("{:?}", Some(Secret::from("hunter2")));
        assert_eq!(shown, "Some(***)");
    }

    fn choose(
        text: Option<&Secret>,
        variable: Option<&str>,
        file: Option<&Path>,
    ) -> Result<Option<Secret>, Wrong> {
        Secret::choose(PASSWORD, text, variable, file)
    }

    #[test]
    fn a_file_gives_its_text_without_the_last_line_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        for (text, secret) in [
            ("two words\r\n", Some("two words")),
            ("a\nb", None),
            ("\n", None),
        ] {
            std::fs::write(&path, text).unwrap();
            let chosen = choose(None, None, Some(&path)).ok().flatten();
            assert_eq!(chosen.as_ref().map(Secret::reveal), secret, "{text:?}");
        }
    }

    #[test]
    fn a_secret_that_stands_in_the_wrong_key_is_not_shown() {
        let variable = choose(None, Some("hunter2"), None).unwrap_err();
        let file = choose(None, None, Some(Path::new("hunter2"))).unwrap_err();
        for (wrong, key) in [(variable, "password_env"), (file, "password_file")] {
            assert_eq!(wrong.key, key);
            assert!(!wrong.what.contains("hunter2"), "{}", wrong.what);
        }
        for name in ["", "a=b", "a\0b"] {
            assert!(choose(None, Some(name), None).is_err(), "{name:?}");
        }
    }

    #[test]
    fn what_never_ends_is_refused() {
        let wrong = choose(None, None, Some(Path::new("/dev/zero"))).unwrap_err();
        assert!(wrong.what.contains("device"), "{}", wrong.what);
    }

    #[test]
    fn two_sources_are_one_too_many() {
        let secret = Secret::from("a");
        let both = choose(Some(&secret), Some("B"), None).unwrap_err();
        assert!(both.what.contains("only one"), "{}", both.what);
        assert!(choose(Some(&Secret::from("")), None, None).is_err());
    }
}
