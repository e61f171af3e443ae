//! The way to the bus.

use super::complaints::{Complaints, reason};
use super::hearing::Hearing;
use super::settings::Access;
use crate::engine::{Error, ErrorKind, Result};
use async_nats::{Client, ConnectOptions, Event};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tapi3_bus::{Notice, NoticeKind, VERSION, subject, write};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

/// How long the first connection may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long it takes at most until a lost connection is tried again.
const LONGEST_RETRY: Duration = Duration::from_secs(1);

/// How soon what the server's permissions lack is asked for again, at first and at most.
pub(super) const FIRST_PAUSE: Duration = Duration::from_secs(2);
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// How many subjects may be refused.
const MOST_REFUSED: usize = 64;

/// Where the answers of the bus's own services come.
const INBOX: &str = "_INBOX.";

/// Subjects that the server did not let us hear, and how often.
pub(super) type Refused = HashMap<String, u64>;

/// How often a server is asked whether it is there, as a part of the lease, and at most. One that is
/// silent three times is lost: well before the lease is over, so that nobody is taken for gone
/// because of that.
const PINGS: u32 = 8;
const SHORTEST_PING: Duration = Duration::from_millis(250);
const LONGEST_PING: Duration = Duration::from_secs(20);

/// A message that the connection does not take within this is not sent.
const LONGEST_WRITE: Duration = Duration::from_millis(500);

/// The same of sound, which is of no use later.
const LONGEST_FRAME_WRITE: Duration = Duration::from_millis(20);

/// What it is called in the log.
const BUS: &str = "the bus";

/// How many frames of sound may wait to be sent, and to be heard; more are dropped.
const MOST_FRAMES_OUT: usize = 256;
const MOST_FRAMES_IN: usize = 1024;

/// A connection to the bus, made again whenever it is lost.
pub struct Link {
    client: Client,
    connected: watch::Receiver<bool>,
    refused: watch::Receiver<Refused>,
    /// Makes the connection anew where answers could not be heard.
    _mending: AbortOnDropHandle<()>,
    /// Whether the connection did not take the last message in time: the next does not wait for it.
    stuck: AtomicBool,
    /// How long a message may wait to be taken.
    patience: Duration,
}

impl Link {
    /// Connects. With `patient`, a server that cannot be reached yet is tried again and again behind
    /// this. A connection on which the server is silent for half of `lease` is made anew.
    ///
    /// # Errors
    /// If the server refuses us, or, without `patient`, is not reached within some seconds.
    pub async fn open(access: Access, lease: Duration, patient: bool) -> Result<Self> {
        let options = ConnectOptions::new().name("tapi3");
        Self::with(options, access, lease, patient, BUS).await
    }

    /// As [`Link::open`], patiently, for the sound of calls: little of it waits, and what does not find
    /// room is dropped.
    ///
    /// # Errors
    /// As there.
    pub async fn open_for_sound(access: Access, lease: Duration) -> Result<Self> {
        let options = ConnectOptions::new()
            .name("tapi3 sound")
            .client_capacity(MOST_FRAMES_OUT)
            .subscription_capacity(MOST_FRAMES_IN);
        let mut link = Self::with(options, access, lease, true, "the bus, for sound,").await?;
        link.patience = LONGEST_FRAME_WRITE;
        Ok(link)
    }

