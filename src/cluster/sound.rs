//! The sound of clients' calls, on a thread and a connection of its own, from the first call on that
//! has any: what a client says is played on the node's call, and what its far end says goes to the
//! client. Nothing waits for it; what comes too late or is too much is dropped.

use super::acts::{Later, TOO_LATE};
use super::failed;
use super::node::{Hub, Word};
use crate::engine::TerminalRef;
use crate::engine::{
    Call, CallHandle, Error, ErrorKind, Flow, Kind, LONGEST_FRAME, Result, Role, Terminal,
};
use crate::pool::meaning::OVER;
use crate::pool::sound::{Ear, Mouth, RATE, Samples};
use crate::pool::{Access, Link};
use crate::shared::Shared;
use crate::terminals::{Converters, ProgramDrain};
use futures_util::StreamExt;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tapi3_bus::seal::Key;
use tapi3_bus::{FRAME_SAMPLES, open_frame, place_of_frame, seal_frame, subject};
use tapi3_common::sync::unmodelled::lock;
use tapi3_common::{descriptors, thread};
use tapi3_media::mix;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

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

/// How long it may take until the bus knows where we hear.
const SETTLING: Duration = Duration::from_millis(500);

/// What the node's thread and that of the sound share.
#[derive(Default)]
struct Common {
    /// By the token of the session, and the call's number in it.
    voices: Mutex<HashMap<(u64, u64), Arc<Voice>>>,
    /// There is something to send, or it is time to end.
    bell: Notify,
    closing: AtomicBool,
    /// Messages that were of no call with sound.
    ignored: AtomicU64,
}

/// The way to the thread, which ends with it.
pub(super) struct Sound {
    common: Arc<Common>,
    thread: Option<JoinHandle<()>>,
    /// Whether the thread hears clients.
    is_ready: bool,
    /// Who is to be told when it does, session and operation, and since when they wait.
    waiting: Vec<(String, u64, Instant)>,
}

impl Sound {
    /// Starts the thread. When it hears clients it says so by `words`.
    fn start(
        access: Access,
        lease: Duration,
        node: &str,
        words: UnboundedSender<Word>,
    ) -> Result<Self> {
        let build = || {
            let mut builder = tokio::runtime::Builder::new_current_thread();
            builder
                .enable_all()
                .thread_name("tapi3-node-sound-lookup")
                .build()
        };
        let common = Arc::new(Common::default());
        let (shared, node) = (common.clone(), node.to_owned());
        let run = move || {
            // Here, since a runtime cannot be dropped where another is at work.
            let built = descriptors::with_enough(build)
                .map_err(|error| failed("There is no sound", &descriptors::in_words(&error)));
            let carried = built.and_then(|runtime| {
                let carried = runtime.block_on(carry(&shared, access, lease, &node, &words));
                runtime.shutdown_background();
                carried
            });
            if let Err(error) = carried {
                tracing::error!("there is no sound over the bus: {error}");
                // The node has ended if nobody takes it.
                let _ = words.send(Word::Deaf);
            }
        };
        let thread = thread::start("tapi3-node-sound", run)
            .map_err(|error| failed("The thread for sound does not start", &error))?;
        Ok(Sound {
            common,
            thread: Some(thread),
            is_ready: false,
            waiting: Vec::new(),
        })
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.common.closing.store(true, Ordering::Release);
        self.common.bell.notify_one();
        if let Some(thread) = self.thread.take() {
            if thread.join().is_err() {
                tracing::error!("the node's thread for sound panicked");
            }
        }
    }
}

