//! The lines between those who write them and the one thread that hands them on.
//!
//! A line may come from a thread that holds locks of the library, or of a library below it, so it
//! is only laid down here. The listener runs on the log's own thread, where it may call anything.

use super::listener::{self, Listener};
use super::output;
use super::text::Text;
use crate::engine::{Error, ErrorKind, Result};
use nix::sys::signal::{SigSet, Signal};
use std::ffi::CStr;
use std::fmt::Write;
use std::sync::atomic::{AtomicI32, AtomicU32, AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tapi3_common::sync::lock;
use tapi3_common::thread::{self, current_id};
use tapi3_common::waits::{self, Waiter};
use tapi3_common::words;
use tracing::Level;

/// How many bytes of lines wait at most; what comes then is counted and left out. A server, whose
/// lines nobody waits for, has more room for them.
const ROOM: usize = 256 * 1024;
const ROOM_OF_A_SERVER: usize = 1024 * 1024;
/// How long a server's lines are gathered, so that they are written together.
const GATHERING: Duration = Duration::from_millis(10);
/// How long a thread waits until its line is on standard error, so that a crash loses none.
const PATIENCE: Duration = Duration::from_millis(100);

/// The number of the log's own thread while it runs; zero otherwise. Not a thread-local: whoever
/// writes a line would look at it, and its first use on a thread may take memory.
static HANDS_ON: AtomicI32 = AtomicI32::new(0);

static LOST: AtomicU64 = AtomicU64::new(0);

/// What the log's thread does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    /// It hands lines on, and looks for more by itself.
    Work,
    /// It sleeps until there are lines.
    Sleep,
    /// It sleeps for a moment, until there are more lines.
    Gather,
}

struct State {
    /// The lines that wait, packed, in memory that was asked for beforehand.
    waiting: Vec<u8>,
    /// The lines that found no room since the last that did.
    lost: u64,
    /// How many lines were laid down, and how many of them are handed on.
    laid: u64,
    handed_on: u64,
    /// Who listens, and the how manieth listener that is.
    listener: Option<Listener>,
    generation: u64,
    /// The listener that is being called.
    running: Option<u64>,
    /// Whether the thread takes lines, and what to join it with.
    alive: bool,
    thread: Option<JoinHandle<()>>,
    /// The thread while it is alive, as those know it who wait for it.
    waiter: Option<Waiter>,
    /// The thread of the process that this one was forked from, never to be joined.
    parents: Option<JoinHandle<()>>,
    /// Standard error does not take lines: nobody waits for it.
    stuck: bool,
    doing: Doing,
    /// Somebody waits for what is there.
    hurry: bool,
}

static STATE: Mutex<State> = Mutex::new(State {
    waiting: Vec::new(),
    lost: 0,
    laid: 0,
    handed_on: 0,
    listener: None,
    generation: 0,
    running: None,
    alive: false,
    thread: None,
    waiter: None,
    parents: None,
    stuck: false,
    doing: Doing::Work,
    hurry: false,
});
/// There are lines, or another listener.
static MORE: Condvar = Condvar::new();
/// Lines were handed on, a call of the listener ended, or the thread did.
static DONE: Condvar = Condvar::new();
/// The process that the thread runs in: a child that was forked has no such thread.
static PROCESS: AtomicU32 = AtomicU32::new(0);

/// Whether the calling thread is the log's own: then it is the listener, or called by it.
pub(super) fn hands_on() -> bool {
    // A server's log calls nobody who could ask.
    !listener::is_of_a_server() && HANDS_ON.load(Ordering::Relaxed) == current_id()
}

/// Whether this is not the process that the log's thread runs in. A server is not forked, and asks no
/// system for each line.
fn is_another_process() -> bool {
    !listener::is_of_a_server() && PROCESS.load(Ordering::Relaxed) != std::process::id()
}

/// How many lines were lost since the process began: they found no room, or were not taken.
pub(super) fn lost() -> u64 {
    LOST.load(Ordering::Relaxed)
}

