//! What an agent tells those who have its sockets and its lines, and the words that it tells it in.

use super::identity::Diverted;
use super::probe::{ProbeId, Probed};
use super::subscriptions::{WatchId, WatchedDialog};
use crate::flow::Transport;
use crate::registration::Why;
use crate::slab::Place;
use std::net::SocketAddr;
use std::time::Duration;

/// A call of an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CallId(pub(crate) Place);

impl CallId {
    /// As one number, never zero.
    pub fn to_bits(self) -> u64 {
        self.0.to_bits()
    }

    /// From [`CallId::to_bits`].
    pub fn from_bits(bits: u64) -> Self {
        CallId(Place::from_bits(bits))
    }
}

/// A line of an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LineId(pub u32);

/// A party as a header names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The display name, without quotes.
    pub name: String,
    /// The URI.
    pub uri: String,
}

/// An INVITE, for those who decide about it.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// From, or who a trusted network says it is (RFC 3325).
    pub caller: Named,
    pub to: Named,
    /// Who sent the call on last, unless the party wants not to be shown.
    pub diverted_by: Option<Named>,
    /// All who sent it on, the latest first: by Diversion (RFC 5806) or else by History-Info
    /// (RFC 7044). Empty if nobody says so whom the line trusts.
    pub diversions: Vec<Diverted>,
    /// For how long the caller waits, in seconds, if it says so.
    pub expires: Option<u64>,
    /// Whom the new call replaces (RFC 3891), if it names one of ours.
    pub replaces: Option<CallId>,
    /// Who sent the caller here (RFC 3892).
    pub referred_by: Option<Named>,
    /// Whether the caller wants to be anonymous (RFC 3323).
    pub anonymous: bool,
    /// Whether the caller has described its sound, so that ours may be described before the answer.
    pub described: bool,
    /// Whether the caller wants our description with the first word that it acknowledges
    /// (RFC 3262 §5).
    pub wants_ours: bool,
}

/// Why a call is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The far end hung up, with the Q.850 cause or SIP code of its Reason header (RFC 3326).
    Bye { q850: Option<u16>, sip: Option<u16> },
    /// The caller gave up before the answer.
    Cancelled { answered_elsewhere: bool },
    /// A final answer refused it. `rang`: somebody was told of the call before.
    Refused {
        code: u16,
        rang: bool,
        q850: Option<u16>,
    },
    /// It rang here for as long as the line wants, and nobody answered it.
    Unanswered,
    /// The far end says nothing any more.
    Silent,
    /// It could not be set up or kept up, for this reason.
    Failed(&'static str),
    /// It was ended from here.
    HungUp,
}

/// Why an operation failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The far end answered so.
    Answer(u16, String),
    /// No answer came.
    TimedOut,
    /// It could not be sent.
    NotSent,
    /// The call is not in a state for it.
    WrongState,
    /// The call ended meanwhile.
    Over,
}

