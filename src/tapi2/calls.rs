//! What is asked of one call that there is; its beginning stands in `placing`, its end in `ending`.

use super::abi::*;
use super::call::CallPart;
use super::fault::{Fault, Result};
use super::queue::Effect;
use super::registry;
use super::requests::What;
use super::states;
use crate::engine::{Ask, Call, State};
use crate::shared::Shared;

/// Asks the engine for something that an owner may ask of a call in one of these states.
fn ask(call: u32, states: u32, what: What, ask: Ask<'_>) -> Result<u32> {
    let call = registry::call(call)?;
    call.check_owner()?;
    call.check_now(states)?;
    let handle = call.engine()?;
    (call.line.app.requests).begin(&call, &handle, what, |id| Ok(handle.ask_for(ask, id)?))
}

/// lineAnswer.
pub fn answer(call: u32) -> Result<u32> {
    ask(
        call,
        LINECALLSTATE_OFFERING | LINECALLSTATE_ACCEPTED,
        What::Other,
        Ask::Answer,
    )
}

/// lineAccept: the call rings on; that the program has seen it is noted here alone.
pub fn accept(call: u32) -> Result<u32> {
    let call = registry::call(call)?;
    call.check_owner()?;
    let state = [LINECALLSTATE_ACCEPTED, 0];
    states::reply_and_state(
        &call,
        LINECALLSTATE_OFFERING,
        Effect::Nothing,
        state,
        |_| (),
    )
}

/// lineHold.
pub fn hold(call: u32) -> Result<u32> {
    ask(call, LINECALLSTATE_CONNECTED, What::Other, Ask::Hold)
}

/// Any of the states of a call on hold.
pub(super) const HELD: u32 =
    LINECALLSTATE_ONHOLD | LINECALLSTATE_ONHOLDPENDCONF | LINECALLSTATE_ONHOLDPENDTRANSFER;

/// lineUnhold.
pub fn unhold(call: u32) -> Result<u32> {
    ask(call, HELD, What::Unhold, Ask::Unhold)
}

/// lineSwapHold: of two calls of one device, by whichever of its open lines the program has each.
pub fn swap_hold(active: u32, held: u32) -> Result<u32> {
    let active = registry::call(active)?;
    let held = registry::call(held)?;
    active.check_owner()?;
    held.check_owner()?;
    active.check_now(LINECALLSTATE_CONNECTED)?;
    held.check_now(HELD)?;
    if !active.line.is_same_device(&held.line) {
        return Err(Fault::CALL);
    }
    let (handle, other) = (active.engine()?, held.engine()?);
    (active.line.app.requests).begin(&active, &handle, What::Other, |id| {
        Ok(handle.ask_for(Ask::Swap(&other), id)?)
    })
}

/// lineBlindTransfer.
pub fn blind_transfer(call: u32, destination: Result<Option<String>>) -> Result<u32> {
    let destination = required(call, destination)?;
    ask(
        call,
        LINECALLSTATE_CONNECTED,
        What::Elsewhere,
        Ask::Transfer(&destination),
    )
}

/// A text that must be there, checked behind the handle.
fn required(call: u32, text: Result<Option<String>>) -> Result<String> {
    registry::call(call)?;
    text?.ok_or(Fault::POINTER)
}

/// linePark. Each mode reads what is meant for it alone.
pub fn park(
    call: u32,
    mode: u32,
    address: impl FnOnce() -> Result<Option<String>>,
    place: impl FnOnce() -> Result<super::queue::Place>,
) -> Result<u32> {
    registry::call(call)?;
    match mode {
        LINEPARKMODE_DIRECTED => {
            let address = address()?.ok_or(Fault::POINTER)?;
            let what = What::Park(None);
            ask(
                call,
                LINECALLSTATE_CONNECTED,
                what,
                Ask::Park(Some(&address)),
            )
        }
        LINEPARKMODE_NONDIRECTED => {
            let place = place()?;
            if (place.total as usize) < size_of::<VARSTRING>() {
                return Err(Fault::TOO_SMALL);
            }
            let what = What::Park(Some(place));
            ask(call, LINECALLSTATE_CONNECTED, what, Ask::Park(None))
        }
        _ => Err(Fault(LINEERR_INVALPARKMODE)),
    }
}

/// lineRedirect.
pub fn redirect(call: u32, destination: Result<Option<String>>) -> Result<u32> {
    let destination = required(call, destination)?;
    ask(
        call,
        LINECALLSTATE_OFFERING,
        What::Elsewhere,
        Ask::Redirect(&destination),
    )
}

/// lineGetNewCalls and its kin: what a call is like for those who have just got its handle.
/// `state` was its own a moment ago; what an event has told since is newer.
pub(super) fn adopt(call: &Shared<CallPart>, engine: &Call, state: State) {
    {
        let mut part = call.lock();
        let known = states::state_of(&part, state);
        if let (LINECALLSTATE_UNKNOWN, Some((state, mode))) = (part.state, known) {
            part.enter(state, mode);
        }
    }
    // Behind the listing: who ended it before that may have found nobody to tell.
    if engine.state() == State::Disconnected {
        states::changed(call, State::Disconnected, engine.cause());
    }
}
