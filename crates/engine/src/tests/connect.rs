//! Placing, answering and the other operations: states, results, and providers that fail.

use super::*;
use std::thread::spawn;

#[test]
fn connecting_without_waiting_returns_at_once() {
    let rig = Rig::new();
    let call = rig.idle();
    call.connect(false).unwrap();
    assert_eq!(
        call.call.state(),
        State::Idle,
        "the provider has not said anything yet"
    );
    call.call.progressing();
    call.call.connected();
    assert_eq!(
        told(&rig.client, &call),
        [
            (State::InProgress, Cause::None),
            (State::Connected, Cause::None)
        ]
    );
}

#[test]
fn placing_waits_for_nothing_and_says_what_is_to_be_waited_for() {
    let rig = Rig::new();
    assert!(rig.idle().place().unwrap().is_none(), "it answered at once");
    rig.fake.on(Ask::Make, Act::Fail);
    let failed = rig.idle();
    assert!(failed.place().is_err());
    assert!(!failed.call.is_up());
    rig.fake.on(Ask::Make, Act::Keep);
    let call = rig.idle();
    let placing = call.place().unwrap().unwrap();
    assert!(call.call.is_up());
    rig.fake.kept(Ask::Make).ok();
    placing.wait().unwrap();
    // Somebody ends it meanwhile.
    let call = rig.idle();
    let placing = call.place().unwrap().unwrap();
    call.call.disconnected(Cause::Busy);
    assert_eq!(kind(placing.wait()), ErrorKind::DestinationBusy);
    drop(rig.fake.kept(Ask::Make));
    // Nobody waits: the answer is nobody's, and the call goes on.
    let call = rig.idle();
    drop(call.place().unwrap());
    rig.fake.kept(Ask::Make).ok();
    call.call.progressing();
    call.call.connected();
    assert_eq!(call.call.state(), State::Connected);
    call.hold().unwrap();
}

/// Whoever hangs up a call that is about to take another must not be told that there is none.
#[test]
fn a_call_that_begins_to_take_another_is_there_at_once() {
    let rig = Rig::new();
    for (what, begin) in [
        (Ask::Unpark, CallHandle::begin_unparking as fn(&_) -> _),
        (Ask::Pickup, |call: &CallHandle| call.begin_picking_up(None)),
    ] {
        rig.fake.on(what, Act::Keep);
        let call = rig.idle();
        let taking = begin(&call).unwrap().unwrap();
        assert!(call.call.is_up());
        let ended = call.hang_up(DropReason::Normal);
        assert_eq!(ended, Ok(Some(Disconnected::Over)));
        assert_eq!(call.call.state(), State::Disconnected);
        drop(rig.fake.kept(what));
        taking.wait().unwrap_err();
        let call = rig.idle();
        let taking = begin(&call).unwrap().unwrap();
        rig.fake.kept(what).ok();
        taking.wait().unwrap();
        assert_eq!(call.call.state(), State::Connected);
    }
}

#[test]
fn connecting_and_waiting_returns_with_the_answer() {
    let rig = Rig::new();
    let call = rig.idle();
    let placing = {
        let call = call.clone();
        spawn(move || call.connect(true))
    };
    wait_for_sleepers(&call.call, 1);
    call.call.progressing();
    call.call.connected();
    placing.join().unwrap().unwrap();
}

#[test]
fn connecting_and_waiting_says_why_it_failed() {
    for (cause, expected) in [
        (Cause::Busy, ErrorKind::DestinationBusy),
        (Cause::NoAnswer, ErrorKind::DestinationNoAnswer),
        (Cause::BadAddress, ErrorKind::InvalidAddress),
        (Cause::Rejected, ErrorKind::DestinationUnavailable),
        (Cause::Blocked, ErrorKind::AddressBlocked),
        (Cause::Failed, ErrorKind::OperationFailed),
        (Cause::Normal, ErrorKind::Dropped),
    ] {
        let rig = Rig::new();
        let call = rig.idle();
        let placing = {
            let call = call.clone();
            spawn(move || call.connect(true))
        };
        wait_for_sleepers(&call.call, 1);
        call.call.disconnected(cause);
        assert_eq!(kind(placing.join().unwrap()), expected, "{cause:?}");
    }
}

