//! Slots with serial numbers, so that an id of what is gone finds nothing, though its slot is used
//! again.

/// Above this size, memory is given back when the last one is gone.
const KEEP: usize = 1024;

/// Where something is, and which one it is of all that were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    pub slot: u32,
    pub serial: u32,
}

impl Place {
    /// Where nothing ever is.
    pub const NOWHERE: Place = Place {
        slot: u32::MAX,
        serial: 0,
    };

    /// As one number, never zero for a place where something is or was.
    pub fn to_bits(self) -> u64 {
        u64::from(self.serial) << 32 | u64::from(self.slot)
    }

    /// From [`Place::to_bits`].
    pub fn from_bits(bits: u64) -> Self {
        Place {
            slot: bits as u32,
            serial: (bits >> 32) as u32,
        }
    }
}

#[derive(Debug)]
pub struct Slab<T> {
    slots: Vec<Option<(u32, T)>>,
    free: Vec<u32>,
    last: u32,
}

impl<T> Slab<T> {
    pub fn new() -> Self {
        Slab {
            slots: Vec::new(),
            free: Vec::new(),
            last: 0,
        }
    }

    pub fn len(&self) -> usize {
        self.slots.len() - self.free.len()
    }

    /// Puts something where there is room.
    pub fn insert(&mut self, value: T) -> Place {
        self.insert_with(|_| value)
    }

    /// The same for something that has to know its place.
    pub fn insert_with(&mut self, make: impl FnOnce(Place) -> T) -> Place {
        self.last = self.last.checked_add(1).unwrap_or(1);
        let serial = self.last;
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            (self.slots.len() - 1) as u32
        });
        let place = Place { slot, serial };
        if let Some(found) = self.slots.get_mut(slot as usize) {
            *found = Some((serial, make(place)));
        }
        place
    }

    pub fn get(&self, place: Place) -> Option<&T> {
        match self.slots.get(place.slot as usize)? {
            Some((serial, value)) if *serial == place.serial => Some(value),
            _ => None,
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &T> {
        let used = self.slots.iter().flatten();
        used.map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, place: Place) -> Option<&mut T> {
        match self.slots.get_mut(place.slot as usize)? {
            Some((serial, value)) if *serial == place.serial => Some(value),
            _ => None,
        }
    }

    pub fn remove(&mut self, place: Place) -> Option<T> {
        self.get_mut(place)?;
        let (_, value) = self.slots.get_mut(place.slot as usize)?.take()?;
        self.free.push(place.slot);
        if self.len() == 0 && self.slots.len() > KEEP {
            // Serials go on, so that old ids stay unknown.
            self.slots = Vec::new();
            self.free = Vec::new();
        }
        Some(value)
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Place, &mut T)> {
        self.slots
            .iter_mut()
            .enumerate()
            .filter_map(|(slot, place)| {
                let (serial, value) = place.as_mut()?;
                let place = Place {
                    slot: slot as u32,
                    serial: *serial,
                };
                Some((place, value))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_what_is_gone_finds_nothing() {
        let mut slab = Slab::new();
        let a = slab.insert('a');
        assert_eq!(slab.remove(a), Some('a'));
        let b = slab.insert('b');
        assert_eq!(a.slot, b.slot);
        assert_eq!(slab.get_mut(a), None);
        assert_eq!(slab.remove(a), None);
        assert_eq!(slab.get_mut(b), Some(&mut 'b'));
        assert_eq!(slab.len(), 1);
    }

    #[test]
    fn memory_comes_back_and_old_ids_stay_unknown() {
        let mut slab = Slab::new();
        let places: Vec<_> = (0..=KEEP).map(|n| slab.insert(n)).collect();
        for place in &places {
            assert!(slab.remove(*place).is_some());
        }
        assert_eq!((slab.len(), slab.slots.capacity()), (0, 0));
        slab.insert(0);
        assert_eq!(slab.get_mut(places[0]), None);
    }
}
