//! Requests under way: each gets one reply, whether its answer comes, comes too late or never.

use super::abi::*;
use super::call::CallPart;
use super::events;
use super::fault::{Fault, OK, Result};
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
    /// The call is hung up; one that nothing has been asked of yet will be, by the thread that is just
    /// placing it.
    Drop,
    /// All members of this conference are hung up: so many of them have not been answered yet, and
    /// this is how the first of those has failed that have.
    DropAll { left: u32, failed: i32 },
    /// The call leaves its conference.
    Leave,
    /// The call is sent elsewhere without a consultation: transferred, or redirected while it rings.
    Elsewhere,
    /// The call is parked; where is written there.
    Park(Option<Place>),
    /// The two calls are made a conference, which this request's call is.
    Join(Joining),
    /// The call, which waits for a consultation, is transferred to it.
    Transfer { consult: u32 },
    /// The call is hung up as a member of its conference, which is dropped by this request; 0 if the
    /// program let go of it. The program has not asked for that, so it gets no reply.
    DropMember { whole: u32 },
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
        !matches!(
            self,
            What::Begin
                | What::Drop
                | What::DropAll { .. }
                | What::DropMember { .. }
                | What::ComeBack
                | What::Leave
        )
    }

    /// Whether the request's call ends by it.
    fn ends(self) -> bool {
        matches!(
            self,
            What::Drop
                | What::DropMember { .. }
                | What::Leave
                | What::Elsewhere
                | What::Park(_)
                | What::Transfer { .. }
        )
    }

    /// The handle of another call that ends by it.
    fn ends_besides(self) -> Option<u32> {
        match self {
            What::Transfer { consult } => Some(consult),
            _ => None,
        }
    }

    /// Does something with each call that ends by it, if `call` is the request's own.
    pub fn for_each_end(self, call: &CallPart, act: impl Fn(&CallPart)) {
        if self.ends() {
            act(call);
        }
        let other = self.ends_besides().map(registry::any_call);
        if let Some(Ok(other)) = other {
            act(&other);
        }
    }

    /// Whether the program gets a reply.
    fn has_reply(self) -> bool {
        !matches!(self, What::DropMember { .. } | What::ComeBack)
    }

    /// Whether this is a call's hang-up, for which it has claimed room.
    fn takes_claim(self) -> bool {
        matches!(
            self,
            What::Drop | What::DropAll { .. } | What::DropMember { .. }
        )
    }
}

/// A request under way.
pub(super) struct Pending {
    pub id: u32,
    pub line: Shared<OpenLine>,
    /// The call that the reply is about.
    pub call: Shared<CallPart>,
    /// The call at the engine that was asked for something, if it has been.
    asked: Option<CallHandle>,
    pub what: What,
    /// Room for its reply, if the program gets one: whoever tells the outcome waits for no memory.
    pub seat: Option<Seat>,
    /// When it is answered in any case; for one that is answered by others, they are.
    deadline: Option<Duration>,
}

impl Pending {
    /// Whether this is the hang-up of a call that waits for it to be placed.
    fn is_drop_to_come(&self, call: u32) -> bool {
        self.what == What::Drop && self.asked.is_none() && self.call.handle == call
    }

