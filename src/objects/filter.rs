//! The event filters of addresses and calls: which events and sub-events they know.

use crate::com::abi::*;
use crate::com::{Error, Result};

/// Every TAPI_EVENT bit.
pub(super) const ALL_EVENTS: u32 = 0x03ff_ffff;

/// The sub-event number that stands for all sub-events of an event.
const ALL_SUB_EVENTS: i32 = -1;

/// One sub-event, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SubEvents {
    One(u32),
    All,
}

impl SubEvents {
    /// A bit for each sub-event that is meant.
    pub(super) fn mask(self) -> u32 {
        match self {
            SubEvents::One(number) => 1 << number,
            SubEvents::All => u32::MAX,
        }
    }

    /// The sub-event to ask about; all of them are switched together, so the first tells.
    pub(super) fn first(self) -> u32 {
        match self {
            SubEvents::One(number) => number,
            SubEvents::All => 0,
        }
    }
}

/// The highest sub-event number of an event that can concern a call.
fn last_of_call(event: TAPI_EVENT) -> Option<i32> {
    Some(match event {
        TE_CALLNOTIFICATION => CNE_LASTITEM,
        TE_CALLSTATE => CS_LASTITEM,
        TE_CALLMEDIA => CME_LASTITEM,
        TE_CALLINFOCHANGE => CIC_LASTITEM,
        TE_QOSEVENT => QE_LASTITEM,
        TE_PRIVATE | TE_DIGITEVENT | TE_GENERATEEVENT | TE_GATHERDIGITS | TE_TONEEVENT
        | TE_FILETERMINAL | TE_ASRTERMINAL | TE_TTSTERMINAL | TE_TONETERMINAL => 31,
        _ => return None,
    })
}

fn checked(event: TAPI_EVENT, sub_event: LONG, last: Option<i32>) -> Result<(u32, SubEvents)> {
    let (Some(last), Ok(bit)) = (last, u32::try_from(event)) else {
        return Err(Error::invalid_argument(
            "Not one event that this object can filter.",
        ));
    };
    match u32::try_from(sub_event) {
        Ok(number) if sub_event <= last => Ok((bit, SubEvents::One(number))),
        _ if sub_event == ALL_SUB_EVENTS => Ok((bit, SubEvents::All)),
        _ => Err(Error::invalid_argument("The event has no such sub-event.")),
    }
}

/// An event and sub-event of the filter of a call.
pub(super) fn call_event(event: TAPI_EVENT, sub_event: LONG) -> Result<(u32, SubEvents)> {
    checked(event, sub_event, last_of_call(event))
}

/// An event and sub-event of the filter of an address.
pub(super) fn address_event(event: TAPI_EVENT, sub_event: LONG) -> Result<(u32, SubEvents)> {
    let last = match event {
        TE_ADDRESS => Some(AE_LASTITEM),
        TE_ADDRESSDEVSPECIFIC => Some(31),
        _ => last_of_call(event),
    };
    checked(event, sub_event, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sub_event_is_one_bit_and_minus_one_is_all() {
        let (event, sub) = call_event(TE_CALLSTATE, CS_CONNECTED).unwrap();
        assert_eq!((event, sub.mask()), (0x8, 1 << 2));
        assert_eq!(call_event(TE_CALLSTATE, -1).unwrap().1, SubEvents::All);
    }

    #[test]
    fn unknown_events_and_sub_events_are_refused() {
        assert!(call_event(TE_CALLSTATE, CS_LASTITEM + 1).is_err());
        assert!(call_event(TE_CALLSTATE | TE_CALLMEDIA, 0).is_err());
        assert!(call_event(TE_ADDRESS, 0).is_err());
        assert!(address_event(TE_ADDRESS, AE_RINGING).is_ok());
        assert!(address_event(0, 0).is_err());
    }
}
