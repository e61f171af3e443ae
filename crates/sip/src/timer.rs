//! What is due when. Whoever sets a timer keeps its [`Ticket`] and stops it with that. A ticket that
//! was only forgotten does no harm either: what comes due with a ticket that its owner does not know
//! is ignored; it takes room until then.

use std::num::NonZeroU64;
use std::time::Instant;

/// Tells one setting of a timer from every other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket {
    serial: NonZeroU64,
    seat: u32,
}

#[derive(Debug)]
struct Entry<K> {
    due: Instant,
    ticket: Ticket,
    key: K,
}

/// Timers, each with a key that says whose and which it is. Setting, stopping and taking one takes
/// O(log n).
#[derive(Debug)]
pub struct Timers<K> {
    /// A binary heap: no entry is due before its parent, which is at `(index - 1) / 2`.
    heap: Vec<Entry<K>>,
    /// Where in the heap the entry of a seat is. A seat that is free may say anything.
    seats: Vec<u32>,
    free: Vec<u32>,
    last: NonZeroU64,
}

/// Above this size, memory is given back when the last timer is gone.
const KEEP: usize = 1024;

impl<K> Default for Timers<K> {
    fn default() -> Self {
        Timers {
            heap: Vec::new(),
            seats: Vec::new(),
            free: Vec::new(),
            last: NonZeroU64::MIN,
        }
    }
}

impl<K> Timers<K> {
    /// Sets a timer.
    pub fn set(&mut self, due: Instant, key: K) -> Ticket {
        self.last = self.last.saturating_add(1);
        let seat = self.free.pop().unwrap_or_else(|| {
            self.seats.push(0);
            (self.seats.len() - 1) as u32
        });
        let ticket = Ticket {
            serial: self.last,
            seat,
        };
        self.heap.push(Entry { due, ticket, key });
        self.rise(self.heap.len() - 1);
        ticket
    }

    /// Stops a timer. Returns its key, or nothing if it has come due or was stopped before.
    pub fn stop(&mut self, ticket: Ticket) -> Option<K> {
        let index = *self.seats.get(ticket.seat as usize)? as usize;
        if self.heap.get(index)?.ticket != ticket {
            return None;
        }
        self.remove(index).map(|entry| entry.key)
    }

    /// Sets a timer in place of the one that this ticket was of.
    pub fn replace(&mut self, ticket: &mut Option<Ticket>, due: Instant, key: K) {
        self.clear(ticket);
        *ticket = Some(self.set(due, key));
    }

    /// Stops the timer that this ticket was of.
    pub fn clear(&mut self, ticket: &mut Option<Ticket>) {
        if let Some(ticket) = ticket.take() {
            self.stop(ticket);
        }
    }

    /// When to look again, if ever. A timer whose ticket was only forgotten counts too.
    pub fn next(&self) -> Option<Instant> {
        self.heap.first().map(|entry| entry.due)
    }

    /// Takes one timer that is due by now; of several the one that is due first, and of those the
    /// one that was set first.
    pub fn take(&mut self, now: Instant) -> Option<(K, Ticket)> {
        if self.next()? > now {
            return None;
        }
        let entry = self.remove(0)?;
        Some((entry.key, entry.ticket))
    }

