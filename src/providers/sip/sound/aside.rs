//! What few calls need is not in all of them: it stands aside, on the heap, while it is there.

use std::collections::TryReserveError;

/// One thing on the heap, or nothing, which takes no memory there. Unlike a `Box` it can be refused.
#[derive(Debug)]
pub(super) struct Aside<T>(Vec<T>);

impl<T> Default for Aside<T> {
    fn default() -> Self {
        Aside(Vec::new())
    }
}

impl<T> Aside<T> {
    /// # Errors
    ///
    /// There is no memory for it.
    pub fn try_new(thing: T) -> Result<Self, TryReserveError> {
        let mut aside = Vec::new();
        aside.try_reserve_exact(1)?;
        aside.push(thing);
        Ok(Aside(aside))
    }

    pub fn is_some(&self) -> bool {
        !self.0.is_empty()
    }

    pub fn as_mut(&mut self) -> Option<&mut T> {
        self.0.first_mut()
    }
}
