//! What becomes of the process: whether it is the child of one that used the library before it
//! forked, and whether it is about to end. Set by the C face, which hears of both.

use once_cell::race::OnceBox;
use std::fs::File;
use std::os::fd::{AsRawFd, IntoRawFd, RawFd};
use std::sync::atomic::{AtomicBool, AtomicI32, AtomicU32, Ordering};

static GENERATION: AtomicU32 = AtomicU32::new(0);
static LEAVING: AtomicBool = AtomicBool::new(false);

/// How many times this process and its ancestors have forked since the library was loaded. What was
/// made in an earlier generation belongs to another process: its threads are not here, and its locks
/// may be held for ever.
#[inline(always)]
pub fn generation() -> u32 {
    GENERATION.load(Ordering::Relaxed)
}

/// The process was forked. Called in the child, on its only thread, with a function that closes a
/// descriptor; async-signal-safe if that is.
pub fn forked(close: impl Fn(RawFd)) {
    GENERATION.fetch_add(1, Ordering::Relaxed);
    for place in &KEPT_BACK {
        match place.swap(NONE, Ordering::Relaxed) {
            NONE => {}
            descriptor => close(descriptor),
        }
    }
}

/// A value that each generation of the process has for itself, for statics: a lock that a thread of
/// the parent held when it forked would never be free in the child.
#[derive(Debug)]
pub struct Own<T> {
    generation: u32,
    value: T,
    child: OnceBox<Own<T>>,
}

impl<T> Own<T> {
    /// With the value of a process that was never forked.
    pub const fn new(value: T) -> Self {
        Own {
            generation: 0,
            value,
            child: OnceBox::new(),
        }
    }

    /// The value of this process. A child's is made by `inherit` from its parent's, of which it may
    /// not wait for a lock.
    pub fn get(&self, inherit: impl Fn(&T) -> T) -> &T {
        let mut own = self;
        while own.generation != generation() {
            let child = || Own {
                generation: own.generation.wrapping_add(1),
                value: inherit(&own.value),
                child: OnceBox::new(),
            };
            own = own.child.get_or_init(|| Box::new(child()));
        }
        &own.value
    }

    /// The value of this process, if there was need for it. Takes no memory.
    pub fn peek(&self) -> Option<&T> {
        let mut own = self;
        while own.generation != generation() {
            own = own.child.get()?;
        }
        Some(&own.value)
    }
}

/// Whether the process is about to end: its destructors have run, so what it gave us to call is not
/// called any more.
pub fn is_leaving() -> bool {
    LEAVING.load(Ordering::Relaxed)
}

/// The process is about to end.
pub fn leave() {
    LEAVING.store(true, Ordering::Relaxed);
}

/// Where a process has closed its standard input, output or error, they lead nowhere from now on: the
/// next descriptors would come to stand for them, and what is printed would go into a socket. What
/// cannot be opened stays closed.
pub fn keep_standard_descriptors() {
    while let Ok(nowhere) = File::options().read(true).write(true).open("/dev/null") {
        if nowhere.as_raw_fd() > 2 {
            return;
        }
        let _ = nowhere.into_raw_fd();
    }
}

const NONE: RawFd = -1;

/// The descriptors that children do not get.
static KEPT_BACK: [AtomicI32; 64] = [const { AtomicI32::new(NONE) }; 64];

/// A descriptor that a forked child does not get: a socket with a port that would stay taken for as
/// long as the child lives. Drop it before the descriptor is closed.
#[derive(Debug)]
pub struct KeptBack(Option<&'static AtomicI32>);

/// Keeps a descriptor back from children. Those beyond a number that nobody reaches are inherited.
pub fn keep_back(descriptor: RawFd) -> KeptBack {
    let take = |place: &&AtomicI32| {
        let taken = place.compare_exchange(NONE, descriptor, Ordering::Relaxed, Ordering::Relaxed);
        taken.is_ok()
    };
    KeptBack(KEPT_BACK.iter().find(take))
}

impl Drop for KeptBack {
    fn drop(&mut self) {
        if let Some(place) = self.0 {
            place.store(NONE, Ordering::Relaxed);
        }
    }
}
