//! Between the calls of the engine and those of the agent: what applications want goes one way, what
//! happens goes the other.

use super::causes;
use super::codes;
use super::config::{Config, Hop};
use super::control::NewCall;
use super::leg::{Leg, Line};
use super::lookup::{Found, Purpose};
use super::ports::{Ports, no_ports};
use super::station::{Station, place_of};
use super::wishes::{Pending, failed, refusal_of};
use crate::engine::{Call, Cause, Error, ErrorKind, Party, PartyId, Result};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;
use tapi3_sip::agent::{CallId, End, Event, LineId, Named, Placing, Refusal};
use tapi3_sip::flow::Flow;
use tapi3_sip::message::uri::{SipUri, Uri, destination, unescape};

/// LINEADDRESSTYPE_DOMAINNAME and LINEADDRESSTYPE_IPADDRESS.
const HOST_TYPES: u32 = 0x8 | 0x10;

pub(super) const BAD_ADDRESS: Error = Error::new(
    ErrorKind::InvalidAddress,
    "The destination is not a SIP address, user@host, or a number.",
);

const NOTHING_RINGS: Error = Error::new(
    ErrorKind::OperationFailed,
    "No call rings there that could be picked up.",
);

impl Station {
    /// Places a call of the engine's.
    pub fn place(&mut self, line: usize, new: NewCall) {
        let Some(known) = self.lines.get(line) else {
            return new.reply.fail(super::NOT_READY);
        };
        let as_host = new.call.address_type() & HOST_TYPES != 0;
        let own = &known.config.uri;
        let mut lines = Vec::new();
        let dialled = match new.control.taken_by() {
            Some(("", whose)) => match known.ringing(whose) {
                Some((target, replaces)) => {
                    lines = replaces;
                    Some(target)
                }
                None => return new.reply.fail(NOTHING_RINGS),
            },
            Some((code, number)) => codes::dialled(code, number, own),
            None => destination(new.call.destination(), own, as_host),
        };
        let Some(target) = dialled else {
            return new.reply.fail(BAD_ADDRESS);
        };
        let hop = known.config.next_hop(&target);
        let own_fault = !known.config.goes_by_trunk(&target);
        if !own_fault {
            new.call.expect_word();
        }
        let purpose = Purpose::Place {
            new: Box::new(new),
            line,
            target,
            lines,
            own_fault,
        };
        self.look_up(purpose, &hop);
    }

