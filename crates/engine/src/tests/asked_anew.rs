//! Hang-ups that somebody waits for while the engine itself asks for the same.

use super::*;

/// A provider with room for one wish at a time: when it is asked to end the call once more, it gives
/// `first` up, and whoever waits for that may see it before anything else happens.
fn gives_up(rig: &Rig, call: &CallHandle, first: Reply) {
    let call = call.call.clone();
    *lock(&rig.fake.meanwhile) = Some(Box::new(move || {
        drop(first);
        let seen = Instant::now() + Duration::from_millis(200);
        while call.sleepers() > 0 && Instant::now() < seen {
            std::thread::yield_now();
        }
    }));
}

#[test]
fn a_shutdown_does_not_fail_a_hang_up_that_waits() {
    let rig = Rig::new();
    let call = rig.connected();
    rig.fake.on(Ask::Drop, Act::Keep);
    let waiting = disconnect_elsewhere(&call);
    let first = rig.fake.kept(Ask::Drop);
    wait_for_sleepers(&call.call, 1);
    gives_up(&rig, &call, first);
    assert!(rig.client.close());
    assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
    assert_eq!(rig.fake.count(Ask::Drop), 2);
    assert_eq!(end(&call), over(Cause::Normal));
}

#[test]
fn whoever_waits_hears_what_came_of_the_second_asking() {
    for works in [true, false] {
        let rig = Rig::new();
        let call = rig.connected();
        rig.fake.on(Ask::Drop, Act::Keep);
        let waiting = disconnect_elsewhere(&call);
        let first = rig.fake.kept(Ask::Drop);
        wait_for_sleepers(&call.call, 1);
        gives_up(&rig, &call, first);
        let inner = lock(&call.call.core().inner);
        call.call.drop_for_nobody(inner, DropReason::Normal);
        let second = rig.fake.kept(Ask::Drop);
        if works {
            second.ok();
            assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
        } else {
            second.fail(Error::new(ErrorKind::OperationFailed, "on purpose"));
            assert_eq!(kind(waiting.join().unwrap()), ErrorKind::OperationFailed);
            assert_eq!(call.call.state(), State::Connected);
        }
    }
}

#[test]
fn a_second_asking_that_fails_takes_nothing_from_the_first() {
    for works in [true, false] {
        let rig = Rig::new();
        let call = rig.connected();
        rig.fake.on(Ask::Drop, Act::Keep);
        let waiting = disconnect_elsewhere(&call);
        let first = rig.fake.kept(Ask::Drop);
        wait_for_sleepers(&call.call, 1);
        let inner = lock(&call.call.core().inner);
        call.call.drop_for_nobody(inner, DropReason::Normal);
        let second = rig.fake.kept(Ask::Drop);
        second.fail(Error::new(ErrorKind::OperationFailed, "on purpose"));
        assert!(lock(&call.call.core().inner).hang_up.busy);
        if works {
            first.ok();
            assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
        } else {
            first.fail(Error::new(ErrorKind::NotSupported, "on purpose"));
            assert_eq!(kind(waiting.join().unwrap()), ErrorKind::NotSupported);
        }
    }
}
