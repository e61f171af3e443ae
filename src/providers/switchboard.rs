//! What the providers with a thread of their own share: the switchboard of `crates/switchboard` with
//! the engine's calls on it, the bell that wakes the thread, and the thread's end.
//!
//! An application's thread touches nothing of the runtime that serves the calls: it leaves its wish,
//! and writes to a descriptor. So a hang-up needs no memory, not even on a thread that never was here
//! before, and works while the process ends and the thread's own values are gone already.

use crate::engine::{Call, Error, ErrorKind, Reply, Result, State};
use crate::shared::Shared;
use rustix::event::{EventfdFlags, eventfd};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Instant;
use tapi3_common::thread::{self, current_id};
use tapi3_common::{descriptors, sync::lock, words};
pub(super) use tapi3_switchboard::Ending;
use tapi3_switchboard::{Bell, Party, Refusal, Work};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// The provider's side of a call.
pub(super) trait Control: Send + Sync + 'static {
    /// Something was asked for. Called on the provider's thread, or by one that works for it.
    fn wake(&self);
}

/// An outgoing call on its way to the provider's thread. `C` is the provider's side of a call, for
/// wishes such as the one to hang up.
pub(super) struct NewCall<C> {
    pub call: Call,
    pub control: Shared<C>,
    pub reply: Reply,
    pub admitted: Admitted<C>,
}

/// All calls of a provider.
pub(super) type Switchboard<C> = tapi3_switchboard::Switchboard<C, NewCall<C>, Doorbell>;
/// A call's place on the switchboard.
pub(super) type Admitted<C> = tapi3_switchboard::Admitted<C, NewCall<C>, Doorbell>;

const CLOSED: Error = Error::new(ErrorKind::OutOfService, "The line was closed.");
const OVER: Error = Error::new(
    ErrorKind::Dropped,
    "The call was given up before it was placed.",
);

/// Why a call was not let in, as an error.
pub(super) fn refused(refusal: Refusal) -> Error {
    match refusal {
        Refusal::Closed => CLOSED,
        Refusal::Over => OVER,
        Refusal::OutOfMemory => Error::from(tapi3_common::shared::OutOfMemory),
    }
}

/// What the switchboard sees of an engine's call.
struct Engaged<'a>(&'a Call);

impl Party for Engaged<'_> {
    fn tag(&self) -> u64 {
        self.0.tag()
    }

    fn set_tag(&self, tag: u64) {
        self.0.set_tag(tag);
    }

    fn is_over(&self) -> bool {
        self.0.state() == State::Disconnected
    }
}

/// A counter in the kernel that the provider's thread waits on.
pub(super) struct Doorbell(OwnedFd);

impl Doorbell {
    fn new() -> std::io::Result<Self> {
        let flags = EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK;
        Ok(Doorbell(eventfd(0, flags)?))
    }
}

impl Bell for Doorbell {
    fn ring(&self) {
        // It can only fail when it has been rung 2^64 times already, and then it is heard as well.
        let _ = rustix::io::write(&self.0, &1_u64.to_ne_bytes());
    }
}

/// What went wrong with a thing of the system, as an error.
pub(super) fn failed(what: &str, error: &std::io::Error) -> Error {
    let text = format!("{what}: {}.", words::of(error));
    Error::with_text(ErrorKind::OperationFailed, text)
}

/// Makes the runtime for a provider's thread.
pub(super) fn runtime(lookups: &str) -> Result<tokio::runtime::Runtime> {
    let build = || {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_all().thread_name(lookups).build()
    };
    let built = descriptors::with_enough(build);
    built.map_err(|error| failed("The lines cannot be opened", &error))
}

/// Makes a switchboard. Fails if the process has no descriptor left.
pub(super) fn make<C>() -> Result<Arc<Switchboard<C>>> {
    let bell = Doorbell::new().map_err(|error| failed("The lines cannot be opened", &error))?;
    Ok(Arc::new(Switchboard::new(bell)))
}

