//! Sound between the ends of calls, and digits: 20 ms at a time, by the engine's clock.
//!
//! As long as anybody has something to say or wants to hear something, an alarm rings every 20 ms.
//! Each ring looks, under the exchange's lock, who talks to whom; then, without it, every end says
//! its 20 ms ([`Call::playout`]) and hears what the others said ([`Call::capture`]). Digits go beside
//! the sound, as signals.

use super::exchange::{Exchange, nanoseconds};
use super::legs::{Far, Phase};
use super::mouths::{FRAME, Frame, Sending, Sent};
use super::step::Step;
use super::voices::Voice;
use crate::engine::{AlarmId, Call, Clock, DTMF, DTMF_END, Result};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;
use tapi3_common::sync::lock;
use tapi3_media::mix;

/// Samples a second on the exchange's lines.
pub(super) const RATE: u32 = 8_000;
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
    /// The extension at the far end, and what it says. It goes back to its place after the tick.
    voice: Option<(Voice, Frame)>,
}

/// Who speaks and hears: a leg's own end, or the extension at its far end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Seat {
    Line(u32),
    Voice(u32),
}

/// Something to tell a call, without the exchange's lock.
#[derive(Debug)]
enum Told {
    /// Its far end pressed a key, or let it go.
    Digit(Call, u8, u32),
    /// Its digits are sent.
    Sent(Call, u32),
}

impl Told {
    fn tell(self) {
        match self {
            Told::Digit(call, key, modes) => {
                for mode in [DTMF, DTMF_END] {
                    if modes & mode != 0 {
                        call.digit(key, mode);
                    }
                }
            }
            Told::Sent(call, serial) => call.generated(serial),
        }
    }
}

/// What happens in a tick. Kept from one to the next for its memory's sake.
#[derive(Debug, Default)]
struct Tick {
    /// In the order of their legs.
    ends: Vec<End>,
    /// Who hears whom, in the order of those who hear.
    heard: Vec<(Seat, Seat)>,
    told: Vec<Told>,
}

impl Tick {
    fn says(&self, seat: Seat) -> Option<&Frame> {
        let (Seat::Line(leg) | Seat::Voice(leg)) = seat;
        let place = self.ends.binary_search_by_key(&leg, |end| end.leg).ok()?;
        let end = self.ends.get(place)?;
        match seat {
            Seat::Line(_) => Some(&end.says),
            Seat::Voice(_) => end.voice.as_ref().map(|(_, says)| says),
        }
    }

    /// All that `seat` hears.
    fn heard_by(&self, seat: Seat) -> Frame {
        let mut frame = [0; FRAME];
        let first = self.heard.partition_point(|pair| pair.0 < seat);
        let pairs = self.heard.iter().skip(first);
        for (_, speaker) in pairs.take_while(|pair| pair.0 == seat) {
            if let Some(says) = self.says(*speaker) {
                mix::add(&mut frame, says);
            }
        }
        frame
    }
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
}

impl Sound {
    /// The exchange that this is of hears its alarm.
    pub fn new(exchange: Weak<Exchange>, clock: &Arc<dyn Clock>) -> Self {
        Sound {
            alarm: clock.add_alarm(exchange),
            ringing: Mutex::default(),
            tick: Mutex::default(),
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
    }

    fn set(&self, exchange: &Exchange, due: u64) {
        let when = Some(Duration::from_nanos(due));
        exchange.clock().set_alarm(self.alarm, when);
    }

    /// It may be time for sound.
    pub fn ring(&self, exchange: &Exchange, now: u64) {
        let Some(mut due) = lock(&self.ringing).due.filter(|due| *due <= now) else {
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
            if let Some((voice, says)) = &mut end.voice {
                *says = voice.says(RATE);
            }
        }
        for end in &tick.ends {
            goes_on |= end.call.has_sound();
            if end.call.is_heard() {
                let mut frame = tick.heard_by(Seat::Line(end.leg));
                end.call.capture(RATE, &mut frame);
            }
        }
        goes_on |= self.give_back(exchange, &mut tick);
        // The calls may be the last references.
        tick.ends.clear();
        tick.heard.clear();
        *lock(&self.tick) = tick;
        goes_on
    }

    /// Lets the extensions hear, and puts them back where they belong. Returns whether any of them
    /// goes on by itself.
    fn give_back(&self, exchange: &Exchange, tick: &mut Tick) -> bool {
        let mut any = false;
        for place in 0..tick.ends.len() {
            let Some(end) = tick.ends.get(place) else {
                break;
            };
            let listens = end.voice.as_ref().is_some_and(|(voice, _)| voice.listens());
            let heard = listens.then(|| tick.heard_by(Seat::Voice(end.leg)));
            let voice = tick.ends.get_mut(place).and_then(|end| end.voice.as_mut());
            if let Some((voice, _)) = voice {
                any = true;
                if let Some(heard) = heard {
                    voice.hears(&heard);
                }
            }
        }
        any && exchange.step(|step| {
            let mut goes_on = false;
            for end in &mut tick.ends {
                // Where its leg is gone, it goes with the tick.
                let same = step.call(end.leg).is_some_and(|call| call.same(&end.call));
                let mouth = step.state.mouths.of(end.leg).filter(|_| same);
                if let Some(mouth) = mouth {
                    mouth.voice = end.voice.take().map(|(voice, _)| voice);
                    goes_on |= mouth.voice.as_ref().is_some_and(Voice::goes_on);
                }
            }
            goes_on
        })
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
            let Some(leg) = self.state.mouths.at(place).map(|mouth| mouth.leg) else {
                break;
            };
            if self.phase(leg) != Some(Phase::Talking) {
                continue;
            }
            let Some(call) = self.call(leg).cloned() else {
                continue;
            };
            self.find_voice(place, leg);
            sending |= self.send_on(place, leg, &call, &mut tick.told);
            let voice = self.state.mouths.at(place);
            let voice = voice.and_then(|mouth| mouth.voice.take());
            tick.ends.push(End {
                leg,
                call,
                says: [0; FRAME],
                voice: voice.map(|voice| (voice, [0; FRAME])),
            });
        }
        tick.ends.sort_unstable_by_key(|end| end.leg);
        for place in 0..tick.ends.len() {
            if let Some(end) = tick.ends.get(place) {
                let (leg, has_voice) = (end.leg, end.voice.is_some());
                self.look_who_hears(leg, has_voice, &mut tick.heard)?;
            }
        }
        tick.heard.sort_unstable();
        Ok(sending)
    }

