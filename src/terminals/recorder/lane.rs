//! What one stream has said and is not written yet.

use super::super::fault::Result;
use super::super::ring::Ring;
use arrayvec::ArrayVec;

/// How much waits at most, in milliseconds.
const ROOM: u32 = 500;
/// At high rates not more samples than this: a quarter of a second at 48 kHz.
const MOST: usize = 12_000;
/// What a stream is thought to have until it has said something.
const USUAL_RATE: u32 = 8_000;

/// Something between two samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// From here on samples have this rate.
    Rate(u32),
    /// So many microseconds are missing here.
    Gap(u64),
}

/// One stream's part of a recording.
#[derive(Debug)]
pub(super) struct Lane {
    pub key: u64,
    ring: Ring,
    rate: u32,
    /// Marks, each with how many samples of the ring stand before it, oldest first.
    marks: ArrayVec<(usize, Mark), 8>,
    /// Microseconds that found no room since the last that did.
    lost: u64,
    /// The same, until somebody has said so.
    untold: u64,
    /// What was taken from here and waits to be written, in microseconds.
    pub taken: u64,
    /// Silence was written in its place: it begins anew, beside the others.
    pub starved: bool,
    /// Nothing more comes.
    pub closed: bool,
}

pub(super) fn capacity(rate: u32) -> usize {
    let samples = u64::from(rate) * u64::from(ROOM) / 1_000;
    usize::try_from(samples).map_or(MOST, |samples| samples.min(MOST))
}

/// How long so many samples last.
pub(super) fn microseconds(samples: usize, rate: u32) -> u64 {
    samples as u64 * 1_000_000 / u64::from(rate.max(1))
}

impl Lane {
    pub fn try_new(key: u64, rate: u32) -> Result<Self> {
        let rate = match rate {
            0 => USUAL_RATE,
            _ => rate,
        };
        Ok(Lane {
            key,
            ring: Ring::try_new(capacity(rate))?,
            // The first frame says it.
            rate: 0,
            marks: ArrayVec::new(),
            lost: 0,
            untold: 0,
            taken: 0,
            starved: true,
            closed: false,
        })
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.ring.clear();
        self.marks.clear();
        (self.rate, self.lost, self.taken, self.starved) = (0, 0, 0, true);
    }

    /// Whether there is nothing to take. What was lost is told in front of what comes next.
    pub fn is_empty(&self) -> bool {
        self.ring.is_empty() && self.marks.is_empty()
    }

    /// How many microseconds were lost since the last time that somebody asked.
    pub fn take_lost(&mut self) -> u64 {
        std::mem::take(&mut self.untold)
    }

    /// Whether it is time that somebody takes something.
    pub fn is_half_full(&self) -> bool {
        self.ring.len() > self.ring.capacity() / 2
    }

    /// How far the last sample is behind what is written, in microseconds. Gaps are left out.
    pub fn backlog(&self) -> u64 {
        self.taken + microseconds(self.ring.len(), self.rate)
    }

    /// Lays samples down. `behind` is how much the others have that is not written yet: where the
    /// lane begins anew, its first frame ends where theirs do.
    pub fn push(&mut self, rate: u32, samples: &[i16], behind: u64) {
        let free = self.marks.capacity() - self.marks.len();
        if self.ring.room() < samples.len() || free < 3 {
            let lost = microseconds(samples.len(), rate);
            self.lost += lost;
            self.untold += lost;
            return;
        }
        if self.starved {
            self.starved = false;
            let own = self.backlog() + microseconds(samples.len(), rate);
            self.lost = behind.saturating_sub(own);
        }
        if self.rate != rate {
            self.rate = rate;
            self.mark(Mark::Rate(rate));
        }
        if self.lost > 0 {
            self.mark(Mark::Gap(self.lost));
            self.lost = 0;
        }
        self.ring.push(samples);
    }

    fn mark(&mut self, mark: Mark) {
        // There is room: `push` has looked.
        let _ = self.marks.try_push((self.ring.len(), mark));
    }

    /// Takes the next thing out: a mark, or samples up to the next one.
    pub fn pop(&mut self, out: &mut [i16]) -> Popped {
        let mut most = out.len();
        if let Some(&(before, mark)) = self.marks.first() {
            if before == 0 {
                self.marks.remove(0);
                return Popped::Mark(mark);
            }
            most = most.min(before);
        }
        let count = self.ring.pop(out.get_mut(..most).unwrap_or(&mut []));
        for (before, _) in &mut self.marks {
            *before -= count;
        }
        match count {
            0 => Popped::Nothing,
            _ => Popped::Samples(count),
        }
    }

    /// How large its ring should be, if it is too small for its rate.
    pub fn wants(&self) -> Option<usize> {
        let wanted = capacity(self.rate);
        (wanted > self.ring.capacity()).then_some(wanted)
    }

    /// Takes a larger ring. Returns the one that is not needed any more.
    pub fn grow(&mut self, mut larger: Ring) -> Ring {
        let mut piece = [0; 160];
        loop {
            let count = self.ring.pop(&mut piece);
            if count == 0 {
                break;
            }
            larger.push(piece.get(..count).unwrap_or(&[]));
        }
        std::mem::replace(&mut self.ring, larger)
    }
}

/// What comes next in a lane.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Popped {
    Nothing,
    Samples(usize),
    Mark(Mark),
}
