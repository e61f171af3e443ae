//! The jitter buffer: payloads come in as the network brings them, and go out one after the other
//! at the pace of a clock.
//!
//! The time that a payload waits is counted from the quickest packet of the last 20 s. It starts at
//! 40 ms and goes to what would have been enough for 98 in 100 of the packets of late, 20 to 200 ms.
//! Sound is put in or left out for that where it is quiet or between two stretches of speech, and
//! anywhere only when it cannot wait. By the same way the buffer follows a sender whose clock goes
//! faster or slower than ours.
//!
//! Times go up from call to call. Memory is taken when more waits than ever did,
//! up to some 8 kB: as a rule 1.3 kB with the first packet. Where there is none, what has waited longest
//! is left out, as where there is no room.

mod delay;
mod play;
mod store;

use std::time::Duration;

use crate::source::{duration, ticks};
use delay::{Lateness, Quickest};
use store::{Run, Store};

/// How many payloads wait at most.
const PACKETS: usize = 40;
/// There is room for so many more at a time.
const PLACES: usize = 8;
/// Consecutive packets from another time before they are believed.
const FAR_AWAY: u8 = 3;
/// Consecutive packets that are late before that is what the network is like now.
const ALL_LATE: u8 = 5;

/// What a payload is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Sound. If its length is known to follow from its octets, so many make one tick, and it is
    /// played in pieces of 20 ms at most; 0 if it is only to be decoded as a whole.
    Audio {
        /// Octets of a tick, or 0.
        octets_per_tick: u8,
    },
    /// Comfort noise of this level in −dBov, 0..=127: what is to be heard until sound comes again.
    Noise(u8),
}

/// A payload with what its packet says.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// The extended sequence number, as [`crate::source::Arrival::New`] has it.
    pub number: u64,
    /// The packet's timestamp.
    pub timestamp: u32,
    /// The packet's marker.
    pub marker: bool,
    /// The packet's payload type; it comes back with the payload.
    pub payload_type: u8,
    /// What it is.
    pub content: Content,
    /// The ticks that it lasts; 0 for noise.
    pub length: u32,
    /// The octets.
    pub payload: &'a [u8],
}

/// What became of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It waits for its time.
    Kept,
    /// Its time is over.
    Late,
    /// It was there already, is too long (1,500 octets), or belongs to no time near.
    Refused,
}

/// What is to be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    /// A payload, or a piece of one.
    Audio {
        /// The payload type of its packet.
        payload_type: u8,
        /// The octets to decode.
        payload: &'a [u8],
        /// Ticks that it lasts, as far as could be told without decoding it.
        length: u32,
        /// It does not follow what was played before: something was left out, so the joint is to be
        /// smoothed.
        joint: bool,
    },
    /// So many ticks are missing, or are put in to gain time: what was heard goes on for so long,
    /// fading if there are more.
    Conceal(u32),
    /// Comfort noise for so many ticks, of this level in −dBov.
    Noise(u32, u8),
    /// Nothing was sent: silence for so many ticks.
    Silence(u32),
}

/// What the buffer has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Payloads whose time was over when they came.
    pub late: u64,
    /// Payloads that were left out for want of room, or to play sooner.
    pub discarded: u64,
    /// Frames for which a payload was missing.
    pub concealed: u64,
    /// Frames put in to play later.
    pub inserted: u64,
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    number: u64,
    /// Extended, of the first tick that was not yet played.
    at: i64,
    /// Ticks not yet played.
    left: u32,
    /// Octets already played.
    played: u16,
    payload_type: u8,
    content: Content,
    run: Run,
}

