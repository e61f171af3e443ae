//! A sink that remembers the states of every call, checks their order, and does at random what a
//! program may do in a sink, which is anything.

use super::act;
use super::counted::*;
use super::dice::Dice;
use super::watch::{NO_EVENT, Place, lock};
use super::world::{Client, Role, World};
use core::ffi::c_void;
use core::ptr;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Weak};
use tapi3::com::abi::*;

/// The sink. Each reference that the library takes is one of its `Arc`.
#[repr(C)]
pub struct Sink {
    vtable: *const ITTAPIEventNotificationVtbl,
    client: usize,
    world: Weak<World>,
    dice: Mutex<Dice>,
    place: Arc<Place>,
    /// By CIL_CALLID: the states that it was told, in their order.
    histories: Mutex<HashMap<LONG, Vec<CALL_STATE>>>,
    /// How often a message lamp went out.
    lamps: AtomicU64,
    /// Nothing may come any more.
    over: AtomicBool,
}

/// How many events all sinks are in.
static BUSY: AtomicUsize = AtomicUsize::new(0);

/// Whether any sink is in an event. One that comes later sees what was stored before this was asked.
pub fn is_anybody_busy() -> bool {
    BUSY.load(Ordering::SeqCst) > 0
}

// SAFETY: the vtable is a static, the rest can be shared.
unsafe impl Send for Sink {}
// SAFETY: as for `Send`.
unsafe impl Sync for Sink {}

static VTABLE: ITTAPIEventNotificationVtbl = ITTAPIEventNotificationVtbl {
    QueryInterface: query,
    AddRef: add_ref,
    Release: release,
    Event: event,
};

impl Sink {
    pub fn new(client: usize, dice: Dice, world: &Weak<World>, place: Arc<Place>) -> Arc<Self> {
        place.is(NO_EVENT);
        Arc::new(Sink {
            vtable: &raw const VTABLE,
            client,
            world: world.clone(),
            dice: Mutex::new(dice),
            place,
            histories: Mutex::default(),
            lamps: AtomicU64::new(0),
            over: AtomicBool::new(false),
        })
    }

    /// From now on an event is a fault.
    pub fn expect_silence(&self) {
        self.over.store(true, Ordering::SeqCst);
    }

    pub fn world(&self) -> Weak<World> {
        self.world.clone()
    }

    pub fn lamps(&self) -> u64 {
        self.lamps.load(Ordering::SeqCst)
    }

    /// The states that it was told of a call.
    pub fn history(&self, id: LONG) -> Vec<CALL_STATE> {
        lock(&self.histories).get(&id).cloned().unwrap_or_default()
    }

    fn hear(&self, kind: TAPI_EVENT, object: &Com<IDispatch>) {
        let Some(world) = self.world.upgrade() else {
            return;
        };
        if self.over.load(Ordering::SeqCst) {
            world.fault(format!(
                "client {} hears of {kind} after Shutdown",
                self.client
            ));
        }
        let client = &world.clients[self.client];
        match kind {
            TE_CALLSTATE => self.note_state(&world, client, object),
            TE_CALLNOTIFICATION => self.take_call(&world, client, object),
            TE_ADDRESS => self.note_lamp(object),
            TE_CALLMEDIA => super::sound::check_event(&world, object),
            _ => {}
        }
        let acts = client.role != Role::Watcher && !world.calm.load(Ordering::SeqCst);
        let mut dice = {
            let mut own = lock(&self.dice);
            Dice::new(own.roll(usize::MAX) as u64, 0)
        };
        if acts && dice.once_in(4) {
            act::one(&world, client, &mut dice, &self.place, true);
        }
    }

    fn note_state(&self, world: &World, client: &Client, object: &Com<IDispatch>) {
        let event: Com<ITCallStateEvent> = object.query(&IID_ITCallStateEvent).unwrap();
        let Some(call) = out(|call| call!(event, get_Call, call)) else {
            return;
        };
        let call = call.query(&IID_ITBasicCallControl).unwrap();
        let mut state = -1;
        call!(event, get_State, &raw mut state);
        let id = number_of(&call, CIL_CALLID);
        let mut histories = lock(&self.histories);
        let history = histories.entry(id).or_default();
        let before = history.last().copied();
        history.push(state);
        // Without a watcher the engine may have begun anew meanwhile, and with it the numbers.
        let legal = !world.watched || before.is_none_or(|before| may_follow(before, state));
        if !legal {
            world.fault(format!(
                "client {} ({:?}) is told of call {id}: {history:?}",
                client.number, client.role
            ));
        }
        drop(histories);
    }

