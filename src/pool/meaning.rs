//! What the engine knows, in the words of the bus, and back. Both sides use it.

use crate::engine::{Cause, DropReason, Error, ErrorKind, Features, Forward, Party, State};
use std::sync::Arc;
use tapi3_bus::{ForwardEntry, MAX_FORWARDS, MAX_TEXT, PartyEntry};
use tapi3_common::shared::OutOfMemory;
use tapi3_common::text;

/// How long the texts of a line's forwarding may be together, in bytes: one message has room for
/// them, whatever JSON makes of them.
const MAX_RULES_TEXT: usize = MAX_TEXT;

/// What is told to those who ask for anything but the end of a call that is over.
pub const OVER: Error = Error::new(ErrorKind::Dropped, "The call is over.");

/// CALL_STATE, as a state; none for a number that this version does not know.
pub fn state(number: u32) -> Option<State> {
    i32::try_from(number).ok().and_then(State::from_code)
}

/// CALL_STATE_EVENT_CAUSE, as a cause; one that this version does not know is a failure.
pub fn cause(number: u32) -> Cause {
    let code = i32::try_from(number).ok().and_then(Cause::from_code);
    code.unwrap_or(Cause::Failed)
}

/// DISCONNECT_CODE, as a reason; the usual one for a number that this version does not know.
pub fn reason(number: u32) -> DropReason {
    let code = i32::try_from(number).ok().and_then(DropReason::from_code);
    code.unwrap_or(DropReason::Normal)
}

/// The kinds of failure that keep their meaning over the bus.
const KINDS: &[(ErrorKind, &str)] = &[
    (ErrorKind::OutOfMemory, "out_of_memory"),
    (ErrorKind::InvalidArgument, "invalid_argument"),
    (ErrorKind::InvalidCallState, "invalid_call_state"),
    (ErrorKind::NotOffering, "not_offering"),
    (ErrorKind::Timeout, "timeout"),
    (ErrorKind::NotSupported, "not_supported"),
    (ErrorKind::NotOwner, "not_owner"),
    (ErrorKind::OperationFailed, "operation_failed"),
    (ErrorKind::InvalidAddress, "invalid_address"),
    (ErrorKind::DestinationBusy, "destination_busy"),
    (ErrorKind::DestinationNoAnswer, "destination_no_answer"),
    (ErrorKind::DestinationUnavailable, "destination_unavailable"),
    (ErrorKind::AddressBlocked, "address_blocked"),
    (ErrorKind::Dropped, "dropped"),
    (ErrorKind::CallUnavailable, "call_unavailable"),
    (ErrorKind::NoConference, "no_conference"),
    (ErrorKind::ConferenceFull, "conference_full"),
    (ErrorKind::InvalidParkId, "invalid_park_id"),
    (ErrorKind::InvalidGroupId, "invalid_group_id"),
    (ErrorKind::TargetNotFound, "target_not_found"),
    (ErrorKind::TargetSelf, "target_self"),
    (ErrorKind::InvalidDigits, "invalid_digits"),
    (ErrorKind::InvalidMediaType, "invalid_media_type"),
    (ErrorKind::OutOfService, "out_of_service"),
    (ErrorKind::AccessDenied, "access_denied"),
];

/// The word for a kind of failure.
pub fn word(kind: ErrorKind) -> &'static str {
    let known = KINDS.iter().find(|(known, _)| *known == kind);
    known.map_or("operation_failed", |(_, word)| word)
}

/// A failure that the other side told.
pub fn error(word: &str, text: &str) -> Error {
    let known = KINDS.iter().find(|(_, known)| *known == word);
    let kind = known.map_or(ErrorKind::OperationFailed, |(kind, _)| *kind);
    Error::with_text(kind, Arc::from(text))
}

/// A key of a telephone; none for a character that is no key.
pub fn key(key: char) -> Option<u8> {
    match key {
        '0'..='9' | 'A'..='D' | '*' | '#' => u8::try_from(key).ok(),
        _ => None,
    }
}

/// What can be sent as digits: keys, pauses (`,`) and flashes of the hook (`!`). None if there is
/// anything else in it.
pub fn keys(digits: &str) -> Option<Vec<u8>> {
    let one = |c: char| match c {
        ',' | '!' => u8::try_from(c).ok(),
        c => key(c),
    };
    digits.chars().map(one).collect()
}

