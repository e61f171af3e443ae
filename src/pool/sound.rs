//! The sound of calls on its way over the bus, the same on both sides: what is said is numbered and
//! coded, and what is heard is put in order, kept until its time, and where it is missing made up.
//!
//! Sound has a connection of its own, on a thread of its own, from the first call on that has any:
//! nothing else that is said over the bus waits behind it.

use crate::engine::{Error, Result};
use std::time::{Duration, Instant};
use tapi3_bus::{FRAME_SAMPLES, Frame};
use tapi3_common::shared::OutOfMemory;
use tapi3_media::comfort::Background;
use tapi3_media::conceal::Concealer;
use tapi3_media::g711::{from_mu_law, to_mu_law};
use tapi3_media::jitter::{Content, Incoming, JitterBuffer, Kept, Next};

/// Samples a second on the bus.
pub const RATE: u32 = 8_000;

/// Samples in a millisecond.
const MILLISECOND: u64 = 8;

/// A frame in samples.
const FRAME: u32 = FRAME_SAMPLES as u32;

/// 20 ms of samples.
pub type Samples = [i16; FRAME_SAMPLES];

/// A pause that is longer is told to the other side, samples.
const PAUSE: u64 = 100 * MILLISECOND;

/// How many samples wait for the next frame at most: less than a frame, and a piece.
const ROOM: usize = 2 * FRAME_SAMPLES;

/// How many of the latest frames are told apart from those that are sent once more.
const WINDOW: u32 = 64;

/// One side's sound of a call, on its way out.
#[derive(Debug)]
pub struct Mouth {
    begun: Instant,
    /// The number and the time of the next frame; none before the first.
    next: Option<(u32, u32)>,
}

impl Default for Mouth {
    fn default() -> Self {
        Mouth {
            begun: Instant::now(),
            next: None,
        }
    }
}

impl Mouth {
    /// The next 20 ms, of the call with this number in the session with this token.
    pub fn say(&mut self, (token, call): (u64, u64), samples: &Samples) -> Frame {
        self.say_at(self.begun.elapsed(), (token, call), samples)
    }

    fn say_at(&mut self, now: Duration, (token, call): (u64, u64), samples: &Samples) -> Frame {
        let now = now.as_millis() as u64 * MILLISECOND;
        let (number, mut time) = self.next.unwrap_or((0, now as u32));
        // Both go round; a frame may come before its time, where its thread catches up.
        let behind = (now as u32).wrapping_sub(time) as i32;
        let is_late = i64::from(behind) > PAUSE as i64;
        if is_late {
            time = now as u32;
        }
        let first = is_late || self.next.is_none();
        self.next = Some((number.wrapping_add(1), time.wrapping_add(FRAME)));
        Frame {
            token,
            call,
            number,
            time,
            first,
            sound: samples.map(to_mu_law),
        }
    }
}

/// Which frames were there before.
#[derive(Debug, Default)]
struct Numbers {
    highest: Option<u32>,
    /// Bit 0 is the highest.
    seen: u64,
}

impl Numbers {
    /// Takes a number. Returns whether it may be new: it was not seen, and is not too old to tell.
    fn take(&mut self, number: u32) -> bool {
        let Some(highest) = self.highest else {
            (self.highest, self.seen) = (Some(number), 1);
            return true;
        };
        if number > highest {
            self.seen = self.seen.checked_shl(number - highest).unwrap_or(0) | 1;
            self.highest = Some(number);
            return true;
        }
        let behind = highest - number;
        let bit = 1_u64.checked_shl(behind).filter(|_| behind < WINDOW);
        let is_new = bit.is_some_and(|bit| self.seen & bit == 0);
        self.seen |= bit.unwrap_or(0);
        is_new
    }
}

/// What the other side says of a call.
#[derive(Debug)]
pub struct Ear {
    begun: Instant,
    numbers: Numbers,
    buffer: JitterBuffer,
    concealer: Concealer,
    background: Background,
    quiet: bool,
    /// What is decoded and not heard yet.
    waiting: [i16; ROOM],
    waits: usize,
    heard: u64,
    ignored: u64,
}

