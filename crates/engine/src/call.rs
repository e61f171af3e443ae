//! A call: its state, who holds it, and the one place where states change and events arise.
//!
//! [`Call`] is the network's side of it, which providers use. [`CallHandle`] is an application's
//! side; its operations are in the modules `connect`, `disconnect`, `features`, `consult` and
//! `hand_off`.

use super::client::Client;
use super::disconnect::Disconnected;
use super::error::Result;
use super::holder::Holder;
use super::info::Party;
use super::inner::Inner;
use super::line::Line;
use super::state::{Cause, Direction, Privilege, State};
use super::stream::Media;
use std::sync::{Arc, OnceLock};
use tapi3_common::shared::Shared;
use tapi3_common::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};
use tapi3_common::sync::lock;
use tapi3_common::sync::{Condvar, Mutex, MutexGuard};

/// Set in [`CallCore::phase`] while an idle call is being placed.
const PLACING: u8 = 0x80;

const IDLE: u8 = State::Idle as u8;
const OVER: u8 = State::Disconnected as u8;

pub(super) struct CallCore {
    pub(super) line: Arc<Line>,
    id: u64,
    pub(super) direction: Direction,
    media: u32,
    address_type: u32,
    pub(super) destination: String,
    /// State and [`PLACING`], to be read without the lock.
    phase: AtomicU8,
    tag: AtomicU64,
    /// Whether any client has an object for the call.
    pub(super) held: AtomicBool,
    /// How many events about it are on their way to a client.
    pub(super) telling: AtomicU32,
    pub(super) inner: Mutex<Inner>,
    pub(super) changed: Condvar,
    /// What of sound the call has; nothing until somebody asks for it.
    pub(super) sound: OnceLock<Shared<Media>>,
}

/// What a provider says of an incoming call.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Who calls.
    pub caller: Party,
    /// Whom they called; the line's own number if empty.
    pub called: Party,
    /// Who redirected the call, if anybody.
    pub redirecting: Party,
    /// LINECALLREASON_* bit; direct if 0.
    pub reason: i32,
    /// Media types, TAPIMEDIATYPE_* bits.
    pub media: u32,
    /// LINEADDRESSTYPE_* bit.
    pub address_type: u32,
    /// The hub that it belongs to, if there is one already.
    pub hub: Option<u64>,
    /// The provider's own number for the call.
    pub tag: u64,
}

/// The network's side of a call; a counted reference.
#[derive(Clone)]
pub struct Call(Shared<CallCore>);

/// One client's side of a call.
#[derive(Clone, Debug)]
pub struct CallHandle {
    /// The call.
    pub call: Call,
    /// The client.
    pub client: Client,
}

impl Call {
    pub(super) fn new(
        line: &Arc<Line>,
        direction: Direction,
        destination: String,
        (media, address_type): (u32, u32),
        tag: u64,
        owner: Option<Holder>,
    ) -> Result<Self> {
        let id = line.next_call_id();
        let state = match direction {
            Direction::Outgoing => State::Idle,
            Direction::Incoming => State::Offering,
        };
        let held = owner.as_ref().is_some_and(|owner| owner.attached > 0);
        Ok(Call(Shared::try_new(CallCore {
            line: line.clone(),
            id,
            direction,
            media,
            address_type,
            destination,
            phase: AtomicU8::new(state as u8),
            tag: AtomicU64::new(tag),
            held: AtomicBool::new(held),
            telling: AtomicU32::new(0),
            inner: Mutex::new(Inner::new(id, state, owner)),
            changed: Condvar::new(),
            sound: OnceLock::new(),
        })?))
    }

    /// A new outgoing call of `client`; nothing leaves for the network yet.
    pub fn outgoing(
        client: &Client,
        line: &Arc<Line>,
        destination: String,
        media: u32,
        address_type: u32,
    ) -> Result<CallHandle> {
        client.check_open()?;
        let kind = (media, address_type);
        let owner = Holder::new(client, Privilege::Owner, 0);
        let call = Call::new(line, Direction::Outgoing, destination, kind, 0, Some(owner))?;
        call.list_outgoing(lock(&call.core().inner))?;
        Ok(CallHandle {
            call,
            client: client.clone(),
        })
    }

