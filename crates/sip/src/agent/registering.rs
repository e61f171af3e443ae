//! Lines that register: when each asks, by which way, and what becomes of it. What the requests say is
//! `registration`'s business.

use super::{Agent, Core, Event, LineId, Owner};
use crate::flow::{Flow, Transport};
use crate::message::Message;
use crate::registration::{Registration, Settings, Step, Why};
use crate::timer::Ticket;
use crate::transaction::ClientId;
use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// A line's registration and the request under way.
pub(super) struct Registering {
    registration: Registration,
    /// The servers that may still be tried in this attempt.
    flows: VecDeque<Flow>,
    flow: Option<Flow>,
    client: Option<ClientId>,
    due: Option<Ticket>,
    /// Whether the registration is being taken back, for good.
    leaving: bool,
    /// Whether the registrar's last word was that the line is registered.
    holds: bool,
    /// Whether the last attempt reached nobody.
    unreached: bool,
}

impl Registering {
    pub fn is_registered(&self) -> bool {
        self.registration.is_bound() && !self.leaving
    }

    /// Whether what needs a registration has to wait for it.
    pub fn is_to_come(&self) -> bool {
        !self.holds && !self.leaving
    }

    /// The way to the registrar.
    pub fn flow(&self) -> Option<&Flow> {
        self.flow.as_ref()
    }

    fn is_udp(&self) -> bool {
        let flow = self.flow.as_ref();
        flow.is_some_and(|flow| flow.transport == Transport::Udp)
    }
}

impl Agent {
    /// Keeps a line registered from now on. The first attempt comes after `after`, so that many lines
    /// do not come all at once. Each attempt begins with [`Event::FindRegistrar`].
    pub fn keep_registered(
        &mut self,
        now: Instant,
        line: LineId,
        settings: Settings,
        after: Duration,
    ) {
        let core = &mut self.core;
        core.now = now;
        let registration = Registration::new(settings, &mut core.random);
        let id = line;
        if let Some(line) = core.lines.get_mut(id.0 as usize) {
            let before = line.registering.take();
            let mut due = before.and_then(|mut before| before.due.take());
            core.line_due.replace(&mut due, now + after, id);
            line.registering = Some(Box::new(Registering {
                registration,
                flows: VecDeque::new(),
                flow: None,
                client: None,
                due,
                leaving: false,
                holds: false,
                unreached: false,
            }));
        }
    }

    /// Answers [`Event::FindRegistrar`] with the ways there, best first; none if the registrar's host
    /// is not found.
    pub fn register(&mut self, now: Instant, line: LineId, flows: Vec<Flow>) {
        let core = &mut self.core;
        core.now = now;
        if let Some(line) = core.lines.get_mut(line.0 as usize) {
            line.learn_servers(flows.iter().map(|flow| flow.peer.ip()));
        }
        let Some(registering) = core.registering(line) else {
            return;
        };
        if registering.client.is_some() || registering.leaving {
            return;
        }
        registering.flows = flows.into();
        if let Some(first) = registering.flows.pop_front() {
            registering.flow = Some(first);
            core.send_register(line);
        } else {
            let step = registering.registration.failed(now, Why::NotSent);
            core.registration_step(line, step);
        }
    }

    /// Our address as those outside see it over UDP has become known, or is another one now; `None`:
    /// as the registrar sees us. A registration says the new one at once.
    pub fn set_public(&mut self, now: Instant, line: LineId, public: Option<SocketAddr>) {
        let core = &mut self.core;
        core.now = now;
        let Some(known) = core.lines.get_mut(line.0 as usize) else {
            return;
        };
        if std::mem::replace(&mut known.settings.public, public) == public {
            return;
        }
        let Some(registering) = core.registering(line) else {
            return;
        };
        let idle = registering.client.is_none() && !registering.leaving;
        if idle && registering.registration.is_bound() {
            core.line_asks_at(line, now);
        }
    }

    /// The way that a line is registered over, or is just trying to be; the one at the time of
    /// [`Event::Registered`] is the one that worked.
    pub fn registered_over(&self, line: LineId) -> Option<&Flow> {
        self.core.line(line)?.registered_over()
    }

