//! The HTTP answers that the endpoint gives.

use super::body::AnswerBody;
use crate::soap::HttpAnswer;
use hyper::header::{self, HeaderValue};
use hyper::{Response, StatusCode};
use std::time::Duration;

/// An answer.
pub(super) type Answer = Response<AnswerBody>;

/// An answer in words.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Answer {
    let mut answer = Answer::new(text.into());
    *answer.status_mut() = status;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    answer
}

/// A SOAP message.
pub(super) fn soap_answer(message: HttpAnswer) -> Answer {
    let mut answer = Answer::new(message.body.into());
    let status = StatusCode::from_u16(message.status);
    *answer.status_mut() = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_static(message.content_type);
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// Says when to ask again, in whole seconds (RFC 9110 §10.2.3).
pub(super) fn retry_after(mut answer: Answer, wait: Duration) -> Answer {
    let seconds = wait.as_secs_f64().ceil().max(1.0);
    let value = HeaderValue::from(seconds as u64);
    answer.headers_mut().insert(header::RETRY_AFTER, value);
    answer
}
