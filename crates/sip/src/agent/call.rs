//! A call: what all its stages share, and which stage hears what.

use super::dialog::Dialog;
use super::established::Up;
use super::incoming::Ringing;
use super::late::Trace;
use super::outgoing::Calling;
use super::{Agent, CallId, Core, End, Event, Failure, LineId, Owner, Refusal, What};
use crate::digest::Session;
use crate::flow::{Flow, Gone};
use crate::message::{Message, Method};
use crate::sdp;
use crate::timer::Ticket;
use crate::transaction::{ClientId, ServerId};
use smallvec::SmallVec;
use std::time::{Duration, Instant};

/// Why a call is ended from here.
#[derive(Debug, Clone, Default)]
pub struct HangUp {
    /// The answer to a call that is offered still.
    pub code: u16,
    /// Further header lines of the CANCEL, BYE or answer, each with its CR LF (RFC 3326).
    pub lines: Vec<u8>,
}

/// Where a call stands.
pub(super) enum Stage {
    /// We call, and there is no final answer yet.
    Calling(Box<Calling>),
    /// We are called, and have not answered yet.
    Ringing(Box<Ringing>),
    /// Answered, up to the end of the last BYE.
    Up(Box<Up>),
    /// Over; an answer from elsewhere may still come.
    Trace(Box<Trace>),
    Gone,
}

pub(crate) struct Call {
    pub(super) id: CallId,
    pub(super) line: LineId,
    pub(super) call_id: Box<str>,
    pub(super) tag: Box<str>,
    pub(super) stage: Stage,
    pub(super) hung_up: Option<Box<HangUp>>,
    /// Whether the application knows that it is over, or ended it itself.
    pub(super) over: bool,
    /// Whether it was told that nothing of it is left.
    pub(super) told_gone: bool,
    /// Whether there is no time left to wait for the far end's word.
    pub(super) hurried: bool,
    pub(super) auth: Option<Box<Session>>,
    pub(super) media: Option<sdp::Local>,
    /// Whether the far end knows an address of ours that is ours no longer.
    pub(super) stale: bool,
    /// The call whose far end wanted this one, and hears of it (RFC 3515).
    pub(super) for_transfer: Option<CallId>,
    /// The stranger who offered it, as long as it waits for an answer.
    pub(super) offered_by: Option<std::net::IpAddr>,
    timers: SmallVec<[(What, Ticket); 2]>,
}

impl Agent {
    /// Ends a call, in whatever state it is. A call that is ended is not told of any more, but for
    /// [`Event::Gone`].
    pub fn hang_up(&mut self, now: Instant, id: CallId, why: HangUp) {
        self.core.now = now;
        self.with(id, |call, core| call.hang_up(core, why));
        self.settle();
    }

    /// What is agreed on for a call's sound, as far as anything is.
    pub fn session(&self, id: CallId) -> Option<sdp::Session> {
        self.calls.get(id.0)?.media.as_ref()?.session()
    }

    /// There is no time left to wait for the far end's word.
    pub fn hurry(&mut self, now: Instant, id: CallId) {
        self.core.now = now;
        self.with(id, |call, core| call.hurry(core));
        self.settle();
    }
}

impl Call {
    pub fn new(id: CallId, line: LineId, call_id: &str, tag: &str, stage: Stage) -> Self {
        Call {
            id,
            line,
            call_id: call_id.into(),
            tag: tag.into(),
            stage,
            hung_up: None,
            over: false,
            told_gone: false,
            hurried: false,
            auth: None,
            media: None,
            stale: false,
            for_transfer: None,
            offered_by: None,
            timers: SmallVec::new(),
        }
    }

    pub fn tag(&self) -> &str {
        &self.tag
    }

    pub fn is_known_as(&self, call_id: &str) -> bool {
        *self.call_id == *call_id
    }

    pub fn is_gone(&self) -> bool {
        matches!(self.stage, Stage::Gone)
    }

    pub fn is_trace(&self) -> bool {
        matches!(self.stage, Stage::Trace(_))
    }

