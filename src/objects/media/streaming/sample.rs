//! A sample: IStreamSample with its memory, which is IMemoryData.

use super::line::{Inside, Line, bytes_of, end_of};
use super::settings::Settings;
use super::{BYTES, NOT_RUNNING, Streamer, UNITS, check_flags, check_format, wave_format};
use crate::com::abi::*;
use crate::com::interfaces::*;
use crate::com::{
    Buffer, ComPtr, Error, Event, OK, Object, Place, Ref, Result, Success, Weak, com_class,
};
use crate::shared::Shared;
use std::sync::{Mutex, MutexGuard};
use std::time::Instant;
use tapi3_common::sync::unmodelled::lock;

/// The most that is moved at once, in sound samples.
const LONGEST: usize = 160;

/// Memory that samples share.
#[derive(Default)]
struct Memory {
    buffer: Option<Buffer>,
    /// How many bytes of it are sound.
    actual: usize,
    /// How many samples with it are on their way.
    used: usize,
}

/// How an update stands, or stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Done,
    Pending,
    TakenBack,
    Aborted,
}

struct State {
    status: Status,
    /// It begins again when it is done.
    again: bool,
    event: Option<Event>,
    /// Bytes that have passed.
    at: usize,
    start: LONGLONG,
    end: LONGLONG,
}

/// What became of moving a piece of sound: how much that was.
pub(super) enum Step {
    /// There is more to be moved.
    Moved(usize),
    /// The other end has no more, or takes no more.
    Stuck(usize),
    /// That was all.
    Done(usize),
}

impl Step {
    pub(super) fn moved(&self) -> usize {
        match self {
            Step::Moved(count) | Step::Stuck(count) | Step::Done(count) => *count,
        }
    }
}

/// One sample of a terminal's.
pub(super) struct Sample {
    streamer: Weak<Streamer>,
    line: Shared<Line>,
    /// Whether it is one of those that the terminal counts.
    own: bool,
    memory: Shared<Mutex<Memory>>,
    state: Mutex<State>,
}

com_class!(Sample: IAudioStreamSample, IAudioData);

const BUSY: Error = Error::with(
    MS_E_BUSY,
    "The sample is on its way; wait for its end with CompletionStatus.",
);

const NO_MEMORY: Error = Error::with(
    MS_E_NOTINIT,
    "The sample has no memory; give it some with IMemoryData::SetBuffer.",
);

/// The memory that a new sample has.
fn new_memory(settings: &Settings) -> Result<Option<Buffer>> {
    if !settings.with_memory {
        return Ok(None);
    }
    let number = |number: LONG| usize::try_from(number).unwrap_or_default();
    let length = usize::try_from(settings.size()).unwrap_or_default();
    let wanted = &settings.properties;
    let buffer = Buffer::try_new(length, number(wanted.cbAlign), number(wanted.cbPrefix))?;
    Ok(Some(buffer))
}

impl Sample {
    fn create(
        streamer: &Object<Streamer>,
        own: bool,
        memory: Shared<Mutex<Memory>>,
    ) -> Result<Ref<Self>> {
        // Its memory first, so that none counts that was not made.
        let vacant = Object::reserve()?;
        Ok(vacant.fill(Sample {
            streamer: streamer.downgrade(),
            line: streamer.line.clone(),
            own,
            memory,
            state: Mutex::new(State {
                status: Status::Done,
                again: false,
                event: None,
                at: 0,
                start: 0,
                end: 0,
            }),
        }))
    }

    /// A sample of the terminal's own.
    pub(super) fn own(streamer: &Object<Streamer>, settings: &Settings) -> Result<Ref<Self>> {
        let memory = Memory {
            buffer: new_memory(settings)?,
            ..Memory::default()
        };
        Self::create(streamer, true, Shared::try_new(Mutex::new(memory))?)
    }

