//! The table `[cluster]`.

use super::credentials::Credentials;
use crate::engine::{Error, ErrorKind, Result};
use crate::settings::{
    Keys, LONGEST_NAME, PASSWORD, Place, Secret, Wrong, certificates, check_text, check_time,
    duration,
};
use serde::Deserialize;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;
use tapi3_bus::seal::Key;
use tapi3_bus::subject::{MAX_NAME, is_name};

/// The three keys that may give a secret of the cluster.
const SECRET: Keys = Keys {
    text: "secret",
    variable: "secret_env",
    file: "secret_file",
};

/// The three keys that may give the secret of the bus's lines.
const LINES_SECRET: Keys = Keys {
    text: "lines_secret",
    variable: "lines_secret_env",
    file: "lines_secret_file",
};

/// The three keys that may give the secret of the endpoints.
const CALLS_SECRET: Keys = Keys {
    text: "calls_secret",
    variable: "calls_secret_env",
    file: "calls_secret_file",
};

/// The most that a node can weigh.
const MOST_WEIGHT: u32 = 1000;

/// The shortest secret, in characters: whoever reads a message could try shorter ones.
const SHORTEST_SECRET: usize = 16;

/// What is configured of the pool of lines. A node needs `url`, `name` and users; a program that
/// uses the lines of nodes needs `url`, `user` and a secret.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterSettings {
    /// The NATS server, `tls://HOST:PORT` or `nats://HOST:PORT`; several with commas between.
    pub url: String,
    /// The name of this node, if it shares its lines.
    #[serde(default)]
    pub name: Option<String>,
    /// Whoever hears nothing for so long takes the other side for gone. A node's counts for its
    /// clients, too; a client's own says how soon it must notice that the bus is gone.
    #[serde(default = "ten_seconds", deserialize_with = "duration")]
    pub lease: Duration,
    /// How much of the lines that are configured in the bus this node takes, relative to others;
    /// none without it.
    #[serde(default)]
    pub weight: Option<u32>,
    /// The secret that all share who configure or take those lines; better in a file or variable.
    #[serde(default)]
    pub lines_secret: Option<Secret>,
    /// The environment variable that holds it.
    #[serde(default)]
    pub lines_secret_env: Option<String>,
    /// The file that holds it.
    #[serde(default)]
    pub lines_secret_file: Option<PathBuf>,
    /// The secret of those nodes whose EWS endpoints answer for each other's calls; better in a file
    /// or variable.
    #[serde(default)]
    pub calls_secret: Option<Secret>,
    /// The environment variable that holds it.
    #[serde(default)]
    pub calls_secret_env: Option<String>,
    /// The file that holds it.
    #[serde(default)]
    pub calls_secret_file: Option<PathBuf>,
    /// Who we are for the nodes whose lines we use.
    #[serde(default)]
    pub user: Option<String>,
    /// The secret that we share with them; better in a file or variable.
    #[serde(default)]
    pub secret: Option<Secret>,
    /// The environment variable that holds the secret.
    #[serde(default)]
    pub secret_env: Option<String>,
    /// The file that holds the secret.
    #[serde(default)]
    pub secret_file: Option<PathBuf>,
    /// The file with the JWT and its NKey, or with an NKey alone, for the NATS server.
    #[serde(default)]
    pub credentials: Option<PathBuf>,
    /// The name to log in with at the NATS server.
    #[serde(default)]
    pub login: Option<String>,
    /// The password for that; better in a file or variable.
    #[serde(default)]
    pub password: Option<Secret>,
    /// The environment variable that holds the password.
    #[serde(default)]
    pub password_env: Option<String>,
    /// The file that holds the password.
    #[serde(default)]
    pub password_file: Option<PathBuf>,
    /// Certificates, PEM, of the authorities to trust beside the system's.
    #[serde(default)]
    pub ca_file: Option<PathBuf>,
    /// Speak with a NATS server that is not on this machine without TLS: who is called can then be
    /// read on the way.
    #[serde(default)]
    pub allow_plain: bool,
    /// Who may use the lines of this node.
    #[serde(default)]
    pub grant: Vec<GrantSettings>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

/// Who may use which lines of this node: `[[cluster.grant]]`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantSettings {
    /// The user.
    pub user: String,
    /// The secret that the user has, too; better in a file or variable.
    #[serde(default)]
    pub secret: Option<Secret>,
    /// The environment variable that holds the secret.
    #[serde(default)]
    pub secret_env: Option<String>,
    /// The file that holds the secret.
    #[serde(default)]
    pub secret_file: Option<PathBuf>,
    /// The lines, by name; `*` stands for any run of characters.
    pub lines: Vec<String>,
    /// Where these settings stand.
    #[serde(skip)]
    pub place: Place,
}

fn ten_seconds() -> Duration {
    Duration::from_secs(10)
}

