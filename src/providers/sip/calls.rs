//! Between the calls of the engine and those of the agent: what applications want goes one way, what
//! happens goes the other.

use super::config::{Config, Hop};
use super::control::{Appearances, Control, NewCall, Wish};
use super::forward::Caller;
use super::lookup::{Found, Purpose};
use super::ports::{Ports, no_ports};
use super::station::{Station, place_of};
use super::{ADDRESS_TYPES, NOT_OFFERING, causes, codes};
use crate::engine::{
    Call, Cause, DropReason, Error, ErrorKind, Incoming, Party, PartyId, Reply, Result,
};
use crate::providers::forwarding::Family;
use crate::providers::switchboard::{self, Admitted};
use crate::shared::Shared;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;
use tapi3_common::descriptors;
use tapi3_common::media::AUDIO;
use tapi3_sip::agent::{
    CallId, End, Event, LineId, Named, Offer, Placing, Refusal, split_target, target_with,
};
use tapi3_sip::flow::Flow;
use tapi3_sip::message::uri::{SipUri, destination, unescape};

/// LINEADDRESSTYPE_DOMAINNAME and LINEADDRESSTYPE_IPADDRESS.
const HOST_TYPES: u32 = 0x8 | 0x10;

const BAD_ADDRESS: Error = Error::new(
    ErrorKind::InvalidAddress,
    "The destination is not a SIP address, user@host, or a number.",
);
const BUSY_WITH_OTHERS: Error = Error::new(
    ErrorKind::OperationFailed,
    "Another change of the call is under way.",
);
const NO_SUCH_CALL: Error = Error::new(
    ErrorKind::OperationFailed,
    "The other call is not in a state for it.",
);

/// A line of a station.
pub(super) struct Line {
    pub id: LineId,
    pub config: Config,
    /// Our address as those outside see it, if it is known.
    pub public: Option<SocketAddr>,
    pub line: Arc<crate::engine::Line>,
    pub appearances: Arc<Appearances>,
    /// Whether it is known to be in service; none until a registrar has said something.
    pub registered: Option<bool>,
}

/// An operation of the application's that the far end has to agree to.
enum Pending {
    Hold(Reply),
    Unhold(Reply),
    /// The first half of a swap; the other call is taken back next.
    SwapHold(Reply, CallId),
    /// The second half. The first call is put back if it fails.
    SwapUnhold(Reply, CallId),
    /// Back on hold, or off it, after half of a swap failed.
    Back,
    BlindTransfer(Reply),
    Transfer(Reply, CallId),
    Park(Reply, String),
    /// A call that takes another is not answered yet.
    Take(Reply),
}

/// A call of the engine with what belongs to it here.
pub(super) struct Leg {
    pub call: Call,
    pub control: Shared<Control>,
    line: usize,
    /// Its place on the switchboard, which goes with it.
    _admitted: Admitted<Control>,
    ports: Option<Ports>,
    /// Whether it waits for somebody to answer it here.
    rings: bool,
    pending: Option<Pending>,
    /// How it ended while a transfer is not decided in which it is to be joined with another.
    ended: Option<Cause>,
    /// Whether the agent knows it no more, in the same case.
    gone: bool,
}

impl Leg {
    /// Whether it waits for somebody to answer it here.
    pub fn rings(&self) -> bool {
        self.rings && self.control.hung_up().is_none()
    }

    /// The call is over for the application; the wire may still have work.
    pub fn over(&self, cause: Cause) {
        self.control.free_appearance();
        self.call.disconnected(cause);
    }
}

impl Station {
    /// Places a call of the engine's.
    pub fn place(&mut self, line: usize, new: NewCall) {
        let Some(known) = self.lines.get(line) else {
            return new.reply.fail(super::NOT_READY);
        };
        let as_host = new.call.address_type() & HOST_TYPES != 0;
        let own = &known.config.uri;
        let dialled = match new.control.taken_by() {
            Some((code, number)) => codes::dialled(code, number, own),
            None => destination(new.call.destination(), own, as_host),
        };
        let Some(target) = dialled else {
            return new.reply.fail(BAD_ADDRESS);
        };
        let hop = known.config.next_hop(&target);
        let own_fault = hop.first == target;
        let purpose = Purpose::Place {
            new: Box::new(new),
            line,
            target,
            own_fault,
        };
        self.look_up(purpose, &hop);
    }

