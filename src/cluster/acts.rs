//! What clients ask for, done with the engine: each once, under the user's rights, and without
//! waiting for a provider.

use super::node::{About, Held, Hub, Word};
use super::session::{Live, Part, Setting};
use super::telling::outcome;
use crate::engine::{Call, CallHandle, Cause, Error, ErrorKind, FinishMode, Line, Result, State};
use crate::pool::meaning::{self, OVER};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tapi3_bus::{Ask, Beginning, CallNews, Seen, Tell};

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

const TOO_MUCH: Error = Error::new(
    ErrorKind::InvalidArgument,
    "This is more forwarding than a line of another machine has.",
);

const FAILED: Error = Error::new(
    ErrorKind::OperationFailed,
    "The line's provider has broken off; the node's log says where.",
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
            Ask::Make(begin) => self.begin(client, op, begin, Way::Placed).await,
            Ask::Unpark(begin) => self.begin(client, op, begin, Way::Unparked).await,
            Ask::Pickup(begin) => self.begin(client, op, begin, Way::PickedUp).await,
            Ask::Drop { call, reason } => return self.end(client, op, call, reason).await,
            Ask::Answer { call } => {
                let handle = self.handle(client, call);
                let rings = (handle.as_ref()).is_ok_and(|it| it.call.state() == State::Offering);
                // Of one that somebody has answered it gets no part by asking.
                if let (true, Some(session)) = (rings, self.sessions.get_mut(client)) {
                    session.answers(call, op);
                }
                self.later(client, op, handle, |handle| handle.answer())
            }
            Ask::Hold { call } => {
                self.later(client, op, self.part(client, call), |handle| handle.hold())
            }
            Ask::Unhold { call } => self.later(client, op, self.part(client, call), |handle| {
                handle.unhold()
            }),
            Ask::Swap { call, held } => match self.part(client, held) {
                Ok(held) => self.later(client, op, self.part(client, call), move |handle| {
                    handle.swap(&held)
                }),
                Err(error) => Err(error),
            },
            Ask::Redirect { call, destination } => {
                self.leave_call(client, op, call, move |handle| {
                    handle.redirect(&destination).map(nothing)
                })
            }
            Ask::BlindTransfer { call, destination } => {
                self.leave_call(client, op, call, move |handle| {
                    handle.blind_transfer(&destination).map(nothing)
                })
            }
            Ask::Leave { call } => self.leave_call(client, op, call, |handle| {
                handle.leave_conference().map(nothing)
            }),
            Ask::Park { call, address } => self.leave_call(client, op, call, move |handle| {
                handle.park(address.as_deref())
            }),
            Ask::CompleteTransfer { call, consult } => {
                self.finish(client, op, [call, consult], FinishMode::Transfer)
            }
            Ask::Join { call, consult } => {
                self.finish(client, op, [call, consult], FinishMode::Conference)
            }
            Ask::Dial { call, digits } => {
                self.later(client, op, self.part(client, call), move |handle| {
                    handle.dial(&digits)
                })
            }
            Ask::Forward { line, forwards } => {
                let rules = meaning::rules(forwards);
                match meaning::forwards(&rules) {
                    Ok(carried) if carried.len() == rules.len() => {
                        self.change(client, op, (Setting::Forwarding, line), |line| {
                            line.set_forwarding(rules)
                        })
                    }
                    // Nobody could be told of all of it.
                    Ok(_) => Err(TOO_MUCH),
                    Err(no_memory) => Err(no_memory.into()),
                }
            }
            Ask::DoNotDisturb { line, on } => {
                let set = move |line: Arc<Line>| line.set_do_not_disturb(on);
                self.change(client, op, (Setting::DoNotDisturb, line), set)
            }
            Ask::MessageWaiting { line, on } => {
                let set = move |line: Arc<Line>| line.set_message_waiting(on);
                self.change(client, op, (Setting::MessageWaiting, line), set)
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
            Ok(Later::No) => self.answer(client, op, Ok(String::new())).await,
            Err(error) => self.answer(client, op, Err(error)).await,
        }
    }

    pub fn handle(&self, client: &str, call: u64) -> Result<CallHandle> {
        let session = self.sessions.get(client).ok_or(OVER)?;
        let live = session.live(call).ok_or(OVER)?;
        Ok(live.handle.clone())
    }

    /// The call of this number, if the session may do something with it: with one that rings whoever
    /// it was offered to, with any other who has a part in it.
    fn part(&self, client: &str, call: u64) -> Result<CallHandle> {
        let handle = self.handle(client, call)?;
        if handle.call.state() != State::Offering {
            self.has_part(client, call)?;
        }
        Ok(handle)
    }

    /// Does something that may take its time, on a thread that may wait.
    fn later(
        &self,
        client: &str,
        op: u64,
        handle: Result<CallHandle>,
        act: impl FnOnce(CallHandle) -> Result<()> + Send + 'static,
    ) -> Result<Later> {
        let handle = handle?;
        let about = About::Call(handle.clone());
        Ok(self.wait(client, op, about, move || act(handle).map(nothing)))
    }

    /// As [`Hub::later`], something by which the call ends for the session: that it was done is told
    /// before its end.
    fn leave_call(
        &mut self,
        client: &str,
        op: u64,
        call: u64,
        act: impl FnOnce(CallHandle) -> Result<String> + Send + 'static,
    ) -> Result<Later> {
        let handle = self.part(client, call)?;
        self.is_left(client, op, &handle);
        let about = About::Call(handle.clone());
        Ok(self.wait(client, op, about, move || act(handle)))
    }

    fn is_left(&mut self, client: &str, op: u64, handle: &CallHandle) {
        if let Some(held) = self.held.get_mut(&handle.call.id()) {
            held.leaving.get_or_insert_with(|| (client.to_owned(), op));
        }
    }

    /// Ends a consultation: of the two calls the first has waited for it.
    fn finish(
        &mut self,
        client: &str,
        op: u64,
        [call, consult]: [u64; 2],
        mode: FinishMode,
    ) -> Result<Later> {
        let (original, consult) = (self.part(client, call)?, self.part(client, consult)?);
        if mode == FinishMode::Transfer {
            // The other may be over long before, which is no answer to this.
            self.is_left(client, op, &consult);
        }
        let about = About::Call(consult.clone());
        Ok(self.wait(client, op, about, move || {
            // The client's engine has seen to the rest: the one waits, the other talks.
            match mode {
                FinishMode::Transfer => original.transfer(&consult, false)?,
                FinishMode::Conference => original.conference(&consult, false)?,
            }
            let finished = consult.finish(mode);
            if finished.is_err() {
                // What becomes of the two is the client's to say.
                original.untie(&consult);
            }
            finished.map(nothing)
        }))
    }

    /// Changes something about a line.
    fn change(
        &mut self,
        client: &str,
        op: u64,
        what: (Setting, String),
        act: impl FnOnce(Arc<Line>) -> Result<()> + Send + 'static,
    ) -> Result<Later> {
        let line = self.line(client, &what.1).ok_or(NO_LINE)?;
        let session = self.sessions.get_mut(client).ok_or(OVER)?;
        let latest = session.changes.entry(what).or_default();
        if op < *latest {
            return Err(TOO_LATE);
        }
        *latest = op;
        let words = self.words.clone();
        Ok(self.wait(client, op, About::Line, move || {
            act(line)?;
            // Not of every change does an event tell. The node has ended if nobody takes it.
            let _ = words.send(Word::LineChanged);
            Ok(String::new())
        }))
    }

    fn wait(
        &self,
        client: &str,
        op: u64,
        about: About,
        act: impl FnOnce() -> Result<String> + Send + 'static,
    ) -> Later {
        let (words, client) = (self.words.clone(), client.to_owned());
        self.threads.run(move || {
            // A provider that panics must not leave whoever asked without an answer.
            let result = unbroken(act);
            // The node has ended if nobody takes it.
            let _ = words.send(Word::Outcome {
                client,
                op,
                about,
                result,
            });
        });
        Later::Yes
    }

    async fn begin(&mut self, client: &str, op: u64, begin: Beginning, way: Way) -> Result<Later> {
        let number = begin.call;
        let begun = self.try_to_begin(client, op, begin, way);
        match &begun {
            Ok(Later::No) => {
                if let Ok(handle) = self.handle(client, number) {
                    self.tell_lack(&handle).await;
                }
            }
            Ok(Later::Yes) => {}
            Err(error) => self.not_placed(client, number, error).await,
        }
        begun
    }

    fn try_to_begin(&mut self, client: &str, op: u64, begin: Beginning, way: Way) -> Result<Later> {
        let number = begin.call;
        let line = self.line(client, &begin.line).ok_or(NO_LINE)?;
        let session = self.sessions.get_mut(client).ok_or(OVER)?;
        if !session.is_free(number) {
            // It was hung up before this came.
            return Err(OVER);
        }
        if session.count_live() >= MAX_CALLS {
            return Err(TOO_MANY_CALLS);
        }
        let (media, kind) = (begin.media, begin.address_type);
        let handle = Call::outgoing(&self.client, &line, begin.destination, media, kind)?;
        handle.attach()?;
        let live = Live::new(handle.clone(), true);
        session.calls.insert(number, Part::Live(live));
        let mut held = Held::new(handle.clone());
        held.parts.push((client.to_owned(), number));
        self.held.insert(handle.call.id(), held);
        // The provider works on this thread, which must go on if it panics.
        let began = unbroken(|| match way {
            Way::Placed => handle.place(),
            Way::Unparked => handle.begin_unparking(),
            Way::PickedUp => handle.begin_picking_up(begin.group.as_deref()),
        });
        let Some(placing) = began? else {
            return Ok(Later::No);
        };
        if !matches!(way, Way::Placed) {
            self.is_left(client, op, &handle);
        }
        let about = About::Beginning(handle, number);
        Ok(self.wait(client, op, about, move || placing.wait().map(nothing)))
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
            return self.answer(client, op, Ok(String::new())).await;
        };
        let handle = live.handle.clone();
        if self.part(client, number).is_err() {
            // It is another user's: it ends for this session alone.
            self.lose_part(client, number, &handle).await;
            return self.answer(client, op, Ok(String::new())).await;
        }
        let reason = meaning::reason(reason);
        match unbroken(|| handle.hang_up(reason)) {
            Ok(Some(_)) => {
                self.settle(&handle).await;
                self.answer(client, op, Ok(String::new())).await;
            }
            Ok(None) => {
                let about = About::Call(handle.clone());
                self.wait(client, op, about, move || {
                    handle.disconnect(reason).map(|_| String::new())
                });
            }
            Err(error) => self.answer(client, op, Err(error)).await,
        }
    }

    /// A session has no part in a call any more, which goes on.
    async fn lose_part(&mut self, client: &str, number: u64, handle: &CallHandle) {
        if let Some(held) = self.held.get_mut(&handle.call.id()) {
            held.parts.retain(|(of, _)| of != client);
        }
        let over = CallNews {
            call: number,
            state: State::Disconnected as u32,
            cause: Cause::Normal as u32,
            ..Default::default()
        };
        if let Some(session) = self.sessions.get_mut(client) {
            session.end(over.clone());
        }
        self.tell(client, Tell::Call(over)).await;
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

/// Has a provider do something that it may panic at: the thread goes on, and so do other calls.
pub(super) fn unbroken<T>(act: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or(Err(FAILED))
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

/// How a call begins.
#[derive(Debug, Clone, Copy)]
enum Way {
    Placed,
    Unparked,
    PickedUp,
}

/// What most operations find out.
fn nothing(_done: ()) -> String {
    String::new()
}

/// Whether an operation is answered later.
pub(super) enum Later {
    Yes,
    No,
}
