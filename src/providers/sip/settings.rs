//! The settings of a SIP line as they are written, and what is wrong with them. What they mean then
//! stands in `config`.

use super::codes::Codes;
use super::sockets;
use super::sound_settings::{Codec, Dtmf, EarlyMedia, Srtp};
use crate::settings::{
    Place, Secret, Wrong, check_range, check_text, check_time, duration, optional_duration,
};
use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;
use tapi3_sip::message::uri::{SipUri, escape_user, host_and_port, unescape};
use tapi3_sip::stun;

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

/// How calls are forwarded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ForwardBy {
    /// The caller is told to call the other address instead (302).
    #[default]
    Redirect,
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
    /// Servers that stand in for the registrar, or the outbound proxy if there is one, each `host` or
    /// `host:port`: tried in this order when it does not answer.
    #[serde(default)]
    pub backup_servers: Vec<String>,
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
    /// The name of this device, `urn:uuid:…`, the same for ever: with it the registrar is asked for an
    /// address that reaches this very device (RFC 5627).
    #[serde(default)]
    pub instance: Option<String>,
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
    /// How many parties a conference has at most, ourselves included.
    #[serde(default = "default_max_conference")]
    pub max_conference: u32,
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
    /// The server to ask for that address instead, over STUN, `host` or `host:port`. Lines that share
    /// a socket share it.
    #[serde(default)]
    pub stun_server: Option<String>,
    /// How often the way to the registrar is kept open; 0 for never. If left out, every 30 seconds
    /// over UDP. Of lines that share a socket, the shortest counts.
    #[serde(default, deserialize_with = "optional_duration")]
    pub keep_alive: Option<Duration>,
    /// How long a call rings that nobody answers; 0 for as long as its caller waits.
    #[serde(default = "default_ring_timeout", deserialize_with = "duration")]
    pub ring_timeout: Duration,
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
    /// Whether a caller hears us before its call is answered.
    #[serde(default)]
    pub early_media: EarlyMedia,
    /// How calls are forwarded that the line forwards.
    #[serde(default)]
    pub forward_by: ForwardBy,
    /// What is dialled before an address to park a call there.
    #[serde(default)]
    pub park_code: Option<String>,
    /// What is dialled before an address to take the call that is parked there.
    #[serde(default)]
    pub unpark_code: Option<String>,
    /// What is dialled before a number to answer the call that rings there.
    #[serde(default)]
    pub pickup_code: Option<String>,
    /// What is dialled, before a group's number if there is one, to answer a call that rings there.
    #[serde(default)]
    pub group_pickup_code: Option<String>,
    /// Whose calls to watch, where the server tells of them (RFC 4235), so that those that ring there
    /// can be picked up: addresses such as `sip:bob@example.com`.
    #[serde(default)]
    pub watch: Vec<String>,
    /// The codecs to use, the preferred one first; if left out, PCMU, PCMA and G722 are offered, and
    /// the caller's order counts.
    #[serde(default)]
    pub codecs: Option<Vec<Codec>>,
    /// Milliseconds of sound in a packet, where the far end does not want others.
    #[serde(default = "default_ptime")]
    pub ptime: u8,
    /// Whether to offer comfort noise (RFC 3389): silence is then told instead of sent. It is taken
    /// from those who offer it in any case.
    #[serde(default)]
    pub comfort_noise: bool,
    /// How digits are sent.
    #[serde(default)]
    pub dtmf: Dtmf,
    /// Whether sound is protected (SRTP).
    #[serde(default)]
    pub srtp: Srtp,
    /// The UDP ports that sound may arrive at, such as `10000-20000`; the system chooses if left out.
    #[serde(default)]
    pub rtp_ports: Option<String>,
    /// What a far end on hold hears, a WAV file; silence if left out.
    #[serde(default)]
    pub music_on_hold: Option<PathBuf>,
    /// For how long no sound may come from the far end before that is told; 0 for ever.
    #[serde(default = "default_media_timeout", deserialize_with = "duration")]
    pub media_timeout: Duration,
    /// Whether the call is then ended.
    #[serde(default)]
    pub media_timeout_hangs_up: bool,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

/// Whose calls a line may watch.
const MOST_WATCHED: usize = 200;

/// How often ways over UDP are kept open: address translators forget them after that time.
const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// How many servers may stand in for another.
const MOST_BACKUPS: usize = 8;

fn default_listen() -> SocketAddr {
    SocketAddr::from(([0, 0, 0, 0], 5060))
}

fn default_expires() -> u32 {
    3600
}

fn default_max_calls() -> u32 {
    8
}

fn default_max_conference() -> u32 {
    8
}

fn yes() -> bool {
    true
}

fn default_ring_timeout() -> Duration {
    Duration::from_secs(180)
}

fn default_session_expires() -> Duration {
    Duration::from_secs(1800)
}

fn default_min_se() -> Duration {
    Duration::from_secs(90)
}

fn default_media_timeout() -> Duration {
    Duration::from_secs(30)
}

fn default_ptime() -> u8 {
    20
}

fn default_t1() -> Duration {
    Duration::from_millis(500)
}

/// The addresses in the settings of a line.
pub(super) struct Addresses {
    pub uri: SipUri,
    pub user: String,
    pub home: Option<SipUri>,
    pub backup_servers: Vec<SipUri>,
    pub outbound_proxy: Option<SipUri>,
    pub public_address: Option<SocketAddr>,
    pub stun_server: Option<SipUri>,
    pub codes: Codes,
    pub watch: Vec<SipUri>,
}

impl Settings {
    /// Checks everything but the secrets, without looking at any file.
    pub fn check(&self) -> std::result::Result<(), Wrong> {
        self.addresses().map(drop)
    }

