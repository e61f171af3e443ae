//! The event objects, and their way from the engine's queue to the sinks.

use super::session::Session;
use super::{address::Address, call::Call, call_hub::CallHub, tapi::Tapi};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{Bstr, ComPtr, Error, Object, Ref, Result, com_class};
use crate::engine::{DeviceEvent, Event, REQUEST_MAKE_CALL, State};
use crate::shared::Shared;
use crate::terminals::Port;
use std::time::Duration;
use tapi3_common::process;

/// How long to wait before asking for memory again.
const OUT_OF_MEMORY_PAUSE: Duration = Duration::from_millis(10);

/// An event's TAPI_EVENT number and its object.
type Announcement = (TAPI_EVENT, ComPtr<IDispatch>);

/// Makes the object of an event and gives it to the sinks of the session's TAPI object. No event
/// is lost for want of memory: it waits until there is some, or the session ends.
pub(super) fn deliver(session: &Session, event: &Event) {
    // The sinks' program is half taken down already.
    if process::is_leaving() {
        return;
    }
    if let Event::CallState {
        call,
        state: State::Disconnected,
        ..
    } = event
    {
        // Who hears of the end finds what was recorded complete.
        call.finish_sound();
    }
    let announcement = loop {
        match announce(session, event) {
            Ok(None) => return,
            Ok(Some(announcement)) => break announcement,
            Err(error) if error.hresult() != E_OUTOFMEMORY => {
                tracing::error!("an event could not be delivered: {error}");
                return;
            }
            Err(_) if session.client().check_open().is_err() => return,
            Err(_) => std::thread::sleep(OUT_OF_MEMORY_PAUSE),
        }
    };
    if let Ok(tapi) = session.tapi() {
        tapi.events().deliver(announcement.0, &announcement.1);
    }
}

/// The event's object; none if the application has let go of the call that the event is about.
fn announce(session: &Session, event: &Event) -> Result<Option<Announcement>> {
    let announcement = match event {
        Event::Notification {
            call,
            privilege,
            instance,
        } => {
            let event = Object::new(CallNotificationEvent {
                call: session.call(call)?,
                event: *privilege as i32,
                instance: *instance,
            })?;
            (
                TE_CALLNOTIFICATION,
                event.interface::<ITCallNotificationEvent>().upcast(),
            )
        }
        Event::CallState {
            call,
            state,
            cause,
            instance,
        } => {
            // A program may wait for the offer instead of the notification: make its object then.
            let known = match state {
                State::Offering => Some(session.call(call)?),
                _ => session.known_call(call),
            };
            let Some(call) = known else {
                return Ok(None);
            };
            let event = Object::new(CallStateEvent {
                call,
                state: *state as i32,
                cause: *cause as i32,
                instance: *instance,
            })?;
            (TE_CALLSTATE, event.interface::<ITCallStateEvent>().upcast())
        }
        Event::CallInfo {
            call,
            change,
            instance,
        } => {
            let Some(call) = session.known_call(call) else {
                return Ok(None);
            };
            let event = Object::new(CallInfoChangeEvent {
                call,
                cause: *change as i32,
                instance: *instance,
            })?;
            (
                TE_CALLINFOCHANGE,
                event.interface::<ITCallInfoChangeEvent>().upcast(),
            )
        }
        Event::CallHub { hub, event, call } => {
            let call = call.as_ref().and_then(|call| session.known_call(call));
            let event = Object::new(CallHubEvent {
                hub: session.hub(*hub)?,
                event: *event as i32,
                call,
            })?;
            (TE_CALLHUB, event.interface::<ITCallHubEvent>().upcast())
        }
        Event::Line { line, event } => {
            let event = Object::new(AddressEvent {
                address: session.address(line)?,
                event: *event as i32,
                terminal: None,
            })?;
            (TE_ADDRESS, event.interface::<ITAddressEvent>().upcast())
        }
        Event::Terminal(news) => {
            let Some(port) = news.terminal.get::<Shared<Port>>() else {
                return Ok(None);
            };
            let address = session.address(&news.line)?;
            let is_there = news.event == DeviceEvent::New;
            let terminal = address
                .static_terminals()
                .of_device(port.device(), is_there)?;
            let event = Object::new(AddressEvent {
                address,
                event: news.event as i32,
                terminal: Some(terminal),
            })?;
            (TE_ADDRESS, event.interface::<ITAddressEvent>().upcast())
        }
        Event::Lines { line, event } => {
            let event = Object::new(TapiObjectEvent {
                tapi: session.tapi()?,
                address: session.address(line)?,
                event: *event as i32,
            })?;
            (
                TE_TAPIOBJECT,
                event.interface::<ITTAPIObjectEvent2>().upcast(),
            )
        }
        Event::Media(event) => return super::media::announce(session, event),
        // The objects wait for their answers, and TAPI 3 does not tell of the called party's bell.
        Event::Answer { .. } | Event::Alerted(_) => return Ok(None),
        Event::Request(request) => {
            let event = Object::new(RequestEvent {
                instance: request.instance,
                destination: Bstr::new(&request.destination)?,
                application: Bstr::new(&request.application)?,
                called_party: Bstr::new(&request.called_party)?,
                comment: Bstr::new(&request.comment)?,
            })?;
            (TE_REQUEST, event.interface::<ITRequestEvent>().upcast())
        }
    };
    Ok(Some(announcement))
}

