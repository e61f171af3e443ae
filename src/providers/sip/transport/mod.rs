//! The sockets of the SIP lines: UDP, TCP and TLS. They know bytes and addresses, and of messages no
//! more than where they end.
//!
//! - `listen`: what is bound when the lines are opened; `routes`: which of our addresses a peer sees.
//! - `udp`, `bounces`; `listener`, `connection`, `security`: what each kind of socket does.
//!
//! Everything belongs to one task, which alternates between [`Transports::next`] and
//! [`Transports::send`]; each connection has a task beside it on the same runtime.

mod bounces;
mod connection;
mod listen;
mod listener;
mod routes;
mod security;
mod table;
#[cfg(test)]
mod tests;
mod udp;

pub(super) use listen::{Bound, Listen};
pub(super) use routes::is_routable;
pub(super) use security::{Files, Security};

use bytes::BytesMut;
use connection::Event;
use listener::Listener;
use routes::Routes;
use std::collections::VecDeque;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use table::{Broken, Table};
use tapi3_sip::flow::{ConnectionId, Flow, Gone, Transmit, Transport};
use tokio::net::TcpStream;
use tokio::sync::mpsc;
use udp::Udp;

/// Times and limits.
#[derive(Debug, Clone)]
pub(super) struct Options {
    /// How long opening a connection may take, TLS included.
    pub connect_within: Duration,
    /// How long a peer that has connected has until its first message is whole.
    pub first_message_within: Duration,
    /// How long each message may take from its first byte to its last.
    pub whole_message_within: Duration,
    /// How long a connection that the peer has opened, or that we have opened for a response alone, may
    /// be without a byte from it.
    pub idle_for: Duration,
    /// How often connections of ours are kept alive (RFC 5626 §4.4.1).
    pub ping_every: Duration,
    /// How long a peer that answers pings may take for it.
    pub pong_within: Duration,
    /// The longest message of a stream, in bytes.
    pub longest_message: usize,
    /// How many bytes wait for a peer before its connection is given up.
    pub most_unsent: usize,
    /// How many connections peers may open, or make us open for responses, in total.
    pub most_incoming: usize,
    /// The same for one IPv4 address, or one network of 64 bits of IPv6.
    pub most_from_one: usize,
    /// How many connections we open. Beyond it the one that was silent for the longest time is
    /// closed, one for responses alone before others.
    pub most_outgoing: usize,
}

impl Options {
    /// For lines with this estimate of a round trip: a connection opens within 16·T1 (8 s with the
    /// usual T1), so that a transaction of 64·T1 has time for other servers.
    pub fn with_t1(t1: Duration) -> Self {
        Options {
            connect_within: t1 * 16,
            first_message_within: Duration::from_secs(20),
            whole_message_within: Duration::from_secs(20),
            idle_for: Duration::from_secs(15 * 60),
            ping_every: Duration::from_secs(95),
            pong_within: Duration::from_secs(10),
            longest_message: 64 * 1024,
            most_unsent: 1024 * 1024,
            most_incoming: 1000,
            most_from_one: 64,
            most_outgoing: 1000,
        }
    }
}

/// What comes out of the sockets.
#[derive(Debug)]
pub(super) enum Input<'a> {
    /// A whole message.
    Message {
        /// Where it came from, and where to answer.
        flow: Flow,
        bytes: &'a mut [u8],
    },
    /// A datagram of ours has come back, or its beginning, since nobody received it. Not every one
    /// that is lost does: timers tell of those.
    Bounced { bytes: &'a [u8] },
    /// A connection has ended, or could not be opened.
    Broken {
        gone: Gone,
        /// Why, for people; without a full stop.
        error: String,
    },
}

/// What lives, for those who count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    /// Connections that peers have opened.
    pub incoming: usize,
    /// Connections that we have opened, or are opening.
    pub outgoing: usize,
    /// Bytes that wait for connections to take them.
    pub unsent: usize,
    /// Datagrams that wait for the system to take them.
    pub datagrams: usize,
}

/// What listens at one address of the settings.
#[derive(Debug)]
struct Place {
    address: SocketAddr,
    tls_address: Option<SocketAddr>,
    udp: Vec<Udp>,
    listeners: Vec<Listener>,
    security: Arc<Security>,
}

