//! Connection points: the sinks of an event source, and the delivery of events to them.
//!
//! One source calls sinks of two kinds, through the vtable or by Invoke, in the order in which they
//! were tied to it. It shows as two connection points, one for each interface. Which interfaces
//! those are, and how they are called, a [`Source`] says.
//!
//! Source: the IConnectionPoint pages of the Windows SDK documentation (ocidl.h).

use core::ffi::c_void;
use core::ptr::{self, NonNull};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

use super::abi::*;
use super::enumerator::{Connection, enumerate};
use super::error::{Error, OK, Result, Success};
use super::guid::NO_GUID;
use super::interfaces::{IConnectionPointContainerImpl, IConnectionPointImpl};
use super::object::{Class, Object, Ref};
use super::pointer::{ComPtr, DerivesFrom, In, Interface};
use super::variant::{self, Variant};
use super::weak::Weak;
use tapi3_common::shared::Shared;
use tapi3_common::sync::lock;

/// What the sinks of a source implement. An event is a number and an object.
///
/// Whoever implements it also declares `com_class!(ConnectionPoint<TheSource>: IConnectionPoint);`.
pub trait Source: Sized + Send + Sync + 'static {
    /// The interface that is called through its vtable.
    type Vtable: Interface;
    /// The interface that is called by Invoke.
    type Dispatch: DerivesFrom<IDispatch>;
    /// The member that is invoked.
    const MEMBER: DISPID;

    /// Calls a sink through its vtable. What it answers is its own affair.
    fn call(sink: In<'_, Self::Vtable>, event: i32, object: In<'_, IDispatch>);
}

/// The event source of an object: who listens, and the two connection points.
///
/// The object keeps it as a field and implements IConnectionPointContainer with
/// [`find`](Self::find) and [`enumerate`](Self::enumerate).
pub struct EventSource<S: Source>
where
    ConnectionPoint<S>: Class,
{
    vtable: Ref<ConnectionPoint<S>>,
    dispatch: Ref<ConnectionPoint<S>>,
}

impl<S: Source> EventSource<S>
where
    ConnectionPoint<S>: Class,
{
    /// A source that nobody listens to.
    ///
    /// # Errors
    /// `E_OUTOFMEMORY`.
    pub fn new() -> Result<Self> {
        let sinks = Shared::try_new(Mutex::new(Sinks {
            list: Vec::new(),
            last_cookie: 0,
        }))?;
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
            iid if iid == S::Vtable::IID => &self.vtable,
            iid if iid == S::Dispatch::IID || iid == IDispatch::IID => &self.dispatch,
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
        !lock(&self.vtable.sinks).list.is_empty()
    }

    /// Calls every sink with the event and its object, one after the other, with no lock held: a
    /// sink may tie, untie, and call any method. A sink that is tied meanwhile gets the next event,
    /// not this one. What a sink answers is its own affair.
    ///
    /// Allocates nothing. To be called from one thread at a time, so that events stay in order.
    pub fn deliver(&self, event: i32, object: &ComPtr<IDispatch>) {
        let sinks = &self.vtable.sinks;
        let newest = lock(sinks).last_cookie;
        let mut delivered = 0;
        loop {
            let next = (lock(sinks).list.iter())
                .find(|sink| sink.cookie() > delivered && sink.cookie() <= newest)
                .cloned();
            let Some(sink) = next else {
                return;
            };
            delivered = sink.cookie();
            if !sink.is_untied.load(Ordering::Acquire) {
                sink.target.call(event, object);
            }
        }
    }

    /// Unties every sink. For the end of the source.
    pub fn clear(&self) {
        // The sinks are released after the lock: their destructors may come back here.
        let sinks = core::mem::take(&mut lock(&self.vtable.sinks).list);
        for sink in &sinks {
            sink.is_untied.store(true, Ordering::Release);
        }
        drop(sinks);
    }
}

/// The sinks of one source, shared by its two points.
struct Sinks<S: Source> {
    /// In the order of their cookies.
    list: Vec<Shared<Sink<S>>>,
    last_cookie: DWORD,
}

