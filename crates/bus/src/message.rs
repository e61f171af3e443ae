//! What machines say to each other.

use crate::records::{RecordsPart, RecordsWanted};
use serde::{Deserialize, Serialize};

/// The version of the messages that this code writes.
pub const VERSION: u32 = 1;

/// What everybody hears.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// [`VERSION`].
    pub v: u32,
    /// What is said.
    pub notice: NoticeKind,
}

/// The kinds of [`Notice`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoticeKind {
    /// A node is there. Said at least three times within its lease.
    Alive {
        /// The node's name.
        node: String,
        /// A number that the node drew by lot when it started: another one is another life of it,
        /// and none of the calls of the life before are there any more.
        incarnation: u64,
        /// Changes when anything about the node's lines does: time to ask for them again.
        revision: u64,
    },
    /// Somebody wants to know which nodes there are: each says [`NoticeKind::Alive`].
    Who {},
    /// Something that a later version says.
    #[serde(other)]
    Unknown,
}

/// What a client wants of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToNode {
    /// [`VERSION`].
    pub v: u32,
    /// The session.
    pub client: String,
    /// The number of what is asked for, higher for each new thing; the same if it is asked again.
    pub op: u64,
    /// What the node gave with [`Tell::Opened`]; 0 where the session is still to be opened.
    #[serde(default)]
    pub token: u64,
    /// What is asked for.
    pub ask: Ask,
}

/// The kinds of wishes. Calls go by a number within the session: odd if the client chose it, for a
/// call that it places, even if the node did, for one that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ask {
    /// Begin the session.
    Open {
        /// The life of the node that it is meant for.
        incarnation: u64,
    },
    /// The client is still there. Said at least three times within the node's lease; a node that
    /// hears nothing for so long ends the session.
    Keep {},
    /// End the session, and with it the calls that the client placed or answered.
    Close {},
    /// Tell of the lines that the user may use, [`Tell::Lines`].
    Lines {
        /// How many lines to skip.
        from: u64,
    },
    /// Tell of every call that is up on these lines, [`Tell::Calls`].
    Calls {
        /// How many calls to skip.
        from: u64,
    },
    /// Tell of calls that are over, [`Tell::Records`]. Not answered again if it is asked again.
    Records(RecordsWanted),
    /// Tell of every call of the session as it is now, then answer.
    Resync {},
    /// Place a call.
    Make(Beginning),
    /// Begin a call with the one that is parked at the destination.
    Unpark(Beginning),
    /// Begin a call with one that rings: at the destination if there is one, otherwise anywhere in
    /// the group, otherwise in the line's own.
    Pickup(Beginning),
    /// Answer a call that came in.
    Answer {
        /// Its number.
        call: u64,
    },
    /// End a call in whatever state it is.
    Drop {
        /// Its number.
        call: u64,
        /// DISCONNECT_CODE.
        reason: u32,
    },
    /// Put a call on hold.
    Hold {
        /// Its number.
        call: u64,
    },
    /// Take it back.
    Unhold {
        /// Its number.
        call: u64,
    },
    /// Put a call on hold and take another back.
    Swap {
        /// The connected one.
        call: u64,
        /// The held one.
        held: u64,
    },
    /// Send the far end elsewhere and leave.
    BlindTransfer {
        /// The call.
        call: u64,
        /// Where to.
        destination: String,
    },
    /// Send whoever calls in a call that rings elsewhere: it rings here no more.
    Redirect {
        /// The call.
        call: u64,
        /// Where to.
        destination: String,
    },
    /// Join the far ends of two calls and leave both.
    CompleteTransfer {
        /// The one that waited on hold.
        call: u64,
        /// The consultation.
        consult: u64,
    },
    /// Make two calls a conference, or add the second to that of the first.
    Join {
        /// The one that waited on hold.
        call: u64,
        /// The consultation.
        consult: u64,
    },
    /// Take a call out of its conference and end it.
    Leave {
        /// The call.
        call: u64,
    },
    /// Park a call and leave. The answer says where.
    Park {
        /// The call.
        call: u64,
        /// Where; the switch chooses if that is not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<String>,
    },
    /// Dial more digits on a call that waits for them.
    Dial {
        /// The call.
        call: u64,
        /// The digits.
        digits: String,
    },
    /// Send digits, in place of what is being sent. Answered when they are sent; failed if they are
    /// given up. One that comes behind a later one is not carried out.
    SendDigits {
        /// The call.
        call: u64,
        /// `0` to `9`, `A` to `D`, `*`, `#`; `,` is a pause, `!` a flash of the hook.
        digits: String,
        /// How long each lasts, milliseconds.
        each_ms: u32,
        /// How long it is silent after each, milliseconds.
        gap_ms: u32,
    },
    /// Send no more digits.
    StopDigits {
        /// The call.
        call: u64,
    },
    /// Tell of the digits that the far end presses from now on, [`Tell::Digit`].
    HearDigits {
        /// The call.
        call: u64,
    },
    /// Carry the sound of a call, in [`crate::Frame`]s, from now on, or do so no more. One that comes
    /// behind a later one is not carried out.
    Sound {
        /// The call.
        call: u64,
        /// Whether the node is to hear what the client plays to the far end.
        plays: bool,
        /// Whether the client is to hear what the far end says.
        hears: bool,
    },
    /// Forward the calls that come in on a line.
    Forward {
        /// The line, by name.
        line: String,
        /// The rules, at most [`crate::MAX_FORWARDS`], in place of those before; none cancels them.
        forwards: Vec<ForwardEntry>,
    },
    /// Refuse the calls that come in on a line as busy, or do so no more.
    DoNotDisturb {
        /// The line, by name.
        line: String,
        /// Whether to.
        on: bool,
    },
    /// Light a line's message lamp, or put it out.
    MessageWaiting {
        /// The line, by name.
        line: String,
        /// Whether to.
        on: bool,
    },
    /// Something that a later version asks for.
    #[serde(other)]
    Unknown,
}

