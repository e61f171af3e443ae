//! Transfer after consultation: a held call, and one that asks.

use super::Fill;
use super::abi::*;
use super::call::{CallPart, Purpose};
use super::fault::{Fault, Result};
use super::parameters::Parameters;
use super::registry;
use super::requests::What;
use super::text::Form;
use super::{calls, conference, placing, states};
use crate::engine::{Ask, ErrorKind, FinishMode, State};
use crate::shared::Shared;

/// lineSetupTransfer: the call goes on hold, and a new one waits for digits.
pub fn set_up(
    call: u32,
    fill: Result<Fill<'_>>,
    parameters: Result<Option<&[u8]>>,
    form: Form,
) -> Result<u32> {
    let call = registry::call(call)?;
    let fill = fill?;
    let parameters = Parameters::read(&call.line, parameters?, form)?;
    call.check_owner()?;
    call.check_now(LINECALLSTATE_CONNECTED)?;
    if !call.line.line.info().features.transfer {
        return Err(Fault::UNAVAILABLE);
    }
    hold_for(&call, fill, Purpose::Transfer, 0, &parameters)
}

/// Puts a call on hold for a consultation, whose handle comes with the reply. The parameters are the
/// consultation's.
pub(super) fn hold_for(
    call: &Shared<CallPart>,
    fill: Fill<'_>,
    purpose: Purpose,
    conference: u32,
    parameters: &Parameters<'_>,
) -> Result<u32> {
    let handle = call.engine()?;
    let kept = parameters.keep()?;
    let consult = CallPart::new(&call.line, None, false)?;
    {
        let mut part = consult.lock();
        part.consults = call.handle;
        part.conference = conference;
        part.parameters = kept;
    }
    let before = {
        let mut part = call.lock();
        // Another one may be under way, which this one's failure is to leave alone.
        let before = (part.waits_for, part.conference);
        part.waits_for = Some((purpose, consult.handle));
        part.conference = conference;
        before
    };
    fill([consult.handle]);
    let asked = (call.line.app.requests).begin(&consult, &handle, What::Begin, |id| {
        Ok(handle.ask_for(Ask::Hold, id)?)
    });
    if asked.is_err() {
        let mut part = call.lock();
        if part.waits_for(consult.handle) {
            (part.waits_for, part.conference) = before;
        }
    }
    placing::finish_begin(&consult, asked)
}

/// The reply that brings the handle of a consultation is about to come: that of the conference which
/// it may be for is alive from then on, too, so that its end is told whatever the program does next.
pub(super) fn beginning(consult: &CallPart) {
    let conference = consult.lock().conference;
    if let Ok(conference) = registry::any_call(conference) {
        conference.give();
    }
}

/// A consultation has begun.
pub(super) fn begun(consult: &CallPart) {
    let conference = consult.lock().conference;
    if let Ok(conference) = registry::any_call(conference) {
        states::post_state(&conference, LINECALLSTATE_ONHOLDPENDCONF, 0, 0);
    }
}

/// A new call has not begun: if it was a consultation, nothing waits for it any more.
pub(super) fn not_begun(consult: &CallPart) {
    let (original, conference) = {
        let part = consult.lock();
        (part.consults, part.conference)
    };
    if let Ok(original) = registry::any_call(original) {
        original.lock().wait_no_more(consult.handle, conference);
    }
    if let Ok(conference) = registry::any_call(conference) {
        if !conference::has_members(&conference) {
            conference.discard();
        }
    }
}

/// A consultation ended before it was dialled: the call that waits for it comes back. Once it is
/// dialled the engine sees to that.
pub(super) fn consultation_ended(consult: &CallPart) {
    if let Some(original) = came_to_nothing(consult) {
        come_back(&original);
    }
    let conference = consult.lock().conference;
    conference::member_left(conference);
}

/// Nothing comes of a call as a consultation, if it was one. Returns the call that waited for it on
/// hold until now.
pub(super) fn came_to_nothing(consult: &CallPart) -> Option<Shared<CallPart>> {
    let (original, conference) = {
        let mut part = consult.lock();
        (std::mem::take(&mut part.consults), part.conference)
    };
    let original = registry::any_call(original).ok()?;
    let waited = original.lock().wait_no_more(consult.handle, conference);
    // It may have been taken back already.
    conference::come_back(conference);
    waited.then_some(original)
}

