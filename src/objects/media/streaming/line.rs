//! What a terminal and its samples share: the samples that are on their way, in order, and the end
//! at which the sound passes.
//!
//! # Locks
//!
//! That of the line comes first, then that of a sample, then that of its memory; no engine is called
//! under any of them but to ask whether a stream runs. The last reference to a sample is never let go
//! of under the lock of the line, which its end takes.

use super::sample::{Sample, Step};
use super::settings::Settings;
use super::{BYTES, NOT_RUNNING, RATE, UNITS};
use crate::com::{Error, Ref, Result};
use crate::engine::{CallHandle, Flow, Wish};
use crate::shared::Shared;
use crate::terminals::{ProgramDrain, ProgramSource};
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tapi3_common::sync::unmodelled::lock;

/// So much sound is ready before it is sent: what a program writes is told to be done so early.
const AHEAD: Duration = Duration::from_millis(60);
/// So much of what was heard waits for a program that is slow.
const KEPT: Duration = Duration::from_millis(500);
/// So often whoever waits for a sample looks whether the stream was stopped.
const LOOK: Duration = Duration::from_millis(100);
/// Samples of sound that are moved at once.
const PIECE: usize = 160;

/// The end at which the sound passes.
enum End {
    Said(Shared<ProgramSource>),
    Heard(Shared<ProgramDrain>),
}

impl End {
    fn another(&self) -> End {
        match self {
            End::Said(source) => End::Said(source.clone()),
            End::Heard(drain) => End::Heard(drain.clone()),
        }
    }
}

/// Being on a stream.
struct Place {
    handle: CallHandle,
    end: End,
    /// It has run.
    begun: bool,
}

pub(super) struct Inside {
    pub(super) settings: Settings,
    place: Option<Place>,
    /// Samples on their way, the one whose turn it is first.
    pending: VecDeque<Ref<Sample>>,
    /// Samples that were sent and can be written anew.
    free: VecDeque<Ref<Sample>>,
    /// How many samples of the terminal's own there are.
    made: usize,
    /// Sound samples that have passed the samples.
    pub(super) moved: u64,
    /// Frames of the stream since it has run.
    frames: u64,
    /// The program has nothing more to write for now.
    ended: Ended,
}

/// How far the end of what is written has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    /// The program has said so.
    Said,
    /// Everything was sent, which was told.
    Told,
}

/// What changes for the call's events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// Everything was sent.
    Over,
    /// It begins anew.
    Again,
}

pub(super) struct Line {
    pub(super) flow: Flow,
    inside: Mutex<Inside>,
    /// A sample is done, or free, or the terminal left its stream.
    changed: Condvar,
}

impl Line {
    pub(super) fn new(flow: Flow) -> Self {
        Line {
            flow,
            inside: Mutex::new(Inside {
                settings: Settings::default(),
                place: None,
                pending: VecDeque::new(),
                free: VecDeque::new(),
                made: 0,
                moved: 0,
                frames: 0,
                ended: Ended::No,
            }),
            changed: Condvar::new(),
        }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Inside> {
        lock(&self.inside)
    }

    /// Waits until something may have changed, or a time.
    pub(super) fn wait<'a>(
        &self,
        inside: MutexGuard<'a, Inside>,
        rest: Option<Duration>,
    ) -> MutexGuard<'a, Inside> {
        match rest {
            None => {
                let woken = self.changed.wait(inside);
                woken.unwrap_or_else(PoisonError::into_inner)
            }
            Some(rest) => {
                let woken = self.changed.wait_timeout(inside, rest);
                woken.unwrap_or_else(PoisonError::into_inner).0
            }
        }
    }

    pub(super) fn tell_changed(&self) {
        self.changed.notify_all();
    }

    /// The terminal is about to go on a stream. Whether it was on none.
    pub(super) fn take_place(&self, handle: &CallHandle) -> crate::engine::Result<bool> {
        let end = match self.flow {
            Flow::Capture => ProgramSource::try_new(RATE, AHEAD).map(End::Said),
            Flow::Render => ProgramDrain::try_new(RATE, KEPT).map(End::Heard),
        }?;
        let mut inside = self.lock();
        if inside.place.is_some() {
            return Ok(false);
        }
        let most = inside.settings.most();
        inside.reserve(most)?;
        inside.place = Some(Place {
            handle: handle.clone(),
            end,
            begun: false,
        });
        (inside.moved, inside.frames, inside.ended) = (0, 0, Ended::No);
        Ok(true)
    }

    /// The terminal has left its stream: what is on its way has failed.
    pub(super) fn leave(&self) {
        let place = self.lock().place.take();
        drop(place);
        loop {
            let mut inside = self.lock();
            let gone = inside.pending.pop_front();
            if let Some(sample) = &gone {
                sample.abort();
            }
            let gone = gone.or_else(|| inside.free.pop_front());
            drop(inside);
            self.changed.notify_all();
            if gone.is_none() {
                return;
            }
        }
    }

    /// Moves sound between the samples and the end of the stream, as far as it goes now. Takes no
    /// memory and waits for nobody.
    pub(super) fn pump(&self) {
        loop {
            let done = self.lock().step();
            let Some(sample) = done else {
                return;
            };
            self.changed.notify_all();
            drop(sample);
        }
    }

    /// A frame of the stream. Whether it had any sound, and what is to be told.
    pub(super) fn play(&self, rate: u32, frame: &mut [i16]) -> (bool, Option<News>) {
        self.pump();
        let Some(End::Said(source)) = self.lock().pass() else {
            return (false, None);
        };
        let sounded = source.play(rate, frame).sounded;
        self.pump();
        let mut inside = self.lock();
        let over = inside.ended == Ended::Said
            && !sounded
            && inside.pending.is_empty()
            && source.queued().is_zero();
        if !over {
            return (sounded, None);
        }
        inside.ended = Ended::Told;
        (false, Some(News::Over))
    }

    /// A frame of the stream.
    pub(super) fn hear(&self, rate: u32, frame: &[i16]) {
        let end = self.lock().pass();
        if let Some(End::Heard(drain)) = end {
            drain.hear(rate, frame);
            self.pump();
        }
    }

    /// The call on whose stream the terminal is.
    pub(super) fn call(&self) -> Option<CallHandle> {
        self.lock().place.as_ref().map(|place| place.handle.clone())
    }

    /// Nothing more is written for now.
    pub(super) fn end(&self) -> Result<()> {
        let mut inside = self.lock();
        inside.check_running(self.flow)?;
        if inside.ended == Ended::No {
            inside.ended = Ended::Said;
        }
        Ok(())
    }

    /// A place for a sample: one that can be written anew, or none if another is to be made, which
    /// then counts.
    pub(super) fn room(&self) -> Result<Option<Ref<Sample>>> {
        let mut inside = self.lock();
        loop {
            inside.check_running(self.flow)?;
            if let Some(sample) = inside.free.pop_front() {
                sample.take();
                return Ok(Some(sample));
            }
            if inside.made < inside.settings.most() {
                inside.made += 1;
                return Ok(None);
            }
            if self.flow == Flow::Render {
                return Err(Error::with(
                    crate::com::abi::MS_E_BUSY,
                    "All samples of the terminal have been handed out; use one of them again.",
                ));
            }
            inside = self.wait(inside, Some(LOOK));
        }
    }

    /// A sample of the terminal's own is gone.
    pub(super) fn unmade(&self) {
        let mut inside = self.lock();
        inside.made = inside.made.saturating_sub(1);
        drop(inside);
        self.changed.notify_all();
    }
}

