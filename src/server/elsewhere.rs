//! Calls that the endpoints of other nodes have placed. The identifier of a call names its node, and
//! whoever is asked about it asks the endpoint there, over the bus and under a secret that the
//! endpoints share; the user's name is what that one goes by (`docs/cluster.md`).
//!
//! # Trust
//!
//! Nothing is believed that is not sealed, but for the notice that a node is there: one that has not
//! said so for a lease, nor when it was asked for it, is taken for gone with its calls, as they are
//! then for its clients. A notice that somebody has made up only has a client wait for an answer that
//! does not come.

mod acquaintance;
mod heard;
mod list;
mod place;
mod pool;
#[cfg(test)]
mod tests;
mod waits;

pub(super) use place::SILENT;
pub(super) use pool::{Outlook, Seen, Told};

use super::Endpoint;
use super::refusal::{Because, Refused};
use crate::engine::Result;
use crate::pool::{ClusterSettings, Hearing, Link, draw, meaning, whole};
use crate::soap::ErrorCode;
use acquaintance::Acquaintance;
use bytes::Bytes;
use heard::{Heard, Standing};
use place::Place;
use pool::Lookouts;
use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tapi3_bus::seal::{Key, open, seal};
use tapi3_bus::{
    Fresh, FromOwner, Known, MAX_PARTS, NoticeKind, OwnerSays, ReadError, ToOwner, VERSION, Want,
    is_request, subject,
};
use tapi3_common::sync::lock;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::{Receiver, Sender};
use tokio::time::{Instant, sleep, timeout};

/// How often the token changes that questions must carry, and how long one is asked at most.
const INTERVAL: Duration = Duration::from_secs(60);

/// How many hang-ups for others are remembered.
const REMEMBERED: usize = 65_536;

/// How many nodes are known.
const MAX_NODES: usize = 1000;

/// How soon a question is asked again, at first and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// How soon it is heard anew after that has broken off.
const PAUSE: Duration = Duration::from_secs(1);

/// How long a bus that is away is waited for.
const BUS_PATIENCE: Duration = Duration::from_secs(2);

/// How often a token may be stale for one question.
const MAX_STALE: u32 = 3;

/// How many answers to one question wait for whoever has asked it: a whole list.
const MOST_ANSWERS: usize = MAX_PARTS + 1;

/// How many lists are written for others at the same time, and how many requests wait for lists.
const LISTS: usize = 64;

/// What this endpoint and those of other nodes know of each other.
pub(super) struct Elsewhere {
    node: String,
    key: Key,
    link: Link,
    lease: Duration,
    /// What others wanted ended, and what came of it.
    asked: Mutex<Fresh<OwnerSays>>,
    /// By node, what its endpoint wants to hear.
    tokens: Mutex<HashMap<String, u64>>,
    /// By the names of our questions, who waits for the answer.
    waiting: Mutex<HashMap<String, Sender<OwnerSays>>>,
    heard: Mutex<Heard>,
    /// When it was last said that others have another secret.
    distrusted: Mutex<Option<Instant>>,
    acquaintance: Acquaintance,
    lookouts: Lookouts,
    /// How many times to break off.
    #[cfg(test)]
    breaks: std::sync::atomic::AtomicUsize,
    /// A permit for each list that is being written for others.
    lists: Arc<Semaphore>,
    /// One for each that is asked for.
    gathers: Semaphore,
}

/// Where an endpoint hears others.
pub(super) struct Ears {
    questions: Hearing,
    answers: Hearing,
    notices: Hearing,
}

/// Why there is no answer.
enum Silence {
    /// The node is gone, and its calls with it.
    Gone,
    /// Nobody knows.
    Silent,
}

impl Elsewhere {
    /// Joins the endpoints that answer for each other's calls, if that is configured. The bus need
    /// not be there yet.
    ///
    /// # Errors
    /// If a setting is wrong, or the secret is not to be had.
    pub async fn open(settings: &ClusterSettings) -> Result<Option<(Arc<Self>, Ears)>> {
        let (Some(key), Some(node)) = (settings.calls_secret()?, settings.name.clone()) else {
            return Ok(None);
        };
        let token = u64::from_be_bytes(draw()?).max(1);
        let link = Link::open(settings.access()?, settings.lease, true).await?;
        let ears = Ears {
            questions: link.hear(subject::owner_asks(&node)).await?,
            answers: link.hear(subject::owner_answers(&node)).await?,
            notices: link.hear(subject::NOTICES.to_owned()).await?,
        };
        let elsewhere = Elsewhere {
            node,
            key,
            link,
            lease: settings.lease,
            asked: Mutex::new(Fresh::new(token, REMEMBERED)),
            tokens: Mutex::default(),
            waiting: Mutex::default(),
            heard: Mutex::new(Heard::new()),
            distrusted: Mutex::default(),
            acquaintance: Acquaintance::default(),
            lookouts: Lookouts::default(),
            #[cfg(test)]
            breaks: Default::default(),
            lists: Arc::new(Semaphore::new(LISTS)),
            gathers: Semaphore::new(LISTS),
        };
        Ok(Some((Arc::new(elsewhere), ears)))
    }

