//! What was asked for is done at most once, however often it is asked.

use std::collections::BTreeMap;

/// What is known of an operation that is asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Seen<'a, T> {
    /// It is new: carry it out, then say what came of it with [`Operations::finish`].
    New,
    /// It is being carried out.
    UnderWay,
    /// It was carried out, and this came of it.
    Done(&'a T),
    /// It is older than anything that is remembered: it may have been carried out, so it must not be.
    Forgotten,
    /// So many are being carried out that no other can be remembered.
    Full,
}

/// The operations of one session, by number, with what came of each. Those that are under way are
/// never forgotten; of those that are done, the oldest are.
#[derive(Debug)]
pub struct Operations<T> {
    known: BTreeMap<u64, Option<T>>,
    under_way: usize,
    /// The highest number that was forgotten.
    forgotten: u64,
    room: usize,
}

impl<T> Operations<T> {
    /// Remembers `room` operations.
    pub fn new(room: usize) -> Self {
        Operations {
            known: BTreeMap::new(),
            under_way: 0,
            forgotten: 0,
            room: room.max(1),
        }
    }

    /// Operation `op` is asked for. Only one who is told [`Seen::New`] carries it out.
    pub fn begin(&mut self, op: u64) -> Seen<'_, T> {
        if !self.known.contains_key(&op) {
            if op <= self.forgotten {
                return Seen::Forgotten;
            }
            if self.under_way >= self.room {
                return Seen::Full;
            }
            self.make_room();
            if op <= self.forgotten {
                return Seen::Forgotten;
            }
            self.known.insert(op, None);
            self.under_way += 1;
            return Seen::New;
        }
        match self.known.get(&op) {
            Some(Some(done)) => Seen::Done(done),
            _ => Seen::UnderWay,
        }
    }

    /// Forgets the oldest that are done, until there is room for one more.
    fn make_room(&mut self) {
        while self.known.len() >= self.room {
            let done = self.known.iter().find(|(_, done)| done.is_some());
            let Some(oldest) = done.map(|(op, _)| *op) else {
                return;
            };
            self.known.remove(&oldest);
            self.forgotten = self.forgotten.max(oldest);
        }
    }

    /// Operation `op` was carried out, or was not and never will be. The first word counts.
    pub fn finish(&mut self, op: u64, outcome: T) {
        if let Some(known @ None) = self.known.get_mut(&op) {
            *known = Some(outcome);
            self.under_way -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    #[test]
    fn an_operation_is_done_once_and_its_outcome_told_again() {
        let mut operations = Operations::new(4);
        assert_eq!(operations.begin(1), Seen::New);
        assert_eq!(operations.begin(1), Seen::UnderWay);
        operations.finish(1, "first");
        operations.finish(1, "second");
        assert_eq!(operations.begin(1), Seen::Done(&"first"));
    }

    #[test]
    fn what_was_forgotten_is_not_done_again() {
        let mut operations = Operations::new(2);
        for op in 1..=3 {
            assert_eq!(operations.begin(op), Seen::New);
            operations.finish(op, op);
        }
        assert_eq!(operations.begin(1), Seen::Forgotten);
        assert_eq!(operations.begin(3), Seen::Done(&3));
    }

    #[test]
    fn what_is_under_way_is_not_forgotten() {
        let mut operations = Operations::new(2);
        assert_eq!(operations.begin(1), Seen::New);
        assert_eq!(operations.begin(2), Seen::New);
        assert_eq!(operations.begin(3), Seen::Full);
        operations.finish(2, ());
        assert_eq!(operations.begin(3), Seen::New);
        assert_eq!(operations.begin(1), Seen::UnderWay);
        assert_eq!(operations.begin(2), Seen::Forgotten);
    }

    proptest! {
        /// In whatever order things are asked for, again and finished: each is new at most once, and
        /// no more are remembered than there is room for.
        #[test]
        fn nothing_is_new_twice(steps in prop::collection::vec((0u64..40, any::<bool>()), 0..400)) {
            let mut operations = Operations::new(8);
            let mut begun: HashMap<u64, u32> = HashMap::new();
            for (op, finish) in steps {
                if finish {
                    operations.finish(op, op);
                } else if operations.begin(op) == Seen::New {
                    *begun.entry(op).or_default() += 1;
                }
                prop_assert!(operations.known.len() <= 8);
            }
            prop_assert!(begun.values().all(|count| *count == 1));
        }
    }
}
