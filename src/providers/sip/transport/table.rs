//! Which connections there are, and which of them a flow goes over.

use super::connection::{self, Duty, Event, Start};
use super::security::Security;
use super::{Counts, Options, one_peer};
use bytes::Bytes;
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tapi3_sip::flow::{ConnectionId, Flow, Gone, Transport};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};

/// How many numbers of connections that are gone one may go by.
const MOST_ALIASES: usize = 16;

/// A connection that went, and why.
pub(super) type Broken = (Gone, String);

/// Whom a connection reaches, and on whose behalf.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Way {
    place: usize,
    transport: Transport,
    peer: SocketAddr,
    /// For TLS: whom the peer has proved to be.
    server_name: Option<Arc<str>>,
}

impl Way {
    fn of(place: usize, flow: &Flow) -> Self {
        let is_tls = flow.transport == Transport::Tls;
        Way {
            place,
            transport: flow.transport,
            peer: flow.peer,
            server_name: flow.server_name.clone().filter(|_| is_tls),
        }
    }
}

#[derive(Debug)]
struct Connection {
    flow: Flow,
    way: Way,
    is_ours: bool,
    /// Whether somebody above has heard of it.
    is_known: bool,
    queue: mpsc::UnboundedSender<Bytes>,
    unsent: Arc<AtomicUsize>,
    used: Instant,
    /// Numbers of connections that were gone when their flows were used, and it took their place.
    aliases: Vec<ConnectionId>,
    task: JoinHandle<()>,
}

/// All connections.
#[derive(Debug)]
pub(super) struct Table {
    options: Arc<Options>,
    events: mpsc::Sender<(ConnectionId, Event)>,
    last: u64,
    connections: HashMap<ConnectionId, Connection>,
    /// Those that serve everybody who wants to go there. One that a peer has opened over TLS does
    /// not: the peer has not proved to be whom we would look for.
    ways: HashMap<Way, ConnectionId>,
    /// How many connections each peer has opened.
    from: HashMap<IpAddr, usize>,
    incoming: usize,
}

impl Table {
    pub fn new(options: Arc<Options>, events: mpsc::Sender<(ConnectionId, Event)>) -> Self {
        Table {
            options,
            events,
            last: 0,
            connections: HashMap::new(),
            ways: HashMap::new(),
            from: HashMap::new(),
            incoming: 0,
        }
    }

    /// Sends over the flow's connection, another one to the same peer, or a new one from `from`.
    pub fn send(
        &mut self,
        place: usize,
        flow: Flow,
        bytes: Bytes,
        from: Option<IpAddr>,
        security: &Arc<Security>,
    ) -> [Option<Broken>; 2] {
        let way = Way::of(place, &flow);
        let named = flow.connection.filter(|id| self.stands(*id));
        let shared = || self.ways.get(&way).copied().filter(|id| self.stands(*id));
        let mut crowded_out = None;
        let id = match named.or_else(shared) {
            Some(id) => id,
            None => {
                crowded_out = self.make_room();
                self.open(way, flow.clone(), from, security)
            }
        };
        let Some(connection) = self.connections.get_mut(&id) else {
            return [crowded_out, None];
        };
        connection.is_known = true;
        connection.used = Instant::now();
        if let Some(other) = flow.connection.filter(|other| *other != id) {
            let aliases = &mut connection.aliases;
            if !aliases.contains(&other) && aliases.len() < MOST_ALIASES {
                aliases.push(other);
            }
        }
        let length = bytes.len();
        let waits = connection.unsent.fetch_add(length, Ordering::Relaxed) + length;
        let mut broken = None;
        if waits > self.options.most_unsent {
            connection.task.abort();
            let why = format!("it does not take what it is sent: {waits} bytes wait");
            broken = self.ended(id, &why, vec![bytes]);
        } else if let Err(mpsc::error::SendError(bytes)) = connection.queue.send(bytes) {
            // It ended just now, between the question and this.
            broken = self.ended(id, "it was closed", vec![bytes]);
        }
        [crowded_out, broken]
    }

    /// Whether a connection can still be written to.
    fn stands(&self, id: ConnectionId) -> bool {
        let found = self.connections.get(&id);
        found.is_some_and(|c| !c.queue.is_closed())
    }

    fn open(
        &mut self,
        way: Way,
        flow: Flow,
        from: Option<IpAddr>,
        security: &Arc<Security>,
    ) -> ConnectionId {
        let tls = flow.transport == Transport::Tls;
        let start = Start::Open {
            peer: flow.peer,
            from,
            tls: tls.then(|| (security.clone(), flow.server_name.clone())),
        };
        let id = self.start(way.clone(), flow, start, true);
        self.ways.insert(way, id);
        id
    }

