//! From the engine's events to the messages of TAPI 2: on the threads that deliver them, in order.

use super::abi::*;
use super::app::App;
use super::call::{CallPart, Part};
use super::fault::{Fault, OK, Result};
use super::line::OpenLine;
use super::queue::{Effect, Late, Message, OUT_OF_MEMORY_PAUSE, Place};
use super::requests::{Pending, What};
use super::{digits, image, registry, request, states};
use crate::engine::{
    Call, Direction, Error, ErrorKind, Event, InfoChange, LineEvent, LinesEvent, Privilege, State,
};
use crate::shared::Shared;
use std::sync::atomic::Ordering;
use tapi3_common::process;

/// Does what needs memory, as often as it takes; `None` once the line is closed, or for another reason.
pub(super) fn insist<T>(line: &OpenLine, mut act: impl FnMut() -> Result<T>) -> Option<T> {
    loop {
        match act() {
            Ok(done) => return Some(done),
            Err(Fault::MEMORY) if !line.is_closed() => std::thread::sleep(OUT_OF_MEMORY_PAUSE),
            Err(_) => return None,
        }
    }
}

/// What happens on an open line.
pub(super) fn deliver_to_line(line: &Shared<OpenLine>, event: Event) {
    // The program is half taken down already.
    if process::is_leaving() || line.is_closed() {
        return;
    }
    match event {
        Event::Notification {
            call, privilege, ..
        } => new_call(line, &call, privilege),
        Event::CallState {
            call, state, cause, ..
        } => {
            if state == State::Disconnected {
                // Who hears of the end finds what was recorded complete.
                call.finish_sound();
            }
            if let Some(part) = line.call(&call) {
                states::changed(&part, state, cause);
            }
        }
        Event::Alerted(call) => {
            if let Some(part) = line.call(&call) {
                states::alerted(&part);
            }
        }
        Event::CallInfo { call, change, .. } => {
            if let Some(part) = line.call(&call) {
                info_changed(&part, change);
            }
        }
        // Every client is told of all lines.
        Event::Line { line: whose, event } if whose.id() == line.line.id() => {
            line_changed(line, event);
        }
        Event::Media(event) => {
            if let Some(part) = line.call(&event.call) {
                digits::told(&part, &event.news);
            }
        }
        Event::Answer { id, result, .. } => {
            if let Some(pending) = line.app.requests.take(id) {
                answered(pending, outcome_of(result));
            }
        }
        Event::Line { .. }
        | Event::CallHub { .. }
        | Event::Lines { .. }
        | Event::Terminal(_)
        | Event::Request(_) => {}
    }
}

/// What happens beside the open lines.
pub(super) fn deliver_to_app(app: &Shared<App>, event: Event) {
    if process::is_leaving() {
        return;
    }
    match event {
        Event::Lines { line, event } => {
            let Some(device) = number_of(app, line.id()) else {
                return;
            };
            let id = match event {
                LinesEvent::Created => LINE_CREATE,
                LinesEvent::Removed => {
                    close_all(app, device);
                    LINE_REMOVE
                }
            };
            let message = Message {
                device: 0,
                id,
                instance: 0,
                parameters: [device as usize, 0, 0],
                line: 0,
                effect: Effect::Nothing,
            };
            app.queue.insist(None, message);
        }
        Event::Request(wanted) => request::told(app, &wanted),
        _ => {}
    }
}

/// The device id of a line, for which a new one needs memory; none once the application is shut down.
fn number_of(app: &App, line: u32) -> Option<u32> {
    loop {
        match registry::device_of_line(line) {
            Ok(device) => return Some(device),
            Err(_) if app.queue.is_closed() => return None,
            Err(_) => std::thread::sleep(OUT_OF_MEMORY_PAUSE),
        }
    }
}

/// A line device is gone: so are the lines that were opened on it.
fn close_all(app: &App, device: u32) {
    while let Some(line) = app.take_line_of(device) {
        let mut message = line.message(line.handle, LINE_CLOSE, [0; 3]);
        // It comes although its line is closed.
        message.line = 0;
        let removed = LINEDEVSTATE_REMOVED;
        let mut first = line.message(line.handle, LINE_LINEDEVSTATE, [removed as usize, 0, 0]);
        first.line = 0;
        let wanted = line.line_states.load(Ordering::Relaxed) & removed != 0;
        // Not to a program that has just closed it itself.
        if line.close() {
            if wanted && line.version >= 0x0001_0004 {
                app.queue.insist(None, first);
            }
            app.queue.insist(None, message);
        }
    }
}

/// The outcome of a request: the text that came with it, or the number of what failed.
type Outcome = std::result::Result<Option<String>, i32>;

fn outcome_of(result: std::result::Result<Option<String>, Error>) -> Outcome {
    result.map_err(|error| match error.kind() {
        // The call itself tells.
        ErrorKind::Dropped => OK,
        _ => Fault::from(&error).0,
    })
}

