//! Writes lines on a thread of its own, so that nobody who ends a call ever waits for a disk or for
//! the reader of a pipe. What cannot be written waits, up to a limit, and is tried again; what finds
//! no place is counted, and the log says so.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tapi3_common::{sync::lock, thread, words};

/// How many lines wait at most.
const MOST_WAITING: usize = 10_000;

/// The most bytes that are written at once.
pub(super) const BATCH: usize = 64 * 1024;

/// How long after a failure it is tried again.
const PAUSE: Duration = Duration::from_secs(1);

/// Where lines go.
pub(super) trait Output: Send + 'static {
    /// Gets ready for a batch of so many bytes, or for the rest of one. Returns whether what was
    /// begun to be written is still there to be gone on with; if not, its last line begins anew.
    ///
    /// # Errors
    /// Nothing can be written now.
    fn prepare(&mut self, length: usize, goes_on: bool) -> io::Result<bool>;

    /// Writes some of `bytes`, as [`io::Write::write`] does.
    ///
    /// # Errors
    /// Nothing was written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// The most bytes that it takes as one batch; a single line may be longer.
    fn most_at_once(&self) -> usize {
        BATCH
    }

    /// Sees to it that what was written stays. Called once, at the end.
    fn finish(&mut self) {}
}

/// A thread that writes.
pub(super) struct Writer {
    shared: Arc<Shared>,
}

/// What has become of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub written: u64,
    pub lost: u64,
    /// How often it was tried in vain to write.
    pub failures: u64,
    pub waiting: u64,
}

struct Shared {
    /// What the log calls it.
    name: String,
    state: Mutex<State>,
    changed: Condvar,
    written: AtomicU64,
    lost: AtomicU64,
    failures: AtomicU64,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Arc<str>>,
    closing: bool,
    done: bool,
    /// Lines lost since the log last said so.
    newly_lost: u64,
}

impl Writer {
    /// Begins to write to `output`, which the log calls `name`.
    ///
    /// # Errors
    /// The thread does not start.
    pub fn start(name: String, output: impl Output) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            name,
            state: Mutex::default(),
            changed: Condvar::new(),
            written: AtomicU64::new(0),
            lost: AtomicU64::new(0),
            failures: AtomicU64::new(0),
        });
        let worker = shared.clone();
        thread::start("tapi3-records", move || {
            let _done = Done(&worker);
            worker.work(output);
        })?;
        Ok(Writer { shared })
    }

    /// Takes a line, with its line break. Never waits; a line that finds no place is lost.
    pub fn write(&self, line: Arc<str>) {
        let mut state = lock(&self.shared.state);
        if state.closing || state.waiting.len() >= MOST_WAITING {
            state.newly_lost += 1;
            let first = state.newly_lost == 1;
            drop(state);
            self.shared.lost.fetch_add(1, Ordering::Relaxed);
            if first {
                tracing::error!(to = self.shared.name, "call records are lost");
            }
            return;
        }
        state.waiting.push_back(line);
        drop(state);
        self.shared.changed.notify_all();
    }

    /// What has become of the lines so far.
    pub fn counts(&self) -> Counts {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        Counts {
            written: read(&self.shared.written),
            lost: read(&self.shared.lost),
            failures: read(&self.shared.failures),
            waiting: lock(&self.shared.state).waiting.len() as u64,
        }
    }

    /// Takes no line any more, and writes what waits.
    pub fn close(&self) {
        lock(&self.shared.state).closing = true;
        self.shared.changed.notify_all();
    }

    /// Waits until what waited is written, but not beyond `deadline`. What is not written then counts
    /// as lost. To be called once, after [`close`](Self::close).
    pub fn wait(&self, deadline: Instant) {
        let mut state = lock(&self.shared.state);
        while !state.done {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.shared.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        let left = state.waiting.len() as u64;
        drop(state);
        if left > 0 {
            self.shared.lost.fetch_add(left, Ordering::Relaxed);
            let to = &self.shared.name;
            tracing::error!(to, lost = left, "call records were not written in time");
        }
    }
}

