//! Calls that are given up since nobody has answered.

use super::*;

#[test]
fn a_call_that_nobody_answers_is_given_up() {
    let rig = Rig::owning();
    let call = rig.dialling();
    events(&rig.client);
    call.call.give_up();
    assert_eq!(told(&rig.client, &call), [over(Cause::NoAnswer)]);
    assert_eq!(*lock(&rig.fake.reasons), [DropReason::NoAnswer]);
    // A provider that tells of the end by itself says what it sees: our side has taken the call back.
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.dialling();
    call.call.give_up();
    call.call.disconnected(Cause::Cancelled);
    assert_eq!(end(&call), over(Cause::NoAnswer));
    rig.fake.kept(Ask::Drop).ok();
    // One that was busy meanwhile says so.
    let call = rig.dialling();
    call.call.give_up();
    call.call.disconnected(Cause::Busy);
    assert_eq!(end(&call), over(Cause::Busy));
    rig.fake.kept(Ask::Drop).ok();
}

#[test]
fn nothing_else_is_given_up() {
    let rig = Rig::owning();
    for start in [Rig::connected, Rig::held, Rig::offered, Rig::idle] {
        let call = start(&rig);
        let state = call.call.state();
        call.call.give_up();
        assert_eq!(call.call.state(), state);
    }
    assert_eq!(rig.fake.count(Ask::Drop), 0);
    // Whoever hangs up at the same time does it.
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.dialling();
    assert_eq!(call.hang_up(DropReason::Normal), Ok(None));
    call.call.give_up();
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(end(&call), over(Cause::Cancelled));
    assert_eq!(rig.fake.count(Ask::Drop), 1);
}
