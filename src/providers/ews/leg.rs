//! One call, from PlayOnPhone to its end: a task that asks the server how the call is, and tells it
//! to end the call when the application wants that.

use super::control::{Control, NewCall};
use super::meaning;
use super::service::{Failure, Service};
use crate::engine::{Call, Cause, Error, ErrorKind, Reply, State};
use crate::shared::Shared;
use crate::soap::{PhoneCallId, PhoneCallState};
use std::pin::pin;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout, timeout_at};
use tokio_util::sync::CancellationToken;

/// First and longest pause between two tries of something that fails, and the longest when nobody
/// waits.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
const LONG_PAUSE: Duration = Duration::from_secs(30);

/// How many answers to a hang-up may make no sense before we give up.
const MAX_NONSENSE: u32 = 3;

/// How long the server has to end a call once the line is closed.
pub(super) const LAST_WORDS: Duration = Duration::from_secs(4);

/// How long a call that nobody here has any more is tried to be ended on the server.
const FAREWELL: Duration = Duration::from_secs(600);

/// What the task knows.
struct Leg {
    call: Call,
    control: Shared<Control>,
    closing: CancellationToken,
    operation_timeout: Duration,
}

/// Places a call and follows it to its end. `operation_timeout` is how long the engine waits for an
/// answer.
pub(super) async fn run(new: NewCall, operation_timeout: Duration, closing: CancellationToken) {
    let NewCall {
        call,
        control,
        reply,
        admitted: _admitted,
    } = new;
    let leg = Leg {
        call,
        control,
        closing,
        operation_timeout,
    };
    if let Some(id) = leg.place(reply).await {
        let placed = Placed(&leg);
        leg.follow(&id).await;
        drop(placed);
    }
    // Whoever wants it to end now is right already.
    leg.control.over();
}

/// A call that the server has. Should its task break off, the application does not wait for it.
struct Placed<'a>(&'a Leg);

impl Drop for Placed<'_> {
    fn drop(&mut self) {
        if self.0.call.state() != State::Disconnected {
            let number = self.0.call.id();
            tracing::warn!("call {number} was left, and may still be up on the server");
            self.0.over(Cause::Failed);
        }
    }
}

/// Pauses between tries, each twice as long as the one before.
struct Pause {
    next: Duration,
    longest: Duration,
}

impl Pause {
    fn up_to(longest: Duration) -> Self {
        Pause {
            next: FIRST_PAUSE,
            longest,
        }
    }

    fn next(&mut self) -> Duration {
        let pause = self.next;
        self.next = (pause * 2).min(self.longest);
        pause
    }
}

/// How much is done for a call to end on the server.
#[derive(Clone, Copy)]
struct Effort {
    time: Duration,
    /// Whether to try again what a server has refused; not what it let nobody in for.
    stubborn: bool,
}

impl Leg {
    fn service(&self) -> &Service {
        self.control.service()
    }

    /// How long something is tried that the application waits for. Less than the engine waits, so
    /// that the application hears our words and not only that time has run out.
    fn patience(&self) -> Duration {
        self.operation_timeout.mul_f64(0.9)
    }

    /// PlayOnPhone. It is sent again only if the server says that it did nothing.
    async fn place(&self, reply: Reply) -> Option<PhoneCallId> {
        let destination = self.call.destination();
        let deadline = Instant::now() + self.patience();
        let mut pause = Pause::up_to(LONGEST_PAUSE);
        let fail = |reply: Reply, error| {
            // The application may place the next call as soon as it hears of this one.
            self.control.free_place();
            reply.fail(error);
            None
        };
        loop {
            // The hang-up may have come before this task was there to hear it.
            if self.call.state() == State::Disconnected || self.control.is_wanted_over() {
                return fail(reply, GIVEN_UP);
            }
            let failure = match self.service().play(destination).await {
                Ok(id) => {
                    reply.ok();
                    self.call.progressing();
                    return Some(id);
                }
                Err(failure) => failure,
            };
            let wait = match &failure {
                Failure::Busy(wait, _) => Some((*wait).max(pause.next())),
                _ => None,
            };
            // Nothing is dialled any more once the engine has given the call up.
            let Some(wait) = wait.filter(|wait| Instant::now() + *wait < deadline) else {
                let error = failure.into_error();
                tracing::warn!("call {} was not placed: {error}", self.call.id());
                return fail(reply, error);
            };
            tokio::select! {
                () = sleep(wait) => {}
                () = self.control.wanted_over() => {}
                () = self.closing.cancelled() => return fail(reply, GIVEN_UP),
            }
        }
    }

