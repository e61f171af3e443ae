//! Static terminals: the microphones and loudspeakers that an address offers.
//!
//! The list is looked up whenever somebody asks for it; a device that is still there keeps its object
//! for as long as the address lives. Source: the ITBasicAudioTerminal and ITStaticAudioTerminal pages
//! (tapi3if.h).

use super::terminal::Single;
use super::{class, direction_of};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{Bstr, ComPtr, Error, OK, Object, Ref, Result, Success, com_class};
use crate::engine::{self, Call, CallHandle, Flow, Role, Terminal, TerminalRef};
use crate::shared::Shared;
use crate::terminals::{Devices, Port};
use std::sync::Mutex;
use std::sync::atomic::{AtomicI32, Ordering};
use tapi3_common::sync::lock;

/// A microphone or a loudspeaker.
pub(super) struct StaticTerminal {
    port: Shared<Port>,
    /// The how manieth of its direction it is now.
    number: AtomicI32,
}

com_class!(StaticTerminal: ITTerminal, ITBasicAudioTerminal, ITStaticAudioTerminal);

/// The static terminals that an address has shown.
#[derive(Default)]
pub(in crate::objects) struct StaticTerminals(Mutex<Vec<Ref<StaticTerminal>>>);

impl StaticTerminals {
    /// Those that are there now, the preferred ones first.
    pub(super) fn list(&self, devices: Devices) -> Result<Vec<Ref<StaticTerminal>>> {
        let listed = devices.list()?;
        // Declared first, so that references go after the lock does.
        let mut now: Vec<Ref<StaticTerminal>> = Vec::new();
        now.try_reserve_exact(listed.len())?;
        let mut kept = Vec::new();
        kept.try_reserve_exact(listed.len())?;
        let mut known = lock(&self.0);
        let mut numbers = [0; Flow::ALL.len()];
        for device in listed {
            let number = numbers.get_mut(device.flow as usize).map_or(0, |number| {
                *number += 1;
                *number - 1
            });
            let same = known.iter().find(|one| *one.port.device() == device);
            let terminal = match same {
                Some(same) => {
                    same.number.store(number, Ordering::Relaxed);
                    same.clone()
                }
                None => Object::new(StaticTerminal {
                    port: Port::try_new(device)?,
                    number: AtomicI32::new(number),
                })?,
            };
            kept.push(terminal.clone());
            now.push(terminal);
        }
        let before = std::mem::replace(&mut *known, kept);
        drop(known);
        drop(before);
        Ok(now)
    }

    /// They as programs see them.
    pub(super) fn shown(&self, devices: Devices) -> Result<Vec<ComPtr<ITTerminal>>> {
        let mut shown = Vec::new();
        let listed = self.list(devices)?;
        shown.try_reserve_exact(listed.len())?;
        shown.extend(listed.into_iter().map(Ref::into_interface));
        Ok(shown)
    }

    /// The first of a class and a direction.
    pub(super) fn of_class(
        &self,
        devices: Devices,
        class: &GUID,
        direction: TERMINAL_DIRECTION,
    ) -> Result<Option<ComPtr<ITTerminal>>> {
        // Looking at the machine's devices takes time, and nobody else need wait for it.
        if ![class::MICROPHONE, class::SPEAKERS].contains(class) {
            return Ok(None);
        }
        let mut listed = self.list(devices)?.into_iter();
        let found = listed.find(|terminal| {
            terminal.class() == class && direction_of(terminal.flow()) == direction
        });
        Ok(found.map(Ref::into_interface))
    }

    /// The one that the user prefers.
    pub(super) fn preferred(
        &self,
        devices: Devices,
        flow: Flow,
    ) -> Result<Option<ComPtr<ITTerminal>>> {
        let mut listed = self.list(devices)?.into_iter();
        let preferred = listed.find(|terminal| terminal.flow() == flow);
        Ok(preferred.map(Ref::into_interface))
    }
}

impl StaticTerminal {
    /// What the streams need of it.
    pub(super) fn single(terminal: &Ref<Self>) -> Single {
        Single {
            terminal: TerminalRef::new(terminal.clone()),
            direction: direction_of(terminal.flow()),
            role: match terminal.flow() {
                Flow::Capture => Role::Plays,
                Flow::Render => Role::Hears,
            },
        }
    }

    fn flow(&self) -> Flow {
        self.port.device().flow
    }

    /// The class of its terminals.
    fn class(&self) -> &'static GUID {
        match self.flow() {
            Flow::Capture => &class::MICROPHONE,
            Flow::Render => &class::SPEAKERS,
        }
    }
}

impl Terminal for Object<StaticTerminal> {
    fn selected(&self, handle: &CallHandle, flow: Flow) -> engine::Result<()> {
        self.port.selected(handle, flow)
    }

    fn unselected(&self, call: &Call, flow: Flow) {
        self.port.unselected(call, flow);
    }

    fn play(&self, call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        self.port.play(call, rate, frame)
    }

    fn hear(&self, call: &Call, rate: u32, frame: &[i16]) {
        self.port.hear(call, rate, frame);
    }
}

impl ITTerminalImpl for Object<StaticTerminal> {
    fn get_name(&self) -> Result<Bstr> {
        Bstr::new(&self.port.device().name)
    }

    /// TS_INUSE while it is on a call's stream; it can be on those of other calls too.
    fn get_state(&self) -> Result<TERMINAL_STATE> {
        Ok(match self.port.is_open() {
            true => TS_INUSE,
            false => TS_NOTINUSE,
        })
    }

    fn get_terminal_type(&self) -> Result<TERMINAL_TYPE> {
        Ok(TT_STATIC)
    }

    fn get_terminal_class(&self) -> Result<Bstr> {
        class::text(self.class())
    }

    fn get_media_type(&self) -> Result<LONG> {
        Ok(TAPIMEDIATYPE_AUDIO)
    }

    fn get_direction(&self) -> Result<TERMINAL_DIRECTION> {
        Ok(direction_of(self.flow()))
    }
}

impl ITBasicAudioTerminalImpl for Object<StaticTerminal> {
    /// It is kept from the beginning on, whether the terminal is selected or not.
    fn put_volume(&self, volume: LONG) -> Result<Success> {
        let volume = u16::try_from(volume)
            .map_err(|_| Error::invalid_argument("A volume is between 0 and 0xFFFF."))?;
        self.port.set_volume(volume);
        Ok(OK)
    }

    fn get_volume(&self) -> Result<LONG> {
        Ok(self.port.volume().into())
    }
}

impl ITStaticAudioTerminalImpl for Object<StaticTerminal> {
    /// The how manieth microphone or loudspeaker it is, from 0 on. E_UNEXPECTED: the device has gone.
    fn get_wave_id(&self) -> Result<LONG> {
        match self.port.is_gone() {
            true => Err(Error::unexpected("The device has gone.")),
            false => Ok(self.number.load(Ordering::Relaxed)),
        }
    }
}
