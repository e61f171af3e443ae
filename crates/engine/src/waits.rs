//! Which delivery waits for the end of which other one, so that none waits for itself in a circle.
//!
//! This is the one thing that all engines of a process share: a sink may shut down the TAPI object
//! of any of them. Whoever is not a delivery is waited for by nobody, and so is in no circle.

use super::error::Result;
use std::sync::{Mutex, MutexGuard};
use tapi3_common::process::{self, Own};
use tapi3_common::sync::unmodelled::lock;
#[cfg(not(loom))]
use tapi3_common::thread::current_id;

/// A thread that delivers events. Zero stands for all other threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Waiter(u64);

struct Waits {
    last: u64,
    /// How many deliveries there are. Each waits for one other at most, and has room for it.
    deliveries: usize,
    /// Who waits, and for whom.
    edges: Vec<(Waiter, Waiter)>,
    /// On which thread each delivery runs. Not a thread-local: whoever shuts down would look at
    /// it, and its first use on a thread may take memory.
    #[cfg(not(loom))]
    threads: Vec<(Waiter, i32)>,
}

static WAITS: Own<Mutex<Waits>> = Own::new(Waits::from(0));

impl Waits {
    const fn from(last: u64) -> Mutex<Self> {
        Mutex::new(Waits {
            last,
            deliveries: 0,
            edges: Vec::new(),
            #[cfg(not(loom))]
            threads: Vec::new(),
        })
    }
}

/// Those of this process. A child counts on from a number that its parent never reaches.
fn waits() -> MutexGuard<'static, Waits> {
    lock(WAITS.get(|_| Waits::from(u64::from(process::generation()) << 32)))
}

// All threads of a model are one of the system's.
#[cfg(loom)]
loom::thread_local! {
    static CURRENT: std::cell::Cell<Waiter> = std::cell::Cell::new(Waiter(0));
}

#[cfg(not(loom))]
impl Waits {
    /// Makes room for one more delivery's thread.
    fn reserve_thread(&mut self) -> Result<()> {
        let more = self.deliveries + 1 - self.threads.len();
        Ok(self.threads.try_reserve(more)?)
    }

    /// The calling thread is this delivery.
    fn enter(&mut self, waiter: Waiter) {
        self.threads.push((waiter, current_id()));
    }

    fn leave(&mut self, waiter: Waiter) {
        self.threads.retain(|(other, _)| *other != waiter);
    }

    /// The delivery that the calling thread is.
    fn current(&self) -> Waiter {
        let id = current_id();
        let own = self.threads.iter().find(|(_, thread)| *thread == id);
        own.map_or(Waiter(0), |(waiter, _)| *waiter)
    }
}

#[cfg(loom)]
impl Waits {
    fn reserve_thread(&mut self) -> Result<()> {
        Ok(())
    }

    fn enter(&mut self, waiter: Waiter) {
        CURRENT.with(|current| current.set(waiter));
    }

    fn leave(&mut self, _: Waiter) {}

    fn current(&self) -> Waiter {
        CURRENT.with(std::cell::Cell::get)
    }
}

impl Waiter {
    /// A new one, with room for its wait.
    pub fn new() -> Result<Self> {
        let mut waits = waits();
        let wanted = waits.deliveries + 1;
        let more = wanted - waits.edges.len();
        waits.edges.try_reserve(more)?;
        waits.reserve_thread()?;
        waits.deliveries = wanted;
        waits.last += 1;
        Ok(Waiter(waits.last))
    }

    /// The delivery is over, or has never begun.
    pub fn forget(self) {
        let mut waits = waits();
        waits.deliveries -= 1;
        waits.leave(self);
    }

    /// The calling thread is this delivery.
    pub fn enter(self) {
        waits().enter(self);
    }
}

/// A wait that goes on.
pub(super) struct Waiting(Waiter);

/// The calling thread is about to wait for the end of `awaited`; `None` if it would wait for ever,
/// because it is that delivery, or that one waits, over others or not, for it.
pub(super) fn begin(awaited: Waiter) -> Option<Waiting> {
    let mut waits = waits();
    let current = waits.current();
    if current == Waiter(0) {
        return Some(Waiting(current));
    }
    let mut last = awaited;
    while last != current {
        let next = waits.edges.iter().find(|(waiter, _)| *waiter == last);
        match next {
            Some((_, next)) => last = *next,
            None => {
                waits.edges.push((current, awaited));
                return Some(Waiting(current));
            }
        }
    }
    None
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if self.0 != Waiter(0) {
            waits().edges.retain(|(waiter, _)| *waiter != self.0);
        }
    }
}
