//! Calls that are sent on while they ring.

use super::super::placing::Route;
use super::forwarding::{NO_ANSWER, UNCONDITIONAL, forward};
use super::*;
use crate::engine::{DropReason, ErrorKind, Forward, Number, PartyId};

fn number_of(call: &CallHandle, role: PartyId) -> String {
    call.call.party(role).unwrap().number
}

#[test]
fn a_redirected_call_rings_elsewhere_and_here_no_more() {
    let rig = Rig::with_a_caller();
    let caller = rig.dial(1, "2002");
    let called = rig.offered(2);
    called.redirect("2003").unwrap();
    assert_eq!(end(&called), over(Cause::Normal));
    assert_eq!(caller.call.state(), State::InProgress, "it hears ringing");
    let new = rig.offered(3);
    assert_eq!(new.call.number(Number::Reason), Some(0x40));
    assert_eq!(number_of(&new, PartyId::Caller), "2001");
    assert_eq!(number_of(&new, PartyId::Called), "2002");
    assert_eq!(number_of(&new, PartyId::Redirecting), "2002");
    assert_eq!(number_of(&caller, PartyId::Redirecting), "2002");
    assert_eq!(number_of(&caller, PartyId::Redirection), "2003");
    assert_eq!(number_of(&caller, PartyId::Connected), "2003");
    assert_eq!(new.call.hub(), caller.call.hub());
    new.answer().unwrap();
    assert_eq!(caller.call.state(), State::Connected);
    caller.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&new), over(Cause::Normal));
}

#[test]
fn what_a_redirected_call_reaches_decides_it() {
    for (number, expected) in [
        ("1001", (State::Connected, Cause::None)),
        ("1002", over(Cause::Busy)),
        ("1004", over(Cause::Rejected)),
    ] {
        let rig = Rig::with_a_caller();
        let caller = rig.dial(1, "2002");
        let called = rig.offered(2);
        called.redirect(number).unwrap();
        assert_eq!(end(&called), over(Cause::Normal), "{number}");
        assert_eq!(end(&caller), expected, "{number}");
    }
}

#[test]
fn a_redirection_to_nobody_lets_the_call_ring_on() {
    let rig = Rig::with_a_caller();
    let caller = rig.dial(1, "2002");
    let called = rig.offered(2);
    let refused = |number: &str| called.redirect(number).unwrap_err().kind();
    assert_eq!(refused("9999"), ErrorKind::InvalidAddress);
    assert_eq!(refused(""), ErrorKind::InvalidAddress);
    // The caller's own line, and one that wants no calls.
    assert_eq!(refused("2001"), ErrorKind::OperationFailed);
    rig.line(3).set_do_not_disturb(true).unwrap();
    assert_eq!(refused("2003"), ErrorKind::OperationFailed);
    // One whose calls are forwarded again and again.
    rig.line(3).set_do_not_disturb(false).unwrap();
    for (n, other) in [(2, "2003"), (3, "2002")] {
        let rule = forward(UNCONDITIONAL, other);
        rig.line(n).set_forwarding(vec![rule]).unwrap();
    }
    assert_eq!(refused("2003"), ErrorKind::OperationFailed);
    let words = |number: &str| called.redirect(number).unwrap_err().message().to_owned();
    assert!(words("2003").contains("forwardings"));
    assert!(words("2001").contains("busy"));
    assert!(rig.is_quiet(3));
    assert_eq!(called.call.state(), State::Offering);
    called.answer().unwrap();
    assert_eq!(caller.call.state(), State::Connected);
}

#[test]
fn a_caller_from_outside_is_sent_on_as_well() {
    let rig = Rig::with_a_caller();
    rig.advance(1000);
    let called = rig.offered(2);
    called.redirect("2003").unwrap();
    let new = rig.offered(3);
    assert_eq!(number_of(&new, PartyId::Caller), "+49");
    new.redirect("1001").unwrap();
    assert_eq!(end(&new), over(Cause::Normal), "no line of ours sees them");
    rig.exchange
        .step(|step| assert_eq!(step.state.legs.iter().count(), 0));
}

