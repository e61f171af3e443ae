//! The file threads: they read ahead for those that play and write behind for those that record, so
//! that nobody who has a call's clock ever waits for a disk.
//!
//! There are two in a process, started when they are first needed. One does all the work; the other
//! stands by, and takes over when the first waits for a disk that hangs: what is on that disk is left
//! alone until it answers. They sleep while nobody needs them, end with the process, and do not
//! keep it alive. A forked child starts its own.

mod late;

use self::late::Late;
use super::fault::{Fault, Result};
use super::player::Feed;
use super::recorder::Tape;
use crate::shared::Shared;
use nix::sys::signal::SigSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, OnceLock, PoisonError};
use std::thread::Thread;
use std::time::{Duration, Instant};
use tapi3_common::process::Own;
use tapi3_common::{sync::unmodelled::lock, thread};

/// A disk that does not answer for so long hangs.
pub(super) const HANGS: Duration = Duration::from_secs(1);

/// The number of a disk that is not known.
pub(super) const UNKNOWN: u64 = 0;

/// Somebody's work.
#[derive(Clone)]
pub(super) enum Job {
    Plays(Shared<Feed>),
    Records(Shared<Tape>),
    #[cfg(test)]
    Waits(std::sync::Arc<tests::Gate>),
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
            #[cfg(test)]
            (Job::Waits(one), Job::Waits(two)) => std::sync::Arc::ptr_eq(one, two),
            _ => false,
        }
    }

    /// Does what is worth doing, so that many calls do not mean many small reads and writes; or `all`
    /// that there is to do.
    fn work(&self, all: bool) -> After {
        match self {
            Job::Plays(feed) => feed.work(all),
            Job::Records(tape) => tape.work(all),
            #[cfg(test)]
            Job::Waits(gate) => gate.work(),
        }
    }

    /// The number of the disk that its file is on, as far as it is known.
    fn disk(&self) -> u64 {
        match self {
            Job::Plays(feed) => feed.disk(),
            Job::Records(tape) => tape.disk(),
            #[cfg(test)]
            Job::Waits(gate) => gate.disk,
        }
    }

    /// Whether there will be nothing more to do.
    fn is_over(&self) -> bool {
        match self {
            Job::Plays(feed) => feed.is_over(),
            Job::Records(tape) => tape.is_over(),
            #[cfg(test)]
            Job::Waits(_) => false,
        }
    }

    /// It cannot be done.
    fn give_up(&self) {
        match self {
            Job::Plays(feed) => feed.give_up(),
            Job::Records(tape) => tape.give_up(),
            #[cfg(test)]
            Job::Waits(_) => {}
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
            #[cfg(test)]
            Job::Waits(_) => false,
        }
    }
}

/// A job, and whether a thread is at it.
struct Entry {
    job: Job,
    is_taken: bool,
}

struct Jobs {
    all: Vec<Entry>,
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
    threads: [OnceLock<Thread>; 2],
    /// Which of them works.
    works: AtomicUsize,
    /// Whether the other one is ready to.
    stands_by: AtomicBool,
    /// What times are counted from.
    epoch: OnceLock<Instant>,
    /// When the one that works came to the job that it is at, in milliseconds; 0 if it is at none.
    since: AtomicU64,
    /// The disk of that job.
    disk: AtomicU64,
    /// The disk that the other one waits for.
    hung: AtomicU64,
    /// Somebody has waited in vain, and no file has come on since.
    stuck: AtomicBool,
    /// How many frames were not read in time, and were not told of yet.
    late: AtomicU32,
}

/// Each process has its own: threads are not inherited.
static FILES: Own<Files> = Own::new(Files::new());

/// Starts the threads, unless they run. Everything that needs them does so by itself; whoever does it
/// beforehand keeps the start of a thread, which may end the process when there is no memory, out of
/// what is called later.
///
/// # Errors
/// The system gives no thread.
pub fn ready() -> Result<()> {
    FILES.get(|_| Files::new()).ready()
}

/// Waits until every file that is being played is read ahead as far as there is room, and all that
/// was heard so far is written; at most for `patience`. Returns whether it is so. For tests with a
/// clock of their own, and for whoever wants a file to be up to date.
pub fn settle(patience: Duration) -> bool {
    let Some(files) = running() else {
        return true;
    };
    let deadline = Instant::now() + patience;
    let mut jobs = lock(&files.jobs);
    jobs.asked += 1;
    let mine = jobs.asked;
    while jobs.done < mine {
        files.wake();
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return false;
        }
        let waited = files.through.wait_timeout(jobs, left.min(HANGS));
        jobs = waited.unwrap_or_else(PoisonError::into_inner).0;
    }
    true
}

