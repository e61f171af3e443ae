//! Conferences: calls of a station whose far ends hear each other. For the wire each of them is a call
//! like any other; what they hear is mixed here, by their sound's thread.
//!
//! Whoever is to join is taken back from hold first, one after the other, since each far end may refuse;
//! only then are the two joined, in one step. A call that ends in between ends the joining, and what was
//! taken back goes back on hold.

use super::sound::Conference;
use super::station::Station;
use super::wishes::{BUSY_WITH_OTHERS, Pending, failed};
use crate::engine::{Error, ErrorKind, Reply, Result, State};
use tapi3_sip::agent::{CallId, Refusal};

const SAME: Error = Error::new(
    ErrorKind::InvalidArgument,
    "The two calls are in one conference already.",
);
const FULL: Error = Error::new(
    ErrorKind::ConferenceFull,
    "The conference has as many parties as it may have (max_conference).",
);
const NO_CONFERENCE: Error = Error::new(ErrorKind::NoConference, "The call is in no conference.");

/// Two calls that are to be joined, and what was done for it.
pub(super) struct Join {
    reply: Reply,
    /// The consultation is told the result.
    consult: CallId,
    original: CallId,
    /// Those that were on hold and are no more; the engine does not know it yet.
    taken_back: [Option<CallId>; 2],
}

impl Join {
    /// A call has another number from now on.
    pub fn is_known_as(&mut self, old: CallId, new: CallId) {
        let all = [&mut self.consult, &mut self.original];
        let taken_back = self.taken_back.iter_mut().flatten();
        for id in all.into_iter().chain(taken_back) {
            if *id == old {
                *id = new;
            }
        }
    }

    fn has_taken_back(&self, id: CallId) -> bool {
        self.taken_back.contains(&Some(id))
    }
}

impl Station {
    /// Joins a call to the conference of another, or makes one of the two.
    pub(super) fn join(&mut self, consult: CallId, original: CallId, reply: Reply) {
        self.join_on(Join {
            reply,
            consult,
            original,
            taken_back: [None; 2],
        });
    }

    /// Goes on with it: takes back who is still on hold, or joins them.
    fn join_on(&mut self, join: Join) {
        if let Err(error) = self.check_join(&join) {
            return self.not_joined(join, error);
        }
        let both = [join.consult, join.original];
        let held = |id: &CallId| self.is_held(*id) && !join.has_taken_back(*id);
        let Some(id) = both.into_iter().find(held) else {
            return match self.seat(&join) {
                Ok(()) => join.reply.ok(),
                Err(error) => self.not_joined(join, error),
            };
        };
        match (self.ask_to_resume(id), self.legs.get_mut(&id)) {
            (Ok(()), Some(leg)) => leg.pending = Some(Pending::Join(Box::new(join), None)),
            (Ok(()), None) => self.not_joined(join, failed(&Refusal::Over)),
            (Err(refusal), _) => self.not_joined(join, failed(&refusal)),
        }
    }

    /// One of the two was taken back.
    pub(super) fn taken_back(&mut self, mut join: Join, id: CallId) {
        if let Some(place) = join.taken_back.iter_mut().find(|place| place.is_none()) {
            *place = Some(id);
        }
        self.join_on(join);
    }

    /// They are not joined: what was taken back goes back on hold. An original whose consultation is
    /// over is taken back by the engine in any case.
    pub(super) fn not_joined(&mut self, join: Join, error: Error) {
        let alone = !self.is_up(join.consult);
        for id in join.taken_back.into_iter().flatten() {
            if !self.is_up(id) || !self.is_held(id) || self.is_busy(id) {
                continue;
            }
            if let Some(leg) = self
                .legs
                .get_mut(&id)
                .filter(|_| id == join.original && alone)
            {
                leg.is_back = true;
                continue;
            }
            let asked = self.ask_to_hold(id);
            if let (Ok(()), Some(leg)) = (asked, self.legs.get_mut(&id)) {
                leg.pending = Some(Pending::Back);
            }
        }
        join.reply.fail(error);
    }

