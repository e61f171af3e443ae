//! Threads for what may wait, of a runtime whose own thread never does.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Where they come from.
#[derive(Debug, Default)]
pub(super) struct Threads {
    /// Whether something waits for a thread that the system does not give.
    are_lacking: Cell<bool>,
}

impl Threads {
    /// Has a thread do this that may wait. Where the system gives no thread, tokio panics, but keeps
    /// what is to be done for the next thread that it gets; [`Threads::try_again`] asks for that.
    pub fn run(&self, act: impl FnOnce() + Send + 'static) {
        let spawn = AssertUnwindSafe(|| drop(tokio::task::spawn_blocking(act)));
        let is_stuck = catch_unwind(spawn).is_err();
        if is_stuck && !self.are_lacking.get() {
            tracing::error!("the system gives no thread: what is asked for waits for one");
        }
        self.are_lacking.set(is_stuck);
    }

    /// Has what waits for a thread done, if there is one now.
    pub fn try_again(&self) {
        if self.are_lacking.get() {
            self.run(|| {});
        }
    }
}