    pub(super) fn addresses(&self) -> std::result::Result<Addresses, Wrong> {
        check_text("uri", &self.uri)?;
        check_text("display_name", &self.display_name)?;
        check_range("expires", self.expires, 1, 30 * 86_400)?;
        check_range("max_calls", self.max_calls, 1, 10_000)?;
        check_range("max_conference", self.max_conference, 3, 1_000)?;
        check_time("t1", self.t1, "10ms", "10s")?;
        check_time("min_se", self.min_se, "1s", "24h")?;
        if !self.ring_timeout.is_zero() {
            check_time("ring_timeout", self.ring_timeout, "1s", "24h")?;
        }
        if !self.session_expires.is_zero() {
            check_time("session_expires", self.session_expires, "1s", "24h")?;
        }
        if let Some(every) = self.keep_alive.filter(|every| !every.is_zero()) {
            check_time("keep_alive", every, "1s", "1h")?;
        }
        if self
            .instance
            .as_deref()
            .is_some_and(|name| !is_instance(name))
        {
            let what = "is not a name such as \"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"";
            return Err(Wrong::new("instance", what));
        }
        sockets::check(self)?;
        self.check_sound()?;
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
            backup_servers: self.backup_servers()?,
            outbound_proxy: server("outbound_proxy", self.outbound_proxy.as_deref())?,
            public_address: self.public_address()?,
            stun_server: self.stun_server()?,
            codes: Codes::read(self)?,
            watch: self.watched()?,
        })
    }

    /// They stand in for the line's own server, so there has to be one to which calls go too.
    fn backup_servers(&self) -> std::result::Result<Vec<SipUri>, Wrong> {
        const KEY: &str = "backup_servers";
        if self.backup_servers.len() > MOST_BACKUPS {
            return Err(Wrong::new(
                KEY,
                format!("has more than {MOST_BACKUPS} servers"),
            ));
        }
        let servers = self.backup_servers.iter();
        servers.map(|text| host(KEY, text)).collect()
    }

    fn watched(&self) -> std::result::Result<Vec<SipUri>, Wrong> {
        if self.watch.len() > MOST_WATCHED {
            let what = format!("has more than {MOST_WATCHED} addresses");
            return Err(Wrong::new("watch", what));
        }
        let read = |text: &String| {
            check_text("watch", text)?;
            let uri = SipUri::parse(text).filter(|uri| !uri.user.is_empty());
            let what = "has one that is not an address such as \"sip:bob@example.com\"";
            uri.ok_or_else(|| Wrong::new("watch", what))
        };
        self.watch.iter().map(read).collect()
    }

    fn public_address(&self) -> std::result::Result<Option<SocketAddr>, Wrong> {
        let Some(text) = &self.public_address else {
            return Ok(None);
        };
        let with_port = text.parse().ok();
        let alone = || Some(SocketAddr::new(text.parse().ok()?, self.listen.port()));
        let address: Option<SocketAddr> = with_port.or_else(alone);
        // Nobody can be reached at the others.
        match address.filter(|a| !a.ip().is_unspecified() && !a.ip().is_multicast()) {
            Some(address) => Ok(Some(address)),
            None => {
                let what = "is not an address such as \"203.0.113.7\" or \"203.0.113.7:5060\"";
                Err(Wrong::new("public_address", what))
            }
        }
    }

    fn stun_server(&self) -> std::result::Result<Option<SipUri>, Wrong> {
        let server = server("stun_server", self.stun_server.as_deref())?;
        if server.is_some() && self.public_address.is_some() {
            return Err(Wrong::new(
                "stun_server",
                "is of no use with public_address",
            ));
        }
        // With a port it is a host, and not a domain that has servers.
        Ok(server.map(|server| SipUri {
            port: Some(server.port.unwrap_or(stun::PORT)),
            ..server
        }))
    }

    /// How often the way to the registrar is kept open, if at all.
    pub(super) fn kept_alive(&self) -> Option<Duration> {
        let usual = self.register && self.transport == Transport::Udp;
        let usual = || usual.then_some(KEEP_ALIVE);
        let every = self.keep_alive.or_else(usual);
        every.filter(|every| self.register && !every.is_zero())
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

/// Whether this names a device (RFC 4122 §3).
fn is_instance(name: &str) -> bool {
    let Some(uuid) = name.strip_prefix("urn:uuid:") else {
        return false;
    };
    let lengths = uuid.split('-').map(str::len);
    let is_hex = |c: char| c == '-' || c.is_ascii_hexdigit();
    lengths.eq([8, 4, 4, 4, 12]) && uuid.chars().all(is_hex)
}

/// Reads a server's address, if there is one.
fn server(key: &'static str, text: Option<&str>) -> std::result::Result<Option<SipUri>, Wrong> {
    let Some(text) = text else {
        return Ok(None);
    };
    host(key, text).map(Some)
}

/// Reads a server's address.
pub(super) fn host(key: &'static str, text: &str) -> std::result::Result<SipUri, Wrong> {
    check_text(key, text)?;
    let bare = text.strip_prefix("sip:").unwrap_or(text);
    let Some((host, port)) = host_and_port(bare) else {
        let what = "is not a host such as \"example.com\" or \"10.0.0.1:5070\"";
        return Err(Wrong::new(key, what));
    };
    Ok(SipUri {
        port,
        ..SipUri::new("", host)
    })
}

fn listen<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<SocketAddr, D::Error> {
    let text = String::deserialize(from)?;
    let expected = "an address with a port, such as \"0.0.0.0:5060\" or \"[::]:5060\"";
    text.parse()
        .map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &expected))
}
