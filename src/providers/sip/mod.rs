//! The SIP lines: a user agent (RFC 3261) over UDP.
//!
//! - `address`, `digest`, `sdp`, `causes`, `settings`: what texts mean.
//! - `wire`, `stack`, `routes`: messages and transactions, on top of rsipstack.
//! - `dialog`, `leg`, `outgoing`, `incoming`, `established`, `media`: calls.
//! - `registration`: the registrar knows where we are.
//! - `control`, `runtime`: between the application's threads and the one that does all this.
//!
//! A call is a task of its own on the runtime's thread. An application's thread never waits for it:
//! it leaves a request, or raises a flag, and goes.

mod address;
mod causes;
mod control;
mod dialog;
mod digest;
mod established;
mod incoming;
mod leg;
mod media;
mod outgoing;
mod registration;
mod routes;
mod runtime;
mod sdp;
mod settings;
mod stack;
mod wire;

pub use settings::{Settings, Transport};

use crate::engine::{
    Call, DropReason, Engine, Error, ErrorKind, Features, LineInfo, Provider, Reply, Result, State,
};
use crate::settings::Wrong;
use crate::shared::Shared;
use control::{Admitted, Appearances, Control, NewCall, Switchboard};
use runtime::{NewStation, Runtime};
use settings::Config;
use std::net::{SocketAddr, UdpSocket};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::JoinHandle;
use tapi3_common::media::AUDIO;
use tokio_util::sync::CancellationToken;

/// The protocol of the lines, in the place of the TAPIPROTOCOL_* constants; those have none for SIP.
pub const PROTOCOL: &str = "{3D2A8F64-51C7-4E0B-9E2B-7A1C5B0D6E91}";

/// LINEADDRESSTYPE_PHONENUMBER, _EMAILNAME (user@host), _DOMAINNAME and _IPADDRESS.
const ADDRESS_TYPES: u32 = 0x1 | 0x4 | 0x8 | 0x10;

/// The methods that we take.
const ALLOWED: &str = "INVITE, ACK, CANCEL, BYE, OPTIONS";

const NOT_OFFERING: Error = Error::new(
    ErrorKind::NotOffering,
    "The call does not wait for an answer.",
);
const NOT_READY: Error = Error::new(ErrorKind::OutOfService, "The SIP lines were closed.");

