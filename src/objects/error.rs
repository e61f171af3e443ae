//! The one place where errors of the rooms below become HRESULTs.

use crate::com::Error as ComError;
use crate::com::abi::*;
use crate::engine::{Error, ErrorKind};
use crate::terminals::Fault;
use crate::translation;

fn hresult(kind: ErrorKind) -> HRESULT {
    match kind {
        ErrorKind::OutOfMemory => E_OUTOFMEMORY,
        ErrorKind::InvalidArgument => E_INVALIDARG,
        ErrorKind::InvalidCallState => TAPI_E_INVALCALLSTATE,
        ErrorKind::NotOffering => E_UNEXPECTED,
        ErrorKind::Timeout => TAPI_E_TIMEOUT,
        ErrorKind::NotSupported => TAPI_E_NOTSUPPORTED,
        ErrorKind::NotOwner => TAPI_E_NOTOWNER,
        ErrorKind::OperationFailed => TAPI_E_OPERATIONFAILED,
        ErrorKind::InvalidAddress => TAPI_E_INVALADDRESS,
        ErrorKind::DestinationBusy => TAPI_E_DESTBUSY,
        ErrorKind::DestinationNoAnswer => TAPI_E_DESTNOANSWER,
        ErrorKind::DestinationUnavailable => TAPI_E_DESTUNAVAIL,
        ErrorKind::AddressBlocked => TAPI_E_ADDRESSBLOCKED,
        ErrorKind::Dropped => TAPI_E_DROPPED,
        ErrorKind::CallUnavailable => TAPI_E_CALLUNAVAIL,
        ErrorKind::NoConference => TAPI_E_NOCONFERENCE,
        ErrorKind::ConferenceFull => TAPI_E_CONFERENCEFULL,
        ErrorKind::InvalidParkId => TAPI_E_INVALPARKID,
        ErrorKind::InvalidGroupId => TAPI_E_INVALGROUPID,
        ErrorKind::InvalidDigits => TAPI_E_INVALDIGITS,
        ErrorKind::TargetNotFound => TAPI_E_TARGETNOTFOUND,
        ErrorKind::TargetSelf => TAPI_E_TARGETSELF,
        ErrorKind::InvalidMediaType => TAPI_E_INVALIDMEDIATYPE,
        ErrorKind::UserUserInfoTooBig => TAPI_E_USERUSERINFOTOOBIG,
        ErrorKind::NotInitialized => TAPI_E_NOT_INITIALIZED,
        ErrorKind::Pending => E_PENDING,
        ErrorKind::OutOfService => TAPI_E_INVALADDRESSSTATE,
        ErrorKind::NoRequestRecipient => TAPI_E_NOREQUESTRECIPIENT,
        ErrorKind::RequestQueueFull => TAPI_E_REQUESTQUEUEFULL,
        ErrorKind::AccessDenied => E_ACCESSDENIED,
        ErrorKind::InvalidTerminal => TAPI_E_INVALIDTERMINAL,
        ErrorKind::TerminalInUse => TAPI_E_TERMINALINUSE,
        ErrorKind::MaxTerminals => TAPI_E_MAXTERMINALS,
        ErrorKind::WrongState => TAPI_E_WRONG_STATE,
        ErrorKind::File => E_FAIL,
    }
}

impl From<Error> for ComError {
    fn from(error: Error) -> Self {
        let code = hresult(error.kind());
        match error.fixed_message() {
            Some(sentence) => ComError::with(code, sentence),
            None => ComError::format(code, format_args!("{error}")),
        }
    }
}

/// A failure of a file or a device as its own code, with its sentence.
impl From<Fault> for ComError {
    fn from(fault: Fault) -> Self {
        ComError::format(fault.code(), format_args!("{fault}"))
    }
}

impl From<translation::Error> for ComError {
    fn from(error: translation::Error) -> Self {
        match error {
            translation::Error::OutOfMemory => ComError::out_of_memory(),
            translation::Error::InvalidAddress => ComError::with(
                TAPI_E_INVALADDRESS,
                "The address begins with + and is not canonical: +country (area) subscriber, with \
                 digits, blanks, dots and dashes.",
            ),
            translation::Error::InvalidCard => ComError::with(
                TAPI_E_INVALCARD,
                "No calling card has this id; see ITAddressTranslation::EnumerateCallingCards.",
            ),
            translation::Error::InvalidOptions => ComError::invalid_argument(
                "Unknown LINETRANSLATEOPTION bits, or both FORCELOCAL and FORCELD.",
            ),
        }
    }
}
