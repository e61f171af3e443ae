//! A dialog (RFC 3261 §12): who talks to whom, which way requests go, and how they are numbered.

use super::line::Line;
use crate::flow::{Flow, Transport};
use crate::message::uri::SipUri;
use crate::message::value::NameAddr;
use crate::message::{Message, Method, Name, Writer};
use std::net::{IpAddr, SocketAddr};

/// Our side of a dialog.
#[derive(Debug, Clone)]
pub(super) struct Dialog {
    pub call_id: Box<str>,
    /// Our address with our tag, and theirs with theirs.
    pub local: Box<str>,
    pub remote: Box<str>,
    /// Empty until the far end says one.
    pub remote_tag: Box<str>,
    /// Where requests are for.
    pub target: Box<str>,
    routes: Vec<Box<str>>,
    /// The number of our latest request, and of theirs.
    pub cseq: u32,
    pub remote_cseq: Option<u32>,
    /// The way that requests take.
    pub flow: Flow,
}

impl Dialog {
    /// The dialog that a response to an INVITE of ours makes. Without a Contact, which a 2xx must
    /// have, requests go on to `fallback`, the target of the INVITE, so that the call can be ended
    /// properly.
    pub fn of_caller(response: &Message<'_>, fallback: &str, came_by: &Flow) -> Self {
        let mut routes: Vec<Box<str>> = response.list(Name::RecordRoute).map(Box::from).collect();
        routes.reverse();
        let mut dialog = Dialog {
            call_id: response.call_id().into(),
            local: response.header(Name::From).unwrap_or_default().into(),
            remote: response.header(Name::To).unwrap_or_default().into(),
            remote_tag: response.to_tag().into(),
            target: contact(response).unwrap_or(fallback).into(),
            routes,
            cseq: response.cseq(),
            remote_cseq: None,
            flow: came_by.clone(),
        };
        dialog.find_way(came_by);
        dialog
    }

    /// The dialog of an INVITE that we answer with this tag. Without a Contact that we can call
    /// requests go back to where it came from.
    pub fn of_called(invite: &Message<'_>, tag: &str, came_by: &Flow) -> Self {
        let to = invite.header(Name::To).unwrap_or_default();
        let mut local = String::with_capacity(to.len() + tag.len() + 5);
        local.push_str(to);
        if invite.to_tag().is_empty() {
            local.push_str(";tag=");
            local.push_str(tag);
        }
        let mut dialog = Dialog {
            call_id: invite.call_id().into(),
            local: local.into(),
            remote: invite.header(Name::From).unwrap_or_default().into(),
            remote_tag: invite.from_tag().into(),
            target: contact(invite).unwrap_or_default().into(),
            routes: invite.list(Name::RecordRoute).map(Box::from).collect(),
            cseq: 0,
            remote_cseq: Some(invite.cseq()),
            flow: came_by.clone(),
        };
        dialog.find_way(came_by);
        dialog
    }

    /// Whether a message of the far end is of this dialog. A far end that had no tag may get one
    /// later, as some do.
    pub fn is_of(&self, call_id: &str, remote_tag: &str) -> bool {
        *self.call_id == *call_id
            && (*self.remote_tag == *remote_tag || self.remote_tag.is_empty())
    }

    /// Takes the number of a request from the far end. False if it is out of order (§12.2.2).
    pub fn take_number(&mut self, request: &Message<'_>) -> bool {
        let number = request.cseq();
        if self.remote_cseq.is_some_and(|last| number <= last) {
            return false;
        }
        self.remote_cseq = Some(number);
        if self.remote_tag.is_empty() {
            self.remote_tag = request.from_tag().into();
        }
        true
    }

    /// The far end is reached under a new address from now on (§12.2.1.2). Without a Contact the old
    /// one stays.
    pub fn refresh_target(&mut self, message: &Message<'_>, came_by: &Flow) {
        if let Some(target) = contact(message).filter(|target| *target != &*self.target) {
            self.target = target.into();
            self.find_way(came_by);
        }
    }

    fn first_route(&self) -> Option<SipUri> {
        SipUri::parse(NameAddr::parse(self.routes.first()?)?.uri)
    }

    /// Where the next request goes first.
    fn next_hop(&self) -> Option<SipUri> {
        self.first_route().or_else(|| SipUri::parse(&self.target))
    }

