//! The call engine: lines, calls, their states, operations with deadlines, and events.
//!
//! It does no I/O, knows no COM and has no global state; time comes in through a [`Clock`]. Below it
//! stand the providers, which move real calls (see [`Provider`] for the rules between the two);
//! above it stand the COM objects and the EWS endpoint, each a [`Client`].
//!
//! Locks are taken in this order, never backwards: call, client, event queue. The table of lines is
//! taken alone, and so is a line's table of calls, or under the lock of a call that is put on it. That
//! of changes to who is mixed with whom (`mix`) comes before all these, then that of a mix's members;
//! a call's streams come behind it. No
//! lock is held while a provider or a client is called, but a call's turn to send digits or tones, which
//! is taken before all others and never by who tells of something.
//!
//! Threads on different lines share nothing while they make, place, end and release calls but what
//! nobody writes: numbers come in blocks (`Line::next_call_id`), references to a client are counted
//! apart (`Client::branch`), and a call itself knows the client's object for it (`Call::object`).

mod asking;
mod assisted;
mod call;
mod changes;
mod client;
mod clock;
mod connect;
mod consult;
mod control;
mod counts;
mod delivery;
mod digits;
mod disconnect;
mod error;
mod event;
mod features;
mod hand_off;
mod holder;
mod holders;
mod info;
mod inner;
mod line;
mod mix;
#[cfg(all(test, loom))]
mod models;
mod naming;
mod object;
mod patience;
mod privilege;
mod provider;
mod queue;
mod request;
mod state;
mod stream;
#[cfg(all(test, not(loom)))]
mod tests;
mod waiting;

pub use asking::AnswerRoom;
pub use assisted::{CallRequest, REQUEST_MAKE_CALL};
pub use call::{Call, CallHandle, Incoming};
pub use changes::News;
pub use client::{Client, EventFilter, Registration};
pub use clock::{Alarm, AlarmId, Clock, ManualClock, SystemClock, Task};
pub use connect::Placing;
pub use control::{Ask, FinishMode};
pub use digits::{DTMF, DTMF_END, Gather, GatherEnd, GenerateEnd, SendDigits};
pub use disconnect::Disconnected;
pub use error::{Error, ErrorKind, Result};
pub use event::{
    DeviceEvent, Event, HubEvent, InfoChange, LineEvent, LinesEvent, TerminalNews, bits,
};
pub use features::Features;
pub use hand_off::Giver;
pub use info::{Buffer, Info, NetworkResponse, Number, Party, PartyId, Text};
pub use line::{Forward, Line, LineInfo, LineStatus};
pub use mix::Mixer;
pub use provider::{Gauge, Provider};
pub use queue::EventQueue;
pub use request::Reply;
pub use state::{Cause, Direction, DropReason, Privilege, State};
pub use stream::{
    FileCause, FileState, Flow, Kind, LONGEST_FRAME, MAX_TERMINALS, MediaEvent, MediaNews, Role,
    StreamCause, StreamEvent, Terminal, TerminalRef, Transport, Wish,
};

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, AtomicU32, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tapi3_common::sync::Mutex;
use tapi3_common::sync::lock;

/// What the engine is told at its start.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// How long a caller waits for a provider; TAPI documents two minutes.
    pub operation_timeout: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            operation_timeout: Duration::from_secs(120),
        }
    }
}

/// Lines, clients and what they share.
pub struct Engine {
    clock: Arc<dyn Clock>,
    settings: Settings,
    lines: Mutex<Vec<Arc<Line>>>,
    clients: Mutex<Vec<Client>>,
    /// Application name (lower case) and media type, highest priority first.
    priorities: Mutex<Vec<(String, u32)>>,
    next_call: AtomicU64,
    next_line: AtomicU32,
    /// How many lines there are, published or not, somebody's or the engine's.
    lines_there: AtomicUsize,
    next_client: AtomicU32,
    next_token: AtomicI32,
    gatherings: digits::Gatherings,
    mixing: mix::Mixing,
}

impl Engine {
    /// An engine without lines.
    pub fn new(clock: Arc<dyn Clock>, settings: Settings) -> Arc<Self> {
        Arc::new(Engine {
            clock,
            settings,
            lines: Mutex::default(),
            clients: Mutex::default(),
            priorities: Mutex::default(),
            next_call: AtomicU64::new(1),
            next_line: AtomicU32::new(1),
            lines_there: AtomicUsize::new(0),
            next_client: AtomicU32::new(1),
            next_token: AtomicI32::new(1),
            gatherings: digits::Gatherings::default(),
            mixing: mix::Mixing::default(),
        })
    }

    /// The time.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// What it was told at its start.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Opens a line of `provider`.
    pub fn add_line(self: &Arc<Self>, info: LineInfo, provider: Arc<dyn Provider>) -> Arc<Line> {
        let line = self.make_line(info, provider);
        self.publish_line(&line);
        line
    }

    /// Makes a line that nobody knows of yet; it is out of service until it is published.
    pub fn make_line(self: &Arc<Self>, info: LineInfo, provider: Arc<dyn Provider>) -> Arc<Line> {
        let id = self.next_line.fetch_add(1, Ordering::Relaxed);
        let there = self.lines_there.fetch_add(1, Ordering::Relaxed) + 1;
        // Room for every line that is there: to publish one, whenever that is, takes no memory.
        let mut lines = lock(&self.lines);
        let more = there.saturating_sub(lines.len());
        lines.reserve(more);
        drop(lines);
        if info.features.streams {
            self.prepare_gatherings();
        }
        Arc::new(Line::new(id, info, provider, self.clone()))
    }

