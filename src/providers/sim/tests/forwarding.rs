//! Forwarding, in every mode that the exchange knows.

use super::*;
use crate::engine::{DropReason, ErrorKind, Forward, Number, PartyId};

pub(super) const UNCONDITIONAL: u32 = 0x1;
const UNCONDITIONAL_INTERNAL: u32 = 0x2;
const UNCONDITIONAL_EXTERNAL: u32 = 0x4;
const UNCONDITIONAL_SPECIFIC: u32 = 0x8;
const BUSY: u32 = 0x10;
pub(super) const NO_ANSWER: u32 = 0x100;
const BUSY_OR_NO_ANSWER: u32 = 0x1000;
const UNAVAILABLE: u32 = 0x2_0000;

pub(super) fn forward(mode: u32, destination: &str) -> Forward {
    Forward {
        mode,
        destination: destination.to_owned(),
        caller: None,
        rings: 0,
    }
}

#[test]
fn an_unconditional_forward_leads_elsewhere() {
    let rig = Rig::with_a_caller();
    let line = rig.line(2);
    line.set_forwarding(vec![forward(UNCONDITIONAL, "2003")])
        .unwrap();
    let caller = rig.dial(1, "2002");
    assert!(rig.is_quiet(2));
    let called = rig.offered(3);
    assert_eq!(called.call.number(Number::Reason), Some(0x8));
    let number = |role| called.call.party(role).unwrap().number;
    assert_eq!(number(PartyId::Caller), "2001");
    assert_eq!(number(PartyId::Called), "2002");
    assert_eq!(number(PartyId::Redirecting), "2002");
    let seen = |role| caller.call.party(role).unwrap().number;
    assert_eq!(seen(PartyId::Redirecting), "2002");
    assert_eq!(seen(PartyId::Redirection), "2003");
    called.answer().unwrap();
    assert_eq!(seen(PartyId::Connected), "2003");
    // Cancelled, the line rings again.
    line.set_forwarding(Vec::new()).unwrap();
    rig.dial(1, "2002");
    rig.offered(2);
}

#[test]
fn a_forward_may_lead_to_an_extension() {
    let rig = Rig::with_a_caller();
    let line = rig.line(2);
    for (number, expected) in [
        ("1001", (State::Connected, Cause::None)),
        ("1002", over(Cause::Busy)),
    ] {
        line.set_forwarding(vec![forward(UNCONDITIONAL, number)])
            .unwrap();
        assert_eq!(end(&rig.dial(1, "2002")), expected);
    }
}

#[test]
fn a_busy_line_forwards() {
    for mode in [BUSY, BUSY_OR_NO_ANSWER] {
        let rig = Rig::with_a_caller();
        let line = rig.line(2);
        line.set_forwarding(vec![forward(mode, "2003")]).unwrap();
        rig.dial(1, "2002");
        let ringing = rig.offered(2);
        ringing.disconnect(DropReason::Rejected).unwrap();
        line.set_do_not_disturb(true).unwrap();
        let caller = rig.dial(1, "2002");
        let called = rig.offered(3);
        assert_eq!(called.call.number(Number::Reason), Some(0x2));
        assert_eq!(caller.call.state(), State::InProgress);
    }
}

#[test]
fn an_unanswered_line_forwards_after_its_rings() {
    for mode in [NO_ANSWER, BUSY_OR_NO_ANSWER] {
        let rig = Rig::with_a_caller();
        let rule = Forward {
            rings: 2,
            ..forward(mode, "2003")
        };
        rig.line(2).set_forwarding(vec![rule]).unwrap();
        let caller = rig.dial(1, "2002");
        let first = rig.offered(2);
        rig.advance(9_999);
        assert_eq!(first.call.state(), State::Offering);
        rig.advance(1);
        assert_eq!(end(&first), over(Cause::NoAnswer));
        assert_eq!(caller.call.state(), State::InProgress);
        let called = rig.offered(3);
        assert_eq!(called.call.number(Number::Reason), Some(0x4));
        called.answer().unwrap();
        assert_eq!(caller.call.state(), State::Connected);
    }
}

#[test]
fn an_answered_call_is_not_forwarded() {
    let rig = Rig::with_lines(Simulation::default(), 3);
    let rule = forward(NO_ANSWER, "2003");
    rig.line(2).set_forwarding(vec![rule]).unwrap();
    let caller = rig.dial(1, "2002");
    rig.offered(2).answer().unwrap();
    rig.advance(60_000);
    assert_eq!(caller.call.state(), State::Connected);
    assert!(rig.is_quiet(3));
}

#[test]
fn whose_calls_are_forwarded_is_told_apart() {
    for (mode, caller, internal_goes, external_goes) in [
        (UNCONDITIONAL, None, true, true),
        (UNCONDITIONAL_INTERNAL, None, true, false),
        (UNCONDITIONAL_EXTERNAL, None, false, true),
        (UNCONDITIONAL_SPECIFIC, Some("2001"), true, false),
        (UNCONDITIONAL_SPECIFIC, Some("+49"), false, true),
        (UNCONDITIONAL_SPECIFIC, Some("2003"), false, false),
    ] {
        let rig = Rig::with_a_caller();
        let rule = Forward {
            caller: caller.map(str::to_owned),
            ..forward(mode, "2003")
        };
        rig.line(2).set_forwarding(vec![rule]).unwrap();
        let call = rig.dial(1, "2002");
        assert_eq!(rig.is_quiet(2), internal_goes, "{mode:#x} {caller:?}");
        call.disconnect(DropReason::Normal).unwrap();
        rig.advance(1000);
        assert_eq!(rig.is_quiet(2), external_goes, "{mode:#x} {caller:?}");
    }
}

#[test]
fn forwarding_in_a_circle_ends() {
    let rig = Rig::with_a_caller();
    for (line, to) in [(2, "2003"), (3, "2002")] {
        rig.line(line)
            .set_forwarding(vec![forward(UNCONDITIONAL, to)])
            .unwrap();
    }
    assert_eq!(end(&rig.dial(1, "2002")), over(Cause::Failed));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let rig = Rig::with_a_caller();
    let line = rig.line(2);
    for (rule, kind) in [
        (forward(UNAVAILABLE, "2003"), ErrorKind::NotSupported),
        (forward(BUSY | NO_ANSWER, "2003"), ErrorKind::NotSupported),
        (forward(0, "2003"), ErrorKind::NotSupported),
        (forward(UNCONDITIONAL, "9999"), ErrorKind::InvalidAddress),
        (forward(UNCONDITIONAL, ""), ErrorKind::InvalidAddress),
        (
            forward(UNCONDITIONAL_SPECIFIC, "2003"),
            ErrorKind::InvalidArgument,
        ),
    ] {
        let refused = line.set_forwarding(vec![rule.clone()]).unwrap_err();
        assert_eq!(refused.kind(), kind, "{rule:?}");
    }
    assert!(line.with_status(|status| status.forwards.is_empty()));
}
