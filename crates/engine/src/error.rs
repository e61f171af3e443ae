//! What can go wrong in the engine, before it becomes an HRESULT.

use std::fmt;
use std::sync::Arc;
use tapi3_common::shared::OutOfMemory;

/// The kinds of failure; each is one HRESULT for the COM objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// No memory; nothing was changed.
    OutOfMemory,
    /// An argument is not valid.
    InvalidArgument,
    /// The call's state forbids the operation.
    InvalidCallState,
    /// Answer on a call that is not offering.
    NotOffering,
    /// The provider did not answer in time. A late answer still counts.
    Timeout,
    /// The provider, or this line, does not offer the operation.
    NotSupported,
    /// The caller only monitors the call.
    NotOwner,
    /// The provider tried and failed.
    OperationFailed,
    /// The destination is malformed or unknown.
    InvalidAddress,
    /// The called party is busy.
    DestinationBusy,
    /// The called party did not answer.
    DestinationNoAnswer,
    /// The called party refused or cannot be reached.
    DestinationUnavailable,
    /// The network or the called party blocks this caller.
    AddressBlocked,
    /// The call was disconnected meanwhile.
    Dropped,
    /// The line allows no further call.
    CallUnavailable,
    /// The call is in no conference.
    NoConference,
    /// The conference is full.
    ConferenceFull,
    /// The park address is not valid or nothing is parked there.
    InvalidParkId,
    /// The pickup group is not valid.
    InvalidGroupId,
    /// A digit string holds something that cannot be dialled.
    InvalidDigits,
    /// Nobody fits the hand-off.
    TargetNotFound,
    /// The hand-off would end at the caller itself.
    TargetSelf,
    /// The media type is not valid here.
    InvalidMediaType,
    /// User-user information is longer than the network carries.
    UserUserInfoTooBig,
    /// The client was shut down, or never initialised.
    NotInitialized,
    /// Not known yet; ask again.
    Pending,
    /// The line is out of service.
    OutOfService,
    /// Nobody places calls for others.
    NoRequestRecipient,
    /// Too many requests wait for the program that places calls for others.
    RequestQueueFull,
    /// The server refused our credentials.
    AccessDenied,
    /// The terminal is not one for this stream, is on it already, or is not on it.
    InvalidTerminal,
    /// The terminal is in use elsewhere.
    TerminalInUse,
    /// The stream has as many terminals as it can have.
    MaxTerminals,
    /// The terminal's or the stream's state forbids the operation.
    WrongState,
    /// A file could not be opened, read or written.
    File,
}

/// A failure with a sentence that helps. Cloning one allocates nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Text {
    Fixed(&'static str),
    Given(Arc<str>),
    /// With the code of the network's answer.
    Answered(&'static str, u16),
}

/// The engine's result.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A failure explained by a fixed sentence; allocates nothing.
    pub const fn new(kind: ErrorKind, message: &'static str) -> Self {
        Error {
            kind,
            message: Text::Fixed(message),
        }
    }

    /// A failure explained by words that came from elsewhere, such as a server's.
    pub fn with_text(kind: ErrorKind, message: impl Into<Arc<str>>) -> Self {
        Error {
            kind,
            message: Text::Given(message.into()),
        }
    }

    /// A failure that the network's answer with this code, such as 503, is the reason of; allocates
    /// nothing.
    pub(super) const fn answered(kind: ErrorKind, message: &'static str, code: u16) -> Self {
        Error {
            kind,
            message: Text::Answered(message, code),
        }
    }

    /// The same failure, with the place where it was found in front.
    #[must_use]
    pub fn within(&self, place: &str) -> Self {
        Error::with_text(self.kind, format!("{place}: {self}"))
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The sentence, without the code of an answer.
    pub fn message(&self) -> &str {
        match &self.message {
            Text::Fixed(text) | Text::Answered(text, _) => text,
            Text::Given(text) => text,
        }
    }

    /// The sentence, if it needs no memory to keep.
    pub fn fixed_message(&self) -> Option<&'static str> {
        match self.message {
            Text::Fixed(text) => Some(text),
            Text::Given(_) | Text::Answered(..) => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())?;
        match self.message {
            Text::Answered(_, code) => write!(f, " The answer was {code}."),
            Text::Fixed(_) | Text::Given(_) => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl From<OutOfMemory> for Error {
    fn from(_: OutOfMemory) -> Self {
        Error::new(
            ErrorKind::OutOfMemory,
            "No memory; nothing was changed, the method can be called again.",
        )
    }
}

impl From<std::collections::TryReserveError> for Error {
    fn from(_: std::collections::TryReserveError) -> Self {
        OutOfMemory.into()
    }
}