/// The program has taken a call back that waited on hold: whatever becomes of the consultation, the
/// call stays from now on as the program wants it.
pub(super) fn waits_no_more(original: &CallPart) {
    let waited_for = original.lock().waits_for.take();
    let Some((_, consult)) = waited_for else {
        return;
    };
    if let Ok(consult) = registry::any_call(consult) {
        untie(original, &consult);
    }
}

/// The end of the second call is nothing to the first any more.
pub(super) fn untie(original: &CallPart, consult: &CallPart) {
    if let (Ok(original), Ok(consult)) = (original.engine(), consult.engine()) {
        let related = original.call.related();
        if related.is_some_and(|related| related.same(&consult.call)) {
            original.untie(&consult);
        }
    }
}

/// Takes a call back that waited on hold.
fn come_back(original: &Shared<CallPart>) {
    let Ok(handle) = original.engine() else {
        return;
    };
    // It stays listed: its answer may be on its way already, or never come.
    let asked = (original.line.app.requests).begin(original, &handle, What::ComeBack, |id| {
        Ok(handle.ask_for(Ask::Unhold, id)?)
    });
    if let Err(fault) = asked {
        not_back(fault.0);
    }
}

/// A call stays on hold although nothing waits for it any more; the program may take it back itself.
pub(super) fn not_back(code: i32) {
    tracing::warn!("a call whose consultation came to nothing was not taken back: 0x{code:x}");
}

/// lineCompleteTransfer.
pub fn complete(call: u32, consult: u32, fill: Result<Fill<'_>>, mode: u32) -> Result<u32> {
    let call = registry::call(call)?;
    let consult = registry::call(consult).map_err(|_| Fault(LINEERR_INVALCONSULTCALLHANDLE))?;
    if !matches!(
        mode,
        LINETRANSFERMODE_TRANSFER | LINETRANSFERMODE_CONFERENCE
    ) {
        return Err(Fault(LINEERR_INVALTRANSFERMODE));
    }
    let fill = match mode {
        LINETRANSFERMODE_CONFERENCE => Some(fill?),
        _ => None,
    };
    call.check_owner()?;
    consult.check_owner()?;
    call.check_now(calls::HELD)?;
    consult.check_now(LINECALLSTATE_CONNECTED)?;
    let together = match fill {
        // Members of a conference are those of one open line.
        Some(_) => call.line.handle == consult.line.handle,
        None => call.line.is_same_device(&consult.line),
    };
    if !together {
        return Err(Fault(LINEERR_INVALCONSULTCALLHANDLE));
    }
    let purpose = match fill {
        Some(_) => Purpose::Conference,
        None => Purpose::Transfer,
    };
    tie(&call, &consult, purpose)?;
    if let Some(fill) = fill {
        return conference::join(&call, &consult, None, fill);
    }
    let handle = consult.engine()?;
    let what = What::Transfer {
        consult: consult.handle,
    };
    (call.line.app.requests).begin(&call, &handle, what, |id| {
        Ok(handle.ask_for(Ask::Finish(FinishMode::Transfer), id)?)
    })
}

/// Makes the second call the consultation of the first, if it is not.
pub(super) fn tie(
    call: &Shared<CallPart>,
    consult: &Shared<CallPart>,
    purpose: Purpose,
) -> Result<()> {
    let (handle, other) = (call.engine()?, consult.engine()?);
    let tied = other
        .call
        .related()
        .is_some_and(|related| related.same(&handle.call));
    // After lineSwapHold the consultation is on hold, and who waited for it talks: the other way round.
    let turned = call.lock().consults == consult.handle;
    if tied && !turned {
        return Ok(());
    }
    // Neither waits: the one is on hold, the other talks, or is on hold to be a member too.
    let ready = match other.call.state() {
        State::Connected => true,
        State::Hold => purpose == Purpose::Conference,
        _ => false,
    };
    if handle.call.state() != State::Hold || !ready {
        return Err(Fault::CALL_STATE);
    }
    let tied = match purpose {
        Purpose::Transfer => handle.transfer(&other, false),
        Purpose::Conference => handle.conference(&other, false),
    };
    tied.map_err(|error| match error.kind() {
        // One of them has changed its state meanwhile.
        ErrorKind::InvalidArgument => Fault::CALL_STATE,
        _ => Fault::from(&error),
    })?;
    if turned {
        call.lock().consults = 0;
        consult.lock().waits_for = None;
    }
    Ok(())
}