    /// Takes a connection that a peer has opened, or closes it if there are too many.
    pub fn accept(
        &mut self,
        place: usize,
        flow: Flow,
        stream: TcpStream,
        tls: Option<Arc<Security>>,
    ) {
        let peer = flow.peer;
        let of_one = self.from.entry(one_peer(peer.ip())).or_default();
        if self.incoming >= self.options.most_incoming || *of_one >= self.options.most_from_one {
            if *of_one == 0 {
                self.from.remove(&one_peer(peer.ip()));
            }
            tracing::debug!("a SIP connection of {peer} was not accepted: there are too many");
            return;
        }
        *of_one += 1;
        self.incoming += 1;
        let way = Way::of(place, &flow);
        let is_tls = tls.is_some();
        let id = self.start(way.clone(), flow, Start::Accepted { stream, tls }, false);
        if !is_tls {
            self.ways.insert(way, id);
        }
    }

    fn start(&mut self, way: Way, mut flow: Flow, start: Start, is_ours: bool) -> ConnectionId {
        self.last += 1;
        let id = ConnectionId(self.last);
        flow.connection = Some(id);
        let (queue, receiver) = mpsc::unbounded_channel();
        let unsent = Arc::new(AtomicUsize::new(0));
        let duty = Duty {
            id,
            options: self.options.clone(),
            events: self.events.clone(),
            queue: receiver,
            unsent: unsent.clone(),
        };
        let connection = Connection {
            flow,
            way,
            is_ours,
            is_known: false,
            queue,
            unsent,
            used: Instant::now(),
            aliases: Vec::new(),
            task: tokio::spawn(connection::run(duty, start)),
        };
        self.connections.insert(id, connection);
        id
    }

    /// Closes the connection of ours that was silent for the longest time, if there are too many.
    fn make_room(&mut self) -> Option<Broken> {
        let ours = self.connections.len() - self.incoming;
        if ours < self.options.most_outgoing {
            return None;
        }
        let ours = self.connections.iter().filter(|(_, c)| c.is_ours);
        let (id, connection) = ours.min_by_key(|(_, c)| c.used)?;
        connection.task.abort();
        let id = *id;
        self.ended(id, "others need its place", Vec::new())
    }

    /// A message has come over a connection. Returns its flow, if it is not given up.
    pub fn heard(&mut self, id: ConnectionId) -> Option<Flow> {
        let connection = self.connections.get_mut(&id)?;
        connection.is_known = true;
        connection.used = Instant::now();
        Some(connection.flow.clone())
    }

    /// A connection has ended. Returns what is to be told of it: nothing if nobody has heard of it.
    pub fn ended(&mut self, id: ConnectionId, why: &str, unsent: Vec<Bytes>) -> Option<Broken> {
        let connection = self.connections.remove(&id)?;
        if self.ways.get(&connection.way) == Some(&id) {
            self.ways.remove(&connection.way);
        }
        if !connection.is_ours {
            self.incoming -= 1;
            let peer = one_peer(connection.flow.peer.ip());
            if let Some(of_one) = self.from.get_mut(&peer) {
                *of_one = of_one.saturating_sub(1);
                if *of_one == 0 {
                    self.from.remove(&peer);
                }
            }
        }
        let flow = connection.flow;
        if !connection.is_known {
            tracing::debug!("the SIP connection of {flow} has ended: {why}");
            return None;
        }
        let gone = Gone {
            flow,
            others: connection.aliases,
            unsent,
        };
        Some((gone, why.to_owned()))
    }

    /// Connections and what waits for them.
    pub fn counts(&self) -> Counts {
        let unsent = |c: &Connection| c.unsent.load(Ordering::Relaxed);
        Counts {
            incoming: self.incoming,
            outgoing: self.connections.len() - self.incoming,
            unsent: self.connections.values().map(unsent).sum(),
            datagrams: 0,
        }
    }

    /// Lets every connection send what it has and close, until then.
    pub async fn finish(self, until: Instant) {
        let connections = self.connections.into_values();
        // Without its queue a connection ends by itself.
        let tasks: Vec<JoinHandle<()>> = connections.map(|connection| connection.task).collect();
        for mut task in tasks {
            if timeout_at(until, &mut task).await.is_err() {
                task.abort();
            }
        }
    }
}

#[cfg(test)]
impl Table {
    /// Whether nothing is kept of anybody.
    pub fn is_empty(&self) -> bool {
        self.connections.is_empty() && self.ways.is_empty() && self.from.is_empty()
    }
}