    /// A host was found, or not.
    pub fn looked_up(&mut self, found: Found) {
        let now = Instant::now();
        let mut flows = found.ways.and_then(|ways| self.flows(ways));
        if let Ok(flows) = &mut flows {
            self.prefer_registrar(self.line_for(&found.purpose), flows);
        }
        match found.purpose {
            Purpose::Place {
                new,
                line,
                target,
                own_fault,
            } => match flows {
                Ok(flows) => self.placed(*new, line, &target, flows),
                Err(error) => {
                    let kind = match own_fault {
                        true => ErrorKind::InvalidAddress,
                        false => ErrorKind::OperationFailed,
                    };
                    let text = format!("The host {} {error}.", found.host);
                    new.reply.fail(Error::with_text(kind, text));
                }
            },
            Purpose::Way(id) => match flows.map(|flows| flows.into_iter().next()) {
                Ok(Some(flow)) => self.agent.set_way(id, flow),
                Ok(None) => {}
                Err(error) => tracing::warn!("the host {} {error}", found.host),
            },
            Purpose::Redirect { id, target, code } => match flows {
                Ok(flows) if !flows.is_empty() => self.agent.redirect(now, id, target, flows),
                other => {
                    let why = other.err().unwrap_or_default();
                    tracing::info!("a redirection leads nowhere: the host {} {why}", found.host);
                    self.agent.refuse_redirection(now, id, code);
                }
            },
            Purpose::Watch(watch, _) => {
                let flows = flows.unwrap_or_else(|error| {
                    tracing::warn!("the host {} {error}", found.host);
                    Vec::new()
                });
                self.agent.subscribe(now, watch, flows);
            }
            Purpose::Stun => self.stun_server_found(flows, &found.host),
            Purpose::Register(line) => self.registrar_found(line, flows, &found.host),
            Purpose::Move {
                old,
                line,
                target,
                lines,
            } => match flows {
                Ok(flows) => self.moved(old, line, target, lines, flows),
                Err(error) => {
                    tracing::info!("a transfer leads nowhere: the host {} {error}", found.host);
                    self.agent.refuse_transfer(now, old, 404);
                }
            },
        }
    }

    /// The line that a lookup is for, where its own servers may be meant.
    fn line_for(&self, purpose: &Purpose) -> Option<LineId> {
        match purpose {
            Purpose::Place { line, .. } | Purpose::Move { line, .. } => {
                self.lines.get(*line).map(|line| line.id)
            }
            Purpose::Redirect { id, .. } => self.line_of(*id).map(|line| line.id),
            Purpose::Watch(_, line) => Some(*line),
            // Further requests go where their dialog says, and a line looks for its best server.
            Purpose::Way(_) | Purpose::Register(_) | Purpose::Stun => None,
        }
    }

