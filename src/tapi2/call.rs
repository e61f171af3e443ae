//! A call as one open line knows it: its handle, and the state that it is in for the program.

use super::abi::*;
use super::app::App;
use super::fault::{Fault, Result};
use super::line::OpenLine;
use super::parameters::Kept;
use super::queue::{Place, Seat};
use super::registry::{self, Entry};
use crate::engine::{AnswerRoom, CallHandle, Cause, Privilege, State, TerminalRef};
use crate::shared::Shared;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::SystemTime;
use tapi3_common::sync::lock;

/// What a call on hold waits for, or what a new call is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Transfer,
    Conference,
}

/// A call of an open line.
pub struct CallPart {
    pub(super) handle: u32,
    pub(super) line: Shared<OpenLine>,
    part: Mutex<Part>,
    /// Whether the program has the handle. It dies for good when it is removed from the registry.
    /// Apart from the rest, for it is set where messages are locked.
    usable: AtomicBool,
    /// Room for the request to hang up; given back with it.
    _room: Room,
}

/// Room for a request.
struct Room(Shared<OpenLine>);

impl Room {
    fn new(line: &Shared<OpenLine>) -> Result<Self> {
        line.app.requests.claim()?;
        Ok(Room(line.clone()))
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.0.app.requests.give_back();
    }
}

/// Room for the messages that the end of a call needs.
pub(super) struct Seats {
    /// For the reply to a hang-up, until one is asked for.
    pub reply: Option<Seat>,
    /// For LINECALLSTATE_DISCONNECTED.
    pub disconnected: Option<Seat>,
    /// For LINECALLSTATE_IDLE.
    pub idle: Option<Seat>,
}

impl Seats {
    fn new(app: &Shared<App>) -> Result<Self> {
        Ok(Seats {
            reply: Some(Seat::new(app)?),
            disconnected: Some(Seat::new(app)?),
            idle: Some(Seat::new(app)?),
        })
    }
}

pub(super) struct Part {
    /// The call at the engine; none while nothing is dialled, and for a conference.
    pub engine: Option<CallHandle>,
    /// Room for the answer to a hang-up, until one is asked for.
    pub hang_up: Option<AnswerRoom>,
    pub seats: Seats,
    /// Whether the request with which the call began has been answered. States wait for that.
    pub answered: bool,
    /// The states that wait.
    pub early: Vec<(State, Cause)>,
    /// Whether the program has not been told of the handle yet.
    pub unannounced: bool,
    /// A right that the program has not been told of; 0 for none.
    pub new_privilege: u32,
    /// LINECALLSTATE_ bit.
    pub state: u32,
    /// What belongs to the state.
    pub mode: u32,
    /// Since when.
    pub since: SystemTime,
    /// Whether the program has let go of the call.
    pub gone: bool,
    /// Whether its end was asked for here: then it is over at once, and nobody need be told why.
    pub ending: bool,
    /// Whether something by which it ends has been granted: it ends by that, whatever becomes of the
    /// rest.
    pub end_granted: bool,
    /// Whether the last state was told.
    pub over: bool,
    /// The digits dialled so far, of a call that waits for more.
    pub digits: String,
    /// What the program said of a call that is placed later.
    pub parameters: Option<Shared<Kept>>,
    /// What the call waits for on hold, and the handle of the consultation.
    pub waits_for: Option<(Purpose, u32)>,
    /// The handle of the call that this one consults about; 0 for none.
    pub consults: u32,
    /// The conference that it belongs to, or is to; 0 for none.
    pub conference: u32,
    /// Whether this is a conference itself.
    pub is_conference: bool,
    /// The number of the last gathering of digits.
    pub last_gathering: u32,
    /// Where the digits of each gathering go, by its number.
    pub gathering: Vec<(u32, Place)>,
    /// Who listens for tones.
    pub listener: Option<TerminalRef>,
    /// Whether a thread is just placing the call with the digits that it waited for.
    pub dialing: bool,
    /// Whether it was dropped meanwhile: that thread ends it, even where it is back too late for a reply.
    pub drop_wished: bool,
    /// Whether the call is a member of its conference, and not only to become one.
    pub joined: bool,
}

impl CallPart {
    /// A new call under its handle. The program gets the handle by [`CallPart::give`].
    pub(super) fn new(
        line: &Shared<OpenLine>,
        engine: Option<CallHandle>,
        answered: bool,
    ) -> Result<Shared<Self>> {
        let new = Self::new_unless_known(line, engine, answered)?;
        new.ok_or(Fault::CALL_STATE)
    }

