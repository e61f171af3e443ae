//! Conferences: a handle of its own, behind which its members stand.

use super::Fill;
use super::abi::*;
use super::call::{CallPart, Part, Purpose};
use super::fault::{Fault, OK, Result};
use super::image::Image;
use super::line::OpenLine;
use super::parameters::Parameters;
use super::registry;
use super::requests::{Joining, What};
use super::text::Form;
use super::{ending, events, states, transfer};
use crate::com::discard_panic;
use crate::engine::{Ask, FinishMode, State};
use crate::shared::Shared;
use std::mem::offset_of;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many there are in the process.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// A new conference, of which the program has no handle yet.
fn new_conference(line: &Shared<OpenLine>) -> Result<Shared<CallPart>> {
    let conference = CallPart::new(line, None, true)?;
    conference.lock().is_conference = true;
    COUNT.fetch_add(1, Ordering::Relaxed);
    Ok(conference)
}

/// Nothing knows a conference any more.
pub(super) fn is_gone() {
    COUNT.fetch_sub(1, Ordering::Relaxed);
}

/// lineSetupConference. The handles are the conference and the consultation. Without a call, the line
/// is where a conference of nobody would begin.
pub fn set_up(
    (call, line): (u32, u32),
    fill: Result<Fill<'_, 2>>,
    parameters: Result<Option<&[u8]>>,
    form: Form,
) -> Result<u32> {
    if call == 0 {
        registry::line(line)?;
        return Err(Fault::UNAVAILABLE);
    }
    let call = registry::call(call)?;
    let fill = fill?;
    let parameters = Parameters::read(&call.line, parameters?, form)?;
    call.check_owner()?;
    call.check_now(LINECALLSTATE_CONNECTED)?;
    if !call.line.line.info().features.conference {
        return Err(Fault::UNAVAILABLE);
    }
    let conference = new_conference(&call.line)?;
    let whole = conference.handle;
    let fill = |[consult]: [u32; 1]| fill([whole, consult]);
    transfer::hold_for(&call, &fill, Purpose::Conference, whole, &parameters).inspect_err(|_| {
        conference.discard();
    })
}

/// linePrepareAddToConference. The handle is the consultation.
pub fn prepare_add(
    conference: u32,
    fill: Result<Fill<'_>>,
    parameters: Result<Option<&[u8]>>,
    form: Form,
) -> Result<u32> {
    let conference = a_conference(conference)?;
    let fill = fill?;
    let parameters = Parameters::read(&conference.line, parameters?, form)?;
    let member = next_member(&conference, 0).ok_or(Fault::CALL_STATE)?;
    let whole = conference.handle;
    transfer::hold_for(&member, fill, Purpose::Conference, whole, &parameters)
}

fn a_conference(handle: u32) -> Result<Shared<CallPart>> {
    let fault = Fault(LINEERR_INVALCONFCALLHANDLE);
    let call = registry::call(handle).map_err(|_| fault)?;
    if call.lock().is_conference {
        Ok(call)
    } else {
        Err(fault)
    }
}

/// lineAddToConference.
pub fn add(conference: u32, consult: u32) -> Result<u32> {
    let conference = a_conference(conference)?;
    let consult = registry::call(consult)?;
    {
        let part = consult.lock();
        // As its page says, of what is a conference or belongs to one already.
        let waits = matches!(part.waits_for, Some((Purpose::Conference, _)));
        if part.is_conference || part.joined || waits {
            return Err(Fault::CALL);
        }
    }
    consult.check_owner()?;
    consult.check_now(LINECALLSTATE_CONNECTED | LINECALLSTATE_ONHOLD)?;
    // Its members are those of one open line.
    if conference.line.handle != consult.line.handle {
        return Err(Fault::CALL);
    }
    let original = consult.lock().consults;
    let original = registry::call(original).ok();
    // One that is over, or was taken back, waits no more: another member may.
    let waits = |original: &Part| original.waits_for(consult.handle) && !original.over;
    let original = match original.filter(|original| waits(&original.lock())) {
        Some(original) if original.lock().conference == conference.handle => original,
        // It is asked about a call that is none of these.
        Some(_) => return Err(Fault::CALL),
        None => next_member(&conference, 0).ok_or(Fault::CALL_STATE)?,
    };
    transfer::tie(&original, &consult, Purpose::Conference)?;
    join(&original, &consult, Some(&conference), &|_| ())
}

/// Whether a conference of an open line waits for one more member.
pub(super) fn one_waits(line: &OpenLine) -> Result<bool> {
    // So that nobody looks through many calls for nothing.
    if COUNT.load(Ordering::Relaxed) == 0 {
        return Ok(false);
    }
    let waits = |call: &Shared<CallPart>| {
        let part = call.lock();
        let waits = part.is_conference && part.state == LINECALLSTATE_ONHOLDPENDCONF;
        waits && call.line.handle == line.handle
    };
    Ok(registry::calls_of(line.device)?.iter().any(waits))
}

