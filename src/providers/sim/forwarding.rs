//! Forwarding: the rules of the lines, and which of them a call follows.

use super::exchange::Exchange;
use super::legs::Far;
use super::outbox::Undo;
use super::placing::{Route, reason};
use super::plan::Target;
use super::step::Step;
use crate::engine::{Cause, Error, ErrorKind, Forward, Result};
pub(super) use crate::providers::forwarding::Family;
use crate::providers::forwarding::{Forwarding, Whose};

const FORWARD_WHERE: Error = Error::new(
    ErrorKind::InvalidAddress,
    "Nobody can be reached under the destination of the forwarding.",
);

/// Whose calls a line forwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    Everybody,
    /// Lines and extensions of this exchange.
    Internal,
    /// Callers from outside.
    External,
    Only(Target),
}

/// One forwarding rule of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule {
    pub families: [Option<Family>; 2],
    pub scope: Scope,
    pub target: Target,
    pub rings: u32,
}

impl Step<'_> {
    pub fn rule(&self, line: u32, family: Family, caller: Target) -> Option<Rule> {
        let rules = &self.state.lines.get(line as usize)?.rules;
        let external = match caller {
            Target::Extension(index) => self.plan.extension(index).is_some_and(|e| e.external),
            _ => false,
        };
        let fits = |rule: &&Rule| {
            rule.families.contains(&Some(family))
                && match rule.scope {
                    Scope::Everybody => true,
                    Scope::Internal => !external,
                    Scope::External => external,
                    Scope::Only(who) => who == caller && who != Target::Unknown,
                }
        };
        rules.iter().find(fits).copied()
    }

    /// The called line has rung long enough: its call ends and the caller is forwarded.
    pub fn forward_unanswered(&mut self, callee: u32) -> std::result::Result<(), Cause> {
        let Some(line) = self.state.legs.get(callee).map(|leg| leg.line) else {
            return Ok(());
        };
        let seeker = self.far(callee);
        if !matches!(seeker, Far::Leg(_) | Far::Extension(_)) {
            return Ok(());
        }
        let caller = self.identity(seeker);
        let Some(rule) = self.rule(line, Family::NoAnswer, caller) else {
            // The forwarding was cancelled meanwhile: it goes on ringing.
            return Ok(());
        };
        self.set_far(callee, Far::Nobody);
        self.end(callee, Cause::NoAnswer);
        let mut route = Route::new(Target::Line(line), reason::DIRECT);
        route.redirect(rule.target, reason::FORWARDED_NO_ANSWER);
        match self.resolve(seeker, &mut route) {
            Ok(way) => self.go(seeker, route, way, Undo::Nothing),
            Err(error) => {
                tracing::warn!("a forwarded call failed: {error}");
                if let Far::Leg(index) = seeker {
                    self.end(index, Cause::Failed);
                }
            }
        }
        Ok(())
    }
}

impl Exchange {
    /// What a forwarding in the engine's words, LINEFORWARDMODE_* bits, means here.
    pub fn rule(&self, forward: &Forward) -> Result<Rule> {
        let read = Forwarding::read(forward)?;
        let scope = match read.whose {
            Whose::Everybody => Scope::Everybody,
            Whose::Internal => Scope::Internal,
            Whose::External => Scope::External,
            Whose::Only(caller) => Scope::Only(self.plan.find(caller)),
        };
        let target = self.plan.find(&forward.destination);
        if target == Target::Unknown {
            return Err(FORWARD_WHERE);
        }
        Ok(Rule {
            families: read.families,
            scope,
            target,
            rings: read.rings,
        })
    }
}
