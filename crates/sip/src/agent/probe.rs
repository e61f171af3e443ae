//! Whether somebody is there: OPTIONS outside a dialog (RFC 3261 §11), with its answer or without.

use super::line::Line;
use super::outgoing::refusal;
use super::{Agent, Core, Event, LineId, Owner, Refusal, SDP};
use crate::digest::Session;
use crate::flow::Flow;
use crate::message::uri::Uri;
use crate::message::{Message, Method, Name, Writer};
use crate::slab::Place;
use crate::transaction::ClientId;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// A question under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ProbeId(pub(crate) Place);

impl ProbeId {
    /// As one number, never zero.
    pub fn to_bits(self) -> u64 {
        self.0.to_bits()
    }

    /// From [`ProbeId::to_bits`].
    pub fn from_bits(bits: u64) -> Self {
        ProbeId(Place::from_bits(bits))
    }
}

/// What somebody who is there says. Any answer is one, also a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probed {
    pub code: u16,
    pub reason: String,
    /// How long it took, with the challenge if there was one.
    pub took: Duration,
    /// Whether our password was asked for, and taken: the last answer is no challenge.
    pub authenticated: bool,
    /// What the far end calls itself (Server or User-Agent); empty if it does not say.
    pub server: String,
    /// The methods that it takes (Allow); empty if it does not say.
    pub allow: String,
    /// Our address as the far end sees it (RFC 3581), if it says so.
    pub seen_as: Option<SocketAddr>,
}

/// A question that waits for its answer.
pub(super) struct Probe {
    line: LineId,
    uri: String,
    flow: Flow,
    call_id: String,
    tag: String,
    number: u32,
    auth: Session,
    challenged: bool,
    begun: Instant,
    client: Option<ClientId>,
}

impl Agent {
    /// Asks `uri` (a server: `sip:example.com`, or a user) over this way whether it is there, as this
    /// line. [`Event::Probed`] tells what it says, 64·T1 later at the latest. A challenge is answered
    /// if the line has a password. `None` if there is no such line or the URI is none.
    pub fn probe(&mut self, now: Instant, line: LineId, uri: &str, flow: Flow) -> Option<ProbeId> {
        self.core.now = now;
        self.core.line(line)?;
        Uri::parse(uri).filter(Uri::is_sip)?;
        let (call_id, tag) = (self.core.random.text(24), self.core.random.text(12));
        let place = self.probes.insert(Probe {
            line,
            uri: uri.to_owned(),
            flow,
            call_id,
            tag,
            number: 0,
            auth: Session::default(),
            challenged: false,
            begun: now,
            client: None,
        });
        let id = ProbeId(place);
        self.send_probe(id);
        self.settle();
        Some(id)
    }

    fn send_probe(&mut self, id: ProbeId) {
        let core = &mut self.core;
        let Some(probe) = self.probes.get_mut(id.0) else {
            return;
        };
        let Some(line) = core.lines.get(probe.line.0 as usize) else {
            return;
        };
        probe.number += 1;
        let mut writer = options(line, &probe.uri, &probe.flow, &probe.tag);
        writer
            .header(Name::CallId, &probe.call_id)
            .cseq(probe.number, Method::Options);
        core.sign(&mut writer);
        if let Some(who) = &line.settings.credentials {
            let random = &mut core.random;
            let auth = &mut probe.auth;
            auth.write(who, Method::Options, &probe.uri, random, &mut writer);
        }
        let draft = super::incoming::draft(writer, Method::Options);
        probe.client = Some(core.send(draft, &probe.flow, Owner::Probe(id)));
    }

    pub(super) fn probe_answered(&mut self, id: ProbeId, client: ClientId, message: &Message<'_>) {
        let code = message.code().unwrap_or_default();
        let Some(probe) = self.probes.get_mut(id.0) else {
            return;
        };
        if probe.client != Some(client) || code < 200 {
            return;
        }
        let line = self.core.line(probe.line);
        let knows = line.is_some_and(|line| line.settings.credentials.is_some());
        let challenge = matches!(code, 401 | 407);
        if challenge && knows && probe.auth.take(message) {
            probe.challenged = true;
            return self.send_probe(id);
        }
        let Refusal::Answer(code, reason) = refusal(message) else {
            return;
        };
        let text = |name| message.header(name).unwrap_or_default().to_owned();
        let server = match message.header(Name::Server) {
            Some(server) => server.to_owned(),
            None => text(Name::UserAgent),
        };
        let allow: Vec<&str> = message.list(Name::Allow).take(64).collect();
        let seen_as = message.via().and_then(|via| {
            let port = via.rport().or(via.port).unwrap_or(5060);
            Some(SocketAddr::new(via.received()?.to_canonical(), port))
        });
        let probed = Probed {
            code,
            reason,
            took: self.core.now.saturating_duration_since(probe.begun),
            authenticated: probe.challenged && !challenge,
            server,
            allow: allow.join(", "),
            seen_as,
        };
        self.probe_ends(id, Ok(probed));
    }

    pub(super) fn probe_unanswered(&mut self, id: ProbeId, client: ClientId, why: Refusal) {
        let probe = self.probes.get(id.0);
        if probe.is_some_and(|probe| probe.client == Some(client)) {
            self.probe_ends(id, Err(why));
        }
    }

    fn probe_ends(&mut self, id: ProbeId, result: Result<Probed, Refusal>) {
        self.probes.remove(id.0);
        self.core.tell(Event::Probed { probe: id, result });
    }
}

/// Begins an OPTIONS of a line, up to its Call-ID and CSeq.
pub(super) fn options(line: &Line, uri: &str, flow: &Flow, tag: &str) -> Writer {
    let mut writer = Writer::request(Method::Options, uri);
    for route in line.routes() {
        writer.header(Name::Route, route);
    }
    writer
        .number(Name::MaxForwards, 70)
        .parts(Name::From, &[&line.settings.identity, ";tag=", tag])
        .parts(Name::To, &["<", uri, ">"])
        .header(Name::Contact, &line.contact(flow))
        .header(Name::Accept, SDP);
    writer
}

impl Core {
    /// Sends an OPTIONS whose answer matters only by being one.
    pub fn send_options(&mut self, id: LineId, uri: &str, flow: &Flow, owner: Owner) -> ClientId {
        let (call_id, tag) = (self.random.text(24), self.random.text(12));
        let mut writer = match self.line(id) {
            Some(line) => options(line, uri, flow, &tag),
            None => Writer::request(Method::Options, uri),
        };
        writer
            .header(Name::CallId, &call_id)
            .cseq(1, Method::Options);
        self.sign(&mut writer);
        let draft = super::incoming::draft(writer, Method::Options);
        self.send(draft, flow, owner)
    }
}