/// A word for something that a line offers, and where that stands.
type Word = (&'static str, fn(&mut Features) -> &mut bool);

/// What a line offers over the bus.
const OFFERS: &[Word] = &[
    ("hold", |f| &mut f.hold),
    ("swap", |f| &mut f.swap),
    ("redirect", |f| &mut f.redirect),
    ("blind_transfer", |f| &mut f.blind_transfer),
    ("transfer", |f| &mut f.transfer),
    ("conference", |f| &mut f.conference),
    ("park_direct", |f| &mut f.park_direct),
    ("park_indirect", |f| &mut f.park_indirect),
    ("unpark", |f| &mut f.unpark),
    ("pickup", |f| &mut f.pickup),
    ("dial", |f| &mut f.dial),
    ("forward", |f| &mut f.forward),
    ("do_not_disturb", |f| &mut f.do_not_disturb),
    ("message_waiting", |f| &mut f.message_waiting),
    ("sound", |f| &mut f.streams),
];

/// What of a line's features goes over the bus.
pub fn offers(mut features: Features) -> Vec<String> {
    let offered = OFFERS.iter().filter(|(_, of)| *of(&mut features));
    offered.map(|(word, _)| (*word).to_owned()).collect()
}

/// The features of a line that offers this.
pub fn features(offers: &[String]) -> Features {
    let mut features = Features::default();
    for (word, of) in OFFERS {
        *of(&mut features) = offers.iter().any(|offer| offer == word);
    }
    features
}

/// As many rules of a line's forwarding as the bus carries. Fails if there is no memory.
pub fn forwards(rules: &[Forward]) -> Result<Vec<ForwardEntry>, OutOfMemory> {
    let mut room = MAX_RULES_TEXT;
    let mut entries = Vec::new();
    for rule in rules.iter().take(MAX_FORWARDS) {
        let length = rule.destination.len() + rule.caller.as_ref().map_or(0, String::len);
        if length > room {
            break;
        }
        room -= length;
        entries.try_reserve(1)?;
        entries.push(ForwardEntry {
            mode: rule.mode,
            destination: text::copy(&rule.destination)?,
            caller: rule.caller.as_deref().map(text::copy).transpose()?,
            rings: rule.rings,
        });
    }
    Ok(entries)
}

/// The rules of a line's forwarding, from the bus.
pub fn rules(forwards: Vec<ForwardEntry>) -> Vec<Forward> {
    let rule = |entry: ForwardEntry| Forward {
        mode: entry.mode,
        destination: entry.destination,
        caller: entry.caller,
        rings: entry.rings,
    };
    forwards.into_iter().map(rule).collect()
}

/// Somebody in a call, for the bus.
pub fn entry(party: &Party) -> PartyEntry {
    PartyEntry {
        name: clip(&party.name),
        number: clip(&party.number),
    }
}

/// Somebody in a call, from the bus.
pub fn party(entry: PartyEntry) -> Party {
    Party {
        name: entry.name,
        number: entry.number,
    }
}

/// As much of a text as the bus carries.
pub fn clip(text: &str) -> String {
    let mut end = text.len().min(MAX_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_survives_the_way_and_what_is_not_is_a_failure() {
        for number in 0..7 {
            assert_eq!(state(number).map(|state| state as u32), Some(number));
        }
        assert_eq!(state(7), None);
        for number in 0..9 {
            assert_eq!(cause(number) as u32, number);
        }
        assert_eq!(cause(9), Cause::Failed);
        assert_eq!(reason(2), DropReason::Rejected);
        assert_eq!(reason(99), DropReason::Normal);
        for (kind, _) in KINDS {
            assert_eq!(error(word(*kind), "why").kind(), *kind);
        }
        assert_eq!(error("later", "why").kind(), ErrorKind::OperationFailed);
    }

    #[test]
    fn only_what_goes_over_the_bus_is_offered() {
        let all = Features {
            hold: true,
            dial: true,
            quality_of_service: true,
            streams: true,
            ..Features::default()
        };
        let offered = offers(all);
        assert_eq!(offered, ["hold", "dial", "sound"]);
        let read = features(&offered);
        assert!(read.hold && read.dial && read.streams && !read.swap);
        assert!(!read.quality_of_service);
    }

    #[test]
    fn a_long_text_is_clipped_between_characters() {
        let long = "\u{20ac}".repeat(MAX_TEXT);
        let clipped = clip(&long);
        assert!(clipped.len() <= MAX_TEXT && clipped.len() > MAX_TEXT - 3);
        assert_eq!(clip("short"), "short");
    }
}
