//! The settings of a SIP line, and what they mean once they were found good. `docs/configuration.md`
//! describes each.

use super::sockets;
use super::transport::{Files, Listen};
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{
    PASSWORD, Place, Secret, Wrong, check_range, check_text, check_time, duration,
};
use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;
use tapi3_sip::agent::{LineSettings, Reliable, SessionTimer};
use tapi3_sip::digest::Credentials;
use tapi3_sip::flow;
use tapi3_sip::message::uri::{SipUri, escape_user, host_and_port, unescape};
use tapi3_sip::message::value::quote;

/// How messages travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Transport {
    /// UDP; TCP where a server or a message wants it.
    #[default]
    Udp,
    /// TCP.
    Tcp,
    /// TLS over TCP.
    Tls,
}

/// Whether provisional responses are acknowledged (100rel, RFC 3262).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Provisional {
    /// Never.
    Unreliable,
    /// Where the far end can.
    #[default]
    Supported,
    /// Always: calls with a far end that cannot are refused.
    Required,
}

/// The settings of one SIP line, as they stand in the configuration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The line's own address, such as `sip:alice@example.com`.
    pub uri: String,
    /// The name that called parties see.
    #[serde(default)]
    pub display_name: String,
    /// Where to listen, over UDP and TCP. Lines with the same address share the sockets; with port 0
    /// each has its own. `[::]` stands for both families.
    #[serde(default = "default_listen", deserialize_with = "listen")]
    pub listen: SocketAddr,
    /// The registrar, `host` or `host:port`; the host of `uri` if left out. If given, calls to the
    /// line's own domain go there as well.
    #[serde(default)]
    pub registrar: Option<String>,
    /// The server that all calls and registrations go through, `host` or `host:port`.
    #[serde(default)]
    pub outbound_proxy: Option<String>,
    /// The name for authentication; the user of `uri` if left out.
    #[serde(default)]
    pub user: Option<String>,
    /// The password for authentication.
    #[serde(default)]
    pub password: Option<Secret>,
    /// The environment variable that has the password.
    #[serde(default)]
    pub password_env: Option<String>,
    /// The file that has the password.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// Whether to register.
    #[serde(default)]
    pub register: bool,
    /// For how many seconds to register at a time.
    #[serde(default = "default_expires")]
    pub expires: u32,
    /// How messages travel.
    #[serde(default)]
    pub transport: Transport,
    /// Where to listen over TLS, if at all; this needs `tls_cert_file` and `tls_key_file`.
    #[serde(default, deserialize_with = "sockets::listen")]
    pub tls_listen: Option<SocketAddr>,
    /// Certificates, PEM, of the authorities to trust instead of the system's.
    #[serde(default)]
    pub tls_ca_file: Option<PathBuf>,
    /// The line's own certificate and those up to the root, PEM: shown to servers that ask for it,
    /// and to those who connect to `tls_listen`.
    #[serde(default)]
    pub tls_cert_file: Option<PathBuf>,
    /// The key of that certificate, PEM.
    #[serde(default)]
    pub tls_key_file: Option<PathBuf>,
    /// The name server to ask instead of the system's, `address` or `address:port`.
    #[serde(default, deserialize_with = "sockets::name_server")]
    pub dns: Option<SocketAddr>,
    /// How many calls the line has at a time; further callers hear that it is busy.
    #[serde(default = "default_max_calls")]
    pub max_calls: u32,
    /// The estimate of a round trip, from which all protocol timers follow (T1, RFC 3261
    /// §17.1.1.1). Only a closed network may lower it. Lines that share a socket share it too.
    #[serde(default = "default_t1", deserialize_with = "duration")]
    pub t1: Duration,
    /// Whether a redirection (3xx) is followed, or ends the call.
    #[serde(default = "yes")]
    pub follow_redirects: bool,
    /// Whether the far end of a call may send it to somebody else (REFER).
    #[serde(default = "yes")]
    pub follow_transfers: bool,
    /// Our address as those outside see it, for Contact and for sound.
    #[serde(default)]
    pub public_address: Option<String>,
    /// For how long a call lives that its far end does not confirm (RFC 4028); 0 for ever.
    #[serde(default = "default_session_expires", deserialize_with = "duration")]
    pub session_expires: Duration,
    /// The shortest such time that we accept.
    #[serde(default = "default_min_se", deserialize_with = "duration")]
    pub min_se: Duration,
    /// Whether to ask the line's server for messages that wait (RFC 3842). What it tells unasked is
    /// heard in any case.
    #[serde(default)]
    pub message_waiting: bool,
    /// From which addresses, besides the line's own servers, calls are taken; from everywhere if left
    /// out.
    #[serde(default)]
    pub accept_from: Option<Vec<IpAddr>>,
    /// Whether provisional responses are acknowledged (RFC 3262).
    #[serde(default)]
    pub provisional: Provisional,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([0, 0, 0, 0], 5060))
}

