//! What happens when memory runs out: a hang-up takes none, and everything else fails with
//! nothing changed. Each test makes the allocator of its own thread fail.

#[path = "support/meter.rs"]
mod meter;

use meter::{failing, failing_for_good, taken};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tapi3::config::{Configuration, Source};
use tapi3::engine::{
    Call, CallHandle, Client, Disconnected, DropReason, ErrorKind, FinishMode, Forward, Line,
    Result, State, bits,
};
use tapi3::system::System;

/// TAPIMEDIATYPE_AUDIO
const AUDIO: u32 = 8;
/// LINEADDRESSTYPE_PHONENUMBER
const NUMBER: u32 = 1;

const CONFIGURATION: &str = r#"
    clock = "manual"
    operation_timeout = "1ms"

    [simulation]
    park_reminder = "1h"

    [[simulation.extension]]
    number = "3001"
    behaviour = "answer"
    confirms_after = "1h"

    [[simulation.extension]]
    number = "3002"
    behaviour = "answer"
    hang_up_after = "1h"
    calls_back_after = "1h"

    [[line]]
    name = "1"
    provider = "sim"
    address = "2001"
    group = "1"

    [[line]]
    name = "2"
    provider = "sim"
    address = "2002"
    group = "1"

    [[line]]
    name = "3"
    provider = "sim"
    address = "2003"
    group = "1"
"#;

/// An exchange, an application that owns what comes in and hears everything, and one that looks
/// on.
struct Rig {
    system: System,
    lines: Vec<Arc<Line>>,
    client: Client,
    _watcher: Client,
}

impl Rig {
    fn new() -> Self {
        let configuration = Configuration::read(&Source::text(CONFIGURATION)).unwrap();
        let system = System::new(configuration).unwrap();
        let lines = system.engine().lines().unwrap();
        let client = listener(&system, &lines, true);
        let watcher = listener(&system, &lines, false);
        Rig {
            system,
            lines,
            client,
            _watcher: watcher,
        }
    }

    fn idle(&self, line: usize, destination: &str) -> CallHandle {
        let line = &self.lines[line - 1];
        let call = Call::outgoing(&self.client, line, destination.to_owned(), AUDIO, NUMBER);
        let call = call.unwrap();
        call.attach().unwrap();
        call
    }

    fn dial(&self, line: usize, destination: &str) -> CallHandle {
        let call = self.idle(line, destination);
        call.connect(false).unwrap();
        call
    }

    fn offered(&self, line: usize) -> CallHandle {
        let calls = self.lines[line - 1].calls().unwrap();
        let call = calls.iter().find(|call| call.state() == State::Offering);
        let call = call.unwrap().handle_for(&self.client).unwrap();
        call.attach().unwrap();
        call
    }

    fn talk(&self, from: usize, to: usize) -> (CallHandle, CallHandle) {
        let caller = self.dial(from, &(2000 + to).to_string());
        let called = self.offered(to);
        called.answer().unwrap();
        (caller, called)
    }

    fn consulting(&self) -> (CallHandle, CallHandle) {
        let (original, _) = self.talk(1, 2);
        let consult = self.idle(1, "2003");
        original.transfer(&consult, false).unwrap();
        self.offered(3).answer().unwrap();
        (original, consult)
    }
}

fn listener(system: &System, lines: &[Arc<Line>], owner: bool) -> Client {
    let client = system.engine().add_client("test".to_owned()).unwrap();
    client.set_event_mask(
        bits::CALL_STATE
            | bits::CALL_NOTIFICATION
            | bits::CALL_HUB
            | bits::CALL_INFO
            | bits::ADDRESS,
    );
    client.set_listening(true).unwrap();
    client.track_hubs(&[], true).unwrap();
    for line in lines {
        client.register(line, true, owner, AUDIO, 0).unwrap();
    }
    client
}

