//! A line whose provider answers when a test says so, and a program that has it open.

use crate::engine::{
    Call, DropReason, Features, Line, LineInfo, Provider, Reply, Result as EngineResult, SendDigits,
};
use crate::tapi2::abi::*;
use crate::tapi2::app::{self, Mechanism, NEWEST};
use crate::tapi2::event::Event;
use crate::tapi2::line::{self, Opening};
use crate::tapi2::text::Form;
use crate::tapi2::{Fill, placing, registry};
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tapi3_common::sync::lock;

/// How long a message may take, in milliseconds: nobody waits so long unless something is broken.
const PATIENCE: u32 = 30_000;

/// What a provider is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Make,
    Drop,
    Hold,
    Unhold,
    Transfer,
    Leave,
}

/// A provider that grants all it is asked for, but for what it keeps.
#[derive(Default)]
pub struct Scripted {
    keeps: Mutex<Vec<Asked>>,
    kept: Mutex<Vec<Reply>>,
    first: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    panics: AtomicBool,
}

impl Scripted {
    /// What it is asked for from now on it does not answer.
    pub fn keep(&self, what: Asked) {
        lock(&self.keeps).push(what);
    }

    /// Does this first when it places the next call.
    pub fn when_making(&self, first: impl FnOnce() + Send + 'static) {
        *lock(&self.first) = Some(Box::new(first));
    }

    /// It panics over the next call that it is to end.
    pub fn panic_when_dropping(&self) {
        self.panics.store(true, Ordering::Relaxed);
    }

    /// What it kept; it grants everything again.
    pub fn kept(&self) -> Vec<Reply> {
        lock(&self.keeps).clear();
        std::mem::take(&mut *lock(&self.kept))
    }

    fn answer(&self, what: Asked, reply: Reply) -> bool {
        let kept = lock(&self.keeps).contains(&what);
        match kept {
            true => lock(&self.kept).push(reply),
            false => reply.ok(),
        }
        !kept
    }
}

impl Provider for Scripted {
    fn make(&self, call: &Call, reply: Reply) {
        let first = lock(&self.first).take();
        if let Some(first) = first {
            first();
        }
        call.progressing();
        if self.answer(Asked::Make, reply) {
            call.connected();
        }
    }

    fn answer(&self, _call: &Call, reply: Reply) {
        reply.ok();
    }

    fn drop_call(&self, _call: &Call, _reason: DropReason, reply: Reply) {
        if self.panics.swap(false, Ordering::Relaxed) {
            panic!("as if it were broken");
        }
        self.answer(Asked::Drop, reply);
    }

    fn hold(&self, _call: &Call, reply: Reply) {
        self.answer(Asked::Hold, reply);
    }

    fn unhold(&self, _call: &Call, reply: Reply) {
        self.answer(Asked::Unhold, reply);
    }

    fn blind_transfer(&self, _call: &Call, _destination: &str, reply: Reply) {
        self.answer(Asked::Leave, reply);
    }

    fn complete_transfer(&self, _original: &Call, _consult: &Call, reply: Reply) {
        self.answer(Asked::Transfer, reply);
    }

    fn join(&self, _original: &Call, _consult: &Call, reply: Reply) {
        reply.ok();
    }

    fn leave(&self, _call: &Call, reply: Reply) {
        self.answer(Asked::Leave, reply);
    }

    fn park(&self, _call: &Call, _address: Option<&str>, reply: Reply) {
        self.answer(Asked::Leave, reply);
    }

    fn prepare_sound(&self, _call: &Call) -> EngineResult<()> {
        Ok(())
    }

    fn send_digits(&self, _call: &Call, _digits: SendDigits) -> EngineResult<()> {
        Ok(())
    }

    fn close(&self) {
        drop(self.kept());
    }
}

/// A message that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub device: u32,
    pub id: u32,
    pub first: u32,
    pub second: u32,
}

/// A program that has a line of a scripted provider open as an owner.
pub struct Program {
    pub app: u32,
    pub provider: Arc<Scripted>,
    pub device: Arc<Line>,
    pub line: u32,
    seen: Vec<Seen>,
}

impl Program {
    pub fn new() -> Self {
        Self::on_line_with(|_| ())
    }

    /// As [`Program::new`], on a line that offers something else.
    pub fn on_line_with(change: impl FnOnce(&mut Features)) -> Self {
        let mechanism = Mechanism::Event(Event::descriptor().unwrap());
        let app = app::initialize(mechanism, None).unwrap().handle;
        let provider = Arc::new(Scripted::default());
        let mut features = Features {
            hold: true,
            swap: true,
            blind_transfer: true,
            transfer: true,
            conference: true,
            park_direct: true,
            ..Features::default()
        };
        change(&mut features);
        let info = LineInfo {
            name: "Scripted".to_owned(),
            address: "1".to_owned(),
            provider: "test".to_owned(),
            protocol: String::new(),
            media: 8,
            address_types: 1,
            features,
            max_active: 9,
            max_held: 9,
            max_conference: 9,
        };
        let engine = registry::app(app).unwrap().engine().clone();
        let device = engine.add_line(info, provider.clone());
        let line = open(app, &device).unwrap();
        Program {
            app,
            provider,
            device,
            line,
            seen: Vec::new(),
        }
    }

