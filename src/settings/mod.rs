//! Kinds of values that settings are made of, for every provider and for the configuration file.
//! What the settings mean stands with those who use them.

mod duration;
mod secret;

pub use duration::{duration, optional_duration, parse_duration};
pub use secret::{Secret, SecretError};
