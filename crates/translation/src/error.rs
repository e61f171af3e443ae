//! Why a translation fails.

use std::collections::TryReserveError;

/// Why a translation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no memory; nothing has changed.
    #[error("there is no memory")]
    OutOfMemory,
    /// It begins as a canonical address and is none.
    #[error(
        "the address begins with + and is not canonical: +country (area) subscriber, with digits, \
         blanks, dots and dashes"
    )]
    InvalidAddress,
    /// No card has this id.
    #[error("no calling card has this id")]
    InvalidCard,
    /// Unknown options, or two that exclude each other.
    #[error("unknown translation options, or both FORCELOCAL and FORCELD")]
    InvalidOptions,
}

impl From<TryReserveError> for Error {
    fn from(_: TryReserveError) -> Self {
        Error::OutOfMemory
    }
}
