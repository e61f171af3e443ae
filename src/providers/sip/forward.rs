//! Calls that are sent on from our side: one that comes in for somebody who forwards, or that the
//! application redirects, is answered with a redirection (302), which the caller, or its proxy, follows.

use super::NOT_OFFERING;
use super::calls::BAD_ADDRESS;
use super::config::Config;
use super::station::Station;
use crate::engine::{Cause, Error, ErrorKind, Forward, Reply, Result};
use crate::providers::forwarding::{Family, Forwarding, Whose};
use std::time::{Duration, Instant};
use tapi3_sip::agent::{CallId, HangUp, Named};
use tapi3_sip::message::uri::{SipUri, destination, is_destination};

/// From one ring to the next.
const RING: Duration = Duration::from_secs(6);

/// More rings than these are no more than these: the caller has given up by then.
const MOST_RINGS: u32 = 100;

const FORWARD_WHERE: Error = Error::new(
    ErrorKind::InvalidAddress,
    "The destination of the forwarding is not a SIP address, user@host, or a number.",
);

/// Who calls. What forwardings ask of it is found out for those that ask.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caller<'a> {
    pub named: &'a Named,
    /// Whether it does not want to be known.
    pub is_anonymous: bool,
}

/// A call that rings, and will be forwarded if nobody answers.
#[derive(Debug)]
pub(super) struct Unanswered {
    pub call: CallId,
    /// The line's place in the station.
    pub line: usize,
    caller: Named,
    is_anonymous: bool,
}

/// Checks what an application wants to be forwarded, on its thread, so without memory; nothing else is
/// kept than the line's status.
pub(super) fn check(forwards: &[Forward]) -> Result<()> {
    for forward in forwards {
        Forwarding::read(forward)?;
        if !is_destination(&forward.destination) {
            return Err(FORWARD_WHERE);
        }
    }
    Ok(())
}

impl Caller<'_> {
    /// Whether it belongs to the line's own domain.
    fn is_internal(self, config: &Config) -> bool {
        let uri = SipUri::parse(&self.named.uri);
        uri.is_some_and(|uri| uri.host.eq_ignore_ascii_case(&config.uri.host))
    }

    /// Whether the application would know this number and the caller by the same one.
    fn has_number(self, config: &Config, number: &str) -> bool {
        let Some(uri) = destination(number, &config.uri, false) else {
            return false;
        };
        let named = Named {
            name: String::new(),
            uri: uri.to_string(),
        };
        let own = config.party(self.named).number;
        !self.is_anonymous && !own.is_empty() && config.party(&named).number == own
    }

    fn is(self, config: &Config, whose: Whose<'_>) -> bool {
        match whose {
            Whose::Everybody => true,
            Whose::Internal => self.is_internal(config),
            Whose::External => !self.is_internal(config),
            Whose::Only(number) => self.has_number(config, number),
        }
    }
}

/// The first forwarding that is for this case and this caller: where to, and after how long.
fn find(
    config: &Config,
    forwards: &[Forward],
    family: Family,
    caller: Caller<'_>,
) -> Option<(SipUri, Duration)> {
    forwards.iter().find_map(|forward| {
        let read = Forwarding::read(forward).ok()?;
        if !read.is_for(family) || !caller.is(config, read.whose) {
            return None;
        }
        let to = destination(&forward.destination, &config.uri, false)?;
        Some((to, RING * read.rings.min(MOST_RINGS)))
    })
}

/// The reason for a forwarding (RFC 5806 §4).
fn reason_of(family: Family) -> &'static str {
    match family {
        Family::Unconditional => "unconditional",
        Family::Busy => "user-busy",
        Family::NoAnswer => "no-answer",
    }
}

/// How a call is sent on: with the reason, which tells those who come later.
fn redirection(config: &Config, to: &SipUri, reason: &str) -> HangUp {
    let own = config.uri.identity();
    let lines = format!("Contact: <{to}>\r\nDiversion: <{own}>;reason={reason};counter=1\r\n");
    HangUp {
        code: 302,
        lines: lines.into_bytes(),
    }
}

impl Station {
    fn forwarding(
        &self,
        line: usize,
        family: Family,
        caller: Caller<'_>,
    ) -> Option<(HangUp, Duration)> {
        let known = self.lines.get(line)?;
        let config = &known.config;
        let found = known
            .line
            .with_status(|status| match status.forwards.is_empty() {
                true => None,
                false => find(config, &status.forwards, family, caller),
            });
        let (to, after) = found?;
        Some((redirection(config, &to, reason_of(family)), after))
    }

    /// Sends a call on that nobody was told of. Whether the line forwards it.
    pub fn forwards(
        &mut self,
        id: CallId,
        line: usize,
        family: Family,
        caller: Caller<'_>,
    ) -> bool {
        match self.forwarding(line, family, caller) {
            Some((redirection, _)) => {
                self.agent.hang_up(Instant::now(), id, redirection);
                true
            }
            None => false,
        }
    }

    /// Remembers when a call that rings is to be sent on, if it is.
    pub fn may_go_unanswered(&mut self, call: CallId, line: usize, caller: Caller<'_>) {
        if let Some((_, after)) = self.forwarding(line, Family::NoAnswer, caller) {
            let due = Instant::now() + after;
            let unanswered = Unanswered {
                call,
                line,
                caller: caller.named.clone(),
                is_anonymous: caller.is_anonymous,
            };
            self.unanswered.insert((due, call.to_bits()), unanswered);
        }
    }

    /// When the next call has rung long enough.
    pub fn next_unanswered(&self) -> Option<Instant> {
        self.unanswered.keys().next().map(|(due, _)| *due)
    }

    /// Sends on the calls that have rung long enough.
    pub fn forward_unanswered(&mut self) {
        let now = Instant::now();
        while let Some(entry) = self.unanswered.first_entry() {
            if entry.key().0 > now {
                return;
            }
            let unanswered = entry.remove();
            let (call, line) = (unanswered.call, unanswered.line);
            let caller = Caller {
                named: &unanswered.caller,
                is_anonymous: unanswered.is_anonymous,
            };
            let Some(leg) = self.legs.get(&call).filter(|leg| leg.rings()) else {
                continue;
            };
            // If the forwarding was cancelled meanwhile, it goes on ringing.
            if let Some((redirection, _)) = self.forwarding(line, Family::NoAnswer, caller) {
                leg.over(Cause::NoAnswer);
                self.agent.hang_up(now, call, redirection);
            }
        }
    }

    /// The application sends a call on that rings.
    pub(super) fn redirect(&mut self, id: CallId, to: &str, reply: Reply) {
        let leg = self.legs.get(&id).filter(|leg| leg.rings());
        let Some((leg, line)) = leg.and_then(|leg| Some((leg, self.lines.get(leg.line)?))) else {
            return reply.fail(NOT_OFFERING);
        };
        let Some(to) = destination(to, &line.config.uri, false) else {
            return reply.fail(BAD_ADDRESS);
        };
        let redirection = redirection(&line.config, &to, "deflection");
        leg.control.free_appearance();
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.rings = false;
        }
        reply.ok();
        self.rings_no_more(id);
        self.agent.hang_up(Instant::now(), id, redirection);
    }

    /// A call rings no more.
    pub fn rings_no_more(&mut self, call: CallId) {
        if !self.unanswered.is_empty() {
            self.unanswered
                .retain(|_, unanswered| unanswered.call != call);
        }
    }
}
