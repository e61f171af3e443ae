//! The lines of the nodes, as lines of the engine.

use super::pool::Pool;
use super::session::Session;
use crate::engine::{Line, LineInfo, Provider};
use crate::pool::{PROTOCOL, meaning};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use tapi3_bus::{ForwardEntry, LineEntry};
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

    /// Whether a line of this node is wanted by its name and the node's.
    pub fn names_node(&self, node: &str) -> bool {
        self.named
            .iter()
            .any(|named| named.1.as_deref() == Some(node))
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
    /// What the node says of it that does not change by itself.
    entry: LineEntry,
}

/// What changes on a line.
struct Standing {
    in_service: bool,
    message_waiting: bool,
    do_not_disturb: bool,
    forwards: Vec<ForwardEntry>,
}

impl Standing {
    /// Takes it out of what a node says.
    fn take(entry: &mut LineEntry) -> Self {
        Standing {
            in_service: std::mem::take(&mut entry.in_service),
            message_waiting: std::mem::take(&mut entry.message_waiting),
            do_not_disturb: std::mem::take(&mut entry.do_not_disturb),
            forwards: std::mem::take(&mut entry.forwards),
        }
    }

    /// The line is so.
    fn show(self, line: &Arc<Line>) {
        line.set_in_service(self.in_service);
        line.message_waiting_changed(self.message_waiting);
        line.do_not_disturb_changed(self.do_not_disturb);
        line.forwarding_changed(meaning::rules(self.forwards));
    }
}

/// The lines that are known, by node and name.
#[derive(Default)]
pub(super) struct Lines {
    known: HashMap<String, HashMap<String, Known>>,
    /// Which nodes have a line of each name.
    nodes: HashMap<String, Vec<String>>,
    /// By the engine's number of each line: its node and its name there.
    places: HashMap<u32, (String, String)>,
    /// What they are called here.
    shown: HashSet<String>,
    /// By node, its lines of a name that another node has, too: since when.
    doubts: HashMap<String, HashMap<String, Instant>>,
}

impl Lines {
    /// Where the line with this number is: node and name.
    pub fn place(&self, line: u32) -> Option<(&str, &str)> {
        let (node, name) = self.places.get(&line)?;
        Some((node, name))
    }

    /// A node other than this one that has a line of this name, and is of this kind.
    fn elsewhere(&self, node: &str, name: &str, is_it: impl Fn(&str) -> bool) -> Option<&String> {
        let mut nodes = self.nodes.get(name)?.iter();
        nodes.find(|other| *other != node && is_it(other))
    }

    /// The node has these lines, and no others.
    fn set(&mut self, node: &str, before: Vec<String>, now: HashMap<String, Known>) {
        for name in before {
            if !now.contains_key(&name) {
                self.leaves(node, &name);
            }
        }
        for name in now.keys() {
            let nodes = self.nodes.entry(name.clone()).or_default();
            if !nodes.iter().any(|other| other == node) {
                nodes.push(node.to_owned());
            }
        }
        self.known.insert(node.to_owned(), now);
    }

    /// The node has the line of this name no more.
    fn leaves(&mut self, node: &str, name: &str) {
        if let Some(nodes) = self.nodes.get_mut(name) {
            nodes.retain(|other| other != node);
            if nodes.is_empty() {
                self.nodes.remove(name);
            }
        }
    }

    /// The line of this name at this node.
    pub fn find(&self, node: &str, name: &str) -> Option<Arc<Line>> {
        let known = self.known.get(node)?.get(name)?;
        Some(known.line.clone())
    }

    /// Whether lines of this node are known, also of one that is gone.
    pub fn knows(&self, node: &str) -> bool {
        self.known.get(node).is_some_and(|known| !known.is_empty())
    }

    /// The node is gone, or not to be reached: its lines are out of service.
    pub fn rest(&mut self, node: &str) {
        self.doubts.remove(node);
        for known in self.known.get(node).into_iter().flat_map(HashMap::values) {
            known.line.set_in_service(false);
        }
    }

