//! The TAPI object: where every program begins and ends.

use super::address::Address;
use super::call_hub::CallHub;
use super::collections;
use super::filter::ALL_EVENTS;
use super::media_types;
use super::session::Session;
use super::sinks::TapiEvents;
use super::{collection_of, collection_of_texts, enumerator_of, events};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    BStr, ClassEntry, ComPtr, Error, EventSource, In, OK, Object, Ref, Result, Success, Variant,
    com_class, enumerate,
};
use crate::engine::{REQUEST_MAKE_CALL, State};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use tapi3_common::sync::lock;

/// The TAPI object.
pub struct Tapi {
    events: EventSource<TapiEvents>,
    /// Chosen events, kept here because they may be chosen before Initialize.
    mask: AtomicU32,
    /// Whether anybody has asked for a connection point, and so may listen.
    listening: AtomicBool,
    stage: Mutex<Stage>,
}

com_class!(Tapi: ITTAPI2, IConnectionPointContainer);

/// How the class is created.
pub const CLASS: ClassEntry = ClassEntry {
    clsid: &CLSID_TAPI,
    progids: PROGIDS_TAPI,
    create: || Ok(Tapi::create()?.into_interface()),
};

enum Stage {
    New,
    Open(Session),
    /// Kept, because a sink may still be on its way back when another thread shuts down as well.
    Closed(Session),
}

impl Tapi {
    /// A TAPI object that waits for Initialize.
    pub fn create() -> Result<Ref<Self>> {
        Object::new(Tapi {
            events: EventSource::new()?,
            mask: AtomicU32::new(0),
            listening: AtomicBool::new(false),
            stage: Mutex::new(Stage::New),
        })
    }

    pub(super) fn events(&self) -> &EventSource<TapiEvents> {
        &self.events
    }

    fn session_or(&self, error: HRESULT) -> Result<Session> {
        match &*lock(&self.stage) {
            Stage::Open(session) => Ok(session.clone()),
            Stage::New => Err(Error::with(error, "Call ITTAPI::Initialize first.")),
            Stage::Closed(_) => Err(Error::with(error, "The TAPI object was shut down.")),
        }
    }

    /// The session of a method whose page says E_INVALIDARG for an object not initialised.
    fn session(&self) -> Result<Session> {
        self.session_or(E_INVALIDARG)
    }

    /// Somebody wants to hear events.
    fn expect_sinks(&self) -> Result<()> {
        self.listening.store(true, Ordering::SeqCst);
        match self.session() {
            Ok(session) => Ok(session.client().set_listening(true)?),
            Err(_) => Ok(()),
        }
    }

    fn addresses(&self) -> Result<Vec<Ref<Address>>> {
        let session = self.session()?;
        let lines = session.lines()?;
        let mut addresses = Vec::new();
        addresses.try_reserve_exact(lines.len())?;
        for line in &lines {
            addresses.push(session.address(line)?);
        }
        Ok(addresses)
    }

    /// The hubs of all calls under way in which the application has a part.
    fn hubs(&self) -> Result<Vec<Ref<CallHub>>> {
        let session = self.session()?;
        let client = session.client();
        let mut hubs = Vec::new();
        for call in client.engine().calls()? {
            let live = !matches!(call.state(), State::Idle | State::Disconnected);
            if live && call.handle_for(client).is_some() {
                let hub = session.hub(call.hub())?;
                if !hubs.iter().any(|known: &Ref<CallHub>| known.is(&hub)) {
                    hubs.try_reserve(1)?;
                    hubs.push(hub);
                }
            }
        }
        Ok(hubs)
    }

    /// The session to be closed, and whether it was open; none if there never was one.
    fn end(&self) -> Option<(Session, bool)> {
        let mut stage = lock(&self.stage);
        let (session, open) = match &*stage {
            Stage::New => return None,
            Stage::Open(session) => (session.clone(), true),
            Stage::Closed(session) => (session.clone(), false),
        };
        *stage = Stage::Closed(session.clone());
        Some((session, open))
    }
}

