//! A map to living objects that does not keep them alive: one object per key, as COM identity
//! demands of the faces of call hubs and addresses.

use core::hash::Hash;
use std::sync::Mutex;

use super::error::Result;
use super::object::{Class, Object, Ref};
use super::weak::Weak;
use tapi3_common::numbers::Numbered;
use tapi3_common::sync::lock;

type Entries<K, T> = Numbered<K, Weak<T>>;

/// Finds the living object for a key, or makes it.
///
/// Lookup and creation happen under one lock, and a lookup only ever succeeds while somebody
/// owns the object. So at most one object that lives belongs to a key, even when the last
/// Release races with a lookup: the lookup either gets a reference before the count is zero, or
/// finds the object dead and makes the next one.
pub struct WeakMap<K, T: Class> {
    entries: Mutex<Option<Entries<K, T>>>,
}

impl<K: Eq + Hash, T: Class> WeakMap<K, T> {
    /// An empty map.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            entries: Mutex::new(None),
        }
    }

    /// The living object for `key`.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<Ref<T>> {
        lock(&self.entries).as_ref()?.get(key)?.upgrade()
    }

    /// The living object for `key`; where there is none, `create` makes its value.
    ///
    /// `create` runs under the map's lock, and only when its value will become the object: it must
    /// not use this map, nor drop the last reference to an object of this class.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`, before `create` is called; or what `create` answers. The map is as it was.
    pub fn get_or_insert(&self, key: K, create: impl FnOnce() -> Result<T>) -> Result<Ref<T>> {
        let mut entries = lock(&self.entries);
        let entries = entries.get_or_insert_default();
        if let Some(living) = entries.get(&key).and_then(Weak::upgrade) {
            return Ok(living);
        }
        entries.try_reserve(1)?;
        let vacant = Object::reserve()?;
        let object = vacant.fill(create()?);
        entries.insert(key, object.downgrade());
        Ok(object)
    }

    /// Forgets the object for `key` if it is dead; for `T`'s destructor. Answers whether the key
    /// is free now: false when the next object already took it.
    pub fn remove_dead(&self, key: &K) -> bool {
        let mut entries = lock(&self.entries);
        let Some(entries) = entries.as_mut() else {
            return true;
        };
        match entries.get(key) {
            Some(entry) if !entry.is_dead() => false,
            Some(_) => {
                entries.remove(key);
                true
            }
            None => true,
        }
    }

    /// References to all living objects, in no order.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn living(&self) -> Result<Vec<Ref<T>>> {
        // Declared first, so that the references go after the lock does.
        let mut living = Vec::new();
        let entries = lock(&self.entries);
        if let Some(entries) = entries.as_ref() {
            living.try_reserve_exact(entries.len())?;
            living.extend(entries.values().filter_map(Weak::upgrade));
        }
        drop(entries);
        Ok(living)
    }
}

impl<K: Eq + Hash, T: Class> Default for WeakMap<K, T> {
    fn default() -> Self {
        Self::new()
    }
}
