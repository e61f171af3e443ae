//! The error of the COM boundary: an HRESULT and a sentence for people.
//!
//! Methods return it; the thunk turns it into the HRESULT and leaves the sentence in the thread's
//! error info (`error_info.rs`). Making one never aborts: text that cannot be allocated is lost,
//! the code stays.

use core::fmt;
use std::collections::TryReserveError;
use tapi3_common::shared::OutOfMemory;

use super::abi::{
    E_INVALIDARG, E_NOINTERFACE, E_NOTIMPL, E_OUTOFMEMORY, E_POINTER, E_UNEXPECTED, HRESULT,
    TAPI_E_NOT_INITIALIZED,
};
use super::hresult;

/// What a method of the boundary answers.
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// The ways in which a method without out-parameters succeeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Success {
    /// `S_OK`.
    Ok,
    /// `S_FALSE`: it worked, and there was nothing to do, or less than asked for.
    False,
    /// Another success, such as `MS_S_PENDING`.
    Code(HRESULT),
}

/// Short for [`Success::Ok`].
pub const OK: Success = Success::Ok;

impl From<()> for Success {
    fn from((): ()) -> Self {
        Self::Ok
    }
}

/// A failure: the HRESULT and a sentence.
pub struct Error {
    hresult: HRESULT,
    message: Message,
}

enum Message {
    /// The HRESULT's own sentence.
    Standard,
    Static(&'static str),
    Owned(String),
}

impl Error {
    /// A failure that the HRESULT's own sentence describes well enough.
    #[must_use]
    pub const fn new(hresult: HRESULT) -> Self {
        Self {
            hresult,
            message: Message::Standard,
        }
    }

    /// A failure with a fixed sentence. Allocates nothing.
    #[must_use]
    pub const fn with(hresult: HRESULT, message: &'static str) -> Self {
        Self {
            hresult,
            message: Message::Static(message),
        }
    }

    /// A failure with a sentence made for it.
    #[must_use]
    pub const fn with_text(hresult: HRESULT, message: String) -> Self {
        Self {
            hresult,
            message: Message::Owned(message),
        }
    }

    /// A failure with a formatted sentence: `Error::format(E_FAIL, format_args!("…"))`. Where
    /// memory is too short for the text, the standard sentence takes its place.
    #[must_use]
    pub fn format(hresult: HRESULT, text: fmt::Arguments<'_>) -> Self {
        match try_format(text) {
            Ok(text) => Self::with_text(hresult, text),
            Err(_) => Self::new(hresult),
        }
    }

    /// `E_OUTOFMEMORY`.
    #[must_use]
    pub const fn out_of_memory() -> Self {
        Self::new(E_OUTOFMEMORY)
    }

    /// `E_POINTER`: a pointer that must not be null is null.
    #[must_use]
    pub const fn pointer() -> Self {
        Self::new(E_POINTER)
    }

    /// `E_INVALIDARG`, saying which argument and why.
    #[must_use]
    pub const fn invalid_argument(message: &'static str) -> Self {
        Self::with(E_INVALIDARG, message)
    }

    /// `E_NOINTERFACE`.
    #[must_use]
    pub const fn no_interface() -> Self {
        Self::new(E_NOINTERFACE)
    }

    /// `E_NOTIMPL`, naming what is missing.
    #[must_use]
    pub const fn not_implemented(message: &'static str) -> Self {
        Self::with(E_NOTIMPL, message)
    }

    /// `E_UNEXPECTED`, saying what was found.
    #[must_use]
    pub const fn unexpected(message: &'static str) -> Self {
        Self::with(E_UNEXPECTED, message)
    }

    /// `TAPI_E_NOT_INITIALIZED`: the object belongs to the process that this one was forked from.
    #[must_use]
    #[cold]
    pub const fn inherited() -> Self {
        Self::with(
            TAPI_E_NOT_INITIALIZED,
            "The object belongs to the process that this one was forked from. A child makes a TAPI \
             object of its own.",
        )
    }

    /// The code that the caller gets.
    #[must_use]
    pub const fn hresult(&self) -> HRESULT {
        self.hresult
    }

    /// The sentence that the thread's error info carries.
    #[must_use]
    pub fn message(&self) -> &str {
        match &self.message {
            Message::Standard => hresult::message(self.hresult).unwrap_or("The operation failed."),
            Message::Static(text) => text,
            Message::Owned(text) => text,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match hresult::name(self.hresult) {
            Some(name) => write!(f, "{name}: {}", self.message()),
            None => write!(f, "{:#010X}: {}", self.hresult, self.message()),
        }
    }
}

impl std::error::Error for Error {}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        self.hresult == other.hresult && self.message() == other.message()
    }
}

impl From<OutOfMemory> for Error {
    fn from(_: OutOfMemory) -> Self {
        Self::out_of_memory()
    }
}

impl From<TryReserveError> for Error {
    fn from(_: TryReserveError) -> Self {
        Self::out_of_memory()
    }
}

/// `format!` that answers an error instead of aborting when memory is short.
pub fn try_format(text: fmt::Arguments<'_>) -> Result<String> {
    struct Growing(String);
    impl fmt::Write for Growing {
        fn write_str(&mut self, piece: &str) -> fmt::Result {
            self.0.try_reserve(piece.len()).map_err(|_| fmt::Error)?;
            self.0.push_str(piece);
            Ok(())
        }
    }
    let mut growing = Growing(String::new());
    match fmt::write(&mut growing, text) {
        Ok(()) => Ok(growing.0),
        Err(fmt::Error) => Err(Error::out_of_memory()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_without_text_speaks_the_standard_sentence() {
        let error = Error::new(E_POINTER);
        assert_eq!(Some(error.message()), hresult::message(E_POINTER));
        assert_eq!(Error::new(0x8999_9999).message(), "The operation failed.");
    }

    #[test]
    fn formatted_text_is_kept() {
        let error = Error::format(E_INVALIDARG, format_args!("line {} is unknown", 7));
        assert_eq!(error.message(), "line 7 is unknown");
        assert_eq!(error.hresult(), E_INVALIDARG);
    }
}
