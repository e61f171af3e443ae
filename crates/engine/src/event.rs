//! What the engine tells its clients.

use super::assisted::CallRequest;
use super::call::Call;
use super::error::Result;
use super::line::Line;
use super::state::{Cause, Privilege, State};
use super::stream::{MediaEvent, MediaNews, TerminalRef};
use std::sync::Arc;
use tapi3_common::shared::Shared;

/// TAPI_EVENT bits of the events that the engine raises.
pub mod bits {
    /// TE_TAPIOBJECT
    pub const TAPI_OBJECT: u32 = 0x1;
    /// TE_ADDRESS
    pub const ADDRESS: u32 = 0x2;
    /// TE_CALLNOTIFICATION
    pub const CALL_NOTIFICATION: u32 = 0x4;
    /// TE_CALLSTATE
    pub const CALL_STATE: u32 = 0x8;
    /// TE_CALLHUB
    pub const CALL_HUB: u32 = 0x20;
    /// TE_CALLINFOCHANGE
    pub const CALL_INFO: u32 = 0x40;
    /// TE_CALLMEDIA
    pub const CALL_MEDIA: u32 = 0x10;
    /// TE_REQUEST
    pub const REQUEST: u32 = 0x100;
    /// TE_DIGITEVENT
    pub const DIGIT: u32 = 0x8000;
    /// TE_GENERATEEVENT
    pub const GENERATE: u32 = 0x1_0000;
    /// TE_TONEEVENT
    pub const TONE: u32 = 0x40_0000;
    /// TE_GATHERDIGITS
    pub const GATHER_DIGITS: u32 = 0x80_0000;
    /// TE_FILETERMINAL
    pub const FILE_TERMINAL: u32 = 0x8_0000;
    /// The called party is alerted: no event of TAPI 3, and so for those only who ask for all bits.
    pub const ALERTED: u32 = 0x4000_0000;
}

/// What happened to a call hub; the numbers are those of CALLHUB_EVENT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HubEvent {
    /// A call joined.
    CallJoin = 0,
    /// A call left.
    CallLeave = 1,
    /// The hub is new.
    New = 2,
    /// No call is left.
    Idle = 3,
}

/// What happened to a line; the numbers are those of ADDRESS_EVENT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEvent {
    /// It went in or out of service.
    State = 0,
    /// A call rings.
    Ringing = 2,
    /// Its forwarding changed.
    Forward = 4,
    /// A message waits.
    MessageWaitingOn = 7,
    /// No message waits any more.
    MessageWaitingOff = 8,
}

/// What happened to the static terminals of a line; the numbers are those of ADDRESS_EVENT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeviceEvent {
    /// One came.
    New = 5,
    /// One went.
    Removed = 6,
}

/// A static terminal that came to a line, or went.
#[derive(Debug)]
pub struct TerminalNews {
    /// The line.
    pub line: Arc<Line>,
    /// What happened.
    pub event: DeviceEvent,
    /// The terminal, as whoever tells of it knows it.
    pub terminal: TerminalRef,
}

/// What happened to the set of lines; the numbers are those of TAPIOBJECT_EVENT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinesEvent {
    /// A line came.
    Created = 0,
    /// A line went.
    Removed = 1,
}

/// What changed in a call's information; the numbers are those of CALLINFOCHANGE_CAUSE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InfoChange {
    /// The number that the application keeps with the call.
    AppSpecific = 4,
    /// Why the call came to be.
    Reason = 8,
    /// An owner more.
    OwnerAdded = 10,
    /// An owner less.
    OwnerRemoved = 11,
    /// The number of monitors.
    Monitors = 12,
    /// The caller.
    CallerId = 14,
    /// The called party.
    CalledId = 15,
    /// The party at the other end.
    ConnectedId = 16,
    /// Where the call was redirected to.
    RedirectionId = 17,
    /// Who redirected the call.
    RedirectingId = 18,
    /// User-user information.
    UserUserInfo = 19,
    /// Data that travels with the call.
    CallData = 24,
    /// This client's privilege.
    Privilege = 25,
}

