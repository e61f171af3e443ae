//! The exchange: its state behind one lock, and the steps that lead from the engine into it and
//! back out. What a step does stands in the modules `placing`, `ending`, `talking`, `transfer` and
//! `parking`.

use super::alarms::Alarms;
use super::legs::{Far, Leg, Legs, Next, Phase};
use super::outbox::{Item, Offer, Outbox, Undo};
use super::parking::Park;
use super::placing::Rule;
use super::plan::{Plan, Target, Visit};
use super::responses::response_to;
use crate::engine::{
    Alarm, AlarmId, Call, Cause, Clock, Error, ErrorKind, Incoming, Line, Party, Reply, Result,
    State as CallState, lock,
};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// TAPIMEDIATYPE_AUDIO
pub(super) const AUDIO: u32 = 0x8;
/// LINEADDRESSTYPE_PHONENUMBER
pub(super) const PHONE_NUMBER: u32 = 0x1;

/// Tag of a call that was hung up before the exchange knew of it.
const GONE: u64 = u64::MAX;

pub(super) const CLOSED: Error =
    Error::new(ErrorKind::OutOfService, "The simulated exchange is closed.");
pub(super) const WRONG_STATE: Error = Error::new(
    ErrorKind::InvalidCallState,
    "The simulated exchange has no such call in this state.",
);

const NOBODY_THERE: Error = Error::new(
    ErrorKind::InvalidCallState,
    "Nobody is at the far end now: the call was parked there, or is being transferred.",
);

/// What changes of a line.
#[derive(Debug)]
pub(super) struct LineState {
    pub line: Arc<Line>,
    pub do_not_disturb: bool,
    pub rules: Vec<Rule>,
    /// How many legs it has.
    pub live: u32,
}

/// A call that is to come in by itself.
#[derive(Debug)]
pub(super) struct Appointment {
    pub due: u64,
    pub visit: Visit,
}

/// Everything that changes.
#[derive(Debug, Default)]
pub(super) struct State {
    pub lines: Vec<LineState>,
    pub legs: Legs,
    pub alarms: Alarms,
    pub parks: Vec<Park>,
    pub next_park: u32,
    pub appointments: Vec<Appointment>,
    /// The time for which the clock's alarm is set.
    armed: Option<u64>,
    closed: bool,
}

/// The simulated exchange.
pub(super) struct Exchange {
    pub(super) plan: Plan,
    clock: Arc<dyn Clock>,
    alarm: AlarmId,
    state: Mutex<State>,
}

/// One step: the exchange while it is locked.
pub(super) struct Step<'a> {
    pub plan: &'a Plan,
    pub state: &'a mut State,
    pub out: &'a mut Outbox,
    clock: &'a dyn Clock,
}

impl Exchange {
    pub fn new(plan: Plan, clock: &Arc<dyn Clock>) -> Arc<Self> {
        Arc::new_cyclic(|weak: &std::sync::Weak<Self>| Exchange {
            plan,
            clock: clock.clone(),
            alarm: clock.add_alarm(weak.clone()),
            state: Mutex::default(),
        })
    }

    /// Takes its lines up, in the order of the plan, and starts the calls that come in by
    /// themselves.
    pub fn open(&self, lines: Vec<Arc<Line>>) {
        self.step(|step| {
            let now = step.now();
            step.state.lines = lines
                .into_iter()
                .map(|line| LineState {
                    line,
                    do_not_disturb: false,
                    rules: Vec::new(),
                    live: 0,
                })
                .collect();
            let visits = step.plan.visits.iter();
            step.state.appointments = visits
                .map(|visit| Appointment {
                    due: now.saturating_add(nanoseconds(visit.after)),
                    visit: visit.clone(),
                })
                .collect();
        });
    }

    /// Does one step under the lock, then tells the engine of it.
    pub fn step<T>(&self, step: impl FnOnce(&mut Step) -> T) -> T {
        let mut out = Outbox::new();
        let mut state = lock(&self.state);
        let result = step(&mut Step {
            plan: &self.plan,
            state: &mut state,
            out: &mut out,
            clock: &*self.clock,
        });
        self.arm(&mut state);
        drop(state);
        self.tell(&mut out);
        result
    }

