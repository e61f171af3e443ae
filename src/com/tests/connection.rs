//! Event sources and their sinks.

use super::*;
use core::ptr;
use std::sync::{Mutex, OnceLock};

/// What the sinks of these tests hear.
struct Events;

com_class!(ConnectionPoint<Events>: IConnectionPoint);

impl crate::com::Source for Events {
    type Vtable = ITTAPIEventNotification;
    type Dispatch = ITTAPIDispatchEventNotification;
    const MEMBER: DISPID = 1;

    fn call(sink: In<'_, ITTAPIEventNotification>, event: i32, object: In<'_, IDispatch>) {
        sink.event(event, object);
    }
}

struct Source {
    events: EventSource<Events>,
}

com_class!(Source: IConnectionPointContainer);

impl IConnectionPointContainerImpl for Object<Source> {
    fn enum_connection_points(&self) -> Result<ComPtr<IEnumConnectionPoints>> {
        self.events.enumerate(self)
    }
    fn find_connection_point(&self, iid: &GUID) -> Result<ComPtr<IConnectionPoint>> {
        self.events.find(self, iid)
    }
}

type Reaction = Box<dyn Fn(TAPI_EVENT) + Send + Sync>;

/// A sink that is called through the vtable.
struct Listener {
    heard: Arc<Mutex<Vec<TAPI_EVENT>>>,
    reaction: OnceLock<Reaction>,
}

com_class!(Listener: ITTAPIEventNotification);

impl ITTAPIEventNotificationImpl for Object<Listener> {
    fn event(&self, event: TAPI_EVENT, object: Option<In<'_, IDispatch>>) -> Result<Success> {
        assert!(object.unwrap().downcast::<Probe>().is_some());
        self.heard.lock().unwrap().push(event);
        if let Some(reaction) = self.reaction.get() {
            reaction(event);
        }
        Ok(OK)
    }
}

fn source() -> Ref<Source> {
    Object::new(Source {
        events: EventSource::new().unwrap(),
    })
    .unwrap()
}

fn listener() -> (Ref<Listener>, Arc<Mutex<Vec<TAPI_EVENT>>>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let sink = Listener {
        heard: heard.clone(),
        reaction: OnceLock::new(),
    };
    (Object::new(sink).unwrap(), heard)
}

fn event_object() -> ComPtr<IDispatch> {
    Probe::new().into_interface()
}

fn point(source: &Object<Source>, iid: &GUID) -> ComPtr<IConnectionPoint> {
    source.find_connection_point(iid).unwrap()
}

fn advise(point: &ComPtr<IConnectionPoint>, sink: *mut IUnknown) -> (HRESULT, DWORD) {
    let raw = point.as_raw();
    let mut cookie = 77;
    // SAFETY: the interface is alive; the sink is null or alive.
    let hresult = unsafe { ((*(*raw).lpVtbl).Advise)(raw, sink, &raw mut cookie) };
    (hresult, cookie)
}

fn unadvise(point: &ComPtr<IConnectionPoint>, cookie: DWORD) -> HRESULT {
    let raw = point.as_raw();
    // SAFETY: the interface is alive.
    unsafe { ((*(*raw).lpVtbl).Unadvise)(raw, cookie) }
}

#[test]
fn a_sink_hears_events_until_it_is_untied_and_is_released_then() {
    let source = source();
    let point = point(&source, &ITTAPIEventNotification::IID);
    let (sink, heard) = listener();
    let weak = sink.downgrade();
    assert!(!source.events.has_sinks());
    let (hresult, cookie) = advise(&point, sink.interface::<IUnknown>().as_raw());
    assert_eq!(hresult, S_OK);
    assert_ne!(cookie, 0);
    drop(sink);
    source.events.deliver(TE_CALLSTATE, &event_object());
    source.events.deliver(TE_ADDRESS, &event_object());
    assert_eq!(unadvise(&point, cookie), S_OK);
    assert_eq!(unadvise(&point, cookie), CONNECT_E_NOCONNECTION);
    assert_eq!(unadvise(&point, 0), CONNECT_E_NOCONNECTION);
    assert!(weak.is_dead());
    source.events.deliver(TE_CALLSTATE, &event_object());
    assert_eq!(*heard.lock().unwrap(), [TE_CALLSTATE, TE_ADDRESS]);
}

