//! Questions outside of any session: each is carried out at most once, also if somebody has recorded
//! it and sends it again much later.
//!
//! A question carries a token that its owner draws by lot and changes at intervals
//! ([`Fresh::turn`]); only that of now and the one before count. So a recorded question is of no use
//! after two intervals, and until two more have passed it is remembered by its name, also for an
//! asker whose clock runs somewhat slower and who asks for an interval at most.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// For how many turns what came of a question is remembered after it was last asked with a token that
/// counts.
const REMEMBERED: u64 = 4;

/// What is known of a question.
#[derive(Debug, PartialEq, Eq)]
pub enum Known<'a, T> {
    /// It is new: carry it out, then say what came of it with [`Fresh::finish`].
    New,
    /// It is being carried out.
    UnderWay,
    /// It was carried out, and this came of it.
    Done(&'a T),
    /// Its token is none of those that count; this one does.
    Stale(u64),
    /// So many are remembered that no other can be.
    Full,
}

struct Question<T> {
    /// The turn in which it was asked last, or answered.
    seen: u64,
    outcome: Option<T>,
}

/// The questions of all askers, by name.
pub struct Fresh<T> {
    known: HashMap<String, Question<T>>,
    /// The token of now, and the one before.
    tokens: [u64; 2],
    turn: u64,
    room: usize,
}

impl<T> Fresh<T> {
    /// Remembers `room` questions. `token` was drawn by lot, and is not 0.
    pub fn new(token: u64, room: usize) -> Self {
        Fresh {
            known: HashMap::new(),
            tokens: [token; 2],
            turn: 0,
            room,
        }
    }

    /// Another interval begins, with another token.
    pub fn turn(&mut self, token: u64) {
        self.tokens = [token, self.tokens[0]];
        self.turn += 1;
        let turn = self.turn;
        let is_wanted = |question: &Question<T>| {
            question.outcome.is_none() || turn - question.seen < REMEMBERED
        };
        self.known.retain(|_, question| is_wanted(question));
    }

    /// Whether a token counts; if not, the one that does.
    ///
    /// # Errors
    /// The token of now.
    pub fn check(&self, token: u64) -> Result<(), u64> {
        match self.tokens.contains(&token) {
            true => Ok(()),
            false => Err(self.tokens[0]),
        }
    }

    /// A question is asked. Only one who is told [`Known::New`] carries it out.
    pub fn begin(&mut self, request: &str, token: u64) -> Known<'_, T> {
        let stale = self.check(token).err();
        let is_full = self.known.len() >= self.room;
        match (self.known.entry(request.to_owned()), stale) {
            (Entry::Occupied(known), stale) => {
                let question = known.into_mut();
                // One that was recorded keeps nothing.
                if stale.is_none() {
                    question.seen = self.turn;
                }
                (question.outcome.as_ref()).map_or(Known::UnderWay, Known::Done)
            }
            (Entry::Vacant(_), Some(token)) => Known::Stale(token),
            (Entry::Vacant(_), None) if is_full => Known::Full,
            (Entry::Vacant(place), None) => {
                place.insert(Question {
                    seen: self.turn,
                    outcome: None,
                });
                Known::New
            }
        }
    }

    /// A question was carried out, or was not and never will be. The first word counts.
    pub fn finish(&mut self, request: &str, outcome: T) {
        let turn = self.turn;
        if let Some(question) = self.known.get_mut(request) {
            question.seen = turn;
            question.outcome.get_or_insert(outcome);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    #[test]
    fn a_question_is_carried_out_once_and_its_answer_given_again() {
        let mut fresh = Fresh::new(7, 2);
        assert_eq!(fresh.begin("a", 0), Known::Stale(7));
        assert_eq!(fresh.begin("a", 7), Known::New);
        assert_eq!(fresh.begin("a", 7), Known::UnderWay);
        fresh.finish("a", "first");
        fresh.finish("a", "second");
        assert_eq!(fresh.begin("a", 7), Known::Done(&"first"));
        // Also to somebody who does not know the token any more.
        assert_eq!(fresh.begin("a", 0), Known::Done(&"first"));
        assert_eq!(fresh.begin("b", 7), Known::New);
        assert_eq!(fresh.begin("c", 7), Known::Full);
    }

    #[test]
    fn what_was_recorded_is_of_no_use_later() {
        let mut fresh = Fresh::new(1, 9);
        assert_eq!(fresh.begin("a", 1), Known::New);
        fresh.finish("a", ());
        for token in 2..=6 {
            fresh.turn(token);
        }
        assert_eq!(fresh.begin("a", 1), Known::Stale(6));
        assert_eq!(fresh.check(5), Ok(()));
        assert_eq!(fresh.check(4), Err(6));
    }

    #[test]
    fn it_is_remembered_until_its_asker_has_given_up() {
        let mut fresh = Fresh::new(1, 9);
        assert_eq!(fresh.begin("a", 1), Known::New);
        fresh.finish("a", ());
        for token in 2..=5 {
            fresh.turn(token);
            assert_eq!(fresh.begin("a", 1), Known::Done(&()));
        }
        fresh.turn(6);
        // To ask once more with what is stale has not kept it.
        assert_eq!(fresh.begin("a", 1), Known::Stale(6));
    }

    proptest! {
        /// Whatever is sent again, in whatever order and with whatever token that was ever given: a
        /// question is new at most once, unless its asker was told for it that nothing was done.
        #[test]
        fn nothing_is_new_twice(
            steps in prop::collection::vec((0usize..12, 0u64..8, any::<bool>()), 0..400)
        ) {
            let mut fresh = Fresh::new(1, 6);
            let mut newest = 1;
            let mut new: HashSet<(usize, u64)> = HashSet::new();
            for (request, back, turns) in steps {
                if turns {
                    newest += 1;
                    fresh.turn(newest);
                    continue;
                }
                // As recorded: a question and its token go together.
                let token = newest.saturating_sub(back);
                let name = format!("{request} {token}");
                if fresh.begin(&name, token) == Known::New {
                    prop_assert!(new.insert((request, token)));
                    fresh.finish(&name, ());
                }
                prop_assert!(fresh.known.len() <= 6);
            }
        }
    }
}
