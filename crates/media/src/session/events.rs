//! What happened in a session, until somebody asks.

use std::net::SocketAddr;
use std::time::Duration;

use crate::telephone_event::Told;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A digit's event has begun ([`crate::telephone_event::digit`] says which it is).
    DigitBegan(u8),
    /// A digit is over, and has been so long.
    DigitEnded(u8, Duration),
    /// All digits that were queued have been sent.
    DigitsSent,
    /// The other side's packets come from here: sound goes there now.
    Moved(SocketAddr),
    /// Another source sends: its number.
    Source(u32),
    /// The other side says that it leaves (RTCP BYE). Signalling ends a call, not this.
    Left,
    /// The other side uses our source's number, so we have another (RFC 3550 §8.2).
    Renumbered(u32),
}

/// Events that wait.
const QUEUE: usize = 32;
/// Room that beginnings leave, so that the end of what has begun can always be told.
const ENDS: usize = 4;

#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: [Option<Event>; QUEUE],
    first: usize,
    count: usize,
    /// The beginning of the digit that sounds had no room: its end is not told either.
    untold: bool,
}

impl Queue {
    pub(super) fn put(&mut self, event: Event) {
        let place = (self.first + self.count) % QUEUE;
        if let Some(free) = self.waiting.get_mut(place).filter(|_| self.count < QUEUE) {
            *free = Some(event);
            self.count += 1;
        }
    }

    /// What is no digit leaves them room.
    pub(super) fn put_if_room(&mut self, event: Event) {
        if self.count + ENDS < QUEUE {
            self.put(event);
        }
    }

    pub(super) fn told(&mut self, told: Told) {
        match told {
            Told::Begun(event) => {
                self.untold = self.count + ENDS >= QUEUE;
                if !self.untold {
                    self.put(Event::DigitBegan(event));
                }
            }
            Told::Ended(..) if self.untold => self.untold = false,
            Told::Ended(event, length) => self.put(Event::DigitEnded(event, length)),
        }
    }

    pub(super) fn take(&mut self) -> Option<Event> {
        let event = self.waiting.get_mut(self.first)?.take()?;
        self.first = (self.first + 1) % QUEUE;
        self.count -= 1;
        Some(event)
    }
}