    /// Waits for a message; those that came before are looked through as well.
    pub fn wait_for(&mut self, fits: impl Fn(&Seen) -> bool) -> Seen {
        if let Some(seen) = self.seen.iter().find(|seen| fits(seen)) {
            return *seen;
        }
        loop {
            let message = app::get_message(self.app, Ok(()), PATIENCE).unwrap();
            let message = message.unwrap_or_else(|| panic!("nothing more than {:?}", self.seen));
            let [first, second, _] = message.parameters.map(|number| number as u32);
            let seen = Seen {
                device: message.device,
                id: message.id,
                first,
                second,
            };
            self.seen.push(seen);
            if fits(&seen) {
                return seen;
            }
        }
    }

    /// Waits for the reply to a request. Returns its outcome.
    pub fn reply(&mut self, id: u32) -> i32 {
        let reply = self.wait_for(|seen| seen.id == LINE_REPLY && seen.first == id);
        reply.second as i32
    }

    /// Waits for a state of a call.
    pub fn state(&mut self, call: u32, state: u32) -> Seen {
        let of = |seen: &Seen| seen.id == LINE_CALLSTATE && seen.device == call;
        self.wait_for(|seen| of(seen) && seen.first == state)
    }

    /// The states of a call that were told so far.
    pub fn states(&self, call: u32) -> Vec<u32> {
        let of = |seen: &&Seen| seen.id == LINE_CALLSTATE && seen.device == call;
        self.seen.iter().filter(of).map(|seen| seen.first).collect()
    }

    /// Whether the reply to a request has come so far.
    pub fn has_reply(&self, id: u32) -> bool {
        self.has(|seen| seen.id == LINE_REPLY && seen.first == id)
    }

    /// Whether such a message has come so far.
    pub fn has(&self, fits: impl Fn(&Seen) -> bool) -> bool {
        self.seen.iter().any(fits)
    }

    /// How many messages came so far of a call.
    pub fn count(&self, call: u32) -> usize {
        self.seen.iter().filter(|seen| seen.device == call).count()
    }

    /// Forgets what came.
    pub fn forget(&mut self) {
        self.seen.clear();
    }

    /// All that the line had to say before this has come when this returns.
    pub fn flush(&mut self) {
        let call = self.connected();
        crate::tapi2::ending::deallocate(call).unwrap();
    }

    /// Opens the line anew, by this version.
    pub fn open_as(&mut self, version: u32) {
        let device = registry::device_of_line(self.device.id()).unwrap();
        let opening = Opening {
            version,
            ..opening(device)
        };
        self.line = line::open(self.app, Ok(()), &opening, Ok(None), Form::Bytes).unwrap();
    }

    /// A call that is connected.
    pub fn connected(&mut self) -> u32 {
        let (id, call) = self.make("1");
        assert_eq!(self.reply(id), 0);
        self.state(call, LINECALLSTATE_CONNECTED);
        call
    }

    /// lineMakeCall.
    pub fn make(&self, destination: &str) -> (u32, u32) {
        let destination = Ok(Some(destination.to_owned()));
        let (id, [call]) =
            begun(|fill| placing::make(self.line, fill, destination, Ok(None), Form::Bytes));
        (id, call)
    }

    /// lineDial.
    pub fn dial(&mut self, call: u32) {
        let id = placing::dial(call, Ok(Some("2".to_owned()))).unwrap();
        assert_eq!(self.reply(id), 0);
        self.state(call, LINECALLSTATE_CONNECTED);
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let engine = self.device.engine().clone();
        // It may have been shut down.
        let _ = app::shutdown(self.app);
        engine.remove_line(&self.device);
    }
}

/// The id of a request, and the handles that came before the provider was asked.
pub fn begun<const N: usize>(
    ask: impl FnOnce(crate::tapi2::Result<Fill<'_, N>>) -> crate::tapi2::Result<u32>,
) -> (u32, [u32; N]) {
    let filled = Cell::new([0; N]);
    let id = ask(Ok(&|handles| filled.set(handles))).unwrap();
    (id, filled.get())
}

/// lineOpen.
pub fn open(app: u32, device: &Line) -> crate::tapi2::Result<u32> {
    let opening = opening(registry::device_of_line(device.id()).unwrap());
    line::open(app, Ok(()), &opening, Ok(None), Form::Bytes)
}

/// As an owner of calls by voice.
pub fn opening(device: u32) -> Opening {
    Opening {
        device,
        version: NEWEST,
        ext_version: 0,
        instance: 0,
        privileges: LINECALLPRIVILEGE_OWNER,
        media: LINEMEDIAMODE_INTERACTIVEVOICE,
    }
}
