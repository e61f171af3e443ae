//! Delays, hang-ups that are confirmed late or never, and calls that come in by themselves.

use super::*;
use crate::engine::{Disconnected, DropReason, ErrorKind, Number, PartyId};
use crate::providers::sim::{Behaviour, IncomingSettings};
use std::thread;

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

#[test]
fn ringing_and_answer_come_in_their_time() {
    let mut slow = ExtensionSettings::new("3001", Behaviour::Answer);
    slow.ring_after = ms(100);
    slow.answer_after = ms(200);
    slow.queue_for = Some(ms(50));
    slow.hang_up_after = Some(ms(1000));
    let rig = Rig::with_extension(slow);
    let call = rig.dial(1, "3001");
    for (after, state) in [
        (299, State::InProgress),
        (1, State::Queued),
        (50, State::Connected),
        (999, State::Connected),
        (1, State::Disconnected),
    ] {
        rig.advance(after);
        assert_eq!(call.call.state(), state);
    }
    assert_eq!(end(&call), over(Cause::Normal));
}

#[test]
fn a_delayed_busy_can_be_cancelled_before() {
    let mut busy = ExtensionSettings::new("3001", Behaviour::Busy);
    busy.ring_after = ms(100);
    let rig = Rig::with_extension(busy);
    let call = rig.dial(1, "3001");
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(end(&call), over(Cause::Cancelled));
    rig.advance(200);
    assert_eq!(
        rig.states(&call),
        [State::InProgress, State::Disconnected],
        "the alarm of a call that is over rings for nobody"
    );
}

#[test]
fn an_extension_of_the_configuration_stands_in_place_of_a_built_in_one() {
    let rig = Rig::with_extension(ExtensionSettings::new("1001", Behaviour::Busy));
    assert_eq!(end(&rig.dial(1, "1001")), over(Cause::Busy));
}

#[test]
fn a_line_may_take_its_time_to_ring() {
    let lines = super::super::default_lines()
        .into_iter()
        .map(|(name, mut settings)| {
            settings.ring_after = ms(500);
            (name, settings)
        });
    let rig = Rig::with(Simulation::default(), lines.collect());
    let caller = rig.dial(1, "2002");
    rig.advance(499);
    assert!(rig.is_quiet(2));
    assert_eq!(caller.call.state(), State::InProgress);
    rig.advance(1);
    let called = rig.offered(2);
    assert_eq!(called.call.hub(), caller.call.hub());
}

#[test]
fn a_line_can_be_plugged_in_and_out_while_everything_runs() {
    let mut lines = super::super::default_lines();
    lines[1].1.appears_after = Some(ms(100));
    lines[1].1.vanishes_after = Some(ms(200));
    let rig = Rig::with(Simulation::default(), lines);
    let there = || rig.engine.lines().unwrap().len();
    assert_eq!(there(), 1);
    assert_eq!(end(&rig.dial(1, "2002")), over(Cause::BadAddress));
    rig.advance(100);
    assert_eq!(there(), 2);
    let caller = rig.dial(1, "2002");
    assert_eq!(caller.call.state(), State::InProgress);
    rig.advance(100);
    assert_eq!(there(), 1);
    assert_eq!(end(&caller), over(Cause::NoAnswer));
    assert_eq!(end(&rig.dial(1, "2002")), over(Cause::BadAddress));
}

/// Waits until so many threads wait for this call.
fn wait_for_sleepers(call: &crate::engine::Call, count: u32) {
    let deadline = std::time::Instant::now() + Duration::from_secs(30);
    // A sleeper whose clock naps counts only while it naps.
    while call.sleepers() < count {
        assert!(std::time::Instant::now() < deadline, "nobody waits");
        std::thread::yield_now();
    }
}

/// Asks for a hang-up on a thread of its own and moves the time past the caller's patience.
fn disconnect_in_vain(rig: &Rig, call: &CallHandle) -> ErrorKind {
    let waiting = call.clone();
    let waiter = thread::spawn(move || waiting.disconnect(DropReason::Normal));
    wait_for_sleepers(&call.call, 1);
    rig.advance(120_000);
    waiter.join().unwrap().unwrap_err().kind()
}