    /// A host was found, or not.
    pub fn looked_up(&mut self, found: Found) {
        let now = Instant::now();
        if let Purpose::Servers(line) = found.purpose {
            return self.servers_found(line, &found.ways);
        }
        let mut flows = found.ways.and_then(|ways| self.flows(ways));
        if let Ok(flows) = &mut flows {
            self.prefer_registrar(self.line_for(&found.purpose), flows);
        }
        match found.purpose {
            Purpose::Place {
                new,
                line,
                target,
                lines,
                own_fault,
            } => match flows {
                Ok(flows) => self.placed(*new, line, &target, lines, flows),
                Err(error) => {
                    let kind = match own_fault {
                        true => ErrorKind::InvalidAddress,
                        false => ErrorKind::OperationFailed,
                    };
                    let text = format!("The host {} {error}.", found.host);
                    new.reply.fail(Error::with_text(kind, text));
                }
            },
            Purpose::Way(id, uri) => match flows {
                Ok(flows) => self.agent.set_way(id, &uri, flows),
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
            // Seen to above.
            Purpose::Servers(_) => {}
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
            Purpose::Way(..) | Purpose::Register(_) | Purpose::Servers(_) | Purpose::Stun => None,
        }
    }

    fn placed(
        &mut self,
        new: NewCall,
        line: usize,
        target: &SipUri,
        lines: Vec<u8>,
        flows: Vec<Flow>,
    ) {
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
        let ports = match self.ports(line, ip) {
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
                    lines,
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
            sound: None,
            sound_said: String::new(),
            conference: None,
            is_back: false,
            rings: false,
            is_heard_early: false,
            waits_for_move: false,
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

    /// Ports at `ip` for the sound of a call of this line.
    pub(super) fn ports(&self, line: usize, ip: std::net::IpAddr) -> Result<Arc<Ports>> {
        let range = self.lines.get(line).and_then(|line| line.config.rtp_ports);
        self.pool.take(ip, range).map(Arc::new).map_err(|error| {
            tracing::error!("no media ports at {ip}: {error}");
            no_ports(&error, range)
        })
    }

    /// Where the far end is to send its sound.
    pub(super) fn media_address(&self, line: usize, ports: &Ports) -> Option<SocketAddr> {
        self.lines.get(line)?.media_address(ports)
    }

    /// The line of a call.
    pub fn line_of(&self, id: CallId) -> Option<&Line> {
        self.lines.get(self.legs.get(&id)?.line)
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
                if let Some(hop) = SipUri::parse(&uri) {
                    self.look_up(Purpose::Way(call, uri), &Hop::to(hop));
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
                if let Some(old) = self.moves.remove(&call) {
                    return self.moved_nowhere(old, &end);
                }
                let waits = self.consults.contains_key(&call);
                let moves = !self.moves_to(call).is_empty();
                if let Some(leg) = self.legs.get_mut(&call) {
                    if let Some(Pending::Take(reply)) = leg.pending.take_if(Pending::is_take) {
                        reply.fail(failed(&refusal_of(&end, reason.as_ref())));
                    }
                    if moves {
                        // Whoever sent us on has left; we are on our way.
                        leg.waits_for_move = true;
                        return;
                    }
                    say_why(leg.call.id(), &end, reason.as_ref());
                    if let Some((code, text)) = reason {
                        leg.call.set_network_response(code, text);
                    }
                    leg.sound = None;
                    match waits {
                        true => leg.ended = Some(causes::of(&end)),
                        false => leg.over(causes::of(&end)),
                    }
                }
            }
            Event::Gone { call } => {
                self.rings_no_more(call);
                if let Some(old) = self.moves.remove(&call) {
                    return self.moved_nowhere(old, &End::HungUp);
                }
                if self.legs.get(&call).is_some_and(|leg| leg.waits_for_move) {
                    return;
                }
                if self.consults.contains_key(&call) {
                    if let Some(leg) = self.legs.get_mut(&call) {
                        leg.gone = true;
                    }
                } else if let Some(mut leg) = self.legs.remove(&call) {
                    if let Some(pending) = leg.pending.take() {
                        self.fail(pending, &Refusal::Over);
                    }
                }
            }
            Event::Media { call } => self.sounds(call, false),
            Event::EarlyMedia { call } => self.sounds(call, true),
            Event::Key { call, key, length } => self.key_told(call, key, length),
            // What is agreed on says how digits go instead.
            Event::KeysRefused { call } => self.sounds(call, false),
            // The far end's hold is no state of TAPI's; its streams tell of it.
            Event::HeldByPeer { .. } | Event::Transferring { .. } => {}
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
            Event::Dialogs {
                line, uri, dialogs, ..
            } => {
                if let Some(known) = self.lines.get_mut(place_of(line)) {
                    known.watched.insert(uri, dialogs);
                }
            }
            Event::NotWatching {
                line, uri, code, ..
            } => self.not_watching(line, &uri, code),
            Event::Silent { transport, peer } => self.lookups.resolver.failed(transport, peer),
            Event::Unregistered { .. }
            | Event::Watching { .. }
            | Event::Unwatched { .. }
            | Event::Probed { .. } => {}
        }
    }

    fn not_watching(&mut self, line: LineId, uri: &str, code: u16) {
        let Some(known) = self.lines.get_mut(place_of(line)) else {
            return;
        };
        known.watched.remove(uri);
        let name = &known.line.info().name;
        let what = match uri == known.config.uri.identity().to_string() {
            true => "its messages".to_owned(),
            false => format!("the calls of {uri}"),
        };
        let why = match code {
            // It is not there, does not answer, or says nothing after it has agreed to.
            0 => String::new(),
            code => format!(" ({code})"),
        };
        tracing::warn!("line {name:?}: {what} are not told by the server{why}");
    }

    fn answered(&mut self, id: CallId, code: u16, reason: String, connected: Option<Named>) {
        if let Some(old) = self.moves.remove(&id) {
            return self.take_the_place_of(old, id, connected);
        }
        let Some(leg) = self.legs.get_mut(&id) else {
            return;
        };
        leg.call.set_network_response(code, reason);
        if let Some(Pending::Take(reply)) = leg.pending.take_if(Pending::is_take) {
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
}

/// Whether the application wants a call to show nobody who calls (LINECALLPARAMFLAGS_BLOCKID).
pub(super) fn is_anonymous(call: &Call) -> bool {
    const BLOCK_ID: i32 = 0x10;
    let flags = call.number(crate::engine::Number::CallParamsFlags);
    flags.is_some_and(|flags| flags & BLOCK_ID != 0)
}

/// Says of a call that failed why it has. How others end is no failure.
fn say_why(call: u64, end: &End, answer: Option<&(u16, String)>) {
    match (end, answer) {
        (End::Failed(why), _) => tracing::warn!("call {call} failed: {why}"),
        (End::Refused { .. }, _) if causes::of(end) != Cause::Failed => {}
        (End::Refused { code, .. }, Some((_, text))) => {
            let text = printable(text);
            tracing::debug!("call {call} failed: it was answered {code} {text}");
        }
        (End::Refused { code: 408, .. }, None) => {
            tracing::warn!("call {call} failed: no server answers");
        }
        (End::Refused { code: 503, .. }, None) => {
            tracing::warn!("call {call} failed: no server is reached");
        }
        _ => {}
    }
}

/// A far end's text without what could change a message or a terminal.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

impl Config {
    /// A party as applications see it: the user alone if it is one of the line's own domain, which
    /// is what can be dialled here, otherwise the whole address.
    pub fn party(&self, named: &Named) -> Party {
        let is_own = |uri: &Uri<'_>| {
            uri.host.eq_ignore_ascii_case(&self.uri.host) && !uri.user.contains('@')
        };
        let uri = Uri::parse(&named.uri).filter(Uri::is_sip);
        let number = match uri {
            Some(uri) if uri.user.is_empty() => uri.host.to_owned(),
            Some(uri) if is_own(&uri) => unescape(uri.user),
            Some(uri) => match SipUri::of(&uri) {
                Some(uri) => SipUri {
                    params: Vec::new(),
                    ..uri
                }
                .to_string(),
                None => named.uri.clone(),
            },
            None => named
                .uri
                .strip_prefix("tel:")
                .unwrap_or(&named.uri)
                .to_owned(),
        };
        Party {
            name: named.name.clone(),
            number,
        }
    }
}
