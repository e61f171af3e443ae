//! A client of the engine: one application, which is one TAPI object. It registers for calls,
//! filters events and owns the queue in which they wait.

use super::Engine;
use super::delivery::Delivery;
use super::error::{Error, ErrorKind, Result};
use super::event::{Event, HubEvent, bits};
use super::line::Line;
use super::queue::EventQueue;
use std::collections::HashMap;
use std::sync::Arc;
use tapi3_common::shared::Shared;
use tapi3_common::sync::Mutex;
use tapi3_common::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use tapi3_common::sync::lock;

/// Something came or went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Added,
    Removed,
}

/// A wish to be told of the calls of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registration {
    /// The number by which to end it; also the rank, the lowest first.
    pub token: i32,
    /// The line.
    pub line: u32,
    /// Whether to look on at calls that others own.
    pub monitor: bool,
    /// Whether to own incoming calls.
    pub owner: bool,
    /// For calls with any of these media types.
    pub media: u32,
    /// Echoed in the events.
    pub instance: i32,
}

/// Which sub-events of which events pass; all of them unless said otherwise.
#[derive(Debug, Default)]
pub struct EventFilter {
    /// Event bit and the sub-events that do not pass.
    blocked: Vec<(u32, u32)>,
}

impl EventFilter {
    /// Whether the sub-event passes.
    pub fn allows(&self, event: u32, sub_event: u32) -> bool {
        let bit = 1_u32.checked_shl(sub_event).unwrap_or(0);
        !self
            .blocked
            .iter()
            .any(|(kind, blocked)| *kind == event && blocked & bit != 0)
    }

    /// Lets the sub-events in `mask` pass, or stops them.
    pub fn set(&mut self, event: u32, mask: u32, pass: bool) -> Result<()> {
        if let Some((_, blocked)) = self.blocked.iter_mut().find(|(kind, _)| *kind == event) {
            *blocked = if pass {
                *blocked & !mask
            } else {
                *blocked | mask
            };
        } else if !pass {
            self.blocked.try_reserve(1)?;
            self.blocked.push((event, mask));
        }
        Ok(())
    }
}

/// Which call hubs a client watches.
#[derive(Debug, Default)]
struct HubTracking {
    all_lines: bool,
    lines: Vec<u32>,
    /// Hub number and how many live calls of it this client knows.
    calls: HashMap<u64, u32>,
}

#[derive(Default)]
struct Rules {
    registrations: Vec<Registration>,
    line_filters: Vec<(u32, EventFilter)>,
    /// The number under which the client takes requests of assisted telephony.
    recipient: Option<i32>,
    /// How many of those that it has been told of it has not taken up yet.
    kept_requests: usize,
    hubs: HubTracking,
}

pub(super) struct ClientCore {
    engine: Arc<Engine>,
    id: u32,
    application: String,
    /// TAPI_EVENT bits that the application wants.
    mask: AtomicU32,
    /// Whether anybody would hear an event.
    listening: AtomicBool,
    /// Whether any hub is tracked at all.
    tracking: AtomicBool,
    closed: AtomicBool,
    /// Whether any line has a filter at all.
    filtering: AtomicBool,
    rules: Mutex<Rules>,
    queue: EventQueue,
    delivery: Delivery,
}

/// A counted reference to a client.
///
/// Each [branch](Client::branch) has a count of its own, and all of a branch's references are one
/// reference to the client. So threads that count in different branches do not meet.
#[derive(Clone)]
pub struct Client(Shared<Shared<ClientCore>>);

impl Client {
    pub(super) fn new(engine: &Arc<Engine>, id: u32, application: String) -> Result<Self> {
        let core = Shared::try_new(ClientCore {
            engine: engine.clone(),
            id,
            application,
            mask: AtomicU32::new(0),
            listening: AtomicBool::new(false),
            tracking: AtomicBool::new(false),
            closed: AtomicBool::new(false),
            filtering: AtomicBool::new(false),
            rules: Mutex::default(),
            queue: EventQueue::default(),
            delivery: Delivery::default(),
        })?;
        Ok(Client(Shared::try_new(core)?))
    }

    /// A reference to the same client whose clones are counted apart: for whoever makes and drops
    /// many, such as a line's calls.
    pub fn branch(&self) -> Result<Self> {
        Ok(Client(Shared::try_new((*self.0).clone())?))
    }

