//! Digits heard in sound, within the limits of Q.24 (AT&T's, which are the widest, with the twist
//! of all administrations that it lists).
//!
//! Every 4 ms a window of 16 ms is measured at the eight frequencies. It is *pure* if nearly all of
//! its power is in one row and one column. Where a tone begins and ends is told from where its
//! amplitude is half of what it is in between, which does not depend on how loud it is; what its
//! frequencies are, from how the phase goes on from one window to the next. Voices are seldom
//! pure, and never for as long.

use super::{COLUMNS, Key, ROWS};
use crate::goertzel::{Bin, Phasor, RATE, Window, Windows};
use crate::resample::{self, Resampler};
use crate::tone::ZERO_DBM0;
use std::cmp::Ordering;

const WIDTH: usize = 128;
const HOP: usize = 32;

/// How many windows are remembered.
const REMEMBERED: usize = 16;

/// The least power of a tone: −38 dBm0.
const LEAST: f32 = ZERO_DBM0 * ZERO_DBM0 / 2.0 * 1.584_9e-4;

/// How much of a window's power must be in the two tones.
const PURE: f32 = 0.85;

/// And how much on average: 11 dB more than the rest.
const PURE_ON_AVERAGE: f32 = 0.925;

/// How much more powerful a tone may be than the other: 10.5 dB.
const TWIST: f32 = 11.2;

/// How far a frequency may be from where it should be: between 1.5 % and 3.5 %, and also what the
/// other administrations of Q.24 ask for.
const OFF: f32 = 0.022;

/// By how much both frequencies may rise or fall on their way, as one: voices do by more.
const GLIDE: f32 = 0.006;

/// For how many hops a tone must have sounded to be a digit: between 23 and 40 ms.
const LONG_ENOUGH: f32 = 7.875;

/// How many windows of it must be pure.
const ENOUGH: usize = 4;

/// For how many hops a tone may be away and still be the same: 10 ms, and what the window's width
/// and the hops make of it.
const BRIDGED: usize = 4;

/// Which part of its power a row or a column has when it is gone: 13 dB less.
const HALF_GONE: f32 = 0.05;

/// What is heard, and where in the sound, in samples since its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A digit has begun. It is told when it has lasted long enough to be one, at most 50 ms later.
    Start {
        /// Which.
        key: Key,
        /// Where it began.
        at: u64,
    },
    /// It has ended: told once for each that has begun, at most 40 ms later.
    End {
        /// Which.
        key: Key,
        /// Where it ended.
        at: u64,
        /// How many samples it lasted.
        length: u64,
    },
}

/// Hears digits in one direction of one call. Reserves its memory when it is made.
#[derive(Debug)]
pub struct Detector {
    rate: u32,
    resampler: Resampler,
    windows: Windows<WIDTH, HOP>,
    bins: [Bin; 8],
    /// Newest first.
    hops: [Hop; REMEMBERED],
    /// How many hops there have been.
    count: u64,
    phasors: [Phasor; 8],
    sounding: Option<Sounding>,
}

/// What a window says.
#[derive(Clone, Copy, Debug, Default)]
struct Hop {
    powers: [f32; 8],
    /// Row and column, if it is pure.
    pure: Option<(usize, usize)>,
    /// Which part of the power is in the two.
    purity: f32,
    /// How far row and column are from where they should be, if the window before was pure too.
    off: Option<[f32; 2]>,
}

/// Row and column of a digit, and how powerful they are.
#[derive(Clone, Copy, Debug)]
struct Pair {
    row: usize,
    column: usize,
    powers: [f32; 2],
}

#[derive(Clone, Copy, Debug)]
struct Sounding {
    pair: Pair,
    /// Where it began, in hops.
    start: f32,
    /// In how many hops it was away.
    away: usize,
    /// The hop that both are counted from.
    since: u64,
}

impl Hop {
    fn powers(&self, pair: &Pair) -> [f32; 2] {
        [pair.row, 4 + pair.column].map(|at| self.powers.get(at).copied().unwrap_or(0.0))
    }

    /// The amplitude of a pair, 1 where it is at its full power; 0 where a half of it is gone, as
    /// when a key of the same row follows at once.
    fn amplitude(&self, pair: &Pair) -> f32 {
        let ([row, column], [full_row, full_column]) = (self.powers(pair), pair.powers);
        match row < HALF_GONE * full_row || column < HALF_GONE * full_column {
            true => 0.0,
            false => ((row + column) / (full_row + full_column)).sqrt(),
        }
    }

    fn is_pure(&self, pair: &Pair) -> bool {
        self.pure == Some((pair.row, pair.column))
    }
}

