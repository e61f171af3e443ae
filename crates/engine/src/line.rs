//! A line: the place where calls are made and received. TAPI calls it an address.

mod table;

use super::call::{Call, Incoming};
use super::client::Client;
use super::error::{Error, ErrorKind, Result};
use super::event::{DeviceEvent, Event, LineEvent, TerminalNews, bits};
use super::features::Features;
use super::provider::Provider;
use super::stream::TerminalRef;
use super::{Engine, client};
use std::sync::Arc;
use table::{CallTable, Entry};
use tapi3_common::shared::Shared;
use tapi3_common::sync::Mutex;
use tapi3_common::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use tapi3_common::sync::lock;

/// What is known of a line from the start.
#[derive(Debug, Clone)]
pub struct LineInfo {
    /// The name that people choose it by.
    pub name: String,
    /// The number or URI under which it can be called.
    pub address: String,
    /// The provider's name.
    pub provider: String,
    /// TAPIPROTOCOL_* as text, braces included.
    pub protocol: String,
    /// Media types, TAPIMEDIATYPE_* bits.
    pub media: u32,
    /// Kinds of destination, LINEADDRESSTYPE_* bits.
    pub address_types: u32,
    /// What it offers.
    pub features: Features,
    /// How many calls may be active at once.
    pub max_active: u32,
    /// How many calls may be on hold at once.
    pub max_held: u32,
    /// How many parties a conference may have; 0 without conferences.
    pub max_conference: u32,
}

/// One forwarding rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forward {
    /// When: one LINEFORWARDMODE_* bit.
    pub mode: u32,
    /// Where to.
    pub destination: String,
    /// Only for this caller, if given.
    pub caller: Option<String>,
    /// For no-answer forwarding: after how many rings.
    pub rings: u32,
}

/// What changes on a line.
#[derive(Debug)]
pub struct LineStatus {
    /// Whether calls can be made and received.
    pub in_service: bool,
    /// Whether a message waits.
    pub message_waiting: bool,
    /// Whether incoming calls are refused as busy.
    pub do_not_disturb: bool,
    /// The forwarding in force.
    pub forwards: Vec<Forward>,
    /// How often that was set.
    forwardings: u64,
    pub(super) moved_provider: Option<String>,
}

const OUT_OF_SERVICE: Error = Error::new(
    ErrorKind::OutOfService,
    "The line is out of service; its address state says when it is back.",
);

/// How many numbers for calls a line takes from the engine at a time.
const BLOCK: u64 = 64;

/// A line of a provider.
pub struct Line {
    pub(super) id: u32,
    info: LineInfo,
    provider: Arc<dyn Provider>,
    pub(super) engine: Arc<Engine>,
    calls: Mutex<CallTable>,
    /// The number for the next call; see [`Line::next_call_id`].
    next_call: AtomicU64,
    pub(super) status: Mutex<LineStatus>,
    /// [`LineStatus::in_service`], to be read without the lock.
    in_service: AtomicBool,
    /// Whether the provider says that it is in service; changed with `status` locked.
    provided: AtomicBool,
    /// Whether it takes no new calls all the same; changed with `status` locked.
    withheld: AtomicBool,
    /// Whether the line was taken away for good.
    removed: AtomicBool,
    /// How many clients watch every call of this line.
    pub(super) monitors: AtomicUsize,
}

impl Line {
    pub(super) fn new(
        id: u32,
        info: LineInfo,
        provider: Arc<dyn Provider>,
        engine: Arc<Engine>,
    ) -> Self {
        Line {
            id,
            info,
            provider,
            engine,
            calls: Mutex::default(),
            next_call: AtomicU64::new(1),
            status: Mutex::new(LineStatus {
                in_service: false,
                message_waiting: false,
                do_not_disturb: false,
                forwards: Vec::new(),
                forwardings: 0,
                moved_provider: None,
            }),
            in_service: AtomicBool::new(false),
            provided: AtomicBool::new(false),
            withheld: AtomicBool::new(false),
            removed: AtomicBool::new(false),
            monitors: AtomicUsize::new(0),
        }
    }

    /// The line's number, unique for as long as the engine lives.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// A number that no other call of the engine has. Lines take them from the engine in blocks, so
    /// that threads on different lines do not meet over each call. A block begins right behind a
    /// multiple of its size: a number that would be such a first one says that the block is used up.
    pub(super) fn next_call_id(&self) -> u64 {
        let mut next = self.next_call.load(Ordering::Relaxed);
        while next % BLOCK != 1 {
            let (now, later) = (Ordering::Relaxed, Ordering::Relaxed);
            match (self.next_call).compare_exchange_weak(next, next + 1, now, later) {
                Ok(_) => return next,
                Err(found) => next = found,
            }
        }
        // Where several threads take a block at a time, some numbers are never given.
        let first = self.engine.next_call_ids(BLOCK);
        self.next_call.store(first + 1, Ordering::Relaxed);
        first
    }