/// How to reach the bus.
#[derive(Clone)]
pub struct Access {
    pub(super) servers: Vec<String>,
    pub(super) tls: bool,
    pub(super) credentials: Option<Credentials>,
    pub(super) login: Option<(String, Secret)>,
    pub(super) ca_file: Option<PathBuf>,
    /// What of `[cluster]` is to be named when the server refuses us.
    pub(super) shown: String,
}

/// A user, and the secret that they share with a node.
pub struct Identity {
    /// The user's name.
    pub user: String,
    /// The key of what they say.
    pub key: Key,
}

/// A user of a node's lines.
pub struct Grant {
    /// Who.
    pub identity: Identity,
    /// The patterns of the lines.
    pub lines: Vec<String>,
}

impl ClusterSettings {
    /// Checks everything but secrets and files.
    pub fn check(&self) -> std::result::Result<(), Wrong> {
        self.servers().map(drop)?;
        self.check_rest()
    }

    /// Checks what [`ClusterSettings::servers`] does not.
    fn check_rest(&self) -> std::result::Result<(), Wrong> {
        check_time("lease", self.lease, "2s", "10m")?;
        for (key, name) in [("name", &self.name), ("user", &self.user)] {
            if let Some(name) = name {
                check_word(key, name)?;
            }
        }
        match self.weight {
            Some(weight) if !(1..=MOST_WEIGHT).contains(&weight) => {
                let what = format!("must be from 1 to {MOST_WEIGHT}");
                return Err(Wrong::new("weight", what));
            }
            Some(_) if self.name.is_none() => {
                let what = "is for nodes, which have a name";
                return Err(Wrong::new("weight", what));
            }
            _ => {}
        }
        match (&self.credentials, &self.login) {
            (Some(_), Some(_)) => Err(Wrong::new(
                "login",
                "only one of credentials and login may be given",
            )),
            _ => Ok(()),
        }
    }

    /// Whether this process takes lines that are configured in the bus.
    pub fn takes_lines(&self) -> bool {
        self.is_node() && self.weight.is_some()
    }

    /// The secret that all share who configure or take those.
    ///
    /// # Errors
    /// If it is missing, too short, or not to be had.
    pub fn lines_secret(&self) -> Result<Key> {
        let read = || {
            let chosen = Secret::choose(
                LINES_SECRET,
                self.lines_secret.as_ref(),
                self.lines_secret_env.as_deref(),
                self.lines_secret_file.as_deref(),
            )?;
            let secret = chosen.ok_or_else(|| {
                Wrong::new(
                    "lines_secret",
                    "is missing; lines in the bus are sealed with it",
                )
            })?;
            key_of("lines_secret", &secret)
        };
        read().map_err(|wrong| self.wrong(&wrong))
    }

    /// The secret of the endpoints that answer for each other's calls; none where this process's
    /// does not.
    ///
    /// # Errors
    /// If it is too short, or not to be had.
    pub fn calls_secret(&self) -> Result<Option<Key>> {
        let read = || {
            let chosen = Secret::choose(
                CALLS_SECRET,
                self.calls_secret.as_ref(),
                self.calls_secret_env.as_deref(),
                self.calls_secret_file.as_deref(),
            )?;
            match chosen {
                Some(_) if !self.is_node() => Err(Wrong::new(
                    "calls_secret",
                    "is for nodes, which have a name",
                )),
                Some(secret) => key_of("calls_secret", &secret).map(Some),
                None => Ok(None),
            }
        };
        read().map_err(|wrong| self.wrong(&wrong))
    }

    /// Whether this process shares its lines.
    pub fn is_node(&self) -> bool {
        self.name.is_some()
    }

    fn wrong(&self, wrong: &Wrong) -> Error {
        Error::with_text(
            ErrorKind::InvalidArgument,
            self.place.tell("[cluster]", wrong),
        )
    }

    /// How to reach the bus.
    ///
    /// # Errors
    /// A sentence on what is wrong with the settings, or with a file that they name.
    pub fn access(&self) -> Result<Access> {
        self.read_access().map_err(|wrong| self.wrong(&wrong))
    }

    fn read_access(&self) -> std::result::Result<Access, Wrong> {
        let (servers, tls) = self.servers()?;
        self.check_rest()?;
        if let Some(file) = &self.ca_file {
            let read = certificates::authorities(Some(file));
            read.map_err(|what| Wrong::new("ca_file", what))?;
        }
        let credentials = self.credentials.as_deref().map(Credentials::read);
        let credentials = credentials.transpose()?;
        let password = Secret::choose(
            PASSWORD,
            self.password.as_ref(),
            self.password_env.as_deref(),
            self.password_file.as_deref(),
        )?;
        let login = match (&self.login, password) {
            (None, None) => None,
            (Some(login), Some(password)) => Some((login.clone(), password)),
            (Some(_), None) => return Err(Wrong::new("login", "needs a password")),
            (None, Some(_)) => return Err(Wrong::new("password", "needs a login")),
        };
        Ok(Access {
            shown: servers.join(", "),
            servers,
            tls,
            credentials,
            login,
            ca_file: self.ca_file.clone(),
        })
    }

