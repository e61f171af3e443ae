//! The sound of our calls, on a thread and a connection of its own, from the first call on that has
//! any: every 20 ms what the program plays goes to the node that has the call, and what came from
//! there goes to the program. Nothing waits for it; what comes too late or is too much is dropped.

use super::control::Control;
use super::pool::{ANOTHER_TRY, Pool};
use super::session::Then;
use crate::engine::{Call, Error, ErrorKind, Result};
use crate::pool::sound::{Ear, Mouth, RATE};
use crate::pool::{Access, Link};
use crate::providers::switchboard::{self, Control as _, Worker};
use crate::shared::Shared;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3_bus::seal::Key;
use tapi3_bus::{Ask, FRAME_SAMPLES, open_frame, place_of_frame, seal_frame, subject};
use tapi3_common::sync::unmodelled::lock;
use tokio::sync::Notify;
use tokio::time::Instant;

/// From one frame to the next.
const TICK: Duration = Duration::from_millis(20);

/// Who is later than this leaves out what was missed.
const LATEST: Duration = Duration::from_millis(200);

/// How long it may take until the bus knows where we hear.
const SETTLING: Duration = Duration::from_millis(500);

/// After so many frames without a terminal the node is told that there is no sound.
const IDLE: u32 = 50;

const CLOSED: Error = Error::new(
    ErrorKind::OperationFailed,
    "The connection to the bus has ended.",
);

/// The sound of one of our calls.
pub(super) struct Voice {
    call: Call,
    control: Shared<Control>,
    /// Where its node hears it.
    subject: String,
    /// The session's name, as it stands in subjects.
    session: String,
    /// The session's token, and its number for the call.
    place: (u64, u64),
    /// Whether the node carries it.
    carried: AtomicBool,
    over: AtomicBool,
}

/// The sound of a call, until this is dropped.
pub(super) struct Sounding {
    voice: Arc<Voice>,
    /// What the node was asked for last: that it hears us, and that we hear it. None: not asked yet.
    asked: Option<[bool; 2]>,
    /// The number of that question.
    op: u64,
}

impl Drop for Sounding {
    fn drop(&mut self) {
        self.voice.over.store(true, Ordering::Release);
    }
}

/// What the thread and the provider share.
#[derive(Default)]
struct Common {
    /// Calls whose sound begins.
    new: Mutex<Vec<Talk>>,
    bell: Notify,
    closing: AtomicBool,
    /// Whether nodes can be heard.
    is_ready: AtomicBool,
}

/// A call's sound, as the thread has it.
struct Talk {
    voice: Arc<Voice>,
    ear: Ear,
    mouth: Mouth,
    /// For how many frames it has had no terminal.
    idle: u32,
    /// What the provider was told of last: that it has terminals, and that one of them hears.
    told: [bool; 2],
}

/// The way to the thread, which ends with it.
pub(super) struct Sound {
    common: Arc<Common>,
    worker: Worker,
}

impl Sound {
    fn start(access: Access, lease: Duration, key: Key, (user, lot): (&str, &str)) -> Result<Self> {
        let common = Arc::new(Common::default());
        let (shared, subject) = (common.clone(), subject::to_all_sound(user, lot));
        let work = move || {
            // If there is sound once more, another thread carries it.
            let _ending = Ending(&shared);
            // Here, since a runtime cannot be dropped where another is at work.
            let carried = switchboard::runtime("tapi3-remote-sound-lookup").and_then(|runtime| {
                let carried = runtime.block_on(carry(&shared, access, lease, key, subject));
                runtime.shutdown_background();
                carried
            });
            if let Err(error) = carried {
                tracing::error!("remote lines have no sound: {error}");
            }
        };
        let worker = Worker::start("tapi3-remote-sound", work)
            .map_err(|error| switchboard::failed("Remote lines have no sound", &error))?;
        Ok(Sound { common, worker })
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.common.closing.store(true, Ordering::Release);
        self.common.bell.notify_one();
        self.worker.join();
    }
}

/// Says that the thread has ended, by a panic too.
struct Ending<'a>(&'a Common);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.closing.store(true, Ordering::Release);
    }
}

