//! Conferences of calls that no line joins, such as those on different lines: what each far end says is
//! mixed here for all others.
//!
//! Such a conference is a *mix*: calls, each with a [`Mixer`]'s place beside its streams. Whom a line
//! has joined stay joined by it, so a line's conference comes into a mix as a whole, and the mix leaves
//! out what its members hear of each other anyway. Whoever joins a member comes into the mix too,
//! whatever line he is on. Who ends leaves; when nobody is left who would hear another by it, there is
//! no mix any more, and what remains are calls like any others.
//!
//! As where a line does it, whoever is on hold is taken back first, one after the other, since each far
//! end may refuse; what the calls are for applications changes only when all is done.
//!
//! Who is in which mix changes under the engine's lock for that, which comes before those of calls. A
//! call's place and its streams change under the call's lock.

mod joining;

pub(super) use joining::{Part, put_back, taken_back};

use super::call::Call;
use super::error::{Error, ErrorKind, Result};
use super::provider::{NOT_SUPPORTED, Provider};
use super::request::Reply;
use super::state::{DropReason, State};
use super::stream::TerminalRef;
use super::{Engine, Line};
use joining::Joining;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::sync::{Arc, OnceLock};
use tapi3_common::shared::Shared;
use tapi3_common::sync::{Mutex, lock};

const NO_SOUND: Error = Error::new(
    ErrorKind::NotSupported,
    "Calls of different lines are brought together where both lines stream media; one of these does not.",
);
const SAME: Error = Error::new(
    ErrorKind::InvalidArgument,
    "The two calls are in one conference already, or are the two ends of one call.",
);
const FULL: Error = Error::new(
    ErrorKind::ConferenceFull,
    "The conference has as many parties as one of its lines allows (max_conference).",
);

const OVER: Error = Error::new(ErrorKind::OperationFailed, "The call ended meanwhile.");

/// Who adds up what the far ends of several calls say.
pub trait Mixer: Send + Sync {
    /// A place in the mix that the place `beside` is in, or in a new one. It hears what a call's far end
    /// says, and plays to it what is said at all other places; not at those of its party, which is that
    /// of the place `party`, if there is one.
    ///
    /// # Errors
    /// There is no memory.
    fn place(
        &self,
        beside: Option<&TerminalRef>,
        party: Option<&TerminalRef>,
    ) -> Result<TerminalRef>;
}

/// What the engine has of mixes.
#[derive(Default)]
pub(super) struct Mixing {
    mixer: OnceLock<Arc<dyn Mixer>>,
    changes: Mutex<()>,
}

/// The calls of a mix.
#[derive(Default)]
pub(super) struct Mix(Mutex<Vec<Call>>);

/// Of each conference that a line has joined, the place of one of its calls. The hasher is one without
/// a thread's own value, which an application's thread may have no memory for; the numbers are ours.
type Parties = HashMap<u64, TerminalRef, BuildHasherDefault<DefaultHasher>>;

/// A call's part in a mix.
pub(super) struct Seat {
    pub place: TerminalRef,
    mix: Shared<Mix>,
}

impl Engine {
    /// Says who mixes the sound of calls on different lines. Asked again, it changes nothing; without
    /// anybody such calls cannot be brought together.
    pub fn set_mixer(&self, mixer: Arc<dyn Mixer>) {
        // The first one stays.
        let _ = self.mixing.mixer.set(mixer);
    }
}

impl Call {
    /// Fails if this call and another cannot be in one conference, for what their lines are.
    pub(super) fn check_conference_with(&self, other: &Call) -> Result<()> {
        let lines = [self.line(), other.line()].map(|line| line.info().features);
        if !lines.iter().all(|line| line.conference) {
            return Err(NOT_SUPPORTED);
        }
        let is_mixed = self.line().id() != other.line().id();
        let has_sound = lines.iter().all(|line| line.streams);
        if is_mixed && !(has_sound && self.line().engine.mixing.mixer.get().is_some()) {
            return Err(NO_SOUND);
        }
        Ok(())
    }

    /// Whether it hears calls, and is heard by them, that its line has not joined it with.
    pub fn is_mixed(&self) -> bool {
        self.mix().is_some()
    }

    fn mix(&self) -> Option<Shared<Mix>> {
        let media = self.known_media()?;
        media.with_seat(|seat| seat.map(|seat| seat.mix.clone()))
    }

    /// Takes its seat from it, if it has one.
    fn stand_up(&self) -> Option<Seat> {
        let media = self.known_media()?;
        let _inner = lock(&self.core().inner);
        media.replace_seat(None)
    }

