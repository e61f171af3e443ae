//! The EWS lines: calls that an Exchange server with unified messaging (2010 to 2016), or `tapi3
//! serve`, places for us. PlayOnPhone places a call, GetPhoneCallInformation tells how it is, and
//! DisconnectPhoneCall ends it. The server cannot tell us anything by itself, so it is asked: often
//! while a call is being set up, less often afterwards.
//!
//! - `settings`, `tls`: what is configured.
//! - `http`, `exchange`: one request and what came of it.
//! - `leg`, `control`, `meaning`: one call.
//!
//! All lines that are opened together share one thread. A request to hang up never waits for
//! another request; it goes out at once and again until it is answered, refused or too late.
//!
//! # Why hyper
//!
//! The endpoint brings hyper, tokio and rustls along already, so a second HTTP client (ureq,
//! reqwest) would be a second stack. What a client adds to hyper's connections here is small and
//! must be our own decision anyway: PlayOnPhone dials, so it may never be repeated on a guess,
//! while the other two may.

mod control;
mod exchange;
mod http;
mod leg;
mod meaning;
mod settings;
mod tls;

pub use settings::Settings;

use crate::engine::{
    Call, DropReason, Engine, Error, ErrorKind, Features, LineInfo, Provider, Reply, Result,
};
use control::Controls;
use exchange::Exchange;
use leg::Leg;
use settings::Config;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// The protocol of the lines, in the place of the TAPIPROTOCOL_* constants.
pub const PROTOCOL: &str = "{5B8E0F0A-6D53-4C0B-9E0E-0C2F7D1B3A47}";

/// TAPIMEDIATYPE_AUDIO.
const AUDIO: u32 = 0x8;

/// LINEADDRESSTYPE_PHONENUMBER and _DOMAINNAME (a SIP URI).
const ADDRESS_TYPES: u32 = 0x1 | 0x8;

const NOT_READY: Error = Error::new(ErrorKind::OutOfService, "The EWS lines were closed.");

/// Opens EWS lines, each with its name and settings, and adds them to the engine. The server is
/// first spoken to when a call is placed.
///
/// # Errors
/// If a setting is wrong or the machine has no thread left; then no line was added.
pub fn open(engine: &Arc<Engine>, lines: Vec<(String, Settings)>) -> Result<Arc<dyn Provider>> {
    let mut read = Vec::new();
    for (name, settings) in &lines {
        read.push((name.clone(), Config::read(name, settings)?));
    }
    let failed = |what: &str, error: &dyn std::fmt::Display| {
        Error::with_text(ErrorKind::OperationFailed, format!("{what}: {error}."))
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .thread_name("tapi3-ews-lookup")
        .build()
        .map_err(|error| failed("The EWS runtime cannot be made", &error))?;
    let closing = CancellationToken::new();
    let tasks = TaskTracker::new();
    let handle = runtime.handle().clone();
    let thread = std::thread::Builder::new()
        .name("tapi3-ews".to_owned())
        .spawn({
            let (closing, tasks) = (closing.clone(), tasks.clone());
            move || {
                runtime.block_on(async {
                    closing.cancelled().await;
                    let limit = leg::LAST_WORDS + Duration::from_secs(1);
                    if tokio::time::timeout(limit, tasks.wait()).await.is_err() {
                        tracing::warn!("EWS calls were left without an answer");
                    }
                });
                runtime.shutdown_background();
            }
        })
        .map_err(|error| failed("The EWS thread cannot be started", &error))?;
    let provider = Arc::new(EwsProvider {
        controls: Arc::default(),
        lines: OnceLock::new(),
        handle,
        tasks,
        closing,
        thread: Mutex::new(Some(thread)),
        operation_timeout: engine.settings().operation_timeout,
    });
    let mut known = HashMap::new();
    for (name, (server, config)) in read {
        let line = engine.add_line(info(name, &config), provider.clone());
        let station = Station {
            exchange: Arc::new(Exchange::new(server, config)),
            live: AtomicU32::new(0),
        };
        known.insert(line.id(), Arc::new(station));
    }
    // Set once, here; nobody else has the provider's insides.
    let _ = provider.lines.set(known);
    Ok(provider)
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
    exchange: Arc<Exchange>,
    live: AtomicU32,
}

impl Station {
    fn admit(&self) -> Result<()> {
        let limit = self.exchange.config.max_calls;
        let below = |live: u32| (live < limit).then_some(live + 1);
        match self
            .live
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, below)
        {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::new(
                ErrorKind::CallUnavailable,
                "The line carries as many calls as it can (max_calls).",
            )),
        }
    }
}

struct EwsProvider {
    controls: Arc<Controls>,
    /// By the engine's number of each line.
    lines: OnceLock<HashMap<u32, Arc<Station>>>,
    handle: Handle,
    tasks: TaskTracker,
    closing: CancellationToken,
    thread: Mutex<Option<JoinHandle<()>>>,
    operation_timeout: Duration,
}

impl EwsProvider {
    fn station(&self, call: &Call) -> Result<Arc<Station>> {
        if self.closing.is_cancelled() {
            return Err(NOT_READY);
        }
        let station = self
            .lines
            .get()
            .and_then(|lines| lines.get(&call.line().id()));
        station.cloned().ok_or(NOT_READY)
    }
}

impl Provider for EwsProvider {
    fn make(&self, call: &Call, reply: Reply) {
        let station = match self.station(call).and_then(|station| {
            station.admit()?;
            Ok(station)
        }) {
            Ok(station) => station,
            Err(error) => return reply.fail(error),
        };
        let (number, control) = self.controls.add();
        call.set_tag(number);
        let leg = Leg {
            call: call.clone(),
            control,
            exchange: station.exchange.clone(),
            closing: self.closing.clone(),
            operation_timeout: self.operation_timeout,
        };
        let controls = self.controls.clone();
        let run = async move {
            leg.run(reply).await;
            controls.remove(number);
            station.live.fetch_sub(1, Ordering::Relaxed);
        };
        self.tasks.spawn_on(run, &self.handle);
    }

    fn answer(&self, _call: &Call, reply: Reply) {
        // The server offers us no calls.
        reply.not_supported();
    }

    fn drop_call(&self, call: &Call, _reason: DropReason, reply: Reply) {
        match self.controls.find(call.tag()) {
            Some(control) => control.hang_up(reply),
            // Its task has ended, so the call has.
            None => reply.ok(),
        }
    }

    fn close(&self) {
        self.tasks.close();
        self.closing.cancel();
        let thread = self.thread.lock();
        let thread = thread.unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            if thread.thread().id() != std::thread::current().id() && thread.join().is_err() {
                tracing::error!("the EWS thread panicked");
            }
        }
    }
}

impl Drop for EwsProvider {
    fn drop(&mut self) {
        self.close();
    }
}
