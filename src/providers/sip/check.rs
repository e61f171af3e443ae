//! Trying a line, step by step, for somebody who wants to know why it does not work: its server is
//! looked up, reached, asked whether it is there, and registered with. No line is opened for it, so it
//! may run beside a program that uses the same line: it has a port of its own.

use super::calls::printable;
use super::config::{Config, Hop};
use super::registrar;
use super::resolve::Resolver;
use super::runtime::fill;
use super::settings::Settings;
use super::transport::{Bound, Input, Listen, Options, Security, Transports};
use crate::engine::{Error, Result};
use crate::providers::switchboard;
use bytes::Bytes;
use std::net::{IpAddr, UdpSocket};
use std::sync::Arc;
use std::time::Duration;
use tapi3_sip::agent::{self, Agent, Event, LineId, ProbeId, Probed, Refusal};
use tapi3_sip::flow::{Flow, Transmit, Transport};
use tapi3_sip::message::uri::SipUri;
use tapi3_sip::message::value::NameAddr;
use tapi3_sip::message::{Message, Name};
use tapi3_sip::random::Random;
use tapi3_sip::registration::Why;
use tapi3_sip::stun::{Binding, PAUSES};
use tapi3_sip::transaction::{Limits, Times};
use tokio::time::{Instant, timeout_at};

/// How long one server, or the registrar, has for its answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long it has to take a registration back that it has not answered.
const FAREWELL: Duration = Duration::from_secs(2);

/// As many servers of a line are tried.
const MOST_SERVERS: usize = 8;

/// What one step has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is as it should be.
    Right,
    /// It is wrong, and the line will not work, or not always.
    Wrong,
    /// It shows nothing either way.
    Open,
}

/// Tries the line called `name`, and tells `say` what each step shows, in words that end without a
/// full stop. Takes 10 seconds for each server at most. Whether nothing is wrong.
pub fn check(name: &str, settings: &Settings, say: &mut dyn FnMut(Step, &str)) -> bool {
    let mut teller = Teller { say, wrong: false };
    if let Err(error) = try_line(name, settings, &mut teller) {
        teller.wrong(error.to_string().trim_end_matches('.'));
    }
    !teller.wrong
}

struct Teller<'a> {
    say: &'a mut dyn FnMut(Step, &str),
    wrong: bool,
}

impl Teller<'_> {
    fn right(&mut self, text: &str) {
        (self.say)(Step::Right, text);
    }

    fn wrong(&mut self, text: &str) {
        self.step(Step::Wrong, text);
    }

    fn step(&mut self, step: Step, text: &str) {
        self.wrong |= step == Step::Wrong;
        (self.say)(step, text);
    }
}

fn try_line(name: &str, settings: &Settings, teller: &mut Teller<'_>) -> Result<()> {
    let config = Config::read(name, settings)?;
    let told = |wrong| super::open::told(name, settings, &wrong);
    let security = Arc::new(Security::read(&config.tls_files).map_err(told)?);
    // On the line's own address, but at a port that nobody else has.
    let mut address = config.listen.address;
    address.set_port(0);
    let listen = Listen {
        address,
        tcp: false,
        tls: None,
    };
    let bound = Bound::at(&listen, security).map_err(told)?;
    if config.transport == Transport::Tls {
        bound.check_connecting().map_err(told)?;
    }
    let runtime = switchboard::runtime("tapi3-sip-lookup")?;
    let tried = runtime.block_on(async {
        let transports = Transports::new(vec![bound], Options::with_t1(config.t1));
        let transports = transports.map_err(|error| failed(&error))?;
        let mut trial = Trial::new(&config, transports);
        trial.run(&config, teller).await;
        trial.transports.finish(Duration::from_millis(200)).await;
        Ok(())
    });
    runtime.shutdown_background();
    tried
}

fn failed(error: &std::io::Error) -> Error {
    switchboard::failed("The line cannot be tried", error)
}

/// A line that is tried.
struct Trial {
    agent: Agent,
    line: LineId,
    resolver: Resolver,
    transports: Transports,
    /// Why a connection could not be opened, or ended, last.
    broken: Option<String>,
    /// The place that a redirection has named last.
    named: Option<String>,
}

/// What asking one server has shown.
enum Asked {
    There,
    /// Not reached: the server, and why.
    NotReached(String),
    Silent(String),
}

/// What a question has come to.
enum Outcome<T> {
    Came(T),
    Late,
}

impl Trial {
    fn new(config: &Config, transports: Transports) -> Self {
        let settings = agent::Settings {
            user_agent: super::USER_AGENT.to_owned(),
            times: Times::of(config.t1),
            limits: Limits { servers: 64 },
            max_calls: 0,
        };
        let mut agent = Agent::new(settings, Random::new(fill), std::time::Instant::now());
        let line = agent.add_line(config.for_agent());
        Trial {
            agent,
            line,
            resolver: Resolver::new(config.dns),
            transports,
            broken: None,
            named: None,
        }
    }

