//! The lines of the nodes, as lines of the engine.

use super::pool::Pool;
use crate::engine::{Line, LineInfo, Provider};
use crate::pool::{PROTOCOL, meaning};
use std::collections::HashMap;
use std::sync::Arc;
use tapi3_bus::LineEntry;

/// Which lines are wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// All that the user may use.
    pub all: bool,
    /// By name; of a certain node, or of whichever has it.
    pub named: Vec<(String, Option<String>)>,
}

impl Wanted {
    /// Whether a node may have a line that is wanted.
    pub fn concerns(&self, node: &str) -> bool {
        let of_node =
            |named: &(String, Option<String>)| named.1.as_deref().is_none_or(|n| n == node);
        self.all || self.named.iter().any(of_node)
    }

    /// Whether this line is wanted.
    pub fn wants(&self, node: &str, name: &str) -> bool {
        self.all || self.names(node, name)
    }

    fn names(&self, node: &str, name: &str) -> bool {
        let is_it = |named: &(String, Option<String>)| {
            named.0 == name && named.1.as_deref().is_none_or(|n| n == node)
        };
        self.named.iter().any(is_it)
    }
}

/// A line that is known.
pub(super) struct Known {
    line: Arc<Line>,
    /// What the node says of it, but whether it is in service.
    entry: LineEntry,
}

/// The lines that are known, by node and name.
#[derive(Default)]
pub(super) struct Lines {
    known: HashMap<String, HashMap<String, Known>>,
    /// By the engine's number of each line: its node and its name there.
    places: HashMap<u32, (String, String)>,
}

impl Lines {
    /// Where the line with this number is: node and name.
    pub fn place(&self, line: u32) -> Option<(&str, &str)> {
        let (node, name) = self.places.get(&line)?;
        Some((node, name))
    }

    /// The line of this name at this node.
    pub fn find(&self, node: &str, name: &str) -> Option<Arc<Line>> {
        let known = self.known.get(node)?.get(name)?;
        Some(known.line.clone())
    }

    /// The node is gone, or not to be reached: its lines are out of service.
    pub fn rest(&self, node: &str) {
        for known in self.known.get(node).into_iter().flat_map(HashMap::values) {
            known.line.set_in_service(false);
        }
    }

    /// Whether every line is known that is wanted by name.
    pub fn satisfy(&self, wanted: &Wanted) -> bool {
        wanted.named.iter().all(|(name, node)| match node {
            Some(node) => self.find(node, name).is_some(),
            None => self.known.values().any(|lines| lines.contains_key(name)),
        })
    }
}

impl Pool {
    /// The node has these lines for us, and no others.
    pub(super) fn listed(&mut self, node: &str, entries: Vec<LineEntry>) {
        let Some(provider) = self.provider.upgrade() else {
            return;
        };
        let provider: Arc<dyn Provider> = provider;
        let mut before = self.lines.known.remove(node).unwrap_or_default();
        let mut now = HashMap::new();
        for mut entry in entries {
            let name = entry.name.clone();
            if now.contains_key(&name) {
                // Two lines of a node do not have one name; they may have moved between two pages.
                continue;
            }
            let in_service = std::mem::take(&mut entry.in_service);
            let known = match before.remove(&name) {
                Some(known) if known.entry == entry => known,
                other => {
                    if let Some(changed) = other {
                        self.forget(&changed.line);
                    }
                    let Some(shown) = self.shown(node, &name) else {
                        continue;
                    };
                    let info = info(shown, node, &entry);
                    let line = self.engine.make_line(info, provider.clone());
                    let place = (node.to_owned(), name.clone());
                    self.lines.places.insert(line.id(), place);
                    self.engine.publish_line(&line);
                    Known { line, entry }
                }
            };
            known.line.set_in_service(in_service);
            now.insert(name, known);
        }
        for gone in before.into_values() {
            self.forget(&gone.line);
        }
        self.lines.known.insert(node.to_owned(), now);
    }

    fn forget(&mut self, line: &Arc<Line>) {
        self.engine.remove_line(line);
        self.lines.places.remove(&line.id());
    }

    /// What a line is called here; none if it is not wanted. Where all are wanted, one whose name is
    /// taken has the node's behind it.
    fn shown(&self, node: &str, name: &str) -> Option<String> {
        let elsewhere = (self.lines.known.iter()).filter(|(other, _)| *other != node);
        let mut elsewhere = elsewhere.filter_map(|(_, lines)| lines.get(name));
        if self.wanted.names(node, name) && elsewhere.next().is_none() {
            return Some(name.to_owned());
        }
        if !self.wanted.all {
            return None;
        }
        let lines = self.engine.lines().unwrap_or_default();
        Some(match lines.iter().any(|line| line.info().name == name) {
            true => format!("{name} ({node})"),
            false => name.to_owned(),
        })
    }
}

fn info(name: String, node: &str, entry: &LineEntry) -> LineInfo {
    LineInfo {
        name,
        address: entry.address.clone(),
        provider: format!("{}@{node}", entry.provider),
        protocol: PROTOCOL.to_owned(),
        media: entry.media,
        address_types: entry.address_types,
        features: meaning::features(&entry.offers),
        max_active: entry.max_active,
        max_held: entry.max_held,
        max_conference: 0,
    }
}