    /// Takes the registration of a line back, and ends what the line watches.
    /// [`Event::Unregistered`] comes when that is done, or cannot be done.
    pub fn unregister(&mut self, now: Instant, line: LineId) {
        self.unwatch_line(now, line);
        self.forget_alive(line);
        let core = &mut self.core;
        core.now = now;
        let Some(registering) = core.registering(line) else {
            return core.tell(Event::Unregistered { line });
        };
        if std::mem::replace(&mut registering.leaving, true) {
            return;
        }
        let mut due = registering.due.take();
        // A request under way may have arrived; nobody knows.
        let under_way = registering.client.take();
        let bound = registering.registration.is_bound() || under_way.is_some();
        let bound = bound && registering.flow.is_some();
        core.line_due.clear(&mut due);
        match bound {
            true => core.send_register(line),
            false => core.unregistered(line),
        }
        if let Some(client) = under_way {
            core.layer.forget(client);
        }
    }

    /// Whether a registration is still being taken back.
    pub(super) fn is_unregistering(&self) -> bool {
        let mut lines = self.core.lines.iter();
        lines.any(|line| {
            let registering = line.registering.as_ref();
            registering.is_some_and(|r| r.leaving && r.client.is_some())
        })
    }

    /// A connection broke: the registrations that went over it are renewed, since calls come that way
    /// (RFC 5626 §4.5).
    pub(super) fn renew_over(&mut self, flow: &Flow) {
        if flow.transport.is_reliable() {
            self.renew(|own| own.transport == flow.transport && own.peer == flow.peer);
            self.renew_watches(flow);
        }
    }

    /// The registrations over certain ways are renewed, not all at once.
    pub(super) fn renew(&mut self, is_affected: impl Fn(&Flow) -> bool) {
        let core = &mut self.core;
        for index in 0..core.lines.len() as u32 {
            let (now, luck) = (core.now, u64::from(core.random.number() % 1500));
            let line = LineId(index);
            let Some(registering) = core.registering(line) else {
                continue;
            };
            let affected = registering.flow.as_ref().is_some_and(&is_affected);
            let idle = registering.client.is_none() && !registering.leaving;
            if affected && idle && registering.registration.is_bound() {
                core.line_asks_at(line, now + Duration::from_millis(500 + luck));
            }
        }
    }
}

impl Core {
    /// Our address may be another one by now: a line that is registered with the old one registers anew,
    /// at once, and so does one that has reached nobody.
    pub fn readdress_line(
        &mut self,
        id: LineId,
        local: &mut impl FnMut(&Flow) -> Option<SocketAddr>,
    ) {
        let now = self.now;
        let Some(registering) = self.registering(id) else {
            return;
        };
        let flow = registering.flow.as_mut();
        let moved = flow.is_some_and(|flow| flow.readdress(local));
        let again = moved || registering.unreached && registering.client.is_none();
        if registering.leaving || !again {
            return;
        }
        let under_way = registering.client.take();
        if let Some(client) = under_way {
            self.layer.forget(client);
        }
        if let Some(line) = self.lines.get_mut(id.0 as usize).filter(|_| moved) {
            line.seen_as = None;
            line.readdressed = true;
        }
        self.line_asks_at(id, now);
    }

    fn registering(&mut self, line: LineId) -> Option<&mut Registering> {
        self.lines
            .get_mut(line.0 as usize)?
            .registering
            .as_deref_mut()
    }

    /// The registrar that a line registers with.
    pub fn registrar_of(&self, line: LineId) -> Option<String> {
        let registering = self.line(line)?.registering.as_ref()?;
        Some(registering.registration.settings().registrar.clone())
    }

    /// It is time for a line's next attempt.
    pub fn line_is_due(&mut self, line: LineId, ticket: Ticket) {
        let Some(registering) = self.registering(line) else {
            return;
        };
        if registering.due == Some(ticket) {
            registering.due = None;
            self.tell(Event::FindRegistrar { line });
        }
    }