#[test]
fn both_interfaces_have_a_point_and_others_have_none() {
    let source = source();
    for iid in [
        ITTAPIEventNotification::IID,
        ITTAPIDispatchEventNotification::IID,
    ] {
        let point = point(&source, &iid);
        let raw = point.as_raw();
        let (mut found, mut container) = (guid::NO_GUID, ptr::null_mut());
        // SAFETY: the interface is alive, and the pointers are to locals.
        unsafe {
            assert_eq!(
                ((*(*raw).lpVtbl).GetConnectionInterface)(raw, &raw mut found),
                S_OK
            );
            assert_eq!(
                ((*(*raw).lpVtbl).GetConnectionPointContainer)(raw, &raw mut container),
                S_OK
            );
            let container = ComPtr::from_raw(container).unwrap();
            assert!(container.downcast::<Source>().unwrap().is(&source));
        }
        assert_eq!(found, iid);
    }
    assert!(
        point(&source, &IDispatch::IID)
            .same_object(&point(&source, &ITTAPIDispatchEventNotification::IID))
    );
    let none = source.find_connection_point(&ITAddress::IID);
    assert_eq!(none.unwrap_err().hresult(), CONNECT_E_NOCONNECTION);
    let list = source.enum_connection_points().unwrap();
    let raw = list.as_raw();
    let (mut points, mut fetched) = ([ptr::null_mut(); 3], 0);
    // SAFETY: the interface is alive, and there is room for three.
    unsafe {
        assert_eq!(
            ((*(*raw).lpVtbl).Next)(raw, 3, points.as_mut_ptr(), &raw mut fetched),
            S_FALSE
        );
        assert_eq!(fetched, 2);
        drop(points.map(|point| ComPtr::from_raw(point)));
    }
}

#[test]
fn a_point_outlives_its_object() {
    let source = source();
    let point = point(&source, &ITTAPIEventNotification::IID);
    drop(source);
    let raw = point.as_raw();
    let mut container = ptr::dangling_mut();
    // SAFETY: the interface is alive, and the pointer is to a local.
    let hresult =
        unsafe { ((*(*raw).lpVtbl).GetConnectionPointContainer)(raw, &raw mut container) };
    assert_eq!(hresult, E_UNEXPECTED);
    assert!(container.is_null());
}

#[test]
fn an_object_without_a_fitting_interface_cannot_be_tied() {
    let source = source();
    let point = point(&source, &ITTAPIEventNotification::IID);
    let support = Object::new(Source {
        events: EventSource::new().unwrap(),
    })
    .unwrap();
    assert_eq!(
        advise(&point, support.interface::<IUnknown>().as_raw()),
        (CONNECT_E_CANNOTCONNECT, 0)
    );
    assert_eq!(advise(&point, ptr::null_mut()), (E_POINTER, 0));
}

#[test]
fn a_sink_may_untie_itself_and_tie_others_while_it_is_called() {
    let source = source();
    let point = point(&source, &ITTAPIEventNotification::IID);
    let (first, first_heard) = listener();
    let (second, second_heard) = listener();
    let (_, cookie) = advise(&point, first.interface::<IUnknown>().as_raw());
    let (own_point, newcomer) = (point.clone(), second.interface::<IUnknown>());
    let reaction: Reaction = Box::new(move |_| {
        assert_eq!(unadvise(&own_point, cookie), S_OK);
        assert_eq!(advise(&own_point, newcomer.as_raw()).0, S_OK);
    });
    assert!(first.reaction.set(reaction).is_ok());
    source.events.deliver(TE_CALLSTATE, &event_object());
    assert_eq!(*first_heard.lock().unwrap(), [TE_CALLSTATE]);
    assert!(
        second_heard.lock().unwrap().is_empty(),
        "tied during an event, called from the next one on"
    );
    source.events.deliver(TE_ADDRESS, &event_object());
    assert_eq!(first_heard.lock().unwrap().len(), 1);
    assert_eq!(*second_heard.lock().unwrap(), [TE_ADDRESS]);
    source.events.clear();
    assert!(!source.events.has_sinks());
}

