//! Who holds a call: each client's part in it, and the events that the client gets of it.

use super::call::{Call, CallHandle};
use super::client::{Change, Client, EventFilter};
use super::error::{Error, ErrorKind, Result};
use super::event::{Event, HubEvent, InfoChange, bits};
use super::inner::Inner;
use super::state::{Privilege, State};
use tapi3_common::slip::Slip;
use tapi3_common::sync::atomic::Ordering;
use tapi3_common::sync::lock;

/// A client's part in a call.
pub(super) struct Holder {
    pub client: Client,
    pub privilege: Privilege,
    pub instance: i32,
    /// How many objects the client has for the call. Two for the moment in which one goes and the
    /// next comes.
    pub attached: u32,
    /// Whether the client has let go of the last of them for good, and was not given the call since.
    pub left: bool,
    /// The latest of these objects, if the client gave it to us; see [`Call::object`].
    pub object: Option<Slip>,
    /// Whether the call counts in the client's hubs.
    in_hub: bool,
    /// Events for which the client's queue has promised room.
    promised: u32,
    /// Events for which room is kept until the call ends: its last state, and what becomes of its
    /// hub.
    kept: u32,
    /// Whether there is room for the change of information that is about to be told.
    info_promised: bool,
    /// LINEDIGITMODE_* bits of the digits that the client wants to be told.
    pub digit_modes: u8,
    /// Events of sound for which room is kept.
    media: u32,
    filter: EventFilter,
}

/// Where the room for an event comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Promised when the operation began that leads to the event.
    Promised,
    /// Kept for the end of the call.
    Kept,
    /// Kept for what happens to its sound.
    Media,
}

/// What joining a hub may tell: the hub is new, and the call joined.
const HUB_JOIN: u32 = 2;

/// What the end of a call may tell of its hub: the call left, and the hub is idle.
const HUB_END: u32 = 2;

/// What may happen to the sound of a call between two things that a program asks for: each of two
/// streams begins and ceases.
const MEDIA: u32 = 4;

impl Call {
    pub(super) fn add_holder(
        &self,
        inner: &mut Inner,
        client: &Client,
        privilege: Privilege,
        instance: i32,
    ) -> Result<()> {
        let holder = Holder::new(client, privilege, instance);
        inner.holders.try_push(holder)
    }

    /// Keeps room for the end of the call with every holder that somebody listens for. Whoever
    /// begins to listen later sees to it then, for the calls that are listed by then: so this is
    /// done once a call is listed.
    pub(super) fn keep_ends(&self, inner: &mut Inner) -> Result<()> {
        if inner.state == State::Disconnected {
            return Ok(());
        }
        inner.holders.iter_mut().try_for_each(Holder::keep_end)
    }

    /// As [`Call::keep_ends`], for the part of one client.
    pub(super) fn keep_end_for(&self, client: &Client) -> Result<()> {
        let mut inner = lock(&self.core().inner);
        if inner.state == State::Disconnected {
            return Ok(());
        }
        inner.holder_mut(client).map_or(Ok(()), Holder::keep_end)?;
        // Whoever is to be told of the call when it leaves its idle state.
        let mut invited = inner.invited.iter_mut();
        let own = invited.find(|holder| holder.client.same(client));
        own.map_or(Ok(()), Holder::keep_end)
    }

    /// Makes sure that `count` more events, and those of the hub, find room with every holder and
    /// with whoever is invited.
    pub(super) fn promise_all(&self, inner: &mut Inner, count: u32) -> Result<()> {
        let line = self.core().line.id;
        for holder in inner.holders.iter_mut() {
            holder.promise(line, count)?;
        }
        for holder in &mut inner.invited {
            // One more: the notification.
            holder.promise(line, count + 1)?;
        }
        Ok(())
    }

    /// As [`Call::promise_all`], beside what is promised to an operation under way.
    pub(super) fn promise_more(&self, inner: &mut Inner, count: u32) -> Result<()> {
        let line = self.core().line.id;
        for holder in inner.holders.iter_mut() {
            let wanted = holder.promised + count;
            holder.promise(line, count)?;
            holder.promise_up_to(wanted)?;
        }
        Ok(())
    }

