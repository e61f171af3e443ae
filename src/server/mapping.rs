//! What a call of the engine looks like to an EWS client: CALL_STATE to `PhoneCallState`, causes to
//! `ConnectionFailureCause`, and the SIP response. The tables stand in `docs/ews.md` too.

use crate::engine::{Call, Cause, NetworkResponse, State};
use crate::soap::{ConnectionFailureCause, PhoneCallInformation, PhoneCallState};

/// What is to be told of a call.
pub(super) fn information(call: &Call) -> PhoneCallInformation {
    // In this order: a response is told before the state that follows from it.
    let state = call.state();
    let cause = call.cause();
    let response = call.network_response();
    let code = response.as_ref().map(|response| response.code);
    let shown = phone_state(state, code);
    let (sip_code, sip_text) = match response.filter(|response| says(response, state)) {
        Some(response) => (response.code, response.text.into_owned()),
        None => {
            // A last word before the answer means that there was no answer.
            let unanswered = code.is_some_and(|code| code < 200);
            let (code, text) = usual_response(shown, cause, unanswered);
            (code, text.to_owned())
        }
    };
    PhoneCallInformation {
        state: shown,
        cause: failure(state, cause, sip_code),
        sip_text: Some(sip_text),
        sip_code: Some(i32::from(sip_code)),
    }
}

/// What is to be told of a call that its line did not take.
pub(super) fn not_placed() -> PhoneCallInformation {
    let (code, text) = usual_response(PhoneCallState::Disconnected, Cause::Failed, true);
    PhoneCallInformation {
        state: PhoneCallState::Disconnected,
        cause: ConnectionFailureCause::Unavailable,
        sip_text: Some(text.to_owned()),
        sip_code: Some(i32::from(code)),
    }
}

fn phone_state(state: State, code: Option<u16>) -> PhoneCallState {
    match state {
        State::Idle | State::Queued => PhoneCallState::Connecting,
        State::InProgress if code == Some(180) => PhoneCallState::Alerted,
        State::InProgress => PhoneCallState::Connecting,
        // To the one who plays something, a held call is one that was answered.
        State::Connected | State::Hold => PhoneCallState::Connected,
        State::Offering => PhoneCallState::Incoming,
        State::Disconnected => PhoneCallState::Disconnected,
    }
}

/// Whether a response still describes the state: the network may have said nothing about the
/// answer, or about a hang-up before it.
fn says(response: &NetworkResponse, state: State) -> bool {
    match state {
        State::Connected | State::Hold => response.code / 100 == 2,
        State::Disconnected => response.code >= 200,
        _ => response.code < 200,
    }
}

/// The response that a SIP network would have given.
fn usual_response(state: PhoneCallState, cause: Cause, unanswered: bool) -> (u16, &'static str) {
    match (state, cause) {
        (PhoneCallState::Alerted | PhoneCallState::Incoming, _) => (180, "Ringing"),
        (PhoneCallState::Connected, _) => (200, "OK"),
        (PhoneCallState::Disconnected, Cause::None | Cause::Normal) if !unanswered => (200, "OK"),
        (PhoneCallState::Disconnected, Cause::None | Cause::Normal | Cause::Cancelled) => {
            (487, "Request Terminated")
        }
        (PhoneCallState::Disconnected, Cause::Busy) => (486, "Busy Here"),
        (PhoneCallState::Disconnected, Cause::BadAddress) => (404, "Not Found"),
        (PhoneCallState::Disconnected, Cause::NoAnswer) => (480, "Temporarily Unavailable"),
        (PhoneCallState::Disconnected, Cause::Rejected) => (603, "Decline"),
        (PhoneCallState::Disconnected, Cause::Failed) => (503, "Service Unavailable"),
        (PhoneCallState::Disconnected, Cause::Blocked) => (607, "Unwanted"),
        _ => (100, "Trying"),
    }
}

fn failure(state: State, cause: Cause, code: u16) -> ConnectionFailureCause {
    if state != State::Disconnected {
        return ConnectionFailureCause::None;
    }
    match cause {
        Cause::None | Cause::Normal | Cause::Cancelled => ConnectionFailureCause::None,
        Cause::Busy => ConnectionFailureCause::UserBusy,
        Cause::NoAnswer => ConnectionFailureCause::NoAnswer,
        Cause::BadAddress => ConnectionFailureCause::Unavailable,
        // Nobody could be reached, or the server on the way could not.
        Cause::Failed if matches!(code, 408 | 410 | 480 | 500..=599) => {
            ConnectionFailureCause::Unavailable
        }
        Cause::Failed | Cause::Rejected | Cause::Blocked => ConnectionFailureCause::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_shown_as_the_table_says() {
        for (state, code, shown) in [
            (State::Idle, None, PhoneCallState::Connecting),
            (State::InProgress, None, PhoneCallState::Connecting),
            (State::InProgress, Some(100), PhoneCallState::Connecting),
            (State::InProgress, Some(183), PhoneCallState::Connecting),
            (State::InProgress, Some(180), PhoneCallState::Alerted),
            (State::Queued, Some(182), PhoneCallState::Connecting),
            (State::Connected, Some(200), PhoneCallState::Connected),
            (State::Hold, Some(200), PhoneCallState::Connected),
            (State::Offering, None, PhoneCallState::Incoming),
            (State::Disconnected, Some(180), PhoneCallState::Disconnected),
        ] {
            assert_eq!(phone_state(state, code), shown, "{state:?} {code:?}");
        }
    }

    #[test]
    fn causes_are_shown_as_the_table_says() {
        use ConnectionFailureCause as Shown;
        for (cause, code, shown) in [
            (Cause::Normal, 200, Shown::None),
            (Cause::Cancelled, 487, Shown::None),
            (Cause::Busy, 486, Shown::UserBusy),
            (Cause::NoAnswer, 480, Shown::NoAnswer),
            (Cause::BadAddress, 404, Shown::Unavailable),
            (Cause::Rejected, 603, Shown::Other),
            (Cause::Blocked, 607, Shown::Other),
            (Cause::Failed, 503, Shown::Unavailable),
            (Cause::Failed, 408, Shown::Unavailable),
            (Cause::Failed, 488, Shown::Other),
            (Cause::Failed, 200, Shown::Other),
        ] {
            assert_eq!(failure(State::Disconnected, cause, code), shown);
            assert_eq!(failure(State::InProgress, cause, code), Shown::None);
        }
    }

    #[test]
    fn a_response_that_is_out_of_date_is_not_told() {
        let response = |code| NetworkResponse {
            code,
            text: "".into(),
        };
        assert!(!says(&response(180), State::Connected));
        assert!(!says(&response(180), State::Disconnected));
        assert!(!says(&response(486), State::InProgress));
        assert!(says(&response(486), State::Disconnected));
        assert!(says(&response(183), State::InProgress));
        assert!(says(&response(200), State::Hold));
    }
}
