//! A line's settings as the provider uses them, once they were found good.

use super::codes::Codes;
use super::ports::Range;
use super::settings::{Addresses, Provisional, Settings, Transport};
use super::sound::Manners;
use super::sound_settings::EarlyMedia;
use super::transport::{Files, Listen};
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{PASSWORD, Secret, Wrong};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tapi3_sip::agent::{LineSettings, Reliable, SessionTimer};
use tapi3_sip::digest::Credentials;
use tapi3_sip::flow;
use tapi3_sip::message::uri::SipUri;
use tapi3_sip::message::value::quote;
use tapi3_sip::sdp;

/// A line as the provider uses it: every setting read and checked.
#[derive(Debug)]
pub(super) struct Config {
    /// The line's own address.
    pub uri: SipUri,
    pub display_name: String,
    pub credentials: Option<Credentials>,
    pub registrar: SipUri,
    /// The server for calls to the line's own domain, if it is not the domain itself.
    pub home: Option<SipUri>,
    pub outbound_proxy: Option<SipUri>,
    /// Those that stand in for `outbound_proxy`, or else for `registrar`, in their order.
    pub backup_servers: Vec<SipUri>,
    pub register: bool,
    pub expires: u32,
    pub instance: Option<String>,
    pub max_calls: u32,
    pub max_conference: u32,
    pub t1: Duration,
    pub transport: flow::Transport,
    pub listen: Listen,
    pub tls_files: Files,
    /// The name server to ask, if not the system's.
    pub dns: Option<SocketAddr>,
    pub follow_redirects: bool,
    pub follow_transfers: bool,
    pub public_address: Option<SocketAddr>,
    pub message_waiting: bool,
    pub early_media: EarlyMedia,
    pub stun_server: Option<SipUri>,
    pub keep_alive: Option<Duration>,
    pub codes: Codes,
    /// Whose calls are watched.
    pub watch: Vec<SipUri>,
    accept_from: Option<Vec<IpAddr>>,
    session_timer: SessionTimer,
    rings_for: Option<Duration>,
    reliable: Reliable,
    /// What the line negotiates for sound.
    media: sdp::Media,
    /// Where its sound may arrive, if not anywhere.
    pub rtp_ports: Option<Range>,
    /// What it does with sound besides.
    pub manners: Arc<Manners>,
}

impl Config {
    /// Checks the settings of the line called `name`, and reads its password.
    pub fn read(name: &str, settings: &Settings) -> Result<Self> {
        let told = |wrong: Wrong| {
            let text = settings.place.tell(&format!("Line \"{name}\""), &wrong);
            Error::with_text(ErrorKind::InvalidArgument, text)
        };
        let Addresses {
            uri,
            user,
            home,
            backup_servers,
            outbound_proxy,
            public_address,
            stun_server,
            codes,
            watch,
        } = settings.addresses().map_err(told)?;
        let password = Secret::choose(
            PASSWORD,
            settings.password.as_ref(),
            settings.password_env.as_deref(),
            settings.password_file.as_deref(),
        )
        .map_err(told)?;
        let domain = SipUri {
            secure: uri.secure,
            port: uri.port,
            ..SipUri::new("", &uri.host)
        };
        Ok(Config {
            uri,
            display_name: settings.display_name.clone(),
            credentials: password.map(|password| Credentials {
                user,
                password: password.reveal().into(),
            }),
            registrar: home.clone().unwrap_or(domain),
            home,
            outbound_proxy,
            backup_servers,
            register: settings.register,
            expires: settings.expires,
            instance: settings.instance.clone(),
            max_calls: settings.max_calls,
            max_conference: settings.max_conference,
            t1: settings.t1,
            transport: match settings.transport {
                Transport::Udp => flow::Transport::Udp,
                Transport::Tcp => flow::Transport::Tcp,
                Transport::Tls => flow::Transport::Tls,
            },
            listen: Listen {
                address: settings.listen,
                tcp: true,
                tls: settings.tls_listen,
            },
            tls_files: Files {
                authorities: settings.tls_ca_file.clone(),
                certificate: settings.tls_cert_file.clone(),
                key: settings.tls_key_file.clone(),
            },
            dns: settings.dns,
            follow_redirects: settings.follow_redirects,
            follow_transfers: settings.follow_transfers,
            public_address,
            message_waiting: settings.message_waiting,
            early_media: settings.early_media,
            stun_server,
            keep_alive: settings.kept_alive(),
            codes,
            watch,
            accept_from: settings.accept_from.clone(),
            session_timer: SessionTimer {
                expires: (!settings.session_expires.is_zero()).then_some(settings.session_expires),
                shortest: settings.min_se,
            },
            rings_for: (!settings.ring_timeout.is_zero()).then_some(settings.ring_timeout),
            reliable: match settings.provisional {
                Provisional::Unreliable => Reliable::Never,
                Provisional::Supported => Reliable::Offered,
                Provisional::Required => Reliable::Required,
            },
            media: settings.media(),
            rtp_ports: settings.rtp_ports().map_err(told)?,
            manners: Arc::new(settings.manners().map_err(told)?),
        })
    }

