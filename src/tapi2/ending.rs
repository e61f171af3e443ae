//! The end of calls: lineDrop and lineDeallocateCall.

use super::abi::*;
use super::call::CallPart;
use super::fault::{Fault, OK, Result};
use super::requests::{Pending, What};
use super::{registry, states};
use crate::engine::{AnswerRoom, CallHandle, Disconnected, DropReason, State};
use crate::shared::Shared;

/// lineDrop: returns at once in every state.
pub fn drop_call(call: u32) -> Result<u32> {
    let call = registry::call(call)?;
    call.check_owner()?;
    let line = &call.line;
    let handle = {
        let mut part = call.lock();
        if part.state == LINECALLSTATE_IDLE {
            return Err(Fault::CALL_STATE);
        }
        if part.is_conference {
            drop(part);
            return super::conference::drop_all(&call);
        }
        match part.engine.clone() {
            Some(handle) => handle,
            None => {
                let seat = part.reply_seat(&line.app)?;
                part.ending = true;
                part.enter(LINECALLSTATE_IDLE, 0);
                let dialing = part.dialing;
                drop(part);
                let id = registry::new_request();
                line.post_in(seat, line.reply(id, OK));
                // Whoever is just placing it ends it.
                if !dialing {
                    end_unplaced(&call);
                }
                return Ok(id);
            }
        }
    };
    let (id, found) = hang_up(&call, &handle, What::Drop)?;
    if let Some(found) = found {
        call.settle_idle();
        if let Some(seat) = taken(&call, id, found).and_then(|pending| pending.seat) {
            line.post_in(seat, line.reply(id, OK));
        }
        if found == Disconnected::Nothing && !call.lock().dialing {
            // It was never placed, so nothing is going to tell that it is over.
            end_unplaced(&call);
        }
    }
    Ok(id)
}

/// Asks for the end of a call. Returns the request's id, and what was found if there is nothing to end.
fn hang_up(
    call: &Shared<CallPart>,
    handle: &CallHandle,
    what: What,
) -> Result<(u32, Option<Disconnected>)> {
    let reason = match handle.call.state() {
        State::Offering => DropReason::Rejected,
        _ => DropReason::Normal,
    };
    let mut found = None;
    let asked = (call.line.app.requests).begin(call, handle, what, |id| {
        let kept = {
            let mut part = call.lock();
            part.ending = true;
            part.hang_up.take()
        };
        let room = match kept {
            Some(room) => room,
            None => AnswerRoom::new(&handle.client)?,
        };
        found = handle.ask_to_hang_up(reason, id, room)?;
        Ok(())
    });
    match asked {
        Ok(id) => Ok((id, found)),
        Err(fault) => {
            call.goes_on();
            call.prepare_again();
            Err(fault)
        }
    }
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

/// As [`drop_call`] for a member of a conference that is dropped, of which no reply is given.
pub(super) fn hang_up_quietly(call: &Shared<CallPart>) -> Result<()> {
    let handle = call.engine()?;
    let (id, found) = hang_up(call, &handle, What::DropMember)?;
    if let Some(found) = found {
        drop(taken(call, id, found));
    }
    if found == Some(Disconnected::Nothing) {
        end_unplaced(call);
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
}

/// lineDeallocateCall.
pub fn deallocate(call: u32) -> Result<()> {
    let call = registry::call(call)?;
    let (engine, idle) = {
        let part = call.lock();
        (part.engine.clone(), part.state == LINECALLSTATE_IDLE)
    };
    let owner = call.privilege() == LINECALLPRIVILEGE_OWNER;
    if call.line.version < 0x0002_0000 && owner && !idle {
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