    /// Makes ready to tell whoever monitors the line of this call, when it leaves its idle state:
    /// by then there may be no memory.
    pub(super) fn invite_monitors(&self, inner: &mut Inner) -> Result<()> {
        let line = &self.core().line;
        if line.monitors.load(Ordering::Relaxed) == 0 {
            return Ok(());
        }
        for (client, privilege, instance) in line.engine.audience(line, self.media(), false)? {
            let holds = |holder: &Holder| holder.client.same(&client);
            if inner.holders.iter().any(holds) || inner.invited.iter().any(holds) {
                continue;
            }
            inner.invited.try_reserve(1)?;
            let mut monitor = Holder::new(&client, privilege, instance);
            monitor.keep_end()?;
            inner.invited.push(monitor);
        }
        inner.holders.try_reserve(inner.invited.len())?;
        Ok(())
    }

    pub(super) fn admit_monitors(&self, inner: &mut Inner) {
        for holder in std::mem::take(&mut inner.invited) {
            inner.holders.push(holder);
            let last = inner.holders.len() - 1;
            self.notify_holder(inner, last);
        }
    }

    pub(super) fn notify_holder(&self, inner: &mut Inner, index: usize) {
        let Some(holder) = inner.holders.get_mut(index) else {
            return;
        };
        let event = Event::Notification {
            call: self.clone(),
            privilege: holder.privilege,
            instance: holder.instance,
        };
        holder.post(self, event, Room::Promised);
    }

    pub(super) fn raise_state(&self, inner: &mut Inner) {
        let (state, cause) = (inner.state, inner.cause);
        let room = match state {
            State::Disconnected => Room::Kept,
            _ => Room::Promised,
        };
        for holder in inner.holders.iter_mut() {
            if !holder.wants(self, bits::CALL_STATE, state as u32) {
                continue;
            }
            let event = Event::CallState {
                call: self.clone(),
                state,
                cause,
                instance: holder.instance,
            };
            holder.push(event, room);
        }
        if state == State::Offering {
            self.join_hub(inner);
        }
    }

    /// Changes what is known of the call and tells everybody who wants to hear it, or fails with
    /// nothing changed.
    pub(super) fn change_and_tell(
        &self,
        inner: &mut Inner,
        change: InfoChange,
        apply: impl FnOnce(&mut Inner) -> Result<()>,
    ) -> Result<()> {
        let applied = self.promise_info(inner, change).and_then(|()| apply(inner));
        for holder in inner.holders.iter_mut() {
            if !std::mem::take(&mut holder.info_promised) {
                continue;
            }
            if applied.is_err() {
                holder.client.events().unreserve(1);
                continue;
            }
            let event = Event::CallInfo {
                call: self.clone(),
                change,
                instance: holder.instance,
            };
            holder.client.events().push(event, true);
        }
        applied
    }

    /// Makes room for one event with everybody who wants to hear it. What is promised for the
    /// states of the call stays for them.
    fn promise_info(&self, inner: &mut Inner, change: InfoChange) -> Result<()> {
        for holder in inner.holders.iter_mut() {
            if holder.wants(self, bits::CALL_INFO, change as u32) {
                holder.client.events().reserve(1)?;
                holder.info_promised = true;
            }
        }
        Ok(())
    }

    pub(super) fn join_hub(&self, inner: &mut Inner) {
        let hub = inner.hub;
        for holder in inner.holders.iter_mut() {
            if holder.in_hub || !holder.client.tracks(self.core().line.id) {
                continue;
            }
            let (joined, new) = match holder.count_in(hub) {
                Ok(told) => told,
                Err(error) => {
                    tracing::error!("a client was not told of hub {hub}: {error}");
                    continue;
                }
            };
            if let Some(new) = new {
                holder.post_hub(self, hub, new, Room::Promised);
            }
            holder.post_hub(self, hub, joined, Room::Promised);
        }
    }