    async fn with(
        options: ConnectOptions,
        access: Access,
        lease: Duration,
        patient: bool,
        what: &'static str,
    ) -> Result<Self> {
        let failed = |what: &dyn std::fmt::Display| {
            let text = format!("The bus {} cannot be used: {what}.", access.shown);
            Error::with_text(ErrorKind::OperationFailed, text)
        };
        let (state, connected) = watch::channel(false);
        let (lacks, refused) = watch::channel(Refused::new());
        let complaints = Arc::new(Complaints::of(what));
        let explains = complaints.clone();
        let mut options = options
            .connection_timeout(PATIENCE)
            .ping_interval((lease / PINGS).clamp(SHORTEST_PING, LONGEST_PING))
            .max_reconnects(None)
            .reconnect_delay_callback(|attempts| {
                let shorter = Duration::from_millis(50)
                    .saturating_mul(attempts.try_into().unwrap_or(u32::MAX));
                shorter.min(LONGEST_RETRY)
            })
            .reconnect_to_server_callback(move |servers, _| {
                // Whichever is next is as good; of what went wrong nothing else tells.
                explains.explain(&servers);
                std::future::ready(None)
            })
            .event_callback(move |event| {
                match &event {
                    Event::Connected => {
                        state.send_replace(true);
                    }
                    Event::Disconnected | Event::Closed => {
                        state.send_replace(false);
                    }
                    _ => {}
                }
                match event {
                    Event::Connected => tracing::info!("{what} is reached"),
                    Event::Disconnected => tracing::warn!("{what} is lost"),
                    // Some of it is dropped then, as it should be.
                    Event::SlowConsumer(_) if what != BUS => {}
                    other => {
                        if let Some(subject) = complaints.heed(&other) {
                            lacks.send_modify(|lacks| refuse(lacks, subject));
                        }
                    }
                }
                std::future::ready(())
            });
        if access.tls {
            options = options.require_tls(true);
        }
        if let Some(file) = &access.ca_file {
            options = options.add_root_certificates(file.clone());
        }
        if let Some(credentials) = &access.credentials {
            options = credentials.give(options).map_err(|e| failed(&e))?;
        }
        if let Some((login, password)) = &access.login {
            let password = password.reveal().to_owned();
            options = options.user_and_password(login.clone(), password);
        }
        if patient {
            options = options.retry_on_initial_connect();
        }
        let connect = options.connect(&access.servers);
        let client = match timeout(PATIENCE + Duration::from_secs(1), connect).await {
            Ok(connected) => connected.map_err(|error| failed(&reason(&error.to_string())))?,
            Err(_) => return Err(failed(&"it does not answer")),
        };
        let mending = tokio::spawn(hear_answers(client.clone(), refused.clone()));
        Ok(Link {
            client,
            connected,
            refused,
            _mending: AbortOnDropHandle::new(mending),
            stuck: AtomicBool::new(false),
            patience: LONGEST_WRITE,
        })
    }

    /// The connection itself.
    pub(crate) fn client(&self) -> Client {
        self.client.clone()
    }

    /// Whether the connection is up, as far as is known; changes are told.
    pub fn connected(&self) -> watch::Receiver<bool> {
        self.connected.clone()
    }

    /// Whether the connection is up, as far as is known.
    pub fn is_connected(&self) -> bool {
        *self.connected.borrow()
    }

    /// Hears what is sent on `subject`; also once a server permits that which did not at first.
    ///
    /// # Errors
    /// If the connection was closed for good.
    pub async fn hear(&self, subject: String) -> Result<Hearing> {
        let (client, refused) = (self.client.clone(), self.refused.clone());
        Hearing::begin(client, subject, refused)
            .await
            .map_err(|error| {
                let text = format!("The bus does not let itself be heard: {error}.");
                Error::with_text(ErrorKind::OperationFailed, text)
            })
    }

    /// Sends bytes, if the connection is up. Returns whether they are on their way: what is sent
    /// while the connection breaks may be lost all the same.
    pub async fn send(&self, subject: &str, bytes: Vec<u8>) -> bool {
        if !self.is_connected() {
            return false;
        }
        let sent = self.client.publish(subject.to_owned(), bytes.into());
        let patience = match self.stuck.load(Ordering::Relaxed) {
            true => Duration::ZERO,
            false => self.patience,
        };
        let sent = timeout(patience, sent).await;
        self.stuck.store(sent.is_err(), Ordering::Relaxed);
        matches!(sent, Ok(Ok(())))
    }

    /// Says something to everybody, not sealed.
    pub async fn notify(&self, notice: NoticeKind) {
        if let Ok(bytes) = write(&Notice { v: VERSION, notice }) {
            self.send(subject::NOTICES, bytes).await;
        }
    }

    /// Waits until what was sent has left, for at most `patience`.
    pub async fn flush(&self, patience: Duration) {
        // Whoever leaves cannot do more than to wait.
        let _ = timeout(patience, self.client.flush()).await;
    }
}

/// A subject was refused.
fn refuse(refused: &mut Refused, subject: String) {
    if refused.len() < MOST_REFUSED || refused.contains_key(&subject) {
        *refused.entry(subject).or_default() += 1;
    }
}

/// Makes the connection anew where the server does not let us hear its answers, since that is asked for
/// once in each: after a while, as it may be permitted by then.
async fn hear_answers(client: Client, mut refused: watch::Receiver<Refused>) {
    let (mut pause, mut seen, mut last) = (FIRST_PAUSE, 0, Instant::now());
    while refused.changed().await.is_ok() {
        let times: u64 = {
            let refused = refused.borrow_and_update();
            let inboxes = refused
                .iter()
                .filter(|(subject, _)| subject.starts_with(INBOX));
            inboxes.map(|(_, times)| times).sum()
        };
        if std::mem::replace(&mut seen, times) == times {
            continue;
        }
        if last.elapsed() > LONGEST_PAUSE * 2 {
            pause = FIRST_PAUSE;
        }
        sleep(pause).await;
        (last, pause) = (Instant::now(), (pause * 2).min(LONGEST_PAUSE));
        // It fails where the connection has ended for good.
        let _ = client.force_reconnect().await;
    }
}
