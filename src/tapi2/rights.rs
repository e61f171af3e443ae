//! Who owns a call: lineSetCallPrivilege, lineGetNewCalls, lineHandoff.

use super::abi::*;
use super::call::CallPart;
use super::fault::{Fault, Result};
use super::{calls, conference, media, registry};
use crate::engine::{ErrorKind, Giver, Privilege, State};
use crate::shared::Shared;

/// lineSetCallPrivilege.
pub fn set_privilege(call: u32, privilege: u32) -> Result<()> {
    let call = registry::call(call)?;
    let privilege = match privilege {
        LINECALLPRIVILEGE_OWNER => Privilege::Owner,
        LINECALLPRIVILEGE_MONITOR => Privilege::Monitor,
        _ => return Err(Fault(LINEERR_INVALCALLPRIVILEGE)),
    };
    Ok(call.engine()?.set_privilege(privilege)?)
}

/// lineGetNewCalls: handles of the calls that the line has and of which this program knows nothing.
pub fn new_calls(line: u32, address: u32, select: u32, total: Result<u32>) -> Result<Vec<u8>> {
    let line = registry::line(line)?;
    let total = total?;
    match select {
        LINECALLSELECT_LINE => {}
        LINECALLSELECT_ADDRESS if address == 0 => {}
        LINECALLSELECT_ADDRESS => return Err(Fault::ADDRESS_ID),
        _ => return Err(Fault(LINEERR_INVALCALLSELECT)),
    }
    if (total as usize) < size_of::<LINECALLLIST>() {
        return Err(Fault::TOO_SMALL);
    }
    let mut new = Vec::new();
    for call in line.line.calls()? {
        let up = !matches!(call.state(), State::Idle | State::Disconnected);
        if up && line.call(&call).is_none() {
            new.try_reserve(1)?;
            new.push(call);
        }
    }
    let room = (total as usize - size_of::<LINECALLLIST>()) / 4;
    if new.len() > room {
        // None of them is handed out: their handles would be lost with the list.
        return conference::list(total, new.iter().map(|_| 0));
    }
    let mut parts: Vec<Shared<CallPart>> = Vec::new();
    parts.try_reserve_exact(new.len())?;
    let made = new.iter().try_for_each(|call| {
        let handle = match call.join(&line.client, line.handle as i32) {
            Ok(handle) => handle,
            // One that has ended meanwhile is no call of the line any more.
            Err(error) if error.kind() == ErrorKind::InvalidCallState => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        // Another thread may have got a handle of it meanwhile, by this or with its announcement.
        handle.attach()?;
        let part = CallPart::new_unless_known(&line, Some(handle.clone()), true);
        // Where there is no part, and no other one, it looks on no more.
        handle.leave_unless_owner();
        let Ok(Some(part)) = part else {
            handle.call.end_if_left();
            return part.map(|_| ());
        };
        calls::adopt(&part, call, call.state());
        parts.push(part);
        Ok(())
    });
    let handles = parts.iter().map(|part| part.handle);
    match made.and_then(|()| conference::list(total, handles)) {
        Ok(list) => {
            parts.iter().for_each(|part| part.give());
            Ok(list)
        }
        Err(fault) => {
            parts.iter().for_each(|part| part.discard_unless_given());
            Err(fault)
        }
    }
}

/// lineHandoff: to the application of this name, or to the one that comes first for these media.
pub fn hand_off(call: u32, name: Result<Option<String>>, modes: u32) -> Result<()> {
    let call = registry::call(call)?;
    let name = name?.filter(|name| !name.is_empty());
    call.check_owner()?;
    let handle = call.engine()?;
    // As its page says: the giver goes on owning the call, and may give it to itself by its name.
    match name {
        Some(name) => match handle.hand_off_to(&name, Giver::GoesOnOwning) {
            Err(error) if error.kind() == ErrorKind::TargetSelf => Ok(()),
            given => Ok(given?),
        },
        None => {
            let media = media::for_engine(modes);
            if modes == 0 || media & !call.line.line.info().media != 0 {
                return Err(Fault(LINEERR_INVALMEDIAMODE));
            }
            Ok(handle.hand_off_by_media(media, Giver::GoesOnOwning)?)
        }
    }
}
