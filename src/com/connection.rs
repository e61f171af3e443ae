//! Connection points: the sinks of an event source, and the delivery of events to them.
//!
//! One source calls sinks of two kinds, through the vtable (`ITTAPIEventNotification`) or by
//! Invoke (`ITTAPIDispatchEventNotification`), in the order in which they were tied to it. It
//! shows as two connection points, one for each interface.
//!
//! Source: the IConnectionPoint pages of the Windows SDK documentation (ocidl.h).

use core::ffi::c_void;
use core::ptr::{self, NonNull};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};

use super::abi::*;
use super::enumerator::{Connection, enumerate};
use super::error::{Error, OK, Result, Success};
use super::guid::NO_GUID;
use super::interfaces::{IConnectionPointContainerImpl, IConnectionPointImpl};
use super::object::{Class, Object, Ref, Weak};
use super::pointer::{ComPtr, In, Interface};
use super::variant::{self, Variant};
use tapi3_common::sync::lock;

/// The event source of an object: who listens, and the two connection points.
///
/// The object keeps it as a field and implements IConnectionPointContainer with
/// [`find`](Self::find) and [`enumerate`](Self::enumerate).
pub struct EventSource {
    vtable: Ref<ConnectionPoint>,
    dispatch: Ref<ConnectionPoint>,
}

impl EventSource {
    /// A source that nobody listens to.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn new() -> Result<Self> {
        let sinks = Object::new(SinkList {
            sinks: Mutex::new(Sinks {
                list: Vec::new(),
                last_cookie: 0,
            }),
        })?;
        let point = |kind| {
            Object::new(ConnectionPoint {
                kind,
                sinks: sinks.clone(),
                owner: OnceLock::new(),
            })
        };
        Ok(Self {
            vtable: point(Kind::Vtable)?,
            dispatch: point(Kind::Dispatch)?,
        })
    }

    /// `FindConnectionPoint`: the point for an interface id. `IID_IDispatch` finds the one that
    /// calls by Invoke.
    ///
    /// # Errors
    /// `CONNECT_E_NOCONNECTION` for any other interface.
    pub fn find<T: Class>(&self, owner: &Object<T>, iid: &GUID) -> Result<ComPtr<IConnectionPoint>>
    where
        Object<T>: IConnectionPointContainerImpl,
    {
        self.belong_to(owner);
        let point = match *iid {
            ITTAPIEventNotification::IID => &self.vtable,
            ITTAPIDispatchEventNotification::IID | IDispatch::IID => &self.dispatch,
            _ => return Err(Error::new(CONNECT_E_NOCONNECTION)),
        };
        Ok(point.interface())
    }

    /// `EnumConnectionPoints`: both points.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn enumerate<T: Class>(&self, owner: &Object<T>) -> Result<ComPtr<IEnumConnectionPoints>>
    where
        Object<T>: IConnectionPointContainerImpl,
    {
        self.belong_to(owner);
        let mut points = Vec::new();
        points.try_reserve_exact(2)?;
        points.extend([self.vtable.interface(), self.dispatch.interface()]);
        enumerate(points)
    }

    /// Tells the points whose they are. They get to know on first use, since an object's value
    /// exists before the object does.
    fn belong_to<T: Class>(&self, owner: &Object<T>)
    where
        Object<T>: IConnectionPointContainerImpl,
    {
        for point in [&self.vtable, &self.dispatch] {
            point.owner.get_or_init(|| Owner::new(owner.downgrade()));
        }
    }

    /// Whether anybody listens.
    #[must_use]
    pub fn has_sinks(&self) -> bool {
        !lock(&self.vtable.sinks.sinks).list.is_empty()
    }

    /// Calls every sink with the event and its object, one after the other, with no lock held: a
    /// sink may tie, untie, and call any method. A sink that is tied meanwhile gets the next event,
    /// not this one. What a sink answers is its own affair.
    ///
    /// Allocates nothing. To be called from one thread at a time, so that events stay in order.
    pub fn deliver(&self, event: TAPI_EVENT, object: &ComPtr<IDispatch>) {
        let sinks = &self.vtable.sinks.sinks;
        let newest = lock(sinks).last_cookie;
        let mut delivered = 0;
        loop {
            let next = (lock(sinks).list.iter())
                .find(|sink| sink.cookie > delivered && sink.cookie <= newest)
                .cloned();
            let Some(sink) = next else {
                return;
            };
            delivered = sink.cookie;
            if !sink.is_untied.load(Ordering::Acquire) {
                sink.target.call(event, object);
            }
        }
    }

    /// Unties every sink. For the end of the source.
    pub fn clear(&self) {
        // The sinks are released after the lock: their destructors may come back here.
        let sinks = core::mem::take(&mut lock(&self.vtable.sinks.sinks).list);
        for sink in &sinks {
            sink.is_untied.store(true, Ordering::Release);
        }
        drop(sinks);
    }
}