/// What happens.
#[derive(Debug)]
pub enum Event {
    /// A call comes in. To be answered at once by `Agent::ring`, `Agent::answer` or `Agent::refuse`.
    Offered {
        call: CallId,
        line: LineId,
        offer: Box<Offer>,
    },
    /// News of a call that is being placed.
    Progress {
        call: CallId,
        code: u16,
        reason: String,
    },
    /// Our call was answered.
    Answered {
        call: CallId,
        code: u16,
        reason: String,
        /// Who answered, if a trusted network says it.
        connected: Option<Named>,
    },
    /// A redirection wants the call to go to one of these, best first. To be followed by
    /// `Agent::redirect`, or given up with `Agent::refuse_redirection`.
    Redirected {
        call: CallId,
        code: u16,
        reason: String,
        targets: Vec<String>,
    },
    /// An operation is done, or was refused.
    Done {
        call: CallId,
        result: Result<(), Refusal>,
    },
    /// The far end put us on hold, or took us back.
    HeldByPeer { call: CallId, held: bool },
    /// What is agreed on for sound is said for the first time, or may have changed:
    /// `Agent::session`.
    Media { call: CallId },
    /// The same before the answer, of either side: what is said by then is worth hearing.
    EarlyMedia { call: CallId },
    /// A key was pressed at the far end, which tells it by INFO, and for how long.
    Key {
        call: CallId,
        key: u8,
        length: Duration,
    },
    /// The far end wants to hear nothing of keys by INFO.
    KeysRefused { call: CallId },
    /// The far end wants us to call somebody else instead (RFC 3515). To be answered by
    /// `Agent::accept_transfer` or `Agent::refuse_transfer`.
    TransferWanted {
        call: CallId,
        target: String,
        referred_by: Option<Named>,
    },
    /// How a transfer of ours goes on: the code of the far end's latest word.
    Transferring { call: CallId, code: u16 },
    /// Requests of this call go to a host that has to be looked up: `Agent::set_way`. Until then
    /// they go where the last message came from, and as long as the connection stands that it came
    /// over.
    Resolve { call: CallId, uri: String },
    /// The call is over for the application.
    Ended {
        call: CallId,
        end: End,
        /// The final answer that ended it, if one did.
        reason: Option<(u16, String)>,
    },
    /// A line is to register: `Agent::register` with the ways to its registrar.
    FindRegistrar { line: LineId },
    /// A line is registered, for so long.
    Registered { line: LineId, lasts: Duration },
    /// A line is not registered; the next attempt is so far off.
    NotRegistered {
        line: LineId,
        /// The registrar's code; 0 if it gave none.
        code: u16,
        why: Why,
        retry: Duration,
    },
    /// The registration of a line is taken back, as far as it could be.
    Unregistered { line: LineId },
    /// Something is to be watched: `Agent::subscribe` with the ways to this URI, through the line's
    /// servers if it has some.
    FindNotifier {
        watch: WatchId,
        line: LineId,
        uri: String,
    },
    /// Something is watched from now on.
    Watching {
        watch: WatchId,
        line: LineId,
        uri: String,
    },
    /// Something cannot be watched; the next attempt is so far off. Without one it is given up, and
    /// [`Event::Unwatched`] follows.
    NotWatching {
        watch: WatchId,
        line: LineId,
        uri: String,
        /// The notifier's code; 0 if it gave none.
        code: u16,
        retry: Option<Duration>,
    },
    /// Messages wait for a line, or wait no more (RFC 3842). `new` and `old` may be 0 although some
    /// wait, where a server does not count.
    Messages {
        line: LineId,
        waiting: bool,
        new: u32,
        old: u32,
    },
    /// The calls of another line, all that are not over (RFC 4235).
    Dialogs {
        watch: WatchId,
        line: LineId,
        uri: String,
        dialogs: Vec<WatchedDialog>,
    },
    /// Something is watched no more: its number means nothing any more.
    Unwatched { watch: WatchId },
    /// Whether somebody is there who was asked by `Agent::probe`.
    Probed {
        probe: ProbeId,
        result: Result<Probed, Refusal>,
    },
    /// Nobody there has said a word to a request, for as long as that may take: for those who choose
    /// between servers.
    Silent {
        transport: Transport,
        peer: SocketAddr,
    },
    /// The far end of a call that was hung up from here did not confirm it: with an answer of this
    /// code, or none at all. It may believe to be in a call.
    Unconfirmed {
        call: CallId,
        peer: SocketAddr,
        code: Option<u16>,
    },
    /// Nobody waits for anything of the call any more: its number means nothing from now on.
    Gone { call: CallId },
}

/// What lives, for those who count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Calls of which the wire still expects something.
    pub calls: usize,
    /// Traces of calls that are over, which wait for stray answers.
    pub traces: usize,
    pub dialogs: usize,
    pub transactions: usize,
    pub timers: usize,
}
