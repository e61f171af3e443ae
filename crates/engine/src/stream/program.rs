//! The program's side of the streams.

use super::{
    Flow, Kind, MAX_TERMINALS, Media, Role, Selected, StreamCause, TerminalRef, Wish,
    tell_unselected,
};
use crate::call::{Call, CallHandle};
use crate::error::{Error, ErrorKind, Result};
use crate::state::State;
use tapi3_common::sync::lock;

const ALREADY_THERE: Error = Error::new(
    ErrorKind::InvalidTerminal,
    "The terminal is on this stream already.",
);

const NOT_THERE: Error = Error::new(
    ErrorKind::InvalidTerminal,
    "The terminal is not on this stream.",
);

const FULL: Error = Error::new(
    ErrorKind::MaxTerminals,
    "The stream has as many terminals as it can have.",
);

const OVER: Error = Error::new(ErrorKind::InvalidCallState, "The call is over.");

impl Call {
    /// Whether a stream carries sound for a terminal of the program's.
    pub fn is_streaming(&self, flow: Flow) -> bool {
        self.known_media()
            .is_some_and(|media| media.streams().get(flow).active)
    }
}

impl Call {
    /// Takes a terminal off a stream, unless it is off already.
    pub(crate) fn take_off(&self, flow: Flow, terminal: &TerminalRef) {
        // Failing means that it has gone by itself.
        let _ = self.remove(flow, terminal);
    }

    fn remove(&self, flow: Flow, terminal: &TerminalRef) -> Result<()> {
        let media = self.known_media().ok_or(NOT_THERE)?;
        let mut inner = lock(&self.core().inner);
        let mut streams = media.streams();
        let stream = streams.get_mut(flow);
        let mut selected = stream.selected.iter();
        let place = selected.position(|one| one.terminal.same(terminal));
        let gone = stream.selected.remove(place.ok_or(NOT_THERE)?);
        drop(streams);
        let cause = StreamCause::LocalRequest;
        let terminal = Some(&gone.terminal);
        // What there is no memory to tell is lost: the terminal goes all the same.
        if self.refresh(&mut inner, media, cause, terminal).is_err() {
            self.refresh_anyway(&mut inner, media, cause);
        }
        drop(inner);
        tell_unselected(&gone.terminal, self, flow);
        self.settle_media();
        Ok(())
    }
}

impl CallHandle {
    /// What the program wishes of a stream; that it runs, at first.
    pub fn stream_wish(&self, flow: Flow) -> Wish {
        let media = self.call.known_media();
        media.map_or(Wish::Run, |media| media.streams().get(flow).wish)
    }

    /// Says whether a stream is to run. It does so as soon as the call is connected and a terminal is
    /// there.
    pub fn wish_stream(&self, flow: Flow, wish: Wish) -> Result<()> {
        let media = self.call.media_or_new()?;
        let mut inner = lock(&self.call.core().inner);
        inner.keep_room_for_media()?;
        let before = std::mem::replace(&mut media.streams().get_mut(flow).wish, wish);
        let cause = StreamCause::LocalRequest;
        if let Err(error) = self.call.refresh(&mut inner, media, cause, None) {
            media.streams().get_mut(flow).wish = before;
            media.open_for(inner.state);
            return Err(error);
        }
        drop(inner);
        self.call.settle_media();
        Ok(())
    }

    /// The program's terminals on a stream, in the order of their selection.
    pub fn terminals(&self, flow: Flow) -> Result<Vec<TerminalRef>> {
        let mut found = Vec::new();
        if let Some(media) = self.call.known_media() {
            found.try_reserve_exact(MAX_TERMINALS)?;
            let shown = media.some(flow, |_, one| one.kind == Kind::Shown);
            found.extend(shown.into_iter().flatten());
        }
        Ok(found)
    }

    /// Puts a terminal on a stream. If the stream runs, or can run now, the terminal takes part at
    /// once.
    pub fn select(&self, flow: Flow, terminal: TerminalRef, role: Role, kind: Kind) -> Result<()> {
        let media = self.call.media_or_new()?;
        self.check_room(media, flow, &terminal)?;
        self.call.line().provider().prepare_sound(&self.call)?;
        if let Some(own) = terminal.terminal() {
            own.selected(self, flow)?;
        }
        let back = terminal.another();
        let done = self.put(media, flow, terminal, role, kind);
        match (&done, back) {
            (Ok(()), _) => self.call.settle_media(),
            (Err(_), Some(terminal)) => tell_unselected(&terminal, &self.call, flow),
            (Err(_), None) => {}
        }
        done
    }

    fn check_room(&self, media: &Media, flow: Flow, terminal: &TerminalRef) -> Result<()> {
        let mut streams = media.streams();
        let selected = &mut streams.get_mut(flow).selected;
        if self.call.state() == State::Disconnected {
            return Err(OVER);
        }
        if selected.iter().any(|one| one.terminal.same(terminal)) {
            return Err(ALREADY_THERE);
        }
        if selected.len() >= MAX_TERMINALS {
            return Err(FULL);
        }
        selected.try_reserve(1)?;
        let [capture, render] = Flow::ALL.map(|flow| streams.get(flow).selected.len());
        streams.ended.try_reserve(capture + render + 1)?;
        Ok(())
    }

    fn put(
        &self,
        media: &Media,
        flow: Flow,
        terminal: TerminalRef,
        role: Role,
        kind: Kind,
    ) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        // Meanwhile the call may have ended, or somebody else have been here.
        self.check_room(media, flow, &terminal)?;
        inner.keep_room_for_media()?;
        media.streams().get_mut(flow).selected.push(Selected {
            terminal,
            role,
            kind,
        });
        let cause = StreamCause::LocalRequest;
        let told = self.call.refresh(&mut inner, media, cause, None);
        if told.is_err() {
            let undone = media.streams().get_mut(flow).selected.pop();
            media.open_for(inner.state);
            drop(inner);
            drop(undone);
        }
        told
    }

    /// Takes a terminal off a stream.
    pub fn unselect(&self, flow: Flow, terminal: &TerminalRef) -> Result<()> {
        self.call.remove(flow, terminal)
    }
}