    /// As [`CallPart::new`]; `None` if the line has a handle for this call already.
    pub(super) fn new_unless_known(
        line: &Shared<OpenLine>,
        engine: Option<CallHandle>,
        answered: bool,
    ) -> Result<Option<Shared<Self>>> {
        let room = Room::new(line)?;
        let seats = Seats::new(&line.app)?;
        let hang_up = Some(AnswerRoom::new(&line.client)?);
        if let Some(handle) = &engine {
            handle.attach()?;
        }
        let call = Shared::try_new(CallPart {
            handle: registry::new_handle(),
            line: line.clone(),
            part: Mutex::new(Part {
                engine,
                hang_up,
                seats,
                answered,
                early: Vec::new(),
                unannounced: false,
                new_privilege: 0,
                state: LINECALLSTATE_UNKNOWN,
                mode: 0,
                since: SystemTime::now(),
                gone: false,
                ending: false,
                end_granted: false,
                over: false,
                digits: String::new(),
                parameters: None,
                waits_for: None,
                consults: 0,
                conference: 0,
                is_conference: false,
                last_gathering: 0,
                gathering: Vec::new(),
                listener: None,
                dialing: false,
                drop_wished: false,
                joined: false,
            }),
            usable: AtomicBool::new(false),
            _room: room,
        })?;
        registry::put(call.handle, Entry::Call(call.clone()))?;
        let id = call.lock().engine.as_ref().map(|handle| handle.call.id());
        if let Some(id) = id {
            let listed = line.list(id, &call);
            if !matches!(listed, Ok(true)) {
                registry::remove(call.handle);
                if let Some(handle) = call.forget() {
                    // Whoever left the call meanwhile found it held by this one.
                    handle.call.end_if_left();
                }
                return listed.map(|_| None);
            }
        }
        // Whoever closed the line meanwhile may not have seen this one.
        if line.is_closed() {
            call.discard();
            return Err(Fault::LINE);
        }
        Ok(Some(call))
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Part> {
        lock(&self.part)
    }

    pub(super) fn is_usable(&self) -> bool {
        self.usable.load(Ordering::Acquire)
    }

    /// The program has the handle from now on.
    pub(super) fn give(&self) {
        self.usable.store(true, Ordering::Release);
    }

    /// The program has the handle from now on, and is told of it with the next state.
    pub(super) fn announce(&self) {
        let mut part = self.lock();
        part.unannounced = self.line.version >= 0x0002_0000;
        self.give();
    }

    /// The call is handed to its line, with a right that the program is told of with the next state.
    /// Whether it is: not where the program has let go of this handle. Of a handle that it has not got
    /// yet, since it is just finding the call, it is told as of a new one.
    pub(super) fn hand_over(&self, right: u32) -> bool {
        let mut part = self.lock();
        if part.gone {
            return false;
        }
        part.new_privilege = right;
        if part.answered && !self.is_usable() {
            part.unannounced = self.line.version >= 0x0002_0000;
            self.give();
        }
        true
    }

    /// The program does not get the handle, unless it was told of it meanwhile.
    pub(super) fn discard_unless_given(&self) {
        {
            let mut part = self.lock();
            if self.is_usable() {
                return;
            }
            part.gone = true;
        }
        // It does not look on, unless the call was handed to it: that it may find again.
        let left = self.unlist(self.let_go(CallHandle::leave_unless_owner));
        if let Some(handle) = left {
            // Whoever left the call meanwhile found it held by this one.
            handle.call.end_if_left();
        }
    }

    /// Something is under way by which the call ends.
    pub(super) fn ends(&self) {
        self.lock().ending = true;
    }

    /// What was to end the call has not: it goes on, unless something else is under way by which it
    /// ends.
    pub(super) fn goes_on(&self) {
        let mut part = self.lock();
        part.ending = part.end_granted || self.line.app.requests.is_ending(self.handle);
    }

    /// Something by which the call ends has been granted. It is off the list, so another thread may
    /// have found that the call goes on.
    pub(super) fn end_is_granted(&self) {
        let mut part = self.lock();
        part.end_granted = true;
        part.ending = true;
    }

    /// The program knows that the call is over.
    pub(super) fn settle_idle(&self) {
        self.lock().enter(LINECALLSTATE_IDLE, 0);
    }

    /// A hang-up has failed: the next one is to take no memory either. Where there is none now, it has
    /// to ask for some.
    pub(super) fn prepare_again(&self) {
        let seat = Seat::new(&self.line.app).ok();
        let room = AnswerRoom::new(&self.line.client).ok();
        let mut part = self.lock();
        let seat = match part.seats.reply {
            None => std::mem::replace(&mut part.seats.reply, seat),
            Some(_) => seat,
        };
        let room = match part.hang_up {
            None => std::mem::replace(&mut part.hang_up, room),
            Some(_) => room,
        };
        drop(part);
        // What was there already is enough.
        drop((seat, room));
    }

    /// The call at the engine. Fails as for a call that is not up if there is none.
    pub(super) fn engine(&self) -> Result<CallHandle> {
        self.lock().engine.clone().ok_or(Fault::CALL_STATE)
    }

    /// Whether a call that is not up at the engine is this one, or none at all.
    pub(super) fn is_placed_as(&self, handle: &CallHandle) -> bool {
        let part = self.lock();
        let other = |engine: &CallHandle| !engine.call.same(&handle.call);
        !part.dialing && !part.engine.as_ref().is_some_and(other)
    }

    /// Fails unless the call is in one of these states, or just about to be told that it is: a program
    /// that has the reply to one request may make the next.
    pub(super) fn check_now(&self, states: u32) -> Result<()> {
        let handle = self.lock().engine.clone();
        let engine = handle.map(|handle| handle.call.state());
        let part = self.lock();
        let now = engine.and_then(|state| super::states::state_of(&part, state));
        match now {
            Some((state, _)) if state & states != 0 && !part.over => Ok(()),
            _ => part.check_state(states),
        }
    }

    /// Fails unless the program owns the call.
    pub(super) fn check_owner(&self) -> Result<()> {
        match self.privilege() {
            LINECALLPRIVILEGE_OWNER => Ok(()),
            _ => Err(Fault::NOT_OWNER),
        }
    }

    /// LINECALLPRIVILEGE_ bit.
    pub(super) fn privilege(&self) -> u32 {
        let engine = self.lock().engine.clone();
        match engine.map_or(Privilege::Owner, |handle| handle.privilege()) {
            Privilege::Owner => LINECALLPRIVILEGE_OWNER,
            Privilege::Monitor => LINECALLPRIVILEGE_MONITOR,
        }
    }

    /// The handle is dead, or never was one. Gives back what the program had of the call at the engine.
    pub(super) fn discard(&self) -> Option<CallHandle> {
        self.unlist(self.forget())
    }

    /// As [`CallPart::discard`], of a program that does not count on finding the call again.
    pub(super) fn leave(&self) -> Option<CallHandle> {
        self.unlist(self.let_go(CallHandle::leave))
    }

    /// Takes it off the lists once it has let go of the call: which one that was is known then, even
    /// where another thread has just placed it.
    fn unlist(&self, left: Option<CallHandle>) -> Option<CallHandle> {
        registry::remove(self.handle);
        left.inspect(|handle| self.line.unlist(handle.call.id(), self.handle))
    }

    /// The program lets go of the call at the engine, and gets back what it had of it. A thread that
    /// is just placing the call finds afterwards that the handle is dead, or that the call is released.
    pub(super) fn forget(&self) -> Option<CallHandle> {
        self.let_go(CallHandle::detach)
    }

    fn let_go(&self, how: fn(&CallHandle)) -> Option<CallHandle> {
        let (engine, listener) = {
            let mut part = self.lock();
            part.gone = true;
            self.usable.store(false, Ordering::Release);
            (part.engine.take(), part.listener.take())
        };
        if let (Some(handle), Some(listener)) = (&engine, &listener) {
            super::tones::stop(handle, listener);
        }
        engine.inspect(how)
    }
}

impl Drop for CallPart {
    fn drop(&mut self) {
        self.line.app.requests.expect_no_answer(self.handle);
        // Where it never came to be one. Whoever left the call meanwhile found it held.
        if let Some(handle) = self.forget() {
            handle.call.end_if_left();
        }
        if self.lock().is_conference {
            super::conference::is_gone();
        }
    }
}

impl Part {
    /// The call is in another state. Nothing leaves the last one.
    pub fn enter(&mut self, state: u32, mode: u32) {
        if self.state == LINECALLSTATE_IDLE {
            return;
        }
        self.state = state;
        self.mode = mode;
        self.since = SystemTime::now();
    }

