//! What clients ask for, done with the engine: each once, under the user's rights, and without
//! waiting for a provider.

use super::node::{Held, Hub, Word};
use super::session::{Live, Part};
use super::telling::outcome;
use crate::engine::{Call, CallHandle, Cause, Error, ErrorKind, Result, State};
use crate::pool::meaning::{self, OVER};
use tapi3_bus::{Ask, CallNews, Seen};

/// The most calls that a session may have at once.
const MAX_CALLS: usize = 4096;

const NO_LINE: Error = Error::new(
    ErrorKind::AccessDenied,
    "The node has no such line for this user.",
);

const TOO_MANY_CALLS: Error = Error::new(
    ErrorKind::CallUnavailable,
    "The client has as many calls as one may have.",
);

const NOT_AGAIN: Error = Error::new(
    ErrorKind::OperationFailed,
    "The node does not know any more whether this was done, or has too much to do.",
);

/// Why something is not done that is about what a later word has changed already.
pub(super) const TOO_LATE: Error = Error::new(
    ErrorKind::OperationFailed,
    "This comes too late: something else was asked for since.",
);

const UNKNOWN: Error = Error::new(
    ErrorKind::NotSupported,
    "The node does not know this operation; it may be of an older version.",
);

impl Hub {
    /// Does what is asked for, unless that was done before: then the answer is given again.
    pub async fn carry_out(&mut self, client: &str, op: u64, ask: Ask) {
        let Some(session) = self.sessions.get_mut(client) else {
            return;
        };
        match session.operations.begin(op) {
            Seen::New => {}
            Seen::UnderWay => return,
            Seen::Done(answer) => {
                let answer = answer.clone();
                return self.tell(client, answer).await;
            }
            Seen::Forgotten | Seen::Full => {
                return self.tell(client, outcome(op, Err(NOT_AGAIN))).await;
            }
        }
        let done = match ask {
            Ask::Make {
                call,
                line,
                destination,
                media,
                address_type,
            } => {
                let kind = (media, address_type);
                let made = self.make(client, op, call, &line, destination, kind);
                if let Err(error) = &made {
                    self.not_placed(client, call, error).await;
                }
                made
            }
            Ask::Drop { call, reason } => return self.end(client, op, call, reason).await,
            Ask::Answer { call } => {
                if let Some(session) = self.sessions.get_mut(client) {
                    session.answers(call, op);
                }
                self.later(client, op, call, |handle| handle.answer())
            }
            Ask::Hold { call } => self.later(client, op, call, |handle| handle.hold()),
            Ask::Unhold { call } => self.later(client, op, call, |handle| handle.unhold()),
            Ask::Swap { call, held } => match self.handle(client, held) {
                Ok(held) => self.later(client, op, call, move |handle| handle.swap(&held)),
                Err(error) => Err(error),
            },
            Ask::BlindTransfer { call, destination } => {
                if let Ok(handle) = self.handle(client, call) {
                    if let Some(held) = self.held.get_mut(&handle.call.id()) {
                        held.leaving = true;
                    }
                }
                self.later(client, op, call, move |handle| {
                    handle.blind_transfer(&destination)
                })
            }
            Ask::Dial { call, digits } => {
                self.later(client, op, call, move |handle| handle.dial(&digits))
            }
            Ask::Sound { call, plays, hears } => self.sound(client, op, call, [plays, hears]),
            Ask::SendDigits {
                call,
                digits,
                each_ms,
                gap_ms,
            } => self.send_digits(client, op, call, &digits, [each_ms, gap_ms]),
            Ask::StopDigits { call } => self.stop_digits(client, op, call),
            Ask::HearDigits { call } => self.hear_digits(client, call),
            _ => Err(UNKNOWN),
        };
        match done {
            Ok(Later::Yes) => {}
            Ok(Later::No) => self.answer(client, op, Ok(())).await,
            Err(error) => self.answer(client, op, Err(error)).await,
        }
    }

    pub fn handle(&self, client: &str, call: u64) -> Result<CallHandle> {
        let session = self.sessions.get(client).ok_or(OVER)?;
        let live = session.live(call).ok_or(OVER)?;
        Ok(live.handle.clone())
    }

    /// Does something that may take its time, on a thread that may wait.
    fn later(
        &self,
        client: &str,
        op: u64,
        call: u64,
        act: impl FnOnce(CallHandle) -> Result<()> + Send + 'static,
    ) -> Result<Later> {
        let handle = self.handle(client, call)?;
        let about = handle.clone();
        self.wait(client, op, (about, None), move || act(handle));
        Ok(Later::Yes)
    }

