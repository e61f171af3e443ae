//! The EWS lines: calls that an Exchange server with unified messaging (2010 to 2016), or `tapi3
//! serve`, places for us. PlayOnPhone places a call, GetPhoneCallInformation tells how it is, and
//! DisconnectPhoneCall ends it. The server cannot tell us anything by itself, so it is asked: often
//! while a call is being set up, less often afterwards.
//!
//! - `settings`, `tls`: what is configured.
//! - `http`, `service`: one request and what came of it.
//! - `leg`, `control`, `meaning`: one call.
//!
//! All lines that are opened together share one thread, on which each call is a task of its own. An
//! application's thread never waits for it. A request to hang up never waits for another request; it
//! goes out at once and again until it is answered, refused or too late.
//!
//! # Why hyper
//!
//! The endpoint brings hyper, tokio and rustls along already, so a second HTTP client (ureq,
//! reqwest) would be a second stack. What a client adds to hyper's connections here is small and
//! must be our own decision anyway: PlayOnPhone dials, so it may never be repeated on a guess,
//! while the other two may.

mod control;
mod http;
mod leg;
mod meaning;
mod service;
mod settings;
mod tls;

pub use settings::Settings;

use super::guard::Guard;
use super::switchboard::{self, Departure, Desk, Ending, Next, Worker};
use crate::engine::{
    Call, DropReason, Engine, Error, ErrorKind, Features, LineInfo, Provider, Reply, Result,
};
use crate::shared::Shared;
use control::{Control, Switchboard};
use service::Service;
use settings::Config;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tapi3_common::media::AUDIO;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The protocol of the lines, in the place of the TAPIPROTOCOL_* constants.
pub const PROTOCOL: &str = "{5B8E0F0A-6D53-4C0B-9E0E-0C2F7D1B3A47}";

/// LINEADDRESSTYPE_PHONENUMBER and _DOMAINNAME (a SIP URI).
const ADDRESS_TYPES: u32 = 0x1 | 0x8;

/// How long a call that is being placed when the lines are closed is waited for, at most.
const LONGEST_ANSWER: Duration = Duration::from_secs(15);

const NOT_READY: Error = Error::new(ErrorKind::OutOfService, "The EWS lines were closed.");

/// Opens EWS lines, each with its name and settings, and adds them to the engine. The server is
/// first spoken to when a call is placed.
///
/// # Errors
/// If a setting is wrong or the machine has no thread or descriptor left; then no line was added.
pub fn open(engine: &Arc<Engine>, lines: Vec<(String, Settings)>) -> Result<Departure> {
    open_guarded(engine, lines, None)
}

/// As [`open`]; once `guard` is over, no call is begun on the lines any more.
pub(crate) fn open_guarded(
    engine: &Arc<Engine>,
    lines: Vec<(String, Settings)>,
    guard: Option<&Guard>,
) -> Result<Departure> {
    let mut read = Vec::new();
    for (name, settings) in &lines {
        read.push((name.clone(), Config::read(name, settings)?));
    }
    let runtime = switchboard::runtime("tapi3-ews-lookup")?;
    let switchboard: Arc<Switchboard> = switchboard::make()?;
    let desk = {
        let _within = runtime.enter();
        Desk::new(switchboard.clone())
            .map_err(|error| switchboard::failed("The EWS lines cannot be opened", &error))?
    };
    let work = {
        let switchboard = switchboard.clone();
        let operation_timeout = engine.settings().operation_timeout;
        // A call that is being placed when the lines are closed has its name only after that.
        let answers = read.iter().map(|(_, (server, _))| server.timeout);
        let patience = answers.max().unwrap_or_default().min(LONGEST_ANSWER)
            + leg::LAST_WORDS
            + Duration::from_secs(1);
        move || {
            // Whatever happens here, no application waits for an answer that cannot come.
            let _closed = CloseAtEnd(switchboard.clone());
            runtime.block_on(serve(&desk, &switchboard, operation_timeout, patience));
            drop(desk);
            runtime.shutdown_background();
        }
    };
    let worker = Worker::start("tapi3-ews", work)
        .map_err(|error| switchboard::failed("The EWS thread cannot be started", &error))?;
    let departure = Departure::new(&switchboard, &worker);
    let provider = Arc::new(EwsProvider {
        switchboard,
        lines: OnceLock::new(),
        worker,
    });
    let mut known = HashMap::new();
    for (name, (server, config)) in read {
        let line = engine.add_line(info(name, &config), provider.clone());
        let station = Station {
            service: Service::new(server, config, guard.cloned()),
            live: AtomicU32::new(0),
        };
        known.insert(line.id(), Arc::new(station));
    }
    // Set once, here; nobody else has the provider's insides.
    let _ = provider.lines.set(known);
    Ok(departure)
}