/// One thing to tell a client.
#[derive(Debug, Clone)]
pub enum Event {
    /// A call is new to this client.
    Notification {
        /// The call.
        call: Call,
        /// What the client may do with it.
        privilege: Privilege,
        /// The registration's own number.
        instance: i32,
    },
    /// A call changed its state.
    CallState {
        /// The call.
        call: Call,
        /// Its state now.
        state: State,
        /// Why it ended, if it did.
        cause: Cause,
        /// The registration's own number.
        instance: i32,
    },
    /// Something is newly known about a call.
    CallInfo {
        /// The call.
        call: Call,
        /// What.
        change: InfoChange,
        /// The registration's own number.
        instance: i32,
    },
    /// A call hub changed.
    CallHub {
        /// The hub's number.
        hub: u64,
        /// What happened.
        event: HubEvent,
        /// The call that it happened to, if any.
        call: Option<Call>,
    },
    /// A line changed.
    Line {
        /// The line.
        line: Arc<Line>,
        /// What happened.
        event: LineEvent,
    },
    /// A line came or went.
    Lines {
        /// The line.
        line: Arc<Line>,
        /// What happened.
        event: LinesEvent,
    },
    /// A static terminal of a line came or went.
    Terminal(Shared<TerminalNews>),
    /// Something happened to the sound of a call.
    Media(Shared<MediaEvent>),
    /// Another program asks for a call.
    Request(Shared<CallRequest>),
    /// The called party is alerted, or the network has said that it has the call where it says so at
    /// once: [`Call::network_response`].
    Alerted(Call),
    /// The answer to what [`CallHandle::ask_for`](super::CallHandle::ask_for) asked.
    Answer {
        /// The call that it is about.
        call: Call,
        /// The asker's own number.
        id: u32,
        /// The outcome, with what it found out.
        result: Result<Option<String>>,
    },
}

impl Event {
    /// Whether it is not kept where very many wait: it tells something that an application can as
    /// well ask for, or a key or a tone of the far end's, which may send them without end.
    pub(super) fn is_left_out_of_many(&self) -> bool {
        match self {
            Event::CallInfo { .. }
            | Event::Line { .. }
            | Event::Lines { .. }
            | Event::Terminal(_)
            | Event::Alerted(_) => true,
            Event::Media(event) => {
                matches!(event.news, MediaNews::Digit { .. } | MediaNews::Tone { .. })
            }
            _ => false,
        }
    }

    /// Whether it is about a call that is over and that nobody holds: nobody can ask about such a
    /// call any more.
    pub(super) fn is_about_the_dead(&self) -> bool {
        self.call().is_some_and(Call::is_dead)
    }

    /// The call that it is about.
    pub(super) fn call(&self) -> Option<&Call> {
        match self {
            Event::Notification { call, .. }
            | Event::CallState { call, .. }
            | Event::CallInfo { call, .. }
            | Event::Alerted(call) => Some(call),
            Event::CallHub { call, .. } => call.as_ref(),
            Event::Media(event) => Some(&event.call),
            Event::Line { .. }
            | Event::Lines { .. }
            | Event::Terminal(_)
            | Event::Request(_)
            | Event::Answer { .. } => None,
        }
    }

    /// The event's TAPI_EVENT bit and the number of its sub-event.
    pub fn kind(&self) -> (u32, u32) {
        match self {
            Event::Notification { privilege, .. } => (bits::CALL_NOTIFICATION, *privilege as u32),
            Event::CallState { state, .. } => (bits::CALL_STATE, *state as u32),
            Event::CallInfo { change, .. } => (bits::CALL_INFO, *change as u32),
            Event::CallHub { event, .. } => (bits::CALL_HUB, *event as u32),
            Event::Line { event, .. } => (bits::ADDRESS, *event as u32),
            Event::Terminal(news) => (bits::ADDRESS, news.event as u32),
            Event::Lines { event, .. } => (bits::TAPI_OBJECT, *event as u32),
            Event::Media(event) => event.kind(),
            Event::Request(_) => (bits::REQUEST, 0),
            Event::Alerted(_) => (bits::ALERTED, 0),
            // No filter is asked about it.
            Event::Answer { .. } => (0, 0),
        }
    }
}
