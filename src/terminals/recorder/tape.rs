//! The file of a recorder. Two locks: one for what was heard, which is held for no longer than
//! copying takes, and one for the file, which only the file thread holds for long.

use super::super::fault::{Fault, Result};
use super::super::files::{self, After, HANGS};
use super::super::path::{FilePath, disk_of};
use super::super::ring::Ring;
use super::claim::Claim;
use super::lane::Lane;
use super::reel::Reel;
use super::{MAX_TRACKS, Recording};
use crate::engine::FileState;
use crate::shared::Shared;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};
use tapi3_common::sync::unmodelled::lock;

/// How often what was heard is written, and the sizes in the file with it.
const EVERY: Duration = Duration::from_millis(400);

/// What is being done with the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Phase {
    /// Nothing.
    #[default]
    Closed,
    /// It grows.
    Open,
    /// What is left is written, then it is closed.
    Ending,
}

#[derive(Default)]
pub(in super::super) struct Tape {
    desk: Mutex<Desk>,
    reel: Mutex<Reel>,
    /// The phase, or how often everything was written, has changed.
    changed: Condvar,
    /// The number of the disk that the file is on.
    disk: AtomicU64,
}

/// What was heard.
#[derive(Default)]
pub(super) struct Desk {
    state: State,
    phase: Phase,
    path: Option<Shared<FilePath>>,
    recording: Recording,
    /// The rate of the file, once it is known.
    rate: u32,
    pub lanes: [Option<Lane>; MAX_TRACKS],
    /// What was in the file stays as long as nothing was heard.
    keeps: bool,
    /// What went wrong and was not told yet.
    fault: Option<Fault>,
    /// The file thread was woken, and has not come yet.
    called: bool,
    /// How often somebody wanted all to be written, and how many of these times that was done.
    asked: u64,
    done: u64,
}

/// What became of a wish to pause, or to go on.
pub(in super::super) enum Paused {
    Changed,
    Already,
    Idle,
}

/// The state that is told; it begins idle.
#[derive(Clone, Copy)]
struct State(FileState);

impl Default for State {
    fn default() -> Self {
        State(FileState::Idle)
    }
}

impl Tape {
    /// The number of the disk that the file is on, as far as it is known.
    pub fn disk(&self) -> u64 {
        self.disk.load(Ordering::Relaxed)
    }

    pub fn state(&self) -> FileState {
        lock(&self.desk).state.0
    }

    pub fn set_path(&self, path: Shared<FilePath>) {
        let before = lock(&self.desk).path.replace(path);
        drop(before);
    }

    pub fn has_path(&self) -> bool {
        lock(&self.desk).path.is_some()
    }

    pub fn set_recording(&self, recording: Recording) {
        let mut desk = lock(&self.desk);
        (desk.recording, desk.rate) = (recording, recording.rate);
    }

    pub fn recording(&self) -> Recording {
        let desk = lock(&self.desk);
        Recording {
            rate: desk.rate,
            ..desk.recording
        }
    }

    pub fn add(&self, key: u64, rate: u32) -> Result<()> {
        let lane = Lane::try_new(key, rate)?;
        let mut desk = lock(&self.desk);
        if desk.lane(key).is_some() {
            return Ok(());
        }
        match desk.lanes.iter_mut().find(|place| place.is_none()) {
            Some(place) => *place = Some(lane),
            None => {
                return Err(Fault::too_many(
                    "The recorder records as many streams as it can.",
                ));
            }
        }
        Ok(())
    }

    pub fn remove(&self, key: u64) {
        let mut desk = lock(&self.desk);
        if let Some(lane) = desk.lane(key) {
            lane.closed = true;
        }
        let gone = match desk.phase {
            Phase::Closed => desk.sweep(),
            _ => Default::default(),
        };
        drop(desk);
        drop(gone);
    }

