//! The store that the nodes of the model share lines by.

use std::collections::BTreeMap;
use tapi3_lease::{Answer, Entry, Key, Record, Snapshot, Ticket};

/// What the nodes use.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Store {
    pub(crate) epoch: u32,
    /// What the nodes know of that.
    pub(crate) name: String,
    revision: u64,
    pub(crate) entries: BTreeMap<Key, Entry>,
    /// All that has changed, in order, since the epoch began.
    pub(crate) log: Vec<(Key, Entry)>,
}

impl Store {
    pub(crate) fn new(epoch: u32) -> Self {
        Store {
            epoch,
            name: format!("e{epoch}"),
            revision: 0,
            entries: BTreeMap::new(),
            log: Vec::new(),
        }
    }

    /// Compare-and-set.
    pub(crate) fn write(&mut self, write: &Write) -> Answer {
        if matches!(write.key, Key::Life(_) | Key::Claim(_)) && write.epoch != self.name {
            // Another key: nobody looks there. The node's own hopes of it are what is tried.
            return match write.expect {
                None => Answer::Done(self.revision + 1),
                Some(_) => Answer::Stands(None),
            };
        }
        let entry = self.entries.get(&write.key);
        if entry.map(|entry| entry.revision) != write.expect {
            return Answer::Stands(entry.cloned());
        }
        self.put(write.key.clone(), write.record.clone());
        Answer::Done(self.revision)
    }

    pub(crate) fn put(&mut self, key: Key, record: Option<Record>) {
        self.revision += 1;
        let revision = self.revision;
        let entry = Entry { revision, record };
        self.entries.insert(key.clone(), entry.clone());
        self.log.push((key, entry));
    }

    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot {
            epoch: self.name.clone(),
            entries: self.entries.clone(),
        }
    }
}

/// A write on its way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Write {
    pub(crate) node: usize,
    pub(crate) ticket: Ticket,
    pub(crate) epoch: String,
    pub(crate) key: Key,
    pub(crate) expect: Option<u64>,
    pub(crate) record: Option<Record>,
    /// Whether the node waits for the answer.
    pub(crate) awaited: bool,
    pub(crate) late: bool,
}
