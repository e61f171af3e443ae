//! Connections: accepting them, TLS, and the limits that hyper does not keep itself.

use super::before::Before;
use super::client_address::Peer;
use super::linger::{Lingering, Unread};
use super::metrics::Metrics;
use super::places::Place;
use super::request_body::MAX_DISCARDED;
use super::stall::Stalling;
use super::{Endpoint, proxy_protocol};
use hyper::header::CONNECTION;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tapi3_common::{descriptors, words};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\
                      Content-Type: text/plain\r\nContent-Length: 21\r\n\r\nToo many connections.";

/// How many connections are told so at once, and for how long at most; others are just closed.
const MAX_TURNED_AWAY: usize = 64;
const FAREWELL: Duration = Duration::from_secs(1);

/// How long a request may still take to come once the server stops.
const RECEIVING: Duration = Duration::from_secs(5);

/// Bytes of a request's head, and of what is read ahead.
const MAX_HEAD: usize = 32 * 1024;

/// Serves connections until `closing` turns true. Returns those that are still open then; each
/// ends after the request that it is in.
pub(super) async fn serve(
    endpoint: Arc<Endpoint>,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    mut closing: watch::Receiver<bool>,
) -> JoinSet<()> {
    let places = Arc::new(Semaphore::new(endpoint.rules().limits.max_connections));
    let turned_away = Arc::new(Semaphore::new(MAX_TURNED_AWAY));
    let mut open = JoinSet::new();
    // Said once, not as often as it is tried.
    let mut out_of_descriptors = false;
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = closing.wait_for(|closing| *closing) => return open,
            // Forgets those that are done.
            Some(_) = open.join_next() => continue,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => {
                if std::mem::take(&mut out_of_descriptors) {
                    tracing::info!("connections are accepted again");
                }
                accepted
            }
            Err(error) => {
                // Out of descriptors, or a connection that died in the queue; neither is fatal.
                let are_out = descriptors::are_out(&error);
                if !are_out || !out_of_descriptors {
                    let error = words::of(&error);
                    tracing::warn!(%error, "no connection accepted");
                }
                out_of_descriptors |= are_out;
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let peer = Peer::new(peer, &endpoint.rules().proxies);
        let place = match place_for(&endpoint, &places, peer) {
            Ok(place) => place,
            Err(why) => {
                endpoint.metrics.turned_away.fetch_add(1, Ordering::Relaxed);
                tracing::warn!(%peer, "{why}");
                if let Ok(place) = turned_away.clone().try_acquire_owned() {
                    tokio::spawn(turn_away(stream, tls.is_some(), place));
                }
                continue;
            }
        };
        let connection = connect(
            endpoint.clone(),
            stream,
            peer,
            tls.clone(),
            place,
            closing.clone(),
        );
        open.spawn(connection);
    }
}

/// The places that a connection takes: one of all, and one of its address's.
struct Admitted {
    _of_all: OwnedSemaphorePermit,
    /// A proxy has none: those who come through it have.
    of_its_address: Option<Place>,
}

const TOO_MANY: &str = "too many connections";
const TOO_MANY_OF_ONE: &str = "too many connections from this address";

fn place_for(
    endpoint: &Endpoint,
    places: &Arc<Semaphore>,
    peer: Peer,
) -> Result<Admitted, &'static str> {
    // First of its own: one address that asks for too many takes none of the others'.
    let of_its_address = match peer.is_proxy {
        true => None,
        false => Some(endpoint.places.take(peer.ip).ok_or(TOO_MANY_OF_ONE)?),
    };
    let of_all = places.clone().try_acquire_owned().map_err(|_| TOO_MANY)?;
    Ok(Admitted {
        _of_all: of_all,
        of_its_address,
    })
}

/// Says no. What the peer has sent is read meanwhile: a connection that is closed before that is
/// reset, and the peer may never see the answer.
async fn turn_away(mut stream: TcpStream, tls: bool, place: OwnedSemaphorePermit) {
    let farewell = async {
        if !tls {
            stream.write_all(FULL).await?;
        }
        stream.shutdown().await?;
        tokio::io::copy(&mut stream.take(MAX_HEAD as u64), &mut tokio::io::sink()).await
    };
    // However it ends, the connection is closed.
    let _ = tokio::time::timeout(FAREWELL, farewell).await;
    drop(place);
}

async fn connect(
    endpoint: Arc<Endpoint>,
    stream: TcpStream,
    mut peer: Peer,
    tls: Option<TlsAcceptor>,
    mut place: Admitted,
    closing: watch::Receiver<bool>,
) {
    let open = Open::new(&endpoint.metrics);
    let named = tokio::select! {
        named = named(&endpoint, stream, &mut peer, &mut place) => named,
        () = late(closing.clone()) => return,
    };
    let served = match named {
        Ok(stream) => connection(&endpoint, stream, peer, tls, closing).await,
        Err(error) => {
            tracing::warn!(%peer, %error, "a proxy does not say whose connection it passes on");
            Ok(())
        }
    };
    drop((open, place));
    if let Err(error) = served {
        endpoint.note_broken(peer, &*error);
    }
}