/// The buffer.
#[derive(Debug)]
pub struct JitterBuffer {
    rate: u32,
    store: Store,
    /// In the order of their numbers.
    waiting: Vec<Entry>,
    lateness: Lateness,
    quickest: Quickest,
    /// The extended timestamp of the newest packet.
    newest: Option<i64>,
    far_away: u8,
    all_late: u8,
    /// The extended timestamp of what is played next; `None` before the first and after a pause.
    position: Option<i64>,
    /// The number of what was played last, or passed over.
    last: u64,
    /// Which of the 64 numbers from `last + 1` on carried no sound.
    passed: u64,
    noise: Option<u8>,
    /// Frames in a row for which there was no packet.
    missing: u32,
    /// Ticks that passed while nothing waited.
    waited: i64,
    joint: bool,
    counts: Counts,
}

impl JitterBuffer {
    /// An empty buffer for a clock that goes `rate` times a second, which is brought into
    /// 1,000..=192,000. It takes no memory.
    #[must_use]
    pub fn new(rate: u32) -> JitterBuffer {
        JitterBuffer {
            rate: rate.clamp(1_000, 192_000),
            store: Store::default(),
            waiting: Vec::new(),
            lateness: Lateness::new(),
            quickest: Quickest::default(),
            newest: None,
            far_away: 0,
            all_late: 0,
            position: None,
            last: 0,
            passed: 0,
            noise: None,
            missing: 0,
            waited: 0,
            joint: false,
            counts: Counts::default(),
        }
    }

    /// The octets that it has on the heap.
    #[must_use]
    pub fn heap(&self) -> usize {
        self.store.heap() + self.waiting.capacity() * size_of::<Entry>()
    }

    /// The clock.
    #[must_use]
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// What it has done.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// How long a payload is meant to wait, counted from the quickest packet.
    #[must_use]
    pub fn target(&self) -> Duration {
        self.lateness.target()
    }

    /// How long payloads wait, counted from the quickest packet; zero while nothing is played.
    #[must_use]
    pub fn delay(&self, now: Duration) -> Duration {
        let clock = ticks(now, self.rate);
        let delay = self.position.zip(self.quickest.least(clock, self.rate));
        delay.map_or(Duration::ZERO, |(position, least)| {
            duration(clock - least - position, self.rate)
        })
    }

    /// How many payloads wait.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether no payload waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Forgets what waits and when it came: another source, or another clock. What was learned of
    /// the network's lateness stays.
    pub fn reset(&mut self, rate: u32) {
        self.rate = rate.clamp(1_000, 192_000);
        self.start_again();
        self.quickest = Quickest::default();
        self.newest = None;
        self.noise = None;
        self.last = 0;
    }

    /// As [`JitterBuffer::reset`], and gives its memory back: nothing is going to come for a while.
    pub fn rest(&mut self) {
        self.reset(self.rate);
        self.store = Store::default();
        self.waiting = Vec::new();
    }

    fn start_again(&mut self) {
        self.store.clear();
        self.waiting.clear();
        self.position = None;
        self.far_away = 0;
        self.all_late = 0;
        self.passed = 0;
        self.missing = 0;
        self.waited = 0;
        self.joint = true;
    }

    /// Says that the packet with this number had no sound: where it stood nothing is missing. A
    /// telephone event is such a packet.
    pub fn pass(&mut self, number: u64) {
        if let Some(bit) = number
            .checked_sub(self.last.saturating_add(1))
            .filter(|&bit| bit < 64)
        {
            self.passed |= 1 << bit;
        }
    }

