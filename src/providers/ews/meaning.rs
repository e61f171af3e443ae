//! What the server's words about a call mean for the engine: `PhoneCallState` to CALL_STATE,
//! `ConnectionFailureCause` and the SIP response to causes.

use crate::engine::{Call, Cause, State};
use crate::soap::{ConnectionFailureCause, PhoneCallInformation, PhoneCallState};

/// Longest reason phrase that is kept.
const MAX_TEXT: usize = 128;

/// Tells the call what the server knows of it.
pub(super) fn tell(call: &Call, information: &PhoneCallInformation) {
    let code = sip_code(information);
    if let Some(code) = code {
        let text = information.sip_text.as_deref().unwrap_or_default();
        let text: String = text.chars().take(MAX_TEXT).collect();
        call.set_network_response(code, text);
    }
    match information.state {
        PhoneCallState::Idle | PhoneCallState::Connecting => call.progressing(),
        PhoneCallState::Alerted => {
            if code.is_none_or(|code| code != 180) {
                call.set_network_response(180, "Ringing");
            }
            call.progressing();
        }
        PhoneCallState::Connected => call.connected(),
        PhoneCallState::Disconnected => {
            call.disconnected(cause(information.cause, code));
        }
        // Not states of a call that we have placed; what it was it still is.
        PhoneCallState::Incoming | PhoneCallState::Transferring | PhoneCallState::Forwarding => {}
    }
}

fn sip_code(information: &PhoneCallInformation) -> Option<u16> {
    let code = u16::try_from(information.sip_code?).ok()?;
    (100..700).contains(&code).then_some(code)
}

fn cause(cause: ConnectionFailureCause, code: Option<u16>) -> Cause {
    match (cause, code) {
        (ConnectionFailureCause::None, Some(487)) => Cause::Cancelled,
        (ConnectionFailureCause::None, _) => Cause::Normal,
        (ConnectionFailureCause::UserBusy, _) => Cause::Busy,
        (ConnectionFailureCause::NoAnswer, _) => Cause::NoAnswer,
        (_, Some(404 | 410 | 484 | 604)) => Cause::BadAddress,
        (ConnectionFailureCause::Other, Some(403 | 603)) => Cause::Rejected,
        (ConnectionFailureCause::Other, Some(607 | 608)) => Cause::Blocked,
        (ConnectionFailureCause::Unavailable | ConnectionFailureCause::Other, _) => Cause::Failed,
    }
}

/// Why a call ended that the server no longer knows.
pub(super) fn of_gone(state: State) -> Cause {
    match state {
        State::Connected | State::Hold => Cause::Normal,
        _ => Cause::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_understood_as_the_table_says() {
        use ConnectionFailureCause::{NoAnswer, None, Other, Unavailable, UserBusy};
        for (said, code, meant) in [
            (None, Some(200), Cause::Normal),
            (None, Option::None, Cause::Normal),
            (None, Some(487), Cause::Cancelled),
            (UserBusy, Some(486), Cause::Busy),
            (NoAnswer, Some(480), Cause::NoAnswer),
            (Unavailable, Some(404), Cause::BadAddress),
            (Unavailable, Some(503), Cause::Failed),
            (Unavailable, Option::None, Cause::Failed),
            (Other, Some(603), Cause::Rejected),
            (Other, Some(607), Cause::Blocked),
            (Other, Some(488), Cause::Failed),
            (Other, Option::None, Cause::Failed),
        ] {
            assert_eq!(cause(said, code), meant, "{said} {code:?}");
        }
    }

    #[test]
    fn codes_that_sip_does_not_have_are_left_out() {
        for (code, read) in [
            (Some(486), Some(486)),
            (Some(0), None),
            (Some(-1), None),
            (Some(700), None),
            (Some(70_000), None),
            (None, None),
        ] {
            let information = PhoneCallInformation {
                state: PhoneCallState::Connected,
                cause: ConnectionFailureCause::None,
                sip_text: None,
                sip_code: code,
            };
            assert_eq!(sip_code(&information), read, "{code:?}");
        }
    }
}
