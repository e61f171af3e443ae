//! A call: its state, who holds it, and the one place where states change and events arise.
//!
//! [`Call`] is the network's side of it, which providers use. [`CallHandle`] is an application's
//! side; its operations are in the modules `connect`, `disconnect`, `features`, `consult` and
//! `hand_off`.

use super::client::Client;
use super::disconnect::Disconnected;
use super::error::{Error, ErrorKind, Result};
use super::holder::Holder;
use super::holders::Holders;
use super::info::{Info, NetworkResponse, Number, Party, PartyId};
use super::line::Line;
use super::request::{Answer, Reply, Request, Slot};
use super::state::{Cause, Direction, DropReason, Privilege, State};
use std::sync::Arc;
use tapi3_common::shared::Shared;
use tapi3_common::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
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
    /// State and [`PLACING`], to be read without the lock.
    phase: AtomicU8,
    tag: AtomicU64,
    /// Whether any client has an object for the call.
    held: AtomicBool,
    pub(super) inner: Mutex<Inner>,
    pub(super) changed: Condvar,
}

pub(super) struct Inner {
    pub state: State,
    pub cause: Cause,
    /// The cause for when the drop under way succeeds.
    pub drop_cause: Cause,
    pub destination: String,
    /// The request that is placing this idle call, by its serial number; 0 if none is.
    placing: u32,
    /// Whether the provider is just being asked to place the call. Until it has taken it over, it
    /// does not know what to hang up.
    pub asking: bool,
    /// The hang-up that waits for that: its reason and serial number.
    pub wish: Option<(DropReason, u32)>,
    /// Whether the provider was ever asked to end the call. It may do so late, so such a call is
    /// not placed any more.
    pub dropped: bool,
    /// Whether every client that had an object for the call has let go of it.
    released: bool,
    pub holders: Holders,
    /// Monitors that are to be told when the call leaves its idle state.
    pub invited: Vec<Holder>,
    /// Where the line's table keeps this call.
    place: Option<usize>,
    pub hub: u64,
    pub operation: Slot,
    /// The result of an earlier operation that has not reached the one who asked, with its serial
    /// number: whoever hears of an event may ask for the next thing before that one has woken up.
    pub untaken: Option<(u32, Result<Answer>)>,
    pub hang_up: Slot,
    /// How many threads sleep on `changed`.
    pub sleepers: u32,
    pub consultation: Option<Consultation>,
    pub in_conference: bool,
    pub info: Info,
}

