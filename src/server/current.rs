//! What may be replaced while others read it: the rules, the accounts, the certificate. Whoever has
//! taken a copy keeps it to the end of the work, so that nobody sees half of the one and half of
//! the other.

use std::sync::{Arc, PoisonError, RwLock};

/// A value as it stands at the moment.
#[derive(Debug, Default)]
pub(super) struct Current<T>(RwLock<Arc<T>>);

impl<T> Current<T> {
    pub fn new(value: T) -> Self {
        Current(RwLock::new(Arc::new(value)))
    }

    /// The value at this moment. A lock left behind by a panic is no matter: what is under it is
    /// changed in one step.
    pub fn get(&self) -> Arc<T> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Puts another in its place.
    pub fn set(&self, value: T) {
        let value = Arc::new(value);
        // The old one may take a while to go, and not under the lock.
        let old = std::mem::replace(
            &mut *self.0.write().unwrap_or_else(PoisonError::into_inner),
            value,
        );
        drop(old);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_took_a_copy_keeps_it() {
        let current = Current::new(1);
        let taken = current.get();
        current.set(2);
        assert_eq!((*taken, *current.get()), (1, 2));
    }
}
