//! What the JSON API answers with: a value, or in words what is wrong.

use super::super::http_answer::{Answer, retry_after};
use super::super::operations::Refused;
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
    answer
}

/// What is wrong with a request.
pub(super) fn problem(status: StatusCode, code: &str, message: &str) -> Answer {
    json(status, &Problem { code, message })
}

/// What is said of an operation that was refused.
pub(super) fn refusal(refused: &Refused) -> Answer {
    let (status, code) = meaning(refused.code);
    let answer = problem(status, code, &refused.reason);
    match refused.back_off {
        Some(wait) => retry_after(answer, wait),
        None => answer,
    }
}

/// The HTTP status of a refusal, and the word for it. The table stands in `docs/api.md` too.
fn meaning(code: ErrorCode) -> (StatusCode, &'static str) {
    match code {
        ErrorCode::InvalidPhoneCallId => (StatusCode::NOT_FOUND, "no_such_call"),
        ErrorCode::InvalidPhoneNumber | ErrorCode::InvalidSipUri => {
            (StatusCode::UNPROCESSABLE_ENTITY, "invalid_number")
        }
        ErrorCode::ItemNotFound | ErrorCode::InvalidIdMalformed | ErrorCode::InvalidIdEmpty => {
            (StatusCode::UNPROCESSABLE_ENTITY, "no_such_item")
        }
        ErrorCode::PhoneNumberNotDialable
        | ErrorCode::UserNotUnifiedMessagingEnabled
        | ErrorCode::AccessDenied => (StatusCode::FORBIDDEN, "number_not_allowed"),
        ErrorCode::ExceededConnectionCount => (StatusCode::CONFLICT, "too_many_calls"),
        ErrorCode::InsufficientResources => (StatusCode::SERVICE_UNAVAILABLE, "server_full"),
        ErrorCode::ServerBusy => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
        ErrorCode::IpGatewayNotFound => (StatusCode::SERVICE_UNAVAILABLE, "line_out_of_service"),
        ErrorCode::UnifiedMessagingRequestFailed => (StatusCode::BAD_GATEWAY, "line_failed"),
        ErrorCode::TimeoutExpired => (StatusCode::GATEWAY_TIMEOUT, "not_confirmed"),
        _ => (StatusCode::INTERNAL_SERVER_ERROR, "failed"),
    }
}
