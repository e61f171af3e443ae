//! The file thread: reads ahead for those that play and writes behind for those that record, so
//! that nobody who has a call's clock ever waits for a disk.
//!
//! There is one in a process, started when it is first needed. It sleeps while nobody needs it, ends
//! with the process, and does not keep it alive. A forked child starts its own.

use super::fault::{Fault, Result};
use super::player::Feed;
use super::recorder::Tape;
use crate::shared::Shared;
use nix::sys::signal::SigSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::thread::Thread;
use std::time::{Duration, Instant};
use tapi3_common::process::Own;
use tapi3_common::{sync::unmodelled::lock, thread};

/// Somebody's work.
#[derive(Clone)]
pub(super) enum Job {
    Plays(Shared<Feed>),
    Records(Shared<Tape>),
}

/// What is left of a job for later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing, until somebody wakes the thread.
    Rest,
    /// Something at this time, if nobody wakes it before.
    At(Instant),
    /// Nothing ever.
    Over,
}

impl Job {
    fn same(&self, other: &Job) -> bool {
        match (self, other) {
            (Job::Plays(one), Job::Plays(two)) => Shared::ptr_eq(one, two),
            (Job::Records(one), Job::Records(two)) => Shared::ptr_eq(one, two),
            _ => false,
        }
    }

    /// Does what is worth doing, so that many calls do not mean many small reads and writes; or `all`
    /// that there is to do.
    fn work(&self, all: bool) -> After {
        match self {
            Job::Plays(feed) => feed.work(all),
            Job::Records(tape) => tape.work(all),
        }
    }

    /// Whether there will be nothing more to do.
    fn is_over(&self) -> bool {
        match self {
            Job::Plays(feed) => feed.is_over(),
            Job::Records(tape) => tape.is_over(),
        }
    }

    /// It cannot be done.
    fn give_up(&self) {
        match self {
            Job::Plays(feed) => feed.give_up(),
            Job::Records(tape) => tape.give_up(),
        }
    }

    /// The process ends.
    fn leave(&self) {
        if let Job::Records(tape) = self {
            tape.leave();
        }
    }

    /// Whether something would be lost if the process ended now.
    fn is_under_way(&self) -> bool {
        match self {
            Job::Plays(_) => false,
            Job::Records(tape) => tape.is_under_way(),
        }
    }
}

struct Jobs {
    all: Vec<Job>,
    /// How often somebody wanted everything to be looked through, and how many of these times
    /// that was done.
    asked: u64,
    done: u64,
}

struct Files {
    /// Nobody waits for a disk while holding it.
    jobs: Mutex<Jobs>,
    /// Everything was looked through.
    through: Condvar,
    thread: OnceLock<Thread>,
    /// Somebody has waited in vain, and the thread has not come on since.
    stuck: AtomicBool,
}

/// Each process has its own: the thread is not inherited.
static FILES: Own<Files> = Own::new(Files::new());

/// Starts the thread, unless it runs. Everything that needs it does so by itself; whoever does it
/// beforehand keeps the start of a thread, which may end the process when there is no memory, out of
/// what is called later.
///
/// # Errors
/// The system gives no thread.
pub fn ready() -> Result<()> {
    let files = FILES.get(|_| Files::new());
    if files.thread.get().is_some() {
        return Ok(());
    }
    let _one_at_a_time = lock(&files.jobs);
    if files.thread.get().is_none() {
        let spawned = thread::start("tapi3-files", || files.run());
        let spawned = spawned.map_err(|error| Fault::thread("reads and writes files", &error))?;
        let _ = files.thread.set(spawned.thread().clone());
    }
    Ok(())
}

/// Waits until every file that is being played is read ahead as far as there is room, and all that
/// was heard so far is written; at most for `patience`. Returns whether it is so. For tests with a
/// clock of their own, and for whoever wants a file to be up to date.
pub fn settle(patience: Duration) -> bool {
    let Some((files, thread)) = running() else {
        return true;
    };
    let deadline = Instant::now() + patience;
    let mut jobs = lock(&files.jobs);
    jobs.asked += 1;
    let mine = jobs.asked;
    thread.unpark();
    while jobs.done < mine {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return false;
        }
        let waited = files.through.wait_timeout(jobs, left);
        jobs = waited.unwrap_or_else(PoisonError::into_inner).0;
    }
    true
}

