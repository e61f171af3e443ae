//! Our small interface to the SIP stack: one UDP socket with its transactions. Dialogs and calls
//! are ours (see `dialog`, `outgoing`, `incoming`); what the stack does is messages, transactions
//! and their timers (RFC 3261 §17, RFC 6026).

use super::address::SipUri;
use super::routes::{Input, Routes, Strays};
use super::wire::{Bound, Wire};
use rsipstack::EndpointBuilder;
use rsipstack::sip::{Header, Method, Request, Response, SipMessage, StatusCode, Version};
use rsipstack::transaction::endpoint::{EndpointInnerRef, EndpointOption};
use rsipstack::transaction::key::{TransactionKey, TransactionRole};
use rsipstack::transaction::transaction::{TransactionEvent, TransactionEventSender};
use rsipstack::transaction::{Transaction, TransactionReceiver, random_text};
use rsipstack::transport::udp::{UdpConnection, UdpInner};
use rsipstack::transport::{SipAddr, SipConnection, TransportLayer};
use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedSender;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// What we call ourselves.
pub(super) const USER_AGENT: &str = concat!("tapi3/", env!("CARGO_PKG_VERSION"));

/// How long a name may take to be resolved.
const LOOKUP_LIMIT: Duration = Duration::from_secs(10);

/// What the stack says when something fails; in a box, because it is large.
#[derive(Debug)]
pub(super) struct Failure(Box<rsipstack::Error>);

type Result<T> = std::result::Result<T, Failure>;

impl From<rsipstack::Error> for Failure {
    fn from(error: rsipstack::Error) -> Self {
        Failure(Box::new(error))
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        rsipstack::Error::from(error).into()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The number of a request among those of its call.
pub(super) type Exchange = u32;

/// The protocol's times that are not the stack's own business.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timers {
    /// 64·T1: the longest that a request is sent again.
    pub give_up: Duration,
    /// How long a call that was told to be on its way may say nothing more (Timer C, §16.6).
    pub silence: Duration,
    /// How often a ringing call says that it still rings (§13.3.1.1).
    pub still_ringing: Duration,
}

/// A socket and the transactions on it.
pub(super) struct Stack {
    endpoint: EndpointInnerRef,
    udp: SipConnection,
    local: SocketAddr,
    pub timers: Timers,
    pub routes: Arc<Routes>,
    /// Everything that the wire still owes somebody.
    pub tasks: TaskTracker,
}

/// What a request of ours says.
pub(super) struct Draft<'a> {
    pub method: Method,
    pub uri: &'a SipUri,
    pub from: &'a str,
    pub to: &'a str,
    pub call_id: &'a str,
    pub cseq: u32,
    pub routes: &'a [String],
}

impl Stack {
    /// Starts a stack on a bound socket. Returns it with the requests that come in.
    pub async fn start(
        socket: Bound,
        t1: Duration,
        tasks: TaskTracker,
        end: CancellationToken,
    ) -> Result<(Arc<Self>, TransactionReceiver)> {
        let wire = Wire::new(socket)?;
        let local = wire.bound_to()?;
        let inner = UdpInner {
            conn: Arc::new(wire),
            addr: address(local),
        };
        let udp: SipConnection = UdpConnection::attach(inner, None, Some(end.clone()))
            .await
            .into();
        let layer = TransportLayer::new(end.clone());
        layer.add_transport(udp.clone());
        let (routes, mut strays) = Routes::new(t1 * 64);
        let routes = Arc::new(routes);
        let endpoint = EndpointBuilder::new()
            .with_user_agent(USER_AGENT)
            .with_cancel_token(end)
            .with_transport_layer(layer)
            .with_transport_inspector(Box::new(Strays::new(routes.clone())))
            .with_option(EndpointOption {
                t1,
                t2: t1 * 8,
                t4: t1 * 10,
                t1x64: t1 * 64,
                // Ours, because the stack's does not run before the far end rings.
                timerc: Duration::from_secs(1 << 30),
                callid_suffix: None,
                callid_format: rsipstack::transaction::CallIdFormat::Uuid,
                history_info_enabled: false,
                // The answer to a 2xx belongs to its call (RFC 3261 §13.2.2.4).
                auto_ack_2xx: false,
            })
            .build();
        let incoming = endpoint.incoming_transactions()?;
        let stack = Arc::new(Stack {
            endpoint: endpoint.inner.clone(),
            udp,
            local,
            timers: Timers {
                give_up: t1 * 64,
                silence: t1 * 360,
                still_ringing: t1 * 120,
            },
            routes,
            tasks,
        });
        tokio::spawn(async move { endpoint.serve().await });
        let for_strays = stack.clone();
        tokio::spawn(async move {
            while let Some(late) = strays.recv().await {
                super::dialog::refuse_late(&for_strays, late);
            }
        });
        Ok((stack, incoming))
    }

