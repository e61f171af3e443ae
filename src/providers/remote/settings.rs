//! The keys of a `[[line]]` with `provider = "remote"`.

use crate::pool::check_word;
use crate::settings::{Place, Wrong};
use serde::Deserialize;

/// What is configured of a line that another machine has.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The node, where several have a line of this name; otherwise whichever has it.
    #[serde(default)]
    pub node: Option<String>,
    /// In place of a name: `"all"` for all lines that the user may use.
    #[serde(default)]
    pub lines: Option<All>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

/// The value of `lines`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum All {
    /// All lines that the user may use.
    All,
}

impl Settings {
    /// Checks everything.
    pub fn check(&self) -> std::result::Result<(), Wrong> {
        match &self.node {
            Some(node) => check_word("node", node),
            None => Ok(()),
        }
    }
}
