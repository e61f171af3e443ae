//! A call that we place, from its INVITE to its final answer (RFC 3261 §9.1, §13.2), and what is
//! left of it when it is over.

use super::call::{Call, HangUp, Stage};
use super::dialog::Dialog;
use super::established::Up;
use super::reliable::{self, Early};
use super::incoming::{described_draft, draft};
use super::{ALLOWED, Agent, CallId, Core, End, Event, LineId, MEDIA, Refusal, What};
use crate::flow::Flow;
use crate::message::uri::SipUri;
use crate::message::{Message, Method, Name, Writer};
use crate::sdp;
use crate::transaction::{ClientId, ServerId};
use std::collections::VecDeque;
use std::net::SocketAddr;

/// How many redirections one call follows.
const MAX_REDIRECTIONS: u8 = 5;

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

/// What is still needed of an INVITE of ours after its answer.
pub(super) struct Placed {
    number: u32,
    credentials: Vec<u8>,
    target: Box<str>,
    /// Dialogs of other branches that answered too; each was ended at once.
    others: Vec<Dialog>,
}

/// What is left of a call that is over: whoever answers it late is told so.
pub(super) struct Trace {
    placed: Placed,
}

/// An INVITE under way.
pub(super) struct Calling {
    target: String,
    from: String,
    to: String,
    flows: VecDeque<Flow>,
    pub(super) flow: Flow,
    number: u32,
    pub(super) client: Option<ClientId>,
    credentials: Vec<u8>,
    lines: Vec<u8>,
    pub(super) early: Vec<Early>,
    /// Whether the far end said more than 100.
    rang: bool,
    /// Whether the wire is told that the call is given up.
    cancelled: bool,
    /// Whether an early dialog was ended by its far end.
    pub(super) ended_early: bool,
    /// What the far end wants as the shortest session (422), if it said so.
    shortest_session: Option<u32>,
    redirections: u8,
}

impl Calling {
    pub fn target(&self) -> &str {
        &self.target
    }

    pub fn dialogs(&self) -> usize {
        self.early.len()
    }
}

impl Agent {
    /// Places a call. Its news come as events with the number that is returned.
    pub fn place(&mut self, now: std::time::Instant, placing: Placing) -> Option<CallId> {
        self.core.now = now;
        let target = SipUri::parse(&placing.target)?;
        let mut flows: VecDeque<Flow> = placing.flows.into();
        let flow = flows.pop_front()?;
        let tag = self.core.random.text(12);
        let call_id = self.core.random.text(24);
        let line = self.core.lines.get_mut(placing.line.0 as usize)?;
        if !line.settings.routes.is_empty() {
            // Everything goes to the line's own proxy.
            let proxies = std::iter::once(&flow).chain(&flows);
            line.learn_servers(proxies.map(|flow| flow.peer.ip()));
        }
        let mut from = line_identity(line.from_value(placing.anonymous));
        from.push_str(&tag);
        let mut to = String::from("<");
        to.push_str(&target.identity().to_string());
        to.push('>');
        let key = self.calls.insert_with(|key| {
            let mut call = Call::new(CallId(key), placing.line, &call_id, &tag, Stage::Gone);
            call.media = Some(sdp::Local::new(placing.media, placing.session, MEDIA));
            call
        });
        let id = CallId(key);
        self.by_tag.insert(tag.into(), id);
        let lines = placing.lines;
        self.with(id, |call, core| {
            let calling = Calling {
                target: placing.target,
                from,
                to,
                flows,
                flow,
                number: 0,
                client: None,
                credentials: Vec::new(),
                lines,
                early: Vec::new(),
                rang: false,
                cancelled: false,
                ended_early: false,
                shortest_session: None,
                redirections: 0,
            };
            call.stage = Stage::Calling(Box::new(calling));
            call.send_invite(core);
        });
        self.settle();
        Some(id)
    }

    /// Ends a call, in whatever state it is. A call that is ended is not told of any more, but for
    /// [`Event::Gone`].
    pub fn hang_up(&mut self, now: std::time::Instant, id: CallId, why: HangUp) {
        self.core.now = now;
        self.with(id, |call, core| call.hang_up(core, why));
        self.settle();
    }

    /// There is no time left to wait for the far end's word.
    pub fn hurry(&mut self, now: std::time::Instant, id: CallId) {
        self.core.now = now;
        self.with(id, |call, core| call.hurry(core));
        self.settle();
    }

    /// Follows a redirection: the call goes on to `target` by these ways (§8.1.3.4).
    pub fn redirect(&mut self, now: std::time::Instant, id: CallId, target: String, flows: Vec<Flow>) {
        self.core.now = now;
        self.with(id, |call, core| call.follow(core, target, flows));
        self.settle();
    }

