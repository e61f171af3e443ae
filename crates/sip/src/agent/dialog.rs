//! A dialog (RFC 3261 §12): who talks to whom, which way requests go, and how they are numbered.

use super::Failure;
use super::line::Line;
use crate::flow::{ConnectionId, Flow, Gone, Transport};
use crate::message::uri::{SipUri, Uri};
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
    /// Whether the first route has no `lr`: a strict router, which wants to be the Request-URI.
    strict: bool,
    /// Whether the next hop is a name, which has to be looked up.
    named: bool,
    /// Whether it has begun over TLS. What was told in private goes no other way then.
    private: bool,
    /// The number of our latest request, and of theirs.
    pub cseq: u32,
    pub remote_cseq: Option<u32>,
    /// The way that requests take.
    pub flow: Flow,
    /// The way that the last message came by, if that is another: where a request goes that cannot
    /// be sent.
    back: Option<Box<Flow>>,
    /// The way of requests when the connection that they take is gone. None if that is one to the
    /// same place.
    anew: Option<Box<Flow>>,
    /// Whether a connection that broke under this request was replaced by one to the same place.
    replaced: bool,
}

impl Dialog {
    /// The dialog that a response to an INVITE of ours makes. Without a Contact, which a 2xx must
    /// have, requests go on to `fallback`, the target of the INVITE, so that the call can be ended
    /// properly.
    pub fn of_caller(
        response: &Message<'_>,
        from: &str,
        number: u32,
        fallback: &str,
        came_by: &Flow,
    ) -> Self {
        let mut routes: Vec<Box<str>> = response.list(Name::RecordRoute).map(Box::from).collect();
        routes.reverse();
        let mut dialog = Dialog {
            call_id: response.call_id().into(),
            local: from.into(),
            remote: response.header(Name::To).unwrap_or_default().into(),
            remote_tag: response.to_tag().into(),
            target: contact(response).unwrap_or(fallback).into(),
            strict: is_strict(&routes),
            named: false,
            private: came_by.transport == Transport::Tls,
            routes,
            cseq: number,
            remote_cseq: None,
            flow: came_by.clone(),
            back: None,
            anew: None,
            replaced: false,
        };
        dialog.find_way(came_by);
        dialog
    }

    /// The numbers go on from those of the early dialog that this one was (§12.1).
    pub fn go_on_from(&mut self, early: &Dialog) {
        self.cseq = self.cseq.max(early.cseq);
        self.remote_cseq = early.remote_cseq;
    }

    /// The same for copies of its 2xx, which says this tag.
    pub fn answered_as(mut self, tag: Option<&str>) -> Self {
        if let Some(tag) = tag {
            self.remote_tag = tag.into();
        }
        self
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
        let routes: Vec<Box<str>> = invite.list(Name::RecordRoute).map(Box::from).collect();
        let mut dialog = Dialog {
            call_id: invite.call_id().into(),
            local: local.into(),
            remote: invite.header(Name::From).unwrap_or_default().into(),
            remote_tag: invite.from_tag().into(),
            target: contact(invite).unwrap_or_default().into(),
            strict: is_strict(&routes),
            named: false,
            private: came_by.transport == Transport::Tls,
            routes,
            cseq: 0,
            remote_cseq: Some(invite.cseq()),
            flow: came_by.clone(),
            back: None,
            anew: None,
            replaced: false,
        };
        dialog.find_way(came_by);
        dialog
    }

    /// Whether a message of the far end is of this dialog. A far end that had no tag may get one
    /// later, as some do.
    pub fn is_of(&self, call_id: &str, remote_tag: &str) -> bool {
        *self.call_id == *call_id && (*self.remote_tag == *remote_tag || self.remote_tag.is_empty())
    }

    /// Takes a request from the far end in. False if its number is out of order (§12.2.2).
    pub fn take_number(&mut self, request: &Message<'_>, came_by: &Flow) -> bool {
        let number = request.cseq();
        if self.remote_cseq.is_some_and(|last| number <= last) {
            return false;
        }
        self.remote_cseq = Some(number);
        if self.remote_tag.is_empty() && !request.from_tag().is_empty() {
            self.remote_tag = request.from_tag().into();
            self.remote = request.header(Name::From).unwrap_or_default().into();
        }
        self.hear(came_by);
        true
    }

    /// Whether what has begun in private would be read by others on this way.
    fn is_lowered_by(&self, flow: &Flow) -> bool {
        self.private && flow.transport != Transport::Tls
    }

