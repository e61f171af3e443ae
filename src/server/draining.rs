//! How the server is emptied before it is stopped: it takes no new calls, and stops by itself when
//! those that are up are over, which nobody hurries.

use super::Endpoint;
use super::lines::is_remote;
use crate::engine::Line;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

/// How often it is looked whether calls are left.
const LOOK: Duration = Duration::from_millis(200);

/// Whether the server is being emptied.
#[derive(Debug, Default)]
pub(super) struct Draining {
    on: AtomicBool,
    begun: Notify,
}

impl Endpoint {
    /// Takes no new calls from now on. Returns how many there are.
    pub(super) fn drain(&self) -> usize {
        let begins = !self.draining.on.swap(true, Ordering::SeqCst);
        if begins {
            self.manager.tell("STATUS=draining");
            self.draining.begun.notify_one();
        }
        self.withhold_lines();
        let left = self.calls_left();
        // Whoever waits asks again and again.
        if begins {
            tracing::info!(calls = left, "draining");
        }
        left
    }

    pub(super) fn is_draining(&self) -> bool {
        self.draining.on.load(Ordering::SeqCst)
    }

    /// Waits until the server has been emptied, if anybody wants that.
    pub(super) async fn drained(&self) {
        self.draining.begun.notified().await;
        loop {
            // Also those that have come meanwhile.
            self.withhold_lines();
            if self.calls_left() == 0 {
                return;
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// The lines of this machine; without memory to look there are none.
    fn own_lines(&self) -> impl Iterator<Item = Arc<Line>> {
        let lines = self.client.engine().lines().unwrap_or_default();
        lines.into_iter().filter(|line| !is_remote(line))
    }

    fn withhold_lines(&self) {
        self.own_lines().for_each(|line| line.withhold(true));
    }

    /// How many calls end with this process: those on its lines, whoever has placed or answered
    /// them, and its own on the lines of other machines.
    fn calls_left(&self) -> usize {
        let on_others =
            |entry: &Arc<super::calls::Entry>| entry.look(|call| is_remote(call.line()), |_| false);
        let mut left = self.calls.settle().iter().filter(|e| on_others(e)).count();
        for line in self.own_lines() {
            line.for_each_call(|call| left += usize::from(call.is_up()));
        }
        left
    }
}
