//! Who a message says that somebody is, and whether that is to be believed: asserted identities
//! (RFC 3325), privacy (RFC 3323), diversions (RFC 5806, RFC 7044 with the causes of RFC 4458).

use super::CallId;
use super::event::{Named, Offer};
use super::line::Line;
use super::values::leading_number;
use crate::flow::Flow;
use crate::message::uri::{Uri, unescape};
use crate::message::value::{NameAddr, Params};
use crate::message::{Message, Name, Writer};
use std::net::IpAddr;

/// The From of a call whose caller stays unknown (RFC 3323 §4.1.1.3), without a tag.
const ANONYMOUS: &str = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
const ANONYMOUS_URI: &str = "<sip:anonymous@anonymous.invalid>";

/// As many diversions of one call are looked at.
const MAX_HOPS: usize = 32;

/// Why a call was sent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DivertReason {
    /// None is told, or one that is not known here.
    #[default]
    Unknown,
    Busy,
    NoAnswer,
    /// Every call is.
    Unconditional,
    /// The party could not be reached.
    Unavailable,
    /// The party sent this very call on.
    Deflected,
    DoNotDisturb,
    TimeOfDay,
    FollowMe,
    OutOfService,
    Away,
}

/// A party that a call was meant for before it came here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diverted {
    pub by: Named,
    pub reason: DivertReason,
    /// Whether the party wants not to be shown.
    pub private: bool,
}

impl Line {
    /// Whether what somebody at this address says about others is believed.
    pub fn trusts(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        match self.settings.trusted_sources.as_slice() {
            [] => self.is_server(ip),
            trusted => trusted.iter().any(|known| known.to_canonical() == ip),
        }
    }

    /// The From value of a call, up to its tag.
    pub fn calls_as(&self, anonymous: bool) -> &str {
        match anonymous {
            true => ANONYMOUS,
            false => &self.settings.identity,
        }
    }
}

/// Whether a From of ours hides who calls.
pub(super) fn is_hidden(from: &str) -> bool {
    let uri = memchr::memrchr(b'<', from.as_bytes()).and_then(|at| from.get(at..));
    uri.is_some_and(|uri| uri.starts_with(ANONYMOUS_URI))
}

/// What an INVITE with this From says about privacy. Who we are is told to the line's servers only
/// (RFC 3325 §9.2).
pub(super) fn write_privacy(writer: &mut Writer, line: &Line, from: &str, flow: &Flow) {
    if is_hidden(from) {
        writer.header(Name::Privacy, "id");
        if line.trusts(flow.peer.ip()) {
            writer.header(Name::PPreferredIdentity, &line.settings.identity);
        }
    }
}

/// A header value as a party.
pub(super) fn named(value: &str) -> Option<Named> {
    let parsed = NameAddr::parse(value)?;
    Some(Named {
        name: parsed.name.into_owned(),
        uri: parsed.uri.to_owned(),
    })
}

/// Who the line's servers say that the sender is; nothing, if somebody else says it.
pub(super) fn asserted(message: &Message<'_>, line: Option<&Line>, flow: &Flow) -> Option<Named> {
    if !line?.trusts(flow.peer.ip()) {
        return None;
    }
    let mut identities = message.list(Name::PAssertedIdentity).filter_map(named);
    // There may be a SIP URI and a telephone number (RFC 3325 §9.1), in any order.
    let first = identities.next();
    let sip = |named: &Named| Uri::parse(&named.uri).is_some_and(|uri| uri.is_sip());
    let best = match first {
        Some(first) if !sip(&first) => Some(identities.find(sip).unwrap_or(first)),
        first => first,
    };
    let mut party = best.or_else(|| named(remote_party(message)?))?;
    let from = message.header(Name::From).and_then(named);
    if let Some(from) = from.filter(|_| message.code().is_none()) {
        // A name that the server did not repeat.
        if party.name.is_empty() && user(&from.uri) == user(&party.uri) {
            party.name = from.name;
        }
    }
    Some(party)
}

