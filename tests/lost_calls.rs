//! Calls that got lost between two threads: one finds a call while another lets go of it, one
//! hangs up while another places the call. Where a thread can be made to wait at the right place,
//! the test does so; otherwise it tries often.

#[path = "support/capi.rs"]
mod capi;
#[path = "support/counted.rs"]
#[macro_use]
mod counted;
#[path = "support/pausing_malloc.rs"]
mod pausing_malloc;

use counted::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tapi3::com::abi::*;

/// The lines belong to the process, so one test at a time has them.
fn lines() -> MutexGuard<'static, ()> {
    static LINES: Mutex<()> = Mutex::new(());
    LINES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An initialised TAPI object and the two lines.
struct Program {
    tapi: Com<ITTAPI>,
    addresses: Vec<Com<ITAddress>>,
}

impl Program {
    fn open() -> Self {
        use_the_exchange();
        let tapi = new_tapi();
        assert_eq!(call!(tapi, Initialize), S_OK);
        let addresses = addresses(&tapi);
        Program { tapi, addresses }
    }

    /// Owns what comes in on a line.
    fn own(&self, line: usize) {
        let (address, media) = (self.addresses[line].raw(), TAPIMEDIATYPE_AUDIO);
        let (yes, no) = (VARIANT_TRUE, VARIANT_FALSE);
        let mut token = 0;
        let token = &raw mut token;
        let answer = call!(
            self.tapi,
            RegisterCallNotifications,
            address,
            no,
            yes,
            media,
            1,
            token
        );
        assert_eq!(answer, S_OK);
    }

    fn shut_down(&self) {
        assert_eq!(call!(self.tapi, Shutdown), S_OK);
    }
}

/// Tells other threads to stop, also when it is dropped by a panic.
#[derive(Default)]
struct Over(AtomicBool);

impl Drop for Raise<'_> {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

struct Raise<'a>(&'a Over);

impl Over {
    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is tried as often as there is time for.
const STRESS: Duration = Duration::from_secs(4);

fn for_a_while(mut attempt: impl FnMut()) {
    let end = Instant::now() + STRESS;
    while Instant::now() < end {
        attempt();
    }
}

#[test]
fn a_call_that_is_found_while_its_last_reference_goes_is_whole_or_not_found() {
    let _lines = lines();
    let (mut found_some, mut found_none) = (false, false);
    for n in 0..1000 {
        let caller = Program::open();
        let called = Program::open();
        called.own(1);
        let address = &caller.addresses[0];
        let call = create_call(address, "2002").unwrap();
        let (found, reached) = pausing_malloc::with(n, || listed(address), || drop(call));
        let found = found.unwrap();
        found_none |= found.is_empty();
        let mut far = Vec::new();
        for call in &found {
            found_some = true;
            assert_eq!(call!(call, Connect, VARIANT_FALSE), S_OK, "at {n}");
            far = listed(&called.addresses[1]).unwrap();
            assert_eq!(call!(far[0], Answer), S_OK, "at {n}");
            assert_eq!(state_of(call), CS_CONNECTED, "at {n}");
            assert!(listed(address).unwrap().contains(call), "lost at {n}");
        }
        caller.shut_down();
        for call in found.iter().chain(&far) {
            assert_eq!(state_of(call), CS_DISCONNECTED, "both ends, at {n}");
        }
        called.shut_down();
        if !reached {
            assert!(found_some && found_none, "both orders were tried");
            return;
        }
    }
    panic!("an enumeration takes memory without end");
}

#[test]
fn a_call_that_is_up_and_let_go_of_while_it_is_found_stays_with_its_line() {
    let _lines = lines();
    for n in 0..1000 {
        let program = Program::open();
        let address = &program.addresses[0];
        let call = create_call(address, "1001").unwrap();
        assert_eq!(call!(call, Connect, VARIANT_TRUE), S_OK);
        let (found, reached) = pausing_malloc::with(n, || listed(address), || drop(call));
        let found = found.unwrap();
        assert_eq!(found.len(), 1, "at {n}");
        assert_eq!(listed(address).unwrap(), found, "at {n}");
        program.shut_down();
        assert_eq!(state_of(&found[0]), CS_DISCONNECTED, "at {n}");
        if !reached {
            return;
        }
    }
    panic!("an enumeration takes memory without end");
}

/// As the first test, by luck, and with what connects: more threads, more places to meet.
#[test]
fn what_an_enumeration_finds_is_not_lost_whoever_lets_go() {
    let _lines = lines();
    let program = Program::open();
    let address = &program.addresses[0];
    let over = Over::default();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !over.is_set() {
                    drop(create_call(address, "1001"));
                }
            });
        }
        let raise = Raise(&over);
        let mut lost = None;
        for_a_while(|| {
            for call in listed(address).unwrap() {
                let connected = call!(call, Connect, VARIANT_TRUE) == S_OK;
                if connected && !listed(address).unwrap().contains(&call) {
                    lost.get_or_insert(call);
                    return;
                }
                call!(call, Disconnect, DC_NORMAL);
            }
        });
        drop(raise);
        let lost = lost.map(|call| number_of(&call, CIL_CALLID));
        assert_eq!(lost, None, "a call is up and its line does not list it");
    });
    program.shut_down();
}

/// Whoever looks at the line in the moment in which the call is made, and lets go of it at once,
/// does not take it away from its maker.
#[test]
fn a_new_call_is_not_lost_to_whoever_finds_it_first() {
    let _lines = lines();
    let program = Program::open();
    let address = &program.addresses[0];
    let over = Over::default();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !over.is_set() {
                    drop(listed(address));
                }
            });
        }
        let raise = Raise(&over);
        let mut lost = 0;
        for_a_while(|| {
            let call = create_call(address, "1001").unwrap();
            assert_eq!(call!(call, Connect, VARIANT_TRUE), S_OK);
            lost += usize::from(!listed(address).unwrap().contains(&call));
            assert_eq!(call!(call, Disconnect, DC_NORMAL), S_OK);
        });
        drop(raise);
        assert_eq!(lost, 0, "calls were up and their line did not list them");
    });
    program.shut_down();
}
