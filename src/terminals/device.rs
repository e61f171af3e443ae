//! Microphones and loudspeakers, as terminals: those of the machine (with the feature `sound-card`),
//! or a silent pair for where there are none.

use super::fault::{Fault, Result};
use crate::engine::{self, Call, CallHandle, ErrorKind, Flow, LONGEST_FRAME, Terminal};
use crate::shared::Shared;
use arrayvec::ArrayVec;
use serde::Deserialize;
use std::borrow::Cow;
use std::sync::Mutex;
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::mix::{self, Gain};

/// So many calls can have one device at the same time.
const MOST_CALLS: usize = 16;

/// Which devices there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Devices {
    /// None.
    None,
    /// A microphone that says nothing, and a loudspeaker that nobody hears.
    Silent,
    /// Those of the machine.
    Cards,
}

impl Default for Devices {
    fn default() -> Self {
        match cfg!(feature = "sound-card") {
            true => Devices::Cards,
            false => Devices::None,
        }
    }
}

/// A microphone or a loudspeaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// What people call it.
    pub name: Cow<'static, str>,
    /// By which it is opened again: the same for as long as the device is there.
    pub id: Cow<'static, str>,
    /// [`Flow::Capture`] for a microphone, [`Flow::Render`] for a loudspeaker.
    pub flow: Flow,
    kind: Devices,
}

impl Device {
    /// A device of the machine.
    #[cfg(feature = "sound-card")]
    pub(super) fn of_the_machine(name: String, id: String, flow: Flow) -> Self {
        Device {
            name: name.into(),
            id: id.into(),
            flow,
            kind: Devices::Cards,
        }
    }

    fn silent(flow: Flow) -> Self {
        let name = match flow {
            Flow::Capture => "Silent microphone",
            Flow::Render => "Silent loudspeaker",
        };
        Device {
            name: name.into(),
            id: name.into(),
            flow,
            kind: Devices::Silent,
        }
    }

    fn open(&self) -> Result<Open> {
        match (self.kind, self.flow) {
            #[cfg(feature = "sound-card")]
            (Devices::Cards, Flow::Capture) => super::card::Microphone::open(&self.id)
                .and_then(super::card::Closing::of)
                .map(Open::Microphone),
            #[cfg(feature = "sound-card")]
            (Devices::Cards, Flow::Render) => super::card::Speaker::open(&self.id)
                .and_then(super::card::Closing::of)
                .map(Open::Speaker),
            _ => Ok(Open::Silent),
        }
    }
}

impl Devices {
    /// The devices that are there now, those that the user prefers first. Takes some time; not for a
    /// thread that has anything else to do.
    ///
    /// # Errors
    /// No memory.
    pub fn list(self) -> Result<Vec<Device>> {
        match self {
            Devices::Silent => {
                let mut pair = Vec::new();
                pair.try_reserve_exact(Flow::ALL.len())?;
                pair.extend(Flow::ALL.map(Device::silent));
                Ok(pair)
            }
            #[cfg(feature = "sound-card")]
            Devices::Cards => Ok(super::card::devices()),
            _ => Ok(Vec::new()),
        }
    }

    /// Whether this build has them.
    pub fn are_known(self) -> bool {
        self != Devices::Cards || cfg!(feature = "sound-card")
    }
}

/// A device while a call has it.
enum Open {
    /// Says nothing, and swallows what it is given.
    Silent,
    /// Says a constant, and keeps what it is given.
    #[cfg(test)]
    Kept(Shared<Mutex<Vec<i16>>>),
    #[cfg(feature = "sound-card")]
    Microphone(super::card::Closing<super::card::Microphone>),
    #[cfg(feature = "sound-card")]
    Speaker(super::card::Closing<super::card::Speaker>),
}

impl Open {
    /// Adds to a frame. Returns whether there was anything.
    #[cfg_attr(not(feature = "sound-card"), allow(unused_variables))]
    fn play(&self, rate: u32, frame: &mut [i16]) -> bool {
        match self {
            #[cfg(feature = "sound-card")]
            Open::Microphone(microphone) => microphone.get().is_some_and(|open| {
                let said = open.play(rate, frame);
                said.sounded
            }),
            #[cfg(test)]
            Open::Kept(_) => {
                frame.fill(tests::SAID);
                true
            }
            _ => false,
        }
    }

