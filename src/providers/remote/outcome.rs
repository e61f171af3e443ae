//! What came of changing a line: told by the thread that speaks with the nodes to the one that waits.

use super::NO_ANSWER;
use crate::engine::Result;
use crate::shared::Shared;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;
use tapi3_common::sync::unmodelled::lock;

#[derive(Default)]
struct Place {
    told: Mutex<Option<Result<()>>>,
    changed: Condvar,
}

/// Who tells it. If that is dropped, nobody knows what came of it.
pub(super) struct Teller(Shared<Place>);

/// Who waits for it.
pub(super) struct Waiter(Shared<Place>);

/// Both sides. Fails if there is no memory.
pub(super) fn outcome() -> Result<(Teller, Waiter)> {
    let place = Shared::try_new(Place::default())?;
    Ok((Teller(place.clone()), Waiter(place)))
}

impl Teller {
    /// Tells it. What was told first counts.
    pub fn tell(&self, result: Result<()>) {
        lock(&self.0.told).get_or_insert(result);
        self.0.changed.notify_one();
    }
}

impl Drop for Teller {
    fn drop(&mut self) {
        self.tell(Err(NO_ANSWER));
    }
}

impl Waiter {
    /// Waits for it, for `patience` at most.
    pub fn wait(&self, patience: Duration) -> Result<()> {
        let told = lock(&self.0.told);
        let waited = (self.0.changed).wait_timeout_while(told, patience, |told| told.is_none());
        let (mut told, _) = waited.unwrap_or_else(PoisonError::into_inner);
        told.take().unwrap_or(Err(NO_ANSWER))
    }
}
