//! What the engine asks of the exchange: each request is one step.

use super::exchange::Exchange;
use super::parking::Pick;
use super::placing::reason;
use super::plan::Dialled;
use super::step::{CLOSED, Step};
use crate::engine::{
    Call, DropReason, Error, Forward, Line, Number, Provider, Reply, Result, SendDigits,
};
use tapi3_common::text;

impl Provider for Exchange {
    fn make(&self, call: &Call, reply: Reply) {
        let read = |destination: &str| match self.plan.dialled(destination) {
            Dialled::Part => {
                let digits = destination.strip_suffix(';').unwrap_or_default();
                Ok((Dialled::Part, text::copy(digits)?))
            }
            all => Ok((all, String::new())),
        };
        match read(call.destination()) {
            Ok((dialled, digits)) => match self.direct(call, dialled) {
                Some(extension) => self.make_directly(call, extension, reply),
                None => self.step(|step| step.make(call, dialled, digits, reply)),
            },
            Err(error) => reply.fail(error),
        }
    }

    fn answer(&self, call: &Call, reply: Reply) {
        self.step(|step| step.answer(call, reply));
    }

    fn drop_call(&self, call: &Call, reason: DropReason, reply: Reply) {
        if self.end_directly(call) {
            return reply.ok();
        }
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

    fn redirect(&self, call: &Call, destination: &str, reply: Reply) {
        let target = self.plan.find(destination);
        self.step(|step| step.redirect(call, target, reply));
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
        let address = text::copy(call.destination()).map_err(Error::from);
        let known = call.set_number(Number::Reason, reason::UNPARK);
        match known.and(address) {
            Ok(address) => self.step(|step| step.unpark(call, &address, reply)),
            Err(error) => reply.fail(error),
        }
    }

    fn pickup(&self, call: &Call, group: Option<&str>, reply: Reply) {
        let pick = match (self.plan.number(call.destination()), group) {
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

    fn prepare_sound(&self, call: &Call) -> Result<()> {
        self.step(|step| step.prepare_sound(call))
    }

    fn sound(&self, _call: &Call) {
        self.sound.start(self);
    }

    fn send_digits(&self, call: &Call, digits: SendDigits) -> Result<()> {
        self.step(|step| step.send_digits(call, digits))?;
        self.sound.start(self);
        Ok(())
    }

    fn stop_digits(&self, call: &Call) {
        self.step(|step| step.stop_digits(call));
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
            known.map(set).ok_or(CLOSED)
        })
    }
}