    /// What is known of it from the start.
    pub fn info(&self) -> &LineInfo {
        &self.info
    }

    /// Who moves its calls.
    pub fn provider(&self) -> &Arc<dyn Provider> {
        &self.provider
    }

    /// Reads what it is like now without copying it; the status's lock is held meanwhile.
    pub fn with_status<T>(&self, read: impl FnOnce(&LineStatus) -> T) -> T {
        read(&lock(&self.status))
    }

    /// Whether calls can be made and received now.
    pub fn in_service(&self) -> bool {
        self.in_service.load(Ordering::Acquire)
    }

    /// The engine that it is a line of.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    /// The line is there from now on; whoever is told of that need not be told of its state.
    pub(super) fn begin_service(&self) {
        self.change_service(&self.provided, true);
    }

    /// Changes one of the reasons for which it is in service or not; returns whether that changed it.
    fn change_service(&self, reason: &AtomicBool, to: bool) -> bool {
        let mut status = lock(&self.status);
        reason.store(to, Ordering::Release);
        let provided = self.provided.load(Ordering::Acquire);
        let on = provided && !self.is_withheld() && self.check_not_removed().is_ok();
        self.in_service.store(on, Ordering::Release);
        std::mem::replace(&mut status.in_service, on) != on
    }

    /// The provider says that the line went in or out of service.
    pub fn set_in_service(self: &Arc<Self>, on: bool) {
        if self.change_service(&self.provided, on) {
            self.tell(LineEvent::State);
        }
    }

    /// With `on` the line takes no new calls, and is out of service whatever its provider says, until
    /// it is called without. Calls that there are go on.
    pub fn withhold(self: &Arc<Self>, on: bool) {
        if self.change_service(&self.withheld, on) {
            self.tell(LineEvent::State);
        }
    }

    /// Whether it takes no new calls, though its provider might have some.
    pub fn is_withheld(&self) -> bool {
        self.withheld.load(Ordering::Acquire)
    }

    /// The line is taken away: no call begins on it any more.
    pub(super) fn remove_from_service(self: &Arc<Self>) {
        self.removed.store(true, Ordering::Release);
        self.set_in_service(false);
    }

    /// Fails if the line was taken away.
    pub(super) fn check_not_removed(&self) -> Result<()> {
        if self.removed.load(Ordering::Acquire) {
            return Err(OUT_OF_SERVICE);
        }
        Ok(())
    }

    /// Lights the message lamp, or puts it out.
    pub fn set_message_waiting(self: &Arc<Self>, on: bool) -> Result<()> {
        let told = self.promise(lamp(on))?;
        self.provider.set_message_waiting(self, on)?;
        let before = std::mem::replace(&mut lock(&self.status).message_waiting, on);
        if before != on {
            told.tell();
        }
        Ok(())
    }

    /// The provider says that a message waits, or none any more.
    pub fn message_waiting_changed(self: &Arc<Self>, on: bool) {
        let before = std::mem::replace(&mut lock(&self.status).message_waiting, on);
        if before != on {
            self.tell(lamp(on));
        }
    }

    /// Refuses incoming calls as busy, or stops doing so; the latter cancels forwarding too, as the
    /// page of ITAddress::put_DoNotDisturb says.
    pub fn set_do_not_disturb(self: &Arc<Self>, on: bool) -> Result<()> {
        // Before anything changes: nothing of the rest may fail for want of memory.
        let told = self.promise(LineEvent::Forward)?;
        let forwardings = self.with_status(|status| status.forwardings);
        self.provider.set_do_not_disturb(self, on)?;
        lock(&self.status).do_not_disturb = on;
        if on || self.with_status(|status| status.forwards.is_empty()) {
            return Ok(());
        }
        if !self.provider.cancels_forwarding() {
            self.provider.set_forwarding(self, &[])?;
        } else if self.with_status(|status| status.forwardings != forwardings) {
            // Somebody has set some since, which is in force.
            return Ok(());
        }
        self.replace_forwards(Vec::new());
        told.tell();
        Ok(())
    }

    /// Sets the forwarding; none cancels it.
    pub fn set_forwarding(self: &Arc<Self>, forwards: Vec<Forward>) -> Result<()> {
        let told = self.promise(LineEvent::Forward)?;
        self.provider.set_forwarding(self, &forwards)?;
        self.replace_forwards(forwards);
        told.tell();
        Ok(())
    }

    /// The provider says that incoming calls are refused as busy from now on, or no more.
    pub fn do_not_disturb_changed(&self, on: bool) {
        lock(&self.status).do_not_disturb = on;
    }