    /// The line as the agent knows it.
    pub fn for_agent(&self) -> LineSettings {
        LineSettings {
            user: self.uri.user.clone(),
            identity: self.identity(),
            credentials: self.credentials.clone(),
            routes: self
                .outbound_proxy
                .iter()
                .map(|proxy| format!("<{proxy};lr>"))
                .collect(),
            reliable: self.reliable,
            session_timer: self.session_timer,
            rings_for: self.rings_for,
            public: self.public_address,
            known_sources: self.accept_from.clone(),
            trusted_sources: Vec::new(),
            invite_lines: Vec::new(),
            media: self.media,
        }
    }

    /// The From value of requests, without a tag.
    pub fn identity(&self) -> String {
        match self.display_name.as_str() {
            "" => format!("<{}>", self.uri.identity()),
            name => format!("{} <{}>", quote(name), self.uri.identity()),
        }
    }

    /// Where a request to `target` goes first.
    pub fn next_hop(&self, target: &SipUri) -> Hop {
        match (&self.outbound_proxy, &self.home) {
            (Some(proxy), _) => self.server(proxy),
            (None, home) if self.is_own_domain(target) => {
                self.server(home.as_ref().unwrap_or(target))
            }
            _ => Hop::to(target.clone()),
        }
    }

    fn is_own_domain(&self, target: &SipUri) -> bool {
        target.host.eq_ignore_ascii_case(&self.uri.host)
            && (target.port == self.uri.port || target.port.is_none())
    }

    /// Whether requests to a target go by way of the line's own servers, and not to a host that
    /// whoever dials has named.
    pub fn goes_by_trunk(&self, target: &SipUri) -> bool {
        self.outbound_proxy.is_some() || self.is_own_domain(target)
    }

    /// Where the line registers.
    pub fn registering_hop(&self) -> Hop {
        self.server(self.outbound_proxy.as_ref().unwrap_or(&self.registrar))
    }

    /// The servers that the settings name, of a line that does not register: it learns nothing of
    /// them by registering.
    pub fn servers(&self) -> impl Iterator<Item = &SipUri> {
        let first = self.outbound_proxy.as_ref().or(self.home.as_ref());
        first.into_iter().chain(&self.backup_servers)
    }

    fn server(&self, first: &SipUri) -> Hop {
        Hop {
            first: first.clone(),
            backups: self.backup_servers.clone(),
        }
    }
}

/// Where a request goes first: a host, and those that stand in for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hop {
    pub first: SipUri,
    pub backups: Vec<SipUri>,
}

impl Hop {
    /// The hosts, in their order.
    pub fn all(&self) -> impl Iterator<Item = &SipUri> {
        std::iter::once(&self.first).chain(&self.backups)
    }

    /// A host that nobody stands in for.
    pub fn to(uri: SipUri) -> Self {
        Hop {
            first: uri,
            backups: Vec::new(),
        }
    }
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
