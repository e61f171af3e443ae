//! What SIP's ends mean for a call, and what the application's reasons mean for SIP. The tables stand
//! in `docs/sip.md` too.

use crate::engine::{Cause, DropReason};
use tapi3_sip::agent::{End, HangUp};

/// Why a call is over.
pub(super) fn of(end: &End) -> Cause {
    match end {
        End::Refused {
            q850: Some(q850),
            code,
            rang,
        } => of_q850(*q850).unwrap_or_else(|| of_refusal(*code, *rang)),
        End::Refused { code, rang, .. } => of_refusal(*code, *rang),
        End::Cancelled { .. } => Cause::Cancelled,
        End::Silent | End::Unanswered => Cause::NoAnswer,
        End::Failed(_) => Cause::Failed,
        End::Bye { .. } | End::HungUp => Cause::Normal,
    }
}

/// Why a call ends that its final answer refuses. `rang` if somebody was told of the call before.
fn of_refusal(code: u16, rang: bool) -> Cause {
    match code {
        486 | 600 => Cause::Busy,
        404 | 410 | 484 | 604 => Cause::BadAddress,
        408 | 480 if rang => Cause::NoAnswer,
        487 => Cause::Cancelled,
        403 | 603 => Cause::Rejected,
        607 | 608 => Cause::Blocked,
        _ => Cause::Failed,
    }
}

/// What the telephone network's own cause says more exactly than the answer (Q.850, RFC 3326).
fn of_q850(cause: u16) -> Option<Cause> {
    Some(match cause {
        1 | 22 | 28 => Cause::BadAddress,
        17 => Cause::Busy,
        18 | 19 => Cause::NoAnswer,
        21 => Cause::Rejected,
        _ => return None,
    })
}

/// How the wire is told of a reason of the application's: the answer to a call that is offered, and
/// the Reason header (RFC 3326) where it says more than the message does.
pub(super) fn hang_up(reason: DropReason) -> HangUp {
    let (code, lines) = match reason {
        DropReason::Normal => (486, ""),
        DropReason::NoAnswer => (
            480,
            "Reason: Q.850;cause=19;text=\"No answer from user\"\r\n",
        ),
        DropReason::Rejected => (603, "Reason: Q.850;cause=21;text=\"Call rejected\"\r\n"),
    };
    HangUp {
        code,
        lines: lines.as_bytes().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_networks_own_cause_is_the_better_one() {
        let refused = |code, q850| {
            of(&End::Refused {
                code,
                rang: true,
                q850,
            })
        };
        assert_eq!(refused(480, None), Cause::NoAnswer);
        assert_eq!(refused(480, Some(17)), Cause::Busy);
        assert_eq!(refused(500, Some(1)), Cause::BadAddress);
        assert_eq!(refused(486, Some(31)), Cause::Busy);
    }
}
