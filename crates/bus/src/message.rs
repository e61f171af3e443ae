//! What machines say to each other.

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
    /// Tell of every call of the session as it is now, then answer.
    Resync {},
    /// Place a call.
    Make {
        /// Its number, which the client chooses.
        call: u64,
        /// The line, by name.
        line: String,
        /// Whom to call.
        destination: String,
        /// TAPIMEDIATYPE_* bits.
        media: u32,
        /// LINEADDRESSTYPE_* bit.
        address_type: u32,
    },
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
    /// Something that a later version asks for.
    #[serde(other)]
    Unknown,
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
    /// What it offers besides placing, answering and ending calls: `hold`, `swap`,
    /// `blind_transfer`, `dial`, `sound` (with digits). Others are ignored.
    #[serde(default)]
    pub offers: Vec<String>,
    /// How many calls may be active at once.
    pub max_active: u32,
    /// How many calls may be on hold at once.
    pub max_held: u32,
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
