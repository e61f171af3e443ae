//! Who has a line device open, and what all of them together do with it.

use super::abi::*;
use super::call::CallPart;
use super::fault::Result;
use super::line::OpenLine;
use super::list::List;
use super::registry;
use super::text::Form;
use crate::engine::State;
use crate::shared::Shared;
use std::mem::offset_of;
use std::sync::atomic::Ordering;

/// How many calls a line device has.
#[derive(Default)]
pub(super) struct Calls {
    /// In any state but those of the rest, and over.
    pub active: u32,
    /// On hold.
    pub held: u32,
    /// On hold for a consultation.
    pub pending: u32,
    /// Whether one of them rings.
    pub rings: bool,
}

/// Counts the calls of a line device, whoever has them.
pub(super) fn calls(line: &OpenLine) -> Result<Calls> {
    let mut calls = Calls::default();
    line.line.for_each_call(|call| match call.state() {
        State::Idle | State::Disconnected => {}
        State::Hold => calls.held += 1,
        state => {
            calls.active += 1;
            calls.rings |= state == State::Offering;
        }
    });
    for call in registry::calls_of(line.device)? {
        if waits_for_digits(&call) {
            calls.active += 1;
        } else if waits_on_hold(&call) {
            // It may have gone from hold since it was counted there.
            calls.held = calls.held.saturating_sub(1);
            calls.pending += 1;
        }
    }
    Ok(calls)
}

/// Whether a call has begun that is nothing to the engine yet.
fn waits_for_digits(call: &CallPart) -> bool {
    let engine = {
        let part = call.lock();
        match part.state {
            LINECALLSTATE_DIALTONE | LINECALLSTATE_DIALING => part.engine.clone(),
            _ => return false,
        }
    };
    engine.is_none_or(|handle| handle.call.state() == State::Idle)
}

fn waits_on_hold(call: &CallPart) -> bool {
    let engine = {
        let part = call.lock();
        part.waits_for.and(part.engine.clone())
    };
    engine.is_some_and(|handle| handle.call.state() == State::Hold)
}

/// The open lines of a device, and those who have them as a list of LINEAPPINFO for a part that begins
/// at `at`.
pub(super) fn list(device: u32, at: usize, form: Form) -> Result<(Vec<Shared<OpenLine>>, List)> {
    let lines = registry::lines_of(device)?;
    let each = size_of::<LINEAPPINFO>();
    let mut list = List::new(at, lines.len(), each, form)?;
    for (nth, line) in lines.iter().enumerate() {
        let at = nth * each;
        list.put(at + offset_of!(LINEAPPINFO, dwMediaModes), line.media);
        list.put(at + offset_of!(LINEAPPINFO, dwAddressID), line.only_address);
        let file = line.client.application();
        list.text(at + offset_of!(LINEAPPINFO, dwModuleFilenameSize), file)?;
        let name = &line.app.name;
        list.text(at + offset_of!(LINEAPPINFO, dwFriendlyNameSize), name)?;
    }
    Ok((lines, list))
}

/// Tells the other applications that one has opened or closed a line device: LINEDEVSTATE_OPEN or
/// LINEDEVSTATE_CLOSE. Of one that is closed by now only the latter: who closed it may have told that
/// already. Takes memory for the messages alone; where there is none, they can as well ask.
pub(super) fn tell_others(line: &OpenLine, state: u32) {
    let wants = |other: &OpenLine| {
        let wanted = other.line_states.load(Ordering::Relaxed) & state != 0;
        wanted && other.device == line.device && other.app.handle != line.app.handle
    };
    let mut last = 0;
    while let Some(other) = registry::next_line(last, wants) {
        last = other.handle;
        if state == LINEDEVSTATE_OPEN && line.is_closed() {
            return;
        }
        let told = other.message(other.handle, LINE_LINEDEVSTATE, [state as usize, 0, 0]);
        if other.app.queue.push(Some(&other), told).is_err() {
            tracing::warn!("no memory to tell that a line was opened or closed");
        }
    }
}