    /// Does not follow a redirection: the call is over with its code.
    pub fn refuse_redirection(&mut self, now: std::time::Instant, id: CallId, code: u16) {
        self.core.now = now;
        self.with(id, |call, core| {
            if let Stage::Calling(calling) = &call.stage {
                let rang = calling.rang;
                call.over(core, End::Refused { code, rang, q850: None }, None);
                call.stage = Stage::Gone;
            }
        });
        self.settle();
    }
}

fn line_identity(identity: &str) -> String {
    let mut from = String::with_capacity(identity.len() + 20);
    from.push_str(identity);
    from.push_str(";tag=");
    from
}

impl Call {
    fn send_invite(&mut self, core: &mut Core) {
        let Stage::Calling(calling) = &self.stage else { return };
        let target = calling.target.clone();
        let credentials = self.credentials(core, Method::Invite, &target);
        let Some(line) = core.line(self.line) else { return };
        let Stage::Calling(calling) = &mut self.stage else { return };
        calling.number += 1;
        let mut writer = Writer::request(Method::Invite, &calling.target);
        for route in line.routes() {
            writer.header(Name::Route, route);
        }
        writer
            .number(Name::MaxForwards, 70)
            .header(Name::From, &calling.from)
            .header(Name::To, &calling.to)
            .header(Name::CallId, &self.call_id)
            .cseq(calling.number, Method::Invite)
            .header(Name::Contact, &line.contact_for(&calling.from, &calling.flow))
            .header(Name::Allow, ALLOWED)
            .header(Name::Supported, reliable::supported(line.settings.reliable));
        if let super::Reliable::Required = line.settings.reliable {
            writer.header(Name::Require, "100rel");
        }
        super::refresh::ask(&mut writer, &line.settings.session_timer, calling.shortest_session);
        core.sign(&mut writer);
        super::identity::write_privacy(&mut writer, line, &calling.from, &calling.flow);
        writer.lines(&line.settings.invite_lines);
        writer.lines(&credentials).lines(&calling.lines);
        let offer = self.media.as_mut().map(sdp::Local::offer).unwrap_or_default();
        let draft = described_draft(writer, Method::Invite, &offer);
        calling.credentials = credentials;
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
        self.stop(What::Silence);
        let Stage::Calling(calling) = &mut self.stage else { return };
        let first = !std::mem::replace(&mut calling.cancelled, true);
        if let Some(client) = calling.client.filter(|_| first) {
            core.layer.cancel(core.now, client, &lines, &mut core.out);
        }
    }

    pub(super) fn calling_due(&mut self, core: &mut Core, what: What) {
        if what == What::Silence {
            // Nobody says anything any more (Timer C, §16.6).
            self.over(core, End::Silent, None);
            self.give_up_calling(core);
        }
    }

