//! Which nodes speak under our secret, and how long others are waited for.

use super::MAX_NODES;
use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;
use tapi3_common::sync::lock;
use tokio::time::Instant;

/// For how long a node is waited for that has never said anything under our secret, and how often it
/// is asked then: it may have no endpoint at all.
const GRACE: Duration = Duration::from_secs(5);
const ANOTHER_TRY: Duration = Duration::from_secs(5);

/// How many such nodes are waited for at once: whoever may speak on the bus can make names up.
const MOST_STRANGERS: usize = 16;

/// Which nodes speak under our secret.
#[derive(Default)]
pub(super) struct Acquaintance(Mutex<HashMap<String, Met>>);

enum Met {
    /// It has said something, last at this time.
    Speaks(Instant),
    /// It was asked, first and last at these times, and has never answered.
    Mute { first: Instant, last: Instant },
}

impl Met {
    fn last(&self) -> Instant {
        match self {
            Met::Speaks(last) | Met::Mute { last, .. } => *last,
        }
    }
}

/// What is to be done about a node that is there.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asking {
    /// Ask it, and wait for it.
    Wait,
    /// Ask it, and do not wait.
    Try,
    No,
}

impl Acquaintance {
    /// A node has said something under our secret.
    pub fn speaks(&self, node: &str) {
        self.note(node, Met::Speaks(Instant::now()));
    }

    /// Whether it ever has.
    pub fn has_spoken(&self, node: &str) -> bool {
        matches!(lock(&self.0).get(node), Some(Met::Speaks(_)))
    }

    fn note(&self, node: &str, met: Met) {
        let mut known = lock(&self.0);
        match known.get_mut(node) {
            Some(known) => *known = met,
            None => {
                if known.len() >= MAX_NODES {
                    // Strangers are met anew.
                    known.retain(|_, met| matches!(met, Met::Speaks(_)));
                }
                if known.len() >= MAX_NODES && matches!(met, Met::Speaks(_)) {
                    // Names come and go, where each machine that is started has one of its own.
                    let oldest = known.iter().min_by_key(|(_, met)| met.last());
                    let oldest = oldest.map(|(node, _)| node.clone());
                    oldest.map(|node| known.remove(&node));
                }
                if known.len() < MAX_NODES {
                    known.insert(node.to_owned(), met);
                }
            }
        }
    }

    /// `strangers` are waited for already.
    pub(super) fn asking(&self, node: &str, strangers: &mut usize) -> Asking {
        let now = Instant::now();
        let (first, last) = match lock(&self.0).get(node) {
            Some(Met::Speaks(_)) => return Asking::Wait,
            Some(Met::Mute { first, last }) => (*first, *last),
            None => (now, now),
        };
        // It was asked for that long, and not once a long time ago.
        let asking = match (last - first < GRACE, now - last < ANOTHER_TRY) {
            (true, _) if *strangers < MOST_STRANGERS => {
                *strangers += 1;
                Asking::Wait
            }
            (true, _) | (false, false) => Asking::Try,
            (false, true) => return Asking::No,
        };
        self.note(node, Met::Mute { first, last: now });
        asking
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_node_that_never_speaks_is_waited_for_no_longer_after_a_while() {
        let met = Acquaintance::default();
        let asking = |node: &str| met.asking(node, &mut 0);
        assert_eq!(asking("n1"), Asking::Wait);
        // A while ago is once.
        tokio::time::advance(GRACE * 9).await;
        assert_eq!(asking("n1"), Asking::Wait);
        assert_eq!(asking("n1"), Asking::No);
        tokio::time::advance(ANOTHER_TRY).await;
        assert_eq!(asking("n1"), Asking::Try);
        assert_eq!(asking("n1"), Asking::No);
        met.speaks("n1");
        tokio::time::advance(ANOTHER_TRY * 9).await;
        assert_eq!(asking("n1"), Asking::Wait);
        // Whoever makes names up takes no more room than this, and nobody's time.
        let mut strangers = 0;
        for name in 0..3 * MAX_NODES {
            let asking = met.asking(&format!("x{name}"), &mut strangers);
            assert_eq!(asking == Asking::Wait, name < MOST_STRANGERS);
            assert!(lock(&met.0).len() <= MAX_NODES);
        }
        assert_eq!(asking("n1"), Asking::Wait);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_spoke_longest_ago_makes_room_for_a_node_that_speaks_and_for_no_stranger() {
        let met = Acquaintance::default();
        let second = Duration::from_secs(1);
        for name in 0..MAX_NODES {
            met.speaks(&format!("n{name}"));
            tokio::time::advance(second).await;
        }
        met.speaks("n0");
        met.asking("stranger", &mut 0);
        tokio::time::advance(second).await;
        met.speaks("new");
        assert!(["n0", "n2", "new"].iter().all(|node| met.has_spoken(node)));
        assert!(!met.has_spoken("n1"));
        assert_eq!(lock(&met.0).len(), MAX_NODES);
    }
}
