//! Finding the configuration file.

use crate::engine::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

/// A configuration's text, and what to call it in messages.
#[derive(Debug, Clone)]
pub struct Source {
    pub(super) name: String,
    pub(super) text: String,
}

impl Source {
    /// A text that came from elsewhere than a file.
    pub fn text(text: &str) -> Self {
        Source {
            name: "The configuration".to_owned(),
            text: text.to_owned(),
        }
    }

    /// A file.
    pub fn file(path: &Path) -> Result<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Source {
                name: path.display().to_string(),
                text,
            }),
            Err(error) => Err(Error::with_text(
                ErrorKind::OperationFailed,
                format!(
                    "The configuration {} cannot be read: {error}.",
                    path.display()
                ),
            )),
        }
    }

    /// The file that `TAPI3_CONFIG` names, or else `tapi3/tapi3.toml` in the user's configuration
    /// folder (`$XDG_CONFIG_HOME`, or `~/.config`), or else in `/etc`. `None` if there is none.
    pub fn find() -> Result<Option<Self>> {
        if let Some(named) = variable("TAPI3_CONFIG") {
            return Self::file(&named).map(Some);
        }
        let user = variable("XDG_CONFIG_HOME")
            .filter(|path| path.is_absolute())
            .or_else(|| Some(variable("HOME")?.join(".config")));
        for folder in user.into_iter().chain([PathBuf::from("/etc")]) {
            let path = folder.join("tapi3").join("tapi3.toml");
            if path.exists() {
                return Self::file(&path).map(Some);
            }
        }
        Ok(None)
    }
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}