/// Joins two calls, in a new conference if none is given.
pub(super) fn join(
    original: &Shared<CallPart>,
    consult: &Shared<CallPart>,
    conference: Option<&Shared<CallPart>>,
    fill: Fill<'_>,
) -> Result<u32> {
    let handle = consult.engine()?;
    let made = match conference {
        Some(known) => known.clone(),
        None => new_conference(&original.line)?,
    };
    if conference.is_none() {
        fill([made.handle]);
    }
    let conferences =
        [original, consult].map(|part| std::mem::replace(&mut part.lock().conference, made.handle));
    let joining = Joining {
        original: original.handle,
        consult: consult.handle,
        conferences,
        consults: std::mem::take(&mut consult.lock().consults),
    };
    let what = What::Join(joining);
    let asked = (original.line.app.requests).begin(&made, &handle, what, |id| {
        Ok(handle.ask_for(Ask::Finish(FinishMode::Conference), id)?)
    });
    asked.inspect_err(|_| not_joined(&made, &joining))
}

/// Two calls have become members, and the reply is about to say so: whoever has that may hold one of
/// them for the next consultation.
pub(super) fn joining(joining: &Joining) {
    for member in [joining.original, joining.consult] {
        if let Ok(member) = registry::any_call(member) {
            let mut part = member.lock();
            part.waits_for = None;
            part.joined = true;
        }
    }
}

/// The states of two calls that have become members.
pub(super) fn joined(conference: &Shared<CallPart>, joining: &Joining) {
    // The reply is on its way, so the end is to be told as well, should it come first.
    conference.give();
    for member in [joining.original, joining.consult] {
        let Ok(member) = registry::any_call(member) else {
            continue;
        };
        let told = {
            let part = member.lock();
            part.over || (part.state, part.mode) == (LINECALLSTATE_CONFERENCED, conference.handle)
        };
        if !told {
            states::post_state(&member, LINECALLSTATE_CONFERENCED, conference.handle, 0);
        }
    }
    talks(conference, |part| part.state != LINECALLSTATE_CONNECTED);
}

/// They have not, and are as they were; a conference that is none is no handle of the program's.
pub(super) fn not_joined(conference: &CallPart, joining: &Joining) {
    let members = [joining.original, joining.consult];
    for (member, before) in members.into_iter().zip(joining.conferences) {
        if let Ok(member) = registry::any_call(member) {
            let mut part = member.lock();
            if part.conference == conference.handle {
                part.conference = before;
            }
            if member.handle == joining.consult {
                part.consults = joining.consults;
                let over = part.over;
                drop(part);
                if over {
                    transfer::came_to_nothing(&member);
                }
            }
        }
    }
    if conference.is_usable() {
        // One of them may have been all that there was of it, and over by now.
        member_left(conference.handle);
    } else {
        conference.discard();
    }
}

fn members(conference: &CallPart) -> Result<Vec<Shared<CallPart>>> {
    conference.line.with_calls(|calls| {
        let mut members = Vec::new();
        members.try_reserve(calls.len())?;
        let all = calls
            .values()
            .filter(|call| is_member(call, conference.handle));
        members.extend(all.cloned());
        members.sort_unstable_by_key(|member: &Shared<CallPart>| member.handle);
        Ok(members)
    })
}

fn is_member(call: &CallPart, conference: u32) -> bool {
    let part = call.lock();
    // A call that is a consultation for it so far is none.
    let waits = matches!(part.waits_for, Some((Purpose::Conference, _)));
    let belongs = part.joined || waits || part.consults == 0;
    part.conference == conference && belongs && part.engine.is_some() && !part.over
}

/// Whether another call is in the conference of this one: the last one cannot leave it.
pub(super) fn has_others(call: &CallPart) -> bool {
    let whole = call.lock().conference;
    let other = |other: &Shared<CallPart>| other.handle != call.handle && is_member(other, whole);
    call.line.with_calls(|calls| calls.values().any(other))
}

/// Whether any call is in it.
pub(super) fn has_members(conference: &CallPart) -> bool {
    // Without asking for memory: where there is none, no conference is over.
    let handle = conference.handle;
    (conference.line).with_calls(|calls| calls.values().any(|call| is_member(call, handle)))
}