    /// What is asked of a call's far end says how it is from now on.
    pub(super) fn is_as_told(&mut self, id: CallId) {
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.is_back = false;
        }
    }

    /// Whether a call that the application wants back from hold is so already, for the wire.
    pub(super) fn is_back_already(&mut self, id: CallId) -> bool {
        let held = self.is_held(id);
        let leg = self.legs.get_mut(&id);
        leg.is_some_and(|leg| std::mem::take(&mut leg.is_back) || !held && !leg.is_over())
    }

    fn check_join(&self, join: &Join) -> Result<()> {
        let both = [join.consult, join.original];
        if !both.iter().all(|id| self.is_up(*id)) {
            return Err(failed(&Refusal::Over));
        }
        if both.iter().any(|id| self.is_busy(*id)) {
            return Err(BUSY_WITH_OTHERS);
        }
        let known = both.map(|id| self.legs.get(&id)?.conference.as_ref());
        if let [Some(one), Some(other)] = known {
            if one.same(other) {
                return Err(SAME);
            }
        }
        let sizes = known.map(|one| one.map_or(1, |one| self.members(one).count()));
        let most = self.line_of(join.original);
        let most = most.map_or(0, |line| line.config.max_conference as usize);
        // We are a party ourselves.
        match sizes.iter().sum::<usize>() < most {
            true => Ok(()),
            false => Err(FULL),
        }
    }

    /// Gives both a place in one conference, and with them whoever is in one with the consultation. All
    /// memory is there before anything changes.
    fn seat(&mut self, join: &Join) -> Result<()> {
        let known = |id| self.legs.get(&id).and_then(|leg| leg.conference.clone());
        let (first, second) = (known(join.original), known(join.consult));
        let mut new: Vec<CallId> = Vec::new();
        let conference = match (first, second) {
            (Some(first), Some(second)) => {
                new.try_reserve(self.members(&second).count())?;
                new.extend(self.members(&second));
                first
            }
            (first, second) => {
                new.try_reserve(2)?;
                new.extend(first.is_none().then_some(join.original));
                new.extend(second.is_none().then_some(join.consult));
                match first.or(second) {
                    Some(conference) => conference,
                    None => Conference::try_new()?,
                }
            }
        };
        let mut places = Vec::new();
        places.try_reserve_exact(new.len())?;
        for id in new {
            places.push((id, conference.place()?));
        }
        for (id, place) in places {
            let Some(leg) = self.legs.get_mut(&id) else {
                continue;
            };
            leg.conference = Some(conference.clone());
            if let Some(sounding) = &leg.sound {
                sounding.talk().join(place);
            }
        }
        Ok(())
    }

    /// Takes a call out of its conference and ends it.
    pub(super) fn leave_conference(&mut self, id: CallId, reply: Reply) {
        let leg = self.legs.get(&id).filter(|leg| !leg.is_over());
        let conference = leg.and_then(|leg| leg.conference.as_ref());
        let has_others =
            conference.is_some_and(|known| self.members(known).any(|other| other != id));
        if !has_others {
            return reply.fail(NO_CONFERENCE);
        }
        if let Some(leg) = self.legs.get_mut(&id) {
            leg.sound = None;
            leg.conference = None;
        }
        reply.ok();
        self.leave(id);
    }

    /// The calls in a conference.
    fn members<'a>(&'a self, conference: &'a Conference) -> impl Iterator<Item = CallId> + 'a {
        let legs = self.legs.iter();
        let there = legs.filter(|(_, leg)| {
            let known = leg.conference.as_ref();
            known.is_some_and(|known| known.same(conference)) && !leg.is_over()
        });
        there.map(|(id, _)| *id)
    }

    /// Whether a call is up, for the application and for the wire.
    fn is_up(&self, id: CallId) -> bool {
        let leg = self.legs.get(&id);
        leg.is_some_and(|leg| !leg.is_over() && !leg.waits_for_move && leg.ended.is_none())
    }

    /// Whether the application has a call on hold.
    fn is_held(&self, id: CallId) -> bool {
        let leg = self.legs.get(&id);
        leg.is_some_and(|leg| leg.call.state() == State::Hold)
    }
}