    /// A sample that shares the memory of another.
    pub(super) fn sharing(streamer: &Object<Streamer>, other: &Sample) -> Result<Ref<Self>> {
        Self::create(streamer, false, other.memory.clone())
    }

    pub(super) fn is_own(&self) -> bool {
        self.own
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        lock(&self.memory)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// It is handed out anew.
    pub(super) fn take(&self) {
        let mut state = self.state();
        (state.status, state.at, state.start, state.end) = (Status::Done, 0, 0, 0);
        drop(state);
        self.memory().actual = 0;
    }

    /// Its memory becomes as large as the settings say, if it is the terminal's to give.
    pub(super) fn fit(&self, settings: &Settings) -> Result<()> {
        let length = usize::try_from(settings.size()).unwrap_or_default();
        let fits = match &self.memory().buffer {
            Some(buffer) => buffer.length() == length || !buffer.is_own(),
            None => false,
        };
        if fits || !settings.with_memory {
            return Ok(());
        }
        let buffer = new_memory(settings)?;
        let before = std::mem::replace(&mut self.memory().buffer, buffer);
        drop(before);
        Ok(())
    }

    /// Gives what the program wrote to `take`, which tells how much it took.
    pub(super) fn say(&self, most: usize, take: impl FnOnce(&[i16]) -> usize) -> Step {
        let mut bytes = [0; LONGEST * BYTES];
        let mut sound = [0; LONGEST];
        let mut state = self.state();
        let memory = self.memory();
        let Some(buffer) = &memory.buffer else {
            return Step::Done(0);
        };
        let left = memory.actual.saturating_sub(state.at);
        let wanted = left.min(bytes_of(most)).min(bytes.len());
        let read = buffer.read(state.at, bytes.get_mut(..wanted).unwrap_or(&mut []));
        drop(memory);
        let read = bytes.get(..read).unwrap_or(&[]).chunks_exact(BYTES);
        let count = read.len();
        for (to, from) in sound.iter_mut().zip(read) {
            *to = from.try_into().map_or(0, i16::from_le_bytes);
        }
        let taken = match count {
            0 => 0,
            _ => take(sound.get(..count).unwrap_or(&[])),
        };
        state.at += bytes_of(taken);
        if left < bytes_of(taken + 1) {
            Step::Done(taken)
        } else if taken < count {
            Step::Stuck(taken)
        } else {
            Step::Moved(taken)
        }
    }

    /// Takes what was heard from `give`, which tells how much there was; `moved` is how much there was
    /// before.
    pub(super) fn hear(
        &self,
        most: usize,
        moved: u64,
        give: impl FnOnce(&mut [i16]) -> usize,
    ) -> Step {
        let mut bytes = [0; LONGEST * BYTES];
        let mut sound = [0; LONGEST];
        let mut state = self.state();
        let mut memory = self.memory();
        let Some(length) = memory.buffer.as_ref().map(Buffer::length) else {
            return Step::Done(0);
        };
        let left = length.saturating_sub(state.at) / BYTES;
        let wanted = left.min(most).min(LONGEST);
        let given = give(sound.get_mut(..wanted).unwrap_or(&mut []));
        let sound = sound.get(..given).unwrap_or(&[]);
        for (to, from) in bytes.chunks_exact_mut(BYTES).zip(sound) {
            to.copy_from_slice(&from.to_le_bytes());
        }
        let time = |sounds: u64| LONGLONG::try_from(sounds * UNITS).unwrap_or(LONGLONG::MAX);
        if state.at == 0 {
            state.start = time(moved);
        }
        state.end = time(moved + given as u64);
        if let Some(buffer) = &memory.buffer {
            buffer.write(state.at, bytes.get(..bytes_of(given)).unwrap_or(&[]));
        }
        state.at += bytes_of(given);
        memory.actual = state.at;
        if given == left {
            Step::Done(given)
        } else if given < wanted {
            Step::Stuck(given)
        } else {
            Step::Moved(given)
        }
    }

    /// Everything of it has passed. Whether it begins again.
    pub(super) fn done(&self) -> bool {
        let mut state = self.state();
        // One without sound would begin again for ever.
        let again = state.again && state.at > 0;
        if again {
            state.at = 0;
            if let Some(event) = &state.event {
                event.signal();
            }
            return true;
        }
        self.finish(&mut state, Status::Done);
        false
    }

    /// The stream has ended under it.
    pub(super) fn abort(&self) {
        self.finish(&mut self.state(), Status::Aborted);
    }

    fn finish(&self, state: &mut State, status: Status) {
        if state.status != Status::Pending {
            return;
        }
        state.status = status;
        state.again = false;
        let mut memory = self.memory();
        memory.used = memory.used.saturating_sub(1);
        drop(memory);
        if let Some(event) = state.event.take() {
            event.signal();
        }
    }

    fn status(&self) -> Result<Success> {
        match self.state().status {
            Status::Done => Ok(OK),
            Status::Pending => Ok(Success::Code(MS_S_PENDING)),
            Status::TakenBack => Ok(Success::Code(MS_S_NOUPDATE)),
            Status::Aborted => Err(Error::with(
                E_ABORT,
                "The update was ended before it was done: by COMPSTAT_ABORT, or the stream has ended.",
            )),
        }
    }

    fn is_pending(&self) -> bool {
        self.state().status == Status::Pending
    }

    /// Waits for the end of the update.
    fn wait(&self, mut inside: MutexGuard<'_, Inside>, end: Option<Instant>) {
        while self.is_pending() {
            let rest = end.map(|end| end.saturating_duration_since(Instant::now()));
            if rest.is_some_and(|rest| rest.is_zero()) {
                return;
            }
            inside = self.line.wait(inside, rest);
        }
    }

    fn streamer(&self) -> Result<Ref<Streamer>> {
        self.streamer.upgrade().ok_or(Error::with(
            MS_E_NOSTREAM,
            "The terminal of the sample has been released.",
        ))
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        if self.own {
            self.line.unmade();
        }
    }
}

impl Object<Sample> {
    /// Sends it on its way.
    fn begin(&self, again: bool, event: Option<Event>) -> Result<()> {
        let streamer = self.streamer.upgrade().ok_or(NOT_RUNNING)?;
        let mut inside = self.line.lock();
        inside.check_running(self.line.flow)?;
        let mut state = self.state();
        if state.status == Status::Pending {
            return Err(BUSY);
        }
        let mut memory = self.memory();
        if memory.buffer.is_none() {
            return Err(Error::new(VFW_E_BUFFER_NOTSET));
        }
        let news = inside.add(self.this())?;
        memory.used += 1;
        state.status = Status::Pending;
        (state.again, state.at) = (again, 0);
        let before = std::mem::replace(&mut state.event, event);
        drop((memory, state, inside));
        drop(before);
        streamer.tell(news);
        self.line.pump();
        Ok(())
    }
}

impl IStreamSampleImpl for Object<Sample> {
    fn get_media_stream(&self) -> Result<ComPtr<IMediaStream>> {
        Ok(self.streamer()?.into_interface())
    }

