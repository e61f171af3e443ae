//! Calls that begin: lineMakeCall, lineDial, lineUnpark and linePickup.

use super::Fill;
use super::abi::*;
use super::call::CallPart;
use super::ending;
use super::fault::{Fault, Result};
use super::line::OpenLine;
use super::parameters::Parameters;
use super::queue::Effect;
use super::registry;
use super::requests::What;
use super::states;
use super::text::Form;
use crate::engine::{Ask, Call, CallHandle, State};
use crate::shared::Shared;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;
use tapi3_common::text;

/// lineMakeCall. The handle is alive once the reply is taken.
pub fn make(
    line: u32,
    fill: Result<Fill<'_>>,
    destination: Result<Option<String>>,
    parameters: Result<Option<&[u8]>>,
    form: Form,
) -> Result<u32> {
    let line = registry::line(line)?;
    let fill = fill?;
    let destination = destination?.unwrap_or_default();
    let parameters = Parameters::read(&line, parameters?, form)?;
    let (digits, more) = checked_destination(&destination)?;
    if digits.is_empty() || more {
        return seize(&line, fill, digits, &parameters);
    }
    let (call, handle) = new_call(&line, digits, &parameters)?;
    fill([call.handle]);
    let asked = watch(&call, parameters.answer_within).and_then(|()| {
        let requests = &line.app.requests;
        requests.begin(&call, &handle, What::Begin, |id| {
            Ok(handle.ask_for(Ask::Place, id)?)
        })
    });
    finish_begin(&call, asked)
}

/// A call is given up if nobody has answered it in time. Its part forgets that with itself.
fn watch(call: &CallPart, within: Option<Duration>) -> Result<()> {
    let requests = &call.line.app.requests;
    within.map_or(Ok(()), |within| requests.expect_answer(call.handle, within))
}

/// A call that has begun is left to its reply; one that has not is none.
pub(super) fn finish_begin(call: &CallPart, asked: Result<u32>) -> Result<u32> {
    asked.inspect_err(|_| {
        call.discard();
    })
}

/// A new call at the engine and its part here, whose handle the program has not got yet.
pub(super) fn new_call(
    line: &Shared<OpenLine>,
    destination: &str,
    parameters: &Parameters<'_>,
) -> Result<(Shared<CallPart>, CallHandle)> {
    let handle = outgoing(line, destination, parameters)?;
    match CallPart::new(line, Some(handle.clone()), false) {
        Ok(call) => Ok((call, handle)),
        Err(fault) => {
            handle.detach();
            Err(fault)
        }
    }
}

fn outgoing(line: &OpenLine, destination: &str, parameters: &Parameters<'_>) -> Result<CallHandle> {
    let types = line.line.info().address_types;
    // The kind of destination that the line takes by nature.
    let kind = 1 << types.trailing_zeros().min(31);
    let destination = text::copy(destination)?;
    let handle = Call::outgoing(
        &line.client,
        &line.line,
        destination,
        parameters.media,
        kind,
    )?;
    if let Err(fault) = parameters.apply(&handle.call) {
        handle.detach();
        return Err(fault);
    }
    Ok(handle)
}

/// The digits, and whether more will come. Fails for what no line here can wait for while it dials.
fn checked_destination(destination: &str) -> Result<(&str, bool)> {
    let (digits, more) = match destination.strip_suffix(';') {
        Some(digits) => (digits, true),
        None => (destination, false),
    };
    // A URI may hold any of them.
    let dialled = |c: char| {
        matches!(c, '0'..='9' | 'A'..='D' | ' ' | '-' | '(' | ')' | '+' | '.')
            || matches!(
                c,
                '*' | '#' | ',' | '!' | 'T' | 'P' | '$' | '@' | 'W' | 'w' | '?'
            )
    };
    if digits.chars().all(dialled) {
        for c in digits.chars() {
            match c {
                '$' => return Err(Fault(LINEERR_DIALBILLING)),
                '@' => return Err(Fault(LINEERR_DIALQUIET)),
                'W' | 'w' => return Err(Fault(LINEERR_DIALDIALTONE)),
                '?' => return Err(Fault(LINEERR_DIALPROMPT)),
                _ => {}
            }
        }
    }
    Ok((digits, more))
}