/// A request has its outcome: the reply, and what it means for the call.
pub(super) fn answered(pending: Pending, outcome: Outcome) {
    let Pending {
        id,
        line,
        call,
        what,
        seat,
        ..
    } = pending;
    // A consultation: nothing is dialled yet, and nobody can before the reply.
    let waits = what == What::Begin && call.lock().engine.is_none();
    let (code, text) = match outcome {
        Ok(text) => (OK, text.unwrap_or_default()),
        // It has ended meanwhile, and what was asked has not been done.
        Err(OK) if waits || what.is_void_at_the_end() => (LINEERR_INVALCALLSTATE, String::new()),
        Err(code) => (code, String::new()),
    };
    let mut reply = line.reply(id, code);
    what.for_each_end(&call, |call| match code {
        OK => call.end_is_granted(),
        _ => call.goes_on(),
    });
    match what {
        What::Begin if code == OK => {
            reply.effect = Effect::Give(call.clone());
            super::transfer::beginning(&call);
        }
        What::Begin => {
            super::transfer::not_begun(&call);
            // The program never gets this handle. Should the call come to be after all, it is to end.
            if let Ok(handle) = call.engine() {
                if let Err(error) = handle.hang_up(crate::engine::DropReason::Normal) {
                    tracing::warn!("a call that nobody has was not ended: {error}");
                }
            }
            call.discard();
        }
        What::Drop | What::DropAll { .. } if code != OK => call.prepare_again(),
        What::DropMember { whole } => {
            if code != OK {
                call.prepare_again();
            }
            member_answered(&line, whole, code);
        }
        What::ComeBack if code != OK => super::transfer::not_back(code),
        What::Dial if code != OK => super::placing::not_dialled(&call),
        What::Park(Some(place)) if code == OK => {
            match insist(&line, || park_address(&call, place, &text)) {
                Some(late) => {
                    // The call is parked all the same.
                    if !late.fits() {
                        reply = line.reply(id, LINEERR_STRUCTURETOOSMALL);
                    }
                    reply.effect = Effect::Late(late);
                }
                None => reply = line.reply(id, LINEERR_STRUCTURETOOSMALL),
            }
        }
        What::Join(joining) if code == OK => {
            super::conference::joining(&joining);
            reply.effect = Effect::Give(call.clone());
        }
        What::Join(joining) => super::conference::not_joined(&call, &joining),
        What::Unhold if code == OK => super::transfer::waits_no_more(&call),
        What::Drop
        | What::DropAll { .. }
        | What::Leave
        | What::Elsewhere
        | What::Transfer { .. }
        | What::Park(_)
        | What::ComeBack
        | What::Unhold
        | What::Dial
        | What::Other => {}
    }
    if waits && code == OK {
        drop(seat);
        post_with_dial_tone(&call, reply);
    } else if let Some(seat) = seat {
        line.post_in(seat, reply);
    }
    match what {
        What::Begin if code == OK && waits => super::transfer::begun(&call),
        What::Begin if code == OK => begun(&call),
        What::Join(joining) if code == OK => super::conference::joined(&call, &joining),
        _ => {}
    }
}

/// A member has been hung up by the dropping of its conference, or has not: with the last of them that
/// is answered.
pub(super) fn member_answered(line: &OpenLine, whole: u32, code: i32) {
    let Some(pending) = line.app.requests.take_with_last(whole, code) else {
        return;
    };
    let outcome = match pending.what {
        What::DropAll { failed, .. } if failed != OK => Err(failed),
        _ => Ok(None),
    };
    answered(pending, outcome);
}

fn park_address(call: &Shared<CallPart>, place: Place, address: &str) -> Result<Late> {
    let bytes = image::varstring(place.total, address, place.form)?;
    Ok(Late {
        address: place.address,
        bytes,
        call: call.clone(),
        filling: None,
    })
}

/// The reply that brings the handle of a consultation, and the state that it is in from then on: whoever
/// has the one may dial.
fn post_with_dial_tone(call: &Shared<CallPart>, mut reply: Message) {
    let line = &call.line;
    loop {
        let mut part = call.lock();
        if line.is_closed() {
            return;
        }
        part.answered = true;
        part.enter(LINECALLSTATE_DIALTONE, LINEDIALTONEMODE_UNAVAIL);
        let parameters = [part.state as usize, part.mode as usize, 0];
        let told = line.message(call.handle, LINE_CALLSTATE, parameters);
        let Some((again, _)) = line.app.queue.push_both(line, reply, told) else {
            return;
        };
        drop(part);
        reply = again;
        std::thread::sleep(OUT_OF_MEMORY_PAUSE);
    }
}

/// The program hears that its new call has begun: what the call did meanwhile comes now.
fn begun(call: &Shared<CallPart>) {
    let mut part = call.lock();
    part.answered = true;
    let early = std::mem::take(&mut part.early);
    drop(part);
    for (state, cause) in early {
        states::changed(call, state, cause);
    }
}

