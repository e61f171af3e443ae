//! The EWS endpoint that `tapi3 serve` runs: a SOAP client starts, watches and ends calls on the
//! engine's lines. It is a client of the engine like any other, and knows neither COM nor SIP.
//!
//! - `rules`, `accounts`, `before`, `credentials`, `password`, `dial`, `patterns`, `wav`, `rate`:
//!   who may do what.
//! - `listener`, `places`, `proxy_protocol`, `tls`, `stall`, `http`, `framing`, `content`,
//!   `client_address`, `http_answer`, `body`: from the socket to the request and back.
//! - `reload`, `current`, `control`, `listing`, `notify`, `draining`: what changes while it runs, and
//!   who manages it.
//! - `operations`, `refusal`, `lines`, `playing`, `calls`, `trunks`, `mapping`, `random`: what the
//!   operations do.
//! - `elsewhere`: calls that the endpoints of other nodes have placed.
//! - `ledger`, `metrics`, `health`: what is counted, told of a call that is over, and of the server.
//! - `records`: what is written of each call that is over.
//! - `api`, `page`: the same as JSON, what happens as it happens, and a page that shows it.
//!
//! # Why hyper
//!
//! The endpoint has a few fixed paths and two methods that matter, so a router and extractors (axum,
//! twice the crates) would decide nothing here, while the limits that keep a telephone server alive
//! (header count and size, idle and slow requests, stalled writes, when a connection may be used
//! again) are hyper's own settings or stand right at the connection. rustls with ring is what the
//! SIP side uses already.
//!
//! # Threads
//!
//! A request never blocks a thread of the runtime: what a provider completes at once is answered
//! at once, and what takes its time is waited for on the runtime's threads for blocking work. There
//! may be one for each request in work and one for each call that is being ended.

mod accounts;
mod api;
mod before;
mod body;
mod calls;
mod client_address;
mod content;
mod control;
mod credentials;
mod current;
mod dial;
mod draining;
#[cfg(feature = "cluster")]
mod elsewhere;
mod framing;
mod health;
mod http;
mod http_answer;
mod ledger;
mod lines;
mod linger;
mod listener;
mod listing;
mod mapping;
mod metrics;
mod notify;
mod operations;
mod page;
mod password;
mod patterns;
mod places;
mod playing;
mod proxy_protocol;
mod random;
mod rate;
mod records;
mod refusal;
mod reload;
mod request_body;
mod request_ids;
mod rules;
mod stall;
mod stopping;
mod tls;
mod trunks;
mod wav;

pub use control::{drain, lines, reload};
pub use credentials::can_be_latin_1;
pub use listing::{ListedLine, list};
pub use password::{hash as hash_password, new_token};
#[cfg(feature = "cluster")]
pub use records::recall;
pub use records::{RecordChoice, RecordLine, Spoilt, WrittenFile, read_records, record_files};
pub use reload::Origin;
pub use stopping::Report;

use crate::config::ServerSettings;
use crate::engine::{Client, Engine, Error, ErrorKind, Event, Result, bits};
use crate::log::RequestId;
#[cfg(feature = "cluster")]
use crate::pool::ClusterSettings;
use crate::settings::Wrong;
use crate::soap::{AnswerWriter, ServerVersionInfo};
use accounts::Accounts;
use api::Feed;
use calls::Calls;
use current::Current;
use draining::Draining;
#[cfg(feature = "cluster")]
use elsewhere::Elsewhere;
use health::Health;
use ledger::{EndedBy, Ledger};
use metrics::Metrics;
use notify::Manager;
use places::Places;
use records::Records;
use reload::{Keys, Reloader};
use rules::Rules;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tapi3_common::{descriptors, words};
use tls::Certificates;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use trunks::Trunks;

/// How long a client is told to wait when the server is being stopped.
const STOPPING: Duration = Duration::from_secs(5);

