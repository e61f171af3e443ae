//! What the process has: blocks of memory (an object is at least one), threads, descriptors.

use super::counting_malloc::in_use;
use std::sync::{Arc, Barrier};
use std::time::{Duration, Instant};

/// The name and the state of each thread of the process.
pub fn threads() -> Vec<(String, String)> {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    let read = |task: std::io::Result<std::fs::DirEntry>| {
        let stat = std::fs::read_to_string(task.ok()?.path().join("stat")).ok()?;
        let (name, rest) = stat.split_once('(')?.1.rsplit_once(')')?;
        let state = rest.trim_start().chars().next()?;
        Some((name.to_owned(), state.to_string()))
    };
    tasks.filter_map(read).collect()
}

/// The C library may give some bytes more than it was asked for, which count as well.
const ROUNDING: isize = 2048;

/// What is in use at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    blocks: isize,
    bytes: isize,
    threads: usize,
    descriptors: usize,
}

/// As many threads as have more stacks than the C library keeps for later ones.
const THREADS: usize = 32;

/// Has the C library keep as many stacks of threads that have ended as it ever does: each has a block of
/// ours to count. How many it keeps otherwise follows from how many ended at the same moment.
fn fill_the_store_of_stacks() {
    let barrier = Arc::new(Barrier::new(THREADS));
    let wait = || {
        let barrier = barrier.clone();
        std::thread::spawn(move || barrier.wait().is_leader())
    };
    let waiting: Vec<_> = std::iter::repeat_with(wait).take(THREADS).collect();
    let first = waiting.into_iter().map(|thread| thread.join().unwrap());
    assert_eq!(first.filter(|is_leader| *is_leader).count(), 1);
}

impl Use {
    /// What is in use now.
    pub fn now() -> Self {
        fill_the_store_of_stacks();
        let count = |folder| std::fs::read_dir(folder).map_or(0, Iterator::count);
        let (threads, descriptors) = (count("/proc/self/task"), count("/proc/self/fd"));
        let (blocks, bytes) = in_use();
        Use {
            blocks,
            bytes,
            threads,
            descriptors,
        }
    }

    /// How many blocks more are in use than `before`; none if something else has not come back.
    fn blocks_beyond(&self, before: &Use) -> Option<isize> {
        let back = self.bytes <= before.bytes + ROUNDING
            && self.threads <= before.threads
            && self.descriptors <= before.descriptors;
        back.then_some(self.blocks - before.blocks)
    }

    /// Waits until no more is in use than now, `grace` blocks aside, of which those are taken off
    /// that are there to stay. A thread that has ended may still be on its way out.
    pub fn returns(&self, patience: Duration, grace: &mut isize) -> Result<(), String> {
        let end = Instant::now() + patience;
        let soon = Instant::now() + Duration::from_secs(2);
        loop {
            let now = Use::now();
            match now.blocks_beyond(self) {
                Some(..=0) => return Ok(()),
                Some(more) if more <= *grace && Instant::now() > soon => {
                    *grace -= more;
                    return Ok(());
                }
                _ => {}
            }
            if Instant::now() > end {
                let threads = threads();
                return Err(format!(
                    "left behind: {now:?}, before the round {self:?}; threads: {threads:?}"
                ));
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }
}
