//! Gathering: several digits, told together.

use super::{DTMF, Promise};
use crate::Engine;
use crate::call::{Call, CallHandle};
use crate::clock::{Alarm, AlarmId};
use crate::error::{Error, ErrorKind, Result};
use crate::inner::Inner;
use crate::stream::{Ending, Media, MediaNews};
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;
use tapi3_common::sync::{Mutex, lock};

/// How a gathering ends; the numbers are those of LINEGATHERTERM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatherEnd {
    /// As many came as were wanted.
    BufferFull = 1,
    /// One came that ends it; it is the last of them.
    TermDigit = 2,
    /// None came in time.
    FirstTimeout = 4,
    /// No further one came in time.
    InterTimeout = 8,
    /// It was given up, or the call ended.
    Cancel = 16,
}

/// What to gather.
#[derive(Debug)]
pub struct Gather<'a> {
    /// A number of the caller's, told with the end.
    pub id: u32,
    /// `DTMF`, `DTMF_END`, or both.
    pub modes: u32,
    /// How many digits at most; not 0.
    pub count: usize,
    /// Digits that end it.
    pub terminators: &'a [u8],
    /// How long to wait for the first digit; for ever if not said.
    pub first: Option<Duration>,
    /// How long to wait for each further digit; for ever if not said.
    pub inter: Option<Duration>,
}

struct State {
    modes: u32,
    count: usize,
    terminators: Vec<u8>,
    inter: Option<Duration>,
    serial: u32,
}

/// A gathering under way.
pub(crate) struct Gathering {
    state: State,
    promise: Promise,
}

impl Gathering {
    fn digits(&self) -> Option<&Mutex<Vec<u8>>> {
        match self.promise.news() {
            Some(MediaNews::Gathered { digits, .. }) => Some(digits),
            _ => None,
        }
    }

    /// Takes a digit in. Returns how the gathering ends with it, if it does.
    fn take(&self, key: u8) -> Option<GatherEnd> {
        let mut digits = lock(self.digits()?);
        // Room for all of them was made at the start.
        if digits.len() < digits.capacity() {
            digits.push(key);
        }
        if self.state.terminators.contains(&key) {
            return Some(GatherEnd::TermDigit);
        }
        (digits.len() >= self.state.count).then_some(GatherEnd::BufferFull)
    }

    fn timed_out(&self) -> GatherEnd {
        let begun = self.digits().is_some_and(|digits| !lock(digits).is_empty());
        match begun {
            true => GatherEnd::InterTimeout,
            false => GatherEnd::FirstTimeout,
        }
    }

    /// Tells its end.
    pub(super) fn end(self, call: &Call, inner: &mut Inner, how: GatherEnd) {
        call.line()
            .engine()
            .gatherings
            .set(call, self.state.serial, None);
        if let Some(MediaNews::Gathered { ending, .. }) = self.promise.news() {
            ending.set(how as u32, call.tick());
        }
        self.promise.tell(call, inner);
    }
}

/// The times of all gatherings of an engine.
#[derive(Default)]
pub(crate) struct Gatherings {
    alarm: OnceLock<AlarmId>,
    due: Mutex<Vec<Due>>,
}

struct Due {
    when: Option<Duration>,
    /// The time is up, and no digit has come since.
    is_up: bool,
    call: Call,
    serial: u32,
}

impl Gatherings {
    /// Keeps a place for the time of one more gathering.
    fn add(&self, call: &Call, serial: u32) -> Result<()> {
        let mut due = lock(&self.due);
        due.try_reserve(1)?;
        due.push(Due {
            when: None,
            is_up: false,
            call: call.clone(),
            serial,
        });
        Ok(())
    }

    /// Sets the time of a gathering; none ends it.
    fn set(&self, call: &Call, serial: u32, when: Option<Option<Duration>>) {
        let mut due = lock(&self.due);
        let mine = |one: &Due| one.serial == serial && one.call.same(call);
        let Some(place) = due.iter().position(mine) else {
            return;
        };
        let gone = match when {
            None => Some(due.swap_remove(place)),
            Some(when) => {
                if let Some(one) = due.get_mut(place) {
                    (one.when, one.is_up) = (when, false);
                }
                None
            }
        };
        let next = due.iter().filter_map(|one| one.when).min();
        if let Some(alarm) = self.alarm.get() {
            call.line().engine().clock().set_alarm(*alarm, next);
        }
        drop(due);
        drop(gone);
    }

    /// Whether the time of a gathering is up, and no digit has come since.
    fn is_up(&self, call: &Call, serial: u32) -> bool {
        let due = lock(&self.due);
        let mut mine = due.iter().filter(|one| one.call.same(call));
        mine.any(|one| one.serial == serial && one.is_up)
    }

