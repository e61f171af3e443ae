//! The thread that carries sound over the bus, and what it shares with the node's.

use super::failed;
use super::node::Word;
use super::sound::Voice;
use crate::engine::{Error, ErrorKind, Result};
use crate::pool::{Access, Link};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tapi3_bus::{open_frame, place_of_frame, seal_frame, subject};
use tapi3_common::sync::unmodelled::lock;
use tapi3_common::{descriptors, thread, words};
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

/// How long it may take until the bus knows where we hear.
const SETTLING: Duration = Duration::from_millis(500);

/// How soon after the thread has ended by itself another is begun.
const PAUSE: Duration = Duration::from_secs(1);

const CLOSED: Error = Error::new(
    ErrorKind::OperationFailed,
    "The connection to the bus has ended.",
);

/// What the node's thread and that of the sound share.
#[derive(Default)]
pub(super) struct Common {
    /// By the token of the session, and the call's number in it.
    pub voices: Mutex<HashMap<(u64, u64), Arc<Voice>>>,
    /// There is something to send, or it is time to end.
    pub bell: Notify,
    closing: AtomicBool,
    /// Messages that were of no call with sound.
    ignored: AtomicU64,
}

/// The way to the thread, which ends with it.
#[derive(Default)]
pub(super) struct Sound {
    pub common: Arc<Common>,
    thread: Option<JoinHandle<()>>,
    /// When it ended by itself, if no other was begun since.
    pub ended: Option<Instant>,
    /// Whether that was said since clients were heard.
    pub has_complained: Arc<AtomicBool>,
    /// Whether the thread hears clients.
    pub is_ready: bool,
    /// Who is to be told when it does, session and operation, and since when they wait.
    pub waiting: Vec<(String, u64, Instant)>,
}

/// Says that the thread has ended by itself, if it does so, by a panic too.
struct Ending {
    words: UnboundedSender<Word>,
    was_told: bool,
}

impl Drop for Ending {
    fn drop(&mut self) {
        if !self.was_told {
            // The node has ended if nobody takes it.
            let _ = self.words.send(Word::Deaf);
        }
    }
}

impl Sound {
    /// Starts the thread. When it hears clients it says so by `words`, and when it ends by itself.
    pub fn begin(
        &mut self,
        access: Access,
        lease: Duration,
        node: &str,
        words: UnboundedSender<Word>,
    ) -> Result<()> {
        let build = || {
            let mut builder = tokio::runtime::Builder::new_current_thread();
            builder
                .enable_all()
                .thread_name("tapi3-node-sound-lookup")
                .build()
        };
        let (shared, node) = (self.common.clone(), node.to_owned());
        let has_complained = self.has_complained.clone();
        let run = move || {
            let mut ending = Ending {
                words: words.clone(),
                was_told: false,
            };
            // Here, since a runtime cannot be dropped where another is at work.
            let built = descriptors::with_enough(build)
                .map_err(|error| failed("There is no sound", &words::of(&error)));
            let carried = built.and_then(|runtime| {
                let carried = runtime.block_on(carry(&shared, access, lease, &node, &words));
                runtime.shutdown_background();
                carried
            });
            match carried {
                Ok(()) => ending.was_told = true,
                // It is tried again every second.
                Err(error) if !has_complained.swap(true, Ordering::Relaxed) => {
                    tracing::error!("there is no sound over the bus: {error}");
                }
                Err(_) => {}
            }
        };
        self.ended = None;
        let started = thread::start("tapi3-node-sound", run);
        let started = started.map_err(|error| {
            self.ended = Some(Instant::now());
            failed("The thread for sound does not start", &error)
        });
        self.thread = Some(started?);
        Ok(())
    }

    /// Waits for the thread's end.
    pub fn join(&mut self) {
        if let Some(thread) = self.thread.take() {
            if thread.join().is_err() {
                tracing::error!("the node's thread for sound panicked");
            }
        }
    }

    /// Whether somebody needs the thread, and it may be begun.
    pub fn is_lacking(&self) -> bool {
        self.thread.is_none()
            && self.ended.is_none_or(|at| at.elapsed() >= PAUSE)
            && (!self.waiting.is_empty() || !lock(&self.common.voices).is_empty())
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.common.closing.store(true, Ordering::Release);
        self.common.bell.notify_one();
        self.join();
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
            message = heard.next() => {
                let message = message.ok_or(CLOSED)?;
                common.take(&message.subject, &message.payload);
            }
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