    /// A message came this way. A newer connection from the same machine takes the place of the old.
    fn hear(&mut self, came_by: &Flow) {
        let same = self.flow.peer == came_by.peer && self.flow.connection == came_by.connection;
        if same || self.is_lowered_by(came_by) {
            return;
        }
        let same_kind = self.flow.transport == came_by.transport && came_by.transport.is_reliable();
        if same_kind && self.flow.peer.ip() == came_by.peer.ip() {
            let before = std::mem::replace(&mut self.flow, came_by.clone());
            if before.connection.is_none() {
                self.anew = Some(Box::new(before));
            }
        } else {
            self.back = Some(Box::new(came_by.clone()));
        }
    }

    /// Something new is to be asked, and not once more what failed: a connection that breaks under it
    /// may be replaced again.
    pub fn begin_anew(&mut self) {
        self.replaced = false;
    }

    /// Takes another way, if there is one: a request has failed so, for which this connection stood
    /// when it was sent, if one did. Each way is taken once, so that this comes to an end.
    pub fn turn_back(&mut self, failure: Failure, sent_over: Option<ConnectionId>) -> bool {
        if self.flow.connection.is_some() {
            // The far end may have come over a newer one meanwhile, which stands.
            if self.flow.connection == sent_over {
                self.connect_anew();
            }
            return true;
        }
        // It took a connection that was there already, and that led nowhere any more.
        if failure == Failure::Lost && !std::mem::replace(&mut self.replaced, true) {
            return true;
        }
        match self.back.take() {
            Some(back) if *back != self.flow => {
                self.flow = *back;
                true
            }
            _ => false,
        }
    }

    /// Leaves the connection that requests take for a new one: to where the far end says that it
    /// listens, since a connection that it has opened comes from a port where nobody does (§18.1.1).
    fn connect_anew(&mut self) {
        match self.anew.take() {
            Some(anew) => self.flow = *anew,
            None => self.flow.connection = None,
        }
    }

    /// Our address may be another one by now. Returns whether it is.
    pub fn readdress(&mut self, local: &mut impl FnMut(&Flow) -> Option<SocketAddr>) -> bool {
        let others = [&mut self.back, &mut self.anew];
        for way in others.into_iter().flatten() {
            way.readdress(local);
        }
        self.flow.readdress(local)
    }

    /// A connection is gone: requests take another, if they took this one.
    pub fn lose(&mut self, gone: &Gone) {
        if self.flow.connection.is_some_and(|id| gone.was(id)) {
            self.connect_anew();
        }
    }

    /// Requests go the first of these ways from now on that lowers no protection: they were looked up.
    /// A connection that stands is used before.
    pub fn set_way(&mut self, flows: Vec<Flow>) {
        self.named = false;
        let mut flows = flows.into_iter();
        let Some(flow) = flows.find(|flow| !self.is_lowered_by(flow)) else {
            return;
        };
        if self.flow.connection.is_some() {
            self.anew = Some(Box::new(flow));
            return;
        }
        let before = std::mem::replace(&mut self.flow, flow);
        self.back.get_or_insert_with(|| Box::new(before));
    }

    /// The far end is reached under a new address from now on (§12.2.1.2). Without a Contact the old
    /// one stays.
    pub fn refresh_target(&mut self, message: &Message<'_>, came_by: &Flow) {
        if let Some(target) = contact(message).filter(|target| *target != &*self.target) {
            self.target = target.into();
            self.find_way(came_by);
        }
    }

