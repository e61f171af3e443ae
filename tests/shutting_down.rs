//! Sinks that shut TAPI objects down while others do the same: nobody waits for ever, calls are
//! over, and nothing is told any more.

#[path = "support/capi.rs"]
mod capi;
#[path = "support/counted.rs"]
#[macro_use]
mod counted;
#[path = "support/hearing.rs"]
mod hearing;

use counted::*;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tapi3::com::abi::*;

/// How long a test waits for what must happen.
const DEADLINE: Duration = Duration::from_secs(60);

/// The lines belong to the process, so one test at a time has them.
fn lines() -> MutexGuard<'static, ()> {
    static LINES: Mutex<()> = Mutex::new(());
    LINES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Somebody who waits until all others are there too.
struct Meeting {
    expected: usize,
    arrived: AtomicUsize,
}

impl Meeting {
    fn of(expected: usize) -> Arc<Self> {
        Arc::new(Meeting {
            expected,
            arrived: AtomicUsize::new(0),
        })
    }

    fn meet(&self) {
        self.arrived.fetch_add(1, Ordering::SeqCst);
        let end = Instant::now() + DEADLINE;
        while self.arrived.load(Ordering::SeqCst) < self.expected {
            assert!(Instant::now() < end, "somebody does not come");
            std::thread::yield_now();
        }
    }
}

/// Several TAPI objects, each with a call. Every sink, in its first event, waits until all sinks
/// are in theirs (and this thread too, if it takes part), and then shuts down whom `whom` says.
/// Returns when all of them are back.
fn shut_down_from_sinks(count: usize, whom: &'static [&'static [usize]], mine: &[usize]) {
    use_the_exchange();
    let tapis: Vec<Com<ITTAPI>> = (0..count).map(|_| new_tapi()).collect();
    let meeting = Meeting::of(count + usize::from(!mine.is_empty()));
    let (back, all_back) = channel();
    let heard_after = Arc::new(AtomicUsize::new(0));
    for (number, tapi) in tapis.iter().enumerate() {
        let (everybody, meeting, back) = (tapis.clone(), meeting.clone(), back.clone());
        let (done, heard_after) = (AtomicBool::new(false), heard_after.clone());
        hearing::hear(tapi, TE_CALLSTATE, move |_, _| {
            if done.swap(true, Ordering::SeqCst) {
                heard_after.fetch_add(1, Ordering::SeqCst);
                return;
            }
            meeting.meet();
            for chosen in whom[number] {
                let answer = call!(everybody[*chosen], Shutdown);
                assert!(answer == S_OK || answer == S_FALSE, "{answer:#x}");
            }
            back.send(()).unwrap();
        });
        assert_eq!(call!(tapi, Initialize), S_OK);
    }
    let connected = tapis.iter().map(|tapi| {
        let call = create_call(&addresses(tapi)[0], "1001").unwrap();
        assert_eq!(call!(call, Connect, VARIANT_FALSE), S_OK);
        call
    });
    let calls: Vec<_> = connected.collect();
    let other = (!mine.is_empty()).then(|| {
        let (everybody, mine, back) = (tapis.clone(), mine.to_vec(), back.clone());
        std::thread::spawn(move || {
            meeting.meet();
            for chosen in mine {
                call!(everybody[chosen], Shutdown);
            }
            drop(everybody);
            back.send(()).unwrap();
        })
    });
    drop(back);
    for number in 0..count + usize::from(!mine.is_empty()) {
        match all_back.recv_timeout(DEADLINE) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => panic!("only {number} of them came back"),
            // The last one has dropped its sink as well.
            Err(RecvTimeoutError::Disconnected) => panic!("somebody gave up"),
        }
    }
    if let Some(other) = other {
        other.join().unwrap();
    }
    // Each has been shut down by somebody, and now no sink runs any more.
    for tapi in &tapis {
        assert_eq!(call!(tapi, Shutdown), S_FALSE);
    }
    let heard = heard_after.load(Ordering::SeqCst);
    for call in &calls {
        assert_eq!(state_of(call), CS_DISCONNECTED);
    }
    for call in calls {
        assert_eq!(call.release(), 0);
    }
    assert_eq!(heard_after.load(Ordering::SeqCst), heard, "silence");
    for tapi in tapis {
        // The sinks, which held it, are gone.
        assert_eq!(tapi.release(), 0);
    }
}

#[test]
fn a_sink_shuts_down_its_own() {
    let _lines = lines();
    shut_down_from_sinks(1, &[&[0]], &[]);
}

#[test]
fn two_sinks_shut_down_each_other() {
    let _lines = lines();
    shut_down_from_sinks(2, &[&[1], &[0]], &[]);
}