#[test]
fn waiting_for_an_answer_has_an_end() {
    let rig = Rig::new();
    let call = rig.idle();
    let placing = {
        let call = call.clone();
        spawn(move || call.connect(true))
    };
    wait_for_sleepers(&call.call, 1);
    rig.clock.advance(PATIENCE);
    assert_eq!(kind(placing.join().unwrap()), ErrorKind::Timeout);
    // The call goes on nevertheless.
    call.call.connected();
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_call_that_could_not_be_placed_can_be_placed_again() {
    for act in [Act::Fail, Act::Drop] {
        let rig = Rig::new();
        let call = rig.idle();
        rig.fake.on(Ask::Make, act);
        assert_eq!(kind(call.connect(false)), ErrorKind::OperationFailed);
        assert_eq!(call.call.state(), State::Idle);
        assert!(events(&rig.client).is_empty());
        rig.fake.on(Ask::Make, Act::Succeed);
        call.connect(false).unwrap();
    }
}

#[test]
fn a_provider_that_says_nothing_of_a_new_call_may_still_have_placed_it() {
    let rig = Rig::new();
    rig.fake.on(Ask::Make, Act::Keep);
    let call = rig.idle();
    let placing = {
        let call = call.clone();
        spawn(move || call.connect(false))
    };
    wait_for_sleepers(&call.call, 1);
    rig.clock.advance(PATIENCE);
    assert_eq!(kind(placing.join().unwrap()), ErrorKind::Timeout);
    // So it can be hung up, and is.
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(rig.fake.count(Ask::Drop), 1);
    assert_eq!(end(&call), over(Cause::Cancelled));
}

#[test]
fn a_call_is_placed_once() {
    let rig = Rig::owning();
    let (dialling, incoming) = (rig.dialling(), rig.offered());
    for call in [dialling, incoming] {
        assert_eq!(kind(call.connect(false)), ErrorKind::InvalidCallState);
    }
    let placing = rig.idle();
    placing.connect(false).unwrap();
    assert_eq!(rig.fake.count(Ask::Make), 2);
}

#[test]
fn a_line_out_of_service_places_nothing() {
    let rig = Rig::new();
    rig.line.set_in_service(false);
    let call = rig.idle();
    assert_eq!(kind(call.connect(false)), ErrorKind::OutOfService);
    assert_eq!(kind(call.unpark()), ErrorKind::OutOfService);
    rig.line.set_in_service(true);
    call.connect(false).unwrap();
}

#[test]
fn a_line_that_is_withheld_places_nothing_whatever_its_provider_says() {
    let rig = Rig::new();
    let call = rig.connected();
    rig.line.withhold(true);
    rig.line.set_in_service(false);
    rig.line.set_in_service(true);
    assert!(!rig.line.in_service());
    assert_eq!(kind(rig.idle().connect(false)), ErrorKind::OutOfService);
    assert_eq!(call.call.state(), State::Connected);
    rig.line.withhold(false);
    rig.idle().connect(false).unwrap();
}

#[test]
fn only_an_offered_call_is_answered() {
    let rig = Rig::owning();
    let call = rig.offered();
    call.answer().unwrap();
    assert_eq!(call.call.state(), State::Connected);
    assert_eq!(kind(call.answer()), ErrorKind::NotOffering);
    assert_eq!(kind(rig.idle().answer()), ErrorKind::NotOffering);
}

#[test]
fn a_caller_who_gives_up_ends_the_waiting_answer() {
    let rig = Rig::owning();
    rig.fake.on(Ask::Answer, Act::Keep);
    let call = rig.offered();
    let answering = {
        let call = call.clone();
        spawn(move || call.answer())
    };
    wait_for_sleepers(&call.call, 1);
    call.call.disconnected(Cause::Cancelled);
    assert_eq!(kind(answering.join().unwrap()), ErrorKind::Dropped);
    // A success that comes too late does not wake the dead.
    rig.fake.kept(Ask::Answer).ok();
    assert_eq!(end(&call), over(Cause::Cancelled));
}

#[test]
fn an_operation_waits_for_the_one_before() {
    let rig = Rig::new();
    rig.fake.on(Ask::Hold, Act::Keep);
    let call = rig.connected();
    let holding = {
        let call = call.clone();
        spawn(move || call.hold())
    };
    let reply = rig.fake.kept(Ask::Hold);
    assert_eq!(kind(call.hold()), ErrorKind::InvalidCallState);
    reply.ok();
    holding.join().unwrap().unwrap();
    assert_eq!(call.call.state(), State::Hold);
}

#[test]
fn a_late_answer_to_an_operation_still_moves_the_call() {
    let rig = Rig::new();
    rig.fake.on(Ask::Hold, Act::Keep);
    let call = rig.connected();
    let holding = {
        let call = call.clone();
        spawn(move || call.hold())
    };
    wait_for_sleepers(&call.call, 1);
    rig.clock.advance(PATIENCE);
    assert_eq!(kind(holding.join().unwrap()), ErrorKind::Timeout);
    events(&rig.client);
    rig.fake.kept(Ask::Hold).ok();
    assert_eq!(told(&rig.client, &call), [(State::Hold, Cause::None)]);
    call.unhold().unwrap();
}

#[test]
fn each_operation_needs_its_state() {
    use State::*;
    let operations: &[(&str, Operation, &[State])] = &[
        ("hold", CallHandle::hold, &[Connected]),
        ("unhold", CallHandle::unhold, &[Hold]),
        ("redirect", |c| c.redirect("2"), &[Offering]),
        ("blind transfer", |c| c.blind_transfer("2"), &[Connected]),
        ("park", |c| c.park(Some("7")).map(drop), &[Connected]),
        ("park somewhere", |c| c.park(None).map(drop), &[Connected]),
        ("unpark", CallHandle::unpark, &[Idle]),
        ("pickup", |c| c.pickup(None), &[Idle]),
        ("dial", |c| c.dial("5"), &[InProgress]),
        ("answer", CallHandle::answer, &[Offering]),
        ("connect", |c| c.connect(false), &[Idle]),
    ];
    for (name, operation, allowed) in operations {
        for state in [
            Idle,
            InProgress,
            Offering,
            Connected,
            Hold,
            Queued,
            Disconnected,
        ] {
            let rig = Rig::owning();
            let call = match state {
                Idle => rig.idle(),
                InProgress => rig.dialling(),
                Offering => rig.offered(),
                Connected => rig.connected(),
                Hold => rig.held(),
                Queued => {
                    let call = rig.dialling();
                    call.call.move_to(Queued, Cause::None);
                    call
                }
                Disconnected => {
                    let call = rig.connected();
                    call.call.disconnected(Cause::Normal);
                    call
                }
            };
            let before = end(&call);
            let result = operation(&call);
            if allowed.contains(&state) {
                assert_eq!(result, Ok(()), "{name} in {state:?}");
            } else {
                let expected = match *name {
                    "answer" => ErrorKind::NotOffering,
                    _ => ErrorKind::InvalidCallState,
                };
                assert_eq!(kind(result), expected, "{name} in {state:?}");
                assert_eq!(end(&call), before, "{name} in {state:?}");
            }
        }
    }
}

#[test]
fn each_operation_has_its_effect() {
    let effects: &[(&str, Operation, Start, State)] = &[
        (
            "blind transfer",
            |c| c.blind_transfer("2"),
            Rig::connected,
            State::Disconnected,
        ),
        (
            "park",
            |c| c.park(Some("7")).map(drop),
            Rig::connected,
            State::Disconnected,
        ),
        ("unpark", CallHandle::unpark, Rig::idle, State::Connected),
        (
            "pickup",
            |c| c.pickup(Some("1")),
            Rig::idle,
            State::Connected,
        ),
        ("dial", |c| c.dial("5"), Rig::dialling, State::InProgress),
    ];
    for (name, operation, start, state) in effects {
        let rig = Rig::new();
        let call = start(&rig);
        operation(&call).unwrap();
        assert_eq!(call.call.state(), *state, "{name}");
    }
}

#[test]
fn parking_tells_where() {
    let rig = Rig::new();
    assert_eq!(rig.connected().park(Some("7")).unwrap(), "7");
    assert_eq!(rig.connected().park(None).unwrap(), "chosen");
}

#[test]
fn what_a_line_does_not_offer_is_refused_beforehand() {
    let rig = Rig::owning();
    let line = add_line(&rig.engine, &rig.fake, Features::default());
    let connected = || {
        let call = outgoing(&rig.client, &line, "1");
        call.connect(false).unwrap();
        call.call.connected();
        call
    };
    let (call, other) = (connected(), connected());
    let asked = rig.fake.asked().len();
    let operations: &[(&str, Operation)] = &[
        ("hold", CallHandle::hold),
        ("unhold", CallHandle::unhold),
        ("redirect", |c| c.redirect("2")),
        ("blind transfer", |c| c.blind_transfer("2")),
        ("park", |c| c.park(Some("7")).map(drop)),
        ("park somewhere", |c| c.park(None).map(drop)),
        ("unpark", CallHandle::unpark),
        ("pickup", |c| c.pickup(None)),
        ("dial", |c| c.dial("5")),
        ("leave", CallHandle::leave_conference),
        ("quality", |c| c.set_quality_of_service(AUDIO)),
    ];
    for (name, operation) in operations {
        assert_eq!(kind(operation(&call)), ErrorKind::NotSupported, "{name}");
    }
    assert_eq!(kind(call.swap(&other)), ErrorKind::NotSupported);
    assert_eq!(kind(call.transfer(&other, false)), ErrorKind::NotSupported);
    assert_eq!(
        kind(call.conference(&other, false)),
        ErrorKind::NotSupported
    );
    assert_eq!(
        rig.fake.asked().len(),
        asked,
        "the provider is not bothered"
    );
    call.disconnect(DropReason::Normal).unwrap();
}

#[test]
fn a_failed_pickup_leaves_an_idle_call() {
    let rig = Rig::new();
    rig.fake.on(Ask::Pickup, Act::Fail);
    let call = rig.idle();
    assert_eq!(kind(call.pickup(None)), ErrorKind::OperationFailed);
    assert_eq!(
        call.disconnect(DropReason::Normal),
        Ok(Disconnected::Nothing)
    );
    call.connect(false).unwrap();
}

#[test]
fn swapping_moves_both_calls() {
    let rig = Rig::new();
    let (held, active) = (rig.held(), rig.connected());
    active.swap(&held).unwrap();
    assert_eq!(held.call.state(), State::Connected);
    assert_eq!(active.call.state(), State::Hold);
    assert_eq!(kind(active.swap(&held)), ErrorKind::InvalidCallState);
    assert_eq!(kind(held.swap(&held)), ErrorKind::InvalidArgument);
}

#[test]
fn a_call_that_its_provider_has_moved_and_failed_stays_on_its_line() {
    let rig = Rig::new();
    rig.fake.on(Ask::Make, Act::Keep);
    let call = rig.idle();
    let places = call.clone();
    let placing = std::thread::spawn(move || places.connect(false));
    let reply = rig.fake.kept(Ask::Make);
    call.call.progressing();
    call.detach();
    drop(reply);
    assert!(placing.join().unwrap().is_err());
    assert!(call.call.is_up());
    assert_eq!(rig.line.calls().unwrap().len(), 1, "nobody can end it");
    call.disconnect(DropReason::Normal).unwrap();
    assert!(rig.line.calls().unwrap().is_empty());
}
