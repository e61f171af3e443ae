//! SOAP faults as the server raises them: a code, what goes into `detail`, and the spelling of the
//! namespaces in which the client will read them.

use std::time::Duration;

use super::codes::ErrorCode;
use super::names::Namespaces;

/// What a fault's `faultcode` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultCode {
    /// A code of the EWS schema.
    Ews(ErrorCode),
    /// SOAP 1.1 §4.4.1: the envelope is of another version. `detail` says `ErrorInvalidRequest`.
    VersionMismatch,
    /// SOAP 1.1 §4.4.1: a header must be understood and is not. `detail` says
    /// `ErrorInvalidRequest`.
    MustUnderstand,
}

impl FaultCode {
    /// The code that `detail` carries, which is what EWS clients read.
    pub fn ews(self) -> ErrorCode {
        match self {
            Self::Ews(code) => code,
            Self::VersionMismatch | Self::MustUnderstand => ErrorCode::InvalidRequest,
        }
    }
}

impl std::fmt::Display for FaultCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Ews(code) => code.as_str(),
            Self::VersionMismatch => "VersionMismatch",
            Self::MustUnderstand => "MustUnderstand",
        })
    }
}

/// Where and how a request breaks the schema.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Violation {
    /// Line in the request, from 1.
    pub line: u32,
    /// Character in the line, from 1.
    pub position: u32,
    /// What is wrong, in a sentence.
    pub text: String,
}

/// What `t:MessageXml` holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FaultDetail {
    /// Nothing; it is left out.
    None,
    /// Where the schema is broken.
    Violation(Violation),
    /// `BackOffMilliseconds`: how long the client should wait.
    BackOff(Duration),
    /// Not a fault on the wire: the answer that this operation gets when it finds nothing.
    Probe(Probe),
}

/// Operations of a mailbox that are not offered, but that clients send first, to learn the version
/// of the server from the header of whatever is answered. They take a fault for a wrong version and
/// ask again with the next, or give up; so they get the answer of a server that has them and finds
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Probe {
    /// `m:ResolveNames`: nobody has such a name.
    ResolveNames,
    /// `m:ConvertId`: the identifier is none of ours.
    ConvertId,
}

impl Probe {
    /// The operation with this element name.
    pub(super) fn from_wire(name: &str) -> Option<Self> {
        match name {
            "ResolveNames" => Some(Self::ResolveNames),
            "ConvertId" => Some(Self::ConvertId),
            _ => None,
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::ResolveNames => "ResolveNames",
            Self::ConvertId => "ConvertId",
        }
    }
}

/// A request that is refused as a whole (HTTP 500).
#[derive(Clone, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{code}: {reason}")]
pub struct Fault {
    /// The code.
    pub code: FaultCode,
    /// What goes into `t:MessageXml`.
    pub detail: FaultDetail,
    /// Why, for the server's log. Not sent: the texts on the wire are fixed by code and detail.
    pub reason: String,
    /// The spelling that the request used, as far as it could be read.
    pub namespaces: Namespaces,
}

impl Fault {
    /// A fault with this code and nothing more to say.
    pub fn new(code: ErrorCode, reason: impl Into<String>) -> Self {
        Self {
            code: FaultCode::Ews(code),
            detail: FaultDetail::None,
            reason: reason.into(),
            namespaces: Namespaces::default(),
        }
    }

    /// `ErrorServerBusy` with the time to wait.
    pub fn busy(back_off: Duration) -> Self {
        Self {
            detail: FaultDetail::BackOff(back_off),
            ..Self::new(ErrorCode::ServerBusy, format!("busy for {back_off:?}"))
        }
    }

    /// The answer to an operation by which a client learns the version.
    pub(super) fn probe(probe: Probe) -> Self {
        let code = match probe {
            Probe::ResolveNames => ErrorCode::NameResolutionNoResults,
            Probe::ConvertId => ErrorCode::InvalidIdMalformed,
        };
        Self {
            detail: FaultDetail::Probe(probe),
            ..Self::new(code, format!("{} is not offered", probe.as_str()))
        }
    }

    /// `ErrorSchemaValidation` with its place.
    pub fn schema(violation: Violation) -> Self {
        Self {
            reason: format!(
                "line {}, position {}: {}",
                violation.line, violation.position, violation.text
            ),
            detail: FaultDetail::Violation(violation),
            ..Self::new(ErrorCode::SchemaValidation, "")
        }
    }

    /// One of the two faults that SOAP itself defines.
    pub(super) fn soap(code: FaultCode, reason: impl Into<String>) -> Self {
        Self {
            code,
            ..Self::new(ErrorCode::InvalidRequest, reason)
        }
    }

    /// The same fault in the spelling of a request.
    #[must_use]
    pub fn in_namespaces(self, namespaces: Namespaces) -> Self {
        Self { namespaces, ..self }
    }
}