/// A call that the program has no handle for yet.
fn new_call(line: &Shared<OpenLine>, call: &Call, privilege: Privilege) {
    let bit = privilege_bit(privilege);
    let made = insist(line, || {
        if let Some(known) = line.call(call) {
            if known.hand_over(bit) {
                return Ok(None);
            }
            // The program is just letting go of that handle, and gets a new one.
            line.unlist(call.id(), known.handle);
        }
        let handle = call.handle_for(&line.client).ok_or(Fault::CALL)?;
        CallPart::new_unless_known(line, Some(handle), true)
    });
    let Some(made) = made else { return };
    let Some(part) = made else {
        // It was handed over, or found: the same handle, with another right.
        return;
    };
    part.announce();
    if call.direction() == Direction::Outgoing && privilege == Privilege::Monitor {
        // Who looks on hears of it when its maker has it; what it does comes next.
        states::post_state(&part, LINECALLSTATE_UNKNOWN, 0, bit);
    } else {
        // The state that comes next, of which an event tells, tells it.
        part.lock().new_privilege = bit;
    }
}

fn privilege_bit(privilege: Privilege) -> u32 {
    match privilege {
        Privilege::Owner => LINECALLPRIVILEGE_OWNER,
        Privilege::Monitor => LINECALLPRIVILEGE_MONITOR,
    }
}

fn info_changed(call: &Shared<CallPart>, change: InfoChange) {
    let bit = match change {
        InfoChange::AppSpecific => LINECALLINFOSTATE_APPSPECIFIC,
        InfoChange::Reason => LINECALLINFOSTATE_REASON,
        InfoChange::OwnerAdded => LINECALLINFOSTATE_NUMOWNERINCR,
        InfoChange::OwnerRemoved => LINECALLINFOSTATE_NUMOWNERDECR,
        InfoChange::Monitors => LINECALLINFOSTATE_NUMMONITORS,
        InfoChange::CallerId => LINECALLINFOSTATE_CALLERID,
        InfoChange::CalledId => LINECALLINFOSTATE_CALLEDID,
        InfoChange::ConnectedId => LINECALLINFOSTATE_CONNECTEDID,
        InfoChange::RedirectionId => LINECALLINFOSTATE_REDIRECTIONID,
        InfoChange::RedirectingId => LINECALLINFOSTATE_REDIRECTINGID,
        InfoChange::UserUserInfo => LINECALLINFOSTATE_USERUSERINFO,
        InfoChange::CallData => LINECALLINFOSTATE_CALLDATA,
        // Where the call was handed to this program, the state with the new right tells it.
        InfoChange::Privilege => {
            let new = call.lock().new_privilege;
            if let (true, Ok(handle)) = (new != 0, call.engine()) {
                states::changed(call, handle.call.state(), handle.call.cause());
            }
            return;
        }
    };
    let message = (call.line).message(call.handle, LINE_CALLINFO, [bit as usize, 0, 0]);
    tell(call, message, |part| part.over || !part.answered);
}

/// Tells something of a call, unless something is so of it, with the call locked: behind the letting go
/// nothing is told of a handle. While there is no memory for it, the call is not.
pub(super) fn tell(call: &CallPart, mut message: Message, unless: impl Fn(&Part) -> bool) {
    let line = &call.line;
    loop {
        let part = call.lock();
        if part.gone || unless(&part) {
            return;
        }
        let posted = line.app.queue.push(Some(line), message);
        drop(part);
        match posted {
            Ok(()) => return,
            Err(unsent) => message = unsent,
        }
        std::thread::sleep(OUT_OF_MEMORY_PAUSE);
    }
}

fn line_changed(line: &Shared<OpenLine>, event: LineEvent) {
    let state = match event {
        LineEvent::State if line.line.in_service() => LINEDEVSTATE_INSERVICE,
        LineEvent::State => LINEDEVSTATE_OUTOFSERVICE,
        LineEvent::Ringing => LINEDEVSTATE_RINGING,
        LineEvent::MessageWaitingOn => LINEDEVSTATE_MSGWAITON,
        LineEvent::MessageWaitingOff => LINEDEVSTATE_MSGWAITOFF,
        LineEvent::Forward => {
            let forward = LINEADDRESSSTATE_FORWARD;
            if line.address_states.load(Ordering::Relaxed) & forward != 0 {
                let parameters = [0, forward as usize, 0];
                line.post(line.message(line.handle, LINE_ADDRESSSTATE, parameters));
            }
            return;
        }
    };
    if line.line_states.load(Ordering::Relaxed) & state != 0 {
        // Of ringing also how, and how often so far.
        let mode = match state {
            LINEDEVSTATE_RINGING => super::caps::RING_MODE,
            _ => 0,
        };
        let parameters = [state as usize, mode as usize, 0];
        line.post(line.message(line.handle, LINE_LINEDEVSTATE, parameters));
    }
}