/// TE_CALLNOTIFICATION: a call is new to the application.
struct CallNotificationEvent {
    call: Ref<Call>,
    event: CALL_NOTIFICATION_EVENT,
    instance: LONG,
}

com_class!(CallNotificationEvent: ITCallNotificationEvent; no cancellation points in ITCallNotificationEvent);

impl ITCallNotificationEventImpl for Object<CallNotificationEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_event(&self) -> Result<CALL_NOTIFICATION_EVENT> {
        Ok(self.event)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}

/// TE_CALLSTATE: a call has changed its state.
struct CallStateEvent {
    call: Ref<Call>,
    state: CALL_STATE,
    cause: CALL_STATE_EVENT_CAUSE,
    instance: LONG,
}

com_class!(CallStateEvent: ITCallStateEvent; no cancellation points in ITCallStateEvent);

impl ITCallStateEventImpl for Object<CallStateEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_state(&self) -> Result<CALL_STATE> {
        Ok(self.state)
    }

    fn get_cause(&self) -> Result<CALL_STATE_EVENT_CAUSE> {
        Ok(self.cause)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}

/// TE_CALLINFOCHANGE: something is newly known about a call.
struct CallInfoChangeEvent {
    call: Ref<Call>,
    cause: CALLINFOCHANGE_CAUSE,
    instance: LONG,
}

com_class!(CallInfoChangeEvent: ITCallInfoChangeEvent);

impl ITCallInfoChangeEventImpl for Object<CallInfoChangeEvent> {
    fn get_call(&self) -> Result<ComPtr<ITCallInfo>> {
        Ok(self.call.interface())
    }

    fn get_cause(&self) -> Result<CALLINFOCHANGE_CAUSE> {
        Ok(self.cause)
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }
}

/// TE_CALLHUB: a call joined or left a hub, or the hub came or went.
struct CallHubEvent {
    hub: Ref<CallHub>,
    event: CALLHUB_EVENT,
    call: Option<Ref<Call>>,
}

com_class!(CallHubEvent: ITCallHubEvent);

impl ITCallHubEventImpl for Object<CallHubEvent> {
    fn get_event(&self) -> Result<CALLHUB_EVENT> {
        Ok(self.event)
    }

    fn get_call_hub(&self) -> Result<ComPtr<ITCallHub>> {
        Ok(self.hub.interface())
    }

    fn get_call(&self) -> Result<Option<ComPtr<ITCallInfo>>> {
        Ok(self.call.as_ref().map(|call| call.interface()))
    }
}

/// TE_ADDRESS: an address has changed.
struct AddressEvent {
    address: Ref<Address>,
    event: ADDRESS_EVENT,
    /// The static terminal that it is about, if it is about one.
    terminal: Option<ComPtr<ITTerminal>>,
}

com_class!(AddressEvent: ITAddressEvent);

impl ITAddressEventImpl for Object<AddressEvent> {
    fn get_address(&self) -> Result<ComPtr<ITAddress>> {
        Ok(self.address.interface())
    }