    /// Finds the way without asking anybody: an address that is spelled out, or else where the last
    /// message came from. A connection that stands is used as long as it leads to the same machine.
    fn find_way(&mut self, came_by: &Flow) {
        self.flow = came_by.clone();
        let Some(hop) = self.next_hop() else { return };
        let bare = hop.host.trim_start_matches('[').trim_end_matches(']');
        let Ok(ip) = bare.parse::<IpAddr>() else {
            return;
        };
        let transport = transport_of(&hop, came_by.transport);
        let same_machine = ip == came_by.peer.ip();
        if transport == came_by.transport && transport.is_reliable() && same_machine {
            return;
        }
        // Behind an address translator a Contact says an address that nobody outside can reach.
        if self.routes.is_empty() && is_inside(ip) && !is_inside(came_by.peer.ip()) {
            return;
        }
        if ip.is_unspecified() || ip.is_ipv4() != came_by.peer.is_ipv4() {
            return;
        }
        let port = hop.port.unwrap_or(transport.default_port());
        self.flow = Flow {
            transport,
            peer: SocketAddr::new(ip, port),
            local: came_by.local,
            connection: None,
            server_name: None,
        };
    }

    /// The host that has to be looked up before the way is what the far end asked for.
    pub fn to_resolve(&self) -> Option<String> {
        let hop = self.next_hop()?;
        let bare = hop.host.trim_start_matches('[').trim_end_matches(']');
        // A connection that stands is good enough.
        let unknown = bare.parse::<IpAddr>().is_err() && !self.flow.transport.is_reliable();
        unknown.then(|| hop.to_string())
    }

    /// A first route without `lr`: a strict router, which wants to be the Request-URI (§12.2.1.1).
    fn strict_route(&self) -> Option<&str> {
        let first = NameAddr::parse(self.routes.first()?)?.uri;
        (!SipUri::parse(first)?.has_param("lr")).then_some(first)
    }

    /// The Request-URI of the next request.
    pub fn request_uri(&self) -> &str {
        self.strict_route().unwrap_or(&self.target)
    }

    /// Begins a request of this number.
    pub fn begin(&self, method: Method, cseq: u32) -> Writer {
        let strict = self.strict_route();
        let mut writer = Writer::request(method, strict.unwrap_or(&self.target));
        for route in self.routes.iter().skip(usize::from(strict.is_some())) {
            writer.header(Name::Route, route);
        }
        if strict.is_some() {
            writer.parts(Name::Route, &["<", &self.target, ">"]);
        }
        writer
            .number(Name::MaxForwards, 70)
            .header(Name::From, &self.local)
            .header(Name::To, &self.remote)
            .header(Name::CallId, &self.call_id)
            .cseq(cseq, method);
        writer
    }

    /// Begins the next request.
    pub fn next(&mut self, method: Method) -> Writer {
        self.cseq += 1;
        self.begin(method, self.cseq)
    }

    /// The Contact that the far end is to use for us.
    pub fn contact(&self, line: &Line) -> String {
        line.contact_for(&self.local, &self.flow)
    }
}

/// How a URI wants to be reached; `usual` if it does not say.
pub fn transport_of(uri: &SipUri, usual: Transport) -> Transport {
    let named = uri.params.iter().find_map(|(name, value)| {
        (name.eq_ignore_ascii_case("transport")).then_some(value.as_deref()?)
    });
    match named {
        _ if uri.secure => Transport::Tls,
        Some(t) if t.eq_ignore_ascii_case("udp") => Transport::Udp,
        Some(t) if t.eq_ignore_ascii_case("tls") => Transport::Tls,
        Some(t) if t.eq_ignore_ascii_case("tcp") && usual != Transport::Tls => Transport::Tcp,
        Some(t) if t.eq_ignore_ascii_case("tcp") => Transport::Tls,
        // A URI that says nothing means UDP, but a peer that came by another way is there (§18.1.1).
        _ if usual == Transport::Tls => Transport::Tls,
        _ if usual == Transport::Tcp => Transport::Tcp,
        _ => Transport::Udp,
    }
}

/// Whether an address means something only on its own network.
fn is_inside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_private() || ip.is_link_local() || ip.is_loopback(),
        IpAddr::V6(ip) => ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_loopback(),
    }
}

/// The URI of a message's Contact, if it is one that we can call.
pub(super) fn contact<'a>(message: &Message<'a>) -> Option<&'a str> {
    let first = message.list(Name::Contact).next()?;
    let uri = NameAddr::parse(first)?.uri;
    SipUri::parse(uri).is_some().then_some(uri)
}