    /// Whether it waits on hold for this consultation, and no other.
    pub fn waits_for(&self, consult: u32) -> bool {
        (self.waits_for).is_some_and(|(_, awaited)| awaited == consult)
    }

    /// A consultation has come to nothing. Returns whether the call waited for it on hold, which it
    /// does no more. A member of a conference stays one; one that was to become one is on hold for
    /// nothing, from where the program can take it back should that fail.
    pub fn wait_no_more(&mut self, consult: u32, conference: u32) -> bool {
        if !self.waits_for(consult) {
            return false;
        }
        self.waits_for = None;
        if !self.joined {
            if self.conference == conference {
                self.conference = 0;
            }
            let waiting = LINECALLSTATE_CONFERENCED
                | LINECALLSTATE_ONHOLDPENDCONF
                | LINECALLSTATE_ONHOLDPENDTRANSFER;
            if self.state & waiting != 0 {
                self.enter(LINECALLSTATE_ONHOLD, 0);
            }
        }
        true
    }

    /// Notes where the digits of a new gathering go. Returns its number.
    pub fn begin_gathering(&mut self, place: Place) -> Result<u32> {
        self.gathering.try_reserve(1)?;
        self.last_gathering = self.last_gathering.wrapping_add(1);
        self.gathering.push((self.last_gathering, place));
        Ok(self.last_gathering)
    }

    /// A gathering has ended, or has not begun: where its digits go.
    pub fn end_gathering(&mut self, id: u32) -> Option<Place> {
        let index = self.gathering.iter().position(|(known, _)| *known == id)?;
        Some(self.gathering.swap_remove(index).1)
    }

    /// Room for the reply to a hang-up: what was kept for the first one, or new room.
    pub fn reply_seat(&mut self, app: &Shared<App>) -> Result<Seat> {
        match self.seats.reply.take() {
            Some(seat) => Ok(seat),
            None => Seat::new(app),
        }
    }

    /// Fails unless the call is in one of these states.
    pub fn check_state(&self, states: u32) -> Result<()> {
        if self.state & states != 0 {
            Ok(())
        } else {
            Err(Fault::CALL_STATE)
        }
    }
}