    /// The node that this endpoint is of.
    pub fn node(&self) -> &str {
        &self.node
    }

    /// Answers others, and hears their answers, for ever.
    pub async fn serve(self: Arc<Self>, endpoint: Arc<Endpoint>, ears: Ears) {
        let asked = |question: Bytes| {
            let (elsewhere, endpoint) = (&self, &endpoint);
            async move { elsewhere.asked(endpoint, &question).await }
        };
        self.keep_hearing(ears, asked).await;
    }

    /// Hears others, and begins anew should that break off: what is known of them is kept.
    async fn keep_hearing<T: Future<Output = ()>>(
        &self,
        mut ears: Ears,
        asked: impl Fn(Bytes) -> T,
    ) {
        while whole(self.hear(&mut ears, &asked)).await.is_none() {
            tracing::error!(
                "what hears the endpoints of other nodes has broken off; it begins anew"
            );
            sleep(PAUSE).await;
        }
    }

    async fn hear<T: Future<Output = ()>>(&self, ears: &mut Ears, asked: impl Fn(Bytes) -> T) {
        let mut connected = self.link.connected();
        let mut turns = tokio::time::interval_at(Instant::now() + INTERVAL, INTERVAL);
        turns.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        self.link.notify(NoticeKind::Who {}).await;
        loop {
            tokio::select! {
                Some(message) = ears.questions.next() => asked(message.payload).await,
                Some(message) = ears.answers.next() => self.answered(&message.payload),
                Some(message) = ears.notices.next() => self.noticed(&message.payload),
                _ = turns.tick() => self.turn(),
                Ok(()) = connected.changed() => {
                    if self.link.is_connected() {
                        lock(&self.heard).begin_anew();
                        self.link.notify(NoticeKind::Who {}).await;
                    }
                }
            }
        }
    }

    fn turn(&self) {
        #[cfg(test)]
        self.break_off();
        match draw() {
            Ok(lot) => lock(&self.asked).turn(u64::from_be_bytes(lot).max(1)),
            // The old ones count a while longer.
            Err(error) => tracing::error!("{error}"),
        }
    }

    /// Somebody asks about one of our calls. Nothing is believed before the seal is.
    async fn asked(self: &Arc<Self>, endpoint: &Arc<Endpoint>, bytes: &[u8]) {
        let question: ToOwner = match open(&self.key, &subject::owner_asks(&self.node), bytes) {
            Ok(question) => question,
            Err(error) => return self.ignore("a question", &error),
        };
        if !subject::is_name(&question.node) || !is_request(&question.request) {
            return;
        }
        self.acquaintance.speaks(&question.node);
        let says = match question.want {
            Want::Information => match lock(&self.asked).check(question.token) {
                Ok(()) => endpoint.tell_of(&question),
                Err(token) => OwnerSays::Stale { token },
            },
            Want::Call | Want::Calls | Want::Watch => {
                match (lock(&self.asked).check(question.token), self.lists.clone()) {
                    (Err(token), _) => OwnerSays::Stale { token },
                    (Ok(()), lists) => match lists.try_acquire_owned() {
                        Ok(permit) => {
                            let (elsewhere, endpoint) = (self.clone(), endpoint.clone());
                            tokio::spawn(async move {
                                elsewhere.show(&endpoint, question).await;
                                drop(permit);
                            });
                            return;
                        }
                        Err(_) => refused(&too_busy()),
                    },
                }
            }
            Want::End | Want::HangUp => {
                let known = match lock(&self.asked).begin(&question.request, question.token) {
                    Known::New => None,
                    Known::UnderWay => return,
                    Known::Done(says) => Some(says.clone()),
                    Known::Stale(token) => Some(OwnerSays::Stale { token }),
                    Known::Full => Some(refused(&too_busy())),
                };
                let Some(says) = known else {
                    let (elsewhere, endpoint) = (self.clone(), endpoint.clone());
                    tokio::spawn(async move {
                        let end = async {
                            match question.want {
                                Want::End => endpoint.end_for(&question).await,
                                _ => endpoint.hang_up_for(&question).await,
                            }
                        };
                        elsewhere.finish(&question, end).await;
                    });
                    return;
                };
                says
            }
            Want::Unknown => {
                let code = ErrorCode::UnifiedMessagingRequestFailed;
                refused(&code.because("the node does not know this; it may be of an older version"))
            }
        };
        self.answer(&question, says).await;
    }