struct CloseAtEnd(Arc<Switchboard>);

impl Drop for CloseAtEnd {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Runs the calls until the lines are closed, and until those are over that are not yet, which takes
/// as long as `patience` at most.
async fn serve(
    desk: &Desk<Control>,
    switchboard: &Switchboard,
    operation_timeout: Duration,
    patience: Duration,
) {
    let tasks = TaskTracker::new();
    let closing = CancellationToken::new();
    let mut ending = loop {
        match desk.next(Ending::None).await {
            Next::New(new) => tasks.spawn(leg::run(new, operation_timeout, closing.clone())),
            Next::End(ending) => break ending,
        };
    };
    switchboard.close();
    closing.cancel();
    tasks.close();
    // A process that ends has its own patience, which is shorter.
    let until = Instant::now() + patience;
    loop {
        tokio::select! {
            () = tasks.wait() => return,
            () = tokio::time::sleep_until(until) => break,
            sooner = desk.end(ending) => ending = sooner,
        }
    }
    tracing::warn!("EWS calls were left without an answer");
}

fn info(name: String, config: &Config) -> LineInfo {
    LineInfo {
        name,
        address: config.address.clone(),
        provider: "EWS".to_owned(),
        protocol: PROTOCOL.to_owned(),
        media: AUDIO,
        address_types: ADDRESS_TYPES,
        features: Features::default(),
        max_active: config.max_calls,
        max_held: 0,
        max_conference: 0,
    }
}

/// A line, as this room knows it.
struct Station {
    service: Service,
    live: AtomicU32,
}

/// A call's place on its line, until this is dropped.
struct Place(Arc<Station>);

impl Place {
    fn take(station: &Arc<Station>) -> Result<Self> {
        let limit = station.service.config.max_calls;
        let below = |live: u32| (live < limit).then_some(live + 1);
        match station
            .live
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, below)
        {
            Ok(_) => Ok(Place(station.clone())),
            Err(_) => Err(Error::new(
                ErrorKind::CallUnavailable,
                "The line carries as many calls as it can (max_calls).",
            )),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.live.fetch_sub(1, Ordering::Relaxed);
    }
}

struct EwsProvider {
    switchboard: Arc<Switchboard>,
    /// By the engine's number of each line.
    lines: OnceLock<HashMap<u32, Arc<Station>>>,
    worker: Worker,
}

impl EwsProvider {
    fn control(&self, call: &Call) -> Result<Shared<Control>> {
        let id = call.line().id();
        let station = self.lines.get().and_then(|lines| lines.get(&id));
        Ok(Shared::try_new(Control::new(station.ok_or(NOT_READY)?)?)?)
    }
}

impl Provider for EwsProvider {
    fn make(&self, call: &Call, reply: Reply) {
        switchboard::place(&self.switchboard, call, self.control(call), reply);
    }

    fn answer(&self, _call: &Call, reply: Reply) {
        // The server offers us no calls.
        reply.not_supported();
    }

    fn drop_call(&self, call: &Call, _reason: DropReason, reply: Reply) {
        // A call whose task has ended is over.
        let (wish, late) = (Control::hang_up, Control::want_over);
        switchboard::hang_up(&self.switchboard, call, reply, wish, late);
    }

    fn close(&self) {
        self.switchboard.end(Ending::Closing);
        self.worker.join();
    }
}

impl Drop for EwsProvider {
    fn drop(&mut self) {
        self.close();
    }
}
