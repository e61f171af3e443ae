//! Sends digits: a packet each interval while a digit lasts, its end three times, and a pause before
//! the next (RFC 4733 §2.5.1).

use std::time::Duration;

use thiserror::Error;

use super::Block;
use crate::source::ticks;

/// How often the end of an event is sent (RFC 4733 §2.5.1.4).
const ENDS: u8 = 3;
/// Digits that wait, with the pauses between them.
const QUEUE: usize = 64;
/// The least pause between the end of a digit and the next.
pub(super) const GAP: Duration = Duration::from_millis(40);
/// The level of each digit, −10 dBm0: within what every receiver has to take (RFC 4733 §2.3.4).
const VOLUME: u8 = 10;

/// No digit was queued, because not all of them have room: 64 wait at most.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("too many digits wait to be sent")]
pub struct Full;

/// What goes in an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing is to be done: sound may go.
    Idle,
    /// A pause between two digits: neither an event nor sound.
    Pause,
    /// An event's packet.
    Packet {
        /// Of the beginning of the event or of its segment: the same in all its packets.
        timestamp: u32,
        /// Only on the first packet of an event (RFC 4733 §2.5.1.2).
        marker: bool,
        /// The payload.
        payload: [u8; Block::LENGTH],
        /// It is the last packet of an event, and nothing waits behind it.
        last: bool,
    },
}

#[derive(Clone, Copy, Debug, Default)]
struct Queued {
    /// `None` is a pause.
    event: Option<u8>,
    milliseconds: u16,
}

#[derive(Clone, Copy, Debug)]
struct Sounding {
    event: u8,
    /// Of the beginning of the segment.
    timestamp: u32,
    /// Of the whole, without the segments that are over; in ticks of the events' clock.
    length: i64,
    /// Of the segment so far.
    sounded: i64,
    /// Ends sent.
    ends: u8,
    first: bool,
}

/// Digits on their way out.
#[derive(Clone, Debug)]
pub struct Sender {
    queue: [Queued; QUEUE],
    first: usize,
    count: usize,
    sounding: Option<Sounding>,
    /// Ticks of the sound's clock until the next may begin.
    pause: i64,
}

impl Default for Sender {
    fn default() -> Sender {
        Sender {
            queue: [Queued::default(); QUEUE],
            first: 0,
            count: 0,
            sounding: None,
            pause: 0,
        }
    }
}

impl Sender {
    /// Queues a digit's event for so long, 40 ms at least (RFC 4733 leaves it open; Q.24 tells no
    /// digit below) and a minute at most.
    ///
    /// # Errors
    ///
    /// [`Full`].
    pub fn push(&mut self, event: u8, length: Duration) -> Result<(), Full> {
        let milliseconds = length.as_millis().clamp(40, 60_000);
        let milliseconds = u16::try_from(milliseconds).unwrap_or(60_000);
        self.queue(Queued {
            event: Some(event),
            milliseconds,
        })
    }

    /// Queues a pause, a minute at most, beside the 40 ms that are between any two digits.
    ///
    /// # Errors
    ///
    /// [`Full`].
    pub fn push_pause(&mut self, length: Duration) -> Result<(), Full> {
        let milliseconds = u16::try_from(length.as_millis().min(60_000)).unwrap_or(60_000);
        self.queue(Queued {
            event: None,
            milliseconds,
        })
    }

    fn queue(&mut self, queued: Queued) -> Result<(), Full> {
        let place = (self.first + self.count) % QUEUE;
        let free = self
            .queue
            .get_mut(place)
            .filter(|_| self.count < QUEUE)
            .ok_or(Full)?;
        *free = queued;
        self.count += 1;
        Ok(())
    }

    /// How many more can be queued.
    #[must_use]
    pub fn room(&self) -> usize {
        QUEUE - self.count
    }

    /// Whether nothing is sent and nothing waits.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.sounding.is_none() && self.count == 0
    }

    /// Forgets what waits, and ends what is being sent with its next packet.
    pub fn stop(&mut self) {
        self.count = 0;
        if let Some(sounding) = &mut self.sounding {
            sounding.length = sounding.length.min(sounding.sounded);
        }
    }

    /// What goes in the interval that begins at `timestamp` and lasts `step` ticks, both of the
    /// sound's clock, which goes `media_rate` times a second, the events' clock `event_rate` times.
    /// To be asked once for every interval.
    ///
    /// If the two clocks differ, timestamps are the sound's: both share one source, and its
    /// timestamps go on evenly.
    pub fn turn(&mut self, timestamp: u32, step: u32, media_rate: u32, event_rate: u32) -> Turn {
        let (media, events) = (i64::from(media_rate.max(1)), i64::from(event_rate.max(1)));
        if self.sounding.is_none() {
            self.pause = (self.pause - i64::from(step)).max(-i64::from(step));
            if self.pause > 0 && self.count > 0 {
                return Turn::Pause;
            }
            match self.take() {
                None => return Turn::Idle,
                Some(Queued {
                    event: None,
                    milliseconds,
                }) => {
                    // This interval is one of the pause's.
                    self.pause += i64::from(milliseconds) * media / 1000;
                    return if self.count > 0 {
                        Turn::Pause
                    } else {
                        Turn::Idle
                    };
                }
                Some(Queued {
                    event: Some(event),
                    milliseconds,
                }) => {
                    let length = i64::from(milliseconds) * events / 1000;
                    let sounding = Sounding {
                        event,
                        timestamp,
                        length,
                        sounded: 0,
                        ends: 0,
                        first: true,
                    };
                    self.sounding = Some(sounding);
                }
            }
        }
        let step_of_events = (i64::from(step) * events / media).max(1);
        self.packet(step_of_events, media, events)
    }

    fn take(&mut self) -> Option<Queued> {
        let taken = self
            .queue
            .get(self.first)
            .copied()
            .filter(|_| self.count > 0)?;
        self.first = (self.first + 1) % QUEUE;
        self.count -= 1;
        Some(taken)
    }

    fn packet(&mut self, step: i64, media: i64, events: i64) -> Turn {
        const SEGMENT: i64 = 0xFFFF;
        let Some(sounding) = &mut self.sounding else {
            return Turn::Idle;
        };
        if sounding.sounded == SEGMENT && sounding.length > SEGMENT {
            // RFC 4733 §2.5.1.3: the next segment begins where this one ends.
            let segment = u32::try_from(SEGMENT * media / events).unwrap_or(0xFFFF);
            sounding.timestamp = sounding.timestamp.wrapping_add(segment);
            sounding.length -= SEGMENT;
            sounding.sounded = 0;
        }
        sounding.sounded = (sounding.sounded + step).min(sounding.length).min(SEGMENT);
        let end = sounding.sounded >= sounding.length;
        sounding.ends += u8::from(end);
        let block = Block {
            event: sounding.event,
            end,
            volume: VOLUME,
            duration: u16::try_from(sounding.sounded.max(1)).unwrap_or(u16::MAX),
        };
        let timestamp = sounding.timestamp;
        let marker = std::mem::take(&mut sounding.first);
        let over = sounding.ends == ENDS;
        if over {
            self.sounding = None;
            // The first end was sent when it ended: two intervals of the pause are over.
            let step = step * media / events;
            self.pause = ticks(GAP, u32::try_from(media).unwrap_or(u32::MAX)) - 2 * step + step;
        }
        let last = over && self.count == 0;
        Turn::Packet {
            timestamp,
            marker,
            payload: block.octets(),
            last,
        }
    }
}
