//! What extensions record: a thread of its own writes the files, so that no tick waits for a disk.

use nix::sys::signal::SigSet;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Error as IoError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tapi3_common::{sync::lock, thread};
use tapi3_media::wav::{Coding, Container, Spec, Writer};

use super::mouths::{FRAME, Frame};
use crate::settings::make_file;

/// So many frames may wait to be written: ten seconds of one call, or one of ten.
const WAITING: usize = 512;

/// There is room besides for so many beginnings and ends, which are not to be lost.
const BESIDES: usize = 512;

/// How long the closing waits for the disk.
const PATIENCE: Duration = Duration::from_secs(3);

/// A file's sizes are brought up to date after so many frames: every second.
const SYNC: u64 = 50;

#[expect(
    clippy::large_enum_variant,
    reason = "nearly all are frames, and the queue has its memory from the start"
)]
enum Message {
    Begin(u64, PathBuf),
    Frame(u64, Frame),
    End(u64),
}

/// The writing of all files.
#[derive(Debug)]
pub(super) struct Recorder {
    sender: Mutex<Option<SyncSender<Message>>>,
    /// How many frames wait.
    waiting: Arc<AtomicUsize>,
    thread: Mutex<Option<JoinHandle<()>>>,
    next: AtomicU64,
}

impl Recorder {
    /// Starts the thread.
    pub fn start() -> Result<Arc<Self>, IoError> {
        let (sender, receiver) = sync_channel(WAITING + BESIDES);
        let waiting = Arc::<AtomicUsize>::default();
        let told = waiting.clone();
        let thread = thread::start("tapi3-recorder", move || write(&receiver, &told))?;
        Ok(Arc::new(Recorder {
            sender: Mutex::new(Some(sender)),
            waiting,
            thread: Mutex::new(Some(thread)),
            next: AtomicU64::new(1),
        }))
    }

    /// Ends every file, and the thread. Not for ever: a disk may hang.
    pub fn close(&self) {
        drop(lock(&self.sender).take());
        let Some(thread) = lock(&self.thread).take() else {
            return;
        };
        let deadline = Instant::now() + PATIENCE;
        while !thread.is_finished() {
            if Instant::now() >= deadline {
                tracing::error!("what extensions recorded is not complete: the disk is too slow");
                return;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        if thread.join().is_err() {
            tracing::error!("the simulated exchange's recorder panicked");
        }
    }

    #[expect(
        clippy::result_large_err,
        reason = "what does not fit is dropped at once"
    )]
    fn send(&self, message: Message) -> bool {
        let is_frame = matches!(message, Message::Frame(..));
        if is_frame && self.waiting.fetch_add(1, Ordering::Relaxed) >= WAITING {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            return false;
        }
        let sender = lock(&self.sender).clone();
        let sent = sender.map(|sender| sender.try_send(message));
        let is_full = matches!(sent, Some(Err(TrySendError::Full(_))));
        if is_frame && is_full {
            self.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        !is_full
    }
}

/// One call's recording. It is complete a moment after this is dropped.
#[derive(Debug)]
pub(super) struct Recording {
    recorder: Arc<Recorder>,
    id: u64,
    lost: u64,
}

impl Recording {
    pub fn begin(recorder: &Arc<Recorder>, path: &Path) -> Self {
        let id = recorder.next.fetch_add(1, Ordering::Relaxed);
        recorder.send(Message::Begin(id, path.to_owned()));
        Recording {
            recorder: recorder.clone(),
            id,
            lost: 0,
        }
    }

    pub fn hear(&mut self, frame: &Frame) {
        if !self.recorder.send(Message::Frame(self.id, *frame)) {
            self.lost += 1;
        }
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.recorder.send(Message::End(self.id));
        if self.lost > 0 {
            let lost = self.lost;
            tracing::warn!("an extension's recording lacks {lost} frames: the disk is too slow");
        }
    }
}

struct Open {
    writer: Writer<BufWriter<File>>,
    path: PathBuf,
    frames: u64,
}

fn write(receiver: &Receiver<Message>, waiting: &AtomicUsize) {
    // The program's signals are for its own threads; and a file that would become too large
    // (RLIMIT_FSIZE) is an error instead of a signal that ends the process.
    if let Err(error) = SigSet::all().thread_block() {
        tracing::warn!("the recorder of the simulated exchange cannot block signals: {error}");
    }
    let mut files: HashMap<u64, Open> = HashMap::new();
    for message in receiver {
        match message {
            Message::Begin(id, path) => match open(&path) {
                Ok(writer) => {
                    let frames = 0;
                    files.insert(
                        id,
                        Open {
                            writer,
                            path,
                            frames,
                        },
                    );
                }
                Err(error) => say_not_written(&path, &error),
            },
            Message::Frame(id, frame) => {
                waiting.fetch_sub(1, Ordering::Relaxed);
                let written = files.get_mut(&id).map(|open| open.take(&frame));
                if let Some(Err(error)) = written {
                    if let Some(open) = files.remove(&id) {
                        say_not_written(&open.path, &error);
                    }
                }
            }
            Message::End(id) => end(files.remove(&id)),
        }
    }
    files.into_values().for_each(|open| end(Some(open)));
}

fn end(open: Option<Open>) {
    if let Some(Open { writer, path, .. }) = open {
        if let Err(error) = writer.finish() {
            say_not_written(&path, &error);
        }
    }
}

fn open(path: &Path) -> Result<Writer<BufWriter<File>>, String> {
    let spec = Spec {
        container: Container::Wave,
        coding: Coding::Pcm16,
        rate: (FRAME * 50) as u32,
        channels: 1,
    };
    let file = BufWriter::new(make_file(path)?);
    Writer::new(file, spec).map_err(|error| error.to_string())
}

impl Open {
    fn take(&mut self, frame: &Frame) -> Result<(), tapi3_media::wav::Error> {
        self.writer.write(frame)?;
        self.frames += 1;
        if self.frames % SYNC == 0 {
            self.writer.sync()?;
        }
        Ok(())
    }
}

fn say_not_written(path: &Path, error: &dyn std::fmt::Display) {
    let path = path.display();
    tracing::error!("an extension's recording was not written to {path}: {error}");
}
