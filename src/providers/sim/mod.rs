//! The simulated exchange: a telephone exchange inside the process, for newcomers, for tests and
//! for programs that want to see every kind of call without a network.
//!
//! Its lines call each other by their numbers, and these built-in extensions, which the
//! configuration can replace and add to:
//!
//! | number | what it does | what a caller sees |
//! |---|---|---|
//! | 1001 | answers | connected |
//! | 1002 | is busy | disconnected, cause BUSY |
//! | 1003 | rings, and nobody answers | in progress until the caller gives up |
//! | 1004 | refuses | disconnected, cause REJECTED |
//! | 1005 | answers and hangs up two seconds later | disconnected, cause NORMAL |
//! | 1006 | answers and never confirms a hang-up | Disconnect fails with a timeout |
//! | 1007 | answers, and a second later its line drops | disconnected, cause FAILED |
//! | 1008 | takes no calls from this caller | disconnected, cause BLOCKED |
//! | 1009 | cannot be reached | disconnected, cause FAILED |
//! | 1010 | rings for twenty seconds, then the exchange gives up | disconnected, cause NOANSWER |
//! | 1011 | answers, hangs up a second later and calls back two seconds after that | an incoming call |
//! | 1012 | lets the caller wait in a queue for five seconds, then answers | queued, then connected |
//! | 1013 | answers and says back what it hears | connected |
//! | 1014 | answers and says a tone of 440 Hz | connected |
//! | 1015 | answers and says back the digits that it hears | connected |
//! | any other | is nobody's | disconnected, cause BADADDRESS |
//!
//! A line that refuses a call with DC_NORMAL appears as busy to its caller, with DC_REJECTED as
//! refusing and with DC_NOANSWER as not answering, as on a SIP line. Calls are parked at any free
//! number, or from 7001 on where the exchange chooses.
//!
//! What has no delay happens within the engine's call and crosses no thread.

mod alarms;
mod direct;
mod ending;
mod exchange;
mod extensions;
mod features;
mod forwarding;
mod legs;
mod mouths;
mod outbox;
mod parking;
mod placing;
mod plan;
mod recording;
mod responses;
mod settings;
mod sound;
mod step;
mod talking;
#[cfg(test)]
mod tests;
mod transfer;
mod voices;

pub use settings::{Behaviour, ExtensionSettings, IncomingSettings, Settings, Simulation};

use crate::engine::{Engine, Features, Line, LineInfo, Provider, Result};
use exchange::{Exchange, PHONE_NUMBER};
use plan::Plan;
use std::sync::Arc;
use std::time::Duration;
use tapi3_common::media::AUDIO;

/// TAPIPROTOCOL_PSTN
const PROTOCOL: &str = "{831CE2D6-83B5-11D1-BB5C-00C04FB6809F}";

/// The lines that are there when nothing is configured: two of them, in one pickup group.
pub fn default_lines() -> Vec<(String, Settings)> {
    let line = |name: &str, address: &str| {
        let settings = Settings {
            address: address.to_owned(),
            group: Some("1".to_owned()),
            ..Settings::default()
        };
        (name.to_owned(), settings)
    };
    vec![
        line("Simulated line 1", "2001"),
        line("Simulated line 2", "2002"),
    ]
}

/// Fails if an exchange with these lines cannot be opened.
pub fn check(simulation: &Simulation, lines: Vec<(String, Settings)>) -> Result<()> {
    Plan::new(simulation, lines).map(drop)
}

/// Opens an exchange with these lines. Fails, with nothing opened, on a number that is malformed
/// or taken twice.
pub fn open(
    engine: &Arc<Engine>,
    simulation: &Simulation,
    lines: Vec<(String, Settings)>,
) -> Result<Arc<dyn Provider>> {
    open_exchange(engine, simulation, lines).map(|exchange| exchange as Arc<dyn Provider>)
}

fn open_exchange(
    engine: &Arc<Engine>,
    simulation: &Simulation,
    lines: Vec<(String, Settings)>,
) -> Result<Arc<Exchange>> {
    let plan = Plan::new(simulation, lines)?;
    let exchange = Exchange::new(plan, engine.clock());
    let provider: Arc<dyn Provider> = exchange.clone();
    let lines = exchange.plan.lines.iter().map(|line| {
        let info = LineInfo {
            name: line.name.clone(),
            address: line.settings.address.clone(),
            provider: "Simulated exchange".to_owned(),
            protocol: PROTOCOL.to_owned(),
            media: AUDIO,
            address_types: PHONE_NUMBER,
            features: FEATURES,
            max_active: line.settings.max_calls.unwrap_or(u32::MAX),
            max_held: line.settings.max_calls.unwrap_or(u32::MAX),
            max_conference: exchange.plan.max_conference,
        };
        engine.make_line(info, provider.clone())
    });
    let lines: Vec<Arc<Line>> = lines.collect();
    exchange.open(lines.clone());
    for (line, planned) in lines.iter().zip(&exchange.plan.lines) {
        plug(line, &planned.settings);
    }
    Ok(exchange)
}

/// Plugs a line in, and unplugs it, when its settings say so.
fn plug(line: &Arc<Line>, settings: &Settings) {
    match settings.appears_after {
        Some(after) => later(line, after, |line| line.engine().publish_line(line)),
        None => line.engine().publish_line(line),
    }
    if let Some(after) = settings.vanishes_after {
        later(line, after, |line| line.engine().remove_line(line));
    }
}

/// Does something with the line when its time has come, unless it is closed by then.
fn later(line: &Arc<Line>, after: Duration, then: impl FnOnce(&Arc<Line>) + Send + 'static) {
    let clock = line.engine().clock();
    let line = Arc::downgrade(line);
    clock.at(
        clock.now().saturating_add(after),
        Box::new(move || {
            if let Some(line) = line.upgrade() {
                then(&line);
            }
        }),
    );
}

/// Everything that the engine knows.
const FEATURES: Features = Features {
    hold: true,
    swap: true,
    redirect: true,
    blind_transfer: true,
    transfer: true,
    conference: true,
    park_direct: true,
    park_indirect: true,
    unpark: true,
    pickup: true,
    dial: true,
    forward: true,
    do_not_disturb: true,
    message_waiting: true,
    quality_of_service: true,
    streams: true,
};
