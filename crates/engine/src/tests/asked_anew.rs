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

/// Somebody waits for a hang-up; the provider's answer to it is the second.
fn waited_for(
    rig: &Rig,
    call: &CallHandle,
) -> (std::thread::JoinHandle<Result<Disconnected>>, Reply) {
    rig.fake.on(Ask::Drop, Act::Keep);
    let waiting = disconnect_elsewhere(call);
    let first = rig.fake.kept(Ask::Drop);
    wait_for_sleepers(&call.call, 1);
    (waiting, first)
}

fn ask_anew(rig: &Rig, call: &CallHandle) -> Reply {
    let inner = lock(&call.call.core().inner);
    call.call.drop_for_nobody(inner, DropReason::Normal);
    rig.fake.kept(Ask::Drop)
}

#[test]
fn a_shutdown_does_not_fail_a_hang_up_that_waits() {
    let rig = Rig::new();
    let call = rig.connected();
    let (waiting, first) = waited_for(&rig, &call);
    gives_up(&rig, &call, first);
    assert!(rig.client.close());
    assert_eq!(waiting.join().unwrap(), Ok(Disconnected::Over));
    assert_eq!(rig.fake.count(Ask::Drop), 2);
    assert_eq!(end(&call), over(Cause::Normal));
}

#[test]
fn it_has_failed_when_each_asking_has() {
    for (gives_first_up, works) in [(true, true), (true, false), (false, true), (false, false)] {
        let rig = Rig::new();
        let call = rig.connected();
        let (waiting, first) = waited_for(&rig, &call);
        let last = match gives_first_up {
            true => {
                gives_up(&rig, &call, first);
                ask_anew(&rig, &call)
            }
            false => {
                let failed = Error::new(ErrorKind::OperationFailed, "on purpose");
                ask_anew(&rig, &call).fail(failed);
                first
            }
        };
        match works {
            true => last.ok(),
            false => last.fail(Error::new(ErrorKind::NotSupported, "on purpose")),
        }
        let found = waiting.join().unwrap();
        match works {
            true => assert_eq!(found, Ok(Disconnected::Over)),
            false => {
                assert_eq!(kind(found), ErrorKind::NotSupported);
                assert_eq!(call.call.state(), State::Connected);
            }
        }
    }
}
