//! Digits on their way out: as telephone events where the far end takes them (RFC 4733), by INFO where
//! it takes that, or as sound.

use super::manners::Digits;
use super::talk::{Talk, Wanted};
use super::terms::Terms;
use crate::engine::SendDigits;
use std::time::Duration;
use tapi3_media::dtmf::{Dial, Timing};
use tapi3_media::session::Session;
use tapi3_media::telephone_event;

/// How long a comma among digits is.
const PAUSE: Duration = Duration::from_secs(2);

/// The pause that a session makes anyway between two digits.
const LEAST_GAP: Duration = Duration::from_millis(40);

/// How they travel.
#[derive(Debug)]
enum Way {
    /// As events: whether the session still has some.
    Events { waits: bool },
    /// By INFO: when the next is told.
    Info { next: Duration },
    /// As sound, which ends by itself.
    Sound { dial: Dial, over: bool },
    /// Not at all.
    Nowhere,
}

/// Digits that are being sent.
#[derive(Debug)]
pub(super) struct Dialling {
    digits: SendDigits,
    /// Which of the keys comes next.
    next: usize,
    way: Way,
}

impl Dialling {
    /// Begins to send, in the way that was agreed on.
    pub fn new(digits: SendDigits, wish: Digits, terms: &Terms, now: Duration) -> Self {
        let events = terms.agreement.send.events.is_some();
        let way = match wish {
            Digits::Auto | Digits::Events if events => Way::Events { waits: false },
            Digits::Info => Way::Info { next: now },
            Digits::Auto if terms.takes_info => Way::Info { next: now },
            Digits::Auto | Digits::Sound => in_sound(&digits.keys, &digits),
            // The line was told to send them in no other way.
            Digits::Events => Way::Nowhere,
        };
        Dialling {
            digits,
            next: 0,
            way,
        }
    }

    /// Adds its sound to a frame, if it has any.
    pub fn sound(&mut self, rate: u32, frame: &mut [i16]) -> bool {
        let Way::Sound { dial, over } = &mut self.way else {
            return false;
        };
        if *over {
            return false;
        }
        // Nothing else is to be heard beside it.
        let made = dial.fill(rate, frame);
        *over = made < frame.len();
        if let Some(rest) = frame.get_mut(made..) {
            rest.fill(0);
        }
        true
    }

    /// The session has sent all that it had.
    pub fn events_sent(&mut self) {
        if let Way::Events { waits } = &mut self.way {
            *waits = false;
        }
    }

    /// The far end takes no INFO: what is left goes as sound, unless the line may not do that.
    pub fn info_refused(&mut self, wish: Digits) {
        if let (Way::Info { .. }, Digits::Auto) = (&self.way, wish) {
            let refused = self.next.saturating_sub(1);
            let rest = self.digits.keys.get(refused..).unwrap_or_default();
            self.way = in_sound(rest, &self.digits);
        }
    }

    /// Gives the session what it has room for, or signalling what is due. Returns the number of the
    /// digits once they are sent.
    pub fn go_on(&mut self, now: Duration, talk: &Talk, session: &mut Session) -> Option<u32> {
        let (each, gap) = (self.digits.each, self.digits.gap);
        match &mut self.way {
            Way::Events { waits } => {
                while let Some(key) = self.digits.keys.get(self.next) {
                    if !give(session, *key, each, gap) {
                        break;
                    }
                    *waits = true;
                    self.next += 1;
                }
                *waits &= session.is_sending_digits();
                let all = self.next >= self.digits.keys.len();
                (all && !*waits).then_some(self.digits.serial)
            }
            Way::Info { next } => {
                while *next <= now {
                    let Some(key) = self.digits.keys.get(self.next) else {
                        return Some(self.digits.serial);
                    };
                    *next += match key {
                        b',' => PAUSE,
                        // A flash of the hook is no key.
                        b'!' => Duration::ZERO,
                        key => {
                            if !talk.want(Wanted::Key(*key, each)) {
                                return None;
                            }
                            each + gap
                        }
                    };
                    self.next += 1;
                }
                None
            }
            Way::Sound { over, .. } => over.then_some(self.digits.serial),
            Way::Nowhere => Some(self.digits.serial),
        }
    }
}

/// Gives the session a key and the silence behind it. False if it has no room for both.
fn give(session: &mut Session, key: u8, each: Duration, gap: Duration) -> bool {
    if key == b',' {
        return session.pause_digits(PAUSE).is_ok();
    }
    let Some(event) = telephone_event::event(key.into()) else {
        return true;
    };
    if session.send_digits(&[event], each).is_err() {
        return false;
    }
    // Without it they only follow each other sooner.
    if gap > LEAST_GAP {
        let _ = session.pause_digits(gap - LEAST_GAP);
    }
    true
}

fn in_sound(keys: &[u8], digits: &SendDigits) -> Way {
    let milliseconds = |time: Duration| u32::try_from(time.as_millis()).unwrap_or(u32::MAX);
    let timing = Timing {
        on: milliseconds(digits.each),
        off: milliseconds(digits.gap),
        pause: milliseconds(PAUSE),
    };
    let keys = std::str::from_utf8(keys).unwrap_or_default();
    match Dial::try_new(keys, timing) {
        Ok(dial) => Way::Sound { dial, over: false },
        Err(_) => Way::Nowhere,
    }
}
