//! A conference of calls, as their sound's thread has it: a room, and each call's place in it. Only that
//! thread speaks and hears there, so nobody ever waits for its lock.

use super::aside::Aside;
use super::clock::FRAME;
use crate::shared::{OutOfMemory, Shared};
use std::fmt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::conference::{Room, Seat};

#[derive(Debug)]
struct Inner {
    room: Mutex<Room>,
    /// How many places there are.
    places: AtomicUsize,
}

/// A conference. It is there as long as anybody knows of it.
#[derive(Clone)]
pub(in super::super) struct Conference(Shared<Inner>);

impl Conference {
    /// One without members.
    pub fn try_new() -> Result<Self, OutOfMemory> {
        let room = Room::try_new()?;
        Ok(Conference(Shared::try_new(Inner {
            room: Mutex::new(room),
            places: AtomicUsize::new(0),
        })?))
    }

    /// A place in it, with all the memory that it will ever have.
    pub fn place(&self) -> Result<Seated, OutOfMemory> {
        let seat = Seat::try_new()?;
        self.0.places.fetch_add(1, Ordering::AcqRel);
        let place = Place {
            conference: self.clone(),
            seat,
        };
        Ok(Seated(Aside::try_new(place)?))
    }

    /// Whether both are one conference.
    pub fn same(&self, other: &Self) -> bool {
        Shared::ptr_eq(&self.0, &other.0)
    }
}

/// A call's place in a conference, or none: most calls are in no conference.
#[derive(Debug, Default)]
pub(in super::super) struct Seated(Aside<Place>);

impl Seated {
    pub(super) fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn as_mut(&mut self) -> Option<&mut Place> {
        self.0.as_mut()
    }
}

/// A call's place in a conference. It is left when this is dropped.
pub(super) struct Place {
    conference: Conference,
    seat: Seat,
}

impl Place {
    /// Whether anybody else is there.
    pub fn has_others(&self) -> bool {
        self.conference.0.places.load(Ordering::Acquire) > 1
    }

    /// The far end of the call says this, at the turn that is due.
    pub fn say(&mut self, due: Duration, rate: u32, frame: &[i16]) {
        let mut room = lock(&self.conference.0.room);
        self.seat.say(&mut room, due, rate, frame);
    }

    /// What the others say is added to the next 20 ms for the far end, of a packet that is due. Returns
    /// whether it is anything.
    pub fn hear(&mut self, due: Duration, rate: u32, packet: Duration, frame: &mut [i16]) -> bool {
        if !self.has_others() {
            return false;
        }
        let turns = packet.as_millis().div_ceil(FRAME.as_millis());
        let turns = u64::try_from(turns).unwrap_or(1);
        let mut room = lock(&self.conference.0.room);
        self.seat.hear(&mut room, due, rate, turns, frame)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.conference.0.places.fetch_sub(1, Ordering::AcqRel);
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.conference.0.places.load(Ordering::Relaxed);
        f.debug_struct("Place").field("of", &places).finish()
    }
}
