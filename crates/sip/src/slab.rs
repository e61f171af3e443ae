//! Values in numbered places, each with a serial, so that an old number never finds a new value.

/// Where a value lies, and which one it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    slot: u32,
    serial: u32,
}

impl Key {
    /// As one number.
    pub fn to_bits(self) -> u64 {
        u64::from(self.serial) << 32 | u64::from(self.slot)
    }

    /// From [`Key::to_bits`].
    pub fn from_bits(bits: u64) -> Self {
        Key {
            slot: bits as u32,
            serial: (bits >> 32) as u32,
        }
    }
}

#[derive(Debug)]
struct Place<T> {
    serial: u32,
    value: Option<T>,
}

/// The places.
#[derive(Debug)]
pub struct Slab<T> {
    places: Vec<Place<T>>,
    free: Vec<u32>,
    used: usize,
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Slab {
            places: Vec::new(),
            free: Vec::new(),
            used: 0,
        }
    }
}

impl<T> Slab<T> {
    /// Puts in the value that `make` makes for its key.
    pub fn insert_with(&mut self, make: impl FnOnce(Key) -> T) -> Key {
        self.used += 1;
        if let Some(slot) = self.free.pop() {
            if let Some(place) = self.places.get_mut(slot as usize) {
                // Serials begin at one, so that no key of a used place is all zeros.
                place.serial = place.serial.checked_add(1).unwrap_or(1);
                let key = Key {
                    slot,
                    serial: place.serial,
                };
                place.value = Some(make(key));
                return key;
            }
        }
        let key = Key {
            slot: self.places.len() as u32,
            serial: 1,
        };
        self.places.push(Place {
            serial: 1,
            value: Some(make(key)),
        });
        key
    }

    pub fn get(&self, key: Key) -> Option<&T> {
        let place = self.places.get(key.slot as usize)?;
        place.value.as_ref().filter(|_| place.serial == key.serial)
    }

    pub fn get_mut(&mut self, key: Key) -> Option<&mut T> {
        let place = self.places.get_mut(key.slot as usize)?;
        match place.serial == key.serial {
            true => place.value.as_mut(),
            false => None,
        }
    }

    pub fn remove(&mut self, key: Key) -> Option<T> {
        let place = self.places.get_mut(key.slot as usize)?;
        if place.serial != key.serial {
            return None;
        }
        let value = place.value.take()?;
        self.free.push(key.slot);
        self.used -= 1;
        Some(value)
    }

    pub fn len(&self) -> usize {
        self.used
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The keys of all values.
    pub fn keys(&self) -> Vec<Key> {
        let places = self.places.iter().enumerate();
        let used = places.filter(|(_, place)| place.value.is_some());
        used.map(|(slot, place)| Key {
            slot: slot as u32,
            serial: place.serial,
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_key_finds_nothing() {
        let mut slab = Slab::default();
        let a = slab.insert_with(|_| 'a');
        assert_eq!(slab.get(a), Some(&'a'));
        assert_eq!(slab.remove(a), Some('a'));
        let b = slab.insert_with(|_| 'b');
        assert_eq!((slab.get(a), slab.remove(a)), (None, None));
        assert_eq!(slab.get_mut(Key::from_bits(b.to_bits())), Some(&mut 'b'));
        assert_eq!((slab.len(), slab.keys()), (1, vec![b]));
    }
}
