//! What an outgoing and an incoming call have in common: the line's station, and one call on it as
//! the runtime sees it.

use super::address::{NameAddr, SipUri, unescape};
use super::control::{Control, Switchboard};
use super::digest;
use super::routes::Input;
use super::settings::Config;
use super::stack::{Exchange, Running, Stack};
use crate::engine::{Call, Cause, Line, Party};
use crate::shared::Shared;
use rsipstack::sip::{Header, Method, Request};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// A line with what it takes to talk for it.
pub(super) struct Station {
    pub config: Config,
    pub line: Arc<Line>,
    pub stack: Arc<Stack>,
    pub switchboard: Arc<Switchboard>,
    pub appearances: Arc<super::control::Appearances>,
}

impl Station {
    /// The Contact value by which `peer` reaches this line.
    pub fn contact(&self, peer: SocketAddr) -> String {
        let address = self.stack.address_towards(peer);
        format!("<sip:{}@{address}>", self.config.uri.user)
    }

    /// A From or To value as a party: the user alone if it is one of the line's own domain, which
    /// is what can be dialled here, otherwise the whole address.
    pub fn party(&self, value: &str) -> Party {
        let Some(value) = NameAddr::parse(value) else {
            return Party::default();
        };
        let number = match SipUri::parse(value.uri) {
            Some(uri) if uri.user.is_empty() => uri.host,
            Some(uri) if uri.host.eq_ignore_ascii_case(&self.config.uri.host) => {
                unescape(&uri.user)
            }
            Some(uri) => SipUri {
                params: Vec::new(),
                ..uri
            }
            .to_string(),
            None => value.uri.to_owned(),
        };
        Party {
            name: value.name,
            number,
        }
    }
}

/// A call on its way, up or ending.
pub(super) struct Leg {
    pub station: Arc<Station>,
    pub call: Call,
    pub control: Shared<Control>,
    pub inputs: UnboundedReceiver<Input>,
    pub sink: UnboundedSender<Input>,
    pub auth: digest::Session,
    last_exchange: Exchange,
}

impl Leg {
    pub fn new(
        station: Arc<Station>,
        call: Call,
        control: Shared<Control>,
        (sink, inputs): (UnboundedSender<Input>, UnboundedReceiver<Input>),
    ) -> Self {
        Leg {
            station,
            call,
            control,
            inputs,
            sink,
            auth: digest::Session::default(),
            // The first one is the INVITE of an incoming call.
            last_exchange: INVITE,
        }
    }

    /// The call is over for the application; the wire may still have work.
    pub fn over(&self, cause: Cause) {
        self.control.free_appearance();
        self.call.disconnected(cause);
    }

    /// A number for one more request.
    pub fn next_exchange(&mut self) -> Exchange {
        self.last_exchange += 1;
        self.last_exchange
    }

    /// Adds the answers to all challenges met so far. Returns them.
    pub fn authorize(&mut self, request: &mut Request, uri: &str) -> Vec<Header> {
        let Some(who) = &self.station.config.credentials else {
            return Vec::new();
        };
        let headers = self.auth.headers(who, request.method, uri);
        request.headers.extend(headers.clone());
        headers
    }

    /// Sends a request; `None` if it cannot even be put together.
    pub fn send(&mut self, request: Request, peer: SocketAddr) -> Option<(Exchange, Running)> {
        let exchange = self.next_exchange();
        let method = request.method;
        match self.station.stack.send(request, peer, exchange, &self.sink) {
            Ok(running) => Some((exchange, running)),
            Err(error) => {
                let call = self.call.id();
                tracing::error!("call {call}: a {method} was not sent: {error}");
                None
            }
        }
    }
}

impl Drop for Leg {
    fn drop(&mut self) {
        // Whatever went wrong here, the application does not keep a call that is nobody's. When it
        // has hung up itself, the call ends by its own reason.
        if self.control.hung_up().is_none() {
            self.over(Cause::Failed);
        }
    }
}

/// The number of an incoming call's INVITE.
pub(super) const INVITE: Exchange = 0;

/// A way for the network to reach a call.
pub(super) fn channel() -> (UnboundedSender<Input>, UnboundedReceiver<Input>) {
    unbounded_channel()
}

/// The headers of a request or response that says where we are and what we do.
pub(super) fn about_us(contact: String) -> Vec<Header> {
    vec![
        Header::Contact(contact.as_str().into()),
        Header::Allow(super::ALLOWED.into()),
    ]
}

/// Puts a session description into a request.
pub(super) fn describe(request: &mut Request, body: Vec<u8>) {
    debug_assert_eq!(request.method, Method::Invite);
    request.headers.push(Header::ContentType(SDP.into()));
    request.body = body;
}

/// The media type of session descriptions.
pub(super) const SDP: &str = "application/sdp";
