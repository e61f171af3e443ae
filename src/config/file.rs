//! Finding the configuration file.

use crate::engine::{Error, ErrorKind, Result};
use crate::settings::read_text_file;
use std::io::ErrorKind as Io;
use std::path::{Path, PathBuf};

/// The longest configuration, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// A configuration's text, and what to call it in messages.
#[derive(Debug, Clone)]
pub struct Source {
    pub(super) name: String,
    pub(super) text: String,
    /// Where each of its lines ends.
    pub(super) line_ends: Vec<usize>,
    path: Option<PathBuf>,
}

impl Source {
    fn new(name: String, text: String, path: Option<PathBuf>) -> Self {
        let ends = text.match_indices('\n').map(|(end, _)| end);
        Source {
            name,
            line_ends: ends.collect(),
            text,
            path,
        }
    }

    /// A text that came from elsewhere than a file.
    pub fn text(text: &str) -> Self {
        Source::new("The configuration".to_owned(), text.to_owned(), None)
    }

    /// A text that came from elsewhere, with what to call it in messages.
    #[cfg(feature = "cluster")]
    pub fn named(name: &str, text: &str) -> Self {
        Source::new(name.to_owned(), text.to_owned(), None)
    }

    /// What it says.
    #[cfg(feature = "cluster")]
    pub fn as_text(&self) -> &str {
        &self.text
    }

    /// A file of up to a megabyte; no pipe, device or folder.
    pub fn file(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        match read_text_file(path, LONGEST) {
            Ok(text) => Ok(Source::new(name, text, Some(path.to_owned()))),
            Err(what) => Err(Error::with_text(
                ErrorKind::OperationFailed,
                format!("The configuration {name} {what}."),
            )),
        }
    }

    /// The file that it came from.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Whether another text says the same about everything but the server.
    pub fn agrees_beyond_the_server(&self, other: &Source) -> bool {
        let rest = |source: &Source| {
            let mut table: toml::Table = source.text.parse().ok()?;
            table.remove("server");
            Some(table)
        };
        rest(self) == rest(other)
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
            match path.metadata() {
                Ok(_) => return Self::file(&path).map(Some),
                Err(error) if matches!(error.kind(), Io::NotFound | Io::NotADirectory) => {}
                // A service may run with the home of another user.
                Err(error) => {
                    tracing::warn!("{} is passed over: {error}", path.display());
                }
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