impl Drop for Tapi {
    fn drop(&mut self) {
        if let Some((session, _)) = self.end() {
            session.close();
        }
    }
}

/// An address among the arguments: one of ours, of this session.
fn address_argument(session: &Session, address: Option<In<'_, ITAddress>>) -> Result<Ref<Address>> {
    address
        .ok_or(Error::pointer())?
        .downcast::<Address>()
        .filter(|address| address.is_of(session))
        .ok_or(Error::invalid_argument(
            "The argument is not an address of this TAPI object.",
        ))
}

impl ITTAPIImpl for Object<Tapi> {
    fn initialize(&self) -> Result<Success> {
        let closed = match &*lock(&self.stage) {
            Stage::Closed(session) => Some(session.clone()),
            _ => None,
        };
        if let Some(closed) = closed {
            // Another thread may still be shutting down: what its events tell comes first.
            closed.close();
        }
        let mut stage = lock(&self.stage);
        if matches!(*stage, Stage::Open(_)) {
            return Ok(Success::False);
        }
        let session = Session::open(self)?;
        let client = session.client();
        client.set_event_mask(self.mask.load(Ordering::SeqCst));
        if self.listening.load(Ordering::SeqCst) {
            client.set_listening(true)?;
        }
        // Whether or not somebody listens yet: to start a thread takes memory that cannot be
        // refused, which a later FindConnectionPoint must not need.
        let for_delivery = session.clone();
        client.deliver_to(move |event| events::deliver(&for_delivery, &event))?;
        *stage = Stage::Open(session);
        Ok(OK)
    }

    fn shutdown(&self) -> Result<Success> {
        // While it waits for the last delivery, a sink may release what the program holds.
        let _held = self.this();
        match self.end() {
            None => Err(Error::with(
                TAPI_E_NOT_INITIALIZED,
                "Call ITTAPI::Initialize first.",
            )),
            // Closed with no lock held: a sink that still runs may call any method meanwhile.
            Some((session, open)) => {
                session.close();
                self.events.clear();
                Ok(if open { Success::Ok } else { Success::False })
            }
        }
    }

    fn get_addresses(&self) -> Result<Variant> {
        collection_of::<ITAddress, _>(self.addresses()?)
    }

    fn enumerate_addresses(&self) -> Result<ComPtr<IEnumAddress>> {
        enumerator_of(self.addresses()?)
    }

    fn register_call_notifications(
        &self,
        address: Option<In<'_, ITAddress>>,
        monitor: bool,
        owner: bool,
        media: LONG,
        instance: LONG,
    ) -> Result<LONG> {
        let session = self.session_or(TAPI_E_NOT_INITIALIZED)?;
        let address = address_argument(&session, address)?;
        if !monitor && !owner {
            return Err(Error::invalid_argument(
                "Register as monitor, as owner, or both.",
            ));
        }
        let line = address.line();
        let media = media_types::checked(media, line.info().media)?;
        let client = session.client();
        Ok(client.register(line, monitor, owner, media, instance)?)
    }

    fn unregister_notifications(&self, token: LONG) -> Result<Success> {
        self.session()?.client().unregister(token)?;
        Ok(OK)
    }

    fn get_call_hubs(&self) -> Result<Variant> {
        collection_of::<ITCallHub, _>(self.hubs()?)
    }

    fn enumerate_call_hubs(&self) -> Result<ComPtr<IEnumCallHub>> {
        enumerator_of(self.hubs()?)
    }

    fn set_call_hub_tracking(&self, addresses: &Variant, on: bool) -> Result<Success> {
        let session = self.session()?;
        let mut lines = Vec::new();
        if let Some(array) = addresses.as_array() {
            lines.try_reserve_exact(array.len())?;
            for item in array.elements() {
                let address = item?.query::<ITAddress>()?;
                lines.push(
                    address_argument(&session, Some(address.as_in()))?
                        .line()
                        .id(),
                );
            }
        } else if !addresses.is_missing() {
            return Err(Error::invalid_argument(
                "The addresses must be an array of ITAddress, or empty for all.",
            ));
        }
        session.client().track_hubs(&lines, on)?;
        Ok(OK)
    }

