//! A call that we place, from its INVITE to its final answer (RFC 3261 §9.1, §13.2).

use super::call::{Call, Stage};
use super::incoming::described_draft;
use super::late::Placed;
use super::reliable::{self, Early};
use super::{ALLOWED, Agent, CallId, Core, End, Event, Failure, LineId, Refusal, What};
use crate::flow::Flow;
use crate::message::uri::Uri;
use crate::message::value::NameAddr;
use crate::message::{Message, Method, Name, Writer};
use crate::sdp;
use crate::transaction::ClientId;
use std::collections::VecDeque;
use std::net::SocketAddr;

/// How many INVITEs one call takes at most: for challenges, intervals, servers and redirections.
const MAX_INVITES: u32 = 20;

/// What it takes to place a call.
#[derive(Debug, Clone)]
pub struct Placing {
    pub line: LineId,
    /// The Request-URI.
    pub target: String,
    /// The ways to where the INVITE goes first, best first; at least one.
    pub flows: Vec<Flow>,
    /// Where our sound arrives.
    pub media: SocketAddr,
    /// A number that no other session of ours has, for the description.
    pub session: u64,
    /// Further header lines of the INVITE, each with its CR LF: Replaces, Referred-By, ….
    pub lines: Vec<u8>,
    /// Whether the far end shall not learn who calls (RFC 3323): the line's servers are told, and
    /// asked to keep it to themselves (RFC 3325).
    pub anonymous: bool,
}

/// An INVITE under way.
pub(super) struct Calling {
    to: String,
    pub(super) flows: VecDeque<Flow>,
    pub(super) flow: Flow,
    pub(super) placed: Placed,
    /// The INVITE that waits for its final response; none while a redirection is looked up.
    pub(super) client: Option<ClientId>,
    lines: Vec<u8>,
    pub(super) early: Vec<Early>,
    /// The tags of early dialogs that their far ends ended.
    pub(super) ended: Vec<Box<str>>,
    /// Whether the far end said anything to the latest INVITE, and more than 100 to any.
    heard: bool,
    pub(super) rang: bool,
    /// Whether the wire is told that the call is given up.
    cancelled: bool,
    /// Whether somebody may answer whom nobody hears of: another branch, or a server that was slow.
    doubtful: bool,
    /// Whether an INVITE was refused. A proxy passes a 2xx on even behind another final response
    /// (RFC 3261 §16.7).
    refused: bool,
    /// What the far end wants as the shortest session (422), if it said so.
    shortest_session: Option<u32>,
    pub(super) redirections: u8,
}

impl Calling {
    pub fn target(&self) -> &str {
        &self.placed.target
    }

    pub fn dialogs(&self) -> usize {
        self.early.len()
    }

    /// Whether one of those who are called has this tag.
    pub fn rings_at(&self, tag: &str) -> bool {
        self.early
            .iter()
            .any(|early| *early.dialog.remote_tag == *tag)
    }
}

impl Agent {
    /// Places a call. Its news come as events with the number that is returned.
    pub fn place(&mut self, now: std::time::Instant, placing: Placing) -> Option<CallId> {
        self.core.now = now;
        let target = Uri::parse(&placing.target).filter(Uri::is_sip)?;
        let mut flows: VecDeque<Flow> = placing.flows.into();
        let tag = self.core.random.text(12);
        let call_id = self.core.random.text(24);
        let line = self.core.lines.get_mut(placing.line.0 as usize)?;
        if !line.settings.routes.is_empty() {
            // Everything goes to the line's own proxy.
            line.learn_servers(flows.iter().map(|flow| flow.peer.ip()));
        }
        let flow = line.take_way(&mut flows)?;
        let media = line.media(&flow);
        let mut from = line_identity(line.calls_as(placing.anonymous));
        from.push_str(&tag);
        let to = identity_of(&target);
        let local = sdp::Local::new(placing.media, placing.session, media);
        let key = self.calls.insert_with(|key| {
            let mut call = Call::new(CallId(key), placing.line, &call_id, &tag, Stage::Gone);
            call.media = Some(local);
            call
        });
        let id = CallId(key);
        self.by_tag.insert(tag.into(), id);
        let lines = placing.lines;
        self.with(id, |call, core| {
            let calling = Calling {
                to,
                flows,
                flow,
                placed: Placed::new(from, placing.target),
                client: None,
                lines,
                early: Vec::new(),
                ended: Vec::new(),
                heard: false,
                rang: false,
                cancelled: false,
                doubtful: false,
                refused: false,
                shortest_session: None,
                redirections: 0,
            };
            call.stage = Stage::Calling(Box::new(calling));
            call.send_invite(core);
        });
        self.settle();
        Some(id)
    }
}

