//! The configuration: one TOML file that names the lines. This room reads it; what the settings of
//! a provider mean is that provider's business.

mod error;
mod file;
mod network;
mod read;
mod records;
mod server;
#[cfg(test)]
mod tests;
mod translation;
mod value;

pub use file::Source;
pub use network::Network;
pub use records::RecordsSettings;
pub(crate) use server::LONGEST_ITEM_ID;
pub use server::{
    Choice, ClientAddress, ItemSettings, Limits, MetricsAccess, ServerSettings, UserSettings,
};

use crate::engine::Result;
#[cfg(feature = "cluster")]
use crate::pool::ClusterSettings;
#[cfg(feature = "cluster")]
use crate::providers::remote;
use crate::providers::{ews, sim, sip};
use crate::terminals::Devices;
use crate::translation::Book;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

/// Where the time comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClockKind {
    /// The machine.
    #[default]
    System,
    /// The program: time stands still until it is advanced. For tests.
    Manual,
}

/// A line's provider, with that provider's settings.
#[derive(Debug, Clone)]
pub enum LineSettings {
    /// The simulated exchange.
    Sim(sim::Settings),
    /// SIP.
    Sip(Box<sip::Settings>),
    /// A server that speaks Exchange Web Services.
    Ews(Box<ews::Settings>),
    /// A line, or all lines, of other machines.
    #[cfg(feature = "cluster")]
    Remote(remote::Settings),
}

impl LineSettings {
    /// Whether it is one of another machine, or all of them.
    pub fn is_remote(&self) -> bool {
        !matches!(
            self,
            LineSettings::Sim(_) | LineSettings::Sip(_) | LineSettings::Ews(_)
        )
    }
}

/// All that can be configured.
#[derive(Debug, Clone)]
pub struct Configuration {
    /// How long a caller waits for a provider; TAPI documents two minutes.
    pub operation_timeout: Duration,
    /// Where the time comes from.
    pub clock: ClockKind,
    /// The simulated exchange as a whole.
    pub simulation: sim::Simulation,
    /// The lines: name and settings.
    pub lines: Vec<(String, LineSettings)>,
    /// What there is to speak into and to hear with.
    pub sound: Sound,
    /// Locations, calling cards and countries, for address translation.
    pub translation: Arc<Book>,
    /// What `tapi3 serve` is told, if anything.
    pub server: Option<ServerSettings>,
    /// The pool of lines that this machine shares, or uses.
    #[cfg(feature = "cluster")]
    pub cluster: Option<ClusterSettings>,
}

/// `[sound]`.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sound {
    /// The microphones and loudspeakers that lines offer as static terminals.
    pub devices: Devices,
}

impl Default for Configuration {
    /// What holds when nothing is configured: two lines of the simulated exchange.
    fn default() -> Self {
        let lines = sim::default_lines().into_iter();
        Configuration {
            operation_timeout: Duration::from_secs(120),
            clock: ClockKind::default(),
            simulation: sim::Simulation::default(),
            lines: lines
                .map(|(name, settings)| (name, LineSettings::Sim(settings)))
                .collect(),
            sound: Sound::default(),
            translation: Arc::default(),
            server: None,
            #[cfg(feature = "cluster")]
            cluster: None,
        }
    }
}

impl Configuration {
    /// Reads the configuration file, if there is one; see [`Source::find`].
    pub fn load() -> Result<Self> {
        match Source::find()? {
            Some(source) => {
                tracing::info!("the configuration is {}", source.name);
                Self::read(&source)
            }
            None => Ok(Self::default()),
        }
    }

    /// Reads a configuration. An error names the file, the line and the key.
    pub fn read(source: &Source) -> Result<Self> {
        read::read(source)
    }
}
