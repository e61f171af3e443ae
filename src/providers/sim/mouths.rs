//! The ends of calls that may have sound, and the digits that they send.

use super::legs::Phase;
use super::step::{Step, WRONG_STATE};
use crate::engine::{Call, DTMF, DTMF_END, Result, SendDigits};
use std::time::Duration;
use tapi3_common::shared::OutOfMemory;

/// Samples in 20 ms.
pub(super) const FRAME: usize = 160;

/// 20 ms.
pub(super) type Frame = [i16; FRAME];

/// Milliseconds in a tick.
const TICK: u128 = 20;

/// How long a comma among digits is.
const PAUSE: Duration = Duration::from_secs(2);

/// Something to tell a call, without the exchange's lock.
#[derive(Debug)]
pub(super) enum Told {
    /// Its far end pressed a key, or let it go.
    Digit(Call, u8, u32),
    /// Its digits are sent.
    Sent(Call, u32),
}

impl Told {
    pub fn tell(self) {
        match self {
            Told::Digit(call, key, mode) => call.digit(key, mode),
            Told::Sent(call, serial) => call.generated(serial),
        }
    }
}

/// Digits on their way.
#[derive(Debug)]
struct Sending {
    digits: SendDigits,
    /// Which of the keys is sounding, or comes next.
    next: usize,
    /// For how many ticks it sounds on; none if it has not begun.
    sounds: Option<u128>,
    /// For how many ticks it is silent before the next.
    rests: u128,
}

#[derive(Debug)]
struct Mouth {
    leg: u32,
    sending: Option<Sending>,
}

/// The ends of calls that may have sound.
#[derive(Debug, Default)]
pub(super) struct Mouths {
    list: Vec<Mouth>,
}

impl Mouths {
    /// Makes room for one more.
    pub fn reserve(&mut self) -> std::result::Result<(), OutOfMemory> {
        self.list.try_reserve(1)?;
        Ok(())
    }

    /// Adds the end of a leg, unless it is there; room was made.
    pub fn add(&mut self, leg: u32) {
        if self.of(leg).is_none() {
            let sending = None;
            self.list.push(Mouth { leg, sending });
        }
    }

    pub fn remove(&mut self, leg: u32) {
        if let Some(place) = self.list.iter().position(|mouth| mouth.leg == leg) {
            self.list.swap_remove(place);
        }
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The leg whose end stands at this place.
    pub fn leg(&self, place: usize) -> Option<u32> {
        self.list.get(place).map(|mouth| mouth.leg)
    }

    fn of(&mut self, leg: u32) -> Option<&mut Mouth> {
        self.list.iter_mut().find(|mouth| mouth.leg == leg)
    }

    /// Goes on with the digits of `call`, whose end stands at `place`, by one tick. Returns whether
    /// there are more.
    pub fn send_on(
        &mut self,
        place: usize,
        call: &Call,
        far: Option<&Call>,
        told: &mut Vec<Told>,
    ) -> bool {
        let Some(mouth) = self.list.get_mut(place) else {
            return false;
        };
        let Some(sending) = &mut mouth.sending else {
            return false;
        };
        let mut tell = |key: u8, mode| {
            if let (Some(far), true) = (far, is_key(key)) {
                told.push(Told::Digit(far.clone(), key, mode));
            }
        };
        if sending.rests > 0 {
            sending.rests -= 1;
            return true;
        }
        let Some(key) = sending.digits.keys.get(sending.next).copied() else {
            let serial = sending.digits.serial;
            mouth.sending = None;
            told.push(Told::Sent(call.clone(), serial));
            return false;
        };
        let left = match sending.sounds {
            Some(left) => left,
            None => {
                tell(key, DTMF);
                ticks(match key {
                    b',' => PAUSE,
                    _ => sending.digits.each,
                })
            }
        };
        if left > 1 {
            sending.sounds = Some(left - 1);
        } else {
            tell(key, DTMF_END);
            sending.sounds = None;
            sending.next += 1;
            sending.rests = ticks(sending.digits.gap);
        }
        true
    }
}

/// Whether the far end can tell it from silence.
fn is_key(key: u8) -> bool {
    matches!(key, b'0'..=b'9' | b'A'..=b'D' | b'*' | b'#')
}

fn ticks(time: Duration) -> u128 {
    time.as_millis().div_ceil(TICK)
}

impl Step<'_> {
    /// Begins to send digits; what was being sent is given up.
    pub fn send_digits(&mut self, call: &Call, digits: SendDigits) -> Result<()> {
        let leg = self.find(call).ok_or(WRONG_STATE)?;
        if self.phase(leg) != Some(Phase::Talking) {
            return Err(WRONG_STATE);
        }
        self.state.mouths.reserve()?;
        self.state.mouths.add(leg);
        if let Some(mouth) = self.state.mouths.of(leg) {
            mouth.sending = Some(Sending {
                digits,
                next: 0,
                sounds: None,
                rests: 0,
            });
        }
        Ok(())
    }

    /// Gives up sending digits.
    pub fn stop_digits(&mut self, call: &Call) {
        let leg = self.find(call);
        let mouth = leg.and_then(|leg| self.state.mouths.of(leg));
        if let Some(mouth) = mouth {
            mouth.sending = None;
        }
    }
}