    pub(super) fn calling_response(
        &mut self,
        core: &mut Core,
        client: ClientId,
        message: &Message<'_>,
        flow: &Flow,
    ) {
        let Stage::Calling(calling) = &mut self.stage else { return };
        if Some(client) != calling.client {
            return self.prack_answered(core, client, message);
        }
        let code = message.code().unwrap_or_default();
        match code {
            ..200 => {
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
            401 | 407 if !self.is_ending() && self.is_challenged(core, message) => {
                self.forget_early();
                self.send_invite(core);
            }
            422 if !self.is_ending() && self.may_ask_for_longer(message) => {
                self.forget_early();
                self.send_invite(core);
            }
            // Another server may do better (RFC 3263 §4.3).
            503 if !self.is_ending() && self.next_way(core) => {}
            300..=399 if !self.is_ending() && self.may_follow() => {
                let targets = message.list(Name::Contact);
                let targets = targets.filter_map(crate::message::value::NameAddr::parse);
                let targets = targets.map(|target| target.uri.to_owned()).collect();
                let call = self.id;
                let reason = reason_of(message);
                core.tell(Event::Redirected { call, code, reason, targets });
            }
            _ => {
                let Stage::Calling(calling) = &self.stage else { return };
                let end = End::Refused {
                    code,
                    rang: calling.rang,
                    q850: super::transfer::q850(message),
                };
                self.over(core, end, Some((code, reason_of(message))));
                self.stage = Stage::Gone;
            }
        }
    }

    fn may_ask_for_longer(&mut self, message: &Message<'_>) -> bool {
        let shortest = message.header(Name::MinSe);
        let shortest = shortest.and_then(super::values::leading_number);
        let Stage::Calling(calling) = &mut self.stage else { return false };
        match shortest.and_then(|s| u32::try_from(s).ok()) {
            // An odd server could go on for ever.
            Some(seconds) if calling.shortest_session.is_none_or(|s| s < seconds) && seconds < 1 << 20 => {
                calling.shortest_session = Some(seconds);
                calling.number < 20
            }
            _ => false,
        }
    }

    fn may_follow(&mut self) -> bool {
        let Stage::Calling(calling) = &mut self.stage else { return false };
        calling.redirections += 1;
        calling.redirections <= MAX_REDIRECTIONS
    }

    fn follow(&mut self, core: &mut Core, target: String, flows: Vec<Flow>) {
        let over = self.over;
        let Stage::Calling(calling) = &mut self.stage else { return };
        if over {
            self.stage = Stage::Gone;
            return;
        }
        let mut flows: VecDeque<Flow> = flows.into();
        if let Some(flow) = flows.pop_front() {
            calling.target = target;
            calling.flow = flow;
            calling.flows = flows;
            self.forget_early();
            self.send_invite(core);
        }
    }

    /// Goes on to the next server, if there is one.
    fn next_way(&mut self, core: &mut Core) -> bool {
        let Stage::Calling(calling) = &mut self.stage else { return false };
        let Some(flow) = calling.flows.pop_front() else { return false };
        calling.flow = flow;
        self.forget_early();
        self.send_invite(core);
        true
    }

    fn forget_early(&mut self) {
        if let Stage::Calling(calling) = &mut self.stage {
            calling.early.clear();
        }
    }

    pub(super) fn calling_unanswered(&mut self, core: &mut Core, client: ClientId, code: u16) {
        let Stage::Calling(calling) = &self.stage else { return };
        if Some(client) != calling.client {
            return;
        }
        if !self.is_ending() && !calling.rang && self.next_way(core) {
            return;
        }
        let Stage::Calling(calling) = &self.stage else { return };
        let end = End::Refused { code, rang: calling.rang, q850: None };
        self.over(core, end, None);
        // Somebody may have answered, and we do not know.
        self.leave_trace(core);
    }

    /// A request within an early dialog.
    pub(super) fn calling_request(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        let Stage::Calling(calling) = &mut self.stage else { return };
        let (call_id, tag) = (message.call_id(), message.from_tag());
        let known = calling.early.iter_mut().find(|early| early.dialog.is_of(call_id, tag));
        let Some(early) = known else {
            return core.refuse(message, flow, server, 481, &[]);
        };
        if !early.dialog.take_number(message) {
            return core.refuse(message, flow, server, 500, &[]);
        }
        match message.method() {
            Method::Bye => {
                // Its answer was lost: for the far end the call is up, and now over (§15).
                core.answer(message, flow, server, 200, |_| {});
                calling.early.retain(|early| !early.dialog.is_of(call_id, tag));
                if calling.early.is_empty() {
                    calling.ended_early = true;
                    self.over(core, super::transfer::end_of_bye(message), None);
                    self.give_up_calling(core);
                }
            }
            Method::Update => self.early_update(core, message, flow, server),
            Method::Options => core.options(message, flow, server),
            Method::Info => core.answer(message, flow, server, 200, |_| {}),
            _ => core.refuse_method(message, flow, server),
        }
    }

    /// A 2xx: whatever we want by now, the far end is in a call and must be told.
    fn answered(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        let Stage::Calling(calling) = std::mem::replace(&mut self.stage, Stage::Gone) else {
            return;
        };
        self.stop_all();
        let mut calling = *calling;
        let mut dialog = Dialog::of_caller(message, &calling.target, flow);
        let tag = message.to_tag();
        let early = calling.early.iter().position(|early| *early.dialog.remote_tag == *tag);
        let early = early.map(|at| calling.early.swap_remove(at));
        if let Some(early) = &early {
            dialog.cseq = dialog.cseq.max(early.dialog.cseq);
            dialog.remote_cseq = early.dialog.remote_cseq;
        }
        let placed = Placed {
            number: calling.number,
            credentials: std::mem::take(&mut calling.credentials),
            target: calling.target.as_str().into(),
            others: Vec::new(),
        };
        placed.acknowledge(core, &dialog);
        let give_up = core.settings.times.give_up();
        if !self.over {
            let described = super::outside::description(message);
            let described = described.or_else(|| early.as_ref()?.description.as_deref());
            let media = self.media.as_mut();
            match described.zip(media).map(|(said, media)| media.answered(said)) {
                Some(Ok(remote)) => {
                    let address = remote.address;
                    self.tell_answered(core, message, flow, address);
                }
                None => self.tell_answered(core, message, flow, None),
                Some(Err(_)) => {
                    let why = "The far end answered with media that we do not have.";
                    self.over(core, End::Failed(why), None);
                }
            }
        }
        let mut up = Up::new(dialog);
        up.placed = Some(placed);
        up.learn(message);
        self.stage = Stage::Up(Box::new(up));
        self.after(core, give_up, What::Linger);
        self.resolve(core);
        if self.over {
            self.say_bye_if_possible(core);
        } else {
            self.begin_session_timer_of_caller(core, message);
        }
    }

    fn tell_answered(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        remote: Option<SocketAddr>,
    ) {
        let call = self.id;
        core.tell_of(self.for_transfer.take(), 200);
        if remote.is_some() {
            core.tell(Event::Media { call, remote });
        }
        let connected = super::identity::asserted(message, core.line(self.line), flow);
        core.tell(Event::Answered {
            call,
            code: message.code().unwrap_or_default(),
            reason: reason_of(message),
            connected,
        });
    }

    /// Asks for the host that requests go to, if one has to be looked up.
    pub(super) fn resolve(&self, core: &mut Core) {
        if let Stage::Up(up) = &self.stage {
            if let Some(uri) = up.dialog.to_resolve() {
                let call = self.id;
                core.tell(Event::Resolve { call, uri });
            }
        }
    }

    /// One more 2xx: a copy of the one that counts, or of another branch, whose call is ended.
    pub fn late_answer(&mut self, core: &mut Core, message: &Message<'_>, flow: &Flow) {
        if !matches!(message.code(), Some(200..300)) || message.method() != Method::Invite {
            return;
        }
        let owner = self.owner();
        let why = self.why_lines().to_vec();
        let line = core.lines.get(self.line.0 as usize);
        let who = line.and_then(|line| line.settings.credentials.clone());
        let (placed, own) = match &mut self.stage {
            // The answer that should have come to the transaction comes beside it.
            Stage::Calling(calling) if !self.over && message.cseq() == calling.number => {
                return self.answered(core, message, flow);
            }
            Stage::Up(up) => match &mut up.placed {
                Some(placed) => (placed, Some(&up.dialog)),
                None => return,
            },
            Stage::Trace(trace) => (&mut trace.placed, None),
            Stage::Calling(_) | Stage::Ringing(_) | Stage::Gone => return,
        };
        if message.cseq() != placed.number {
            return;
        }
        let tag = message.to_tag();
        if let Some(own) = own.filter(|own| *own.remote_tag == *tag) {
            return placed.acknowledge(core, own);
        }
        if let Some(other) = placed.others.iter().find(|d| *d.remote_tag == *tag) {
            return placed.acknowledge(core, other);
        }
        // A stranger could answer for ever.
        if placed.others.len() >= 16 {
            return;
        }
        let mut dialog = Dialog::of_caller(message, &placed.target, flow);
        placed.acknowledge(core, &dialog);
        let mut bye = dialog.next(Method::Bye);
        core.sign(&mut bye);
        if let (Some(auth), Some(who)) = (&mut self.auth, who) {
            bye.lines(&auth.lines(&who, Method::Bye, dialog.request_uri(), &mut core.random));
        }
        bye.lines(&why);
        core.send(draft(bye, Method::Bye), &dialog.flow, owner);
        placed.others.push(dialog);
    }

    /// The call is over, and late answers may come.
    pub(super) fn leave_trace(&mut self, core: &mut Core) {
        self.stop_all();
        let give_up = core.settings.times.give_up();
        let placed = match std::mem::replace(&mut self.stage, Stage::Gone) {
            Stage::Calling(calling) => Some(Placed {
                number: calling.number,
                credentials: calling.credentials,
                target: calling.target.into(),
                others: Vec::new(),
            }),
            Stage::Up(up) => {
                let up = *up;
                up.placed.map(|mut placed| {
                    placed.others.push(up.dialog);
                    placed
                })
            }
            _ => None,
        };
        if let Some(placed) = placed {
            self.stage = Stage::Trace(Box::new(Trace { placed }));
            self.media = None;
            self.after(core, give_up, What::Linger);
        }
    }
}

impl Placed {
    /// Sends the ACK of a 2xx (§13.2.2.4): with the INVITE's number and its credentials.
    fn acknowledge(&self, core: &mut Core, dialog: &Dialog) {
        let mut ack = dialog.begin(Method::Ack, self.number);
        ack.lines(&self.credentials);
        core.send_ack(ack, &dialog.flow);
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
