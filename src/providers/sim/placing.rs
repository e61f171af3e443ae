//! Placing calls: from what was dialled to whom it reaches, through the forwarding of the lines
//! and the behaviour of the extensions.

use super::forwarding::Family;
use super::legs::{Far, Next, Phase};
use super::outbox::{Item, Offer, Undo};
use super::plan::{Dialled, Target, is_dialable};
use super::step::Step;
use crate::engine::{Call, Cause, Error, ErrorKind, PartyId, Reply, Result, State};
use std::time::Duration;

/// LINECALLREASON_* bits.
pub(super) mod reason {
    pub const DIRECT: i32 = 0x1;
    pub const FORWARDED_BUSY: i32 = 0x2;
    pub const FORWARDED_NO_ANSWER: i32 = 0x4;
    pub const FORWARDED: i32 = 0x8;
    pub const PICKUP: i32 = 0x10;
    pub const UNPARK: i32 = 0x20;
    pub const REDIRECT: i32 = 0x40;
    pub const TRANSFER: i32 = 0x100;
    pub const REMINDER: i32 = 0x200;
}

/// A call's way so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Route {
    pub target: Target,
    pub reason: i32,
    /// The number first dialled, once it was forwarded.
    called: Target,
    pub redirecting: Target,
}

/// Where a route leads.
#[derive(Debug)]
pub(super) enum Way {
    Ended(Cause),
    Extension(u32),
    /// To this new leg of a line, which forwards the call after that time, if at all.
    Line(u32, Option<Duration>),
    /// The line is reached only later.
    Later(Duration),
}

/// How often a call is forwarded before the exchange sees a loop in it.
const HOPS: usize = 10;

impl Route {
    pub fn new(target: Target, reason: i32) -> Self {
        Route {
            target,
            reason,
            called: Target::Unknown,
            redirecting: Target::Unknown,
        }
    }

    pub fn redirect(&mut self, target: Target, reason: i32) {
        if self.called == Target::Unknown {
            self.called = self.target;
        }
        self.redirecting = self.target;
        self.target = target;
        self.reason = reason;
    }
}

