//! Terminals of a test's own: one that says a tone, and one that remembers what it hears. And how both
//! are measured.

use std::f64::consts::TAU;
use std::sync::{Arc, Mutex};
use tapi3::engine::{Call, CallHandle, Flow, Kind, Result, Role, Terminal, TerminalRef};

/// Says a tone for ever.
pub struct Tone {
    hertz: f64,
    phase: Mutex<f64>,
}

/// Remembers what it hears.
#[derive(Default)]
pub struct Memory(Mutex<(u32, Vec<i16>)>);

impl Terminal for Tone {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn play(&self, _call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let mut phase = self.phase.lock().unwrap();
        for sample in frame {
            *sample = sample.saturating_add((phase.sin() * 8_000.0) as i16);
            *phase = (*phase + TAU * self.hertz / f64::from(rate)) % TAU;
        }
        true
    }
}

impl Terminal for Memory {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn hear(&self, _call: &Call, rate: u32, frame: &[i16]) {
        let mut heard = self.0.lock().unwrap();
        heard.0 = rate;
        heard.1.extend_from_slice(frame);
    }
}

impl Memory {
    /// Samples a second, and the samples.
    pub fn heard(&self) -> (u32, Vec<i16>) {
        self.0.lock().unwrap().clone()
    }

    /// Forgets what it has heard.
    pub fn forget(&self) {
        self.0.lock().unwrap().1.clear();
    }
}

/// Puts a tone on the way to the far end.
pub fn say(call: &CallHandle, hertz: f64) -> Arc<Tone> {
    let tone = Arc::new(Tone {
        hertz,
        phase: Mutex::new(0.0),
    });
    let terminal = TerminalRef::new(tone.clone());
    call.select(Flow::Capture, terminal, Role::Plays, Kind::Shown)
        .unwrap();
    tone
}

/// Listens to the far end.
pub fn listen(call: &CallHandle) -> Arc<Memory> {
    let memory = Arc::new(Memory::default());
    let terminal = TerminalRef::new(memory.clone());
    call.select(Flow::Render, terminal, Role::Hears, Kind::Shown)
        .unwrap();
    memory
}

/// The part of the power of `samples` that is at this frequency (Goertzel): 1 for a pure tone.
pub fn purity(samples: &[i16], rate: u32, hertz: f64) -> f64 {
    let step = TAU * hertz / f64::from(rate);
    let (mut one, mut two) = (0.0, 0.0);
    let mut power = 0.0;
    for sample in samples {
        let value = f64::from(*sample);
        power += value * value;
        (one, two) = (value + 2.0 * step.cos() * one - two, one);
    }
    let found = one * one + two * two - 2.0 * step.cos() * one * two;
    match power > 0.0 {
        true => 2.0 * found / (power * samples.len() as f64),
        false => 0.0,
    }
}

/// How many seconds of `samples` are this tone, told a tenth of a second at a time.
pub fn seconds_of(samples: &[i16], rate: u32, hertz: f64) -> f64 {
    let window = (rate as usize / 10).max(1);
    let pure = |samples: &&[i16]| {
        let loud = samples.iter().any(|sample| sample.unsigned_abs() > 1_000);
        loud && purity(samples, rate, hertz) > 0.9
    };
    samples.chunks_exact(window).filter(pure).count() as f64 / 10.0
}

/// A WAV file of a tone: so many seconds at 8 kHz, or another rate.
pub fn tone_file(path: &std::path::Path, rate: u32, hertz: f64, seconds: u32) {
    let samples = (0..rate * seconds).map(|at| {
        let angle = TAU * hertz * f64::from(at) / f64::from(rate);
        (angle.sin() * 8_000.0) as i16
    });
    let data: Vec<u8> = samples.flat_map(i16::to_le_bytes).collect();
    let mut file = Vec::new();
    file.extend_from_slice(b"RIFF");
    file.extend_from_slice(&(36 + data.len() as u32).to_le_bytes());
    file.extend_from_slice(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend_from_slice(&rate.to_le_bytes());
    file.extend_from_slice(&(2 * rate).to_le_bytes());
    file.extend_from_slice(b"\x02\0\x10\0data");
    file.extend_from_slice(&(data.len() as u32).to_le_bytes());
    file.extend_from_slice(&data);
    std::fs::write(path, file).unwrap();
}

/// The samples of such a file, and how many there are a second. What is not written yet is not there.
pub fn read_file(path: &std::path::Path) -> (u32, Vec<i16>) {
    let bytes = std::fs::read(path).unwrap_or_default();
    let Some(rate) = bytes.get(24..28) else {
        return (8_000, Vec::new());
    };
    let rate = u32::from_le_bytes(rate.try_into().unwrap());
    let data = bytes.windows(4).position(|four| four == b"data");
    let data = data.map_or(&[][..], |at| bytes.get(at + 8..).unwrap_or_default());
    // Of several channels the first.
    let channels = bytes.get(22).copied().unwrap_or(1).max(1);
    let samples = data.chunks_exact(2).step_by(channels.into());
    let samples = samples.map(|two| i16::from_le_bytes(two.try_into().unwrap()));
    (rate, samples.collect())
}
