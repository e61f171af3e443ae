//! Parts of a state that most of its successors leave as they are.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Something that is copied only when it is changed while others have it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// That, had by nobody else.
    pub fn new(it: T) -> Self {
        Shared(Arc::new(it))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}