    /// Watches the call until it is over.
    async fn follow(&self, id: &PhoneCallId) {
        let config = &self.service().config;
        let mut heard = Instant::now();
        let mut trouble: Option<Pause> = None;
        let mut usual = config.poll_while_calling;
        let mut pause = usual.min(FIRST_PAUSE);
        loop {
            if self.call.state() == State::Disconnected && !self.control.is_wanted_over() {
                // The engine gave the call up; the server does not know.
                self.control.free_place();
                return self.end_unheard(id).await;
            }
            let ask = async {
                sleep(pause).await;
                self.service().information(id).await
            };
            let answer = tokio::select! {
                biased;
                // A hang-up waits for nothing, not even for an answer that is on its way.
                () = self.control.wanted_over() => match self.end(id, Effort { time: self.patience(), stubborn: false }).await {
                    Ok(()) => {
                        self.control.over();
                        return self.call.disconnected(Cause::Normal);
                    }
                    Err(error) => {
                        tracing::warn!("call {} was not hung up: {error}", self.call.id());
                        self.control.fail(&error);
                        if self.closing.is_cancelled() {
                            return self.over(Cause::Normal);
                        }
                        heard = Instant::now();
                        continue;
                    }
                },
                () = self.closing.cancelled() => {
                    self.end_unheard(id).await;
                    return self.over(Cause::Normal);
                }
                answer = ask => answer,
            };
            match answer {
                Ok(information) => {
                    heard = Instant::now();
                    if trouble.take().is_some() {
                        tracing::info!("the server speaks of call {} again", self.call.id());
                    }
                    usual = match information.state {
                        PhoneCallState::Disconnected => {
                            self.control.free_place();
                            return meaning::tell(&self.call, &information);
                        }
                        PhoneCallState::Connected => config.poll_while_connected,
                        _ => config.poll_while_calling,
                    };
                    meaning::tell(&self.call, &information);
                    pause = usual;
                }
                Err(Failure::Gone) => {
                    tracing::info!("the server has forgotten call {}", self.call.id());
                    return self.over(meaning::of_gone(self.call.state()));
                }
                Err(failure) => {
                    let wait = match &failure {
                        // The server is there, and will speak of the call when it has time.
                        Failure::Busy(wait, _) => {
                            heard = Instant::now();
                            Some(*wait)
                        }
                        _ => None,
                    };
                    let lost = heard.elapsed() >= config.lost_after;
                    let words = failure.words();
                    if lost {
                        tracing::warn!("call {} is lost: {words}", self.call.id());
                        self.over(Cause::Failed);
                        // The server may come back, and may have the call still.
                        return self.end_unheard(id).await;
                    }
                    if trouble.is_none() {
                        tracing::warn!("call {}: {words}", self.call.id());
                    } else {
                        tracing::debug!("call {}: {words}", self.call.id());
                    }
                    let trouble = trouble.get_or_insert_with(|| Pause::up_to(LONGEST_PAUSE));
                    pause = wait.unwrap_or_else(|| trouble.next()).max(usual);
                }
            }
        }
    }

    /// The call is over, and its place on the line free.
    fn over(&self, cause: Cause) {
        self.control.free_place();
        self.call.disconnected(cause);
    }

    /// Ends the call on the server, and tries that for so long, or not much longer once the line is
    /// closed.
    async fn end(&self, id: &PhoneCallId, effort: Effort) -> Result<(), Error> {
        let mut ending = pin!(self.disconnect(id, effort));
        tokio::select! {
            biased;
            ended = &mut ending => return ended,
            () = self.closing.cancelled() => {}
        }
        let ended = timeout(LAST_WORDS, ending).await;
        ended.unwrap_or(Err(CLOSED))
    }

    /// DisconnectPhoneCall, again and again until it is done, refused or too late.
    async fn disconnect(&self, id: &PhoneCallId, effort: Effort) -> Result<(), Error> {
        let deadline = Instant::now() + effort.time;
        let mut closed = self.closing.is_cancelled();
        let mut pause = Pause::up_to(match effort.stubborn {
            true => LONG_PAUSE,
            false => LONGEST_PAUSE,
        });
        let mut nonsense = 0;
        let mut last = false;
        loop {
            let asked = timeout_at(deadline, self.service().disconnect(id)).await;
            let failure = match asked {
                // What the server does not know is over.
                Ok(Ok(()) | Err(Failure::Gone)) => return Ok(()),
                Ok(Err(failure)) => failure,
                Err(_) => Failure::Transient("The server does not answer.".to_owned()),
            };
            let left = deadline.saturating_duration_since(Instant::now());
            nonsense += u32::from(matches!(failure, Failure::Nonsense(_)));
            let give_up = match &failure {
                Failure::Denied(_) => true,
                Failure::Refused(..) => !effort.stubborn,
                Failure::Nonsense(_) => !effort.stubborn && nonsense >= MAX_NONSENSE,
                _ => false,
            };
            if give_up {
                return Err(failure.into_error());
            }
            let asked_for = match &failure {
                Failure::Busy(wait, _) => *wait,
                _ => Duration::ZERO,
            };
            if last || asked_for >= left || left < FIRST_PAUSE {
                let words = failure.words();
                let text = format!("The hang-up did not get through in time. {words}");
                return Err(Error::with_text(ErrorKind::Timeout, text));
            }
            tracing::warn!("hanging up call {}: {}", self.call.id(), failure.words());
            let mut wait = pause.next().max(asked_for);
            last = wait >= left;
            if last {
                wait = asked_for.max(left / 2);
            }
            tokio::select! {
                () = sleep(wait) => {}
                // There is no time left for pauses.
                () = self.closing.cancelled(), if !closed => closed = true,
            }
        }
    }

    /// Ends a call that nobody here has any more, and has time for it.
    async fn end_unheard(&self, id: &PhoneCallId) {
        let effort = Effort {
            time: FAREWELL,
            stubborn: true,
        };
        if let Err(error) = self.end(id, effort).await {
            tracing::warn!(
                "call {} may still be up on the server: {error}",
                self.call.id()
            );
        }
    }
}

const CLOSED: Error = Error::new(
    ErrorKind::Timeout,
    "The line was closed before the server had ended the call.",
);

const GIVEN_UP: Error = Error::new(
    ErrorKind::Dropped,
    "The call was given up before the server had placed it.",
);
