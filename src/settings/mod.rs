//! Kinds of values that settings are made of, for every provider and for the configuration file.
//! What the settings mean stands with those who use them.

pub mod certificates;
mod duration;
mod names;
mod place;
mod read;
mod secret;

pub use duration::{duration, optional_duration, parse_duration};
pub use names::fits;
pub use place::{LONGEST_NAME, Place, Wrong, check_range, check_text, check_time};
pub use read::{make_file, open_file, read_file, read_text_file};
pub use secret::{Keys, PASSWORD, Secret, TOKEN};