    fn line_is_gone(&self) {
        self.lines_there.fetch_sub(1, Ordering::Relaxed);
    }

    /// Takes a line into service and tells the clients of it.
    pub fn publish_line(&self, line: &Arc<Line>) {
        line.begin_service();
        lock(&self.lines).push(line.clone());
        self.tell_of_line(line, LinesEvent::Created);
    }

    /// Takes a line away: its calls end, and it can be neither found nor used any more.
    pub fn remove_line(&self, line: &Arc<Line>) {
        lock(&self.lines).retain(|other| other.id != line.id);
        line.remove_from_service();
        line.for_each_call(Call::lose_line);
        self.tell_of_line(line, LinesEvent::Removed);
    }

    fn tell_of_line(&self, line: &Arc<Line>, event: LinesEvent) {
        for index in 0.. {
            // One at a time, so that this takes no memory.
            let Some(client) = lock(&self.clients).get(index).cloned() else {
                return;
            };
            let line = line.clone();
            client.post(line.id, Event::Lines { line, event });
        }
    }

    /// The lines, in the order of their opening.
    pub fn lines(&self) -> Result<Vec<Arc<Line>>> {
        let lines = lock(&self.lines);
        let mut copy = Vec::new();
        copy.try_reserve_exact(lines.len())?;
        copy.extend(lines.iter().cloned());
        Ok(copy)
    }

    /// Puts the lines into the order of these names; any others come behind them.
    pub fn arrange_lines(&self, names: &[String]) {
        let place = |line: &Arc<Line>| {
            let known = names.iter().position(|name| *name == line.info().name);
            known.unwrap_or(usize::MAX)
        };
        lock(&self.lines).sort_by_key(place);
    }

    fn with_line(&self, id: u32, then: impl FnOnce(&Arc<Line>)) {
        let line = lock(&self.lines).iter().find(|line| line.id == id).cloned();
        if let Some(line) = line {
            then(&line);
        }
    }

    /// Admits a client; `application` is the name that hand-offs go by.
    pub fn add_client(self: &Arc<Self>, application: String) -> Result<Client> {
        let id = self.next_client.fetch_add(1, Ordering::Relaxed);
        let client = Client::new(self, id, application)?;
        let mut clients = lock(&self.clients);
        clients.try_reserve(1)?;
        clients.push(client.clone());
        Ok(client)
    }

    fn remove_client(&self, client: &Client) {
        let mut clients = lock(&self.clients);
        let index = clients.iter().position(|other| other.same(client));
        let gone = index.map(|index| clients.remove(index));
        drop(clients);
        drop(gone);
    }

    /// Whether any client would hear events of this kind, filters of lines and calls aside.
    pub fn is_listened_to(&self, event: u32) -> bool {
        lock(&self.clients).iter().any(|client| client.hears(event))
    }

    /// The clients now, so that each can be called with no lock held.
    fn clients(&self) -> Result<Vec<Client>> {
        let clients = lock(&self.clients);
        let mut copy = Vec::new();
        copy.try_reserve_exact(clients.len())?;
        copy.extend(clients.iter().cloned());
        Ok(copy)
    }

    /// The first of `count` numbers for calls.
    fn next_call_ids(&self, count: u64) -> u64 {
        self.next_call.fetch_add(count, Ordering::Relaxed)
    }

    fn next_token(&self) -> i32 {
        // Never zero, which programs take for "not registered".
        self.next_token.fetch_add(1, Ordering::Relaxed).max(1)
    }

    /// The live calls of a hub.
    pub fn hub_calls(&self, hub: u64) -> Result<Vec<Call>> {
        let mut calls = self.calls()?;
        calls.retain(|call| call.hub() == hub);
        Ok(calls)
    }

    /// The calls of all lines that are not over.
    pub fn calls(&self) -> Result<Vec<Call>> {
        let mut all = Vec::new();
        for line in self.lines()? {
            let mut calls = line.calls()?;
            all.try_reserve(calls.len())?;
            all.append(&mut calls);
        }
        Ok(all)
    }

    /// Hangs up whatever `client` owns, waiting for nobody.
    fn hang_up_all_of(&self, client: &Client) {
        self.for_each_line(|line| line.for_each_call(|call| call.abandon(client)));
    }

    /// Does something with every call until it fails.
    fn try_for_each_call(&self, mut act: impl FnMut(&Call) -> Result<()>) -> Result<()> {
        let mut done = Ok(());
        self.for_each_line(|line| {
            line.for_each_call(|call| {
                if done.is_ok() {
                    done = act(call);
                }
            });
        });
        done
    }

    /// Does something with each line, with no lock held and no memory taken.
    fn for_each_line(&self, mut act: impl FnMut(&Line)) {
        // From the end, so that a line which is taken away meanwhile makes us skip none.
        let mut index = lock(&self.lines).len();
        while index > 0 {
            index -= 1;
            let line = lock(&self.lines).get(index).cloned();
            if let Some(line) = line {
                act(&line);
            }
        }
    }

    /// Closes every provider and forgets the lines. The engine is of no use afterwards.
    pub fn close(&self) {
        let clients = std::mem::take(&mut *lock(&self.clients));
        for client in clients {
            client.close_unless_closed();
        }
        let lines = std::mem::take(&mut *lock(&self.lines));
        for (index, line) in lines.iter().enumerate() {
            let same = |other: &Arc<Line>| Arc::ptr_eq(other.provider(), line.provider());
            if !lines.iter().take(index).any(same) {
                line.provider().close();
            }
        }
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engine").finish_non_exhaustive()
    }
}
