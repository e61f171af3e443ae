//! Delivers a client's events, in order, on a thread of its own.

use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::event::Event;
use super::patience::Patience;
use super::queue::Taken;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::PoisonError;
use tapi3_common::sync::thread::JoinHandle;
use tapi3_common::sync::{Condvar, Mutex, lock};
use tapi3_common::waits::{self, Waiter};
use tapi3_common::{process, thread, words};

/// How many events the thread takes from the queue at a time, at most.
const BATCH: usize = 16;

/// The thread that delivers, once there is one.
#[derive(Default)]
pub(super) struct Delivery {
    state: Mutex<State>,
    ended: Condvar,
}

#[derive(Default)]
struct State {
    /// The thread, as those know it who wait for it.
    runs: Option<Waiter>,
    thread: Option<JoinHandle<()>>,
}

impl Client {
    /// Hands each event to `deliver` from now on, on one thread and with no lock held: `deliver`
    /// may call anything here, [`Client::close`] included. Asked again, it changes nothing.
    pub fn deliver_to(&self, deliver: impl Fn(Event) + Send + 'static) -> Result<()> {
        self.start_delivery(Patience::new(), deliver)
    }

    /// As [`Client::deliver_to`], for a program in no hurry: an event may come half a millisecond
    /// late, so that whoever causes many of them need not wake the thread for each.
    pub fn deliver_at_leisure_to(&self, deliver: impl Fn(Event) + Send + 'static) -> Result<()> {
        self.start_delivery(Patience::at_leisure(), deliver)
    }

    fn start_delivery(
        &self,
        mut patience: Patience,
        deliver: impl Fn(Event) + Send + 'static,
    ) -> Result<()> {
        self.check_open()?;
        let mut state = lock(&self.delivery().state);
        if state.thread.is_some() {
            return Ok(());
        }
        let mut batch = VecDeque::new();
        batch.try_reserve_exact(BATCH)?;
        let client = self.branch()?;
        let waiter = Waiter::new()?;
        let run = move || {
            waiter.enter();
            if !client.deliver_all(&mut batch, &mut patience, &deliver) {
                std::mem::forget((client, deliver, batch));
                return;
            }
            drop(batch);
            // What it owns may close the client when it goes: while this thread still counts as the
            // delivery, so that it does not wait for its own end.
            if catch_unwind(AssertUnwindSafe(|| drop(deliver))).is_err() {
                tracing::error!("the end of an events' delivery panicked");
            }
            waiter.forget();
            lock(&client.delivery().state).runs = None;
            client.delivery().ended.notify_all();
        };
        let started = thread::start("tapi3-events", run).map_err(|error| {
            waiter.forget();
            let text = format!(
                "The thread that delivers events did not start: {}.",
                words::of(&error)
            );
            Error::with_text(ErrorKind::OutOfMemory, text)
        })?;
        state.thread = Some(started);
        state.runs = Some(waiter);
        Ok(())
    }

    /// Returns false in a child that a sink forked: it comes back twice. The child has no events to
    /// wait for, and what belongs to this client may be locked there for good.
    fn deliver_all(
        &self,
        batch: &mut VecDeque<Taken>,
        patience: &mut Patience,
        deliver: &impl Fn(Event),
    ) -> bool {
        let generation = process::generation();
        while let Some(taken) = self.next_of(batch, patience) {
            let Taken {
                event,
                wanted,
                telling,
            } = taken;
            if !wanted {
                continue;
            }
            // A sink that panics must not silence the others, nor later events.
            if catch_unwind(AssertUnwindSafe(|| deliver(event))).is_err() {
                tracing::error!("an event's delivery panicked");
            }
            if process::generation() != generation {
                std::mem::forget(telling);
                return false;
            }
            drop(telling);
        }
        true
    }

    /// The next event: of this batch, or of the next one. `None` once the client was shut down.
    fn next_of(&self, batch: &mut VecDeque<Taken>, patience: &mut Patience) -> Option<Taken> {
        if batch.is_empty() && !self.events().next_few(batch, patience) {
            return None;
        }
        // Also for those that were taken before it was.
        if self.is_closed() {
            return None;
        }
        batch.pop_front()
    }

    /// Waits until the delivery of the last event has returned. It does not wait where it is called
    /// from within that delivery, or from one that is itself waited for by it: sinks that shut down
    /// each other's TAPI objects would never return.
    pub(super) fn end_delivery(&self) {
        let delivery = self.delivery();
        let mut state = lock(&delivery.state);
        while let Some(delivers) = state.runs {
            let Some(waiting) = waits::begin(delivers) else {
                return;
            };
            state = delivery
                .ended
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
            drop(waiting);
        }
        let thread = state.thread.take();
        drop(state);
        // All that it still does is to end.
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that delivers events panicked");
        }
    }
}
