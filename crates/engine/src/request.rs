//! A request to a provider, from the asking to the answer.

use super::asking::Askers;
use super::call::Call;
use super::changes::News;
use super::error::{Error, ErrorKind, Result};
use super::mix::Part;
use super::provider::NOT_SUPPORTED;
use super::state::Cause;
use std::time::Duration;

/// What was asked, and so what a success means for the calls.
#[derive(Debug, Clone)]
pub(super) enum Request {
    Make,
    Answer,
    Drop,
    Hold,
    Unhold,
    /// The other call comes back from hold.
    Swap(Call),
    /// The call leaves us: transferred, parked or out of its conference.
    Leave(Cause),
    /// Unpark and pickup.
    Take,
    Dial,
    /// This call is the consultation; the other is the original.
    CompleteTransfer(Call),
    /// This call is the consultation; the other is the original.
    Join(Call),
    /// As `Join`, where no line does it.
    Mix(Call),
    /// The call comes back from hold for that, and its state follows later.
    TakeBack(Part),
    /// It goes back on hold, since nothing came of it.
    PutBack(Part),
}

impl Request {
    /// Whether an idle call begins to live by it.
    pub fn places(&self) -> bool {
        matches!(self, Request::Make | Request::Take)
    }

    /// The call that this one was the consultation for when the request was made.
    pub fn original(&self) -> Option<Call> {
        match self {
            Request::CompleteTransfer(original)
            | Request::Join(original)
            | Request::Mix(original) => Some(original.clone()),
            _ => None,
        }
    }
}

/// What a successful reply brings along, such as a park address.
pub(super) type Answer = Option<String>;

/// One place for a request under way. A call has two: one for hang-ups, one for all else, so that
/// nothing can stand in the way of a hang-up.
#[derive(Debug, Default)]
pub(super) struct Slot {
    pub serial: u32,
    pub busy: bool,
    /// How often the provider was asked and has not answered.
    open: u32,
    /// When the waiting ends; set by the first thread that really waits.
    pub deadline: Option<Duration>,
    pub result: Option<Result<Answer>>,
    /// Whether nobody waits for the result, because the askers are told of it.
    pub asked: bool,
    /// Who is to be told of the result by an event.
    pub askers: Askers,
}

impl Slot {
    /// Takes the slot for a new request.
    pub fn begin(&mut self) -> u32 {
        // Zero is the serial of replies that nobody waits for.
        self.serial = self.serial.checked_add(1).unwrap_or(1);
        self.busy = true;
        self.open = 1;
        self.deadline = None;
        self.result = None;
        self.asked = false;
        self.serial
    }

    /// The request under way is asked once more: it has failed when each asking has, since a provider
    /// may give up one for the other. Returns zero if none is under way.
    pub fn again(&mut self) -> u32 {
        if !self.busy {
            return 0;
        }
        self.open += 1;
        self.serial
    }

    /// One asking of request `serial` has failed. Whether another may still succeed.
    pub fn has_another(&mut self, serial: u32) -> bool {
        let another = self.busy && self.serial == serial && self.open > 1;
        self.open -= u32::from(another);
        another
    }

    /// Stores the result of request `serial`, unless its caller has given up.
    pub fn finish(&mut self, serial: u32, result: Result<Answer>) {
        if self.busy && self.serial == serial {
            self.busy = false;
            self.result = (!self.asked).then_some(result);
        }
    }

    /// Tells those who asked for request `serial`, if it is still under way.
    pub fn tell(&mut self, call: &Call, serial: u32, result: &mut Result<Answer>) {
        if self.busy && self.serial == serial {
            self.askers.tell(call, result);
        }
    }

    /// Gives up waiting.
    pub fn abandon(&mut self, error: Error) {
        self.busy = false;
        self.result = Some(Err(error));
    }
}

/// The provider's answer to one request. It completes once: by a method, or as a failure when it
/// is dropped. An answer that comes after the caller has given up still moves the call.
#[derive(Debug)]
pub struct Reply {
    open: Option<(Call, Request)>,
    serial: u32,
}

impl Reply {
    pub(super) fn new(call: Call, request: Request, serial: u32) -> Self {
        Reply {
            open: Some((call, request)),
            serial,
        }
    }

    /// The calls of a conference are not joined by their line.
    pub(super) fn for_mix(mut self) -> Self {
        if let Some((_, request @ Request::Join(_))) = &mut self.open {
            if let Some(original) = request.original() {
                *request = Request::Mix(original);
            }
        }
        self
    }

    /// The operation succeeded.
    pub fn ok(self) {
        self.complete(Ok(None));
    }

    /// The operation succeeded and found this out, such as the address where a call is parked.
    pub fn ok_with(self, text: String) {
        self.complete(Ok(Some(text)));
    }

    /// The operation failed; the call is as it was.
    pub fn fail(self, error: Error) {
        self.complete(Err(error));
    }

    /// The provider does not offer the operation.
    pub fn not_supported(self) {
        self.fail(NOT_SUPPORTED);
    }

    /// The operation succeeded, and then this happened to the call, all at once for whoever looks.
    pub fn ok_and(mut self, news: impl IntoIterator<Item = News>) {
        if let Some((call, request)) = self.open.take() {
            call.completed(request, self.serial, Ok(None), news);
        }
    }

    /// The number of the call that it is about.
    pub fn call_id(&self) -> u64 {
        self.open.as_ref().map_or(0, |(call, _)| call.id())
    }

    fn complete(mut self, result: Result<Answer>) {
        if let Some((call, request)) = self.open.take() {
            call.completed(request, self.serial, result, None);
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        if let Some((call, request)) = self.open.take() {
            let error = Error::new(
                ErrorKind::OperationFailed,
                "The provider gave the request up without an answer.",
            );
            call.completed(request, self.serial, Err(error), None);
        }
    }
}