/// The sinks of one source, shared by its two points.
struct SinkList {
    sinks: Mutex<Sinks>,
}

com_class!(SinkList: IUnknown);

struct Sinks {
    /// In the order of their cookies.
    list: Vec<Ref<Sink>>,
    last_cookie: DWORD,
}

/// A tied sink. An object of ours, so that it can be kept for a delivery without calling the
/// foreign object while the list is locked.
struct Sink {
    cookie: DWORD,
    target: Target,
    is_untied: AtomicBool,
}

com_class!(Sink: IUnknown);

/// How a sink is called.
enum Target {
    Vtable(ComPtr<ITTAPIEventNotification>),
    Dispatch(ComPtr<IDispatch>),
}

impl Target {
    /// Asks a sink for an interface that this source can call; the one that the point is for first.
    fn of(sink: In<'_, IUnknown>, preferred: Kind) -> Option<Self> {
        let vtable = || sink.query().ok().map(Self::Vtable);
        let dispatch = || {
            // Some sinks know the dispinterface by its own id only. It is an IDispatch.
            let named = || {
                sink.query::<ITTAPIDispatchEventNotification>()
                    .map(ComPtr::upcast)
            };
            named().or_else(|_| sink.query()).ok().map(Self::Dispatch)
        };
        match preferred {
            Kind::Vtable => vtable().or_else(dispatch),
            Kind::Dispatch => dispatch().or_else(vtable),
        }
    }

    fn identity(&self) -> ComPtr<IUnknown> {
        match self {
            Self::Vtable(sink) => sink.clone().upcast(),
            Self::Dispatch(sink) => sink.clone().upcast(),
        }
    }

    fn call(&self, event: TAPI_EVENT, object: &ComPtr<IDispatch>) {
        match self {
            Self::Vtable(sink) => {
                let raw = sink.as_raw();
                // SAFETY: both interfaces are alive for the call.
                unsafe { ((*(*raw).lpVtbl).Event)(raw, event, object.as_raw()) };
            }
            Self::Dispatch(sink) => call_by_invoke(sink, event, object),
        }
    }
}

/// `Event(TapiEvent, pEvent)` is member 1 of the dispinterface. The last argument stands first.
fn call_by_invoke(sink: &ComPtr<IDispatch>, event: TAPI_EVENT, object: &ComPtr<IDispatch>) {
    let mut arguments = [
        Variant::dispatch(Some(object.clone())).into_raw(),
        Variant::i4(event).into_raw(),
    ];
    let mut parameters = DISPPARAMS {
        rgvarg: arguments.as_mut_ptr(),
        rgdispidNamedArgs: ptr::null_mut(),
        cArgs: 2,
        cNamedArgs: 0,
    };
    let mut result = variant::EMPTY;
    let raw = sink.as_raw();
    // SAFETY: the sink is alive, and all pointers are to locals that outlive the call. What the
    // sink may have put into the arguments or the result is ours to clear.
    unsafe {
        ((*(*raw).lpVtbl).Invoke)(
            raw,
            1,
            &NO_GUID,
            0,
            DISPATCH_METHOD,
            &raw mut parameters,
            &raw mut result,
            ptr::null_mut(),
            ptr::null_mut(),
        );
        drop(arguments.map(|argument| Variant::from_raw(argument)));
        drop(Variant::from_raw(result));
    }
}

/// Which interface a point is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Vtable,
    Dispatch,
}

/// One of the two faces of an event source.
struct ConnectionPoint {
    kind: Kind,
    sinks: Ref<SinkList>,
    /// A point may outlive its object: the object's reference to it is the only one that counts.
    owner: OnceLock<Owner>,
}