/// Hears from a proxy whose connection this is, if it begins with that.
async fn named(
    endpoint: &Endpoint,
    mut stream: TcpStream,
    peer: &mut Peer,
    place: &mut Admitted,
) -> io::Result<TcpStream> {
    if !endpoint.rules().proxies.speaks_first(*peer) {
        return Ok(stream);
    }
    let time = endpoint.rules().limits.transfer_timeout;
    let client = tokio::time::timeout(time, proxy_protocol::read(&mut stream)).await;
    let client = client.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
    if let Some(client) = client {
        *peer = Peer::named(client);
        place.of_its_address = endpoint.places.take(peer.ip);
        if place.of_its_address.is_none() {
            endpoint.metrics.turned_away.fetch_add(1, Ordering::Relaxed);
            return Err(io::Error::other(TOO_MANY_OF_ONE));
        }
    }
    Ok(stream)
}

impl Endpoint {
    /// A connection broke off. What the peer sent may have been no HTTP.
    fn note_broken(&self, peer: Peer, error: &(dyn std::error::Error + Send + Sync + 'static)) {
        let of_http = error.downcast_ref::<hyper::Error>();
        match of_http {
            Some(error) if error.is_parse_too_large() => {
                self.metrics.refused(431);
                tracing::info!(%peer, %error, status = 431, "refused");
            }
            Some(error) if error.is_parse() => {
                self.metrics.refused(400);
                tracing::info!(%peer, %error, status = 400, "refused");
            }
            _ => tracing::debug!(%peer, %error, "connection ended"),
        }
    }
}

/// Comes when the server has been stopping for as long as it waits for what has not come whole.
async fn late(mut closing: watch::Receiver<bool>) {
    // The sender goes with the server.
    let _ = closing.wait_for(|closing| *closing).await;
    tokio::time::sleep(RECEIVING).await;
}

/// Counts a connection for as long as it is open, however it ends.
struct Open<'a>(&'a Metrics);

impl<'a> Open<'a> {
    fn new(metrics: &'a Metrics) -> Self {
        metrics.connections.fetch_add(1, Ordering::Relaxed);
        Open(metrics)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

async fn connection(
    endpoint: &Arc<Endpoint>,
    stream: TcpStream,
    peer: Peer,
    tls: Option<TlsAcceptor>,
    closing: watch::Receiver<bool>,
) -> Result<(), Failure> {
    stream.set_nodelay(true)?;
    let time = endpoint.rules().limits.transfer_timeout;
    let unread = Unread::default();
    let stream = Lingering::new(stream, unread.clone(), time, MAX_DISCARDED);
    let stream = Stalling::new(stream, time);
    match tls {
        None => requests(endpoint, stream, peer, unread, closing).await,
        Some(tls) => {
            let handshake = tokio::select! {
                handshake = tokio::time::timeout(time, tls.accept(stream)) => handshake,
                () = late(closing.clone()) => return Ok(()),
            };
            let stream = handshake.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
            unread.set(false);
            requests(endpoint, stream, peer, unread, closing).await
        }
    }
}

async fn requests<S>(
    endpoint: &Arc<Endpoint>,
    stream: S,
    peer: Peer,
    unread: Unread,
    mut closing: watch::Receiver<bool>,
) -> Result<(), Failure>
where
    S: AsyncRead + AsyncWrite + AsyncWriteExt + Unpin + Send + 'static,
{
    let rules = endpoint.rules();
    let limits = &rules.limits;
    let before = Before::default();
    let service = service_fn(|request| {
        before.received.begin(&request);
        let (unread, before) = (&unread, &before);
        async move {
            unread.set(true);
            let answer = endpoint.answer(request, peer, before).await;
            before.received.set(true);
            // One that closes the connection may come before its request has been read.
            unread.set(answer.headers().contains_key(CONNECTION));
            Ok::<_, Infallible>(answer)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle_timeout)
        .max_headers(limits.max_headers)
        .max_buf_size(MAX_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        done = connection.as_mut() => return Ok(done?),
        _ = closing.wait_for(|closing| *closing) => {}
    }
    // Nobody holds the end of the server up.
    unread.set(false);
    connection.as_mut().graceful_shutdown();
    tokio::select! {
        done = connection.as_mut() => return Ok(done?),
        () = tokio::time::sleep(RECEIVING) => {}
    }
    if !before.received.get() {
        tracing::info!(%peer, "a request that did not come whole is given up");
        return Ok(());
    }
    Ok(connection.await?)
}
