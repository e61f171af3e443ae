//! What a SIP network would answer where the exchange moves a call. Programs that ask for SIP
//! responses see what they would see on a SIP line, where each answer means the same cause.

use crate::engine::{Cause, NetworkResponse, State};
use std::borrow::Cow;

/// The response that goes with a state; `None` where SIP has none.
pub(super) fn response_to(state: State, cause: Cause) -> Option<NetworkResponse> {
    let (code, text) = match (state, cause) {
        (State::InProgress, _) => (100, "Trying"),
        (State::Queued, _) => (182, "Queued"),
        (State::Connected, _) => (200, "OK"),
        (State::Disconnected, Cause::Busy) => (486, "Busy Here"),
        (State::Disconnected, Cause::BadAddress) => (404, "Not Found"),
        (State::Disconnected, Cause::NoAnswer) => (480, "Temporarily Unavailable"),
        (State::Disconnected, Cause::Cancelled) => (487, "Request Terminated"),
        (State::Disconnected, Cause::Rejected) => (603, "Decline"),
        (State::Disconnected, Cause::Failed) => (503, "Service Unavailable"),
        (State::Disconnected, Cause::Blocked) => (607, "Unwanted"),
        _ => return None,
    };
    Some(NetworkResponse {
        code,
        text: Cow::Borrowed(text),
    })
}