/// Lays a line down. On the log's own thread it does nothing, or a listener that logs would never
/// come to an end; nor in a forked child whose log has not begun.
///
/// `prompt`: whether to wait a little until it is handed on.
pub(super) fn lay_down(level: Level, target: &str, text: &str, prompt: bool) {
    if hands_on() || is_another_process() {
        return;
    }
    let mut state = lock(&STATE);
    if !state.alive {
        return;
    }
    if !pack(&mut state.waiting, SystemTime::now(), level, target, text) {
        LOST.fetch_add(1, Ordering::Relaxed);
        // The first of them stands for the line that will tell how many they are.
        state.laid += u64::from(state.lost == 0);
        state.lost += 1;
        return;
    }
    state.laid += 1;
    let mine = state.laid;
    let wake = match state.doing {
        Doing::Work => false,
        Doing::Sleep => true,
        Doing::Gather => state.waiting.len() > state.waiting.capacity() / 2,
    };
    if wake {
        MORE.notify_one();
    }
    if prompt && !state.stuck {
        let (mut state, done) = wait(state, Instant::now() + PATIENCE, |s| s.handed_on >= mine);
        state.stuck |= !done;
    }
}

/// Replaces the listener, or takes it away. Before it returns, the one before has got its lines
/// and no longer runs. From within a listener, and what one waits for, it returns at once.
pub(super) fn set_listener(new: Option<Listener>) -> Result<()> {
    let mut state = own_state()?;
    if new.is_some() || listener::standard_error() {
        state = start(state)?;
    }
    // Whether the thread may be waited for, and that it is.
    let begin = |awaited: Option<Waiter>| {
        let waiting = awaited.map(waits::begin);
        (waiting.as_ref().is_none_or(Option::is_some), waiting)
    };
    let runs = |s: &State, awaited: Option<Waiter>| awaited.is_some() && s.waiter == awaited;
    // The thread that is there now: one that follows it has nothing of what was before.
    let mut awaited = state.waiter;
    let (mut patient, mut waiting) = begin(awaited);
    // Standard error may never take its lines; a listener is expected to.
    let (laid, heard) = (state.laid, state.listener.is_some());
    while patient && heard && runs(&state, awaited) && state.handed_on < laid {
        state = DONE.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
    listener::listens(new.as_ref().map(|listener| listener.level));
    state.listener = new;
    state.generation += 1;
    let generation = state.generation;
    MORE.notify_one();
    DONE.notify_all();
    if state.waiter != awaited {
        // One that began meanwhile may be calling the listener before this one. Whoever looks for
        // circles has to know of this wait, too.
        drop(waiting);
        awaited = state.waiter;
        (patient, waiting) = begin(awaited);
    }
    let old_runs = |s: &State| s.running.is_some_and(|running| running < generation);
    // The thread ends, unless somebody listens again, who wakes those that wait for it.
    while patient && (old_runs(&state) || (runs(&state, awaited) && !needed(&state))) {
        state = DONE.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
    if patient && !state.alive {
        join(state);
    }
    drop(waiting);
    Ok(())
}

/// Whether the thread has anything to do.
pub(super) fn wanted() -> bool {
    listener::standard_error() || !listener::prompt()
}

/// Starts the thread, if it does not run.
pub(super) fn ready() -> Result<()> {
    drop(start(own_state()?)?);
    Ok(())
}

/// Waits until all lines so far are handed on, or `patience` is at its end. Whether they are.
pub(super) fn flush(patience: Duration) -> bool {
    if hands_on() || is_another_process() {
        return true;
    }
    let mut state = lock(&STATE);
    let laid = state.laid;
    state.hurry = true;
    MORE.notify_one();
    wait(state, Instant::now() + patience, |s| {
        !s.alive || s.handed_on >= laid
    })
    .1
}

/// The state, as this process's own: a forked child takes it over, without the thread and the
/// lines of its parent.
fn own_state() -> Result<MutexGuard<'static, State>> {
    let process = std::process::id();
    if PROCESS.load(Ordering::Relaxed) == process {
        return Ok(lock(&STATE));
    }
    // The parent may have been forked while another of its threads held the lock.
    let deadline = Instant::now() + PATIENCE;
    let mut state = loop {
        match STATE.try_lock() {
            Ok(state) => break state,
            Err(std::sync::TryLockError::Poisoned(state)) => break state.into_inner(),
            Err(std::sync::TryLockError::WouldBlock) if Instant::now() > deadline => {
                return Err(Error::new(
                    ErrorKind::OperationFailed,
                    "The log cannot be used in this child process: it was forked while the \
                     log was being written.",
                ));
            }
            Err(std::sync::TryLockError::WouldBlock) => std::thread::yield_now(),
        }
    };
    if PROCESS.swap(process, Ordering::Relaxed) != process {
        state.waiting.clear();
        state.lost = 0;
        state.handed_on = state.laid;
        state.running = None;
        state.alive = false;
        state.waiter = None;
        state.stuck = false;
        // There is no such thread here, and what it is joined with may come to mean another one.
        let thread = state.thread.take();
        std::mem::forget(std::mem::replace(&mut state.parents, thread));
    }
    Ok(state)
}

fn start(mut state: MutexGuard<'static, State>) -> Result<MutexGuard<'static, State>> {
    if state.alive {
        return Ok(state);
    }
    if let Some(ended) = state.thread.take() {
        // It has left the lock for the last time.
        end(ended);
    }
    let mut taken = Vec::new();
    let room = match listener::is_of_a_server() {
        true => ROOM_OF_A_SERVER,
        false => ROOM,
    };
    taken.try_reserve_exact(room)?;
    state.waiting.try_reserve_exact(room)?;
    let waiter = Waiter::new()?;
    let thread = thread::start("tapi3-log", move || hand_on(taken, waiter));
    let thread = thread.map_err(|error| {
        waiter.forget();
        state.waiting = Vec::new();
        let text = format!(
            "The thread of the log did not start: {}.",
            words::of(&error)
        );
        Error::with_text(ErrorKind::OutOfMemory, text)
    })?;
    state.thread = Some(thread);
    state.waiter = Some(waiter);
    state.alive = true;
    Ok(state)
}

fn join(mut state: MutexGuard<'_, State>) {
    let thread = state.thread.take();
    drop(state);
    if let Some(thread) = thread {
        end(thread);
    }
}

fn end(thread: JoinHandle<()>) {
    if thread.join().is_err() {
        // Nobody is left to log it to.
        listener::say("tapi3: the thread of the log panicked");
    }
}

/// Waits until `done`, or until the deadline. Whether it is.
fn wait(
    mut state: MutexGuard<'static, State>,
    deadline: Instant,
    done: impl Fn(&State) -> bool,
) -> (MutexGuard<'static, State>, bool) {
    while !done(&state) {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return (state, false);
        }
        let waited = DONE.wait_timeout(state, left);
        state = waited.unwrap_or_else(PoisonError::into_inner).0;
    }
    (state, true)
}

fn needed(state: &State) -> bool {
    state.listener.is_some() || listener::standard_error()
}

/// The signals that are not for the log's thread: all but those of its own faults, for which a
/// program may have a reporter, and a profiler's.
fn signals() -> SigSet {
    let mut signals = SigSet::all();
    for own in [
        Signal::SIGSEGV,
        Signal::SIGBUS,
        Signal::SIGFPE,
        Signal::SIGILL,
        Signal::SIGTRAP,
        Signal::SIGSYS,
        Signal::SIGABRT,
        Signal::SIGPROF,
    ] {
        signals.remove(own);
    }
    signals
}

/// The thread: hands lines on until nobody listens any more.
fn hand_on(mut taken: Vec<u8>, waiter: Waiter) {
    HANDS_ON.store(current_id(), Ordering::Relaxed);
    waiter.enter();
    // A program's handlers do not run here, and a closed pipe is no reason to die.
    if let Err(error) = signals().thread_block() {
        listener::say(&format!("tapi3: the log's thread takes signals: {error}"));
    }
    // Lines that were taken from the queue and not by standard error.
    let mut unwritten = 0;
    loop {
        let mut state = lock(&STATE);
        while state.waiting.is_empty() && state.lost == 0 && needed(&state) {
            state.stuck = false;
            state.doing = Doing::Sleep;
            state = MORE.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.waiting.is_empty() && state.lost == 0 {
            state.waiting = Vec::new();
            state.alive = false;
            state.waiter = None;
            waiter.forget();
            state.doing = Doing::Work;
            HANDS_ON.store(0, Ordering::Relaxed);
            DONE.notify_all();
            return;
        }
        if listener::is_of_a_server() {
            state = gather(state);
        }
        state.doing = Doing::Work;
        state.hurry = false;
        std::mem::swap(&mut state.waiting, &mut taken);
        let laid = state.laid;
        let lost = std::mem::take(&mut state.lost) + std::mem::take(&mut unwritten);
        drop(state);
        let missing = (lost > 0).then(|| missing(lost));
        let last = missing.as_ref().map(|text| Line {
            time: SystemTime::now(),
            level: Level::WARN,
            target: c"tapi3::log",
            text: text.as_c_str(),
        });
        if listener::is_of_a_server() {
            let refused = output::write_lines(lines(&taken).chain(last));
            LOST.fetch_add(refused, Ordering::Relaxed);
            // The line that tells of others is told again, then.
            unwritten = if refused > 0 { refused + lost } else { 0 };
            lock(&STATE).handed_on = laid;
            DONE.notify_all();
        } else {
            for line in lines(&taken).chain(last) {
                if !one(line) {
                    return;
                }
                lock(&STATE).handed_on += 1;
                DONE.notify_all();
            }
        }
        taken.clear();
    }
}

/// Waits for more lines, for a moment.
fn gather(mut state: MutexGuard<'static, State>) -> MutexGuard<'static, State> {
    let end = Instant::now() + GATHERING;
    state.doing = Doing::Gather;
    loop {
        let left = end.saturating_duration_since(Instant::now());
        let full = state.waiting.len() > state.waiting.capacity() / 2;
        if left.is_zero() || full || state.hurry || !needed(&state) {
            return state;
        }
        let waited = MORE.wait_timeout(state, left);
        state = waited.unwrap_or_else(PoisonError::into_inner).0;
    }
}

fn missing(lost: u64) -> Text {
    let mut text = Text::line();
    // Writing to a text cannot fail.
    let _ = write!(
        text,
        "{lost} lines are missing here: they came faster than they were taken"
    );
    text
}

/// Hands one line to whoever listens now. False in a child that a listener forked: it comes back
/// twice. The child's log is another thread's, and the lock may be held there for good.
fn one(line: Line) -> bool {
    let mut state = lock(&STATE);
    let Some(listener) = state.listener else {
        drop(state);
        listener::to_standard_error(&line);
        return true;
    };
    state.running = Some(state.generation);
    drop(state);
    let process = std::process::id();
    listener.hear(line.level, line.target, line.text);
    if std::process::id() != process {
        return false;
    }
    lock(&STATE).running = None;
    DONE.notify_all();
    true
}

/// A line as it lies in the queue.
pub(super) struct Line<'a> {
    pub time: SystemTime,
    pub level: Level,
    pub target: &'a CStr,
    pub text: &'a CStr,
}

/// Adds a line to those that wait, in the memory that is there. Whether it fits.
fn pack(waiting: &mut Vec<u8>, time: SystemTime, level: Level, target: &str, text: &str) -> bool {
    let length = 8 + 1 + target.len() + 1 + text.len() + 1;
    if waiting.capacity() - waiting.len() < length {
        return false;
    }
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let micros = u64::try_from(since.as_micros()).unwrap_or(u64::MAX);
    waiting.extend_from_slice(&micros.to_ne_bytes());
    waiting.push(listener::number(level));
    for part in [target, text] {
        waiting.extend_from_slice(part.as_bytes());
        waiting.push(0);
    }
    true
}

/// The lines that [`pack`] has packed.
fn lines(mut packed: &[u8]) -> impl Iterator<Item = Line<'_>> {
    std::iter::from_fn(move || {
        let (micros, rest) = packed.split_first_chunk()?;
        let since = Duration::from_micros(u64::from_ne_bytes(*micros));
        let (number, rest) = rest.split_first()?;
        let target = CStr::from_bytes_until_nul(rest).ok()?;
        let rest = rest.get(target.count_bytes() + 1..)?;
        let text = CStr::from_bytes_until_nul(rest).ok()?;
        packed = rest.get(text.count_bytes() + 1..)?;
        Some(Line {
            time: UNIX_EPOCH.checked_add(since)?,
            level: listener::level(i32::from(*number)),
            target,
            text,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_out_as_they_went_in_and_a_full_queue_takes_none() {
        let time = UNIX_EPOCH + Duration::from_micros(1_700_000_000_123_456);
        let mut waiting = Vec::with_capacity(64);
        assert!(pack(&mut waiting, time, Level::WARN, "here", "one"));
        assert!(pack(&mut waiting, time, Level::TRACE, "", ""));
        while pack(&mut waiting, time, Level::ERROR, "t", "x") {}
        let capacity = waiting.capacity();
        assert!(!pack(&mut waiting, time, Level::INFO, "there", "much more"));
        assert_eq!(waiting.capacity(), capacity);
        let read: Vec<Line> = lines(&waiting).collect();
        assert_eq!((read[0].time, read[0].level), (time, Level::WARN));
        assert_eq!((read[0].target, read[0].text), (c"here", c"one"));
        assert_eq!((read[1].target, read[1].text), (c"", c""));
        assert_eq!(read.last().map(|line| line.text), Some(c"x"));
    }
}
