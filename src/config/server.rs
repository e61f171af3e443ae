//! The table `[server]`: what `tapi3 serve` is told. What the values mean is checked by the server
//! when it starts, so that this room knows no passwords, sounds or dial patterns.

use super::network::Network;
use super::records::RecordsSettings;
use crate::settings::{
    Place, Wrong, check_range, check_text, check_time, duration, optional_duration,
};
use serde::Deserialize;
use std::path::PathBuf;
use std::time::Duration;

/// The longest identifier of an item, in bytes.
pub(crate) const LONGEST_ITEM_ID: usize = 1024;

/// The most requests a second, or at once.
const MOST_REQUESTS: u32 = 10_000_000;

/// All keys of `[server]`. Only `listen` and one `[[server.user]]` are needed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerSettings {
    /// Where to listen, as `HOST:PORT`. Port 0 takes any free one.
    pub listen: String,
    /// The line that calls are placed on, by name; the first one if left out.
    #[serde(default)]
    pub line: Option<String>,
    /// The lines that calls are placed on instead, by name; `*` stands for any run of characters.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Which of these a call is placed on.
    #[serde(default)]
    pub choose: Choice,
    /// The certificate chain, PEM. Needs `tls_key`.
    #[serde(default)]
    pub tls_certificate: Option<PathBuf>,
    /// The private key of the certificate, PEM.
    #[serde(default)]
    pub tls_key: Option<PathBuf>,
    /// Serve plain HTTP on addresses other than loopback. Passwords then cross the network in the
    /// clear: only for a server behind a proxy that does TLS.
    #[serde(default)]
    pub allow_plain_http: bool,
    /// The address that clients reach the service at, for the WSDL, if it is not the one that
    /// they ask for it: behind a proxy that changes the `Host`.
    #[serde(default)]
    pub public_url: Option<String>,
    /// The proxies in front of the server: what these say of whose requests they pass on is believed.
    #[serde(default)]
    pub proxies: Vec<Network>,
    /// How they say it; needed with `proxies`.
    #[serde(default)]
    pub client_address: Option<ClientAddress>,
    /// Who may read `/metrics`.
    #[serde(default)]
    pub metrics: MetricsAccess,
    /// Take any item identifier, not only the configured ones.
    #[serde(default)]
    pub any_item: bool,
    /// A call that nobody asks about for so long is ended; never if 0.
    #[serde(default = "two_minutes", deserialize_with = "duration")]
    pub orphan_after: Duration,
    /// A call is ended after so long, whoever asks about it; never if 0.
    #[serde(default = "four_hours", deserialize_with = "duration")]
    pub max_call_time: Duration,
    /// How long a call stays when what was to be played on it was played.
    #[serde(default = "one_second", deserialize_with = "duration")]
    pub hang_up_after_playing: Duration,
    /// How long a call that is over can be asked about.
    #[serde(default = "ten_minutes", deserialize_with = "duration")]
    pub remember_ended: Duration,
    /// How long the server has, when it is stopped, to end the calls that are up.
    #[serde(default = "ten_seconds", deserialize_with = "duration")]
    pub shutdown_timeout: Duration,
    /// How long a successful password check is remembered, so that not every request costs one;
    /// 0 checks each time.
    #[serde(default = "five_minutes", deserialize_with = "duration")]
    pub remember_password: Duration,
    /// What keeps one client from starving the others.
    #[serde(default)]
    pub limits: Limits,
    /// Who may use the server: `[[server.user]]`.
    #[serde(default)]
    pub user: Vec<UserSettings>,
    /// What can be played: `[[server.item]]`.
    #[serde(default)]
    pub item: Vec<ItemSettings>,
    /// What is written of calls that are over.
    #[serde(default)]
    pub records: RecordsSettings,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

/// How a proxy says whose request it passes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClientAddress {
    /// The header of RFC 7239.
    Forwarded,
    /// The header that is in use everywhere.
    XForwardedFor,
    /// The PROXY protocol, version 1 or 2, at the beginning of each connection.
    ProxyProtocol,
}

