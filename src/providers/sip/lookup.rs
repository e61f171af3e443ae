//! Finding out where messages go: hosts that are being looked up, and what for.

use super::calls::in_words;
use super::control::NewCall;
use super::resolve::{Resolver, Target};
use super::station::Station;
use std::sync::Arc;
use tapi3_sip::agent::{CallId, LineId, WatchId};
use tapi3_sip::flow::Flow;
use tapi3_sip::message::uri::SipUri;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What a host is looked up for.
pub(super) enum Purpose {
    /// A call of the engine's that is to be placed.
    Place {
        new: Box<NewCall>,
        /// Its line's place in the station.
        line: usize,
        target: SipUri,
        /// Whether the host is the one that was dialled, and not one of the settings.
        own_fault: bool,
    },
    /// Further requests of a call.
    Way(CallId),
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
    /// A line's registration.
    Register(LineId),
}

/// What came out of it.
pub(super) struct Found {
    pub purpose: Purpose,
    pub host: String,
    /// Where the host is, best first, or why that is not known, in words.
    pub ways: Result<Vec<Target>, String>,
}

/// The lookups of a station.
pub(super) struct Lookups {
    resolver: Arc<Resolver>,
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

    /// Gives up what is under way: nobody waits for it any more.
    pub fn clear(&mut self) {
        self.round += 1;
    }
}

impl Station {
    /// Looks a host up. What the host spells out needs no waiting.
    pub fn look_up(&mut self, purpose: Purpose, uri: &SipUri) {
        let host = uri.host.clone();
        let usual = self.usual_transport(&purpose);
        if let Some(ways) = self.lookups.resolver.at_once(uri, usual) {
            let ways = Ok(ways);
            return self.looked_up(Found {
                purpose,
                host,
                ways,
            });
        }
        let (resolver, sender) = (self.lookups.resolver.clone(), self.lookups.sender.clone());
        let (uri, round) = (uri.clone(), self.lookups.round);
        tokio::spawn(async move {
            let ways = resolver.resolve(&uri, usual).await;
            let ways = ways.map_err(|error| in_words(&error));
            let found = Found {
                purpose,
                host,
                ways,
            };
            // The station may have ended.
            let _ = sender.send((round, found));
        });
    }

    /// Targets as ways from here; those that are not reached from here are left out.
    pub fn flows(&mut self, targets: Vec<Target>) -> Vec<Flow> {
        let mut flows = Vec::with_capacity(targets.len());
        for target in targets {
            match self.transports.local(0, target.transport, target.address) {
                Ok(local) => flows.push(Flow {
                    transport: target.transport,
                    peer: target.address,
                    local,
                    connection: None,
                    server_name: target.server_name,
                }),
                Err(error) => tracing::debug!("{} is not reached: {error}", target.address),
            }
        }
        flows
    }
}
