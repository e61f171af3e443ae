//! What a registrar's response says: for how long we are registered, how we are seen, and by which
//! routes and addresses we are reached from now on.

use crate::flow::Flow;
use crate::message::uri::{Uri, same_uri};
use crate::message::value::{NameAddr, unquote};
use crate::message::{Message, Name};
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

/// How many values of one kind are kept.
const MAX_VALUES: usize = 16;

/// The addresses that reach this very device (RFC 5627).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gruu {
    /// The same for ever.
    pub public: Option<String>,
    /// Tells nobody who we are; good until the next one comes.
    pub temporary: Option<String>,
}

/// What a registration gave us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// When to register again: with time for a few attempts before it ends.
    pub refresh: Instant,
    /// For how long it lasts.
    pub lasts: Duration,
    /// Our address as the registrar sees us, if it is not the one that we told: put it into Contact
    /// and register again at once. Said once, and again at the earliest with the next refresh.
    pub seen_as: Option<SocketAddr>,
    /// What further requests go through (RFC 3608), Route values; they replace those before.
    pub service_routes: Vec<String>,
    pub gruu: Option<Gruu>,
    /// The addresses that are ours besides (RFC 7315 §4.1), the default one first.
    pub associated: Vec<String>,
    /// Whether the registrar keeps the flow (RFC 5626 §4.2.3): it then has to be kept alive.
    pub outbound: bool,
    /// After how much silence the registrar gives the flow up (RFC 5626 §4.4).
    pub flow_timer: Option<Duration>,
}

/// Reads a 2xx to a request for `contact` that asked for so many seconds; `None` if the address was
/// not registered.
pub(super) fn read(
    now: Instant,
    message: &Message<'_>,
    contact: &str,
    asked: u32,
) -> Option<Registered> {
    let whole = message.header(Name::Expires).and_then(seconds);
    let mut ours = None;
    let (mut other, mut others) = (None, 0);
    for value in message.list(Name::Contact) {
        let Some(address) = NameAddr::parse(value) else {
            continue;
        };
        if same_uri(address.uri, contact) {
            ours = Some(address);
            break;
        }
        others += 1;
        other = address.param("expires").and_then(seconds);
    }
    let own = match &ours {
        Some(address) => address.param("expires").and_then(seconds),
        // One on the way may have put its own address for ours.
        None if others == 1 => other,
        None => None,
    };
    let seconds = own.or(whole).unwrap_or(asked);
    if seconds == 0 {
        return None;
    }
    let gruu = ours.as_ref().and_then(gruu);
    let values = |name| message.list(name).take(MAX_VALUES);
    let associated = values(Name::PAssociatedUri).filter_map(NameAddr::parse);
    let flow_timer = message.other("Flow-Timer").and_then(self::seconds);
    Some(Registered {
        refresh: now + refresh_after(seconds),
        lasts: Duration::from_secs(seconds.into()),
        seen_as: None,
        service_routes: values(Name::ServiceRoute).filter_map(route).collect(),
        gruu,
        associated: associated.map(|address| address.uri.to_owned()).collect(),
        outbound: message.has_token(Name::Require, "outbound"),
        flow_timer: flow_timer.map(|timer| Duration::from_secs(timer.max(1).into())),
    })
}

/// A route that requests can go through.
fn route(value: &str) -> Option<String> {
    let address = NameAddr::parse(value)?;
    let good = Uri::parse(address.uri)?.is_sip();
    good.then(|| value.to_owned())
}

fn gruu(contact: &NameAddr<'_>) -> Option<Gruu> {
    let uri = |name| {
        let text = unquote(contact.param(name)?);
        let good = Uri::parse(&text)?.is_sip();
        good.then(|| text.into_owned())
    };
    let (public, temporary) = (uri("pub-gruu"), uri("temp-gruu"));
    let any = public.is_some() || temporary.is_some();
    any.then_some(Gruu { public, temporary })
}

/// When to register again: with time for a few attempts, a tenth of the time but a minute at most.
pub(super) fn refresh_after(seconds: u32) -> Duration {
    let margin = (seconds / 10).clamp(1, 60);
    Duration::from_secs(seconds.saturating_sub(margin).max(1).into())
}

/// A number of seconds; more than fits is as much as fits.
pub(super) fn seconds(text: &str) -> Option<u32> {
    let text = text.trim_ascii();
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(u32::MAX))
}

/// When a response says that we may come again (RFC 3261 §20.33).
pub(super) fn retry_after(message: &Message<'_>) -> Option<Duration> {
    let value = message.header(Name::RetryAfter)?;
    let number = value.split([';', '(']).next()?;
    Some(Duration::from_secs(seconds(number)?.into()))
}

/// Our address as the far end sees it (RFC 3581 §4), if it is not the one that `contact` tells.
pub(super) fn seen_as(message: &Message<'_>, contact: &str, flow: &Flow) -> Option<SocketAddr> {
    let via = message.via()?;
    let (received, rport) = (via.received(), via.rport());
    if received.is_none() && rport.is_none() {
        return None;
    }
    let address = |host: &str| -> Option<IpAddr> {
        let ip: IpAddr = host.trim_matches(['[', ']']).parse().ok()?;
        Some(ip.to_canonical())
    };
    let usual = flow.transport.default_port();
    let ip = received
        .map(|ip| ip.to_canonical())
        .or_else(|| address(via.host))?;
    let seen = SocketAddr::new(ip, rport.or(via.port).unwrap_or(usual));
    if ip.is_unspecified() || ip.is_multicast() {
        return None;
    }
    // Whoever gives a name there knows why.
    let told = Uri::parse(contact)?;
    let told = SocketAddr::new(address(told.host)?, told.port.unwrap_or(usual));
    // A connection leaves from a port of its own, which says nothing if the address is right.
    let differs = match flow.transport.is_reliable() {
        true => seen.ip() != told.ip(),
        false => seen != told,
    };
    differs.then_some(seen)
}
