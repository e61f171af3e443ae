//! An application: what lives between lineInitialize and lineShutdown.

use super::abi::*;
use super::event::Event;
use super::fault::{Fault, Result};
use super::line::OpenLine;
use super::queue::{Effect, Filling, Message, Queue, Taken};
use super::registry::{self, Entry};
use super::request::Requested;
use super::requests::Requests;
use super::{events, opens};
use crate::engine::{Client, Engine, Line};
use crate::shared::Shared;
use crate::system::{self, Opened};
use crate::translation::Book;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;
use tapi3_common::waits::{self, Waiter};
use tapi3_common::{sync::lock, text, thread, words};

/// The highest version that there is.
pub const NEWEST: u32 = 0x0003_0001;

/// The lowest version that programs may have been written for.
pub const OLDEST: u32 = 0x0001_0003;

/// The function that gets the messages of a program.
pub type Callback = extern "C" fn(u32, u32, usize, usize, usize, usize);

/// How an application gets its messages.
pub enum Mechanism {
    /// By calls of a function, where the program pumps or on a thread of ours.
    Callback(Callback),
    /// By lineGetMessage, with an event to wait for.
    Event(Event),
}

impl Mechanism {
    /// The function to call, or the event to set.
    pub fn parts(self) -> (Option<Callback>, Option<Event>) {
        match self {
            Mechanism::Callback(callback) => (Some(callback), None),
            Mechanism::Event(event) => (None, Some(event)),
        }
    }
}

/// An application.
pub struct App {
    pub(super) handle: u32,
    /// How people know it.
    pub(super) name: String,
    /// The function that gets its messages; without one it asks for them.
    callback: Option<Callback>,
    pub(super) queue: Queue,
    pub(super) requests: Arc<Requests>,
    /// Its own part at the engine, for what is about no open line.
    pub(super) client: Client,
    /// What it was asked to place for others.
    pub(super) requested: Requested,
    state: Mutex<State>,
    /// Declared last: the lines may close only after everything else.
    system: Opened,
}

#[derive(Default)]
struct State {
    closed: bool,
    lines: Vec<Shared<OpenLine>>,
    calls_back: Option<CallsBack>,
}

/// The thread that calls the program back.
struct CallsBack {
    thread: JoinHandle<()>,
    /// As those know it who wait for it.
    waiter: Waiter,
}

/// What an application is told at its beginning.
pub struct Begun {
    pub handle: u32,
    pub devices: u32,
    /// The event to wait for; 0 if there is none.
    pub event: usize,
}

/// The version that lineInitializeEx answers: the highest that there is. Fails for programs that are
/// older than what there is.
pub fn checked_version(version: u32) -> Result<u32> {
    if version < OLDEST {
        return Err(Fault::VERSION);
    }
    Ok(NEWEST)
}

/// Begins an application; without a name it goes by its program's file.
pub fn initialize(mechanism: Mechanism, name: Option<String>) -> Result<Begun> {
    let system = system::open().map_err(|error| {
        tracing::error!("an application could not be initialised: {error}");
        match Fault::from(&error) {
            Fault::MEMORY => Fault::MEMORY,
            _ => Fault::FAILED,
        }
    })?;
    let engine = system.engine().clone();
    let name = match name {
        Some(name) if !name.is_empty() => name,
        _ => program_name(),
    };
    let lines = engine.lines()?;
    let mut ids = Vec::new();
    ids.try_reserve_exact(lines.len())?;
    ids.extend(lines.iter().map(|line| line.id()));
    let (devices, requests) = registry::begin_app(&engine, &ids)?;
    let begun = begin(mechanism, name, system, requests);
    let begun = begun.inspect_err(|_| registry::end_app())?;
    Ok(Begun {
        devices,
        handle: begun.handle,
        event: begun.queue.event(),
    })
}

fn begin(
    mechanism: Mechanism,
    name: String,
    system: Opened,
    requests: Arc<Requests>,
) -> Result<Shared<App>> {
    let (callback, event) = mechanism.parts();
    let app = Shared::try_new(App {
        handle: registry::new_handle(),
        name,
        callback,
        queue: Queue::new(event),
        requests,
        // From here on an application that does not come to be closes it.
        client: system.engine().add_client(program_name())?,
        requested: Requested::default(),
        state: Mutex::default(),
        system,
    })?;
    let watch = || {
        app.client.set_event_mask(u32::MAX);
        app.client.set_listening(true)?;
        let own = app.clone();
        (app.client).deliver_to(move |event| events::deliver_to_app(&own, event))?;
        registry::put(app.handle, Entry::App(app.clone()))
    };
    let watched = watch().inspect_err(|_| app.close());
    watched.map(|()| app)
}

/// The name that hand-offs and priorities know an application by: its program's file name.
pub fn program_name() -> String {
    std::env::current_exe()
        .ok()
        .and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
        .unwrap_or_default()
}

impl App {
    pub(super) fn engine(&self) -> &Arc<Engine> {
        self.system.engine()
    }

    /// The engine's line with a device id.
    pub(super) fn device(&self, device: u32) -> Result<Arc<Line>> {
        let id = registry::line_of_device(device)?;
        let lines = self.engine().lines()?;
        let line = lines.into_iter().find(|line| line.id() == id);
        line.ok_or(Fault(LINEERR_NODEVICE))
    }

    /// What addresses are translated by.
    pub(super) fn translation(&self) -> Arc<Book> {
        self.system.translation().clone()
    }

