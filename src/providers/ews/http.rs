//! HTTP as this client needs it: one server, one POST at a time on a connection, connections kept
//! for a short while, everything bounded in time and size.

use super::settings::Server;
use crate::providers::tls;
use crate::soap::{CONTENT_TYPE, MAX_BODY};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{self, HeaderMap, HeaderName};
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use std::fmt::Display;
use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use tapi3_common::sync::lock;
use tapi3_common::{descriptors, words};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;

/// How long a connection is kept, short of what servers keep, and how many.
const KEEP: Duration = Duration::from_secs(15);
const MAX_KEPT: usize = 8;

/// How long connections that are let go may take to be closed.
const HANDING_BACK: Duration = Duration::from_millis(20);

type Sender = SendRequest<Full<Bytes>>;

/// The way to one server.
pub(super) struct Http {
    server: Server,
    kept: Mutex<Vec<(Sender, Instant)>>,
}

/// What came back.
pub(super) struct Reply {
    pub status: StatusCode,
    /// `Retry-After`, as the time from now on.
    pub retry_after: Option<Duration>,
    pub body: Bytes,
}

/// Why nothing came back that could be read.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The request did not leave: the server knows nothing of it.
    NotSent(String),
    /// It left, and what became of it is not known.
    Lost(String),
    /// The answer is too long to be one.
    TooLong,
}

impl Http {
    pub fn new(server: Server) -> Self {
        Http {
            server,
            kept: Mutex::default(),
        }
    }

    /// The server's name, for messages.
    pub fn host(&self) -> &str {
        &self.server.host
    }

    /// Sends a message. One that has time and may be done twice (`at_leisure`) goes over a kept
    /// connection, and once more over a fresh one if that turns out to be dead, which only silence
    /// may tell. The others go over a fresh one from the start.
    pub async fn post(
        &self,
        body: String,
        action: &str,
        at_leisure: bool,
    ) -> Result<Reply, Trouble> {
        let body = Bytes::from(body);
        if at_leisure {
            if let Some(kept) = self.take_kept() {
                match self.in_time(self.send(kept, body.clone(), action)).await {
                    Err(Trouble::NotSent(_) | Trouble::Lost(_)) => {}
                    done => return done,
                }
            }
        }
        self.in_time(async {
            let fresh = self.connect().await.map_err(Trouble::NotSent)?;
            self.send(fresh, body, action).await
        })
        .await
    }

    async fn in_time(
        &self,
        work: impl Future<Output = Result<Reply, Trouble>>,
    ) -> Result<Reply, Trouble> {
        let time = self.server.timeout;
        match tokio::time::timeout(time, work).await {
            Ok(done) => done,
            Err(_) => Err(Trouble::Lost(format!("no answer within {time:?}"))),
        }
    }

    /// A connection to the server. When the process has no descriptor left, those that are kept give
    /// theirs up: a hang-up needs one.
    async fn reach(&self) -> io::Result<TcpStream> {
        let server = (self.server.host.as_str(), self.server.port);
        let error = match TcpStream::connect(server).await {
            Err(error) if descriptors::are_out(&error) => error,
            done => return done,
        };
        let kept = std::mem::take(&mut *lock(&self.kept));
        if kept.is_empty() {
            return Err(error);
        }
        drop(kept);
        tokio::time::sleep(HANDING_BACK).await;
        TcpStream::connect(server).await
    }

    async fn connect(&self) -> Result<Sender, String> {
        let Server { host, port, .. } = &self.server;
        let failed = |error: &dyn Display| format!("no connection to {host}:{port}: {error}");
        let reached = self.reach().await;
        let stream = reached.map_err(|error| failed(&words::of(&error)))?;
        stream.set_nodelay(true).map_err(|error| failed(&error))?;
        match &self.server.tls {
            None => speak(stream).await.map_err(|error| failed(&error)),
            Some(tls) => {
                let name = ServerName::try_from(host.clone()).map_err(|error| failed(&error))?;
                let stream = tls.connect(name, stream).await.map_err(|error| {
                    tls::explain(&error, "ca_file")
                        .map_or_else(|| failed(&error), |why| failed(&why))
                })?;
                speak(stream).await.map_err(|error| failed(&error))
            }
        }
    }

