//! What a node knows of the store.

use crate::Time;
use crate::record::{Beat, Claim, Drain, Key, Life, LineText, Record};
use std::collections::BTreeMap;

/// A record as the store has it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Entry {
    /// Of the key; grows with every change.
    pub revision: u64,
    /// What stands there; nothing if it was deleted.
    pub record: Option<Record>,
}

/// All that the store has, as of one moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Snapshot {
    /// Which store it is: one that has lost everything is another.
    pub epoch: String,
    /// By key.
    pub entries: BTreeMap<Key, Entry>,
}

/// What is known of a key, and since when it stands there unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Known<T> {
    pub revision: u64,
    pub since: Time,
    pub record: Option<T>,
}

/// What is known of the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct View {
    pub epoch: String,
    pub lines: BTreeMap<String, Known<LineText>>,
    pub lives: BTreeMap<Life, Known<Beat>>,
    pub claims: BTreeMap<String, Known<Claim>>,
    pub drains: BTreeMap<String, Known<Drain>>,
    /// Lives that a claim names and of which no record is known, with when that was noticed.
    pub unheard: BTreeMap<Life, Time>,
}

fn put<K: Ord + Clone, T: Clone>(
    map: &mut BTreeMap<K, Known<T>>,
    key: &K,
    (revision, since): (u64, Time),
    record: Option<&T>,
) -> bool {
    if map.get(key).is_some_and(|old| old.revision >= revision) {
        return false;
    }
    let record = record.cloned();
    let known = Known {
        revision,
        since,
        record,
    };
    map.insert(key.clone(), known);
    true
}

impl View {
    /// Takes in what stands under a key. Returns whether it is new; what is older than what is known
    /// is not.
    pub fn put(&mut self, now: Time, key: &Key, entry: &Entry) -> bool {
        let stamp = (entry.revision, now);
        match (key, &entry.record) {
            (Key::Line(name), None) => put(&mut self.lines, name, stamp, None),
            (Key::Line(name), Some(Record::Line(line))) if line.line == *name => {
                put(&mut self.lines, name, stamp, Some(line))
            }
            (Key::Life(life), None) => put(&mut self.lives, life, stamp, None),
            (Key::Life(life), Some(Record::Beat(beat))) if beat.life == *life => {
                self.unheard.remove(life);
                put(&mut self.lives, life, stamp, Some(beat))
            }
            (Key::Claim(name), None) => put(&mut self.claims, name, stamp, None),
            (Key::Claim(name), Some(Record::Claim(claim))) if claim.line == *name => {
                put(&mut self.claims, name, stamp, Some(claim))
            }
            (Key::Drain(node), None) => put(&mut self.drains, node, stamp, None),
            (Key::Drain(node), Some(Record::Drain(drain))) if drain.node == *node => {
                put(&mut self.drains, node, stamp, Some(drain))
            }
            // What does not belong there.
            _ => false,
        }
    }

    /// The revision of what is known under a key.
    pub fn revision(&self, key: &Key) -> Option<u64> {
        match key {
            Key::Line(name) => self.lines.get(name).map(|known| known.revision),
            Key::Life(life) => self.lives.get(life).map(|known| known.revision),
            Key::Claim(name) => self.claims.get(name).map(|known| known.revision),
            Key::Drain(node) => self.drains.get(node).map(|known| known.revision),
        }
    }

    /// The claim on a line.
    pub fn claim(&self, line: &str) -> Option<&Claim> {
        self.claims.get(line)?.record.as_ref()
    }

    /// How a line is configured.
    pub fn line(&self, line: &str) -> Option<(u64, &LineText)> {
        let known = self.lines.get(line)?;
        Some((known.revision, known.record.as_ref()?))
    }

    /// The latest beat of a life.
    pub fn beat(&self, life: &Life) -> Option<&Beat> {
        self.lives.get(life)?.record.as_ref()
    }

    /// Whether a life is known to be over: that never changes. What is said of it is deleted only
    /// when it is.
    pub fn is_over(&self, life: &Life) -> bool {
        self.lives
            .get(life)
            .is_some_and(|known| known.record.as_ref().is_none_or(|beat| beat.over))
    }

    /// Whether anybody may take a line.
    pub fn is_free(&self, line: &str) -> bool {
        let claim = self.claim(line);
        let holder = claim.and_then(|claim| claim.holder.as_ref());
        holder.is_none_or(|life| self.is_over(life))
    }
}
