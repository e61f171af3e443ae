//! What can go wrong on the client's side: a request that XML cannot carry, and answers that say
//! no or make no sense.

use std::fmt;
use std::time::Duration;

use super::codes::ErrorCode;
use super::document::ReadError;
use super::fault::Violation;
use super::types::{OperationKind, ResponseClass};

/// A request cannot be written because XML 1.0 has no way to spell one of its characters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} contains {character:?}, which XML cannot carry")]
pub struct WriteError {
    /// The element or attribute that would hold it.
    pub field: &'static str,
    /// The first such character.
    pub character: char,
}

/// A code as a server sent it: a server may know more codes than we do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// One of the documented codes.
    Known(ErrorCode),
    /// Any other, as sent.
    Other(String),
}

impl Code {
    /// The code as it was on the wire.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(code) => code.as_str(),
            Self::Other(text) => text,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Where in the answer a refusal stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A SOAP fault: the whole request was refused.
    Fault,
    /// A response of the operation, with its class (Warning or Error).
    Response(ResponseClass),
}

/// A server's "no", readable and well-formed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the server answered {code}: {message}")]
pub struct Refusal {
    /// Fault or response.
    pub origin: Origin,
    /// Why.
    pub code: Code,
    /// The server's sentence; may be empty. Never longer than a line.
    pub message: String,
    /// Where the request broke the schema, if the server says so.
    pub violation: Option<Violation>,
    /// How long the server asks to be left alone (`BackOffMilliseconds`).
    pub back_off: Option<Duration>,
}

/// Why an answer is not the success that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ResponseError {
    /// The server refused, in a way that EWS defines.
    #[error(transparent)]
    Refused(Refusal),
    /// The body is not an XML message: HTML, junk, cut short, too long.
    #[error("the answer cannot be read: {0}")]
    Unreadable(#[from] ReadError),
    /// It is XML and not a SOAP 1.1 envelope.
    #[error("the answer is not a SOAP 1.1 message: {0}")]
    NotSoap(String),
    /// The body of the envelope holds something else than the answer to this operation.
    #[error("expected an answer to {asked}, found {found}")]
    Unexpected {
        /// What was asked.
        asked: OperationKind,
        /// What came.
        found: String,
    },
    /// Something that the schema requires is not there.
    #[error("the answer has no {0}")]
    Missing(&'static str),
    /// Something has a value that the schema does not have.
    #[error("the answer has '{value}' as {field}")]
    Value {
        /// The element or attribute.
        field: &'static str,
        /// Its value, shortened.
        value: String,
    },
    /// Class and code deny each other.
    #[error("the answer has class {class} and code {code}")]
    Contradiction {
        /// `ResponseClass`.
        class: ResponseClass,
        /// `ResponseCode`, shortened.
        code: String,
    },
}

impl ResponseError {
    /// The server's refusal, if that is what this is.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }
}