    /// Where the next request goes first.
    fn next_hop(&self) -> Option<Uri<'_>> {
        let first = self.routes.first().and_then(|route| uri_of(route));
        first
            .or_else(|| Uri::parse(&self.target))
            .filter(Uri::is_sip)
    }

    /// Finds the way without asking anybody: an address that is spelled out, or else where the last
    /// message came from. A connection that stands is used as long as it leads to the same machine.
    fn find_way(&mut self, came_by: &Flow) {
        let own = self.flow.clone();
        let came_by = if self.is_lowered_by(came_by) {
            &own
        } else {
            came_by
        };
        let hop = self.next_hop();
        let ip = hop
            .as_ref()
            .and_then(|hop| host_of(hop).parse::<IpAddr>().ok());
        let way = hop
            .zip(ip)
            .and_then(|(hop, ip)| self.way_to(&hop, ip, came_by));
        self.named = hop.is_some() && ip.is_none();
        (self.back, self.anew) = (None, None);
        self.flow = came_by.clone();
        let Some(way) = way else { return };
        let same_machine = way.transport == came_by.transport && way.peer.ip() == came_by.peer.ip();
        if same_machine && came_by.connection.is_some() {
            self.anew = Some(Box::new(way));
        } else if way != *came_by {
            self.flow = way;
            self.back = Some(Box::new(came_by.clone()));
        }
    }

    /// The way that the next hop spells out, if it is one to go.
    fn way_to(&self, hop: &Uri<'_>, ip: IpAddr, came_by: &Flow) -> Option<Flow> {
        let transport = transport_of(hop, came_by.transport);
        if self.private && transport != Transport::Tls {
            return None;
        }
        let port = hop.port.unwrap_or(transport.default_port());
        let same_machine = ip == came_by.peer.ip();
        // Behind an address translator a Contact says an address that nobody outside can reach.
        if self.routes.is_empty() && is_inside(ip) && !is_inside(came_by.peer.ip()) {
            return None;
        }
        let many = match ip {
            IpAddr::V4(ip) => ip.is_multicast() || ip.is_broadcast(),
            IpAddr::V6(ip) => ip.is_multicast(),
        };
        if ip.is_unspecified() || many || ip.is_ipv4() != came_by.peer.is_ipv4() {
            return None;
        }
        let mut peer = SocketAddr::new(ip, port);
        let mut server_name = None;
        if same_machine {
            // Keeps the zone of a link-local address.
            peer = came_by.peer;
            peer.set_port(port);
            // It has proved to be this one, and has to again.
            server_name.clone_from(&came_by.server_name);
        }
        Some(Flow {
            transport,
            peer,
            local: came_by.local,
            connection: None,
            server_name,
        })
    }

    /// The host that has to be looked up before the way is what the far end asked for.
    pub fn to_resolve(&self) -> Option<String> {
        if !self.named {
            return None;
        }
        SipUri::of(&self.next_hop()?).map(|hop| hop.to_string())
    }

    /// The strict router that comes first, if one does (§12.2.1.1).
    fn strict_route(&self) -> Option<&str> {
        let first = self.routes.first().filter(|_| self.strict)?;
        Some(NameAddr::parse(first)?.uri)
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
        line.contact_for(&self.local, &self.target, &self.flow)
    }
}

/// The URI of a route.
fn uri_of(route: &str) -> Option<Uri<'_>> {
    Uri::parse(NameAddr::parse(route)?.uri)
}

fn is_strict(routes: &[Box<str>]) -> bool {
    let first = routes.first().and_then(|route| uri_of(route));
    first.is_some_and(|uri| uri.is_sip() && !uri.has_param("lr"))
}

/// The host that messages for a URI go to, without the brackets of an address.
fn host_of<'a>(uri: &Uri<'a>) -> &'a str {
    let host = uri.param("maddr").filter(|maddr| !maddr.is_empty());
    let host = host.unwrap_or(uri.host);
    host.trim_start_matches('[').trim_end_matches(']')
}

/// How a URI wants to be reached; `usual` if it does not say.
pub fn transport_of(uri: &Uri<'_>, usual: Transport) -> Transport {
    let named = uri.param("transport");
    match named {
        _ if uri.is_secure() => Transport::Tls,
        Some(t) if t.eq_ignore_ascii_case("udp") => Transport::Udp,
        Some(t) if t.eq_ignore_ascii_case("tls") => Transport::Tls,
        Some(t) if t.eq_ignore_ascii_case("tcp") && usual != Transport::Tls => Transport::Tcp,
        Some(t) if t.eq_ignore_ascii_case("tcp") => Transport::Tls,
        // A URI that says nothing means UDP, but a peer that came by another way is there (§18.1.1).
        _ => usual,
    }
}

/// Whether an address means something only on its own network: also that of a carrier which
/// translates addresses (RFC 6598, RFC 7335).
fn is_inside(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => {
            let of_carrier = matches!(ip.octets(), [100, 64..=127, ..] | [192, 0, 0, _]);
            ip.is_private() || ip.is_link_local() || ip.is_loopback() || of_carrier
        }
        IpAddr::V6(ip) => ip.is_unique_local() || ip.is_unicast_link_local() || ip.is_loopback(),
    }
}

/// The URI of a message's Contact without its headers, if it is one that we can call.
pub(super) fn contact<'a>(message: &Message<'a>) -> Option<&'a str> {
    let text = NameAddr::parse(message.list(Name::Contact).next()?)?.uri;
    let uri = Uri::parse(text).filter(Uri::is_sip)?;
    match uri.headers.len() {
        0 => Some(text.trim_end_matches('?')),
        headers => text.get(..text.len().checked_sub(headers + 1)?),
    }
}