fn default_expires() -> u32 {
    3600
}

fn default_max_calls() -> u32 {
    8
}

fn yes() -> bool {
    true
}

fn default_session_expires() -> Duration {
    Duration::from_secs(1800)
}

fn default_min_se() -> Duration {
    Duration::from_secs(90)
}

fn default_t1() -> Duration {
    Duration::from_millis(500)
}

/// The addresses in the settings of a line.
struct Addresses {
    uri: SipUri,
    user: String,
    home: Option<SipUri>,
    outbound_proxy: Option<SipUri>,
    public_address: Option<SocketAddr>,
}

impl Settings {
    /// Checks everything but the secrets, without looking at any file.
    pub fn check(&self) -> std::result::Result<(), Wrong> {
        self.addresses().map(drop)
    }

    fn addresses(&self) -> std::result::Result<Addresses, Wrong> {
        check_text("uri", &self.uri)?;
        check_text("display_name", &self.display_name)?;
        check_range("expires", self.expires, 1, 30 * 86_400)?;
        check_range("max_calls", self.max_calls, 1, 10_000)?;
        check_time("t1", self.t1, "10ms", "10s")?;
        check_time("min_se", self.min_se, "1s", "24h")?;
        if !self.session_expires.is_zero() {
            check_time("session_expires", self.session_expires, "1s", "24h")?;
        }
        sockets::check(self)?;
        let uri = self.own_uri()?;
        let own = unescape(&uri.user);
        let user = self.user.clone().unwrap_or(own);
        check_text("user", &user)?;
        if user.is_empty() || escape_user(&uri.user).is_none() {
            return Err(Wrong::new("user", "is not a name"));
        }
        Ok(Addresses {
            uri,
            user,
            home: server("registrar", self.registrar.as_deref())?,
            outbound_proxy: server("outbound_proxy", self.outbound_proxy.as_deref())?,
            public_address: self.public_address()?,
        })
    }

    fn public_address(&self) -> std::result::Result<Option<SocketAddr>, Wrong> {
        let Some(text) = &self.public_address else {
            return Ok(None);
        };
        let with_port = text.parse().ok();
        let alone = || Some(SocketAddr::new(text.parse().ok()?, self.listen.port()));
        match with_port.or_else(alone) {
            Some(address) => Ok(Some(address)),
            None => {
                let what = "is not an address such as \"203.0.113.7\" or \"203.0.113.7:5060\"";
                Err(Wrong::new("public_address", what))
            }
        }
    }

    fn own_uri(&self) -> std::result::Result<SipUri, Wrong> {
        let wrong = |what: &str| Err(Wrong::new("uri", what));
        match SipUri::parse(&self.uri) {
            Some(uri) if uri.user.contains(':') => {
                wrong("has a password in it, which belongs in a key of its own")
            }
            Some(uri) if uri.secure && self.transport != Transport::Tls => {
                wrong("begins with sips:, which needs transport = \"tls\"")
            }
            Some(uri) if !uri.user.is_empty() => Ok(uri),
            _ => wrong("is not an address such as \"sip:alice@example.com\""),
        }
    }
}

