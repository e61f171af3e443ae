//! A line: the place where calls are made and received. TAPI calls it an address.

use super::call::{Call, Incoming};
use super::error::{Error, ErrorKind, Result};
use super::event::{Event, LineEvent};
use super::provider::Provider;
use super::{Engine, client};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tapi3_common::sync::lock;

/// What a line offers beyond placing, answering and ending calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Features {
    /// Hold and unhold.
    pub hold: bool,
    /// Swap an active call with a held one.
    pub swap: bool,
    /// Transfer without consultation.
    pub blind_transfer: bool,
    /// Transfer after consultation.
    pub transfer: bool,
    /// Conference after consultation, and removal from it.
    pub conference: bool,
    /// Park at a given address.
    pub park_direct: bool,
    /// Park where the switch chooses.
    pub park_indirect: bool,
    /// Take a parked call.
    pub unpark: bool,
    /// Take a ringing call.
    pub pickup: bool,
    /// Dial piece by piece.
    pub dial: bool,
    /// Forwarding.
    pub forward: bool,
    /// Do not disturb.
    pub do_not_disturb: bool,
    /// Message waiting lamp.
    pub message_waiting: bool,
    /// Quality of service requests.
    pub quality_of_service: bool,
}

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
#[derive(Debug, Clone)]
pub struct LineStatus {
    /// Whether calls can be made and received.
    pub in_service: bool,
    /// Whether a message waits.
    pub message_waiting: bool,
    /// Whether incoming calls are refused as busy.
    pub do_not_disturb: bool,
    /// The forwarding in force.
    pub forwards: Vec<Forward>,
}

/// A line of a provider.
pub struct Line {
    pub(super) id: u32,
    info: LineInfo,
    provider: Arc<dyn Provider>,
    pub(super) engine: Arc<Engine>,
    calls: Mutex<CallTable>,
    status: Mutex<LineStatus>,
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
            status: Mutex::new(LineStatus {
                in_service: false,
                message_waiting: false,
                do_not_disturb: false,
                forwards: Vec::new(),
            }),
            monitors: AtomicUsize::new(0),
        }
    }

    /// The line's number, unique for as long as the engine lives.
    pub fn id(&self) -> u32 {
        self.id
    }

    /// What is known of it from the start.
    pub fn info(&self) -> &LineInfo {
        &self.info
    }

    /// Who moves its calls.
    pub fn provider(&self) -> &Arc<dyn Provider> {
        &self.provider
    }

    /// What it is like now.
    pub fn status(&self) -> LineStatus {
        lock(&self.status).clone()
    }

    /// Whether calls can be made and received now.
    pub fn in_service(&self) -> bool {
        lock(&self.status).in_service
    }

    /// The engine that it is a line of.
    pub fn engine(&self) -> &Arc<Engine> {
        &self.engine
    }

    /// The line is there from now on; whoever is told of that need not be told of its state.
    pub(super) fn begin_service(&self) {
        lock(&self.status).in_service = true;
    }

    /// The provider says that the line went in or out of service.
    pub fn set_in_service(self: &Arc<Self>, on: bool) {
        let before = std::mem::replace(&mut lock(&self.status).in_service, on);
        if before != on {
            self.tell(LineEvent::State);
        }
    }

    /// Lights the message lamp, or puts it out.
    pub fn set_message_waiting(self: &Arc<Self>, on: bool) -> Result<()> {
        self.provider.set_message_waiting(self, on)?;
        self.message_waiting_changed(on);
        Ok(())
    }

    /// The provider says that a message waits, or none any more.
    pub fn message_waiting_changed(self: &Arc<Self>, on: bool) {
        let before = std::mem::replace(&mut lock(&self.status).message_waiting, on);
        if before != on {
            self.tell(if on {
                LineEvent::MessageWaitingOn
            } else {
                LineEvent::MessageWaitingOff
            });
        }
    }

    /// Refuses incoming calls as busy, or stops doing so; the latter cancels forwarding too, as the
    /// page of ITAddress::put_DoNotDisturb says.
    pub fn set_do_not_disturb(self: &Arc<Self>, on: bool) -> Result<()> {
        self.provider.set_do_not_disturb(self, on)?;
        lock(&self.status).do_not_disturb = on;
        if !on && !lock(&self.status).forwards.is_empty() {
            self.set_forwarding(Vec::new())?;
        }
        Ok(())
    }

    /// Sets the forwarding; none cancels it.
    pub fn set_forwarding(self: &Arc<Self>, forwards: Vec<Forward>) -> Result<()> {
        self.provider.set_forwarding(self, &forwards)?;
        lock(&self.status).forwards = forwards;
        self.tell(LineEvent::Forward);
        Ok(())
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
    pub(super) fn for_each_call(&self, mut act: impl FnMut(&Call)) {
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

    /// Fails unless a call can be placed on this line now.
    pub(super) fn check_in_service(&self) -> Result<()> {
        if self.in_service() {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::OutOfService,
            "The line is out of service; its address state says when it is back.",
        ))
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

/// The calls of a line, each at a fixed place.
struct CallTable {
    slots: Vec<Entry>,
    free: usize,
    used: usize,
}

enum Entry {
    Used(Call),
    /// The next free place.
    Free(usize),
}

const END: usize = usize::MAX;

impl Default for CallTable {
    fn default() -> Self {
        CallTable {
            slots: Vec::new(),
            free: END,
            used: 0,
        }
    }
}

impl CallTable {
    fn add(&mut self, call: &Call) -> Result<usize> {
        let index = self.free;
        if let Some(slot) = self.slots.get_mut(index) {
            if let Entry::Free(next) = *slot {
                self.free = next;
            }
            *slot = Entry::Used(call.clone());
            self.used += 1;
            return Ok(index);
        }
        self.slots.try_reserve(1)?;
        self.slots.push(Entry::Used(call.clone()));
        self.used += 1;
        Ok(self.slots.len() - 1)
    }

    fn remove(&mut self, index: usize) -> Option<Entry> {
        let slot = self.slots.get_mut(index)?;
        if matches!(slot, Entry::Free(_)) {
            return None;
        }
        let gone = std::mem::replace(slot, Entry::Free(self.free));
        self.free = index;
        self.used -= 1;
        Some(gone)
    }
}
