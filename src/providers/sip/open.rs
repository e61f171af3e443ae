//! Opening lines: their settings are read, their sockets bound, their threads started.

use super::config::Config;
use super::control::{Appearances, Asked, Switchboard};
use super::resolve::Resolver;
use super::runtime::{NewLine, NewStation, Runtime};
use super::shares::Shares;
use super::sound::Sound;
use super::transport::Bound;
use super::{ADDRESS_TYPES, EarlyMedia, Known, PROTOCOL, Settings, SipProvider};
use crate::engine::{Engine, Error, ErrorKind, Features, LineInfo, Result};
use crate::providers::guard::Guard;
use crate::providers::switchboard::{self, Departure, Desk, Worker};
use crate::settings::Wrong;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use tapi3_common::media::AUDIO;
use tapi3_sip::flow;

/// Opens SIP lines, each with its name and settings, and adds them to the engine.
///
/// Lines that register are in service until their registrar says otherwise: from its first answer on
/// their state is what it says. Fails if a setting is wrong, a listening address cannot be bound or
/// the machine has no thread or descriptor left; then no line was added.
pub fn open(engine: &Arc<Engine>, lines: Vec<(String, Settings)>) -> Result<Departure> {
    open_guarded(engine, lines, None)
}

/// As [`open`]; once `guard` is over, nothing of the lines is sent any more.
pub(crate) fn open_guarded(
    engine: &Arc<Engine>,
    lines: Vec<(String, Settings)>,
    guard: Option<&Guard>,
) -> Result<Departure> {
    let mut stations: Vec<(Shares, Bound, Arc<Asked>)> = Vec::new();
    let mut read: Vec<(String, Config, usize)> = Vec::new();
    let mut name_server = None;
    for (name, settings) in lines {
        let config = Config::read(&name, &settings)?;
        let shares = Shares::of(&config);
        let told = |wrong| told(&name, &settings, &wrong);
        check_name_server(&mut name_server, &config).map_err(told)?;
        let known = stations
            .iter()
            .position(|(other, ..)| other.same_place(&shares));
        let station = match known {
            Some(index) => {
                if let Some((other, ..)) = stations.get(index) {
                    other.check_same(&shares).map_err(told)?;
                }
                index
            }
            None => {
                let bound = shares.bind().map_err(told)?;
                stations.push((shares, bound, Arc::default()));
                stations.len() - 1
            }
        };
        if let Some((_, bound, _)) = stations.get(station) {
            if config.transport == flow::Transport::Tls {
                bound.check_connecting().map_err(told)?;
            }
        }
        if settings.srtp.is_in_clear() {
            tracing::warn!(
                "line {name:?}: srtp = \"…-in-clear\": whoever reads its messages on their way has the keys of its sound"
            );
        }
        read.push((name, config, station));
    }
    let runtime = switchboard::runtime("tapi3-sip-lookup")?;
    let switchboard: Arc<Switchboard> = switchboard::make()?;
    let (desk, resolver) = {
        let _within = runtime.enter();
        let failed = |error| switchboard::failed("The SIP lines cannot be opened", &error);
        let desk = Desk::new(switchboard.clone()).map_err(failed)?;
        (desk, Arc::new(Resolver::new(name_server)))
    };
    // The thread comes first, so that a failure leaves no lines behind.
    let (sender, receiver) = std::sync::mpsc::sync_channel::<Runtime>(1);
    let worker = Worker::start("tapi3-sip", move || {
        if let Ok(runtime) = receiver.recv() {
            runtime.run();
        }
    })
    .map_err(|error| switchboard::failed("The SIP thread cannot be started", &error))?;
    let (sound, ear) =
        Sound::new().map_err(|error| switchboard::failed("The SIP lines have no sound", &error))?;
    let sound_worker = Worker::start("tapi3-sip-sound", move || ear.run())
        .map_err(|error| switchboard::failed("The SIP lines have no sound", &error))?;
    let departure = Departure::new(&switchboard, &worker);
    let provider = Arc::new(SipProvider {
        switchboard: switchboard.clone(),
        lines: OnceLock::new(),
        worker,
        sound: sound.clone(),
        sound_worker,
    });
    let mut new: Vec<NewStation> = Vec::new();
    for (shares, bound, asked) in stations {
        new.push(NewStation {
            bound,
            stun: shares.stun,
            lines: Vec::new(),
            asked,
            sound: sound.clone(),
            guard: guard.cloned(),
        });
    }
    let mut known = HashMap::new();
    for (name, config, station) in read {
        let Some(station) = new.get_mut(station) else {
            continue;
        };
        let appearances = Arc::new(Appearances::new(config.max_calls));
        let line = engine.add_line(info(name, &config), provider.clone());
        known.insert(
            line.id(),
            Known {
                appearances: appearances.clone(),
                asked: station.asked.clone(),
                codes: config.codes.clone(),
                early_media: config.early_media != EarlyMedia::Off,
            },
        );
        station.lines.push(NewLine {
            config,
            line,
            appearances,
        });
    }
    // Set once, here; nobody else has the provider's insides.
    let _ = provider.lines.set(known);
    let runtime = Runtime {
        runtime,
        desk,
        resolver,
        stations: new,
        switchboard,
    };
    // The thread waits for exactly this.
    if sender.send(runtime).is_err() {
        tracing::error!("the SIP thread has ended before it began");
    }
    Ok(departure)
}

/// What is wrong with a line's settings, and where that stands.
pub(super) fn told(name: &str, settings: &Settings, wrong: &Wrong) -> Error {
    let text = settings.place.tell(&format!("Line \"{name}\""), wrong);
    Error::with_text(ErrorKind::InvalidArgument, text)
}

/// All lines ask one name server, since they share what it has said.
fn check_name_server(
    known: &mut Option<SocketAddr>,
    config: &Config,
) -> std::result::Result<(), Wrong> {
    match (*known, config.dns) {
        (Some(one), Some(other)) if one != other => {
            let what = format!("is another one than that of a line before, {one}: all ask one");
            Err(Wrong::new("dns", what))
        }
        (None, other) => {
            *known = other;
            Ok(())
        }
        _ => Ok(()),
    }
}

fn info(name: String, config: &Config) -> LineInfo {
    LineInfo {
        name,
        address: config.uri.to_string(),
        provider: "SIP".to_owned(),
        protocol: PROTOCOL.to_owned(),
        media: AUDIO,
        address_types: ADDRESS_TYPES,
        features: Features {
            hold: true,
            swap: true,
            redirect: true,
            blind_transfer: true,
            transfer: true,
            conference: true,
            do_not_disturb: true,
            forward: true,
            message_waiting: true,
            streams: true,
            park_direct: config.codes.park.is_some(),
            unpark: config.codes.unpark.is_some(),
            pickup: config.codes.pickup.is_some()
                || config.codes.group_pickup.is_some()
                || !config.watch.is_empty(),
            ..Features::default()
        },
        max_active: config.max_calls,
        max_held: config.max_calls,
        max_conference: config.max_conference,
    }
}