/// Admits an outgoing call and hands it to the provider's thread, or tells the application why not.
pub(super) fn place<C>(
    board: &Arc<Switchboard<C>>,
    call: &Call,
    control: Result<Shared<C>>,
    reply: Reply,
) {
    let admitted = control.and_then(|control| {
        let admitted = board.place(&Engaged(call), &control).map_err(refused)?;
        Ok((control, admitted))
    });
    let (control, admitted) = match admitted {
        Ok(admitted) => admitted,
        Err(error) => return reply.fail(error),
    };
    let new = NewCall {
        call: call.clone(),
        control,
        reply,
        admitted,
    };
    if let Err((new, refusal)) = board.hand_over(new) {
        new.reply.fail(refused(refusal));
    }
}

/// Passes a wish to hang up on. `wish` tells a call that lives here; one that was admitted while it
/// was over already is told by `late`, and `over` says that there is no call.
pub(super) fn hang_up<C>(
    board: &Switchboard<C>,
    call: &Call,
    reply: Reply,
    wish: impl FnOnce(&C, Reply),
    late: impl FnOnce(&C),
) {
    board.hang_up(&Engaged(call), reply, wish, Reply::ok, late);
}

/// The provider's side of a call that lives here.
pub(super) fn find<C>(board: &Switchboard<C>, call: &Call) -> Option<Shared<C>> {
    board.find(&Engaged(call)).map(|(_, control)| control)
}

/// Passes a wish on, if the call lives here.
pub(super) fn ask<C>(
    board: &Switchboard<C>,
    call: &Call,
    reply: Reply,
    wish: impl FnOnce(&C, Reply),
) -> std::result::Result<(), Reply> {
    match board.find(&Engaged(call)) {
        None => Err(reply),
        Some((tag, control)) => {
            wish(&control, reply);
            board.rouse(tag);
            Ok(())
        }
    }
}

/// Tells the provider's side of a call something that nobody waits for. Returns what came of it, if
/// the call lives here.
pub(super) fn tell<C, T>(
    board: &Switchboard<C>,
    call: &Call,
    wish: impl FnOnce(&C) -> T,
) -> Option<T> {
    let (tag, control) = board.find(&Engaged(call))?;
    let told = wish(&control);
    board.rouse(tag);
    Some(told)
}

struct Ear<C>(Arc<Switchboard<C>>);

impl<C> AsRawFd for Ear<C> {
    fn as_raw_fd(&self) -> RawFd {
        self.0.bell().0.as_raw_fd()
    }
}

/// Where the provider's thread hears what it is to do.
pub(super) struct Desk<C: Control>(AsyncFd<Ear<C>>);

/// What comes next.
pub(super) enum Next<C> {
    /// A call to be placed.
    New(NewCall<C>),
    /// The work is to end, or to end sooner than was said before.
    End(Ending),
}

impl<C: Control> Desk<C> {
    /// Must be called within the runtime.
    #[allow(
        deprecated,
        reason = "what the newer constructor asks for holds: the board keeps its bell open for good"
    )]
    pub fn new(board: Arc<Switchboard<C>>) -> std::io::Result<Self> {
        Ok(Desk(AsyncFd::with_interest(
            Ear(board),
            Interest::READABLE,
        )?))
    }

    /// Wakes the calls that something is asked of, until a call is to be placed or the work is to end
    /// in a way that goes beyond `known`.
    pub async fn next(&self, known: Ending) -> Next<C> {
        loop {
            if let Some(next) = self.next_or_rung(known).await {
                return next;
            }
        }
    }

    /// As [`Desk::next`], and none once the bell was rung, perhaps for something that is not on the
    /// board.
    pub async fn next_or_rung(&self, known: Ending) -> Option<Next<C>> {
        let board = &self.0.get_ref().0;
        let mut is_rung = false;
        loop {
            match board.take() {
                Some(Work::Asked(control)) => control.wake(),
                Some(Work::New(new)) => return Some(Next::New(new)),
                None if board.ending() > known => return Some(Next::End(board.ending())),
                None if is_rung => return None,
                None => match self.0.readable().await {
                    Ok(mut ready) => {
                        // Each ring is told once, whatever the counter says, so that nobody has to
                        // read it. What was rung before this is looked for after it.
                        ready.clear_ready();
                        board.hear();
                        is_rung = true;
                    }
                    // The runtime shuts down.
                    Err(_) => return Some(Next::End(Ending::Leaving)),
                },
            }
        }
    }

    /// As [`Desk::next`] when no call is placed any more: waits for an end beyond `known`.
    pub async fn end(&self, known: Ending) -> Ending {
        loop {
            match self.next(known).await {
                Next::End(ending) => return ending,
                Next::New(new) => new.reply.fail(CLOSED),
            }
        }
    }
}

