//! Our address as those outside see it: a STUN server is asked from the socket that listens, before the
//! first registration, every few minutes, and when a registration fails.

use super::config::Hop;
use super::lookup::Purpose;
use super::station::Station;
use bytes::Bytes;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tapi3_sip::flow::{Flow, Transmit};
use tapi3_sip::message::uri::SipUri;
use tapi3_sip::random::Random;
use tapi3_sip::stun::{Binding, PAUSES};

/// How long an answer is believed.
const BELIEVED: Duration = Duration::from_secs(180);

/// How long registrations wait for the first answer.
pub(super) const PATIENCE: Duration = Duration::from_secs(4);

/// How soon it is asked again after a failure elsewhere.
const SOON: Duration = Duration::from_secs(1);

/// A question under way.
#[derive(Debug)]
struct Question {
    binding: Binding,
    flow: Flow,
    /// How often it was sent.
    sent: usize,
}

pub(super) struct Outside {
    server: SipUri,
    random: Random,
    question: Option<Question>,
    /// When the question is sent again, or anew; none while the server is looked up.
    due: Option<Instant>,
    /// When registrations begin without an answer; none once they have begun.
    begins: Option<Instant>,
    /// An answer that nobody has taken yet.
    heard: Option<SocketAddr>,
    /// Whether the last question was answered; none before the first.
    answered: Option<bool>,
}

impl Outside {
    pub fn new(server: SipUri, random: Random) -> Self {
        let now = Instant::now();
        Outside {
            server,
            random,
            question: None,
            due: Some(now),
            begins: Some(now + PATIENCE),
            heard: None,
            answered: None,
        }
    }

    /// When to come again.
    pub fn next(&self) -> Option<Instant> {
        self.due.into_iter().chain(self.begins).min()
    }

    /// Takes a datagram that is no SIP.
    pub fn hear(&mut self, flow: &Flow, datagram: &[u8]) {
        let asked = self
            .question
            .as_ref()
            .filter(|question| question.flow.peer == flow.peer);
        self.heard = asked
            .and_then(|question| question.binding.response(datagram))
            .or(self.heard);
    }

    /// Something has changed, perhaps our address.
    pub fn ask_soon(&mut self, now: Instant) {
        if self.question.is_none() {
            self.due = self.due.map(|due| due.min(now + SOON));
        }
    }

    fn is_asked(&mut self, flow: Flow) {
        self.question = Some(Question {
            binding: Binding::new(&mut self.random),
            flow,
            sent: 0,
        });
    }

    /// What is to be sent now, if the question has not been sent often enough.
    fn send(&mut self, now: Instant) -> Option<Transmit> {
        let question = self.question.as_mut()?;
        let pause = PAUSES.get(question.sent)?;
        question.sent += 1;
        self.due = Some(now + *pause);
        Some(Transmit {
            flow: question.flow.clone(),
            bytes: Bytes::copy_from_slice(&question.binding.request()),
        })
    }

    /// The question is over, with an answer or without.
    fn is_over(&mut self, now: Instant, answered: bool) {
        self.question = None;
        self.due = Some(now + BELIEVED);
        if self.answered.replace(answered) != Some(answered) {
            let server = &self.server.host;
            match answered {
                true => tracing::debug!("the STUN server {server} answers"),
                false => tracing::warn!("the STUN server {server} does not answer"),
            }
        }
    }

    fn begins_by(&mut self, now: Instant) -> bool {
        let is_time = self.begins.is_some_and(|begins| begins <= now);
        if is_time {
            self.begins = None;
        }
        is_time
    }
}

impl Station {
    /// Asks, asks again, or has waited long enough.
    pub fn outside_due(&mut self) {
        let now = Instant::now();
        let Some(outside) = &mut self.outside else {
            return;
        };
        if outside.due.is_some_and(|due| due <= now) {
            if outside.question.is_none() {
                outside.due = None;
                let hop = Hop::to(outside.server.clone());
                self.look_up(Purpose::Stun, &hop);
            } else {
                self.ask_outside();
            }
        }
        let is_time = self
            .outside
            .as_mut()
            .is_some_and(|outside| outside.begins_by(now));
        if is_time && !self.closing {
            self.begin_registering();
        }
    }

    fn ask_outside(&mut self) {
        let now = Instant::now();
        let Some(outside) = &mut self.outside else {
            return;
        };
        match outside.send(now) {
            Some(transmit) => self.send(transmit),
            None => outside.is_over(now, false),
        }
    }

    pub fn stun_server_found(&mut self, flows: Result<Vec<Flow>, String>, host: &str) {
        let Some(outside) = &mut self.outside else {
            return;
        };
        let flow = flows.and_then(|flows| flows.into_iter().next().ok_or("has no address".into()));
        match flow {
            Ok(flow) => {
                outside.is_asked(flow);
                self.ask_outside();
            }
            Err(error) => {
                tracing::warn!("the STUN server {host} {error}");
                outside.is_over(Instant::now(), false);
            }
        }
    }

    /// Takes what was heard: the lines are known by it, and those that had not begun to register do.
    pub fn outside_heard(&mut self) {
        let now = Instant::now();
        let Some(outside) = &mut self.outside else {
            return;
        };
        let Some(public) = outside.heard.take() else {
            return;
        };
        outside.is_over(now, true);
        let begins = outside.begins.take().is_some();
        let mut elsewhere = false;
        for line in &mut self.lines {
            let before = line.public.replace(public);
            elsewhere |= before.is_some_and(|before| before.ip() != public.ip());
            if before != Some(public) {
                let name = &line.line.info().name;
                tracing::info!("line {name:?} is seen as {public} outside");
            }
            self.agent.set_public(now, line.id, Some(public));
        }
        if elsewhere {
            let calls: Vec<_> = self.legs.keys().copied().collect();
            calls.into_iter().for_each(|call| self.tell_address(call));
        }
        if begins && !self.closing {
            self.begin_registering();
        }
    }
}