/// A transfer or conference that waits for its end.
pub(super) struct Consultation {
    pub partner: Call,
    /// Whether this call is the consultation; otherwise it is the original.
    pub is_consult: bool,
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

const REASON_DIRECT: i32 = 1;

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
    fn new(
        line: &Arc<Line>,
        direction: Direction,
        destination: String,
        (media, address_type): (u32, u32),
        tag: u64,
    ) -> Result<Self> {
        let id = line.engine.next_call_id();
        let state = match direction {
            Direction::Outgoing => State::Idle,
            Direction::Incoming => State::Offering,
        };
        Ok(Call(Shared::try_new(CallCore {
            line: line.clone(),
            id,
            direction,
            media,
            address_type,
            phase: AtomicU8::new(state as u8),
            tag: AtomicU64::new(tag),
            held: AtomicBool::new(false),
            inner: Mutex::new(Inner {
                state,
                cause: Cause::None,
                drop_cause: Cause::Normal,
                destination,
                placing: 0,
                asking: false,
                wish: None,
                dropped: false,
                released: false,
                holders: Holders::default(),
                invited: Vec::new(),
                place: None,
                hub: id,
                operation: Slot::default(),
                untaken: None,
                hang_up: Slot::default(),
                sleepers: 0,
                consultation: None,
                in_conference: false,
                info: Info::default(),
            }),
            changed: Condvar::new(),
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
        let call = Call::new(line, Direction::Outgoing, destination, kind, 0)?;
        let mut inner = lock(&call.core().inner);
        call.add_holder(&mut inner, client, Privilege::Owner, 0)?;
        inner.place = Some(line.add(&call)?);
        if let Err(error) = call.keep_ends(&mut inner) {
            let place = inner.place.take();
            drop(inner);
            place.into_iter().for_each(|place| line.remove(place));
            return Err(error);
        }
        drop(inner);
        Ok(CallHandle {
            call,
            client: client.clone(),
        })
    }

    /// A call that the network offers; whoever registered for it is told.
    pub(super) fn incoming(line: &Arc<Line>, from: Incoming) -> Result<Self> {
        let kind = (from.media, from.address_type);
        let media = from.media;
        let call = Call::new(line, Direction::Incoming, String::new(), kind, from.tag)?;
        let mut inner = lock(&call.core().inner);
        inner.describe(from)?;
        loop {
            for (client, privilege, instance) in line.engine.audience(line, media, true)? {
                call.add_holder(&mut inner, &client, privilege, instance)?;
            }
            inner.place = Some(line.add(&call)?);
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
        let told = call
            .keep_ends(&mut inner)
            .and_then(|()| call.promise_all(&mut inner, 2));
        let told = told.and_then(|()| line.check_not_removed());
        if let Err(error) = told {
            let place = inner.place.take();
            drop(inner);
            place.into_iter().for_each(|place| line.remove(place));
            return Err(error);
        }
        for index in 0..inner.holders.len() {
            call.notify_holder(&mut inner, index);
        }
        call.raise_state(&mut inner);
        drop(inner);
        Ok(call)
    }

    pub(super) fn core(&self) -> &CallCore {
        &self.0
    }

    /// The line that it is on.
    pub fn line(&self) -> &Arc<Line> {
        &self.core().line
    }

    /// A number that no other call of this engine has.
    pub fn id(&self) -> u64 {
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
    pub fn destination(&self) -> String {
        lock(&self.core().inner).destination.clone()
    }

    /// Reads the destination without copying it; the call's lock is held meanwhile.
    pub fn with_destination<T>(&self, read: impl FnOnce(&str) -> T) -> T {
        read(&lock(&self.core().inner).destination)
    }

    /// The provider's own number for the call; 0 at first.
    pub fn tag(&self) -> u64 {
        self.core().tag.load(Ordering::Acquire)
    }

    /// Sets the provider's own number for the call.
    pub fn set_tag(&self, tag: u64) {
        self.core().tag.store(tag, Ordering::Release);
    }

    /// Its state now.
    pub fn state(&self) -> State {
        State::from_number(self.core().phase.load(Ordering::Acquire) & !PLACING)
    }

    /// Why it ended; [`Cause::None`] while it lives.
    pub fn cause(&self) -> Cause {
        lock(&self.core().inner).cause
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

    /// How many clients own it, and how many look on.
    pub fn count_holders(&self) -> (usize, usize) {
        let inner = lock(&self.core().inner);
        let owners = inner
            .holders
            .iter()
            .filter(|h| h.privilege == Privilege::Owner);
        let owners = owners.count();
        (owners, inner.holders.len() - owners)
    }

    /// What a hang-up finds that has nothing to do. One look at the phase decides: it may change at
    /// any moment.
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
    pub(super) fn is_dead(&self) -> bool {
        self.core().phase.load(Ordering::Acquire) == OVER
            && !self.core().held.load(Ordering::Acquire)
    }

    /// A client's object for the call is there; see [`Inner::attach`].
    pub(super) fn attach(&self, client: &Client) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        inner.attach(client)?;
        self.core().held.store(true, Ordering::Release);
        Ok(())
    }

    /// A client's object for the call is gone; see [`Inner::detach`].
    pub(super) fn detach(&self, client: &Client) {
        let mut inner = lock(&self.core().inner);
        let place = inner.detach(client);
        if inner.released {
            self.core().held.store(false, Ordering::Release);
        }
        drop(inner);
        if let Some(place) = place {
            self.core().line.remove(place);
        }
    }

    /// Marks an idle call as being placed by the request `serial`, or by none.
    pub(super) fn set_placing(&self, inner: &mut Inner, serial: u32) {
        inner.placing = serial;
        if inner.state == State::Idle {
            let mark = if serial == 0 { 0 } else { PLACING };
            self.core().phase.store(IDLE | mark, Ordering::Release);
        }
    }

    // What happens by itself.

    /// The call is on its way.
    pub fn progressing(&self) {
        self.move_to(State::InProgress, Cause::None);
    }

    /// The far end answered.
    pub fn connected(&self) {
        self.move_to(State::Connected, Cause::None);
    }

    /// The call is over.
    pub fn disconnected(&self, cause: Cause) {
        self.move_to(State::Disconnected, cause);
    }

    /// The call changed its state, if the table of states allows it; otherwise this says nothing
    /// new, and nothing happens.
    pub fn move_to(&self, state: State, cause: Cause) {
        self.move_with_response(state, cause, None);
    }

    /// As [`Call::move_to`], together with the network's word that led to the new state.
    pub fn move_with_response(
        &self,
        state: State,
        cause: Cause,
        response: Option<NetworkResponse>,
    ) {
        let mut inner = lock(&self.core().inner);
        if let Some(response) = response {
            inner.set_network_response(response);
        }
        let end = self.transition(&mut inner, state, cause);
        self.unlock_and_settle(inner, end);
    }

    /// An operation was completed by the provider.
    pub(super) fn completed(&self, request: Request, serial: u32, result: Result<Answer>) {
        let done = result.is_ok();
        let hang_up = matches!(request, Request::Drop);
        // Numbers of hang-ups are counted apart from those of other requests.
        let serial_of_placing = if hang_up { 0 } else { serial };
        let mut swapped = None;
        if done {
            self.finish_consultation(&request);
        }
        let mut inner = lock(&self.core().inner);
        let mut end = End::default();
        if done {
            let next = match request {
                Request::Make | Request::Dial => None,
                Request::Drop => Some((State::Disconnected, inner.drop_cause)),
                Request::Hold => Some((State::Hold, Cause::None)),
                Request::Swap(held) => {
                    swapped = Some(held);
                    Some((State::Hold, Cause::None))
                }
                Request::Answer | Request::Unhold | Request::Take | Request::Join(_) => {
                    Some((State::Connected, Cause::None))
                }
                Request::Leave(cause) => Some((State::Disconnected, cause)),
                Request::CompleteTransfer(_) => Some((State::Disconnected, Cause::Normal)),
            };
            if let Some((state, cause)) = next {
                end = self.transition(&mut inner, state, cause);
            }
        }
        if let Some(held) = &swapped {
            // One lock at a time: the other call moves before anybody hears of the result.
            drop(inner);
            held.move_to(State::Connected, Cause::None);
            inner = lock(&self.core().inner);
        }
        if result.as_ref().is_err_and(leaves_call_alone)
            && serial_of_placing != 0
            && inner.placing == serial_of_placing
        {
            // Under the lock under which the result becomes known: whoever places the call next
            // must not be taken for this request.
            self.set_placing(&mut inner, 0);
            if inner.released {
                end.place = inner.place.take();
            }
        }
        let slot = if hang_up {
            &mut inner.hang_up
        } else {
            &mut inner.operation
        };
        slot.finish(serial, result);
        if inner.sleepers > 0 {
            self.core().changed.notify_all();
        }
        self.unlock_and_settle(inner, end);
    }

    /// A transfer or conference has come about: the original call moves first, so that whoever
    /// sees this one move, or waits for the result, finds both moved.
    fn finish_consultation(&self, request: &Request) {
        let (original, state, cause) = match request {
            Request::CompleteTransfer(original) => (original, State::Disconnected, Cause::Normal),
            Request::Join(original) => (original, State::Connected, Cause::None),
            _ => return,
        };
        self.end_consultation();
        original.end_consultation();
        if matches!(request, Request::Join(_)) {
            lock(&original.core().inner).in_conference = true;
            lock(&self.core().inner).in_conference = true;
            self.set_hub(original.hub());
        }
        original.move_to(state, cause);
    }

    pub(super) fn end_consultation(&self) {
        let ended = lock(&self.core().inner).consultation.take();
        drop(ended);
    }

    /// The one place where a state changes. Returns what is left to do without the lock.
    #[must_use]
    pub(super) fn transition(&self, inner: &mut Inner, state: State, cause: Cause) -> End {
        if !inner.state.may_become(state) {
            return End::default();
        }
        let was_idle = inner.state == State::Idle;
        inner.state = state;
        inner.cause = cause;
        self.core().phase.store(state as u8, Ordering::Release);
        if was_idle && state != State::Disconnected {
            self.admit_monitors(inner);
            self.join_hub(inner);
        }
        self.raise_state(inner);
        if inner.sleepers > 0 {
            self.core().changed.notify_all();
        }
        let mut end = End::default();
        if state == State::Disconnected {
            self.leave_hub(inner);
            inner.in_conference = false;
            end.consultation = inner.consultation.take();
            end.place = inner.take_place_if_unused();
        }
        end
    }

    fn unlock_and_settle(&self, inner: MutexGuard<'_, Inner>, end: End) {
        drop(inner);
        self.settle(end);
    }

    /// Does what a transition left to be done, with no lock held.
    pub(super) fn settle(&self, end: End) {
        if let Some(place) = end.place {
            self.core().line.remove(place);
        }
        let Some(consultation) = end.consultation else {
            return;
        };
        let original = consultation.partner;
        original.end_consultation();
        // The original waited on hold for its consultation, which is over: take it back.
        if consultation.is_consult && original.state() == State::Hold {
            let reply = Reply::new(original.clone(), Request::Unhold, 0);
            original.core().line.provider().unhold(&original, reply);
        }
    }
}

/// What is left to do after a transition.
#[derive(Default)]
pub(super) struct End {
    place: Option<usize>,
    consultation: Option<Consultation>,
}

impl Inner {
    pub(super) fn holder(&self, client: &Client) -> Option<&Holder> {
        self.holders.iter().find(|h| h.client.same(client))
    }

    pub(super) fn holder_mut(&mut self, client: &Client) -> Option<&mut Holder> {
        self.holders.iter_mut().find(|h| h.client.same(client))
    }

    /// Whether `client`, which was shut down, owns the call and no other owner is still there.
    pub(super) fn is_orphan_of(&self, client: &Client) -> bool {
        let owners = || {
            let holders = self.holders.iter();
            holders.filter(|holder| holder.privilege == Privilege::Owner)
        };
        owners().any(|owner| owner.client.same(client))
            && owners().all(|owner| owner.client.is_closed())
    }

    /// Whether anything is left to end.
    pub(super) fn is_up(&self) -> bool {
        match self.state {
            State::Idle => self.placing != 0,
            State::Disconnected => false,
            _ => true,
        }
    }

    /// Whether the call can be placed: it is idle, and nobody has placed, ended or released it.
    pub(super) fn can_be_placed(&self) -> bool {
        self.state == State::Idle && !self.is_up() && !self.dropped && !self.released
    }

    /// The line forgets a call that is over and that nobody holds.
    fn take_place_if_unused(&mut self) -> Option<usize> {
        if self.holders.iter().any(|holder| holder.attached > 0) {
            return None;
        }
        self.place.take()
    }

    /// Whether the line has forgotten a call that was never placed.
    fn is_forgotten(&self) -> bool {
        self.released && self.place.is_none() && self.state == State::Idle
    }

    /// A client's object for the call is there. Fails on a call that was never placed and that the
    /// line has forgotten because its last object went: it could be found nowhere, so it must not
    /// come to life again.
    fn attach(&mut self, client: &Client) -> Result<()> {
        if self.is_forgotten() {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "The call was released before it was placed.",
            ));
        }
        self.released = false;
        if let Some(holder) = self.holder_mut(client) {
            holder.attached += 1;
        }
        Ok(())
    }

    /// A client's object for the call is gone. Returns the place that the line may clear: that of a
    /// call which nobody holds any more and which is not up. One that is up stays to be found.
    fn detach(&mut self, client: &Client) -> Option<usize> {
        if let Some(holder) = self.holder_mut(client) {
            holder.attached = holder.attached.saturating_sub(1);
        }
        self.released = self.holders.iter().all(|holder| holder.attached == 0);
        if self.released && !self.is_up() {
            return self.place.take();
        }
        None
    }

    /// What the network says of an incoming call.
    fn describe(&mut self, from: Incoming) -> Result<()> {
        if let Some(hub) = from.hub {
            self.hub = hub;
        }
        let reason = match from.reason {
            0 => REASON_DIRECT,
            reason => reason,
        };
        self.info.set_number(Number::Reason, reason)?;
        self.info.set_party(PartyId::Caller, from.caller)?;
        if from.called != Party::default() {
            self.info.set_party(PartyId::Called, from.called)?;
        }
        if from.redirecting != Party::default() {
            self.info
                .set_party(PartyId::Redirecting, from.redirecting)?;
        }
        Ok(())
    }
}

/// Whether a request that failed so has changed nothing: of one that took too long nobody knows.
fn leaves_call_alone(error: &Error) -> bool {
    error.kind() != ErrorKind::Timeout
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Call")
            .field("id", &self.id())
            .field("state", &self.state())
            .finish_non_exhaustive()
    }
}
