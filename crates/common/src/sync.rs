//! Locks and atomics: the standard library's, or under `--cfg loom` those of the model checker,
//! which runs what is built on them in every order that threads can meet in.

#[cfg(loom)]
pub use loom::{
    sync::{Condvar, Mutex, MutexGuard, atomic},
    thread,
};
#[cfg(not(loom))]
pub use std::{
    sync::{Condvar, Mutex, MutexGuard, atomic},
    thread,
};

/// Takes a lock whether or not a panic once left it behind: the state under our locks is changed
/// in single steps, so it is whole at any moment.
#[cfg(not(loom))]
pub use unmodelled::lock;

/// Takes a lock of the model checker.
#[cfg(loom)]
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What the model checker does not look at: locks under which nothing else is locked or awaited.
pub mod unmodelled {
    use std::sync::{Mutex, MutexGuard, PoisonError};

    /// Takes a lock, as [`super::lock`] does.
    pub fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
        mutex.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
