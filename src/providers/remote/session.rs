//! A session with one node: what was asked and is not answered, and what is known of its end.

use super::outcome::Teller;
use crate::engine::{Error, ErrorKind, Reply};
use crate::pool::meaning::OVER;
use crate::pool::{Identity, Link};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;
use tapi3_bus::seal::seal;
use tapi3_bus::{Ask, LineEntry, Order, ToNode, VERSION, subject};
use tokio::time::Instant;

/// A node that has not told its lease counts as gone after this.
const FIRST_LEASE: Duration = Duration::from_secs(10);

/// How many times within a lease a client says that it is there.
const KEEPS: u32 = 4;

/// Notices are not sealed: however many there are, a session asks because of them once in so long.
const NOTICE_PAUSE: Duration = Duration::from_secs(1);

/// After how long a question is asked again, and the longest pause between two tries.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(8);

/// A call that could not be asked for within this is not placed any more: its caller does not expect
/// it.
const LATEST_PLACING: Duration = Duration::from_secs(10);

/// Why a call that could not be asked for was not placed.
pub(super) const NOT_REACHED: Error = Error::new(
    ErrorKind::OutOfService,
    "The node that has the line cannot be reached.",
);

/// What becomes of an answer.
pub(super) enum Then {
    Nothing,
    Open,
    Lines,
    Resync,
    Close,
    /// The call with this tag was to be placed.
    Make(u64, Reply),
    /// The call with this tag was to end.
    End(u64, Option<Reply>),
    /// Digits with this serial number were to be sent on the call with this tag.
    Digits(u64, u32),
    /// The node is to tell of the digits of the call with this tag.
    HearDigits(u64),
    /// The node is to carry the sound of the call with this tag.
    Sound(u64),
    /// Something else was wished of the call with this tag.
    Do(u64, Reply),
    /// A line was to change, as long as its program waits for that.
    Line(Teller, Instant),
}

impl Then {
    /// The call that it is about.
    pub fn tag(&self) -> Option<u64> {
        match self {
            Then::Make(tag, _)
            | Then::End(tag, _)
            | Then::Do(tag, _)
            | Then::Digits(tag, _)
            | Then::HearDigits(tag)
            | Then::Sound(tag) => Some(*tag),
            _ => None,
        }
    }

    /// The call is over, for whatever reason.
    pub fn over(self) {
        match self {
            Then::End(_, Some(reply)) => reply.ok(),
            Then::Make(_, reply) | Then::Do(_, reply) => reply.fail(OVER),
            _ => {}
        }
    }
}

/// A question that is not answered yet.
pub(super) struct Pending {
    ask: Ask,
    pub then: Then,
    begun: Instant,
    next_try: Instant,
    pause: Duration,
    /// Whether it has ever left.
    sent: bool,
}

impl Pending {
    /// What is asked.
    pub fn ask(&self) -> &Ask {
        &self.ask
    }
}

/// A session with one node.
pub(super) struct Session {
    pub node: String,
    /// The node's life that it is with.
    pub incarnation: u64,
    client: String,
    subject: String,
    /// The node's lease, once the session is open.
    pub lease: Option<Duration>,
    /// What the node gave when the session was opened.
    pub token: u64,
    pub begun: Instant,
    /// When the node was heard last: by what it has sealed in this session, and nothing else.
    pub heard: Instant,
    pub kept: Instant,
    /// Whether a notice says that the node has begun another life, which it is to be asked about.
    pub doubted: bool,
    /// Of what revision the lines are by the last notice, until they are asked for.
    pub noticed: Option<u64>,
    /// When the lines were asked for last.
    listed_at: Option<Instant>,
    keep: Option<u64>,
    next_op: u64,
    next_call: u64,
    pub order: Order,
    pub pending: BTreeMap<u64, Pending>,
    /// The calls by their numbers in the session, each with its tag.
    pub calls: HashMap<u64, u64>,
    /// The question for the state of all calls, and the calls that were told of since.
    pub resync: Option<(u64, HashSet<u64>)>,
    /// Whether a call was told of on a line that was not known yet.
    pub missed: bool,
    /// The lines as they come in.
    pub listing: Option<Vec<LineEntry>>,
    /// Of what revision the first of them were.
    pub listed: Option<u64>,
    /// Of what revision the lines are that are known.
    pub revision: Option<u64>,
}

impl Session {
    pub fn new(node: String, incarnation: u64, client: String, user: &str) -> Self {
        let now = Instant::now();
        Session {
            subject: subject::ask(&node, user),
            node,
            incarnation,
            client,
            lease: None,
            token: 0,
            begun: now,
            heard: now,
            kept: now,
            doubted: false,
            noticed: None,
            listed_at: None,
            keep: None,
            next_op: 1,
            next_call: 1,
            order: Order::default(),
            pending: BTreeMap::new(),
            calls: HashMap::new(),
            resync: None,
            missed: false,
            listing: None,
            listed: None,
            revision: None,
        }
    }

    /// A number for a call that is to be placed.
    pub fn number(&mut self) -> u64 {
        let number = self.next_call;
        self.next_call += 2;
        number
    }

    /// After how long a silence the node counts as gone.
    pub fn lease(&self) -> Duration {
        self.lease.unwrap_or(FIRST_LEASE)
    }

    /// Asks for something. Returns the number of the question.
    pub async fn ask(&mut self, link: &Link, who: &Identity, ask: Ask, then: Then) -> u64 {
        let op = self.next_op;
        self.next_op += 1;
        let now = Instant::now();
        let sent = self.send(link, who, op, &ask).await;
        let pending = Pending {
            ask,
            then,
            begun: now,
            next_try: now + FIRST_PAUSE,
            pause: FIRST_PAUSE,
            sent,
        };
        self.pending.insert(op, pending);
        op
    }