/// All that a request needs.
struct Endpoint {
    rules: Current<Rules>,
    accounts: Arc<Accounts>,
    client: Client,
    calls: Calls,
    #[cfg(feature = "cluster")]
    elsewhere: Option<Arc<Elsewhere>>,
    metrics: Arc<Metrics>,
    health: Health,
    /// Says in each answer what it is.
    answers: AnswerWriter,
    trunks: Trunks,
    /// What each address has of the server.
    places: Arc<Places>,
    records: Arc<Records>,
    feed: Arc<Feed>,
    /// One permit for each request in work.
    requests: Arc<Semaphore>,
    /// Where it listens, and how that is spoken to.
    address: SocketAddr,
    manager: Arc<Manager>,
    scheme: &'static str,
    closing: AtomicBool,
    draining: Draining,
    next_request: AtomicU64,
}

impl Endpoint {
    /// The rules at this moment.
    fn rules(&self) -> Arc<Rules> {
        self.rules.get()
    }

    fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Relaxed)
    }

    /// A name for a request, for the log and the client; no two are alike for a long time.
    fn next_request_id(&self) -> RequestId {
        RequestId(self.next_request.fetch_add(1, Ordering::Relaxed))
    }

    /// Hears from now on what happens to the calls, on a thread of the engine's.
    fn listen_to_calls(self: &Arc<Self>) -> Result<()> {
        let endpoint = Arc::downgrade(self);
        self.client.set_event_mask(bits::CALL_STATE);
        self.client.set_listening(true)?;
        // Whoever looks on hears of news that are gathered for longer than these are late.
        self.client.deliver_at_leisure_to(move |event| {
            if let (Event::CallState { call, .. }, Some(endpoint)) = (event, endpoint.upgrade()) {
                endpoint.calls.changed(&call);
            }
        })
    }

    /// Ends calls that nobody asks about or that last too long, and forgets old ones, for ever.
    async fn watch_calls(&self) {
        loop {
            tokio::time::sleep(self.rules().watch_pause()).await;
            self.health.watched(Instant::now());
            self.look_at_calls();
        }
    }

    fn look_at_calls(&self) {
        let rules = self.rules();
        for entry in self.calls.settle() {
            let user = rules.user(entry.user);
            let unasked = self.calls.unasked_for(&entry);
            let orphan_after = user.and_then(|user| user.orphan_after);
            let max_time = rules.max_call_time;
            let by = if orphan_after.is_some_and(|time| unasked >= time) {
                EndedBy::Orphan
            } else if max_time.is_some_and(|time| entry.begun.clock.elapsed() >= time) {
                EndedBy::TimeLimit
            } else {
                continue;
            };
            self.end(&entry, by);
        }
        self.calls.forget(rules.remember_ended);
    }
}

/// What the endpoint belongs to.
#[derive(Default)]
pub struct Surroundings {
    /// Where its settings came from, if they are to be read anew when that changes.
    pub origin: Option<Origin>,
    /// The pool; with a `calls_secret` the endpoint answers for the calls of others there.
    #[cfg(feature = "cluster")]
    pub cluster: Option<ClusterSettings>,
}

