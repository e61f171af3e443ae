//! Messages on their way to one application, in order.

use super::abi::{LINE_APPNEWCALL, LINE_MONITORDIGITS, LINE_MONITORTONE, VARSTRING};
use super::app::App;
use super::call::CallPart;
use super::event::Event;
use super::fault::Result;
use super::image::number_in;
use super::line::OpenLine;
use super::text::Form;
use crate::shared::Shared;
use arrayvec::ArrayVec;
use std::collections::VecDeque;
use std::mem::offset_of;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tapi3_common::sync::lock;

/// How long to wait before asking for memory again.
pub(super) const OUT_OF_MEMORY_PAUSE: Duration = Duration::from_millis(10);

/// So many messages wait for a program before any are thrown away; see [`Queue::forget`].
pub(super) const MANY: usize = 4096;

/// A message as LINEMESSAGE has it, and what its taking does.
pub struct Message {
    pub device: u32,
    pub id: u32,
    pub instance: usize,
    pub parameters: [usize; 3],
    /// The line that it came from, with which it goes; 0 for none.
    pub(super) line: u32,
    pub(super) effect: Effect,
}

/// What happens when a message is taken.
#[derive(Default)]
pub(super) enum Effect {
    #[default]
    Nothing,
    /// The program has the handle of this call from now on.
    Give(Shared<CallPart>),
    /// The program knows that this call is over.
    Idle(Shared<CallPart>),
    /// A structure of the program's is filled.
    Late(Late),
}

/// A VARSTRING that is filled when its request's reply is taken.
pub struct Late {
    /// Where it is.
    pub address: usize,
    /// What it is filled with.
    pub bytes: Vec<u8>,
    /// Whose outcome it is. Once the program has let go of the call nothing is written any more.
    pub(super) call: Shared<CallPart>,
    /// From the taking of its message on.
    pub(super) filling: Option<Filling>,
}

impl Late {
    /// Whether there is room for all of it.
    pub(super) fn fits(&self) -> bool {
        let number = |member| number_in(&self.bytes, member).unwrap_or(0);
        number(offset_of!(VARSTRING, dwNeededSize)) <= number(offset_of!(VARSTRING, dwTotalSize))
    }
}

/// The program's memory is about to be written. Who lets go of a call, or closes a line or an
/// application, waits for that: for the copying of a few bytes, and never for a callback.
pub(super) struct Filling(Shared<App>);

impl Filling {
    /// As [`Queue::take`] has counted it.
    pub fn counted(app: &Shared<App>) -> Self {
        Filling(app.clone())
    }
}

impl Drop for Filling {
    fn drop(&mut self) {
        let queue = &self.0.queue;
        lock(&queue.state).filling -= 1;
        queue.filled.notify_all();
    }
}

/// A VARSTRING that an outcome will be written into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub address: usize,
    pub total: u32,
    pub form: Form,
}

/// What came of taking a message.
pub enum Taken {
    Message(Message),
    /// None came in time.
    Nothing,
    /// The application is shut down.
    Closed,
}

/// Room for one message of an application, which no other message takes. Given back if it is not used.
pub(super) struct Seat(Option<Shared<App>>);

impl Seat {
    pub fn new(app: &Shared<App>) -> Result<Self> {
        app.queue.claim()?;
        Ok(Seat(Some(app.clone())))
    }