#[derive(Default)]
struct Shift {
    /// The number of the thread that works; 0 at first.
    thread: AtomicI32,
    over: Mutex<bool>,
    changed: Condvar,
}

/// Says that the work is over, however it ends.
struct AtItsEnd(Arc<Shift>);

impl Drop for AtItsEnd {
    fn drop(&mut self) {
        *lock(&self.0.over) = true;
        self.0.changed.notify_all();
    }
}

/// A provider's thread.
pub(super) struct Worker {
    thread: Mutex<Option<JoinHandle<()>>>,
    shift: Arc<Shift>,
}

impl Worker {
    /// Starts a thread of this name that does `work`.
    pub fn start(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<Self> {
        let shift = Arc::new(Shift::default());
        let at_its_end = AtItsEnd(shift.clone());
        let run = move || {
            at_its_end.0.thread.store(current_id(), Ordering::Relaxed);
            work();
            drop(at_its_end);
        };
        Ok(Worker {
            thread: Mutex::new(Some(thread::start(name, run)?)),
            shift,
        })
    }

    /// Waits for its end, unless the thread itself asks.
    pub fn join(&self) {
        let Some(thread) = lock(&self.thread).take() else {
            return;
        };
        if self.shift.thread.load(Ordering::Relaxed) == current_id() {
            return;
        }
        if thread.join().is_err() {
            tracing::error!("a provider's thread panicked");
        }
    }
}

/// How a provider whose calls reach beyond the process is told that the process ends.
pub struct Departure {
    leave: Box<dyn Fn() + Send + Sync>,
    shift: Arc<Shift>,
}

impl Departure {
    pub(super) fn new<C: Control>(board: &Arc<Switchboard<C>>, worker: &Worker) -> Self {
        let board = board.clone();
        Departure {
            leave: Box::new(move || board.end(Ending::Leaving)),
            shift: worker.shift.clone(),
        }
    }

    /// Asks for all calls to be ended in a hurry. Takes neither memory nor a lock.
    pub fn leave(&self) {
        (self.leave)();
    }

    /// Waits until that is done, until `deadline` at the latest. Returns whether it is.
    pub fn wait(&self, deadline: Instant) -> bool {
        let mut over = lock(&self.shift.over);
        while !*over {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            let waited = self.shift.changed.wait_timeout(over, left);
            over = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    #[derive(Default)]
    struct Woken(AtomicU32);

    impl Control for Woken {
        fn wake(&self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_worker_hears_wishes_and_its_end_from_other_threads() {
        let board: Arc<Switchboard<Woken>> = make().unwrap();
        let control = Shared::try_new(Woken::default()).unwrap();
        let admitted = board.enter(&control, |_| {}).ok().unwrap();
        let at_work = board.clone();
        let worker = Worker::start("test", move || {
            runtime("test").unwrap().block_on(async {
                let desk = Desk::new(at_work).unwrap();
                assert_eq!(desk.end(Ending::None).await, Ending::Leaving);
            });
        });
        let worker = worker.unwrap();
        board.rouse(admitted.tag());
        let soon = Instant::now() + Duration::from_secs(20);
        while control.0.load(Ordering::Relaxed) == 0 {
            assert!(Instant::now() < soon, "the wish was not heard");
            std::thread::yield_now();
        }
        let departure = Departure::new(&board, &worker);
        assert!(!departure.wait(Instant::now()));
        departure.leave();
        assert!(departure.wait(Instant::now() + Duration::from_secs(20)));
        worker.join();
    }
}
