//! What happens to calls and lines, told as it happens: server-sent events (HTML, "Server-sent
//! events"). A stream begins with all that its reader may see, and each later event has a call or
//! the lines as they are then, so whoever has lost a connection only makes a new one.

use super::super::Endpoint;
use super::super::accounts::UserId;
use super::super::body::AnswerBody;
use super::super::http_answer::Answer;
use super::super::ledger::Door;
use super::super::random::CallId;
use super::super::records::time;
use super::super::rules::Rules;
use super::others::{Others, Piece};
use super::view::{self, Account, CallList, CallView, LineList, LineView, Mark, Nodes, Which};
use hyper::body::Bytes;
use hyper::header::{self, HeaderValue};
use serde::Serialize;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};
use tapi3_common::sync::lock;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{broadcast, mpsc};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep};

/// News that wait for a slow reader; of more it hears by a new snapshot.
const MOST_NEWS: usize = 4096;

/// Streams of one user at once.
const MOST_STREAMS: usize = 32;

/// Pieces on their way to a connection.
const PIECES: usize = 16;

/// How many calls that are over a snapshot has.
const RECENT: usize = 100;

/// News that come in such a time go out together.
const GATHERING: Duration = Duration::from_millis(30);

/// How many calls a stream remembers to have told the end of.
const REMEMBERED: usize = 256;

/// How often it is looked for what nobody tells: that a call rings, and that a line is out of
/// service.
const LOOK: Duration = Duration::from_millis(500);

/// How often a quiet stream says that it is there.
const HEARTBEAT: Duration = Duration::from_secs(15);

#[derive(Debug, Clone, Copy)]
enum News {
    Call(CallId),
    Closing,
}

/// Whoever wants to hear what happens.
pub(in crate::server) struct Feed {
    news: broadcast::Sender<News>,
    closed: AtomicBool,
    /// How many streams each user has.
    streams: Mutex<HashMap<UserId, usize>>,
}

impl Default for Feed {
    fn default() -> Self {
        Feed {
            news: broadcast::channel(MOST_NEWS).0,
            closed: AtomicBool::new(false),
            streams: Mutex::default(),
        }
    }
}

impl Feed {
    /// Something happened to a call. Waits for nobody.
    pub fn call_changed(&self, id: CallId) {
        // That nobody listens is no failure.
        let _ = self.news.send(News::Call(id));
    }

    /// Ends all streams: the server stops, and its calls are over.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        let _ = self.news.send(News::Closing);
    }

    fn take_place(self: &Arc<Self>, user: UserId) -> Option<Place> {
        let mut streams = lock(&self.streams);
        let count = streams.entry(user).or_default();
        if *count >= MOST_STREAMS {
            return None;
        }
        *count += 1;
        let feed = self.clone();
        Some(Place { feed, user })
    }
}

/// A stream's place among those of its user.
struct Place {
    feed: Arc<Feed>,
    user: UserId,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut streams = lock(&self.feed.streams);
        if let Some(count) = streams.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                streams.remove(&self.user);
            }
        }
    }
}

/// All that a reader may see.
#[derive(Serialize)]
struct Snapshot {
    now: String,
    account: Account,
    #[serde(serialize_with = "view::each")]
    calls: Vec<Arc<CallView>>,
    lines: Vec<LineView>,
    #[serde(flatten)]
    nodes: Option<Nodes>,
}

#[derive(Serialize)]
struct CallNews<'a> {
    now: String,
    call: &'a CallView,
}

#[derive(Serialize)]
struct Now {
    now: String,
}

#[derive(Serialize)]
struct Gone {
    id: String,
}

impl Endpoint {
    /// A stream of what happens from now on. `None` if the user has too many.
    pub(super) fn events(self: &Arc<Self>, user: UserId) -> Option<Answer> {
        let place = self.feed.take_place(user)?;
        let (sender, pieces) = mpsc::channel(PIECES);
        let stream = Stream {
            news: self.feed.news.subscribe(),
            endpoint: self.clone(),
            user,
            sender,
            others: Others::of(self, user),
            live: HashMap::new(),
            over: VecDeque::new(),
            lines: None,
            rules: self.rules(),
            spoken: Instant::now(),
            _place: place,
        };
        tokio::spawn(stream.run());
        Some(event_answer(AnswerBody::Going(pieces)))
    }
}

/// The head of a stream's answer.
pub(super) fn event_answer(body: AnswerBody) -> Answer {
    let mut answer = Answer::new(body);
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_static("text/event-stream");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx would otherwise keep what comes until there is much of it.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    answer
}

struct Stream {
    endpoint: Arc<Endpoint>,
    user: UserId,
    news: broadcast::Receiver<News>,
    sender: mpsc::Sender<Bytes>,
    /// What the reader knows of other nodes.
    others: Others,
    /// The live calls that the reader knows, as they were told last.
    live: HashMap<CallId, Mark>,
    /// The last ones whose end was told: once is enough.
    over: VecDeque<CallId>,
    lines: Option<LineList>,
    /// The rules that the reader was let in by.
    rules: Arc<Rules>,
    /// When something was last said.
    spoken: Instant,
    _place: Place,
}

/// The stream is over: its reader has gone, or may not read any more, or the server stops.
struct Over;

impl Stream {
    async fn run(mut self) {
        // Whichever of them it is, there is nobody to tell.
        let _ = self.tell_all().await;
    }