/// Which of several lines a call is placed on, of those that are in service and not full.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// One after the other.
    #[default]
    InTurn,
    /// The one that has the smallest part of the calls that it may have; of those alike, in turn.
    LeastBusy,
}

/// Who may read `/metrics`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MetricsAccess {
    /// Any user of the server, with credentials.
    #[default]
    Users,
    /// Anybody.
    Anybody,
    /// Nobody: there is no such page.
    Off,
}

/// The table `[server.limits]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Calls at once, of all users together.
    pub max_calls: usize,
    /// Ended calls that are remembered at once; the oldest are forgotten first.
    pub max_remembered: usize,
    /// Connections at once, of all clients together.
    pub max_connections: usize,
    /// Connections at once of one address; behind a proxy that names clients in headers, their
    /// requests at once.
    pub max_connections_per_address: usize,
    /// Requests in work at once; one that only waits for a hang-up does not count.
    pub max_requests: usize,
    /// Header lines of a request.
    pub max_headers: usize,
    /// Bytes of a request's body; at most 65,536.
    pub max_body: usize,
    /// Requests a second of one user, in the long run.
    pub rate: u32,
    /// Requests of one user that may come at once.
    pub burst: u32,
    /// Failed logins a minute from one address before the next ones wait.
    pub failed_logins: u32,
    /// How long a connection may be without a complete request head, idle or slow.
    #[serde(deserialize_with = "duration")]
    pub idle_timeout: Duration,
    /// How long a request's body, or a TLS handshake, may take to come, and an answer to go.
    #[serde(deserialize_with = "duration")]
    pub transfer_timeout: Duration,
    /// How long a line may take to place or end a call before the client hears that it has not.
    #[serde(deserialize_with = "duration")]
    pub answer_timeout: Duration,
    /// How long the server that a line's calls go to may say nothing before the client hears that it
    /// was not found, and the call is ended.
    #[serde(deserialize_with = "duration")]
    pub gateway_timeout: Duration,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            max_calls: 1000,
            max_remembered: 10_000,
            max_connections: 1000,
            max_connections_per_address: 100,
            max_requests: 256,
            max_headers: 64,
            max_body: crate::soap::MAX_BODY,
            rate: 100,
            burst: 200,
            failed_logins: 30,
            idle_timeout: Duration::from_secs(30),
            transfer_timeout: Duration::from_secs(10),
            answer_timeout: Duration::from_secs(30),
            gateway_timeout: Duration::from_secs(4),
            place: Place::default(),
        }
    }
}

/// The keys of a `[[server.user]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserSettings {
    /// The name to log in with; case does not matter.
    pub name: String,
    /// Other names to log in with, such as `DOMAIN\\alice` or `alice@example.org`.
    #[serde(default)]
    pub other_names: Vec<String>,
    /// What `tapi3 passwd` printed for the user's password.
    #[serde(default)]
    pub password_hash: Option<String>,
    /// What `tapi3 passwd --token` printed for each of the user's bearer tokens.
    #[serde(default)]
    pub token_hashes: Vec<String>,
    /// Whether the user sees and ends the calls of all users, on the page and in the JSON API.
    #[serde(default)]
    pub administrator: bool,
    /// The destinations that the user may dial, as patterns; none if left out.
    #[serde(default)]
    pub dial: Vec<String>,
    /// Exceptions from `dial`: destinations that the user may not dial after all.
    #[serde(default)]
    pub deny: Vec<String>,
    /// How many calls the user may have at once.
    #[serde(default = "ten")]
    pub max_calls: usize,
    /// The line for the user's calls, if not the server's.
    #[serde(default)]
    pub line: Option<String>,
    /// The lines for the user's calls, if not the server's, as patterns.
    #[serde(default)]
    pub lines: Vec<String>,
    /// Mail addresses by which an impersonation may name this user.
    #[serde(default)]
    pub addresses: Vec<String>,
    /// The users, by name, that this one may act for (`ExchangeImpersonation`).
    #[serde(default)]
    pub may_impersonate: Vec<String>,
    /// Requests a second, if not the server's limit.
    #[serde(default)]
    pub rate: Option<u32>,
    /// How long nobody may ask about the user's calls, if not as the server says.
    #[serde(default, deserialize_with = "optional_duration")]
    pub orphan_after: Option<Duration>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

