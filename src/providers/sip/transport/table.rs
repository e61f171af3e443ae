//! Which connections there are, and which of them a flow goes over.

use super::connection::{self, Duty, Event, Life, Start};
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

/// On whose account a connection is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The peer has opened it.
    Theirs,
    /// We have opened it for a response alone, since the one that the request came by was gone. Where
    /// to is what the request said, so it counts as if the peer had opened it.
    Answer,
    /// We have opened it for requests of ours.
    Ours,
}

/// Whether a peer answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answers {
    /// It has said nothing yet.
    Unknown,
    /// It has said something, and was asked nothing since that it has not begun to answer.
    Has,
    /// It has said something before, and no answer since it was asked.
    Owes,
}

#[derive(Debug)]
struct Connection {
    flow: Flow,
    way: Way,
    kind: Kind,
    /// Whether somebody above has heard of it.
    is_known: bool,
    queue: mpsc::UnboundedSender<Bytes>,
    unsent: Arc<AtomicUsize>,
    used: Instant,
    answers: Answers,
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
    /// How many connections each peer has opened, or made us open for responses.
    from: HashMap<IpAddr, usize>,
    incoming: usize,
    /// How many there are for responses alone.
    answers: usize,
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
            answers: 0,
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
    ) -> Vec<Broken> {
        let way = Way::of(place, &flow);
        let is_answer = bytes.starts_with(b"SIP/2.0 ");
        let named = flow.connection.filter(|id| self.stands(*id));
        // What is there for responses is not kept alive: it serves no request that does not name it.
        let serves = |id: &ConnectionId| {
            let found = self.connections.get(id);
            found.is_some_and(|c| !c.queue.is_closed() && (is_answer || c.kind != Kind::Answer))
        };
        let shared = || self.ways.get(&way).copied().filter(serves);
        let mut broken = Vec::new();
        let id = match named.or_else(shared) {
            Some(id) => id,
            None if is_answer && !self.may_have_more(flow.peer.ip(), &mut broken) => {
                tracing::debug!("{flow} gets no answer: it has too many connections");
                return broken;
            }
            None => {
                broken.extend(self.make_room());
                let kind = match is_answer {
                    true => Kind::Answer,
                    false => Kind::Ours,
                };
                self.open(way, flow.clone(), from, security, kind)
            }
        };
        let Some(connection) = self.connections.get_mut(&id) else {
            return broken;
        };
        connection.is_known = true;
        connection.used = Instant::now();
        if !is_answer && connection.answers == Answers::Has {
            connection.answers = Answers::Owes;
        }
        if let Some(other) = flow.connection.filter(|other| *other != id) {
            let aliases = &mut connection.aliases;
            if !aliases.contains(&other) && aliases.len() < MOST_ALIASES {
                aliases.push(other);
            }
        }
        let length = bytes.len();
        let waits = connection.unsent.fetch_add(length, Ordering::Relaxed) + length;
        if waits > self.options.most_unsent {
            connection.task.abort();
            let why = format!("it does not take what it is sent: {waits} bytes wait");
            broken.extend(self.ended(id, &why, vec![bytes]));
        } else if let Err(mpsc::error::SendError(bytes)) = connection.queue.send(bytes) {
            // It ended just now, between the question and this.
            broken.extend(self.ended(id, "it was closed", vec![bytes]));
        }
        broken
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
        kind: Kind,
    ) -> ConnectionId {
        let tls = flow.transport == Transport::Tls;
        let start = Start::Open {
            peer: flow.peer,
            from,
            life: match kind {
                Kind::Ours => Life::Kept,
                Kind::Answer | Kind::Theirs => Life::Idle,
            },
            tls: tls.then(|| (security.clone(), flow.server_name.clone())),
        };
        let id = self.start(way.clone(), flow, start, kind);
        self.ways.insert(way, id);
        id
    }

    /// Whether a peer may have one connection more on its account. One that is there for responses
    /// alone makes room if all peers together have too many.
    fn may_have_more(&mut self, peer: IpAddr, broken: &mut Vec<Broken>) -> bool {
        let of_one = self.from.get(&one_peer(peer)).copied().unwrap_or_default();
        if of_one >= self.options.most_from_one {
            return false;
        }
        if self.incoming + self.answers >= self.options.most_incoming {
            broken.extend(self.close_longest_silent(Kind::Answer));
        }
        self.incoming + self.answers < self.options.most_incoming
    }

    fn has_one_less(&mut self, peer: IpAddr) {
        let peer = one_peer(peer);
        if let Some(of_one) = self.from.get_mut(&peer) {
            *of_one = of_one.saturating_sub(1);
            if *of_one == 0 {
                self.from.remove(&peer);
            }
        }
    }

    /// Takes a connection that a peer has opened, or closes it if there are too many.
    pub fn accept(
        &mut self,
        place: usize,
        flow: Flow,
        stream: TcpStream,
        tls: Option<Arc<Security>>,
    ) -> Vec<Broken> {
        let peer = flow.peer;
        let mut broken = Vec::new();
        if !self.may_have_more(peer.ip(), &mut broken) {
            tracing::debug!("a SIP connection of {peer} was not accepted: there are too many");
            return broken;
        }
        let way = Way::of(place, &flow);
        let is_tls = tls.is_some();
        let id = self.start(
            way.clone(),
            flow,
            Start::Accepted { stream, tls },
            Kind::Theirs,
        );
        if !is_tls {
            self.ways.insert(way, id);
        }
        broken
    }

    fn start(&mut self, way: Way, mut flow: Flow, start: Start, kind: Kind) -> ConnectionId {
        match kind {
            Kind::Theirs => self.incoming += 1,
            Kind::Answer => self.answers += 1,
            Kind::Ours => {}
        }
        if kind != Kind::Ours {
            *self.from.entry(one_peer(flow.peer.ip())).or_default() += 1;
        }
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
            kind,
            is_known: false,
            queue,
            unsent,
            used: Instant::now(),
            answers: Answers::Unknown,
            aliases: Vec::new(),
            task: tokio::spawn(connection::run(duty, start)),
        };
        self.connections.insert(id, connection);
        id
    }

    /// Closes the connection that we have opened and that was silent for the longest time, if there are
    /// too many: one that was for responses alone, if there is one.
    fn make_room(&mut self) -> Option<Broken> {
        let opened = self.connections.len() - self.incoming;
        match opened < self.options.most_outgoing {
            true => None,
            false if self.answers > 0 => self.close_longest_silent(Kind::Answer),
            false => self.close_longest_silent(Kind::Ours),
        }
    }

    fn close_longest_silent(&mut self, kind: Kind) -> Option<Broken> {
        let candidates = self.connections.iter().filter(|(_, c)| c.kind == kind);
        let (id, connection) = candidates.min_by_key(|(_, c)| c.used)?;
        connection.task.abort();
        let id = *id;
        self.ended(id, "others need its place", Vec::new())
    }

    /// A message has come over a connection. Returns its flow, if it is not given up.
    pub fn heard(&mut self, id: ConnectionId, is_answer: bool) -> Option<Flow> {
        let connection = self.connections.get_mut(&id)?;
        connection.is_known = true;
        connection.used = Instant::now();
        if is_answer || connection.answers == Answers::Unknown {
            connection.answers = Answers::Has;
        }
        Some(connection.flow.clone())
    }

    /// Connections whose peers answer nothing any more serve nobody from now on who does not name them.
    pub fn pass_over_silent(&mut self) {
        let connections = &self.connections;
        let owes =
            |id: &ConnectionId| connections.get(id).map(|c| c.answers) == Some(Answers::Owes);
        self.ways.retain(|_, id| !owes(id));
    }

    /// A connection has ended. Returns what is to be told of it: nothing if nobody has heard of it.
    pub fn ended(&mut self, id: ConnectionId, why: &str, unsent: Vec<Bytes>) -> Option<Broken> {
        let connection = self.connections.remove(&id)?;
        if self.ways.get(&connection.way) == Some(&id) {
            self.ways.remove(&connection.way);
        }
        match connection.kind {
            Kind::Theirs => self.incoming -= 1,
            Kind::Answer => self.answers -= 1,
            Kind::Ours => {}
        }
        if connection.kind != Kind::Ours {
            self.has_one_less(connection.flow.peer.ip());
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

    /// Gives up the connections from addresses that are ours no longer: nothing comes over them.
    pub fn lose(&mut self, is_gone: impl Fn(IpAddr) -> bool) -> Vec<Broken> {
        let all = self.connections.iter();
        let over: Vec<_> = all
            .filter(|(_, connection)| is_gone(connection.flow.local.ip()))
            .map(|(id, connection)| (*id, connection.task.abort_handle()))
            .collect();
        let broken = over.into_iter().filter_map(|(id, task)| {
            task.abort();
            self.ended(id, "its address is gone", Vec::new())
        });
        broken.collect()
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

    /// Closes every connection, with what it still has.
    pub fn abandon(self) {
        let connections = self.connections.into_values();
        connections.for_each(|connection| connection.task.abort());
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