/// Carries sound until it is told to end.
async fn carry(
    common: &Common,
    access: Access,
    lease: Duration,
    key: Key,
    subject: String,
) -> Result<()> {
    let link = Link::open_for_sound(access, lease).await?;
    let mut heard = link.hear(subject).await?;
    let mut connected = link.connected();
    let mut voices = Voices {
        common,
        key,
        all: HashMap::new(),
        ignored: 0,
    };
    let mut next = Instant::now();
    while !common.closing.load(Ordering::Acquire) {
        let is_ready = common.is_ready.load(Ordering::Acquire);
        for new in std::mem::take(&mut *lock(&common.new)) {
            if is_ready {
                // The provider's thread may not have seen that yet.
                new.voice.look();
            }
            voices.all.insert(new.voice.place, new);
        }
        let is_idle = voices.all.is_empty() || !is_ready;
        tokio::select! {
            biased;
            () = tokio::time::sleep_until(next), if !is_idle => {
                voices.let_go();
                voices.tick(&link).await;
                let now = Instant::now();
                next += TICK;
                if now.saturating_duration_since(next) > LATEST {
                    next = now;
                }
            }
            // What is waited for is held, and must not be while something else is waited for.
            true = async { connected.wait_for(|up| *up).await.is_ok() }, if !is_ready => {
                link.flush(SETTLING).await;
                common.is_ready.store(true, Ordering::Release);
                for voice in voices.all.values() {
                    voice.voice.look();
                }
                next = Instant::now();
            }
            () = common.bell.notified() => {
                if is_idle {
                    next = Instant::now();
                }
            }
            message = heard.next() => {
                let message = message.ok_or(CLOSED)?;
                voices.take(&message.subject, &message.payload);
            }
            // Calls come and go meanwhile.
            () = tokio::time::sleep(SETTLING), if !is_ready => voices.let_go(),
        }
    }
    let ignored = voices.ignored;
    tracing::debug!(ignored, "no more sound over the bus");
    Ok(())
}

impl Voice {
    /// Has the provider's thread look at what the call has.
    fn look(&self) {
        self.control.sound();
        self.control.wake();
    }
}

/// All calls with sound.
struct Voices<'a> {
    common: &'a Common,
    key: Key,
    /// By the session's token, and the call's number in it.
    all: HashMap<(u64, u64), Talk>,
    /// Messages that were of none of them.
    ignored: u64,
}

impl Drop for Voices<'_> {
    fn drop(&mut self) {
        // Those that were carried ask for another thread. The others do so by themselves after a while.
        self.common.closing.store(true, Ordering::Release);
        if self.common.is_ready.load(Ordering::Acquire) {
            self.all.values().for_each(|voice| voice.voice.look());
        }
    }
}

impl Voices<'_> {
    /// A frame has come, as it seems. Who may speak on the bus can send anything.
    fn take(&mut self, subject: &str, bytes: &[u8]) {
        let place = place_of_frame(bytes);
        let voice = place.and_then(|place| self.all.get_mut(&place));
        let session = subject::sound_session_of(subject);
        let voice = voice.filter(|voice| session == Some(&voice.voice.session));
        let frame = voice.and_then(|voice| {
            let frame = open_frame(&self.key, subject, bytes).ok()?;
            Some((voice, frame))
        });
        match frame {
            Some((voice, frame)) => voice.ear.take(&frame),
            None => self.ignored += 1,
        }
    }

    /// Lets go of the calls that are over.
    fn let_go(&mut self) {
        self.all.retain(|_, voice| {
            let is_over = voice.voice.over.load(Ordering::Acquire);
            if is_over {
                let (heard, ignored) = voice.ear.counts();
                tracing::debug!(heard, ignored, "the sound of a call has ended");
            }
            !is_over
        });
    }

    async fn tick(&mut self, link: &Link) {
        for one in self.all.values_mut() {
            one.look();
            if !one.voice.carried.load(Ordering::Acquire) {
                continue;
            }
            let mut samples = [0; FRAME_SAMPLES];
            if one.voice.call.playout(RATE, &mut samples) {
                let frame = one.mouth.say(one.voice.place, &samples);
                let bytes = seal_frame(&self.key, &one.voice.subject, &frame);
                link.send(&one.voice.subject, bytes.to_vec()).await;
            }
            if one.voice.call.is_heard() {
                one.ear.hear(&mut samples);
                one.voice.call.capture(RATE, &mut samples);
            }
        }
    }
}