/// The keys of a `[[server.item]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemSettings {
    /// The identifier that clients name.
    pub id: String,
    /// The WAV file that it stands for.
    pub file: PathBuf,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

impl ServerSettings {
    /// The settings of a server that listens on `listen`; all else is as if left out.
    pub fn new(listen: String) -> Self {
        ServerSettings {
            listen,
            line: None,
            lines: Vec::new(),
            choose: Choice::default(),
            tls_certificate: None,
            tls_key: None,
            allow_plain_http: false,
            public_url: None,
            proxies: Vec::new(),
            client_address: None,
            metrics: MetricsAccess::default(),
            any_item: false,
            orphan_after: two_minutes(),
            max_call_time: four_hours(),
            hang_up_after_playing: one_second(),
            remember_ended: ten_minutes(),
            shutdown_timeout: ten_seconds(),
            remember_password: five_minutes(),
            limits: Limits::default(),
            user: Vec::new(),
            item: Vec::new(),
            records: RecordsSettings::default(),
            place: Place::default(),
        }
    }

    /// Checks what can be checked without looking at lines and files. An error is a whole sentence.
    pub fn check(&self) -> Result<(), String> {
        let whole = |wrong: Wrong| self.place.tell("[server]", &wrong);
        self.check_itself().map_err(whole)?;
        let limits = &self.limits;
        let told = |wrong: Wrong| limits.place.tell("[server] limits", &wrong);
        limits.check().map_err(told)?;
        for user in &self.user {
            user.check().map_err(|wrong| user.told(&wrong))?;
        }
        for item in &self.item {
            item.check().map_err(|wrong| item.told(&wrong))?;
        }
        self.records.check()
    }

    fn check_itself(&self) -> Result<(), Wrong> {
        for (key, time) in [
            ("orphan_after", self.orphan_after),
            ("max_call_time", self.max_call_time),
            ("remember_ended", self.remember_ended),
            ("remember_password", self.remember_password),
        ] {
            check_time(key, time, "0", "8784h")?;
        }
        let after = self.hang_up_after_playing;
        check_time("hang_up_after_playing", after, "0", "24h")?;
        check_time("shutdown_timeout", self.shutdown_timeout, "0", "24h")?;
        check_lines(self.line.as_ref(), &self.lines)?;
        let web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        if self.public_url.as_ref().is_some_and(|url| !web(url)) {
            let what = "must be an address that begins with https:// or http://";
            return Err(Wrong::new("public_url", what));
        }
        if self.proxies.is_empty() != self.client_address.is_none() {
            let what = "and proxies belong together: whom to believe, and what they say";
            return Err(Wrong::new("client_address", what));
        }
        Ok(())
    }
}

impl Limits {
    fn check(&self) -> Result<(), Wrong> {
        check_range("max_calls", self.max_calls, 1, 1_000_000)?;
        check_range("max_remembered", self.max_remembered, 0, 10_000_000)?;
        check_range("max_connections", self.max_connections, 1, 1_000_000)?;
        check_range(
            "max_connections_per_address",
            self.max_connections_per_address,
            1,
            1_000_000,
        )?;
        check_range("max_requests", self.max_requests, 1, 100_000)?;
        check_range("max_headers", self.max_headers, 1, 1000)?;
        check_range("max_body", self.max_body, 1, crate::soap::MAX_BODY)?;
        check_range("rate", self.rate, 1, MOST_REQUESTS)?;
        check_range("burst", self.burst, 1, MOST_REQUESTS)?;
        check_range("failed_logins", self.failed_logins, 1, 1_000_000)?;
        check_time("idle_timeout", self.idle_timeout, "1ms", "24h")?;
        check_time("transfer_timeout", self.transfer_timeout, "1ms", "24h")?;
        check_time("answer_timeout", self.answer_timeout, "1ms", "24h")?;
        check_time("gateway_timeout", self.gateway_timeout, "1ms", "24h")
    }
}