impl Inside {
    fn reserve(&mut self, most: usize) -> Result<(), crate::shared::OutOfMemory> {
        self.pending.try_reserve(most)?;
        self.free
            .try_reserve(most.saturating_sub(self.free.len()))?;
        Ok(())
    }

    /// The end of the stream, for a frame that passes now.
    fn pass(&mut self) -> Option<End> {
        let place = self.place.as_mut()?;
        place.begun = true;
        self.frames += 1;
        Some(place.end.another())
    }

    /// Whether samples can be had and sent on their way.
    pub(super) fn check_running(&mut self, flow: Flow) -> Result<()> {
        let place = self.place.as_mut().ok_or(NOT_RUNNING)?;
        // A stream that is held runs still.
        place.begun |= place.handle.call.is_streaming(flow);
        if place.begun && place.handle.stream_wish(flow) != Wish::Stop {
            return Ok(());
        }
        Err(NOT_RUNNING)
    }

    pub(super) fn is_connected(&self) -> bool {
        self.place.is_some()
    }

    pub(super) fn has_samples(&self) -> bool {
        self.made > 0
    }

    /// The time of the stream, in units of 100 ns.
    pub(super) fn now(&self) -> u64 {
        self.frames * u64::from(RATE / 50) * UNITS
    }

    /// Sends a sample on its way. Returns what is to be told.
    pub(super) fn add(&mut self, sample: Ref<Sample>) -> Result<Option<News>> {
        self.pending.try_reserve(1)?;
        // One that could be had is had by whoever sends it.
        let place = self.free.iter().position(|free| free.is(&sample));
        let free = place.and_then(|place| self.free.remove(place));
        self.pending.push_back(sample);
        // This is not the last reference: the queue has one.
        drop(free);
        let again = self.ended == Ended::Told;
        self.ended = Ended::No;
        Ok(again.then_some(News::Again))
    }

    /// Takes a sample off its way. The reference is to be let go of without the lock.
    pub(super) fn remove(&mut self, sample: &Ref<Sample>) -> Option<Ref<Sample>> {
        let place = self.pending.iter().position(|one| one.is(sample));
        self.pending.remove(place?)
    }

    /// Moves a piece of sound. Returns a sample that is done, or none if nothing more can be moved.
    fn step(&mut self) -> Option<Ref<Sample>> {
        loop {
            let end = &self.place.as_ref()?.end;
            let sample = self.pending.front()?;
            let step = match end {
                End::Said(source) => sample.say(PIECE, |sound| {
                    source.write(sound, Some(Duration::ZERO)).count
                }),
                End::Heard(drain) => sample.hear(PIECE, self.moved, |sound| {
                    drain.read(sound, Some(Duration::ZERO)).count
                }),
            };
            self.moved += step.moved() as u64;
            match step {
                Step::Moved(_) => {}
                Step::Stuck(_) => return None,
                Step::Done(_) => break,
            }
        }
        let sample = self.pending.pop_front()?;
        if sample.done() {
            // It had a place in the queue up to now.
            self.pending.push_back(sample);
            return self.step_again();
        }
        if matches!(self.place.as_ref()?.end, End::Said(_))
            && sample.is_own()
            && self.free.len() < self.free.capacity()
            && !self.free.iter().any(|free| free.is(&sample))
        {
            self.free.push_back(sample.clone());
        }
        Some(sample)
    }

    /// A sample begins anew, so whoever waits is woken, and the work goes on.
    fn step_again(&mut self) -> Option<Ref<Sample>> {
        self.pending.back().cloned()
    }
}

/// When a wait of so many milliseconds ends; none: never.
pub(super) fn end_of(milliseconds: u32) -> Option<Instant> {
    match milliseconds {
        u32::MAX => None,
        milliseconds => Instant::now().checked_add(Duration::from_millis(milliseconds.into())),
    }
}

/// Bytes of so many sound samples.
pub(super) fn bytes_of(samples: usize) -> usize {
    samples * BYTES
}