    /// Sets the clock's alarm, if something is due before it rings. One that rings for nothing,
    /// because a call has ended meanwhile, is cheaper than setting it back each time. Under the
    /// lock, so that the last setting is that of the last step; the clock's own lock is below ours.
    fn arm(&self, state: &mut State) {
        let Some(next) = state.next_time() else {
            return;
        };
        if state.armed.is_none_or(|armed| next < armed) {
            state.armed = Some(next);
            let when = Some(Duration::from_nanos(next));
            self.clock.set_alarm(self.alarm, when);
        }
    }

    fn tell(&self, out: &mut Outbox) {
        let mut failed = None;
        if let Some(offer) = out.offer.take() {
            let undo = offer.undo;
            if let Err(error) = self.announce(offer) {
                if undo != Undo::Nothing {
                    failed = Some(error);
                }
            }
        }
        while let Some(item) = out.next() {
            match (item, &failed) {
                (Item::Done(reply) | Item::DoneWith(reply, _), Some(error)) => {
                    reply.fail(error.clone());
                }
                (Item::Failed(reply, error), _) => reply.fail(error),
                (_, Some(_)) => {}
                (Item::Done(reply), None) => reply.ok(),
                (Item::DoneWith(reply, text), None) => reply.ok_with(text),
                (Item::Move(call, state, cause), None) => {
                    if let Some((code, text)) = response_to(state, cause) {
                        call.set_network_response(code, text);
                    }
                    call.move_to(state, cause);
                }
                (Item::Rings(call), None) => call.set_network_response(180, "Ringing"),
                (Item::Hub(call, other), None) => call.set_hub(other.hub()),
                (Item::Party(call, role, who), None) => {
                    let told = self
                        .party(who)
                        .and_then(|party| call.set_party(role, party));
                    note(&call, told);
                }
                (Item::Reason(call, reason), None) => {
                    let told = call.set_number(crate::engine::Number::Reason, reason);
                    note(&call, told);
                }
                (Item::Release(tag), None) => self.step(|step| {
                    if let Some(index) = step.state.legs.find(tag) {
                        step.remove(index);
                    }
                }),
                (Item::Forget(_), None) => {}
            }
        }
    }

    /// Announces a call to its line. On failure everything is as it was before.
    fn announce(&self, offer: Offer) -> Result<()> {
        match self.announcement(&offer) {
            Ok(incoming) => match offer.line.incoming(incoming) {
                Ok(call) => {
                    self.step(|step| step.adopt(offer.tag, call));
                    Ok(())
                }
                Err(error) => self.take_back(&offer, error),
            },
            Err(error) => self.take_back(&offer, error),
        }
    }

    fn take_back(&self, offer: &Offer, error: Error) -> Result<()> {
        self.step(|step| step.take_back(offer));
        Err(error)
    }

    fn announcement(&self, offer: &Offer) -> Result<Incoming> {
        let partner = offer.partner.as_ref();
        Ok(Incoming {
            caller: self.party(offer.caller)?,
            called: self.party(offer.called)?,
            redirecting: self.party(offer.redirecting)?,
            reason: offer.reason,
            media: partner.map_or(AUDIO, Call::media),
            address_type: PHONE_NUMBER,
            hub: partner.map(Call::hub),
            tag: offer.tag,
        })
    }

    fn party(&self, who: Target) -> Result<Party> {
        let (name, number) = self.plan.identity(who);
        Ok(Party {
            name: copy(name)?,
            number: copy(number)?,
        })
    }

    /// Ends everything.
    pub fn close(&self) {
        let state = {
            let mut state = lock(&self.state);
            let closed = State {
                closed: true,
                ..State::default()
            };
            std::mem::replace(&mut *state, closed)
        };
        self.clock.set_alarm(self.alarm, None);
        for (_, leg) in state.legs.iter() {
            if let Some(call) = &leg.call {
                call.disconnected(Cause::Normal);
            }
        }
    }
}