#[test]
fn a_hang_up_takes_no_memory() {
    type Start = fn(&Rig) -> CallHandle;
    let rows: &[(&str, Start)] = &[
        ("connected", |rig| rig.dial(1, "1001")),
        ("held", |rig| {
            let call = rig.dial(1, "1001");
            call.hold().unwrap();
            call
        }),
        ("ringing", |rig| rig.dial(1, "1003")),
        ("dialling", |rig| rig.dial(1, "")),
        ("confirmed late", |rig| rig.dial(1, "3001")),
        ("about to be hung up", |rig| rig.dial(1, "3002")),
        ("line to line, by the caller", |rig| rig.talk(1, 2).0),
        ("line to line, by the called", |rig| rig.talk(1, 2).1),
        ("given up by the caller", |rig| rig.dial(1, "2002")),
        ("refused by the called", |rig| {
            rig.dial(1, "2002");
            rig.offered(2)
        }),
        ("original of a transfer", |rig| rig.consulting().0),
        ("consultation", |rig| rig.consulting().1),
        ("in a conference", |rig| {
            let (original, consult) = rig.consulting();
            consult.finish(FinishMode::Conference).unwrap();
            original
        }),
        ("far end is parked", |rig| {
            let (caller, called) = rig.talk(1, 2);
            caller.park(None).unwrap();
            called
        }),
    ];
    for (name, start) in rows {
        let rig = Rig::new();
        let call = start(&rig);
        let over = AtomicBool::new(false);
        let (memory, ended) = std::thread::scope(|scope| {
            // Time goes on meanwhile, for the one that is not confirmed.
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let tick = Duration::from_micros(1);
                    rig.system.advance_clock(tick).unwrap();
                    std::thread::yield_now();
                }
            });
            let result = taken(|| call.disconnect(DropReason::Rejected));
            over.store(true, Ordering::Relaxed);
            result
        });
        assert_eq!(memory, 0, "{name}");
        match *name {
            "confirmed late" => assert_eq!(ended.unwrap_err().kind(), ErrorKind::Timeout),
            _ => assert_eq!(ended, Ok(Disconnected::Over), "{name}"),
        }
    }
}

#[test]
fn a_shutdown_takes_no_memory() {
    let rig = Rig::new();
    let (caller, called) = rig.talk(1, 2);
    let ringing = rig.dial(1, "1003");
    let (memory, _) = taken(|| rig.client.close());
    assert_eq!(memory, 0);
    for call in [caller, called, ringing] {
        assert_eq!(call.call.state(), State::Disconnected);
    }
}

/// The states of all calls, line by line.
fn states(rig: &Rig) -> Vec<Vec<State>> {
    let of = |line: &Arc<Line>| line.calls().unwrap().iter().map(Call::state).collect();
    rig.lines.iter().map(of).collect()
}

/// Proves that an operation fails cleanly for every n-th allocation: out of memory, every call as
/// it was, and the second try works.
fn fails_cleanly<T: std::fmt::Debug>(
    name: &str,
    start: impl Fn(&Rig) -> CallHandle,
    operation: impl Fn(&CallHandle) -> Result<T>,
) {
    for n in 0..1000 {
        let rig = Rig::new();
        let call = start(&rig);
        let before = states(&rig);
        let (failed, result) = failing(n, || operation(&call));
        match result {
            Err(error) => {
                assert!(failed, "{name}: {error}");
                assert_eq!(error.kind(), ErrorKind::OutOfMemory, "{name}, {n}: {error}");
                assert_eq!(states(&rig), before, "{name}, allocation {n}");
                operation(&call).unwrap_or_else(|error| panic!("{name}, again: {error}"));
            }
            Ok(_) if !failed => return,
            // Only some information was lost.
            Ok(_) => {}
        }
    }
    panic!("{name} takes memory without end");
}

