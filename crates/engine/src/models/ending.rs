//! Placing against hanging up.

use super::*;

type Ended = Result<Disconnected>;

/// A provider that, while it is being asked to place a call, sets a thread on its way which hangs
/// the call up. So the hang-up begins after the placing, whatever follows.
fn with_hang_up_from_make(
    handle: &Place<CallHandle>,
    hang_up: &Place<JoinHandle<Ended>>,
    make: impl Fn(&Call, Reply) + Send + Sync + 'static,
) -> Scripted {
    let (handle, hang_up) = (handle.clone(), hang_up.clone());
    Scripted {
        make: Box::new(move |call, reply| {
            let handle = take(&handle).unwrap();
            put(
                &hang_up,
                thread::spawn(move || handle.disconnect(DropReason::Normal)),
            );
            make(call, reply);
        }),
        ..scripted()
    }
}

/// Places a call that is hung up meanwhile. Returns both results, and whether the call is up.
fn placed_and_hung_up(
    make: impl Fn(&Call, Reply) + Send + Sync + 'static,
    after: impl FnOnce(),
) -> (Result<()>, Ended, Rig, CallHandle) {
    let (place, hang_up) = (Place::default(), Place::default());
    let rig = Rig::new(with_hang_up_from_make(&place, &hang_up, make));
    let call = rig.call();
    put(&place, call.clone());
    let connected = call.connect(false);
    after();
    let ended = take(&hang_up).unwrap().join().unwrap();
    (connected, ended, rig, call)
}

#[test]
fn a_hang_up_while_the_call_is_placed_ends_it() {
    check(3, || {
        let (_, ended, rig, call) = placed_and_hung_up(comes_about, || {});
        assert_eq!(ended, Ok(Disconnected::Over));
        assert_eq!(call.call.state(), State::Disconnected);
        assert_eq!(rig.drops(), 1, "the provider was told, once");
        rig.take_apart();
    });
}

#[test]
fn a_hang_up_while_another_thread_reports_progress_ends_the_call() {
    check(2, || {
        let reporter: Place<JoinHandle<()>> = Place::default();
        let for_make = reporter.clone();
        let (_, ended, rig, call) = placed_and_hung_up(
            move |call, reply| {
                let call = call.clone();
                let report = move || {
                    call.progressing();
                    reply.ok();
                };
                put(&for_make, thread::spawn(report));
            },
            || take(&reporter).unwrap().join().unwrap(),
        );
        assert_eq!(ended, Ok(Disconnected::Over));
        assert_eq!(call.call.state(), State::Disconnected);
        assert_eq!(rig.drops(), 1);
        rig.take_apart();
    });
}

#[test]
fn a_hang_up_of_a_call_that_cannot_be_placed_finds_nothing_or_ends_it() {
    check(3, || {
        let fails = |_: &Call, reply: Reply| reply.fail(UNHOLD_FAILS);
        let (connected, ended, rig, call) = placed_and_hung_up(fails, || {});
        assert!(connected.is_err());
        match ended.unwrap() {
            Disconnected::Nothing => assert_eq!(call.call.state(), State::Idle),
            Disconnected::Over => assert_eq!(call.call.state(), State::Disconnected),
        }
        rig.take_apart();
    });
}

#[test]
fn a_call_that_failed_can_be_placed_by_another_thread_and_hung_up() {
    check(3, || {
        let first = Arc::new(AtomicUsize::new(0));
        let counter = first.clone();
        let provider = Scripted {
            make: Box::new(
                move |call, reply| match counter.fetch_add(1, Ordering::SeqCst) {
                    0 => reply.fail(UNHOLD_FAILS),
                    _ => comes_about(call, reply),
                },
            ),
            ..scripted()
        };
        let rig = Rig::new(provider);
        let call = rig.call();
        let other = call.clone();
        let thread = thread::spawn(move || other.connect(false));
        let here = call.connect(false);
        let there = thread.join().unwrap();
        let up = here.is_ok() || there.is_ok();
        assert_eq!(call.call.is_up(), up);
        let wanted = if up {
            Disconnected::Over
        } else {
            Disconnected::Nothing
        };
        assert_eq!(call.disconnect(DropReason::Normal), Ok(wanted));
        rig.take_apart();
    });
}

#[test]
fn two_callers_share_one_hang_up() {
    check(2, || {
        let kept: Place<Reply> = Place::default();
        let asked = Arc::new(tapi3_common::sync::atomic::AtomicBool::new(false));
        let (for_drop, has_asked) = (kept.clone(), asked.clone());
        let rig = Rig::new(Scripted {
            drop: Box::new(move |_, reply| {
                put(&for_drop, reply);
                has_asked.store(true, Ordering::SeqCst);
            }),
            ..scripted()
        });
        let call = rig.connected_call();
        let other = call.clone();
        let thread = thread::spawn(move || other.disconnect(DropReason::Normal));
        let answers = thread::spawn(move || {
            while !asked.load(Ordering::SeqCst) {
                thread::yield_now();
            }
            take(&kept).unwrap().ok();
        });
        assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
        assert_eq!(thread.join().unwrap(), Ok(Disconnected::Over));
        answers.join().unwrap();
        assert_eq!(rig.drops(), 1);
        rig.take_apart();
    });
}

#[test]
fn a_line_that_is_taken_away_takes_its_calls_along() {
    check(3, || {
        let rig = Rig::new(scripted());
        let call = rig.call();
        let (engine, line) = (rig.engine.clone(), rig.line.clone());
        let thread = thread::spawn(move || engine.remove_line(&line));
        let connected = call.connect(false);
        thread.join().unwrap();
        assert!(!call.call.is_up(), "{connected:?}");
        assert_eq!(connected.is_ok(), rig.drops() == 1);
        rig.take_apart();
    });
}

#[test]
fn a_call_that_is_placed_again_is_not_hung_up_before_the_provider_knows_it() {
    check(3, || {
        let hang_up: Place<JoinHandle<Ended>> = Place::default();
        let handle: Place<CallHandle> = Place::default();
        let makes = AtomicUsize::new(0);
        let asking = Arc::new(std::sync::atomic::AtomicBool::new(false));
        let is_asking = asking.clone();
        let (for_make, for_hang_up) = (handle.clone(), hang_up.clone());
        let rig = Rig::new(Scripted {
            // The first fails; during the second, another thread hangs up.
            make: Box::new(move |call, reply| {
                if makes.fetch_add(1, Ordering::SeqCst) == 0 {
                    return reply.fail(UNHOLD_FAILS);
                }
                asking.store(true, Ordering::Relaxed);
                let handle = take(&for_make).unwrap();
                let ends = move || handle.disconnect(DropReason::Normal);
                put(&for_hang_up, thread::spawn(ends));
                thread::yield_now();
                asking.store(false, Ordering::Relaxed);
                comes_about(call, reply);
            }),
            drop: Box::new(move |_, reply| {
                assert!(!is_asking.load(Ordering::Relaxed), "it is just being told");
                reply.ok();
            }),
            ..scripted()
        });
        let call = rig.call();
        put(&handle, call.clone());
        let other = call.clone();
        let thread = thread::spawn(move || other.connect(false));
        let here = call.connect(false);
        let there = thread.join().unwrap();
        if let Some(ends) = take(&hang_up) {
            assert_eq!(ends.join().unwrap(), Ok(Disconnected::Over));
        }
        assert!(!call.call.is_up(), "{here:?} {there:?}");
        take(&handle);
        rig.take_apart();
    });
}
