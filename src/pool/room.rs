//! Room for what somebody on the bus says is there. Names can be made up by whoever may speak there, so
//! that only so many are kept; a name that nobody stands behind makes room for another, and one that has
//! shown that it is known to us does not.

use std::time::Duration;
use tokio::time::Instant;

/// How long a name is kept at least before another has its place: so long it has to show who it is, and
/// no more names than there is room for are asked within it.
const CHANCE: Duration = Duration::from_millis(250);

/// How soon those that found no room are asked to say once more that they are there.
const PAUSE: Duration = Duration::from_secs(1);

/// How often it is said at most that there is none.
const COMPLAINT_PAUSE: Duration = Duration::from_secs(60);

/// Where another name goes.
#[derive(Debug, PartialEq, Eq)]
pub enum Place<T> {
    /// There is room.
    Free,
    /// In the place of this one.
    Of(T),
    /// Nowhere now.
    None,
}

impl<T: Clone> Place<&T> {
    /// The same, and its name a copy.
    pub fn cloned(self) -> Place<T> {
        match self {
            Place::Free => Place::Free,
            Place::Of(name) => Place::Of(name.clone()),
            Place::None => Place::None,
        }
    }
}

/// Room for so many names, and for whom there was none.
#[derive(Debug)]
pub struct Room {
    most: usize,
    /// Until when nobody's place can be another's.
    full_until: Option<Instant>,
    /// Since when somebody has found none.
    turned_away: Option<Instant>,
    complained: Option<Instant>,
}

impl Room {
    /// For `most` names.
    pub fn new(most: usize) -> Self {
        Room {
            most,
            full_until: None,
            turned_away: None,
            complained: None,
        }
    }

    /// Where another name goes if `taken` are kept. `strangers` are those of them that nobody stands
    /// behind as far as is known, and since when they are kept: the oldest goes first. For one that
    /// `is_known` each of them goes at once.
    pub fn find<T>(
        &mut self,
        taken: usize,
        is_known: bool,
        strangers: impl Iterator<Item = (T, Instant)>,
    ) -> Place<T> {
        if taken < self.most {
            return Place::Free;
        }
        let now = Instant::now();
        self.complain(now);
        if !is_known && self.full_until.is_some_and(|until| now < until) {
            return self.turn_away(now);
        }
        match strangers.min_by_key(|(_, since)| *since) {
            Some((oldest, since)) if is_known || now >= since + CHANCE => Place::Of(oldest),
            oldest => {
                let since = oldest.map_or(now, |(_, since)| since);
                self.full_until = Some(since + CHANCE);
                self.turn_away(now)
            }
        }
    }

    fn turn_away<T>(&mut self, now: Instant) -> Place<T> {
        self.turned_away.get_or_insert(now);
        Place::None
    }

    fn complain(&mut self, now: Instant) {
        let is_new = |at: Instant| now.duration_since(at) >= COMPLAINT_PAUSE;
        if self.complained.is_none_or(is_new) {
            self.complained = Some(now);
            let most = self.most;
            tracing::warn!(
                most,
                "more nodes are said to be there than are known at once: some of them may be made up"
            );
        }
    }

    /// Whether nodes are to be asked to say once more that they are there: some found no room a while
    /// ago.
    pub fn is_to_ask(&mut self) -> bool {
        let is_due = |at: &mut Instant| at.elapsed() >= PAUSE;
        self.turned_away.take_if(is_due).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn the_oldest_stranger_makes_room_and_only_after_a_while() {
        let mut room = Room::new(2);
        let first = Instant::now();
        assert_eq!(room.find(1, false, [("a", first)].into_iter()), Place::Free);
        tokio::time::advance(CHANCE / 2).await;
        let two = || [("b", first + CHANCE / 2), ("a", first)].into_iter();
        assert_eq!(room.find(2, false, two()), Place::None);
        // Who is known need not wait.
        assert_eq!(room.find(2, true, two()), Place::Of("a"));
        assert!(!room.is_to_ask());
        tokio::time::advance(CHANCE / 2).await;
        assert_eq!(room.find(2, false, two()), Place::Of("a"));
        tokio::time::advance(PAUSE).await;
        assert!(room.is_to_ask());
        assert!(!room.is_to_ask());
        // Those who have shown who they are never go.
        let none = || std::iter::empty::<(&str, Instant)>();
        assert_eq!(room.find(2, false, none()), Place::None);
        assert_eq!(room.find(2, true, none()), Place::None);
    }
}