    pub(super) fn leave_hub(&self, inner: &mut Inner) {
        let hub = inner.hub;
        for holder in inner.holders.iter_mut() {
            if !std::mem::take(&mut holder.in_hub) {
                continue;
            }
            let kept = holder.kept.saturating_sub(HUB_END);
            if let Ok((left, idle)) = holder.client.count_hub(hub, Change::Removed) {
                holder.post_hub(self, hub, left, Room::Kept);
                if let Some(idle) = idle {
                    holder.post_hub(self, hub, idle, Room::Kept);
                }
            }
            holder.keep_only(kept);
        }
    }
}

impl Inner {
    /// The network has said that it has the call, or that the called party is alerted. It can as well
    /// be asked for, so no room is kept for it.
    pub(super) fn tell_of_word(&mut self, call: &Call) {
        for holder in self.holders.iter_mut() {
            if holder.wants(call, bits::ALERTED, 0) {
                let event = Event::Alerted(call.clone());
                holder.client.events().push(event, false);
            }
        }
    }
}

impl Holder {
    /// Whether the client has neither been shut down nor let go of the call for good.
    pub(super) fn is_there(&self) -> bool {
        !self.left && !self.client.is_closed()
    }

    pub(super) fn new(client: &Client, privilege: Privilege, instance: i32) -> Self {
        Holder {
            client: client.clone(),
            privilege,
            instance,
            attached: 0,
            left: false,
            object: None,
            in_hub: false,
            promised: 0,
            kept: 0,
            info_promised: false,
            digit_modes: 0,
            media: 0,
            filter: EventFilter::default(),
        }
    }

    /// Keeps room for the end of the call, so that it can be told without memory; not where nobody
    /// listens.
    pub(super) fn keep_end(&mut self) -> Result<()> {
        if self.kept == self.kept_for_hub() && self.client.listens() {
            self.client.events().reserve(1)?;
            self.kept += 1;
        }
        Ok(())
    }

    /// How much of what is kept is for the hub.
    fn kept_for_hub(&self) -> u32 {
        if self.in_hub { HUB_END } else { 0 }
    }

    /// Makes sure that `count` more events, and the joining of the hub, find room. Where nobody
    /// listens there will be no events.
    pub(super) fn promise(&mut self, line: u32, count: u32) -> Result<()> {
        if !self.client.listens() {
            return Ok(());
        }
        let hub = self.client.tracks(line);
        if hub {
            self.client.reserve_hub()?;
        }
        self.promise_up_to(count + if hub { HUB_JOIN } else { 0 })
    }

    fn promise_up_to(&mut self, wanted: u32) -> Result<()> {
        if self.promised < wanted && self.client.listens() {
            let more = wanted - self.promised;
            self.client.events().reserve(more as usize)?;
            self.promised = wanted;
        }
        Ok(())
    }

    /// Keeps room for what may happen next to the sound of the call.
    pub(super) fn keep_room_for_media(&mut self) -> Result<()> {
        if self.media < MEDIA && self.client.listens() {
            self.client
                .events()
                .reserve((MEDIA - self.media) as usize)?;
            self.media = MEDIA;
        }
        Ok(())
    }

    /// Whether somebody listens and no filter stops the event.
    pub(super) fn wants(&self, call: &Call, kind: u32, sub: u32) -> bool {
        self.client.hears(kind)
            && self.filter.allows(kind, sub)
            && (kind == bits::CALL_HUB || self.client.line_allows(call.core().line.id, kind, sub))
    }

    /// Counts the call into its hub and keeps room to tell of its leaving.
    fn count_in(&mut self, hub: u64) -> Result<(HubEvent, Option<HubEvent>)> {
        self.client.events().reserve(HUB_END as usize)?;
        match self.client.count_hub(hub, Change::Added) {
            Ok(told) => {
                self.in_hub = true;
                self.kept += HUB_END;
                Ok(told)
            }
            Err(error) => {
                self.client.events().unreserve(HUB_END as usize);
                Err(error)
            }
        }
    }