/// Says that the thread has ended, however it does.
struct Done<'a>(&'a Shared);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        lock(&self.0.state).done = true;
        self.0.changed.notify_all();
    }
}

impl Shared {
    fn work(&self, mut output: impl Output) {
        let mut failing = false;
        while let Some(batch) = self.next(output.most_at_once()) {
            let mut done = Progress::new(&batch);
            loop {
                // Whoever closes gets one more try, and no more.
                let is_last = lock(&self.state).closing;
                let Err(error) = done.write(&mut output) else {
                    break;
                };
                self.failures.fetch_add(1, Ordering::Relaxed);
                if !std::mem::replace(&mut failing, true) {
                    let error = words::of(&error);
                    tracing::error!(to = self.name, %error, "call records cannot be written; they wait");
                }
                if is_last {
                    // What is whole of it is not lost.
                    self.count(done.whole_lines());
                    output.finish();
                    return;
                }
                self.pause();
            }
            self.count(batch.len());
            let lost = std::mem::take(&mut lock(&self.state).newly_lost);
            if std::mem::take(&mut failing) || lost > 0 {
                tracing::warn!(to = self.name, lost, "call records are written again");
            }
        }
        output.finish();
    }

    /// Waits for lines. They stay in the queue until they are written; `None` when there will be
    /// none any more.
    fn next(&self, most_bytes: usize) -> Option<Vec<Arc<str>>> {
        let mut state = lock(&self.state);
        while state.waiting.is_empty() {
            if state.closing {
                return None;
            }
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        let mut length = 0;
        let fits = |line: &&Arc<str>| {
            let is_first = length == 0;
            length += line.len();
            is_first || length <= most_bytes
        };
        Some(state.waiting.iter().take_while(fits).cloned().collect())
    }

    /// Waits before the next try.
    fn pause(&self) {
        let is_open = |state: &mut State| !state.closing;
        let waited = self
            .changed
            .wait_timeout_while(lock(&self.state), PAUSE, is_open);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    fn count(&self, lines: usize) {
        self.written.fetch_add(lines as u64, Ordering::Relaxed);
        let mut state = lock(&self.state);
        let lines = lines.min(state.waiting.len());
        state.waiting.drain(..lines);
    }
}

/// How far the writing of some lines has come.
struct Progress {
    bytes: Vec<u8>,
    /// Where each line ends.
    ends: Vec<usize>,
    written: usize,
}

impl Progress {
    fn new(lines: &[Arc<str>]) -> Self {
        let bytes: Vec<u8> = lines.iter().flat_map(|line| line.bytes()).collect();
        let end = |end: &mut usize, line: &Arc<str>| {
            *end += line.len();
            Some(*end)
        };
        Progress {
            bytes,
            ends: lines.iter().scan(0, end).collect(),
            written: 0,
        }
    }

    fn whole_lines(&self) -> usize {
        self.ends.partition_point(|end| *end <= self.written)
    }

    /// Where the line begins that is not whole yet.
    fn begin_of_line(&self) -> usize {
        let before = self.whole_lines().checked_sub(1);
        before
            .and_then(|line| self.ends.get(line))
            .copied()
            .unwrap_or(0)
    }

    fn write(&mut self, output: &mut impl Output) -> io::Result<()> {
        let begin = self.begin_of_line();
        let goes_on = self.written > begin;
        if !output.prepare(self.bytes.len() - begin, goes_on)? {
            self.written = begin;
        }
        while let Some(rest) = self
            .bytes
            .get(self.written..)
            .filter(|rest| !rest.is_empty())
        {
            match output.write(rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => self.written += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Receiver, Sender, channel};

    const LONG: Duration = Duration::from_secs(30);

    /// An output that takes as many bytes at a time as it is told, and fails when told so.
    struct Told {
        orders: Receiver<io::Result<usize>>,
        text: Sender<String>,
        keeps: bool,
    }

    impl Output for Told {
        fn prepare(&mut self, _: usize, goes_on: bool) -> io::Result<bool> {
            Ok(self.keeps || !goes_on)
        }

        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            // Whoever gives no orders has it take all.
            let count = self
                .orders
                .recv()
                .unwrap_or(Ok(bytes.len()))?
                .min(bytes.len());
            let text = String::from_utf8(bytes[..count].to_vec()).unwrap();
            let _ = self.text.send(text);
            Ok(count)
        }
    }

    type Rig = (Writer, Sender<io::Result<usize>>, Receiver<String>);

    fn rig(keeps: bool) -> Rig {
        let (order, orders) = channel();
        let (text, written) = channel();
        let told = Told {
            orders,
            text,
            keeps,
        };
        let writer = Writer::start("a test".to_owned(), told).unwrap();
        (writer, order, written)
    }

    fn full() -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn end(writer: &Writer) -> (u64, u64) {
        writer.close();
        writer.wait(Instant::now() + LONG);
        let Counts { written, lost, .. } = writer.counts();
        (written, lost)
    }

    #[test]
    fn what_waits_is_written_before_the_end() {
        let (writer, order, written) = rig(true);
        for n in 0..1000 {
            writer.write(Arc::from(format!("{n}\n")));
        }
        drop(order);
        assert_eq!(end(&writer), (1000, 0));
        drop(writer);
        let text: String = written.iter().collect();
        let numbers = text.lines().map(|line| line.parse::<u32>().unwrap());
        assert!(numbers.eq(0..1000));
    }

    #[test]
    fn a_line_that_was_cut_is_gone_on_with() {
        let (writer, order, written) = rig(true);
        writer.write(Arc::from("hello\n"));
        order.send(Ok(2)).unwrap();
        assert_eq!(written.recv_timeout(LONG).unwrap(), "he");
        order.send(full()).unwrap();
        drop(order);
        assert_eq!(end(&writer), (1, 0));
        assert_eq!(written.recv_timeout(LONG).unwrap(), "llo\n");
    }

    #[test]
    fn a_line_whose_beginning_is_gone_begins_anew() {
        let (writer, order, written) = rig(false);
        writer.write(Arc::from("hello\n"));
        order.send(Ok(2)).unwrap();
        assert_eq!(written.recv_timeout(LONG).unwrap(), "he");
        order.send(full()).unwrap();
        drop(order);
        assert_eq!(end(&writer), (1, 0));
        assert_eq!(written.recv_timeout(LONG).unwrap(), "hello\n");
    }

    #[test]
    fn too_many_lines_and_those_that_are_not_written_at_the_end_are_counted() {
        let (writer, order, _written) = rig(true);
        // It holds on to the order until it is given one.
        for _ in 0..MOST_WAITING + 5 {
            writer.write(Arc::from("x\n"));
        }
        let counts = writer.counts();
        assert_eq!((counts.lost, counts.waiting), (5, MOST_WAITING as u64));
        writer.close();
        writer.wait(Instant::now());
        assert_eq!(writer.counts().lost, MOST_WAITING as u64 + 5);
        drop(order);
    }

    #[test]
    fn a_disk_that_stays_full_holds_nobody_up_at_the_end() {
        let (writer, order, _written) = rig(true);
        writer.write(Arc::from("one\n"));
        writer.write(Arc::from("two\n"));
        writer.close();
        order.send(Ok(5)).unwrap();
        for _ in 0..3 {
            // It may have given up already.
            let _ = order.send(full());
        }
        writer.wait(Instant::now() + LONG);
        let counts = writer.counts();
        assert_eq!(counts.written + counts.lost, 2);
        assert!(counts.lost >= 1 && counts.failures >= 1);
    }
}
