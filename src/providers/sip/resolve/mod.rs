//! The name service of the SIP lines: from a host to the servers that are to be tried, in their order
//! (RFC 3263).
//!
//! - `locate`: the order; `records`: what it is made from.
//! - `client`, `hosts`, `cache`: where that is known from.
//!
//! The machine's own names come first (`/etc/hosts`), then the name servers of `/etc/resolv.conf`, or
//! those of the settings; what neither knows the system is asked for, which has other ways still.

mod cache;
mod client;
mod hosts;
mod locate;
mod records;
#[cfg(test)]
mod tests;

use super::transport::is_routable;
use cache::Cache;
use records::{Kind, Names, Records, canonical};
use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;
use tapi3_common::sync::lock;
use tapi3_sip::flow::Transport;
use tapi3_sip::message::uri::SipUri;
use tokio::time::{Instant, timeout};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// A name or an address, with or without brackets.
    pub host: String,
    pub port: Option<u16>,
    /// That of the URI's `transport` parameter.
    pub transport: Option<Transport>,
    /// Whether it is a `sips:` URI.
    pub secure: bool,
    /// The transports to choose from where the URI names none, the one that the line likes best
    /// first.
    pub allowed: Vec<Transport>,
    /// Whether the sockets reach IPv4.
    pub ipv4: bool,
    /// Whether they reach IPv6.
    pub ipv6: bool,
}

impl Wanted {
    /// What a URI asks for, on a line with this transport. A line over UDP goes over to TCP where a
    /// domain serves only that; one over TCP or TLS stays there. What a URI says itself goes before.
    fn of(uri: &SipUri, usual: Transport) -> Result<Self, Failure> {
        let is_transport = |name: &str| name.eq_ignore_ascii_case("transport");
        let asked = uri.params.iter().find(|(name, _)| is_transport(name));
        let transport = match asked.and_then(|(_, value)| value.as_deref()) {
            None => None,
            Some(text) => {
                let mut all = [Transport::Udp, Transport::Tcp, Transport::Tls].into_iter();
                let known = all.find(|transport| transport.param().eq_ignore_ascii_case(text));
                Some(known.ok_or(Failure::NoTransport)?)
            }
        };
        Ok(Wanted {
            host: uri.host.clone(),
            port: uri.port,
            transport,
            secure: uri.secure,
            allowed: match usual {
                Transport::Udp => vec![Transport::Udp, Transport::Tcp],
                only => vec![only],
            },
            ipv4: true,
            ipv6: true,
        })
    }

    /// The transports that come into question, the best one first.
    fn transports(&self) -> Result<Vec<Transport>, Failure> {
        let asked = match (self.secure, self.transport) {
            // `sips` means TLS, and `transport=tcp` with it TLS over TCP (RFC 3261 §26.2.2).
            (true, None | Some(Transport::Tcp | Transport::Tls)) => Some(Transport::Tls),
            (true, Some(Transport::Udp)) => return Err(Failure::NoTransport),
            (false, asked) => asked,
        };
        Ok(asked.map_or_else(|| self.allowed.clone(), |asked| vec![asked]))
    }
}

/// A server that may be tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub transport: Transport,
    pub address: SocketAddr,
    /// For TLS, whom its certificate has to name: the host that was looked for (RFC 5922 §4).
    pub server_name: Option<Arc<str>>,
}

/// Why there is no server, for people; without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Failure {
    #[error("{0:?} is not a name that can be looked up")]
    NotAName(String),
    #[error("no name server knows an address of {0}")]
    Unknown(String),
    #[error("{0} says that it has no SIP service")]
    NotServed(String),
    #[error("{host} cannot be looked up: {why}")]
    NoAnswer { host: String, why: String },
    #[error("looking it up takes too long: perhaps no name server answers")]
    Late,
    #[error("the address asks for a transport that does not fit it, or is not known here")]
    NoTransport,
    #[error("no way leads to {0}")]
    NoWay(String),
}

/// How long it may take to find servers.
const PATIENCE: Duration = Duration::from_secs(8);

/// How long a server that failed is tried after the others, and how many of them are known.
const AVOIDED: Duration = Duration::from_secs(30);
const MOST_AVOIDED: usize = 256;