impl Talk {
    /// Tells the provider's thread of what has changed.
    fn look(&mut self) {
        let call = &self.voice.call;
        self.idle = match call.has_sound() {
            true => 0,
            false => self.idle.saturating_add(1),
        };
        let now = match self.idle {
            0 => [true, call.is_heard()],
            idle if idle < IDLE => self.told,
            _ => [false; 2],
        };
        if now != self.told {
            self.told = now;
            self.voice.look();
        }
    }
}

impl Pool {
    /// Looks whether a call has sound, and has its node carry it if it has.
    pub(super) async fn look_after_sound(&mut self, tag: u64) {
        let has_ended = |sound: &mut Sound| sound.common.closing.load(Ordering::Acquire);
        if self.sound.take_if(has_ended).is_some() {
            // Whatever it carried begins anew.
            self.legs.values_mut().for_each(|leg| leg.sound = None);
        }
        let Some(leg) = self.legs.get(&tag) else {
            return;
        };
        let wanted = [leg.call.has_sound(), leg.call.is_heard()];
        if leg.sound.is_none() {
            if !wanted.contains(&true) {
                return;
            }
            if let Err(error) = self.begin_sound(tag) {
                return self.refused_by_node(tag, "sound", &error);
            }
        }
        let is_ready = (self.sound.as_ref())
            .is_some_and(|sound| sound.common.is_ready.load(Ordering::Acquire));
        let Some(leg) = self.legs.get_mut(&tag) else {
            return;
        };
        let (Some(sounding), Some(session)) = (&mut leg.sound, self.sessions.get_mut(&leg.session))
        else {
            return;
        };
        if !is_ready {
            // Should its thread end instead, another is begun then.
            leg.again = Some(Instant::now() + ANOTHER_TRY);
            return;
        }
        if sounding.asked == Some(wanted) {
            return;
        }
        session.pending.remove(&sounding.op);
        sounding.asked = Some(wanted);
        if !wanted.contains(&true) {
            // What is played next waits until the node says that it listens.
            sounding.voice.carried.store(false, Ordering::Release);
        }
        let [plays, hears] = wanted;
        let ask = Ask::Sound {
            call: leg.number,
            plays,
            hears,
        };
        let then = Then::Sound(tag);
        sounding.op = session.ask(&self.link, &self.who, ask, then).await;
    }

    fn begin_sound(&mut self, tag: u64) -> Result<()> {
        let Some(leg) = self.legs.get_mut(&tag) else {
            return Ok(());
        };
        let Some(session) = self.sessions.get(&leg.session) else {
            return Ok(());
        };
        let sound = match &self.sound {
            Some(sound) => sound,
            None => {
                let who = (self.who.user.as_str(), self.lot.as_str());
                let (access, key) = (self.access.clone(), self.who.key.clone());
                self.sound
                    .insert(Sound::start(access, self.lease, key, who)?)
            }
        };
        let voice = Arc::new(Voice {
            call: leg.call.clone(),
            control: leg.control.clone(),
            subject: subject::ask_sound(&session.node, &self.who.user),
            session: leg.session.clone(),
            place: (session.token, leg.number),
            carried: AtomicBool::new(false),
            over: AtomicBool::new(false),
        });
        let begun = Talk {
            voice: voice.clone(),
            ear: Ear::try_new()?,
            mouth: Mouth::default(),
            idle: 0,
            told: [true, leg.call.is_heard()],
        };
        lock(&sound.common.new).push(begun);
        sound.common.bell.notify_one();
        leg.sound = Some(Sounding {
            voice,
            asked: None,
            op: 0,
        });
        Ok(())
    }

    /// The node carries the sound of a call, or, if not `done`, does not.
    pub(super) fn sound_is_carried(&mut self, tag: u64, done: bool) {
        let leg = self.legs.get_mut(&tag);
        if let Some(sounding) = leg.and_then(|leg| leg.sound.as_mut()) {
            if done {
                let carried = sounding.asked.is_some_and(|asked| asked.contains(&true));
                sounding.voice.carried.store(carried, Ordering::Release);
            } else {
                sounding.asked = None;
            }
        }
    }
}
