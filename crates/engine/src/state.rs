//! Call states, the transitions between them, and what ends a call.

/// State of a call; the numbers are those of CALL_STATE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum State {
    /// Just made; nothing has left for the network.
    Idle = 0,
    /// Outgoing and on its way.
    InProgress = 1,
    /// Talking.
    Connected = 2,
    /// Over. Final.
    Disconnected = 3,
    /// Incoming and waiting for an answer.
    Offering = 4,
    /// On hold.
    Hold = 5,
    /// Waiting in a queue.
    Queued = 6,
}

impl State {
    /// Whether the documented table (page of CALL_STATE) has a way from `self` to `next`.
    /// A queue is entered only from the states in which a call waits to be taken.
    pub fn may_become(self, next: State) -> bool {
        use State::*;
        match self {
            Idle => next != Idle,
            InProgress | Offering => matches!(next, Connected | Disconnected | Hold | Queued),
            Queued => matches!(next, Connected | Disconnected | Hold),
            Connected => matches!(next, Disconnected | Hold | Queued),
            Hold => matches!(next, Connected | Disconnected),
            Disconnected => false,
        }
    }

    /// The state with this CALL_STATE.
    pub fn from_code(code: i32) -> Option<Self> {
        use State::*;
        match code {
            0 => Some(Idle),
            1 => Some(InProgress),
            2 => Some(Connected),
            3 => Some(Disconnected),
            4 => Some(Offering),
            5 => Some(Hold),
            6 => Some(Queued),
            _ => None,
        }
    }
}

/// Why a call ended; the numbers are those of CALL_STATE_EVENT_CAUSE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Cause {
    /// Not a disconnect.
    None = 0,
    /// The call ended as calls do.
    Normal = 1,
    /// The called party is busy.
    Busy = 2,
    /// The destination does not exist.
    BadAddress = 3,
    /// Nobody answered.
    NoAnswer = 4,
    /// The caller gave up.
    Cancelled = 5,
    /// The called party refused.
    Rejected = 6,
    /// Anything else went wrong.
    Failed = 7,
    /// The network or the called party blocks this caller.
    Blocked = 8,
}

impl Cause {
    /// The cause with this CALL_STATE_EVENT_CAUSE.
    pub fn from_code(code: i32) -> Option<Self> {
        match code {
            0 => Some(Cause::None),
            1 => Some(Cause::Normal),
            2 => Some(Cause::Busy),
            3 => Some(Cause::BadAddress),
            4 => Some(Cause::NoAnswer),
            5 => Some(Cause::Cancelled),
            6 => Some(Cause::Rejected),
            7 => Some(Cause::Failed),
            8 => Some(Cause::Blocked),
            _ => None,
        }
    }
}

/// Why the application hangs up; the numbers are those of DISCONNECT_CODE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DropReason {
    /// The usual end.
    Normal = 0,
    /// The user let an offered call ring out.
    NoAnswer = 1,
    /// The user refused an offered call.
    Rejected = 2,
}

impl DropReason {
    /// The reason with this DISCONNECT_CODE.
    pub fn from_code(code: i32) -> Option<Self> {
        match code {
            0 => Some(DropReason::Normal),
            1 => Some(DropReason::NoAnswer),
            2 => Some(DropReason::Rejected),
            _ => None,
        }
    }

    /// The cause with which a call ends that our side drops in `state`.
    pub fn cause_in(self, state: State) -> Cause {
        match (state, self) {
            (State::Idle | State::InProgress, _) => Cause::Cancelled,
            (State::Offering | State::Queued, DropReason::Rejected) => Cause::Rejected,
            (State::Offering | State::Queued, DropReason::NoAnswer) => Cause::NoAnswer,
            _ => Cause::Normal,
        }
    }
}

/// Who started a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The application did.
    Outgoing,
    /// The network did.
    Incoming,
}

/// What a client may do with a call; the numbers are those of CALL_PRIVILEGE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privilege {
    /// Everything.
    Owner = 0,
    /// Look on.
    Monitor = 1,
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::State::{self, *};

    const ALL: [State; 7] = [
        Idle,
        InProgress,
        Connected,
        Disconnected,
        Offering,
        Hold,
        Queued,
    ];

    #[test]
    fn nothing_returns_to_idle_and_nothing_leaves_disconnected() {
        for state in ALL {
            assert!(!state.may_become(Idle));
            assert!(!Disconnected.may_become(state));
        }
    }

    #[test]
    fn every_live_state_can_be_disconnected() {
        for state in ALL.into_iter().filter(|s| *s != Disconnected) {
            assert!(state.may_become(Disconnected));
        }
    }

    #[test]
    fn numbers_survive_the_round_trip() {
        for state in ALL {
            assert_eq!(State::from_code(state as i32), Some(state));
        }
    }
}