/// Whom a URI means, without how to get there (§19.1.1, table 1), as To has it.
fn identity_of(uri: &Uri<'_>) -> String {
    let mut to = String::with_capacity(uri.user.len() + uri.host.len() + 24);
    to.push_str(if uri.is_secure() { "<sips:" } else { "<sip:" });
    if !uri.user.is_empty() {
        to.push_str(uri.user);
        to.push('@');
    }
    to.push_str(uri.host);
    if let Some(kind) = uri.param("user").filter(|kind| !kind.is_empty()) {
        to.push_str(";user=");
        to.push_str(kind);
    }
    to.push('>');
    to
}

fn line_identity(identity: &str) -> String {
    let mut from = String::with_capacity(identity.len() + 20);
    from.push_str(identity);
    from.push_str(";tag=");
    from
}

impl Call {
    pub(super) fn send_invite(&mut self, core: &mut Core) {
        let Stage::Calling(calling) = &self.stage else {
            return;
        };
        let target = match &self.auth {
            Some(_) => calling.placed.target.clone(),
            None => Box::default(),
        };
        let credentials = self.credentials(core, Method::Invite, &target);
        let Some(line) = core.lines.get(self.line.0 as usize) else {
            return;
        };
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        if let Some(media) = &mut self.media {
            // What went for one server need not go for the next.
            let security = line.media(&calling.flow).security;
            media.secure(security, &mut core.random);
        }
        calling.placed.number += 1;
        calling.heard = false;
        let mut writer = Writer::request(Method::Invite, &calling.placed.target);
        for route in line.routes() {
            writer.header(Name::Route, route);
        }
        writer
            .number(Name::MaxForwards, 70)
            .header(Name::From, &calling.placed.from)
            .header(Name::To, &calling.to)
            .header(Name::CallId, &self.call_id)
            .cseq(calling.placed.number, Method::Invite)
            .header(
                Name::Contact,
                &line.contact_for(&calling.placed.from, &calling.placed.target, &calling.flow),
            )
            .header(Name::Allow, ALLOWED)
            .header(Name::Supported, reliable::supported(line.settings.reliable));
        if let super::Reliable::Required = line.settings.reliable {
            writer.header(Name::Require, "100rel");
        }
        super::refresh::ask(
            &mut writer,
            &line.settings.session_timer,
            calling.shortest_session,
        );
        core.sign(&mut writer);
        super::identity::write_privacy(&mut writer, line, &calling.placed.from, &calling.flow);
        writer.lines(&line.settings.invite_lines);
        writer.lines(&credentials).lines(&calling.lines);
        let offer = self
            .media
            .as_mut()
            .map(sdp::Local::offer)
            .unwrap_or_default();
        let draft = described_draft(writer, Method::Invite, &offer);
        calling.placed.credentials = credentials;
        let (flow, owner) = (calling.flow.clone(), super::Owner::Call(self.id));
        calling.client = Some(core.send(draft, &flow, owner));
        let silence = core.settings.times.t1 * 360;
        self.after(core, silence, What::Silence);
    }

    fn is_ending(&self) -> bool {
        self.over
    }

    /// Tells the wire that nobody waits for the answer any more.
    pub(super) fn give_up_calling(&mut self, core: &mut Core) {
        let lines = self.why_lines().to_vec();
        self.stop(core, What::Silence);
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        let first = !std::mem::replace(&mut calling.cancelled, true);
        match calling.client {
            Some(client) if first => core.layer.cancel(core.now, client, &lines, &mut core.out),
            Some(_) => {}
            // It was redirected, and nobody is called at the moment.
            None => self.finish_calling(core),
        }
    }

    /// The call is over, and no INVITE of it under way.
    pub(super) fn finish_calling(&mut self, core: &mut Core) {
        let Stage::Calling(calling) = &self.stage else {
            return;
        };
        for early in &calling.early {
            early.forget_prack(core);
        }
        let forked = calling.early.len() > 1 || calling.placed.has_strays();
        if calling.doubtful || calling.refused || calling.cancelled || forked {
            return self.leave_trace(core);
        }
        self.stop_all(core);
        self.stage = Stage::Gone;
    }

    pub(super) fn calling_due(&mut self, core: &mut Core, what: What) {
        match what {
            What::Silence => {
                // Nobody says anything any more (Timer C, §16.6).
                self.over(core, End::Silent, None);
                self.give_up_calling(core);
            }
            What::Foreign => self.foreign_is_due(core),
            _ => {}
        }
    }