impl Ear {
    /// What it needs at once is reserved here; the buffer takes its memory as frames come, and leaves out
    /// those for which there is none.
    ///
    /// # Errors
    /// If there is none.
    pub fn try_new() -> Result<Self> {
        let failed = |_| Error::from(OutOfMemory);
        Ok(Ear {
            begun: Instant::now(),
            numbers: Numbers::default(),
            buffer: JitterBuffer::new(RATE),
            concealer: Concealer::new(RATE).map_err(failed)?,
            background: Background::default(),
            quiet: true,
            waiting: [0; ROOM],
            waits: 0,
            heard: 0,
            ignored: 0,
        })
    }

    /// Takes a frame whose seal was right. What was there before, comes too late, or is too much is
    /// ignored, and counted.
    pub fn take(&mut self, frame: &Frame) {
        self.take_at(self.begun.elapsed(), frame);
    }

    fn take_at(&mut self, now: Duration, frame: &Frame) {
        let packet = Incoming {
            // Where it begins, nothing is missing before it.
            number: u64::from(frame.number) + 1,
            timestamp: frame.time,
            marker: frame.first,
            payload_type: 0,
            content: Content::Audio { octets_per_tick: 1 },
            length: FRAME,
            payload: &frame.sound,
        };
        let is_kept =
            self.numbers.take(frame.number) && self.buffer.insert(now, &packet) == Kept::Kept;
        match is_kept {
            true => self.heard += 1,
            false => self.ignored += 1,
        }
    }

    /// The next 20 ms. Returns whether the other side says anything in them; if not, they are silent.
    /// Takes no memory.
    pub fn hear(&mut self, samples: &mut Samples) -> bool {
        self.hear_at(self.begun.elapsed(), samples)
    }

    fn hear_at(&mut self, now: Duration, samples: &mut Samples) -> bool {
        let mut sounds = self.waits > 0;
        while self.waits < FRAME_SAMPLES {
            let Some(room) = self.waiting.get_mut(self.waits..) else {
                break;
            };
            let next = self.buffer.next(now, self.quiet);
            let length = match next {
                Next::Audio { payload, .. } => payload.len(),
                Next::Conceal(length) | Next::Noise(length, _) | Next::Silence(length) => {
                    usize::try_from(length).unwrap_or(0)
                }
            };
            let Some(out) = room.get_mut(..length).filter(|out| !out.is_empty()) else {
                break;
            };
            match next {
                Next::Audio { payload, joint, .. } => {
                    for (to, code) in out.iter_mut().zip(payload) {
                        *to = from_mu_law(*code);
                    }
                    self.concealer.heard(out, joint);
                    sounds = true;
                }
                Next::Conceal(_) => {
                    self.concealer.conceal(out);
                    sounds = true;
                }
                Next::Noise(..) | Next::Silence(_) => out.fill(0),
            }
            self.waits += length;
        }
        samples.fill(0);
        let ready = self.waits.min(FRAME_SAMPLES);
        for (to, from) in samples.iter_mut().zip(&self.waiting) {
            *to = *from;
        }
        if let Some(rest) = samples.get_mut(ready..) {
            rest.fill(0);
        }
        self.waiting.copy_within(ready..self.waits, 0);
        self.waits -= ready;
        self.quiet = self.background.is_quiet(samples);
        sounds
    }