    fn send_register(&mut self, id: LineId) {
        let Some(line) = self.lines.get_mut(id.0 as usize) else {
            return;
        };
        let Some(mut registering) = line.registering.take() else {
            return;
        };
        if let Some(flow) = registering.flow.clone() {
            let contact = line.contact_uri(&flow);
            let expires = match registering.leaving {
                true => 0,
                false => registering.registration.settings().expires,
            };
            let routes = &line.settings.routes;
            let registration = &mut registering.registration;
            let draft = registration.request(&contact, routes, expires, &mut self.random);
            registering.client = Some(self.send(draft, &flow, Owner::Line(id)));
        }
        if let Some(line) = self.lines.get_mut(id.0 as usize) {
            line.registering = Some(registering);
        }
    }

    /// Sets when a line asks next, in the place of what was set before.
    fn line_asks_at(&mut self, id: LineId, due: Instant) {
        let Some(line) = self.lines.get_mut(id.0 as usize) else {
            return;
        };
        if let Some(registering) = &mut line.registering {
            self.line_due.replace(&mut registering.due, due, id);
        }
    }

    pub fn register_answered(
        &mut self,
        line: LineId,
        client: ClientId,
        message: &Message<'_>,
        flow: &Flow,
    ) {
        let now = self.now;
        let Some(registering) = self.registering(line) else {
            return;
        };
        if registering.client != Some(client) {
            return;
        }
        let step = registering.registration.response(now, message, flow);
        if step != Step::Wait {
            registering.client = None;
        }
        self.registration_step(line, step);
    }

    pub fn register_unanswered(&mut self, line: LineId, client: ClientId, why: Why) {
        let now = self.now;
        let Some(registering) = self.registering(line) else {
            return;
        };
        if registering.client == Some(client) {
            registering.client = None;
            let step = registering.registration.failed(now, why);
            self.registration_step(line, step);
        }
    }

    fn registration_step(&mut self, line: LineId, step: Step) {
        let Some(registering) = self.registering(line) else {
            return;
        };
        let leaving = registering.leaving;
        match step {
            Step::Wait => {}
            Step::Again => self.send_register(line),
            Step::Unregistered => self.unregistered(line),
            Step::Registered(_) if leaving => self.send_register(line),
            Step::Registered(registered) => {
                registering.holds = true;
                registering.unreached = false;
                let public = self.line(line).and_then(|line| line.settings.public);
                let udp = matches!(&self.registering(line), Some(r) if r.is_udp());
                let seen_as = registered.seen_as.filter(|_| public.is_none() && udp);
                // At once when the registrar sees another address than the one that we said.
                let due = match seen_as {
                    Some(_) => self.now,
                    None => registered.refresh,
                };
                self.line_asks_at(line, due);
                if let Some(known) = self.lines.get_mut(line.0 as usize) {
                    known.seen_as = seen_as.or(known.seen_as);
                    known.service_routes = registered.service_routes;
                    known.gruu = registered.gruu.and_then(|gruu| gruu.public);
                }
                let lasts = registered.lasts;
                self.tell(Event::Registered { line, lasts });
            }
            Step::Refused { .. } if leaving => self.unregistered(line),
            Step::Refused {
                code,
                why,
                retry,
                next_server,
            } => {
                registering.holds = false;
                registering.unreached = matches!(why, Why::NoAnswer | Why::NotSent);
                if let Some(next) = registering.flows.pop_front().filter(|_| next_server) {
                    registering.flow = Some(next);
                    return self.send_register(line);
                }
                self.line_asks_at(line, retry);
                let retry = retry.saturating_duration_since(self.now);
                self.tell(Event::NotRegistered {
                    line,
                    code,
                    why,
                    retry,
                });
            }
        }
    }

    fn unregistered(&mut self, line: LineId) {
        if let Some(known) = self.lines.get_mut(line.0 as usize) {
            known.registering = None;
            known.gruu = None;
            known.service_routes = Vec::new();
        }
        self.tell(Event::Unregistered { line });
    }
}