    /// A line was opened. Fails once the application is shut down.
    pub(super) fn add_line(&self, line: &Shared<OpenLine>) -> Result<()> {
        let mut state = lock(&self.state);
        if state.closed {
            return Err(Fault::APP);
        }
        state.lines.try_reserve(1)?;
        state.lines.push(line.clone());
        Ok(())
    }

    pub(super) fn forget_line(&self, line: &OpenLine) {
        let mut state = lock(&self.state);
        let index = state
            .lines
            .iter()
            .position(|other| other.handle == line.handle);
        let gone = index.map(|index| state.lines.swap_remove(index));
        drop(state);
        drop(gone);
    }

    /// Forgets a line that is open on a device, and returns it.
    pub(super) fn take_line_of(&self, device: u32) -> Option<Shared<OpenLine>> {
        let mut state = lock(&self.state);
        let index = (state.lines.iter()).position(|line| line.device == device)?;
        Some(state.lines.swap_remove(index))
    }

    /// Ends it: lines close, calls that it alone owns are hung up, no message comes any more.
    fn close(&self) {
        let (lines, calls_back) = {
            let mut state = lock(&self.state);
            state.closed = true;
            (std::mem::take(&mut state.lines), state.calls_back.take())
        };
        self.queue.close();
        for line in lines {
            if line.close() {
                opens::tell_others(&line, LINEDEVSTATE_CLOSE);
            }
        }
        (self.requests).forget(|pending| pending.line.app.handle == self.handle);
        self.client.close();
        self.system.close();
        if let Some(calls_back) = calls_back {
            calls_back.end();
        }
    }

    fn take(app: &Shared<App>, milliseconds: u32) -> Taken {
        let wait = match milliseconds {
            u32::MAX => None,
            some => Some(Duration::from_millis(some.into())),
        };
        let mut taken = app.queue.take(wait);
        if let Taken::Message(message) = &mut taken {
            message.settle(app);
        }
        taken
    }

    fn callback(&self) -> Result<Callback> {
        self.callback.ok_or(Fault::APP)
    }
}

impl CallsBack {
    /// Waits until the last callback has returned, unless that waits for the caller, or is the caller.
    fn end(self) {
        let Some(_waiting) = waits::begin(self.waiter) else {
            return;
        };
        if self.thread.join().is_err() {
            tracing::error!("the thread that calls an application back panicked");
        }
    }
}

impl Drop for App {
    fn drop(&mut self) {
        self.queue.close();
        self.client.close();
    }
}

impl Message {
    /// It is taken: what it tells is so from now on.
    fn settle(&mut self, app: &Shared<App>) {
        match &mut self.effect {
            Effect::Give(call) => call.give(),
            Effect::Idle(call) => call.settle_idle(),
            Effect::Late(late) => {
                late.filling = Some(Filling::counted(app));
                return;
            }
            Effect::Nothing => return,
        }
        self.effect = Effect::Nothing;
    }

    /// What is to be written into the program's memory now, before this is dropped.
    pub fn late(&mut self) -> Option<super::queue::Late> {
        match std::mem::take(&mut self.effect) {
            Effect::Late(late) => Some(late),
            _ => None,
        }
    }
}

/// lineShutdown.
pub fn shutdown(app: u32) -> Result<()> {
    let app = registry::app(app)?;
    if !registry::remove(app.handle) {
        return Err(Fault::APP);
    }
    app.close();
    registry::end_app();
    Ok(())
}

/// lineGetMessage: `None` if no message comes in time.
pub fn get_message(app: u32, pointer: Result<()>, milliseconds: u32) -> Result<Option<Message>> {
    let app = registry::app(app)?;
    if app.callback.is_some() {
        return Err(Fault::APP);
    }
    pointer?;
    match App::take(&app, milliseconds) {
        Taken::Message(message) => Ok(Some(message)),
        Taken::Nothing => Ok(None),
        Taken::Closed => Err(Fault::APP),
    }
}

/// One message for the callback of an application: `None` if no message comes in time.
pub fn next_for_callback(app: u32, milliseconds: u32) -> Result<Option<(Callback, Message)>> {
    let app = registry::app(app)?;
    let callback = app.callback()?;
    match App::take(&app, milliseconds) {
        Taken::Message(message) => Ok(Some((callback, message))),
        Taken::Nothing => Ok(None),
        Taken::Closed => Err(Fault::APP),
    }
}

/// Starts the thread that calls back from now on: it does `pump` until that fails.
pub fn use_thread(app: u32, pump: impl FnMut() -> bool + Send + 'static) -> Result<()> {
    let app = registry::app(app)?;
    app.callback()?;
    let mut state = lock(&app.state);
    if state.closed {
        return Err(Fault::APP);
    }
    if state.calls_back.is_some() {
        return Ok(());
    }
    let mut pump = pump;
    let waiter = Waiter::new()?;
    let started = thread::start("tapi3-callbacks", move || {
        waiter.enter();
        while pump() {}
        waiter.forget();
    });
    match started {
        Ok(thread) => {
            state.calls_back = Some(CallsBack { thread, waiter });
            Ok(())
        }
        Err(error) => {
            waiter.forget();
            tracing::warn!(
                "the thread for callbacks did not start: {}",
                words::of(&error)
            );
            Err(Fault::MEMORY)
        }
    }
}

/// The name of an application, as people know it.
pub(super) fn name_of(app: &App) -> Result<String> {
    Ok(text::copy(&app.name)?)
}