    async fn send(&self, mut sender: Sender, body: Bytes, action: &str) -> Result<Reply, Trouble> {
        let request = self.request(body, action).map_err(Trouble::NotSent)?;
        let response = match sender.try_send_request(request).await {
            Ok(response) => response,
            Err(mut error) => {
                let words = error.error().to_string();
                return Err(match error.take_message() {
                    Some(_) => Trouble::NotSent(words),
                    None => Trouble::Lost(words),
                });
            }
        };
        let reply = read(response).await?;
        if sender.ready().await.is_ok() {
            self.keep(sender);
        }
        Ok(reply)
    }

    fn request(&self, body: Bytes, action: &str) -> Result<Request<Full<Bytes>>, String> {
        let path = self.server.uri.path_and_query().map_or("/", |p| p.as_str());
        Request::post(path)
            .header(header::HOST, &self.server.authority)
            .header(header::AUTHORIZATION, &self.server.authorization)
            .header(header::CONTENT_TYPE, CONTENT_TYPE)
            .header(header::ACCEPT, "text/xml")
            .header(
                header::USER_AGENT,
                concat!("tapi3/", env!("CARGO_PKG_VERSION")),
            )
            .header("SOAPAction", action)
            .body(Full::new(body))
            .map_err(|error| error.to_string())
    }

    fn take_kept(&self) -> Option<Sender> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        kept.retain(|(sender, until)| *until > now && !sender.is_closed());
        kept.pop().map(|(sender, _)| sender)
    }

    fn keep(&self, sender: Sender) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MAX_KEPT {
            kept.push((sender, Instant::now() + KEEP));
        }
    }
}

async fn speak<S>(stream: S) -> Result<Sender, hyper::Error>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (sender, connection) = http1::Builder::new()
        .max_headers(100)
        .max_buf_size(64 * 1024)
        .handshake(TokioIo::new(stream))
        .await?;
    tokio::spawn(async move {
        // Whoever sent a request hears of this too.
        if let Err(error) = connection.await {
            tracing::debug!("an EWS connection ended: {error}");
        }
    });
    Ok(sender)
}

async fn read(response: Response<Incoming>) -> Result<Reply, Trouble> {
    let status = response.status();
    let retry_after = retry_after(response.headers());
    let body = Limited::new(response.into_body(), MAX_BODY);
    match body.collect().await {
        Ok(body) => Ok(Reply {
            status,
            retry_after,
            body: body.to_bytes(),
        }),
        Err(error) if error.is::<LengthLimitError>() => Err(Trouble::TooLong),
        Err(error) => Err(Trouble::Lost(format!("the answer broke off: {error}"))),
    }
}

/// How long a server asks to be left alone: in seconds or up to a date (RFC 9110 §10.2.3), which is
/// read by the server's own clock if it shows that.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
    let date = |text: &str| httpdate::parse_http_date(text).ok();
    let value = text(header::RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let then = date(value)?;
    let now = text(header::DATE).and_then(date);
    let now = now.unwrap_or_else(SystemTime::now);
    // A date that has passed asks for nothing.
    Some(then.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    #[test]
    fn retry_after_is_read_in_seconds_and_as_a_date() {
        let date = "Date: Wed, 25 Nov 2026 13:00:00 GMT";
        for (lines, wait) in [
            (&["Retry-After: 7"][..], Some(7)),
            (
                &["Retry-After: Wed, 25 Nov 2026 13:00:30 GMT", date],
                Some(30),
            ),
            (
                &["Retry-After: Wed, 25 Nov 2026 12:59:59 GMT", date],
                Some(0),
            ),
            (&["Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"], Some(0)),
            (&["Retry-After: soon", date], None),
            (&["Retry-After: -1"], None),
            (&[date], None),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                let (name, value) = line.split_once(": ").unwrap();
                let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
                headers.insert(name, HeaderValue::from_static(value));
            }
            let read = retry_after(&headers);
            assert_eq!(read, wait.map(Duration::from_secs), "{lines:?}");
        }
    }
}
