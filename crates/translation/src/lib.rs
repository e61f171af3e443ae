//! Address translation: from a number as people write it to what is dialled from here.
//!
//! A [`Book`] holds what is known: locations, calling cards and countries. [`Book::translate`] does
//! the work, without I/O. Everything a program reaches asks for memory fallibly.

mod address;
mod book;
mod countries;
mod error;
mod options;
mod rule;
#[cfg(test)]
mod tests;
mod text;
mod translate;

pub use address::{Address, Canonical};
pub use book::{AreaRule, Book, Card, Country, Location};
pub use countries::built_in as built_in_countries;
pub use error::Error;
pub use options::{Options, card_option, location_option, result};
pub use rule::check as check_rule;
pub use text::is_dialable;
pub use translate::Translation;