    /// The provider says how calls are forwarded from now on.
    pub fn forwarding_changed(self: &Arc<Self>, forwards: Vec<Forward>) {
        if self.with_status(|status| status.forwards != forwards) {
            self.replace_forwards(forwards);
            self.tell(LineEvent::Forward);
        }
    }

    fn replace_forwards(&self, forwards: Vec<Forward>) {
        let mut status = lock(&self.status);
        status.forwardings += 1;
        let old = std::mem::replace(&mut status.forwards, forwards);
        drop(status);
        drop(old);
    }

    /// The provider announces an incoming call. Whoever registered for such calls is told.
    pub fn incoming(self: &Arc<Self>, incoming: Incoming) -> Result<Call> {
        let call = Call::incoming(self, incoming)?;
        self.tell(LineEvent::Ringing);
        Ok(call)
    }

    /// The calls of this line that are not over, oldest first.
    pub fn calls(&self) -> Result<Vec<Call>> {
        let table = lock(&self.calls);
        let mut calls = Vec::new();
        calls.try_reserve_exact(table.used)?;
        calls.extend(table.slots.iter().filter_map(|slot| match slot {
            Entry::Used(call) => Some(call.clone()),
            Entry::Free(_) => None,
        }));
        drop(table);
        calls.sort_unstable_by_key(Call::id);
        Ok(calls)
    }

    /// Does something with each call, oldest place first, with no lock held and no memory taken.
    pub fn for_each_call(&self, mut act: impl FnMut(&Call)) {
        for index in 0.. {
            let call = match lock(&self.calls).slots.get(index) {
                Some(Entry::Used(call)) => call.clone(),
                Some(Entry::Free(_)) => continue,
                None => return,
            };
            act(&call);
        }
    }

    pub(super) fn add(&self, call: &Call) -> Result<usize> {
        lock(&self.calls).add(call)
    }

    pub(super) fn remove(&self, index: usize) {
        let gone = lock(&self.calls).remove(index);
        // Unlocked: this may be the last reference, and the end of a call takes locks of its own.
        drop(gone);
    }

    /// Makes room to tell of an event, with everybody who wants to hear it now.
    fn promise(self: &Arc<Self>, event: LineEvent) -> Result<Promise> {
        let mut promise = Promise {
            line: self.clone(),
            event,
            clients: Vec::new(),
        };
        let clients = self.engine.clients()?;
        promise.clients.try_reserve_exact(clients.len())?;
        for client in clients {
            if client.hears(bits::ADDRESS)
                && client.line_allows(self.id, bits::ADDRESS, event as u32)
            {
                client.events().reserve(1)?;
                promise.clients.push(client);
            }
        }
        Ok(promise)
    }

    /// Tells every client that listens to this line.
    fn tell(self: &Arc<Self>, event: LineEvent) {
        let Ok(clients) = self.engine.clients() else {
            tracing::warn!("no memory to tell of an event of line {:?}", self.info.name);
            return;
        };
        for client in clients {
            client.post(
                self.id,
                Event::Line {
                    line: self.clone(),
                    event,
                },
            );
        }
    }

    /// A static terminal came or went; every client that listens to this line is told.
    pub fn tell_of_terminal(
        self: &Arc<Self>,
        event: DeviceEvent,
        terminal: &TerminalRef,
    ) -> Result<()> {
        let clients = self.engine.clients()?;
        let Some(terminal) = terminal.another() else {
            return Ok(());
        };
        let news = Shared::try_new(TerminalNews {
            line: self.clone(),
            event,
            terminal,
        })?;
        for client in clients {
            client.post(self.id, Event::Terminal(news.clone()));
        }
        Ok(())
    }

    /// Fails unless a call can be placed on this line now.
    pub(super) fn check_in_service(&self) -> Result<()> {
        if self.in_service() {
            return Ok(());
        }
        Err(OUT_OF_SERVICE)
    }

    pub(super) fn add_monitors(&self, change: client::Change) {
        match change {
            client::Change::Added => self.monitors.fetch_add(1, Ordering::Relaxed),
            client::Change::Removed => self.monitors.fetch_sub(1, Ordering::Relaxed),
        };
    }
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line")
            .field("id", &self.id)
            .field("name", &self.info.name)
            .finish_non_exhaustive()
    }
}

fn lamp(on: bool) -> LineEvent {
    if on {
        LineEvent::MessageWaitingOn
    } else {
        LineEvent::MessageWaitingOff
    }
}

/// Room for one event with each of these clients; what is not told gives its room back.
struct Promise {
    line: Arc<Line>,
    event: LineEvent,
    clients: Vec<Client>,
}

impl Promise {
    fn tell(mut self) {
        for client in std::mem::take(&mut self.clients) {
            let event = Event::Line {
                line: self.line.clone(),
                event: self.event,
            };
            client.events().push(event, true);
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.engine.line_is_gone();
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        for client in &self.clients {
            client.events().unreserve(1);
        }
    }
}
