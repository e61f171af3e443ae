//! The handles of the process. A number is given once: a dead handle is never another's, before four
//! thousand million handles were made. A child that was forked has none of its parent's.

use super::app::App;
use super::call::CallPart;
use super::fault::{Fault, Result};
use super::line::OpenLine;
use super::phones::PhoneApp;
use super::requests::Requests;
use crate::engine::Engine;
use crate::shared::Shared;
use std::sync::{Arc, Mutex, MutexGuard};
use tapi3_common::numbers::Numbered;
use tapi3_common::process::{self, Own};
use tapi3_common::sync::lock;

/// What a handle stands for.
#[derive(Clone)]
pub(super) enum Entry {
    App(Shared<App>),
    Line(Shared<OpenLine>),
    Call(Shared<CallPart>),
    Phones(Shared<PhoneApp>),
}

pub(super) struct Registry {
    entries: Option<Numbered<u32, Entry>>,
    last: u32,
    last_request: u32,
    /// The engine's lines by their device ids, for as long as any application is there.
    devices: Vec<u32>,
    apps: usize,
    /// The requests of all applications.
    requests: Option<Arc<Requests>>,
}

static REGISTRY: Own<Mutex<Registry>> = Own::new(Registry::new(0));

/// The first handle, and how far those of a child are from its parent's.
const FIRST: u32 = 0x1_0000;
const GENERATION: u32 = 0x100_0000;

/// What was taken out, to be dropped unlocked.
struct Removed {
    entry: Option<Entry>,
    _room: Option<Numbered<u32, Entry>>,
}

impl Registry {
    const fn new(generation: u32) -> Mutex<Self> {
        Mutex::new(Registry {
            entries: None,
            last: FIRST.wrapping_add(generation.wrapping_mul(GENERATION)),
            last_request: 0,
            devices: Vec::new(),
            apps: 0,
            requests: None,
        })
    }

    fn entries(&mut self) -> &mut Numbered<u32, Entry> {
        self.entries.get_or_insert_with(Numbered::default)
    }

    /// Takes out what stands under a handle; with the last one goes the room that there was for many.
    fn remove(&mut self, handle: u32) -> Removed {
        let entry = self.entries().remove(&handle);
        let room = match self.entries().is_empty() {
            true => self.entries.take(),
            false => None,
        };
        Removed { entry, _room: room }
    }

    fn next_handle(&mut self) -> u32 {
        loop {
            self.last = self.last.wrapping_add(1);
            let handle = self.last;
            if handle >= FIRST && !self.entries().contains_key(&handle) {
                return handle;
            }
        }
    }
}

fn registry() -> MutexGuard<'static, Registry> {
    lock(REGISTRY.get(|_| Registry::new(process::generation())))
}

/// A number that no handle has, for what is put under it with [`put`].
pub(super) fn new_handle() -> u32 {
    registry().next_handle()
}

/// Puts something under its new handle.
pub(super) fn put(handle: u32, entry: Entry) -> Result<()> {
    let mut registry = registry();
    registry.entries().try_reserve(1)?;
    let before = registry.entries().insert(handle, entry);
    drop(registry);
    drop(before);
    Ok(())
}

/// The handle is dead from now on. Whether it was alive.
pub(super) fn remove(handle: u32) -> bool {
    let gone = registry().remove(handle);
    // Unlocked: it may be the last reference.
    gone.entry.is_some()
}

/// The handles of calls of an open line are dead from now on.
pub(super) fn remove_calls_of(line: u32) {
    loop {
        let mut registry = registry();
        let mut entries = registry.entries().iter();
        let found = entries.find_map(|(handle, entry)| match entry {
            Entry::Call(call) if call.line.handle == line => Some(*handle),
            _ => None,
        });
        let gone = found.map(|handle| registry.remove(handle));
        drop(registry);
        match gone.and_then(|gone| gone.entry) {
            Some(Entry::Call(call)) => drop(call.forget()),
            _ => return,
        }
    }
}

fn find<T>(handle: u32, fault: Fault, fits: impl FnOnce(&Entry) -> Option<T>) -> Result<T> {
    let mut registry = registry();
    registry.entries().get(&handle).and_then(fits).ok_or(fault)
}

/// The application behind a handle.
pub(super) fn app(handle: u32) -> Result<Shared<App>> {
    find(handle, Fault::APP, |entry| match entry {
        Entry::App(app) => Some(app.clone()),
        _ => None,
    })
}

/// The open line behind a handle.
pub(super) fn line(handle: u32) -> Result<Shared<OpenLine>> {
    find(handle, Fault::LINE, |entry| match entry {
        Entry::Line(line) => Some(line.clone()),
        _ => None,
    })
}