    /// How many are set, those included whose ticket was only forgotten.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    /// Whether none is set.
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }

    /// Throws away the timers that nobody waits for any more. Takes O(n).
    pub fn sweep(&mut self, wanted: impl Fn(&K, Ticket) -> bool) {
        let free = &mut self.free;
        self.heap.retain(|entry| {
            let keep = wanted(&entry.key, entry.ticket);
            if !keep {
                free.push(entry.ticket.seat);
            }
            keep
        });
        // What is sorted is a heap.
        self.heap
            .sort_unstable_by_key(|entry| (entry.due, entry.ticket));
        for index in 0..self.heap.len() {
            self.seat(index);
        }
        self.tidy();
    }

    fn remove(&mut self, index: usize) -> Option<Entry<K>> {
        if index >= self.heap.len() {
            return None;
        }
        let entry = self.heap.swap_remove(index);
        self.free.push(entry.ticket.seat);
        if index < self.heap.len() {
            let index = self.rise(index);
            self.sink(index);
        }
        self.tidy();
        Some(entry)
    }

    /// Whether the entry at `a` goes before the one at `b`. One that is not there goes last.
    fn is_before(&self, a: usize, b: usize) -> bool {
        match (self.heap.get(a), self.heap.get(b)) {
            (Some(a), Some(b)) => (a.due, a.ticket) < (b.due, b.ticket),
            (a, _) => a.is_some(),
        }
    }

    /// Notes where an entry is now.
    fn seat(&mut self, index: usize) {
        let Some(entry) = self.heap.get(index) else {
            return;
        };
        if let Some(seat) = self.seats.get_mut(entry.ticket.seat as usize) {
            *seat = index as u32;
        }
    }

    fn rise(&mut self, mut index: usize) -> usize {
        while index > 0 {
            let parent = (index - 1) / 2;
            if !self.is_before(index, parent) {
                break;
            }
            self.heap.swap(index, parent);
            self.seat(index);
            index = parent;
        }
        self.seat(index);
        index
    }

    fn sink(&mut self, mut index: usize) {
        loop {
            let (left, right) = (2 * index + 1, 2 * index + 2);
            let child = if self.is_before(right, left) {
                right
            } else {
                left
            };
            if child >= self.heap.len() || !self.is_before(child, index) {
                break;
            }
            self.heap.swap(index, child);
            self.seat(index);
            index = child;
        }
        self.seat(index);
    }

    fn tidy(&mut self) {
        if self.heap.is_empty() && self.seats.len() > KEEP {
            // Tickets from before are known by their serials.
            self.heap = Vec::new();
            self.seats = Vec::new();
            self.free = Vec::new();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use std::collections::BTreeMap;
    use std::time::Duration;

    #[test]
    fn timers_come_due_in_order_and_only_then() {
        let start = Instant::now();
        let at = |ms| start + Duration::from_millis(ms);
        let mut timers = Timers::default();
        let late = timers.set(at(20), 'b');
        let first = timers.set(at(10), 'a');
        let second = timers.set(at(10), 'c');
        assert_eq!(timers.next(), Some(at(10)));
        assert_eq!(timers.take(at(9)), None);
        assert_eq!(timers.take(at(10)), Some(('a', first)));
        assert_eq!(timers.take(at(10)), Some(('c', second)));
        assert_eq!(timers.take(at(10)), None);
        timers.sweep(|key, ticket| *key != 'b' || ticket != late);
        assert!(timers.is_empty());
    }

    #[test]
    fn a_stopped_timer_leaves_nothing_behind() {
        let start = Instant::now();
        let mut timers = Timers::default();
        let ticket = timers.set(start, 'a');
        assert_eq!(timers.stop(ticket), Some('a'));
        assert_eq!(timers.stop(ticket), None);
        assert_eq!((timers.len(), timers.next()), (0, None));
        // The seat is taken by another now, whom the old ticket does not stop.
        let other = timers.set(start, 'b');
        assert_eq!(timers.stop(ticket), None);
        assert_eq!(timers.take(start), Some(('b', other)));
        assert_eq!(timers.stop(other), None);
    }

    /// Against a sorted map, through all operations.
    #[test]
    fn timers_are_a_sorted_map() {
        let start = Instant::now();
        let mut random = Random::seeded(7);
        let mut timers = Timers::default();
        let mut map: BTreeMap<(Instant, Ticket), u32> = BTreeMap::new();
        let mut now = start;
        for step in 0..40_000u32 {
            // It grows beyond what is kept, and shrinks to nothing, in turns.
            let grows = (step / 5_000) % 2 == 0;
            match random.byte() {
                0..=99 if grows => {
                    let due = now + Duration::from_millis(u64::from(random.number() % 1000));
                    map.insert((due, timers.set(due, step)), step);
                }
                0..=159 => {
                    let nth = random.number() as usize % map.len().max(1);
                    let Some((&place, &key)) = map.iter().nth(nth.min(50)) else {
                        continue;
                    };
                    map.remove(&place);
                    assert_eq!(timers.stop(place.1), Some(key));
                }
                160..=200 => {
                    now += Duration::from_millis(1);
                    while let Some((key, ticket)) = timers.take(now) {
                        let first = map.pop_first();
                        assert_eq!(first.map(|((_, t), k)| (k, t)), Some((key, ticket)));
                    }
                }
                201 => {
                    timers.sweep(|key, _| key % 3 != 0);
                    map.retain(|_, key| *key % 3 != 0);
                }
                _ => {}
            }
            assert_eq!(timers.len(), map.len());
            assert_eq!(
                timers.next(),
                map.first_key_value().map(|((due, _), _)| *due)
            );
        }
        while let Some((key, ticket)) = timers.take(now + Duration::from_secs(9)) {
            let first = map.pop_first();
            assert_eq!(first.map(|((_, t), k)| (k, t)), Some((key, ticket)));
        }
        assert!(timers.is_empty() && map.is_empty());
    }
}