    /// The extension at the far end of a leg gets a voice, or one that is gone loses it.
    fn find_voice(&mut self, place: usize, leg: u32) {
        let number = match self.far(leg) {
            Far::Extension(number) => Some(number),
            Far::Leg(_) | Far::Nobody | Far::Park(_) => None,
        };
        let extension = number.and_then(|number| self.plan.extension(number));
        let has_sound = extension.filter(|extension| extension.has_sound());
        let recorder = self.state.recorder.clone();
        let Some(mouth) = self.state.mouths.at(place) else {
            return;
        };
        if mouth.voice.as_ref().map(|voice| voice.extension) == number {
            return;
        }
        mouth.voice = number
            .zip(has_sound)
            .map(|(number, extension)| Voice::new(number, extension, recorder.as_ref()));
    }

    /// Goes on with the digits of a leg's end, and of the extension at its far end.
    fn send_on(&mut self, place: usize, leg: u32, call: &Call, told: &mut Vec<Told>) -> bool {
        let far = match self.far(leg) {
            Far::Leg(other) => self.call(other).cloned(),
            Far::Extension(_) | Far::Nobody | Far::Park(_) => None,
        };
        let Some(mouth) = self.state.mouths.at(place) else {
            return false;
        };
        match Sending::go_on(&mut mouth.sending) {
            Sent::Nothing => {}
            Sent::All(serial) => told.push(Told::Sent(call.clone(), serial)),
            Sent::Key { key, modes } => match (far, &mut mouth.voice) {
                (Some(far), _) => told.push(Told::Digit(far, key, modes)),
                (None, Some(voice)) if modes & DTMF != 0 => voice.digit(key),
                (None, _) => {}
            },
        }
        if let Some(voice) = &mut mouth.voice {
            voice.tick();
            if let Sent::Key { key, modes } = Sending::go_on(&mut voice.sending) {
                told.push(Told::Digit(call.clone(), key, modes));
            }
        }
        mouth.sending.is_some()
    }

    /// Whom the end of a leg hears, and whom the extension at its far end.
    fn look_who_hears(
        &self,
        leg: u32,
        has_voice: bool,
        heard: &mut Vec<(Seat, Seat)>,
    ) -> Result<()> {
        let mut add = |who, speaker| -> Result<()> {
            heard.try_reserve(1)?;
            heard.push((who, speaker));
            Ok(())
        };
        // Whoever is in a conference with the far end is heard as well.
        let mut hear = |who: Seat, far: Seat, others: u32| -> Result<()> {
            add(who, far)?;
            for member in self.ring_members(others).filter(|member| *member != others) {
                let speaker = match self.far(member) {
                    Far::Leg(other) => Seat::Line(other),
                    Far::Extension(_) => Seat::Voice(member),
                    Far::Nobody | Far::Park(_) => continue,
                };
                add(who, speaker)?;
            }
            Ok(())
        };
        match self.far(leg) {
            Far::Leg(far) => hear(Seat::Line(leg), Seat::Line(far), far),
            Far::Extension(_) if has_voice => {
                hear(Seat::Voice(leg), Seat::Line(leg), leg)?;
                add(Seat::Line(leg), Seat::Voice(leg))
            }
            Far::Extension(_) | Far::Nobody | Far::Park(_) => Ok(()),
        }
    }
}