/// Carries sound until it is told to end.
async fn carry(
    common: &Common,
    access: Access,
    lease: Duration,
    node: &str,
    words: &UnboundedSender<Word>,
) -> Result<()> {
    let link = Link::open_for_sound(access, lease).await?;
    let mut heard = link.hear(subject::asks_sound(node)).await?;
    let mut connected = link.connected();
    let mut is_ready = false;
    while !common.closing.load(Ordering::Acquire) {
        tokio::select! {
            () = common.bell.notified() => common.send(&link).await,
            Some(message) = heard.next() => common.take(&message.subject, &message.payload),
            // What is waited for is held, and must not be while something else is waited for.
            true = async { connected.wait_for(|up| *up).await.is_ok() }, if !is_ready => {
                link.flush(SETTLING).await;
                is_ready = true;
                // The node has ended if nobody takes it.
                let _ = words.send(Word::Hears);
            }
        }
    }
    let ignored = common.ignored.load(Ordering::Relaxed);
    tracing::debug!(ignored, "no more sound over the bus");
    Ok(())
}

impl Common {
    /// A frame has come, as it seems. Who may speak on the bus can send anything.
    fn take(&self, subject: &str, bytes: &[u8]) {
        let place = place_of_frame(bytes);
        let voice = place.and_then(|place| lock(&self.voices).get(&place).cloned());
        let voice = voice.filter(|voice| subject::user_of(subject) == Some(&voice.user));
        let frame = voice.and_then(|voice| {
            let frame = open_frame(&voice.key, subject, bytes).ok()?;
            Some((voice, frame))
        });
        match frame {
            Some((voice, frame)) => lock(&voice.heard).ear.take(&frame),
            None => {
                if self.ignored.fetch_add(1, Ordering::Relaxed) == 0 {
                    tracing::debug!("a frame of no call with sound is ignored");
                }
            }
        }
    }

    /// Sends what the far ends have said since.
    async fn send(&self, link: &Link) {
        let voices: Vec<Arc<Voice>> = lock(&self.voices).values().cloned().collect();
        for voice in voices {
            while let Some(samples) = voice.next() {
                let frame = lock(&voice.mouth).say(voice.place, &samples);
                let bytes = seal_frame(&voice.key, &voice.subject, &frame);
                link.send(&voice.subject, bytes.to_vec()).await;
            }
        }
    }
}

/// What a client says, on its way to the line.
struct Heard {
    ear: Ear,
    converters: Converters,
    /// What is heard and not converted yet.
    piece: Samples,
    from: usize,
    /// Whether the client says anything in it.
    sounds: bool,
}

/// The sound of a session's call.
struct Voice {
    user: String,
    key: Key,
    /// Where the session hears it.
    subject: String,
    /// The session's token, and its number for the call.
    place: (u64, u64),
    heard: Mutex<Heard>,
    /// What the far end says.
    drain: Shared<ProgramDrain>,
    mouth: Mutex<Mouth>,
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
    fn next(&self) -> Option<Samples> {
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
                    match self.handle.select(flow, another, role, Kind::Hidden) {
                        Ok(()) => *now = true,
                        Err(error) => done = Err(error),
                    }
                }
                (true, false, _) => {
                    // One that is gone already is off.
                    let _ = self.handle.unselect(flow, terminal);
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
        let sound = match &mut self.sound {
            Some(sound) => sound,
            none => {
                let (access, words) = (self.access.clone(), self.words.clone());
                none.insert(Sound::start(access, self.lease, &self.name, words)?)
            }
        };
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
        Ok(Later::Yes)
    }

    /// The thread for sound hears clients.
    pub(super) async fn hears(&mut self) {
        let Some(sound) = &mut self.sound else {
            return;
        };
        sound.is_ready = true;
        for (client, op, _) in std::mem::take(&mut sound.waiting) {
            self.answer(&client, op, Ok(String::new())).await;
        }
    }

    /// Who has waited long enough for the thread for sound is told to ask again.
    pub(super) async fn wait_no_longer(&mut self) {
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

    /// The thread for sound has ended by itself. Whoever asks next begins another.
    pub(super) async fn deaf(&mut self) {
        let Some(sound) = self.sound.take() else {
            return;
        };
        for (client, op, _) in &sound.waiting {
            self.answer(client, *op, Err(NOT_YET)).await;
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