    async fn run(&mut self, config: &Config, teller: &mut Teller<'_>) {
        let mut all = Vec::new();
        for uri in config.registering_hop().all() {
            let host = &uri.host;
            let hop = Hop::to(uri.clone());
            let found = super::lookup::find(&self.resolver, hop, config.transport).await;
            let flows = found.and_then(|ways| super::lookup::flows(&mut self.transports, ways));
            match flows {
                Ok(flows) => {
                    let names: Vec<String> = flows.iter().map(server).collect();
                    teller.right(&format!("{host} is found: {}", names.join(", ")));
                    all.extend(flows);
                }
                Err(why) => teller.wrong(&format!("{host} {why}")),
            }
        }
        all.truncate(MOST_SERVERS);
        if let Some(server) = &config.stun_server {
            self.ask_outside(server, teller).await;
        }
        let (mut is_any_there, mut silent) = (false, Vec::new());
        // A line that calls others directly, whose host is this machine, has no server to be asked.
        let has_server = config.register || config.servers().next().is_some();
        for flow in &all {
            let is_server = has_server || !is_here(flow.peer.ip());
            match self.ask(config, flow, teller).await {
                Asked::There => is_any_there = true,
                Asked::NotReached(text) if is_server => teller.wrong(&text),
                Asked::Silent(server) if is_server => silent.push(server),
                Asked::NotReached(_) | Asked::Silent(_) => {
                    let server = server(flow);
                    let text = "is this machine, and the line has no server: nobody is to be asked";
                    teller.step(Step::Open, &format!("{server} {text}"));
                }
            }
        }
        let (registered, steps) = match config.register {
            true if !all.is_empty() => self.register(config, all).await,
            true => (false, Vec::new()),
            false => {
                let text = "it does not register: its settings do not say so".to_owned();
                (false, vec![(Step::Right, text)])
            }
        };
        // Some servers answer no OPTIONS at all, and do all else.
        for server in silent {
            match registered && !is_any_there {
                true => teller.step(
                    Step::Open,
                    &format!("{server} does not answer to OPTIONS, as some servers never do"),
                ),
                false => teller.wrong(&format!("{server} does not answer (to OPTIONS)")),
            }
        }
        for (step, text) in steps {
            teller.step(step, &text);
        }
    }

    /// Asks a STUN server how it sees us.
    async fn ask_outside(&mut self, server: &SipUri, teller: &mut Teller<'_>) {
        let host = &server.host;
        let hop = Hop::to(server.clone());
        let found = super::lookup::find(&self.resolver, hop, Transport::Udp).await;
        let flows = found.and_then(|ways| super::lookup::flows(&mut self.transports, ways));
        let flow = flows.and_then(|flows| flows.into_iter().next().ok_or("has no address".into()));
        let flow = match flow {
            Ok(flow) => flow,
            Err(why) => return teller.wrong(&format!("the STUN server {host} {why}")),
        };
        let binding = Binding::new(&mut Random::new(fill));
        let end = Instant::now() + super::outside::PATIENCE;
        for pause in PAUSES {
            self.transports.send(Transmit {
                flow: flow.clone(),
                bytes: Bytes::copy_from_slice(&binding.request()),
            });
            let until = end.min(Instant::now() + pause);
            while let Ok(input) = timeout_at(until, self.transports.next()).await {
                let seen = match input {
                    Input::Message { flow: from, bytes } if from.peer == flow.peer => {
                        binding.response(bytes)
                    }
                    _ => None,
                };
                if let Some(seen) = seen {
                    return teller.right(&format!("the STUN server {host} sees us as {seen}"));
                }
            }
            if Instant::now() >= end {
                break;
            }
        }
        teller.wrong(&format!("the STUN server {} does not answer", flow.peer));
    }

    /// Asks one server whether it is there.
    async fn ask(&mut self, config: &Config, flow: &Flow, teller: &mut Teller<'_>) -> Asked {
        self.broken = None;
        let now = std::time::Instant::now();
        let uri = config.registrar.to_string();
        let Some(asked) = self.agent.probe(now, self.line, &uri, flow.clone()) else {
            return Asked::NotReached(format!("{uri} is nobody who can be asked"));
        };
        let probed = self.wait(PATIENCE, |event| probed(event, asked)).await;
        let server = server(flow);
        match probed {
            Outcome::Came(Ok(probed)) => {
                teller.right(&describe(&server, &probed));
                Asked::There
            }
            Outcome::Came(Err(Refusal::NotSent)) => {
                let why = self
                    .broken
                    .take()
                    .unwrap_or_else(|| "it could not be sent".to_owned());
                let how = match flow.transport {
                    Transport::Udp => "reached",
                    Transport::Tcp | Transport::Tls => "connected to",
                };
                Asked::NotReached(format!("{server} cannot be {how}: {why}"))
            }
            Outcome::Came(Err(_)) | Outcome::Late => Asked::Silent(server),
        }
    }