/// The call behind a handle, whether or not the program has it already.
pub(super) fn any_call(handle: u32) -> Result<Shared<CallPart>> {
    find(handle, Fault::CALL, |entry| match entry {
        Entry::Call(call) => Some(call.clone()),
        _ => None,
    })
}

/// The call behind a handle that the program has got.
pub(super) fn call(handle: u32) -> Result<Shared<CallPart>> {
    let call = any_call(handle)?;
    if call.is_usable() {
        Ok(call)
    } else {
        Err(Fault::CALL)
    }
}

/// The application of phones behind a handle.
pub(super) fn phones(handle: u32) -> Result<Shared<PhoneApp>> {
    let fault = Fault(super::abi::PHONEERR_INVALAPPHANDLE);
    find(handle, fault, |entry| match entry {
        Entry::Phones(app) => Some(app.clone()),
        _ => None,
    })
}

/// The open lines of a device, of all applications, those first that were opened first.
pub(super) fn lines_of(device: u32) -> Result<Vec<Shared<OpenLine>>> {
    let mut lines = collect(|entry| match entry {
        Entry::Line(line) if line.device == device => Some(line),
        _ => None,
    })?;
    lines.sort_unstable_by_key(|line| line.handle);
    Ok(lines)
}

/// The open line that `fits` behind the one with this handle, or the first one behind 0. Takes no memory.
pub(super) fn next_line(last: u32, fits: impl Fn(&OpenLine) -> bool) -> Option<Shared<OpenLine>> {
    let registry = registry();
    let entries = registry.entries.iter().flat_map(|entries| entries.values());
    let lines = entries.filter_map(|entry| match entry {
        Entry::Line(line) if line.handle > last && fits(line) => Some(line),
        _ => None,
    });
    lines.min_by_key(|line| line.handle).cloned()
}

/// The calls of the open lines of a device.
pub(super) fn calls_of(device: u32) -> Result<Vec<Shared<CallPart>>> {
    collect(|entry| match entry {
        Entry::Call(call) if call.line.device == device => Some(call),
        _ => None,
    })
}

fn collect<T>(fits: impl Fn(&Entry) -> Option<&Shared<T>>) -> Result<Vec<Shared<T>>> {
    let mut found = Vec::new();
    let registry = registry();
    let all = || registry.entries.iter().flat_map(|entries| entries.values());
    found.try_reserve_exact(all().filter_map(&fits).count())?;
    found.extend(all().filter_map(&fits).cloned());
    Ok(found)
}

/// The number of a new request, positive.
pub(super) fn new_request() -> u32 {
    let mut registry = registry();
    registry.last_request = match registry.last_request {
        0x7fff_ffff => 1,
        last => last + 1,
    };
    registry.last_request
}

/// An application of an engine begins: lines that have no device id get one, in this order. Returns how
/// many ids there are, and where the requests of the engine's applications are listed. Unless it fails,
/// [`end_app`] has to follow.
pub(super) fn begin_app(engine: &Engine, lines: &[u32]) -> Result<(u32, Arc<Requests>)> {
    let new = Requests::new(engine);
    let mut registry = registry();
    let known = registry.requests.as_ref();
    let known = known.filter(|requests| requests.is_of(engine)).cloned();
    // Those of another engine are gone, also where its last application is just ending.
    if registry.apps == 0 || known.is_none() {
        registry.devices.clear();
    }
    registry.devices.try_reserve(lines.len())?;
    for line in lines {
        if !registry.devices.contains(line) {
            registry.devices.push(*line);
        }
    }
    let (requests, unused) = match known {
        Some(known) => (known, Some(new)),
        None => (new.clone(), registry.requests.replace(new)),
    };
    registry.apps += 1;
    let devices = registry.devices.len() as u32;
    drop(registry);
    drop(unused);
    requests.arm();
    Ok((devices, requests))
}

/// An application has ended.
pub(super) fn end_app() {
    let mut registry = registry();
    registry.apps = registry.apps.saturating_sub(1);
    let last = match registry.apps {
        0 => registry.requests.take(),
        _ => None,
    };
    drop(registry);
    drop(last);
}

/// How many device ids there are.
pub(super) fn count_devices() -> u32 {
    registry().devices.len() as u32
}

/// The engine's line with a device id.
pub(super) fn line_of_device(device: u32) -> Result<u32> {
    let registry = registry();
    let line = registry.devices.get(device as usize);
    line.copied().ok_or(Fault::DEVICE)
}

/// The device id of an engine's line, a new one if it has none.
pub(super) fn device_of_line(line: u32) -> Result<u32> {
    let mut registry = registry();
    if let Some(index) = registry.devices.iter().position(|known| *known == line) {
        return Ok(index as u32);
    }
    registry.devices.try_reserve(1)?;
    registry.devices.push(line);
    Ok(registry.devices.len() as u32 - 1)
}
