//! Sound between the ends of calls, and digits: 20 ms at a time, by the engine's clock.
//!
//! As long as anybody has something to say or wants to hear something, an alarm rings every 20 ms.
//! Each ring looks, under the exchange's lock, who talks to whom; then, without it, every end says
//! its 20 ms ([`Call::playout`]) and hears what the others said ([`Call::capture`]). Digits go beside
//! the sound, as signals.

use super::exchange::{Exchange, nanoseconds};
use super::legs::{Far, Phase};
use super::mouths::{FRAME, Frame, Told};
use super::step::Step;
use crate::engine::{Alarm, AlarmId, Call, Clock, Result};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;
use tapi3_common::sync::lock;

/// Samples a second on the exchange's lines.
const RATE: u32 = 8_000;
/// Nanoseconds in 20 ms.
const TICK: u64 = 20_000_000;
/// Whoever is late by more leaves out what he missed.
const LATEST: u64 = 10 * TICK;

/// One end of a call, for the length of a tick.
#[derive(Debug)]
struct End {
    leg: u32,
    call: Call,
    says: Frame,
}

/// What happens in a tick. Kept from one to the next for its memory's sake.
#[derive(Debug, Default)]
struct Tick {
    /// In the order of their legs.
    ends: Vec<End>,
    /// Who hears whom: two legs.
    heard: Vec<(u32, u32)>,
    told: Vec<Told>,
}

/// Whether the alarm rings, and when.
#[derive(Debug, Default)]
struct Ringing {
    /// The next time; none if there is nothing to do.
    due: Option<u64>,
    /// Whether somebody began to have sound since the latest tick began.
    poked: bool,
}

/// The exchange's sound.
pub(super) struct Sound {
    alarm: AlarmId,
    ringing: Mutex<Ringing>,
    tick: Mutex<Tick>,
    /// Keeps the alarm's other end alive.
    bell: Arc<Bell>,
}

/// What the clock knows.
struct Bell(Weak<Exchange>);

impl Alarm for Bell {
    fn ring(&self, now: Duration) {
        if let Some(exchange) = self.0.upgrade() {
            exchange.sound.ring(&exchange, nanoseconds(now));
        }
    }
}

impl Sound {
    pub fn new(exchange: Weak<Exchange>, clock: &Arc<dyn Clock>) -> Self {
        let bell = Arc::new(Bell(exchange));
        let weak: Weak<Bell> = Arc::downgrade(&bell);
        Sound {
            alarm: clock.add_alarm(weak),
            ringing: Mutex::default(),
            tick: Mutex::default(),
            bell,
        }
    }

    /// Somebody has something to say, or wants to hear something. Takes no memory.
    pub fn start(&self, exchange: &Exchange) {
        let mut ringing = lock(&self.ringing);
        ringing.poked = true;
        if ringing.due.is_none() {
            let due = nanoseconds(exchange.clock().now()).saturating_add(TICK);
            ringing.due = Some(due);
            self.set(exchange, due);
        }
    }

    #[cfg(test)]
    pub fn is_ringing(&self) -> bool {
        lock(&self.ringing).due.is_some()
    }

    /// Nothing rings any more.
    pub fn stop(&self, exchange: &Exchange) {
        lock(&self.ringing).due = None;
        exchange.clock().set_alarm(self.alarm, None);
        debug_assert!(self.bell.0.strong_count() > 0);
    }

    fn set(&self, exchange: &Exchange, due: u64) {
        let when = Some(Duration::from_nanos(due));
        exchange.clock().set_alarm(self.alarm, when);
    }

    fn ring(&self, exchange: &Exchange, now: u64) {
        let Some(mut due) = lock(&self.ringing).due else {
            return;
        };
        if now.saturating_sub(due) > LATEST {
            due = now;
        }
        while due <= now {
            lock(&self.ringing).poked = false;
            let goes_on = self.tick(exchange);
            due = due.saturating_add(TICK);
            let mut ringing = lock(&self.ringing);
            if !goes_on && !ringing.poked {
                ringing.due = None;
                return;
            }
            ringing.due = Some(due);
        }
        self.set(exchange, due);
    }