#[test]
fn three_sinks_shut_down_the_next() {
    let _lines = lines();
    shut_down_from_sinks(3, &[&[1], &[2], &[0]], &[]);
}

#[test]
fn every_sink_shuts_down_everybody() {
    let _lines = lines();
    shut_down_from_sinks(3, &[&[0, 1, 2], &[1, 2, 0], &[2, 0, 1]], &[]);
}

#[test]
fn two_sinks_shut_down_the_same_one() {
    let _lines = lines();
    shut_down_from_sinks(3, &[&[2], &[2], &[0, 1]], &[]);
}

#[test]
fn another_thread_shuts_down_those_that_shut_down_each_other() {
    let _lines = lines();
    shut_down_from_sinks(2, &[&[1], &[0]], &[0, 1]);
    shut_down_from_sinks(2, &[&[1], &[1]], &[0]);
}

/// As above without meeting points, at random moments.
#[test]
fn mutual_shutdown_by_luck() {
    let _lines = lines();
    use_the_exchange();
    for round in 0..200 {
        let tapis: Vec<Com<ITTAPI>> = (0..2).map(|_| new_tapi()).collect();
        let (back, all_back) = channel();
        for (number, tapi) in tapis.iter().enumerate() {
            let (other, back) = (tapis[1 - number].clone(), Mutex::new(Some(back.clone())));
            hearing::hear(tapi, TE_CALLSTATE, move |_, _| {
                // The sender is dropped whether this sink is ever called or not.
                let back = back.lock().unwrap().take();
                if back.is_some() {
                    call!(other, Shutdown);
                }
            });
            assert_eq!(call!(tapi, Initialize), S_OK);
        }
        drop(back);
        std::thread::scope(|scope| {
            for tapi in &tapis {
                scope.spawn(move || {
                    let address = addresses(tapi).into_iter().next();
                    let call = address.and_then(|address| create_call(&address, "1001"));
                    if let Some(call) = call {
                        call!(call, Connect, VARIANT_FALSE);
                    }
                });
            }
        });
        let (ended, end) = channel();
        let all = tapis.clone();
        std::thread::spawn(move || {
            for tapi in &all {
                call!(tapi, Shutdown);
            }
            drop(all);
            ended.send(()).unwrap();
        });
        assert_eq!(end.recv_timeout(DEADLINE), Ok(()), "round {round}");
        // Every sink is gone, and with it its sender.
        assert_eq!(
            all_back.recv_timeout(DEADLINE),
            Err::<(), _>(RecvTimeoutError::Disconnected)
        );
    }
}

/// Who initialises a TAPI object anew while another thread still shuts it down waits for that: its
/// events come on one thread at a time.
#[test]
fn events_after_a_new_initialize_do_not_overtake_those_before() {
    let _lines = lines();
    use_the_exchange();
    let tapi = new_tapi();
    let (inside, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (leave, entered) = (Meeting::of(2), Meeting::of(2));
    let sink = (inside.clone(), most.clone(), leave.clone(), entered.clone());
    hearing::hear(&tapi, TE_CALLSTATE, move |_, _| {
        let (inside, most, leave, entered) = &sink;
        let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
        if most.fetch_max(now, Ordering::SeqCst) == 0 {
            entered.meet();
            leave.meet();
        }
        inside.fetch_sub(1, Ordering::SeqCst);
    });
    assert_eq!(call!(tapi, Initialize), S_OK);
    let connect = |tapi: &Com<ITTAPI>| {
        let call = create_call(&addresses(tapi)[0], "1001").unwrap();
        assert_eq!(call!(call, Connect, VARIANT_TRUE), S_OK);
        call
    };
    let before = connect(&tapi);
    entered.meet();
    std::thread::scope(|scope| {
        scope.spawn(|| assert_eq!(call!(tapi, Shutdown), S_OK));
        let end = Instant::now() + DEADLINE;
        while !addresses(&tapi).is_empty() {
            assert!(Instant::now() < end, "Shutdown does not begin");
            std::thread::yield_now();
        }
        let new = scope.spawn(|| {
            assert_eq!(call!(tapi, Initialize), S_OK);
            // The other thread may untie the sink now or later: an event may be heard or not.
            connect(&tapi)
        });
        // Long enough for an event that ought not to come yet.
        std::thread::sleep(Duration::from_millis(300));
        leave.meet();
        drop(new.join().unwrap());
    });
    assert_eq!(most.load(Ordering::SeqCst), 1, "one event at a time");
    assert_eq!(state_of(&before), CS_DISCONNECTED);
    assert_eq!(call!(tapi, Shutdown), S_OK);
    assert_eq!(before.release(), 0);
    assert_eq!(tapi.release(), 0);
}