/// Runs the endpoint until the process is told to stop (SIGTERM, SIGINT or SIGHUP). `ready` is
/// called with the address of the service as soon as it takes connections; if it fails, nothing is
/// served. With an `origin` the settings are read anew when that changes, and SIGHUP says so rather
/// than to stop, unless it comes from the end of the terminal that the server was started at. Once
/// this has returned a report, another signal ends the process.
///
/// # Errors
/// A sentence on what is wrong with the settings, or why the address cannot be listened on; then
/// nothing has been served.
pub fn run(
    settings: &ServerSettings,
    engine: &Arc<Engine>,
    surroundings: Surroundings,
    ready: impl FnOnce(&str) -> Result<()>,
) -> Result<Report> {
    let origin = surroundings.origin;
    let (rules, logins) = Rules::new(settings, engine, None)?;
    let keys = Keys::of(settings);
    let certificates = tls::read(settings)?.map(Certificates::new);
    let tls = certificates.clone().map(tls::acceptor).transpose()?;
    let records = Arc::new(Records::open(&settings.records).map_err(unwritable)?);
    let listen = |what| settings.place.tell("[server]", &Wrong::new("listen", what));
    let unresolved = |(kind, what)| Error::with_text(kind, listen(what));
    let address = resolve(&settings.listen).map_err(unresolved)?;
    if tls.is_none() && !settings.allow_plain_http && !address.ip().is_loopback() {
        return Err(invalid(listen(format!(
            "{address} is not a loopback address, and without TLS passwords would cross the \
             network in the clear; set tls_certificate and tls_key, or allow_plain_http = true \
             behind a proxy that does TLS"
        ))));
    }
    // Requests in work, calls that are being ended, password checks, and one for signals.
    let requests = rules.limits.max_requests;
    let blocking = requests.saturating_add(rules.limits.max_calls);
    let blocking = blocking.saturating_add(64);
    let build = || {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        builder.enable_all().thread_name("tapi3-server");
        builder.max_blocking_threads(blocking).build()
    };
    let runtime = descriptors::with_enough(build).map_err(|error| {
        let error = words::of(&error);
        failed("The server's threads do not start", &error)
    })?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(|error| {
            failed(
                &format!("{address} cannot be listened on"),
                &words::of(&error),
            )
        })?;
        let address = listener
            .local_addr()
            .map_err(|error| failed("The address is not known", &words::of(&error)))?;
        #[cfg(feature = "cluster")]
        let (elsewhere, ears) = match surroundings.cluster {
            Some(cluster) => Elsewhere::open(&cluster).await?.unzip(),
            None => (None, None),
        };
        let mut signals = stopping::Signals::new(origin.is_some())?;
        let randomness = |error: getrandom::Error| failed("The system gives no randomness", &error);
        let remember = settings.remember_password;
        let failures = rules.limits.failed_logins;
        let mut prefix = [0; 4];
        getrandom::fill(&mut prefix).map_err(randomness)?;
        let metrics = Arc::new(Metrics::new());
        let feed = Arc::new(Feed::default());
        let calls = Calls::new(
            rules.numbers(),
            rules.limits.max_calls,
            rules.limits.max_remembered,
            Ledger::new(metrics.clone(), records.clone(), feed.clone()),
        );
        #[cfg(feature = "cluster")]
        let calls = calls.at(elsewhere.as_deref().map(Elsewhere::node));
        let endpoint = Arc::new(Endpoint {
            accounts: Arc::new(Accounts::new(logins, remember, failures).map_err(randomness)?),
            client: engine.add_client("tapi3 serve".to_owned())?,
            calls,
            #[cfg(feature = "cluster")]
            elsewhere,
            metrics,
            health: Health::new(Instant::now()),
            answers: AnswerWriter::new(ServerVersionInfo::default()),
            trunks: Trunks::default(),
            places: Places::new(rules.limits.max_connections_per_address),
            records: records.clone(),
            feed,
            requests: Arc::new(Semaphore::new(rules.limits.max_requests)),
            address,
            manager: Arc::new(Manager::of_environment()),
            scheme: if tls.is_some() { "https" } else { "http" },
            closing: AtomicBool::new(false),
            draining: Draining::default(),
            next_request: AtomicU64::new(u64::from(u32::from_be_bytes(prefix)) << 32 | 1),
            rules: Current::new(rules),
        });
        endpoint.listen_to_calls()?;
        #[cfg(feature = "cluster")]
        let answering = match (endpoint.elsewhere.clone(), ears) {
            (Some(elsewhere), Some(ears)) => {
                Some(tokio::spawn(elsewhere.serve(endpoint.clone(), ears)))
            }
            _ => None,
        };
        // Before anybody is told of the server, so that `tapi3 reload` reaches it then.
        let reloader = origin.map(|origin| {
            let origin = (origin, settings.clone());
            let told = signals.reload();
            Reloader::new(
                endpoint.clone(),
                engine.clone(),
                origin,
                (certificates, keys),
                told,
            )
        });
        let url = format!("{}://{address}{}", endpoint.scheme, http::PATH);
        tracing::info!(url, "listening");
        ready(&url)?;
        let (close, closing) = watch::channel(false);
        let watcher = tokio::spawn(supervise(endpoint.clone()));
        let reloader = reloader.map(|reloader| tokio::spawn(reloader.run()));
        let manager = endpoint.manager.clone();
        // It hears that the server is ready before it hears that it lives.
        let state = format!("READY=1\nSTATUS=listening on {url}");
        endpoint.manager.tell(&state);
        tokio::spawn(async move { manager.keep_alive().await });
        let serving = tokio::spawn(listener::serve(endpoint.clone(), listener, tls, closing));
        let report = stopping::wait(
            &endpoint,
            &mut signals,
            close,
            serving,
            settings.shutdown_timeout,
        );
        let report = report.await;
        watcher.abort();
        #[cfg(feature = "cluster")]
        if let Some(answering) = answering {
            answering.abort();
        }
        if let Some(reloader) = reloader {
            reloader.abort();
        }
        endpoint.client.close();
        Ok((report, signals))
    });
    records.close();
    match served {
        Ok((report, signals)) => {
            stopping::leave_at_next(signals, runtime, report);
            Ok(report)
        }
        Err(error) => {
            runtime.shutdown_background();
            Err(error)
        }
    }
}