/// Where the largest of four is.
fn largest(powers: &[f32]) -> usize {
    let mut best = (0, 0.0);
    for (at, &power) in powers.iter().enumerate() {
        if power > best.1 {
            best = (at, power);
        }
    }
    best.0
}

/// Which part of its frequency a tone is off, from its phases in this window and the one before.
fn off(at: usize, hertz: Option<&f32>, now: &[Phasor], before: &[Phasor]) -> f32 {
    match (now.get(at), before.get(at), hertz) {
        (Some(now), Some(before), Some(&hertz)) => now.beside(*before, HOP, hertz) / hertz,
        _ => 0.0,
    }
}

/// Which part of a power the window leaves, so many hertz beside its middle; 60 at most.
fn response(beside: f32) -> f32 {
    let bins = beside.abs().min(60.0) * WIDTH as f32 / RATE as f32;
    if bins < 0.01 {
        return 1.0;
    }
    let angle = std::f32::consts::PI * bins;
    (angle.sin() / angle / (1.0 - bins * bins)).powi(2)
}

impl Detector {
    /// A detector of a sound with so many samples a second.
    ///
    /// # Errors
    /// Those of [`Resampler::try_new`]: a rate out of reason, or no memory. At 8,000 a second none
    /// is needed.
    pub fn try_new(rate: u32) -> Result<Self, resample::Error> {
        let mut bins = [Bin::default(); 8];
        for (bin, hertz) in bins.iter_mut().zip(ROWS.into_iter().chain(COLUMNS)) {
            *bin = Bin::new(hertz);
        }
        Ok(Self {
            rate,
            resampler: Resampler::try_new(rate, RATE)?,
            windows: Windows::new(),
            bins,
            hops: [Hop::default(); REMEMBERED],
            count: 0,
            phasors: [Phasor::default(); 8],
            sounding: None,
        })
    }

    /// The key that is held just now.
    #[must_use]
    pub fn sounding(&self) -> Option<Key> {
        let sounding = self.sounding.as_ref();
        sounding.map(|sounding| Key::at(sounding.pair.row, sounding.pair.column))
    }

    /// Listens, and tells what it hears. Where nothing arrives, silence is to be given, so that
    /// digits end.
    pub fn hear(&mut self, samples: &[i16], mut told: impl FnMut(Event)) {
        let mut left = samples;
        let mut buffer = [0; 160];
        loop {
            let done = self.resampler.process(left, &mut buffer);
            left = left.get(done.taken..).unwrap_or(&[]);
            for &sample in buffer.iter().take(done.given) {
                if let Some(window) = self.windows.push(sample) {
                    if let Some(event) = self.hop(&window) {
                        told(event);
                    }
                }
            }
            if done.given < buffer.len() && left.is_empty() {
                return;
            }
        }
    }

    /// Goes on by a window.
    fn hop(&mut self, window: &Window<WIDTH>) -> Option<Event> {
        self.measure(window);
        self.count += 1;
        match self.sounding {
            Some(sounding) => self.go_on(sounding),
            None => self.begin(),
        }
    }

    fn measure(&mut self, window: &Window<WIDTH>) {
        let mut phasors = [Phasor::default(); 8];
        let mut hop = Hop::default();
        for ((phasor, power), bin) in phasors.iter_mut().zip(&mut hop.powers).zip(self.bins) {
            *phasor = bin.measure(&window.windowed, window.weight);
            *power = phasor.power();
        }
        let (rows, columns) = hop.powers.split_at(4);
        let (row, column) = (largest(rows), largest(columns));
        let off = [
            off(row, ROWS.get(row), &phasors, &self.phasors),
            off(4 + column, COLUMNS.get(column), &phasors, &self.phasors),
        ];
        // What the window has taken from frequencies beside its middle.
        let [low, high] = [
            (row, off[0], ROWS.get(row)),
            (4 + column, off[1], COLUMNS.get(column)),
        ]
        .map(|(at, off, hertz)| {
            let power = hop.powers.get(at).copied().unwrap_or(0.0);
            power / response(off * hertz.copied().unwrap_or(0.0))
        });
        hop.purity = (low + high) / window.power.max(1.0);
        let pure =
            hop.purity >= PURE && low.min(high) >= LEAST && low.max(high) <= TWIST * low.min(high);
        if pure {
            hop.pure = Some((row, column));
        }
        if pure && self.hops[0].pure == hop.pure {
            hop.off = Some(off);
        }
        self.phasors = phasors;
        self.hops.copy_within(..REMEMBERED - 1, 1);
        self.hops[0] = hop;
    }

