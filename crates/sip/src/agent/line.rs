//! A line: its settings, what its registrar and its servers have told of it, and what it says about
//! itself.

use super::registering::Registering;
use crate::digest::Credentials;
use crate::flow::{Flow, Transport};
use crate::sdp::{Media, Security};
use std::collections::VecDeque;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

/// Whether responses that are not final are made reliable (RFC 3262).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reliable {
    /// Never offered.
    Never,
    /// Where the far end can.
    #[default]
    Offered,
    /// Always: a far end that cannot is refused.
    Required,
}

/// Session timers (RFC 4028).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTimer {
    /// How long a session lives that is not refreshed; `None` if ours need not be.
    pub expires: Option<Duration>,
    /// The shortest that we accept, 90 s or more by the RFC.
    pub shortest: Duration,
}

impl Default for SessionTimer {
    fn default() -> Self {
        SessionTimer {
            expires: Some(Duration::from_secs(1800)),
            shortest: Duration::from_secs(90),
        }
    }
}

/// What a line is.
#[derive(Debug, Clone, Default)]
pub struct LineSettings {
    /// The user part, escaped, under which the line is called.
    pub user: String,
    /// The From value of requests, without a tag.
    pub identity: String,
    pub credentials: Option<Credentials>,
    /// The Route values of requests outside dialogs: the outbound proxy's.
    pub routes: Vec<String>,
    pub reliable: Reliable,
    pub session_timer: SessionTimer,
    /// How long a call rings here at most; `None` for as long as its caller waits.
    pub rings_for: Option<Duration>,
    /// Our address as those outside see it over UDP, when settings say so.
    pub public: Option<SocketAddr>,
    /// The addresses that requests are taken from, besides those of the line's servers: whatever
    /// comes from elsewhere and belongs to no call of ours is dropped without a word. `None`: from
    /// everywhere. Lines that share an address count each for itself; what is for none of them is
    /// dropped when all of them would.
    pub known_sources: Option<Vec<IpAddr>>,
    /// The addresses whose word about others is believed: P-Asserted-Identity, Remote-Party-ID,
    /// Diversion, History-Info. Empty: those of the line's servers.
    pub trusted_sources: Vec<IpAddr>,
    /// What the line does with sound.
    pub media: Media,
    /// Further header lines of an INVITE, each with its CR LF (RFC 3323, RFC 3325).
    pub invite_lines: Vec<u8>,
}

/// As many addresses of a line's servers are kept.
const MAX_SERVERS: usize = 32;

/// A line and what was learned about it.
pub(super) struct Line {
    pub settings: LineSettings,
    /// Our address as the registrar sees us (RFC 3581).
    pub seen_as: Option<SocketAddr>,
    /// Whether we have another address since, and the registrar has not said how it sees that.
    pub readdressed: bool,
    /// What the registrar wants requests to go through (RFC 3608).
    pub service_routes: Vec<String>,
    /// The address that reaches this very device (RFC 5627).
    pub gruu: Option<String>,
    pub registering: Option<Box<Registering>>,
    /// Where the line's servers are.
    pub servers: Vec<IpAddr>,
}

impl Line {
    pub fn new(settings: LineSettings) -> Self {
        Line {
            settings,
            seen_as: None,
            readdressed: false,
            service_routes: Vec::new(),
            gruu: None,
            registering: None,
            servers: Vec::new(),
        }
    }

    /// Whether the line registers, and is not registered yet, or not any more.
    pub fn waits_to_be_registered(&self) -> bool {
        let registering = self.registering.as_ref();
        registering.is_some_and(|registering| registering.is_to_come())
    }

    /// The way that the line is registered over.
    pub fn registered_over(&self) -> Option<&Flow> {
        let registering = self.registering.as_ref()?;
        registering.flow().filter(|_| registering.is_registered())
    }

    /// The line's servers are at these addresses too. A registrar with many is known by its latest.
    pub fn learn_servers(&mut self, ips: impl Iterator<Item = IpAddr>) {
        for ip in ips.map(|ip| ip.to_canonical()) {
            self.servers.retain(|known| *known != ip);
            self.servers.push(ip);
        }
        let many = self.servers.len().saturating_sub(MAX_SERVERS);
        self.servers.drain(..many);
    }