    /// Whether its far end is owed a message still.
    pub fn owes(&self) -> bool {
        match &self.stage {
            Stage::Trace(trace) => trace.may_ring(),
            _ => true,
        }
    }

    /// The stranger whose offer has just come to its end.
    pub fn no_more_offered(&mut self) -> Option<std::net::IpAddr> {
        let rings = matches!(self.stage, Stage::Ringing(_));
        self.offered_by.take_if(|_| !rings)
    }

    pub fn dialogs(&self) -> usize {
        match &self.stage {
            Stage::Calling(calling) => calling.dialogs(),
            Stage::Ringing(_) | Stage::Up(_) => 1,
            Stage::Trace(_) | Stage::Gone => 0,
        }
    }

    pub(super) fn owner(&self) -> Owner {
        Owner::Call(self.id)
    }

    /// Sets a timer, in the place of an earlier one of its kind. A time that is not reached is none.
    pub(super) fn after(&mut self, core: &mut Core, time: Duration, what: What) {
        match core.now.checked_add(time) {
            Some(due) => self.at(core, due, what),
            None => self.stop(core, what),
        }
    }

    /// The same for an instant.
    pub(super) fn at(&mut self, core: &mut Core, due: Instant, what: What) {
        self.stop(core, what);
        let ticket = core.due.set(due, (self.id, what));
        self.timers.push((what, ticket));
    }

    pub(super) fn stop(&mut self, core: &mut Core, what: What) {
        self.timers.retain(|(kind, ticket)| {
            let stays = *kind != what;
            if !stays {
                core.due.stop(*ticket);
            }
            stays
        });
    }

    pub(super) fn is_timed(&self, what: What) -> bool {
        self.timers.iter().any(|(kind, _)| *kind == what)
    }

    pub(super) fn stop_all(&mut self, core: &mut Core) {
        for (_, ticket) in self.timers.drain(..) {
            core.due.stop(ticket);
        }
    }

    fn waits_for(&self, what: What, ticket: Ticket) -> bool {
        self.timers.contains(&(what, ticket))
    }

    /// The call is over for the application; the wire may still have work.
    pub(super) fn over(&mut self, core: &mut Core, end: End, reason: Option<(u16, String)>) {
        if !std::mem::replace(&mut self.over, true) {
            let call = self.id;
            let code = match &end {
                End::Refused { code, .. } => *code,
                _ => 487,
            };
            core.tell_of(self.for_transfer.take(), code);
            core.tell(Event::Ended { call, end, reason });
        }
    }

    /// The URI that the credentials of a dialog's next request are for; nothing if there are none.
    pub(super) fn uri_to_sign(&self, dialog: &Dialog) -> String {
        match &self.auth {
            Some(_) => dialog.request_uri().to_owned(),
            None => String::new(),
        }
    }

    /// Answers the challenges met so far: the header lines for a request of this kind.
    pub(super) fn credentials(&mut self, core: &mut Core, method: Method, uri: &str) -> Vec<u8> {
        let line = core.lines.get(self.line.0 as usize);
        let who = line.and_then(|line| line.settings.credentials.as_ref());
        match (&mut self.auth, who) {
            (Some(auth), Some(who)) => auth.lines(who, method, uri, &mut core.random),
            _ => Vec::new(),
        }
    }

    /// Takes a challenge in. Returns whether trying again makes sense.
    pub(super) fn is_challenged(&mut self, core: &Core, response: &Message<'_>) -> bool {
        let line = core.line(self.line);
        let knows_a_password = line.is_some_and(|line| line.settings.credentials.is_some());
        matches!(response.code(), Some(401 | 407))
            && knows_a_password
            && self.auth.get_or_insert_default().take(response)
    }

    /// A connection is gone, and whatever waited for it has been told.
    pub fn lose(&mut self, gone: &Gone) {
        match &mut self.stage {
            Stage::Calling(calling) => {
                for early in &mut calling.early {
                    early.dialog.lose(gone);
                }
            }
            Stage::Ringing(ringing) => ringing.dialog.lose(gone),
            Stage::Up(up) => up.dialog.lose(gone),
            Stage::Trace(_) | Stage::Gone => {}
        }
    }

