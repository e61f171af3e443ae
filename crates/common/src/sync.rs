//! A lock that survives a panic.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes a lock whether or not a panic once left it behind: the state under our locks is changed
/// in single steps, so it is whole at any moment.
pub fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