/// The Remote-Party-ID that is about the sender.
fn remote_party<'a>(message: &Message<'a>) -> Option<&'a str> {
    let own = match message.code() {
        None => "calling",
        Some(_) => "called",
    };
    message.list(Name::RemotePartyId).find(|value| {
        let party = NameAddr::parse(value);
        let party = party.and_then(|party| party.param("party"));
        party.is_none_or(|party| party.eq_ignore_ascii_case(own))
    })
}

fn user(uri: &str) -> &str {
    Uri::parse(uri).map(|uri| uri.user).unwrap_or_default()
}

/// Whether a request says that its sender wants to stay unknown.
fn wants_privacy(message: &Message<'_>, from: &Named) -> bool {
    let private = |value: &str| {
        let mut kinds = value.split(';').map(str::trim_ascii);
        kinds.any(|kind| {
            ["id", "user", "header"]
                .iter()
                .any(|p| kind.eq_ignore_ascii_case(p))
        })
    };
    let no_one = |uri: Uri<'_>| {
        uri.user.eq_ignore_ascii_case("anonymous")
            || uri.host.eq_ignore_ascii_case("anonymous.invalid")
    };
    let remote = remote_party(message).and_then(NameAddr::parse);
    let remote = remote.and_then(|party| party.param("privacy"));
    message.headers(Name::Privacy).any(private)
        || Uri::parse(&from.uri).is_some_and(no_one)
        || remote.is_some_and(|privacy| !privacy.eq_ignore_ascii_case("off"))
}

/// What an INVITE for this line tells about itself.
pub(super) fn offer_of(
    message: &Message<'_>,
    line: Option<&Line>,
    flow: &Flow,
    replaces: Option<CallId>,
) -> Offer {
    let from = message
        .header(Name::From)
        .and_then(named)
        .unwrap_or_default();
    let anonymous = wants_privacy(message, &from);
    let trusted = line.is_some_and(|line| line.trusts(flow.peer.ip()));
    let diversions = match trusted {
        true => diversions(message),
        false => Vec::new(),
    };
    let latest = diversions.first().filter(|diverted| !diverted.private);
    Offer {
        caller: asserted(message, line, flow).unwrap_or(from),
        to: message.header(Name::To).and_then(named).unwrap_or_default(),
        diverted_by: latest.map(|diverted| diverted.by.clone()),
        diversions,
        expires: message.header(Name::Expires).and_then(leading_number),
        replaces,
        referred_by: message.header(Name::ReferredBy).and_then(named),
        anonymous,
        described: super::outside::description(message).is_some(),
        wants_ours: false,
    }
}

/// The parties that a call was sent on by, the latest first.
fn diversions(message: &Message<'_>) -> Vec<Diverted> {
    let told = message.list(Name::Diversion).take(MAX_HOPS);
    let told: Vec<Diverted> = told.filter_map(diversion).collect();
    match told.is_empty() {
        true => history(message),
        false => told,
    }
}

/// One element of Diversion, of which the latest stands first (RFC 5806 §4.2).
fn diversion(value: &str) -> Option<Diverted> {
    let parsed = NameAddr::parse(value)?;
    let reason = parsed.param("reason").unwrap_or_default();
    let reason = match reason.trim_matches('"').to_ascii_lowercase().as_str() {
        "user-busy" => DivertReason::Busy,
        "no-answer" => DivertReason::NoAnswer,
        "unavailable" => DivertReason::Unavailable,
        "unconditional" => DivertReason::Unconditional,
        "time-of-day" => DivertReason::TimeOfDay,
        "do-not-disturb" => DivertReason::DoNotDisturb,
        "deflection" => DivertReason::Deflected,
        "follow-me" => DivertReason::FollowMe,
        "out-of-service" => DivertReason::OutOfService,
        "away" => DivertReason::Away,
        _ => DivertReason::Unknown,
    };
    let privacy = parsed.param("privacy").unwrap_or("off").trim_matches('"');
    Some(Diverted {
        private: !privacy.eq_ignore_ascii_case("off"),
        by: named(value)?,
        reason,
    })
}

