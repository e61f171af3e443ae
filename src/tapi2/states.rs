//! The states of calls, as programs are told of them: in order, and IDLE last.

use super::abi::*;
use super::call::{CallPart, Part, Purpose};
use super::fault::{Fault, OK, Result};
use super::queue::{Effect, OUT_OF_MEMORY_PAUSE};
use super::{events, registry};
use crate::engine::{Cause, State};
use crate::shared::Shared;

/// A call's state as TAPI 2 has it, and what belongs to it.
pub(super) fn state_of(part: &Part, state: State) -> Option<(u32, u32)> {
    Some(match state {
        State::Idle | State::Disconnected => return None,
        State::InProgress | State::Queued => (LINECALLSTATE_PROCEEDING, 0),
        // Of which the engine knows nothing.
        State::Offering if part.state == LINECALLSTATE_ACCEPTED => (LINECALLSTATE_ACCEPTED, 0),
        State::Offering => (LINECALLSTATE_OFFERING, LINEOFFERINGMODE_ACTIVE),
        State::Connected if part.conference != 0 && part.consults == 0 => {
            (LINECALLSTATE_CONFERENCED, part.conference)
        }
        State::Connected => (LINECALLSTATE_CONNECTED, LINECONNECTEDMODE_ACTIVE),
        State::Hold => match part.waits_for.map(|(purpose, _)| purpose) {
            Some(Purpose::Transfer) => (LINECALLSTATE_ONHOLDPENDTRANSFER, 0),
            Some(Purpose::Conference) if part.conference != 0 => {
                (LINECALLSTATE_CONFERENCED, part.conference)
            }
            _ => (LINECALLSTATE_ONHOLD, 0),
        },
    })
}

/// The engine moved a call.
pub(super) fn changed(call: &Shared<CallPart>, state: State, cause: Cause) {
    let line = &call.line;
    let mut part = call.lock();
    if !part.answered {
        drop(part);
        events::insist(line, || {
            let mut part = call.lock();
            part.early.try_reserve(1)?;
            part.early.push((state, cause));
            Ok(())
        });
        return;
    }
    let privilege = std::mem::take(&mut part.new_privilege);
    if let Some((state, mode)) = state_of(&part, state) {
        let same = (part.state, part.mode) == (state, mode);
        let conference = part.conference;
        drop(part);
        if !same || privilege != 0 {
            post_state(call, state, mode, privilege);
        }
        if state == LINECALLSTATE_CONFERENCED {
            super::conference::come_back(conference);
        }
        if state == LINECALLSTATE_PROCEEDING {
            alerted(call);
        }
        return;
    }
    if state != State::Disconnected || std::mem::replace(&mut part.over, true) {
        return;
    }
    let ending = part.ending;
    drop(part);
    if line.app.queue.forget(line.handle, call.handle) {
        call.discard();
        return;
    }
    if !ending {
        let mode = disconnect_mode(cause, line.version);
        let told = [LINECALLSTATE_DISCONNECTED, mode, privilege];
        post_state_unless(call, told, |_| false);
    } else {
        call.settle_idle();
    }
    post_idle(call);
    // As a consultation it was dialled, so the engine takes back who waited for it.
    super::transfer::came_to_nothing(call);
    let conference = call.lock().conference;
    super::conference::member_left(conference);
}

/// The called party may be alerted by now, which is told once the call is on its way.
pub(super) fn alerted(call: &Shared<CallPart>) {
    let engine = {
        let part = call.lock();
        match part.state {
            LINECALLSTATE_PROCEEDING => part.engine.clone(),
            _ => None,
        }
    };
    let response = engine.and_then(|handle| handle.call.network_response());
    if response.is_some_and(|response| response.is_ringing()) {
        post_state(call, LINECALLSTATE_RINGBACK, 0, 0);
    }
}

/// Tells a state, which the call is in from now on, unless its last one was told meanwhile. The first
/// one of a call that is new to the program comes right behind the handle.
pub(super) fn post_state(call: &Shared<CallPart>, state: u32, mode: u32, privilege: u32) {
    post_state_unless(call, [state, mode, privilege], |part| part.over);
}