com_class!(ConnectionPoint: IConnectionPoint);

/// A weak reference to the container, whatever its class.
struct Owner {
    object: NonNull<c_void>,
    upgrade: unsafe fn(NonNull<c_void>) -> Option<ComPtr<IConnectionPointContainer>>,
    forget: unsafe fn(NonNull<c_void>),
}

// SAFETY: it stands for a `Weak<T>`, which is both.
unsafe impl Send for Owner {}
// SAFETY: as for `Send`.
unsafe impl Sync for Owner {}

impl Owner {
    fn new<T: Class>(owner: Weak<T>) -> Self
    where
        Object<T>: IConnectionPointContainerImpl,
    {
        Self {
            object: owner.into_raw(),
            // SAFETY: both get the pointer that `into_raw` made of a `Weak<T>`; the first one
            // only borrows it.
            upgrade: |object| unsafe {
                let weak = core::mem::ManuallyDrop::new(Weak::<T>::from_raw(object));
                weak.upgrade().map(Ref::into_interface)
            },
            // SAFETY: as above; this is called once, at the end.
            forget: |object| unsafe { drop(Weak::<T>::from_raw(object)) },
        }
    }
}

impl Drop for Owner {
    fn drop(&mut self) {
        // SAFETY: the pointer and the function were made for each other.
        unsafe { (self.forget)(self.object) }
    }
}

impl IConnectionPointImpl for Object<ConnectionPoint> {
    fn get_connection_interface(&self) -> Result<GUID> {
        Ok(match self.kind {
            Kind::Vtable => ITTAPIEventNotification::IID,
            Kind::Dispatch => ITTAPIDispatchEventNotification::IID,
        })
    }

    fn get_connection_point_container(&self) -> Result<ComPtr<IConnectionPointContainer>> {
        // SAFETY: the pointer and the function were made for each other.
        (self
            .owner
            .get()
            .and_then(|owner| unsafe { (owner.upgrade)(owner.object) }))
        .ok_or(Error::unexpected(
            "The object of this connection point is gone.",
        ))
    }

    fn advise(&self, sink: Option<In<'_, IUnknown>>) -> Result<DWORD> {
        let sink = sink.ok_or(Error::with(E_POINTER, "The sink is NULL."))?;
        let target = Target::of(sink, self.kind).ok_or(Error::with(
            CONNECT_E_CANNOTCONNECT,
            "The sink has neither ITTAPIEventNotification nor IDispatch.",
        ))?;
        let vacant = Object::reserve()?;
        let mut sinks = lock(&self.sinks.sinks);
        let cookie = (sinks.last_cookie.checked_add(1)).ok_or(Error::new(CONNECT_E_ADVISELIMIT))?;
        sinks.list.try_reserve(1)?;
        sinks.list.push(vacant.fill(Sink {
            cookie,
            target,
            is_untied: AtomicBool::new(false),
        }));
        sinks.last_cookie = cookie;
        Ok(cookie)
    }

    /// A delivery that already began on the dispatcher's thread may still be in the sink, or about
    /// to enter it, when this returns; none begins afterwards.
    fn unadvise(&self, cookie: DWORD) -> Result<Success> {
        let mut sinks = lock(&self.sinks.sinks);
        let index = (sinks.list.iter().position(|sink| sink.cookie == cookie)).ok_or(
            Error::with(CONNECT_E_NOCONNECTION, "No sink is tied under this number."),
        )?;
        let sink = sinks.list.remove(index);
        sink.is_untied.store(true, Ordering::Release);
        // The sink is released after the lock: its destructor may come back here.
        drop(sinks);
        drop(sink);
        Ok(OK)
    }

    fn enum_connections(&self) -> Result<ComPtr<IEnumConnections>> {
        let mut tied = Vec::new();
        let sinks = lock(&self.sinks.sinks);
        tied.try_reserve_exact(sinks.list.len())?;
        tied.extend(sinks.list.iter().cloned());
        drop(sinks);
        let mut connections = Vec::new();
        connections.try_reserve_exact(tied.len())?;
        connections.extend((tied.iter()).map(|sink| Connection {
            sink: sink.target.identity(),
            cookie: sink.cookie,
        }));
        enumerate(connections)
    }
}
