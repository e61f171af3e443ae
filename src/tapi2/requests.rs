//! Requests under way: each gets one reply, whether its answer comes, comes too late or never.

use super::abi::*;
use super::call::CallPart;
use super::events;
use super::fault::{Fault, Result};
use super::line::OpenLine;
use super::queue::{Place, Seat};
use super::registry;
use crate::engine::{Alarm, AlarmId, CallHandle, Clock, Engine};
use crate::shared::Shared;
use std::sync::{Arc, Mutex, OnceLock, Weak};
use std::time::Duration;
use tapi3_common::sync::lock;

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A new call was begun.
    Begin,
    /// The call was hung up.
    Drop,
    /// The call leaves: transferred, or out of its conference.
    Leave,
    /// The call, which rings, is sent elsewhere.
    Redirect,
    /// The call is parked; where is written there.
    Park(Option<Place>),
    /// The two calls are made a conference, which this request's call is.
    Join(Joining),
    /// The call, which waits for a consultation, is transferred to it.
    Transfer { consult: u32 },
    /// The call is hung up as a member of its conference. The program has not asked for that, so it
    /// gets no reply.
    DropMember,
    /// The call is taken back, since its consultation came to nothing. No reply either.
    ComeBack,
    /// The call is taken back, and what it waited for on hold given up.
    Unhold,
    /// The call, which has waited for its digits, is placed.
    Dial,
    /// Anything else.
    Other,
}

/// Two calls that are to be members of a conference, and how they stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Joining {
    pub original: u32,
    pub consult: u32,
    /// The conferences that they belonged to.
    pub conferences: [u32; 2],
    /// What the consultation was about.
    pub consults: u32,
}

impl What {
    /// Whether nothing of it has been done where a call ends before its answer. Of the rest the call
    /// itself tells.
    pub fn is_void_at_the_end(self) -> bool {
        matches!(
            self,
            What::Redirect
                | What::Park(Some(_))
                | What::Join(_)
                | What::Unhold
                | What::Dial
                | What::Other
        )
    }

    /// Whether the program gets a reply.
    fn has_reply(self) -> bool {
        !matches!(self, What::DropMember | What::ComeBack)
    }
}

/// A request under way.
pub(super) struct Pending {
    pub id: u32,
    pub line: Shared<OpenLine>,
    /// The call that the reply is about.
    pub call: Shared<CallPart>,
    /// The call that was asked for something.
    asked: CallHandle,
    pub what: What,
    /// Room for its reply, if the program gets one: whoever tells the outcome waits for no memory.
    pub seat: Option<Seat>,
    deadline: Duration,
}

/// Those of all applications of one engine.
pub(super) struct Requests {
    clock: Arc<dyn Clock>,
    patience: Duration,
    list: Mutex<List>,
    alarm: OnceLock<AlarmId>,
}

#[derive(Default)]
struct List {
    pending: Vec<Pending>,
    /// How many requests are to find room in any case: a hang-up for each call.
    claimed: usize,
}

impl Drop for Requests {
    fn drop(&mut self) {
        if let Some(alarm) = self.alarm.get() {
            self.clock.remove_alarm(*alarm);
        }
    }
}

impl Requests {
    /// Keeps room for one hang-up, to be given back with [`Requests::give_back`].
    pub fn claim(&self) -> Result<()> {
        let mut list = lock(&self.list);
        let claimed = list.claimed + 1;
        list.pending.try_reserve(claimed)?;
        list.claimed = claimed;
        Ok(())
    }

    /// Gives room back that was claimed.
    pub fn give_back(&self) {
        lock(&self.list).claimed -= 1;
    }

    /// An empty one. Its requests come to an end by themselves once it is armed.
    pub fn new(engine: &Engine) -> Arc<Self> {
        Arc::new(Requests {
            clock: engine.clock().clone(),
            patience: engine.settings().operation_timeout,
            list: Mutex::default(),
            alarm: OnceLock::new(),
        })
    }