    /// Gives it a seat, unless it is over. Returns the one that it had.
    fn sit_down(&self, new: Seat) -> std::result::Result<Option<Seat>, Seat> {
        let inner = lock(&self.core().inner);
        let Some(media) = self
            .known_media()
            .filter(|_| inner.state != State::Disconnected)
        else {
            return Err(new);
        };
        Ok(media.replace_seat(Some(new)))
    }

    /// Joins `consult` to the conference of this call: their line does it, or a mix.
    pub(super) fn bring_together(&self, consult: &Call, provider: &dyn Provider, reply: Reply) {
        let one_line = self.line().id() == consult.line().id();
        if one_line && !self.is_mixed() && !consult.is_mixed() {
            return provider.join(self, consult, reply);
        }
        Joining::begin(self, consult, reply);
    }

    /// Takes the call out of its conference and ends it.
    pub(super) fn leave(&self, provider: &dyn Provider, reply: Reply) {
        match self.is_mixed() {
            true => provider.drop_call(self, DropReason::Normal, reply),
            false => provider.leave(self, reply),
        }
    }

    /// The call's line has joined it with another one.
    pub(super) fn is_joined_with(&self, original: &Call) {
        let changes = lock(&self.line().engine.mixing.changes);
        let before = [original, self].map(Call::line_conference);
        let number = match before {
            [0, 0] => original.id(),
            [0, known] | [known, _] => known,
        };
        original.set_line_conference(number);
        self.set_line_conference(number);
        let [_, joined] = before;
        if joined != 0 && joined != number {
            self.line().for_each_call(|call| {
                if call.line_conference() == joined {
                    call.set_line_conference(number);
                }
            });
        }
        drop(changes);
        // Meanwhile one of them may have come into a mix, and brought no other along.
        let apart = match (original.mix(), self.mix()) {
            (None, None) => false,
            (Some(one), Some(other)) => !Shared::ptr_eq(&one, &other),
            _ => true,
        };
        if apart {
            if let Err(error) = seat(original, self, false) {
                tracing::error!("call {} is not heard by all: {error}", self.id());
            }
        }
    }

    /// The call is over, and leaves its mix. Takes no memory.
    pub(super) fn leave_mix(&self) {
        let Some(seat) = self.stand_up() else {
            return;
        };
        let changes = lock(&self.line().engine.mixing.changes);
        let mut members = lock(&seat.mix.0);
        members.retain(|member| !member.same(self));
        let mut last = Vec::new();
        if joins_nobody(&members) {
            std::mem::swap(&mut last, &mut *members);
        }
        drop(members);
        let alone = last.iter().filter_map(Call::stand_up);
        alone.for_each(drop);
        drop(changes);
    }

    /// It and all those with whom it is in a conference of ours.
    fn companions(&self) -> Result<Vec<Call>> {
        let mut all = Vec::new();
        if let Some(mix) = self.mix() {
            let members = lock(&mix.0);
            all.try_reserve_exact(members.len())?;
            all.extend(members.iter().cloned());
            return Ok(all);
        }
        let number = self.line_conference();
        let listed = match number {
            0 => Vec::new(),
            _ => self.line().calls()?,
        };
        all.try_reserve_exact(listed.len() + 1)?;
        all.push(self.clone());
        let others = listed
            .into_iter()
            .filter(|call| call.line_conference() == number && call.is_up() && !call.same(self));
        all.extend(others);
        Ok(all)
    }
}

/// Whether none of these would hear another by a mix: there is one at most, or their line has joined
/// all of them.
fn joins_nobody(members: &[Call]) -> bool {
    let Some((first, others)) = members.split_first() else {
        return true;
    };
    let number = first.line_conference();
    let same = |other: &Call| number != 0 && other.line_conference() == number;
    others.iter().all(same)
}

/// Fails if the two, with all who belong to them, would be more than a line of theirs allows.
fn check_size(original: &Call, consult: &Call) -> Result<()> {
    let [one, other] = [original.companions()?, consult.companions()?];
    let most = |line: &Arc<Line>| line.info().max_conference as usize;
    let most = most(original.line()).min(most(consult.line()));
    // We are a party ourselves.
    match one.len() + other.len() < most {
        true => Ok(()),
        false => Err(FULL),
    }
}