/// A call that waits for digits: nothing leaves for the network before they are complete.
fn seize(
    line: &Shared<OpenLine>,
    fill: Fill<'_>,
    digits: &str,
    parameters: &Parameters<'_>,
) -> Result<u32> {
    let digits = text::copy(digits)?;
    let parameters = parameters.keep()?;
    let call = CallPart::new(line, None, true)?;
    let state = match digits.is_empty() {
        false => [LINECALLSTATE_DIALING, 0],
        true => [LINECALLSTATE_DIALTONE, LINEDIALTONEMODE_UNAVAIL],
    };
    fill([call.handle]);
    let effect = Effect::Give(call.clone());
    let seized = states::reply_and_state(&call, LINECALLSTATE_UNKNOWN, effect, state, |part| {
        part.digits = digits;
        part.parameters = parameters;
    });
    finish_begin(&call, seized)
}

/// lineDial.
pub fn dial(call: u32, destination: Result<Option<String>>) -> Result<u32> {
    let call = registry::call(call)?;
    let destination = destination?.ok_or(Fault::POINTER)?;
    call.check_owner()?;
    call.lock()
        .check_state(LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING)?;
    let (digits, more) = checked_destination(&destination)?;
    let mut all = String::new();
    {
        let part = call.lock();
        if part.engine.is_some() || part.is_conference || part.dialing {
            return Err(Fault::CALL_STATE);
        }
        all.try_reserve(part.digits.len() + digits.len())?;
        all.push_str(&part.digits);
        all.push_str(digits);
    }
    if more || all.is_empty() {
        let states = LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING;
        let state = [LINECALLSTATE_DIALING, 0];
        return states::reply_and_state(&call, states, Effect::Nothing, state, |part| {
            part.digits = all;
        });
    }
    {
        // One thread at a time places the call, and none once it is dropped.
        let mut part = call.lock();
        if part.engine.is_some() || part.dialing || part.ending || part.over {
            return Err(Fault::CALL_STATE);
        }
        part.dialing = true;
    }
    let placed = catch_unwind(AssertUnwindSafe(|| place(&call, &all)));
    // Also behind a provider that panics: whoever drops the call meanwhile counts on this thread.
    end_dialing(&call);
    placed.unwrap_or_else(|panic| resume_unwind(panic))
}

/// A thread has placed a call, or has not. What others wanted of it meanwhile is for it to do.
pub(super) fn end_dialing(call: &Shared<CallPart>) {
    let mut part = call.lock();
    part.dialing = false;
    // Who dropped it is on the list, or was told that it took too long.
    let wished = std::mem::take(&mut part.drop_wished);
    // Of one that was not placed, or is placed no more.
    let dropped = wished || part.ending || part.over;
    let placed = part.engine.clone();
    let gone = part.gone;
    drop(part);
    if let Some(handle) = &placed {
        if let Err(fault) = ending::hang_up_placed(call, handle, wished) {
            tracing::warn!(
                "a call that was dropped while dialled was not ended: 0x{:x}",
                fault.0
            );
        }
    } else if dropped {
        ending::end_unplaced(call);
    }
    if gone {
        // It was let go of before it was placed, so it has not been, or behind that, and was ended.
        call.discard();
        super::transfer::consultation_ended(call);
    }
}