    fn get_event(&self) -> Result<ADDRESS_EVENT> {
        Ok(self.event)
    }

    /// Of AE_NEWTERMINAL and AE_REMOVETERMINAL alone.
    fn get_terminal(&self) -> Result<Option<ComPtr<ITTerminal>>> {
        match &self.terminal {
            Some(terminal) => Ok(Some(terminal.clone())),
            None => Err(Error::with(
                TAPI_E_WRONGEVENT,
                "Only events about terminals have one.",
            )),
        }
    }
}

/// TE_TAPIOBJECT: the set of addresses has changed.
struct TapiObjectEvent {
    tapi: Ref<Tapi>,
    address: Ref<Address>,
    event: TAPIOBJECT_EVENT,
}

com_class!(TapiObjectEvent: ITTAPIObjectEvent2);

impl ITTAPIObjectEventImpl for Object<TapiObjectEvent> {
    fn get_tapi_object(&self) -> Result<ComPtr<ITTAPI>> {
        Ok(self.tapi.interface())
    }

    fn get_event(&self) -> Result<TAPIOBJECT_EVENT> {
        Ok(self.event)
    }

    fn get_address(&self) -> Result<Option<ComPtr<ITAddress>>> {
        Ok(Some(self.address.interface()))
    }

    fn get_callback_instance(&self) -> Result<LONG> {
        Ok(0)
    }
}

impl ITTAPIObjectEvent2Impl for Object<TapiObjectEvent> {
    fn get_phone(&self) -> Result<Option<ComPtr<ITPhone>>> {
        Err(Error::with(
            TAPI_E_WRONGEVENT,
            "Only events about phones have one.",
        ))
    }
}

/// TE_REQUEST: another program asks for a call.
struct RequestEvent {
    instance: LONG,
    destination: Bstr,
    application: Bstr,
    called_party: Bstr,
    comment: Bstr,
}

com_class!(RequestEvent: ITRequestEvent);

impl ITRequestEventImpl for Object<RequestEvent> {
    fn get_registration_instance(&self) -> Result<LONG> {
        Ok(self.instance)
    }

    fn get_request_mode(&self) -> Result<LONG> {
        Ok(REQUEST_MAKE_CALL)
    }

    fn get_dest_address(&self) -> Result<Bstr> {
        self.destination.try_clone()
    }

    fn get_app_name(&self) -> Result<Bstr> {
        self.application.try_clone()
    }

    fn get_called_party(&self) -> Result<Bstr> {
        self.called_party.try_clone()
    }

    fn get_comment(&self) -> Result<Bstr> {
        self.comment.try_clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{TerminalNews, TerminalRef};
    use crate::system;
    use crate::terminals::Devices;

    #[test]
    fn an_address_tells_of_terminals_that_come_and_go_with_their_objects() {
        system::set_configuration(Some("")).unwrap();
        let tapi = Tapi::create().unwrap();
        let session = Session::open(&tapi).unwrap();
        let line = session.lines().unwrap().remove(0);
        let device = Devices::Silent.list().unwrap().remove(0);
        let port = Port::try_new(device).unwrap();
        let told = |event| {
            let news = TerminalNews {
                line: line.clone(),
                event,
                terminal: TerminalRef::new(port.clone()),
            };
            let event = Event::Terminal(Shared::try_new(news).unwrap());
            let (kind, object) = announce(&session, &event).unwrap().unwrap();
            assert_eq!(kind, TE_ADDRESS);
            object.downcast::<AddressEvent>().unwrap()
        };
        let new = told(DeviceEvent::New);
        let gone = told(DeviceEvent::Removed);
        assert_eq!(new.get_event().unwrap(), AE_NEWTERMINAL);
        assert_eq!(gone.get_event().unwrap(), AE_REMOVETERMINAL);
        assert!(new.address.is(&gone.address));
        let terminal = |event: &Ref<AddressEvent>| event.get_terminal().unwrap().unwrap();
        let (one, other) = (terminal(&new), terminal(&gone));
        assert!(one.query::<ITStaticAudioTerminal>().is_ok());
        assert!(one.same_object(&other));
        session.close();
    }
}
