//! Every order in which the threads of applications and the provider's thread can meet, tried with
//! `loom` over the switchboard itself:
//! `RUSTFLAGS="--cfg loom" cargo test --release -p tapi3-switchboard --target-dir target/loom`.
#![cfg(loom)]

use loom::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use loom::sync::{Condvar, Mutex};
use loom::thread;
use std::sync::Arc;
use tapi3_common::shared::Shared;
use tapi3_switchboard::{Bell, Ending, Party, Refusal, Switchboard, Work};

/// A bell that is heard by whoever waits, or comes to wait: as an eventfd.
struct Rung {
    rung: Mutex<bool>,
    heard: Condvar,
}

impl Rung {
    fn new() -> Self {
        Rung {
            rung: Mutex::new(false),
            heard: Condvar::new(),
        }
    }

    fn wait(&self) {
        let mut rung = self.rung.lock().unwrap();
        while !std::mem::replace(&mut *rung, false) {
            rung = self.heard.wait(rung).unwrap();
        }
    }
}

impl Bell for Rung {
    fn ring(&self) {
        *self.rung.lock().unwrap() = true;
        self.heard.notify_one();
    }
}

/// A call with the orderings of the engine's: what it stores is released, what it loads acquired.
struct Call {
    tag: AtomicU64,
    phase: AtomicU8,
}

const UP: u8 = 0;
const OVER: u8 = 1;

impl Call {
    fn new() -> Arc<Self> {
        Arc::new(Call {
            tag: AtomicU64::new(0),
            phase: AtomicU8::new(UP),
        })
    }
}

impl Party for Call {
    fn tag(&self) -> u64 {
        self.tag.load(Ordering::Acquire)
    }

    fn set_tag(&self, tag: u64) {
        self.tag.store(tag, Ordering::Release);
    }

    fn is_over(&self) -> bool {
        self.phase.load(Ordering::Acquire) == OVER
    }
}

/// The provider's side of a call: whether it is to end.
struct Control {
    hung_up: AtomicBool,
}

impl Control {
    fn new() -> Shared<Self> {
        let hung_up = AtomicBool::new(false);
        Shared::try_new(Control { hung_up }).unwrap()
    }

    fn hang_up(&self) {
        self.hung_up.store(true, Ordering::Release);
    }

    fn is_hung_up(&self) -> bool {
        self.hung_up.load(Ordering::Acquire)
    }
}

type Board = Switchboard<Control, (), Rung>;

/// Tries every order with up to three changes of thread where none was forced; more take minutes and
/// have found nothing else.
fn model(check: impl Fn() + Send + Sync + 'static) {
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(3);
    builder.check(check);
}

fn board() -> Arc<Board> {
    Arc::new(Switchboard::new(Rung::new()))
}

fn hang_up(board: &Board, call: &Call) {
    board.hang_up(
        call,
        (),
        |control, ()| {
            control.hang_up();
            call.phase.store(OVER, Ordering::Release);
        },
        |()| call.phase.store(OVER, Ordering::Release),
        Control::hang_up,
    );
}

#[test]
fn a_hang_up_during_placing_is_seen_by_one_side() {
    model(|| {
        let (board, call, control) = (board(), Call::new(), Control::new());
        let ender = {
            let (board, call) = (board.clone(), call.clone());
            thread::spawn(move || hang_up(&board, &call))
        };
        let placed = board.place(&*call, &control);
        ender.join().unwrap();
        match placed {
            Ok(_admitted) => assert!(control.is_hung_up(), "the hang-up was missed"),
            Err(refusal) => assert_eq!(refusal, Refusal::Over),
        }
    });
}

/// The provider's thread, which ends a call when it is woken for it: woken in vain it would sleep
/// for ever, which loom reports.
fn serve(board: &Board) {
    let mut placed = false;
    loop {
        while let Some(work) = board.take() {
            match work {
                Work::New(()) => placed = true,
                Work::Asked(control) if control.is_hung_up() => return,
                Work::Asked(_) => {}
            }
        }
        if board.ending() != Ending::None {
            assert!(!placed || board.close().iter().all(|c| !c.is_hung_up()));
            return;
        }
        board.bell().wait();
        board.hear();
    }
}

#[test]
fn the_provider_hears_of_every_hang_up() {
    model(|| {
        let (board, call, control) = (board(), Call::new(), Control::new());
        let Ok(_admitted) = board.place(&*call, &control) else {
            unreachable!("nobody hangs up yet");
        };
        let ender = {
            let (board, call) = (board.clone(), call.clone());
            thread::spawn(move || hang_up(&board, &call))
        };
        serve(&board);
        assert!(control.is_hung_up());
        ender.join().unwrap();
    });
}

#[test]
fn two_wishes_at_once_wake_the_provider_after_the_last() {
    model(|| {
        let (board, call, control) = (board(), Call::new(), Control::new());
        let Ok(admitted) = board.place(&*call, &control) else {
            unreachable!("nobody hangs up yet");
        };
        let tag = admitted.tag();
        let other = {
            let board = board.clone();
            // A wish of another kind, such as the one to answer.
            thread::spawn(move || board.rouse(tag))
        };
        let ender = {
            let (board, call) = (board.clone(), call.clone());
            thread::spawn(move || hang_up(&board, &call))
        };
        serve(&board);
        assert!(control.is_hung_up());
        other.join().unwrap();
        ender.join().unwrap();
    });
}

#[test]
fn a_call_is_handed_over_or_given_back_when_the_lines_close() {
    model(|| {
        let board = board();
        let closer = {
            let board = board.clone();
            thread::spawn(move || {
                board.end(Ending::Closing);
            })
        };
        let server = {
            let board = board.clone();
            thread::spawn(move || {
                let mut taken = 0;
                loop {
                    while let Some(Work::New(())) = board.take() {
                        taken += 1;
                    }
                    if board.ending() != Ending::None {
                        board.close();
                        return taken;
                    }
                    board.bell().wait();
                    board.hear();
                }
            })
        };
        let handed_over = board.hand_over(()).is_ok();
        closer.join().unwrap();
        let taken = server.join().unwrap();
        assert!(taken <= 1 && (taken == 0 || handed_over));
        assert!(board.take().is_none(), "a call waits for nobody");
        assert!(board.hand_over(()).is_err());
    });
}

#[test]
fn leaving_while_a_wish_is_left_ends_both() {
    model(|| {
        let (board, call, control) = (board(), Call::new(), Control::new());
        let placed = board.place(&*call, &control);
        let leaver = {
            let board = board.clone();
            thread::spawn(move || board.end(Ending::Leaving))
        };
        let ender = {
            let (board, call) = (board.clone(), call.clone());
            thread::spawn(move || hang_up(&board, &call))
        };
        while board.ending() == Ending::None {
            board.bell().wait();
            board.hear();
        }
        board.close().iter().for_each(|control| control.hang_up());
        leaver.join().unwrap();
        ender.join().unwrap();
        assert!(placed.is_ok() && control.is_hung_up());
    });
}
