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
use crate::terminals::{Device, Devices, Port};
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
pub(in crate::objects) struct StaticTerminals(Mutex<Shown>);

#[derive(Default)]
struct Shown {
    there: Vec<Ref<StaticTerminal>>,
    /// Some that have gone, which it may not have been told of yet.
    gone: Vec<Ref<StaticTerminal>>,
}

impl Shown {
    fn find(&self, device: &Device) -> Option<&Ref<StaticTerminal>> {
        let mut all = self.there.iter().chain(&self.gone);
        all.find(|one| one.port.device() == device)
    }
}

/// So many that have gone are remembered.
const MOST_GONE: usize = 16;

impl StaticTerminals {
    /// That of a device which has come or gone, as the address is just told.
    pub(in crate::objects) fn of_device(
        &self,
        device: &Device,
        is_there: bool,
    ) -> Result<ComPtr<ITTerminal>> {
        let mut shown = lock(&self.0);
        let terminal = match shown.find(device) {
            Some(known) => known.clone(),
            None => Object::new(StaticTerminal {
                port: Port::try_new(device.clone())?,
                number: AtomicI32::new(0),
            })?,
        };
        let is_it = |one: &Ref<StaticTerminal>| one.port.device() == device;
        let mut dropped = shown
            .gone
            .iter()
            .position(is_it)
            .map(|at| shown.gone.remove(at));
        if !is_there {
            let place = shown.there.iter().position(is_it);
            dropped = dropped.or(place.map(|at| shown.there.remove(at)));
        } else if !shown.there.iter().any(is_it) {
            // Its number is told when the list is looked up next.
            let same = shown.there.iter().filter(|one| one.flow() == device.flow);
            let number = i32::try_from(same.count()).unwrap_or(i32::MAX);
            terminal.number.store(number, Ordering::Relaxed);
            shown.there.try_reserve(1)?;
            shown.there.push(terminal.clone());
        }
        drop(shown);
        // Out of the lock.
        drop(dropped);
        Ok(terminal.into_interface())
    }

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
            let terminal = match known.find(&device) {
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
        let before = std::mem::replace(&mut known.there, kept);
        let mut too_old = Vec::new();
        let is_there = |one: &Ref<StaticTerminal>| now.iter().any(|other| other.is(one));
        let mut gone = std::mem::take(&mut known.gone);
        if gone.try_reserve(before.len()).is_ok() {
            gone.extend(before.iter().cloned());
            gone.retain(|one| !is_there(one));
            let many = gone.len().saturating_sub(MOST_GONE);
            let rest = gone.split_off(many);
            too_old = std::mem::replace(&mut gone, rest);
        }
        known.gone = gone;
        drop(known);
        drop((before, too_old));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_that_goes_and_comes_has_one_object_all_the_time() {
        let terminals = StaticTerminals::default();
        let shown = terminals.shown(Devices::Silent).unwrap();
        let pair = Devices::Silent.list().unwrap();
        let told = |place: usize, is_there| terminals.of_device(&pair[place], is_there).unwrap();
        for (place, terminal) in shown.iter().enumerate() {
            assert!(told(place, false).same_object(terminal));
        }
        // It is no more known, since nobody need know it any more.
        let new = told(1, true);
        assert!(told(1, true).same_object(&new));
        let again = terminals.shown(Devices::Silent).unwrap();
        assert!(again[1].same_object(&new));
    }

    #[test]
    fn a_device_that_was_not_listed_any_more_is_told_of_as_it_was_known() {
        let terminals = StaticTerminals::default();
        let shown = terminals.shown(Devices::Silent).unwrap();
        // Somebody looked before its address was told.
        assert!(terminals.shown(Devices::None).unwrap().is_empty());
        let pair = Devices::Silent.list().unwrap();
        let gone = terminals.of_device(&pair[0], false).unwrap();
        assert!(gone.same_object(&shown[0]));
        // It is back before that.
        let back = terminals.shown(Devices::Silent).unwrap();
        assert!(back[1].same_object(&shown[1]));
        // One that was never shown has an object as well.
        let other = StaticTerminals::default();
        assert!(other.of_device(&pair[0], false).is_ok());
        assert!(lock(&other.0).there.is_empty());
    }
}