    fn servers(&self) -> std::result::Result<(Vec<String>, bool), Wrong> {
        let mut servers = Vec::new();
        let mut secure = None;
        for url in self.url.split(',').map(str::trim) {
            // What stands before an `@` may be a password.
            let shown = url.rsplit('@').next().unwrap_or_default();
            let shown: String = shown.chars().take(LONGEST_NAME).collect();
            let wrong = |what: &str| Wrong::new("url", format!("{shown:?} {what}"));
            if url.contains('@') {
                return Err(wrong(
                    "must not have a user before it; use the keys login and password, or credentials",
                ));
            }
            let (tls, rest) = match url.split_once("://") {
                Some(("tls", rest)) => (true, rest),
                Some(("nats", rest)) => (false, rest),
                _ => return Err(wrong("must begin with tls:// or nats://")),
            };
            check_text("url", url)?;
            let host = host_of(rest).ok_or_else(|| wrong("is not HOST:PORT"))?;
            if !tls && !self.allow_plain && !is_here(host) {
                return Err(wrong(
                    "would show on the way who is called; use tls, or set allow_plain = true",
                ));
            }
            if secure.is_some_and(|secure| secure != tls) {
                return Err(wrong("must begin as the others do: all tls or all nats"));
            }
            secure = Some(tls);
            servers.push(url.to_owned());
        }
        Ok((servers, secure.unwrap_or_default()))
    }

    /// Who we are for the nodes whose lines we use.
    ///
    /// # Errors
    /// If that is not said, or the secret is too short or not to be had.
    pub fn identity(&self) -> Result<Identity> {
        let read = || {
            let user = self.user.as_deref().ok_or_else(|| {
                Wrong::new("", "lines with provider = \"remote\" need the key `user`")
            })?;
            let chosen = Secret::choose(
                SECRET,
                self.secret.as_ref(),
                self.secret_env.as_deref(),
                self.secret_file.as_deref(),
            )?;
            identity("user", user, chosen)
        };
        read().map_err(|wrong| self.wrong(&wrong))
    }

    /// Who may use the lines of this node.
    ///
    /// # Errors
    /// If a user stands there twice, or a secret is too short or not to be had.
    pub fn grants(&self) -> Result<Vec<Grant>> {
        let mut grants: Vec<Grant> = Vec::new();
        for settings in &self.grant {
            let grant = settings.read().and_then(|grant| {
                let is_same = |other: &Grant| other.identity.user == grant.identity.user;
                match grants.iter().any(is_same) {
                    true => Err(Wrong::new("user", "has a [[cluster.grant]] already")),
                    false => Ok(grant),
                }
            });
            grants.push(grant.map_err(|wrong| {
                let text = settings.place.tell("[[cluster.grant]]", &wrong);
                Error::with_text(ErrorKind::InvalidArgument, text)
            })?);
        }
        Ok(grants)
    }
}

impl GrantSettings {
    fn read(&self) -> std::result::Result<Grant, Wrong> {
        let chosen = Secret::choose(
            SECRET,
            self.secret.as_ref(),
            self.secret_env.as_deref(),
            self.secret_file.as_deref(),
        )?;
        for line in &self.lines {
            check_text("lines", line)?;
        }
        Ok(Grant {
            identity: identity("user", &self.user, chosen)?,
            lines: self.lines.clone(),
        })
    }
}

fn key_of(key: &'static str, secret: &Secret) -> std::result::Result<Key, Wrong> {
    if secret.reveal().chars().count() < SHORTEST_SECRET {
        let what = format!("must have at least {SHORTEST_SECRET} characters");
        return Err(Wrong::new(key, what));
    }
    Ok(Key::new(secret.reveal()))
}

fn identity(
    key: &'static str,
    user: &str,
    secret: Option<Secret>,
) -> std::result::Result<Identity, Wrong> {
    check_word(key, user)?;
    let secret = secret.ok_or_else(|| Wrong::new("secret", "is missing"))?;
    Ok(Identity {
        user: user.to_owned(),
        key: key_of("secret", &secret)?,
    })
}

/// Checks the name of a node or user.
pub fn check_word(key: &'static str, name: &str) -> std::result::Result<(), Wrong> {
    if is_name(name) {
        return Ok(());
    }
    let what = format!("must be 1 to {MAX_NAME} letters and digits of ASCII, - and _");
    Err(Wrong::new(key, what))
}

/// The host in `HOST[:PORT]`, without brackets.
fn host_of(rest: &str) -> Option<&str> {
    let (host, port) = match rest.strip_prefix('[') {
        Some(rest) => {
            let (host, behind) = rest.split_once(']')?;
            (
                host,
                behind
                    .strip_prefix(':')
                    .or(behind.is_empty().then_some("4222"))?,
            )
        }
        None => rest.split_once(':').unwrap_or((rest, "4222")),
    };
    let is_port = port.parse::<u16>().is_ok_and(|port| port != 0);
    (!host.is_empty() && is_port && !host.contains('/')).then_some(host)
}

fn is_here(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests;