    /// Opens the file anew. What is in it goes at once, or with the first that is heard.
    pub fn begin(&self, keeps: bool) -> Result<()> {
        let (path, recording) = {
            let desk = lock(&self.desk);
            if desk.phase != Phase::Closed {
                return Err(Fault::wrong_state(
                    "The recording before is still being written.",
                ));
            }
            (desk.path.clone(), desk.recording)
        };
        let path = path.ok_or(Fault::wrong_state("There is no file to record into."))?;
        let file = path.open_to_write()?;
        let claim = Claim::of(&file, path.as_path())?;
        // Only now: what somebody else records stays.
        if claim.is_some() && !keeps {
            let emptied = file.set_len(0);
            emptied.map_err(|error| Fault::system(path.as_path(), &error))?;
        }
        self.disk.store(disk_of(&file), Ordering::Relaxed);
        lock(&self.reel).begin(path, (file, claim), recording);
        let mut desk = lock(&self.desk);
        desk.lanes.iter_mut().flatten().for_each(Lane::clear);
        (desk.state, desk.phase) = (State(FileState::Active), Phase::Open);
        (desk.fault, desk.called, desk.rate) = (None, false, recording.rate);
        desk.keeps = keeps;
        Ok(())
    }

    /// What was in the file does not stay.
    pub fn replace(&self) {
        lock(&self.desk).keeps = false;
    }

    /// What was just begun comes to nothing.
    pub fn give_up(&self) {
        let mut desk = lock(&self.desk);
        (desk.state, desk.phase) = (State(FileState::Idle), Phase::Closed);
        drop(desk);
        *lock(&self.reel) = Reel::default();
        self.changed.notify_all();
    }

    pub fn pause(&self, pause: bool) -> Paused {
        let mut desk = lock(&self.desk);
        let wanted = match pause {
            true => FileState::Paused,
            false => FileState::Active,
        };
        match std::mem::replace(&mut desk.state, State(wanted)).0 {
            FileState::Idle => {
                desk.state = State(FileState::Idle);
                Paused::Idle
            }
            before if before == wanted => Paused::Already,
            _ => Paused::Changed,
        }
    }

    /// Ends it. Returns whether it was not idle before.
    pub fn stop(&self) -> bool {
        let mut desk = lock(&self.desk);
        let was_idle = desk.state.0 == FileState::Idle;
        desk.end();
        drop(desk);
        files::wake();
        !was_idle
    }

    /// Whether there is anything left to write, as far as can be seen without waiting.
    pub fn is_under_way(&self) -> bool {
        let desk = self.try_desk();
        desk.is_none_or(|desk| desk.phase != Phase::Closed)
    }

    /// Whether there is nothing left to write.
    pub fn is_over(&self) -> bool {
        lock(&self.desk).phase == Phase::Closed
    }