    /// Gives back what is kept beyond `count`.
    fn keep_only(&mut self, count: u32) {
        let spare = self.kept.saturating_sub(count);
        self.kept -= spare;
        if spare > 0 {
            self.client.events().unreserve(spare as usize);
        }
    }

    /// Queues an event unless a filter stops it or nobody would hear it.
    fn post(&mut self, call: &Call, event: Event, room: Room) {
        let (kind, sub) = event.kind();
        if self.wants(call, kind, sub) {
            self.push(event, room);
        }
    }

    pub(super) fn push(&mut self, event: Event, room: Room) {
        let promised = match room {
            Room::Promised => take_one(&mut self.promised),
            Room::Kept => take_one(&mut self.kept),
            Room::Media => take_one(&mut self.media),
        };
        self.client.events().push(event, promised);
    }

    fn post_hub(&mut self, call: &Call, hub: u64, event: HubEvent, room: Room) {
        if !self.client.hears_hubs() {
            return;
        }
        let about_call = matches!(event, HubEvent::CallJoin | HubEvent::CallLeave);
        let event = Event::CallHub {
            hub,
            event,
            call: about_call.then(|| call.clone()),
        };
        self.post(call, event, room);
    }
}

/// Takes one off, if there is one.
fn take_one(count: &mut u32) -> bool {
    let some = *count > 0;
    *count -= u32::from(some);
    some
}

impl Drop for Holder {
    fn drop(&mut self) {
        let unused = self.promised + self.kept + self.media;
        if unused > 0 {
            self.client.events().unreserve(unused as usize);
        }
    }
}

impl CallHandle {
    /// What this client may do with the call.
    pub fn privilege(&self) -> Privilege {
        let inner = lock(&self.call.core().inner);
        inner
            .holder(&self.client)
            .map_or(Privilege::Monitor, |h| h.privilege)
    }

    /// The client has an object for the call from now on. Fails if the line has forgotten the call,
    /// because the last object of it went before it was placed.
    pub fn attach(&self) -> Result<()> {
        self.call.attach(&self.client)
    }

    /// The client's object is gone. A live call stays with its line, to be found there again; one
    /// that is over, or never began, is forgotten.
    pub fn detach(&self) {
        self.call.detach(&self.client);
    }

    /// Whether the call's own filter lets a sub-event pass.
    pub fn allows(&self, event: u32, sub_event: u32) -> bool {
        let inner = lock(&self.call.core().inner);
        inner
            .holder(&self.client)
            .is_none_or(|holder| holder.filter.allows(event, sub_event))
    }

    /// Changes the call's own filter: the sub-events in `mask` pass, or do not.
    pub fn set_filter(&self, event: u32, mask: u32, pass: bool) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        match inner.holder_mut(&self.client) {
            Some(holder) => holder.filter.set(event, mask, pass),
            None => Err(NOT_A_HOLDER),
        }
    }

    /// Fails unless the client owns the call.
    pub(super) fn check_owner(&self, inner: &Inner) -> Result<()> {
        match inner.holder(&self.client) {
            Some(holder) if holder.privilege == Privilege::Owner => Ok(()),
            Some(_) => Err(Error::new(
                ErrorKind::NotOwner,
                "This application only monitors the call; its owner alone can act on it.",
            )),
            None => Err(NOT_A_HOLDER),
        }
    }
}

const NOT_A_HOLDER: Error = Error::new(
    ErrorKind::NotOwner,
    "This application has no part in the call any more.",
);

#[cfg(test)]
impl Call {
    /// Whether the end of the call can be told to `client` without memory.
    pub(crate) fn keeps_room_for(&self, client: &Client) -> bool {
        let inner = lock(&self.core().inner);
        let keeps = |holder: &Holder| holder.kept == holder.kept_for_hub() + 1;
        inner.holder(client).is_some_and(keeps)
    }
}

#[cfg(all(test, loom))]
impl Call {
    /// Makes `client` an owner beside the one that there is.
    pub(crate) fn add_owner(&self, client: &Client) {
        let mut inner = lock(&self.core().inner);
        self.add_holder(&mut inner, client, Privilege::Owner, 0)
            .unwrap();
    }
}
