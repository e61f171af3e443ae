//! Finding out where messages go: hosts that are being looked up, and what for.

use super::config::{Config, Hop};
use super::control::NewCall;
use super::resolve::{Resolver, Target};
use super::station::Station;
use super::transport::Transports;
use std::sync::Arc;
use std::time::Duration;
use tapi3_common::words;
use tapi3_sip::agent::{CallId, LineId, WatchId};
use tapi3_sip::flow::Flow;
use tapi3_sip::flow::Transport;
use tapi3_sip::message::uri::SipUri;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// When the servers of a line that does not register are looked up again.
const FOUND: Duration = Duration::from_secs(600);
const NOT_FOUND: Duration = Duration::from_secs(30);

/// What a host is looked up for.
pub(super) enum Purpose {
    /// A call of the engine's that is to be placed.
    Place {
        new: Box<NewCall>,
        /// Its line's place in the station.
        line: usize,
        target: SipUri,
        /// Further header lines of its INVITE.
        lines: Vec<u8>,
        /// Whether the host is the one that was dialled, and not one of the settings.
        own_fault: bool,
    },
    /// Further requests of a call, to this URI.
    Way(CallId, String),
    /// A redirection, which had this code.
    Redirect {
        id: CallId,
        target: String,
        code: u16,
    },
    /// The call that a far end wants in the place of its own.
    Move {
        old: CallId,
        line: usize,
        target: String,
        lines: Vec<u8>,
    },
    /// What a line watches.
    Watch(WatchId, LineId),
    /// Who is asked for our own address.
    Stun,
    /// A line's registration.
    Register(LineId),
    /// The servers of a line that does not register: from where its calls come.
    Servers(LineId),
}

/// What came out of it.
pub(super) struct Found {
    pub purpose: Purpose,
    pub host: String,
    /// Where the host is, best first, or why that is not known: what can be said of it.
    pub ways: Result<Vec<Target>, String>,
}

/// The lookups of a station.
pub(super) struct Lookups {
    pub resolver: Arc<Resolver>,
    sender: UnboundedSender<(u64, Found)>,
    receiver: UnboundedReceiver<(u64, Found)>,
    /// Grows when all that is under way is given up.
    round: u64,
}

impl Lookups {
    pub fn new(resolver: Arc<Resolver>) -> Self {
        let (sender, receiver) = unbounded_channel();
        Lookups {
            resolver,
            sender,
            receiver,
            round: 0,
        }
    }

    /// The next one that is done.
    pub async fn next(&mut self) -> Found {
        loop {
            match self.receiver.recv().await {
                Some((round, found)) if round == self.round => return found,
                // Nobody waits for it any more. There is always a sender: our own.
                _ => {}
            }
        }
    }

    /// Looks up where the servers of a line are that does not register, and again from time to time.
    pub fn find_servers(&self, line: LineId, config: &Config) {
        let usual = config.transport;
        for uri in config.servers().cloned() {
            let (resolver, sender) = (self.resolver.clone(), self.sender.clone());
            let (host, round) = (uri.host.clone(), self.round);
            tokio::spawn(async move {
                let mut told = false;
                // Until the station has ended.
                while !sender.is_closed() {
                    let ways = find(&resolver, Hop::to(uri.clone()), usual).await;
                    let pause = if ways.is_ok() { FOUND } else { NOT_FOUND };
                    if let (Err(error), false) = (&ways, told) {
                        tracing::warn!("the host {host} {error}");
                        told = true;
                    }
                    let purpose = Purpose::Servers(line);
                    let host = host.clone();
                    let _ = sender.send((
                        round,
                        Found {
                            purpose,
                            host,
                            ways,
                        },
                    ));
                    tokio::time::sleep(pause).await;
                }
            });
        }
    }

    /// Gives up what is under way: nobody waits for it any more.
    pub fn clear(&mut self) {
        self.round += 1;
    }
}

impl Station {
    /// Looks up where a request goes first. What the hosts spell out needs no waiting.
    pub fn look_up(&mut self, purpose: Purpose, hop: &Hop) {
        let host = hop.first.host.clone();
        let usual = self.usual_transport(&purpose);
        let resolver = &self.lookups.resolver;
        let at_once = hop.all().map(|uri| resolver.at_once(uri, usual));
        if let Some(ways) = at_once.collect::<Option<Vec<_>>>() {
            let ways = Ok(resolver.in_order(ways.concat()));
            return self.looked_up(Found {
                purpose,
                host,
                ways,
            });
        }
        let (resolver, sender) = (resolver.clone(), self.lookups.sender.clone());
        let (hop, round) = (hop.clone(), self.lookups.round);
        tokio::spawn(async move {
            let found = Found {
                purpose,
                host,
                ways: find(&resolver, hop, usual).await,
            };
            // The station may have ended.
            let _ = sender.send((round, found));
        });
    }

    /// Targets as ways from here.
    pub fn flows(&mut self, targets: Vec<Target>) -> Result<Vec<Flow>, String> {
        flows(&mut self.transports, targets)
    }

    /// The ways of a line's requests: first the server that the line is registered at, since that
    /// one is known to answer, and to know the line.
    pub fn prefer_registrar(&self, line: Option<LineId>, flows: &mut [Flow]) {
        let line = line.and_then(|line| self.line(line));
        if let Some(over) = line.and_then(|line| line.registered_at) {
            flows.sort_by_key(|flow| (flow.transport, flow.peer) != over);
        }
    }
}

/// Targets as ways from here; those that are not reached from here are left out.
///
/// # Errors
/// None is reached, in words.
pub(super) fn flows(
    transports: &mut Transports,
    targets: Vec<Target>,
) -> Result<Vec<Flow>, String> {
    let mut flows = Vec::with_capacity(targets.len());
    let mut why = None;
    for target in targets {
        match transports.local(0, target.transport, target.address) {
            Ok(local) => flows.push(Flow {
                transport: target.transport,
                peer: target.address,
                local,
                connection: None,
                server_name: target.server_name,
            }),
            Err(error) => {
                let (transport, error) = (target.transport, words::of(&error));
                let _ = why.get_or_insert(format!(
                    "is not reached from here: no way leads to {} over {transport} ({error})",
                    target.address
                ));
            }
        }
    }
    match why {
        Some(why) if flows.is_empty() => Err(why),
        _ => Ok(flows),
    }
}

/// The servers of all hosts of a hop; an error if none has any, that of the first.
pub(super) async fn find(
    resolver: &Resolver,
    hop: Hop,
    usual: Transport,
) -> Result<Vec<Target>, String> {
    // All at once: each takes its time when the name service does not answer.
    let all: Vec<_> = (hop.all().cloned())
        .map(|uri| {
            let resolver = resolver.clone();
            tokio::spawn(async move { resolver.resolve(&uri, usual).await })
        })
        .collect();
    let (mut ways, mut why) = (Vec::new(), None);
    for found in all {
        match found.await {
            Ok(Ok(found)) => ways.extend(found),
            Ok(Err(error)) => {
                let _ = why.get_or_insert(format!("is not found: {}", words::of(&error)));
            }
            Err(error) => tracing::error!("a host is not looked up: {error}"),
        }
    }
    match ways.is_empty() {
        true => Err(why.unwrap_or_else(|| "is not found".to_owned())),
        false => Ok(resolver.in_order(ways)),
    }
}
