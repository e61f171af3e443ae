//! What can go wrong, as TAPI 2 numbers it.

use super::abi::*;
use crate::engine::{self, ErrorKind};
use crate::shared::OutOfMemory;

/// A failure: a LINEERR_, PHONEERR_ or TAPIERR_ number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault(pub i32);

/// The result of a function.
pub type Result<T> = std::result::Result<T, Fault>;

pub(super) const OK: i32 = 0;

impl Fault {
    pub const APP: Fault = Fault(LINEERR_INVALAPPHANDLE);
    pub const LINE: Fault = Fault(LINEERR_INVALLINEHANDLE);
    pub const CALL: Fault = Fault(LINEERR_INVALCALLHANDLE);
    pub const CALL_STATE: Fault = Fault(LINEERR_INVALCALLSTATE);
    pub const POINTER: Fault = Fault(LINEERR_INVALPOINTER);
    pub const PARAMETER: Fault = Fault(LINEERR_INVALPARAM);
    pub const MEMORY: Fault = Fault(LINEERR_NOMEM);
    pub const FAILED: Fault = Fault(LINEERR_OPERATIONFAILED);
    pub const UNAVAILABLE: Fault = Fault(LINEERR_OPERATIONUNAVAIL);
    pub const NOT_OWNER: Fault = Fault(LINEERR_NOTOWNER);
    pub const ADDRESS_ID: Fault = Fault(LINEERR_INVALADDRESSID);
    pub const DEVICE: Fault = Fault(LINEERR_BADDEVICEID);
    pub const TOO_SMALL: Fault = Fault(LINEERR_STRUCTURETOOSMALL);
    pub const VERSION: Fault = Fault(LINEERR_INCOMPATIBLEAPIVERSION);
}

impl From<OutOfMemory> for Fault {
    fn from(_: OutOfMemory) -> Self {
        Fault::MEMORY
    }
}

impl From<std::collections::TryReserveError> for Fault {
    fn from(_: std::collections::TryReserveError) -> Self {
        Fault::MEMORY
    }
}

impl From<engine::Error> for Fault {
    fn from(error: engine::Error) -> Self {
        Fault::from(&error)
    }
}

impl From<&engine::Error> for Fault {
    fn from(error: &engine::Error) -> Self {
        Fault(match error.kind() {
            ErrorKind::OutOfMemory => LINEERR_NOMEM,
            ErrorKind::InvalidArgument => LINEERR_INVALPARAM,
            ErrorKind::InvalidCallState | ErrorKind::NotOffering | ErrorKind::WrongState => {
                LINEERR_INVALCALLSTATE
            }
            ErrorKind::NotSupported => LINEERR_OPERATIONUNAVAIL,
            ErrorKind::NotOwner => LINEERR_NOTOWNER,
            ErrorKind::InvalidAddress | ErrorKind::InvalidParkId => LINEERR_INVALADDRESS,
            ErrorKind::AddressBlocked => LINEERR_ADDRESSBLOCKED,
            ErrorKind::CallUnavailable => LINEERR_CALLUNAVAIL,
            ErrorKind::NoConference => LINEERR_INVALCALLSTATE,
            ErrorKind::ConferenceFull => LINEERR_CONFERENCEFULL,
            ErrorKind::InvalidGroupId => LINEERR_INVALGROUPID,
            ErrorKind::InvalidDigits => LINEERR_INVALDIGITS,
            ErrorKind::TargetNotFound => LINEERR_TARGETNOTFOUND,
            ErrorKind::TargetSelf => LINEERR_TARGETSELF,
            ErrorKind::InvalidMediaType => LINEERR_INVALMEDIAMODE,
            ErrorKind::UserUserInfoTooBig => LINEERR_USERUSERINFOTOOBIG,
            ErrorKind::NotInitialized => LINEERR_UNINITIALIZED,
            ErrorKind::OutOfService => LINEERR_INVALLINESTATE,
            ErrorKind::MaxTerminals => LINEERR_RESOURCEUNAVAIL,
            ErrorKind::NoRequestRecipient => TAPIERR_NOREQUESTRECIPIENT,
            ErrorKind::RequestQueueFull => TAPIERR_REQUESTQUEUEFULL,
            ErrorKind::DestinationBusy
            | ErrorKind::DestinationNoAnswer
            | ErrorKind::DestinationUnavailable
            | ErrorKind::Timeout
            | ErrorKind::OperationFailed
            | ErrorKind::Dropped
            | ErrorKind::Pending
            | ErrorKind::AccessDenied
            | ErrorKind::InvalidTerminal
            | ErrorKind::TerminalInUse
            | ErrorKind::File => LINEERR_OPERATIONFAILED,
        })
    }
}