    fn try_desk(&self) -> Option<MutexGuard<'_, Desk>> {
        match self.desk.try_lock() {
            Ok(desk) => Some(desk),
            Err(TryLockError::Poisoned(desk)) => Some(desk.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Ends it, unless that would mean to wait.
    pub fn leave(&self) {
        if let Some(mut desk) = self.try_desk() {
            desk.end();
        }
    }

    pub fn failed(&self) -> Option<Fault> {
        lock(&self.desk).fault.take()
    }

    pub fn hear(&self, key: u64, rate: u32, frame: &[i16]) -> Option<Fault> {
        let mut desk = lock(&self.desk);
        if desk.fault.is_some() {
            return desk.fault.take();
        }
        if desk.state.0 != FileState::Active {
            return None;
        }
        let others = desk.lanes.iter().flatten().filter(|lane| lane.key != key);
        let behind = others.map(Lane::backlog).max().unwrap_or(0);
        let lane = desk.lane(key)?;
        lane.push(rate, frame, behind);
        let call = lane.is_half_full() && !desk.called;
        desk.called |= call;
        drop(desk);
        if call {
            files::wake();
        }
        None
    }

    /// Waits until all that was heard is in the file, and until the file is complete if it is ending.
    pub fn finish(&self, patience: Duration) -> bool {
        // One hung disk delays whoever waits first, not everybody in turn.
        let patience = if files::is_stuck(self.disk()) {
            Duration::ZERO
        } else {
            patience
        };
        let deadline = Instant::now() + patience;
        let mut desk = lock(&self.desk);
        if desk.phase == Phase::Closed {
            return true;
        }
        desk.asked += 1;
        let mine = desk.asked;
        while desk.phase != Phase::Closed && desk.done < mine {
            files::wake();
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                files::note_stuck();
                return false;
            }
            let waited = self.changed.wait_timeout(desk, left.min(HANGS));
            desk = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// The file thread's part: writes what was heard, if it is time for it or `all` is to be done.
    pub fn work(&self, all: bool) -> After {
        let mut reel = lock(&self.reel);
        let now = Instant::now();
        let (phase, asked, flush, keeps) = {
            let mut desk = lock(&self.desk);
            let flush = desk.phase == Phase::Ending || desk.asked > desk.done;
            let called = std::mem::replace(&mut desk.called, false);
            let later = reel.next().filter(|next| *next > now);
            if let (Phase::Open, false, Some(next)) = (desk.phase, called || flush || all, later) {
                return After::At(next);
            }
            (desk.phase, desk.asked, flush, desk.keeps)
        };
        if phase == Phase::Closed {
            return After::Over;
        }
        self.widen();
        self.complain();
        let next = now + EVERY;
        let mut written = reel.write(&self.desk, flush);
        if written.is_ok() {
            written = match phase {
                Phase::Ending => reel.finish(keeps),
                _ => reel.sync(next),
            };
        }
        let mut desk = lock(&self.desk);
        desk.done = asked;
        desk.rate = reel.rate().unwrap_or(desk.rate);
        let over = match written {
            Ok(()) => phase == Phase::Ending,
            Err(fault) => {
                desk.fault = Some(fault);
                true
            }
        };
        if over {
            (desk.state, desk.phase) = (State(FileState::Idle), Phase::Closed);
            *reel = Reel::default();
        }
        let gone = desk.sweep();
        drop(desk);
        self.changed.notify_all();
        drop(gone);
        match over {
            true => After::Over,
            false => After::At(next),
        }
    }

    /// Says what was lost because the disk did not keep up.
    fn complain(&self) {
        let mut desk = lock(&self.desk);
        let lost: u64 = desk.lanes.iter_mut().flatten().map(Lane::take_lost).sum();
        drop(desk);
        if lost > 0 {
            tracing::warn!(
                "a recording has {} ms of silence in it where the disk did not keep up",
                lost / 1_000
            );
        }
    }

    /// Makes room in the lanes whose rate is higher than was thought.
    fn widen(&self) {
        for place in 0..MAX_TRACKS {
            let lane = |desk: &mut MutexGuard<'_, Desk>| {
                let lane = desk.lanes.get_mut(place)?.as_mut()?;
                Some((lane.wants()?, lane.key))
            };
            let Some((wanted, key)) = lane(&mut lock(&self.desk)) else {
                continue;
            };
            let Ok(larger) = Ring::try_new(wanted) else {
                continue;
            };
            let mut desk = lock(&self.desk);
            let lane = desk.lanes.get_mut(place).and_then(Option::as_mut);
            let before = match lane {
                Some(lane) if lane.key == key => lane.grow(larger),
                _ => larger,
            };
            drop(desk);
            drop(before);
        }
    }
}

impl Desk {
    fn lane(&mut self, key: u64) -> Option<&mut Lane> {
        let mut lanes = self.lanes.iter_mut().flatten();
        lanes.find(|lane| lane.key == key && !lane.closed)
    }

    fn end(&mut self) {
        self.state = State(FileState::Idle);
        if self.phase == Phase::Open {
            self.phase = Phase::Ending;
        }
    }

    /// Takes out the lanes that nobody needs any more.
    fn sweep(&mut self) -> [Option<Lane>; MAX_TRACKS] {
        let closed = self.phase == Phase::Closed;
        let gone =
            |lane: &mut Lane| lane.closed && (closed || (lane.is_empty() && lane.taken == 0));
        std::array::from_fn(|place| self.lanes.get_mut(place)?.take_if(|lane| gone(lane)))
    }
}
