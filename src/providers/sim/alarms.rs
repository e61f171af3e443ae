//! When which leg is to be looked after: a heap in which every leg has at most one time. Places
//! are reserved beforehand, so that setting a time needs no memory.

use crate::shared::OutOfMemory;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    /// Nanoseconds of the clock.
    due: u64,
    /// The order of asking, for times that are equal.
    serial: u64,
    leg: u32,
}

/// The leg has no place.
const NONE: u32 = u32::MAX;
/// The leg has a place but no time.
const IDLE: u32 = u32::MAX - 1;

/// The times of all legs.
#[derive(Debug, Default)]
pub(super) struct Alarms {
    heap: Vec<Entry>,
    /// For each leg, where it stands in the heap.
    places: Vec<u32>,
    reserved: usize,
    serial: u64,
}

impl Alarms {
    /// Keeps a place for `leg`, until it is released.
    pub fn reserve(&mut self, leg: u32) -> Result<(), OutOfMemory> {
        let index = leg as usize;
        if self.places.get(index).is_some_and(|place| *place != NONE) {
            return Ok(());
        }
        let missing = (index + 1).saturating_sub(self.places.len());
        self.places.try_reserve(missing)?;
        let more = (self.reserved + 1).saturating_sub(self.heap.len());
        self.heap.try_reserve(more)?;
        self.places.resize(self.places.len() + missing, NONE);
        self.put(leg, IDLE);
        self.reserved += 1;
        Ok(())
    }

    /// Gives the place of `leg` back, and its time with it.
    pub fn release(&mut self, leg: u32) {
        if self.place(leg) == NONE {
            return;
        }
        self.cancel(leg);
        self.put(leg, NONE);
        self.reserved -= 1;
    }

    /// Sets the one time of `leg`. Takes memory only if no place was reserved.
    pub fn set(&mut self, leg: u32, due: u64) -> Result<(), OutOfMemory> {
        self.reserve(leg)?;
        self.cancel(leg);
        self.serial += 1;
        self.heap.push(Entry {
            due,
            serial: self.serial,
            leg,
        });
        let last = self.heap.len() - 1;
        self.put(leg, last as u32);
        self.rise(last);
        Ok(())
    }

    /// Takes the time of `leg` away; its place stays.
    pub fn cancel(&mut self, leg: u32) {
        let place = self.place(leg);
        if place >= IDLE {
            return;
        }
        self.take(place as usize);
        self.put(leg, IDLE);
    }

    /// The earliest time.
    pub fn next(&self) -> Option<u64> {
        self.heap.first().map(|entry| entry.due)
    }

    /// Takes out the first leg whose time has come.
    pub fn pop(&mut self, now: u64) -> Option<u32> {
        let first = self.heap.first().filter(|entry| entry.due <= now)?;
        let leg = first.leg;
        self.cancel(leg);
        Some(leg)
    }

    fn place(&self, leg: u32) -> u32 {
        self.places.get(leg as usize).copied().unwrap_or(NONE)
    }

    fn put(&mut self, leg: u32, place: u32) {
        if let Some(known) = self.places.get_mut(leg as usize) {
            *known = place;
        }
    }

    fn take(&mut self, place: usize) {
        let last = self.heap.len().saturating_sub(1);
        self.swap(place, last);
        self.heap.pop();
        if place < last {
            self.sink(place);
            self.rise(place);
        }
    }

    fn swap(&mut self, a: usize, b: usize) {
        if a >= self.heap.len() || b >= self.heap.len() {
            return;
        }
        self.heap.swap(a, b);
        for place in [a, b] {
            if let Some(leg) = self.heap.get(place).map(|entry| entry.leg) {
                self.put(leg, place as u32);
            }
        }
    }

    fn rise(&mut self, mut place: usize) {
        while place > 0 {
            let parent = (place - 1) / 2;
            if self.heap.get(parent) <= self.heap.get(place) {
                return;
            }
            self.swap(parent, place);
            place = parent;
        }
    }

    fn sink(&mut self, mut place: usize) {
        loop {
            let left = place * 2 + 1;
            let Some(mut least) = self.heap.get(left) else {
                return;
            };
            let mut child = left;
            if let Some(right) = self.heap.get(left + 1) {
                if right < least {
                    least = right;
                    child = left + 1;
                }
            }
            if self.heap.get(place) <= Some(least) {
                return;
            }
            self.swap(place, child);
            place = child;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legs_come_out_in_order_of_time_and_of_asking() {
        let mut alarms = Alarms::default();
        for (leg, due) in [(4, 30), (1, 10), (2, 20), (3, 10), (0, 5)] {
            alarms.set(leg, due).unwrap();
        }
        alarms.cancel(2);
        alarms.set(0, 40).unwrap();
        let order: Vec<u32> = std::iter::from_fn(|| alarms.pop(100)).collect();
        assert_eq!(order, [1, 3, 4, 0]);
    }

    #[test]
    fn nothing_comes_before_its_time() {
        let mut alarms = Alarms::default();
        alarms.set(7, 10).unwrap();
        assert_eq!(alarms.next(), Some(10));
        assert_eq!(alarms.pop(9), None);
        assert_eq!(alarms.pop(10), Some(7));
        assert_eq!(alarms.next(), None);
    }

    #[test]
    fn a_reserved_leg_is_set_without_memory() {
        let mut alarms = Alarms::default();
        for leg in 0..100 {
            alarms.reserve(leg).unwrap();
        }
        let room = alarms.heap.capacity();
        for leg in 0..100 {
            alarms.set(leg, u64::from(100 - leg)).unwrap();
        }
        assert_eq!(alarms.heap.capacity(), room);
        let order: Vec<u32> = std::iter::from_fn(|| alarms.pop(1000)).collect();
        assert_eq!(order, (0..100).rev().collect::<Vec<_>>());
    }

    #[test]
    fn a_released_leg_is_silent() {
        let mut alarms = Alarms::default();
        alarms.set(1, 1).unwrap();
        alarms.release(1);
        assert_eq!(alarms.pop(10), None);
        assert_eq!(alarms.reserved, 0);
    }
}