/// A call that is to begin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// Its number, which the client chooses.
    pub call: u64,
    /// The line, by name.
    pub line: String,
    /// Whom to call, or where what is taken waits.
    pub destination: String,
    /// TAPIMEDIATYPE_* bits.
    pub media: u32,
    /// LINEADDRESSTYPE_* bit.
    pub address_type: u32,
    /// The group in which a ringing call is picked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// What a node says to a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToClient {
    /// [`VERSION`].
    pub v: u32,
    /// One more for each message of the session, from 1; 0 for a word outside of any session:
    /// [`Tell::NoSession`], or [`Tell::Failed`] where [`Ask::Open`] is refused.
    pub seq: u64,
    /// What is said.
    pub tell: Tell,
}

/// The kinds of answers and events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Tell {
    /// The session has begun.
    Opened {
        /// The number of what was asked for.
        op: u64,
        /// The node's lease, milliseconds: after so long without a word the other side counts as
        /// gone, and with it the session.
        lease_ms: u64,
        /// A number that the node drew by lot, for [`ToNode::token`]: what was recorded of a session
        /// is of no use to somebody who opens it once more.
        #[serde(default)]
        token: u64,
    },
    /// Operation `op` was carried out.
    Done {
        /// Its number.
        op: u64,
        /// What it has found out: where a call is parked.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
    },
    /// Operation `op` was not carried out.
    Failed {
        /// Its number.
        op: u64,
        /// What kind of failure, such as `timeout`; one that is not known is a plain failure.
        error: String,
        /// A sentence for people.
        text: String,
    },
    /// There is no such session, or none any more: its calls are over.
    NoSession {
        /// The number of what was asked for; 0 if the node says it by itself, as the session's last
        /// word.
        op: u64,
    },
    /// Some of the node's lines.
    Lines {
        /// The number of what was asked for.
        op: u64,
        /// As in [`NoticeKind::Alive`].
        revision: u64,
        /// How many lines come before these.
        from: u64,
        /// Whether there are more behind them.
        more: bool,
        /// At most [`crate::MAX_LINES`].
        lines: Vec<LineEntry>,
    },
    /// Some of the calls that are up.
    Calls {
        /// The number of what was asked for.
        op: u64,
        /// How many calls come before these.
        from: u64,
        /// Whether there are more behind them.
        more: bool,
        /// At most [`crate::MAX_LINES`].
        calls: Vec<LivingCall>,
    },
    /// Records of calls that are over.
    Records(RecordsPart),
    /// A call is in this state now.
    Call(CallNews),
    /// A call came in.
    Offer(Offer),
    /// The far end of a call has pressed a key, or let it go.
    Digit {
        /// The call.
        call: u64,
        /// `0` to `9`, `A` to `D`, `*` or `#`.
        key: char,
        /// LINEDIGITMODE_* bit.
        mode: u32,
    },
    /// Something that a later version says.
    #[serde(other)]
    Unknown,
}