impl Step<'_> {
    /// Places a call. `digits` is what was dialled, if more is to come.
    pub fn make(&mut self, call: &Call, dialled: Dialled, digits: String, reply: Reply) {
        let begun = match dialled {
            Dialled::All(target) => self.begin(call, Some(target)),
            Dialled::Part => self.begin(call, None),
        };
        let (index, route) = match begun {
            Ok(begun) => begun,
            Err(error) => return self.fail(reply, error),
        };
        self.done(reply);
        self.out.state(Some(call), State::InProgress, Cause::None);
        match route {
            Some((route, way)) => {
                let undo = Undo::Make(self.state.legs.tag(index));
                self.go(Far::Leg(index), route, way, undo);
            }
            None => {
                if let Some(leg) = self.state.legs.get_mut(index) {
                    leg.phase = Phase::Dialling;
                    leg.digits = digits;
                }
            }
        }
    }

    fn begin(
        &mut self,
        call: &Call,
        target: Option<Target>,
    ) -> Result<(u32, Option<(Route, Way)>)> {
        let index = self.begin_leg(call, Phase::Calling)?;
        let Some(target) = target else {
            return Ok((index, None));
        };
        let mut route = Route::new(target, reason::DIRECT);
        match self.resolve_dialled(index, &mut route) {
            Ok(way) => Ok((index, Some((route, way)))),
            Err(error) => {
                self.remove(index);
                call.set_tag(0);
                Err(error)
            }
        }
    }

    /// Gives an idle call its leg.
    pub fn begin_leg(&mut self, call: &Call, phase: Phase) -> Result<u32> {
        self.check_open()?;
        let line = self.line_of(call)?;
        if self.is_full(line) {
            return Err(Error::new(
                ErrorKind::CallUnavailable,
                "The line carries as many calls as it can (max_calls).",
            ));
        }
        let index = self.add(line, Some(call.clone()), phase)?;
        call.set_tag(self.state.legs.tag(index));
        Ok(index)
    }

    /// Dials more digits.
    pub fn dial(&mut self, call: &Call, digits: &str, reply: Reply) {
        if let Err(error) = self.try_dial(call, digits) {
            return self.fail(reply, error);
        }
        self.done(reply);
        if digits.ends_with(';') {
            return;
        }
        let Some(index) = self.find(call) else {
            return;
        };
        let Some(leg) = self.state.legs.get_mut(index) else {
            return;
        };
        let mut route = Route::new(self.plan.find(&leg.digits), reason::DIRECT);
        leg.phase = Phase::Calling;
        let before = leg.digits.len() - digits.len();
        self.out
            .push(Item::Party(call.clone(), PartyId::Called, route.target));
        match self.resolve_dialled(index, &mut route) {
            Ok(way) => {
                let undo = Undo::Dial(self.state.legs.tag(index), before);
                self.go(Far::Leg(index), route, way, undo);
            }
            Err(error) => {
                tracing::warn!("call {} failed: {error}", call.id());
                self.end(index, Cause::Failed);
            }
        }
    }

    fn try_dial(&mut self, call: &Call, digits: &str) -> Result<()> {
        let index = self.find(call);
        let leg = index.and_then(|index| self.state.legs.get_mut(index));
        let Some(leg) = leg.filter(|leg| leg.phase == Phase::Dialling) else {
            return Err(Error::new(
                ErrorKind::InvalidCallState,
                "The call waits for no digits: its number was complete.",
            ));
        };
        let new = digits.strip_suffix(';').unwrap_or(digits);
        if !new.chars().all(is_dialable) || (digits.is_empty() && leg.digits.is_empty()) {
            return Err(Error::new(
                ErrorKind::InvalidDigits,
                "Digits are 0 to 9, *, #, + and A to D; a ; at the end says that more will come.",
            ));
        }
        leg.digits.try_reserve(new.len())?;
        leg.digits.push_str(new);
        Ok(())
    }

    /// As [`Step::resolve`], for a number that our line has dialled: that may take its time.
    fn resolve_dialled(&mut self, index: u32, route: &mut Route) -> Result<Way> {
        if let Target::Line(line) = route.target {
            let line = self.plan.line(line);
            let after = line.map_or(Duration::ZERO, |line| line.settings.ring_after);
            if !after.is_zero() {
                self.state.alarms.reserve(index)?;
                return Ok(Way::Later(after));
            }
        }
        self.resolve(Far::Leg(index), route)
    }

    /// Follows the forwarding to where the call ends up, and reserves what it needs there.
    pub fn resolve(&mut self, seeker: Far, route: &mut Route) -> Result<Way> {
        let caller = self.identity(seeker);
        for _ in 0..HOPS {
            let line = match route.target {
                Target::Unknown => return Ok(Way::Ended(Cause::BadAddress)),
                Target::Extension(extension) => {
                    if let Far::Leg(index) = seeker {
                        self.reserve_for(index, extension)?;
                    }
                    return Ok(Way::Extension(extension));
                }
                Target::Line(line) => line,
            };
            if !self.line(line).is_some_and(|line| line.line.in_service()) {
                return Ok(Way::Ended(Cause::BadAddress));
            }
            if let Some(rule) = self.rule(line, Family::Unconditional, caller) {
                route.redirect(rule.target, reason::FORWARDED);
            } else if !self.is_busy(line, caller) {
                return self.reserve_offer(line, seeker, caller);
            } else if let Some(rule) = self.rule(line, Family::Busy, caller) {
                route.redirect(rule.target, reason::FORWARDED_BUSY);
            } else {
                return Ok(Way::Ended(Cause::Busy));
            }
        }
        Ok(Way::Ended(Cause::Failed))
    }

    /// Makes the leg that rings on `line`.
    pub fn reserve_offer(&mut self, line: u32, seeker: Far, caller: Target) -> Result<Way> {
        let callee = self.add(line, None, Phase::Offering)?;
        let rule = self.rule(line, Family::NoAnswer, caller);
        let rings = rule.map(|rule| self.plan.ring_interval.saturating_mul(rule.rings));
        let mut reserved = Ok(());
        if rings.is_some() {
            reserved = self.state.alarms.reserve(callee).map_err(Error::from);
        }
        if let Far::Extension(extension) = seeker {
            reserved = reserved.and_then(|()| self.reserve_for(callee, extension));
        }
        if let Err(error) = reserved {
            self.remove(callee);
            return Err(error);
        }
        Ok(Way::Line(callee, rings))
    }

    fn is_full(&mut self, line: u32) -> bool {
        let limit = self
            .plan
            .line(line)
            .and_then(|line| line.settings.max_calls);
        let live = self.line(line).map_or(0, |line| line.live);
        limit.is_some_and(|limit| live >= limit)
    }

    fn is_busy(&mut self, line: u32, caller: Target) -> bool {
        // A line that calls itself is off the hook.
        caller == Target::Line(line)
            || self.is_full(line)
            || self.line(line).is_some_and(|line| line.do_not_disturb)
    }

    /// Sends the seeker the way that was resolved. Needs no memory.
    pub fn go(&mut self, seeker: Far, route: Route, way: Way, undo: Undo) {
        let own = match seeker {
            Far::Leg(index) => Some(index),
            _ => None,
        };
        let ended = match (way, own) {
            (Way::Ended(cause), Some(_)) => Err(cause),
            (Way::Later(after), Some(index)) => {
                if let Some(leg) = self.state.legs.get_mut(index) {
                    leg.target = route.target;
                }
                self.later(index, after, Next::Reach)
                    .map_err(|_| Cause::Failed)
            }
            (Way::Extension(extension), Some(index)) => {
                self.set_far(index, Far::Extension(extension));
                self.tell_redirection(index, &route);
                self.reach_extension(index, extension)
            }
            (Way::Line(callee, rings), _) => {
                if let Some(index) = own {
                    self.set_far(index, Far::Leg(callee));
                    self.tell_redirection(index, &route);
                    self.tell_ringing(index);
                }
                self.offer(seeker, callee, &route, undo);
                match rings {
                    Some(rings) => self
                        .later(callee, rings, Next::Forward)
                        .map_err(|_| Cause::Failed),
                    None => Ok(()),
                }
            }
            // Two extensions are left to themselves: no line of ours sees them.
            (_, None) => Ok(()),
        };
        if let (Err(cause), Some(index)) = (ended, own) {
            self.end(index, cause);
        }
    }

    fn tell_redirection(&mut self, index: u32, route: &Route) {
        if route.redirecting == Target::Unknown {
            return;
        }
        if let Some(call) = self.state.legs.get(index).and_then(|leg| leg.call.as_ref()) {
            let parties = [
                (PartyId::Redirecting, route.redirecting),
                (PartyId::Redirection, route.target),
                (PartyId::Connected, route.target),
            ];
            for (role, who) in parties {
                self.out.push(Item::Party(call.clone(), role, who));
            }
        }
    }

    fn offer(&mut self, seeker: Far, callee: u32, route: &Route, undo: Undo) {
        self.set_far(callee, seeker);
        let caller = self.identity(seeker);
        let partner = match seeker {
            Far::Leg(index) => self.call(index).cloned(),
            _ => None,
        };
        let tag = self.state.legs.tag(callee);
        let line = self.state.legs.get(callee).map(|leg| leg.line);
        let Some(line) = line.and_then(|line| self.line(line)) else {
            return;
        };
        let line = line.line.clone();
        self.out.offer = Some(Offer {
            line,
            tag,
            caller,
            called: route.called,
            redirecting: route.redirecting,
            reason: route.reason,
            partner,
            undo,
        });
    }

    /// The engine has made the call that was announced.
    pub fn adopt(&mut self, tag: u64, call: Call) {
        let Some(index) = self.state.legs.find(tag) else {
            if self.state.closed {
                // The exchange was closed meanwhile, and nobody else would end it.
                self.out
                    .state(Some(&call), State::Disconnected, Cause::Normal);
            }
            return;
        };
        match self.phase(index) {
            Some(Phase::Over(cause)) => {
                self.remove(index);
                self.out.state(Some(&call), State::Disconnected, cause);
            }
            _ => {
                if let Some(leg) = self.state.legs.get_mut(index) {
                    leg.call.get_or_insert(call);
                }
            }
        }
    }

    /// The engine could not make the call that was announced.
    pub fn take_back(&mut self, offer: &Offer) {
        let Some(callee) = self.state.legs.find(offer.tag) else {
            return;
        };
        let seeker = self.far(callee);
        self.remove(callee);
        match offer.undo {
            Undo::Nothing => {
                if let Far::Leg(index) = seeker {
                    self.end(index, Cause::Failed);
                }
            }
            Undo::Make(tag) => {
                if let Some(index) = self.state.legs.find(tag) {
                    if let Some(call) = self.call(index) {
                        call.set_tag(0);
                    }
                    self.remove(index);
                }
            }
            Undo::Dial(tag, digits) => {
                let index = self.state.legs.find(tag);
                if let Some(leg) = index.and_then(|index| self.state.legs.get_mut(index)) {
                    leg.phase = Phase::Dialling;
                    leg.far = Far::Nobody;
                    leg.digits.truncate(digits);
                }
            }
            Undo::Leave(tag, phase) => match (self.state.legs.find(tag), seeker) {
                (Some(index), Far::Leg(_) | Far::Extension(_)) => {
                    self.set_far(index, seeker);
                    self.set_phase(index, phase);
                    if let Far::Leg(other) = seeker {
                        self.set_far(other, Far::Leg(index));
                    }
                }
                // The other has hung up meanwhile, and did not find our line there.
                (Some(index), Far::Nobody | Far::Park(_)) => {
                    let cause = match phase {
                        Phase::Offering => Cause::Cancelled,
                        _ => Cause::Normal,
                    };
                    self.end(index, cause);
                }
                // Our line has hung up meanwhile: nobody is left whom the other might come back to.
                (None, Far::Leg(other)) => self.end(other, Cause::Failed),
                (None, _) => {}
            },
        }
    }

    /// A number that takes its time is reached now.
    pub fn reach_later(&mut self, index: u32) -> std::result::Result<(), Cause> {
        let target = self.state.legs.get(index).map(|leg| leg.target);
        let mut route = Route::new(target.unwrap_or(Target::Unknown), reason::DIRECT);
        match self.resolve(Far::Leg(index), &mut route) {
            Ok(way) => {
                self.go(Far::Leg(index), route, way, Undo::Nothing);
                Ok(())
            }
            Err(error) => {
                tracing::warn!("a simulated call failed: {error}");
                Err(Cause::Failed)
            }
        }
    }
}
