//! Disconnect, row by row of its table, and under every fault of a provider.

use super::*;

#[test]
fn each_state_ends_with_its_cause() {
    let rows: &[(&str, Start, DropReason, Cause)] = &[
        (
            "dialling",
            Rig::dialling,
            DropReason::Normal,
            Cause::Cancelled,
        ),
        (
            "offered",
            Rig::offered,
            DropReason::Rejected,
            Cause::Rejected,
        ),
        (
            "offered",
            Rig::offered,
            DropReason::NoAnswer,
            Cause::NoAnswer,
        ),
        ("offered", Rig::offered, DropReason::Normal, Cause::Normal),
        (
            "connected",
            Rig::connected,
            DropReason::Normal,
            Cause::Normal,
        ),
        (
            "connected",
            Rig::connected,
            DropReason::Rejected,
            Cause::Normal,
        ),
        ("held", Rig::held, DropReason::Normal, Cause::Normal),
    ];
    for (name, start, reason, cause) in rows {
        let rig = Rig::owning();
        let call = start(&rig);
        events(&rig.client);
        assert_eq!(call.disconnect(*reason), Ok(Disconnected::Over), "{name}");
        assert_eq!(end(&call), over(*cause), "{name}");
        assert_eq!(told(&rig.client, &call), [over(*cause)], "{name}");
        let answered = matches!(*name, "connected" | "held");
        assert_eq!(call.call.was_connected(), answered, "{name}");
        assert_eq!(
            *lock(&rig.fake.reasons),
            [*reason],
            "the provider hears why"
        );
    }
}

#[test]
fn an_idle_call_has_nothing_to_end() {
    let rig = Rig::new();
    let call = rig.idle();
    assert_eq!(
        call.disconnect(DropReason::Normal),
        Ok(Disconnected::Nothing)
    );
    assert_eq!(call.call.state(), State::Idle);
    assert!(events(&rig.client).is_empty());
    assert!(rig.fake.asked().is_empty());
}

#[test]
fn a_call_whose_connect_failed_has_nothing_to_end() {
    let rig = Rig::new();
    rig.fake.on(Ask::Make, Act::Fail);
    let call = rig.idle();
    assert_eq!(kind(call.connect(false)), ErrorKind::OperationFailed);
    assert_eq!(
        call.disconnect(DropReason::Normal),
        Ok(Disconnected::Nothing)
    );
}

#[test]
fn second_disconnect_raises_no_second_event() {
    let rig = Rig::new();
    let call = rig.connected();
    call.disconnect(DropReason::Normal).unwrap();
    events(&rig.client);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert!(events(&rig.client).is_empty());
    assert_eq!(rig.fake.count(Ask::Drop), 1);
}

#[test]
fn disconnect_after_the_far_end_hung_up_is_harmless() {
    let rig = Rig::new();
    let call = rig.connected();
    call.call.disconnected(Cause::Normal);
    events(&rig.client);
    assert_eq!(
        call.disconnect(DropReason::Rejected),
        Ok(Disconnected::Over)
    );
    assert!(events(&rig.client).is_empty());
    assert_eq!(rig.fake.count(Ask::Drop), 0);
}

#[test]
fn a_call_just_announced_can_be_refused() {
    let rig = Rig::owning();
    rig.line.incoming(from("99")).unwrap();
    // Only the notification was read so far; the offering still waits behind it.
    let call = match rig.client.events().try_next() {
        Some(Event::Notification { call, .. }) => rig.mine(&call),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        call.disconnect(DropReason::Rejected),
        Ok(Disconnected::Over)
    );
    assert_eq!(
        told(&rig.client, &call),
        [(State::Offering, Cause::None), over(Cause::Rejected)]
    );
}

#[test]
fn a_monitor_cannot_hang_up() {
    let rig = Rig::new();
    let watcher = add_client(&rig.engine, "watcher.exe");
    watcher.register(&rig.line, true, false, AUDIO, 0).unwrap();
    let call = rig.connected();
    let seen = call.call.handle_for(&watcher).unwrap();
    assert_eq!(seen.privilege(), Privilege::Monitor);
    assert_eq!(
        kind(seen.disconnect(DropReason::Normal)),
        ErrorKind::NotOwner
    );
    assert_eq!(call.call.state(), State::Connected);
    call.disconnect(DropReason::Normal).unwrap();
    // The harmless answers are the monitor's as well.
    assert_eq!(seen.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_provider_that_cannot_leaves_the_call_as_it_was() {
    for act in [Act::Fail, Act::Drop] {
        let rig = Rig::new();
        rig.fake.on(Ask::Drop, act);
        let call = rig.connected();
        assert_eq!(
            kind(call.disconnect(DropReason::Normal)),
            ErrorKind::OperationFailed,
            "{act:?}"
        );
        assert_eq!(call.call.state(), State::Connected);
        rig.fake.on(Ask::Drop, Act::Succeed);
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
        assert_eq!(rig.fake.count(Ask::Drop), 2);
    }
}

#[test]
fn a_silent_provider_costs_two_minutes_and_no_more() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    let waiting = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    rig.clock.advance(PATIENCE - Duration::from_millis(1));
    wait_for_sleepers(&call.call, 1);
    assert!(!waiting.is_finished(), "it waits for as long as it should");
    rig.clock.advance(Duration::from_millis(1));
    assert_eq!(kind(waiting.join().unwrap()), ErrorKind::Timeout);
    assert_eq!(call.call.state(), State::Connected);
}

#[test]
fn a_late_answer_still_ends_the_call() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    let waiting = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    rig.clock.advance(PATIENCE);
    waiting.join().unwrap().unwrap_err();
    events(&rig.client);
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(end(&call), over(Cause::Normal));
    assert_eq!(told(&rig.client, &call), [over(Cause::Normal)]);
}