#[test]
fn a_hang_up_that_nobody_confirms_times_out_and_can_be_asked_again() {
    let rig = Rig::new();
    let call = rig.dial(1, "1006");
    for _ in 0..2 {
        assert_eq!(disconnect_in_vain(&rig, &call), ErrorKind::Timeout);
        assert_eq!(call.call.state(), State::Connected);
    }
}

#[test]
fn a_late_confirmation_still_ends_the_call() {
    let mut late = ExtensionSettings::new("3001", Behaviour::Answer);
    // Later than the caller's two minutes.
    late.confirms_after = Some(Duration::from_secs(3600));
    let rig = Rig::with_extension(late);
    let call = rig.dial(1, "3001");
    assert_eq!(disconnect_in_vain(&rig, &call), ErrorKind::Timeout);
    assert_eq!(call.call.state(), State::Connected);
    rig.advance(3_600_000);
    assert_eq!(end(&call), over(Cause::Normal));
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(rig.states(&call).last(), Some(&State::Disconnected));
}

#[test]
fn an_extension_calls_back() {
    let rig = Rig::new();
    let call = rig.dial(1, "1011");
    rig.advance(1000);
    assert_eq!(end(&call), over(Cause::Normal));
    rig.advance(1999);
    assert!(rig.is_quiet(1));
    rig.advance(1);
    let back = rig.offered(1);
    let caller = back.call.party(PartyId::Caller).unwrap();
    assert_eq!((&*caller.name, &*caller.number), ("Call back", "1011"));
    back.answer().unwrap();
    rig.advance(1000);
    assert_eq!(end(&back), over(Cause::Normal), "it hangs up as ever");
}

#[test]
fn configured_calls_come_in_again_and_again() {
    let simulation = Simulation {
        call: vec![IncomingSettings {
            from: "+49 30 1234".to_owned(),
            name: "Berlin".to_owned(),
            to: "2002".to_owned(),
            after: ms(1000),
            every: Some(ms(5000)),
            place: Default::default(),
        }],
        ..Simulation::default()
    };
    let rig = Rig::with(simulation, super::super::default_lines());
    rig.advance(1000);
    let first = rig.offered(2);
    let caller = first.call.party(PartyId::Caller).unwrap();
    assert_eq!((&*caller.name, &*caller.number), ("Berlin", "+49 30 1234"));
    assert_eq!(first.call.number(Number::Reason), Some(1));
    first.disconnect(DropReason::Rejected).unwrap();
    rig.advance(5000);
    let second = rig.offered(2);
    second.answer().unwrap();
    assert_eq!(second.call.state(), State::Connected);
    second.disconnect(DropReason::Normal).unwrap();
    // Whoever calls from outside can be called back, however the number is written.
    assert_eq!(rig.dial(1, "+49301234").call.state(), State::Connected);
}

#[test]
fn closing_ends_what_is_up() {
    let rig = Rig::new();
    let call = rig.dial(1, "1001");
    let unconfirmed = rig.dial(1, "1005");
    let provider = rig.line(1).provider().clone();
    provider.close();
    assert_eq!(end(&call), over(Cause::Normal));
    assert_eq!(end(&unconfirmed), over(Cause::Normal));
    rig.advance(10_000);
    let late = rig.idle(1, "1001");
    assert_eq!(
        late.connect(false).unwrap_err().kind(),
        ErrorKind::OutOfService
    );
}

#[test]
fn nothing_is_left_when_the_engine_is_closed() {
    let rig = Rig::new();
    let call = rig.dial(1, "1006");
    let parked = rig.dial(1, "1001");
    parked.park(None).unwrap();
    let provider = Arc::downgrade(&rig.exchange);
    let engine = Arc::downgrade(&rig.engine);
    call.detach();
    parked.detach();
    rig.engine.close();
    drop((rig, call, parked));
    assert!(provider.upgrade().is_none(), "the exchange is gone");
    assert!(engine.upgrade().is_none(), "the engine is gone");
}