    /// No provider has objects of its own: TAPI_E_NOITEMS.
    fn enumerate_private_tapi_objects(&self) -> Result<ComPtr<IEnumUnknown>> {
        self.session()?;
        no_private_objects()
    }

    /// No provider has objects of its own: TAPI_E_NOITEMS.
    fn get_private_tapi_objects(&self) -> Result<Variant> {
        self.session()?;
        no_private_objects()
    }

    fn register_request_recipient(&self, instance: LONG, mode: LONG, on: bool) -> Result<Success> {
        let session = self.session()?;
        if mode != REQUEST_MAKE_CALL {
            return Err(Error::invalid_argument(
                "The only kind of request is LINEREQUESTMODE_MAKECALL.",
            ));
        }
        session.client().receive_requests(instance, on)?;
        Ok(OK)
    }

    /// Kept while the lines are open, not across restarts.
    fn set_assisted_telephony_priority(
        &self,
        application: BStr<'_>,
        first: bool,
    ) -> Result<Success> {
        let session = self.session_or(TAPI_E_NOT_INITIALIZED)?;
        let application = application_argument(application)?;
        let engine = session.client().engine();
        engine.set_assisted_priority(&application, first)?;
        Ok(OK)
    }

    /// Kept while the lines are open, not across restarts.
    fn set_application_priority(
        &self,
        application: BStr<'_>,
        media: LONG,
        first: bool,
    ) -> Result<Success> {
        let session = self.session_or(TAPI_E_NOT_INITIALIZED)?;
        let application = application_argument(application)?;
        let lines = session.lines()?;
        let available = lines.iter().fold(0, |all, line| all | line.info().media);
        let media = media_types::meant(media, available);
        if media == 0 {
            return Err(Error::new(TAPI_E_INVALIDMEDIATYPE));
        }
        let engine = session.client().engine();
        engine.set_priority(&application, media, first)?;
        Ok(OK)
    }

    fn put_event_filter(&self, mask: LONG) -> Result<Success> {
        let bits = u32::from_ne_bytes(mask.to_ne_bytes());
        if bits & !ALL_EVENTS != 0 {
            return Err(Error::invalid_argument(
                "Not all bits are TAPI_EVENT values.",
            ));
        }
        self.mask.store(bits, Ordering::SeqCst);
        if let Ok(session) = self.session() {
            session.client().set_event_mask(bits);
        }
        Ok(OK)
    }

    fn get_event_filter(&self) -> Result<LONG> {
        Ok(i32::from_ne_bytes(
            self.mask.load(Ordering::SeqCst).to_ne_bytes(),
        ))
    }
}

fn no_private_objects<T>() -> Result<T> {
    Err(Error::with(
        TAPI_E_NOITEMS,
        "No provider has objects of its own.",
    ))
}

fn application_argument(name: BStr<'_>) -> Result<String> {
    if name.is_empty() {
        return Err(Error::invalid_argument(
            "The application's file name is missing.",
        ));
    }
    name.to_string_lossy()
}

impl ITTAPI2Impl for Object<Tapi> {
    /// No phone devices: always empty.
    fn get_phones(&self) -> Result<Variant> {
        self.session()?;
        collection_of_texts(&[])
    }

    /// No phone devices: always empty.
    fn enumerate_phones(&self) -> Result<ComPtr<IEnumPhone>> {
        self.session()?;
        enumerate(Vec::new())
    }

    fn create_empty_collection_object(&self) -> Result<ComPtr<ITCollection2>> {
        Ok(collections::Collection::new(Vec::new())?.interface())
    }
}

impl IConnectionPointContainerImpl for Object<Tapi> {
    fn enum_connection_points(&self) -> Result<ComPtr<IEnumConnectionPoints>> {
        self.expect_sinks()?;
        self.events.enumerate(self)
    }

    fn find_connection_point(&self, iid: &GUID) -> Result<ComPtr<IConnectionPoint>> {
        let point = self.events.find(self, iid)?;
        self.expect_sinks()?;
        Ok(point)
    }
}
