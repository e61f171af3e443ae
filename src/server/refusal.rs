//! Why an operation is refused: the code that the client hears, and the reason for the log.

use super::calls::Full;
use super::dial::DOMAIN_NAME;
use crate::engine::{Error, ErrorKind};
use crate::soap::{ErrorCode, OperationError};
use std::borrow::Cow;
use std::time::Duration;

/// Why an operation was not done: what the client hears, and more of it for the log.
pub(super) struct Refused {
    pub code: ErrorCode,
    pub back_off: Option<Duration>,
    pub reason: Cow<'static, str>,
}

impl From<ErrorCode> for Refused {
    fn from(code: ErrorCode) -> Self {
        code.because(code.message())
    }
}

impl From<Refused> for OperationError {
    fn from(refused: Refused) -> Self {
        OperationError {
            back_off: refused.back_off,
            ..refused.code.into()
        }
    }
}

pub(super) trait Because {
    fn because(self, reason: impl Into<Cow<'static, str>>) -> Refused;
}

impl Because for ErrorCode {
    fn because(self, reason: impl Into<Cow<'static, str>>) -> Refused {
        Refused {
            code: self,
            back_off: None,
            reason: reason.into(),
        }
    }
}

pub(super) fn no_such_call() -> Refused {
    ErrorCode::InvalidPhoneCallId.because("the user has no such call")
}

pub(super) fn too_many(full: Full) -> Refused {
    match full {
        Full::User => ErrorCode::ExceededConnectionCount.because("the user's max_calls"),
        Full::Server => ErrorCode::InsufficientResources.because("the server's max_calls"),
    }
}

pub(super) fn no_new_calls(why: &'static str) -> Refused {
    Refused {
        back_off: Some(super::STOPPING),
        ..ErrorCode::ServerBusy.because(why)
    }
}

/// There is nothing to place a call on.
pub(super) fn no_line() -> Refused {
    ErrorCode::IpGatewayNotFound.because("no line is there")
}

pub(super) fn not_placed(error: &Error, address_type: u32) -> Refused {
    let code = match error.kind() {
        ErrorKind::InvalidAddress if address_type == DOMAIN_NAME => ErrorCode::InvalidSipUri,
        ErrorKind::InvalidAddress | ErrorKind::InvalidDigits => ErrorCode::InvalidPhoneNumber,
        ErrorKind::NotSupported => ErrorCode::PhoneNumberNotDialable,
        ErrorKind::OutOfService => ErrorCode::IpGatewayNotFound,
        ErrorKind::CallUnavailable => ErrorCode::ExceededConnectionCount,
        ErrorKind::OutOfMemory => ErrorCode::InsufficientResources,
        ErrorKind::NotInitialized => ErrorCode::InternalServerTransientError,
        _ => ErrorCode::UnifiedMessagingRequestFailed,
    };
    code.because(error.message().to_owned())
}

pub(super) fn not_ended(error: &Error) -> Refused {
    let code = match error.kind() {
        ErrorKind::Timeout => ErrorCode::TimeoutExpired,
        ErrorKind::OutOfMemory => ErrorCode::InsufficientResources,
        _ => ErrorCode::UnifiedMessagingRequestFailed,
    };
    code.because(error.message().to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::dial::PHONE_NUMBER;
    use super::*;

    #[test]
    fn no_error_after_dialling_makes_a_client_dial_again() {
        // Clients were seen to send the same request again when they get one of these.
        let repeated = [
            ErrorCode::InvalidRequest,
            ErrorCode::InvalidServerVersion,
            ErrorCode::TimeoutExpired,
            ErrorCode::InternalServerTransientError,
            ErrorCode::ServerBusy,
        ];
        for kind in [
            ErrorKind::OperationFailed,
            ErrorKind::InvalidArgument,
            ErrorKind::InvalidCallState,
            ErrorKind::AccessDenied,
            ErrorKind::Timeout,
            ErrorKind::Dropped,
            ErrorKind::DestinationUnavailable,
        ] {
            for address_type in [PHONE_NUMBER, DOMAIN_NAME] {
                let code = not_placed(&Error::new(kind, ""), address_type).code;
                assert!(!repeated.contains(&code), "{kind:?} {code}");
            }
        }
    }
}