    fn placed(&mut self, new: NewCall, line: usize, target: &SipUri, flows: Vec<Flow>) {
        let NewCall {
            call,
            control,
            reply,
            admitted,
        } = new;
        if control.hung_up().is_some() || self.closing {
            return;
        }
        let Some(ip) = flows.first().map(|flow| flow.local.ip()) else {
            let text = format!("The host {} is not reached from here.", target.host);
            return reply.fail(Error::with_text(ErrorKind::OperationFailed, text));
        };
        let ports = match self.ports(ip) {
            Ok(ports) => ports,
            Err(error) => return reply.fail(error),
        };
        let Some(media) = self.media_address(line, &ports) else {
            return reply.fail(super::NOT_READY);
        };
        let id = self.lines.get(line).and_then(|known| {
            self.agent.place(
                Instant::now(),
                Placing {
                    line: known.id,
                    target: target.to_string(),
                    flows,
                    media,
                    session: call.id(),
                    lines: Vec::new(),
                    anonymous: is_anonymous(&call),
                },
            )
        });
        let Some(id) = id else {
            let text = "The INVITE cannot be put together.";
            return reply.fail(Error::new(ErrorKind::OperationFailed, text));
        };
        control.set_id(id);
        let takes = control.taken_by().is_some();
        if !takes {
            call.progressing();
        }
        let mut leg = Leg {
            call,
            control,
            line,
            _admitted: admitted,
            ports: Some(ports),
            rings: false,
            pending: None,
            ended: None,
            gone: false,
        };
        match takes {
            // The application waits for the other call.
            true => leg.pending = Some(Pending::Take(reply)),
            false => reply.ok(),
        }
        self.legs.insert(id, leg);
        // Whoever hung up before the call had a number finds it by this.
        self.heed_one(id);
    }

    fn ports(&self, ip: std::net::IpAddr) -> Result<Ports> {
        self.pool.take(ip).map_err(|error| {
            tracing::error!("no media ports at {ip}: {error}");
            no_ports(&error)
        })
    }

    /// Where the far end is to send its sound.
    fn media_address(&self, line: usize, ports: &Ports) -> Option<SocketAddr> {
        let public = self.lines.get(line)?.public;
        let rtp = ports.rtp()?;
        let public = public.map(|public| public.ip());
        Some(SocketAddr::new(public.unwrap_or(rtp.ip()), rtp.port()))
    }

    /// Does what the application of a call wants.
    pub fn grant(&mut self, id: CallId, wish: Wish, reply: Reply) {
        let now = Instant::now();
        let busy = self.legs.get(&id).is_some_and(|leg| leg.pending.is_some());
        if busy && !matches!(wish, Wish::Answer) {
            return reply.fail(BUSY_WITH_OTHERS);
        }
        let (asked, pending) = match wish {
            Wish::Answer => return self.answer(id, reply),
            Wish::Hold => (self.agent.hold(now, id), Pending::Hold(reply)),
            Wish::Unhold => (self.agent.resume(now, id), Pending::Unhold(reply)),
            Wish::Swap(held) => match held.id() {
                Some(held) => (self.agent.hold(now, id), Pending::SwapHold(reply, held)),
                None => return reply.fail(NO_SUCH_CALL),
            },
            Wish::BlindTransfer(to) => match self.transfer_target(id, &to) {
                Some(target) => {
                    let by = self.own_uri(id);
                    let asked = self.agent.transfer(now, id, &target, &by);
                    (asked, Pending::BlindTransfer(reply))
                }
                None => return reply.fail(BAD_ADDRESS),
            },
            Wish::Park(code, address) => {
                let line = self.line_of(id);
                let target = line.and_then(|line| codes::dialled(&code, &address, &line.config.uri));
                let Some(target) = target else {
                    return reply.fail(BAD_ADDRESS);
                };
                let by = self.own_uri(id);
                let asked = self.agent.transfer(now, id, &target.to_string(), &by);
                (asked, Pending::Park(reply, address))
            }
            Wish::Transfer(other) => {
                let other = other.id().and_then(|other| {
                    let replaces = self.agent.replaces(other)?;
                    Some((other, target_with(&self.agent.far_uri(other)?, &replaces)))
                });
                let Some((other, target)) = other else {
                    return reply.fail(NO_SUCH_CALL);
                };
                let by = self.own_uri(id);
                let asked = self.agent.transfer(now, id, &target, &by);
                (asked, Pending::Transfer(reply, other))
            }
        };
        match asked {
            Ok(()) => {
                if let Pending::Transfer(_, other) = &pending {
                    self.consults.insert(*other, id);
                }
                if let Some(leg) = self.legs.get_mut(&id) {
                    leg.pending = Some(pending);
                }
            }
            Err(refusal) => pending.fail(&refusal),
        }
    }

