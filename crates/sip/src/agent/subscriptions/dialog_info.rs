//! Dialog information (RFC 4235 §4): the calls of another line, of which a document tells all, or only
//! what changed since the one before it.

use roxmltree::{Document, Node, ParsingOptions};

pub(super) const TYPE: &str = "application/dialog-info+xml";

/// The largest body that is read, in bytes, and the most elements of it.
const MAX_BODY: usize = 0xFFFF;
const MAX_NODES: u32 = 8192;
/// As many calls of one line are kept.
const MAX_DIALOGS: usize = 128;

const NAMESPACE: &str = "urn:ietf:params:xml:ns:dialog-info";

/// Who began a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The line that is watched.
    Initiator,
    /// Somebody who calls it.
    Recipient,
}

/// Where a call of another line stands (RFC 4235 §3.7.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WatchedState {
    /// An INVITE is under way, and nothing came back.
    Trying,
    /// Something came back that makes no dialog.
    Proceeding,
    /// It rings: such a call can be picked up (RFC 3891, with `early-only`).
    Early,
    Confirmed,
    Terminated,
}

/// A call of another line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedDialog {
    /// The notifier's own name for it.
    pub id: String,
    /// What a Replaces header needs (RFC 3891): of the watched line's side, if it is told.
    pub call_id: Option<String>,
    pub local_tag: Option<String>,
    pub remote_tag: Option<String>,
    pub direction: Option<Direction>,
    pub state: WatchedState,
    /// Who is at the other end, if it is told.
    pub remote: Option<String>,
}

impl WatchedDialog {
    /// The Replaces value that takes this call over from the watched line (RFC 3891 §3): its own tag
    /// is the To tag there. `None` as long as not all of it is known.
    pub fn replaces(&self) -> Option<String> {
        let (call_id, to) = (self.call_id.as_ref()?, self.local_tag.as_ref()?);
        let from = self.remote_tag.as_ref()?;
        let odd = |text: &String| text.bytes().any(|b| b <= b' ' || b == b';' || b == b',');
        if [call_id, to, from].into_iter().any(odd) {
            return None;
        }
        let early = match self.state {
            WatchedState::Early | WatchedState::Proceeding => ";early-only",
            _ => "",
        };
        Some([call_id, ";to-tag=", to, ";from-tag=", from, early].concat())
    }
}

/// What is known of a line's calls.
#[derive(Debug, Default)]
pub(super) struct Dialogs {
    version: Option<u64>,
    all: Vec<WatchedDialog>,
}

impl Dialogs {
    /// A subscription begins: versions do too.
    pub fn begin(&mut self) {
        *self = Dialogs::default();
    }

    /// The calls that are not over.
    pub fn list(&self) -> Vec<WatchedDialog> {
        self.all.clone()
    }

    /// Takes a document in. `None` if it is none.
    pub fn take(&mut self, body: &[u8]) -> Option<()> {
        if body.len() > MAX_BODY {
            return None;
        }
        let text = std::str::from_utf8(body).ok()?;
        let options = ParsingOptions {
            allow_dtd: false,
            nodes_limit: MAX_NODES,
            ..ParsingOptions::default()
        };
        let document = Document::parse_with_options(text, options).ok()?;
        let root = document.root_element();
        if !is(&root, "dialog-info") {
            return None;
        }
        let version = root.attribute("version")?.trim().parse::<u64>().ok()?;
        // What came late is out of date (§4.3).
        if self.version.is_some_and(|last| version <= last) {
            return Some(());
        }
        let full = root
            .attribute("state")
            .is_none_or(|state| state != "partial");
        self.version = Some(version);
        if full {
            self.all.clear();
        }
        for node in root.children().filter(|node| is(node, "dialog")) {
            if let Some(dialog) = read(&node) {
                self.put(dialog);
            }
        }
        Some(())
    }

    fn put(&mut self, dialog: WatchedDialog) {
        let known = self.all.iter().position(|known| known.id == dialog.id);
        match (known, dialog.state) {
            (Some(at), WatchedState::Terminated) => drop(self.all.remove(at)),
            (None, WatchedState::Terminated) => {}
            (Some(at), _) => {
                if let Some(known) = self.all.get_mut(at) {
                    *known = dialog;
                }
            }
            (None, _) if self.all.len() < MAX_DIALOGS => self.all.push(dialog),
            (None, _) => {}
        }
    }
}

/// Whether a node is this element; some leave the namespace out.
fn is(node: &Node<'_, '_>, name: &str) -> bool {
    let tag = node.tag_name();
    let ours = tag.namespace().is_none_or(|space| space == NAMESPACE);
    node.is_element() && ours && tag.name() == name
}

fn read(node: &Node<'_, '_>) -> Option<WatchedDialog> {
    let attribute = |name: &str| node.attribute(name).map(str::to_owned);
    let state = node.children().find(|child| is(child, "state"))?;
    let state = match state.text().unwrap_or_default().trim() {
        "trying" => WatchedState::Trying,
        "proceeding" => WatchedState::Proceeding,
        "early" => WatchedState::Early,
        "confirmed" => WatchedState::Confirmed,
        "terminated" => WatchedState::Terminated,
        _ => return None,
    };
    let direction = match node.attribute("direction") {
        Some("initiator") => Some(Direction::Initiator),
        Some("recipient") => Some(Direction::Recipient),
        _ => None,
    };
    let remote = node.children().find(|child| is(child, "remote"));
    let identity = remote.and_then(|remote| {
        let named = remote.children().find(|child| is(child, "identity"));
        let named = named.and_then(|named| named.text());
        named.map(|text| text.trim().to_owned())
    });
    Some(WatchedDialog {
        id: attribute("id")?,
        call_id: attribute("call-id"),
        local_tag: attribute("local-tag"),
        remote_tag: attribute("remote-tag"),
        direction,
        state,
        remote: identity.filter(|text| !text.is_empty()),
    })
}
