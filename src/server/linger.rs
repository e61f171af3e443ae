//! A stream that is closed in stages (RFC 9112 §9.6): first our side, then, while the peer may
//! still be sending, we read until it has closed its own. A connection that is closed with bytes
//! unread is reset, and some systems then throw away an answer that their program has not read yet.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// Whether the peer may still be sending something that nobody will read.
#[derive(Debug, Clone, Default)]
pub(super) struct Unread(Arc<AtomicBool>);

impl Unread {
    pub fn set(&self, unread: bool) {
        self.0.store(unread, Ordering::Relaxed);
    }

    fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// A peer that is silent for so long after our side is closed sends nothing more.
const SILENCE: Duration = Duration::from_secs(3);

/// A stream whose end waits for the peer's, if the peer may still be sending.
pub(super) struct Lingering<S> {
    stream: S,
    unread: Unread,
    time: Duration,
    /// Bytes that are thrown away at most.
    left: usize,
    /// Until when, once our side is closed: while the peer is silent, and altogether.
    end: Option<(Pin<Box<Sleep>>, Instant)>,
}

impl<S> Lingering<S> {
    pub fn new(stream: S, unread: Unread, time: Duration, bytes: usize) -> Self {
        Lingering {
            stream,
            unread,
            time,
            left: bytes,
            end: None,
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Lingering<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        if buffer.filled().len() > before {
            self.unread.set(true);
        }
        read
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Lingering<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let (silence, end) = match &mut this.end {
            Some(end) => end,
            None => {
                ready!(Pin::new(&mut this.stream).poll_shutdown(cx))?;
                if !this.unread.get() {
                    return Poll::Ready(Ok(()));
                }
                let silence = Box::pin(sleep(this.time.min(SILENCE)));
                this.end.insert((silence, Instant::now() + this.time))
            }
        };
        while this.left > 0 && this.unread.get() {
            let mut bytes = [0; 4096];
            let mut buffer = ReadBuf::new(&mut bytes);
            match Pin::new(&mut this.stream).poll_read(cx, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {
                    this.left = this.left.saturating_sub(buffer.filled().len());
                    silence.as_mut().reset((Instant::now() + SILENCE).min(*end));
                }
                // It is closed, one way or the other.
                Poll::Ready(_) => break,
                Poll::Pending => {
                    ready!(silence.as_mut().poll(cx));
                    break;
                }
            }
        }
        Poll::Ready(Ok(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::time::Instant;

    const TIME: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn a_peer_that_still_sends_is_read_to_its_end() {
        let (ours, mut theirs) = tokio::io::duplex(64);
        let mut ours = Lingering::new(ours, Unread::default(), TIME, 1_000_000);
        theirs.write_all(b"head").await.unwrap();
        ours.read_exact(&mut [0; 4]).await.unwrap();
        let closed = tokio::spawn(async move { ours.shutdown().await.map(|()| ours) });
        assert_eq!(theirs.read(&mut [0; 1]).await.unwrap(), 0, "our side");
        theirs.write_all(&[0; 1000]).await.unwrap();
        tokio::task::yield_now().await;
        assert!(!closed.is_finished());
        let begun = Instant::now();
        theirs.shutdown().await.unwrap();
        closed.await.unwrap().unwrap();
        assert_eq!(begun.elapsed(), Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn neither_for_ever_nor_without_end_nor_where_all_was_read() {
        for (bytes, unread, waited) in [(1_000_000, true, SILENCE), (0, true, Duration::ZERO)]
            .into_iter()
            .chain([(1_000_000, false, Duration::ZERO)])
        {
            let (ours, _theirs) = tokio::io::duplex(64);
            let state = Unread::default();
            state.set(unread);
            let begun = Instant::now();
            let mut ours = Lingering::new(ours, state, TIME, bytes);
            ours.shutdown().await.unwrap();
            assert_eq!(begun.elapsed(), waited, "{bytes} {unread}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_peer_that_sends_now_and_then_is_read_for_the_whole_time() {
        let (ours, mut theirs) = tokio::io::duplex(64);
        let state = Unread::default();
        state.set(true);
        let mut ours = Lingering::new(ours, state, TIME, 1_000_000);
        let begun = Instant::now();
        let closed = tokio::spawn(async move { ours.shutdown().await.map(|()| ours) });
        for _ in 0..100 {
            sleep(SILENCE / 2).await;
            theirs.write_all(b"more").await.unwrap();
            if closed.is_finished() {
                break;
            }
        }
        closed.await.unwrap().unwrap();
        let waited = begun.elapsed();
        assert!(waited >= TIME && waited <= TIME + SILENCE / 2, "{waited:?}");
    }
}
