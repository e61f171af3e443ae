//! The ends of calls that may have sound: our lines', and the extensions' at their far ends; and the
//! digits that they send.

use super::step::{Step, WRONG_STATE};
use super::voices::Voice;
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

/// Digits on their way.
#[derive(Debug)]
pub(super) struct Sending {
    digits: SendDigits,
    /// Which of the keys is sounding, or comes next.
    next: usize,
    /// For how many ticks it sounds on; none if it has not begun.
    sounds: Option<u128>,
    /// For how many ticks it is silent before the next.
    rests: u128,
}

/// What becomes of digits in a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sent {
    /// Nothing to be told.
    Nothing,
    /// A key was pressed (`DTMF`), or let go (`DTMF_END`), or both.
    Key { key: u8, modes: u32 },
    /// All were sent: the serial number.
    All(u32),
}

/// Whether the far end can tell it from silence.
pub(super) fn is_key(key: u8) -> bool {
    matches!(key, b'0'..=b'9' | b'A'..=b'D' | b'*' | b'#')
}

fn ticks(time: Duration) -> u128 {
    time.as_millis().div_ceil(TICK)
}

impl Sending {
    pub fn new(digits: SendDigits) -> Self {
        Sending {
            digits,
            next: 0,
            sounds: None,
            rests: 0,
        }
    }

    /// Goes on by one tick.
    fn tick(&mut self) -> Sent {
        if self.rests > 0 {
            self.rests -= 1;
            return Sent::Nothing;
        }
        let Some(key) = self.digits.keys.get(self.next).copied() else {
            return Sent::All(self.digits.serial);
        };
        let mut modes = 0;
        let left = self.sounds.unwrap_or_else(|| {
            modes |= DTMF;
            ticks(match key {
                b',' => PAUSE,
                _ => self.digits.each,
            })
        });
        if left > 1 {
            self.sounds = Some(left - 1);
        } else {
            modes |= DTMF_END;
            self.sounds = None;
            self.next += 1;
            self.rests = ticks(self.digits.gap);
        }
        match is_key(key) && modes != 0 {
            true => Sent::Key { key, modes },
            false => Sent::Nothing,
        }
    }

    /// Goes on with what is sent, if anything is. When all is sent, there is nothing any more.
    pub fn go_on(sending: &mut Option<Sending>) -> Sent {
        let sent = sending.as_mut().map_or(Sent::Nothing, Sending::tick);
        if matches!(sent, Sent::All(_)) {
            *sending = None;
        }
        sent
    }
}

/// One end of a call.
#[derive(Debug)]
pub(super) struct Mouth {
    /// The leg whose end it is.
    pub leg: u32,
    pub sending: Option<Sending>,
    /// The extension at the far end, if it says or hears anything.
    pub voice: Option<Voice>,
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
            self.list.push(Mouth {
                leg,
                sending: None,
                voice: None,
            });
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

    /// The end at this place.
    pub fn at(&mut self, place: usize) -> Option<&mut Mouth> {
        self.list.get_mut(place)
    }

    /// The end of this leg.
    pub fn of(&mut self, leg: u32) -> Option<&mut Mouth> {
        self.list.iter_mut().find(|mouth| mouth.leg == leg)
    }
}

impl Step<'_> {
    /// Makes room for the sound of a call, whether it is placed already or not.
    pub fn prepare_sound(&mut self, call: &Call) -> Result<()> {
        self.take_up(call)?;
        self.state.mouths.reserve()?;
        if let Some(leg) = self.find(call) {
            self.state.mouths.add(leg);
        }
        Ok(())
    }

    /// Begins to send digits; what was being sent is given up.
    pub fn send_digits(&mut self, call: &Call, digits: SendDigits) -> Result<()> {
        self.find_talking(call)?;
        self.prepare_sound(call)?;
        let leg = self.find(call);
        let mouth = leg.and_then(|leg| self.state.mouths.of(leg));
        mouth.ok_or(WRONG_STATE)?.sending = Some(Sending::new(digits));
        Ok(())
    }

    /// Gives up sending digits.
    pub fn stop_digits(&mut self, call: &Call) {
        let leg = self.find(call);
        if let Some(mouth) = leg.and_then(|leg| self.state.mouths.of(leg)) {
            mouth.sending = None;
        }
    }
}