/// Watches the calls again should that ever break off: orphans must be ended.
async fn supervise(endpoint: Arc<Endpoint>) {
    loop {
        let watched = endpoint.clone();
        let mut watcher = JoinSet::new();
        watcher.spawn(async move { watched.watch_calls().await });
        watcher.join_next().await;
        tracing::error!("the watch over the calls broke off; it begins anew");
    }
}

/// Call records that cannot be written, as a full disk may have it: the next try may find room.
fn unwritable(text: String) -> Error {
    Error::with_text(ErrorKind::OperationFailed, text)
}

fn resolve(listen: &str) -> std::result::Result<SocketAddr, (ErrorKind, String)> {
    let unresolved = |kind, what: String| (kind, format!("\"{listen}\" {what}"));
    let wrong = |what| unresolved(ErrorKind::InvalidArgument, what);
    // It may be found the next time.
    let not_found = |what| unresolved(ErrorKind::OperationFailed, what);
    if listen.starts_with([':', '*']) {
        return Err(wrong(
            "has no host: for all addresses write 0.0.0.0 or [::]".to_owned(),
        ));
    }
    let mut found = listen
        .to_socket_addrs()
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidInput => wrong(format!("is not HOST:PORT: {error}")),
            _ => not_found(format!(
                "names a host that is not found: {}",
                words::of(&error)
            )),
        })?;
    found
        .next()
        .ok_or_else(|| not_found("has no address".to_owned()))
}

fn invalid(text: String) -> Error {
    Error::with_text(ErrorKind::InvalidArgument, text)
}

fn failed(what: &str, error: &dyn std::fmt::Display) -> Error {
    Error::with_text(ErrorKind::OperationFailed, format!("{what}: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_an_address_to_listen_at_is_said() {
        for (listen, told) in [
            ("localhost", "is not HOST:PORT"),
            ("localhost:x", "is not HOST:PORT"),
            (":80", "has no host"),
            // Longer than a name may be, so that no name server is asked.
            (
                &format!("{}:8090", "a".repeat(300)),
                "names a host that is not found",
            ),
        ] {
            let (kind, said) = resolve(listen).unwrap_err();
            assert!(said.contains(told), "{said}");
            let may_be_found = kind == ErrorKind::OperationFailed;
            assert_eq!(may_be_found, told.contains("not found"), "{said}");
        }
    }
}
