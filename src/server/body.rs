//! The body of an answer: whole and known, or one that goes on for as long as its reader stays.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc;

/// What an answer says.
pub(super) enum AnswerBody {
    /// All of it; `None` once it is taken.
    Whole(Option<Bytes>),
    /// Piece by piece. It is over when the sender is dropped; whoever sends learns that the reader
    /// has gone from the channel, which is closed then.
    Going(mpsc::Receiver<Bytes>),
}

impl<T: Into<Bytes>> From<T> for AnswerBody {
    fn from(text: T) -> Self {
        AnswerBody::Whole(Some(text.into()).filter(|text| !text.is_empty()))
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match &mut *self {
            AnswerBody::Whole(text) => Poll::Ready(text.take().map(|text| Ok(Frame::data(text)))),
            AnswerBody::Going(pieces) => {
                let piece = pieces.poll_recv(cx);
                piece.map(|piece| piece.map(|piece| Ok(Frame::data(piece))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, AnswerBody::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            AnswerBody::Whole(text) => {
                SizeHint::with_exact(text.as_ref().map_or(0, |text| text.len() as u64))
            }
            AnswerBody::Going(_) => SizeHint::default(),
        }
    }
}