/// All sockets.
pub(super) struct Transports {
    places: Vec<Place>,
    table: Table,
    events: mpsc::Receiver<(ConnectionId, Event)>,
    routes: Routes,
    /// What is told next.
    ready: VecDeque<Broken>,
    datagram: Box<[u8]>,
    /// The message of a connection that was told last.
    message: BytesMut,
    /// Whether connections are asked before datagrams, by turns.
    turn: bool,
}

/// How many events of connections wait until the connections do.
const EVENTS: usize = 256;

/// What [`Transports::poll`] has found.
enum Found {
    Datagram(Flow, usize),
    Bounced(usize),
    Message(Flow),
    Broken(Gone, String),
}

impl Transports {
    /// Takes the sockets into the runtime that it is called in. They keep their order, by which
    /// [`Transports::local`] knows them.
    ///
    /// # Errors
    /// Those of the runtime, for want of descriptors or memory.
    pub fn new(bound: Vec<Bound>, options: Options) -> io::Result<Self> {
        let mut places = Vec::new();
        for bound in bound {
            let udp = bound.udp.into_iter();
            let udp = udp.map(|(kept_back, socket)| Udp::new(kept_back, socket));
            let tcp = bound.tcp.into_iter().map(|socket| (socket, false));
            let streams = tcp.chain(bound.tls.into_iter().map(|socket| (socket, true)));
            let listeners = streams
                .map(|((kept_back, socket), is_tls)| Listener::new(kept_back, socket, is_tls));
            places.push(Place {
                address: bound.address,
                tls_address: bound.tls_address,
                udp: udp.collect::<io::Result<_>>()?,
                listeners: listeners.collect::<io::Result<_>>()?,
                security: bound.security,
            });
        }
        let (sender, events) = mpsc::channel(EVENTS);
        Ok(Transports {
            places,
            table: Table::new(Arc::new(options), sender),
            events,
            routes: Routes::default(),
            ready: VecDeque::new(),
            datagram: vec![0; udp::LONGEST].into_boxed_slice(),
            message: BytesMut::new(),
            turn: false,
        })
    }

    /// Our own address towards a peer, for a flow from the `place`th of the sockets: with the port
    /// that listens for this transport (that of UDP if TLS listens nowhere).
    ///
    /// # Errors
    /// No way leads there, or the sockets there have another family.
    pub fn local(
        &mut self,
        place: usize,
        transport: Transport,
        peer: SocketAddr,
    ) -> io::Result<SocketAddr> {
        let no_way = || io::Error::from(io::ErrorKind::AddrNotAvailable);
        let place = self.places.get(place).ok_or_else(no_way)?;
        let listening = match (transport, place.tls_address) {
            (Transport::Tls, Some(address)) => address,
            _ => place.address,
        };
        if !listening.ip().is_unspecified() {
            let fits = listening.is_ipv4() == peer.is_ipv4();
            return fits.then_some(listening).ok_or_else(no_way);
        }
        if listening.is_ipv4() && peer.is_ipv6() {
            return Err(no_way());
        }
        let ip = self.routes.source(peer.ip())?;
        Ok(SocketAddr::new(ip, listening.port()))
    }

    /// Which families the `place`th of the sockets reaches: IPv4, IPv6.
    #[cfg(test)]
    pub fn families(&self, place: usize) -> (bool, bool) {
        let Some(place) = self.places.get(place) else {
            return (false, false);
        };
        let ip = place.address.ip();
        (ip.is_ipv4() || ip.is_unspecified(), ip.is_ipv6())
    }

    /// Our addresses may be others by now. Returns the connections that are gone with them.
    pub fn readdress(&mut self) -> Vec<Gone> {
        self.routes.forget();
        let broken = self.table.lose(routes::is_gone);
        broken.into_iter().map(|(gone, _)| gone).collect()
    }

    /// What is sent from now on takes new connections to where those that stand bring no answers any
    /// more, unless it names one.
    pub fn pass_over_silent(&mut self) {
        self.table.pass_over_silent();
    }

