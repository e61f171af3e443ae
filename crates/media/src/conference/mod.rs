//! A conference: each of its members hears the sum of all others, and not itself.
//!
//! Members have clocks of one speed and no common beat: each says and hears 20 ms whenever it is its
//! turn. So a room keeps a short piece of time, a *timeline*, to which every member adds what it says
//! from its own turn on, and of which it hears what lies before its turn: that is complete by then,
//! whoever came first. A member hears the others 20 ms late therefore, whoever they are. What it has
//! said itself it remembers, and takes out again of what it hears.
//!
//! Whose turns come at no exact times has a *loose* seat: it hears later, and is forgiven more.
//! Members who hear one another by another way are a *party*: what any of it says is for none of it.
//!
//! Nothing here takes memory after [`Room::try_new`], [`Seat::try_new`] and [`Party::try_new`].

use crate::resample::Resampler;
use std::time::Duration;
use tapi3_common::shared::OutOfMemory;

/// The two rates of what is said and heard, in samples a second. A room has the wider one from the
/// moment on in which a member comes that has it.
const NARROW: u32 = 8_000;
const WIDE: u32 = 16_000;

/// A turn, in milliseconds, and how many samples it has at most.
const TURN: u64 = 20;
const LONGEST: usize = 320;

/// How many samples of time a room keeps: 128 ms of the wider rate.
const KEPT: usize = 2_048;

/// How far behind its turn a member may be with what it has heard, in milliseconds: three turns whose
/// sound leaves together, and what is left of the one before. Nobody is more than two turns ahead with
/// what it says, so what is heard is still kept.
const BEHIND: u64 = 80;

/// How much later than others whoever has a loose seat hears, in milliseconds; how much of that may be
/// missing; and how far behind he may be with what he has heard.
const LATER: u64 = 40;
const SPARE: u64 = 20;
const FAR_BEHIND: u64 = 110;

/// What all members have said, added up.
#[derive(Debug)]
pub struct Room {
    rate: u32,
    sum: Line<i32>,
}

/// A member's place in a room: what it has said, and how far it has heard.
#[derive(Debug)]
pub struct Seat {
    /// The rate of `said`; that of the room, unless that has become wider since.
    rate: u32,
    said: Line<i16>,
    /// Up to where it has heard the others.
    heard: Option<u64>,
    loose: bool,
    wider: Resampler,
    narrower: Resampler,
}

/// What the members of a party have said, added up.
#[derive(Debug)]
pub struct Party {
    /// As of a [`Seat`].
    rate: u32,
    said: Line<i32>,
}

impl Room {
    /// An empty room. Takes 8 kB.
    ///
    /// # Errors
    /// There is no memory.
    pub fn try_new() -> Result<Self, OutOfMemory> {
        Ok(Room {
            rate: NARROW,
            sum: Line::try_new()?,
        })
    }

    /// The room is as wide as this from now on, if it is not wider. What was said is forgotten.
    fn widen(&mut self, rate: u32) {
        if rate > self.rate {
            self.rate = rate;
            self.sum.forget();
        }
    }
}

impl Party {
    /// One without members. Takes 8 kB.
    ///
    /// # Errors
    /// There is no memory.
    pub fn try_new() -> Result<Self, OutOfMemory> {
        Ok(Party {
            rate: NARROW,
            said: Line::try_new()?,
        })
    }

    fn follow(&mut self, room: &Room) {
        if self.rate != room.rate {
            self.rate = room.rate;
            self.said.forget();
        }
    }
}

impl Seat {
    /// A place for one room: in another nothing of what it remembers is true. Takes 6 kB.
    ///
    /// # Errors
    /// There is no memory.
    pub fn try_new() -> Result<Self, OutOfMemory> {
        // Both rates are such as there is a filter for.
        let filter = |from, to| Resampler::try_new(from, to).map_err(|_| OutOfMemory);
        Ok(Seat {
            rate: NARROW,
            said: Line::try_new()?,
            heard: None,
            loose: false,
            wider: filter(NARROW, WIDE)?,
            narrower: filter(WIDE, NARROW)?,
        })
    }

    /// One for whoever comes by a clock that is not exact: up to 20 ms too late, now and then. He hears
    /// the others 60 ms late.
    ///
    /// # Errors
    /// There is no memory.
    pub fn try_loose() -> Result<Self, OutOfMemory> {
        Ok(Seat {
            loose: true,
            ..Seat::try_new()?
        })
    }

    /// The member says these samples at its turn, `at` whole milliseconds of a clock that all members
    /// have in common: 20 ms at most, at 8,000 or 16,000 a second. Anything else is not said.
    pub fn say(&mut self, room: &mut Room, at: Duration, rate: u32, samples: &[i16]) {
        self.say_among(room, None, at, rate, samples);
    }

    /// As [`Seat::say`], for a member of a party.
    pub fn say_among(
        &mut self,
        room: &mut Room,
        party: Option<&mut Party>,
        at: Duration,
        rate: u32,
        samples: &[i16],
    ) {
        if !matches!(rate, NARROW | WIDE) || samples.len() > samples_in(TURN, rate) {
            return;
        }
        room.widen(rate);
        self.follow(room);
        let mut wide = [0; LONGEST];
        let samples = match rate < room.rate {
            true => {
                let done = self.wider.process(samples, &mut wide);
                wide.get(..done.given).unwrap_or_default()
            }
            false => samples,
        };
        // Where a turn came too early, what is said goes on where it has ended.
        let turn = position(at, room.rate);
        let spare = match self.loose {
            true => samples_in(SPARE, room.rate) as u64,
            false => 0,
        };
        let is_next = self.said.end + spare >= turn;
        let from = if is_next { self.said.end } else { turn };
        if from > turn + samples_in(TURN, room.rate) as u64 {
            return;
        }
        self.said.add(from, samples);
        room.sum.add(from, samples);
        if let Some(party) = party {
            party.follow(room);
            party.said.add(from, samples);
        }
    }

