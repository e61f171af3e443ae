//! What the JSON API answers with: a value, or in words what is wrong.

use super::super::http_answer::{Answer, retry_after};
use super::super::refusal::Refused;
use crate::soap::ErrorCode;
use hyper::StatusCode;
use hyper::header::{self, HeaderValue};
use serde::Serialize;

/// Why a request was not done.
#[derive(Debug, Serialize)]
struct Problem<'a> {
    /// A word for programs.
    code: &'a str,
    /// A sentence for people.
    message: &'a str,
}

/// A value as JSON.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Answer {
    let mut answer = match serde_json::to_vec(value) {
        Ok(text) => Answer::new(text.into()),
        Err(error) => {
            tracing::error!(%error, "an answer cannot be written");
            let mut answer = Answer::new("{}".into());
            *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            return answer;
        }
    };
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_static("application/json");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let nosniff = HeaderValue::from_static("nosniff");
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, nosniff);
    answer
}

/// What is wrong with a request.
pub(super) fn problem(status: StatusCode, code: &str, message: &str) -> Answer {
    json(status, &Problem { code, message })
}

/// What is said of an operation that was refused.
pub(super) fn refusal(refused: &Refused) -> Answer {
    let Meaning {
        status,
        code,
        sentence,
    } = meaning(refused.code);
    // Of a line's failure the line itself says most; the other reasons are for the log.
    let answer = match status {
        StatusCode::BAD_GATEWAY => {
            let reason = refused.reason.trim_end_matches('.');
            problem(status, code, &format!("{sentence} ({reason})."))
        }
        _ => problem(status, code, &format!("{sentence}.")),
    };
    match refused.back_off {
        Some(wait) => retry_after(answer, wait),
        None => answer,
    }
}

struct Meaning {
    status: StatusCode,
    /// A word for programs.
    code: &'static str,
    /// A sentence for people, without its full stop.
    sentence: &'static str,
}

/// What a refusal means to a client. The table stands in `docs/api.md` too.
fn meaning(code: ErrorCode) -> Meaning {
    let (status, code, sentence) = match code {
        ErrorCode::InvalidPhoneCallId => (
            StatusCode::NOT_FOUND,
            "no_such_call",
            "There is no such call, or it was over too long ago",
        ),
        ErrorCode::InvalidPhoneNumber | ErrorCode::InvalidSipUri => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "invalid_number",
            "This is no number or SIP address that can be dialled",
        ),
        ErrorCode::ItemNotFound | ErrorCode::InvalidIdMalformed | ErrorCode::InvalidIdEmpty => (
            StatusCode::UNPROCESSABLE_ENTITY,
            "no_such_item",
            "There is no such item",
        ),
        ErrorCode::PhoneNumberNotDialable
        | ErrorCode::UserNotUnifiedMessagingEnabled
        | ErrorCode::AccessDenied => (
            StatusCode::FORBIDDEN,
            "number_not_allowed",
            "You may not dial this number",
        ),
        ErrorCode::ExceededConnectionCount => (
            StatusCode::CONFLICT,
            "too_many_calls",
            "There are as many calls as there may be; end one first",
        ),
        ErrorCode::InsufficientResources => (
            StatusCode::SERVICE_UNAVAILABLE,
            "server_full",
            "The server has as many calls as it can carry",
        ),
        ErrorCode::ServerBusy => (
            StatusCode::SERVICE_UNAVAILABLE,
            "busy",
            "The server is busy, or is being stopped; try again in a moment",
        ),
        ErrorCode::IpGatewayNotFound => (
            StatusCode::SERVICE_UNAVAILABLE,
            "line_out_of_service",
            "The line is out of service",
        ),
        ErrorCode::UnifiedMessagingRequestFailed => (
            StatusCode::BAD_GATEWAY,
            "line_failed",
            "The line has failed",
        ),
        ErrorCode::TimeoutExpired => (
            StatusCode::GATEWAY_TIMEOUT,
            "not_confirmed",
            "The line has not confirmed the end, and the call is still up; try again",
        ),
        _ => (
            StatusCode::INTERNAL_SERVER_ERROR,
            "failed",
            "The server cannot do this now",
        ),
    };
    Meaning {
        status,
        code,
        sentence,
    }
}
