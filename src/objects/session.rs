//! An initialised TAPI object: its client of the engine, and the objects that it has handed out.
//!
//! Each thing of the engine has one COM object for each session while anybody holds it; the maps
//! here remember them without keeping them alive. Addresses live until Shutdown, as programs that
//! let go of them and still use them expect.

use super::address::Address;
use super::call::Call;
use super::call_hub::CallHub;
use super::tapi::Tapi;
use crate::com::{Error, Object, Ref, Result, Weak, WeakMap};
use crate::engine::{self, CallHandle, Client, Line};
use crate::shared::Shared;
use crate::system::{self, Opened};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tapi3_common::sync::lock;

/// What lives between Initialize and Shutdown; a counted reference.
#[derive(Clone)]
pub struct Session(Shared<Core>);

struct Core {
    client: Client,
    tapi: Weak<Tapi>,
    addresses: WeakMap<u32, Address>,
    /// The addresses that were handed out, by their lines. They hold the session in turn: `close`
    /// lets go of them.
    held: Mutex<Held>,
    calls: WeakMap<u64, Call>,
    hubs: WeakMap<u64, CallHub>,
    /// Declared last: the exchange behind the client may close only after everything else.
    system: Opened,
}

enum Held {
    Open(HashMap<u32, Ref<Address>>),
    Closed,
}

impl Session {
    /// Opens the system, if this is the first session, and joins it.
    pub(super) fn open(tapi: &Object<Tapi>) -> Result<Session> {
        let system = system::open()?;
        let client = system.engine().add_client(application_name())?;
        Ok(Session(Shared::try_new(Core {
            client,
            tapi: tapi.downgrade(),
            addresses: WeakMap::new(),
            held: Mutex::new(Held::Open(HashMap::new())),
            calls: WeakMap::new(),
            hubs: WeakMap::new(),
            system,
        })?))
    }

    /// The engine's client.
    pub(super) fn client(&self) -> &Client {
        &self.0.client
    }

    /// The TAPI object, if somebody still holds it.
    pub(super) fn tapi(&self) -> Result<Ref<Tapi>> {
        self.0
            .tapi
            .upgrade()
            .ok_or(Error::unexpected("The TAPI object has been released."))
    }

    /// Ends it: calls are hung up, no event comes any more.
    pub(super) fn close(&self) {
        self.0.close();
    }

    /// The lines of the system.
    pub(super) fn lines(&self) -> Result<Vec<Arc<Line>>> {
        self.0.client.check_open()?;
        Ok(self.0.client.engine().lines()?)
    }

    /// The object of a line, which the session keeps until it is closed.
    pub(super) fn address(&self, line: &Arc<Line>) -> Result<Ref<Address>> {
        if let Held::Open(held) = &mut *lock(&self.0.held) {
            if let Some(address) = held.get(&line.id()) {
                return Ok(address.clone());
            }
            held.try_reserve(1)?;
        }
        let make = || Ok(Address::new(self, line));
        let address = self.0.addresses.get_or_insert(line.id(), make)?;
        self.0.hold(line.id(), &address)?;
        Ok(address)
    }

    /// The object of a call, made if there is none.
    pub(super) fn call(&self, call: &engine::Call) -> Result<Ref<Call>> {
        self.0.calls.get_or_insert(call.id(), || {
            let handle = call.handle_for(&self.0.client).ok_or(Error::unexpected(
                "This application has no part in the call any more.",
            ))?;
            Call::new(self, handle)
        })
    }

    /// A new call and its object. Whoever finds the call on its line before its maker has the
    /// object gets the same object, and so cannot let go of it for good.
    pub(super) fn new_call(
        &self,
        make: impl FnOnce() -> engine::Result<CallHandle>,
    ) -> Result<Ref<Call>> {
        self.0.calls.insert_new(|| {
            let handle = make()?;
            Ok((handle.call.id(), Call::new(self, handle)?))
        })
    }

    /// The object of a call, if the application holds it.
    pub(super) fn known_call(&self, call: &engine::Call) -> Option<Ref<Call>> {
        self.0.calls.get(&call.id())
    }

    /// The object of a hub.
    pub(super) fn hub(&self, hub: u64) -> Result<Ref<CallHub>> {
        self.0
            .hubs
            .get_or_insert(hub, || Ok(CallHub::new(self, hub)))
    }

    /// The objects of those among `calls` in which the application has a part.
    pub(super) fn own_calls(&self, calls: Vec<engine::Call>) -> Result<Vec<Ref<Call>>> {
        let mut own = Vec::new();
        own.try_reserve_exact(calls.len())?;
        for call in calls {
            if call.handle_for(&self.0.client).is_none() {
                continue;
            }
            match self.call(&call) {
                Ok(call) => own.push(call),
                // Another thread has just released it: it is no call of the line any more.
                Err(_) if call.is_released() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(own)
    }

    pub(super) fn forget_address(&self, line: u32) {
        self.0.addresses.remove_dead(&line);
    }

    pub(super) fn forget_call(&self, call: u64) {
        self.0.calls.remove_dead(&call);
    }

    pub(super) fn forget_hub(&self, hub: u64) {
        self.0.hubs.remove_dead(&hub);
    }
}

impl Core {
    fn hold(&self, line: u32, address: &Ref<Address>) -> Result<()> {
        if let Held::Open(held) = &mut *lock(&self.held) {
            held.try_reserve(1)?;
            // One that is there already is the same: the map of addresses has one for each line.
            held.entry(line).or_insert_with(|| address.clone());
        }
        Ok(())
    }

    fn close(&self) {
        self.client.close();
        self.system.close();
        // The last references go after the lock does.
        let held = std::mem::replace(&mut *lock(&self.held), Held::Closed);
        drop(held);
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.close();
    }
}

/// The name that hand-offs and priorities know an application by: its program's file name.
fn application_name() -> String {
    std::env::current_exe()
        .ok()
        .and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .unwrap_or_default()
}
