//! The program itself at the end of a stream: what it says, and what it hears, sample by sample.
//!
//! Each is a queue with a bound. The program's end may wait, for a time that it chooses; the end
//! of the sound never does. Samples are at the rate that the program has chosen, and are converted
//! at the other end.

use super::fault::{Fault, Result};
use super::rates::Converters;
use super::ring::Ring;
use crate::engine::LONGEST_FRAME;
use crate::shared::Shared;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::{mix, resample};

/// How many samples are converted at once.
const PIECE: usize = 160;

/// The shortest and the longest queue.
pub const QUEUES: std::ops::RangeInclusive<Duration> =
    Duration::from_millis(40)..=Duration::from_secs(60);

/// What became of a read or a write of the program's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moved {
    /// So many samples went through.
    pub count: usize,
    /// There will never be any more: the other end is closed.
    pub closed: bool,
}

/// Waits until `done`, or the deadline. None: for ever.
fn wait<'a, T>(
    mut inside: MutexGuard<'a, T>,
    changed: &Condvar,
    deadline: Option<Instant>,
    done: impl Fn(&T) -> bool,
) -> (MutexGuard<'a, T>, bool) {
    while !done(&inside) {
        inside = match deadline {
            None => changed.wait(inside).unwrap_or_else(PoisonError::into_inner),
            Some(deadline) => {
                let left = deadline.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return (inside, false);
                }
                let waited = changed.wait_timeout(inside, left);
                waited.unwrap_or_else(PoisonError::into_inner).0
            }
        };
    }
    (inside, true)
}

/// When a wait ends that begins now.
fn deadline(patience: Option<Duration>) -> Option<Instant> {
    patience.and_then(|patience| Instant::now().checked_add(patience))
}

fn ring(rate: u32, queue: Duration) -> Result<Ring> {
    if !resample::RATES.contains(&rate) {
        return Err(Fault::invalid(
            "Sound has between 4,000 and 192,000 samples a second.",
        ));
    }
    if !QUEUES.contains(&queue) {
        return Err(Fault::invalid(
            "A queue for sound lasts between 40 milliseconds and a minute.",
        ));
    }
    let samples = queue.as_millis() as u64 * u64::from(rate) / 1_000;
    Ok(Ring::try_new(
        usize::try_from(samples).unwrap_or(usize::MAX),
    )?)
}

/// What the program says.
pub struct ProgramSource {
    rate: u32,
    inside: Mutex<Saying>,
    /// There is more room, or it was closed.
    changed: Condvar,
}

struct Saying {
    ring: Ring,
    converters: Converters,
    /// What was taken from the ring and not converted yet.
    piece: [i16; PIECE],
    from: usize,
    to: usize,
    closed: bool,
    /// The end was told.
    over: bool,
    /// Frames for which there was not enough, although there had been something before.
    starved: u64,
    flows: bool,
}

/// What a frame had of what the program says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Said {
    /// Whether there was any sound for it. If not, the frame is as it was.
    pub sounded: bool,
    /// Everything was sent, and nothing more will come. Told once.
    pub over: bool,
}

impl ProgramSource {
    /// A queue of this length for samples at this rate.
    ///
    /// # Errors
    /// A rate that cannot be converted, a length outside [`QUEUES`], no memory.
    pub fn try_new(rate: u32, queue: Duration) -> Result<Shared<Self>> {
        let ring = ring(rate, queue)?;
        Ok(Shared::try_new(ProgramSource {
            rate,
            inside: Mutex::new(Saying {
                ring,
                converters: Converters::from(rate)?,
                piece: [0; PIECE],
                from: 0,
                to: 0,
                closed: false,
                over: false,
                starved: 0,
                flows: false,
            }),
            changed: Condvar::new(),
        })?)
    }

    /// Samples a second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Puts samples into the queue. Waits for room as long as `patience` says; `None` is for ever, and
    /// zero not at all. Returns how many found room in that time.
    pub fn write(&self, samples: &[i16], patience: Option<Duration>) -> Moved {
        let deadline = deadline(patience);
        let mut inside = lock(&self.inside);
        let mut count = 0;
        loop {
            if !inside.closed {
                count += inside.ring.push(samples.get(count..).unwrap_or(&[]));
            }
            let closed = inside.closed;
            if closed || count >= samples.len() {
                return Moved { count, closed };
            }
            let room = |inside: &Saying| inside.closed || inside.ring.room() > 0;
            let (again, done) = wait(inside, &self.changed, deadline, room);
            inside = again;
            if !done {
                return Moved { count, closed };
            }
        }
    }

    /// How long what waits in the queue will last.
    pub fn queued(&self) -> Duration {
        let inside = lock(&self.inside);
        let samples = inside.waiting() as u64;
        Duration::from_nanos(samples * 1_000_000_000 / u64::from(self.rate))
    }

    /// Waits until everything was taken out of the queue, as long as `patience` says. Returns whether
    /// it was.
    pub fn drain(&self, patience: Option<Duration>) -> bool {
        let deadline = deadline(patience);
        let empty = |inside: &Saying| inside.waiting() == 0;
        wait(lock(&self.inside), &self.changed, deadline, empty).1
    }

    /// Throws away what waits: the program was interrupted.
    pub fn clear(&self) {
        let mut inside = lock(&self.inside);
        inside.ring.clear();
        (inside.from, inside.to, inside.flows) = (0, 0, false);
        drop(inside);
        self.changed.notify_all();
    }