    /// What the line does with sound in a call whose signalling takes this way: keys are only told
    /// where nobody reads them (RFC 4568 §9.3), unless the settings want it otherwise.
    pub fn media(&self, flow: &Flow) -> Media {
        let security = match flow.transport {
            _ if self.settings.media.in_clear => self.settings.media.security,
            Transport::Tls => self.settings.media.security,
            _ => match self.settings.media.security {
                Security::Required => Security::Impossible,
                _ => Security::Off,
            },
        };
        Media {
            security,
            ..self.settings.media
        }
    }

    /// The first of these ways that a call with the line's sound can take, and none before it any more.
    pub fn take_way(&self, flows: &mut VecDeque<Flow>) -> Option<Flow> {
        let possible = |flow: &Flow| self.media(flow).security != Security::Impossible;
        std::iter::from_fn(|| flows.pop_front()).find(possible)
    }

    /// The Contact value by which whoever is at the other end of `flow` reaches this line.
    pub fn contact(&self, flow: &Flow) -> String {
        match &self.gruu {
            Some(gruu) => ["<", gruu, ">"].concat(),
            None => self.value_at(
                &self.settings.user,
                flow,
                is_secure(&self.settings.identity),
            ),
        }
    }

    /// The same for a dialog in which this is our From or To, and this the far end's URI: one that
    /// hides who we are hides it here too, and one with a `sips:` URI has ours as such (§8.1.1.8,
    /// §12.1.1).
    pub fn contact_for(&self, own: &str, target: &str, flow: &Flow) -> String {
        let secure = is_secure(own) || starts_secure(target) || is_secure(&self.settings.identity);
        match (super::identity::is_hidden(own), &self.gruu) {
            (true, _) => self.value_at("anonymous", flow, secure),
            (false, Some(_)) => self.contact(flow),
            (false, None) => self.value_at(&self.settings.user, flow, secure),
        }
    }

    /// The URI of this device at its own address.
    pub fn contact_uri(&self, flow: &Flow) -> String {
        let mut text = String::with_capacity(self.settings.user.len() + 48);
        let secure = is_secure(&self.settings.identity);
        self.write_uri(&mut text, &self.settings.user, flow, secure);
        text
    }

    fn value_at(&self, user: &str, flow: &Flow, secure: bool) -> String {
        let mut text = String::with_capacity(user.len() + 48);
        text.push('<');
        self.write_uri(&mut text, user, flow, secure);
        text.push('>');
        text
    }

    fn write_uri(&self, text: &mut String, user: &str, flow: &Flow, secure: bool) {
        let udp = flow.transport == Transport::Udp;
        let address = match (self.settings.public, self.seen_as) {
            (Some(public), _) if udp && public.port() != 0 => public,
            (Some(public), _) => SocketAddr::new(public.ip(), flow.local.port()),
            (None, Some(seen)) if udp => seen,
            _ => flow.local,
        };
        // `sips:` says TLS by itself (RFC 5630 §3.3).
        let secure = secure && flow.transport == Transport::Tls;
        text.push_str(if secure { "sips:" } else { "sip:" });
        text.push_str(user);
        text.push('@');
        super::values::push_address(text, address);
        if !udp && !secure {
            text.push_str(";transport=");
            text.push_str(flow.transport.param());
        }
    }

    /// The Route values of a request outside a dialog.
    pub fn routes(&self) -> impl Iterator<Item = &str> {
        let proxy = self.settings.routes.iter();
        proxy.chain(&self.service_routes).map(String::as_str)
    }
}

/// Whether a URI begins with `sips:`.
fn starts_secure(uri: &str) -> bool {
    uri.get(..5)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("sips:"))
}

/// The same for the URI of a value such as From's.
fn is_secure(value: &str) -> bool {
    let uri = memchr::memrchr(b'<', value.as_bytes()).and_then(|at| value.get(at + 1..));
    starts_secure(uri.unwrap_or(value))
}
