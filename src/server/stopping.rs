//! How the server stops: no new calls, the ones that are up are ended within a limit, and it says
//! what it did.

use super::ledger::EndedBy;
use super::reload::has_terminal;
use super::{Endpoint, failed};
use crate::engine::Result;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::{Notify, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{Instant, sleep, timeout_at};

/// What the lines, which close after the calls are ended, may take for that.
const CLOSING: Duration = Duration::from_secs(30);

/// How long answers that are on their way have at least, however long the calls took.
const FAREWELL: Duration = Duration::from_secs(1);

/// What became of the calls that were up when the server was told to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Calls that were ended.
    pub ended: usize,
    /// Calls whose end the line did not confirm in time.
    pub unconfirmed: usize,
}

impl Report {
    /// The exit status: 0 if no call was left behind.
    pub fn status(self) -> u8 {
        u8::from(self.unconfirmed > 0)
    }
}

/// The signals that stop the server.
pub(super) struct Signals {
    terminate: Signal,
    interrupt: Signal,
    /// The terminal is gone, or the files are to be read anew; `None` if whoever started the server
    /// has it ignored, as nohup does.
    hang_up: Option<Signal>,
    /// A file may grow no more (RLIMIT_FSIZE). Caught, so that who writes is told instead.
    _file_size: Signal,
    /// Whether there is anything to read anew, and whether a terminal was there at the start.
    reloads: bool,
    had_terminal: bool,
    reload: Arc<Notify>,
}

impl Signals {
    /// Catches the signals from now on.
    pub fn new(reloads: bool) -> Result<Self> {
        let catch = |kind| signal(kind).map_err(|error| failed("Signals cannot be caught", &error));
        Ok(Signals {
            terminate: catch(SignalKind::terminate())?,
            interrupt: catch(SignalKind::interrupt())?,
            hang_up: match is_ignored(SignalKind::hangup()) {
                true => None,
                false => Some(catch(SignalKind::hangup())?),
            },
            _file_size: catch(SignalKind::from_raw(libc::SIGXFSZ))?,
            reloads,
            had_terminal: has_terminal(),
            reload: Arc::default(),
        })
    }

    /// What is notified when a signal says that the files are to be read anew.
    pub fn reload(&self) -> Arc<Notify> {
        self.reload.clone()
    }

    async fn next(&mut self) -> &'static str {
        let hang_up = async {
            let Some(signal) = &mut self.hang_up else {
                return std::future::pending().await;
            };
            while signal.recv().await.is_some() {
                // A terminal that closes is nobody's any more when it says so.
                if !self.reloads || (self.had_terminal && !has_terminal()) {
                    return;
                }
                self.reload.notify_one();
            }
        };
        tokio::select! {
            _ = self.terminate.recv() => "SIGTERM",
            _ = self.interrupt.recv() => "SIGINT",
            () = hang_up => "SIGHUP",
        }
    }
}

/// Whether the process was started with this signal ignored (proc_pid_status(5), `SigIgn`).
fn is_ignored(kind: SignalKind) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask >> (kind.as_raw_value() - 1) & 1 == 1)
}

/// Waits until the server is to stop, and stops it. A second signal cuts the waiting short.
pub(super) async fn wait(
    endpoint: &Arc<Endpoint>,
    signals: &mut Signals,
    close: watch::Sender<bool>,
    serving: JoinHandle<JoinSet<()>>,
    limit: Duration,
) -> Report {
    let name = tokio::select! {
        name = signals.next() => name,
        () = endpoint.drained() => "none, it is drained",
    };
    let deadline = Instant::now() + limit;
    endpoint.closing.store(true, Ordering::Relaxed);
    let before = endpoint.calls.settle().len();
    let status = match before {
        0 => "no call is up".to_owned(),
        1 => "ending 1 call".to_owned(),
        count => format!("ending {count} calls"),
    };
    // It is not to kill the server while that is still within its own time.
    let extended = limit.saturating_add(CLOSING).as_micros();
    let state = format!("STOPPING=1\nEXTEND_TIMEOUT_USEC={extended}\nSTATUS=stopping, {status}");
    endpoint.manager.tell(&state);
    tracing::info!(signal = name, calls = before, ?limit, "stopping");
    let _ = close.send(true);
    let mut last_word = deadline;
    tokio::select! {
        () = end_calls(endpoint, deadline) => {}
        name = signals.next() => {
            tracing::warn!(signal = name, "not waiting any longer");
            last_word = Instant::now();
        }
    }
    // Before the lines close, which may yet end them: by then nobody can be told of it.
    let unconfirmed = endpoint.calls.give_up();
    endpoint.feed.close();
    // Answers that are on their way still go out, and streams say how it ended.
    let last_word = last_word.max(Instant::now() + FAREWELL);
    let finish = async {
        if let Ok(mut open) = serving.await {
            while let Ok(Some(_)) = timeout_at(last_word, open.join_next()).await {}
        }
    };
    tokio::select! {
        () = finish => {}
        name = signals.next() => tracing::warn!(signal = name, "not waiting any longer"),
    }
    let report = Report {
        ended: before.saturating_sub(unconfirmed),
        unconfirmed,
    };
    tracing::info!(ended = report.ended, unconfirmed, "stopped");
    report
}

/// Lets the next signal end the process: its lines may take a while to close, and whoever does not
/// want to wait for that says so as before. The exit status is what it would have been anyway.
pub(super) fn leave_at_next(mut signals: Signals, runtime: Runtime, report: Report) {
    let waiting = std::thread::Builder::new().name("tapi3-signals".to_owned());
    let handle = runtime.handle().clone();
    let waiting = waiting.spawn(move || {
        let name = handle.block_on(signals.next());
        tracing::warn!(signal = name, "left before the lines were closed");
        std::process::exit(report.status().into());
    });
    match waiting {
        // It serves the signals until the process ends.
        Ok(_) => std::mem::forget(runtime),
        Err(error) => {
            tracing::warn!(%error, "signals are not heard while the lines close");
            runtime.shutdown_background();
        }
    }
}

/// Ends all calls and waits until they are over.
async fn end_calls(endpoint: &Endpoint, deadline: Instant) {
    let mut pause = Duration::from_millis(1);
    loop {
        let live = endpoint.calls.settle();
        if live.is_empty() || Instant::now() >= deadline {
            return;
        }
        // Again each time: some may have been on their way in just now.
        for entry in live {
            endpoint.end(&entry, EndedBy::Shutdown);
        }
        sleep(pause).await;
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}
