//! A socket that accepts connections. When the process has no descriptor left it pauses instead of
//! trying all the time.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tapi3_common::process::KeptBack;
use tapi3_common::{descriptors, words};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Sleep;

/// How long it pauses.
const PAUSE: Duration = Duration::from_millis(250);

/// A listening socket.
#[derive(Debug)]
pub(super) struct Listener {
    /// Let go of before the socket is closed.
    _kept_back: KeptBack,
    socket: TcpListener,
    /// Whether TLS is spoken here.
    pub is_tls: bool,
    pause: Option<Pin<Box<Sleep>>>,
    /// Said once, not as often as it is tried.
    out_of_descriptors: bool,
}

impl Listener {
    /// Must be called within the runtime.
    pub fn new(
        kept_back: KeptBack,
        socket: std::net::TcpListener,
        is_tls: bool,
    ) -> io::Result<Self> {
        Ok(Listener {
            _kept_back: kept_back,
            socket: TcpListener::from_std(socket)?,
            is_tls,
            pause: None,
            out_of_descriptors: false,
        })
    }

    /// The next connection.
    pub fn poll_accept(&mut self, cx: &mut Context<'_>) -> Poll<(TcpStream, SocketAddr)> {
        loop {
            if let Some(pause) = &mut self.pause {
                ready!(pause.as_mut().poll(cx));
                self.pause = None;
            }
            match ready!(self.socket.poll_accept(cx)) {
                Ok(accepted) => {
                    if std::mem::take(&mut self.out_of_descriptors) {
                        tracing::info!("SIP connections are accepted again");
                    }
                    return Poll::Ready(accepted);
                }
                Err(error) => self.failed(&error),
            }
        }
    }

    fn failed(&mut self, error: &io::Error) {
        let are_out = descriptors::are_out(error);
        if !are_out {
            // A connection that died in the queue, or memory that was short for a moment.
            tracing::debug!("no SIP connection accepted: {error}");
        } else if !std::mem::replace(&mut self.out_of_descriptors, true) {
            let error = words::of(error);
            tracing::warn!(%error, "no SIP connection accepted");
        }
        self.pause = Some(Box::pin(tokio::time::sleep(PAUSE)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use tokio::time::Instant;

    #[tokio::test(start_paused = true)]
    async fn without_descriptors_it_pauses_and_goes_on() {
        let socket = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        socket.set_nonblocking(true).unwrap();
        let address = socket.local_addr().unwrap();
        let kept_back = tapi3_common::process::keep_back(-1);
        let mut listener = Listener::new(kept_back, socket, false).unwrap();
        let _stream = std::net::TcpStream::connect(address).unwrap();
        listener.failed(&io::Error::from_raw_os_error(libc::EMFILE));
        assert!(listener.out_of_descriptors);
        let started = Instant::now();
        poll_fn(|cx| listener.poll_accept(cx)).await;
        assert!(started.elapsed() >= PAUSE, "by the clock of the test");
        assert!(!listener.out_of_descriptors);
    }
}