    /// The line of a call.
    pub fn line_of(&self, id: CallId) -> Option<&Line> {
        self.lines.get(self.legs.get(&id)?.line)
    }

    fn own_uri(&self, id: CallId) -> String {
        let uri = self.line_of(id).map(|line| line.config.uri.identity().to_string());
        format!("<{}>", uri.unwrap_or_default())
    }

    fn transfer_target(&self, id: CallId, to: &str) -> Option<String> {
        let line = self.line_of(id)?;
        destination(to, &line.config.uri, false).map(|uri| uri.to_string())
    }

    fn answer(&mut self, id: CallId, reply: Reply) {
        match self.accept(id) {
            Ok(()) => reply.ok(),
            Err(error) => reply.fail(error),
        }
    }

    fn accept(&mut self, id: CallId) -> Result<()> {
        let ip = self.agent.local_ip(id).ok_or(NOT_OFFERING)?;
        let ports = self.ports(ip)?;
        let line = self.legs.get(&id).map(|leg| leg.line).ok_or(NOT_OFFERING)?;
        let session = self.legs.get(&id).map_or(0, |leg| leg.call.id());
        let media = self.media_address(line, &ports).ok_or(NOT_OFFERING)?;
        let answered = self.agent.answer(Instant::now(), id, media, session);
        answered.map_err(|_| NOT_OFFERING)?;
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.ports = Some(ports);
            leg.rings = false;
        }
        self.rings_no_more(id);
        Ok(())
    }

    /// Something happened to a call, or to a line.
    pub fn event(&mut self, event: Event) {
        match event {
            Event::Offered { call, line, offer } => self.offered(call, line, &offer),
            Event::Progress { call, code, reason } => {
                if let Some(leg) = self.legs.get(&call) {
                    leg.call.set_network_response(code, reason);
                    if !matches!(leg.pending, Some(Pending::Take(_))) {
                        leg.call.progressing();
                    }
                }
            }
            Event::Answered {
                call,
                code,
                reason,
                connected,
            } => self.answered(call, code, reason, connected),
            Event::Redirected {
                call,
                code,
                reason,
                targets,
            } => self.redirected(call, code, reason, &targets),
            Event::Done { call, result } => self.done(call, result),
            Event::TransferWanted {
                call,
                target,
                referred_by,
            } => self.transfer_wanted(call, &target, referred_by),
            Event::Resolve { call, uri } => {
                if let Some(uri) = SipUri::parse(&uri) {
                    self.look_up(Purpose::Way(call), &Hop::to(uri));
                }
            }
            Event::Unconfirmed { call, peer, code } => {
                let leg = self.legs.get(&call);
                let number = leg.map_or(0, |leg| leg.call.id());
                let why = match code {
                    Some(code) => format!("it answered {code}"),
                    None => "it does not answer".to_owned(),
                };
                tracing::warn!("call {number}: {peer} did not confirm the hang-up: {why}");
            }
            Event::Ended { call, end, reason } => {
                let waits = self.consults.contains_key(&call);
                if let Some(leg) = self.legs.get_mut(&call) {
                    if let Some(Pending::Take(reply)) = leg.pending.take_if(Pending::is_take) {
                        reply.fail(failed(&refusal_of(&end, reason.as_ref())));
                    }
                    if let End::Failed(why) = &end {
                        tracing::warn!("call {} failed: {why}", leg.call.id());
                    }
                    if let Some((code, text)) = reason {
                        leg.call.set_network_response(code, text);
                    }
                    match waits {
                        true => leg.ended = Some(causes::of(&end)),
                        false => leg.over(causes::of(&end)),
                    }
                }
                self.moves.remove(&call);
            }
            Event::Gone { call } => {
                self.moves.remove(&call);
                self.rings_no_more(call);
                if self.consults.contains_key(&call) {
                    if let Some(leg) = self.legs.get_mut(&call) {
                        leg.gone = true;
                    }
                } else if let Some(leg) = self.legs.remove(&call) {
                    if let Some(Pending::Transfer(_, other)) = &leg.pending {
                        self.decided(*other);
                    }
                    // The application does not keep a call that is nobody's.
                    if leg.control.hung_up().is_none() {
                        leg.over(Cause::Failed);
                    }
                }
            }
            // Sound comes with a later version; the far end's hold is no state of TAPI's.
            Event::Media { .. } | Event::HeldByPeer { .. } | Event::Transferring { .. } => {}
            Event::FindRegistrar { line } => self.find_registrar(line),
            Event::Registered { line, lasts } => self.registered(line, lasts),
            Event::NotRegistered {
                line,
                code,
                why,
                retry,
            } => self.not_registered(line, code, why, retry),
            Event::Messages { line, waiting, .. } => {
                if let Some(known) = self.line(line) {
                    known.line.message_waiting_changed(waiting);
                }
            }
            Event::FindNotifier { watch, line, uri } => self.find_notifier(watch, line, &uri),
            Event::NotWatching { line, code, .. } => {
                let name = self.line(line).map_or("", |known| known.line.info().name.as_str());
                tracing::warn!("line {name:?}: its messages are not told by the server ({code})");
            }
            Event::Silent { transport, peer } => self.lookups.resolver.failed(transport, peer),
            Event::Unregistered { .. }
            | Event::Watching { .. }
            | Event::Dialogs { .. }
            | Event::Unwatched { .. }
            | Event::Probed { .. } => {}
        }
    }

    /// A transfer is decided in which this call was to be joined with another: what became of the
    /// call meanwhile is told now. Whoever it was joined with may have ended it before the news came.
    fn decided(&mut self, other: CallId) {
        self.consults.remove(&other);
        let Some(leg) = self.legs.get_mut(&other) else { return };
        let gone = leg.gone;
        if let Some(cause) = leg.ended.take() {
            leg.over(cause);
        }
        if gone {
            self.legs.remove(&other);
        }
    }

    /// An operation fails.
    fn fail(&mut self, pending: Pending, refusal: &Refusal) {
        let other = match &pending {
            Pending::Transfer(_, other) => Some(*other),
            _ => None,
        };
        pending.fail(refusal);
        if let Some(other) = other {
            self.decided(other);
        }
    }

    fn answered(&mut self, id: CallId, code: u16, reason: String, connected: Option<Named>) {
        if let Some(old) = self.moves.remove(&id) {
            return self.take_the_place_of(old, id);
        }
        let Some(leg) = self.legs.get_mut(&id) else { return };
        leg.call.set_network_response(code, reason);
        if let Some(Pending::Take(reply)) = leg.pending.take() {
            return reply.ok();
        }
        if let (Some(named), Some(line)) = (connected, self.lines.get(leg.line)) {
            let party = line.config.party(&named);
            if let Err(error) = leg.call.set_party(PartyId::Connected, party) {
                tracing::warn!("who answered is not kept: {error}");
            }
        }
        leg.call.connected();
    }

    /// The call of the engine's goes on at another call of the agent's, and the old one ends.
    fn take_the_place_of(&mut self, old: CallId, new: CallId) {
        let now = Instant::now();
        let Some(mut leg) = self.legs.remove(&old) else {
            return self.agent.hang_up(now, new, causes::hang_up(DropReason::Normal));
        };
        leg.control.set_id(new);
        if let (Some(far), Some(line)) = (self.agent.far_uri(new), self.lines.get(leg.line)) {
            let named = Named {
                name: String::new(),
                uri: far,
            };
            let party = line.config.party(&named);
            if let Err(error) = leg.call.set_party(PartyId::Connected, party) {
                tracing::warn!("who is connected now is not kept: {error}");
            }
        }
        let pending = leg.pending.take();
        self.legs.insert(new, leg);
        if let Some(pending) = pending {
            self.fail(pending, &Refusal::Over);
        }
        self.agent.hang_up(now, old, causes::hang_up(DropReason::Normal));
        self.heed_one(new);
    }

    fn redirected(&mut self, id: CallId, code: u16, reason: String, targets: &[String]) {
        let Some(leg) = self.legs.get(&id) else {
            return self.agent.refuse_redirection(Instant::now(), id, code);
        };
        leg.call.set_network_response(code, reason);
        let line = self.lines.get(leg.line);
        let target = targets.iter().find_map(|target| SipUri::parse(target));
        let follow = line.filter(|line| line.config.follow_redirects).zip(target);
        let Some((line, target)) = follow else {
            leg.over(causes::of(&End::Refused {
                code,
                rang: false,
                q850: None,
            }));
            return self.agent.refuse_redirection(Instant::now(), id, code);
        };
        let party = |uri: &SipUri| {
            line.config.party(&Named {
                name: String::new(),
                uri: uri.to_string(),
            })
        };
        let told = leg.call.set_party(PartyId::Redirection, party(&target));
        let dialled = destination(leg.call.destination(), &line.config.uri, false);
        let told = told.and_then(|()| match dialled {
            Some(dialled) => leg.call.set_party(PartyId::Redirecting, party(&dialled)),
            None => Ok(()),
        });
        if let Err(error) = told {
            tracing::warn!("who redirected a call is not kept: {error}");
        }
        let hop = line.config.next_hop(&target);
        let purpose = Purpose::Redirect {
            id,
            target: target.to_string(),
            code,
        };
        self.look_up(purpose, &hop);
    }

    fn done(&mut self, id: CallId, result: std::result::Result<(), Refusal>) {
        let pending = self.legs.get_mut(&id).and_then(|leg| leg.pending.take());
        let Some(pending) = pending else { return };
        let now = Instant::now();
        match (pending, result) {
            (Pending::Back, _) => {}
            (Pending::SwapHold(reply, held), Ok(())) => match self.agent.resume(now, held) {
                Ok(()) => {
                    if let Some(leg) = self.legs.get_mut(&held) {
                        leg.pending = Some(Pending::SwapUnhold(reply, id));
                    }
                }
                Err(refusal) => self.swap_back(reply, id, &refusal),
            },
            (Pending::SwapUnhold(reply, first), Err(refusal)) => {
                self.swap_back(reply, first, &refusal);
            }
            (pending, Err(refusal)) => self.fail(pending, &refusal),
            (Pending::Take(reply), Ok(())) => reply.ok(),
            (Pending::Park(reply, address), Ok(())) => {
                reply.ok_with(address);
                self.agent.hang_up(now, id, causes::hang_up(DropReason::Normal));
            }
            (Pending::BlindTransfer(reply), Ok(())) => {
                reply.ok();
                self.agent.hang_up(now, id, causes::hang_up(DropReason::Normal));
            }
            (Pending::Transfer(reply, other), Ok(())) => {
                reply.ok();
                self.agent.hang_up(now, id, causes::hang_up(DropReason::Normal));
                self.agent.hang_up(now, other, causes::hang_up(DropReason::Normal));
                self.decided(other);
            }
            (
                Pending::Hold(reply) | Pending::Unhold(reply) | Pending::SwapUnhold(reply, _),
                Ok(()),
            ) => reply.ok(),
        }
    }

    /// Half of a swap is undone, so that the calls are as they were.
    fn swap_back(&mut self, reply: Reply, first: CallId, refusal: &Refusal) {
        if self.agent.resume(Instant::now(), first).is_ok() {
            if let Some(leg) = self.legs.get_mut(&first) {
                leg.pending = Some(Pending::Back);
            }
        }
        reply.fail(failed(refusal));
    }

    /// The far end wants the application's call to go on with somebody else (RFC 3515).
    fn transfer_wanted(&mut self, id: CallId, target: &str, referred_by: Option<Named>) {
        let now = Instant::now();
        let (uri, replaces) = split_target(target);
        let line = self.legs.get(&id).map(|leg| leg.line);
        let known = line.and_then(|line| self.lines.get(line));
        let target = SipUri::parse(&uri);
        let allowed = known.filter(|known| known.config.follow_transfers);
        let Some(((line, known), target)) = line.zip(allowed).zip(target) else {
            return self.agent.refuse_transfer(now, id, 603);
        };
        let mut lines = String::new();
        if let Some(replaces) = replaces {
            lines.push_str(&format!("Replaces: {}\r\n", printable(&replaces)));
        }
        if let Some(by) = referred_by {
            lines.push_str(&format!("Referred-By: <{}>\r\n", printable(&by.uri)));
        }
        let hop = known.config.next_hop(&target);
        let purpose = Purpose::Move {
            old: id,
            line,
            target: target.to_string(),
            lines: lines.into_bytes(),
        };
        self.look_up(purpose, &hop);
    }

    fn moved(
        &mut self,
        old: CallId,
        line: usize,
        target: String,
        lines: Vec<u8>,
        flows: Vec<Flow>,
    ) {
        let now = Instant::now();
        // The new call's sound arrives where the old one's does: there is one at a time.
        let rtp = self.legs.get(&old).and_then(|leg| leg.ports.as_ref()?.rtp());
        let session = self.legs.get(&old).map_or(0, |leg| leg.call.id());
        let line = self.lines.get(line).map(|known| known.id);
        let new = rtp.zip(line).and_then(|(media, line)| {
            self.agent.place(
                now,
                Placing {
                    line,
                    target,
                    flows,
                    media,
                    session,
                    lines,
                    anonymous: false,
                },
            )
        });
        match new {
            Some(new) => {
                self.moves.insert(new, old);
                self.agent.accept_transfer(now, old, new);
            }
            None => self.agent.refuse_transfer(now, old, 480),
        }
    }

    /// A call comes in.
    fn offered(&mut self, id: CallId, line: LineId, offer: &Offer) {
        let now = Instant::now();
        if let Some(old) = offer.replaces.filter(|old| self.legs.contains_key(old)) {
            return self.replaced(old, id);
        }
        let place = place_of(line);
        let Some(known) = self.lines.get(place) else {
            return self.agent.refuse(now, id, 404);
        };
        if self.closing {
            return self.agent.refuse(now, id, 480);
        }
        let calling = Caller::of(&known.config, &offer.caller, offer.anonymous);
        if self.forwards(id, place, Family::Unconditional, &calling) {
            return;
        }
        let Some(known) = self.lines.get(place) else {
            return self.agent.refuse(now, id, 404);
        };
        let quiet = known.line.with_status(|status| status.do_not_disturb);
        let control = match Control::new(&known.appearances, &self.asked) {
            Ok(control) if !quiet => control,
            busy => {
                if self.forwards(id, place, Family::Busy, &calling) {
                    return;
                }
                if let (Err(error), Some(known)) = (busy, self.lines.get(place)) {
                    let name = &known.line.info().name;
                    tracing::info!("line {name:?}: a call was refused as busy: {error}");
                }
                return self.agent.refuse(now, id, 486);
            }
        };
        let name = &known.line.info().name;
        let admitted = match self.switchboard.enter(&control, |_| {}) {
            Ok(admitted) => admitted,
            Err(refusal) => {
                let error = switchboard::refused(refusal);
                tracing::warn!("line {name:?}: a call was refused: {error}");
                return self.agent.refuse(now, id, 480);
            }
        };
        control.set_id(id);
        let caller = match offer.anonymous {
            true => Party::default(),
            false => known.config.party(&offer.caller),
        };
        let announced = known.line.incoming(Incoming {
            caller,
            called: Party::default(),
            media: AUDIO,
            address_type: ADDRESS_TYPES,
            tag: admitted.tag(),
            ..Incoming::default()
        });
        let call = match announced {
            Ok(call) => call,
            Err(error) => {
                tracing::error!("a call was not announced: {error}");
                return self.agent.refuse(now, id, 500);
            }
        };
        if let Some(by) = &offer.diverted_by {
            let told = call.set_party(PartyId::Redirecting, known.config.party(by));
            if let Err(error) = told {
                tracing::warn!("who redirected a call is not kept: {error}");
            }
        }
        let leg = Leg {
            call,
            control,
            line: place,
            _admitted: admitted,
            ports: None,
            rings: true,
            pending: None,
            ended: None,
            gone: false,
        };
        self.legs.insert(id, leg);
        self.agent.ring(now, id);
        self.may_go_unanswered(id, place, calling);
        self.heed_one(id);
    }

    /// A call that somebody sent here takes the place of one of ours (RFC 3891): it is answered at
    /// once, and for the application it is the same call.
    fn replaced(&mut self, old: CallId, new: CallId) {
        let now = Instant::now();
        let leg = self.legs.get(&old);
        let rtp = leg.and_then(|leg| leg.ports.as_ref()?.rtp());
        let session = leg.map_or(0, |leg| leg.call.id());
        let Some(media) = rtp else {
            return self.agent.refuse(now, new, 481);
        };
        match self.agent.answer(now, new, media, session) {
            Ok(()) => {
                self.take_the_place_of(old, new);
                // A call that was being placed is up by this.
                if let Some(leg) = self.legs.get(&new) {
                    leg.call.connected();
                }
            }
            Err(_) => self.agent.refuse(now, new, 480),
        }
    }
}

