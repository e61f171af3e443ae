//! What extensions say and hear.

use super::mouths::{FRAME, Frame, Sending, is_key};
use super::plan::{Extension, Said};
use super::recording::{Recorder, Recording};
use crate::engine::SendDigits;
use std::sync::Arc;
use std::time::Duration;
use tapi3_media::tone::Tone;

/// After so many ticks without a digit an extension says back those that it has heard: a second.
const QUIET: u32 = 50;

/// It remembers so many.
const MOST_DIGITS: usize = 64;

/// How long it presses each key, and waits before the next.
const KEY: Duration = Duration::from_millis(100);

/// What an extension says now.
#[derive(Debug)]
enum Says {
    Nothing,
    /// What it heard in the tick before.
    Echo(Frame),
    Tone(Tone),
    /// The rest of a file.
    File(Arc<[i16]>, usize),
}

/// An extension's part in one call.
#[derive(Debug)]
pub(super) struct Voice {
    /// Which extension it is.
    pub extension: u32,
    says: Says,
    /// Digits that it heard, if it says them back.
    digits: Option<Vec<u8>>,
    quiet: u32,
    pub sending: Option<Sending>,
    recording: Option<Recording>,
}

impl Voice {
    pub fn new(number: u32, extension: &Extension, recorder: Option<&Arc<Recorder>>) -> Self {
        let says = match &extension.says {
            Said::Nothing => Says::Nothing,
            Said::Echo => Says::Echo([0; FRAME]),
            Said::Tone(tone) => Says::Tone(**tone),
            Said::File(samples) => Says::File(samples.clone(), 0),
        };
        let settings = &extension.settings;
        let path = settings.records.as_deref();
        let recording = recorder.zip(path);
        Voice {
            extension: number,
            says,
            digits: settings.reads_back.then(Vec::new),
            quiet: 0,
            sending: None,
            recording: recording.map(|(recorder, path)| Recording::begin(recorder, path)),
        }
    }

    /// What it says in this tick.
    pub fn says(&mut self, rate: u32) -> Frame {
        let mut frame = [0; FRAME];
        match &mut self.says {
            Says::Nothing => {}
            Says::Echo(heard) => frame = *heard,
            Says::Tone(tone) => _ = tone.fill(rate, &mut frame),
            Says::File(samples, at) => {
                let rest = samples.get(*at..).unwrap_or_default();
                for (to, sample) in frame.iter_mut().zip(rest) {
                    *to = *sample;
                }
                *at = at.saturating_add(FRAME);
            }
        }
        frame
    }

    /// Whether it wants to hear.
    pub fn listens(&self) -> bool {
        matches!(self.says, Says::Echo(_)) || self.recording.is_some()
    }

    pub fn hears(&mut self, frame: &Frame) {
        if let Says::Echo(heard) = &mut self.says {
            *heard = *frame;
        }
        if let Some(recording) = &mut self.recording {
            recording.hear(frame);
        }
    }

    /// Its caller pressed a key.
    pub fn digit(&mut self, key: u8) {
        let Some(digits) = &mut self.digits else {
            return;
        };
        self.quiet = 0;
        if is_key(key) && digits.len() < MOST_DIGITS && digits.try_reserve(1).is_ok() {
            digits.push(key);
        }
    }

    /// A tick has passed: it may be time to say the digits back.
    pub fn tick(&mut self) {
        let Some(digits) = &mut self.digits else {
            return;
        };
        self.quiet += 1;
        if digits.is_empty() || self.quiet < QUIET || self.sending.is_some() {
            return;
        }
        self.sending = Some(Sending::new(SendDigits {
            serial: 0,
            keys: std::mem::take(digits),
            each: KEY,
            gap: KEY,
        }));
    }

    /// Whether it goes on by itself, whoever listens.
    pub fn goes_on(&self) -> bool {
        let plays = match &self.says {
            Says::File(samples, at) => *at < samples.len(),
            Says::Nothing | Says::Echo(_) | Says::Tone(_) => false,
        };
        let says_back = self
            .digits
            .as_ref()
            .is_some_and(|digits| !digits.is_empty());
        plays || says_back || self.recording.is_some() || self.sending.is_some()
    }
}