    /// Takes a packet that came at `now`.
    pub fn insert(&mut self, now: Duration, packet: &Incoming<'_>) -> Kept {
        let arrival = ticks(now, self.rate);
        let mut at = self.extended(packet.timestamp);
        if let Some(least) = self.quickest.least(arrival, self.rate) {
            let second = u64::from(self.rate);
            if (arrival - at - least).unsigned_abs() > second {
                self.far_away += 1;
                if !packet.marker && self.far_away < FAR_AWAY {
                    return Kept::Refused;
                }
                self.reset(self.rate);
                at = self.extended(packet.timestamp);
            }
        } else if self.newest.is_some() {
            // After so long a silence nothing says what its time has to do with the time before.
            self.reset(self.rate);
            at = self.extended(packet.timestamp);
        }
        self.far_away = 0;
        match self.take(arrival, at, packet) {
            Kept::Late if packet.number > self.last => {
                self.all_late += 1;
                if !packet.marker && self.all_late < ALL_LATE {
                    return Kept::Late;
                }
                // Its sender's time has jumped back, or its way has become much longer.
                self.reset(self.rate);
                let at = self.extended(packet.timestamp);
                self.take(arrival, at, packet)
            }
            kept => {
                self.all_late = 0;
                kept
            }
        }
    }

    fn take(&mut self, arrival: i64, at: i64, packet: &Incoming<'_>) -> Kept {
        self.newest = self.newest.max(Some(at));
        self.quickest.note(arrival, arrival - at, self.rate);
        let least = self
            .quickest
            .least(arrival, self.rate)
            .unwrap_or(arrival - at);
        self.lateness
            .note(duration(arrival - at - least, self.rate));
        self.keep(at, packet)
    }

    fn extended(&self, timestamp: u32) -> i64 {
        let Some(newest) = self.newest else {
            return i64::from(timestamp);
        };
        newest + i64::from(timestamp.wrapping_sub(newest as u32) as i32)
    }

    fn keep(&mut self, at: i64, packet: &Incoming<'_>) -> Kept {
        let end = at + i64::from(packet.length);
        if let Some(position) = self.position {
            // Nothing was played since it was missed: it is late, and not too late.
            let missed = self.waiting.is_empty() && at < position && at >= position - self.waited;
            if missed && packet.number > self.last {
                self.position = Some(at);
            } else if packet.number <= self.last || (end <= position && packet.length > 0) {
                self.counts.late += 1;
                return Kept::Late;
            }
        }
        let Err(place) = self
            .waiting
            .binary_search_by_key(&packet.number, |entry| entry.number)
        else {
            return Kept::Refused;
        };
        let octets = match packet.content {
            Content::Audio { .. } => packet.payload,
            Content::Noise(_) => &[],
        };
        if octets.len() > Store::LONGEST {
            return Kept::Refused;
        }
        let Some((place, run)) = self.make_room(place, octets) else {
            return Kept::Refused;
        };
        let entry = Entry {
            number: packet.number,
            at,
            left: packet.length,
            played: 0,
            payload_type: packet.payload_type,
            content: packet.content,
            run,
        };
        self.waiting.insert(place, entry);
        Kept::Kept
    }

    /// Lets the oldest go until there is room. Gives where the new one stands then.
    fn make_room(&mut self, mut place: usize, octets: &[u8]) -> Option<(usize, Run)> {
        loop {
            if self.has_place() {
                if let Some(run) = self.store.keep(octets) {
                    return Some((place, run));
                }
            }
            if self.waiting.is_empty() {
                return None;
            }
            self.discard_first();
            place = place.saturating_sub(1);
        }
    }

    /// Whether one more packet may wait: there is a most, and there may be no memory.
    fn has_place(&mut self) -> bool {
        let waiting = &mut self.waiting;
        waiting.len() < waiting.capacity()
            || (waiting.len() < PACKETS && waiting.try_reserve_exact(PLACES).is_ok())
    }

    fn discard_first(&mut self) {
        if !self.waiting.is_empty() {
            let entry = self.waiting.remove(0);
            self.store.free(entry.run);
            self.counts.discarded += 1;
            self.joint = true;
            self.go_past(entry.number);
        }
    }

    fn go_past(&mut self, number: u64) {
        let shift = number.saturating_sub(self.last);
        self.passed = u32::try_from(shift)
            .ok()
            .and_then(|s| self.passed.checked_shr(s))
            .unwrap_or(0);
        self.last = self.last.max(number);
    }
}

#[cfg(test)]
mod tests;
