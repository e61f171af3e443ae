//! One connection, a task of its own: it is opened, cut into messages, kept alive, and ends. What it
//! has to say goes into a queue of events of a fixed length, so a peer that talks faster than we
//! listen waits.

use super::security::Security;
use super::{ConnectionId, Options};
use crate::providers::tls;
use bytes::{Bytes, BytesMut};
use rustix::net::sockopt;
use rustls::pki_types::ServerName;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tapi3_common::words;
use tapi3_sip::message::{Cut, Framer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{Notify, mpsc};
use tokio::time::{Instant, sleep_until, timeout, timeout_at};

/// How much is read at a time, in bytes.
const CHUNK: usize = 4096;

/// A keep-alive and its answer (RFC 5626 §3.5.1).
const PING: &[u8] = b"\r\n\r\n";
const PONG: &[u8] = b"\r\n";

/// How long the farewell may take.
const FAREWELL: Duration = Duration::from_secs(1);

/// What a connection tells.
#[derive(Debug)]
pub(super) enum Event {
    /// A whole message.
    Message(BytesMut),
    /// It is over: why, and what was not given to the system.
    Ended { error: String, unsent: Vec<Bytes> },
}

/// What a connection's task works with.
pub(super) struct Duty {
    pub id: ConnectionId,
    pub options: Arc<Options>,
    pub events: mpsc::Sender<(ConnectionId, Event)>,
    pub queue: mpsc::UnboundedReceiver<Bytes>,
    /// The bytes in the queue.
    pub unsent: Arc<AtomicUsize>,
}

/// How a connection comes about.
pub(super) enum Start {
    /// We open it, from this address of ours if it matters.
    Open {
        peer: SocketAddr,
        from: Option<IpAddr>,
        life: Life,
        tls: Option<(Arc<Security>, Option<Arc<str>>)>,
    },
    /// The peer has opened it.
    Accepted {
        stream: TcpStream,
        tls: Option<Arc<Security>>,
    },
}

/// How long a connection lives.
#[derive(Clone, Copy)]
pub(super) enum Life {
    /// It is kept alive by pings.
    Kept,
    /// Until nothing comes for too long.
    Idle,
    /// The same, and the first message has to be there by then.
    First(Instant),
}

/// Runs a connection to its end.
pub(super) async fn run(mut duty: Duty, start: Start) {
    let mut writing = None;
    let ended = match start {
        Start::Open {
            peer,
            from,
            life,
            tls,
        } => open(&mut duty, &mut writing, peer, from, life, tls).await,
        Start::Accepted { stream, tls } => accepted(&mut duty, &mut writing, stream, tls).await,
    };
    duty.queue.close();
    let mut unsent = Vec::from_iter(writing);
    while let Ok(bytes) = duty.queue.try_recv() {
        unsent.push(bytes);
    }
    let error = ended.err().unwrap_or_else(|| "it was closed".to_owned());
    // Nobody listens when all is over.
    let _ = (duty.events.send((duty.id, Event::Ended { error, unsent }))).await;
}

type Done = Result<(), String>;

async fn open(
    duty: &mut Duty,
    writing: &mut Option<Bytes>,
    peer: SocketAddr,
    from: Option<IpAddr>,
    life: Life,
    tls: Option<(Arc<Security>, Option<Arc<str>>)>,
) -> Done {
    let until = Instant::now() + duty.options.connect_within;
    let late = |_| format!("no answer within {:?}", duty.options.connect_within);
    let stream = timeout_at(until, connect(peer, from)).await.map_err(late)?;
    let stream = stream.map_err(|error| words::of(&error).to_string())?;
    set_up(&stream);
    let Some((security, name)) = tls else {
        return serve(stream, duty, writing, life).await;
    };
    let connector = security.connector()?;
    let name = match &name {
        Some(name) => ServerName::try_from(String::from(&**name))
            .map_err(|_| format!("{name:?} is not a name that a certificate can have"))?,
        None => ServerName::from(peer.ip()),
    };
    // A port for plain SIP waits for a message, and says nothing to a greeting that it does not know.
    let late = |_| {
        let time = duty.options.connect_within;
        format!("it takes the connection, and does not begin TLS within {time:?}")
    };
    let stream = timeout_at(until, connector.connect(name, stream)).await;
    let stream = stream.map_err(late)?.map_err(|error| told(&error))?;
    serve(stream, duty, writing, life).await
}

async fn connect(peer: SocketAddr, from: Option<IpAddr>) -> io::Result<TcpStream> {
    let socket = match peer {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    if let Some(from) = from {
        socket.bind(SocketAddr::new(from, 0))?;
    }
    socket.connect(peer).await
}

async fn accepted(
    duty: &mut Duty,
    writing: &mut Option<Bytes>,
    stream: TcpStream,
    tls: Option<Arc<Security>>,
) -> Done {
    let first = Instant::now() + duty.options.first_message_within;
    set_up(&stream);
    let Some(security) = tls else {
        return serve(stream, duty, writing, Life::First(first)).await;
    };
    let acceptor = security.acceptor().ok_or("there is no certificate")?;
    let stream = timeout_at(first, acceptor.accept(stream)).await;
    let stream = stream.map_err(|_| "nothing came of it".to_owned())?;
    let stream = stream.map_err(|error| told(&error))?;
    serve(stream, duty, writing, Life::First(first)).await
}

/// Small messages go out at once, and a peer that is gone is noticed when it owes us an
/// acknowledgement. A system that knows neither works all the same.
fn set_up(stream: &TcpStream) {
    /// In milliseconds.
    const LOST_AFTER: u32 = 30_000;
    let _ = stream.set_nodelay(true);
    let _ = sockopt::set_tcp_user_timeout(stream, LOST_AFTER);
}

/// What the two directions of a connection know of each other.
#[derive(Default)]
struct Talk {
    /// A ping wants its pong.
    pinged: Notify,
    /// Whether a ping is out.
    pings: AtomicBool,
    /// Whether the peer has ever answered a ping: only then has it to. Many never do.
    answers_pings: AtomicBool,
    /// Whether something has come since our last ping.
    heard: AtomicBool,
    /// How many messages were sent.
    sent: AtomicU64,
    /// One more was.
    said: Notify,
}

impl Talk {
    /// Until more messages were sent than so many.
    async fn says_more(&self, than: u64) {
        while self.sent.load(Ordering::Relaxed) == than {
            self.said.notified().await;
        }
    }
}

/// Talks until either side has enough.
async fn serve<S: AsyncRead + AsyncWrite>(
    stream: S,
    duty: &mut Duty,
    writing: &mut Option<Bytes>,
    life: Life,
) -> Done {
    let (from, to) = tokio::io::split(stream);
    let talk = Talk::default();
    let options = duty.options.clone();
    let pings = matches!(life, Life::Kept).then_some(options.ping_every);
    tokio::select! {
        done = read(from, duty.id, &options, &duty.events, &talk, life) => done,
        done = write(to, &mut duty.queue, writing, &duty.unsent, &options, &talk, pings) => done,
    }
}

async fn read(
    mut from: impl AsyncRead + Unpin,
    id: ConnectionId,
    options: &Options,
    events: &mpsc::Sender<(ConnectionId, Event)>,
    talk: &Talk,
    life: Life,
) -> Done {
    let mut buffer = BytesMut::new();
    let mut framer = Framer::default();
    // The first message may have so much time, and each one from when it has begun.
    let mut whole_by = match life {
        Life::First(first) => Some(first),
        Life::Kept | Life::Idle => None,
    };
    // What was sent when the last request came that is to be answered.
    let mut asked = None;
    loop {
        loop {
            match framer.cut(&buffer, options.longest_message) {
                Cut::Message(length) => {
                    let message = buffer.split_to(length.min(buffer.len()));
                    whole_by = None;
                    let is_request = !message.starts_with(b"SIP/2.0 ");
                    asked = is_request.then(|| talk.sent.load(Ordering::Relaxed));
                    if events.send((id, Event::Message(message))).await.is_err() {
                        return Ok(());
                    }
                }
                Cut::Ping(length) => {
                    let _ = buffer.split_to(length.min(buffer.len()));
                    talk.pinged.notify_one();
                }
                Cut::Pong(length) => {
                    let _ = buffer.split_to(length.min(buffer.len()));
                    if talk.pings.swap(false, Ordering::Relaxed) {
                        talk.answers_pings.store(true, Ordering::Relaxed);
                    }
                }
                Cut::More => break,
                Cut::Broken => {
                    // A request whose end nobody knows is answered, and so is one before what is none.
                    if let Some(sent) = asked {
                        let answered = talk.says_more(sent);
                        let _ = timeout(options.whole_message_within, answered).await;
                    }
                    return Err("what came is not SIP, or too long".to_owned());
                }
            }
        }
        let now = Instant::now();
        if !buffer.is_empty() {
            whole_by = whole_by.or(Some(now + options.whole_message_within));
        }
        let until = match whole_by {
            Some(whole_by) => Some(whole_by),
            None => (!matches!(life, Life::Kept)).then(|| now + options.idle_for),
        };
        if buffer.capacity() - buffer.len() < CHUNK / 4 {
            buffer.reserve(CHUNK);
        }
        let come = match until {
            None => from.read_buf(&mut buffer).await,
            Some(until) => match timeout_at(until, from.read_buf(&mut buffer)).await {
                Ok(come) => come,
                Err(_) if whole_by.is_some() => {
                    return Err("no whole message came in time".to_owned());
                }
                Err(_) => return Err("nothing came for too long".to_owned()),
            },
        };
        match come {
            Ok(0) => return Err("the far end has closed it".to_owned()),
            Ok(_) => talk.heard.store(true, Ordering::Relaxed),
            Err(error) => return Err(told(&error)),
        }
    }
}

/// `pings` is how often to ping.
async fn write(
    mut to: impl AsyncWrite + Unpin,
    queue: &mut mpsc::UnboundedReceiver<Bytes>,
    writing: &mut Option<Bytes>,
    unsent: &AtomicUsize,
    options: &Options,
    talk: &Talk,
    pings: Option<Duration>,
) -> Done {
    let mut due = pings.map(|every| Instant::now() + every);
    // Whether a ping is out, and the peer is one that answers.
    let mut waits = false;
    loop {
        let ping = async {
            match due {
                Some(due) => sleep_until(due).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            next = queue.recv() => {
                let Some(bytes) = next else {
                    // However that ends, the connection does.
                    let _ = timeout(FAREWELL, to.shutdown()).await;
                    return Ok(());
                };
                let bytes = writing.insert(bytes);
                let length = bytes.len();
                let done = send(&mut to, bytes).await;
                unsent.fetch_sub(length, Ordering::Relaxed);
                done?;
                *writing = None;
                talk.sent.fetch_add(1, Ordering::Relaxed);
                talk.said.notify_one();
            }
            () = talk.pinged.notified() => send(&mut to, PONG).await?,
            () = ping => {
                let now = Instant::now();
                let heard = talk.heard.swap(false, Ordering::Relaxed);
                if waits && !heard {
                    return Err("it does not answer any more".to_owned());
                }
                due = match pings {
                    // The answer has come: the next ping after the rest of the time.
                    Some(every) if waits => Some(now + every.saturating_sub(options.pong_within)),
                    Some(every) => {
                        talk.pings.store(true, Ordering::Relaxed);
                        send(&mut to, PING).await?;
                        Some(now + match talk.answers_pings.load(Ordering::Relaxed) {
                            true => options.pong_within,
                            false => every,
                        })
                    }
                    None => None,
                };
                waits = !waits && talk.answers_pings.load(Ordering::Relaxed);
            }
        }
    }
}

async fn send(to: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> Done {
    let sent = async {
        to.write_all(bytes).await?;
        to.flush().await
    };
    sent.await.map_err(|error| told(&error))
}

/// An error in words.
fn told(error: &io::Error) -> String {
    tls::explain(error, "tls_ca_file").unwrap_or_else(|| words::of(error).to_string())
}