    fn is_gone(&self) -> bool {
        match self {
            #[cfg(feature = "sound-card")]
            Open::Microphone(device) => device.get().is_some_and(|open| open.is_gone()),
            #[cfg(feature = "sound-card")]
            Open::Speaker(device) => device.get().is_some_and(|open| open.is_gone()),
            _ => false,
        }
    }

    #[cfg_attr(not(feature = "sound-card"), allow(unused_variables))]
    fn hear(&self, rate: u32, frame: &[i16]) {
        match self {
            #[cfg(feature = "sound-card")]
            Open::Speaker(speaker) => {
                if let Some(open) = speaker.get() {
                    open.hear(rate, frame);
                }
            }
            #[cfg(test)]
            Open::Kept(kept) => lock(kept).extend_from_slice(frame),
            _ => {}
        }
    }
}

/// A device as a terminal. It is open while it is on a call's stream, once for each.
pub struct Port {
    device: Device,
    inside: Mutex<Inside>,
}

struct Inside {
    gain: Gain,
    open: ArrayVec<(u64, Open), MOST_CALLS>,
}

impl Port {
    /// The device, closed.
    ///
    /// # Errors
    /// No memory.
    pub fn try_new(device: Device) -> Result<Shared<Self>> {
        Ok(Shared::try_new(Port {
            device,
            inside: Mutex::new(Inside {
                gain: Gain::default(),
                open: ArrayVec::new(),
            }),
        })?)
    }

    /// What it is.
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// Whether it is on a stream.
    pub fn is_open(&self) -> bool {
        !lock(&self.inside).open.is_empty()
    }

    /// Whether the device has gone while it was on a stream.
    pub fn is_gone(&self) -> bool {
        lock(&self.inside)
            .open
            .iter()
            .any(|(_, open)| open.is_gone())
    }

    /// How loud: 0 to 0xFFFF, as ITBasicAudioTerminal::put_Volume has it; the latter at first.
    pub fn set_volume(&self, volume: u16) {
        let gain = Gain::new(volume);
        lock(&self.inside).gain = gain;
    }

    /// What was set.
    pub fn volume(&self) -> u16 {
        lock(&self.inside).gain.volume()
    }
}

impl Terminal for Port {
    fn selected(&self, handle: &CallHandle, flow: Flow) -> engine::Result<()> {
        if flow != self.device.flow {
            return Err(engine::Error::new(
                ErrorKind::InvalidTerminal,
                "The terminal goes in the other direction.",
            ));
        }
        // Without the lock: a device may take its time.
        let open = self.device.open()?;
        let refused = lock(&self.inside).open.try_push((handle.call.id(), open));
        refused.map_err(|_| Fault::too_many("The device is on as many calls as it can.").into())
    }

    fn unselected(&self, call: &Call, _flow: Flow) {
        let mut inside = lock(&self.inside);
        // One of them: another thread may have put it on the call in vain.
        let place = inside.open.iter().position(|(id, _)| *id == call.id());
        let closed = place.map(|place| inside.open.remove(place));
        drop(inside);
        // Which waits for nothing.
        let _ = closed;
    }

    fn play(&self, call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let mut sound = [0; LONGEST_FRAME];
        let wanted = frame.len().min(sound.len());
        let sound = sound.get_mut(..wanted).unwrap_or(&mut []);
        let inside = lock(&self.inside);
        let mut open = inside.open.iter().filter(|(id, _)| *id == call.id());
        let sounded = open.next().is_some_and(|(_, open)| open.play(rate, sound));
        let gain = inside.gain;
        drop(inside);
        if sounded {
            gain.apply(sound);
            mix::add(frame, sound);
        }
        sounded
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        let mut sound = [0; LONGEST_FRAME];
        let count = frame.len().min(sound.len());
        let sound = sound.get_mut(..count).unwrap_or(&mut []);
        for (to, from) in sound.iter_mut().zip(frame) {
            *to = *from;
        }
        let inside = lock(&self.inside);
        inside.gain.apply(sound);
        let mut open = inside.open.iter().filter(|(id, _)| *id == call.id());
        if let Some((_, open)) = open.next() {
            open.hear(rate, sound);
        }
    }
}

#[cfg(test)]
mod tests;