impl Tell {
    /// Operation `op` was carried out, of which there is nothing else to say.
    pub fn done(op: u64) -> Self {
        let text = String::new();
        Tell::Done { op, text }
    }
}

/// A call, and how it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallNews {
    /// Its number in the session.
    pub call: u64,
    /// CALL_STATE.
    pub state: u32,
    /// CALL_STATE_EVENT_CAUSE, or 0 while it is up.
    #[serde(default)]
    pub cause: u32,
    /// The network's word on its placing, a status code of SIP; 0 if there is none.
    #[serde(default)]
    pub code: u16,
    /// That word as a phrase.
    #[serde(default)]
    pub phrase: String,
    /// Who is at the other end, if that is known.
    #[serde(default)]
    pub connected: PartyEntry,
    /// Who called, of a call that was taken from where it waited, if that is known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub caller: PartyEntry,
    /// Whether it is in a conference.
    #[serde(default, skip_serializing_if = "is_default")]
    pub conference: bool,
    /// Whether the network is to say at once that it has the call, and has not said anything yet.
    #[serde(default, skip_serializing_if = "is_default")]
    pub lacks_word: bool,
}

/// A call that came in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number in the session.
    pub call: u64,
    /// The line, by name.
    pub line: String,
    /// Who calls.
    #[serde(default)]
    pub caller: PartyEntry,
    /// Whom they called.
    #[serde(default)]
    pub called: PartyEntry,
    /// Who redirected it.
    #[serde(default)]
    pub redirecting: PartyEntry,
    /// LINECALLREASON_* bit; 0 if it is not known.
    #[serde(default)]
    pub reason: u32,
    /// TAPIMEDIATYPE_* bits.
    pub media: u32,
    /// LINEADDRESSTYPE_* bit.
    pub address_type: u32,
}

/// Somebody in a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyEntry {
    /// A name for people.
    #[serde(default)]
    pub name: String,
    /// A number or URI.
    #[serde(default)]
    pub number: String,
}

/// A line of a node.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineEntry {
    /// Its name.
    pub name: String,
    /// The number or URI under which it can be called.
    pub address: String,
    /// Who moves its calls, such as `SIP`.
    pub provider: String,
    /// Whether calls can be made and received.
    pub in_service: bool,
    /// TAPIMEDIATYPE_* bits.
    pub media: u32,
    /// LINEADDRESSTYPE_* bits.
    pub address_types: u32,
    /// What it offers besides placing, answering and ending calls: `hold`, `swap`, `redirect`,
    /// `blind_transfer`, `transfer`, `conference`, `park_direct`, `park_indirect`, `unpark`, `pickup`,
    /// `dial`, `forward`, `do_not_disturb`, `message_waiting`, `sound` (with digits). Others are
    /// ignored.
    #[serde(default)]
    pub offers: Vec<String>,
    /// How many calls may be active at once.
    pub max_active: u32,
    /// How many calls may be on hold at once.
    pub max_held: u32,
    /// How many calls may be in one conference.
    #[serde(default, skip_serializing_if = "is_default")]
    pub max_conference: u32,
    /// Whether a message waits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub message_waiting: bool,
    /// Whether calls that come in are refused as busy.
    #[serde(default, skip_serializing_if = "is_default")]
    pub do_not_disturb: bool,
    /// How calls that come in are forwarded; at most [`crate::MAX_FORWARDS`] rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forwards: Vec<ForwardEntry>,
}

/// How some of the calls that come in on a line are forwarded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForwardEntry {
    /// When: a LINEFORWARDMODE_* bit.
    pub mode: u32,
    /// Where to.
    pub destination: String,
    /// Only those of this caller.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caller: Option<String>,
    /// Where nobody answers: after how many rings.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rings: u32,
}

/// Whether it need not be written. What was added later is not, so that what was recorded before is
/// written as it was.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A call that is up, for whoever looks at the whole pool.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LivingCall {
    /// The line, by name.
    pub line: String,
    /// CALL_STATE.
    pub state: u32,
    /// Whom it goes to, or who calls.
    pub party: String,
    /// Whether it came in.
    pub incoming: bool,
}