    /// What the others have said is added to `frame`, the next 20 ms at the given rate. `turns` is how
    /// many of them are heard together at one turn at most: one, where a packet is 20 ms long. Returns
    /// whether there was anything.
    pub fn hear(
        &mut self,
        room: &mut Room,
        at: Duration,
        rate: u32,
        turns: u64,
        frame: &mut [i16],
    ) -> bool {
        self.hear_among(room, None, (at, rate, turns), frame)
    }

    /// As [`Seat::hear`], for a member of a party; what is told of the frame are its time, its rate and
    /// how many turns are heard together.
    pub fn hear_among(
        &mut self,
        room: &mut Room,
        party: Option<&Party>,
        (at, rate, turns): (Duration, u32, u64),
        frame: &mut [i16],
    ) -> bool {
        if !matches!(rate, NARROW | WIDE) || frame.len() != samples_in(TURN, rate) {
            return false;
        }
        room.widen(rate);
        self.follow(room);
        let length = samples_in(TURN, room.rate) as u64;
        let turn = position(at, room.rate);
        let (later, spare, behind) = match self.loose {
            true => (LATER, SPARE, FAR_BEHIND),
            false => (0, 0, BEHIND),
        };
        let [later, spare, behind] =
            [later, spare, behind].map(|ms| samples_in(ms, room.rate) as u64);
        let latest = turn.saturating_sub(later - spare);
        let fits = |heard: &u64| heard + length <= latest && heard + behind >= turn;
        let begin = || turn.saturating_sub(turns.max(1) * length + later);
        let from = self.heard.filter(fits).unwrap_or_else(begin);
        self.heard = Some(from + length);
        let mut others = [0; LONGEST];
        let count = usize::try_from(length).unwrap_or(LONGEST).min(LONGEST);
        let (others, _) = others.split_at_mut(count);
        for (sample, at) in others.iter_mut().zip(from..) {
            let own = match party {
                Some(party) if party.rate == room.rate => party.said.at(at),
                _ => self.said.at(at).into(),
            };
            let sum = room.sum.at(at).saturating_sub(own);
            *sample = sum.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        }
        let mut narrow = [0; LONGEST];
        let others: &[i16] = match rate < room.rate {
            true => {
                let done = self.narrower.process(others, &mut narrow);
                narrow.get(..done.given).unwrap_or_default()
            }
            false => others,
        };
        crate::mix::add(frame, others);
        others.iter().any(|sample| *sample != 0)
    }

    /// The room may be another rate's since.
    fn follow(&mut self, room: &Room) {
        if self.rate != room.rate {
            self.rate = room.rate;
            self.said.forget();
            self.heard = None;
        }
    }
}

/// A piece of time: its last samples. What was not said is silence, and so is what is too old.
#[derive(Debug)]
struct Line<T> {
    samples: Vec<T>,
    /// Behind the last sample that was said.
    end: u64,
}

/// A sample, alone or as a sum: so many are never added that a sum would not hold them.
trait Sample: Copy + Default {
    fn plus(self, sample: i16) -> Self;
}

impl Sample for i32 {
    fn plus(self, sample: i16) -> Self {
        self.saturating_add(sample.into())
    }
}

impl Sample for i16 {
    fn plus(self, sample: i16) -> Self {
        self.saturating_add(sample)
    }
}

impl<T: Sample> Line<T> {
    fn try_new() -> Result<Self, OutOfMemory> {
        let mut samples = Vec::new();
        samples.try_reserve_exact(KEPT)?;
        samples.resize(KEPT, T::default());
        Ok(Line { samples, end: 0 })
    }

    fn forget(&mut self) {
        self.samples.fill(T::default());
        self.end = 0;
    }

    fn place(at: u64) -> usize {
        (at % KEPT as u64) as usize
    }

    /// Adds samples from `from` on; `more` are at most what is kept.
    fn add(&mut self, from: u64, more: &[i16]) {
        let end = from + more.len() as u64;
        // Time that nobody has spoken in yet is silent.
        let new = self.end.max(end.saturating_sub(KEPT as u64))..end;
        for at in new {
            if let Some(sample) = self.samples.get_mut(Self::place(at)) {
                *sample = T::default();
            }
        }
        self.end = self.end.max(end);
        let oldest = self.end.saturating_sub(KEPT as u64);
        for (&sample, at) in more.iter().zip(from..).filter(|(_, at)| *at >= oldest) {
            if let Some(place) = self.samples.get_mut(Self::place(at)) {
                *place = place.plus(sample);
            }
        }
    }

    fn at(&self, at: u64) -> T {
        let kept = self.end.saturating_sub(KEPT as u64)..self.end;
        let sample = kept
            .contains(&at)
            .then(|| self.samples.get(Self::place(at)));
        sample.flatten().copied().unwrap_or_default()
    }
}

/// How many samples so many milliseconds have.
const fn samples_in(milliseconds: u64, rate: u32) -> usize {
    (milliseconds * rate as u64 / 1_000) as usize
}

/// Which sample it is the turn of.
fn position(at: Duration, rate: u32) -> u64 {
    let milliseconds = u64::try_from(at.as_millis()).unwrap_or(u64::MAX / 1_000);
    milliseconds.saturating_mul(u64::from(rate / 1_000))
}

#[cfg(test)]
mod tests;
