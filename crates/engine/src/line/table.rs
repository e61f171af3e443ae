//! The calls of a line, each at a fixed place.

use crate::call::Call;
use crate::error::Result;

/// The calls of a line.
pub(super) struct CallTable {
    pub slots: Vec<Entry>,
    free: usize,
    pub used: usize,
}

pub(super) enum Entry {
    Used(Call),
    /// The next free place.
    Free(usize),
}

const END: usize = usize::MAX;

impl Default for CallTable {
    fn default() -> Self {
        CallTable {
            slots: Vec::new(),
            free: END,
            used: 0,
        }
    }
}

impl CallTable {
    pub fn add(&mut self, call: &Call) -> Result<usize> {
        let index = self.free;
        if let Some(slot) = self.slots.get_mut(index) {
            if let Entry::Free(next) = *slot {
                self.free = next;
            }
            *slot = Entry::Used(call.clone());
            self.used += 1;
            return Ok(index);
        }
        self.slots.try_reserve(1)?;
        self.slots.push(Entry::Used(call.clone()));
        self.used += 1;
        Ok(self.slots.len() - 1)
    }

    pub fn remove(&mut self, index: usize) -> Option<Entry> {
        let slot = self.slots.get_mut(index)?;
        if matches!(slot, Entry::Free(_)) {
            return None;
        }
        let gone = std::mem::replace(slot, Entry::Free(self.free));
        self.free = index;
        self.used -= 1;
        Some(gone)
    }
}