    /// Nothing more comes; what waits is still sent. Whoever waits to write comes back.
    pub fn close(&self) {
        lock(&self.inside).closed = true;
        self.changed.notify_all();
    }

    /// For how many frames there was nothing, or not enough, while the program was speaking.
    pub fn starved(&self) -> u64 {
        lock(&self.inside).starved
    }

    /// Adds the next 20 ms to a frame. Takes no memory and waits for nobody.
    pub fn play(&self, rate: u32, frame: &mut [i16]) -> Said {
        let mut sound = [0; LONGEST_FRAME];
        let wanted = frame.len().min(sound.len());
        let sound = sound.get_mut(..wanted).unwrap_or(&mut []);
        let mut inside = lock(&self.inside);
        let made = inside.take(rate, sound);
        let over = inside.closed && inside.waiting() == 0 && made == 0 && !inside.over;
        inside.over |= over;
        inside.starved += u64::from(inside.flows && made < wanted && !inside.closed);
        inside.flows = made > 0;
        drop(inside);
        if made > 0 {
            self.changed.notify_all();
        }
        mix::add(frame, sound.get(..made).unwrap_or(&[]));
        Said {
            sounded: made > 0,
            over,
        }
    }
}

impl Saying {
    fn waiting(&self) -> usize {
        self.ring.len() + (self.to - self.from)
    }

    fn take(&mut self, rate: u32, out: &mut [i16]) -> usize {
        let Some(resampler) = self.converters.at(rate) else {
            return 0;
        };
        let mut made = 0;
        loop {
            let room = out.get_mut(made..).unwrap_or(&mut []);
            let piece = self.piece.get(self.from..self.to).unwrap_or(&[]);
            let done = resampler.process(piece, room);
            self.from += done.taken;
            made += done.given;
            if made >= out.len() {
                return made;
            }
            (self.from, self.to) = (0, self.ring.pop(&mut self.piece));
            if self.to == 0 {
                return made;
            }
        }
    }
}

/// What the program hears.
pub struct ProgramDrain {
    rate: u32,
    inside: Mutex<Hearing>,
    /// There is something, or it was closed.
    changed: Condvar,
}

struct Hearing {
    ring: Ring,
    converters: Converters,
    closed: bool,
    lost: u64,
}

impl ProgramDrain {
    /// A queue of this length for samples at this rate.
    ///
    /// # Errors
    /// A rate that cannot be converted, a length outside [`QUEUES`], no memory.
    pub fn try_new(rate: u32, queue: Duration) -> Result<Shared<Self>> {
        let ring = ring(rate, queue)?;
        Ok(Shared::try_new(ProgramDrain {
            rate,
            inside: Mutex::new(Hearing {
                ring,
                converters: Converters::to(rate)?,
                closed: false,
                lost: 0,
            }),
            changed: Condvar::new(),
        })?)
    }

    /// Samples a second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Takes samples out of the queue. Waits until there are as many as there is room for, as long as
    /// `patience` says; `None` is for ever, and zero not at all. Returns how many there were in that
    /// time, which are as many as there is room for unless it was too short or the queue is closed.
    pub fn read(&self, out: &mut [i16], patience: Option<Duration>) -> Moved {
        let deadline = deadline(patience);
        let mut inside = lock(&self.inside);
        let mut count = 0;
        loop {
            count += inside.ring.pop(out.get_mut(count..).unwrap_or(&mut []));
            // What was heard before it was closed is still there to be read.
            let closed = inside.closed && inside.ring.is_empty();
            if closed || count >= out.len() {
                return Moved { count, closed };
            }
            let some = |inside: &Hearing| inside.closed || !inside.ring.is_empty();
            let (again, done) = wait(inside, &self.changed, deadline, some);
            inside = again;
            if !done {
                return Moved { count, closed };
            }
        }
    }

    /// Nothing more comes. Whoever waits to read comes back.
    pub fn close(&self) {
        lock(&self.inside).closed = true;
        self.changed.notify_all();
    }

    /// How many samples wait in the queue.
    pub fn waiting(&self) -> usize {
        lock(&self.inside).ring.len()
    }

    /// How many samples were left out because nobody took them: the oldest.
    pub fn lost(&self) -> u64 {
        lock(&self.inside).lost
    }

    /// Hears a frame. Takes no memory and waits for nobody: where the queue is full, the oldest in
    /// it goes, so that a program that was slow hears what is said now.
    pub fn hear(&self, rate: u32, mut frame: &[i16]) {
        let mut piece = [0; PIECE];
        let mut inside = lock(&self.inside);
        let Hearing {
            ring,
            converters,
            closed,
            lost,
        } = &mut *inside;
        let Some(resampler) = converters.at(rate).filter(|_| !*closed) else {
            return;
        };
        loop {
            let done = resampler.process(frame, &mut piece);
            frame = frame.get(done.taken..).unwrap_or(&[]);
            let sound = piece.get(..done.given).unwrap_or(&[]);
            *lost += ring.skip(sound.len().saturating_sub(ring.room())) as u64;
            ring.push(sound);
            if done.given < piece.len() && frame.is_empty() {
                break;
            }
        }
        drop(inside);
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests;