/// As [`post_state`], unless something is so of the call. It is told with the call locked, so that
/// nobody comes between; while there is no memory for it, the call is not.
pub(super) fn post_state_unless(
    call: &Shared<CallPart>,
    [state, mode, privilege]: [u32; 3],
    unless: impl Fn(&Part) -> bool,
) {
    let line = &call.line;
    let right = call.privilege();
    loop {
        let mut part = call.lock();
        // Locked: behind the letting go nothing is told of a handle.
        if unless(&part) || part.gone || line.is_closed() {
            return;
        }
        part.enter(state, mode);
        let parameters = [state as usize, mode as usize, privilege as usize];
        let told = line.message(call.handle, LINE_CALLSTATE, parameters);
        let posted = if part.unannounced {
            let parameters = [0, call.handle as usize, right as usize];
            let new = line.message(line.handle, LINE_APPNEWCALL, parameters);
            line.app.queue.push_both(line, new, told).is_none()
        } else {
            let seat = match state {
                LINECALLSTATE_DISCONNECTED => part.seats.disconnected.take(),
                _ => None,
            };
            match seat {
                Some(seat) => {
                    seat.post(line, told);
                    true
                }
                None => line.app.queue.push(Some(line), told).is_ok(),
            }
        };
        if posted {
            part.unannounced = false;
            return;
        }
        drop(part);
        std::thread::sleep(OUT_OF_MEMORY_PAUSE);
    }
}

/// The reply to something that is done at once, with the state that the call is in from now on. Fails
/// unless the call is in one of `states`.
pub(super) fn reply_and_state(
    call: &Shared<CallPart>,
    states: u32,
    effect: Effect,
    [state, mode]: [u32; 2],
    change: impl FnOnce(&mut Part),
) -> Result<u32> {
    let line = &call.line;
    let id = registry::new_request();
    let mut reply = line.reply(id, OK);
    reply.effect = effect;
    let told = line.message(
        call.handle,
        LINE_CALLSTATE,
        [state as usize, mode as usize, 0],
    );
    // With the call locked: what ends it on another thread is told before or behind.
    let mut part = call.lock();
    if part.gone {
        return Err(Fault::CALL);
    }
    part.check_state(states)?;
    if part.over || line.is_closed() {
        return Err(Fault::CALL_STATE);
    }
    if let Some(unsent) = line.app.queue.push_both(line, reply, told) {
        drop(part);
        drop(unsent);
        return Err(Fault::MEMORY);
    }
    part.enter(state, mode);
    change(&mut part);
    Ok(id)
}

/// Tells that a call is over: the last that is told of it.
pub(super) fn post_idle(call: &Shared<CallPart>) {
    let line = &call.line;
    let parameters = [LINECALLSTATE_IDLE as usize, 0, 0];
    let mut message = line.message(call.handle, LINE_CALLSTATE, parameters);
    message.effect = Effect::Idle(call.clone());
    loop {
        let mut part = call.lock();
        if part.gone || line.is_closed() {
            return;
        }
        match part.seats.idle.take() {
            Some(seat) => return seat.post(line, message),
            None => match line.app.queue.push(Some(line), message) {
                Ok(()) => return,
                Err(unsent) => message = unsent,
            },
        }
        drop(part);
        std::thread::sleep(OUT_OF_MEMORY_PAUSE);
    }
}

/// Why a call ended. Versions before 2.0 know fewer reasons.
fn disconnect_mode(cause: Cause, version: u32) -> u32 {
    let (mode, since) = match cause {
        Cause::None | Cause::Normal => (LINEDISCONNECTMODE_NORMAL, 0),
        Cause::Busy => (LINEDISCONNECTMODE_BUSY, 0),
        Cause::BadAddress => (LINEDISCONNECTMODE_BADADDRESS, 0),
        Cause::NoAnswer => (LINEDISCONNECTMODE_NOANSWER, 0),
        Cause::Rejected => (LINEDISCONNECTMODE_REJECT, 0),
        Cause::Failed => (LINEDISCONNECTMODE_UNAVAIL, 0),
        Cause::Cancelled => (LINEDISCONNECTMODE_CANCELLED, 0x0002_0000),
        Cause::Blocked => (LINEDISCONNECTMODE_BLOCKED, 0x0002_0000),
    };
    if version < since {
        LINEDISCONNECTMODE_UNKNOWN
    } else {
        mode
    }
}