/// The process ends: whatever is recorded ends now. Waits for nobody.
pub fn leave() {
    let Some(files) = running() else {
        return;
    };
    if let Ok(jobs) = files.jobs.try_lock() {
        jobs.all.iter().for_each(|entry| entry.job.leave());
    }
    files.wake();
}

/// Waits, after [`leave`], until all that was recorded is complete, until `deadline` at the latest.
/// Takes no lock that it would wait for without end.
pub fn wait_for_leaving(deadline: Instant) {
    let Some(files) = running() else {
        return;
    };
    loop {
        if let Ok(jobs) = files.jobs.try_lock() {
            if !jobs.all.iter().any(|entry| entry.job.is_under_way()) {
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
    if let Some(files) = running() {
        files.wake();
    }
}

/// So many frames were not there when a call wanted them. The log says so, if they are not nothing.
pub(super) fn note_late(frames: u32) {
    if let Some(files) = running() {
        files.late.fetch_add(frames, Ordering::Relaxed);
    }
}

/// Somebody has waited in vain.
pub(super) fn note_stuck() {
    if let Some(files) = running() {
        files.stuck.store(true, Ordering::Relaxed);
    }
}

/// Whether this disk hangs, or somebody has waited in vain and no file has come on since.
pub(super) fn is_stuck(disk: u64) -> bool {
    running().is_some_and(|files| files.stuck.load(Ordering::Relaxed) || files.leaves_alone(disk))
}

/// Gives the threads something to do, until it is [`After::Over`]. What they have already stays.
pub(super) fn add(job: Job) -> Result<()> {
    let files = FILES.get(|_| Files::new());
    files.ready()?;
    files.add(job)
}

fn running() -> Option<&'static Files> {
    let files = FILES.peek()?;
    files.runs().then_some(files)
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
            threads: [const { OnceLock::new() }; 2],
            works: AtomicUsize::new(0),
            stands_by: AtomicBool::new(false),
            epoch: OnceLock::new(),
            since: AtomicU64::new(0),
            disk: AtomicU64::new(UNKNOWN),
            hung: AtomicU64::new(UNKNOWN),
            stuck: AtomicBool::new(false),
            late: AtomicU32::new(0),
        }
    }

    fn runs(&self) -> bool {
        self.threads.iter().all(|thread| thread.get().is_some())
    }

    fn ready(&'static self) -> Result<()> {
        if self.runs() {
            return Ok(());
        }
        let _one_at_a_time = lock(&self.jobs);
        for (me, thread) in self.threads.iter().enumerate() {
            if thread.get().is_none() {
                let spawned = thread::start("tapi3-files", move || self.run(me));
                let spawned =
                    spawned.map_err(|error| Fault::thread("reads and writes files", &error))?;
                let _ = thread.set(spawned.thread().clone());
            }
        }
        Ok(())
    }

    fn add(&self, job: Job) -> Result<()> {
        let mut jobs = lock(&self.jobs);
        if !jobs.all.iter().any(|entry| entry.job.same(&job)) {
            jobs.all.try_reserve(1)?;
            jobs.all.push(Entry {
                job,
                is_taken: false,
            });
        }
        drop(jobs);
        self.wake();
        Ok(())
    }

    fn wake(&self) {
        self.relieve();
        let works = self.works.load(Ordering::Acquire);
        if let Some(thread) = self.threads.get(works).and_then(OnceLock::get) {
            thread.unpark();
        }
    }

    /// Has the other thread take over, if the one that works waits for a disk that hangs.
    fn relieve(&self) {
        let since = self.since.load(Ordering::Relaxed);
        if since == 0 || self.now().saturating_sub(since) < HANGS.as_millis() as u64 {
            return;
        }
        // One of those who see it does it.
        if self.stands_by.swap(false, Ordering::AcqRel) {
            let disk = self.disk.load(Ordering::Relaxed);
            self.hung.store(disk, Ordering::Relaxed);
            self.since.store(0, Ordering::Relaxed);
            self.works.fetch_xor(1, Ordering::AcqRel);
        }
    }

    /// The time, in milliseconds; never 0.
    fn now(&self) -> u64 {
        let elapsed = self.epoch.get_or_init(Instant::now).elapsed();
        u64::try_from(elapsed.as_millis()).map_or(u64::MAX, |now| now.saturating_add(1))
    }

    /// Whether what is on this disk waits until it answers.
    fn leaves_alone(&self, disk: u64) -> bool {
        disk != UNKNOWN && self.hung.load(Ordering::Relaxed) == disk
    }

    fn is_mine(&self, me: usize) -> bool {
        self.works.load(Ordering::Acquire) == me
    }

    fn run(&self, me: usize) {
        // The program's signals are for its own threads; and a file that would become too large
        // (RLIMIT_FSIZE) is an error instead of a signal that ends the process.
        if let Err(error) = SigSet::all().thread_block() {
            tracing::warn!("the file thread cannot block signals: {error}");
        }
        let mut late = Late::default();
        loop {
            if !self.is_mine(me) {
                self.stand_by(me);
                tracing::warn!("a disk does not answer; files on others go on");
            }
            let (asked, all) = {
                let jobs = lock(&self.jobs);
                (jobs.asked, jobs.asked > jobs.done)
            };
            let Some(next) = self.look_through(me, all) else {
                continue;
            };
            if next.is_whole {
                lock(&self.jobs).done = asked;
                self.through.notify_all();
            }
            match next.sooner(self.tell_late(&mut late)) {
                Some(next) => {
                    std::thread::park_timeout(next.saturating_duration_since(Instant::now()));
                }
                None => std::thread::park(),
            }
        }
    }

    /// Says in the log which frames came too late. Returns when there is more to say.
    fn tell_late(&self, late: &mut Late) -> Option<Instant> {
        let frames = self.late.swap(0, Ordering::Relaxed);
        let (told, next) = late.more(frames, Instant::now());
        if let Some(frames) = told {
            tracing::warn!("frames of files that came too late to be played in time: {frames}");
        }
        next
    }

    /// Waits until it is to work.
    fn stand_by(&self, me: usize) {
        // The disk that it was relieved for has answered.
        self.hung.store(UNKNOWN, Ordering::Relaxed);
        self.stands_by.store(true, Ordering::Release);
        // What was left alone is not any more.
        self.wake();
        while !self.is_mine(me) {
            std::thread::park();
        }
    }

    /// Does what is worth doing, or `all` that there is. None if the other thread has taken over.
    fn look_through(&self, me: usize, all: bool) -> Option<Next> {
        let mut next = Next {
            at: None,
            is_whole: true,
        };
        // From the last one on: where one is taken out, the last takes its place, so that none is
        // left out.
        let mut place = usize::MAX;
        while let Some((at, job)) = self.take_before(place) {
            place = at;
            let Some(job) = job else {
                next.is_whole = false;
                continue;
            };
            self.disk.store(job.disk(), Ordering::Relaxed);
            self.since.store(self.now(), Ordering::Relaxed);
            // One broken file must not stop all others.
            let after = catch_unwind(AssertUnwindSafe(|| job.work(all)));
            self.stuck.store(false, Ordering::Relaxed);
            let after = after.unwrap_or_else(|_| {
                tracing::error!("a file was given up: the thread for files panicked");
                job.give_up();
                After::Over
            });
            self.give_back(&job, after == After::Over);
            if !self.is_mine(me) {
                return None;
            }
            self.since.store(0, Ordering::Relaxed);
            if let After::At(time) = after {
                next.at = Some(next.at.map_or(time, |next| next.min(time)));
            }
        }
        Some(next)
    }

    /// Takes the job before this place. None in its stead if the other thread is at it, or waits for
    /// its disk.
    fn take_before(&self, place: usize) -> Option<(usize, Option<Job>)> {
        let mut jobs = lock(&self.jobs);
        let at = place.min(jobs.all.len()).checked_sub(1)?;
        let entry = jobs.all.get_mut(at)?;
        if entry.is_taken || self.leaves_alone(entry.job.disk()) {
            return Some((at, None));
        }
        entry.is_taken = true;
        Some((at, Some(entry.job.clone())))
    }

    /// Gives a job back, or takes it out if it is over and nobody has begun it anew meanwhile: he found
    /// it there when he wanted to add it.
    fn give_back(&self, job: &Job, over: bool) {
        let mut jobs = lock(&self.jobs);
        let mut all = jobs.all.iter_mut().enumerate();
        let Some((at, entry)) = all.find(|(_, entry)| entry.job.same(job)) else {
            return;
        };
        entry.is_taken = false;
        let removed = (over && job.is_over()).then(|| jobs.all.swap_remove(at));
        drop(jobs);
        // The last reference may close a file.
        drop(removed);
    }
}

/// What comes after everything was looked through.
struct Next {
    /// When there will be something at the latest.
    at: Option<Instant>,
    /// Whether nothing was left alone.
    is_whole: bool,
}

impl Next {
    /// The sooner of this and another time.
    fn sooner(&self, other: Option<Instant>) -> Option<Instant> {
        self.at.into_iter().chain(other).min()
    }
}

#[cfg(test)]
mod tests;
