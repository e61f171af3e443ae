//! Why calls end, in the words of the wire (RFC 3326): what ours say, and what others' mean.

use super::call::HangUp;
use super::event::End;
use super::values::leading_number;
use crate::message::value::{Params, token_before, unquote};
use crate::message::{Message, Name};

/// Why we end a call, or refuse one that is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Because {
    /// It is over; an offered call finds us busy.
    Normal,
    Busy,
    /// Nobody answered.
    NoAnswer,
    /// Whoever was called does not want to answer.
    Rejected,
    /// The call was answered at another place ("Call completed elsewhere", RFC 3326 §3.1).
    Elsewhere,
    /// Nobody wants calls like this (RFC 8197).
    Unwanted,
    /// There is nobody of this name.
    NoSuchNumber,
    /// It cannot be reached at the moment.
    Unavailable,
    /// The far end's media are none that we have.
    Incompatible,
    /// Something went wrong here.
    Failed,
}

impl Because {
    /// The answer to a call that is offered, and the Q.850 cause with its name.
    ///
    /// A BYE or CANCEL without a Reason means the normal end; no cause of ours says so again.
    fn words(self) -> (u16, Option<(u16, &'static str)>) {
        let (code, cause, text) = match self {
            Because::Normal => return (486, None),
            Because::Busy => (486, 17, "User busy"),
            Because::NoAnswer => (480, 19, "No answer from user"),
            Because::Rejected => (603, 21, "Call rejected"),
            Because::Elsewhere => (480, 26, "Non-selected user clearing"),
            Because::Unwanted => (607, 21, "Call rejected"),
            Because::NoSuchNumber => (404, 1, "Unallocated (unassigned) number"),
            Because::Unavailable => (480, 20, "Subscriber absent"),
            Because::Incompatible => (488, 88, "Incompatible destination"),
            Because::Failed => (500, 41, "Temporary failure"),
        };
        (code, Some((cause, text)))
    }
}

impl HangUp {
    /// What the wire is told of this reason.
    pub fn because(why: Because) -> Self {
        let (code, cause) = why.words();
        let mut lines = Vec::new();
        if why == Because::Elsewhere {
            push(&mut lines, "SIP", 200, "Call completed elsewhere");
        }
        if let Some((cause, text)) = cause {
            push(&mut lines, "Q.850", cause, text);
        }
        HangUp { code, lines }
    }

    /// A refusal with this code, and the Q.850 cause that goes with it if there is one.
    pub fn refusing(code: u16) -> Self {
        let mut lines = Vec::new();
        if let Some((cause, text)) = cause_of(code) {
            push(&mut lines, "Q.850", cause, text);
        }
        HangUp { code, lines }
    }
}

fn push(lines: &mut Vec<u8>, protocol: &str, cause: u16, text: &str) {
    use std::io::Write;
    // Writing to memory does not fail.
    let _ = write!(
        lines,
        "Reason: {protocol};cause={cause};text=\"{text}\"\r\n"
    );
}

/// The cause of the telephone network that a refusal stands for, and its name: RFC 3398 §7.2.6.1,
/// where one code says as much as one cause.
fn cause_of(code: u16) -> Option<(u16, &'static str)> {
    Some(match code {
        404 | 604 => (1, "Unallocated (unassigned) number"),
        410 => (22, "Number changed"),
        480 => (18, "No user responding"),
        484 => (28, "Invalid number format"),
        486 | 600 => (17, "User busy"),
        403 | 603 | 607 => (21, "Call rejected"),
        488 | 606 => (88, "Incompatible destination"),
        500 | 503 => (41, "Temporary failure"),
        502 => (38, "Network out of order"),
        504 => (102, "Recovery on timer expiry"),
        _ => return None,
    })
}

/// What the Reason headers of a message say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reasons {
    pub q850: Option<u16>,
    pub sip: Option<u16>,
    /// Whether another place has the call.
    pub elsewhere: bool,
}

/// Reads the Reason headers: there may be several, one of each protocol (§2).
pub(super) fn reasons(message: &Message<'_>) -> Reasons {
    let mut reasons = Reasons::default();
    for reason in message.list(Name::Reason).take(16) {
        let param = |name: &str| {
            let mut params = Params::after(reason);
            params.find_map(|(key, value)| value.filter(|_| key.eq_ignore_ascii_case(name)))
        };
        let cause = param("cause").map(|cause| cause.trim_matches('"'));
        let cause = cause.and_then(leading_number);
        let cause = cause.and_then(|cause| u16::try_from(cause).ok());
        let text = unquote(param("text").unwrap_or_default());
        let protocol = token_before(reason, b';');
        if protocol.eq_ignore_ascii_case("SIP") {
            reasons.sip = reasons.sip.or(cause);
            reasons.elsewhere |= cause == Some(200);
            // Some give the words and a cause of their own.
            reasons.elsewhere |= text.eq_ignore_ascii_case("Call completed elsewhere");
        } else if protocol.eq_ignore_ascii_case("Q.850") {
            reasons.q850 = reasons.q850.or(cause);
            reasons.elsewhere |= cause == Some(26);
        }
    }
    reasons
}

/// The Q.850 cause that a message gives.
pub(super) fn q850(message: &Message<'_>) -> Option<u16> {
    reasons(message).q850
}

/// What a BYE says about the end.
pub(super) fn end_of_bye(message: &Message<'_>) -> End {
    let Reasons { q850, sip, .. } = reasons(message);
    End::Bye { q850, sip }
}