    /// The engine that it is a client of.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.0.engine
    }

    /// The application's name, for hand-offs.
    pub fn application(&self) -> &str {
        &self.0.application
    }

    /// Whether two references are to one client.
    pub fn same(&self, other: &Client) -> bool {
        self.0.id == other.0.id
    }

    /// Where its events wait.
    pub fn events(&self) -> &EventQueue {
        &self.0.queue
    }

    pub(super) fn delivery(&self) -> &Delivery {
        &self.0.delivery
    }

    /// Fails once the client was shut down.
    pub fn check_open(&self) -> Result<()> {
        if !self.is_closed() {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::NotInitialized,
            "The TAPI object was shut down.",
        ))
    }

    /// Whether it was shut down.
    pub(super) fn is_closed(&self) -> bool {
        self.0.closed.load(Ordering::Acquire)
    }

    /// The TAPI_EVENT bits that the application wants; none at first.
    pub fn event_mask(&self) -> u32 {
        self.0.mask.load(Ordering::Relaxed)
    }

    /// Chooses the events, TAPI_EVENT bits.
    pub fn set_event_mask(&self, mask: u32) {
        self.0.mask.store(mask, Ordering::Relaxed);
    }

    /// Says whether anybody listens. Events that nobody would hear are not kept. Where somebody
    /// does, room is kept for the end of each call; if there is none, nobody listens.
    pub fn set_listening(&self, on: bool) -> Result<()> {
        let before = self.0.listening.swap(on, Ordering::Relaxed);
        if !on {
            return Ok(());
        }
        // A call that is not listed yet sees the flag when it is: the line's table is locked both
        // times.
        let kept = self
            .0
            .engine
            .try_for_each_call(|call| call.keep_end_for(self));
        // Whoever listens already goes on doing so.
        if kept.is_err() && !before {
            self.0.listening.store(false, Ordering::Relaxed);
        }
        kept
    }

    /// Whether anybody listens.
    pub(super) fn listens(&self) -> bool {
        self.0.listening.load(Ordering::Relaxed)
    }

    /// Whether an event of this kind would be heard, the line's and the call's filters aside.
    pub(super) fn hears(&self, event: u32) -> bool {
        self.listens() && self.event_mask() & event != 0
    }

    /// Whether the filter of `line` lets a sub-event pass.
    pub fn line_allows(&self, line: u32, event: u32, sub_event: u32) -> bool {
        if !self.0.filtering.load(Ordering::Acquire) {
            return true;
        }
        lock(&self.0.rules)
            .line_filters
            .iter()
            .find(|(id, _)| *id == line)
            .is_none_or(|(_, filter)| filter.allows(event, sub_event))
    }

    /// Changes the filter of `line`: the sub-events in `mask` pass, or do not.
    pub fn set_line_filter(&self, line: u32, event: u32, mask: u32, pass: bool) -> Result<()> {
        let mut rules = lock(&self.0.rules);
        if let Some((_, filter)) = rules.line_filters.iter_mut().find(|(id, _)| *id == line) {
            return filter.set(event, mask, pass);
        }
        let mut filter = EventFilter::default();
        filter.set(event, mask, pass)?;
        rules.line_filters.try_reserve(1)?;
        rules.line_filters.push((line, filter));
        self.0.filtering.store(true, Ordering::Release);
        Ok(())
    }

    /// Queues an event of a line, if anybody would hear it.
    pub(super) fn post(&self, line: u32, event: Event) {
        let (kind, sub) = event.kind();
        if self.hears(kind) && self.line_allows(line, kind, sub) {
            self.0.queue.push(event, false);
        }
    }

    /// Asks to be told of calls on `line`. Returns the registration's token.
    pub fn register(
        &self,
        line: &Line,
        monitor: bool,
        owner: bool,
        media: u32,
        instance: i32,
    ) -> Result<i32> {
        let token = self.0.engine.next_token();
        let mut rules = lock(&self.0.rules);
        // Locked: what the closing takes out is all that there is.
        self.check_open()?;
        rules.registrations.try_reserve(1)?;
        rules.registrations.push(Registration {
            token,
            line: line.id,
            monitor,
            owner,
            media,
            instance,
        });
        if monitor {
            line.add_monitors(Change::Added);
        }
        Ok(token)
    }

    /// Ends a registration.
    pub fn unregister(&self, token: i32) -> Result<()> {
        self.check_open()?;
        let mut rules = lock(&self.0.rules);
        let index = rules.registrations.iter().position(|r| r.token == token);
        let Some(index) = index else {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "No call notification has this registration number.",
            ));
        };
        let gone = rules.registrations.remove(index);
        drop(rules);
        self.forget(gone);
        Ok(())
    }

    fn forget(&self, gone: Registration) {
        if gone.monitor {
            self.0
                .engine
                .with_line(gone.line, |line| line.add_monitors(Change::Removed));
        }
    }

    /// Its first registration for calls on `line` with any of the `media` types that `fits`.
    pub(super) fn registration(
        &self,
        line: u32,
        media: u32,
        fits: impl Fn(&Registration) -> bool,
    ) -> Option<Registration> {
        if self.is_closed() {
            return None;
        }
        lock(&self.0.rules)
            .registrations
            .iter()
            .find(|r| r.line == line && r.media & media != 0 && fits(r))
            .copied()
    }

    pub(super) fn set_recipient(&self, instance: Option<i32>) {
        lock(&self.0.rules).recipient = instance;
    }

    pub(super) fn registered_recipient(&self) -> Option<i32> {
        lock(&self.0.rules).recipient
    }

    /// Of the requests that it was told of so many wait still: they count for what may wait.
    pub fn keep_requests(&self, count: usize) {
        lock(&self.0.rules).kept_requests = count;
    }

    /// How many requests and other events wait for it.
    pub(super) fn waiting(&self) -> usize {
        self.0.queue.waiting() + lock(&self.0.rules).kept_requests
    }

    /// Watches the hubs of calls on `lines` (all lines if there are none), or stops doing so.
    pub fn track_hubs(&self, lines: &[u32], on: bool) -> Result<()> {
        let mut rules = lock(&self.0.rules);
        let hubs = &mut rules.hubs;
        match (lines.is_empty(), on) {
            (true, true) => hubs.all_lines = true,
            (true, false) => {
                hubs.all_lines = false;
                hubs.lines.clear();
            }
            (false, true) => {
                hubs.lines.try_reserve(lines.len())?;
                hubs.lines.extend(lines);
            }
            (false, false) => {
                if hubs.all_lines {
                    let all = self.0.engine.lines()?;
                    hubs.lines.try_reserve(all.len())?;
                    hubs.lines.extend(all.iter().map(|line| line.id));
                    hubs.all_lines = false;
                }
                hubs.lines.retain(|line| !lines.contains(line));
            }
        }
        let any = hubs.all_lines || !hubs.lines.is_empty();
        self.0.tracking.store(any, Ordering::Relaxed);
        Ok(())
    }

    /// Whether hub events of `line` are wanted at all.
    pub(super) fn tracks(&self, line: u32) -> bool {
        if !self.0.tracking.load(Ordering::Relaxed) {
            return false;
        }
        let rules = lock(&self.0.rules);
        rules.hubs.all_lines || rules.hubs.lines.contains(&line)
    }

    /// Makes room to count one more hub.
    pub(super) fn reserve_hub(&self) -> Result<()> {
        lock(&self.0.rules).hubs.calls.try_reserve(1)?;
        Ok(())
    }

    /// Counts a live call in or out of its hub; the second event tells of a hub that is new, or of
    /// one that has become idle. Counting a call out needs no memory.
    pub(super) fn count_hub(
        &self,
        hub: u64,
        change: Change,
    ) -> Result<(HubEvent, Option<HubEvent>)> {
        let mut rules = lock(&self.0.rules);
        let calls = &mut rules.hubs.calls;
        if let Some(count) = calls.get_mut(&hub) {
            match change {
                Change::Added => {
                    *count += 1;
                    return Ok((HubEvent::CallJoin, None));
                }
                Change::Removed if *count > 1 => {
                    *count -= 1;
                    return Ok((HubEvent::CallLeave, None));
                }
                Change::Removed => {}
            }
        }
        match change {
            Change::Added => {
                calls.try_reserve(1)?;
                calls.insert(hub, 1);
                Ok((HubEvent::CallJoin, Some(HubEvent::New)))
            }
            Change::Removed => {
                calls.remove(&hub);
                Ok((HubEvent::CallLeave, Some(HubEvent::Idle)))
            }
        }
    }

    /// Whether a hub event would be heard.
    pub(super) fn hears_hubs(&self) -> bool {
        self.hears(bits::CALL_HUB)
    }

    /// Shuts the client down: its calls are hung up, its registrations end, its queue closes. No
    /// event is delivered once this has returned, unless it was called from within a delivery.
    /// Returns whether the client was open.
    pub fn close(&self) -> bool {
        let was_open = self.begin_close();
        self.end_delivery();
        if was_open {
            self.0.engine.remove_client(self);
        }
        was_open
    }

    /// As [`Client::close`], where nobody else does it: then it is that one's to wait for the last
    /// delivery. Whoever closes the engine may hold what that delivery is waiting for.
    pub(super) fn close_unless_closed(&self) {
        if self.begin_close() {
            self.end_delivery();
        }
    }

    /// All of the closing but to wait for the last delivery. Returns whether the client was open.
    fn begin_close(&self) -> bool {
        if self.0.closed.swap(true, Ordering::AcqRel) {
            return false;
        }
        let registrations = std::mem::take(&mut lock(&self.0.rules).registrations);
        for gone in registrations {
            self.forget(gone);
        }
        self.0.engine.hang_up_all_of(self);
        self.0.queue.close();
        true
    }
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Client").field(&self.0.id).finish()
    }
}
