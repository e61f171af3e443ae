//! Which of the threads that call the program waits for the end of which other one, so that none
//! waits for itself in a circle: those that deliver events, call TAPI 2's programs back, and hand on
//! the log.
//!
//! This is the one thing that all of a process share: a sink may shut down any TAPI object, end any
//! application and take the log's function away, and what these call may do the same. Whoever is no
//! such thread is waited for by nobody, and so is in no circle.

use crate::process::{self, Own};
use crate::sync::unmodelled::lock;
#[cfg(not(loom))]
use crate::thread::current_id;
use std::collections::TryReserveError;
use std::sync::{Mutex, MutexGuard};

/// A thread that calls the program. Zero stands for all other threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiter(u64);

struct Waits {
    last: u64,
    /// How many such threads there are. Each waits for one other at most, and has room for it.
    waiters: usize,
    /// Who waits, and for whom.
    edges: Vec<(Waiter, Waiter)>,
    /// Which of the system's threads each is. Not a thread-local: whoever shuts down would look at
    /// it, and its first use on a thread may take memory.
    #[cfg(not(loom))]
    threads: Vec<(Waiter, i32)>,
}

static WAITS: Own<Mutex<Waits>> = Own::new(Waits::from(0));

impl Waits {
    const fn from(last: u64) -> Mutex<Self> {
        Mutex::new(Waits {
            last,
            waiters: 0,
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
    /// Makes room for one more thread.
    fn reserve_thread(&mut self) -> Result<(), TryReserveError> {
        let more = self.waiters + 1 - self.threads.len();
        self.threads.try_reserve(more)
    }

    /// The calling thread is this one.
    fn enter(&mut self, waiter: Waiter) {
        self.threads.push((waiter, current_id()));
    }

    fn leave(&mut self, waiter: Waiter) {
        self.threads.retain(|(other, _)| *other != waiter);
    }

    /// Which of them the calling thread is.
    fn current(&self) -> Waiter {
        let id = current_id();
        let own = self.threads.iter().find(|(_, thread)| *thread == id);
        own.map_or(Waiter(0), |(waiter, _)| *waiter)
    }
}

#[cfg(loom)]
impl Waits {
    fn reserve_thread(&mut self) -> Result<(), TryReserveError> {
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
    ///
    /// # Errors
    /// There is no memory for that.
    pub fn new() -> Result<Self, TryReserveError> {
        let mut waits = waits();
        let wanted = waits.waiters + 1;
        let more = wanted - waits.edges.len();
        waits.edges.try_reserve(more)?;
        waits.reserve_thread()?;
        waits.waiters = wanted;
        waits.last += 1;
        Ok(Waiter(waits.last))
    }

    /// The thread is at its end, or has never begun.
    pub fn forget(self) {
        // It may have been forked: the child knows nothing of its parent's threads.
        if self.0 >> 32 != u64::from(process::generation()) {
            return;
        }
        let mut waits = waits();
        waits.waiters -= 1;
        waits.leave(self);
    }

    /// The calling thread is this one.
    pub fn enter(self) {
        waits().enter(self);
    }
}

/// A wait that goes on.
#[derive(Debug)]
pub struct Waiting(Waiter);

/// The calling thread is about to wait for the end of `awaited`; `None` if it would wait for ever,
/// because it is that thread, or that one waits, over others or not, for it. Takes no memory.
pub fn begin(awaited: Waiter) -> Option<Waiting> {
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

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;
    use std::sync::{Arc, Barrier};
    use std::thread;

    /// Threads each of which begins to wait for the next one of a ring, one after the other. Who of
    /// them waits.
    fn ring(length: usize) -> Vec<bool> {
        let waiters: Vec<Waiter> = (0..length).map(|_| Waiter::new().unwrap()).collect();
        let turns: Arc<Vec<Barrier>> =
            Arc::new((0..=length).map(|_| Barrier::new(length)).collect());
        let threads: Vec<_> = (0..length)
            .map(|number| {
                let (own, next) = (waiters[number], waiters[(number + 1) % length]);
                let turns = turns.clone();
                thread::spawn(move || {
                    own.enter();
                    let mut waiting = None;
                    for (turn, all) in turns.iter().enumerate() {
                        all.wait();
                        if turn == number {
                            waiting = begin(next);
                        }
                    }
                    let waits = waiting.is_some();
                    drop(waiting);
                    own.forget();
                    waits
                })
            })
            .collect();
        threads.into_iter().map(|one| one.join().unwrap()).collect()
    }

    #[test]
    fn the_last_one_of_a_ring_does_not_wait() {
        assert_eq!(ring(1), [false]);
        assert_eq!(ring(2), [true, false]);
        assert_eq!(ring(4), [true, true, true, false]);
    }

    #[test]
    fn other_threads_wait_for_any() {
        let waiter = Waiter::new().unwrap();
        let (first, second) = (begin(waiter), begin(waiter));
        assert!(first.is_some() && second.is_some());
        waiter.forget();
    }
}