    fn next_due(&self, now: Duration) -> Option<(Call, u32)> {
        let mut due = lock(&self.due);
        let one = due
            .iter_mut()
            .find(|one| one.when.is_some_and(|when| when <= now))?;
        (one.when, one.is_up) = (None, true);
        Some((one.call.clone(), one.serial))
    }
}

impl Engine {
    /// Keeps a place at the clock for the times of gatherings.
    pub(crate) fn prepare_gatherings(self: &Arc<Self>) {
        self.gatherings.alarm.get_or_init(|| {
            let weak: Weak<Engine> = Arc::downgrade(self);
            self.clock.add_alarm(weak)
        });
    }
}

impl Alarm for Engine {
    fn ring(&self, now: Duration) {
        while let Some((call, serial)) = self.gatherings.next_due(now) {
            call.gathering_timed_out(serial);
        }
        let due = lock(&self.gatherings.due);
        let next = due.iter().filter_map(|one| one.when).min();
        if let Some(alarm) = self.gatherings.alarm.get() {
            self.clock.set_alarm(*alarm, next);
        }
    }
}

impl Call {
    /// A digit came: it may be one that is gathered. A gathering of both modes takes each digit once.
    pub(super) fn gather(&self, inner: &mut Inner, media: &Media, key: u8, mode: u32) {
        let mut digits = lock(&media.digits);
        let Some(gathering) = &digits.gathering else {
            return;
        };
        let modes = gathering.state.modes;
        let counts = match modes & DTMF != 0 {
            true => mode == DTMF,
            false => modes & mode != 0,
        };
        if !counts {
            return;
        }
        match gathering.take(key) {
            Some(how) => {
                if let Some(gathering) = digits.gathering.take() {
                    gathering.end(self, inner, how);
                }
            }
            None => {
                let state = &gathering.state;
                let now = self.line().engine().clock().now();
                let when = state.inter.map(|inter| now.saturating_add(inter));
                let gatherings = &self.line().engine().gatherings;
                gatherings.set(self, state.serial, Some(when));
            }
        }
    }

    fn gathering_timed_out(&self, serial: u32) {
        let Some(media) = self.known_media() else {
            return;
        };
        let mut inner = lock(&self.core().inner);
        let mut digits = lock(&media.digits);
        if !self.line().engine().gatherings.is_up(self, serial) {
            return;
        }
        let late = digits
            .gathering
            .take_if(|gathering| gathering.state.serial == serial);
        if let Some(late) = late {
            let how = late.timed_out();
            late.end(self, &mut inner, how);
        }
    }
}

impl CallHandle {
    /// Begins to gather digits. One that is under way ends, with what it has.
    pub fn gather_digits(&self, wanted: &Gather<'_>) -> Result<()> {
        let media = self.call.media_or_new()?;
        let engine = self.call.line().engine();
        if wanted.count == 0 {
            return Err(Error::new(
                ErrorKind::InvalidArgument,
                "A gathering wants at least one digit.",
            ));
        }
        let mut room = Vec::new();
        room.try_reserve_exact(wanted.count)?;
        let mut terminators = Vec::new();
        terminators.try_reserve_exact(wanted.terminators.len())?;
        terminators.extend_from_slice(wanted.terminators);
        let mut inner = lock(&self.call.core().inner);
        self.check_owner(&inner)?;
        self.check_connected(&inner)?;
        let news = MediaNews::Gathered {
            id: wanted.id,
            ending: Ending::new(),
            digits: Mutex::new(room),
        };
        let promise = Promise::new(self, &mut inner, news)?;
        let mut digits = lock(&media.digits);
        let serial = digits.next_serial();
        engine.gatherings.add(&self.call, serial)?;
        let before = digits.gathering.replace(Gathering {
            state: State {
                modes: wanted.modes,
                count: wanted.count,
                terminators,
                inter: wanted.inter,
                serial,
            },
            promise,
        });
        drop(digits);
        if let Some(before) = before {
            before.end(&self.call, &mut inner, GatherEnd::Cancel);
        }
        let now = engine.clock().now();
        let when = wanted.first.map(|first| now.saturating_add(first));
        engine.gatherings.set(&self.call, serial, Some(when));
        drop(inner);
        self.call.line().provider().hear_digits(&self.call);
        Ok(())
    }

    /// Ends a gathering under way, if there is one.
    pub fn cancel_gathering(&self) -> Result<()> {
        let mut inner = lock(&self.call.core().inner);
        self.check_owner(&inner)?;
        self.check_connected(&inner)?;
        let Some(media) = self.call.known_media() else {
            return Ok(());
        };
        let gathering = lock(&media.digits).gathering.take();
        if let Some(gathering) = gathering {
            gathering.end(&self.call, &mut inner, GatherEnd::Cancel);
        }
        Ok(())
    }
}
