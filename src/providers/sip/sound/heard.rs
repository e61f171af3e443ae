//! Digits of the far end, in whichever way they come: each is told once.

use super::aside::Aside;
use super::talk::{MOST_KEYS, Talk};
use crate::engine::{Call, DTMF, DTMF_END};
use std::collections::VecDeque;
use std::time::Duration;
use tapi3_media::dtmf::{Detector, Event};
use tapi3_media::telephone_event;

/// What is known of the far end's digits.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// It sends events: what comes by INFO beside them would be the same once more.
    has_events: bool,
    /// Keys that signalling has told of: the first is pressed until `until`.
    keys: VecDeque<(u8, Duration)>,
    until: Option<Duration>,
    /// Listens for them in sound, where they come in no other way.
    detector: Aside<Detector>,
}

impl Heard {
    /// An event has begun or ended.
    pub fn event(&mut self, call: &Call, event: u8, mode: u32) {
        self.has_events = true;
        let key = telephone_event::digit(event).filter(|key| *key != '!');
        if let Some(key) = key.and_then(|key| u8::try_from(key).ok()) {
            call.digit(key, mode);
        }
    }

    /// Signalling has told of keys. Of more than anybody presses the last ones are lost.
    pub fn keys(&mut self, keys: Vec<(u8, Duration)>) {
        let room = MOST_KEYS.saturating_sub(self.keys.len());
        if !self.has_events && self.keys.try_reserve(keys.len().min(room)).is_ok() {
            self.keys.extend(keys.into_iter().take(room));
        }
    }

    /// Presses and lets go of keys that signalling has told of.
    pub fn go_on(&mut self, now: Duration, call: &Call) {
        while let Some((key, length)) = self.keys.front().copied() {
            match self.until {
                None => {
                    self.until = Some(now + length);
                    call.digit(key, DTMF);
                }
                Some(until) if until <= now => {
                    call.digit(key, DTMF_END);
                    self.until = None;
                    self.keys.pop_front();
                }
                Some(_) => return,
            }
        }
    }

    /// Listens to sound if somebody `wants` it.
    pub fn listens(&mut self, wants: bool, rate: u32) {
        if wants != self.is_listening() {
            let detector = wants.then(|| Detector::try_new(rate).ok()).flatten();
            let detector = detector.and_then(|detector| Aside::try_new(detector).ok());
            self.detector = detector.unwrap_or_default();
        }
    }

    /// Whether it listens to sound.
    pub fn is_listening(&self) -> bool {
        self.detector.is_some()
    }

    /// Sound has another rate from now on.
    pub fn forget_sound(&mut self) {
        self.detector = Aside::default();
    }

    /// Listens to a frame.
    pub fn sound(&mut self, talk: &Talk, frame: &[i16]) {
        let Some(detector) = self.detector.as_mut() else {
            return;
        };
        detector.hear(frame, |event| {
            let (key, mode) = match event {
                Event::Start { key, .. } => (key, DTMF),
                Event::End { key, .. } => (key, DTMF_END),
            };
            if let Ok(key) = u8::try_from(key.as_char()) {
                talk.call.digit(key, mode);
            }
        });
    }
}
