//! What is wished of calls and lines, passed on to the nodes that have them.

use super::control::{Control, Deed, LineChange, LineWish, Wish};
use super::pool::Pool;
use super::session::{NOT_REACHED, Pending, Then};
use crate::engine::SendDigits;
use crate::pool::meaning;
use crate::shared::Shared;
use std::time::Duration;
use tapi3_bus::Ask;

impl Pool {
    /// Passes on what was wished of calls.
    pub async fn heed(&mut self) {
        for tag in self.asked.take() {
            self.heed_one(tag).await;
        }
        for wish in self.asked.take_lines() {
            self.heed_line(wish).await;
        }
    }

    async fn heed_line(&mut self, wish: LineWish) {
        let LineWish {
            line,
            change,
            outcome,
            until,
        } = wish;
        let place = self.session_of(line).filter(|_| self.link.is_connected());
        let Some((name, line)) = place else {
            outcome.tell(Err(NOT_REACHED));
            return;
        };
        let ask = match change {
            LineChange::Forward(forwards) => Ask::Forward { line, forwards },
            LineChange::DoNotDisturb(on) => Ask::DoNotDisturb { line, on },
            LineChange::MessageWaiting(on) => Ask::MessageWaiting { line, on },
        };
        if let Some(session) = self.sessions.get_mut(&name) {
            // What was wished before it is not to be done behind it.
            let is_former = |pending: &Pending| is_same_change(pending.ask(), &ask);
            session.pending.retain(|_, pending| !is_former(pending));
            let then = Then::Line(outcome, until);
            session.ask(&self.link, &self.who, ask, then).await;
        }
    }

    pub async fn heed_one(&mut self, tag: u64) {
        let Some(leg) = self.legs.get(&tag) else {
            return;
        };
        let (call, wishes) = (leg.number, leg.control.take());
        let digits = leg.control.take_digits();
        let has_sound = leg.control.take_sound();
        let begins_to_hear = leg.control.hears_digits() && !leg.hears_digits;
        let Some(session) = self.sessions.get_mut(&leg.session) else {
            return;
        };
        for wish in wishes {
            let (ask, then) = match wish {
                Wish::Drop(reason, reply) => {
                    let reason = reason as u32;
                    (Ask::Drop { call, reason }, Then::End(tag, reply))
                }
                Wish::Do(deed, reply) => {
                    let number = |other: Shared<Control>| {
                        let other = self.legs.get(&other.tag());
                        let other = other.filter(|other| other.session == leg.session);
                        other.map(|other| other.number)
                    };
                    match ask_for(call, deed, number) {
                        Some(ask) => (ask, Then::Do(tag, reply)),
                        None => {
                            reply.fail(meaning::OVER);
                            continue;
                        }
                    }
                }
            };
            session.ask(&self.link, &self.who, ask, then).await;
        }
        let digits = match digits {
            Some(Some(digits)) => Some(send_digits(tag, call, digits)),
            Some(None) => Some((Ask::StopDigits { call }, Then::Nothing)),
            None => None,
        };
        if let Some((ask, then)) = digits {
            // What is in its place must not be sent first when a lost bus is back.
            let is_former = |then: &Then| matches!(then, Then::Digits(of, _) if *of == tag);
            session
                .pending
                .retain(|_, pending| !is_former(&pending.then));
            session.ask(&self.link, &self.who, ask, then).await;
        }
        if begins_to_hear {
            let ask = Ask::HearDigits { call };
            let then = Then::HearDigits(tag);
            session.ask(&self.link, &self.who, ask, then).await;
            if let Some(leg) = self.legs.get_mut(&tag) {
                leg.hears_digits = true;
            }
        }
        if has_sound {
            self.look_after_sound(tag).await;
        }
    }
}

/// Whether two questions set the same of one line.
fn is_same_change(one: &Ask, other: &Ask) -> bool {
    match (one, other) {
        (Ask::Forward { line, .. }, Ask::Forward { line: other, .. })
        | (Ask::DoNotDisturb { line, .. }, Ask::DoNotDisturb { line: other, .. })
        | (Ask::MessageWaiting { line, .. }, Ask::MessageWaiting { line: other, .. }) => {
            line == other
        }
        _ => false,
    }
}

/// The question for something to be done with a call; `number` tells that of another one in the same
/// session. None if that is over.
fn ask_for(call: u64, deed: Deed, number: impl Fn(Shared<Control>) -> Option<u64>) -> Option<Ask> {
    Some(match deed {
        Deed::Answer => Ask::Answer { call },
        Deed::Hold => Ask::Hold { call },
        Deed::Unhold => Ask::Unhold { call },
        Deed::Swap(other) => Ask::Swap {
            call,
            held: number(other)?,
        },
        Deed::Redirect(destination) => Ask::Redirect { call, destination },
        Deed::BlindTransfer(destination) => Ask::BlindTransfer { call, destination },
        Deed::CompleteTransfer(original) => Ask::CompleteTransfer {
            call: number(original)?,
            consult: call,
        },
        Deed::Join(original) => Ask::Join {
            call: number(original)?,
            consult: call,
        },
        Deed::Leave => Ask::Leave { call },
        Deed::Park(address) => Ask::Park { call, address },
        Deed::Dial(digits) => Ask::Dial { call, digits },
    })
}

/// Asks for digits to be sent.
fn send_digits(tag: u64, call: u64, digits: SendDigits) -> (Ask, Then) {
    let milliseconds = |time: Duration| u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
    let ask = Ask::SendDigits {
        call,
        digits: digits.keys.iter().copied().map(char::from).collect(),
        each_ms: milliseconds(digits.each),
        gap_ms: milliseconds(digits.gap),
    };
    (ask, Then::Digits(tag, digits.serial))
}
