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

use super::switchboard::{self, Departure, Desk, Ending, Worker};
use crate::engine::{
    Call, DropReason, Engine, Error, ErrorKind, Features, LineInfo, Provider, Reply, Result,
};
use crate::settings::Wrong;
use crate::shared::Shared;
use control::{Appearances, Control, Switchboard};
use runtime::{NewStation, Runtime};
use settings::Config;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use tapi3_common::descriptors;
use tapi3_common::media::AUDIO;
use wire::Bound;

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
/// machine has no thread or descriptor left; then no line was added.
pub fn open(engine: &Arc<Engine>, lines: Vec<(String, Settings)>) -> Result<Departure> {
    let mut sockets: Vec<(SocketAddr, Bound)> = Vec::new();
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
                let socket = Bound::at(listen).map_err(|error| {
                    let error = descriptors::in_words(&error);
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
    let runtime = switchboard::runtime("tapi3-sip-lookup")?;
    let switchboard: Arc<Switchboard> = switchboard::make()?;
    let desk = {
        let _within = runtime.enter();
        Desk::new(switchboard.clone())
            .map_err(|error| switchboard::failed("The SIP lines cannot be opened", &error))?
    };
    // The thread comes first, so that a failure leaves no lines behind.
    let (sender, receiver) = std::sync::mpsc::sync_channel::<Runtime>(1);
    let worker = Worker::start("tapi3-sip", move || {
        if let Ok(runtime) = receiver.recv() {
            runtime.run();
        }
    })
    .map_err(|error| switchboard::failed("The SIP thread cannot be started", &error))?;
    let departure = Departure::new(&switchboard, &worker);
    let provider = Arc::new(SipProvider {
        switchboard: switchboard.clone(),
        lines: OnceLock::new(),
        worker,
    });
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
    let runtime = Runtime {
        runtime,
        desk,
        sockets: sockets.into_iter().map(|(_, socket)| socket).collect(),
        stations,
        switchboard,
    };
    // The thread waits for exactly this.
    if sender.send(runtime).is_err() {
        tracing::error!("the SIP thread has ended before it began");
    }
    Ok(departure)
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
    worker: Worker,
}

impl SipProvider {
    fn control(&self, call: &Call) -> Result<Shared<Control>> {
        let lines = self.lines.get().map(Vec::as_slice).unwrap_or_default();
        let id = call.line().id();
        let found = lines.iter().find(|(line, _)| *line == id);
        let (_, appearances) = found.ok_or(NOT_READY)?;
        Control::new(appearances)
    }
}

impl Provider for SipProvider {
    fn make(&self, call: &Call, reply: Reply) {
        switchboard::place(&self.switchboard, call, self.control(call), reply);
    }

    fn answer(&self, call: &Call, reply: Reply) {
        let asked = switchboard::answer(&self.switchboard, call, reply, Control::answer);
        if let Err(reply) = asked {
            reply.fail(NOT_OFFERING);
        }
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        let wish = |control: &Control, reply: Reply| {
            control.hang_up(reason);
            reply.ok();
        };
        let late = |control: &Control| control.hang_up(reason);
        switchboard::hang_up(&self.switchboard, call, reply, wish, late);
    }

    fn close(&self) {
        self.switchboard.end(Ending::Closing);
        self.worker.join();
    }
}

impl Drop for SipProvider {
    fn drop(&mut self) {
        self.switchboard.end(Ending::Closing);
    }
}
