//! The telephony service providers: those who move real calls for the engine.

pub mod ews;
mod forwarding;
pub mod guard;
#[cfg(feature = "cluster")]
pub mod remote;
pub mod sim;
pub mod sip;
mod sound_file;
mod switchboard;
mod tls;

pub use switchboard::Departure;
