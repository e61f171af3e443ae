//! Hears digits: each once, however many of its packets come or do not (RFC 4733 §2.5.2).

use std::time::Duration;

use super::{Block, digit};
use crate::source::duration;

/// An event of which no packet has come for so long is over: three intervals of 50 ms, the longest
/// between two updates (RFC 4733 §2.5.1.2, §2.5.2.2).
pub(super) const TIMEOUT: Duration = Duration::from_millis(150);
/// So many events are remembered, so that a packet of theirs that comes late tells nothing new.
const REMEMBERED: usize = 16;
/// So many digits may have been overtaken by the one that sounds.
const OVERTAKEN: usize = 4;

/// What is told of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It has begun.
    Begun(u8),
    /// It is over, and has been so long.
    Ended(u8, Duration),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    timestamp: u32,
    event: u8,
}

#[derive(Clone, Copy, Debug)]
struct Sounding {
    /// Of the segment.
    key: Key,
    /// Ticks of the segments that are over.
    before: u64,
    duration: u16,
    rate: u32,
    seen: Duration,
}

impl Sounding {
    fn length(&self) -> Duration {
        let ticks = self.before + u64::from(self.duration);
        duration(i64::try_from(ticks).unwrap_or(i64::MAX), self.rate)
    }

    fn ended(&self) -> Told {
        Told::Ended(self.key.event, self.length())
    }
}

/// The events of one source. Each that is told to have begun is told to be over before another
/// begins.
#[derive(Clone, Debug, Default)]
pub struct Receiver {
    known: [Option<Key>; REMEMBERED],
    next: usize,
    sounding: Option<Sounding>,
    overtaken: [Option<Sounding>; OVERTAKEN],
}

impl Receiver {
    /// Takes a payload that came at `now` in a packet with this timestamp, of events whose clock
    /// goes `rate` times a second. Events that are no digit ([`digit`]) are passed over.
    pub fn receive(
        &mut self,
        now: Duration,
        timestamp: u32,
        rate: u32,
        payload: &[u8],
        tell: &mut impl FnMut(Told),
    ) {
        let mut timestamp = timestamp;
        for block in Block::all(payload) {
            let key = Key {
                timestamp,
                event: block.event,
            };
            // RFC 4733 §2.5.1.5: each begins where the one before it ended.
            timestamp = timestamp.wrapping_add(u32::from(block.duration));
            if digit(block.event).is_some() {
                self.block(now, key, rate, block, tell);
            }
        }
    }

    fn block(
        &mut self,
        now: Duration,
        key: Key,
        rate: u32,
        block: Block,
        tell: &mut impl FnMut(Told),
    ) {
        if self.known.contains(&Some(key)) {
            if let Some(sounding) = self
                .sounding
                .as_mut()
                .filter(|sounding| sounding.key == key)
            {
                sounding.seen = now;
                sounding.duration = sounding.duration.max(block.duration);
                if block.end {
                    self.end(tell);
                }
            }
            return;
        }
        self.remember(key);
        let fresh = Sounding {
            key,
            before: 0,
            duration: block.duration,
            rate: rate.max(1),
            seen: now,
        };
        match self.sounding {
            Some(before) if continues(&before, key) => {
                // RFC 4733 §2.5.1.3: another segment of the same event.
                let elapsed = key.timestamp.wrapping_sub(before.key.timestamp);
                self.sounding = Some(Sounding {
                    before: before.before + u64::from(elapsed),
                    rate: before.rate,
                    ..fresh
                });
            }
            Some(before) if older(key.timestamp, before.key.timestamp) => {
                // It was overtaken: it has been, and is told when the one that sounds is over.
                if let Some(free) = self.overtaken.iter_mut().find(|place| place.is_none()) {
                    *free = Some(fresh);
                }
                return;
            }
            _ => {
                self.end(tell);
                tell(Told::Begun(key.event));
                self.sounding = Some(fresh);
            }
        }
        if block.end {
            self.end(tell);
        }
    }

    /// Ends an event of which nothing was heard for 150 ms. To be called now and then.
    pub fn poll(&mut self, now: Duration, tell: &mut impl FnMut(Told)) {
        if self
            .sounding
            .is_some_and(|sounding| now.saturating_sub(sounding.seen) >= TIMEOUT)
        {
            self.end(tell);
        }
    }

    /// Whether an event has begun and is not over.
    #[must_use]
    pub fn is_sounding(&self) -> bool {
        self.sounding.is_some()
    }

    /// Another source: what sounds is over, and what is remembered says nothing of it.
    pub fn reset(&mut self, tell: &mut impl FnMut(Told)) {
        self.end(tell);
        self.known = [None; REMEMBERED];
    }

    fn end(&mut self, tell: &mut impl FnMut(Told)) {
        if let Some(sounding) = self.sounding.take() {
            tell(sounding.ended());
        }
        for overtaken in self.overtaken.iter_mut().filter_map(Option::take) {
            tell(Told::Begun(overtaken.key.event));
            tell(overtaken.ended());
        }
    }

    fn remember(&mut self, key: Key) {
        if let Some(place) = self.known.get_mut(self.next) {
            *place = Some(key);
        }
        self.next = (self.next + 1) % REMEMBERED;
    }
}

fn continues(before: &Sounding, key: Key) -> bool {
    key.event == before.key.event
        && key.timestamp == before.key.timestamp.wrapping_add(u32::from(u16::MAX))
}

fn older(timestamp: u32, than: u32) -> bool {
    timestamp != than && than.wrapping_sub(timestamp) < u32::MAX / 2
}