    /// Looks whether the last windows are a digit.
    fn begin(&mut self) -> Option<Event> {
        let (row, column) = self.hops.iter().take(3).find_map(|hop| hop.pure)?;
        let mut pair = Pair {
            row,
            column,
            powers: [0.0; 2],
        };
        let same = |hop: &&Hop| hop.pure == Some((row, column));
        for hop in self.hops.iter().filter(same) {
            let [low, high] = hop.powers(&pair);
            pair.powers = [pair.powers[0].max(low), pair.powers[1].max(high)];
        }
        let (first, last) = self.extent(&pair);
        let start = first as f32 + self.crossing(&pair, first, first + 1);
        let end = match last {
            0 => 0.0,
            _ => last as f32 - self.crossing(&pair, last, last - 1),
        };
        let inside = self.hops.get(last..=first).unwrap_or(&[]);
        if start - end < LONG_ENOUGH || !Self::is_digit(inside, &pair) {
            return None;
        }
        self.sounding = Some(Sounding {
            pair,
            start,
            away: last,
            since: self.count,
        });
        Some(Event::Start {
            key: Key::at(row, column),
            at: self.place(self.count, start),
        })
    }

    /// Whether windows are pure enough, and their frequencies right.
    fn is_digit(hops: &[Hop], pair: &Pair) -> bool {
        let pure = hops.iter().filter(|hop| hop.is_pure(pair));
        let count = pure.clone().count();
        let purity: f32 = pure.clone().map(|hop| hop.purity).sum();
        if count < ENOUGH || 2 * count < hops.len() || purity < PURE_ON_AVERAGE * count as f32 {
            return false;
        }
        let offs = pure.filter_map(|hop| hop.off);
        let count = offs.clone().count();
        let (mut sums, mut rise) = ([0.0_f32; 2], 0.0);
        for (at, [row, column]) in offs.enumerate() {
            sums = [sums[0] + row, sums[1] + column];
            // The newer half against the older one; what is in the middle is neither.
            match (2 * at + 1).cmp(&count) {
                Ordering::Less => rise += row + column,
                Ordering::Equal => {}
                Ordering::Greater => rise -= row + column,
            }
        }
        let count = count as f32;
        let is_right = sums.iter().all(|sum| sum.abs() <= OFF * count);
        let is_steady = rise.abs() <= GLIDE * count;
        count >= 2.0 && is_right && is_steady
    }

    /// Since how many hops a pair has been there, and until how many hops ago.
    fn extent(&self, pair: &Pair) -> (usize, usize) {
        let (mut first, mut last, mut away) = (0, None, 0);
        for (at, hop) in self.hops.iter().enumerate() {
            if hop.amplitude(pair) >= 0.5 {
                (first, away) = (at, 0);
                last = last.or(Some(at));
            } else {
                away += 1;
                if away > BRIDGED {
                    break;
                }
            }
        }
        (first, last.unwrap_or(0))
    }

    /// How far it is from a window inside a tone to where it is half as loud, in hops, if the next
    /// one lies outside.
    fn crossing(&self, pair: &Pair, inside: usize, outside: usize) -> f32 {
        let amplitude = |at: usize| self.hops.get(at).map_or(0.0, |hop| hop.amplitude(pair));
        let (inside, outside) = (amplitude(inside), amplitude(outside));
        match inside > outside {
            true => ((inside - 0.5) / (inside - outside)).clamp(0.0, 1.0),
            false => 0.5,
        }
    }

    /// Looks whether the digit is still there.
    fn go_on(&mut self, mut sounding: Sounding) -> Option<Event> {
        let hop = self.hops[0];
        if hop.is_pure(&sounding.pair) {
            sounding.away = 0;
            // A tone may become softer; not from one window to the next, which is its end.
            let powers = hop.powers(&sounding.pair);
            for (full, power) in sounding.pair.powers.iter_mut().zip(powers) {
                *full = power.max(*full * 0.9);
            }
        } else if hop.amplitude(&sounding.pair) >= 0.5 {
            sounding.away = 0;
        } else {
            sounding.away += 1;
        }
        self.sounding = Some(sounding);
        if sounding.away <= BRIDGED {
            return None;
        }
        self.sounding = None;
        let Sounding {
            pair, start, since, ..
        } = sounding;
        let away = sounding.away;
        let end = away as f32 - self.crossing(&pair, away, away - 1);
        let (start, end) = (self.place(since, start), self.place(self.count, end));
        Some(Event::End {
            key: Key::at(pair.row, pair.column),
            at: end,
            length: end.saturating_sub(start),
        })
    }

    /// Where in the sound the middle of a window was, and so many hops before.
    fn place(&self, hop: u64, ago: f32) -> u64 {
        let middle = (hop * HOP as u64) as f64 - WIDTH as f64 / 2.0;
        let place = middle - f64::from(ago) * HOP as f64;
        let place = place * f64::from(self.rate) / f64::from(RATE);
        // Saturates.
        (place - self.resampler.delay() as f64).round() as u64
    }
}