    /// Adds a message of a line there, unless the line is closed: takes no memory, and waits for nobody.
    pub fn post(mut self, line: &OpenLine, message: Message) {
        if let Some(app) = self.0.take() {
            app.queue.push_claimed(line, message);
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(app) = &self.0 {
            lock(&app.queue.state).claimed -= 1;
        }
    }
}

pub(super) struct Queue {
    state: Mutex<State>,
    ready: Condvar,
    /// Nothing of the program's is being filled.
    filled: Condvar,
    /// Readable as long as messages wait; for programs that wait for it.
    event: Option<Event>,
}

#[derive(Default)]
struct State {
    messages: VecDeque<Message>,
    /// How many messages are to find room in any case. There is always room for as many.
    claimed: usize,
    /// How many messages were taken whose buffers are not filled yet.
    filling: usize,
    closed: bool,
    signalled: bool,
    /// Whether it was said that messages pile up.
    complained: bool,
    /// Whether it was said that digits and tones are not told.
    unheard: bool,
}

impl Message {
    /// Whether it tells of a digit or a tone from the far end, and nothing that was asked for once.
    fn is_heard(&self) -> bool {
        matches!(self.id, LINE_MONITORDIGITS | LINE_MONITORTONE)
    }
}

impl Queue {
    /// An empty one, with the event to wait for, if there is one.
    pub fn new(event: Option<Event>) -> Self {
        Queue {
            state: Mutex::default(),
            ready: Condvar::new(),
            filled: Condvar::new(),
            event,
        }
    }

    /// What a program is told of the event; 0 if there is none.
    pub fn event(&self) -> usize {
        self.event.as_ref().map_or(0, Event::handle)
    }

    /// Whether no message comes any more.
    pub fn is_closed(&self) -> bool {
        lock(&self.state).closed
    }

    /// Adds a message, or gives it back if there is no memory. Where many wait, what is heard of a call
    /// is not kept: the far end says how much of that comes. To a closed queue nothing is added, nor
    /// is anything of a line that is closed: that is looked at locked, so what [`Queue::remove`] takes
    /// out behind the closing is all that there is of the line.
    pub fn push(
        &self,
        line: Option<&OpenLine>,
        message: Message,
    ) -> std::result::Result<(), Message> {
        let mut state = lock(&self.state);
        if state.closed || line.is_some_and(OpenLine::is_closed) {
            drop(state);
            drop(message);
            return Ok(());
        }
        if message.is_heard() && state.messages.len() >= MANY {
            let complain = !std::mem::replace(&mut state.unheard, true);
            drop(state);
            if complain {
                tracing::warn!(
                    "an application does not take its messages: {MANY} wait, and digits and tones \
                     that are heard meanwhile are not told"
                );
            }
            return Ok(());
        }
        let claimed = state.claimed;
        if state.messages.try_reserve(claimed + 1).is_err() {
            return Err(message);
        }
        state.messages.push_back(message);
        self.signal(&mut state);
        drop(state);
        self.ready.notify_one();
        Ok(())
    }

    /// As [`Queue::push`], but waits for memory if there is none, until the line or the queue is closed:
    /// on threads of the library's.
    pub fn insist(&self, line: Option<&OpenLine>, mut message: Message) {
        while let Err(again) = self.push(line, message) {
            message = again;
            std::thread::sleep(OUT_OF_MEMORY_PAUSE);
        }
    }

    /// As [`Queue::push`], into room that was claimed.
    fn push_claimed(&self, line: &OpenLine, message: Message) {
        let mut state = lock(&self.state);
        state.claimed -= 1;
        if state.closed || line.is_closed() {
            drop(state);
            drop(message);
            return;
        }
        state.messages.push_back(message);
        self.signal(&mut state);
        drop(state);
        self.ready.notify_one();
    }

    /// As [`Queue::push`], for two messages between which no other may come. Gives them back if there
    /// is no memory.
    #[must_use]
    pub fn push_both(
        &self,
        line: &OpenLine,
        first: Message,
        second: Message,
    ) -> Option<(Message, Message)> {
        let mut state = lock(&self.state);
        if state.closed || line.is_closed() {
            drop(state);
            drop((first, second));
            return None;
        }
        let claimed = state.claimed;
        if state.messages.try_reserve(claimed + 2).is_err() {
            return Some((first, second));
        }
        state.messages.push_back(first);
        state.messages.push_back(second);
        self.signal(&mut state);
        drop(state);
        self.ready.notify_all();
        None
    }

    fn claim(&self) -> Result<()> {
        let mut state = lock(&self.state);
        let claimed = state.claimed + 1;
        state.messages.try_reserve(claimed)?;
        state.claimed = claimed;
        Ok(())
    }

