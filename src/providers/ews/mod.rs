//! The EWS lines: calls that an Exchange server with unified messaging (2010 to 2016), or `tapi3
//! serve`, places for us. PlayOnPhone places a call, GetPhoneCallInformation tells how it is, and
//! DisconnectPhoneCall ends it. The server cannot tell us anything by itself, so it is asked: often
//! while a call is being set up, less often afterwards.
//!
//! - `settings`, `tls`: what is configured.
//! - `http`, `exchange`: one request and what came of it.
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
use crate::shared::Shared;
use control::{Admitted, Control, NewCall, Switchboard};
use exchange::Exchange;
use settings::Config;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tapi3_common::media::AUDIO;
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
    let switchboard: Arc<Switchboard> = Arc::default();
    let closing = CancellationToken::new();
    let thread = std::thread::Builder::new()
        .name("tapi3-ews".to_owned())
        .spawn({
            let (switchboard, closing) = (switchboard.clone(), closing.clone());
            let operation_timeout = engine.settings().operation_timeout;
            // A call that is being placed when the lines are closed has its name only after that.
            let answers = read.iter().map(|(_, (server, _))| server.timeout);
            let wind_up = answers.max().unwrap_or_default().min(LONGEST_ANSWER) + leg::LAST_WORDS;
            move || {
                // Whatever happens here, no application waits for an answer that cannot come.
                let _closed = CloseAtEnd(switchboard.clone());
                runtime.block_on(async {
                    let tasks = serve(&switchboard, operation_timeout, closing).await;
                    let limit = wind_up + Duration::from_secs(1);
                    if tokio::time::timeout(limit, tasks.wait()).await.is_err() {
                        tracing::warn!("EWS calls were left without an answer");
                    }
                });
                runtime.shutdown_background();
            }
        })
        .map_err(|error| failed("The EWS thread cannot be started", &error))?;
    let provider = Arc::new(EwsProvider {
        switchboard,
        lines: OnceLock::new(),
        closing,
        thread: Mutex::new(Some(thread)),
    });
    let mut known = HashMap::new();
    for (name, (server, config)) in read {
        let line = engine.add_line(info(name, &config), provider.clone());
        let station = Station {
            exchange: Exchange::new(server, config),
            live: AtomicU32::new(0),
        };
        known.insert(line.id(), Arc::new(station));
    }
    // Set once, here; nobody else has the provider's insides.
    let _ = provider.lines.set(known);
    Ok(provider)
}

struct CloseAtEnd(Arc<Switchboard>);

impl Drop for CloseAtEnd {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Runs the calls until the lines are closed. Returns those that are not over yet.
async fn serve(
    switchboard: &Switchboard,
    operation_timeout: Duration,
    closing: CancellationToken,
) -> TaskTracker {
    let tasks = TaskTracker::new();
    loop {
        let new = tokio::select! {
            new = switchboard.next() => new,
            () = closing.cancelled() => break,
        };
        tasks.spawn(leg::run(new, operation_timeout, closing.clone()));
    }
    switchboard.close();
    tasks.close();
    tasks
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
    exchange: Exchange,
    live: AtomicU32,
}

/// A call's place on its line, until this is dropped.
struct Place(Arc<Station>);

impl Place {
    fn take(station: &Arc<Station>) -> Result<Self> {
        let limit = station.exchange.config.max_calls;
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
    closing: CancellationToken,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl EwsProvider {
    fn admit(&self, call: &Call) -> Result<(Shared<Control>, Admitted)> {
        let id = call.line().id();
        let station = self.lines.get().and_then(|lines| lines.get(&id));
        let control = Shared::try_new(Control::new(station.ok_or(NOT_READY)?)?)?;
        let admitted = self.switchboard.admit(&control)?;
        call.set_tag(admitted.tag());
        Ok((control, admitted))
    }
}

impl Provider for EwsProvider {
    fn make(&self, call: &Call, reply: Reply) {
        match self.admit(call) {
            Ok((control, admitted)) => self.switchboard.hand_over(NewCall {
                call: call.clone(),
                control,
                reply,
                admitted,
            }),
            Err(error) => reply.fail(error),
        }
    }

    fn answer(&self, _call: &Call, reply: Reply) {
        // The server offers us no calls.
        reply.not_supported();
    }

    fn drop_call(&self, call: &Call, _reason: DropReason, reply: Reply) {
        if let Some(control) = self.switchboard.find(call.tag()) {
            return control.hang_up(reply);
        }
        // Its task has ended, so the call has.
        reply.ok();
        // Or another thread has handed it over meanwhile.
        if let Some(control) = self.switchboard.find(call.tag()) {
            control.want_over();
        }
    }

    fn close(&self) {
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