    fn get_sample_times(&self) -> Result<(LONGLONG, LONGLONG, LONGLONG)> {
        let now = self.line.lock().now();
        let state = self.state();
        let now = LONGLONG::try_from(now).unwrap_or(LONGLONG::MAX);
        Ok((state.start, state.end, now))
    }

    fn set_sample_times(&self, start: Option<LONGLONG>, end: Option<LONGLONG>) -> Result<Success> {
        let mut state = self.state();
        state.start = start.unwrap_or(state.start);
        state.end = end.unwrap_or(state.end);
        Ok(OK)
    }

    /// There are no APCs: E_NOTIMPL.
    fn update(
        &self,
        flags: DWORD,
        event: Option<Event>,
        apc: bool,
        _data: DWORD,
    ) -> Result<Success> {
        if flags & !(SSUPDATE_ASYNC | SSUPDATE_CONTINUOUS) != 0 {
            return Err(Error::invalid_argument("Not a flag of Update (SSUPDATE_)."));
        }
        if apc && event.is_some() {
            return Err(Error::invalid_argument(
                "An update tells its end to an event or to an APC, not to both.",
            ));
        }
        if apc {
            return Err(Error::not_implemented(
                "There are no APCs; give an event, or wait with CompletionStatus.",
            ));
        }
        let waits = flags == 0 && event.is_none();
        self.begin(flags & SSUPDATE_CONTINUOUS != 0, event)?;
        if waits {
            self.wait(self.line.lock(), None);
        }
        self.status()
    }