    /// Begins a listing: the answers to the questions of another one are not waited for any more.
    pub fn begin_listing(&mut self) {
        self.pending
            .retain(|_, pending| !matches!(pending.then, Then::Lines));
        self.listing = Some(Vec::new());
        self.listed_at = Some(Instant::now());
    }

    /// Whether a notice is a reason to ask for the lines now.
    pub fn is_to_list(&mut self) -> bool {
        let is_early = (self.listed_at).is_some_and(|at| at.elapsed() < NOTICE_PAUSE);
        if is_early || self.listing.is_some() {
            return false;
        }
        let noticed = self.noticed.take();
        noticed.is_some() && noticed != self.revision
    }

    /// Whether it is time to say that we are still there, or a notice is a reason to.
    pub fn is_to_keep(&self) -> bool {
        let age = self.kept.elapsed();
        age >= self.lease() / KEEPS || (self.doubted && age >= NOTICE_PAUSE)
    }

    /// Says that we are still there, and asks whether the node is.
    pub async fn keep(&mut self, link: &Link, who: &Identity) {
        if let Some(earlier) = self.keep.take() {
            self.pending.remove(&earlier);
        }
        self.kept = Instant::now();
        self.doubted = false;
        self.keep = Some(self.ask(link, who, Ask::Keep {}, Then::Nothing).await);
    }

    /// Asks again what is due, or everything with `all`. Gives back the placings, the digits and the
    /// changes of lines that it is too late for; none of the placings and digits has ever left.
    pub async fn try_again(&mut self, link: &Link, who: &Identity, all: bool) -> Vec<Then> {
        let now = Instant::now();
        let mut due = Vec::new();
        let mut late = Vec::new();
        for (op, pending) in &mut self.pending {
            let is_late = now.duration_since(pending.begun) > LATEST_PLACING;
            match (&pending.then, pending.sent) {
                (Then::Make(..) | Then::Digits(..), false) if is_late => late.push(*op),
                // Whoever wanted it was told that it may not have been done, and may want the opposite.
                (Then::Line(_, until), _) if *until <= now => late.push(*op),
                // It may have been placed: it is for the hang-up to say that it is not wanted.
                (Then::Make(..), true) if is_late => {}
                _ if all || pending.next_try <= now => {
                    pending.pause = (pending.pause * 2).min(LONGEST_PAUSE);
                    pending.next_try = now + pending.pause;
                    due.push((*op, pending.ask.clone()));
                }
                _ => {}
            }
        }
        for (op, ask) in due {
            let sent = self.send(link, who, op, &ask).await;
            if let Some(pending) = self.pending.get_mut(&op) {
                pending.sent |= sent;
            }
        }
        let late = late.into_iter().filter_map(|op| self.pending.remove(&op));
        late.map(|pending| pending.then).collect()
    }

    async fn send(&self, link: &Link, who: &Identity, op: u64, ask: &Ask) -> bool {
        let message = ToNode {
            v: VERSION,
            client: self.client.clone(),
            op,
            token: self.token,
            ask: ask.clone(),
        };
        match seal(&who.key, &self.subject, &message) {
            Ok(bytes) => link.send(&self.subject, bytes).await,
            Err(error) => {
                tracing::error!("a question to node {:?} is not sent: {error}", self.node);
                false
            }
        }
    }

    /// What waits for an answer about the call with this tag.
    pub fn take_pending_of(&mut self, tag: u64) -> Vec<Then> {
        let about = |pending: &Pending| pending.then.tag() == Some(tag);
        let ops: Vec<u64> = (self.pending.iter())
            .filter(|(_, pending)| about(pending))
            .map(|(op, _)| *op)
            .collect();
        let taken = ops.into_iter().filter_map(|op| self.pending.remove(&op));
        taken.map(|pending| pending.then).collect()
    }

    /// Whether the call with this tag is still being placed, and may be.
    pub fn may_be_placed(&self, tag: u64) -> bool {
        let mut pending = self.pending.values();
        pending.any(|pending| {
            let is_late = pending.begun.elapsed() > LATEST_PLACING;
            matches!(pending.then, Then::Make(of, _) if of == tag) && !is_late
        })
    }

    /// Whether the node was asked for its last words and has not said them.
    pub fn is_closing(&self) -> bool {
        let mut pending = self.pending.values();
        // One that it never opened has no calls that it might end.
        self.lease.is_some() && pending.any(|pending| matches!(pending.then, Then::Close))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_notices_are_one_reason_to_ask() {
        let mut session = Session::new("n1".to_owned(), 1, "c".to_owned(), "alice");
        session.lease = Some(FIRST_LEASE);
        assert!(!session.is_to_list() && !session.is_to_keep());
        session.noticed = Some(2);
        assert!(session.is_to_list());
        session.begin_listing();
        for revision in 3..100 {
            session.noticed = Some(revision);
            session.doubted = true;
            assert!(!session.is_to_list() && !session.is_to_keep());
            // As soon as the answer is there.
            session.listing = None;
        }
        let before = Instant::now().checked_sub(NOTICE_PAUSE).unwrap();
        (session.listed_at, session.kept) = (Some(before), before);
        assert!(session.is_to_keep());
        // What it says is what is known already.
        session.revision = Some(99);
        assert!(!session.is_to_list());
        session.noticed = Some(100);
        assert!(session.is_to_list());
    }
}
