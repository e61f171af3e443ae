//! What happened in a session, until somebody asks.

use std::collections::{TryReserveError, VecDeque};
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

#[derive(Debug)]
pub(super) struct Queue {
    waiting: VecDeque<Event>,
    /// The beginning of the digit that sounds had no room: its end is not told either.
    untold: bool,
}

impl Queue {
    /// With room for what whoever asks in time lets wait.
    pub(super) fn new() -> Result<Queue, TryReserveError> {
        let mut waiting = VecDeque::new();
        waiting.try_reserve_exact(ENDS)?;
        Ok(Queue {
            waiting,
            untold: false,
        })
    }

    pub(super) fn put(&mut self, event: Event) {
        let waiting = &mut self.waiting;
        let room = waiting.len() < waiting.capacity()
            || (waiting.len() < QUEUE && waiting.try_reserve_exact(ENDS).is_ok());
        if room {
            waiting.push_back(event);
        }
    }

    /// What is no digit leaves them room.
    pub(super) fn put_if_room(&mut self, event: Event) {
        if self.leaves_room() {
            self.put(event);
        }
    }

    /// Whether after one more event there is room for the end of what has begun.
    fn leaves_room(&mut self) -> bool {
        self.waiting.len() + ENDS < QUEUE && self.waiting.try_reserve_exact(ENDS).is_ok()
    }

    pub(super) fn heap(&self) -> usize {
        self.waiting.capacity() * size_of::<Event>()
    }

    pub(super) fn told(&mut self, told: Told) {
        match told {
            Told::Begun(event) => {
                self.untold = !self.leaves_room();
                if !self.untold {
                    self.put(Event::DigitBegan(event));
                }
            }
            Told::Ended(..) if self.untold => self.untold = false,
            Told::Ended(event, length) => self.put(Event::DigitEnded(event, length)),
        }
    }

    pub(super) fn take(&mut self) -> Option<Event> {
        self.waiting.pop_front()
    }
}