impl UserSettings {
    fn check(&self) -> Result<(), Wrong> {
        check_login_name("name", &self.name)?;
        for name in &self.other_names {
            check_login_name("other_names", name)?;
        }
        if self.password_hash.is_none() && self.token_hashes.is_empty() {
            return Err(Wrong::new(
                "",
                "this user has neither a password_hash nor token_hashes",
            ));
        }
        check_lines(self.line.as_ref(), &self.lines)?;
        check_range("max_calls", self.max_calls, 1, 1_000_000)?;
        if let Some(rate) = self.rate {
            check_range("rate", rate, 1, MOST_REQUESTS)?;
        }
        match self.orphan_after {
            Some(time) => check_time("orphan_after", time, "0", "8784h"),
            None => Ok(()),
        }
    }

    /// All names that the user logs in with.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.other_names.iter().map(String::as_str);
        std::iter::once(self.name.as_str()).chain(others)
    }

    /// A sentence on what is wrong with this user.
    pub(crate) fn told(&self, wrong: &Wrong) -> String {
        let whose = format!("[server] user \"{}\"", self.name);
        self.place.tell(&whose, wrong)
    }
}

impl ItemSettings {
    fn check(&self) -> Result<(), Wrong> {
        if self.id.trim().is_empty() {
            return Err(Wrong::new("id", "must not be empty"));
        }
        if self.id.len() > LONGEST_ITEM_ID || self.id.chars().any(char::is_control) {
            let what = format!("must have up to {LONGEST_ITEM_ID} bytes and no control characters");
            return Err(Wrong::new("id", what));
        }
        Ok(())
    }

    /// A sentence on what is wrong with this item.
    pub(crate) fn told(&self, wrong: &Wrong) -> String {
        let whose = format!("[server] item \"{}\"", self.id);
        self.place.tell(&whose, wrong)
    }
}

impl UserSettings {
    /// A user who can neither log in nor dial yet.
    pub fn new(name: &str) -> Self {
        UserSettings {
            name: name.to_owned(),
            other_names: Vec::new(),
            password_hash: None,
            token_hashes: Vec::new(),
            administrator: false,
            dial: Vec::new(),
            deny: Vec::new(),
            max_calls: ten(),
            line: None,
            lines: Vec::new(),
            addresses: Vec::new(),
            may_impersonate: Vec::new(),
            rate: None,
            orphan_after: None,
            place: Place::default(),
        }
    }
}

/// One line, or several as patterns.
fn check_lines(line: Option<&String>, lines: &[String]) -> Result<(), Wrong> {
    if line.is_some() && !lines.is_empty() {
        return Err(Wrong::new("lines", "and `line` exclude each other"));
    }
    for pattern in lines {
        check_text("lines", pattern)?;
        if pattern.is_empty() {
            return Err(Wrong::new(
                "lines",
                "has an empty pattern, which fits no line",
            ));
        }
    }
    Ok(())
}

/// Basic ends a name at the first colon.
fn check_login_name(key: &'static str, name: &str) -> Result<(), Wrong> {
    check_text(key, name)?;
    if name.trim().is_empty() || name.contains(':') {
        return Err(Wrong::new(key, "must not be empty or contain a colon"));
    }
    Ok(())
}

fn ten() -> usize {
    10
}

fn one_second() -> Duration {
    Duration::from_secs(1)
}

fn ten_seconds() -> Duration {
    Duration::from_secs(10)
}

fn two_minutes() -> Duration {
    Duration::from_secs(120)
}

fn five_minutes() -> Duration {
    Duration::from_secs(300)
}

fn ten_minutes() -> Duration {
    Duration::from_secs(600)
}

fn four_hours() -> Duration {
    Duration::from_secs(4 * 3600)
}