    /// Puts a new call on the list of its line, with room for what is to be told of its end.
    pub(super) fn list_outgoing(&self, mut inner: MutexGuard<'_, Inner>) -> Result<()> {
        inner.place = Some(self.core().line.add(self)?);
        let kept = self.keep_ends(&mut inner);
        if kept.is_err() {
            self.unmake(inner);
        }
        kept
    }

    /// A call that the network offers; whoever registered for it is told.
    pub(super) fn incoming(line: &Arc<Line>, from: Incoming) -> Result<Self> {
        let kind = (from.media, from.address_type);
        let call = Call::new(
            line,
            Direction::Incoming,
            String::new(),
            kind,
            from.tag,
            None,
        )?;
        let mut inner = lock(&call.core().inner);
        inner.describe(from)?;
        if let Err(error) = call.list(&mut inner) {
            call.unmake(inner);
            return Err(error);
        }
        for index in 0..inner.holders.len() {
            call.notify_holder(&mut inner, index);
        }
        call.raise_state(&mut inner);
        drop(inner);
        Ok(call)
    }

    /// Puts an incoming call on the list of its line, for those who registered for it, with room for
    /// all that is to be told of its coming and its end.
    fn list(&self, inner: &mut Inner) -> Result<()> {
        let line = &self.core().line;
        loop {
            for (client, privilege, instance) in line.engine.audience(line, self.media(), true)? {
                self.add_holder(inner, &client, privilege, instance)?;
            }
            inner.place = Some(line.add(self)?);
            // Whoever shuts down hangs up what the line lists by then. A client that did so before
            // the call was listed has not seen it: the call is for the others.
            if !inner.holders.iter().any(|holder| holder.client.is_closed()) {
                break;
            }
            inner.holders.clear();
            inner
                .place
                .take()
                .into_iter()
                .for_each(|place| line.remove(place));
        }
        self.keep_ends(inner)?;
        self.promise_all(inner, 2)?;
        line.check_not_removed()
    }

    /// The call could not be made. Whoever has found it on its line meanwhile finds that it is over:
    /// its provider does not know it, and it could be found no more.
    fn unmake(&self, mut inner: MutexGuard<'_, Inner>) {
        inner.state = State::Disconnected;
        inner.cause = Cause::Failed;
        self.set_phase(State::Disconnected);
        let place = inner.place.take();
        drop(inner);
        if let Some(place) = place {
            self.core().line.remove(place);
        }
    }

    #[inline]
    pub(super) fn core(&self) -> &CallCore {
        &self.0
    }

    /// The line that it is on.
    pub fn line(&self) -> &Arc<Line> {
        &self.core().line
    }

    /// A number that no other call of this engine has.
    pub fn id(&self) -> u64 {
        #[cfg(all(test, not(loom)))]
        crate::tests::mix_sizes::count_step();
        self.core().id
    }

    /// Who started it.
    pub fn direction(&self) -> Direction {
        self.core().direction
    }

    /// Its media types, TAPIMEDIATYPE_* bits.
    pub fn media(&self) -> u32 {
        self.core().media
    }

    /// The kind of its destination, a LINEADDRESSTYPE_* bit.
    pub fn address_type(&self) -> u32 {
        self.core().address_type
    }

    /// Where an outgoing call goes. Empty if not said.
    pub fn destination(&self) -> &str {
        &self.core().destination
    }

    /// The provider's own number for the call; 0 at first. Looks and changes are sequentially
    /// consistent.
    pub fn tag(&self) -> u64 {
        self.core().tag.load(Ordering::SeqCst)
    }

    /// Sets the provider's own number for the call.
    pub fn set_tag(&self, tag: u64) {
        self.core().tag.store(tag, Ordering::SeqCst);
    }

    /// Changes the provider's own number from `old` to `new`. Returns whether it was `old`.
    pub fn change_tag(&self, old: u64, new: u64) -> bool {
        let tag = &self.core().tag;
        tag.compare_exchange(old, new, Ordering::SeqCst, Ordering::SeqCst)
            .is_ok()
    }

    /// Its state now.
    pub fn state(&self) -> State {
        let number = self.core().phase.load(Ordering::Acquire) & !PLACING;
        State::from_code(i32::from(number)).unwrap_or(State::Disconnected)
    }

    /// Why it ended; [`Cause::None`] while it lives.
    pub fn cause(&self) -> Cause {
        lock(&self.core().inner).cause
    }