    // What happens to a call, by its stage.

    pub fn due(&mut self, core: &mut Core, what: What, ticket: Ticket) {
        if !self.waits_for(what, ticket) {
            return;
        }
        self.timers.retain(|timer| *timer != (what, ticket));
        match &self.stage {
            Stage::Calling(_) => self.calling_due(core, what),
            Stage::Ringing(_) => self.ringing_due(core, what),
            Stage::Up(_) => self.up_due(core, what),
            Stage::Trace(_) => self.stage = Stage::Gone,
            Stage::Gone => {}
        }
    }

    pub fn response(
        &mut self,
        core: &mut Core,
        client: ClientId,
        message: &Message<'_>,
        flow: &Flow,
    ) {
        let code = message.code().unwrap_or_default();
        if let (Some(auth), 200..=400 | 402..=406 | 408..) = (&mut self.auth, code) {
            // What is challenged next is another request.
            auth.accepted(message.method());
        }
        if message.method() == Method::Bye && self.is_stray_answered(core, client, message) {
            return;
        }
        match &self.stage {
            Stage::Calling(_) => self.calling_response(core, client, message, flow),
            Stage::Up(_) => self.up_response(core, client, message, flow),
            Stage::Trace(_) => self.late_answer(core, message, flow),
            Stage::Ringing(_) | Stage::Gone => {}
        }
    }

    /// A request of ours is over without a final answer.
    pub fn unanswered(&mut self, core: &mut Core, client: ClientId, failure: Failure) {
        match &self.stage {
            Stage::Calling(_) => self.calling_unanswered(core, client, failure),
            Stage::Up(_) => self.up_unanswered(core, client, failure),
            Stage::Ringing(_) | Stage::Trace(_) | Stage::Gone => {}
        }
    }

    /// A request within the call's dialog.
    pub fn request(
        &mut self,
        core: &mut Core,
        message: &Message<'_>,
        flow: &Flow,
        server: ServerId,
    ) {
        match &self.stage {
            Stage::Calling(_) => self.calling_request(core, message, flow, server),
            Stage::Ringing(_) => self.ringing_request(core, message, flow, server),
            Stage::Up(_) => self.up_request(core, message, flow, server),
            Stage::Trace(_) | Stage::Gone => {
                core.refuse(message, flow, server, 481, &[]);
            }
        }
    }

    pub fn ack(&mut self, core: &mut Core, message: &Message<'_>) {
        if let Stage::Up(_) = &self.stage {
            self.up_ack(core, message);
        }
    }

    pub fn not_acknowledged(&mut self, core: &mut Core, server: ServerId) {
        if let Stage::Up(_) = &self.stage {
            self.up_not_acknowledged(core, server);
        }
    }

    /// Ends the call, in whatever stage it is. The first reason counts.
    pub fn hang_up(&mut self, core: &mut Core, why: HangUp) {
        if self.hung_up.is_some() {
            return;
        }
        self.hung_up = Some(Box::new(why));
        self.over = true;
        core.tell_of(self.for_transfer.take(), 487);
        match &self.stage {
            Stage::Calling(_) => self.give_up_calling(core),
            Stage::Ringing(_) => self.refuse_ringing(core),
            Stage::Up(_) => self.end_up(core),
            Stage::Trace(_) | Stage::Gone => {}
        }
    }

    /// There is no time left to wait for what the far end owes us.
    pub fn hurry(&mut self, core: &mut Core) {
        self.hurried = true;
        self.say_bye_both_ways(core);
    }

    /// The header lines that say why the call was ended from here.
    pub(super) fn why_lines(&self) -> &[u8] {
        let why = self.hung_up.as_ref();
        why.map_or(&[][..], |why| why.lines.as_slice())
    }

    /// Tells that an operation is done.
    pub(super) fn done(&self, core: &mut Core, result: Result<(), Refusal>) {
        let call = self.id;
        core.tell(Event::Done { call, result });
    }
}