/// lineDrop on a conference: all members end. Returns the request's id; it is answered with the last
/// of them.
pub(super) fn drop_all(conference: &Shared<CallPart>) -> Result<u32> {
    let line = &conference.line;
    let requests = &line.app.requests;
    let seat = conference.lock().reply_seat(&line.app)?;
    let id = registry::new_request();
    // This thread is one to wait for, until all have been asked.
    let what = What::DropAll {
        left: 1,
        failed: OK,
    };
    requests
        .add_unasked(conference, id, what, seat)
        .inspect_err(|_| conference.prepare_again())?;
    let mut last = 0;
    while let Some(member) = next_member(conference, last) {
        last = member.handle;
        requests.wait_for_member(id);
        // A provider that panics over one of them does not keep the others from their end.
        match catch_unwind(AssertUnwindSafe(|| ending::hang_up_quietly(&member, id))) {
            Ok(Ok(true)) => {}
            Ok(Ok(false)) => events::member_answered(line, id, OK),
            Ok(Err(fault)) => events::member_answered(line, id, fault.0),
            Err(panic) => {
                // Its request is listed: it is answered by what the provider lets go of, or when it
                // takes too long.
                tracing::error!("the provider panicked over the end of a member of a conference");
                discard_panic(panic);
            }
        }
    }
    events::member_answered(line, id, OK);
    if !has_members(conference) {
        end(conference);
    }
    Ok(id)
}

/// The member behind the one with this handle, or the first one behind 0. Takes no memory.
fn next_member(conference: &CallPart, last: u32) -> Option<Shared<CallPart>> {
    let handle = conference.handle;
    conference.line.with_calls(|calls| {
        let members = calls.values().filter(|call| is_member(call, handle));
        let behind = members.filter(|member| member.handle > last);
        behind.min_by_key(|member| member.handle).cloned()
    })
}

/// A call is no member any more: without members the conference is over, and it may be the one that
/// waited for a consultation.
pub(super) fn member_left(conference: u32) {
    let Ok(whole) = registry::any_call(conference) else {
        return;
    };
    if has_members(&whole) {
        come_back(conference);
    } else if whole.is_usable() {
        end(&whole);
    }
}

/// A conference that waited for one more member talks again, if none of its members is on hold for that.
pub(super) fn come_back(conference: u32) {
    let Ok(conference) = registry::any_call(conference) else {
        return;
    };
    if conference.lock().state != LINECALLSTATE_ONHOLDPENDCONF {
        return;
    }
    let mut last = 0;
    while let Some(member) = next_member(&conference, last) {
        last = member.handle;
        let waits = member.lock().waits_for.is_some();
        if waits || (member.engine()).is_ok_and(|handle| handle.call.state() == State::Hold) {
            return;
        }
    }
    if last != 0 {
        talks(&conference, |part| {
            part.state == LINECALLSTATE_ONHOLDPENDCONF
        });
    }
}

/// Tells that a conference is connected, if something is so of it.
fn talks(conference: &Shared<CallPart>, when: impl Fn(&Part) -> bool) {
    let told = [LINECALLSTATE_CONNECTED, LINECONNECTEDMODE_ACTIVE, 0];
    states::post_state_unless(conference, told, |part| part.over || !when(part));
}

fn end(conference: &Shared<CallPart>) {
    let mut part = conference.lock();
    if std::mem::replace(&mut part.over, true) {
        return;
    }
    part.enter(LINECALLSTATE_IDLE, 0);
    drop(part);
    states::post_idle(conference);
}

/// lineRemoveFromConference.
pub fn remove(call: u32) -> Result<u32> {
    let call = registry::call(call)?;
    call.check_owner()?;
    call.check_now(LINECALLSTATE_CONFERENCED)?;
    let handle = call.engine()?;
    (call.line.app.requests).begin(&call, &handle, What::Leave, |id| {
        Ok(handle.ask_for(Ask::Leave, id)?)
    })
}

/// lineGetConfRelatedCalls: the calls of the conference that a call, or a conference, belongs to.
pub fn related(call: u32, total: Result<u32>) -> Result<Vec<u8>> {
    let call = registry::call(call)?;
    let total = total?;
    let conference = {
        let part = call.lock();
        if part.is_conference {
            call.handle
        } else {
            part.conference
        }
    };
    let conference = registry::any_call(conference).map_err(|_| Fault(LINEERR_NOCONFERENCE))?;
    let members = members(&conference)?;
    let handles = std::iter::once(conference.handle).chain(members.iter().map(|m| m.handle));
    list(total, handles)
}

/// A LINECALLLIST.
pub(super) fn list(total: u32, handles: impl Iterator<Item = u32>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for handle in handles {
        bytes.try_reserve(4)?;
        bytes.extend_from_slice(&handle.to_le_bytes());
    }
    let mut image = Image::new(total, size_of::<LINECALLLIST>())?;
    let count = (bytes.len() / 4) as u32;
    image.part(offset_of!(LINECALLLIST, dwCallsSize), &bytes)?;
    if image.is_whole() {
        image.put(offset_of!(LINECALLLIST, dwCallsNumEntries), count);
    }
    Ok(image.finish())
}
