//! An initialised TAPI object: its client of the engine, and the objects that it has handed out.
//!
//! Each thing of the engine has one COM object for each session while anybody holds it; the maps
//! here, and for calls the engine itself, remember them without keeping them alive. Addresses live until Shutdown, as programs that
//! let go of them and still use them expect.

use super::address::Address;
use super::call::Call;
use super::call_hub::CallHub;
use super::tapi::Tapi;
use crate::com::{Error, Object, Ref, Result, Weak, WeakMap};
use crate::engine::{self, CallHandle, Client, Line};
use crate::shared::Shared;
use crate::system::{self, Opened};
use crate::terminals::{Devices, files};
use crate::translation::Book;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tapi3_common::sync::lock;

/// What lives between Initialize and Shutdown; a counted reference.
///
/// Each address has a branch of its own, from which its calls' references come: threads on
/// different lines do not meet over a count.
#[derive(Clone)]
pub struct Session(Shared<Branch>);

struct Branch {
    client: Client,
    core: Shared<Core>,
}

struct Core {
    client: Client,
    tapi: Weak<Tapi>,
    addresses: WeakMap<u32, Address>,
    /// The addresses that were handed out, by their lines. They hold the session in turn: `close`
    /// lets go of them.
    held: Mutex<Held>,
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
        // The thread for files starts here, where a program expects threads to start, and not in the
        // middle of a call.
        if let Err(fault) = files::ready() {
            tracing::warn!("{fault}");
        }
        let client = system.engine().add_client(application_name())?;
        let core = Shared::try_new(Core {
            client,
            tapi: tapi.downgrade(),
            addresses: WeakMap::new(),
            held: Mutex::new(Held::Open(HashMap::new())),
            hubs: WeakMap::new(),
            system,
        })?;
        Self::branch_of(&core)
    }

    fn branch_of(core: &Shared<Core>) -> Result<Session> {
        Ok(Session(Shared::try_new(Branch {
            client: core.client.branch()?,
            core: core.clone(),
        })?))
    }

    /// A reference to the same session whose clones, and those of its client, are counted apart.
    pub(super) fn branch(&self) -> Result<Session> {
        Self::branch_of(&self.0.core)
    }

    fn core(&self) -> &Core {
        &self.0.core
    }

    /// The engine's client.
    pub(super) fn client(&self) -> &Client {
        &self.0.client
    }

    /// The TAPI object, if somebody still holds it.
    pub(super) fn tapi(&self) -> Result<Ref<Tapi>> {
        self.core()
            .tapi
            .upgrade()
            .ok_or(Error::unexpected("The TAPI object has been released."))
    }

    /// Ends it: calls are hung up, no event comes any more.
    pub(super) fn close(&self) {
        self.core().close();
    }

    /// Which microphones and loudspeakers there are.
    pub(super) fn devices(&self) -> Devices {
        self.core().system.devices()
    }

    /// What is known of locations, calling cards and countries.
    pub(super) fn translation(&self) -> &Arc<Book> {
        self.core().system.translation()
    }

    /// The lines of the system.
    pub(super) fn lines(&self) -> Result<Vec<Arc<Line>>> {
        self.0.client.check_open()?;
        Ok(self.0.client.engine().lines()?)
    }

    /// The object of a line, which the session keeps until it is closed.
    pub(super) fn address(&self, line: &Arc<Line>) -> Result<Ref<Address>> {
        if let Held::Open(held) = &mut *lock(&self.core().held) {
            if let Some(address) = held.get(&line.id()) {
                return Ok(address.clone());
            }
            held.try_reserve(1)?;
        }
        let make = || Ok(Address::new(self.branch()?, line));
        let address = self.core().addresses.get_or_insert(line.id(), make)?;
        self.core().hold(line.id(), &address)?;
        Ok(address)
    }

    /// The object of a call, made if there is none.
    pub(super) fn call(&self, call: &engine::Call) -> Result<Ref<Call>> {
        let object = self.call_if_known(call)?;
        object.ok_or(Error::unexpected(
            "This application has no part in the call any more.",
        ))
    }

    /// As [`Session::call`]; none where the application has no part in the call.
    fn call_if_known(&self, call: &engine::Call) -> Result<Option<Ref<Call>>> {
        call.object(self.client(), Call::living, |handle| {
            let vacant = Object::reserve()?;
            let object = vacant.fill(Call::new(self, handle));
            let slip = Call::slip(&object);
            Ok((object, slip))
        })
    }

    /// The object of a new call, which `make` makes with nobody knowing of it. Whoever finds the call
    /// on its line before its maker has the object gets the same object, and so cannot let go of it
    /// for good.
    pub(super) fn new_call(
        &self,
        make: impl FnOnce() -> engine::Result<CallHandle>,
    ) -> Result<Ref<Call>> {
        let vacant = Object::reserve()?;
        let object = vacant.fill(Call::new(self, make()?));
        object.handle().list(Call::slip(&object))?;
        Ok(object)
    }

    /// The object of a call, if the application holds it.
    pub(super) fn known_call(&self, call: &engine::Call) -> Option<Ref<Call>> {
        call.known_object(self.client(), Call::living)
    }

    /// The object of a hub.
    pub(super) fn hub(&self, hub: u64) -> Result<Ref<CallHub>> {
        self.core()
            .hubs
            .get_or_insert(hub, || Ok(CallHub::new(self, hub)))
    }

    /// The objects of those among `calls` in which the application has a part.
    pub(super) fn own_calls(&self, calls: Vec<engine::Call>) -> Result<Vec<Ref<Call>>> {
        let mut own = Vec::new();
        own.try_reserve_exact(calls.len())?;
        for call in calls {
            match self.call_if_known(&call) {
                Ok(object) => own.extend(object),
                // Another thread has just released it: it is no call of the line any more.
                Err(_) if call.is_released() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(own)
    }

    pub(super) fn forget_address(&self, line: u32) {
        self.core().addresses.remove_dead(&line);
    }

    pub(super) fn forget_hub(&self, hub: u64) {
        self.core().hubs.remove_dead(&hub);
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