#[test]
fn after_a_timeout_the_provider_is_asked_again() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    let waiting = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    rig.clock.advance(PATIENCE);
    waiting.join().unwrap().unwrap_err();
    let second = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    // The first answer is a failure that nobody waits for any more; the second counts.
    let first = rig.fake.kept(Ask::Drop);
    first.fail(Error::new(ErrorKind::OperationFailed, "too late"));
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(second.join().unwrap(), Ok(Disconnected::Over));
}

#[test]
fn two_callers_share_one_hang_up() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    let callers = [disconnect_elsewhere(&call), disconnect_elsewhere(&call)];
    wait_for_sleepers(&call.call, 2);
    assert_eq!(rig.fake.count(Ask::Drop), 1);
    rig.fake.kept(Ask::Drop).ok();
    for caller in callers {
        assert_eq!(caller.join().unwrap(), Ok(Disconnected::Over));
    }
    let ends = told(&rig.client, &call);
    assert_eq!(
        ends.iter().filter(|e| **e == over(Cause::Normal)).count(),
        1
    );
}

#[test]
fn two_callers_share_a_failure_and_a_timeout() {
    for times_out in [false, true] {
        let rig = Rig::new();
        rig.fake.on(Ask::Drop, Act::Keep);
        let call = rig.connected();
        let callers = [disconnect_elsewhere(&call), disconnect_elsewhere(&call)];
        wait_for_sleepers(&call.call, 2);
        let expected = if times_out {
            rig.clock.advance(PATIENCE);
            ErrorKind::Timeout
        } else {
            drop(rig.fake.kept(Ask::Drop));
            ErrorKind::OperationFailed
        };
        for caller in callers {
            assert_eq!(kind(caller.join().unwrap()), expected);
        }
    }
}

#[test]
fn a_call_that_ends_by_itself_answers_the_waiting_hang_up() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    let waiting = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    call.call.disconnected(Cause::Failed);
    assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
    assert_eq!(end(&call), over(Cause::Failed));
    // What the provider still says has no effect.
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(end(&call), over(Cause::Failed));
}

#[test]
fn nothing_stands_in_the_way_of_a_hang_up() {
    // Another operation is under way and will never end.
    let rig = Rig::new();
    rig.fake.on(Ask::Hold, Act::Keep);
    let call = rig.connected();
    let holder = {
        let call = call.clone();
        std::thread::spawn(move || call.hold())
    };
    wait_for_sleepers(&call.call, 1);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(kind(holder.join().unwrap()), ErrorKind::Dropped);
}

#[test]
fn a_call_being_placed_can_be_cancelled() {
    let rig = Rig::new();
    rig.fake.on(Ask::Make, Act::Keep);
    let call = rig.idle();
    let placing = {
        let call = call.clone();
        std::thread::spawn(move || call.connect(true))
    };
    wait_for_sleepers(&call.call, 1);
    assert_eq!(call.call.state(), State::Idle);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(end(&call), over(Cause::Cancelled));
    assert_eq!(kind(placing.join().unwrap()), ErrorKind::Dropped);
}

#[test]
fn disconnect_wakes_whoever_waits_for_the_answer() {
    let rig = Rig::new();
    let call = rig.idle();
    let placing = {
        let call = call.clone();
        std::thread::spawn(move || call.connect(true))
    };
    wait_for_sleepers(&call.call, 1);
    call.call.progressing();
    call.disconnect(DropReason::Normal).unwrap();
    assert_eq!(kind(placing.join().unwrap()), ErrorKind::Dropped);
    assert_eq!(end(&call), over(Cause::Cancelled));
}

#[test]
fn the_last_holder_may_go_right_after_the_hang_up() {
    let rig = Rig::new();
    rig.fake.on(Ask::Drop, Act::Keep);
    let call = rig.connected();
    let waiting = disconnect_elsewhere(&call);
    wait_for_sleepers(&call.call, 1);
    // The application releases its last reference while the tear-down is under way.
    call.detach();
    drop(call);
    rig.fake.kept(Ask::Drop).ok();
    assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
    assert!(
        rig.line.calls().unwrap().is_empty(),
        "the line has forgotten it"
    );
}