/// A tied sink. Counted by us, so that it can be kept for a delivery without calling the foreign
/// object while the list is locked.
struct Sink<S: Source> {
    /// 0 until it is in the list.
    cookie: AtomicU32,
    target: Target<S>,
    is_untied: AtomicBool,
}

impl<S: Source> Sink<S> {
    fn cookie(&self) -> DWORD {
        self.cookie.load(Ordering::Relaxed)
    }
}

/// How a sink is called.
enum Target<S: Source> {
    Vtable(ComPtr<S::Vtable>),
    Dispatch(ComPtr<IDispatch>),
}

impl<S: Source> Target<S> {
    /// Asks a sink for an interface that this source can call; the one that the point is for first.
    fn of(sink: In<'_, IUnknown>, preferred: Kind) -> Option<Self> {
        let vtable = || sink.query().ok().map(Self::Vtable);
        let dispatch = || {
            // Some sinks know the dispinterface by its own id only. It is an IDispatch.
            let named = || sink.query::<S::Dispatch>().map(ComPtr::upcast);
            named().or_else(|_| sink.query()).ok().map(Self::Dispatch)
        };
        match preferred {
            Kind::Vtable => vtable().or_else(dispatch),
            Kind::Dispatch => dispatch().or_else(vtable),
        }
    }

    fn identity(&self) -> ComPtr<IUnknown> {
        match self {
            Self::Vtable(sink) => sink.as_in().as_unknown(),
            Self::Dispatch(sink) => sink.as_in().as_unknown(),
        }
    }

    fn call(&self, event: i32, object: &ComPtr<IDispatch>) {
        match self {
            Self::Vtable(sink) => S::call(sink.as_in(), event, object.as_in()),
            Self::Dispatch(sink) => call_by_invoke(sink, S::MEMBER, event, object),
        }
    }
}

/// Calls a member with an event's number and object. The last argument stands first.
fn call_by_invoke(
    sink: &ComPtr<IDispatch>,
    member: DISPID,
    event: i32,
    object: &ComPtr<IDispatch>,
) {
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
            member,
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
pub struct ConnectionPoint<S: Source> {
    kind: Kind,
    sinks: Shared<Mutex<Sinks<S>>>,
    /// A point may outlive its object: the object's reference to it is the only one that counts.
    owner: OnceLock<Owner>,
}

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

impl<S: Source> IConnectionPointImpl for Object<ConnectionPoint<S>>
where
    ConnectionPoint<S>: Class,
{
    fn get_connection_interface(&self) -> Result<GUID> {
        Ok(match self.kind {
            Kind::Vtable => S::Vtable::IID,
            Kind::Dispatch => S::Dispatch::IID,
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
            "The sink has neither the interface of this event source nor IDispatch.",
        ))?;
        // Declared before the lock: on failure the sink goes after it.
        let sink = Shared::try_new(Sink {
            cookie: AtomicU32::new(0),
            target,
            is_untied: AtomicBool::new(false),
        })?;
        let mut sinks = lock(&self.sinks);
        let cookie = (sinks.last_cookie.checked_add(1)).ok_or(Error::new(CONNECT_E_ADVISELIMIT))?;
        sinks.list.try_reserve(1)?;
        sink.cookie.store(cookie, Ordering::Relaxed);
        sinks.list.push(sink.clone());
        sinks.last_cookie = cookie;
        Ok(cookie)
    }

    /// A delivery that already began on the dispatcher's thread may still be in the sink, or about
    /// to enter it, when this returns; none begins afterwards.
    fn unadvise(&self, cookie: DWORD) -> Result<Success> {
        let mut sinks = lock(&self.sinks);
        let index = (sinks.list.iter().position(|sink| sink.cookie() == cookie)).ok_or(
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
        let sinks = lock(&self.sinks);
        tied.try_reserve_exact(sinks.list.len())?;
        tied.extend(sinks.list.iter().cloned());
        drop(sinks);
        let mut connections = Vec::new();
        connections.try_reserve_exact(tied.len())?;
        connections.extend((tied.iter()).map(|sink| Connection {
            sink: sink.target.identity(),
            cookie: sink.cookie(),
        }));
        enumerate(connections)
    }
}
