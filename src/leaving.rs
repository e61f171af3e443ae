//! The process ends: calls that reach beyond it are ended, and recordings completed, within a bounded
//! time.
//!
//! This runs on the thread that has called `exit`, after everything that the program has registered
//! for that moment. Other threads may still run, or stand still for ever with any lock in their
//! hands; the thread's own values are gone. So nothing is done here but to ring the providers'
//! threads, which need nothing of anybody, and to wait for them.

use crate::system;
use crate::terminals::files;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tapi3_common::process;

/// The longest that the end of the process is held up. With what Python waits for before, these are
/// the two seconds that are promised.
const PATIENCE: Duration = Duration::from_millis(1500);

/// How often a thread looks whether another one, which ends the process, is done.
const LOOK_AGAIN: Duration = Duration::from_millis(5);

/// Whether all is done.
static LEFT: AtomicBool = AtomicBool::new(false);

/// Ends the calls and the recordings of this process. Takes no memory, and no lock that it would wait for without end.
pub fn leave() {
    let deadline = Instant::now() + PATIENCE;
    process::leave();
    files::leave();
    system::with_departures(deadline, |departures| {
        // All of them first, so that they work side by side.
        departures
            .iter()
            .for_each(|(_, departure)| departure.leave());
        for (_, departure) in departures {
            departure.wait(deadline);
        }
    });
    files::wait_for_leaving(deadline);
    // What could not be ended is said there.
    crate::log::flush(deadline.saturating_duration_since(Instant::now()));
    LEFT.store(true, Ordering::Release);
}

/// Waits until the thread that leaves is done, for as long as that may take. On that thread itself it
/// comes behind, and there is nothing to wait for.
pub fn wait_until_left() {
    let deadline = Instant::now() + PATIENCE;
    while !LEFT.load(Ordering::Acquire) && Instant::now() < deadline {
        std::thread::sleep(LOOK_AGAIN);
    }
}
