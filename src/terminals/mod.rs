//! What stands at the program's end of a stream: files, tones, detectors, the program itself.
//!
//! These are mechanisms, without COM and without events of their own: whoever is a
//! [`Terminal`](crate::engine::Terminal) for them tells what they say has changed. Whatever is
//! called for a frame of 20 ms (`play`, `hear`) takes no memory, and no lock that anybody holds
//! while waiting for a disk.

mod between;
#[cfg(feature = "sound-card")]
mod card;
mod device;
mod fault;
pub mod files;
mod listener;
mod meter;
mod path;
mod player;
mod program;
mod rates;
mod recorder;
mod ring;
#[cfg(test)]
mod ringing;
#[cfg(test)]
mod sounds;
mod tone;
mod watch;
mod whole;

pub use between::RoomMixer;
pub use device::{Device, Devices, Port};
pub use fault::{Change, Fault, Result};
pub use listener::{DigitListener, MAX_FREQUENCIES, MAX_TONES, Sought, ToneError, ToneListener};
pub use meter::{Level, LevelMeter};
pub use player::{MAX_SEATS, Played, Player};
pub use program::{Moved, ProgramDrain, ProgramSource, QUEUES, Said};
#[cfg(feature = "cluster")]
pub(crate) use rates::Converters;
pub use recorder::{Coding, Layout, MAX_TRACKS, Recorder, Recording};
pub use tone::{Country, Custom, MAX_VOICES, Tone, ToneMode, ToneSource};
pub use watch::Watch;
pub use whole::{FileDrain, FileSource};