    /// Registers, and takes it back. Whether it did, and what is to be told of it.
    async fn register(&mut self, config: &Config, flows: Vec<Flow>) -> (bool, Vec<(Step, String)>) {
        let now = std::time::Instant::now();
        let settings = registrar::settings(config);
        self.agent
            .keep_registered(now, self.line, settings, Duration::ZERO);
        // It asks for the ways to its registrar first.
        let wanted = |event: Event| match event {
            Event::FindRegistrar { .. } => Some(()),
            _ => None,
        };
        if let Outcome::Late = self.wait(PATIENCE, wanted).await {
            return (false, Vec::new());
        }
        self.agent
            .register(std::time::Instant::now(), self.line, flows);
        let came = self.wait(PATIENCE, |event| match event {
            Event::Registered { lasts, .. } => Some(Ok(lasts)),
            Event::NotRegistered { code, why, .. } => Some(Err((code, why))),
            _ => None,
        });
        let came = came.await;
        let registered = matches!(came, Outcome::Came(Ok(_)));
        // One that has not answered will hardly answer now.
        let is_silent = matches!(came, Outcome::Late | Outcome::Came(Err((0, Why::NoAnswer))));
        let mut steps = vec![match came {
            Outcome::Came(Ok(lasts)) => {
                let (who, lasts) = (config.uri.identity(), lasts.as_secs());
                (Step::Right, format!("{who} is registered, for {lasts} s"))
            }
            Outcome::Came(Err((code, why))) => {
                let mut text = format!("it does not register: {why}");
                if code != 0 {
                    text.push_str(&format!(" ({code})"));
                }
                if let (Why::Moved, Some(place)) = (why, &self.named) {
                    text.push_str(&format!(": {}", printable(place)));
                }
                (Step::Wrong, text)
            }
            Outcome::Late => {
                let text = "it does not register: the registrar does not answer";
                (Step::Wrong, text.to_owned())
            }
        }];
        self.agent.unregister(std::time::Instant::now(), self.line);
        let gone = |event: Event| matches!(event, Event::Unregistered { .. }).then_some(());
        let patience = if is_silent { FAREWELL } else { PATIENCE };
        if let (Outcome::Late, false) = (self.wait(patience, gone).await, is_silent) {
            let text = "it is not known whether the registration was taken back";
            steps.push((Step::Wrong, text.to_owned()));
        }
        (registered, steps)
    }

    /// Lets everything go on until something has come, or nobody waits any more.
    async fn wait<T>(
        &mut self,
        patience: Duration,
        mut wanted: impl FnMut(Event) -> Option<T>,
    ) -> Outcome<T> {
        let end = Instant::now() + patience;
        loop {
            while let Some(transmit) = self.agent.transmit() {
                self.transports.send(transmit);
            }
            while let Some(event) = self.agent.event() {
                if let Some(came) = wanted(event) {
                    return Outcome::Came(came);
                }
            }
            let due = self.agent.next_timeout().map(Instant::from_std);
            let until = due.map_or(end, |due| due.min(end));
            let input = timeout_at(until, self.transports.next()).await;
            let now = std::time::Instant::now();
            match input {
                Ok(Input::Bounced { bytes }) => {
                    self.broken = Some("nobody listens there".to_owned());
                    self.agent.refused(now, bytes);
                }
                Ok(Input::Message { flow, bytes }) => {
                    if bytes.starts_with(b"SIP/2.0 3") {
                        self.named = place_in(bytes.to_vec());
                    }
                    self.agent.receive(now, &flow, bytes);
                }
                Ok(Input::Broken { gone, error }) => {
                    self.broken = Some(error);
                    self.agent.broken(now, &gone);
                }
                Err(_) if Instant::now() >= end => return Outcome::Late,
                Err(_) => self.agent.timeout(now),
            }
        }
    }
}

fn probed(event: Event, asked: ProbeId) -> Option<std::result::Result<Probed, Refusal>> {
    match event {
        Event::Probed { probe, result } if probe == asked => Some(result),
        _ => None,
    }
}

/// The first place that a redirection names.
fn place_in(mut bytes: Vec<u8>) -> Option<String> {
    let message = Message::parse(&mut bytes).ok()?;
    let place = NameAddr::parse(message.list(Name::Contact).next()?)?;
    Some(place.uri.to_owned())
}

/// Whether an address is one of this machine's: only there can anybody listen.
fn is_here(address: IpAddr) -> bool {
    UdpSocket::bind((address, 0)).is_ok()
}

fn server(flow: &Flow) -> String {
    format!("{} over {}", flow.peer, flow.transport)
}

/// What a server that is there has said.
fn describe(server: &str, probed: &Probed) -> String {
    let Probed { code, reason, .. } = probed;
    let mut text = format!("{server} is there: it answers {code} {}", printable(reason));
    if !probed.server.is_empty() {
        text.push_str(&format!(", and is {}", printable(&probed.server)));
    }
    if let Some(seen) = probed.seen_as {
        text.push_str(&format!(", and sees us as {seen}"));
    }
    text
}