    /// The address under which `peer` reaches us.
    pub fn address_towards(&self, peer: SocketAddr) -> SocketAddr {
        if !self.local.ip().is_unspecified() {
            return self.local;
        }
        // Connecting a UDP socket sends nothing; it asks the routing table.
        let any = SocketAddr::new(self.local.ip(), 0);
        let route = std::net::UdpSocket::bind(any).and_then(|socket| {
            socket.connect(peer)?;
            socket.local_addr()
        });
        let ip = route.map_or(IpAddr::from([127, 0, 0, 1]), |address| address.ip());
        SocketAddr::new(ip, self.local.port())
    }

    /// Finds the address that requests to `uri` are sent to.
    pub async fn resolve(&self, uri: &SipUri) -> io::Result<SocketAddr> {
        let port = uri.port.unwrap_or(5060);
        let bare = uri.host.trim_start_matches('[').trim_end_matches(']');
        if let Ok(ip) = bare.parse::<IpAddr>() {
            return Ok(SocketAddr::new(ip, port));
        }
        let lookup = tokio::net::lookup_host((bare, port));
        let found = tokio::time::timeout(LOOKUP_LIMIT, lookup).await??;
        let mut found = found.filter(|address| address.is_ipv4() == self.local.is_ipv4());
        found.next().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Makes a request that will leave for `peer`.
    pub fn request(&self, draft: &Draft<'_>, peer: SocketAddr) -> Request {
        let sent_by = self.address_towards(peer);
        let branch = random_text(16);
        let via = format!("SIP/2.0/UDP {sent_by};rport;branch=z9hG4bK{branch}");
        let mut headers = vec![Header::Via(via.as_str().into())];
        let routes = draft.routes.iter();
        headers.extend(routes.map(|route| Header::Route(route.as_str().into())));
        headers.extend([
            Header::MaxForwards(70.into()),
            Header::From(draft.from.into()),
            Header::To(draft.to.into()),
            Header::CallId(draft.call_id.into()),
            Header::CSeq(format!("{} {}", draft.cseq, draft.method).as_str().into()),
            Header::UserAgent(USER_AGENT.into()),
        ]);
        Request {
            method: draft.method,
            uri: draft.uri.to_stack(),
            version: Version::V2,
            headers: headers.into(),
            body: Vec::new(),
        }
    }

    /// Sends a request that has no transaction of its own: the ACK of a 2xx.
    pub async fn send_once(&self, mut request: Request, peer: SocketAddr) {
        let length = request.body.len() as u32;
        request
            .headers
            .unique_push(Header::ContentLength(length.into()));
        let sent = self.udp.send(request.into(), Some(&address(peer))).await;
        if let Err(error) = sent {
            tracing::warn!("an ACK to {peer} was not sent: {error}");
        }
    }

    fn client(&self, request: Request, peer: SocketAddr) -> Result<Transaction> {
        let key = TransactionKey::from_request(&request, TransactionRole::Client)?;
        let (endpoint, udp) = (self.endpoint.clone(), self.udp.clone());
        let mut transaction = Transaction::new_client(key, request, endpoint, Some(udp));
        transaction.destination = Some(address(peer));
        Ok(transaction)
    }

    /// Sends a request; its responses and its end go to `sink`.
    pub fn send(
        &self,
        request: Request,
        peer: SocketAddr,
        exchange: Exchange,
        sink: &UnboundedSender<Input>,
    ) -> Result<Running> {
        let method = request.method;
        let mut transaction = self.client(request, peer)?;
        let running = Running::of(&transaction);
        let sink = sink.clone();
        self.tasks.spawn(async move {
            if let Err(error) = transaction.send().await {
                tracing::warn!("a {method} to {peer} was not sent: {error}");
            } else {
                while let Some(message) = transaction.receive().await {
                    if let SipMessage::Response(response) = message {
                        // The call may be over and gone; the transaction goes on all the same.
                        let _ = sink.send(Input::Response(exchange, Box::new(response)));
                    }
                }
            }
            // As above.
            let _ = sink.send(Input::Ended(exchange));
        });
        Ok(running)
    }

    /// Sends a request and waits for its final response, which is a 408 if none came in time;
    /// `None` if it cannot be sent.
    pub async fn exchange(&self, request: Request, peer: SocketAddr) -> Option<Response> {
        let method = request.method;
        let not_sent = |error: &dyn std::fmt::Display| {
            tracing::warn!("a {method} to {peer} was not sent: {error}");
        };
        let made = self.client(request, peer);
        let mut transaction = made.map_err(|error| not_sent(&error)).ok()?;
        let sent = transaction.send().await;
        sent.map_err(|error| not_sent(&error)).ok()?;
        while let Some(message) = transaction.receive().await {
            match message {
                SipMessage::Response(r) if r.status_code.code() >= 200 => return Some(r),
                _ => {}
            }
        }
        None
    }

    /// Serves an INVITE: what happens to it goes to `sink`, answers go through the handle.
    pub fn serve(
        &self,
        mut transaction: Transaction,
        tag: &str,
        exchange: Exchange,
        sink: &UnboundedSender<Input>,
    ) -> Serving {
        add_to_tag(&mut transaction.original, tag);
        let serving = Serving {
            running: Running::of(&transaction),
            request: transaction.original.clone(),
            endpoint: self.endpoint.clone(),
        };
        let sink = sink.clone();
        let mut owed = Some(self.tasks.token());
        tokio::spawn(async move {
            while let Some(message) = transaction.receive().await {
                let input = match message {
                    SipMessage::Request(r) if r.method == Method::Cancel => Input::Cancel,
                    SipMessage::Request(r) if r.method == Method::Ack => {
                        // The rest is for stray copies (Timer I); nobody waits for that.
                        owed = None;
                        Input::Ack(exchange)
                    }
                    _ => continue,
                };
                // The call may be over and gone; the transaction goes on all the same.
                let _ = sink.send(input);
            }
            let _ = sink.send(Input::Ended(exchange));
            drop(owed);
        });
        serving
    }

    /// Answers a request with a final response, once and for all.
    pub fn answer(&self, mut transaction: Transaction, status: StatusCode, headers: Vec<Header>) {
        let owed = self.tasks.token();
        tokio::spawn(async move {
            let method = transaction.original.method;
            if let Err(error) = transaction.reply_with(status, headers, None).await {
                tracing::warn!("a {method} was not answered: {error}");
            }
            if method == Method::Invite {
                // The refusal is sent again until it is acknowledged; what comes then are copies.
                let _ack = transaction.receive().await;
                drop(owed);
                while transaction.receive().await.is_some() {}
            }
        });
    }
}

fn address(of: SocketAddr) -> SipAddr {
    SipAddr::new(rsipstack::sip::Transport::Udp, of.into())
}

/// Gives our side of a dialog its tag, in a request that came without.
fn add_to_tag(request: &mut Request, tag: &str) {
    for header in request.headers.iter_mut() {
        if let Header::To(to) = header {
            let tagged = super::address::NameAddr::parse(to.value())
                .is_some_and(|value| value.param("tag").is_some());
            if !tagged {
                let value = format!("{};tag={tag}", to.value());
                to.replace(value);
            }
        }
    }
}

/// A transaction under way.
#[derive(Clone)]
pub(super) struct Running {
    sender: TransactionEventSender,
    key: TransactionKey,
}

impl Running {
    fn of(transaction: &Transaction) -> Self {
        Running {
            sender: transaction.tu_sender.clone(),
            key: transaction.key.clone(),
        }
    }

    /// Ends it: nothing is sent again and nothing waited for.
    pub fn stop(&self) {
        // Nobody listens to a transaction that is over already.
        let _ = self
            .sender
            .send(TransactionEvent::Terminate(self.key.clone()));
    }
}

/// An INVITE that somebody waits for our answer to.
pub(super) struct Serving {
    running: Running,
    /// The INVITE, with our tag.
    pub request: Request,
    endpoint: EndpointInnerRef,
}

impl Serving {
    /// Sends a response. One that comes after a final one is not sent.
    pub fn respond(&self, status: StatusCode, headers: Vec<Header>, body: Option<Vec<u8>>) {
        let mut response = self.endpoint.make_response(&self.request, status, body);
        response.headers.extend(headers);
        let event = TransactionEvent::Respond(response);
        if self.running.sender.send(event).is_err() {
            // The caller has given up, which its own input says.
            tracing::debug!("an INVITE is over before it is answered");
        }
    }

    /// Its transaction, which sends the final response again until it is acknowledged.
    pub fn running(&self) -> Running {
        self.running.clone()
    }
}
