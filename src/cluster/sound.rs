//! The sound of clients' calls, on a thread and a connection of its own, from the first call on that
//! has any: what a client says is played on the node's call, and what its far end says goes to the
//! client. Nothing waits for it; what comes too late or is too much is dropped.

use super::acts::{Later, TOO_LATE, unbroken};
use super::carrying::Common;
use super::failed;
use super::node::Hub;
use crate::engine::TerminalRef;
use crate::engine::{
    Call, CallHandle, Error, ErrorKind, Flow, Kind, LONGEST_FRAME, Result, Role, Terminal,
};
use crate::pool::meaning::OVER;
use crate::pool::sound::{Ear, Mouth, RATE, Samples};
use crate::shared::Shared;
use crate::terminals::{Converters, ProgramDrain};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tapi3_bus::seal::Key;
use tapi3_bus::{FRAME_SAMPLES, subject};
use tapi3_common::sync::unmodelled::lock;
use tapi3_media::mix;

/// How much of what a far end says waits to be sent.
const QUEUE: Duration = Duration::from_millis(200);

/// How long whoever asks for sound waits for the thread.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

const NOT_YET: Error = Error::new(
    ErrorKind::OperationFailed,
    "The node does not hear sound over the bus yet.",
);

const NO_PART: Error = Error::new(
    ErrorKind::AccessDenied,
    "Nobody of this user has placed or answered the call.",
);

/// What a client says, on its way to the line.
pub(super) struct Heard {
    pub ear: Ear,
    converters: Converters,
    /// What is heard and not converted yet.
    piece: Samples,
    from: usize,
    /// Whether the client says anything in it.
    sounds: bool,
}

/// The sound of a session's call.
pub(super) struct Voice {
    pub user: String,
    pub key: Key,
    /// Where the session hears it.
    pub subject: String,
    /// The session's token, and its number for the call.
    pub place: (u64, u64),
    pub heard: Mutex<Heard>,
    /// What the far end says.
    drain: Shared<ProgramDrain>,
    pub mouth: Mutex<Mouth>,
}

impl Voice {
    fn try_new(user: &str, key: Key, subject: String, place: (u64, u64)) -> Result<Self> {
        let heard = Heard {
            ear: Ear::try_new()?,
            converters: Converters::from(RATE)?,
            piece: [0; FRAME_SAMPLES],
            from: FRAME_SAMPLES,
            sounds: false,
        };
        let drain = ProgramDrain::try_new(RATE, QUEUE)
            .map_err(|fault| failed("There is no sound", &fault))?;
        Ok(Voice {
            user: user.to_owned(),
            key,
            subject,
            place,
            heard: Mutex::new(heard),
            drain,
            mouth: Mutex::default(),
        })
    }

    /// The next 20 ms of what the far end says, if they are there.
    pub fn next(&self) -> Option<Samples> {
        if self.drain.waiting() < FRAME_SAMPLES {
            return None;
        }
        let mut samples = [0; FRAME_SAMPLES];
        let read = self.drain.read(&mut samples, Some(Duration::ZERO));
        (read.count > 0).then_some(samples)
    }
}

/// The client, as it speaks on the node's call.
struct Speaker(Arc<Voice>);

impl Terminal for Speaker {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn play(&self, _call: &Call, rate: u32, frame: &mut [i16]) -> bool {
        let mut said = [0; LONGEST_FRAME];
        let wanted = frame.len().min(said.len());
        let said = said.get_mut(..wanted).unwrap_or(&mut []);
        let sounds = lock(&self.0.heard).fill(rate, said);
        if sounds {
            mix::add(frame, said);
        }
        sounds
    }
}

impl Heard {
    /// Fills `out` with what the client says next, at `rate` Hz. Returns whether it says anything.
    fn fill(&mut self, rate: u32, out: &mut [i16]) -> bool {
        let Some(resampler) = self.converters.at(rate) else {
            return false;
        };
        let (mut made, mut sounds) = (0, self.sounds);
        loop {
            let piece = self.piece.get(self.from..).unwrap_or(&[]);
            let done = resampler.process(piece, out.get_mut(made..).unwrap_or(&mut []));
            self.from += done.taken;
            made += done.given;
            if made >= out.len() {
                return sounds;
            }
            self.sounds = self.ear.hear(&mut self.piece);
            self.from = 0;
            sounds |= self.sounds;
        }
    }
}

/// The client, as it listens on the node's call.
struct Listener(Arc<Voice>, Arc<Common>);

impl Terminal for Listener {
    fn selected(&self, _handle: &CallHandle, _flow: Flow) -> Result<()> {
        Ok(())
    }

    fn unselected(&self, _call: &Call, _flow: Flow) {}

    fn hear(&self, _call: &Call, rate: u32, frame: &[i16]) {
        self.0.drain.hear(rate, frame);
        self.1.bell.notify_one();
    }
}

/// The sound of a session's call, until this is dropped.
pub(super) struct Sounding {
    common: Arc<Common>,
    handle: CallHandle,
    voice: Arc<Voice>,
    speaker: TerminalRef,
    listener: TerminalRef,
    /// What of it there is: that the client speaks, and that it listens.
    now: [bool; 2],
}

impl Sounding {
    fn new(common: Arc<Common>, handle: CallHandle, voice: Voice) -> Self {
        let voice = Arc::new(voice);
        Sounding {
            speaker: TerminalRef::new(Arc::new(Speaker(voice.clone()))),
            listener: TerminalRef::new(Arc::new(Listener(voice.clone(), common.clone()))),
            common,
            handle,
            voice,
            now: [false; 2],
        }
    }

