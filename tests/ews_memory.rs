//! An EWS line when memory runs out on the application's thread: a hang-up takes none, and placing
//! a call fails with nothing changed. The provider's own thread is outside this promise.

#[path = "support/ews_line.rs"]
mod ews_line;
#[path = "support/meter.rs"]
mod meter;
#[path = "support/scripted.rs"]
mod scripted;

use ews_line::{Line, becomes, over};
use meter::{failing, taken};
use scripted::Scripted;
use tapi3::engine::{Cause, Disconnected, DropReason, ErrorKind, State};

#[test]
fn a_hang_up_takes_no_memory() {
    let server = Scripted::good();
    let line = Line::to(server.address, "20s", "");
    for _ in 0..3 {
        let call = line.talk("1001");
        let (count, ended) = taken(|| call.disconnect(DropReason::Normal));
        assert_eq!(ended, Ok(Disconnected::Over));
        assert_eq!(count, 0);
    }
}

#[test]
fn placing_a_call_fails_cleanly_when_memory_runs_out() {
    let server = Scripted::good();
    for n in 0..100 {
        let line = Line::to(server.address, "20s", "max_calls = 1");
        let call = line.call("1001");
        let (failed, placed) = failing(n, || call.connect(false));
        match placed {
            Ok(()) if !failed => {
                assert!(n > 0, "no allocation was tried");
                return;
            }
            Ok(()) => {}
            Err(error) => {
                assert!(failed, "{error}");
                assert_eq!(error.kind(), ErrorKind::OutOfMemory, "{n}: {error}");
                assert_eq!(call.call.state(), State::Idle);
                // Its place on the line is free, and the same call can be placed.
                call.connect(false)
                    .unwrap_or_else(|error| panic!("allocation {n}, again: {error}"));
            }
        }
        becomes(&call, State::Connected);
        call.disconnect(DropReason::Normal).unwrap();
        assert_eq!(over(&call), Cause::Normal);
    }
    panic!("a call takes memory without end");
}
