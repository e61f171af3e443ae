//! Delivers a client's events, in order, on a thread of its own.

use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::event::Event;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::thread::JoinHandle;
use tapi3_common::sync::lock;

thread_local! {
    /// The client whose events this thread delivers; zero for other threads.
    static DELIVERS_FOR: Cell<u32> = const { Cell::new(0) };
}

/// The thread that delivers, once there is one.
#[derive(Default)]
pub(super) struct Delivery {
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Client {
    /// Hands each event to `deliver` from now on, on one thread and with no lock held: `deliver`
    /// may call anything here, [`Client::close`] included. Asked again, it changes nothing.
    pub fn deliver_to(&self, deliver: impl Fn(Event) + Send + 'static) -> Result<()> {
        self.check_open()?;
        let mut thread = lock(&self.delivery().thread);
        if thread.is_some() {
            return Ok(());
        }
        let client = self.clone();
        let run = move || {
            DELIVERS_FOR.set(client.id());
            while let Some(event) = client.events().next() {
                // A sink that panics must not silence the others, nor later events.
                if catch_unwind(AssertUnwindSafe(|| deliver(event))).is_err() {
                    tracing::error!("an event's delivery panicked");
                }
            }
        };
        let started = std::thread::Builder::new()
            .name("tapi3-events".into())
            .spawn(run)
            .map_err(|error| {
                let text = format!("The thread that delivers events did not start: {error}.");
                Error::with_text(ErrorKind::OutOfMemory, text)
            })?;
        *thread = Some(started);
        Ok(())
    }

    /// Waits until the delivery of the last event has returned, unless called from within it.
    /// Whoever else calls meanwhile waits as well.
    pub(super) fn end_delivery(&self) {
        if DELIVERS_FOR.get() == self.id() {
            return;
        }
        let mut thread = lock(&self.delivery().thread);
        if thread.take().is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the thread that delivers events panicked");
        }
    }
}
