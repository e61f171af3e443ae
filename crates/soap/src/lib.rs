//! The telephone operations of Exchange Web Services as types, and their SOAP 1.1 codec for both
//! sides: the EWS provider (client) and the endpoint that `tapi3 serve` runs. No sockets, no HTTP
//! headers, no call logic.
//!
//! | side | in | out |
//! |---|---|---|
//! | server | [`parse_request`], [`LastRequest`] | [`AnswerWriter`], [`write_response`], [`write_versioned_fault`] |
//! | client | [`parse_response`] | [`write_request`] |
//!
//! # What a request is refused with
//!
//! Every refusal of [`parse_request`] is a [`Fault`] (HTTP 500), decided before anything is dialled:
//!
//! | the body | code |
//! |---|---|
//! | is longer than [`MAX_BODY`] | `ErrorRequestStreamTooBig` |
//! | is not UTF-8, not well-formed, has a DTD or a processing instruction, goes beyond a limit, is not an envelope with one of the three operations, or asks for an unknown version | `ErrorInvalidRequest` (MS-OXWUMS §2.2.2.1: always the text "The request is invalid.") |
//! | is an envelope of another SOAP version | the same, with the fault code `VersionMismatch` (SOAP 1.1 §4.4.1) |
//! | has a header that must be understood and is not | the same, with the fault code `MustUnderstand` (SOAP 1.1 §4.4.1) |
//! | has one of our headers twice | `ErrorDuplicateSOAPHeader` |
//! | asks for a version before Exchange 2010, which has no such operations | `ErrorInvalidServerVersion` |
//! | impersonates nobody, an empty name, or more than one account | `ErrorInvalidExchangeImpersonationHeaderData` |
//! | is a known header or operation with wrong content | `ErrorSchemaValidation` with line, position and violation |
//!
//! Two operations that are not offered, ResolveNames and ConvertId, are answered as if they had
//! found nothing (HTTP 200): clients send them to learn the version, see [`Probe`].
//!
//! What the schema allows and the meaning does not (empty identifiers, an empty dial string) is an
//! error of the operation, HTTP 200: see [`Operation::check`].
//!
//! # Why roxmltree
//!
//! These messages are a few hundred bytes with mandatory namespaces, so a strict tree is worth more
//! than a fast stream. roxmltree resolves namespaces and refuses undeclared prefixes, attributes
//! that are equal after resolution, second roots, trailing text, characters outside XML and DTDs;
//! quick-xml's event reader leaves most of that to its caller, and each check forgotten is a
//! message that we accept and others do not. Its costs are known and bounded before it runs:
//! `scan` walks the bytes once and caps depth, tags and attributes, because roxmltree's
//! duplicate check is quadratic in attributes and in inherited namespaces. Writing needs
//! only an escaper, which does not justify a second XML library.

mod again;
mod codes;
mod document;
mod error;
mod fault;
mod names;
mod request_read;
mod request_write;
mod response_read;
mod response_write;
mod scan;
pub mod schema;
mod types;
mod writer;

pub use again::LastRequest;
pub use codes::ErrorCode;
pub use document::{ReadError, clip};
pub use error::{Code, Origin, Refusal, ResponseError, WriteError};
pub use fault::{Fault, FaultCode, FaultDetail, Probe, Violation};
pub use names::{Namespaces, Scheme};
pub use request_read::parse_request;
pub use request_write::write_request;
pub use response_read::{Answer, Reply, parse_response};
pub use response_write::{
    AnswerWriter, HttpAnswer, write_fault, write_response, write_versioned_fault,
};
pub use scan::{MAX_ATTRIBUTES, MAX_BODY, MAX_DEPTH, MAX_TAG_ATTRIBUTES, MAX_TAGS};
pub use types::{
    ConnectionFailureCause, ExchangeVersion, Impersonation, ItemId, Operation, OperationError,
    OperationKind, PhoneCallId, PhoneCallInformation, PhoneCallState, Request, RequestHeaders,
    Response, ResponseClass, ServerVersionInfo,
};

/// The media type of every EWS request and answer.
pub const CONTENT_TYPE: &str = "text/xml; charset=utf-8";
