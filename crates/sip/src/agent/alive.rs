//! Keeping the way from the registrar to us open through address translators and firewalls
//! (RFC 5626 §4.4, §3.5), and noticing that it is not.

use super::{Agent, LineId, Owner};
use crate::flow::{Flow, Transmit};
use crate::transaction::ClientId;
use bytes::Bytes;
use std::time::{Duration, Instant};

/// How a way is kept open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepAliveBy {
    /// Two empty lines (RFC 5626 §4.4.1), which nobody has to answer over UDP.
    Lines,
    /// An OPTIONS, which is answered: a registrar that does not is registered with again.
    Options,
}

/// How often, and how, the ways of registered lines are kept open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeepAlive {
    /// The pause between two signs of life; each is up to a fifth shorter, so that many lines do not
    /// come all at once. At least a second. Translators forget a UDP way after 30 s, some sooner.
    pub every: Duration,
    pub by: KeepAliveBy,
}

/// The pauses, and what is under way.
pub(super) struct Alive {
    settings: Option<KeepAlive>,
    due: Option<Instant>,
    /// The OPTIONS that wait for an answer.
    asked: Vec<(LineId, ClientId, Flow)>,
}

impl Alive {
    pub fn new() -> Self {
        Alive {
            settings: None,
            due: None,
            asked: Vec::new(),
        }
    }

    pub fn next(&self) -> Option<Instant> {
        self.due
    }
}

fn same_way(a: &Flow, b: &Flow) -> bool {
    a.transport == b.transport && a.peer == b.peer && a.local == b.local
}

impl Agent {
    /// Keeps the ways to the registrars of all registered lines open from now on, or no longer.
    pub fn keep_alive(&mut self, now: Instant, settings: Option<KeepAlive>) {
        self.core.now = now;
        self.alive.settings = settings;
        self.alive.due = None;
        self.next_sign_of_life();
    }

    fn next_sign_of_life(&mut self) {
        if let Some(settings) = self.alive.settings {
            let every = settings.every.max(Duration::from_secs(1));
            let luck = f64::from(self.core.random.number()) / f64::from(u32::MAX);
            self.alive.due = Some(self.core.now + every.mul_f64(0.8 + 0.2 * luck));
        }
    }

    pub(super) fn alive_due(&mut self, now: Instant) {
        if self.alive.due.is_none_or(|due| due > now) {
            return;
        }
        self.alive.due = None;
        self.next_sign_of_life();
        let Some(settings) = self.alive.settings else {
            return;
        };
        let mut ways: Vec<(LineId, Flow)> = Vec::new();
        for (index, line) in self.core.lines.iter().enumerate() {
            if let Some(flow) = line.registered_over() {
                // Lines that share their way share its signs of life.
                if !ways.iter().any(|(_, known)| same_way(known, flow)) {
                    ways.push((LineId(index as u32), flow.clone()));
                }
            }
        }
        for (line, flow) in ways {
            match settings.by {
                KeepAliveBy::Lines => self.core.out.push_back(Transmit {
                    flow,
                    bytes: Bytes::from_static(b"\r\n\r\n"),
                }),
                KeepAliveBy::Options => self.ask_for_life(line, flow),
            }
        }
        self.settle();
    }

    fn ask_for_life(&mut self, line: LineId, flow: Flow) {
        // One that is not answered yet says enough.
        let mut asked = self.alive.asked.iter();
        if asked.any(|(_, _, known)| same_way(known, &flow)) {
            return;
        }
        let Some(uri) = self.core.registrar_of(line) else {
            return;
        };
        let client = self.core.send_options(line, &uri, &flow, Owner::Alive);
        self.alive.asked.push((line, client, flow));
    }

    /// Somebody is there.
    pub(super) fn is_alive(&mut self, client: ClientId) {
        self.alive.asked.retain(|(_, asked, _)| *asked != client);
    }

    /// Nobody is: whoever registered there does it again, perhaps with another server.
    pub(super) fn is_not_alive(&mut self, client: ClientId) {
        let mut asked = self.alive.asked.iter();
        let Some(at) = asked.position(|(_, asked, _)| *asked == client) else {
            return;
        };
        let (_, _, flow) = self.alive.asked.swap_remove(at);
        tracing::warn!("{flow} does not answer any more");
        self.renew(|own| same_way(own, &flow));
    }

    /// A line leaves: what was asked for it is of no interest any more.
    pub(super) fn forget_alive(&mut self, line: LineId) {
        let layer = &mut self.core.layer;
        self.alive.asked.retain(|(of, client, _)| {
            if *of == line {
                layer.forget(*client);
            }
            *of != line
        });
    }
}
