//! Opus (RFC 6716), heard and said at 16,000 samples a second: what a telephone needs, at the cost of
//! G.722. Whatever a far end sends is decoded to that, fullband and stereo too.
//!
//! The codec itself is another crate's, and reads bytes that anybody can send. So a panic there goes
//! no further: its state is thrown away, and the far end is silent for that packet.

use ropus::{Application, Bitrate, Channels, DecodeMode};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// More bytes than the state of an encoder or a decoder takes. The codec ends the process where there is
/// no memory for one, so there has to be room for it first.
const STATE: usize = 128 * 1024;

/// Samples a second, both ways.
pub const RATE: u32 = 16_000;

/// Bits a second: for speech of this bandwidth nothing is heard to be missing.
const BITRATE: u32 = 32_000;

/// Of 0 to 10, how hard the encoder tries. More costs twice the time for a few hundredths.
const COMPLEXITY: u8 = 5;

/// After so many samples of silence (400 ms) packets say that there is nothing.
const SILENT: usize = 6_400;

/// What sound may be made up in: 2.5 ms.
const STEP: usize = 40;

/// What is made up fades from 40 to 60 ms, after which the jitter buffer asks for silence.
const FADES_AT: usize = 640;
const FADED_AT: usize = 960;

/// A far end that made the decoder panic so often is not listened to any more.
const PATIENCE: u8 = 3;

/// Makes packets.
#[derive(Default)]
pub struct Encoder {
    /// There is none before the first sound.
    state: Option<Box<ropus::Encoder>>,
    /// Samples of silence in a row.
    silent: usize,
}

impl Encoder {
    /// An encoder that has heard nothing yet. Takes some 40 kB when it hears something.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            state: None,
            silent: 0,
        }
    }

    /// Makes a packet of 10, 20, 40 or 60 ms; nothing of any other length. Silence that lasts costs
    /// one byte and no time: a frame without octets, of which the far end makes what it likes
    /// (RFC 6716 §3.2.1). Returns the number of bytes written.
    pub fn encode(&mut self, samples: &[i16], out: &mut [u8]) -> usize {
        // SILK, wideband (RFC 6716 §3.1).
        let configuration: u8 = match samples.len() {
            160 => 8,
            320 => 9,
            640 => 10,
            960 => 11,
            _ => return 0,
        };
        let Some(first) = out.first_mut() else {
            return 0;
        };
        *first = configuration << 3;
        match samples.iter().all(|sample| *sample == 0) {
            true => self.silent = self.silent.saturating_add(samples.len()),
            false => self.silent = 0,
        }
        let nothing = self.silent > 0 && self.state.is_none();
        if nothing || self.silent > SILENT {
            return 1;
        }
        let made = catch_unwind(AssertUnwindSafe(|| {
            let state = match &mut self.state {
                Some(state) => state,
                none if has_room() => none.insert(Box::new(state()?)),
                _ => return None,
            };
            state.encode(samples, out).ok()
        }));
        match made {
            Ok(Some(made)) if made > 0 => made,
            _ => {
                self.state = None;
                if let Some(first) = out.first_mut() {
                    *first = configuration << 3;
                }
                1
            }
        }
    }
}

fn has_room() -> bool {
    Vec::<u8>::new().try_reserve_exact(STATE).is_ok()
}

fn state() -> Option<ropus::Encoder> {
    ropus::Encoder::builder(RATE, Channels::Mono, Application::Voip)
        .bitrate(Bitrate::Bits(BITRATE))
        .complexity(COMPLEXITY)
        .build()
        .ok()
}

/// Reads packets.
#[derive(Default)]
pub struct Decoder {
    /// There is none before the first packet.
    state: Option<Box<ropus::Decoder>>,
    /// Samples made up since a packet was read.
    made_up: usize,
    panics: u8,
}

impl Decoder {
    /// A decoder that has heard nothing yet. Takes some 70 kB when it hears something.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            state: None,
            made_up: 0,
            panics: 0,
        }
    }

    /// Decodes a packet. Returns the number of samples written: none of what is no packet, or is
    /// longer than `out`.
    pub fn decode(&mut self, packet: &[u8], out: &mut [i16]) -> usize {
        if packet.is_empty() || out.is_empty() {
            return 0;
        }
        self.made_up = 0;
        if self.state.is_none() && has_room() {
            self.state = ropus::Decoder::new(RATE, Channels::Mono).ok().map(Box::new);
        }
        self.run(packet, out)
    }

    /// Makes up what is missing: what was heard goes on, and fades to silence within 60 ms.
    pub fn conceal(&mut self, out: &mut [i16]) {
        for piece in out.chunks_mut(8 * STEP) {
            let mut made = [0; 8 * STEP];
            let whole = piece.len().div_ceil(STEP) * STEP;
            if let Some(made) = made.get_mut(..whole) {
                self.run(&[], made);
            }
            for (sample, made) in piece.iter_mut().zip(made) {
                let left = FADED_AT.saturating_sub(self.made_up.max(FADES_AT)) as i32;
                let faded = i32::from(made) * left / (FADED_AT - FADES_AT) as i32;
                // No more than what was made.
                *sample = faded as i16;
                self.made_up = self.made_up.saturating_add(1);
            }
        }
    }

    /// How often the codec has panicked.
    #[must_use]
    pub fn panics(&self) -> u8 {
        self.panics
    }

    fn run(&mut self, packet: &[u8], out: &mut [i16]) -> usize {
        let Some(state) = &mut self.state else {
            return 0;
        };
        if self.panics >= PATIENCE {
            return 0;
        }
        let room = out.len();
        let read = catch_unwind(AssertUnwindSafe(|| {
            state.decode(packet, out, DecodeMode::Normal)
        }));
        match read {
            Ok(read) => read.unwrap_or(0).min(room),
            Err(_) => {
                self.panics += 1;
                self.state = None;
                out.fill(0);
                0
            }
        }
    }
}

#[cfg(test)]
mod tests;
