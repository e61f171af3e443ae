//! Strangers: whose requests are taken at all, and how much anybody can make us keep.
//!
//! What belongs to a call or a subscription of ours is never looked at here: its tags are known to
//! nobody but the two ends of it.

use super::line::Line;
use super::{Agent, Core};
use crate::flow::Flow;
use crate::message::Message;
use crate::transaction::ServerId;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::time::{Duration, Instant};

/// How much strangers can make an agent keep. A stranger is whoever is neither a server of a line nor
/// one of its [`super::LineSettings::known_sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    /// As many requests of one source that come to nothing (an OPTIONS, a REGISTER, a call for a user
    /// who is not here) are remembered for their copies at once; what goes beyond is answered and
    /// forgotten.
    pub burst: u32,
    /// So many more each second; at least one.
    pub per_second: u32,
    /// As many source addresses are told apart; all others count as one.
    pub sources: usize,
    /// Calls of one source that may wait for an answer; further ones are refused.
    pub offered: usize,
}

impl Default for Guard {
    fn default() -> Self {
        Guard {
            burst: 64,
            per_second: 16,
            sources: 4096,
            offered: 1000,
        }
    }
}

/// How full tables of sources are looked through for those that may go: not more often than this.
const SWEEP: Duration = Duration::from_secs(1);

/// What strangers did lately.
pub(super) struct Strangers {
    guard: Guard,
    /// When the allowance of each source is whole again. Who is not here has it whole.
    whole: HashMap<IpAddr, Instant>,
    /// The same for all who found no room there.
    others: Option<Instant>,
    swept: Option<Instant>,
    /// Calls that wait for an answer, by source.
    offered: HashMap<IpAddr, usize>,
}

impl Strangers {
    pub fn new() -> Self {
        Strangers {
            guard: Guard::default(),
            whole: HashMap::new(),
            others: None,
            swept: None,
            offered: HashMap::new(),
        }
    }

    /// Takes one request from the allowance of a source. False if nothing is left of it.
    fn take(&mut self, now: Instant, source: IpAddr) -> bool {
        let step = Duration::from_secs(1) / self.guard.per_second.max(1);
        let most = step * self.guard.burst;
        let known = self.whole.get(&source).copied();
        let room = known.is_some() || self.has_room(now);
        let before = if room { known } else { self.others };
        let whole = before.unwrap_or(now).max(now) + step;
        if whole.duration_since(now) > most {
            return false;
        }
        match room {
            true => drop(self.whole.insert(source, whole)),
            false => self.others = Some(whole),
        }
        true
    }

    /// Whether one more source can be told apart, after forgetting those that were quiet.
    fn has_room(&mut self, now: Instant) -> bool {
        let full = self.whole.len() >= self.guard.sources;
        let lately = |swept: Instant| now.saturating_duration_since(swept) < SWEEP;
        if full && !self.swept.is_some_and(lately) {
            self.swept = Some(now);
            self.whole.retain(|_, whole| *whole > now);
            if self.whole.is_empty() {
                self.whole = HashMap::new();
            }
        }
        self.whole.len() < self.guard.sources
    }

    /// Whether a source may offer one more call.
    pub fn may_offer(&self, source: IpAddr) -> bool {
        let offered = self.offered.get(&source).copied().unwrap_or_default();
        offered < self.guard.offered
    }

    /// A call of a source waits for an answer.
    pub fn offers(&mut self, source: IpAddr) {
        *self.offered.entry(source).or_default() += 1;
    }

    /// It waits no longer.
    pub fn offers_no_more(&mut self, source: IpAddr) {
        if let Some(offered) = self.offered.get_mut(&source) {
            *offered -= 1;
            if *offered == 0 {
                self.offered.remove(&source);
            }
        }
        if self.offered.is_empty() && self.offered.capacity() > 1024 {
            self.offered = HashMap::new();
        }
    }

    #[cfg(test)]
    pub fn remembered(&self) -> (usize, usize) {
        (self.whole.len(), self.offered.len())
    }
}

/// What tells one stranger from another: an address, of IPv6 the part that a network is given.
pub(super) fn source(flow: &Flow) -> IpAddr {
    match flow.peer.ip().to_canonical() {
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX))),
        ip => ip,
    }
}

impl Line {
    /// Whether an address is one of the line's servers.
    pub fn is_server(&self, ip: IpAddr) -> bool {
        self.servers.contains(&ip.to_canonical())
    }

    /// Whether somebody at this address is known to the line, by its settings or as a server.
    pub fn knows(&self, ip: IpAddr) -> bool {
        let listed = self.settings.known_sources.as_ref();
        let ip = ip.to_canonical();
        self.is_server(ip) || listed.is_some_and(|l| l.iter().any(|k| k.to_canonical() == ip))
    }

    /// Whether requests from this address are taken at all.
    fn admits(&self, ip: IpAddr) -> bool {
        self.settings.known_sources.is_none() || self.knows(ip)
    }
}

impl Core {
    /// Whether somebody at this address is a stranger to all lines.
    pub fn is_stranger(&self, ip: IpAddr) -> bool {
        !self.lines.iter().any(|line| line.knows(ip))
    }
}

impl Agent {
    /// Sets how much strangers can make us keep.
    pub fn set_guard(&mut self, guard: Guard) {
        self.strangers.guard = guard;
    }

    /// Whether a request is dropped without a word, and without leaving a trace: it comes from where
    /// nobody whom the line knows is.
    pub(super) fn is_unwelcome(&self, request: &Message<'_>, flow: &Flow) -> bool {
        if !self.guarded || self.is_inside(request) {
            return false;
        }
        let lines = &self.core.lines;
        let line = super::outside::line_for(&self.by_user, lines, request);
        let line = line.and_then(|id| self.core.line(id));
        match line {
            Some(line) => !line.admits(flow.peer.ip()),
            None => self.admits_nobody(flow),
        }
    }

    /// Whether no line takes anything from there.
    pub(super) fn admits_nobody(&self, flow: &Flow) -> bool {
        let ip = flow.peer.ip();
        self.guarded && !self.core.lines.iter().any(|line| line.admits(ip))
    }

    /// Whether a request is within a dialog of ours.
    fn is_inside(&self, request: &Message<'_>) -> bool {
        let inside = || self.call_of(request).is_some() || self.watch_of(request).is_some();
        !request.to_tag().is_empty() && inside()
    }

    /// A request came to nothing. If its sender makes too many of those, nothing is kept of this one;
    /// a copy of it is answered as if it were the first (RFC 3261 §8.2.7).
    pub(super) fn came_to_nothing(&mut self, flow: &Flow, server: ServerId) {
        let core = &mut self.core;
        if !self.strangers.take(core.now, source(flow)) && core.is_stranger(flow.peer.ip()) {
            core.layer.forget_request(server);
        }
    }
}
