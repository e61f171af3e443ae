//! The nodes that share the lines of the bus, for the command: which there are, and that one is to
//! hand its lines on.

use super::failed;
use super::shared_lines::{PATIENCE, SharedLines};
use super::store::Store;
use crate::engine::Result;
use std::collections::BTreeMap;
use std::time::Duration;
use tapi3_bus::VERSION;
use tapi3_lease::{Answer, Beat, Drain, Key, Record, Snapshot};

/// A node that takes lines of the bus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its name.
    pub node: String,
    /// How many lines of the bus it has.
    pub lines: usize,
    /// How much of them it shall have, relative to others.
    pub weight: u32,
    /// Whether it hands its lines on and takes none.
    pub draining: bool,
    /// Which of the bus's records said so last.
    pub revision: u64,
    /// Within how long it says something again, as long as it lives.
    pub lease: Duration,
}

/// The latest that is said of each life that goes on, as far as is known, with its revision.
pub(super) fn living(snapshot: &Snapshot) -> Vec<(u64, &Beat)> {
    let beats = snapshot.entries.values().filter_map(|entry| {
        let Some(Record::Beat(beat)) = &entry.record else {
            return None;
        };
        Some((entry.revision, beat))
    });
    let lives = |(_, beat): &(u64, &Beat)| !beat.over && beat.weight > 0;
    beats.filter(lives).collect()
}

impl SharedLines {
    /// The nodes that take lines of the bus, by name. One that was killed is among them until the
    /// others have noticed.
    ///
    /// # Errors
    /// If the bus does not tell.
    pub fn nodes(&self) -> Result<Vec<Standing>> {
        self.runtime.block_on(async {
            match Store::find(&self.link.client(), &self.secret).await? {
                Some(store) => Ok(nodes(&store.read().await?.0)),
                None => Ok(Vec::new()),
            }
        })
    }

    /// Has a node hand its lines on, each when its calls are over, and take none until its process
    /// ends; or, without `on`, take lines again. Returns whether there is such a node.
    ///
    /// # Errors
    /// If the bus does not take it.
    pub fn drain(&self, node: &str, on: bool) -> Result<bool> {
        let refused = |why: &str| failed("The node is not told", &why);
        self.runtime.block_on(async {
            let Some(store) = Store::find(&self.link.client(), &self.secret).await? else {
                return Ok(false);
            };
            let snapshot = store.read().await?.0;
            let lives = living(&snapshot).into_iter();
            let of_node = lives.filter(|(_, beat)| beat.life.node == node);
            let Some((_, beat)) = of_node.max_by_key(|(revision, _)| *revision) else {
                return Ok(false);
            };
            let key = Key::Drain(node.to_owned());
            let before = snapshot.entries.get(&key);
            let stands = before.is_some_and(|entry| entry.record.is_some());
            if !on && !stands {
                return Ok(true);
            }
            let drain = Drain {
                v: VERSION,
                node: node.to_owned(),
                lot: beat.life.lot,
            };
            let record = on.then_some(Record::Drain(drain));
            let place = (store.epoch.as_str(), &key);
            let expect = before.map(|entry| entry.revision);
            let answer = store.write(place, expect, record.as_ref(), PATIENCE).await;
            if let (true, Answer::Done(_)) = (on, &answer) {
                return Ok(true);
            }
            // What came of it is seen.
            let after = store.read().await?.0;
            let after = after.entries.get(&key).and_then(|e| e.record.as_ref());
            match after == record.as_ref() {
                true => Ok(true),
                false => Err(refused("somebody else tells it something else now")),
            }
        })
    }
}

fn nodes(snapshot: &Snapshot) -> Vec<Standing> {
    let mut all = BTreeMap::new();
    for (revision, beat) in living(snapshot) {
        let claims = snapshot.entries.values().filter(|entry| {
            let Some(Record::Claim(claim)) = &entry.record else {
                return false;
            };
            claim.holder.as_ref() == Some(&beat.life)
        });
        let standing = Standing {
            node: beat.life.node.clone(),
            lines: claims.count(),
            weight: beat.weight,
            draining: beat.draining,
            revision,
            lease: beat.lease(),
        };
        all.insert(&beat.life, standing);
    }
    all.into_values().collect()
}