    /// Whether every line is known that is wanted by name.
    pub fn satisfy(&self, wanted: &Wanted) -> bool {
        wanted.named.iter().all(|(name, node)| match node {
            Some(node) => self.find(node, name).is_some(),
            None => self.nodes.contains_key(name),
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
        let names: Vec<String> = before.keys().cloned().collect();
        let doubts = self.lines.doubts.remove(node).unwrap_or_default();
        let mut others = None;
        let mut now = HashMap::new();
        for mut entry in entries {
            let name = entry.name.clone();
            if now.contains_key(&name) {
                // Two lines of a node do not have one name; they may have moved between two pages.
                continue;
            }
            let standing = Standing::take(&mut entry);
            let known = match before.remove(&name) {
                Some(known) if known.entry == entry => known,
                other => {
                    if let Some(changed) = other {
                        self.forget(&changed.line);
                    }
                    if self.is_in_doubt(node, &name, doubts.get(&name).copied()) {
                        continue;
                    }
                    if let Some(line) = self.moved(node, &name, &entry) {
                        standing.show(&line);
                        now.insert(name, Known { line, entry });
                        continue;
                    }
                    let others = others.get_or_insert_with(|| self.other_names());
                    let Some(shown) = self.shown(node, &name, others) else {
                        continue;
                    };
                    self.lines.shown.insert(shown.clone());
                    let info = info(shown, node, &entry);
                    let line = self.engine.make_line(info, provider.clone());
                    let place = (node.to_owned(), name.clone());
                    self.lines.places.insert(line.id(), place);
                    self.engine.publish_line(&line);
                    Known { line, entry }
                }
            };
            standing.show(&known.line);
            now.insert(name, known);
        }
        for gone in before.into_values() {
            self.forget(&gone.line);
        }
        self.lines.set(node, names, now);
    }

    /// Whether a line may have moved here from a node that has not said yet that it has it no more.
    /// Both are asked again, for as long as a lease; then they are two lines of one name.
    fn is_in_doubt(&mut self, node: &str, name: &str, since: Option<Instant>) -> bool {
        let is_there = |other: &str| self.nodes.contains_key(other);
        let other = self.lines.elsewhere(node, name, is_there);
        let other = other.and_then(|other| self.nodes.get(other).cloned());
        let this = self.nodes.get(node).cloned();
        let (Some(this), Some(other), true) = (this, other, self.ready.is_none()) else {
            return false;
        };
        let lease = self.sessions.get(&other).map(Session::lease);
        let since = since.unwrap_or_else(Instant::now);
        if lease.is_none_or(|lease| since.elapsed() > lease) {
            return false;
        }
        let doubts = self.lines.doubts.entry(node.to_owned()).or_default();
        doubts.insert(name.to_owned(), since);
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
        let is_gone = |other: &str| !self.nodes.contains_key(other);
        let other = self.lines.elsewhere(node, name, is_gone)?.clone();
        let known = self.lines.known.get_mut(&other)?.remove(name)?;
        self.lines.leaves(&other, name);
        if known.entry != *entry {
            self.forget(&known.line);
            return None;
        }
        let place = (node.to_owned(), name.to_owned());
        self.lines.places.insert(known.line.id(), place);
        let line = known.line;
        line.set_provider_name(provider_name(node, entry));
        Some(line)
    }

    fn forget(&mut self, line: &Arc<Line>) {
        self.engine.remove_line(line);
        self.lines.places.remove(&line.id());
        self.lines.shown.remove(&line.info().name);
    }

    /// What lines of this machine are called.
    fn other_names(&self) -> HashSet<String> {
        let lines = self.engine.lines().unwrap_or_default();
        let mut lines: Vec<Arc<Line>> = lines;
        lines.retain(|line| !self.lines.places.contains_key(&line.id()));
        lines.iter().map(|line| line.info().name.clone()).collect()
    }

    /// What a line is called here; none if it is not wanted. Where all are wanted, one whose name is
    /// taken has the node's behind it.
    fn shown(&self, node: &str, name: &str, others: &HashSet<String>) -> Option<String> {
        if self.wanted.names(node, name) && self.lines.elsewhere(node, name, |_| true).is_none() {
            return Some(name.to_owned());
        }
        if !self.wanted.all {
            return None;
        }
        Some(
            match self.lines.shown.contains(name) || others.contains(name) {
                true => format!("{name} ({node})"),
                false => name.to_owned(),
            },
        )
    }
}

fn provider_name(node: &str, entry: &LineEntry) -> String {
    format!("{}@{node}", entry.provider)
}

fn info(name: String, node: &str, entry: &LineEntry) -> LineInfo {
    LineInfo {
        name,
        address: entry.address.clone(),
        provider: provider_name(node, entry),
        protocol: PROTOCOL.to_owned(),
        media: entry.media,
        address_types: entry.address_types,
        features: meaning::features(&entry.offers),
        max_active: entry.max_active,
        max_held: entry.max_held,
        max_conference: entry.max_conference,
    }
}