/// Opens SIP lines, each with its name and settings, and adds them to the engine.
///
/// Lines that register are in service at once; one whose registration fails goes out of service
/// until it succeeds. Fails if a setting is wrong, a listening address cannot be bound or the
/// machine has no thread left; then no line was added.
pub fn open(engine: &Arc<Engine>, lines: Vec<(String, Settings)>) -> Result<Arc<dyn Provider>> {
    let mut sockets: Vec<(SocketAddr, UdpSocket)> = Vec::new();
    let mut read: Vec<(String, Config, usize)> = Vec::new();
    for (name, settings) in lines {
        let config = Config::read(&name, &settings)?;
        let listen = settings.listen;
        let shared = sockets
            .iter()
            .position(|(address, _)| *address == listen && listen.port() != 0);
        let socket = match shared {
            Some(index) => index,
            None => {
                let socket = UdpSocket::bind(listen).map_err(|error| {
                    let wrong = Wrong::new("listen", format!("{listen} cannot be used: {error}"));
                    let text = settings.place.tell(&format!("Line \"{name}\""), &wrong);
                    Error::with_text(ErrorKind::InvalidArgument, text)
                })?;
                sockets.push((listen, socket));
                sockets.len() - 1
            }
        };
        read.push((name, config, socket));
    }
    let failed = |what: &str, error: std::io::Error| {
        Error::with_text(ErrorKind::OperationFailed, format!("{what}: {error}."))
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .thread_name("tapi3-sip-lookup")
        .build()
        .map_err(|error| failed("The SIP runtime cannot be made", error))?;
    let switchboard: Arc<Switchboard> = Arc::default();
    let closing = CancellationToken::new();
    let provider = Arc::new(SipProvider {
        switchboard: switchboard.clone(),
        lines: OnceLock::new(),
        closing: closing.clone(),
        thread: Mutex::new(None),
    });
    // The thread comes first, so that a failure leaves no lines behind.
    let (sender, receiver) = std::sync::mpsc::sync_channel::<Runtime>(1);
    let thread = std::thread::Builder::new()
        .name("tapi3-sip".to_owned())
        .spawn(move || {
            if let Ok(runtime) = receiver.recv() {
                runtime.run();
            }
        })
        .map_err(|error| failed("The SIP thread cannot be started", error))?;
    let mut stations = Vec::new();
    for (name, config, socket) in read {
        let appearances = Arc::new(Appearances::new(config.max_calls));
        let line = engine.add_line(info(name, &config), provider.clone());
        stations.push(NewStation {
            config,
            line,
            appearances,
            socket,
        });
    }
    let known = stations
        .iter()
        .map(|s| (s.line.id(), s.appearances.clone()));
    // Set once, here; nobody else has the provider's insides.
    let _ = provider.lines.set(known.collect());
    *provider.thread() = Some(thread);
    let runtime = Runtime {
        runtime,
        sockets: sockets.into_iter().map(|(_, socket)| socket).collect(),
        stations,
        switchboard,
        closing,
    };
    // The thread waits for exactly this.
    if sender.send(runtime).is_err() {
        tracing::error!("the SIP thread has ended before it began");
    }
    Ok(provider)
}

fn info(name: String, config: &Config) -> LineInfo {
    LineInfo {
        name,
        address: config.uri.to_string(),
        provider: "SIP".to_owned(),
        protocol: PROTOCOL.to_owned(),
        media: AUDIO,
        address_types: ADDRESS_TYPES,
        features: Features::default(),
        max_active: config.max_calls,
        max_held: 0,
        max_conference: 0,
    }
}

struct SipProvider {
    switchboard: Arc<Switchboard>,
    /// The engine's number of each line, and how many calls it has.
    lines: OnceLock<Vec<(u32, Arc<Appearances>)>>,
    closing: CancellationToken,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl SipProvider {
    fn thread(&self) -> std::sync::MutexGuard<'_, Option<JoinHandle<()>>> {
        self.thread.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn admit(&self, call: &Call) -> Result<(Shared<Control>, Admitted)> {
        let lines = self.lines.get().map(Vec::as_slice).unwrap_or_default();
        let id = call.line().id();
        let found = lines.iter().find(|(line, _)| *line == id);
        let (_, appearances) = found.ok_or(NOT_READY)?;
        let control = Control::new(appearances)?;
        let admitted = self.switchboard.admit(&control)?;
        call.set_tag(admitted.tag());
        Ok((control, admitted))
    }
}

impl Provider for SipProvider {
    fn make(&self, call: &Call, reply: Reply) {
        let (control, admitted) = match self.admit(call) {
            Ok(admitted) => admitted,
            Err(error) => return reply.fail(error),
        };
        // A hang-up that came before the call was admitted found nothing to tell; it shows here.
        if call.state() == State::Disconnected {
            return;
        }
        self.switchboard.hand_over(NewCall {
            call: call.clone(),
            control,
            reply,
            admitted,
        });
    }

    fn answer(&self, call: &Call, reply: Reply) {
        match self.switchboard.find(call.tag()) {
            Some(control) => control.answer(reply),
            None => reply.fail(NOT_OFFERING),
        }
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        if let Some(control) = self.switchboard.find(call.tag()) {
            control.hang_up(reason);
            return reply.ok();
        }
        reply.ok();
        // The call may have been admitted on another thread meanwhile.
        if let Some(control) = self.switchboard.find(call.tag()) {
            control.hang_up(reason);
        }
    }

    fn close(&self) {
        self.closing.cancel();
        let thread = self.thread().take();
        let own = std::thread::current().id();
        if let Some(thread) = thread.filter(|thread| thread.thread().id() != own) {
            if thread.join().is_err() {
                tracing::error!("the SIP thread panicked");
            }
        }
        control::close(&self.switchboard);
    }
}

impl Drop for SipProvider {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}