    fn completion_status(&self, flags: DWORD, milliseconds: DWORD) -> Result<Success> {
        if flags & !(COMPSTAT_NOUPDATEOK | COMPSTAT_WAIT | COMPSTAT_ABORT) != 0 {
            return Err(Error::invalid_argument(
                "Not a flag of CompletionStatus (COMPSTAT_).",
            ));
        }
        let own = self.this();
        let mut inside = self.line.lock();
        let mut state = self.state();
        let taken = flags & COMPSTAT_NOUPDATEOK != 0 && state.at == 0;
        let mut gone = None;
        if state.status == Status::Pending && (taken || flags & COMPSTAT_ABORT != 0) {
            gone = inside.remove(&own);
            let status = match taken {
                true => Status::TakenBack,
                false => Status::Aborted,
            };
            self.finish(&mut state, status);
            self.line.tell_changed();
        }
        // What is begun is done once and not again.
        state.again &= flags & COMPSTAT_NOUPDATEOK == 0;
        drop(state);
        if flags & COMPSTAT_WAIT != 0 {
            self.wait(inside, end_of(milliseconds));
        } else {
            drop(inside);
        }
        drop(gone);
        self.status()
    }
}

impl IAudioStreamSampleImpl for Object<Sample> {
    fn get_audio_data(&self) -> Result<ComPtr<IAudioData>> {
        Ok(self.interface())
    }
}

impl IMemoryDataImpl for Object<Sample> {
    fn set_buffer(&self, length: DWORD, place: Place, flags: DWORD) -> Result<Success> {
        check_flags(flags)?;
        let given = Buffer::given(place, usize::try_from(length).unwrap_or_default())?;
        let mut memory = self.memory();
        if memory.used > 0 {
            return Err(BUSY);
        }
        let before = memory.buffer.replace(given);
        memory.actual = 0;
        drop(memory);
        drop(before);
        Ok(OK)
    }

    fn get_info(&self) -> Result<(DWORD, Place, DWORD)> {
        let memory = self.memory();
        let buffer = memory.buffer.as_ref().ok_or(NO_MEMORY)?;
        let number = |number| DWORD::try_from(number).unwrap_or(DWORD::MAX);
        Ok((
            number(buffer.length()),
            buffer.place(),
            number(memory.actual),
        ))
    }

    fn set_actual(&self, length: DWORD) -> Result<Success> {
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let mut memory = self.memory();
        let room = memory
            .buffer
            .as_ref()
            .map(Buffer::length)
            .ok_or(NO_MEMORY)?;
        if memory.used > 0 {
            return Err(BUSY);
        }
        if length > room {
            return Err(Error::invalid_argument(
                "The memory of the sample is not that long.",
            ));
        }
        memory.actual = length;
        Ok(OK)
    }
}

impl IAudioDataImpl for Object<Sample> {
    fn get_format(&self) -> Result<WAVEFORMATEX> {
        Ok(wave_format())
    }

    /// The format that there is, and no other: VFW_E_TYPE_NOT_ACCEPTED.
    fn set_format(&self, format: &WAVEFORMATEX) -> Result<Success> {
        check_format(format)?;
        Ok(OK)
    }
}
