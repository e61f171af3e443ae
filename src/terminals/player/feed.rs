//! What one stream will hear: a ring, filled from the files of a play list.
//!
//! The ring is at the rate that the stream is pulled at; who reads the files converts. Two locks: one
//! for the ring, which is held for no longer than copying takes, and one for the files, which
//! nobody takes who has a call's clock. Whatever changes the order of things (a new beginning,
//! another rate) gives the ring a new number; what was read for an older one is thrown away.

use super::super::fault::{Fault, Result};
use super::super::files::{self, After, UNKNOWN};
use super::super::ring::Ring;
use super::source::{List, Source, convert};
use crate::shared::Shared;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use tapi3_common::sync::unmodelled::lock;

/// How much is read ahead, in milliseconds.
const AHEAD: u32 = 250;
/// At high rates not more samples than this: a sixth of a second at 48 kHz.
const MOST: usize = 8_000;
/// What a stream is thought to be pulled at before it is.
const USUAL_RATE: u32 = 8_000;
/// How many samples are read at once.
const PIECE: usize = 320;

/// One stream's part of a player.
pub(in super::super) struct Feed {
    ring: Mutex<Waiting>,
    source: Mutex<Source>,
    /// The number of the disk that was read from last.
    disk: AtomicU64,
}

/// What was read ahead.
struct Waiting {
    ring: Ring,
    rate: u32,
    /// Changes with every new order of things.
    number: u64,
    /// What is played; nothing while the player is idle.
    list: Option<Shared<List>>,
    /// Where the ring begins, in samples at `rate` since the beginning of the list.
    place: u64,
    /// Everything was read, or nothing more can be.
    over: bool,
    fault: Option<Fault>,
    /// The file thread was woken, and has not come yet.
    called: bool,
    /// For how many frames there was not enough, since somebody has said so.
    starved: u32,
    /// Nothing was taken since there is a new order of things.
    fresh: bool,
}

/// What [`Feed::take`] took.
pub(in super::super) struct Taken {
    pub count: usize,
    /// There will be nothing more.
    pub over: bool,
}

pub(super) fn capacity(rate: u32) -> usize {
    let samples = u64::from(rate) * u64::from(AHEAD) / 1_000;
    usize::try_from(samples).map_or(MOST, |samples| samples.min(MOST))
}

impl Feed {
    pub fn try_new(rate: u32) -> Result<Shared<Self>> {
        let rate = match rate {
            0 => USUAL_RATE,
            _ => rate,
        };
        Ok(Shared::try_new(Feed {
            ring: Mutex::new(Waiting {
                ring: Ring::try_new(capacity(rate))?,
                rate,
                number: 0,
                list: None,
                place: 0,
                over: false,
                fault: None,
                called: false,
                starved: 0,
                fresh: true,
            }),
            source: Mutex::new(Source::default()),
            disk: AtomicU64::new(UNKNOWN),
        })?)
    }

    /// The number of the disk that is read from, as far as it is known.
    pub fn disk(&self) -> u64 {
        self.disk.load(Ordering::Relaxed)
    }

    /// Where it is: samples, and how many of these a second has.
    pub fn place(&self) -> (u64, u32) {
        let waiting = lock(&self.ring);
        (waiting.place, waiting.rate)
    }

    /// Begins to play the list from this place on.
    pub fn begin(&self, list: Shared<List>, (samples, rate): (u64, u32)) {
        let mut waiting = lock(&self.ring);
        waiting.place = convert(samples, rate, waiting.rate);
        waiting.anew();
        let before = waiting.list.replace(list);
        drop(waiting);
        drop(before);
    }

    /// Plays no more. The file thread closes what is open.
    pub fn end(&self) {
        let mut waiting = lock(&self.ring);
        waiting.anew();
        waiting.place = 0;
        let before = waiting.list.take();
        drop(waiting);
        drop(before);
        files::wake();
    }

    /// What it plays cannot be read, for a reason that nobody foresaw.
    pub fn give_up(&self) {
        let mut waiting = lock(&self.ring);
        let list = waiting.list.take();
        waiting.over = true;
        waiting.fault = Some(Fault::unforeseen());
        drop(waiting);
        drop(list);
    }

