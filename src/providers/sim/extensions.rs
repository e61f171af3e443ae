//! What extensions do with a caller, and the calls that come in by themselves.

use super::exchange::{Appointment, nanoseconds};
use super::legs::{Far, Next};
use super::outbox::{Item, Undo};
use super::placing::{Route, reason};
use super::plan::{Target, Visit};
use super::settings::Behaviour;
use super::step::Step;
use crate::engine::{Cause, Result, State};
use std::time::Duration;

impl Step<'_> {
    /// Reserves the alarm and the appointment that a call with this extension may need.
    pub fn reserve_for(&mut self, index: u32, extension: u32) -> Result<()> {
        let Some(extension) = self.plan.extension(extension) else {
            return Ok(());
        };
        if extension.keeps_time() {
            self.state.alarms.reserve(index)?;
        }
        if extension.has_sound() {
            self.state.mouths.reserve()?;
        }
        if extension.settings.calls_back_after.is_some() {
            self.state.appointments.try_reserve(1)?;
        }
        Ok(())
    }

    pub fn reach_extension(
        &mut self,
        index: u32,
        extension: u32,
    ) -> std::result::Result<(), Cause> {
        let extension = self.plan.extension(extension);
        let after = extension.map_or(Duration::ZERO, |e| e.settings.ring_after);
        if after.is_zero() {
            return self.ring(index);
        }
        self.wait(index, after, Next::Ring)
    }

    fn wait(&mut self, index: u32, after: Duration, next: Next) -> std::result::Result<(), Cause> {
        self.later(index, after, next).map_err(|_| Cause::Failed)
    }

    fn extension_of(&self, index: u32) -> Option<u32> {
        match self.far(index) {
            Far::Extension(extension) => Some(extension),
            _ => None,
        }
    }

    pub fn tell_ringing(&mut self, index: u32) {
        if let Some(call) = self.call(index).cloned() {
            self.out.push(Item::Rings(call));
        }
    }

    /// The extension at the far end rings.
    pub fn ring(&mut self, index: u32) -> std::result::Result<(), Cause> {
        let extension = self
            .extension_of(index)
            .and_then(|e| self.plan.extension(e));
        let after = extension.map_or(Duration::ZERO, |e| e.settings.answer_after);
        if after.is_zero() {
            return self.act(index);
        }
        self.tell_ringing(index);
        self.wait(index, after, Next::Act)
    }

    /// The extension at the far end does what it does. An error ends the call.
    pub fn act(&mut self, index: u32) -> std::result::Result<(), Cause> {
        let extension = self
            .extension_of(index)
            .and_then(|e| self.plan.extension(e));
        let Some(extension) = extension else {
            return Ok(());
        };
        let settings = &extension.settings;
        match settings.behaviour {
            Behaviour::Busy => Err(Cause::Busy),
            Behaviour::Refuse => Err(Cause::Rejected),
            Behaviour::Block => Err(Cause::Blocked),
            Behaviour::Fail => Err(Cause::Failed),
            Behaviour::Ring => {
                if settings.answer_after.is_zero() {
                    self.tell_ringing(index);
                }
                match settings.no_answer_after {
                    Some(after) => self.wait(index, after, Next::GiveUp),
                    None => Ok(()),
                }
            }
            Behaviour::Answer => match settings.queue_for {
                Some(after) => {
                    let call = self.state.legs.get(index).and_then(|leg| leg.call.as_ref());
                    self.out.state(call, State::Queued, Cause::None);
                    self.wait(index, after, Next::Answer)
                }
                None => self.answered_by_extension(index),
            },
        }
    }

    /// The extension at the far end talks to the leg: what it does after an answer begins.
    pub fn answered_by_extension(&mut self, index: u32) -> std::result::Result<(), Cause> {
        self.talk(index);
        let Some(from) = self.extension_of(index) else {
            return Ok(());
        };
        let Some(extension) = self.plan.extension(from) else {
            return Ok(());
        };
        if extension.has_sound() && self.state.mouths.reserve().is_ok() {
            self.state.mouths.add(index);
            self.out.sounds = true;
        }
        let settings = &extension.settings;
        if let (Some(after), Some(leg)) = (settings.calls_back_after, self.state.legs.get(index)) {
            let visit = Visit {
                from,
                to: leg.line,
                after,
                every: None,
            };
            let due = self.now().saturating_add(nanoseconds(after));
            self.state.appointments.push(Appointment { due, visit });
        }
        match (settings.hang_up_after, settings.line_drops_after) {
            (Some(first), Some(second)) if second < first => {
                self.wait(index, second, Next::LineDrops)
            }
            (Some(after), _) => self.wait(index, after, Next::HangUp),
            (None, Some(after)) => self.wait(index, after, Next::LineDrops),
            (None, None) => Ok(()),
        }
    }

    /// A call comes in by itself.
    pub fn keep_appointment(&mut self, place: usize) {
        let Some(appointment) = self.state.appointments.get_mut(place) else {
            return;
        };
        let visit = appointment.visit.clone();
        match visit.every {
            Some(every) => appointment.due = appointment.due.saturating_add(nanoseconds(every)),
            None => {
                self.state.appointments.swap_remove(place);
            }
        }
        let seeker = Far::Extension(visit.from);
        let mut route = Route::new(Target::Line(visit.to), reason::DIRECT);
        match self.resolve(seeker, &mut route) {
            Ok(way) => self.go(seeker, route, way, Undo::Nothing),
            Err(error) => tracing::warn!("a simulated call did not come in: {error}"),
        }
    }
}