    /// How many frames were heard, and how many ignored.
    pub fn counts(&self) -> (u64, u64) {
        (self.heard, self.ignored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TICK: Duration = Duration::from_millis(20);
    const PLACE: (u64, u64) = (1, 1);

    fn tone(at: usize) -> Samples {
        std::array::from_fn(|sample| {
            let phase = (at * FRAME_SAMPLES + sample) as f64 * 440.0 / 8_000.0;
            (10_000.0 * (phase * std::f64::consts::TAU).sin()) as i16
        })
    }

    fn loudness(samples: &Samples) -> i32 {
        samples.iter().map(|s| i32::from(*s).abs()).max().unwrap()
    }

    /// What is heard of a tone of `count` frames of which `on_its_way` makes messages in their order.
    fn carried(count: usize, on_its_way: impl Fn(usize, Frame) -> Vec<Frame>) -> (Vec<i32>, Ear) {
        let (mut mouth, mut ear) = (Mouth::default(), Ear::try_new().unwrap());
        let mut heard = Vec::new();
        for at in 0..count {
            let now = TICK * at as u32;
            let frame = mouth.say_at(now, PLACE, &tone(at));
            for frame in on_its_way(at, frame) {
                ear.take_at(now, &frame);
            }
            let mut samples = [0; FRAME_SAMPLES];
            ear.hear_at(now, &mut samples);
            heard.push(loudness(&samples));
        }
        (heard, ear)
    }

    #[test]
    fn what_is_said_is_heard_within_some_frames() {
        let (heard, ear) = carried(50, |_, frame| vec![frame]);
        assert!(heard[5..].iter().all(|level| *level > 9_000), "{heard:?}");
        assert_eq!(ear.counts(), (50, 0));
    }

    #[test]
    fn a_frame_that_is_lost_is_made_up() {
        let lost = |at: usize, frame| match at % 10 {
            7 => vec![],
            _ => vec![frame],
        };
        let (heard, ear) = carried(60, lost);
        assert!(heard[5..].iter().all(|level| *level > 5_000), "{heard:?}");
        assert_eq!(ear.counts(), (54, 0));
    }

    #[test]
    fn what_comes_twice_or_in_heaps_is_ignored_and_counted() {
        let twice = |_: usize, frame| vec![frame; 100];
        let (heard, ear) = carried(50, twice);
        assert!(heard[5..].iter().all(|level| *level > 9_000), "{heard:?}");
        assert_eq!(ear.counts(), (50, 50 * 99));
    }

    #[test]
    fn frames_of_no_time_near_change_nothing_of_those_that_are_right() {
        let mut ear = Ear::try_new().unwrap();
        let mut mouth = Mouth::default();
        for at in 0..50_u32 {
            let frame = mouth.say_at(TICK * at, PLACE, &tone(at as usize));
            ear.take_at(TICK * at, &frame);
            // Recorded ones, again and again.
            for old in 0..at.min(5) {
                let frame = Frame {
                    number: old,
                    time: old * FRAME,
                    first: true,
                    ..frame
                };
                ear.take_at(TICK * at, &frame);
            }
            let mut samples = [0; FRAME_SAMPLES];
            ear.hear_at(TICK * at, &mut samples);
            assert!(at < 5 || loudness(&samples) > 9_000, "frame {at}");
        }
        assert_eq!(ear.counts().0, 50);
    }

    #[test]
    fn whatever_comes_leaves_the_ear_whole() {
        let mut ear = Ear::try_new().unwrap();
        let mut lot = 1_u32;
        let mut draw = || {
            lot = lot.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            lot
        };
        for at in 0..5_000_u32 {
            for _ in 0..draw() % 4 {
                let frame = Frame {
                    token: 1,
                    call: 1,
                    number: draw() >> (draw() % 32),
                    time: draw(),
                    first: draw() % 2 == 0,
                    sound: [draw() as u8; FRAME_SAMPLES],
                };
                ear.take_at(TICK * at, &frame);
            }
            ear.hear_at(TICK * at, &mut [0; FRAME_SAMPLES]);
            assert!(ear.waits < FRAME_SAMPLES);
        }
    }

    #[test]
    fn a_pause_is_told_and_silence_is_heard_in_it() {
        let mut mouth = Mouth::default();
        let frames: Vec<Frame> = [0, 20, 40, 2_000, 2_020]
            .map(|ms| mouth.say_at(Duration::from_millis(ms), PLACE, &tone(0)))
            .into();
        let told: Vec<_> = frames.iter().map(|f| (f.number, f.time, f.first)).collect();
        let expected = [
            (0, 0, true),
            (1, 160, false),
            (2, 320, false),
            (3, 16_000, true),
            (4, 16_160, false),
        ];
        assert_eq!(told, expected);
        let mut ear = Ear::try_new().unwrap();
        let mut sounding = Vec::new();
        for at in 0..110_u32 {
            let ms = u64::from(at * 20);
            for frame in &frames {
                if u64::from(frame.time / 8) == ms {
                    ear.take_at(TICK * at, frame);
                }
            }
            let mut samples = [0; FRAME_SAMPLES];
            if ear.hear_at(TICK * at, &mut samples) {
                sounding.push(at);
            }
        }
        assert!(sounding.iter().any(|at| *at < 20) && sounding.iter().any(|at| *at >= 100));
        assert!(
            !sounding.iter().any(|at| (30..100).contains(at)),
            "{sounding:?}"
        );
    }
}