/// Reads a server's address, if there is one.
fn server(key: &'static str, text: Option<&str>) -> std::result::Result<Option<SipUri>, Wrong> {
    let Some(text) = text else {
        return Ok(None);
    };
    check_text(key, text)?;
    let bare = text.strip_prefix("sip:").unwrap_or(text);
    let Some((host, port)) = host_and_port(bare) else {
        let what = "is not a host such as \"example.com\" or \"10.0.0.1:5070\"";
        return Err(Wrong::new(key, what));
    };
    Ok(Some(SipUri {
        port,
        ..SipUri::new("", &host)
    }))
}

fn listen<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<SocketAddr, D::Error> {
    let text = String::deserialize(from)?;
    let expected = "an address with a port, such as \"0.0.0.0:5060\" or \"[::]:5060\"";
    text.parse()
        .map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &expected))
}

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
    pub register: bool,
    pub expires: u32,
    pub max_calls: u32,
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
    accept_from: Option<Vec<IpAddr>>,
    session_timer: SessionTimer,
    reliable: Reliable,
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
            outbound_proxy,
            public_address,
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
            register: settings.register,
            expires: settings.expires,
            max_calls: settings.max_calls,
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
            accept_from: settings.accept_from.clone(),
            session_timer: SessionTimer {
                expires: (!settings.session_expires.is_zero()).then_some(settings.session_expires),
                shortest: settings.min_se,
            },
            reliable: match settings.provisional {
                Provisional::Unreliable => Reliable::Never,
                Provisional::Supported => Reliable::Offered,
                Provisional::Required => Reliable::Required,
            },
        })
    }

    /// The line as the agent knows it.
    pub fn for_agent(&self) -> LineSettings {
        LineSettings {
            user: self.uri.user.clone(),
            identity: self.identity(),
            credentials: self.credentials.clone(),
            routes: self.outbound_proxy.iter().map(|proxy| format!("<{proxy};lr>")).collect(),
            reliable: self.reliable,
            session_timer: self.session_timer,
            public: self.public_address,
            known_sources: self.accept_from.clone(),
            trusted_sources: Vec::new(),
            invite_lines: Vec::new(),
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
    pub fn next_hop<'a>(&'a self, target: &'a SipUri) -> &'a SipUri {
        let own_domain = target.host.eq_ignore_ascii_case(&self.uri.host)
            && (target.port == self.uri.port || target.port.is_none());
        match (&self.outbound_proxy, &self.home) {
            (Some(proxy), _) => proxy,
            (None, Some(home)) if own_domain => home,
            _ => target,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> std::result::Result<Config, String> {
        let settings: Settings = toml::from_str(text).map_err(|error| error.to_string())?;
        Config::read("desk", &settings).map_err(|error| error.to_string())
    }

    #[test]
    fn a_line_needs_no_more_than_its_address() {
        let config = read("uri = 'sip:alice@example.com'").unwrap();
        assert_eq!(config.identity(), "<sip:alice@example.com>");
        assert_eq!(config.registrar.to_string(), "sip:example.com");
        assert!(config.credentials.is_none());
    }

    #[test]
    fn a_mistake_is_named_with_its_line_and_key() {
        for (text, key) in [
            ("uri = 'alice'", "uri"),
            ("uri = 'sip:example.com'", "uri"),
            ("uri = 'sips:alice@example.com'", "uri"),
            ("uri = 'sips:a@b'\ntransport = 'tcp'", "uri"),
            ("uri = 'sip:a@b'\ntls_cert_file = 'x'", "tls_cert_file"),
            ("uri = 'sip:a@b'\ntls_key_file = 'x'", "tls_key_file"),
            ("uri = 'sip:a@b'\ntls_listen = '[::]:5061'", "tls_listen"),
            ("uri = 'sip:a@b'\nregistrar = 'http://x'", "registrar"),
            ("uri = 'sip:a@b'\noutbound_proxy = 'x:y'", "outbound_proxy"),
            ("uri = 'sip:a@b'\nexpires = 0", "expires"),
            ("uri = 'sip:a@b'\nmax_calls = 0", "max_calls"),
            ("uri = 'sip:a@b'\nt1 = '1ms'", "t1"),
            ("uri = 'sip:a@b'\nuser = \"a\\nb\"", "user"),
            (
                "uri = 'sip:a@b'\npassword = 'x'\npassword_env = 'y'",
                "password",
            ),
        ] {
            let error = read(text).unwrap_err();
            assert!(
                error.starts_with(&format!("Line \"desk\": {key}")),
                "{text}: {error}"
            );
        }
        for (text, key) in [
            ("uri = 'sip:a@b'\ntransport = 'pigeon'", "pigeon"),
            ("uri = 'sip:a@b'\nuser_name = 'x'", "user_name"),
            ("uri = 'sip:a@b'\ndns = 'ns.example'", "ns.example"),
            ("uri = 'sip:a@b'\ntls_listen = '5061'", "5061"),
            ("uri = 'sip:a@b'\ntls_verify = false", "tls_verify"),
        ] {
            assert!(read(text).unwrap_err().contains(key), "{text}");
        }
    }

    #[test]
    fn a_line_over_tls_has_its_own_address_and_files() {
        let config = read(
            "uri = 'sips:alice@example.com'\ntransport = 'tls'\nlisten = '[::]:5070'\n\
             tls_listen = '10.0.0.1:5071'\ntls_ca_file = 'ca'\ntls_cert_file = 'cert'\n\
             tls_key_file = 'key'\ndns = '10.0.0.53'",
        )
        .unwrap();
        assert_eq!(config.transport, flow::Transport::Tls);
        assert_eq!(config.registrar.to_string(), "sips:example.com");
        let listen = Listen {
            address: "[::]:5070".parse().unwrap(),
            tcp: true,
            tls: Some("10.0.0.1:5071".parse().unwrap()),
        };
        assert_eq!(config.listen, listen);
        let files = Files {
            authorities: Some("ca".into()),
            certificate: Some("cert".into()),
            key: Some("key".into()),
        };
        assert_eq!(config.tls_files, files);
        assert_eq!(config.dns, Some("10.0.0.53:53".parse().unwrap()));
        let plain = read("uri = 'sip:alice@example.com'").unwrap();
        assert_eq!((plain.listen.tcp, plain.listen.tls), (true, None));
        assert_eq!((plain.tls_files, plain.dns), (Files::default(), None));
    }

    #[test]
    fn the_password_is_not_shown() {
        let text = "uri = 'sip:a@b'\npassword = 'hunter2'";
        let settings: Settings = toml::from_str(text).unwrap();
        let config = read(text).unwrap();
        assert_eq!(
            config.credentials.as_ref().unwrap().password.reveal(),
            "hunter2"
        );
        assert!(!format!("{settings:?} {config:?}").contains("hunter2"));
    }

    #[test]
    fn calls_take_the_way_that_the_settings_say() {
        let hop = |text: &str, target: &str| {
            let config = read(text).unwrap();
            let target = SipUri::parse(target).unwrap();
            config.next_hop(&target).to_string()
        };
        let plain = "uri = 'sip:a@example.com'";
        let registrar = "uri = 'sip:a@example.com'\nregistrar = '10.0.0.1:5070'";
        let proxy = "uri = 'sip:a@example.com'\noutbound_proxy = 'sip:10.0.0.2'";
        assert_eq!(hop(plain, "sip:1@example.com"), "sip:1@example.com");
        assert_eq!(hop(registrar, "sip:1@EXAMPLE.com"), "sip:10.0.0.1:5070");
        assert_eq!(hop(registrar, "sip:1@example.org"), "sip:1@example.org");
        assert_eq!(hop(proxy, "sip:1@example.org"), "sip:10.0.0.2");
    }
}
