//! The end of calls: lineDrop and lineDeallocateCall.

use super::abi::*;
use super::call::CallPart;
use super::fault::{Fault, OK, Result};
use super::requests::{Pending, What};
use super::{events, registry, states};
use crate::engine::{AnswerRoom, CallHandle, Disconnected, DropReason, State};
use crate::shared::Shared;

/// lineDrop: returns at once in every state.
pub fn drop_call(call: u32) -> Result<u32> {
    let call = registry::call(call)?;
    call.check_owner()?;
    let line = &call.line;
    loop {
        let id = registry::new_request();
        let handle = {
            let mut part = call.lock();
            if part.state == LINECALLSTATE_IDLE {
                return Err(Fault::CALL_STATE);
            }
            if part.is_conference {
                drop(part);
                return super::conference::drop_all(&call);
            }
            if part.dialing {
                // Whoever is just placing it ends it, and tells what came of that.
                let seat = part.reply_seat(&line.app)?;
                let added = (line.app.requests).add_unasked(&call, id, What::Drop, seat);
                part.ending |= added.is_ok();
                part.drop_wished |= added.is_ok();
                drop(part);
                added.inspect_err(|_| call.prepare_again())?;
                return Ok(id);
            }
            match part.engine.clone() {
                Some(handle) => handle,
                None => {
                    let seat = part.reply_seat(&line.app)?;
                    part.ending = true;
                    part.enter(LINECALLSTATE_IDLE, 0);
                    drop(part);
                    line.post_in(seat, line.reply(id, OK));
                    end_unplaced(&call);
                    return Ok(id);
                }
            }
        };
        let (id, found) = hang_up(&call, &handle, What::Drop)?;
        let Some(found) = found else {
            return Ok(id);
        };
        let seat = taken(&call, id, found).and_then(|pending| pending.seat);
        if found == Disconnected::Nothing && !call.is_placed_as(&handle) {
            // It was refused by the network, and dialled again: that is to be dropped.
            call.lock().seats.reply = seat;
            continue;
        }
        call.settle_idle();
        if let Some(seat) = seat {
            line.post_in(seat, line.reply(id, OK));
        }
        if found == Disconnected::Nothing {
            // It was never placed, so nothing is going to tell that it is over.
            end_unplaced(&call);
        }
        return Ok(id);
    }
}

/// Asks for the end of a call. Returns the request's id, and what was found if there is nothing to end.
fn hang_up(
    call: &Shared<CallPart>,
    handle: &CallHandle,
    what: What,
) -> Result<(u32, Option<Disconnected>)> {
    let mut found = None;
    let asked = (call.line.app.requests).begin(call, handle, what, |id| {
        found = ask(call, handle, id)?;
        Ok(())
    });
    match asked {
        Ok(id) => Ok((id, found)),
        Err(fault) => {
            call.prepare_again();
            Err(fault)
        }
    }
}

/// Has the engine end a call, by a request that is listed.
fn ask(call: &CallPart, handle: &CallHandle, id: u32) -> Result<Option<Disconnected>> {
    let reason = match handle.call.state() {
        State::Offering => DropReason::Rejected,
        _ => DropReason::Normal,
    };
    let kept = {
        let mut part = call.lock();
        part.ending = true;
        part.hang_up.take()
    };
    let room = match kept {
        Some(room) => room,
        None => AnswerRoom::new(&handle.client)?,
    };
    Ok(handle.ask_to_hang_up(reason, id, room)?)
}

/// Takes a hang-up off the list that found nothing to end.
fn taken(call: &CallPart, id: u32, found: Disconnected) -> Option<Pending> {
    let pending = call.line.app.requests.take(id);
    if found == Disconnected::Over {
        // It has ended by itself, which is told.
        call.goes_on();
    }
    pending
}

/// As [`drop_call`] for a member of a conference that is dropped by the request `whole`, of which no
/// reply is given; 0 for a call that the program has let go of. Returns whether an answer will come.
pub(super) fn hang_up_quietly(call: &Shared<CallPart>, whole: u32) -> Result<bool> {
    let handle = call.engine()?;
    let (id, found) = hang_up(call, &handle, What::DropMember { whole })?;
    let Some(found) = found else {
        return Ok(true);
    };
    let pending = taken(call, id, found);
    if found == Disconnected::Nothing {
        end_unplaced(call);
    }
    Ok(pending.is_none())
}

/// Ends a call that was dropped while it was placed by this thread, or is `unwanted` although no request
/// for its end is listed; any other goes on.
pub(super) fn hang_up_placed(
    call: &Shared<CallPart>,
    handle: &CallHandle,
    unwanted: bool,
) -> Result<()> {
    let requests = &call.line.app.requests;
    let mut dropped = false;
    while let Some(id) = requests.resume_drop(handle, call.handle) {
        dropped = true;
        let asked = ask(call, handle, id);
        if let Ok(None) = asked {
            continue;
        }
        if asked == Ok(Some(Disconnected::Nothing)) {
            end_unplaced(call);
        }
        if let Some(pending) = requests.take(id) {
            events::answered(pending, asked.map(|_| None).map_err(|fault| fault.0));
        }
    }
    if unwanted && !dropped {
        hang_up_quietly(call, 0)?;
    }
    Ok(())
}

/// The end of a call of which the network knows nothing.
pub(super) fn end_unplaced(call: &Shared<CallPart>) {
    let mut part = call.lock();
    let told = std::mem::replace(&mut part.over, true);
    part.enter(LINECALLSTATE_IDLE, 0);
    drop(part);
    if !told {
        states::post_idle(call);
        super::transfer::consultation_ended(call);
    }
    // Who dropped it while it was about to be placed.
    while let Some(pending) = call.line.app.requests.take_drop(call.handle) {
        events::answered(pending, Ok(None));
    }
}

/// lineDeallocateCall.
pub fn deallocate(call: u32) -> Result<()> {
    let call = registry::call(call)?;
    let (engine, over) = {
        let part = call.lock();
        // Behind the reply to lineDrop, IDLE may still be on its way.
        let over = part.state == LINECALLSTATE_IDLE || part.end_granted;
        (part.engine.clone(), over)
    };
    let owner = call.privilege() == LINECALLPRIVILEGE_OWNER;
    if call.line.version < 0x0002_0000 && owner && !over {
        let sole = engine
            .as_ref()
            .is_none_or(|handle| handle.call.count_holders().0 <= 1);
        if sole {
            return Err(Fault::CALL_STATE);
        }
    }
    if !registry::remove(call.handle) {
        return Err(Fault::CALL);
    }
    // What it has now: another thread may have placed the call a moment ago.
    let left = call.leave();
    let number = call.handle;
    // Behind that: what was still made of events is among them, and no buffer is filled from here on.
    (call.line.app.queue).remove(|message| message.device == number && message.id != LINE_REPLY);
    if let Some(handle) = left {
        // The engine takes back who waits for it.
        let waited = super::transfer::came_to_nothing(&call);
        // Behind the letting go: of two who let go at once, the second sees that it is the last.
        handle.call.end_if_left();
        let (joined, conference) = {
            let part = call.lock();
            (part.joined, part.conference)
        };
        if waited.is_some() || joined {
            super::conference::member_left(conference);
        }
    } else if !call.lock().dialing {
        // Whoever is just dialling it finds that it is gone, and does this.
        super::transfer::consultation_ended(&call);
    }
    Ok(())
}