    /// Does what was begun, and says what came of it, also if it breaks off: nobody else could.
    async fn finish(&self, question: &ToOwner, act: impl Future<Output = OwnerSays>) {
        let says = whole(act).await.unwrap_or_else(|| {
            let code = ErrorCode::UnifiedMessagingRequestFailed;
            refused(&code.because("the node has broken off at this; its log says where"))
        });
        lock(&self.asked).finish(&question.request, says.clone());
        self.answer(question, says).await;
    }

    /// Something is not believed. Whoever may speak on the bus can say anything; the log says so once in
    /// a while.
    fn ignore(&self, what: &str, error: &ReadError) {
        let mut distrusted = lock(&self.distrusted);
        if !matches!(error, ReadError::Seal) || distrusted.is_some_and(|at| at.elapsed() < INTERVAL)
        {
            return tracing::debug!("{what} about a call is ignored: {error}");
        }
        *distrusted = Some(Instant::now());
        drop(distrusted);
        tracing::warn!(
            "{what} about a call is ignored: it is sealed with another calls_secret than ours"
        );
    }

    async fn answer(&self, question: &ToOwner, says: OwnerSays) {
        let subject = subject::owner_answers(&question.node);
        let message = FromOwner {
            v: VERSION,
            request: question.request.clone(),
            says,
        };
        match seal(&self.key, &subject, &message) {
            Ok(bytes) => drop(self.link.send(&subject, bytes).await),
            Err(error) => tracing::error!("a question about a call is not answered: {error}"),
        }
    }

    /// Asks the endpoint of a node, again and again until it answers.
    async fn ask(
        &self,
        place: &Place,
        want: Want,
        patience: Duration,
    ) -> std::result::Result<OwnerSays, Silence> {
        let Some((waits, mut answers)) = self.expect_answer() else {
            return Err(Silence::Silent);
        };
        let token = lock(&self.tokens).get(&place.node).copied();
        let question = ToOwner {
            v: VERSION,
            node: self.node.clone(),
            request: waits.request.clone(),
            token: token.unwrap_or_default(),
            user: place.user.to_string(),
            call: place.call.0.clone(),
            want,
            over: 0,
        };
        self.insist(&place.node, question, patience.min(INTERVAL), &mut answers)
            .await
    }

    async fn insist(
        &self,
        node: &str,
        mut question: ToOwner,
        patience: Duration,
        answers: &mut Receiver<OwnerSays>,
    ) -> std::result::Result<OwnerSays, Silence> {
        let begun = Instant::now();
        let (mut pause, mut stale) = (FIRST_PAUSE, 0);
        loop {
            match self.standing(node) {
                Standing::There => {}
                Standing::Doubtful => self.link.notify(NoticeKind::Who {}).await,
                Standing::Gone => return Err(Silence::Gone),
            }
            let lost = !self.link.is_connected() && begun.elapsed() >= BUS_PATIENCE;
            if lost || begun.elapsed() >= patience || stale > MAX_STALE {
                return Err(Silence::Silent);
            }
            if !self.send(node, &question).await {
                return Err(Silence::Silent);
            }
            let left = patience.saturating_sub(begun.elapsed());
            match timeout(pause.min(left), answers.recv()).await {
                Ok(Some(OwnerSays::Stale { token })) => {
                    self.acquaintance.speaks(node);
                    self.know(node, token);
                    question.token = token;
                    stale += 1;
                }
                Ok(Some(says)) => return Ok(says),
                Ok(None) => return Err(Silence::Silent),
                Err(_) => pause = (pause * 2).min(LONGEST_PAUSE),
            }
        }
    }

    /// Sends a question, if the bus takes it. False if it can never be sent.
    async fn send(&self, node: &str, question: &ToOwner) -> bool {
        let subject = subject::owner_asks(node);
        match seal(&self.key, &subject, question) {
            Ok(bytes) => {
                self.link.send(&subject, bytes).await;
                true
            }
            Err(error) => {
                tracing::error!("a question about a call is not sent: {error}");
                false
            }
        }
    }

    fn know(&self, node: &str, token: u64) {
        let mut tokens = lock(&self.tokens);
        if tokens.len() >= MAX_NODES {
            // They are told anew.
            tokens.clear();
        }
        tokens.insert(node.to_owned(), token);
    }
}

fn too_busy() -> Refused {
    ErrorCode::ServerBusy.because("the node of the call has too much to do")
}

fn refused(refused: &Refused) -> OwnerSays {
    OwnerSays::Refused {
        code: refused.code.as_str().to_owned(),
        reason: meaning::clip(&refused.reason),
    }
}