/// For how many seconds an answer holds that says nothing about it.
const UNSAID: u32 = 30;

/// Finds servers. A copy shares everything with the original.
#[derive(Debug, Clone)]
pub(super) struct Resolver(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    source: Source,
    cache: Cache,
    avoided: Mutex<HashMap<(Transport, SocketAddr), Instant>>,
}

impl Resolver {
    /// Asks this name server, or the system's.
    pub fn new(server: Option<SocketAddr>) -> Self {
        Resolver::of(Source {
            server,
            hosts: PathBuf::from("/etc/hosts"),
            configuration: PathBuf::from("/etc/resolv.conf"),
        })
    }

    fn of(source: Source) -> Self {
        Resolver(Arc::new(Inner {
            source,
            cache: Cache::default(),
            avoided: Mutex::default(),
        }))
    }

    /// The servers for a URI on a line with this transport, where neither a name server nor anybody
    /// else has to be asked: for addresses, and names whose records are kept.
    pub fn at_once(&self, uri: &SipUri, usual: Transport) -> Option<Vec<Target>> {
        self.kept_targets(&Wanted::of(uri, usual).ok()?)
    }

    /// As [`Resolver::find`], for a URI on a line with this transport.
    ///
    /// # Errors
    /// Why there is no server, in words.
    pub async fn resolve(&self, uri: &SipUri, usual: Transport) -> io::Result<Vec<Target>> {
        let wanted = Wanted::of(uri, usual).map_err(io::Error::other)?;
        self.find(&wanted).await.map_err(io::Error::other)
    }

    /// The servers to try, in their order; there is at least one. Takes a bounded time.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn find(&self, wanted: &Wanted) -> Result<Vec<Target>, Failure> {
        let (mut luck, mut found) = (luck, Vec::new());
        let search = locate::locate(&*self.0, wanted, &mut luck, &mut found);
        match timeout(PATIENCE, search).await {
            Ok(done) => done?,
            // What is known by now is better than nothing.
            Err(_) if found.is_empty() => return Err(Failure::Late),
            Err(_) => {}
        }
        let found = self.prepared(found);
        match found.is_empty() {
            true => Err(Failure::NoWay(wanted.host.clone())),
            false => Ok(found),
        }
    }

    fn kept_targets(&self, wanted: &Wanted) -> Option<Vec<Target>> {
        let kept = Kept {
            cache: &self.0.cache,
            is_lacking: AtomicBool::new(false),
        };
        let (mut luck, mut found) = (luck, Vec::new());
        {
            let search = std::pin::pin!(locate::locate(&kept, wanted, &mut luck, &mut found));
            // Nothing in it waits.
            let Poll::Ready(Ok(())) = search.poll(&mut Context::from_waker(Waker::noop())) else {
                return None;
            };
        }
        if kept.is_lacking.into_inner() {
            return None;
        }
        let found = self.prepared(found);
        (!found.is_empty()).then_some(found)
    }

    /// Those that a way leads to, the ones that failed lately last.
    fn prepared(&self, mut found: Vec<Target>) -> Vec<Target> {
        if found.len() > 1 {
            found.retain(|target| is_routable(target.address.ip()));
        }
        self.put_off(&mut found);
        found
    }

    /// A server did not answer, or could not be reached: it comes last for a while.
    pub fn failed(&self, transport: Transport, address: SocketAddr) {
        let now = Instant::now();
        let mut avoided = lock(&self.0.avoided);
        if avoided.len() >= MOST_AVOIDED {
            avoided.retain(|_, until| now < *until);
        }
        if avoided.len() < MOST_AVOIDED {
            avoided.insert((transport, address), now + AVOIDED);
        }
    }

    /// A server has answered: it is as good as the others.
    pub fn worked(&self, transport: Transport, address: SocketAddr) {
        lock(&self.0.avoided).remove(&(transport, address));
    }

    /// The servers of several hosts in one order: those that failed lately last.
    pub fn in_order(&self, mut found: Vec<Target>) -> Vec<Target> {
        self.put_off(&mut found);
        found
    }

    fn put_off(&self, found: &mut [Target]) {
        let now = Instant::now();
        let avoided = lock(&self.0.avoided);
        if avoided.is_empty() {
            return;
        }
        found.sort_by_key(|target| {
            let until = avoided.get(&(target.transport, target.address));
            until.is_some_and(|until| now < *until)
        });
    }
}

