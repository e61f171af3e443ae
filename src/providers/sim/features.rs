//! What the engine asks of the exchange: each request is one step.

use super::exchange::{Exchange, Step, copy};
use super::parking::Pick;
use super::placing::{Family, Rule, Scope, reason};
use super::plan::{Dialled, Target};
use crate::engine::{
    Call, DropReason, Error, ErrorKind, Forward, Line, Number, Provider, Reply, Result,
};

/// How often a line rings before it forwards an unanswered call, if the rule does not say.
const RINGS: u32 = 3;

const NO_SUCH_MODE: Error = Error::new(
    ErrorKind::NotSupported,
    "The simulated exchange forwards unconditionally, when busy and when not answered; not in \
     this mode.",
);
const FORWARD_WHERE: Error = Error::new(
    ErrorKind::InvalidAddress,
    "Nobody can be reached under the destination of the forwarding.",
);

impl Provider for Exchange {
    fn make(&self, call: &Call, reply: Reply) {
        let read = |destination: &str| match self.plan.dialled(destination) {
            Dialled::Part => {
                let digits = destination.strip_suffix(';').unwrap_or_default();
                Ok((Dialled::Part, copy(digits)?))
            }
            all => Ok((all, String::new())),
        };
        match call.with_destination(read) {
            Ok((dialled, digits)) => self.step(|step| step.make(call, dialled, digits, reply)),
            Err(error) => reply.fail(error),
        }
    }

    fn answer(&self, call: &Call, reply: Reply) {
        self.step(|step| step.answer(call, reply));
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        self.step(|step| step.drop_call(call, reason, reply));
    }

    fn hold(&self, call: &Call, reply: Reply) {
        self.step(|step| step.hold(&[call], reply));
    }

    fn unhold(&self, call: &Call, reply: Reply) {
        self.step(|step| step.hold(&[call], reply));
    }

    fn swap(&self, call: &Call, held: &Call, reply: Reply) {
        self.step(|step| step.hold(&[call, held], reply));
    }

    fn blind_transfer(&self, call: &Call, destination: &str, reply: Reply) {
        let target = self.plan.find(destination);
        self.step(|step| step.blind_transfer(call, target, reply));
    }

    fn complete_transfer(&self, original: &Call, consult: &Call, reply: Reply) {
        self.step(|step| step.complete_transfer(original, consult, reply));
    }

    fn join(&self, original: &Call, consult: &Call, reply: Reply) {
        self.step(|step| step.join(original, consult, reply));
    }

    fn leave(&self, call: &Call, reply: Reply) {
        self.step(|step| step.leave(call, reply));
    }

    fn park(&self, call: &Call, address: Option<&str>, reply: Reply) {
        self.step(|step| step.park(call, address, reply));
    }

    fn unpark(&self, call: &Call, reply: Reply) {
        let address = call.with_destination(copy);
        let known = call.set_number(Number::Reason, reason::UNPARK);
        match known.and(address) {
            Ok(address) => self.step(|step| step.unpark(call, &address, reply)),
            Err(error) => reply.fail(error),
        }
    }

    fn pickup(&self, call: &Call, group: Option<&str>, reply: Reply) {
        let pick = match (
            call.with_destination(|number| self.plan.number(number)),
            group,
        ) {
            (Some(target), _) => Pick::At(target),
            (None, Some(group)) if !group.is_empty() => Pick::In(group),
            (None, _) => Pick::Nearby,
        };
        match call.set_number(Number::Reason, reason::PICKUP) {
            Ok(()) => self.step(|step| step.pickup(call, pick, reply)),
            Err(error) => reply.fail(error),
        }
    }

    fn dial(&self, call: &Call, digits: &str, reply: Reply) {
        self.step(|step| step.dial(call, digits, reply));
    }

    fn set_forwarding(&self, line: &Line, forwards: &[Forward]) -> Result<()> {
        let mut rules = Vec::new();
        rules.try_reserve_exact(forwards.len())?;
        for forward in forwards {
            rules.push(self.rule(forward)?);
        }
        self.set(line, |known| known.rules = rules)
    }

    fn set_do_not_disturb(&self, line: &Line, on: bool) -> Result<()> {
        self.set(line, |known| known.do_not_disturb = on)
    }

    fn set_message_waiting(&self, _line: &Line, _on: bool) -> Result<()> {
        // The lamp is the line's own; the exchange has nothing to add.
        Ok(())
    }

    fn close(&self) {
        Exchange::close(self);
    }
}

impl Exchange {
    fn set(&self, line: &Line, set: impl FnOnce(&mut super::exchange::LineState)) -> Result<()> {
        self.step(|step: &mut Step| {
            step.check_open()?;
            let index = step.line_index(line);
            let known = index.and_then(|index| step.line(index));
            known.map(set).ok_or(super::exchange::CLOSED)
        })
    }

    /// What a forwarding in the engine's words, LINEFORWARDMODE_* bits, means here.
    fn rule(&self, forward: &Forward) -> Result<Rule> {
        const BUSY_OR_NO_ANSWER: [Option<Family>; 2] = [Some(Family::Busy), Some(Family::NoAnswer)];
        if forward.mode.count_ones() != 1 {
            return Err(NO_SUCH_MODE);
        }
        let bit = forward.mode.trailing_zeros();
        // Four bits for each kind; within each, whose calls.
        let families = match bit / 4 {
            0 => [Some(Family::Unconditional), None],
            1 => [Some(Family::Busy), None],
            2 => [Some(Family::NoAnswer), None],
            3 => BUSY_OR_NO_ANSWER,
            _ => return Err(NO_SUCH_MODE),
        };
        let caller = forward.caller.as_deref().unwrap_or("");
        let scope = match bit % 4 {
            0 => Scope::Everybody,
            1 => Scope::Internal,
            2 => Scope::External,
            _ if caller.is_empty() => {
                return Err(Error::new(
                    ErrorKind::InvalidArgument,
                    "Forwarding the calls of one caller needs the caller's number.",
                ));
            }
            _ => Scope::Only(self.plan.find(caller)),
        };
        let target = self.plan.find(&forward.destination);
        if target == Target::Unknown {
            return Err(FORWARD_WHERE);
        }
        let rings = if forward.rings == 0 {
            RINGS
        } else {
            forward.rings
        };
        Ok(Rule {
            families,
            scope,
            target,
            rings,
        })
    }
}