#[test]
fn a_dispatch_sink_is_called_by_invoke_with_both_arguments() {
    // A foreign IDispatch: its vtable is ours with another Invoke.
    static HEARD: Mutex<Vec<(i32, bool)>> = Mutex::new(Vec::new());
    unsafe extern "C" fn invoke(
        _: *mut IDispatch,
        member: DISPID,
        iid: REFIID,
        _: LCID,
        flags: WORD,
        arguments: *mut DISPPARAMS,
        _: *mut VARIANT,
        _: *mut EXCEPINFO,
        _: *mut UINT,
    ) -> HRESULT {
        // SAFETY: the source gives valid arguments.
        unsafe {
            assert_eq!((member, flags, *iid), (1, DISPATCH_METHOD, guid::NO_GUID));
            assert_eq!(((*arguments).cArgs, (*arguments).cNamedArgs), (2, 0));
            let (object, event) = (&*(*arguments).rgvarg, &*(*arguments).rgvarg.add(1));
            assert_eq!((object.vt, event.vt), (VT_DISPATCH, VT_I4));
            let is_probe = In::from_raw(object.value.pdispVal)
                .unwrap()
                .downcast::<Probe>()
                .is_some();
            HEARD.lock().unwrap().push((event.value.lVal, is_probe));
        }
        E_FAIL
    }
    unsafe extern "C" fn query(
        this: *mut IDispatch,
        iid: REFIID,
        found: *mut *mut core::ffi::c_void,
    ) -> HRESULT {
        // SAFETY: the caller gives valid pointers.
        unsafe {
            let known = [IUnknown::IID, IDispatch::IID].contains(&*iid);
            found.write(if known { this.cast() } else { ptr::null_mut() });
            if known { S_OK } else { E_NOINTERFACE }
        }
    }
    unsafe extern "C" fn count(_: *mut IDispatch) -> ULONG {
        1
    }
    let template = event_object();
    // SAFETY: the vtable is copied from a live object.
    let vtable = unsafe {
        IDispatchVtbl {
            QueryInterface: query,
            AddRef: count,
            Release: count,
            Invoke: invoke,
            ..ptr::read((*template.as_raw()).lpVtbl)
        }
    };
    let mut sink = IDispatch {
        lpVtbl: &raw const vtable,
    };
    let sink: *mut IDispatch = &raw mut sink;
    let source = source();
    for iid in [
        ITTAPIDispatchEventNotification::IID,
        ITTAPIEventNotification::IID,
    ] {
        let point = point(&source, &iid);
        let (hresult, cookie) = advise(&point, sink.cast());
        assert_eq!(hresult, S_OK);
        source.events.deliver(TE_CALLSTATE, &event_object());
        let raw = point.as_raw();
        let (mut list, mut connection) = (
            ptr::null_mut(),
            CONNECTDATA {
                pUnk: ptr::null_mut(),
                dwCookie: 0,
            },
        );
        // SAFETY: the interfaces are alive, and the pointers are to locals.
        unsafe {
            assert_eq!(((*(*raw).lpVtbl).EnumConnections)(raw, &raw mut list), S_OK);
            let list = ComPtr::from_raw(list).unwrap();
            let raw = list.as_raw();
            assert_eq!(
                ((*(*raw).lpVtbl).Next)(raw, 1, &raw mut connection, ptr::null_mut()),
                S_OK
            );
        }
        assert_eq!(
            (connection.pUnk, connection.dwCookie),
            (sink.cast(), cookie)
        );
        assert_eq!(unadvise(&point, cookie), S_OK);
    }
    assert_eq!(
        *HEARD.lock().unwrap(),
        [(TE_CALLSTATE, true), (TE_CALLSTATE, true)]
    );
}
