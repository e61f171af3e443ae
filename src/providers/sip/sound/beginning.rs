//! Calls whose sound begins, on their way to the thread.

use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;

/// They wait here until the thread comes round. Once it has ended nobody does: a call that stayed
/// would stay for good, since it knows its line, and by that this.
#[derive(Debug)]
pub(super) struct Beginning<T>(Mutex<State<T>>);

#[derive(Debug)]
struct State<T> {
    waiting: Vec<T>,
    /// Whether the thread comes round only when the bell rings.
    asleep: bool,
    ended: bool,
}

impl<T> Default for Beginning<T> {
    fn default() -> Self {
        Beginning(Mutex::new(State {
            waiting: Vec::new(),
            asleep: false,
            ended: false,
        }))
    }
}

impl<T> Beginning<T> {
    /// Adds one, unless the thread has ended. Returns whether the bell is to be rung.
    pub fn add(&self, one: T) -> bool {
        let mut state = lock(&self.0);
        if state.ended {
            drop(state);
            // It may hold the last reference to a call.
            drop(one);
            return false;
        }
        state.waiting.push(one);
        std::mem::take(&mut state.asleep)
    }

    /// Those that wait.
    pub fn take(&self) -> Vec<T> {
        std::mem::take(&mut lock(&self.0).waiting)
    }

    /// The thread has nothing to do: whoever adds one has to ring. Returns false if one waits already.
    pub fn falls_asleep(&self) -> bool {
        let mut state = lock(&self.0);
        state.asleep = state.waiting.is_empty();
        state.asleep
    }

    /// The thread has ended.
    pub fn end(&self) {
        let mut state = lock(&self.0);
        state.ended = true;
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        drop(waiting);
    }

    #[cfg(test)]
    pub fn has_ended(&self) -> bool {
        lock(&self.0).ended
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn the_bell_is_rung_for_the_first_who_comes_while_the_thread_sleeps() {
        let beginning = Beginning::default();
        assert!(!beginning.add(1));
        assert!(!beginning.falls_asleep());
        assert_eq!(beginning.take(), [1]);
        assert!(beginning.falls_asleep());
        assert!(beginning.add(2));
        assert!(!beginning.add(3));
        assert_eq!(beginning.take(), [2, 3]);
    }

    #[test]
    fn nobody_is_kept_once_the_thread_has_ended() {
        let (beginning, call) = (Beginning::default(), Arc::new(()));
        beginning.add(call.clone());
        beginning.end();
        beginning.add(call.clone());
        assert_eq!(Arc::strong_count(&call), 1);
        assert!(beginning.take().is_empty());
    }
}