/// An entry of History-Info.
struct Entry<'a> {
    index: &'a str,
    /// The entry whose party was replaced by another (RFC 7044 §5).
    mapped: Option<&'a str>,
    /// Why the request came to this target (RFC 4458).
    cause: Option<u64>,
    /// Why it did not stay at this target: the Reason that the URI carries.
    left: Option<DivertReason>,
    private: bool,
    by: Named,
}

impl<'a> Entry<'a> {
    fn parse(value: &'a str) -> Option<Self> {
        let parsed = NameAddr::parse(value)?;
        let uri = Uri::parse(parsed.uri)?;
        let (mut left, mut private) = (None, false);
        for header in uri.headers.split('&') {
            let (name, text) = header.split_once('=').unwrap_or((header, ""));
            if name.eq_ignore_ascii_case("Reason") {
                left = left.or_else(|| left_for(&unescape(text)));
            } else if name.eq_ignore_ascii_case("Privacy") {
                private = !text.eq_ignore_ascii_case("none");
            }
        }
        let plain = parsed
            .uri
            .split_once('?')
            .map_or(parsed.uri, |(uri, _)| uri);
        Some(Entry {
            index: parsed.param("index").unwrap_or_default(),
            mapped: parsed.param("mp"),
            cause: uri.param("cause").and_then(leading_number),
            left,
            private,
            by: Named {
                name: parsed.name.into_owned(),
                uri: plain.to_owned(),
            },
        })
    }
}

/// What the answer of a party means that the request did not stay with.
fn left_for(reason: &str) -> Option<DivertReason> {
    let (protocol, params) = reason.split_once(';')?;
    let cause = Params::get(params, "cause").and_then(leading_number)?;
    match protocol.trim_ascii() {
        p if p.eq_ignore_ascii_case("SIP") => Some(match cause {
            301 | 302 => DivertReason::Unconditional,
            486 | 600 => DivertReason::Busy,
            408 => DivertReason::NoAnswer,
            480 | 503 => DivertReason::Unavailable,
            487 => DivertReason::Deflected,
            300..700 => DivertReason::Unknown,
            _ => return None,
        }),
        p if p.eq_ignore_ascii_case("Q.850") => Some(match cause {
            17 => DivertReason::Busy,
            18 | 19 => DivertReason::NoAnswer,
            20 | 27 => DivertReason::Unavailable,
            _ => DivertReason::Unknown,
        }),
        _ => None,
    }
}

/// What the cause in a new target says (RFC 4458 §6.2).
fn came_for(cause: u64) -> DivertReason {
    match cause {
        302 => DivertReason::Unconditional,
        486 => DivertReason::Busy,
        408 => DivertReason::NoAnswer,
        480 | 487 => DivertReason::Deflected,
        503 => DivertReason::Unavailable,
        _ => DivertReason::Unknown,
    }
}

/// The diversions that History-Info tells of, the latest first (RFC 7044 §10.3): a step counts if
/// another party took the call, or somebody says why it went on. An address that was found for the
/// same party is none.
fn history(message: &Message<'_>) -> Vec<Diverted> {
    let entries = message.list(Name::HistoryInfo).take(MAX_HOPS);
    let entries: Vec<Entry<'_>> = entries.filter_map(Entry::parse).collect();
    let mut found = Vec::new();
    let pairs = entries.iter().zip(entries.iter().skip(1));
    for (before, entry) in pairs.rev() {
        let mapped = entry.mapped.and_then(|index| {
            let mut all = entries.iter();
            all.find(|other| other.index == index)
        });
        let by = mapped.unwrap_or(before);
        let reason = match (entry.cause, by.left) {
            (Some(cause), _) => came_for(cause),
            (None, Some(left)) => left,
            (None, None) if mapped.is_some() => DivertReason::Unknown,
            (None, None) => continue,
        };
        found.push(Diverted {
            by: by.by.clone(),
            reason,
            private: by.private,
        });
    }
    found
}