#[test]
fn every_operation_fails_cleanly_when_memory_runs_out() {
    let connect = |call: &CallHandle| call.connect(false);
    fails_cleanly("to an extension", |rig| rig.idle(1, "1001"), connect);
    fails_cleanly("to a slow extension", |rig| rig.idle(1, "3002"), connect);
    fails_cleanly("to a line", |rig| rig.idle(1, "2002"), connect);
    fails_cleanly("piece by piece", |rig| rig.idle(1, "20;"), connect);
    fails_cleanly(
        "to a line that forwards",
        |rig| {
            let forward = |mode, destination: &str| Forward {
                mode,
                destination: destination.to_owned(),
                caller: None,
                rings: 0,
            };
            let forwards = vec![forward(1, "2003")];
            rig.lines[1].set_forwarding(forwards).unwrap();
            let forwards = vec![forward(0x100, "1001")];
            rig.lines[2].set_forwarding(forwards).unwrap();
            rig.idle(1, "2002")
        },
        connect,
    );
    fails_cleanly("dial", |rig| rig.dial(1, "20;"), |call| call.dial("02"));
    fails_cleanly(
        "answer",
        |rig| {
            rig.dial(1, "2002");
            rig.offered(2)
        },
        CallHandle::answer,
    );
    fails_cleanly("hold", |rig| rig.talk(1, 2).0, CallHandle::hold);
    fails_cleanly(
        "blind transfer to a line",
        |rig| rig.talk(1, 2).0,
        |call| call.blind_transfer("2003"),
    );
    fails_cleanly(
        "blind transfer to an extension",
        |rig| rig.talk(1, 2).0,
        |call| call.blind_transfer("3002"),
    );
    fails_cleanly("park", |rig| rig.talk(1, 2).0, |call| call.park(None));
    fails_cleanly(
        "park at",
        |rig| rig.talk(1, 2).0,
        |call| call.park(Some("55")),
    );
    fails_cleanly(
        "unpark",
        |rig| {
            rig.talk(1, 2).0.park(Some("55")).unwrap();
            rig.idle(3, "55")
        },
        CallHandle::unpark,
    );
    fails_cleanly(
        "pickup",
        |rig| {
            rig.dial(1, "2002");
            rig.idle(3, "")
        },
        |call| call.pickup(None),
    );
    fails_cleanly(
        "finish a transfer",
        |rig| rig.consulting().1,
        |call| call.finish(FinishMode::Transfer),
    );
    fails_cleanly(
        "finish a conference",
        |rig| rig.consulting().1,
        |call| call.finish(FinishMode::Conference),
    );
}

#[test]
fn a_new_call_fails_cleanly_when_memory_runs_out() {
    for n in 0..100 {
        let rig = Rig::new();
        let destination = "1001".to_owned();
        let line = &rig.lines[0];
        let (failed, call) = failing(n, || {
            Call::outgoing(&rig.client, line, destination, AUDIO, NUMBER)
        });
        match call {
            Ok(_) if !failed => return,
            Ok(_) => panic!("allocation {n} was taken for granted"),
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::OutOfMemory);
                assert!(line.calls().unwrap().is_empty());
            }
        }
    }
    panic!("a call takes memory without end");
}

#[test]
fn lines_come_and_go_without_memory() {
    let line = |name: &str, more: &str| {
        format!(
            "[[line]]\nname = \"{name}\"\nprovider = \"sim\"\naddress = \"200{name}\"\n{more}\n"
        )
    };
    let text = "clock = \"manual\"\n".to_owned()
        + &line("1", "")
        + &line("2", "vanishes_after = \"2s\"")
        + &line("3", "appears_after = \"1s\"")
        + &line("4", "appears_after = \"1s\"")
        + &line("5", "appears_after = \"1s\"");
    let configuration = Configuration::read(&Source::text(&text)).unwrap();
    let system = System::new(configuration).unwrap();
    let mut lines = system.engine().lines().unwrap();
    let client = listener(&system, &lines, true);
    let vanishing = Call::outgoing(&client, &lines[1], "1001".to_owned(), AUDIO, NUMBER).unwrap();
    vanishing.attach().unwrap();
    vanishing.connect(false).unwrap();
    for (moment, names) in [
        (1, vec!["1", "2", "3", "4", "5"]),
        (1, vec!["1", "3", "4", "5"]),
    ] {
        let (_, advanced) = failing_for_good(|| system.advance_clock(Duration::from_secs(moment)));
        advanced.unwrap();
        lines = system.engine().lines().unwrap();
        let found: Vec<&str> = lines.iter().map(|line| line.info().name.as_str()).collect();
        assert_eq!(found, names);
    }
    assert_eq!(vanishing.call.state(), State::Disconnected);
}

#[test]
fn what_was_promised_is_kept_when_memory_is_gone() {
    let rig = Rig::new();
    let calls: Vec<CallHandle> = (0..100).map(|_| rig.dial(1, "1001")).collect();
    while rig.client.events().try_next().is_some() {}
    for call in &calls {
        // The first allocation would fail; there is none.
        let (_, ended) = failing(0, || call.disconnect(DropReason::Normal));
        assert_eq!(ended, Ok(Disconnected::Over));
    }
    let told = std::iter::from_fn(|| rig.client.events().try_next());
    let ends = told.filter(|event| event.kind() == (bits::CALL_STATE, State::Disconnected as u32));
    assert_eq!(ends.count(), calls.len(), "every end is told");
    rig.system.advance_clock(Duration::from_secs(1)).unwrap();
}