    /// The client speaks, or listens, from now on, or does so no more.
    fn set(&mut self, wanted: [bool; 2]) -> Result<()> {
        let ends = [
            (Flow::Capture, &self.speaker, Role::Plays),
            (Flow::Render, &self.listener, Role::Hears),
        ];
        let mut done = Ok(());
        for ((now, wanted), (flow, terminal, role)) in self.now.iter_mut().zip(wanted).zip(ends) {
            match (*now, wanted, terminal.another()) {
                (false, true, Some(another)) => {
                    match unbroken(|| self.handle.select(flow, another, role, Kind::Hidden)) {
                        Ok(()) => *now = true,
                        Err(error) => done = Err(error),
                    }
                }
                (true, false, _) => {
                    // One that is gone already is off.
                    let _ = unbroken(|| self.handle.unselect(flow, terminal));
                    *now = false;
                }
                _ => {}
            }
        }
        let mut voices = lock(&self.common.voices);
        match self.now.contains(&true) {
            true => voices.insert(self.voice.place, self.voice.clone()),
            false => voices.remove(&self.voice.place),
        };
        done
    }
}

impl Drop for Sounding {
    fn drop(&mut self) {
        // Taking off cannot fail.
        let _ = self.set([false; 2]);
        let (heard, ignored) = lock(&self.voice.heard).ear.counts();
        tracing::debug!(heard, ignored, "the sound of a call has ended");
    }
}

impl Hub {
    /// Carries the sound of a call from now on, or does so no more. Where the thread for it does not
    /// hear clients yet, the answer is given when it does.
    pub(super) fn sound(
        &mut self,
        client: &str,
        op: u64,
        number: u64,
        wanted: [bool; 2],
    ) -> Result<Later> {
        self.has_part(client, number)?;
        let session = self.sessions.get_mut(client).ok_or(OVER)?;
        let (user, subject) = (
            session.user.clone(),
            subject::to_sound(&session.user, client),
        );
        let place = (session.token, number);
        let live = session.live_mut(number).ok_or(OVER)?;
        if op < live.sound_op {
            return Err(TOO_LATE);
        }
        live.sound_op = op;
        let key = self.users.get(&user).ok_or(OVER)?.key.clone();
        let sound = self.sound.get_or_insert_default();
        let sounding = match &mut live.sound {
            Some(sounding) => sounding,
            none => {
                let voice = Voice::try_new(&user, key, subject, place)?;
                let (common, handle) = (sound.common.clone(), live.handle.clone());
                none.insert(Sounding::new(common, handle, voice))
            }
        };
        sounding.set(wanted)?;
        if sound.is_ready {
            return Ok(Later::No);
        }
        let now = Instant::now();
        sound.waiting.push((client.to_owned(), op, now));
        self.hear_clients();
        Ok(Later::Yes)
    }

    /// Begins the thread for sound, if it is needed and is not there. All calls that have sound have it
    /// with the new one as they had it with the one before.
    fn hear_clients(&mut self) {
        let Some(sound) = self.sound.as_mut().filter(|sound| sound.is_lacking()) else {
            return;
        };
        let (access, words) = (self.access.clone(), self.words.clone());
        if let Err(error) = sound.begin(access, self.lease, &self.name, words) {
            if !sound.has_complained.swap(true, Ordering::Relaxed) {
                tracing::error!("there is no sound over the bus: {error}");
            }
        }
    }

    /// The thread for sound hears clients.
    pub(super) async fn hears(&mut self) {
        let Some(sound) = &mut self.sound else {
            return;
        };
        sound.is_ready = true;
        sound.has_complained.store(false, Ordering::Relaxed);
        for (client, op, _) in std::mem::take(&mut sound.waiting) {
            self.answer(&client, op, Ok(String::new())).await;
        }
    }

    /// The thread for sound is begun anew if it is gone, and who has waited long enough for it is told to
    /// ask again.
    pub(super) async fn look_after_sound(&mut self) {
        self.hear_clients();
        let Some(sound) = &mut self.sound else {
            return;
        };
        let waiting = std::mem::take(&mut sound.waiting).into_iter();
        let is_late = |(_, _, since): &(String, u64, Instant)| since.elapsed() > LONGEST_WAIT;
        let (late, waiting): (Vec<_>, _) = waiting.partition(is_late);
        sound.waiting = waiting;
        for (client, op, _) in late {
            self.answer(&client, op, Err(NOT_YET)).await;
        }
    }

    /// The thread for sound has ended by itself. Another is begun after a while.
    pub(super) fn deaf(&mut self) {
        if let Some(sound) = &mut self.sound {
            sound.join();
            sound.is_ready = false;
            sound.ended = Some(Instant::now());
        }
    }

    /// Fails unless the session, or another of the same user, has placed or answered the call: who was
    /// only offered it has no part in what is said on it.
    pub(super) fn has_part(&self, client: &str, number: u64) -> Result<()> {
        let session = self.sessions.get(client).ok_or(OVER)?;
        let live = session.live(number).ok_or(OVER)?;
        let held = self.held.get(&live.handle.call.id()).ok_or(OVER)?;
        let owns = |(other, number): &(String, u64)| {
            let other = self.sessions.get(other);
            let other = other.filter(|other| other.user == session.user);
            other.is_some_and(|other| other.live(*number).is_some_and(|live| live.owned))
        };
        match live.owned || held.parts.iter().any(owns) {
            true => Ok(()),
            false => Err(NO_PART),
        }
    }
}
