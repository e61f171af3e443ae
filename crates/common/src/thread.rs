//! Threads, and how little memory they may need.
//!
//! `std::thread::current` makes a handle for a thread that Rust did not start, and a thread-local of
//! a library that was loaded late gets its place when it is first used. Either ends the process
//! when memory has run out: so which thread this is, which a hang-up and a shutdown ask, is told
//! without memory, and whoever starts a thread waits until it has begun.

use crate::sync::thread::{Builder, JoinHandle};
use crate::sync::unmodelled::lock;
use std::io;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long to wait for a thread to begin, at most: it may not be able to while the caller's own
/// library is being loaded.
const PATIENCE: Duration = Duration::from_secs(1);

/// Starts a thread of this name that does `work`, and waits until it has begun: from then on it runs
/// whether or not there is memory. The caller may hold locks; `work` alone comes to want them.
///
/// # Errors
/// The system gives no thread. To start one, and for it to begin, takes memory that is not asked
/// for fallibly.
pub fn start<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
) -> io::Result<JoinHandle<T>> {
    let begins = Arc::new(Begins::default());
    let begun = begins.clone();
    let thread = Builder::new().name(name.to_owned()).spawn(move || {
        begun.tell();
        drop(begun);
        work()
    })?;
    // The model checker's threads have no memory that could run out.
    if cfg!(not(loom)) {
        begins.wait();
    }
    Ok(thread)
}

#[derive(Default)]
struct Begins(Mutex<bool>, Condvar);

impl Begins {
    fn tell(&self) {
        *lock(&self.0) = true;
        self.1.notify_one();
    }

    fn wait(&self) {
        let begun = lock(&self.0);
        let waited = (self.1).wait_timeout_while(begun, PATIENCE, |begun| !*begun);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }
}

/// The number of this thread, which no other running thread has; never zero.
pub fn current_id() -> i32 {
    rustix::thread::gettid().as_raw_nonzero().get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_was_started_has_its_name_and_its_result() {
        let name = || std::thread::current().name().map(str::to_owned);
        let thread = start("tapi3-test", name).unwrap();
        assert_eq!(thread.join().unwrap().as_deref(), Some("tapi3-test"));
    }

    #[test]
    fn no_two_threads_have_one_number() {
        let id = current_id();
        assert!(id != 0 && id == current_id());
        assert_ne!(std::thread::spawn(current_id).join().unwrap(), id);
    }
}