    /// Lets everybody say and hear 20 ms. Returns whether anybody will have more to say or to hear.
    fn tick(&self, exchange: &Exchange) -> bool {
        // Out of its lock: what is called below may call the exchange.
        let mut tick = std::mem::take(&mut *lock(&self.tick));
        let goes_on = exchange.step(|step| step.look_who_talks(&mut tick));
        let mut goes_on = goes_on.unwrap_or_else(|error| {
            tracing::error!("the simulated exchange was silent for a moment: {error}");
            true
        });
        for told in tick.told.drain(..) {
            told.tell();
        }
        for end in &mut tick.ends {
            end.call.playout(RATE, &mut end.says);
        }
        for end in &tick.ends {
            goes_on |= end.call.has_sound();
            if !end.call.is_heard() {
                continue;
            }
            // The pairs stand in the order of those who hear.
            let first = tick.heard.partition_point(|pair| pair.0 < end.leg);
            let pairs = tick.heard.iter().skip(first);
            let mut frame = [0; FRAME];
            for (_, speaker) in pairs.take_while(|pair| pair.0 == end.leg) {
                let place = tick.ends.binary_search_by_key(speaker, |end| end.leg);
                let says = place.ok().and_then(|place| tick.ends.get(place));
                if let Some(says) = says {
                    mix(&mut frame, &says.says);
                }
            }
            end.call.capture(RATE, &mut frame);
        }
        // The calls may be the last references.
        tick.ends.clear();
        tick.heard.clear();
        *lock(&self.tick) = tick;
        goes_on
    }
}

fn mix(frame: &mut Frame, other: &Frame) {
    for (sample, more) in frame.iter_mut().zip(other) {
        *sample = sample.saturating_add(*more);
    }
}

impl Step<'_> {
    /// Who is there in this tick, who hears whom, and which digits begin and end. Returns whether
    /// digits are still on their way.
    fn look_who_talks(&mut self, tick: &mut Tick) -> Result<bool> {
        let count = self.state.mouths.len();
        tick.ends.try_reserve(count)?;
        tick.told.try_reserve(2 * count)?;
        let mut sending = false;
        for place in 0..count {
            let Some(leg) = self.state.mouths.leg(place) else {
                break;
            };
            if self.phase(leg) != Some(Phase::Talking) {
                continue;
            }
            let Some(call) = self.call(leg).cloned() else {
                continue;
            };
            let far = match self.far(leg) {
                Far::Leg(other) => self.call(other),
                Far::Extension(_) | Far::Nobody | Far::Park(_) => None,
            };
            sending |= self.send_on(place, &call, far.cloned().as_ref(), &mut tick.told);
            tick.ends.push(End {
                leg,
                call,
                says: [0; FRAME],
            });
        }
        tick.ends.sort_unstable_by_key(|end| end.leg);
        for end in &tick.ends {
            let Far::Leg(far) = self.far(end.leg) else {
                continue;
            };
            tick.heard.try_reserve(1)?;
            tick.heard.push((end.leg, far));
            // Whoever is in a conference with the far end is heard as well.
            for member in self.ring_members(far).filter(|member| *member != far) {
                if let Far::Leg(other) = self.far(member) {
                    tick.heard.try_reserve(1)?;
                    tick.heard.push((end.leg, other));
                }
            }
        }
        Ok(sending)
    }

    fn send_on(
        &mut self,
        place: usize,
        call: &Call,
        far: Option<&Call>,
        told: &mut Vec<Told>,
    ) -> bool {
        self.state.mouths.send_on(place, call, far, told)
    }

    /// Makes room for the sound of a call, whether it is placed already or not.
    pub fn prepare_sound(&mut self, call: &Call) -> Result<()> {
        self.take_up(call)?;
        self.state.mouths.reserve()?;
        if let Some(leg) = self.find(call) {
            self.state.mouths.add(leg);
        }
        Ok(())
    }
}
