//! Calls that wait to be taken by another line: parked ones, and ringing ones (pickup).

use super::exchange::nanoseconds;
use super::legs::{Far, Phase};
use super::outbox::{Item, Undo};
use super::placing::{Route, Way, reason};
use super::plan::{Target, is_dialable};
use super::step::Step;
use crate::engine::{Call, Cause, Error, ErrorKind, PartyId, Reply, Result};
use tapi3_common::text;

/// A parked call.
#[derive(Debug)]
pub(super) struct Park {
    /// The number by which its leg knows it.
    pub number: u32,
    address: String,
    /// Who waits.
    far: Far,
    /// The line that parked it.
    line: u32,
    /// When that line is reminded.
    pub due: Option<u64>,
}

#[cfg(test)]
impl Park {
    /// Whether this leg waits here.
    pub fn is_of(&self, leg: u32) -> bool {
        self.far == Far::Leg(leg)
    }

    /// Whether the leg that waits here knows it.
    pub fn fits(&self, legs: &super::legs::Legs) -> bool {
        match self.far {
            Far::Leg(leg) => legs
                .get(leg)
                .is_some_and(|leg| leg.far == Far::Park(self.number)),
            far => matches!(far, Far::Extension(_)),
        }
    }
}

/// The first address that the exchange chooses itself, and how many there are.
const FIRST_ADDRESS: u32 = 7001;
const ADDRESSES: u32 = 999;

const BAD_ADDRESS: Error = Error::new(
    ErrorKind::InvalidParkId,
    "A call is parked at a number that belongs to no line or extension and where none waits yet.",
);
const NOTHING_PARKED: Error = Error::new(
    ErrorKind::InvalidParkId,
    "No call is parked at this address.",
);
const FULL: Error = Error::new(
    ErrorKind::OperationFailed,
    "All parking places of the simulated exchange are taken.",
);
const NO_GROUP: Error = Error::new(
    ErrorKind::InvalidGroupId,
    "No line is in this pickup group, or our line is in none.",
);
const NOTHING_RINGS: Error = Error::new(
    ErrorKind::OperationFailed,
    "No call rings that could be picked up.",
);

/// Which ringing call is to be picked up.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pick<'a> {
    /// The one at this number.
    At(Target),
    /// One in this group.
    In(&'a str),
    /// One in our line's own group.
    Nearby,
}

