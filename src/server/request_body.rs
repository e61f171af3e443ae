//! What a request carries: read as a whole, or thrown away, and how much of it has come.

use super::Endpoint;
use super::http_answer::Answer;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::Request;
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

/// How much is read that nobody looks at.
pub(super) const MAX_DISCARDED: usize = 1024 * 1024;

/// Whether the request that a connection is in was received whole, or is answered already.
#[derive(Debug, Default)]
pub(super) struct Received(AtomicBool);

impl Received {
    /// Of a request that begins.
    pub fn begin(&self, request: &Request<Incoming>) {
        self.set(request.body().is_end_stream());
    }

    pub fn set(&self, received: bool) {
        self.0.store(received, Ordering::Relaxed);
    }

    pub fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Why a body could not be read.
pub(super) enum Unread {
    /// What still comes of it; nothing if its client waits to be told to send it.
    TooBig(Option<Incoming>),
    TooSlow,
    Broken,
}

impl Endpoint {
    /// Gives an answer that needs nothing of the request's body.
    pub(super) async fn skip(&self, request: Request<Incoming>, answer: Answer) -> Answer {
        // A client that waits for a 100 sends nothing.
        if request.headers().contains_key(header::EXPECT) {
            return closing(answer);
        }
        self.discard(request.into_body(), answer).await
    }

    /// Reads the body, and notes then that the request has come whole.
    pub(super) async fn read_body(
        &self,
        request: Request<Incoming>,
        received: &Received,
    ) -> Result<Bytes, Unread> {
        let limits = &self.rules().limits;
        let waits = request.headers().contains_key(header::EXPECT);
        let mut body = request.into_body();
        if body.size_hint().lower() > limits.max_body as u64 {
            return Err(match waits {
                true => Unread::TooBig(None),
                false => Unread::TooBig(Some(body)),
            });
        }
        let read = {
            let mut read = pin!(Limited::new(&mut body, limits.max_body).collect());
            // Most bodies come with their heads, and need no timer.
            match std::future::poll_fn(|cx| Poll::Ready(read.as_mut().poll(cx))).await {
                Poll::Ready(read) => Ok(read),
                Poll::Pending => tokio::time::timeout(limits.transfer_timeout, read).await,
            }
        };
        match read {
            Ok(Ok(body)) => {
                received.set(true);
                Ok(body.to_bytes())
            }
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(Unread::TooBig(Some(body))),
            Ok(Err(_)) => Err(Unread::Broken),
            Err(_) => Err(Unread::TooSlow),
        }
    }

    /// Throws away what still comes, up to a point, before the answer goes out: some clients send
    /// the first request without credentials, and whole, and a connection that is closed while its
    /// client sends is reset, so that the client may never see the answer. What is left over
    /// closes the connection.
    pub(super) async fn discard(
        &self,
        body: impl Into<Option<Incoming>>,
        answer: Answer,
    ) -> Answer {
        let Some(mut body) = body.into() else {
            return closing(answer);
        };
        let mut left = MAX_DISCARDED;
        let discard = async {
            while let Some(frame) = body.frame().await {
                let Ok(frame) = frame else {
                    return false;
                };
                left = match left.checked_sub(frame.data_ref().map_or(0, |data| data.len())) {
                    Some(left) => left,
                    None => return false,
                };
            }
            true
        };
        match tokio::time::timeout(self.rules().limits.transfer_timeout, discard).await {
            Ok(true) => answer,
            _ => closing(answer),
        }
    }
}

/// The last answer on its connection.
pub(super) fn closing(mut answer: Answer) -> Answer {
    let close = HeaderValue::from_static("close");
    answer.headers_mut().insert(header::CONNECTION, close);
    answer
}
