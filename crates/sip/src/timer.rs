//! What is due when. Whoever sets a timer keeps its [`Ticket`]; a timer is stopped by forgetting the
//! ticket: what comes due with a ticket that its owner does not know is ignored.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::time::Instant;

/// Tells one setting of a timer from every other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(u64);

#[derive(Debug)]
struct Entry<K> {
    due: Instant,
    ticket: Ticket,
    key: K,
}

impl<K> PartialEq for Entry<K> {
    fn eq(&self, other: &Self) -> bool {
        self.ticket == other.ticket
    }
}

impl<K> Eq for Entry<K> {}

impl<K> PartialOrd for Entry<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Entry<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        // The heap has the greatest on top.
        (other.due, other.ticket).cmp(&(self.due, self.ticket))
    }
}

/// Timers, each with a key that says whose and which it is.
#[derive(Debug)]
pub struct Timers<K> {
    heap: BinaryHeap<Entry<K>>,
    last: u64,
}

impl<K> Default for Timers<K> {
    fn default() -> Self {
        Timers {
            heap: BinaryHeap::new(),
            last: 0,
        }
    }
}

impl<K> Timers<K> {
    /// Sets a timer.
    pub fn set(&mut self, due: Instant, key: K) -> Ticket {
        self.last += 1;
        let ticket = Ticket(self.last);
        self.heap.push(Entry { due, ticket, key });
        ticket
    }

    /// When to look again, if ever. A timer whose ticket was forgotten counts too.
    pub fn next(&self) -> Option<Instant> {
        self.heap.peek().map(|entry| entry.due)
    }

    /// Takes one timer that is due by now.
    pub fn take(&mut self, now: Instant) -> Option<(K, Ticket)> {
        if self.next()? > now {
            return None;
        }
        let entry = self.heap.pop()?;
        Some((entry.key, entry.ticket))
    }

    /// How many are set, those included that nobody waits for any more.
    pub fn len(&self) -> usize {
        self.heap.len()
    }

    /// Whether none is set.
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }

    /// Throws away the timers that nobody waits for any more.
    pub fn sweep(&mut self, wanted: impl Fn(&K, Ticket) -> bool) {
        self.heap.retain(|entry| wanted(&entry.key, entry.ticket));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
}
