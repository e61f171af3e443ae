//! Connections: accepting them, TLS, and the limits that hyper does not keep itself.

use super::Endpoint;
use super::metrics::Metrics;
use super::stall::Stalling;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tapi3_common::descriptors;
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
                    let error = descriptors::in_words(&error);
                    tracing::warn!(error, "no connection accepted");
                }
                out_of_descriptors |= are_out;
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let Ok(place) = places.clone().try_acquire_owned() else {
            endpoint.metrics.turned_away.fetch_add(1, Ordering::Relaxed);
            tracing::warn!(%peer, "too many connections");
            if let Ok(place) = turned_away.clone().try_acquire_owned() {
                tokio::spawn(turn_away(stream, tls.is_some(), place));
            }
            continue;
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
    peer: SocketAddr,
    tls: Option<TlsAcceptor>,
    place: OwnedSemaphorePermit,
    closing: watch::Receiver<bool>,
) {
    let open = Open::new(&endpoint.metrics);
    let served = connection(&endpoint, stream, peer, tls, closing).await;
    drop((open, place));
    if let Err(error) = served {
        tracing::debug!(%peer, %error, "connection ended");
    }
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
    peer: SocketAddr,
    tls: Option<TlsAcceptor>,
    closing: watch::Receiver<bool>,
) -> Result<(), Failure> {
    stream.set_nodelay(true)?;
    let time = endpoint.rules().limits.transfer_timeout;
    let stream = Stalling::new(stream, time);
    match tls {
        None => requests(endpoint, stream, peer, closing).await,
        Some(tls) => {
            let handshake = tokio::time::timeout(time, tls.accept(stream)).await;
            let stream = handshake.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
            requests(endpoint, stream, peer, closing).await
        }
    }
}

async fn requests<S>(
    endpoint: &Arc<Endpoint>,
    stream: S,
    peer: SocketAddr,
    mut closing: watch::Receiver<bool>,
) -> Result<(), Failure>
where
    S: AsyncRead + AsyncWrite + AsyncWriteExt + Unpin + Send + 'static,
{
    let rules = endpoint.rules();
    let limits = &rules.limits;
    let service = service_fn(|request| {
        let answer = endpoint.clone().answer(request, peer);
        async move { Ok::<_, Infallible>(answer.await) }
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
    connection.as_mut().graceful_shutdown();
    Ok(connection.await?)
}