impl Pending {
    fn is_take(&mut self) -> bool {
        matches!(self, Pending::Take(_))
    }

    fn fail(self, refusal: &Refusal) {
        let reply = match self {
            Pending::Hold(reply)
            | Pending::Unhold(reply)
            | Pending::SwapHold(reply, _)
            | Pending::SwapUnhold(reply, _)
            | Pending::BlindTransfer(reply)
            | Pending::Park(reply, _)
            | Pending::Take(reply)
            | Pending::Transfer(reply, _) => reply,
            Pending::Back => return,
        };
        reply.fail(failed(refusal));
    }
}

/// What the end of a call means for an operation under way.
fn refusal_of(end: &End, reason: Option<&(u16, String)>) -> Refusal {
    match (end, reason) {
        (_, Some((code, text))) => Refusal::Answer(*code, text.clone()),
        (End::Silent, None) => Refusal::TimedOut,
        _ => Refusal::Over,
    }
}

/// Why the far end did not agree, for the application.
fn failed(refusal: &Refusal) -> Error {
    let text = match refusal {
        Refusal::Answer(code, reason) => format!("The far end answered {code} {reason}."),
        Refusal::TimedOut => "The far end did not answer.".to_owned(),
        Refusal::NotSent => "The far end is not reached.".to_owned(),
        Refusal::WrongState => "The call is not in a state for it.".to_owned(),
        Refusal::Over => "The call ended meanwhile.".to_owned(),
    };
    Error::with_text(ErrorKind::OperationFailed, text)
}

/// Whether the application wants a call to show nobody who calls (LINECALLPARAMFLAGS_BLOCKID).
fn is_anonymous(call: &Call) -> bool {
    const BLOCK_ID: i32 = 0x10;
    let flags = call.number(crate::engine::Number::CallParamsFlags);
    flags.is_some_and(|flags| flags & BLOCK_ID != 0)
}

/// A far end's text without what could change a message or a terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

impl Config {
    /// A party as applications see it: the user alone if it is one of the line's own domain, which
    /// is what can be dialled here, otherwise the whole address.
    pub fn party(&self, named: &Named) -> Party {
        let number = match SipUri::parse(&named.uri) {
            Some(uri) if uri.user.is_empty() => uri.host,
            Some(uri) if uri.host.eq_ignore_ascii_case(&self.uri.host) => unescape(&uri.user),
            Some(uri) => SipUri {
                params: Vec::new(),
                ..uri
            }
            .to_string(),
            None => named.uri.strip_prefix("tel:").unwrap_or(&named.uri).to_owned(),
        };
        Party {
            name: named.name.clone(),
            number,
        }
    }
}

/// What a lookup found, in words for the log.
pub(super) fn in_words(error: &std::io::Error) -> String {
    descriptors::in_words(error)
}
