//! Between the application's threads and the task that follows a call: wishes to hang up.

use crate::engine::{Error, Reply};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// One call's part.
#[derive(Default)]
pub(super) struct Control {
    state: Mutex<State>,
    wake: Notify,
}

#[derive(Default)]
struct State {
    /// Wishes to hang up that nobody has answered yet.
    drops: Vec<Reply>,
    /// Whether the call is over for the server.
    over: bool,
}

impl Control {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The application wants the call to end.
    pub fn hang_up(&self, reply: Reply) {
        let mut state = self.state();
        if state.over {
            drop(state);
            return reply.ok();
        }
        state.drops.push(reply);
        drop(state);
        self.wake.notify_one();
    }

    /// Whether somebody waits for the call to end.
    pub fn is_wanted_over(&self) -> bool {
        !self.state().drops.is_empty()
    }

    /// Waits until somebody wants the call to end.
    pub async fn wanted_over(&self) {
        while !self.is_wanted_over() {
            self.wake.notified().await;
        }
    }

    /// The hang-up failed: the call goes on, and the next wish is a new one.
    pub fn fail(&self, error: &Error) {
        let drops = std::mem::take(&mut self.state().drops);
        for reply in drops {
            reply.fail(error.clone());
        }
    }

    /// The call is over for the server.
    pub fn over(&self) {
        let mut state = self.state();
        state.over = true;
        let drops = std::mem::take(&mut state.drops);
        drop(state);
        drops.into_iter().for_each(Reply::ok);
    }
}

/// The calls that have a task, by the number that the engine's call carries.
#[derive(Default)]
pub(super) struct Controls {
    known: Mutex<HashMap<u64, Arc<Control>>>,
    next: AtomicU64,
}

impl Controls {
    fn known(&self) -> MutexGuard<'_, HashMap<u64, Arc<Control>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes room for a call. Returns its number, never 0.
    pub fn add(&self) -> (u64, Arc<Control>) {
        let number = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let control = Arc::new(Control::default());
        self.known().insert(number, control.clone());
        (number, control)
    }

    /// The control of the call with this number, unless its task has ended.
    pub fn find(&self, number: u64) -> Option<Arc<Control>> {
        self.known().get(&number).cloned()
    }

    /// The task of this call has ended.
    pub fn remove(&self, number: u64) {
        self.known().remove(&number);
    }
}
