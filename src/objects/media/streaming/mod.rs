//! The media streaming terminal: a program writes the sound that goes to the far end, or reads what
//! comes from it, in samples, each a buffer of many sound samples.
//!
//! `line` is what a terminal and its samples share: which samples are on their way, and the end that
//! the sound passes; `sample` is one of them. Sound is PCM of 16 bits in one channel, 8,000 samples a
//! second, and no other.
//!
//! Source: the pages of IMediaStream, IStreamSample (mmstream.h), IAudioMediaStream, IMemoryData
//! (austream.h), ITAMMediaFormat and ITAllocatorProperties (tapi3ds.h).

mod line;
mod sample;
mod settings;
mod stream;
mod terminal;

use super::flow_of;
use super::format::{PCM, Wave};
use super::terminal::Single;
use crate::com::abi::*;
use crate::com::{Error, Object, Ref, Result, com_class};
use crate::engine::{Flow, Role, TerminalRef};
use crate::shared::Shared;
use line::Line;

/// Samples of sound a second.
const RATE: u32 = 8_000;
/// Bytes of a sample of sound.
const BYTES: usize = 2;
/// Units of 100 ns for which a sample of sound lasts.
const UNITS: u64 = 10_000_000 / RATE as u64;

/// A media streaming terminal.
pub(super) struct Streamer {
    flow: Flow,
    line: Shared<Line>,
}

com_class!(Streamer: ITTerminal, IAudioMediaStream, ITAMMediaFormat, ITAllocatorProperties);

impl Streamer {
    /// `direction`: TD_CAPTURE, to be written, or TD_RENDER, to be read.
    pub(super) fn create(direction: TERMINAL_DIRECTION) -> Result<Ref<Self>> {
        let flow = flow_of(direction).ok_or(Error::new(TAPI_E_INVALIDDIRECTION))?;
        Object::new(Streamer {
            flow,
            line: Shared::try_new(Line::new(flow))?,
        })
    }

    /// What the streams need of it.
    pub(super) fn single(streamer: &Ref<Self>) -> Single {
        Single {
            terminal: TerminalRef::new(streamer.clone()),
            direction: super::direction_of(streamer.flow),
            role: match streamer.flow {
                Flow::Capture => Role::Plays,
                Flow::Render => Role::Hears,
            },
        }
    }
}

/// The format of all sound here.
fn wave() -> Wave {
    Wave::new(PCM, 1, RATE, 16)
}

/// The format as C programs have it.
fn wave_format() -> WAVEFORMATEX {
    let wave = wave();
    WAVEFORMATEX {
        wFormatTag: wave.tag,
        nChannels: wave.channels,
        nSamplesPerSec: wave.rate,
        nAvgBytesPerSec: wave.speed,
        nBlockAlign: wave.block,
        wBitsPerSample: wave.bits,
        cbSize: 0,
    }
}

/// Whether a format of the program's is the one that there is.
fn check_format(given: &WAVEFORMATEX) -> Result<()> {
    let own = wave_format();
    let same = given.wFormatTag == own.wFormatTag
        && given.nChannels == own.nChannels
        && given.nSamplesPerSec == own.nSamplesPerSec
        && given.wBitsPerSample == own.wBitsPerSample;
    if same {
        return Ok(());
    }
    Err(NOT_THE_FORMAT)
}

const NOT_THE_FORMAT: Error = Error::with(
    VFW_E_TYPE_NOT_ACCEPTED,
    "The terminal takes PCM of 16 bits in one channel, 8,000 samples a second, and nothing else.",
);

/// Where a method has flags, there are none that one could set.
fn check_flags(flags: DWORD) -> Result<()> {
    if flags == 0 {
        return Ok(());
    }
    Err(Error::invalid_argument("The flags must be 0."))
}

const NOT_RUNNING: Error = Error::with(
    VFW_E_NOT_COMMITTED,
    "The stream does not run: the call is not connected yet, or over, or the stream was stopped.",
);