    pub(super) fn calling_response(
        &mut self,
        core: &mut Core,
        client: ClientId,
        message: &Message<'_>,
        flow: &Flow,
    ) {
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        if Some(client) != calling.client {
            return self.prack_answered(core, client, message);
        }
        let code = message.code().unwrap_or_default();
        calling.refused |= code >= 300;
        match code {
            ..200 => {
                calling.heard = true;
                if code > 100 {
                    calling.rang = true;
                    self.early_response(core, message, flow);
                }
                if !self.is_ending() {
                    let silence = core.settings.times.t1 * 360;
                    self.after(core, silence, What::Silence);
                    let call = self.id;
                    let reason = reason_of(message);
                    core.tell_of(self.for_transfer, code);
                    core.tell(Event::Progress { call, code, reason });
                }
            }
            200..300 => self.answered(core, message, flow),
            401 | 407
                if !self.is_ending() && self.may_go_on() && self.is_challenged(core, message) =>
            {
                self.forget_early();
                self.send_invite(core);
            }
            422 if !self.is_ending() && self.may_ask_for_longer(message) => {
                self.forget_early();
                self.send_invite(core);
            }
            // Another server may do better (RFC 3263 §4.3).
            503 if !self.is_ending() && self.next_way(core) => {}
            300..=399 if !self.is_ending() && self.may_follow(message) => {
                let targets = message.list(Name::Contact);
                let targets = targets.filter_map(NameAddr::parse);
                let targets = targets.map(|target| target.uri.to_owned()).collect();
                let call = self.id;
                let reason = reason_of(message);
                if let Stage::Calling(calling) = &mut self.stage {
                    calling.client = None;
                }
                core.tell(Event::Redirected {
                    call,
                    code,
                    reason,
                    targets,
                });
            }
            _ => {
                let Stage::Calling(calling) = &self.stage else {
                    return;
                };
                let end = End::Refused {
                    code,
                    rang: calling.rang,
                    q850: super::reason::q850(message),
                };
                self.over(core, end, Some((code, reason_of(message))));
                self.finish_calling(core);
            }
        }
    }

    fn may_ask_for_longer(&mut self, message: &Message<'_>) -> bool {
        let shortest = message.header(Name::MinSe);
        let shortest = shortest.and_then(super::values::leading_number);
        let Stage::Calling(calling) = &mut self.stage else {
            return false;
        };
        match shortest.and_then(|s| u32::try_from(s).ok()) {
            // An odd server could go on for ever.
            Some(seconds)
                if calling.shortest_session.is_none_or(|s| s < seconds) && seconds < 1 << 20 =>
            {
                calling.shortest_session = Some(seconds);
                calling.placed.number < MAX_INVITES
            }
            _ => false,
        }
    }

    fn may_go_on(&self) -> bool {
        matches!(&self.stage, Stage::Calling(calling) if calling.placed.number < MAX_INVITES)
    }

    /// Goes on to the next server, if there is one.
    fn next_way(&mut self, core: &mut Core) -> bool {
        let Stage::Calling(calling) = &mut self.stage else {
            return false;
        };
        let line = core.line(self.line);
        let Some(flow) = line.and_then(|line| line.take_way(&mut calling.flows)) else {
            return false;
        };
        calling.flow = flow;
        self.forget_early();
        self.send_invite(core);
        true
    }

    pub(super) fn forget_early(&mut self) {
        if let Stage::Calling(calling) = &mut self.stage {
            calling.early.clear();
        }
    }

    pub(super) fn calling_unanswered(
        &mut self,
        core: &mut Core,
        client: ClientId,
        failure: Failure,
    ) {
        let Stage::Calling(calling) = &mut self.stage else {
            return;
        };
        if Some(client) != calling.client {
            return;
        }
        // What did not leave is not answered; all else may be, and we do not know.
        calling.doubtful |= failure != Failure::NotSent;
        // A telephone may ring, and would ring twice.
        let may_ring = failure == Failure::Lost && calling.heard;
        calling.placed.may_ring |= may_ring;
        let rang = calling.rang;
        if !self.is_ending() && !rang && !may_ring && self.next_way(core) {
            return;
        }
        self.over(
            core,
            End::Refused {
                code: failure.code(),
                rang,
                q850: None,
            },
            None,
        );
        self.finish_calling(core);
    }
}

/// The reason phrase of a response.
pub(super) fn reason_of(message: &Message<'_>) -> String {
    match message.start() {
        crate::message::Start::Response { reason, .. } => (*reason).to_owned(),
        crate::message::Start::Request { .. } => String::new(),
    }
}

/// What a far end's answer says, as the reason of an operation's failure.
pub(super) fn refusal(message: &Message<'_>) -> Refusal {
    Refusal::Answer(message.code().unwrap_or_default(), reason_of(message))
}