    /// Our address on a way, if it is another one by now. A connection keeps its own for as long as
    /// that is there.
    pub fn moved(&mut self, flow: &Flow) -> Option<SocketAddr> {
        let place = self.place_of(flow)?;
        let local = self.local(place, flow.transport, flow.peer).ok()?;
        let is_udp = flow.transport == Transport::Udp;
        let moved = local != flow.local && (is_udp || routes::is_gone(flow.local.ip()));
        moved.then_some(local)
    }

    /// Sends a message: at once over UDP, over the flow's connection if that stands, otherwise over
    /// one to the same peer that does, otherwise over a new one. Never waits. A connection that
    /// cannot be had is told by [`Input::Broken`].
    pub fn send(&mut self, transmit: Transmit) {
        let Transmit { flow, bytes } = transmit;
        let Some(index) = self.place_of(&flow) else {
            tracing::debug!("nothing reaches {flow}");
            return;
        };
        let Some(place) = self.places.get_mut(index) else {
            return;
        };
        if flow.transport == Transport::Udp {
            match place.udp.iter_mut().find(|udp| udp.reaches(flow.peer)) {
                Some(udp) => udp.send(flow.peer, bytes),
                None => tracing::debug!("nothing here reaches {flow}"),
            }
            return;
        }
        let ip = place.address.ip();
        let from = (!ip.is_unspecified()).then_some(ip);
        let broken = (self.table).send(index, flow, bytes, from, &place.security);
        self.ready.extend(broken);
    }

    /// The sockets that a flow leaves from: those at its own address.
    fn place_of(&self, flow: &Flow) -> Option<usize> {
        let is = |address: SocketAddr| {
            let wild = address.ip().is_unspecified();
            address.port() == flow.local.port() && (wild || address.ip() == flow.local.ip())
        };
        let fits = |place: &Place| match (flow.transport, place.tls_address) {
            (Transport::Tls, Some(tls)) => is(tls),
            _ => is(place.address),
        };
        let index = self.places.iter().position(fits);
        // Of an address that we have no longer, or of another transport's port.
        index.or((!self.places.is_empty()).then_some(0))
    }