    /// Has the clock wake it. Done again, it changes nothing.
    pub fn arm(self: &Arc<Self>) {
        self.alarm.get_or_init(|| {
            let weak: Weak<Self> = Arc::downgrade(self);
            self.clock.add_alarm(weak)
        });
    }

    /// Lists a request and has `ask` make it: what that fails with, the request fails with at once.
    pub fn begin(
        &self,
        call: &Shared<CallPart>,
        asked: &CallHandle,
        what: What,
        ask: impl FnOnce(u32) -> Result<()>,
    ) -> Result<u32> {
        let seat = match what {
            What::Drop => Some(call.lock().reply_seat(&call.line.app)?),
            what if what.has_reply() => Some(Seat::new(&call.line.app)?),
            _ => None,
        };
        let id = registry::new_request();
        let pending = Pending {
            id,
            line: call.line.clone(),
            call: call.clone(),
            asked: asked.clone(),
            what,
            seat,
            deadline: self.clock.now() + self.patience,
        };
        let mut list = lock(&self.list);
        let claimed = list.claimed;
        let room = list.pending.try_reserve(claimed + 1);
        // The first hang-up of a call takes what was claimed for it.
        let mut others = list.pending.iter();
        let has_claim = takes_claim(what)
            && !others.any(|p| takes_claim(p.what) && p.call.handle == call.handle);
        if !(has_claim && list.pending.len() < list.pending.capacity()) {
            room?;
        }
        // Its closing forgets what it finds in the list, once: what comes later would stay for good.
        if call.line.is_closed() {
            return Err(Fault::CALL);
        }
        list.pending.push(pending);
        self.set_alarm(&list.pending);
        drop(list);
        match ask(id) {
            Ok(()) => Ok(id),
            Err(fault) => {
                drop(self.take(id));
                Err(fault)
            }
        }
    }

    /// Takes a request off the list: whoever has it gives the reply.
    pub fn take(&self, id: u32) -> Option<Pending> {
        let mut list = lock(&self.list);
        let index = (list.pending.iter()).position(|pending| pending.id == id)?;
        Some(list.pending.swap_remove(index))
    }

    /// Takes off those that `matches`, of which no reply is given.
    pub fn forget(&self, matches: impl Fn(&Pending) -> bool) {
        loop {
            let mut list = lock(&self.list);
            let found = list.pending.iter().position(&matches);
            let gone = found.map(|index| list.pending.swap_remove(index));
            drop(list);
            if gone.is_none() {
                return;
            }
        }
    }

    /// Whether a call is just being hung up.
    pub fn has_hang_up(&self, call: u32) -> bool {
        let list = lock(&self.list);
        let mut pending = list.pending.iter();
        pending.any(|pending| takes_claim(pending.what) && pending.call.handle == call)
    }

    /// Whether this is where those of `engine` are listed.
    pub fn is_of(&self, engine: &Engine) -> bool {
        Arc::ptr_eq(&self.clock, engine.clock())
    }

    fn set_alarm(&self, list: &[Pending]) {
        if let Some(alarm) = self.alarm.get() {
            let next = list.iter().map(|pending| pending.deadline).min();
            self.clock.set_alarm(*alarm, next);
        }
    }
}

/// Whether this is a call's hang-up, for which it has claimed room.
fn takes_claim(what: What) -> bool {
    matches!(what, What::Drop | What::DropMember)
}

impl Alarm for Requests {
    /// What the provider has not answered by now is answered for it: the call is as it was, and a
    /// late answer still moves it.
    fn ring(&self, now: Duration) {
        loop {
            let mut list = lock(&self.list);
            let due = (list.pending.iter()).position(|pending| pending.deadline <= now);
            let Some(mut late) = due.map(|index| list.pending.swap_remove(index)) else {
                self.set_alarm(&list.pending);
                return;
            };
            drop(list);
            late.asked.stop_asking(late.id);
            if late.what == What::Dial {
                // It may be placed yet, so it is not as if it had not been dialled.
                late.what = What::Other;
            }
            events::answered(late, Err(LINEERR_OPERATIONFAILED));
        }
    }
}