#[test]
fn a_live_call_stays_with_its_line_when_released() {
    let rig = Rig::new();
    let call = rig.connected();
    call.detach();
    drop(call);
    let calls = rig.line.calls().unwrap();
    assert_eq!(calls.len(), 1);
    // It can be found there again and hung up.
    let again = rig.mine(&calls[0]);
    again.disconnect(DropReason::Normal).unwrap();
    again.detach();
    assert!(rig.line.calls().unwrap().is_empty());
}

#[test]
fn shutdown_hangs_up_what_only_this_application_owns() {
    let rig = Rig::owning();
    let watcher = add_client(&rig.engine, "watcher.exe");
    watcher.register(&rig.line, true, false, AUDIO, 0).unwrap();
    let (connected, dialling, offered) = (rig.connected(), rig.dialling(), rig.offered());
    let idle = rig.idle();
    // A provider that says nothing cannot delay it.
    rig.fake.on(Ask::Drop, Act::Keep);
    assert!(rig.client.close());
    assert_eq!(end(&connected), over(Cause::Normal));
    assert_eq!(end(&dialling), over(Cause::Cancelled));
    assert_eq!(end(&offered), over(Cause::Normal));
    assert_eq!(idle.call.state(), State::Idle);
    assert_eq!(rig.fake.count(Ask::Drop), 3);
    assert_eq!(
        told(&watcher, &connected).last(),
        Some(&over(Cause::Normal))
    );
    assert!(
        !rig.client.close(),
        "the second time there is nothing to do"
    );
}

#[test]
fn a_call_with_another_owner_survives_a_shutdown() {
    let rig = Rig::new();
    let other = add_client(&rig.engine, "second.exe");
    other.register(&rig.line, false, true, AUDIO, 0).unwrap();
    let call = rig.connected();
    call.hand_off_to("second.exe", Giver::LooksOn).unwrap();
    rig.client.close();
    assert_eq!(call.call.state(), State::Connected);
    assert_eq!(rig.fake.count(Ask::Drop), 0);
}

#[test]
fn after_shutdown_only_the_harmless_is_answered() {
    let rig = Rig::new();
    let call = rig.connected();
    let idle = rig.idle();
    rig.client.close();
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
    assert_eq!(
        idle.disconnect(DropReason::Normal),
        Ok(Disconnected::Nothing)
    );
    assert_eq!(kind(idle.connect(false)), ErrorKind::NotInitialized);
    let fresh = Call::outgoing(&rig.client, &rig.line, "1".to_owned(), AUDIO, NUMBER);
    assert_eq!(kind(fresh), ErrorKind::NotInitialized);
}

#[test]
fn closing_the_engine_closes_each_provider_once() {
    let rig = Rig::new();
    add_line(&rig.engine, &rig.fake, EVERYTHING);
    let call = rig.connected();
    rig.engine.close();
    assert_eq!(end(&call), over(Cause::Normal));
    assert_eq!(rig.fake.closed.load(Ordering::Relaxed), 1);
    rig.engine.close();
    assert_eq!(rig.fake.closed.load(Ordering::Relaxed), 1);
}

#[test]
fn out_of_range_codes_are_no_reasons() {
    for (code, reason) in [
        (0, Some(DropReason::Normal)),
        (1, Some(DropReason::NoAnswer)),
        (2, Some(DropReason::Rejected)),
        (3, None),
        (-1, None),
        (i32::MAX, None),
    ] {
        assert_eq!(DropReason::from_code(code), reason);
    }
}

/// Somebody who reads the log, and hangs up again as soon as something is said in it.
struct Impatient(CallHandle);

impl tracing::Subscriber for Impatient {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }

    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}

    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}

    fn event(&self, _: &tracing::Event<'_>) {
        assert_eq!(self.0.hang_up(DropReason::Normal), Ok(None));
    }

    fn enter(&self, _: &tracing::span::Id) {}

    fn exit(&self, _: &tracing::span::Id) {}
}

#[test]
fn whoever_has_waited_long_enough_does_not_wait_for_the_next_request() {
    // Where tests run side by side, the log's macros may pass over a reader who comes and goes: such
    // a round shows nothing.
    let heard = (0..50).any(|_| {
        let rig = Rig::new();
        let call = rig.connected();
        rig.fake.on(Ask::Drop, Act::Keep);
        let (tell, hear) = std::sync::mpsc::channel();
        let waits = call.clone();
        std::thread::spawn(move || {
            let disconnect = || waits.disconnect(DropReason::Normal);
            tell.send(tracing::subscriber::with_default(
                Impatient(waits.clone()),
                disconnect,
            ))
        });
        wait_for_sleepers(&call.call, 1);
        rig.clock.advance(PATIENCE);
        let ended = hear.recv_timeout(Duration::from_secs(30)).unwrap();
        assert_eq!(ended.unwrap_err().kind(), ErrorKind::Timeout);
        rig.fake.count(Ask::Drop) == 2
    });
    assert!(heard, "nobody hung up again");
}