/// The process ends: whatever is recorded ends now. Waits for nobody.
pub fn leave() {
    let Some((files, thread)) = running() else {
        return;
    };
    if let Ok(jobs) = files.jobs.try_lock() {
        jobs.all.iter().for_each(Job::leave);
    }
    thread.unpark();
}

/// Waits, after [`leave`], until all that was recorded is complete, until `deadline` at the latest.
/// Takes no lock that it would wait for without end.
pub fn wait_for_leaving(deadline: Instant) {
    let Some((files, _)) = running() else {
        return;
    };
    loop {
        if let Ok(jobs) = files.jobs.try_lock() {
            if !jobs.all.iter().any(Job::is_under_way) {
                return;
            }
        }
        if Instant::now() >= deadline {
            return;
        }
        // Somebody may have been in the way before.
        leave();
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// There may be something to do. Takes no lock and no memory.
pub(super) fn wake() {
    if let Some((_, thread)) = running() {
        thread.unpark();
    }
}

/// Somebody has waited in vain.
pub(super) fn note_stuck() {
    if let Some((files, _)) = running() {
        files.stuck.store(true, Ordering::Relaxed);
    }
}

/// Whether somebody has waited in vain, and the thread has not come on since: a disk hangs.
pub(super) fn is_stuck() -> bool {
    running().is_some_and(|(files, _)| files.stuck.load(Ordering::Relaxed))
}

/// Gives the thread something to do, until it is [`After::Over`]. What it has already stays.
pub(super) fn add(job: Job) -> Result<()> {
    ready()?;
    let files = FILES.get(|_| Files::new());
    let mut jobs = lock(&files.jobs);
    if !jobs.all.iter().any(|other| other.same(&job)) {
        jobs.all.try_reserve(1)?;
        jobs.all.push(job);
    }
    drop(jobs);
    wake();
    Ok(())
}

fn running() -> Option<(&'static Files, &'static Thread)> {
    let files = FILES.peek()?;
    Some((files, files.thread.get()?))
}

impl Files {
    const fn new() -> Self {
        Files {
            jobs: Mutex::new(Jobs {
                all: Vec::new(),
                asked: 0,
                done: 0,
            }),
            through: Condvar::new(),
            thread: OnceLock::new(),
            stuck: AtomicBool::new(false),
        }
    }

    fn run(&self) {
        // The program's signals are for its own threads; and a file that would become too large
        // (RLIMIT_FSIZE) is an error instead of a signal that ends the process.
        if let Err(error) = SigSet::all().thread_block() {
            tracing::warn!("the file thread cannot block signals: {error}");
        }
        loop {
            let (asked, all) = {
                let jobs = lock(&self.jobs);
                (jobs.asked, jobs.asked > jobs.done)
            };
            let next = self.look_through(all);
            lock(&self.jobs).done = asked;
            self.through.notify_all();
            match next {
                Some(next) => {
                    std::thread::park_timeout(next.saturating_duration_since(Instant::now()));
                }
                None => std::thread::park(),
            }
        }
    }

    /// Does what is worth doing, or `all` that there is. Returns when there will be something at the
    /// latest.
    fn look_through(&self, all: bool) -> Option<Instant> {
        let mut next: Option<Instant> = None;
        // From the last one on: where one is taken out, the last takes its place, so that none is
        // left out.
        let mut place = usize::MAX;
        while let Some((at, job)) = self.before(place) {
            place = at;
            // One broken file must not stop all others.
            let after = catch_unwind(AssertUnwindSafe(|| job.work(all)));
            self.stuck.store(false, Ordering::Relaxed);
            let after = after.unwrap_or_else(|_| {
                tracing::error!("a file was given up: the thread for files panicked");
                job.give_up();
                After::Over
            });
            match after {
                After::Rest => {}
                After::At(time) => next = Some(next.map_or(time, |next| next.min(time))),
                After::Over => self.remove(&job),
            }
        }
        next
    }

    fn before(&self, place: usize) -> Option<(usize, Job)> {
        let jobs = lock(&self.jobs);
        let at = place.min(jobs.all.len()).checked_sub(1)?;
        Some((at, jobs.all.get(at)?.clone()))
    }

    /// Takes out what is over, unless somebody has begun it anew meanwhile: he found it there when he
    /// wanted to add it.
    fn remove(&self, job: &Job) {
        let mut jobs = lock(&self.jobs);
        let mut all = jobs.all.iter();
        let at = all.position(|other| other.same(job) && other.is_over());
        let removed = at.map(|at| jobs.all.swap_remove(at));
        drop(jobs);
        // The last reference may close a file.
        drop(removed);
    }
}
