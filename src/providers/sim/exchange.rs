//! The exchange: its state behind one lock, and the steps that lead from the engine into it and
//! back out. What a step does stands in the modules `placing`, `ending`, `talking`, `transfer` and
//! `parking`.

use super::alarms::Alarms;
use super::forwarding::Rule;
use super::legs::Legs;
use super::mouths::Mouths;
use super::outbox::{Item, Offer, Outbox, Undo};
use super::parking::Park;
use super::plan::{Extension, Plan, Target, Visit};
use super::recording::Recorder;
use super::responses::response_to;
use super::sound::Sound;
use super::step::Step;
use crate::engine::{
    Alarm, AlarmId, Call, Cause, Clock, Error, Incoming, Line, NetworkResponse, News, Party, Result,
};
use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3_common::media::AUDIO;
use tapi3_common::sync::lock;
use tapi3_common::text;

/// LINEADDRESSTYPE_PHONENUMBER
pub(super) const PHONE_NUMBER: u32 = 0x1;

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
    /// The legs that may have sound.
    pub mouths: Mouths,
    /// Who writes what extensions record; none if none does.
    pub recorder: Option<Arc<Recorder>>,
    /// The time for which the clock's alarm is set.
    armed: Option<u64>,
    pub closed: bool,
}

/// The simulated exchange.
pub(super) struct Exchange {
    pub(super) plan: Plan,
    clock: Arc<dyn Clock>,
    alarm: AlarmId,
    /// [`State::closed`], to be read without the lock.
    closed: AtomicBool,
    state: Mutex<State>,
    pub(super) sound: Sound,
}

impl Exchange {
    pub fn new(plan: Plan, clock: &Arc<dyn Clock>) -> Arc<Self> {
        Arc::new_cyclic(|weak: &std::sync::Weak<Self>| Exchange {
            plan,
            clock: clock.clone(),
            alarm: clock.add_alarm(weak.clone()),
            sound: Sound::new(weak.clone(), clock),
            closed: AtomicBool::new(false),
            state: Mutex::default(),
        })
    }

    /// Takes its lines up, in the order of the plan, and starts the calls that come in by
    /// themselves.
    pub fn open(&self, lines: Vec<Arc<Line>>) {
        let records = |extension: &Extension| extension.settings.records.is_some();
        let recorder = match self.plan.extensions.iter().any(records) {
            true => Recorder::start()
                .inspect_err(|error| tracing::error!("nothing will be recorded: {error}"))
                .ok(),
            false => None,
        };
        self.step(|step| {
            let now = step.now();
            step.state.recorder = recorder;
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

    pub(super) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Does one step under the lock, then tells the engine of it.
    pub fn step<T>(&self, step: impl FnOnce(&mut Step) -> T) -> T {
        let mut out = Outbox::default();
        let mut state = lock(&self.state);
        let result = step(&mut Step {
            plan: &self.plan,
            state: &mut state,
            out: &mut out,
            clock: &*self.clock,
        });
        self.arm(&mut state);
        drop(state);
        if out.sounds {
            self.sound.start(self);
        }
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
        let items = &mut out.items;
        let mut next = 0;
        while let Some(item) = items.get_mut(next) {
            next += 1;
            match (std::mem::replace(item, Item::Told), &failed) {
                (Item::Done(reply) | Item::DoneWith(reply, _), Some(error)) => {
                    reply.fail(error.clone());
                }
                (Item::Failed(reply, error), _) => reply.fail(error),
                (_, Some(_)) => {}
                (Item::Done(reply), None) => {
                    let call = reply.call_id();
                    reply.ok_and(news_of(call, items, &mut next));
                }
                (Item::DoneWith(reply, text), None) => reply.ok_with(text),
                (Item::Move(call, state, cause), None) => {
                    let first = News::State(state, cause, response_to(state, cause));
                    let more = news_of(call.id(), items, &mut next);
                    call.tell(std::iter::once(first).chain(more));
                }
                (Item::Rings(call), None) => call.tell(Some(RINGING)),
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
                (Item::Forget(_) | Item::Told, None) => {}
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
            name: text::copy(name)?,
            number: text::copy(number)?,
        })
    }

    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::SeqCst)
    }

    /// Ends everything.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        let state = {
            let mut state = lock(&self.state);
            let closed = State {
                closed: true,
                ..State::default()
            };
            std::mem::replace(&mut *state, closed)
        };
        self.clock.set_alarm(self.alarm, None);
        self.sound.stop(self);
        for (_, leg) in state.legs.iter() {
            if let Some(call) = &leg.call {
                call.disconnected(Cause::Normal);
            }
        }
        for line in &state.lines {
            line.line.for_each_call(|call| {
                if self.end_directly(call) {
                    call.disconnected(Cause::Normal);
                }
            });
        }
        let recorder = state.recorder.clone();
        drop(state);
        if let Some(recorder) = recorder {
            recorder.close();
        }
    }
}

impl Alarm for Exchange {
    /// Of two alarms, that of what is to happen and that of sound.
    fn ring(&self, now: Duration) {
        let now = nanoseconds(now);
        let due = {
            let mut state = lock(&self.state);
            state.armed.take_if(|armed| *armed <= now).is_some()
        };
        // One step at a time: what it tells the engine may change what is due.
        while due && self.step(|step| step.on_time(now)) {}
        self.sound.ring(self, now);
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

const RINGING: News = News::Response(NetworkResponse {
    code: 180,
    text: Cow::Borrowed("Ringing"),
});

/// What is told next of this call, as long as it is about nothing else: told together, it costs
/// the engine one lock. The items stay where they are.
fn news_of(call: u64, items: &[Item], next: &mut usize) -> impl Iterator<Item = News> {
    std::iter::from_fn(move || {
        let news = match items.get(*next)? {
            Item::Move(other, state, cause) if other.id() == call => {
                News::State(*state, *cause, response_to(*state, *cause))
            }
            Item::Rings(other) if other.id() == call => RINGING,
            _ => return None,
        };
        *next += 1;
        Some(news)
    })
}

/// What the exchange says of a call is worth less than the call itself.
fn note(call: &Call, told: Result<()>) {
    if let Err(error) = told {
        tracing::warn!("call {} lacks some information: {error}", call.id());
    }
}

pub(super) fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}
