//! Many calls, many threads: nothing is lost, told twice or told out of order.

use super::*;
use std::collections::HashSet;

#[test]
fn ten_thousand_calls_end_once_each_and_in_order() {
    const THREADS: usize = 8;
    const CALLS: usize = 1250;
    let rig = Rig::new();
    let calls = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    let call = rig.connected();
                    call.disconnect(DropReason::Normal).unwrap();
                    lock(&calls).push(call);
                }
            });
        }
    });
    let mut histories: HashMap<u64, Vec<State>> = HashMap::new();
    for event in events(&rig.client) {
        if let Event::CallState { call, state, .. } = event {
            histories.entry(call.id()).or_default().push(state);
        }
    }
    assert_eq!(histories.len(), THREADS * CALLS);
    for states in histories.values() {
        assert_eq!(
            states,
            &[State::InProgress, State::Connected, State::Disconnected]
        );
    }
    lock(&calls).iter().for_each(CallHandle::detach);
    assert!(rig.line.calls().unwrap().is_empty());
}

#[test]
fn no_two_calls_have_one_number_whatever_their_lines() {
    const CALLS: usize = 500;
    let rig = Rig::new();
    let other = add_line(&rig.engine, &rig.fake, EVERYTHING);
    let numbers = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for line in [&rig.line, &rig.line, &other, &other] {
            let (client, numbers) = (&rig.client, &numbers);
            scope.spawn(move || {
                for _ in 0..CALLS {
                    let id = outgoing(client, line, "1").call.id();
                    lock(numbers).push(id);
                }
            });
        }
    });
    let different: HashSet<u64> = lock(&numbers).iter().copied().collect();
    assert_eq!(different.len(), 4 * CALLS);
    assert!(!different.contains(&0));
}

#[test]
fn a_call_hung_up_by_all_sides_at_once_ends_once() {
    for _ in 0..200 {
        let rig = Rig::new();
        let call = rig.connected();
        events(&rig.client);
        let start = std::sync::Barrier::new(4);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    start.wait();
                    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
                });
            }
            scope.spawn(|| {
                start.wait();
                call.call.disconnected(Cause::Normal);
            });
        });
        assert_eq!(told(&rig.client, &call), [over(Cause::Normal)]);
    }
}

#[test]
fn a_sink_may_hang_up_and_shut_down() {
    let rig = Rig::owning();
    let (done, wait) = std::sync::mpsc::channel();
    let client = rig.client.clone();
    rig.client
        .deliver_to(move |event| {
            let Event::CallState { call, state, .. } = event else {
                return;
            };
            match state {
                State::Offering => {
                    let call = call.handle_for(&client).unwrap();
                    call.answer().unwrap();
                }
                State::Connected => {
                    let call = call.handle_for(&client).unwrap();
                    call.disconnect(DropReason::Normal).unwrap();
                }
                State::Disconnected => {
                    client.close();
                    done.send(()).unwrap();
                }
                _ => {}
            }
        })
        .unwrap();
    let call = rig.line.incoming(from("99")).unwrap();
    wait.recv_timeout(Duration::from_secs(30)).unwrap();
    assert_eq!(call.state(), State::Disconnected);
}

#[test]
fn calls_of_many_threads_have_numbers_of_their_own() {
    let rig = Rig::new();
    let numbers: Vec<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| (0..500).map(|_| rig.idle().call.id()).collect::<Vec<_>>()))
            .collect();
        let join = |thread: std::thread::ScopedJoinHandle<'_, Vec<u64>>| thread.join().unwrap();
        threads.into_iter().flat_map(join).collect()
    });
    let distinct: HashSet<u64> = numbers.iter().copied().collect();
    assert_eq!(distinct.len(), numbers.len());
}

#[test]
fn an_answer_is_not_lost_to_whoever_asks_next() {
    for _ in 0..100 {
        let rig = Rig::new();
        let call = rig.connected();
        rig.fake.on(Ask::Hold, Act::Keep);
        let (sender, result) = std::sync::mpsc::channel();
        let holding = call.clone();
        std::thread::spawn(move || sender.send(holding.hold()));
        wait_for_sleepers(&call.call, 1);
        rig.fake.kept(Ask::Hold).ok();
        // Before the other thread has woken up, most of the time, as a sink may.
        call.unhold().unwrap();
        assert_eq!(result.recv_timeout(Duration::from_secs(30)), Ok(Ok(())));
    }
}

#[test]
fn a_provider_that_panics_keeps_no_place() {
    let rig = Rig::new();
    let call = rig.connected();
    rig.fake.on(Ask::Hold, Act::Panic);
    for _ in 0..3 {
        let held = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| call.hold()));
        assert!(held.is_err());
    }
    rig.fake.on(Ask::Hold, Act::Succeed);
    call.hold().unwrap();
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

/// What a delivery owns, as it owns the TAPI object's session: its end closes the client.
struct Closes(Client, std::sync::mpsc::Sender<()>);

impl Drop for Closes {
    fn drop(&mut self) {
        self.0.close();
        // Not if the closing has panicked.
        self.1.send(()).unwrap();
    }
}

#[test]
fn a_delivery_that_ends_may_close_its_client() {
    let rig = Rig::new();
    let (done, wait) = std::sync::mpsc::channel();
    let closes = Closes(rig.client.clone(), done);
    rig.client
        .deliver_to(move |_| {
            closes.0.close();
        })
        .unwrap();
    rig.line.set_in_service(false);
    wait.recv_timeout(Duration::from_secs(30)).unwrap();
}

#[test]
fn the_engine_closes_while_another_thread_waits_for_a_delivery() {
    let rig = Rig::new();
    let (closed, is_closed) = std::sync::mpsc::channel();
    let (tell, hear) = std::sync::mpsc::channel();
    // As a sink that initialises another TAPI object, which waits for the engine's closing.
    rig.client
        .deliver_to(move |_| {
            tell.send(true).unwrap();
            let closed = is_closed.recv_timeout(Duration::from_secs(30));
            tell.send(closed.is_ok()).unwrap();
        })
        .unwrap();
    rig.line.set_in_service(false);
    assert!(hear.recv().unwrap(), "it is being delivered");
    let client = rig.client.clone();
    let closes = std::thread::spawn(move || client.close());
    while !rig.client.is_closed() {
        std::thread::yield_now();
    }
    rig.engine.close();
    closed.send(()).unwrap();
    assert!(hear.recv().unwrap(), "the closing waited for the delivery");
    assert!(closes.join().unwrap());
}

#[test]
fn a_provider_that_panics_twice_does_not_end_the_process() {
    let rig = Rig::new();
    let call = rig.idle();
    rig.fake.on(Ask::Make, Act::LoseLineAndPanic);
    rig.fake.on(Ask::Drop, Act::Panic);
    let placed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| call.connect(false)));
    assert!(placed.is_err());
    assert_eq!(rig.fake.count(Ask::Drop), 1);
    assert_eq!(call.disconnect(DropReason::Normal), Ok(Disconnected::Over));
}

#[test]
fn a_provider_that_panics_over_a_hang_up_does_not_stop_a_shutdown() {
    let rig = Rig::new();
    let calls = [rig.connected(), rig.connected()];
    rig.fake.on(Ask::Drop, Act::Panic);
    assert!(rig.client.close());
    assert_eq!(rig.fake.count(Ask::Drop), 2);
    for call in calls {
        assert_eq!(call.call.state(), State::Disconnected);
    }
}