    fn signal(&self, state: &mut State) {
        let wanted = !state.messages.is_empty();
        let Some(event) = self.event.as_ref() else {
            return;
        };
        if wanted != state.signalled && event.change(wanted) {
            state.signalled = wanted;
        }
    }

    /// Takes the next message; waits for it as long as is said, or for ever.
    pub fn take(&self, wait: Option<Duration>) -> Taken {
        let end = wait.and_then(|wait| Instant::now().checked_add(wait));
        let mut state = lock(&self.state);
        loop {
            if state.closed {
                return Taken::Closed;
            }
            if let Some(mut message) = state.messages.pop_front() {
                let mut unwanted = Effect::Nothing;
                match &message.effect {
                    // Before another thread gets what comes next, which may be about this call.
                    Effect::Give(call) => call.give(),
                    // Locked: whoever has let go of the call is about to see that nobody fills anything.
                    Effect::Late(late) if late.call.is_usable() => state.filling += 1,
                    Effect::Late(_) => unwanted = std::mem::take(&mut message.effect),
                    Effect::Idle(_) | Effect::Nothing => {}
                }
                self.signal(&mut state);
                drop(state);
                drop(unwanted);
                return Taken::Message(message);
            }
            state = match (wait, end) {
                (Some(_), Some(end)) => {
                    let left = end.saturating_duration_since(Instant::now());
                    if left.is_zero() {
                        return Taken::Nothing;
                    }
                    let waited = self.ready.wait_timeout(state, left);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                _ => (self.ready.wait(state)).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }

    /// Where many messages wait, takes out all that is about a call which is over before the program was
    /// told of it. Whether it has: nobody knows the handle then.
    pub fn forget(&self, line: u32, call: u32) -> bool {
        let mut state = lock(&self.state);
        if state.messages.len() < MANY {
            return false;
        }
        let announced = call as usize;
        let announces = |message: &Message| {
            message.line == line
                && message.id == LINE_APPNEWCALL
                && message.parameters.get(1) == Some(&announced)
        };
        if !state.messages.iter().rev().any(announces) {
            return false;
        }
        state.messages.retain(|message| {
            let is_about = message.line == line && message.device == call;
            // What has an effect is about a call that the program has asked for something.
            !(announces(message) || is_about && matches!(message.effect, Effect::Nothing))
        });
        self.signal(&mut state);
        let complain = !std::mem::replace(&mut state.complained, true);
        drop(state);
        if complain {
            tracing::warn!(
                "an application does not take its messages: {MANY} wait, and calls that have come \
                 and gone are not told of any more"
            );
        }
        true
    }

    /// Takes out what matches, to be dropped with no lock held. When it returns, nothing is being
    /// written into the program's memory that was about to be before.
    pub fn remove(&self, matches: impl Fn(&Message) -> bool) {
        loop {
            // What an effect holds is let go of without the lock. No memory is taken for that: so many
            // at a time.
            let mut effects: ArrayVec<Effect, 64> = ArrayVec::new();
            let mut state = lock(&self.state);
            state.messages.retain_mut(|message| {
                if !matches(message) {
                    return true;
                }
                if matches!(message.effect, Effect::Nothing) {
                    return false;
                }
                let stays = effects.is_full();
                if !stays {
                    effects.push(std::mem::take(&mut message.effect));
                }
                stays
            });
            self.signal(&mut state);
            if effects.is_empty() {
                return self.wait_until_filled(state);
            }
        }
    }

    fn wait_until_filled(&self, mut state: MutexGuard<'_, State>) {
        while state.filling > 0 {
            state = (self.filled.wait(state)).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// No message comes any more, whoever waits for one returns, and nothing of the program's is
    /// written any more.
    pub fn close(&self) {
        let mut state = lock(&self.state);
        state.closed = true;
        let waiting = std::mem::take(&mut state.messages);
        self.signal(&mut state);
        self.ready.notify_all();
        self.wait_until_filled(state);
        drop(waiting);
    }
}
