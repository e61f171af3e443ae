//! Which nodes are there, by the notices that they send. Those are not sealed: whoever may speak on the bus
//! can make names up.

use super::{Elsewhere, MAX_NODES};
use crate::pool::{Place, Room};
use std::collections::HashMap;
use std::time::Duration;
use tapi3_bus::{Notice, NoticeKind, read, subject};
use tapi3_common::sync::lock;
use tokio::time::Instant;

/// How long nodes have to say that they are there when they are asked to.
const ROLL_CALL: Duration = Duration::from_secs(2);

/// Which nodes are there.
pub(super) struct Heard {
    /// When each was heard last.
    pub nodes: HashMap<String, Instant>,
    room: Room,
    /// Since when they could all be heard.
    since: Instant,
    /// When last there were more than are kept, beside those that speak under our secret.
    too_many: Option<Instant>,
    /// When all were last asked to say that they are there: their leases may be other than ours.
    called: Option<Instant>,
}

/// Whether a node is there, as far as is known.
pub(super) enum Standing {
    There,
    /// It has not said so, and is to be asked.
    Doubtful,
    Gone,
}

impl Heard {
    pub fn new() -> Self {
        Heard {
            nodes: HashMap::new(),
            room: Room::new(MAX_NODES),
            since: Instant::now(),
            too_many: None,
            called: None,
        }
    }

    /// Nobody could be heard until now.
    pub fn begin_anew(&mut self) {
        self.since = Instant::now();
    }

    /// A node says that it is there. One that has spoken under our secret always finds room, as no more of
    /// those are known than are kept here.
    fn hear(&mut self, node: String, lease: Duration, has_spoken: impl Fn(&str) -> bool) {
        let now = Instant::now();
        if let Some(at) = self.nodes.get_mut(&node) {
            *at = now;
            return;
        }
        if self.nodes.len() >= MAX_NODES {
            self.nodes.retain(|_, at| now.duration_since(*at) <= lease);
        }
        let strangers = self.nodes.iter().filter(|(node, _)| !has_spoken(node));
        let strangers = strangers.map(|(node, at)| (node, *at));
        let place = self
            .room
            .find(self.nodes.len(), has_spoken(&node), strangers);
        match place.cloned() {
            Place::Free => {}
            Place::Of(other) => {
                self.too_many = Some(now);
                self.nodes.remove(&other);
            }
            Place::None => {
                self.too_many = Some(now);
                return;
            }
        }
        self.nodes.insert(node, now);
    }
}

impl Elsewhere {
    pub(super) fn noticed(&self, bytes: &[u8]) {
        let Ok(Notice {
            notice: NoticeKind::Alive { node, .. },
            ..
        }) = read(bytes)
        else {
            return;
        };
        if subject::is_name(&node) {
            let has_spoken = |node: &str| self.acquaintance.has_spoken(node);
            lock(&self.heard).hear(node, self.lease, has_spoken);
        }
    }

    /// Whether a node is there. It is gone if it could be heard for a whole lease and was not, and
    /// has said nothing either since all were asked: its own lease may be longer than ours.
    pub(super) fn standing(&self, node: &str) -> Standing {
        let mut heard = lock(&self.heard);
        let last = heard.nodes.get(node).copied();
        let silent = |since: Instant| since.elapsed() > self.lease;
        // One that finds room among any number of others was heard if it has said anything.
        let finds_room = || self.acquaintance.has_spoken(node);
        let is_silent = self.link.is_connected()
            && silent(heard.since)
            && (heard.too_many.is_none_or(silent) || finds_room())
            && last.is_none_or(silent);
        let has_answered = |called: Instant| last.is_some_and(|last| last >= called);
        match heard.called.map(|called| (called, called.elapsed())) {
            _ if !is_silent => Standing::There,
            Some((_, age)) if age < ROLL_CALL => Standing::There,
            Some((called, age)) if age <= self.lease + ROLL_CALL && !has_answered(called) => {
                Standing::Gone
            }
            _ => {
                heard.called = Some(Instant::now());
                Standing::Doubtful
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_node_that_has_spoken_under_our_secret_finds_room_and_keeps_it() {
        let mut heard = Heard::new();
        let lease = Duration::from_secs(10);
        let has_spoken = |node: &str| node == "n1" || node == "n2";
        heard.hear("n1".to_owned(), lease, has_spoken);
        for number in 0..2 * MAX_NODES {
            heard.hear(format!("m{number}"), lease, has_spoken);
        }
        heard.hear("n2".to_owned(), lease, has_spoken);
        assert!(heard.nodes.contains_key("n2"));
        tokio::time::advance(Duration::from_secs(1)).await;
        for number in 0..2 * MAX_NODES {
            heard.hear(format!("x{number}"), lease, has_spoken);
            assert_eq!(heard.nodes.len(), MAX_NODES);
        }
        // Each stranger has a while to speak, and no longer than others need the room.
        assert!(heard.nodes.contains_key("x0") && !heard.nodes.contains_key("m1"));
        assert!(
            ["n1", "n2"]
                .iter()
                .all(|node| heard.nodes.contains_key(*node))
        );
        assert!(heard.too_many.is_some());
    }
}