/// Has the engine place a call that has waited for its digits.
pub(super) fn place(call: &Shared<CallPart>, digits: &str) -> Result<u32> {
    let line = &call.line;
    let kept = call.lock().parameters.clone();
    let parameters = match &kept {
        Some(kept) => kept.read(line)?,
        None => Parameters::read(line, None, Form::Bytes)?,
    };
    let handle = outgoing(line, digits, &parameters)?;
    let listed = handle
        .attach()
        .map_err(Fault::from)
        .and_then(|()| line.list(handle.call.id(), call))
        .and_then(|is_new| is_new.then_some(()).ok_or(Fault::CALL_STATE));
    if let Err(fault) = listed {
        handle.detach();
        return Err(fault);
    }
    let consults = {
        let mut part = call.lock();
        // Whoever lets go of it behind this ends what is placed.
        let gone = part.gone;
        if !gone {
            part.engine = Some(handle.clone());
        }
        (!gone).then_some(part.consults)
    };
    let Some(consults) = consults else {
        line.unlist(handle.call.id(), call.handle);
        handle.detach();
        return Err(Fault::CALL);
    };
    // One that was taken back meanwhile, or is over, waits for nobody.
    let original = registry::call(consults).ok();
    let original = original.filter(|original| {
        let part = original.lock();
        part.waits_for(call.handle) && part.state != LINECALLSTATE_IDLE && !part.over
    });
    let original = original.and_then(|original| original.engine().ok());
    let asked = watch(call, parameters.answer_within).and_then(|()| {
        line.app.requests.begin(call, &handle, What::Dial, |id| {
            match &original {
                Some(original) => original.ask_to_consult(&handle, id)?,
                None => handle.ask_for(Ask::Place, id)?,
            }
            Ok(())
        })
    });
    if asked.is_err() {
        take_back(call, &handle);
    }
    asked
}

/// A call is not placed: it waits for its digits as before.
fn take_back(call: &CallPart, handle: &CallHandle) {
    call.line.app.requests.expect_no_answer(call.handle);
    call.line.unlist(handle.call.id(), call.handle);
    // Whoever has let go of the call meanwhile has detached it.
    let engine = call.lock().engine.take();
    if let Some(handle) = engine {
        handle.detach();
    }
}

/// The line has refused to place a call that had waited for its digits: unless it has begun to, or is
/// just being dropped, it can be dialled again.
pub(super) fn not_dialled(call: &CallPart) {
    let Ok(handle) = call.engine() else {
        return;
    };
    let (ending, consults) = {
        let part = call.lock();
        (part.ending, part.consults)
    };
    if ending || handle.call.state() != State::Idle {
        return;
    }
    if let Ok(original) = registry::any_call(consults) {
        super::transfer::untie(&original, call);
    }
    take_back(call, &handle);
}

/// Begins a call that takes a waiting one over.
fn take(line: u32, address: u32, fill: Result<Fill<'_>>, from: &str, ask: Ask<'_>) -> Result<u32> {
    let line = registry::line(line)?;
    let fill = fill?;
    if address != 0 {
        return Err(Fault::ADDRESS_ID);
    }
    let parameters = Parameters::read(&line, None, Form::Bytes)?;
    let (call, handle) = new_call(&line, from, &parameters)?;
    fill([call.handle]);
    let asked = line.app.requests.begin(&call, &handle, What::Begin, |id| {
        Ok(handle.ask_for(ask, id)?)
    });
    finish_begin(&call, asked)
}

/// lineUnpark.
pub fn unpark(
    line: u32,
    address: u32,
    fill: Result<Fill<'_>>,
    from: Result<Option<String>>,
) -> Result<u32> {
    registry::line(line)?;
    let from = from?.ok_or(Fault::POINTER)?;
    take(line, address, fill, &from, Ask::Unpark)
}

/// linePickup.
pub fn pickup(
    line: u32,
    address: u32,
    fill: Result<Fill<'_>>,
    from: Result<Option<String>>,
    group: Result<Option<String>>,
) -> Result<u32> {
    registry::line(line)?;
    let from = from?.unwrap_or_default();
    let group = group?.filter(|group| !group.is_empty());
    take(line, address, fill, &from, Ask::Pickup(group.as_deref()))
}