    fn take_call(&self, world: &World, client: &Client, object: &Com<IDispatch>) {
        let event: Com<ITCallNotificationEvent> =
            object.query(&IID_ITCallNotificationEvent).unwrap();
        let Some(call) = out(|call| call!(event, get_Call, call)) else {
            return;
        };
        let call: Com<ITBasicCallControl> = call.query(&IID_ITBasicCallControl).unwrap();
        if client.role == Role::Watcher {
            client.keep(call, false);
            return;
        }
        let calm = world.calm.load(Ordering::SeqCst);
        let (slot, keep, answer) = {
            let mut dice = lock(&self.dice);
            (
                dice.roll(client.slots.len()),
                dice.once_in(3),
                dice.once_in(2),
            )
        };
        if keep && client.hears_all() {
            client.keep(call.clone(), false);
        }
        client.put(slot, Some(call.clone()));
        if answer && !calm {
            self.place.is("Answer, in a sink");
            world.check("Answer", call!(call, Answer));
        }
    }

    fn note_lamp(&self, object: &Com<IDispatch>) {
        let event: Com<ITAddressEvent> = object.query(&IID_ITAddressEvent).unwrap();
        let mut what = -1;
        call!(event, get_Event, &raw mut what);
        if what == AE_MSGWAITOFF {
            self.lamps.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// Whether a client that may have missed events in between can see `next` after `before`: nothing
/// follows the end, and nothing goes back to the beginning.
fn may_follow(before: CALL_STATE, next: CALL_STATE) -> bool {
    before != CS_DISCONNECTED && !matches!(next, CS_IDLE | CS_INPROGRESS | CS_OFFERING)
}

/// Whether the documented table (page of CALL_STATE) has a way from `before` to `next`.
pub fn may_become(before: CALL_STATE, next: CALL_STATE) -> bool {
    match before {
        CS_IDLE => next != CS_IDLE,
        CS_INPROGRESS | CS_OFFERING => {
            matches!(next, CS_CONNECTED | CS_DISCONNECTED | CS_HOLD | CS_QUEUED)
        }
        CS_QUEUED => matches!(next, CS_CONNECTED | CS_DISCONNECTED | CS_HOLD),
        CS_CONNECTED => matches!(next, CS_DISCONNECTED | CS_HOLD | CS_QUEUED),
        CS_HOLD => matches!(next, CS_CONNECTED | CS_DISCONNECTED),
        _ => false,
    }
}

unsafe extern "C" fn query(
    this: *mut ITTAPIEventNotification,
    iid: *const GUID,
    found: *mut *mut c_void,
) -> HRESULT {
    // SAFETY: the library passes valid pointers.
    unsafe {
        if *iid == IID_IUnknown || *iid == IID_ITTAPIEventNotification {
            add_ref(this);
            *found = this.cast();
            return S_OK;
        }
        *found = ptr::null_mut();
    }
    E_NOINTERFACE
}

unsafe extern "C" fn add_ref(this: *mut ITTAPIEventNotification) -> ULONG {
    // SAFETY: the pointer came from `Arc::as_ptr`, and a reference is alive.
    unsafe { Arc::increment_strong_count(this.cast::<Sink>()) };
    2
}

unsafe extern "C" fn release(this: *mut ITTAPIEventNotification) -> ULONG {
    // SAFETY: as for `add_ref`; the library gives one reference back.
    unsafe { Arc::decrement_strong_count(this.cast::<Sink>()) };
    1
}

unsafe extern "C" fn event(
    this: *mut ITTAPIEventNotification,
    kind: TAPI_EVENT,
    object: *mut IDispatch,
) -> HRESULT {
    // SAFETY: the library calls with the pointer that it was given, which it keeps alive.
    let sink = unsafe { &*this.cast::<Sink>() };
    let Some(object) = Com::lent(object) else {
        return S_OK;
    };
    BUSY.fetch_add(1, Ordering::SeqCst);
    sink.place.is(&format!("event {kind}"));
    sink.hear(kind, &object);
    BUSY.fetch_sub(1, Ordering::SeqCst);
    drop(object);
    sink.place.is(NO_EVENT);
    S_OK
}