/// A number that decides between equals.
fn luck() -> u32 {
    let mut bytes = [0; 4];
    // Without any, the first one is as good as another.
    let _ = getrandom::fill(&mut bytes);
    u32::from_ne_bytes(bytes)
}

/// What is kept, and nobody is asked.
struct Kept<'a> {
    cache: &'a Cache,
    /// Whether something was not there.
    is_lacking: AtomicBool,
}

impl Names for Kept<'_> {
    async fn ask(&self, name: &str, kind: Kind) -> Result<Arc<Records>, Failure> {
        let name = canonical(name).ok_or_else(|| Failure::NotAName(name.to_owned()))?;
        self.cache.kept(&name, kind).unwrap_or_else(|| {
            self.is_lacking.store(true, Ordering::Relaxed);
            Ok(Arc::default())
        })
    }
}

impl Names for Inner {
    async fn ask(&self, name: &str, kind: Kind) -> Result<Arc<Records>, Failure> {
        let name = canonical(name).ok_or_else(|| Failure::NotAName(name.to_owned()))?;
        let ask = || self.source.ask(&name, kind);
        self.cache.get(&name, kind, ask).await
    }
}

/// Where names are known.
#[derive(Debug)]
struct Source {
    /// Asked in place of the system's.
    server: Option<SocketAddr>,
    hosts: PathBuf,
    configuration: PathBuf,
}

impl Source {
    async fn ask(&self, name: &str, kind: Kind) -> Result<(Records, u32), Failure> {
        if let Some(known) = hosts::look_up(&self.hosts, name, kind) {
            return Ok((known, UNSAID));
        }
        let servers = match self.server {
            Some(server) => vec![server],
            None => configured(&self.configuration),
        };
        let answer = client::ask(&servers, name, kind).await;
        let is_none = answer
            .as_ref()
            .map_or(true, |(records, _)| records.are_none());
        if is_none && self.server.is_none() {
            if let Some(addresses) = of_the_system(name, kind).await {
                let records = Records {
                    addresses,
                    ..Records::default()
                };
                return Ok((records, UNSAID));
            }
        }
        answer.map_err(|why| Failure::NoAnswer {
            host: name.to_owned(),
            why,
        })
    }
}

/// The name servers in the system's configuration, or the one on this machine.
fn configured(file: &Path) -> Vec<SocketAddr> {
    /// The longest such file, in bytes, and how many servers of it are asked.
    const LONGEST: u64 = 64 * 1024;
    const MOST: usize = 3;
    let text = crate::settings::read_file(file, LONGEST).unwrap_or_default();
    let (read, _) = resolv_conf::Config::parse_with_errors(&text);
    let mut servers: Vec<SocketAddr> = (read.nameservers.into_iter().take(MOST))
        .map(|server| SocketAddr::new(IpAddr::from(server), 53))
        .collect();
    if servers.is_empty() {
        servers.push((Ipv4Addr::LOCALHOST, 53).into());
    }
    servers
}

/// The addresses that the system finds: it may know search domains and other services. Asked on a
/// thread of its own, which nobody waits for longer than for the whole search.
async fn of_the_system(name: &str, kind: Kind) -> Option<Vec<IpAddr>> {
    let is_kind = |ip: &IpAddr| match kind {
        Kind::A => ip.is_ipv4(),
        Kind::Aaaa => ip.is_ipv6(),
        Kind::Srv | Kind::Naptr => false,
    };
    if matches!(kind, Kind::Srv | Kind::Naptr) {
        return None;
    }
    let found: io::Result<Vec<IpAddr>> = (tokio::net::lookup_host((name, 0)).await)
        .map(|found| found.map(|address| address.ip()).collect());
    let mut found: Vec<IpAddr> = found.ok()?.into_iter().filter(is_kind).collect();
    found.dedup();
    (!found.is_empty()).then_some(found)
}