    async fn tell_all(&mut self) -> Result<(), Over> {
        self.begin().await?;
        let mut look = interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let gone = self.sender.clone();
            tokio::select! {
                news = self.news.recv() => {
                    self.hear(news).await?;
                    sleep(GATHERING).await;
                }
                _ = look.tick() => self.look().await?,
                pieces = self.others.next() => self.tell_others(pieces).await?,
                () = gone.closed() => return Err(Over),
            }
        }
    }

    async fn hear(&mut self, first: Result<News, RecvError>) -> Result<(), Over> {
        let mut calls = HashSet::new();
        let mut news = first;
        loop {
            match news {
                Ok(News::Call(id)) => {
                    calls.insert(id);
                }
                Ok(News::Closing) | Err(RecvError::Closed) => {
                    self.tell_of(calls).await?;
                    return self.end().await;
                }
                // One of those that were missed may be the last.
                Err(RecvError::Lagged(_)) => return self.begin().await,
            }
            news = match self.news.try_recv() {
                Ok(news) => Ok(news),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Closed) => Err(RecvError::Closed),
                Err(TryRecvError::Lagged(count)) => Err(RecvError::Lagged(count)),
            };
        }
        self.tell_of(calls).await
    }

    async fn tell_of(&mut self, calls: HashSet<CallId>) -> Result<(), Over> {
        for id in calls {
            self.tell_call(id).await?;
        }
        Ok(())
    }

    async fn tell_others(&mut self, pieces: Vec<Piece>) -> Result<(), Over> {
        for piece in pieces {
            match piece {
                Piece::Call(call) => self.say_call(&call).await?,
                Piece::Gone(id) => self.say("gone", &Gone { id }).await?,
                Piece::Nodes(nodes) => self.say("nodes", &nodes).await?,
            }
        }
        Ok(())
    }

    async fn tell_call(&mut self, id: CallId) -> Result<(), Over> {
        let Some(entry) = self.endpoint.calls.get(id) else {
            return match self.live.remove(&id) {
                // It was taken back: its line did not take it.
                Some(_) => {
                    self.say(
                        "gone",
                        &Gone {
                            id: self.endpoint.calls.name_of(id),
                        },
                    )
                    .await
                }
                None => Ok(()),
            };
        };
        if !self.endpoint.may_see(self.user, &entry) {
            return Ok(());
        }
        let view = CallView::of(&entry);
        let is_told = match view.is_over() {
            true => self.over.contains(&id),
            false => self.live.insert(id, view.mark()) == Some(view.mark()),
        };
        if is_told {
            return Ok(());
        }
        if view.is_over() {
            self.live.remove(&id);
            self.over.truncate(REMEMBERED - 1);
            self.over.push_front(id);
        }
        self.say_call(&view).await
    }

    async fn say_call(&mut self, call: &CallView) -> Result<(), Over> {
        let now = time::in_words(SystemTime::now());
        self.say("call", &CallNews { now, call }).await
    }

    /// Tells all; and that it is all, if the server stops.
    async fn begin(&mut self) -> Result<(), Over> {
        self.snapshot().await?;
        match self.endpoint.feed.closed.load(Ordering::SeqCst) {
            true => self.end().await,
            false => Ok(()),
        }
    }

    async fn end(&mut self) -> Result<(), Over> {
        self.say("stopping", &serde_json::Map::new()).await?;
        Err(Over)
    }

    async fn snapshot(&mut self) -> Result<(), Over> {
        let user = self.rules.user(self.user).ok_or(Over)?;
        let account = self.endpoint.account(user);
        let own = self.endpoint.call_list(self.user, Which::All, RECENT);
        let CallList { now, mut calls, .. } = own;
        let lines = self.endpoint.line_list(self.user);
        let known = calls.iter().filter(|call| !call.is_over());
        self.over = calls
            .iter()
            .filter(|call| call.is_over())
            .filter_map(|call| call.call_id())
            .collect();
        self.live = known
            .filter_map(|call| Some((call.call_id()?, call.mark())))
            .collect();
        let (others, nodes) = self.others.present();
        calls.extend(others);
        let snapshot = Snapshot {
            now,
            account,
            calls,
            lines: lines.lines.clone(),
            nodes,
        };
        self.lines = Some(lines);
        self.say("snapshot", &snapshot).await
    }

    /// Looks for what nobody tells. A call that was placed here counts as asked about for as long as
    /// its user looks on.
    async fn look(&mut self) -> Result<(), Over> {
        // Users, tokens and rights may have changed. Whoever is still let in asks again.
        if !Arc::ptr_eq(&self.rules, &self.endpoint.rules()) {
            self.say("again", &serde_json::Map::new()).await?;
            return Err(Over);
        }
        let live: Vec<CallId> = self.live.keys().copied().collect();
        for id in live {
            if let Some(entry) = self.endpoint.calls.get(id) {
                if entry.user == self.user && entry.origin.door == Door::Api {
                    self.endpoint.calls.note_asked(&entry);
                }
            }
            self.tell_call(id).await?;
        }
        let lines = self.endpoint.line_list(self.user);
        if self.lines.as_ref() != Some(&lines) {
            self.say("lines", &lines).await?;
            self.lines = Some(lines);
        }
        if self.spoken.elapsed() >= HEARTBEAT {
            let now = time::in_words(SystemTime::now());
            self.say("now", &Now { now }).await?;
        }
        Ok(())
    }

    async fn say(&mut self, event: &str, data: &impl Serialize) -> Result<(), Over> {
        let mut text = format!("event: {event}\ndata: ");
        match serde_json::to_string(data) {
            // Writing to a string cannot fail.
            Ok(data) => _ = write!(text, "{data}\n\n"),
            Err(error) => {
                tracing::error!(%error, "an event cannot be written");
                return Err(Over);
            }
        }
        self.send(Bytes::from(text)).await
    }

    async fn send(&mut self, piece: Bytes) -> Result<(), Over> {
        self.spoken = Instant::now();
        self.sender.send(piece).await.map_err(|_| Over)
    }
}