    /// What comes next. To be asked again and again, since this is also what moves queues on; it may
    /// be given up at any time without loss.
    pub async fn next(&mut self) -> Input<'_> {
        let found = std::future::poll_fn(|cx| self.poll(cx)).await;
        self.tell(found)
    }

    /// What is there already, if anything; who connects has to wait. Before it waits for anything else,
    /// a task has to come back to [`Transports::next`], which alone wakes it.
    pub fn try_next(&mut self) -> Option<Input<'_>> {
        match self.poll_inputs(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(found) => Some(self.tell(found)),
            Poll::Pending => None,
        }
    }

    fn tell(&mut self, found: Found) -> Input<'_> {
        match found {
            Found::Datagram(flow, length) => Input::Message {
                flow,
                bytes: self.datagram.get_mut(..length).unwrap_or_default(),
            },
            Found::Bounced(length) => Input::Bounced {
                bytes: self.datagram.get(..length).unwrap_or_default(),
            },
            Found::Message(flow) => Input::Message {
                flow,
                bytes: &mut self.message,
            },
            Found::Broken(gone, error) => Input::Broken { gone, error },
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Found> {
        for place in &mut self.places {
            for udp in &mut place.udp {
                udp.poll_flush(cx);
            }
        }
        // It may need the place of another one.
        self.poll_accept(cx);
        self.poll_inputs(cx)
    }

    fn poll_inputs(&mut self, cx: &mut Context<'_>) -> Poll<Found> {
        if let Some((gone, error)) = self.ready.pop_front() {
            return Poll::Ready(Found::Broken(gone, error));
        }
        self.turn = !self.turn;
        let found = match self.turn {
            true => self.poll_events(cx),
            false => self.poll_datagrams(cx),
        };
        if found.is_ready() {
            return found;
        }
        match self.turn {
            true => self.poll_datagrams(cx),
            false => self.poll_events(cx),
        }
    }

    fn poll_datagrams(&mut self, cx: &mut Context<'_>) -> Poll<Found> {
        for index in 0..self.places.len() {
            let Some(place) = self.places.get_mut(index) else {
                break;
            };
            for udp in &mut place.udp {
                let Poll::Ready((length, peer)) = udp.poll_receive(cx, &mut self.datagram) else {
                    // Sending or reading may have told of one that came back.
                    if let Some((length, peer)) = udp.bounced(&mut self.datagram) {
                        tracing::debug!("a datagram to {peer} came back: nobody is there");
                        return Poll::Ready(Found::Bounced(length));
                    }
                    continue;
                };
                let address = place.address;
                let local = self.local(index, Transport::Udp, peer);
                // No way leads back, but it has come: answers go the way of the others.
                let local = local.unwrap_or(address);
                return Poll::Ready(Found::Datagram(Flow::udp(local, peer), length));
            }
        }
        Poll::Pending
    }

    fn poll_events(&mut self, cx: &mut Context<'_>) -> Poll<Found> {
        while let Poll::Ready(Some((id, event))) = self.events.poll_recv(cx) {
            match event {
                Event::Message(bytes) => {
                    // Of one that was given up meanwhile.
                    let is_answer = bytes.starts_with(b"SIP/2.0 ");
                    let Some(flow) = self.table.heard(id, is_answer) else {
                        continue;
                    };
                    self.message = bytes;
                    return Poll::Ready(Found::Message(flow));
                }
                Event::Ended { error, unsent } => {
                    if let Some((gone, error)) = self.table.ended(id, &error, unsent) {
                        return Poll::Ready(Found::Broken(gone, error));
                    }
                }
            }
        }
        Poll::Pending
    }

    fn poll_accept(&mut self, cx: &mut Context<'_>) {
        let mut accepted: Vec<(usize, bool, TcpStream, SocketAddr)> = Vec::new();
        for (index, place) in self.places.iter_mut().enumerate() {
            for listener in &mut place.listeners {
                while let Poll::Ready((stream, peer)) = listener.poll_accept(cx) {
                    accepted.push((index, listener.is_tls, stream, peer));
                }
            }
        }
        for (index, is_tls, stream, peer) in accepted {
            let transport = match is_tls {
                true => Transport::Tls,
                false => Transport::Tcp,
            };
            let Some(place) = self.places.get(index) else {
                continue;
            };
            let security = is_tls.then(|| place.security.clone());
            let port = match (transport, place.tls_address) {
                (Transport::Tls, Some(address)) => address.port(),
                _ => place.address.port(),
            };
            // The address that the peer has reached us at is the one that it sees.
            let Ok(local) = stream.local_addr() else {
                continue;
            };
            let flow = Flow {
                transport,
                peer,
                local: SocketAddr::new(local.ip(), port),
                connection: None,
                server_name: None,
            };
            let broken = self.table.accept(index, flow, stream, security);
            self.ready.extend(broken);
        }
    }

    /// What lives at the moment.
    pub fn counts(&self) -> Counts {
        let udp = self.places.iter().flat_map(|place| &place.udp);
        Counts {
            datagrams: udp.map(Udp::waiting).sum(),
            ..self.table.counts()
        }
    }

    /// Closes everything at once, whatever is still to be sent.
    pub fn abandon(self) {
        self.table.abandon();
    }

    /// Sends what is still to be sent, closes everything, and takes no longer than `limit` for it.
    pub async fn finish(mut self, limit: Duration) {
        let until = tokio::time::Instant::now() + limit;
        drop(self.events);
        let flushed = std::future::poll_fn(|cx| {
            let sockets = self.places.iter_mut().flat_map(|place| &mut place.udp);
            let waiting = sockets.map(|udp| {
                udp.poll_flush(cx);
                udp.waiting()
            });
            match waiting.sum() {
                0 => Poll::Ready(()),
                _ => Poll::Pending,
            }
        });
        // What is late is lost.
        let _ = tokio::time::timeout_at(until, flushed).await;
        self.table.finish(until).await;
    }
}

/// Whom the limit for one peer counts: an address, or a network of IPv6, which one peer may have
/// all addresses of.
fn one_peer(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            [a, b, c, d, 0, 0, 0, 0].into()
        }
    }
}
