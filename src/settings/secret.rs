//! A password or token. It may stand elsewhere than in the configuration file, and is never shown.

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

    /// The one secret that the three keys of a line's settings give, if any: `key` has the secret
    /// itself, `key_env` names an environment variable, and `key_file` a file, whose last line end
    /// is not part of the secret.
    pub fn choose(
        key: &str,
        text: Option<&Secret>,
        variable: Option<&str>,
        file: Option<&Path>,
    ) -> Result<Option<Secret>, SecretError> {
        match (text, variable, file) {
            (None, None, None) => Ok(None),
            (Some(secret), None, None) => Ok(Some(secret.clone())),
            (None, Some(name), None) => match std::env::var(name) {
                Ok(value) => Ok(Some(Secret(value))),
                Err(_) => Err(wrong(format!(
                    "{key}_env names the environment variable {name}, which is not set or not \
                     valid UTF-8."
                ))),
            },
            (None, None, Some(path)) => match std::fs::read_to_string(path) {
                Ok(mut value) => {
                    let end = value.trim_end_matches(['\r', '\n']).len();
                    value.truncate(end);
                    Ok(Some(Secret(value)))
                }
                Err(error) => Err(wrong(format!(
                    "{key}_file names {}, which cannot be read: {error}.",
                    path.display()
                ))),
            },
            _ => Err(wrong(format!(
                "Only one of {key}, {key}_env and {key}_file may be given."
            ))),
        }
    }
}

/// Why there is no secret, in a sentence that does not show it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SecretError(String);

impl SecretError {
    /// The sentence.
    pub fn message(&self) -> &str {
        &self.0
    }
}

fn wrong(message: String) -> SecretError {
    SecretError(message)
}

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

    #[test]
    fn a_file_gives_its_text_without_the_last_line_end() {
        let path = std::env::temp_dir().join(format!("tapi3-secret-{}", std::process::id()));
        std::fs::write(&path, "two words\r\n").unwrap();
        let secret = Secret::choose("password", None, None, Some(&path));
        std::fs::remove_file(&path).unwrap();
        assert_eq!(secret.unwrap().unwrap().reveal(), "two words");
    }

    #[test]
    fn a_missing_variable_is_named() {
        let error = Secret::choose("password", None, Some("TAPI3_NO_SUCH_VARIABLE"), None);
        assert!(
            error
                .unwrap_err()
                .message()
                .contains("TAPI3_NO_SUCH_VARIABLE")
        );
    }

    #[test]
    fn two_sources_are_one_too_many() {
        let secret = Secret::from("a");
        let both = Secret::choose("password", Some(&secret), Some("B"), None);
        assert!(both.unwrap_err().message().contains("Only one"));
    }
}