/// Gives both a place in one mix, and with them whoever is in a conference with one of them. All memory
/// is there before anything changes.
fn seat(original: &Call, consult: &Call, checked: bool) -> Result<()> {
    let mixing = &original.line().engine.mixing;
    let mixer = mixing.mixer.get().ok_or(NO_SOUND)?;
    // By their numbers.
    let mut ready: Vec<Call> = Vec::new();
    let (placed, left) = loop {
        let changes = lock(&mixing.changes);
        if checked {
            check_size(original, consult)?;
        }
        let mut plan = Plan::new(original, consult)?;
        let is_ready = |call: &Call| ready.binary_search_by_key(&call.id(), Call::id).is_ok();
        if plan.new.iter().all(is_ready) {
            break plan.carry_out(&**mixer, [original, consult])?;
        }
        plan.new.retain(|call| !is_ready(call));
        ready.try_reserve(plan.new.len())?;
        drop(changes);
        // A provider is asked with no lock held, and for all of them before there is another plan.
        for call in &plan.new {
            prepare(call)?;
        }
        ready.append(&mut plan.new);
        ready.sort_unstable_by_key(Call::id);
    };
    drop(left);
    placed.iter().for_each(Call::settle_media);
    Ok(())
}

/// Makes what a call needs for a place. One that is over meanwhile gets none and needs nothing.
fn prepare(call: &Call) -> Result<()> {
    let sound = || {
        call.media_or_new()?;
        call.line().provider().prepare_sound(call)
    };
    sound().or_else(|error| match call.is_up() {
        true => Err(error),
        false => Ok(()),
    })
}

/// Who is to get a place in which mix. It is made, and carried out, in a time that grows as the number
/// of calls does: they are compared by sorting only.
struct Plan {
    mix: Option<Shared<Mix>>,
    /// The mix that comes into the other as a whole.
    ends: Option<Shared<Mix>>,
    /// The two first, as far as they are among them.
    new: Vec<Call>,
}

impl Plan {
    fn new(original: &Call, consult: &Call) -> Result<Self> {
        let (mix, ends) = match (original.mix(), consult.mix()) {
            (Some(one), Some(other)) if Shared::ptr_eq(&one, &other) => return Err(SAME),
            (Some(one), other) => (Some(one), other),
            (None, other) => (other, None),
        };
        let [one, other] = [original.companions()?, consult.companions()?];
        let mut new: Vec<Call> = Vec::new();
        new.try_reserve_exact(2 + one.len() + other.len())?;
        let is_in = |call: &Call| match (call.mix(), &mix) {
            (Some(of), Some(mix)) => Shared::ptr_eq(&of, mix),
            _ => false,
        };
        let both = [original.clone(), consult.clone()];
        let all = both.into_iter().chain(one).chain(other);
        new.extend(all.filter(|call| !is_in(call)));
        let is_first = |call: &Call| call.same(original) || call.same(consult);
        new.sort_unstable_by_key(|call| (!is_first(call), call.id()));
        new.dedup_by_key(|call| call.id());
        Ok(Plan { mix, ends, new })
    }

    /// Returns who has a place now, and what those have left who had one elsewhere.
    fn carry_out(self, mixer: &dyn Mixer, both: [&Call; 2]) -> Result<(Vec<Call>, Vec<Seat>)> {
        let mix = match self.mix {
            Some(mix) => mix,
            None => Shared::try_new(Mix::default())?,
        };
        let mut members = lock(&mix.0);
        members.try_reserve(self.new.len())?;
        let (mut first, mut parties) = (None, Parties::default());
        parties.try_reserve(members.len() + self.new.len())?;
        for member in members.iter() {
            let place = |seat: Option<&Seat>| seat?.place.another();
            let Some(place) = member
                .known_media()
                .and_then(|media| media.with_seat(place))
            else {
                continue;
            };
            first = first.or_else(|| place.another());
            parties.entry(member.line_conference()).or_insert(place);
        }
        let mut new = Vec::new();
        new.try_reserve_exact(self.new.len())?;
        for call in self.new {
            let number = call.line_conference();
            let party = parties.get(&number).filter(|_| number != 0);
            let place = mixer.place(first.as_ref(), party)?;
            if let Some(place) = place.another() {
                first = first.or_else(|| place.another());
                parties.entry(number).or_insert(place);
            }
            new.push((call, place));
        }
        let (mut left, mut placed) = (Vec::new(), Vec::new());
        left.try_reserve_exact(new.len())?;
        placed.try_reserve_exact(new.len())?;
        for (call, place) in new {
            let mix = mix.clone();
            match call.sit_down(Seat { place, mix }) {
                Ok(before) => {
                    left.extend(before);
                    placed.push(call);
                }
                // It was to have others hear it, and they stay as they were.
                Err(_) if both.iter().any(|one| one.same(&call)) => {
                    left.extend(placed.iter().filter_map(Call::stand_up));
                    return Err(OVER);
                }
                Err(_) => {}
            }
        }
        members.extend(placed.iter().cloned());
        drop(members);
        if let Some(ends) = &self.ends {
            lock(&ends.0).clear();
        }
        Ok((placed, left))
    }
}