#[test]
fn a_redirected_call_is_not_forwarded_for_want_of_an_answer_here() {
    let rig = Rig::with_a_caller();
    rig.line(2)
        .set_forwarding(vec![Forward {
            rings: 1,
            ..forward(NO_ANSWER, "1002")
        }])
        .unwrap();
    let caller = rig.dial(1, "2002");
    rig.offered(2).redirect("2003").unwrap();
    rig.advance(60_000);
    let new = rig.offered(3);
    // It can be sent back to where it came from.
    new.redirect("2002").unwrap();
    rig.offered(2).answer().unwrap();
    assert_eq!(caller.call.state(), State::Connected);
}

#[test]
fn a_caller_who_gives_up_ends_the_call_where_it_rings_now() {
    let rig = Rig::with_a_caller();
    let caller = rig.dial(1, "2002");
    rig.offered(2).redirect("2003").unwrap();
    let new = rig.offered(3);
    caller.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&new), over(Cause::Cancelled));
}

#[test]
fn of_a_redirection_and_a_hang_up_at_once_no_call_stays() {
    for _ in 0..200 {
        let rig = Rig::with_a_caller();
        let caller = rig.dial(1, "2002");
        let called = rig.offered(2);
        std::thread::scope(|scope| {
            scope.spawn(|| drop(called.redirect("2003")));
            scope.spawn(|| called.disconnect(DropReason::Rejected).unwrap());
        });
        assert_eq!(called.call.state(), State::Disconnected);
        let calls = rig.line(3).calls().unwrap();
        match caller.call.state() {
            State::InProgress => assert_eq!(calls.len(), 1, "it rings there"),
            _ => assert_eq!(calls.len(), 0, "it was refused"),
        }
        caller.disconnect(DropReason::Normal).unwrap();
        rig.exchange
            .step(|step| assert_eq!(step.state.legs.iter().count(), 0));
    }
}

/// The call that line 2 sends to line 3, which has no room for it, and what is done meanwhile.
fn taken_back(rig: &Rig, called: &CallHandle, meanwhile: impl FnOnce()) {
    let offer = rig.exchange.step(|step| {
        let index = step.find(&called.call).unwrap();
        let target = step.plan.find("2003");
        let mut route = Route::new(target, 0x40);
        let way = step.resolve(step.far(index), &mut route).unwrap();
        step.pass_on(index, route, way);
        step.out.offer.take().expect("it is told to line 3")
    });
    meanwhile();
    rig.exchange.step(|step| step.take_back(&offer));
    assert!(rig.is_quiet(3));
}

#[test]
fn a_call_that_could_not_be_sent_on_rings_here_again() {
    let rig = Rig::with_a_caller();
    let caller = rig.dial(1, "2002");
    let called = rig.offered(2);
    taken_back(&rig, &called, || {});
    called.answer().unwrap();
    assert_eq!(caller.call.state(), State::Connected);
    taken_back(&rig, &called, || {});
    caller.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&called), over(Cause::Normal));
    // So does one from outside.
    rig.advance(1000);
    let called = rig.offered(2);
    taken_back(&rig, &called, || {});
    called.answer().unwrap();
    assert_eq!(called.call.state(), State::Connected);
}

/// Whoever has the caller's place then is somebody else.
#[test]
fn a_caller_who_gives_up_while_it_is_sent_on_ends_the_call_here() {
    for (answered, cause) in [(false, Cause::Cancelled), (true, Cause::Normal)] {
        let rig = Rig::with_a_caller();
        let caller = rig.dial(1, "2002");
        let called = rig.offered(2);
        if answered {
            called.answer().unwrap();
        }
        let mut other = None;
        taken_back(&rig, &called, || {
            let place = |call: &CallHandle| rig.exchange.step(|step| step.find(&call.call));
            let before = place(&caller);
            caller.disconnect(DropReason::Normal).unwrap();
            let next = rig.dial(1, "1003");
            assert_eq!(place(&next), before);
            other = Some(next);
        });
        assert_eq!(end(&called), over(cause));
        let other = other.unwrap();
        assert_eq!(other.call.state(), State::InProgress);
        other.disconnect(DropReason::Normal).unwrap();
    }
}

#[test]
fn a_caller_who_could_not_be_sent_on_has_nobody_when_our_line_has_hung_up() {
    let rig = Rig::with_a_caller();
    let caller = rig.dial(1, "2002");
    let called = rig.offered(2);
    taken_back(&rig, &called, || {
        called.disconnect(DropReason::Normal).unwrap();
    });
    assert_eq!(end(&caller), over(Cause::Failed));
    rig.exchange
        .step(|step| assert_eq!(step.state.legs.iter().count(), 0));
}
