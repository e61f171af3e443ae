//! Who goes on which stream: ITBasicCallControl2 of the call object, and what ITStream asks.
//!
//! A terminal that goes on a stream by itself goes on those of its direction. One with tracks, a
//! file, puts a track on each stream that it serves; tracks that are missing are made. Whatever
//! fails is undone.

use super::terminal::{self, Found, Single};
use super::{class, support};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{BStr, ComPtr, Error, In, OK, Object, Result, Success};
use crate::engine::{CallHandle, Flow, Kind, TerminalRef};
use crate::objects::call::Call;

const DOES_NOT_FIT: Error = Error::with(
    TAPI_E_INVALIDTERMINAL,
    "The terminal does not fit: it must come from this library, carry audio, and go in the stream's direction.",
);

const NOT_THERE: Error = Error::with(
    TAPI_E_INVALIDTERMINAL,
    "The terminal is on no stream of this call.",
);

fn put(handle: &CallHandle, flow: Flow, single: Single) -> Result<()> {
    handle.select(flow, single.terminal, single.role, Kind::Shown)?;
    Ok(())
}

/// ITStream::SelectTerminal.
pub(super) fn put_on_stream(call: &Call, flow: Flow, given: In<'_, ITTerminal>) -> Result<()> {
    match terminal::find(given) {
        Some(Found::Single(single)) if single.goes_on(flow) => put(call.handle(), flow, single),
        _ => Err(DOES_NOT_FIT),
    }
}

/// ITStream::UnselectTerminal.
pub(super) fn take_off_stream(call: &Call, flow: Flow, given: In<'_, ITTerminal>) -> Result<()> {
    match terminal::find(given) {
        Some(Found::Single(single)) => {
            call.handle().unselect(flow, &single.terminal)?;
            Ok(())
        }
        _ => Err(NOT_THERE),
    }
}

/// A terminal without tracks, on every stream of its direction. One that takes it is enough.
fn put_single(handle: &CallHandle, single: Single) -> Result<()> {
    let mut taken = false;
    let mut failed = None;
    for flow in Flow::ALL {
        if !single.goes_on(flow) {
            continue;
        }
        match single
            .another()
            .ok_or(DOES_NOT_FIT)
            .and_then(|one| put(handle, flow, one))
        {
            Ok(()) => taken = true,
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    if taken {
        return Ok(());
    }
    Err(failed.unwrap_or(DOES_NOT_FIT))
}

/// Takes a terminal off every stream of the call on which it is. Returns whether there was any.
fn take_off(handle: &CallHandle, terminal: &TerminalRef) -> bool {
    let mut found = false;
    for flow in Flow::ALL {
        found |= handle.unselect(flow, terminal).is_ok();
    }
    found
}

/// Whether a terminal is on a stream.
fn is_on(handle: &CallHandle, flow: Flow, terminal: &TerminalRef) -> Result<bool> {
    let on_it = handle.terminals(flow)?;
    Ok(on_it.iter().any(|one| one.same(terminal)))
}

/// Puts a track of `file` on each stream that it serves. On failure it is as it was.
fn put_tracks(handle: &CallHandle, file: &dyn terminal::Tracks) -> Result<()> {
    let mut done: [Option<Step>; Flow::ALL.len()] = [const { None }; Flow::ALL.len()];
    let all = (done.iter_mut().zip(Flow::ALL)).try_for_each(|(step, flow)| {
        if file.serves(flow) {
            *step = put_track(handle, file, flow)?;
        }
        Ok(())
    });
    let served = done.iter().any(Option::is_some);
    match all {
        Ok(()) if served => Ok(()),
        Ok(()) => Err(Error::with(
            TAPI_E_INVALIDTERMINAL,
            "The terminal has no track for a stream of this call that is free.",
        )),
        Err(error) => {
            for step in done.into_iter().flatten() {
                step.undo(handle, file);
            }
            Err(error)
        }
    }
}

/// What was done for one stream.
struct Step {
    flow: Flow,
    track: TerminalRef,
    made: bool,
}

impl Step {
    fn undo(self, handle: &CallHandle, file: &dyn terminal::Tracks) {
        let gone = handle.unselect(self.flow, &self.track);
        if gone.is_ok() && self.made {
            file.remove(&self.track);
        }
    }
}

/// Puts a track on a stream: one that is free, or else a new one. None if the stream has one of
/// this file already.
fn put_track(handle: &CallHandle, file: &dyn terminal::Tracks, flow: Flow) -> Result<Option<Step>> {
    let mut free = None;
    for track in file.tracks()? {
        if !track.goes_on(flow) {
            continue;
        }
        if is_on(handle, flow, &track.terminal)? {
            return Ok(None);
        }
        if free.is_none() && file.is_free(&track.terminal) {
            free = Some(track);
        }
    }
    let made = free.is_none();
    let track = match free {
        Some(track) => track,
        None => file.add(flow)?,
    };
    let (Some(own), Some(back)) = (track.terminal.another(), track.another()) else {
        return Err(DOES_NOT_FIT);
    };
    if let Err(error) = put(handle, flow, back) {
        if made {
            file.remove(&own);
        }
        return Err(error);
    }
    Ok(Some(Step {
        flow,
        track: own,
        made,
    }))
}

impl Call {
    fn check_streams(&self) -> Result<()> {
        if self.streams_media() {
            return Ok(());
        }
        Err(Error::with(
            TAPI_E_NOTSUPPORTED,
            "The line streams no media.",
        ))
    }
}

impl ITBasicCallControl2Impl for Object<Call> {
    /// A device of the class, or else a terminal that is made.
    fn request_terminal(
        &self,
        class: BStr<'_>,
        media: LONG,
        direction: TERMINAL_DIRECTION,
    ) -> Result<ComPtr<ITTerminal>> {
        let class = support::class_of(class)?;
        self.check_streams()?;
        if media == 0 {
            return Err(Error::with(
                TAPI_E_INVALIDMEDIATYPE,
                "No media type is given (TAPIMEDIATYPE_ bits).",
            ));
        }
        if media & TAPIMEDIATYPE_AUDIO != 0 {
            let address = self.session().address(self.handle().call.line())?;
            let terminals = address.static_terminals();
            if let Some(found) = terminals.of_class(address.devices(), &class, direction)? {
                return Ok(found);
            }
        }
        class::make(&class, media, direction)
    }

    fn select_terminal_on_call(&self, given: Option<In<'_, ITTerminal>>) -> Result<Success> {
        let given = given.ok_or(Error::pointer())?;
        self.check_streams()?;
        match terminal::find(given).ok_or(DOES_NOT_FIT)? {
            Found::Single(single) => put_single(self.handle(), single)?,
            Found::File(file) => put_tracks(self.handle(), file.tracks())?,
        }
        Ok(OK)
    }

    fn unselect_terminal_on_call(&self, given: Option<In<'_, ITTerminal>>) -> Result<Success> {
        let given = given.ok_or(Error::pointer())?;
        self.check_streams()?;
        let mut found = false;
        match terminal::find(given).ok_or(NOT_THERE)? {
            Found::Single(single) => found = take_off(self.handle(), &single.terminal),
            Found::File(file) => {
                for track in file.tracks().tracks()? {
                    found |= take_off(self.handle(), &track.terminal);
                }
            }
        }
        if found { Ok(OK) } else { Err(NOT_THERE) }
    }
}