impl Alarm for Exchange {
    fn ring(&self, now: Duration) {
        let now = nanoseconds(now);
        lock(&self.state).armed = None;
        // One step at a time: what it tells the engine may change what is due.
        while self.step(|step| step.on_time(now)) {}
    }
}

impl State {
    fn next_time(&self) -> Option<u64> {
        let parks = self.parks.iter().filter_map(|park| park.due).min();
        let calls = self.appointments.iter().map(|call| call.due).min();
        let legs = self.alarms.next();
        [parks, calls, legs].into_iter().flatten().min()
    }
}

impl Step<'_> {
    pub fn now(&self) -> u64 {
        nanoseconds(self.clock.now())
    }

    pub fn check_open(&self) -> Result<()> {
        if self.state.closed {
            Err(CLOSED)
        } else {
            Ok(())
        }
    }

    /// The leg of `call`, which becomes known with this if the engine has only just made it.
    pub fn find(&mut self, call: &Call) -> Option<u32> {
        let index = self.state.legs.find(call.tag())?;
        let leg = self.state.legs.get_mut(index)?;
        if leg.call.is_none() {
            leg.call = Some(call.clone());
        }
        Some(index)
    }

    /// The leg of `call`, if it is connected.
    pub fn find_talking(&mut self, call: &Call) -> Result<u32> {
        let index = self.find(call).ok_or(WRONG_STATE)?;
        match self.phase(index) {
            Some(Phase::Talking) => Ok(index),
            _ => Err(WRONG_STATE),
        }
    }

    /// The leg of `call`, if it is connected and somebody is at its far end: neither is that parked,
    /// nor does it still ring after a transfer.
    pub fn find_with_far(&mut self, call: &Call) -> Result<u32> {
        let index = self.find_talking(call)?;
        let there = match self.far(index) {
            Far::Extension(_) => true,
            Far::Leg(other) => self.phase(other) == Some(Phase::Talking),
            Far::Nobody | Far::Park(_) => false,
        };
        if there { Ok(index) } else { Err(NOBODY_THERE) }
    }

    /// Marks a call that the exchange does not know as over, in case it is just being made.
    pub fn mark_gone(&mut self, call: &Call) {
        call.set_tag(GONE);
    }

    /// Fails if the call was hung up before it got here.
    pub fn check_not_gone(&self, call: &Call) -> Result<()> {
        if call.tag() != GONE {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Dropped,
            "The call was hung up while it was being placed.",
        ))
    }

    /// The line of `call` in the plan.
    pub fn line_of(&self, call: &Call) -> Result<u32> {
        self.line_index(call.line()).ok_or(CLOSED)
    }

    pub fn line_index(&self, line: &Line) -> Option<u32> {
        // The engine numbers lines in the order of their opening.
        let lines = &self.state.lines;
        let found = lines.binary_search_by_key(&line.id(), |known| known.line.id());
        found.ok().map(|index| index as u32)
    }

    pub fn line(&mut self, index: u32) -> Option<&mut LineState> {
        self.state.lines.get_mut(index as usize)
    }

    pub fn phase(&self, index: u32) -> Option<Phase> {
        self.state.legs.get(index).map(|leg| leg.phase)
    }

    pub fn far(&self, index: u32) -> Far {
        self.state
            .legs
            .get(index)
            .map_or(Far::Nobody, |leg| leg.far)
    }

    pub fn set_far(&mut self, index: u32, far: Far) {
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.far = far;
        }
    }

    pub fn set_phase(&mut self, index: u32, phase: Phase) {
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.phase = phase;
        }
    }

    pub fn call(&self, index: u32) -> Option<&Call> {
        self.state.legs.get(index)?.call.as_ref()
    }

    /// Adds a leg to a line.
    pub fn add(&mut self, line: u32, call: Option<Call>, phase: Phase) -> Result<u32> {
        let index = self.state.legs.add(Leg {
            call,
            owed: None,
            digits: String::new(),
            far: Far::Nobody,
            target: Target::Unknown,
            line,
            ring: 0,
            phase,
            next: Next::Reach,
        })?;
        if let Some(line) = self.line(line) {
            line.live += 1;
        }
        Ok(index)
    }

    /// Takes a leg out, and what belongs to it. Nobody is told.
    pub fn remove(&mut self, index: u32) -> Option<Leg> {
        self.leave_ring(index);
        self.state.alarms.release(index);
        let leg = self.state.legs.remove(index)?;
        if let Far::Park(number) = leg.far {
            self.state.parks.retain(|park| park.number != number);
        }
        if let Some(line) = self.line(leg.line) {
            line.live = line.live.saturating_sub(1);
        }
        Some(leg)
    }

    /// Something is to happen to the leg, `after` from now; a place for it was reserved.
    pub fn later(&mut self, index: u32, after: Duration, next: Next) -> Result<()> {
        let due = self.now().saturating_add(nanoseconds(after));
        self.state.alarms.set(index, due)?;
        if let Some(leg) = self.state.legs.get_mut(index) {
            leg.next = next;
        }
        Ok(())
    }

    /// Whose number a far end has.
    pub fn identity(&self, far: Far) -> Target {
        match far {
            Far::Extension(extension) => Target::Extension(extension),
            Far::Leg(index) => match self.state.legs.get(index) {
                Some(leg) => Target::Line(leg.line),
                None => Target::Unknown,
            },
            Far::Nobody | Far::Park(_) => Target::Unknown,
        }
    }

    pub fn done(&mut self, reply: Reply) {
        self.out.push(Item::Done(reply));
    }

    pub fn fail(&mut self, reply: Reply, error: Error) {
        self.out.push(Item::Failed(reply, error));
    }

    /// Answers a request that either succeeded or changed nothing.
    pub fn finish(&mut self, reply: Reply, result: Result<()>) {
        match result {
            Ok(()) => self.done(reply),
            Err(error) => self.fail(reply, error),
        }
    }

    /// The far end of a leg is there: both talk.
    pub fn talk(&mut self, index: u32) {
        self.state.alarms.cancel(index);
        let Some(leg) = self.state.legs.get_mut(index) else {
            return;
        };
        leg.phase = Phase::Talking;
        let call = leg.call.as_ref();
        self.out.state(call, CallState::Connected, Cause::None);
    }

    /// Does the first thing that is due. Returns whether there was one.
    fn on_time(&mut self, now: u64) -> bool {
        if let Some(leg) = self.state.alarms.pop(now) {
            self.leg_is_due(leg);
            return true;
        }
        let parks = &self.state.parks;
        if let Some(place) = parks.iter().position(|p| p.due.is_some_and(|d| d <= now)) {
            self.remind(place);
            return true;
        }
        let calls = &self.state.appointments;
        if let Some(place) = calls.iter().position(|call| call.due <= now) {
            self.keep_appointment(place);
            return true;
        }
        false
    }

    fn leg_is_due(&mut self, index: u32) {
        let Some(leg) = self.state.legs.get(index) else {
            return;
        };
        let ended = match leg.next {
            Next::Reach => self.reach_later(index),
            Next::Ring => self.ring(index),
            Next::Act => self.act(index),
            Next::Answer => self.answered_by_extension(index),
            Next::Forward => self.forward_unanswered(index),
            Next::GiveUp => Err(Cause::NoAnswer),
            Next::HangUp => Err(Cause::Normal),
            Next::LineDrops => Err(Cause::Failed),
            Next::Confirm => {
                self.confirm(index);
                Ok(())
            }
        };
        if let Err(cause) = ended {
            self.end(index, cause);
        }
    }
}

/// What the exchange says of a call is worth less than the call itself.
fn note(call: &Call, told: Result<()>) {
    if let Err(error) = told {
        tracing::warn!("call {} lacks some information: {error}", call.id());
    }
}

pub(super) fn copy(text: &str) -> Result<String> {
    let mut copy = String::new();
    copy.try_reserve_exact(text.len())?;
    copy.push_str(text);
    Ok(copy)
}

pub(super) fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}
