//! What stands between calls that are in one conference though no line joins them: each has a place in
//! a room, says there what its far end says, and is told there what the others do.

use crate::engine::{
    self, Call, CallHandle, Error, ErrorKind, Flow, Mixer, Result, Terminal, TerminalRef,
};
use crate::shared::Shared;
use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::conference::{Party, Room, Seat};

/// Mixes calls of any lines, by the engine's clock.
#[derive(Debug, Default)]
pub struct RoomMixer;

impl Mixer for RoomMixer {
    fn place(
        &self,
        beside: Option<&TerminalRef>,
        party: Option<&TerminalRef>,
    ) -> Result<TerminalRef> {
        let room = match place_of(beside)? {
            Some(place) => place.room.clone(),
            None => Shared::try_new(Mutex::new(Room::try_new()?))?,
        };
        let party = place_of(party)?.map(|place| place.party()).transpose()?;
        let place = Place {
            room,
            party: Mutex::new(party),
            seat: Mutex::new(Seat::try_loose()?),
        };
        Ok(TerminalRef::new(Shared::try_new(place)?))
    }
}

/// The place that a terminal is; it is none where somebody else has made it.
fn place_of(terminal: Option<&TerminalRef>) -> Result<Option<&Shared<Place>>> {
    let Some(terminal) = terminal else {
        return Ok(None);
    };
    terminal.get::<Shared<Place>>().map(Some).ok_or(Error::new(
        ErrorKind::OperationFailed,
        "The conference is another mixer's.",
    ))
}

/// A call's place. Whoever carries the call's sound comes here, and for some samples' time waits for
/// another who does.
#[derive(Debug)]
struct Place {
    room: Shared<Mutex<Room>>,
    /// Those with whom it is joined in another way, if there are any.
    party: Mutex<Option<Shared<Mutex<Party>>>>,
    seat: Mutex<Seat>,
}

impl Place {
    /// Its party, made if it is the first one of it.
    fn party(&self) -> Result<Shared<Mutex<Party>>> {
        let mut party = lock(&self.party);
        if let Some(party) = &*party {
            return Ok(party.clone());
        }
        let new = Shared::try_new(Mutex::new(Party::try_new()?))?;
        Ok(party.insert(new).clone())
    }
}

impl Terminal for Place {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> engine::Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn play(&self, call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let now = call.line().engine().clock().now();
        let mut seat = lock(&self.seat);
        let party = lock(&self.party).clone();
        let mut room = lock(&self.room);
        let party = party.as_ref().map(|party| lock(party));
        seat.hear_among(&mut room, party.as_deref(), (now, rate, 1), frame)
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        let now = call.line().engine().clock().now();
        let mut seat = lock(&self.seat);
        let party = lock(&self.party).clone();
        let mut room = lock(&self.room);
        let mut party = party.as_ref().map(|party| lock(party));
        seat.say_among(&mut room, party.as_deref_mut(), now, rate, frame);
    }
}