    fn wait(
        &self,
        client: &str,
        op: u64,
        (handle, placed): (CallHandle, Option<u64>),
        act: impl FnOnce() -> Result<()> + Send + 'static,
    ) {
        let (words, client) = (self.words.clone(), client.to_owned());
        self.threads.run(move || {
            let result = act();
            // The node has ended if nobody takes it.
            let _ = words.send(Word::Outcome {
                client,
                op,
                handle,
                placed,
                result,
            });
        });
    }

    fn make(
        &mut self,
        client: &str,
        op: u64,
        number: u64,
        line: &str,
        destination: String,
        (media, address_type): (u32, u32),
    ) -> Result<Later> {
        let line = self.line(client, line).ok_or(NO_LINE)?;
        let session = self.sessions.get_mut(client).ok_or(OVER)?;
        if !session.is_free(number) {
            // It was hung up before this came.
            return Err(OVER);
        }
        if session.count_live() >= MAX_CALLS {
            return Err(TOO_MANY_CALLS);
        }
        let handle = Call::outgoing(&self.client, &line, destination, media, address_type)?;
        handle.attach()?;
        let live = Live::new(handle.clone(), true);
        session.calls.insert(number, Part::Live(live));
        let mut held = Held::new(handle.clone());
        held.parts.push((client.to_owned(), number));
        self.held.insert(handle.call.id(), held);
        match handle.place() {
            Ok(None) => Ok(Later::No),
            Ok(Some(placing)) => {
                self.wait(client, op, (handle, Some(number)), move || placing.wait());
                Ok(Later::Yes)
            }
            Err(error) => Err(error),
        }
    }

    /// A call was not placed, or not in time. One that has come to nothing is forgotten.
    pub async fn not_placed(&mut self, client: &str, number: u64, error: &Error) {
        let Ok(handle) = self.handle(client, number) else {
            return;
        };
        match handle.call.state() {
            State::Disconnected => {
                let cause = handle.call.cause();
                self.changed(&handle.call, State::Disconnected, cause).await;
            }
            State::Idle if error.kind() != ErrorKind::Timeout => {
                self.held.remove(&handle.call.id());
                handle.detach();
                if let Some(session) = self.sessions.get_mut(client) {
                    session.forget(number);
                }
            }
            // The client has given it up: it must not come about any more.
            State::Idle => {
                if let Some(held) = self.held.get_mut(&handle.call.id()) {
                    held.parts.clear();
                }
                if let Some(session) = self.sessions.get_mut(client) {
                    session.end(never(number));
                }
                self.end_orphan(handle);
            }
            // It has come about meanwhile: the client hears that first, and keeps the call. The
            // event that says so may still be on its way.
            state => {
                let cause = handle.call.cause();
                self.changed(&handle.call, state, cause).await;
            }
        }
    }

    /// Ends a call in whatever state it is; one that is not known here is not to begin any more.
    async fn end(&mut self, client: &str, op: u64, number: u64, reason: u32) {
        let Some(session) = self.sessions.get_mut(client) else {
            return;
        };
        let Some(live) = session.live(number) else {
            // The numbers of calls that come in are the node's to give.
            if session.is_free(number) {
                session.end(never(number));
            }
            return self.answer(client, op, Ok(())).await;
        };
        let handle = live.handle.clone();
        let reason = meaning::reason(reason);
        match handle.hang_up(reason) {
            Ok(Some(_)) => {
                self.settle(&handle).await;
                self.answer(client, op, Ok(())).await;
            }
            Ok(None) => {
                let about = (handle.clone(), None);
                self.wait(client, op, about, move || {
                    handle.disconnect(reason).map(drop)
                });
            }
            Err(error) => self.answer(client, op, Err(error)).await,
        }
    }

    /// How a call ended is told before the answer that it has.
    pub async fn settle(&mut self, handle: &CallHandle) {
        let call = &handle.call;
        if call.state() == State::Disconnected {
            let cause = call.cause();
            self.changed(call, State::Disconnected, cause).await;
        }
    }
}

/// What is to be said of a call that is not to come about.
fn never(call: u64) -> CallNews {
    CallNews {
        call,
        state: State::Disconnected as u32,
        cause: Cause::Cancelled as u32,
        ..Default::default()
    }
}

/// Whether an operation is answered later.
pub(super) enum Later {
    Yes,
    No,
}
