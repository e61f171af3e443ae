//! The lines of the nodes, as lines of the engine.

use super::pool::Pool;
use super::session::Session;
use crate::engine::{Line, LineInfo, Provider};
use crate::pool::{PROTOCOL, meaning};
use std::collections::HashMap;
use std::sync::Arc;
use tapi3_bus::LineEntry;
use tokio::time::Instant;

/// Which lines are wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// All that the user may use.
    pub all: bool,
    /// By name; of a certain node, or of whichever has it.
    pub named: Vec<(String, Option<String>)>,
    /// The node that this process is: it has its lines itself.
    pub own: Option<String>,
}

impl Wanted {
    /// Whether a node may have a line that is wanted.
    pub fn concerns(&self, node: &str) -> bool {
        let of_node =
            |named: &(String, Option<String>)| named.1.as_deref().is_none_or(|n| n == node);
        let is_own = self.own.as_deref() == Some(node);
        !is_own && (self.all || self.named.iter().any(of_node))
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
    /// Lines, by node and name, of a name that another node has, too: since when.
    doubts: HashMap<(String, String), Instant>,
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
                    if self.is_in_doubt(node, &name) {
                        continue;
                    }
                    if let Some(line) = self.moved(node, &name, &entry) {
                        line.set_in_service(in_service);
                        now.insert(name, Known { line, entry });
                        continue;
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

    /// The node that has a line of this name, other than this one.
    fn elsewhere(&self, node: &str, name: &str) -> Option<String> {
        let mut others = self.lines.known.iter();
        let found = others.find(|(other, lines)| *other != node && lines.contains_key(name));
        found.map(|(other, _)| other.clone())
    }

    /// Whether a line may have moved here from a node that has not said yet that it has it no more.
    /// Both are asked again, for as long as a lease; then they are two lines of one name.
    fn is_in_doubt(&mut self, node: &str, name: &str) -> bool {
        let key = (node.to_owned(), name.to_owned());
        let other = self.elsewhere(node, name).filter(|_| self.ready.is_none());
        let sessions = [Some(node), other.as_deref()].map(|node| self.nodes.get(node?).cloned());
        let ([Some(this), Some(other)], true) = (sessions, other.is_some()) else {
            self.lines.doubts.remove(&key);
            return false;
        };
        let lease = self.sessions.get(&other).map(Session::lease);
        let since = *self.lines.doubts.entry(key).or_insert_with(Instant::now);
        if lease.is_none_or(|lease| since.elapsed() > lease) {
            return false;
        }
        for session in [this, other] {
            if let Some(session) = self.sessions.get_mut(&session) {
                session.revision = None;
            }
        }
        true
    }

    /// The line of a node that is gone, if this is the same on another: programs that have it go on
    /// with it.
    fn moved(&mut self, node: &str, name: &str, entry: &LineEntry) -> Option<Arc<Line>> {
        let other = self.elsewhere(node, name)?;
        if self.nodes.contains_key(&other) {
            return None;
        }
        let known = self.lines.known.get_mut(&other)?.remove(name)?;
        if known.entry != *entry {
            self.forget(&known.line);
            return None;
        }
        let place = (node.to_owned(), name.to_owned());
        self.lines.places.insert(known.line.id(), place);
        Some(known.line)
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