    /// Whether it plays nothing.
    pub fn is_over(&self) -> bool {
        lock(&self.ring).list.is_none()
    }

    /// It is pulled at this rate.
    pub fn expect(&self, rate: u32) {
        lock(&self.ring).change_rate(rate);
    }

    /// What could not be read, if nothing was read before.
    pub fn failed_at_once(&self) -> Option<Fault> {
        let waiting = lock(&self.ring);
        match waiting.ring.is_empty() {
            true => waiting.fault.clone(),
            false => None,
        }
    }

    /// What could not be read.
    pub fn fault(&self) -> Option<Fault> {
        lock(&self.ring).fault.clone()
    }

    /// Takes the next samples at this rate.
    pub fn take(&self, rate: u32, out: &mut [i16]) -> Taken {
        let mut waiting = lock(&self.ring);
        waiting.change_rate(rate);
        let count = waiting.ring.pop(out);
        waiting.place += count as u64;
        let over = waiting.over;
        // What was not there yet after a change of the rate is no fault of the disk's.
        waiting.starved += u32::from(!over && !waiting.fresh && count < out.len());
        waiting.fresh &= count == 0;
        let low = waiting.ring.len() <= waiting.ring.capacity() / 2;
        let call = low && !over && !waiting.called;
        waiting.called |= call;
        drop(waiting);
        if call {
            files::wake();
        }
        Taken { count, over }
    }

    /// The file thread's part: fills the ring, if a quarter of it is empty or `all` is to be done.
    pub fn work(&self, all: bool) -> After {
        let (worth, starved) = {
            let mut waiting = lock(&self.ring);
            waiting.called = false;
            let worth = 4 * waiting.ring.room() >= waiting.ring.capacity();
            (worth, std::mem::take(&mut waiting.starved))
        };
        files::note_late(starved);
        if worth || all {
            self.fill();
        }
        if !self.is_over() {
            return After::Rest;
        }
        // What is open is closed here, where nobody waits for it.
        lock(&self.source).close();
        After::Over
    }

    /// Reads ahead as far as there is room. Waits for disks.
    pub fn fill(&self) {
        let mut source = lock(&self.source);
        let mut piece = [0; PIECE];
        loop {
            let mut waiting = lock(&self.ring);
            let Some(list) = waiting.list.clone().filter(|_| !waiting.over) else {
                return;
            };
            let (number, rate, place) = (waiting.number, waiting.rate, waiting.place);
            let bytes = waiting.ring.capacity();
            if bytes < capacity(rate) && waiting.ring.is_empty() {
                drop(waiting);
                // A faster rate than expected. If there is no memory, less is read ahead.
                if let Ok(larger) = Ring::try_new(capacity(rate)) {
                    waiting = lock(&self.ring);
                    if waiting.ring.is_empty() {
                        let before = std::mem::replace(&mut waiting.ring, larger);
                        drop(waiting);
                        drop(before);
                        continue;
                    }
                } else {
                    waiting = lock(&self.ring);
                }
            }
            let room = waiting.ring.room().min(PIECE);
            drop(waiting);
            if room == 0 {
                return;
            }
            let piece = piece.get_mut(..room).unwrap_or(&mut []);
            let read = match source.number == Some(number) {
                true => Ok(()),
                false => source.go_to(number, list, rate, place),
            };
            let read = read.and_then(|()| source.read(piece));
            self.disk.store(source.disk(), Ordering::Relaxed);
            let mut waiting = lock(&self.ring);
            if waiting.number != number {
                continue;
            }
            match read {
                Ok(0) => waiting.over = true,
                Ok(count) => {
                    waiting.ring.push(piece.get(..count).unwrap_or(&[]));
                }
                Err(fault) => {
                    waiting.over = true;
                    waiting.fault = Some(fault);
                }
            }
        }
    }
}

impl Waiting {
    fn anew(&mut self) {
        self.ring.clear();
        self.fresh = true;
        self.number += 1;
        self.over = false;
        self.fault = None;
    }

    fn change_rate(&mut self, rate: u32) {
        if rate == self.rate || rate == 0 {
            return;
        }
        self.place = convert(self.place, self.rate, rate);
        self.rate = rate;
        self.called = false;
        self.anew();
    }
}
