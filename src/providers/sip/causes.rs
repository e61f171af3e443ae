//! What SIP answers mean for a call, and what the application's reasons mean for SIP.

use crate::engine::{Cause, DropReason};
use rsipstack::sip::{Header, StatusCode};

/// Why a call ends that its final answer refuses. `rang` if somebody was told of the call before.
pub(super) fn of_refusal(code: u16, rang: bool) -> Cause {
    match code {
        486 | 600 => Cause::Busy,
        404 | 410 | 484 | 604 => Cause::BadAddress,
        408 | 480 if rang => Cause::NoAnswer,
        487 => Cause::Cancelled,
        403 | 603 => Cause::Rejected,
        607 | 608 => Cause::Blocked,
        _ => Cause::Failed,
    }
}

/// The answer to an offered call that the application refuses.
pub(super) fn refusal(reason: DropReason) -> StatusCode {
    match reason {
        DropReason::Normal => StatusCode::BusyHere,
        DropReason::Rejected => StatusCode::Decline,
        DropReason::NoAnswer => StatusCode::TemporarilyUnavailable,
    }
}

/// The Reason header (RFC 3326) for a CANCEL, BYE or refusal, where the application's reason says
/// more than the message does; with the cause values of Q.850.
pub(super) fn reason_header(reason: DropReason) -> Option<Header> {
    let text = match reason {
        DropReason::Normal => return None,
        DropReason::NoAnswer => "Q.850;cause=19;text=\"No answer from user\"",
        DropReason::Rejected => "Q.850;cause=21;text=\"Call rejected\"",
    };
    Some(Header::Reason(text.into()))
}