impl Step<'_> {
    /// Parks the far end of `call`.
    pub fn park(&mut self, call: &Call, address: Option<&str>, reply: Reply) {
        match self.try_park(call, address) {
            Ok(address) => self.out.push(Item::DoneWith(reply, address)),
            Err(error) => self.fail(reply, error),
        }
    }

    fn try_park(&mut self, call: &Call, address: Option<&str>) -> Result<String> {
        let index = self.find_with_far(call)?;
        let address = match address {
            Some(address) => self.check_place(address)?,
            None => self.choose_place()?,
        };
        let told = text::copy(&address)?;
        self.state.parks.try_reserve(1)?;
        let far = self.far(index);
        let line = self.line_of(call)?;
        self.forget_leg(index);
        let number = self.state.next_park;
        self.state.next_park = number.wrapping_add(1);
        if let Far::Leg(other) = far {
            self.set_far(other, Far::Park(number));
        }
        let now = self.now();
        let reminder = self.plan.park_reminder;
        self.state.parks.push(Park {
            number,
            address,
            far,
            line,
            due: reminder.map(|after| now.saturating_add(nanoseconds(after))),
        });
        Ok(told)
    }

    fn is_free(&self, address: &str) -> bool {
        self.plan.find(address) == Target::Unknown
            && self.state.parks.iter().all(|park| park.address != address)
    }

    fn check_place(&self, address: &str) -> Result<String> {
        let dialable = !address.is_empty() && address.chars().all(is_dialable);
        if dialable && self.is_free(address) {
            return Ok(text::copy(address)?);
        }
        Err(BAD_ADDRESS)
    }

    fn choose_place(&self) -> Result<String> {
        let mut address = String::new();
        address.try_reserve_exact(4)?;
        for number in FIRST_ADDRESS..FIRST_ADDRESS + ADDRESSES {
            address.clear();
            for power in [1000, 100, 10, 1] {
                let digit = char::from_digit(number / power % 10, 10);
                address.push(digit.unwrap_or('0'));
            }
            if self.is_free(&address) {
                return Ok(address);
            }
        }
        Err(FULL)
    }

    /// Connects the idle `call` to the one parked at `address`.
    pub fn unpark(&mut self, call: &Call, address: &str, reply: Reply) {
        let taken = self.try_unpark(call, address);
        self.finish_taking(call, taken, reply);
    }

    fn try_unpark(&mut self, call: &Call, address: &str) -> Result<Far> {
        let parks = &self.state.parks;
        let place = parks.iter().position(|park| park.address == address);
        let place = place.ok_or(NOTHING_PARKED)?;
        let far = parks.get(place).map_or(Far::Nobody, |park| park.far);
        let index = self.begin_leg(call, Phase::Talking)?;
        if let Err(error) = self.reserve_far(Far::Leg(index), far) {
            self.forget_leg(index);
            return Err(error);
        }
        self.state.parks.swap_remove(place);
        self.link(far, Far::Leg(index));
        Ok(far)
    }

    /// Tells the engine that the call was taken, and from whom.
    fn finish_taking(&mut self, call: &Call, taken: Result<Far>, reply: Reply) {
        match taken {
            Ok(far) => {
                let who = self.identity(far);
                self.out
                    .push(Item::Party(call.clone(), PartyId::Caller, who));
                self.done(reply);
            }
            Err(error) => self.fail(reply, error),
        }
    }

    /// A call was parked for long enough: it rings where it was parked from.
    pub fn remind(&mut self, place: usize) {
        if place >= self.state.parks.len() {
            return;
        }
        let park = self.state.parks.swap_remove(place);
        if let Far::Leg(index) = park.far {
            self.set_far(index, Far::Nobody);
        }
        let caller = self.identity(park.far);
        let route = Route::new(Target::Line(park.line), reason::REMINDER);
        // Neither forwarding nor do-not-disturb: whoever parked the call is to take it back.
        match self.reserve_offer(park.line, park.far, caller) {
            Ok(Way::Line(callee, _)) => {
                self.go(park.far, route, Way::Line(callee, None), Undo::Nothing);
            }
            _ => {
                if let Far::Leg(index) = park.far {
                    self.end(index, Cause::Failed);
                }
            }
        }
    }

    /// Connects the idle `call` to a ringing one, which stops ringing.
    pub fn pickup(&mut self, call: &Call, pick: Pick, reply: Reply) {
        let taken = self.try_pickup(call, pick);
        self.finish_taking(call, taken, reply);
    }

    fn try_pickup(&mut self, call: &Call, pick: Pick) -> Result<Far> {
        let own = self.line_of(call)?;
        let group = match pick {
            Pick::At(_) => None,
            Pick::In(group) => Some(group),
            Pick::Nearby => Some(self.group_of(own).ok_or(NO_GROUP)?),
        };
        if let Some(group) = group {
            let lines = 0..self.plan.lines.len() as u32;
            if !lines
                .into_iter()
                .any(|line| self.group_of(line) == Some(group))
            {
                return Err(NO_GROUP);
            }
        }
        let legs = self.state.legs.iter().filter(|(_, leg)| {
            leg.phase == Phase::Offering
                && leg.call.is_some()
                && match (pick, group) {
                    (Pick::At(target), _) => target == Target::Line(leg.line),
                    (_, group) => self.group_of(leg.line) == group,
                }
        });
        // The one that has rung longest.
        let ringing = legs.min_by_key(|(_, leg)| leg.call.as_ref().map(Call::id));
        let (ringing, _) = ringing.ok_or(NOTHING_RINGS)?;
        let far = self.far(ringing);
        let index = self.begin_leg(call, Phase::Talking)?;
        if let Err(error) = self.reserve_far(Far::Leg(index), far) {
            self.forget_leg(index);
            return Err(error);
        }
        self.set_far(ringing, Far::Nobody);
        self.end(ringing, Cause::Normal);
        self.link(far, Far::Leg(index));
        Ok(far)
    }

    fn group_of(&self, line: u32) -> Option<&str> {
        let plan = self.plan;
        let group = plan.line(line)?.settings.group.as_deref();
        group.filter(|group| !group.is_empty())
    }
}