    /// Whether it was answered at any time, even if it is over by now.
    pub fn was_connected(&self) -> bool {
        lock(&self.core().inner).was_connected
    }

    /// Whether two references are to one call.
    pub fn same(&self, other: &Call) -> bool {
        self.id() == other.id()
    }

    /// The number of its hub.
    pub fn hub(&self) -> u64 {
        lock(&self.core().inner).hub
    }

    /// Puts it into another hub.
    pub fn set_hub(&self, hub: u64) {
        let mut inner = lock(&self.core().inner);
        if inner.hub == hub {
            return;
        }
        let live = !matches!(inner.state, State::Idle | State::Disconnected);
        self.leave_hub(&mut inner);
        inner.hub = hub;
        if live {
            self.join_hub(&mut inner);
        }
    }

    /// The other call of a transfer or conference under way.
    pub fn related(&self) -> Option<Call> {
        let inner = lock(&self.core().inner);
        inner.consultation.as_ref().map(|tied| tied.partner.clone())
    }

    /// The part of `client` in it, if it has one.
    pub fn handle_for(&self, client: &Client) -> Option<CallHandle> {
        lock(&self.core().inner).holder(client)?;
        Some(CallHandle {
            call: self.clone(),
            client: client.clone(),
        })
    }

    /// What a hang-up finds that has nothing to do. One look at the phase decides: it may change at
    /// any moment.
    #[inline]
    pub fn at_rest(&self) -> Option<Disconnected> {
        match self.core().phase.load(Ordering::Acquire) {
            IDLE => Some(Disconnected::Nothing),
            OVER => Some(Disconnected::Over),
            _ => None,
        }
    }

    /// Whether the line has forgotten it because it was released before it was placed.
    pub fn is_released(&self) -> bool {
        lock(&self.core().inner).is_forgotten()
    }

    /// Whether it is over and no client has an object for it.
    pub(super) fn is_left(&self) -> bool {
        self.core().phase.load(Ordering::Acquire) == OVER
            && !self.core().held.load(Ordering::Acquire)
    }

    /// As [`Call::is_left`], and no client is just told of it, which may come to have one.
    pub(super) fn is_dead(&self) -> bool {
        self.is_left() && self.core().telling.load(Ordering::Acquire) == 0
    }

    /// A client's object for the call is there; see [`Inner::attach`].
    pub(super) fn attach(&self, client: &Client) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        let before = inner.counts();
        inner.attach(client)?;
        // It may have left the call, and found it again.
        self.tell_counts(&mut inner, before, |other| other.same(client));
        self.core().held.store(true, Ordering::Release);
        Ok(())
    }

    /// A client's object for the call is gone; see [`Inner::detach`].
    pub(super) fn detach(&self, client: &Client) {
        self.detach_with(client, |_| ());
    }

    /// As [`Call::detach`]; `and` is done before that, under the same lock.
    pub(super) fn detach_with(&self, client: &Client, and: impl FnOnce(&mut Inner)) {
        let mut inner = lock(&self.core().inner);
        and(&mut inner);
        let place = inner.detach(client);
        let released = inner.released;
        if released {
            self.core().held.store(false, Ordering::Release);
        }
        drop(inner);
        if released {
            self.release_media();
        }
        if let Some(place) = place {
            self.core().line.remove(place);
        }
    }

    pub(super) fn set_phase(&self, state: State) {
        self.core().phase.store(state as u8, Ordering::Release);
    }

    /// Marks an idle call as being placed by the request `serial`, or by none.
    pub(super) fn set_placing(&self, inner: &mut Inner, serial: u32) {
        inner.placing = serial;
        if inner.state == State::Idle {
            let mark = if serial == 0 { 0 } else { PLACING };
            self.core().phase.store(IDLE | mark, Ordering::Release);
        }
    }
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call")
            .field("id", &self.id())
            .field("state", &self.state())
            .finish_non_exhaustive()
    }
}

/// An event about a call is on its way to a client.
pub(super) struct Telling(Call);

impl Telling {
    pub fn of(call: &Call) -> Self {
        call.core().telling.fetch_add(1, Ordering::AcqRel);
        Telling(call.clone())
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        self.0.core().telling.fetch_sub(1, Ordering::AcqRel);
    }
}