    /// It has taken too long.
    fn give_up(mut self) {
        if let Some(asked) = &self.asked {
            asked.stop_asking(self.id);
        }
        if self.what == What::Dial {
            // It may be placed yet, so it is not as if it had not been dialled.
            self.what = What::Other;
        }
        events::answered(self, Err(LINEERR_OPERATIONFAILED));
    }
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
    /// Until when calls wait for an answer that are not to wait for ever, by their handles.
    unanswered: Vec<(u32, Duration)>,
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
        self.add(Pending {
            id,
            line: call.line.clone(),
            call: call.clone(),
            asked: Some(asked.clone()),
            what,
            seat,
            deadline: Some(self.clock.now() + self.patience),
        })?;
        // Behind the listing: something else that fails meanwhile has said that the call goes on.
        what.for_each_end(call, CallPart::ends);
        match ask(id) {
            Ok(()) => Ok(id),
            Err(fault) => {
                drop(self.take(id));
                what.for_each_end(call, CallPart::goes_on);
                Err(fault)
            }
        }
    }

    /// Lists a request that is answered by others. Nothing of the engine is asked. A hang-up has its
    /// deadline all the same: the thread that it waits for may be stuck in the provider.
    pub fn add_unasked(
        &self,
        call: &Shared<CallPart>,
        id: u32,
        what: What,
        seat: Seat,
    ) -> Result<()> {
        self.add(Pending {
            id,
            line: call.line.clone(),
            call: call.clone(),
            asked: None,
            what,
            seat: Some(seat),
            deadline: (what == What::Drop).then(|| self.clock.now() + self.patience),
        })
    }

    fn add(&self, pending: Pending) -> Result<()> {
        let mut list = lock(&self.list);
        let claimed = list.claimed;
        let room = list.pending.try_reserve(claimed + 1);
        // The first hang-up of a call takes what was claimed for it.
        let mut others = list.pending.iter();
        let call = &pending.call;
        let has_claim = pending.what.takes_claim()
            && !others.any(|p| p.what.takes_claim() && p.call.handle == call.handle);
        if !(has_claim && list.pending.len() < list.pending.capacity()) {
            room?;
        }
        // Its closing forgets what it finds in the list, once: what comes later would stay for good.
        if call.line.is_closed() {
            return Err(Fault::CALL);
        }
        list.pending.push(pending);
        self.set_alarm(&list);
        Ok(())
    }

    /// A call that is about to be placed is given up if nobody has answered it in time. It is forgotten
    /// with [`Requests::expect_no_answer`].
    pub fn expect_answer(&self, call: u32, within: Duration) -> Result<()> {
        let mut list = lock(&self.list);
        list.unanswered.try_reserve(1)?;
        let until = self.clock.now().saturating_add(within);
        list.unanswered.push((call, until));
        self.set_alarm(&list);
        Ok(())
    }

    /// A call may wait for its answer for ever, or waits for none.
    pub fn expect_no_answer(&self, call: u32) {
        let mut list = lock(&self.list);
        let before = list.unanswered.len();
        list.unanswered.retain(|(known, _)| *known != call);
        if list.unanswered.len() < before {
            self.set_alarm(&list);
        }
    }

    /// The hang-up of a call that waits for it to be placed, if there is one: it is asked for now.
    pub fn resume_drop(&self, asked: &CallHandle, call: u32) -> Option<u32> {
        let mut list = lock(&self.list);
        let later = (list.pending.iter_mut()).find(|pending| pending.is_drop_to_come(call))?;
        later.asked = Some(asked.clone());
        later.deadline = Some(self.clock.now() + self.patience);
        let id = later.id;
        self.set_alarm(&list);
        Some(id)
    }

    /// Takes off the hang-up of a call that waits for it to be placed, if there is one.
    pub fn take_drop(&self, call: u32) -> Option<Pending> {
        let mut list = lock(&self.list);
        let mut pending = list.pending.iter();
        let index = pending.position(|pending| pending.is_drop_to_come(call))?;
        Some(list.pending.swap_remove(index))
    }

    /// The dropping of a conference has one answer more to wait for.
    pub fn wait_for_member(&self, whole: u32) {
        let mut list = lock(&self.list);
        let pending = (list.pending.iter_mut()).find(|pending| pending.id == whole);
        if let Some(What::DropAll { left, .. }) = pending.map(|pending| &mut pending.what) {
            *left += 1;
        }
    }

    /// One answer that the dropping of a conference waits for has come. With the last one it is taken
    /// off the list.
    pub fn take_with_last(&self, whole: u32, code: i32) -> Option<Pending> {
        let mut list = lock(&self.list);
        let index = (list.pending.iter()).position(|pending| pending.id == whole)?;
        match list.pending.get_mut(index).map(|pending| &mut pending.what) {
            Some(What::DropAll { left, failed }) => {
                *left = left.saturating_sub(1);
                if *failed == OK {
                    *failed = code;
                }
                if *left > 0 {
                    return None;
                }
            }
            _ => return None,
        }
        Some(list.pending.swap_remove(index))
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

    /// Whether something is under way by which a call ends.
    pub fn is_ending(&self, call: u32) -> bool {
        let list = lock(&self.list);
        let mut pending = list.pending.iter();
        pending.any(|pending| {
            let own = pending.what.ends() && pending.call.handle == call;
            own || pending.what.ends_besides() == Some(call)
        })
    }

    /// Whether this is where those of `engine` are listed.
    pub fn is_of(&self, engine: &Engine) -> bool {
        Arc::ptr_eq(&self.clock, engine.clock())
    }

    fn set_alarm(&self, list: &List) {
        if let Some(alarm) = self.alarm.get() {
            let pending = list.pending.iter().filter_map(|pending| pending.deadline);
            let unanswered = list.unanswered.iter().map(|(_, until)| *until);
            self.clock
                .set_alarm(*alarm, pending.chain(unanswered).min());
        }
    }

    /// Gives up the calls that were to be answered by now.
    fn give_up_unanswered(&self, now: Duration) {
        loop {
            let mut list = lock(&self.list);
            let late = (list.unanswered.iter()).position(|(_, until)| *until <= now);
            let late = late.map(|index| list.unanswered.swap_remove(index));
            drop(list);
            let Some((call, _)) = late else { return };
            // One of which nothing is known any more is nobody's to be given up.
            if let Ok(handle) = registry::any_call(call).and_then(|call| call.engine()) {
                handle.call.give_up();
            }
        }
    }
}

impl Alarm for Requests {
    /// What the provider has not answered by now is answered for it: the call is as it was, and a
    /// late answer still moves it.
    fn ring(&self, now: Duration) {
        self.give_up_unanswered(now);
        loop {
            let mut list = lock(&self.list);
            let is_due = |pending: &Pending| pending.deadline.is_some_and(|at| at <= now);
            let due = list.pending.iter().position(is_due);
            let Some(late) = due.map(|index| list.pending.swap_remove(index)) else {
                self.set_alarm(&list);
                return;
            };
            drop(list);
            late.give_up();
        }
    }
}

#[cfg(test)]
impl Requests {
    /// As if the deadline of this request had come. Returns whether it has one.
    pub fn run_late(&self, id: u32) -> bool {
        let late = self.take(id).filter(|late| late.deadline.is_some());
        late.map(Pending::give_up).is_some()
    }
}
