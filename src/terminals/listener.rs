//! Those that listen to a stream, without being seen there: for tones, and for digits.

use super::rates::Converters;
use crate::engine::{Call, CallHandle, DTMF, DTMF_END, Flow, MediaNews, Result, Terminal};
use crate::shared::{OutOfMemory, Shared};
use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::dtmf::{self, Event};
use tapi3_media::tone::detect;
pub use tapi3_media::tone::detect::{Error as ToneError, MAX_FREQUENCIES, MAX_TONES, Sought};

/// The rate at which they listen.
const RATE: u32 = 8_000;

/// How many samples they are given at once.
const PIECE: usize = 160;

/// Sound at any rate of a call, for somebody who listens at [`RATE`].
#[derive(Debug)]
struct Ear(Converters);

impl Ear {
    fn try_new() -> std::result::Result<Self, OutOfMemory> {
        Ok(Ear(Converters::to(RATE)?))
    }

    fn hear(&mut self, rate: u32, mut frame: &[i16], mut listen: impl FnMut(&[i16])) {
        let Some(resampler) = self.0.at(rate) else {
            return;
        };
        let mut piece = [0; PIECE];
        loop {
            let done = resampler.process(frame, &mut piece);
            frame = frame.get(done.taken..).unwrap_or(&[]);
            listen(piece.get(..done.given).unwrap_or(&[]));
            if done.given < piece.len() && frame.is_empty() {
                return;
            }
        }
    }
}

/// Listens for tones, and tells the client who put it there of each ([`MediaNews::Tone`]).
pub struct ToneListener {
    hearing: Mutex<Tones>,
    /// The numbers that are told, in the order of the tones.
    numbers: [u32; MAX_TONES],
}

struct Tones {
    ear: Ear,
    detector: detect::Detector,
    /// Whom to tell.
    handle: Option<CallHandle>,
}

impl ToneListener {
    /// Listens for these tones, each with the number that is told when it was heard for as long as it
    /// must last.
    ///
    /// # Errors
    /// [`ToneError`]: too many, a frequency that no telephone carries, no memory.
    pub fn try_new(
        tones: impl IntoIterator<Item = (Sought, u32)>,
    ) -> std::result::Result<Shared<Self>, ToneError> {
        let out_of_memory = |_| ToneError::Resample(tapi3_media::resample::Error::OutOfMemory);
        let mut numbers = [0; MAX_TONES];
        let mut places = numbers.iter_mut();
        let sought = tones.into_iter().map(|(sought, number)| {
            // Of one more than there is room for the detector says so.
            if let Some(place) = places.next() {
                *place = number;
            }
            sought
        });
        let detector = detect::Detector::try_new(RATE, sought)?;
        let listener = ToneListener {
            hearing: Mutex::new(Tones {
                ear: Ear::try_new().map_err(out_of_memory)?,
                detector,
                handle: None,
            }),
            numbers,
        };
        Shared::try_new(listener).map_err(out_of_memory)
    }

    /// Hears a frame. Returns whom to tell, and a bit for each tone that was heard.
    fn heard(&self, rate: u32, frame: &[i16]) -> Option<(CallHandle, u32)> {
        let mut hearing = lock(&self.hearing);
        let Tones {
            ear,
            detector,
            handle,
        } = &mut *hearing;
        let mut heard = 0;
        ear.hear(rate, frame, |piece| {
            detector.hear(piece, |place| heard |= 1 << place);
        });
        match heard {
            0 => None,
            _ => Some((handle.clone()?, heard)),
        }
    }
}

impl Terminal for ToneListener {
    fn selected(&self, handle: &CallHandle, _flow: Flow) -> Result<()> {
        lock(&self.hearing).handle = Some(handle.clone());
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {
        let handle = lock(&self.hearing).handle.take();
        drop(handle);
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        let Some((handle, heard)) = self.heard(rate, frame) else {
            return;
        };
        // TAPI's clock: milliseconds, of which the lower 32 bits are told.
        let tick = call.line().engine().clock().now().as_millis() as u32;
        for (place, &app_specific) in self.numbers.iter().enumerate() {
            if heard & (1 << place) != 0 {
                handle.tell_media(MediaNews::Tone { app_specific, tick });
            }
        }
    }
}

/// Hears digits in the sound of a call and tells the call of them, as long as anybody wants them:
/// for lines with which nothing better is agreed.
pub struct DigitListener {
    hearing: Mutex<Digits>,
}

struct Digits {
    ear: Ear,
    detector: dtmf::Detector,
}

impl DigitListener {
    /// Listens.
    ///
    /// # Errors
    /// No memory.
    pub fn try_new() -> Result<Shared<Self>> {
        let listener = DigitListener {
            hearing: Mutex::new(Digits {
                ear: Ear::try_new()?,
                detector: dtmf::Detector::try_new(RATE).map_err(|_| OutOfMemory)?,
            }),
        };
        Ok(Shared::try_new(listener)?)
    }

    fn heard(&self, call: &Call, rate: u32, frame: &[i16]) {
        // In a frame there is room for no more than the end of one digit and the beginning of the next.
        let mut told = [None; 4];
        {
            let mut hearing = lock(&self.hearing);
            let Digits { ear, detector } = &mut *hearing;
            let mut places = told.iter_mut();
            ear.hear(rate, frame, |piece| {
                detector.hear(piece, |event| {
                    if let Some(place) = places.next() {
                        *place = Some(event);
                    }
                });
            });
        }
        for event in told.into_iter().flatten() {
            let (key, mode) = match event {
                Event::Start { key, .. } => (key, DTMF),
                Event::End { key, .. } => (key, DTMF_END),
            };
            // Its character is one of ASCII.
            call.digit(key.as_char() as u8, mode);
        }
    }
}

impl Terminal for DigitListener {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    /// A digit that still sounds has ended.
    fn unselected(&self, call: &Call, _flow: Flow) {
        for _ in 0..5 {
            self.heard(call, RATE, &[0; PIECE]);
        }
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        self.heard(call, rate, frame);
    }
}
