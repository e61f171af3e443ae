//! What both sides of the pool of lines need: the nodes, which share theirs, and those who use them
//! (`docs/cluster.md`).
//!
//! - `settings`, `credentials`: what is configured of the pool, and who we are for its server.
//! - `link`, `hearing`, `complaints`: the way to the bus, what is heard there, and what is said of a
//!   connection that does not do what it should.
//! - `meaning`: the engine's words in those of the bus.
//! - `room`: how many names that somebody says there are kept, and which go.
//! - `sound`: the sound of calls on its way.
//!
//! # Why async-nats
//!
//! It is the NATS project's own client and stands on tokio and rustls, which are here already. Only
//! publishing and subscribing are used, which every NATS server of the last years has, except for
//! lines that are configured in the bus: those are in its key-value store.

mod complaints;
mod credentials;
mod hearing;
mod link;
pub mod meaning;
mod room;
mod settings;
pub mod sound;

pub use hearing::Hearing;
pub use link::Link;
pub use room::{Place, Room};
pub(crate) use settings::check_word;
pub use settings::{Access, ClusterSettings, Grant, GrantSettings, Identity};

use crate::engine::{Error, ErrorKind, Result};
use futures_util::FutureExt;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use tapi3_bus::RecordEntry;
pub use tapi3_bus::RecordsWanted;

/// The protocol of lines that another machine has, in the place of the TAPIPROTOCOL_* constants.
pub const PROTOCOL: &str = "{9C0B7E52-3D1A-4F5E-8A46-61D0B2C7E913}";

/// What a node tells of calls that are over: the records that are wanted, of lines that the asker may
/// use, as the function says of a name. The newest come first; and whether older ones are left out.
pub type Recall = Arc<
    dyn Fn(&RecordsWanted, &dyn Fn(&str) -> bool) -> Result<(Vec<RecordEntry>, bool)> + Send + Sync,
>;

/// Draws something by lot.
///
/// # Errors
/// If the system gives no randomness.
pub fn draw<const COUNT: usize>() -> Result<[u8; COUNT]> {
    let mut lot = [0; COUNT];
    getrandom::fill(&mut lot).map_err(|error| {
        let text = format!("The system gives no randomness: {error}.");
        Error::with_text(ErrorKind::OperationFailed, text)
    })?;
    Ok(lot)
}

/// What comes of something that may panic; nothing if it does.
pub async fn whole<T>(act: impl Future<Output = T>) -> Option<T> {
    AssertUnwindSafe(act).catch_unwind().await.ok()
}
